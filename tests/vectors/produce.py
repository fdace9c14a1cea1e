"""Write the Python vectors: `python -m tests.vectors.produce`."""

from tests.vectors.areas import cases, directories, envelopes, primitives, records
from tests.vectors.areas.area import OUTPUT

AREAS = (
    primitives.kdf,
    primitives.wordlists,
    primitives.encoding,
    envelopes.envelopes,
    envelopes.sealed_keys,
    envelopes.signatures,
    directories.directories,
    cases.cases,
    records.enrolments,
    records.registers,
    records.states,
    records.journals,
    records.archives,
)


def main() -> None:
    OUTPUT.mkdir(exist_ok=True)
    for area in AREAS:
        area().write()


if __name__ == "__main__":
    main()
