"""The sections of the ledger, one a file; a file in this folder is its own registration.

Each has ``LABEL``, ``MEANING`` (with its states), ``ORDER`` (its place), ``COLUMNS`` (``COMMON`` and its own) and
``rows(facts)``, which gives a row for each entry.
"""
