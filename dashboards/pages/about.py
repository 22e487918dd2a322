"""About: what each type, field and word means, how dates are read, how accurate the parser is, whose data it uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from dashboards import data_entry, error_words, language, words
from dashboards.components.attributes import attributes
from dashboards.components.event_view import type_mark
from dashboards.components.states import empty
from dashboards.data import Data
from dashboards.language import N_, Spoken, _, named
from dashboards.pages import Page
from tracker.errors import DateError
from tracker.models import Basis, LinkKind, Precision
from tracker.resources import DATA, conflicts, event_groups, event_types
from tracker.resources.accuracy import accuracy
from tracker.resources.conflict import Conflict
from tracker.resources.event_type import EventType
from tracker.timeline import COLUMNS
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
    "early 2025",
    "first half of 2025",
    "before 5 May 2025",
    "in the coming days",
    "Ramadan 2025",
    "23-25 травня 2025",
)
"""Words of dates that the page shows read."""
PRECISION = {
    Precision.DAY: (N_("Day"), N_("The day is known.")),
    Precision.WEEK: (N_("Week"), N_("Some day of one week.")),
    Precision.MONTH: (N_("Month"), N_("Some day of one month, or of its beginning, middle or end.")),
    Precision.SEASON: (N_("Season"), N_("Some day of a season, or of the first, middle or last months of a year.")),
    Precision.YEAR: (N_("Year"), N_("Some day of one year, or of a part of it.")),
    Precision.RANGE: (N_("Span"), N_("From one day to another, both of them told.")),
    Precision.OPEN: (N_("One end open"), N_("Only its first or only its last possible day is known, or neither.")),
}
"""What a reader calls each precision, and what it says of the date."""
BASIS = {
    Basis.EXPLICIT: (N_("Its own sentence"), N_("Words in the sentence that tells the event.")),
    Basis.INHERITED: (N_("Another sentence"), N_("Words in another sentence about the same event.")),
    Basis.PUBLISHED: (N_("Publication"), N_("No words of the text date it; the day of publication stands in.")),
    "": (N_("By hand"), N_("A person set it, or it came with an imported table.")),
}
"""Where a date can come from."""
FIGURES = {
    "events: detection": N_("Events found"),
    "events: dated": N_("Events found and dated"),
    "events: usable": N_("Events found, dated, with actors"),
    "date": N_("First and last day"),
    "date overlap": N_("Days that overlap"),
    "status": N_("Status"),
    "actors": N_("Actors"),
    "roles": N_("Roles of actors"),
    "country": N_("Country"),
    "quantities": N_("Numbers"),
    "round": N_("Round"),
    "claimed_by": N_("On whose word"),
}
"""What the page calls the figures of the evaluation."""
LINK_MEANING = Spoken(
    {
        LinkKind.ANSWERS: N_("It is the answer to what the other put forward."),
        LinkKind.CARRIES_OUT: N_("It puts into practice what the other agreed."),
        LinkKind.FOLLOWS: N_("It is the next of the same series."),
        LinkKind.BREAKS: N_("It breaches what the other agreed or declared."),
        LinkKind.CALLED_OFF: N_("It calls off what the other planned."),
        LinkKind.CAME_OF: N_("It came about through the other."),
    }
)


def layout(data: Data) -> html.Div:
    """The page, all of it from the files that the parser reads."""
    sections = [
        ("types", _("Types of events"), _types()),
        ("rules", _("How events are found"), _rules()),
        ("words", _("Words"), _words()),
        ("dates", _("How dates are read"), _dates(data)),
        ("fields", _("Fields"), _fields()),
        ("conflicts", _("Conflicts known"), _conflicts()),
        ("accuracy", _("How accurate it is"), _accuracy()),
        ("sources", _("Data and licences"), _sources()),
    ]
    return html.Div(
        [
            html.H1(PAGE.label),
            html.P(
                _(
                    "This program reads news about negotiations, proposes dated events with the sentences "
                    "that prove them, and keeps what you accept. Everything stays on this machine. Version "
                    "{version}.",
                    version=VERSION,
                ),
                className="about-lead",
            ),
            html.Nav(
                [html.A(title, href=f"#about-{name}") for name, title, _content in sections],
                className="about-nav",
                **attributes(aria_label=_("On this page")),
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
                    [
                        html.Tr(
                            [
                                html.Th(row[0], scope="row"),
                                *(
                                    html.Td(cell, **attributes(data_head=head))
                                    for head, cell in zip(heads[1:], row[1:], strict=True)
                                ),
                            ]
                        )
                        for row in rows
                    ]
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
            (
                type_mark(one.name),
                words.type_meaning(one.name),
                words.listed([words.role_name(role) for role in one.roles]),
            )
            for one in event_types().values()
            if one.group == group.name
        ]
        shown += [
            html.H3([html.Span(group.glyph, className=f"glyph group-{group.name}"), words.group_label(group.name)]),
            html.P(named("event group", group.description), className="quiet"),
            _table(
                _("Types of the group {label}", label=words.group_label(group.name)),
                (_("Type"), _("It is"), _("Roles of actors")),
                rows,
            ),
        ]
    return shown


def _rules() -> list[Component]:
    """How texts are read: what counts as an event, and for each type sentences that tell one and that do not."""
    return [
        html.P(
            _(
                "An event is found where words of its type stand with those who act, in a sentence that tells it as "
                "having happened, happening or fixed to happen. Wishes, conditions and what is denied are none. "
                "What only one side says is kept with its name. Which rule set a field stands beside it on the "
                "event's page. Every sentence below runs as a test of the rules."
            )
        ),
        html.Div([_sentences(one) for one in event_types().values()], className="about-conflicts about-rules"),
    ]


def _sentences(one: EventType) -> html.Details:
    told = [html.Li(example.text) for example in one.example]
    not_told = [html.Li(text) for text in one.near_miss]
    return html.Details(
        [
            html.Summary(type_mark(one.name)),
            html.P(_("These tell one:"), className="quiet"),
            html.Ul(told),
            html.P(_("These do not:"), className="quiet"),
            html.Ul(not_told),
        ]
    )


def _words() -> list[Component]:
    parts: list[tuple[str, Sequence[Sequence[str]]]] = [
        (_("Status"), [(words.STATUS[name], words.STATUS_MEANING[name]) for name in words.STATUS]),
        (_("Precision of a date"), [(_(label), _(said)) for label, said in PRECISION.values()]),
        (_("Where a date comes from"), [(_(label), _(said)) for label, said in BASIS.values()]),
        (_("Roles of actors"), [(words.ROLE[name], words.ROLE_MEANING[name]) for name in words.ROLE]),
        (_("Links between events"), [(words.LINK[name], LINK_MEANING[name]) for name in words.LINK]),
    ]
    return [part for title, rows in parts for part in (html.H3(title), _table(title, (_("Word"), _("It means")), rows))]


def _dates(data: Data) -> list[Component]:
    today = data.today()
    rows = []
    for typed in EXAMPLES:
        try:
            found = data_entry.read_date(typed, today)
        except DateError as error:
            rows.append((f"“{typed}”", error_words.said(error.sentence), ""))
            continue
        rows.append(
            (
                f"“{typed}”",
                words.date_in_words(found.first, found.last, found.precision or ""),
                words.PRECISION[found.precision] if found.precision else "",
            )
        )
    said = words.date_in_words(today, today, "day")
    return [
        html.P(
            _(
                "Words such as “Tuesday” count from the day the text was published; without that day they stay open "
                "and you are asked. A date is never made narrower than its words: what is known only to the month is "
                "drawn over the whole month. Weekdays follow the tense of their verb: before publication in the past, "
                "after it in the future."
            )
        ),
        html.P(_("Read today, on {day}, the reader makes of these words:", day=said)),
        _table(_("Examples of dates"), (_("Words"), _("Read as"), _("Known")), rows),
    ]


def _fields() -> list[Component]:
    rows = [(named("column", one.label), named("column", one.meaning), html.Code(one.name)) for one in COLUMNS]
    return [
        html.P(_("The columns of every table and export.")),
        _table(_("Fields of an event"), (_("Field"), _("It holds"), _("Name in exports")), rows),
    ]


def _conflicts() -> list[Component]:
    known = list(conflicts().values())
    if not known:
        return [empty(_("No profile."), _("A file in data/conflicts makes a conflict known."))]
    shown = [
        html.Details(
            [
                html.Summary(named("conflict", one.name)),
                html.P(named("conflict", one.description)),
                html.P(_("Sides: {sides}", sides=_sides(one))),
                html.P(
                    _(
                        "Actors: {actors}, people: {people}, places: {places}, tracks: {tracks}",
                        actors=len(one.actor),
                        people=len(one.person),
                        places=len(one.place),
                        tracks=len(one.track),
                    ),
                    className="quiet",
                ),
            ]
        )
        for one in sorted(known, key=lambda one: named("conflict", one.name).casefold())
    ]
    return [
        html.P(
            _(
                "{count} conflicts have a profile. Texts about any other are read with the names of all "
                "states and large organisations.",
                count=len(known),
            )
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
                _("Not measured on this machine."),
                _(
                    "The evaluation writes its figures to data/accuracy.toml; they are shown here when it has run. "
                    "Until then take every proposal as a proposal."
                ),
            )
        ]
    day = words.date_in_words(found.measured, found.measured, "day")
    rows = [
        (
            _(FIGURES.get(one.field, one.field)),
            named("accuracy", one.measure),
            language.percent(one.value),
            language.number(one.count),
            named("accuracy", one.meaning),
        )
        for one in found.figure
    ]
    fewest = min((one.count for one in found.figure), default=0)
    return [
        html.P(
            _(
                "Measured on {day} with version {parser}. {sample}",
                day=day,
                parser=found.parser,
                sample=words.with_numbers("accuracy", found.sample),
            )
        ),
        html.P(
            _(
                "F1 is 100% if every event of the texts is found and none is invented; what is missed and what is "
                "wrong both lower it. Agreement is told of the events that were found. With {count} cases a share "
                "can lie {points} points off by chance alone. So take every proposal as a proposal, and read its "
                "sentence.",
                count=language.number(fewest),
                points=language.number(off_by_chance(fewest)),
            )
        )
        if fewest
        else html.P(),
        _table(_("Measured accuracy"), (_("Field"), _("Measure"), _("Value"), _("Cases"), _("It says")), rows),
    ]


def off_by_chance(count: int) -> int:
    """Half the width, in percentage points, of the widest 95 % interval of a share of ``count`` cases (normal)."""
    return round(100 * 1.96 * sqrt(0.25 / count))


def _sources() -> list[Component]:
    path = DATA / "README.md"
    if not path.exists():
        return [empty(_("The list of sources is missing."), _("Restore data/README.md from the project."))]
    text = path.read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("# "))
    shown = dcc.Markdown(body, link_target="_blank")
    name = attributes(aria_label=_("Data and licences"))
    return [html.Div(shown, className="about-markdown", tabIndex=0, role="region", **name)]
