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
  region('toasts').append(toast);
  setTimeout(() => toast.remove(), STAYS_MILLISECONDS);
}

/** Speaks without showing: progress, a new page in the viewer. @param {string} sentence */
export function speak(sentence) {
  region('sr').textContent = sentence;
}

/**
 * The region stands in the shell: made together with its text, it would not be read aloud.
 * @param {string} name @returns {Element}
 */
function region(name) {
  return /** @type {Element} */ (document.querySelector(`[data-live="${name}"]`));
}
