"""Forms that look like a verb's and only describe or name: "the agreed text", "their visit", "Russian strikes on"."""

from __future__ import annotations

from functools import cache

from tracker.events.clauses import verb_forms, verb_like
from tracker.events.line import ACTOR, PLACE, TIME, Line, Token
from tracker.models import ActorMention
from tracker.resources.grammar import grammar, words_of

TRADED_REACH = 7


def is_attribute(line: Line, head: int) -> bool:
    """Whether a participle only describes the noun behind it ("renewed talks", "the agreed text", "ousted president
    A", "frozen Russian assets").
    """
    word = line.tokens[head].word
    if not word.endswith(("ed", "en")) or head + 1 >= len(line.tokens):
        return False
    before = line.tokens[head - 1].word if head else ""
    further = line.tokens[head - 2].word if head > 1 else ""
    following = line.tokens[head + 1]
    if _is_counted_or_held(line, head, before) and _is_described(following):
        return True
    listed = before == "," and further[:1].isalpha() and following.word.endswith("ing")  # "brutal, targeted shelling"
    if listed or (_is_new_again(line, head, before) and _is_described(following)):
        return True
    if word in words_of("mood_freed") and following.word in words_of("mood_one_captive"):
        return not head or before in words_of("mood_before_noun") or (before.endswith("ing") and before != further)
    if word not in words_of("mood_freed") and (_describes_nation(line, head + 1) or _describes_office(following)):
        return before in words_of("mood_before_noun") | words_of("mood_before_attribute") or not head
    by_whom = before == "-" or (before == ACTOR and further in words_of("attribution_prepositions"))
    by_whom = by_whom or (before.endswith("est") and further in words_of("mood_before_noun"))  # "the largest agreed"
    return (
        (by_whom or before in words_of("mood_before_noun") or (before == "in" and _is_capital(following)))
        and (following.word[:1].isalpha() or following.word == PLACE or _is_capital(following))
        and following.word not in words_of("described_no_noun")
    )


def _is_new_again(line: Line, head: int, before: str) -> bool:
    """Whether a participle tells what there is once more, behind a preposition or a verb ("in renewed efforts")."""
    if line.tokens[head].word not in words_of("described_again"):
        return False
    auxiliary = {*grammar().verbs.be, *grammar().verbs.have}
    return before in words_of("described_led_by") or (verb_like(before, "en") and before not in auxiliary)


def _is_counted_or_held(line: Line, head: int, before: str) -> bool:
    """Whether a participle stands behind a number or a verb whose object it begins ("17 captured rebels", "to attend
    delayed talks", "resuming stalled talks").
    """
    if before[:1].isdigit() or before in words_of("mood_numbers"):
        return line.tokens[head].word not in words_of("mood_freed")
    return before in forms_of("mood_holding", "en")


def _is_described(token: Token) -> bool:
    """Whether a noun that a participle can describe stands there."""
    if token.mention is not None:
        return isinstance(token.mention, ActorMention) and token.mention.kind in {"group", "demonym"}
    return token.word[:1].isalpha() and token.word not in words_of("mood_undescribed")


def _describes_nation(line: Line, i: int) -> bool:
    """Whether a nation's adjective with its noun stands at ``i`` ("Russian assets")."""
    mention = line.tokens[i].mention
    return isinstance(mention, ActorMention) and mention.kind == "demonym" and not mention.rule.endswith("people")


def _is_capital(token: Token) -> bool:
    """Whether a capital's name stands there ("in besieged Damascus")."""
    return isinstance(token.mention, ActorMention) and token.mention.kind == "metonym"


def _describes_office(token: Token) -> bool:
    """Whether an office begins with a token ("President A")."""
    mention = token.mention
    written = mention.text if isinstance(mention, ActorMention) and mention.kind in {"person", "office"} else token.text
    return written.lower().startswith(tuple(words_of("described_offices")))


def is_noun_form(line: Line, head: int, language: str) -> bool:
    """Whether a form that can be a noun is one: behind an article or owner ("the attacks", "their visit")."""
    word = line.tokens[head].word
    before = line.tokens[head - 1].word if head else ""
    if word.endswith(("ed", "ing")) or not is_present(word) or word in grammar(language).verbs.be:
        return False
    following = line.tokens[head + 1].word if head + 1 < len(line.tokens) else "."
    if (
        before in words_of("mood_before_noun") - words_of("described_before_verb") | {"in"}
        or (following in words_of("mood_behind_noun") and word in _nouns_before_prepositions(language))
        or (ends_as_plural(word) and (before in words_of("mood_before_plural") or before[:1].isdigit()))
        or _is_definite(line, head, following)
        or (ends_as_plural(word) and word in forms_of("described_doing", language) and _ends_there(following))
    ):
        return True
    mention = line.tokens[head - 1].mention if head else None
    if isinstance(mention, ActorMention) and mention.kind == "demonym" and line.tokens[head - 1].end == mention.end:
        return mention.rule.endswith("attribute")
    further = line.tokens[head - 2].word if head > 1 else ""
    if not ends_as_plural(word) and (
        further in words_of("described_indefinite") or before in words_of("mood_one_captive")
    ):
        return True
    owned = further in words_of("described_owners") and mention is None and not before.endswith("s")
    owned = owned and word in forms_of("mood_as_noun", language)
    return owned and not (ends_as_plural(word) and _has_object(line, head))


def _ends_there(following: str) -> bool:
    """Whether no object can begin behind a form: "tanks and shells, but"."""
    return not (following[:1].isalnum() or following in {ACTOR, PLACE}) or following in words_of("described_ending")


def _is_definite(line: Line, head: int, following: str) -> bool:
    """Whether a form belongs to an article or owner before the word before it: "the terror attacks in", "the
    president's 2019 vow".
    """
    before, further = line.tokens[max(0, head - 1)].word, line.tokens[max(0, head - 2)].word
    dated = before == TIME and further == "'s"
    plural = ends_as_plural(line.tokens[head].word) and further in words_of("described_definite")
    return dated or (plural and following in words_of("described_behind"))


@cache
def _nouns_before_prepositions(language: str) -> frozenset[str]:
    """The forms that are nouns where a preposition follows: "strikes on", but not "calls on"."""
    return forms_of("mood_as_noun", language) - forms_of("mood_calling", language)


def ends_as_plural(word: str) -> bool:
    """Whether a form ends as both a plural and a verb of the present do: "sanctions", "signs"."""
    return word.endswith("s") and not word.endswith(("ss", "us"))


def _has_object(line: Line, head: int) -> bool:
    """Whether what begins right behind a word can only be its object ("Chad's government signs a truce")."""
    following = line.tokens[head + 1] if head + 1 < len(line.tokens) else None
    if following is None:
        return False
    return following.mention is not None or following.word[:1].isdigit() or following.word in words_of("mood_object")


def is_task(line: Line, head: int) -> bool:
    """Whether those who agree name what they will do together ("agreed to seek talks with A")."""
    words = [token.word for token in line.tokens[head + 1 : head + 3]]
    return words[:1] == ["to"] and words[-1] in words_of("roles_tasks")


def is_manner(line: Line, head: int) -> bool:
    """Whether a breach only tells how an act is done ("Chad built a post at the border in violation of the truce")."""
    return line.tokens[head].word in words_of("roles_breaches") and line.tokens[head - 1].word == "in"


@cache
def is_present(word: str) -> bool:
    """Whether a verb without auxiliary is present: it ends as no past form does and is no known past form."""
    if word.endswith("ed"):
        return False
    return not any(word in {past, participle} for past, participle in grammar().irregular.values())


@cache
def forms_of(name: str, language: str) -> frozenset[str]:
    """All forms of the verbs, and the words, of a word list."""
    return verb_forms(tuple(words_of(name)), language)


def is_due(line: Line, head: int, last: int) -> bool:
    """Whether a noun's own verb says that it is to come ("the releases of captives are expected to begin")."""
    words = [token.word for token in line.tokens[head + 1 : last]]
    at = next((n for n, word in enumerate(words) if verb_like(word, "en")), len(words))
    led = words[at : at + 1] != [] and words[at] in grammar().verbs.be and words[at + 2 : at + 3] == ["to"]
    return led and words[at + 1] in words_of("mood_fixed") | words_of("described_due")


def traded_by(line: Line, head: int) -> int:
    """The token of who does in exchange what a form in -ing tells ("in return for the army of A freeing ten"); -1 if
    nobody does.
    """
    words = [token.word for token in line.tokens[:head]]
    for i in range(head - 1, max(0, head - TRADED_REACH), -1):
        if words[i] == "for":
            found = [j for j in range(i + 1, head) if words[j] == ACTOR]
            return found[0] if found and words[i - 1] in words_of("mood_traded") else -1
    return -1
