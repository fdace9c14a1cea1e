"""Office documents with something planted in each place that a suite, or somebody, can leave it in.

Most is written by LibreOffice itself, from flat OpenDocument. What it never writes (an organisation's macros,
signatures, printers, objects of other programs) is put into what it wrote, where its format wants it.
"""

import base64
import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

from PIL import Image, ImageCms

from sanitizers.ole import Compound
from tests.sanitizers import makers

Planted = tuple[tuple[str, str], ...]
Fixture = tuple[bytes, Planted]

# Who, when, with what: as LibreOffice writes it into each of its formats.
_META = """<office:meta><meta:initial-creator>Plantina Auteur</meta:initial-creator>
<dc:creator>Bewerker Boomgaard</dc:creator><dc:title>geheime titel</dc:title>
<dc:subject>plantonderwerp</dc:subject><meta:keyword>plantwoord</meta:keyword>
<dc:description>geplante opmerking</dc:description>
<meta:creation-date>2021-03-04T05:06:07</meta:creation-date>
<meta:printed-by>Drukker Dirckx</meta:printed-by>
<meta:print-date>2021-05-06T07:08:09</meta:print-date><meta:editing-cycles>17</meta:editing-cycles>
<meta:template xlink:type="simple" xlink:href="file:///C:/Users/plantina/sjabloon.ott"
 xlink:title="sjabloon"/>
<meta:user-defined meta:name="Bedrijf">Firma Foubert</meta:user-defined></office:meta>"""
_LINK = '<text:a xlink:type="simple" xlink:href="https://plant.example/volg">koppeling</text:a>'


def _photo() -> bytes:
    """One of a telephone: where, with what, its colours, and a second picture."""
    small = makers.picture(64, 48)
    turned = small.transpose(Image.Transpose.ROTATE_180)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return makers.saved("MPO", small, exif=makers.exif(), icc_profile=profile,
                        save_all=True, append_images=[turned])  # fmt: skip


def _picture_inside() -> str:
    return (
        '<draw:frame svg:width="3cm" svg:height="2cm"><draw:image><office:binary-data>'
        + base64.b64encode(_photo()).decode()
        + "</office:binary-data></draw:image></draw:frame>"
    )


def rich(flat: str) -> str:
    """The same with all that its properties can say."""
    head, _, rest = flat.partition("<office:meta>")
    return head + _META + rest.partition("</office:meta>")[2]


_SAVED_PICTURE: Planted = (
    ("position", makers.POSITION), ("device", makers.MODEL), ("serial", makers.SERIAL), ("colour-profile", ""),
    ("extra-image", "1"),
)  # fmt: skip
_EVERYWHERE: Planted = (
    ("person", "Plantina Auteur"), ("person", "Bewerker Boomgaard"), ("title", "geheime titel"),
    ("comment", "geplante opmerking"), ("date", "2021-03-04"), ("keyword", "plantwoord"),
    ("link", "https://plant.example/volg"), *_SAVED_PICTURE,
)  # fmt: skip
_NEWER: Planted = (
    ("date", "2021-05-06"), ("revision", "17"), ("metadata", "Firma Foubert"), ("path", "sjabloon"),
    ("software", "LibreOffice"),
)  # fmt: skip
_OLDER: Planted = (
    ("date", "2021-05-06"), ("revision", "17"), ("metadata", "Firma Foubert"), ("path", "sjabloon"),
)  # fmt: skip
_CHANGED: Planted = (
    ("comment", "stiekeme kanttekening"), ("comment-author", "Commentaar Claes"),
    ("comment-author", "Wijziger Wouters"), ("tracked-change", "weggehaalde zin"),
)  # fmt: skip
_NOTED: Planted = (
    ("comment", "stiekeme kanttekening"),
    ("comment-author", "Commentaar Claes"),
)
_SETTLED: Planted = (
    *_NOTED,
    ("comment-author", "Wijziger Wouters"),
    ("tracked-change", "weggehaalde zin"),
)
OFFICE: dict[str, tuple[str, Planted]] = {
    "odt": ("fodt", (*_EVERYWHERE, *_NEWER, *_CHANGED, ("thumbnail", ""))),
    "docx": ("fodt", (*_EVERYWHERE, *_NEWER, *_CHANGED)),
    "doc": ("fodt", (*_EVERYWHERE, *_OLDER, *_SETTLED)),
    "rtf": ("fodt", (*_EVERYWHERE, *_SETTLED, ("software", "LibreOffice"))),
    "ods": ("fods", (*_EVERYWHERE, *_NEWER, *_NOTED, ("thumbnail", ""))),
    "xlsx": ("fods", (*_EVERYWHERE, *_NEWER, *_NOTED)),
    "xls": ("fods", (*_EVERYWHERE, *_OLDER, *_NOTED)),
    "odp": ("fodp", (*_EVERYWHERE, *_NEWER, *_NOTED, ("thumbnail", ""))),
    "pptx": ("fodp", (*_EVERYWHERE, *_NEWER, *_NOTED)),
    "ppt": ("fodp", (*_EVERYWHERE, *_OLDER, ("thumbnail", ""))),
}


_FLAT = {"fodt": makers.FODT, "fods": makers.FODS, "fodp": makers.FODP}


def _written_by_office(kind: str) -> Fixture:
    suffix, planted = OFFICE[kind]
    flat = _FLAT[suffix].replace("Zichtbare ", f"Zichtbare {_LINK} ")
    flat = flat.replace("</table:table-cell>", f"{_picture_inside()}</table:table-cell>")
    flat = flat.replace("tekst van", f"tekst {_picture_inside()}")
    flat = flat.replace("</draw:page>", f"{_picture_inside()}{makers.NOTE}</draw:page>")
    return makers.converted(rich(flat), suffix, kind), planted


# --- what is there and isn't drawn

_HIDING = """<office:automatic-styles>
<style:style style:name="words" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="lines" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="sheet" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="slide" style:family="drawing-page">
<style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>"""
_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
_UNSEEN = {
    "fodt": """<text:p>Open <text:span text:style-name="words">verstopte woorden</text:span>.</text:p>
<text:p text:style-name="lines">onzichtbare alinea</text:p></office:text>""",
    "fods": f"""<table:table table:name="Verstopt blad" table:style-name="sheet"><table:table-row>
{_CELL.format("geheime cel")}</table:table-row></table:table><table:table table:name="Blad3">
<table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>{_CELL.format("een")}
{_CELL.format("geheime kolom")}</table:table-row><table:table-row table:visibility="collapse">
{_CELL.format("geheime rij")}</table:table-row></table:table></office:spreadsheet>""",
    "fodp": """<draw:page draw:name="dia2" draw:style-name="slide">
<draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box>
<text:p>geheime dia</text:p></draw:text-box></draw:frame><presentation:notes>
<draw:frame presentation:class="notes" svg:x="2cm" svg:y="12cm" svg:width="16cm" svg:height="9cm"><draw:text-box>
<text:p>notitie van de spreker</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>
</office:presentation>""",
}
_UNSEEN_TEXT: Planted = (("hidden", "verstopte woorden"), ("hidden", "onzichtbare alinea"))
_UNSEEN_SLIDE: Planted = (("hidden", "geheime dia"), ("hidden", "notitie van de spreker"))
HIDDEN: dict[str, Planted] = {
    **dict.fromkeys(("odt", "docx", "doc", "rtf"), _UNSEEN_TEXT),
    "ods": (("hidden", "Verstopt blad: geheime cel"), ("hidden", "geheime rij"), ("hidden", "column")),
    "xlsx": (("hidden", "Verstopt blad"), ("hidden", "row"), ("hidden", "col")),
    "xls": (("hidden", "Verstopt blad"), ("hidden", "row"), ("hidden", "column")),
    **dict.fromkeys(("odp", "pptx", "ppt"), _UNSEEN_SLIDE),
}  # fmt: skip


def _hidden(kind: str) -> Fixture:
    suffix = OFFICE[kind][0]
    end = _UNSEEN[suffix].rpartition("\n")[2].rpartition(">")[0].rpartition("<")[2]
    flat = _FLAT[suffix].replace(f"<{end}>", _UNSEEN[suffix])
    flat = flat.replace("<office:body>", _HIDING + "<office:body>")
    return makers.converted(flat, suffix, kind), HIDDEN[kind]


# --- macros, fonts, fields: written by the suite when it is told to

_MORE_NAMES = (
    ' xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
    ' xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"'
    ' xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    ' xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"'
    ' xmlns:ooo="http://openoffice.org/2004/office" office:version'
)
_WITH_FONTS = """<office:settings><config:config-item-set config:name="ooo:configuration-settings">
<config:config-item config:name="EmbedFonts" config:type="boolean">true</config:config-item>
</config:config-item-set></office:settings>"""
_WITH_MACRO = """<office:scripts><office:script script:language="ooo:Basic"><ooo:libraries>
<ooo:library-embedded ooo:name="Standard"><ooo:module ooo:name="Plantmodule"><ooo:source-code>Sub Plant
End Sub</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script></office:scripts>"""
_WITH_FIELD = """<text:p>naam: <field:fieldmark-start text:name="veld van Plantina"
 field:type="vnd.oasis.opendocument.field.FORMTEXT"/>ingevuld<field:fieldmark-end/></text:p>"""
_WITH_CONTROL = """<office:forms><form:form form:name="f"><form:text form:name="veld van Plantina"
 form:current-value="ingevuld" form:id="veld"/></form:form></office:forms>"""
_WITH_CHANGE = """<office:spreadsheet><table:tracked-changes><table:cell-content-change table:id="ct1">
<table:cell-address table:column="0" table:row="0" table:table="0"/><office:change-info>
<dc:creator>Wijziger Wouters</dc:creator><dc:date>2022-02-03T04:05:06</dc:date></office:change-info><table:previous>
<table:change-track-table-cell office:value-type="string"><text:p>vorige celwaarde</text:p>
</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>"""
_ADDED = {
    "</office:text>": _WITH_FIELD + "</office:text>",
    '<table:table table:name="Blad1">': f'<table:table table:name="Blad1">{_WITH_CONTROL}',
    "<office:spreadsheet>": _WITH_CHANGE,
    '<draw:page draw:name="dia1">': f'<draw:page draw:name="dia1">{_WITH_CONTROL}',
    " office:version": _MORE_NAMES,
    "<office:body>": _WITH_FONTS + _WITH_MACRO + "<office:body>",
}
_SUITES: Planted = (("font", "Fonts/"), ("script", "Plantmodule"), ("form", "veld van Plantina"))
_CELL_CHANGE: Planted = (
    ("comment-author", "Wijziger Wouters"),
    ("tracked-change", "vorige celwaarde"),
    ("date", "2022-02-03"),
)
MORE: dict[str, Planted] = {
    "odt": _SUITES,
    "docx": (("font", "word/fonts/"), ("form", "veld van Plantina")),
    "ods": (*_SUITES, *_CELL_CHANGE),
    "xlsx": _CELL_CHANGE,
    "xls": (("comment-author", "Wijziger Wouters"), ("tracked-change", "")),
    "odp": _SUITES,
}


def _more(kind: str) -> Fixture:
    suffix = OFFICE[kind][0]
    flat = _FLAT[suffix]
    for old, new in _ADDED.items():
        flat = flat.replace(old, new)
    return makers.converted(flat, suffix, kind), MORE[kind]


# --- what the suite never writes

_SIGNATURE = b"""<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyInfo><X509Data><X509SubjectName>CN=Tekenaar
 Tack</X509SubjectName></X509Data></KeyInfo><Object><SigningTime>2021-03-04T05:06:07Z</SigningTime></Object></Signature>"""
_SIGNED: Planted = (("signature", "Tekenaar"),)
_COMMENT = b"opmerking bij het pakket"
_BEHIND: Planted = (("trailing", _COMMENT.decode()),)
_FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
_PRINTER = "Printer Plantina 4".encode("utf-16-le").ljust(220, b"\0")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MARKED = f"""<w:settings xmlns:w="{_WORD}"><w:rsids><w:rsidRoot w:val="00PLANT7"/></w:rsids>
<w:formControlPr objectType="Lijst"/>
<w:lvl><w:rPr><w:vanish/></w:rPr></w:lvl></w:settings>"""
_PEOPLE = b"""<personList><person displayName="Persoon Peeters" userId="plantina@example.org"/></personList>"""
_LINKED = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
 Id="r1" TargetMode="External" Target="https://plant.example/volg"/><Relationship Id="r2" TargetMode="External"
 Target="file:///C:/Users/plantina/sjabloon.dotx"/></Relationships>"""
_APP = b"""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Bedrijf
 Boon</Company><Manager>Baas Bosmans</Manager></Properties>"""
_CORE_ID = b"""<coreProperties><identifier>plant-kenmerk-7</identifier></coreProperties>"""


def _put_into(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with these parts too, and with what `_SAID_MORE` adds to its own."""
    listed = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type=""/>'
                     for name in parts if not name.startswith("META-INF"))  # fmt: skip
    more = {**_SAID_MORE, "META-INF/manifest.xml": (b"</manifest:manifest>", listed.encode())}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            end, added = more.get(info.filename, (b"", b""))
            data = old.read(info)
            assert data.count(end) == 1 or not end
            new.writestr(
                zipfile.ZipInfo(info.filename), data.replace(end, added + end) if end else data
            )
        for name, data in parts.items():
            new.writestr(zipfile.ZipInfo(name), data)
        new.comment = _COMMENT
    return out.getvalue()


def _opc_parts(folder: str) -> dict[str, bytes]:
    return {
        f"{folder}/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        f"{folder}/embeddings/plantblad.xlsx": b"PK\x03\x04",
        f"{folder}/printerSettings/printerSettings1.bin": _PRINTER,
        f"{folder}/media/film1.mp4": _FILM,
        f"{folder}/media/foto1.jpeg": _photo(),
        f"{folder}/fonts/font1.fntdata": b"font",
        f"{folder}/persons/people.xml": _PEOPLE,
        f"{folder}/_rels/plant.xml.rels": _LINKED,
        f"{folder}/plant.xml": _MARKED.encode(),
        "_xmlsignatures/sig1.xml": _SIGNATURE,
        "customXml/item1.xml": b"<form><field>gegeven van Plantina</field></form>",
        "docProps/thumbnail.jpeg": _photo(),
        "docProps/plant/app.xml": _APP,
        "docProps/plant/core.xml": _CORE_ID,
    }


OPC_PARTS: Planted = (
    *_BEHIND, *_SIGNED, ("script", "VBA"), ("embedded-file", "plantblad.xlsx"),
    ("printer", "Printer Plantina 4"), ("audio-video", "24"),
    *_SAVED_PICTURE, ("font", "font1"), ("comment-author", "Persoon Peeters"), ("contact", "plantina@example.org"),
    ("link", "https://plant.example/volg"), ("path", "C:/Users/plantina"), ("identifier", "00PLANT7"),
    ("date", "2021-03-04T05:06:07Z"), ("metadata", "gegeven van Plantina"), ("thumbnail", "docProps/thumbnail.jpeg"),
    ("organisation", "Bedrijf"), ("person", "Baas Bosmans"), ("identifier", "plant-kenmerk-7"),
    ("form", "Lijst"), ("hidden", "text"),
)  # fmt: skip
_ODF_PARTS: dict[str, bytes] = {
    "Versions/Version1": b"PK\x03\x04",
    "Object 1/plant.bin": b"object",
    "media/film1.mp4": _FILM,
    "META-INF/documentsignatures.xml": _SIGNATURE,
}
_SAID_MORE = {
    "meta.xml": (
        b"</office:meta>",
        b"<dc:publisher>Bedrijf Boon</dc:publisher><dc:coverage>Plantegem</dc:coverage>",
    ),
    "settings.xml": (
        b"</office:settings>",
        b"""<config:config-item-set config:name="plant">
<config:config-item config:name="PrinterName" config:type="string">Printer Plantina 4</config:config-item>
<config:config-item config:name="Rsid" config:type="int">7731551</config:config-item>
</config:config-item-set>""",
    ),
}
ODF_PARTS: Planted = (
    *_BEHIND, ("revision", "Version1"), ("embedded-file", "plant.bin"), ("audio-video", "24"), *_SIGNED,
    ("organisation", "Bedrijf Boon"), ("place", "Plantegem"), ("printer", "Printer Plantina 4"),
    ("identifier", "7731551"),
    *_SAVED_PICTURE,
)  # fmt: skip


def _with_parts(kind: str) -> Fixture:
    suffix = OFFICE[kind][0]
    package = makers.converted(_FLAT[suffix], suffix, kind)
    if kind in {"docx", "xlsx", "pptx"}:
        folder = {"docx": "word", "xlsx": "xl", "pptx": "ppt"}[kind]
        return _put_into(package, _opc_parts(folder)), OPC_PARTS
    return _put_into(package, {**_ODF_PARTS, "Pictures/plant.jpg": _photo()}), ODF_PARTS


# --- the older binary formats: streams beside those of the suite

_SMALL_BELOW = 4096


def _streams(kind: str) -> Fixture:
    suffix = OFFICE[kind][0]
    compound = Compound(makers.converted(_FLAT[suffix], suffix, kind))
    kept = {name: compound.streams(name)[0] for name in compound.names}
    object_ = bytes(6) + b"plantblad.xls\0C:\\Users\\plantina\\plantblad.xls\0"
    kept |= {
        "\x05SummaryInformation": makers.property_set(_4=makers.AUTHOR, _18=makers.SOFTWARE),
        "\x05DocumentSummaryInformation": makers.property_set(
            _14="Baas Bosmans", _15="Bedrijf Boon"
        ),
        "_VBA_PROJECT": b"macro",
        "\x01Ole10Native": object_,
        "\x05Thumbnail": bytes(600),
        "_signatures": b"signature",
    }
    if kind == "ppt":
        kept["PowerPoint Document"] += _presentation_comment()
    padded = {name: data.ljust(_SMALL_BELOW, b"\0") for name, data in kept.items()}
    noted = _NOTED if kind == "ppt" else ()
    return makers.compound_of(padded, _SMALL_BELOW), (*OLE_STREAMS, *noted)


def _presentation_comment() -> bytes:
    """A Comment10Container, [MS-PPT] 2.9.12, which LibreOffice reads and doesn't write."""
    strings = [
        struct.pack("<HHI", number << 4, 0x0FBA, 2 * len(text)) + text.encode("utf-16-le")
        for number, (_, text) in enumerate(reversed(_NOTED))
    ]
    body = b"".join(strings)
    return struct.pack("<HHI", 0x0F, 0x2EE0, len(body)) + body


OLE_STREAMS: Planted = (
    ("person", makers.AUTHOR), ("software", makers.SOFTWARE), ("person", "Baas Bosmans"),
    ("organisation", "Bedrijf Boon"),
    ("script", "VBA"), ("embedded-file", "plantblad.xls"), ("thumbnail", "4096"), ("signature", "_signatures"),
)  # fmt: skip
_RTF_GROUPS = rb"""{\info{\company Bedrijf Boon}{\manager Baas Bosmans}{\hlinkbase https://plant.example/volg}}
{\*\template C:\\Users\\plantina\\sjabloon.dot}{\object\objemb{\*\objdata 01050000}}{\*\formfield{\fftype0}}}"""


def _groups() -> Fixture:
    whole = makers.converted(makers.FODT, "fodt", "rtf").rstrip()
    return whole.removesuffix(b"}") + _RTF_GROUPS, (
        ("organisation", "Bedrijf Boon"), ("person", "Baas Bosmans"), ("link", "https://plant.example/volg"),
        ("path", "plantina"), ("embedded-file", "1"), ("form", "1"),
    )  # fmt: skip


FIXTURES: dict[tuple[str, str], Callable[[], Fixture]] = {
    **{(kind, "by office"): partial(_written_by_office, kind) for kind in OFFICE},
    **{(kind, "hidden, by office"): partial(_hidden, kind) for kind in HIDDEN},
    **{(kind, "more, by office"): partial(_more, kind) for kind in MORE},
    **{
        (kind, "parts, in office's"): partial(_with_parts, kind)
        for kind in ("docx", "xlsx", "pptx", "odt", "ods", "odp")
    },
    **{(kind, "streams, in office's"): partial(_streams, kind) for kind in ("doc", "xls", "ppt")},
    ("rtf", "groups, in office's"): _groups,
}
