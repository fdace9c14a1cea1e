import{a as s,b as i,c as h,d as A}from"./lit-html.js";var g=null,L=()=>g===null?{}:{"Adviespunt-Pass":g};async function Bt(t,e){({pass:g}=await t.post("/access",{word:e}))}async function Ct(t){return g=await t.get("/access").then(e=>e.pass,()=>null),g!==null}var d=class extends Error{constructor(e,r,n=null,o=null){super(r),this.name="ApiError",this.status=e,this.problem=r,this.detail=n,this.content=o}};function X(t={}){let{base:e="/api/v1",fetch:r=globalThis.fetch.bind(globalThis)}=t,n=async(o,a,c,l)=>et(await r(e+a,tt(o,c,l)).catch(O));return{get:o=>n("GET",o),put:(o,a,c)=>n("PUT",o,a,c).catch(l=>{if(l instanceof d&&l.problem==="network")return n("PUT",o,a,c);throw l}),post:(o,a,c)=>n("POST",o,a,c),del:o=>n("DELETE",o)}}function O(){throw new d(0,"network")}function tt(t,e,r){let n={method:t,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...L(),...r}};return e===void 0?n:e instanceof FormData?{...n,body:e}:e instanceof Uint8Array?{...n,body:e,headers:{...n.headers,"Content-Type":"application/octet-stream"}}:{...n,body:JSON.stringify(e),headers:{...n.headers,"Content-Type":"application/json"}}}async function et(t){let e=await rt(t).catch(O);if(t.ok)return e;let r=typeof e?.problem=="string"?e.problem:`http-${t.status}`;throw new d(t.status,r,e?.detail??null,e)}async function rt(t){let e=t.headers.get("Content-Type")??"";return t.status===204?null:e.startsWith("application/octet-stream")?new Uint8Array(await t.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(e)?t.json():null}var Nt=typeof location>"u"?null:X();var B={},m=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function zt(){if(m==="nl")return;B=(await import(`../texts/${m}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function u(t,e={}){return ot(B[t]??t,e)}function It(t,e,r,n={}){return u(nt(r)?t:e,{n:r,...n})}function nt(t){return t===1||m==="fr"&&t===0}function ot(t,e){return t.replace(/\{(\w+)\}/g,(r,n)=>n in e?String(e[n]):r)}function _t(t,{year:e=!1,weekday:r=!0}={}){let n={timeZone:"UTC",day:"numeric",month:"long"};return r&&(n.weekday="long"),e&&(n.year="numeric"),new Intl.DateTimeFormat(`${m}-BE`,n).format(new Date(`${t}T00:00:00Z`))}function b(t){return new Intl.NumberFormat(`${m}-BE`).format(t)}function Vt(t){return m==="nl"?t:`/${m}${t==="/"?"":t}`}function Pt(t){if(t<1e5)return u("{n} kB",{n:Math.ceil(t/1e3)});let e=new Intl.NumberFormat(`${m}-BE`,{maximumFractionDigits:t<1e7?1:0});return u("{n} MB",{n:e.format(t/1e6)})}var Rt=(t,e)=>t==="photo"?u("Foto {n}",{n:e}):u("Document {n}",{n:e});var w=class extends Error{name="ProtocolError";constructor(e="",r=void 0){super(e,{cause:r}),this.reason=e}},p=class extends w{name="Malformed"},C=class extends w{name="Unsealable";constructor(e){super("unsealable",e)}},W=class extends w{name="BadSignature"},D=class extends w{name="Refused"},N=class extends w{name="Unreadable"};function Kt(t){if(t instanceof w)return null;throw t}var at=new TextEncoder,it=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),M=t=>at.encode(t);function st(t){try{return it.decode(t)}catch(e){throw new p("utf8",e)}}function $(...t){let e=new Uint8Array(t.reduce((n,o)=>n+o.length,0)),r=0;for(let n of t)e.set(n,r),r+=n.length;return e}function ct(t){let e=new Uint8Array(4);return new DataView(e.buffer).setUint32(0,t),e}function Gt(t){let e=new Uint8Array(8);return new DataView(e.buffer).setBigUint64(0,BigInt(t)),e}var lt=t=>$(ct(t.length),t),Yt=(...t)=>$(...t.map(lt)),Qt=t=>crypto.getRandomValues(new Uint8Array(t));function ut(t,e){if(t.length!==e.length)return!1;let r=0;for(let n=0;n<t.length;n+=1)r|=t[n]^e[n];return r===0}function z(...t){for(let e of t)e.fill(0)}function Xt(t,e){let r=Math.min(t.length,e.length);for(let n=0;n<r;n+=1)if(t[n]!==e[n])return t[n]-e[n];return t.length-e.length}var F=class{constructor(e){this.bytes=e,this.at=0}take(e){if(this.at+e>this.bytes.length)throw new p("too-short");return this.at+=e,this.bytes.slice(this.at-e,this.at)}u32(){let e=this.take(4);return new DataView(e.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new p("left-over")}};function S(t){let e="";for(let r=0;r<t.length;r+=8192)e+=String.fromCharCode(...t.subarray(r,r+8192));return btoa(e).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function I(t,e=null){if(typeof t!="string"||!/^[A-Za-z0-9_-]*$/.test(t)||t.length%4===1)throw new p("b64");let r=atob(t.replaceAll("-","+").replaceAll("_","/")),n=new Uint8Array(r.length);for(let a=0;a<n.length;a+=1)n[a]=r.charCodeAt(a);let o=t.length-t.length%4;if(S(n.subarray(o/4*3))!==t.slice(o))throw new p("b64");if(e!==null&&n.length!==e)throw new p("length");return n}var pt=t=>M(E(t));function E(t){if(t===null||typeof t=="boolean")return String(t);if(typeof t=="number")return dt(t);if(typeof t=="string")return ft(t);if(Array.isArray(t))return`[${t.map(E).join(",")}]`;if(typeof t=="object")return ht(t);throw new p("json")}function ht(t){let e=Object.keys(t).sort();if(!e.every(r=>/^[\x00-\x7f]*$/.test(r)))throw new p("json");return`{${e.map(r=>`${JSON.stringify(r)}:${E(t[r])}`).join(",")}}`}function dt(t){if(!Number.isSafeInteger(t)||t<0||Object.is(t,-0))throw new p("json");return String(t)}function ft(t){if(/\p{Surrogate}/u.test(t))throw new p("json");return JSON.stringify(t)}function te(t){let e=wt(st(t));if(typeof e!="object"||e===null||Array.isArray(e))throw new p("json");if(!ut(mt(e),t))throw new p("json");return e}function mt(t){try{return pt(t)}catch(e){throw e instanceof RangeError?new p("json",e):e}}function wt(t){try{return JSON.parse(t)}catch(e){throw new p("json",e)}}var yt=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),V={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},gt=new Uint8Array(32);async function ne(t){return new Uint8Array(await crypto.subtle.digest("SHA-256",x(t)))}async function bt(t){return t instanceof CryptoKey?t:crypto.subtle.importKey("raw",x(t),"HKDF",!1,["deriveBits"])}async function $t(t,e,r,n){let o={name:"HKDF",hash:"SHA-256",salt:x(e),info:x(r)};return new Uint8Array(await crypto.subtle.deriveBits(o,await bt(t),8*n))}var oe=(t,e,r=32)=>$t(t,gt,M(`adviespunt/v1/${e}`),r);async function ae(t,e){try{return typeof Worker>"u"?await xt(t,e):await vt(t,e)}finally{z(t)}}async function xt(t,e){let{argon2id:r}=await import("../../vendor/argon2id.js");return $(await r({...yt,password:t,salt:e,outputType:"binary"}))}function vt(t,e){let r=j("argon2");return new Promise((n,o)=>{r.onmessage=({data:a})=>a.root?n(a.root):o(new Error("argon2")),r.onerror=()=>o(new Error("argon2")),r.postMessage({password:t,salt:e})}).finally(()=>r.terminate())}var _;function j(t){return new Worker(kt(V[t]),{type:"module"})}function kt(t){let e=globalThis.trustedTypes;return e?(_??=e.createPolicy("adviespunt",{createScriptURL:At}),_?.createScriptURL(t)):t}function At(t){if(!Object.values(V).includes(t))throw new TypeError("not a worker of this portal");return t}var x=t=>t;var P=13,Mt=16,J=1e3,R=5,St=90;async function K({challenge:t,effort:e},{tell:r,signal:n}){let o=I(t).slice(P,P+Mt),a=Date.now(),c=l=>r(Et(l,e,Date.now()-a));return r(u("Het is nu druk. Je browser rekent even, zodat niemand het adviespunt kan doen vastlopen.")),`${t}.${S(await jt(o,e,c,n))}`}function Et(t,e,r){let n=Math.max(e-t,e/4),o=r/t*n/J;return o>St?u("Het is nu druk. Je browser rekent even: nog ongeveer {n} minuten. Wat je schreef blijft staan.",{n:Math.ceil(o/60)}):u("Het is nu druk. Je browser rekent even: nog ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Z(o)})}var Z=t=>Math.max(1,Math.ceil(t/R))*R;function jt(t,e,r,n){let o=j("work");return new Promise((c,l)=>{let f=()=>l(new d(429,"stopped"));n.aborted&&f(),n.addEventListener("abort",f,{once:!0}),o.onerror=()=>l(new Error("work")),o.onmessage=({data:y})=>{y.nonce?c(y.nonce):r(y.tries)},o.postMessage({salt:t,effort:e})}).finally(()=>o.terminate())}function q(t,{tell:e,signal:r}){return new Promise((n,o)=>{let a=Math.max(1,Math.ceil(t)),c=()=>{clearInterval(y),r.removeEventListener("abort",l)},l=()=>{c(),o(new d(429,"stopped"))},f=()=>{if(a<=0){c(),n();return}e(u("Het is nu heel druk. Je browser probeert het vanzelf opnieuw over ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Z(a)})),a-=1},y=setInterval(f,J);r.addEventListener("abort",l),r.aborted?l():f()})}var v=class{constructor(e,r=Tt){this.waiting=e,this.problems=r,this.headers={},this.settling=null}async until(e){for(;;){let r=this.headers;try{return await e(r)}catch(n){if(!(n instanceof d)||!this.problems.has(n.problem))throw n;await this.settle(n,r)}}}async settle(e,r){this.settling===null&&r!==this.headers||(this.settling??=this.answer(e).finally(()=>{this.settling=null,this.waiting.tell("")}),await this.settling)}async answer({problem:e,content:r}){e==="work"?this.headers={"Adviespunt-Work":await K(r.work,this.waiting)}:await q(Number(r?.seconds??5),this.waiting)}},Tt=new Set(["work","throttled"]),Ut=new Set(["work"]),fe=(t,e)=>G(t,new v(e)),me=(t,e)=>G(t,new v(e,Ut));function G(t,e){return{...t,put:(r,n)=>e.until(o=>t.put(r,n,o)),post:(r,n)=>e.until(o=>t.post(r,n,o))}}var Y={archive:i`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":i`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":i`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,camera:i`<path d="M13.997 4a2 2 0 0 1 1.76 1.05l.486.9A2 2 0 0 0 18.003 7H20a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h1.997a2 2 0 0 0 1.759-1.048l.489-.904A2 2 0 0 1 10.004 4z"/><circle cx="12" cy="13" r="3"/>`,check:i`<path d="M20 6 9 17l-5-5"/>`,"circle-check":i`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":i`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,eye:i`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":i`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,info:i`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":i`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,"log-out":i`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,paperclip:i`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,pencil:i`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,"refresh-cw":i`<path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/><path d="M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16"/><path d="M8 16H3v5"/>`,"rotate-cw":i`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,send:i`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"shield-check":i`<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m9 12 2 2 4-4"/>`,"trash-2":i`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,"triangle-alert":i`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,x:i`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":i`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":i`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function k(t){return s`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Y[t]}</svg>`}function xe(t,e){return s`<div class="notice ${t}">
    ${k({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[t])}
    <div class="stack tight">${e}</div>
  </div>`}function ve(t,e=""){return s`<span class="badge ${e}">${t}</span>`}function T(t,e){return s`<div class="field">
    <label for=${t.id}>${t.label}</label>
    ${t.hint?s`<div class="hint" id=${`${t.id}-hint`}>${t.hint}</div>`:h} ${e}
    ${Q(t)}
  </div>`}function Q(t){return s`<div id=${`${t.id}-error`} aria-live="polite">
    ${t.error?s`<p class="error">${k("triangle-alert")}<span>${t.error}</span></p>`:h}
  </div>`}var U=t=>[t.hint?`${t.id}-hint`:"",t.error?`${t.id}-error`:""].filter(Boolean).join(" ")||h,H=t=>e=>t.input(e.target.value);function Se(t){return T(t,s`<input
      id=${t.id}
      type="text"
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-form-type="other"
      .value=${t.value}
      ?disabled=${t.disabled}
      aria-invalid=${t.error?"true":h}
      aria-describedby=${U(t)}
      @input=${H(t)}
    />`)}function Ee(t){return T(t,s`<div class="with-button">
      <input
        id=${t.id}
        type="text"
        class=${t.shown?"":"masked"}
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        .value=${t.value}
        ?disabled=${t.disabled}
        aria-invalid=${t.error?"true":h}
        aria-describedby=${U(t)}
        @input=${H(t)}
      />
      <button
        type="button"
        class="button square"
        aria-pressed=${String(t.shown)}
        aria-controls=${t.id}
        @click=${t.toggle}
      >
        ${k(t.shown?"eye-off":"eye")}<span class="sr">${u("Toon wat je typt")}</span>
      </button>
    </div>`)}function je(t){return T(t,s`<textarea
        id=${t.id}
        rows=${t.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${t.value}
        ?disabled=${t.disabled}
        aria-invalid=${t.error?"true":h}
        aria-describedby=${U(t)}
        @input=${H(t)}
      ></textarea>
      ${t.limit?s`<p class="hint counter">${Ht(t.value,t.limit)}</p>`:h}`)}function Ht(t,e){let r=e-[...t].length;return r<0?u("{n} tekens te veel",{n:b(-r)}):r<e/5?u("Nog plaats voor {n} tekens",{n:b(r)}):u("Hoogstens {n} tekens",{n:b(e)})}function Te(t){return s`<fieldset aria-describedby=${`${t.id}-error`}>
    <legend>${t.label}</legend>
    ${t.hint?s`<div class="hint">${t.hint}</div>`:h} ${Q(t)}
    ${t.options.map((e,r)=>s`<label class="choice">
          <input
            type="radio"
            id=${r===0?t.id:`${t.id}-${r}`}
            ?checked=${e.key===t.value}
            .checked=${e.key===t.value}
            @change=${()=>t.change(e.key)}
            @keydown=${Lt}
          />
          <span>${e.label}${e.text?s`<small>${e.text}</small>`:h}</span>
        </label>`)}
  </fieldset>`}function Lt(t){let e={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[t.key];if(e===void 0)return;t.preventDefault();let r=t.target,n=[...r.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],o=n[(n.indexOf(r)+e+n.length)%n.length];o.focus(),o.click()}function Ue(t){return s`<label class="choice">
    <input
      type="checkbox"
      id=${t.id}
      .checked=${t.checked}
      ?disabled=${t.disabled}
      @change=${e=>t.change(e.target.checked)}
    />
    <span>${t.label}${t.text?s`<small>${t.text}</small>`:h}</span>
  </label>`}function He({label:t,click:e,busy:r=!1,busyLabel:n,kind:o="primary",disabled:a=!1,type:c="button"}){let l=()=>{!r&&!a&&c==="button"&&e()};return s`<button
    type=${c}
    class="button ${o}"
    aria-busy=${String(r)}
    aria-disabled=${String(r||a)}
    @click=${l}
  >
    ${r?n??t:t}
  </button>`}function Le(){let t=document.querySelector(".error"),e=t?.closest(".field, fieldset")?.querySelector("input, select, textarea")??t;e instanceof HTMLElement&&(e===t&&(e.tabIndex=-1),e.scrollIntoView({block:"center"}),e.focus())}function We(t){return Ot(e=>s` <div class="stack">
        <h2 id="dialog-title">${t.title}</h2>
        <div class="stack tight">${t.text}</div>
        <div class="actions">
          <button type="button" class="button" autofocus @click=${()=>e(!1)}>
            ${t.no??u("Nee, ga terug")}
          </button>
          <button type="button" class="button primary ${t.danger?"danger":""}" @click=${()=>e(!0)}>
            ${t.yes}
          </button>
        </div>
      </div>`).then(e=>e===!0)}function Ot(t,{kind:e="",label:r,stays:n=!1}={}){return new Promise(o=>{let a=document.createElement("dialog");a.className=e,r===void 0?a.setAttribute("aria-labelledby","dialog-title"):a.setAttribute("aria-label",r);let c=null,l=f=>{c=f,a.close()};n&&a.addEventListener("cancel",f=>f.preventDefault()),a.addEventListener("close",()=>{a.remove(),o(c)}),A(t(l),a),document.body.append(a),a.showModal()})}export{L as a,Bt as b,Ct as c,d,Nt as e,w as f,p as g,C as h,W as i,D as j,N as k,Kt as l,M as m,st as n,$ as o,ct as p,Gt as q,lt as r,Yt as s,Qt as t,ut as u,z as v,Xt as w,F as x,S as y,I as z,pt as A,te as B,ne as C,bt as D,$t as E,oe as F,ae as G,x as H,m as I,zt as J,u as K,It as L,_t as M,b as N,Vt as O,Pt as P,Rt as Q,v as R,fe as S,me as T,k as U,xe as V,ve as W,Q as X,Se as Y,Ee as Z,je as _,Te as $,Ue as aa,He as ba,Le as ca,We as da,Ot as ea};
