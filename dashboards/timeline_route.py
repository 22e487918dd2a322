"""``POST /timeline/drawing``: the timeline as one viewport shows it, for the page's own script.

No callback of Dash: its renderer spends a tenth of a second on handing an answer on, more than the server on drawing.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

import orjson
from dash import Dash
from flask import Response, request

from dashboards import language
from dashboards.charts import density, ink, timeline
from dashboards.charts.spans import Viewport
from dashboards.components import notices
from dashboards.data import Data, Filter
from dashboards.filters import DEFAULT, read_query
from dashboards.language import _, ngettext
from dashboards.timeline_view import DEFAULT_LANES, Views, lanes_choice, viewport_of
from tracker.errors import TrackerError, UsageError

PATH = "/timeline/drawing"

NO_EVENT_MEETS, NO_EVENT_YET = "met", "yet"
"""Why nothing is drawn: the filter, or an empty store."""

log = logging.getLogger("dashboards")


def register(app: Dash, data: Data, views: Views) -> None:
    """Adds the address to the app's server.

    A question is JSON: ``from``, ``to`` (milliseconds since 1970, or null for the whole period), ``width``, ``height``
    (pixels), ``stamp``, ``strip`` (the key of the one that is shown), ``query`` (the filter's keys and values),
    ``lanes``, ``folded``, ``theme``, ``selected``. What fails is said in words under ``failed``.
    """

    @app.server.route(PATH, methods=["POST"])
    def drawing() -> Response:
        try:
            with language.speaking(language.current()):  # found once, not for each of a thousand numbers
                return _json(answer(data, views, _question(request.get_json(silent=True))))
        except TrackerError as error:
            log.warning("%s", error)
            return _json({"failed": notices.sentence_for(error)}, 400)
        except Exception as error:
            log.exception("The timeline cannot be drawn.")
            return _json({"failed": notices.sentence_for(error)}, 500)


def _json(content: dict[str, Any], status: int = 200) -> Response:
    return Response(orjson.dumps(content), status=status, mimetype="application/json")


def _question(given: Any) -> Mapping[str, Any]:
    if isinstance(given, Mapping) and isinstance(given.get("query", {}), Mapping):
        return given
    raise UsageError(_("The page asked for a drawing in a form that is not known."), advice=_("Reload the page."))


def answer(data: Data, views: Views, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The drawing with its ``stamp``, the ``whole`` period, the ``strip`` if the page has another one, and in words
    what is in sight (``says``); ``nothing`` tells why there is nothing.
    """
    chosen = _filter(asked.get("query", {}))
    theme: ink.Theme = "dark" if asked.get("theme") == "dark" else "light"
    prepared = views.prepared(chosen, lanes_choice(asked.get("lanes")))
    whole = views.whole(chosen)
    port = viewport_of(asked, whole)
    selected = asked.get("selected")
    event = timeline.Chosen(selected, data.linked(selected)) if isinstance(selected, str) and selected else None
    folded = asked.get("folded")
    shut = frozenset(one for one in folded if isinstance(one, str)) if isinstance(folded, list) else frozenset()
    drawn = timeline.draw(prepared, port, theme=theme, today=data.today(), chosen=event, whole=whole, folded=shut)
    return drawn | {
        "stamp": asked.get("stamp"),
        "whole": list(whole),
        "strip": _strip(views, chosen, port.width, theme, asked.get("strip")),
        "says": says(prepared, port),
        "nothing": "" if len(prepared.rows) else NO_EVENT_MEETS if data.count() else NO_EVENT_YET,
    }


def _filter(query: Mapping[str, str]) -> Filter:
    """The filter that is asked for; an address that cannot be read means the default, and the filter bar says so."""
    try:
        return read_query(query)
    except TrackerError:
        return DEFAULT


def says(prepared: timeline.Prepared, port: Viewport) -> str:
    """What is in sight, in a sentence."""
    seen = prepared.spans.count(port.start, port.end)
    parts = [ngettext("{count} event in sight", "{count} events in sight", seen) + f", {port.in_words()}"]
    undated = prepared.spans.undated
    if undated:
        parts.append(
            ngettext(
                "{count} without any date, in the table only", "{count} without any date, in the table only", undated
            )
        )
    return "; ".join(parts) + "."


def _strip(views: Views, chosen: Filter, width: int, theme: ink.Theme, known: Any) -> dict[str, Any] | None:
    """The strip of the whole period with its key; ``None`` if the browser shows the one of this key already."""
    prepared, whole = views.prepared(chosen, DEFAULT_LANES), views.whole(chosen)
    key = json.dumps([prepared.outline.number, chosen.to_query(), whole, width, theme])
    if key == known:
        return None
    port = viewport_of({"width": width}, whole)
    return density.strip(prepared.counting, prepared.lanes, port, theme=theme) | {"key": key}
