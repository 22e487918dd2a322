"""Reports of one real event become one event: who belongs together, which values hold, where sources disagree.

``decide(reports, events)`` groups reports and holds them against a timeline; the other modules say what follows.
"""

from tracker.timeline.joining.behind import Behind
from tracker.timeline.joining.candidates import Candidates, Glance, glance_of
from tracker.timeline.joining.choose import Choice, Told, choose, chosen_row, numbers_told
from tracker.timeline.joining.compare import Comparison, compare
from tracker.timeline.joining.decide import Decided, Group, Verdict, decide
from tracker.timeline.joining.disagreements import Disagreement, DisagreementKind, Version, disagreements
from tracker.timeline.joining.origins import Source, origins
from tracker.timeline.joining.plural import Plural
from tracker.timeline.joining.silence import Silence
from tracker.timeline.joining.telling import Telling, telling_of_event, telling_of_report
from tracker.timeline.joining.together import why_together

__all__ = [
    "Behind",
    "Candidates",
    "Choice",
    "Comparison",
    "Decided",
    "Disagreement",
    "DisagreementKind",
    "Glance",
    "Group",
    "Plural",
    "Silence",
    "Source",
    "Telling",
    "Told",
    "Verdict",
    "Version",
    "choose",
    "chosen_row",
    "compare",
    "decide",
    "disagreements",
    "glance_of",
    "numbers_told",
    "origins",
    "telling_of_event",
    "telling_of_report",
    "why_together",
]
