"""Parts of an event's page that need no browser: the shapes of types, the names of sources."""

from __future__ import annotations

from dashboards.components.event_view import source_links
from dashboards.components.legend import legend
from dashboards.theme import ANSWERS, glyph_of, group_of
from tracker.resources import event_types


def test_answers_point_back_and_every_other_type_has_the_shape_of_its_group() -> None:
    turned = {one for one in event_types() if glyph_of(one) != group_of(one).glyph}
    assert turned == set(ANSWERS)
    assert glyph_of("rejection") == "◀"
    assert "▶◀" in str(legend())


def test_several_pages_of_one_site_are_told_apart() -> None:
    links = source_links(
        [
            "https://www.site.example/wiki/First_page",
            "https://other.example/a/b",
            "https://site.example/wiki/Zweite%20Seite",
        ]
    )
    first, other, second = ([part.children for part in one] for one in links)
    assert first[0] == "site.example"
    assert other == ["other.example"]
    assert second[1] == "Zweite Seite"
    assert source_links(["javascript:alert(1)"])[0][0].children == "javascript:alert(1)"
