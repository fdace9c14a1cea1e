"""Finding the right place, what anonymity means, and the organisation's own texts on the sealed pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import asker
from tests.browser.living import LivingPortal, living_portal

NEUTRAL = "https://neutraal.example/"


def answer(page: Page, *labels: str) -> None:
    for label in labels:
        page.get_by_label(label).check()


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        (("Ja",), "Noodnummer"),
        (("Nee", "Ik twijfel wat ik moet doen"), "Vraag het hier"),
        (("Nee", "Er wringt iets", "Ja, dat zie ik"), "Je collega of je chef"),
        (("Nee", "Geweld, pesten"), "Vertrouwenspersoon"),
        (("Nee", "Een burger heeft een klacht"), "Meldpunt"),
        (("Nee", "Iemand doet iets", "Dat de zone het onderzoekt"), "DIT"),
        (("Nee", "Iemand doet iets", "Weten of"), "Comité P"),
        (("Nee", "Iemand doet iets", "Dat iemand buiten", "Een strafbaar feit"), "Parket"),
        (("Nee", "Iemand doet iets", "Dat iemand buiten", "Wat er met politiegegevens"), "COC"),
    ],
)
def test_plain_questions_lead_to_the_right_place(
    page: Page, portal: LivingPortal, answers: tuple[str, ...], place: str
) -> None:
    page.goto(f"{portal.origin}/where")
    answer(page, *answers)
    found = page.get_by_role("region", name="Hier kun je terecht")
    expect(found).to_contain_text(place)


def test_another_answer_takes_back_what_followed(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/where")
    answer(page, "Nee", "Een burger heeft een klacht")
    answer(page, "Er wringt iets")
    expect(page.get_by_role("region", name="Hier kun je terecht")).to_have_count(0)
    expect(page.get_by_text("Kun je er zelf met die persoon over praten?")).to_be_visible()
    asker.button(page, "Begin opnieuw").click()
    expect(page.locator("fieldset")).to_have_count(1)
    expect(page.locator("input:checked")).to_have_count(0)


def test_no_answer_is_sent_or_kept(page: Page, portal: LivingPortal) -> None:
    page.goto(f"{portal.origin}/where", wait_until="networkidle")
    expect(page.locator("fieldset")).to_have_count(1)
    before = len(portal.received)
    entries = page.evaluate("history.length")
    answer(page, "Nee", "Iemand doet iets", "Dat iemand buiten", "De leiding van de zone")
    expect(page.get_by_role("region", name="Hier kun je terecht")).to_be_visible()
    assert len(portal.received) == before
    assert page.url == f"{portal.origin}/where"
    assert page.title() == "Info"
    assert page.evaluate("history.length") == entries
    assert page.evaluate("[history.state, sessionStorage.length, localStorage.length]") == [
        None, 0, 0,
    ]  # fmt: skip
    assert page.context.cookies() == []
    page.reload()
    expect(page.locator("fieldset")).to_have_count(1)
    expect(page.locator("input:checked")).to_have_count(0)


@pytest.fixture
def without_scripts(make_page: Callable[..., Page]) -> Page:
    return make_page(java_script_enabled=False)


def test_without_scripts_the_same_questions_send_nothing_either(
    without_scripts: Page, portal: LivingPortal
) -> None:
    page = without_scripts
    page.goto(f"{portal.origin}/plain/where", wait_until="networkidle")
    before = len(portal.received)
    for answered in ("Nee", "Iemand doet iets", "Dat de zone het onderzoekt"):
        page.locator("summary", has_text=answered).first.click()
    expect(page.locator(".asked .card", has_text="DIT")).to_be_visible()
    assert len(portal.received) == before
    assert page.url == f"{portal.origin}/plain/where"


# --- the organisation's own texts -----------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path, free_port: int) -> Iterator[LivingPortal]:
    """A portal whose organisation writes Markdown and named a neutral page."""
    texts = {
        "start": {"nl": "Dag **jij** &lt;img src=x onerror=alert(1)&gt;\n\n- [hier](https://a.be)"},
        "who": {"nl": "Voor wie bij de zone **werkt**."},
        "duty": {"nl": "Wij *moeten* soms iets doorgeven."},
    }
    with living_portal(
        tmp_path / "own", free_port, texts=texts, neutral_page=NEUTRAL, signpost=()
    ) as living:
        yield living


def test_markdown_is_drawn_and_nothing_in_it_becomes_html(page: Page, own: LivingPortal) -> None:
    page.goto(own.origin)
    expect(page.locator("strong", has_text="jij")).to_be_visible()
    expect(page.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    assert page.locator("main img").count() == 0
    link = page.get_by_role("link", name="hier", exact=True)
    assert link.get_attribute("href") == "https://a.be"
    assert link.get_attribute("rel") == "noreferrer noopener"
    page.goto(f"{own.origin}/how")
    expect(page.locator("em", has_text="moeten")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/plain"])
def test_for_whom_it_is_stands_on_both_start_pages(
    page: Page, own: LivingPortal, path: str
) -> None:
    page.goto(own.origin + path)
    part = page.locator("section", has=page.get_by_role("heading", name="Voor wie is dit?"))
    expect(part.locator("strong")).to_have_text("werkt")


def test_a_part_that_is_the_organisations_alone_is_left_out_where_it_wrote_nothing(
    page: Page, own: LivingPortal
) -> None:
    def change(route: object) -> None:
        told = route.fetch().json()  # type: ignore[attr-defined]
        del told["texts"]["who"]
        route.fulfill(json=told)  # type: ignore[attr-defined]

    page.route("**/api/v1/welcome?*", change)
    page.goto(own.origin)
    expect(page.locator("strong", has_text="jij")).to_be_visible()
    expect(page.get_by_text("Voor wie is dit?")).to_be_hidden()


def test_a_tree_that_the_server_never_makes_is_drawn_without_harm(
    page: Page, portal: LivingPortal
) -> None:
    tree = [["script", "alert(1)"], ["p", ["a", "javascript:alert(1)", "klik"]], ["p", ["br"]]]

    def change(route: object) -> None:
        told = route.fetch().json()  # type: ignore[attr-defined]
        route.fulfill(json={**told, "texts": {"start": tree}})  # type: ignore[attr-defined]

    page.route("**/api/v1/welcome?*", change)
    page.goto(portal.origin)
    expect(page.get_by_text("klik")).to_be_visible()
    assert page.locator("main a", has_text="klik").count() == 0
    assert page.locator("main script").count() == 0


def test_an_organisation_without_questions_shows_every_place(page: Page, own: LivingPortal) -> None:
    page.goto(f"{own.origin}/where")
    expect(page.locator("summary", has_text="Comité P")).to_be_visible()
    expect(page.locator("fieldset")).to_have_count(0)


# --- leaving for a page that the organisation named -----------------------------------------------


@pytest.mark.parametrize("path", ["/", "/where", "/how", "/ask", "/mailbox"])
def test_snel_weg_goes_to_the_page_that_the_organisation_named(
    page: Page, own: LivingPortal, path: str
) -> None:
    page.route(f"{NEUTRAL}**", lambda route: route.fulfill(body="<title>Het weer</title>"))
    page.goto(own.origin + path)
    expect(page.locator("body.waiting")).to_have_count(0)
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(NEUTRAL)
    page.go_back(wait_until="commit")
    expect(page.locator("body")).not_to_contain_text("Adviespunt")


@pytest.mark.parametrize("path", ["/", "/where", "/how", "/ask", "/mailbox"])
@pytest.mark.parametrize("language", ["", "/fr", "/en"])
def test_every_page_of_the_asker_can_be_left_and_tells_nothing_by_its_title(
    page: Page, portal: LivingPortal, path: str, language: str
) -> None:
    page.goto(f"{portal.origin}{language}{path}".rstrip("/") or portal.origin)
    expect(page.locator("body.waiting")).to_have_count(0)
    assert page.title() == "Info"
    assert page.locator("link[rel=icon]").get_attribute("href") == "/static/icons/page.svg"
    page.locator("[data-leave]").click()
    page.wait_for_url("about:blank")
    page.go_back(wait_until="commit")
    expect(page).to_have_url("about:blank")


def test_away_from_the_plain_pages_leaves_nothing_to_go_back_to(
    without_scripts: Page, portal: LivingPortal
) -> None:
    page = without_scripts
    page.goto(f"{portal.origin}/plain/ask")
    page.get_by_label("Je vraag", exact=True).fill(asker.QUESTION)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Verder").last.click()
    expect(page.get_by_role("heading", name="Kies een naam")).to_be_visible()
    page.get_by_role("button", name="Snel weg").click()
    page.wait_for_url(f"{portal.origin}/plain/away")
    assert page.locator("body").inner_text() == ""
    assert page.context.cookies() == []
    for _ in range(3):
        page.go_back(wait_until="commit")
        assert asker.QUESTION not in page.content()


def test_away_from_the_plain_pages_goes_to_the_page_that_the_organisation_named(
    without_scripts: Page, own: LivingPortal
) -> None:
    page = without_scripts
    page.route(f"{NEUTRAL}**", lambda route: route.fulfill(body="<title>Het weer</title>"))
    page.goto(f"{own.origin}/plain/ask")
    page.get_by_role("button", name="Snel weg").click()
    page.wait_for_url(NEUTRAL)
