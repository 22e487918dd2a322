"""What stands behind an event: a report, its article, and the origin that it goes back to."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.models import Article, Report


@dataclass(frozen=True, slots=True)
class Behind:
    """``origin`` names the article's origin (``tracker.timeline.joining.origins``)."""

    report_id: str
    report: Report
    article: Article
    origin: str

    @property
    def source(self) -> str:
        """Who says so, for a reader."""
        return self.article.publisher or self.article.title or self.article.id

    @property
    def quote(self) -> str:
        """The first sentence that tells it."""
        return self.report.evidence[0].text if self.report.evidence else ""
