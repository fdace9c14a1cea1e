// What the pages use of lit-html, and no more: nothing that takes HTML from a string.
export { html, noChange, nothing, render, svg } from 'lit-html';
