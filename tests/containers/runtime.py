#!/usr/bin/env python3
"""An OCI runtime for machines whose root may not raise limits: asks for no higher ones than there are.

Podman asks for a million open files whatever the compose file says. Everything else goes to the
runtime unchanged.
"""

import json
import os
import resource
import shutil
import sys
from pathlib import Path


def lower(config: Path) -> None:
    """What is to be started, as the runtime reads it: a container, or a process in one."""
    told = json.loads(config.read_text())
    for limit in told.get("process", told).get("rlimits", []):
        most = resource.getrlimit(getattr(resource, limit["type"]))[1]
        if most != resource.RLIM_INFINITY:
            limit["hard"] = min(limit["hard"], most)
            limit["soft"] = min(limit["soft"], limit["hard"])
    config.write_text(json.dumps(told))


if __name__ == "__main__":
    for flag, value in zip(sys.argv, sys.argv[1:], strict=False):
        if flag in {"--bundle", "-b"}:
            lower(Path(value, "config.json"))
        elif flag in {"--process", "-p"}:
            lower(Path(value))
    program = shutil.which("runc") or shutil.which("crun")
    if program is None:
        sys.exit("neither runc nor crun is here")
    os.execv(program, [program, *sys.argv[1:]])  # noqa: S606 - no shell is wanted
