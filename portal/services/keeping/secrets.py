"""What the server keeps of locators, log-ins and codes: HMACs under the pepper."""

from __future__ import annotations

import hmac
from hashlib import sha256

from crypto.encoding import lp


def peppered(pepper: bytes, role: str, what: str, secret: bytes) -> bytes:
    """`HMAC-SHA256(pepper, lp(role) ‖ lp(what) ‖ secret)` (protocol section 3)."""
    message = lp(role.encode()) + lp(what.encode()) + secret
    return hmac.new(pepper, message, sha256).digest()
