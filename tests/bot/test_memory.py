"""What the bot remembers, for how long, and what it does not."""

import copy
import sqlite3
from pathlib import Path

import pytest

from bot.cogs.upkeep import TIDY
from bot.conversations import KEPT as CONVERSATION_KEPT
from bot.conversations import Conversations, Key
from bot.errors import SettingsError
from bot.guilds import DEFAULTS, GuildSettings
from bot.patience import Patience
from bot.seen import Seen
from bot.state import KEPT, REPLIES_KEPT, Feedback, Reply, Shown, State
from retrieval.types import Filters
from tests.bot.small_archive import SmallArchive

SHOWN = Shown(permalinks=("a@1:0-5", "b@2:3-9"), shown=2, first=1, abstained=False, searched=False, guild=7)


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State.open(tmp_path / "discord.sqlite")


def test_answers_and_settings_outlive_the_process(state: State, tmp_path: Path) -> None:
    chosen = GuildSettings(
        channels=frozenset({1, 2}), private=True, shown=1, sources=frozenset({"x"}), threads=False, feedback=5
    )
    state.keep("one", SHOWN)
    state.set_guild(7, chosen)
    state.close()
    again = State.open(tmp_path / "discord.sqlite")
    assert again.shown("one") == SHOWN
    assert again.guild(7) == chosen
    assert again.guild(8) == again.guild(None) == DEFAULTS
    assert again.shown("other") is None


def test_a_server_that_is_left_is_forgotten(state: State) -> None:
    state.keep("one", SHOWN)
    state.set_guild(7, GuildSettings(private=True))
    state.drop_guild(7)
    assert state.guild(7) == DEFAULTS
    assert state.shown("one") is None


def test_what_is_old_is_forgotten(state: State) -> None:
    state.keep("old", SHOWN, now=1_000)
    state.keep("new", SHOWN, now=1_000 + KEPT)
    state.take(Feedback(answer="old", user=1, helpful=True), now=1_000)
    assert state.tidy(now=1_001 + KEPT) == 2
    assert state.shown("old") is None
    assert state.shown("new") == SHOWN
    assert state.feedback() == []


def test_feedback_replaces_what_the_same_person_said_and_can_be_forgotten(state: State) -> None:
    state.keep("one", SHOWN)
    state.take(Feedback(answer="one", user=1, helpful=True))
    state.take(Feedback(answer="one", user=1, helpful=False, question="Who?", comment="not he"))
    state.take(Feedback(answer="one", user=2, helpful=True))
    assert [(each.user, each.helpful, each.comment) for each in state.feedback()] == [
        (1, False, "not he"),
        (2, True, None),
    ]
    assert state.forget(1) == 1
    assert [each.user for each in state.feedback()] == [2]


def test_no_question_is_written_down_unless_somebody_sends_it_as_feedback(state: State, tmp_path: Path) -> None:
    state.keep("one", SHOWN)
    state.close()
    assert {file.name for file in tmp_path.iterdir()} == {"discord.sqlite"}
    columns = State.open(tmp_path / "discord.sqlite")._connection.execute("PRAGMA table_info(answers)").fetchall()
    kept = {"id", "asked", "guild", "shown", "first", "abstained", "searched", "permalinks"}
    assert {column[1] for column in columns} == kept


def test_a_memory_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot keep its memory in"):
        State.open(tmp_path / "missing" / "discord.sqlite")
    (tmp_path / "damaged.sqlite").write_bytes(b"not a database at all, " * 50)
    with pytest.raises(SettingsError, match="cannot keep its memory in"):
        State.open(tmp_path / "damaged.sqlite")


def test_a_memory_of_another_version_is_left_alone(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "discord.sqlite")
    connection.execute("CREATE TABLE answers (id TEXT)")
    connection.close()
    with pytest.raises(SettingsError, match="another version of Quoth"):
        State.open(tmp_path / "discord.sqlite")


def test_settings_of_an_older_version_have_the_new_defaults() -> None:
    assert GuildSettings.from_json('{"private": true}') == GuildSettings(private=True)


def test_a_server_limits_what_its_questions_look_at() -> None:
    limited = GuildSettings(sources=frozenset({"a"}))
    assert limited.within(Filters(author="x")) == Filters(author="x", documents=frozenset({"a"}))
    assert DEFAULTS.within(Filters()) == Filters()
    assert limited.sees("a")
    assert not limited.sees("b")
    assert DEFAULTS.sees("b")


def test_channels_are_those_that_were_chosen_and_their_threads() -> None:
    chosen = GuildSettings(channels=frozenset({1}))
    assert chosen.answers_in((1,))
    assert chosen.answers_in((99, 1))
    assert not chosen.answers_in((2,))
    assert DEFAULTS.answers_in((2,))


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_conversation_is_kept_for_half_an_hour() -> None:
    clock = Clock()
    kept = Conversations(SmallArchive().conversation, clock=clock)
    mine = kept.at(Key(channel=1, user=2))
    clock.now += CONVERSATION_KEPT - 1
    assert kept.at(Key(channel=1, user=2)) is mine
    clock.now += CONVERSATION_KEPT - 1
    assert kept.at(Key(channel=1, user=2)) is mine
    clock.now += CONVERSATION_KEPT
    assert kept.at(Key(channel=1, user=2)) is not mine
    clock.now += CONVERSATION_KEPT
    kept.forget_old()
    assert len(kept) == 0


def test_conversations_are_apart_and_can_be_forgotten() -> None:
    kept = Conversations(SmallArchive().conversation)
    keys = [Key(channel=1, user=2), Key(channel=1, user=3), Key(channel=5, user=2), Key(channel=9)]
    theirs = [kept.at(key) for key in keys]
    assert len({id(each) for each in theirs}) == 4
    assert kept.forget(channel=9, user=2) == 3
    assert kept.at(Key(channel=1, user=3)) is theirs[1]
    assert len(kept) == 1


def test_a_conversation_is_taken_up_from_any_of_its_answers() -> None:
    clock = Clock()
    kept = Conversations(SmallArchive().conversation, clock=clock)
    mine, yours = Key(channel=1, user=2), Key(channel=1, user=3)
    for message in (10, 11):
        conversation = kept.at(mine)
        conversation.ask(f"bridge {message}?", k=1, filters=Filters())
        kept.answered(mine, message, copy.copy(conversation))
    assert kept.take_up(yours, 10)
    assert kept.at(yours).ask("and then?", k=1, filters=Filters()).understood.text == "bridge 10? and then?"
    assert kept.at(mine).ask("and then?", k=1, filters=Filters()).understood.text == "bridge 11? and then?"
    assert kept.take_up(yours, 10)
    assert kept.at(yours).ask("and now?", k=1, filters=Filters()).understood.text == "bridge 10? and now?"
    clock.now += CONVERSATION_KEPT
    assert not kept.take_up(yours, 10)
    kept.answered(mine, 12, conversation)
    kept.forget(channel=7, user=2)
    assert not kept.take_up(yours, 12)


def test_what_became_of_a_message_is_remembered_for_an_hour(state: State, tmp_path: Path) -> None:
    first = Reply(message=5, channel=1, direct=True, reply=6, answer="one")
    state.note(first, now=1000)
    state.note(Reply(message=7, channel=2, direct=False), now=1000 + REPLIES_KEPT)
    state.tidy(now=1000 + REPLIES_KEPT)
    again = State.open(tmp_path / "discord.sqlite")
    for each in (state, again):
        assert each.reply_to(5) == first
        assert each.replied_to() == [5, 7]
    state.tidy(now=1001 + REPLIES_KEPT)
    assert state.reply_to(5) is None
    assert state.replied_to() == State.open(tmp_path / "discord.sqlite").replied_to() == [7]


def test_what_a_full_disk_does_not_take_is_remembered_for_the_same_hour(state: State, tmp_path: Path) -> None:
    note = Reply(message=5, channel=1, direct=True, reply=6)
    with sqlite3.connect(tmp_path / "discord.sqlite") as disk:
        disk.execute("CREATE TRIGGER full BEFORE INSERT ON replies BEGIN SELECT 1 FROM no_room; END")
    state.note(note, now=1000)
    state.tidy(now=1000 + REPLIES_KEPT)
    assert state.reply_to(5) == note
    state.tidy(now=1001 + REPLIES_KEPT)
    assert state.reply_to(5) is None


def test_what_is_said_to_be_kept_for_an_hour_is_looked_at_more_often_than_that() -> None:
    assert TIDY <= REPLIES_KEPT / 6


def test_a_direct_message_channel_is_named_once_however_much_was_written_there(state: State) -> None:
    state.note(Reply(message=1, channel=11, direct=True))
    for message in range(2, 200):
        state.note(Reply(message=message, channel=12, direct=True))
    state.note(Reply(message=200, channel=13, direct=False))
    state.note(Reply(message=201, channel=11, direct=True))
    assert state.direct_channels() == [11, 12]


def test_patience_allows_a_burst_and_fills_up_again() -> None:
    clock = Clock()
    patience = Patience(burst=3, pause=10, clock=clock)
    assert [patience.wait_for(1) for _ in range(4)] == [0, 0, 0, 10]
    assert patience.wait_for(2) == 0
    clock.now += 9
    assert patience.wait_for(1) == pytest.approx(1)
    clock.now += 1
    assert patience.wait_for(1) == 0
    clock.now += 1000
    assert [patience.wait_for(1) for _ in range(4)] == [0, 0, 0, 10]


def test_an_event_is_new_once() -> None:
    seen = Seen()
    assert seen.first_time(5)
    assert not seen.first_time(5)
    assert seen.first_time(6)
    assert not Seen([7]).first_time(7)
