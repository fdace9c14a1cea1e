"""500 questions under load, SIGKILL at random moments, on both databases. Prints one JSON object.

    python -m tests.endurance.kill [--submissions 500] [--kills 40] [--seed N]

Every acknowledged question must be there whole after each kill, and no other in part; PostgreSQL runs
with fsync on, as an operator's does.
"""

from __future__ import annotations

import argparse
import json
import random
import time

from tests.endurance.world import DATABASES, free_port, staffed_world
from tests.portal import killing


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--submissions", type=int, default=500)
    options.add_argument("--kills", type=int, default=40)
    options.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    chosen = options.parse_args()
    told = {"seed": chosen.seed} | {
        name: _on(name, chosen.submissions, chosen.kills, random.Random(chosen.seed))
        for name in DATABASES
    }
    print(json.dumps(told, indent=1))  # noqa: T201 - a script talks by printing


def _on(database: str, submissions: int, kills: int, dice: random.Random) -> dict[str, object]:
    with staffed_world(database) as world:
        told = killing.run(world, free_port(), submissions, kills, dice)
    # `asdict` would make a counter of pairs of it, which is no JSON.
    return vars(told) | {"statuses": {str(one): n for one, n in told.statuses.items()}}


if __name__ == "__main__":
    main()
