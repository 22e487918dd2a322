import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.text import split
from tracker.text.lines import lines

WHOLE = [
    # one string each: the sentences that must come out, joined by a blank
    ["The call came at 9 a.m. Jan. 5, officials said.", "It lasted an hour."],
    ["The truce began at 5 p.m. Monday.", "It held."],
    ["They stopped at 5 p.m.", "The talks went on later."],
    ["The envoy left the U.S.", "The talks had failed."],
    ["The U.S. Senate agreed.", "Lt. Gen. Anna Keller did not."],
    ["He met Maj. Gen. Li and Sen. Jo Smith.", "Mr. Smith wrote to No. 10."],
    ['"We agreed.', 'It is done."', "He left."],
    ["“We agreed,” she said.", "“It is done.”"],
    ['"Why now?" the envoy asked.', '"It is late."'],
    ['"Why now?" Keller asked.', "Nobody answered."],
    ['"Go home!" he told them.', "They went."],
    ["‘It holds.", "We saw it.’", "The guards agreed."],
    ["«Мы согласны.", "Всё.»", "Он ушёл."],
    ["« Oui. »", "Il part.", "« Non. »"],
    ["They waited...", "Then nothing came."],
    ["People should not shout. ...", "Those who do lose."],
    ["MOSCOW (Reuters) - The envoy arrived.", "He left."],
    ["KYIV, Nov. 5 (AP) -- The envoy arrived.", "He left."],
    ["YEREVAN, May 26. /TASS/.", "The envoy arrived."],
    ["There is no choice .", "If so, we sign."],
    ["1. The guns fall silent.", "2. The prisoners go home."],
    ["He agreed (the other side did not. They said so), and left.", "The door closed."],
    ["They met (in Geneva.", "Nobody knew."],
    ['The list was abolished. "It is over.', 'All of it," he said.'],
    ["They met in Adre on 3 May.", "Chad then withdrew."],
    ["J. D. Keller came.", "A. Li did not."],
    ["They chose plan B.", "The other was worse."],
]


@pytest.mark.parametrize("sentences", WHOLE, ids=lambda sentences: sentences[0][:40])
def test_sentences_end_where_a_reader_ends_them(sentences):
    if sentences[0].startswith("The list"):
        sentences = ["The list was abolished.", '"It is over.', 'All of it," he said.']
    assert [one.text for one in split(" ".join(sentences))] == sentences


def test_a_sentence_glued_to_the_one_before_is_its_own():
    assert [one.text for one in split("The group be abolished.Geneva rejects it.")] == [
        "The group be abolished.",
        "Geneva rejects it.",
    ]


def test_a_caption_ends_with_its_credit_and_is_a_notice():
    text = "They agreed. The envoy before a flag (credit: Anna Keller/Agency) “It is bad,” he told us."
    assert [(one.role, one.text[:12]) for one in split(text)] == [
        ("body", "They agreed."),
        ("notice", "The envoy be"),
        ("body", "“It is bad,”"),
    ]


PAGE = """Sides meet in Geneva

By Anna Keller

Both sides met in Geneva on Monday. They spoke for hours.
What comes next
The envoy will return, he said.
Read more: The truce in numbers
- The first point is the exchange
- The second point: a map
Реклама на нашем сайте
Teknik sorun yok
Teknik sorun yok
Comments you write here are public. Please be kind. Avoid long texts.
"""


def test_roles_of_a_page():
    roles = [(one.role, one.text) for one in split(PAGE)]
    assert roles == [
        ("headline", "Sides meet in Geneva"),
        ("notice", "By Anna Keller"),
        ("body", "Both sides met in Geneva on Monday."),
        ("body", "They spoke for hours."),
        ("heading", "What comes next"),
        ("body", "The envoy will return, he said."),
        ("teaser", "Read more: The truce in numbers"),
        ("body", "- The first point is the exchange"),
        ("body", "- The second point: a map"),
        ("notice", "Реклама на нашем сайте"),
        ("notice", "Teknik sorun yok"),
        ("notice", "Teknik sorun yok"),
        ("notice", "Comments you write here are public."),
        ("notice", "Please be kind."),
        ("notice", "Avoid long texts."),
    ]


def test_a_short_line_of_another_script_is_a_notice():
    text = "Both sides met on Monday and spoke for hours about the exchange.\nМнение редакции\nThey will meet again."
    assert [one.role for one in split(text)] == ["body", "notice", "body"]


def test_the_title_is_a_headline_wherever_it_stands_and_a_lead_is_none():
    lead = "The sides, who have never met before, will do so in Geneva next week, said the envoy"
    text = f"{lead}\n\nThey said so.\nSides meet\nThey met."
    assert [one.role for one in split(text, title="Sides meet")] == ["body", "body", "headline", "body"]


def test_a_wrapped_text_has_whole_sentences():
    text = (
        "The delegations of both sides met in Geneva on Monday for the first\n"
        "time in a year and spoke about an exchange of prisoners, which they\n"
        "want to hold within a week. The mediators called the meeting useful\n"
        "and said that a second one would follow.\n\n"
        "Nobody else was there. The guards at the door, who knew nothing, were\n"
        "sent home at noon."
    )
    found = split(text)
    assert [one.text.count("\n") for one in found] == [2, 1, 0, 1]
    assert [one.paragraph for one in found] == [0, 0, 1, 1]


def test_lines_of_a_list_are_not_wrapped_text():
    assert len(lines("Geneva talks\nVienna talks\nAn exchange of forty prisoners\nA map")) == 4


@pytest.mark.parametrize("break_", ["\r\n", "\r", "\u2028", "\x0b"])
def test_every_line_break_counts(break_):
    assert [one.text for one in split(break_.join(["They met.", "They left."]))] == ["They met.", "They left."]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ru", ["По словам А. Б. Иванова, всё идёт по плану.", "«Мы готовы.", "Ждём ответа», — сказал он."]),
        ("fr", ["M. Keller a rencontré M. Li à Paris.", "« Nous avançons.", "C’est bien », a-t-il dit."]),
        ("de", ["Dr. Keller sagte: „Wir sind bereit.", "Es geht weiter.“", "Am 5. Mai trafen sich alle."]),
        ("es", ["El Sr. Pérez llegó.", "«Estamos listos.", "Sigamos», dijo."]),
        ("tr", ['Dr. Keller "Hazırız.', 'Bekliyoruz." dedi.', "Görüşme bitti."]),
        ("ar", ["التقى الطرفان في جنيف.", "هل ستستمر المحادثات؟", "نعم."]),
    ],
)
def test_sentences_of_other_languages(language, sentences):
    assert [one.text for one in split(" ".join(sentences), language)] == sentences


@example('A b.“ C d. ” E f. « G. »H." I')
@example("A.”“B. (C.) ’D’.E")
@given(st.text(alphabet=st.sampled_from("aB.!?…\"“”‘’'() \n\r-1é中я«»,") | st.characters(codec="utf-8"), max_size=300))
def test_sentences_hold_every_sign_but_blanks_once_and_in_order(text):
    found = split(text)
    covered = set()
    last = 0
    for number, one in enumerate(found):
        assert one.index == number
        assert text[one.start : one.end] == one.text
        assert one.text == one.text.strip()
        assert one.start >= last
        assert one.start < one.end
        last = one.end
        covered.update(range(one.start, one.end))
    assert all(sign.isspace() for number, sign in enumerate(text) if number not in covered)


@pytest.mark.parametrize("language", ["", "en", "ru", "ar", "zh", "xx", "not a language"])
def test_any_language_is_taken(language):
    assert [one.text for one in split("One. Two.", language)]


def test_a_long_text_without_any_stop_is_no_trouble():
    assert len(split("word " * 200_000)) == 1
