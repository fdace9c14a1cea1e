"""One answer beside what the release says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from crypto.encoding import b64, sha256
from portal.release.fetching import Answer
from portal.release.manifest import Manifest

# What a server adds on the way. Each either has one of these values, or says nothing about a visitor.
OF_THE_MOMENT = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "date",
        "etag",
        "keep-alive",
        "server",
        "transfer-encoding",
    }
)
SERVERS = frozenset({"nginx", "gunicorn"})
CODINGS = frozenset({"br", "gzip", "identity"})
STRICT_TRANSPORT = "max-age=63072000; includeSubDomains"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that is not as the release has it."""

    address: str
    what: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What the release says of an address. `body`: base64url SHA-256, None where each portal has its own."""

    status: int
    body: str | None
    policy: str
    headers: Mapping[str, str]


def expected_of(manifest: Manifest, path: str, kind: str | None = None) -> Expected:
    """What should come from an address; `kind` for one that the manifest doesn't list."""
    kind = kind or manifest.kinds[path]
    is_missing = kind == "missing"
    body = manifest.files[manifest.default_fallback] if is_missing else manifest.files.get(path)
    status = HTTPStatus.NOT_FOUND if is_missing else HTTPStatus.OK
    return Expected(
        status, body, manifest.policy_for(path.partition("?")[0]), manifest.headers[kind]
    )


def compare(expected: Expected, answer: Answer, *, is_tls: bool) -> Iterator[str]:
    """Everything that differs, in words."""
    if answer.status != expected.status:
        yield f"answers {answer.status} where the release answers {expected.status}"
        return
    if expected.body is not None and b64(sha256(answer.body)) != expected.body:
        yield f"other bytes than the release's: SHA-256 {b64(sha256(answer.body))}, not {expected.body}"
    counted = Counter(name.lower() for name, _ in answer.headers)
    yield from (
        f"the header {name} comes {times} times" for name, times in counted.items() if times > 1
    )
    headers = {name.lower(): value for name, value in answer.headers}
    yield from _policy(expected.policy, headers.pop("content-security-policy", ""))
    wanted = {name.lower(): value for name, value in expected.headers.items()}
    if is_tls and "x-frame-options" in wanted:
        wanted["strict-transport-security"] = STRICT_TRANSPORT
    yield from _headers(wanted, headers)
    yield from _of_the_moment(headers, answer)


def _headers(wanted: Mapping[str, str], headers: Mapping[str, str]) -> Iterator[str]:
    for name, value in wanted.items():
        if name not in headers:
            yield f"the header {name} is missing"
        elif headers[name] != value:
            yield f"the header {name} says “{headers[name]}”, not “{value}”"
    for name in sorted(headers.keys() - wanted.keys() - OF_THE_MOMENT - {"onion-location"}):
        yield "a cookie is set" if name == "set-cookie" else f"an extra header: {name}"


def _policy(wanted: str, got: str) -> Iterator[str]:
    """Name the rules that differ: a policy is long, and one word of it matters."""
    if got == wanted:
        return
    ours, theirs = _rules(wanted), _rules(got)
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        if name not in theirs:
            yield f"the Content-Security-Policy lacks “{name} {ours[name]}”"
        elif name not in ours:
            yield f"the Content-Security-Policy has an extra “{name} {theirs[name]}”"
        elif ours[name] != theirs[name]:
            yield f"the Content-Security-Policy has “{name} {theirs[name]}”, not “{name} {ours[name]}”"
    if ours == theirs:
        yield "the Content-Security-Policy is written in another way"


def _rules(policy: str) -> dict[str, str]:
    rules = (rule.strip().partition(" ") for rule in policy.split(";") if rule.strip())
    return {name: value for name, _, value in rules}


def _of_the_moment(headers: Mapping[str, str], answer: Answer) -> Iterator[str]:
    if headers.get("server", "nginx") not in SERVERS:
        yield f"the header server says “{headers['server']}”"
    if headers.get("content-encoding", "identity") not in CODINGS:
        yield f"packed as “{headers['content-encoding']}”, which the release doesn't do"
    # A tag of one's own recognises a visitor who comes back.
    tag = f'W/"{b64(sha256(answer.body)[:16])}"'
    if headers.get("etag", tag) != tag:
        yield "an ETag that is not that of the content: it can mark a visitor"
