"""The app's own files: kept by a browser if their address tells their version, asked for anew if it does not."""

import re

from dashboards.app import create_app
from tracker.store import Store


def test_what_has_a_version_is_kept_and_what_has_none_is_asked_for_again(tmp_path):
    with Store(str(tmp_path / "timeline.db")) as store:
        client = create_app(store).server.test_client()
        page = client.get("/").text
        own = re.findall(r'"(/assets/[^"]+)"', page)
        assert len(own) > 20
        for address in own:
            with client.get(address) as answer:
                assert answer.status_code == 200, address
                kept = "immutable" in answer.headers["Cache-Control"]
                assert kept == ("?m=" in address), address
        icon = re.findall(r'"(/_favicon[^"]+)"', page)
        assert len(icon) == 1
        assert "immutable" in client.get(icon[0]).headers["Cache-Control"]
        missing = client.get("/assets/nothing.js?m=1")
        assert missing.status_code == 404
        assert "immutable" not in missing.headers.get("Cache-Control", "")
