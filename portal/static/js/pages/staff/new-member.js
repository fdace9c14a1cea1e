/**
 * Who somebody new is, and with which name they will sign in.
 * @module pages/staff/new-member
 */

import { normaliseName } from '../../crypto/identity.js';
import { actionButton, lineField } from '../../ui/fields.js';
import { t } from '../../ui/texts.js';
import { html, nothing } from '../../ui/view.js';
import { failure } from './app.js';
import { sentenceFor } from './problems.js';
import { submit } from './words.js';

/** @typedef {{name: string, function: string, signInName: string}} NewMember */

/**
 * @param {import('./app.js').App} app
 * @param {(answers: NewMember) => Promise<void>} next
 * @param {{name: string, function: string}|null} [known] from an invitation: shown, not asked
 */
export function newMemberForm(app, next, known = null) {
  const typed = { name: known?.name ?? '', function: known?.function ?? '', signInName: plain(known?.name ?? '') };
  let own = false;
  let busy = false;
  /** @type {Record<string, string>} */
  let errors = {};
  /** @type {string|null} */
  let error = null;

  const go = async () => {
    errors = faults(typed);
    error = null;
    if (busy || Object.keys(errors).length > 0) {
      app.update();
      return;
    }
    busy = true;
    app.update();
    try {
      await next({ ...typed, name: typed.name.trim(), function: typed.function.trim() });
    } catch (problem) {
      error = sentenceFor(problem);
    }
    busy = false;
    app.update();
  };
  const line = (/** @type {keyof typeof typed} */ key, /** @type {string} */ label, /** @type {string} */ hint) =>
    lineField({
      id: `new-${key}`,
      label,
      hint,
      value: typed[key],
      error: errors[key] ?? null,
      input: (value) => {
        typed[key] = value;
        if (key === 'signInName') own = true;
        if (key === 'name' && !own) {
          typed.signInName = plain(value);
          app.update();
        }
      },
    });
  return () =>
    html`<form class="stack" @submit=${submit(go)}>
      ${known ? nothing : line('name', t('Je naam'), t('Zo zien collega’s en vraagstellers je.'))}
      ${known ? nothing : line('function', t('Je functie'), t('Bijvoorbeeld: beleidsadviseur.'))}
      ${line('signInName', t('Naam waarmee je je aanmeldt'), t('Alleen gewone letters, cijfers, punten en spaties. Onthoud ze.'))}
      ${failure(error)}
      <div class="actions">
        ${actionButton({ label: t('Ga verder'), busyLabel: t('De sleutels worden gemaakt…'), busy, click: go, type: 'submit', kind: 'primary big' })}
      </div>
    </form>`;
}

/** @param {{name: string, function: string, signInName: string}} typed */
function faults(typed) {
  /** @type {Record<string, string>} */
  const found = {};
  if (typed.name.trim() === '') found.name = t('Vul je naam in.');
  if (typed.function.trim() === '') found.function = t('Vul je functie in.');
  try {
    normaliseName(typed.signInName);
  } catch {
    found.signInName = t(
      'Gebruik 1 tot 64 gewone letters, cijfers, punten en spaties. Letters met accenten kan niet elk toestel op dezelfde manier typen.',
    );
  }
  return found;
}

/** A name that every keyboard can type: "Zoë De Smet" becomes "zoe de smet". @param {string} name */
function plain(name) {
  return name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .toLowerCase()
    .trim();
}
