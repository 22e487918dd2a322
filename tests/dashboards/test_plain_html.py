"""Components as plain HTML, and which pages stand before Dash does."""

import dash_mantine_components as dmc
import pytest
from dash import dcc, html

from dashboards import plain_html
from dashboards.app import create_app
from dashboards.serve import fill
from tracker.store import Store

CASES = (
    (None, ""),
    ("a < b & c", "a &lt; b &amp; c"),
    (html.Div([html.B("1"), 2], className="x", hidden=True), '<div class="x" hidden><b>1</b>2</div>'),
    (html.B(id={"b": "2", "a": "1"}), '<b id="{&quot;a&quot;:&quot;1&quot;,&quot;b&quot;:&quot;2&quot;}"></b>'),
    (html.B("x", n_clicks=0, tabIndex=-1, **{"aria-label": '"'}), '<b tabindex="-1" aria-label="&quot;">x</b>'),
    (html.Div(style={"height": "2px"}), '<div style="height:2px"></div>'),
    (html.Br(), "<br>"),
    (dcc.Link("to", href="/?a=1&b=2", className="l"), '<a href="/?a=1&amp;b=2" class="l">to</a>'),
    (dcc.Store(id="s", data={"a": 1}), ""),
    (dmc.Popover([dmc.PopoverTarget(html.B("open")), dmc.PopoverDropdown("hidden")]), "<b>open</b>"),
    (html.P("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
)  # fmt: skip


@pytest.mark.parametrize(("part", "said"), CASES)
def test_a_component_as_html(part, said):
    assert plain_html.text(part) == said


def test_a_choice_shows_what_is_chosen():
    made = plain_html.text(dmc.SegmentedControl(id="c", value="b", data=[{"value": v, "label": v} for v in "ab"]))
    assert made.index('value="b"') < made.index('aria-pressed="true"')
    assert made.count('aria-pressed="true"') == 1


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with Store(str(tmp_path_factory.mktemp("plain") / "timeline.db")) as store:
        fill(store)
        yield create_app(store).server.test_client()


@pytest.mark.parametrize("address", ["/", "/?type=talks", "/?lang=uk&lanes=actor", "/?from=2024-01-01&to=2024-02-01"])
def test_the_timeline_stands_before_dash(client, address):
    page = client.get(address).text
    assert '<body class="forerunner">' in page
    assert '<div id="forerunner">' in page
    assert page.index('id="forerunner"') < page.index('id="react-entry-point"')
    assert "{%" not in page


@pytest.mark.parametrize(
    "address",
    ["/events", "/?twin=table", "/?event=x", "/?start=nonsense", "/no/such/page"],
)
def test_what_the_timeline_cannot_show_at_once_waits_for_dash(client, address):
    page = client.get(address).text
    assert "<body>" in page
    assert 'id="forerunner"' not in page
    assert 'rel="preload" as="script" href="/_dash' in page


def test_what_somebody_wrote_into_the_address_stays_a_text(client):
    page = client.get("/?text=</script><script>alert(1)</script>istanbul").text
    assert "alert(1)" not in page or "<script>alert(1)" not in page


def test_a_store_that_cannot_be_read_leaves_the_word_to_dash(client, monkeypatch):
    def broken(*_given, **_more):
        raise OSError("disk")

    monkeypatch.setattr(plain_html, "text", broken)
    assert 'id="forerunner"' not in client.get("/").text
