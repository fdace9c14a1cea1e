"""Types of what the API takes: binary values are base64url without padding, and checked as such."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from crypto.encoding import b64, from_b64
from crypto.errors import ProtocolError

LONGEST_TEXT = 4 * 1024 * 1024
LARGEST = 64 * 1024 * 1024


class Body(BaseModel):
    """A request body: no field that isn't named, no number taken from a text."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """As pydantic makes it. Flask-openapi asks for it, without options, at every request that takes a query."""
        return super().model_json_schema(*args, **options) if args or options else _schema_of(cls)


@cache
def _schema_of(body: type[Body]) -> dict[str, Any]:
    return BaseModel.model_json_schema.__func__(body)  # type: ignore[attr-defined, no-any-return]


def _decode(value: object) -> bytes:
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise ValueError("not base64url")  # noqa: TRY004 - pydantic turns ValueError into 422
    try:
        return from_b64(value)
    except ProtocolError as error:
        raise ValueError("not base64url without padding") from error


_ONE = "[A-Za-z0-9_-]"
# What is left after groups of four: bits that belong to no byte are zero (RFC 4648 section 3.5).
_LAST = {0: "", 1: f"{_ONE}[AQgw]", 2: f"{_ONE}{{2}}[AEIMQUYcgkosw048]"}


def _pattern(length: int | None) -> str:
    if length is None:
        return f"^({_ONE}{{4}})*({_LAST[1]}|{_LAST[2]})?$"
    return f"^({_ONE}{{4}}){{{length // 3}}}{_LAST[length % 3]}$"


def _schema(length: int | None = None, about: str = "", most: int = LONGEST_TEXT) -> WithJsonSchema:
    schema: dict[str, object] = {
        "type": "string", "pattern": _pattern(length), "contentEncoding": "base64url",
        "maxLength": most * 4 // 3,
    }  # fmt: skip
    if length:
        characters = len(b64(bytes(length)))
        schema |= {"minLength": characters, "maxLength": characters}
    if about:
        schema["description"] = about
    return WithJsonSchema(schema)


Id = Annotated[
    bytes,
    BeforeValidator(_decode),
    Field(min_length=16, max_length=16),
    _schema(16, "16 random bytes"),
]
Bytes32 = Annotated[
    bytes, BeforeValidator(_decode), Field(min_length=32, max_length=32), _schema(32, "32 bytes")
]
Kem = Annotated[
    bytes,
    BeforeValidator(_decode),
    Field(min_length=1216, max_length=1216),
    _schema(1216, "X-Wing key"),
]
SealedKey = Annotated[
    bytes, BeforeValidator(_decode), Field(min_length=1168, max_length=1168),
    _schema(1168, "32 bytes, sealed by HPKE"),
]  # fmt: skip
Envelope = Annotated[
    bytes, BeforeValidator(_decode), Field(max_length=LONGEST_TEXT), _schema(None, "an envelope")
]
LargeEnvelope = Annotated[
    bytes,
    BeforeValidator(_decode),
    Field(max_length=LARGEST),
    _schema(None, "an envelope", LARGEST),
]
Signed = Annotated[
    bytes,
    BeforeValidator(_decode),
    Field(max_length=LONGEST_TEXT),
    _schema(None, "lp(body) ‖ signature"),
]
Sealed = Annotated[
    bytes, BeforeValidator(_decode), Field(max_length=LONGEST_TEXT), _schema(None, "sealed by HPKE")
]
Strict = Annotated[bool, Field(strict=True)]
Number = Annotated[int, Field(strict=True, ge=0, le=2**32 - 1)]
Epoch = Number
Code = Annotated[str, Field(pattern=r"^[0-9]{6}$")]
MOST_SAID = 8 * 1024
Said = Annotated[
    bytes, BeforeValidator(_decode), Field(max_length=MOST_SAID),
    _schema(None, "by an authenticator", MOST_SAID),
]  # fmt: skip
CredentialId = Annotated[
    bytes, BeforeValidator(_decode), Field(min_length=1, max_length=1023),
    _schema(None, "of a passkey", 1023),
]  # fmt: skip
