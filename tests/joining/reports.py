"""Reads the reports of this folder's TOML files."""

import tomllib
from pathlib import Path

from tracker.dates import edtf
from tracker.models import Article, Basis, Evidence, Precision, Report, Status
from tracker.text import from_text
from tracker.timeline.cells import read_actors, read_names, read_quantities

HERE = Path(__file__).parent


def read_reports(name: str) -> list[tuple[str, Article, Report]]:
    """(event, article, report) of every report in ``name``.toml."""
    found = []
    for event in tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["event"]:
        shared = {key: value for key, value in event.items() if key not in ("name", "report")}
        found += [(event["name"], *_read(shared | told)) for told in event["report"]]
    return found


def _read(told):
    made = f"{told['publisher']} {told['published']} {told['text'][:20]}".replace(" ", "-").lower()
    name = told.get("article", made)
    article = from_text(told["text"], id=name, publisher=told["publisher"], published=told["published"])
    when = edtf.read(told["date"])
    location, _comma, country = told.get("place", "").partition(", ")
    report = Report(
        article_id=article.id,
        event_type=told["type"],
        status=Status(told.get("status", "occurred")),
        date_start=when.first,
        date_end=when.last,
        date_precision=Precision(when.precision),
        date_edtf=told["date"],
        date_text="",
        date_basis=Basis(told.get("basis", "explicit")),
        actors=read_actors(told["actors"]),
        persons=read_names(told.get("persons", "")),
        location=location,
        country=country,
        quantities=read_quantities(told.get("numbers", "")),
        round=told.get("round"),
        claimed_by=told.get("claimed_by", ""),
        evidence=(Evidence(0, len(told["text"]), told["text"]),),
        conflict=told["conflict"],
        probability=0.9,
        parser="1",
    )
    return article, report
