/**
 * How hard a password is to guess, for somebody who chose one of their own. Loaded when it is
 * needed, since its dictionaries are larger than everything else together.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import names from '../../../crypto/words/guessable-names.txt';
import words from '../../../crypto/words/guessable-words.txt';
import { keyboards, passwords } from 'virtual:common';

const list = (/** @type {string} */ text) => text.trimEnd().split(/\s/);

/** @type {ZxcvbnFactory | undefined} */
let estimator;

function ready() {
  estimator ??= new ZxcvbnFactory({
    dictionary: { passwords: list(passwords), names: list(names), words: list(words) },
    graphs: keyboards,
    maxLength: 128,
  });
  return estimator;
}

/**
 * Guesses from which a password holds: with 64 MiB of Argon2id for each, a thief who tries ten
 * thousand a second needs over three centuries.
 */
export const ENOUGH_LOG10 = 14;

/**
 * Estimates how many guesses a password takes. Spaces and hyphens between words count for nothing:
 * whoever guesses words tries the usual ways of joining them.
 *
 * @param {string} password
 * @param {string[]} [context] what a guesser would know: the pseudonym, the organisation's names
 * @returns {{enough: boolean, guessesLog10: number, score: 0|1|2|3|4, warning: string|null, suggestions: string[]}}
 *   `warning` and `suggestions` are keys, not texts
 */
export function estimate(password, context = []) {
  const readings = [password, password.replace(/[\s\-_.]+/g, '')].map((reading) => ready().check(reading, context));
  const { score, guessesLog10, feedback } = readings.reduce((a, b) => (b.guessesLog10 < a.guessesLog10 ? b : a));
  return {
    enough: guessesLog10 >= ENOUGH_LOG10,
    guessesLog10,
    score,
    warning: feedback.warning || null,
    suggestions: feedback.suggestions,
  };
}
