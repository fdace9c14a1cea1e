"""What lies in a machine, byte for byte: its whole disk, what is in memory file systems, what its logs say."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.flow.canaries import ways_to_write
from tests.machine.virtual import Machine

CHUNK_BYTES = 64 * 2**20
# Longer than anything that is looked for, in any writing.
OVERLAP_BYTES = 4096

# Whatever is packed in its own files (the journal, PostgreSQL's long values) is unpacked too.
PLACE = "/media/evidence"
COLLECT = f"""
mkdir -p {PLACE}; mountpoint -q {PLACE} || mount LABEL=evidence {PLACE}; cd {PLACE}
journalctl --sync
journalctl --output=export --no-pager >journal
journalctl --output=verbose --no-pager --all >journal-read
runuser -u postgres -- pg_dumpall >database
tar -cf memory --ignore-failed-read --warning=none /run /dev/shm /tmp /var/tmp || test $? = 1
find / -xdev -type f -size +0 '(' -name core -o -name 'core.*' -o -name '*.core' ')' \\
    -not -path '/usr/*' -not -path '/opt/*' -not -path '/root/*' >cores
ls -A /var/lib/systemd/coredump >>cores 2>/dev/null || true
ps -eo args >processes
dmesg >kernel
sync
"""


def collect(machine: Machine) -> None:
    """Write what is not on the first disk to the second, and all that is in memory to both."""
    machine.sh(COLLECT)


def cores(machine: Machine) -> str:
    """The core dumps that lie in the machine, one a line."""
    return machine.sh(f"cat {PLACE}/cores").out


def found(paths: Iterable[Path], words: Iterable[tuple[str, str]]) -> tuple[set[str], int]:
    """Give `file: word` for each that occurs, in any writing, and how many bytes were looked at.

    Holes in a file, which nobody ever wrote to, are passed over.
    """
    named = {way: name for name, text in words for way in ways_to_write(text)}
    seen, hits = 0, set()
    for path in paths:
        for chunk in written(path):
            seen += len(chunk)
            hits |= {f"{path.name}: {named[way]}" for way in _grep(chunk, list(named))}
    return hits, seen


def written(path: Path) -> Iterator[bytes]:
    """What was written to a file, in pieces that overlap."""
    handle = os.open(path, os.O_RDONLY)
    try:
        size, place = os.fstat(handle).st_size, 0
        while place < size:
            try:
                place = os.lseek(handle, place, os.SEEK_DATA)
            except OSError:
                return  # nothing but a hole up to the end
            end = os.lseek(handle, place, os.SEEK_HOLE)
            while place < end:
                yield os.pread(handle, min(CHUNK_BYTES, end - place) + OVERLAP_BYTES, place)
                place += CHUNK_BYTES
            place = end
    finally:
        os.close(handle)


def _grep(chunk: bytes, ways: list[bytes]) -> set[bytes]:
    """Those that occur: grep looks for all at once, Python would take minutes."""
    with tempfile.NamedTemporaryFile() as listed:
        listed.write(b"\n".join(ways) + b"\n")
        listed.flush()
        # Bytes, whatever the language: and a line of a disk may hold NULs.
        done = subprocess.run(
            ["grep", "-a", "-F", "-o", "-f", listed.name],
            input=chunk, stdout=subprocess.PIPE, check=False, env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
        )  # fmt: skip
    assert done.returncode in {0, 1}
    return {way for way in done.stdout.split(b"\n") if way in ways}
