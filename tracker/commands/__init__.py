"""The commands, one a file. A module here is its own registration: ``NAME``, ``command`` and ``EXAMPLE``.

``command`` is a function as typer wants it, with a docstring for ``--help``; ``EXAMPLE`` is shown below it.
"""
