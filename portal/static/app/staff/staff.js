import{a as d,b as $,c as f,d as ne,f as hs}from"./lit-html.js";var fs=null,ms=()=>fs===null?{}:{"Adviespunt-Pass":fs};var K=class extends Error{constructor(t,n,r=null,a=null){super(n),this.name="ApiError",this.status=t,this.problem=n,this.detail=r,this.content=a}};function yd(e={}){let{base:t="/api/v1",fetch:n=globalThis.fetch.bind(globalThis)}=e,r=async(a,s,i,c)=>kd(await n(t+s,bd(a,i,c)).catch(gs));return{get:a=>r("GET",a),put:(a,s,i)=>r("PUT",a,s,i).catch(c=>{if(c instanceof K&&c.problem==="network")return r("PUT",a,s,i);throw c}),post:(a,s,i)=>r("POST",a,s,i),del:a=>r("DELETE",a)}}function gs(){throw new K(0,"network")}function bd(e,t,n){let r={method:e,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...ms(),...n}};return t===void 0?r:t instanceof FormData?{...r,body:t}:t instanceof Uint8Array?{...r,body:t,headers:{...r.headers,"Content-Type":"application/octet-stream"}}:{...r,body:JSON.stringify(t),headers:{...r.headers,"Content-Type":"application/json"}}}async function kd(e){let t=await vd(e).catch(gs);if(e.ok)return t;let n=typeof t?.problem=="string"?t.problem:`http-${e.status}`;throw new K(e.status,n,t?.detail??null,t)}async function vd(e){let t=e.headers.get("Content-Type")??"";return e.status===204?null:t.startsWith("application/octet-stream")?new Uint8Array(await e.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(t)?e.json():null}var Jt=typeof location>"u"?null:yd();var N=class extends Error{name="ProtocolError";constructor(t="",n=void 0){super(t,{cause:n}),this.reason=t}},M=class extends N{name="Malformed"},z=class extends N{name="Unsealable";constructor(t){super("unsealable",t)}},Ze=class extends N{name="BadSignature"},b=class extends N{name="Refused"},Le=class extends N{name="Unreadable"};var $d=new TextEncoder,xd=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),A=e=>$d.encode(e);function xn(e){try{return xd.decode(e)}catch(t){throw new M("utf8",t)}}function E(...e){let t=new Uint8Array(e.reduce((r,a)=>r+a.length,0)),n=0;for(let r of e)t.set(r,n),n+=r.length;return t}function Pt(e){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,e),t}function ws(e){let t=new Uint8Array(8);return new DataView(t.buffer).setBigUint64(0,BigInt(e)),t}var Re=e=>E(Pt(e.length),e),G=(...e)=>E(...e.map(Re)),R=e=>crypto.getRandomValues(new Uint8Array(e));function y(e,t){if(e.length!==t.length)return!1;let n=0;for(let r=0;r<e.length;r+=1)n|=e[r]^t[r];return n===0}function re(...e){for(let t of e)t.fill(0)}function ie(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<n;r+=1)if(e[r]!==t[r])return e[r]-t[r];return e.length-t.length}var Ae=class{constructor(t){this.bytes=t,this.at=0}take(t){if(this.at+t>this.bytes.length)throw new M("too-short");return this.at+=t,this.bytes.slice(this.at-t,this.at)}u32(){let t=this.take(4);return new DataView(t.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new M("left-over")}};function h(e){let t="";for(let n=0;n<e.length;n+=8192)t+=String.fromCharCode(...e.subarray(n,n+8192));return btoa(t).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function g(e,t=null){if(typeof e!="string"||!/^[A-Za-z0-9_-]*$/.test(e)||e.length%4===1)throw new M("b64");let n=atob(e.replaceAll("-","+").replaceAll("_","/")),r=new Uint8Array(n.length);for(let s=0;s<r.length;s+=1)r[s]=n.charCodeAt(s);let a=e.length-e.length%4;if(h(r.subarray(a/4*3))!==e.slice(a))throw new M("b64");if(t!==null&&r.length!==t)throw new M("length");return r}var Ee=e=>A(Sr(e));function Sr(e){if(e===null||typeof e=="boolean")return String(e);if(typeof e=="number")return jd(e);if(typeof e=="string")return Sd(e);if(Array.isArray(e))return`[${e.map(Sr).join(",")}]`;if(typeof e=="object")return Ed(e);throw new M("json")}function Ed(e){let t=Object.keys(e).sort();if(!t.every(n=>/^[\x00-\x7f]*$/.test(n)))throw new M("json");return`{${t.map(n=>`${JSON.stringify(n)}:${Sr(e[n])}`).join(",")}}`}function jd(e){if(!Number.isSafeInteger(e)||e<0||Object.is(e,-0))throw new M("json");return String(e)}function Sd(e){if(/\p{Surrogate}/u.test(e))throw new M("json");return JSON.stringify(e)}function Ie(e){let t=Md(xn(e));if(typeof t!="object"||t===null||Array.isArray(t))throw new M("json");if(!y(Ad(t),e))throw new M("json");return t}function Ad(e){try{return Ee(e)}catch(t){throw t instanceof RangeError?new M("json",t):t}}function Md(e){try{return JSON.parse(e)}catch(t){throw new M("json",t)}}var Dd=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),bs={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},Kd=new Uint8Array(32);async function I(e){return new Uint8Array(await crypto.subtle.digest("SHA-256",ge(e)))}async function ks(e,t){let n=await crypto.subtle.importKey("raw",ge(e),{name:"HMAC",hash:"SHA-256"},!1,["sign"]);return new Uint8Array(await crypto.subtle.sign("HMAC",n,ge(t)))}async function En(e){return e instanceof CryptoKey?e:crypto.subtle.importKey("raw",ge(e),"HKDF",!1,["deriveBits"])}async function Ar(e,t,n,r){let a={name:"HKDF",hash:"SHA-256",salt:ge(t),info:ge(n)};return new Uint8Array(await crypto.subtle.deriveBits(a,await En(e),8*r))}var ae=(e,t,n=32)=>Ar(e,Kd,A(`adviespunt/v1/${t}`),n);async function vs(e,t){try{return typeof Worker>"u"?await Nd(e,t):await Od(e,t)}finally{re(e)}}async function Nd(e,t){let{argon2id:n}=await import("../../vendor/argon2id.js");return E(await n({...Dd,password:e,salt:t,outputType:"binary"}))}function Od(e,t){let n=Mr("argon2");return new Promise((r,a)=>{n.onmessage=({data:s})=>s.root?r(s.root):a(new Error("argon2")),n.onerror=()=>a(new Error("argon2")),n.postMessage({password:e,salt:t})}).finally(()=>n.terminate())}var ys;function Mr(e){return new Worker(zd(bs[e]),{type:"module"})}function zd(e){let t=globalThis.trustedTypes;return t?(ys??=t.createPolicy("adviespunt",{createScriptURL:Td}),ys?.createScriptURL(e)):e}function Td(e){if(!Object.values(bs).includes(e))throw new TypeError("not a worker of this portal");return e}var ge=e=>e;var Pd=15,Cd=5,Nr="k",Kr=12,Dr=6e4;async function $s({kind:e,id:t,seed:n},r){let a=R(Kr),s=await xs(r,"encrypt"),i=await crypto.subtle.encrypt(Es(a,e,t),s,ge(n));sessionStorage.setItem(Nr,h(E(a,new Uint8Array(i))))}async function Or(e,t){let n=sessionStorage.getItem(Nr);if(n===null)return null;let r=await Bd(e);if(r===null||r.kind!==t)return null;try{return await Ld(g(n),r)}catch{return Ct(),null}}async function Bd(e){try{return await e.get("/session")}catch(t){if(!(t instanceof K)||t.status!==401)throw t;return Ct(),null}}async function Ld(e,{kind:t,id:n,role:r=null,tab_key:a}){let s=g(n,16),i=await xs(a,"decrypt"),c=Es(e.slice(0,Kr),t,s),l=new Uint8Array(await crypto.subtle.decrypt(c,i,e.slice(Kr)));return{kind:t,id:s,role:r,seed:l}}async function xs(e,t){let n=g(e,32),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,[t]);return re(n),r}function Es(e,t,n){return{name:"AES-GCM",iv:e,additionalData:E(A(`adviespunt/v1/tab/${t}`),n)}}function Ct(){sessionStorage.removeItem(Nr)}async function js(e){Ct(),await e.del("/session").catch(()=>{})}function zr(e,t){let n=Date.now(),r=n,a=()=>{n=Date.now()},s=()=>{let u=Date.now();u-n>=Pd*Dr?(l(),Ct(),t()):n>r&&u-r>=Cd*Dr&&(r=u,e.get("/session").catch(()=>{}))},i=["keydown","pointerdown","input","wheel"],c=setInterval(s,Dr/4),l=()=>{clearInterval(c),document.removeEventListener("visibilitychange",s);for(let u of i)removeEventListener(u,a,{capture:!0})};for(let u of i)addEventListener(u,a,{capture:!0,passive:!0});return document.addEventListener("visibilitychange",s),l}function Ls(e,t,n){let r=new Uint8Array(n);r.set(e);let a=t;for(let s=n-1;s>=0&&a>0;s--)r[s]=r[s]^a&255,a=Math.floor(a/256);return r}function Rd(e){return Math.min(2**(8*e)-1,Number.MAX_SAFE_INTEGER)}function Rs(e,t){if(e>=t)throw new Gs("Sequence number overflow");return++e}async function Is(e,t,n,r){Me(n,"exporterContext");let a=no(e.KDF);if(!Number.isInteger(r)||r<=0||r>65535)throw new TypeError('"L" must be a positive integer not exceeding 65535');if(a===2&&r>255*e.KDF.Nh)throw new TypeError('"L" must not exceed 255*Nh of the cipher suite KDF');return await(a===1?Yd:Qd)(e.KDF,e.id,t,n,r)}var _s=class{#e=Promise.resolve();async lock(){let e,t=new Promise(r=>{e=r}),n=this.#e;return this.#e=t,await n,e}};function Us(e,t,n,r,a){return{suite:e,mode:t,key:n,base_nonce:r,exporter_secret:a,max_seq:Rd(e.AEAD.Nn),seq:0,mutex:void 0}}var Id=class{#e;constructor(e,t,n,r,a){this.#e=Us(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Seal(e,t){Me(e,"plaintext"),t??=new Uint8Array,Me(t,"aad");let n=this.#e;if(n.suite.AEAD.id===Qt)throw new TypeError("Export-only AEAD cannot be used with Seal");n.mutex??=new _s;let r=await n.mutex.lock(),a;try{return a=await n.suite.AEAD.Seal(n.key,Ls(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e),n.seq=Rs(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await Is(this.#e.suite,this.#e.exporter_secret,e,t)}get Nt(){return this.#e.suite.AEAD.Nt}},_d=class{#e;constructor(e,t,n,r,a){this.#e=Us(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Open(e,t){Me(e,"ciphertext"),t??=new Uint8Array,Me(t,"aad");let n=this.#e;if(n.suite.AEAD.id===Qt)throw new TypeError("Export-only AEAD cannot be used with Open");n.mutex??=new _s;let r=await n.mutex.lock();try{let a;try{a=await n.suite.AEAD.Open(n.key,Ls(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e)}catch(s){throw s instanceof Gs||s instanceof yt?s:new Hd("AEAD decryption failed",{cause:s})}return n.seq=Rs(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await Is(this.#e.suite,this.#e.exporter_secret,e,t)}},Tr=(e,t)=>{try{let n=e();if(n.type!==t)throw new Error(`Invalid "${t}" return discriminator`);return n}catch(n){throw new TypeError(`Invalid "${t}"`,{cause:n})}},Ud=class{#e;constructor(e,t,n){let r=Tr(e,"KEM"),a=Tr(t,"KDF"),s=Tr(n,"AEAD");this.#e={KEM:r,KDF:a,AEAD:s,id:je(qd,Ue(r.id,2),Ue(a.id,2),Ue(s.id,2))}}get KEM(){return{id:this.#e.KEM.id,name:this.#e.KEM.name,Nsecret:this.#e.KEM.Nsecret,Nenc:this.#e.KEM.Nenc,Npk:this.#e.KEM.Npk,Nsk:this.#e.KEM.Nsk}}get KDF(){return{id:this.#e.KDF.id,name:this.#e.KDF.name,stages:this.#e.KDF.stages,Nh:this.#e.KDF.Nh}}get AEAD(){return{id:this.#e.AEAD.id,name:this.#e.AEAD.name,Nk:this.#e.AEAD.Nk,Nn:this.#e.AEAD.Nn,Nt:this.#e.AEAD.Nt}}async GenerateKeyPair(e){return e??=!1,Pr(e),await this.#e.KEM.GenerateKeyPair(e)}async DeriveKeyPair(e,t){if(t??=!1,Pr(t),Me(e,"ikm"),e.byteLength<this.#e.KEM.Nsk)throw new Ds('Insufficient "ikm" length');try{return await this.#e.KEM.DeriveKeyPair(e,t)}catch(n){throw n instanceof yt?n:new Ds("Key derivation failed",{cause:n})}}async SerializePrivateKey(e){return Bt(e,"private",!0),await this.#e.KEM.SerializePrivateKey(e)}async SerializePublicKey(e){return Bt(e,"public",!0),await this.#e.KEM.SerializePublicKey(e)}async DeserializePrivateKey(e,t){t??=!1,Pr(t),Me(e,"privateKey");try{if(e.byteLength!==this.#e.KEM.Nsk)throw new Error('Invalid "privateKey" length');return await this.#e.KEM.DeserializePrivateKey(e,t)}catch(n){throw n instanceof yt?n:new As("Private key deserialization failed",{cause:n})}}async DeserializePublicKey(e){Me(e,"publicKey");try{if(e.byteLength!==this.#e.KEM.Npk)throw new Error('Invalid "publicKey" length');return await this.#e.KEM.DeserializePublicKey(e)}catch(t){throw t instanceof yt?t:new As("Public key deserialization failed",{cause:t})}}async Seal(e,t,n){if(this.#e.AEAD.id===Qt)throw new TypeError("Export-only AEAD cannot be used with Seal");let{encapsulatedSecret:r,ctx:a}=await this.SetupSender(e,n),s=await a.Seal(t,n?.aad);return{encapsulatedSecret:r,ciphertext:s}}async Open(e,t,n,r){if(this.#e.AEAD.id===Qt)throw new TypeError("Export-only AEAD cannot be used with Open");return await(await this.SetupRecipient(e,t,r)).Open(n,r?.aad)}async SendExport(e,t,n,r){let{encapsulatedSecret:a,ctx:s}=await this.SetupSender(e,r),i=await s.Export(t,n);return{encapsulatedSecret:a,exportedSecret:i}}async ReceiveExport(e,t,n,r,a){return await(await this.SetupRecipient(e,t,a)).Export(n,r)}async SetupSender(e,t){Bt(e,"public");let n,r;try{let u=await this.#e.KEM.Encap(e);n=u.shared_secret,r=u.enc}catch(u){throw u instanceof Ss||u instanceof yt?u:new Fd("Encapsulation failed",{cause:u})}let a=t?.psk?.byteLength?Ns:Ks,{key:s,base_nonce:i,exporter_secret:c}=await zs(this.#e,a,n,t?.info,t?.psk,t?.pskId),l=new Id(this.#e,a,s,i,c);return{encapsulatedSecret:r,ctx:l}}async SetupRecipient(e,t,n){let{skR:r,pkR:a}=this.#t(e);if(Me(t,"encapsulatedSecret"),t.byteLength!==this.#e.KEM.Nenc)throw new Ms("Invalid encapsulated secret length");let s;try{s=await this.#e.KEM.Decap(t,r,a)}catch(p){throw p instanceof Ss||p instanceof yt?p:new Ms("Decapsulation failed",{cause:p})}let i=n?.psk?.byteLength?Ns:Ks,{key:c,base_nonce:l,exporter_secret:u}=await zs(this.#e,i,s,n?.info,n?.psk,n?.pskId);return new _d(this.#e,i,c,l,u)}#t(e){return eu(e)?{skR:e.privateKey,pkR:e.publicKey}:(Bt(e,"private"),{skR:e,pkR:void 0})}},Ss=class Fs extends Error{constructor(t,n){super(t,n),this.name="ValidationError",Error.captureStackTrace?.(this,Fs)}},As=class Hs extends Error{constructor(t,n){super(t,n),this.name="DeserializeError",Error.captureStackTrace?.(this,Hs)}},Fd=class qs extends Error{constructor(t,n){super(t,n),this.name="EncapError",Error.captureStackTrace?.(this,qs)}},Ms=class Ws extends Error{constructor(t,n){super(t,n),this.name="DecapError",Error.captureStackTrace?.(this,Ws)}},Hd=class Vs extends Error{constructor(t,n){super(t,n),this.name="OpenError",Error.captureStackTrace?.(this,Vs)}},Gs=class Js extends Error{constructor(t,n){super(t,n),this.name="MessageLimitReachedError",Error.captureStackTrace?.(this,Js)}},Ds=class Ys extends Error{constructor(t,n){super(t,n),this.name="DeriveKeyPairError",Error.captureStackTrace?.(this,Ys)}},yt=class Zs extends Error{constructor(t,n){super(t,n),this.name="NotSupportedError",Error.captureStackTrace?.(this,Zs)}},Ks=0,Ns=1;function je(...e){let t=e.reduce((a,{length:s})=>a+s,0),n=new Uint8Array(t),r=0;for(let a of e)n.set(a,r),r+=a.length;return n}function _e(e,t,n){return Uint8Array.prototype.slice.call(e,t,n)}function Oe(e){let t=new Uint8Array(e.length);for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);if(r>127)throw new TypeError("Input string must contain only ASCII characters");t[n]=r}return t}var Rr=Oe("HPKE-v1"),qd=Oe("HPKE"),Xs=Oe("KEM"),Qs=Oe("sec"),eo=Oe("secret"),Wd=Oe("key"),Vd=Oe("base_nonce"),Os=Oe("exp"),Gd=Oe("psk_id_hash"),Jd=Oe("info_hash"),to=Oe("DeriveKeyPair");function Zt(e){return je(Ue(e.byteLength,2),e)}async function Mn(e,t,n,r,a,s){let i=je(n,Rr,t,Zt(r),Ue(s,2),a);return await e.Derive(i,s)}async function Yd(e,t,n,r,a){return it(r,"Exporter context",Sn),await Mn(e,t,n,Qs,r,a)}async function Zd(e,t,n,r,a,s){it(a,"PSK",Sn),it(s,"PSK ID",Sn),it(r,"Info",Sn);let i=je(Zt(a),Zt(n)),c=je(Ue(t,1),Zt(s),Zt(r)),l=await Mn(e.KDF,e.id,i,eo,c,e.AEAD.Nk+e.AEAD.Nn+e.KDF.Nh),u=_e(l,0,e.AEAD.Nk),p=_e(l,e.AEAD.Nk,e.AEAD.Nk+e.AEAD.Nn),m=_e(l,e.AEAD.Nk+e.AEAD.Nn);return{key:u,base_nonce:p,exporter_secret:m}}var jn=65535,Sn=65535;function it(e,t,n){if(e.byteLength>n)throw new TypeError(`${t} length must not exceed ${n} bytes`)}function Me(e,t){if(!(e instanceof Uint8Array))throw new TypeError(`"${t}" must be Uint8Array`);if(typeof SharedArrayBuffer<"u"&&e.buffer instanceof SharedArrayBuffer)throw new TypeError(`"${t}" must not be backed by a SharedArrayBuffer`)}function Pr(e){if(typeof e!="boolean")throw new TypeError('"extractable" must be boolean')}async function Xd(e,t,n,r,a,s){it(a,"PSK",jn),it(s,"PSK ID",jn),it(r,"Info",jn);let[i,c]=await Promise.all([Cr(e.KDF,e.id,new Uint8Array,Gd,s),Cr(e.KDF,e.id,new Uint8Array,Jd,r)]),l=je(Ue(t,1),i,c),u=await Cr(e.KDF,e.id,n,eo,a);if(e.AEAD.id===Qt){let v=await Xt(e.KDF,e.id,u,Os,l,e.KDF.Nh);return{key:new Uint8Array,base_nonce:new Uint8Array,exporter_secret:v}}let[p,m,w]=await Promise.all([Xt(e.KDF,e.id,u,Wd,l,e.AEAD.Nk),Xt(e.KDF,e.id,u,Vd,l,e.AEAD.Nn),Xt(e.KDF,e.id,u,Os,l,e.KDF.Nh)]);return{key:p,base_nonce:m,exporter_secret:w}}async function Qd(e,t,n,r,a){return it(r,"Exporter context",jn),await Xt(e,t,n,Qs,r,a)}async function Cr(e,t,n,r,a){let s=je(Rr,t,r,a);return await e.Extract(n,s)}async function Xt(e,t,n,r,a,s){let i=je(Ue(s,2),Rr,t,r,a);return await e.Expand(n,i,s)}function eu(e){if(!e||typeof e!="object")return!1;if("publicKey"in e&&"privateKey"in e){let t=e.publicKey;e=e.privateKey;try{if(Bt(t,"public"),Bt(e,"private"),t.algorithm.name!==e.algorithm.name)throw new TypeError("key pair algorithms do not match")}catch(n){throw new TypeError('Invalid "privateKey"',{cause:n})}return!0}return!1}function Bt(e,t,n){let r=e;if(typeof r.algorithm!="object"||typeof r.algorithm.name!="string"||typeof r.extractable!="boolean"||typeof r.type!="string"||r.type!==t)throw new TypeError(`Invalid "${t}Key"`);if(n&&r.extractable!==!0)throw new TypeError(`"${t}Key" must be extractable`)}function Ue(e,t){if(!Number.isSafeInteger(t)||t<=0)throw new Error("w must be a positive safe integer");if(!Number.isSafeInteger(e)||e<0)throw new Error("n must be a non-negative safe integer");let n=Math.pow(256,t);if(e>=n)throw new Error("n too large to fit in w-length byte string");let r=new Uint8Array(t),a=e;for(let s=0;s<t&&a;s++)r[t-(s+1)]=a%256,a=Math.floor(a/256);return r}function no(e){if(e.stages===1||e.stages===2)return e.stages;throw new Error("unreachable")}async function zs(e,t,n,r,a,s){r??=new Uint8Array,Me(r,"info"),a??=new Uint8Array,Me(a,"psk"),s??=new Uint8Array,Me(s,"pskId");let i=no(e.KDF)===1?Zd:Xd;return tu(a,s),await i(e,t,n,r,a,s)}function tu(e,t){if(e.byteLength&&t.byteLength){if(e.byteLength<32)throw new TypeError("Insufficient PSK length");return}if(!(!e.byteLength&&!t.byteLength))throw new TypeError("Inconsistent PSK inputs")}var Br=()=>{throw new Error("unreachable")},Qt=65535,nu=2**36-31,iw=2**38-64;async function O(e,t){try{return await e(crypto.subtle)}catch(n){throw n instanceof TypeError||n instanceof DOMException&&n.name==="NotSupportedError"?new yt(`${t} is unsupported in this runtime`,{cause:n}):n}}async function Lr(e,t,n){let r=e.get(t);if(r&&r.bytes.byteLength===t.byteLength&&r.bytes.every((i,c)=>i===t[c]))return r.key;let a=_e(t),s={bytes:a,key:n(a)};e.set(t,s);try{return await s.key}catch(i){throw e.get(t)===s&&e.delete(t),i}}function ru(){let e;async function t(r){return await O(a=>a.importKey("raw",r,{name:"HMAC",hash:this.hash},!1,["sign"]),this.name)}let n=new WeakMap;return{stages:2,Derive:Br,async Extract(r,a){let s=r.byteLength===0?e??=await t.call(this,new ArrayBuffer(this.Nh)):await t.call(this,r);return new Uint8Array(await O(i=>i.sign("HMAC",s,a),this.name))},async Expand(r,a,s){if(r.byteLength<this.Nh)throw new Error("prk.byteLength < this.Nh");if(s>255*this.Nh)throw new Error("L must be <= 255*Nh");let i=Math.ceil(s/this.Nh),c=await Lr(n,r,p=>t.call(this,p)),l=new Uint8Array(i*this.Nh),u=new Uint8Array;for(let p=0;p<i;p++){let m=new Uint8Array(u.byteLength+a.byteLength+1);m.set(u),m.set(a,u.byteLength),m[u.byteLength+a.byteLength]=p+1;let w=new Uint8Array(await O(v=>v.sign("HMAC",c,m),this.name));l.set(w,p*this.Nh),u=w}return _e(l,0,s)}}}var au=function(){return{id:1,type:"KDF",name:"HKDF-SHA256",Nh:32,hash:"SHA-256",...ru()}};async function su(e,t,n,r){let a=r<<3,s={name:t,length:a,outputLength:a};return new Uint8Array(await O(i=>i.digest(s,n),e))}function ou(){return{stages:1,async Derive(e,t){return await su(this.name,this.algorithm,e,t)},Extract:Br,Expand:Br}}var ro=function(){return{id:17,type:"KDF",name:"SHAKE256",Nh:64,algorithm:"cSHAKE256",...ou()}};async function iu(e,t,n){if(!t.extractable)throw new TypeError('"privateKey" must be extractable or a Key Pair must be used in this runtime');return await O(async r=>{let a=await r.exportKey("jwk",t);return r.importKey("jwk",{kty:a.kty,crv:a.crv,x:a.x,y:a.y},t.algorithm,!0,n)},e)}async function Ir(e,t,n){return await O(r=>r.getPublicKey?.(t,n),e)||await iu(e,t,n)}function Xe(e,t){if(e.algorithm.name!==t.name)throw new TypeError(`key algorithm must be ${t.name}`);if(e.algorithm.namedCurve!==t.namedCurve)throw new TypeError(`key namedCurve must be ${t.namedCurve}`)}function Ts(e){if(e[Symbol.toStringTag]!=="CryptoKey"){if(e instanceof CryptoKey)return;throw new TypeError("unexpected key constructor")}}async function cu(e,t,n,r,a,s){let i=_e(n),c=new Uint8Array(t+i.byteLength);return c.set(i),c.set(a,i.byteLength),await O(l=>l.importKey("pkcs8",c,r,s,["deriveBits"]),e)}function lu(){return{async DeriveKeyPair(e,t){let n=await Mn(this.kdf,this.suite_id,e,to,new Uint8Array,this.Nsk),r=await this.DeserializePrivateKey(n,t),a=["encapsulateBits"],s=await Ir(this.name,r,a);return{privateKey:r,publicKey:s}},async GenerateKeyPair(e){let t=["encapsulateBits","decapsulateBits"];return await O(n=>n.generateKey(this.algorithm,e,t),this.name)},async SerializePublicKey(e){Xe(e,this.algorithm),Ts(e);let t="raw-public";return new Uint8Array(await O(n=>n.exportKey(t,e),this.name))},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"];return await O(r=>r.importKey(t,e,this.algorithm,!0,n),this.name)},async SerializePrivateKey(e){Xe(e,this.algorithm),Ts(e);let t="raw-seed";return new Uint8Array(await O(n=>n.exportKey(t,e),this.name))},async DeserializePrivateKey(e,t){let n="raw-seed",r=["decapsulateBits"];return await O(a=>a.importKey(n,e,this.algorithm,t,r),this.name)},async Encap(e){Xe(e,this.algorithm);let{sharedKey:t,ciphertext:n}=await O(r=>r.encapsulateBits(this.algorithm,e),this.name);return{shared_secret:new Uint8Array(t),enc:new Uint8Array(n)}},async Decap(e,t,n){return Xe(t,this.algorithm),new Uint8Array(await O(r=>r.decapsulateBits(this.algorithm,t,e),this.name))}}}function du({id:e,name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:s}){let i=ro();return i.name=t,{id:e,suite_id:je(Xs,Ue(e,2)),type:"KEM",name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:s,algorithm:{name:t},kdf:i,...lu()}}function uu(e){let t=new WeakMap;async function n(r){return await O(a=>a.importKey(this.keyFormat,r,this.algorithm,!1,["encrypt","decrypt"]),this.name)}return{async Seal(r,a,s,i){if(i.byteLength>e)throw new RangeError('"pt" exceeds P_MAX');let c=await Lr(t,r,l=>n.call(this,l));return new Uint8Array(await O(l=>l.encrypt({name:this.algorithm,iv:a,additionalData:s},c,i),this.name))},async Open(r,a,s,i){let c=await Lr(t,r,l=>n.call(this,l));return new Uint8Array(await O(l=>l.decrypt({name:this.algorithm,iv:a,additionalData:s},c,i),this.name))}}}var pu=function(){return{id:2,type:"AEAD",name:"AES-256-GCM",Nk:32,Nn:12,Nt:16,algorithm:"AES-GCM",keyFormat:"raw",...uu(nu)}},Yt=e=>{if(e!==we)throw new Error("invalid invocation")},we=Symbol(),Ne=class ao{#e;#t;#n;#r;#a;#s;#o;static#i(t){return t.#e!==void 0}static validate(t,n){try{if(!ao.#i(t))throw new TypeError("unexpected key constructor")}catch{throw new TypeError("unexpected key constructor")}if(n&&!t.extractable)throw new TypeError("key must be extractable")}constructor(t,n,r,a,s,i,c,l){Yt(t),this.#e=n,this.#t=r,this.#n=a,this.#a=s,this.#r=i,this.#s=c,this.#o=l}get algorithm(){return{name:this.#e.name}}get extractable(){return this.#n}get type(){return this.#t}getPublicKey(t){return Yt(t),this.#o}getSeed(t){return Yt(t),_e(this.#s)}getT(t){return Yt(t),this.#r}getPq(t){return Yt(t),this.#a}};function so(e,t,n){if(n.byteLength!==e+t)throw new Error("x.byteLength !== N1 + N2");let r=_e(n,0,e),a=_e(n,-t);return[r,a]}async function Ps(e,t){let n=e.pq.Nseed+e.t.Nseed<<3,r={name:"cSHAKE256",length:n,outputLength:n},a=await O(L=>L.digest(r,t),e.name),[s,i]=so(e.pq.Nseed,e.t.Nseed,new Uint8Array(a)),c="raw-seed",l=["decapsulateBits","encapsulateBits"],u=await O(L=>L.importKey(c,s,e.pq.algorithm,!0,[l[0]]),e.name),p=await Ir(e.name,u,[l[1]]),m=e.t.RandomScalar?.(i)??i,{privateKey:w,publicKey:v}=await e.t.GetKeyPair(m);return{ek_PQ:p,ek_T:v,dk_PQ:u,dk_T:w}}async function Cs(e,t,n,r,a,s){let i=new Uint8Array(await O(l=>l.exportKey("raw",a),e.name)),c=je(t,n,r,i,s);return new Uint8Array(await O(l=>l.digest("SHA3-256",c),e.name))}async function hu(e,t,n){let r=await O(p=>p.encapsulateBits(e.pq.algorithm,t),e.name),a=new Uint8Array(r.sharedKey),s=new Uint8Array(r.ciphertext),{privateKey:i,publicKey:c}=await O(p=>p.generateKey(e.t.algorithm,!0,["deriveBits"]),e.name),l=new Uint8Array(await O(p=>p.exportKey("raw",c),e.name)),u=new Uint8Array(await O(p=>p.deriveBits({name:e.t.algorithm.name,public:n},i,e.t.Nss<<3),e.name));return[a,u,s,l]}async function fu(e,t,n,r,a){let s=new Uint8Array(await O(l=>l.decapsulateBits(e.pq.algorithm,t,r),e.name)),i=await O(l=>l.importKey("raw",a,e.t.algorithm,!0,[]),e.name),c=new Uint8Array(await O(l=>l.deriveBits({name:e.t.algorithm.name,public:i},n,e.t.Nss<<3),e.name));return[s,c]}function mu(){return Object.freeze(Ne.prototype),{async DeriveKeyPair(e,t){let n=await Mn(this.kdf,this.suite_id,e,to,new Uint8Array,32),{ek_PQ:r,ek_T:a,dk_PQ:s,dk_T:i}=await Ps(this,n),c=new Ne(we,this.algorithm,"public",!0,r,a);return{privateKey:new Ne(we,this.algorithm,"private",t,s,i,n,c),publicKey:c}},async GenerateKeyPair(e){return await this.DeriveKeyPair(crypto.getRandomValues(new Uint8Array(32)),e)},async SerializePublicKey(e){Xe(e,this.algorithm),Ne.validate(e,!0);let t="raw-public",n=new Uint8Array(await O(a=>a.exportKey(t,e.getPq(we)),this.name)),r=new Uint8Array(await O(a=>a.exportKey("raw",e.getT(we)),this.name));return je(n,r)},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"],r=e.subarray(0,this.pq.Npk),a=e.subarray(this.pq.Npk),[s,i]=await Promise.all([O(c=>c.importKey(t,r,this.pq.algorithm,!0,n),this.name),O(c=>c.importKey("raw",a,this.t.algorithm,!0,[]),this.name)]);return new Ne(we,this.algorithm,"public",!0,s,i)},async SerializePrivateKey(e){return Xe(e,this.algorithm),Ne.validate(e,!0),e.getSeed(we)},async DeserializePrivateKey(e,t){let n=_e(e),{ek_PQ:r,ek_T:a,dk_PQ:s,dk_T:i}=await Ps(this,n),c=new Ne(we,this.algorithm,"public",!0,r,a);return new Ne(we,this.algorithm,"private",t,s,i,n,c)},async Encap(e){Xe(e,this.algorithm),Ne.validate(e);let t=e.getPq(we),n=e.getT(we),[r,a,s,i]=await hu(this,t,n),c=await Cs(this,r,a,i,n,this.label),l=je(s,i);return{shared_secret:c,enc:l}},async Decap(e,t,n){Xe(t,this.algorithm),Ne.validate(t),n&&(Xe(n,this.algorithm),Ne.validate(n));let[r,a]=so(this.pq.Nct,this.t.Nct,e),s=(n??t.getPublicKey(we)).getT(we),i=t.getPq(we),c=t.getT(we),[l,u]=await fu(this,i,c,r,a);return await Cs(this,l,u,a,s,this.label)}}}function gu(e){let t=ro();return t.name=e.name,{...e,suite_id:je(Xs,Ue(e.id,2)),type:"KEM",algorithm:{name:e.name},kdf:t,...mu()}}var wu=function(){let e="MLKEM768-X25519",t={id:25722,name:e,Nsecret:32,Nenc:1120,Npk:1216,Nsk:32};if(SubtleCrypto.supports?.("generateKey",e)??!1)return du(t);let n=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,110,4,34,4,32);return gu({...t,pq:{algorithm:{name:"ML-KEM-768"},Nseed:64,Npk:1184,Nct:1088},t:{algorithm:{name:"X25519"},Nseed:32,Npk:32,Nss:32,Nsk:32,Nct:32,async GetKeyPair(r){let a=await cu(e,this.Nsk,n,this.algorithm,r,!0),s=await Ir(e,a,[]);return{privateKey:a,publicKey:s}}},label:Uint8Array.of(92,46,47,47,94,92)})};var oo=1216,An=1120,io="MLKEM768-X25519",Bs=new Map;function co(e=wu){let t=Bs.get(e)??new Ud(e,au,pu);return Bs.set(e,t),t}function lo(){let e=globalThis.SubtleCrypto;return["encapsulateBits","decapsulateBits","getPublicKey"].every(t=>e?.supports?.(t,io)??!1)}async function uo(e){let t=globalThis.crypto.subtle,n=await t.importKey("raw-seed",e,{name:io},!1,["decapsulateBits"]),r=await t.getPublicKey(n,["encapsulateBits"]);return new Uint8Array(await t.exportKey("raw-public",r))}async function po(e,t,n,r){let a=co(r),s=await a.DeserializePublicKey(e),{encapsulatedSecret:i,ciphertext:c}=await a.Seal(s,n,{info:t}),l=new Uint8Array(i.length+c.length);return l.set(i),l.set(c,i.length),l}async function ho(e,t,n,r){let a=co(r),s=await a.DeserializePrivateKey(e,!1),i=n.subarray(0,An);return a.Open(s,i,n.subarray(An),{info:t})}var en=oo;var bu=An+16,ku=lo,_r=async()=>ku()?null:import("./xwing.js");async function Ur(e,t,n){if(n.length<bu)throw new z;let r=await _r();try{return await ho(e,t,n,r?.kem)}catch(a){throw new z(a)}}var Fe=class e{#e;constructor(t,n){this.#e=t.slice(),this.publicKey=n}static async of(t){let n=t.slice(),r=await _r(),a=new e(n,r?r.publicKeyOf(n):await uo(n));return n.fill(0),a}open(t,n){return Ur(this.#e,t,n)}wipe(){this.#e.fill(0)}};async function ct(e,t,n){if(e.length!==en)throw new M("length");let r=await _r();try{return await po(e,t,n,r?.kem)}catch(a){throw new M("kem",a)}}function ce(e){if(!e)throw new M("form")}var Q=e=>ce(Number.isSafeInteger(e)&&e>=0),tn=e=>ce(Number.isSafeInteger(e)&&e>=0&&e<=4294967295),bt=e=>ce(typeof e=="boolean"),lt=(e,t)=>n=>{ce(typeof n=="string");let r=[...n].length;ce(r>=e&&r<=t)},ee=e=>ce(typeof e=="string"&&/^[a-z0-9][a-z0-9._-]{0,63}$/.test(e)),be=e=>{ce(typeof e=="string"&&/^\d{4}-\d{2}-\d{2}$/.test(e));let t=new Date(`${e}T00:00:00Z`);ce(!e.startsWith("0000")&&!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e))},ze=e=>t=>{g(t,e??null)},ke=(...e)=>t=>ce(e.includes(t)),le=e=>t=>{t===null||e(t)},de=(e,t=0,n=Number.MAX_SAFE_INTEGER)=>r=>{ce(Array.isArray(r)&&r.length>=t&&r.length<=n),r.forEach(e)},kt=(e,t=n=>n)=>n=>{de(e)(n);let r=n.map(a=>g(t(a)));ce(r.every((a,s)=>s===0||ie(r[s-1],a)<0))},Fr=(e,t)=>n=>{ce(typeof n=="object"&&n!==null&&!Array.isArray(n));for(let[r,a]of Object.entries(n))e(r),t(a)},j=e=>t=>{ce(typeof t=="object"&&t!==null&&!Array.isArray(t)),ce(Object.keys(t).length===Object.keys(e).length);for(let[n,r]of Object.entries(e))ce(Object.hasOwn(t,n)),r(t[n])},_=ze(16),X=ze(32),se=ke(1),Dn=j({hash:X,number:Q}),dt=e=>{Q(e),ce(e>=1)},Kn=j({hash:X,version:dt});var fo=64,vu=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,112,4,34,4,32),$u=new Uint8Array(fo);async function Nn(e){let t=E(vu,e),n=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!0,["sign"]),{x:r}=await crypto.subtle.exportKey("jwk",n),a=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!1,["sign"]);return t.fill(0),{publicKey:g(r,32),privateKey:a}}var mo=(e,t,n)=>G(A(`adviespunt/v1/sign/${e}`),t,n);async function te(e,t,n,r){let a=Ee(r),s=await crypto.subtle.sign("Ed25519",e,mo(t,n,a));return E(Re(a),new Uint8Array(s))}var go=e=>E(Re(Ee(e)),$u);function ue(e,t){let n=new Ae(e),r=n.lp(),a=n.take(fo);n.end();let s=Ie(r);return t(s),{raw:r,body:s,signature:a}}async function pe(e,t,n,{raw:r,signature:a}){if(!await xu(e,mo(t,n,r),a))throw new Ze(t)}async function xu(e,t,n){try{let r=await crypto.subtle.importKey("raw",ge(e),"Ed25519",!1,["verify"]);return await crypto.subtle.verify("Ed25519",r,ge(n),ge(t))}catch(r){if(r instanceof N)throw r;return!1}}var He=e=>I(e);var $t=Object.freeze(["facilitator","helper"]);var Wr=ze(32),Hr=ze(en),Eu=j({id:_,person:_,name:lt(1,200),function:lt(0,200),role:ke("facilitator","helper","coach","coordinator"),kem:Hr,sign:Wr,active:bt}),ju=j({v:se,version:dt,history:de(X),author:_,day:be,organisation:Wr,credentials:de(ze()),members:kt(Eu,e=>e.id),archive:j({id:_,kem:Hr,year:Q}),register:j({id:_,kem:Hr})}),Su=j({v:se,what:ke("appoint","revoke"),member:_,kem:X,sign:X,day:be,serial:Q}),Au=j({v:se,what:ke("successor"),key:Wr,day:be,serial:Q}),jw=j({v:se,version:dt,hash:X,day:be,author:_});async function bo(e,{portal:t,organisation:n,lastSeen:r=null}){let{directory:a,parsed:s}=await qr(e);if(!y(a.organisation,n))throw new b("organisation");if(a.history.length!==a.version-1)throw new b("history");let{appointed:i}=await Vr(a.credentials,t,n),c=he(a,a.author,["facilitator"]);if(!c)throw new b("author");for(let l of pt(a,"facilitator"))if(!i.has(await Tu(l)))throw new b("appointment");return await pe(c.sign,"directory",t,s),Du(a,r),a}async function qr(e){let t=ue(e,ju),{body:n}=t;return{directory:{version:n.version,hash:await He(e),signed:e,history:n.history.map(vt),author:g(n.author),day:n.day,organisation:g(n.organisation),credentials:n.credentials.map(vt),members:n.members.map(Mu),archive:{id:vt(n.archive.id),kem:vt(n.archive.kem),year:n.archive.year},register:{id:vt(n.register.id),kem:vt(n.register.kem)}},parsed:t}}var vt=e=>g(e);function Mu(e){let[t,n,r,a]=[e.id,e.person,e.kem,e.sign].map(vt);return{...e,id:t,person:n,kem:r,sign:a}}function Du(e,t){if(t){if(e.version<t.version)throw new b("rollback");nn(e,t)}}function nn(e,{version:t,hash:n}){let r=t===e.version?e.hash:e.history[t-1];if(!r||!y(r,n))throw new b("history")}function Ku(e,t){if(nn(t,e),!e.credentials.every((r,a)=>y(r,t.credentials[a]??Nu))||!e.members.every(r=>Ou(r,J(t,r.id))))throw new b("taken-back")}var Nu=new Uint8Array(0),Ou=(e,t)=>t!==null&&y(e.kem,t.kem)&&y(e.sign,t.sign)&&y(e.person,t.person),On=class e{#e=new Map;#t;constructor(t,n=wo){this.current=t,this.#t=n}static async of(t,n=[]){let r=await Promise.all(n.map(qr));for(let{directory:s}of r)nn(t,s);let a=new Map(r.map(({directory:s})=>[s.version,s.signed]));return new e(t,async s=>a.get(s)??wo())}async at(t){if(t.version>this.current.version)throw new b("directory-unknown");return nn(this.current,t),this.version(t.version)}async version(t){if(t===this.current.version)return this.current;if(t>this.current.version)throw new b("directory-unknown");let n=this.#e.get(t)??this.#n(t);return this.#e.set(t,n),n.catch(()=>this.#e.delete(t)),n}async requireContinued(t){t===null||t.version===this.current.version||Ku(await this.at(t),this.current)}async#n(t){let{directory:n}=await qr(await this.#t(t));if(n.version!==t)throw new b("history");return nn(this.current,n),n}};function wo(){throw new b("directory-unknown")}var J=(e,t)=>e.members.find(n=>y(n.id,t))??null,pt=(e,...t)=>e.members.filter(n=>n.active&&t.includes(n.role));function he(e,t,n){let r=J(e,t);return r?.active&&n.includes(r.role)?r:null}async function Vr(e,t,n){let r=new Set,a=n;for(let[s,i]of e.entries()){let c=await zu(a,t,i);if(c.serial!==s)throw new b("credential");let l=`${c.member} ${c.kem} ${c.sign}`;c.what==="appoint"?r.add(l):c.what==="revoke"?r.delete(l):a=g(c.key)}return{appointed:r,inForce:a,serial:e.length}}async function zu(e,t,n){let r=ue(n,a=>(a.what==="successor"?Au:Su)(a));try{await pe(e,"credential",t,r)}catch(a){throw a instanceof Ze?new b("credential",a):a}return r.body}async function Tu(e){let t=await qe(e);return[e.id,t.kem,t.sign].map(h).join(" ")}var yo=new WeakMap;function qe(e){let t=yo.get(e)??Pu(e);return yo.set(e,t),t}var Pu=async e=>({kem:await I(e.kem),sign:await I(e.sign)}),ko=async e=>({seed:e,...await Nn(e)});async function Gr(e,t,n,r,a,s){let[i,c,l]=[r.id,await I(r.kem),await I(r.sign)].map(h);return te(e,"credential",t,{v:1,what:n,member:i,kem:c,sign:l,day:a,serial:s})}async function Jr(e,t,n,r,a,s){let i=a?[...a.history,a.hash]:[],c=[...s.members].sort((l,u)=>ie(l.id,u.id));return te(e,"directory",t,{v:1,version:i.length+1,history:i.map(h),author:h(n),day:r,organisation:h(s.organisation),credentials:s.credentials.map(h),members:c.map(Cu),archive:{id:h(s.archive.id),kem:h(s.archive.kem),year:s.archive.year},register:{id:h(s.register.id),kem:h(s.register.kem)}})}var Cu=e=>({id:h(e.id),person:h(e.person),name:e.name,function:e.function,role:e.role,kem:h(e.kem),sign:h(e.sign),active:e.active}),zn=(e,t,n,{version:r,hash:a},s)=>te(e,"freshness",t,{v:1,version:r,hash:h(a),day:s,author:h(n)}),Bu=(e,t)=>E(A("adviespunt/v1/organisation"),G(e,t));async function vo(e,t,n,r){let a=await e.open(Bu(t,n),r);if(a.length!==32)throw new z;let s=await ko(a);if(!y(s.publicKey,n))throw new z;return s}var H=new Uint8Array(16),Qe=new Uint8Array(16).fill(255),et=new Uint8Array(0),xo=1,an=65536,rn=16,Lu=1024,Ru=65536,Iu=/^[a-z-]{1,32}$/;function tt({portal:e,case:t,epoch:n,id:r,writer:a,kind:s}){return G(e,t,Pt(n),r,a,A(s))}function _u(e){let t=new Ae(e),[n,r,a,s,i,c]=Array.from({length:6},()=>t.lp());if(t.end(),!([n,s,i].every(u=>u.length===16)&&[0,16].includes(r.length))||a.length!==4||!Iu.test(xn(c)))throw new z;return{portal:n,case:r,epoch:new Ae(a).u32(),id:s,writer:i,kind:xn(c)}}function ve(e){return Fu(()=>{let t=new Ae(e);if(t.take(1)[0]!==xo)throw new z;let n=t.take(32),r=t.lp(),a=_u(r),s=t.take(32),i=t.rest(),c=Uu(i.length);if(c!==cn(c-8,a.kind))throw new z;return{header:a,rawHeader:r,salt:n,commitment:s,chunks:i,padded:c}})}function Uu(e){let t=Math.floor(e/(an+rn)),n=e%(an+rn);if(e===0||n>0&&n<=rn)throw new z;return t*an+Math.max(0,n-rn)}function Fu(e){try{return e()}catch(t){throw t instanceof N?new z(t):t}}var sn=e=>I(e);async function $e(e,t,n,r=R(32)){let a=tt(t),{key:s,commitment:i}=await Eo(e,r,a,"encrypt"),c=ln(n,cn(n.length,t.kind)),l=await Promise.all(So(c,an).map((u,p,m)=>Hu(s,jo(p,p===m.length-1),u)));return re(c),E(Uint8Array.of(xo),r,Re(a),i,...l)}async function We(e,t,n){let r=ve(n);if(!y(tt(t),r.rawHeader))throw new z;return on(e,r)}async function on(e,{header:t,rawHeader:n,salt:r,commitment:a,chunks:s}){let{key:i,commitment:c}=await Eo(e,r,n,"decrypt");if(!y(c,a))throw new z;let l=So(s,an+rn),u=await Promise.all(l.map((p,m)=>qu(i,jo(m,m===l.length-1),p)));return Vu(E(...u),t.kind)}async function Eo(e,t,n,r){let a=await Ar(e,t,E(A("adviespunt/v1/envelope"),n),64),s=await crypto.subtle.importKey("raw",a.subarray(0,32),"AES-GCM",!1,[r]),i=a.slice(32);return re(a),{key:s,commitment:i}}function jo(e,t){return E(new Uint8Array(7),Pt(e),Uint8Array.of(t?1:0))}function So(e,t){return Array.from({length:Math.ceil(e.length/t)},(n,r)=>e.subarray(r*t,(r+1)*t))}async function Hu(e,t,n){return new Uint8Array(await crypto.subtle.encrypt({name:"AES-GCM",iv:t},e,ge(n)))}async function qu(e,t,n){try{return new Uint8Array(await crypto.subtle.decrypt({name:"AES-GCM",iv:t},e,ge(n)))}catch(r){throw new z(r)}}function Wu(e){let t=$o(e),n=$o(t)+1,r=2**Math.max(t-n,0);return Math.ceil(e/r)*r}function $o(e){let t=Math.round(Math.log2(e));return 2**t>e?t-1:t}function cn(e,t){return Math.max(t==="page"?Ru:Lu,Wu(8+e))}function ln(e,t){let n=new Uint8Array(t);return n.set(ws(e.length)),n.set(e,8),n}function Vu(e,t){let n=Tn(e);if(e.length!==cn(n.length,t))throw new z;return n}function Tn(e){if(e.length<8)throw new z;let t=new DataView(e.buffer,e.byteOffset).getBigUint64(0);if(t>BigInt(e.length-8))throw new z;let n=8+Number(t);if(e.subarray(n).some(r=>r!==0))throw new z;return e.slice(8,n)}var Gu=1024;function Ju(e){let t=e.replace(/[\t-\r ]+/g," ").replace(/^ | $/g,"").replace(/[A-Z]/g,n=>n.toLowerCase());if(!/^[ -~]{1,64}$/.test(t))throw new Le("name");return t}function Yu(e){let t=A(e.normalize("NFKC"));if(!!/\p{Surrogate}/u.test(e)||t.length<1||t.length>Gu)throw new Le("password");return t}async function Pn(e,t,n,r){let a=(await I(E(A("adviespunt/v1/salt"),t,A(Ju(n))))).slice(0,16),s=await vs(Yu(r),a),[i,c,l]=await Promise.all(["locator","login","wrap"].map(u=>ae(s,`${e}/${u}`)));return re(s),{locator:i,login:c,wrapping:l}}async function Cn(e){let t=["recovery-locator","recovery-login","recovery-wrap"],[n,r,a]=await Promise.all(t.map(s=>ae(e,`staff/${s}`)));return{locator:n,login:r,wrapping:a}}async function Yr(e){let[t,n,r,a]=await Promise.all(["kem","sign","state","draft"].map(i=>ae(e,i))),s={kem:await Fe.of(t),sign:await Nn(n),stateKey:await En(r),draftKey:await En(a)};return re(t,n,r,a),s}var Ao=(e,t,n)=>({portal:e,case:et,epoch:0,id:t,writer:n==="mailbox"?H:t,kind:"seed"}),Mo=(e,t,n,r,a)=>$e(e,Ao(t,n,r),a);async function Do(e,t,n,r,a){let s=await We(e,Ao(t,n,r),a);if(s.length!==32)throw new z;return s}var Zu=Fr(_,j({roster:Dn,read:de(_)})),Ko={v:se,organisation:ze(32),directory:Kn,cases:Zu},Xu=j({code:_,name:lt(1,200),person:_,role:ke("facilitator","helper","coach","coordinator")}),No={mailbox:j(Ko),staff:j({...Ko,checkpoint:Q,invitations:Fr(_,Xu)})},Oo=(e,t,n,r)=>({portal:e,case:et,epoch:r,id:t,writer:n==="mailbox"?H:t,kind:"state"});async function Zr(e,t,n,r,a,s){return No[r](s),$e(e,Oo(t,n,r,a),Ee(s))}async function zo(e,t,n,r,a,s){let i=Ie(await We(e,Oo(t,n,r,a),s));return No[r](i),i}function To(e,t){let n={...e,directory:e.directory.version>=t.directory.version?e.directory:t.directory,cases:{...e.cases}};for(let[r,a]of Object.entries(t.cases))n.cases[r]=Qu(n.cases[r],a);return e.checkpoint!==void 0&&(n.checkpoint=Math.max(e.checkpoint,t.checkpoint??0)),e.invitations&&(n.invitations={...t.invitations,...e.invitations}),n}function Qu(e,t){return e?{roster:e.roster.number>=t.roster.number?e.roster:t.roster,read:[...new Set([...e.read,...t.read])]}:t}var Po={},V=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function Co(){if(V==="nl")return;Po=(await import(`../texts/${V}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function o(e,t={}){return tp(Po[e]??e,t)}function Y(e,t,n,r={}){return o(ep(n)?e:t,{n,...r})}function ep(e){return e===1||V==="fr"&&e===0}function tp(e,t){return e.replace(/\{(\w+)\}/g,(n,r)=>r in t?String(t[r]):n)}function T(e,{year:t=!1,weekday:n=!0}={}){let r={timeZone:"UTC",day:"numeric",month:"long"};return n&&(r.weekday="long"),t&&(r.year="numeric"),new Intl.DateTimeFormat(`${V}-BE`,r).format(new Date(`${e}T00:00:00Z`))}function Bn(e){return new Intl.NumberFormat(`${V}-BE`).format(e)}function Xr(e){return V==="nl"?e:`/${V}${e==="/"?"":e}`}var ea=1024,np=["facilitator","helper","coach"],Qr=le(be),Bo=j({v:se,case:_,number:Q,kind:ee,urgent:bt,category:le(ee),state:ee,outcome:le(ee),authorities:de(ee),received:be,feedback:Qr,final:Qr,closed:Qr,directory:dt}),Lo=({portal:e,key:t,case:n,writer:r})=>E(A("adviespunt/v1/register"),G(e,t,n,r)),Ro=(e,t,n)=>E(A("adviespunt/v1/register-key"),G(e,t,n));async function ta(e,t,n,r){Bo(n);let a=G(t.portal,t.case),s=r?await te(r,"register",a,n):go(n);if(s.length+8>ea)throw new b("entry-too-long");return ct(e,Lo(t),ln(s,ea))}async function Io(e,t,n,r){let a=await e.open(Lo(t),n);if(a.length!==ea)throw new z;let s=ue(Tn(a),Bo),i=s.body;if(i.case!==h(t.case))throw new b("case");return await(y(t.writer,H)?rp(i,s.signature):ap(t,s,i,r)),i}async function rp(e,t){if(e.number!==0||t.some(n=>n!==0))throw new b("writer")}async function ap(e,t,n,r){if(n.number<1)throw new b("writer");let a=he(await r.version(n.directory),e.writer,np);if(!a)throw new b("writer");await pe(a.sign,"register",G(e.portal,e.case),t)}var _o=(e,t,n,r,a)=>ct(e,Ro(t,n,r),a);async function Uo(e,t,n,r,a,s){let i=await e.open(Ro(t,n,r),a);if(i.length!==32||!y((await Fe.of(i)).publicKey,s))throw new z;return i}var xt=class extends Error{constructor(){super("recovery words"),this.name="WrongRecoveryWords"}};async function Ln(e,t,n,r){let{directory:a}=await e.get("/directory"),s=await bo(g(a),{portal:t,organisation:n,lastSeen:r}),i=new On(s,async c=>g((await e.get(`/directory/${c}`)).directory));return await i.requireContinued(r),i}var ye=e=>e.directories.current.members,De=(e,t)=>J(e.directories.current,g(t,16));async function Fo(e,t,n=null){let{current:r}=e.directories,a=e.identity.sign.privateKey,s={...r,...t},i=await Jr(a,e.portal.id,e.member,e.today,r,s),c={version:r.version+1,hash:await He(i)},l=await zn(a,e.portal.id,e.member,c,e.today);await e.api.put("/directory",{version:c.version,directory:h(i),freshness:h(l),register_seeds:n})}async function sp(e,t){if(t===null)throw new xt;let{sealed:n}=await e.api.get("/organisation/sealed-key"),r=await Fe.of(t);re(t);try{return await vo(r,e.portal.id,e.directories.current.organisation,g(n))}catch(a){throw a instanceof N?new xt:a}finally{r.wipe()}}async function Ho(e,t,n){let{credentials:r,organisation:a}=e.directories.current;if(t.length===0)return r;let{serial:s}=await Vr(r,e.portal.id,a),i=await sp(e,n),c=t.map(({what:l,member:u},p)=>Gr(i.privateKey,e.portal.id,l,u,e.today,s+p));return[...r,...await Promise.all(c)]}var qo=(e,t)=>ye(e).filter(n=>n.active&&y(n.person,t));function Wo(e,t){return[t,...qo(e,t.person)].some(({role:n})=>n==="facilitator")}async function Vo(e,t,n){let r=qo(e,t.person),a=r.filter(({role:l})=>l==="facilitator").map(l=>({what:"revoke",member:l}));t.role==="facilitator"&&a.push({what:"appoint",member:t});let s=await Ho(e,a,n),i=t.role==="facilitator"?await op(e,t):null,c=ye(e).map(l=>r.includes(l)?{...l,active:!1}:l);await Fo(e,{credentials:s,members:[...c,t]},i)}async function Go(e,t,n){let r=t.role==="facilitator",a=await Ho(e,r?[{what:"revoke",member:t}]:[],n),s=ye(e).map(l=>l===t?{...l,active:!1}:l),i=r?await cp(e,s):null,c=i?.register??e.directories.current.register;await Fo(e,{credentials:a,members:s,register:c},i?.seeds??null)}async function op(e,t){let n=await dn(e);return Promise.all(n.map(({key:r,seed:a})=>na(e.portal.id,r,a,t)))}async function dn(e){let{keys:t}=await e.api.get("/register/key"),n=await ip(e),r=t.map(async({key:a,sealed:s})=>{let i=n.get(a);if(i===void 0)return null;let c=g(a,16),l=await Uo(e.identity.kem,e.portal.id,c,e.member,g(s),i).catch(()=>null);return l===null?null:{key:c,seed:l}});return(await Promise.all(r)).filter(a=>a!==null)}async function ip({directories:e}){let t=e.current.history.map((r,a)=>e.version(a+1)),n=[...await Promise.all(t),e.current];return new Map(n.map(({register:r})=>[h(r.id),r.kem]))}async function na(e,t,n,r){let a=await _o(r.kem,e,t,r.id,n);return{key:h(t),member:h(r.id),sealed:h(a)}}async function cp(e,t){let[n,r]=[R(16),R(32)],{publicKey:a}=await Fe.of(r),s=t.filter(c=>c.active&&c.role==="facilitator"),i=await Promise.all(s.map(c=>na(e.portal.id,n,r,c)));return{register:{id:n,kem:a},seeds:i}}var lp=7;async function Jo(e){if(!["facilitator","coordinator"].includes(e.role))return!1;let{freshness:t}=await e.api.get("/directory");if(t!==null&&!dp(g(t),e))return!1;let{current:n}=e.directories,r=await zn(e.identity.sign.privateKey,e.portal.id,e.member,n,e.today);return await e.api.put("/freshness",{freshness:h(r)}),!0}function dp(e,{directories:t,today:n}){let r=new DataView(e.buffer,e.byteOffset).getUint32(0),a=JSON.parse(new TextDecoder().decode(e.subarray(4,4+r))),s=(Date.parse(n)-Date.parse(a.day))/864e5;return a.version!==t.current.version||!(s<=lp)}var Rn=e=>pt(e.directories.current,"facilitator").length;var Ve=13,Yo=12,up=2**Ve;function Zo(e){let t=[];for(let[,r,a]of e.matchAll(/(\d)([a-z]+)/g))t.push((t.at(-1)??"").slice(0,Number(r))+a);let n=Object.freeze(t);if(n.length!==up)throw new Le("list");return n}async function Lt(e,t){let n=Math.ceil((8*t.length+Yo)/Ve),r=await I(E(A("adviespunt/v1/words"),t));return Fn(e,E(t,r),n)}async function un(e,t,n){let r=t.toLowerCase().split(/\s+/).filter(Boolean);if(r.length!==Math.ceil((8*n+Yo)/Ve))throw new Le("length");let a=fp(r.map((s,i)=>pp(e,s,i))).slice(0,n);if(await Lt(e,a)!==r.join(" "))throw new Le("check");return a}function pp(e,t,n){let r=e.indexOf(t);if(r<0)throw new Le("word",n);return r}function In(e,t){return Fn(e,R(Math.ceil(t*Ve/8)),t)}async function _n(e,t){return Fn(e,await I(E(A("adviespunt/v1/fingerprint"),t)),6)}async function Un(e,t){return Fn(e,await I(E(A("adviespunt/v1/case-name"),t)),2)}function Fn(e,t,n){return Array.from({length:n},(r,a)=>e[hp(t,a*Ve)]).join(" ")}function hp(e,t){let n=0;for(let r=t;r<t+Ve;r+=1)n=n<<1|e[r>>3]>>7-(r&7)&1;return n}function fp(e){let t=new Uint8Array(Math.ceil(e.length*Ve/8));return e.forEach((n,r)=>{for(let a=0;a<Ve;a+=1){let s=r*Ve+a;t[s>>3]|=(n>>Ve-1-a&1)<<7-(s&7)}}),t}var mp=new URL("../../words/nl.txt",import.meta.url),ra;function Xo(){return ra??=gp().catch(e=>{throw ra=void 0,e}),ra}async function gp(){let e=await fetch(mp,{credentials:"omit",referrerPolicy:"no-referrer"});if(!e.ok)throw new TypeError("words");return Zo(await e.text())}function Hn(e){return Math.round(Date.UTC(+e.slice(0,4),+e.slice(5,7)-1,+e.slice(8,10))/864e5)}function qn({from:e,to:t,closed:n}){let r=Hn(`${e}-01-01`),a=Hn(`${t}-12-31`),s=new Set([...n].map(Hn)),i=new Int32Array(a-r+1),c=0;for(let u=r;u<=a;u+=1){let p=(u+4)%7;p!==0&&p!==6&&!s.has(u)&&(c+=1),i[u-r]=c}let l=u=>i[Math.min(Math.max(Hn(u),r),a)-r];return{between:(u,p)=>l(p)-l(u)}}var Ge=class extends Error{constructor(t){super(t),this.name="StaffRefused",this.reason=t}};async function Qo(e){let[t,n]=await Promise.all([e.get(`/organisation?language=${V}`),Xo()]);return{api:e,id:g(t.portal,16),org:t,words:n}}async function ei(e,{name:t,passphrase:n,proof:r}){let a=await Pn("staff",e.id,t,n).catch(()=>null);if(a===null)throw new K(404,"wrong-credentials");return ni(e,a,r,t)}async function ti(e,{name:t,recovery:n,proof:r}){return ni(e,await Cn(n),r,t)}async function ni(e,{locator:t,login:n,wrapping:r},a,s){if("code"in a&&!/^([0-9]{6}|[A-Za-z0-9_-]{43})$/.test(a.code))throw new K(404,"wrong-credentials");let i=await e.api.post("/staff/session",{locator:h(t),login:h(n),...a}),c=g(i.member,16),l=await Do(r,e.id,c,"staff",g(i.seed));return re(r),await $s({kind:"staff",id:c,seed:l},i.tab_key),ai(e,c,l,s)}async function ri(e){let t=await Or(e.api,"staff");return t===null?null:ai(e,t.id,t.seed,"")}async function ai(e,t,n,r){let a=await Yr(n);re(n);let[s,i]=await Promise.all([e.api.get("/staff/me"),e.api.get(`/organisation?language=${V}`)]),c=await oi(e.id,t,a,s.state),l=await Ln(e.api,e.id,g(c.organisation,32),yp(c)),u=J(l.current,t);if(!u?.active)throw new Ge("directory");return{portal:{...e,org:i},api:e.api,member:t,key:h(t),role:u.role,name:u.name,signInName:r,identity:a,directories:l,state:{number:s.state.number,content:c},words:e.words,today:i.day,days:await wp(e.api,i.day)}}async function wp(e,t){let n=Number(t.slice(0,4)),[r,a]=[n-6,n+1],{closed:s}=await e.get(`/calendar?from=${r}&to=${a}`);return qn({from:r,to:a,closed:s})}async function si(e,t){await js(t),Ct(),e!==null&&Object.assign(e,{identity:null})}async function oi(e,t,n,{number:r,envelope:a}){return await zo(n.stateKey,e,t,"staff",r,g(a))}var yp=({directory:e})=>({version:e.version,hash:g(e.hash)});async function ht(e,t){for(let n=0;;n+=1){let r=t(structuredClone(e.state.content));if(y(Ee(r),Ee(e.state.content))||await bp(e,e.state.number+1,r))return;if(n===4)throw new K(409,"conflict");let a=await e.api.get("/staff/me");if(a.state.number<e.state.number)throw new Ge("older");let s=await oi(e.portal.id,e.member,e.identity,a.state),i=To(s,{...e.state.content,invitations:{}});e.state={number:a.state.number,content:i}}}async function bp(e,t,n){let{identity:r,portal:a,member:s}=e,i=await Zr(r.stateKey,a.id,s,"staff",t,n);try{await e.api.put("/staff/state",{number:t,envelope:h(i)})}catch(c){if(c instanceof K&&c.status===409)return!1;throw c}return e.state={number:t,content:n},!0}async function pn(e){let{content:t}=e.state;e.directories=await Ln(e.api,e.portal.id,g(t.organisation,32),e.directories.current),await aa(e)}function aa(e){let{version:t,hash:n}=e.directories.current;return ht(e,r=>({...r,directory:{version:t,hash:h(n)}}))}async function ii(e,{name:t,passphrase:n,recovery:r}){let a=await Or(e.api,"staff");if(a===null)throw new K(401,"signed-out");let s=ci(e.portal.id,e.member,a.seed),i={...await s(await Pn("staff",e.portal.id,t,n)),recovery:r===null?null:await s(await Cn(r))};re(a.seed),await e.api.put("/staff/credentials",i),e.signInName=t}function ci(e,t,n){return async({locator:r,login:a,wrapping:s})=>({locator:h(r),login:h(a),seed:h(await Mo(s,e,t,"staff",n))})}var li="about:blank";function di(e){li=e??li}var ui=()=>!1;function pi(e){ui=e,addEventListener("beforeunload",kp,{capture:!0})}function kp(e){ui()&&e.preventDefault()}var Wn=Uint8Array.of(0,97,115,109,1,0,0,0),vp={crypto:()=>xp(),wasm:()=>WebAssembly.instantiate(Wn),workers:()=>typeof Worker=="function",signatures:()=>Ep(),drawing:()=>"createImageBitmap"in globalThis&&"HTMLDialogElement"in globalThis};async function hi(){return(await Promise.all(Object.entries(vp).map(async([t,n])=>await $p(n)?[]:[t]))).flat()}async function $p(e){try{return await e()!==!1}catch{return!1}}async function xp(){let e=await crypto.subtle.importKey("raw",new Uint8Array(32),"HKDF",!1,["deriveBits"]),t=new Uint8Array(0),n=await crypto.subtle.deriveBits({name:"HKDF",hash:"SHA-256",salt:t,info:t},e,256),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,["encrypt"]);await crypto.subtle.encrypt({name:"AES-GCM",iv:new Uint8Array(12)},r,Wn)}async function Ep(){let e=await crypto.subtle.generateKey("Ed25519",!1,["sign","verify"]),t=await crypto.subtle.sign("Ed25519",e.privateKey,Wn);return crypto.subtle.verify("Ed25519",e.publicKey,t,Wn)}async function fi(e,{seals:t=!0}={}){let n=document.getElementById("app");try{await Co(),t&&await jp(),await e(n),document.body.classList.remove("waiting","failed"),document.querySelector(".stuck-box")?.remove()}catch(r){Sp(r)}}var Vn=class extends Error{constructor(t){super(t),this.name="BrowserTooOld"}};async function jp(){let[e]=await hi();if(e)throw new Vn(e)}function Sp(e){document.body.classList.add("waiting","failed");let t=document.querySelector(".stuck-why");t&&(t.textContent=Mp(e))}var Ap=new Set(["Refused","BadSignature","Malformed"]);function Mp(e){if(e instanceof Vn)return o("Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).",{what:e.message});if(e instanceof TypeError)return o("Een deel van de pagina is niet aangekomen.");let t=e instanceof Error?e.name:"";return t==="ApiError"?o("De server antwoordt niet zoals het hoort."):Ap.has(t)?o("De lijst van medewerkers klopt niet: iemand heeft er misschien aan gezeten. Stel hier nu geen vraag."):""}function mi(e=document){let t=e.querySelector("h1");t instanceof HTMLElement&&(t.tabIndex=-1,t.focus({preventScroll:!0}),scrollTo(0,0))}var gi={archive:$`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":$`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":$`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"book-open":$`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,"chart-column":$`<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="M18 17V9"/><path d="M13 17V5"/><path d="M8 17v-3"/>`,check:$`<path d="M20 6 9 17l-5-5"/>`,"circle-check":$`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":$`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,clock:$`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"door-open":$`<path d="M10 21H2"/><path d="M10 3H7a2 2 0 00-2 2v16"/><path d="M14 12h.01"/><path d="M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992z"/><path d="M22 21h-3"/>`,eye:$`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":$`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,"file-text":$`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>`,flag:$`<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>`,inbox:$`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,info:$`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":$`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,keyboard:$`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":$`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,"notebook-pen":$`<path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"/><path d="M2 6h4"/><path d="M2 10h4"/><path d="M2 14h4"/><path d="M2 18h4"/><path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"/>`,pencil:$`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,printer:$`<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>`,"rotate-cw":$`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,search:$`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,send:$`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"triangle-alert":$`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,"user-plus":$`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"user-round-x":$`<path d="m16.5 16.5 5 5"/><path d="M2 21a8 8 0 0 1 11.531-7.18"/><path d="m21.5 16.5-5 5"/><circle cx="10" cy="8" r="5"/>`,users:$`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,x:$`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":$`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":$`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function k(e){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${gi[e]}</svg>`}function S(e,t){return d`<div class="notice ${e}">
    ${k({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[e])}
    <div class="stack tight">${t}</div>
  </div>`}function q(e,t=""){return d`<span class="badge ${t}">${e}</span>`}var wi="absence";async function Gn(e){let{absences:t}=await e.api.get("/absences");return(await Promise.all(t.map(r=>Dp(e,r)))).filter(r=>r!==null)}async function Dp(e,{signed:t}){try{let n=ue(g(t),()=>{}),{id:r,member:a,first:s,last:i,cover:c}=n.body,l=J(e.directories.current,g(a,16));return l===null?null:(await pe(l.sign,wi,e.portal.id,n),{id:r,member:a,first:s,last:i,cover:c})}catch(n){if(n instanceof N)return null;throw n}}async function yi(e,{first:t,last:n,cover:r}){let a=h(R(16)),s={v:1,id:a,member:e.key,first:t,last:n,cover:r},i=await te(e.identity.sign.privateKey,wi,e.portal.id,s);await e.api.put(`/absences/${a}`,{first:t,last:n,cover:r,signed:h(i)})}var bi=(e,t)=>e.api.del(`/absences/${t}`),ki=(e,t,n)=>e.find(r=>r.member===t&&r.first<=n&&n<=r.last)??null;function U(e){return xe(t=>d` <div class="stack">
        <h2 id="dialog-title">${e.title}</h2>
        <div class="stack tight">${e.text}</div>
        <div class="actions">
          <button type="button" class="button" autofocus @click=${()=>t(!1)}>
            ${e.no??o("Nee, ga terug")}
          </button>
          <button type="button" class="button primary ${e.danger?"danger":""}" @click=${()=>t(!0)}>
            ${e.yes}
          </button>
        </div>
      </div>`).then(t=>t===!0)}function xe(e,{kind:t="",label:n,stays:r=!1}={}){return new Promise(a=>{let s=document.createElement("dialog");s.className=t,n===void 0?s.setAttribute("aria-labelledby","dialog-title"):s.setAttribute("aria-label",n);let i=null,c=l=>{i=l,s.close()};r&&s.addEventListener("cancel",l=>l.preventDefault()),s.addEventListener("close",()=>{s.remove(),a(i)}),ne(e(c),s),document.body.append(s),s.showModal()})}function Jn(e,t){return d`<div class="field">
    <label for=${e.id}>${e.label}</label>
    ${e.hint?d`<div class="hint" id=${`${e.id}-hint`}>${e.hint}</div>`:f} ${t}
    ${vi(e)}
  </div>`}function vi(e){return d`<div id=${`${e.id}-error`} aria-live="polite">
    ${e.error?d`<p class="error">${k("triangle-alert")}<span>${e.error}</span></p>`:f}
  </div>`}var Yn=e=>[e.hint?`${e.id}-hint`:"",e.error?`${e.id}-error`:""].filter(Boolean).join(" ")||f,Zn=e=>t=>e.input(t.target.value);function oe(e){return Jn(e,d`<input
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
      aria-invalid=${e.error?"true":f}
      aria-describedby=${Yn(e)}
      @input=${Zn(e)}
    />`)}function $i(e){return Jn(e,d`<div class="with-button">
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
        aria-invalid=${e.error?"true":f}
        aria-describedby=${Yn(e)}
        @input=${Zn(e)}
      />
      <button
        type="button"
        class="button square"
        aria-pressed=${String(e.shown)}
        aria-controls=${e.id}
        @click=${e.toggle}
      >
        ${k(e.shown?"eye-off":"eye")}<span class="sr">${o("Toon wat je typt")}</span>
      </button>
    </div>`)}function nt(e){return Jn(e,d`<textarea
        id=${e.id}
        rows=${e.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":f}
        aria-describedby=${Yn(e)}
        @input=${Zn(e)}
      ></textarea>
      ${e.limit?d`<p class="hint counter">${Kp(e.value,e.limit)}</p>`:f}`)}function Kp(e,t){let n=t-[...e].length;return n<0?o("{n} tekens te veel",{n:Bn(-n)}):n<t/5?o("Nog plaats voor {n} tekens",{n:Bn(n)}):o("Hoogstens {n} tekens",{n:Bn(t)})}function xi(e){return d`<fieldset aria-describedby=${`${e.id}-error`}>
    <legend>${e.label}</legend>
    ${e.hint?d`<div class="hint">${e.hint}</div>`:f} ${vi(e)}
    ${e.options.map((t,n)=>d`<label class="choice">
          <input
            type="radio"
            id=${n===0?e.id:`${e.id}-${n}`}
            ?checked=${t.key===e.value}
            .checked=${t.key===e.value}
            @change=${()=>e.change(t.key)}
            @keydown=${Np}
          />
          <span>${t.label}${t.text?d`<small>${t.text}</small>`:f}</span>
        </label>`)}
  </fieldset>`}function Np(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=e.target,r=[...n.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],a=r[(r.indexOf(n)+t+r.length)%r.length];a.focus(),a.click()}function Je(e){return d`<label class="choice">
    <input
      type="checkbox"
      id=${e.id}
      .checked=${e.checked}
      ?disabled=${e.disabled}
      @change=${t=>e.change(t.target.checked)}
    />
    <span>${e.label}${e.text?d`<small>${e.text}</small>`:f}</span>
  </label>`}function Te(e){return Jn(e,d`<select
      id=${e.id}
      autocomplete="off"
      ?disabled=${e.disabled}
      aria-describedby=${Yn(e)}
      @change=${Zn(e)}
    >
      ${e.empty===void 0?f:d`<option value="" ?selected=${e.value===""}>${e.empty}</option>`}
      ${e.options.map(t=>d`<option value=${t.key} ?selected=${t.key===e.value}>${t.label}</option>`)}
    </select>`)}function P({label:e,click:t,busy:n=!1,busyLabel:r,kind:a="primary",disabled:s=!1,type:i="button"}){let c=()=>{!n&&!s&&i==="button"&&t()};return d`<button
    type=${i}
    class="button ${a}"
    aria-busy=${String(n)}
    aria-disabled=${String(n||s)}
    @click=${c}
  >
    ${n?r??e:e}
  </button>`}function C(e){let t=document.createElement("div");t.className="toast",t.textContent=e,ji("toasts").append(t),setTimeout(()=>t.remove(),7e3)}function Ei(e){ji("sr").textContent=e}function ji(e){return document.querySelector(`[data-live="${e}"]`)}var Si=12e4,rt=class extends Error{constructor(t,n=null){super(t,{cause:n}),this.name="NoPasskey",this.reason=t}};function jt(){let e=/^[\d.]+$|^\[/.test(location.hostname);return globalThis.PublicKeyCredential!==void 0&&isSecureContext&&!e}async function Ai(e){let{challenge:t}=await e.post("/staff/challenge",{}),n=await Mi(()=>navigator.credentials.get({publicKey:{challenge:g(t),allowCredentials:[],userVerification:"required",timeout:Si}})),r=n.response;return{credential:Et(n.rawId),client_data:Et(r.clientDataJSON),authenticator_data:Et(r.authenticatorData),signature:Et(r.signature)}}async function hn(e,t){let n=await Mi(()=>navigator.credentials.create({publicKey:{rp:{name:t.portal},user:{id:g(e.user),name:t.person,displayName:t.person},challenge:g(e.challenge),pubKeyCredParams:e.algorithms.map(a=>({type:"public-key",alg:a})),excludeCredentials:e.known.map(a=>({type:"public-key",id:g(a)})),authenticatorSelection:{residentKey:"required",requireResidentKey:!0,userVerification:"required"},attestation:"none",timeout:Si}})),r=n.response;return{credential:Et(n.rawId),client_data:Et(r.clientDataJSON),attestation:Et(r.attestationObject)}}async function Mi(e){try{let t=await e();if(t instanceof PublicKeyCredential)return t}catch(t){throw t instanceof DOMException?t.name==="InvalidStateError"?new rt("known",t):new rt(t.name==="NotAllowedError"||t.name==="AbortError"?"gone":"refused",t):t}throw new rt("gone")}var Et=e=>h(new Uint8Array(e));function Di(){let e=[],t=()=>e.at(-1)?.();return addEventListener("popstate",()=>{e.length>1&&e.pop(),t()}),{open(n){e.length>0&&history.pushState(null,""),e.push(n),t()},replace(n){e.pop(),e.push(n),t()},back(){e.length>1&&history.back()},reset(n){e.length=0,e.push(n),t()}}}async function Ki(e){for(let t of document.querySelectorAll("[data-organisation]"))t.textContent=e.name;di(e.neutral_page);for(let t of document.querySelectorAll("[data-own]"))await Op(t,e.texts)}async function Op(e,t){let n=t[e.dataset.own??""];n&&(e.closest("section[hidden]")?.removeAttribute("hidden"),typeof n=="string"?e.textContent=n:(await import("./own-tree.js")).showTree(e,n))}var Xn=class{constructor(t,n){this.main=t,this.portal=n,Ki(n.org),this.views=Di(),this.session=null,this.screen=null,this.tabs=[],this.signInAgain=async()=>!1,this.signOut=()=>{},this.banner=f,this.keys=!0,addEventListener("keydown",r=>this.key(r))}get me(){if(this.session===null)throw new K(401,"signed-out");return this.session}open(t){let n=t(this);this.views.open(()=>this.show(n))}replace(t){let n=t(this);this.views.replace(()=>this.show(n))}reset(t){let n=t(this);this.views.reset(()=>this.show(n))}back(){this.views.back()}show(t){this.screen=t,this.update(),mi(this.main),t.shown?.()}update(){this.screen!==null&&ne(d`${this.frame()}${this.banner}${this.screen.render()}`,this.main)}frame(){return this.session===null||this.tabs.length===0?f:d`<nav class="staff-nav no-print" aria-label=${o("Onderdelen")}>
      <ul>
        ${this.tabs.map(t=>d`<li>
              <button
                type="button"
                class="tab"
                aria-current=${t.key===this.screen?.tab?"page":f}
                @click=${()=>this.reset(t.open)}
              >
                ${k(t.icon)}<span>${t.label}</span>
              </button>
            </li>`)}
      </ul>
      <p class="who">
        <span>${this.session.name}</span>
        <button type="button" class="button quiet" @click=${()=>this.signOut()}>
          ${k("log-out")}${o("Meld je af")}
        </button>
      </p>
    </nav>`}async goIdle(){this.session?.identity.kem.wipe(),this.main.classList.add("away"),await this.signInAgain(),this.main.classList.remove("away")}key(t){let r=t.target.closest?.("input, textarea, select, dialog, [contenteditable]");!this.keys||r||t.ctrlKey||t.metaKey||t.altKey||this.screen?.key?.(t)}async call(t){try{return await t()}catch(n){if(!(n instanceof K))throw n;if(n.problem==="signed-out")await this.signInAgain();else if(n.problem!=="sign-in-again"||!await this.signInAgain(sa()))throw n;return t()}}},sa=()=>({why:o("Wie je toegang verandert, meldt zich eerst nog eens aan."),free:!0});function x(e){if(e instanceof rt)return zp[e.reason]();if(!(e instanceof K))return e instanceof Ge?o("De server gaf een oudere toestand dan je al zag. Er is niets veranderd. Meld je opnieuw aan; gebeurt het weer, verwittig dan de systeembeheerder en je collega’s."):o("Er ging iets mis in deze browser. Er is niets verstuurd. Laad de pagina opnieuw en probeer het nog eens.");let t=Tp[e.problem]?.();return t!==void 0?t:typeof e.detail=="string"&&e.detail!==""?e.detail:o("De server weigerde dit. Er is niets veranderd. Probeer het later opnieuw.")}var zp={gone:()=>o("Er is geen passkey gebruikt. Er is niets veranderd. Probeer het opnieuw."),known:()=>o("Op dit toestel staat al een passkey van jou. Er is niets veranderd."),refused:()=>o("Dit toestel kan hier geen passkey gebruiken. Er is niets veranderd. Neem een ander toestel.")},Tp={network:()=>o("Er is geen verbinding met de server. Wat je typte, staat hier nog. Probeer het opnieuw."),"wrong-credentials":()=>o("Deze gegevens kloppen niet samen. Kijk je naam, wachtzin en tweede factor na."),"sign-in-again":()=>o("Er is niets veranderd. Meld je hiervoor eerst opnieuw aan."),"last-factor":()=>o("Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe."),"wrong-passkey":()=>o("De server kon je passkey niet nakijken. Er is niets veranderd. Probeer het opnieuw."),"wrong-code":()=>o("Deze code klopt niet. Wacht op de volgende code in je app en typ die."),throttled:()=>o("Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw."),"signed-out":()=>o("Je bent afgemeld. Meld je opnieuw aan; wat je typte, staat hier nog."),forbidden:()=>o("Dit mag met jouw rol niet. Er is niets veranderd."),conflict:()=>o("Iemand anders was je net voor. Er is niets verloren: laad opnieuw en kijk na wat er veranderde."),full:()=>o("De server heeft geen plaats meer. Er is niets bewaard. Verwittig de systeembeheerder.")};function D(e){return d`<div role="alert">${e?S("danger",d`<p>${e}</p>`):f}</div>`}function Z(e,t=null){return d`<div class="working" role="status">
    <p>${e}</p>
    ${t===null?d`<progress aria-label=${e}></progress>`:d`<progress aria-label=${e} max=${Math.max(t.all,1)} .value=${t.done}></progress>`}
  </div>`}var oa=4,fn=6,mn=e=>({portal:e.portal.org.name,person:o("medewerker")});function Qn(e){return d`<div class="stack tight">
    <p>
      ${o("Scan deze code met een app voor eenmalige codes op je telefoon, bijvoorbeeld Aegis, 2FAS of Google Authenticator.")}
    </p>
    ${Pp(e.qr)}
    <details>
      <summary>${o("Kan je niet scannen? Typ de sleutel over")}</summary>
      <p class="words">${(e.secret.match(/.{1,4}/g)??[]).join(" ")}</p>
    </details>
  </div>`}var Ni=new WeakMap;function Pp(e){let t=Ni.get(e);if(t)return t;let n=Cp(e);return Ni.set(e,n),n}function Cp(e){let t=document.createElement("canvas"),n=(e.length+2*oa)*fn;t.width=n,t.height=n,t.className="qr",t.setAttribute("role","img"),t.setAttribute("aria-label",o("QR-code van je tweede factor"));let r=t.getContext("2d");return r.fillStyle="#fff",r.fillRect(0,0,n,n),r.fillStyle="#000",e.forEach((a,s)=>{[...a].forEach((i,c)=>{i==="1"&&r.fillRect((c+oa)*fn,(s+oa)*fn,fn,fn)})}),t}function er(e){return d`<ol class="word-list">
    ${e.split(" ").map(t=>d`<li><span class="words">${t}</span></li>`)}
  </ol>`}function ia(e,t,n,r=Math.random){let a=t.words.split(" "),s=Bp(a.length,r),i=!1,c=["",""],l=null,u=()=>{if(s.every((L,F)=>(c[F]??"").trim().toLowerCase()===a[L])){n();return}l=o("Dat zijn niet de woorden die daar staan. Kijk na wat je opschreef."),e.update()},p=v=>{i=v,c=["",""],l=null,e.update(),v&&document.getElementById("word-0")?.focus()},m=()=>d`<form class="stack" @submit=${Pe(u)}>
      <p>${o("Neem het papier en typ deze twee woorden over. Zo weet je zeker dat ze er goed op staan.")}</p>
      ${s.map((v,L)=>oe({id:`word-${L}`,label:o("Woord {n}",{n:v+1}),value:c[L]??"",input:F=>{c[L]=F}}))}
      ${D(l)}
      <div class="actions">
        <button type="submit" class="button primary">${o("Controleer")}</button>
        <button type="button" class="button" @click=${()=>p(!1)}>${o("Toon de woorden opnieuw")}</button>
      </div>
    </form>`,w=()=>d`${er(t.words)}
      <div class="actions">
        <button type="button" class="button primary" @click=${()=>p(!0)}>
          ${k("pencil")}${o("Ik heb ze opgeschreven")}
        </button>
      </div>`;return{render:()=>d`<div class="stack">
        <h1>${t.title}</h1>
        <div class="stack tight">${t.text}</div>
        ${t.warning?S("warn",d`<p>${t.warning}</p>`):f} ${i?m():w()}
      </div>`}}function Pe(e){return t=>{t.preventDefault(),e()}}function Bp(e,t){let n=Math.floor(t()*e),r=(n+1+Math.floor(t()*(e-1)))%e;return[n,r].sort((a,s)=>a-s)}function Oi(e,t,n,r=null){let a=null,s=null,i="",c=!1,l=async()=>{s=null;try{a=await t()}catch(w){s=x(w)}e.update()},u=async()=>{if(!c){c=!0,s=null,e.update();try{await n(i.replace(/\s+/g,""))}catch(w){s=await p(w)??x(w)}c=!1,i="",e.update()}},p=async w=>!(w instanceof K)||w.problem!=="sign-in-again"||!await e.signInAgain(sa())?null:(await l(),o("Het duurde wat lang. Scan deze nieuwe code; de vorige geldt niet.")),m=w=>d`<form class="stack" @submit=${Pe(u)}>
      ${Qn(w)}
      ${oe({id:"totp-code",label:o("Code van zes cijfers"),hint:o("De code die de app nu toont. Ze verandert elke halve minuut."),value:i,input:v=>{i=v}})}
      ${D(s)}
      <div class="actions">
        ${P({label:o("Bevestig"),busyLabel:o("Even geduld…"),busy:c,click:u,type:"submit",kind:"primary big"})}
        ${r?d`<button type="button" class="button" @click=${r}>${o("Terug")}</button>`:f}
      </div>
    </form>`;return{shown:()=>{a===null&&l()},render:()=>d`<div class="stack narrow">
        <h1>${o("Koppel je telefoon")}</h1>
        <p>${o("Bij elke aanmelding typ je naast je wachtzin een code die op je telefoon staat.")}</p>
        ${a?m(a):s?d`${D(s)}${P({label:o("Probeer opnieuw"),click:l})}`:Z(o("Even geduld…"))}
      </div>`}}function Pi(e,t){let n=null,r=!1,a=!1,s=null,i=async()=>{n=await e.call(()=>e.me.api.get("/staff/factors")),e.update()},c=async v=>{if(!r){r=!0,s=null,e.update();try{let L=await v();L!==null&&C(L),await i()}catch(L){s=x(L)}r=!1,e.update()}},l=()=>c(()=>Rp(e)),u=(v,L,F)=>d`<li class="row spread">
      <span>${v} <small>${L}</small></span
      ><span class="row">${F}</span>
    </li>`,p=v=>zi(n)<2?f:d`<button type="button" class="button quiet small" @click=${()=>c(v)}>${o("Verwijder")}</button>`,m=v=>u(o("Passkey {n}",{n:v.number}),Lp(v),p(()=>Ip(e,v))),w=()=>u(o("Codes op je telefoon"),o("uit een app, elke halve minuut een nieuwe"),d`<button type="button" class="button quiet small" @click=${()=>Ti(e,t)}>
          ${o("Andere telefoon")}
        </button>
        ${p(()=>_p(e))}`);return()=>(a||(a=!0,i().catch(v=>{s=x(v),e.update()})),d`<section class="card stack tight">
      <h2>${o("Je tweede factor")}</h2>
      <p>${o("Bij elke aanmelding heb je naast je wachtzin één van deze nodig.")}</p>
      <ul class="people">
        ${n?.codes?w():f} ${(n?.passkeys??[]).map(m)}
      </ul>
      ${zi(n)===1?d`<p class="hint">${o("Dit is je enige. Met een tweede sta je niet buiten als je er een verliest.")}</p>`:f}
      ${D(s)}
      <div class="actions">
        ${jt()?P({label:o("Voeg een passkey toe"),busyLabel:o("Even geduld…"),busy:r,click:l,kind:""}):f}
        ${n===null||n.codes?f:d`<button type="button" class="button" @click=${()=>Ti(e,t)}>${o("Koppel een telefoon")}</button>`}
      </div>
      ${jt()?f:d`<p class="hint">${o("In deze browser of op dit adres kan je geen passkey toevoegen.")}</p>`}
    </section>`)}var zi=e=>e===null?0:e.passkeys.length+(e.codes?1:0);function Lp({day:e,synced:t,here:n}){let r=[o("van {day}",{day:T(e,{weekday:!1})})];return r.push(t?o("op elk toestel van je wachtwoordbeheerder"):o("op één toestel")),n||r.push(o("voor een ander adres van dit adviespunt")),r.join(" · ")}async function Rp(e){let t=await e.call(()=>e.me.api.post("/staff/passkeys",{})),n=await hn(t,mn(e)),r=h(R(16));return await e.call(()=>e.me.api.put(`/staff/passkeys/${r}`,n)),o("Je passkey is toegevoegd.")}async function Ip(e,{id:t,number:n}){return await U({title:o("Passkey {n} verwijderen?",{n}),text:d`<p>${o("Je meldt je er niet meer mee aan. Verwijder ze daarna ook op je toestel.")}</p>`,yes:o("Verwijder de passkey"),danger:!0})?(await e.call(()=>e.me.api.del(`/staff/passkeys/${t}`)),o("De passkey is verwijderd.")):null}async function _p(e){return await U({title:o("De codes op je telefoon verwijderen?"),text:d`<p>
      ${o("Je meldt je daarna alleen met een passkey aan. Een code die iemand je ontfutselt, is dan niets meer waard.")}
    </p>`,yes:o("Verwijder de codes"),danger:!0})?(await e.call(()=>e.me.api.del("/staff/codes")),o("De codes gelden niet meer.")):null}function Ti(e,t){e.open(n=>Oi(n,()=>n.call(()=>n.me.api.post("/staff/codes",{})),async r=>{await n.me.api.put("/staff/codes",{code:r}),C(o("Je telefoon is gekoppeld.")),t()},()=>n.back()))}var Up={facilitator:()=>o("facilitator"),helper:()=>o("dossiermedewerker"),coach:()=>o("integriteitscoach"),coordinator:()=>o("integriteitscoördinator")},Fp={new:()=>o("nieuw"),open:()=>o("geopend, nog geen feedback"),answering:()=>o("feedback gegeven"),answered:()=>o("definitief beantwoord"),passed:()=>o("doorgegeven"),closed:()=>o("afgesloten"),withdrawn:()=>o("ingetrokken")},Ce=e=>Up[e]?.()??e,Rt=e=>Fp[e]?.()??e;function tr(e){return e<0?Y("{n} werkdag te laat","{n} werkdagen te laat",-e):e===0?o("vandaag de laatste dag"):Y("nog {n} werkdag","nog {n} werkdagen",e)}function W(e,t){let n=e.find(r=>r.key===t);return n?.label??n?.name??t??""}var Hp=7;function ca(e,t=null){return n=>{let r=Bi(n,()=>e(n));return{render:()=>d`<div class="stack narrow">
          <h1>${o("Aanmelden als medewerker")}</h1>
          <p class="lead">${o("Voor facilitatoren, integriteitscoaches en de integriteitscoördinator.")}</p>
          ${t?S("info",d`<p>${t}</p>`):f} ${r()}
          <hr />
          <p>
            <button type="button" class="button quiet" @click=${()=>n.open(Gp(e))}>
              ${o("Je wachtzin kwijt? Gebruik je herstelcode")}
            </button>
          </p>
        </div>`}}}function Bi(e,t,{name:n="",update:r=()=>e.update()}={}){let a=n!=="",s={name:n,passphrase:"",code:"",resetting:!1},i=!1,c=!1,l=null,u=null,p=async L=>{if(!c){c=!0,l=null,r();try{let F=await L();e.session=await ei(e.portal,{...s,proof:F}),s.passphrase="",t()}catch(F){u=Ci(F)??u,l=Ci(F)===null?x(F):null,s.code="",s.resetting=!1}c=!1,r()}},m=()=>p(async()=>({code:await Vp(e,s)})),w=()=>s.name.trim()!==""&&s.passphrase.trim()!==""?p(()=>Ri(e,u)):(l=o("Typ eerst je naam en je wachtzin. Daarna vraagt je toestel je passkey."),r()),v=L=>F=>{s[L]=F};return()=>d`<form class="stack" @submit=${Pe(m)}>
      ${a?f:oe({id:"staff-name",label:o("Naam waarmee je je aanmeldt"),value:s.name,input:v("name")})}
      ${$i({id:"staff-passphrase",label:o("Wachtzin"),hint:o("Zeven woorden met een spatie ertussen."),value:s.passphrase,input:v("passphrase"),shown:i,toggle:()=>{i=!i,r()}})}
      ${u?qp(u):f} ${Wp(s,v("code"))}
      ${u?f:d`<p>
              <button
                type="button"
                class="button quiet"
                @click=${()=>{s.resetting=!s.resetting,s.code="",r()}}
              >
                ${s.resetting?o("Toch een code van zes cijfers"):o("Ik kreeg een code om mijn tweede factor te vernieuwen")}
              </button>
            </p>`}
      ${D(l)}
      <div class="actions">
        ${P({label:o("Meld je aan"),busyLabel:o("Even geduld…"),busy:c,click:m,type:"submit",kind:"primary big"})}
        ${Li(w,u?o("Maak een passkey"):o("Gebruik een passkey"))}
      </div>
    </form>`}function Li(e,t){return jt()?d`<button type="button" class="button big" @click=${e}>${k("key-round")} ${t}</button>`:f}async function Ri(e,t=null){return t===null?{passkey:await Ai(e.portal.api)}:{new_passkey:await hn(t.passkey,mn(e))}}function qp(e){return d`${S("good",d`<p>${o("Je code klopt. Kies nu je nieuwe tweede factor; de vorige gelden daarna niet meer.")}</p>`)}
  ${Qn(e.totp)}`}function Wp(e,t){return oe({id:"staff-code",label:e.resetting?o("Code om je tweede factor te vernieuwen"):o("Code van zes cijfers"),hint:e.resetting?o("Elf woorden, die je van een facilitator kreeg."):Ii(),value:e.code,input:t})}var Ii=()=>jt()?o("Uit de app op je telefoon. Niet nodig als je een passkey gebruikt."):o("Uit de app op je telefoon.");async function Vp(e,{code:t,resetting:n}){if(!n)return t.replace(/\s+/g,"");let r=await un(e.portal.words,t,16).catch(()=>null);return r===null?"":h(await ae(r,"staff/second-factor-reset"))}function Ci(e){return e instanceof K&&e.problem==="second-factor-setup"?e.content:null}async function _i(e,{why:t,free:n=!1}={}){let r=e.session?.signInName??"";return await xe(s=>{let i=document.createElement("div"),c=()=>ne(d`<div class="stack">
            <h2 id="dialog-title">${o("Meld je opnieuw aan")}</h2>
            <p>${t??o("Je was een tijd niet actief. Wat je typte, staat er nog.")}</p>
            ${l()}
            ${n?d`<p><button type="button" class="button quiet" @click=${()=>s(null)}>${o("Terug")}</button></p>`:f}
          </div>`,i),l=Bi(e,()=>s(!0),{name:r,update:c});return c(),d`${i}`},{stays:!n})===!0}function Gp(e){return t=>{let n={name:"",words:"",code:""},r=!1,a=null,s=async l=>{if(!r){r=!0,a=null,t.update();try{let u=await l(),p=await un(t.portal.words,n.words,16);t.session=await ti(t.portal,{name:n.name,recovery:p,proof:u}),la(t,n.name,e)}catch(u){a=u instanceof K||u instanceof rt?x(u):o("Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.")}r=!1,t.update()}},i=()=>s(async()=>({code:n.code.replace(/\s+/g,"")})),c=l=>u=>{n[l]=u};return{render:()=>d`<form class="stack narrow" @submit=${Pe(i)}>
          <h1>${o("Aanmelden met je herstelcode")}</h1>
          <p>${o("Daarna krijg je een nieuwe wachtzin en een nieuwe herstelcode. De oude gelden dan niet meer.")}</p>
          ${oe({id:"recovery-name",label:o("Naam waarmee je je aanmeldt"),value:n.name,input:c("name")})}
          ${oe({id:"recovery-words",label:o("Herstelcode"),hint:o("Elf woorden, van het blad dat je bewaarde."),value:n.words,input:c("words")})}
          ${oe({id:"recovery-totp",label:o("Code van zes cijfers"),hint:Ii(),value:n.code,input:c("code")})}
          ${D(a)}
          <div class="actions">
            ${P({label:o("Meld je aan"),busy:r,click:i,type:"submit"})}
            ${Li(()=>s(()=>Ri(t)),o("Gebruik een passkey"))}
            <button type="button" class="button" @click=${()=>t.back()}>${o("Terug")}</button>
          </div>
        </form>`}}}function la(e,t,n){let r=In(e.portal.words,Hp),a=R(16);e.reset(()=>ia(e,Jp(r),async()=>{let s=await Lt(e.portal.words,a);e.replace(()=>ia(e,Yp(s),()=>e.replace(Zp(t,r,a,n))))}))}function Jp(e){return{title:o("Je wachtzin"),text:d`<p>${o("Met je naam en deze zeven woorden meld je je aan. Alleen jij ziet ze, en alleen nu.")}</p>
      <p>${o("Leer ze van buiten of bewaar ze op papier, niet bij je telefoon.")}</p>`,words:e}}function Yp(e){return{title:o("Je herstelcode"),text:d`<p>
      ${o("Vergeet je je wachtzin, dan open je met deze elf woorden toch je toegang. Schrijf ze op papier en bewaar ze achter slot.")}
    </p>`,words:e,warning:o("Wie deze woorden heeft en je tweede factor, kan zich als jou aanmelden.")}}function Zp(e,t,n,r){return a=>{let s=null,i=!1,c=async()=>{i=!0,s=null,a.update();try{await a.call(()=>ii(a.me,{name:e,passphrase:t,recovery:n})),r(a)}catch(l){s=x(l)}i=!1,a.update()};return{shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${o("Je nieuwe wachtzin wordt bewaard")}</h1>
          ${D(s)}
          ${s?P({label:o("Probeer opnieuw"),busy:i,click:c}):d`<progress aria-label=${o("Even geduld…")}></progress>`}
        </div>`}}}function Ui(e){let t=null,n=null,r=async()=>{t??=[],t=(await e.call(()=>e.me.api.get("/sessions"))).sessions,e.update()},a=async(i,c)=>{n=null;try{await e.call(()=>e.me.api.del(i)),C(c),await r()}catch(l){n=x(l),e.update()}},s=i=>d`<li class="row spread">
      <span>
        ${i.this?o("Deze browser"):o("Een andere browser")}
        <small>${o("aangemeld op {day}",{day:T(i.day,{weekday:!1})})}</small>
      </span>
      ${i.this?f:d`<button type="button" class="button quiet small" @click=${()=>a(`/sessions/${i.handle}`,o("Die browser is afgemeld."))}>${o("Meld daar af")}</button>`}
    </li>`;return()=>{t===null&&r().catch(()=>{});let i=[...t??[]].sort((c,l)=>Number(l.this)-Number(c.this));return d`<section class="card stack tight">
      <h2>${o("Waar ben je aangemeld?")}</h2>
      <ul class="people">
        ${i.map(s)}
      </ul>
      ${D(n)}
      ${i.length<3?f:d`<p>
              <button
                type="button"
                class="button"
                @click=${()=>a("/sessions",o("Je bent overal elders afgemeld."))}
              >
                ${o("Meld me overal elders af")}
              </button>
            </p>`}
      <p class="hint">${o("Herken je er een niet? Meld ze af en maak hieronder een nieuwe wachtzin.")}</p>
    </section>`}}function nr(e){let t=null,n="",r=async()=>{try{n=await _n(e.portal.words,e.me.directories.current.organisation)}catch(l){t=x(l)}e.update()},a=e.me.role==="coordinator"?()=>f:Xp(e),s=Qp(e),i=Pi(e,()=>e.reset(nr)),c=Ui(e);return{tab:"account",shown:()=>{r()},render:()=>d`<div class="stack narrow">
        <h1>${o("Mijn toegang")}</h1>
        ${D(t)}
        <dl class="facts">
          <dt>${o("Naam")}</dt>
          <dd>${e.me.name}</dd>
          <dt>${o("Rol")}</dt>
          <dd>${Ce(e.me.role)}</dd>
          <dt>${o("Kenmerk van de organisatie")}</dt>
          <dd class="words">${n}</dd>
          <dt>${o("Lijst van medewerkers")}</dt>
          <dd>${o("versie {n}, nagekeken",{n:e.me.directories.current.version})}</dd>
        </dl>
        ${i()} ${c()}
        <section class="card stack tight">
          <h2>${o("Nieuwe wachtzin en herstelcode")}</h2>
          <p>${o("Doe dit als iemand je woorden kan hebben gezien. De oude gelden daarna niet meer.")}</p>
          <p><button type="button" class="button" @click=${()=>eh(e)}>${o("Maak nieuwe")}</button></p>
        </section>
        ${a()} ${s()}
      </div>`}}function Xp(e){let t=null,n={first:e.me.today,last:e.me.today,cover:""},r=null,a=async()=>{t??=[],t=(await e.call(()=>Gn(e.me))).filter(({member:p})=>p===e.me.key),e.update()},s=async p=>{r=null;try{await e.call(p),await a()}catch(m){r=x(m),e.update()}},i=()=>{if(n.first===""||n.last<n.first){r=o("De laatste dag kan niet voor de eerste liggen. Er is niets bewaard."),e.update();return}s(()=>yi(e.me,{...n,cover:n.cover===""?null:n.cover}))},c=(p,m)=>d`<div class="field">
      <label for=${`away-${p}`}>${m}</label>
      <input
        id=${`away-${p}`}
        type="date"
        autocomplete="off"
        .value=${n[p]}
        @change=${w=>{n[p]=w.target.value}}
      />
    </div>`,l=()=>ye(e.me).filter(({active:p,role:m,id:w})=>p&&m!=="coordinator"&&h(w)!==e.me.key).map(({id:p,name:m})=>({key:h(p),label:m})),u=p=>d`<li class="row spread">
      <span
        >${T(p.first,{weekday:!1})} –
        ${T(p.last,{weekday:!1})}${p.cover?d`, ${o("{name} neemt over",{name:De(e.me,p.cover)?.name??""})}`:f}</span
      >
      <button type="button" class="button quiet small" @click=${()=>s(()=>bi(e.me,p.id))}>
        ${o("Verwijder")}
      </button>
    </li>`;return()=>(t===null&&a().catch(()=>{}),d`<section class="card stack tight">
      <h2>${o("Afwezig")}</h2>
      <p>${o("Collega’s zien het als ze iemand toewijzen.")}</p>
      <ul class="people">
        ${(t??[]).map(u)}
      </ul>
      <div class="two">${c("first",o("Eerste dag"))}${c("last",o("Laatste dag"))}</div>
      ${Te({id:"away-cover",label:o("Wie neemt over?"),value:n.cover,empty:o("Niemand"),options:l(),input:p=>{n.cover=p}})}
      ${D(r)}
      <div class="actions">${P({label:o("Bewaar de afwezigheid"),click:i,kind:""})}</div>
    </section>`)}function Qp(e){let t=null,n=null,r=async()=>{t="",t=(await e.call(()=>e.me.api.get("/staff/notice"))).address??"",e.update()},a=async()=>{n=null;try{await e.call(()=>e.me.api.put("/staff/notice",{address:t?.trim()?t.trim():null})),C(t?.trim()?o("Het adres is bewaard."):o("Je krijgt geen mail meer."))}catch(s){n=x(s)}e.update()};return()=>(t===null&&r().catch(()=>{}),d`<section class="card stack tight">
      <h2>${o("Een mail als er iets is")}</h2>
      <p>
        ${o("Hoogstens één mail per dag, altijd met dezelfde woorden: er staat iets klaar. Nooit iets over een vraag.")}
      </p>
      ${oe({id:"notice-address",label:o("Mailadres"),hint:o("Laat leeg als je geen mail wilt."),value:t??"",input:s=>{t=s}})}
      ${D(n)}
      <div class="actions">${P({label:o("Bewaar het adres"),click:a,kind:""})}</div>
    </section>`)}async function eh(e){if(!await U({title:o("Een nieuwe wachtzin en herstelcode maken?"),text:d`<p>${o("Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.")}</p>`,yes:o("Begin")}))return;let n=e.me.signInName||await th();n&&la(e,n,r=>r.reset(nr))}function th(){return xe(e=>{let t=document.createElement("div"),n="";return ne(d`<form class="stack" @submit=${Pe(()=>{n.trim()!==""&&e(n)})}>
        <h2 id="dialog-title">${o("Met welke naam meld je je aan?")}</h2>
        ${oe({id:"renew-name",label:o("Naam waarmee je je aanmeldt"),value:n,input:a=>{n=a}})}
        <div class="actions">
          <button type="button" class="button" @click=${()=>e(null)}>${o("Terug")}</button
          ><button type="submit" class="button primary">${o("Ga verder")}</button>
        </div>
      </form>`,t),d`${t}`})}var Ye=(e,t)=>ae(e,`commit/${t}`);function Fi({portal:e,case:t,epoch:n,recipient:r,purpose:a}){return E(A("adviespunt/v1/key"),G(e,t,Pt(n),r,A(a)))}var Hi=(e,t,n)=>ct(e,Fi(t),n);async function da(e,t,n){let r=await e.open(Fi(t),n);if(r.length!==32)throw new z;return r}async function qi(e,t,n,r){let a=await da(e,t,r);if(!y(await Ye(a,t.purpose),n))throw new z;return a}var nh=20,rh=1e5,ah=200,gn=j({}),ua=["asker"],pa=["facilitator","helper"],St=[...pa,"coach"],Be=Object.freeze({question:{writers:ua,thread:"case",fields:j({excluded:kt(_),kind:ee,name:le(lt(1,ah)),urgent:bt})},reply:{writers:[...ua,...St],thread:"case",fields:gn},feedback:{writers:St,thread:"case",fields:gn},final:{writers:St,thread:"case",fields:j({referred:de(ee)})},pass:{writers:St,thread:"case",fields:j({authority:ee})},close:{writers:pa,thread:"case",fields:j({outcome:ee})},withdraw:{writers:ua,thread:"case",fields:gn},recuse:{writers:["coach"],thread:"case",fields:gn},note:{writers:St,thread:"notes",fields:gn},draft:{writers:St,thread:"notes",fields:j({for:ke("feedback","reply","final")})},triage:{writers:pa,thread:"notes",fields:j({category:le(ee),pen:le(_),urgent:bt})},record:{writers:St,thread:"notes",fields:j({authority:ee,day:be})}}),Wi=j({hash:X,id:_}),Gi=j({v:se,counter:Q,roster:Dn,seen:kt(Wi,({id:e})=>e),attachments:de(j({family:ke("photo","document"),pages:de(Wi,1)}),0,nh),text:lt(0,rh),fields:()=>{}});function sh(e,t){if((Object.hasOwn(Be,e)?Be[e]:null)?.thread!==t)throw new b("kind");return e}async function Ji(e,t,n,r,a){let{id:s,writer:i,epoch:c}=n.header,l=sh(n.header.kind,t),u=ue(await on(e,n),Gi);Be[l].fields(u.body.fields);let p=oh(u.body);if(l==="question"&&p.roster.number!==0)throw new b("roster");let m=await a(p.roster,c,i);if(!Be[l].writers.includes(m.role))throw new b("writer");return await pe(m.sign,"message",G(n.rawHeader,await Ye(e,t)),u),{...p,id:s,key:h(s),kind:l,thread:t,writer:i,epoch:c,hash:r}}var oh=e=>({counter:e.counter,roster:{hash:g(e.roster.hash),number:e.roster.number},seen:e.seen.map(Yi),attachments:e.attachments.map(ih),text:e.text,fields:e.fields}),Yi=({id:e,hash:t})=>({id:g(e),hash:g(t)}),ih=({family:e,pages:t})=>({family:e,pages:t.map(Yi)});function Zi(e,t){let n=new Map(e.map(s=>[h(s.hash),s])),r=new Map,a={messages:[],refused:[]};for(let s of lh(e,n)){let i=uh(s,n,r),c=ph(s,i);c?a.refused.push({message:s,reason:c}):(a.messages.push(s),r.set(h(s.hash),i))}return{...a,missing:ch(a.messages,new Set([...n.keys(),...t]))}}function ch(e,t){let n=e.flatMap(({seen:a})=>a).filter(({hash:a})=>!t.has(h(a)));return[...new Map(n.map(a=>[`${h(a.id)} ${h(a.hash)}`,a])).values()].sort((a,s)=>ie(a.id,s.id))}function lh(e,t){let n=new Set,r=[],a=e;for(;a.length>0;){let s=a.findIndex(({seen:i})=>i.every(({hash:c})=>dh(t.get(h(c)),n)));if(s<0)throw new M("circle");r.push(a[s]),n.add(a[s]),a=a.filter((i,c)=>c!==s)}return r}var dh=(e,t)=>e===void 0||t.has(e);function uh({seen:e},t,n){let r={counters:new Map,whole:!0,roster:0};for(let{hash:a}of e){let s=n.get(h(a)),i=t.get(h(a));if(r.whole&&=s?.whole??!1,!(!s||!i)){r.roster=Math.max(r.roster,s.roster,i.roster.number);for(let[c,l]of[...s.counters,[h(i.writer),i.counter]])r.counters.set(c,Math.max(l,r.counters.get(c)??l))}}return r}function ph({seen:e,counter:t,kind:n,thread:r,writer:a,roster:s},i){let c=e.length===0;if(c&&t!==0||r==="case"&&n==="question"!==c)return"seen";if(s.number<i.roster)return"roster";let l=1+(i.counters.get(h(a))??-1);return t<l||i.whole&&t!==l?"counter":null}function Xi(e){let t=new Set(e.flatMap(r=>r.seen.map(({hash:a})=>h(a))));return e.filter(({hash:r})=>!t.has(h(r))).map(({id:r,hash:a})=>({id:r,hash:a})).sort((r,a)=>ie(r.id,a.id))}var Qi=(e,t)=>1+Math.max(-1,...e.filter(n=>y(n.writer,t)).map(({counter:n})=>n));async function ec(e,t,n,r){let a=n.kind,s=hh(r);Gi(s),Be[a].fields(s.fields);let i=G(tt(n),await Ye(e,Be[a].thread));return $e(e,n,await te(t,"message",i,s))}var hh=({counter:e,roster:t,seen:n,attachments:r,text:a,fields:s})=>({v:1,counter:e,roster:{hash:h(t.hash),number:t.number},seen:n.map(Vi),attachments:r.map(({family:i,pages:c})=>({family:i,pages:c.map(Vi)})),text:a,fields:s}),Vi=({id:e,hash:t})=>({hash:h(t),id:h(e)});var fh=16*1024*1024,mh=64e6,gh=j({height:tn,media:ke("image/webp","image/png","image/jpeg"),width:tn});function nc({media:e,width:t,height:n,image:r}){return ac({media:e,width:t,height:n,image:r}),E(Re(Ee({height:n,media:e,width:t})),r)}function rc(e){let t=new Ae(e),n=Ie(t.lp());gh(n);let r={media:n.media,width:n.width,height:n.height,image:t.rest()};return ac(r),r}function ac({media:e,width:t,height:n,image:r}){if(r.length>fh)throw new M("image-bytes");if(oc(t,n),!wh[e]?.(r))throw new M("image-kind")}function sc({media:e,width:t,height:n,image:r}){let a=yh[e]?.(r)??null;if(!a)throw new M("image-kind");if(oc(a.width,a.height),a.width!==t||a.height!==n)throw new M("image-size")}function oc(e,t){if(e<1||t<1||e*t>mh)throw new M("image-pixels")}var wh={"image/png":e=>ft(e,0,`PNG\r

`),"image/jpeg":e=>ft(e,0,"ÿØÿ"),"image/webp":e=>ft(e,0,"RIFF")&&ft(e,8,"WEBP")},yh={"image/png":bh,"image/jpeg":kh,"image/webp":$h},ft=(e,t,n)=>[...n].every((r,a)=>e[t+a]===r.charCodeAt(0)),mt=e=>new DataView(e.buffer,e.byteOffset,e.length);function bh(e){return e.length<33||!ft(e,12,"IHDR")?null:{width:mt(e).getUint32(16),height:mt(e).getUint32(20)}}function kh(e){let t=2;for(;t+9<e.length&&e[t]===255;){let n=e[t+1];if(vh(n))return{height:mt(e).getUint16(t+5),width:mt(e).getUint16(t+7)};t+=2+mt(e).getUint16(t+2)}return null}var vh=e=>e>=192&&e<=207&&![196,200,204].includes(e);function $h(e){return e.length<30?null:ft(e,12,"VP8X")?{width:1+tc(e,24),height:1+tc(e,27)}:ft(e,12,"VP8L")?xh(mt(e).getUint32(21,!0),e[20]):!ft(e,12,"VP8 ")||e[23]!==157||e[24]!==1||e[25]!==42?null:{width:mt(e).getUint16(26,!0)&16383,height:mt(e).getUint16(28,!0)&16383}}var xh=(e,t)=>t===47?{width:1+(e&16383),height:1+(e>>>14&16383)}:null,tc=(e,t)=>e[t]|e[t+1]<<8|e[t+2]<<16;var It=Object.freeze(["facilitator","helper","coach"]),ic=new Uint8Array(32),Eh=j({id:_,kem:X,role:ke("asker","facilitator","helper","coach","archive"),sign:X}),jh=j({v:se,number:Q,previous:le(X),epoch:tn,case:X,notes:le(X),directory:Kn,participants:kt(Eh,e=>e.id),asker:le(j({kem:ze(en),sign:ze(32)}))});async function cc(e,t,n){let r=ve(n),{header:a}=r;if(!(y(a.portal,t.portal)&&y(a.case,t.case)&&a.kind==="roster"))throw new b("place");let i=await on(e,r),c=ue(i,jh),l=Sh(c.body,a.writer,await He(i));if(l.epoch!==a.epoch)throw new b("epoch");if(!y(l.case,await Ye(e,"case")))throw new b("commitment");return{roster:l,parsed:c,context:r.rawHeader}}function Sh(e,t,n){return{number:e.number,previous:e.previous&&g(e.previous),epoch:e.epoch,case:g(e.case),notes:e.notes&&g(e.notes),directory:{version:e.directory.version,hash:g(e.directory.hash)},participants:e.participants.map(Ah),asker:e.asker&&{kem:g(e.asker.kem),sign:g(e.asker.sign)},author:t,hash:n}}var Ah=({id:e,kem:t,role:n,sign:r})=>({id:g(e),kem:g(t),role:n,sign:g(r)}),fe=(e,t)=>e.participants.find(n=>y(n.id,t))??null;async function lc({roster:e,parsed:t,context:n},r,a){Mh(e,r);let s=await a.at(e.directory);return await pe(await Kh(e,r,s),"roster",n,t),await Nh(e,r,s),await Oh(e,r.at(-1)??null,s),r.length>0?Ph(e,r):Th(e),e}function Mh(e,t){let n=t.at(-1)??null;if(e.number!==t.length)throw new b("number");if(!Dh(e.previous,n&&n.hash))throw new b("previous");if(n&&e.directory.version<n.directory.version)throw new b("directory-back")}var Dh=(e,t)=>e===null||t===null?e===t:y(e,t);async function Kh(e,t,n){let r=t.at(-1);if(!r){if(!y(e.author,H)||!e.asker)throw new b("author");return e.asker.sign}let a=fe(r,e.author),s=he(n,e.author,$t);if(!a||!$t.includes(a.role)||!s)throw new b("author");if(!y((await qe(s)).sign,a.sign))throw new b("author");return s.sign}async function Nh(e,t,n){let r=t[0];if(r&&e.asker)throw new b("asker");let a=r?fe(r,H):e.asker&&await Bh(e.asker),s=r?fe(r,Qe):await Lh(n);if(!ha(fe(e,H),a))throw new b("asker");if(!ha(fe(e,Qe),s))throw new b("archive")}var ha=(e,t)=>e!==null&&t!==null&&e.role===t.role&&fa(e,t)&&y(e.id,t.id),fa=(e,t)=>y(e.kem,t.kem)&&y(e.sign,t.sign);async function Oh(e,t,n){let r=e.participants.filter(({id:a})=>!y(a,H)&&!y(a,Qe));for(let a of r)await zh(a,t,n);if(!r.some(({role:a})=>$t.includes(a)))throw new b("nobody-left")}async function zh(e,t,n){let r=J(n,e.id),a=t&&fe(t,e.id);if(!r)throw new b("member");if(!ha(a,e)){if(a&&!fa(a,e))throw new b("keys-changed");if(!r.active||r.role!==e.role||!It.includes(e.role))throw new b("role");if(!fa(e,await qe(r)))throw new b("keys")}}function Th({epoch:e,notes:t,participants:n}){if(e!==0||t||n.some(({role:r})=>r==="coach"))throw new b("first")}function Ph(e,t){let n=t[t.length-1];if(!e.notes)throw new b("notes");if(!fe(e,e.author))throw new b("author-leaves");let r=n.participants.some(({id:a})=>!fe(e,a));if(e.epoch===n.epoch&&!r){if(!(y(e.case,n.case)&&(!n.notes||y(e.notes,n.notes))))throw new b("epoch")}else if(e.epoch!==n.epoch+1||Ch(e,t))throw new b("epoch")}function Ch(e,t){let n=t.flatMap(({case:r,notes:a})=>a?[r,a]:[r]);return[e.case,e.notes].some(r=>r&&n.some(a=>y(r,a)))}async function dc(e,t,n){if(t.length!==0)for(let{directory:r,participants:a}of e){let s=await n.at(r);if(a.map(({id:c})=>J(s,c)?.person).some(c=>c&&t.includes(h(c))))throw new b("excluded")}}var Bh=async e=>({id:H,role:"asker",...await qe(e)});async function Lh({archive:e}){let{kem:t}=await qe({kem:e.kem,sign:ic});return{id:Qe,role:"archive",kem:t,sign:ic}}async function uc(e,t){let n=he(e,t,It);if(!n)throw new b("role");return{id:n.id,role:n.role,...await qe(n)}}var pc=e=>[...e].sort((t,n)=>ie(t.id,n.id));function hc(e,t){let n=he(t,e.id,It);return n?{...e,role:n.role}:e}async function ma(e,t,{portal:n,case:r},a,s){let i={portal:n,case:r,epoch:s.epoch,id:R(16),writer:a,kind:"roster"},c=await te(t,"roster",tt(i),Rh(s));return{id:i.id,envelope:await $e(e,i,c),hash:await He(c)}}var Rh=e=>({v:1,number:e.number,previous:e.previous&&h(e.previous),epoch:e.epoch,case:h(e.case),notes:e.notes&&h(e.notes),directory:{hash:h(e.directory.hash),version:e.directory.version},participants:e.participants.map(({id:t,kem:n,role:r,sign:a})=>({id:h(t),kem:h(n),role:r,sign:h(a)})),asker:e.asker&&{kem:h(e.asker.kem),sign:h(e.asker.sign)}});var B=class extends Error{constructor(t,n=void 0){super(`case refused: ${t}`,{cause:n}),this.name="CaseRefused",this.reason=t}};async function gt(e,t){try{return await t()}catch(n){throw n instanceof N?new B(n.reason==="directory-unknown"?"directory":e,n):n}}function at(e,t){let n=e.get(t);if(!n)throw new B("keys");return n}var ga=({id:e,role:t})=>({id:e,role:t}),wa=(e,t,n)=>r=>y(r,H)?e.kem:y(r,Qe)?t.archive.kem:J(n,r)?.kem??null;async function ya(e,t,n){return(await Promise.all(t.map(a=>Ih(e,a,n(a.entry.id))))).flat()}async function Ih(e,{entry:t,keys:n},r){if(!r||!y(await I(r),t.kem))throw new B("keys");let a=t.id;return Promise.all(n.map(async({epoch:s,purpose:i,key:c})=>{let l=await Hi(r,{...e,epoch:s,purpose:i,recipient:a},c);return{epoch:s,purpose:i,recipient:a,sealed:l}}))}function ba({kind:e,text:t="",fields:n={},attachments:r=[]}){return{kind:e,text:t,fields:n,attachments:r,sealed:null}}async function ka(e,t){let{identity:n,caseKeys:r,notesKeys:a}=e.opened,{thread:s,writers:i}=Be[t.kind];if(!i.includes(e.me.role))throw new B("role");if(s==="notes"&&t.attachments.length>0)throw new B("pages");let{epoch:c,number:l,hash:u}=e.roster,p=(s==="case"?r:a).get(c);if(!p)throw new B("notes");let m=s==="case"?e.messages:e.notes;return _h(t,p,{place:{portal:e.portal,case:e.id},identity:n,writer:e.me.id,epoch:c,roster:{number:l,hash:u},counter:Qi(m,e.me.id),seen:Xi(m),caseKey:at(r,c)})}async function _h({kind:e,text:t,fields:n,attachments:r},a,s){let{place:i,identity:c,writer:l,epoch:u,roster:p,counter:m,seen:w}=s,{pages:v,attachments:L}=await Uh(s.caseKey??a,{...i,epoch:u,writer:l},r),F={...i,epoch:u,id:R(16),writer:l,kind:e},ot={counter:m,roster:p,seen:w,attachments:L,text:t,fields:n},wd=await ec(a,c.sign.privateKey,F,ot);return{id:F.id,case:i.case,kind:e,thread:Be[e].thread,epoch:u,envelope:wd,pages:v}}async function Uh(e,t,n){let r=n.map(({pages:i})=>Promise.all(i.map(c=>Fh(e,t,c)))),a=await Promise.all(r);return{attachments:n.map(({family:i},c)=>({family:i,pages:a[c].map(({id:l,hash:u})=>({id:l,hash:u}))})),pages:a.flat().map(({id:i,envelope:c})=>({id:i,envelope:c}))}}async function Fh(e,t,n){let r={...t,id:R(16),kind:"page"},a=await $e(e,r,nc(n));return{id:r.id,envelope:a,hash:await sn(a)}}async function va(e,t){let{identity:n,directories:r,rosters:a}=e.opened,s=a[a.length-1],i=Hh(e,s,t);if(i===null)return null;qh(e,i);let c=await Wh(e,s,i),l=Vh(e,s,i.turns),u={number:s.number+1,previous:s.hash,epoch:l.epoch,participants:c,asker:null,case:await Ye(at(l.caseKeys,l.epoch),"case"),notes:await Ye(at(l.notesKeys,l.epoch),"notes"),directory:{version:r.current.version,hash:r.current.hash}},p={portal:e.portal,case:e.id},m=at(l.caseKeys,l.epoch),w=await ma(m,n.sign.privateKey,p,e.me.id,u),v=c.map(L=>Gh(e,L,s,l));return{...w,number:u.number,epoch:l.epoch,notes:!0,participants:c.map(ga),keys:await ya(p,v,await Jh(e))}}function Hh(e,t,{add:n=[],remove:r=[],firstNotes:a=!1,turn:s=!1}){let i=[h(H),h(Qe)],c=[...r.map(h),...e.departed].filter(m=>!i.includes(m)),l=t.participants.filter(({id:m})=>c.includes(h(m))),u=n.filter(m=>!fe(t,m)&&!c.includes(h(m))),p=a&&!t.notes;return l.length===0&&u.length===0&&!s&&!p?null:{coming:u,leaving:l,turns:l.length>0||s}}function qh(e,{coming:t,leaving:n}){let r=e.opened.directories.current;if(!($t.includes(e.me.role)&&he(r,e.me.id,$t)))throw new B("role");if(t.map(i=>J(r,i)?.person).some(i=>i&&e.excluded.includes(h(i))))throw new B("excluded");if(n.some(({id:i})=>y(i,e.me.id)))throw new B("roster");if(t.length>0&&e.unreadableNotes.length>0)throw new B("notes")}async function Wh(e,t,{coming:n,leaving:r}){let a=e.opened.directories.current,s=t.participants.filter(c=>!r.includes(c)),i=gt("roster",()=>Promise.all(n.map(c=>uc(a,c))));return pc([...s.map(c=>hc(c,a)),...await i])}function Vh(e,t,n){let r=t.epoch+(n?1:0),[a,s]=[new Map(e.opened.caseKeys),new Map(e.opened.notesKeys)];if(n&&a.set(r,R(32)),(n||!t.notes)&&s.set(r,R(32)),!s.has(r))throw new B("notes");return{epoch:r,caseKeys:a,notesKeys:s}}function Gh({opened:e},t,n,{caseKeys:r,notesKeys:a}){let s=fe(n,t.id)===null,i=fc("case",r,s?null:e.caseKeys);return y(t.id,H)||i.push(...fc("notes",a,s?null:e.notesKeys)),{entry:t,keys:i}}var fc=(e,t,n)=>[...t].filter(([r])=>!n?.has(r)).map(([r,a])=>({epoch:r,purpose:e,key:a}));async function Jh({opened:{rosters:e,directories:t}}){let n=e[0].asker;return wa(n,await t.at(e[0].directory),t.current)}var $a=6,Yh=4;async function gc(e,t,{unseen:n=!1}={}){let r=await e.get(`/cases/${h(t)}${n?"?unseen=true":""}`),a=[...r.messages,...r.notes??[]];return{fetched:Zh(t,r),index:r,days:new Map(a.map(s=>[s.id,s.day]))}}var Zh=(e,t)=>({id:e,rosters:t.rosters.map(n=>g(n)),keys:t.keys.map(Xh),messages:t.messages.map(mc),notes:(t.notes??[]).map(mc)}),Xh=({epoch:e,purpose:t,sealed:n})=>({epoch:e,purpose:t,sealed:g(n)}),mc=({envelope:e})=>g(e),xa=new Map;function Qh(e,t){let n=xa.get(t);return!n||e&&e.roster.number>=n.number?e:{roster:n,read:e?.read??[]}}function Ea({api:e,identity:t,me:n,portal:r,id:a,directories:s,lastSeen:i,unseen:c=!1}){let l=`${h(n.id)} ${h(a)}`,u=async p=>{let{fetched:m,index:w,days:v}=await gc(e,a,{unseen:c}),L=await s(p),F=Qh(i(),l),ot=await kc({identity:t,me:n,portal:r,fetched:m,directories:L,lastSeen:F});return ot.roster.number>=(xa.get(l)?.number??0)&&xa.set(l,ot.seen.roster),{...ot,index:w,days:v}};return async(p=!1)=>{try{return await u(p)}catch(m){if(m instanceof B&&m.reason==="directory"&&!p)return u(!0);throw m}}}async function wc(e,t,n=64){let r=[];for(let a=0;a<e.length;a+=n)r.push(...await Promise.all(e.slice(a,a+n).map((s,i)=>t(s,a+i))));return r}var ja=async(e,t,n,r)=>vc(t,n,r,await e.get(`/cases/${t.key}/pages/${h(r.id)}`));async function Sa(e,t,n,{register:r=async()=>null}={}){for(let a=$a;;a-=1){let s=n.sealed?null:await tf(e,t,n);s&&(n.sealed=await ef(s,n,r));let i=n.sealed;try{return await bc(e,i.case,i.pages),{message:i,answer:await e.put(`/cases/${h(i.case)}/messages/${h(i.id)}`,nf(i))}}catch(c){if(!yc(c)||a<=1)throw c;n.sealed=null}}}async function ef(e,t,n){let r=await ka(e,t);return{...r,register:await n(e,r)}}async function tf(e,t,n){let r=await t();return Be[n.kind].thread==="notes"&&!r.roster.notes?At(e,t,{firstNotes:!0}):r}var nf=({envelope:e,pages:t,register:n})=>({envelope:h(e),pages:t.map(({id:r})=>h(r)),register:n?{key:h(n.key),sealed:h(n.sealed)}:null}),yc=e=>e instanceof K&&e.status===409&&e.problem==="conflict";async function bc(e,t,n,r=()=>{}){let a=0;await wc(n,async i=>{await e.put(`/cases/${h(t)}/pages/${h(i.id)}`,i.envelope),r(a+=1)},Yh)}async function At(e,t,n){for(let r=$a;;r-=1){let a=await t(r<$a),s=await va(a,n);if(!s)return a;try{return await e.post(`/cases/${a.key}/rosters`,af(s)),await t()}catch(i){if(!(yc(i)||rf(i))||r<=1)throw i}}}var rf=e=>e instanceof K&&e.problem==="network",af=({number:e,envelope:t,epoch:n,notes:r,participants:a,keys:s})=>({number:e,envelope:h(t),epoch:n,notes:r,participants:a.map(({id:i,role:c})=>({id:h(i),role:c})),keys:s.map(sf)}),sf=({recipient:e,epoch:t,purpose:n,sealed:r})=>({recipient:h(e),epoch:t,purpose:n,sealed:h(r)});async function kc({identity:e,me:t,portal:n,fetched:r,directories:a,lastSeen:s}){let i={portal:n,case:r.id},c=await df(e,t.id,i,r),l=await uf(r.rosters,c,i,a);pf(l,s),await hf(l,t.id,e);let{notesKeys:u,unreadableNotes:p}=await ff(e,t.id,i,r,l),m={identity:e,directories:a,rosters:l,caseKeys:c,notesKeys:u},w=await $c("case",r.messages,i,m),v=await of(w.messages,l,a),L=y(t.id,H)?[]:r.notes,F=await $c("notes",L,i,m),ot=[...w.missing,...F.missing];return{id:r.id,key:h(r.id),portal:n,excluded:v,unreadableNotes:p,opened:m,...cf(t.id,m,w.messages),messages:w.messages,notes:F.messages,refused:[...w.refused,...F.refused],missing:[...ot,...vf([...r.messages,...L],s,ot)],seen:lf(l[l.length-1],[...w.messages,...F.messages],s)}}async function of(e,t,n){let r=e.find(({kind:s})=>s==="question");if(!r)throw new B("question");let a=r.fields.excluded;return await gt("excluded",()=>dc(t,a,n)),a}function cf(e,{rosters:t,directories:n},r){let a=t[t.length-1],{number:s,hash:i,epoch:c,notes:l,participants:u}=a,p=fe(a,e);return{me:{id:e,role:p.role},roster:{number:s,hash:i,epoch:c,notes:l!==null},participants:u.map(m=>jc(m,n.current)),departed:kf(a,r,n.current)}}var lf=({hash:e,number:t},n,r)=>({roster:{hash:h(e),number:t},read:[...new Set([...r?.read??[],...n.map(({key:a})=>a)])]});async function df(e,t,n,r){let a=async s=>{let i=xc(r,s,"case");if(!i)throw new B("keys");return da(e.kem,{...n,epoch:s,recipient:t,purpose:"case"},i)};return gt("keys",async()=>{let s=[...new Set(r.rosters.map(c=>ve(c).header.epoch))],i=await Promise.all(s.map(a));return new Map(s.map((c,l)=>[c,i[l]]))})}var xc=({keys:e},t,n)=>e.filter(r=>r.epoch===t&&r.purpose===n).at(-1)?.sealed??null;async function uf(e,t,n,r){let a=await gt("roster",()=>Promise.all(e.map(i=>cc(at(t,ve(i).header.epoch),n,i)))),s=[];for(let i of a)s.push(await gt("roster",()=>lc(i,s,r)));if(s.length===0)throw new B("roster");return s}function pf(e,t){if(!t)return;let{number:n,hash:r}=t.roster;if(!e[n]||h(e[n].hash)!==r)throw new B("rollback")}async function hf(e,t,n){let r=fe(e[e.length-1],t),a=await qe({kem:n.kem.publicKey,sign:n.sign?.publicKey??new Uint8Array(32)});if(!r||!y(r.kem,a.kem))throw new B("me");if(y(t,H)&&!y(r.sign,a.sign))throw new B("me")}async function ff(e,t,n,r,a){let s=new Map,i=[];if(y(t,H))return{notesKeys:s,unreadableNotes:i};let c=new Map(a.map(({epoch:l,notes:u})=>[l,u]));for(let[l,u]of c){if(!u)continue;let p=xc(r,l,"notes"),m={...n,epoch:l,recipient:t,purpose:"notes"},w=p&&await qi(e.kem,m,u,p).catch(Ec);w?s.set(l,w):i.push(l)}return{notesKeys:s,unreadableNotes:i}}function Ec(e){if(e instanceof N)return null;throw e}async function $c(e,t,n,r){let a=await Promise.all(t.map(p=>gf(e,p,n,r))),s=[...new Map(a.map(p=>[p.hash,p])).values()],{candidates:i,refused:c}=mf(e,s),l=Zi(i,s.map(({hash:p})=>p)),u=l.refused.map(({message:p,reason:m})=>({key:p.key,kind:p.kind,thread:e,reason:m}));return{messages:l.messages.map(p=>bf(p,r)),refused:[...c,...u],missing:l.missing.map(({id:p})=>({key:h(p),thread:e}))}}function mf(e,t){let n=new Set,r=[],a=[];for(let{key:s,kind:i,message:c,reason:l}of t)n.has(s)?a.push({key:s,kind:i,thread:e,reason:"repeat"}):c?r.push(c):a.push({key:s,kind:i,thread:e,reason:l}),s!==""&&n.add(s);return{candidates:r,refused:a}}async function gf(e,t,n,r){let a=await sn(t),s={key:"",kind:null,hash:h(a),message:null,reason:"envelope"};try{let i=ve(t),{header:c}=i;if(Object.assign(s,{key:h(c.id),kind:c.kind}),!y(c.portal,n.portal)||!y(c.case,n.case))throw new b("place");let l=(e==="case"?r.caseKeys:r.notesKeys).get(c.epoch);if(!l)throw new b("key");let u=await Ji(l,e,i,a,(p,m,w)=>yf(r,p,m,w));return{...s,message:u}}catch(i){return{...s,reason:wf(i)}}}function wf(e){if(!(e instanceof N))throw e;return{BadSignature:"signature",Malformed:"form",Unsealable:"envelope"}[e.name]??e.reason}async function yf({rosters:e,directories:t},n,r,a){let s=e[n.number];if(!s)throw new b("roster-withheld");if(!y(s.hash,n.hash)||s.epoch!==r)throw new b("roster");let i=fe(s,a);if(!i)throw new b("writer");if(y(a,H))return{role:i.role,sign:e[0].asker.sign};let c=J(await t.at(s.directory),a);if(!c||!y((await qe(c)).sign,i.sign))throw new b("writer");return{role:i.role,sign:c.sign}}function bf(e,{rosters:t,directories:n}){let r=fe(t[e.roster.number],e.writer);if(!r)throw new B("roster");return{...e,author:jc(r,n.current)}}function jc({id:e,role:t},n){let r=J(n,e),a=r?he(n,e,It)!==null:!0;return{id:e,key:h(e),role:t,name:r?.name??"",function:r?.function??"",person:r?.person??null,active:a}}function kf(e,t,n){let r=t.filter(({kind:s,epoch:i})=>s==="recuse"&&i===e.epoch).map(({writer:s})=>h(s));return e.participants.filter(({role:s})=>s!=="asker"&&s!=="archive").filter(({id:s})=>r.includes(h(s))||!he(n,s,It)).map(({id:s})=>h(s))}function vf(e,t,n){let r=new Set(e.map($f));return(t?.read??[]).filter(s=>!r.has(s)&&!n.some(i=>i.key===s)).map(s=>({key:s,thread:null}))}function $f(e){try{return h(ve(e).header.id)}catch(t){return Ec(t)}}async function vc(e,t,n,r){if(!y(await sn(r),n.hash))throw new b("page");let{writer:a,epoch:s}=t,i={portal:e.portal,case:e.id,epoch:s,id:n.id,writer:a,kind:"page"},c=rc(await We(at(e.opened.caseKeys,s),i,r));return sc(c),c}async function Mc(e,t){let{index:n,...r}=await _t(e,t)(),a=new Map([...n.messages,...n.notes??[]].map(({id:s,day:i})=>[s,i]));return{key:t,view:r,summary:n,days:a}}async function Dc(e,{key:t,view:n}){let r=[...Sc(n.messages),...Sc(n.notes)].sort(),a={number:n.roster.number,hash:h(n.roster.hash)};await ht(e,s=>({...s,cases:{...s.cases,[t]:{roster:a,read:r}}}))}var xf=4,Sc=e=>e.slice(-xf).map(({key:t})=>t);function Kc(e,{key:t,view:n}){let r=new Set(e.state.content.cases[t]?.read??[]),a=[...Ac(n.messages,r),...Ac(n.notes,r)];return new Set(a.filter(({writer:s})=>h(s)!==e.key).map(s=>s.key))}function Ac(e,t){let n=-1;return e.forEach((r,a)=>{t.has(r.key)&&(n=a)}),e.slice(n+1)}function _t(e,t,{unseen:n=!1}={}){return Ea({api:e.api,identity:e.identity,me:{id:e.member},portal:e.portal.id,id:g(t,16),directories:async r=>(r&&await pn(e),e.directories),lastSeen:()=>e.state.content.cases[t]??null,unseen:n})}async function Ef(e,t){t.view.roster.notes||e.role==="coach"||await At(e.api,_t(e,t.key),{firstNotes:!0})}async function Mt(e,t,n){await Ef(e,t),await Sa(e.api,_t(e,t.key),n,{register:r=>Df(e,t,r,n)})}var Dt=e=>ba(e);function Nc(e,t,...n){let r=new Set(t.excluded),a=new Set(t.participants.map(s=>s.key));return ye(e).filter(s=>s.active&&n.includes(s.role)).map(s=>({member:s,key:h(s.id),reason:r.has(h(s.person))?"excluded":a.has(h(s.id))?"there":null}))}async function Oc(e,t,n){let r=n.map(a=>g(a,16));await At(e.api,_t(e,t.key),{add:r})}async function zc(e,t,n){await At(e.api,_t(e,t.key),{remove:[g(n,16)]})}function Aa(e,t){return t.participants.filter(({id:n,role:r})=>!["asker","archive"].includes(r)&&n!==e.key).filter(({id:n,active:r})=>!r||De(e,n)?.active===!1).map(({id:n})=>n)}function Ma(e,t){let n=new Set(t.participants.map(({id:r})=>r));return ye(e).filter(r=>r.active&&(r.role==="facilitator"||r.role==="helper")).map(r=>h(r.id)).filter(r=>!n.has(r))}async function Tc(e,t){let n=Aa(e,t),r=_t(e,t.case,{unseen:!0}),a=new Set((await r()).excluded),s=Ma(e,t).filter(i=>{let c=De(e,i);return c!==null&&!a.has(h(c.person))});return n.length===0&&s.length===0?!1:(await At(e.api,r,{add:s.map(i=>g(i,16)),remove:n.map(i=>g(i,16))}),!0)}var jf={feedback:"answering",final:"answered",pass:"passed",close:"closed",withdraw:"withdrawn"};function Kt(e){let t=e.messages.find(({kind:r})=>r==="question"),n=e.notes.filter(({kind:r})=>r==="triage").at(-1);return{category:n?.fields.category??null,pen:n?.fields.pen??null,urgent:n?.fields.urgent??t?.fields.urgent??!1}}function Sf(e,{key:t,summary:n},r,a){let s=r.messages.find(({kind:m})=>m==="question"),i=[...r.messages,{kind:a.kind,fields:a.fields}],c=a.kind==="triage"?a.fields:Kt(r),l=e.today,u=m=>a.kind===m,p=u("feedback")||u("reply")||u("final")||u("pass");return{v:1,case:t,number:r.messages.length+r.notes.length,kind:s?.fields.kind??"unknown",urgent:c.urgent,category:c.category,state:jf[a.kind]??Af(n,a),outcome:i.filter(({kind:m})=>m==="close").at(-1)?.fields.outcome??null,authorities:Mf(i),received:n.received,feedback:n.feedback_on??(p?l:null),final:n.answered_on??(u("final")||u("pass")?l:null),closed:u("close")||u("pass")?l:n.closed_on,directory:e.directories.current.version}}function Af(e,t){return t.kind==="reply"&&["new","open"].includes(e.state)?"answering":e.state==="new"?"open":e.state}function Mf(e){let t=e.flatMap(({kind:n,fields:r})=>n==="final"?r.referred:n==="pass"?[r.authority]:[]);return[...new Set(t)].sort()}async function Df(e,t,n,r){let{id:a,kem:s}=e.directories.current.register,i={portal:e.portal.id,key:a,case:n.id,writer:e.member},c=Sf(e,t,n,r);return{key:a,sealed:await ta(s,i,c,e.identity.sign.privateKey)}}var Nt=[7,15,30,60],Ka=new Set(["passed","closed","withdrawn"]);function Kf(e){let t=1/0,n=-1/0;for(let r of e){let a=Number(r.received.slice(0,4));a<t&&(t=a),a>n&&(n=a)}return e.length===0?[]:Array.from({length:n-t+1},(r,a)=>t+a)}function Nf(e,t,n){let r=e.filter(i=>Number(i.received.slice(0,4))===t),a=new Map(n.categories.map(({key:i,group:c})=>[i,c])),s=r.reduce((i,c)=>(i[Number(c.received.slice(5,7))-1]+=1,i),new Array(12).fill(0));return{year:t,total:r.length,urgent:r.filter(i=>i.urgent).length,months:s,quarters:[0,3,6,9].map(i=>s.slice(i,i+3).reduce((c,l)=>c+l,0)),groups:wn(r,i=>i.category===null?"":a.get(i.category)??"?"),categories:wn(r,i=>i.category??""),kinds:wn(r,i=>i.kind),states:wn(r,i=>i.state),outcomes:wn(r,Of),authorities:Rc(r,i=>i.authorities),feedback:Pc(r,i=>i.feedback,n),throughput:Pc(r,i=>i.final,n),feedbackKept:Cc(r,i=>i.feedback,n.promises.feedback,n),finalKept:Cc(r,i=>i.final,n.promises.final,n)}}function Of(e){return e.outcome!==null?e.outcome:Ka.has(e.state)?`state:${e.state}`:""}function zf(e,t){let n=new Array(Nt.length+1).fill(0);for(let r of e){if(Ka.has(r.state)||r.final!==null)continue;let a=t.days.between(r.received,t.today),s=Nt.findIndex(i=>a<=i);n[s===-1?Nt.length:s]+=1}return n}function Bc(e,t,n){let r=i=>e.find(c=>c.year===i)?.categories??new Map,[a,s]=[r(t),r(t-1)];return n.map(i=>({category:i,count:a.get(i.key)??0,before:s.get(i.key)??0,class:rr(i.R)}))}function rr(e){return e==null?null:e>400?"A":e>200?"B":e>70?"C":e>20?"D":"E"}function Lc(e,t,n){let r={...n,days:qn(t)};return{frame:r,years:Kf(e).map(a=>Nf(e,a,r)),age:zf(e,r)}}function wn(e,t){return Rc(e,n=>[t(n)])}function Rc(e,t){let n=new Map;for(let r of e)for(let a of t(r))n.set(a,(n.get(a)??0)+1);return n}function Pc(e,t,n){let r=[];for(let a of e){let s=t(a);s!==null&&r.push(n.days.between(a.received,s))}return Tf(r)}function Tf(e){let t=Float64Array.from(e).sort();return t.length===0?{count:0,mean:null,median:null,low:null,high:null,longest:null}:{count:t.length,mean:t.reduce((n,r)=>n+r,0)/t.length,median:Da(t,.5),low:Da(t,.25),high:Da(t,.75),longest:t[t.length-1]}}function Da(e,t){let n=(e.length-1)*t,r=e[Math.floor(n)],a=e[Math.ceil(n)];return r+(a-r)*(n-Math.floor(n))}function Cc(e,t,n,r){let a={kept:0,late:0,running:0};for(let s of e){let i=t(s);if(i!==null)a[r.days.between(s.received,i)<=n?"kept":"late"]+=1;else{if(Ka.has(s.state))continue;r.days.between(s.received,r.today)>n?a.late+=1:a.running+=1}}return a}var Ic="aggregates",Pf=100,Cf=(e,t)=>E(A("adviespunt/v1/aggregates"),G(e,t));async function ar(e,t){let{org:n}=e.portal,r=t.reduce((u,{received:p})=>Math.min(u,Number(p.slice(0,4))),Number(e.today.slice(0,4))),a=Number(e.today.slice(0,4))+1,{closed:s}=await e.api.get(`/calendar?from=${r}&to=${a}`),i={today:e.today,categories:n.categories,promises:n.promises},{years:c,age:l}=Lc(t,{from:r,to:a,closed:s},i);return{day:e.today,years:c,age:l,author:e.name}}async function sr(e,t){let n=await te(e.identity.sign.privateKey,Ic,Re(e.portal.id),Lf(e,t)),r=ln(n,cn(n.length,Ic)),a=he(e.directories.current,e.member,["facilitator"]),s=[...pt(e.directories.current,"coordinator"),...a?[a]:[]],i=await Promise.all(s.map(async({id:c,kem:l})=>({member:h(c),sealed:h(await ct(l,Cf(e.portal.id,c),r))})));await e.api.put("/aggregates",{recipients:i})}async function Uc(e){return(await Bf(e))?.day??null}function Bf(e){return e.api.get("/aggregates")}function Lf(e,{day:t,years:n,age:r}){return{v:1,author:e.key,day:t,age:r,years:n.map(Rf)}}function Rf(e){return{...e,...Object.fromEntries(If.map(t=>[t,[...e[t]].sort().map(([n,r])=>({key:n,count:r}))])),feedback:_c(e.feedback),throughput:_c(e.throughput)}}var If=["groups","categories","kinds","states","outcomes","authorities"];function _c({count:e,...t}){return{count:e,...Object.fromEntries(Object.entries(t).map(([n,r])=>[n,r===null?null:Math.round(r*Pf)]))}}function ir(e){let t=Na(e);if(t<3)return{total:null,cells:e.map(cr),together:null};if(e.filter(or).length===0)return{total:t,cells:e.map(s=>({...s})),together:null};let r=Math.min(...e.filter(s=>!or(s)).map(s=>s.count)),a=new Set(e.filter(s=>s.count<=r||or(s)).map(s=>s.key));return{total:t,cells:e.map(s=>a.has(s.key)?cr(s):{...s}),together:Na(e.filter(s=>a.has(s.key)))}}function Fc(e){let t=ir(e.map(({key:r,parts:a})=>({key:r,count:Na(a)}))),n=new Map(e.map(({key:r,parts:a})=>{let s=t.cells.find(i=>i.key===r)?.count!==null;return[r,s?ir(a):{total:null,cells:a.map(cr),together:null}]}));return{groups:t,parts:n}}function Hc(e){return e.map(t=>or(t)?cr(t):{...t})}function or(e){return e.count<3}function cr({key:e}){return{key:e,count:null}}function Na(e){return e.reduce((t,n)=>t+n.count,0)}var Wc="report",_f=10,Ut="none";function dr(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"").slice(0,60)||Ut}var Uf=e=>e===""?"open":e.replace(":",".");function za(e,t){let n=Fc(Ff(e,t)),r=ir(Hf(e,t)),a=n.groups.total!==null,s=Hc(e.authorities.map(({key:i})=>({key:i,count:t.authorities.get(i)??0})));return{total:n.groups.total,groups:lr(n.groups.cells),groups_together:n.groups.together,categories:lr([...n.parts].filter(([i])=>i!==Ut).flatMap(([,{cells:i}])=>i)),feedback:qc(t.feedback,t.feedbackKept,a),final:qc(t.throughput,t.finalKept,a),outcomes:lr(r.cells),outcomes_together:r.together,authorities:lr(s),promises:{feedback:e.promises.feedback,final:e.promises.final}}}function Ff(e,t){let n=new Map;for(let{key:s,group:i}of e.categories){let c=n.get(dr(i))??[];c.push({key:s,count:t.categories.get(s)??0}),n.set(dr(i),c)}let r=new Set(e.categories.map(s=>s.key)),a=[...t.categories].filter(([s])=>!r.has(s)).reduce((s,[,i])=>s+i,0);return n.set(Ut,[{key:Ut,count:a}]),[...n].map(([s,i])=>({key:s,parts:i}))}function Hf(e,t){let n=["","state:withdrawn","state:passed","state:closed",...e.outcomes.map(r=>r.key)];return[...new Set([...n,...t.outcomes.keys()])].map(r=>({key:Uf(r),count:t.outcomes.get(r)??0}))}var lr=e=>Object.fromEntries(e.map(({key:t,count:n})=>[t,n]));function qc({count:e,mean:t},{kept:n},r){let a=i=>i>=3,s=e-n;return{mean:r&&a(e)?Math.round(t??0):null,share:e>=_f&&a(n)&&(a(s)||s===0)?qf(n,s):null}}function qf(e,t){return t===0?100:Math.min(95,Math.max(5,Math.round(20*e/(e+t))*5))}async function Vc(e,t,n){let r={v:1,year:t,author:e.key,day:e.today,numbers:n},a=await te(e.identity.sign.privateKey,Wc,e.portal.id,r);await e.api.put(`/reports/${t}`,{signed:h(a)})}var Ta=e=>e.api.get("/reports");async function Gc(e,t){let{reports:n}=await Ta(e);if(!n.some(p=>p.year===t))return null;let r=await e.api.get(`/reports/${t}`),a=ue(g(r.signed),()=>{}),{author:s,numbers:i,day:c}=a.body,l=J(e.directories.current,g(s,16));if(l?.role!=="facilitator"||a.body.year!==t)throw new K(403,"forbidden");await pe(l.sign,Wc,e.portal.id,a);let u=await Wf(g(r.signed));return{year:t,day:c,author:s,presented:r.presented,numbers:i,authorName:l.name,statement:r.signed,mark:u}}async function Wf(e){return([...(await He(e)).slice(0,8)].map(r=>r.toString(16).padStart(2,"0")).join("").match(/.{4}/g)??[]).join(" ")}var Jc=(e,t,n)=>e.api.put(`/reports/${t}/presentation`,{day:n});var Ot=360,Vf=30,Pa=13;function wt(e,t,n,r){return d`<figure class="chart stack tight">
    <figcaption><h2>${e}</h2></figcaption>
    ${t}
    <details>
      <summary>${r.table}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${e}>${Ca(n)}</div>
    </details>
  </figure>`}function Ca({title:e,head:t,rows:n,caption:r}){let a=t.map((l,u)=>u>0&&n.every(p=>Gf(p[u]))),s=l=>a[l]?"num":"",i=(l,u)=>l===""?d`<td></td>`:d`<th scope="col" class=${s(u)}>${l}</th>`,c=(l,u)=>u===0?d`<th scope="row">${l}</th>`:d`<td class=${s(u)}>${l}</td>`;return d`<table class="numbers">
    <caption class=${r?"":"sr"}>
      ${r||e}
    </caption>
    <thead>
      <tr>
        ${t.map(i)}
      </tr>
    </thead>
    <tbody>
      ${n.map(l=>d`<tr>
            ${l.map(c)}
          </tr>`)}
    </tbody>
  </table>`}var Gf=e=>typeof e=="number"||/^[\d.,–]/.test(e??"");function Ba(e,t){let n=Math.max(1,...t.map(i=>Math.max(i.value,i.before??0))),r=(Ot-70)/n,a=t.reduce((i,c)=>i+Yc(c),4),s=0;return ur(e,a,t.map(i=>{let c=s;return s+=Yc(i),Jf(i,c,r)}))}function Yc(e){return Vf+(e.before===void 0||e.before===null?6:12)}function Jf(e,t,n){let r=e.value*n,a=e.before!==void 0&&e.before!==null;return $`<g>
    <text class="label" x="0" y=${t+Pa}>${e.label}</text>
    <rect class="bar" x="0" y=${t+18} width=${Math.max(r,e.value?1.5:0)} height="11" rx="2"></rect>
    <text class="value" x=${r+6} y=${t+28}>${e.note??e.value}</text>
    ${a?$`<rect class="before" x="0.5" y=${t+31} width=${Math.max(Number(e.before)*n,.5)} height="5"></rect>`:f}
  </g>`}function La(e,t){let i=110/Math.max(1,...t.map(l=>Math.max(l.value,l.before??0))),c=Ot/t.length;return ur(e,150,[$`<line class="axis" x1="0" y1=${126+.5} x2=${Ot} y2=${126+.5}></line>`,...t.map((l,u)=>Yf(l,u*c,c,126,i))])}function Yf(e,t,n,r,a){let s=n*.5,i=e.before??null,c=t+n*(i===null?.25:.12);return $`<g>
    ${i===null?f:$`<rect class="before" x=${c+s+1} y=${r-i*a} width=${n*.22} height=${i*a}></rect>`}
    <rect class="bar" x=${c} y=${r-e.value*a} width=${s} height=${e.value*a} rx="1"></rect>
    <text class="value middle" x=${c+s/2} y=${r-e.value*a-4}>${e.value}</text>
    <text class="label middle" x=${t+n/2} y=${r+16}>${e.label}</text>
  </g>`}function Zc(e,t,n){let r=Math.max(n.days*1.15,...t.map(({spread:c})=>c.high??0),...t.map(({spread:c})=>c.mean??0)),a=(Ot-60)/r,s=c=>46+c*a,i=28+t.length*32;return ur(e,i,[$`<line class="promise" x1=${s(n.days)} y1="18" x2=${s(n.days)} y2=${i}></line>
      <text class="label middle" x=${s(n.days)} y="12">${n.label}</text>`,...t.map(({label:c,spread:l},u)=>Zf(c,l,32+u*32,s))])}function Zf(e,t,n,r){let{low:a,high:s,median:i,mean:c}=t;if(a===null||s===null||i===null||c===null)return $`<text class="label" x="0" y=${n+10}>${e}</text><text class="label" x="46" y=${n+10}>–</text>`;let l=r(c);return $`<g>
    <text class="label" x="0" y=${n+10}>${e}</text>
    <rect class="range" x=${r(a)} y=${n} width=${Math.max(r(s)-r(a),2)} height="13" rx="3"></rect>
    <line class="median" x1=${r(i)} y1=${n-3} x2=${r(i)} y2=${n+16}></line>
    <path class="mean" d=${`M${l} ${n+1} l5 5.5 l-5 5.5 l-5 -5.5 z`}></path>
  </g>`}function Xc(e,t){let n=t.length*40+4;return ur(e,n,t.map(({label:r,parts:a,note:s},i)=>{let c=i*40,l=a.reduce((p,m)=>p+m,0),u=0;return $`<g>
      <text class="label" x="0" y=${c+Pa}>${r}</text>
      <text class="value end" x=${Ot} y=${c+Pa}>${s}</text>
      ${a.map((p,m)=>{let w=l===0?0:p/l*Ot,v=u;return u+=w,$`<rect class=${`part p${m}`} x=${v+.5} y=${c+19} width=${Math.max(w-1,0)} height="14"></rect>`})}
    </g>`}))}function ur(e,t,n){return d`<svg class="plot" viewBox=${`0 0 ${Ot} ${t}`} role="img" aria-label=${e}>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5"></line>
      </pattern>
    </defs>
    ${n}
  </svg>`}var st={width:595,height:842},Xf=new Map(Object.entries({"€":128,"‚":130,"„":132,"…":133,Š:138,Œ:140,Ž:142,"‘":145,"’":146,"“":147}).concat(Object.entries({"”":148,"•":149,"–":150,"—":151,"−":150,š:154,œ:156,ž:158,Ÿ:159}))),Qf=[278,278,355,556,556,889,667,191,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,278,278,584,584,584,556,1015,667,667,722,722,667,611,778,722,278,500,667,556,833,722,778,667,778,722,667,611,722,667,944,667,667,611,278,278,278,469,556,333,556,556,500,556,556,278,556,556,222,222,500,222,833,556,556,556,556,333,500,278,556,500,722,500,500,500,334,260,334,584],em=556,tm=1.08;function Ia(e,t,n=!1){return[...e.normalize("NFD").replace(/\p{M}/gu,"")].reduce((s,i)=>s+(Qf[i.charCodeAt(0)-32]??em),0)*t*(n?tm:1)/1e3}function pr(e,t,n){let r=[""];for(let a of e.split(/\s+/).filter(Boolean)){let s=`${r.at(-1)} ${a}`.trim();Ia(s,t)<=n||r.at(-1)===""?r[r.length-1]=s:r.push(a)}return r}function nm(e){return`<${[...e.normalize("NFC")].map(n=>{let r=Xf.get(n)??n.charCodeAt(0);return r<256&&(r>=32||r===9)?r:63}).map(n=>n.toString(16).padStart(2,"0")).join("")}>`}var Ra=e=>String(Math.round(e*100)/100);function rm(e){return e.map(({text:n,x:r,y:a,size:s,bold:i})=>`BT /${i?"B":"R"} ${Ra(s)} Tf ${Ra(r)} ${Ra(a)} Td ${nm(n)} Tj ET`).join(`
`)}var Qc=(e,t="")=>`<< ${t}/Length ${e.length} >>
stream
${e}
endstream`;function el(e,{language:t,kept:n}){let a=e.map((c,l)=>`${6+2*l} 0 R`).join(" "),s=c=>`<< /Type /Font /Subtype /Type1 /BaseFont /${c} /Encoding /WinAnsiEncoding >>`,i=[`<< /Type /Catalog /Pages 2 0 R /Lang (${t}) /AdviespuntReport 5 0 R >>`,`<< /Type /Pages /Kids [${a}] /Count ${e.length} /MediaBox [0 0 ${st.width} ${st.height}] >>`,s("Helvetica"),s("Helvetica-Bold"),Qc(n),...e.flatMap((c,l)=>[`<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6+2*l+1} 0 R >>`,Qc(rm(c))])];return am(i)}function am(e){let t=[E(A(`%PDF-1.7
%`),Uint8Array.of(226,227,207,211,10))],n=t[0].length,a=e.map((c,l)=>{let u=n,p=A(`${l+1} 0 obj
${c}
endobj
`);return t.push(p),n+=p.length,u}).map(c=>`${String(c).padStart(10,"0")} 00000 n 
`).join(""),s=e.length+1,i=`xref
0 ${s}
0000000000 65535 f 
${a}trailer
<< /Size ${s} /Root 1 0 R >>
startxref
${n}
%%EOF
`;return E(...t,A(i))}var nl="adviespunt-report:",Se=52,_a=92,sm=.74;function rl(e,t){let n=Se*2+om(e,t,1),r=Math.max(sm,Math.min(1,(st.height-2*Se)/(n-2*Se))),a=new hr(r);return al(a,e,t),el(a.pages,{language:`${V}-BE`,kept:`${nl}${e.statement}`})}function om(e,t,n){let r=new hr(n,1/0);return al(r,e,t),r.used}var hr=class{constructor(t,n=st.height-2*Se){this.scale=t,this.room=n,this.pages=[[]],this.used=0}down(t,n=0){this.used+(t+n)*this.scale>this.room&&(this.pages.push([]),this.used=0),this.used+=t*this.scale}put(t,n,r,{bold:a=!1,right:s=!1}={}){let i=r*this.scale,c=s?n-Ia(t,i,a):n;this.pages.at(-1)?.push({text:t,x:c,y:st.height-Se-this.used,size:i,bold:a})}paragraph(t,n,r){for(let a of pr(t,n*this.scale,st.width-2*Se))this.down(r),this.put(a,Se,n)}};function al(e,{title:t,organisation:n,notes:r,signature:a},s){e.down(16),e.put(t,Se,16,{bold:!0}),e.down(16),e.put(n,Se,10),e.down(4);for(let i of r)e.paragraph(i,9,12);for(let i of s)im(e,i);e.down(12);for(let i of a)e.paragraph(i,8,11)}function im(e,{title:t,head:n,rows:r}){if(r.length===0)return;e.down(24,26),e.put(t,Se,11,{bold:!0});let a=st.width-2*Se-_a*(n.length-1);n.length>2&&tl(e,n,a,!0);for(let s of r)tl(e,s.map(String),a,!1)}function tl(e,[t="",...n],r,a){let s=pr(t,9*e.scale,r-8),i=n.map(l=>pr(l,9*e.scale*(a?1.1:1),_a-8)),c=Math.max(s.length,...i.map(l=>l.length));for(let l=0;l<c;l+=1)e.down(12,l===0?(c-1)*12:0),e.put(s[l]??"",Se,9,{bold:a}),i.forEach((u,p)=>{let m=st.width-Se-_a*(i.length-1-p);e.put(u[l]??"",m,9,{bold:a,right:!0})})}function sl({title:e,organisation:t,statement:n},r){return`\uFEFF${[[e],[t],[],...r.flatMap(s=>[[s.title],s.head,...s.rows,[]]),[o("handtekening"),`${nl}${n}`]].map(s=>s.map(cm).join(";")).join(`\r
`)}\r
`}function cm(e){let t=String(e);return`"${(/^[=+\-@\t\r]/.test(t)?`'${t}`:t).replaceAll('"','""')}"`}function Ua(e,t,n){let r=document.createElement("a");r.href=URL.createObjectURL(new Blob([t],{type:n})),r.download=e.replace(/[^\w .-]/g,"-"),r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e3)}function Tt(e){return e===null?"–":new Intl.NumberFormat(`${V}-BE`,{maximumFractionDigits:1}).format(e)}function Fa(e,t){return t===0?"–":new Intl.NumberFormat(`${V}-BE`,{style:"percent",maximumFractionDigits:0}).format(e/t)}function lm(e){return new Intl.DateTimeFormat(`${V}-BE`,{month:"narrow",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}function dm(e){return new Intl.DateTimeFormat(`${V}-BE`,{month:"long",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}var fr=class{constructor(t,n){this.org=t,this.draw=n,this.year=null,this.order="R"}chosen({years:t,day:n}){let r=this.year??Number(n.slice(0,4));return t.find(({year:a})=>a===r)??t.at(-1)??null}render(t){let n=this.chosen(t);if(n===null)return d`<div class="card empty stack tight">
        ${k("chart-column")}
        <h2>${o("Er zijn nog geen cijfers")}</h2>
        <p>${o("Zodra de eerste vraag binnen is, staan hier de aantallen en de termijnen.")}</p>
      </div>`;let r=t.years.find(({year:a})=>a===n.year-1)??null;return d`<div class="stack figures">
      ${this.pickYear(t,n)} ${this.headline(n,r)}
      <div class="charts">
        ${this.months(n,r)} ${this.quarters(n,r)}
        ${this.counted(o("Vragen per groep"),n.groups,r?.groups,a=>a===""?o("nog niet ingedeeld"):a)}
        ${this.counted(o("Vragen per soort"),n.kinds,r?.kinds,a=>W(this.org.kinds,a))}
        ${this.times(t,"feedback",o("Tijd tot de eerste feedback"),this.org.promises.feedback)}
        ${this.times(t,"throughput",o("Tijd tot het definitieve antwoord"),this.org.promises.final)}
        ${this.kept(t,"feedbackKept",o("Eerste feedback binnen de termijn"),this.org.promises.feedback)}
        ${this.kept(t,"finalKept",o("Definitief antwoord binnen de termijn"),this.org.promises.final)}
        ${this.counted(o("Uitkomsten"),n.outcomes,r?.outcomes,a=>this.outcome(a))}
        ${this.counted(o("Verwezen of doorgegeven aan"),n.authorities,r?.authorities,a=>W(this.org.authorities,a))}
        ${this.age(t)}
      </div>
      ${this.risks(t,n)}
    </div>`}pickYear({years:t,day:n},r){return d`<div class="row spread no-print">
      <div class="segments" role="group" aria-label=${o("Jaar")}>
        ${t.map(({year:a})=>d`<button
              type="button"
              class="segment"
              aria-pressed=${String(a===r.year)}
              @click=${()=>{this.year=a,this.draw()}}
            >
              ${a}
            </button>`)}
      </div>
      <p class="hint">${o("Toestand op {day}",{day:n})}</p>
    </div>`}headline(t,n){let r=(s,i,c)=>d`<div class="card figure-card">
        <p class="muted">${s}</p>
        <p class="big-number">${i}</p>
        <p class="hint">${c}</p>
      </div>`,a=({kept:s,late:i})=>s+i;return d`<div class="figure-cards">
      ${r(o("Vragen in {year}",{year:t.year}),String(t.total),n?o("{n} in {year}",{n:n.total,year:n.year}):o("eerste jaar"))}
      ${r(o("Eerste feedback, gemiddeld"),o("{n} werkdagen",{n:Tt(t.feedback.mean)}),o("beloofd binnen {n}",{n:this.org.promises.feedback}))}
      ${r(o("Doorlooptijd, gemiddeld"),o("{n} werkdagen",{n:Tt(t.throughput.mean)}),o("beloofd binnen {n}",{n:this.org.promises.final}))}
      ${r(o("Antwoord binnen de termijn"),Fa(t.finalKept.kept,a(t.finalKept)),Y("{n} nog lopend","{n} nog lopend",t.finalKept.running))}
    </div>`}months(t,n){let r=o("Vragen per maand"),a=t.months.map((s,i)=>({label:lm(i),value:s,before:n?.months[i]??null}));return wt(r,d`${La(o("{title} in {year}",{title:r,year:t.year}),a)}${ol(t,n)}`,this.table(r,t,n,t.months.map((s,i)=>[dm(i),s,n?.months[i]??0])),zt())}quarters(t,n){let r=o("Vragen per kwartaal"),a=i=>o("K{n}",{n:i+1}),s=t.quarters.map((i,c)=>({label:a(c),value:i,before:n?.quarters[c]??null}));return wt(r,d`${La(o("{title} in {year}",{title:r,year:t.year}),s)}${ol(t,n)}`,this.table(r,t,n,t.quarters.map((i,c)=>[a(c),i,n?.quarters[c]??0])),zt())}counted(t,n,r,a){let s=[...new Set([...n.keys(),...r?.keys()??[]])].sort((l,u)=>(n.get(u)??0)-(n.get(l)??0)||a(l).localeCompare(a(u)));if(s.length===0)return wt(t,d`<p class="muted">${o("Nog niets.")}</p>`,{title:t,head:["",""],rows:[]},zt());let i=s.map(l=>({label:fm(a(l)),value:n.get(l)??0,before:r?r.get(l)??0:null})),c=s.map(l=>[a(l),n.get(l)??0,...r?[r.get(l)??0]:[]]);return wt(t,Ba(t,i),{title:t,head:["",o("dit jaar"),...r?[o("vorig jaar")]:[]],rows:c},zt())}times({years:t},n,r,a){let s=t.map(l=>({label:String(l.year),spread:l[n]})),i=[o("jaar"),o("aantal"),o("gemiddeld"),o("mediaan"),o("een kwart binnen"),o("drie kwart binnen"),o("langste")],c=s.map(({label:l,spread:u})=>[l,u.count,...[u.mean,u.median,u.low,u.high,u.longest].map(Tt)]);return wt(r,d`${Zc(r,s,{days:a,label:o("beloofd: {n}",{n:a})})}
        <p class="hint">${o("In werkdagen. Balk: de middelste helft. Streep: de mediaan. Ruit: het gemiddelde.")}</p>`,{title:r,head:i,rows:c},zt())}kept({years:t},n,r,a){let s=t.map(c=>{let{kept:l,late:u,running:p}=c[n];return{label:String(c.year),parts:[l,u,p],note:o("{share} op tijd",{share:Fa(l,l+u)})}}),i=t.map(c=>[String(c.year),c[n].kept,c[n].late,c[n].running,Fa(c[n].kept,c[n].kept+c[n].late)]);return wt(r,d`${Xc(r,s)}
        <p class="hint parts">
          <span class="swatch p0"></span>${o("binnen {n} werkdagen",{n:a})}
          <span class="swatch p1"></span>${o("later")} <span class="swatch p2"></span>${o("loopt nog")}
        </p>`,{title:r,head:[o("jaar"),o("op tijd"),o("later"),o("loopt nog"),o("deel op tijd")],rows:i},zt())}outcome(t){return t===""?o("loopt nog"):t==="state:withdrawn"?o("ingetrokken"):t==="state:passed"?o("doorgegeven"):t==="state:closed"?o("afgesloten zonder uitkomst"):W(this.org.outcomes,t)}age({age:t}){let n=o("Lopend werk naar ouderdom"),r=s=>{let i=Nt[s];return i===void 0?o("meer dan {n} werkdagen",{n:Nt.at(-1)??0}):s===0?o("tot {n} werkdagen",{n:i}):o("{from} tot {to} werkdagen",{from:(Nt[s-1]??0)+1,to:i})},a=t.map((s,i)=>({label:r(i),value:s}));return wt(n,Ba(n,a),{title:n,head:[o("ouderdom"),o("aantal")],rows:t.map((s,i)=>[r(i),s])},zt())}table(t,n,r,a){return{title:t,head:["",String(n.year),...r?[String(r.year)]:[]],rows:r?a:a.map(s=>s.slice(0,2))}}risks({years:t},n){let r=Bc(t,n.year,this.org.categories).sort(hm(this.order)),a=Math.max(1,...r.map(({count:i})=>i)),s=[["R",o("risico")],["count",o("aantal vragen")],["moved",o("verschil met vorig jaar")],["label",o("naam")]];return d`<section class="risks stack tight" aria-labelledby="risk-title">
      <h2 id="risk-title">${o("Vragen naast de risicoanalyse")}</h2>
      <p class="hint">
        ${o("W waarschijnlijkheid, B blootstelling, E ernst, R = W × B × E. Klasse A is onaanvaardbaar, E aanvaardbaar.")}
      </p>
      <div class="segments no-print" role="group" aria-label=${o("Sorteer op")}>
        ${s.map(([i,c])=>d`<button
              type="button"
              class="segment"
              aria-pressed=${String(this.order===i)}
              @click=${()=>{this.order=i,this.draw()}}
            >
              ${c}
            </button>`)}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${o("Tabel van de risico’s")}>
        <table class="numbers risk-table">
          <thead>
            <tr>
              <th scope="col">${o("Categorie")}</th>
              <th scope="col" class="num">W</th>
              <th scope="col" class="num">B</th>
              <th scope="col" class="num">E</th>
              <th scope="col" class="num">R</th>
              <th scope="col">${o("Klasse")}</th>
              <th scope="col" class="num">${n.year}</th>
              <th scope="col" class="num">${n.year-1}</th>
              <th scope="col">${o("Verschil")}</th>
            </tr>
          </thead>
          <tbody>
            ${r.map(i=>um(i,a))}
          </tbody>
        </table>
      </div>
    </section>`}};function um({category:e,count:t,before:n,class:r},a){let s=i=>i===null?"–":Tt(i);return d`<tr>
    <th scope="row">${e.label}<small class="muted"> ${e.group}</small></th>
    <td class="num">${s(e.W)}</td>
    <td class="num">${s(e.B)}</td>
    <td class="num">${s(e.E)}</td>
    <td class="num">${s(e.R)}</td>
    <td>
      ${r===null?"–":q(r,r==="A"||r==="B"?"danger":r==="C"?"warn":"")}
    </td>
    <td class="num">
      ${t}<svg class="inline-bar" viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bar" x="0" y="0" width=${t/a*60} height="8"></rect>
      </svg>
    </td>
    <td class="num">${n}</td>
    <td>${pm(t-n)}</td>
  </tr>`}function pm(e){return e===0?d`<span class="muted">=</span>`:e>0?d`▲ +${e}`:d`▼ −${-e}`}function hm(e){let t={R:n=>-(n.category.R??-1),class:n=>n.class??"Z",count:n=>-n.count,moved:n=>-Math.abs(n.count-n.before),label:n=>n.category.label}[e];return(n,r)=>t(n)<t(r)?-1:t(n)>t(r)?1:n.category.label.localeCompare(r.category.label)}function fm(e){return e.length>52?`${e.slice(0,50)}…`:e}var zt=()=>({table:o("Toon de tabel")});function ol(e,t){return t===null?f:d`<p class="hint parts">
    <span class="swatch now"></span>${e.year} <span class="swatch before"></span>${t.year}
  </p>`}function Wa(e,t=null){return n=>new qa(n,e,t)}var qa=class{tab="figures";constructor(t,n,r){this.app=t,this.numbers=n;let a=n.years.map(s=>s.year).filter(s=>s<this.thisYear);this.year=r??a.at(-1)??this.thisYear,this.signed=new Map,this.error=null,this.busy=!1,this.presented=t.me.today,this.load()}get thisYear(){return Number(this.numbers.day.slice(0,4))}draw(){this.app.screen===this&&this.app.update()}async load(){let{year:t}=this;try{this.signed.set(t,await this.app.call(()=>Gc(this.app.me,t))),this.error=null}catch(n){this.error=n instanceof Error&&n.name!=="ApiError"?o("Het verslag dat de server geeft, is niet door een facilitator ondertekend. Verwittig je collega’s."):x(n)}this.draw()}choose(t){this.year=t,this.signed.has(t)||this.load(),this.draw()}async act(t,n){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),C(n),await this.load()}catch(r){this.error=x(r)}this.busy=!1,this.draw()}render(){let t=this.numbers.years.find(a=>a.year===this.year),n=this.signed.get(this.year),r=n?.numbers??(t?za(this.app.me.portal.org,t):null);return d`<div class="stack">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${o("Terug naar de cijfers")}
        </button>
      </p>
      ${D(this.error)}
      <div class="row spread no-print">
        <div class="segments" role="group" aria-label=${o("Jaar")}>
          ${this.numbers.years.map(({year:a})=>d`<button type="button" class="segment" aria-pressed=${String(a===this.year)} @click=${()=>this.choose(a)}>${a}</button>`)}
        </div>
        ${r?this.tools(n??null):f}
      </div>
      ${r===null?d`<h1>${o("Jaarverslag")}</h1>
              <p>${o("Er zijn nog geen cijfers.")}</p>`:n===void 0&&!this.error?Z(o("Even geduld…")):d`${this.standing(n??null,r)}${this.report(r,n??null)}`}
    </div>`}tools(t){return d`<div class="row">
      <button type="button" class="button" @click=${()=>print()}>${k("printer")}${o("Druk af")}</button>
      ${t===null?d`<span class="hint">${o("PDF en CSV zijn er zodra het verslag ondertekend is.")}</span>`:d`<button type="button" class="button" @click=${()=>this.save(t,"pdf")}>
                ${k("file-text")}${o("Verslag als PDF")}</button
              ><button type="button" class="button" @click=${()=>this.save(t,"csv")}>
                ${k("file-text")}${o("Cijfers als CSV")}
              </button>`}
    </div>`}save(t,n){let{org:r}=this.app.me.portal,a=ll(r,this.year,t.numbers),s={year:this.year,title:this.title(),organisation:r.name,notes:[il()],signature:cl(t),statement:t.statement},i=`${r.short_name} ${this.year}.${n}`;n==="pdf"?Ua(i,rl(s,a),"application/pdf"):Ua(i,sl(s,a),"text/csv")}title(){return o("Adviespunt Integriteit: jaarverslag {year}",{year:this.year})}standing(t,n){return this.year<this.thisYear?t?.presented?d`<div class="no-print">
        ${S("good",d`<p>${o("Voorgesteld op {day}. Het verslag ligt vast.",{day:T(t.presented,{year:!0})})}</p>`)}
      </div>`:d`<div class="no-print">
      ${this.app.me.role==="coordinator"?this.presenting(t):this.signing(t,n)}
    </div>`:d`<div class="no-print">
        ${S("warn",d`<p>${o("Het jaar is nog niet om: dit zijn voorlopige cijfers.")}</p>`)}
      </div>`}signing(t,n){if(t){let r=this.numbers.years.find(i=>i.year===this.year),a=r?za(this.app.me.portal.org,r):n,s=JSON.stringify(a)!==JSON.stringify(t.numbers);return S(s?"warn":"good",d`<p>
            ${o("Ondertekend door {name} op {day}. De integriteitscoördinator legt vast wanneer het is voorgesteld.",{name:t.authorName,day:T(t.day,{year:!0})})}
          </p>
          ${s?d`<p>
                    ${o("Sindsdien zijn er cijfers veranderd. Geef je een nieuw verslag, haal dan het vorige terug: wie beide heeft, kan kleine aantallen berekenen.")}
                  </p>
                  <div class="actions">${this.signButton(a,o("Onderteken opnieuw"))}</div>`:f}`)}return S("info",d`<p>
          ${o("Kijk de cijfers na. Met je handtekening leg je het verslag klaar voor de integriteitscoördinator.")}
        </p>
        <div class="actions">${this.signButton(n,o("Onderteken het verslag"))}</div>`)}signButton(t,n){return P({label:n,busy:this.busy,click:()=>this.act(()=>Vc(this.app.me,this.year,t),o("Het verslag is ondertekend."))})}presenting(t){return t===null?S("info",d`<p>${o("Een facilitator moet het verslag van dit jaar nog ondertekenen.")}</p>`):d`<div class="card stack tight">
      <h2>${o("Op welke dag is het verslag voorgesteld?")}</h2>
      <div class="field">
        <label for="presented">${o("Dag")}</label
        ><input
          id="presented"
          type="date"
          autocomplete="off"
          min=${`${this.year+1}-01-01`}
          max=${this.app.me.today}
          .value=${this.presented}
          @change=${n=>{this.presented=n.target.value,this.draw()}}
        />
      </div>
      <div class="actions">
        ${P({label:o("Leg de dag vast"),busy:this.busy,click:()=>this.record()})}
      </div>
    </div>`}async record(){let{presented:t,year:n}=this;if(t===""||Number(t.slice(0,4))<=n||t>this.app.me.today){this.error=o("Kies een dag na het einde van {year} en niet in de toekomst. Er is niets veranderd.",{year:n}),this.draw();return}await U({title:o("Voorgesteld op {day}?",{day:T(t,{year:!0})}),text:d`<p>
        ${o("Daarna ligt het verslag vast en kan een facilitator de dossiers van {year} archiveren. Dit kan je niet meer veranderen.",{year:n})}
      </p>`,yes:o("Leg vast")})&&await this.act(()=>Jc(this.app.me,n,t),o("De dag is vastgelegd."))}report(t,n){let{org:r}=this.app.me.portal;return d`<article class="report stack">
      <header>
        <h1>${this.title()}</h1>
        <p class="muted">${r.name}</p>
      </header>
      <p>${il()}</p>
      ${ll(r,this.year,t).map(a=>d`<section>
            <h2>${a.title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${a.title}>
              ${Ca({...a,caption:""})}
            </div>
          </section>`)}
      <p class="hint">
        ${n?cl(n).join(" "):o("Ontwerp van {day}, niet ondertekend.",{day:T(this.numbers.day,{year:!0})})}
      </p>
    </article>`}},il=()=>o("Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).",{n:3});function cl({authorName:e,day:t,mark:n}){return[o("Ondertekend door {name} op {day}.",{name:e,day:T(t,{year:!0})}),o("Merkteken van de handtekening: {mark}. De systeembeheerder kijkt PDF en CSV na met: adviespunt report verify BESTAND.",{mark:n})]}var mm=new Set(["A","B","C"]),mr=e=>e??"–";function ll(e,t,n){let r=new Map(e.categories.map(({group:a})=>[dr(a),a]));return[{title:o("Aantal vragen"),head:["",o("aantal")],rows:[[o("Vragen in {year}",{year:t}),mr(n.total)]]},Ha(o("Per groep"),o("groep"),n.groups,n.groups_together,a=>a===Ut?o("zonder categorie"):String(r.get(a)??a)),wm(e,n.categories),ym(n),Ha(o("Uitkomst"),o("uitkomst"),n.outcomes,n.outcomes_together,a=>gm(e,a)),Ha(o("Verwezen of doorgegeven aan"),o("dienst"),n.authorities,null,a=>W(e.authorities,a))]}function Ha(e,t,n,r,a){let s=Object.entries(n),i=s.filter(([,l])=>l===null).map(([l])=>a(l)),c=s.filter(([,l])=>l!==null).map(([l,u])=>[a(l),mr(u)]);return i.length>0&&c.push([o("Samen: {names}",{names:i.join(", ")}),mr(r)]),{title:e,head:[t,o("aantal")],rows:c}}function gm(e,t){return{open:o("loopt nog"),"state.withdrawn":o("ingetrokken"),"state.passed":o("doorgegeven"),"state.closed":o("afgesloten zonder uitkomst")}[t]??W(e.outcomes,t)}function wm(e,t){let a=[...e.categories].sort((i,c)=>(c.R??-1)-(i.R??-1)||i.label.localeCompare(c.label)).filter(({key:i,R:c})=>mm.has(rr(c)??"")||typeof t[i]=="number").map(({key:i,label:c,R:l})=>[c,l===null?"–":Tt(l),rr(l)??"–",mr(t[i])]),s=[o("categorie"),"R",o("klasse"),o("aantal")];return{title:o("Per categorie, naast de risicoanalyse"),head:s,rows:a}}function ym({feedback:e,final:t,promises:n}){let r=new Intl.NumberFormat(`${V}-BE`,{style:"percent"}),a=(s,{mean:i,share:c})=>[s,i===null?"–":Tt(i),c===null?"–":r.format(c/100)];return{title:o("Termijnen, in werkdagen"),head:["",o("gemiddeld, ongeveer"),o("op tijd, van wat beantwoord is")],rows:[a(o("Eerste feedback (beloofd: {n})",{n:n.feedback}),e),a(o("Definitief antwoord (beloofd: {n})",{n:n.final}),t)]}}async function dl(e,t){let{due:n,late:r}=await Ta(e.me);if(n===null)return f;let a=r?o("Het jaarverslag van {year} is te laat: het moest in het eerste kwartaal worden voorgesteld.",{year:n}):o("Het jaarverslag van {year} kan worden opgemaakt. Het wordt in het eerste kwartaal voorgesteld.",{year:n});return d`<div class="banner">
    ${S(r?"danger":"info",d`<p>${a}</p>
        <p>
          <button type="button" class="button small" @click=${()=>t(n)}>${o("Naar het jaarverslag")}</button>
        </p>`)}
  </div>`}var bm=2,ul=new Set(["passed","closed","withdrawn"]);function Va(e,t,n){if(ul.has(e.state)||e.answered_on!==null)return null;let r=e.feedback_on===null?"feedback":"final",a=r==="feedback"?e.feedback_by:e.answer_by,s=n.between(t,a),i=a<t;return{what:r,by:a,left:i?Math.min(s,-1):s,tone:i?"danger":s<=bm?"warn":"good"}}async function gr(e,t){return Promise.all(t.map(async n=>({key:n.case,name:await Un(e.words,g(n.case,16)),summary:n,line:null,opened:null,due:Va(n,e.today,e.days),coaches:n.participants.filter(({role:r,active:a})=>r==="coach"&&a).map(({id:r})=>r)})))}var wr=e=>e.opened?.urgent??e.line?.urgent??!1,yr=e=>e.opened?.category??e.line?.category??null,Ga=e=>e.opened?.kind??e.line?.kind??null,Ke=e=>ul.has(e.summary.state);function yn(e,t){if(e.summary.waits_for!=="staff"||Ke(e))return!1;let n=e.opened?.pen??null;return n!==null?n===t.key:e.coaches.length>0?e.coaches.includes(t.key):t.role==="facilitator"||t.role==="helper"}function pl(e,t){if(Ke(e)||e.summary.waits_for===null)return{who:null,names:[]};if(e.summary.waits_for==="asker")return{who:"asker",names:[]};let n=e.opened?.pen??null;return n!==null?{who:"members",names:[t(n)]}:e.coaches.length>0?{who:"members",names:e.coaches.map(t)}:{who:"facilitators",names:[]}}function hl(e,t){let n=new Map(e.map(r=>[r,ml(r,t)]));return[...e].sort((r,a)=>$m(n.get(r),n.get(a)))}var km=["late","mine","colleagues","colleagues","asker","answered","ended"],fl=(e,t)=>km[Number(ml(e,t)[0])]??"ended";function ml(e,t){if(Ke(e))return[6,0,vm(e.summary.last),e.name];let n=e.due!==null&&e.due.left<0,r=e.due?.tone==="warn",a=yn(e,t)?1:e.summary.waits_for!=="staff"?e.due?4:5:r?2:3;return[n?0:a,wr(e)?0:1,e.due?.by??"9999-12-31",e.name]}var vm=e=>99999999-Number(e.replaceAll("-",""));function $m(e,t){for(let n=0;n<e.length;n+=1){let[r,a]=[e[n],t[n]];if(!(r===void 0||a===void 0||r===a))return r<a?-1:1}return 0}function gl(e,t,n,r){let a=Ja(t.query).split(" ").filter(Boolean);return e.filter(s=>{if(t.show==="mine"&&!(yn(s,n)||s.due!==null&&s.due.left<0)||t.show==="open"&&Ke(s)||t.show==="waiting"&&(Ke(s)||s.summary.waits_for!=="asker")||t.show==="ended"&&!Ke(s)||t.category!==""&&yr(s)!==t.category||t.member!==""&&!s.coaches.includes(t.member))return!1;if(a.length===0)return!0;let i=r(s);return a.every(c=>i.includes(c))})}function Ja(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}function yl(e,t,n){let r=null,a=null,s=({touches:u})=>{let[p,m]=u;r=u.length===1&&p?{x:p.clientX,y:p.clientY}:null,a=u.length===2&&p&&m?wl(p,m):null},i=u=>{let[p,m]=u.touches;a===null||!p||!m||(u.preventDefault(),t.pinch(wl(p,m)/a,(p.clientX+m.clientX)/2,(p.clientY+m.clientY)/2))},c=({changedTouches:[u]})=>{a!==null?t.release():r!==null&&u&&l(u.clientX-r.x,u.clientY-r.y),a=null,r=null},l=(u,p)=>{Math.abs(u)>60&&Math.abs(u)>2*Math.abs(p)&&t.sweep(u<0?1:-1)};e.addEventListener("touchstart",s,{signal:n,passive:!0}),e.addEventListener("touchmove",i,{signal:n,passive:!1}),e.addEventListener("touchend",c,{signal:n}),e.addEventListener("touchcancel",c,{signal:n})}var wl=(e,t)=>Math.max(1,Math.hypot(e.clientX-t.clientX,e.clientY-t.clientY));var bl=1.25,xm=8,kl=80;async function $l(e,t,{width:n,turn:r=0,watermark:a=null}={}){let s=await createImageBitmap(new Blob([t.image],{type:t.media}));try{let[i,c]=r%2===0?[s.width,s.height]:[s.height,s.width],l=(n??i)/i;e.width=Math.max(1,Math.round(i*l)),e.height=Math.max(1,Math.round(c*l));let u=e.getContext("2d");u.imageSmoothingQuality="high",u.translate(e.width/2,e.height/2),u.rotate(r*Math.PI/2),u.scale(l,l),u.drawImage(s,-s.width/2,-s.height/2),u.resetTransform(),a&&Em(u,a)}finally{s.close()}}function Em(e,t){let{width:n,height:r}=e.canvas,a=Math.max(14,Math.round(Math.min(n,r)/24));e.font=`600 ${a}px system-ui, sans-serif`,e.textAlign="center",e.translate(n/2,r/2),e.rotate(-Math.PI/7);let s=Math.hypot(n,r)/2,i=e.measureText(t).width+a*3;for(let c=-s,l=0;c<=s;c+=a*5,l+=1)for(let u=-s-l%2*(i/2);u<=s+i;u+=i)jm(e,t,u,c);e.resetTransform()}function jm(e,t,n,r){e.fillStyle="rgb(0 0 0 / 16%)",e.fillText(t,n,r),e.fillStyle="rgb(255 255 255 / 22%)",e.fillText(t,n+1,r+1)}async function Sm(e,t=0){let n=document.activeElement,r=xe(i=>Am(i),{kind:"viewer",label:e.title}),a=document.querySelector("dialog.viewer"),s=new Ya(a,e,t);await s.show(),await r,s.stop(),n instanceof HTMLElement&&n.focus()}function Am(e){return d`<div class="viewer-bar" role="toolbar" aria-label=${o("Bekijken")}>
      ${bn("before","arrow-left",o("Vorige pagina"),"←")}
      ${bn("after","arrow-right",o("Volgende pagina"),"→")}
      <span class="count" data-part="count"></span>
      ${bn("smaller","zoom-out",o("Kleiner"),"−")} ${bn("larger","zoom-in",o("Groter"),"+")}
      ${bn("turn","rotate-cw",o("Draai"),"r")}
      <button type="button" class="button square" title=${`${o("Sluit")} (Esc)`} @click=${()=>e(null)}>
        ${k("x")}<span class="sr">${o("Sluit")}</span>
      </button>
    </div>
    <div class="viewer-stage" data-part="stage" tabindex="0" role="region" aria-label=${o("Pagina")}>
      <canvas role="img"></canvas>
      <p data-part="message"></p>
    </div>`}function bn(e,t,n,r){return d`<button type="button" class="button square" data-tool=${e} title=${`${n} (${r})`}>
    ${k(t)}<span class="sr">${n}</span>
  </button>`}var Mm={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},vl=e=>Math.min(xm,Math.max(1,e)),Ya=class{constructor(t,n,r){this.dialog=t,this.album=n,this.index=r,this.zoom=1,this.turn=0,this.pinched=void 0,this.page=null,this.ticket=0,this.canvas=t.querySelector("canvas"),this.stage=t.querySelector("[data-part=stage]"),this.message=t.querySelector("[data-part=message]"),this.listen()}listen(){this.end=new AbortController;let{signal:t}=this.end;this.dialog.addEventListener("click",n=>this.press(n),{signal:t}),this.dialog.addEventListener("keydown",n=>this.key(n),{signal:t}),this.stage.addEventListener("dblclick",n=>this.around(this.zoom>1?1:2,n),{signal:t}),yl(this.stage,{sweep:n=>this.zoom===1&&this.go(n),pinch:(n,r,a)=>this.pinch(n,{clientX:r,clientY:a}),release:()=>this.release()},t),addEventListener("resize",()=>this.draw(),{signal:t})}stop(){this.end?.abort(),this.page=null,this.canvas.width=1,this.canvas.height=1}press(t){let n=t.target.closest("[data-tool]");n instanceof HTMLElement&&this.act(n.dataset.tool??"")}act(t){t==="before"&&this.go(-1),t==="after"&&this.go(1),t==="larger"&&this.size(this.zoom*bl),t==="smaller"&&this.size(this.zoom/bl),t==="turn"&&(this.turn=(this.turn+1)%4,this.draw())}key(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let n={PageUp:"before",PageDown:"after","+":"larger","=":"larger","-":"smaller",r:"turn"};this.zoom===1&&Object.assign(n,{ArrowLeft:"before",ArrowRight:"after"});let r=n[t.key],a=Mm[t.key];r===void 0&&a===void 0||(t.preventDefault(),r!==void 0?this.act(r):a&&this.stage.scrollBy(a[0]*kl,a[1]*kl))}pinch(t,n){this.pinched??=this.zoom,this.around(this.pinched*t,n,{sharp:!1})}release(){this.pinched=void 0,this.size(this.zoom)}around(t,{clientX:n,clientY:r},{sharp:a=!0}={}){if(this.page===null)return;let s=this.canvas.getBoundingClientRect(),[i,c]=[(n-s.left)/s.width,(r-s.top)/s.height];this.zoom=vl(t),this.canvas.style.width=`${Math.round(this.fitting(this.page)*this.zoom)}px`;let l=this.canvas.getBoundingClientRect();this.stage.scrollBy(l.left+i*l.width-n,l.top+c*l.height-r),a&&this.draw()}go(t){let n=this.index+t;n<0||n>=this.album.count||(this.index=n,this.zoom=1,this.turn=0,this.show())}size(t){this.zoom=vl(t),this.draw()}async show(){let t=this.ticket+=1;this.page=null,this.canvas.hidden=!0,this.tell(o("Pagina {n} wordt geopend…",{n:this.index+1}));let n=await this.album.load(this.index).catch(()=>null);t!==this.ticket||!this.dialog.open||(this.page=n,n===null?this.tell(o("Deze pagina kan niet worden getoond. Probeer het later opnieuw.")):await this.draw())}async draw(){if(this.page===null)return;let t=Math.round(this.fitting(this.page)*this.zoom),n=Math.min(devicePixelRatio||1,2);try{await $l(this.canvas,this.page,{width:t*n,turn:this.turn,watermark:this.album.watermark})}catch{this.tell(o("Deze pagina is geen beeld dat getoond kan worden."));return}this.canvas.style.width=`${t}px`,this.canvas.hidden=!1,this.tell("")}fitting(t){let[n,r]=this.turn%2===0?[t.width,t.height]:[t.height,t.width];return Math.min(this.stage.clientWidth-16,(this.stage.clientHeight-16)*n/r,n*2)}tell(t){let n=o("{n} van {all}",{n:this.index+1,all:this.album.count}),r=this.dialog.querySelector("[data-part=count]");r&&(r.textContent=n),this.canvas.setAttribute("aria-label",`${this.album.title}, ${n}`),this.message.textContent=t,this.disable("before",this.index===0),this.disable("after",this.index===this.album.count-1),this.disable("smaller",this.zoom===1),Ei(t||`${this.album.title}, ${n}`)}disable(t,n){let r=this.dialog.querySelector(`[data-tool=${t}]`);r instanceof HTMLButtonElement&&r.setAttribute("aria-disabled",String(n))}};function xl(e){let t=document.createElement("ul");t.className="thumbs";let n=new IntersectionObserver(r=>r.forEach(a=>{a.isIntersecting&&(n.unobserve(a.target),Km(a.target,e))}));for(let r=0;r<e.count;r+=1)t.append(Dm(e,r,n));return t}function Dm(e,t,n){let r=document.createElement("li");return r.dataset.index=String(t),ne(d`<button type="button" class="thumb" @click=${()=>Sm(e,t)}>
      <canvas width="90" height="120" aria-hidden="true"></canvas>
      <span
        >${e.count===1?o("Bekijk groot"):o("Pagina {n}",{n:t+1})}<span class="sr"
          >, ${e.title}</span
        ></span
      >
    </button>`,r),n.observe(r),r}async function Km(e,t){let n=e.querySelector("canvas");try{await $l(n,await t.load(Number(e.dataset.index)),{width:240,watermark:t.watermark})}catch{e.querySelector(".thumb")?.append(o("Niet te tonen"))}}async function El(e){let t=h(e.directories.current.register.id),r=[...await dn(e)].sort((a,s)=>+(h(s.key)===t)-+(h(a.key)===t));return Promise.all(r.map(({seed:a})=>ae(a,"template")))}async function jl(e){let{templates:t}=await e.api.get("/templates");if(t.length===0)return[];let n=await El(e);return(await Promise.all(t.map(a=>Nm(e,n,a)))).filter(a=>a!==null).sort((a,s)=>a.name.localeCompare(s.name))}async function Nm(e,t,{id:n,number:r,envelope:a}){let s=g(a);for(let i of t)try{let{writer:c}=ve(s).header,l={portal:e.portal.id,case:et,epoch:r,id:g(n,16),writer:c,kind:"template"},{act:u,name:p,text:m}=Ie(await We(i,l,s));return{id:n,number:r,act:u,name:p,text:m}}catch(c){if(!(c instanceof N))throw c}return null}async function Sl(e,{id:t,number:n,act:r,name:a,text:s}){let[i]=await El(e);if(i===void 0)throw new N("register-key");let c=t===null?R(16):g(t,16),l=t===null?0:n+1,u={portal:e.portal.id,case:et,epoch:l,id:c,writer:e.member,kind:"template"},p=await $e(i,u,Ee({v:1,act:r,name:a,text:s}));await e.api.put(`/templates/${h(c)}`,{number:l,envelope:h(p)})}var Al=(e,t)=>e.api.del(`/templates/${t}`);var kn=new WeakMap;async function Dl(e){kn.set(e,[]),kn.set(e,await e.call(()=>jl(e.me))),e.update()}function Kl(e,t,n){let r=e.me.role==="facilitator";r&&!kn.has(e)&&Dl(e).catch(()=>{});let a=(kn.get(e)??[]).filter(c=>c.act===t).map(({name:c,text:l})=>({name:c,text:l})),s=zm.filter(c=>c.act===t).map(c=>({name:c.name(),text:c.text()})),i=[...a,...s];return i.length===0&&!r?f:d`<details class="templates">
    <summary>${o("Begin met een voorbeeldtekst")}</summary>
    <ul class="plain">
      ${i.map(c=>d`<li><button type="button" class="button small" @click=${()=>n(c.text)}>${k("book-open")}${c.name}</button></li>`)}
    </ul>
    ${r?d`<p><button type="button" class="button quiet small" @click=${()=>e.open(Om)}>${o("Eigen voorbeeldteksten beheren")}</button></p>`:f}
  </details>`}var Ml=()=>[{key:"feedback",label:o("Eerste feedback")},{key:"reply",label:o("Bericht")},{key:"final",label:o("Definitief antwoord")},{key:"pass",label:o("Doorgeven")},{key:"close",label:o("Afsluiten")}];function Om(e){let t=()=>({id:null,number:0,act:"feedback",name:"",text:""}),n=t(),r=!1,a=null,s=async(l,u)=>{r=!0,a=null,e.update();try{await e.call(l),await Dl(e),n=t(),C(u)}catch(p){a=x(p)}r=!1,e.update()},i=()=>{if(n.name.trim()===""||n.text.trim()===""){a=o("Geef de tekst een naam en schrijf hem."),e.update();return}s(()=>Sl(e.me,n),o("De tekst is bewaard."))},c=async l=>{await U({title:o("‘{name}’ weggooien?",{name:l.name}),text:o("Berichten die er al mee geschreven zijn, blijven."),yes:o("Gooi weg"),danger:!0})&&await s(()=>Al(e.me,l.id),o("De tekst is weg."))};return{tab:"queue",unsent:()=>n.text.trim()!=="",render:()=>d`<div class="stack narrow">
        <p>
          <button type="button" class="button quiet" @click=${()=>e.back()}>
            ${k("arrow-left")}${o("Terug")}
          </button>
        </p>
        <h1>${o("Voorbeeldteksten")}</h1>
        <p class="hint">
          ${o("Ze zijn verzegeld zoals al wat hier geschreven wordt. Alleen facilitatoren kunnen ze openen.")}
        </p>
        <ul class="cards">
          ${(kn.get(e)??[]).map(l=>d`<li class="card row spread">
                <span
                  ><strong>${l.name}</strong
                  ><small class="muted"> ${Ml().find(({key:u})=>u===l.act)?.label}</small></span
                >
                <span class="row"
                  ><button
                    type="button"
                    class="button small"
                    @click=${()=>{n={...l},e.update()}}
                  >
                    ${o("Bewerk")}</button
                  ><button type="button" class="button danger small" @click=${()=>c(l)}>
                    ${o("Gooi weg")}
                  </button></span
                >
              </li>`)}
        </ul>
        <section class="card stack tight">
          <h2>${n.id===null?o("Een nieuwe tekst"):o("Bewerk de tekst")}</h2>
          ${Te({id:"template-act",label:o("Voor"),value:n.act,options:Ml(),input:l=>{n.act=l}})}
          ${oe({id:"template-name",label:o("Naam"),value:n.name,input:l=>{n.name=l}})}
          ${nt({id:"template-text",label:o("Tekst"),value:n.text,rows:8,input:l=>{n.text=l}})}
          ${D(a)}
          <div class="actions">
            ${P({label:o("Bewaar"),busy:r,click:i})}
            ${n.id===null?f:d`<button
                    type="button"
                    class="button"
                    @click=${()=>{n=t(),e.update()}}
                  >
                    ${o("Laat zoals het was")}
                  </button>`}
          </div>
        </section>
      </div>`}}var zm=[{act:"feedback",name:()=>o("We gaan ermee aan de slag"),text:()=>o("Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan.")},{act:"feedback",name:()=>o("We hebben nog een vraag"),text:()=>o("Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:")},{act:"final",name:()=>o("Verwijzing naar een andere dienst"),text:()=>o("We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf.")},{act:"pass",name:()=>o("Plicht om door te geven"),text:()=>o("We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kan dit bericht nog lezen tot het dossier wordt gearchiveerd.")}];var Tm=()=>({text:"",referred:new Set,authority:"",outcome:"",for:"reply",record:"",sealed:null}),Za=4e4,Nl=["passed","closed","withdrawn"],br=class{constructor(t){this.page=t,this.act=null,this.entries=new Map,this.error=null}get app(){return this.page.app}entry(t){let n=this.entries.get(t)??Tm();return this.entries.set(t,n),n}unsent(){return[...this.entries.values()].some(({text:t,record:n})=>t.trim()!==""||n.trim()!=="")}acts({summary:t}){let n=this.app.me.role!=="coach",{state:r}=t,a=[],s=!Nl.includes(r);return s&&t.feedback_on===null&&a.push(["feedback",o("Eerste feedback")]),s&&t.feedback_on!==null&&a.push(["reply",o("Bericht")]),s&&a.push(["final",o("Definitief antwoord")]),a.push(["note",o("Interne nota")]),s&&a.push(["draft",o("Ontwerp")],["pass",o("Doorgeven")]),n&&!["closed","withdrawn"].includes(r)&&a.push(["close",o("Afsluiten")]),a}start(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([s])=>s),a=r.includes(t)?t:t==="reply"?r[0]:void 0;a!==void 0&&(this.choose(a),setTimeout(()=>document.getElementById("compose-text")?.focus()))}choose(t){this.act=t,this.error=null,this.page.draw()}takeOver(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([c])=>c),a=t.fields.for,s=r.includes(a)?a:r[0];if(s===void 0)return;let i=this.entry(s);i.text=i.text.trim()===""?t.text:`${i.text}

${t.text}`,i.sealed=null,this.start(s)}render(t){let n=this.acts(t);return this.act!==null&&!n.some(([r])=>r===this.act)&&(this.act=null),d`<section class="compose no-print" aria-labelledby="compose-title">
      <h2 id="compose-title">${o("Schrijf of handel af")}</h2>
      ${Nl.includes(t.summary.state)?S("info",d`<p>${Bm(t.summary.state)}</p>`):f}
      <div class="segments" role="group" aria-label=${o("Wat wil je doen?")}>
        ${n.map(([r,a])=>d`<button type="button" class="segment" aria-pressed=${String(this.act===r)} @click=${()=>this.choose(r)}>${a}</button>`)}
      </div>
      ${this.act===null?f:this.form(this.act)}
    </section>`}form(t){let n=this.entry(t);return d`<div class="stack compose-form">
      <p class="hint">${Lm(t)}</p>
      ${this.fields(t,n)}
      ${nt({id:"compose-text",label:Rm(t),value:n.text,rows:t==="note"?5:9,limit:Za,error:this.error,input:r=>{n.text=r,n.sealed=null}})}
      ${Kl(this.app,t,r=>{n.text=n.text.trim()===""?r:`${n.text}

${r}`,n.sealed=null,this.page.draw()})}
      ${t==="pass"?this.recordField(n):f}
      <div class="actions">
        ${P({label:d`${k(t==="note"||t==="draft"?"notebook-pen":"send")}${Im(t)}`,busyLabel:o("Wordt verzegeld en verstuurd…"),busy:this.page.busy,click:()=>this.send(t,n),kind:t==="pass"||t==="close"?"danger primary":"primary"})}
      </div>
    </div>`}fields(t,n){let{org:r}=this.app.me.portal,a=s=>s.map(i=>({key:i.key,label:i.label??i.name}));if(t==="final")return d`<details class="referred">
        <summary>${o("Verwijs je naar een andere dienst? Duid aan welke")}</summary>
        <div class="stack tight">
          ${a(r.authorities).map(({key:s,label:i})=>Je({id:`referred-${s}`,label:i,checked:n.referred.has(s),change:c=>{n.referred[c?"add":"delete"](s),n.sealed=null}}))}
        </div>
      </details>`;if(t==="pass")return Te({id:"pass-authority",label:o("Aan welke dienst geef je door?"),value:n.authority,empty:o("Kies een dienst"),options:a(r.authorities),input:s=>this.set(n,{authority:s})});if(t==="close")return Te({id:"close-outcome",label:o("Met welke uitkomst?"),value:n.outcome,empty:o("Kies een uitkomst"),options:a(r.outcomes),input:s=>this.set(n,{outcome:s})});if(t==="draft"){let s=[{key:"reply",label:o("een bericht")},{key:"feedback",label:o("een eerste feedback")},{key:"final",label:o("een definitief antwoord")}];return Te({id:"draft-for",label:o("Ontwerp voor"),value:n.for,options:s,input:i=>this.set(n,{for:i})})}return f}set(t,n){Object.assign(t,n,{sealed:null}),this.error=null,this.page.draw()}recordField(t){return nt({id:"pass-record",label:o("Wat gaf je door, en aan wie precies?"),hint:o("Dit blijft verzegeld bij het dossier, voor je collega’s. De vraagsteller ziet het niet."),value:t.record,rows:4,input:n=>{t.record=n}})}async send(t,n){if(this.error=Pm(t,n),this.error!==null){this.page.draw(),document.getElementById("compose-text")?.focus();return}if(!await this.confirmed(t,n))return;n.sealed??=Dt({kind:t,text:n.text.trim(),fields:Cm(t,n)});let r=n.sealed;await this.page.act(async s=>{await Mt(this.app.me,s,r),t==="pass"&&await this.sendRecord(s,n)})&&(this.entries.delete(t),this.act=null,this.page.draw(),C(_m(t)))}async sendRecord(t,n){let r={authority:n.authority,day:this.app.me.today};await Mt(this.app.me,t,Dt({kind:"record",text:n.record.trim(),fields:r}))}async confirmed(t,n){let{org:r}=this.app.me.portal;return t==="pass"?U({title:o("Doorgeven aan {name}?",{name:W(r.authorities,n.authority)}),text:d`<p>${o("De vraagsteller krijgt je bericht en ziet aan welke dienst je doorgeeft.")}</p>
          <p>
            ${o("Daarmee eindigt de behandeling hier: er kan niet meer geantwoord worden. Dit kan je niet ongedaan maken.")}
          </p>
          <p>${o("Het portaal stuurt zelf niets naar die dienst: dat doe je zelf.")}</p>`,yes:o("Geef door en beëindig"),danger:!0}):t==="final"?U({title:o("Het definitieve antwoord versturen?"),text:d`<p>
          ${o("De vraagsteller leest het meteen, en je kunt het niet terugnemen. Een bericht erna sturen kan wel.")}
        </p>`,yes:o("Verstuur het antwoord")}):t==="close"?U({title:o("Dit dossier afsluiten?"),text:d`<p>
          ${o("De vraagsteller leest dat het dossier is afgesloten, met de uitkomst en wat je schreef. Antwoordt de vraagsteller toch nog, dan gaat het weer open.")}
        </p>`,yes:o("Sluit af")}):!0}};function Pm(e,t){return e==="pass"&&t.authority===""?o("Kies eerst aan welke dienst je doorgeeft."):e==="close"&&t.outcome===""?o("Kies eerst een uitkomst."):t.text.trim()===""&&e!=="close"?o("Schrijf eerst iets."):[...t.text].length>Za?o("Je tekst is te lang. Hoogstens {n} tekens.",{n:Za}):null}function Cm(e,t){return e==="final"?{referred:[...t.referred].sort()}:e==="pass"?{authority:t.authority}:e==="close"?{outcome:t.outcome}:e==="draft"?{for:t.for}:{}}function Bm(e){return e==="passed"?o("Dit dossier is doorgegeven. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):e==="withdrawn"?o("De vraagsteller trok de vraag in. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):o("Dit dossier is afgesloten. Antwoordt de vraagsteller, dan gaat het weer open.")}function Lm(e){return{feedback:o("De vraagsteller krijgt een eerste teken: de vraag is gelezen, en dit gebeurt ermee."),reply:o("Een vraag om meer uitleg of een tussentijds bericht. De vraagsteller kan antwoorden."),final:o("Je antwoord op de vraag. Is er nog geen eerste feedback, dan geldt dit ook daarvoor."),note:o("Alleen voor wie van de medewerkers aan dit dossier werkt."),draft:o("Een collega leest het na in de nota’s voor het naar de vraagsteller gaat."),pass:o("Een andere dienst neemt het over. De behandeling hier eindigt en de vraagsteller leest dat."),close:o("Het dossier is klaar. Schrijf er een slotwoord bij als je wilt.")}[e]}function Rm(e){return e==="note"?o("Je nota"):e==="draft"?o("Je ontwerp"):e==="close"?o("Slotwoord aan de vraagsteller"):o("Je bericht aan de vraagsteller")}function Im(e){return{feedback:o("Verstuur de eerste feedback"),reply:o("Verstuur het bericht"),final:o("Verstuur het definitieve antwoord"),note:o("Bewaar de nota"),draft:o("Leg het ontwerp voor"),pass:o("Geef door…"),close:o("Sluit af…")}[e]}function _m(e){return e==="note"?o("De nota is bewaard."):e==="draft"?o("Het ontwerp staat in de nota’s."):e==="close"?o("Het dossier is afgesloten."):e==="pass"?o("Het dossier is doorgegeven."):o("Je bericht is verstuurd.")}var Um=j({v:se,number:Q,previous:le(X),day:be,member:le(_),action:ee,subject:le(_)});async function Ol(e){let t={lines:[],whole:!0,head:null};for(let[n,r]of e.entries()){let a=Ie(r);Um(a),t.whole&&=a.number===n&&a.previous===t.head,t.lines.push(a),t.head=h(await I(r))}return t}var kr=new WeakMap;function zl(e,t){return Xa(e.app,t,`/journal?case=${t.key}`,()=>e.draw())}function Xa(e,t,n,r){let a=kr.get(t);return d`<details class="journal" @toggle=${i=>{i.target.open&&a===void 0&&Fm(e,t,n,r)}}>
    <summary>${o("Logboek")}</summary>
    ${a===void 0||a==="loading"?d`<p class="hint">${o("Wordt opgehaald…")}</p>`:typeof a=="string"?d`<p>${a}</p>`:Hm(e,a)}
  </details>`}async function Fm(e,t,n,r){kr.set(t,"loading");try{let{lines:a}=await e.call(()=>e.me.api.get(n));kr.set(t,await Ol(a.map(s=>g(s))))}catch(a){kr.set(t,x(a))}r()}function Hm(e,{lines:t,whole:n,head:r}){let a=s=>s===null?"":De(e.me,s)?.name??"";return d`<div class="stack tight">
    ${n?f:S("danger",d`<p>${o("Een regel in dit logboek past niet aan de vorige: er is iets veranderd of weggelaten. Verwittig je collega’s.")}</p>`)}
    <ol class="journal-lines">
      ${t.map(s=>d`<li><small>${T(s.day,{weekday:!1})}</small> ${a(s.member)||o("de vraagsteller of het portaal")}: ${qm(s.action)}${s.subject&&De(e.me,s.subject)?d` (${a(s.subject)})`:f}</li>`)}
    </ol>
    ${r===null?f:d`<p class="hint">${o("Slot van het logboek, om elders te noteren:")} <span class="words">${r.slice(0,16)}</span></p>`}
  </div>`}function qm(e){return{receive:o("ontving de vraag"),open:o("opende het dossier"),notes:o("begon met nota’s"),assign:o("wees iemand toe"),remove:o("haalde iemand van het dossier"),feedback:o("gaf eerste feedback"),reply:o("schreef een bericht"),final:o("gaf een definitief antwoord"),pass:o("gaf het dossier door"),close:o("sloot het dossier af"),note:o("schreef een nota"),triage:o("paste de indeling aan"),draft:o("legde een ontwerp voor"),record:o("legde vast wat werd doorgegeven"),recuse:o("stapte opzij"),withdraw:o("trok de vraag in"),directory:o("veranderde de lijst van medewerkers"),invite:o("nodigde iemand uit"),cancel:o("trok een uitnodiging in"),reset:o("gaf een code voor een nieuwe tweede factor"),renew:o("stelde een nieuwe tweede factor in"),"passkey-add":o("voegde een passkey toe"),"passkey-remove":o("verwijderde een passkey"),"codes-set":o("koppelde een telefoon voor codes"),"codes-remove":o("verwijderde de codes op de telefoon"),activate:o("zette een toegang aan"),deactivate:o("zette een toegang uit")}[e]??e}var Wm=()=>[["j / k",o("volgende of vorige vraag")],["Enter",o("open de vraag")],["/",o("zoek")],["u",o("terug naar de lijst")],["a",o("schrijf een antwoord")],["n",o("schrijf een nota")],["?",o("dit overzicht")],["← →  + −  r",o("bij een bijlage: andere pagina, groter of kleiner, draaien")]];function Ft(e){return xe(t=>d`<div class="stack">
        <h2 id="dialog-title">${o("Toetsen")}</h2>
        <dl class="facts keys">
          ${Wm().map(([n,r])=>d`<dt><kbd>${n}</kbd></dt>
                <dd>${r}</dd>`)}
        </dl>
        ${Je({id:"keys-on",label:o("Gebruik deze toetsen"),text:o("Zet ze uit als je spreekt tegen je computer, of als een letter iets doet wat je niet wou. Dat geldt tot je je afmeldt."),checked:e.keys,change:n=>{e.keys=n}})}
        <div class="actions">
          <button type="button" class="button primary" autofocus @click=${()=>t(null)}>${o("Sluit")}</button>
        </div>
      </div>`)}function Tl(e,t){let n=e.app.me,r=n.role!=="coach",a=new Map(t.summary.participants.map(i=>[i.id,i])),s=t.view.participants.filter(({role:i})=>!["asker","archive"].includes(i)).sort(Vm);return d`<section class="card stack tight" aria-labelledby="people-title">
    <h2 id="people-title">${o("Wie werkt hieraan")}</h2>
    <ul class="people">
      ${s.map(i=>d`<li class="row spread">
            <span><strong>${i.name||o("iemand die weg is")}</strong><small>${Ce(i.role)}</small></span>
            ${a.get(i.key)?.active===!1?q(o("doet niet meer mee"),"warn"):f}
            ${r&&i.role==="coach"?d`<button type="button" class="button quiet small no-print" @click=${()=>Xm(e,i)}>${o("Verwijder")}<span class="sr"> ${i.name}</span></button>`:f}
          </li>`)}
    </ul>
    ${Gm(e,t)}
    ${r?d`<p class="no-print"><button type="button" class="button" @click=${()=>Jm(e,t)}>${k("user-plus")}${o("Wijs een coach toe")}</button></p>`:f}
    ${n.role==="coach"?d`<p class="no-print"><button type="button" class="button danger small" @click=${()=>Qm(e)}>${k("door-open")}${o("Stap opzij")}</button></p>`:f}
  </section>`}function Vm(e,t){return e.role.localeCompare(t.role)||e.name.localeCompare(t.name)}function Gm(e,{view:t}){if(t.excluded.length===0)return f;let n=ye(e.app.me).filter(({person:r})=>t.excluded.includes(h(r))).map(({name:r})=>r);return d`<p class="hint">
    ${k("user-round-x")}
    ${o("De vraagsteller houdt buiten dit dossier: {names}",{names:[...new Set(n)].join(", ")||o("iemand die hier niet meer werkt")})}
  </p>`}async function Jm(e,t){let n=Nc(e.app.me,t.view,"coach").sort((c,l)=>c.member.name.localeCompare(l.member.name)),r=await e.app.call(()=>Gn(e.app.me)).catch(()=>[]),a=c=>Ym(e.app,ki(r,c,e.app.me.today)),s=new Set;await xe(c=>{let l=document.createElement("div"),u=()=>ne(d`<div class="stack">
          <h2 id="dialog-title">${o("Wijs een of meer coaches toe")}</h2>
          <p class="hint">${o("Wie je toewijst, kan het hele dossier lezen, ook wat er al geschreven is.")}</p>
          ${n.length===0?d`<p>${o("Er zijn nog geen coaches. Nodig er een uit bij ‘Medewerkers’.")}</p>`:f}
          ${n.map(({member:p,key:m,reason:w})=>Je({id:`coach-${m}`,label:p.name,text:Zm(w)??a(m)??p.function,checked:w==="there"||s.has(m),disabled:w!==null,change:v=>{s[v?"add":"delete"](m),u()}}))}
          <div class="actions">
            <button type="button" class="button" @click=${()=>c(null)}>${o("Terug")}</button>
            <button
              type="button"
              class="button primary"
              aria-disabled=${String(s.size===0)}
              @click=${()=>s.size>0&&c(!0)}
            >
              ${o("Wijs toe")}
            </button>
          </div>
        </div>`,l);return u(),d`${l}`})===!0&&await e.act(c=>Oc(e.app.me,c,[...s]))&&C(o("Toegewezen."))}function Ym(e,t){if(t===null)return null;let n=t.cover===null?null:De(e.me,t.cover)?.name,r=T(t.last,{weekday:!1});return n?o("Afwezig tot en met {day}. {name} neemt over.",{day:r,name:n}):o("Afwezig tot en met {day}.",{day:r})}function Zm(e){return e==="there"?o("Werkt al aan dit dossier."):e==="excluded"?o("Kan niet: de vraagsteller wil deze persoon buiten het dossier houden."):null}async function Xm(e,t){await U({title:o("{name} van dit dossier halen?",{name:t.name}),text:d`<p>
      ${o("{name} kan niets meer lezen van wat hierna komt. Wat al gelezen is, blijft gelezen.",{name:t.name})}
    </p>`,yes:o("Verwijder"),danger:!0})&&await e.act(r=>zc(e.app.me,r,t.key))&&C(o("{name} is verwijderd.",{name:t.name}))}async function Qm(e){if(!await U({title:o("Opzij stappen?"),text:d`<p>
        ${o("Doe dit als je niet onbevangen kan zijn, bijvoorbeeld omdat je iemand kent. Een facilitator en de vraagsteller lezen dat je opzij stapt, niet waarom.")}
      </p>
      <p>
        ${o("Je ziet het dossier daarna niet meer. Dit kan je niet ongedaan maken; een facilitator kan je wel opnieuw toewijzen.")}
      </p>`,yes:o("Stap opzij"),danger:!0})||e.open===null)return;let{open:n}=e;try{await e.app.call(()=>Mt(e.app.me,n,Dt({kind:"recuse",text:"",fields:{}}))),C(o("Je bent opzij gestapt.")),e.app.back()}catch{e.error=o("Dit lukte niet. Er is niets veranderd. Probeer het opnieuw."),e.draw()}}var Ht=67,qt=65535,eg=64,Qa=16,me={number:32,directory:36,kind:40,category:42,state:44,outcome:46,authorities:48,urgent:50},vn={received:51,feedback:55,final:59,closed:63},tg=j({v:se,row:Q,directory:dt,words:de(ee,0,qt),lists:de(de(ee),0,qt),hash:X}),Cl=e=>ae(e,"checkpoint"),Bl=({portal:e,key:t,number:n},r)=>({portal:e,case:et,epoch:n,id:t,writer:r,kind:"checkpoint"});async function Ll(e,{writer:t,...n},r,{row:a,directory:s,lines:i}){let c=Bl(n,t),{words:l,lists:u,lines:p}=rg(i),m={v:1,row:a,directory:s,words:l,lists:u,hash:h(await I(p))},w=await te(r,"checkpoint",tt(c),m);return $e(await Cl(e),c,E(w,p))}async function Rl(e,t,n,r){let{writer:a}=ve(n).header,s=Bl(t,a),{signed:i,lines:c}=ng(await We(await Cl(e),s,n)),l=ue(i,tg),u=l.body,p=he(await r.version(u.directory),a,["facilitator"]);if(!p)throw new b("writer");if(await pe(p.sign,"checkpoint",tt(s),l),!y(await I(c),g(u.hash)))throw new M("lines");return{row:u.row,lines:ag(u,c)}}function ng(e){let t=new Ae(e);return t.lp(),t.take(eg),{signed:e.slice(0,t.at),lines:e.subarray(t.at)}}function rg(e){let t=e.map(({body:i,mark:c})=>({entry:i,mark:c,id:g(i.case,16)}));t.sort((i,c)=>ie(i.id,c.id));let n=new vr(i=>i),r=new vr(i=>i.join(" ")),a=new Uint8Array(t.length*Ht),s=new DataView(a.buffer);return t.forEach(({entry:i,mark:c,id:l},u)=>{let p=u*Ht;a.set(l,p),a.set(c,p+Qa),s.setUint32(p+me.number,i.number),s.setUint32(p+me.directory,i.directory),s.setUint16(p+me.kind,n.of(i.kind)),s.setUint16(p+me.category,i.category===null?qt:n.of(i.category)),s.setUint16(p+me.state,n.of(i.state)),s.setUint16(p+me.outcome,i.outcome===null?qt:n.of(i.outcome)),s.setUint16(p+me.authorities,r.of(i.authorities)),s.setUint8(p+me.urgent,i.urgent?1:0);for(let[m,w]of Object.entries(vn))s.setUint32(p+w,sg(i[m]))}),{words:n.all,lists:r.all,lines:a}}var vr=class{constructor(t){this.nameOf=t,this.known=new Map,this.all=[]}of(t){let n=this.nameOf(t),r=this.known.get(n);if(r!==void 0)return r;if(this.all.length===qt)throw new b("too-many");return this.known.set(n,this.all.length),this.all.push(t),this.all.length-1}};function ag({words:e,lists:t},n){if(n.length%Ht!==0)throw new M("lines");let r=new DataView(n.buffer,n.byteOffset,n.length),a=og(),s=l=>Pl(e,r.getUint16(l)),i=l=>r.getUint16(l)===qt?null:s(l),c=[];for(let l=0;l<n.length;l+=Ht){let u=n.subarray(l,l+16);if(l>0&&ie(n.subarray(l-Ht,l-Ht+16),u)>=0)throw new M("order");let p=r.getUint32(l+me.directory),m=r.getUint8(l+me.urgent),w=a(r.getUint32(l+vn.received));if(p<1||m>1||w===null)throw new M("lines");let v={v:1,case:h(u),number:r.getUint32(l+me.number),kind:s(l+me.kind),urgent:m===1,category:i(l+me.category),state:s(l+me.state),outcome:i(l+me.outcome),authorities:Pl(t,r.getUint16(l+me.authorities)),received:w,feedback:a(r.getUint32(l+vn.feedback)),final:a(r.getUint32(l+vn.final)),closed:a(r.getUint32(l+vn.closed)),directory:p};c.push({body:v,mark:n.slice(l+Qa,l+Qa+16)})}return c}function Pl(e,t){let n=e[t];if(n===void 0)throw new M("lines");return n}var sg=e=>e===null?0:Number(e.replaceAll("-",""));function og(){let e=new Map([[0,null]]);return t=>{let n=e.get(t);if(n!==void 0)return n;let r=String(t).padStart(8,"0"),a=`${r.slice(0,-4)}-${r.slice(-4,-2)}-${r.slice(-2)}`;return be(a),e.set(t,a),a}}var ig=4,Il=()=>typeof Worker<"u",$r=class{constructor(t){this.waiting=new Map,this.asked=0;let n=Math.min(ig,navigator.hardwareConcurrency||1);this.workers=Array.from({length:n},()=>this.started(t))}started(t){let n=Mr("opening");return n.onmessage=({data:r})=>this.answered(r),n.onerror=()=>this.end(),n.postMessage({seed:t}),n}answered({number:t,opened:n}){let r=this.waiting.get(t);this.waiting.delete(t),n===null?r?.reject(new z):r?.resolve(n)}open(t,n){let r=this.asked;this.asked+=1;let a=this.workers[r%this.workers.length];return new Promise((s,i)=>{if(a===void 0)return i(new Error("ended"));this.waiting.set(r,{resolve:s,reject:i}),a.postMessage({number:r,info:t,sealed:n})})}end(){for(let t of this.workers)t.terminate();this.workers=[];for(let{reject:t}of this.waiting.values())t(new Error("ended"));this.waiting.clear()}};var _l=20000101,Ul={apart:64,here:12},Fl=150,cg=200,es=5e3,lg=async e=>(await I(e)).slice(0,16),dg=e=>({open:(t,n)=>Ur(e,t,n)}),xr=class e{constructor(t,n){this.session=t,this.seeds=new Map(n.map(({key:r,seed:a})=>[h(r),a])),this.pairs=new Map(n.map(({key:r,seed:a})=>[h(r),dg(a)])),this.held=new Map,this.opened=new Map,this.checkpoint=null,this.refused=0,this.loading=null,this.listening=new Set,this.damaged=!1}static async of(t){return new e(t,await dn(t))}line(t){return this.held.get(t)?.body??null}lines(){return[...this.held.values()].map(({body:t})=>t)}async take(t,n=()=>{}){t.length>Fl&&await this.fromCheckpoint(),await this.takeAll(t,n)}async takeAll(t,n){let r=await this.notHeld(t),a=this.openersFor(r.length);try{for(let s=0;s<r.length;s+=a.atOnce){let i=r.slice(s,s+a.atOnce);await Promise.all(i.map(({entry:c,mark:l})=>this.takeOne(c,l,a))),n({done:Math.min(s+a.atOnce,r.length),all:r.length}),await ug()}}finally{a.end()}}async notHeld(t){return(await Promise.all(t.map(async r=>({entry:r,mark:await lg(g(r.sealed))})))).filter(({entry:r,mark:a})=>{let s=this.held.get(r.case);return s===void 0||!y(s.mark,a)})}openersFor(t){if(t<=Fl||!Il())return{atOnce:Ul.here,of:r=>this.pairs.get(r),end(){}};let n=new Map;return{atOnce:Ul.apart,of:r=>{let a=n.get(r)??new $r(this.seeds.get(r));return n.set(r,a),a},end:()=>{for(let r of n.values())r.end()}}}async takeOne(t,n,r){let a=[t.key,t.case,t.writer,h(n)].join(" "),s=this.opened.get(a),i=s===void 0?await this.openOne(t,r):s;if(this.opened.set(a,i),i===null)return;let c=this.held.get(t.case);(c===void 0||Hl(i,n,c))&&this.held.set(t.case,{body:i,mark:n})}async openOne(t,n){let r=this.seeds.has(t.key)?n.of(t.key):void 0,a={portal:this.session.portal.id,key:g(t.key,16),case:g(t.case,16),writer:g(t.writer,16)};try{if(r===void 0)throw new N("register-key");return await Io(r,a,g(t.sealed),this.session.directories)}catch(s){if(!(s instanceof N))throw s;return this.refused+=1,null}}loadAll(t=()=>{}){return this.listening.add(t),this.loading??=this.load(n=>{for(let r of this.listening)r(n)}).finally(()=>{this.loading=null,this.listening.clear()}),this.loading}async load(t){let n=await this.fromCheckpoint(),r=await this.entriesFrom(n.row,t),{number:a}=n;for(let s=0;s<r.length;s+=es){let i={done:s,all:r.length};await this.takeAll(r.slice(s,s+es),({done:l})=>t({...i,done:s+l}));let c=r[s+es];c?.row!==void 0&&(a=await this.keepCheckpoint(a,c.row))}return(r.length>=cg||this.damaged)&&(a=await this.keepCheckpoint(a,this.today())),await this.remember(a),this.lines()}async entriesFrom(t,n){let r=[],a=`/register?from=${t}`;for(;;){let{rows:s,next:i}=await this.session.api.get(a);if(r.push(...s),n(null),i===null)return r;a=`/register?next=${i}`}}today(){return Number(this.session.today.replaceAll("-",""))}fromCheckpoint(){return this.checkpoint??=this.readCheckpoint(),this.checkpoint.catch(()=>{this.checkpoint=null}),this.checkpoint}async readCheckpoint(){let{checkpoint:t}=await this.session.api.get("/register/checkpoint"),n=t?.number??0;if(n<(this.session.state.content.checkpoint??0))throw new Ge("older");if(!t)return{number:n,row:_l};try{return{number:n,row:await this.takeCheckpoint(n,g(t.envelope))}}catch(r){if(!(r instanceof N))throw r;return this.damaged=!0,{number:n,row:_l}}}async takeCheckpoint(t,n){let r=ve(n).header.id,a=this.seeds.get(h(r));if(a===void 0)throw new N("register-key");let s={portal:this.session.portal.id,key:r,number:t},{row:i,lines:c}=await Rl(a,s,n,this.session.directories);for(let l of c){let u=this.held.get(l.body.case);(u===void 0||Hl(l.body,l.mark,u))&&this.held.set(l.body.case,l)}return i}async keepCheckpoint(t,n){let{register:r,version:a}=this.session.directories.current,s=this.seeds.get(h(r.id));if(s===void 0)return t;let i=t+1,c={portal:this.session.portal.id,key:r.id,number:i,writer:this.session.member},l={row:n,directory:a,lines:[...this.held.values()]},u=await Ll(s,c,this.session.identity.sign.privateKey,l);try{return await this.session.api.put("/register/checkpoint",{number:i,row:n,envelope:h(u)}),this.checkpoint=Promise.resolve({number:i,row:n}),i}catch(p){if(p instanceof K)return t;throw p}}async remember(t){t<=(this.session.state.content.checkpoint??0)||await ht(this.session,n=>({...n,checkpoint:Math.max(n.checkpoint??0,t)}))}};function Hl(e,t,n){return e.number!==n.body.number?e.number>n.body.number:ie(t,n.mark)>0}function ug(){return new Promise(e=>{setTimeout(e,0)})}var ql=40,pg=250,hg=150;function rs(e){return new ns(e)}var ns=class{tab="queue";constructor(t){this.app=t,this.items=[],this.filter={query:"",show:"open",category:"",member:""},this.error=null,this.loading=!0,this.progress=null,this.rows=ql,this.texts=new WeakMap,this.elements=new WeakMap,this.load()}get me(){return{key:this.app.me.key,role:this.app.me.role}}shown(){this.loading||this.load()}async load(){this.loading=!0,this.error=null;try{let{cases:t}=await this.app.call(()=>this.app.me.api.get("/queue?keys=false")),n=new Map(this.items.map(r=>[r.key,r]));this.items=await gr(this.app.me,t);for(let r of this.items)this.keepOpened(r,n.get(r.key));this.loading=!1,this.draw(),await this.openEntries()}catch(t){this.error=x(t)}this.loading=!1,this.progress=null,this.draw()}keepOpened(t,n){t.opened=as(this.app).get(t.key)??n?.opened??null,t.line=n?.line??null}async openEntries(){let t=this.app.me;if(t.role!=="facilitator"||this.items.length===0)return;let[{rows:n},r]=await Promise.all([t.api.get("/register/newest"),$n(this.app)]),a=Date.now();await r.take(n,s=>{this.progress=s;for(let i of this.items)i.line??=r.line(i.key);Date.now()-a<250||(a=Date.now(),this.draw())});for(let s of this.items)s.line=r.line(s.key)}draw(){this.app.screen===this&&this.app.update()}nameOf(t){return De(this.app.me,t)?.name??o("iemand die weg is")}textOf(t){let n=this.texts.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.text;let r=Ja(this.wordsOf(t));return this.texts.set(t,{line:t.line,opened:t.opened,text:r}),r}wordsOf(t){let{org:n}=this.app.me.portal;return[t.name,Rt(t.summary.state),W(n.categories,yr(t)),W(n.kinds,Ga(t)),...t.coaches.map(r=>this.nameOf(r)),wr(t)?o("dringend"):"",t.opened?.text??""].join(" ")}visible(){return hl(gl(this.items,this.filter,this.me,t=>this.textOf(t)),this.me)}set(t){Object.assign(this.filter,t),this.rows=ql,this.draw()}enter(t){this.app.open(Wt(t.key,t.name))}key(t){let n={j:()=>this.move(1),k:()=>this.move(-1),"/":()=>gg(),"?":()=>Ft(this.app),Enter:()=>this.enterSelected(t)}[t.key];n!==void 0&&(t.key!=="Enter"&&t.preventDefault(),n())}move(t){let n=[...document.querySelectorAll(".queue-row")],r=n.indexOf(document.activeElement),a=n[Math.min(n.length-1,Math.max(0,(r===-1?t>0?-1:n.length:r)+t))];a instanceof HTMLElement&&a.focus()}enterSelected(t){if(t.target.closest("button, a, summary"))return;let n=this.visible()[0];n&&this.enter(n)}render(){return this.items.length===0&&this.loading?d`<div class="stack">
        <h1>${o("Vragen")}</h1>
        ${Z(o("De vragen worden opgehaald…"))}
      </div>`:d`<div class="stack">
      <div class="row spread">
        <h1>${o("Vragen")}</h1>
        ${this.summaryLine()}
      </div>
      ${D(this.error)}
      ${this.error?d`<p><button type="button" class="button" @click=${()=>this.load()}>${o("Probeer opnieuw")}</button></p>`:f}
      ${this.items.length===0?this.empty():d`${this.tools()}${this.list()}`}
    </div>`}summaryLine(){let t=this.items.filter(r=>yn(r,this.me)).length,n=this.items.filter(r=>r.due!==null&&r.due.left<0).length;return d`<p class="row" role="status">
      ${q(t===0?o("Niets wacht op jou"):Y("{n} vraag wacht op jou","{n} vragen wachten op jou",t),t===0?"good":"accent")}
      ${n>0?q(d`${k("triangle-alert")}${Y("{n} te laat","{n} te laat",n)}`,"danger"):f}
    </p>`}empty(){let t=this.app.me.role==="coach";return d`<div class="card empty stack tight">
      ${k("inbox")}
      <h2>${t?o("Er is je nog geen vraag toegewezen"):o("Er zijn nog geen vragen")}</h2>
      <p>
        ${t?o("Zodra een facilitator je een vraag toewijst, staat ze hier."):o("Maak het adviespunt bekend: hang de affiche op en zet de tekst op het intranet. Een nieuwe vraag staat hier vanzelf.")}
      </p>
    </div>`}tools(){let t=[["mine",o("Voor mij")],["open",o("Lopend")],["waiting",o("Wacht op de vraagsteller")],["ended",o("Beëindigd")],["all",o("Alle")]];return d`<div class="queue-tools" role="search">
      <div class="segments" role="group" aria-label=${o("Toon")}>
        ${t.map(([n,r])=>d`<button type="button" class="segment" aria-pressed=${String(this.filter.show===n)} @click=${()=>this.set({show:n})}>${r}</button>`)}
      </div>
      <div class="queue-fields">
        <label class="search"
          ><span class="sr">${o("Zoek in wat je geopend hebt")}</span>${k("search")}
          <input
            id="queue-search"
            type="text"
            autocomplete="off"
            spellcheck="false"
            data-form-type="other"
            placeholder=${o("Zoek")}
            .value=${this.filter.query}
            @input=${n=>this.set({query:Wl(n)})}
        /></label>
        ${this.pick("category",o("Elke categorie"),this.categories())}
        ${this.app.me.role==="coach"?f:this.pick("member",o("Elke coach"),this.coaches())}
      </div>
      <p class="hint">
        ${o("Zoeken gebeurt in deze browser: wat je typt, gaat niet naar de server.")}
        <button type="button" class="button quiet small" @click=${()=>Ft(this.app)}>
          ${k("keyboard")}${o("Toetsen")}
        </button>
      </p>
    </div>`}categories(){return this.app.me.portal.org.categories.map(t=>({key:t.key,label:t.label}))}coaches(){return ye(this.app.me).filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t,name:n})=>({key:h(t),label:n}))}pick(t,n,r){return d`<label
      ><span class="sr">${n}</span
      ><select autocomplete="off" @change=${a=>this.set({[t]:Wl(a)})}>
        <option value="">${n}</option>
        ${r.map(a=>d`<option value=${a.key} ?selected=${this.filter[t]===a.key}>${a.label}</option>`)}
      </select></label
    >`}list(){let t=this.visible();if(t.length===0)return this.nothingFound();let n=t.slice(0,this.rows);return n.length<t.length&&this.drawMoreSoon(),d`${this.progress&&this.progress.done<this.progress.all?Z(o("{done} van {all} dossiers geopend",this.progress),this.progress):f}
      <ol class=${t.length>hg?"queue many":"queue"} aria-label=${o("Vragen, wat eerst moet bovenaan")}>
        ${this.grouped(n)}
      </ol>
      ${n.length<t.length?d`<p class="hint" role="status">${o("{n} van {all} getoond…",{n:n.length,all:t.length})}</p>`:f}`}grouped(t){let n="";return t.flatMap(r=>{let a=fl(r,this.me),s=a!==n;n=a;let i=this.rowElement(r);return s?[d`<li class=${`queue-group ${a}`}><h2>${fg(a)}</h2></li>`,i]:[i]})}drawMoreSoon(){let t=this.rows;requestAnimationFrame(()=>setTimeout(()=>{this.rows===t&&(this.rows+=pg,this.draw())}))}nothingFound(){let t=this.filter.query!==""||this.filter.category!==""||this.filter.member!=="";return d`<div class="card empty stack tight">
      ${k(t?"search":"circle-check")}
      <h2>${t?o("Niets gevonden"):o("Hier is niets te doen")}</h2>
      <p>
        ${t?o("Er wordt gezocht in wat je in deze browser geopend hebt. De tekst van een vraag wordt pas vindbaar als je ze geopend hebt."):o("Kies ‘Alle’ om ook de andere vragen te zien.")}
      </p>
      <p>
        <button
          type="button"
          class="button"
          @click=${()=>this.set({query:"",category:"",member:"",show:"all"})}
        >
          ${o("Toon alle vragen")}
        </button>
      </p>
    </div>`}rowElement(t){let n=this.elements.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.element;let r=document.createElement("li");return ne(this.row(t),r),this.elements.set(t,{line:t.line,opened:t.opened,element:r}),r}row(t){let{summary:n}=t,{org:r}=this.app.me.portal,a=yn(t,this.me),s=yr(t);return d`<button
      type="button"
      class=${`queue-row ${a?"mine":""} ${t.due&&t.due.left<0?"late":""}`}
      @click=${()=>this.enter(t)}
    >
      <span class="queue-due">${mg(t)}</span>
      <span class="queue-name"
        ><strong>${t.name}</strong>
        ${wr(t)?q(d`${k("flag")}${o("dringend")}`,"warn"):f}
        <small
          >${W(r.kinds,Ga(t))||f}${s?d` · ${W(r.categories,s)}`:f}</small
        ></span
      >
      <span class="queue-state"
        ><span>${Gl(n)?o("vervolg na het antwoord"):Rt(n.state)}</span
        ><small>${this.waitsLine(t,a)}</small></span
      >
      <span class="queue-people"
        >${t.coaches.length>0?t.coaches.map(i=>this.nameOf(i)).join(", "):d`<small>${o("geen coach")}</small>`}</span
      >
      <span class="queue-day"
        ><small>${o("ontvangen {day}",{day:T(n.received,{weekday:!1})})}</small></span
      >
    </button>`}waitsLine(t,n){if(Ke(t))return f;if(n)return o("wacht op jou");let{who:r,names:a}=pl(t,s=>this.nameOf(s));return r==="asker"?o("wacht op de vraagsteller"):r==="facilitators"?o("wacht op een facilitator"):r==="members"?o("wacht op {names}",{names:a.join(", ")}):f}};function fg(e){return{late:o("Te laat"),mine:o("Wacht op jou"),colleagues:o("Wacht op een collega"),asker:o("Wacht op de vraagsteller"),answered:o("Beantwoord"),ended:o("Beëindigd")}[e]}function Gl(e){return e.answered_on!==null&&e.waits_for==="staff"&&!Ke({summary:e})}function mg({due:e,summary:t}){if(e===null)return Gl(t)?q(d`${k("inbox")}${o("nieuw bericht")}`,"accent"):q(t.answered_on&&!Ke({summary:t})?o("beantwoord"):Rt(t.state));let n=e.what==="feedback"?o("feedback"):o("antwoord"),r=e.tone==="good"?"":e.tone;return d`${q(d`${e.left<0?k("triangle-alert"):k("clock")}${tr(e.left)}`,r)}<small
      >${n}</small
    >`}var Wl=e=>e.target.value;function gg(){document.getElementById("queue-search")?.focus()}var Vl=new WeakMap;function as(e){let t=Vl.get(e)??new Map;return Vl.set(e,t),t}var ts=new WeakMap;function $n(e){let t=ts.get(e.me);if(t)return t;let n=xr.of(e.me);return ts.set(e.me,n),n.catch(()=>ts.delete(e.me)),n}var Er=new WeakMap;function Jl(e,t){let n=Kt(t.view),r=e.app.me.role!=="coach",a=["withdrawn"].includes(t.summary.state);return d`<section class="card stack tight" aria-labelledby="triage-title">
    <h2 id="triage-title">${o("Indeling")}</h2>
    ${r&&!a?yg(e,t,n):wg(e,t,n)}
  </section>`}function wg(e,t,{category:n,pen:r}){let{org:a}=e.app.me.portal,s=t.view.participants.find(({key:i})=>i===r)?.name;return d`<dl class="facts tight">
    <dt>${o("Categorie")}</dt>
    <dd>${n?W(a.categories,n):o("nog geen")}</dd>
    <dt>${o("Schrijft het antwoord")}</dt>
    <dd>${s??o("niemand aangeduid")}</dd>
  </dl>`}function yg(e,t,n){let{org:r}=e.app.me.portal,a=Er.get(e)??n,s=c=>{Er.set(e,{...a,...c}),e.draw()},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c));return d`<div class="stack tight">
    ${Te({id:"triage-category",label:o("Categorie"),value:a.category??"",empty:o("Nog geen"),options:bg(r.categories,a.category),input:c=>s({category:c===""?null:c})})}
    ${Te({id:"triage-pen",label:o("Wie schrijft het antwoord?"),value:a.pen??"",empty:o("Niemand aangeduid"),options:i.map(({key:c,name:l})=>({key:c,label:l})),input:c=>s({pen:c===""?null:c})})}
    ${Je({id:"triage-urgent",label:o("Dringend"),checked:a.urgent,change:c=>s({urgent:c})})}
    ${kg(a,n)?f:d`<div class="actions">
            ${P({label:o("Bewaar de indeling"),busy:e.busy,click:()=>vg(e,a)})}
            <button
              type="button"
              class="button"
              @click=${()=>{Er.delete(e),e.draw()}}
            >
              ${o("Laat zoals het was")}
            </button>
          </div>`}
  </div>`}function bg(e,t){let n=e.map(({key:a,group:s,label:i})=>({key:a,label:`${s}: ${i}`})).sort((a,s)=>a.label.localeCompare(s.label));return t!==null&&!e.some(({key:a})=>a===t)?[...n,{key:t,label:o("{key} (staat niet meer in de lijst)",{key:t})}]:n}var kg=(e,t)=>e.category===t.category&&e.pen===t.pen&&e.urgent===t.urgent;async function vg(e,{category:t,pen:n,urgent:r}){await e.act(s=>Mt(e.app.me,s,Dt({kind:"triage",fields:{category:t,pen:n,urgent:r}})))&&(Er.delete(e),e.draw(),C(o("De indeling is bewaard.")))}function Wt(e,t){return n=>new ss(n,e,t)}var ss=class{tab="queue";constructor(t,n,r){this.app=t,this.caseKey=n,this.name=r,this.open=null,this.error=null,this.refused=null,this.unread=new Set,this.busy=!1,this.albums=new Map,this.composer=new br(this),this.load()}unsent(){return this.composer.unsent()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.open===null,n=await this.app.call(()=>Mc(this.app.me,this.caseKey));t&&(this.unread=Kc(this.app.me,n)),this.open=n,this.error=null,this.remember(n),await this.app.call(()=>Dc(this.app.me,n))}catch(t){t instanceof B?this.refused=Yl(t.reason):this.error=x(t)}this.draw()}remember({view:t}){let n=t.messages[0];as(this.app).set(this.caseKey,{...Kt(t),kind:n?.fields.kind??"",text:[...t.messages,...t.notes].map(({text:r})=>r).join(" ")})}async act(t){if(this.busy||this.open===null)return!1;let{open:n}=this;this.busy=!0,this.error=null,this.draw();let r=!1;try{await this.app.call(()=>t(n)),r=!0,await this.load()}catch(a){this.error=a instanceof B?Yl(a.reason):x(a)}return this.busy=!1,this.draw(),r}key(t){let n={u:()=>this.app.back(),a:()=>this.composer.start("reply"),n:()=>this.composer.start("note"),"?":()=>Ft(this.app)}[t.key];n!==void 0&&(t.preventDefault(),n())}render(){return d`<div class="case" @contextmenu=${$g}>
      <p class="row spread no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${o("Terug naar de lijst")}
        </button>
        <button type="button" class="button quiet small" @click=${()=>Ft(this.app)}>
          ${k("keyboard")}${o("Toetsen")}
        </button>
      </p>
      <h1>${this.name}</h1>
      ${D(this.error)}
      ${this.refused?d`<div role="alert">
              ${S("danger",d`<p><strong>${o("Dit dossier wordt niet getoond.")}</strong></p>
                  <p>${this.refused}</p>`)}
            </div>`:this.body()}
    </div>`}body(){let{open:t}=this;return t===null?this.error?f:Z(o("Het dossier wordt geopend…")):d`<div class="case-columns">
      <div class="case-main stack">
        ${this.headline(t)}${this.warnings(t)} ${this.thread(t)} ${this.composer.render(t)}
      </div>
      <aside class="case-side stack" aria-label=${o("Over dit dossier")}>
        ${this.deadlines(t)} ${Jl(this,t)} ${Tl(this,t)} ${this.notes(t)}
        ${zl(this,t)}
      </aside>
    </div>`}headline({view:t,summary:n}){let{org:r}=this.app.me.portal,a=t.messages[0],{urgent:s}=Kt(t);return d`<p class="row">
        ${q(Rt(n.state),n.state==="new"?"accent":"")}
        ${s?q(d`${k("flag")}${o("dringend")}`,"warn"):f}
        <span class="muted">${W(r.kinds,a?.fields.kind)}</span>
        ${this.unread.size>0?q(Y("{n} nieuw bericht","{n} nieuwe berichten",this.unread.size),"accent"):f}
      </p>
      ${a?.fields.name?S("info",d`<p>${o("De vraagsteller gaf zelf een naam op: {name}. Ga er zorgvuldig mee om.",{name:a.fields.name})}</p>`):f}
      ${xg(this.app,n,Kt(t).pen)}`}warnings({view:t}){return d` ${t.missing.length>0?S("danger",d`<p>${Y("Er ontbreekt {n} bericht dat andere berichten noemen. De server geeft het niet. Verwittig je collega’s en de systeembeheerder.","Er ontbreken {n} berichten die andere berichten noemen. De server geeft ze niet. Verwittig je collega’s en de systeembeheerder.",t.missing.length)}</p>`):f}
    ${t.refused.length>0?S("danger",d`<p>
                ${Y("{n} bericht wordt niet getoond, omdat het niet klopt: het kan vervalst of verplaatst zijn.","{n} berichten worden niet getoond, omdat ze niet kloppen: ze kunnen vervalst of verplaatst zijn.",t.refused.length)}
              </p>
              <ul>
                ${t.refused.map(n=>d`<li>${jg(n)}</li>`)}
              </ul>`):f}
    ${t.unreadableNotes.length>0?S("warn",d`<p>${o("Een deel van de nota’s kan niet worden geopend: de sleutel ervan is niet gegeven.")}</p>`):f}`}thread(t){return d`<section aria-labelledby="thread-title">
      <h2 id="thread-title" class="sr">${o("Gesprek met de vraagsteller")}</h2>
      <ol class="thread">
        ${t.view.messages.map(n=>d`<li>${this.message(t,n)}</li>`)}
      </ol>
    </section>`}message(t,n){let r=n.author.role==="asker",a=h(n.writer)===this.app.me.key;return d`<article
      class=${`message ${r?"from-asker":"from-staff"} ${a?"mine":""} ${this.unread.has(n.key)?"unread":""}`}
    >
      <header class="row spread">
        <strong
          >${r?o("Vraagsteller"):n.author.name}${r?f:d` <small>${Ce(n.author.role)}</small>`}</strong
        >
        <span class="row"
          >${Eg(n.kind)}${this.unread.has(n.key)?q(o("nieuw"),"accent"):f}<small
            class="muted"
            >${this.dayOf(t,n)}</small
          ></span
        >
      </header>
      ${n.text?d`<p class="pre" dir="auto">${n.text}</p>`:f} ${this.extras(n)}
      ${n.attachments.map((s,i)=>this.attachment(t,n,s,i))}
    </article>`}dayOf(t,n){let r=t.days.get(n.key);return r?T(r,{weekday:!1,year:r.slice(0,4)!==this.app.me.today.slice(0,4)}):""}extras({kind:t,fields:n}){let{org:r}=this.app.me.portal;return t==="final"&&n.referred.length>0?d`<p class="hint">
        ${o("Verwezen naar: {names}",{names:n.referred.map(a=>W(r.authorities,a)).join(", ")})}
      </p>`:t==="pass"?d`<p class="hint">
        ${o("Doorgegeven aan: {name}",{name:W(r.authorities,n.authority)})}
      </p>`:t==="close"?d`<p class="hint">${o("Uitkomst: {outcome}",{outcome:W(r.outcomes,n.outcome)})}</p>`:t==="record"?d`<p class="hint">
        ${o("Doorgegeven aan {name} op {day}",{name:W(r.authorities,n.authority),day:T(n.day)})}
      </p>`:t==="triage"?d`<p class="hint">${this.triageLine(n)}</p>`:f}triageLine(t){let{org:n}=this.app.me.portal,r=this.open?.view.participants.find(({key:a})=>a===t.pen)?.name;return[o("categorie: {label}",{label:t.category?W(n.categories,t.category):o("nog geen")}),t.urgent?o("dringend"):o("niet dringend"),r?o("{name} schrijft het antwoord",{name:r}):""].filter(Boolean).join(" · ")}attachment(t,n,r,a){let s=`${r.family==="photo"?o("Foto"):o("Document")} ${a+1}`,i=`${n.key}/${a}`,c=this.albums.get(i)??this.album(t,n,r,s);return this.albums.set(i,c),d`<div class="attachment">
      <h3>${s}</h3>
      ${c}
    </div>`}album({view:t},n,r,a){let s=this.app.me;return xl({count:r.pages.length,title:a,watermark:`${s.name} · ${s.today}`,load:i=>{let c=r.pages[i];if(c===void 0)throw new RangeError("page");return this.app.call(()=>ja(s.api,t,n,c))}})}deadlines({summary:t}){let n=this.app.me,r=Va(t,n.today,n.days),a=(s,i,c,l)=>d`<dt>${s}</dt>
        <dd>
          ${c?d`${k("check")} ${o("gegeven op {day}",{day:T(c,{weekday:!1})})}`:d`${o("uiterlijk {day}",{day:T(i,{weekday:!1})})}
                ${r?.what===l?q(tr(r.left),r.tone==="good"?"":r.tone):f}`}
        </dd>`;return d`<section class="card stack tight" aria-labelledby="days-title">
      <h2 id="days-title">${o("Termijnen")}</h2>
      <dl class="facts tight">
        <dt>${o("Ontvangen")}</dt>
        <dd>${T(t.received,{weekday:!1,year:!0})}</dd>
        ${a(o("Eerste feedback"),t.feedback_by,t.feedback_on,"feedback")}
        ${a(o("Definitief antwoord"),t.answer_by,t.answered_on,"final")}
        ${t.closed_on?d`<dt>${o("Afgesloten")}</dt>
                <dd>${T(t.closed_on,{weekday:!1})}</dd>`:f}
      </dl>
    </section>`}notes(t){let{notes:n}=t.view;return d`<section class="card stack tight" aria-labelledby="notes-title">
      <h2 id="notes-title">${o("Interne nota’s")}</h2>
      <p class="hint">${o("De vraagsteller kan deze nota’s niet openen.")}</p>
      ${n.length===0?d`<p class="muted">${o("Nog geen nota’s.")}</p>`:d`<ol class="thread small">
              ${n.map(r=>d`<li>
                    ${this.message(t,r)}
                    ${r.kind==="draft"?d`<p><button type="button" class="button small" @click=${()=>this.composer.takeOver(r)}>${o("Neem dit ontwerp over")}</button></p>`:f}
                  </li>`)}
            </ol>`}
      <p class="no-print">
        <button type="button" class="button small" @click=${()=>this.composer.start("note")}>
          ${k("notebook-pen")}${o("Schrijf een nota")}
        </button>
      </p>
    </section>`}};function $g(e){e.target.closest("canvas, .thumb")&&e.preventDefault()}function xg(e,t,n){return t.waits_for==="asker"?d`<p class="muted">${k("clock")} ${o("Nu wacht dit dossier op de vraagsteller.")}</p>`:t.waits_for!=="staff"||["passed","closed","withdrawn"].includes(t.state)?f:n===e.me.key?d`<p>${k("pencil")} ${o("Jij schrijft het antwoord.")}</p>`:f}function Eg(e){let n={feedback:o("eerste feedback"),final:o("definitief antwoord"),pass:o("doorgegeven"),close:o("afgesloten"),withdraw:o("ingetrokken"),recuse:o("stapte opzij"),draft:o("ontwerp"),triage:o("indeling"),record:o("vastgelegd")}[e];return n?q(n):f}function jg({thread:e,reason:t}){let n=e==="notes"?o("in de nota’s"):o("in het gesprek"),r={signature:o("de handtekening klopt niet"),writer:o("de schrijver hoort niet bij dit dossier"),"roster-withheld":o("de server houdt een wijziging van de deelnemers achter"),repeat:o("het stond er al, met een andere inhoud"),key:o("de sleutel ervan is niet gegeven")};return`${n}: ${r[t]??o("de inhoud past niet op deze plaats")}`}function Yl(e){return`${{rollback:o("De server toont een oudere toestand dan je al zag."),directory:o("Het dossier noemt een lijst van medewerkers die niet te controleren is."),excluded:o("De vraagsteller wil iemand buiten dit dossier houden, en die staat toch bij de deelnemers."),me:o("Je staat niet meer bij de deelnemers van dit dossier."),keys:o("De sleutel van het dossier past niet."),roster:o("De lijst van deelnemers klopt niet."),question:o("De eerste vraag ontbreekt of klopt niet."),notes:o("De sleutel van de nota’s is er niet. Vraag een facilitator om eerst iets in het dossier te doen.")}[e]??o("Wat de server geeft, klopt niet.")} ${o("Er is niets verstuurd. Verwittig een facilitator als dit blijft.")}`}var Zl=e=>new os(e),os=class{tab="figures";constructor(t){this.app=t,this.year=Number(t.me.today.slice(0,4))-1,this.outlook=null,this.names=new Map,this.carried=new Set,this.error=null,this.busy=!1}shown(){this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{this.outlook=await this.app.call(()=>this.app.me.api.get(`/archive?year=${this.year}`));for(let t of this.outlook?.open??[])this.names.set(t,await Un(this.app.portal.words,g(t,16)))}catch(t){this.error=x(t)}this.draw()}async act(t,n){if(!this.busy){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),C(n)}catch(r){this.error=x(r)}this.busy=!1,await this.load()}}render(){return d`<div class="stack narrow">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${o("Terug naar de cijfers")}
        </button>
      </p>
      <h1>${o("Archiveer {year}",{year:this.year})}</h1>
      <div class="row">
        <button type="button" class="button small" @click=${()=>this.turn(-1)}>${o("Vorig jaar")}</button
        ><button type="button" class="button small" @click=${()=>this.turn(1)}>${o("Volgend jaar")}</button>
      </div>
      ${D(this.error)}
      ${this.outlook===null?this.error?f:Z(o("Even geduld…")):this.body(this.outlook)}
    </div>`}turn(t){this.year+=t,this.outlook=null,this.carried.clear(),this.load()}body(t){return d` <p>
        ${o("Wat je archiveert, gaat in één bestand dat alleen met de archiefwoorden opengaat. Daarna worden de sleutels op de server vernietigd: niemand leest die dossiers hier nog.")}
      </p>
      ${t.presented?d`<p>${o("Het jaarverslag is voorgesteld op {day}.",{day:T(t.presented,{year:!0})})}</p>`:S("warn",d`<p>${o("Het jaarverslag van {year} is nog niet voorgesteld. Archiveren kan pas daarna.",{year:this.year})}</p>`)}
      <dl class="facts">
        <dt>${o("Klaar om te archiveren")}</dt>
        <dd>${t.ready.length}</dd>
        <dt>${o("Volgt later")}</dt>
        <dd>
          ${t.waiting.length}
          <small class="muted">${o("korter dan 60 dagen afgesloten, of nog niet gelezen door de vraagsteller")}</small>
        </dd>
        <dt>${o("Loopt nog")}</dt>
        <dd>${t.open.length}</dd>
        ${t.others>0?d`<dt>${o("Dossiers zonder jou")}</dt>
                <dd>${t.others} <small class="muted">${o("een andere facilitator ziet die")}</small></dd>`:f}
      </dl>
      ${t.open.length>0?this.openCases(t):f}
      <div class="actions">
        ${P({label:d`${k("archive")}${Y("Archiveer {n} dossier","Archiveer {n} dossiers",t.ready.length)}`,busyLabel:o("Wordt gearchiveerd…"),busy:this.busy,kind:"danger primary",disabled:t.presented===null||t.ready.length===0||t.open.some(n=>!this.carried.has(n)),click:()=>this.archive(t)})}
      </div>
      ${this.past(t.past)}`}openCases({open:t}){return d`<section class="stack tight">
      <h2>${o("Lopende dossiers")}</h2>
      <p>${o("Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.")}</p>
      ${t.map(n=>d`<div class="row">
            ${Je({id:`carry-${n}`,label:this.names.get(n)??"",text:o("gaat over naar volgend jaar"),checked:this.carried.has(n),change:r=>{this.carried[r?"add":"delete"](n),this.draw()}})}<button
              type="button"
              class="button small"
              @click=${()=>this.app.open(Wt(n,this.names.get(n)??""))}
            >
              ${o("Open")}
            </button>
          </div>`)}
    </section>`}async archive({ready:t}){await U({title:Y("{n} dossier van {year} archiveren?","{n} dossiers van {year} archiveren?",t.length,{year:this.year}),text:d`<p>
          ${o("Daarna opent alleen wie de archiefwoorden heeft deze dossiers nog, op een toestel zonder portaal. Dit kan je niet ongedaan maken.")}
        </p>
        <p>${o("Zeker dat de archiefwoorden veilig op papier staan?")}</p>`,yes:o("Archiveer"),danger:!0})&&await this.act(()=>this.app.me.api.post("/archive",{year:this.year,carry:[...this.carried]}),o("Het archief is gemaakt."))}past(t){return t.length===0?f:d`<section class="stack tight">
      <h2>${o("Gemaakte archieven")}</h2>
      <ul class="cards">
        ${t.map(n=>d`<li class="card stack tight">
              <div class="row spread">
                <strong>${n.year}</strong
                ><span
                  >${Y("{n} dossier","{n} dossiers",n.cases)},
                  ${T(n.day,{weekday:!1,year:!0})}</span
                >
              </div>
              ${n.file?d`<p class="words small">${n.file}</p>`:f}
              ${n.hash?d`<p class="hint">${o("Kenmerk van het bestand:")} <span class="words">${n.hash}</span></p>`:f}
              ${n.step==="done"?f:d`<p>${o("Nog bezig. De server maakt het af.")}</p>`}
              ${["collected","written"].includes(n.step)?d`<p><button type="button" class="button small" @click=${()=>this.act(()=>this.app.me.api.del(`/archive/${n.id}`),o("De dossiers zijn terug."))}>${o("Maak ongedaan")}</button></p>`:f}
            </li>`)}
      </ul>
      <p class="hint">${o("De systeembeheerder geeft je het bestand van de server.")}</p>
    </section>`}};var Xl=e=>ed(e,null),Ql=e=>t=>ed(t,e);function ed(e,t){let n=()=>{e.screen===p&&e.update()},r=new fr(e.me.portal.org,n),a=null,s=null,i=0,c=!1,l=null,u=async()=>{try{let m=await $n(e),w=await e.call(()=>m.loadAll(v=>{l=v,n()}));({refused:i,damaged:c}=m),a=await ar(e.me,w),n(),t!==null&&e.open(Wa(a,t)),await sr(e.me,a)}catch(m){s=x(m)}n()},p={tab:"figures",shown:()=>{a===null&&u()},render:()=>d`<div class="stack">
        <div class="row spread">
          <h1>${o("Cijfers")}</h1>
          <div class="row">
            ${a?d`<button type="button" class="button" @click=${()=>e.open(Wa(a))}>${k("file-text")}${o("Jaarverslag")}</button>`:f}
            <button type="button" class="button" @click=${()=>e.open(Zl)}>
              ${k("archive")}${o("Archief")}
            </button>
          </div>
        </div>
        <p class="hint">
          ${o("Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.")}
        </p>
        ${D(s)}
        ${i>0?S("warn",d`<p>${o("{n} regels van het register kloppen niet en tellen niet mee.",{n:i})}</p>`):f}
        ${c?S("warn",d`<p>${o("De samenvatting van het register die de server gaf, klopte niet. Alles is opnieuw geopend en nageteld; de cijfers hieronder zijn juist. Verwittig de systeembeheerder.")}</p>`):f}
        ${a?r.render(a):s?f:Z(o("Het register wordt geopend…"),l)}
      </div>`};return p}var is=e=>ae(e,"invite/id",16);async function td(e,t,n,r){let a=await ae(e,"invite/mac");return ks(a,G(A(`adviespunt/v1/${t}`),n,await is(e),...r))}var cs=(e,t,n)=>td(e,"offer",t,[n.organisation,n.person,A(n.role),A(n.name),A(n.function)]),nd=(e,t,{member:n,kem:r,sign:a})=>td(e,"enrol",t,[n,r,a]);async function rd(e,t,n,r){if(!y(await cs(e,t,n),r))throw new Ze("offer")}async function ad(e,t,n,r){if(!y(await nd(e,t,n),r))throw new Ze("enrol")}async function sd(e,t){let n=R(16),r=h(await is(n)),a=t.person??R(16),s={...t,person:a,organisation:g(e.state.content.organisation,32)};await ht(e,c=>({...c,invitations:{...c.invitations,[r]:{code:h(n),name:t.name,person:h(a),role:t.role}}}));let i=h(await cs(n,e.portal.id,s));return await e.api.post("/invitations",{id:r,person:h(a),role:t.role,name:t.name,function:t.function,mac:i}),n}async function od(e,t){await e.api.del(`/invitations/${t}`),await id(e,t)}function id(e,t){return ht(e,n=>{let{[t]:r,...a}=n.invitations;return{...n,invitations:a}})}async function ds(e,t){let n=e.state.content.invitations[t.id];if(n===void 0||t.enrolment===null)return"unknown";if(!(n.person===t.person&&n.role===t.role&&n.name===t.name))return"wrong";let a=g(n.code,16),{person:s,role:i,name:c,function:l}=t,p={organisation:g(e.state.content.organisation,32),person:g(s,16),role:i,name:c,function:l};try{return await rd(a,e.portal.id,p,g(t.mac)),await ad(a,e.portal.id,cd(t.enrolment),g(t.enrolment.mac)),"right"}catch(m){if(m instanceof N)return"wrong";throw m}}var cd=({member:e,kem:t,sign:n})=>({member:g(e,16),kem:g(t,1216),sign:g(n,32)}),ls=class extends Error{constructor(){super("reply"),this.name="BadReply"}};async function ld(e,t,n){if(await ds(e,t)!=="right"||t.enrolment===null)throw new ls;let{member:r,kem:a,sign:s}=cd(t.enrolment),{name:i,function:c,role:l}=t,u={id:r,person:g(t.person,16),name:i,function:c,role:l,kem:a,sign:s,active:!0};await Vo(e,u,n),await id(e,t.id)}var dd=e=>e.api.get("/invitations");async function ud(e,t){let n=R(16),r=await ae(n,"staff/second-factor-reset");return await e.api.post(`/staff/members/${t}/second-factor`,{code_hash:h(r)}),n}var Vt=e=>new us(e),us=class{tab="team";constructor(t){this.app=t,this.invitations=[],this.known=new Map,this.loading=!0,this.error=null,this.busy="",this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.app.me,[n,{members:r}]=await this.app.call(()=>Promise.all([dd(t),t.api.get("/staff/members")]));this.invitations=await Promise.all(n.map(async a=>({...a,reply:await ds(t,a)}))),this.known=new Map(r.map(a=>[a.id,a]))}catch(t){this.error=x(t)}this.loading=!1,this.draw()}async act(t,n){if(this.busy===""){this.busy=t,this.error=null,this.draw();try{await this.app.call(n),await this.load()}catch(r){this.error=r instanceof xt?o("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):x(r)}this.busy="",this.draw()}}render(){return d`<div class="stack">
      <div class="row spread">
        <h1>${o("Medewerkers")}</h1>
        <button type="button" class="button primary" @click=${()=>this.app.open(pd(null))}>
          ${k("user-plus")}${o("Nodig iemand uit")}
        </button>
      </div>
      ${D(this.error)}
      ${this.loading?Z(o("Even geduld…")):d`${this.open()}${this.list()}${Xa(this.app,this,"/journal",()=>this.draw())}`}
    </div>`}open(){return this.invitations.length===0?f:d`<section aria-labelledby="open-title" class="stack tight">
      <h2 id="open-title">${o("Uitnodigingen")}</h2>
      <ul class="cards">
        ${this.invitations.map(t=>d`<li class="card stack tight">
              <div class="row spread"><strong>${t.name}</strong>${q(Ce(t.role))}</div>
              ${this.invitationText(t)}
              <div class="actions">
                ${t.status==="enrolled"&&t.reply==="right"?P({label:o("Zet de toegang aan"),busy:this.busy===t.id,click:()=>this.accept(t)}):f}
                <button type="button" class="button" @click=${()=>this.withdraw(t)}>
                  ${o("Trek de uitnodiging in")}
                </button>
              </div>
            </li>`)}
      </ul>
    </section>`}invitationText(t){return t.status==="open"?d`<p>${o("Wacht tot {name} de elf woorden intypt op de pagina /staff/join.",{name:t.name})}</p>`:t.reply==="right"?S("good",d`<p>${o("De gegevens kwamen terug en passen bij je woorden: het is wie de woorden kreeg.")}</p>`):t.reply==="wrong"?S("danger",d`<p>
          ${o("De gegevens passen niet bij de woorden die je gaf. Zet deze toegang niet aan. Trek de uitnodiging in en spreek {name} zelf aan.",{name:t.name})}
        </p>`):d`<p>${o("Een andere facilitator maakte deze uitnodiging en moet ze zelf nakijken.")}</p>`}list(){let t=[...ye(this.app.me)].sort((r,a)=>Number(a.active)-Number(r.active)||r.name.localeCompare(a.name)),n=t.filter(({active:r})=>!r);return d`<section aria-labelledby="list-title" class="stack tight">
      <h2 id="list-title">${o("Wie werkt hier")}</h2>
      <ul class="cards">
        ${t.filter(({active:r})=>r).map(r=>d`<li class="card">${this.member(r)}</li>`)}
      </ul>
      ${n.length>0?d`<details>
              <summary>${o("Wie hier niet meer werkt ({n})",{n:n.length})}</summary>
              <ul>
                ${n.map(({name:r,role:a})=>d`<li>${r}, ${Ce(a)}</li>`)}
              </ul>
            </details>`:f}
    </section>`}member(t){let n=h(t.id),r=this.known.get(n),a=n===this.app.me.key;return d`<div class="stack tight">
      <div class="row spread">
        <span
          ><strong>${t.name}</strong>${a?d` <small>(${o("jij")})</small>`:f}<br /><small
            class="muted"
            >${t.function}</small
          ></span
        >${q(Ce(t.role),t.role==="facilitator"?"accent":"")}
      </div>
      <p class="hint">
        ${r?.seen?o("Laatst aangemeld: {day}",{day:T(r.seen,{weekday:!1})}):o("Nog niet aangemeld")}${r?.second_factor==="reset"?d` · ${o("wacht op een nieuwe tweede factor")}`:f}
      </p>
      ${a?f:d`<div class="actions">
              <button type="button" class="button small" @click=${()=>this.resetFactor(t)}>
                ${o("Vernieuw de tweede factor")}
              </button>
              <button type="button" class="button small" @click=${()=>this.app.open(pd(t))}>
                ${o("Schrijf opnieuw in")}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy===n)}
                @click=${()=>this.app.open(Dg(t))}
              >
                ${o("Zet de toegang uit")}
              </button>
            </div>`}
    </div>`}async accept(t){let n=this.app.me,r=Wo(n,{role:t.role,person:g(t.person,16)})?await hd(this.app,o("{name} wordt facilitator. Daarvoor is de herstelsleutel van de organisatie nodig.",{name:t.name})):void 0;r!==null&&await this.act(t.id,async()=>{await ld(n,t,r??null),await pn(n),C(o("{name} kan zich nu aanmelden.",{name:t.name})),Gt(this.app),(t.role==="facilitator"||t.role==="helper")&&jr(this.app).catch(()=>{})})}async withdraw(t){await U({title:o("De uitnodiging van {name} intrekken?",{name:t.name}),text:d`<p>${o("De elf woorden werken daarna niet meer.")}</p>`,yes:o("Trek in")})&&await this.act(t.id,()=>od(this.app.me,t.id))}async resetFactor(t){await U({title:o("Een nieuwe tweede factor voor {name}?",{name:t.name}),text:d`<p>
        ${o("Doe dit als de telefoon of de passkey weg is. Geef de code zelf, aan iemand die je kent. De wachtzin blijft nodig. Is de nieuwe tweede factor ingesteld, dan gelden alle vorige niet meer.")}
      </p>`,yes:o("Maak een code")})&&await this.act(h(t.id),async()=>{let r=await ud(this.app.me,h(t.id));await Sg(this.app,o("Code voor {name}",{name:t.name}),r,o("Hiermee stelt {name} bij het aanmelden een nieuwe tweede factor in. De code werkt één keer.",{name:t.name}))})}};async function Sg(e,t,n,r){let a=await Lt(e.portal.words,n);await xe(s=>d`<div class="stack">
        <h2 id="dialog-title">${t}</h2>
        <p>${r}</p>
        ${er(a)}
        <p class="hint">${o("Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer.")}</p>
        <div class="actions">
          <button type="button" class="button primary" @click=${()=>s(!0)}>${o("Ik heb ze genoteerd")}</button>
        </div>
      </div>`,{stays:!0})}function hd(e,t){return xe(n=>{let r=document.createElement("div"),a="",s=null,i=async()=>{try{n(await un(e.portal.words,a,32))}catch{s=o("Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na."),c()}},c=()=>ne(d`<form class="stack" @submit=${Pe(i)}>
          <h2 id="dialog-title">${o("De herstelsleutel")}</h2>
          <p>${t}</p>
          ${nt({id:"recovery-key-words",label:o("De 21 woorden"),value:a,rows:4,error:s,input:l=>{a=l}})}
          <p class="hint">${o("De woorden blijven in deze browser en worden meteen weer vergeten.")}</p>
          <div class="actions">
            <button type="button" class="button" @click=${()=>n(null)}>${o("Terug")}</button
            ><button type="submit" class="button primary">${o("Ga verder")}</button>
          </div>
        </form>`,r);return c(),d`${r}`})}function pd(e){return t=>{let n={name:e?.name??"",function:e?.function??"",role:e?.role??"coach"},r=!1,a=null,s=null,i=async()=>{if(r||n.name.trim()===""||n.function.trim()===""){a=r?null:o("Vul de naam en de functie in."),t.update();return}r=!0,a=null,t.update();try{let u={name:n.name.trim(),function:n.function.trim(),role:n.role,person:e?.person??null};s=await Lt(t.portal.words,await t.call(()=>sd(t.me,u)))}catch(u){a=x(u)}r=!1,t.update()},c=(u,p)=>oe({id:`invite-${u}`,label:p,value:n[u],input:m=>{n[u]=m}}),l=()=>d`<form class="stack" @submit=${Pe(i)}>
        ${e?S("info",d`<p>${o("Doe dit als {name} alles kwijt is: wachtzin, herstelcode en telefoon. De oude toegang eindigt zodra de nieuwe aangaat; de lopende dossiers komen mee.",{name:e.name})}</p>`):f}
        ${c("name",o("Naam, zoals collega’s en vraagstellers die zien"))} ${c("function",o("Functie"))}
        ${xi({id:"invite-role",label:o("Rol"),value:n.role,options:Ag().map(([u,p])=>({key:u,label:Ce(u),text:p})),change:u=>{n.role=u,t.update()}})}
        ${D(a)}
        <div class="actions">
          ${P({label:o("Maak de uitnodiging"),busy:r,click:i,type:"submit"})}
          <button type="button" class="button" @click=${()=>t.back()}>${o("Terug")}</button>
        </div>
      </form>`;return{tab:"team",render:()=>d`<div class="stack narrow">
          <h1>
            ${s?o("De uitnodiging voor {name}",{name:n.name}):e?o("{name} opnieuw inschrijven",{name:e.name}):o("Nodig iemand uit")}
          </h1>
          ${s?Mg(t,n.name,s):l()}
        </div>`}}}var Ag=()=>[["coach",o("Leest en beantwoordt alleen de dossiers die aan haar of hem zijn toegewezen.")],["helper",o("Doet met dossiers wat een facilitator doet, maar beheert geen medewerkers of archief.")],["facilitator",o("Leest alle vragen, wijst toe, nodigt medewerkers uit. Hiervoor zijn straks de woorden van de herstelsleutel nodig.")],["coordinator",o("Ziet de cijfers en het jaarverslag, geen dossiers.")]];function Mg(e,t,n){return d`<p>
      ${o("Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.",{name:t})}
    </p>
    ${er(n)}
    <p>${o("{name} gaat ermee naar {address}.",{name:t,address:`${location.origin}/staff/join`})}</p>
    ${S("warn",d`<p>${o("Je ziet deze woorden maar één keer.")}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${()=>e.reset(Vt)}>
        ${o("Ik heb ze genoteerd")}
      </button>
    </div>`}function Dg(e){return t=>{let n=h(e.id),r=null,a=null,s=!1,i=async()=>{try{let{cases:p}=await t.call(()=>t.me.api.get("/queue?keys=false"));r=(await gr(t.me,p)).filter(w=>!Ke(w)&&w.coaches.includes(n))}catch(p){a=x(p)}t.update()},c=p=>p.coaches.length===1,l=async()=>{let p=e.role==="facilitator"?await hd(t,o("{name} is facilitator. Om dat te beëindigen is de herstelsleutel nodig.",{name:e.name})):void 0;if(!(p===null||s||!await U({title:o("De toegang van {name} uitzetten?",{name:e.name}),text:d`<p>
          ${o("{name} wordt meteen afgemeld en kan zich niet meer aanmelden. Wat al gelezen is, blijft gelezen.",{name:e.name})}
        </p>`,yes:o("Zet de toegang uit"),danger:!0}))){s=!0,a=null,t.update();try{await t.call(async()=>{let w=ye(t.me).find(({id:v})=>h(v)===n);w&&await Go(t.me,w,p??null),await pn(t.me)}),C(o("De toegang is uitgezet.")),t.reset(Vt),jr(t).catch(()=>{})}catch(w){a=w instanceof xt?o("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):x(w)}s=!1,t.update()}},u=e.role==="facilitator"&&Rn(t.me)<=1;return{tab:"team",shown:()=>{i()},render:()=>d`<div class="stack narrow">
          <h1>${o("{name} gaat weg",{name:e.name})}</h1>
          ${u?S("danger",d`<p>${o("Dit is de enige facilitator. Stel eerst een ander aan.")}</p>`):f}
          ${D(a)}
          ${r===null?Z(o("De lopende dossiers worden gezocht…")):Kg(t,e,r,c)}
          <div class="actions">
            ${P({label:o("Zet de toegang uit"),busy:s,kind:"danger primary",disabled:u||r===null||r.some(c),click:l})}
            <button type="button" class="button" @click=${()=>t.back()}>${o("Terug")}</button>
          </div>
        </div>`}}}function Kg(e,t,n,r){return n.length===0?d`<p>${o("Er loopt geen dossier waaraan alleen {name} werkt.",{name:t.name})}</p>`:d`<p>
      ${Y("{name} werkt aan {n} lopend dossier. Wijs eerst een ander toe waar niemand anders aan werkt.","{name} werkt aan {n} lopende dossiers. Wijs eerst een ander toe waar niemand anders aan werkt.",n.length,{name:t.name})}
    </p>
    <ul class="cards">
      ${n.map(a=>d`<li class="card row spread">
            <strong>${a.name}</strong>
            ${r(a)?q(o("nog niemand anders"),"warn"):q(o("ook een ander"),"good")}
            <button type="button" class="button small" @click=${()=>e.open(Wt(a.key,a.name))}>
              ${o("Open")}
            </button>
          </li>`)}
    </ul>`}async function fd(e){try{await aa(e.me),await Jo(e.me),Gt(e),(e.me.role==="facilitator"||e.me.role==="helper")&&await jr(e),e.me.role==="facilitator"&&await zg(e)}catch{Gt(e)}}async function jr(e){let{cases:t}=await e.me.api.get("/queue?keys=false"),n=t.filter(s=>s.state!=="withdrawn"&&Ng(e,s)),r=0,a=0;for(let s of n)n.length>3&&Og(e,r,n.length),await Tc(e.me,s).catch(()=>!1)&&(a+=1),r+=1;Gt(e),a>0&&C(Y("Van {n} dossier zijn de sleutels bijgewerkt.","Van {n} dossiers zijn de sleutels bijgewerkt.",a))}function Ng(e,t){return Aa(e.me,t).length>0||Ma(e.me,t).length>0}function Og(e,t,n){e.banner=Z(o("Sleutels van dossiers worden bijgewerkt: {done} van {all}. Je kan intussen verder werken.",{done:t,all:n}),{done:t,all:n}),e.update()}async function zg(e){if(pt(e.me.directories.current,"coordinator").length===0||await Uc(e.me)===e.me.today)return;let t=await $n(e);await sr(e.me,await ar(e.me,await t.loadAll()))}async function Gt(e){if(e.session?.role!=="facilitator")return;let t=Rn(e.me)<2?Tg(e):f;e.banner=t,e.update();let n=await dl(e,r=>e.reset(Ql(r))).catch(()=>f);e.banner=d`${t}${n}`,e.update()}function Tg(e){let t=e.me.portal.org.accepts;return d`<div class="banner">
    ${S("warn",d`<p>
          <strong>${o("Je bent de enige facilitator.")}</strong>
          ${t?o("Het adviespunt is open, maar als jij uitvalt, leest niemand de vragen."):o("Vragen stellen kan pas als er een tweede is. Zo kan de vraagsteller één van beiden buiten een dossier houden, en leest iemand de vragen als jij uitvalt.")}
        </p>
        <p class="row">
          <button type="button" class="button small" @click=${()=>e.reset(Vt)}>
            ${o("Nodig een tweede facilitator uit")}
          </button>
          ${t?f:d`<button type="button" class="button small" @click=${()=>Pg(e)}>${o("Open toch al")}</button>`}
        </p>`)}
  </div>`}async function Pg(e){if(await U({title:o("Het adviespunt openen met één facilitator?"),text:d`<p>
      ${o("Een vraagsteller kan jou dan niet buiten een dossier houden: dan leest niemand de vraag. En val je uit, dan blijven vragen liggen.")}
    </p>`,yes:o("Open het adviespunt"),danger:!0})){try{await e.call(()=>e.me.api.put("/organisation/opening",{allowed:!0})),e.me.portal.org.accepts=!0,C(o("Het adviespunt is open."))}catch(n){C(x(n))}Gt(e)}}var ps=4;function md(e,t){let n=e.length+2*ps;return d`<svg class="qr-drawing" viewBox="0 0 ${n} ${n}" role="img" aria-label=${t}>
    <rect width=${n} height=${n} fill="#fff"></rect>
    <path d=${Cg(e)} fill="#000"></path>
  </svg>`}function Cg(e){return e.flatMap((t,n)=>[...t.matchAll(/1+/g)].map(({0:r,index:a})=>`M${a+ps} ${n+ps}h${r.length}v1h-${r.length}z`)).join("")}var Bg={nl:"Nederlands",fr:"Français",en:"English"};function gd(e){let t=null,n="",r=null,a=null,s=async()=>{try{n=await _n(e.portal.words,e.me.directories.current.organisation),t=(await e.call(()=>e.me.api.get("/entrances"))).entrances}catch(i){a=x(i)}e.update()};return{tab:"poster",shown:()=>{t===null&&s()},render:()=>{if(t===null)return d`${D(a)}${a?f:Z(o("De affiche wordt gemaakt…"))}`;let i={organisation:e.portal.org,entrances:t,words:n};return d`${Lg(i)}${Rg(i)}${_g(r??Ug(i),c=>{r=c})}`}}}function Lg({organisation:e}){let t=e.languages.filter(n=>n!==V);return d`<div class="stack no-print">
    <div class="row spread">
      <h1>${o("Affiche en tekst voor het intranet")}</h1>
      ${P({label:d`${k("printer")}${o("Druk de affiche af")}`,click:()=>print()})}
    </div>
    <p>
      ${o("Hang de affiche waar mensen alleen zijn en waar geen camera hangt: de kleedkamer, het toilet, de koffiehoek.")}
    </p>
    ${S("info",d`<p>${o("De zes woorden komen uit de lijst van medewerkers die jouw browser heeft nagekeken. Kijk na of ze dezelfde zijn als op je eigen papier voor je afdrukt.")}</p>`)}
    ${t.length>0?d`<p class="row">
            ${o("In een andere taal:")}
            ${t.map(n=>d`<a href=${n==="nl"?"/staff":`/${n}/staff`} lang=${n}>${Bg[n]}</a>`)}
          </p>`:f}
  </div>`}function Rg({organisation:e,entrances:t,words:n}){let{feedback:r,final:a}=e.promises;return d`<article class="poster" aria-label=${o("Affiche")}>
    <header>
      <p class="poster-brand">${o("Adviespunt Integriteit")}</p>
      <p>${e.name}</p>
    </header>
    <h2>${o("Twijfel je? Vraag raad, zonder te zeggen wie je bent.")}</h2>
    <p class="poster-lead">
      ${o("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee.")}
    </p>
    <p>
      ${o("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",{feedback:r,final:a})}
    </p>
    <div class="poster-ways">${t.map(Ig)}</div>
    <p class="poster-own">
      <strong>${o("Gebruik je eigen toestel en je eigen internet, niet het netwerk van het werk.")}</strong>
    </p>
    ${e.access_word?d`<p class="poster-word">${o("Toegangswoord:")} <span class="poster-line"></span></p>`:f}
    <section class="poster-words">
      <p>
        ${o("Is dit wel het echte adviespunt? Deze zes woorden horen erbij. Zie je er andere, stel dan geen vraag.")}
      </p>
      <p class="words">${n.split(" ").map(s=>d`<span>${s}</span> `)}</p>
    </section>
    <footer>
      <p>${o("Dit is advies, geen klokkenluidersmelding.")} <strong>${o("Is er nu gevaar? Bel 112.")}</strong></p>
    </footer>
  </article>`}function Ig({address:e,onion:t,qr:n}){let r=e.replace(/^https?:\/\//,"");return d`<div class="poster-way ${t?"onion":""}">
    ${md(n,o("QR-code van {address}",{address:r}))}
    <p>
      <span>${t?o("Of met Tor Browser:"):o("Scan, of typ over:")}</span>
      <strong class="words">${t?r:e}</strong>
    </p>
  </div>`}function _g(e,t){let n=async()=>{await navigator.clipboard.writeText(document.getElementById("intranet").value),C(o("De tekst is gekopieerd."))};return d`<section class="stack no-print" aria-labelledby="intranet-title">
    <h2 id="intranet-title">${o("Tekst voor het intranet")}</h2>
    <p>
      ${o("Zet het adres erin als tekst, niet als link: wie er op het werk op klikt, staat in de logboeken van het netwerk.")}
    </p>
    ${nt({id:"intranet",label:o("De tekst"),value:e,rows:18,input:t})}
    <div class="row">
      ${P({label:d`${k("file-text")}${o("Kopieer de tekst")}`,kind:"",click:n})}
    </div>
  </section>`}function Ug({organisation:e,entrances:t,words:n}){let{texts:r,promises:a}=e,s=i=>r[i]?hs(r[i]):"";return[o("Twijfel je? Vraag raad, zonder te zeggen wie je bent."),s("start")||o("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee."),s("who"),o("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",a),s("duty"),s("advice"),[o("Zo kom je er, met je eigen toestel en je eigen internet. Typ het adres over:"),...t.map(({address:i,onion:c})=>c?o("{address} (met Tor Browser)",{address:i}):i)].join(`
`),`${o("Deze zes woorden horen bij het echte adviespunt. Zie je op de startpagina andere, stel dan geen vraag:")}
${n}`].filter(Boolean).join(`

`)}fi(async e=>{let t=new Xn(e,await Qo(Jt)),n=()=>{};t.signInAgain=async a=>{let s=await _i(t,a);return n(),n=zr(Jt,()=>{t.goIdle()}),s},t.signOut=()=>{n(),Gg(t)},pi(()=>t.screen?.unsent?.()===!0),await Fg(t,()=>{n(),n=zr(Jt,()=>{t.goIdle()}),qg(t)})});async function Fg(e,t){if(!e.portal.org.ready){e.reset(Vg);return}try{e.session=await ri(e.portal)}catch(n){if(!(n instanceof K||n instanceof N||n instanceof Ge))throw n;e.reset(ca(t,Hg(n)));return}e.session===null?e.reset(ca(t)):t()}function Hg(e){return e instanceof K?o("Meld je opnieuw aan."):o("De lijst van medewerkers die de server geeft, klopt niet met wat je eerder zag. Verwittig een collega voor je verdergaat.")}function qg(e){let{role:t}=e.me;e.tabs=[],t!=="coordinator"&&e.tabs.push({key:"queue",label:o("Vragen"),icon:"inbox",open:rs}),t==="facilitator"&&(e.tabs.push({key:"team",label:o("Medewerkers"),icon:"users",open:Vt}),e.tabs.push({key:"poster",label:o("Affiche"),icon:"printer",open:gd}),e.tabs.push({key:"figures",label:o("Cijfers"),icon:"chart-column",open:Xl})),e.tabs.push({key:"account",label:o("Mijn toegang"),icon:"key-round",open:nr}),e.reset(t==="coordinator"?Wg:rs),fd(e)}function Wg(){return{tab:"reports",render:()=>d`<div class="stack narrow">
        <h1>${o("Cijfers en jaarverslag")}</h1>
        <p>${o("Als integriteitscoördinator zie je geen dossiers, wel de cijfers.")}</p>
        <p><a class="button primary" href=${Xr("/reports")}>${o("Naar de cijfers")}</a></p>
      </div>`}}function Vg(){return{render:()=>d`<div class="stack narrow">
        <h1>${o("Dit adviespunt is nog niet ingericht")}</h1>
        <p>${o("De systeembeheerder kreeg bij het installeren een link waarmee de eerste facilitator dat doet.")}</p>
      </div>`}}async function Gg(e){await si(e.session,Jt),location.replace(Xr("/staff"))}
