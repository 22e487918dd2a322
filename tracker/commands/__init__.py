"""The commands, one a file. A module here is its own registration, under its own name (``import_`` is ``import``).

``command`` is a function as typer wants it, with a docstring for ``--help``; ``EXAMPLE`` is shown below it.
"""
