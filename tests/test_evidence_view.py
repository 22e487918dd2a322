"""Marked text: nothing lost, nothing added, nothing taken for HTML, whatever the marks are."""

from typing import Any

from dash import html
from hypothesis import given
from hypothesis import strategies as st

from dashboards.components.evidence import Marked, date_mark, evidence_marks, marked_text, quote_in_context
from tracker.models import Article, Evidence

TEXT = "Talks began on Monday.\n\nThe sides <script>alert(1)</script> met.\nThey will meet again."


def _plain(node: Any) -> str:
    if node is None or isinstance(node, str):
        return node or ""
    if isinstance(node, list):
        return "".join(_plain(one) for one in node)
    return _plain(node.children)


def _marks(node: Any) -> list[html.Mark]:
    if isinstance(node, list):
        return [mark for one in node for mark in _marks(one)]
    if isinstance(node, html.Mark):
        return [node]
    return _marks(node.children) if hasattr(node, "children") else []


@st.composite
def _text_and_marks(draw: st.DrawFn) -> tuple[str, list[Marked]]:
    text = draw(st.text(st.sampled_from("ab <>&\n\t.é"), max_size=60))
    spans = draw(st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6))
    kinds = st.sampled_from(["evidence", "date"])
    return text, [Marked(start, end, draw(kinds), (f"e{n}",)) for n, (start, end) in enumerate(spans)]


@given(_text_and_marks())
def test_marks_change_nothing_of_the_text(case: tuple[str, list[Marked]]) -> None:
    text, marks = case
    lines = [line for line in text.split("\n") if line.strip()]
    assert [_plain(paragraph) for paragraph in marked_text(text, marks)] == lines


@given(_text_and_marks())
def test_every_marked_character_is_marked_and_no_other(case: tuple[str, list[Marked]]) -> None:
    text, marks = case
    covered = {at for one in marks for at in range(one.start, min(one.end, len(text)))}
    blank = {at for at, char in enumerate(text) if char == "\n"}
    shown = marked_text(text, marks)
    lines = [line for line in text.split("\n") if line.strip()]
    outside = sum(len(line) for line in lines) - sum(len(_plain(mark)) for mark in _marks(shown))
    in_lines, at = set(), 0
    for line in text.split("\n"):
        in_lines |= set(range(at, at + len(line))) if line.strip() else set()
        at += len(line) + 1
    assert outside == len(in_lines - covered - blank)


def test_markup_in_an_article_stays_text() -> None:
    shown = marked_text(TEXT, [])
    assert _plain(shown[1]) == "The sides <script>alert(1)</script> met."
    assert all(isinstance(child, str) for child in shown[1].children)


def test_overlapping_marks_name_all_their_events() -> None:
    at = TEXT.index("Monday")
    shown = marked_text(TEXT, [Marked(0, 22, "evidence", ("e1",)), Marked(at, at + 6, "date", ("e1", "e2"), "weekday")])
    both = next(mark for mark in _marks(shown) if mark.children == "Monday")
    assert both.className == "mark-date mark-evidence"
    assert getattr(both, "data-events") == "e1 e2"
    assert both.title == "weekday"


def test_evidence_that_moved_is_found_again_and_what_is_gone_is_left_out() -> None:
    moved, gone = Evidence(99, 120, "They will meet again."), Evidence(0, 4, "Nope")
    assert evidence_marks([moved, gone], TEXT, "e1") == [Marked(65, 86, "evidence", ("e1",))]


def test_the_words_of_a_date_are_sought_in_the_evidence_first() -> None:
    text = "On Monday A spoke. On Monday B left."
    found = date_mark(text, "Monday", [Marked(19, 36, "evidence")], "weekday", "e2")
    assert found == Marked(22, 28, "date", ("e2",), "weekday")
    assert date_mark(text, "Friday", [], "") is None


def test_context_is_cut_between_words_and_says_that_it_was_cut() -> None:
    text = " ".join(f"word{n:03}" for n in range(200)) + " The proof stands here. " + "tail " * 200
    start = text.index("The proof")
    marks = [Marked(start, start + 22, "evidence")]
    words = _plain(quote_in_context(Article("a", text, ""), marks))
    assert words.startswith("… word")
    assert words.endswith("tail …")
    assert "The proof stands here." in words
    assert len(words) < 540


def test_context_stays_in_the_paragraph_and_leaves_out_what_lies_between_two_sentences() -> None:
    text = "Subscribe now.\nThe sides met. They ate.\n" + "Other news. " * 9 + "\nThey will meet again.\nAdvertisement"
    marks = [
        Marked(at, at + len(words), "evidence")
        for words in ("The sides met.", "They will meet again.")
        for at in [text.index(words)]
    ]
    shown = quote_in_context(Article("a", text, ""), marks)
    assert [_plain([one]) for one in shown] == ["… The sides met. They ate. …", "… They will meet again. …"]


def test_two_sentences_that_follow_each_other_are_one_stretch() -> None:
    text = "Before.\nThe sides met.\nThey agreed.\nBehind."
    marks = [Marked(8, 22, "evidence"), Marked(23, 35, "evidence")]
    shown = quote_in_context(Article("a", text, ""), marks)
    assert [_plain([one]) for one in shown] == ["… The sides met.", "They agreed. …"]
