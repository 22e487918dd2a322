"""Which texts are about a conflict at all."""

from __future__ import annotations

from datetime import date

import pytest

from tracker import text
from tracker.evaluate import read_lines
from tracker.events.topic import about_a_conflict
from tracker.pipeline import parse, read
from tracker.resources import DATA

QUIET = {
    "two sides without a word of war": """Pristina's deputy premier met Serbian officials in Skopje on Monday.
The delegation spent five hours over the text. It left without a breakthrough. The envoy spoke of a deadlock.
Kosovo wants its number plates recognised. Serbia calls them illegal. They will meet again in June.""",
    "a river and three states": """Ministers of Uzbekistan, Tajikistan and Kyrgyzstan sat down in Osh on Tuesday.
The three countries have been in dispute over the reservoir for years. Negotiations reached an impasse in May.
The mediator put a new proposal on the table. Tajikistan turned it down. Kyrgyzstan sent its envoy home.
Tensions rose at once. Nobody named a day for another summit.""",
    "crossings of a border": """Serbia and Kosovo agreed on Tuesday on new rules for their crossings.
Negotiators met in Brussels for six hours. The deal takes effect on 1 June. Trucks will no longer wait for stamps.
The envoy of the European Union called it a step forward. Pristina's chief negotiator found the text balanced.
Belgrade will carry it out. Another meeting is planned for July.""",
    "a boundary at sea": """Kenya and Somalia will resume talks on their maritime boundary, Nairobi said on Thursday.
The two neighbours recalled their ambassadors in February. Mogadishu accused Nairobi of meddling.
Qatar's envoy shuttled between the capitals. The ministers met in Doha last Friday.
They agreed to reopen their embassies. Flights start again on Sunday. A court in The Hague is to rule in the case.""",
}
OTHER = {
    "trade": """Canada and Japan opened a round of negotiations on a trade deal in Vancouver on Monday.
Delegations discussed tariffs on timber. Exports have doubled. Companies hope for a new market.
Talks ended in a deadlock over dairy. Farmers cheered. The ministers meet again in June.""",
    "a coalition": """The two parties went on with their talks on Monday. They want to form a coalition.
The leader of the larger one spoke of a breakthrough. A deal on taxes is near. Unions are not so sure.
The budget is due in May. The union of teachers wrote to both on Friday. Nobody in Denmark expects another vote.
A company that asks voters put the two level on Sunday.""",
}


def _about(words: str) -> bool:
    return about_a_conflict(read(text.from_text(words, id="x", title="", publisher="", published=date(2024, 5, 14))))


@pytest.mark.parametrize("words", QUIET.values(), ids=QUIET)
def test_a_dispute_needs_no_word_of_war(words: str) -> None:
    """Talks on a border, a dam or number plates are told in the words of diplomacy alone."""
    assert _about(words)


@pytest.mark.parametrize("words", OTHER.values(), ids=OTHER)
def test_talks_on_other_matters_are_no_conflict(words: str) -> None:
    """Trade and coalition talks have the same words, but no sides, or lines of other matters."""
    assert not _about(words)


def test_words_of_war_do_not_make_a_match_a_conflict() -> None:
    """What the whole sounds like outweighs the words it borrows."""
    assert not _about(
        """Ultras of two Serbian clubs declared a truce on Monday before the derby in Belgrade.
The generals of midfield laid siege to the box for an hour. Troops of volunteers swept the stands.
A striker held hostage by his contract fired two rockets from thirty yards. Coaches called it an armistice.
Supporters sang until the floodlights went out. The league table has not changed. Tickets for May are on sale."""
    )


def test_articles_on_a_conflict_are_heard_as_such() -> None:
    """The project's articles that the model of the matter was not trained on."""
    rows = read_lines(DATA / "corpus" / "news.articles.jsonl")
    silent = {str(row["article_id"]) for row in read_lines(DATA / "corpus" / "news.gold.jsonl") if row.get("no_events")}
    heard = {str(row["id"]) for row in rows if _about(str(row["text"]))}
    assert {str(row["id"]) for row in rows} - heard <= silent


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Niger's minister praised the pilots for the airstrike on the town of Kossi.", False),
        ("Niger's minister said the soldiers who died in the raid would never be forgotten.", False),
        ("Niger's minister said the raid had made a compromise harder.", True),
        ("Niger's minister called the day a good one.", True),
    ],
)
def test_a_position_on_arms_alone_is_none_on_the_negotiations(said: str, wanted: bool) -> None:
    story = """Rebels of Chad and Niger's army fought for the town of Kossi on Monday. Forty people were killed.
Envoys of both met in Tunis last week. They left without a ceasefire. A new round of talks is planned for June.
The rebels took two villages on Sunday. The road to the south is cut. """
    article = text.from_text(story + said, id="one", published=date(2024, 5, 20))
    told = [one for one in parse(article) if one.event_type == "statement"]
    assert bool(told) is wanted
