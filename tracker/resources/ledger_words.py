"""What the ledger reads out of the words of events: ``data/ledger.toml``."""

from __future__ import annotations

from functools import cache

from tracker.resources.files import DATA, Resource, read_toml


class Wording(Resource):
    """Words that tell something, in the texts of events of these types."""

    types: tuple[str, ...]
    words: tuple[str, ...]


class LedgerWords(Resource):
    """The whole file; ``answers`` says by type what an answer was, ``to_meet`` what one meeting carries out whole."""

    living: tuple[str, ...]
    next_round: Wording
    put_off: Wording
    silence: Wording
    to_meet: Wording
    answers: dict[str, str]


@cache
def ledger_words() -> LedgerWords:
    """The words, read once."""
    return read_toml(DATA / "ledger.toml", LedgerWords)
