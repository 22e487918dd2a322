"""How an act is told: its tense and voice, and whether it is real, planned, wished, supposed or denied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from tracker.events.clauses import Clause, clause_of, clauses, verb_forms, verb_like
from tracker.events.described import ends_as_plural, forms_of, is_attribute, is_due, is_noun_form, is_present, traded_by
from tracker.events.line import ACTOR, PLACE, Line
from tracker.events.matter import is_encounter, is_occasion
from tracker.events.purpose import set_out, words_leading_to
from tracker.events.unsettled import hangs_on_condition, is_asked_when, is_left_open, names_its_date
from tracker.resources.grammar import Verbs, grammar, words_of

REAL, PLANNED, WISHED, SUPPOSED, NEGATED, DESCRIBED = "real", "planned", "wished", "supposed", "negated", "described"
PAST, PRESENT, PERFECT, PLUPERFECT, FUTURE, PROGRESSIVE, NONE = (
    "past", "present", "perfect", "pluperfect", "future", "progressive", "none",
)  # fmt: skip
REACH = 7
JOINED_REACH = 12
HOPE_REACH = 14
ENSURE_REACH = 6
BEFORE_REACH = 6
AIM_REACH = 8
"""Words before "is to" among which its subject is an aim: "the purpose of the mission is to end the war"."""


@dataclass(frozen=True, slots=True)
class Mood:
    """``mood`` and ``tense`` of the act whose head is token ``head``; ``words`` are those that show it."""

    mood: str
    tense: str
    passive: bool
    words: str = ""


def as_past(mood: Mood) -> Mood:
    """``mood`` as it is in a text that tells in the present what has happened ("Sudan signs a truce")."""
    return replace(mood, tense=PAST) if mood.tense == PRESENT else mood


def mood_of(
    line: Line, head: int, *, noun: bool, language: str = "en", parts: tuple[Clause, ...] | None = None
) -> Mood:
    """How the act at token ``head`` is told; for a noun the verb of its clause decides only what it must.

    ``parts`` are the line's clauses, if they are known.
    """
    clause = clause_of(parts or clauses(line, language), head)
    if noun:
        return _of_noun(line, head, clause, language)
    return _of_verb(line, head, clause, language)


def _of_verb(line: Line, head: int, clause: Clause, language: str) -> Mood:  # noqa: PLR0911 - one way out per form
    verbs = grammar(language).verbs
    chain = _chain(line, head, clause, verbs)
    words = [line.tokens[i].word for i in chain]
    written = " ".join([*words, line.tokens[head].word])
    passive = any(word in verbs.be for word in words) and not line.tokens[head].word.endswith("ing")
    tense = _tense(words, line.tokens[head].word, verbs)
    if _supposed(clause, line, head, language) or is_left_open(line, head, clause, words, language):
        return Mood(SUPPOSED, tense, passive, written)
    denied = any(word in verbs.negation or word.endswith("n't") for word in words)
    if denied or _denied_before(line, head, clause, verbs) or _disputed(clause, line, language):
        return Mood(NEGATED, tense, passive, written)
    shared = [] if words else _joined_modal(line, head, clause, verbs)
    words, tense = words or shared, FUTURE if set(shared) & set(verbs.future) else tense
    auxiliary = _by_auxiliary(line, head, words, tense, language)
    if auxiliary:
        return Mood(auxiliary, FUTURE if auxiliary == PLANNED else tense, passive, written)
    if words[-1:] == ["to"] and ends_as_plural(line.tokens[head].word):
        return Mood(DESCRIBED, NONE, False, written)
    if "to" in words:
        doing = line.tokens[head].word.endswith("ing")
        return _of_infinitive(line, chain, written, passive, language, doing=doing)
    if "being" in words and words_of("mood_before_being").isdisjoint(words):
        return Mood(_of_gerund(line, head - 1, clause, language), NONE, True, written)
    described = not words and (is_attribute(line, head) or is_noun_form(line, head, language))
    if described or _is_habit(line, head, chain):
        return Mood(DESCRIBED, NONE, False, written)
    if tense == NONE:
        return Mood(_of_gerund(line, head, clause, language), tense, passive, written)
    joined = -1 if words else _joined_infinitive(line, head, clause, language)
    if joined >= 0:
        return _of_infinitive(line, [joined], written, passive, language)
    foreseen = clause.opener == "before" and tense == PRESENT and bool(line.times(clause.first, clause.last))
    if not foreseen and _only_asked(line, head, clause, tense, words, language):
        return Mood(WISHED, tense, passive, written)
    if tense == FUTURE or foreseen or (not words and _foreseen(line, head)):
        depends = any(token.word in words_of("mood_condition") for token in line.tokens)
        return Mood(SUPPOSED if depends else PLANNED, FUTURE, passive, written)
    return Mood(REAL, tense, passive, written)


def _is_habit(line: Line, head: int, chain: list[int]) -> bool:
    """Whether somebody does it time and again, and not on one day ("we have always come forward with plans")."""
    first = chain[0] if chain else head
    return not words_of("mood_habit").isdisjoint(token.word for token in line.tokens[max(0, first - 1) : head])


def _foreseen(line: Line, head: int) -> bool:
    """Whether a participle tells of what is still to come ("the upcoming deal, mediated by A")."""
    before = {token.word for token in line.tokens[max(0, head - 4) : head]}
    return line.tokens[head].word.endswith("ed") and bool(before & words_of("mood_foreseen"))


def _joined_modal(line: Line, head: int, clause: Clause, verbs: Verbs) -> list[str]:
    """The "would" or "will" that a bare verb behind "and" shares ("would cancel the sentences and free them")."""
    word = line.tokens[head].word
    if line.tokens[head - 1].word != "and" or not is_present(word) or ends_as_plural(word):
        return []
    helpers = {*verbs.future, *verbs.conditional, *verbs.possible}
    for i in range(head - 2, clause.first, -1):
        if line.tokens[i].word in helpers:
            return [line.tokens[i].word]
        if line.tokens[i].word in {*verbs.be, *verbs.have}:
            return []
    return []


def _by_auxiliary(line: Line, head: int, words: list[str], tense: str, language: str) -> str:
    """The mood that "could", "would" or a hope for the future give; empty if there is none of them."""
    verbs = grammar(language).verbs
    conditional = any(word in verbs.conditional for word in words)
    if any(word in verbs.possible for word in words):
        return SUPPOSED
    if (tense == FUTURE or conditional) and _hoped(line, head, language):
        return WISHED
    if conditional:
        told = (*line.tokens[:head], *line.tokens[-REACH:])  # "it would end on Monday, a spokesman said"
        reported = any(token.word in _speech(language) for token in told)
        return PLANNED if reported and not hangs_on_condition(line, language) else SUPPOSED
    return ""


def _only_asked(line: Line, head: int, clause: Clause, tense: str, words: list[str], language: str) -> bool:
    """Whether an act in the present is only awaited or asked for: "until the truce begins", "proposed that it end"."""
    verbs = grammar(language).verbs
    near = [token.word for token in line.tokens[max(0, head - ENSURE_REACH) : head]]
    if tense == PRESENT and any(word in forms_of("mood_ensuring", language) for word in near):
        return True
    if clause.opener in words_of("mood_awaiting"):
        ahead = {*verbs.future, *verbs.conditional}
        return tense in {PRESENT, PERFECT} or any(token.word in ahead for token in line.tokens[: clause.first])
    if clause.opener != "that" or not (tense == PRESENT or words[-1:] == ["be"]):
        return False
    return _wanted_before(line, clause, language)


def _wanted_before(line: Line, clause: Clause, language: str) -> bool:
    """Whether somebody only proposes or demands what the clause tells."""
    before = [token.word for token in line.tokens[max(0, clause.first - 3) : clause.first]]
    return any(word in forms_of("mood_only_wants", language) for word in before)


def _chain(line: Line, head: int, clause: Clause, verbs: Verbs) -> list[int]:
    """The tokens before ``head`` that belong to its verb group: auxiliaries, "to", negation, adverbs."""
    helpers = {*verbs.be, *verbs.have, *verbs.do, *verbs.future, *verbs.conditional, *verbs.possible, *verbs.negation}
    found: list[int] = []
    i = head - 1
    while i >= clause.first and head - i <= REACH:
        word = line.tokens[i].word
        if word in helpers or word == "to" or word.endswith("n't"):
            found.insert(0, i)
        elif not (
            word in words_of("attribution_quotes") or word in verbs.adverbs or word.endswith("ly") or word == "§T"
        ) and not (word == "help" and not found and line.tokens[i - 1].word == "to"):  # "came to help restart talks"
            break
        i -= 1
    while found and line.tokens[found[0]].word == "no" and len(found) > 1:
        found.pop(0)
    return found


def _tense(words: list[str], head: str, verbs: Verbs) -> str:  # noqa: PLR0911 - one way out per form
    if any(word in verbs.future for word in words):
        return FUTURE
    if not words_of("mood_had").isdisjoint(words):
        return PLUPERFECT
    if any(word in verbs.have for word in words):
        return PROGRESSIVE if head.endswith("ing") else PERFECT
    if any(word in verbs.past for word in words):
        return PAST
    if any(word in verbs.be for word in words):
        return PROGRESSIVE if head.endswith("ing") else PRESENT
    if not words_of("mood_do_present").isdisjoint(words):
        return PRESENT
    if head.endswith("ing"):
        return NONE
    return PRESENT if is_present(head) else PAST


def _joined_infinitive(line: Line, head: int, clause: Clause, language: str) -> int:
    """The "to" on which a bare verb behind "and" hangs ("urged them to cease fire and negotiate"); -1 without one."""
    word = line.tokens[head].word
    bare = is_present(word) and not ends_as_plural(word) and word not in _speech(language)
    if not bare or line.tokens[head - 1].word != "and":
        return -1
    for i in range(head - 3, max(clause.first, head - JOINED_REACH) - 1, -1):
        here, following = line.tokens[i], line.tokens[i + 1]
        if here.word == "to":
            verb = following.mention is None and following.word[:1].isalpha() and is_present(following.word)
            return i if verb and following.word not in words_of("mood_loose") | words_of("bind_determiners") else -1
        if verb_like(here.word, language):
            return -1
    return -1


def _of_infinitive(  # noqa: PLR0911 - one way out per form
    line: Line, chain: list[int], written: str, passive: bool, language: str, *, doing: bool = False
) -> Mood:
    """An infinitive is as real as the word that governs it: "agreed to"; ``doing``: "said to be pulling back"."""
    verbs = grammar(language).verbs
    place = next(i for i in chain if line.tokens[i].word == "to")
    before = words_leading_to(line, place)
    written = f"{' '.join(before[:1])} {written}"
    if before[:1] and before[0] in verbs.be:
        aim = words_of("mood_is_aim") & {token.word for token in line.tokens[max(0, place - AIM_REACH) : place]}
        return Mood(WISHED if aim else PLANNED, FUTURE, passive, written)
    managed = before[:1] != [] and before[0] in words_of("mood_managing")
    if managed and not words_of("mood_was").isdisjoint(before[1:2]):
        return Mood(REAL, PAST, passive, written)
    if before[:1] == ["going"] and set(before[1:3]) & set(verbs.be):
        return Mood(PLANNED, FUTURE, passive, written)
    reported = bool(before[:1]) and before[0] in forms_of("mood_reported_done", language)
    if reported and any(line.tokens[i].word == "have" for i in chain if i > place):
        return Mood(REAL, PERFECT, passive, written)
    if reported and doing and line.tokens[chain[-1]].word == "be":
        return Mood(REAL, PROGRESSIVE, False, written)
    governing = (
        (frozenset(verbs.negation), NEGATED, FUTURE),
        (verb_forms(verbs.unreal, language), WISHED, FUTURE),
        (verb_forms(verbs.real, language), REAL, PAST),
        (verb_forms(verbs.planned, language), PLANNED, FUTURE),
    )
    for word in before[:3]:
        for words, mood, tense in governing:
            if word in words:
                return Mood(mood, tense, passive, written)
    if gone := set_out(line, place, language):
        return Mood(PLANNED if gone == FUTURE else REAL, gone, passive, written)
    return Mood(WISHED, FUTURE, passive, written)


def _of_gerund(line: Line, head: int, clause: Clause, language: str) -> str:
    """A form in -ing without "be": real in ", opening fire" and "after signing", a noun or a wish elsewhere."""
    before = line.tokens[head - 1].word if head else ""
    further = line.tokens[head - 2].word if head > 1 else ""
    absolute = before == ACTOR and further in words_of("mood_absolute")
    real = (
        absolute or traded_by(line, head) >= 0 or before in words_of("mood_real_before_gerund") or head == clause.first
    )
    return REAL if real else WISHED


def _of_noun(line: Line, head: int, clause: Clause, language: str) -> Mood:  # noqa: PLR0911 - one way out per form
    verbs = grammar(language).verbs
    before = [token.word for token in line.tokens[max(clause.first, head - 4) : head]]
    if not words_of("mood_no_such").isdisjoint(before[-3:]) or (before[:1] == ["without"] and "or" in before):
        return Mood(NEGATED, NONE, False, " ".join(before[-3:]))
    if names_its_date(line, head):
        return Mood(REAL, NONE, False)
    if _supposed(clause, line, head, language):
        return Mood(SUPPOSED, NONE, False, clause.opener)
    governed = _announced(line, head, clause, language) or _governor(line, head, clause, language)
    if governed:
        return governed
    behind = [token.word for token in line.tokens[head + 1 : head + 3]]
    fixed = behind[:1] != [] and behind[0] in words_of("mood_fixed") and behind[1:] != ["to"]
    fixed = fixed or is_due(line, head, clause.last)
    if clause.opener == "ahead" or fixed or set(before) & words_of("mood_foreseen"):
        return Mood(PLANNED, FUTURE, False, "ahead")
    if clause.opener == "that" and _wanted_before(line, clause, language):
        return Mood(WISHED, NONE, False, "that")
    inside = [token.word for token in line.tokens[clause.first : clause.last]]
    if is_asked_when(line, clause, inside, language):
        return Mood(SUPPOSED, NONE, False, clause.opener)
    occasion = is_occasion(line, head, language)
    told = inside[: head - clause.first] if occasion else inside
    modal = [word for word in told if word in {*verbs.possible, *verbs.conditional}]
    if modal:
        return Mood(SUPPOSED, NONE, False, modal[0])
    if not occasion and _hoped(line, head, language):
        return Mood(WISHED, NONE, False, "hope")
    future = [
        word for i, word in enumerate(inside) if word in verbs.future and not _of_second_verb(inside, i, language)
    ]
    if future:
        return Mood(PLANNED, FUTURE, False, future[0])
    if "had" in inside:
        return Mood(REAL, PLUPERFECT, False, "had")
    return Mood(REAL, NONE, False)


def _announced(line: Line, head: int, clause: Clause, language: str) -> Mood | None:
    """How an encounter is told that is still to come: "announced talks", or only named as what something else came
    before ("freed them days before the talks").
    """
    if not is_encounter(line, head, language):
        return None
    i, passed = head - 1, {ACTOR, PLACE, "-", *words_of("mood_loose")}
    while i > clause.first and (line.tokens[i].word in passed or _in_modifier(line, i)):
        i -= 1
    if line.tokens[i].word in forms_of("mood_announcing", language):
        return Mood(PLANNED, FUTURE, False, line.tokens[i].word)
    if line.tokens[i].word in forms_of("mood_discussing", language):
        return Mood(WISHED, NONE, False, line.tokens[i].word)
    told = [token.word for token in line.tokens[clause.first : clause.last]]
    later = clause.opener == "before" and head - clause.first <= BEFORE_REACH
    later = later and not any(verb_like(word, language) for word in told)
    return Mood(PLANNED, NONE, False, clause.opener) if later else None


def _of_second_verb(words: list[str], i: int, language: str) -> bool:
    """Whether "will" only tells how what has been told goes on ("the swap began on Monday and will last a week")."""
    joined = i > 0 and words[i - 1] in words_of("clauses_coordinating")
    return joined and any(verb_like(word, language) for word in words[: i - 1])


def _in_modifier(line: Line, i: int) -> bool:
    """Whether a token belongs to an adjective such as "UN-brokered"."""
    near = [token.word for token in line.tokens[max(0, i - 1) : i + 2]]
    return "-" in near and (
        line.tokens[i].word in {ACTOR, "-"} or line.tokens[i].word in words_of("skeleton_modifiers")
    )


def _governor(line: Line, head: int, clause: Clause, language: str) -> Mood | None:
    """The infinitive or aim whose object the noun is ("willing to continue the talks", "available for dialogue")."""
    i = head - 1
    while i >= clause.first and (line.tokens[i].word in words_of("mood_loose") or _in_modifier(line, i)):
        i -= 1
    if i < clause.first:
        return None
    word = line.tokens[i].word
    if word in words_of("mood_aimed") or word in forms_of("mood_only_wants", language):
        return Mood(WISHED, NONE, False, word)
    if word == "to":
        earlier = [token.word for token in line.tokens[max(clause.first, i - 5) : i]]
        if any(one in forms_of("mood_inviting", language) for one in earlier):
            return Mood(WISHED, NONE, False, f"{earlier[-1]} to")
    for j in range(i, max(clause.first, i - 3) - 1, -1):
        if line.tokens[j].word == "to" and j + 1 < head and line.tokens[j + 1].mention is None:
            following = line.tokens[j + 1].word
            return (
                _of_infinitive(line, [j], f"to {following}", False, language)
                if following not in words_of("mood_loose")
                else None
            )
    gerund = word.endswith("ing") and word not in words_of("mood_ing_no_verb")
    if gerund and len(word) > 5 and i > clause.first:
        real = _of_gerund(line, i, clause, language) == REAL or line.tokens[i - 1].word in grammar(language).verbs.be
        return None if real else Mood(WISHED, NONE, False, word)
    return None


def _supposed(clause: Clause, line: Line, head: int, language: str) -> bool:
    hypothesis = grammar(language).clauses.hypothesis
    if clause.opener in hypothesis or line.tokens[clause.first].word in words_of("mood_inverting"):
        return True
    before = [token.word for token in line.tokens[max(0, clause.first - 2) : clause.first]]
    if clause.opener == "that" and set(before) & (words_of("mood_doubted") | words_of("mood_supposing_that")):
        return True
    words = [token.word for token in line.tokens[clause.first : head]]
    if " as long as " in f" {' '.join(words)} ":
        return True
    with_that = words_of("mood_supposing_that")
    apart = {word for word, after in pairwise([*words, ""]) if word in with_that and after != "that"}
    return bool((set(words) - apart) & (set(hypothesis) - words_of("mood_only_opening")))


def _disputed(clause: Clause, line: Line, language: str) -> bool:
    """Whether the act is what somebody denies or doubts ("denied that it had broken the truce")."""
    before = [token.word for token in line.tokens[max(0, clause.first - 2) : clause.first]]
    return clause.opener == "that" and any(word in forms_of("mood_denying", language) for word in before)


def _hoped(line: Line, head: int, language: str) -> bool:
    """Whether a future act is only hoped for ("he hopes that the truce will hold")."""
    before = [token.word for token in line.tokens[max(0, head - HOPE_REACH) : head]]
    return any(word in forms_of("mood_hoping", language) for word in before)


def _denied_before(line: Line, head: int, clause: Clause, verbs: Verbs) -> bool:
    """A subject with "no", "neither" or "none" denies the act: "no meeting of leaders of both sides is planned"."""
    before = [token.word for token in line.tokens[clause.first : head]]
    helpers = {*verbs.be, *verbs.have, *verbs.do, *verbs.future, *verbs.conditional, *verbs.possible, *verbs.adverbs}
    while before and before[-1] in helpers:
        before.pop()
    opens = before[:1] if not any(verb_like(word, "en") for word in before) else []
    return not words_of("mood_no_subject").isdisjoint([*opens, *before[-4:]])


@cache
def _speech(language: str) -> frozenset[str]:
    return verb_forms(grammar(language).speech.say, language) - {"continue"}
