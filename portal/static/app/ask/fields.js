import{a as c,b as s,c as h,d as k}from"./lit-html.js";var y=null,H=()=>y===null?{}:{"Adviespunt-Pass":y};async function Ht(t,e){({pass:y}=await t.post("/access",{word:e}))}async function Ut(t){return y=await t.get("/access").then(e=>e.pass,()=>null),y!==null}var d=class extends Error{constructor(e,r,n=null,o=null){super(r),this.name="ApiError",this.status=e,this.problem=r,this.detail=n,this.content=o}};function Q(t={}){let{base:e="/api/v1",fetch:r=globalThis.fetch.bind(globalThis)}=t,n=async(o,a,u,l)=>tt(await r(e+a,X(o,u,l)).catch(U));return{get:o=>n("GET",o),put:(o,a,u)=>n("PUT",o,a,u).catch(l=>{if(l instanceof d&&l.problem==="network")return n("PUT",o,a,u);throw l}),post:(o,a,u)=>n("POST",o,a,u),del:o=>n("DELETE",o)}}function U(){throw new d(0,"network")}function X(t,e,r){let n={method:t,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...H(),...r}};return e===void 0?n:e instanceof FormData?{...n,body:e}:e instanceof Uint8Array?{...n,body:e,headers:{...n.headers,"Content-Type":"application/octet-stream"}}:{...n,body:JSON.stringify(e),headers:{...n.headers,"Content-Type":"application/json"}}}async function tt(t){let e=await et(t).catch(U);if(t.ok)return e;let r=typeof e?.problem=="string"?e.problem:`http-${t.status}`;throw new d(t.status,r,e?.detail??null,e)}async function et(t){let e=t.headers.get("Content-Type")??"";return t.status===204?null:e.startsWith("application/octet-stream")?new Uint8Array(await t.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(e)?t.json():null}var Ot=typeof location>"u"?null:Q();var z={},w=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function Wt(){if(w==="nl")return;z=(await import(`../texts/${w}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function i(t,e={}){return nt(z[t]??t,e)}function Bt(t,e,r,n={}){return i(rt(r)?t:e,{n:r,...n})}function rt(t){return t===1||w==="fr"&&t===0}function nt(t,e){return t.replace(/\{(\w+)\}/g,(r,n)=>n in e?String(e[n]):r)}function Ft(t,{year:e=!1,weekday:r=!0}={}){let n={timeZone:"UTC",day:"numeric",month:"long"};return r&&(n.weekday="long"),e&&(n.year="numeric"),new Intl.DateTimeFormat(`${w}-BE`,n).format(new Date(`${t}T00:00:00Z`))}function b(t){return new Intl.NumberFormat(`${w}-BE`).format(t)}function It(t){return w==="nl"?t:`/${w}${t==="/"?"":t}`}function Pt(t){if(t<1e5)return i("{n} kB",{n:Math.ceil(t/1e3)});let e=new Intl.NumberFormat(`${w}-BE`,{maximumFractionDigits:t<1e7?1:0});return i("{n} MB",{n:e.format(t/1e6)})}var g=class extends Error{constructor(e="",r=void 0){super(e,{cause:r}),this.name=new.target.name,this.reason=e}},p=class extends g{},C=class extends g{constructor(e){super("unsealable",e)}},O=class extends g{},N=class extends g{},W=class extends g{};var ot=new TextEncoder,at=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),A=t=>ot.encode(t);function it(t){try{return at.decode(t)}catch(e){throw new p("utf8",e)}}function x(...t){let e=new Uint8Array(t.reduce((n,o)=>n+o.length,0)),r=0;for(let n of t)e.set(n,r),r+=n.length;return e}function st(t){let e=new Uint8Array(4);return new DataView(e.buffer).setUint32(0,t),e}function Kt(t){let e=new Uint8Array(8);return new DataView(e.buffer).setBigUint64(0,BigInt(t)),e}var ct=t=>x(st(t.length),t),Rt=(...t)=>x(...t.map(ct)),Zt=t=>crypto.getRandomValues(new Uint8Array(t));function ut(t,e){if(t.length!==e.length)return!1;let r=0;for(let n=0;n<t.length;n+=1)r|=t[n]^e[n];return r===0}function F(...t){for(let e of t)e.fill(0)}function qt(t,e){let r=Math.min(t.length,e.length);for(let n=0;n<r;n+=1)if(t[n]!==e[n])return t[n]-e[n];return t.length-e.length}var B=class{constructor(e){this.bytes=e,this.at=0}take(e){if(this.at+e>this.bytes.length)throw new p("too-short");return this.at+=e,this.bytes.slice(this.at-e,this.at)}u32(){let e=this.take(4);return new DataView(e.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new p("left-over")}};function j(t){let e="";for(let r=0;r<t.length;r+=8192)e+=String.fromCharCode(...t.subarray(r,r+8192));return btoa(e).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function I(t,e=null){if(typeof t!="string"||!/^[A-Za-z0-9_-]*$/.test(t)||t.length%4===1)throw new p("b64");let r=atob(t.replaceAll("-","+").replaceAll("_","/")),n=new Uint8Array(r.length);for(let a=0;a<n.length;a+=1)n[a]=r.charCodeAt(a);let o=t.length-t.length%4;if(j(n.subarray(o/4*3))!==t.slice(o))throw new p("b64");if(e!==null&&n.length!==e)throw new p("length");return n}var lt=t=>A(E(t));function E(t){if(t===null||typeof t=="boolean")return String(t);if(typeof t=="number")return ht(t);if(typeof t=="string")return dt(t);if(Array.isArray(t))return`[${t.map(E).join(",")}]`;if(typeof t=="object")return pt(t);throw new p("json")}function pt(t){let e=Object.keys(t).sort();if(!e.every(r=>/^[\x00-\x7f]*$/.test(r)))throw new p("json");return`{${e.map(r=>`${JSON.stringify(r)}:${E(t[r])}`).join(",")}}`}function ht(t){if(!Number.isSafeInteger(t)||t<0||Object.is(t,-0))throw new p("json");return String(t)}function dt(t){if(/\p{Surrogate}/u.test(t))throw new p("json");return JSON.stringify(t)}function Gt(t){let e=wt(it(t));if(typeof e!="object"||e===null||Array.isArray(e))throw new p("json");if(!ut(ft(e),t))throw new p("json");return e}function ft(t){try{return lt(t)}catch(e){throw e instanceof RangeError?new p("json",e):e}}function wt(t){try{return JSON.parse(t)}catch(e){throw new p("json",e)}}var gt=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),V={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},mt=new Uint8Array(32);async function Xt(t){return new Uint8Array(await crypto.subtle.digest("SHA-256",$(t)))}async function yt(t){return t instanceof CryptoKey?t:crypto.subtle.importKey("raw",$(t),"HKDF",!1,["deriveBits"])}async function bt(t,e,r,n){let o={name:"HKDF",hash:"SHA-256",salt:$(e),info:$(r)};return new Uint8Array(await crypto.subtle.deriveBits(o,await yt(t),8*n))}var te=(t,e,r=32)=>bt(t,mt,A(`adviespunt/v1/${e}`),r);async function ee(t,e){try{return typeof Worker>"u"?await xt(t,e):await $t(t,e)}finally{F(t)}}async function xt(t,e){let{argon2id:r}=await import("../../vendor/argon2id.js");return x(await r({...gt,password:t,salt:e,outputType:"binary"}))}function $t(t,e){let r=M("argon2");return new Promise((n,o)=>{r.onmessage=({data:a})=>a.root?n(a.root):o(new Error("argon2")),r.onerror=()=>o(new Error("argon2")),r.postMessage({password:t,salt:e})}).finally(()=>r.terminate())}var P;function M(t){return new Worker(vt(V[t]),{type:"module"})}function vt(t){let e=globalThis.trustedTypes;return e?(P??=e.createPolicy("adviespunt",{createScriptURL:kt}),P?.createScriptURL(t)):t}function kt(t){if(!Object.values(V).includes(t))throw new TypeError("not a worker of this portal");return t}var $=t=>t;var _=13,At=16,K=1e3,J=5;async function R({challenge:t,effort:e},{tell:r,signal:n}){let o=I(t).slice(_,_+At),a=Date.now(),u=l=>r(jt(l,e,Date.now()-a));return r(i("Het is nu druk. Je browser rekent even, zodat niemand het adviespunt kan doen vastlopen.")),`${t}.${j(await Et(o,e,u,n))}`}function jt(t,e,r){let n=Math.max(e-t,e/4);return i("Het is nu druk. Je browser rekent even: nog ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Z(r/t*n/K)})}var Z=t=>Math.max(1,Math.ceil(t/J))*J;function Et(t,e,r,n){let o=M("work");return new Promise((u,l)=>{let f=()=>l(new d(429,"stopped"));n.aborted&&f(),n.addEventListener("abort",f,{once:!0}),o.onerror=()=>l(new Error("work")),o.onmessage=({data:m})=>{m.nonce?u(m.nonce):r(m.tries)},o.postMessage({salt:t,effort:e})}).finally(()=>o.terminate())}function q(t,{tell:e,signal:r}){return new Promise((n,o)=>{let a=Math.max(1,Math.ceil(t)),u=()=>{clearInterval(m),r.removeEventListener("abort",l)},l=()=>{u(),o(new d(429,"stopped"))},f=()=>{if(a<=0){u(),n();return}e(i("Het is nu heel druk. Je browser probeert het vanzelf opnieuw over ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Z(a)})),a-=1},m=setInterval(f,K);r.addEventListener("abort",l),r.aborted?l():f()})}var S=class{constructor(e){this.waiting=e,this.headers={},this.settling=null}async until(e){for(;;){let r=this.headers;try{return await e(r)}catch(n){if(!(n instanceof d)||!Mt.has(n.problem))throw n;await this.settle(n,r)}}}async settle(e,r){this.settling===null&&r!==this.headers||(this.settling??=this.answer(e).finally(()=>{this.settling=null,this.waiting.tell("")}),await this.settling)}async answer({problem:e,content:r}){e==="work"?this.headers={"Adviespunt-Work":await R(r.work,this.waiting)}:await q(Number(r?.seconds??5),this.waiting)}},Mt=new Set(["work","throttled"]);function le(t,e){let r=new S(e);return{...t,put:(n,o)=>r.until(a=>t.put(n,o,a)),post:(n,o)=>r.until(a=>t.post(n,o,a))}}var G={archive:s`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":s`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":s`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,camera:s`<path d="M13.997 4a2 2 0 0 1 1.76 1.05l.486.9A2 2 0 0 0 18.003 7H20a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h1.997a2 2 0 0 0 1.759-1.048l.489-.904A2 2 0 0 1 10.004 4z"/><circle cx="12" cy="13" r="3"/>`,check:s`<path d="M20 6 9 17l-5-5"/>`,"circle-check":s`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":s`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,eye:s`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":s`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,inbox:s`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,info:s`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":s`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,paperclip:s`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,"refresh-cw":s`<path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/><path d="M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16"/><path d="M8 16H3v5"/>`,"rotate-cw":s`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,send:s`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"shield-check":s`<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m9 12 2 2 4-4"/>`,"trash-2":s`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,"triangle-alert":s`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,x:s`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":s`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":s`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function v(t){return c`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${G[t]}</svg>`}function ge(t,e){return c`<div class="notice ${t}">
    ${v({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[t])}
    <div class="stack tight">${e}</div>
  </div>`}function T(t,e){return c`<div class="field">
    <label for=${t.id}>${t.label}</label>
    ${t.hint?c`<div class="hint" id=${`${t.id}-hint`}>${t.hint}</div>`:h} ${e}
    ${Y(t)}
  </div>`}function Y(t){return c`<div id=${`${t.id}-error`} aria-live="polite">
    ${t.error?c`<p class="error">${v("triangle-alert")}<span>${t.error}</span></p>`:h}
  </div>`}var D=t=>[t.hint?`${t.id}-hint`:"",t.error?`${t.id}-error`:""].filter(Boolean).join(" ")||h,L=t=>e=>t.input(e.target.value);function xe(t){return T(t,c`<input
      id=${t.id}
      type="text"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      autocorrect="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-form-type="other"
      .value=${t.value}
      ?disabled=${t.disabled}
      aria-invalid=${t.error?"true":h}
      aria-describedby=${D(t)}
      @input=${L(t)}
    />`)}function $e(t){return T(t,c`<div class="with-button">
      <input
        id=${t.id}
        type="text"
        class=${t.shown?"":"masked"}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        autocorrect="off"
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        .value=${t.value}
        ?disabled=${t.disabled}
        aria-invalid=${t.error?"true":h}
        aria-describedby=${D(t)}
        @input=${L(t)}
      />
      <button
        type="button"
        class="button square"
        aria-pressed=${String(t.shown)}
        aria-controls=${t.id}
        @click=${t.toggle}
      >
        ${v(t.shown?"eye-off":"eye")}<span class="sr">${i("Toon wat je typt")}</span>
      </button>
    </div>`)}function ve(t){return T(t,c`<textarea
        id=${t.id}
        rows=${t.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${t.value}
        ?disabled=${t.disabled}
        aria-invalid=${t.error?"true":h}
        aria-describedby=${D(t)}
        @input=${L(t)}
      ></textarea>
      ${t.limit?c`<p class="hint counter">${St(t.value,t.limit)}</p>`:h}`)}function St(t,e){let r=e-[...t].length;return r<0?i("{n} tekens te veel",{n:b(-r)}):r<e/5?i("Nog plaats voor {n} tekens",{n:b(r)}):i("Hoogstens {n} tekens",{n:b(e)})}function ke(t){return c`<fieldset aria-describedby=${`${t.id}-error`}>
    <legend>${t.label}</legend>
    ${t.hint?c`<div class="hint">${t.hint}</div>`:h} ${Y(t)}
    ${t.options.map((e,r)=>c`<label class="choice">
          <input
            type="radio"
            id=${r===0?t.id:`${t.id}-${r}`}
            ?checked=${e.key===t.value}
            .checked=${e.key===t.value}
            @change=${()=>t.change(e.key)}
            @keydown=${Tt}
          />
          <span>${e.label}${e.text?c`<small>${e.text}</small>`:h}</span>
        </label>`)}
  </fieldset>`}function Tt(t){let e={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[t.key];if(e===void 0)return;t.preventDefault();let r=t.target,n=[...r.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],o=n[(n.indexOf(r)+e+n.length)%n.length];o.focus(),o.click()}function Ae(t){return c`<label class="choice">
    <input
      type="checkbox"
      id=${t.id}
      .checked=${t.checked}
      ?disabled=${t.disabled}
      @change=${e=>t.change(e.target.checked)}
    />
    <span>${t.label}${t.text?c`<small>${t.text}</small>`:h}</span>
  </label>`}function je({label:t,click:e,busy:r=!1,busyLabel:n,kind:o="primary",disabled:a=!1,type:u="button"}){let l=()=>{!r&&!a&&u==="button"&&e()};return c`<button
    type=${u}
    class="button ${o}"
    aria-busy=${String(r)}
    aria-disabled=${String(r||a)}
    @click=${l}
  >
    ${r?n??t:t}
  </button>`}function Ee(){let t=document.querySelector(".error"),e=t?.closest(".field, fieldset")?.querySelector("input, select, textarea")??t;e instanceof HTMLElement&&(e===t&&(e.tabIndex=-1),e.scrollIntoView({block:"center"}),e.focus())}function De(t){return Dt(e=>c` <div class="stack">
        <h2 id="dialog-title">${t.title}</h2>
        <div class="stack tight">${t.text}</div>
        <div class="actions">
          <button type="button" class="button" autofocus @click=${()=>e(!1)}>
            ${t.no??i("Nee, ga terug")}
          </button>
          <button type="button" class="button primary ${t.danger?"danger":""}" @click=${()=>e(!0)}>
            ${t.yes}
          </button>
        </div>
      </div>`).then(e=>e===!0)}function Dt(t,{kind:e="",label:r,stays:n=!1}={}){return new Promise(o=>{let a=document.createElement("dialog");a.className=e,r===void 0?a.setAttribute("aria-labelledby","dialog-title"):a.setAttribute("aria-label",r);let u=null,l=f=>{u=f,a.close()};n&&a.addEventListener("cancel",f=>f.preventDefault()),a.addEventListener("close",()=>{a.remove(),o(u)}),k(t(l),a),document.body.append(a),a.showModal()})}var Lt={network:()=>i("Er is geen verbinding. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het opnieuw."),"wrong-credentials":()=>i("Deze naam en dit wachtwoord horen niet bij elkaar, of je vraag is intussen gearchiveerd. Kijk op je papier en probeer het opnieuw."),throttled:()=>i("Er wordt nu te vaak geprobeerd om aan te melden. Wacht enkele minuten en probeer het opnieuw."),"signed-out":()=>i("Je bent afgemeld omdat het een tijd stil was. Meld je opnieuw aan: wat je schreef staat er nog."),closed:()=>i("Deze vraag is afgesloten of ingetrokken. Je bericht is niet verstuurd. Stel gerust een nieuwe vraag."),"not-ready":()=>i("Hier kan nog geen vraag gesteld worden. Er is niets verstuurd."),full:()=>i("De server is vol. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het later opnieuw."),limits:()=>i("Dit is te groot om te versturen. Laat een bijlage weg of kort je tekst in. Er is niets verstuurd."),"too-large":()=>i("Dit is te groot om te versturen. Laat een bijlage weg of kort je tekst in. Er is niets verstuurd."),conflict:()=>i("Er veranderde net iets aan de lijst van medewerkers. Er is niets verstuurd. Verstuur nog eens."),stopped:()=>i("Je hebt het gestopt. Er is niets verstuurd, en wat je schreef staat er nog."),"wrong-word":()=>i("Dit is niet het toegangswoord. Kijk na wat je op het werk kreeg en typ het opnieuw."),word:()=>i("Het toegangswoord is intussen veranderd. Er is niets verstuurd, en wat je schreef staat er nog."),"mailbox-exists":()=>i("Deze naam met dit wachtwoord is al in gebruik. Kies iets anders.")};function ze(t,e=!1){return e?i("We kregen geen bevestiging. Misschien is je bericht aangekomen, misschien niet. Verstuur het nog eens: het komt nooit dubbel aan. Sluit deze pagina nog niet."):t instanceof d?Lt[t.problem]?.()??i("De server weigerde dit. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het straks opnieuw."):i("Er ging iets mis in je browser. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het opnieuw.")}export{H as a,Ht as b,Ut as c,d,Ot as e,g as f,p as g,C as h,O as i,N as j,W as k,A as l,it as m,x as n,st as o,Kt as p,ct as q,Rt as r,Zt as s,ut as t,F as u,qt as v,B as w,j as x,I as y,lt as z,Gt as A,Xt as B,yt as C,bt as D,te as E,ee as F,$ as G,w as H,Wt as I,i as J,Bt as K,Ft as L,b as M,It as N,Pt as O,S as P,le as Q,v as R,ge as S,Y as T,xe as U,$e as V,ve as W,ke as X,Ae as Y,je as Z,Ee as _,De as $,Dt as aa,ze as ba};
