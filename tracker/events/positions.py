"""Whether what somebody says is a position on the conflict: no mere report, no arrangement, no other matter."""

from __future__ import annotations

from functools import cache

from tracker.events.attribution import Said
from tracker.events.clauses import participles, presents, verb_forms, verb_like
from tracker.events.described import forms_of
from tracker.events.line import Line
from tracker.events.reading import Reading
from tracker.resources.grammar import grammar, words_of

SUBJECT_REACH = 9
FEW = 4
"""Words up to which a quotation only marks a term."""


def bears_on_war(line: Line, reading: Reading) -> bool:
    """Whether a line has a word of war, of peace or of negotiations, or names a second actor."""
    topic = reading.grammar.topic
    if not line.words.isdisjoint(topic.position) or not line.words.isdisjoint(topic.strong):
        return True
    return len({mention.code for _, mention in line.actors()}) > 1


def only_beside(line: Line, said: Said, language: str) -> bool:
    """Whether a participle only gives the words with which the speaker did something else ("left the hall, saying that
    it was a farce"), or somebody is asked for something, which is an appeal.
    """
    if said.quoted or said.verb < 1:
        return False
    word = line.tokens[said.verb].word
    opens = line.tokens[said.verb - 1].word == "," and word in words_of("positions_reasoning")
    own = verb_forms(grammar(language).speech.say, language)
    spoken = any(token.word in own for token in line.tokens[: said.verb])
    return (opens and not spoken) or word in forms_of("positions_asking", language)


def judges(line: Line, language: str) -> bool:
    """Whether a line judges, denies, asks or foresees: it has a modal verb, a denial or a word of a stance."""
    verbs = grammar(language).verbs
    return any(
        not line.words.isdisjoint(several)
        for several in (verbs.conditional, verbs.possible, verbs.future, verbs.negation, _judging(language))
    )


@cache
def _reporting(language: str) -> frozenset[str]:
    return forms_of("positions_reporting", language)


@cache
def _judging(language: str) -> frozenset[str]:
    classes = grammar(language).classes
    chosen = (*classes["stance"], *classes["unwelcome"])
    return forms_of("positions_judging", language) | {word for word in chosen if " " not in word}


def only_reports(line: Line, said: Said, reading: Reading) -> bool:
    """Whether a plain verb of saying only tells that something has come about ("said two ships had put to sea"), or
    will, where it closes the sentence ("the summit will be held in Oslo, the palace said").
    """
    if said.quoted or said.verb < 0 or line.tokens[said.verb].word not in _reporting(reading.language):
        return False
    verbs = grammar(reading.language).verbs
    words = _content(line, said)
    closes = said.first < said.verb
    sure = {*verbs.future, *words_of("positions_fixed")} if closes else set()
    opinion = {
        *words_of("positions_on_condition"),
        *verbs.conditional,
        *verbs.possible,
        *verbs.future,
        *verbs.negation,
        *_judging(reading.language),
    } - sure
    if not opinion.isdisjoint(words):
        return False
    first = _first_verb(words, reading.language)
    if first < 0:  # "announced a breakthrough"
        return line.tokens[said.verb].word in forms_of("positions_announcing", reading.language)
    return not _is_so(words, first, reading.language)


def says_how_it_is(line: Line, said: Said, language: str) -> bool:
    """Whether what is said tells how something is ("the ball is in the court of A, B said")."""
    words = _content(line, said)
    first = _first_verb(words, language)
    return first >= 0 and _is_so(words, first, language)


def _content(line: Line, said: Said) -> list[str]:
    """The words of what is said, also behind a verb that is put in ("A, B said, is C")."""
    closes = said.first < said.verb
    goes_on = closes and line.tokens[min(said.verb + 1, len(line.tokens) - 1)].word == ","
    tokens = [*line.tokens[said.first : said.last], *(line.tokens[said.verb + 1 :] if goes_on else ())]
    return [token.word for token in tokens]


def _first_verb(words: list[str], language: str) -> int:
    return next((n for n, word in enumerate(words) if _tells(word, language)), -1)


def _tells(word: str, language: str) -> bool:
    return verb_like(word, language) or word in presents(language)


def _is_so(words: list[str], first: int, language: str) -> bool:
    """Whether the first verb says how something is ("was useful", "has a part in it") and tells no act ("was shot")."""
    verbs = grammar(language).verbs
    if words[first] not in {*verbs.be, *verbs.have}:
        return False
    following = next((word for word in words[first + 1 :] if word not in verbs.adverbs), ".")
    act = following.endswith(("ed", "ing")) or following in participles(language)
    fixed = words[first] in verbs.be and following == "to"
    where = words[first] in verbs.past and not words_of("where_at").isdisjoint(words[first + 1 : first + 2])
    return not (act or fixed or where)


def only_arranges(line: Line, said: Said) -> bool:
    """Whether what is said only tells when and how an encounter or a deal takes its course ("said the talks would
    resume on Monday"): no position.
    """
    if said.verb >= 0 and line.tokens[said.verb].word not in _reporting(
        grammar().language
    ):  # "warned that the talks would end"
        return False
    words = [token.word for token in line.tokens[said.first : said.last]]
    if said.quoted and set(words[:2]) & words_of("attribution_quotes"):
        return False
    verb = next((n for n, word in enumerate(words) if word in words_of("positions_course")), -1)
    classes = grammar().classes
    nouns = {*classes["encounter"], *classes["talks"], *classes["round"], *classes["deal"]}
    subject = words[: max(verb, 0)]
    return (
        0 < verb <= SUBJECT_REACH and not nouns.isdisjoint(subject) and words_of("positions_doubtful").isdisjoint(words)
    )


def only_quotes_words(line: Line) -> bool:
    """Whether no quotation in a line is longer than a few words ("called it a “trap”")."""
    marks = [i for i, token in enumerate(line.tokens) if token.word in words_of("attribution_quotes")]
    if len(marks) % 2 or not marks or marks[0] == line.label:
        return False
    return all(second - first - 1 <= FEW for first, second in zip(marks[::2], marks[1::2], strict=True))
