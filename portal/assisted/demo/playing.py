"""Playing the stories, day after day, as if two months had gone by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from crypto.secret import kdf
from portal.assisted.demo import files
from portal.assisted.demo.clock import Clock
from portal.assisted.demo.handling import Asked, Hands, Question, ask
from portal.assisted.demo.stories import Act, Story, joined
from portal.assisted.demo.zone import Zone
from portal.services.context import Context
from portal.services.deadlines import Calendar
from sanitizers import Cleaned, Cleaner

LUNCH = time(12, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day; `act` is None for the question itself."""

    day: date
    story: Story
    act: Act | None


def events(stories: tuple[Story, ...], today: date, calendar: Calendar) -> list[Event]:
    """Everything that happens, in the order of the days."""
    found = [event for story in stories for event in _of(story, today, calendar)]
    return sorted(found, key=lambda event: event.day)


def _of(story: Story, today: date, calendar: Calendar) -> Iterator[Event]:
    ago = story.ago
    yield Event(_day(today, ago, calendar), story, None)
    for act in story.acts:
        ago = max(0, ago - act.after)
        yield Event(_day(today, ago, calendar), story, act)


def _day(today: date, ago: int, calendar: Calendar) -> date:
    day = today
    while ago > 0:
        day -= timedelta(days=1)
        ago -= calendar.is_working_day(day)
    return day


@dataclass(frozen=True, slots=True)
class Player:
    """Plays one event after the other."""

    context: Context
    clock: Clock
    zone: Zone
    cleaner: Cleaner
    asked: dict[str, Asked]
    passwords: dict[str, str]

    def play(self, event: Event) -> None:
        self.clock.set(event.day)
        if event.act is None:
            self.asked[event.story.asker] = self._ask(event.story)
        else:
            self._act(event.story, event.act)

    def _ask(self, story: Story) -> Asked:
        password = kdf.passphrase(kdf.ASKER_WORDS, entropy=self.context.randomness)
        self.passwords[story.asker] = password
        question = Question(
            name=story.asker,
            password=password,
            kind=story.kind,
            text=joined(story.text),
            urgent=story.urgent,
            real_name=story.real_name,
            excluded=tuple(self.zone.staff[who].person for who in story.keeps_out),
            attached=tuple(self._cleaned(kind) for kind in story.attached),
        )
        return ask(self.context, question)

    def _cleaned(self, kind: str) -> Cleaned:
        taken = datetime.combine(self.clock.day, LUNCH)
        made = files.photo(taken) if kind == "photo" else files.document()
        return self.cleaner.clean(made)

    def _act(self, story: Story, act: Act) -> None:
        asked = self.asked[story.asker]
        if act.who == "asker":
            hands = Hands.of_asker(self.context, asked)
        else:
            hands = Hands.of(self.context, self.zone.staff[act.who])
        text = joined(act.text) if act.text else ""
        match act.doing:
            case "open":
                hands.view(asked.case)
            case "assign":
                hands.route(asked.case, [self.zone.staff[act.key].id])
            case _:
                self.asked[story.asker] = hands.write(
                    asked, act.doing, text, self._fields(story, act)
                )

    def _fields(self, story: Story, act: Act) -> dict[str, object]:
        fields: dict[str, dict[str, object]] = {
            "triage": {"category": act.key, "pen": None, "urgent": story.urgent},
            "final": {"referred": [act.key] if act.key else []},
            "pass": {"authority": act.key},
            "record": {"authority": act.key, "day": self.clock.day},
            "close": {"outcome": act.key},
            "draft": {"for": "reply"},
        }
        return fields.get(act.doing, {})
