"""``python -m tracker``: the one place that joins the command line and the dashboard's server."""

from __future__ import annotations

import sys

from dashboards import serve
from tracker.cli import app, run

serve.register(app)

if __name__ == "__main__":
    sys.exit(run())
