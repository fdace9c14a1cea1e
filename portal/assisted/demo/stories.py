"""The questions of the demonstration. Everybody and everything in them is made up.

A story begins some working days ago; each act says how many working days after the act before it
came, who did it and what they wrote. Paragraphs are wrapped here and joined when they are played.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Who = Literal["asker", "facilitator", "second", "helper", "coach-1", "coach-2"]
Doing = Literal[
    "open",
    "triage",
    "assign",
    "feedback",
    "reply",
    "final",
    "note",
    "draft",
    "pass",
    "record",
    "close",
    "thanks",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class Act:
    """`after`: working days since the act before; `key`: category, authority, outcome or coach."""

    who: Who
    doing: Doing
    text: str = ""
    after: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """`ago`: working days before today. `attached`: names of generated files."""

    asker: str
    ago: int
    kind: str
    text: str
    acts: tuple[Act, ...] = ()
    urgent: bool = False
    real_name: str | None = None
    keeps_out: tuple[Who, ...] = ()
    attached: tuple[str, ...] = ()
    shows: str = ""  # what a visitor who signs in as this asker sees; empty: it is not printed


BUUR = Story(
    asker="regenjas",
    ago=41,
    kind="dilemma",
    shows="een heel gesprek, met antwoord en afgesloten",
    text="""
Ik werk op de wijkdienst. Gisteren kreeg ik een dossier over geluidshinder en een
woordenwisseling tussen twee buren. Eén van hen is mijn eigen overbuur. We zijn geen vrienden,
maar onze kinderen zitten in dezelfde klas en we praten af en toe aan de schoolpoort.

Mag ik dit dossier zelf behandelen? Ik wil niet dat iemand later zegt dat ik partij koos. Maar
als ik het doorgeef, moet ik dan uitleggen waarom? Mijn vaste collega is ziek, dus het zou bij
iemand komen die de wijk niet kent.""",
    acts=(
        Act("facilitator", "open", after=1),
        Act("facilitator", "triage", key="kennis-buur-of-familie-betrokken"),
        Act("facilitator", "assign", key="coach-1"),
        Act(
            "facilitator",
            "feedback",
            """
Bedankt voor je vraag. Goed dat je hier vooraf bij stilstaat. Ik heb ze doorgegeven aan een
integriteitscoach die zelf lang wijkwerk deed. Je krijgt binnen enkele dagen een antwoord. Doe
intussen liever nog geen verhoor in dit dossier.""",
        ),
        Act(
            "coach-1",
            "reply",
            """
Hallo. Twee dingen wil ik eerst van je weten. Heb je de betrokken buur al gezien of gesproken
over deze zaak? En weet je of de andere partij weet dat jullie buren zijn?""",
            after=2,
        ),
        Act(
            "asker",
            "reply",
            """
Nee, ik heb nog niemand gesproken, ik heb het dossier alleen gelezen. De andere partij woont er
nog maar pas. Ik denk niet dat die mensen mij kennen, maar ze kunnen mij natuurlijk zien
buitenkomen.""",
            after=1,
        ),
        Act(
            "coach-1",
            "final",
            """
Mijn raad: geef dit dossier door, en doe dat vandaag nog.

Niet omdat jij niet eerlijk zou zijn, maar omdat het voor een ander niet te zien is dat je het
bent. Als de andere partij ontdekt dat de wijkinspecteur de overbuur is, valt ook een perfecte
vaststelling in het water.

Hoe pak je het aan?
1. Zeg aan je teamchef: "Ik ken een van de partijen persoonlijk, ik vraag om dit dossier aan
iemand anders te geven." Meer hoef je niet te vertellen.
2. Vraag dat dit in het dossier genoteerd wordt, met de datum. Dat beschermt je.
3. Raadpleeg het dossier daarna niet meer. Spreekt je buur je aan, zeg dan dat een collega het
behandelt.

Dat de collega de wijk niet kent is jammer, maar je mag die persoon gerust uitleggen hoe de
straat in elkaar zit, zolang je niets zegt over wie gelijk heeft.""",
            after=2,
        ),
        Act(
            "asker",
            "thanks",
            """
Dank je. Ik heb het aan mijn teamchef gezegd en het was op vijf minuten geregeld. Dat lucht op.""",
            after=2,
        ),
        Act(
            "coach-1",
            "reply",
            """
Fijn om te horen. En als het nog eens voorvalt: je weet nu hoe kort dat gesprek kan zijn.""",
            after=1,
        ),
        Act(
            "facilitator",
            "close",
            "We sluiten je vraag af. Schrijf je nog iets, dan gaat ze weer open.",
            after=1,
            key="advies-gegeven",
        ),
    ),
)

WIJN = Story(
    asker="kastanje 12",
    ago=33,
    kind="regel",
    text="""
Vorige week vonden we de gestolen fiets van een handelaar terug. Vandaag stond hij aan het
onthaal met een doos van zes flessen wijn "voor de ploeg". De collega aan het onthaal heeft ze
aangenomen. Ze staan nu in onze kast.

Mogen wij dat houden? Volgens sommigen mag alles onder een bepaald bedrag, volgens anderen mag
er niets. Ik wil niet de spelbreker zijn, maar het zit me niet lekker.""",
    acts=(
        Act("second", "open", after=1),
        Act("second", "triage", key="ontvangen-van-geschenken"),
        Act(
            "second",
            "final",
            """
Je gevoel klopt. Aanvaard geen geschenk voor iets wat gewoon je werk is. Het gaat niet om het
bedrag. Het gaat om de vraag die een ander zich kan stellen: zou de politie ook zo hard zoeken
voor wie geen wijn brengt?

Een koekje bij de koffie weigeren hoeft niet. Een doos wijn is iets anders.

Wat kan je doen? Zeg aan je leidinggevende wat er in de kast staat, zodat de zone de flessen
zelf teruggeeft, met een vriendelijke brief erbij. Dan is niemand van jullie de spelbreker: de
zone zegt neen. Drink ze intussen niet leeg. Vraag meteen dat de geldende afspraak nog eens
rondgestuurd wordt, want je bent duidelijk niet de enige die twijfelt.""",
            after=2,
        ),
        Act(
            "asker",
            "reply",
            "Duidelijk. De flessen zijn terug en er komt een nota. Bedankt!",
            after=4,
        ),
        Act("second", "close", after=1, key="advies-gegeven"),
    ),
)

BIJBEROEP = Story(
    asker="noorderlicht",
    ago=9,
    kind="regel",
    text="""
Ik zou in het weekend graag fietsen herstellen in bijberoep, vanuit mijn garage. Ik ben CALog,
ik werk niet op straat. Moet ik daar toestemming voor vragen, of volstaat het dat ik het meld?
En mag ik reclame maken met een bord aan mijn gevel? Een collega zei dat je voor een bijberoep
nooit toestemming krijgt, en nu durf ik het niet meer te vragen.""",
    acts=(
        Act("facilitator", "open", after=1),
        Act("facilitator", "triage", key="nevenactiviteiten-in-strijd-met-regels-of-waardi"),
        Act("facilitator", "assign", key="coach-2"),
        Act(
            "coach-2",
            "feedback",
            """
Dag, ik neem je vraag op. Dat je collega zegt dat het nooit mag, is te kort door de bocht. Om je
goed te kunnen raden, wil ik nog weten: zou je ook voor collega's of voor leveranciers van de
zone werken? En op welke dagen?""",
            after=1,
        ),
        Act(
            "coach-2",
            "note",
            """
Ik vraag bij de personeelsdienst, zonder iets over deze vraag te zeggen, hoe lang een aanvraag
nu duurt.""",
        ),
    ),
    shows="eerste reactie, er wacht een vraag",
)

DATABANK = Story(
    asker="stille vennoot",
    ago=29,
    kind="iets-gezien",
    keeps_out=("coach-2",),
    text="""
Een collega uit mijn ploeg vertelde aan tafel dat hij "even had opgezocht" waar zijn ex nu woont
en met welke wagen haar nieuwe vriend rijdt. Hij lachte erbij. Ik zag op zijn scherm dat hij in
de databank zat, er was geen enkel dossier dat daarmee te maken had.

Hij is geen slechte mens. Maar die vrouw weet van niets en ik blijf eraan denken. Moet ik dit
melden? Wat gebeurt er dan met hem, en komt hij te weten dat het van mij komt?""",
    acts=(
        Act("facilitator", "open"),
        Act("facilitator", "triage", key="onrechtmatige-consultatie-van-gegevensbanken"),
        Act("facilitator", "assign", key="coach-1"),
        Act(
            "facilitator",
            "feedback",
            """
Dank je dat je dit vertelt. Ik begrijp dat het je niet loslaat. Lees dit vooraf: wat je
beschrijft is mogelijk een strafbaar feit. Coaches en facilitatoren hebben een meldplicht. We
kunnen je hier dus raad geven, maar we kunnen niet beloven dat het hier blijft.""",
            after=1,
        ),
        Act(
            "coach-1",
            "note",
            """
Besproken met de facilitator: dit valt onder de meldplicht. We geven alleen door wat nodig is,
zonder de tekst zelf.""",
            after=1,
        ),
        Act(
            "asker",
            "reply",
            "Ik snap het. Ik zou het erger vinden als haar iets overkomt en ik had gezwegen.",
            after=1,
        ),
        Act(
            "coach-1",
            "pass",
            """
We hebben de feiten doorgegeven aan het Controleorgaan op de politionele informatie. Dat kan
nagaan wie wat opzocht, zonder jou daarvoor nodig te hebben: elke opzoeking laat een spoor na.

We gaven door: dat er een opzoeking zonder dienstreden zou zijn gebeurd, in welke dienst en in
welke week. We gaven niet door: je tekst, je gekozen naam of hoe we het weten. Hoe het verder
loopt, beslist die dienst. Hier stopt de behandeling.

Je deed het juiste, ook al voelt het niet zo. Wil je hierover praten, dan kan dat met een
vertrouwenspersoon.""",
            after=2,
            key="coc",
        ),
        Act(
            "coach-1",
            "record",
            "Telefonisch en daarna schriftelijk doorgegeven. Alleen dienst, week en soort feit.",
            key="coc",
        ),
    ),
)

KLACHT = Story(
    asker="vuurtoren",
    ago=5,
    kind="klacht",
    urgent=True,
    attached=("photo",),
    shows="dringend, met een foto",
    text="""
Zaterdag hielden we een bestuurder tegen. Bij het openen van het portier ben ik ertegen gelopen,
er is een deuk. De man zegt dat ik er met opzet tegen schopte en dat hij klacht indient. Ik heb
een foto van de deuk. Ze zit op heuphoogte, daar kan ik niet eens schoppen.

Ik heb het meteen aan mijn officier gezegd en in het verslag gezet. Wat doe ik nu best? Mag ik
die man bellen om het uit te praten? En wat moet ik bewaren?""",
    acts=(
        Act("facilitator", "open"),
        Act("facilitator", "triage", key="mogelijke-klacht-tegen-mezelf"),
        Act("facilitator", "assign", key="coach-1"),
        Act(
            "coach-1",
            "feedback",
            """
Goed dat je het meteen meldde en in je verslag zette, dat is het belangrijkste. Twee dingen nu
al: bel de man niet, ook niet met goede bedoelingen. En bewaar je eigen verslag van wat er
gebeurde, opgeschreven terwijl je het nog goed weet. Ik bekijk de foto en kom er deze week op
terug.""",
            after=1,
        ),
        Act(
            "coach-1",
            "draft",
            """
Voorstel van antwoord: (1) eigen relaas met uur, plaats en getuigen, (2) camerabeelden van het
interventievoertuig laten bewaren via de officier, vandaag nog, (3) recht op bijstand van de
vakbond bij een verhoor. Wil jij nalezen?""",
            after=1,
        ),
    ),
)

OVERUREN = Story(
    asker="late bus",
    ago=6,
    kind="iets-gezien",
    text="""
In onze dienst schrijven sommigen elke week een uur extra op "voor de administratie". Iedereen
weet dat dat uur niet gewerkt is. Onze chef tekent af. Ik heb het zelf twee keer gedaan omdat
iedereen het deed, en daar schaam ik me voor.

Hoe stop ik hiermee zonder dat de hele ploeg boos wordt? En moet ik die twee uren teruggeven?""",
    acts=(
        Act("second", "open", after=2),
        Act("second", "triage", key="aanrekenen-van-niet-gepresteerde-werkuren"),
        Act("second", "assign", key="coach-2"),
        Act(
            "second",
            "note",
            "Gevoelig: de chef is zelf betrokken. Niet via de hiërarchie navragen.",
            after=1,
        ),
    ),
)

ALCOHOL = Story(
    asker="wachtkamer",
    ago=0,
    kind="iets-gezien",
    urgent=True,
    text="""
Dit is al de derde keer dat een collega 's ochtends naar drank ruikt. Vandaag reed hij met de
dienstwagen en ik zat naast hem. Ik heb niets gezegd. Morgen heb ik weer dienst met hem. Hij
heeft het thuis moeilijk, ik wil hem niet kapotmaken, maar ik wil ook niet dat er iets gebeurt.
Wat doe ik morgenvroeg als ik het weer ruik?""",
)

MEDIA = Story(
    asker="grijze duif",
    ago=17,
    kind="regel",
    attached=("document",),
    text="""
Ik sta op een onverkiesbare plaats op een lokale lijst. Op mijn eigen profiel wil ik een bericht
zetten over veiligheid in de stationsbuurt. Ik noem nergens dat ik bij de politie werk, maar
iedereen in de stad weet dat. In bijlage zit het ontwerp van mijn bericht. Mag dit? Waar ligt de
grens?""",
    acts=(
        Act("facilitator", "open", after=1),
        Act("facilitator", "assign", key="coach-2"),
        Act("facilitator", "triage", key="geen-risico-uit-de-lijst"),
        Act("coach-2", "feedback", "Dag, ik lees je ontwerp deze week en kom erop terug.", after=1),
        Act(
            "coach-2",
            "final",
            """
Je mag aan politiek doen en je mag een mening hebben. De grens ligt bij wat mensen gaan denken
over hoe jij je werk doet.

In je ontwerp zou ik twee dingen veranderen. De zin over "wat wij elke nacht meemaken" laat je
beter weg: die "wij" is de politie, en dan spreek je namens de zone. En het cijfer over inbraken
ken jij uit je werk, niet uit de krant. Gebruik alleen cijfers die openbaar zijn, en zet de bron
erbij.

De rest is een mening van een burger over zijn stad. Geen foto in uniform, geen dienstwagen, en
antwoord niet op vragen over lopende zaken. Zo zit je goed.""",
            after=3,
        ),
    ),
    shows="beantwoord, met een document",
)

PESTEN = Story(
    asker="blauwe regen",
    ago=24,
    kind="advies",
    text="""
Sinds ik terug ben van zwangerschapsverlof krijg ik in de ploeg elke dag een opmerking. Mijn
stoel was weg, mijn naam stond niet op de lijst van de opleiding, en ze zwijgen als ik
binnenkom. Alleen is het telkens iets kleins. Is dit pesten? Ik slaap slecht en ik weet niet bij
wie ik terechtkan zonder dat het nog erger wordt.""",
    acts=(
        Act("facilitator", "open", after=1),
        Act("facilitator", "triage", key="ernstig-pesten-op-het-werk"),
        Act("facilitator", "assign", key="coach-1"),
        Act(
            "facilitator",
            "feedback",
            """
Wat je schrijft is ernstig en het ligt niet aan jou. Een coach schrijft je morgen. Is er eerder
iets, antwoord dan gewoon hier.""",
        ),
        Act(
            "coach-1",
            "final",
            """
Elk feit apart lijkt klein. Samen, elke dag, tegen één persoon, is het dat niet. Je vraagt of
dit pesten is: dat hoef jij niet te bewijzen voor je hulp mag vragen.

Voor pesten op het werk bestaat er iets beters dan dit adviespunt: de vertrouwenspersoon, of de
externe preventieadviseur psychosociale aspecten. Zij zijn daarvoor opgeleid, zij mogen niet
verder vertellen wat je hun zegt, en alleen zij kunnen een verzoek opstarten dat je volgens de
welzijnswet beschermt.

Wat kan je vandaag al doen? Schrijf op wat er gebeurt: datum, wat, wie erbij was. Niet om een
dossier te maken, maar omdat je dan niet meer aan jezelf twijfelt. En ga met je slechte slaap
naar je huisarts.

Durf je de eerste stap niet alleen te zetten, zeg het dan hier. Ik kan je uitleggen hoe zo'n
eerste gesprek verloopt.""",
            after=2,
            key="vertrouwenspersoon",
        ),
        Act(
            "asker",
            "thanks",
            "Ik heb gebeld. Ik mag donderdag langsgaan. Merci om het ernstig te nemen.",
            after=3,
        ),
        Act("coach-1", "reply", "Knap van je. Sterkte donderdag.", after=1),
    ),
)

JURY = Story(
    asker="tweede viool",
    ago=14,
    kind="dilemma",
    text="""
Ik zit in de jury voor een nieuwe functie bij ons. Nu blijkt dat mijn schoonzus zich kandidaat
stelt. Ik wil graag in de jury blijven, want ik heb de functie mee beschreven. Volstaat het dat
ik bij haar gesprek even buiten ga?""",
    acts=(
        Act("second", "open"),
        Act("second", "triage", key="belangenconflict-of-eigen-belang"),
        Act("second", "assign", key="coach-2"),
        Act(
            "coach-2",
            "final",
            """
Buitengaan bij haar gesprek volstaat niet. Je vergelijkt haar dan nog altijd met de anderen: wie
jij een half punt minder geeft, maakt haar kans groter. Ook als je het eerlijk doet, kan een
andere kandidaat dat nooit weten.

Stap uit de jury voor deze selectie en zeg waarom: "een familielid is kandidaat". Je kennis van
de functie gaat niet verloren, want die staat in het profiel dat je schreef.""",
            after=2,
        ),
        Act(
            "asker",
            "reply",
            """
Dat had ik verwacht, maar ik wou het horen. Nog één ding: de voorzitter zegt dat het te laat is
om iemand anders te zoeken en vraagt of ik toch wil blijven. Wat nu?""",
            after=3,
        ),
        Act(
            "coach-2",
            "note",
            """
Weer open. Ik stel voor om de regel over de samenstelling van jury's mee te geven, en dat de
voorzitter zelf ook raad kan vragen.""",
            after=1,
        ),
    ),
)

GELD = Story(
    asker="lege kluis",
    ago=1,
    kind="dilemma",
    text="""
Bij een huiszoeking hebben we met zijn tweeën geld geteld. In mijn notities staat 2.340 euro, in
het verslag staat 2.240. Het kan een tikfout zijn. De collega die het verslag maakte is mijn
mentor. Ik ben nog in opleiding. Hoe breng ik dit aan zonder dat het klinkt alsof ik hem
beschuldig?""",
)

STAGE = Story(
    asker="stage 3",
    ago=12,
    kind="advies",
    text="""
Ik loop hier nog zes weken stage. Mijn begeleider maakt op patrouille voortdurend grappen over
mensen met een andere huidskleur. Tegen de mensen zelf is hij correct, het is altijd achteraf in
de wagen. Hij moet mij punten geven. Lachen doe ik niet meer, maar iets zeggen durf ik niet. Wat
kan ik doen?""",
    acts=(
        Act("facilitator", "open", after=1),
        Act("facilitator", "triage", key="discriminatie-en-racisme"),
        Act("facilitator", "assign", key="coach-2"),
        Act(
            "facilitator",
            "feedback",
            """
Goed dat je dit vraagt, zeker in jouw positie. Een coach bekijkt met jou wat je kan doen, zonder
dat je stage eronder lijdt.""",
        ),
        Act(
            "coach-2",
            "reply",
            """
Ik heb een vraag vooraf: is er op je school iemand die je stage opvolgt en die je vertrouwt? En
merk je dat hij anders optreedt, of blijft het echt bij woorden?""",
            after=2,
        ),
        Act(
            "asker",
            "reply",
            """
Er is een docent. Die ken ik maar een beetje. Hij treedt niet anders op, nee. Maar controleren
doet hij wel altijd dezelfde mensen, als ik erover nadenk.""",
            after=2,
        ),
        Act(
            "coach-2",
            "draft",
            """
Kan je dit nalezen? Die laatste zin verandert de vraag: dan gaat het niet meer alleen over
grappen. Ik wil hem eerst laten vertellen wat hij precies zag.""",
            after=1,
        ),
    ),
)

TERUG = Story(
    asker="bij nader inzien",
    ago=20,
    kind="advies",
    text="""
Mijn chef verdeelt de weekenddiensten altijd zo dat dezelfde drie mensen vrij zijn. Is dat een
integriteitsvraag of gewoon slecht plannen?""",
    acts=(
        Act("facilitator", "open", after=1),
        Act(
            "facilitator",
            "feedback",
            """
Dat kan allebei zijn. Heb je het al eens rechtstreeks aan je chef gevraagd? Dat is vaak de
kortste weg.""",
        ),
        Act("asker", "withdraw", after=2),
    ),
)

KORTING = Story(
    asker="sportzak",
    ago=37,
    kind="regel",
    text="""
De fitness naast het commissariaat geeft 50 % korting aan wie zijn dienstkaart toont. Ongeveer
de helft van de ploeg is er lid. De uitbater vroeg vorige week of we "wat vaker willen passeren"
omdat er fietsen gestolen worden. Is die korting een probleem?""",
    acts=(
        Act("helper", "open", after=2),
        Act("helper", "triage", key="ontvangen-van-geschenken"),
        Act("helper", "assign", key="coach-1"),
        Act(
            "coach-1",
            "feedback",
            "Interessante vraag, en goed dat je die twee dingen naast elkaar legt. Ik kijk het na.",
            after=1,
        ),
        Act(
            "coach-1",
            "final",
            """
Een korting die elke werknemer van de stad krijgt is geen probleem. Een korting omdat je een
dienstkaart toont wel: je gebruikt die kaart dan voor jezelf. En de uitbater rekent intussen op
iets terug, dat zegt hij zelf.

Toon je dienstkaart niet om korting te krijgen. Wie al lid is, kan een gewoon abonnement nemen
of de zone vragen om een groepstarief dat voor alle personeel van de stad geldt. En patrouilles
passeren daar waar het nodig is, niet daar waar het goedkoop sporten is.""",
            after=3,
        ),
        Act(
            "second",
            "close",
            """
Afgesloten. We vragen de zone, zonder iemand te noemen, om hierover een afspraak te maken.""",
            after=4,
            key="advies-gegeven",
        ),
    ),
)

FILMPJE = Story(
    asker="ongelezen",
    ago=11,
    kind="iets-gezien",
    text="""
In een WhatsAppgroep van onze dienst staat een filmpje van een aangehouden man die staat te
wankelen en te roepen. Je herkent zijn gezicht. Er staan lachende gezichtjes onder, ook van een
leidinggevende. Ik zit in die groep en ik heb niets gedaan. Moet ik eruit? Moet ik iets zeggen?
Ik ben niet de enige die zich eraan stoort, denk ik.""",
)

STORIES: tuple[Story, ...] = (
    BUUR,
    WIJN,
    BIJBEROEP,
    DATABANK,
    KLACHT,
    OVERUREN,
    ALCOHOL,
    MEDIA,
    PESTEN,
    JURY,
    GELD,
    STAGE,
    TERUG,
    KORTING,
    FILMPJE,
)


def joined(text: str) -> str:
    """One line a paragraph; a line that begins a numbered item stays one."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(_joined_paragraph(paragraph) for paragraph in paragraphs)


def _joined_paragraph(paragraph: str) -> str:
    lines: list[str] = []
    for line in paragraph.splitlines():
        begins_item = line[:1].isdigit() and line[1:3] == ". "
        if lines and not begins_item:
            lines[-1] += " " + line
        else:
            lines.append(line)
    return "\n".join(lines)
