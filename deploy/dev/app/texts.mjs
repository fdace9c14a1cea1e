// Of a language's texts, those that a page can show.
import { parse } from 'acorn';
import { full } from 'acorn-walk';

/** Every string that stands in these scripts. @param {string[]} scripts @returns {Set<string>} */
export function strings(scripts) {
  const found = new Set();
  for (const script of scripts) {
    full(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') found.add(node.value);
      if (node.type === 'TemplateElement') found.add(node.value.cooked);
    });
  }
  return found;
}

/** A module with the texts that these scripts name. @param {Record<string, string>} catalogue @param {string[]} scripts */
export function textsOf(catalogue, scripts) {
  const named = strings(scripts);
  const wanted = Object.fromEntries(Object.entries(catalogue).filter(([dutch]) => named.has(dutch)));
  return `export default ${JSON.stringify(wanted)};\n`;
}
