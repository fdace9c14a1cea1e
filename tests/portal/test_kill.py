"""SIGKILL in the middle of submissions: what was acknowledged is whole, the rest whole or not there.

`python -m tests.endurance.kill` does the same with 500 questions and a kill every few of them.
"""

from __future__ import annotations

import random

from tests.portal import killing
from tests.portal.conftest import World


def test_what_was_acknowledged_survives_a_kill_and_nothing_is_there_in_part(
    world: World, free_port: int
) -> None:
    told = killing.run(world, free_port, submissions=30, kills=3, dice=random.Random(7))
    assert told.acknowledged_before_a_kill
