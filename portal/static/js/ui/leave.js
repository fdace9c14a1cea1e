/**
 * "Snel weg": by button or by three times Escape, away at once.
 *
 * The page is emptied first, so that nothing is left on a slow line, and replaced in the history, so that "back" does
 * not return to it. It goes to the browser's own empty page: no other site is told, unless the organisation named one.
 * @module ui/leave
 */

const TIMES = 3;
const WITHIN_MILLISECONDS = 1500;
let away = 'about:blank';

/** Another page than the browser's own empty one, if the organisation named it. @param {string|null} address */
export function leaveTo(address) {
  away = address ?? away;
}

/**
 * @param {() => void} wipe forgets keys and text
 */
export function enableLeaving(wipe) {
  document.querySelector('[data-leave]')?.addEventListener('click', (event) => {
    // The link works without scripts; with them, it must not add a step to the history.
    event.preventDefault();
    leave(wipe);
  });
  addEventListener(
    'keydown',
    onEscapes(() => leave(wipe)),
    { capture: true },
  );
}

/** @param {() => void} wipe */
export function leave(wipe) {
  leaveUnasked();
  document.documentElement.replaceChildren();
  try {
    wipe();
    sessionStorage.clear();
    // js/first.js reads this: going back to a page of the portal leads to the neutral page again.
    sessionStorage.setItem('l', '1');
  } finally {
    // The server forgets its half too; the answer is not waited for.
    fetch('/api/v1/session', { method: 'DELETE', keepalive: true, credentials: 'same-origin' }).catch(() => undefined);
    location.replace(away);
  }
}

/** @param {() => void} go @returns {(event: KeyboardEvent) => void} */
function onEscapes(go) {
  /** @type {number[]} */
  let times = [];
  return (event) => {
    if (event.key !== 'Escape') {
      times = [];
      return;
    }
    times = [...times, event.timeStamp].filter((time) => event.timeStamp - time < WITHIN_MILLISECONDS);
    if (times.length >= TIMES) go();
  };
}

let unsent = () => false;

/** Asks before a page with unsent text is closed by accident; "Snel weg" never asks. @param {() => boolean} isThere */
export function guardUnsent(isThere) {
  unsent = isThere;
  addEventListener('beforeunload', stopForUnsent, { capture: true });
}

/** Whoever goes now was asked, or must not be. */
export function leaveUnasked() {
  removeEventListener('beforeunload', stopForUnsent, { capture: true });
}

/** @param {BeforeUnloadEvent} event */
function stopForUnsent(event) {
  if (unsent()) event.preventDefault();
}
