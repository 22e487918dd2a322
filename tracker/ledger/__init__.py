"""The ledger: what was offered and not answered, agreed and not carried out, planned and not held, as of any day.

``ledger_of(frame, as_of, links)`` gives all sections as tables; nothing here reads a clock or a store.
"""

from tracker.ledger.ledger import Ledger, ledger_of, sections

__all__ = ["Ledger", "ledger_of", "sections"]
