import{a as n,c as o}from"./lit-html.js";var l=/^(https?|mailto|tel):/i,p={p:t=>n`<p>${t}</p>`,h:t=>n`<h3>${t}</h3>`,ul:t=>n`<ul>
      ${t}
    </ul>`,ol:t=>n`<ol>
      ${t}
    </ol>`,li:t=>n`<li>${t}</li>`,b:t=>n`<strong>${t}</strong>`,i:t=>n`<em>${t}</em>`,br:()=>n`<br />`};function $(t){return typeof t=="string"?t===""?o:n`<p>${t}</p>`:t.map(e)}function e(t){if(typeof t=="string")return t;let[i,...r]=t;return i==="a"?u(r):p[i]?.(r.map(e))??o}function u([t,...i]){let r=i.map(e);return l.test(t)?n`<a href=${t} rel="noreferrer noopener">${r}</a>`:r}export{$ as a};
