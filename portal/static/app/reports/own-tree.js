import{a as t,c as e,d as p}from"./lit-html.js";var l=/^(https?|mailto|tel):/i,f={p:n=>t`<p>${n}</p>`,h:n=>t`<h3>${n}</h3>`,ul:n=>t`<ul>
      ${n}
    </ul>`,ol:n=>t`<ol>
      ${n}
    </ol>`,li:n=>t`<li>${n}</li>`,b:n=>t`<strong>${n}</strong>`,i:n=>t`<em>${n}</em>`,br:()=>t`<br />`};function s(n){return typeof n=="string"?n===""?e:t`<p>${n}</p>`:n.map(o)}function o(n){if(typeof n=="string")return n;let[i,...r]=n;return i==="a"?m(r):f[i]?.(r.map(o))??e}function m([n,...i]){let r=i.map(o);return l.test(n)?t`<a href=${n} rel="noreferrer noopener">${r}</a>`:r}function h(n,i){let r=document.createElement("div");r.className=`stack tight ${n.className}`,p(s(i),r),n.tagName==="LI"?n.replaceChildren(r):n.replaceWith(r)}export{h as showTree};
