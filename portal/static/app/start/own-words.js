import{a as n,c as i,d as l}from"./lit-html.js";var s=/^(https?|mailto|tel):/i,a={p:t=>n`<p>${t}</p>`,h:t=>n`<h3>${t}</h3>`,ul:t=>n`<ul>
      ${t}
    </ul>`,ol:t=>n`<ol>
      ${t}
    </ol>`,li:t=>n`<li>${t}</li>`,b:t=>n`<strong>${t}</strong>`,i:t=>n`<em>${t}</em>`,br:()=>n`<br />`};function m(t){return typeof t=="string"?t===""?i:n`<p>${t}</p>`:t.map(o)}function c(t,r){let e=document.createElement("div");e.className=`stack tight ${t.className}`,l(m(r),e),t.tagName==="LI"?t.replaceChildren(e):t.replaceWith(e)}function o(t){if(typeof t=="string")return t;let[r,...e]=t;return r==="a"?p(e):a[r]?.(e.map(o))??i}function p([t,...r]){let e=r.map(o);return s.test(t)?n`<a href=${t} rel="noreferrer noopener">${e}</a>`:e}export{m as ownWords,c as showTree};
