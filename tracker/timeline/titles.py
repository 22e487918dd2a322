"""A title in words for an event whose text gives none, built from its fields; the words stand with its type."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.models import Actor, Report, Role, Status
from tracker.resources import event_type, language
from tracker.resources.named import actor_name

MOST_NAMES = 4


def title_of(report: Report) -> str:
    """A title such as ``Russia and Ukraine hold talks in Istanbul (third round)``.

    Without actors it begins with the type's label. What is planned or called off is said to be so.
    """
    kind = event_type(report.event_type)
    who, target = _acting(report.actors, kind.roles[0]), _named(report.actors, Role.TARGET)
    text = kind.label
    if who:
        frame = kind.title.one if len(who) == 1 else kind.title.many
        text = frame.format(who=_listed([actor_name(code, report.conflict) for code in who]))
    against = [actor_name(code, report.conflict) for code in target if code not in who]
    if against and who:
        text += kind.title.target.format(target=_listed(against))
    if report.location:
        text += f" in {report.location}"
    remarks = [f"{_ordinal(report.round)} round"] if report.round else []
    if report.status in (Status.PLANNED, Status.CALLED_OFF):
        remarks.append(report.status.value.replace("_", " "))
    return f"{text} ({', '.join(remarks)})" if remarks else text


def _acting(actors: Sequence[Actor], leading: Role) -> list[str]:
    """The codes of those who act: in the type's leading role, else in any but the target's, mediators last."""
    for roles in ((leading,), (Role.INITIATOR, Role.PARTICIPANT), (Role.MEDIATOR,)):
        found = _named(actors, *roles)
        if found:
            return found
    return []


def _named(actors: Sequence[Actor], *roles: Role) -> list[str]:
    return list(dict.fromkeys(actor.code for actor in actors if actor.role in roles))


def _listed(names: list[str]) -> str:
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _ordinal(number: int) -> str:
    """``third``; in digits where the language's file has no word."""
    words = {value: word for word, value in reversed(language("en").ordinals.items())}
    if number in words:
        return words[number]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
