"""``python -m tracker``: the one place that joins the command line and the dashboard's server and words."""

from __future__ import annotations

import sys

from dashboards import serve
from tracker.cli import app, languages, run

serve.register(app)
languages.offer(serve.languages, serve.speech)

if __name__ == "__main__":
    sys.exit(run())
