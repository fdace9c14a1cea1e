/**
 * What people read for the short keys of cleaning. The plain pages say the same in portal/assisted/texts.py.
 * @module ui/attachments/words
 */

import { t } from '../texts.js';

/** What was found in a file and taken out. @type {Record<string, () => string>} */
const TRACES = {
  position: () => t('de plaats waar de foto genomen is'),
  place: () => t('de naam van een plaats'),
  device: () => t('het toestel'),
  serial: () => t('een nummer dat maar één toestel heeft'),
  software: () => t('het programma'),
  person: () => t('de naam van een persoon'),
  organisation: () => t('de naam van een organisatie'),
  contact: () => t('een adres of telefoonnummer'),
  date: () => t('een datum of uur'),
  title: () => t('een titel'),
  comment: () => t('een opmerking in het bestand'),
  keyword: () => t('trefwoorden'),
  identifier: () => t('een nummer waaraan dit bestand te herkennen is'),
  thumbnail: () => t('een kleine voorbeeldfoto'),
  'thumbnail-differs': () => t('een kleine voorbeeldfoto die iets anders toont'),
  'extra-image': () => t('een tweede beeld in het bestand'),
  'audio-video': () => t('geluid of video'),
  revision: () => t('vroegere versies van het bestand'),
  layer: () => t('een laag die niet te zien is'),
  hidden: () => t('verborgen tekst of bladzijden'),
  'embedded-file': () => t('een bestand in het bestand'),
  script: () => t('een programma in het bestand'),
  link: () => t('een adres waar het bestand naar verwijst'),
  signature: () => t('een digitale handtekening'),
  form: () => t('een invulformulier'),
  'tracked-change': () => t('bijgehouden wijzigingen'),
  'comment-author': () => t('wie een opmerking schreef'),
  path: () => t('de map op een computer'),
  printer: () => t('een printer'),
  font: () => t('lettertypes'),
  'text-layer': () => t('de tekst achter het beeld'),
  'colour-profile': () => t('een kleurprofiel'),
  trailing: () => t('gegevens achter het einde van het bestand'),
  metadata: () => t('andere verborgen gegevens'),
};

/** What stays visible and deserves another look. @type {Record<string, () => string>} */
const CAUTIONS = {
  'repeats-name': () => t('op de bladzijde staat een naam die ook in de verborgen gegevens stond'),
  'comment-shown': () => t('een opmerking is te zien'),
  'form-shown': () => t('een ingevuld vak is te zien'),
  'signature-shown': () => t('een handtekening is te zien'),
  'frames-left-out': () => t('niet alle beelden gaan mee: het waren er te veel'),
  'pages-left-out': () => t('niet alle bladzijden gaan mee: het waren er te veel'),
  'missing-glyphs': () => t('sommige letters konden we niet tekenen'),
  'missing-font': () => t('een lettertype ontbrak, het kan er anders uitzien'),
  'header-shown': () => t('een naam of adres boven de mail is te zien'),
  'damaged-part': () => t('een stuk was niet te lezen en is leeg gelaten'),
  'dots-removed': () => t('de kleuren zijn weg, zodat de puntjes van een printer weg zijn'),
};

/** Why a file was refused, and what to do. @type {Record<string, () => string>} */
const REFUSALS = {
  empty: () => t('Dit bestand is leeg. Kies een ander bestand.'),
  'unknown-kind': () => t('Dit soort bestand kunnen we niet veilig maken. Maak er een foto of een PDF van.'),
  'too-large': () => t('Dit bestand is te groot. Maak het kleiner of stuur het in stukken.'),
  'too-many-pages': () => t('Dit bestand heeft te veel bladzijden. Stuur alleen wat nodig is.'),
  'too-many-pixels': () => t('Deze foto is te groot. Maak ze kleiner en probeer opnieuw.'),
  damaged: () => t('Dit bestand is beschadigd. Bewaar het opnieuw of maak er een foto van.'),
  encrypted: () => t('Dit bestand zit op slot. Geef het wachtwoord van het bestand, of bewaar het zonder.'),
  'wrong-password': () => t('Dat wachtwoord opent dit bestand niet. Typ het opnieuw, of bewaar het bestand zonder.'),
  time: () => t('Het duurde te lang om dit bestand veilig te maken. Stuur een kleiner deel.'),
  memory: () => t('Dit bestand vraagt te veel geheugen. Stuur een kleiner deel.'),
  'no-office': () =>
    t(
      'Dit soort document kunnen we hier niet veilig maken. Open het, kies Bestand en dan Opslaan als (of Exporteren), en bewaar het als PDF.',
    ),
  'no-reader': () => t('Dit soort bestand kunnen we hier niet veilig maken. Maak er een foto van.'),
  media: () => t('Geluid en video kunnen we niet veilig maken. Beschrijf in je tekst wat erin zit.'),
  archive: () => t('Een ingepakt bestand (zip) kan niet. Pak het uit en kies de bestanden apart.'),
  program: () => t('Een programma kan niet mee.'),
  'no-such-attachment': () => t('Die bijlage van de mail is er niet.'),
  jail: () => t('Bijlagen lukken nu even niet. Dat ligt niet aan je bestand. Probeer straks opnieuw.'),
  network: () => t('De verbinding viel weg. Probeer het opnieuw.'),
  word: () => t('Het toegangswoord is intussen veranderd. Probeer opnieuw en geef het nieuwe woord.'),
};

/** @param {string} key @returns {string} */
export const traceWords = (key) => (TRACES[key] ?? TRACES.metadata)();

/** @param {string} key @returns {string} */
export const cautionWords = (key) => CAUTIONS[key]?.() ?? t('kijk deze bladzijde goed na');

/** @param {string} key @returns {string} */
export const refusalWords = (key) => (REFUSALS[key] ?? REFUSALS.jail)();

export const cleaningWords = () => t('Wordt schoongemaakt: verborgen gegevens gaan eruit…');
