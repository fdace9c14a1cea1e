/**
 * What a browser of staff puts in order at sign-in, without being asked: a fresh directory, who left, who came.
 * @module pages/staff/housekeeping
 */

import { mayHaveLeft, tidy, toAdd } from '../../client/staff/case.js';
import { SHUT } from '../../client/states.js';
import { facilitatorCount, keepFresh } from '../../client/staff/directory.js';
import { numbersDay, numbersFrom, publishNumbers } from '../../client/statistics/aggregates.js';
import { activeMembers } from '../../crypto/directory.js';
import { rememberDirectory } from '../../client/staff/member.js';
import { ask } from '../../ui/dialogs.js';
import { say } from '../../ui/live.js';
import { t, tn } from '../../ui/texts.js';
import { html, nothing, notice } from '../../ui/view.js';
import { reportDue } from '../reports/year.js';
import { waiting } from './app.js';
import { archiveScreen } from './archive.js';
import { archiveKeyDue } from './archive-key.js';
import { reportOf } from './figures.js';
import { sentenceFor } from './problems.js';
import { registerOf } from './opened.js';
import { teamScreen } from './team.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../../client/staff/queue.js').Summary} Summary
 */

/**
 * Everything here may be broken off at any point and goes on at the next sign-in.
 * @param {App} app
 */
export async function startHousekeeping(app) {
  try {
    await rememberDirectory(app.me);
    await keepFresh(app.me);
    showReminder(app);
    if (app.me.role === 'facilitator' || app.me.role === 'helper') await tidyCases(app);
    if (app.me.role === 'facilitator') await renewNumbers(app);
  } catch {
    // Nothing of this is what the person came for: the next sign-in tries again.
    showReminder(app);
  }
}

/** @param {App} app */
export async function tidyCases(app) {
  const { cases } = await app.me.api.get('/queue?keys=false');
  const open = cases.filter((/** @type {Summary} */ summary) => !SHUT.has(summary.state) && needsTidying(app, summary));
  let done = 0;
  let changed = 0;
  for (const summary of open) {
    if (open.length > 3) progress(app, done, open.length);
    if (await tidy(app.me, summary).catch(() => false)) changed += 1;
    done += 1;
  }
  showReminder(app);
  if (changed > 0) {
    say(tn('Van {n} dossier zijn de sleutels bijgewerkt.', 'Van {n} dossiers zijn de sleutels bijgewerkt.', changed));
  }
}

/** Cases where a colleague was kept out are looked at once a visit, not at every one. @param {App} app @param {Summary} summary */
function needsTidying(app, summary) {
  return mayHaveLeft(app.me, summary).length > 0 || toAdd(app.me, summary).length > 0;
}

/** @param {App} app @param {number} done @param {number} all */
function progress(app, done, all) {
  app.banner = waiting(
    t('Sleutels van dossiers worden bijgewerkt: {done} van {all}. Je kunt intussen verder werken.', { done, all }),
    { done, all },
  );
  app.update();
}

/**
 * The coordinator sees no register: once a day a facilitator's browser works the numbers out and seals them.
 * @param {App} app
 */
async function renewNumbers(app) {
  if (activeMembers(app.me.directories.current, 'coordinator').length === 0) return;
  if ((await numbersDay(app.me)) === app.me.today) return;
  const register = await registerOf(app);
  await publishNumbers(app.me, await numbersFrom(app.me, await register.loadAll()));
}

/** What stands above every page until something is done about it. @param {App} app */
export async function showReminder(app) {
  if (app.session?.role !== 'facilitator') return;
  const own = html`${facilitatorCount(app.me) < 2 ? reminder(app) : nothing}${archiveKeyDue(app, archiveScreen)}`;
  app.banner = own;
  app.update();
  const due = await reportDue(app, (year) => app.reset(reportOf(year))).catch(() => nothing);
  app.banner = html`${own}${due}`;
  app.update();
}

/** @param {App} app */
function reminder(app) {
  const opened = app.me.portal.org.accepts;
  return html`<div class="banner">
    ${notice(
      'warn',
      html`<p>
          <strong>${t('Je bent de enige facilitator.')}</strong>
          ${opened ? t('Het adviespunt is open, maar als jij uitvalt, leest niemand de vragen.') : t('Vragen stellen kan pas als er een tweede is. Zo kan de vraagsteller één van beiden buiten een dossier houden, en leest iemand de vragen als jij uitvalt.')}
        </p>
        <p class="row">
          <button type="button" class="button small" @click=${() => app.reset(teamScreen)}>
            ${t('Nodig een tweede facilitator uit')}
          </button>
          ${opened ? nothing : html`<button type="button" class="button small" @click=${() => openAnyway(app)}>${t('Open toch al')}</button>`}
        </p>`,
    )}
  </div>`;
}

/** @param {App} app */
async function openAnyway(app) {
  const sure = await ask({
    title: t('Het adviespunt openen met één facilitator?'),
    text: html`<p>
      ${t('Een vraagsteller kan jou dan niet buiten een dossier houden: dan leest niemand de vraag. En val je uit, dan blijven vragen liggen.')}
    </p>`,
    yes: t('Open het adviespunt'),
    danger: true,
  });
  if (!sure) return;
  try {
    await app.call(() => app.me.api.put('/organisation/opening', { allowed: true }));
    app.me.portal.org.accepts = true;
    say(t('Het adviespunt is open.'));
  } catch (problem) {
    say(sentenceFor(problem));
  }
  showReminder(app);
}
