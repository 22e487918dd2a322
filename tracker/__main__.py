"""``python -m tracker``: the one place that joins the command line and the dashboard's server and words."""

from __future__ import annotations

import gc
import sys

from dashboards import serve
from tracker.cli import app, languages, run

gc.set_threshold(500_000)
"""Objects, more than a start makes: they stay, and with Python's 700 a tenth of it would go into seeking rubbish."""
serve.register(app)
languages.offer(serve.languages, serve.speech)

if __name__ == "__main__":
    sys.exit(run())
