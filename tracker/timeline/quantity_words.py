"""How many of what, and for whom, as a reader would say it: "250 prisoners for Ukraine", "1 body each"."""

from __future__ import annotations

from tracker.models import Quantity
from tracker.timeline.speech import ENGLISH, Speech


def quantity_in_words(one: Quantity, slug: str = "", speech: Speech = ENGLISH) -> str:
    """A number of an event of the conflict called ``slug``."""
    sides = {"total": speech.phrase("in total"), "each": speech.phrase("each")}
    side = sides.get(one.side) or speech.phrase("for {actor}", actor=speech.actor(one.side, slug))
    return f"{counted_in_words(one.what, one.value, speech)} {side}"


def counted_in_words(what: str, value: int, speech: Speech = ENGLISH) -> str:
    """So many of what quantities count (event model); of something else by its own name."""
    said = {
        "prisoners": speech.phrases("{count} prisoner", "{count} prisoners", value),
        "civilians": speech.phrases("{count} civilian", "{count} civilians", value),
        "children": speech.phrases("{count} child", "{count} children", value),
        "hostages": speech.phrases("{count} hostage", "{count} hostages", value),
        "bodies": speech.phrases("{count} body", "{count} bodies", value),
        "killed": speech.phrases("{count} killed", "{count} killed", value),
        "wounded": speech.phrases("{count} wounded", "{count} wounded", value),
        "rounds": speech.phrases("{count} round", "{count} rounds", value),
        "exchanges": speech.phrases("{count} exchange", "{count} exchanges", value),
    }
    return said.get(what) or f"{speech.number(value)} {what}"
