/**
 * Short sentences that come and go, read aloud by a screen reader.
 * @module ui/live
 */

const STAYS_MILLISECONDS = 7000;

/**
 * Shows and speaks a sentence. Something that asks for action belongs on the page, not here.
 * @param {string} sentence
 */
export function say(sentence) {
  const toast = document.createElement('div');
  toast.className = 'toast';
  toast.textContent = sentence;
  region('toasts', 'polite').append(toast);
  setTimeout(() => toast.remove(), STAYS_MILLISECONDS);
}

/** Speaks without showing: progress, a new page in the viewer. @param {string} sentence */
export function speak(sentence) {
  region('sr', 'polite').textContent = sentence;
}

/** The region must be there before its text comes, or nothing is read. */
export function prepareLive() {
  region('toasts', 'polite');
  region('sr', 'polite');
}

/** @param {string} name @param {string} politeness @returns {HTMLElement} */
function region(name, politeness) {
  const found = document.querySelector(`[data-live="${name}"]`);
  if (found instanceof HTMLElement) return found;
  const made = document.createElement('div');
  made.className = name;
  made.dataset.live = name;
  made.setAttribute('aria-live', politeness);
  document.body.append(made);
  return made;
}
