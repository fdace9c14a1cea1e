"""What surrounds every answer: headers, hosts, origins, kinds, quiet logs."""

from __future__ import annotations

import gzip
import logging

import brotli
import pytest
from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from portal.web import headers
from portal.web.problems import DETAILS
from tests.portal.conftest import World

PATHS = [
    "/",
    "/ask",
    "/plain/",
    "/api/v1/organisation",
    "/api/v1/session",
    "/static/nothing.js",
    "/nothing",
]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_every_header(world: World, path: str) -> None:
    answer = world.app.test_client().get(path)
    for name in headers.ALWAYS:
        assert name in answer.headers
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_sealed_pages_can_post_no_form_and_plain_pages_run_no_script(world: World) -> None:
    client = world.app.test_client()
    sealed = client.get("/").headers["Content-Security-Policy"]
    plain = client.get("/plain/").headers["Content-Security-Policy"]
    assert "form-action 'none'" in sealed
    assert "require-trusted-types-for 'script'" in sealed
    assert "script-src" not in plain
    assert "form-action 'self'" in plain


def test_passkeys_are_for_the_pages_where_staff_sign_in(world: World) -> None:
    client = world.app.test_client()
    for path in ("/staff", "/staff/join", "/fr/staff/setup", "/reports", "/en/reports"):
        allowed = client.get(path).headers["Permissions-Policy"]
        assert "publickey-credentials-get=(self)" in allowed, path
        assert "publickey-credentials-create=(self)" in allowed, path
        assert "camera=()" in allowed
    for path in ("/", "/ask", "/fr/mailbox", "/plain/", "/api/v1/organisation", "/nothing"):
        denied = client.get(path).headers["Permissions-Policy"]
        assert "publickey-credentials-get=()" in denied, path
        assert "(self)" not in denied, path


def test_it_answers_to_its_own_names_only(world: World) -> None:
    client = world.app.test_client()
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"Host": "localhost:99"}).status_code == 421


def test_who_names_no_host_does_not_get_the_name_that_the_server_is_bound_to(world: World) -> None:
    named = EnvironBuilder("/", world.context.settings.origins[0]).get_environ()
    unnamed = {key: value for key, value in named.items() if key != "HTTP_HOST"}
    for environ, status in ((named, 200), (unnamed, 421)):
        assert run_wsgi_app(world.app, environ)[1].startswith(str(status))


@pytest.mark.parametrize(
    "sent",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_no_other_site_can_change_anything(world: World, sent: dict[str, str]) -> None:
    answer = world.app.test_client().post("/api/v1/mailbox/session", json={}, headers=sent)
    assert answer.status_code == 403


def test_it_takes_json_where_json_belongs_and_bytes_where_bytes_do(world: World) -> None:
    client = world.app.test_client()
    form = client.post("/api/v1/mailbox/session", data={"locator": "x"})
    text = client.post("/api/v1/mailbox/session", data="{}", content_type="text/plain")
    page = client.put("/api/v1/cases/AAAAAAAAAAAAAAAAAAAAAA/pages/AAAAAAAAAAAAAAAAAAAAAA", json={})
    assert [form.status_code, text.status_code, page.status_code] == [415, 415, 415]


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "PATCH", "CONNECT", "PROPFIND"])
def test_it_knows_few_methods(world: World, method: str) -> None:
    answer = world.app.test_client().open("/api/v1/organisation", method=method)
    assert answer.status_code == 405


def test_over_tls_the_cookie_belongs_to_this_host_alone(world: World) -> None:
    from dataclasses import replace  # noqa: PLC0415 - only here

    from portal.app import create_app  # noqa: PLC0415 - only here

    settings = replace(
        world.context.settings, origins=("https://advies.example",), onion="http://abc.onion"
    )
    app = create_app(settings, replace(world.context, settings=settings))
    _, mailbox = world.asked()
    answer = app.test_client().post(
        "/api/v1/mailbox/session",
        json={"locator": mailbox["locator"], "login": mailbox["login"]},
        headers={"Host": "advies.example", "Sec-Fetch-Site": "same-origin"},
    )
    assert answer.headers["Set-Cookie"].startswith("__Host-session=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert answer.headers["Onion-Location"] == "http://abc.onion/api/v1/mailbox/session"
    # What is no UTF-8, or no path, still makes a header that a server can send.
    asked = app.test_client().get("/%ff%fe/%C3%A9%0d%0aX:1", headers={"Host": "advies.example"})
    assert asked.headers["Onion-Location"].startswith("http://abc.onion/%EF%BF%BD")
    assert asked.headers["Onion-Location"].endswith("/%C3%A9%0D%0AX%3A1")


def test_an_error_is_logged_by_place_and_kind_and_nothing_else(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    app: Flask = world.app
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)

    def fail() -> str:
        raise RuntimeError("geheim woord")

    monkeypatch.setitem(app.view_functions, "public.organisation", fail)
    with caplog.at_level(logging.DEBUG):
        answer = app.test_client().get("/api/v1/organisation?language=nl")
    assert answer.status_code == 500
    assert answer.json == {"problem": "server", "detail": DETAILS["server"]}
    assert "RuntimeError" in caplog.text
    assert "geheim" not in caplog.text + answer.get_data(as_text=True)
    assert "/api/v1" not in caplog.text


def test_static_files_are_packed_and_asked_about(world: World) -> None:
    client = world.app.test_client()
    plain = client.get("/static/app/first.js")
    packed = client.get("/static/app/first.js", headers={"Accept-Encoding": "gzip"})
    assert plain.headers["Content-Type"].startswith("text/javascript")
    assert packed.headers["Content-Encoding"] == "gzip"
    smallest = client.get("/static/app/first.js", headers={"Accept-Encoding": "gzip, br;q=0.9"})
    assert smallest.headers["Content-Encoding"] == "br"
    assert brotli.decompress(smallest.data) == gzip.decompress(packed.data) == plain.data
    again = client.get("/static/app/first.js", headers={"If-None-Match": plain.headers["ETag"]})
    assert again.status_code == 304
    assert client.get("/static/../app.py").status_code == 404


def test_people_read_a_page_where_nothing_is_and_programs_a_problem(world: World) -> None:
    told = {world.app.test_client().get(path).data for path in ("/vraag", "/fr/vraag", "/not/at")}
    # The same at each: a release lists one.
    assert len(told) == 1
    [page] = told
    for language in ("nl", "fr", "en"):
        assert f'<section class="stack" lang="{language}">'.encode() in page
    assert b"<script" not in page
    answer = world.app.test_client().get("/vraag")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    called = world.app.test_client().get("/api/v1/vraag")
    assert (called.status_code, called.json and called.json["problem"]) == (404, "not-found")
