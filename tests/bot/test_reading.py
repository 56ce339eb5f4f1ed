"""Reading on: every button under an answer, for whoever presses it, after a restart and after the library changed."""

from dataclasses import replace

import pytest

from bot.desk import Desk
from bot.guilds import GuildSettings
from bot.markdown import quoted_text
from bot.recent import Recent
from tests.bot.scene import Scene, button, labels, text_of
from tests.bot.small_archive import DOCUMENTS, document

MANY = "Who spoke of land, delegate?"
QUESTION = "Who lowered the bridge at night?"


def words(message: object) -> list[str]:
    descriptions = [embed.description for embed in message.embeds]  # type: ignore[attr-defined]
    return [quoted_text(each.split("\n\n— ")[0]) for each in descriptions]


async def test_pages_turn_in_place_for_the_one_who_asked(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, MANY)).response
    first = words(message)
    turned = await scene.press(scene.alice, message, "▶")
    assert turned.response.id == message.id
    second = words(turned.response)
    assert len(first) == len(second) == 3
    assert not set(first) & set(second)
    assert turned.response.content == message.content
    assert turned.response.embeds[-1].footer.text == "Excerpts 4–6 of 9"
    back = await scene.press(scene.alice, turned.response, "◀")
    assert words(back.response) == first


async def test_what_a_quote_leans_on_is_small_print_above_it_and_told_once(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, "Who looked for troops on the front?")).response
    shown = message.embeds[0].description
    assert shown.startswith(
        "-# Before this: Kerensky left the city by motor car in the morning.\n"
        "> He looked for troops along the northern front.\n\n— **Ben Writer**"
    )
    wide = (await scene.press(scene.alice, message, "More context")).response
    assert "Before this" not in wide.embeds[0].description
    back = (await scene.press(scene.alice, wide, "Back")).response
    assert back.embeds[0].description == shown
    both = (await scene.ask(scene.alice, "Kerensky left the city by motor car and looked for troops")).response
    assert words(both)[:2] == [
        "Kerensky left the city by motor car in the morning.",
        "He looked for troops along the northern front.",
    ]
    there = (await scene.press(scene.alice, both, "More context")).response
    assert words((await scene.press(scene.alice, there, "Back")).response) == words(both)


async def test_somebody_elses_answer_turns_in_a_private_copy(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, MANY)).response
    copied = await scene.press(scene.bob, message, "▶")
    assert copied.ephemeral
    assert copied.response.id != message.id
    assert copied.response.content == message.content
    assert message.embeds[-1].footer.text == "Excerpts 1–3 of 9"
    assert labels(copied.response) == ["◀", "▶", "More context", "Cite", "Why?", "👍", "👎"]
    further = await scene.press(scene.bob, copied.response, "▶")
    assert further.response.id == copied.response.id
    assert further.response.embeds[-1].footer.text == "Excerpts 7–9 of 9"
    assert message.embeds[-1].footer.text == "Excerpts 1–3 of 9"


async def test_context_widens_in_source_order_and_back(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    before = words(message)
    text = DOCUMENTS[0].text
    wide = (await scene.press(scene.alice, message, "More context")).response
    assert wide.id == message.id
    shown = words(wide)[0]
    assert shown in text
    assert before[0] in shown
    assert len(shown) > len(before[0])
    wider = (await scene.press(scene.alice, wide, "More context")).response
    assert words(wider)[0].startswith(text[:40])
    assert shown in words(wider)[0]
    assert "Copyright" not in words(wider)[0]
    assert button(wider, "More context").get("disabled")
    back = (await scene.press(scene.alice, wider, "Back")).response
    assert words(back) == before


async def test_each_excerpt_of_a_page_can_be_put_in_context(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, "Did Kerensky and the minister write to the generals?")).response
    before = words(message)
    assert len(before) > 1
    first = (await scene.press(scene.alice, message, "More context")).response
    siblings = [label for label in labels(first) if label.startswith("Excerpt")]
    assert siblings == [f"Excerpt {number + 1}" for number in range(len(before))]
    assert before[0] in words(first)[0]
    second = (await scene.press(scene.alice, first, "Excerpt 2")).response
    assert before[1] in words(second)[0]


async def test_a_context_longer_than_a_message_is_read_part_by_part(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, "Which delegates number 7 voted for the decree on land?")).response
    text = next(each.text for each in DOCUMENTS if each.id == "long-vote")
    shown = (await scene.press(scene.alice, message, "More context")).response
    seen = []
    while not button(shown, "◀").get("disabled"):
        shown = (await scene.press(scene.alice, shown, "◀")).response
    while True:
        seen.append(words(shown)[0])
        if button(shown, "▶").get("disabled"):
            break
        shown = (await scene.press(scene.alice, shown, "▶")).response
    assert len(seen) > 1
    assert all(part in text for part in seen)
    assert "".join("".join(seen).split()) == "".join(text.split())


async def test_cite_gives_the_usual_styles_in_private(scene: Scene) -> None:
    message = (
        await scene.ask(scene.alice, 'What did the commander say to the sailors, "let the bridges stay down"?')
    ).response
    cited = await scene.press(scene.bob, message, "Cite")
    assert cited.ephemeral
    fields = {field.name: field.value for field in cited.response.embeds[0].fields}
    assert list(fields) == ["Chicago, note", "Chicago, bibliography", "MLA", "APA", "BibTeX", "RIS", "Permalink"]
    assert fields["Chicago, note"].startswith("Lev Orator, quoted in Ada Scholar, *Bridges*")
    assert "qtd. in Scholar" in fields["MLA"]
    assert "as cited in Scholar, 1927" in fields["APA"]
    assert "@book{scholar1927bridges," in fields["BibTeX"]
    permalink = fields["Permalink"].strip("`\n")
    assert scene.archive.resolve(permalink).text.startswith('"Let the bridges stay down,"')


async def test_why_says_in_private_how_each_excerpt_was_found(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    why = await scene.press(scene.bob, message, "Why?")
    assert why.ephemeral
    embed = why.response.embeds[0]
    assert "of the question's words" in embed.description
    fields = {field.name: field.value for field in embed.fields}
    assert "lowered" in fields["Words of the question in it"]
    assert fields["Figures"].startswith("-# words ")
    assert fields["Figures"].endswith("confidence 70%")


async def test_why_is_found_out_again_after_a_restart(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    before = text_of((await scene.press(scene.alice, message, "Why?")).response)
    asked = len(scene.archive.asked)
    scene.services.answers._explanations = Recent(9)
    assert text_of((await scene.press(scene.alice, message, "Why?")).response) == before
    assert len(scene.archive.asked) == asked + 1


async def test_feedback_is_kept(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    thanked = await scene.press(scene.bob, message, "👍")
    assert thanked.ephemeral
    form = await scene.press(scene.alice, message, "👎")
    assert form.modal is not None
    done = await scene.alice.submit_modal(form, {"comment": "It was *morning*."})
    assert done.ephemeral
    kept = {each.user: each for each in scene.services.state.feedback()}
    assert kept[scene.bob.id].helpful
    assert kept[scene.bob.id].question is None
    assert (kept[scene.alice.id].helpful, kept[scene.alice.id].comment) == (False, "It was *morning*.")
    assert kept[scene.alice.id].question == QUESTION
    told = await scene.alice.slash(scene.general, "forget")
    assert "1 piece of feedback" in told.response.content
    assert [each.user for each in scene.services.state.feedback()] == [scene.bob.id]


async def test_feedback_is_shown_where_the_server_wants_it(scene: Scene) -> None:
    scene.services.state.set_guild(scene.guild.id, GuildSettings(feedback=scene.quiz.id))
    message = (await scene.ask(scene.alice, QUESTION)).response
    form = await scene.press(scene.bob, message, "👎")
    await scene.bob.submit_modal(form, {"comment": "@everyone **no**"})
    shown = scene.quiz.last_message
    assert r"\@everyone \*\*no\*\*" in shown.embeds[0].description
    assert f"/{message.id})" in shown.embeds[0].description


async def test_a_thread_carries_the_conversation_on(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    opened = await scene.press(scene.alice, message, "Thread")
    assert opened.ephemeral
    thread = scene.general.threads[0]
    assert thread.name == QUESTION
    assert f"<#{thread.id}>" in opened.response.content
    assert "Mention me" in thread.last_message.content
    await scene.bob.send(thread, f"{scene.me} and who held the other one?")
    assert "Understood as: Who lowered the bridge at night? and who held the other one?" in thread.last_message.content
    again = await scene.press(scene.bob, message, "Thread")
    assert f"<#{thread.id}>" in again.response.content
    assert len(scene.general.threads) == 1


@pytest.mark.simcord(check_errors=False)
async def test_a_thread_is_opened_and_said_to_be_or_the_line_is_full(scene: Scene) -> None:
    scene.services.desk.close()
    scene.services.desk = Desk(workers=1, queue=0)
    message = (await scene.ask(scene.alice, QUESTION)).response
    scene.services.conversations.forget(channel=scene.general.id, user=scene.alice.id)
    with scene.services.desk.admit():
        refused = await scene.press(scene.alice, message, "Thread")
    assert "line is full" in refused.response.content
    assert scene.general.threads == []
    opened = await scene.press(scene.alice, message, "Thread")
    thread = scene.general.threads[0]
    assert f"<#{thread.id}>" in opened.response.content
    await scene.bob.send(thread, f"{scene.me} and who held it?")
    assert f"Understood as: {QUESTION} and who held it?" in thread.last_message.content


async def test_threads_can_be_switched_off(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    scene.services.state.set_guild(scene.guild.id, GuildSettings(threads=False))
    refused = await scene.press(scene.alice, message, "Thread")
    assert "switched off" in refused.response.content
    assert "Thread" not in labels((await scene.ask(scene.alice, QUESTION)).response)


async def test_only_the_asker_or_a_moderator_deletes(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    refused = await scene.press(scene.bob, message, "🗑")
    assert refused.ephemeral
    assert "Only the person who asked" in refused.response.content
    await scene.press(scene.alice, message, "🗑")
    assert message.id not in [each.id for each in scene.general.history()]
    other = (await scene.ask(scene.alice, QUESTION)).response
    await scene.press(scene.manager, other, "🗑")
    assert other.id not in [each.id for each in scene.general.history()]


async def test_every_button_works_after_the_library_changed(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, MANY)).response
    scene.archive.upcoming = (*DOCUMENTS, document("newcomer", "Somebody else spoke of land."))
    await scene.env.advance_time(3)
    assert scene.archive.generation == 2
    assert words((await scene.press(scene.alice, message, "▶")).response)
    assert words((await scene.press(scene.bob, message, "More context")).response)
    assert (await scene.press(scene.bob, message, "Cite")).response.embeds
    names = await scene.alice.autocomplete(scene.general, "ask", "source", "newc", question="x?")
    assert [each["value"] for each in names] == ["newcomer"]


async def test_an_excerpt_whose_source_changed_or_left_says_so(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    changed = document("bridges", "Another text altogether.")
    scene.archive.upcoming = (changed, *DOCUMENTS[1:])
    scene.archive.refresh()
    shown = (await scene.press(scene.alice, message, "More context")).response
    assert "'bridges' has changed" in text_of(shown)
    cited = await scene.press(scene.alice, message, "Cite")
    assert "'bridges' has changed" in text_of(cited.response)


async def test_a_source_that_the_server_hides_is_hidden_in_old_answers_too(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    scene.services.state.set_guild(scene.guild.id, GuildSettings(sources=frozenset({"letters"})))
    shown = (await scene.press(scene.alice, message, "More context")).response
    assert "does not show this source" in text_of(shown)


async def test_a_forgotten_answer_says_so_and_keeps_its_message(scene: Scene) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    before = text_of(message)
    scene.services.state.tidy(now=10**11)
    told = await scene.press(scene.alice, message, "More context")
    assert "no longer remember" in told.response.content
    assert told.ephemeral
    assert text_of(message) == before
    assert "no longer remember" in (await scene.press(scene.bob, message, "More context")).response.content


@pytest.mark.simcord(check_errors=False)
async def test_a_fault_of_ours_never_overwrites_an_answer(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    before = text_of(message)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(scene.archive, "resolve", fail)
    told = await scene.press(scene.alice, message, "More context")
    assert "Something went wrong" in told.response.content
    assert told.ephemeral
    assert text_of(message) == before


async def test_a_tampered_document_is_never_shown(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    message = (await scene.ask(scene.alice, QUESTION)).response
    honest = scene.archive.resolve
    monkeypatch.setattr(scene.archive, "resolve", lambda *a, **k: replace(honest(*a, **k), text="Made up."))
    shown = (await scene.press(scene.alice, message, "More context")).response
    assert "Made up" not in text_of(shown)
    assert "Made up" not in text_of((await scene.press(scene.alice, message, "Cite")).response)
