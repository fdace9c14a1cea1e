/**
 * Pages of attachments, drawn on a canvas and nowhere else.
 *
 * A page is hostile until it is a bitmap: it never becomes a document, an address or an `<img>`.
 * @module ui/viewer
 */

import { open } from './dialogs.js';
import { speak } from './live.js';
import { t } from './texts.js';
import { watchFingers } from './touch.js';
import { html, icon, render } from './view.js';

/** @typedef {{media: string, image: Uint8Array, width: number, height: number}} Page */

/**
 * @typedef {object} Album
 * @property {number} count
 * @property {(index: number) => Promise<Page>} load fetched and opened only when looked at
 * @property {string} title "Foto 1"
 * @property {string|null} watermark who looks and on which day; null for the asker, whose own it is
 */

const ZOOM_STEP = 1.25;
const ZOOM_MOST = 8;
/** How far an arrow key moves a page that is larger than the screen. */
const PAN_PIXELS = 80;

/**
 * Draws one page into a canvas, as large as asked for.
 * @param {HTMLCanvasElement} canvas
 * @param {Page} page
 * @param {{width?: number, turn?: number, watermark?: string|null, wanted?: () => boolean}} [options] width in pixels of the turned page; turn in quarters; wanted is asked once the picture is decoded
 * @returns {Promise<boolean>} whether it was drawn
 */
export async function drawPage(canvas, page, { width, turn = 0, watermark = null, wanted = () => true } = {}) {
  const bitmap = await createImageBitmap(new Blob([/** @type {BlobPart} */ (page.image)], { type: page.media }));
  try {
    if (!wanted()) return false;
    const [across, down] = turn % 2 === 0 ? [bitmap.width, bitmap.height] : [bitmap.height, bitmap.width];
    const scale = (width ?? across) / across;
    canvas.width = Math.max(1, Math.round(across * scale));
    canvas.height = Math.max(1, Math.round(down * scale));
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.imageSmoothingQuality = 'high';
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((turn * Math.PI) / 2);
    context.scale(scale, scale);
    context.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
    context.resetTransform();
    if (watermark) stamp(context, watermark);
    return true;
  } finally {
    bitmap.close();
  }
}

/** The words of the watermark, slantwise, all over. @param {CanvasRenderingContext2D} context @param {string} words */
function stamp(context, words) {
  const { width, height } = context.canvas;
  const size = Math.max(14, Math.round(Math.min(width, height) / 24));
  context.font = `600 ${size}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.translate(width / 2, height / 2);
  context.rotate(-Math.PI / 7);
  const reach = Math.hypot(width, height) / 2;
  const step = context.measureText(words).width + size * 3;
  for (let y = -reach, line = 0; y <= reach; y += size * 5, line += 1) {
    for (let x = -reach - (line % 2) * (step / 2); x <= reach + step; x += step) stampOnce(context, words, x, y);
  }
  context.resetTransform();
}

/** Dark and light together, so that it shows on every page. @param {CanvasRenderingContext2D} context @param {string} words @param {number} x @param {number} y */
function stampOnce(context, words, x, y) {
  context.fillStyle = 'rgb(0 0 0 / 16%)';
  context.fillText(words, x, y);
  context.fillStyle = 'rgb(255 255 255 / 22%)';
  context.fillText(words, x + 1, y + 1);
}

/**
 * Opens the viewer on one page and comes back when it is closed.
 * @param {Album} album
 * @param {number} [first]
 */
export async function openViewer(album, first = 0) {
  const before = document.activeElement;
  const shown = open((close) => viewerParts(close), { kind: 'viewer', label: album.title });
  const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('dialog.viewer'));
  const look = new Look(dialog, album, first);
  // Not waited for: whoever closes it while a page is still on its way leaves nothing behind either.
  look.show();
  await shown;
  look.stop();
  if (before instanceof HTMLElement) before.focus();
}

/** @param {(value: null) => void} close */
function viewerParts(close) {
  return html`<div class="viewer-bar" role="toolbar" aria-label=${t('Bekijken')}>
      ${toolButton('before', 'arrow-left', t('Vorige pagina'), '←')}
      ${toolButton('after', 'arrow-right', t('Volgende pagina'), '→')}
      <span class="count" data-part="count"></span>
      ${toolButton('smaller', 'zoom-out', t('Kleiner'), '−')} ${toolButton('larger', 'zoom-in', t('Groter'), '+')}
      ${toolButton('turn', 'rotate-cw', t('Draai'), 'r')}
      <button type="button" class="button square" title=${`${t('Sluit')} (Esc)`} @click=${() => close(null)}>
        ${icon('x')}<span class="sr">${t('Sluit')}</span>
      </button>
    </div>
    <div class="viewer-stage" data-part="stage" tabindex="0" role="region" aria-label=${t('Pagina')}>
      <canvas role="img"></canvas>
      <p data-part="message"></p>
    </div>`;
}

/** @param {string} name @param {string} picture @param {string} words @param {string} key */
function toolButton(name, picture, words, key) {
  return html`<button type="button" class="button square" data-tool=${name} title=${`${words} (${key})`}>
    ${icon(picture)}<span class="sr">${words}</span>
  </button>`;
}

/** @type {Record<string, [number, number]>} */
const PANS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {number} zoom */
const within = (zoom) => Math.min(ZOOM_MOST, Math.max(1, zoom));

/** One visit to the viewer: where we are, how large, how turned. */
class Look {
  /** @param {HTMLDialogElement} dialog @param {Album} album @param {number} first */
  constructor(dialog, album, first) {
    this.dialog = dialog;
    this.album = album;
    this.index = first;
    this.zoom = 1;
    this.turn = 0;
    /** @type {number|undefined} how large it was when two fingers came down */
    this.pinched = undefined;
    /** @type {Page|null} */
    this.page = null;
    /** Counts the pages asked for, and the drawings begun: decoding takes as long as it likes, and only the last counts. */
    this.ticket = 0;
    this.drawing = 0;
    this.canvas = /** @type {HTMLCanvasElement} */ (dialog.querySelector('canvas'));
    this.stage = /** @type {HTMLElement} */ (dialog.querySelector('[data-part=stage]'));
    this.message = /** @type {HTMLElement} */ (dialog.querySelector('[data-part=message]'));
    this.listen();
  }

  listen() {
    this.end = new AbortController();
    const { signal } = this.end;
    this.dialog.addEventListener('click', (event) => this.press(event), { signal });
    this.dialog.addEventListener('keydown', (event) => this.key(event), { signal });
    this.stage.addEventListener('dblclick', (event) => this.around(this.zoom > 1 ? 1 : 2, event), { signal });
    watchFingers(
      this.stage,
      {
        sweep: (step) => this.zoom === 1 && this.go(step),
        pinch: (factor, clientX, clientY) => this.pinch(factor, { clientX, clientY }),
        release: () => this.release(),
      },
      signal,
    );
    addEventListener('resize', () => this.draw(), { signal });
  }

  /** Leaves no picture behind in the memory of a canvas. */
  stop() {
    this.end?.abort();
    this.page = null;
    this.drawing += 1;
    this.canvas.width = 1;
    this.canvas.height = 1;
  }

  /** @param {Event} event */
  press(event) {
    const button = /** @type {Element} */ (event.target).closest('[data-tool]');
    if (button instanceof HTMLElement) this.act(button.dataset.tool ?? '');
  }

  /** @param {string} tool */
  act(tool) {
    if (tool === 'before') this.go(-1);
    if (tool === 'after') this.go(1);
    if (tool === 'larger') this.size(this.zoom * ZOOM_STEP);
    if (tool === 'smaller') this.size(this.zoom / ZOOM_STEP);
    if (tool === 'turn') {
      this.turn = (this.turn + 1) % 4;
      this.draw();
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    /** @type {Record<string, string>} */
    const tools = { PageUp: 'before', PageDown: 'after', '+': 'larger', '=': 'larger', '-': 'smaller', r: 'turn' };
    if (this.zoom === 1) Object.assign(tools, { ArrowLeft: 'before', ArrowRight: 'after' });
    const tool = tools[event.key];
    const pan = PANS[event.key];
    if (tool === undefined && pan === undefined) return;
    event.preventDefault();
    if (tool !== undefined) this.act(tool);
    else if (pan) this.stage.scrollBy(pan[0] * PAN_PIXELS, pan[1] * PAN_PIXELS);
  }

  /** While the fingers are down the picture that is there is stretched; it is drawn sharp when they let go. @param {number} factor @param {{clientX: number, clientY: number}} point */
  pinch(factor, point) {
    this.pinched ??= this.zoom;
    this.around(this.pinched * factor, point, { sharp: false });
  }

  release() {
    this.pinched = undefined;
    this.size(this.zoom);
  }

  /** Larger or smaller, while the point of the page under the finger stays there. @param {number} zoom @param {{clientX: number, clientY: number}} point @param {{sharp?: boolean}} [how] */
  around(zoom, { clientX, clientY }, { sharp = true } = {}) {
    if (this.page === null) return;
    const held = this.canvas.getBoundingClientRect();
    const [across, down] = [(clientX - held.left) / held.width, (clientY - held.top) / held.height];
    this.zoom = within(zoom);
    this.canvas.style.width = `${Math.round(this.fitting(this.page) * this.zoom)}px`;
    const now = this.canvas.getBoundingClientRect();
    this.stage.scrollBy(now.left + across * now.width - clientX, now.top + down * now.height - clientY);
    if (sharp) this.draw();
  }

  /** @param {number} step */
  go(step) {
    const next = this.index + step;
    if (next < 0 || next >= this.album.count) return;
    this.index = next;
    this.zoom = 1;
    this.turn = 0;
    this.show();
  }

  /** @param {number} zoom */
  size(zoom) {
    this.zoom = within(zoom);
    this.draw();
  }

  async show() {
    const ticket = (this.ticket += 1);
    this.drawing += 1;
    this.page = null;
    this.canvas.hidden = true;
    this.tell(t('Pagina {n} wordt geopend…', { n: this.index + 1 }));
    const page = await this.album.load(this.index).catch(() => null);
    if (ticket !== this.ticket || !this.dialog.open) return;
    this.page = page;
    if (page === null) this.tell(t('Deze pagina kan niet worden getoond. Probeer het later opnieuw.'));
    else await this.draw();
  }

  async draw() {
    if (this.page === null) return;
    const drawing = (this.drawing += 1);
    const wanted = () => drawing === this.drawing;
    const { turn, album } = this;
    const width = Math.round(this.fitting(this.page) * this.zoom);
    const sharp = Math.min(devicePixelRatio || 1, 2);
    try {
      const how = { width: width * sharp, turn, watermark: album.watermark, wanted };
      if (!(await drawPage(this.canvas, this.page, how))) return;
    } catch {
      if (wanted()) this.tell(t('Deze pagina is geen beeld dat getoond kan worden.'));
      return;
    }
    this.canvas.style.width = `${width}px`;
    this.canvas.hidden = false;
    this.tell('');
  }

  /** Width in CSS pixels at which the whole page is seen. @param {Page} page */
  fitting(page) {
    const [across, down] = this.turn % 2 === 0 ? [page.width, page.height] : [page.height, page.width];
    return Math.min(this.stage.clientWidth - 16, ((this.stage.clientHeight - 16) * across) / down, across * 2);
  }

  /** @param {string} sentence */
  tell(sentence) {
    const count = t('{n} van {all}', { n: this.index + 1, all: this.album.count });
    const place = this.dialog.querySelector('[data-part=count]');
    if (place) place.textContent = count;
    this.canvas.setAttribute('aria-label', `${this.album.title}, ${count}`);
    this.message.textContent = sentence;
    this.disable('before', this.index === 0);
    this.disable('after', this.index === this.album.count - 1);
    this.disable('smaller', this.zoom === 1);
    speak(sentence || `${this.album.title}, ${count}`);
  }

  /** @param {string} tool @param {boolean} off */
  disable(tool, off) {
    const button = this.dialog.querySelector(`[data-tool=${tool}]`);
    if (button instanceof HTMLButtonElement) button.setAttribute('aria-disabled', String(off));
  }
}

/**
 * A row of small pictures that open the viewer. Each is fetched when it comes into sight.
 * @param {Album} album
 * @returns {HTMLElement}
 */
export function thumbnails(album) {
  const list = document.createElement('ul');
  list.className = 'thumbs';
  const seen = new IntersectionObserver((entries) =>
    entries.forEach((entry) => {
      if (!entry.isIntersecting) return;
      seen.unobserve(entry.target);
      drawThumb(/** @type {HTMLElement} */ (entry.target), album);
    }),
  );
  for (let index = 0; index < album.count; index += 1) list.append(thumb(album, index, seen));
  return list;
}

/** @param {Album} album @param {number} index @param {IntersectionObserver} seen */
function thumb(album, index, seen) {
  const item = document.createElement('li');
  item.dataset.index = String(index);
  render(
    html`<button type="button" class="thumb" @click=${() => openViewer(album, index)}>
      <canvas width="90" height="120" aria-hidden="true"></canvas>
      <span
        >${album.count === 1 ? t('Bekijk groot') : t('Pagina {n}', { n: index + 1 })}<span class="sr"
          >, ${album.title}</span
        ></span
      >
    </button>`,
    item,
  );
  seen.observe(item);
  return item;
}

/** One is decoded at a time: a page may take 256 MB meanwhile, and dozens come into sight at once. */
let turn = Promise.resolve();

/** @param {HTMLElement} item @param {Album} album */
async function drawThumb(item, album) {
  const canvas = /** @type {HTMLCanvasElement} */ (item.querySelector('canvas'));
  try {
    const page = await album.load(Number(item.dataset.index));
    const drawing = turn.then(async () => {
      await drawPage(canvas, page, { width: 240, watermark: album.watermark });
    });
    turn = drawing.catch(() => {});
    await drawing;
  } catch {
    item.querySelector('.thumb')?.append(t('Niet te tonen'));
  }
}
