import{a as r,c as o,d as l}from"./lit-html.js";var s=/^(https?|mailto|tel):/i,p={p:t=>r`<p>${t}</p>`,h:t=>r`<h3>${t}</h3>`,ul:t=>r`<ul>
      ${t}
    </ul>`,ol:t=>r`<ol>
      ${t}
    </ol>`,li:t=>r`<li>${t}</li>`,b:t=>r`<strong>${t}</strong>`,i:t=>r`<em>${t}</em>`,br:()=>r`<br />`};function m(t){return typeof t=="string"?t===""?o:r`<p>${t}</p>`:t.map(i)}function i(t){if(typeof t=="string")return t;let[e,...n]=t;return e==="a"?f(n):p[e]?.(n.map(i))??o}function f([t,...e]){let n=e.map(i);return s.test(t)?r`<a href=${t} rel="noreferrer noopener">${n}</a>`:n}function $(t,e){let n=document.createElement("div");n.className=`stack tight ${t.className}`,l(m(e),n),t.tagName==="LI"?t.replaceChildren(n):t.replaceWith(n)}export{$ as showTree};
