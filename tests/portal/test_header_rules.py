"""The headers, by the published rules of Mozilla's Observatory and OWASP's Secure Headers Project.

Both lists stand here as data, as they were in November 2026; a rule that we do not follow to the letter
stands beside its reason.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.app import create_app
from portal.web import headers
from tests.deploy.conftest import DEPLOY
from tests.portal.conftest import World

HOST = "advies.example"
PAGES = [
    "/",
    "/ask",
    "/mailbox",
    "/staff/queue",
    "/fr",
    "/plain/",
    "/plain/ask",
    "/en/plain/mailbox",
]
ANSWERS = [
    "/api/v1/organisation",
    "/api/v1/session",
    "/api/v1/nothing",
    "/nothing",
    "/static/nothing.js",
]

# ci/headers_add.json of the project. A value is what ours must hold, part by part.
OWASP_ADDS = {
    "Cache-Control": ["no-store"],
    "Content-Security-Policy": ["default-src", "form-action", "frame-ancestors 'none'"],
    "Cross-Origin-Embedder-Policy": ["require-corp"],
    "Cross-Origin-Opener-Policy": ["same-origin"],
    "Cross-Origin-Resource-Policy": ["same-origin"],
    "Permissions-Policy": ["camera=()", "geolocation=()", "microphone=()"],
    "Referrer-Policy": ["no-referrer"],
    "Strict-Transport-Security": ["max-age=", "includeSubDomains"],
    "X-Content-Type-Options": ["nosniff"],
    "X-Frame-Options": ["DENY"],
    "X-Permitted-Cross-Domain-Policies": ["none"],
}  # fmt: skip
OWASP_DENIES = [
    "accelerometer", "autoplay", "camera", "cross-origin-isolated", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "keyboard-map", "magnetometer", "microphone",
    "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "sync-xhr",
    "usb", "web-share", "xr-spatial-tracking", "clipboard-read", "clipboard-write", "gamepad",
    "hid", "idle-detection", "interest-cohort", "serial", "unload",
]  # fmt: skip
NOT_DENIED = {
    "web-share": "Chromium on a desktop does not know it and would complain; nothing here shares",
    "clipboard-write": "words and codes can be copied where somebody asks for it",
    "cross-origin-isolated": "COOP and COEP isolate our pages on purpose",
    "interest-cohort": "no browser knows it any more, and each would complain; browsing-topics is denied",
}
# ci/headers_remove.json names products; what matters is that no such header comes from us.
OWASP_REMOVES = re.compile(
    r"(?i)^(x-powered|powered-by|product|server|sourcemap|x-sourcemap|x-generator|x-generated|x-framework"
    r"|x-runtime|via|x-aspnet|x-php|x-cms|x-b3|x-envoy|x-varnish|k-proxy|liferay|x-backend|x-redirect-by)"
)
DANGEROUS = {"ftp:", "http:", "https:", "*", "data:", "'unsafe-inline'", "'unsafe-eval'"}
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
SIX_MONTHS = 15_768_000


@pytest.fixture
def client(world: World) -> FlaskClient:
    """A visitor over TLS."""
    settings = replace(world.context.settings, origins=(f"https://{HOST}",))
    context = replace(world.context, settings=settings)
    return create_app(settings, context).test_client()


def get(client: FlaskClient, path: str) -> TestResponse:
    return client.get(path, headers={"Host": HOST}, follow_redirects=False)


def policy_of(answer: TestResponse) -> dict[str, set[str]]:
    rules = [rule.split() for rule in answer.headers["Content-Security-Policy"].split(";")]
    return {rule[0]: set(rule[1:]) for rule in rules}


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("path", PAGES)
def test_the_site_passes_every_rule_of_the_observatory(client: FlaskClient, path: str) -> None:
    answer = get(client, path)
    policy = policy_of(answer)
    # csp-implemented-with-no-unsafe-default-src-none, the best there is, and its further looks.
    assert policy["default-src"] == {"'none'"}
    assert [
        name for name, sources in policy.items() if sources & DANGEROUS and name != "img-src"
    ] == []
    assert not policy["img-src"] & (DANGEROUS - {"data:"})
    assert policy["frame-ancestors"] == policy["base-uri"] == {"'none'"}
    assert policy["form-action"] in ({"'none'"}, {"'self'"})
    # strict-transport-security: six months and more.
    seconds = re.match(r"max-age=(\d+)", answer.headers["Strict-Transport-Security"])
    assert seconds
    assert int(seconds[1]) >= SIX_MONTHS
    # referrer-policy-private, x-content-type-options, x-frame-options, cross-origin-resource-policy.
    assert answer.headers["Referrer-Policy"] in PRIVATE
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    # cookies-secure-with-httponly-sessions-and-samesite, where there is one at all.
    for cookie in answer.headers.getlist("Set-Cookie"):
        assert cookie.startswith("__Host-")
        assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Strict"))
    # subresource-integrity: every script is of this origin, and carries its hash besides.
    addressed = [one for one in scripts(answer.text) if one.get("type") != "importmap"]
    assert [one for one in addressed if not (one["src"] or "").startswith("/")] == []
    assert [one for one in addressed if not one.get("integrity")] == []


def scripts(page: str) -> list[dict[str, str | None]]:
    """The attributes of each script. An import map is none: the policy names its hash."""
    found: list[dict[str, str | None]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "script":
                found.append(dict(attrs))

    Reader().feed(page)
    return found


def test_http_leads_to_https_on_the_same_host() -> None:
    """The Observatory's redirection-to-https; nginx does it."""
    text = (DEPLOY / "nginx/instance.conf.in").read_text()
    assert re.search(
        r"listen 80;.*?server_name @HOST@;.*?return 301 https://@HOST@", text, re.DOTALL
    )


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("path", PAGES + ANSWERS)
def test_no_answer_lacks_a_header_of_owasps_list_or_has_one_too_many(
    client: FlaskClient, path: str
) -> None:
    answer = get(client, path)
    for name, parts in OWASP_ADDS.items():
        wanted = ["same-origin"] if "plain" in path and name == "Referrer-Policy" else parts
        # On plain pages a form sent with no-referrer would say `Origin: null`, which proves nothing.
        assert [part for part in wanted if part not in answer.headers[name]] == [], name
    assert [name for name, _ in answer.headers if OWASP_REMOVES.match(name)] == []


def test_every_feature_of_owasps_list_is_denied_or_needed() -> None:
    denied = headers.ALWAYS["Permissions-Policy"]
    missing = [name for name in OWASP_DENIES if f"{name}=()" not in denied]
    assert sorted(missing) == sorted(NOT_DENIED)


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("path", PAGES + ANSWERS)
def test_no_answer_opens_anything_to_another_origin(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Host": HOST, "Origin": f"https://{HOST}"})
    assert [name for name, _ in answer.headers if name.lower().startswith("access-control-")] == []


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("path", PAGES + ANSWERS)
def test_every_answer_says_what_it_is(client: FlaskClient, path: str) -> None:
    kind = get(client, path).headers["Content-Type"]
    assert kind == "application/json" or kind.endswith("charset=utf-8")
