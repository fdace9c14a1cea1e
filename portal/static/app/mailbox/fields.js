import{a as c,b as s,c as d,d as k}from"./lit-html.js";var y=null,L=()=>y===null?{}:{"Adviespunt-Pass":y};async function ze(e,t){({pass:y}=await e.post("/access",{word:t}))}async function Ce(e){return y=await e.get("/access").then(t=>t.pass,()=>null),y!==null}var h=class extends Error{constructor(t,r,n=null,o=null){super(r),this.name="ApiError",this.status=t,this.problem=r,this.detail=n,this.content=o}};function X(e={}){let{base:t="/api/v1",fetch:r=globalThis.fetch.bind(globalThis)}=e,n=async(o,a,u,l)=>te(await r(t+a,ee(o,u,l)).catch(U));return{get:o=>n("GET",o),put:(o,a,u)=>n("PUT",o,a,u).catch(l=>{if(l instanceof h&&l.problem==="network")return n("PUT",o,a,u);throw l}),post:(o,a,u)=>n("POST",o,a,u),del:o=>n("DELETE",o)}}function U(){throw new h(0,"network")}function ee(e,t,r){let n={method:e,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...L(),...r}};return t===void 0?n:t instanceof FormData?{...n,body:t}:t instanceof Uint8Array?{...n,body:t,headers:{...n.headers,"Content-Type":"application/octet-stream"}}:{...n,body:JSON.stringify(t),headers:{...n.headers,"Content-Type":"application/json"}}}async function te(e){let t=await re(e).catch(U);if(e.ok)return t;let r=typeof t?.problem=="string"?t.problem:`http-${e.status}`;throw new h(e.status,r,t?.detail??null,t)}async function re(e){let t=e.headers.get("Content-Type")??"";return e.status===204?null:t.startsWith("application/octet-stream")?new Uint8Array(await e.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(t)?e.json():null}var We=typeof location>"u"?null:X();var z={},m=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function Fe(){if(m==="nl")return;z=(await import(`../texts/${m}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function i(e,t={}){return oe(z[e]??e,t)}function Ie(e,t,r,n={}){return i(ne(r)?e:t,{n:r,...n})}function ne(e){return e===1||m==="fr"&&e===0}function oe(e,t){return e.replace(/\{(\w+)\}/g,(r,n)=>n in t?String(t[n]):r)}function Pe(e,{year:t=!1,weekday:r=!0}={}){let n={timeZone:"UTC",day:"numeric",month:"long"};return r&&(n.weekday="long"),t&&(n.year="numeric"),new Intl.DateTimeFormat(`${m}-BE`,n).format(new Date(`${e}T00:00:00Z`))}function b(e){return new Intl.NumberFormat(`${m}-BE`).format(e)}function Ve(e){return m==="nl"?e:`/${m}${e==="/"?"":e}`}function _e(e){if(e<1e5)return i("{n} kB",{n:Math.ceil(e/1e3)});let t=new Intl.NumberFormat(`${m}-BE`,{maximumFractionDigits:e<1e7?1:0});return i("{n} MB",{n:t.format(e/1e6)})}var w=class extends Error{name="ProtocolError";constructor(t="",r=void 0){super(t,{cause:r}),this.reason=t}},p=class extends w{name="Malformed"},C=class extends w{name="Unsealable";constructor(t){super("unsealable",t)}},N=class extends w{name="BadSignature"},O=class extends w{name="Refused"},W=class extends w{name="Unreadable"};function Re(e){if(e instanceof w)return null;throw e}var ae=new TextEncoder,ie=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),j=e=>ae.encode(e);function se(e){try{return ie.decode(e)}catch(t){throw new p("utf8",t)}}function x(...e){let t=new Uint8Array(e.reduce((n,o)=>n+o.length,0)),r=0;for(let n of e)t.set(n,r),r+=n.length;return t}function ce(e){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,e),t}function qe(e){let t=new Uint8Array(8);return new DataView(t.buffer).setBigUint64(0,BigInt(e)),t}var ue=e=>x(ce(e.length),e),Ge=(...e)=>x(...e.map(ue)),Ye=e=>crypto.getRandomValues(new Uint8Array(e));function le(e,t){if(e.length!==t.length)return!1;let r=0;for(let n=0;n<e.length;n+=1)r|=e[n]^t[n];return r===0}function F(...e){for(let t of e)t.fill(0)}function Qe(e,t){let r=Math.min(e.length,t.length);for(let n=0;n<r;n+=1)if(e[n]!==t[n])return e[n]-t[n];return e.length-t.length}var B=class{constructor(t){this.bytes=t,this.at=0}take(t){if(this.at+t>this.bytes.length)throw new p("too-short");return this.at+=t,this.bytes.slice(this.at-t,this.at)}u32(){let t=this.take(4);return new DataView(t.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new p("left-over")}};function E(e){let t="";for(let r=0;r<e.length;r+=8192)t+=String.fromCharCode(...e.subarray(r,r+8192));return btoa(t).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function I(e,t=null){if(typeof e!="string"||!/^[A-Za-z0-9_-]*$/.test(e)||e.length%4===1)throw new p("b64");let r=atob(e.replaceAll("-","+").replaceAll("_","/")),n=new Uint8Array(r.length);for(let a=0;a<n.length;a+=1)n[a]=r.charCodeAt(a);let o=e.length-e.length%4;if(E(n.subarray(o/4*3))!==e.slice(o))throw new p("b64");if(t!==null&&n.length!==t)throw new p("length");return n}var pe=e=>j(A(e));function A(e){if(e===null||typeof e=="boolean")return String(e);if(typeof e=="number")return de(e);if(typeof e=="string")return fe(e);if(Array.isArray(e))return`[${e.map(A).join(",")}]`;if(typeof e=="object")return he(e);throw new p("json")}function he(e){let t=Object.keys(e).sort();if(!t.every(r=>/^[\x00-\x7f]*$/.test(r)))throw new p("json");return`{${t.map(r=>`${JSON.stringify(r)}:${A(e[r])}`).join(",")}}`}function de(e){if(!Number.isSafeInteger(e)||e<0||Object.is(e,-0))throw new p("json");return String(e)}function fe(e){if(/\p{Surrogate}/u.test(e))throw new p("json");return JSON.stringify(e)}function Xe(e){let t=we(se(e));if(typeof t!="object"||t===null||Array.isArray(t))throw new p("json");if(!le(me(t),e))throw new p("json");return t}function me(e){try{return pe(e)}catch(t){throw t instanceof RangeError?new p("json",t):t}}function we(e){try{return JSON.parse(e)}catch(t){throw new p("json",t)}}var ge=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),V={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},ye=new Uint8Array(32);async function rt(e){return new Uint8Array(await crypto.subtle.digest("SHA-256",$(e)))}async function be(e){return e instanceof CryptoKey?e:crypto.subtle.importKey("raw",$(e),"HKDF",!1,["deriveBits"])}async function xe(e,t,r,n){let o={name:"HKDF",hash:"SHA-256",salt:$(t),info:$(r)};return new Uint8Array(await crypto.subtle.deriveBits(o,await be(e),8*n))}var nt=(e,t,r=32)=>xe(e,ye,j(`adviespunt/v1/${t}`),r);async function ot(e,t){try{return typeof Worker>"u"?await $e(e,t):await ve(e,t)}finally{F(e)}}async function $e(e,t){let{argon2id:r}=await import("../../vendor/argon2id.js");return x(await r({...ge,password:e,salt:t,outputType:"binary"}))}function ve(e,t){let r=M("argon2");return new Promise((n,o)=>{r.onmessage=({data:a})=>a.root?n(a.root):o(new Error("argon2")),r.onerror=()=>o(new Error("argon2")),r.postMessage({password:e,salt:t})}).finally(()=>r.terminate())}var P;function M(e){return new Worker(ke(V[e]),{type:"module"})}function ke(e){let t=globalThis.trustedTypes;return t?(P??=t.createPolicy("adviespunt",{createScriptURL:je}),P?.createScriptURL(e)):e}function je(e){if(!Object.values(V).includes(e))throw new TypeError("not a worker of this portal");return e}var $=e=>e;var _=13,Ee=16,R=1e3,J=5,Ae=90;async function K({challenge:e,effort:t},{tell:r,signal:n}){let o=I(e).slice(_,_+Ee),a=Date.now(),u=l=>r(Me(l,t,Date.now()-a));return r(i("Het is nu druk. Je browser rekent even, zodat niemand het adviespunt kan doen vastlopen.")),`${e}.${E(await Se(o,t,u,n))}`}function Me(e,t,r){let n=Math.max(t-e,t/4),o=r/e*n/R;return o>Ae?i("Het is nu druk. Je browser rekent even: nog ongeveer {n} minuten. Wat je schreef blijft staan.",{n:Math.ceil(o/60)}):i("Het is nu druk. Je browser rekent even: nog ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Z(o)})}var Z=e=>Math.max(1,Math.ceil(e/J))*J;function Se(e,t,r,n){let o=M("work");return new Promise((u,l)=>{let f=()=>l(new h(429,"stopped"));n.aborted&&f(),n.addEventListener("abort",f,{once:!0}),o.onerror=()=>l(new Error("work")),o.onmessage=({data:g})=>{g.nonce?u(g.nonce):r(g.tries)},o.postMessage({salt:e,effort:t})}).finally(()=>o.terminate())}function q(e,{tell:t,signal:r}){return new Promise((n,o)=>{let a=Math.max(1,Math.ceil(e)),u=()=>{clearInterval(g),r.removeEventListener("abort",l)},l=()=>{u(),o(new h(429,"stopped"))},f=()=>{if(a<=0){u(),n();return}t(i("Het is nu heel druk. Je browser probeert het vanzelf opnieuw over ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Z(a)})),a-=1},g=setInterval(f,R);r.addEventListener("abort",l),r.aborted?l():f()})}var S=class{constructor(t){this.waiting=t,this.headers={},this.settling=null}async until(t){for(;;){let r=this.headers;try{return await t(r)}catch(n){if(!(n instanceof h)||!Te.has(n.problem))throw n;await this.settle(n,r)}}}async settle(t,r){this.settling===null&&r!==this.headers||(this.settling??=this.answer(t).finally(()=>{this.settling=null,this.waiting.tell("")}),await this.settling)}async answer({problem:t,content:r}){t==="work"?this.headers={"Adviespunt-Work":await K(r.work,this.waiting)}:await q(Number(r?.seconds??5),this.waiting)}},Te=new Set(["work","throttled"]);function dt(e,t){let r=new S(t);return{...e,put:(n,o)=>r.until(a=>e.put(n,o,a)),post:(n,o)=>r.until(a=>e.post(n,o,a))}}var G={archive:s`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":s`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":s`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,camera:s`<path d="M13.997 4a2 2 0 0 1 1.76 1.05l.486.9A2 2 0 0 0 18.003 7H20a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h1.997a2 2 0 0 0 1.759-1.048l.489-.904A2 2 0 0 1 10.004 4z"/><circle cx="12" cy="13" r="3"/>`,check:s`<path d="M20 6 9 17l-5-5"/>`,"circle-check":s`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":s`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,eye:s`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":s`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,info:s`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":s`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,"log-out":s`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,paperclip:s`<path d="m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"/>`,pencil:s`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,"refresh-cw":s`<path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/><path d="M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16"/><path d="M8 16H3v5"/>`,"rotate-cw":s`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,send:s`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"shield-check":s`<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"/><path d="m9 12 2 2 4-4"/>`,"trash-2":s`<path d="M10 11v6"/><path d="M14 11v6"/><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"/><path d="M3 6h18"/><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"/>`,"triangle-alert":s`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,x:s`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":s`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":s`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function v(e){return c`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${G[e]}</svg>`}function bt(e,t){return c`<div class="notice ${e}">
    ${v({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[e])}
    <div class="stack tight">${t}</div>
  </div>`}function xt(e,t=""){return c`<span class="badge ${t}">${e}</span>`}function T(e,t){return c`<div class="field">
    <label for=${e.id}>${e.label}</label>
    ${e.hint?c`<div class="hint" id=${`${e.id}-hint`}>${e.hint}</div>`:d} ${t}
    ${Y(e)}
  </div>`}function Y(e){return c`<div id=${`${e.id}-error`} aria-live="polite">
    ${e.error?c`<p class="error">${v("triangle-alert")}<span>${e.error}</span></p>`:d}
  </div>`}var H=e=>[e.hint?`${e.id}-hint`:"",e.error?`${e.id}-error`:""].filter(Boolean).join(" ")||d,D=e=>t=>e.input(t.target.value);function jt(e){return T(e,c`<input
      id=${e.id}
      type="text"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      autocorrect="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-form-type="other"
      .value=${e.value}
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":d}
      aria-describedby=${H(e)}
      @input=${D(e)}
    />`)}function Et(e){return T(e,c`<div class="with-button">
      <input
        id=${e.id}
        type="text"
        class=${e.shown?"":"masked"}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        autocorrect="off"
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":d}
        aria-describedby=${H(e)}
        @input=${D(e)}
      />
      <button
        type="button"
        class="button square"
        aria-pressed=${String(e.shown)}
        aria-controls=${e.id}
        @click=${e.toggle}
      >
        ${v(e.shown?"eye-off":"eye")}<span class="sr">${i("Toon wat je typt")}</span>
      </button>
    </div>`)}function At(e){return T(e,c`<textarea
        id=${e.id}
        rows=${e.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":d}
        aria-describedby=${H(e)}
        @input=${D(e)}
      ></textarea>
      ${e.limit?c`<p class="hint counter">${He(e.value,e.limit)}</p>`:d}`)}function He(e,t){let r=t-[...e].length;return r<0?i("{n} tekens te veel",{n:b(-r)}):r<t/5?i("Nog plaats voor {n} tekens",{n:b(r)}):i("Hoogstens {n} tekens",{n:b(t)})}function Mt(e){return c`<fieldset aria-describedby=${`${e.id}-error`}>
    <legend>${e.label}</legend>
    ${e.hint?c`<div class="hint">${e.hint}</div>`:d} ${Y(e)}
    ${e.options.map((t,r)=>c`<label class="choice">
          <input
            type="radio"
            id=${r===0?e.id:`${e.id}-${r}`}
            ?checked=${t.key===e.value}
            .checked=${t.key===e.value}
            @change=${()=>e.change(t.key)}
            @keydown=${De}
          />
          <span>${t.label}${t.text?c`<small>${t.text}</small>`:d}</span>
        </label>`)}
  </fieldset>`}function De(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let r=e.target,n=[...r.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],o=n[(n.indexOf(r)+t+n.length)%n.length];o.focus(),o.click()}function St(e){return c`<label class="choice">
    <input
      type="checkbox"
      id=${e.id}
      .checked=${e.checked}
      ?disabled=${e.disabled}
      @change=${t=>e.change(t.target.checked)}
    />
    <span>${e.label}${e.text?c`<small>${e.text}</small>`:d}</span>
  </label>`}function Tt({label:e,click:t,busy:r=!1,busyLabel:n,kind:o="primary",disabled:a=!1,type:u="button"}){let l=()=>{!r&&!a&&u==="button"&&t()};return c`<button
    type=${u}
    class="button ${o}"
    aria-busy=${String(r)}
    aria-disabled=${String(r||a)}
    @click=${l}
  >
    ${r?n??e:e}
  </button>`}function Ht(){let e=document.querySelector(".error"),t=e?.closest(".field, fieldset")?.querySelector("input, select, textarea")??e;t instanceof HTMLElement&&(t===e&&(t.tabIndex=-1),t.scrollIntoView({block:"center"}),t.focus())}var Q={network:()=>i("Er is geen verbinding. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het opnieuw."),"wrong-credentials":()=>i("Deze naam en dit wachtwoord horen niet bij elkaar, of je vraag is intussen gearchiveerd. Kijk op je papier en probeer het opnieuw."),"not-found":()=>i("Hier is niets meer te lezen: je vraag is gearchiveerd of ingetrokken. Er is niets verstuurd. Heb je nog een vraag, stel ze dan gerust opnieuw."),throttled:()=>i("Er wordt nu te vaak geprobeerd om aan te melden. Wacht enkele minuten en probeer het opnieuw."),"signed-out":()=>i("Je bent afgemeld omdat het een tijd stil was. Meld je opnieuw aan: wat je schreef staat er nog."),closed:()=>i("Deze vraag is afgesloten of ingetrokken. Je bericht is niet verstuurd. Stel gerust een nieuwe vraag."),"not-ready":()=>i("Hier kan nog geen vraag gesteld worden. Er is niets verstuurd."),full:()=>i("De server is vol. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het later opnieuw."),limits:()=>i("Dit is te groot om te versturen. Laat een bijlage weg of kort je tekst in. Er is niets verstuurd."),"too-large":()=>i("Dit is te groot om te versturen. Laat een bijlage weg of kort je tekst in. Er is niets verstuurd."),conflict:()=>i("Er veranderde net iets aan de lijst van medewerkers. Er is niets verstuurd. Verstuur nog eens."),stopped:()=>i("Je hebt het gestopt. Er is niets verstuurd, en wat je schreef staat er nog."),"wrong-word":()=>i("Dit is niet het toegangswoord. Kijk na wat je op het werk kreeg en typ het opnieuw."),word:()=>i("Het toegangswoord is intussen veranderd. Er is niets verstuurd, en wat je schreef staat er nog."),"mailbox-exists":()=>i("Deze naam met dit wachtwoord is al in gebruik. Kies iets anders.")},Le=e=>!(e instanceof h)&&(navigator.onLine===!1||e instanceof TypeError&&/import|module/i.test(e.message));function zt(e,t=!1){return t?i("We kregen geen bevestiging. Misschien is je bericht aangekomen, misschien niet. Verstuur het nog eens: het komt nooit dubbel aan. Sluit deze pagina nog niet."):Le(e)?Q.network():e instanceof h?Q[e.problem]?.()??i("De server weigerde dit. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het straks opnieuw."):i("Er ging iets mis in je browser. Er is niets verstuurd, en wat je schreef staat er nog. Probeer het opnieuw.")}function Wt(e){return Ue(t=>c` <div class="stack">
        <h2 id="dialog-title">${e.title}</h2>
        <div class="stack tight">${e.text}</div>
        <div class="actions">
          <button type="button" class="button" autofocus @click=${()=>t(!1)}>
            ${e.no??i("Nee, ga terug")}
          </button>
          <button type="button" class="button primary ${e.danger?"danger":""}" @click=${()=>t(!0)}>
            ${e.yes}
          </button>
        </div>
      </div>`).then(t=>t===!0)}function Ue(e,{kind:t="",label:r,stays:n=!1}={}){return new Promise(o=>{let a=document.createElement("dialog");a.className=t,r===void 0?a.setAttribute("aria-labelledby","dialog-title"):a.setAttribute("aria-label",r);let u=null,l=f=>{u=f,a.close()};n&&a.addEventListener("cancel",f=>f.preventDefault()),a.addEventListener("close",()=>{a.remove(),o(u)}),k(e(l),a),document.body.append(a),a.showModal()})}export{L as a,ze as b,Ce as c,h as d,We as e,w as f,p as g,C as h,N as i,O as j,W as k,Re as l,j as m,se as n,x as o,ce as p,qe as q,ue as r,Ge as s,Ye as t,le as u,F as v,Qe as w,B as x,E as y,I as z,pe as A,Xe as B,rt as C,be as D,xe as E,nt as F,ot as G,$ as H,m as I,Fe as J,i as K,Ie as L,Pe as M,b as N,Ve as O,_e as P,S as Q,dt as R,v as S,bt as T,xt as U,Y as V,jt as W,Et as X,At as Y,Mt as Z,St as _,Tt as $,Ht as aa,zt as ba,Wt as ca,Ue as da};
