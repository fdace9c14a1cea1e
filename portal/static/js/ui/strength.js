/**
 * Whether a password of one's own can be guessed, with the reason in plain words. The estimator is large and comes only
 * when somebody chooses their own.
 * @module ui/strength
 */

import { t } from './texts.js';

/** @type {Record<string, () => string>} keys of zxcvbn */
const WARNINGS = {
  straightRow: () => t('Het is een rij toetsen naast elkaar.'),
  keyPattern: () => t('Het is een patroon op het toetsenbord.'),
  simpleRepeat: () => t('Het herhaalt telkens hetzelfde.'),
  extendedRepeat: () => t('Het herhaalt telkens hetzelfde.'),
  sequences: () => t('Het is een reeks, zoals abc of 6543.'),
  recentYears: () => t('Er zit een jaartal in dat makkelijk te raden is.'),
  dates: () => t('Er zit een datum in die makkelijk te raden is.'),
  topTen: () => t('Het is een van de meest gebruikte wachtwoorden.'),
  topHundred: () => t('Het is een van de meest gebruikte wachtwoorden.'),
  common: () => t('Het is een wachtwoord dat veel mensen gebruiken.'),
  similarToCommon: () => t('Het lijkt op een wachtwoord dat veel mensen gebruiken.'),
  wordByItself: () => t('Het is één gewoon woord.'),
  namesByThemselves: () => t('Het is een naam.'),
  commonNames: () => t('Het is een naam die veel voorkomt.'),
  userInputs: () => t('Het lijkt op de naam die je koos of op de naam van het adviespunt.'),
};

/**
 * @param {string} password
 * @param {string} name the pseudonym: the first thing that a guesser tries
 * @param {string[]} context
 * @returns {Promise<string|null>} why it will not do; null when it will
 * @throws when the estimator does not arrive
 */
export async function judge(password, name, context) {
  if (password === '') return t('Kies een wachtwoord.');
  const { estimate } = await import('../../vendor/zxcvbn.js');
  const parts = [name, ...name.split(/\s+/), ...context].map((word) => word.trim().toLowerCase()).filter(Boolean);
  const { enough, warning } = estimate(password, parts);
  if (enough) return null;
  const reason = WARNINGS[warning ?? '']?.() ?? t('Het bestaat uit te weinig, of uit te gewone woorden.');
  return `${t('Dit wachtwoord is te makkelijk te raden.')} ${reason} ${t('Neem de zes woorden die we je geven, of voeg zelf nog enkele ongewone woorden toe.')}`;
}
