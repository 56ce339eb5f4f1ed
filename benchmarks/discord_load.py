"""How the bot answers when many ask at once.

    python benchmarks/discord_load.py                  # 200 users x 4 questions, a quarter of them mentions
    python benchmarks/discord_load.py --reembed        # the same while the library is embedded anew

Real bot, own process, seed documents, default ranking, against the loopback Discord. Prints what was lost, answered twice
or not acknowledged within 3 s, and how long acknowledgements and answers took, in ms. Exit 1 unless nothing was.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from loopback import ROOT, discord_sim, environment, memory, percentiles, questions, quoth, seeds_library


class Tally:
    """What happened to the questions."""

    def __init__(self) -> None:
        self.sent = self.lost = self.silent = self.busy = self.wrong = self.empty = 0
        self.acknowledged: list[float] = []
        self.answered: list[float] = []
        self.mentions: list[Any] = []


async def ask(
    sim: Any, user: Any, channels: list[Any], asked: list[str], tally: Tally, args: argparse.Namespace, seed: int
) -> None:
    """One user's questions, a pause of `--think` seconds on average between them."""
    chance = random.Random(seed)
    await asyncio.sleep(chance.random() * args.ramp)
    for _ in range(args.requests):
        channel = chance.choice(channels)
        question = asked[tally.sent] if args.different else chance.choice(asked)
        tally.sent += 1
        if chance.random() < args.mentions:
            await mention(sim, user, channel, question, tally, args.timeout)
        else:
            it = await sim.slash(user, channel, "/ask", question=question, timeout=args.timeout)
            if it.failed:
                tally.lost += 1
                tally.silent += it.failed == "The application did not respond"
            else:
                tally.acknowledged.append(it.ack_ms)
                tally.answered.append(it.done_ms)
                judge(it.message, tally)
        await asyncio.sleep(chance.expovariate(1 / args.think) if args.think else 0)


async def mention(sim: Any, user: Any, channel: Any, question: str, tally: Tally, timeout: float) -> None:
    """A question by mention."""
    began = time.monotonic()
    message = await sim.say(user, channel, question, mention=True)
    tally.mentions.append(message)
    try:
        reply = await sim.reply_to(message, timeout)
    except AssertionError:
        tally.lost += 1
        return
    tally.answered.append((time.monotonic() - began) * 1000)
    tally.wrong += reply.channel.id != channel.id
    judge(reply, tally)


def judge(message: Any, tally: Tally) -> None:
    """Count what is no answer: one has a quotation, or says that the sources do not answer."""
    busy = "line is full" in message.text
    tally.busy += busy
    quoted = any((embed.get("description") or "").startswith("> ") for embed in message.embeds)
    tally.empty += not (busy or quoted or "do not say" in message.text)


async def reembed(home: Path, until: asyncio.Event) -> int:
    """Embed the library anew, again and again, until told to stop; how often that was."""
    times = 0
    while not until.is_set():
        await asyncio.to_thread(quoth, home, "embed", "--full")
        times += 1
    return times


async def load(args: argparse.Namespace, home: Path) -> dict[str, Any]:
    """Run the load and return the figures."""
    asked = questions()
    if args.different:
        asked = [
            f"{question} ({number})"
            for number in range(-(-args.users * args.requests // len(asked)))
            for question in asked
        ]
    sim = discord_sim().DiscordSim()
    guild = sim.guild("Load", [f"room-{number}" for number in range(args.channels)])
    users = [sim.user(f"user{number}") for number in range(args.users)]
    guild["members"] += users
    async with sim:
        log = home / "bot.log"
        bot = await sim.launch(["-m", "bot"], env=environment(home), log=str(log), cwd=str(ROOT))
        await sim.wait_ready(120, ["ask"])
        tally, done = Tally(), asyncio.Event()
        embedding = asyncio.create_task(reembed(home, done)) if args.reembed else None
        began = time.monotonic()
        await asyncio.gather(
            *(ask(sim, user, guild["handles"], asked, tally, args, seed) for seed, user in enumerate(users))
        )
        wall = time.monotonic() - began
        done.set()
        generations = await embedding if embedding else 0
        await asyncio.sleep(1)
        twice = sum(max(0, len(sim.replies(each)) - 1) for each in tally.mentions)
        twice += sum(len(it.followups) for it in sim.interactions.values())
        return {
            "users": args.users,
            "questions": tally.sent,
            "different_questions": len(asked),
            "wall_s": round(wall, 1),
            "per_s": round(tally.sent / wall, 1),
            "lost": tally.lost,
            "did_not_respond": tally.silent,
            "duplicates": twice,
            "wrong_channel": tally.wrong,
            "without_an_answer": tally.empty,
            "told_busy": tally.busy,
            "embedded_anew": generations,
            "acknowledged_ms": percentiles(tally.acknowledged),
            "answered_ms": percentiles(tally.answered),
            "memory_mib": memory(bot.pid),
            "violations": dict(Counter(each["rule"] for each in sim.violations)),
            "simulator_errors": len(sim.self_errors),
        }


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--requests", type=int, default=4)
    parser.add_argument("--channels", type=int, default=40)
    parser.add_argument("--mentions", type=float, default=0.25, help="share of questions that are mentions")
    parser.add_argument("--ramp", type=float, default=5.0, help="seconds in which the users begin")
    parser.add_argument("--think", type=float, default=1.0, help="seconds between two questions of a user, on average")
    parser.add_argument("--timeout", type=float, default=300.0)
    parser.add_argument("--different", action="store_true", help="no question is asked twice")
    parser.add_argument("--reembed", action="store_true", help="embed the library anew meanwhile")
    parser.add_argument("--home", type=Path, help="a library to keep between runs")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        home = args.home or Path(scratch)
        seeds_library(home)
        figures = asyncio.run(load(args, home))
    print(json.dumps(figures, indent=1))
    broken = figures["lost"] or figures["duplicates"] or figures["did_not_respond"] or figures["wrong_channel"]
    broken = broken or figures["without_an_answer"] or figures["told_busy"]
    return 1 if broken or figures["acknowledged_ms"]["p99"] >= 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
