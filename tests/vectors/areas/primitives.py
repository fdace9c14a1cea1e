"""Keys, words and bytes (sections 1 to 3)."""

from crypto import words
from tests.vectors.areas.area import Area, draw


def kdf() -> Area:
    area = Area("kdf")
    key, portal = draw(32), draw(16)
    area.opens("a label", "derive", key=key, label="kem", length=32)
    area.opens("another label", "derive", key=key, label="sign", length=32)
    area.opens("16 bytes", "derive", key=key, label="invite/id", length=16)
    ask = {"portal": portal, "role": "mailbox"}
    area.opens("plain", "credentials", **ask, name="roodborstje", password="correct horse")
    same = area.opens(
        "folded name", "credentials", **ask, name=" Rood \t Borstje\n", password="abc"
    )
    assert same["name"] == "rood borstje"
    area.opens("staff", "credentials", portal=portal, role="staff", name="x", password="x")
    area.opens("NFKC", "credentials", **ask, name="x", password="ﬁets Ⅸ e\u0301 ½")
    area.opens("spaces stay in a password", "credentials", **ask, name="x", password=" x ")
    area.opens("longest", "credentials", **ask, name="n" * 64, password="é" * 512)
    refused = {
        "no name": ("", "x"),
        "only white space": (" \t", "x"),
        "a long name": ("n" * 65, "x"),
        "a name beyond ASCII": ("zoë", "x"),
        "the Kelvin sign": ("\u212a", "x"),
        "a no-break space": ("a\u00a0b", "x"),
        "a control character": ("a\x7fb", "x"),
        "no password": ("x", ""),
        "a long password": ("x", "é" * 513),
    }
    for name, (who, password) in refused.items():
        area.refused(name, "credentials", **ask, name=who, password=password)
    area.opens("recovery code", "recovery", code=draw(16))
    area.opens("identity", "seed", seed=draw(32))
    area.opens("identity of zeros", "seed", seed=bytes(32))
    return area


def wordlists() -> Area:
    area = Area("words")
    code, seed = draw(16), draw(32)
    for name, data in {"16 bytes": code, "32 bytes": seed, "zeros": bytes(16)}.items():
        text = area.opens(f"written: {name}", "words-of", bytes=data)["text"]
        area.opens(f"read: {name}", "words", text=text, length=len(data))
    text = words.words_of(code)
    untidy = "  " + text.upper().replace(" ", "\n ") + "\t"
    area.opens("read: untidy", "words", text=untidy, length=16)
    parts = text.split()
    other = words.dutch().words[words.dutch().places[parts[4]] ^ 1]
    area.refused("a wrong word", "words", text=text.replace(parts[4], other), length=16)
    area.refused("two words swapped", "words", text=" ".join(parts[1::-1] + parts[2:]), length=16)
    area.refused("an unknown word", "words", text=text.replace(parts[0], "qqq"), length=16)
    area.refused("a word too few", "words", text=" ".join(parts[:-1]), length=16)
    area.refused("a word too many", "words", text=f"{text} {parts[0]}", length=16)
    area.refused("of another length", "words", text=text, length=32)
    area.opens("organisation", "fingerprint", key=draw(32))
    area.opens("case", "case-name", case=draw(16))
    return area


def encoding() -> Area:
    area = Area("encoding")
    good = {
        "empty": b"{}",
        "sorted": b'{"a":1,"b":[true,null,{"c":""}]}',
        "largest integer": b'{"n":9007199254740991}',
        "escapes": '{"t":"\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\u2028€😀"}'.encode(),
        "decomposed text stays": '{"t":"e\u0301"}'.encode(),
    }
    for name, body in good.items():
        area.opens(name, "canonical", body=body)
    bad = {
        "white space": b'{"a": 1}',
        "a line after": b"{}\n",
        "unsorted": b'{"b":1,"a":1}',
        "a key twice": b'{"a":1,"a":1}',
        "a fraction": b'{"a":1.0}',
        "an exponent": b'{"a":1e2}',
        "below zero": b'{"a":-1}',
        "minus zero": b'{"a":-0}',
        "too large": b'{"a":9007199254740992}',
        "a leading zero": b'{"a":01}',
        "a needless escape": b'{"a":"\\u0041"}',
        "an escaped slash": b'{"a":"\\/"}',
        "upper-case escape": b'{"a":"\\u001F"}',
        "a lone surrogate": b'{"a":"\\ud800"}',
        "not UTF-8": b'{"a":"\xff"}',
        "a byte order mark": b"\xef\xbb\xbf{}",
        "a key beyond ASCII": '{"é":1}'.encode(),
        "a list": b"[]",
        "a text": b'"a"',
        "not a number": b'{"a":NaN}',
        "nothing": b"",
        "two values": b"{}{}",
    }
    for name, body in bad.items():
        area.refused(name, "canonical", body=body)
    lengths = [0, 1, 1015, 1016, 1017, 1100, 2000, 4087, 5000, 65_528, 65_529, 1_000_000]
    for floor in (1_024, 65_536):
        for length in lengths:
            area.opens(f"{length} over {floor}", "padded", length=length, floor=floor)
    return area
