"""The headers of every answer, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from flask import Flask, Response, request


def _policy(*rules: str) -> str:
    return "; ".join(rules)


def sealed_policy(*inline: str) -> str:
    """The one policy of all sealed pages. `inline`: hashes of what stands in them, their import maps."""
    allowed = "".join(f" '{source}'" for source in inline)
    return _policy(
        "default-src 'none'",
        # Argon2id is WebAssembly; 'wasm-unsafe-eval' allows that and no eval of scripts.
        f"script-src 'self' 'wasm-unsafe-eval'{allowed}",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        # A sealed page can post nothing: if its script fails, no password travels.
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html adviespunt",
    )


# A browser that knows this refuses every script of the page that comes without a hash.
INTEGRITY_POLICY = "blocked-destinations=(script)"
# One file with everything in it: it fetches nothing, and can't.
WORKERS = "/static/app/client/worker-"
WORKER_CSP = "default-src 'none'; script-src 'wasm-unsafe-eval'"
PLAIN_CSP = _policy(
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
ANSWER_CSP = (
    "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
)

_DENIED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture",
    "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid",
    "identity-credentials-get", "idle-detection", "keyboard-map", "local-fonts", "magnetometer",
    "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "sync-xhr",
    "unload", "usb", "xr-spatial-tracking",
)  # fmt: skip

# Where staff sign in, and nowhere else.
_PASSKEYS = ("publickey-credentials-create", "publickey-credentials-get")


def _permissions(*allowed: str) -> str:
    rules = dict.fromkeys((*_DENIED, *_PASSKEYS), "()") | dict.fromkeys(allowed, "(self)")
    return ", ".join(f"{name}={rule}" for name, rule in sorted(rules.items()))


ALWAYS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": _permissions(),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-DNS-Prefetch-Control": "off",
        "X-Permitted-Cross-Domain-Policies": "none",
        "X-Robots-Tag": "noindex, nofollow",
    }
)
# A script or style sheet is governed by the policy of the page that asks for it, and on a slow line
# should not carry that policy again. A worker is its own page.
OF_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
)
WITH_PASSKEYS = _permissions(*_PASSKEYS)
TWO_YEARS = 63_072_000


def is_part(path: str) -> bool:
    """Whether this address gives a part of pages, which no browser shows by itself."""
    return path.startswith("/static/") and not is_worker(path)


def is_worker(path: str) -> bool:
    return path.startswith(WORKERS)


def is_for_staff(path: str) -> bool:
    """Whether staff sign in on the page at this address."""
    parts = path.split("/")[1:3]  # /staff, /fr/staff ...
    return "staff" in parts or "reports" in parts


def permissions_for(path: str) -> str:
    """What a page at this address may ask of the device."""
    return WITH_PASSKEYS if is_for_staff(path) else ALWAYS["Permissions-Policy"]


def policy_for(path: str, sealed: str) -> str:
    """The content security policy of an address; `sealed` is that of the sealed pages."""
    if path.startswith("/api/"):
        return ANSWER_CSP
    if is_worker(path):
        return WORKER_CSP
    parts = path.split("/")
    is_plain = "plain" in parts[1:3]  # /plain/... or /fr/plain/...
    return PLAIN_CSP if is_plain else sealed


def install(app: Flask, onion: str | None, sealed: str) -> None:
    """Give every answer its headers, errors too."""

    @app.after_request
    def _finish(response: Response) -> Response:
        if is_part(request.path) and response.status_code in {200, 304}:
            response.headers.update(OF_PARTS)
            return response
        policy = policy_for(request.path, sealed)
        response.headers["Permissions-Policy"] = permissions_for(request.path)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        response.headers["Content-Security-Policy"] = policy
        if policy == sealed:
            response.headers["Integrity-Policy"] = INTEGRITY_POLICY
        if policy == PLAIN_CSP:
            # A form sent with no-referrer says `Origin: null`, which proves nothing.
            response.headers["Referrer-Policy"] = "same-origin"
        if request.environ.get("adviespunt.scheme") == "https":
            response.headers["Strict-Transport-Security"] = (
                f"max-age={TWO_YEARS}; includeSubDomains"
            )
            if onion:
                # Whatever was asked for may be no text at all; a header is ASCII.
                response.headers["Onion-Location"] = onion + quote(request.path)
        return response
