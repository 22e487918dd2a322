"""Event types and their groups: ``data/event_types/<name>.toml`` and ``data/event_groups.toml``."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import MappingProxyType

from pydantic import Field

from tracker.errors import UsageError
from tracker.models import Role, Status
from tracker.resources.files import DATA, Resource, read_toml

TALKING = "talking"
"""The group of the types that tell encounters."""


class EventGroup(Resource):
    """A family of event types: one colour and one shape wherever it is drawn.

    ``colour`` and ``colour_dark`` are hex colours for light and dark pages, ``symbol`` is plotly's name of the shape
    and ``glyph`` the same shape as a character for chips and tables.
    """

    name: str
    label: str
    colour: str
    colour_dark: str
    symbol: str
    glyph: str
    description: str


class _Groups(Resource):
    group: tuple[EventGroup, ...]


class Trigger(Resource):
    """Words that tell an event of a type, in the pattern language of ``tracker.events.patterns``.

    ``frame`` says how the sentence's parts fill the roles: ``verb`` (subject acts on object), ``noun`` (an owner, "of",
    "by", "to", "between") or ``mutual`` (everybody named in the clause takes part). ``subject``, ``object`` and
    ``owner`` override the type's roles. ``status`` and ``undated`` (``day`` or ``open``: where an event without a date
    lies) override what the verb's tense says. ``moods`` are the moods that still make an event: ``real`` and
    ``planned`` by default, ``wished`` and ``negated`` where the wish or the failure is the event. ``needs`` names
    conditions on the actors (``tracker.events.needs``).
    """

    name: str
    patterns: tuple[str, ...]
    frame: str = "verb"
    subject: Role | None = None
    object: Role | None = None
    owner: Role | None = None
    status: Status | None = None
    undated: str = ""
    claims: bool | None = None
    """Overrides the type's ``claims``."""
    word_of: str = ""
    """``subject`` if the subject of the trigger's verb is who claims it ("Baku accused Yerevan of ...")."""
    goes_to: bool = False
    """True if somebody goes to a place whose state so takes part (a visit)."""
    beside: bool = False
    """True if it stands beside a higher event told by the same words ("rejected Ukraine's proposal" tells two)."""
    moods: tuple[str, ...] = ("real", "planned")
    needs: tuple[str, ...] = ()
    confidence: float = 0.7
    terms: bool = False
    """True if it only tells what a deal provides for: it is the deal that the text told before, if it told one."""
    voices: bool = True
    """False if only the patterns as written tell it: its other voices only describe ("people killed in the war")."""


class ExpectedEvent(Resource):
    """A sentence written for the type, and what must be read from it; fields left out are not compared."""

    text: str
    published: date | None = None
    conflict: str = ""
    status: Status | None = None
    date_start: date | None = None
    date_end: date | None = None
    actors: dict[str, Role] | None = None
    quantities: dict[str, int] | None = None
    round: int | None = None
    claimed_by: str | None = None
    count: int = 1


class RoleFrame(Resource):
    """Which role each part of a sentence fills; ``owner`` is "Russia's" before, or "by", "from" after a noun."""

    subject: Role
    object: Role
    owner: Role
    host: Role = Role.MEDIATOR


class TitleWords(Resource):
    """How a title tells it where the text gives none: by ``one``, by ``many``, and to or with whom (``target``)."""

    one: str
    many: str
    target: str


class EventType(Resource):
    """One type of event: what it is, how it is coded elsewhere, and how texts tell it.

    ``trigger`` are the ways to tell it, ``never`` patterns that look alike and mean something else; ``priority``
    decides between types that read the same words (the higher wins). ``example`` must each give the event, and
    ``near_miss`` must give none of this type; both run as tests.
    """

    name: str
    label: str
    group: str
    description: str
    plover: str
    cameo: str
    mutual: bool
    """True if the sides take part as equals (participants); false if one acts on another."""
    roles: tuple[Role, ...]
    order: int
    title: TitleWords
    frame: RoleFrame
    priority: int = 50
    like: str = ""
    """A type whose triggers this one shares: the needs of both decide which of them an encounter is."""
    needs: tuple[str, ...] = ()
    fill: tuple[str, ...] = ()
    """What completes the actors where the words name too few: ``sides`` (both camps), ``other_side``."""
    fill_if: str = ""
    """The word class of which the trigger's words must hold one for ``sides`` to be filled in; empty: always."""
    called: tuple[str, ...] = ()
    """The nouns by which a later sentence leads back to it: "the swap", "the meeting"."""
    owner_of: bool = True
    """Whether "of X" after its noun names who acts ("the proposal of X") or who suffers it ("the invasion of X")."""
    makes_its_object: bool = False
    """Whether its verbs have for an object what somebody makes: A makes "A's offer", which "was handed over"."""
    bystander: str = ""
    """What an appeal of this type is if neither a side, nor an organisation, nor a mediator makes it."""
    entitled: str = ""
    """What an appeal of this type to opposing sides is if a mediator or the UN makes it."""
    matter: bool = False
    """True if its nouns may name what is only spoken of ("the need for a truce")."""
    stands: bool = False
    """True if it can stand: told in the present it is ``ongoing`` (a demand, a refusal)."""
    counts: dict[str, str] = Field(default_factory=dict)
    """What its numbers can count, and as what they are kept: {"people": "prisoners"}."""
    located: bool = True
    """False if its place is seldom told (a proposal is made somewhere, but texts do not say where)."""
    from_speech: bool = False
    """True if its events are found in what actors say, not by patterns alone."""
    lasts: bool = False
    """True if it goes on for a time ("talks for three days" span them); false if only its outcome does."""
    repeats: bool = False
    """True if a text tells many of its kind: another sentence tells another, unless its words point back."""
    of_content: bool = False
    """True if it has a content with days of its own, which do not date it: "reached a deal on a vote in 2031"."""
    fact: bool = False
    """True if a speaker who tells it reports a fact, and takes no position by that."""
    economic: bool = False
    """True if its very means are trade and money: words of business beside its two sides make it no other matter."""
    claims: bool = False
    """True if such an event, told only in somebody's words, is their claim (``claimed_by``)."""
    never: tuple[str, ...] = ()
    trigger: tuple[Trigger, ...] = ()
    example: tuple[ExpectedEvent, ...] = ()
    near_miss: tuple[str, ...] = ()


@cache
def event_groups() -> MappingProxyType[str, EventGroup]:
    """The groups by name, in their fixed order."""
    groups = read_toml(DATA / "event_groups.toml", _Groups).group
    return MappingProxyType({group.name: group for group in groups})


@cache
def event_types() -> MappingProxyType[str, EventType]:
    """The event types by name, in the order of the event model; one file of ``data/event_types`` each."""
    found = [read_toml(path, EventType) for path in sorted((DATA / "event_types").glob("*.toml"))]
    return MappingProxyType({one.name: one for one in sorted(found, key=lambda one: one.order)})


def event_type(name: str) -> EventType:
    """The event type called ``name``; raises ``UsageError`` that lists the known ones."""
    try:
        return event_types()[name]
    except KeyError:
        known = ", ".join(event_types())
        raise UsageError(f'There is no event type "{name}".', field="event_type", advice=f"Known: {known}.") from None
