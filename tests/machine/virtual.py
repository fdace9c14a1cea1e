"""A machine in QEMU: its disk, its power, and commands as root inside it.

Commands go in through QEMU's guest agent, over a device of its own: no network, no log-in, no line
in a log of the machine. Its only network is the visitors' way in.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Without waiting for our own disk: when the machine loses its power, ours does not.
CACHE = "unsafe"
# From RFC 5737's addresses for documents. What visitors come from, as the machine sees it, is written down
# nowhere in it.
NETWORK = "198.51.100.0/24"
VISITOR = "198.51.100.77"
MEMORY_MIB = 3072
# A machine without hardware help is many times slower: limits, and never a pace.
SECONDS_TO_BOOT = 600
SECONDS_TO_RUN = 1800
QEMU = "qemu-system-x86_64"
# A host that is a guest itself may not set what this one says of its processor's faults.
PROCESSOR = "max,arch-capabilities=off"


class Failed(AssertionError):
    """A command inside the machine ended with another status than 0; its output is the message."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command inside the machine gave."""

    status: int
    out: str
    err: str


def accelerator() -> str:
    """`kvm` where the processor itself helps and this account may use it, else QEMU's translation."""
    helped = any(Path(f"/sys/module/kvm_{maker}").exists() for maker in ("intel", "amd"))
    usable = helped and os.access("/dev/kvm", os.R_OK | os.W_OK)
    return "kvm" if usable else "tcg,thread=multi"


@dataclass
class Machine:
    """One machine; `folder` holds its disks, sockets and console. `ports` maps ours to its own."""

    folder: Path
    boot: Path
    ports: Mapping[int, int]
    _process: subprocess.Popen[bytes] | None = None

    @property
    def disk(self) -> Path:
        return self.folder / "disk.raw"

    @property
    def scratch(self) -> Path:
        """The second disk, by which things go in."""
        return self.folder / "scratch.raw"

    @property
    def evidence(self) -> Path:
        """The third, for what is written down about the machine."""
        return self.folder / "evidence.raw"

    @property
    def console(self) -> Path:
        return self.folder / "console"

    def power_on(self) -> None:
        """Start it and wait until it can be spoken to."""
        ways_in = [f"hostfwd=tcp:127.0.0.1:{ours}-:{its}" for ours, its in self.ports.items()]
        network = [f"user,id=net,net={NETWORK},host={VISITOR},restrict=on", *ways_in]
        for name in ("agent", "monitor"):
            (self.folder / name).unlink(missing_ok=True)
        disks: list[str] = []
        for path in (self.disk, self.scratch, self.evidence):
            disks += ["-drive", f"file={path},if=virtio,format=raw,cache={CACHE}"]
        command = [
            QEMU, "-nodefaults", "-no-user-config", "-display", "none",
            "-machine", "q35", "-accel", accelerator(), "-cpu", PROCESSOR, "-smp", "2", "-m", str(MEMORY_MIB),
            "-kernel", str(self.boot / "vmlinuz"), "-initrd", str(self.boot / "initrd"),
            "-append", "root=/dev/vda rw console=ttyS0 net.ifnames=0",
            *disks,
            "-serial", f"file:{self.console}",
            "-device", "virtio-rng-pci", "-device", "virtio-serial",
            "-chardev", f"socket,id=agent,path={self.folder / 'agent'},server=on,wait=off",
            "-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0",
            "-qmp", f"unix:{self.folder / 'monitor'},server=on,wait=off",
            "-netdev", ",".join(network), "-device", "virtio-net-pci,netdev=net",
        ]  # fmt: skip
        said = (self.folder / "qemu.log").open("ab")
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        said.close()
        self.wait()

    def wait(self) -> None:
        """Wait until the agent inside answers."""
        end = time.monotonic() + SECONDS_TO_BOOT
        while time.monotonic() < end:
            assert self._process, "the machine is off"
            assert self._process.poll() is None, (self.folder / "qemu.log").read_text()
            try:
                self._ask("guest-ping")
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise Failed(f"did not start: {self.console.read_text(errors='replace')[-3000:]}")

    def cut_power(self) -> None:
        """End it as when the plug is pulled."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def pause(self) -> None:
        """Stop its processors; what it has written is in its disks' files afterwards."""
        self._monitor("stop")

    def go_on(self) -> None:
        self._monitor("cont")

    def sh(self, script: str, given: str = "", *, check: bool = True) -> Done:
        """Run a shell script as root.

        Raises `Failed` where it ends with another status than 0 and `check` is set.
        """
        started = self._ask(
            "guest-exec",
            {
                "path": "/bin/sh",
                "arg": ["-euc", script],
                "env": ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "HOME=/root"],
                "input-data": base64.b64encode(given.encode()).decode(),
                "capture-output": True,
            },
        )
        end = time.monotonic() + SECONDS_TO_RUN
        while time.monotonic() < end:
            found = self._ask("guest-exec-status", {"pid": started["pid"]})
            if found["exited"]:
                done = Done(
                    found.get("exitcode", -1),
                    _text(found.get("out-data", "")),
                    _text(found.get("err-data", "")),
                )
                if check and done.status:
                    raise Failed(f"{script}\n{done.out}{done.err}")
                return done
            time.sleep(0.1)
        raise Failed(f"no end to: {script}")

    def _ask(self, command: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """One question to the agent inside, on a connection of its own."""
        return _exchange(self.folder / "agent", command, arguments, greet=False)

    def _monitor(self, command: str) -> Any:
        return _exchange(self.folder / "monitor", command, None, greet=True)


def _exchange(path: Path, command: str, arguments: Mapping[str, Any] | None, *, greet: bool) -> Any:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(5 if command == "guest-ping" else 120)
        line.connect(str(path))
        read = line.makefile("rb")
        if greet:
            read.readline()
            line.sendall(b'{"execute": "qmp_capabilities"}\n')
            read.readline()
        elif not _in_step(line, read):
            raise OSError("the agent is not there")
        line.sendall(
            json.dumps({"execute": command, "arguments": arguments or {}}).encode() + b"\n"
        )
        while True:
            answer = json.loads(read.readline() or b"null")
            if answer is None:
                raise OSError("hung up")
            if "error" in answer:
                raise Failed(f"{command}: {answer['error']}")
            if "return" in answer:
                return answer["return"]


def _in_step(line: socket.socket, read: Any) -> bool:
    """Throw away what an earlier connection left unread: a reply with our number is the first of ours."""
    number = time.monotonic_ns() % 2**31
    sent = {"execute": "guest-sync-delimited", "arguments": {"id": number}}
    line.sendall(b"\xff" + json.dumps(sent).encode() + b"\n")
    while answer := read.readline():
        if answer.strip(b"\xff\n").endswith(json.dumps({"return": number}).encode()):
            return True
    return False


def _text(encoded: str) -> str:
    return base64.b64decode(encoded).decode(errors="replace")


def missing() -> list[str]:
    """The programs that a machine needs and that are not here."""
    return [name for name in (QEMU, "mke2fs") if shutil.which(name, path=_path()) is None]


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def make_disk(path: Path, label: str, folder: Path) -> None:
    """A disk with what lies in a folder."""
    with path.open("wb") as made:
        made.truncate(4 * 2**30)
    command = ["mke2fs", "-q", "-t", "ext4", "-L", label, "-d", str(folder), str(path)]
    subprocess.run(command, check=True, env=os.environ | {"PATH": _path()})
