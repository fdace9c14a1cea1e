"""`python -m sanitizers FILE... --out DIR`."""

import sys

from sanitizers.command import main

sys.exit(main(program="python -m sanitizers"))
