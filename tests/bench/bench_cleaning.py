"""`python -m tests.bench.bench_cleaning [CORPUS]`: what cleaning costs, against decoding alone.

Two clocks: the wall, which is what a person waits, and the processor, which says the same on a busy
machine. Best of several runs, taken in turns, since what disturbs only ever adds. The pictures and
documents are made here, the same every time.
"""

import ctypes
import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter
from pypdfium2 import raw

from sanitizers import Cleaner, Options, encode
from sanitizers.corpus import clean_all, files_in
from tests.sanitizers.mutations import CORPUS

RUNS, PAGE_RUNS, EACH_RUNS = 9, 3, 2
MAT2_SECONDS = 300
_KINDS = {
    suffix: kind
    for kind, suffixes in {
        "pictures": ".jpg .jpeg .png .tif .tiff .webp .heic .avif .gif .bmp .jp2 .jxl .ppm",
        "PDF": ".pdf",
        "office": ".docx .xlsx .pptx .doc .xls .ppt .odt .ods .odp .odg .rtf",
    }.items()
    for suffix in suffixes.split()
}
# What is drawn here without the office suite; told together as well.
FAST_KINDS = ("pictures", "PDF")
PAGES = 100
A4_POINTS = (595.0, 842.0)
LETTER_POINTS, LINES = 10.0, 55
SENTENCE = (
    "the request was received by the office on time and answered within ten working days after "
    "careful reading of every page that had been sent along with the letter of the first meeting"
)
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Seconds by the wall and by the processor."""

    wall: float
    processor: float

    def __str__(self) -> str:
        return f"{self.wall:.3f} s ({self.processor:.3f} s of processor)"


def photo() -> bytes:
    """Twelve megapixels with a sensor's noise: 5 MB, as a telephone writes them."""
    scene = Image.linear_gradient("L").resize((4000, 3000))
    scene = ImageChops.multiply(scene, scene.rotate(90).resize((4000, 3000)))
    scene = scene.filter(ImageFilter.GaussianBlur(3))
    noise = Image.effect_noise((4000, 3000), 14)
    turns = (
        Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_LEFT_RIGHT,
    )
    bands = [ImageChops.add(scene.transpose(turn), noise, 1, -64) for turn in turns]
    out = io.BytesIO()
    Image.merge("RGB", bands).save(out, "JPEG", quality=92)
    return out.getvalue()


def document() -> bytes:
    """A hundred pages full of text: lines of words that differ from page to page."""
    whole = pypdfium2.PdfDocument.new()
    font = raw.FPDFText_LoadStandardFont(whole, b"Times-Roman")
    for number in range(PAGES):
        page = whole.new_page(*A4_POINTS)
        for line in range(LINES):
            text = raw.FPDFPageObj_CreateTextObj(whole, font, LETTER_POINTS)
            words = ctypes.create_string_buffer((_line(number, line) + "\0").encode("utf-16-le"))
            raw.FPDFText_SetText(text, ctypes.cast(words, raw.FPDF_WIDESTRING))
            raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 60, 780 - line * LETTER_POINTS * 1.3)
            raw.FPDFPage_InsertObject(page, text)
        page.gen_content()
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def _line(page: int, line: int) -> str:
    """Sixteen words, never the same line twice."""
    words, first = SENTENCE.split(), page * LINES + line
    return " ".join(words[(first * (at + 1) + at * at) % len(words)] for at in range(16))


def bare_photo(data: bytes) -> None:
    """Decoding and encoding by Pillow, nothing else."""
    with Image.open(io.BytesIO(data)) as image:
        image.save(io.BytesIO(), "JPEG", quality=encode.JPEG_QUALITY)


def drawn_only(data: bytes) -> None:
    """Drawing by pdfium in one process, pixels thrown away."""
    for page in pypdfium2.PdfDocument(data):
        page.render(scale=Options().dpi / 72).to_pil()


def drawn_and_saved(data: bytes) -> None:
    """The same, and every page saved as PNG in the way that Pillow does by itself."""
    for page in pypdfium2.PdfDocument(data):
        page.render(scale=Options().dpi / 72).to_pil().save(io.BytesIO(), "PNG")


def drawn_and_encoded(data: bytes) -> None:
    """The same, and every page encoded as ours are."""
    for page in pypdfium2.PdfDocument(data):
        encode.page(page.render(scale=Options().dpi / 72).to_pil().convert("RGB"))


def _children(cleaner: Cleaner) -> float:
    """Processor seconds of all children that the fork-server has buried."""
    fields = Path(f"/proc/{cleaner.server_pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / _TICKS


def cost(work: Callable[[], object], cleaner: Cleaner | None = None) -> Cost:
    def processor() -> float:
        own = resource.getrusage(resource.RUSAGE_SELF)
        return own.ru_utime + own.ru_stime + (_children(cleaner) if cleaner else 0.0)

    started, used = time.perf_counter(), processor()
    work()
    return Cost(time.perf_counter() - started, processor() - used)


def best(costs: list[Cost]) -> Cost:
    return Cost(min(each.wall for each in costs), min(each.processor for each in costs))


def compare(
    name: str, cleaner: Cleaner, ours: Callable[[], object], bare: Callable[[], object], runs: int
) -> None:
    """Both in turns; the line says how many times the bare work ours takes."""
    pairs = [(cost(bare), cost(ours, cleaner)) for _ in range(runs)]
    alone, cleaned = best([pair[0] for pair in pairs]), best([pair[1] for pair in pairs])
    say(f"{name}: {cleaned}, bare {alone}: {cleaned.wall / alone.wall:.2f} of its time, "
        f"{cleaned.processor / alone.processor:.2f} of its processor")  # fmt: skip


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def bench_photo(cleaner: Cleaner) -> None:
    data = photo()
    pages = cleaner.clean(data).pages
    compare("12-megapixel JPEG, scaled to 2560 pixels, against Pillow decoding and encoding it unscaled",
            cleaner, lambda: cleaner.clean(data), lambda: bare_photo(data), RUNS)  # fmt: skip
    unscaled = Options(longest_side=4000)
    compare("the same at its own 4000 pixels", cleaner,
            lambda: cleaner.clean(data, unscaled), lambda: bare_photo(data), RUNS)  # fmt: skip
    say(f"  bytes in {len(data)}, out {len(pages[0].data)} ({pages[0].media})")


def bench_document(cleaner: Cleaner) -> None:
    data = document()
    pages = cleaner.clean(data).pages
    for name, bare in (
        ("drawing", drawn_only),
        ("drawing and saving as PNG", drawn_and_saved),
        ("drawing and encoding alike", drawn_and_encoded),
    ):
        compare(f"{PAGES}-page PDF against one process of pdfium {name}", cleaner,
                lambda: cleaner.clean(data), lambda bare=bare: bare(data), PAGE_RUNS)  # type: ignore[misc]  # fmt: skip
    say(f"  bytes in {len(data)}, out {sum(len(page.data) for page in pages)}")


def bench_small(cleaner: Cleaner) -> None:
    """What the jail itself costs: a file with nothing in it."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG")
    spent = best([cost(lambda: cleaner.clean(out.getvalue()), cleaner) for _ in range(50)])
    started = cost(lambda: Cleaner().close())
    say(
        f"the jail around an empty picture: {spent}; starting the fork-server: {started.wall:.2f} s"
    )


def bench_corpus(cleaner: Cleaner, folder: Path) -> None:
    """By kind, since the kinds cost either tool very different work; and what that comes to."""
    by_kind: dict[str, list[Path]] = {}
    for file in files_in(folder):
        by_kind.setdefault(_KINDS.get(file.suffix.lower(), "other"), []).append(file)
    spent: Counter[str] = Counter()
    for kind, files in by_kind.items():
        seconds = _bench_files(cleaner, kind, files)
        spent.update(seconds)
        if kind in FAST_KINDS:
            spent.update({f"{tool}, {' and '.join(FAST_KINDS)}": seconds[tool] for tool in seconds})
    say("in all: " + "; ".join(f"{tool} {seconds:.1f} s" for tool, seconds in spent.items()))


def _bench_files(cleaner: Cleaner, kind: str, files: list[Path]) -> dict[str, float]:
    """Seconds by the wall of each tool for these files."""
    started = time.perf_counter()
    outcomes = list(clean_all(files, cleaner))
    spent = {"ours": time.perf_counter() - started}
    done = [each for each in outcomes if each.cleaned]
    pages = [page for each in done for page in (each.cleaned.pages if each.cleaned else ())]
    say(f"{kind}, {cleaner.limits.files_at_once} at a time: {len(done)} of {len(files)} cleaned in "
        f"{spent['ours']:.1f} s, bytes in {sum(each.size for each in done)}, "
        f"out {sum(len(page.data) for page in pages)}")  # fmt: skip
    if shutil.which("mat2"):
        spent["mat2 in one call"] = _bench_mat2(files, len(files))
        spent["mat2 a call a file"] = _bench_mat2(files, 1)
    return spent


def _bench_mat2(files: list[Path], at_once: int) -> float:
    """All files in one call is its fastest way; a call for each is how a file manager does it."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [
            str(shutil.copy(file, Path(folder, f"{n}{file.suffix}")))
            for n, file in enumerate(files)
        ]
        started = time.perf_counter()
        for first in range(0, len(copies), at_once):
            _mat2(copies[first : first + at_once])
        theirs = time.perf_counter() - started
        done = len(list(Path(folder).glob("*.cleaned*")))
    say(f"  mat2, {at_once} a call: {done} cleaned in {theirs:.1f} s")
    return theirs


def bench_each(cleaner: Cleaner, folder: Path) -> None:
    """File by file, one at a time: of what mat2 cleans, what is slower or refused here."""
    slower, theirs_only = [], []
    for file in files_in(folder):
        with tempfile.TemporaryDirectory() as room:
            copy = str(shutil.copy(file, Path(room, f"file{file.suffix}")))
            theirs = min(_timed(lambda: _mat2([copy])) for _ in range(EACH_RUNS))  # noqa: B023 - called at once
            cleaned = bool(list(Path(room).glob("*.cleaned*")))
        runs = [next(iter(clean_all([file], cleaner))) for _ in range(EACH_RUNS)]
        ours = min(run.seconds for run in runs)
        name = file.relative_to(folder)
        if cleaned and ours > theirs:
            slower.append(f"{name} {ours:.2f} s, mat2 {theirs:.2f} s")
        if cleaned and not runs[0].cleaned:
            theirs_only.append(f"{name} ({runs[0].refused})")
    say(f"slower here than in mat2: {len(slower)}: {'; '.join(slower)}")
    say(f"cleaned by mat2 and refused here: {len(theirs_only)}: {'; '.join(theirs_only)}")


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _mat2(files: list[str]) -> None:
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(["mat2", *files], capture_output=True, timeout=MAT2_SECONDS, check=False)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    with Cleaner() as cleaner:
        bench_small(cleaner)
        bench_photo(cleaner)
        bench_document(cleaner)
        if folder.is_dir():
            bench_corpus(cleaner, folder)
            if shutil.which("mat2"):
                bench_each(cleaner, folder)


if __name__ == "__main__":
    main()
