"""The manifest of a release: WEBCAT's (files, policies, wasm), and beside it the headers of each kind of answer.

Format of `manifest`: freedomofpress/webcat-spec, manifest.md. `answers` is ours and stands outside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

from portal.release.errors import BadManifest

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files`: address → SHA-256, base64url. `kinds`: address → kind. `headers`: kind → name → value.

    The Content-Security-Policy stands apart: `default_csp`, but `extra_csp` of the longest beginning of an address.
    """

    app: str
    version: str
    default_csp: str
    extra_csp: Mapping[str, str]
    default_index: str
    default_fallback: str
    files: Mapping[str, str]
    wasm: tuple[str, ...]
    headers: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]

    @classmethod
    def read(cls, untrusted: bytes) -> Self:
        """Raise `BadManifest` for what is no manifest."""
        try:
            document = json.loads(untrusted)
            manifest, answers = document["manifest"], document["answers"]
            made = cls(
                **{name: manifest[name] for name in _WEBCATS if name != "wasm"},
                wasm=tuple(manifest["wasm"]),
                headers=answers["headers"],
                kinds=answers["kinds"],
            )
            if not all(kind in made.headers for kind in made.kinds.values()):
                raise BadManifest("The manifest names a kind of answer that it doesn't describe.")
            return made
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadManifest("This is no manifest of a release.") from error

    def write(self) -> str:
        """The same manifest gives the same bytes."""
        manifest: dict[str, Any] = {name: getattr(self, name) for name in _WEBCATS}
        answers = {"headers": self.headers, "kinds": self.kinds}
        document = {"manifest": manifest, "signatures": {}, "answers": answers}
        return json.dumps(document, indent=1, sort_keys=True) + "\n"

    def policy_for(self, path: str) -> str:
        """The Content-Security-Policy of an address, by WEBCAT's rule."""
        beginnings = [beginning for beginning in self.extra_csp if path.startswith(beginning)]
        return self.extra_csp[max(beginnings, key=len)] if beginnings else self.default_csp


_WEBCATS = (
    "app", "version", "default_csp", "extra_csp", "default_index", "default_fallback", "files",
    "wasm",
)  # fmt: skip


@cache
def own_bytes() -> bytes:
    """The manifest of this very release, which every release carries."""
    return files("portal.release").joinpath(FILE).read_bytes()
