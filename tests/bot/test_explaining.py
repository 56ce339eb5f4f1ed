"""Why an excerpt was found, as Discord shows it."""

from dataclasses import replace

from bot.explaining import explanations_of, why_embeds
from bot.rendering import ALL_EMBEDS, Missing
from retrieval.types import Explanation, Filters
from tests.bot.small_archive import SmallArchive

QUESTION = "Who lowered the bridge at night?"


def test_reasons_words_and_figures_stand_under_the_beginning_of_each_excerpt() -> None:
    answer = SmallArchive().conversation().ask(QUESTION, k=2, filters=Filters(), explain=True)
    embeds = why_embeds(answer.quotes, explanations_of(answer))
    assert len(embeds) == len(answer.quotes)
    first = embeds[0]
    assert first.title is not None
    assert first.title[1:20] == answer.quotes[0].text[:19]
    assert first.description == "- It has 2 of the question's words."
    assert [field.name for field in first.fields] == ["Words of the question in it", "Not in it", "Figures"]


def test_what_cannot_be_explained_says_so() -> None:
    answer = SmallArchive().conversation().ask(QUESTION, k=1, filters=Filters(), explain=False)
    gone, unknown = why_embeds([Missing(why="It is gone."), answer.quotes[0]], explanations_of(answer))
    assert gone.description == "It is gone."
    assert "not among what I find" in (unknown.description or "")


def test_words_of_a_question_are_shown_as_they_are_and_fit() -> None:
    nasty = Explanation(
        scores={"fused": 1.0},
        matched=("*bold*", "@everyone"),
        missing=("x" * 3000,),
        reasons=tuple(f"“**{word}** <@1>” " + "y" * 900 for word in "abc"),
    )
    answer = SmallArchive().conversation().ask(QUESTION, k=3, filters=Filters(), explain=True)
    quotes = [replace(quote, explanation=nasty) for quote in answer.quotes]
    embeds = why_embeds(quotes, explanations_of(replace(answer, quotes=tuple(quotes))))
    assert embeds
    assert sum(map(len, embeds)) <= ALL_EMBEDS
    assert all(len(field.value or "") <= 1024 for embed in embeds for field in embed.fields)
    assert all(len(embed.description or "") <= 4096 for embed in embeds)
    assert "**a**" not in (embeds[0].description or "")


def test_each_reason_has_a_line() -> None:
    answer = SmallArchive().conversation().ask(QUESTION, k=1, filters=Filters(), explain=True)
    told = Explanation(scores={}, matched=(), missing=(), reasons=("It came first.", "It was read."))
    (embed,) = why_embeds(answer.quotes[:1], {answer.quotes[0].citation.permalink: (told, 0.5)})
    assert embed.description == "- It came first.\n- It was read."
    assert embed.fields[-1].value == "-# confidence 50%"
