// Draws the sheets of an archived case on a canvas, one at a time.

const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
const title = /** @type {HTMLElement} */ (document.querySelector('h2'));
const status = /** @type {HTMLElement} */ (document.querySelector('[role=status]'));
const before = /** @type {HTMLButtonElement} */ (document.querySelector('#before'));
const next = /** @type {HTMLButtonElement} */ (document.querySelector('#next'));

let shown = { name: '', case: '', sheets: 0, at: 0 };

/** @param {number} at */
async function show(at) {
  shown.at = at;
  const { name, sheets } = shown;
  title.textContent = name;
  main.hidden = false;
  before.disabled = at <= 0;
  next.disabled = at >= sheets - 1;
  if (sheets === 0) {
    status.textContent =
      'Deze vraag kan niet geopend worden: ze is beschadigd of veranderd, of ging nooit open en werd daarom opzij gelegd.';
    canvas.width = 0;
    return;
  }
  const answer = await fetch(`${shown.case}/${at}`);
  if (!answer.ok) {
    status.textContent = `Blad ${at + 1} van ${sheets} kan niet getekend worden: het is beschadigd of veranderd.`;
    canvas.width = 0;
    return;
  }
  const picture = await createImageBitmap(await answer.blob());
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  status.textContent = `Blad ${at + 1} van ${sheets}`;
  canvas.setAttribute('aria-label', `${name}, blad ${at + 1} van ${sheets}`);
}

for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('[data-case]'))) {
  button.addEventListener('click', () => {
    shown = { name: button.textContent, case: button.dataset.case ?? '', sheets: Number(button.dataset.sheets), at: 0 };
    void show(0);
  });
}
before.addEventListener('click', () => void show(shown.at - 1));
next.addEventListener('click', () => void show(shown.at + 1));
canvas.addEventListener('contextmenu', (event) => event.preventDefault());
