"""The app's own files: kept by a browser if their address tells their version, asked for anew if it does not."""

import re

from dashboards import bundle
from dashboards.app import create_app
from tracker.store import Store


def test_what_has_a_version_is_kept_and_what_has_none_is_asked_for_again(tmp_path):
    with Store(str(tmp_path / "timeline.db")) as store:
        client = create_app(store).server.test_client()
        page = client.get("/").text
        own = re.findall(r'"(/(?:own\.|_favicon|_dash-component-suites/)[^"]+)"', page)
        assert len(own) > 10
        for address in own:
            with client.get(address) as answer:
                assert answer.status_code == 200, address
                assert "max-age=31536000" in answer.headers["Cache-Control"], address
        for address in ("/own.js", "/assets/maps/world_50m.json", "/own.js?m=1"):
            with client.get(address) as answer:
                assert answer.status_code == 200, address
                assert "immutable" not in answer.headers.get("Cache-Control", ""), address
        assert "immutable" not in client.get("/own.map?v=1").headers.get("Cache-Control", "")


def test_the_own_file_holds_every_script_and_its_address_follows_what_is_in_it(tmp_path, monkeypatch):
    with Store(str(tmp_path / "timeline.db")) as store:
        client = create_app(store).server.test_client()
        for kind in ("js", "css"):
            told = client.get(bundle.address(kind))
            for path in bundle.ASSETS.glob(f"*.{kind}"):
                assert path.read_text(encoding="utf-8") in told.text
        before = bundle.address("js")
        (tmp_path / "other.js").write_text("1;", encoding="utf-8")
        monkeypatch.setattr(bundle, "ASSETS", tmp_path)
        bundle._content.cache_clear()
        try:
            assert bundle.address("js") != before
        finally:
            bundle._content.cache_clear()


def test_the_document_brings_neither_the_polyfill_nor_the_tables_script_and_starts_dash_last(tmp_path):
    with Store(str(tmp_path / "timeline.db")) as store:
        page = create_app(store).server.test_client().get("/").text
    scripts = re.search(r'<template id="libraries">(.*?)</template>', page, re.DOTALL)[1]
    names = re.findall(r"<script[^>]*?(?:id|src)=\"([^\"]+)\"", scripts)
    assert "deps/polyfill" not in page
    assert not any("ag_grid" in name for name in names)
    assert re.search(r'data-grid="/_dash-component-suites/dash_ag_grid/[^"]+\.js"', page)
    assert "react@" in names[0]
    assert any("dash_renderer" in name for name in names)
    assert names[-1] == "_dash-renderer"
