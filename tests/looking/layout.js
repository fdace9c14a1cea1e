// Run in the page by tests/looking/examine.py: what the eye would see at once, found by measuring.
(() => {
  const SLACK = 1.5; // pixels that rounding makes
  const LONGER = 0.4;
  // People's own words, and what a machine measured itself, are not ours to lengthen.
  const NOT_OURS =
    'svg, script, style, textarea, .pre, .words, .phrase, .word-list, kbd, [lang]:not(html):not([hreflang])';

  const root = () => document.querySelector('dialog[open]') ?? document.body;

  /** @param {Element} element */
  const seen = (element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: true }) &&
    !element.closest('.sr, .skip, [hidden]') &&
    getComputedStyle(element).clipPath === 'none';

  function textNodes() {
    const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (
        node.data.trim() === '' ||
        !parent ||
        parent.closest('script, style, option, title, noscript') ||
        !seen(parent)
      ) {
        continue;
      }
      nodes.push(node);
    }
    return nodes;
  }

  /** @param {Text} node */
  function boxes(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5);
  }

  /** @param {Element} element */
  function name(element) {
    const classes = [...element.classList].map((one) => `.${one}`).join('');
    const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${element.id ? `#${element.id}` : ''}${classes}> ‘${text}’`;
  }

  /** The nearest ancestor that shows an edge or cuts off. @param {Element} element */
  function frame(element) {
    for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const edged =
        style.borderTopWidth !== '0px' || !['rgba(0, 0, 0, 0)', 'transparent'].includes(style.backgroundColor);
      if (edged || style.overflowX !== 'visible') return [one, style];
    }
    return null;
  }

  function tooWide() {
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return [];
    const guilty = [...document.body.querySelectorAll('*')].filter(
      (one) =>
        seen(one) && one.getBoundingClientRect().right > innerWidth + SLACK && !one.closest('.scroll, .segments'),
    );
    return [`the page is ${over} pixels too wide: ${guilty.slice(-2).map(name).join(', ')}`];
  }

  /** @param {Text} node @param {DOMRect[]} rects */
  function outside(node, rects) {
    const found = frame(node.parentElement);
    if (found === null) return [];
    const [box, style] = found;
    if (/auto|scroll/.test(style.overflowX + style.overflowY)) return [];
    const edge = box.getBoundingClientRect();
    const out = rects.find(
      (one) =>
        one.left < edge.left - SLACK ||
        one.right > edge.right + SLACK ||
        one.bottom > edge.bottom + SLACK + 2 ||
        one.top < edge.top - SLACK - 2,
    );
    return out ? [`${name(node.parentElement)} sticks out of ${name(box)}`] : [];
  }

  function cutOff() {
    const found = [];
    for (const one of root().querySelectorAll('*')) {
      if (
        !seen(one) ||
        one.closest('svg') ||
        ['TEXTAREA', 'INPUT', 'SELECT', 'CANVAS', 'PROGRESS'].includes(one.tagName)
      ) {
        continue;
      }
      const style = getComputedStyle(one);
      if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      if (one.scrollWidth > one.clientWidth + SLACK || one.scrollHeight > one.clientHeight + SLACK + 2) {
        found.push(`${name(one)} is cut off`);
      }
    }
    return found;
  }

  function placeholders() {
    const context = document.createElement('canvas').getContext('2d');
    return [...root().querySelectorAll('input[placeholder]')].filter(seen).flatMap((one) => {
      const style = getComputedStyle(one);
      context.font = style.font;
      const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return context.measureText(one.placeholder).width > room + SLACK
        ? [`the placeholder ‘${one.placeholder}’ is cut off`]
        : [];
    });
  }

  /** What floats over the page on purpose. @param {Element} element */
  const floats = (element) => element.closest('.toasts, .top, .leave') !== null;

  /** @param {[Text, DOMRect[]][]} placed */
  function overlapping(placed) {
    const all = placed
      .filter(([node]) => !floats(node.parentElement))
      .flatMap(([node, rects]) => rects.map((rect) => ({ node, rect })));
    all.sort((a, b) => a.rect.top - b.rect.top);
    const found = [];
    for (let here = 0; here < all.length; here += 1) {
      const one = all[here];
      for (let next = here + 1; next < all.length && all[next].rect.top < one.rect.bottom - 4; next += 1) {
        const other = all[next];
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        if (one.node !== other.node && across > 2) {
          found.push(`${name(one.node.parentElement)} and ${name(other.node.parentElement)} lie over each other`);
        }
      }
    }
    return found;
  }

  /** A column so narrow that words fall apart letter by letter. @param {Text} node @param {DOMRect[]} rects */
  function squeezed(node, rects) {
    const letters = node.data.trim().length;
    return rects.length > 3 && letters / rects.length < 3
      ? [`${name(node.parentElement)} is squeezed into ${rects.length} lines`]
      : [];
  }

  globalThis.layoutFaults = () => {
    const placed = textNodes().map((node) => [node, boxes(node)]);
    const faults = [
      ...tooWide(),
      ...cutOff(),
      ...placeholders(),
      ...placed
        .filter(([node]) => !node.parentElement.closest('svg'))
        .flatMap(([node, rects]) => [...outside(node, rects), ...squeezed(node, rects)]),
      ...overlapping(placed),
    ];
    return [...new Set(faults)].slice(0, 12);
  };

  /** @type {[Text|HTMLElement, string][]} */
  let before = [];

  /** @param {string} text */
  const longer = (text) => text.replace(/\p{L}{2,}/gu, (word) => word + word.slice(-Math.ceil(word.length * LONGER)));

  globalThis.lengthenTexts = () => {
    before = textNodes()
      .filter((node) => !node.parentElement.closest(NOT_OURS))
      .map((node) => [node, node.data]);
    for (const [node, text] of before) node.data = longer(text);
  };

  globalThis.restoreTexts = () => {
    for (const [node, text] of before) node.data = text;
    before = [];
  };
})();
