"""The browser's half of the protocol, run by node: its own tests and everybody's vectors."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
# HPKE's fallback, in JavaScript, is what runs here; the browser's own runs in tests/browser.
QUIET = {**os.environ, "NODE_NO_WARNINGS": "1"}


@pytest.mark.parametrize("tests", sorted(HERE.glob("*.test.js")), ids=lambda path: path.stem)
def test_node_finds_nothing_wrong(tests: Path) -> None:
    command = [str(NODE), "--test", "--test-reporter=dot", str(tests)]
    run = subprocess.run(command, capture_output=True, text=True, env=QUIET, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
