/**
 * Fingers on a picture: one that sweeps, two that pinch. Touch events and not pointer events: a browser takes the
 * pointer away as soon as it thinks that a page is being scrolled.
 * @module ui/touch
 */

const SWEEP_PIXELS = 60;

/**
 * @typedef {object} Fingers
 * @property {(step: 1|-1) => void} sweep to the next page or the one before
 * @property {(factor: number, x: number, y: number) => void} pinch so many times as large as when it began, around this point of the window
 * @property {() => void} release the pinch is over
 */

/**
 * @param {HTMLElement} stage
 * @param {Fingers} fingers
 * @param {AbortSignal} signal ends the watching
 */
export function watchFingers(stage, fingers, signal) {
  /** @type {{x: number, y: number}|null} */
  let swept = null;
  /** @type {number|null} how far apart two fingers were */
  let apart = null;
  const begin = (/** @type {TouchEvent} */ { touches }) => {
    const [one, other] = touches;
    swept = touches.length === 1 && one ? { x: one.clientX, y: one.clientY } : null;
    apart = touches.length === 2 && one && other ? distance(one, other) : null;
  };
  const move = (/** @type {TouchEvent} */ event) => {
    const [one, other] = event.touches;
    if (apart === null || !one || !other) return;
    // Once the browser has begun to scroll it can't be stopped any more, and complains when told to.
    if (event.cancelable) event.preventDefault();
    fingers.pinch(distance(one, other) / apart, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
  };
  const end = (/** @type {TouchEvent} */ { changedTouches: [finger] }) => {
    if (apart !== null) fingers.release();
    else if (swept !== null && finger) sweep(finger.clientX - swept.x, finger.clientY - swept.y);
    apart = null;
    swept = null;
  };
  const sweep = (/** @type {number} */ across, /** @type {number} */ down) => {
    if (Math.abs(across) > SWEEP_PIXELS && Math.abs(across) > 2 * Math.abs(down)) fingers.sweep(across < 0 ? 1 : -1);
  };
  stage.addEventListener('touchstart', begin, { signal, passive: true });
  stage.addEventListener('touchmove', move, { signal, passive: false });
  stage.addEventListener('touchend', end, { signal });
  stage.addEventListener('touchcancel', end, { signal });
}

/** @param {Touch} one @param {Touch} other */
const distance = (one, other) => Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
