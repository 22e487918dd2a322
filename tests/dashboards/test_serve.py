"""Where the dashboard listens, and what it says when it cannot."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboards.clock import system_clock
from dashboards.serve import HOST, fill, is_own, listen
from tracker.errors import PortError
from tracker.store import Store

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_this_machines_own_addresses_are_known(host: str) -> None:
    assert is_own(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org", ""])
def test_an_address_that_others_can_reach_is_refused_with_the_reason(host: str) -> None:
    with pytest.raises(PortError, match="no accounts") as caught:
        listen(host, 0)
    assert caught.value.exit_code == 69


def test_a_busy_port_is_said_in_a_sentence() -> None:
    with (
        listen(HOST, 0) as held,
        pytest.raises(PortError, match=r"Port \d+ on 127.0.0.1 cannot be had: address already in use"),
    ):
        listen(HOST, held.getsockname()[1])


def test_a_new_store_is_filled_once(tmp_path: Path) -> None:
    with Store(f"sqlite:///{tmp_path}/t.sqlite") as store:
        assert fill(store, system_clock) == 404
        assert fill(store, system_clock) == 0


def test_the_command_serves_and_prints_its_address(tmp_path: Path) -> None:
    environment = os.environ | {"TRACKER_STORE": f"sqlite:///{tmp_path}/t.sqlite", "PORT": "0", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "tracker", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert address is not None
            with urlopen(address.group()) as answer:
                assert '<html lang="en" dir="ltr">' in answer.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=20)
            finally:
                process.kill()  # what does not stop would be waited for without end


def test_the_command_says_that_a_port_is_taken(tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as held:
        command = [sys.executable, "-m", "tracker", "serve", "--port", str(held.getsockname()[1])]
        store = ["--store", f"sqlite:///{tmp_path}/t.sqlite"]
        done = subprocess.run([*command, *store], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 69
    assert "cannot be had" in done.stderr
    assert "Traceback" not in done.stderr
