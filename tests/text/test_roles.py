import pytest

from tracker.resources.page_furniture import FurnitureRule, furniture_rules
from tracker.text.roles import in_another_language, role_of_line, role_of_sentence

EXAMPLES = [(rule, words) for rule in furniture_rules() for words in rule.examples]
NEAR_MISSES = [words for rule in furniture_rules() for words in rule.near_misses]


def told(rule: FurnitureRule, words: str) -> str:
    return role_of_line(words) if rule.scope == "line" else role_of_sentence(words)


@pytest.mark.parametrize(("rule", "words"), EXAMPLES, ids=[words for _, words in EXAMPLES])
def test_example_has_the_role_of_its_rule(rule, words):
    assert told(rule, words) == rule.role


@pytest.mark.parametrize("words", NEAR_MISSES)
def test_near_miss_has_no_role_by_any_rule(words):
    assert role_of_line(words) == ""
    assert role_of_sentence(words) == ""


@pytest.mark.parametrize("rule", furniture_rules(), ids=lambda rule: rule.name)
def test_rule_is_complete(rule):
    assert rule.examples
    assert rule.near_misses
    assert bool(rule.hints) == (rule.scope == "sentence")
    for words in rule.examples:
        assert not rule.hints or any(hint in words.lower() for hint in rule.hints)


@pytest.mark.parametrize(
    ("words", "language", "foreign"),
    [
        ("Bu haberi arkadaşınıza göndermek için tıklayın", "en", True),
        ("Lesen Sie hier mehr zu diesem Thema und zur Lage", "en", True),
        ("Más noticias de la región en nuestra página", "en", True),
        ("Click for all the news of the day", "tr", True),
        ("The envoy of Die Linke left.", "en", False),
        ("De la Cruz", "es", False),
        ("Mehr zu diesem Thema", "xx", False),
        ("Geneva talks resume", "en", False),
    ],
)
def test_a_line_in_another_language_is_told_by_its_small_words(words, language, foreign):
    assert in_another_language(words, language) is foreign
