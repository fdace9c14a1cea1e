/**
 * "Snel weg": by button or by three times Escape, away at once.
 *
 * The page is emptied first, so that nothing is left on a slow line, and replaced in the history, so that "back" does
 * not return to it. Where to go is the organisation's choice; without one it is the browser's own empty page.
 * @module ui/leave
 */

const TIMES = 3;
const WITHIN_MILLISECONDS = 1500;
const NOWHERE = 'about:blank';

let destination = NOWHERE;

/** @param {string|null} untrustedAddress as the organisation set it; anything but https is passed over */
export function setDestination(untrustedAddress) {
  destination = untrustedAddress?.startsWith('https://') ? untrustedAddress : NOWHERE;
}

/**
 * @param {() => void} wipe forgets keys and text
 */
export function enableLeaving(wipe) {
  const go = () => leave(wipe);
  document.querySelector('[data-leave]')?.addEventListener('click', go);
  addEventListener('keydown', onEscapes(go), { capture: true });
}

/** @param {() => void} wipe */
export function leave(wipe) {
  removeEventListener('beforeunload', stopForUnsent, { capture: true });
  document.documentElement.replaceChildren();
  try {
    wipe();
    sessionStorage.clear();
    // js/first.js reads this: going back to a page of the portal leads to the neutral page again.
    sessionStorage.setItem('l', '1');
  } finally {
    // The server forgets its half too; the answer is not waited for.
    fetch('/api/v1/session', { method: 'DELETE', keepalive: true, credentials: 'same-origin' }).catch(() => undefined);
    location.replace(destination);
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

/** @param {BeforeUnloadEvent} event */
function stopForUnsent(event) {
  if (unsent()) event.preventDefault();
}
