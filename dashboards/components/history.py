"""The history of an event: who changed what, when and why, newest first, each change with its undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboards import error_words
from dashboards.components.attributes import attributes
from dashboards.components.change_words import change_in_words, moment
from dashboards.components.disagreement_view import LABELS
from dashboards.language import N_, Spoken, _

if TYPE_CHECKING:
    from tracker.models import Change

_AUTHORS = Spoken({"parser": N_("the parser"), "editor": N_("an editor"), "import": "", "inbox": N_("the inbox")})
"""Authors that are no names; an empty one is not worth saying."""
REASON = "reason"
REASONS = (
    "The bundled timeline {1}",
    "import of {1}",
    "One event of many taken back.",
    "Said to close it on the page Open questions",
    "Closed by hand on the page Open questions: {1}",
)
"""What the program itself writes into the log as a reason, with {1} for what it names; the catalogue's ``REASON``."""
_ACTIONS = Spoken(
    {
        "undo": N_("A change taken back"),
        "import": N_("Imported"),
        "propose": N_("Proposed"),
        "review": N_("Reviewed"),
        "add": N_("Added"),
        "change": N_("Changed"),
        "link": N_("Linked"),
        "unlink": N_("Unlinked"),
        "join": N_("Joined"),
        "split": N_("Split"),
        "take_in": N_("Read in"),
        "answer_join": N_("A question answered"),
        "choose": N_("A value chosen"),
        "keep_both": N_("Both versions kept"),
    }
)


def history(
    changes: Sequence[Change],
    undoable: Collection[int],
    taken_back: Collection[int],
    title: Callable[[str], str] = str,
    source: Callable[[str], str] = str,
) -> Component:
    """The changes of one event in batches. ``undoable`` batches get a button, ``taken_back`` ones are struck.

    ``title`` names other events by their ids, ``source`` says whose report it is by its id.
    """
    batches = [(number, list(rows)) for number, rows in groupby(changes, key=lambda one: one.batch)]
    shown = [
        _batch(number, rows, said, number in undoable, number in taken_back)
        for number, rows in reversed(batches)
        if any(said := [change_in_words(one, title, source) for one in rows])
    ]
    return html.Ol(shown, className="history") if shown else html.P(_("Nothing is written of it."), className="quiet")


def _batch(number: int, rows: Sequence[Change], changed: Sequence[list[Any]], undoable: bool, gone: bool) -> html.Li:
    first = rows[0]
    said = [line for line in changed if line]
    head: list[Any] = [
        html.Time(moment(first.at), dateTime=first.at.isoformat()),
        f" · {_ACTIONS.get(first.action, first.action.replace('_', ' ').capitalize())}",
    ]
    author = _AUTHORS.get(first.by, first.by)
    if author:
        head.append(" " + _("by {author}", author=author))
    if gone:
        head.append(" · " + _("taken back since"))
    lines = [html.Li(line) for line in _unique(said)]
    told = _reason(first)
    why = [html.P(_("Why: {reason}", reason=told), className="history-why")] if told else []
    button: list[Component] = (
        [
            dmc.Button(
                _("Undo"),
                id={"type": "event-undo", "index": number},
                variant="default",
                size="compact-sm",
                className="no-print",
                **attributes(aria_label=_("Undo the change of {moment}", moment=moment(first.at))),
            )
        ]
        if undoable and not gone
        else []
    )
    return html.Li(
        [
            html.Div([html.Div(head, className="history-head"), *button], className="history-row"),
            *why,
            html.Ul(lines, className="history-changes"),
        ],
        className="history-gone" if gone else None,
    )


def _reason(change: Change) -> str:
    """Why it was done; where a disagreement was settled, on what sources differed."""
    if change.action not in ("choose", "keep_both"):
        return error_words.said(change.reason, REASON)
    kind, _colon, why = change.reason.partition(": ")
    return f"{LABELS[kind]}{': ' if why else ''}{why}" if kind in LABELS else change.reason


def _unique(lines: Sequence[list[Any]]) -> list[list[Any]]:
    """The lines, each text once: three reports set behind an event at once are one line."""
    seen: dict[str, list[Any]] = {}
    for line in lines:
        seen.setdefault(str(line), line)
    return list(seen.values())
