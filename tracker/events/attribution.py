"""Whose words a sentence gives: by a verb of saying, "according to", or a quotation that goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from tracker.events.bystanders import bystander, introduces, told_before, unnamed_many
from tracker.events.clauses import Clause, clause_of, verb_like
from tracker.events.line import Line
from tracker.events.reading import Reading
from tracker.events.saying import content_of, end_of_aside
from tracker.events.skeleton import inserted
from tracker.events.subjects import governed, owner_of, person_before, subject_of, told_of
from tracker.events.verbs_of_saying import inside_quotation, is_finite, is_to_come, last_of, quoting, say_words
from tracker.models import ActorMention
from tracker.resources.grammar import Speech, grammar, words_of

CLOSING_SUBJECT = 10
"""Tokens before a verb of saying among which the comma stands behind what is said."""
CLOSING_REACH = 8
"""Tokens with which such a verb closes its sentence: "told Reuters on Monday."."""
NEAR = 4
OWN_WORDS = "first person of the publisher"


@dataclass(frozen=True, slots=True)
class Said:
    """That a line is somebody's words. ``speaker`` is ``None`` where the words name no actor (experts, a witness).

    ``verb`` is the token of the verb of saying, -1 for a quotation that goes on; ``first`` and ``last`` (exclusive)
    are the tokens of what is said; ``quoted`` whether it is a quotation; ``written`` the words that show it;
    ``beside`` what another speaker says in a later clause of the line.
    """

    speaker: ActorMention | None
    verb: int
    first: int
    last: int
    quoted: bool
    written: str
    beside: Said | None = None


def attributions(reading: Reading) -> tuple[Said | None, ...]:
    """For each line who says it, or ``None`` where the text speaks for itself."""
    found: list[Said | None] = []
    last: ActorMention | None = None
    open_quote, opened_by = False, -1
    for number, line in enumerate(reading.lines):
        goes_on = open_quote and opened_by >= 0 and found[opened_by] is not None
        said = (
            _with_another(reading, number, _of_line(reading, number, line, last))
            or _continued(line, found, goes_on)
            or _own_words(reading, line)
        )
        found.append(said)
        if said is not None and said.verb >= 0:
            last = said.speaker
        elif said is None:
            last = _last_named(line) or (None if introduces(line) else last)
        still = _still_open(line, open_quote)
        opened_by = number if still and not open_quote else opened_by
        open_quote = still
    return _looking_ahead(reading, found)


def _looking_ahead(reading: Reading, found: list[Said | None]) -> tuple[Said | None, ...]:
    """A quotation that opens without a speaker and is closed with one is that speaker's throughout."""
    for number in range(len(found) - 2, -1, -1):
        here, behind = found[number], found[number + 1]
        line = reading.lines[number]
        opens = bool(line.tokens) and line.tokens[0].word in words_of("attribution_quotes") and _still_open(line, False)
        if (
            opens
            and (here is None or here.verb < 0)
            and behind is not None
            and _closes(reading.lines[number + 1], behind)
        ):
            found[number] = Said(behind.speaker, -1, 0, len(line.tokens), True, "quotation closed by its speaker")
    return tuple(found)


def _closes(line: Line, said: Said) -> bool:
    return line.tokens[0].word not in {"“", "``"} and said.quoted and said.first == 0


def _last_named(line: Line) -> ActorMention | None:
    """The actor to whom a pronoun of the next sentence most likely leads: a person before anybody else."""
    mentions = [mention for _, mention in line.actors()]
    persons = [mention for mention in mentions if mention.person]
    return next(iter(persons or mentions), None)


def _with_another(reading: Reading, number: int, said: Said | None) -> Said | None:
    """The same up to where another speaks in a later clause of the line ("A called it a trap, and B blamed C")."""
    if said is None or said.speaker is None or not 0 <= said.verb < said.first:
        return said
    line = reading.lines[number]
    for clause in reading.clauses[number]:
        if clause.first > said.verb and clause.opener in words_of("attribution_beside"):
            spoken = line.actors(clause.first, clause.last)
            other = _of_line(reading, number, line, None, clause.first) if spoken else None
            if other and _opens_with(other, clause, {spoken[0][1].code} - {said.speaker.code}):
                return replace(said, last=min(said.last, clause.first), beside=other)
    return said


def _opens_with(said: Said, clause: Clause, codes: set[str]) -> bool:
    """Whether a clause begins with its speaker, one of ``codes``, and what is said stands behind."""
    spoken = said.speaker is not None and said.speaker.code in codes
    return spoken and clause.first < said.verb < clause.last and said.verb < said.first


def _of_line(reading: Reading, number: int, line: Line, last: ActorMention | None, start: int = 0) -> Said | None:
    """Whose words the line gives from token ``start`` on."""
    according = _according_to(reading, line)
    nobody: Said | None = None
    inside = inside_quotation(line)
    for i in range(start, len(line.tokens)):
        token = line.tokens[i]
        if i not in inside and token.word in say_words(reading.language) and is_finite(line, i, reading.language):
            clause = clause_of(reading.clauses[number], i)
            if is_to_come(line, i, clause):
                continue
            found, speaker = _speaker(reading, number, line, i, last)
            if found:
                first, end = content_of(line, last_of(line, i, reading.language), clause, reading.language)
                end = max(first, min(end, end_of_aside(line, i, reading.language)))
                quoted = any(one.word in words_of("attribution_quotes") for one in line.tokens)
                said = Said(speaker, i, first, end, quoted, token.text)
                if speaker is not None:
                    return said
                nobody = nobody or said
    return according or nobody


@cache
def _media(language: str) -> frozenset[str]:
    return frozenset(word.lower() for word in grammar(language).media.words)


def _speaker(  # noqa: PLR0911 - one way out per form
    reading: Reading, number: int, line: Line, verb: int, last: ActorMention | None
) -> tuple[bool, ActorMention | None]:
    """Whether the verb has a subject, and the actor that it is (``None``: nobody we know)."""
    behind = _no_subject(line, verb, reading.language) or _closing_speaker(reading, line, verb, last)
    if behind is not None:
        return behind
    clause = clause_of(reading.clauses[number], verb)
    first = _subject_start(line, clause.first, verb)
    subject = line.tokens[first:verb]
    words = [token.word for token in subject]
    speech = reading.grammar.speech
    aside = inserted(line, reading.language)
    told_of_nobody = (i for i in range(first, _noun_end(line, first, verb)) if line.tokens[i].word in speech.nobody)
    if unnamed_many(line, verb) or any(i not in aside for i in told_of_nobody):
        return True, None
    mentions = line.actors(first, verb)
    joined = words[-1:] == ["and"] and not isinstance(line.tokens[max(0, verb - 2)].mention, ActorMention)
    if joined or (words[-1:] == [","] and line.tokens[verb].word.endswith("ing")):
        free = [mention for i, mention in line.actors(0, verb) if not governed(line, i)]
        if free:
            return True, free[0]
    relative = "," in words[-2:] and clause.opener in words_of("features_relative")
    if relative or (words[-1:] == [clause.opener] == [","] and clause.first):
        chosen = subject_of(line, line.actors(0, clause.first))
        chosen = chosen or (last if _leads_back(line, 0, clause.first, speech) else None)
        return (True, chosen) if chosen else (bool(words), None)
    if meant := told_of(line, clause, mentions) or owner_of(line, verb):
        return True, meant
    if any(word in speech.pronouns for word in words[-NEAR:]) and not any(m.person for _, m in mentions[-1:]):
        return True, person_before(line, clause.first) or last
    chosen = _behind_participle(line, verb) or subject_of(line, mentions)
    if chosen:
        return True, chosen
    if _leads_back(line, first, verb, speech) or line.tokens[verb].word.endswith("ing"):
        introduced, meant = told_before(reading, number, words[-1]) if words[-2:-1] == ["the"] else (False, None)
        return True, meant if introduced else person_before(line, clause.first) or last
    if any(word in speech.first_person for word in words):
        return bool(reading.speaker_of_text), _publisher(reading)
    if any(word in _media(reading.language) for word in words):
        return False, None
    return bool(words) and any(token.text[:1].isupper() for token in subject), None


def _closing_speaker(
    reading: Reading, line: Line, verb: int, last: ActorMention | None
) -> tuple[bool, ActorMention | None] | None:
    """Who closes the sentence with his verb and is no name: nobody we know ("A and B are to meet on Friday, two people
    close to the talks said"), or who spoke before ("the minister said").
    """
    words = [token.word for token in line.tokens]
    comma = next((i for i in range(verb - 1, max(0, verb - CLOSING_SUBJECT), -1) if words[i] == ","), verb)
    between, behind = words[comma + 1 : verb], words[verb:]
    if not between or len(behind) > CLOSING_REACH or "that" in behind:
        return None
    if line.actors(comma + 1, verb) or not words_of("attribution_no_closing", reading.language).isdisjoint(between):
        return None
    if not any(verb_like(word, reading.language) for word in words[:comma]):
        return None
    led_back = _leads_back(line, comma + 1, verb, reading.grammar.speech)
    return True, person_before(line, comma + 1) or last if led_back else None


def _noun_end(line: Line, first: int, verb: int) -> int:
    """Where the relative clause begins that tells more of an actor before it ("a Chadian aide who met reporters")."""
    who = words_of("attribution_who")
    named = (i for i in range(first + 1, verb) if line.tokens[i].word in who and line.actors(first, i))
    return next(named, verb)


def _leads_back(line: Line, first: int, last: int, speech: Speech) -> bool:
    """Whether words stand there that lead back to the last speaker: "the minister"."""
    text = f" {' '.join(token.word for token in line.tokens[first:last])} ".lower()
    return any(f" {phrase} " in text for phrase in speech.anaphora)


def _behind_participle(line: Line, verb: int) -> ActorMention | None:
    """Who stands right before the verb and behind the participle that opens its sentence ("Rejecting the plan of A, B
    said").
    """
    first = line.tokens[line.label].word if line.label < len(line.tokens) else ""
    named = line.tokens[verb - 1].mention if verb > 1 else None
    opened = first.endswith(("ing", "ed")) and line.tokens[verb - 2].word in {",", "the"}
    return named if opened and isinstance(named, ActorMention) else None


def _no_subject(line: Line, verb: int, language: str) -> tuple[bool, ActorMention | None] | None:
    """Who speaks where it is not the verb's subject: he stands behind it, or is quoted; else ``None``."""
    after = line.actors(verb + 1, verb + 8)
    if line.tokens[verb - 1].word in words_of("attribution_quotes") and bystander(line, verb + 1, language):
        return True, None
    if _inverted(line, verb, after, language):
        return True, _person_first(after)
    if _unknown_behind(line, verb):
        return True, None
    quoted = quoting(line, verb)
    if quoted < 0:
        return None
    between = line.actors(quoted + 1, verb)
    return True, _person_first(between) if between else subject_of(line, line.actors(0, quoted))


def _inverted(line: Line, verb: int, after: list[tuple[int, ActorMention]], language: str) -> bool:
    """Whether the speaker stands behind the verb, as after a quotation: "..., said the Qatari minister"."""
    words = [token.word for token in line.tokens[max(0, verb - 2) : verb]]
    if not after or line.tokens[verb].word.endswith("ing"):
        return False
    if not set(words) & words_of("attribution_quotes"):
        return _closes_the_sentence(line, verb, after[0][0], language)
    if words[-1] in words_of("attribution_own_subject"):
        return False
    behind = {token.word for token in line.tokens[after[0][0] + 2 : after[0][0] + NEAR]}
    owned = line.tokens[min(after[0][0] + 1, len(line.tokens) - 1)].word == "'s" and not after[0][1].person
    if owned and behind & (set(grammar(language).speech.nobody) | _media(language)):
        return False
    return line.tokens[verb + 1].word not in words_of("attribution_not_inverted")


def _closes_the_sentence(line: Line, verb: int, speaker: int, language: str) -> bool:
    """Whether verb and speaker close what was told without quotation marks ("A must leave, said B's president")."""
    between = {token.word for token in line.tokens[verb + 1 : speaker]}
    if between - _of_office(language) or not verb or line.tokens[verb - 1].word != ",":
        return False
    if between and line.tokens[verb].word not in words_of("attribution_plain"):
        return False
    if line.tokens[verb].word in words_of("attribution_addressing"):  # ", accused Chad on Monday of"
        return False
    named = line.tokens[speaker].mention
    rest = [token for token in line.tokens[speaker + 1 :] if named is None or token.start >= named.end]
    behind = (token for token in rest if token.mention or not token.text[:1].isupper())
    following = next((token.word for token in behind), ".")
    told = any(verb_like(token.word, language) for token in line.tokens[: verb - 1])
    return told and following in words_of("attribution_after_closing")


@cache
def _of_office(language: str) -> frozenset[str]:
    """The words of offices, and what leads from them to whose they are: "said the foreign minister of"."""
    offices = (one.split() for one in grammar(language).classes["official"])
    return words_of("attribution_of_office") | {word for words in offices for word in words}


def _unknown_behind(line: Line, verb: int) -> bool:
    """Whether somebody whom we do not know stands behind the verb: "..., said Baker"."""
    quoted = {token.word for token in line.tokens[max(0, verb - 2) : verb]} & words_of("attribution_quotes")
    behind = line.tokens[verb + 1] if verb + 1 < len(line.tokens) else None
    return bool(quoted) and behind is not None and behind.mention is None and behind.text[:1].isupper()


def _subject_start(line: Line, first: int, verb: int) -> int:
    """Where the subject's words begin: appositions between commas are stepped over, earlier clauses are not."""
    parting = words_of("attribution_parting")
    while first > 0 and verb - first < 3 and line.tokens[first].word not in parting:
        first -= 1
    return max(0, first)


def _person_first(mentions: list[tuple[int, ActorMention]]) -> ActorMention:
    return next((mention for _, mention in mentions if mention.person), mentions[0][1])


def _according_to(reading: Reading, line: Line) -> Said | None:
    at = line.encoded.find(" according to ")
    if at < 0:
        return None
    verb = line.token_at(at + 1)
    named = line.actors(verb + 1, verb + 8)
    words = [token.word for token in line.tokens[verb + 1 : verb + 8]]
    if set(words[:5]) & words_of("attribution_no_source"):
        return None
    if any(word in reading.grammar.speech.nobody for word in words) and not named:
        return Said(None, verb, 0, verb, False, "according to")
    speaker = _person_first(named) if named else None
    behind = named[-1][0] + 1 if len(named) == 1 else 3
    first, last = (0, verb) if verb else (min(len(line.tokens), behind), len(line.tokens))
    return Said(speaker, verb, first, last, False, "according to")


def _continued(line: Line, found: list[Said | None], open_quote: bool) -> Said | None:
    """A quotation without verb of saying belongs to the last speaker."""
    starts = bool(line.tokens) and line.tokens[0].word in words_of("attribution_quotes")
    if not (starts or open_quote) or not found:
        return None
    before = next((said for said in reversed(found[-3:]) if said is not None), None)
    if before is None:
        return None
    return Said(before.speaker, -1, 0, len(line.tokens), True, "quotation goes on")


def _own_words(reading: Reading, line: Line) -> Said | None:
    """In a read-out the publisher speaks in the first person."""
    if not reading.speaker_of_text or not line.words & set(reading.grammar.speech.first_person):
        return None
    told = any(mention.person and not governed(line, i) for i, mention in line.actors())
    if told and not line.words & words_of("attribution_own"):
        return None
    return Said(_publisher(reading), -1, 0, len(line.tokens), False, OWN_WORDS)


def _publisher(reading: Reading) -> ActorMention | None:
    if not reading.speaker_of_text:
        return None
    name = reading.article.publisher
    return ActorMention(0, 0, name, reading.speaker_of_text, "office", "", "publisher")


def _still_open(line: Line, open_quote: bool) -> bool:
    for token in line.tokens:
        if token.word in {"“", "``"}:
            open_quote = True
        elif token.word in {"”", "''", "″"}:
            open_quote = False
        elif token.word == '"':
            open_quote = not open_quote
    return open_quote
