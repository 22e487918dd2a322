"""What the filter calls its conditions, and which values it offers, with names in words instead of codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboards import language, words
from dashboards.data import CERTAINTIES, Data, Filter
from dashboards.language import N_, Spoken
from tracker.resources import event_groups, event_types

LABELS = Spoken(
    {
        "type": N_("Type"),
        "actor": N_("Actor"),
        "role": N_("Role"),
        "place": N_("Place"),
        "start": N_("From day"),
        "end": N_("To day"),
        "status": N_("Status"),
        "certainty": N_("Certainty"),
        "source": N_("Source"),
        "review": N_("Review"),
        "conflict": N_("Conflict"),
        "text": N_("Words"),
    }
)

Choice = dict[str, Any]


def value_in_words(name: str, value: str) -> str:
    """A condition's value as a reader would say it."""
    return _IN_WORDS[name](value) if name in _IN_WORDS else value


def _of(known: Mapping[str, str]) -> Callable[[str], str]:
    return lambda value: known.get(value, value)


_IN_WORDS: dict[str, Callable[[str], str]] = {
    "type": words.type_label,
    "actor": words.actor_name,
    "role": _of(words.ROLE),
    "place": words.country_name,
    "status": _of(words.STATUS),
    "certainty": words.certainty_label,
    "review": _of(words.REVIEW),
    "conflict": words.conflict_name,
}


def conditions(chosen: Filter) -> list[tuple[str, str, str]]:
    """Each condition that is on as (name, value, words); value is empty where a condition has only one."""
    found = []
    for name, label in LABELS.items():
        value = getattr(chosen, name)
        if not value:
            continue
        if isinstance(value, tuple):
            found += [(name, one, f"{label}: {value_in_words(name, one)}") for one in value]
        elif name == "text":
            found.append((name, "", f"{label}: “{value}”"))
        else:
            found.append((name, "", f"{label}: {language.day(value)}"))
    return found


def choices(data: Data, name: str) -> list[Choice]:
    """What the control of a condition offers, in Mantine's form; values with their counts, the most frequent first."""
    return _CHOICES[name](data)


def _types(data: Data) -> list[Choice]:
    counts = data.counts("type")
    return [
        {
            "group": f"{group.glyph} {words.group_label(group.name)}",
            "items": [
                _choice(one.name, words.type_label(one.name), counts.get(one.name, 0))
                for one in event_types().values()
                if one.group == group.name
            ],
        }
        for group in event_groups().values()
    ]


def _fixed(name: str, known: Mapping[str, str]) -> Callable[[Data], list[Choice]]:
    def offer(data: Data) -> list[Choice]:
        counts = data.counts(name)
        return [_choice(str(value), label, counts.get(str(value), 0)) for value, label in known.items()]

    return offer


def _counted(name: str) -> Callable[[Data], list[Choice]]:
    def offer(data: Data) -> list[Choice]:
        return [_choice(value, value_in_words(name, value), n) for value, n in data.counts(name).items()]

    return offer


def _certainties(_data: Data) -> list[Choice]:
    return [{"value": one, "label": words.certainty_label(one)} for one in CERTAINTIES]


def _choice(value: str, label: str, count: int) -> Choice:
    return {"value": value, "label": f"{label} ({language.number(count)})"}


_CHOICES: dict[str, Callable[[Data], list[Choice]]] = {
    "type": _types,
    "actor": _counted("actor"),
    "role": _fixed("role", words.ROLE),
    "place": _counted("place"),
    "status": _fixed("status", words.STATUS),
    "certainty": _certainties,
    "source": _counted("source"),
    "review": _fixed("review", words.REVIEW),
    "conflict": _counted("conflict"),
}
