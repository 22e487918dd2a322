"""How long one article takes from a cold start: ``python -m tracker parse`` against ``import dateparser.search`` alone.

python bench/start.py [ARTICLE.txt] [ROUNDS]

Both run in turn, each in a process of its own, with their bytecode cached as an installed program has it. The least of
all rounds is told, in seconds of the clock and of the processor; only the latter holds on a machine with other work.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds/seed-2025-11-12-istanbul.txt"
Seconds = tuple[float, float]


def run(arguments: list[str], environment: dict[str, str]) -> Seconds:
    """Seconds of the clock and of the processor that one Python process with ``arguments`` takes."""
    start = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(sys.executable, [sys.executable, *arguments], environment, file_actions=silent)
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit(f"python {' '.join(arguments)} failed with {os.waitstatus_to_exitcode(status)}.")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime


def main() -> None:
    """Prints the seconds of both and their ratio."""
    article = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else SEED
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    os.chdir(ROOT)
    commands = {
        "parse": ["-m", "tracker", "parse", str(article), "--published", "2025-11-12"],
        "import dateparser.search": ["-c", "import dateparser.search"],
    }
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for arguments in commands.values():
            run(arguments, environment)
        times = [{name: run(arguments, environment) for name, arguments in commands.items()} for _ in range(rounds)]
    least = {name: [min(one[name][kind] for one in times) for kind in (0, 1)] for name in commands}
    for name, (clock, processor) in least.items():
        print(f"{name}: {clock:.2f} s, of the processor {processor:.2f} s")
    ours, theirs = least["parse"], least["import dateparser.search"]
    print(f"ratio {ours[0] / theirs[0]:.1f}, of the processor {ours[1] / theirs[1]:.1f}")


if __name__ == "__main__":
    main()
