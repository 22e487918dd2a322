"""An article made ready for the event rules: its lines, who and what is named in them, and who is at odds with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from tracker.events.clauses import Clause, clauses
from tracker.events.line import Line, Mention, line_of
from tracker.models import ActorMention, Article, PlaceMention, Sentence, TimeExpression
from tracker.resources import world
from tracker.resources.conflict import Conflict, conflicts
from tracker.resources.grammar import Grammar, grammar, words_of

BODY = "body"
APART = 8
"""Words between a government and the group that it fights ("the government of Chad and leaders of the FACT")."""
LETTERS = 3
"""How many letters of a group stand behind its state's code: "UGA" and "UGAREB"."""


@dataclass(frozen=True)
class Reading:
    """What was found in ``article`` before any event is sought; ``lines`` are its body sentences only."""

    article: Article
    profile: Conflict | None
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeExpression, ...]
    lines: tuple[Line, ...]
    speaker_of_text: str = ""
    """The code of the actor that publishes the text, for read-outs in the first person."""
    language: str = "en"

    @property
    def grammar(self) -> Grammar:
        """The grammar of the text's language."""
        return grammar(self.language)

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each line."""
        return tuple(clauses(line, self.language) for line in self.lines)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each actor is named."""
        return Counter(mention.code for mention in self.actors)

    @cached_property
    def sides(self) -> tuple[frozenset[str], ...]:
        """The opposing camps: the profile's if the text names two of them, else the two actors that the text sets
        against each other most.
        """
        camps = tuple(frozenset(side) for side in self.profile.sides) if self.profile else ()
        named = sum(not side.isdisjoint(self.counts) for side in camps)
        if named > 1:
            return camps
        return self._inferred_sides() or (camps if named else ())

    def _inferred_sides(self) -> tuple[frozenset[str], ...]:
        for code in self.counts:
            if code[:-LETTERS] in self.counts and code[:-LETTERS] in world.states():
                return frozenset((code[:-LETTERS],)), frozenset((code,))
        if self._wars:
            return tuple(frozenset((code,)) for code in sorted(self._wars.most_common(1)[0][0]))
        pairs: Counter[frozenset[str]] = Counter()
        for line in self.lines:
            for (i, first), (j, second) in pairwise(line.actors()):
                between = [token.word for token in line.tokens[i + 1 : j]]
                both = frozenset((first.code, second.code))
                if len(both) == 2 and not both & third_parties() and len(between) < 4 and _set_apart(line, i, between):
                    pairs[both] += 1
        if pairs and pairs.most_common(1)[0][1] > 1:
            return tuple(frozenset((code,)) for code in sorted(pairs.most_common(1)[0][0]))
        if not self._tells_of_war:
            return ()
        if pairs and not self.profile and len(self.counts.keys() - third_parties()) == 2:
            return tuple(frozenset((code,)) for code in sorted(pairs.most_common(1)[0][0]))
        two = [code for code, count in self.counts.most_common() if count > 1 and code not in third_parties()][:2]
        return tuple(frozenset((code,)) for code in two) if len(two) == 2 else ()

    @cached_property
    def _wars(self) -> Counter[frozenset[str]]:
        """The pairs of a government and a group without a state that sentences set against each other."""
        found: Counter[frozenset[str]] = Counter()
        camps = self.profile.sides if self.profile else ()
        for line in self.lines:
            for (i, first), (j, second) in pairwise(line.actors()):
                both = frozenset((first.code, second.code))
                if any(both <= set(camp) for camp in camps) or both & third_parties():
                    continue
                if len(both) == 2 and len(both & world.states().keys()) == 1 and _ruler_and_group(line, i, j):
                    found[both] += 1
        return found

    @property
    def _tells_of_war(self) -> bool:
        """Whether the text has a word of war or of open dispute: two states that only meet are no sides."""
        words = {*self.grammar.topic.strong, *words_of("reading_dispute")}
        return any(not line.words.isdisjoint(words) for line in self.lines)

    def opposing(self, codes: frozenset[str] | set[str]) -> bool:
        """Whether members of two camps are among ``codes``, of this or another known conflict, or a format in which
        the camps meet.
        """
        if sum(bool(side & codes) for side in self.sides) > 1 or self._formats & codes:
            return True
        return any(pair <= codes for pair in self._wars) or _at_odds(frozenset(codes))

    @cached_property
    def _formats(self) -> frozenset[str]:
        return (
            frozenset(one.code for one in self.profile.actor if one.kind == "format") if self.profile else frozenset()
        )

    def side_of(self, code: str) -> frozenset[str]:
        """The camp to which ``code`` belongs; empty if it belongs to none."""
        return next((side for side in self.sides if code in side), frozenset())

    def sides_named(self) -> list[str]:
        """For each camp the member that the text names most, in the camps' order."""
        found = []
        for side in self.sides:
            named = [code for code in side if self.counts[code]]
            if named:
                found.append(max(named, key=lambda code: (self.counts[code], code)))
        return found


@cache
def _at_odds(codes: frozenset[str]) -> bool:
    """Whether members of two camps of any known conflict are among ``codes``."""
    return any(sum(not codes.isdisjoint(side) for side in one.sides) > 1 for one in conflicts().values())


@cache
def third_parties() -> frozenset[str]:
    """Organisations and blocs that are no side of a conflict, however often a text names them."""
    return frozenset(code for code, one in world.organisations().items() if one.kind in {"organisation", "bloc"})


def _ruler_and_group(line: Line, i: int, j: int) -> bool:
    """Whether two actors are a government and those it fights: "Chad's army and the FACT", "the RUF and government"."""
    words = [token.word for token in line.tokens[i + 1 : j]]
    if len(words) > APART or words_of("groups_set_against").isdisjoint(words):
        return False
    first = line.tokens[i].mention
    state = i if isinstance(first, ActorMention) and first.code in _states() else j
    named = set(line.tokens[state].text.lower().split()) | {token.word for token in line.tokens[state + 1 : state + 4]}
    allies = words_of("reading_beside") | words_of("roles_hosts")
    return not named.isdisjoint(words_of("groups_ruling")) and allies.isdisjoint(words)


@cache
def _states() -> frozenset[str]:
    return frozenset(world.states())


def _set_apart(line: Line, i: int, between: list[str]) -> bool:
    """As in "between A and B", "A-B", "A against B", "A and B"."""
    before = line.tokens[i - 1].word if i else ""
    return before in words_of("reading_both") or " ".join(between) in words_of("reading_apart")


def reading_of(
    article: Article,
    sentences: Sequence[Sentence],
    actors: Sequence[ActorMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    *,
    profile: Conflict | None = None,
    speaker_of_text: str = "",
    language: str = "en",
) -> Reading:
    """The reading of ``article``: sentences that are no body text are left out, the rest become lines."""
    inside = [sentence for sentence in sentences if sentence.role == BODY and not sentence.text.isupper()]
    mentions: list[Mention] = sorted([*actors, *places, *times], key=lambda one: one.start)
    lines = []
    at = 0
    for sentence in inside:
        while at < len(mentions) and mentions[at].start < sentence.start:
            at += 1
        end = at
        while end < len(mentions) and mentions[end].start < sentence.end:
            end += 1
        lines.append(line_of(sentence, mentions[at:end]))
    return Reading(
        article, profile, tuple(actors), tuple(places), tuple(times), tuple(lines), speaker_of_text, language
    )
