"""The harness itself: a real browser runs, and what goes wrong in a page is not overlooked."""

from playwright.sync_api import Page

BLOCKED = (
    "data:text/html,<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    "<title>x</title><h1>hoi</h1><script>1</script>"
)


def test_a_page_opens_without_complaint(page: Page, complaints: list[str]) -> None:
    page.goto("data:text/html,<title>x</title><h1>hoi</h1>")
    assert page.inner_text("h1") == "hoi"
    assert list(complaints) == []


def test_what_the_policy_stops_is_told(page: Page, complaints: list[str]) -> None:
    page.goto(BLOCKED)
    page.wait_for_selector("h1")
    assert any("script" in line for line in complaints)
    complaints.clear()


def test_an_exception_in_a_page_is_told(page: Page, complaints: list[str]) -> None:
    page.goto("data:text/html,<h1>hoi</h1><script>throw new Error('kapot')</script>")
    assert any("kapot" in line for line in complaints)
    complaints.clear()
