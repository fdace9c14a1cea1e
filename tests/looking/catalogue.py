"""The one list of everything that can be looked at. A new page or state is a line in a walk, and here."""

from __future__ import annotations

from dataclasses import dataclass

from tests.looking import asking, crowded, founding, office, plain, returning, year
from tests.looking.visit import Walk


@dataclass(frozen=True, slots=True)
class Tour:
    """One walk by one kind of visitor. `scripts`: whether theirs are on."""

    name: str
    who: str
    walk: Walk
    scripts: bool = True


TOURS = (
    Tour("start", "asker", asking.start),
    Tour("where", "asker", asking.where),
    Tour("question", "asker", asking.question),
    Tour("attachments", "asker", asking.attachments),
    Tour("key", "asker", asking.key),
    Tour("sending", "asker", asking.sending),
    Tour("word", "asker", crowded.word),
    Tour("busy", "asker", crowded.busy),
    Tour("broken", "asker", asking.without_scripts_or_browser),
    Tour("scripts-off", "asker", asking.scripts_off, scripts=False),
    Tour("sign-in", "asker", returning.sign_in),
    Tour("read", "asker", returning.read),
    Tour("answered", "asker", returning.answered),
    Tour("pictures", "asker", returning.with_pictures),
    Tour("withdrawn", "asker", returning.withdrawn),
    Tour("plain-start", "plain", plain.start),
    Tour("plain-asking", "plain", plain.asking),
    Tour("plain-returning", "plain", plain.returning),
    Tour("plain-conversation", "plain", plain.conversation),
    Tour("plain-word", "plain", crowded.plain_word),
    Tour("plain-wait", "plain", crowded.plain_wait),
    Tour("staff-sign-in", "staff", office.sign_in),
    Tour("recovering", "staff", office.recovering),
    Tour("queue", "staff", office.queue),
    Tour("case", "staff", office.case),
    Tour("templates", "staff", office.templates),
    Tour("ended", "staff", office.ended),
    Tour("coaching", "staff", office.coaching),
    Tour("team", "staff", office.team),
    Tour("figures", "staff", office.figures),
    Tour("archiving", "staff", office.archiving),
    Tour("account", "staff", office.account),
    Tour("poster", "staff", office.poster),
    Tour("joining", "staff", office.joining),
    Tour("setting-up", "staff", founding.setting_up),
    Tour("reports", "staff", office.reports),
    Tour("presented", "staff", year.presented),
)
