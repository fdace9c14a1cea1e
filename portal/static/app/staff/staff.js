import{a as d,b as E,c as f,d as se,f as Xo}from"./lit-html.js";var Qo=null,es=()=>Qo===null?{}:{"Adviespunt-Pass":Qo};var j=class extends Error{constructor(t,n,r=null,a=null){super(n),this.name="ApiError",this.status=t,this.problem=n,this.detail=r,this.content=a}};function Iu(e={}){let{base:t="/api/v1",fetch:n=globalThis.fetch.bind(globalThis)}=e,r=async(a,o,i,c)=>Fu(await n(t+o,Uu(a,i,c)).catch(ts));return{get:a=>r("GET",a),put:(a,o,i)=>r("PUT",a,o,i).catch(c=>{if(c instanceof j&&c.problem==="network")return r("PUT",a,o,i);throw c}),post:(a,o,i)=>r("POST",a,o,i),del:a=>r("DELETE",a)}}function ts(){throw new j(0,"network")}function Uu(e,t,n){let r={method:e,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...es(),...n}};return t===void 0?r:t instanceof FormData?{...r,body:t}:t instanceof Uint8Array?{...r,body:t,headers:{...r.headers,"Content-Type":"application/octet-stream"}}:{...r,body:JSON.stringify(t),headers:{...r.headers,"Content-Type":"application/json"}}}async function Fu(e){let t=await Hu(e).catch(ts);if(e.ok)return t;let n=typeof t?.problem=="string"?t.problem:`http-${e.status}`;throw new j(e.status,n,t?.detail??null,t)}async function Hu(e){let t=e.headers.get("Content-Type")??"";return e.status===204?null:t.startsWith("application/octet-stream")?new Uint8Array(await e.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(t)?e.json():null}var wn=typeof location>"u"?null:Iu();var P=class extends Error{name="ProtocolError";constructor(t="",n=void 0){super(t,{cause:n}),this.reason=t}},N=class extends P{name="Malformed"},C=class extends P{name="Unsealable";constructor(t){super("unsealable",t)}},ot=class extends P{name="BadSignature"},v=class extends P{name="Refused"},Ke=class extends P{name="Unreadable"};function Yt(e){if(e instanceof P)return null;throw e}var Wu=new TextEncoder,qu=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),K=e=>Wu.encode(e);function Jn(e){try{return qu.decode(e)}catch(t){throw new N("utf8",t)}}function D(...e){let t=new Uint8Array(e.reduce((r,a)=>r+a.length,0)),n=0;for(let r of e)t.set(r,n),n+=r.length;return t}function Jt(e){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,e),t}function ns(e){let t=new Uint8Array(8);return new DataView(t.buffer).setBigUint64(0,BigInt(e)),t}var qe=e=>D(Jt(e.length),e),Z=(...e)=>D(...e.map(qe)),_=e=>crypto.getRandomValues(new Uint8Array(e));function b(e,t){if(e.length!==t.length)return!1;let n=0;for(let r=0;r<e.length;r+=1)n|=e[r]^t[r];return n===0}function Q(...e){for(let t of e)t.fill(0)}function be(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<n;r+=1)if(e[r]!==t[r])return e[r]-t[r];return e.length-t.length}var Oe=class{constructor(t){this.bytes=t,this.at=0}take(t){if(this.at+t>this.bytes.length)throw new N("too-short");return this.at+=t,this.bytes.slice(this.at-t,this.at)}u32(){let t=this.take(4);return new DataView(t.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new N("left-over")}};function h(e){let t="";for(let n=0;n<e.length;n+=8192)t+=String.fromCharCode(...e.subarray(n,n+8192));return btoa(t).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function g(e,t=null){if(typeof e!="string"||!/^[A-Za-z0-9_-]*$/.test(e)||e.length%4===1)throw new N("b64");let n=atob(e.replaceAll("-","+").replaceAll("_","/")),r=new Uint8Array(n.length);for(let o=0;o<r.length;o+=1)r[o]=n.charCodeAt(o);let a=e.length-e.length%4;if(h(r.subarray(a/4*3))!==e.slice(a))throw new N("b64");if(t!==null&&r.length!==t)throw new N("length");return r}var le=e=>K(ta(e));function ta(e){if(e===null||typeof e=="boolean")return String(e);if(typeof e=="number")return Gu(e);if(typeof e=="string")return Yu(e);if(Array.isArray(e))return`[${e.map(ta).join(",")}]`;if(typeof e=="object")return Vu(e);throw new N("json")}function Vu(e){let t=Object.keys(e).sort();if(!t.every(n=>/^[\x00-\x7f]*$/.test(n)))throw new N("json");return`{${t.map(n=>`${JSON.stringify(n)}:${ta(e[n])}`).join(",")}}`}function Gu(e){if(!Number.isSafeInteger(e)||e<0||Object.is(e,-0))throw new N("json");return String(e)}function Yu(e){if(/\p{Surrogate}/u.test(e))throw new N("json");return JSON.stringify(e)}function Ve(e){let t=Zu(Jn(e));if(typeof t!="object"||t===null||Array.isArray(t))throw new N("json");if(!b(Ju(t),e))throw new N("json");return t}function Ju(e){try{return le(e)}catch(t){throw t instanceof RangeError?new N("json",t):t}}function Zu(e){try{return JSON.parse(e)}catch(t){throw new N("json",t)}}var Xu=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),as={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},Qu=new Uint8Array(32);async function U(e){return new Uint8Array(await crypto.subtle.digest("SHA-256",ke(e)))}async function os(e,t){let n=await crypto.subtle.importKey("raw",ke(e),{name:"HMAC",hash:"SHA-256"},!1,["sign"]);return new Uint8Array(await crypto.subtle.sign("HMAC",n,ke(t)))}async function Zn(e){return e instanceof CryptoKey?e:crypto.subtle.importKey("raw",ke(e),"HKDF",!1,["deriveBits"])}async function na(e,t,n,r){let a={name:"HKDF",hash:"SHA-256",salt:ke(t),info:ke(n)};return new Uint8Array(await crypto.subtle.deriveBits(a,await Zn(e),8*r))}var ie=(e,t,n=32)=>na(e,Qu,K(`adviespunt/v1/${t}`),n);async function ss(e,t){try{return typeof Worker>"u"?await ep(e,t):await tp(e,t)}finally{Q(e)}}async function ep(e,t){let{argon2id:n}=await import("../../vendor/argon2id.js");return D(await n({...Xu,password:e,salt:t,outputType:"binary"}))}function tp(e,t){let n=gn("argon2");return new Promise((r,a)=>{n.onmessage=({data:o})=>o.root?r(o.root):a(new Error("argon2")),n.onerror=()=>a(new Error("argon2")),n.postMessage({password:e,salt:t})}).finally(()=>n.terminate())}var rs;function gn(e){return new Worker(np(as[e]),{type:"module"})}function np(e){let t=globalThis.trustedTypes;return t?(rs??=t.createPolicy("adviespunt",{createScriptURL:rp}),rs?.createScriptURL(e)):e}function rp(e){if(!Object.values(as).includes(e))throw new TypeError("not a worker of this portal");return e}var ke=e=>e;var ap=15,op=5,oa="k",aa=12,ra=6e4;async function is({kind:e,id:t,seed:n},r){let a=_(aa),o=await cs(r,"encrypt"),i=await crypto.subtle.encrypt(ls(a,e,t),o,ke(n));sessionStorage.setItem(oa,h(D(a,new Uint8Array(i))))}async function sa(e,t){let n=sessionStorage.getItem(oa);if(n===null)return null;let r=await sp(e);if(r===null||r.kind!==t)return null;try{return await ip(g(n),r)}catch{return Zt(),null}}async function sp(e){try{return await e.get("/session")}catch(t){if(!(t instanceof j)||t.status!==401)throw t;return Zt(),null}}async function ip(e,{kind:t,id:n,role:r=null,tab_key:a}){let o=g(n,16),i=await cs(a,"decrypt"),c=ls(e.slice(0,aa),t,o),l=new Uint8Array(await crypto.subtle.decrypt(c,i,e.slice(aa)));return{kind:t,id:o,role:r,seed:l}}async function cs(e,t){let n=g(e,32),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,[t]);return Q(n),r}function ls(e,t,n){return{name:"AES-GCM",iv:e,additionalData:D(K(`adviespunt/v1/tab/${t}`),n)}}function Zt(){sessionStorage.removeItem(oa)}async function ds(e){Zt(),await e.del("/session").catch(()=>{})}function ia(e,t){let n=Date.now(),r=n,a=()=>{n=Date.now()},o=()=>{let u=Date.now();u-n>=ap*ra?(l(),Zt(),t()):n>r&&u-r>=op*ra&&(r=u,e.get("/session").catch(()=>{}))},i=["keydown","pointerdown","input","wheel"],c=setInterval(o,ra/4),l=()=>{clearInterval(c),document.removeEventListener("visibilitychange",o);for(let u of i)removeEventListener(u,a,{capture:!0})};for(let u of i)addEventListener(u,a,{capture:!0,passive:!0});return document.addEventListener("visibilitychange",o),l}function xs(e,t,n){let r=new Uint8Array(n);r.set(e);let a=t;for(let o=n-1;o>=0&&a>0;o--)r[o]=r[o]^a&255,a=Math.floor(a/256);return r}function cp(e){return Math.min(2**(8*e)-1,Number.MAX_SAFE_INTEGER)}function Es(e,t){if(e>=t)throw new zs("Sequence number overflow");return++e}async function js(e,t,n,r){ze(n,"exporterContext");let a=Is(e.KDF);if(!Number.isInteger(r)||r<=0||r>65535)throw new TypeError('"L" must be a positive integer not exceeding 65535');if(a===2&&r>255*e.KDF.Nh)throw new TypeError('"L" must not exceed 255*Nh of the cipher suite KDF');return await(a===1?bp:$p)(e.KDF,e.id,t,n,r)}var Ss=class{#e=Promise.resolve();async lock(){let e,t=new Promise(r=>{e=r}),n=this.#e;return this.#e=t,await n,e}};function As(e,t,n,r,a){return{suite:e,mode:t,key:n,base_nonce:r,exporter_secret:a,max_seq:cp(e.AEAD.Nn),seq:0,mutex:void 0}}var lp=class{#e;constructor(e,t,n,r,a){this.#e=As(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Seal(e,t){ze(e,"plaintext"),t??=new Uint8Array,ze(t,"aad");let n=this.#e;if(n.suite.AEAD.id===vn)throw new TypeError("Export-only AEAD cannot be used with Seal");n.mutex??=new Ss;let r=await n.mutex.lock(),a;try{return a=await n.suite.AEAD.Seal(n.key,xs(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e),n.seq=Es(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await js(this.#e.suite,this.#e.exporter_secret,e,t)}get Nt(){return this.#e.suite.AEAD.Nt}},dp=class{#e;constructor(e,t,n,r,a){this.#e=As(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Open(e,t){ze(e,"ciphertext"),t??=new Uint8Array,ze(t,"aad");let n=this.#e;if(n.suite.AEAD.id===vn)throw new TypeError("Export-only AEAD cannot be used with Open");n.mutex??=new Ss;let r=await n.mutex.lock();try{let a;try{a=await n.suite.AEAD.Open(n.key,xs(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e)}catch(o){throw o instanceof zs||o instanceof Nt?o:new hp("AEAD decryption failed",{cause:o})}return n.seq=Es(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await js(this.#e.suite,this.#e.exporter_secret,e,t)}},ca=(e,t)=>{try{let n=e();if(n.type!==t)throw new Error(`Invalid "${t}" return discriminator`);return n}catch(n){throw new TypeError(`Invalid "${t}"`,{cause:n})}},up=class{#e;constructor(e,t,n){let r=ca(e,"KEM"),a=ca(t,"KDF"),o=ca(n,"AEAD");this.#e={KEM:r,KDF:a,AEAD:o,id:Ne(fp,Ye(r.id,2),Ye(a.id,2),Ye(o.id,2))}}get KEM(){return{id:this.#e.KEM.id,name:this.#e.KEM.name,Nsecret:this.#e.KEM.Nsecret,Nenc:this.#e.KEM.Nenc,Npk:this.#e.KEM.Npk,Nsk:this.#e.KEM.Nsk}}get KDF(){return{id:this.#e.KDF.id,name:this.#e.KDF.name,stages:this.#e.KDF.stages,Nh:this.#e.KDF.Nh}}get AEAD(){return{id:this.#e.AEAD.id,name:this.#e.AEAD.name,Nk:this.#e.AEAD.Nk,Nn:this.#e.AEAD.Nn,Nt:this.#e.AEAD.Nt}}async GenerateKeyPair(e){return e??=!1,la(e),await this.#e.KEM.GenerateKeyPair(e)}async DeriveKeyPair(e,t){if(t??=!1,la(t),ze(e,"ikm"),e.byteLength<this.#e.KEM.Nsk)throw new fs('Insufficient "ikm" length');try{return await this.#e.KEM.DeriveKeyPair(e,t)}catch(n){throw n instanceof Nt?n:new fs("Key derivation failed",{cause:n})}}async SerializePrivateKey(e){return Xt(e,"private",!0),await this.#e.KEM.SerializePrivateKey(e)}async SerializePublicKey(e){return Xt(e,"public",!0),await this.#e.KEM.SerializePublicKey(e)}async DeserializePrivateKey(e,t){t??=!1,la(t),ze(e,"privateKey");try{if(e.byteLength!==this.#e.KEM.Nsk)throw new Error('Invalid "privateKey" length');return await this.#e.KEM.DeserializePrivateKey(e,t)}catch(n){throw n instanceof Nt?n:new ps("Private key deserialization failed",{cause:n})}}async DeserializePublicKey(e){ze(e,"publicKey");try{if(e.byteLength!==this.#e.KEM.Npk)throw new Error('Invalid "publicKey" length');return await this.#e.KEM.DeserializePublicKey(e)}catch(t){throw t instanceof Nt?t:new ps("Public key deserialization failed",{cause:t})}}async Seal(e,t,n){if(this.#e.AEAD.id===vn)throw new TypeError("Export-only AEAD cannot be used with Seal");let{encapsulatedSecret:r,ctx:a}=await this.SetupSender(e,n),o=await a.Seal(t,n?.aad);return{encapsulatedSecret:r,ciphertext:o}}async Open(e,t,n,r){if(this.#e.AEAD.id===vn)throw new TypeError("Export-only AEAD cannot be used with Open");return await(await this.SetupRecipient(e,t,r)).Open(n,r?.aad)}async SendExport(e,t,n,r){let{encapsulatedSecret:a,ctx:o}=await this.SetupSender(e,r),i=await o.Export(t,n);return{encapsulatedSecret:a,exportedSecret:i}}async ReceiveExport(e,t,n,r,a){return await(await this.SetupRecipient(e,t,a)).Export(n,r)}async SetupSender(e,t){Xt(e,"public");let n,r;try{let u=await this.#e.KEM.Encap(e);n=u.shared_secret,r=u.enc}catch(u){throw u instanceof us||u instanceof Nt?u:new pp("Encapsulation failed",{cause:u})}let a=t?.psk?.byteLength?ws:ms,{key:o,base_nonce:i,exporter_secret:c}=await ys(this.#e,a,n,t?.info,t?.psk,t?.pskId),l=new lp(this.#e,a,o,i,c);return{encapsulatedSecret:r,ctx:l}}async SetupRecipient(e,t,n){let{skR:r,pkR:a}=this.#t(e);if(ze(t,"encapsulatedSecret"),t.byteLength!==this.#e.KEM.Nenc)throw new hs("Invalid encapsulated secret length");let o;try{o=await this.#e.KEM.Decap(t,r,a)}catch(p){throw p instanceof us||p instanceof Nt?p:new hs("Decapsulation failed",{cause:p})}let i=n?.psk?.byteLength?ws:ms,{key:c,base_nonce:l,exporter_secret:u}=await ys(this.#e,i,o,n?.info,n?.psk,n?.pskId);return new dp(this.#e,i,c,l,u)}#t(e){return xp(e)?{skR:e.privateKey,pkR:e.publicKey}:(Xt(e,"private"),{skR:e,pkR:void 0})}},us=class Ds extends Error{constructor(t,n){super(t,n),this.name="ValidationError",Error.captureStackTrace?.(this,Ds)}},ps=class Ms extends Error{constructor(t,n){super(t,n),this.name="DeserializeError",Error.captureStackTrace?.(this,Ms)}},pp=class Ns extends Error{constructor(t,n){super(t,n),this.name="EncapError",Error.captureStackTrace?.(this,Ns)}},hs=class Ks extends Error{constructor(t,n){super(t,n),this.name="DecapError",Error.captureStackTrace?.(this,Ks)}},hp=class Os extends Error{constructor(t,n){super(t,n),this.name="OpenError",Error.captureStackTrace?.(this,Os)}},zs=class Ts extends Error{constructor(t,n){super(t,n),this.name="MessageLimitReachedError",Error.captureStackTrace?.(this,Ts)}},fs=class Ps extends Error{constructor(t,n){super(t,n),this.name="DeriveKeyPairError",Error.captureStackTrace?.(this,Ps)}},Nt=class Cs extends Error{constructor(t,n){super(t,n),this.name="NotSupportedError",Error.captureStackTrace?.(this,Cs)}},ms=0,ws=1;function Ne(...e){let t=e.reduce((a,{length:o})=>a+o,0),n=new Uint8Array(t),r=0;for(let a of e)n.set(a,r),r+=a.length;return n}function Ge(e,t,n){return Uint8Array.prototype.slice.call(e,t,n)}function Re(e){let t=new Uint8Array(e.length);for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);if(r>127)throw new TypeError("Input string must contain only ASCII characters");t[n]=r}return t}var ha=Re("HPKE-v1"),fp=Re("HPKE"),_s=Re("KEM"),Ls=Re("sec"),Bs=Re("secret"),mp=Re("key"),wp=Re("base_nonce"),gs=Re("exp"),gp=Re("psk_id_hash"),yp=Re("info_hash"),Rs=Re("DeriveKeyPair");function bn(e){return Ne(Ye(e.byteLength,2),e)}async function tr(e,t,n,r,a,o){let i=Ne(n,ha,t,bn(r),Ye(o,2),a);return await e.Derive(i,o)}async function bp(e,t,n,r,a){return gt(r,"Exporter context",Qn),await tr(e,t,n,Ls,r,a)}async function kp(e,t,n,r,a,o){gt(a,"PSK",Qn),gt(o,"PSK ID",Qn),gt(r,"Info",Qn);let i=Ne(bn(a),bn(n)),c=Ne(Ye(t,1),bn(o),bn(r)),l=await tr(e.KDF,e.id,i,Bs,c,e.AEAD.Nk+e.AEAD.Nn+e.KDF.Nh),u=Ge(l,0,e.AEAD.Nk),p=Ge(l,e.AEAD.Nk,e.AEAD.Nk+e.AEAD.Nn),m=Ge(l,e.AEAD.Nk+e.AEAD.Nn);return{key:u,base_nonce:p,exporter_secret:m}}var Xn=65535,Qn=65535;function gt(e,t,n){if(e.byteLength>n)throw new TypeError(`${t} length must not exceed ${n} bytes`)}function ze(e,t){if(!(e instanceof Uint8Array))throw new TypeError(`"${t}" must be Uint8Array`);if(typeof SharedArrayBuffer<"u"&&e.buffer instanceof SharedArrayBuffer)throw new TypeError(`"${t}" must not be backed by a SharedArrayBuffer`)}function la(e){if(typeof e!="boolean")throw new TypeError('"extractable" must be boolean')}async function vp(e,t,n,r,a,o){gt(a,"PSK",Xn),gt(o,"PSK ID",Xn),gt(r,"Info",Xn);let[i,c]=await Promise.all([da(e.KDF,e.id,new Uint8Array,gp,o),da(e.KDF,e.id,new Uint8Array,yp,r)]),l=Ne(Ye(t,1),i,c),u=await da(e.KDF,e.id,n,Bs,a);if(e.AEAD.id===vn){let y=await kn(e.KDF,e.id,u,gs,l,e.KDF.Nh);return{key:new Uint8Array,base_nonce:new Uint8Array,exporter_secret:y}}let[p,m,w]=await Promise.all([kn(e.KDF,e.id,u,mp,l,e.AEAD.Nk),kn(e.KDF,e.id,u,wp,l,e.AEAD.Nn),kn(e.KDF,e.id,u,gs,l,e.KDF.Nh)]);return{key:p,base_nonce:m,exporter_secret:w}}async function $p(e,t,n,r,a){return gt(r,"Exporter context",Xn),await kn(e,t,n,Ls,r,a)}async function da(e,t,n,r,a){let o=Ne(ha,t,r,a);return await e.Extract(n,o)}async function kn(e,t,n,r,a,o){let i=Ne(Ye(o,2),ha,t,r,a);return await e.Expand(n,i,o)}function xp(e){if(!e||typeof e!="object")return!1;if("publicKey"in e&&"privateKey"in e){let t=e.publicKey;e=e.privateKey;try{if(Xt(t,"public"),Xt(e,"private"),t.algorithm.name!==e.algorithm.name)throw new TypeError("key pair algorithms do not match")}catch(n){throw new TypeError('Invalid "privateKey"',{cause:n})}return!0}return!1}function Xt(e,t,n){let r=e;if(typeof r.algorithm!="object"||typeof r.algorithm.name!="string"||typeof r.extractable!="boolean"||typeof r.type!="string"||r.type!==t)throw new TypeError(`Invalid "${t}Key"`);if(n&&r.extractable!==!0)throw new TypeError(`"${t}Key" must be extractable`)}function Ye(e,t){if(!Number.isSafeInteger(t)||t<=0)throw new Error("w must be a positive safe integer");if(!Number.isSafeInteger(e)||e<0)throw new Error("n must be a non-negative safe integer");let n=Math.pow(256,t);if(e>=n)throw new Error("n too large to fit in w-length byte string");let r=new Uint8Array(t),a=e;for(let o=0;o<t&&a;o++)r[t-(o+1)]=a%256,a=Math.floor(a/256);return r}function Is(e){if(e.stages===1||e.stages===2)return e.stages;throw new Error("unreachable")}async function ys(e,t,n,r,a,o){r??=new Uint8Array,ze(r,"info"),a??=new Uint8Array,ze(a,"psk"),o??=new Uint8Array,ze(o,"pskId");let i=Is(e.KDF)===1?kp:vp;return Ep(a,o),await i(e,t,n,r,a,o)}function Ep(e,t){if(e.byteLength&&t.byteLength){if(e.byteLength<32)throw new TypeError("Insufficient PSK length");return}if(!(!e.byteLength&&!t.byteLength))throw new TypeError("Inconsistent PSK inputs")}var ua=()=>{throw new Error("unreachable")},vn=65535,jp=2**36-31,db=2**38-64;async function L(e,t){try{return await e(crypto.subtle)}catch(n){throw n instanceof TypeError||n instanceof DOMException&&n.name==="NotSupportedError"?new Nt(`${t} is unsupported in this runtime`,{cause:n}):n}}async function pa(e,t,n){let r=e.get(t);if(r&&r.bytes.byteLength===t.byteLength&&r.bytes.every((i,c)=>i===t[c]))return r.key;let a=Ge(t),o={bytes:a,key:n(a)};e.set(t,o);try{return await o.key}catch(i){throw e.get(t)===o&&e.delete(t),i}}function Sp(){let e;async function t(r){return await L(a=>a.importKey("raw",r,{name:"HMAC",hash:this.hash},!1,["sign"]),this.name)}let n=new WeakMap;return{stages:2,Derive:ua,async Extract(r,a){let o=r.byteLength===0?e??=await t.call(this,new ArrayBuffer(this.Nh)):await t.call(this,r);return new Uint8Array(await L(i=>i.sign("HMAC",o,a),this.name))},async Expand(r,a,o){if(r.byteLength<this.Nh)throw new Error("prk.byteLength < this.Nh");if(o>255*this.Nh)throw new Error("L must be <= 255*Nh");let i=Math.ceil(o/this.Nh),c=await pa(n,r,p=>t.call(this,p)),l=new Uint8Array(i*this.Nh),u=new Uint8Array;for(let p=0;p<i;p++){let m=new Uint8Array(u.byteLength+a.byteLength+1);m.set(u),m.set(a,u.byteLength),m[u.byteLength+a.byteLength]=p+1;let w=new Uint8Array(await L(y=>y.sign("HMAC",c,m),this.name));l.set(w,p*this.Nh),u=w}return Ge(l,0,o)}}}var Ap=function(){return{id:1,type:"KDF",name:"HKDF-SHA256",Nh:32,hash:"SHA-256",...Sp()}};async function Dp(e,t,n,r){let a=r<<3,o={name:t,length:a,outputLength:a};return new Uint8Array(await L(i=>i.digest(o,n),e))}function Mp(){return{stages:1,async Derive(e,t){return await Dp(this.name,this.algorithm,e,t)},Extract:ua,Expand:ua}}var Us=function(){return{id:17,type:"KDF",name:"SHAKE256",Nh:64,algorithm:"cSHAKE256",...Mp()}};async function Np(e,t,n){if(!t.extractable)throw new TypeError('"privateKey" must be extractable or a Key Pair must be used in this runtime');return await L(async r=>{let a=await r.exportKey("jwk",t);return r.importKey("jwk",{kty:a.kty,crv:a.crv,x:a.x,y:a.y},t.algorithm,!0,n)},e)}async function fa(e,t,n){return await L(r=>r.getPublicKey?.(t,n),e)||await Np(e,t,n)}function st(e,t){if(e.algorithm.name!==t.name)throw new TypeError(`key algorithm must be ${t.name}`);if(e.algorithm.namedCurve!==t.namedCurve)throw new TypeError(`key namedCurve must be ${t.namedCurve}`)}function bs(e){if(e[Symbol.toStringTag]!=="CryptoKey"){if(e instanceof CryptoKey)return;throw new TypeError("unexpected key constructor")}}async function Kp(e,t,n,r,a,o){let i=Ge(n),c=new Uint8Array(t+i.byteLength);return c.set(i),c.set(a,i.byteLength),await L(l=>l.importKey("pkcs8",c,r,o,["deriveBits"]),e)}function Op(){return{async DeriveKeyPair(e,t){let n=await tr(this.kdf,this.suite_id,e,Rs,new Uint8Array,this.Nsk),r=await this.DeserializePrivateKey(n,t),a=["encapsulateBits"],o=await fa(this.name,r,a);return{privateKey:r,publicKey:o}},async GenerateKeyPair(e){let t=["encapsulateBits","decapsulateBits"];return await L(n=>n.generateKey(this.algorithm,e,t),this.name)},async SerializePublicKey(e){st(e,this.algorithm),bs(e);let t="raw-public";return new Uint8Array(await L(n=>n.exportKey(t,e),this.name))},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"];return await L(r=>r.importKey(t,e,this.algorithm,!0,n),this.name)},async SerializePrivateKey(e){st(e,this.algorithm),bs(e);let t="raw-seed";return new Uint8Array(await L(n=>n.exportKey(t,e),this.name))},async DeserializePrivateKey(e,t){let n="raw-seed",r=["decapsulateBits"];return await L(a=>a.importKey(n,e,this.algorithm,t,r),this.name)},async Encap(e){st(e,this.algorithm);let{sharedKey:t,ciphertext:n}=await L(r=>r.encapsulateBits(this.algorithm,e),this.name);return{shared_secret:new Uint8Array(t),enc:new Uint8Array(n)}},async Decap(e,t,n){return st(t,this.algorithm),new Uint8Array(await L(r=>r.decapsulateBits(this.algorithm,t,e),this.name))}}}function zp({id:e,name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o}){let i=Us();return i.name=t,{id:e,suite_id:Ne(_s,Ye(e,2)),type:"KEM",name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o,algorithm:{name:t},kdf:i,...Op()}}function Tp(e){let t=new WeakMap;async function n(r){return await L(a=>a.importKey(this.keyFormat,r,this.algorithm,!1,["encrypt","decrypt"]),this.name)}return{async Seal(r,a,o,i){if(i.byteLength>e)throw new RangeError('"pt" exceeds P_MAX');let c=await pa(t,r,l=>n.call(this,l));return new Uint8Array(await L(l=>l.encrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))},async Open(r,a,o,i){let c=await pa(t,r,l=>n.call(this,l));return new Uint8Array(await L(l=>l.decrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))}}}var Pp=function(){return{id:2,type:"AEAD",name:"AES-256-GCM",Nk:32,Nn:12,Nt:16,algorithm:"AES-GCM",keyFormat:"raw",...Tp(jp)}},yn=e=>{if(e!==ve)throw new Error("invalid invocation")},ve=Symbol(),Be=class Fs{#e;#t;#n;#r;#a;#o;#s;static#i(t){return t.#e!==void 0}static validate(t,n){try{if(!Fs.#i(t))throw new TypeError("unexpected key constructor")}catch{throw new TypeError("unexpected key constructor")}if(n&&!t.extractable)throw new TypeError("key must be extractable")}constructor(t,n,r,a,o,i,c,l){yn(t),this.#e=n,this.#t=r,this.#n=a,this.#a=o,this.#r=i,this.#o=c,this.#s=l}get algorithm(){return{name:this.#e.name}}get extractable(){return this.#n}get type(){return this.#t}getPublicKey(t){return yn(t),this.#s}getSeed(t){return yn(t),Ge(this.#o)}getT(t){return yn(t),this.#r}getPq(t){return yn(t),this.#a}};function Hs(e,t,n){if(n.byteLength!==e+t)throw new Error("x.byteLength !== N1 + N2");let r=Ge(n,0,e),a=Ge(n,-t);return[r,a]}async function ks(e,t){let n=e.pq.Nseed+e.t.Nseed<<3,r={name:"cSHAKE256",length:n,outputLength:n},a=await L(S=>S.digest(r,t),e.name),[o,i]=Hs(e.pq.Nseed,e.t.Nseed,new Uint8Array(a)),c="raw-seed",l=["decapsulateBits","encapsulateBits"],u=await L(S=>S.importKey(c,o,e.pq.algorithm,!0,[l[0]]),e.name),p=await fa(e.name,u,[l[1]]),m=e.t.RandomScalar?.(i)??i,{privateKey:w,publicKey:y}=await e.t.GetKeyPair(m);return{ek_PQ:p,ek_T:y,dk_PQ:u,dk_T:w}}async function vs(e,t,n,r,a,o){let i=new Uint8Array(await L(l=>l.exportKey("raw",a),e.name)),c=Ne(t,n,r,i,o);return new Uint8Array(await L(l=>l.digest("SHA3-256",c),e.name))}async function Cp(e,t,n){let r=await L(p=>p.encapsulateBits(e.pq.algorithm,t),e.name),a=new Uint8Array(r.sharedKey),o=new Uint8Array(r.ciphertext),{privateKey:i,publicKey:c}=await L(p=>p.generateKey(e.t.algorithm,!0,["deriveBits"]),e.name),l=new Uint8Array(await L(p=>p.exportKey("raw",c),e.name)),u=new Uint8Array(await L(p=>p.deriveBits({name:e.t.algorithm.name,public:n},i,e.t.Nss<<3),e.name));return[a,u,o,l]}async function _p(e,t,n,r,a){let o=new Uint8Array(await L(l=>l.decapsulateBits(e.pq.algorithm,t,r),e.name)),i=await L(l=>l.importKey("raw",a,e.t.algorithm,!0,[]),e.name),c=new Uint8Array(await L(l=>l.deriveBits({name:e.t.algorithm.name,public:i},n,e.t.Nss<<3),e.name));return[o,c]}function Lp(){return Object.freeze(Be.prototype),{async DeriveKeyPair(e,t){let n=await tr(this.kdf,this.suite_id,e,Rs,new Uint8Array,32),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await ks(this,n),c=new Be(ve,this.algorithm,"public",!0,r,a);return{privateKey:new Be(ve,this.algorithm,"private",t,o,i,n,c),publicKey:c}},async GenerateKeyPair(e){return await this.DeriveKeyPair(crypto.getRandomValues(new Uint8Array(32)),e)},async SerializePublicKey(e){st(e,this.algorithm),Be.validate(e,!0);let t="raw-public",n=new Uint8Array(await L(a=>a.exportKey(t,e.getPq(ve)),this.name)),r=new Uint8Array(await L(a=>a.exportKey("raw",e.getT(ve)),this.name));return Ne(n,r)},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"],r=e.subarray(0,this.pq.Npk),a=e.subarray(this.pq.Npk),[o,i]=await Promise.all([L(c=>c.importKey(t,r,this.pq.algorithm,!0,n),this.name),L(c=>c.importKey("raw",a,this.t.algorithm,!0,[]),this.name)]);return new Be(ve,this.algorithm,"public",!0,o,i)},async SerializePrivateKey(e){return st(e,this.algorithm),Be.validate(e,!0),e.getSeed(ve)},async DeserializePrivateKey(e,t){let n=Ge(e),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await ks(this,n),c=new Be(ve,this.algorithm,"public",!0,r,a);return new Be(ve,this.algorithm,"private",t,o,i,n,c)},async Encap(e){st(e,this.algorithm),Be.validate(e);let t=e.getPq(ve),n=e.getT(ve),[r,a,o,i]=await Cp(this,t,n),c=await vs(this,r,a,i,n,this.label),l=Ne(o,i);return{shared_secret:c,enc:l}},async Decap(e,t,n){st(t,this.algorithm),Be.validate(t),n&&(st(n,this.algorithm),Be.validate(n));let[r,a]=Hs(this.pq.Nct,this.t.Nct,e),o=(n??t.getPublicKey(ve)).getT(ve),i=t.getPq(ve),c=t.getT(ve),[l,u]=await _p(this,i,c,r,a);return await vs(this,l,u,a,o,this.label)}}}function Bp(e){let t=Us();return t.name=e.name,{...e,suite_id:Ne(_s,Ye(e.id,2)),type:"KEM",algorithm:{name:e.name},kdf:t,...Lp()}}var Rp=function(){let e="MLKEM768-X25519",t={id:25722,name:e,Nsecret:32,Nenc:1120,Npk:1216,Nsk:32};if(SubtleCrypto.supports?.("generateKey",e)??!1)return zp(t);let n=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,110,4,34,4,32);return Bp({...t,pq:{algorithm:{name:"ML-KEM-768"},Nseed:64,Npk:1184,Nct:1088},t:{algorithm:{name:"X25519"},Nseed:32,Npk:32,Nss:32,Nsk:32,Nct:32,async GetKeyPair(r){let a=await Kp(e,this.Nsk,n,this.algorithm,r,!0),o=await fa(e,a,[]);return{privateKey:a,publicKey:o}}},label:Uint8Array.of(92,46,47,47,94,92)})};var Ws=1216,er=1120,qs="MLKEM768-X25519",$s=new Map;function Vs(e=Rp){let t=$s.get(e)??new up(e,Ap,Pp);return $s.set(e,t),t}function Gs(){let e=globalThis.SubtleCrypto;return["encapsulateBits","decapsulateBits","getPublicKey"].every(t=>e?.supports?.(t,qs)??!1)}async function Ys(e){let t=globalThis.crypto.subtle,n=await t.importKey("raw-seed",e,{name:qs},!1,["decapsulateBits"]),r=await t.getPublicKey(n,["encapsulateBits"]);return new Uint8Array(await t.exportKey("raw-public",r))}async function Js(e,t,n,r){let a=Vs(r),o=await a.DeserializePublicKey(e),{encapsulatedSecret:i,ciphertext:c}=await a.Seal(o,n,{info:t}),l=new Uint8Array(i.length+c.length);return l.set(i),l.set(c,i.length),l}async function Zs(e,t,n,r){let a=Vs(r),o=await a.DeserializePrivateKey(e,!1),i=n.subarray(0,er);return a.Open(o,i,n.subarray(er),{info:t})}var $n=Ws,Up=er+16,Fp=Gs,ma=async()=>Fp()?null:import("./xwing.js");async function wa(e,t,n){if(n.length<Up)throw new C;let r=await ma();try{return await Zs(e,t,n,r?.kem)}catch(a){throw new C(a)}}var Ie=class e{#e;constructor(t,n){this.#e=t.slice(),this.publicKey=n}static async of(t){let n=t.slice(),r=await ma(),a=new e(n,r?r.publicKeyOf(n):await Ys(n));return n.fill(0),a}open(t,n){return wa(this.#e,t,n)}wipe(){this.#e.fill(0)}};async function yt(e,t,n){if(e.length!==$n)throw new N("length");let r=await ma();try{return await Js(e,t,n,r?.kem)}catch(a){throw new N("kem",a)}}function de(e){if(!e)throw new N("form")}var ne=e=>de(Number.isSafeInteger(e)&&e>=0),xn=e=>de(Number.isSafeInteger(e)&&e>=0&&e<=4294967295),Kt=e=>de(typeof e=="boolean"),Te=(e,t)=>n=>{de(typeof n=="string");let r=[...n].length;de(r>=e&&r<=t)},re=e=>de(typeof e=="string"&&/^[a-z0-9][a-z0-9._-]{0,63}$/.test(e)),Ee=e=>{de(typeof e=="string"&&/^\d{4}-\d{2}-\d{2}$/.test(e));let t=new Date(`${e}T00:00:00Z`);de(!e.startsWith("0000")&&!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e))},Ue=e=>t=>{g(t,e??null)},je=(...e)=>t=>de(e.includes(t)),ue=e=>t=>{t===null||e(t)},pe=(e,t=0,n=Number.MAX_SAFE_INTEGER)=>r=>{de(Array.isArray(r)&&r.length>=t&&r.length<=n),r.forEach(e)},Ot=(e,t=n=>n)=>n=>{pe(e)(n);let r=n.map(a=>g(t(a)));de(r.every((a,o)=>o===0||be(r[o-1],a)<0))},ga=(e,t)=>n=>{de(typeof n=="object"&&n!==null&&!Array.isArray(n));for(let[r,a]of Object.entries(n))e(r),t(a)},A=e=>t=>{de(typeof t=="object"&&t!==null&&!Array.isArray(t)),de(Object.keys(t).length===Object.keys(e).length);for(let[n,r]of Object.entries(e))de(Object.hasOwn(t,n)),r(t[n])},F=Ue(16),ee=Ue(32),te=je(1),nr=A({hash:ee,number:ne}),bt=e=>{ne(e),de(e>=1)},rr=A({hash:ee,version:bt});var Xs=64,Hp=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,112,4,34,4,32),Wp=new Uint8Array(Xs);async function ar(e){let t=D(Hp,e),n=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!0,["sign"]),{x:r}=await crypto.subtle.exportKey("jwk",n),a=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!1,["sign"]);return t.fill(0),{publicKey:g(r,32),privateKey:a}}var Qs=(e,t,n)=>Z(K(`adviespunt/v1/sign/${e}`),t,n);async function ae(e,t,n,r){let a=le(r),o=await crypto.subtle.sign("Ed25519",e,Qs(t,n,a));return D(qe(a),new Uint8Array(o))}var ei=e=>D(qe(le(e)),Wp);function he(e,t){let n=new Oe(e),r=n.lp(),a=n.take(Xs);n.end();let o=Ve(r);return t(o),{raw:r,body:o,signature:a}}async function fe(e,t,n,{raw:r,signature:a}){if(!await qp(e,Qs(t,n,r),a))throw new ot(t)}async function qp(e,t,n){try{let r=await crypto.subtle.importKey("raw",ke(e),"Ed25519",!1,["verify"]);return await crypto.subtle.verify("Ed25519",r,ke(n),ke(t))}catch(r){if(r instanceof P)throw r;return!1}}var Je=e=>U(e);var Tt=Object.freeze(["facilitator","helper"]);var ka=Ue(32),ya=Ue($n),Vp=A({id:F,person:F,name:Te(1,200),function:Te(0,200),role:je("facilitator","helper","coach","coordinator"),kem:ya,sign:ka,active:Kt}),Gp=A({v:te,version:bt,history:pe(ee),author:F,day:Ee,organisation:ka,credentials:pe(Ue()),members:Ot(Vp,e=>e.id),archive:A({id:F,kem:ya,year:ne}),register:A({id:F,kem:ya})}),Yp=A({v:te,what:je("appoint","revoke"),member:F,kem:ee,sign:ee,day:Ee,serial:ne}),Jp=A({v:te,what:je("successor"),key:ka,day:Ee,serial:ne}),Db=A({v:te,version:bt,hash:ee,day:Ee,author:F});async function ri(e,{portal:t,organisation:n,lastSeen:r=null}){let{directory:a,parsed:o}=await ba(e);if(!b(a.organisation,n))throw new v("organisation");if(a.history.length!==a.version-1)throw new v("history");let{appointed:i}=await va(a.credentials,t,n),c=oe(a,a.author,["facilitator"]);if(!c)throw new v("author");for(let l of kt(a,"facilitator"))if(!i.has(await rh(l)))throw new v("appointment");return await fe(c.sign,"directory",t,o),Xp(a,r),a}async function ba(e){let t=he(e,Gp),{body:n}=t;return{directory:{version:n.version,hash:await Je(e),signed:e,history:n.history.map(zt),author:g(n.author),day:n.day,organisation:g(n.organisation),credentials:n.credentials.map(zt),members:n.members.map(Zp),archive:{id:zt(n.archive.id),kem:zt(n.archive.kem),year:n.archive.year},register:{id:zt(n.register.id),kem:zt(n.register.kem)}},parsed:t}}var zt=e=>g(e);function Zp(e){let[t,n,r,a]=[e.id,e.person,e.kem,e.sign].map(zt);return{...e,id:t,person:n,kem:r,sign:a}}function Xp(e,t){if(t){if(e.version<t.version)throw new v("rollback");En(e,t)}}function En(e,{version:t,hash:n}){let r=t===e.version?e.hash:e.history[t-1];if(!r||!b(r,n))throw new v("history")}function Qp(e,t){if(En(t,e),!e.credentials.every((r,a)=>b(r,t.credentials[a]??eh))||!e.members.every(r=>th(r,X(t,r.id))))throw new v("taken-back")}var eh=new Uint8Array(0),th=(e,t)=>t!==null&&b(e.kem,t.kem)&&b(e.sign,t.sign)&&b(e.person,t.person),or=class e{#e=new Map;#t;constructor(t,n=ti){this.current=t,this.#t=n}static async of(t,n=[]){let r=await Promise.all(n.map(ba));for(let{directory:o}of r)En(t,o);let a=new Map(r.map(({directory:o})=>[o.version,o.signed]));return new e(t,async o=>a.get(o)??ti())}async at(t){if(t.version>this.current.version)throw new v("directory-unknown");return En(this.current,t),this.version(t.version)}async version(t){if(t===this.current.version)return this.current;if(t>this.current.version)throw new v("directory-unknown");let n=this.#e.get(t)??this.#n(t);return this.#e.set(t,n),n.catch(()=>this.#e.delete(t)),n}async requireContinued(t){t===null||t.version===this.current.version||Qp(await this.at(t),this.current)}async#n(t){let{directory:n}=await ba(await this.#t(t));if(n.version!==t)throw new v("history");return En(this.current,n),n}};function ti(){throw new v("directory-unknown")}var X=(e,t)=>e.members.find(n=>b(n.id,t))??null,kt=(e,...t)=>e.members.filter(n=>n.active&&t.includes(n.role));function oe(e,t,n){let r=X(e,t);return r?.active&&n.includes(r.role)?r:null}async function va(e,t,n){let r=new Set,a=n;for(let[o,i]of e.entries()){let c=await nh(a,t,i);if(c.serial!==o)throw new v("credential");let l=`${c.member} ${c.kem} ${c.sign}`;c.what==="appoint"?r.add(l):c.what==="revoke"?r.delete(l):a=g(c.key)}return{appointed:r,inForce:a,serial:e.length}}async function nh(e,t,n){let r=he(n,a=>(a.what==="successor"?Jp:Yp)(a));try{await fe(e,"credential",t,r)}catch(a){throw a instanceof ot?new v("credential",a):a}return r.body}async function rh(e){let t=await Ze(e);return[e.id,t.kem,t.sign].map(h).join(" ")}var ni=new WeakMap;function Ze(e){let t=ni.get(e)??ah(e);return ni.set(e,t),t}var ah=async e=>({kem:await U(e.kem),sign:await U(e.sign)}),ai=async e=>({seed:e,...await ar(e)});async function $a(e,t,n,r,a,o){let[i,c,l]=[r.id,await U(r.kem),await U(r.sign)].map(h);return ae(e,"credential",t,{v:1,what:n,member:i,kem:c,sign:l,day:a,serial:o})}async function xa(e,t,n,r,a,o){let i=a?[...a.history,a.hash]:[],c=[...o.members].sort((l,u)=>be(l.id,u.id));return ae(e,"directory",t,{v:1,version:i.length+1,history:i.map(h),author:h(n),day:r,organisation:h(o.organisation),credentials:o.credentials.map(h),members:c.map(oh),archive:{id:h(o.archive.id),kem:h(o.archive.kem),year:o.archive.year},register:{id:h(o.register.id),kem:h(o.register.kem)}})}var oh=e=>({id:h(e.id),person:h(e.person),name:e.name,function:e.function,role:e.role,kem:h(e.kem),sign:h(e.sign),active:e.active}),sr=(e,t,n,{version:r,hash:a},o)=>ae(e,"freshness",t,{v:1,version:r,hash:h(a),day:o,author:h(n)}),sh=(e,t)=>D(K("adviespunt/v1/organisation"),Z(e,t));async function oi(e,t,n,r){let a=await e.open(sh(t,n),r);if(a.length!==32)throw new C;let o=await ai(a);if(!b(o.publicKey,n))throw new C;return o}var ih=1024,ch=65536,Qt=8;function lh(e){let t=si(e),n=si(t)+1,r=2**Math.max(t-n,0);return Math.ceil(e/r)*r}function si(e){let t=Math.round(Math.log2(e));return 2**t>e?t-1:t}function en(e,t){return Math.max(t==="page"?ch:ih,lh(Qt+e))}function tn(e,t){let n=new Uint8Array(t);return n.set(ns(e.length)),n.set(e,Qt),n}function jn(e){if(e.length<Qt)throw new C;let t=new DataView(e.buffer,e.byteOffset).getBigUint64(0);if(t>BigInt(e.length-Qt))throw new C;let n=Qt+Number(t);if(e.subarray(n).some(r=>r!==0))throw new C;return e.slice(Qt,n)}var q=new Uint8Array(16),ct=new Uint8Array(16).fill(255),lt=new Uint8Array(0),ii=1,An=65536,Sn=16,dh=/^[a-z-]{1,32}$/;function dt({portal:e,case:t,epoch:n,id:r,writer:a,kind:o}){return Z(e,t,Jt(n),r,a,K(o))}function uh(e){let t=new Oe(e),[n,r,a,o,i,c]=Array.from({length:6},()=>t.lp());if(t.end(),!([n,o,i].every(u=>u.length===16)&&[0,16].includes(r.length))||a.length!==4||!dh.test(Jn(c)))throw new C;return{portal:n,case:r,epoch:new Oe(a).u32(),id:o,writer:i,kind:Jn(c)}}function Se(e){return hh(()=>{let t=new Oe(e);if(t.take(1)[0]!==ii)throw new C;let n=t.take(32),r=t.lp(),a=uh(r),o=t.take(32),i=t.rest(),c=ph(i.length);if(c!==en(c-8,a.kind))throw new C;return{header:a,rawHeader:r,salt:n,commitment:o,chunks:i,padded:c}})}function ph(e){let t=Math.floor(e/(An+Sn)),n=e%(An+Sn);if(e===0||n>0&&n<=Sn)throw new C;return t*An+Math.max(0,n-Sn)}function hh(e){try{return e()}catch(t){throw t instanceof P?new C(t):t}}var Dn=e=>U(e);async function Ae(e,t,n,r=_(32)){let a=dt(t),{key:o,commitment:i}=await ci(e,r,a,"encrypt"),c=tn(n,en(n.length,t.kind)),l=await Promise.all(di(c,An).map((u,p,m)=>fh(o,li(p,p===m.length-1),u)));return Q(c),D(Uint8Array.of(ii),r,qe(a),i,...l)}async function Xe(e,t,n){let r=Se(n);if(!b(dt(t),r.rawHeader))throw new C;return Mn(e,r)}async function Mn(e,{header:t,rawHeader:n,salt:r,commitment:a,chunks:o}){let{key:i,commitment:c}=await ci(e,r,n,"decrypt");if(!b(c,a))throw new C;let l=di(o,An+Sn),u=await Promise.all(l.map((p,m)=>mh(i,li(m,m===l.length-1),p)));return wh(D(...u),t.kind)}async function ci(e,t,n,r){let a=await na(e,t,D(K("adviespunt/v1/envelope"),n),64),o=await crypto.subtle.importKey("raw",a.subarray(0,32),"AES-GCM",!1,[r]),i=a.slice(32);return Q(a),{key:o,commitment:i}}function li(e,t){return D(new Uint8Array(7),Jt(e),Uint8Array.of(t?1:0))}function di(e,t){return Array.from({length:Math.ceil(e.length/t)},(n,r)=>e.subarray(r*t,(r+1)*t))}async function fh(e,t,n){return new Uint8Array(await crypto.subtle.encrypt({name:"AES-GCM",iv:t},e,ke(n)))}async function mh(e,t,n){try{return new Uint8Array(await crypto.subtle.decrypt({name:"AES-GCM",iv:t},e,ke(n)))}catch(r){throw new C(r)}}function wh(e,t){let n=jn(e);if(e.length!==en(n.length,t))throw new C;return n}var gh=1024;function yh(e){let t=e.replace(/[\t-\r ]+/g," ").replace(/^ | $/g,"").replace(/[A-Z]/g,n=>n.toLowerCase());if(!/^[ -~]{1,64}$/.test(t))throw new Ke("name");return t}function bh(e){let t=K(e.normalize("NFKC"));if(!!/\p{Surrogate}/u.test(e)||t.length<1||t.length>gh)throw new Ke("password");return t}async function Nn(e,t,n,r){let a=(await U(D(K("adviespunt/v1/salt"),t,K(yh(n))))).slice(0,16),o=await ss(bh(r),a),[i,c,l]=await Promise.all(["locator","login","wrap"].map(u=>ie(o,`${e}/${u}`)));return Q(o),{locator:i,login:c,wrapping:l}}async function ir(e){let t=["recovery-locator","recovery-login","recovery-wrap"],[n,r,a]=await Promise.all(t.map(o=>ie(e,`staff/${o}`)));return{locator:n,login:r,wrapping:a}}async function Ea(e){let[t,n,r,a]=await Promise.all(["kem","sign","state","draft"].map(i=>ie(e,i))),o={kem:await Ie.of(t),sign:await ar(n),stateKey:await Zn(r),draftKey:await Zn(a)};return Q(t,n,r,a),o}var ui=(e,t,n)=>({portal:e,case:lt,epoch:0,id:t,writer:n==="mailbox"?q:t,kind:"seed"}),pi=(e,t,n,r,a)=>Ae(e,ui(t,n,r),a);async function hi(e,t,n,r,a){let o=await Xe(e,ui(t,n,r),a);if(o.length!==32)throw new C;return o}var kh=ga(F,A({roster:nr,read:pe(F)})),fi={v:te,organisation:Ue(32),directory:rr,cases:kh},vh=A({code:F,name:Te(1,200),person:F,role:je("facilitator","helper","coach","coordinator")}),mi={mailbox:A(fi),staff:A({...fi,checkpoint:ne,invitations:ga(F,vh)})},wi=(e,t,n,r)=>({portal:e,case:lt,epoch:r,id:t,writer:n==="mailbox"?q:t,kind:"state"});async function ja(e,t,n,r,a,o){return mi[r](o),Ae(e,wi(t,n,r,a),le(o))}async function gi(e,t,n,r,a,o){let i=Ve(await Xe(e,wi(t,n,r,a),o));return mi[r](i),i}function yi(e,t){let n={...e,directory:e.directory.version>=t.directory.version?e.directory:t.directory,cases:{...e.cases}};for(let[r,a]of Object.entries(t.cases))n.cases[r]=$h(n.cases[r],a);return e.checkpoint!==void 0&&(n.checkpoint=Math.max(e.checkpoint,t.checkpoint??0)),e.invitations&&(n.invitations={...t.invitations,...e.invitations}),n}function $h(e,t){return e?{roster:e.roster.number>=t.roster.number?e.roster:t.roster,read:[...new Set([...e.read,...t.read])]}:t}var bi={},G=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function ki(){if(G==="nl")return;bi=(await import(`../texts/${G}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function s(e,t={}){return Eh(bi[e]??e,t)}function Y(e,t,n,r={}){return s(xh(n)?e:t,{n,...r})}function xh(e){return e===1||G==="fr"&&e===0}function Eh(e,t){return e.replace(/\{(\w+)\}/g,(n,r)=>r in t?String(t[r]):n)}function z(e,{year:t=!1,weekday:n=!0}={}){let r={timeZone:"UTC",day:"numeric",month:"long"};return n&&(r.weekday="long"),t&&(r.year="numeric"),new Intl.DateTimeFormat(`${G}-BE`,r).format(new Date(`${e}T00:00:00Z`))}function nn(e){return new Intl.NumberFormat(`${G}-BE`).format(e)}function Sa(e){return G==="nl"?e:`/${G}${e==="/"?"":e}`}var Pt=()=>new Date().toISOString().slice(0,10),rn=(e,t)=>!(Math.abs(Date.parse(e)-Date.parse(t))<=1728e5),jh=(e,t)=>Date.parse(e)>Date.parse(t)?e:t;function vi(e,t){if(!rn(e,t))return e;let n=jh(e,t)===t?-2:2;return new Date(Date.parse(t)+n*864e5).toISOString().slice(0,10)}var Kn=class extends Error{constructor(){super("clocks differ"),this.name="ClockRefused"}};function cr(e){if(rn(e,Pt()))throw new Kn}async function $i(e,t,n,r){try{return await Nn(e,t,n,r)}catch(a){throw a instanceof Ke?new j(404,"wrong-credentials"):a}}var xi=13,Sh=16,ji=1e3,Ei=5,Ah=90;async function Si({challenge:e,effort:t},{tell:n,signal:r}){let a=g(e).slice(xi,xi+Sh),o=Date.now(),i=c=>n(Dh(c,t,Date.now()-o));return n(s("Het is nu druk. Je browser rekent even, zodat niemand het adviespunt kan doen vastlopen.")),`${e}.${h(await Mh(a,t,i,r))}`}function Dh(e,t,n){let r=Math.max(t-e,t/4),a=n/e*r/ji;return a>Ah?s("Het is nu druk. Je browser rekent even: nog ongeveer {n} minuten. Wat je schreef blijft staan.",{n:Math.ceil(a/60)}):s("Het is nu druk. Je browser rekent even: nog ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Ai(a)})}var Ai=e=>Math.max(1,Math.ceil(e/Ei))*Ei;function Mh(e,t,n,r){let a=gn("work");return new Promise((i,c)=>{let l=()=>c(new j(429,"stopped"));r.aborted&&l(),r.addEventListener("abort",l,{once:!0}),a.onerror=()=>c(new Error("work")),a.onmessage=({data:u})=>{u.nonce?i(u.nonce):n(u.tries)},a.postMessage({salt:e,effort:t})}).finally(()=>a.terminate())}function Di(e,{tell:t,signal:n}){return new Promise((r,a)=>{let o=Math.max(1,Math.ceil(e)),i=()=>{clearInterval(u),n.removeEventListener("abort",c)},c=()=>{i(),a(new j(429,"stopped"))},l=()=>{if(o<=0){i(),r();return}t(s("Het is nu heel druk. Je browser probeert het vanzelf opnieuw over ongeveer {n} seconden. Wat je schreef blijft staan.",{n:Ai(o)})),o-=1},u=setInterval(l,ji);n.addEventListener("abort",c),n.aborted?c():l()})}var Aa=class{constructor(t,n=Nh){this.waiting=t,this.problems=n,this.headers={},this.settling=null}async until(t){for(;;){let n=this.headers;try{return await t(n)}catch(r){if(!(r instanceof j)||!this.problems.has(r.problem))throw r;await this.settle(r,n)}}}async settle(t,n){this.settling===null&&n!==this.headers||(this.settling??=this.answer(t).finally(()=>{this.settling=null,this.waiting.tell("")}),await this.settling)}async answer({problem:t,content:n}){t==="work"?this.headers={"Adviespunt-Work":await Si(n.work,this.waiting)}:await Di(Number(n?.seconds??5),this.waiting)}},Nh=new Set(["work","throttled"]),Kh=new Set(["work"]);var Mi=(e,t)=>Oh(e,new Aa(t,Kh));function Oh(e,t){return{...e,put:(n,r)=>t.until(a=>e.put(n,r,a)),post:(n,r)=>t.until(a=>e.post(n,r,a))}}var Na=1024,zh=["facilitator","helper","coach"],Da=ue(Ee),Ni=A({v:te,case:F,number:ne,kind:re,urgent:Kt,category:ue(re),state:re,outcome:ue(re),authorities:pe(re),received:Ee,feedback:Da,final:Da,closed:Da,directory:bt}),Ki=({portal:e,key:t,case:n,writer:r})=>D(K("adviespunt/v1/register"),Z(e,t,n,r)),Oi=(e,t,n)=>D(K("adviespunt/v1/register-key"),Z(e,t,n));async function On(e,t,n,r){Ni(n);let a=Z(t.portal,t.case),o=r?await ae(r,"register",a,n):ei(n);if(o.length+8>Na)throw new v("entry-too-long");return yt(e,Ki(t),tn(o,Na))}async function zi(e,t,n,r){let a=await e.open(Ki(t),n);if(a.length!==Na)throw new C;let o=he(jn(a),Ni),i=o.body;if(i.case!==h(t.case))throw new v("case");return await(b(t.writer,q)?Th(i,o.signature):Ph(t,o,i,r)),i}async function Th(e,t){if(e.number!==0||t.some(a=>a!==0))throw new v("writer");let n=[e.category,e.outcome,e.feedback,e.final,...e.authorities],r=e.state==="withdrawn"?e.closed!==null&&e.received<=e.closed:e.closed===null;if(!["new","withdrawn"].includes(e.state)||n.some(a=>a!==null)||!r)throw new v("writer")}async function Ph(e,t,n,r){if(n.number<1)throw new v("writer");let a=oe(await r.version(n.directory),e.writer,zh);if(!a)throw new v("writer");await fe(a.sign,"register",Z(e.portal,e.case),t)}var Ma=({number:e,state:t})=>e===0?t==="withdrawn":t!=="unreadable";function Ka(e,t,n,r){return e.number!==n.number?e.number>n.number:Ma(e)!==Ma(n)?Ma(e):be(t,r)>0}var Ti=(e,t,n,r,a)=>yt(e,Oi(t,n,r),a);async function Pi(e,t,n,r,a,o){let i=await e.open(Oi(t,n,r),a);if(i.length!==32||!b((await Ie.of(i)).publicKey,o))throw new C;return i}var vt=class extends Error{constructor(){super("recovery words"),this.name="WrongRecoveryWords"}};async function lr(e,t,n,r){let{directory:a}=await e.get("/directory"),o=await ri(g(a),{portal:t,organisation:n,lastSeen:r}),i=new or(o,async c=>g((await e.get(`/directory/${c}`)).directory));return await i.requireContinued(r),i}var me=e=>e.directories.current.members,we=(e,t)=>X(e.directories.current,g(t,16));async function Oa(e,t,n=null){cr(e.portal.org.day);let{current:r}=e.directories,a=e.identity.sign.privateKey,o={...r,...t},i=await xa(a,e.portal.id,e.member,e.today,r,o),c={version:r.version+1,hash:await Je(i)},l=await sr(a,e.portal.id,e.member,c,e.today);await e.api.put("/directory",{version:c.version,directory:h(i),freshness:h(l),register_seeds:n})}async function Ch(e,t){if(t===null)throw new vt;let{sealed:n}=await e.api.get("/organisation/sealed-key"),r=await Ie.of(t);Q(t);try{return await oi(r,e.portal.id,e.directories.current.organisation,g(n))}catch(a){throw a instanceof P?new vt:a}finally{r.wipe()}}async function Ci(e,t,n){let{credentials:r,organisation:a}=e.directories.current;if(t.length===0)return r;cr(e.portal.org.day);let{serial:o}=await va(r,e.portal.id,a),i=await Ch(e,n),c=t.map(({what:l,member:u},p)=>$a(i.privateKey,e.portal.id,l,u,e.today,o+p));return[...r,...await Promise.all(c)]}var _i=(e,t)=>me(e).filter(n=>n.active&&b(n.person,t));function Li(e,t){return[t,..._i(e,t.person)].some(({role:n})=>n==="facilitator")}async function Bi(e,t,n){let r=_i(e,t.person),a=r.filter(({role:l})=>l==="facilitator").map(l=>({what:"revoke",member:l}));t.role==="facilitator"&&a.push({what:"appoint",member:t});let o=await Ci(e,a,n),i=t.role==="facilitator"?await _h(e,t):null,c=me(e).map(l=>r.includes(l)?{...l,active:!1}:l);await Oa(e,{credentials:o,members:[...c,t]},i)}async function Ri(e,t,n){let r=t.role==="facilitator",a=await Ci(e,r?[{what:"revoke",member:t}]:[],n),o=me(e).map(l=>l===t?{...l,active:!1}:l),i=r?await Rh(e,o):null,c=i?.register??e.directories.current.register;await Oa(e,{credentials:a,members:o,register:c},i?.seeds??null)}async function _h(e,t){let n=await zn(e);return Promise.all(n.map(({key:r,seed:a})=>Ta(e.portal.id,r,a,t)))}async function zn(e){let{keys:t}=await e.api.get("/register/key"),n=await Lh(e),r=t.map(async({key:a,sealed:o})=>{let i=n.get(a);if(i===void 0)return null;let c=g(a,16),l=await Pi(e.identity.kem,e.portal.id,c,e.member,g(o),i).catch(Yt);return l===null?null:{key:c,seed:l}});return(await Promise.all(r)).filter(a=>a!==null)}async function Lh({directories:e}){return new Map((await Ii(e)).map(({register:t})=>[h(t.id),t.kem]))}async function za({directories:e}){let t=new Map((await Ii(e)).map(({archive:n})=>[h(n.id),n.year]));return Bh(t)}function Bh(e){let t=[...e.keys()],n=r=>t.filter(a=>e.get(a)===e.get(r));return new Map([...e].map(([r,a])=>[r,{year:a,number:n(r).indexOf(r)+1,all:n(r).length}]))}async function Ii(e){let t=e.current.history.map((n,r)=>e.version(r+1));return[...await Promise.all(t),e.current]}async function Ui(e,t,n){let{publicKey:r}=await Ie.of(t);b(e.directories.current.archive.kem,r)||await Oa(e,{archive:{id:_(16),kem:r,year:n}})}async function Ta(e,t,n,r){let a=await Ti(r.kem,e,t,r.id,n);return{key:h(t),member:h(r.id),sealed:h(a)}}async function Rh(e,t){let[n,r]=[_(16),_(32)],{publicKey:a}=await Ie.of(r),o=t.filter(c=>c.active&&c.role==="facilitator"),i=await Promise.all(o.map(c=>Ta(e.portal.id,n,r,c)));return{register:{id:n,kem:a},seeds:i}}var Ih=7;async function Fi(e){if(!["facilitator","coordinator"].includes(e.role)||rn(e.portal.org.day,Pt()))return!1;let{freshness:t}=await e.api.get("/directory");if(t!==null&&!Uh(g(t),e))return!1;let{current:n}=e.directories,r=await sr(e.identity.sign.privateKey,e.portal.id,e.member,n,e.today);return await e.api.put("/freshness",{freshness:h(r)}),!0}function Uh(e,{directories:t,today:n}){let r=new DataView(e.buffer,e.byteOffset).getUint32(0),a=JSON.parse(new TextDecoder().decode(e.subarray(4,4+r))),o=(Date.parse(n)-Date.parse(a.day))/864e5;return a.version!==t.current.version||!(o<=Ih)}var dr=e=>kt(e.directories.current,"facilitator").length;var Qe=13,Hi=12,Fh=2**Qe;function Wi(e){let t=[];for(let[,r,a]of e.matchAll(/(\d)([a-z]+)/g))t.push((t.at(-1)??"").slice(0,Number(r))+a);let n=Object.freeze(t);if(n.length!==Fh)throw new Ke("list");return n}async function ut(e,t){let n=Math.ceil((8*t.length+Hi)/Qe),r=await U(D(K("adviespunt/v1/words"),t));return fr(e,D(t,r),n)}async function Tn(e,t,n){let r=t.toLowerCase().split(/\s+/).filter(Boolean);if(r.length!==Math.ceil((8*n+Hi)/Qe))throw new Ke("length");let a=qh(r.map((o,i)=>Hh(e,o,i))).slice(0,n);if(await ut(e,a)!==r.join(" "))throw new Ke("check");return a}function Hh(e,t,n){let r=e.indexOf(t);if(r<0)throw new Ke("word",n);return r}function ur(e,t){return fr(e,_(Math.ceil(t*Qe/8)),t)}async function pr(e,t){return fr(e,await U(D(K("adviespunt/v1/fingerprint"),t)),6)}async function hr(e,t){return fr(e,await U(D(K("adviespunt/v1/case-name"),t)),2)}function fr(e,t,n){return Array.from({length:n},(r,a)=>e[Wh(t,a*Qe)]).join(" ")}function Wh(e,t){let n=0;for(let r=t;r<t+Qe;r+=1)n=n<<1|e[r>>3]>>7-(r&7)&1;return n}function qh(e){let t=new Uint8Array(Math.ceil(e.length*Qe/8));return e.forEach((n,r)=>{for(let a=0;a<Qe;a+=1){let o=r*Qe+a;t[o>>3]|=(n>>Qe-1-a&1)<<7-(o&7)}}),t}var Vh=new URL("../../words/nl.txt",import.meta.url),Pa;function qi(){return Pa??=Gh().catch(e=>{throw Pa=void 0,e}),Pa}async function Gh(){let e=await fetch(Vh,{credentials:"omit",referrerPolicy:"no-referrer"});if(!e.ok)throw new TypeError("words");return Wi(await e.text())}function mr(e){return Math.round(Date.UTC(+e.slice(0,4),+e.slice(5,7)-1,+e.slice(8,10))/864e5)}function wr({from:e,to:t,closed:n}){let r=mr(`${e}-01-01`),a=mr(`${t}-12-31`),o=new Set([...n].map(mr)),i=new Int32Array(a-r+1),c=0;for(let u=r;u<=a;u+=1){let p=(u+4)%7;p!==0&&p!==6&&!o.has(u)&&(c+=1),i[u-r]=c}let l=u=>i[Math.min(Math.max(mr(u),r),a)-r];return{between:(u,p)=>l(p)-l(u)}}var et=class extends Error{constructor(t){super(t),this.name="StaffRefused",this.reason=t}};async function Vi(e){let[t,n]=await Promise.all([e.get(`/organisation?language=${G}`),qi()]);return{api:e,id:g(t.portal,16),org:t,words:n}}async function Gi(e,{name:t,passphrase:n,proof:r},a){let o=await $i("staff",e.id,t,n);return Ji(e,o,r,t,a)}async function Yi(e,{name:t,recovery:n,proof:r},a){return Ji(e,await ir(n),r,t,a)}async function Ji(e,{locator:t,login:n,wrapping:r},a,o,i){if("code"in a&&!/^([0-9]{6}|[A-Za-z0-9_-]{43})$/.test(a.code))throw new j(404,"wrong-credentials");let l=await Mi(e.api,i).post("/staff/session",{locator:h(t),login:h(n),...a}),u=g(l.member,16),p=await hi(r,e.id,u,"staff",g(l.seed));return Q(r),await is({kind:"staff",id:u,seed:p},l.tab_key),Xi(e,u,p,o)}async function Zi(e){let t=await sa(e.api,"staff");return t===null?null:Xi(e,t.id,t.seed,"")}async function Xi(e,t,n,r){let a=await Ea(n);Q(n);let[o,i]=await Promise.all([e.api.get("/staff/me"),e.api.get(`/organisation?language=${G}`)]),c=await ec(e.id,t,a,o.state),l=vi(i.day,Pt()),u=await lr(e.api,e.id,g(c.organisation,32),Jh(c)),p=X(u.current,t);if(!p?.active)throw new et("directory");return{portal:{...e,org:i},api:e.api,member:t,key:h(t),role:p.role,name:p.name,signInName:r,identity:a,directories:u,state:{number:o.state.number,content:c},words:e.words,today:l,days:await Yh(e.api,l)}}async function Yh(e,t){let n=Number(t.slice(0,4)),[r,a]=[n-6,n+1],{closed:o}=await e.get(`/calendar?from=${r}&to=${a}`);return wr({from:r,to:a,closed:o})}async function Qi(e,t){await ds(t),Zt(),e!==null&&Object.assign(e,{identity:null})}async function ec(e,t,n,{number:r,envelope:a}){return await gi(n.stateKey,e,t,"staff",r,g(a))}var Jh=({directory:e})=>({version:e.version,hash:g(e.hash)});async function $t(e,t){for(let n=0;;n+=1){let r=t(structuredClone(e.state.content));if(b(le(r),le(e.state.content))||await Zh(e,e.state.number+1,r))return;if(n===4)throw new j(409,"conflict");let a=await e.api.get("/staff/me");if(a.state.number<e.state.number)throw new et("older");let o=await ec(e.portal.id,e.member,e.identity,a.state),i=yi(o,{...e.state.content,invitations:{}});e.state={number:a.state.number,content:i}}}async function Zh(e,t,n){let{identity:r,portal:a,member:o}=e,i=await ja(r.stateKey,a.id,o,"staff",t,n);try{await e.api.put("/staff/state",{number:t,envelope:h(i)})}catch(c){if(c instanceof j&&c.status===409)return!1;throw c}return e.state={number:t,content:n},!0}async function pt(e){let{content:t}=e.state;e.directories=await lr(e.api,e.portal.id,g(t.organisation,32),e.directories.current),await Ca(e)}function Ca(e){let{version:t,hash:n}=e.directories.current;return $t(e,r=>({...r,directory:{version:t,hash:h(n)}}))}async function tc(e,{name:t,passphrase:n,recovery:r}){let a=await sa(e.api,"staff");if(a===null)throw new j(401,"signed-out");let o=nc(e.portal.id,e.member,a.seed),i={...await o(await Nn("staff",e.portal.id,t,n)),recovery:r===null?null:await o(await ir(r))};Q(a.seed),await e.api.put("/staff/credentials",i),e.signInName=t}function nc(e,t,n){return async({locator:r,login:a,wrapping:o})=>({locator:h(r),login:h(a),seed:h(await pi(o,e,t,"staff",n))})}var rc="about:blank";function ac(e){rc=e??rc}var oc=()=>!1;function sc(e){oc=e,addEventListener("beforeunload",Xh,{capture:!0})}function Xh(e){oc()&&e.preventDefault()}var gr=Uint8Array.of(0,97,115,109,1,0,0,0),Qh={crypto:()=>tf(),wasm:()=>WebAssembly.instantiate(gr),workers:()=>typeof Worker=="function",signatures:()=>nf(),drawing:()=>"createImageBitmap"in globalThis&&"HTMLDialogElement"in globalThis};async function ic(){return(await Promise.all(Object.entries(Qh).map(async([t,n])=>await ef(n)?[]:[t]))).flat()}async function ef(e){try{return await e()!==!1}catch{return!1}}async function tf(){let e=await crypto.subtle.importKey("raw",new Uint8Array(32),"HKDF",!1,["deriveBits"]),t=new Uint8Array(0),n=await crypto.subtle.deriveBits({name:"HKDF",hash:"SHA-256",salt:t,info:t},e,256),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,["encrypt"]);await crypto.subtle.encrypt({name:"AES-GCM",iv:new Uint8Array(12)},r,gr)}async function nf(){let e=await crypto.subtle.generateKey("Ed25519",!1,["sign","verify"]),t=await crypto.subtle.sign("Ed25519",e.privateKey,gr);return crypto.subtle.verify("Ed25519",e.publicKey,t,gr)}async function cc(e,{seals:t=!0}={}){let n=document.getElementById("app");try{await ki(),t&&await rf(),await e(n),document.body.classList.remove("waiting","failed"),document.querySelector(".stuck-box")?.remove()}catch(r){af(r)}}var yr=class extends Error{constructor(t){super(t),this.name="BrowserTooOld"}};async function rf(){let[e]=await ic();if(e)throw new yr(e)}function af(e){document.body.classList.add("waiting","failed");let t=document.querySelector(".stuck-why");t&&(t.textContent=sf(e))}var of=new Set(["Refused","BadSignature","Malformed"]);function sf(e){if(e instanceof yr)return s("Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).",{what:e.message});if(e instanceof TypeError)return s("Een deel van de pagina is niet aangekomen.");let t=e instanceof Error?e.name:"";return t==="ApiError"?s("De server antwoordt niet zoals het hoort."):of.has(t)?s("De lijst van medewerkers klopt niet: iemand heeft er misschien aan gezeten. Stel hier nu geen vraag."):""}function lc(e=document){let t=e.querySelector("h1");t instanceof HTMLElement&&(t.tabIndex=-1,t.focus({preventScroll:!0}),scrollTo(0,0))}var dc={archive:E`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":E`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":E`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"book-open":E`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,"chart-column":E`<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="M18 17V9"/><path d="M13 17V5"/><path d="M8 17v-3"/>`,check:E`<path d="M20 6 9 17l-5-5"/>`,"circle-check":E`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":E`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,clock:E`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"door-open":E`<path d="M10 21H2"/><path d="M10 3H7a2 2 0 00-2 2v16"/><path d="M14 12h.01"/><path d="M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992z"/><path d="M22 21h-3"/>`,eye:E`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":E`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,"file-text":E`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>`,flag:E`<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>`,inbox:E`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,info:E`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":E`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,keyboard:E`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":E`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,"notebook-pen":E`<path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"/><path d="M2 6h4"/><path d="M2 10h4"/><path d="M2 14h4"/><path d="M2 18h4"/><path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"/>`,pencil:E`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,printer:E`<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>`,"rotate-cw":E`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,search:E`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,send:E`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"triangle-alert":E`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,"user-plus":E`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"user-round-x":E`<path d="m16.5 16.5 5 5"/><path d="M2 21a8 8 0 0 1 11.531-7.18"/><path d="m21.5 16.5-5 5"/><circle cx="10" cy="8" r="5"/>`,users:E`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,x:E`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":E`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":E`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function k(e){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${dc[e]}</svg>`}function x(e,t){return d`<div class="notice ${e}">
    ${k({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[e])}
    <div class="stack tight">${t}</div>
  </div>`}function H(e,t=""){return d`<span class="badge ${t}">${e}</span>`}var uc="absence";async function _a(e){let{absences:t}=await e.api.get("/absences");return(await Promise.all(t.map(r=>cf(e,r)))).filter(r=>r!==null)}async function cf(e,{signed:t}){try{let n=he(g(t),()=>{}),{id:r,member:a,first:o,last:i,cover:c}=n.body,l=X(e.directories.current,g(a,16));return l===null?null:(await fe(l.sign,uc,e.portal.id,n),{id:r,member:a,first:o,last:i,cover:c})}catch(n){if(n instanceof P)return null;throw n}}async function pc(e,{first:t,last:n,cover:r}){let a=h(_(16)),o={v:1,id:a,member:e.key,first:t,last:n,cover:r},i=await ae(e.identity.sign.privateKey,uc,e.portal.id,o);await e.api.put(`/absences/${a}`,{first:t,last:n,cover:r,signed:h(i)})}var hc=(e,t)=>e.api.del(`/absences/${t}`);async function an(e){if(e.role==="coordinator")return new Map;let n=(await _a(e).catch(r=>{if(r instanceof j)return[];throw r})).filter(({first:r,last:a})=>r<=e.today&&e.today<=a);return new Map(n.map(r=>[r.member,r]))}function I(e){return De(t=>d` <div class="stack">
        <h2 id="dialog-title">${e.title}</h2>
        <div class="stack tight">${e.text}</div>
        <div class="actions">
          <button type="button" class="button" autofocus @click=${()=>t(!1)}>
            ${e.no??s("Nee, ga terug")}
          </button>
          <button type="button" class="button primary ${e.danger?"danger":""}" @click=${()=>t(!0)}>
            ${e.yes}
          </button>
        </div>
      </div>`).then(t=>t===!0)}function De(e,{kind:t="",label:n,stays:r=!1}={}){return new Promise(a=>{let o=document.createElement("dialog");o.className=t,n===void 0?o.setAttribute("aria-labelledby","dialog-title"):o.setAttribute("aria-label",n);let i=null,c=l=>{i=l,o.close()};r&&o.addEventListener("cancel",l=>l.preventDefault()),o.addEventListener("close",()=>{o.remove(),a(i)}),se(e(c),o),document.body.append(o),o.showModal()})}function br(e,t){return d`<div class="field">
    <label for=${e.id}>${e.label}</label>
    ${e.hint?d`<div class="hint" id=${`${e.id}-hint`}>${e.hint}</div>`:f} ${t}
    ${fc(e)}
  </div>`}function fc(e){return d`<div id=${`${e.id}-error`} aria-live="polite">
    ${e.error?d`<p class="error">${k("triangle-alert")}<span>${e.error}</span></p>`:f}
  </div>`}var kr=e=>[e.hint?`${e.id}-hint`:"",e.error?`${e.id}-error`:""].filter(Boolean).join(" ")||f,vr=e=>t=>e.input(t.target.value);function ce(e){return br(e,d`<input
      id=${e.id}
      type="text"
      autocomplete="off"
      autocapitalize="none"
      autocorrect="off"
      data-1p-ignore
      data-lpignore="true"
      data-bwignore
      data-form-type="other"
      .value=${e.value}
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":f}
      aria-describedby=${kr(e)}
      @input=${vr(e)}
    />`)}function mc(e){return br(e,d`<div class="with-button">
      <input
        id=${e.id}
        type="text"
        class=${e.shown?"":"masked"}
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        data-1p-ignore
        data-lpignore="true"
        data-bwignore
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":f}
        aria-describedby=${kr(e)}
        @input=${vr(e)}
      />
      <button
        type="button"
        class="button square"
        aria-pressed=${String(e.shown)}
        aria-controls=${e.id}
        @click=${e.toggle}
      >
        ${k(e.shown?"eye-off":"eye")}<span class="sr">${s("Toon wat je typt")}</span>
      </button>
    </div>`)}function ht(e){return br(e,d`<textarea
        id=${e.id}
        rows=${e.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":f}
        aria-describedby=${kr(e)}
        @input=${vr(e)}
      ></textarea>
      ${e.limit?d`<p class="hint counter">${lf(e.value,e.limit)}</p>`:f}`)}function lf(e,t){let n=t-[...e].length;return n<0?s("{n} tekens te veel",{n:nn(-n)}):n<t/5?s("Nog plaats voor {n} tekens",{n:nn(n)}):s("Hoogstens {n} tekens",{n:nn(t)})}function wc(e){return d`<fieldset aria-describedby=${`${e.id}-error`}>
    <legend>${e.label}</legend>
    ${e.hint?d`<div class="hint">${e.hint}</div>`:f} ${fc(e)}
    ${e.options.map((t,n)=>d`<label class="choice">
          <input
            type="radio"
            id=${n===0?e.id:`${e.id}-${n}`}
            ?checked=${t.key===e.value}
            .checked=${t.key===e.value}
            @change=${()=>e.change(t.key)}
            @keydown=${df}
          />
          <span>${t.label}${t.text?d`<small>${t.text}</small>`:f}</span>
        </label>`)}
  </fieldset>`}function df(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=e.target,r=[...n.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],a=r[(r.indexOf(n)+t+r.length)%r.length];a.focus(),a.click()}function Pe(e){return d`<label class="choice">
    <input
      type="checkbox"
      id=${e.id}
      .checked=${e.checked}
      ?disabled=${e.disabled}
      @change=${t=>e.change(t.target.checked)}
    />
    <span>${e.label}${e.text?d`<small>${e.text}</small>`:f}</span>
  </label>`}function Fe(e){let t=[...new Set(e.options.map(({group:r})=>r))],n=r=>e.options.filter(({group:a})=>a===r).map(({key:a,label:o})=>d`<option value=${a} ?selected=${a===e.value}>${o}</option>`);return br(e,d`<select
      id=${e.id}
      autocomplete="off"
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":f}
      aria-describedby=${kr(e)}
      @change=${vr(e)}
    >
      ${e.empty===void 0?f:d`<option value="" ?selected=${e.value===""}>${e.empty}</option>`}
      ${t.map(r=>r===void 0?n(r):d`<optgroup label=${r}>${n(r)}</optgroup>`)}
    </select>`)}function B({label:e,click:t,busy:n=!1,busyLabel:r,kind:a="primary",disabled:o=!1,type:i="button"}){let c=()=>{!n&&!o&&i==="button"&&t()};return d`<button
    type=${i}
    class="button ${a}"
    aria-busy=${String(n)}
    aria-disabled=${String(n||o)}
    @click=${c}
  >
    ${n?r??e:e}
  </button>`}function O(e){let t=document.createElement("div");t.className="toast",t.textContent=e,yc("toasts").append(t),setTimeout(()=>t.remove(),7e3)}function gc(e){yc("sr").textContent=e}function yc(e){return document.querySelector(`[data-live="${e}"]`)}function bc(){let e=[],t=()=>e.at(-1)?.();return addEventListener("popstate",()=>{e.length>1&&e.pop(),t()}),{open(n){e.length>0&&history.pushState(null,""),e.push(n),t()},replace(n){e.pop(),e.push(n),t()},back(){e.length>1&&history.back()},reset(n){e.length=0,e.push(n),t()}}}async function kc(e){for(let t of document.querySelectorAll("[data-organisation]"))t.textContent=e.name;ac(e.neutral_page);for(let t of document.querySelectorAll("[data-own]"))await uf(t,e.texts)}async function uf(e,t){let n=t[e.dataset.own??""];n&&(e.closest("section[hidden]")?.removeAttribute("hidden"),typeof n=="string"?e.textContent=n:(await import("./own-tree.js")).showTree(e,n))}function vc(e){let t=Pt();if(!rn(e,t))return f;let n=r=>z(r,{weekday:!1,year:!0});return d`<div class="banner">
    ${x("warn",d`<p>
        <strong>${s("De datum klopt niet.")}</strong>
        ${s("Je toestel zegt {own}, de server zegt {server}. Zet de datum van je toestel juist en laad de pagina opnieuw. Klopt ze al, verwittig dan de systeembeheerder en je collega’s. Tot dan ondertekent je browser geen lijst van medewerkers.",{own:n(t),server:n(e)})}
      </p>`)}
  </div>`}var $c=()=>s("De datum van je toestel en die van de server verschillen meer dan twee dagen. Er is niets veranderd. Zet de datum van je toestel juist, laad de pagina opnieuw en probeer het nog eens.");var $r=class{constructor(t,n){this.main=t,this.portal=n,kc(n.org),this.views=bc(),this.session=null,this.screen=null,this.tabs=[],this.signInAgain=async()=>!1,this.signOut=()=>{},this.banner=f,this.keys=!0,addEventListener("keydown",r=>this.key(r))}get me(){if(this.session===null)throw new j(401,"signed-out");return this.session}open(t){let n=t(this);this.views.open(()=>this.show(n))}replace(t){let n=t(this);this.views.replace(()=>this.show(n))}reset(t){let n=t(this);this.views.reset(()=>this.show(n))}back(){this.views.back()}show(t){this.screen!==t&&this.screen?.unsent?.()&&O(s("Wat je schreef, is niet verstuurd. Het staat er nog als je terugkomt.")),this.screen=t,this.update(),lc(this.main),t.shown?.()}update(){if(this.screen===null)return;let t=this.refusal()?.textContent;se(d`${this.frame()}${this.session===null?f:vc(this.session.portal.org.day)}${this.banner}${this.screen.render()}`,this.main);let n=this.refusal();n&&n.textContent!==t&&pf(n)}refusal(){return this.main.querySelector(".refusal > .notice")}frame(){return this.session===null||this.tabs.length===0?f:d`<nav class="staff-nav no-print" aria-label=${s("Onderdelen")}>
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
          ${k("log-out")}${s("Meld je af")}
        </button>
      </p>
    </nav>`}async goIdle(){this.session?.identity.kem.wipe(),this.main.classList.add("away"),await this.signInAgain(),this.main.classList.remove("away")}key(t){let r=t.target.closest?.("input, textarea, select, dialog, [contenteditable]");!this.keys||r||t.ctrlKey||t.metaKey||t.altKey||this.screen?.key?.(t)}async call(t){try{return await t()}catch(n){if(!(n instanceof j))throw n;if(n.problem==="signed-out")await this.signInAgain();else if(n.problem!=="sign-in-again"||!await this.signInAgain(La()))throw n;return t()}}},La=()=>({why:s("Wie je toegang verandert, meldt zich eerst nog eens aan."),free:!0});function M(e){return d`<div class="refusal" role="alert">
    ${e?x("danger",d`<p>${e}</p>`):f}
  </div>`}function pf(e){let{top:t,bottom:n}=e.getBoundingClientRect();t>=0&&n<=innerHeight||(e.tabIndex=-1,e.scrollIntoView({block:"center"}),e.focus({preventScroll:!0}))}function V(e,t=null){return d`<div class="working" role="status">
    <p>${e}</p>
    ${t===null?d`<progress aria-label=${e}></progress>`:d`<progress aria-label=${e} max=${Math.max(t.all,1)} .value=${t.done}></progress>`}
  </div>`}var xc=12e4,ft=class extends Error{constructor(t,n=null){super(t,{cause:n}),this.name="NoPasskey",this.reason=t}};function _t(){let e=/^[\d.]+$|^\[/.test(location.hostname);return globalThis.PublicKeyCredential!==void 0&&isSecureContext&&!e}async function Ec(e){let{challenge:t}=await e.post("/staff/challenge",{}),n=await jc(()=>navigator.credentials.get({publicKey:{challenge:g(t),allowCredentials:[],userVerification:"required",timeout:xc}})),r=n.response;return{credential:Ct(n.rawId),client_data:Ct(r.clientDataJSON),authenticator_data:Ct(r.authenticatorData),signature:Ct(r.signature)}}async function Pn(e,t){let n=await jc(()=>navigator.credentials.create({publicKey:{rp:{name:t.portal},user:{id:g(e.user),name:t.person,displayName:t.person},challenge:g(e.challenge),pubKeyCredParams:e.algorithms.map(a=>({type:"public-key",alg:a})),excludeCredentials:e.known.map(a=>({type:"public-key",id:g(a)})),authenticatorSelection:{residentKey:"required",requireResidentKey:!0,userVerification:"required"},attestation:"none",timeout:xc}})),r=n.response;return{credential:Ct(n.rawId),client_data:Ct(r.clientDataJSON),attestation:Ct(r.attestationObject)}}async function jc(e){try{let t=await e();if(t instanceof PublicKeyCredential)return t}catch(t){throw t instanceof DOMException?t.name==="InvalidStateError"?new ft("known",t):new ft(t.name==="NotAllowedError"||t.name==="AbortError"?"gone":"refused",t):t}throw new ft("gone")}var Ct=e=>h(new Uint8Array(e));function $(e){return e instanceof Kn?$c():e instanceof ft?hf[e.reason]():e instanceof j?ff[e.problem]?.()??s("De server weigerde dit. Er is niets veranderd. Probeer het later opnieuw."):e instanceof et?s("De server gaf een oudere toestand dan je al zag. Er is niets veranderd. Meld je opnieuw aan; gebeurt het weer, verwittig dan de systeembeheerder en je collega’s."):s("Er ging iets mis in deze browser. Er is niets verstuurd. Laad de pagina opnieuw en probeer het nog eens.")}var hf={gone:()=>s("Er is geen passkey gebruikt. Er is niets veranderd. Probeer het opnieuw."),known:()=>s("Op dit toestel staat al een passkey van jou. Er is niets veranderd."),refused:()=>s("Dit toestel kan hier geen passkey gebruiken. Er is niets veranderd. Neem een ander toestel.")},Sc=()=>s("Dit is meer dan de server aanneemt. Er is niets bewaard. Kort het in of doe het in delen."),Ac=()=>s("Dit kwam niet goed aan. Er is niets bewaard. Laad de pagina opnieuw en probeer het nog eens."),ff={network:()=>s("Er is geen verbinding met de server. Wat je typte, staat hier nog. Probeer het opnieuw."),"wrong-credentials":()=>s("Deze gegevens kloppen niet samen. Kijk je naam, wachtzin en tweede factor na."),"sign-in-again":()=>s("Er is niets veranderd. Meld je hiervoor eerst opnieuw aan."),"last-factor":()=>s("Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe."),"wrong-passkey":()=>s("De server kon je passkey niet nakijken. Er is niets veranderd. Probeer het opnieuw."),"wrong-code":()=>s("Deze code klopt niet. Wacht op de volgende code in je app en typ die."),throttled:()=>s("Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw."),"signed-out":()=>s("Je bent afgemeld. Meld je opnieuw aan; wat je typte, staat hier nog."),forbidden:()=>s("Dit mag met jouw rol niet. Er is niets veranderd."),conflict:()=>s("Iemand anders was je net voor. Er is niets verloren: laad opnieuw en kijk na wat er veranderde."),already:()=>s("Dit was al gedaan. Er is niets veranderd. Laad opnieuw om te zien hoe het nu staat."),"author-left":()=>s("Wie deze cijfers ondertekende, is geen facilitator meer. Ze komen terug zodra een facilitator zich aanmeldt."),clock:()=>s("De klok van de server staat verkeerd. Er is niets bewaard. Verwittig de systeembeheerder."),closed:()=>s("Dit kan niet meer bij deze vraag. Er is niets bewaard. Laad opnieuw om te zien hoe het nu staat."),different:()=>s("Op de server staat hier al iets anders. Er is niets bewaard. Laad opnieuw en kijk na."),journal:()=>s("Het logboek klopt niet: er is iets veranderd of weggelaten. Verwittig de systeembeheerder."),limits:Sc,malformed:Ac,method:Ac,"not-active":()=>s("Je toegang staat nog niet of niet meer aan. Vraag het aan een facilitator."),"not-found":()=>s("Dit is er niet meer, of je neemt er niet aan deel. Er is niets veranderd. Laad opnieuw."),"not-ready":()=>s("Dit kan pas als het portaal is ingericht. Er is niets bewaard."),"not-yet":()=>s("Daar is het nog te vroeg voor. Er is niets veranderd."),"nothing-ready":()=>s("Geen enkele vraag van dat jaar is al klaar voor het archief. Er is niets veranderd."),"open-cases":()=>s("Er zijn nog lopende dossiers. Er is niets veranderd. Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar."),server:()=>s("Er ging iets mis op de server. Doe het nog eens: het gebeurt nooit twee keer."),"too-large":Sc,work:()=>s("Het is nu druk op de server. Er is niets bewaard. Wacht even en probeer opnieuw."),full:()=>s("De server heeft geen plaats meer. Er is niets bewaard. Verwittig de systeembeheerder.")};var Ba=4,Cn=6,_n=e=>({portal:e.portal.org.name,person:s("medewerker")});function xr(e){return d`<div class="stack tight">
    <p>
      ${s("Scan deze code met een app voor eenmalige codes op je telefoon, bijvoorbeeld Aegis, 2FAS of Google Authenticator.")}
    </p>
    ${mf(e.qr)}
    <details>
      <summary>${s("Kun je niet scannen? Typ de sleutel over")}</summary>
      <p class="words">${(e.secret.match(/.{1,4}/g)??[]).join(" ")}</p>
    </details>
  </div>`}var Dc=new WeakMap;function mf(e){let t=Dc.get(e);if(t)return t;let n=wf(e);return Dc.set(e,n),n}function wf(e){let t=document.createElement("canvas"),n=(e.length+2*Ba)*Cn;t.width=n,t.height=n,t.className="qr",t.setAttribute("role","img"),t.setAttribute("aria-label",s("QR-code van je tweede factor"));let r=t.getContext("2d");return r.fillStyle="#fff",r.fillRect(0,0,n,n),r.fillStyle="#000",e.forEach((a,o)=>{[...a].forEach((i,c)=>{i==="1"&&r.fillRect((c+Ba)*Cn,(o+Ba)*Cn,Cn,Cn)})}),t}function Ln(e){return d`<ol class="word-list">
    ${e.split(" ").map(t=>d`<li><span class="words">${t}</span></li>`)}
  </ol>`}function Bn(e,t,n,r=Math.random){let a=t.words.split(" "),o=gf(a.length,r),i=!1,c=["",""],l=null,u=()=>{if(o.every((S,W)=>(c[W]??"").trim().toLowerCase()===a[S])){n();return}l=s("Dat zijn niet de woorden die daar staan. Kijk na wat je opschreef."),e.update()},p=y=>{i=y,c=["",""],l=null,e.update(),y&&document.getElementById("word-0")?.focus()},m=()=>d`<form class="stack" @submit=${Ce(u)}>
      <p>${s("Neem het papier en typ deze twee woorden over. Zo weet je zeker dat ze er goed op staan.")}</p>
      ${o.map((y,S)=>ce({id:`word-${S}`,label:s("Woord {n}",{n:y+1}),value:c[S]??"",input:W=>{c[S]=W}}))}
      ${M(l)}
      <div class="actions">
        <button type="submit" class="button primary">${s("Controleer")}</button>
        <button type="button" class="button" @click=${()=>p(!1)}>${s("Toon de woorden opnieuw")}</button>
      </div>
    </form>`,w=()=>d`${Ln(t.words)}
      <div class="actions">
        <button type="button" class="button primary" @click=${()=>p(!0)}>
          ${k("pencil")}${s("Ik heb ze opgeschreven")}
        </button>
      </div>`;return{render:()=>d`<div class="stack narrow">
        <h1>${t.title}</h1>
        <div class="stack tight">${t.text}</div>
        ${t.warning?x("warn",d`<p>${t.warning}</p>`):f} ${i?m():w()}
      </div>`}}function Mc(e,t,n=1){return{title:n===1?s("De archiefsleutel van {year}",{year:t}):s("De archiefsleutel van {year}, reeks {number}",{year:t,number:n}),text:d`<p>
        ${s("Met deze 21 woorden worden later gearchiveerde dossiers geopend, op een toestel zonder portaal.")}
      </p>
      <p>
        ${s("Bewaar ze in een kluis waar ook een ander dan jij bij kan, bijvoorbeeld in een verzegelde omslag.")}
        ${n===1?s("Schrijf het jaar en de dag van vandaag op de omslag."):s("Schrijf het jaar, ‘reeks {number}’ en de dag van vandaag op de omslag.",{number:n})}
      </p>`,words:e,warning:s("Gaan deze woorden verloren, dan opent niemand nog het archief van dat jaar.")}}function Ce(e){return t=>{t.preventDefault(),e()}}function gf(e,t){let n=Math.floor(t()*e),r=(n+1+Math.floor(t()*(e-1)))%e;return[n,r].sort((a,o)=>a-o)}function Nc(e,t,n,r=null){let a=null,o=null,i="",c=!1,l=async()=>{o=null;try{a=await t()}catch(w){o=$(w)}e.update()},u=async()=>{if(!c){c=!0,o=null,e.update();try{await n(i.replace(/\s+/g,""))}catch(w){o=await p(w)??$(w)}c=!1,i="",e.update()}},p=async w=>!(w instanceof j)||w.problem!=="sign-in-again"||!await e.signInAgain(La())?null:(await l(),s("Het duurde wat lang. Scan deze nieuwe code; de vorige geldt niet.")),m=w=>d`<form class="stack" @submit=${Ce(u)}>
      ${xr(w)}
      ${ce({id:"totp-code",label:s("Code van zes cijfers"),hint:s("De code die de app nu toont. Ze verandert elke halve minuut."),value:i,input:y=>{i=y}})}
      ${M(o)}
      <div class="actions">
        ${B({label:s("Bevestig"),busyLabel:s("Even geduld…"),busy:c,click:u,type:"submit",kind:"primary big"})}
        ${r?d`<button type="button" class="button" @click=${r}>${s("Terug")}</button>`:f}
      </div>
    </form>`;return{shown:()=>{a===null&&l()},render:()=>d`<div class="stack narrow">
        <h1>${s("Koppel je telefoon")}</h1>
        <p>${s("Bij elke aanmelding typ je naast je wachtzin een code die op je telefoon staat.")}</p>
        ${a?m(a):o?d`${M(o)}${B({label:s("Probeer opnieuw"),click:l})}`:V(s("Even geduld…"))}
      </div>`}}function zc(e,t){let n=null,r=!1,a=!1,o=null,i=async()=>{n=await e.call(()=>e.me.api.get("/staff/factors")),e.update()},c=async y=>{if(!r){r=!0,o=null,e.update();try{let S=await y();S!==null&&O(S),await i()}catch(S){o=$(S)}r=!1,e.update()}},l=()=>c(()=>bf(e)),u=(y,S,W)=>d`<li class="row spread">
      <span>${y} <small>${S}</small></span
      ><span class="row">${W}</span>
    </li>`,p=y=>Kc(n)<2?f:d`<button type="button" class="button quiet small" @click=${()=>c(y)}>${s("Verwijder")}</button>`,m=y=>u(s("Passkey {n}",{n:y.number}),yf(y),p(()=>kf(e,y))),w=()=>u(s("Codes op je telefoon"),s("uit een app, elke halve minuut een nieuwe"),d`<button type="button" class="button quiet small" @click=${()=>Oc(e,t)}>
          ${s("Andere telefoon")}
        </button>
        ${p(()=>vf(e))}`);return()=>(a||(a=!0,i().catch(y=>{o=$(y),e.update()})),d`<section class="card stack tight">
      <h2>${s("Je tweede factor")}</h2>
      <p>${s("Bij elke aanmelding heb je naast je wachtzin één van deze nodig.")}</p>
      <ul class="people">
        ${n?.codes?w():f} ${(n?.passkeys??[]).map(m)}
      </ul>
      ${Kc(n)===1?d`<p class="hint">${s("Dit is je enige. Met een tweede sta je niet buiten als je er een verliest.")}</p>`:f}
      ${M(o)}
      <div class="actions">
        ${_t()?B({label:s("Voeg een passkey toe"),busyLabel:s("Even geduld…"),busy:r,click:l,kind:""}):f}
        ${n===null||n.codes?f:d`<button type="button" class="button" @click=${()=>Oc(e,t)}>${s("Koppel een telefoon")}</button>`}
      </div>
      ${_t()?f:d`<p class="hint">${s("In deze browser of op dit adres kun je geen passkey toevoegen.")}</p>`}
    </section>`)}var Kc=e=>e===null?0:e.passkeys.length+(e.codes?1:0);function yf({day:e,synced:t,here:n}){let r=[s("van {day}",{day:z(e,{weekday:!1})})];return r.push(t?s("op elk toestel van je wachtwoordbeheerder"):s("op één toestel")),n||r.push(s("voor een ander adres van dit adviespunt")),r.join(" · ")}async function bf(e){let t=await e.call(()=>e.me.api.post("/staff/passkeys",{})),n=await Pn(t,_n(e)),r=h(_(16));return await e.call(()=>e.me.api.put(`/staff/passkeys/${r}`,n)),s("Je passkey is toegevoegd.")}async function kf(e,{id:t,number:n}){return await I({title:s("Passkey {n} verwijderen?",{n}),text:d`<p>${s("Je meldt je er niet meer mee aan. Verwijder ze daarna ook op je toestel.")}</p>`,yes:s("Verwijder de passkey"),danger:!0})?(await e.call(()=>e.me.api.del(`/staff/passkeys/${t}`)),s("De passkey is verwijderd.")):null}async function vf(e){return await I({title:s("De codes op je telefoon verwijderen?"),text:d`<p>
      ${s("Je meldt je daarna alleen met een passkey aan. Een code die iemand je ontfutselt, is dan niets meer waard.")}
    </p>`,yes:s("Verwijder de codes"),danger:!0})?(await e.call(()=>e.me.api.del("/staff/codes")),s("De codes gelden niet meer.")):null}function Oc(e,t){e.open(n=>Nc(n,()=>n.call(()=>n.me.api.post("/staff/codes",{})),async r=>{await n.me.api.put("/staff/codes",{code:r}),O(s("Je telefoon is gekoppeld.")),t()},()=>n.back()))}var Tc=({state:e,answered_on:t})=>t!==null&&(e==="open"||e==="answering");var $f=/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,Pc=e=>e.replace($f,"");var xf={facilitator:()=>s("facilitator"),helper:()=>s("helper van de facilitator"),coach:()=>s("integriteitscoach"),coordinator:()=>s("integriteitscoördinator")},Ef={new:()=>s("nieuw"),open:()=>s("geopend, nog geen feedback"),answering:()=>s("feedback gegeven"),answered:()=>s("definitief beantwoord"),passed:()=>s("doorgegeven"),closed:()=>s("afgesloten"),withdrawn:()=>s("ingetrokken"),unreadable:()=>s("niet te openen")},_e=e=>xf[e]?.()??e,Er=e=>Ef[e]?.()??e;function Rn(e){return Tc(e)?e.waits_for==="staff"?s("vervolg na het antwoord"):Er("answered"):Er(e.state)}var Cc={"":()=>s("Nog niet afgesloten"),open:()=>s("Nog niet afgesloten"),"state.withdrawn":()=>s("Ingetrokken"),"state.passed":()=>s("Doorgegeven, nog niet afgesloten"),"state.closed":()=>s("Afgesloten zonder uitkomst"),"state.unreadable":()=>s("Niet te openen")};function jr(e,t){let n=t.replace("state:","state.");return Object.hasOwn(Cc,n)?Cc[n]():J(e.outcomes,t)}function Sr(e){return e<0?Y("{n} werkdag te laat","{n} werkdagen te laat",-e):e===0?s("vandaag de laatste dag"):Y("nog {n} werkdag","nog {n} werkdagen",e)}function J(e,t){let n=e.find(r=>r.key===t);return n?.label??n?.name??t??""}function _c(e,t){let{day:n,cover:r}=Lc(e,t);return r?s("Afwezig tot en met {day}. {name} neemt over.",{day:n,name:r}):s("Afwezig tot en met {day}.",{day:n})}function Ar(e,t){let{day:n,cover:r}=Lc(e,t),a=we(e,t.member)?.name??s("iemand die weg is");return r?s("{name} is afwezig tot en met {day}. {cover} neemt over.",{name:a,day:n,cover:r}):s("{name} is afwezig tot en met {day}.",{name:a,day:n})}function Lc(e,{last:t,cover:n}){return{day:z(t,{weekday:!1}),cover:n===null?void 0:we(e,n)?.name}}var jf=7;function Ra(e,t=null){return n=>{let r=Rc(n,()=>e(n));return{render:()=>d`<div class="stack narrow">
          <h1>${s("Aanmelden als medewerker")}</h1>
          <p class="lead">
            ${s("Voor facilitatoren, hun helpers, integriteitscoaches en de integriteitscoördinator.")}
          </p>
          ${t?x("info",d`<p>${t}</p>`):f} ${r()}
          <hr />
          <p>
            <button type="button" class="button quiet" @click=${()=>n.open(Mf(e))}>
              ${s("Je wachtzin kwijt? Gebruik je herstelcode")}
            </button>
          </p>
        </div>`}}}function Rc(e,t,{name:n="",update:r=()=>e.update()}={}){let a=n!=="",o={name:n,passphrase:"",code:"",resetting:!1},i=!1,c=!1,l=null,u=null,p=Wc(r),m=async W=>{if(!c){c=!0,l=null,r();try{let R=await W();e.session=await Gi(e.portal,{...o,proof:R},p),o.passphrase="",t()}catch(R){u=Bc(R)??u,l=Bc(R)===null?$(R):null,o.code="",o.resetting=!1}c=!1,r()}},w=()=>m(async()=>({code:await Df(e,o)})),y=()=>o.name.trim()!==""&&o.passphrase.trim()!==""?m(()=>Uc(e,u)):(l=s("Typ eerst je naam en je wachtzin. Daarna vraagt je toestel je passkey."),r()),S=W=>R=>{o[W]=R};return()=>d`<form class="stack" @submit=${Ce(w)}>
      ${a?f:ce({id:"staff-name",label:s("Naam waarmee je je aanmeldt"),value:o.name,input:S("name")})}
      ${mc({id:"staff-passphrase",label:s("Wachtzin"),hint:s("Zeven woorden met een spatie ertussen."),value:o.passphrase,input:S("passphrase"),shown:i,toggle:()=>{i=!i,r()}})}
      ${u?Sf(u):f} ${Af(o,S("code"))}
      ${u?f:d`<p>
              <button
                type="button"
                class="button quiet"
                @click=${()=>{o.resetting=!o.resetting,o.code="",r()}}
              >
                ${o.resetting?s("Toch een code van zes cijfers"):s("Ik kreeg een code om mijn tweede factor te vernieuwen")}
              </button>
            </p>`}
      ${p.said()} ${M(l)}
      <div class="actions">
        ${B({label:s("Meld je aan"),busyLabel:s("Even geduld…"),busy:c,click:w,type:"submit",kind:"primary big"})}
        ${Ic(y,u?s("Maak een passkey"):s("Gebruik een passkey"))}
      </div>
    </form>`}function Ic(e,t){return _t()?d`<button type="button" class="button big" @click=${e}>${k("key-round")} ${t}</button>`:f}async function Uc(e,t=null){return t===null?{passkey:await Ec(e.portal.api)}:{new_passkey:await Pn(t.passkey,_n(e))}}function Sf(e){return d`${x("good",d`<p>${s("Je code klopt. Kies nu je nieuwe tweede factor; de vorige gelden daarna niet meer.")}</p>`)}
  ${xr(e.totp)}`}function Af(e,t){return ce({id:"staff-code",label:e.resetting?s("Code om je tweede factor te vernieuwen"):s("Code van zes cijfers"),hint:e.resetting?s("Elf woorden, die je van een facilitator kreeg."):Fc(),value:e.code,input:t})}var Fc=()=>_t()?s("Uit de app op je telefoon. Niet nodig als je een passkey gebruikt."):s("Uit de app op je telefoon.");async function Df(e,{code:t,resetting:n}){if(!n)return t.replace(/\s+/g,"");let r=await Tn(e.portal.words,t,16).catch(()=>null);return r===null?"":h(await ie(r,"staff/second-factor-reset"))}function Bc(e){return e instanceof j&&e.problem==="second-factor-setup"?e.content:null}async function Hc(e,{why:t,free:n=!1}={}){let r=e.session?.signInName??"";return await De(o=>{let i=document.createElement("div"),c=()=>se(d`<div class="stack">
            <h2 id="dialog-title">${s("Meld je opnieuw aan")}</h2>
            <p>${t??s("Je was een tijd niet actief. Wat je typte, staat er nog.")}</p>
            ${l()}
            ${n?d`<p><button type="button" class="button quiet" @click=${()=>o(null)}>${s("Terug")}</button></p>`:f}
          </div>`,i),l=Rc(e,()=>o(!0),{name:r,update:c});return c(),d`${i}`},{stays:!n})===!0}function Wc(e){let t="";return{tell:n=>{t=n,e()},signal:new AbortController().signal,said:()=>d`<div role="status">${t?x("info",d`<p>${t}</p>`):f}</div>`}}function Mf(e){return t=>{let n={name:"",words:"",code:""},r=!1,a=null,o=Wc(()=>t.update()),i=async u=>{if(!r){r=!0,a=null,t.update();try{let p=await u(),m=await Tn(t.portal.words,n.words,16);t.session=await Yi(t.portal,{name:n.name,recovery:m,proof:p},o),Ia(t,n.name,e)}catch(p){a=p instanceof j||p instanceof ft?$(p):s("Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.")}r=!1,t.update()}},c=()=>i(async()=>({code:n.code.replace(/\s+/g,"")})),l=u=>p=>{n[u]=p};return{render:()=>d`<form class="stack narrow" @submit=${Ce(c)}>
          <h1>${s("Aanmelden met je herstelcode")}</h1>
          <p>${s("Daarna krijg je een nieuwe wachtzin en een nieuwe herstelcode. De oude gelden dan niet meer.")}</p>
          ${ce({id:"recovery-name",label:s("Naam waarmee je je aanmeldt"),value:n.name,input:l("name")})}
          ${ce({id:"recovery-words",label:s("Herstelcode"),hint:s("Elf woorden, van het blad dat je bewaarde."),value:n.words,input:l("words")})}
          ${ce({id:"recovery-totp",label:s("Code van zes cijfers"),hint:Fc(),value:n.code,input:l("code")})}
          ${o.said()} ${M(a)}
          <div class="actions">
            ${B({label:s("Meld je aan"),busy:r,click:c,type:"submit"})}
            ${Ic(()=>i(()=>Uc(t)),s("Gebruik een passkey"))}
            <button type="button" class="button" @click=${()=>t.back()}>${s("Terug")}</button>
          </div>
        </form>`}}}function Ia(e,t,n){let r=ur(e.portal.words,jf),a=_(16);e.reset(()=>Bn(e,Nf(r),async()=>{let o=await ut(e.portal.words,a);e.replace(()=>Bn(e,Kf(o),()=>e.replace(Of(t,r,a,n))))}))}function Nf(e){return{title:s("Je wachtzin"),text:d`<p>${s("Met je naam en deze zeven woorden meld je je aan. Alleen jij ziet ze, en alleen nu.")}</p>
      <p>${s("Leer ze van buiten of bewaar ze op papier, niet bij je telefoon.")}</p>`,words:e}}function Kf(e){return{title:s("Je herstelcode"),text:d`<p>
      ${s("Vergeet je je wachtzin, dan open je met deze elf woorden toch je toegang. Schrijf ze op papier en bewaar ze achter slot.")}
    </p>`,words:e,warning:s("Wie deze woorden heeft en je tweede factor, kan zich als jou aanmelden.")}}function Of(e,t,n,r){return a=>{let o=null,i=!1,c=async()=>{i=!0,o=null,a.update();try{await a.call(()=>tc(a.me,{name:e,passphrase:t,recovery:n})),r(a)}catch(l){o=$(l)}i=!1,a.update()};return{shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${s("Je nieuwe wachtzin wordt bewaard")}</h1>
          ${M(o)}
          ${o?B({label:s("Probeer opnieuw"),busy:i,click:c}):d`<progress aria-label=${s("Even geduld…")}></progress>`}
        </div>`}}}function qc(e){let t=null,n=null,r=async()=>{t??=[],t=(await e.call(()=>e.me.api.get("/sessions"))).sessions,e.update()},a=async(i,c)=>{n=null;try{await e.call(()=>e.me.api.del(i)),O(c),await r()}catch(l){n=$(l),e.update()}},o=i=>d`<li class="row spread">
      <span>
        ${i.this?s("Deze browser"):s("Een andere browser")}
        <small>${s("aangemeld op {day}",{day:z(i.day,{weekday:!1})})}</small>
      </span>
      ${i.this?f:d`<button type="button" class="button quiet small" @click=${()=>a(`/sessions/${i.handle}`,s("Die browser is afgemeld."))}>${s("Meld daar af")}</button>`}
    </li>`;return()=>{t===null&&r().catch(c=>{n=$(c),e.update()});let i=[...t??[]].sort((c,l)=>Number(l.this)-Number(c.this));return d`<section class="card stack tight">
      <h2>${s("Waar ben je aangemeld?")}</h2>
      <ul class="people">
        ${i.map(o)}
      </ul>
      ${M(n)}
      ${i.length<3?f:d`<p>
              <button
                type="button"
                class="button"
                @click=${()=>a("/sessions",s("Je bent overal elders afgemeld."))}
              >
                ${s("Meld me overal elders af")}
              </button>
            </p>`}
      <p class="hint">${s("Herken je er een niet? Meld ze af en maak hieronder een nieuwe wachtzin.")}</p>
    </section>`}}function Dr(e){let t=null,n="",r=async()=>{try{n=await pr(e.portal.words,e.me.directories.current.organisation)}catch(l){t=$(l)}e.update()},a=e.me.role==="coordinator"?()=>f:zf(e),o=Tf(e),i=zc(e,()=>e.reset(Dr)),c=qc(e);return{tab:"account",shown:()=>{r()},render:()=>d`<div class="stack narrow">
        <h1>${s("Mijn toegang")}</h1>
        ${M(t)}
        <dl class="facts">
          <dt>${s("Naam")}</dt>
          <dd>${e.me.name}</dd>
          <dt>${s("Rol")}</dt>
          <dd>${_e(e.me.role)}</dd>
          <dt>${s("De zes woorden van het adviespunt")}</dt>
          <dd class="words">${n}</dd>
          <dt>${s("Lijst van medewerkers")}</dt>
          <dd>${s("versie {n}, nagekeken",{n:e.me.directories.current.version})}</dd>
        </dl>
        ${i()} ${c()}
        <section class="card stack tight">
          <h2>${s("Nieuwe wachtzin en herstelcode")}</h2>
          <p>${s("Doe dit als iemand je woorden kan hebben gezien. De oude gelden daarna niet meer.")}</p>
          <p><button type="button" class="button" @click=${()=>Pf(e)}>${s("Maak nieuwe")}</button></p>
        </section>
        ${a()} ${o()}
      </div>`}}function zf(e){let t=null,n={first:e.me.today,last:e.me.today,cover:""},r=null,a=async()=>{t??=[],t=(await e.call(()=>_a(e.me))).filter(({member:m})=>m===e.me.key),e.update()},o=m=>{r=$(m),e.update()},i=async m=>{r=null;try{await e.call(m),await a()}catch(w){o(w)}},c=()=>{if(n.first===""||n.last<n.first){r=s("De laatste dag kan niet voor de eerste liggen. Er is niets bewaard."),e.update();return}i(()=>pc(e.me,{...n,cover:n.cover===""?null:n.cover}))},l=(m,w)=>d`<div class="field">
      <label for=${`away-${m}`}>${w}</label>
      <input
        id=${`away-${m}`}
        type="date"
        autocomplete="off"
        .value=${n[m]}
        @change=${y=>{n[m]=y.target.value}}
      />
    </div>`,u=()=>me(e.me).filter(({active:m,role:w,id:y})=>m&&w!=="coordinator"&&h(y)!==e.me.key).map(({id:m,name:w})=>({key:h(m),label:w})),p=m=>d`<li class="row spread">
      <span
        >${z(m.first,{weekday:!1})} –
        ${z(m.last,{weekday:!1})}${m.cover?d`, ${s("{name} neemt over",{name:we(e.me,m.cover)?.name??""})}`:f}</span
      >
      <button type="button" class="button quiet small" @click=${()=>i(()=>hc(e.me,m.id))}>
        ${s("Verwijder")}
      </button>
    </li>`;return()=>(t===null&&a().catch(o),d`<section class="card stack tight">
      <h2>${s("Afwezig")}</h2>
      <p>${s("Collega’s zien het in de lijst, in je dossiers en als ze iemand toewijzen.")}</p>
      <ul class="people">
        ${(t??[]).map(p)}
      </ul>
      <div class="two">${l("first",s("Eerste dag"))}${l("last",s("Laatste dag"))}</div>
      ${Fe({id:"away-cover",label:s("Wie neemt over?"),value:n.cover,empty:s("Niemand"),options:u(),input:m=>{n.cover=m}})}
      ${M(r)}
      <div class="actions">${B({label:s("Bewaar de afwezigheid"),click:c,kind:""})}</div>
    </section>`)}function Tf(e){let t=null,n=null,r=!1,a=async()=>{r=!0;try{let{address:i}=await e.call(()=>e.me.api.get("/staff/notice"));t??=i??""}catch(i){n=$(i)}e.update()},o=async()=>{if(t!==null){n=null;try{await e.call(()=>e.me.api.put("/staff/notice",{address:t?.trim()?t.trim():null})),O(t?.trim()?s("Het adres is bewaard."):s("Je krijgt geen mail meer."))}catch(i){n=$(i)}e.update()}};return()=>(r||a(),d`<section class="card stack tight">
      <h2>${s("Een mail als er iets is")}</h2>
      <p>
        ${s("Hoogstens één mail per dag, altijd met dezelfde woorden: er staat iets klaar. Nooit iets over een vraag.")}
      </p>
      ${ce({id:"notice-address",label:s("Mailadres"),hint:s("Laat leeg als je geen mail wilt."),value:t??"",input:i=>{t=i}})}
      ${M(n)}
      <div class="actions">${B({label:s("Bewaar het adres"),click:o,kind:""})}</div>
    </section>`)}async function Pf(e){if(!await I({title:s("Een nieuwe wachtzin en herstelcode maken?"),text:d`<p>${s("Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.")}</p>`,yes:s("Begin")}))return;let n=e.me.signInName||await Cf();n&&Ia(e,n,r=>r.reset(Dr))}function Cf(){return De(e=>{let t=document.createElement("div"),n="";return se(d`<form class="stack" @submit=${Ce(()=>{n.trim()!==""&&e(n)})}>
        <h2 id="dialog-title">${s("Met welke naam meld je je aan?")}</h2>
        ${ce({id:"renew-name",label:s("Naam waarmee je je aanmeldt"),value:n,input:a=>{n=a}})}
        <div class="actions">
          <button type="button" class="button" @click=${()=>e(null)}>${s("Terug")}</button
          ><button type="submit" class="button primary">${s("Ga verder")}</button>
        </div>
      </form>`,t),d`${t}`})}var tt=(e,t)=>ie(e,`commit/${t}`);function Vc({portal:e,case:t,epoch:n,recipient:r,purpose:a}){return D(K("adviespunt/v1/key"),Z(e,t,Jt(n),r,K(a)))}var Gc=(e,t,n)=>yt(e,Vc(t),n);async function Ua(e,t,n){let r=await e.open(Vc(t),n);if(r.length!==32)throw new C;return r}async function Yc(e,t,n,r){let a=await Ua(e,t,r);if(!b(await tt(a,t.purpose),n))throw new C;return a}var _f=20,Lf=200,Bf=1e5,Rf=200,on=A({}),Mr=["asker"],Fa=["facilitator","helper"],Lt=[...Fa,"coach"],He=Object.freeze({question:{writers:Mr,thread:"case",fields:A({excluded:Ot(F),kind:re,name:ue(Te(1,Rf)),urgent:Kt})},reply:{writers:[...Mr,...Lt],thread:"case",fields:on},thanks:{writers:Mr,thread:"case",fields:on},feedback:{writers:Lt,thread:"case",fields:on},final:{writers:Lt,thread:"case",fields:A({referred:pe(re)})},pass:{writers:Lt,thread:"case",fields:A({authority:re})},close:{writers:Fa,thread:"case",fields:A({outcome:re})},withdraw:{writers:Mr,thread:"case",fields:on},recuse:{writers:["coach"],thread:"case",fields:on},note:{writers:Lt,thread:"notes",fields:on},draft:{writers:Lt,thread:"notes",fields:A({for:je("feedback","reply","final")})},triage:{writers:Fa,thread:"notes",fields:A({category:ue(re),pen:ue(F),urgent:Kt})},record:{writers:Lt,thread:"notes",fields:A({authority:re,day:Ee})}}),Zc=A({hash:ee,id:F}),If=pe(A({family:je("photo","document"),pages:pe(Zc,1)}),0,_f),Xc=A({v:te,counter:ne,roster:nr,seen:Ot(Zc,({id:e})=>e),attachments:e=>{if(If(e),e.reduce((n,r)=>n+r.pages.length,0)>Lf)throw new N("pages")},text:Te(0,Bf),fields:()=>{}});function Uf(e,t){if((Object.hasOwn(He,e)?He[e]:null)?.thread!==t)throw new v("kind");return e}async function Qc(e,t,n,r,a){let{id:o,writer:i,epoch:c}=n.header,l=Uf(n.header.kind,t),u=he(await Mn(e,n),Xc);He[l].fields(u.body.fields);let p=Ff(u.body);if(l==="question"&&p.roster.number!==0)throw new v("roster");let m=await a(p.roster,c,i);if(!He[l].writers.includes(m.role))throw new v("writer");return await fe(m.sign,"message",Z(n.rawHeader,await tt(e,t)),u),{...p,id:o,key:h(o),kind:l,thread:t,writer:i,epoch:c,hash:r}}var Ff=e=>({counter:e.counter,roster:{hash:g(e.roster.hash),number:e.roster.number},seen:e.seen.map(el),attachments:e.attachments.map(Hf),text:e.text,fields:e.fields}),el=({id:e,hash:t})=>({id:g(e),hash:g(t)}),Hf=({family:e,pages:t})=>({family:e,pages:t.map(el)});function tl(e,t){let n=new Map(e.map(o=>[h(o.hash),o])),r=new Map,a={messages:[],refused:[]};for(let o of qf(e,n)){let i=Yf(o,n,r),c=Jf(o,i);c?a.refused.push({message:o,reason:c}):(a.messages.push(o),r.set(h(o.hash),i))}return{...a,missing:Wf(a.messages,new Set([...n.keys(),...t]))}}function Wf(e,t){let n=e.flatMap(({seen:a})=>a).filter(({hash:a})=>!t.has(h(a)));return[...new Map(n.map(a=>[`${h(a.id)} ${h(a.hash)}`,a])).values()].sort((a,o)=>be(a.id,o.id))}function qf(e,t){let n=new Map(e.map((c,l)=>[c,l])),r=e.map(()=>[]),a=e.map(({seen:c},l)=>{let u=c.map(({hash:m})=>n.get(t.get(h(m)))).filter(Vf),p=new Set(u);for(let m of p)r[m].push(l);return p.size}),o=e.flatMap((c,l)=>a[l]===0?[l]:[]).reverse(),i=[];for(let c=o.pop();c!==void 0;c=o.pop()){i.push(e[c]);for(let l of r[c])a[l]-=1,a[l]===0&&Gf(o,l)}if(i.length<e.length)throw new N("circle");return i}var Vf=e=>e!==void 0;function Gf(e,t){let[n,r]=[0,e.length];for(;n<r;){let a=n+r>>1;e[a]>t?n=a+1:r=a}e.splice(n,0,t)}function Yf({seen:e},t,n){let r={counters:new Map,whole:!0,roster:0};for(let{hash:a}of e){let o=n.get(h(a)),i=t.get(h(a));if(r.whole&&=o?.whole??!1,!(!o||!i)){r.roster=Math.max(r.roster,o.roster,i.roster.number);for(let[c,l]of[...o.counters,[h(i.writer),i.counter]])r.counters.set(c,Math.max(l,r.counters.get(c)??l))}}return r}function Jf({seen:e,counter:t,kind:n,thread:r,writer:a,roster:o},i){let c=e.length===0;if(c&&t!==0||r==="case"&&n==="question"!==c)return"seen";if(o.number<i.roster)return"roster";let l=1+(i.counters.get(h(a))??-1);return t<l||i.whole&&t!==l?"counter":null}function nl(e){let t=new Set(e.flatMap(r=>r.seen.map(({hash:a})=>h(a))));return e.filter(({hash:r})=>!t.has(h(r))).map(({id:r,hash:a})=>({id:r,hash:a})).sort((r,a)=>be(r.id,a.id))}var rl=(e,t)=>1+Math.max(-1,...e.filter(n=>b(n.writer,t)).map(({counter:n})=>n));async function al(e,t,n,r){let a=n.kind,o=Zf(r);Xc(o),He[a].fields(o.fields);let i=Z(dt(n),await tt(e,He[a].thread));return Ae(e,n,await ae(t,"message",i,o))}var Zf=({counter:e,roster:t,seen:n,attachments:r,text:a,fields:o})=>({v:1,counter:e,roster:{hash:h(t.hash),number:t.number},seen:n.map(Jc),attachments:r.map(({family:i,pages:c})=>({family:i,pages:c.map(Jc)})),text:a,fields:o}),Jc=({id:e,hash:t})=>({hash:h(t),id:h(e)});var Xf=16*1024*1024,Qf=64e6,em=A({height:xn,media:je("image/webp","image/png","image/jpeg"),width:xn});function sl({media:e,width:t,height:n,image:r}){return cl({media:e,width:t,height:n,image:r}),D(qe(le({height:n,media:e,width:t})),r)}function il(e){let t=new Oe(e),n=Ve(t.lp());em(n);let r={media:n.media,width:n.width,height:n.height,image:t.rest()};return cl(r),r}function cl({media:e,width:t,height:n,image:r}){if(r.length>Xf)throw new N("image-bytes");if(dl(t,n),!tm[e]?.(r))throw new N("image-kind")}function ll({media:e,width:t,height:n,image:r}){let a=nm[e]?.(r)??null;if(!a)throw new N("image-kind");if(dl(a.width,a.height),a.width!==t||a.height!==n)throw new N("image-size")}function dl(e,t){if(e<1||t<1||e*t>Qf)throw new N("image-pixels")}var tm={"image/png":e=>xt(e,0,`PNG\r

`),"image/jpeg":e=>xt(e,0,"ÿØÿ"),"image/webp":e=>xt(e,0,"RIFF")&&xt(e,8,"WEBP")},nm={"image/png":rm,"image/jpeg":am,"image/webp":sm},xt=(e,t,n)=>[...n].every((r,a)=>e[t+a]===r.charCodeAt(0)),Et=e=>new DataView(e.buffer,e.byteOffset,e.length);function rm(e){return e.length<33||!xt(e,12,"IHDR")?null:{width:Et(e).getUint32(16),height:Et(e).getUint32(20)}}function am(e){let t=2;for(;t+9<e.length&&e[t]===255;){let n=e[t+1];if(om(n))return{height:Et(e).getUint16(t+5),width:Et(e).getUint16(t+7)};t+=2+Et(e).getUint16(t+2)}return null}var om=e=>e>=192&&e<=207&&![196,200,204].includes(e);function sm(e){return e.length<30?null:xt(e,12,"VP8X")?{width:1+ol(e,24),height:1+ol(e,27)}:xt(e,12,"VP8L")?im(Et(e).getUint32(21,!0),e[20]):!xt(e,12,"VP8 ")||e[23]!==157||e[24]!==1||e[25]!==42?null:{width:Et(e).getUint16(26,!0)&16383,height:Et(e).getUint16(28,!0)&16383}}var im=(e,t)=>t===47?{width:1+(e&16383),height:1+(e>>>14&16383)}:null,ol=(e,t)=>e[t]|e[t+1]<<8|e[t+2]<<16;var mt=Object.freeze(["facilitator","helper","coach"]),ul=new Uint8Array(32),cm=A({id:F,kem:ee,role:je("asker","facilitator","helper","coach","archive"),sign:ee}),lm=A({v:te,number:ne,previous:ue(ee),epoch:xn,case:ee,notes:ue(ee),directory:rr,participants:Ot(cm,e=>e.id),asker:ue(A({kem:Ue($n),sign:Ue(32)}))});async function pl(e,t,n){let r=Se(n),{header:a}=r;if(!(b(a.portal,t.portal)&&b(a.case,t.case)&&a.kind==="roster"))throw new v("place");let i=await Mn(e,r),c=he(i,lm),l=dm(c.body,a.writer,await Je(i));if(l.epoch!==a.epoch)throw new v("epoch");if(!b(l.case,await tt(e,"case")))throw new v("commitment");return{roster:l,parsed:c,context:r.rawHeader}}function dm(e,t,n){return{number:e.number,previous:e.previous&&g(e.previous),epoch:e.epoch,case:g(e.case),notes:e.notes&&g(e.notes),directory:{version:e.directory.version,hash:g(e.directory.hash)},participants:e.participants.map(um),asker:e.asker&&{kem:g(e.asker.kem),sign:g(e.asker.sign)},author:t,hash:n}}var um=({id:e,kem:t,role:n,sign:r})=>({id:g(e),kem:g(t),role:n,sign:g(r)}),ge=(e,t)=>e.participants.find(n=>b(n.id,t))??null;async function hl({roster:e,parsed:t,context:n},r,a){pm(e,r);let o=await a.at(e.directory);return await fe(await fm(e,r,o),"roster",n,t),await mm(e,r,o),await wm(e,r.at(-1)??null,o),r.length>0?bm(e,r):ym(e),e}function pm(e,t){let n=t.at(-1)??null;if(e.number!==t.length)throw new v("number");if(!hm(e.previous,n&&n.hash))throw new v("previous");if(n&&e.directory.version<n.directory.version)throw new v("directory-back")}var hm=(e,t)=>e===null||t===null?e===t:b(e,t);async function fm(e,t,n){let r=t.at(-1);if(!r){if(!b(e.author,q)||!e.asker)throw new v("author");return e.asker.sign}let a=ge(r,e.author),o=oe(n,e.author,Tt);if(!a||!Tt.includes(a.role)||!o)throw new v("author");if(!b((await Ze(o)).sign,a.sign))throw new v("author");return o.sign}async function mm(e,t,n){let r=t[0];if(r&&e.asker)throw new v("asker");let a=r?ge(r,q):e.asker&&await vm(e.asker),o=r?ge(r,ct):await $m(n);if(!Ha(ge(e,q),a))throw new v("asker");if(!Ha(ge(e,ct),o))throw new v("archive")}var Ha=(e,t)=>e!==null&&t!==null&&e.role===t.role&&Wa(e,t)&&b(e.id,t.id),Wa=(e,t)=>b(e.kem,t.kem)&&b(e.sign,t.sign);async function wm(e,t,n){let r=e.participants.filter(({id:a})=>!b(a,q)&&!b(a,ct));for(let a of r)await gm(a,t,n);if(!r.some(({role:a})=>Tt.includes(a)))throw new v("nobody-left")}async function gm(e,t,n){let r=X(n,e.id),a=t&&ge(t,e.id);if(!r)throw new v("member");if(!Ha(a,e)){if(a&&!Wa(a,e))throw new v("keys-changed");if(!r.active||r.role!==e.role||!mt.includes(e.role))throw new v("role");if(!Wa(e,await Ze(r)))throw new v("keys")}}function ym({epoch:e,notes:t,participants:n}){if(e!==0||t||n.some(({role:r})=>r==="coach"))throw new v("first")}function bm(e,t){let n=t[t.length-1];if(!e.notes)throw new v("notes");if(!ge(e,e.author))throw new v("author-leaves");let r=n.participants.some(({id:a})=>!ge(e,a));if(e.epoch===n.epoch&&!r){if(!(b(e.case,n.case)&&(!n.notes||b(e.notes,n.notes))))throw new v("epoch")}else if(e.epoch!==n.epoch+1||km(e,t))throw new v("epoch")}function km(e,t){let n=t.flatMap(({case:r,notes:a})=>a?[r,a]:[r]);return[e.case,e.notes].some(r=>r&&n.some(a=>b(r,a)))}async function fl(e,t,n){if(t.length!==0)for(let{directory:r,participants:a}of e){let o=await n.at(r);if(a.map(({id:c})=>X(o,c)?.person).some(c=>c&&t.includes(h(c))))throw new v("excluded")}}var vm=async e=>({id:q,role:"asker",...await Ze(e)});async function $m({archive:e}){let{kem:t}=await Ze({kem:e.kem,sign:ul});return{id:ct,role:"archive",kem:t,sign:ul}}async function ml(e,t){let n=oe(e,t,mt);if(!n)throw new v("role");return{id:n.id,role:n.role,...await Ze(n)}}var wl=e=>[...e].sort((t,n)=>be(t.id,n.id));function gl(e,t){let n=oe(t,e.id,mt);return n?{...e,role:n.role}:e}async function qa(e,t,{portal:n,case:r},a,o){let i={portal:n,case:r,epoch:o.epoch,id:_(16),writer:a,kind:"roster"},c=await ae(t,"roster",dt(i),xm(o));return{id:i.id,envelope:await Ae(e,i,c),hash:await Je(c)}}var xm=e=>({v:1,number:e.number,previous:e.previous&&h(e.previous),epoch:e.epoch,case:h(e.case),notes:e.notes&&h(e.notes),directory:{hash:h(e.directory.hash),version:e.directory.version},participants:e.participants.map(({id:t,kem:n,role:r,sign:a})=>({id:h(t),kem:h(n),role:r,sign:h(a)})),asker:e.asker&&{kem:h(e.asker.kem),sign:h(e.asker.sign)}});var T=class extends Error{constructor(t,n=void 0){super(`case refused: ${t}`,{cause:n}),this.name="CaseRefused",this.reason=t}};async function jt(e,t){try{return await t()}catch(n){throw n instanceof P?new T(n.reason==="directory-unknown"?"directory":e,n):n}}function wt(e,t){let n=e.get(t);if(!n)throw new T("keys");return n}var Va=({id:e,role:t})=>({id:e,role:t}),Ga=(e,t,n)=>r=>b(r,q)?e.kem:b(r,ct)?t.archive.kem:X(n,r)?.kem??null;async function Ya(e,t,n){return(await Promise.all(t.map(a=>Em(e,a,n(a.entry.id))))).flat()}async function Em(e,{entry:t,keys:n},r){if(!r||!b(await U(r),t.kem))throw new T("keys");let a=t.id;return Promise.all(n.map(async({epoch:o,purpose:i,key:c})=>{let l=await Gc(r,{...e,epoch:o,purpose:i,recipient:a},c);return{epoch:o,purpose:i,recipient:a,sealed:l}}))}function Ja({kind:e,text:t="",fields:n={},attachments:r=[]}){return{kind:e,text:t,fields:n,attachments:r,sealed:null}}async function Za(e,t){let{identity:n,caseKeys:r,notesKeys:a}=e.opened,{thread:o,writers:i}=He[t.kind];if(!i.includes(e.me.role))throw new T("role");if(o==="notes"&&t.attachments.length>0)throw new T("pages");let{epoch:c,number:l,hash:u}=e.roster,p=(o==="case"?r:a).get(c);if(!p)throw new T("notes");let m=o==="case"?e.messages:e.notes;return jm(t,p,{place:{portal:e.portal,case:e.id},identity:n,writer:e.me.id,epoch:c,roster:{number:l,hash:u},counter:rl(m,e.me.id),seen:nl(m),caseKey:wt(r,c)})}async function jm({kind:e,text:t,fields:n,attachments:r},a,o){let{place:i,identity:c,writer:l,epoch:u,roster:p,counter:m,seen:w}=o,{pages:y,attachments:S}=await Sm(o.caseKey??a,{...i,epoch:u,writer:l},r),W={...i,epoch:u,id:_(16),writer:l,kind:e},R={counter:m,roster:p,seen:w,attachments:S,text:t,fields:n},xe=await al(a,c.sign.privateKey,W,R);return{id:W.id,case:i.case,kind:e,thread:He[e].thread,epoch:u,envelope:xe,pages:y}}async function Sm(e,t,n){let r=n.map(({pages:i})=>Promise.all(i.map(c=>Am(e,t,c)))),a=await Promise.all(r);return{attachments:n.map(({family:i},c)=>({family:i,pages:a[c].map(({id:l,hash:u})=>({id:l,hash:u}))})),pages:a.flat().map(({id:i,envelope:c})=>({id:i,envelope:c}))}}async function Am(e,t,n){let r={...t,id:_(16),kind:"page"},a=await Ae(e,r,sl(n));return{id:r.id,envelope:a,hash:await Dn(a)}}async function Xa(e,t){let{identity:n,directories:r,rosters:a}=e.opened,o=a[a.length-1],i=Dm(e,o,t);if(i===null)return null;Mm(e,i);let c=await Nm(e,o,i),l=Km(e,o,i.turns),u={number:o.number+1,previous:o.hash,epoch:l.epoch,participants:c,asker:null,case:await tt(wt(l.caseKeys,l.epoch),"case"),notes:await tt(wt(l.notesKeys,l.epoch),"notes"),directory:{version:r.current.version,hash:r.current.hash}},p={portal:e.portal,case:e.id},m=wt(l.caseKeys,l.epoch),w=await qa(m,n.sign.privateKey,p,e.me.id,u),y=c.map(S=>Om(e,S,o,l));return{...w,number:u.number,epoch:l.epoch,notes:!0,participants:c.map(Va),keys:await Ya(p,y,await zm(e))}}function Dm(e,t,{add:n=[],remove:r=[],firstNotes:a=!1,turn:o=!1}){let i=[h(q),h(ct)],c=[...r.map(h),...e.departed].filter(m=>!i.includes(m)),l=t.participants.filter(({id:m})=>c.includes(h(m))),u=n.filter(m=>!ge(t,m)&&!c.includes(h(m))),p=a&&!t.notes;return l.length===0&&u.length===0&&!o&&!p?null:{coming:u,leaving:l,turns:l.length>0||o}}function Mm(e,{coming:t,leaving:n}){let r=e.opened.directories.current;if(!(Tt.includes(e.me.role)&&oe(r,e.me.id,Tt)))throw new T("role");if(t.map(i=>X(r,i)?.person).some(i=>i&&e.excluded.includes(h(i))))throw new T("excluded");if(n.some(({id:i})=>b(i,e.me.id)))throw new T("roster");if(t.length>0&&e.unreadableNotes.length>0)throw new T("notes")}async function Nm(e,t,{coming:n,leaving:r}){let a=e.opened.directories.current,o=t.participants.filter(c=>!r.includes(c)),i=jt("roster",()=>Promise.all(n.map(c=>ml(a,c))));return wl([...o.map(c=>gl(c,a)),...await i])}function Km(e,t,n){let r=t.epoch+(n?1:0),[a,o]=[new Map(e.opened.caseKeys),new Map(e.opened.notesKeys)];if(n&&a.set(r,_(32)),(n||!t.notes)&&o.set(r,_(32)),!o.has(r))throw new T("notes");return{epoch:r,caseKeys:a,notesKeys:o}}function Om({opened:e},t,n,{caseKeys:r,notesKeys:a}){let o=ge(n,t.id)===null,i=yl("case",r,o?null:e.caseKeys);return b(t.id,q)||i.push(...yl("notes",a,o?null:e.notesKeys)),{entry:t,keys:i}}var yl=(e,t,n)=>[...t].filter(([r])=>!n?.has(r)).map(([r,a])=>({epoch:r,purpose:e,key:a}));async function zm({opened:{rosters:e,directories:t}}){let n=e[0].asker;return Ga(n,await t.at(e[0].directory),t.current)}var Qa=6,Tm=4;async function kl(e,t,{unseen:n=!1}={}){let r=await e.get(`/cases/${h(t)}${n?"?unseen=true":""}`),a=[...r.messages,...r.notes??[]];return{fetched:Pm(t,r),index:r,days:new Map(a.map(o=>[o.id,o.day]))}}var Pm=(e,t)=>({id:e,rosters:t.rosters.map(n=>g(n)),keys:t.keys.map(Cm),messages:t.messages.map(bl),notes:(t.notes??[]).map(bl)}),Cm=({epoch:e,purpose:t,sealed:n})=>({epoch:e,purpose:t,sealed:g(n)}),bl=({envelope:e})=>g(e),eo=new Map;function _m(e,t){let n=eo.get(t);return!n||e&&e.roster.number>=n.number?e:{roster:n,read:e?.read??[]}}function to({api:e,identity:t,me:n,portal:r,id:a,directories:o,lastSeen:i,unseen:c=!1}){let l=`${h(n.id)} ${h(a)}`,u=async p=>{let{fetched:m,index:w,days:y}=await kl(e,a,{unseen:c}),S=await o(p),W=_m(i(),l),R=await xl({identity:t,me:n,portal:r,fetched:m,directories:S,lastSeen:W});return R.roster.number>=(eo.get(l)?.number??0)&&eo.set(l,R.seen.roster),{...R,index:w,days:y}};return async(p=!1)=>{try{return await u(p)}catch(m){if(m instanceof T&&m.reason==="directory"&&!p)return u(!0);throw m}}}async function Nr(e,t,n=64){let r=[];for(let a=0;a<e.length;a+=n)r.push(...await Promise.all(e.slice(a,a+n).map((o,i)=>t(o,a+i))));return r}var no=async(e,t,n,r)=>El(t,n,r,await e.get(`/cases/${t.key}/pages/${h(r.id)}`));async function ro(e,t,n,{register:r=async()=>null}={}){for(let a=Qa;;a-=1){let o=n.sealed?null:await Bm(e,t,n);o&&(n.sealed=await Lm(o,n,r));let i=n.sealed;try{return await $l(e,i.case,i.pages),{message:i,answer:await e.put(`/cases/${h(i.case)}/messages/${h(i.id)}`,Rm(i))}}catch(c){if(!vl(c)||a<=1)throw c;n.sealed=null}}}async function Lm(e,t,n){let r=await Za(e,t);return{...r,register:await n(e,r)}}async function Bm(e,t,n){let r=await t();return He[n.kind].thread==="notes"&&!r.roster.notes?Bt(e,t,{firstNotes:!0}):r}var Rm=({envelope:e,pages:t,register:n})=>({envelope:h(e),pages:t.map(({id:r})=>h(r)),register:n?{key:h(n.key),sealed:h(n.sealed)}:null}),vl=e=>e instanceof j&&e.status===409&&e.problem==="conflict";async function $l(e,t,n,r=()=>{}){let a=0;await Nr(n,async i=>{await e.put(`/cases/${h(t)}/pages/${h(i.id)}`,i.envelope),r(a+=1)},Tm)}async function Bt(e,t,n){for(let r=Qa;;r-=1){let a=await t(r<Qa),o=await Xa(a,n);if(!o)return a;try{return await e.post(`/cases/${a.key}/rosters`,Um(o)),await t()}catch(i){if(!(vl(i)||Im(i))||r<=1)throw i}}}var Im=e=>e instanceof j&&e.problem==="network",Um=({number:e,envelope:t,epoch:n,notes:r,participants:a,keys:o})=>({number:e,envelope:h(t),epoch:n,notes:r,participants:a.map(({id:i,role:c})=>({id:h(i),role:c})),keys:o.map(Fm)}),Fm=({recipient:e,epoch:t,purpose:n,sealed:r})=>({recipient:h(e),epoch:t,purpose:n,sealed:h(r)});async function xl({identity:e,me:t,portal:n,fetched:r,directories:a,lastSeen:o}){let i={portal:n,case:r.id},c=await Vm(e,t.id,i,r),l=await Gm(r.rosters,c,i,a);Ym(l,o),await Jm(l,t.id,e);let{notesKeys:u,unreadableNotes:p}=await Zm(e,t.id,i,r,l),m={identity:e,directories:a,rosters:l,caseKeys:c,notesKeys:u},w=await jl("case",r.messages,i,m),y=await Hm(w.messages,l,a),S=b(t.id,q)?[]:r.notes,W=await jl("notes",S,i,m),R=[...w.missing,...W.missing];return{id:r.id,key:h(r.id),portal:n,excluded:y,unreadableNotes:p,opened:m,...Wm(t.id,m,w.messages),messages:w.messages,notes:W.messages,refused:[...w.refused,...W.refused],missing:[...R,...aw([...r.messages,...S],o,R)],seen:qm(l[l.length-1],[...w.messages,...W.messages],o)}}async function Hm(e,t,n){let r=e.find(({kind:o})=>o==="question");if(!r)throw new T("question");let a=r.fields.excluded;return await jt("excluded",()=>fl(t,a,n)),a}function Wm(e,{rosters:t,directories:n},r){let a=t[t.length-1],{number:o,hash:i,epoch:c,notes:l,participants:u}=a,p=ge(a,e);return{me:{id:e,role:p.role},roster:{number:o,hash:i,epoch:c,notes:l!==null},participants:u.map(m=>Al(m,n.current)),departed:rw(a,r,n.current)}}var qm=({hash:e,number:t},n,r)=>({roster:{hash:h(e),number:t},read:[...new Set([...r?.read??[],...n.map(({key:a})=>a)])]});async function Vm(e,t,n,r){let a=async o=>{let i=Sl(r,o,"case");if(!i)throw new T("keys");return Ua(e.kem,{...n,epoch:o,recipient:t,purpose:"case"},i)};return jt("keys",async()=>{let o=[...new Set(r.rosters.map(c=>Se(c).header.epoch))],i=await Promise.all(o.map(a));return new Map(o.map((c,l)=>[c,i[l]]))})}var Sl=({keys:e},t,n)=>e.filter(r=>r.epoch===t&&r.purpose===n).at(-1)?.sealed??null;async function Gm(e,t,n,r){let a=await jt("roster",()=>Promise.all(e.map(i=>pl(wt(t,Se(i).header.epoch),n,i)))),o=[];for(let i of a)o.push(await jt("roster",()=>hl(i,o,r)));if(o.length===0)throw new T("roster");return o}function Ym(e,t){if(!t)return;let{number:n,hash:r}=t.roster;if(!e[n]||h(e[n].hash)!==r)throw new T("rollback")}async function Jm(e,t,n){let r=ge(e[e.length-1],t),a=await Ze({kem:n.kem.publicKey,sign:n.sign?.publicKey??new Uint8Array(32)});if(!r||!b(r.kem,a.kem))throw new T("me");if(b(t,q)&&!b(r.sign,a.sign))throw new T("me")}async function Zm(e,t,n,r,a){let o=new Map,i=[];if(b(t,q))return{notesKeys:o,unreadableNotes:i};let c=new Map(a.map(({epoch:l,notes:u})=>[l,u]));for(let[l,u]of c){if(!u)continue;let p=Sl(r,l,"notes"),m={...n,epoch:l,recipient:t,purpose:"notes"},w=p&&await Yc(e.kem,m,u,p).catch(Yt);w?o.set(l,w):i.push(l)}return{notesKeys:o,unreadableNotes:i}}async function jl(e,t,n,r){let a=await Promise.all(t.map(w=>Qm(e,w,n,r))),o=[...new Map(a.map(w=>[w.hash,w])).values()],{candidates:i,refused:c}=Xm(e,o),l=tl(i,o.map(({hash:w})=>w)),u=l.refused.map(({message:w,reason:y})=>({key:w.key,kind:w.kind,thread:e,reason:y})),p=l.messages.filter(({writer:w})=>!b(w,q)),m=new Set(p.flatMap(({seen:w})=>w.map(({hash:y})=>h(y))));return{messages:l.messages.map(w=>nw(w,r)),refused:[...c,...u],missing:l.missing.map(({id:w,hash:y})=>({key:h(w),thread:e,by:m.has(h(y))?"staff":"asker"}))}}function Xm(e,t){let n=new Set,r=[],a=[];for(let{key:o,kind:i,message:c,reason:l}of t)n.has(o)?a.push({key:o,kind:i,thread:e,reason:"repeat"}):c?r.push(c):a.push({key:o,kind:i,thread:e,reason:l}),o!==""&&n.add(o);return{candidates:r,refused:a}}async function Qm(e,t,n,r){let a=await Dn(t),o={key:"",kind:null,hash:h(a),message:null,reason:"envelope"};try{let i=Se(t),{header:c}=i;if(Object.assign(o,{key:h(c.id),kind:c.kind}),!b(c.portal,n.portal)||!b(c.case,n.case))throw new v("place");let l=(e==="case"?r.caseKeys:r.notesKeys).get(c.epoch);if(!l)throw new v("key");let u=await Qc(l,e,i,a,(p,m,w)=>tw(r,p,m,w));return{...o,message:u}}catch(i){return{...o,reason:ew(i)}}}function ew(e){if(!(e instanceof P))throw e;return{BadSignature:"signature",Malformed:"form",Unsealable:"envelope"}[e.name]??e.reason}async function tw({rosters:e,directories:t},n,r,a){let o=e[n.number];if(!o)throw new v("roster-withheld");if(!b(o.hash,n.hash)||o.epoch!==r)throw new v("roster");let i=ge(o,a);if(!i)throw new v("writer");if(b(a,q))return{role:i.role,sign:e[0].asker.sign};let c=X(await t.at(o.directory),a);if(!c||!b((await Ze(c)).sign,i.sign))throw new v("writer");return{role:i.role,sign:c.sign}}function nw(e,{rosters:t,directories:n}){let r=ge(t[e.roster.number],e.writer);if(!r)throw new T("roster");return{...e,author:Al(r,n.current)}}function Al({id:e,role:t},n){let r=X(n,e),a=r?oe(n,e,mt)!==null:!0;return{id:e,key:h(e),role:t,name:r?.name??"",function:r?.function??"",person:r?.person??null,active:a}}function rw(e,t,n){let r=t.filter(({kind:o,epoch:i})=>o==="recuse"&&i===e.epoch).map(({writer:o})=>h(o));return e.participants.filter(({role:o})=>o!=="asker"&&o!=="archive").filter(({id:o})=>r.includes(h(o))||!oe(n,o,mt)).map(({id:o})=>h(o))}function aw(e,t,n){let r=new Set(e.map(ow));return(t?.read??[]).filter(o=>!r.has(o)&&!n.some(i=>i.key===o)).map(o=>({key:o,thread:null,by:"me"}))}function ow(e){try{return h(Se(e).header.id)}catch(t){return Yt(t)}}async function El(e,t,n,r){if(!b(await Dn(r),n.hash))throw new v("page");let{writer:a,epoch:o}=t,i={portal:e.portal,case:e.id,epoch:o,id:n.id,writer:a,kind:"page"},c=il(await Xe(wt(e.opened.caseKeys,o),i,r));return ll(c),c}var Le=new Set(["passed","closed","withdrawn","unreadable"]),We="unreadable",Dl=new Set(["withdrawn",We]);var Kl={state:"new",opened:!1,feedback_on:null,answered_on:null,closed_on:null,waits_for:"staff"},ao=({state:e,feedback_on:t},n)=>({feedback_on:t??n,state:e==="new"||e==="open"?"answering":e}),Ml=(e,t)=>({...ao(e,t),answered_on:e.answered_on??t});function sw({state:e,feedback_on:t}){return e!=="answered"&&e!=="closed"?{waits_for:"staff"}:{waits_for:"staff",state:t===null?"open":"answering",closed_on:null}}var iw={reply:(e,t,n)=>n?sw(e,t,n):{...ao(e,t),waits_for:"asker"},feedback:(e,t)=>({...ao(e,t),waits_for:e.answered_on===null?"staff":e.waits_for}),final:(e,t)=>({...Ml(e,t),state:"answered",waits_for:null}),pass:(e,t)=>({...Ml(e,t),state:"passed",waits_for:null,closed_on:t}),close:({state:e},t)=>({state:e==="passed"?"passed":"closed",waits_for:null,closed_on:t}),withdraw:(e,t)=>({state:"withdrawn",waits_for:null,closed_on:t})};function cw({messages:e,notes:t},n){let r=Kl;for(let{kind:a,key:o,author:i}of e){let c=i.role==="asker";c||(r=Nl(r)),r={...r,...iw[a]?.(r,n.get(o)??"",c)}}return t.length>0?Nl(r):r}var Nl=e=>({...e,opened:!0,state:e.state==="new"?"open":e.state}),lw=["feedback_on","answered_on","closed_on"];function oo(e,t,n){let r=cw(e,n),a=r.opened?r:{...r,...dw(r,t)};for(let i of lw)a[i]!==null&&(a[i]=t[i]??a[i]);let o=Object.keys(Kl);return{summary:{...t,...a},contradicted:o.some(i=>t[i]!==a[i])}}async function Ol(e){let t=r=>({...r,...oo(r,r.index,r.days)}),n=t(await e());return n.contradicted?t(await e()):n}function dw({state:e},{opened:t,state:n,closed_on:r}){return n===We?{opened:!0,state:n,waits_for:null,closed_on:r}:{opened:t,state:e==="new"&&t&&n==="open"?"open":e}}var $e=e=>Le.has(e.summary.state),sn=e=>e.participants.filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t})=>t);function Rt({summary:e,opened:t,coaches:n}){return e.participants.find(({id:a,active:o})=>o&&a===t?.pen)?.id??(n.length===1?n[0]??null:null)}function In(e){let{summary:t,coaches:n,away:r}=e;if($e(e)||t.waits_for===null)return{who:null,keys:[],absent:[]};if(t.waits_for==="asker")return{who:"asker",keys:[],absent:[]};let a=Rt(e),o=a===null?n:[a],i=o.filter(u=>!r.has(u));if(i.length>0)return{who:"members",keys:i,absent:[]};let c=o.flatMap(u=>r.get(u)??[]),l=t.participants.filter(({id:u,active:p})=>p&&!r.has(u)&&c.some(({cover:m})=>m===u)).map(({id:u})=>u);return{who:l.length>0?"members":"facilitators",keys:l,absent:c}}function Un(e,t){let{who:n,keys:r,absent:a}=In(e);return n==="facilitators"&&(t.role==="facilitator"||t.role==="helper")?!0:r.includes(t.key)||a.some(({member:o})=>o===t.key)}function Fn({summary:e},t){return $e({summary:e})||e.draft_by===t.key?null:e.participants.find(({id:n,active:r})=>r&&n===e.draft_by)?.id??null}var cn=(e,t)=>Un(e,t)||Fn(e,t)!==null;var uw=2;function so(e,t,n){if($e({summary:e})||e.answered_on!==null)return null;let r=e.feedback_on===null?"feedback":"final",a=r==="feedback"?e.feedback_by:e.answer_by,o=n.between(t,a),i=a<t;return{what:r,by:a,left:i?Math.min(o,-1):o,tone:i?"danger":o<=uw?"warn":"good"}}function io(e,t){let n=a=>oe(t,g(a,16),mt)!==null,r=e.participants.map(a=>({...a,active:a.active&&(!mt.includes(a.role)||n(a.id))}));return{...e,participants:r}}async function Kr(e,t,n){let r=t.map(a=>io(a,e.directories.current));return Promise.all(r.map(async a=>({key:a.case,name:await hr(e.words,g(a.case,16)),summary:a,line:null,opened:null,due:so(a,e.today,e.days),coaches:sn(a),away:n})))}var Or=e=>e.opened?.urgent??e.line?.urgent??!1,zr=e=>e.opened?.category??e.line?.category??null,co=e=>e.opened?.kind??e.line?.kind??null;function zl(e,t){let n=new Map(e.map(r=>[r,Pl(r,t)]));return[...e].sort((r,a)=>fw(n.get(r),n.get(a)))}var pw=["late","mine","colleagues","colleagues","asker","answered","ended"],Tl=(e,t)=>pw[Number(Pl(e,t)[0])]??"ended";function Pl(e,t){if($e(e))return[6,0,hw(e.summary.last),e.name];let n=e.due!==null&&e.due.left<0,r=e.due?.tone==="warn",a=cn(e,t)?1:e.summary.waits_for!=="staff"?e.due?4:5:r?2:3;return[n?0:a,Or(e)?0:1,e.due?.by??"9999-12-31",e.name]}var hw=e=>99999999-Number(e.replaceAll("-",""));function fw(e,t){for(let n=0;n<e.length;n+=1){let[r,a]=[e[n],t[n]];if(!(r===void 0||a===void 0||r===a))return r<a?-1:1}return 0}function Cl(e,t,n,r){let a=lo(t.query).split(" ").filter(Boolean);return e.filter(o=>{if(t.show==="mine"&&!(cn(o,n)||o.due!==null&&o.due.left<0)||t.show==="open"&&$e(o)||t.show==="waiting"&&($e(o)||o.summary.waits_for!=="asker")||t.show==="ended"&&!$e(o)||t.category!==""&&zr(o)!==t.category||t.member!==""&&!o.coaches.includes(t.member))return!1;if(a.length===0)return!0;let i=r(o);return a.every(c=>i.includes(c))})}function lo(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}async function Tr(e,t){let{summary:n,contradicted:r,days:a,...o}=await Ol(It(e,t)),i=io(n,e.directories.current);return{key:t,view:o,summary:Bl(i),aside:i.state===We,contradicted:r,days:a}}var Bl=e=>e.state===We?{...e,state:"open",waits_for:"staff",closed_on:null}:e;async function Rl(e,{key:t,view:n}){let r=[..._l(n.messages),..._l(n.notes)].sort(),a={number:n.roster.number,hash:h(n.roster.hash)};await $t(e,o=>({...o,cases:{...o.cases,[t]:{roster:a,read:r}}}))}var mw=4,_l=e=>e.slice(-mw).map(({key:t})=>t);function Il(e,{key:t,view:n}){let r=new Set(e.state.content.cases[t]?.read??[]),a=[...Ll(n.messages,r),...Ll(n.notes,r)];return new Set(a.filter(({writer:o})=>h(o)!==e.key).map(o=>o.key))}function Ll(e,t){let n=-1;return e.forEach((r,a)=>{t.has(r.key)&&(n=a)}),e.slice(n+1)}function It(e,t,{unseen:n=!1}={}){return to({api:e.api,identity:e.identity,me:{id:e.member},portal:e.portal.id,id:g(t,16),directories:async r=>(r&&await pt(e),e.directories),lastSeen:()=>e.state.content.cases[t]??null,unseen:n})}async function ww(e,t){t.view.roster.notes||e.role==="coach"||await Bt(e.api,It(e,t.key),{firstNotes:!0})}async function Ut(e,t,n){await ww(e,t),await ro(e.api,It(e,t.key),n,{register:r=>vw(e,t,r,n)})}var Ft=e=>Ja(e);async function Ul(e,t){let n=await It(e,t,{unseen:!0})();return{...nt(n),kind:n.messages[0]?.fields.kind??""}}function Fl(e,t,...n){let r=new Set(t.excluded),a=new Set(t.participants.map(o=>o.key));return me(e).filter(o=>o.active&&n.includes(o.role)).map(o=>({member:o,key:h(o.id),reason:r.has(h(o.person))?"excluded":a.has(h(o.id))?"there":null}))}async function Hl(e,t,n){let r=n.map(a=>g(a,16));await Bt(e.api,It(e,t.key),{add:r})}async function Wl(e,t,n){await Bt(e.api,It(e,t.key),{remove:[g(n,16)]})}function ql(e,t){return t.participants.filter(({id:n,role:r})=>!["asker","archive"].includes(r)&&n!==e.key).filter(({id:n,active:r})=>!r||we(e,n)?.active===!1).map(({id:n})=>n)}function uo(e,t){let n=new Set(t.participants.map(({id:r})=>r));return me(e).filter(r=>r.active&&(r.role==="facilitator"||r.role==="helper")).map(r=>h(r.id)).filter(r=>!n.has(r))}async function Vl(e,t){let n=It(e,t.case,{unseen:!0}),{departed:r,excluded:a}=await n(),o=uo(e,t).filter(i=>{let c=we(e,i);return c!==null&&!a.includes(h(c.person))});return r.length===0&&o.length===0?!1:(await Bt(e.api,n,{add:o.map(i=>g(i,16))}),!0)}var gw={feedback:"answering",final:"answered",pass:"passed",close:"closed",withdraw:"withdrawn"};function nt(e){let t=e.messages.find(({kind:r})=>r==="question"),n=e.notes.filter(({kind:r})=>r==="triage").at(-1);return{category:n?.fields.category??null,pen:n?.fields.pen??null,urgent:n?.fields.urgent??t?.fields.urgent??!1}}function yw(e,t,n,r,a){let{key:o}=t,{index:i,days:c}={index:t.summary,days:t.days,...n},l=Bl(oo(n,i,c).summary),u=n.messages.find(({kind:at})=>at==="question"),p=[...n.messages,{kind:r.kind,fields:r.fields}],m=r.kind==="triage"?r.fields:nt(n),w=e.today,y=at=>r.kind===at,S=y("feedback")||y("reply")||y("final")||y("pass"),R=p.some(({kind:at})=>at==="pass")?"passed":gw[r.kind]??bw(l,r),xe=p.filter(({kind:at})=>at==="close").at(-1),Mt=(at,Zo)=>Zo===null?null:[at,[Zo,w].sort()[0]].sort()[1],Yn=Mt(a,l.received)??w,Jo=Mt(Yn,l.feedback_on??(S?w:null)),Ru=Mt(Jo??Yn,l.answered_on??(y("final")||y("pass")?w:null));return{v:1,case:o,number:n.messages.length+n.notes.length,kind:u?.fields.kind??"unknown",urgent:m.urgent,category:m.category,state:R,outcome:R==="closed"?xe?.fields.outcome??null:null,authorities:kw(p),received:Yn,feedback:Jo,final:Ru,closed:Mt(Yn,y("close")||y("pass")?w:l.closed_on),directory:e.directories.current.version}}function bw(e,t){return t.kind==="reply"&&["new","open"].includes(e.state)?"answering":e.state==="new"?"open":e.state}function kw(e){let t=e.flatMap(({kind:n,fields:r})=>n==="final"?r.referred:n==="pass"?[r.authority]:[]);return[...new Set(t)].sort()}async function vw(e,t,n,r){let{id:a,kem:o}=e.directories.current.register,i={portal:e.portal.id,key:a,case:n.id,writer:e.member},[c]=n.opened.rosters,{day:l}=await e.directories.at(c.directory),u=yw(e,t,n,r,l);return{key:a,sealed:await On(o,i,u,e.identity.sign.privateKey)}}var po=1e6,$w=A({v:te,act:Te(1,po),name:Te(1,po),text:Te(0,po)});async function Gl(e){let t=h(e.directories.current.register.id),r=[...await zn(e)].sort((a,o)=>+(h(o.key)===t)-+(h(a.key)===t));return Promise.all(r.map(({seed:a})=>ie(a,"template")))}async function Yl(e){let{templates:t}=await e.api.get("/templates");if(t.length===0)return[];let n=await Gl(e);return(await Promise.all(t.map(a=>xw(e,n,a)))).filter(a=>a!==null).sort((a,o)=>a.name.localeCompare(o.name))}async function xw(e,t,{id:n,number:r,envelope:a}){let o=g(a);for(let i of t)try{let{writer:c}=Se(o).header,l={portal:e.portal.id,case:lt,epoch:r,id:g(n,16),writer:c,kind:"template"},u=Ve(await Xe(i,l,o));$w(u);let{act:p,name:m,text:w}=u;return{id:n,number:r,act:p,name:m,text:w}}catch(c){if(!(c instanceof P))throw c}return null}async function Jl(e,{id:t,number:n,act:r,name:a,text:o}){let[i]=await Gl(e);if(i===void 0)throw new P("register-key");let c=t===null?_(16):g(t,16),l=t===null?0:n+1,u={portal:e.portal.id,case:lt,epoch:l,id:c,writer:e.member,kind:"template"},p=await Ae(i,u,le({v:1,act:r,name:a,text:o}));await e.api.put(`/templates/${h(c)}`,{number:l,envelope:h(p)})}var Zl=(e,t)=>e.api.del(`/templates/${t}`);var ln=new WeakMap,ho=new WeakMap;async function Xl(e){ln.set(e,[]),ln.set(e,await e.call(()=>Yl(e.me))),e.update()}function Ql(e,t,n){let r=e.me.role==="facilitator";r&&!ln.has(e)&&Xl(e).catch(()=>{});let a=(ln.get(e)??[]).filter(l=>l.act===t).map(({name:l,text:u})=>({name:l,text:u})),o=jw.filter(l=>l.act===t).map(l=>({name:l.name(),text:l.text()})),i=[...a,...o];if(!fo().some(({key:l})=>l===t))return f;let c=r?d`<p>
        <button type="button" class="button quiet small" @click=${()=>e.open(Ew)}>
          ${s("Eigen voorbeeldteksten beheren")}
        </button>
      </p>`:f;return i.length===0?c:d`<details class="templates">
    <summary>${s("Begin met een voorbeeldtekst")}</summary>
    <ul class="plain">
      ${i.map(l=>d`<li><button type="button" class="button small" @click=${()=>n(l.text)}>${k("book-open")}${l.name}</button></li>`)}
    </ul>
    ${c}
  </details>`}var fo=()=>[{key:"feedback",label:s("Eerste feedback")},{key:"reply",label:s("Bericht")},{key:"final",label:s("Definitief antwoord")},{key:"pass",label:s("Doorgeven")},{key:"close",label:s("Afsluiten")}];function Ew(e){let t=()=>({id:null,number:0,act:"feedback",name:"",text:""}),n=ho.get(e)??t();ho.set(e,n);let r=u=>{n=u,ho.set(e,n)},a=!1,o=null,i=async(u,p)=>{a=!0,o=null,e.update();try{await e.call(u),await Xl(e),r(t()),O(p)}catch(m){o=$(m)}a=!1,e.update()},c=()=>{if(n.name.trim()===""||n.text.trim()===""){o=s("Geef de tekst een naam en schrijf hem."),e.update();return}i(()=>Jl(e.me,n),s("De tekst is bewaard."))},l=async u=>{await I({title:s("‘{name}’ weggooien?",{name:u.name}),text:s("Berichten die er al mee geschreven zijn, blijven."),yes:s("Gooi weg"),danger:!0})&&await i(()=>Zl(e.me,u.id),s("De tekst is weg."))};return{tab:"queue",unsent:()=>n.text.trim()!=="",render:()=>d`<div class="stack narrow">
        <p>
          <button type="button" class="button quiet" @click=${()=>e.back()}>
            ${k("arrow-left")}${s("Terug")}
          </button>
        </p>
        <h1>${s("Voorbeeldteksten")}</h1>
        <p class="hint">
          ${s("Ze zijn verzegeld zoals al wat hier geschreven wordt. Alleen facilitatoren kunnen ze openen.")}
        </p>
        ${ln.get(e)?.length===0?d`<p class="muted">${s("Er zijn nog geen eigen teksten.")}</p>`:f}
        <ul class="cards">
          ${(ln.get(e)??[]).map(u=>d`<li class="card row spread">
                <span
                  ><strong>${u.name}</strong
                  ><small class="muted"> ${fo().find(({key:p})=>p===u.act)?.label}</small></span
                >
                <span class="row"
                  ><button
                    type="button"
                    class="button small"
                    @click=${()=>{r({...u}),e.update()}}
                  >
                    ${s("Bewerk")}</button
                  ><button type="button" class="button danger small" @click=${()=>l(u)}>
                    ${s("Gooi weg")}
                  </button></span
                >
              </li>`)}
        </ul>
        <section class="card stack tight">
          <h2>${n.id===null?s("Een nieuwe tekst"):s("Bewerk de tekst")}</h2>
          ${Fe({id:"template-act",label:s("Voor"),value:n.act,options:fo(),input:u=>{n.act=u}})}
          ${ce({id:"template-name",label:s("Naam"),value:n.name,input:u=>{n.name=u}})}
          ${ht({id:"template-text",label:s("Tekst"),value:n.text,rows:8,input:u=>{n.text=u}})}
          ${M(o)}
          <div class="actions">
            ${B({label:s("Bewaar"),busy:a,click:c})}
            ${n.id===null?f:d`<button
                    type="button"
                    class="button"
                    @click=${()=>{r(t()),e.update()}}
                  >
                    ${s("Laat zoals het was")}
                  </button>`}
          </div>
        </section>
      </div>`}}var jw=[{act:"feedback",name:()=>s("We gaan ermee aan de slag"),text:()=>s("Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan.")},{act:"feedback",name:()=>s("We hebben nog een vraag"),text:()=>s("Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:")},{act:"final",name:()=>s("Verwijzing naar een andere dienst"),text:()=>s("We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf.")},{act:"pass",name:()=>s("Plicht om door te geven"),text:()=>s("We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kunt dit bericht nog lezen tot het dossier wordt gearchiveerd.")}];var Sw=()=>({text:"",referred:new Set,authority:"",outcome:"",for:"reply",record:"",sealed:null,recordSealed:null}),mo=new WeakMap;function ed(e){let t=mo.get(e.app)??new Map;mo.set(e.app,t);let n=t.get(e.caseKey)??new wo(e);return n.page=e,t.set(e.caseKey,n),n}var td=e=>[...mo.get(e)?.values()??[]].some(t=>t.unsent()),wo=class{constructor(t){this.page=t,this.act=null,this.entries=new Map,this.error=null,this.sending=!1}get app(){return this.page.app}entry(t){let n=this.entries.get(t)??Sw();return this.entries.set(t,n),n}unsent(){return[...this.entries.values()].some(({text:t,record:n})=>t.trim()!==""||n.trim()!=="")}acts({summary:t,view:n}){let r=this.app.me.role!=="coach",{state:a}=t,o=[],i=!Le.has(a);return i&&t.feedback_on===null&&o.push(["feedback",s("Eerste feedback")]),i&&t.feedback_on!==null&&o.push(["reply",s("Bericht")]),i&&o.push(["final",s("Definitief antwoord")]),a==="passed"&&!n.notes.some(({kind:c})=>c==="record")&&o.push(["record",s("Vastleggen")]),o.push(["note",s("Interne nota")]),i&&o.push(["draft",s("Ontwerp")],["pass",s("Doorgeven")]),r&&i&&o.push(["close",s("Afsluiten")]),o}start(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([o])=>o),a=r.includes(t)?t:t==="reply"?r[0]:void 0;a!==void 0&&(this.choose(a),setTimeout(()=>document.getElementById("compose-text")?.focus()))}choose(t){this.act=t,this.error=null,this.page.draw()}canAnswer({summary:t}){return!Le.has(t.state)}takeOver(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([c])=>c),a=t.fields.for,o=r.includes(a)?a:r[0];if(o===void 0)return;let i=this.entry(o);i.text=i.text.trim()===""?t.text:`${i.text}

${t.text}`,i.sealed=null,this.start(o)}render(t){let n=this.acts(t),r=n.length===0&&this.unsent();r||this.moveOn(n.map(([o])=>o),t);let a=this.act!==null&&(r||n.some(([o])=>o===this.act));return d`<section class="compose no-print" aria-labelledby="compose-title">
      <h2 id="compose-title">${s("Schrijf of handel af")}</h2>
      ${Le.has(t.summary.state)?x("info",d`<p>${Mw(t.summary.state)}</p>`):f}
      ${n.length===0?f:d`<div class="segments" role="group" aria-label=${s("Wat wil je doen?")}>
              ${n.map(([o,i])=>d`<button type="button" class="segment" aria-pressed=${String(this.act===o)} @click=${()=>this.choose(o)}>${i}</button>`)}
            </div>`}
      ${this.act!==null&&a?this.form(this.act):f}
    </section>`}moveOn(t,{view:n}){if(this.sending)return;this.act!==null&&!t.includes(this.act)&&(this.act=null);let r=["",...[...n.messages,...n.notes].map(({text:a})=>a)];for(let[a,{text:o,record:i}]of[...this.entries]){let c=[o,i].filter(m=>!r.includes(m.trim()));if(t.includes(a)||(this.entries.delete(a),c.length===0))continue;let l=a==="feedback"&&t.includes("reply")?"reply":"note",u=this.entry(l);u.text=[u.text,...c].filter(m=>m.trim()!=="").join(`

`),u.sealed=null,this.act=l;let p=s("Wat je schreef, kan zo niet meer: dit dossier is intussen veranderd. Je tekst staat hier nog.");this.error={field:"compose-text",says:p}}}faultIn(t){return this.error?.field===t?this.error.says:null}form(t){let n=this.entry(t);return d`<div class="stack compose-form">
      <p class="hint">${Nw(t)}</p>
      ${this.fields(t,n)}
      ${ht({id:"compose-text",label:Kw(t),value:n.text,rows:t==="note"?5:9,limit:this.page.app.portal.org.limits.text,error:this.faultIn("compose-text"),input:r=>{n.text=r,n.sealed=null}})}
      ${Ql(this.app,t,r=>{n.text=n.text.trim()===""?r:`${n.text}

${r}`,n.sealed=null,this.page.draw()})}
      ${t==="pass"?this.recordField(n):f}
      <div class="actions">
        ${B({label:d`${k(["note","draft","record"].includes(t)?"notebook-pen":"send")}${Ow(t)}`,busyLabel:s("Wordt verzegeld en verstuurd…"),busy:this.page.busy,click:()=>this.send(t,n),kind:t==="pass"||t==="close"?"danger primary":"primary"})}
      </div>
    </div>`}fields(t,n){let{org:r}=this.app.me.portal,a=o=>o.map(i=>({key:i.key,label:i.label??i.name}));if(t==="final")return d`<details class="referred">
        <summary>${s("Verwijs je naar een andere dienst? Duid aan welke")}</summary>
        <div class="stack tight">
          ${a(r.authorities).map(({key:o,label:i})=>Pe({id:`referred-${o}`,label:i,checked:n.referred.has(o),change:c=>{n.referred[c?"add":"delete"](o),n.sealed=null}}))}
        </div>
      </details>`;if(t==="pass")return Fe({id:"pass-authority",error:this.faultIn("pass-authority"),label:s("Aan welke dienst geef je door?"),value:n.authority,empty:s("Kies een dienst"),options:a(r.authorities),input:o=>this.set(n,{authority:o,recordSealed:null})});if(t==="close")return Fe({id:"close-outcome",error:this.faultIn("close-outcome"),label:s("Met welke uitkomst?"),value:n.outcome,empty:s("Kies een uitkomst"),options:a(r.outcomes),input:o=>this.set(n,{outcome:o})});if(t==="draft"){let o=[{key:"reply",label:s("een bericht")},{key:"feedback",label:s("een eerste feedback")},{key:"final",label:s("een definitief antwoord")}];return Fe({id:"draft-for",label:s("Ontwerp voor"),value:n.for,options:o,input:i=>this.set(n,{for:i})})}return f}set(t,n){Object.assign(t,n,{sealed:null}),this.error=null,this.page.draw()}recordField(t){return ht({id:"pass-record",label:s("Wat gaf je door, en aan wie precies?"),hint:s("Dit blijft verzegeld bij het dossier, voor je collega’s. De vraagsteller ziet het niet."),value:t.record,rows:4,limit:this.page.app.portal.org.limits.text,error:this.faultIn("pass-record"),input:n=>{t.record=n,t.recordSealed=null}})}unanswered(t){return t!=="close"||this.page.open?.summary.feedback_on!==null?null:{field:"compose-text",says:s("De vraagsteller kreeg nog geen reactie. Stuur eerst feedback of een antwoord, en sluit daarna af. Er is niets verstuurd; je tekst staat er nog.")}}async send(t,n){if(this.error=Aw(t,n,this.page.app.portal.org.limits.text)??this.unanswered(t),this.error!==null){this.page.draw(),document.getElementById(this.error.field)?.focus();return}if(!await this.confirmed(t,n))return;let r=n.sealed??=Ft({kind:t,text:n.text.trim(),fields:this.fieldsOf(t,n)});this.sending=!0;let a=await this.page.act(async o=>{t==="pass"&&await Ut(this.app.me,o,this.recordOf(n)),await Ut(this.app.me,o,r)});if(this.sending=!1,!a)return this.page.draw();this.entries.delete(t),this.act=null,this.page.draw(),O(zw(t))}recordOf(t){let n={authority:t.authority,day:this.app.me.today};return t.recordSealed??=Ft({kind:"record",text:t.record.trim(),fields:n}),t.recordSealed}fieldsOf(t,n){return t!=="record"?Dw(t,n):{authority:this.page.open?.view.messages.find(({kind:a})=>a==="pass")?.fields.authority,day:this.app.me.today}}async confirmed(t,n){let{org:r}=this.app.me.portal;return t==="pass"?I({title:s("Doorgeven aan {name}?",{name:J(r.authorities,n.authority)}),text:d`<p>${s("De vraagsteller krijgt je bericht en ziet aan welke dienst je doorgeeft.")}</p>
          <p>
            ${s("Daarmee eindigt de behandeling hier: er kan niet meer geantwoord worden. Dit kun je niet ongedaan maken.")}
          </p>
          <p>${s("Het portaal stuurt zelf niets naar die dienst: dat doe je zelf.")}</p>`,yes:s("Geef door en beëindig"),danger:!0}):t==="final"?I({title:s("Het definitieve antwoord versturen?"),text:d`<p>
          ${s("De vraagsteller kan het meteen lezen, en je kunt het niet terugnemen. Een bericht erna sturen kan wel.")}
        </p>`,yes:s("Verstuur het antwoord")}):t==="close"?I({title:s("Dit dossier afsluiten?"),text:d`<p>
          ${s("De vraagsteller leest dat het dossier is afgesloten, met de uitkomst en wat je schreef. Antwoordt de vraagsteller toch nog, dan gaat het weer open.")}
        </p>`,yes:s("Sluit af")}):!0}};function Aw(e,t,n){let r=(o,i)=>({field:o,says:i});if(e==="pass"&&t.authority==="")return r("pass-authority",s("Kies eerst aan welke dienst je doorgeeft."));if(e==="close"&&t.outcome==="")return r("close-outcome",s("Kies eerst een uitkomst."));if(t.text.trim()===""&&e!=="close")return r("compose-text",s("Schrijf eerst iets."));if(e==="pass"&&t.record.trim()==="")return r("pass-record",s("Schrijf op wat je doorgeeft, en aan wie precies."));let a=()=>s("Je tekst is te lang. Hoogstens {n} tekens.",{n:nn(n)});return[...t.text].length>n?r("compose-text",a()):[...t.record].length>n?r("pass-record",a()):null}function Dw(e,t){return e==="final"?{referred:[...t.referred].sort()}:e==="pass"?{authority:t.authority}:e==="close"?{outcome:t.outcome}:e==="draft"?{for:t.for}:{}}function Mw(e){return e==="passed"?s("Dit dossier is doorgegeven. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):e==="withdrawn"?s("De vraagsteller trok de vraag in. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):s("Dit dossier is afgesloten. Antwoordt de vraagsteller, dan gaat het weer open.")}function Nw(e){return{feedback:s("De vraagsteller krijgt een eerste teken: de vraag is gelezen, en dit gebeurt ermee."),reply:s("Een vraag om meer uitleg of een tussentijds bericht. De vraagsteller kan antwoorden."),final:s("Je antwoord op de vraag. Is er nog geen eerste feedback, dan geldt dit ook daarvoor."),note:s("Alleen voor wie van de medewerkers aan dit dossier werkt."),draft:s("Een collega leest het na voor het naar de vraagsteller gaat. Wie aan dit dossier werkt, ziet in de lijst dat het er ligt."),pass:s("Een andere dienst neemt het over. De behandeling hier eindigt en de vraagsteller leest dat."),close:s("Het dossier is klaar. Schrijf er een slotwoord bij als je wilt."),record:s("Wat je doorgaf, staat nog niet bij dit dossier. Het blijft verzegeld, voor je collega’s.")}[e]}function Kw(e){return e==="note"?s("Je nota"):e==="draft"?s("Je ontwerp"):e==="close"?s("Slotwoord aan de vraagsteller"):e==="record"?s("Wat gaf je door, en aan wie precies?"):s("Je bericht aan de vraagsteller")}function Ow(e){return{feedback:s("Verstuur de eerste feedback"),reply:s("Verstuur het bericht"),final:s("Verstuur het definitieve antwoord"),note:s("Bewaar de nota"),draft:s("Leg het ontwerp voor"),pass:s("Geef door…"),close:s("Sluit af…"),record:s("Leg vast")}[e]}function zw(e){return e==="note"?s("De nota is bewaard."):e==="draft"?s("Het ontwerp staat in de nota’s."):e==="close"?s("Het dossier is afgesloten."):e==="pass"?s("Het dossier is doorgegeven."):e==="record"?s("Wat je doorgaf, is vastgelegd."):s("Je bericht is verstuurd.")}var Ht=[7,15,30,60],Pr="?";function Tw(e){let t=1/0,n=-1/0;for(let r of e){let a=Number(r.received.slice(0,4));a<t&&(t=a),a>n&&(n=a)}return e.length===0?[]:Array.from({length:n-t+1},(r,a)=>t+a)}function ad(e,t){if(e.years.some(a=>a.year===t))return e;let r=od([],t,{today:"",categories:[],promises:{feedback:0,final:0},days:{between:()=>0}});return{...e,years:[...e.years,r].sort((a,o)=>a.year-o.year)}}function od(e,t,n){let r=e.filter(i=>Number(i.received.slice(0,4))===t),a=new Map(n.categories.map(({key:i,group:c})=>[i,c])),o=r.reduce((i,c)=>(i[Number(c.received.slice(5,7))-1]+=1,i),new Array(12).fill(0));return{year:t,total:r.length,urgent:r.filter(i=>i.urgent).length,months:o,quarters:[0,3,6,9].map(i=>o.slice(i,i+3).reduce((c,l)=>c+l,0)),groups:Hn(r,i=>i.category===null?"":a.get(i.category)??Pr),categories:Hn(r,i=>i.category??""),kinds:Hn(r,i=>i.kind),states:Hn(r,i=>i.state),outcomes:Hn(r,Pw),authorities:cd(r,i=>i.authorities),feedback:nd(r,i=>i.feedback,n),throughput:nd(r,i=>i.final,n),feedbackKept:rd(r,i=>i.feedback,n.promises.feedback,n),finalKept:rd(r,i=>i.final,n.promises.final,n)}}function Pw(e){return e.state==="closed"&&e.outcome!==null?e.outcome:Le.has(e.state)?`state:${e.state}`:""}function Cw(e,t){let n=new Array(Ht.length+1).fill(0);for(let r of e){if(Le.has(r.state)||r.final!==null)continue;let a=t.days.between(r.received,t.today),o=Ht.findIndex(i=>a<=i);n[o===-1?Ht.length:o]+=1}return n}function sd(e,t,n){let r=i=>e.find(c=>c.year===i)?.categories??new Map,[a,o]=[r(t),r(t-1)];return[...n,..._w(n,a,o)].map(i=>({category:i,count:a.get(i.key)??0,before:o.get(i.key)??0,class:Cr(i.R)}))}function _w(e,...t){let n=new Set(["",...e.map(({key:a})=>a)]);return[...new Set(t.flatMap(a=>[...a.keys()]))].filter(a=>!n.has(a)).sort().map(a=>({key:a,group:Pr,label:a,W:null,B:null,E:null,R:null}))}function Cr(e){return e==null?null:e>400?"A":e>200?"B":e>70?"C":e>20?"D":"E"}function id(e,t,n){let r={...n,days:wr(t)};return{frame:r,years:Tw(e).map(a=>od(e,a,r)),age:Cw(e,r)}}function Hn(e,t){return cd(e,n=>[t(n)])}function cd(e,t){let n=new Map;for(let r of e)for(let a of t(r))n.set(a,(n.get(a)??0)+1);return n}function nd(e,t,n){let r=[];for(let a of e){let o=t(a);o!==null&&r.push(n.days.between(a.received,o))}return Lw(r)}function Lw(e){let t=Float64Array.from(e).sort();return t.length===0?{count:0,mean:null,median:null,low:null,high:null,longest:null}:{count:t.length,mean:t.reduce((n,r)=>n+r,0)/t.length,median:go(t,.5),low:go(t,.25),high:go(t,.75),longest:t[t.length-1]}}function go(e,t){let n=(e.length-1)*t,r=e[Math.floor(n)],a=e[Math.ceil(n)];return r+(a-r)*(n-Math.floor(n))}var Bw=new Set(["passed","withdrawn",We]);function rd(e,t,n,r){let a={kept:0,late:0,running:0};for(let o of e){let i=t(o);if(i!==null)a[r.days.between(o.received,i)<=n?"kept":"late"]+=1;else{if(Bw.has(o.state))continue;r.days.between(o.received,r.today)>n?a.late+=1:Le.has(o.state)||(a.running+=1)}}return a}var ld="aggregates",Rw=100,Iw=(e,t)=>D(K("adviespunt/v1/aggregates"),Z(e,t));async function _r(e,t){let{org:n}=e.portal,r=t.reduce((u,{received:p})=>Math.min(u,Number(p.slice(0,4))),Number(e.today.slice(0,4))),a=Number(e.today.slice(0,4))+1,{closed:o}=await e.api.get(`/calendar?from=${r}&to=${a}`),i={today:e.today,categories:n.categories,promises:n.promises},{years:c,age:l}=id(t,{from:r,to:a,closed:o},i);return{day:e.today,years:c,age:l,author:e.name}}async function Lr(e,t){let n=await ae(e.identity.sign.privateKey,ld,qe(e.portal.id),Fw(e,t)),r=tn(n,en(n.length,ld)),a=oe(e.directories.current,e.member,["facilitator"]),o=[...kt(e.directories.current,"coordinator"),...a?[a]:[]],i=await Promise.all(o.map(async({id:c,kem:l})=>({member:h(c),sealed:h(await yt(l,Iw(e.portal.id,c),r))})));await e.api.put("/aggregates",{recipients:i})}async function ud(e){return(await Uw(e))?.day??null}function Uw(e){return e.api.get("/aggregates")}function Fw(e,{day:t,years:n,age:r}){return{v:1,author:e.key,day:t,age:r,years:n.map(Hw)}}function Hw(e){return{...e,...Object.fromEntries(Ww.map(t=>[t,[...e[t]].sort().map(([n,r])=>({key:n,count:r}))])),feedback:dd(e.feedback),throughput:dd(e.throughput)}}var Ww=["groups","categories","kinds","states","outcomes","authorities"];function dd({count:e,...t}){return{count:e,...Object.fromEntries(Object.entries(t).map(([n,r])=>[n,r===null?null:Math.round(r*Rw)]))}}function Rr(e){let t=yo(e);if(t<3)return{total:null,cells:e.map(Ir),together:null};if(e.filter(Br).length===0)return{total:t,cells:e.map(o=>({...o})),together:null};let r=Math.min(...e.filter(o=>!Br(o)).map(o=>o.count)),a=new Set(e.filter(o=>o.count<=r||Br(o)).map(o=>o.key));return{total:t,cells:e.map(o=>a.has(o.key)?Ir(o):{...o}),together:yo(e.filter(o=>a.has(o.key)))}}function pd(e){let t=Rr(e.map(({key:r,parts:a})=>({key:r,count:yo(a)}))),n=new Map(e.map(({key:r,parts:a})=>{let o=t.cells.find(i=>i.key===r)?.count!==null;return[r,o?Rr(a):{total:null,cells:a.map(Ir),together:null}]}));return{groups:t,parts:n}}function hd(e){return e.map(t=>Br(t)?Ir(t):{...t})}function Br(e){return e.count<3}function Ir({key:e}){return{key:e,count:null}}function yo(e){return e.reduce((t,n)=>t+n.count,0)}var md="report",qw=10,dn="none";function Fr(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"").slice(0,60)||dn}var Vw=e=>e===""?"open":e.replace(":",".");function ko(e,t){let n=pd(Gw(e,t)),r=Rr(Yw(e,t)),a=n.groups.total!==null,o=hd(e.authorities.map(({key:i})=>({key:i,count:t.authorities.get(i)??0})));return{total:n.groups.total,groups:Ur(n.groups.cells),groups_together:n.groups.together,categories:Ur([...n.parts].filter(([i])=>i!==dn).flatMap(([,{cells:i}])=>i)),feedback:fd(t.feedback,t.feedbackKept,a),final:fd(t.throughput,t.finalKept,a),outcomes:Ur(r.cells),outcomes_together:r.together,authorities:Ur(o),promises:{feedback:e.promises.feedback,final:e.promises.final}}}function Gw(e,t){let n=new Map;for(let{key:o,group:i}of e.categories){let c=n.get(Fr(i))??[];c.push({key:o,count:t.categories.get(o)??0}),n.set(Fr(i),c)}let r=new Set(e.categories.map(o=>o.key)),a=[...t.categories].filter(([o])=>!r.has(o)).reduce((o,[,i])=>o+i,0);return n.set(dn,[{key:dn,count:a}]),[...n].map(([o,i])=>({key:o,parts:i}))}function Yw(e,t){let n=["","state:withdrawn","state:passed","state:closed","state:unreadable",...e.outcomes.map(r=>r.key)];return[...new Set([...n,...t.outcomes.keys()])].map(r=>({key:Vw(r),count:t.outcomes.get(r)??0}))}var Ur=e=>Object.fromEntries(e.map(({key:t,count:n})=>[t,n]));function fd({count:e,mean:t},{kept:n},r){let a=i=>i>=3,o=e-n;return{mean:r&&a(e)?Math.round(t??0):null,share:e>=qw&&a(n)&&(a(o)||o===0)?Jw(n,o):null}}function Jw(e,t){return t===0?100:Math.min(95,Math.max(5,Math.round(20*e/(e+t))*5))}async function wd(e,t,n){let r={v:1,year:t,author:e.key,day:e.today,numbers:n},a=await ae(e.identity.sign.privateKey,md,e.portal.id,r);await e.api.put(`/reports/${t}`,{signed:h(a)})}var vo=e=>e.api.get("/reports");async function gd(e,t){let{reports:n}=await vo(e);if(!n.some(p=>p.year===t))return null;let r=await e.api.get(`/reports/${t}`),a=he(g(r.signed),()=>{}),{author:o,numbers:i,day:c}=a.body,l=X(e.directories.current,g(o,16));if(l?.role!=="facilitator"||a.body.year!==t)throw new j(403,"forbidden");await fe(l.sign,md,e.portal.id,a);let u=await Zw(g(r.signed));return{year:t,day:c,author:o,presented:r.presented,numbers:i,authorName:l.name,statement:r.signed,mark:u}}var yd=(e,t)=>b(le(e),le(t));async function Zw(e){return([...(await Je(e)).slice(0,8)].map(r=>r.toString(16).padStart(2,"0")).join("").match(/.{4}/g)??[]).join(" ")}var bd=(e,t,n)=>e.api.put(`/reports/${t}/presentation`,{day:n});var Wt=360,Xw=30,$o=13;function qt(e,t,n,r){return d`<figure class="chart stack tight">
    <figcaption><h2>${e}</h2></figcaption>
    ${t}
    <details>
      <summary>${r.table}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${e}>${xo(n)}</div>
    </details>
  </figure>`}function xo({title:e,head:t,rows:n,caption:r}){let a=t.map((l,u)=>u>0&&n.every(p=>Qw(p[u]))),o=l=>a[l]?"num":"",i=(l,u)=>l===""?d`<td></td>`:d`<th scope="col" class=${o(u)}>${l}</th>`,c=(l,u)=>u===0?d`<th scope="row">${l}</th>`:d`<td class=${o(u)}>${l}</td>`;return d`<table class="numbers">
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
  </table>`}var Qw=e=>typeof e=="number"||/^[\d.,–]/.test(e??"");function Eo(e,t){let n=Math.max(1,...t.map(i=>Math.max(i.value,i.before??0))),r=(Wt-70)/n,a=t.reduce((i,c)=>i+kd(c),4),o=0;return Hr(e,a,t.map(i=>{let c=o;return o+=kd(i),eg(i,c,r)}))}function kd(e){return Xw+(e.before===void 0||e.before===null?6:12)}function eg(e,t,n){let r=e.value*n,a=e.before!==void 0&&e.before!==null;return E`<g>
    <text class="label" x="0" y=${t+$o}>${e.label}</text>
    <rect class="bar" x="0" y=${t+18} width=${Math.max(r,e.value?1.5:0)} height="11" rx="2"></rect>
    <text class="value" x=${r+6} y=${t+28}>${e.note??e.value}</text>
    ${a?E`<rect class="before" x="0.5" y=${t+31} width=${Math.max(Number(e.before)*n,.5)} height="5"></rect>`:f}
  </g>`}function vd(e,t){let i=110/Math.max(1,...t.map(l=>Math.max(l.value,l.before??0))),c=Wt/t.length;return Hr(e,150,[E`<line class="axis" x1="0" y1=${126+.5} x2=${Wt} y2=${126+.5}></line>`,...t.map((l,u)=>tg(l,u*c,c,126,i))])}function tg(e,t,n,r,a){let o=n*.5,i=e.before??null,c=t+n*(i===null?.25:.12);return E`<g>
    ${i===null?f:E`<rect class="before" x=${c+o+1} y=${r-i*a} width=${n*.22} height=${i*a}></rect>`}
    <rect class="bar" x=${c} y=${r-e.value*a} width=${o} height=${e.value*a} rx="1"></rect>
    <text class="value middle" x=${c+o/2} y=${r-e.value*a-4}>${e.value}</text>
    <text class="label middle" x=${t+n/2} y=${r+16}>${e.label}</text>
  </g>`}function $d(e,t,n){let r=Math.max(n.days*1.15,...t.map(({spread:c})=>c.high??0),...t.map(({spread:c})=>c.mean??0)),a=(Wt-60)/r,o=c=>46+c*a,i=28+t.length*32;return Hr(e,i,[E`<line class="promise" x1=${o(n.days)} y1="18" x2=${o(n.days)} y2=${i}></line>
      <text class="label middle" x=${o(n.days)} y="12">${n.label}</text>`,...t.map(({label:c,spread:l},u)=>ng(c,l,32+u*32,o))])}function ng(e,t,n,r){let{low:a,high:o,median:i,mean:c}=t;if(a===null||o===null||i===null||c===null)return E`<text class="label" x="0" y=${n+10}>${e}</text><text class="label" x="46" y=${n+10}>–</text>`;let l=r(c);return E`<g>
    <text class="label" x="0" y=${n+10}>${e}</text>
    <rect class="range" x=${r(a)} y=${n} width=${Math.max(r(o)-r(a),2)} height="13" rx="3"></rect>
    <line class="median" x1=${r(i)} y1=${n-3} x2=${r(i)} y2=${n+16}></line>
    <path class="mean" d=${`M${l} ${n+1} l5 5.5 l-5 5.5 l-5 -5.5 z`}></path>
  </g>`}function xd(e,t){let n=t.length*40+4;return Hr(e,n,t.map(({label:r,parts:a,note:o},i)=>{let c=i*40,l=a.reduce((p,m)=>p+m,0),u=0;return E`<g>
      <text class="label" x="0" y=${c+$o}>${r}</text>
      <text class="value end" x=${Wt} y=${c+$o}>${o}</text>
      ${a.map((p,m)=>{let w=l===0?0:p/l*Wt,y=u;return u+=w,E`<rect class=${`part p${m}`} x=${y+.5} y=${c+19} width=${Math.max(w-1,0)} height="14"></rect>`})}
    </g>`}))}function Hr(e,t,n){return d`<svg class="plot" viewBox=${`0 0 ${Wt} ${t}`} role="img" aria-label=${e}>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5"></line>
      </pattern>
    </defs>
    ${n}
  </svg>`}var St={width:595,height:842},rg=new Map(Object.entries({"€":128,"‚":130,"„":132,"…":133,Š:138,Œ:140,Ž:142,"‘":145,"’":146,"“":147}).concat(Object.entries({"”":148,"•":149,"–":150,"—":151,"−":150,š:154,œ:156,ž:158,Ÿ:159}))),ag=[278,278,355,556,556,889,667,191,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,278,278,584,584,584,556,1015,667,667,722,722,667,611,778,722,278,500,667,556,833,722,778,667,778,722,667,611,722,667,944,667,667,611,278,278,278,469,556,333,556,556,500,556,556,278,556,556,222,222,500,222,833,556,556,556,556,333,500,278,556,500,722,500,500,500,334,260,334,584],og=556,sg=1.08;function So(e,t,n=!1){return[...e.normalize("NFD").replace(/\p{M}/gu,"")].reduce((o,i)=>o+(ag[i.charCodeAt(0)-32]??og),0)*t*(n?sg:1)/1e3}function Wr(e,t,n){let r=[""];for(let a of e.split(/\s+/).filter(Boolean)){let o=`${r.at(-1)} ${a}`.trim();So(o,t)<=n||r.at(-1)===""?r[r.length-1]=o:r.push(a)}return r}function Ed(e){let t=e.charCodeAt(0),n=t===9||t>=32&&t<127||t>=160&&t<256;return rg.get(e)??(n?t:null)}function ig(e){return`<${[...e.normalize("NFC")].map(n=>Ed(n)??Ed(n.normalize("NFD").charAt(0))??63).map(n=>n.toString(16).padStart(2,"0")).join("")}>`}var jo=e=>String(Math.round(e*100)/100);function cg(e){return e.map(({text:n,x:r,y:a,size:o,bold:i})=>`BT /${i?"B":"R"} ${jo(o)} Tf ${jo(r)} ${jo(a)} Td ${ig(n)} Tj ET`).join(`
`)}var jd=(e,t="")=>`<< ${t}/Length ${e.length} >>
stream
${e}
endstream`;function Sd(e,{language:t,kept:n}){let a=e.map((c,l)=>`${6+2*l} 0 R`).join(" "),o=c=>`<< /Type /Font /Subtype /Type1 /BaseFont /${c} /Encoding /WinAnsiEncoding >>`,i=[`<< /Type /Catalog /Pages 2 0 R /Lang (${t}) /AdviespuntReport 5 0 R >>`,`<< /Type /Pages /Kids [${a}] /Count ${e.length} /MediaBox [0 0 ${St.width} ${St.height}] >>`,o("Helvetica"),o("Helvetica-Bold"),jd(n),...e.flatMap((c,l)=>[`<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6+2*l+1} 0 R >>`,jd(cg(c))])];return lg(i)}function lg(e){let t=[D(K(`%PDF-1.7
%`),Uint8Array.of(226,227,207,211,10))],n=t[0].length,a=e.map((c,l)=>{let u=n,p=K(`${l+1} 0 obj
${c}
endobj
`);return t.push(p),n+=p.length,u}).map(c=>`${String(c).padStart(10,"0")} 00000 n 
`).join(""),o=e.length+1,i=`xref
0 ${o}
0000000000 65535 f 
${a}trailer
<< /Size ${o} /Root 1 0 R >>
startxref
${n}
%%EOF
`;return D(...t,K(i))}var Md="adviespunt-report:",rt=52,Ao=92,dg=74;function Nd(e,t){let{pages:n}=ug(e,t);return Sd(n,{language:`${G}-BE`,kept:`${Md}${e.statement}`})}function ug(e,t){for(let r=100;;r-=1){let a=new qr(r/100);if(Ad(a,e,t),a.pages.length===1)return a;if(r<=dg)break}let n=new qr(1);return Ad(n,e,t),n}var qr=class{constructor(t){this.scale=t,this.room=St.height-2*rt,this.pages=[[]],this.used=0}down(t,n=0){this.used+(t+n)*this.scale>this.room&&(this.pages.push([]),this.used=0),this.used+=t*this.scale}put(t,n,r,{bold:a=!1,right:o=!1}={}){let i=r*this.scale,c=o?n-So(t,i,a):n;this.pages.at(-1)?.push({text:t,x:c,y:St.height-rt-this.used,size:i,bold:a})}paragraph(t,n,r){for(let a of Wr(t,n*this.scale,St.width-2*rt))this.down(r),this.put(a,rt,n)}};function Ad(e,{title:t,organisation:n,notes:r,signature:a},o){e.down(16),e.put(t,rt,16,{bold:!0}),e.down(16),e.put(n,rt,10),e.down(4);for(let i of r)e.paragraph(i,9,12);for(let i of o)pg(e,i);e.down(12);for(let i of a)e.paragraph(i,8,11)}function pg(e,{title:t,head:n,rows:r}){if(r.length===0)return;e.down(24,26),e.put(t,rt,11,{bold:!0});let a=St.width-2*rt-Ao*(n.length-1);n.length>2&&Dd(e,n,a,!0);for(let o of r)Dd(e,o.map(String),a,!1)}function Dd(e,[t="",...n],r,a){let o=Wr(t,9*e.scale,r-8),i=n.map(l=>Wr(l,9*e.scale*(a?1.1:1),Ao-8)),c=Math.max(o.length,...i.map(l=>l.length));for(let l=0;l<c;l+=1)e.down(12,l===0?(c-1)*12:0),e.put(o[l]??"",rt,9,{bold:a}),i.forEach((u,p)=>{let m=St.width-rt-Ao*(i.length-1-p);e.put(u[l]??"",m,9,{bold:a,right:!0})})}function Kd({title:e,organisation:t,statement:n},r){return`\uFEFF${[[e],[t],[],...r.flatMap(o=>[[o.title],o.head,...o.rows,[]]),[s("handtekening"),`${Md}${n}`]].map(o=>o.map(hg).join(";")).join(`\r
`)}\r
`}function hg(e){let t=String(e);return`"${(/^[=+\-@\s＝＋－＠]/.test(t)?`'${t}`:t).replaceAll('"','""')}"`}function Do(e,t,n){let r=document.createElement("a");r.href=URL.createObjectURL(new Blob([t],{type:n})),r.download=e.replace(/[^\w .-]/g,"-"),r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e3)}function Me(e){return e===null?"–":new Intl.NumberFormat(`${G}-BE`,{maximumFractionDigits:1}).format(e)}function Mo(e,t){return t===0?"–":new Intl.NumberFormat(`${G}-BE`,{style:"percent",maximumFractionDigits:0}).format(e/t)}function fg(e){return new Intl.DateTimeFormat(`${G}-BE`,{month:"narrow",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}function mg(e){return new Intl.DateTimeFormat(`${G}-BE`,{month:"long",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}var Vr=class{constructor(t,n){this.org=t,this.draw=n,this.year=null,this.order="R"}chosen({years:t,day:n}){let r=this.year??Number(n.slice(0,4));return t.find(({year:a})=>a===r)??t.at(-1)??null}render(t){let n=this.chosen(t);if(n===null)return d`<div class="card empty stack tight">
        ${k("chart-column")}
        <h2>${s("Er zijn nog geen cijfers")}</h2>
        <p>${s("Zodra de eerste vraag binnen is, staan hier de aantallen en de termijnen.")}</p>
      </div>`;let r=t.years.find(({year:a})=>a===n.year-1)??null;return d`<div class="stack figures">
      ${this.pickYear(t,n)} ${this.headline(n,r)}
      <div class="charts">
        ${this.months(n,r)} ${this.quarters(n,r)} ${this.age(t)}
        ${this.counted(s("Vragen per groep"),"groups",t.years,n,Td)}
        ${this.counted(s("Vragen per soort"),"kinds",t.years,n,a=>J(this.org.kinds,a))}
        ${this.counted(s("Verwezen of doorgegeven aan"),"authorities",t.years,n,a=>J(this.org.authorities,a))}
        ${this.times(t,"feedback",s("Tijd tot de eerste feedback"),this.org.promises.feedback)}
        ${this.times(t,"throughput",s("Tijd tot het definitieve antwoord"),this.org.promises.final)}
        ${this.counted(s("Uitkomsten"),"outcomes",t.years,n,a=>jr(this.org,a))}
        ${this.kept(t,"feedbackKept",s("Eerste feedback binnen de termijn"),this.org.promises.feedback)}
        ${this.kept(t,"finalKept",s("Definitief antwoord binnen de termijn"),this.org.promises.final)}
      </div>
      ${this.risks(t,n)}
    </div>`}pickYear({years:t,day:n},r){return d`<div class="row spread no-print">
      <div class="segments" role="group" aria-label=${s("Jaar")}>
        ${t.map(({year:a})=>d`<button
              type="button"
              class="segment"
              aria-pressed=${String(a===r.year)}
              @click=${()=>{this.year=a,this.draw()}}
            >
              ${a}
            </button>`)}
      </div>
      <p class="hint">${s("Toestand op {day}",{day:z(n,{year:!0,weekday:!1})})}</p>
    </div>`}headline(t,n){let r=(o,i,c)=>d`<div class="card figure-card">
        <p class="muted">${o}</p>
        <p class="big-number">${i}</p>
        <p class="hint">${c}</p>
      </div>`,a=({kept:o,late:i})=>o+i;return d`<div class="figure-cards">
      ${r(s("Vragen in {year}",{year:t.year}),String(t.total),n?s("{n} in {year}",{n:n.total,year:n.year}):s("eerste jaar"))}
      ${r(s("Eerste feedback, gemiddeld"),s("{n} werkdagen",{n:Me(t.feedback.mean)}),s("beloofd binnen {n}",{n:this.org.promises.feedback}))}
      ${r(s("Doorlooptijd, gemiddeld"),s("{n} werkdagen",{n:Me(t.throughput.mean)}),s("beloofd binnen {n}",{n:this.org.promises.final}))}
      ${r(s("Antwoord binnen de termijn"),Mo(t.finalKept.kept,a(t.finalKept)),Y("{n} wacht nog, binnen de termijn","{n} wachten nog, binnen de termijn",t.finalKept.running))}
    </div>`}months(t,n){return this.standing(s("Vragen per maand"),"months",{short:fg,long:mg},t,n)}quarters(t,n){let r=a=>s("K{n}",{n:a+1});return this.standing(s("Vragen per kwartaal"),"quarters",{short:r,long:r},t,n)}standing(t,n,r,a,o){let i=a[n].map((l,u)=>({index:u,value:l,before:o?.[n][u]??null})),c=i.map(l=>({...l,label:r.short(l.index)}));return qt(t,d`${vd(s("{title} in {year}",{title:t,year:a.year}),c)}${zd(a,o)}`,this.table(t,a,o,i.map(l=>[r.long(l.index),l.value,l.before??0])),un())}counted(t,n,r,a,o){let i=[a,...r.filter(({year:w})=>w<a.year).reverse()],c=i.find(({year:w})=>w===a.year-1)??null,l=(w,y)=>w?.[n].get(y)??0,u=[...new Set(i.flatMap(w=>[...w[n].keys()]))].sort((w,y)=>l(a,y)-l(a,w)||o(w).localeCompare(o(y)));if(u.length===0)return qt(t,d`<p class="muted">${s("Nog niets.")}</p>`,{title:t,head:["",""],rows:[]},un());let p=u.filter(w=>l(a,w)>0||l(c,w)>0).map(w=>({label:bg(o(w)),value:l(a,w),before:c?l(c,w):null})),m=u.map(w=>[o(w),...i.map(y=>l(y,w))]);return qt(t,d`${p.length>0?Eo(t,p):d`<p class="muted">${s("Nog niets.")}</p>`}${zd(a,c)}`,{title:t,head:["",...i.map(({year:w})=>String(w))],rows:m},un())}times({years:t},n,r,a){let o=t.map(c=>({label:String(c.year),spread:c[n]})),i=[[s("aantal"),({count:c})=>c],[s("gemiddeld"),({mean:c})=>Me(c)],[s("mediaan"),({median:c})=>Me(c)],[s("1 op 4 binnen"),({low:c})=>Me(c)],[s("3 op 4 binnen"),({high:c})=>Me(c)],[s("langste"),({longest:c})=>Me(c)]];return qt(r,d`${$d(r,o,{days:a,label:s("beloofd: {n}",{n:a})})}
        <p class="hint">
          ${s("In werkdagen. Balk: de spreiding, van een kwart tot drie kwart van de vragen. Streep: de mediaan. Ruit: het gemiddelde.")}
        </p>`,Od(r,t,i,c=>c[n]),un())}kept({years:t},n,r,a){let o=t.map(c=>{let{kept:l,late:u,running:p}=c[n];return{label:String(c.year),parts:[l,u,p],note:s("{share} op tijd",{share:Mo(l,l+u)})}}),i=[[s("op tijd"),c=>c.kept],[s("later"),c=>c.late],[s("nog binnen de termijn"),c=>c.running],[s("deel op tijd"),c=>Mo(c.kept,c.kept+c.late)]];return qt(r,d`${xd(r,o)}
        <p class="hint parts">
          <span><span class="swatch p0"></span>${s("binnen {n} werkdagen",{n:a})}</span>
          <span><span class="swatch p1"></span>${s("later")}</span>
          <span><span class="swatch p2"></span>${s("nog binnen de termijn")}</span>
        </p>`,Od(r,t,i,c=>c[n]),un())}age({age:t}){let n=s("Lopend werk naar ouderdom"),r=o=>{let i=Ht[o];return i===void 0?s("meer dan {n} werkdagen",{n:Ht.at(-1)??0}):o===0?s("tot {n} werkdagen",{n:i}):s("{from} tot {to} werkdagen",{from:(Ht[o-1]??0)+1,to:i})},a=t.map((o,i)=>({label:r(i),value:o}));return qt(n,Eo(n,a),{title:n,head:[s("ouderdom"),s("aantal")],rows:t.map((o,i)=>[r(i),o])},un())}table(t,n,r,a){return{title:t,head:["",String(n.year),...r?[String(r.year)]:[]],rows:r?a:a.map(o=>o.slice(0,2))}}risks({years:t},n){let r=sd(t,n.year,this.org.categories).sort(yg(this.order)),a=Math.max(1,...r.map(({count:i})=>i)),o=[["R",s("risico")],["count",s("aantal vragen")],["moved",s("verschil met vorig jaar")],["label",s("naam")]];return d`<section class="risks stack tight" aria-labelledby="risk-title">
      <h2 id="risk-title">${s("Vragen naast de risicoanalyse")}</h2>
      <p class="hint">
        ${s("W waarschijnlijkheid, B blootstelling, E ernst, R = W × B × E. Klasse A is onaanvaardbaar, E aanvaardbaar.")}
      </p>
      <div class="segments no-print" role="group" aria-label=${s("Sorteer op")}>
        ${o.map(([i,c])=>d`<button
              type="button"
              class="segment"
              aria-pressed=${String(this.order===i)}
              @click=${()=>{this.order=i,this.draw()}}
            >
              ${c}
            </button>`)}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${s("Tabel van de risico’s")}>
        <table class="numbers risk-table">
          <thead>
            <tr>
              <th scope="col">${s("Categorie")}</th>
              <th scope="col" class="num">${n.year}</th>
              <th scope="col" class="num">${n.year-1}</th>
              <th scope="col" class="moved">${s("Verschil")}</th>
              <th scope="col" class="num">R</th>
              <th scope="col">${s("Klasse")}</th>
            </tr>
          </thead>
          <tbody>
            ${r.map(i=>wg(i,a))}
          </tbody>
        </table>
      </div>
    </section>`}};function wg({category:e,count:t,before:n,class:r},a){let{R:o,W:i,B:c,E:l}=e,u=o===null?[]:[`W ${Me(i)}`,`B ${Me(c)}`,`E ${Me(l)}`];return d`<tr>
    <th scope="row">
      ${e.label}<small class="muted"> ${[Td(e.group),...u].join(" · ")}</small>
    </th>
    <td class="num">
      ${t}<svg class="inline-bar" viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bar" x=${60-t/a*60} y="0" width=${t/a*60} height="8"></rect>
      </svg>
    </td>
    <td class="num">${n}</td>
    <td class="moved">${gg(t-n)}</td>
    <td class="num">${Me(o)}</td>
    <td>
      ${r===null?"–":H(r,r==="A"||r==="B"?"danger":r==="C"?"warn":"")}
    </td>
  </tr>`}function Od(e,t,n,r){let a=[...t].reverse();return{title:e,head:["",...a.map(({year:o})=>String(o))],rows:n.map(([o,i])=>[o,...a.map(c=>i(r(c)))])}}function Td(e){return e===""?s("nog niet ingedeeld"):e===Pr?s("staat niet meer in de lijst"):e}function gg(e){return e===0?d`<span class="muted">=</span>`:e>0?d`▲ +${e}`:d`▼ −${-e}`}function yg(e){let t={R:n=>-(n.category.R??-1),class:n=>n.class??"Z",count:n=>-n.count,moved:n=>-Math.abs(n.count-n.before),label:n=>n.category.label}[e];return(n,r)=>t(n)<t(r)?-1:t(n)>t(r)?1:n.category.label.localeCompare(r.category.label)}function bg(e){return e.length>52?`${e.slice(0,50)}…`:e}var un=()=>({table:s("Toon de tabel")});function zd(e,t){return t===null?f:d`<p class="hint parts">
    <span><span class="swatch now"></span>${e.year}</span>
    <span><span class="swatch before"></span>${t.year}</span>
  </p>`}function Oo(e,t=null){return n=>new Ko(n,e,t)}var Ko=class{tab="figures";constructor(t,n,r){this.app=t,this.numbers=r===null?n:ad(n,r);let a=n.years.map(o=>o.year).filter(o=>o<this.thisYear);this.year=r??a.at(-1)??this.thisYear,this.signed=new Map,this.error=null,this.busy=!1,this.presented=t.me.today,this.load()}get thisYear(){return Number(this.numbers.day.slice(0,4))}draw(){this.app.screen===this&&this.app.update()}async load(){let{year:t}=this;try{this.signed.set(t,await this.app.call(()=>gd(this.app.me,t))),this.error=null}catch(n){this.error=n instanceof Error&&n.name!=="ApiError"?s("Het verslag dat de server geeft, is niet door een facilitator ondertekend. Verwittig je collega’s."):$(n)}this.draw()}choose(t){this.year=t,this.signed.has(t)||this.load(),this.draw()}async act(t,n){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),O(n),await this.load()}catch(r){this.error=$(r)}this.busy=!1,this.draw()}render(){let t=this.numbers.years.find(a=>a.year===this.year),n=this.signed.get(this.year),r=n?.numbers??(t?ko(this.app.me.portal.org,t):null);return d`<div class="stack">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${s("Terug naar de cijfers")}
        </button>
      </p>
      ${M(this.error)}
      <div class="row spread no-print">
        <div class="segments" role="group" aria-label=${s("Jaar")}>
          ${this.numbers.years.map(({year:a})=>d`<button type="button" class="segment" aria-pressed=${String(a===this.year)} @click=${()=>this.choose(a)}>${a}</button>`)}
        </div>
        ${r?this.tools(n??null):f}
      </div>
      ${r===null?d`<h1>${s("Jaarverslag")}</h1>
              <p>${s("Er zijn nog geen cijfers.")}</p>`:n===void 0&&!this.error?V(s("Even geduld…")):d`${this.standing(n??null,r)}${this.report(r,n??null)}`}
    </div>`}tools(t){return d`<div class="row">
      <button type="button" class="button" @click=${()=>print()}>${k("printer")}${s("Druk af")}</button>
      ${t===null?d`<span class="hint">${s("PDF en CSV zijn er zodra het verslag ondertekend is.")}</span>`:d`<button type="button" class="button" @click=${()=>this.save(t,"pdf")}>
                ${k("file-text")}${s("Verslag als PDF")}</button
              ><button type="button" class="button" @click=${()=>this.save(t,"csv")}>
                ${k("file-text")}${s("Cijfers als CSV")}
              </button>`}
    </div>`}save(t,n){let{org:r}=this.app.me.portal,a=_d(r,this.year,t.numbers),o={year:this.year,title:this.title(),organisation:r.name,notes:[Pd()],signature:Cd(t),statement:t.statement},i=`${r.short_name} ${this.year}.${n}`;n==="pdf"?Do(i,Nd(o,a),"application/pdf"):Do(i,Kd(o,a),"text/csv")}title(){return s("Adviespunt Integriteit: jaarverslag {year}",{year:this.year})}standing(t,n){return this.year<this.thisYear?t?.presented?d`<div class="no-print">
        ${x("good",d`<p>${s("Voorgesteld op {day}. Het verslag ligt vast.",{day:z(t.presented,{year:!0})})}</p>`)}
      </div>`:d`<div class="no-print">
      ${this.app.me.role==="coordinator"?this.presenting(t):this.signing(t,n)}
    </div>`:d`<div class="no-print">
        ${x("warn",d`<p>${s("Het jaar is nog niet om: dit zijn voorlopige cijfers.")}</p>`)}
      </div>`}signing(t,n){if(t){let r=this.numbers.years.find(i=>i.year===this.year),a=r?ko(this.app.me.portal.org,r):n,o=!yd(a,t.numbers);return x(o?"warn":"good",d`<p>
            ${s("Ondertekend door {name} op {day}. De integriteitscoördinator legt vast wanneer het is voorgesteld.",{name:t.authorName,day:z(t.day,{year:!0})})}
          </p>
          ${o?d`<p>
                    ${s("Sindsdien zijn er cijfers veranderd. Geef je een nieuw verslag, haal dan het vorige terug: wie beide heeft, kan kleine aantallen berekenen.")}
                  </p>
                  <div class="actions">${this.signButton(a,s("Onderteken opnieuw"))}</div>`:f}`)}return x("info",d`<p>
          ${s("Kijk de cijfers na. Met je handtekening leg je het verslag klaar voor de integriteitscoördinator.")}
        </p>
        <div class="actions">${this.signButton(n,s("Onderteken het verslag"))}</div>`)}signButton(t,n){return B({label:n,busy:this.busy,click:()=>this.act(()=>wd(this.app.me,this.year,t),s("Het verslag is ondertekend."))})}presenting(t){return t===null?x("info",d`<p>${s("Een facilitator moet het verslag van dit jaar nog ondertekenen.")}</p>`):d`<div class="card stack tight">
      <h2>${s("Op welke dag is het verslag voorgesteld?")}</h2>
      <div class="field">
        <label for="presented">${s("Dag")}</label
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
        ${B({label:s("Leg de dag vast"),busy:this.busy,click:()=>this.record()})}
      </div>
    </div>`}async record(){let{presented:t,year:n}=this;if(t===""||Number(t.slice(0,4))<=n||t>this.app.me.today){this.error=s("Kies een dag na het einde van {year} en niet in de toekomst. Er is niets veranderd.",{year:n}),this.draw();return}await I({title:s("Voorgesteld op {day}?",{day:z(t,{year:!0})}),text:d`<p>
        ${s("Daarna ligt het verslag vast en kan een facilitator de dossiers van {year} archiveren. Dit kun je niet meer veranderen.",{year:n})}
      </p>`,yes:s("Leg vast")})&&await this.act(()=>bd(this.app.me,n,t),s("De dag is vastgelegd."))}report(t,n){let{org:r}=this.app.me.portal;return d`<article class="report stack">
      <header>
        <h1>${this.title()}</h1>
        <p class="muted">${r.name}</p>
      </header>
      <p>${Pd()}</p>
      ${_d(r,this.year,t).map(a=>d`<section>
            <h2>${a.title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${a.title}>
              ${xo({...a,caption:""})}
            </div>
          </section>`)}
      <p class="hint">
        ${n?Cd(n).join(" "):s("Ontwerp van {day}, niet ondertekend.",{day:z(this.numbers.day,{year:!0})})}
      </p>
    </article>`}},Pd=()=>s("Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).",{n:3});function Cd({authorName:e,day:t,mark:n}){return[s("Ondertekend door {name} op {day}.",{name:e,day:z(t,{year:!0})}),s("Code van de handtekening: {mark}. De systeembeheerder kijkt PDF en CSV na met: adviespunt report verify BESTAND.",{mark:n})]}var kg=new Set(["A","B","C"]),Gr=e=>e??"–";function _d(e,t,n){let r=new Map(e.categories.map(({group:a})=>[Fr(a),a]));return[{title:s("Aantal vragen"),head:["",s("aantal")],rows:[[s("Vragen in {year}",{year:t}),Gr(n.total)]]},No(s("Per groep"),s("groep"),n.groups,n.groups_together,a=>a===dn?s("zonder categorie"):String(r.get(a)??a)),vg(e,n.categories),$g(n),No(s("Uitkomst"),s("uitkomst"),n.outcomes,n.outcomes_together,a=>jr(e,a)),No(s("Verwezen of doorgegeven aan"),s("dienst"),n.authorities,null,a=>J(e.authorities,a))]}function No(e,t,n,r,a){let o=Object.entries(n).sort(([l,u],[p,m])=>(m??0)-(u??0)||a(l).localeCompare(a(p))),i=o.filter(([,l])=>l===null).map(([l])=>a(l)),c=o.filter(([,l])=>l!==null).map(([l,u])=>[a(l),Gr(u)]);return i.length>0&&c.push([s("Samen: {names}",{names:i.join(", ")}),Gr(r)]),{title:e,head:[t,s("aantal")],rows:c}}function vg(e,t){let a=[...e.categories].sort((i,c)=>(c.R??-1)-(i.R??-1)||i.label.localeCompare(c.label)).filter(({key:i,R:c})=>kg.has(Cr(c)??"")||typeof t[i]=="number").map(({key:i,label:c,R:l})=>[c,l===null?"–":Me(l),Cr(l)??"–",Gr(t[i])]),o=[s("categorie"),"R",s("klasse"),s("aantal")];return{title:s("Per categorie, naast de risicoanalyse"),head:o,rows:a}}function $g({feedback:e,final:t,promises:n}){let r=new Intl.NumberFormat(`${G}-BE`,{style:"percent"}),a=(o,{mean:i,share:c})=>[o,i===null?"–":Me(i),c===null?"–":r.format(c/100)];return{title:s("Termijnen, in werkdagen"),head:["",s("gemiddeld, ongeveer"),s("op tijd, van wat beantwoord is")],rows:[a(s("Eerste feedback (beloofd: {n})",{n:n.feedback}),e),a(s("Definitief antwoord (beloofd: {n})",{n:n.final}),t)]}}async function Ld(e,t){let{due:n,late:r}=await vo(e.me);if(n===null)return f;let a=r?s("Het jaarverslag van {year} is te laat: het moest in het eerste kwartaal worden voorgesteld.",{year:n}):s("Het jaarverslag van {year} kan worden opgemaakt. Het wordt in het eerste kwartaal voorgesteld.",{year:n});return d`<div class="banner">
    ${x(r?"danger":"info",d`<p>${a}</p>
        <p>
          <button type="button" class="button small" @click=${()=>t(n)}>${s("Naar het jaarverslag")}</button>
        </p>`)}
  </div>`}var xg=32,zo=e=>Number(e.me.today.slice(0,4));function Bd(e,t){let{year:n}=e.me.directories.current.archive,r=zo(e),a=n<r;return d`<section class="stack tight" aria-labelledby="archive-key-title">
    <h2 id="archive-key-title">${s("De archiefsleutel")}</h2>
    <p>${s("Wat nu gevraagd wordt, gaat later open met de archiefwoorden van {year}.",{year:n})}</p>
    <p>
      ${a?s("Maak er andere voor {year}: wie de woorden van één jaar vindt, opent dan niet elk jaar.",{year:r}):s("Ben je de woorden kwijt, of heeft iemand ze gezien? Maak dan nieuwe. Wat al gevraagd is, gaat open met de vorige.")}
    </p>
    <p>
      <button type="button" class="button ${a?"primary":""}" @click=${()=>Id(e,t)}>
        ${k("key-round")}${s("Maak nieuwe archiefwoorden")}
      </button>
    </p>
  </section>`}function Rd(e,t){let n=zo(e);return e.me.directories.current.archive.year>=n?f:d`<div class="banner">
    ${x("info",d`<p>
          ${s("Voor {year} zijn er nog geen archiefwoorden. Zolang je er geen maakt, blijven die van vroeger gelden.",{year:n})}
        </p>
        <p>
          <button type="button" class="button small" @click=${()=>Id(e,t)}>
            ${s("Maak nieuwe archiefwoorden")}
          </button>
        </p>`)}
  </div>`}async function Id(e,t){let n=_(xg),r=zo(e),a=[...(await za(e.me)).values()].filter(i=>i.year===r),o=Mc(await ut(e.portal.words,n),r,a.length+1);e.open(i=>Bn(i,o,()=>i.replace(Eg(n,r,t))))}var Eg=(e,t,n)=>r=>{let a=null,o=async()=>{a=null,r.update();try{await r.call(async()=>{await pt(r.me),await Ui(r.me,e,t),await pt(r.me)}),Q(e),O(s("De nieuwe archiefsleutel geldt vanaf nu.")),r.reset(n),At(r)}catch(i){a=$(i),r.update()}};return{tab:"figures",shown:()=>{o()},render:()=>d`<div class="stack narrow">
        <h1>${s("De archiefsleutel van {year}",{year:t})}</h1>
        ${a===null?V(s("De nieuwe sleutel wordt bekendgemaakt…")):d`${M(a)}
                <p>${s("De woorden op je papier gelden nog niet. Gooi ze niet weg en probeer het opnieuw.")}</p>
                <div class="actions">
                  <button type="button" class="button primary" @click=${()=>o()}>${s("Probeer opnieuw")}</button>
                </div>`}
      </div>`}};async function Ud(e){let t=await za(e.me);return n=>{let r=t.get(n);return r===void 0?"":r.all===1?s("Gaat open met de archiefwoorden van {year}.",{year:r.year}):s("Gaat open met de archiefwoorden van {year}, reeks {number} van {all}.",{...r})}}async function Fd({api:e,role:t,state:n},r){let a=await e.get(`/cases/${r}?unseen=true`);return a.state===We?"done":t==="facilitator"&&n.content.cases[r]===void 0&&!Le.has(a.state)&&a.roster===0?"may":null}async function Hd(e,t,n){let{id:r,kem:a}=e.directories.current.register,o={portal:e.portal.id,key:r,case:g(t,16),writer:e.member},i=await jg(e,t,n),c=await On(a,o,i,e.identity.sign.privateKey);await e.api.put(`/cases/${t}/set-aside`,{register:{key:h(r),sealed:h(c)}})}async function jg({api:e,today:t,directories:n},r,a){let[o,i]=await Promise.all([e.get(`/cases/${r}`),n.version(1)]),c=[i.day,[o.received,t].sort()[0]].sort()[1];return{v:1,case:r,number:1,kind:a?.kind??"unknown",urgent:a?.urgent??!1,category:null,state:We,outcome:null,authorities:[],received:c,feedback:null,final:null,closed:t,directory:n.current.version}}function qd(e,t,n){let r=null,a=null,o=({touches:u})=>{let[p,m]=u;r=u.length===1&&p?{x:p.clientX,y:p.clientY}:null,a=u.length===2&&p&&m?Wd(p,m):null},i=u=>{let[p,m]=u.touches;a===null||!p||!m||(u.cancelable&&u.preventDefault(),t.pinch(Wd(p,m)/a,(p.clientX+m.clientX)/2,(p.clientY+m.clientY)/2))},c=({changedTouches:[u]})=>{a!==null?t.release():r!==null&&u&&l(u.clientX-r.x,u.clientY-r.y),a=null,r=null},l=(u,p)=>{Math.abs(u)>60&&Math.abs(u)>2*Math.abs(p)&&t.sweep(u<0?1:-1)};e.addEventListener("touchstart",o,{signal:n,passive:!0}),e.addEventListener("touchmove",i,{signal:n,passive:!1}),e.addEventListener("touchend",c,{signal:n}),e.addEventListener("touchcancel",c,{signal:n})}var Wd=(e,t)=>Math.max(1,Math.hypot(e.clientX-t.clientX,e.clientY-t.clientY));var Vd=1.25,Sg=8,Gd=80;async function Zd(e,t,{width:n,turn:r=0,watermark:a=null,wanted:o=()=>!0}={}){let i=await createImageBitmap(new Blob([t.image],{type:t.media}));try{if(!o())return!1;let[c,l]=r%2===0?[i.width,i.height]:[i.height,i.width],u=(n??c)/c;e.width=Math.max(1,Math.round(c*u)),e.height=Math.max(1,Math.round(l*u));let p=e.getContext("2d");return p.imageSmoothingQuality="high",p.translate(e.width/2,e.height/2),p.rotate(r*Math.PI/2),p.scale(u,u),p.drawImage(i,-i.width/2,-i.height/2),p.resetTransform(),a&&Ag(p,a),!0}finally{i.close()}}function Ag(e,t){let{width:n,height:r}=e.canvas,a=Math.max(14,Math.round(Math.min(n,r)/24));e.font=`600 ${a}px system-ui, sans-serif`,e.textAlign="center",e.translate(n/2,r/2),e.rotate(-Math.PI/7);let o=Math.hypot(n,r)/2,i=e.measureText(t).width+a*3;for(let c=-o,l=0;c<=o;c+=a*5,l+=1)for(let u=-o-l%2*(i/2);u<=o+i;u+=i)Dg(e,t,u,c);e.resetTransform()}function Dg(e,t,n,r){e.fillStyle="rgb(0 0 0 / 16%)",e.fillText(t,n,r),e.fillStyle="rgb(255 255 255 / 22%)",e.fillText(t,n+1,r+1)}async function Mg(e,t=0){let n=document.activeElement,r=De(i=>Ng(i),{kind:"viewer",label:e.title}),a=document.querySelector("dialog.viewer"),o=new To(a,e,t);o.show(),await r,o.stop(),n instanceof HTMLElement&&n.focus()}function Ng(e){return d`<div class="viewer-bar" role="toolbar" aria-label=${s("Bekijken")}>
      ${Wn("before","arrow-left",s("Vorige pagina"),"←")}
      ${Wn("after","arrow-right",s("Volgende pagina"),"→")}
      <span class="count" data-part="count"></span>
      ${Wn("smaller","zoom-out",s("Kleiner"),"−")} ${Wn("larger","zoom-in",s("Groter"),"+")}
      ${Wn("turn","rotate-cw",s("Draai"),"r")}
      <button type="button" class="button square" title=${`${s("Sluit")} (Esc)`} @click=${()=>e(null)}>
        ${k("x")}<span class="sr">${s("Sluit")}</span>
      </button>
    </div>
    <div class="viewer-stage" data-part="stage" tabindex="0" role="region" aria-label=${s("Pagina")}>
      <canvas role="img"></canvas>
      <p data-part="message"></p>
    </div>`}function Wn(e,t,n,r){return d`<button type="button" class="button square" data-tool=${e} title=${`${n} (${r})`}>
    ${k(t)}<span class="sr">${n}</span>
  </button>`}var Kg={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},Yd=e=>Math.min(Sg,Math.max(1,e)),To=class{constructor(t,n,r){this.dialog=t,this.album=n,this.index=r,this.zoom=1,this.turn=0,this.pinched=void 0,this.page=null,this.ticket=0,this.drawing=0,this.canvas=t.querySelector("canvas"),this.stage=t.querySelector("[data-part=stage]"),this.message=t.querySelector("[data-part=message]"),this.listen()}listen(){this.end=new AbortController;let{signal:t}=this.end;this.dialog.addEventListener("click",n=>this.press(n),{signal:t}),this.dialog.addEventListener("keydown",n=>this.key(n),{signal:t}),this.stage.addEventListener("dblclick",n=>this.around(this.zoom>1?1:2,n),{signal:t}),qd(this.stage,{sweep:n=>this.zoom===1&&this.go(n),pinch:(n,r,a)=>this.pinch(n,{clientX:r,clientY:a}),release:()=>this.release()},t),addEventListener("resize",()=>this.draw(),{signal:t})}stop(){this.end?.abort(),this.page=null,this.drawing+=1,this.canvas.width=1,this.canvas.height=1}press(t){let n=t.target.closest("[data-tool]");n instanceof HTMLElement&&this.act(n.dataset.tool??"")}act(t){t==="before"&&this.go(-1),t==="after"&&this.go(1),t==="larger"&&this.size(this.zoom*Vd),t==="smaller"&&this.size(this.zoom/Vd),t==="turn"&&(this.turn=(this.turn+1)%4,this.draw())}key(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let n={PageUp:"before",PageDown:"after","+":"larger","=":"larger","-":"smaller",r:"turn"};this.zoom===1&&Object.assign(n,{ArrowLeft:"before",ArrowRight:"after"});let r=n[t.key],a=Kg[t.key];r===void 0&&a===void 0||(t.preventDefault(),r!==void 0?this.act(r):a&&this.stage.scrollBy(a[0]*Gd,a[1]*Gd))}pinch(t,n){this.pinched??=this.zoom,this.around(this.pinched*t,n,{sharp:!1})}release(){this.pinched=void 0,this.size(this.zoom)}around(t,{clientX:n,clientY:r},{sharp:a=!0}={}){if(this.page===null)return;let o=this.canvas.getBoundingClientRect(),[i,c]=[(n-o.left)/o.width,(r-o.top)/o.height];this.zoom=Yd(t),this.canvas.style.width=`${Math.round(this.fitting(this.page)*this.zoom)}px`;let l=this.canvas.getBoundingClientRect();this.stage.scrollBy(l.left+i*l.width-n,l.top+c*l.height-r),a&&this.draw()}go(t){let n=this.index+t;n<0||n>=this.album.count||(this.index=n,this.zoom=1,this.turn=0,this.show())}size(t){this.zoom=Yd(t),this.draw()}async show(){let t=this.ticket+=1;this.drawing+=1,this.page=null,this.canvas.hidden=!0,this.tell(s("Pagina {n} wordt geopend…",{n:this.index+1}));let n=await this.album.load(this.index).catch(()=>null);t!==this.ticket||!this.dialog.open||(this.page=n,n===null?this.tell(s("Deze pagina kan niet worden getoond. Probeer het later opnieuw.")):await this.draw())}async draw(){if(this.page===null)return;let t=this.drawing+=1,n=()=>t===this.drawing,{turn:r,album:a}=this,o=Math.round(this.fitting(this.page)*this.zoom),i=Math.min(devicePixelRatio||1,2);try{let c={width:o*i,turn:r,watermark:a.watermark,wanted:n};if(!await Zd(this.canvas,this.page,c))return}catch{n()&&this.tell(s("Deze pagina is geen beeld dat getoond kan worden."));return}this.canvas.style.width=`${o}px`,this.canvas.hidden=!1,this.tell("")}fitting(t){let[n,r]=this.turn%2===0?[t.width,t.height]:[t.height,t.width];return Math.min(this.stage.clientWidth-16,(this.stage.clientHeight-16)*n/r,n*2)}tell(t){let n=s("{n} van {all}",{n:this.index+1,all:this.album.count}),r=this.dialog.querySelector("[data-part=count]");r&&(r.textContent=n),this.canvas.setAttribute("aria-label",`${this.album.title}, ${n}`),this.message.textContent=t,this.disable("before",this.index===0),this.disable("after",this.index===this.album.count-1),this.disable("smaller",this.zoom===1),gc(t||`${this.album.title}, ${n}`)}disable(t,n){let r=this.dialog.querySelector(`[data-tool=${t}]`);r instanceof HTMLButtonElement&&r.setAttribute("aria-disabled",String(n))}};function Xd(e){let t=document.createElement("ul");t.className="thumbs";let n=new IntersectionObserver(r=>r.forEach(a=>{a.isIntersecting&&(n.unobserve(a.target),zg(a.target,e))}));for(let r=0;r<e.count;r+=1)t.append(Og(e,r,n));return t}function Og(e,t,n){let r=document.createElement("li");return r.dataset.index=String(t),se(d`<button type="button" class="thumb" @click=${()=>Mg(e,t)}>
      <canvas width="90" height="120" aria-hidden="true"></canvas>
      <span
        >${e.count===1?s("Bekijk groot"):s("Pagina {n}",{n:t+1})}<span class="sr"
          >, ${e.title}</span
        ></span
      >
    </button>`,r),n.observe(r),r}var Jd=Promise.resolve();async function zg(e,t){let n=e.querySelector("canvas");try{let r=await t.load(Number(e.dataset.index)),a=Jd.then(async()=>{await Zd(n,r,{width:240,watermark:t.watermark})});Jd=a.catch(()=>{}),await a}catch{e.querySelector(".thumb")?.append(s("Niet te tonen"))}}var Tg=A({v:te,number:ne,previous:ue(ee),day:Ee,member:ue(F),action:re,subject:ue(F)});async function Qd(e){let t={lines:[],whole:!0,head:null};for(let[n,r]of e.entries()){let a=Ve(r);Tg(a),t.whole&&=a.number===n&&a.previous===t.head,t.lines.push(a),t.head=h(await U(r))}return t}var Yr=new WeakMap;function eu(e,t){return Po(e.app,t,`/journal?case=${t.key}`,()=>e.draw())}function Po(e,t,n,r){let a=Yr.get(t);return d`<details class="journal" @toggle=${i=>{i.target.open&&a===void 0&&Pg(e,t,n,r)}}>
    <summary>${s("Logboek")}</summary>
    ${a===void 0||a==="loading"?d`<p class="hint">${s("Wordt opgehaald…")}</p>`:typeof a=="string"?d`<p>${a}</p>`:Cg(e,a)}
  </details>`}async function Pg(e,t,n,r){Yr.set(t,"loading");try{let{lines:a}=await e.call(()=>e.me.api.get(n));Yr.set(t,await Qd(a.map(o=>g(o))))}catch(a){Yr.set(t,$(a))}r()}function Cg(e,{lines:t,whole:n,head:r}){let a=o=>o===null?"":we(e.me,o)?.name??"";return d`<div class="stack tight">
    ${n?f:x("danger",d`<p>${s("Een regel in dit logboek past niet aan de vorige: er is iets veranderd of weggelaten. Verwittig je collega’s.")}</p>`)}
    <ol class="journal-lines">
      ${t.map(o=>d`<li><small>${z(o.day,{weekday:!1})}</small> ${a(o.member)||s("de vraagsteller of het portaal")}: ${_g(o.action)}${o.subject&&we(e.me,o.subject)?d` (${a(o.subject)})`:f}</li>`)}
    </ol>
    ${r===null?f:d`<p class="hint">${s("Code van de laatste regel, om elders te noteren:")} <span class="words">${r.slice(0,16)}</span></p>`}
  </div>`}function _g(e){let t=/^(.+)-(\d{4})$/.exec(e),n=t?.[2]??"";return{open:s("opende het dossier"),notes:s("begon met nota’s"),assign:s("wees iemand toe"),remove:s("haalde iemand van het dossier"),feedback:s("gaf eerste feedback"),reply:s("schreef een bericht"),final:s("gaf een definitief antwoord"),pass:s("gaf het dossier door"),close:s("sloot het dossier af"),note:s("schreef een nota"),triage:s("paste de indeling aan"),draft:s("legde een ontwerp voor"),record:s("legde vast wat werd doorgegeven"),recuse:s("stapte opzij"),"set-aside":s("legde het dossier opzij als niet te openen"),directory:s("veranderde de lijst van medewerkers"),invite:s("nodigde iemand uit"),cancel:s("trok een uitnodiging in"),reset:s("gaf een code voor een nieuwe tweede factor"),"lapse-invite":s("liet een uitnodiging vervallen die niemand gebruikte"),"lapse-reset":s("liet een code voor een nieuwe tweede factor vervallen die niemand gebruikte"),renew:s("stelde een nieuwe tweede factor in"),"passkey-add":s("voegde een passkey toe"),"passkey-remove":s("verwijderde een passkey"),"codes-set":s("koppelde een telefoon voor codes"),"codes-remove":s("verwijderde de codes op de telefoon"),activate:s("zette een toegang aan"),deactivate:s("zette een toegang uit"),role:s("gaf iemand een andere rol"),"open-with-one":s("liet vragen toe met één facilitator"),"wait-for-two":s("liet vragen wachten op een tweede facilitator"),setup:s("richtte het portaal in"),credentials:s("koos een andere naam of wachtzin"),absence:s("meldde een afwezigheid"),"absence-remove":s("schrapte een afwezigheid"),template:s("bewaarde een voorbeeldtekst"),"template-remove":s("verwijderde een voorbeeldtekst"),report:s("ondertekende het verslag over {year}",{year:n}),presented:s("schreef op dat het verslag over {year} werd voorgesteld",{year:n}),archive:s("begon met het archiveren van {year}",{year:n}),"archive-undo":s("maakte het archiveren van {year} ongedaan",{year:n}),destroy:s("vernietigde het archief van {year}",{year:n})}[t?.[1]??e]??e}var Lg=()=>[["j / k",s("volgende of vorige vraag")],["Enter",s("open de vraag")],["/",s("zoek")],["u",s("terug naar de lijst")],["a",s("schrijf een antwoord")],["n",s("schrijf een nota")],["?",s("dit overzicht")],["← →  + −  r",s("bij een bijlage: andere pagina, groter of kleiner, draaien")]];function pn(e){return De(t=>d`<div class="stack">
        <h2 id="dialog-title">${s("Toetsen")}</h2>
        <dl class="facts keys">
          ${Lg().map(([n,r])=>d`<dt><kbd>${n}</kbd></dt>
                <dd>${r}</dd>`)}
        </dl>
        ${Pe({id:"keys-on",label:s("Gebruik deze toetsen"),text:s("Zet ze uit als je spreekt tegen je computer, of als een letter iets doet wat je niet wou. Dat geldt tot je je afmeldt."),checked:e.keys,change:n=>{e.keys=n}})}
        <div class="actions">
          <button type="button" class="button primary" autofocus @click=${()=>t(null)}>${s("Sluit")}</button>
        </div>
      </div>`)}function tu(e,t){let n=e.app.me,r=n.role!=="coach"&&t.summary.state!=="withdrawn",a=new Map(t.summary.participants.map(c=>[c.id,c])),o=c=>{let l=nu(e,e.away,c);return l===null?f:d`<small>${k("door-open")}${l}</small>`},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c)).sort(Bg);return d`<section class="card stack tight" aria-labelledby="people-title">
    <h2 id="people-title">${s("Wie werkt hieraan")}</h2>
    <ul class="people">
      ${i.map(c=>d`<li class="row spread">
            <span
              ><strong>${c.name||s("iemand die weg is")}</strong
              ><small>${_e(c.role)}</small>${o(c.key)}</span
            >
            ${a.get(c.key)?.active===!1?H(s("doet niet meer mee"),"warn"):f}
            ${r&&c.role==="coach"?d`<button type="button" class="button quiet small no-print" @click=${()=>Fg(e,c)}>${s("Verwijder")}<span class="sr"> ${c.name}</span></button>`:f}
          </li>`)}
    </ul>
    ${Rg(e,t)}
    ${r?d`<p class="no-print"><button type="button" class="button" @click=${()=>Ig(e,t)}>${k("user-plus")}${s("Wijs een coach toe")}</button></p>`:f}
    ${n.role==="coach"?d`<p class="no-print"><button type="button" class="button danger small" @click=${()=>Hg(e)}>${k("door-open")}${s("Stap opzij")}</button></p>`:f}
  </section>`}function Bg(e,t){return e.role.localeCompare(t.role)||e.name.localeCompare(t.name)}function Rg(e,{view:t}){if(t.excluded.length===0)return f;let n=me(e.app.me).filter(({person:r})=>t.excluded.includes(h(r))).map(({name:r})=>r);return d`<p class="hint">
    ${k("user-round-x")}
    ${s("De vraagsteller houdt buiten dit dossier: {names}",{names:[...new Set(n)].join(", ")||s("iemand die hier niet meer werkt")})}
  </p>`}async function Ig(e,t){let n=Fl(e.app.me,t.view,"coach").sort((i,c)=>i.member.name.localeCompare(c.member.name)),r=await e.app.call(()=>an(e.app.me)),a=new Set;await De(i=>{let c=document.createElement("div"),l=()=>se(d`<div class="stack">
          <h2 id="dialog-title">${s("Wijs een of meer coaches toe")}</h2>
          <p class="hint">${s("Wie je toewijst, kan het hele dossier lezen, ook wat er al geschreven is.")}</p>
          ${n.length===0?d`<p>${s("Er zijn nog geen coaches. Nodig er een uit bij ‘Medewerkers’.")}</p>`:f}
          ${n.map(({member:u,key:p,reason:m})=>Pe({id:`coach-${p}`,label:u.name,text:Ug(m)??nu(e,r,p)??u.function,checked:m==="there"||a.has(p),disabled:m!==null,change:w=>{a[w?"add":"delete"](p),l()}}))}
          <div class="actions">
            <button type="button" class="button" @click=${()=>i(null)}>${s("Terug")}</button>
            <button
              type="button"
              class="button primary"
              aria-disabled=${String(a.size===0)}
              @click=${()=>a.size>0&&i(!0)}
            >
              ${s("Wijs toe")}
            </button>
          </div>
        </div>`,c);return l(),d`${c}`})===!0&&await e.act(i=>Hl(e.app.me,i,[...a]))&&O(s("Toegewezen."))}function nu(e,t,n){let r=t.get(n);return r?_c(e.app.me,r):null}function Ug(e){return e==="there"?s("Werkt al aan dit dossier."):e==="excluded"?s("Kan niet: de vraagsteller wil deze persoon buiten het dossier houden."):null}async function Fg(e,t){await I({title:s("{name} van dit dossier halen?",{name:t.name}),text:d`<p>
      ${s("{name} kan niets meer lezen van wat hierna komt. Wat al gelezen is, blijft gelezen.",{name:t.name})}
    </p>`,yes:s("Verwijder"),danger:!0})&&await e.act(r=>Wl(e.app.me,r,t.key))&&O(s("{name} is verwijderd.",{name:t.name}))}async function Hg(e){if(!await I({title:s("Opzij stappen?"),text:d`<p>
        ${s("Doe dit als je niet neutraal kunt zijn, bijvoorbeeld omdat je iemand kent. Een facilitator en de vraagsteller lezen dat je opzij stapt, niet waarom.")}
      </p>
      <p>
        ${s("Je ziet het dossier daarna niet meer. Dit kun je niet ongedaan maken; een facilitator kan je wel opnieuw toewijzen.")}
      </p>`,yes:s("Stap opzij"),danger:!0})||e.open===null)return;let{open:n}=e;try{await e.app.call(()=>Ut(e.app.me,n,Ft({kind:"recuse",text:"",fields:{}}))),O(s("Je bent opzij gestapt.")),e.app.back()}catch(r){e.error=$(r),e.draw()}}var hn=67,fn=65535,Wg=64,Co=16,ye={number:32,directory:36,kind:40,category:42,state:44,outcome:46,authorities:48,urgent:50},qn={received:51,feedback:55,final:59,closed:63},qg=A({v:te,row:ne,directory:bt,words:pe(re,0,fn),lists:pe(pe(re),0,fn),hash:ee}),au=e=>ie(e,"checkpoint"),ou=({portal:e,key:t,number:n},r)=>({portal:e,case:lt,epoch:n,id:t,writer:r,kind:"checkpoint"});async function su(e,{writer:t,...n},r,{row:a,directory:o,lines:i}){let c=ou(n,t),{words:l,lists:u,lines:p}=Gg(i),m={v:1,row:a,directory:o,words:l,lists:u,hash:h(await U(p))},w=await ae(r,"checkpoint",dt(c),m);return Ae(await au(e),c,D(w,p))}async function iu(e,t,n,r){let{writer:a}=Se(n).header,o=ou(t,a),{signed:i,lines:c}=Vg(await Xe(await au(e),o,n)),l=he(i,qg),u=l.body,p=oe(await r.version(u.directory),a,["facilitator"]);if(!p)throw new v("writer");if(await fe(p.sign,"checkpoint",dt(o),l),!b(await U(c),g(u.hash)))throw new N("lines");return{row:u.row,lines:Yg(u,c)}}function Vg(e){let t=new Oe(e);return t.lp(),t.take(Wg),{signed:e.slice(0,t.at),lines:e.subarray(t.at)}}function Gg(e){let t=e.map(({body:i,mark:c})=>({entry:i,mark:c,id:g(i.case,16)}));t.sort((i,c)=>be(i.id,c.id));let n=new Jr(i=>i),r=new Jr(i=>i.join(" ")),a=new Uint8Array(t.length*hn),o=new DataView(a.buffer);return t.forEach(({entry:i,mark:c,id:l},u)=>{let p=u*hn;a.set(l,p),a.set(c,p+Co),o.setUint32(p+ye.number,i.number),o.setUint32(p+ye.directory,i.directory),o.setUint16(p+ye.kind,n.of(i.kind)),o.setUint16(p+ye.category,i.category===null?fn:n.of(i.category)),o.setUint16(p+ye.state,n.of(i.state)),o.setUint16(p+ye.outcome,i.outcome===null?fn:n.of(i.outcome)),o.setUint16(p+ye.authorities,r.of(i.authorities)),o.setUint8(p+ye.urgent,i.urgent?1:0);for(let[m,w]of Object.entries(qn))o.setUint32(p+w,Jg(i[m]))}),{words:n.all,lists:r.all,lines:a}}var Jr=class{constructor(t){this.nameOf=t,this.known=new Map,this.all=[]}of(t){let n=this.nameOf(t),r=this.known.get(n);if(r!==void 0)return r;if(this.all.length===fn)throw new v("too-many");return this.known.set(n,this.all.length),this.all.push(t),this.all.length-1}};function Yg({words:e,lists:t},n){if(n.length%hn!==0)throw new N("lines");let r=new DataView(n.buffer,n.byteOffset,n.length),a=Zg(),o=l=>ru(e,r.getUint16(l)),i=l=>r.getUint16(l)===fn?null:o(l),c=[];for(let l=0;l<n.length;l+=hn){let u=n.subarray(l,l+16);if(l>0&&be(n.subarray(l-hn,l-hn+16),u)>=0)throw new N("order");let p=r.getUint32(l+ye.directory),m=r.getUint8(l+ye.urgent),w=a(r.getUint32(l+qn.received));if(p<1||m>1||w===null)throw new N("lines");let y={v:1,case:h(u),number:r.getUint32(l+ye.number),kind:o(l+ye.kind),urgent:m===1,category:i(l+ye.category),state:o(l+ye.state),outcome:i(l+ye.outcome),authorities:ru(t,r.getUint16(l+ye.authorities)),received:w,feedback:a(r.getUint32(l+qn.feedback)),final:a(r.getUint32(l+qn.final)),closed:a(r.getUint32(l+qn.closed)),directory:p};c.push({body:y,mark:n.slice(l+Co,l+Co+16)})}return c}function ru(e,t){let n=e[t];if(n===void 0)throw new N("lines");return n}var Jg=e=>e===null?0:Number(e.replaceAll("-",""));function Zg(){let e=new Map([[0,null]]);return t=>{let n=e.get(t);if(n!==void 0)return n;let r=String(t).padStart(8,"0"),a=`${r.slice(0,-4)}-${r.slice(-4,-2)}-${r.slice(-2)}`;return Ee(a),e.set(t,a),a}}var Xg=4,cu=()=>typeof Worker<"u",Zr=class{constructor(t){this.waiting=new Map,this.asked=0;let n=Math.min(Xg,navigator.hardwareConcurrency||1);this.workers=Array.from({length:n},()=>this.started(t))}started(t){let n=gn("opening");return n.onmessage=({data:r})=>this.answered(r),n.onerror=()=>this.end(),n.postMessage({seed:t}),n}answered({number:t,opened:n}){let r=this.waiting.get(t);this.waiting.delete(t),n===null?r?.reject(new C):r?.resolve(n)}open(t,n){let r=this.asked;this.asked+=1;let a=this.workers[r%this.workers.length];return new Promise((o,i)=>{if(a===void 0)return i(new Error("ended"));this.waiting.set(r,{resolve:o,reject:i}),a.postMessage({number:r,info:t,sealed:n})})}end(){for(let t of this.workers)t.terminate();this.workers=[];for(let{reject:t}of this.waiting.values())t(new Error("ended"));this.waiting.clear()}};var lu=20000101,du={apart:64,here:12},uu=150,Qg=200,_o=5e3,ey=2880*60*1e3,ty=async e=>(await U(e)).slice(0,16),ny=e=>({open:(t,n)=>wa(e,t,n)}),Xr=class e{constructor(t,n){this.session=t,this.seeds=new Map(n.map(({key:r,seed:a})=>[h(r),a])),this.pairs=new Map(n.map(({key:r,seed:a})=>[h(r),ny(a)])),this.held=new Map,this.opened=new Map,this.checkpoint=null,this.refused=0,this.loading=null,this.listening=new Set,this.damaged=!1,this.bounds={first:"0000-01-01",last:"9999-12-31"}}static async of(t){return new e(t,await zn(t))}line(t){return this.held.get(t)?.body??null}lines(){return[...this.held.values()].map(({body:t})=>t).filter(t=>this.wasThere(t))}wasThere({number:t,received:n,closed:r}){if(t>0)return!0;let{first:a,last:o}=this.bounds;return a<=n&&n<=o&&(r===null||r<=o)}async take(t,n=()=>{}){t.length>uu&&await this.fromCheckpoint(),await this.takeAll(t,n)}async takeAll(t,n){let r=await this.notHeld(t),a=this.openersFor(r.length);try{for(let o=0;o<r.length;o+=a.atOnce){let i=r.slice(o,o+a.atOnce);await Promise.all(i.map(({entry:c,mark:l})=>this.takeOne(c,l,a))),n({done:Math.min(o+a.atOnce,r.length),all:r.length}),await ry()}}finally{a.end()}}async notHeld(t){return(await Promise.all(t.map(async r=>({entry:r,mark:await ty(g(r.sealed))})))).filter(({entry:r,mark:a})=>{let o=this.held.get(r.case);return o===void 0||!b(o.mark,a)})}openersFor(t){if(t<=uu||!cu())return{atOnce:du.here,of:r=>this.pairs.get(r),end(){}};let n=new Map;return{atOnce:du.apart,of:r=>{let a=n.get(r)??new Zr(this.seeds.get(r));return n.set(r,a),a},end:()=>{for(let r of n.values())r.end()}}}async takeOne(t,n,r){let a=[t.key,t.case,t.writer,h(n)].join(" "),o=this.opened.get(a),i=o===void 0?await this.openOne(t,r):o;if(this.opened.set(a,i),i===null)return;let c=this.held.get(t.case);(c===void 0||Ka(i,n,c.body,c.mark))&&this.held.set(t.case,{body:i,mark:n})}async openOne(t,n){let r=this.seeds.has(t.key)?n.of(t.key):void 0,a={portal:this.session.portal.id,key:g(t.key,16),case:g(t.case,16),writer:g(t.writer,16)};try{if(r===void 0)throw new P("register-key");return await zi(r,a,g(t.sealed),this.session.directories)}catch(o){if(!(o instanceof P))throw o;return this.refused+=1,null}}loadAll(t=()=>{}){return this.listening.add(t),this.loading??=this.load(n=>{for(let r of this.listening)r(n)}).finally(()=>{this.loading=null,this.listening.clear()}),this.loading}async load(t){this.bounds=await this.ownBounds();let n=await this.fromCheckpoint(),r=await this.entriesFrom(n.row,t),{number:a}=n;for(let o=0;o<r.length;o+=_o){let i={done:o,all:r.length};await this.takeAll(r.slice(o,o+_o),({done:l})=>t({...i,done:o+l}));let c=r[o+_o];c?.row!==void 0&&(a=await this.keepCheckpoint(a,c.row))}return(r.length>=Qg||this.damaged)&&(a=await this.keepCheckpoint(a,this.today())),await this.remember(a),this.lines()}async ownBounds(){let{day:t}=await this.session.directories.version(1),n=new Date(Date.parse(this.session.today)+ey).toISOString().slice(0,10);return{first:`${t.slice(0,4)}-01-01`,last:n}}async entriesFrom(t,n){let r=[],a=`/register?from=${t}`;for(;;){let{rows:o,next:i}=await this.session.api.get(a);if(r.push(...o),n(null),i===null)return r;a=`/register?next=${i}`}}today(){return Number(this.session.today.replaceAll("-",""))}fromCheckpoint(){return this.checkpoint??=this.readCheckpoint(),this.checkpoint.catch(()=>{this.checkpoint=null}),this.checkpoint}async readCheckpoint(){let{checkpoint:t}=await this.session.api.get("/register/checkpoint"),n=t?.number??0;if(n<(this.session.state.content.checkpoint??0))throw new et("older");if(!t)return{number:n,row:lu};try{return{number:n,row:await this.takeCheckpoint(n,g(t.envelope))}}catch(r){if(!(r instanceof P))throw r;return this.damaged=!0,{number:n,row:lu}}}async takeCheckpoint(t,n){let r=Se(n).header.id,a=this.seeds.get(h(r));if(a===void 0)throw new P("register-key");let o={portal:this.session.portal.id,key:r,number:t},{row:i,lines:c}=await iu(a,o,n,this.session.directories);for(let l of c){let u=this.held.get(l.body.case);(u===void 0||Ka(l.body,l.mark,u.body,u.mark))&&this.held.set(l.body.case,l)}return i}async keepCheckpoint(t,n){let{register:r,version:a}=this.session.directories.current,o=this.seeds.get(h(r.id));if(o===void 0)return t;let i=t+1,c={portal:this.session.portal.id,key:r.id,number:i,writer:this.session.member},l={row:n,directory:a,lines:[...this.held.values()]},u=await su(o,c,this.session.identity.sign.privateKey,l);try{return await this.session.api.put("/register/checkpoint",{number:i,row:n,envelope:h(u)}),this.checkpoint=Promise.resolve({number:i,row:n}),i}catch(p){if(p instanceof j)return t;throw p}}async remember(t){t<=(this.session.state.content.checkpoint??0)||await $t(this.session,n=>({...n,checkpoint:Math.max(n.checkpoint??0,t)}))}};function ry(){return new Promise(e=>{setTimeout(e,0)})}var ay=60,oy=4,sy=300*1e3,pu=new WeakMap;function Vt(e){let t=pu.get(e)??new Map;return pu.set(e,t),t}var Lo=new WeakMap;function Dt(e){let t=Lo.get(e.me);if(t)return t;let n=Xr.of(e.me);return Lo.set(e.me,n),n.catch(()=>Lo.delete(e.me)),n}var hu=new WeakMap;function iy(e,t){let n=hu.get(e.me)??new Map;hu.set(e.me,n);let r=n.get(t);if(r!==void 0&&Date.now()-r.at<sy)return r.filed;let a=Ul(e.me,t).catch(cy);return n.set(t,{at:Date.now(),filed:a}),a.catch(()=>n.delete(t)),a}async function fu(e,t,n){if(e.me.role!=="coach"&&e.me.role!=="helper")return;let r=Vt(e),a=t.filter(o=>!r.has(o.key)&&o.summary.opened&&!$e(o));await Nr(a.slice(0,ay),async o=>{let i=await iy(e,o.key);i!==null&&!r.has(o.key)&&(o.opened={...i,text:""}),n()},oy)}function cy(e){if(e instanceof T||e instanceof j&&e.status===404)return null;throw e}function mu(e){return e.aside==="done"?d`<p>${s("Dit dossier is opzij gelegd als niet te openen. Er kan niet meer geantwoord worden.")}</p>`:e.aside===null?f:d`<div class="stack tight">
    <p>
      ${s("Lukt het ook bij je collega’s niet, dan kan niemand deze vraag lezen of beantwoorden. Leg ze dan opzij, zodat ze niet als ‘te laat’ in de lijst blijft staan.")}
    </p>
    <p>
      <button type="button" class="button" ?disabled=${e.busy} @click=${()=>ly(e)}>
        ${s("Leg opzij als niet te openen")}
      </button>
    </p>
  </div>`}async function ly(e){if(!(!await I({title:s("Kan niemand deze vraag openen?"),text:d`<p>
        ${s("Laat eerst een collega proberen. Leg je ze opzij, dan telt ze als ‘niet te openen’. Wie ze stelde, leest dat en kan opnieuw vragen.")}
      </p>
      <p>${s("Dit kun je niet ongedaan maken.")}</p>`,yes:s("Leg opzij"),danger:!0})||e.busy)){e.busy=!0,e.error=null,e.draw();try{let{app:n,caseKey:r}=e;await n.call(async()=>Hd(n.me,r,(await Dt(n)).line(r))),O(s("De vraag is opzij gelegd.")),n.back()}catch(n){e.error=$(n)}e.busy=!1,e.draw()}}var Qr=new WeakMap;function wu(e,t){let n=nt(t.view),r=e.app.me.role!=="coach",a=t.summary.state==="withdrawn";return d`<section class="card stack tight" aria-labelledby="triage-title">
    <h2 id="triage-title">${s("Indeling")}</h2>
    ${r&&!a?py(e,t,n):dy(e,t,n)}
  </section>`}function dy(e,t,{category:n,pen:r}){let{org:a}=e.app.me.portal,o=gu(t,r);return d`<dl class="facts tight">
    <dt>${s("Categorie")}</dt>
    <dd>${n?J(a.categories,n):s("nog geen")}</dd>
    <dt>${s("Schrijft het antwoord")}</dt>
    <dd>${o??s("niemand aangeduid")}</dd>
  </dl>`}function gu({summary:e,view:t},n){let r=Rt({summary:e,opened:{pen:n},coaches:sn(e)});return t.participants.find(({key:a})=>a===r)?.name}function uy(e){let t=gu(e,null);return t?s("{name}, als enige coach",{name:t}):s("Niemand aangeduid")}function py(e,t,n){let{org:r}=e.app.me.portal,a=Qr.get(e)??n,o=c=>{Qr.set(e,{...a,...c}),e.draw()},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c));return d`<div class="stack tight">
    ${Fe({id:"triage-category",label:s("Categorie"),value:a.category??"",empty:s("Nog geen"),options:hy(r.categories,a.category),input:c=>o({category:c===""?null:c})})}
    ${Fe({id:"triage-pen",label:s("Wie schrijft het antwoord?"),value:i.some(({key:c})=>c===a.pen)?a.pen??"":"",empty:uy(t),options:i.map(({key:c,name:l})=>({key:c,label:l})),input:c=>o({pen:c===""?null:c})})}
    ${Pe({id:"triage-urgent",label:s("Dringend"),checked:a.urgent,change:c=>o({urgent:c})})}
    ${fy(a,n)?f:d`<div class="actions">
            ${B({label:s("Bewaar de indeling"),busy:e.busy,click:()=>my(e,a)})}
            <button
              type="button"
              class="button"
              @click=${()=>{Qr.delete(e),e.draw()}}
            >
              ${s("Laat zoals het was")}
            </button>
          </div>`}
  </div>`}function hy(e,t){let n=e.map(({key:a,group:o,label:i})=>({key:a,group:o,label:i})).sort((a,o)=>a.group.localeCompare(o.group)||a.label.localeCompare(o.label));return t!==null&&!e.some(({key:a})=>a===t)?[...n,{key:t,label:s("{key} (staat niet meer in de lijst)",{key:t})}]:n}var fy=(e,t)=>e.category===t.category&&e.pen===t.pen&&e.urgent===t.urgent;async function my(e,{category:t,pen:n,urgent:r}){await e.act(o=>Ut(e.app.me,o,Ft({kind:"triage",fields:{category:t,pen:n,urgent:r}})))&&(Qr.delete(e),e.draw(),O(s("De indeling is bewaard.")))}function mn(e,t){return n=>new Bo(n,e,t)}var Bo=class{tab="queue";constructor(t,n,r){this.app=t,this.caseKey=n,this.name=r,this.open=null,this.error=null,this.refused=null,this.aside=null,this.unread=new Set,this.away=new Map,this.busy=!1,this.albums=new Map,this.composer=ed(this),this.load()}unsent(){return this.composer.unsent()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.open===null,[n,r]=await this.app.call(()=>Promise.all([Tr(this.app.me,this.caseKey),an(this.app.me)]));this.away=r,t&&(this.unread=Il(this.app.me,n)),this.open=n,this.error=null,this.remember(n),await this.app.call(()=>Rl(this.app.me,n))}catch(t){t instanceof T?(this.refused=yu(t.reason),this.aside=await this.app.call(()=>Fd(this.app.me,this.caseKey)).catch(()=>null)):this.error=$(t)}this.draw()}remember({view:t}){let n=t.messages[0];Vt(this.app).set(this.caseKey,{...nt(t),kind:n?.fields.kind??"",text:[...t.messages,...t.notes].map(({text:r})=>r).join(" ")})}async act(t){if(this.busy||this.open===null)return!1;let{open:n}=this;this.busy=!0,this.error=null,this.draw();let r=!1;try{await this.app.call(()=>t(n)),r=!0,await this.load()}catch(a){await this.load(),this.error=a instanceof T?yu(a.reason):$(a)}return this.busy=!1,this.draw(),r}key(t){let n={u:()=>this.app.back(),a:()=>this.composer.start("reply"),n:()=>this.composer.start("note"),"?":()=>pn(this.app)}[t.key];n!==void 0&&(t.preventDefault(),n())}render(){return d`<div class="case" @contextmenu=${wy}>
      <p class="row spread no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${s("Terug naar de lijst")}
        </button>
        <button type="button" class="button quiet small of-keys" @click=${()=>pn(this.app)}>
          ${k("keyboard")}${s("Toetsen")}
        </button>
      </p>
      <h1>${this.name}</h1>
      ${M(this.error)}
      ${this.refused?d`<div class="stack">
              <div role="alert">
                ${x("danger",d`<p><strong>${s("Dit dossier wordt niet getoond.")}</strong></p>
                    <p>${this.refused}</p>`)}
              </div>
              ${mu(this)}
            </div>`:this.body()}
    </div>`}body(){let{open:t}=this;return t===null?this.error?f:V(s("Het dossier wordt geopend…")):d`<div class="case-columns">
      <div class="case-main stack">
        ${this.headline(t)}${this.warnings(t)} ${this.thread(t)} ${this.composer.render(t)}
      </div>
      <aside class="case-side stack" aria-label=${s("Over dit dossier")}>
        ${this.deadlines(t)} ${wu(this,t)} ${tu(this,t)} ${this.notes(t)}
        ${eu(this,t)}
      </aside>
    </div>`}headline(t){let{view:n,summary:r}=t,{org:a}=this.app.me.portal,o=n.messages[0],{urgent:i}=nt(n);return d`<p class="row">
        ${H(Rn(r),r.state==="new"?"accent":"")}
        ${i?H(d`${k("flag")}${s("dringend")}`,"warn"):f}
        <span class="muted">${J(a.kinds,o?.fields.kind)}</span>
        ${this.unread.size>0?H(Y("{n} nieuw bericht","{n} nieuwe berichten",this.unread.size),"accent"):f}
      </p>
      ${o?.fields.name?x("info",d`<p>${s("De vraagsteller gaf zelf een naam op: {name}. Ga er zorgvuldig mee om.",{name:Pc(o.fields.name)})}</p>`):f}
      ${gy(this,t)}`}warnings({view:t,contradicted:n,aside:r}){return d` ${r?x("danger",d`<p>${s("Dit dossier ligt opzij als niet te openen, en bij jou gaat het wel open. Wie de vraag stelde, leest dat niemand ze kon openen. Schrijf erin, dan loopt ze weer. Vraag na waarom ze opzij lag: wie het deed, staat in het logboek.")}</p>`):f}
    ${n?x("danger",d`<p>${s("De server zegt iets anders over dit dossier dan de ondertekende berichten. Wat je hier leest, volgt de berichten. Verwittig je collega’s en de systeembeheerder.")}</p>`):f}
    ${ky(t.missing)}
    ${t.refused.length>0?x("danger",d`<p>
                ${Y("{n} bericht wordt niet getoond, omdat het niet klopt: het kan vervalst of verplaatst zijn.","{n} berichten worden niet getoond, omdat ze niet kloppen: ze kunnen vervalst of verplaatst zijn.",t.refused.length)}
              </p>
              <ul>
                ${t.refused.map(a=>d`<li>${by(a)}</li>`)}
              </ul>`):f}
    ${t.unreadableNotes.length>0?x("warn",d`<p>${s("Een deel van de nota’s kan niet worden geopend: de sleutel ervan is niet gegeven.")}</p>`):f}`}thread(t){return d`<section aria-labelledby="thread-title">
      <h2 id="thread-title" class="sr">${s("Gesprek met de vraagsteller")}</h2>
      <ol class="thread">
        ${t.view.messages.map(n=>d`<li>${this.message(t,n)}</li>`)}
      </ol>
    </section>`}message(t,n){let r=n.author.role==="asker",a=h(n.writer)===this.app.me.key;return d`<article
      class=${`message ${r?"from-asker":"from-staff"} ${a?"mine":""} ${this.unread.has(n.key)?"unread":""}`}
    >
      <header class="row spread">
        <strong
          >${r?s("Vraagsteller"):n.author.name}${r?f:d` <small>${_e(n.author.role)}</small>`}</strong
        >
        <span class="row"
          >${yy(n.kind)}${this.unread.has(n.key)?H(s("nieuw"),"accent"):f}<small
            class="muted"
            >${this.dayOf(t,n)}</small
          ></span
        >
      </header>
      ${n.text?d`<p class="pre" dir="auto">${n.text}</p>`:f} ${this.extras(n)}
      ${n.attachments.map((o,i)=>this.attachment(t,n,o,i))}
    </article>`}dayOf(t,n){let r=t.days.get(n.key);return r?z(r,{weekday:!1,year:r.slice(0,4)!==this.app.me.today.slice(0,4)}):""}extras({kind:t,fields:n}){let{org:r}=this.app.me.portal;return t==="final"&&n.referred.length>0?d`<p class="hint">
        ${s("Verwezen naar: {names}",{names:n.referred.map(a=>J(r.authorities,a)).join(", ")})}
      </p>`:t==="pass"?d`<p class="hint">
        ${s("Doorgegeven aan: {name}",{name:J(r.authorities,n.authority)})}
      </p>`:t==="close"?d`<p class="hint">${s("Uitkomst: {outcome}",{outcome:J(r.outcomes,n.outcome)})}</p>`:t==="record"?d`<p class="hint">
        ${s("Doorgegeven aan {name} op {day}",{name:J(r.authorities,n.authority),day:z(n.day)})}
      </p>`:t==="triage"?d`<p class="hint">${this.triageLine(n)}</p>`:f}triageLine(t){let{org:n}=this.app.me.portal,r=this.open?.view.participants.find(({key:a})=>a===t.pen)?.name;return[s("categorie: {label}",{label:t.category?J(n.categories,t.category):s("nog geen")}),t.urgent?s("dringend"):s("niet dringend"),r?s("{name} schrijft het antwoord",{name:r}):""].filter(Boolean).join(" · ")}attachment(t,n,r,a){let o=`${r.family==="photo"?s("Foto"):s("Document")} ${a+1}`,i=`${n.key}/${a}`,c=this.albums.get(i)??this.album(t,n,r,o);return this.albums.set(i,c),d`<div class="attachment">
      <h3>${o}</h3>
      ${c}
    </div>`}album({view:t},n,r,a){let o=this.app.me;return Xd({count:r.pages.length,title:a,watermark:`${o.name} · ${o.today}`,load:i=>{let c=r.pages[i];if(c===void 0)throw new RangeError("page");return this.app.call(()=>no(o.api,t,n,c))}})}deadlines({summary:t}){let n=this.app.me,r=so(t,n.today,n.days),a=(o,i,c,l)=>d`<dt>${o}</dt>
        <dd>
          ${c?d`${k("check")} ${s("gegeven op {day}",{day:z(c,{weekday:!1})})}`:d`${s("uiterlijk {day}",{day:z(i,{weekday:!1})})}
                ${r?.what===l?H(Sr(r.left),r.tone==="good"?"":r.tone):f}`}
        </dd>`;return d`<section class="card stack tight" aria-labelledby="days-title">
      <h2 id="days-title">${s("Termijnen")}</h2>
      <dl class="facts tight">
        <dt>${s("Ontvangen")}</dt>
        <dd>${z(t.received,{weekday:!1,year:!0})}</dd>
        ${a(s("Eerste feedback"),t.feedback_by,t.feedback_on,"feedback")}
        ${a(s("Definitief antwoord"),t.answer_by,t.answered_on,"final")}
        ${t.closed_on?d`<dt>${s("Afgesloten")}</dt>
                <dd>${z(t.closed_on,{weekday:!1})}</dd>`:f}
      </dl>
    </section>`}draftToRead({summary:t}){let n=Fn({summary:t},this.app.me);if(n===null)return f;let r=we(this.app.me,n)?.name??s("iemand die weg is");return d`<p>
      ${k("notebook-pen")}
      ${s("{name} vraagt om het ontwerp hieronder na te lezen. Zeg in een nota wat je ervan vindt.",{name:r})}
    </p>`}notes(t){let{notes:n}=t.view;return d`<section class="card stack tight" aria-labelledby="notes-title">
      <h2 id="notes-title">${s("Interne nota’s")}</h2>
      <p class="hint">${s("De vraagsteller kan deze nota’s niet openen.")}</p>
      ${this.draftToRead(t)}
      ${n.length===0?d`<p class="muted">${s("Nog geen nota’s.")}</p>`:d`<ol class="thread small">
              ${n.map(r=>d`<li>
                    ${this.message(t,r)}
                    ${r.kind==="draft"&&this.composer.canAnswer(t)?d`<p><button type="button" class="button small" @click=${()=>this.composer.takeOver(r)}>${s("Neem dit ontwerp over")}</button></p>`:f}
                  </li>`)}
            </ol>`}
      <p class="no-print">
        <button type="button" class="button small" @click=${()=>this.composer.start("note")}>
          ${k("notebook-pen")}${s("Schrijf een nota")}
        </button>
      </p>
    </section>`}};function wy(e){e.target.closest("canvas, .thumb")&&e.preventDefault()}function gy({app:e,away:t},{summary:n,view:r}){let a={summary:n,coaches:sn(n),opened:nt(r),away:t},{key:o,role:i}=e.me,{who:c,keys:l,absent:u}=In(a),p=u.map(y=>d`<p class="muted">${k("door-open")} ${Ar(e.me,y)}</p>`);if(Un(a,{key:o,role:i})){let y=Rt(a)===o;return d`<p>${k("pencil")} ${y?s("Jij schrijft het antwoord."):s("Dit dossier wacht op jou.")}</p>
      ${p}`}let m=l.map(y=>we(e.me,y)?.name??s("iemand die weg is")).join(", "),w={asker:()=>s("Nu wacht dit dossier op de vraagsteller."),facilitators:()=>s("Dit dossier wacht op een facilitator."),members:()=>s("Dit dossier wacht op {names}.",{names:m})};return c===null?f:d`<p class="muted">${k("clock")} ${w[c]()}</p>
        ${p}`}function yy(e){let n={thanks:s("bedankt of laat iets weten"),feedback:s("eerste feedback"),final:s("definitief antwoord"),pass:s("doorgegeven"),close:s("afgesloten"),withdraw:s("ingetrokken"),recuse:s("stapte opzij"),draft:s("ontwerp"),triage:s("indeling"),record:s("vastgelegd")}[e];return n?H(n):f}function by({thread:e,reason:t}){let n=e==="notes"?s("in de nota’s"):s("in het gesprek"),r={signature:s("de handtekening klopt niet"),writer:s("de schrijver hoort niet bij dit dossier"),"roster-withheld":s("de server houdt een wijziging van de deelnemers achter"),repeat:s("het stond er al, met een andere inhoud"),key:s("de sleutel ervan is niet gegeven")};return`${n}: ${r[t]??s("de inhoud past niet op deze plaats")}`}function ky(e){let t=e.filter(({by:r})=>r==="asker").length,n=e.length-t;return d`${n>0?x("danger",d`<p>${Y("Er ontbreekt {n} bericht dat andere berichten noemen. De server geeft het niet. Verwittig je collega’s en de systeembeheerder.","Er ontbreken {n} berichten die andere berichten noemen. De server geeft ze niet. Verwittig je collega’s en de systeembeheerder.",n)}</p>`):f}
  ${t>0?x("warn",d`<p>${Y("De vraagsteller noemt {n} bericht dat hier niet staat. Vraag je collega’s of iemand het schreef. Zo ja, dan houdt de server het achter: verwittig de systeembeheerder. Zo niet, dan heeft het nooit bestaan.","De vraagsteller noemt {n} berichten die hier niet staan. Vraag je collega’s of iemand ze schreef. Zo ja, dan houdt de server ze achter: verwittig de systeembeheerder. Zo niet, dan hebben ze nooit bestaan.",t)}</p>`):f}`}function yu(e){return`${{rollback:s("De server toont een oudere toestand dan je al zag."),directory:s("Het dossier noemt een lijst van medewerkers die niet te controleren is."),excluded:s("De vraagsteller wil iemand buiten dit dossier houden, en die staat toch bij de deelnemers."),me:s("Je staat niet meer bij de deelnemers van dit dossier."),keys:s("De sleutel van het dossier past niet."),roster:s("De lijst van deelnemers klopt niet."),question:s("De eerste vraag ontbreekt of klopt niet."),notes:s("De sleutel van de nota’s is er niet. Vraag een facilitator om eerst iets in het dossier te doen.")}[e]??s("Wat de server geeft, klopt niet.")} ${s("Er is niets verstuurd. Verwittig een facilitator als dit blijft.")}`}var Vn=e=>new Ro(e),Ro=class{tab="figures";constructor(t){this.app=t,this.year=Number(t.me.today.slice(0,4))-1,this.outlook=null,this.names=new Map,this.carried=new Set,this.opensWith=()=>"",this.error=null,this.busy=!1}shown(){this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{this.outlook=await this.app.call(()=>this.app.me.api.get(`/archive?year=${this.year}`)),this.outlook?.past.length&&(this.opensWith=await Ud(this.app));for(let t of this.outlook?.open??[])this.names.set(t,await hr(this.app.portal.words,g(t,16)))}catch(t){this.error=$(t)}this.draw()}async act(t,n){if(!this.busy){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),O(n)}catch(r){this.error=$(r)}this.busy=!1,await this.load()}}render(){return d`<div class="stack narrow">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${s("Terug naar de cijfers")}
        </button>
      </p>
      <h1>${s("Archiveer {year}",{year:this.year})}</h1>
      <div class="row">
        <button type="button" class="button small" @click=${()=>this.turn(-1)}>${s("Vorig jaar")}</button
        ><button type="button" class="button small" @click=${()=>this.turn(1)}>${s("Volgend jaar")}</button>
      </div>
      ${M(this.error)}
      ${this.outlook===null?this.error?f:V(s("Even geduld…")):this.body(this.outlook)}
    </div>`}turn(t){this.year+=t,this.outlook=null,this.carried.clear(),this.load()}body(t){return d` <p>
        ${s("Wat je archiveert, gaat in één bestand dat alleen met de archiefwoorden opengaat. Daarna worden de sleutels op de server vernietigd: niemand leest die dossiers hier nog.")}
      </p>
      ${t.presented?d`<p>${s("Het jaarverslag is voorgesteld op {day}.",{day:z(t.presented,{year:!0})})}</p>`:x("warn",d`<p>${s("Het jaarverslag van {year} is nog niet voorgesteld. Archiveren kan pas daarna.",{year:this.year})}</p>`)}
      ${this.app.me.today<t.starts?x("info",d`<p>
                ${s("De vraagstellers van {year} zien dat hun vraag vanaf {day} naar het archief kan. Tot dan blijft ze hier.",{year:this.year,day:z(t.starts,{year:!0})})}
              </p>`):f}
      <dl class="facts">
        <dt>${s("Klaar om te archiveren")}</dt>
        <dd>${t.ready.length}</dd>
        <dt>${s("Volgt later")}</dt>
        <dd>
          ${t.waiting.length}
          <small class="muted"
            >${s("korter dan 60 dagen afgesloten, of korter dan een jaar en nog niet gelezen door de vraagsteller")}</small
          >
        </dd>
        <dt>${s("Loopt nog")}</dt>
        <dd>${t.open.length}</dd>
        ${t.others>0?d`<dt>${s("Dossiers zonder jou")}</dt>
                <dd>${t.others} <small class="muted">${s("een andere facilitator ziet die")}</small></dd>`:f}
      </dl>
      ${t.open.length>0?this.openCases(t):f}
      ${t.ready.length===0?d`<p class="muted">${s("Er is nu niets te archiveren.")}</p>`:this.archiveButton(t)}
      ${this.past(t.past)}${Bd(this.app,Vn)}`}archiveButton(t){return d`<div class="actions">
      ${B({label:d`${k("archive")}${Y("Archiveer {n} dossier","Archiveer {n} dossiers",t.ready.length)}`,busyLabel:s("Wordt gearchiveerd…"),busy:this.busy,kind:"danger primary",disabled:t.presented===null||t.open.some(n=>!this.carried.has(n)),click:()=>this.archive(t)})}
    </div>`}openCases({open:t}){return d`<section class="stack tight">
      <h2>${s("Lopende dossiers")}</h2>
      <p>${s("Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.")}</p>
      ${t.map(n=>d`<div class="row">
            ${Pe({id:`carry-${n}`,label:this.names.get(n)??"",text:s("gaat over naar volgend jaar"),checked:this.carried.has(n),change:r=>{this.carried[r?"add":"delete"](n),this.draw()}})}<button
              type="button"
              class="button small"
              @click=${()=>this.app.open(mn(n,this.names.get(n)??""))}
            >
              ${s("Open")}
            </button>
          </div>`)}
    </section>`}async archive({ready:t}){await I({title:Y("{n} dossier van {year} archiveren?","{n} dossiers van {year} archiveren?",t.length,{year:this.year}),text:d`<p>
          ${s("Daarna opent alleen wie de archiefwoorden heeft deze dossiers nog, op een toestel zonder portaal. Dit kun je niet ongedaan maken.")}
        </p>
        <p>${s("Zeker dat de archiefwoorden veilig op papier staan?")}</p>`,yes:s("Archiveer"),danger:!0})&&await this.act(()=>this.app.me.api.post("/archive",{year:this.year,carry:[...this.carried]}),s("Het archief is gemaakt."))}past(t){return t.length===0?f:d`<section class="stack tight">
      <h2>${s("Gemaakte archieven")}</h2>
      <ul class="cards">
        ${t.map(n=>d`<li class="card stack tight">
              <div class="row spread">
                <strong>${n.year}</strong
                ><span
                  >${Y("{n} dossier","{n} dossiers",n.cases)},
                  ${z(n.day,{weekday:!1,year:!0})}</span
                >
              </div>
              ${n.file?d`<p class="words small">${n.file}</p>`:f}
              <p>${this.opensWith(n.archive_key)}</p>
              ${n.hash?d`<p class="hint">${s("Kenmerk van het bestand:")} <span class="words">${n.hash}</span></p>`:f}
              ${vy(n.step)}
              ${["collected","written"].includes(n.step)?d`<p><button type="button" class="button small" @click=${()=>this.act(()=>this.app.me.api.del(`/archive/${n.id}`),s("De dossiers zijn terug."))}>${s("Maak ongedaan")}</button></p>`:f}
            </li>`)}
      </ul>
      <p class="hint">${s("De systeembeheerder geeft je het bestand van de server.")}</p>
    </section>`}};function vy(e){return e==="done"?f:e==="destroyed"?d`<p>${s("Dit archief is vernietigd.")}</p>`:d`<p>${s("Nog bezig. De server maakt het af.")}</p>`}var bu=e=>vu(e,null),ku=e=>t=>vu(t,e);function vu(e,t){let n=()=>{e.screen===p&&e.update()},r=new Vr(e.me.portal.org,n),a=null,o=null,i=0,c=!1,l=null,u=async()=>{try{let m=await Dt(e),w=await e.call(()=>m.loadAll(y=>{l=y,n()}));({refused:i,damaged:c}=m),a=await _r(e.me,w),n(),t!==null&&e.open(Oo(a,t)),await Lr(e.me,a)}catch(m){o=$(m)}n()},p={tab:"figures",shown:()=>{a===null&&u()},render:()=>d`<div class="stack">
        <div class="row spread">
          <h1>${s("Cijfers")}</h1>
          <div class="row">
            ${a?d`<button type="button" class="button" @click=${()=>e.open(Oo(a))}>${k("file-text")}${s("Jaarverslag")}</button>`:f}
            <button type="button" class="button" @click=${()=>e.open(Vn)}>
              ${k("archive")}${s("Archief")}
            </button>
          </div>
        </div>
        <p class="hint">
          ${s("Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.")}
        </p>
        ${M(o)}
        ${i>0?x("warn",d`<p>${s("{n} regels van het register kloppen niet en tellen niet mee.",{n:i})}</p>`):f}
        ${c?x("warn",d`<p>${s("De samenvatting van het register die de server gaf, klopte niet. Alles is opnieuw geopend en nageteld; de cijfers hieronder zijn juist. Verwittig de systeembeheerder.")}</p>`):f}
        ${a?r.render(a):o?f:V(s("Het register wordt geopend…"),l)}
      </div>`};return p}var Io=e=>ie(e,"invite/id",16);async function $u(e,t,n,r){let a=await ie(e,"invite/mac");return os(a,Z(K(`adviespunt/v1/${t}`),n,await Io(e),...r))}var Uo=(e,t,n)=>$u(e,"offer",t,[n.organisation,n.person,K(n.role),K(n.name),K(n.function)]),xu=(e,t,{member:n,kem:r,sign:a})=>$u(e,"enrol",t,[n,r,a]);async function Eu(e,t,n,r){if(!b(await Uo(e,t,n),r))throw new ot("offer")}async function ju(e,t,n,r){if(!b(await xu(e,t,n),r))throw new ot("enrol")}async function Su(e,t){let n=_(16),r=h(await Io(n)),a=t.person??_(16),o={...t,person:a,organisation:g(e.state.content.organisation,32)};await $t(e,c=>({...c,invitations:{...c.invitations,[r]:{code:h(n),name:t.name,person:h(a),role:t.role}}}));let i=h(await Uo(n,e.portal.id,o));return await e.api.post("/invitations",{id:r,person:h(a),role:t.role,name:t.name,function:t.function,mac:i}),n}async function Au(e,t){await e.api.del(`/invitations/${t}`),await Du(e,t)}function Du(e,t){return $t(e,n=>{let{[t]:r,...a}=n.invitations;return{...n,invitations:a}})}async function Ho(e,t){let n=e.state.content.invitations[t.id];if(n===void 0||t.enrolment===null)return"unknown";if(!(n.person===t.person&&n.role===t.role&&n.name===t.name))return"wrong";let a=g(n.code,16),{person:o,role:i,name:c,function:l}=t,p={organisation:g(e.state.content.organisation,32),person:g(o,16),role:i,name:c,function:l};try{return await Eu(a,e.portal.id,p,g(t.mac)),await ju(a,e.portal.id,Mu(t.enrolment),g(t.enrolment.mac)),"right"}catch(m){if(m instanceof P)return"wrong";throw m}}var Mu=({member:e,kem:t,sign:n})=>({member:g(e,16),kem:g(t,1216),sign:g(n,32)}),Fo=class extends Error{constructor(){super("reply"),this.name="BadReply"}};async function Nu(e,t,n){if(await Ho(e,t)!=="right"||t.enrolment===null)throw new Fo;let{member:r,kem:a,sign:o}=Mu(t.enrolment),{name:i,function:c,role:l}=t,u={id:r,person:g(t.person,16),name:i,function:c,role:l,kem:a,sign:o,active:!0};await Bi(e,u,n),await Du(e,t.id)}var Ku=e=>e.api.get("/invitations");async function Ou(e,t){let n=_(16),r=await ie(n,"staff/second-factor-reset");return await e.api.post(`/staff/members/${t}/second-factor`,{code_hash:h(r)}),n}function Wo(e,t){return n=>{let r={name:e?.name??"",function:e?.function??"",role:e?.role??"coach"},a=!1,o=null,i=null,c=async()=>{if(a||r.name.trim()===""||r.function.trim()===""){o=a?null:s("Vul de naam en de functie in."),n.update();return}a=!0,o=null,n.update();try{let p={name:r.name.trim(),function:r.function.trim(),role:r.role,person:e?.person??null};i=await ut(n.portal.words,await n.call(()=>Su(n.me,p)))}catch(p){o=$(p)}a=!1,n.update()},l=(p,m)=>ce({id:`invite-${p}`,label:m,value:r[p],input:w=>{r[p]=w}}),u=()=>d`<form class="stack" @submit=${Ce(c)}>
        ${e?x("info",d`<p>${s("Doe dit als {name} alles kwijt is: wachtzin, herstelcode en telefoon. De oude toegang eindigt zodra de nieuwe aangaat; de lopende dossiers komen mee.",{name:e.name})}</p>`):f}
        ${l("name",s("Naam, zoals collega’s en vraagstellers die zien"))} ${l("function",s("Functie"))}
        ${wc({id:"invite-role",label:s("Rol"),value:r.role,options:$y().map(([p,m])=>({key:p,label:_e(p),text:m})),change:p=>{r.role=p,n.update()}})}
        ${M(o)}
        <div class="actions">
          ${B({label:s("Maak de uitnodiging"),busy:a,click:c,type:"submit"})}
          <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
        </div>
      </form>`;return{tab:"team",render:()=>d`<div class="stack narrow">
          <h1>
            ${i?s("De uitnodiging voor {name}",{name:r.name}):e?s("{name} opnieuw inschrijven",{name:e.name}):s("Nodig iemand uit")}
          </h1>
          ${i?xy(n,r.name,i,t):u()}
        </div>`}}}var $y=()=>[["coach",s("Leest en beantwoordt alleen de dossiers die aan haar of hem zijn toegewezen.")],["helper",s("Doet met dossiers wat een facilitator doet, maar beheert geen medewerkers of archief.")],["facilitator",s("Leest alle vragen, wijst toe, nodigt medewerkers uit. Hiervoor zijn straks de woorden van de herstelsleutel nodig.")],["coordinator",s("Ziet de cijfers en het jaarverslag, geen dossiers.")]];function xy(e,t,n,r){return d`<p>
      ${s("Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.",{name:t})}
    </p>
    ${Ln(n)}
    <p>${s("{name} gaat ermee naar {address}.",{name:t,address:`${location.origin}/staff/join`})}</p>
    ${x("warn",d`<p>${s("Je ziet deze woorden maar één keer. Ze werken twee weken.")}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${()=>e.reset(r)}>${s("Ik heb ze genoteerd")}</button>
    </div>`}async function zu(e,t,n,r){let a=await ut(e.portal.words,n);await De(o=>d`<div class="stack">
        <h2 id="dialog-title">${t}</h2>
        <p>${r}</p>
        ${Ln(a)}
        <p class="hint">
          ${s("Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer, en ze werken twee weken.")}
        </p>
        <div class="actions">
          <button type="button" class="button primary" @click=${()=>o(!0)}>${s("Ik heb ze genoteerd")}</button>
        </div>
      </div>`,{stays:!0})}function ea(e,t){return De(n=>{let r=document.createElement("div"),a="",o=null,i=async()=>{try{n(await Tn(e.portal.words,a,32))}catch{o=s("Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na."),c()}},c=()=>se(d`<form class="stack" @submit=${Ce(i)}>
          <h2 id="dialog-title">${s("De herstelsleutel")}</h2>
          <p>${t}</p>
          ${ht({id:"recovery-key-words",label:s("De 21 woorden"),value:a,rows:4,error:o,input:l=>{a=l}})}
          <p class="hint">${s("De woorden blijven in deze browser en worden meteen weer vergeten.")}</p>
          <div class="actions">
            <button type="button" class="button" @click=${()=>n(null)}>${s("Terug")}</button
            ><button type="submit" class="button primary">${s("Ga verder")}</button>
          </div>
        </form>`,r);return c(),d`${r}`})}function Tu(e,t){return n=>{let r=h(e.id),a=null,o=null,i=null,c=!1,l=0,u=!1,p=async()=>{try{let{cases:S}=await n.call(()=>n.me.api.get("/queue?keys=false"));l=(await n.call(()=>n.me.api.get(`/staff/members/${r}/left-behind`))).cases;let W=(await Kr(n.me,S,new Map)).filter(xe=>!$e(xe)),R=e.role==="coach"?[]:W.filter(({coaches:xe})=>!xe.includes(r));for(let[xe,Mt]of R.entries())i={done:xe,all:R.length},n.update(),Mt.opened=await Sy(n,Mt.key);a=W.filter(xe=>xe.coaches.includes(r)||Rt(xe)===r)}catch(S){o=$(S)}n.update()},m=S=>S.coaches.length===1&&S.coaches.includes(r),w=async()=>{let S=e.role==="facilitator"?await ea(n,s("{name} is facilitator. Om dat te beëindigen is de herstelsleutel nodig.",{name:e.name})):void 0;if(!(S===null||c||!await I({title:s("De toegang van {name} uitzetten?",{name:e.name}),text:d`<p>
          ${s("{name} wordt meteen afgemeld en kan zich niet meer aanmelden. Wat al gelezen is, blijft gelezen.",{name:e.name})}
        </p>`,yes:s("Zet de toegang uit"),danger:!0}))){c=!0,o=null,n.update();try{await n.call(async()=>{let R=me(n.me).find(({id:xe})=>h(xe)===r);R&&await Ri(n.me,R,S??null),await pt(n.me)}),O(s("De toegang is uitgezet.")),n.reset(t),Gn(n).catch(()=>{})}catch(R){o=R instanceof vt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(R)}c=!1,n.update()}},y=e.role==="facilitator"&&dr(n.me)<=1;return{tab:"team",shown:()=>{p()},render:()=>d`<div class="stack narrow">
          <h1>${s("{name} gaat weg",{name:e.name})}</h1>
          ${y?x("danger",d`<p>${s("Dit is de enige facilitator. Stel eerst een ander aan.")}</p>`):f}
          ${M(o)}
          ${a===null?V(s("De lopende dossiers worden gezocht…"),i):Ay(n,e,a,m)}
          ${l>0?Ey(e,l,u,S=>{u=S,n.update()}):f}
          <div class="actions">
            ${B({label:s("Zet de toegang uit"),busy:c,kind:"danger primary",disabled:y||a===null||a.some(m)||l>0&&!u,click:w})}
            <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
          </div>
        </div>`}}}function Ey(e,t,n,r){return x("danger",d`<p>
        ${Y("{name} werkt als enige aan {n} lopend dossier dat jij niet ziet: de vraagsteller hield de anderen erbuiten. Gaat {name} weg, dan kan niemand dat dossier nog behandelen of een ander toevoegen. Vraag {name} om het eerst af te werken, of om iemand toe te voegen die er wel bij mag.","{name} werkt als enige aan {n} lopende dossiers die jij niet ziet: de vraagstellers hielden de anderen erbuiten. Gaat {name} weg, dan kan niemand die dossiers nog behandelen of een ander toevoegen. Vraag {name} om ze eerst af te werken, of om iemand toe te voegen die er wel bij mag.",t,{name:e.name})}
      </p>
      ${Pe({id:"left-behind",label:s("Het kan niet wachten. Ik weet dat deze vraagstellers geen antwoord meer krijgen."),checked:n,change:r})}`)}function jy(e,t,n){return e.coaches.includes(t)?n(e)?H(s("nog niemand anders"),"warn"):H(s("ook een ander"),"good"):H(s("heeft de pen; daarna is het aan een ander"))}async function Sy(e,t){let n=Vt(e).get(t);if(n!==void 0)return n;try{let{view:r}=await e.call(()=>Tr(e.me,t));return{...nt(r),kind:"",text:""}}catch(r){if(r instanceof T)return null;throw r}}function Ay(e,t,n,r){return n.length===0?d`<p>${s("Er loopt geen dossier waaraan alleen {name} werkt.",{name:t.name})}</p>`:d`<p>
      ${Y("{name} werkt aan {n} lopend dossier. Wijs eerst een ander toe waar niemand anders aan werkt.","{name} werkt aan {n} lopende dossiers. Wijs eerst een ander toe waar niemand anders aan werkt.",n.length,{name:t.name})}
    </p>
    <ul class="cards">
      ${n.map(a=>d`<li class="card row spread">
            <strong>${a.name}</strong>
            ${jy(a,h(t.id),r)}
            <button type="button" class="button small" @click=${()=>e.open(mn(a.key,a.name))}>
              ${s("Open")}
            </button>
          </li>`)}
    </ul>`}var Gt=e=>new qo(e),qo=class{tab="team";constructor(t){this.app=t,this.invitations=[],this.known=new Map,this.loading=!0,this.error=null,this.busy="",this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.app.me,[n,{members:r}]=await this.app.call(()=>Promise.all([Ku(t),t.api.get("/staff/members")]));this.invitations=await Promise.all(n.map(async a=>({...a,reply:await Ho(t,a)}))),this.known=new Map(r.map(a=>[a.id,a]))}catch(t){this.error=$(t)}this.loading=!1,this.draw()}async act(t,n){if(this.busy===""){this.busy=t,this.error=null,this.draw();try{await this.app.call(n),await this.load()}catch(r){this.error=r instanceof vt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(r)}this.busy="",this.draw()}}render(){return d`<div class="stack">
      <div class="row spread">
        <h1>${s("Medewerkers")}</h1>
        <button type="button" class="button primary" @click=${()=>this.app.open(Wo(null,Gt))}>
          ${k("user-plus")}${s("Nodig iemand uit")}
        </button>
      </div>
      ${M(this.error)}
      ${this.loading?V(s("Even geduld…")):d`${this.open()}${this.list()}${Po(this.app,this,"/journal",()=>this.draw())}`}
    </div>`}open(){return this.invitations.length===0?f:d`<section aria-labelledby="open-title" class="stack tight">
      <h2 id="open-title">${s("Uitnodigingen")}</h2>
      <ul class="cards">
        ${this.invitations.map(t=>d`<li class="card stack tight">
              <div class="row spread"><strong>${t.name}</strong>${H(_e(t.role))}</div>
              ${this.invitationText(t)}
              <div class="actions">
                ${t.status==="enrolled"&&t.reply==="right"?B({label:s("Zet de toegang aan"),busy:this.busy===t.id,click:()=>this.accept(t)}):f}
                <button type="button" class="button" @click=${()=>this.withdraw(t)}>
                  ${s("Trek de uitnodiging in")}
                </button>
              </div>
            </li>`)}
      </ul>
    </section>`}invitationText(t){return t.status==="open"?d`<p>${s("Wacht tot {name} de elf woorden intypt op de pagina /staff/join.",{name:t.name})}</p>`:t.reply==="right"?x("good",d`<p>${s("De gegevens kwamen terug en passen bij je woorden: het is wie de woorden kreeg.")}</p>`):t.reply==="wrong"?x("danger",d`<p>
          ${s("De gegevens passen niet bij de woorden die je gaf. Zet deze toegang niet aan. Trek de uitnodiging in en spreek {name} zelf aan.",{name:t.name})}
        </p>`):d`<p>${s("Een andere facilitator maakte deze uitnodiging en moet ze zelf nakijken.")}</p>`}list(){let t=[...me(this.app.me)].sort((r,a)=>Number(a.active)-Number(r.active)||r.name.localeCompare(a.name)),n=t.filter(({active:r})=>!r);return d`<section aria-labelledby="list-title" class="stack tight">
      <h2 id="list-title">${s("Wie werkt hier")}</h2>
      <ul class="cards">
        ${t.filter(({active:r})=>r).map(r=>d`<li class="card">${this.member(r)}</li>`)}
      </ul>
      ${n.length>0?d`<details>
              <summary>${s("Wie hier niet meer werkt ({n})",{n:n.length})}</summary>
              <ul>
                ${n.map(({name:r,role:a})=>d`<li>${r}, ${_e(a)}</li>`)}
              </ul>
            </details>`:f}
    </section>`}member(t){let n=h(t.id),r=this.known.get(n),a=n===this.app.me.key;return d`<div class="stack tight">
      <div class="row spread">
        <span
          ><strong>${t.name}</strong>${a?d` <small>(${s("jij")})</small>`:f}<br /><small
            class="muted"
            >${t.function}</small
          ></span
        >${H(_e(t.role),t.role==="facilitator"?"accent":"")}
      </div>
      <p class="hint">
        ${r?.seen?s("Laatst aangemeld: {day}",{day:z(r.seen,{weekday:!1})}):s("Nog niet aangemeld")}${r?.second_factor==="reset"?d` · ${s("wacht op een nieuwe tweede factor")}`:f}
      </p>
      ${a?f:d`<div class="actions">
              <button type="button" class="button small" @click=${()=>this.resetFactor(t)}>
                ${s("Vernieuw de tweede factor")}
              </button>
              <button
                type="button"
                class="button small"
                @click=${()=>this.app.open(Wo(t,Gt))}
              >
                ${s("Schrijf opnieuw in")}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy===n)}
                @click=${()=>this.app.open(Tu(t,Gt))}
              >
                ${s("Zet de toegang uit")}
              </button>
            </div>`}
    </div>`}async accept(t){let n=this.app.me,r=Li(n,{role:t.role,person:g(t.person,16)})?await ea(this.app,s("{name} wordt facilitator. Daarvoor is de herstelsleutel van de organisatie nodig.",{name:t.name})):void 0;r!==null&&await this.act(t.id,async()=>{await Nu(n,t,r??null),await pt(n),O(s("{name} kan zich nu aanmelden.",{name:t.name})),At(this.app),(t.role==="facilitator"||t.role==="helper")&&Gn(this.app).catch(()=>{})})}async withdraw(t){await I({title:s("De uitnodiging van {name} intrekken?",{name:t.name}),text:d`<p>${s("De elf woorden werken daarna niet meer.")}</p>`,yes:s("Trek in")})&&await this.act(t.id,()=>Au(this.app.me,t.id))}async resetFactor(t){await I({title:s("Een nieuwe tweede factor voor {name}?",{name:t.name}),text:d`<p>
        ${s("Doe dit als de telefoon of de passkey weg is. Geef de code zelf, aan iemand die je kent. De wachtzin blijft nodig. Is de nieuwe tweede factor ingesteld, dan gelden alle vorige niet meer.")}
      </p>`,yes:s("Maak een code")})&&await this.act(h(t.id),async()=>{let r=await Ou(this.app.me,h(t.id));await zu(this.app,s("Code voor {name}",{name:t.name}),r,s("Hiermee stelt {name} bij het aanmelden een nieuwe tweede factor in. De code werkt één keer.",{name:t.name}))})}};async function Pu(e){try{await Ca(e.me),await Fi(e.me),At(e),(e.me.role==="facilitator"||e.me.role==="helper")&&await Gn(e),e.me.role==="facilitator"&&await Ny(e)}catch{At(e)}}async function Gn(e){let{cases:t}=await e.me.api.get("/queue?keys=false"),n=t.filter(o=>!Dl.has(o.state)&&Dy(e,o)),r=0,a=0;for(let o of n)n.length>3&&My(e,r,n.length),await Vl(e.me,o).catch(()=>!1)&&(a+=1),r+=1;At(e),a>0&&O(Y("Van {n} dossier zijn de sleutels bijgewerkt.","Van {n} dossiers zijn de sleutels bijgewerkt.",a))}function Dy(e,t){return ql(e.me,t).length>0||uo(e.me,t).length>0}function My(e,t,n){e.banner=V(s("Sleutels van dossiers worden bijgewerkt: {done} van {all}. Je kunt intussen verder werken.",{done:t,all:n}),{done:t,all:n}),e.update()}async function Ny(e){if(kt(e.me.directories.current,"coordinator").length===0||await ud(e.me)===e.me.today)return;let t=await Dt(e);await Lr(e.me,await _r(e.me,await t.loadAll()))}async function At(e){if(e.session?.role!=="facilitator")return;let t=d`${dr(e.me)<2?Ky(e):f}${Rd(e,Vn)}`;e.banner=t,e.update();let n=await Ld(e,r=>e.reset(ku(r))).catch(()=>f);e.banner=d`${t}${n}`,e.update()}function Ky(e){let t=e.me.portal.org.accepts;return d`<div class="banner">
    ${x("warn",d`<p>
          <strong>${s("Je bent de enige facilitator.")}</strong>
          ${t?s("Het adviespunt is open, maar als jij uitvalt, leest niemand de vragen."):s("Vragen stellen kan pas als er een tweede is. Zo kan de vraagsteller één van beiden buiten een dossier houden, en leest iemand de vragen als jij uitvalt.")}
        </p>
        <p class="row">
          <button type="button" class="button small" @click=${()=>e.reset(Gt)}>
            ${s("Nodig een tweede facilitator uit")}
          </button>
          ${t?f:d`<button type="button" class="button small" @click=${()=>Oy(e)}>${s("Open toch al")}</button>`}
        </p>`)}
  </div>`}async function Oy(e){if(await I({title:s("Het adviespunt openen met één facilitator?"),text:d`<p>
      ${s("Een vraagsteller kan jou dan niet buiten een dossier houden: dan leest niemand de vraag. En val je uit, dan blijven vragen liggen.")}
    </p>`,yes:s("Open het adviespunt"),danger:!0})){try{await e.call(()=>e.me.api.put("/organisation/opening",{allowed:!0})),e.me.portal.org.accepts=!0,O(s("Het adviespunt is open."))}catch(n){O($(n))}At(e)}}var Vo=4;function Cu(e,t){let n=e.length+2*Vo;return d`<svg class="qr-drawing" viewBox="0 0 ${n} ${n}" role="img" aria-label=${t}>
    <rect width=${n} height=${n} fill="#fff"></rect>
    <path d=${zy(e)} fill="#000"></path>
  </svg>`}function zy(e){return e.flatMap((t,n)=>[...t.matchAll(/1+/g)].map(({0:r,index:a})=>`M${a+Vo} ${n+Vo}h${r.length}v1h-${r.length}z`)).join("")}var Ty={nl:"Nederlands",fr:"Français",en:"English"};function _u(e){let t=null,n="",r=null,a=null,o=async()=>{try{n=await pr(e.portal.words,e.me.directories.current.organisation),t=(await e.call(()=>e.me.api.get("/entrances"))).entrances}catch(i){a=$(i)}e.update()};return{tab:"poster",shown:()=>{t===null&&o()},render:()=>{if(t===null)return d`${M(a)}${a?f:V(s("De affiche wordt gemaakt…"))}`;let i={organisation:e.portal.org,entrances:t,words:n};return d`${Py(i)}${Cy(i)}${Ly(r??By(i),c=>{r=c})}`}}}function Py({organisation:e}){let t=e.languages.filter(n=>n!==G);return d`<div class="stack no-print">
    <div class="row spread">
      <h1>${s("Affiche en tekst voor het intranet")}</h1>
      ${B({label:d`${k("printer")}${s("Druk de affiche af")}`,click:()=>print()})}
    </div>
    <p>
      ${s("Hang de affiche waar mensen alleen zijn en waar geen camera hangt, bijvoorbeeld in de kleedkamer of op het toilet.")}
    </p>
    ${x("info",d`<p>${s("De zes woorden komen uit de lijst van medewerkers die jouw browser heeft nagekeken. Kijk na of ze dezelfde zijn als op je eigen papier voor je afdrukt.")}</p>`)}
    ${t.length>0?d`<p class="row">
            ${s("In een andere taal:")}
            ${t.map(n=>d`<a href=${n==="nl"?"/staff":`/${n}/staff`} lang=${n}>${Ty[n]}</a>`)}
          </p>`:f}
  </div>`}function Cy({organisation:e,entrances:t,words:n}){let{feedback:r,final:a}=e.promises;return d`<article class="poster" aria-label=${s("Affiche")}>
    <header>
      <p class="poster-brand">${s("Adviespunt Integriteit")}</p>
      <p>${e.name}</p>
    </header>
    <h2>${s("Twijfel je? Vraag raad, zonder te zeggen wie je bent.")}</h2>
    <p class="poster-lead">
      ${s("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee.")}
    </p>
    <p>
      ${s("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",{feedback:r,final:a})}
    </p>
    <div class="poster-ways">${t.map(_y)}</div>
    <p class="poster-own">
      <strong>${s("Gebruik je eigen toestel en je eigen internet, niet het netwerk van het werk.")}</strong>
    </p>
    ${e.access_word?d`<p class="poster-word">${s("Toegangswoord:")} <span class="poster-line"></span></p>`:f}
    <section class="poster-words">
      <p>
        ${s("Is dit wel het echte adviespunt? Deze zes woorden horen erbij. Zie je er andere, stel dan geen vraag.")}
      </p>
      <p class="words">${n.split(" ").map(o=>d`<span>${o}</span> `)}</p>
    </section>
    <footer>
      <p>${s("Dit is advies, geen klokkenluidersmelding.")} <strong>${s("Is er nu gevaar? Bel 112.")}</strong></p>
    </footer>
  </article>`}function _y({address:e,onion:t,qr:n}){let r=e.replace(/^https?:\/\//,"");return d`<div class="poster-way ${t?"onion":""}">
    ${Cu(n,s("QR-code van {address}",{address:r}))}
    <p>
      <span>${t?s("Of met Tor Browser:"):s("Scan, of typ over:")}</span>
      <strong class="words">${t?r:e}</strong>
    </p>
  </div>`}function Ly(e,t){let n=async()=>{await navigator.clipboard.writeText(document.getElementById("intranet").value),O(s("De tekst is gekopieerd."))};return d`<section class="stack no-print" aria-labelledby="intranet-title">
    <h2 id="intranet-title">${s("Tekst voor het intranet")}</h2>
    <p>
      ${s("Zet het adres erin als tekst, niet als link: wie er op het werk op klikt, staat in de logboeken van het netwerk.")}
    </p>
    ${ht({id:"intranet",label:s("De tekst"),value:e,rows:18,input:t})}
    <div class="row">
      ${B({label:d`${k("file-text")}${s("Kopieer de tekst")}`,kind:"",click:n})}
    </div>
  </section>`}function By({organisation:e,entrances:t,words:n}){let{texts:r,promises:a}=e,o=i=>r[i]?Xo(r[i]):"";return[s("Twijfel je? Vraag raad, zonder te zeggen wie je bent."),o("start")||s("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee."),o("who"),s("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",a),o("duty"),o("advice"),[s("Zo kom je er, met je eigen toestel en je eigen internet. Typ het adres over:"),...t.map(({address:i,onion:c})=>c?s("{address} (met Tor Browser)",{address:i}):i)].join(`
`),`${s("Deze zes woorden horen bij het echte adviespunt. Zie je op de startpagina andere, stel dan geen vraag:")}
${n}`].filter(Boolean).join(`

`)}var Lu=40,Ry=250,Iy=150;function Yo(e){return new Go(e)}var Go=class{tab="queue";constructor(t){this.app=t,this.items=[],this.filter={query:"",show:"open",category:"",member:""},this.error=null,this.loading=!0,this.progress=null,this.rows=Lu,this.texts=new WeakMap,this.elements=new Map,this.load()}get me(){return{key:this.app.me.key,role:this.app.me.role}}shown(){this.loading||this.load()}async load(){this.loading=!0,this.error=null;try{let[{cases:t},n]=await this.app.call(()=>Promise.all([this.app.me.api.get("/queue?keys=false"),an(this.app.me)])),r=new Map(this.items.map(a=>[a.key,a]));this.items=await Kr(this.app.me,t,n);for(let a of this.items)this.keepOpened(a,r.get(a.key));this.loading=!1,this.draw(),await this.openEntries(),await this.app.call(()=>fu(this.app,this.items,()=>this.draw()))}catch(t){this.error=$(t)}this.loading=!1,this.progress=null,this.draw()}keepOpened(t,n){t.opened=Vt(this.app).get(t.key)??n?.opened??null,t.line=n?.line??null}async openEntries(){let t=this.app.me;if(t.role!=="facilitator"||this.items.length===0)return;let[{rows:n},r]=await Promise.all([t.api.get("/register/newest"),Dt(this.app)]),a=Date.now();await r.take(n,o=>{this.progress=o;for(let i of this.items)i.line??=r.line(i.key);Date.now()-a<250||(a=Date.now(),this.draw())});for(let o of this.items)o.line=r.line(o.key)}draw(){this.app.screen===this&&this.app.update()}nameOf(t){return we(this.app.me,t)?.name??s("iemand die weg is")}textOf(t){let n=this.texts.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.text;let r=lo(this.wordsOf(t));return this.texts.set(t,{line:t.line,opened:t.opened,text:r}),r}wordsOf(t){let{org:n}=this.app.me.portal;return[t.name,Rn(t.summary),J(n.categories,zr(t)),J(n.kinds,co(t)),...t.coaches.map(r=>this.nameOf(r)),Or(t)?s("dringend"):"",t.opened?.text??""].join(" ")}visible(){return zl(Cl(this.items,this.filter,this.me,t=>this.textOf(t)),this.me)}set(t){Object.assign(this.filter,t),this.rows=Lu,this.draw()}enter(t){this.app.open(mn(t.key,t.name))}key(t){let n={j:()=>this.move(1),k:()=>this.move(-1),"/":()=>Wy(),"?":()=>pn(this.app),Enter:()=>this.enterSelected(t)}[t.key];n!==void 0&&(t.key!=="Enter"&&t.preventDefault(),n())}move(t){let n=[...document.querySelectorAll(".queue-row")],r=n.indexOf(document.activeElement),a=n[Math.min(n.length-1,Math.max(0,(r===-1?t>0?-1:n.length:r)+t))];a instanceof HTMLElement&&a.focus()}enterSelected(t){if(t.target.closest("button, a, summary"))return;let n=this.visible()[0];n&&this.enter(n)}render(){return this.items.length===0&&this.loading?d`<div class="stack">
        <h1>${s("Vragen")}</h1>
        ${V(s("De vragen worden opgehaald…"))}
      </div>`:d`<div class="stack">
      <div class="row spread">
        <h1>${s("Vragen")}</h1>
        ${this.unknown?f:this.summaryLine()}
      </div>
      ${M(this.error)}
      ${this.error?d`<p><button type="button" class="button" @click=${()=>this.load()}>${s("Probeer opnieuw")}</button></p>`:f}
      ${this.unknown?f:this.items.length===0?this.empty():d`${this.tools()}${this.list()}`}
    </div>`}get unknown(){return this.items.length===0&&this.error!==null}summaryLine(){let t=this.items.filter(r=>cn(r,this.me)).length,n=this.items.filter(r=>r.due!==null&&r.due.left<0).length;return d`<p class="row" role="status">
      ${H(t===0?s("Niets wacht op jou"):Y("{n} vraag wacht op jou","{n} vragen wachten op jou",t),t===0?"good":"accent")}
      ${n>0?H(d`${k("triangle-alert")}${Y("{n} te laat","{n} te laat",n)}`,"danger"):f}
    </p>`}empty(){let t=this.app.me.role==="coach";return d`<div class="card empty stack tight">
      ${k("inbox")}
      <h2>${t?s("Er is je nog geen vraag toegewezen"):s("Er zijn nog geen vragen")}</h2>
      <p>
        ${t?s("Zodra een facilitator je een vraag toewijst, staat ze hier."):s("Maak het adviespunt bekend: hang de affiche op en zet de tekst op het intranet. Een nieuwe vraag staat hier vanzelf.")}
      </p>
    </div>`}tools(){let t=[["mine",s("Voor mij")],["open",s("Lopend")],["waiting",s("Wacht op de vraagsteller")],["ended",s("Beëindigd")],["all",s("Alle")]];return d`<div class="queue-tools" role="search">
      <div class="segments" role="group" aria-label=${s("Toon")}>
        ${t.map(([n,r])=>d`<button type="button" class="segment" aria-pressed=${String(this.filter.show===n)} @click=${()=>this.set({show:n})}>${r}</button>`)}
      </div>
      <div class="queue-fields">
        <label class="search"
          ><span class="sr">${s("Zoek in wat je geopend hebt")}</span>${k("search")}
          <input
            id="queue-search"
            type="text"
            autocomplete="off"
            data-form-type="other"
            placeholder=${s("Zoek")}
            .value=${this.filter.query}
            @input=${n=>this.set({query:Bu(n)})}
        /></label>
        ${this.pick("category",s("Alle categorieën"),this.categories())}
        ${this.app.me.role==="coach"?f:this.pick("member",s("Alle coaches"),this.coaches())}
      </div>
      <p class="hint row">
        <span>${s("Zoeken gebeurt in deze browser: wat je typt, gaat niet naar de server.")}</span>
        <button type="button" class="button quiet small of-keys" @click=${()=>pn(this.app)}>
          ${k("keyboard")}${s("Toetsen")}
        </button>
      </p>
    </div>`}categories(){return this.app.me.portal.org.categories.map(t=>({key:t.key,label:t.label}))}coaches(){return me(this.app.me).filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t,name:n})=>({key:h(t),label:n}))}pick(t,n,r){return d`<label
      ><span class="sr">${n}</span
      ><select autocomplete="off" @change=${a=>this.set({[t]:Bu(a)})}>
        <option value="">${n}</option>
        ${r.map(a=>d`<option value=${a.key} ?selected=${this.filter[t]===a.key}>${a.label}</option>`)}
      </select></label
    >`}list(){let t=this.visible();if(t.length===0)return this.nothingFound();let n=t.slice(0,this.rows);return n.length<t.length&&this.drawMoreSoon(),d`${this.progress&&this.progress.done<this.progress.all?V(s("{done} van {all} dossiers geopend",this.progress),this.progress):f}
      <ol class=${t.length>Iy?"queue many":"queue"} aria-label=${s("Vragen, wat eerst moet bovenaan")}>
        ${this.grouped(n)}
      </ol>
      ${n.length<t.length?d`<p class="hint" role="status">${s("{n} van {all} getoond…",{n:n.length,all:t.length})}</p>`:f}`}grouped(t){let n="";return t.flatMap(r=>{let a=Tl(r,this.me),o=a!==n;n=a;let i=this.rowElement(r);return o?[d`<li class=${`queue-group ${a}`}><h2>${Uy(a)}</h2></li>`,i]:[i]})}drawMoreSoon(){let t=this.rows;requestAnimationFrame(()=>setTimeout(()=>{this.rows===t&&(this.rows+=Ry,this.draw())}))}nothingFound(){let t=this.filter.query!==""||this.filter.category!==""||this.filter.member!=="";return d`<div class="card empty stack tight">
      ${k(t?"search":"circle-check")}
      <h2>${t?s("Niets gevonden"):s("Hier is niets te doen")}</h2>
      <p>
        ${t?s("Er wordt gezocht in wat je in deze browser geopend hebt. De tekst van een vraag wordt pas vindbaar als je ze geopend hebt."):s("Kies ‘Alle’ om ook de andere vragen te zien.")}
      </p>
      <p>
        <button
          type="button"
          class="button"
          @click=${()=>this.set({query:"",category:"",member:"",show:"all"})}
        >
          ${s("Toon alle vragen")}
        </button>
      </p>
    </div>`}rowElement(t){let n=this.elements.get(t.key);if(n?.item===t&&n.line===t.line&&n.opened===t.opened)return n.element;let r=n?.element??document.createElement("li");return se(this.row(t),r),this.elements.set(t.key,{item:t,line:t.line,opened:t.opened,element:r}),r}row(t){let{summary:n}=t,{org:r}=this.app.me.portal,a=Un(t,this.me),o=zr(t);return d`<button
      type="button"
      class=${`queue-row ${cn(t,this.me)?"mine":""} ${t.due&&t.due.left<0?"late":""}`}
      @click=${()=>this.enter(t)}
    >
      <span class="queue-due">${Hy(t)}</span>
      <span class="queue-name"
        ><strong>${t.name}</strong>
        ${Or(t)?H(d`${k("flag")}${s("dringend")}`,"warn"):f}
        <small
          >${J(r.kinds,co(t))||f}${o?d` · ${J(r.categories,o)}`:f}</small
        ></span
      >
      <span class="queue-state"
        ><span>${Rn(n)}</span>${this.waitsLine(t,a)}${this.draftLine(t)}</span
      >
      <span class="queue-people"
        >${t.coaches.length>0?t.coaches.map(i=>this.nameOf(i)).join(", "):d`<small>${s("geen coach")}</small>`}</span
      >
      <span class="queue-day"
        ><small>${s("ontvangen {day}",{day:z(n.received,{weekday:!1})})}</small></span
      >
    </button>`}waitsLine(t,n){let{who:r,keys:a,absent:o}=In(t);if(r===null)return f;let i=a.map(u=>this.nameOf(u)).join(", "),c={asker:()=>s("wacht op de vraagsteller"),facilitators:()=>s("wacht op een facilitator"),members:()=>s("wacht op {names}",{names:i})},l=o.map(u=>d`<small>${Ar(this.app.me,u)}</small>`);return d`<small>${n?s("wacht op jou"):c[r]()}</small>${l}`}draftLine(t){let n=Fn(t,this.me);return n===null?f:d`<small
      >${k("notebook-pen")} ${s("ontwerp van {name}: lees je mee?",{name:this.nameOf(n)})}</small
    >`}};function Uy(e){return{late:s("Te laat"),mine:s("Wacht op jou"),colleagues:s("Wacht op een collega"),asker:s("Wacht op de vraagsteller"),answered:s("Beantwoord"),ended:s("Beëindigd")}[e]}function Fy(e){return e.answered_on!==null&&e.waits_for==="staff"&&!$e({summary:e})}function Hy({due:e,summary:t}){if(e===null)return Fy(t)?H(d`${k("inbox")}${s("nieuw bericht")}`,"accent"):H(t.answered_on&&!$e({summary:t})?s("beantwoord"):Er(t.state));let n=e.what==="feedback"?s("feedback"):s("antwoord"),r=e.tone==="good"?"":e.tone;return d`${H(d`${e.left<0?k("triangle-alert"):k("clock")}${Sr(e.left)}`,r)}<small
      >${n}</small
    >`}var Bu=e=>e.target.value;function Wy(){document.getElementById("queue-search")?.focus()}cc(async e=>{let t=new $r(e,await Vi(wn)),n=()=>{};t.signInAgain=async a=>{let o=await Hc(t,a);return n(),n=ia(wn,()=>{t.goIdle()}),o},t.signOut=()=>{n(),Zy(t)},sc(()=>t.screen?.unsent?.()===!0||td(t)),await qy(t,()=>{n(),n=ia(wn,()=>{t.goIdle()}),Gy(t)})});async function qy(e,t){if(!e.portal.org.ready){e.reset(Jy);return}try{e.session=await Zi(e.portal)}catch(n){if(!(n instanceof j||n instanceof P||n instanceof et))throw n;e.reset(Ra(t,Vy(n)));return}e.session===null?e.reset(Ra(t)):t()}function Vy(e){return e instanceof j?s("Meld je opnieuw aan."):s("De lijst van medewerkers die de server geeft, klopt niet met wat je eerder zag. Verwittig een collega voor je verdergaat.")}function Gy(e){let{role:t}=e.me;e.tabs=[],t!=="coordinator"&&e.tabs.push({key:"queue",label:s("Vragen"),icon:"inbox",open:Yo}),t==="facilitator"&&(e.tabs.push({key:"team",label:s("Medewerkers"),icon:"users",open:Gt}),e.tabs.push({key:"poster",label:s("Affiche"),icon:"printer",open:_u}),e.tabs.push({key:"figures",label:s("Cijfers"),icon:"chart-column",open:bu})),e.tabs.push({key:"account",label:s("Mijn toegang"),icon:"key-round",open:Dr}),e.reset(t==="coordinator"?Yy:Yo),Pu(e)}function Yy(){return{tab:"reports",render:()=>d`<div class="stack narrow">
        <h1>${s("Cijfers en jaarverslag")}</h1>
        <p>${s("Als integriteitscoördinator zie je geen dossiers, wel de cijfers.")}</p>
        <p><a class="button primary" href=${Sa("/reports")}>${s("Naar de cijfers")}</a></p>
      </div>`}}function Jy(){return{render:()=>d`<div class="stack narrow">
        <h1>${s("Dit adviespunt is nog niet ingericht")}</h1>
        <p>${s("De systeembeheerder kreeg bij het installeren een link waarmee de eerste facilitator dat doet.")}</p>
      </div>`}}async function Zy(e){await Qi(e.session,wn),location.replace(Sa("/staff"))}
