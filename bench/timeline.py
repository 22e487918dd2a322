"""The timeline in a real browser over 1,000 to 1,000,000 events, beside a plain plotly scatter of the same events.

``python -m bench.timeline`` makes a store of each size, serves it as ``python -m tracker serve`` does, and drives
chromium at 1440 by 900: first drawing, then drags and wheel turns from the whole period down to weeks and back.

The table says, for each size: seconds to the first drawing on a warm server; milliseconds of the server's answer to a
pan or zoom, from the browser's request to the last byte, of the server's own part of it, and of the processor's time
that the server spends on a move (median, 95th percentile), which other work on the machine leaves as it is; kilobytes
that it sends; the longest frame while the mouse drags or turns, and the page's longest task in the processor's time;
milliseconds from a control of the filter that is changed to the drawing; the server's memory at most.

Before it, the first page over the bundled timeline: on a warm server, in a browser that has nothing kept and in one
that was there before, from the call of the address until the timeline is drawn, until a click on "Zoom in" right after
it is answered by a drawing, and until the whole page works, with the filter and all that is not the timeline.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import plotly
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from playwright.sync_api import Error as BrowserError

from bench import made_timeline
from tests.browser.install_browser import on_path

SIZES = (1_000, 10_000, 100_000, 1_000_000)
MOVES = 30
FIRST_PAGES = 7
SCREEN = ViewportSize(width=1440, height=900)
PATIENCE = 60.0
"""Seconds that a drawing may take before it is given up."""

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
FILTERS: tuple[tuple[str, list[str] | str | None, list[str] | str | None], ...] = (
    ("type", ["talks"], []),
    ("actor", ["RUS"], []),
    ("role", ["mediator"], []),
    ("place", ["TUR"], []),
    ("place", ["Istanbul,TUR"], []),
    ("start", "2005-01-01", None),
    ("end", "2014-12-31", None),
    ("status", ["planned"], []),
    ("certainty", ["uncertain"], []),
    ("certainty", ["claim"], []),
    ("source", ["tass.com"], []),
    ("review", [], ["accepted"]),
    ("conflict", ["russia-ukraine"], []),
    ("text", "prisoners", ""),
    ("text", "istanbul", ""),
    ("text", "war", ""),
    ("text", "e", ""),
)
"""Controls of the filter: each is set to the first value, then back to the second."""
FRAMES = """() => { window.longest = 0; let last = performance.now();
    const step = (now) => {
        window.longest = Math.max(window.longest, now - last);
        last = now;
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step); }"""
ANSWERED = "() => (window.tracker?.timeline?.scene()?.stamp ?? -1) === window.tracker?.timeline?.view.stamp"
ZOOMED = """() => { const now = window.tracker.timeline.scene();
    return now && now.stamp > window.seen.stamp && now.to - now.from < 0.7 * window.seen.wide; }"""
"""What is drawn was asked for after ``seen`` and is narrower: a drawing of the same stretch answers no click."""
ALL_THERE = "() => !document.getElementById('forerunner')"


@dataclass
class Figures:
    """What was measured at one size: milliseconds, but ``first`` in seconds, ``sent`` in kB, ``memory`` in MB.

    ``answers`` are what the browser waits, ``server`` is the server's part of it from the request's arrival until the
    answer is ready, ``work`` the time of the processor that the server spends on a move, and ``task`` the time of the
    processor that the page's longest task takes.
    """

    first: float = 0.0
    answers: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    frame: float = 0.0
    task: float = 0.0
    filters: list[float] = field(default_factory=list)
    memory: float = 0.0


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int]]:
    """The dashboard over the store at ``path``: its address and process."""
    command = [sys.executable, "-m", "tracker", "serve", "--port", "0", "--store", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        for line in process.stdout or ():
            found = re.search(r"http://\S+/", line)
            if found:
                yield found[0], process.pid
                break
    finally:
        process.terminate()
        process.wait()


def memory(process: int) -> float:
    """Megabytes that a process has held at most."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def work(process: int) -> float:
    """Milliseconds of the processor's time that all threads of a process have had."""
    spent = 0
    for thread in Path(f"/proc/{process}/task").iterdir():
        spent += int((thread / "schedstat").read_text(encoding="utf-8").split()[0])
    return spent / 1e6


@contextmanager
def traced(browser: Browser, page: Page, found: Figures) -> Iterator[None]:
    """Notes the longest task of the page's main thread meanwhile, in milliseconds of the processor's time."""
    browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
    yield
    events = json.loads(browser.stop_tracing())["traceEvents"]
    main = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    }
    tasks = (one["tdur"] for one in events if "tdur" in one and (one["pid"], one["tid"]) in main)
    found.task = max(found.task, max(tasks, default=0) / 1000)


@dataclass
class FirstPage:
    """Seconds from the call of the address: until the timeline is drawn, a click is answered, all of the page works."""

    drawn: list[float] = field(default_factory=list)
    usable: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)


def first_pages(browser: Browser, path: Path, *, known: bool) -> FirstPage:
    """Several visits to the timeline of the store at ``path``, in a browser that knows the page or has nothing kept."""
    found = FirstPage()
    with served(path) as (address, _process):
        context = browser.new_context(viewport=SCREEN)
        for visit in range(FIRST_PAGES + 2):
            if visit == 2:  # the first warms the server, and a browser keeps what it compiled at the second
                found = FirstPage()
            if not known:
                context.close()
                context = browser.new_context(viewport=SCREEN)
            page = context.new_page()
            page.set_default_timeout(PATIENCE * 1000)
            page.goto(address, wait_until="commit")
            _visit(page, found)
            page.close()
        context.close()
    return found


def _visit(page: Page, found: FirstPage) -> None:
    now = "() => performance.now() / 1000"
    page.wait_for_function(ANSWERED, polling="raf")
    found.drawn.append(page.evaluate(now))
    page.evaluate(
        "() => { const now = window.tracker.timeline.scene();"
        " window.seen = { stamp: now.stamp, wide: now.to - now.from }; }"
    )
    page.get_by_role("button", name="Zoom in", exact=True).click()
    page.wait_for_function(ZOOMED, polling="raf")
    found.usable.append(page.evaluate(now))
    page.wait_for_function(ALL_THERE, polling="raf")
    found.whole.append(page.evaluate(now))


def ours(browser: Browser, path: Path) -> Figures:
    """The timeline over the store at ``path``."""
    found = Figures()
    with served(path) as (address, process):
        for _time in range(2):  # the second is on a warm server
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.set_default_timeout(PATIENCE * 1000)
            page.goto(address)
            page.wait_for_function(ANSWERED, polling=20)
            found.first = page.evaluate("() => performance.now()") / 1000
            page.wait_for_function(ALL_THERE, polling=20)
            page.wait_for_timeout(1500)
            if not _time:
                page.close()
        with traced(browser, page, found):
            _move(page, found, process)
        _filter(page, found)
        found.memory = memory(process)
        page.close()
    return found


def _move(page: Page, found: Figures, process: int) -> None:
    """Drags and turns the wheel, and reads from the browser what each answer took and weighed."""
    rng = random.Random(3)
    box = page.locator("#timeline-chart").bounding_box() or {"x": 0, "y": 0, "width": 1000, "height": 400}
    left, top = box["x"], box["y"] + 150
    page.evaluate("() => performance.setResourceTimingBufferSize(5000)")
    page.evaluate(FRAMES)
    for number in range(MOVES):
        page.evaluate("() => performance.clearResourceTimings()")
        x = left + box["width"] * rng.uniform(0.3, 0.7)
        page.mouse.move(x, top)
        page.evaluate("() => { window.longest = 0; }")
        before = work(process)
        if number % 2:
            page.mouse.down()
            for step in range(12):
                page.mouse.move(x + (step + 1) * rng.choice((-1, -1, 1)) * 24, top)
            page.mouse.up()
        else:
            inwards = (number // 2) % 10 < 6
            for _turn in range(3):
                page.mouse.wheel(0, -180 if inwards else 260)
                page.wait_for_timeout(30)
        page.wait_for_timeout(400)
        page.wait_for_function(ANSWERED, polling=20)
        found.work.append(work(process) - before)
        found.frame = max(found.frame, page.evaluate("() => window.longest"))
        for one in page.evaluate(
            "() => performance.getEntriesByType('resource').filter((e) => e.name.endsWith('/timeline/drawing'))"
            ".map((e) => [e.responseEnd - e.requestStart, e.transferSize, e.serverTiming[0].duration])"
        ):
            found.answers.append(one[0])
            found.sent.append(one[1] / 1000)
            found.server.append(one[2])


def _filter(page: Page, found: Figures) -> None:
    page.get_by_role("button", name="All", exact=True).click()
    page.wait_for_timeout(800)
    for _round in range(2):  # texts are read when they are first searched: the second round is warm
        found.filters = []
        for name, value, back in FILTERS:
            found.filters += [_changed(page, name, value), _changed(page, name, back)]


def _changed(page: Page, name: str, value: list[str] | str | None) -> float:
    """Milliseconds from a control's change until the timeline is drawn anew."""
    page.evaluate("() => { window.before = window.tracker.timeline.scene(); window.began = performance.now(); }")
    page.evaluate("([id, value]) => window.dash_clientside.set_props(id, { value })", [f"filter-{name}", value])
    page.wait_for_function("() => window.tracker.timeline.scene() !== window.before", polling="raf")
    took = page.evaluate("() => performance.now() - window.began")
    page.wait_for_timeout(400)
    return float(took)


def plain(browser: Browser, count: int) -> Figures | str:
    """A scatter of all events, everything in the browser; why there is none if it is not drawn in time."""
    groups: dict[str, int] = {}
    rows = [row for row in made_timeline.made(count) if row["date_start"]]
    x = [f"{row['date_start']}" for row in rows]
    y = [groups.setdefault(row["event_type"], len(groups)) for row in rows]
    figure = {"x": x, "y": y, "text": [row["title"] for row in rows], "mode": "markers", "type": "scatter"}
    sent = json.dumps(figure)
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE * 1000)
    found = Figures(sent=[len(sent) / 1000])
    try:
        page.set_content("<div id=chart style='width:1400px;height:700px'></div>")
        page.add_script_tag(path=str(Path(plotly.__file__).parent / "package_data" / "plotly.min.js"))
        with TemporaryDirectory() as folder:
            file = Path(folder) / "data.js"
            file.write_text(f"window.figure = {sent};", encoding="utf-8")
            page.add_script_tag(path=str(file))
        began = time.perf_counter()
        _within(page, "Plotly.newPlot('chart', [window.figure], { dragmode: 'pan' })")
        found.first = time.perf_counter() - began
        page.evaluate(FRAMES)
        page.wait_for_timeout(200)
        page.evaluate("() => { window.longest = 0; }")
        with traced(browser, page, found):
            for step in range(6):
                _within(
                    page,
                    f"Plotly.relayout('chart', {{ 'xaxis.range': ['{2000 + step}-01-01', '{2010 + step}-01-01'] }})",
                )
        page.wait_for_timeout(100)
        found.frame = page.evaluate("() => window.longest")
    except (BrowserError, TimeoutError) as error:
        reason = "gave up" if "Timeout" in str(error) or isinstance(error, TimeoutError) else "crashed"
        return f"{reason} after {PATIENCE:.0f} s or less"
    finally:
        page.close()
    return found


def _within(page: Page, expression: str) -> None:
    """Runs a script of the page and waits until it has drawn; raises if it takes longer than ``PATIENCE``."""
    page.evaluate(f"() => {{ window.done = false; setTimeout(() => Promise.resolve({expression}).then("
                  "() => requestAnimationFrame(() => setTimeout(() => { window.done = true; }))), 0); }")  # fmt: skip
    page.wait_for_function("() => window.done", polling=50)


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, round(share * len(values)))] if values else 0.0


HEAD = (
    f"{'events':>10}  {'drawn by':<16}{'first s':>8}{'answer ms':>11}{'p95':>6}{'server ms':>11}{'p95':>6}"
    f"{'work ms':>9}{'p95':>6}"
    f"{'sent kB':>9}{'most':>8}{'frame ms':>10}{'task':>7}{'filter ms':>11}{'worst':>7}{'memory MB':>11}"
)


def row(count: int, name: str, one: Figures | str) -> str:
    """A line of the table."""
    if isinstance(one, str):
        return f"{count:>10,}  {name:<16}{one:>8}"
    answers = f"{'-':>11}{'-':>6}{'-':>11}{'-':>6}{'-':>9}{'-':>6}"
    if one.answers:
        pairs = ((one.answers, 11), (one.server, 11), (one.work, 9))
        answers = "".join(f"{median(times):>{wide}.0f}{percentile(times, 0.95):>6.0f}" for times, wide in pairs)
    filters = f"{median(one.filters):>11.0f}{max(one.filters):>7.0f}" if one.filters else f"{'-':>11}{'-':>7}"
    held = f"{one.memory:>11,.0f}" if one.memory else f"{'-':>11}"
    return (
        f"{count:>10,}  {name:<16}{one.first:>8.2f}{answers}{median(one.sent):>9,.0f}{max(one.sent):>8,.0f}"
        f"{one.frame:>10,.0f}{one.task:>7,.0f}{filters}{held}"
    )


def main() -> None:
    """Measures each size and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--alone", action="store_true", help="without the peer")
    parser.add_argument("--browser", default=on_path())
    given = parser.parse_args()
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=given.browser, args=ARGUMENTS)
        for known in (False, True):
            one = first_pages(browser, Path(folder) / "bundled.sqlite", known=known)
            parts = (("drawn", one.drawn), ("a click answered", one.usable), ("all there", one.whole))
            print(
                f"first page, {'seen before' if known else 'nothing kept'}, {len(one.drawn)} visits, s: "
                + ", ".join(f"{name} {median(times):.2f} (worst {max(times):.2f})" for name, times in parts),
                flush=True,
            )
        browser.close()
        print(HEAD, flush=True)
        for count in given.sizes:
            path = Path(folder) / f"{count}.sqlite"
            made_timeline.fill(path, count)
            for name in ("this timeline",) if given.alone else ("this timeline", "plotly scatter"):
                browser = playwright.chromium.launch(executable_path=given.browser, args=ARGUMENTS)
                measured = ours(browser, path) if name == "this timeline" else plain(browser, count)
                print(row(count, name, measured), flush=True)
                browser.close()
            path.unlink()


if __name__ == "__main__":
    main()
