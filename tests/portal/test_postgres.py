"""The same flows on PostgreSQL, by the same code."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from portal.services import sweeping
from tests.portal import (
    test_cases,
    test_deleting,
    test_flow,
    test_sign_in,
    test_staffing,
    test_year,
)
from tests.portal.conftest import Clock, World, found_instance, staffed

pytestmark = pytest.mark.needs_tool("initdb", "pg_ctl")


@pytest.fixture
def world(tmp_path: Path, clock: Clock, postgres_url: str) -> Iterator[World]:
    """A staffed instance whose three stores are in one PostgreSQL database."""
    context, token = found_instance(tmp_path / "data", clock, postgres_url)
    yield staffed(context, token, clock)
    context.close()


test_it_carries_a_question = test_flow.test_it_carries_a_question_from_asker_to_coach_and_back
test_it_destroys = (
    test_flow.test_it_destroys_a_question_withdrawn_unread_and_keeps_its_register_entry
)
test_it_takes_away = (
    test_flow.test_it_takes_a_withdrawn_question_from_its_mailbox_when_somebody_has_read_it
)
test_the_same_bytes = test_flow.test_it_gives_the_same_answer_to_the_same_bytes_and_refuses_others
test_one_roster = test_cases.test_only_one_of_two_rosters_at_once_is_next
test_both_arrive = test_cases.test_two_people_who_write_at_once_both_arrive
test_one_question = test_cases.test_the_same_question_sent_twice_at_once_is_one_question
test_removal = test_cases.test_a_removal_begins_a_new_epoch_and_shuts_the_one_removed_out
test_register = test_cases.test_the_register_goes_to_facilitators_in_the_order_of_days_alone
test_codes = test_sign_in.test_a_code_counts_once
test_waits = test_sign_in.test_a_member_slows_down_after_five_failures_and_is_let_in_again
test_newcomers = test_staffing.test_a_newcomers_keys_are_those_they_sent
test_leavers = test_staffing.test_who_leaves_is_signed_out_and_sees_nothing
test_archive = test_year.test_an_archived_question_is_in_its_file_and_nowhere_else
test_old_database = test_deleting.test_an_old_database_with_the_keyring_of_today_stays_shut


def test_sessions_are_in_no_write_ahead_log(world: World) -> None:
    with world.context.sessions.engine.connect() as connection:
        kinds = connection.execute(
            text(
                "SELECT relname, relpersistence FROM pg_class WHERE relname IN ('signed_in', 'tries', 'used_codes')"
            )
        ).all()
    assert {row.relpersistence for row in kinds} == {"u"}
    assert len(kinds) == 3


def test_the_sweep_lays_rows_down_in_the_order_of_their_random_keys(world: World) -> None:
    for _ in range(6):
        world.asked(pages=1)
    world.clock.day += timedelta(days=3)
    sweeping.sweep(world.context)
    with world.context.database.engine.connect() as connection:
        ids = connection.execute(text("SELECT id FROM cases ORDER BY ctid")).scalars().all()
    assert ids == sorted(ids)
