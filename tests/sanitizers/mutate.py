"""`python -m tests.sanitizers.mutate N [SEED]`: N damaged files through the real jail.

Files of every kind are flipped, cut, stretched, spliced and given hostile numbers. Each must end in
pages or a refusal; the fork-server must be the same one at the end; the parent must hold no more
descriptors and hardly more memory than before. Reproducible: the same N and SEED, the same files.
"""

import os
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from sanitizers import Cleaner, Refused
from sanitizers.limits import Limits
from tests.sanitizers import makers
from tests.sanitizers.test_documents import (
    TestEpub,
    TestMarkdown,
    dirty_pdf,
    numbered_pdf,
    revised_pdf,
)

_HOSTILE = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_LIMITS = Limits(base_seconds=20.0, most_seconds=30.0, pixels=20_000_000, jpeg_pixels=40_000_000)
_CORPUS = Path(os.environ.get("ADVIESPUNT_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
_LARGEST_SEED = 60_000


def _small(kind: str, mode: str = "RGB", **options: object) -> bytes:
    return makers.saved(kind, makers.picture(48, 32).convert(mode), **options)


def seeds() -> list[bytes]:
    """A small file of every kind; and those of the corpus that are small, where it is present."""
    exif = makers.exif()
    own = [
        _small("JPEG", exif=exif, comment="x"),
        _small("JPEG", progressive=True),
        _small("JPEG", "CMYK"),
        _small("MPO", save_all=True, append_images=[makers.picture(48, 32)]),
        _small("PNG", exif=exif),
        _small("PNG", "P"),
        makers.saved("PNG", Image.new("I;16", (48, 32))),
        _small("PNG", save_all=True, append_images=[makers.picture(48, 32).rotate(180)]),
        _small("WEBP", exif=exif),
        _small("WEBP", lossless=True),
        _small("WEBP", save_all=True, append_images=[makers.picture(48, 32).rotate(180)]),
        makers.saved("HEIF", makers.picture(64, 64), exif=exif.tobytes()),
        makers.saved("AVIF", makers.picture(64, 64), exif=exif),
        _small("GIF", "P", comment="x"),
        _small("GIF", save_all=True, append_images=[makers.picture(48, 32).rotate(180)]),
        _small("TIFF", exif=exif),
        _small("TIFF", compression="tiff_lzw"),
        _small("TIFF", compression="jpeg"),
        _small("TIFF", "CMYK", compression="tiff_adobe_deflate"),
        _small("BMP"),
        _small("PPM"),
        _small("JPEG2000"),
        dirty_pdf(),
        revised_pdf(),
        numbered_pdf(2),
        makers.MAIL,
        TestEpub().sample(),
        TestMarkdown().sample(),
        b"a;b\n1;2\n",
        b"{\\rtf1{\\info{\\author x}}{\\*\\revtbl{x;}}tekst}",
    ]
    return own + _of_the_corpus()


def _of_the_corpus() -> list[bytes]:
    if not _CORPUS.is_dir():
        return []
    files = sorted(path for path in _CORPUS.rglob("*") if path.is_file())
    return [path.read_bytes() for path in files if path.stat().st_size < _LARGEST_SEED]


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 1, 2, 4, 12))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _number(data: bytearray, chance: random.Random) -> None:
    """Hostile counts, offsets and sizes, where formats keep theirs: at the start, mostly."""
    for _ in range(chance.randint(1, 4)):
        size = chance.choice((1, 2, 4, 8))
        at = chance.randrange(
            max(1, min(len(data), chance.choice((64, 512, len(data)))) - size + 1)
        )
        number = (chance.choice(_HOSTILE) % (1 << 8 * size)).to_bytes(size, "little")
        data[at : at + size] = number if chance.random() < 0.5 else number[::-1]


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def _drop(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.randint(1, 64)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    part = data[at : at + chance.randint(1, 256)]
    data[at:at] = part * chance.randint(1, 20)


_WAYS: Sequence[Callable[[bytearray, random.Random], None]] = (
    _flip, _flip, _flip, _number, _number, _cut, _drop, _repeat,
)  # fmt: skip


def mutated(all_seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """One damaged file."""
    data = bytearray(chance.choice(all_seeds))
    if chance.random() < 0.05:
        other = chance.choice(all_seeds)
        data[chance.randrange(len(data)) :] = other[chance.randrange(len(other)) :]
    for _ in range(chance.choice((1, 1, 2))):
        if len(data) > 2:
            chance.choice(_WAYS)(data, chance)
    return bytes(data) or b"\0"


@dataclass(slots=True)
class Tally:
    """What happened."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    servers: set[int] = field(default_factory=set)
    descriptors: tuple[int, int] = (0, 0)
    kilobytes: tuple[int, int] = (0, 0)
    seconds: float = 0.0

    @property
    def is_sound(self) -> bool:
        """One server all along, no descriptor more, no memory that keeps growing."""
        grown = self.kilobytes[1] - self.kilobytes[0]
        broken = self.outcomes["jail"]
        same = len(self.servers) == 1 and self.descriptors[0] == self.descriptors[1]
        return same and not broken and grown < 100_000

    def say(self, done: int) -> None:
        """How far it is, now and then, for whoever waits."""
        if done % 5000 == 0:
            sys.stderr.write(f"{done} done: {dict(self.outcomes.most_common(4))}\n")


def _descriptors() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


def _try(cleaner: Cleaner, untrusted: bytes) -> tuple[str, float]:
    started = time.perf_counter()
    try:
        outcome = f"cleaned {cleaner.clean(untrusted).kind}"
    except Refused as refused:
        outcome = refused.reason
    return outcome, time.perf_counter() - started


def run(count: int, seed: int) -> Tally:
    """Put `count` damaged files through a cleaner without an office suite."""
    chance, tally = random.Random(seed), Tally()
    all_seeds = seeds()
    started = time.perf_counter()
    with Cleaner(_LIMITS) as cleaner, ThreadPoolExecutor(2) as hands:
        vars(cleaner._office)["available"] = False
        tally.servers.add(cleaner.server_pid)
        for each in all_seeds:
            _try(cleaner, each)
        before = _descriptors(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for start in range(0, count, 500):
            batch = [mutated(all_seeds, chance) for _ in range(min(500, count - start))]
            for outcome, seconds in hands.map(lambda each: _try(cleaner, each), batch):
                tally.outcomes[outcome] += 1
                tally.slowest = max(tally.slowest, seconds)
            tally.servers.add(cleaner.server_pid)
            tally.say(start + len(batch))
        after = _descriptors(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tally.descriptors = before[0], after[0]
    tally.kilobytes = before[1], after[1]
    tally.seconds = time.perf_counter() - started
    return tally


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    tally = run(count, seed)
    for outcome, number in tally.outcomes.most_common():
        sys.stdout.write(f"{number:8} {outcome}\n")
    sys.stdout.write(
        f"{count} files in {tally.seconds:.0f} s, slowest {tally.slowest:.2f} s; fork-servers: "
        f"{len(tally.servers)}; descriptors {tally.descriptors}; kilobytes {tally.kilobytes}\n"
    )
    return 0 if tally.is_sound else 1


if __name__ == "__main__":
    sys.exit(main())
