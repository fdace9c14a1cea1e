"""Requests that no browser sends: what two servers could read in two ways, and what is merely odd.

Each is the bytes of one connection for a portal at `host`. `MARK` stands in every body and header that
could be kept: it must be found nowhere afterwards.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping

MARK = "stempel-4417-nergens"
SMUGGLED = b"GET /api/v1/organisation HTTP/1.1\r\nHost: %(host)s\r\n\r\n"
SECONDS_TO_ANSWER = 20


def two_readings(host: str) -> Mapping[str, bytes]:
    """Each of these must be refused, and the connection closed: no second request is read from it."""
    own = b"Host: " + host.encode() + b"\r\n"
    get, post = b"GET / HTTP/1.1\r\n" + own, b"POST /api/v1/mailbox/session HTTP/1.1\r\n" + own
    chunked, smuggled = b"Transfer-Encoding: chunked\r\n", SMUGGLED % {b"host": host.encode()}
    return {
        "two lengths": get + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "a list of lengths": post + b"Content-Length: 5, 5\r\n\r\nhello",
        "length and chunks": post
        + b"Content-Length: 5\r\n"
        + chunked
        + b"\r\n0\r\n\r\n"
        + smuggled,
        "chunks and length": post
        + chunked
        + b"Content-Length: 4\r\n\r\n5c\r\n"
        + smuggled
        + b"\r\n0\r\n\r\n",
        "two hosts": get + b"Host: other.example\r\n\r\n",
        "no host": b"GET / HTTP/1.1\r\n\r\n",
        "another coding": post + b"Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
        "chunked twice": post + chunked + chunked + b"\r\n0\r\n\r\n" + smuggled,
        "a coding that looks like chunked": post
        + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"
        + smuggled,
        "a space before the colon": post
        + b"Transfer-Encoding : chunked\r\nContent-Length: 0\r\n\r\n",
        "a length with a sign": post + b"Content-Length: +5\r\n\r\nhello",
        "a negative length": post + b"Content-Length: -1\r\n\r\nhello",
        "a length in hexadecimals": post + b"Content-Length: 0x5\r\n\r\nhello",
        "a length without end": post + b"Content-Length: 99999999999999999999999\r\n\r\nhello",
        "a negative chunk": post + chunked + b"\r\n-1\r\nx\r\n0\r\n\r\n",
        "a chunk that is not hexadecimal": post + chunked + b"\r\nzz\r\nx\r\n0\r\n\r\n",
        "a chunk without end": post + chunked + b"\r\nffffffffffffffffff\r\nx\r\n0\r\n\r\n",
        "a chunk longer than it says": post + chunked + b"\r\n1\r\nxyz\r\n0\r\n\r\n" + smuggled,
        "a NUL in a header": get + b"X-A: a\0b\r\n\r\n",
        "long": b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + own + b"\r\n",
        "a long header": get + b"X-A: " + b"a" * 70_000 + b"\r\n\r\n",
        "noise": b"\x16\x03\x01 not http at all\r\n\r\n",
        "another version": b"GET / HTTP/9.9\r\n" + own + b"\r\n",
    }  # fmt: skip


def odd(host: str) -> Mapping[str, bytes]:
    """Each of these gets one answer that is no 5xx, or none at all."""
    found = {f"JSON: {name}": _json(host, body) for name, body in _BODIES.items()}
    found |= {f"form: {name}": _form(host, kind, body) for name, (kind, body) in _FORMS.items()}
    found |= {f"path: {name}": _path(host, path) for name, path in _PATHS.items()}
    found |= {f"header: {name}": _header(host, line) for name, line in _HEADERS.items()}
    return found


_BODIES: Mapping[str, bytes] = {
    "bytes that are no UTF-8": b'{"locator": "' + MARK.encode() + b'\xff\xfe\xc0\x80"}',
    "UTF-16": json.dumps({"locator": MARK}).encode("utf-16"),
    "a mark of byte order": b"\xef\xbb\xbf" + json.dumps({"locator": MARK}).encode(),
    "half a surrogate": b'{"locator": "\\ud800' + MARK.encode() + b'"}',
    "an overlong slash": b'{"locator": "\xc0\xaf' + MARK.encode() + b'"}',
    "nested": b"[" * 60_000,
    "nested and closed": b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    "a long number": b'{"locator": ' + b"9" * 60_000 + b"}",
    "no number": b'{"locator": NaN, "login": -Infinity}',
    "a key twice": b'{"locator": "' + MARK.encode() + b'", "locator": "x", "login": "y"}',
    "a NUL": b'{"locator": "' + MARK.encode() + b'\\u0000"}',
    "half": b'{"locator": "' + MARK.encode(),
    "nothing": b"",
    "not an object": b'"' + MARK.encode() + b'"',
}  # fmt: skip
_PART = b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + MARK.encode() + b"\r\n"
_MULTIPART = b"multipart/form-data; boundary=b"
_FORMS: Mapping[str, tuple[bytes, bytes]] = {
    "no boundary": (b"multipart/form-data", _PART + b"--b--\r\n"),
    "an empty boundary": (b"multipart/form-data; boundary=", _PART),
    "a long boundary": (b"multipart/form-data; boundary=" + b"b" * 2_000, _PART),
    "another boundary": (b"multipart/form-data; boundary=c", _PART + b"--b--\r\n"),
    "no end": (_MULTIPART, _PART),
    "a part without a name": (_MULTIPART, b"--b\r\n\r\n" + MARK.encode() + b"\r\n--b--\r\n"),
    "a part without an end to its head": (_MULTIPART, b"--b\r\nContent-Disposition: form-data"),
    "a name that is no UTF-8": (
        _MULTIPART,
        b'--b\r\nContent-Disposition: form-data; name="\xff\xfe"\r\n\r\nx\r\n--b--\r\n',
    ),
    "a charset that does not exist": (
        _MULTIPART,
        _PART.replace(b"\r\n\r\n", b"\r\nContent-Type: text/plain; charset=quatsch\r\n\r\n")
        + b"--b--\r\n",
    ),
    "three hundred parts": (_MULTIPART, _PART * 300 + b"--b--\r\n"),
    "a part inside a part": (_MULTIPART, _PART.replace(MARK.encode(), _PART) + b"--b--\r\n"),
    "an urlencoded form that is no UTF-8": (
        b"application/x-www-form-urlencoded",
        b"text=%ff%fe" + MARK.encode() + b"&csrf_token=%c0%80&=&&&%",
    ),
    "a thousand fields": (
        b"application/x-www-form-urlencoded",
        b"&".join(b"text=" + MARK.encode() for _ in range(1_000)),
    ),
    "a kind that does not exist": (b"\xff/\xfe; =;;", MARK.encode()),
}  # fmt: skip
_PATHS: Mapping[str, bytes] = {
    "a NUL": b"/%00" + MARK.encode(),
    "no UTF-8": b"/%ff%fe/" + MARK.encode(),
    "raw bytes": b"/\xff\xfe" + MARK.encode(),
    "half a percent": b"/%/%4/%zz" + MARK.encode(),
    "upwards": b"/static/../../../../etc/passwd?" + MARK.encode(),
    "upwards in percents": b"/static/%2e%2e%2f%2e%2e%2fetc/passwd?" + MARK.encode(),
    "two slashes": b"//evil.example/" + MARK.encode(),
    "a whole address": b"http://evil.example/" + MARK.encode(),
    "a star": b"*",
    "a query of percents": b"/?" + b"%ff=%fe&" * 100 + MARK.encode(),
}
_MANY = b"\r\n".join(b"X-%d: %s" % (n, MARK.encode()) for n in range(90))
_HEADERS: Mapping[str, bytes] = {
    "two origins": b"Origin: https://evil.example\r\nOrigin: http://%(host)s",
    "two kinds": b"Content-Type: application/json\r\nContent-Type: text/plain",
    "two cookies of one name": b"Cookie: session=A; session=B\r\nCookie: session=C; =; ;;",
    "a cookie that is no UTF-8": b"Cookie: session=\xff\xfe" + MARK.encode(),
    "two sites": b"Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site",
    "folded": b"X-A: a\r\n " + MARK.encode(),
    "another protocol": b"Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk",
    "something to expect": b"Expect: 100-continue, " + MARK.encode(),
    "another method": b"X-HTTP-Method-Override: DELETE\r\nX-Method: PUT",
    "another scheme": b"X-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=x",
    "a range": b"Range: bytes=0-,5-0,-9,9999999999999-",
    "a date": b"If-Modified-Since: " + MARK.encode() + b'\r\nIf-None-Match: W/"\xff", *',
    "underscores": b"Content_Length: 5\r\nX_Forwarded_For: " + MARK.encode(),
    "ninety of them": _MANY,
}  # fmt: skip


def _json(host: str, body: bytes) -> bytes:
    return _post(host, b"/api/v1/mailbox/session", b"application/json", body)


def _form(host: str, kind: bytes, body: bytes) -> bytes:
    return _post(host, b"/plain/ask", kind, body)


def _post(host: str, path: bytes, kind: bytes, body: bytes) -> bytes:
    return (
        b"POST %b HTTP/1.1\r\nHost: %b\r\nContent-Type: %b\r\nContent-Length: %d\r\n"
        b"Connection: close\r\n\r\n%b" % (path, host.encode(), kind, len(body), body)
    )


def _path(host: str, path: bytes) -> bytes:
    return b"GET %b HTTP/1.1\r\nHost: %b\r\nConnection: close\r\n\r\n" % (path, host.encode())


def _header(host: str, line: bytes) -> bytes:
    line = line.replace(b"%(host)s", host.encode())
    return (
        b"POST /api/v1/mailbox/session HTTP/1.1\r\nHost: %b\r\n%b\r\nContent-Length: 2\r\n"
        b"Connection: close\r\n\r\n{}" % (host.encode(), line)
    )


def answer_to(raw: bytes, line: socket.socket) -> bytes:
    """Everything that comes back until the other side closes."""
    line.settimeout(SECONDS_TO_ANSWER)
    found = b""
    try:
        line.sendall(raw)
        while part := line.recv(65_536):
            found += part
    except ConnectionError:
        pass  # closed in the middle of what was sent: refused as well
    return found
