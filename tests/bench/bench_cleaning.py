"""`python -m tests.bench.bench_cleaning [CORPUS]`: what cleaning costs, against decoding alone.

Two clocks: the wall, which is what a person waits, and the processor, which says the same on a busy
machine. Best of several runs, taken in turns, since what disturbs only ever adds. The pictures and
documents are made here, the same every time.
"""

import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from sanitizers import Cleaner, Options, encode
from sanitizers.corpus import clean_all, files_in
from tests.sanitizers.mutations import CORPUS
from tests.sanitizers.test_documents import dirty_pdf

RUNS, PAGE_RUNS = 9, 3
PAGES = 100
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
    """A hundred pages of text with a picture on each, as people's documents are."""
    out = io.BytesIO()
    text = pypdfium2.PdfDocument(dirty_pdf())
    whole = pypdfium2.PdfDocument.new()
    source = _source()
    for _ in range(PAGES):
        whole.import_pages(source or text, [0])
    whole.save(out)
    return out.getvalue()


def _source() -> pypdfium2.PdfDocument | None:
    file = CORPUS / "pp" / "multicolumn.pdf"
    return pypdfium2.PdfDocument(file) if file.exists() else None


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
    compare("12-megapixel JPEG against Pillow decoding and encoding it", cleaner,
            lambda: cleaner.clean(data), lambda: bare_photo(data), RUNS)  # fmt: skip
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
    files = files_in(folder)
    started = time.perf_counter()
    outcomes = list(clean_all(files, cleaner))
    ours = time.perf_counter() - started
    done = sum(1 for each in outcomes if each.cleaned)
    size_in = sum(each.size for each in outcomes if each.cleaned)
    pages = [page for each in outcomes if each.cleaned for page in each.cleaned.pages]
    pace = cleaner.limits.files_at_once
    say(f"the corpus, {pace} at a time: {done} of {len(files)} cleaned in {ours:.1f} s, "
        f"bytes in {size_in}, out {sum(len(page.data) for page in pages)}")  # fmt: skip
    if shutil.which("mat2"):
        _bench_mat2(files, ours)


def _bench_mat2(files: list[Path], ours: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copies = [
            Path(shutil.copy(file, Path(folder, f"{n}{file.suffix}")))
            for n, file in enumerate(files)
        ]
        started, done = time.perf_counter(), 0
        for copy in copies:
            try:
                run = subprocess.run(
                    ["mat2", str(copy)], capture_output=True, timeout=60, check=False
                )
            except subprocess.TimeoutExpired:
                continue
            done += run.returncode == 0 and any(Path(folder).glob(f"{copy.stem}.cleaned*"))
        theirs = time.perf_counter() - started
    say(f"  mat2: {done} cleaned in {theirs:.1f} s; ours took {ours / theirs:.2f} of its time")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    with Cleaner() as cleaner:
        bench_small(cleaner)
        bench_photo(cleaner)
        bench_document(cleaner)
        if folder.is_dir():
            bench_corpus(cleaner, folder)


if __name__ == "__main__":
    main()
