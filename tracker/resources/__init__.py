"""Everything under ``data/``: read once, checked when read, handed out as frozen models.

A fault is a ``ResourceError`` that names the file and the field.
"""

from tracker.resources.conflict import Conflict, conflict, conflicts
from tracker.resources.event_type import EventGroup, EventType, event_groups, event_type, event_types
from tracker.resources.files import DATA, read_toml
from tracker.resources.language import Language, language, languages

__all__ = [
    "DATA",
    "Conflict",
    "EventGroup",
    "EventType",
    "Language",
    "conflict",
    "conflicts",
    "event_groups",
    "event_type",
    "event_types",
    "language",
    "languages",
    "read_toml",
]
