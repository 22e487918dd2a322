import codecs
import hashlib
import json
import os
from datetime import date

import pytest

from tracker.errors import ArticleError
from tracker.text import from_text, read, stated_date
from tracker.text.article import YEARS
from tracker.text.formats import formats

NEWS = "Sides meet\n\nBoth sides met in Geneva on Monday. “It is a start,” said Türkiye’s envoy.\n"
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="{charset}"><title>Sides meet | The Daily</title>
<meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://daily.example/sides-meet">
{dated}</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Sides meet</h1><p>Both sides met in Geneva on Monday, the café owner said, and spoke about an exchange.</p>
<p>A second meeting will follow on 3 May 2019, the mediators said in a statement after the talks.</p></article>
<footer>© The Daily</footer></body></html>"""
DATED = '<meta property="article:published_time" content="2025-03-04T23:30:00-05:00">'


def refused(path, **options):
    with pytest.raises(ArticleError) as caught:
        read(path, **options)
    error = caught.value
    assert str(path) in str(error)
    assert error.exit_code == 65
    return error


def test_plain_text_is_kept_as_it_is(tmp_path):
    path = tmp_path / "geneva.txt"
    raw = NEWS.replace("\n", "\r\n").encode()
    path.write_bytes(raw)
    (article,) = read(path)
    assert article.text == raw.decode()
    assert article.hash == hashlib.sha256(raw).hexdigest()
    assert (article.id, article.title, article.source) == ("geneva", "Sides meet", str(path))
    assert article.published is None


def test_the_day_that_the_user_says_goes_before_the_file_s(tmp_path):
    path = tmp_path / "geneva.md"
    path.write_text("# Sides meet\n\nPublished: 12 November 2025\n\n" + NEWS)
    assert read(path)[0].published == date(2025, 11, 12)
    assert read(path)[0].title == "Sides meet"
    assert read(path, published=date(2025, 11, 13))[0].published == date(2025, 11, 13)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 12 November 2025", date(2025, 11, 12)),
        ("Date: 2025-11-12T08:00:00Z", date(2025, 11, 12)),
        ("**Published:** Wednesday, November 12, 2025", date(2025, 11, 12)),
        ("Posted on Nov. 5, 2024 at 3pm", date(2024, 11, 5)),
        ("Дата: 3 мая 2024", date(2024, 5, 3)),
        ("Veröffentlicht am 3. März 2024", date(2024, 3, 3)),
        ("Publié le 1er août 2023", date(2023, 8, 1)),
        ("Published: Sunday", None),
        ("Published: 31 February 2024", None),
        ("Published: 01/02/2024", None),
        ("On 12 May 2025 both sides met.", None),
        ("GENEVA, May 12, 2025 (Agency) -- Both sides met.", None),
        ("Dates of the talks: 12 May 2025", None),
    ],
)
def test_only_a_plain_header_gives_a_day(line, day):
    stated = stated_date(f"Sides meet\n\n{line}\n\nThey met.")
    assert (stated and stated.day) == day


def test_a_header_far_down_gives_no_day():
    assert stated_date("They met.\n" * 20 + "Published: 12 November 2025") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_of_plain_text(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(NEWS.encode(encoding))
    assert read(path)[0].text == NEWS


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_encodings_of_cyrillic_text(tmp_path, encoding):
    text = "Переговоры в Женеве продолжились в понедельник, сообщили посредники журналистам. " * 4
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert read(path)[0].text == text


def test_bytes_that_contradict_their_own_mark_are_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + "First line.\nTürkiye".encode("cp1252"))
    assert refused(path).line == 2


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 100, os.urandom(4000), b"%PDF-1.7 x", b"PK\x03\x04rest", b"a\x01b"])
def test_binary_files_are_refused(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert refused(path).advice


@pytest.mark.parametrize("suffix", sorted(formats()))
def test_every_format_refuses_what_is_not_there_empty_a_folder_or_too_large(tmp_path, suffix):
    assert "no such file" in str(refused(tmp_path / f"none{suffix}"))
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    assert "folder" in str(refused(folder))
    empty = tmp_path / f"empty{suffix}"
    empty.write_bytes(b" \n")
    assert "empty" in str(refused(empty))
    large = tmp_path / f"large{suffix}"
    large.write_bytes(b"words and words " * 3_200_000)
    assert "51 MB" in str(refused(large)) or "MB" in str(refused(large))


def test_unknown_suffixes_are_refused_with_the_known_ones(tmp_path):
    path = tmp_path / "a.xyz"
    path.write_text(NEWS)
    assert ".html" in str(refused(path))


def test_every_format_says_what_it_is():
    for suffix, one in formats().items():
        assert suffix in one.SUFFIXES
        assert suffix == suffix.lower()
        assert suffix.startswith(".")
        assert one.LABEL


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_gives_its_article_and_its_metadata(tmp_path, charset):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset=charset, dated=DATED).encode(charset))
    (article,) = read(path)
    assert "café owner" in article.text
    assert "Home" not in article.text
    assert article.published == date(2025, 3, 4)
    assert (article.title, article.publisher, article.language) == ("Sides meet", "The Daily", "en")
    assert article.url == "https://daily.example/sides-meet"


def test_a_page_without_a_stated_day_has_none_even_if_its_text_names_one(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(charset="utf-8", dated=""))
    assert read(path)[0].published is None
    assert read(path, published=date(2025, 3, 5))[0].published == date(2025, 3, 5)


def test_a_page_without_an_article_is_refused(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html><body><script>1</script></body></html>")
    assert "No article" in str(refused(path))


def lines(tmp_path, *rows):
    path = tmp_path / "articles.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def test_json_lines_give_all_fields(tmp_path):
    row = {
        "id": "a-1",
        "title": "T",
        "publisher": "P",
        "url": "https://e.example",
        "published": "2025-11-12T10:00:00+03:00",
        "language": "fr",
        "text": NEWS,
        "more": [1],
    }
    first, second = read(lines(tmp_path, row, "", {"text": "Just words."}))
    assert (first.id, first.title, first.publisher, first.url, first.language) == (
        "a-1",
        "T",
        "P",
        "https://e.example",
        "fr",
    )
    assert (first.published, first.text) == (date(2025, 11, 12), NEWS)
    assert (second.published, second.id) == (None, f"text-{second.hash[:12]}")


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ('{"text": "a', None),
        ("[1]", None),
        ({"id": "x"}, "text"),
        ({"text": 5}, "text"),
        ({"text": "  "}, "text"),
        ({"text": "a", "published": "12.11.2025"}, "published"),
        ({"text": "a", "published": "2025-02-30"}, "published"),
        ({"text": "a", "title": ["b"]}, "title"),
        ({"text": "a\x00b"}, "text"),
        ({"text": "a\ud800b"}, "text"),
        ({"text": "a", "title": "\ud800"}, "title"),
        ({"text": "a", "id": "\ud800"}, "id"),
        ({"id": "same", "text": "c"}, "id"),
        ("[" * 100_000, None),
    ],
    ids=range(14),
)
def test_a_broken_json_line_is_named(tmp_path, row, field):
    error = refused(lines(tmp_path, {"id": "same", "text": "b"}, row))
    assert (error.line, error.field) == (2, field)


def test_a_json_line_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "a"}\n{"text": "caf\xe9"}\n')
    assert refused(path).line == 2


def test_pasted_text_is_an_article_of_its_own_name():
    article = from_text(NEWS)
    assert article.id == f"text-{article.hash[:12]}"
    assert article.title == "Sides meet"
    assert from_text("The one line.").title == ""
    with pytest.raises(ArticleError, match="no text"):
        from_text(" \n ")
    with pytest.raises(ArticleError, match="MB"):
        from_text("a" * 20_000_001)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_an_article_came_out_in_a_year_from_which_one_can_count(published):
    with pytest.raises(ArticleError, match="outside the years"):
        from_text("Chad and Niger signed a truce on Monday.", published=published)
    assert from_text("A truce.", published=date(YEARS[0], 1, 1)).published == date(YEARS[0], 1, 1)
