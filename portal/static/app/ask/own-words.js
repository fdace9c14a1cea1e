import{a as t,c as o}from"./lit-html.js";var p=/^(https?|mailto|tel):/i,u={p:n=>t`<p>${n}</p>`,h:n=>t`<h3>${n}</h3>`,ul:n=>t`<ul>
      ${n}
    </ul>`,ol:n=>t`<ol>
      ${n}
    </ol>`,li:n=>t`<li>${n}</li>`,b:n=>t`<strong>${n}</strong>`,i:n=>t`<em>${n}</em>`,br:()=>t`<br />`};function s(n){return typeof n=="string"?n===""?o:t`<p>${n}</p>`:n.map(e)}function e(n){if(typeof n=="string")return n;let[i,...r]=n;return i==="a"?l(r):u[i]?.(r.map(e))??o}function l([n,...i]){let r=i.map(e);return p.test(n)?t`<a href=${n} rel="noreferrer noopener">${r}</a>`:r}export{s as a};
