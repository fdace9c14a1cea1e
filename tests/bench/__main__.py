"""`make bench`: every measurement one after the other, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

for module in sorted(Path(__file__).parent.glob("bench_*.py")):
    print(f"== {module.stem.removeprefix('bench_')}", flush=True)  # noqa: T201 - a script talks so
    subprocess.run([sys.executable, "-m", f"tests.bench.{module.stem}"], check=True)
