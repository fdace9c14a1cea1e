"""Mail: its body as text, the headers that were chosen, its attachments one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses
from html.parser import HTMLParser

from sanitizers.errors import Refused
from sanitizers.formats.base import Work
from sanitizers.formats.text import Text
from sanitizers.traces.text import plain
from sanitizers.values import Caution, Offered, Trace

_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]", re.MULTILINE)
_ENOUGH_HEADERS = 3
_OF_MAIL = frozenset(
    {
        b"from",
        b"to",
        b"subject",
        b"date",
        b"received",
        b"message-id",
        b"mime-version",
        b"return-path",
        b"delivered-to",
        b"content-type",
    }
)
_PEOPLE = (
    "from",
    "to",
    "cc",
    "bcc",
    "reply-to",
    "sender",
    "return-path",
    "delivered-to",
    "disposition-notification-to",
    "x-original-to",
)
_KINDS = {
    "date": "date", "received": "identifier", "message-id": "identifier", "in-reply-to": "identifier",
    "references": "identifier", "x-mailer": "software", "user-agent": "software",
    "x-originating-ip": "identifier", "organization": "organisation", "dkim-signature": "signature",
    "thread-index": "identifier", "thread-topic": "title", "subject": "title", "x-sender": "contact",
    "authentication-results": "identifier", "x-priority": "", "mime-version": "", "content-type": "",
    "content-transfer-encoding": "", "content-language": "metadata",
}  # fmt: skip
_SPOKEN = frozenset({"script", "style", "head", "title"})


class _Html(HTMLParser):
    """The text of a page, and the addresses it would have fetched from."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.links: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SPOKEN
        if tag in {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "blockquote"}:
            self.parts.append("\n")
        self.links += [value for key, value in attrs if key in {"src", "href"} and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SPOKEN and self._silent > 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def from_html(page: str) -> tuple[str, list[str]]:
    """Text and addresses of a page."""
    parser = _Html()
    parser.feed(page)
    text = re.sub(r"(?<![ \t])[ \t]*\n\s*\n\s*", "\n\n", "".join(parser.parts))
    return text.strip(), parser.links


def _message(work: Work) -> EmailMessage:
    message = message_from_bytes(work.untrusted, policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise Refused("damaged")
    return message


def _content(part: MIMEPart) -> str:
    try:
        content = part.get_content()
    except (LookupError, ValueError, KeyError, AssertionError):
        content = part.get_payload(decode=True)
    return content if isinstance(content, str) else bytes(content or b"").decode("utf-8", "replace")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _body(message: EmailMessage) -> tuple[str, list[str]]:
    plain_part = message.get_body(("plain",))
    if plain_part is not None:
        return _content(plain_part), []
    html = message.get_body(("html",))
    return from_html(_content(html)) if html is not None else ("", [])


def _attachments(message: EmailMessage, most: int) -> list[EmailMessage]:
    body = {
        id(part) for part in (message.get_body(("plain",)), message.get_body(("html",))) if part
    }
    parts = [
        part
        for part in message.walk()
        if not part.is_multipart() and id(part) not in body and isinstance(part, EmailMessage)
    ]
    return [
        part
        for part in parts
        if part.get_content_disposition() or part.get_content_maintype() != "text"
    ][:most]


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


class Mail(Text):
    """RFC 5322 and MIME."""

    kind = "mail"

    def recognises(self, untrusted: bytes) -> bool:
        """Three headers of mail before the first empty line."""
        head = untrusted[:32768].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        names = {name.lower() for name in _HEADER.findall(head)}
        return head[:1].isalpha() and len(names & _OF_MAIL) >= _ENOUGH_HEADERS and b"\0" not in head

    def written(self, work: Work) -> str:
        """The chosen headers, a line, the body."""
        message = _message(work)
        headers = [
            f"{name}: {_header(message, name)}" for name in work.options.headers if name in message
        ]
        body, _ = _body(message)
        return "\n".join([*headers, "", body] if headers else [body or " "])

    def traces(self, work: Work) -> Iterator[Trace | Caution]:
        """Every header, every attachment's name, every address that would have been fetched."""
        message = _message(work)
        for name in dict.fromkeys(key.lower() for key in message):
            yield from _of_header(name, message)
        for part in _attachments(message, work.limits.attachments):
            yield Trace("embedded-file", plain(part.get_filename() or part.get_content_type()))
        html = message.get_body(("html",))
        for link in dict.fromkeys(from_html(_content(html))[1] if html else []):
            yield Trace("link", plain(link))
        for name in work.options.headers:
            if name.lower() in _PEOPLE and name in message:
                yield Caution("header-shown", 1, name)

    def offered(self, work: Work) -> Iterator[Offered]:
        """Attachments, numbered from 0."""
        from sanitizers.formats import recognised  # noqa: PLC0415 - the registry imports this module

        for number, part in enumerate(_attachments(_message(work), work.limits.attachments)):
            data = _bytes(part)
            try:
                kind = recognised(data).kind
            except Refused:
                kind = ""
            yield Offered(number, plain(part.get_filename() or ""), kind, len(data))

    def attachment(self, work: Work, number: int) -> bytes:
        """The bytes of one attachment. Raises `Refused` when there is none with this number."""
        parts = _attachments(_message(work), work.limits.attachments)
        if not 0 <= number < len(parts):
            raise Refused("no-such-attachment")
        return _bytes(parts[number])


def _of_header(name: str, message: EmailMessage) -> Iterator[Trace]:
    values = [str(value) for value in message.get_all(name, [])][:20]
    if name in _PEOPLE:
        for person, address in getaddresses(values):
            yield from (Trace("person", plain(person)),) if plain(person) else ()
            yield from (Trace("contact", plain(address)),) if plain(address) else ()
        return
    kind = _KINDS.get(name, "metadata")
    for value in values:
        if kind and plain(value):
            yield Trace(kind, plain(value if kind != "metadata" else f"{name}: {value}"))
