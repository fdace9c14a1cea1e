/**
 * Views of one page. They live in memory: no address, title or history entry tells which case is looked at.
 *
 * A step forward adds a history entry with the same address and no state, so that the browser's back button goes to
 * the view before and not away from what somebody was typing.
 * @module ui/navigation
 */

/**
 * @typedef {object} Views
 * @property {(show: () => void) => void} open shows a view and remembers how to show it again
 * @property {(show: () => void) => void} replace shows a view in the place of the present one
 * @property {() => void} back
 * @property {(show: () => void) => void} reset forgets all earlier views: after submitting there is nothing to go back to
 */

/** @returns {Views} */
export function createViews() {
  /** @type {(() => void)[]} */
  const stack = [];
  const show = () => stack.at(-1)?.();
  addEventListener('popstate', () => {
    if (stack.length > 1) stack.pop();
    show();
  });
  return {
    open(view) {
      if (stack.length > 0) history.pushState(null, '');
      stack.push(view);
      show();
    },
    replace(view) {
      stack.pop();
      stack.push(view);
      show();
    },
    back() {
      if (stack.length > 1) history.back();
    },
    reset(view) {
      stack.length = 0;
      stack.push(view);
      show();
    },
  };
}
