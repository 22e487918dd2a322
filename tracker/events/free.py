"""Which date expressions of a sentence are free for an event: not those that only describe another noun or act."""

from __future__ import annotations

from functools import cache

from tracker.events.candidate import Candidate
from tracker.events.clauses import finite, participles, verb_like
from tracker.events.line import ACTOR, PLACE, Line
from tracker.events.mood import PAST, PERFECT, PLUPERFECT, PROGRESSIVE
from tracker.models import TimeExpression
from tracker.resources.event_type import TALKING
from tracker.resources.grammar import grammar, words_of

OPEN = "open"
ATTRIBUTE_REACH = 4
BEGINNING = 8
COMPARES = 9
CONTACT_REACH = 6
MADE_REACH = 10
PUT_IN_REACH = 12


@cache
def encounters() -> frozenset[str]:
    """The nouns of encounters: "talks", "meeting", "round"."""
    return frozenset({*grammar().classes["encounter"], *grammar().classes["talks"]})


def free(line: Line, i: int, time: TimeExpression, candidate: Candidate) -> bool:
    """Whether an expression can date the candidate: one that describes a noun ("the 2002 accord", "Monday's raid",
    "the war of 1950-53") dates that noun's event only.
    """
    before = line.tokens[i - 1].word if i else ""
    behind = line.tokens[i + 1].word if i + 1 < len(line.tokens) else "."
    describes = behind[:1].isalpha() and behind not in words_of("bind_function") and not behind.endswith("ed")
    abstract = behind == "of" and time.text.lower() in words_of("free_abstract")
    in_name = time.text.isdigit() and _in_name(line, i)
    if in_name or abstract or _only_compares(line, i, time, candidate) or _of_a_beginning(line, i, candidate):
        return False
    if time.text.isdigit() and (describes or behind in {ACTOR, PLACE}) and before not in words_of("bind_to_years"):
        return _before_head(line, i, candidate)
    of_another = _past_beside_perfect(line, i, time, candidate)
    of_another = of_another or (
        _of_another_act(line, i, candidate) or _of_deal_made(line, i, candidate) or _in_force(line, i, candidate)
    )
    of_another = of_another or (describes and _of_what_was_since(line, i, candidate))
    if of_another or _of_contact_clause(line, i, candidate):
        return False
    held = before == "since" and (_is_point(line, i, candidate) or _in_apposition(line, i, candidate))
    if held or _of_a_participle(line, i, candidate):
        return False
    if behind == "'s" or (describes and (_is_named(line, i) or time.vague)):
        aside = "," in {token.word for token in line.tokens[i : candidate.head]}
        before_head = _before_head(line, i, candidate) and not (aside and time.first != time.last)
        return before_head or _is_its_encounter(line, i, candidate) or _is_its_occasion(line, i, candidate)
    named = candidate.trigger.undated == OPEN and not _says_when_made(line, i, candidate)
    return not (named or _only_now(time, candidate)) and (
        before != "of" or (candidate.noun and 0 < i - candidate.head <= ATTRIBUTE_REACH)
    )


def _of_what_was_since(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression only tells what there has been none of since ("the first raids since a June truce")."""
    near = [token.word for token in line.tokens[max(0, i - 3) : i]]
    return "since" in near and near[-1] != "since" and not _describes_head(line, i, candidate)


def _describes_head(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression with an article stands right before the noun it describes ("since a June truce deal")."""
    near = i < candidate.head <= i + ATTRIBUTE_REACH and candidate.noun
    led = i > 0 and line.tokens[i - 1].word in words_of("bind_determiners")
    return near and led and "," not in [token.word for token in line.tokens[i : candidate.head]]


def _is_named(line: Line, i: int) -> bool:
    """Whether an article stands before an expression that a noun follows: "the May 3 clash", "the deadly May 3 clash";
    "the army Monday said" and "signed the following day under pressure" describe nothing.
    """
    before, behind = line.tokens[i - 1] if i else None, line.tokens[i + 1].word
    said = line.tokens[i].text.lower().split()
    if said[0] == "the" and len(said) > 1:
        return said[-1] not in words_of("free_whole") and not verb_like(behind, "en")
    if before is None or before.word in words_of("bind_determiners"):
        return before is not None
    says = verb_like(behind, "en") or behind in finite("en")
    described = before.word.isalpha() and before.mention is None and not says
    return described and i > 1 and line.tokens[i - 2].word in words_of("bind_determiners")


def _is_its_encounter(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression describes the encounter at which the candidate is ("attended Monday's talks")."""
    noun = i + 1 + (line.tokens[i + 1].word == "'s")
    own = candidate.first <= noun < candidate.last
    return own and candidate.type.group == TALKING and line.tokens[noun].word in encounters()


def _is_its_occasion(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression describes the encounter at which an act came about ("agreed on it at Sunday's summit", "at
    the July talks in Doha they agreed on it").
    """
    first, last = sorted((candidate.head, i))
    words = [token.word for token in line.tokens[first + 1 : last]]
    near = [token.word for token in line.tokens[i + 1 : i + 2 + ATTRIBUTE_REACH]]
    led = next(
        (token.word for token in reversed(line.tokens[:i]) if token.word not in words_of("bind_determiners")), ""
    )
    if candidate.noun or led not in words_of("free_at_occasion") or encounters().isdisjoint(near):
        return False
    if candidate.head > i:
        has = {*grammar().verbs.have, *grammar().verbs.adverbs}
        opens = not any(token.word.isalpha() for token in line.tokens[: max(0, i - 2)])
        return opens and not any(word not in has and verb_like(word, "en") for word in words)
    return not any(verb_like(word, "en") or word in participles() for word in words)


def of_verb_before(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression belongs to the first of two verbs ("were seized on May 2 and were freed this morning")."""
    if candidate.noun or "and" not in [token.word for token in line.tokens[i + 1 : candidate.head]]:
        return False
    return any(verb_like(token.word, "en") for token in line.tokens[max(0, i - ATTRIBUTE_REACH) : i])


def _of_contact_clause(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression dates a relative clause without a pronoun ("freed the sailors it had seized in May")."""
    if candidate.head >= i:
        return False
    subjects = words_of("free_subjects")
    for j in range(i - 1, max(candidate.head, i - CONTACT_REACH) + 1, -1):
        if line.tokens[j].word in subjects and verb_like(line.tokens[j + 1].word, "en"):
            return _is_captive(line.tokens[j - 1].word) or line.tokens[j - 1].word in words_of("bind_contact_nouns")
    return False


def _in_apposition(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether "since May" stands in an aside between subject and verb ("the two, at war since May, have agreed")."""
    words = [token.word for token in line.tokens]
    if candidate.noun or words[i + 1 : i + 2] != [","] or candidate.head < i:
        return False
    opened = next((j for j in range(i - 1, max(0, i - CONTACT_REACH), -1) if words[j] == ","), 0)
    return bool(opened) and not any(words[j] in grammar().verbs.have for j in range(opened, i))


def _of_a_participle(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression dates only a participle put in between subject and verb ("Tete, sworn in by the assembly on
    May 10, has signalled").
    """
    if candidate.head < i or candidate.noun:
        return False
    words = [token.word for token in line.tokens]
    closed = next((j for j in range(i + 1, min(i + 3, candidate.head)) if words[j] == ","), 0)
    parting = range(i - 1, max(0, i - PUT_IN_REACH), -1)
    opened = next((j for j in parting if words[j] == "," or (words[j] == PLACE and not _is_adverbial(words, j))), 0)
    if not closed or not opened or words[opened] != "," or words[closed + 1].endswith("ing"):
        return False
    told = verb_like(words[closed + 1], "en") or words[closed + 1] in grammar().verbs.adverbs
    return told and (_is_participle(words[opened + 1]) or words[opened + 1] in words_of("bind_scheduled"))


def _is_adverbial(words: list[str], j: int) -> bool:
    """Whether the place at token ``j`` only says where something was done ("in Goma")."""
    return words[j - 1] in words_of("bind_to_participle")


def _says_when_made(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether a participle right behind the deal that is named tells when it was made ("an accord brokered in May",
    "the accord of May 3").
    """
    between = [token.word for token in line.tokens[candidate.head : i]]
    if between[1:] == ["of"] or (
        between[1:] == ["on"] and "by" in [token.word for token in line.tokens[i + 1 : i + 2]]
    ):
        return True
    made = next((n for n, word in enumerate(between[:3]) if word in words_of("bind_made")), 0)
    small = words_of("bind_to_participle") | words_of("free_partners")
    return bool(made) and set(between[made + 1 :]) <= small


def _in_name(line: Line, i: int) -> bool:
    """Whether a year ends a name in capitals ("Expo 2020"), of which none but the year is a date."""
    before = line.tokens[i - 1] if i > 1 else None
    return before is not None and before.mention is None and before.text[:1].isupper() and before.word.isalpha()


def _is_point(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an act is told as done at once, so that nothing can be its beginning ("held since May, is released")."""
    if "when" in [token.word for token in line.tokens[i + 1 : i + 3]]:
        return False
    lasting = candidate.noun or candidate.type.lasts or candidate.type.from_speech or candidate.type.stands
    return not lasting and candidate.mood.tense not in {PERFECT, PLUPERFECT, PROGRESSIVE}


def _only_now(time: TimeExpression, candidate: Candidate) -> bool:
    """Whether an expression only means the time of writing ("now", "these days"), and the act is told as past."""
    told = candidate.mood.tense in {PAST, PERFECT, PLUPERFECT}
    return told and time.rule == "ref" and time.first is not None and time.first == time.last == time.anchor_date


def _before_head(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether the candidate's head is the noun that an expression right before it describes."""
    between = [token.word for token in line.tokens[i : candidate.head]]
    return 0 < candidate.head - i <= ATTRIBUTE_REACH + 2 and ":" not in between


def _of_another_act(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression dates a participle that only describes ("hostages seized in May")."""
    j = i - 1
    while j > 0 and (
        line.tokens[j].word in words_of("bind_to_participle")
        or line.tokens[j].word.endswith("ly")
        or _is_partner(line, j)
        or _in_address(line, j)
    ):
        j -= 1
    if PLACE in {token.word for token in line.tokens[j:i]} and not _is_participle(line.tokens[j].word):
        return False
    if _since_when_held(line, i, j, candidate):
        return True
    span = range(candidate.first, candidate.last)
    near = range(j - ATTRIBUTE_REACH, i + ATTRIBUTE_REACH)
    of_captives = line.tokens[j].word in words_of("bind_caught") and j != candidate.head
    made = line.tokens[j].word in words_of("bind_made") and "of" in [t.word for t in line.tokens[candidate.head : j]]
    own = (j in span and j >= candidate.head and not of_captives) if not candidate.noun else candidate.head in near
    own = own or (candidate.noun and _is_its_verb(line, candidate.head, j))
    own = own and not (candidate.noun and made)
    if own or j < 1 or line.tokens[j].word not in words_of("bind_describing") or _is_at_ballot(line, j, candidate):
        return False
    behind = [token.word for token in line.tokens[i + 1 : i + 2]]
    if line.tokens[j - 1].word == ACTOR and (
        not words_of("free_saying_behind").isdisjoint(behind)
        or (j > 1 and line.tokens[j - 2].word in words_of("bind_temporal"))
    ):
        return False
    aside = line.tokens[j - 1].word == "," and behind == [","] and candidate.head < j and not candidate.noun
    return aside or line.tokens[j - 1].word not in words_of("bind_helpers")


def _is_at_ballot(line: Line, j: int, candidate: Candidate) -> bool:
    """Whether an act was done at the vote at token ``j`` ("rejected the plan in a referendum in 2004")."""
    if line.tokens[j].word not in words_of("free_ballots"):
        return False
    near = range(max(candidate.head + 1, j - ATTRIBUTE_REACH), j - 1)
    led, articles = words_of("free_at_ballot"), words_of("bind_determiners")
    return any(line.tokens[k].word in led and line.tokens[k + 1].word in articles for k in near)


def _of_deal_made(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression stands with how a deal came about that is only named ("shelled it in breach of the truce
    brokered after the fighting in May").
    """
    classes = grammar().classes
    deals = {*classes["truce"], *classes["deal"]}
    for j in range(i - 1, max(candidate.head, i - MADE_REACH), -1):
        word = line.tokens[j].word
        if word in words_of("bind_made"):
            return line.tokens[j - 1].word in deals and not candidate.first <= j < candidate.last
        if word in words_of("quantities_parting") or verb_like(word, "en"):
            return False
    return False


def _past_beside_perfect(line: Line, i: int, time: TimeExpression, candidate: Candidate) -> bool:
    """Whether an expression dates the participle behind what is told in the perfect, which goes with no day of the past
    ("has shelved a plan drawn up by Egypt two weeks ago").
    """
    if candidate.mood.tense != PERFECT or candidate.noun or time.relation or not (time.first and time.last):
        return False
    if time.anchor_date is None or time.last >= time.anchor_date:
        return False
    helpers = {*grammar().verbs.be, *grammar().verbs.have, *grammar().verbs.adverbs}
    words = [token.word for token in line.tokens]
    for j in range(i - 1, candidate.last - 1, -1):
        if words[j] in {",", ";", "and", "but", "that"} or words[j] in finite("en"):
            return False
        behind = words[j + 1 + (words[j + 1] in words_of("free_particles"))]
        if _is_participle(words[j]) and behind in words_of("bind_to_participle"):
            return words[j - 1] not in helpers
    return False


def _in_force(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression says since when a deal stands that is only named ("despite a truce in place since May")."""
    before = [token.word for token in line.tokens[max(0, i - 3) : i]]
    stands = before[:1] == ["in"] and before[1:2] != [] and before[1] in words_of("free_in_force")
    own = candidate.noun and line.tokens[max(0, i - 4)].word in {*grammar().verbs.be, *grammar().verbs.adverbs}
    own = own and candidate.head < i  # "the ban has been in force since May"
    return stands and before[-1] in words_of("bind_since_held") and not (own or i - 5 <= candidate.head < i)


def _is_its_verb(line: Line, head: int, j: int) -> bool:
    """Whether a form behind a noun is the sentence's first verb, and no other follows but behind "and", so that it is
    the noun's own ("the talks of the generals started in Doha on Monday and will go on until Friday").
    """
    words = [token.word for token in line.tokens]
    last = next((k for k in range(j + 1, len(words)) if words[k] in words_of("free_second_verb")), len(words))
    others = [words[k] for k in range(head + 1, last) if k != j]
    return head < j and not any(verb_like(word, "en") for word in others)


def _of_a_beginning(line: Line, i: int, candidate: Candidate) -> bool:
    """Whether an expression only says when something else began or ended ("the lines held before the start of the war
    last Friday", "a campaign stretching back to 1968").
    """
    words = [token.word for token in line.tokens[max(0, i - BEGINNING) : i]]
    if " ".join(words[-2:]) in words_of("free_reaching_back"):
        then = [token.word for token in line.tokens[i + 1 : i + 3]] == [",", "when"]
        return not (then and i < candidate.head)  # "goes back to May 2, when they met"
    nouns, led = words_of("free_beginning"), words_of("free_led")
    for k in range(2, len(words) - 1):
        if words[k] in nouns and words[k + 1] == "of" and words[k - 2] in led:
            first = i - len(words) + k
            return not first <= candidate.head < i and not set(words[k:]) & {",", ";", "and"}
    return False


def _in_address(line: Line, j: int) -> bool:
    """Whether a token belongs to where something was done ("kidnapped in the south of Chad, near Ati, on Monday")."""
    if line.tokens[j].word in words_of("bind_where"):
        return True
    return line.tokens[j].word == "," and PLACE in {token.word for token in line.tokens[max(0, j - 1) : j + 2]}


def _is_partner(line: Line, j: int) -> bool:
    """Whether an actor is only he with whom or by whom something is done ("a truce announced with Israel in May")."""
    return line.tokens[j].word == ACTOR and j > 0 and line.tokens[j - 1].word in words_of("free_before_partner")


def _since_when_held(line: Line, i: int, j: int, candidate: Candidate) -> bool:
    """Whether an expression says since when those who are freed were held ("a prisoner since 2014", "four men whom, or
    four men they had held since April").
    """
    if line.tokens[i - 1].word not in words_of("bind_since_held") or candidate.head in range(j - 1, i):
        return False
    back = range(j, max(candidate.head, j - CONTACT_REACH), -1) if candidate.head < j else range(j, -1, -1)[:1]
    if candidate.mood.tense == PERFECT and not candidate.noun and candidate.head < j == i - 2:
        return False  # "has freed 700 prisoners since May"
    if line.tokens[j].word in words_of("bind_held"):
        return True
    if _is_captive(line.tokens[j].word):
        return "prisoners" in candidate.type.counts.values()
    subjects = words_of("free_subjects")
    return any(k > 0 and line.tokens[k].word in subjects and _is_captive(line.tokens[k - 1].word) for k in back)


def _is_captive(word: str) -> bool:
    return word in words_of("bind_held") or word in grammar().classes["captives"]


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in participles()


def _only_compares(line: Line, i: int, time: TimeExpression, candidate: Candidate) -> bool:
    """Whether an expression only says since when there was nothing like it ("the first talks since 1980", "the second
    truce in three years").
    """
    if _describes_head(line, i, candidate):
        return False
    before = line.tokens[i - 1].word if i else ""
    earlier = [token.word for token in line.tokens[max(0, i - COMPARES) : max(0, i - 1)]]
    first = i - COMPARES if candidate.head > i else max(candidate.head, i - COMPARES)
    if "since" in [token.word for token in line.tokens[max(0, first) : max(0, i - 1)]]:
        earlier = [token.word for token in line.tokens[max(0, i - 2 * COMPARES) : max(0, i - 1)]]
    elif before not in words_of("bind_comparing") or (before == "in" and time.rule != "count_ahead"):
        return False
    return any(word in words_of("bind_superlative") or (word.endswith("est") and len(word) > 5) for word in earlier)
