"""An office suite started for one document, in a world of its own, and ended with it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from contextlib import ExitStack
from importlib import resources

from sanitizers.errors import Refused
from sanitizers.jail import bpf
from sanitizers.jail.exchange import Exchange, TooLong, TooMuch
from sanitizers.limits import Limits
from sanitizers.office.kit import NO_PROGRAMS
from sanitizers.office.world import (
    CLOSED,
    FORBIDDEN,
    MOST_TASKS,
    bubblewrap,
    identity,
    in_memory,
    most_drawn_bytes,
)

MODULE = "/usr/lib/libreoffice/presets/basic/Standard/Module1.xba"
_LIMITS = """
ulimit -v {kilobytes}
ulimit -t {seconds}
ulimit -c 0
ulimit -p {tasks} 2>/dev/null || ulimit -u {tasks}
echo 900 >/proc/self/oom_score_adj
"""
# A profile that names the build it was made by spares the suite a search for extensions and a second
# start. Without that name, or with another build's, it searches as it always did.
_PREPARE = """
mkdir -p /tmp/out /tmp/profile/user/extensions
sed -n 's/^buildid=//p' /usr/lib/libreoffice/program/versionrc | tr -d '\\n' \\
    >/tmp/profile/user/extensions/buildid
"""
_SETTINGS = "/tmp/profile/user/registrymodifications.xcu"  # noqa: S108 - inside the jail
_SUITE = (
    "PATH="
    + NO_PROGRAMS
    + " /usr/lib/libreoffice/program/soffice.bin --headless --norestore --nologo "
    "-env:UserInstallation=file:///tmp/profile {asked} >/dev/null 2>&1\n"
)
_CONVERT = _SUITE.format(asked="--convert-to {target} --outdir /tmp/out /tmp/in.{suffix}")
_UNLOCK = _SUITE.format(
    asked='"macro:///Standard.Module1.UnlockAndEnd(/tmp/in.{suffix},/tmp/out/in.odf)"'
)
_GIVE = "exec cat /tmp/out/in.{target}\n"


class Alone:
    """Starts the suite anew for each document."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def converted(self, untrusted_document: bytes, suffix: str, target: str) -> bytes:
        """The document as "pdf" or "odt"; empty when nothing comes of it. Raises as `run` does."""
        contents = {f"/tmp/in.{suffix}": untrusted_document}  # noqa: S108 - inside the jail
        return self.run(contents, _CONVERT + _GIVE, suffix, target)

    def unlocked(self, untrusted_document: bytes, suffix: str, password: str) -> bytes:
        """The document as OpenDocument without its password; empty when nothing comes of it."""
        contents = {
            f"/tmp/in.{suffix}": untrusted_document,  # noqa: S108 - inside the jail
            "/tmp/password": password.encode() + b"\n",  # noqa: S108
        }
        return self.run(contents, _UNLOCK + _GIVE, suffix, "odf")

    def run(self, contents: dict[str, bytes], script: str, suffix: str, target: str) -> bytes:
        """What a shell script prints there. Raises `Refused`: time, too-large."""
        whole = (_LIMITS + _PREPARE + script).format(
            kilobytes=self._limits.office_memory_bytes // 1024,
            seconds=int(self._limits.office_seconds),
            tasks=MOST_TASKS,
            suffix=suffix,
            target=target,
        )
        contents = {_SETTINGS: _settings(), **contents}
        with ExitStack() as held:
            places = {path: held.enter_context(in_memory(data)) for path, data in contents.items()}
            module = held.enter_context(in_memory(_module()))
            rules = held.enter_context(in_memory(bpf.refusing(FORBIDDEN)))
            files = [part for path, fd in places.items() for part in ("--file", str(fd), path)]
            files += ["--ro-bind-data", str(module), MODULE, "--seccomp", str(rules)]
            argv = [*bubblewrap(), *files, *CLOSED, "/bin/sh", "-c", whole]
            return self._output(argv, [*places.values(), module, rules])

    def _output(self, argv: Sequence[str], kept: Sequence[int]) -> bytes:
        process = subprocess.Popen(  # noqa: S603 - fixed argv, no shell of ours
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=kept,
            env={},
            cwd="/",
            start_new_session=True,
            **identity(),
        )
        try:
            return self._read(process)
        finally:
            # Process one of its namespace: all of its children end with it.
            process.kill()
            process.wait()

    def _read(self, process: subprocess.Popen[bytes]) -> bytes:
        if process.stdout is None:
            raise Refused("no-office")
        seconds = self._limits.office_seconds
        with process.stdout as pipe:
            try:
                exchange = Exchange(pipe.fileno(), most_drawn_bytes(self._limits))
                return exchange.until(time.monotonic() + seconds)
            except TooLong:
                raise Refused("time", {"seconds": int(seconds)}) from None
            except TooMuch:
                raise Refused("too-large") from None


def _module() -> bytes:
    return resources.files("sanitizers.office").joinpath("cleaning.xba").read_bytes()


def _settings() -> bytes:
    return resources.files("sanitizers.office").joinpath("settings.xcu").read_bytes()
