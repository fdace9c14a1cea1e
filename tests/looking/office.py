"""Walks of the staff: signing in, the queue, the case, and what facilitators look after."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import expect

from crypto.encoding import b64
from tests.browser import desk
from tests.looking.visit import SLOW, Seen, Visit


def come_in(visit: Visit, login: str, path: str = "/staff") -> None:
    page, own = visit.page, visit.zone.desk(login)
    visit.go(path)
    page.locator("#staff-name").fill(own.sign_in_name)
    page.locator("#staff-passphrase").fill(own.passphrase)
    page.locator("#staff-code").fill(own.code())
    page.locator("form .primary").click()
    page.locator(".staff-nav").wait_for(timeout=SLOW)
    visit.settled()


def sign_in(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    visit.go("/staff")
    visit.sees(page.locator("#staff-name"))
    yield Seen("staff-sign-in", "Signing in as staff", whole=False)
    page.locator("#staff-name").fill("els")
    page.locator("#staff-passphrase").fill("iets")
    page.locator("#staff-code").fill("123456")
    page.locator("form .primary").click()
    visit.sees(page.locator("form [role=alert] .notice"))
    yield Seen(
        "staff-sign-in-wrong", "Something of it is wrong: no more than that is said", whole=False
    )
    with visit.refusing("**/api/v1/staff/session*", 429, "throttled"):
        page.locator("#staff-code").fill("123456")
        page.locator("form .primary").click()
        visit.sees(visit.text("Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw."))
        yield Seen("staff-sign-in-throttled", "Too many attempts", whole=False)
    visit.button("Je wachtzin kwijt? Gebruik je herstelcode").click()
    visit.sees(page.locator("#recovery-words"))
    yield Seen("staff-recovery", "Signing in with the printed recovery code", whole=False)


def recovering(visit: Visit) -> Iterator[Seen]:
    """Back in with the printed code. It stops before the new words are kept: the old ones stay good."""
    page, own = visit.page, visit.zone.desk("els")
    visit.go("/staff")
    visit.sees(page.locator("#staff-name"))
    visit.button("Je wachtzin kwijt? Gebruik je herstelcode").click()
    page.locator("#recovery-name").fill(own.sign_in_name)
    page.locator("#recovery-words").fill("een twee drie")
    page.locator("#recovery-totp").fill(own.code())
    page.locator("form .primary").click()
    visit.sees(page.locator(".error, [role=alert] .notice"))
    yield Seen("staff-recovery-wrong", "Words that are no recovery code", whole=False)
    page.locator("#recovery-words").fill(own.recovery)
    page.locator("#recovery-totp").fill(own.code())
    page.locator("form .primary").click()
    visit.sees(page.locator(".word-list"))
    yield Seen("staff-recovered", "Back in: a new passphrase to write down")
    visit.button("Ik heb ze opgeschreven").click()
    visit.sees(page.locator("#word-0"))
    yield Seen("staff-recovered-check", "Two of its words are typed back", whole=False)


def queue(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "els")
    visit.sees(page.locator(".queue-row"))
    yield Seen("queue", "The queue: what needs somebody first")
    page.locator("#queue-search").fill("geenwoordvandezevraag")
    visit.sees(visit.heading("Niets gevonden"))
    yield Seen("queue-nothing-found", "A search that finds nothing", whole=False)
    visit.button("Toon alle vragen").click()
    page.locator("h1").click()
    page.keyboard.press("?")
    visit.sees(page.locator("dialog"))
    yield Seen("queue-keys", "The keys that spare the mouse", whole=False)
    page.keyboard.press("Escape")
    with visit.offline():
        desk.open_tab(page, visit.say("Vragen"))
        visit.sees(page.locator("[role=alert] .notice"))
        expect(page.locator(".empty, .badge")).to_have_count(0)
        yield Seen("queue-offline", "No connection: what to do", whole=False)


def case(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "els")
    desk.open_case(page)
    visit.settled()
    yield Seen("case", "One case on one page")
    for number, act in enumerate(page.locator(".compose .segment").all()):
        act.click()
        page.locator("details.templates, details.referred").evaluate_all(
            "all => all.forEach(one => { one.open = true; })"
        )
        visit.settled()
        yield Seen(f"case-write-{number}", f"Writing in a case: {number + 1}")
    page.locator(".compose .primary").click()
    visit.sees(page.locator(".compose .error"))
    yield Seen("case-write-error", "An act with something missing")
    visit.button("Wijs een coach toe").click()
    visit.sees(page.locator("dialog"))
    yield Seen("case-assign", "Assigning a coach", whole=False)
    page.keyboard.press("Escape")


def templates(visit: Visit) -> Iterator[Seen]:
    """Texts of one's own to begin from: none yet, one kept, and one about to be thrown away."""
    page = visit.page
    come_in(visit, "els")
    desk.open_case(page)
    page.locator(".compose .segment").first.click()
    page.locator("details.templates summary").click()
    visit.button("Eigen voorbeeldteksten beheren").click()
    visit.sees(page.locator("#template-name"))
    yield Seen("templates-none", "Reply templates of one's own: none yet")
    visit.button("Bewaar").click()
    visit.sees(page.locator("[role=alert] .notice"))
    yield Seen("templates-error", "A template without a name or a text")
    page.locator("#template-name").fill("We lezen mee")
    page.locator("#template-text").fill("Bedankt voor je vraag. We lezen ze vandaag.")
    visit.button("Bewaar").click()
    visit.sees(page.locator(".cards > li"))
    yield Seen("templates", "A template, sealed for the facilitators alone")
    visit.button("Gooi weg").click()
    visit.sees(page.locator("dialog"))
    yield Seen("templates-remove", "Throwing one away: asked once more", whole=False)
    page.locator("dialog .danger").click()
    expect(page.locator(".cards > li")).to_have_count(0)


def archiving(visit: Visit) -> Iterator[Seen]:
    """A year that is ready. The demonstration has none that is old enough: the answer is made up."""
    page = visit.page
    come_in(visit, "els")
    desk.open_tab(page, visit.say("Cijfers"))
    visit.sees(page.locator(".figure-card"))
    with visit.answering("**/api/v1/archive?*", READY_TO_ARCHIVE):
        visit.button("Archief").click()
        visit.sees(page.locator("input[type=checkbox]"))
        yield Seen("archive-ready", "A year that can be archived, but for one open case")
        page.locator("input[type=checkbox]").check()
        page.locator(".actions .danger.primary").click()
        visit.sees(page.locator("dialog"))
        yield Seen("archive-sure", "Archiving: what it means, asked once more", whole=False)
        page.keyboard.press("Escape")


READY_TO_ARCHIVE = {
    "year": 2025,
    "presented": "2026-02-10",
    "ready": [b64(bytes([place]) * 16) for place in range(3)],
    "open": [b64(bytes(range(16)))],
    "waiting": [b64(bytes([9]) * 16)],
    "others": 1,
    "past": [
        {
            "id": b64(bytes([7]) * 16),
            "year": 2024,
            "archive_key": b64(bytes(32)),
            "step": "done",
            "day": "2026-03-02",
            "cases": 41,
            "file": "archief-2024.adviespunt",
            "hash": "a0f1 164f 2479 db23",
        }
    ],
}


def ended(visit: Visit) -> Iterator[Seen]:
    """Cases in which nothing more is promised, one of each kind."""
    page = visit.page
    come_in(visit, "els")
    for state in ("doorgegeven", "ingetrokken", "afgesloten"):
        page.locator(".segment").nth(3).click()
        page.locator("#queue-search").fill(visit.say(state))
        if state == "doorgegeven":
            yield Seen("queue-ended", "The queue: what has ended", whole=False)
        desk.open_case(page)
        visit.settled()
        yield Seen(f"case-{ENDED[state]}", f"A case that was {ENDED[state]}")
        page.keyboard.press("u")
        visit.sees(page.locator("#queue-search"))


ENDED = {"doorgegeven": "passed", "ingetrokken": "withdrawn", "afgesloten": "closed"}


def coaching(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "nadia")
    visit.sees(page.locator(".queue-row"))
    yield Seen("queue-coach", "A coach's queue", whole=False)
    for place in range(page.locator(".queue-row").count()):
        desk.open_case(page, place)
        if page.locator(".thumb").count():
            break
        page.keyboard.press("u")
        visit.sees(page.locator(".queue-row"))
    visit.settled()
    yield Seen("case-photo", "A case with an attachment, as a coach sees it")
    page.locator(".thumb").first.click()
    visit.sees(page.locator("dialog.viewer canvas"))
    yield Seen("case-viewer", "A page of an attachment, watermarked", whole=False)
    page.keyboard.press("Escape")
    visit.button("Stap opzij").click()
    visit.sees(page.locator("dialog"))
    yield Seen("case-step-aside", "Stepping aside: asked once more", whole=False)
    page.keyboard.press("Escape")


def team(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "els")
    desk.open_tab(page, visit.say("Medewerkers"))
    visit.sees(page.locator(".cards > li"))
    yield Seen("team", "Colleagues: who works here, invitations, access")
    visit.button("Nodig iemand uit").click()
    visit.sees(page.locator("#invite-name"))
    yield Seen("team-invite", "Inviting somebody")
    page.locator("form .primary").click()
    visit.sees(page.locator("form [role=alert] .notice"))
    yield Seen("team-invite-error", "An invitation with something missing")
    page.locator("#invite-name").fill("Sofie Maes")
    page.locator("#invite-function").fill("hoofdinspecteur")
    page.locator("form .primary").click()
    visit.sees(page.locator(".word-list"))
    yield Seen("team-invite-words", "The eleven words of an invitation, shown once", whole=False)
    visit.button("Ik heb ze genoteerd").click()
    visit.sees(page.locator(".cards > li"))
    yield Seen("team-invited", "An invitation that is open")
    visit.button("Trek de uitnodiging in").click()
    visit.sees(page.locator("dialog"))
    yield Seen("team-withdraw", "Withdrawing an invitation: asked once more", whole=False)
    page.locator("dialog .primary").click()
    page.locator("dialog").wait_for(state="detached")
    visit.settled()
    visit.button("Zet de toegang uit").first.click()
    visit.sees(page.locator(".narrow .actions"))
    visit.settled()
    yield Seen("team-leaving", "Somebody leaves: their open cases first", whole=False)


def figures(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "els")
    desk.open_tab(page, visit.say("Cijfers"))
    visit.sees(page.locator(".figure-card"))
    visit.settled()
    yield Seen("figures", "Figures, worked out in the browser")
    visit.open_all()
    yield Seen("figures-tables", "The table behind every chart")
    visit.button("Jaarverslag").last.click()
    visit.sees(page.locator(".report"))
    yield Seen("report", "The yearly report: numbers only, small ones left out")
    visit.button("Terug naar de cijfers").click()
    visit.button("Archief").click()
    visit.sees(page.locator(".facts"))
    yield Seen("archive", "Archiving a year")
    visit.button("Maak nieuwe archiefwoorden").click()
    visit.sees(visit.page.locator(".word-list"))
    yield Seen("archive-words", "New archive words, to write down")


def account(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "els")
    desk.open_tab(page, visit.say("Mijn toegang"))
    visit.sees(page.locator("#notice-address"))
    visit.settled()
    yield Seen("account", "My own access, absences and the daily mail")
    page.locator("#away-last").fill("2020-01-01")
    visit.button("Bewaar de afwezigheid").click()
    visit.sees(page.locator("[role=alert] .notice"))
    yield Seen("account-error", "An absence that ends before it begins")
    visit.button("Maak nieuwe").click()
    visit.sees(page.locator("dialog"))
    yield Seen("account-renew", "New words: asked once more", whole=False)
    page.locator("dialog .primary").click()
    visit.sees(page.locator(".word-list"))
    yield Seen("account-words", "A new passphrase, shown once", whole=False)


def poster(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "els")
    desk.open_tab(page, visit.say("Affiche"))
    visit.sees(page.locator(".poster .words"))
    yield Seen("poster", "The poster and the text for the intranet")


def reports(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    come_in(visit, "karin", "/reports")
    visit.sees(page.locator(".figure-card"))
    yield Seen("coordinator", "The coordinator's page: figures, no case")


def joining(visit: Visit) -> Iterator[Seen]:
    page = visit.page
    visit.go("/staff/join")
    visit.sees(page.locator("#invite-words"))
    yield Seen("join", "Joining with eleven words", whole=False)
    page.locator("#invite-words").fill("een twee drie")
    page.locator("form .primary").click()
    visit.sees(page.locator(".error"))
    yield Seen("join-wrong", "Words that are no invitation", whole=False)
    visit.go("/staff/setup")
    visit.sees(page.locator("h1"))
    visit.settled()
    yield Seen("setup-closed", "Setting up, at a portal that is set up already", whole=False)
