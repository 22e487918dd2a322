"""What a pattern found: an event in the making, before it has a date and its reports are joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.events.mood import Mood
from tracker.models import ActorMention, Quantity, Role, TimeExpression
from tracker.resources.event_type import EventType, Trigger


@dataclass
class Candidate:
    """An event told in line ``line``, by the tokens ``first`` to ``last`` (exclusive) with its head at ``head``."""

    type: EventType
    trigger: Trigger
    pattern: str
    line: int
    head: int
    first: int
    last: int
    mood: Mood
    noun: bool
    roles: dict[str, Role] = field(default_factory=dict)
    """Who takes part, by code, in the order in which the roles were found."""
    persons: list[str] = field(default_factory=list)
    speaker: ActorMention | None = None
    """On whose word it is told."""
    accuser: str = ""
    """Who claims it, if the trigger's own verb says so."""
    time: TimeExpression | None = None
    time_rule: str = ""
    inherited: bool = False
    day: TimeExpression | None = None
    """The day of which the article tells, on which its undated news lies, if it came out a day or two later."""
    since: bool = False
    """True if its date is only its beginning ("since 1991")."""
    location: str = ""
    country: str = ""
    coordinates: tuple[float | None, float | None] = (None, None)
    quantities: list[Quantity] = field(default_factory=list)
    round: int | None = None
    status: str = "occurred"
    more: list[int] = field(default_factory=list)
    """Further lines that tell the same event."""
    rules: dict[str, str] = field(default_factory=dict)
    score: float = 0.5
    company: int = 0
    """How many other events its sentence tells."""
    outranked: bool = False
    """True if one of them is of a type with a higher priority."""
    in_present: bool = False
    """True if a text that tells its news in the present tells it so."""
    led_back: bool = False
    """True if its words are read with a noun for a pronoun ("they signed it")."""
    told_as_fact: bool = False
    """True if one of its sentences tells it without a speaker."""

    @property
    def heard(self) -> bool:
        """Whether no pattern tells it: its line only sounds like its type, or somebody is quoted."""
        return not self.trigger.patterns

    @property
    def codes(self) -> set[str]:
        """The codes of all who take part."""
        return set(self.roles)
