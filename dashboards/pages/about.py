"""About: what each type, field and word means, how dates are read, how accurate the parser is, whose data it uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from dashboards import data_entry, words
from dashboards.components.attributes import attributes
from dashboards.components.event_view import type_mark
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.language import N_
from dashboards.pages import Page
from tracker.errors import DateError
from tracker.models import LinkKind
from tracker.resources import DATA, conflicts, event_groups, event_types
from tracker.resources.accuracy import accuracy
from tracker.resources.conflict import Conflict
from tracker.timeline import COLUMNS
from tracker.timeline.date_in_words import date_in_words
from tracker.version import VERSION

PAGE = Page(name="about", path="/about", title=N_("About"), order=90)
EXAMPLES = (
    "11 November 2025",
    "February 2022",
    "last Tuesday",
    "last week",
    "earlier this year",
    "late May 2025",
    "last summer",
    "since 2014",
    "23-25 May 2025",
    "three years ago",
)
"""Words of dates that the page shows read."""
LINK_MEANING: Mapping[str, str] = {
    LinkKind.ANSWERS: "It is the answer to what the other put forward.",
    LinkKind.CARRIES_OUT: "It puts into practice what the other agreed.",
    LinkKind.FOLLOWS: "It is the next of the same series.",
    LinkKind.BREAKS: "It breaches what the other agreed or declared.",
    LinkKind.CALLED_OFF: "It calls off what the other planned.",
    LinkKind.CAME_OF: "It came about through the other.",
}


def layout(data: Data) -> html.Div:
    """The page, all of it from the files that the parser reads."""
    sections = [
        ("types", "Types of events", _types()),
        ("words", "Words", _words()),
        ("dates", "How dates are read", _dates(data)),
        ("fields", "Fields", _fields()),
        ("conflicts", "Conflicts known", _conflicts()),
        ("accuracy", "How accurate it is", _accuracy()),
        ("sources", "Data and licences", _sources()),
    ]
    return html.Div(
        [
            html.H1(PAGE.label),
            html.P(
                "This program reads news about negotiations, proposes dated events with the sentences that prove them, "
                "and keeps what you accept. Everything stays on this machine. "
                f"Version {VERSION}.",
                className="about-lead",
            ),
            html.Nav(
                [html.A(title, href=f"#about-{name}") for name, title, _content in sections],
                className="about-nav",
                **attributes(aria_label="On this page"),
            ),
            *(
                html.Section([html.H2(title), *content], id=f"about-{name}", className="about-section")
                for name, title, content in sections
            ),
        ],
        className="page about-page",
    )


def register(app: Dash, data: Data) -> None:
    """The page has no callbacks."""


def _table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Component:
    """A table with a caption that screen readers hear; it scrolls by itself on a narrow page."""
    return html.Div(
        html.Table(
            [
                html.Caption(caption, className="visually-hidden"),
                html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                html.Tbody(
                    [html.Tr([html.Th(row[0], scope="row"), *(html.Td(cell) for cell in row[1:])]) for row in rows]
                ),
            ],
            className="about-table",
        ),
        className="about-scroll",
        tabIndex=0,
        role="region",
        **attributes(aria_label=caption),
    )


def _types() -> list[Component]:
    shown: list[Component] = []
    for group in event_groups().values():
        rows = [
            (type_mark(one.name), one.description, words.listed([words.ROLE[role].lower() for role in one.roles]))
            for one in event_types().values()
            if one.group == group.name
        ]
        shown += [
            html.H3([html.Span(group.glyph, className=f"glyph group-{group.name}"), group.label]),
            html.P(group.description, className="quiet"),
            _table(f"Types of the group {group.label}", ("Type", "It is", "Roles of actors"), rows),
        ]
    return shown


def _words() -> list[Component]:
    parts: list[tuple[str, Sequence[Sequence[str]]]] = [
        ("Status", [(words.STATUS[name], words.STATUS_MEANING[name]) for name in words.STATUS]),
        ("Precision of a date", [(name, said) for name, said in words.PRECISION.items()]),
        ("Where a date comes from", [(name or "by hand", said) for name, said in words.BASIS.items()]),
        ("Roles of actors", [(words.ROLE[name], words.ROLE_MEANING[name]) for name in words.ROLE]),
        ("Links between events", [(words.LINK[name], LINK_MEANING[name]) for name in words.LINK]),
    ]
    return [part for title, rows in parts for part in (html.H3(title), _table(title, ("Word", "It means"), rows))]


def _dates(data: Data) -> list[Component]:
    today = data.today()
    rows = []
    for typed in EXAMPLES:
        try:
            found = data_entry.read_date(typed, today)
        except DateError as error:
            rows.append((f"“{typed}”", error.sentence, ""))
            continue
        rows.append(
            (
                f"“{typed}”",
                date_in_words(found.first, found.last, found.precision or ""),
                words.PRECISION[found.precision] if found.precision else "",
            )
        )
    said = date_in_words(today, today, "day")
    return [
        html.P(
            "Words such as “Tuesday” count from the day the text was published; without that day they stay open and "
            "you are asked. A date is never made narrower than its words: what is known only to the month is drawn "
            "over the whole month. Weekdays follow the tense of their verb: before publication in the past, after it "
            "in the future."
        ),
        html.P(f"Read today, on {said}, the reader makes of these words:"),
        _table("Examples of dates", ("Words", "Read as", "Known"), rows),
    ]


def _fields() -> list[Component]:
    rows = [(one.label, one.meaning, html.Code(one.name)) for one in COLUMNS]
    return [
        html.P("The columns of every table and export."),
        _table("Fields of an event", ("Field", "It holds", "Name in exports"), rows),
    ]


def _conflicts() -> list[Component]:
    known = list(conflicts().values())
    if not known:
        return [empty("No profile.", "A file in data/conflicts makes a conflict known.")]
    shown = [
        html.Details(
            [
                html.Summary(one.name),
                html.P(one.description),
                html.P(f"Sides: {_sides(one)}"),
                html.P(
                    f"{len(one.actor)} actors, {len(one.person)} people, {len(one.place)} places, "
                    f"{len(one.track)} tracks",
                    className="quiet",
                ),
            ]
        )
        for one in sorted(known, key=lambda one: one.name.casefold())
    ]
    return [
        html.P(
            f"{len(known)} conflicts have a profile. Texts about any other are read with the names of all states and "
            "large organisations."
        ),
        html.Div(shown, className="about-conflicts"),
    ]


def _sides(one: Conflict) -> str:
    return " / ".join(", ".join(words.actor_name(code, one.slug) for code in side) for side in one.sides)


def _accuracy() -> list[Component]:
    found = accuracy()
    if found is None:
        return [
            empty(
                "Not measured on this machine.",
                "The evaluation writes its figures to data/accuracy.toml; they are shown here when it has run. "
                "Until then take every proposal as a proposal.",
            )
        ]
    day = date_in_words(found.measured, found.measured, "day")
    rows = [(one.field, one.measure, f"{one.value:.0%}", f"{one.count:,}", one.meaning) for one in found.figure]
    return [
        html.P(f"Measured on {day} with version {found.parser}. {found.sample}"),
        _table("Measured accuracy", ("Field", "Measure", "Value", "Cases", "It says"), rows),
    ]


def _sources() -> list[Component]:
    path = DATA / "README.md"
    if not path.exists():
        return [empty("The list of sources is missing.", "Restore data/README.md from the project.")]
    text = path.read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("# "))
    return [dcc.Markdown(body, className="about-markdown", link_target="_blank")]
