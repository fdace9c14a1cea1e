import{a as d,b as x,c as f,d as ne,f as wo}from"./lit-html.js";var yo=null,bo=()=>yo===null?{}:{"Adviespunt-Pass":yo};var K=class extends Error{constructor(t,n,r=null,a=null){super(n),this.name="ApiError",this.status=t,this.problem=n,this.detail=r,this.content=a}};function kd(e={}){let{base:t="/api/v1",fetch:n=globalThis.fetch.bind(globalThis)}=e,r=async(a,o,i,c)=>$d(await n(t+o,vd(a,i,c)).catch(ko));return{get:a=>r("GET",a),put:(a,o,i)=>r("PUT",a,o,i).catch(c=>{if(c instanceof K&&c.problem==="network")return r("PUT",a,o,i);throw c}),post:(a,o,i)=>r("POST",a,o,i),del:a=>r("DELETE",a)}}function ko(){throw new K(0,"network")}function vd(e,t,n){let r={method:e,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...bo(),...n}};return t===void 0?r:t instanceof FormData?{...r,body:t}:t instanceof Uint8Array?{...r,body:t,headers:{...r.headers,"Content-Type":"application/octet-stream"}}:{...r,body:JSON.stringify(t),headers:{...r.headers,"Content-Type":"application/json"}}}async function $d(e){let t=await xd(e).catch(ko);if(e.ok)return t;let n=typeof t?.problem=="string"?t.problem:`http-${e.status}`;throw new K(e.status,n,t?.detail??null,t)}async function xd(e){let t=e.headers.get("Content-Type")??"";return e.status===204?null:t.startsWith("application/octet-stream")?new Uint8Array(await e.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(t)?e.json():null}var Yt=typeof location>"u"?null:kd();var O=class extends Error{name="ProtocolError";constructor(t="",n=void 0){super(t,{cause:n}),this.reason=t}},D=class extends O{name="Malformed"},T=class extends O{name="Unsealable";constructor(t){super("unsealable",t)}},Ze=class extends O{name="BadSignature"},b=class extends O{name="Refused"},Ae=class extends O{name="Unreadable"};function Pt(e){if(e instanceof O)return null;throw e}var Ed=new TextEncoder,jd=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),A=e=>Ed.encode(e);function jn(e){try{return jd.decode(e)}catch(t){throw new D("utf8",t)}}function E(...e){let t=new Uint8Array(e.reduce((r,a)=>r+a.length,0)),n=0;for(let r of e)t.set(r,n),n+=r.length;return t}function Ct(e){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,e),t}function vo(e){let t=new Uint8Array(8);return new DataView(t.buffer).setBigUint64(0,BigInt(e)),t}var Ie=e=>E(Ct(e.length),e),G=(...e)=>E(...e.map(Ie)),I=e=>crypto.getRandomValues(new Uint8Array(e));function y(e,t){if(e.length!==t.length)return!1;let n=0;for(let r=0;r<e.length;r+=1)n|=e[r]^t[r];return n===0}function re(...e){for(let t of e)t.fill(0)}function me(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<n;r+=1)if(e[r]!==t[r])return e[r]-t[r];return e.length-t.length}var De=class{constructor(t){this.bytes=t,this.at=0}take(t){if(this.at+t>this.bytes.length)throw new D("too-short");return this.at+=t,this.bytes.slice(this.at-t,this.at)}u32(){let t=this.take(4);return new DataView(t.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new D("left-over")}};function h(e){let t="";for(let n=0;n<e.length;n+=8192)t+=String.fromCharCode(...e.subarray(n,n+8192));return btoa(t).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function g(e,t=null){if(typeof e!="string"||!/^[A-Za-z0-9_-]*$/.test(e)||e.length%4===1)throw new D("b64");let n=atob(e.replaceAll("-","+").replaceAll("_","/")),r=new Uint8Array(n.length);for(let o=0;o<r.length;o+=1)r[o]=n.charCodeAt(o);let a=e.length-e.length%4;if(h(r.subarray(a/4*3))!==e.slice(a))throw new D("b64");if(t!==null&&r.length!==t)throw new D("length");return r}var Ee=e=>A(Mr(e));function Mr(e){if(e===null||typeof e=="boolean")return String(e);if(typeof e=="number")return Ad(e);if(typeof e=="string")return Dd(e);if(Array.isArray(e))return`[${e.map(Mr).join(",")}]`;if(typeof e=="object")return Sd(e);throw new D("json")}function Sd(e){let t=Object.keys(e).sort();if(!t.every(n=>/^[\x00-\x7f]*$/.test(n)))throw new D("json");return`{${t.map(n=>`${JSON.stringify(n)}:${Mr(e[n])}`).join(",")}}`}function Ad(e){if(!Number.isSafeInteger(e)||e<0||Object.is(e,-0))throw new D("json");return String(e)}function Dd(e){if(/\p{Surrogate}/u.test(e))throw new D("json");return JSON.stringify(e)}function Le(e){let t=Kd(jn(e));if(typeof t!="object"||t===null||Array.isArray(t))throw new D("json");if(!y(Md(t),e))throw new D("json");return t}function Md(e){try{return Ee(e)}catch(t){throw t instanceof RangeError?new D("json",t):t}}function Kd(e){try{return JSON.parse(e)}catch(t){throw new D("json",t)}}var Nd=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),xo={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},Od=new Uint8Array(32);async function L(e){return new Uint8Array(await crypto.subtle.digest("SHA-256",ge(e)))}async function Eo(e,t){let n=await crypto.subtle.importKey("raw",ge(e),{name:"HMAC",hash:"SHA-256"},!1,["sign"]);return new Uint8Array(await crypto.subtle.sign("HMAC",n,ge(t)))}async function Sn(e){return e instanceof CryptoKey?e:crypto.subtle.importKey("raw",ge(e),"HKDF",!1,["deriveBits"])}async function Kr(e,t,n,r){let a={name:"HKDF",hash:"SHA-256",salt:ge(t),info:ge(n)};return new Uint8Array(await crypto.subtle.deriveBits(a,await Sn(e),8*r))}var ae=(e,t,n=32)=>Kr(e,Od,A(`adviespunt/v1/${t}`),n);async function jo(e,t){try{return typeof Worker>"u"?await zd(e,t):await Td(e,t)}finally{re(e)}}async function zd(e,t){let{argon2id:n}=await import("../../vendor/argon2id.js");return E(await n({...Nd,password:e,salt:t,outputType:"binary"}))}function Td(e,t){let n=Nr("argon2");return new Promise((r,a)=>{n.onmessage=({data:o})=>o.root?r(o.root):a(new Error("argon2")),n.onerror=()=>a(new Error("argon2")),n.postMessage({password:e,salt:t})}).finally(()=>n.terminate())}var $o;function Nr(e){return new Worker(Pd(xo[e]),{type:"module"})}function Pd(e){let t=globalThis.trustedTypes;return t?($o??=t.createPolicy("adviespunt",{createScriptURL:Cd}),$o?.createScriptURL(e)):e}function Cd(e){if(!Object.values(xo).includes(e))throw new TypeError("not a worker of this portal");return e}var ge=e=>e;var Rd=15,Bd=5,Tr="k",zr=12,Or=6e4;async function So({kind:e,id:t,seed:n},r){let a=I(zr),o=await Ao(r,"encrypt"),i=await crypto.subtle.encrypt(Do(a,e,t),o,ge(n));sessionStorage.setItem(Tr,h(E(a,new Uint8Array(i))))}async function Pr(e,t){let n=sessionStorage.getItem(Tr);if(n===null)return null;let r=await Id(e);if(r===null||r.kind!==t)return null;try{return await Ld(g(n),r)}catch{return Rt(),null}}async function Id(e){try{return await e.get("/session")}catch(t){if(!(t instanceof K)||t.status!==401)throw t;return Rt(),null}}async function Ld(e,{kind:t,id:n,role:r=null,tab_key:a}){let o=g(n,16),i=await Ao(a,"decrypt"),c=Do(e.slice(0,zr),t,o),l=new Uint8Array(await crypto.subtle.decrypt(c,i,e.slice(zr)));return{kind:t,id:o,role:r,seed:l}}async function Ao(e,t){let n=g(e,32),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,[t]);return re(n),r}function Do(e,t,n){return{name:"AES-GCM",iv:e,additionalData:E(A(`adviespunt/v1/tab/${t}`),n)}}function Rt(){sessionStorage.removeItem(Tr)}async function Mo(e){Rt(),await e.del("/session").catch(()=>{})}function Cr(e,t){let n=Date.now(),r=n,a=()=>{n=Date.now()},o=()=>{let u=Date.now();u-n>=Rd*Or?(l(),Rt(),t()):n>r&&u-r>=Bd*Or&&(r=u,e.get("/session").catch(()=>{}))},i=["keydown","pointerdown","input","wheel"],c=setInterval(o,Or/4),l=()=>{clearInterval(c),document.removeEventListener("visibilitychange",o);for(let u of i)removeEventListener(u,a,{capture:!0})};for(let u of i)addEventListener(u,a,{capture:!0,passive:!0});return document.addEventListener("visibilitychange",o),l}function Uo(e,t,n){let r=new Uint8Array(n);r.set(e);let a=t;for(let o=n-1;o>=0&&a>0;o--)r[o]=r[o]^a&255,a=Math.floor(a/256);return r}function _d(e){return Math.min(2**(8*e)-1,Number.MAX_SAFE_INTEGER)}function Fo(e,t){if(e>=t)throw new Xo("Sequence number overflow");return++e}async function Ho(e,t,n,r){Me(n,"exporterContext");let a=ss(e.KDF);if(!Number.isInteger(r)||r<=0||r>65535)throw new TypeError('"L" must be a positive integer not exceeding 65535');if(a===2&&r>255*e.KDF.Nh)throw new TypeError('"L" must not exceed 255*Nh of the cipher suite KDF');return await(a===1?Xd:tu)(e.KDF,e.id,t,n,r)}var qo=class{#e=Promise.resolve();async lock(){let e,t=new Promise(r=>{e=r}),n=this.#e;return this.#e=t,await n,e}};function Wo(e,t,n,r,a){return{suite:e,mode:t,key:n,base_nonce:r,exporter_secret:a,max_seq:_d(e.AEAD.Nn),seq:0,mutex:void 0}}var Ud=class{#e;constructor(e,t,n,r,a){this.#e=Wo(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Seal(e,t){Me(e,"plaintext"),t??=new Uint8Array,Me(t,"aad");let n=this.#e;if(n.suite.AEAD.id===en)throw new TypeError("Export-only AEAD cannot be used with Seal");n.mutex??=new qo;let r=await n.mutex.lock(),a;try{return a=await n.suite.AEAD.Seal(n.key,Uo(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e),n.seq=Fo(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await Ho(this.#e.suite,this.#e.exporter_secret,e,t)}get Nt(){return this.#e.suite.AEAD.Nt}},Fd=class{#e;constructor(e,t,n,r,a){this.#e=Wo(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Open(e,t){Me(e,"ciphertext"),t??=new Uint8Array,Me(t,"aad");let n=this.#e;if(n.suite.AEAD.id===en)throw new TypeError("Export-only AEAD cannot be used with Open");n.mutex??=new qo;let r=await n.mutex.lock();try{let a;try{a=await n.suite.AEAD.Open(n.key,Uo(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e)}catch(o){throw o instanceof Xo||o instanceof yt?o:new Wd("AEAD decryption failed",{cause:o})}return n.seq=Fo(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await Ho(this.#e.suite,this.#e.exporter_secret,e,t)}},Rr=(e,t)=>{try{let n=e();if(n.type!==t)throw new Error(`Invalid "${t}" return discriminator`);return n}catch(n){throw new TypeError(`Invalid "${t}"`,{cause:n})}},Hd=class{#e;constructor(e,t,n){let r=Rr(e,"KEM"),a=Rr(t,"KDF"),o=Rr(n,"AEAD");this.#e={KEM:r,KDF:a,AEAD:o,id:je(Vd,Ue(r.id,2),Ue(a.id,2),Ue(o.id,2))}}get KEM(){return{id:this.#e.KEM.id,name:this.#e.KEM.name,Nsecret:this.#e.KEM.Nsecret,Nenc:this.#e.KEM.Nenc,Npk:this.#e.KEM.Npk,Nsk:this.#e.KEM.Nsk}}get KDF(){return{id:this.#e.KDF.id,name:this.#e.KDF.name,stages:this.#e.KDF.stages,Nh:this.#e.KDF.Nh}}get AEAD(){return{id:this.#e.AEAD.id,name:this.#e.AEAD.name,Nk:this.#e.AEAD.Nk,Nn:this.#e.AEAD.Nn,Nt:this.#e.AEAD.Nt}}async GenerateKeyPair(e){return e??=!1,Br(e),await this.#e.KEM.GenerateKeyPair(e)}async DeriveKeyPair(e,t){if(t??=!1,Br(t),Me(e,"ikm"),e.byteLength<this.#e.KEM.Nsk)throw new zo('Insufficient "ikm" length');try{return await this.#e.KEM.DeriveKeyPair(e,t)}catch(n){throw n instanceof yt?n:new zo("Key derivation failed",{cause:n})}}async SerializePrivateKey(e){return Bt(e,"private",!0),await this.#e.KEM.SerializePrivateKey(e)}async SerializePublicKey(e){return Bt(e,"public",!0),await this.#e.KEM.SerializePublicKey(e)}async DeserializePrivateKey(e,t){t??=!1,Br(t),Me(e,"privateKey");try{if(e.byteLength!==this.#e.KEM.Nsk)throw new Error('Invalid "privateKey" length');return await this.#e.KEM.DeserializePrivateKey(e,t)}catch(n){throw n instanceof yt?n:new No("Private key deserialization failed",{cause:n})}}async DeserializePublicKey(e){Me(e,"publicKey");try{if(e.byteLength!==this.#e.KEM.Npk)throw new Error('Invalid "publicKey" length');return await this.#e.KEM.DeserializePublicKey(e)}catch(t){throw t instanceof yt?t:new No("Public key deserialization failed",{cause:t})}}async Seal(e,t,n){if(this.#e.AEAD.id===en)throw new TypeError("Export-only AEAD cannot be used with Seal");let{encapsulatedSecret:r,ctx:a}=await this.SetupSender(e,n),o=await a.Seal(t,n?.aad);return{encapsulatedSecret:r,ciphertext:o}}async Open(e,t,n,r){if(this.#e.AEAD.id===en)throw new TypeError("Export-only AEAD cannot be used with Open");return await(await this.SetupRecipient(e,t,r)).Open(n,r?.aad)}async SendExport(e,t,n,r){let{encapsulatedSecret:a,ctx:o}=await this.SetupSender(e,r),i=await o.Export(t,n);return{encapsulatedSecret:a,exportedSecret:i}}async ReceiveExport(e,t,n,r,a){return await(await this.SetupRecipient(e,t,a)).Export(n,r)}async SetupSender(e,t){Bt(e,"public");let n,r;try{let u=await this.#e.KEM.Encap(e);n=u.shared_secret,r=u.enc}catch(u){throw u instanceof Ko||u instanceof yt?u:new qd("Encapsulation failed",{cause:u})}let a=t?.psk?.byteLength?Po:To,{key:o,base_nonce:i,exporter_secret:c}=await Ro(this.#e,a,n,t?.info,t?.psk,t?.pskId),l=new Ud(this.#e,a,o,i,c);return{encapsulatedSecret:r,ctx:l}}async SetupRecipient(e,t,n){let{skR:r,pkR:a}=this.#t(e);if(Me(t,"encapsulatedSecret"),t.byteLength!==this.#e.KEM.Nenc)throw new Oo("Invalid encapsulated secret length");let o;try{o=await this.#e.KEM.Decap(t,r,a)}catch(p){throw p instanceof Ko||p instanceof yt?p:new Oo("Decapsulation failed",{cause:p})}let i=n?.psk?.byteLength?Po:To,{key:c,base_nonce:l,exporter_secret:u}=await Ro(this.#e,i,o,n?.info,n?.psk,n?.pskId);return new Fd(this.#e,i,c,l,u)}#t(e){return nu(e)?{skR:e.privateKey,pkR:e.publicKey}:(Bt(e,"private"),{skR:e,pkR:void 0})}},Ko=class Vo extends Error{constructor(t,n){super(t,n),this.name="ValidationError",Error.captureStackTrace?.(this,Vo)}},No=class Go extends Error{constructor(t,n){super(t,n),this.name="DeserializeError",Error.captureStackTrace?.(this,Go)}},qd=class Jo extends Error{constructor(t,n){super(t,n),this.name="EncapError",Error.captureStackTrace?.(this,Jo)}},Oo=class Yo extends Error{constructor(t,n){super(t,n),this.name="DecapError",Error.captureStackTrace?.(this,Yo)}},Wd=class Zo extends Error{constructor(t,n){super(t,n),this.name="OpenError",Error.captureStackTrace?.(this,Zo)}},Xo=class Qo extends Error{constructor(t,n){super(t,n),this.name="MessageLimitReachedError",Error.captureStackTrace?.(this,Qo)}},zo=class es extends Error{constructor(t,n){super(t,n),this.name="DeriveKeyPairError",Error.captureStackTrace?.(this,es)}},yt=class ts extends Error{constructor(t,n){super(t,n),this.name="NotSupportedError",Error.captureStackTrace?.(this,ts)}},To=0,Po=1;function je(...e){let t=e.reduce((a,{length:o})=>a+o,0),n=new Uint8Array(t),r=0;for(let a of e)n.set(a,r),r+=a.length;return n}function _e(e,t,n){return Uint8Array.prototype.slice.call(e,t,n)}function ze(e){let t=new Uint8Array(e.length);for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);if(r>127)throw new TypeError("Input string must contain only ASCII characters");t[n]=r}return t}var Ur=ze("HPKE-v1"),Vd=ze("HPKE"),ns=ze("KEM"),rs=ze("sec"),as=ze("secret"),Gd=ze("key"),Jd=ze("base_nonce"),Co=ze("exp"),Yd=ze("psk_id_hash"),Zd=ze("info_hash"),os=ze("DeriveKeyPair");function Xt(e){return je(Ue(e.byteLength,2),e)}async function Kn(e,t,n,r,a,o){let i=je(n,Ur,t,Xt(r),Ue(o,2),a);return await e.Derive(i,o)}async function Xd(e,t,n,r,a){return it(r,"Exporter context",Dn),await Kn(e,t,n,rs,r,a)}async function Qd(e,t,n,r,a,o){it(a,"PSK",Dn),it(o,"PSK ID",Dn),it(r,"Info",Dn);let i=je(Xt(a),Xt(n)),c=je(Ue(t,1),Xt(o),Xt(r)),l=await Kn(e.KDF,e.id,i,as,c,e.AEAD.Nk+e.AEAD.Nn+e.KDF.Nh),u=_e(l,0,e.AEAD.Nk),p=_e(l,e.AEAD.Nk,e.AEAD.Nk+e.AEAD.Nn),m=_e(l,e.AEAD.Nk+e.AEAD.Nn);return{key:u,base_nonce:p,exporter_secret:m}}var An=65535,Dn=65535;function it(e,t,n){if(e.byteLength>n)throw new TypeError(`${t} length must not exceed ${n} bytes`)}function Me(e,t){if(!(e instanceof Uint8Array))throw new TypeError(`"${t}" must be Uint8Array`);if(typeof SharedArrayBuffer<"u"&&e.buffer instanceof SharedArrayBuffer)throw new TypeError(`"${t}" must not be backed by a SharedArrayBuffer`)}function Br(e){if(typeof e!="boolean")throw new TypeError('"extractable" must be boolean')}async function eu(e,t,n,r,a,o){it(a,"PSK",An),it(o,"PSK ID",An),it(r,"Info",An);let[i,c]=await Promise.all([Ir(e.KDF,e.id,new Uint8Array,Yd,o),Ir(e.KDF,e.id,new Uint8Array,Zd,r)]),l=je(Ue(t,1),i,c),u=await Ir(e.KDF,e.id,n,as,a);if(e.AEAD.id===en){let v=await Qt(e.KDF,e.id,u,Co,l,e.KDF.Nh);return{key:new Uint8Array,base_nonce:new Uint8Array,exporter_secret:v}}let[p,m,w]=await Promise.all([Qt(e.KDF,e.id,u,Gd,l,e.AEAD.Nk),Qt(e.KDF,e.id,u,Jd,l,e.AEAD.Nn),Qt(e.KDF,e.id,u,Co,l,e.KDF.Nh)]);return{key:p,base_nonce:m,exporter_secret:w}}async function tu(e,t,n,r,a){return it(r,"Exporter context",An),await Qt(e,t,n,rs,r,a)}async function Ir(e,t,n,r,a){let o=je(Ur,t,r,a);return await e.Extract(n,o)}async function Qt(e,t,n,r,a,o){let i=je(Ue(o,2),Ur,t,r,a);return await e.Expand(n,i,o)}function nu(e){if(!e||typeof e!="object")return!1;if("publicKey"in e&&"privateKey"in e){let t=e.publicKey;e=e.privateKey;try{if(Bt(t,"public"),Bt(e,"private"),t.algorithm.name!==e.algorithm.name)throw new TypeError("key pair algorithms do not match")}catch(n){throw new TypeError('Invalid "privateKey"',{cause:n})}return!0}return!1}function Bt(e,t,n){let r=e;if(typeof r.algorithm!="object"||typeof r.algorithm.name!="string"||typeof r.extractable!="boolean"||typeof r.type!="string"||r.type!==t)throw new TypeError(`Invalid "${t}Key"`);if(n&&r.extractable!==!0)throw new TypeError(`"${t}Key" must be extractable`)}function Ue(e,t){if(!Number.isSafeInteger(t)||t<=0)throw new Error("w must be a positive safe integer");if(!Number.isSafeInteger(e)||e<0)throw new Error("n must be a non-negative safe integer");let n=Math.pow(256,t);if(e>=n)throw new Error("n too large to fit in w-length byte string");let r=new Uint8Array(t),a=e;for(let o=0;o<t&&a;o++)r[t-(o+1)]=a%256,a=Math.floor(a/256);return r}function ss(e){if(e.stages===1||e.stages===2)return e.stages;throw new Error("unreachable")}async function Ro(e,t,n,r,a,o){r??=new Uint8Array,Me(r,"info"),a??=new Uint8Array,Me(a,"psk"),o??=new Uint8Array,Me(o,"pskId");let i=ss(e.KDF)===1?Qd:eu;return ru(a,o),await i(e,t,n,r,a,o)}function ru(e,t){if(e.byteLength&&t.byteLength){if(e.byteLength<32)throw new TypeError("Insufficient PSK length");return}if(!(!e.byteLength&&!t.byteLength))throw new TypeError("Inconsistent PSK inputs")}var Lr=()=>{throw new Error("unreachable")},en=65535,au=2**36-31,dw=2**38-64;async function z(e,t){try{return await e(crypto.subtle)}catch(n){throw n instanceof TypeError||n instanceof DOMException&&n.name==="NotSupportedError"?new yt(`${t} is unsupported in this runtime`,{cause:n}):n}}async function _r(e,t,n){let r=e.get(t);if(r&&r.bytes.byteLength===t.byteLength&&r.bytes.every((i,c)=>i===t[c]))return r.key;let a=_e(t),o={bytes:a,key:n(a)};e.set(t,o);try{return await o.key}catch(i){throw e.get(t)===o&&e.delete(t),i}}function ou(){let e;async function t(r){return await z(a=>a.importKey("raw",r,{name:"HMAC",hash:this.hash},!1,["sign"]),this.name)}let n=new WeakMap;return{stages:2,Derive:Lr,async Extract(r,a){let o=r.byteLength===0?e??=await t.call(this,new ArrayBuffer(this.Nh)):await t.call(this,r);return new Uint8Array(await z(i=>i.sign("HMAC",o,a),this.name))},async Expand(r,a,o){if(r.byteLength<this.Nh)throw new Error("prk.byteLength < this.Nh");if(o>255*this.Nh)throw new Error("L must be <= 255*Nh");let i=Math.ceil(o/this.Nh),c=await _r(n,r,p=>t.call(this,p)),l=new Uint8Array(i*this.Nh),u=new Uint8Array;for(let p=0;p<i;p++){let m=new Uint8Array(u.byteLength+a.byteLength+1);m.set(u),m.set(a,u.byteLength),m[u.byteLength+a.byteLength]=p+1;let w=new Uint8Array(await z(v=>v.sign("HMAC",c,m),this.name));l.set(w,p*this.Nh),u=w}return _e(l,0,o)}}}var su=function(){return{id:1,type:"KDF",name:"HKDF-SHA256",Nh:32,hash:"SHA-256",...ou()}};async function iu(e,t,n,r){let a=r<<3,o={name:t,length:a,outputLength:a};return new Uint8Array(await z(i=>i.digest(o,n),e))}function cu(){return{stages:1,async Derive(e,t){return await iu(this.name,this.algorithm,e,t)},Extract:Lr,Expand:Lr}}var is=function(){return{id:17,type:"KDF",name:"SHAKE256",Nh:64,algorithm:"cSHAKE256",...cu()}};async function lu(e,t,n){if(!t.extractable)throw new TypeError('"privateKey" must be extractable or a Key Pair must be used in this runtime');return await z(async r=>{let a=await r.exportKey("jwk",t);return r.importKey("jwk",{kty:a.kty,crv:a.crv,x:a.x,y:a.y},t.algorithm,!0,n)},e)}async function Fr(e,t,n){return await z(r=>r.getPublicKey?.(t,n),e)||await lu(e,t,n)}function Xe(e,t){if(e.algorithm.name!==t.name)throw new TypeError(`key algorithm must be ${t.name}`);if(e.algorithm.namedCurve!==t.namedCurve)throw new TypeError(`key namedCurve must be ${t.namedCurve}`)}function Bo(e){if(e[Symbol.toStringTag]!=="CryptoKey"){if(e instanceof CryptoKey)return;throw new TypeError("unexpected key constructor")}}async function du(e,t,n,r,a,o){let i=_e(n),c=new Uint8Array(t+i.byteLength);return c.set(i),c.set(a,i.byteLength),await z(l=>l.importKey("pkcs8",c,r,o,["deriveBits"]),e)}function uu(){return{async DeriveKeyPair(e,t){let n=await Kn(this.kdf,this.suite_id,e,os,new Uint8Array,this.Nsk),r=await this.DeserializePrivateKey(n,t),a=["encapsulateBits"],o=await Fr(this.name,r,a);return{privateKey:r,publicKey:o}},async GenerateKeyPair(e){let t=["encapsulateBits","decapsulateBits"];return await z(n=>n.generateKey(this.algorithm,e,t),this.name)},async SerializePublicKey(e){Xe(e,this.algorithm),Bo(e);let t="raw-public";return new Uint8Array(await z(n=>n.exportKey(t,e),this.name))},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"];return await z(r=>r.importKey(t,e,this.algorithm,!0,n),this.name)},async SerializePrivateKey(e){Xe(e,this.algorithm),Bo(e);let t="raw-seed";return new Uint8Array(await z(n=>n.exportKey(t,e),this.name))},async DeserializePrivateKey(e,t){let n="raw-seed",r=["decapsulateBits"];return await z(a=>a.importKey(n,e,this.algorithm,t,r),this.name)},async Encap(e){Xe(e,this.algorithm);let{sharedKey:t,ciphertext:n}=await z(r=>r.encapsulateBits(this.algorithm,e),this.name);return{shared_secret:new Uint8Array(t),enc:new Uint8Array(n)}},async Decap(e,t,n){return Xe(t,this.algorithm),new Uint8Array(await z(r=>r.decapsulateBits(this.algorithm,t,e),this.name))}}}function pu({id:e,name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o}){let i=is();return i.name=t,{id:e,suite_id:je(ns,Ue(e,2)),type:"KEM",name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o,algorithm:{name:t},kdf:i,...uu()}}function hu(e){let t=new WeakMap;async function n(r){return await z(a=>a.importKey(this.keyFormat,r,this.algorithm,!1,["encrypt","decrypt"]),this.name)}return{async Seal(r,a,o,i){if(i.byteLength>e)throw new RangeError('"pt" exceeds P_MAX');let c=await _r(t,r,l=>n.call(this,l));return new Uint8Array(await z(l=>l.encrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))},async Open(r,a,o,i){let c=await _r(t,r,l=>n.call(this,l));return new Uint8Array(await z(l=>l.decrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))}}}var fu=function(){return{id:2,type:"AEAD",name:"AES-256-GCM",Nk:32,Nn:12,Nt:16,algorithm:"AES-GCM",keyFormat:"raw",...hu(au)}},Zt=e=>{if(e!==we)throw new Error("invalid invocation")},we=Symbol(),Oe=class cs{#e;#t;#n;#r;#a;#o;#s;static#i(t){return t.#e!==void 0}static validate(t,n){try{if(!cs.#i(t))throw new TypeError("unexpected key constructor")}catch{throw new TypeError("unexpected key constructor")}if(n&&!t.extractable)throw new TypeError("key must be extractable")}constructor(t,n,r,a,o,i,c,l){Zt(t),this.#e=n,this.#t=r,this.#n=a,this.#a=o,this.#r=i,this.#o=c,this.#s=l}get algorithm(){return{name:this.#e.name}}get extractable(){return this.#n}get type(){return this.#t}getPublicKey(t){return Zt(t),this.#s}getSeed(t){return Zt(t),_e(this.#o)}getT(t){return Zt(t),this.#r}getPq(t){return Zt(t),this.#a}};function ls(e,t,n){if(n.byteLength!==e+t)throw new Error("x.byteLength !== N1 + N2");let r=_e(n,0,e),a=_e(n,-t);return[r,a]}async function Io(e,t){let n=e.pq.Nseed+e.t.Nseed<<3,r={name:"cSHAKE256",length:n,outputLength:n},a=await z(B=>B.digest(r,t),e.name),[o,i]=ls(e.pq.Nseed,e.t.Nseed,new Uint8Array(a)),c="raw-seed",l=["decapsulateBits","encapsulateBits"],u=await z(B=>B.importKey(c,o,e.pq.algorithm,!0,[l[0]]),e.name),p=await Fr(e.name,u,[l[1]]),m=e.t.RandomScalar?.(i)??i,{privateKey:w,publicKey:v}=await e.t.GetKeyPair(m);return{ek_PQ:p,ek_T:v,dk_PQ:u,dk_T:w}}async function Lo(e,t,n,r,a,o){let i=new Uint8Array(await z(l=>l.exportKey("raw",a),e.name)),c=je(t,n,r,i,o);return new Uint8Array(await z(l=>l.digest("SHA3-256",c),e.name))}async function mu(e,t,n){let r=await z(p=>p.encapsulateBits(e.pq.algorithm,t),e.name),a=new Uint8Array(r.sharedKey),o=new Uint8Array(r.ciphertext),{privateKey:i,publicKey:c}=await z(p=>p.generateKey(e.t.algorithm,!0,["deriveBits"]),e.name),l=new Uint8Array(await z(p=>p.exportKey("raw",c),e.name)),u=new Uint8Array(await z(p=>p.deriveBits({name:e.t.algorithm.name,public:n},i,e.t.Nss<<3),e.name));return[a,u,o,l]}async function gu(e,t,n,r,a){let o=new Uint8Array(await z(l=>l.decapsulateBits(e.pq.algorithm,t,r),e.name)),i=await z(l=>l.importKey("raw",a,e.t.algorithm,!0,[]),e.name),c=new Uint8Array(await z(l=>l.deriveBits({name:e.t.algorithm.name,public:i},n,e.t.Nss<<3),e.name));return[o,c]}function wu(){return Object.freeze(Oe.prototype),{async DeriveKeyPair(e,t){let n=await Kn(this.kdf,this.suite_id,e,os,new Uint8Array,32),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await Io(this,n),c=new Oe(we,this.algorithm,"public",!0,r,a);return{privateKey:new Oe(we,this.algorithm,"private",t,o,i,n,c),publicKey:c}},async GenerateKeyPair(e){return await this.DeriveKeyPair(crypto.getRandomValues(new Uint8Array(32)),e)},async SerializePublicKey(e){Xe(e,this.algorithm),Oe.validate(e,!0);let t="raw-public",n=new Uint8Array(await z(a=>a.exportKey(t,e.getPq(we)),this.name)),r=new Uint8Array(await z(a=>a.exportKey("raw",e.getT(we)),this.name));return je(n,r)},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"],r=e.subarray(0,this.pq.Npk),a=e.subarray(this.pq.Npk),[o,i]=await Promise.all([z(c=>c.importKey(t,r,this.pq.algorithm,!0,n),this.name),z(c=>c.importKey("raw",a,this.t.algorithm,!0,[]),this.name)]);return new Oe(we,this.algorithm,"public",!0,o,i)},async SerializePrivateKey(e){return Xe(e,this.algorithm),Oe.validate(e,!0),e.getSeed(we)},async DeserializePrivateKey(e,t){let n=_e(e),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await Io(this,n),c=new Oe(we,this.algorithm,"public",!0,r,a);return new Oe(we,this.algorithm,"private",t,o,i,n,c)},async Encap(e){Xe(e,this.algorithm),Oe.validate(e);let t=e.getPq(we),n=e.getT(we),[r,a,o,i]=await mu(this,t,n),c=await Lo(this,r,a,i,n,this.label),l=je(o,i);return{shared_secret:c,enc:l}},async Decap(e,t,n){Xe(t,this.algorithm),Oe.validate(t),n&&(Xe(n,this.algorithm),Oe.validate(n));let[r,a]=ls(this.pq.Nct,this.t.Nct,e),o=(n??t.getPublicKey(we)).getT(we),i=t.getPq(we),c=t.getT(we),[l,u]=await gu(this,i,c,r,a);return await Lo(this,l,u,a,o,this.label)}}}function yu(e){let t=is();return t.name=e.name,{...e,suite_id:je(ns,Ue(e.id,2)),type:"KEM",algorithm:{name:e.name},kdf:t,...wu()}}var bu=function(){let e="MLKEM768-X25519",t={id:25722,name:e,Nsecret:32,Nenc:1120,Npk:1216,Nsk:32};if(SubtleCrypto.supports?.("generateKey",e)??!1)return pu(t);let n=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,110,4,34,4,32);return yu({...t,pq:{algorithm:{name:"ML-KEM-768"},Nseed:64,Npk:1184,Nct:1088},t:{algorithm:{name:"X25519"},Nseed:32,Npk:32,Nss:32,Nsk:32,Nct:32,async GetKeyPair(r){let a=await du(e,this.Nsk,n,this.algorithm,r,!0),o=await Fr(e,a,[]);return{privateKey:a,publicKey:o}}},label:Uint8Array.of(92,46,47,47,94,92)})};var ds=1216,Mn=1120,us="MLKEM768-X25519",_o=new Map;function ps(e=bu){let t=_o.get(e)??new Hd(e,su,fu);return _o.set(e,t),t}function hs(){let e=globalThis.SubtleCrypto;return["encapsulateBits","decapsulateBits","getPublicKey"].every(t=>e?.supports?.(t,us)??!1)}async function fs(e){let t=globalThis.crypto.subtle,n=await t.importKey("raw-seed",e,{name:us},!1,["decapsulateBits"]),r=await t.getPublicKey(n,["encapsulateBits"]);return new Uint8Array(await t.exportKey("raw-public",r))}async function ms(e,t,n,r){let a=ps(r),o=await a.DeserializePublicKey(e),{encapsulatedSecret:i,ciphertext:c}=await a.Seal(o,n,{info:t}),l=new Uint8Array(i.length+c.length);return l.set(i),l.set(c,i.length),l}async function gs(e,t,n,r){let a=ps(r),o=await a.DeserializePrivateKey(e,!1),i=n.subarray(0,Mn);return a.Open(o,i,n.subarray(Mn),{info:t})}var tn=ds,vu=Mn+16,$u=hs,Hr=async()=>$u()?null:import("./xwing.js");async function qr(e,t,n){if(n.length<vu)throw new T;let r=await Hr();try{return await gs(e,t,n,r?.kem)}catch(a){throw new T(a)}}var Fe=class e{#e;constructor(t,n){this.#e=t.slice(),this.publicKey=n}static async of(t){let n=t.slice(),r=await Hr(),a=new e(n,r?r.publicKeyOf(n):await fs(n));return n.fill(0),a}open(t,n){return qr(this.#e,t,n)}wipe(){this.#e.fill(0)}};async function ct(e,t,n){if(e.length!==tn)throw new D("length");let r=await Hr();try{return await ms(e,t,n,r?.kem)}catch(a){throw new D("kem",a)}}function ie(e){if(!e)throw new D("form")}var Q=e=>ie(Number.isSafeInteger(e)&&e>=0),nn=e=>ie(Number.isSafeInteger(e)&&e>=0&&e<=4294967295),bt=e=>ie(typeof e=="boolean"),lt=(e,t)=>n=>{ie(typeof n=="string");let r=[...n].length;ie(r>=e&&r<=t)},ee=e=>ie(typeof e=="string"&&/^[a-z0-9][a-z0-9._-]{0,63}$/.test(e)),be=e=>{ie(typeof e=="string"&&/^\d{4}-\d{2}-\d{2}$/.test(e));let t=new Date(`${e}T00:00:00Z`);ie(!e.startsWith("0000")&&!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e))},Te=e=>t=>{g(t,e??null)},ke=(...e)=>t=>ie(e.includes(t)),ce=e=>t=>{t===null||e(t)},le=(e,t=0,n=Number.MAX_SAFE_INTEGER)=>r=>{ie(Array.isArray(r)&&r.length>=t&&r.length<=n),r.forEach(e)},kt=(e,t=n=>n)=>n=>{le(e)(n);let r=n.map(a=>g(t(a)));ie(r.every((a,o)=>o===0||me(r[o-1],a)<0))},Wr=(e,t)=>n=>{ie(typeof n=="object"&&n!==null&&!Array.isArray(n));for(let[r,a]of Object.entries(n))e(r),t(a)},j=e=>t=>{ie(typeof t=="object"&&t!==null&&!Array.isArray(t)),ie(Object.keys(t).length===Object.keys(e).length);for(let[n,r]of Object.entries(e))ie(Object.hasOwn(t,n)),r(t[n])},_=Te(16),X=Te(32),oe=ke(1),Nn=j({hash:X,number:Q}),dt=e=>{Q(e),ie(e>=1)},On=j({hash:X,version:dt});var ws=64,xu=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,112,4,34,4,32),Eu=new Uint8Array(ws);async function zn(e){let t=E(xu,e),n=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!0,["sign"]),{x:r}=await crypto.subtle.exportKey("jwk",n),a=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!1,["sign"]);return t.fill(0),{publicKey:g(r,32),privateKey:a}}var ys=(e,t,n)=>G(A(`adviespunt/v1/sign/${e}`),t,n);async function te(e,t,n,r){let a=Ee(r),o=await crypto.subtle.sign("Ed25519",e,ys(t,n,a));return E(Ie(a),new Uint8Array(o))}var bs=e=>E(Ie(Ee(e)),Eu);function de(e,t){let n=new De(e),r=n.lp(),a=n.take(ws);n.end();let o=Le(r);return t(o),{raw:r,body:o,signature:a}}async function ue(e,t,n,{raw:r,signature:a}){if(!await ju(e,ys(t,n,r),a))throw new Ze(t)}async function ju(e,t,n){try{let r=await crypto.subtle.importKey("raw",ge(e),"Ed25519",!1,["verify"]);return await crypto.subtle.verify("Ed25519",r,ge(n),ge(t))}catch(r){if(r instanceof O)throw r;return!1}}var He=e=>L(e);var $t=Object.freeze(["facilitator","helper"]);var Jr=Te(32),Vr=Te(tn),Su=j({id:_,person:_,name:lt(1,200),function:lt(0,200),role:ke("facilitator","helper","coach","coordinator"),kem:Vr,sign:Jr,active:bt}),Au=j({v:oe,version:dt,history:le(X),author:_,day:be,organisation:Jr,credentials:le(Te()),members:kt(Su,e=>e.id),archive:j({id:_,kem:Vr,year:Q}),register:j({id:_,kem:Vr})}),Du=j({v:oe,what:ke("appoint","revoke"),member:_,kem:X,sign:X,day:be,serial:Q}),Mu=j({v:oe,what:ke("successor"),key:Jr,day:be,serial:Q}),Dw=j({v:oe,version:dt,hash:X,day:be,author:_});async function $s(e,{portal:t,organisation:n,lastSeen:r=null}){let{directory:a,parsed:o}=await Gr(e);if(!y(a.organisation,n))throw new b("organisation");if(a.history.length!==a.version-1)throw new b("history");let{appointed:i}=await Yr(a.credentials,t,n),c=pe(a,a.author,["facilitator"]);if(!c)throw new b("author");for(let l of pt(a,"facilitator"))if(!i.has(await Cu(l)))throw new b("appointment");return await ue(c.sign,"directory",t,o),Nu(a,r),a}async function Gr(e){let t=de(e,Au),{body:n}=t;return{directory:{version:n.version,hash:await He(e),signed:e,history:n.history.map(vt),author:g(n.author),day:n.day,organisation:g(n.organisation),credentials:n.credentials.map(vt),members:n.members.map(Ku),archive:{id:vt(n.archive.id),kem:vt(n.archive.kem),year:n.archive.year},register:{id:vt(n.register.id),kem:vt(n.register.kem)}},parsed:t}}var vt=e=>g(e);function Ku(e){let[t,n,r,a]=[e.id,e.person,e.kem,e.sign].map(vt);return{...e,id:t,person:n,kem:r,sign:a}}function Nu(e,t){if(t){if(e.version<t.version)throw new b("rollback");rn(e,t)}}function rn(e,{version:t,hash:n}){let r=t===e.version?e.hash:e.history[t-1];if(!r||!y(r,n))throw new b("history")}function Ou(e,t){if(rn(t,e),!e.credentials.every((r,a)=>y(r,t.credentials[a]??zu))||!e.members.every(r=>Tu(r,J(t,r.id))))throw new b("taken-back")}var zu=new Uint8Array(0),Tu=(e,t)=>t!==null&&y(e.kem,t.kem)&&y(e.sign,t.sign)&&y(e.person,t.person),Tn=class e{#e=new Map;#t;constructor(t,n=ks){this.current=t,this.#t=n}static async of(t,n=[]){let r=await Promise.all(n.map(Gr));for(let{directory:o}of r)rn(t,o);let a=new Map(r.map(({directory:o})=>[o.version,o.signed]));return new e(t,async o=>a.get(o)??ks())}async at(t){if(t.version>this.current.version)throw new b("directory-unknown");return rn(this.current,t),this.version(t.version)}async version(t){if(t===this.current.version)return this.current;if(t>this.current.version)throw new b("directory-unknown");let n=this.#e.get(t)??this.#n(t);return this.#e.set(t,n),n.catch(()=>this.#e.delete(t)),n}async requireContinued(t){t===null||t.version===this.current.version||Ou(await this.at(t),this.current)}async#n(t){let{directory:n}=await Gr(await this.#t(t));if(n.version!==t)throw new b("history");return rn(this.current,n),n}};function ks(){throw new b("directory-unknown")}var J=(e,t)=>e.members.find(n=>y(n.id,t))??null,pt=(e,...t)=>e.members.filter(n=>n.active&&t.includes(n.role));function pe(e,t,n){let r=J(e,t);return r?.active&&n.includes(r.role)?r:null}async function Yr(e,t,n){let r=new Set,a=n;for(let[o,i]of e.entries()){let c=await Pu(a,t,i);if(c.serial!==o)throw new b("credential");let l=`${c.member} ${c.kem} ${c.sign}`;c.what==="appoint"?r.add(l):c.what==="revoke"?r.delete(l):a=g(c.key)}return{appointed:r,inForce:a,serial:e.length}}async function Pu(e,t,n){let r=de(n,a=>(a.what==="successor"?Mu:Du)(a));try{await ue(e,"credential",t,r)}catch(a){throw a instanceof Ze?new b("credential",a):a}return r.body}async function Cu(e){let t=await qe(e);return[e.id,t.kem,t.sign].map(h).join(" ")}var vs=new WeakMap;function qe(e){let t=vs.get(e)??Ru(e);return vs.set(e,t),t}var Ru=async e=>({kem:await L(e.kem),sign:await L(e.sign)}),xs=async e=>({seed:e,...await zn(e)});async function Zr(e,t,n,r,a,o){let[i,c,l]=[r.id,await L(r.kem),await L(r.sign)].map(h);return te(e,"credential",t,{v:1,what:n,member:i,kem:c,sign:l,day:a,serial:o})}async function Xr(e,t,n,r,a,o){let i=a?[...a.history,a.hash]:[],c=[...o.members].sort((l,u)=>me(l.id,u.id));return te(e,"directory",t,{v:1,version:i.length+1,history:i.map(h),author:h(n),day:r,organisation:h(o.organisation),credentials:o.credentials.map(h),members:c.map(Bu),archive:{id:h(o.archive.id),kem:h(o.archive.kem),year:o.archive.year},register:{id:h(o.register.id),kem:h(o.register.kem)}})}var Bu=e=>({id:h(e.id),person:h(e.person),name:e.name,function:e.function,role:e.role,kem:h(e.kem),sign:h(e.sign),active:e.active}),Pn=(e,t,n,{version:r,hash:a},o)=>te(e,"freshness",t,{v:1,version:r,hash:h(a),day:o,author:h(n)}),Iu=(e,t)=>E(A("adviespunt/v1/organisation"),G(e,t));async function Es(e,t,n,r){let a=await e.open(Iu(t,n),r);if(a.length!==32)throw new T;let o=await xs(a);if(!y(o.publicKey,n))throw new T;return o}var H=new Uint8Array(16),Qe=new Uint8Array(16).fill(255),et=new Uint8Array(0),Ss=1,on=65536,an=16,Lu=1024,_u=65536,Uu=/^[a-z-]{1,32}$/;function tt({portal:e,case:t,epoch:n,id:r,writer:a,kind:o}){return G(e,t,Ct(n),r,a,A(o))}function Fu(e){let t=new De(e),[n,r,a,o,i,c]=Array.from({length:6},()=>t.lp());if(t.end(),!([n,o,i].every(u=>u.length===16)&&[0,16].includes(r.length))||a.length!==4||!Uu.test(jn(c)))throw new T;return{portal:n,case:r,epoch:new De(a).u32(),id:o,writer:i,kind:jn(c)}}function ve(e){return qu(()=>{let t=new De(e);if(t.take(1)[0]!==Ss)throw new T;let n=t.take(32),r=t.lp(),a=Fu(r),o=t.take(32),i=t.rest(),c=Hu(i.length);if(c!==ln(c-8,a.kind))throw new T;return{header:a,rawHeader:r,salt:n,commitment:o,chunks:i,padded:c}})}function Hu(e){let t=Math.floor(e/(on+an)),n=e%(on+an);if(e===0||n>0&&n<=an)throw new T;return t*on+Math.max(0,n-an)}function qu(e){try{return e()}catch(t){throw t instanceof O?new T(t):t}}var sn=e=>L(e);async function $e(e,t,n,r=I(32)){let a=tt(t),{key:o,commitment:i}=await As(e,r,a,"encrypt"),c=dn(n,ln(n.length,t.kind)),l=await Promise.all(Ms(c,on).map((u,p,m)=>Wu(o,Ds(p,p===m.length-1),u)));return re(c),E(Uint8Array.of(Ss),r,Ie(a),i,...l)}async function We(e,t,n){let r=ve(n);if(!y(tt(t),r.rawHeader))throw new T;return cn(e,r)}async function cn(e,{header:t,rawHeader:n,salt:r,commitment:a,chunks:o}){let{key:i,commitment:c}=await As(e,r,n,"decrypt");if(!y(c,a))throw new T;let l=Ms(o,on+an),u=await Promise.all(l.map((p,m)=>Vu(i,Ds(m,m===l.length-1),p)));return Ju(E(...u),t.kind)}async function As(e,t,n,r){let a=await Kr(e,t,E(A("adviespunt/v1/envelope"),n),64),o=await crypto.subtle.importKey("raw",a.subarray(0,32),"AES-GCM",!1,[r]),i=a.slice(32);return re(a),{key:o,commitment:i}}function Ds(e,t){return E(new Uint8Array(7),Ct(e),Uint8Array.of(t?1:0))}function Ms(e,t){return Array.from({length:Math.ceil(e.length/t)},(n,r)=>e.subarray(r*t,(r+1)*t))}async function Wu(e,t,n){return new Uint8Array(await crypto.subtle.encrypt({name:"AES-GCM",iv:t},e,ge(n)))}async function Vu(e,t,n){try{return new Uint8Array(await crypto.subtle.decrypt({name:"AES-GCM",iv:t},e,ge(n)))}catch(r){throw new T(r)}}function Gu(e){let t=js(e),n=js(t)+1,r=2**Math.max(t-n,0);return Math.ceil(e/r)*r}function js(e){let t=Math.round(Math.log2(e));return 2**t>e?t-1:t}function ln(e,t){return Math.max(t==="page"?_u:Lu,Gu(8+e))}function dn(e,t){let n=new Uint8Array(t);return n.set(vo(e.length)),n.set(e,8),n}function Ju(e,t){let n=Cn(e);if(e.length!==ln(n.length,t))throw new T;return n}function Cn(e){if(e.length<8)throw new T;let t=new DataView(e.buffer,e.byteOffset).getBigUint64(0);if(t>BigInt(e.length-8))throw new T;let n=8+Number(t);if(e.subarray(n).some(r=>r!==0))throw new T;return e.slice(8,n)}var Yu=1024;function Zu(e){let t=e.replace(/[\t-\r ]+/g," ").replace(/^ | $/g,"").replace(/[A-Z]/g,n=>n.toLowerCase());if(!/^[ -~]{1,64}$/.test(t))throw new Ae("name");return t}function Xu(e){let t=A(e.normalize("NFKC"));if(!!/\p{Surrogate}/u.test(e)||t.length<1||t.length>Yu)throw new Ae("password");return t}async function un(e,t,n,r){let a=(await L(E(A("adviespunt/v1/salt"),t,A(Zu(n))))).slice(0,16),o=await jo(Xu(r),a),[i,c,l]=await Promise.all(["locator","login","wrap"].map(u=>ae(o,`${e}/${u}`)));return re(o),{locator:i,login:c,wrapping:l}}async function Rn(e){let t=["recovery-locator","recovery-login","recovery-wrap"],[n,r,a]=await Promise.all(t.map(o=>ae(e,`staff/${o}`)));return{locator:n,login:r,wrapping:a}}async function Qr(e){let[t,n,r,a]=await Promise.all(["kem","sign","state","draft"].map(i=>ae(e,i))),o={kem:await Fe.of(t),sign:await zn(n),stateKey:await Sn(r),draftKey:await Sn(a)};return re(t,n,r,a),o}var Ks=(e,t,n)=>({portal:e,case:et,epoch:0,id:t,writer:n==="mailbox"?H:t,kind:"seed"}),Ns=(e,t,n,r,a)=>$e(e,Ks(t,n,r),a);async function Os(e,t,n,r,a){let o=await We(e,Ks(t,n,r),a);if(o.length!==32)throw new T;return o}var Qu=Wr(_,j({roster:Nn,read:le(_)})),zs={v:oe,organisation:Te(32),directory:On,cases:Qu},ep=j({code:_,name:lt(1,200),person:_,role:ke("facilitator","helper","coach","coordinator")}),Ts={mailbox:j(zs),staff:j({...zs,checkpoint:Q,invitations:Wr(_,ep)})},Ps=(e,t,n,r)=>({portal:e,case:et,epoch:r,id:t,writer:n==="mailbox"?H:t,kind:"state"});async function ea(e,t,n,r,a,o){return Ts[r](o),$e(e,Ps(t,n,r,a),Ee(o))}async function Cs(e,t,n,r,a,o){let i=Le(await We(e,Ps(t,n,r,a),o));return Ts[r](i),i}function Rs(e,t){let n={...e,directory:e.directory.version>=t.directory.version?e.directory:t.directory,cases:{...e.cases}};for(let[r,a]of Object.entries(t.cases))n.cases[r]=tp(n.cases[r],a);return e.checkpoint!==void 0&&(n.checkpoint=Math.max(e.checkpoint,t.checkpoint??0)),e.invitations&&(n.invitations={...t.invitations,...e.invitations}),n}function tp(e,t){return e?{roster:e.roster.number>=t.roster.number?e.roster:t.roster,read:[...new Set([...e.read,...t.read])]}:t}var Bs={},V=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function Is(){if(V==="nl")return;Bs=(await import(`../texts/${V}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function s(e,t={}){return rp(Bs[e]??e,t)}function Y(e,t,n,r={}){return s(np(n)?e:t,{n,...r})}function np(e){return e===1||V==="fr"&&e===0}function rp(e,t){return e.replace(/\{(\w+)\}/g,(n,r)=>r in t?String(t[r]):n)}function N(e,{year:t=!1,weekday:n=!0}={}){let r={timeZone:"UTC",day:"numeric",month:"long"};return n&&(r.weekday="long"),t&&(r.year="numeric"),new Intl.DateTimeFormat(`${V}-BE`,r).format(new Date(`${e}T00:00:00Z`))}function Bn(e){return new Intl.NumberFormat(`${V}-BE`).format(e)}function ta(e){return V==="nl"?e:`/${V}${e==="/"?"":e}`}async function Ls(e,t,n,r){try{return await un(e,t,n,r)}catch(a){throw a instanceof Ae?new K(404,"wrong-credentials"):a}}var ra=1024,ap=["facilitator","helper","coach"],na=ce(be),_s=j({v:oe,case:_,number:Q,kind:ee,urgent:bt,category:ce(ee),state:ee,outcome:ce(ee),authorities:le(ee),received:be,feedback:na,final:na,closed:na,directory:dt}),Us=({portal:e,key:t,case:n,writer:r})=>E(A("adviespunt/v1/register"),G(e,t,n,r)),Fs=(e,t,n)=>E(A("adviespunt/v1/register-key"),G(e,t,n));async function aa(e,t,n,r){_s(n);let a=G(t.portal,t.case),o=r?await te(r,"register",a,n):bs(n);if(o.length+8>ra)throw new b("entry-too-long");return ct(e,Us(t),dn(o,ra))}async function Hs(e,t,n,r){let a=await e.open(Us(t),n);if(a.length!==ra)throw new T;let o=de(Cn(a),_s),i=o.body;if(i.case!==h(t.case))throw new b("case");return await(y(t.writer,H)?op(i,o.signature):sp(t,o,i,r)),i}async function op(e,t){if(e.number!==0||t.some(n=>n!==0))throw new b("writer")}async function sp(e,t,n,r){if(n.number<1)throw new b("writer");let a=pe(await r.version(n.directory),e.writer,ap);if(!a)throw new b("writer");await ue(a.sign,"register",G(e.portal,e.case),t)}function oa(e,t,n,r){return e.number!==n.number?e.number>n.number:me(t,r)>0}var qs=(e,t,n,r,a)=>ct(e,Fs(t,n,r),a);async function Ws(e,t,n,r,a,o){let i=await e.open(Fs(t,n,r),a);if(i.length!==32||!y((await Fe.of(i)).publicKey,o))throw new T;return i}var xt=class extends Error{constructor(){super("recovery words"),this.name="WrongRecoveryWords"}};async function In(e,t,n,r){let{directory:a}=await e.get("/directory"),o=await $s(g(a),{portal:t,organisation:n,lastSeen:r}),i=new Tn(o,async c=>g((await e.get(`/directory/${c}`)).directory));return await i.requireContinued(r),i}var ye=e=>e.directories.current.members,Ke=(e,t)=>J(e.directories.current,g(t,16));async function Vs(e,t,n=null){let{current:r}=e.directories,a=e.identity.sign.privateKey,o={...r,...t},i=await Xr(a,e.portal.id,e.member,e.today,r,o),c={version:r.version+1,hash:await He(i)},l=await Pn(a,e.portal.id,e.member,c,e.today);await e.api.put("/directory",{version:c.version,directory:h(i),freshness:h(l),register_seeds:n})}async function ip(e,t){if(t===null)throw new xt;let{sealed:n}=await e.api.get("/organisation/sealed-key"),r=await Fe.of(t);re(t);try{return await Es(r,e.portal.id,e.directories.current.organisation,g(n))}catch(a){throw a instanceof O?new xt:a}finally{r.wipe()}}async function Gs(e,t,n){let{credentials:r,organisation:a}=e.directories.current;if(t.length===0)return r;let{serial:o}=await Yr(r,e.portal.id,a),i=await ip(e,n),c=t.map(({what:l,member:u},p)=>Zr(i.privateKey,e.portal.id,l,u,e.today,o+p));return[...r,...await Promise.all(c)]}var Js=(e,t)=>ye(e).filter(n=>n.active&&y(n.person,t));function Ys(e,t){return[t,...Js(e,t.person)].some(({role:n})=>n==="facilitator")}async function Zs(e,t,n){let r=Js(e,t.person),a=r.filter(({role:l})=>l==="facilitator").map(l=>({what:"revoke",member:l}));t.role==="facilitator"&&a.push({what:"appoint",member:t});let o=await Gs(e,a,n),i=t.role==="facilitator"?await cp(e,t):null,c=ye(e).map(l=>r.includes(l)?{...l,active:!1}:l);await Vs(e,{credentials:o,members:[...c,t]},i)}async function Xs(e,t,n){let r=t.role==="facilitator",a=await Gs(e,r?[{what:"revoke",member:t}]:[],n),o=ye(e).map(l=>l===t?{...l,active:!1}:l),i=r?await dp(e,o):null,c=i?.register??e.directories.current.register;await Vs(e,{credentials:a,members:o,register:c},i?.seeds??null)}async function cp(e,t){let n=await pn(e);return Promise.all(n.map(({key:r,seed:a})=>sa(e.portal.id,r,a,t)))}async function pn(e){let{keys:t}=await e.api.get("/register/key"),n=await lp(e),r=t.map(async({key:a,sealed:o})=>{let i=n.get(a);if(i===void 0)return null;let c=g(a,16),l=await Ws(e.identity.kem,e.portal.id,c,e.member,g(o),i).catch(Pt);return l===null?null:{key:c,seed:l}});return(await Promise.all(r)).filter(a=>a!==null)}async function lp({directories:e}){let t=e.current.history.map((r,a)=>e.version(a+1)),n=[...await Promise.all(t),e.current];return new Map(n.map(({register:r})=>[h(r.id),r.kem]))}async function sa(e,t,n,r){let a=await qs(r.kem,e,t,r.id,n);return{key:h(t),member:h(r.id),sealed:h(a)}}async function dp(e,t){let[n,r]=[I(16),I(32)],{publicKey:a}=await Fe.of(r),o=t.filter(c=>c.active&&c.role==="facilitator"),i=await Promise.all(o.map(c=>sa(e.portal.id,n,r,c)));return{register:{id:n,kem:a},seeds:i}}var up=7;async function Qs(e){if(!["facilitator","coordinator"].includes(e.role))return!1;let{freshness:t}=await e.api.get("/directory");if(t!==null&&!pp(g(t),e))return!1;let{current:n}=e.directories,r=await Pn(e.identity.sign.privateKey,e.portal.id,e.member,n,e.today);return await e.api.put("/freshness",{freshness:h(r)}),!0}function pp(e,{directories:t,today:n}){let r=new DataView(e.buffer,e.byteOffset).getUint32(0),a=JSON.parse(new TextDecoder().decode(e.subarray(4,4+r))),o=(Date.parse(n)-Date.parse(a.day))/864e5;return a.version!==t.current.version||!(o<=up)}var Ln=e=>pt(e.directories.current,"facilitator").length;var Ve=13,ei=12,hp=2**Ve;function ti(e){let t=[];for(let[,r,a]of e.matchAll(/(\d)([a-z]+)/g))t.push((t.at(-1)??"").slice(0,Number(r))+a);let n=Object.freeze(t);if(n.length!==hp)throw new Ae("list");return n}async function It(e,t){let n=Math.ceil((8*t.length+ei)/Ve),r=await L(E(A("adviespunt/v1/words"),t));return Hn(e,E(t,r),n)}async function hn(e,t,n){let r=t.toLowerCase().split(/\s+/).filter(Boolean);if(r.length!==Math.ceil((8*n+ei)/Ve))throw new Ae("length");let a=gp(r.map((o,i)=>fp(e,o,i))).slice(0,n);if(await It(e,a)!==r.join(" "))throw new Ae("check");return a}function fp(e,t,n){let r=e.indexOf(t);if(r<0)throw new Ae("word",n);return r}function _n(e,t){return Hn(e,I(Math.ceil(t*Ve/8)),t)}async function Un(e,t){return Hn(e,await L(E(A("adviespunt/v1/fingerprint"),t)),6)}async function Fn(e,t){return Hn(e,await L(E(A("adviespunt/v1/case-name"),t)),2)}function Hn(e,t,n){return Array.from({length:n},(r,a)=>e[mp(t,a*Ve)]).join(" ")}function mp(e,t){let n=0;for(let r=t;r<t+Ve;r+=1)n=n<<1|e[r>>3]>>7-(r&7)&1;return n}function gp(e){let t=new Uint8Array(Math.ceil(e.length*Ve/8));return e.forEach((n,r)=>{for(let a=0;a<Ve;a+=1){let o=r*Ve+a;t[o>>3]|=(n>>Ve-1-a&1)<<7-(o&7)}}),t}var wp=new URL("../../words/nl.txt",import.meta.url),ia;function ni(){return ia??=yp().catch(e=>{throw ia=void 0,e}),ia}async function yp(){let e=await fetch(wp,{credentials:"omit",referrerPolicy:"no-referrer"});if(!e.ok)throw new TypeError("words");return ti(await e.text())}function qn(e){return Math.round(Date.UTC(+e.slice(0,4),+e.slice(5,7)-1,+e.slice(8,10))/864e5)}function Wn({from:e,to:t,closed:n}){let r=qn(`${e}-01-01`),a=qn(`${t}-12-31`),o=new Set([...n].map(qn)),i=new Int32Array(a-r+1),c=0;for(let u=r;u<=a;u+=1){let p=(u+4)%7;p!==0&&p!==6&&!o.has(u)&&(c+=1),i[u-r]=c}let l=u=>i[Math.min(Math.max(qn(u),r),a)-r];return{between:(u,p)=>l(p)-l(u)}}var Ge=class extends Error{constructor(t){super(t),this.name="StaffRefused",this.reason=t}};async function ri(e){let[t,n]=await Promise.all([e.get(`/organisation?language=${V}`),ni()]);return{api:e,id:g(t.portal,16),org:t,words:n}}async function ai(e,{name:t,passphrase:n,proof:r}){let a=await Ls("staff",e.id,t,n);return si(e,a,r,t)}async function oi(e,{name:t,recovery:n,proof:r}){return si(e,await Rn(n),r,t)}async function si(e,{locator:t,login:n,wrapping:r},a,o){if("code"in a&&!/^([0-9]{6}|[A-Za-z0-9_-]{43})$/.test(a.code))throw new K(404,"wrong-credentials");let i=await e.api.post("/staff/session",{locator:h(t),login:h(n),...a}),c=g(i.member,16),l=await Os(r,e.id,c,"staff",g(i.seed));return re(r),await So({kind:"staff",id:c,seed:l},i.tab_key),ci(e,c,l,o)}async function ii(e){let t=await Pr(e.api,"staff");return t===null?null:ci(e,t.id,t.seed,"")}async function ci(e,t,n,r){let a=await Qr(n);re(n);let[o,i]=await Promise.all([e.api.get("/staff/me"),e.api.get(`/organisation?language=${V}`)]),c=await di(e.id,t,a,o.state),l=await In(e.api,e.id,g(c.organisation,32),kp(c)),u=J(l.current,t);if(!u?.active)throw new Ge("directory");return{portal:{...e,org:i},api:e.api,member:t,key:h(t),role:u.role,name:u.name,signInName:r,identity:a,directories:l,state:{number:o.state.number,content:c},words:e.words,today:i.day,days:await bp(e.api,i.day)}}async function bp(e,t){let n=Number(t.slice(0,4)),[r,a]=[n-6,n+1],{closed:o}=await e.get(`/calendar?from=${r}&to=${a}`);return Wn({from:r,to:a,closed:o})}async function li(e,t){await Mo(t),Rt(),e!==null&&Object.assign(e,{identity:null})}async function di(e,t,n,{number:r,envelope:a}){return await Cs(n.stateKey,e,t,"staff",r,g(a))}var kp=({directory:e})=>({version:e.version,hash:g(e.hash)});async function ht(e,t){for(let n=0;;n+=1){let r=t(structuredClone(e.state.content));if(y(Ee(r),Ee(e.state.content))||await vp(e,e.state.number+1,r))return;if(n===4)throw new K(409,"conflict");let a=await e.api.get("/staff/me");if(a.state.number<e.state.number)throw new Ge("older");let o=await di(e.portal.id,e.member,e.identity,a.state),i=Rs(o,{...e.state.content,invitations:{}});e.state={number:a.state.number,content:i}}}async function vp(e,t,n){let{identity:r,portal:a,member:o}=e,i=await ea(r.stateKey,a.id,o,"staff",t,n);try{await e.api.put("/staff/state",{number:t,envelope:h(i)})}catch(c){if(c instanceof K&&c.status===409)return!1;throw c}return e.state={number:t,content:n},!0}async function fn(e){let{content:t}=e.state;e.directories=await In(e.api,e.portal.id,g(t.organisation,32),e.directories.current),await ca(e)}function ca(e){let{version:t,hash:n}=e.directories.current;return ht(e,r=>({...r,directory:{version:t,hash:h(n)}}))}async function ui(e,{name:t,passphrase:n,recovery:r}){let a=await Pr(e.api,"staff");if(a===null)throw new K(401,"signed-out");let o=pi(e.portal.id,e.member,a.seed),i={...await o(await un("staff",e.portal.id,t,n)),recovery:r===null?null:await o(await Rn(r))};re(a.seed),await e.api.put("/staff/credentials",i),e.signInName=t}function pi(e,t,n){return async({locator:r,login:a,wrapping:o})=>({locator:h(r),login:h(a),seed:h(await Ns(o,e,t,"staff",n))})}var hi="about:blank";function fi(e){hi=e??hi}var mi=()=>!1;function gi(e){mi=e,addEventListener("beforeunload",$p,{capture:!0})}function $p(e){mi()&&e.preventDefault()}var Vn=Uint8Array.of(0,97,115,109,1,0,0,0),xp={crypto:()=>jp(),wasm:()=>WebAssembly.instantiate(Vn),workers:()=>typeof Worker=="function",signatures:()=>Sp(),drawing:()=>"createImageBitmap"in globalThis&&"HTMLDialogElement"in globalThis};async function wi(){return(await Promise.all(Object.entries(xp).map(async([t,n])=>await Ep(n)?[]:[t]))).flat()}async function Ep(e){try{return await e()!==!1}catch{return!1}}async function jp(){let e=await crypto.subtle.importKey("raw",new Uint8Array(32),"HKDF",!1,["deriveBits"]),t=new Uint8Array(0),n=await crypto.subtle.deriveBits({name:"HKDF",hash:"SHA-256",salt:t,info:t},e,256),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,["encrypt"]);await crypto.subtle.encrypt({name:"AES-GCM",iv:new Uint8Array(12)},r,Vn)}async function Sp(){let e=await crypto.subtle.generateKey("Ed25519",!1,["sign","verify"]),t=await crypto.subtle.sign("Ed25519",e.privateKey,Vn);return crypto.subtle.verify("Ed25519",e.publicKey,t,Vn)}async function yi(e,{seals:t=!0}={}){let n=document.getElementById("app");try{await Is(),t&&await Ap(),await e(n),document.body.classList.remove("waiting","failed"),document.querySelector(".stuck-box")?.remove()}catch(r){Dp(r)}}var Gn=class extends Error{constructor(t){super(t),this.name="BrowserTooOld"}};async function Ap(){let[e]=await wi();if(e)throw new Gn(e)}function Dp(e){document.body.classList.add("waiting","failed");let t=document.querySelector(".stuck-why");t&&(t.textContent=Kp(e))}var Mp=new Set(["Refused","BadSignature","Malformed"]);function Kp(e){if(e instanceof Gn)return s("Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).",{what:e.message});if(e instanceof TypeError)return s("Een deel van de pagina is niet aangekomen.");let t=e instanceof Error?e.name:"";return t==="ApiError"?s("De server antwoordt niet zoals het hoort."):Mp.has(t)?s("De lijst van medewerkers klopt niet: iemand heeft er misschien aan gezeten. Stel hier nu geen vraag."):""}function bi(e=document){let t=e.querySelector("h1");t instanceof HTMLElement&&(t.tabIndex=-1,t.focus({preventScroll:!0}),scrollTo(0,0))}var ki={archive:x`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":x`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":x`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"book-open":x`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,"chart-column":x`<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="M18 17V9"/><path d="M13 17V5"/><path d="M8 17v-3"/>`,check:x`<path d="M20 6 9 17l-5-5"/>`,"circle-check":x`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":x`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,clock:x`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"door-open":x`<path d="M10 21H2"/><path d="M10 3H7a2 2 0 00-2 2v16"/><path d="M14 12h.01"/><path d="M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992z"/><path d="M22 21h-3"/>`,eye:x`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":x`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,"file-text":x`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>`,flag:x`<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>`,inbox:x`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,info:x`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":x`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,keyboard:x`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":x`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,"notebook-pen":x`<path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"/><path d="M2 6h4"/><path d="M2 10h4"/><path d="M2 14h4"/><path d="M2 18h4"/><path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"/>`,pencil:x`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,printer:x`<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>`,"rotate-cw":x`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,search:x`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,send:x`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"triangle-alert":x`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,"user-plus":x`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"user-round-x":x`<path d="m16.5 16.5 5 5"/><path d="M2 21a8 8 0 0 1 11.531-7.18"/><path d="m21.5 16.5-5 5"/><circle cx="10" cy="8" r="5"/>`,users:x`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,x:x`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":x`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":x`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function k(e){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ki[e]}</svg>`}function S(e,t){return d`<div class="notice ${e}">
    ${k({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[e])}
    <div class="stack tight">${t}</div>
  </div>`}function q(e,t=""){return d`<span class="badge ${t}">${e}</span>`}var vi="absence";async function Jn(e){let{absences:t}=await e.api.get("/absences");return(await Promise.all(t.map(r=>Np(e,r)))).filter(r=>r!==null)}async function Np(e,{signed:t}){try{let n=de(g(t),()=>{}),{id:r,member:a,first:o,last:i,cover:c}=n.body,l=J(e.directories.current,g(a,16));return l===null?null:(await ue(l.sign,vi,e.portal.id,n),{id:r,member:a,first:o,last:i,cover:c})}catch(n){if(n instanceof O)return null;throw n}}async function $i(e,{first:t,last:n,cover:r}){let a=h(I(16)),o={v:1,id:a,member:e.key,first:t,last:n,cover:r},i=await te(e.identity.sign.privateKey,vi,e.portal.id,o);await e.api.put(`/absences/${a}`,{first:t,last:n,cover:r,signed:h(i)})}var xi=(e,t)=>e.api.del(`/absences/${t}`),Ei=(e,t,n)=>e.find(r=>r.member===t&&r.first<=n&&n<=r.last)??null;function U(e){return xe(t=>d` <div class="stack">
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
      </div>`).then(t=>t===!0)}function xe(e,{kind:t="",label:n,stays:r=!1}={}){return new Promise(a=>{let o=document.createElement("dialog");o.className=t,n===void 0?o.setAttribute("aria-labelledby","dialog-title"):o.setAttribute("aria-label",n);let i=null,c=l=>{i=l,o.close()};r&&o.addEventListener("cancel",l=>l.preventDefault()),o.addEventListener("close",()=>{o.remove(),a(i)}),ne(e(c),o),document.body.append(o),o.showModal()})}function Yn(e,t){return d`<div class="field">
    <label for=${e.id}>${e.label}</label>
    ${e.hint?d`<div class="hint" id=${`${e.id}-hint`}>${e.hint}</div>`:f} ${t}
    ${ji(e)}
  </div>`}function ji(e){return d`<div id=${`${e.id}-error`} aria-live="polite">
    ${e.error?d`<p class="error">${k("triangle-alert")}<span>${e.error}</span></p>`:f}
  </div>`}var Zn=e=>[e.hint?`${e.id}-hint`:"",e.error?`${e.id}-error`:""].filter(Boolean).join(" ")||f,Xn=e=>t=>e.input(t.target.value);function se(e){return Yn(e,d`<input
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
      aria-describedby=${Zn(e)}
      @input=${Xn(e)}
    />`)}function Si(e){return Yn(e,d`<div class="with-button">
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
        aria-describedby=${Zn(e)}
        @input=${Xn(e)}
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
    </div>`)}function nt(e){return Yn(e,d`<textarea
        id=${e.id}
        rows=${e.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":f}
        aria-describedby=${Zn(e)}
        @input=${Xn(e)}
      ></textarea>
      ${e.limit?d`<p class="hint counter">${Op(e.value,e.limit)}</p>`:f}`)}function Op(e,t){let n=t-[...e].length;return n<0?s("{n} tekens te veel",{n:Bn(-n)}):n<t/5?s("Nog plaats voor {n} tekens",{n:Bn(n)}):s("Hoogstens {n} tekens",{n:Bn(t)})}function Ai(e){return d`<fieldset aria-describedby=${`${e.id}-error`}>
    <legend>${e.label}</legend>
    ${e.hint?d`<div class="hint">${e.hint}</div>`:f} ${ji(e)}
    ${e.options.map((t,n)=>d`<label class="choice">
          <input
            type="radio"
            id=${n===0?e.id:`${e.id}-${n}`}
            ?checked=${t.key===e.value}
            .checked=${t.key===e.value}
            @change=${()=>e.change(t.key)}
            @keydown=${zp}
          />
          <span>${t.label}${t.text?d`<small>${t.text}</small>`:f}</span>
        </label>`)}
  </fieldset>`}function zp(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=e.target,r=[...n.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],a=r[(r.indexOf(n)+t+r.length)%r.length];a.focus(),a.click()}function Je(e){return d`<label class="choice">
    <input
      type="checkbox"
      id=${e.id}
      .checked=${e.checked}
      ?disabled=${e.disabled}
      @change=${t=>e.change(t.target.checked)}
    />
    <span>${e.label}${e.text?d`<small>${e.text}</small>`:f}</span>
  </label>`}function Pe(e){return Yn(e,d`<select
      id=${e.id}
      autocomplete="off"
      ?disabled=${e.disabled}
      aria-describedby=${Zn(e)}
      @change=${Xn(e)}
    >
      ${e.empty===void 0?f:d`<option value="" ?selected=${e.value===""}>${e.empty}</option>`}
      ${e.options.map(t=>d`<option value=${t.key} ?selected=${t.key===e.value}>${t.label}</option>`)}
    </select>`)}function P({label:e,click:t,busy:n=!1,busyLabel:r,kind:a="primary",disabled:o=!1,type:i="button"}){let c=()=>{!n&&!o&&i==="button"&&t()};return d`<button
    type=${i}
    class="button ${a}"
    aria-busy=${String(n)}
    aria-disabled=${String(n||o)}
    @click=${c}
  >
    ${n?r??e:e}
  </button>`}function C(e){let t=document.createElement("div");t.className="toast",t.textContent=e,Mi("toasts").append(t),setTimeout(()=>t.remove(),7e3)}function Di(e){Mi("sr").textContent=e}function Mi(e){return document.querySelector(`[data-live="${e}"]`)}var Ki=12e4,rt=class extends Error{constructor(t,n=null){super(t,{cause:n}),this.name="NoPasskey",this.reason=t}};function jt(){let e=/^[\d.]+$|^\[/.test(location.hostname);return globalThis.PublicKeyCredential!==void 0&&isSecureContext&&!e}async function Ni(e){let{challenge:t}=await e.post("/staff/challenge",{}),n=await Oi(()=>navigator.credentials.get({publicKey:{challenge:g(t),allowCredentials:[],userVerification:"required",timeout:Ki}})),r=n.response;return{credential:Et(n.rawId),client_data:Et(r.clientDataJSON),authenticator_data:Et(r.authenticatorData),signature:Et(r.signature)}}async function mn(e,t){let n=await Oi(()=>navigator.credentials.create({publicKey:{rp:{name:t.portal},user:{id:g(e.user),name:t.person,displayName:t.person},challenge:g(e.challenge),pubKeyCredParams:e.algorithms.map(a=>({type:"public-key",alg:a})),excludeCredentials:e.known.map(a=>({type:"public-key",id:g(a)})),authenticatorSelection:{residentKey:"required",requireResidentKey:!0,userVerification:"required"},attestation:"none",timeout:Ki}})),r=n.response;return{credential:Et(n.rawId),client_data:Et(r.clientDataJSON),attestation:Et(r.attestationObject)}}async function Oi(e){try{let t=await e();if(t instanceof PublicKeyCredential)return t}catch(t){throw t instanceof DOMException?t.name==="InvalidStateError"?new rt("known",t):new rt(t.name==="NotAllowedError"||t.name==="AbortError"?"gone":"refused",t):t}throw new rt("gone")}var Et=e=>h(new Uint8Array(e));function zi(){let e=[],t=()=>e.at(-1)?.();return addEventListener("popstate",()=>{e.length>1&&e.pop(),t()}),{open(n){e.length>0&&history.pushState(null,""),e.push(n),t()},replace(n){e.pop(),e.push(n),t()},back(){e.length>1&&history.back()},reset(n){e.length=0,e.push(n),t()}}}async function Ti(e){for(let t of document.querySelectorAll("[data-organisation]"))t.textContent=e.name;fi(e.neutral_page);for(let t of document.querySelectorAll("[data-own]"))await Tp(t,e.texts)}async function Tp(e,t){let n=t[e.dataset.own??""];n&&(e.closest("section[hidden]")?.removeAttribute("hidden"),typeof n=="string"?e.textContent=n:(await import("./own-tree.js")).showTree(e,n))}var Qn=class{constructor(t,n){this.main=t,this.portal=n,Ti(n.org),this.views=zi(),this.session=null,this.screen=null,this.tabs=[],this.signInAgain=async()=>!1,this.signOut=()=>{},this.banner=f,this.keys=!0,addEventListener("keydown",r=>this.key(r))}get me(){if(this.session===null)throw new K(401,"signed-out");return this.session}open(t){let n=t(this);this.views.open(()=>this.show(n))}replace(t){let n=t(this);this.views.replace(()=>this.show(n))}reset(t){let n=t(this);this.views.reset(()=>this.show(n))}back(){this.views.back()}show(t){this.screen=t,this.update(),bi(this.main),t.shown?.()}update(){this.screen!==null&&ne(d`${this.frame()}${this.banner}${this.screen.render()}`,this.main)}frame(){return this.session===null||this.tabs.length===0?f:d`<nav class="staff-nav no-print" aria-label=${s("Onderdelen")}>
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
    </nav>`}async goIdle(){this.session?.identity.kem.wipe(),this.main.classList.add("away"),await this.signInAgain(),this.main.classList.remove("away")}key(t){let r=t.target.closest?.("input, textarea, select, dialog, [contenteditable]");!this.keys||r||t.ctrlKey||t.metaKey||t.altKey||this.screen?.key?.(t)}async call(t){try{return await t()}catch(n){if(!(n instanceof K))throw n;if(n.problem==="signed-out")await this.signInAgain();else if(n.problem!=="sign-in-again"||!await this.signInAgain(la()))throw n;return t()}}},la=()=>({why:s("Wie je toegang verandert, meldt zich eerst nog eens aan."),free:!0});function $(e){if(e instanceof rt)return Pp[e.reason]();if(!(e instanceof K))return e instanceof Ge?s("De server gaf een oudere toestand dan je al zag. Er is niets veranderd. Meld je opnieuw aan; gebeurt het weer, verwittig dan de systeembeheerder en je collega’s."):s("Er ging iets mis in deze browser. Er is niets verstuurd. Laad de pagina opnieuw en probeer het nog eens.");let t=Cp[e.problem]?.();return t!==void 0?t:typeof e.detail=="string"&&e.detail!==""?e.detail:s("De server weigerde dit. Er is niets veranderd. Probeer het later opnieuw.")}var Pp={gone:()=>s("Er is geen passkey gebruikt. Er is niets veranderd. Probeer het opnieuw."),known:()=>s("Op dit toestel staat al een passkey van jou. Er is niets veranderd."),refused:()=>s("Dit toestel kan hier geen passkey gebruiken. Er is niets veranderd. Neem een ander toestel.")},Cp={network:()=>s("Er is geen verbinding met de server. Wat je typte, staat hier nog. Probeer het opnieuw."),"wrong-credentials":()=>s("Deze gegevens kloppen niet samen. Kijk je naam, wachtzin en tweede factor na."),"sign-in-again":()=>s("Er is niets veranderd. Meld je hiervoor eerst opnieuw aan."),"last-factor":()=>s("Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe."),"wrong-passkey":()=>s("De server kon je passkey niet nakijken. Er is niets veranderd. Probeer het opnieuw."),"wrong-code":()=>s("Deze code klopt niet. Wacht op de volgende code in je app en typ die."),throttled:()=>s("Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw."),"signed-out":()=>s("Je bent afgemeld. Meld je opnieuw aan; wat je typte, staat hier nog."),forbidden:()=>s("Dit mag met jouw rol niet. Er is niets veranderd."),conflict:()=>s("Iemand anders was je net voor. Er is niets verloren: laad opnieuw en kijk na wat er veranderde."),full:()=>s("De server heeft geen plaats meer. Er is niets bewaard. Verwittig de systeembeheerder.")};function M(e){return d`<div role="alert">${e?S("danger",d`<p>${e}</p>`):f}</div>`}function Z(e,t=null){return d`<div class="working" role="status">
    <p>${e}</p>
    ${t===null?d`<progress aria-label=${e}></progress>`:d`<progress aria-label=${e} max=${Math.max(t.all,1)} .value=${t.done}></progress>`}
  </div>`}var da=4,gn=6,wn=e=>({portal:e.portal.org.name,person:s("medewerker")});function er(e){return d`<div class="stack tight">
    <p>
      ${s("Scan deze code met een app voor eenmalige codes op je telefoon, bijvoorbeeld Aegis, 2FAS of Google Authenticator.")}
    </p>
    ${Rp(e.qr)}
    <details>
      <summary>${s("Kan je niet scannen? Typ de sleutel over")}</summary>
      <p class="words">${(e.secret.match(/.{1,4}/g)??[]).join(" ")}</p>
    </details>
  </div>`}var Pi=new WeakMap;function Rp(e){let t=Pi.get(e);if(t)return t;let n=Bp(e);return Pi.set(e,n),n}function Bp(e){let t=document.createElement("canvas"),n=(e.length+2*da)*gn;t.width=n,t.height=n,t.className="qr",t.setAttribute("role","img"),t.setAttribute("aria-label",s("QR-code van je tweede factor"));let r=t.getContext("2d");return r.fillStyle="#fff",r.fillRect(0,0,n,n),r.fillStyle="#000",e.forEach((a,o)=>{[...a].forEach((i,c)=>{i==="1"&&r.fillRect((c+da)*gn,(o+da)*gn,gn,gn)})}),t}function tr(e){return d`<ol class="word-list">
    ${e.split(" ").map(t=>d`<li><span class="words">${t}</span></li>`)}
  </ol>`}function ua(e,t,n,r=Math.random){let a=t.words.split(" "),o=Ip(a.length,r),i=!1,c=["",""],l=null,u=()=>{if(o.every((B,F)=>(c[F]??"").trim().toLowerCase()===a[B])){n();return}l=s("Dat zijn niet de woorden die daar staan. Kijk na wat je opschreef."),e.update()},p=v=>{i=v,c=["",""],l=null,e.update(),v&&document.getElementById("word-0")?.focus()},m=()=>d`<form class="stack" @submit=${Ce(u)}>
      <p>${s("Neem het papier en typ deze twee woorden over. Zo weet je zeker dat ze er goed op staan.")}</p>
      ${o.map((v,B)=>se({id:`word-${B}`,label:s("Woord {n}",{n:v+1}),value:c[B]??"",input:F=>{c[B]=F}}))}
      ${M(l)}
      <div class="actions">
        <button type="submit" class="button primary">${s("Controleer")}</button>
        <button type="button" class="button" @click=${()=>p(!1)}>${s("Toon de woorden opnieuw")}</button>
      </div>
    </form>`,w=()=>d`${tr(t.words)}
      <div class="actions">
        <button type="button" class="button primary" @click=${()=>p(!0)}>
          ${k("pencil")}${s("Ik heb ze opgeschreven")}
        </button>
      </div>`;return{render:()=>d`<div class="stack narrow">
        <h1>${t.title}</h1>
        <div class="stack tight">${t.text}</div>
        ${t.warning?S("warn",d`<p>${t.warning}</p>`):f} ${i?m():w()}
      </div>`}}function Ce(e){return t=>{t.preventDefault(),e()}}function Ip(e,t){let n=Math.floor(t()*e),r=(n+1+Math.floor(t()*(e-1)))%e;return[n,r].sort((a,o)=>a-o)}function Ci(e,t,n,r=null){let a=null,o=null,i="",c=!1,l=async()=>{o=null;try{a=await t()}catch(w){o=$(w)}e.update()},u=async()=>{if(!c){c=!0,o=null,e.update();try{await n(i.replace(/\s+/g,""))}catch(w){o=await p(w)??$(w)}c=!1,i="",e.update()}},p=async w=>!(w instanceof K)||w.problem!=="sign-in-again"||!await e.signInAgain(la())?null:(await l(),s("Het duurde wat lang. Scan deze nieuwe code; de vorige geldt niet.")),m=w=>d`<form class="stack" @submit=${Ce(u)}>
      ${er(w)}
      ${se({id:"totp-code",label:s("Code van zes cijfers"),hint:s("De code die de app nu toont. Ze verandert elke halve minuut."),value:i,input:v=>{i=v}})}
      ${M(o)}
      <div class="actions">
        ${P({label:s("Bevestig"),busyLabel:s("Even geduld…"),busy:c,click:u,type:"submit",kind:"primary big"})}
        ${r?d`<button type="button" class="button" @click=${r}>${s("Terug")}</button>`:f}
      </div>
    </form>`;return{shown:()=>{a===null&&l()},render:()=>d`<div class="stack narrow">
        <h1>${s("Koppel je telefoon")}</h1>
        <p>${s("Bij elke aanmelding typ je naast je wachtzin een code die op je telefoon staat.")}</p>
        ${a?m(a):o?d`${M(o)}${P({label:s("Probeer opnieuw"),click:l})}`:Z(s("Even geduld…"))}
      </div>`}}function Ii(e,t){let n=null,r=!1,a=!1,o=null,i=async()=>{n=await e.call(()=>e.me.api.get("/staff/factors")),e.update()},c=async v=>{if(!r){r=!0,o=null,e.update();try{let B=await v();B!==null&&C(B),await i()}catch(B){o=$(B)}r=!1,e.update()}},l=()=>c(()=>_p(e)),u=(v,B,F)=>d`<li class="row spread">
      <span>${v} <small>${B}</small></span
      ><span class="row">${F}</span>
    </li>`,p=v=>Ri(n)<2?f:d`<button type="button" class="button quiet small" @click=${()=>c(v)}>${s("Verwijder")}</button>`,m=v=>u(s("Passkey {n}",{n:v.number}),Lp(v),p(()=>Up(e,v))),w=()=>u(s("Codes op je telefoon"),s("uit een app, elke halve minuut een nieuwe"),d`<button type="button" class="button quiet small" @click=${()=>Bi(e,t)}>
          ${s("Andere telefoon")}
        </button>
        ${p(()=>Fp(e))}`);return()=>(a||(a=!0,i().catch(v=>{o=$(v),e.update()})),d`<section class="card stack tight">
      <h2>${s("Je tweede factor")}</h2>
      <p>${s("Bij elke aanmelding heb je naast je wachtzin één van deze nodig.")}</p>
      <ul class="people">
        ${n?.codes?w():f} ${(n?.passkeys??[]).map(m)}
      </ul>
      ${Ri(n)===1?d`<p class="hint">${s("Dit is je enige. Met een tweede sta je niet buiten als je er een verliest.")}</p>`:f}
      ${M(o)}
      <div class="actions">
        ${jt()?P({label:s("Voeg een passkey toe"),busyLabel:s("Even geduld…"),busy:r,click:l,kind:""}):f}
        ${n===null||n.codes?f:d`<button type="button" class="button" @click=${()=>Bi(e,t)}>${s("Koppel een telefoon")}</button>`}
      </div>
      ${jt()?f:d`<p class="hint">${s("In deze browser of op dit adres kan je geen passkey toevoegen.")}</p>`}
    </section>`)}var Ri=e=>e===null?0:e.passkeys.length+(e.codes?1:0);function Lp({day:e,synced:t,here:n}){let r=[s("van {day}",{day:N(e,{weekday:!1})})];return r.push(t?s("op elk toestel van je wachtwoordbeheerder"):s("op één toestel")),n||r.push(s("voor een ander adres van dit adviespunt")),r.join(" · ")}async function _p(e){let t=await e.call(()=>e.me.api.post("/staff/passkeys",{})),n=await mn(t,wn(e)),r=h(I(16));return await e.call(()=>e.me.api.put(`/staff/passkeys/${r}`,n)),s("Je passkey is toegevoegd.")}async function Up(e,{id:t,number:n}){return await U({title:s("Passkey {n} verwijderen?",{n}),text:d`<p>${s("Je meldt je er niet meer mee aan. Verwijder ze daarna ook op je toestel.")}</p>`,yes:s("Verwijder de passkey"),danger:!0})?(await e.call(()=>e.me.api.del(`/staff/passkeys/${t}`)),s("De passkey is verwijderd.")):null}async function Fp(e){return await U({title:s("De codes op je telefoon verwijderen?"),text:d`<p>
      ${s("Je meldt je daarna alleen met een passkey aan. Een code die iemand je ontfutselt, is dan niets meer waard.")}
    </p>`,yes:s("Verwijder de codes"),danger:!0})?(await e.call(()=>e.me.api.del("/staff/codes")),s("De codes gelden niet meer.")):null}function Bi(e,t){e.open(n=>Ci(n,()=>n.call(()=>n.me.api.post("/staff/codes",{})),async r=>{await n.me.api.put("/staff/codes",{code:r}),C(s("Je telefoon is gekoppeld.")),t()},()=>n.back()))}var Li=({state:e,answered_on:t})=>t!==null&&(e==="open"||e==="answering");var Hp={facilitator:()=>s("facilitator"),helper:()=>s("dossiermedewerker"),coach:()=>s("integriteitscoach"),coordinator:()=>s("integriteitscoördinator")},qp={new:()=>s("nieuw"),open:()=>s("geopend, nog geen feedback"),answering:()=>s("feedback gegeven"),answered:()=>s("definitief beantwoord"),passed:()=>s("doorgegeven"),closed:()=>s("afgesloten"),withdrawn:()=>s("ingetrokken")},Re=e=>Hp[e]?.()??e,nr=e=>qp[e]?.()??e;function yn(e){return Li(e)?e.waits_for==="staff"?s("vervolg na het antwoord"):nr("answered"):nr(e.state)}function rr(e){return e<0?Y("{n} werkdag te laat","{n} werkdagen te laat",-e):e===0?s("vandaag de laatste dag"):Y("nog {n} werkdag","nog {n} werkdagen",e)}function W(e,t){let n=e.find(r=>r.key===t);return n?.label??n?.name??t??""}var Wp=7;function pa(e,t=null){return n=>{let r=Ui(n,()=>e(n));return{render:()=>d`<div class="stack narrow">
          <h1>${s("Aanmelden als medewerker")}</h1>
          <p class="lead">${s("Voor facilitatoren, integriteitscoaches en de integriteitscoördinator.")}</p>
          ${t?S("info",d`<p>${t}</p>`):f} ${r()}
          <hr />
          <p>
            <button type="button" class="button quiet" @click=${()=>n.open(Yp(e))}>
              ${s("Je wachtzin kwijt? Gebruik je herstelcode")}
            </button>
          </p>
        </div>`}}}function Ui(e,t,{name:n="",update:r=()=>e.update()}={}){let a=n!=="",o={name:n,passphrase:"",code:"",resetting:!1},i=!1,c=!1,l=null,u=null,p=async B=>{if(!c){c=!0,l=null,r();try{let F=await B();e.session=await ai(e.portal,{...o,proof:F}),o.passphrase="",t()}catch(F){u=_i(F)??u,l=_i(F)===null?$(F):null,o.code="",o.resetting=!1}c=!1,r()}},m=()=>p(async()=>({code:await Jp(e,o)})),w=()=>o.name.trim()!==""&&o.passphrase.trim()!==""?p(()=>Hi(e,u)):(l=s("Typ eerst je naam en je wachtzin. Daarna vraagt je toestel je passkey."),r()),v=B=>F=>{o[B]=F};return()=>d`<form class="stack" @submit=${Ce(m)}>
      ${a?f:se({id:"staff-name",label:s("Naam waarmee je je aanmeldt"),value:o.name,input:v("name")})}
      ${Si({id:"staff-passphrase",label:s("Wachtzin"),hint:s("Zeven woorden met een spatie ertussen."),value:o.passphrase,input:v("passphrase"),shown:i,toggle:()=>{i=!i,r()}})}
      ${u?Vp(u):f} ${Gp(o,v("code"))}
      ${u?f:d`<p>
              <button
                type="button"
                class="button quiet"
                @click=${()=>{o.resetting=!o.resetting,o.code="",r()}}
              >
                ${o.resetting?s("Toch een code van zes cijfers"):s("Ik kreeg een code om mijn tweede factor te vernieuwen")}
              </button>
            </p>`}
      ${M(l)}
      <div class="actions">
        ${P({label:s("Meld je aan"),busyLabel:s("Even geduld…"),busy:c,click:m,type:"submit",kind:"primary big"})}
        ${Fi(w,u?s("Maak een passkey"):s("Gebruik een passkey"))}
      </div>
    </form>`}function Fi(e,t){return jt()?d`<button type="button" class="button big" @click=${e}>${k("key-round")} ${t}</button>`:f}async function Hi(e,t=null){return t===null?{passkey:await Ni(e.portal.api)}:{new_passkey:await mn(t.passkey,wn(e))}}function Vp(e){return d`${S("good",d`<p>${s("Je code klopt. Kies nu je nieuwe tweede factor; de vorige gelden daarna niet meer.")}</p>`)}
  ${er(e.totp)}`}function Gp(e,t){return se({id:"staff-code",label:e.resetting?s("Code om je tweede factor te vernieuwen"):s("Code van zes cijfers"),hint:e.resetting?s("Elf woorden, die je van een facilitator kreeg."):qi(),value:e.code,input:t})}var qi=()=>jt()?s("Uit de app op je telefoon. Niet nodig als je een passkey gebruikt."):s("Uit de app op je telefoon.");async function Jp(e,{code:t,resetting:n}){if(!n)return t.replace(/\s+/g,"");let r=await hn(e.portal.words,t,16).catch(()=>null);return r===null?"":h(await ae(r,"staff/second-factor-reset"))}function _i(e){return e instanceof K&&e.problem==="second-factor-setup"?e.content:null}async function Wi(e,{why:t,free:n=!1}={}){let r=e.session?.signInName??"";return await xe(o=>{let i=document.createElement("div"),c=()=>ne(d`<div class="stack">
            <h2 id="dialog-title">${s("Meld je opnieuw aan")}</h2>
            <p>${t??s("Je was een tijd niet actief. Wat je typte, staat er nog.")}</p>
            ${l()}
            ${n?d`<p><button type="button" class="button quiet" @click=${()=>o(null)}>${s("Terug")}</button></p>`:f}
          </div>`,i),l=Ui(e,()=>o(!0),{name:r,update:c});return c(),d`${i}`},{stays:!n})===!0}function Yp(e){return t=>{let n={name:"",words:"",code:""},r=!1,a=null,o=async l=>{if(!r){r=!0,a=null,t.update();try{let u=await l(),p=await hn(t.portal.words,n.words,16);t.session=await oi(t.portal,{name:n.name,recovery:p,proof:u}),ha(t,n.name,e)}catch(u){a=u instanceof K||u instanceof rt?$(u):s("Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.")}r=!1,t.update()}},i=()=>o(async()=>({code:n.code.replace(/\s+/g,"")})),c=l=>u=>{n[l]=u};return{render:()=>d`<form class="stack narrow" @submit=${Ce(i)}>
          <h1>${s("Aanmelden met je herstelcode")}</h1>
          <p>${s("Daarna krijg je een nieuwe wachtzin en een nieuwe herstelcode. De oude gelden dan niet meer.")}</p>
          ${se({id:"recovery-name",label:s("Naam waarmee je je aanmeldt"),value:n.name,input:c("name")})}
          ${se({id:"recovery-words",label:s("Herstelcode"),hint:s("Elf woorden, van het blad dat je bewaarde."),value:n.words,input:c("words")})}
          ${se({id:"recovery-totp",label:s("Code van zes cijfers"),hint:qi(),value:n.code,input:c("code")})}
          ${M(a)}
          <div class="actions">
            ${P({label:s("Meld je aan"),busy:r,click:i,type:"submit"})}
            ${Fi(()=>o(()=>Hi(t)),s("Gebruik een passkey"))}
            <button type="button" class="button" @click=${()=>t.back()}>${s("Terug")}</button>
          </div>
        </form>`}}}function ha(e,t,n){let r=_n(e.portal.words,Wp),a=I(16);e.reset(()=>ua(e,Zp(r),async()=>{let o=await It(e.portal.words,a);e.replace(()=>ua(e,Xp(o),()=>e.replace(Qp(t,r,a,n))))}))}function Zp(e){return{title:s("Je wachtzin"),text:d`<p>${s("Met je naam en deze zeven woorden meld je je aan. Alleen jij ziet ze, en alleen nu.")}</p>
      <p>${s("Leer ze van buiten of bewaar ze op papier, niet bij je telefoon.")}</p>`,words:e}}function Xp(e){return{title:s("Je herstelcode"),text:d`<p>
      ${s("Vergeet je je wachtzin, dan open je met deze elf woorden toch je toegang. Schrijf ze op papier en bewaar ze achter slot.")}
    </p>`,words:e,warning:s("Wie deze woorden heeft en je tweede factor, kan zich als jou aanmelden.")}}function Qp(e,t,n,r){return a=>{let o=null,i=!1,c=async()=>{i=!0,o=null,a.update();try{await a.call(()=>ui(a.me,{name:e,passphrase:t,recovery:n})),r(a)}catch(l){o=$(l)}i=!1,a.update()};return{shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${s("Je nieuwe wachtzin wordt bewaard")}</h1>
          ${M(o)}
          ${o?P({label:s("Probeer opnieuw"),busy:i,click:c}):d`<progress aria-label=${s("Even geduld…")}></progress>`}
        </div>`}}}function Vi(e){let t=null,n=null,r=async()=>{t??=[],t=(await e.call(()=>e.me.api.get("/sessions"))).sessions,e.update()},a=async(i,c)=>{n=null;try{await e.call(()=>e.me.api.del(i)),C(c),await r()}catch(l){n=$(l),e.update()}},o=i=>d`<li class="row spread">
      <span>
        ${i.this?s("Deze browser"):s("Een andere browser")}
        <small>${s("aangemeld op {day}",{day:N(i.day,{weekday:!1})})}</small>
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
    </section>`}}function ar(e){let t=null,n="",r=async()=>{try{n=await Un(e.portal.words,e.me.directories.current.organisation)}catch(l){t=$(l)}e.update()},a=e.me.role==="coordinator"?()=>f:eh(e),o=th(e),i=Ii(e,()=>e.reset(ar)),c=Vi(e);return{tab:"account",shown:()=>{r()},render:()=>d`<div class="stack narrow">
        <h1>${s("Mijn toegang")}</h1>
        ${M(t)}
        <dl class="facts">
          <dt>${s("Naam")}</dt>
          <dd>${e.me.name}</dd>
          <dt>${s("Rol")}</dt>
          <dd>${Re(e.me.role)}</dd>
          <dt>${s("Kenmerk van de organisatie")}</dt>
          <dd class="words">${n}</dd>
          <dt>${s("Lijst van medewerkers")}</dt>
          <dd>${s("versie {n}, nagekeken",{n:e.me.directories.current.version})}</dd>
        </dl>
        ${i()} ${c()}
        <section class="card stack tight">
          <h2>${s("Nieuwe wachtzin en herstelcode")}</h2>
          <p>${s("Doe dit als iemand je woorden kan hebben gezien. De oude gelden daarna niet meer.")}</p>
          <p><button type="button" class="button" @click=${()=>nh(e)}>${s("Maak nieuwe")}</button></p>
        </section>
        ${a()} ${o()}
      </div>`}}function eh(e){let t=null,n={first:e.me.today,last:e.me.today,cover:""},r=null,a=async()=>{t??=[],t=(await e.call(()=>Jn(e.me))).filter(({member:m})=>m===e.me.key),e.update()},o=m=>{r=$(m),e.update()},i=async m=>{r=null;try{await e.call(m),await a()}catch(w){o(w)}},c=()=>{if(n.first===""||n.last<n.first){r=s("De laatste dag kan niet voor de eerste liggen. Er is niets bewaard."),e.update();return}i(()=>$i(e.me,{...n,cover:n.cover===""?null:n.cover}))},l=(m,w)=>d`<div class="field">
      <label for=${`away-${m}`}>${w}</label>
      <input
        id=${`away-${m}`}
        type="date"
        autocomplete="off"
        .value=${n[m]}
        @change=${v=>{n[m]=v.target.value}}
      />
    </div>`,u=()=>ye(e.me).filter(({active:m,role:w,id:v})=>m&&w!=="coordinator"&&h(v)!==e.me.key).map(({id:m,name:w})=>({key:h(m),label:w})),p=m=>d`<li class="row spread">
      <span
        >${N(m.first,{weekday:!1})} –
        ${N(m.last,{weekday:!1})}${m.cover?d`, ${s("{name} neemt over",{name:Ke(e.me,m.cover)?.name??""})}`:f}</span
      >
      <button type="button" class="button quiet small" @click=${()=>i(()=>xi(e.me,m.id))}>
        ${s("Verwijder")}
      </button>
    </li>`;return()=>(t===null&&a().catch(o),d`<section class="card stack tight">
      <h2>${s("Afwezig")}</h2>
      <p>${s("Collega’s zien het als ze iemand toewijzen.")}</p>
      <ul class="people">
        ${(t??[]).map(p)}
      </ul>
      <div class="two">${l("first",s("Eerste dag"))}${l("last",s("Laatste dag"))}</div>
      ${Pe({id:"away-cover",label:s("Wie neemt over?"),value:n.cover,empty:s("Niemand"),options:u(),input:m=>{n.cover=m}})}
      ${M(r)}
      <div class="actions">${P({label:s("Bewaar de afwezigheid"),click:c,kind:""})}</div>
    </section>`)}function th(e){let t=null,n=null,r=!1,a=async()=>{r=!0;try{let{address:i}=await e.call(()=>e.me.api.get("/staff/notice"));t??=i??""}catch(i){n=$(i)}e.update()},o=async()=>{if(t!==null){n=null;try{await e.call(()=>e.me.api.put("/staff/notice",{address:t?.trim()?t.trim():null})),C(t?.trim()?s("Het adres is bewaard."):s("Je krijgt geen mail meer."))}catch(i){n=$(i)}e.update()}};return()=>(r||a(),d`<section class="card stack tight">
      <h2>${s("Een mail als er iets is")}</h2>
      <p>
        ${s("Hoogstens één mail per dag, altijd met dezelfde woorden: er staat iets klaar. Nooit iets over een vraag.")}
      </p>
      ${se({id:"notice-address",label:s("Mailadres"),hint:s("Laat leeg als je geen mail wilt."),value:t??"",input:i=>{t=i}})}
      ${M(n)}
      <div class="actions">${P({label:s("Bewaar het adres"),click:o,kind:""})}</div>
    </section>`)}async function nh(e){if(!await U({title:s("Een nieuwe wachtzin en herstelcode maken?"),text:d`<p>${s("Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.")}</p>`,yes:s("Begin")}))return;let n=e.me.signInName||await rh();n&&ha(e,n,r=>r.reset(ar))}function rh(){return xe(e=>{let t=document.createElement("div"),n="";return ne(d`<form class="stack" @submit=${Ce(()=>{n.trim()!==""&&e(n)})}>
        <h2 id="dialog-title">${s("Met welke naam meld je je aan?")}</h2>
        ${se({id:"renew-name",label:s("Naam waarmee je je aanmeldt"),value:n,input:a=>{n=a}})}
        <div class="actions">
          <button type="button" class="button" @click=${()=>e(null)}>${s("Terug")}</button
          ><button type="submit" class="button primary">${s("Ga verder")}</button>
        </div>
      </form>`,t),d`${t}`})}var Ye=(e,t)=>ae(e,`commit/${t}`);function Gi({portal:e,case:t,epoch:n,recipient:r,purpose:a}){return E(A("adviespunt/v1/key"),G(e,t,Ct(n),r,A(a)))}var Ji=(e,t,n)=>ct(e,Gi(t),n);async function fa(e,t,n){let r=await e.open(Gi(t),n);if(r.length!==32)throw new T;return r}async function Yi(e,t,n,r){let a=await fa(e,t,r);if(!y(await Ye(a,t.purpose),n))throw new T;return a}var ah=20,oh=1e5,sh=200,Lt=j({}),or=["asker"],ma=["facilitator","helper"],St=[...ma,"coach"],Be=Object.freeze({question:{writers:or,thread:"case",fields:j({excluded:kt(_),kind:ee,name:ce(lt(1,sh)),urgent:bt})},reply:{writers:[...or,...St],thread:"case",fields:Lt},thanks:{writers:or,thread:"case",fields:Lt},feedback:{writers:St,thread:"case",fields:Lt},final:{writers:St,thread:"case",fields:j({referred:le(ee)})},pass:{writers:St,thread:"case",fields:j({authority:ee})},close:{writers:ma,thread:"case",fields:j({outcome:ee})},withdraw:{writers:or,thread:"case",fields:Lt},recuse:{writers:["coach"],thread:"case",fields:Lt},note:{writers:St,thread:"notes",fields:Lt},draft:{writers:St,thread:"notes",fields:j({for:ke("feedback","reply","final")})},triage:{writers:ma,thread:"notes",fields:j({category:ce(ee),pen:ce(_),urgent:bt})},record:{writers:St,thread:"notes",fields:j({authority:ee,day:be})}}),Zi=j({hash:X,id:_}),Qi=j({v:oe,counter:Q,roster:Nn,seen:kt(Zi,({id:e})=>e),attachments:le(j({family:ke("photo","document"),pages:le(Zi,1)}),0,ah),text:lt(0,oh),fields:()=>{}});function ih(e,t){if((Object.hasOwn(Be,e)?Be[e]:null)?.thread!==t)throw new b("kind");return e}async function ec(e,t,n,r,a){let{id:o,writer:i,epoch:c}=n.header,l=ih(n.header.kind,t),u=de(await cn(e,n),Qi);Be[l].fields(u.body.fields);let p=ch(u.body);if(l==="question"&&p.roster.number!==0)throw new b("roster");let m=await a(p.roster,c,i);if(!Be[l].writers.includes(m.role))throw new b("writer");return await ue(m.sign,"message",G(n.rawHeader,await Ye(e,t)),u),{...p,id:o,key:h(o),kind:l,thread:t,writer:i,epoch:c,hash:r}}var ch=e=>({counter:e.counter,roster:{hash:g(e.roster.hash),number:e.roster.number},seen:e.seen.map(tc),attachments:e.attachments.map(lh),text:e.text,fields:e.fields}),tc=({id:e,hash:t})=>({id:g(e),hash:g(t)}),lh=({family:e,pages:t})=>({family:e,pages:t.map(tc)});function nc(e,t){let n=new Map(e.map(o=>[h(o.hash),o])),r=new Map,a={messages:[],refused:[]};for(let o of uh(e,n)){let i=hh(o,n,r),c=fh(o,i);c?a.refused.push({message:o,reason:c}):(a.messages.push(o),r.set(h(o.hash),i))}return{...a,missing:dh(a.messages,new Set([...n.keys(),...t]))}}function dh(e,t){let n=e.flatMap(({seen:a})=>a).filter(({hash:a})=>!t.has(h(a)));return[...new Map(n.map(a=>[`${h(a.id)} ${h(a.hash)}`,a])).values()].sort((a,o)=>me(a.id,o.id))}function uh(e,t){let n=new Set,r=[],a=e;for(;a.length>0;){let o=a.findIndex(({seen:i})=>i.every(({hash:c})=>ph(t.get(h(c)),n)));if(o<0)throw new D("circle");r.push(a[o]),n.add(a[o]),a=a.filter((i,c)=>c!==o)}return r}var ph=(e,t)=>e===void 0||t.has(e);function hh({seen:e},t,n){let r={counters:new Map,whole:!0,roster:0};for(let{hash:a}of e){let o=n.get(h(a)),i=t.get(h(a));if(r.whole&&=o?.whole??!1,!(!o||!i)){r.roster=Math.max(r.roster,o.roster,i.roster.number);for(let[c,l]of[...o.counters,[h(i.writer),i.counter]])r.counters.set(c,Math.max(l,r.counters.get(c)??l))}}return r}function fh({seen:e,counter:t,kind:n,thread:r,writer:a,roster:o},i){let c=e.length===0;if(c&&t!==0||r==="case"&&n==="question"!==c)return"seen";if(o.number<i.roster)return"roster";let l=1+(i.counters.get(h(a))??-1);return t<l||i.whole&&t!==l?"counter":null}function rc(e){let t=new Set(e.flatMap(r=>r.seen.map(({hash:a})=>h(a))));return e.filter(({hash:r})=>!t.has(h(r))).map(({id:r,hash:a})=>({id:r,hash:a})).sort((r,a)=>me(r.id,a.id))}var ac=(e,t)=>1+Math.max(-1,...e.filter(n=>y(n.writer,t)).map(({counter:n})=>n));async function oc(e,t,n,r){let a=n.kind,o=mh(r);Qi(o),Be[a].fields(o.fields);let i=G(tt(n),await Ye(e,Be[a].thread));return $e(e,n,await te(t,"message",i,o))}var mh=({counter:e,roster:t,seen:n,attachments:r,text:a,fields:o})=>({v:1,counter:e,roster:{hash:h(t.hash),number:t.number},seen:n.map(Xi),attachments:r.map(({family:i,pages:c})=>({family:i,pages:c.map(Xi)})),text:a,fields:o}),Xi=({id:e,hash:t})=>({hash:h(t),id:h(e)});var gh=16*1024*1024,wh=64e6,yh=j({height:nn,media:ke("image/webp","image/png","image/jpeg"),width:nn});function ic({media:e,width:t,height:n,image:r}){return lc({media:e,width:t,height:n,image:r}),E(Ie(Ee({height:n,media:e,width:t})),r)}function cc(e){let t=new De(e),n=Le(t.lp());yh(n);let r={media:n.media,width:n.width,height:n.height,image:t.rest()};return lc(r),r}function lc({media:e,width:t,height:n,image:r}){if(r.length>gh)throw new D("image-bytes");if(uc(t,n),!bh[e]?.(r))throw new D("image-kind")}function dc({media:e,width:t,height:n,image:r}){let a=kh[e]?.(r)??null;if(!a)throw new D("image-kind");if(uc(a.width,a.height),a.width!==t||a.height!==n)throw new D("image-size")}function uc(e,t){if(e<1||t<1||e*t>wh)throw new D("image-pixels")}var bh={"image/png":e=>ft(e,0,`PNG\r

`),"image/jpeg":e=>ft(e,0,"ÿØÿ"),"image/webp":e=>ft(e,0,"RIFF")&&ft(e,8,"WEBP")},kh={"image/png":vh,"image/jpeg":$h,"image/webp":Eh},ft=(e,t,n)=>[...n].every((r,a)=>e[t+a]===r.charCodeAt(0)),mt=e=>new DataView(e.buffer,e.byteOffset,e.length);function vh(e){return e.length<33||!ft(e,12,"IHDR")?null:{width:mt(e).getUint32(16),height:mt(e).getUint32(20)}}function $h(e){let t=2;for(;t+9<e.length&&e[t]===255;){let n=e[t+1];if(xh(n))return{height:mt(e).getUint16(t+5),width:mt(e).getUint16(t+7)};t+=2+mt(e).getUint16(t+2)}return null}var xh=e=>e>=192&&e<=207&&![196,200,204].includes(e);function Eh(e){return e.length<30?null:ft(e,12,"VP8X")?{width:1+sc(e,24),height:1+sc(e,27)}:ft(e,12,"VP8L")?jh(mt(e).getUint32(21,!0),e[20]):!ft(e,12,"VP8 ")||e[23]!==157||e[24]!==1||e[25]!==42?null:{width:mt(e).getUint16(26,!0)&16383,height:mt(e).getUint16(28,!0)&16383}}var jh=(e,t)=>t===47?{width:1+(e&16383),height:1+(e>>>14&16383)}:null,sc=(e,t)=>e[t]|e[t+1]<<8|e[t+2]<<16;var _t=Object.freeze(["facilitator","helper","coach"]),pc=new Uint8Array(32),Sh=j({id:_,kem:X,role:ke("asker","facilitator","helper","coach","archive"),sign:X}),Ah=j({v:oe,number:Q,previous:ce(X),epoch:nn,case:X,notes:ce(X),directory:On,participants:kt(Sh,e=>e.id),asker:ce(j({kem:Te(tn),sign:Te(32)}))});async function hc(e,t,n){let r=ve(n),{header:a}=r;if(!(y(a.portal,t.portal)&&y(a.case,t.case)&&a.kind==="roster"))throw new b("place");let i=await cn(e,r),c=de(i,Ah),l=Dh(c.body,a.writer,await He(i));if(l.epoch!==a.epoch)throw new b("epoch");if(!y(l.case,await Ye(e,"case")))throw new b("commitment");return{roster:l,parsed:c,context:r.rawHeader}}function Dh(e,t,n){return{number:e.number,previous:e.previous&&g(e.previous),epoch:e.epoch,case:g(e.case),notes:e.notes&&g(e.notes),directory:{version:e.directory.version,hash:g(e.directory.hash)},participants:e.participants.map(Mh),asker:e.asker&&{kem:g(e.asker.kem),sign:g(e.asker.sign)},author:t,hash:n}}var Mh=({id:e,kem:t,role:n,sign:r})=>({id:g(e),kem:g(t),role:n,sign:g(r)}),he=(e,t)=>e.participants.find(n=>y(n.id,t))??null;async function fc({roster:e,parsed:t,context:n},r,a){Kh(e,r);let o=await a.at(e.directory);return await ue(await Oh(e,r,o),"roster",n,t),await zh(e,r,o),await Th(e,r.at(-1)??null,o),r.length>0?Rh(e,r):Ch(e),e}function Kh(e,t){let n=t.at(-1)??null;if(e.number!==t.length)throw new b("number");if(!Nh(e.previous,n&&n.hash))throw new b("previous");if(n&&e.directory.version<n.directory.version)throw new b("directory-back")}var Nh=(e,t)=>e===null||t===null?e===t:y(e,t);async function Oh(e,t,n){let r=t.at(-1);if(!r){if(!y(e.author,H)||!e.asker)throw new b("author");return e.asker.sign}let a=he(r,e.author),o=pe(n,e.author,$t);if(!a||!$t.includes(a.role)||!o)throw new b("author");if(!y((await qe(o)).sign,a.sign))throw new b("author");return o.sign}async function zh(e,t,n){let r=t[0];if(r&&e.asker)throw new b("asker");let a=r?he(r,H):e.asker&&await Ih(e.asker),o=r?he(r,Qe):await Lh(n);if(!ga(he(e,H),a))throw new b("asker");if(!ga(he(e,Qe),o))throw new b("archive")}var ga=(e,t)=>e!==null&&t!==null&&e.role===t.role&&wa(e,t)&&y(e.id,t.id),wa=(e,t)=>y(e.kem,t.kem)&&y(e.sign,t.sign);async function Th(e,t,n){let r=e.participants.filter(({id:a})=>!y(a,H)&&!y(a,Qe));for(let a of r)await Ph(a,t,n);if(!r.some(({role:a})=>$t.includes(a)))throw new b("nobody-left")}async function Ph(e,t,n){let r=J(n,e.id),a=t&&he(t,e.id);if(!r)throw new b("member");if(!ga(a,e)){if(a&&!wa(a,e))throw new b("keys-changed");if(!r.active||r.role!==e.role||!_t.includes(e.role))throw new b("role");if(!wa(e,await qe(r)))throw new b("keys")}}function Ch({epoch:e,notes:t,participants:n}){if(e!==0||t||n.some(({role:r})=>r==="coach"))throw new b("first")}function Rh(e,t){let n=t[t.length-1];if(!e.notes)throw new b("notes");if(!he(e,e.author))throw new b("author-leaves");let r=n.participants.some(({id:a})=>!he(e,a));if(e.epoch===n.epoch&&!r){if(!(y(e.case,n.case)&&(!n.notes||y(e.notes,n.notes))))throw new b("epoch")}else if(e.epoch!==n.epoch+1||Bh(e,t))throw new b("epoch")}function Bh(e,t){let n=t.flatMap(({case:r,notes:a})=>a?[r,a]:[r]);return[e.case,e.notes].some(r=>r&&n.some(a=>y(r,a)))}async function mc(e,t,n){if(t.length!==0)for(let{directory:r,participants:a}of e){let o=await n.at(r);if(a.map(({id:c})=>J(o,c)?.person).some(c=>c&&t.includes(h(c))))throw new b("excluded")}}var Ih=async e=>({id:H,role:"asker",...await qe(e)});async function Lh({archive:e}){let{kem:t}=await qe({kem:e.kem,sign:pc});return{id:Qe,role:"archive",kem:t,sign:pc}}async function gc(e,t){let n=pe(e,t,_t);if(!n)throw new b("role");return{id:n.id,role:n.role,...await qe(n)}}var wc=e=>[...e].sort((t,n)=>me(t.id,n.id));function yc(e,t){let n=pe(t,e.id,_t);return n?{...e,role:n.role}:e}async function ya(e,t,{portal:n,case:r},a,o){let i={portal:n,case:r,epoch:o.epoch,id:I(16),writer:a,kind:"roster"},c=await te(t,"roster",tt(i),_h(o));return{id:i.id,envelope:await $e(e,i,c),hash:await He(c)}}var _h=e=>({v:1,number:e.number,previous:e.previous&&h(e.previous),epoch:e.epoch,case:h(e.case),notes:e.notes&&h(e.notes),directory:{hash:h(e.directory.hash),version:e.directory.version},participants:e.participants.map(({id:t,kem:n,role:r,sign:a})=>({id:h(t),kem:h(n),role:r,sign:h(a)})),asker:e.asker&&{kem:h(e.asker.kem),sign:h(e.asker.sign)}});var R=class extends Error{constructor(t,n=void 0){super(`case refused: ${t}`,{cause:n}),this.name="CaseRefused",this.reason=t}};async function gt(e,t){try{return await t()}catch(n){throw n instanceof O?new R(n.reason==="directory-unknown"?"directory":e,n):n}}function at(e,t){let n=e.get(t);if(!n)throw new R("keys");return n}var ba=({id:e,role:t})=>({id:e,role:t}),ka=(e,t,n)=>r=>y(r,H)?e.kem:y(r,Qe)?t.archive.kem:J(n,r)?.kem??null;async function va(e,t,n){return(await Promise.all(t.map(a=>Uh(e,a,n(a.entry.id))))).flat()}async function Uh(e,{entry:t,keys:n},r){if(!r||!y(await L(r),t.kem))throw new R("keys");let a=t.id;return Promise.all(n.map(async({epoch:o,purpose:i,key:c})=>{let l=await Ji(r,{...e,epoch:o,purpose:i,recipient:a},c);return{epoch:o,purpose:i,recipient:a,sealed:l}}))}function $a({kind:e,text:t="",fields:n={},attachments:r=[]}){return{kind:e,text:t,fields:n,attachments:r,sealed:null}}async function xa(e,t){let{identity:n,caseKeys:r,notesKeys:a}=e.opened,{thread:o,writers:i}=Be[t.kind];if(!i.includes(e.me.role))throw new R("role");if(o==="notes"&&t.attachments.length>0)throw new R("pages");let{epoch:c,number:l,hash:u}=e.roster,p=(o==="case"?r:a).get(c);if(!p)throw new R("notes");let m=o==="case"?e.messages:e.notes;return Fh(t,p,{place:{portal:e.portal,case:e.id},identity:n,writer:e.me.id,epoch:c,roster:{number:l,hash:u},counter:ac(m,e.me.id),seen:rc(m),caseKey:at(r,c)})}async function Fh({kind:e,text:t,fields:n,attachments:r},a,o){let{place:i,identity:c,writer:l,epoch:u,roster:p,counter:m,seen:w}=o,{pages:v,attachments:B}=await Hh(o.caseKey??a,{...i,epoch:u,writer:l},r),F={...i,epoch:u,id:I(16),writer:l,kind:e},st={counter:m,roster:p,seen:w,attachments:B,text:t,fields:n},bd=await oc(a,c.sign.privateKey,F,st);return{id:F.id,case:i.case,kind:e,thread:Be[e].thread,epoch:u,envelope:bd,pages:v}}async function Hh(e,t,n){let r=n.map(({pages:i})=>Promise.all(i.map(c=>qh(e,t,c)))),a=await Promise.all(r);return{attachments:n.map(({family:i},c)=>({family:i,pages:a[c].map(({id:l,hash:u})=>({id:l,hash:u}))})),pages:a.flat().map(({id:i,envelope:c})=>({id:i,envelope:c}))}}async function qh(e,t,n){let r={...t,id:I(16),kind:"page"},a=await $e(e,r,ic(n));return{id:r.id,envelope:a,hash:await sn(a)}}async function Ea(e,t){let{identity:n,directories:r,rosters:a}=e.opened,o=a[a.length-1],i=Wh(e,o,t);if(i===null)return null;Vh(e,i);let c=await Gh(e,o,i),l=Jh(e,o,i.turns),u={number:o.number+1,previous:o.hash,epoch:l.epoch,participants:c,asker:null,case:await Ye(at(l.caseKeys,l.epoch),"case"),notes:await Ye(at(l.notesKeys,l.epoch),"notes"),directory:{version:r.current.version,hash:r.current.hash}},p={portal:e.portal,case:e.id},m=at(l.caseKeys,l.epoch),w=await ya(m,n.sign.privateKey,p,e.me.id,u),v=c.map(B=>Yh(e,B,o,l));return{...w,number:u.number,epoch:l.epoch,notes:!0,participants:c.map(ba),keys:await va(p,v,await Zh(e))}}function Wh(e,t,{add:n=[],remove:r=[],firstNotes:a=!1,turn:o=!1}){let i=[h(H),h(Qe)],c=[...r.map(h),...e.departed].filter(m=>!i.includes(m)),l=t.participants.filter(({id:m})=>c.includes(h(m))),u=n.filter(m=>!he(t,m)&&!c.includes(h(m))),p=a&&!t.notes;return l.length===0&&u.length===0&&!o&&!p?null:{coming:u,leaving:l,turns:l.length>0||o}}function Vh(e,{coming:t,leaving:n}){let r=e.opened.directories.current;if(!($t.includes(e.me.role)&&pe(r,e.me.id,$t)))throw new R("role");if(t.map(i=>J(r,i)?.person).some(i=>i&&e.excluded.includes(h(i))))throw new R("excluded");if(n.some(({id:i})=>y(i,e.me.id)))throw new R("roster");if(t.length>0&&e.unreadableNotes.length>0)throw new R("notes")}async function Gh(e,t,{coming:n,leaving:r}){let a=e.opened.directories.current,o=t.participants.filter(c=>!r.includes(c)),i=gt("roster",()=>Promise.all(n.map(c=>gc(a,c))));return wc([...o.map(c=>yc(c,a)),...await i])}function Jh(e,t,n){let r=t.epoch+(n?1:0),[a,o]=[new Map(e.opened.caseKeys),new Map(e.opened.notesKeys)];if(n&&a.set(r,I(32)),(n||!t.notes)&&o.set(r,I(32)),!o.has(r))throw new R("notes");return{epoch:r,caseKeys:a,notesKeys:o}}function Yh({opened:e},t,n,{caseKeys:r,notesKeys:a}){let o=he(n,t.id)===null,i=bc("case",r,o?null:e.caseKeys);return y(t.id,H)||i.push(...bc("notes",a,o?null:e.notesKeys)),{entry:t,keys:i}}var bc=(e,t,n)=>[...t].filter(([r])=>!n?.has(r)).map(([r,a])=>({epoch:r,purpose:e,key:a}));async function Zh({opened:{rosters:e,directories:t}}){let n=e[0].asker;return ka(n,await t.at(e[0].directory),t.current)}var ja=6,Xh=4;async function vc(e,t,{unseen:n=!1}={}){let r=await e.get(`/cases/${h(t)}${n?"?unseen=true":""}`),a=[...r.messages,...r.notes??[]];return{fetched:Qh(t,r),index:r,days:new Map(a.map(o=>[o.id,o.day]))}}var Qh=(e,t)=>({id:e,rosters:t.rosters.map(n=>g(n)),keys:t.keys.map(ef),messages:t.messages.map(kc),notes:(t.notes??[]).map(kc)}),ef=({epoch:e,purpose:t,sealed:n})=>({epoch:e,purpose:t,sealed:g(n)}),kc=({envelope:e})=>g(e),Sa=new Map;function tf(e,t){let n=Sa.get(t);return!n||e&&e.roster.number>=n.number?e:{roster:n,read:e?.read??[]}}function Aa({api:e,identity:t,me:n,portal:r,id:a,directories:o,lastSeen:i,unseen:c=!1}){let l=`${h(n.id)} ${h(a)}`,u=async p=>{let{fetched:m,index:w,days:v}=await vc(e,a,{unseen:c}),B=await o(p),F=tf(i(),l),st=await jc({identity:t,me:n,portal:r,fetched:m,directories:B,lastSeen:F});return st.roster.number>=(Sa.get(l)?.number??0)&&Sa.set(l,st.seen.roster),{...st,index:w,days:v}};return async(p=!1)=>{try{return await u(p)}catch(m){if(m instanceof R&&m.reason==="directory"&&!p)return u(!0);throw m}}}async function $c(e,t,n=64){let r=[];for(let a=0;a<e.length;a+=n)r.push(...await Promise.all(e.slice(a,a+n).map((o,i)=>t(o,a+i))));return r}var Da=async(e,t,n,r)=>Sc(t,n,r,await e.get(`/cases/${t.key}/pages/${h(r.id)}`));async function Ma(e,t,n,{register:r=async()=>null}={}){for(let a=ja;;a-=1){let o=n.sealed?null:await rf(e,t,n);o&&(n.sealed=await nf(o,n,r));let i=n.sealed;try{return await Ec(e,i.case,i.pages),{message:i,answer:await e.put(`/cases/${h(i.case)}/messages/${h(i.id)}`,af(i))}}catch(c){if(!xc(c)||a<=1)throw c;n.sealed=null}}}async function nf(e,t,n){let r=await xa(e,t);return{...r,register:await n(e,r)}}async function rf(e,t,n){let r=await t();return Be[n.kind].thread==="notes"&&!r.roster.notes?At(e,t,{firstNotes:!0}):r}var af=({envelope:e,pages:t,register:n})=>({envelope:h(e),pages:t.map(({id:r})=>h(r)),register:n?{key:h(n.key),sealed:h(n.sealed)}:null}),xc=e=>e instanceof K&&e.status===409&&e.problem==="conflict";async function Ec(e,t,n,r=()=>{}){let a=0;await $c(n,async i=>{await e.put(`/cases/${h(t)}/pages/${h(i.id)}`,i.envelope),r(a+=1)},Xh)}async function At(e,t,n){for(let r=ja;;r-=1){let a=await t(r<ja),o=await Ea(a,n);if(!o)return a;try{return await e.post(`/cases/${a.key}/rosters`,sf(o)),await t()}catch(i){if(!(xc(i)||of(i))||r<=1)throw i}}}var of=e=>e instanceof K&&e.problem==="network",sf=({number:e,envelope:t,epoch:n,notes:r,participants:a,keys:o})=>({number:e,envelope:h(t),epoch:n,notes:r,participants:a.map(({id:i,role:c})=>({id:h(i),role:c})),keys:o.map(cf)}),cf=({recipient:e,epoch:t,purpose:n,sealed:r})=>({recipient:h(e),epoch:t,purpose:n,sealed:h(r)});async function jc({identity:e,me:t,portal:n,fetched:r,directories:a,lastSeen:o}){let i={portal:n,case:r.id},c=await pf(e,t.id,i,r),l=await hf(r.rosters,c,i,a);ff(l,o),await mf(l,t.id,e);let{notesKeys:u,unreadableNotes:p}=await gf(e,t.id,i,r,l),m={identity:e,directories:a,rosters:l,caseKeys:c,notesKeys:u},w=await Ac("case",r.messages,i,m),v=await lf(w.messages,l,a),B=y(t.id,H)?[]:r.notes,F=await Ac("notes",B,i,m),st=[...w.missing,...F.missing];return{id:r.id,key:h(r.id),portal:n,excluded:v,unreadableNotes:p,opened:m,...df(t.id,m,w.messages),messages:w.messages,notes:F.messages,refused:[...w.refused,...F.refused],missing:[...st,...xf([...r.messages,...B],o,st)],seen:uf(l[l.length-1],[...w.messages,...F.messages],o)}}async function lf(e,t,n){let r=e.find(({kind:o})=>o==="question");if(!r)throw new R("question");let a=r.fields.excluded;return await gt("excluded",()=>mc(t,a,n)),a}function df(e,{rosters:t,directories:n},r){let a=t[t.length-1],{number:o,hash:i,epoch:c,notes:l,participants:u}=a,p=he(a,e);return{me:{id:e,role:p.role},roster:{number:o,hash:i,epoch:c,notes:l!==null},participants:u.map(m=>Mc(m,n.current)),departed:$f(a,r,n.current)}}var uf=({hash:e,number:t},n,r)=>({roster:{hash:h(e),number:t},read:[...new Set([...r?.read??[],...n.map(({key:a})=>a)])]});async function pf(e,t,n,r){let a=async o=>{let i=Dc(r,o,"case");if(!i)throw new R("keys");return fa(e.kem,{...n,epoch:o,recipient:t,purpose:"case"},i)};return gt("keys",async()=>{let o=[...new Set(r.rosters.map(c=>ve(c).header.epoch))],i=await Promise.all(o.map(a));return new Map(o.map((c,l)=>[c,i[l]]))})}var Dc=({keys:e},t,n)=>e.filter(r=>r.epoch===t&&r.purpose===n).at(-1)?.sealed??null;async function hf(e,t,n,r){let a=await gt("roster",()=>Promise.all(e.map(i=>hc(at(t,ve(i).header.epoch),n,i)))),o=[];for(let i of a)o.push(await gt("roster",()=>fc(i,o,r)));if(o.length===0)throw new R("roster");return o}function ff(e,t){if(!t)return;let{number:n,hash:r}=t.roster;if(!e[n]||h(e[n].hash)!==r)throw new R("rollback")}async function mf(e,t,n){let r=he(e[e.length-1],t),a=await qe({kem:n.kem.publicKey,sign:n.sign?.publicKey??new Uint8Array(32)});if(!r||!y(r.kem,a.kem))throw new R("me");if(y(t,H)&&!y(r.sign,a.sign))throw new R("me")}async function gf(e,t,n,r,a){let o=new Map,i=[];if(y(t,H))return{notesKeys:o,unreadableNotes:i};let c=new Map(a.map(({epoch:l,notes:u})=>[l,u]));for(let[l,u]of c){if(!u)continue;let p=Dc(r,l,"notes"),m={...n,epoch:l,recipient:t,purpose:"notes"},w=p&&await Yi(e.kem,m,u,p).catch(Pt);w?o.set(l,w):i.push(l)}return{notesKeys:o,unreadableNotes:i}}async function Ac(e,t,n,r){let a=await Promise.all(t.map(p=>yf(e,p,n,r))),o=[...new Map(a.map(p=>[p.hash,p])).values()],{candidates:i,refused:c}=wf(e,o),l=nc(i,o.map(({hash:p})=>p)),u=l.refused.map(({message:p,reason:m})=>({key:p.key,kind:p.kind,thread:e,reason:m}));return{messages:l.messages.map(p=>vf(p,r)),refused:[...c,...u],missing:l.missing.map(({id:p})=>({key:h(p),thread:e}))}}function wf(e,t){let n=new Set,r=[],a=[];for(let{key:o,kind:i,message:c,reason:l}of t)n.has(o)?a.push({key:o,kind:i,thread:e,reason:"repeat"}):c?r.push(c):a.push({key:o,kind:i,thread:e,reason:l}),o!==""&&n.add(o);return{candidates:r,refused:a}}async function yf(e,t,n,r){let a=await sn(t),o={key:"",kind:null,hash:h(a),message:null,reason:"envelope"};try{let i=ve(t),{header:c}=i;if(Object.assign(o,{key:h(c.id),kind:c.kind}),!y(c.portal,n.portal)||!y(c.case,n.case))throw new b("place");let l=(e==="case"?r.caseKeys:r.notesKeys).get(c.epoch);if(!l)throw new b("key");let u=await ec(l,e,i,a,(p,m,w)=>kf(r,p,m,w));return{...o,message:u}}catch(i){return{...o,reason:bf(i)}}}function bf(e){if(!(e instanceof O))throw e;return{BadSignature:"signature",Malformed:"form",Unsealable:"envelope"}[e.name]??e.reason}async function kf({rosters:e,directories:t},n,r,a){let o=e[n.number];if(!o)throw new b("roster-withheld");if(!y(o.hash,n.hash)||o.epoch!==r)throw new b("roster");let i=he(o,a);if(!i)throw new b("writer");if(y(a,H))return{role:i.role,sign:e[0].asker.sign};let c=J(await t.at(o.directory),a);if(!c||!y((await qe(c)).sign,i.sign))throw new b("writer");return{role:i.role,sign:c.sign}}function vf(e,{rosters:t,directories:n}){let r=he(t[e.roster.number],e.writer);if(!r)throw new R("roster");return{...e,author:Mc(r,n.current)}}function Mc({id:e,role:t},n){let r=J(n,e),a=r?pe(n,e,_t)!==null:!0;return{id:e,key:h(e),role:t,name:r?.name??"",function:r?.function??"",person:r?.person??null,active:a}}function $f(e,t,n){let r=t.filter(({kind:o,epoch:i})=>o==="recuse"&&i===e.epoch).map(({writer:o})=>h(o));return e.participants.filter(({role:o})=>o!=="asker"&&o!=="archive").filter(({id:o})=>r.includes(h(o))||!pe(n,o,_t)).map(({id:o})=>h(o))}function xf(e,t,n){let r=new Set(e.map(Ef));return(t?.read??[]).filter(o=>!r.has(o)&&!n.some(i=>i.key===o)).map(o=>({key:o,thread:null}))}function Ef(e){try{return h(ve(e).header.id)}catch(t){return Pt(t)}}async function Sc(e,t,n,r){if(!y(await sn(r),n.hash))throw new b("page");let{writer:a,epoch:o}=t,i={portal:e.portal,case:e.id,epoch:o,id:n.id,writer:a,kind:"page"},c=cc(await We(at(e.opened.caseKeys,o),i,r));return dc(c),c}async function Oc(e,t){let{index:n,...r}=await Ut(e,t)(),a=new Map([...n.messages,...n.notes??[]].map(({id:o,day:i})=>[o,i]));return{key:t,view:r,summary:n,days:a}}async function zc(e,{key:t,view:n}){let r=[...Kc(n.messages),...Kc(n.notes)].sort(),a={number:n.roster.number,hash:h(n.roster.hash)};await ht(e,o=>({...o,cases:{...o.cases,[t]:{roster:a,read:r}}}))}var jf=4,Kc=e=>e.slice(-jf).map(({key:t})=>t);function Tc(e,{key:t,view:n}){let r=new Set(e.state.content.cases[t]?.read??[]),a=[...Nc(n.messages,r),...Nc(n.notes,r)];return new Set(a.filter(({writer:o})=>h(o)!==e.key).map(o=>o.key))}function Nc(e,t){let n=-1;return e.forEach((r,a)=>{t.has(r.key)&&(n=a)}),e.slice(n+1)}function Ut(e,t,{unseen:n=!1}={}){return Aa({api:e.api,identity:e.identity,me:{id:e.member},portal:e.portal.id,id:g(t,16),directories:async r=>(r&&await fn(e),e.directories),lastSeen:()=>e.state.content.cases[t]??null,unseen:n})}async function Sf(e,t){t.view.roster.notes||e.role==="coach"||await At(e.api,Ut(e,t.key),{firstNotes:!0})}async function Dt(e,t,n){await Sf(e,t),await Ma(e.api,Ut(e,t.key),n,{register:r=>Nf(e,t,r,n)})}var Mt=e=>$a(e);function Pc(e,t,...n){let r=new Set(t.excluded),a=new Set(t.participants.map(o=>o.key));return ye(e).filter(o=>o.active&&n.includes(o.role)).map(o=>({member:o,key:h(o.id),reason:r.has(h(o.person))?"excluded":a.has(h(o.id))?"there":null}))}async function Cc(e,t,n){let r=n.map(a=>g(a,16));await At(e.api,Ut(e,t.key),{add:r})}async function Rc(e,t,n){await At(e.api,Ut(e,t.key),{remove:[g(n,16)]})}function Ka(e,t){return t.participants.filter(({id:n,role:r})=>!["asker","archive"].includes(r)&&n!==e.key).filter(({id:n,active:r})=>!r||Ke(e,n)?.active===!1).map(({id:n})=>n)}function Na(e,t){let n=new Set(t.participants.map(({id:r})=>r));return ye(e).filter(r=>r.active&&(r.role==="facilitator"||r.role==="helper")).map(r=>h(r.id)).filter(r=>!n.has(r))}async function Bc(e,t){let n=Ka(e,t),r=Ut(e,t.case,{unseen:!0}),a=new Set((await r()).excluded),o=Na(e,t).filter(i=>{let c=Ke(e,i);return c!==null&&!a.has(h(c.person))});return n.length===0&&o.length===0?!1:(await At(e.api,r,{add:o.map(i=>g(i,16)),remove:n.map(i=>g(i,16))}),!0)}var Af={feedback:"answering",final:"answered",pass:"passed",close:"closed",withdraw:"withdrawn"};function Kt(e){let t=e.messages.find(({kind:r})=>r==="question"),n=e.notes.filter(({kind:r})=>r==="triage").at(-1);return{category:n?.fields.category??null,pen:n?.fields.pen??null,urgent:n?.fields.urgent??t?.fields.urgent??!1}}function Df(e,{key:t,summary:n},r,a){let o=r.messages.find(({kind:m})=>m==="question"),i=[...r.messages,{kind:a.kind,fields:a.fields}],c=a.kind==="triage"?a.fields:Kt(r),l=e.today,u=m=>a.kind===m,p=u("feedback")||u("reply")||u("final")||u("pass");return{v:1,case:t,number:r.messages.length+r.notes.length,kind:o?.fields.kind??"unknown",urgent:c.urgent,category:c.category,state:Af[a.kind]??Mf(n,a),outcome:i.filter(({kind:m})=>m==="close").at(-1)?.fields.outcome??null,authorities:Kf(i),received:n.received,feedback:n.feedback_on??(p?l:null),final:n.answered_on??(u("final")||u("pass")?l:null),closed:u("close")||u("pass")?l:n.closed_on,directory:e.directories.current.version}}function Mf(e,t){return t.kind==="reply"&&["new","open"].includes(e.state)?"answering":e.state==="new"?"open":e.state}function Kf(e){let t=e.flatMap(({kind:n,fields:r})=>n==="final"?r.referred:n==="pass"?[r.authority]:[]);return[...new Set(t)].sort()}async function Nf(e,t,n,r){let{id:a,kem:o}=e.directories.current.register,i={portal:e.portal.id,key:a,case:n.id,writer:e.member},c=Df(e,t,n,r);return{key:a,sealed:await aa(o,i,c,e.identity.sign.privateKey)}}var Nt=[7,15,30,60],za=new Set(["passed","closed","withdrawn"]);function Of(e){let t=1/0,n=-1/0;for(let r of e){let a=Number(r.received.slice(0,4));a<t&&(t=a),a>n&&(n=a)}return e.length===0?[]:Array.from({length:n-t+1},(r,a)=>t+a)}function zf(e,t,n){let r=e.filter(i=>Number(i.received.slice(0,4))===t),a=new Map(n.categories.map(({key:i,group:c})=>[i,c])),o=r.reduce((i,c)=>(i[Number(c.received.slice(5,7))-1]+=1,i),new Array(12).fill(0));return{year:t,total:r.length,urgent:r.filter(i=>i.urgent).length,months:o,quarters:[0,3,6,9].map(i=>o.slice(i,i+3).reduce((c,l)=>c+l,0)),groups:bn(r,i=>i.category===null?"":a.get(i.category)??"?"),categories:bn(r,i=>i.category??""),kinds:bn(r,i=>i.kind),states:bn(r,i=>i.state),outcomes:bn(r,Tf),authorities:Fc(r,i=>i.authorities),feedback:Ic(r,i=>i.feedback,n),throughput:Ic(r,i=>i.final,n),feedbackKept:Lc(r,i=>i.feedback,n.promises.feedback,n),finalKept:Lc(r,i=>i.final,n.promises.final,n)}}function Tf(e){return e.outcome!==null?e.outcome:za.has(e.state)?`state:${e.state}`:""}function Pf(e,t){let n=new Array(Nt.length+1).fill(0);for(let r of e){if(za.has(r.state)||r.final!==null)continue;let a=t.days.between(r.received,t.today),o=Nt.findIndex(i=>a<=i);n[o===-1?Nt.length:o]+=1}return n}function _c(e,t,n){let r=i=>e.find(c=>c.year===i)?.categories??new Map,[a,o]=[r(t),r(t-1)];return n.map(i=>({category:i,count:a.get(i.key)??0,before:o.get(i.key)??0,class:sr(i.R)}))}function sr(e){return e==null?null:e>400?"A":e>200?"B":e>70?"C":e>20?"D":"E"}function Uc(e,t,n){let r={...n,days:Wn(t)};return{frame:r,years:Of(e).map(a=>zf(e,a,r)),age:Pf(e,r)}}function bn(e,t){return Fc(e,n=>[t(n)])}function Fc(e,t){let n=new Map;for(let r of e)for(let a of t(r))n.set(a,(n.get(a)??0)+1);return n}function Ic(e,t,n){let r=[];for(let a of e){let o=t(a);o!==null&&r.push(n.days.between(a.received,o))}return Cf(r)}function Cf(e){let t=Float64Array.from(e).sort();return t.length===0?{count:0,mean:null,median:null,low:null,high:null,longest:null}:{count:t.length,mean:t.reduce((n,r)=>n+r,0)/t.length,median:Oa(t,.5),low:Oa(t,.25),high:Oa(t,.75),longest:t[t.length-1]}}function Oa(e,t){let n=(e.length-1)*t,r=e[Math.floor(n)],a=e[Math.ceil(n)];return r+(a-r)*(n-Math.floor(n))}function Lc(e,t,n,r){let a={kept:0,late:0,running:0};for(let o of e){let i=t(o);if(i!==null)a[r.days.between(o.received,i)<=n?"kept":"late"]+=1;else{if(za.has(o.state))continue;r.days.between(o.received,r.today)>n?a.late+=1:a.running+=1}}return a}var Hc="aggregates",Rf=100,Bf=(e,t)=>E(A("adviespunt/v1/aggregates"),G(e,t));async function ir(e,t){let{org:n}=e.portal,r=t.reduce((u,{received:p})=>Math.min(u,Number(p.slice(0,4))),Number(e.today.slice(0,4))),a=Number(e.today.slice(0,4))+1,{closed:o}=await e.api.get(`/calendar?from=${r}&to=${a}`),i={today:e.today,categories:n.categories,promises:n.promises},{years:c,age:l}=Uc(t,{from:r,to:a,closed:o},i);return{day:e.today,years:c,age:l,author:e.name}}async function cr(e,t){let n=await te(e.identity.sign.privateKey,Hc,Ie(e.portal.id),Lf(e,t)),r=dn(n,ln(n.length,Hc)),a=pe(e.directories.current,e.member,["facilitator"]),o=[...pt(e.directories.current,"coordinator"),...a?[a]:[]],i=await Promise.all(o.map(async({id:c,kem:l})=>({member:h(c),sealed:h(await ct(l,Bf(e.portal.id,c),r))})));await e.api.put("/aggregates",{recipients:i})}async function Wc(e){return(await If(e))?.day??null}function If(e){return e.api.get("/aggregates")}function Lf(e,{day:t,years:n,age:r}){return{v:1,author:e.key,day:t,age:r,years:n.map(_f)}}function _f(e){return{...e,...Object.fromEntries(Uf.map(t=>[t,[...e[t]].sort().map(([n,r])=>({key:n,count:r}))])),feedback:qc(e.feedback),throughput:qc(e.throughput)}}var Uf=["groups","categories","kinds","states","outcomes","authorities"];function qc({count:e,...t}){return{count:e,...Object.fromEntries(Object.entries(t).map(([n,r])=>[n,r===null?null:Math.round(r*Rf)]))}}function dr(e){let t=Ta(e);if(t<3)return{total:null,cells:e.map(ur),together:null};if(e.filter(lr).length===0)return{total:t,cells:e.map(o=>({...o})),together:null};let r=Math.min(...e.filter(o=>!lr(o)).map(o=>o.count)),a=new Set(e.filter(o=>o.count<=r||lr(o)).map(o=>o.key));return{total:t,cells:e.map(o=>a.has(o.key)?ur(o):{...o}),together:Ta(e.filter(o=>a.has(o.key)))}}function Vc(e){let t=dr(e.map(({key:r,parts:a})=>({key:r,count:Ta(a)}))),n=new Map(e.map(({key:r,parts:a})=>{let o=t.cells.find(i=>i.key===r)?.count!==null;return[r,o?dr(a):{total:null,cells:a.map(ur),together:null}]}));return{groups:t,parts:n}}function Gc(e){return e.map(t=>lr(t)?ur(t):{...t})}function lr(e){return e.count<3}function ur({key:e}){return{key:e,count:null}}function Ta(e){return e.reduce((t,n)=>t+n.count,0)}var Yc="report",Ff=10,Ft="none";function hr(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"").slice(0,60)||Ft}var Hf=e=>e===""?"open":e.replace(":",".");function Ca(e,t){let n=Vc(qf(e,t)),r=dr(Wf(e,t)),a=n.groups.total!==null,o=Gc(e.authorities.map(({key:i})=>({key:i,count:t.authorities.get(i)??0})));return{total:n.groups.total,groups:pr(n.groups.cells),groups_together:n.groups.together,categories:pr([...n.parts].filter(([i])=>i!==Ft).flatMap(([,{cells:i}])=>i)),feedback:Jc(t.feedback,t.feedbackKept,a),final:Jc(t.throughput,t.finalKept,a),outcomes:pr(r.cells),outcomes_together:r.together,authorities:pr(o),promises:{feedback:e.promises.feedback,final:e.promises.final}}}function qf(e,t){let n=new Map;for(let{key:o,group:i}of e.categories){let c=n.get(hr(i))??[];c.push({key:o,count:t.categories.get(o)??0}),n.set(hr(i),c)}let r=new Set(e.categories.map(o=>o.key)),a=[...t.categories].filter(([o])=>!r.has(o)).reduce((o,[,i])=>o+i,0);return n.set(Ft,[{key:Ft,count:a}]),[...n].map(([o,i])=>({key:o,parts:i}))}function Wf(e,t){let n=["","state:withdrawn","state:passed","state:closed",...e.outcomes.map(r=>r.key)];return[...new Set([...n,...t.outcomes.keys()])].map(r=>({key:Hf(r),count:t.outcomes.get(r)??0}))}var pr=e=>Object.fromEntries(e.map(({key:t,count:n})=>[t,n]));function Jc({count:e,mean:t},{kept:n},r){let a=i=>i>=3,o=e-n;return{mean:r&&a(e)?Math.round(t??0):null,share:e>=Ff&&a(n)&&(a(o)||o===0)?Vf(n,o):null}}function Vf(e,t){return t===0?100:Math.min(95,Math.max(5,Math.round(20*e/(e+t))*5))}async function Zc(e,t,n){let r={v:1,year:t,author:e.key,day:e.today,numbers:n},a=await te(e.identity.sign.privateKey,Yc,e.portal.id,r);await e.api.put(`/reports/${t}`,{signed:h(a)})}var Ra=e=>e.api.get("/reports");async function Xc(e,t){let{reports:n}=await Ra(e);if(!n.some(p=>p.year===t))return null;let r=await e.api.get(`/reports/${t}`),a=de(g(r.signed),()=>{}),{author:o,numbers:i,day:c}=a.body,l=J(e.directories.current,g(o,16));if(l?.role!=="facilitator"||a.body.year!==t)throw new K(403,"forbidden");await ue(l.sign,Yc,e.portal.id,a);let u=await Gf(g(r.signed));return{year:t,day:c,author:o,presented:r.presented,numbers:i,authorName:l.name,statement:r.signed,mark:u}}async function Gf(e){return([...(await He(e)).slice(0,8)].map(r=>r.toString(16).padStart(2,"0")).join("").match(/.{4}/g)??[]).join(" ")}var Qc=(e,t,n)=>e.api.put(`/reports/${t}/presentation`,{day:n});var Ot=360,Jf=30,Ba=13;function wt(e,t,n,r){return d`<figure class="chart stack tight">
    <figcaption><h2>${e}</h2></figcaption>
    ${t}
    <details>
      <summary>${r.table}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${e}>${Ia(n)}</div>
    </details>
  </figure>`}function Ia({title:e,head:t,rows:n,caption:r}){let a=t.map((l,u)=>u>0&&n.every(p=>Yf(p[u]))),o=l=>a[l]?"num":"",i=(l,u)=>l===""?d`<td></td>`:d`<th scope="col" class=${o(u)}>${l}</th>`,c=(l,u)=>u===0?d`<th scope="row">${l}</th>`:d`<td class=${o(u)}>${l}</td>`;return d`<table class="numbers">
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
  </table>`}var Yf=e=>typeof e=="number"||/^[\d.,–]/.test(e??"");function La(e,t){let n=Math.max(1,...t.map(i=>Math.max(i.value,i.before??0))),r=(Ot-70)/n,a=t.reduce((i,c)=>i+el(c),4),o=0;return fr(e,a,t.map(i=>{let c=o;return o+=el(i),Zf(i,c,r)}))}function el(e){return Jf+(e.before===void 0||e.before===null?6:12)}function Zf(e,t,n){let r=e.value*n,a=e.before!==void 0&&e.before!==null;return x`<g>
    <text class="label" x="0" y=${t+Ba}>${e.label}</text>
    <rect class="bar" x="0" y=${t+18} width=${Math.max(r,e.value?1.5:0)} height="11" rx="2"></rect>
    <text class="value" x=${r+6} y=${t+28}>${e.note??e.value}</text>
    ${a?x`<rect class="before" x="0.5" y=${t+31} width=${Math.max(Number(e.before)*n,.5)} height="5"></rect>`:f}
  </g>`}function _a(e,t){let i=110/Math.max(1,...t.map(l=>Math.max(l.value,l.before??0))),c=Ot/t.length;return fr(e,150,[x`<line class="axis" x1="0" y1=${126+.5} x2=${Ot} y2=${126+.5}></line>`,...t.map((l,u)=>Xf(l,u*c,c,126,i))])}function Xf(e,t,n,r,a){let o=n*.5,i=e.before??null,c=t+n*(i===null?.25:.12);return x`<g>
    ${i===null?f:x`<rect class="before" x=${c+o+1} y=${r-i*a} width=${n*.22} height=${i*a}></rect>`}
    <rect class="bar" x=${c} y=${r-e.value*a} width=${o} height=${e.value*a} rx="1"></rect>
    <text class="value middle" x=${c+o/2} y=${r-e.value*a-4}>${e.value}</text>
    <text class="label middle" x=${t+n/2} y=${r+16}>${e.label}</text>
  </g>`}function tl(e,t,n){let r=Math.max(n.days*1.15,...t.map(({spread:c})=>c.high??0),...t.map(({spread:c})=>c.mean??0)),a=(Ot-60)/r,o=c=>46+c*a,i=28+t.length*32;return fr(e,i,[x`<line class="promise" x1=${o(n.days)} y1="18" x2=${o(n.days)} y2=${i}></line>
      <text class="label middle" x=${o(n.days)} y="12">${n.label}</text>`,...t.map(({label:c,spread:l},u)=>Qf(c,l,32+u*32,o))])}function Qf(e,t,n,r){let{low:a,high:o,median:i,mean:c}=t;if(a===null||o===null||i===null||c===null)return x`<text class="label" x="0" y=${n+10}>${e}</text><text class="label" x="46" y=${n+10}>–</text>`;let l=r(c);return x`<g>
    <text class="label" x="0" y=${n+10}>${e}</text>
    <rect class="range" x=${r(a)} y=${n} width=${Math.max(r(o)-r(a),2)} height="13" rx="3"></rect>
    <line class="median" x1=${r(i)} y1=${n-3} x2=${r(i)} y2=${n+16}></line>
    <path class="mean" d=${`M${l} ${n+1} l5 5.5 l-5 5.5 l-5 -5.5 z`}></path>
  </g>`}function nl(e,t){let n=t.length*40+4;return fr(e,n,t.map(({label:r,parts:a,note:o},i)=>{let c=i*40,l=a.reduce((p,m)=>p+m,0),u=0;return x`<g>
      <text class="label" x="0" y=${c+Ba}>${r}</text>
      <text class="value end" x=${Ot} y=${c+Ba}>${o}</text>
      ${a.map((p,m)=>{let w=l===0?0:p/l*Ot,v=u;return u+=w,x`<rect class=${`part p${m}`} x=${v+.5} y=${c+19} width=${Math.max(w-1,0)} height="14"></rect>`})}
    </g>`}))}function fr(e,t,n){return d`<svg class="plot" viewBox=${`0 0 ${Ot} ${t}`} role="img" aria-label=${e}>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5"></line>
      </pattern>
    </defs>
    ${n}
  </svg>`}var ot={width:595,height:842},em=new Map(Object.entries({"€":128,"‚":130,"„":132,"…":133,Š:138,Œ:140,Ž:142,"‘":145,"’":146,"“":147}).concat(Object.entries({"”":148,"•":149,"–":150,"—":151,"−":150,š:154,œ:156,ž:158,Ÿ:159}))),tm=[278,278,355,556,556,889,667,191,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,278,278,584,584,584,556,1015,667,667,722,722,667,611,778,722,278,500,667,556,833,722,778,667,778,722,667,611,722,667,944,667,667,611,278,278,278,469,556,333,556,556,500,556,556,278,556,556,222,222,500,222,833,556,556,556,556,333,500,278,556,500,722,500,500,500,334,260,334,584],nm=556,rm=1.08;function Fa(e,t,n=!1){return[...e.normalize("NFD").replace(/\p{M}/gu,"")].reduce((o,i)=>o+(tm[i.charCodeAt(0)-32]??nm),0)*t*(n?rm:1)/1e3}function mr(e,t,n){let r=[""];for(let a of e.split(/\s+/).filter(Boolean)){let o=`${r.at(-1)} ${a}`.trim();Fa(o,t)<=n||r.at(-1)===""?r[r.length-1]=o:r.push(a)}return r}function am(e){return`<${[...e.normalize("NFC")].map(n=>{let r=em.get(n)??n.charCodeAt(0);return r<256&&(r>=32||r===9)?r:63}).map(n=>n.toString(16).padStart(2,"0")).join("")}>`}var Ua=e=>String(Math.round(e*100)/100);function om(e){return e.map(({text:n,x:r,y:a,size:o,bold:i})=>`BT /${i?"B":"R"} ${Ua(o)} Tf ${Ua(r)} ${Ua(a)} Td ${am(n)} Tj ET`).join(`
`)}var rl=(e,t="")=>`<< ${t}/Length ${e.length} >>
stream
${e}
endstream`;function al(e,{language:t,kept:n}){let a=e.map((c,l)=>`${6+2*l} 0 R`).join(" "),o=c=>`<< /Type /Font /Subtype /Type1 /BaseFont /${c} /Encoding /WinAnsiEncoding >>`,i=[`<< /Type /Catalog /Pages 2 0 R /Lang (${t}) /AdviespuntReport 5 0 R >>`,`<< /Type /Pages /Kids [${a}] /Count ${e.length} /MediaBox [0 0 ${ot.width} ${ot.height}] >>`,o("Helvetica"),o("Helvetica-Bold"),rl(n),...e.flatMap((c,l)=>[`<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6+2*l+1} 0 R >>`,rl(om(c))])];return sm(i)}function sm(e){let t=[E(A(`%PDF-1.7
%`),Uint8Array.of(226,227,207,211,10))],n=t[0].length,a=e.map((c,l)=>{let u=n,p=A(`${l+1} 0 obj
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
`;return E(...t,A(i))}var sl="adviespunt-report:",Se=52,Ha=92,im=.74;function il(e,t){let n=Se*2+cm(e,t,1),r=Math.max(im,Math.min(1,(ot.height-2*Se)/(n-2*Se))),a=new gr(r);return cl(a,e,t),al(a.pages,{language:`${V}-BE`,kept:`${sl}${e.statement}`})}function cm(e,t,n){let r=new gr(n,1/0);return cl(r,e,t),r.used}var gr=class{constructor(t,n=ot.height-2*Se){this.scale=t,this.room=n,this.pages=[[]],this.used=0}down(t,n=0){this.used+(t+n)*this.scale>this.room&&(this.pages.push([]),this.used=0),this.used+=t*this.scale}put(t,n,r,{bold:a=!1,right:o=!1}={}){let i=r*this.scale,c=o?n-Fa(t,i,a):n;this.pages.at(-1)?.push({text:t,x:c,y:ot.height-Se-this.used,size:i,bold:a})}paragraph(t,n,r){for(let a of mr(t,n*this.scale,ot.width-2*Se))this.down(r),this.put(a,Se,n)}};function cl(e,{title:t,organisation:n,notes:r,signature:a},o){e.down(16),e.put(t,Se,16,{bold:!0}),e.down(16),e.put(n,Se,10),e.down(4);for(let i of r)e.paragraph(i,9,12);for(let i of o)lm(e,i);e.down(12);for(let i of a)e.paragraph(i,8,11)}function lm(e,{title:t,head:n,rows:r}){if(r.length===0)return;e.down(24,26),e.put(t,Se,11,{bold:!0});let a=ot.width-2*Se-Ha*(n.length-1);n.length>2&&ol(e,n,a,!0);for(let o of r)ol(e,o.map(String),a,!1)}function ol(e,[t="",...n],r,a){let o=mr(t,9*e.scale,r-8),i=n.map(l=>mr(l,9*e.scale*(a?1.1:1),Ha-8)),c=Math.max(o.length,...i.map(l=>l.length));for(let l=0;l<c;l+=1)e.down(12,l===0?(c-1)*12:0),e.put(o[l]??"",Se,9,{bold:a}),i.forEach((u,p)=>{let m=ot.width-Se-Ha*(i.length-1-p);e.put(u[l]??"",m,9,{bold:a,right:!0})})}function ll({title:e,organisation:t,statement:n},r){return`\uFEFF${[[e],[t],[],...r.flatMap(o=>[[o.title],o.head,...o.rows,[]]),[s("handtekening"),`${sl}${n}`]].map(o=>o.map(dm).join(";")).join(`\r
`)}\r
`}function dm(e){let t=String(e);return`"${(/^[=+\-@\t\r]/.test(t)?`'${t}`:t).replaceAll('"','""')}"`}function qa(e,t,n){let r=document.createElement("a");r.href=URL.createObjectURL(new Blob([t],{type:n})),r.download=e.replace(/[^\w .-]/g,"-"),r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e3)}function Tt(e){return e===null?"–":new Intl.NumberFormat(`${V}-BE`,{maximumFractionDigits:1}).format(e)}function Wa(e,t){return t===0?"–":new Intl.NumberFormat(`${V}-BE`,{style:"percent",maximumFractionDigits:0}).format(e/t)}function um(e){return new Intl.DateTimeFormat(`${V}-BE`,{month:"narrow",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}function pm(e){return new Intl.DateTimeFormat(`${V}-BE`,{month:"long",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}var wr=class{constructor(t,n){this.org=t,this.draw=n,this.year=null,this.order="R"}chosen({years:t,day:n}){let r=this.year??Number(n.slice(0,4));return t.find(({year:a})=>a===r)??t.at(-1)??null}render(t){let n=this.chosen(t);if(n===null)return d`<div class="card empty stack tight">
        ${k("chart-column")}
        <h2>${s("Er zijn nog geen cijfers")}</h2>
        <p>${s("Zodra de eerste vraag binnen is, staan hier de aantallen en de termijnen.")}</p>
      </div>`;let r=t.years.find(({year:a})=>a===n.year-1)??null;return d`<div class="stack figures">
      ${this.pickYear(t,n)} ${this.headline(n,r)}
      <div class="charts">
        ${this.months(n,r)} ${this.quarters(n,r)}
        ${this.counted(s("Vragen per groep"),n.groups,r?.groups,a=>a===""?s("nog niet ingedeeld"):a)}
        ${this.counted(s("Vragen per soort"),n.kinds,r?.kinds,a=>W(this.org.kinds,a))}
        ${this.times(t,"feedback",s("Tijd tot de eerste feedback"),this.org.promises.feedback)}
        ${this.times(t,"throughput",s("Tijd tot het definitieve antwoord"),this.org.promises.final)}
        ${this.kept(t,"feedbackKept",s("Eerste feedback binnen de termijn"),this.org.promises.feedback)}
        ${this.kept(t,"finalKept",s("Definitief antwoord binnen de termijn"),this.org.promises.final)}
        ${this.counted(s("Uitkomsten"),n.outcomes,r?.outcomes,a=>this.outcome(a))}
        ${this.counted(s("Verwezen of doorgegeven aan"),n.authorities,r?.authorities,a=>W(this.org.authorities,a))}
        ${this.age(t)}
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
      <p class="hint">${s("Toestand op {day}",{day:N(n,{year:!0,weekday:!1})})}</p>
    </div>`}headline(t,n){let r=(o,i,c)=>d`<div class="card figure-card">
        <p class="muted">${o}</p>
        <p class="big-number">${i}</p>
        <p class="hint">${c}</p>
      </div>`,a=({kept:o,late:i})=>o+i;return d`<div class="figure-cards">
      ${r(s("Vragen in {year}",{year:t.year}),String(t.total),n?s("{n} in {year}",{n:n.total,year:n.year}):s("eerste jaar"))}
      ${r(s("Eerste feedback, gemiddeld"),s("{n} werkdagen",{n:Tt(t.feedback.mean)}),s("beloofd binnen {n}",{n:this.org.promises.feedback}))}
      ${r(s("Doorlooptijd, gemiddeld"),s("{n} werkdagen",{n:Tt(t.throughput.mean)}),s("beloofd binnen {n}",{n:this.org.promises.final}))}
      ${r(s("Antwoord binnen de termijn"),Wa(t.finalKept.kept,a(t.finalKept)),Y("{n} nog lopend","{n} nog lopend",t.finalKept.running))}
    </div>`}months(t,n){let r=s("Vragen per maand"),a=t.months.map((o,i)=>({label:um(i),value:o,before:n?.months[i]??null}));return wt(r,d`${_a(s("{title} in {year}",{title:r,year:t.year}),a)}${dl(t,n)}`,this.table(r,t,n,t.months.map((o,i)=>[pm(i),o,n?.months[i]??0])),zt())}quarters(t,n){let r=s("Vragen per kwartaal"),a=i=>s("K{n}",{n:i+1}),o=t.quarters.map((i,c)=>({label:a(c),value:i,before:n?.quarters[c]??null}));return wt(r,d`${_a(s("{title} in {year}",{title:r,year:t.year}),o)}${dl(t,n)}`,this.table(r,t,n,t.quarters.map((i,c)=>[a(c),i,n?.quarters[c]??0])),zt())}counted(t,n,r,a){let o=[...new Set([...n.keys(),...r?.keys()??[]])].sort((l,u)=>(n.get(u)??0)-(n.get(l)??0)||a(l).localeCompare(a(u)));if(o.length===0)return wt(t,d`<p class="muted">${s("Nog niets.")}</p>`,{title:t,head:["",""],rows:[]},zt());let i=o.map(l=>({label:gm(a(l)),value:n.get(l)??0,before:r?r.get(l)??0:null})),c=o.map(l=>[a(l),n.get(l)??0,...r?[r.get(l)??0]:[]]);return wt(t,La(t,i),{title:t,head:["",s("dit jaar"),...r?[s("vorig jaar")]:[]],rows:c},zt())}times({years:t},n,r,a){let o=t.map(l=>({label:String(l.year),spread:l[n]})),i=[s("jaar"),s("aantal"),s("gemiddeld"),s("mediaan"),s("een kwart binnen"),s("drie kwart binnen"),s("langste")],c=o.map(({label:l,spread:u})=>[l,u.count,...[u.mean,u.median,u.low,u.high,u.longest].map(Tt)]);return wt(r,d`${tl(r,o,{days:a,label:s("beloofd: {n}",{n:a})})}
        <p class="hint">${s("In werkdagen. Balk: de middelste helft. Streep: de mediaan. Ruit: het gemiddelde.")}</p>`,{title:r,head:i,rows:c},zt())}kept({years:t},n,r,a){let o=t.map(c=>{let{kept:l,late:u,running:p}=c[n];return{label:String(c.year),parts:[l,u,p],note:s("{share} op tijd",{share:Wa(l,l+u)})}}),i=t.map(c=>[String(c.year),c[n].kept,c[n].late,c[n].running,Wa(c[n].kept,c[n].kept+c[n].late)]);return wt(r,d`${nl(r,o)}
        <p class="hint parts">
          <span><span class="swatch p0"></span>${s("binnen {n} werkdagen",{n:a})}</span>
          <span><span class="swatch p1"></span>${s("later")}</span>
          <span><span class="swatch p2"></span>${s("loopt nog")}</span>
        </p>`,{title:r,head:[s("jaar"),s("op tijd"),s("later"),s("loopt nog"),s("deel op tijd")],rows:i},zt())}outcome(t){return t===""?s("loopt nog"):t==="state:withdrawn"?s("ingetrokken"):t==="state:passed"?s("doorgegeven"):t==="state:closed"?s("afgesloten zonder uitkomst"):W(this.org.outcomes,t)}age({age:t}){let n=s("Lopend werk naar ouderdom"),r=o=>{let i=Nt[o];return i===void 0?s("meer dan {n} werkdagen",{n:Nt.at(-1)??0}):o===0?s("tot {n} werkdagen",{n:i}):s("{from} tot {to} werkdagen",{from:(Nt[o-1]??0)+1,to:i})},a=t.map((o,i)=>({label:r(i),value:o}));return wt(n,La(n,a),{title:n,head:[s("ouderdom"),s("aantal")],rows:t.map((o,i)=>[r(i),o])},zt())}table(t,n,r,a){return{title:t,head:["",String(n.year),...r?[String(r.year)]:[]],rows:r?a:a.map(o=>o.slice(0,2))}}risks({years:t},n){let r=_c(t,n.year,this.org.categories).sort(mm(this.order)),a=Math.max(1,...r.map(({count:i})=>i)),o=[["R",s("risico")],["count",s("aantal vragen")],["moved",s("verschil met vorig jaar")],["label",s("naam")]];return d`<section class="risks stack tight" aria-labelledby="risk-title">
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
              <th scope="col" class="num">W</th>
              <th scope="col" class="num">B</th>
              <th scope="col" class="num">E</th>
              <th scope="col" class="num">R</th>
              <th scope="col">${s("Klasse")}</th>
              <th scope="col" class="num">${n.year}</th>
              <th scope="col" class="num">${n.year-1}</th>
              <th scope="col">${s("Verschil")}</th>
            </tr>
          </thead>
          <tbody>
            ${r.map(i=>hm(i,a))}
          </tbody>
        </table>
      </div>
    </section>`}};function hm({category:e,count:t,before:n,class:r},a){let o=i=>i===null?"–":Tt(i);return d`<tr>
    <th scope="row">${e.label}<small class="muted"> ${e.group}</small></th>
    <td class="num">${o(e.W)}</td>
    <td class="num">${o(e.B)}</td>
    <td class="num">${o(e.E)}</td>
    <td class="num">${o(e.R)}</td>
    <td>
      ${r===null?"–":q(r,r==="A"||r==="B"?"danger":r==="C"?"warn":"")}
    </td>
    <td class="num">
      ${t}<svg class="inline-bar" viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bar" x="0" y="0" width=${t/a*60} height="8"></rect>
      </svg>
    </td>
    <td class="num">${n}</td>
    <td>${fm(t-n)}</td>
  </tr>`}function fm(e){return e===0?d`<span class="muted">=</span>`:e>0?d`▲ +${e}`:d`▼ −${-e}`}function mm(e){let t={R:n=>-(n.category.R??-1),class:n=>n.class??"Z",count:n=>-n.count,moved:n=>-Math.abs(n.count-n.before),label:n=>n.category.label}[e];return(n,r)=>t(n)<t(r)?-1:t(n)>t(r)?1:n.category.label.localeCompare(r.category.label)}function gm(e){return e.length>52?`${e.slice(0,50)}…`:e}var zt=()=>({table:s("Toon de tabel")});function dl(e,t){return t===null?f:d`<p class="hint parts">
    <span><span class="swatch now"></span>${e.year}</span>
    <span><span class="swatch before"></span>${t.year}</span>
  </p>`}function Ja(e,t=null){return n=>new Ga(n,e,t)}var Ga=class{tab="figures";constructor(t,n,r){this.app=t,this.numbers=n;let a=n.years.map(o=>o.year).filter(o=>o<this.thisYear);this.year=r??a.at(-1)??this.thisYear,this.signed=new Map,this.error=null,this.busy=!1,this.presented=t.me.today,this.load()}get thisYear(){return Number(this.numbers.day.slice(0,4))}draw(){this.app.screen===this&&this.app.update()}async load(){let{year:t}=this;try{this.signed.set(t,await this.app.call(()=>Xc(this.app.me,t))),this.error=null}catch(n){this.error=n instanceof Error&&n.name!=="ApiError"?s("Het verslag dat de server geeft, is niet door een facilitator ondertekend. Verwittig je collega’s."):$(n)}this.draw()}choose(t){this.year=t,this.signed.has(t)||this.load(),this.draw()}async act(t,n){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),C(n),await this.load()}catch(r){this.error=$(r)}this.busy=!1,this.draw()}render(){let t=this.numbers.years.find(a=>a.year===this.year),n=this.signed.get(this.year),r=n?.numbers??(t?Ca(this.app.me.portal.org,t):null);return d`<div class="stack">
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
              <p>${s("Er zijn nog geen cijfers.")}</p>`:n===void 0&&!this.error?Z(s("Even geduld…")):d`${this.standing(n??null,r)}${this.report(r,n??null)}`}
    </div>`}tools(t){return d`<div class="row">
      <button type="button" class="button" @click=${()=>print()}>${k("printer")}${s("Druk af")}</button>
      ${t===null?d`<span class="hint">${s("PDF en CSV zijn er zodra het verslag ondertekend is.")}</span>`:d`<button type="button" class="button" @click=${()=>this.save(t,"pdf")}>
                ${k("file-text")}${s("Verslag als PDF")}</button
              ><button type="button" class="button" @click=${()=>this.save(t,"csv")}>
                ${k("file-text")}${s("Cijfers als CSV")}
              </button>`}
    </div>`}save(t,n){let{org:r}=this.app.me.portal,a=hl(r,this.year,t.numbers),o={year:this.year,title:this.title(),organisation:r.name,notes:[ul()],signature:pl(t),statement:t.statement},i=`${r.short_name} ${this.year}.${n}`;n==="pdf"?qa(i,il(o,a),"application/pdf"):qa(i,ll(o,a),"text/csv")}title(){return s("Adviespunt Integriteit: jaarverslag {year}",{year:this.year})}standing(t,n){return this.year<this.thisYear?t?.presented?d`<div class="no-print">
        ${S("good",d`<p>${s("Voorgesteld op {day}. Het verslag ligt vast.",{day:N(t.presented,{year:!0})})}</p>`)}
      </div>`:d`<div class="no-print">
      ${this.app.me.role==="coordinator"?this.presenting(t):this.signing(t,n)}
    </div>`:d`<div class="no-print">
        ${S("warn",d`<p>${s("Het jaar is nog niet om: dit zijn voorlopige cijfers.")}</p>`)}
      </div>`}signing(t,n){if(t){let r=this.numbers.years.find(i=>i.year===this.year),a=r?Ca(this.app.me.portal.org,r):n,o=JSON.stringify(a)!==JSON.stringify(t.numbers);return S(o?"warn":"good",d`<p>
            ${s("Ondertekend door {name} op {day}. De integriteitscoördinator legt vast wanneer het is voorgesteld.",{name:t.authorName,day:N(t.day,{year:!0})})}
          </p>
          ${o?d`<p>
                    ${s("Sindsdien zijn er cijfers veranderd. Geef je een nieuw verslag, haal dan het vorige terug: wie beide heeft, kan kleine aantallen berekenen.")}
                  </p>
                  <div class="actions">${this.signButton(a,s("Onderteken opnieuw"))}</div>`:f}`)}return S("info",d`<p>
          ${s("Kijk de cijfers na. Met je handtekening leg je het verslag klaar voor de integriteitscoördinator.")}
        </p>
        <div class="actions">${this.signButton(n,s("Onderteken het verslag"))}</div>`)}signButton(t,n){return P({label:n,busy:this.busy,click:()=>this.act(()=>Zc(this.app.me,this.year,t),s("Het verslag is ondertekend."))})}presenting(t){return t===null?S("info",d`<p>${s("Een facilitator moet het verslag van dit jaar nog ondertekenen.")}</p>`):d`<div class="card stack tight">
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
        ${P({label:s("Leg de dag vast"),busy:this.busy,click:()=>this.record()})}
      </div>
    </div>`}async record(){let{presented:t,year:n}=this;if(t===""||Number(t.slice(0,4))<=n||t>this.app.me.today){this.error=s("Kies een dag na het einde van {year} en niet in de toekomst. Er is niets veranderd.",{year:n}),this.draw();return}await U({title:s("Voorgesteld op {day}?",{day:N(t,{year:!0})}),text:d`<p>
        ${s("Daarna ligt het verslag vast en kan een facilitator de dossiers van {year} archiveren. Dit kan je niet meer veranderen.",{year:n})}
      </p>`,yes:s("Leg vast")})&&await this.act(()=>Qc(this.app.me,n,t),s("De dag is vastgelegd."))}report(t,n){let{org:r}=this.app.me.portal;return d`<article class="report stack">
      <header>
        <h1>${this.title()}</h1>
        <p class="muted">${r.name}</p>
      </header>
      <p>${ul()}</p>
      ${hl(r,this.year,t).map(a=>d`<section>
            <h2>${a.title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${a.title}>
              ${Ia({...a,caption:""})}
            </div>
          </section>`)}
      <p class="hint">
        ${n?pl(n).join(" "):s("Ontwerp van {day}, niet ondertekend.",{day:N(this.numbers.day,{year:!0})})}
      </p>
    </article>`}},ul=()=>s("Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).",{n:3});function pl({authorName:e,day:t,mark:n}){return[s("Ondertekend door {name} op {day}.",{name:e,day:N(t,{year:!0})}),s("Merkteken van de handtekening: {mark}. De systeembeheerder kijkt PDF en CSV na met: adviespunt report verify BESTAND.",{mark:n})]}var wm=new Set(["A","B","C"]),yr=e=>e??"–";function hl(e,t,n){let r=new Map(e.categories.map(({group:a})=>[hr(a),a]));return[{title:s("Aantal vragen"),head:["",s("aantal")],rows:[[s("Vragen in {year}",{year:t}),yr(n.total)]]},Va(s("Per groep"),s("groep"),n.groups,n.groups_together,a=>a===Ft?s("zonder categorie"):String(r.get(a)??a)),bm(e,n.categories),km(n),Va(s("Uitkomst"),s("uitkomst"),n.outcomes,n.outcomes_together,a=>ym(e,a)),Va(s("Verwezen of doorgegeven aan"),s("dienst"),n.authorities,null,a=>W(e.authorities,a))]}function Va(e,t,n,r,a){let o=Object.entries(n),i=o.filter(([,l])=>l===null).map(([l])=>a(l)),c=o.filter(([,l])=>l!==null).map(([l,u])=>[a(l),yr(u)]);return i.length>0&&c.push([s("Samen: {names}",{names:i.join(", ")}),yr(r)]),{title:e,head:[t,s("aantal")],rows:c}}function ym(e,t){return{open:s("loopt nog"),"state.withdrawn":s("ingetrokken"),"state.passed":s("doorgegeven"),"state.closed":s("afgesloten zonder uitkomst")}[t]??W(e.outcomes,t)}function bm(e,t){let a=[...e.categories].sort((i,c)=>(c.R??-1)-(i.R??-1)||i.label.localeCompare(c.label)).filter(({key:i,R:c})=>wm.has(sr(c)??"")||typeof t[i]=="number").map(({key:i,label:c,R:l})=>[c,l===null?"–":Tt(l),sr(l)??"–",yr(t[i])]),o=[s("categorie"),"R",s("klasse"),s("aantal")];return{title:s("Per categorie, naast de risicoanalyse"),head:o,rows:a}}function km({feedback:e,final:t,promises:n}){let r=new Intl.NumberFormat(`${V}-BE`,{style:"percent"}),a=(o,{mean:i,share:c})=>[o,i===null?"–":Tt(i),c===null?"–":r.format(c/100)];return{title:s("Termijnen, in werkdagen"),head:["",s("gemiddeld, ongeveer"),s("op tijd, van wat beantwoord is")],rows:[a(s("Eerste feedback (beloofd: {n})",{n:n.feedback}),e),a(s("Definitief antwoord (beloofd: {n})",{n:n.final}),t)]}}async function fl(e,t){let{due:n,late:r}=await Ra(e.me);if(n===null)return f;let a=r?s("Het jaarverslag van {year} is te laat: het moest in het eerste kwartaal worden voorgesteld.",{year:n}):s("Het jaarverslag van {year} kan worden opgemaakt. Het wordt in het eerste kwartaal voorgesteld.",{year:n});return d`<div class="banner">
    ${S(r?"danger":"info",d`<p>${a}</p>
        <p>
          <button type="button" class="button small" @click=${()=>t(n)}>${s("Naar het jaarverslag")}</button>
        </p>`)}
  </div>`}var vm=2,ml=new Set(["passed","closed","withdrawn"]);function Ya(e,t,n){if(ml.has(e.state)||e.answered_on!==null)return null;let r=e.feedback_on===null?"feedback":"final",a=r==="feedback"?e.feedback_by:e.answer_by,o=n.between(t,a),i=a<t;return{what:r,by:a,left:i?Math.min(o,-1):o,tone:i?"danger":o<=vm?"warn":"good"}}async function br(e,t){return Promise.all(t.map(async n=>({key:n.case,name:await Fn(e.words,g(n.case,16)),summary:n,line:null,opened:null,due:Ya(n,e.today,e.days),coaches:n.participants.filter(({role:r,active:a})=>r==="coach"&&a).map(({id:r})=>r)})))}var kr=e=>e.opened?.urgent??e.line?.urgent??!1,vr=e=>e.opened?.category??e.line?.category??null,Za=e=>e.opened?.kind??e.line?.kind??null,Ne=e=>ml.has(e.summary.state);function kn(e,t){if(e.summary.waits_for!=="staff"||Ne(e))return!1;let n=e.opened?.pen??null;return n!==null?n===t.key:e.coaches.length>0?e.coaches.includes(t.key):t.role==="facilitator"||t.role==="helper"}function gl(e,t){if(Ne(e)||e.summary.waits_for===null)return{who:null,names:[]};if(e.summary.waits_for==="asker")return{who:"asker",names:[]};let n=e.opened?.pen??null;return n!==null?{who:"members",names:[t(n)]}:e.coaches.length>0?{who:"members",names:e.coaches.map(t)}:{who:"facilitators",names:[]}}function wl(e,t){let n=new Map(e.map(r=>[r,bl(r,t)]));return[...e].sort((r,a)=>Em(n.get(r),n.get(a)))}var $m=["late","mine","colleagues","colleagues","asker","answered","ended"],yl=(e,t)=>$m[Number(bl(e,t)[0])]??"ended";function bl(e,t){if(Ne(e))return[6,0,xm(e.summary.last),e.name];let n=e.due!==null&&e.due.left<0,r=e.due?.tone==="warn",a=kn(e,t)?1:e.summary.waits_for!=="staff"?e.due?4:5:r?2:3;return[n?0:a,kr(e)?0:1,e.due?.by??"9999-12-31",e.name]}var xm=e=>99999999-Number(e.replaceAll("-",""));function Em(e,t){for(let n=0;n<e.length;n+=1){let[r,a]=[e[n],t[n]];if(!(r===void 0||a===void 0||r===a))return r<a?-1:1}return 0}function kl(e,t,n,r){let a=Xa(t.query).split(" ").filter(Boolean);return e.filter(o=>{if(t.show==="mine"&&!(kn(o,n)||o.due!==null&&o.due.left<0)||t.show==="open"&&Ne(o)||t.show==="waiting"&&(Ne(o)||o.summary.waits_for!=="asker")||t.show==="ended"&&!Ne(o)||t.category!==""&&vr(o)!==t.category||t.member!==""&&!o.coaches.includes(t.member))return!1;if(a.length===0)return!0;let i=r(o);return a.every(c=>i.includes(c))})}function Xa(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}function $l(e,t,n){let r=null,a=null,o=({touches:u})=>{let[p,m]=u;r=u.length===1&&p?{x:p.clientX,y:p.clientY}:null,a=u.length===2&&p&&m?vl(p,m):null},i=u=>{let[p,m]=u.touches;a===null||!p||!m||(u.preventDefault(),t.pinch(vl(p,m)/a,(p.clientX+m.clientX)/2,(p.clientY+m.clientY)/2))},c=({changedTouches:[u]})=>{a!==null?t.release():r!==null&&u&&l(u.clientX-r.x,u.clientY-r.y),a=null,r=null},l=(u,p)=>{Math.abs(u)>60&&Math.abs(u)>2*Math.abs(p)&&t.sweep(u<0?1:-1)};e.addEventListener("touchstart",o,{signal:n,passive:!0}),e.addEventListener("touchmove",i,{signal:n,passive:!1}),e.addEventListener("touchend",c,{signal:n}),e.addEventListener("touchcancel",c,{signal:n})}var vl=(e,t)=>Math.max(1,Math.hypot(e.clientX-t.clientX,e.clientY-t.clientY));var xl=1.25,jm=8,El=80;async function Sl(e,t,{width:n,turn:r=0,watermark:a=null}={}){let o=await createImageBitmap(new Blob([t.image],{type:t.media}));try{let[i,c]=r%2===0?[o.width,o.height]:[o.height,o.width],l=(n??i)/i;e.width=Math.max(1,Math.round(i*l)),e.height=Math.max(1,Math.round(c*l));let u=e.getContext("2d");u.imageSmoothingQuality="high",u.translate(e.width/2,e.height/2),u.rotate(r*Math.PI/2),u.scale(l,l),u.drawImage(o,-o.width/2,-o.height/2),u.resetTransform(),a&&Sm(u,a)}finally{o.close()}}function Sm(e,t){let{width:n,height:r}=e.canvas,a=Math.max(14,Math.round(Math.min(n,r)/24));e.font=`600 ${a}px system-ui, sans-serif`,e.textAlign="center",e.translate(n/2,r/2),e.rotate(-Math.PI/7);let o=Math.hypot(n,r)/2,i=e.measureText(t).width+a*3;for(let c=-o,l=0;c<=o;c+=a*5,l+=1)for(let u=-o-l%2*(i/2);u<=o+i;u+=i)Am(e,t,u,c);e.resetTransform()}function Am(e,t,n,r){e.fillStyle="rgb(0 0 0 / 16%)",e.fillText(t,n,r),e.fillStyle="rgb(255 255 255 / 22%)",e.fillText(t,n+1,r+1)}async function Dm(e,t=0){let n=document.activeElement,r=xe(i=>Mm(i),{kind:"viewer",label:e.title}),a=document.querySelector("dialog.viewer"),o=new Qa(a,e,t);await o.show(),await r,o.stop(),n instanceof HTMLElement&&n.focus()}function Mm(e){return d`<div class="viewer-bar" role="toolbar" aria-label=${s("Bekijken")}>
      ${vn("before","arrow-left",s("Vorige pagina"),"←")}
      ${vn("after","arrow-right",s("Volgende pagina"),"→")}
      <span class="count" data-part="count"></span>
      ${vn("smaller","zoom-out",s("Kleiner"),"−")} ${vn("larger","zoom-in",s("Groter"),"+")}
      ${vn("turn","rotate-cw",s("Draai"),"r")}
      <button type="button" class="button square" title=${`${s("Sluit")} (Esc)`} @click=${()=>e(null)}>
        ${k("x")}<span class="sr">${s("Sluit")}</span>
      </button>
    </div>
    <div class="viewer-stage" data-part="stage" tabindex="0" role="region" aria-label=${s("Pagina")}>
      <canvas role="img"></canvas>
      <p data-part="message"></p>
    </div>`}function vn(e,t,n,r){return d`<button type="button" class="button square" data-tool=${e} title=${`${n} (${r})`}>
    ${k(t)}<span class="sr">${n}</span>
  </button>`}var Km={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},jl=e=>Math.min(jm,Math.max(1,e)),Qa=class{constructor(t,n,r){this.dialog=t,this.album=n,this.index=r,this.zoom=1,this.turn=0,this.pinched=void 0,this.page=null,this.ticket=0,this.canvas=t.querySelector("canvas"),this.stage=t.querySelector("[data-part=stage]"),this.message=t.querySelector("[data-part=message]"),this.listen()}listen(){this.end=new AbortController;let{signal:t}=this.end;this.dialog.addEventListener("click",n=>this.press(n),{signal:t}),this.dialog.addEventListener("keydown",n=>this.key(n),{signal:t}),this.stage.addEventListener("dblclick",n=>this.around(this.zoom>1?1:2,n),{signal:t}),$l(this.stage,{sweep:n=>this.zoom===1&&this.go(n),pinch:(n,r,a)=>this.pinch(n,{clientX:r,clientY:a}),release:()=>this.release()},t),addEventListener("resize",()=>this.draw(),{signal:t})}stop(){this.end?.abort(),this.page=null,this.canvas.width=1,this.canvas.height=1}press(t){let n=t.target.closest("[data-tool]");n instanceof HTMLElement&&this.act(n.dataset.tool??"")}act(t){t==="before"&&this.go(-1),t==="after"&&this.go(1),t==="larger"&&this.size(this.zoom*xl),t==="smaller"&&this.size(this.zoom/xl),t==="turn"&&(this.turn=(this.turn+1)%4,this.draw())}key(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let n={PageUp:"before",PageDown:"after","+":"larger","=":"larger","-":"smaller",r:"turn"};this.zoom===1&&Object.assign(n,{ArrowLeft:"before",ArrowRight:"after"});let r=n[t.key],a=Km[t.key];r===void 0&&a===void 0||(t.preventDefault(),r!==void 0?this.act(r):a&&this.stage.scrollBy(a[0]*El,a[1]*El))}pinch(t,n){this.pinched??=this.zoom,this.around(this.pinched*t,n,{sharp:!1})}release(){this.pinched=void 0,this.size(this.zoom)}around(t,{clientX:n,clientY:r},{sharp:a=!0}={}){if(this.page===null)return;let o=this.canvas.getBoundingClientRect(),[i,c]=[(n-o.left)/o.width,(r-o.top)/o.height];this.zoom=jl(t),this.canvas.style.width=`${Math.round(this.fitting(this.page)*this.zoom)}px`;let l=this.canvas.getBoundingClientRect();this.stage.scrollBy(l.left+i*l.width-n,l.top+c*l.height-r),a&&this.draw()}go(t){let n=this.index+t;n<0||n>=this.album.count||(this.index=n,this.zoom=1,this.turn=0,this.show())}size(t){this.zoom=jl(t),this.draw()}async show(){let t=this.ticket+=1;this.page=null,this.canvas.hidden=!0,this.tell(s("Pagina {n} wordt geopend…",{n:this.index+1}));let n=await this.album.load(this.index).catch(()=>null);t!==this.ticket||!this.dialog.open||(this.page=n,n===null?this.tell(s("Deze pagina kan niet worden getoond. Probeer het later opnieuw.")):await this.draw())}async draw(){if(this.page===null)return;let t=Math.round(this.fitting(this.page)*this.zoom),n=Math.min(devicePixelRatio||1,2);try{await Sl(this.canvas,this.page,{width:t*n,turn:this.turn,watermark:this.album.watermark})}catch{this.tell(s("Deze pagina is geen beeld dat getoond kan worden."));return}this.canvas.style.width=`${t}px`,this.canvas.hidden=!1,this.tell("")}fitting(t){let[n,r]=this.turn%2===0?[t.width,t.height]:[t.height,t.width];return Math.min(this.stage.clientWidth-16,(this.stage.clientHeight-16)*n/r,n*2)}tell(t){let n=s("{n} van {all}",{n:this.index+1,all:this.album.count}),r=this.dialog.querySelector("[data-part=count]");r&&(r.textContent=n),this.canvas.setAttribute("aria-label",`${this.album.title}, ${n}`),this.message.textContent=t,this.disable("before",this.index===0),this.disable("after",this.index===this.album.count-1),this.disable("smaller",this.zoom===1),Di(t||`${this.album.title}, ${n}`)}disable(t,n){let r=this.dialog.querySelector(`[data-tool=${t}]`);r instanceof HTMLButtonElement&&r.setAttribute("aria-disabled",String(n))}};function Al(e){let t=document.createElement("ul");t.className="thumbs";let n=new IntersectionObserver(r=>r.forEach(a=>{a.isIntersecting&&(n.unobserve(a.target),Om(a.target,e))}));for(let r=0;r<e.count;r+=1)t.append(Nm(e,r,n));return t}function Nm(e,t,n){let r=document.createElement("li");return r.dataset.index=String(t),ne(d`<button type="button" class="thumb" @click=${()=>Dm(e,t)}>
      <canvas width="90" height="120" aria-hidden="true"></canvas>
      <span
        >${e.count===1?s("Bekijk groot"):s("Pagina {n}",{n:t+1})}<span class="sr"
          >, ${e.title}</span
        ></span
      >
    </button>`,r),n.observe(r),r}async function Om(e,t){let n=e.querySelector("canvas");try{await Sl(n,await t.load(Number(e.dataset.index)),{width:240,watermark:t.watermark})}catch{e.querySelector(".thumb")?.append(s("Niet te tonen"))}}async function Dl(e){let t=h(e.directories.current.register.id),r=[...await pn(e)].sort((a,o)=>+(h(o.key)===t)-+(h(a.key)===t));return Promise.all(r.map(({seed:a})=>ae(a,"template")))}async function Ml(e){let{templates:t}=await e.api.get("/templates");if(t.length===0)return[];let n=await Dl(e);return(await Promise.all(t.map(a=>zm(e,n,a)))).filter(a=>a!==null).sort((a,o)=>a.name.localeCompare(o.name))}async function zm(e,t,{id:n,number:r,envelope:a}){let o=g(a);for(let i of t)try{let{writer:c}=ve(o).header,l={portal:e.portal.id,case:et,epoch:r,id:g(n,16),writer:c,kind:"template"},{act:u,name:p,text:m}=Le(await We(i,l,o));return{id:n,number:r,act:u,name:p,text:m}}catch(c){if(!(c instanceof O))throw c}return null}async function Kl(e,{id:t,number:n,act:r,name:a,text:o}){let[i]=await Dl(e);if(i===void 0)throw new O("register-key");let c=t===null?I(16):g(t,16),l=t===null?0:n+1,u={portal:e.portal.id,case:et,epoch:l,id:c,writer:e.member,kind:"template"},p=await $e(i,u,Ee({v:1,act:r,name:a,text:o}));await e.api.put(`/templates/${h(c)}`,{number:l,envelope:h(p)})}var Nl=(e,t)=>e.api.del(`/templates/${t}`);var $n=new WeakMap;async function zl(e){$n.set(e,[]),$n.set(e,await e.call(()=>Ml(e.me))),e.update()}function Tl(e,t,n){let r=e.me.role==="facilitator";r&&!$n.has(e)&&zl(e).catch(()=>{});let a=($n.get(e)??[]).filter(c=>c.act===t).map(({name:c,text:l})=>({name:c,text:l})),o=Pm.filter(c=>c.act===t).map(c=>({name:c.name(),text:c.text()})),i=[...a,...o];return i.length===0&&!r?f:d`<details class="templates">
    <summary>${s("Begin met een voorbeeldtekst")}</summary>
    <ul class="plain">
      ${i.map(c=>d`<li><button type="button" class="button small" @click=${()=>n(c.text)}>${k("book-open")}${c.name}</button></li>`)}
    </ul>
    ${r?d`<p><button type="button" class="button quiet small" @click=${()=>e.open(Tm)}>${s("Eigen voorbeeldteksten beheren")}</button></p>`:f}
  </details>`}var Ol=()=>[{key:"feedback",label:s("Eerste feedback")},{key:"reply",label:s("Bericht")},{key:"final",label:s("Definitief antwoord")},{key:"pass",label:s("Doorgeven")},{key:"close",label:s("Afsluiten")}];function Tm(e){let t=()=>({id:null,number:0,act:"feedback",name:"",text:""}),n=t(),r=!1,a=null,o=async(l,u)=>{r=!0,a=null,e.update();try{await e.call(l),await zl(e),n=t(),C(u)}catch(p){a=$(p)}r=!1,e.update()},i=()=>{if(n.name.trim()===""||n.text.trim()===""){a=s("Geef de tekst een naam en schrijf hem."),e.update();return}o(()=>Kl(e.me,n),s("De tekst is bewaard."))},c=async l=>{await U({title:s("‘{name}’ weggooien?",{name:l.name}),text:s("Berichten die er al mee geschreven zijn, blijven."),yes:s("Gooi weg"),danger:!0})&&await o(()=>Nl(e.me,l.id),s("De tekst is weg."))};return{tab:"queue",unsent:()=>n.text.trim()!=="",render:()=>d`<div class="stack narrow">
        <p>
          <button type="button" class="button quiet" @click=${()=>e.back()}>
            ${k("arrow-left")}${s("Terug")}
          </button>
        </p>
        <h1>${s("Voorbeeldteksten")}</h1>
        <p class="hint">
          ${s("Ze zijn verzegeld zoals al wat hier geschreven wordt. Alleen facilitatoren kunnen ze openen.")}
        </p>
        <ul class="cards">
          ${($n.get(e)??[]).map(l=>d`<li class="card row spread">
                <span
                  ><strong>${l.name}</strong
                  ><small class="muted"> ${Ol().find(({key:u})=>u===l.act)?.label}</small></span
                >
                <span class="row"
                  ><button
                    type="button"
                    class="button small"
                    @click=${()=>{n={...l},e.update()}}
                  >
                    ${s("Bewerk")}</button
                  ><button type="button" class="button danger small" @click=${()=>c(l)}>
                    ${s("Gooi weg")}
                  </button></span
                >
              </li>`)}
        </ul>
        <section class="card stack tight">
          <h2>${n.id===null?s("Een nieuwe tekst"):s("Bewerk de tekst")}</h2>
          ${Pe({id:"template-act",label:s("Voor"),value:n.act,options:Ol(),input:l=>{n.act=l}})}
          ${se({id:"template-name",label:s("Naam"),value:n.name,input:l=>{n.name=l}})}
          ${nt({id:"template-text",label:s("Tekst"),value:n.text,rows:8,input:l=>{n.text=l}})}
          ${M(a)}
          <div class="actions">
            ${P({label:s("Bewaar"),busy:r,click:i})}
            ${n.id===null?f:d`<button
                    type="button"
                    class="button"
                    @click=${()=>{n=t(),e.update()}}
                  >
                    ${s("Laat zoals het was")}
                  </button>`}
          </div>
        </section>
      </div>`}}var Pm=[{act:"feedback",name:()=>s("We gaan ermee aan de slag"),text:()=>s("Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan.")},{act:"feedback",name:()=>s("We hebben nog een vraag"),text:()=>s("Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:")},{act:"final",name:()=>s("Verwijzing naar een andere dienst"),text:()=>s("We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf.")},{act:"pass",name:()=>s("Plicht om door te geven"),text:()=>s("We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kan dit bericht nog lezen tot het dossier wordt gearchiveerd.")}];var Cm=()=>({text:"",referred:new Set,authority:"",outcome:"",for:"reply",record:"",sealed:null}),eo=4e4,Pl=["passed","closed","withdrawn"],$r=class{constructor(t){this.page=t,this.act=null,this.entries=new Map,this.error=null}get app(){return this.page.app}entry(t){let n=this.entries.get(t)??Cm();return this.entries.set(t,n),n}unsent(){return[...this.entries.values()].some(({text:t,record:n})=>t.trim()!==""||n.trim()!=="")}acts({summary:t}){let n=this.app.me.role!=="coach",{state:r}=t,a=[],o=!Pl.includes(r);return o&&t.feedback_on===null&&a.push(["feedback",s("Eerste feedback")]),o&&t.feedback_on!==null&&a.push(["reply",s("Bericht")]),o&&a.push(["final",s("Definitief antwoord")]),a.push(["note",s("Interne nota")]),o&&a.push(["draft",s("Ontwerp")],["pass",s("Doorgeven")]),n&&!["closed","withdrawn"].includes(r)&&a.push(["close",s("Afsluiten")]),a}start(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([o])=>o),a=r.includes(t)?t:t==="reply"?r[0]:void 0;a!==void 0&&(this.choose(a),setTimeout(()=>document.getElementById("compose-text")?.focus()))}choose(t){this.act=t,this.error=null,this.page.draw()}takeOver(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([c])=>c),a=t.fields.for,o=r.includes(a)?a:r[0];if(o===void 0)return;let i=this.entry(o);i.text=i.text.trim()===""?t.text:`${i.text}

${t.text}`,i.sealed=null,this.start(o)}render(t){let n=this.acts(t);return this.act!==null&&!n.some(([r])=>r===this.act)&&(this.act=null),d`<section class="compose no-print" aria-labelledby="compose-title">
      <h2 id="compose-title">${s("Schrijf of handel af")}</h2>
      ${Pl.includes(t.summary.state)?S("info",d`<p>${Im(t.summary.state)}</p>`):f}
      <div class="segments" role="group" aria-label=${s("Wat wil je doen?")}>
        ${n.map(([r,a])=>d`<button type="button" class="segment" aria-pressed=${String(this.act===r)} @click=${()=>this.choose(r)}>${a}</button>`)}
      </div>
      ${this.act===null?f:this.form(this.act)}
    </section>`}form(t){let n=this.entry(t);return d`<div class="stack compose-form">
      <p class="hint">${Lm(t)}</p>
      ${this.fields(t,n)}
      ${nt({id:"compose-text",label:_m(t),value:n.text,rows:t==="note"?5:9,limit:eo,error:this.error,input:r=>{n.text=r,n.sealed=null}})}
      ${Tl(this.app,t,r=>{n.text=n.text.trim()===""?r:`${n.text}

${r}`,n.sealed=null,this.page.draw()})}
      ${t==="pass"?this.recordField(n):f}
      <div class="actions">
        ${P({label:d`${k(t==="note"||t==="draft"?"notebook-pen":"send")}${Um(t)}`,busyLabel:s("Wordt verzegeld en verstuurd…"),busy:this.page.busy,click:()=>this.send(t,n),kind:t==="pass"||t==="close"?"danger primary":"primary"})}
      </div>
    </div>`}fields(t,n){let{org:r}=this.app.me.portal,a=o=>o.map(i=>({key:i.key,label:i.label??i.name}));if(t==="final")return d`<details class="referred">
        <summary>${s("Verwijs je naar een andere dienst? Duid aan welke")}</summary>
        <div class="stack tight">
          ${a(r.authorities).map(({key:o,label:i})=>Je({id:`referred-${o}`,label:i,checked:n.referred.has(o),change:c=>{n.referred[c?"add":"delete"](o),n.sealed=null}}))}
        </div>
      </details>`;if(t==="pass")return Pe({id:"pass-authority",label:s("Aan welke dienst geef je door?"),value:n.authority,empty:s("Kies een dienst"),options:a(r.authorities),input:o=>this.set(n,{authority:o})});if(t==="close")return Pe({id:"close-outcome",label:s("Met welke uitkomst?"),value:n.outcome,empty:s("Kies een uitkomst"),options:a(r.outcomes),input:o=>this.set(n,{outcome:o})});if(t==="draft"){let o=[{key:"reply",label:s("een bericht")},{key:"feedback",label:s("een eerste feedback")},{key:"final",label:s("een definitief antwoord")}];return Pe({id:"draft-for",label:s("Ontwerp voor"),value:n.for,options:o,input:i=>this.set(n,{for:i})})}return f}set(t,n){Object.assign(t,n,{sealed:null}),this.error=null,this.page.draw()}recordField(t){return nt({id:"pass-record",label:s("Wat gaf je door, en aan wie precies?"),hint:s("Dit blijft verzegeld bij het dossier, voor je collega’s. De vraagsteller ziet het niet."),value:t.record,rows:4,input:n=>{t.record=n}})}async send(t,n){if(this.error=Rm(t,n),this.error!==null){this.page.draw(),document.getElementById("compose-text")?.focus();return}if(!await this.confirmed(t,n))return;n.sealed??=Mt({kind:t,text:n.text.trim(),fields:Bm(t,n)});let r=n.sealed;await this.page.act(async o=>{await Dt(this.app.me,o,r),t==="pass"&&await this.sendRecord(o,n)})&&(this.entries.delete(t),this.act=null,this.page.draw(),C(Fm(t)))}async sendRecord(t,n){let r={authority:n.authority,day:this.app.me.today};await Dt(this.app.me,t,Mt({kind:"record",text:n.record.trim(),fields:r}))}async confirmed(t,n){let{org:r}=this.app.me.portal;return t==="pass"?U({title:s("Doorgeven aan {name}?",{name:W(r.authorities,n.authority)}),text:d`<p>${s("De vraagsteller krijgt je bericht en ziet aan welke dienst je doorgeeft.")}</p>
          <p>
            ${s("Daarmee eindigt de behandeling hier: er kan niet meer geantwoord worden. Dit kan je niet ongedaan maken.")}
          </p>
          <p>${s("Het portaal stuurt zelf niets naar die dienst: dat doe je zelf.")}</p>`,yes:s("Geef door en beëindig"),danger:!0}):t==="final"?U({title:s("Het definitieve antwoord versturen?"),text:d`<p>
          ${s("De vraagsteller leest het meteen, en je kunt het niet terugnemen. Een bericht erna sturen kan wel.")}
        </p>`,yes:s("Verstuur het antwoord")}):t==="close"?U({title:s("Dit dossier afsluiten?"),text:d`<p>
          ${s("De vraagsteller leest dat het dossier is afgesloten, met de uitkomst en wat je schreef. Antwoordt de vraagsteller toch nog, dan gaat het weer open.")}
        </p>`,yes:s("Sluit af")}):!0}};function Rm(e,t){return e==="pass"&&t.authority===""?s("Kies eerst aan welke dienst je doorgeeft."):e==="close"&&t.outcome===""?s("Kies eerst een uitkomst."):t.text.trim()===""&&e!=="close"?s("Schrijf eerst iets."):[...t.text].length>eo?s("Je tekst is te lang. Hoogstens {n} tekens.",{n:eo}):null}function Bm(e,t){return e==="final"?{referred:[...t.referred].sort()}:e==="pass"?{authority:t.authority}:e==="close"?{outcome:t.outcome}:e==="draft"?{for:t.for}:{}}function Im(e){return e==="passed"?s("Dit dossier is doorgegeven. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):e==="withdrawn"?s("De vraagsteller trok de vraag in. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):s("Dit dossier is afgesloten. Antwoordt de vraagsteller, dan gaat het weer open.")}function Lm(e){return{feedback:s("De vraagsteller krijgt een eerste teken: de vraag is gelezen, en dit gebeurt ermee."),reply:s("Een vraag om meer uitleg of een tussentijds bericht. De vraagsteller kan antwoorden."),final:s("Je antwoord op de vraag. Is er nog geen eerste feedback, dan geldt dit ook daarvoor."),note:s("Alleen voor wie van de medewerkers aan dit dossier werkt."),draft:s("Een collega leest het na in de nota’s voor het naar de vraagsteller gaat."),pass:s("Een andere dienst neemt het over. De behandeling hier eindigt en de vraagsteller leest dat."),close:s("Het dossier is klaar. Schrijf er een slotwoord bij als je wilt.")}[e]}function _m(e){return e==="note"?s("Je nota"):e==="draft"?s("Je ontwerp"):e==="close"?s("Slotwoord aan de vraagsteller"):s("Je bericht aan de vraagsteller")}function Um(e){return{feedback:s("Verstuur de eerste feedback"),reply:s("Verstuur het bericht"),final:s("Verstuur het definitieve antwoord"),note:s("Bewaar de nota"),draft:s("Leg het ontwerp voor"),pass:s("Geef door…"),close:s("Sluit af…")}[e]}function Fm(e){return e==="note"?s("De nota is bewaard."):e==="draft"?s("Het ontwerp staat in de nota’s."):e==="close"?s("Het dossier is afgesloten."):e==="pass"?s("Het dossier is doorgegeven."):s("Je bericht is verstuurd.")}var Hm=j({v:oe,number:Q,previous:ce(X),day:be,member:ce(_),action:ee,subject:ce(_)});async function Cl(e){let t={lines:[],whole:!0,head:null};for(let[n,r]of e.entries()){let a=Le(r);Hm(a),t.whole&&=a.number===n&&a.previous===t.head,t.lines.push(a),t.head=h(await L(r))}return t}var xr=new WeakMap;function Rl(e,t){return to(e.app,t,`/journal?case=${t.key}`,()=>e.draw())}function to(e,t,n,r){let a=xr.get(t);return d`<details class="journal" @toggle=${i=>{i.target.open&&a===void 0&&qm(e,t,n,r)}}>
    <summary>${s("Logboek")}</summary>
    ${a===void 0||a==="loading"?d`<p class="hint">${s("Wordt opgehaald…")}</p>`:typeof a=="string"?d`<p>${a}</p>`:Wm(e,a)}
  </details>`}async function qm(e,t,n,r){xr.set(t,"loading");try{let{lines:a}=await e.call(()=>e.me.api.get(n));xr.set(t,await Cl(a.map(o=>g(o))))}catch(a){xr.set(t,$(a))}r()}function Wm(e,{lines:t,whole:n,head:r}){let a=o=>o===null?"":Ke(e.me,o)?.name??"";return d`<div class="stack tight">
    ${n?f:S("danger",d`<p>${s("Een regel in dit logboek past niet aan de vorige: er is iets veranderd of weggelaten. Verwittig je collega’s.")}</p>`)}
    <ol class="journal-lines">
      ${t.map(o=>d`<li><small>${N(o.day,{weekday:!1})}</small> ${a(o.member)||s("de vraagsteller of het portaal")}: ${Vm(o.action)}${o.subject&&Ke(e.me,o.subject)?d` (${a(o.subject)})`:f}</li>`)}
    </ol>
    ${r===null?f:d`<p class="hint">${s("Slot van het logboek, om elders te noteren:")} <span class="words">${r.slice(0,16)}</span></p>`}
  </div>`}function Vm(e){return{receive:s("ontving de vraag"),open:s("opende het dossier"),notes:s("begon met nota’s"),assign:s("wees iemand toe"),remove:s("haalde iemand van het dossier"),feedback:s("gaf eerste feedback"),reply:s("schreef een bericht"),final:s("gaf een definitief antwoord"),pass:s("gaf het dossier door"),close:s("sloot het dossier af"),note:s("schreef een nota"),triage:s("paste de indeling aan"),draft:s("legde een ontwerp voor"),record:s("legde vast wat werd doorgegeven"),recuse:s("stapte opzij"),withdraw:s("trok de vraag in"),directory:s("veranderde de lijst van medewerkers"),invite:s("nodigde iemand uit"),cancel:s("trok een uitnodiging in"),reset:s("gaf een code voor een nieuwe tweede factor"),renew:s("stelde een nieuwe tweede factor in"),"passkey-add":s("voegde een passkey toe"),"passkey-remove":s("verwijderde een passkey"),"codes-set":s("koppelde een telefoon voor codes"),"codes-remove":s("verwijderde de codes op de telefoon"),activate:s("zette een toegang aan"),deactivate:s("zette een toegang uit")}[e]??e}var Gm=()=>[["j / k",s("volgende of vorige vraag")],["Enter",s("open de vraag")],["/",s("zoek")],["u",s("terug naar de lijst")],["a",s("schrijf een antwoord")],["n",s("schrijf een nota")],["?",s("dit overzicht")],["← →  + −  r",s("bij een bijlage: andere pagina, groter of kleiner, draaien")]];function Ht(e){return xe(t=>d`<div class="stack">
        <h2 id="dialog-title">${s("Toetsen")}</h2>
        <dl class="facts keys">
          ${Gm().map(([n,r])=>d`<dt><kbd>${n}</kbd></dt>
                <dd>${r}</dd>`)}
        </dl>
        ${Je({id:"keys-on",label:s("Gebruik deze toetsen"),text:s("Zet ze uit als je spreekt tegen je computer, of als een letter iets doet wat je niet wou. Dat geldt tot je je afmeldt."),checked:e.keys,change:n=>{e.keys=n}})}
        <div class="actions">
          <button type="button" class="button primary" autofocus @click=${()=>t(null)}>${s("Sluit")}</button>
        </div>
      </div>`)}function Bl(e,t){let n=e.app.me,r=n.role!=="coach",a=new Map(t.summary.participants.map(i=>[i.id,i])),o=t.view.participants.filter(({role:i})=>!["asker","archive"].includes(i)).sort(Jm);return d`<section class="card stack tight" aria-labelledby="people-title">
    <h2 id="people-title">${s("Wie werkt hieraan")}</h2>
    <ul class="people">
      ${o.map(i=>d`<li class="row spread">
            <span><strong>${i.name||s("iemand die weg is")}</strong><small>${Re(i.role)}</small></span>
            ${a.get(i.key)?.active===!1?q(s("doet niet meer mee"),"warn"):f}
            ${r&&i.role==="coach"?d`<button type="button" class="button quiet small no-print" @click=${()=>eg(e,i)}>${s("Verwijder")}<span class="sr"> ${i.name}</span></button>`:f}
          </li>`)}
    </ul>
    ${Ym(e,t)}
    ${r?d`<p class="no-print"><button type="button" class="button" @click=${()=>Zm(e,t)}>${k("user-plus")}${s("Wijs een coach toe")}</button></p>`:f}
    ${n.role==="coach"?d`<p class="no-print"><button type="button" class="button danger small" @click=${()=>tg(e)}>${k("door-open")}${s("Stap opzij")}</button></p>`:f}
  </section>`}function Jm(e,t){return e.role.localeCompare(t.role)||e.name.localeCompare(t.name)}function Ym(e,{view:t}){if(t.excluded.length===0)return f;let n=ye(e.app.me).filter(({person:r})=>t.excluded.includes(h(r))).map(({name:r})=>r);return d`<p class="hint">
    ${k("user-round-x")}
    ${s("De vraagsteller houdt buiten dit dossier: {names}",{names:[...new Set(n)].join(", ")||s("iemand die hier niet meer werkt")})}
  </p>`}async function Zm(e,t){let n=Pc(e.app.me,t.view,"coach").sort((c,l)=>c.member.name.localeCompare(l.member.name)),r=await e.app.call(()=>Jn(e.app.me)).catch(()=>[]),a=c=>Xm(e.app,Ei(r,c,e.app.me.today)),o=new Set;await xe(c=>{let l=document.createElement("div"),u=()=>ne(d`<div class="stack">
          <h2 id="dialog-title">${s("Wijs een of meer coaches toe")}</h2>
          <p class="hint">${s("Wie je toewijst, kan het hele dossier lezen, ook wat er al geschreven is.")}</p>
          ${n.length===0?d`<p>${s("Er zijn nog geen coaches. Nodig er een uit bij ‘Medewerkers’.")}</p>`:f}
          ${n.map(({member:p,key:m,reason:w})=>Je({id:`coach-${m}`,label:p.name,text:Qm(w)??a(m)??p.function,checked:w==="there"||o.has(m),disabled:w!==null,change:v=>{o[v?"add":"delete"](m),u()}}))}
          <div class="actions">
            <button type="button" class="button" @click=${()=>c(null)}>${s("Terug")}</button>
            <button
              type="button"
              class="button primary"
              aria-disabled=${String(o.size===0)}
              @click=${()=>o.size>0&&c(!0)}
            >
              ${s("Wijs toe")}
            </button>
          </div>
        </div>`,l);return u(),d`${l}`})===!0&&await e.act(c=>Cc(e.app.me,c,[...o]))&&C(s("Toegewezen."))}function Xm(e,t){if(t===null)return null;let n=t.cover===null?null:Ke(e.me,t.cover)?.name,r=N(t.last,{weekday:!1});return n?s("Afwezig tot en met {day}. {name} neemt over.",{day:r,name:n}):s("Afwezig tot en met {day}.",{day:r})}function Qm(e){return e==="there"?s("Werkt al aan dit dossier."):e==="excluded"?s("Kan niet: de vraagsteller wil deze persoon buiten het dossier houden."):null}async function eg(e,t){await U({title:s("{name} van dit dossier halen?",{name:t.name}),text:d`<p>
      ${s("{name} kan niets meer lezen van wat hierna komt. Wat al gelezen is, blijft gelezen.",{name:t.name})}
    </p>`,yes:s("Verwijder"),danger:!0})&&await e.act(r=>Rc(e.app.me,r,t.key))&&C(s("{name} is verwijderd.",{name:t.name}))}async function tg(e){if(!await U({title:s("Opzij stappen?"),text:d`<p>
        ${s("Doe dit als je niet onbevangen kan zijn, bijvoorbeeld omdat je iemand kent. Een facilitator en de vraagsteller lezen dat je opzij stapt, niet waarom.")}
      </p>
      <p>
        ${s("Je ziet het dossier daarna niet meer. Dit kan je niet ongedaan maken; een facilitator kan je wel opnieuw toewijzen.")}
      </p>`,yes:s("Stap opzij"),danger:!0})||e.open===null)return;let{open:n}=e;try{await e.app.call(()=>Dt(e.app.me,n,Mt({kind:"recuse",text:"",fields:{}}))),C(s("Je bent opzij gestapt.")),e.app.back()}catch(r){e.error=$(r),e.draw()}}var qt=67,Wt=65535,ng=64,no=16,fe={number:32,directory:36,kind:40,category:42,state:44,outcome:46,authorities:48,urgent:50},xn={received:51,feedback:55,final:59,closed:63},rg=j({v:oe,row:Q,directory:dt,words:le(ee,0,Wt),lists:le(le(ee),0,Wt),hash:X}),Ll=e=>ae(e,"checkpoint"),_l=({portal:e,key:t,number:n},r)=>({portal:e,case:et,epoch:n,id:t,writer:r,kind:"checkpoint"});async function Ul(e,{writer:t,...n},r,{row:a,directory:o,lines:i}){let c=_l(n,t),{words:l,lists:u,lines:p}=og(i),m={v:1,row:a,directory:o,words:l,lists:u,hash:h(await L(p))},w=await te(r,"checkpoint",tt(c),m);return $e(await Ll(e),c,E(w,p))}async function Fl(e,t,n,r){let{writer:a}=ve(n).header,o=_l(t,a),{signed:i,lines:c}=ag(await We(await Ll(e),o,n)),l=de(i,rg),u=l.body,p=pe(await r.version(u.directory),a,["facilitator"]);if(!p)throw new b("writer");if(await ue(p.sign,"checkpoint",tt(o),l),!y(await L(c),g(u.hash)))throw new D("lines");return{row:u.row,lines:sg(u,c)}}function ag(e){let t=new De(e);return t.lp(),t.take(ng),{signed:e.slice(0,t.at),lines:e.subarray(t.at)}}function og(e){let t=e.map(({body:i,mark:c})=>({entry:i,mark:c,id:g(i.case,16)}));t.sort((i,c)=>me(i.id,c.id));let n=new Er(i=>i),r=new Er(i=>i.join(" ")),a=new Uint8Array(t.length*qt),o=new DataView(a.buffer);return t.forEach(({entry:i,mark:c,id:l},u)=>{let p=u*qt;a.set(l,p),a.set(c,p+no),o.setUint32(p+fe.number,i.number),o.setUint32(p+fe.directory,i.directory),o.setUint16(p+fe.kind,n.of(i.kind)),o.setUint16(p+fe.category,i.category===null?Wt:n.of(i.category)),o.setUint16(p+fe.state,n.of(i.state)),o.setUint16(p+fe.outcome,i.outcome===null?Wt:n.of(i.outcome)),o.setUint16(p+fe.authorities,r.of(i.authorities)),o.setUint8(p+fe.urgent,i.urgent?1:0);for(let[m,w]of Object.entries(xn))o.setUint32(p+w,ig(i[m]))}),{words:n.all,lists:r.all,lines:a}}var Er=class{constructor(t){this.nameOf=t,this.known=new Map,this.all=[]}of(t){let n=this.nameOf(t),r=this.known.get(n);if(r!==void 0)return r;if(this.all.length===Wt)throw new b("too-many");return this.known.set(n,this.all.length),this.all.push(t),this.all.length-1}};function sg({words:e,lists:t},n){if(n.length%qt!==0)throw new D("lines");let r=new DataView(n.buffer,n.byteOffset,n.length),a=cg(),o=l=>Il(e,r.getUint16(l)),i=l=>r.getUint16(l)===Wt?null:o(l),c=[];for(let l=0;l<n.length;l+=qt){let u=n.subarray(l,l+16);if(l>0&&me(n.subarray(l-qt,l-qt+16),u)>=0)throw new D("order");let p=r.getUint32(l+fe.directory),m=r.getUint8(l+fe.urgent),w=a(r.getUint32(l+xn.received));if(p<1||m>1||w===null)throw new D("lines");let v={v:1,case:h(u),number:r.getUint32(l+fe.number),kind:o(l+fe.kind),urgent:m===1,category:i(l+fe.category),state:o(l+fe.state),outcome:i(l+fe.outcome),authorities:Il(t,r.getUint16(l+fe.authorities)),received:w,feedback:a(r.getUint32(l+xn.feedback)),final:a(r.getUint32(l+xn.final)),closed:a(r.getUint32(l+xn.closed)),directory:p};c.push({body:v,mark:n.slice(l+no,l+no+16)})}return c}function Il(e,t){let n=e[t];if(n===void 0)throw new D("lines");return n}var ig=e=>e===null?0:Number(e.replaceAll("-",""));function cg(){let e=new Map([[0,null]]);return t=>{let n=e.get(t);if(n!==void 0)return n;let r=String(t).padStart(8,"0"),a=`${r.slice(0,-4)}-${r.slice(-4,-2)}-${r.slice(-2)}`;return be(a),e.set(t,a),a}}var lg=4,Hl=()=>typeof Worker<"u",jr=class{constructor(t){this.waiting=new Map,this.asked=0;let n=Math.min(lg,navigator.hardwareConcurrency||1);this.workers=Array.from({length:n},()=>this.started(t))}started(t){let n=Nr("opening");return n.onmessage=({data:r})=>this.answered(r),n.onerror=()=>this.end(),n.postMessage({seed:t}),n}answered({number:t,opened:n}){let r=this.waiting.get(t);this.waiting.delete(t),n===null?r?.reject(new T):r?.resolve(n)}open(t,n){let r=this.asked;this.asked+=1;let a=this.workers[r%this.workers.length];return new Promise((o,i)=>{if(a===void 0)return i(new Error("ended"));this.waiting.set(r,{resolve:o,reject:i}),a.postMessage({number:r,info:t,sealed:n})})}end(){for(let t of this.workers)t.terminate();this.workers=[];for(let{reject:t}of this.waiting.values())t(new Error("ended"));this.waiting.clear()}};var ql=20000101,Wl={apart:64,here:12},Vl=150,dg=200,ro=5e3,ug=async e=>(await L(e)).slice(0,16),pg=e=>({open:(t,n)=>qr(e,t,n)}),Sr=class e{constructor(t,n){this.session=t,this.seeds=new Map(n.map(({key:r,seed:a})=>[h(r),a])),this.pairs=new Map(n.map(({key:r,seed:a})=>[h(r),pg(a)])),this.held=new Map,this.opened=new Map,this.checkpoint=null,this.refused=0,this.loading=null,this.listening=new Set,this.damaged=!1}static async of(t){return new e(t,await pn(t))}line(t){return this.held.get(t)?.body??null}lines(){return[...this.held.values()].map(({body:t})=>t)}async take(t,n=()=>{}){t.length>Vl&&await this.fromCheckpoint(),await this.takeAll(t,n)}async takeAll(t,n){let r=await this.notHeld(t),a=this.openersFor(r.length);try{for(let o=0;o<r.length;o+=a.atOnce){let i=r.slice(o,o+a.atOnce);await Promise.all(i.map(({entry:c,mark:l})=>this.takeOne(c,l,a))),n({done:Math.min(o+a.atOnce,r.length),all:r.length}),await hg()}}finally{a.end()}}async notHeld(t){return(await Promise.all(t.map(async r=>({entry:r,mark:await ug(g(r.sealed))})))).filter(({entry:r,mark:a})=>{let o=this.held.get(r.case);return o===void 0||!y(o.mark,a)})}openersFor(t){if(t<=Vl||!Hl())return{atOnce:Wl.here,of:r=>this.pairs.get(r),end(){}};let n=new Map;return{atOnce:Wl.apart,of:r=>{let a=n.get(r)??new jr(this.seeds.get(r));return n.set(r,a),a},end:()=>{for(let r of n.values())r.end()}}}async takeOne(t,n,r){let a=[t.key,t.case,t.writer,h(n)].join(" "),o=this.opened.get(a),i=o===void 0?await this.openOne(t,r):o;if(this.opened.set(a,i),i===null)return;let c=this.held.get(t.case);(c===void 0||oa(i,n,c.body,c.mark))&&this.held.set(t.case,{body:i,mark:n})}async openOne(t,n){let r=this.seeds.has(t.key)?n.of(t.key):void 0,a={portal:this.session.portal.id,key:g(t.key,16),case:g(t.case,16),writer:g(t.writer,16)};try{if(r===void 0)throw new O("register-key");return await Hs(r,a,g(t.sealed),this.session.directories)}catch(o){if(!(o instanceof O))throw o;return this.refused+=1,null}}loadAll(t=()=>{}){return this.listening.add(t),this.loading??=this.load(n=>{for(let r of this.listening)r(n)}).finally(()=>{this.loading=null,this.listening.clear()}),this.loading}async load(t){let n=await this.fromCheckpoint(),r=await this.entriesFrom(n.row,t),{number:a}=n;for(let o=0;o<r.length;o+=ro){let i={done:o,all:r.length};await this.takeAll(r.slice(o,o+ro),({done:l})=>t({...i,done:o+l}));let c=r[o+ro];c?.row!==void 0&&(a=await this.keepCheckpoint(a,c.row))}return(r.length>=dg||this.damaged)&&(a=await this.keepCheckpoint(a,this.today())),await this.remember(a),this.lines()}async entriesFrom(t,n){let r=[],a=`/register?from=${t}`;for(;;){let{rows:o,next:i}=await this.session.api.get(a);if(r.push(...o),n(null),i===null)return r;a=`/register?next=${i}`}}today(){return Number(this.session.today.replaceAll("-",""))}fromCheckpoint(){return this.checkpoint??=this.readCheckpoint(),this.checkpoint.catch(()=>{this.checkpoint=null}),this.checkpoint}async readCheckpoint(){let{checkpoint:t}=await this.session.api.get("/register/checkpoint"),n=t?.number??0;if(n<(this.session.state.content.checkpoint??0))throw new Ge("older");if(!t)return{number:n,row:ql};try{return{number:n,row:await this.takeCheckpoint(n,g(t.envelope))}}catch(r){if(!(r instanceof O))throw r;return this.damaged=!0,{number:n,row:ql}}}async takeCheckpoint(t,n){let r=ve(n).header.id,a=this.seeds.get(h(r));if(a===void 0)throw new O("register-key");let o={portal:this.session.portal.id,key:r,number:t},{row:i,lines:c}=await Fl(a,o,n,this.session.directories);for(let l of c){let u=this.held.get(l.body.case);(u===void 0||oa(l.body,l.mark,u.body,u.mark))&&this.held.set(l.body.case,l)}return i}async keepCheckpoint(t,n){let{register:r,version:a}=this.session.directories.current,o=this.seeds.get(h(r.id));if(o===void 0)return t;let i=t+1,c={portal:this.session.portal.id,key:r.id,number:i,writer:this.session.member},l={row:n,directory:a,lines:[...this.held.values()]},u=await Ul(o,c,this.session.identity.sign.privateKey,l);try{return await this.session.api.put("/register/checkpoint",{number:i,row:n,envelope:h(u)}),this.checkpoint=Promise.resolve({number:i,row:n}),i}catch(p){if(p instanceof K)return t;throw p}}async remember(t){t<=(this.session.state.content.checkpoint??0)||await ht(this.session,n=>({...n,checkpoint:Math.max(n.checkpoint??0,t)}))}};function hg(){return new Promise(e=>{setTimeout(e,0)})}var Gl=40,fg=250,mg=150;function so(e){return new oo(e)}var oo=class{tab="queue";constructor(t){this.app=t,this.items=[],this.filter={query:"",show:"open",category:"",member:""},this.error=null,this.loading=!0,this.progress=null,this.rows=Gl,this.texts=new WeakMap,this.elements=new WeakMap,this.load()}get me(){return{key:this.app.me.key,role:this.app.me.role}}shown(){this.loading||this.load()}async load(){this.loading=!0,this.error=null;try{let{cases:t}=await this.app.call(()=>this.app.me.api.get("/queue?keys=false")),n=new Map(this.items.map(r=>[r.key,r]));this.items=await br(this.app.me,t);for(let r of this.items)this.keepOpened(r,n.get(r.key));this.loading=!1,this.draw(),await this.openEntries()}catch(t){this.error=$(t)}this.loading=!1,this.progress=null,this.draw()}keepOpened(t,n){t.opened=io(this.app).get(t.key)??n?.opened??null,t.line=n?.line??null}async openEntries(){let t=this.app.me;if(t.role!=="facilitator"||this.items.length===0)return;let[{rows:n},r]=await Promise.all([t.api.get("/register/newest"),En(this.app)]),a=Date.now();await r.take(n,o=>{this.progress=o;for(let i of this.items)i.line??=r.line(i.key);Date.now()-a<250||(a=Date.now(),this.draw())});for(let o of this.items)o.line=r.line(o.key)}draw(){this.app.screen===this&&this.app.update()}nameOf(t){return Ke(this.app.me,t)?.name??s("iemand die weg is")}textOf(t){let n=this.texts.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.text;let r=Xa(this.wordsOf(t));return this.texts.set(t,{line:t.line,opened:t.opened,text:r}),r}wordsOf(t){let{org:n}=this.app.me.portal;return[t.name,yn(t.summary),W(n.categories,vr(t)),W(n.kinds,Za(t)),...t.coaches.map(r=>this.nameOf(r)),kr(t)?s("dringend"):"",t.opened?.text??""].join(" ")}visible(){return wl(kl(this.items,this.filter,this.me,t=>this.textOf(t)),this.me)}set(t){Object.assign(this.filter,t),this.rows=Gl,this.draw()}enter(t){this.app.open(Vt(t.key,t.name))}key(t){let n={j:()=>this.move(1),k:()=>this.move(-1),"/":()=>bg(),"?":()=>Ht(this.app),Enter:()=>this.enterSelected(t)}[t.key];n!==void 0&&(t.key!=="Enter"&&t.preventDefault(),n())}move(t){let n=[...document.querySelectorAll(".queue-row")],r=n.indexOf(document.activeElement),a=n[Math.min(n.length-1,Math.max(0,(r===-1?t>0?-1:n.length:r)+t))];a instanceof HTMLElement&&a.focus()}enterSelected(t){if(t.target.closest("button, a, summary"))return;let n=this.visible()[0];n&&this.enter(n)}render(){return this.items.length===0&&this.loading?d`<div class="stack">
        <h1>${s("Vragen")}</h1>
        ${Z(s("De vragen worden opgehaald…"))}
      </div>`:d`<div class="stack">
      <div class="row spread">
        <h1>${s("Vragen")}</h1>
        ${this.unknown?f:this.summaryLine()}
      </div>
      ${M(this.error)}
      ${this.error?d`<p><button type="button" class="button" @click=${()=>this.load()}>${s("Probeer opnieuw")}</button></p>`:f}
      ${this.unknown?f:this.items.length===0?this.empty():d`${this.tools()}${this.list()}`}
    </div>`}get unknown(){return this.items.length===0&&this.error!==null}summaryLine(){let t=this.items.filter(r=>kn(r,this.me)).length,n=this.items.filter(r=>r.due!==null&&r.due.left<0).length;return d`<p class="row" role="status">
      ${q(t===0?s("Niets wacht op jou"):Y("{n} vraag wacht op jou","{n} vragen wachten op jou",t),t===0?"good":"accent")}
      ${n>0?q(d`${k("triangle-alert")}${Y("{n} te laat","{n} te laat",n)}`,"danger"):f}
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
            spellcheck="false"
            data-form-type="other"
            placeholder=${s("Zoek")}
            .value=${this.filter.query}
            @input=${n=>this.set({query:Jl(n)})}
        /></label>
        ${this.pick("category",s("Elke categorie"),this.categories())}
        ${this.app.me.role==="coach"?f:this.pick("member",s("Elke coach"),this.coaches())}
      </div>
      <p class="hint">
        ${s("Zoeken gebeurt in deze browser: wat je typt, gaat niet naar de server.")}
        <button type="button" class="button quiet small" @click=${()=>Ht(this.app)}>
          ${k("keyboard")}${s("Toetsen")}
        </button>
      </p>
    </div>`}categories(){return this.app.me.portal.org.categories.map(t=>({key:t.key,label:t.label}))}coaches(){return ye(this.app.me).filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t,name:n})=>({key:h(t),label:n}))}pick(t,n,r){return d`<label
      ><span class="sr">${n}</span
      ><select autocomplete="off" @change=${a=>this.set({[t]:Jl(a)})}>
        <option value="">${n}</option>
        ${r.map(a=>d`<option value=${a.key} ?selected=${this.filter[t]===a.key}>${a.label}</option>`)}
      </select></label
    >`}list(){let t=this.visible();if(t.length===0)return this.nothingFound();let n=t.slice(0,this.rows);return n.length<t.length&&this.drawMoreSoon(),d`${this.progress&&this.progress.done<this.progress.all?Z(s("{done} van {all} dossiers geopend",this.progress),this.progress):f}
      <ol class=${t.length>mg?"queue many":"queue"} aria-label=${s("Vragen, wat eerst moet bovenaan")}>
        ${this.grouped(n)}
      </ol>
      ${n.length<t.length?d`<p class="hint" role="status">${s("{n} van {all} getoond…",{n:n.length,all:t.length})}</p>`:f}`}grouped(t){let n="";return t.flatMap(r=>{let a=yl(r,this.me),o=a!==n;n=a;let i=this.rowElement(r);return o?[d`<li class=${`queue-group ${a}`}><h2>${gg(a)}</h2></li>`,i]:[i]})}drawMoreSoon(){let t=this.rows;requestAnimationFrame(()=>setTimeout(()=>{this.rows===t&&(this.rows+=fg,this.draw())}))}nothingFound(){let t=this.filter.query!==""||this.filter.category!==""||this.filter.member!=="";return d`<div class="card empty stack tight">
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
    </div>`}rowElement(t){let n=this.elements.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.element;let r=document.createElement("li");return ne(this.row(t),r),this.elements.set(t,{line:t.line,opened:t.opened,element:r}),r}row(t){let{summary:n}=t,{org:r}=this.app.me.portal,a=kn(t,this.me),o=vr(t);return d`<button
      type="button"
      class=${`queue-row ${a?"mine":""} ${t.due&&t.due.left<0?"late":""}`}
      @click=${()=>this.enter(t)}
    >
      <span class="queue-due">${yg(t)}</span>
      <span class="queue-name"
        ><strong>${t.name}</strong>
        ${kr(t)?q(d`${k("flag")}${s("dringend")}`,"warn"):f}
        <small
          >${W(r.kinds,Za(t))||f}${o?d` · ${W(r.categories,o)}`:f}</small
        ></span
      >
      <span class="queue-state"><span>${yn(n)}</span><small>${this.waitsLine(t,a)}</small></span>
      <span class="queue-people"
        >${t.coaches.length>0?t.coaches.map(i=>this.nameOf(i)).join(", "):d`<small>${s("geen coach")}</small>`}</span
      >
      <span class="queue-day"
        ><small>${s("ontvangen {day}",{day:N(n.received,{weekday:!1})})}</small></span
      >
    </button>`}waitsLine(t,n){if(Ne(t))return f;if(n)return s("wacht op jou");let{who:r,names:a}=gl(t,o=>this.nameOf(o));return r==="asker"?s("wacht op de vraagsteller"):r==="facilitators"?s("wacht op een facilitator"):r==="members"?s("wacht op {names}",{names:a.join(", ")}):f}};function gg(e){return{late:s("Te laat"),mine:s("Wacht op jou"),colleagues:s("Wacht op een collega"),asker:s("Wacht op de vraagsteller"),answered:s("Beantwoord"),ended:s("Beëindigd")}[e]}function wg(e){return e.answered_on!==null&&e.waits_for==="staff"&&!Ne({summary:e})}function yg({due:e,summary:t}){if(e===null)return wg(t)?q(d`${k("inbox")}${s("nieuw bericht")}`,"accent"):q(t.answered_on&&!Ne({summary:t})?s("beantwoord"):nr(t.state));let n=e.what==="feedback"?s("feedback"):s("antwoord"),r=e.tone==="good"?"":e.tone;return d`${q(d`${e.left<0?k("triangle-alert"):k("clock")}${rr(e.left)}`,r)}<small
      >${n}</small
    >`}var Jl=e=>e.target.value;function bg(){document.getElementById("queue-search")?.focus()}var Yl=new WeakMap;function io(e){let t=Yl.get(e)??new Map;return Yl.set(e,t),t}var ao=new WeakMap;function En(e){let t=ao.get(e.me);if(t)return t;let n=Sr.of(e.me);return ao.set(e.me,n),n.catch(()=>ao.delete(e.me)),n}var Ar=new WeakMap;function Zl(e,t){let n=Kt(t.view),r=e.app.me.role!=="coach",a=["withdrawn"].includes(t.summary.state);return d`<section class="card stack tight" aria-labelledby="triage-title">
    <h2 id="triage-title">${s("Indeling")}</h2>
    ${r&&!a?vg(e,t,n):kg(e,t,n)}
  </section>`}function kg(e,t,{category:n,pen:r}){let{org:a}=e.app.me.portal,o=t.view.participants.find(({key:i})=>i===r)?.name;return d`<dl class="facts tight">
    <dt>${s("Categorie")}</dt>
    <dd>${n?W(a.categories,n):s("nog geen")}</dd>
    <dt>${s("Schrijft het antwoord")}</dt>
    <dd>${o??s("niemand aangeduid")}</dd>
  </dl>`}function vg(e,t,n){let{org:r}=e.app.me.portal,a=Ar.get(e)??n,o=c=>{Ar.set(e,{...a,...c}),e.draw()},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c));return d`<div class="stack tight">
    ${Pe({id:"triage-category",label:s("Categorie"),value:a.category??"",empty:s("Nog geen"),options:$g(r.categories,a.category),input:c=>o({category:c===""?null:c})})}
    ${Pe({id:"triage-pen",label:s("Wie schrijft het antwoord?"),value:a.pen??"",empty:s("Niemand aangeduid"),options:i.map(({key:c,name:l})=>({key:c,label:l})),input:c=>o({pen:c===""?null:c})})}
    ${Je({id:"triage-urgent",label:s("Dringend"),checked:a.urgent,change:c=>o({urgent:c})})}
    ${xg(a,n)?f:d`<div class="actions">
            ${P({label:s("Bewaar de indeling"),busy:e.busy,click:()=>Eg(e,a)})}
            <button
              type="button"
              class="button"
              @click=${()=>{Ar.delete(e),e.draw()}}
            >
              ${s("Laat zoals het was")}
            </button>
          </div>`}
  </div>`}function $g(e,t){let n=e.map(({key:a,group:o,label:i})=>({key:a,label:`${o}: ${i}`})).sort((a,o)=>a.label.localeCompare(o.label));return t!==null&&!e.some(({key:a})=>a===t)?[...n,{key:t,label:s("{key} (staat niet meer in de lijst)",{key:t})}]:n}var xg=(e,t)=>e.category===t.category&&e.pen===t.pen&&e.urgent===t.urgent;async function Eg(e,{category:t,pen:n,urgent:r}){await e.act(o=>Dt(e.app.me,o,Mt({kind:"triage",fields:{category:t,pen:n,urgent:r}})))&&(Ar.delete(e),e.draw(),C(s("De indeling is bewaard.")))}function Vt(e,t){return n=>new co(n,e,t)}var co=class{tab="queue";constructor(t,n,r){this.app=t,this.caseKey=n,this.name=r,this.open=null,this.error=null,this.refused=null,this.unread=new Set,this.busy=!1,this.albums=new Map,this.composer=new $r(this),this.load()}unsent(){return this.composer.unsent()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.open===null,n=await this.app.call(()=>Oc(this.app.me,this.caseKey));t&&(this.unread=Tc(this.app.me,n)),this.open=n,this.error=null,this.remember(n),await this.app.call(()=>zc(this.app.me,n))}catch(t){t instanceof R?this.refused=Xl(t.reason):this.error=$(t)}this.draw()}remember({view:t}){let n=t.messages[0];io(this.app).set(this.caseKey,{...Kt(t),kind:n?.fields.kind??"",text:[...t.messages,...t.notes].map(({text:r})=>r).join(" ")})}async act(t){if(this.busy||this.open===null)return!1;let{open:n}=this;this.busy=!0,this.error=null,this.draw();let r=!1;try{await this.app.call(()=>t(n)),r=!0,await this.load()}catch(a){this.error=a instanceof R?Xl(a.reason):$(a)}return this.busy=!1,this.draw(),r}key(t){let n={u:()=>this.app.back(),a:()=>this.composer.start("reply"),n:()=>this.composer.start("note"),"?":()=>Ht(this.app)}[t.key];n!==void 0&&(t.preventDefault(),n())}render(){return d`<div class="case" @contextmenu=${jg}>
      <p class="row spread no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${s("Terug naar de lijst")}
        </button>
        <button type="button" class="button quiet small" @click=${()=>Ht(this.app)}>
          ${k("keyboard")}${s("Toetsen")}
        </button>
      </p>
      <h1>${this.name}</h1>
      ${M(this.error)}
      ${this.refused?d`<div role="alert">
              ${S("danger",d`<p><strong>${s("Dit dossier wordt niet getoond.")}</strong></p>
                  <p>${this.refused}</p>`)}
            </div>`:this.body()}
    </div>`}body(){let{open:t}=this;return t===null?this.error?f:Z(s("Het dossier wordt geopend…")):d`<div class="case-columns">
      <div class="case-main stack">
        ${this.headline(t)}${this.warnings(t)} ${this.thread(t)} ${this.composer.render(t)}
      </div>
      <aside class="case-side stack" aria-label=${s("Over dit dossier")}>
        ${this.deadlines(t)} ${Zl(this,t)} ${Bl(this,t)} ${this.notes(t)}
        ${Rl(this,t)}
      </aside>
    </div>`}headline({view:t,summary:n}){let{org:r}=this.app.me.portal,a=t.messages[0],{urgent:o}=Kt(t);return d`<p class="row">
        ${q(yn(n),n.state==="new"?"accent":"")}
        ${o?q(d`${k("flag")}${s("dringend")}`,"warn"):f}
        <span class="muted">${W(r.kinds,a?.fields.kind)}</span>
        ${this.unread.size>0?q(Y("{n} nieuw bericht","{n} nieuwe berichten",this.unread.size),"accent"):f}
      </p>
      ${a?.fields.name?S("info",d`<p>${s("De vraagsteller gaf zelf een naam op: {name}. Ga er zorgvuldig mee om.",{name:a.fields.name})}</p>`):f}
      ${Sg(this.app,n,Kt(t).pen)}`}warnings({view:t}){return d` ${t.missing.length>0?S("danger",d`<p>${Y("Er ontbreekt {n} bericht dat andere berichten noemen. De server geeft het niet. Verwittig je collega’s en de systeembeheerder.","Er ontbreken {n} berichten die andere berichten noemen. De server geeft ze niet. Verwittig je collega’s en de systeembeheerder.",t.missing.length)}</p>`):f}
    ${t.refused.length>0?S("danger",d`<p>
                ${Y("{n} bericht wordt niet getoond, omdat het niet klopt: het kan vervalst of verplaatst zijn.","{n} berichten worden niet getoond, omdat ze niet kloppen: ze kunnen vervalst of verplaatst zijn.",t.refused.length)}
              </p>
              <ul>
                ${t.refused.map(n=>d`<li>${Dg(n)}</li>`)}
              </ul>`):f}
    ${t.unreadableNotes.length>0?S("warn",d`<p>${s("Een deel van de nota’s kan niet worden geopend: de sleutel ervan is niet gegeven.")}</p>`):f}`}thread(t){return d`<section aria-labelledby="thread-title">
      <h2 id="thread-title" class="sr">${s("Gesprek met de vraagsteller")}</h2>
      <ol class="thread">
        ${t.view.messages.map(n=>d`<li>${this.message(t,n)}</li>`)}
      </ol>
    </section>`}message(t,n){let r=n.author.role==="asker",a=h(n.writer)===this.app.me.key;return d`<article
      class=${`message ${r?"from-asker":"from-staff"} ${a?"mine":""} ${this.unread.has(n.key)?"unread":""}`}
    >
      <header class="row spread">
        <strong
          >${r?s("Vraagsteller"):n.author.name}${r?f:d` <small>${Re(n.author.role)}</small>`}</strong
        >
        <span class="row"
          >${Ag(n.kind)}${this.unread.has(n.key)?q(s("nieuw"),"accent"):f}<small
            class="muted"
            >${this.dayOf(t,n)}</small
          ></span
        >
      </header>
      ${n.text?d`<p class="pre" dir="auto">${n.text}</p>`:f} ${this.extras(n)}
      ${n.attachments.map((o,i)=>this.attachment(t,n,o,i))}
    </article>`}dayOf(t,n){let r=t.days.get(n.key);return r?N(r,{weekday:!1,year:r.slice(0,4)!==this.app.me.today.slice(0,4)}):""}extras({kind:t,fields:n}){let{org:r}=this.app.me.portal;return t==="final"&&n.referred.length>0?d`<p class="hint">
        ${s("Verwezen naar: {names}",{names:n.referred.map(a=>W(r.authorities,a)).join(", ")})}
      </p>`:t==="pass"?d`<p class="hint">
        ${s("Doorgegeven aan: {name}",{name:W(r.authorities,n.authority)})}
      </p>`:t==="close"?d`<p class="hint">${s("Uitkomst: {outcome}",{outcome:W(r.outcomes,n.outcome)})}</p>`:t==="record"?d`<p class="hint">
        ${s("Doorgegeven aan {name} op {day}",{name:W(r.authorities,n.authority),day:N(n.day)})}
      </p>`:t==="triage"?d`<p class="hint">${this.triageLine(n)}</p>`:f}triageLine(t){let{org:n}=this.app.me.portal,r=this.open?.view.participants.find(({key:a})=>a===t.pen)?.name;return[s("categorie: {label}",{label:t.category?W(n.categories,t.category):s("nog geen")}),t.urgent?s("dringend"):s("niet dringend"),r?s("{name} schrijft het antwoord",{name:r}):""].filter(Boolean).join(" · ")}attachment(t,n,r,a){let o=`${r.family==="photo"?s("Foto"):s("Document")} ${a+1}`,i=`${n.key}/${a}`,c=this.albums.get(i)??this.album(t,n,r,o);return this.albums.set(i,c),d`<div class="attachment">
      <h3>${o}</h3>
      ${c}
    </div>`}album({view:t},n,r,a){let o=this.app.me;return Al({count:r.pages.length,title:a,watermark:`${o.name} · ${o.today}`,load:i=>{let c=r.pages[i];if(c===void 0)throw new RangeError("page");return this.app.call(()=>Da(o.api,t,n,c))}})}deadlines({summary:t}){let n=this.app.me,r=Ya(t,n.today,n.days),a=(o,i,c,l)=>d`<dt>${o}</dt>
        <dd>
          ${c?d`${k("check")} ${s("gegeven op {day}",{day:N(c,{weekday:!1})})}`:d`${s("uiterlijk {day}",{day:N(i,{weekday:!1})})}
                ${r?.what===l?q(rr(r.left),r.tone==="good"?"":r.tone):f}`}
        </dd>`;return d`<section class="card stack tight" aria-labelledby="days-title">
      <h2 id="days-title">${s("Termijnen")}</h2>
      <dl class="facts tight">
        <dt>${s("Ontvangen")}</dt>
        <dd>${N(t.received,{weekday:!1,year:!0})}</dd>
        ${a(s("Eerste feedback"),t.feedback_by,t.feedback_on,"feedback")}
        ${a(s("Definitief antwoord"),t.answer_by,t.answered_on,"final")}
        ${t.closed_on?d`<dt>${s("Afgesloten")}</dt>
                <dd>${N(t.closed_on,{weekday:!1})}</dd>`:f}
      </dl>
    </section>`}notes(t){let{notes:n}=t.view;return d`<section class="card stack tight" aria-labelledby="notes-title">
      <h2 id="notes-title">${s("Interne nota’s")}</h2>
      <p class="hint">${s("De vraagsteller kan deze nota’s niet openen.")}</p>
      ${n.length===0?d`<p class="muted">${s("Nog geen nota’s.")}</p>`:d`<ol class="thread small">
              ${n.map(r=>d`<li>
                    ${this.message(t,r)}
                    ${r.kind==="draft"?d`<p><button type="button" class="button small" @click=${()=>this.composer.takeOver(r)}>${s("Neem dit ontwerp over")}</button></p>`:f}
                  </li>`)}
            </ol>`}
      <p class="no-print">
        <button type="button" class="button small" @click=${()=>this.composer.start("note")}>
          ${k("notebook-pen")}${s("Schrijf een nota")}
        </button>
      </p>
    </section>`}};function jg(e){e.target.closest("canvas, .thumb")&&e.preventDefault()}function Sg(e,t,n){return t.waits_for==="asker"?d`<p class="muted">${k("clock")} ${s("Nu wacht dit dossier op de vraagsteller.")}</p>`:t.waits_for!=="staff"||["passed","closed","withdrawn"].includes(t.state)?f:n===e.me.key?d`<p>${k("pencil")} ${s("Jij schrijft het antwoord.")}</p>`:f}function Ag(e){let n={thanks:s("bedankt of laat iets weten"),feedback:s("eerste feedback"),final:s("definitief antwoord"),pass:s("doorgegeven"),close:s("afgesloten"),withdraw:s("ingetrokken"),recuse:s("stapte opzij"),draft:s("ontwerp"),triage:s("indeling"),record:s("vastgelegd")}[e];return n?q(n):f}function Dg({thread:e,reason:t}){let n=e==="notes"?s("in de nota’s"):s("in het gesprek"),r={signature:s("de handtekening klopt niet"),writer:s("de schrijver hoort niet bij dit dossier"),"roster-withheld":s("de server houdt een wijziging van de deelnemers achter"),repeat:s("het stond er al, met een andere inhoud"),key:s("de sleutel ervan is niet gegeven")};return`${n}: ${r[t]??s("de inhoud past niet op deze plaats")}`}function Xl(e){return`${{rollback:s("De server toont een oudere toestand dan je al zag."),directory:s("Het dossier noemt een lijst van medewerkers die niet te controleren is."),excluded:s("De vraagsteller wil iemand buiten dit dossier houden, en die staat toch bij de deelnemers."),me:s("Je staat niet meer bij de deelnemers van dit dossier."),keys:s("De sleutel van het dossier past niet."),roster:s("De lijst van deelnemers klopt niet."),question:s("De eerste vraag ontbreekt of klopt niet."),notes:s("De sleutel van de nota’s is er niet. Vraag een facilitator om eerst iets in het dossier te doen.")}[e]??s("Wat de server geeft, klopt niet.")} ${s("Er is niets verstuurd. Verwittig een facilitator als dit blijft.")}`}var Ql=e=>new lo(e),lo=class{tab="figures";constructor(t){this.app=t,this.year=Number(t.me.today.slice(0,4))-1,this.outlook=null,this.names=new Map,this.carried=new Set,this.error=null,this.busy=!1}shown(){this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{this.outlook=await this.app.call(()=>this.app.me.api.get(`/archive?year=${this.year}`));for(let t of this.outlook?.open??[])this.names.set(t,await Fn(this.app.portal.words,g(t,16)))}catch(t){this.error=$(t)}this.draw()}async act(t,n){if(!this.busy){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),C(n)}catch(r){this.error=$(r)}this.busy=!1,await this.load()}}render(){return d`<div class="stack narrow">
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
      ${this.outlook===null?this.error?f:Z(s("Even geduld…")):this.body(this.outlook)}
    </div>`}turn(t){this.year+=t,this.outlook=null,this.carried.clear(),this.load()}body(t){return d` <p>
        ${s("Wat je archiveert, gaat in één bestand dat alleen met de archiefwoorden opengaat. Daarna worden de sleutels op de server vernietigd: niemand leest die dossiers hier nog.")}
      </p>
      ${t.presented?d`<p>${s("Het jaarverslag is voorgesteld op {day}.",{day:N(t.presented,{year:!0})})}</p>`:S("warn",d`<p>${s("Het jaarverslag van {year} is nog niet voorgesteld. Archiveren kan pas daarna.",{year:this.year})}</p>`)}
      <dl class="facts">
        <dt>${s("Klaar om te archiveren")}</dt>
        <dd>${t.ready.length}</dd>
        <dt>${s("Volgt later")}</dt>
        <dd>
          ${t.waiting.length}
          <small class="muted">${s("korter dan 60 dagen afgesloten, of nog niet gelezen door de vraagsteller")}</small>
        </dd>
        <dt>${s("Loopt nog")}</dt>
        <dd>${t.open.length}</dd>
        ${t.others>0?d`<dt>${s("Dossiers zonder jou")}</dt>
                <dd>${t.others} <small class="muted">${s("een andere facilitator ziet die")}</small></dd>`:f}
      </dl>
      ${t.open.length>0?this.openCases(t):f}
      <div class="actions">
        ${P({label:d`${k("archive")}${Y("Archiveer {n} dossier","Archiveer {n} dossiers",t.ready.length)}`,busyLabel:s("Wordt gearchiveerd…"),busy:this.busy,kind:"danger primary",disabled:t.presented===null||t.ready.length===0||t.open.some(n=>!this.carried.has(n)),click:()=>this.archive(t)})}
      </div>
      ${this.past(t.past)}`}openCases({open:t}){return d`<section class="stack tight">
      <h2>${s("Lopende dossiers")}</h2>
      <p>${s("Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.")}</p>
      ${t.map(n=>d`<div class="row">
            ${Je({id:`carry-${n}`,label:this.names.get(n)??"",text:s("gaat over naar volgend jaar"),checked:this.carried.has(n),change:r=>{this.carried[r?"add":"delete"](n),this.draw()}})}<button
              type="button"
              class="button small"
              @click=${()=>this.app.open(Vt(n,this.names.get(n)??""))}
            >
              ${s("Open")}
            </button>
          </div>`)}
    </section>`}async archive({ready:t}){await U({title:Y("{n} dossier van {year} archiveren?","{n} dossiers van {year} archiveren?",t.length,{year:this.year}),text:d`<p>
          ${s("Daarna opent alleen wie de archiefwoorden heeft deze dossiers nog, op een toestel zonder portaal. Dit kan je niet ongedaan maken.")}
        </p>
        <p>${s("Zeker dat de archiefwoorden veilig op papier staan?")}</p>`,yes:s("Archiveer"),danger:!0})&&await this.act(()=>this.app.me.api.post("/archive",{year:this.year,carry:[...this.carried]}),s("Het archief is gemaakt."))}past(t){return t.length===0?f:d`<section class="stack tight">
      <h2>${s("Gemaakte archieven")}</h2>
      <ul class="cards">
        ${t.map(n=>d`<li class="card stack tight">
              <div class="row spread">
                <strong>${n.year}</strong
                ><span
                  >${Y("{n} dossier","{n} dossiers",n.cases)},
                  ${N(n.day,{weekday:!1,year:!0})}</span
                >
              </div>
              ${n.file?d`<p class="words small">${n.file}</p>`:f}
              ${n.hash?d`<p class="hint">${s("Kenmerk van het bestand:")} <span class="words">${n.hash}</span></p>`:f}
              ${n.step==="done"?f:d`<p>${s("Nog bezig. De server maakt het af.")}</p>`}
              ${["collected","written"].includes(n.step)?d`<p><button type="button" class="button small" @click=${()=>this.act(()=>this.app.me.api.del(`/archive/${n.id}`),s("De dossiers zijn terug."))}>${s("Maak ongedaan")}</button></p>`:f}
            </li>`)}
      </ul>
      <p class="hint">${s("De systeembeheerder geeft je het bestand van de server.")}</p>
    </section>`}};var ed=e=>nd(e,null),td=e=>t=>nd(t,e);function nd(e,t){let n=()=>{e.screen===p&&e.update()},r=new wr(e.me.portal.org,n),a=null,o=null,i=0,c=!1,l=null,u=async()=>{try{let m=await En(e),w=await e.call(()=>m.loadAll(v=>{l=v,n()}));({refused:i,damaged:c}=m),a=await ir(e.me,w),n(),t!==null&&e.open(Ja(a,t)),await cr(e.me,a)}catch(m){o=$(m)}n()},p={tab:"figures",shown:()=>{a===null&&u()},render:()=>d`<div class="stack">
        <div class="row spread">
          <h1>${s("Cijfers")}</h1>
          <div class="row">
            ${a?d`<button type="button" class="button" @click=${()=>e.open(Ja(a))}>${k("file-text")}${s("Jaarverslag")}</button>`:f}
            <button type="button" class="button" @click=${()=>e.open(Ql)}>
              ${k("archive")}${s("Archief")}
            </button>
          </div>
        </div>
        <p class="hint">
          ${s("Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.")}
        </p>
        ${M(o)}
        ${i>0?S("warn",d`<p>${s("{n} regels van het register kloppen niet en tellen niet mee.",{n:i})}</p>`):f}
        ${c?S("warn",d`<p>${s("De samenvatting van het register die de server gaf, klopte niet. Alles is opnieuw geopend en nageteld; de cijfers hieronder zijn juist. Verwittig de systeembeheerder.")}</p>`):f}
        ${a?r.render(a):o?f:Z(s("Het register wordt geopend…"),l)}
      </div>`};return p}var uo=e=>ae(e,"invite/id",16);async function rd(e,t,n,r){let a=await ae(e,"invite/mac");return Eo(a,G(A(`adviespunt/v1/${t}`),n,await uo(e),...r))}var po=(e,t,n)=>rd(e,"offer",t,[n.organisation,n.person,A(n.role),A(n.name),A(n.function)]),ad=(e,t,{member:n,kem:r,sign:a})=>rd(e,"enrol",t,[n,r,a]);async function od(e,t,n,r){if(!y(await po(e,t,n),r))throw new Ze("offer")}async function sd(e,t,n,r){if(!y(await ad(e,t,n),r))throw new Ze("enrol")}async function id(e,t){let n=I(16),r=h(await uo(n)),a=t.person??I(16),o={...t,person:a,organisation:g(e.state.content.organisation,32)};await ht(e,c=>({...c,invitations:{...c.invitations,[r]:{code:h(n),name:t.name,person:h(a),role:t.role}}}));let i=h(await po(n,e.portal.id,o));return await e.api.post("/invitations",{id:r,person:h(a),role:t.role,name:t.name,function:t.function,mac:i}),n}async function cd(e,t){await e.api.del(`/invitations/${t}`),await ld(e,t)}function ld(e,t){return ht(e,n=>{let{[t]:r,...a}=n.invitations;return{...n,invitations:a}})}async function fo(e,t){let n=e.state.content.invitations[t.id];if(n===void 0||t.enrolment===null)return"unknown";if(!(n.person===t.person&&n.role===t.role&&n.name===t.name))return"wrong";let a=g(n.code,16),{person:o,role:i,name:c,function:l}=t,p={organisation:g(e.state.content.organisation,32),person:g(o,16),role:i,name:c,function:l};try{return await od(a,e.portal.id,p,g(t.mac)),await sd(a,e.portal.id,dd(t.enrolment),g(t.enrolment.mac)),"right"}catch(m){if(m instanceof O)return"wrong";throw m}}var dd=({member:e,kem:t,sign:n})=>({member:g(e,16),kem:g(t,1216),sign:g(n,32)}),ho=class extends Error{constructor(){super("reply"),this.name="BadReply"}};async function ud(e,t,n){if(await fo(e,t)!=="right"||t.enrolment===null)throw new ho;let{member:r,kem:a,sign:o}=dd(t.enrolment),{name:i,function:c,role:l}=t,u={id:r,person:g(t.person,16),name:i,function:c,role:l,kem:a,sign:o,active:!0};await Zs(e,u,n),await ld(e,t.id)}var pd=e=>e.api.get("/invitations");async function hd(e,t){let n=I(16),r=await ae(n,"staff/second-factor-reset");return await e.api.post(`/staff/members/${t}/second-factor`,{code_hash:h(r)}),n}var Gt=e=>new mo(e),mo=class{tab="team";constructor(t){this.app=t,this.invitations=[],this.known=new Map,this.loading=!0,this.error=null,this.busy="",this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.app.me,[n,{members:r}]=await this.app.call(()=>Promise.all([pd(t),t.api.get("/staff/members")]));this.invitations=await Promise.all(n.map(async a=>({...a,reply:await fo(t,a)}))),this.known=new Map(r.map(a=>[a.id,a]))}catch(t){this.error=$(t)}this.loading=!1,this.draw()}async act(t,n){if(this.busy===""){this.busy=t,this.error=null,this.draw();try{await this.app.call(n),await this.load()}catch(r){this.error=r instanceof xt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(r)}this.busy="",this.draw()}}render(){return d`<div class="stack">
      <div class="row spread">
        <h1>${s("Medewerkers")}</h1>
        <button type="button" class="button primary" @click=${()=>this.app.open(fd(null))}>
          ${k("user-plus")}${s("Nodig iemand uit")}
        </button>
      </div>
      ${M(this.error)}
      ${this.loading?Z(s("Even geduld…")):d`${this.open()}${this.list()}${to(this.app,this,"/journal",()=>this.draw())}`}
    </div>`}open(){return this.invitations.length===0?f:d`<section aria-labelledby="open-title" class="stack tight">
      <h2 id="open-title">${s("Uitnodigingen")}</h2>
      <ul class="cards">
        ${this.invitations.map(t=>d`<li class="card stack tight">
              <div class="row spread"><strong>${t.name}</strong>${q(Re(t.role))}</div>
              ${this.invitationText(t)}
              <div class="actions">
                ${t.status==="enrolled"&&t.reply==="right"?P({label:s("Zet de toegang aan"),busy:this.busy===t.id,click:()=>this.accept(t)}):f}
                <button type="button" class="button" @click=${()=>this.withdraw(t)}>
                  ${s("Trek de uitnodiging in")}
                </button>
              </div>
            </li>`)}
      </ul>
    </section>`}invitationText(t){return t.status==="open"?d`<p>${s("Wacht tot {name} de elf woorden intypt op de pagina /staff/join.",{name:t.name})}</p>`:t.reply==="right"?S("good",d`<p>${s("De gegevens kwamen terug en passen bij je woorden: het is wie de woorden kreeg.")}</p>`):t.reply==="wrong"?S("danger",d`<p>
          ${s("De gegevens passen niet bij de woorden die je gaf. Zet deze toegang niet aan. Trek de uitnodiging in en spreek {name} zelf aan.",{name:t.name})}
        </p>`):d`<p>${s("Een andere facilitator maakte deze uitnodiging en moet ze zelf nakijken.")}</p>`}list(){let t=[...ye(this.app.me)].sort((r,a)=>Number(a.active)-Number(r.active)||r.name.localeCompare(a.name)),n=t.filter(({active:r})=>!r);return d`<section aria-labelledby="list-title" class="stack tight">
      <h2 id="list-title">${s("Wie werkt hier")}</h2>
      <ul class="cards">
        ${t.filter(({active:r})=>r).map(r=>d`<li class="card">${this.member(r)}</li>`)}
      </ul>
      ${n.length>0?d`<details>
              <summary>${s("Wie hier niet meer werkt ({n})",{n:n.length})}</summary>
              <ul>
                ${n.map(({name:r,role:a})=>d`<li>${r}, ${Re(a)}</li>`)}
              </ul>
            </details>`:f}
    </section>`}member(t){let n=h(t.id),r=this.known.get(n),a=n===this.app.me.key;return d`<div class="stack tight">
      <div class="row spread">
        <span
          ><strong>${t.name}</strong>${a?d` <small>(${s("jij")})</small>`:f}<br /><small
            class="muted"
            >${t.function}</small
          ></span
        >${q(Re(t.role),t.role==="facilitator"?"accent":"")}
      </div>
      <p class="hint">
        ${r?.seen?s("Laatst aangemeld: {day}",{day:N(r.seen,{weekday:!1})}):s("Nog niet aangemeld")}${r?.second_factor==="reset"?d` · ${s("wacht op een nieuwe tweede factor")}`:f}
      </p>
      ${a?f:d`<div class="actions">
              <button type="button" class="button small" @click=${()=>this.resetFactor(t)}>
                ${s("Vernieuw de tweede factor")}
              </button>
              <button type="button" class="button small" @click=${()=>this.app.open(fd(t))}>
                ${s("Schrijf opnieuw in")}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy===n)}
                @click=${()=>this.app.open(Og(t))}
              >
                ${s("Zet de toegang uit")}
              </button>
            </div>`}
    </div>`}async accept(t){let n=this.app.me,r=Ys(n,{role:t.role,person:g(t.person,16)})?await md(this.app,s("{name} wordt facilitator. Daarvoor is de herstelsleutel van de organisatie nodig.",{name:t.name})):void 0;r!==null&&await this.act(t.id,async()=>{await ud(n,t,r??null),await fn(n),C(s("{name} kan zich nu aanmelden.",{name:t.name})),Jt(this.app),(t.role==="facilitator"||t.role==="helper")&&Dr(this.app).catch(()=>{})})}async withdraw(t){await U({title:s("De uitnodiging van {name} intrekken?",{name:t.name}),text:d`<p>${s("De elf woorden werken daarna niet meer.")}</p>`,yes:s("Trek in")})&&await this.act(t.id,()=>cd(this.app.me,t.id))}async resetFactor(t){await U({title:s("Een nieuwe tweede factor voor {name}?",{name:t.name}),text:d`<p>
        ${s("Doe dit als de telefoon of de passkey weg is. Geef de code zelf, aan iemand die je kent. De wachtzin blijft nodig. Is de nieuwe tweede factor ingesteld, dan gelden alle vorige niet meer.")}
      </p>`,yes:s("Maak een code")})&&await this.act(h(t.id),async()=>{let r=await hd(this.app.me,h(t.id));await Mg(this.app,s("Code voor {name}",{name:t.name}),r,s("Hiermee stelt {name} bij het aanmelden een nieuwe tweede factor in. De code werkt één keer.",{name:t.name}))})}};async function Mg(e,t,n,r){let a=await It(e.portal.words,n);await xe(o=>d`<div class="stack">
        <h2 id="dialog-title">${t}</h2>
        <p>${r}</p>
        ${tr(a)}
        <p class="hint">${s("Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer.")}</p>
        <div class="actions">
          <button type="button" class="button primary" @click=${()=>o(!0)}>${s("Ik heb ze genoteerd")}</button>
        </div>
      </div>`,{stays:!0})}function md(e,t){return xe(n=>{let r=document.createElement("div"),a="",o=null,i=async()=>{try{n(await hn(e.portal.words,a,32))}catch{o=s("Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na."),c()}},c=()=>ne(d`<form class="stack" @submit=${Ce(i)}>
          <h2 id="dialog-title">${s("De herstelsleutel")}</h2>
          <p>${t}</p>
          ${nt({id:"recovery-key-words",label:s("De 21 woorden"),value:a,rows:4,error:o,input:l=>{a=l}})}
          <p class="hint">${s("De woorden blijven in deze browser en worden meteen weer vergeten.")}</p>
          <div class="actions">
            <button type="button" class="button" @click=${()=>n(null)}>${s("Terug")}</button
            ><button type="submit" class="button primary">${s("Ga verder")}</button>
          </div>
        </form>`,r);return c(),d`${r}`})}function fd(e){return t=>{let n={name:e?.name??"",function:e?.function??"",role:e?.role??"coach"},r=!1,a=null,o=null,i=async()=>{if(r||n.name.trim()===""||n.function.trim()===""){a=r?null:s("Vul de naam en de functie in."),t.update();return}r=!0,a=null,t.update();try{let u={name:n.name.trim(),function:n.function.trim(),role:n.role,person:e?.person??null};o=await It(t.portal.words,await t.call(()=>id(t.me,u)))}catch(u){a=$(u)}r=!1,t.update()},c=(u,p)=>se({id:`invite-${u}`,label:p,value:n[u],input:m=>{n[u]=m}}),l=()=>d`<form class="stack" @submit=${Ce(i)}>
        ${e?S("info",d`<p>${s("Doe dit als {name} alles kwijt is: wachtzin, herstelcode en telefoon. De oude toegang eindigt zodra de nieuwe aangaat; de lopende dossiers komen mee.",{name:e.name})}</p>`):f}
        ${c("name",s("Naam, zoals collega’s en vraagstellers die zien"))} ${c("function",s("Functie"))}
        ${Ai({id:"invite-role",label:s("Rol"),value:n.role,options:Kg().map(([u,p])=>({key:u,label:Re(u),text:p})),change:u=>{n.role=u,t.update()}})}
        ${M(a)}
        <div class="actions">
          ${P({label:s("Maak de uitnodiging"),busy:r,click:i,type:"submit"})}
          <button type="button" class="button" @click=${()=>t.back()}>${s("Terug")}</button>
        </div>
      </form>`;return{tab:"team",render:()=>d`<div class="stack narrow">
          <h1>
            ${o?s("De uitnodiging voor {name}",{name:n.name}):e?s("{name} opnieuw inschrijven",{name:e.name}):s("Nodig iemand uit")}
          </h1>
          ${o?Ng(t,n.name,o):l()}
        </div>`}}}var Kg=()=>[["coach",s("Leest en beantwoordt alleen de dossiers die aan haar of hem zijn toegewezen.")],["helper",s("Doet met dossiers wat een facilitator doet, maar beheert geen medewerkers of archief.")],["facilitator",s("Leest alle vragen, wijst toe, nodigt medewerkers uit. Hiervoor zijn straks de woorden van de herstelsleutel nodig.")],["coordinator",s("Ziet de cijfers en het jaarverslag, geen dossiers.")]];function Ng(e,t,n){return d`<p>
      ${s("Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.",{name:t})}
    </p>
    ${tr(n)}
    <p>${s("{name} gaat ermee naar {address}.",{name:t,address:`${location.origin}/staff/join`})}</p>
    ${S("warn",d`<p>${s("Je ziet deze woorden maar één keer.")}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${()=>e.reset(Gt)}>
        ${s("Ik heb ze genoteerd")}
      </button>
    </div>`}function Og(e){return t=>{let n=h(e.id),r=null,a=null,o=!1,i=async()=>{try{let{cases:p}=await t.call(()=>t.me.api.get("/queue?keys=false"));r=(await br(t.me,p)).filter(w=>!Ne(w)&&w.coaches.includes(n))}catch(p){a=$(p)}t.update()},c=p=>p.coaches.length===1,l=async()=>{let p=e.role==="facilitator"?await md(t,s("{name} is facilitator. Om dat te beëindigen is de herstelsleutel nodig.",{name:e.name})):void 0;if(!(p===null||o||!await U({title:s("De toegang van {name} uitzetten?",{name:e.name}),text:d`<p>
          ${s("{name} wordt meteen afgemeld en kan zich niet meer aanmelden. Wat al gelezen is, blijft gelezen.",{name:e.name})}
        </p>`,yes:s("Zet de toegang uit"),danger:!0}))){o=!0,a=null,t.update();try{await t.call(async()=>{let w=ye(t.me).find(({id:v})=>h(v)===n);w&&await Xs(t.me,w,p??null),await fn(t.me)}),C(s("De toegang is uitgezet.")),t.reset(Gt),Dr(t).catch(()=>{})}catch(w){a=w instanceof xt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(w)}o=!1,t.update()}},u=e.role==="facilitator"&&Ln(t.me)<=1;return{tab:"team",shown:()=>{i()},render:()=>d`<div class="stack narrow">
          <h1>${s("{name} gaat weg",{name:e.name})}</h1>
          ${u?S("danger",d`<p>${s("Dit is de enige facilitator. Stel eerst een ander aan.")}</p>`):f}
          ${M(a)}
          ${r===null?Z(s("De lopende dossiers worden gezocht…")):zg(t,e,r,c)}
          <div class="actions">
            ${P({label:s("Zet de toegang uit"),busy:o,kind:"danger primary",disabled:u||r===null||r.some(c),click:l})}
            <button type="button" class="button" @click=${()=>t.back()}>${s("Terug")}</button>
          </div>
        </div>`}}}function zg(e,t,n,r){return n.length===0?d`<p>${s("Er loopt geen dossier waaraan alleen {name} werkt.",{name:t.name})}</p>`:d`<p>
      ${Y("{name} werkt aan {n} lopend dossier. Wijs eerst een ander toe waar niemand anders aan werkt.","{name} werkt aan {n} lopende dossiers. Wijs eerst een ander toe waar niemand anders aan werkt.",n.length,{name:t.name})}
    </p>
    <ul class="cards">
      ${n.map(a=>d`<li class="card row spread">
            <strong>${a.name}</strong>
            ${r(a)?q(s("nog niemand anders"),"warn"):q(s("ook een ander"),"good")}
            <button type="button" class="button small" @click=${()=>e.open(Vt(a.key,a.name))}>
              ${s("Open")}
            </button>
          </li>`)}
    </ul>`}async function gd(e){try{await ca(e.me),await Qs(e.me),Jt(e),(e.me.role==="facilitator"||e.me.role==="helper")&&await Dr(e),e.me.role==="facilitator"&&await Cg(e)}catch{Jt(e)}}async function Dr(e){let{cases:t}=await e.me.api.get("/queue?keys=false"),n=t.filter(o=>o.state!=="withdrawn"&&Tg(e,o)),r=0,a=0;for(let o of n)n.length>3&&Pg(e,r,n.length),await Bc(e.me,o).catch(()=>!1)&&(a+=1),r+=1;Jt(e),a>0&&C(Y("Van {n} dossier zijn de sleutels bijgewerkt.","Van {n} dossiers zijn de sleutels bijgewerkt.",a))}function Tg(e,t){return Ka(e.me,t).length>0||Na(e.me,t).length>0}function Pg(e,t,n){e.banner=Z(s("Sleutels van dossiers worden bijgewerkt: {done} van {all}. Je kan intussen verder werken.",{done:t,all:n}),{done:t,all:n}),e.update()}async function Cg(e){if(pt(e.me.directories.current,"coordinator").length===0||await Wc(e.me)===e.me.today)return;let t=await En(e);await cr(e.me,await ir(e.me,await t.loadAll()))}async function Jt(e){if(e.session?.role!=="facilitator")return;let t=Ln(e.me)<2?Rg(e):f;e.banner=t,e.update();let n=await fl(e,r=>e.reset(td(r))).catch(()=>f);e.banner=d`${t}${n}`,e.update()}function Rg(e){let t=e.me.portal.org.accepts;return d`<div class="banner">
    ${S("warn",d`<p>
          <strong>${s("Je bent de enige facilitator.")}</strong>
          ${t?s("Het adviespunt is open, maar als jij uitvalt, leest niemand de vragen."):s("Vragen stellen kan pas als er een tweede is. Zo kan de vraagsteller één van beiden buiten een dossier houden, en leest iemand de vragen als jij uitvalt.")}
        </p>
        <p class="row">
          <button type="button" class="button small" @click=${()=>e.reset(Gt)}>
            ${s("Nodig een tweede facilitator uit")}
          </button>
          ${t?f:d`<button type="button" class="button small" @click=${()=>Bg(e)}>${s("Open toch al")}</button>`}
        </p>`)}
  </div>`}async function Bg(e){if(await U({title:s("Het adviespunt openen met één facilitator?"),text:d`<p>
      ${s("Een vraagsteller kan jou dan niet buiten een dossier houden: dan leest niemand de vraag. En val je uit, dan blijven vragen liggen.")}
    </p>`,yes:s("Open het adviespunt"),danger:!0})){try{await e.call(()=>e.me.api.put("/organisation/opening",{allowed:!0})),e.me.portal.org.accepts=!0,C(s("Het adviespunt is open."))}catch(n){C($(n))}Jt(e)}}var go=4;function wd(e,t){let n=e.length+2*go;return d`<svg class="qr-drawing" viewBox="0 0 ${n} ${n}" role="img" aria-label=${t}>
    <rect width=${n} height=${n} fill="#fff"></rect>
    <path d=${Ig(e)} fill="#000"></path>
  </svg>`}function Ig(e){return e.flatMap((t,n)=>[...t.matchAll(/1+/g)].map(({0:r,index:a})=>`M${a+go} ${n+go}h${r.length}v1h-${r.length}z`)).join("")}var Lg={nl:"Nederlands",fr:"Français",en:"English"};function yd(e){let t=null,n="",r=null,a=null,o=async()=>{try{n=await Un(e.portal.words,e.me.directories.current.organisation),t=(await e.call(()=>e.me.api.get("/entrances"))).entrances}catch(i){a=$(i)}e.update()};return{tab:"poster",shown:()=>{t===null&&o()},render:()=>{if(t===null)return d`${M(a)}${a?f:Z(s("De affiche wordt gemaakt…"))}`;let i={organisation:e.portal.org,entrances:t,words:n};return d`${_g(i)}${Ug(i)}${Hg(r??qg(i),c=>{r=c})}`}}}function _g({organisation:e}){let t=e.languages.filter(n=>n!==V);return d`<div class="stack no-print">
    <div class="row spread">
      <h1>${s("Affiche en tekst voor het intranet")}</h1>
      ${P({label:d`${k("printer")}${s("Druk de affiche af")}`,click:()=>print()})}
    </div>
    <p>
      ${s("Hang de affiche waar mensen alleen zijn en waar geen camera hangt: de kleedkamer, het toilet, de koffiehoek.")}
    </p>
    ${S("info",d`<p>${s("De zes woorden komen uit de lijst van medewerkers die jouw browser heeft nagekeken. Kijk na of ze dezelfde zijn als op je eigen papier voor je afdrukt.")}</p>`)}
    ${t.length>0?d`<p class="row">
            ${s("In een andere taal:")}
            ${t.map(n=>d`<a href=${n==="nl"?"/staff":`/${n}/staff`} lang=${n}>${Lg[n]}</a>`)}
          </p>`:f}
  </div>`}function Ug({organisation:e,entrances:t,words:n}){let{feedback:r,final:a}=e.promises;return d`<article class="poster" aria-label=${s("Affiche")}>
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
    <div class="poster-ways">${t.map(Fg)}</div>
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
  </article>`}function Fg({address:e,onion:t,qr:n}){let r=e.replace(/^https?:\/\//,"");return d`<div class="poster-way ${t?"onion":""}">
    ${wd(n,s("QR-code van {address}",{address:r}))}
    <p>
      <span>${t?s("Of met Tor Browser:"):s("Scan, of typ over:")}</span>
      <strong class="words">${t?r:e}</strong>
    </p>
  </div>`}function Hg(e,t){let n=async()=>{await navigator.clipboard.writeText(document.getElementById("intranet").value),C(s("De tekst is gekopieerd."))};return d`<section class="stack no-print" aria-labelledby="intranet-title">
    <h2 id="intranet-title">${s("Tekst voor het intranet")}</h2>
    <p>
      ${s("Zet het adres erin als tekst, niet als link: wie er op het werk op klikt, staat in de logboeken van het netwerk.")}
    </p>
    ${nt({id:"intranet",label:s("De tekst"),value:e,rows:18,input:t})}
    <div class="row">
      ${P({label:d`${k("file-text")}${s("Kopieer de tekst")}`,kind:"",click:n})}
    </div>
  </section>`}function qg({organisation:e,entrances:t,words:n}){let{texts:r,promises:a}=e,o=i=>r[i]?wo(r[i]):"";return[s("Twijfel je? Vraag raad, zonder te zeggen wie je bent."),o("start")||s("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee."),o("who"),s("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",a),o("duty"),o("advice"),[s("Zo kom je er, met je eigen toestel en je eigen internet. Typ het adres over:"),...t.map(({address:i,onion:c})=>c?s("{address} (met Tor Browser)",{address:i}):i)].join(`
`),`${s("Deze zes woorden horen bij het echte adviespunt. Zie je op de startpagina andere, stel dan geen vraag:")}
${n}`].filter(Boolean).join(`

`)}yi(async e=>{let t=new Qn(e,await ri(Yt)),n=()=>{};t.signInAgain=async a=>{let o=await Wi(t,a);return n(),n=Cr(Yt,()=>{t.goIdle()}),o},t.signOut=()=>{n(),Zg(t)},gi(()=>t.screen?.unsent?.()===!0),await Wg(t,()=>{n(),n=Cr(Yt,()=>{t.goIdle()}),Gg(t)})});async function Wg(e,t){if(!e.portal.org.ready){e.reset(Yg);return}try{e.session=await ii(e.portal)}catch(n){if(!(n instanceof K||n instanceof O||n instanceof Ge))throw n;e.reset(pa(t,Vg(n)));return}e.session===null?e.reset(pa(t)):t()}function Vg(e){return e instanceof K?s("Meld je opnieuw aan."):s("De lijst van medewerkers die de server geeft, klopt niet met wat je eerder zag. Verwittig een collega voor je verdergaat.")}function Gg(e){let{role:t}=e.me;e.tabs=[],t!=="coordinator"&&e.tabs.push({key:"queue",label:s("Vragen"),icon:"inbox",open:so}),t==="facilitator"&&(e.tabs.push({key:"team",label:s("Medewerkers"),icon:"users",open:Gt}),e.tabs.push({key:"poster",label:s("Affiche"),icon:"printer",open:yd}),e.tabs.push({key:"figures",label:s("Cijfers"),icon:"chart-column",open:ed})),e.tabs.push({key:"account",label:s("Mijn toegang"),icon:"key-round",open:ar}),e.reset(t==="coordinator"?Jg:so),gd(e)}function Jg(){return{tab:"reports",render:()=>d`<div class="stack narrow">
        <h1>${s("Cijfers en jaarverslag")}</h1>
        <p>${s("Als integriteitscoördinator zie je geen dossiers, wel de cijfers.")}</p>
        <p><a class="button primary" href=${ta("/reports")}>${s("Naar de cijfers")}</a></p>
      </div>`}}function Yg(){return{render:()=>d`<div class="stack narrow">
        <h1>${s("Dit adviespunt is nog niet ingericht")}</h1>
        <p>${s("De systeembeheerder kreeg bij het installeren een link waarmee de eerste facilitator dat doet.")}</p>
      </div>`}}async function Zg(e){await li(e.session,Yt),location.replace(ta("/staff"))}
