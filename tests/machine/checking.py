"""Runs inside the machine, as the account of an instance: which of these questions are there, whole.

    python checking.py DATA <<< '["CASE", ...]'

Prints those that are, as JSON; fails on one that is there in part.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from crypto.encoding import from_b64
from portal.config import load
from portal.services.context import open_context
from tests.portal.whole import whole


def main() -> None:
    asked = json.load(sys.stdin)
    context = open_context(load(Path(sys.argv[1])))
    print(json.dumps([case for case in asked if whole(context, from_b64(case))]))  # noqa: T201
    context.close()


if __name__ == "__main__":
    main()
