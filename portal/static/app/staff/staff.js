import{a as d,b as E,c as f,d as oe,f as Fo}from"./lit-html.js";var Ho=null,Wo=()=>Ho===null?{}:{"Adviespunt-Pass":Ho};var j=class extends Error{constructor(t,n,r=null,a=null){super(n),this.name="ApiError",this.status=t,this.problem=n,this.detail=r,this.content=a}};function mu(e={}){let{base:t="/api/v1",fetch:n=globalThis.fetch.bind(globalThis)}=e,r=async(a,o,i,c)=>gu(await n(t+o,wu(a,i,c)).catch(qo));return{get:a=>r("GET",a),put:(a,o,i)=>r("PUT",a,o,i).catch(c=>{if(c instanceof j&&c.problem==="network")return r("PUT",a,o,i);throw c}),post:(a,o,i)=>r("POST",a,o,i),del:a=>r("DELETE",a)}}function qo(){throw new j(0,"network")}function wu(e,t,n){let r={method:e,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...Wo(),...n}};return t===void 0?r:t instanceof FormData?{...r,body:t}:t instanceof Uint8Array?{...r,body:t,headers:{...r.headers,"Content-Type":"application/octet-stream"}}:{...r,body:JSON.stringify(t),headers:{...r.headers,"Content-Type":"application/json"}}}async function gu(e){let t=await yu(e).catch(qo);if(e.ok)return t;let n=typeof t?.problem=="string"?t.problem:`http-${e.status}`;throw new j(e.status,n,t?.detail??null,t)}async function yu(e){let t=e.headers.get("Content-Type")??"";return e.status===204?null:t.startsWith("application/octet-stream")?new Uint8Array(await e.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(t)?e.json():null}var an=typeof location>"u"?null:mu();var T=class extends Error{name="ProtocolError";constructor(t="",n=void 0){super(t,{cause:n}),this.reason=t}},N=class extends T{name="Malformed"},I=class extends T{name="Unsealable";constructor(t){super("unsealable",t)}},et=class extends T{name="BadSignature"},v=class extends T{name="Refused"},De=class extends T{name="Unreadable"};function Ut(e){if(e instanceof T)return null;throw e}var bu=new TextEncoder,ku=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),K=e=>bu.encode(e);function In(e){try{return ku.decode(e)}catch(t){throw new N("utf8",t)}}function A(...e){let t=new Uint8Array(e.reduce((r,a)=>r+a.length,0)),n=0;for(let r of e)t.set(r,n),n+=r.length;return t}function Ft(e){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,e),t}function Vo(e){let t=new Uint8Array(8);return new DataView(t.buffer).setBigUint64(0,BigInt(e)),t}var Re=e=>A(Ft(e.length),e),J=(...e)=>A(...e.map(Re)),P=e=>crypto.getRandomValues(new Uint8Array(e));function b(e,t){if(e.length!==t.length)return!1;let n=0;for(let r=0;r<e.length;r+=1)n|=e[r]^t[r];return n===0}function Q(...e){for(let t of e)t.fill(0)}function ye(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<n;r+=1)if(e[r]!==t[r])return e[r]-t[r];return e.length-t.length}var Ke=class{constructor(t){this.bytes=t,this.at=0}take(t){if(this.at+t>this.bytes.length)throw new N("too-short");return this.at+=t,this.bytes.slice(this.at-t,this.at)}u32(){let t=this.take(4);return new DataView(t.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new N("left-over")}};function h(e){let t="";for(let n=0;n<e.length;n+=8192)t+=String.fromCharCode(...e.subarray(n,n+8192));return btoa(t).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function g(e,t=null){if(typeof e!="string"||!/^[A-Za-z0-9_-]*$/.test(e)||e.length%4===1)throw new N("b64");let n=atob(e.replaceAll("-","+").replaceAll("_","/")),r=new Uint8Array(n.length);for(let o=0;o<r.length;o+=1)r[o]=n.charCodeAt(o);let a=e.length-e.length%4;if(h(r.subarray(a/4*3))!==e.slice(a))throw new N("b64");if(t!==null&&r.length!==t)throw new N("length");return r}var le=e=>K(Wr(e));function Wr(e){if(e===null||typeof e=="boolean")return String(e);if(typeof e=="number")return $u(e);if(typeof e=="string")return xu(e);if(Array.isArray(e))return`[${e.map(Wr).join(",")}]`;if(typeof e=="object")return vu(e);throw new N("json")}function vu(e){let t=Object.keys(e).sort();if(!t.every(n=>/^[\x00-\x7f]*$/.test(n)))throw new N("json");return`{${t.map(n=>`${JSON.stringify(n)}:${Wr(e[n])}`).join(",")}}`}function $u(e){if(!Number.isSafeInteger(e)||e<0||Object.is(e,-0))throw new N("json");return String(e)}function xu(e){if(/\p{Surrogate}/u.test(e))throw new N("json");return JSON.stringify(e)}function Ue(e){let t=ju(In(e));if(typeof t!="object"||t===null||Array.isArray(t))throw new N("json");if(!b(Eu(t),e))throw new N("json");return t}function Eu(e){try{return le(e)}catch(t){throw t instanceof RangeError?new N("json",t):t}}function ju(e){try{return JSON.parse(e)}catch(t){throw new N("json",t)}}var Su=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),Yo={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},Au=new Uint8Array(32);async function R(e){return new Uint8Array(await crypto.subtle.digest("SHA-256",be(e)))}async function Jo(e,t){let n=await crypto.subtle.importKey("raw",be(e),{name:"HMAC",hash:"SHA-256"},!1,["sign"]);return new Uint8Array(await crypto.subtle.sign("HMAC",n,be(t)))}async function Rn(e){return e instanceof CryptoKey?e:crypto.subtle.importKey("raw",be(e),"HKDF",!1,["deriveBits"])}async function qr(e,t,n,r){let a={name:"HKDF",hash:"SHA-256",salt:be(t),info:be(n)};return new Uint8Array(await crypto.subtle.deriveBits(a,await Rn(e),8*r))}var se=(e,t,n=32)=>qr(e,Au,K(`adviespunt/v1/${t}`),n);async function Zo(e,t){try{return typeof Worker>"u"?await Mu(e,t):await Du(e,t)}finally{Q(e)}}async function Mu(e,t){let{argon2id:n}=await import("../../vendor/argon2id.js");return A(await n({...Su,password:e,salt:t,outputType:"binary"}))}function Du(e,t){let n=on("argon2");return new Promise((r,a)=>{n.onmessage=({data:o})=>o.root?r(o.root):a(new Error("argon2")),n.onerror=()=>a(new Error("argon2")),n.postMessage({password:e,salt:t})}).finally(()=>n.terminate())}var Go;function on(e){return new Worker(Ku(Yo[e]),{type:"module"})}function Ku(e){let t=globalThis.trustedTypes;return t?(Go??=t.createPolicy("adviespunt",{createScriptURL:Nu}),Go?.createScriptURL(e)):e}function Nu(e){if(!Object.values(Yo).includes(e))throw new TypeError("not a worker of this portal");return e}var be=e=>e;var Ou=15,zu=5,Yr="k",Gr=12,Vr=6e4;async function Xo({kind:e,id:t,seed:n},r){let a=P(Gr),o=await Qo(r,"encrypt"),i=await crypto.subtle.encrypt(es(a,e,t),o,be(n));sessionStorage.setItem(Yr,h(A(a,new Uint8Array(i))))}async function Jr(e,t){let n=sessionStorage.getItem(Yr);if(n===null)return null;let r=await Tu(e);if(r===null||r.kind!==t)return null;try{return await Pu(g(n),r)}catch{return Ht(),null}}async function Tu(e){try{return await e.get("/session")}catch(t){if(!(t instanceof j)||t.status!==401)throw t;return Ht(),null}}async function Pu(e,{kind:t,id:n,role:r=null,tab_key:a}){let o=g(n,16),i=await Qo(a,"decrypt"),c=es(e.slice(0,Gr),t,o),l=new Uint8Array(await crypto.subtle.decrypt(c,i,e.slice(Gr)));return{kind:t,id:o,role:r,seed:l}}async function Qo(e,t){let n=g(e,32),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,[t]);return Q(n),r}function es(e,t,n){return{name:"AES-GCM",iv:e,additionalData:A(K(`adviespunt/v1/tab/${t}`),n)}}function Ht(){sessionStorage.removeItem(Yr)}async function ts(e){Ht(),await e.del("/session").catch(()=>{})}function Zr(e,t){let n=Date.now(),r=n,a=()=>{n=Date.now()},o=()=>{let u=Date.now();u-n>=Ou*Vr?(l(),Ht(),t()):n>r&&u-r>=zu*Vr&&(r=u,e.get("/session").catch(()=>{}))},i=["keydown","pointerdown","input","wheel"],c=setInterval(o,Vr/4),l=()=>{clearInterval(c),document.removeEventListener("visibilitychange",o);for(let u of i)removeEventListener(u,a,{capture:!0})};for(let u of i)addEventListener(u,a,{capture:!0,passive:!0});return document.addEventListener("visibilitychange",o),l}function fs(e,t,n){let r=new Uint8Array(n);r.set(e);let a=t;for(let o=n-1;o>=0&&a>0;o--)r[o]=r[o]^a&255,a=Math.floor(a/256);return r}function Cu(e){return Math.min(2**(8*e)-1,Number.MAX_SAFE_INTEGER)}function ms(e,t){if(e>=t)throw new Es("Sequence number overflow");return++e}async function ws(e,t,n,r){Ne(n,"exporterContext");let a=Os(e.KDF);if(!Number.isInteger(r)||r<=0||r>65535)throw new TypeError('"L" must be a positive integer not exceeding 65535');if(a===2&&r>255*e.KDF.Nh)throw new TypeError('"L" must not exceed 255*Nh of the cipher suite KDF');return await(a===1?Vu:Ju)(e.KDF,e.id,t,n,r)}var gs=class{#e=Promise.resolve();async lock(){let e,t=new Promise(r=>{e=r}),n=this.#e;return this.#e=t,await n,e}};function ys(e,t,n,r,a){return{suite:e,mode:t,key:n,base_nonce:r,exporter_secret:a,max_seq:Cu(e.AEAD.Nn),seq:0,mutex:void 0}}var Bu=class{#e;constructor(e,t,n,r,a){this.#e=ys(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Seal(e,t){Ne(e,"plaintext"),t??=new Uint8Array,Ne(t,"aad");let n=this.#e;if(n.suite.AEAD.id===dn)throw new TypeError("Export-only AEAD cannot be used with Seal");n.mutex??=new gs;let r=await n.mutex.lock(),a;try{return a=await n.suite.AEAD.Seal(n.key,fs(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e),n.seq=ms(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await ws(this.#e.suite,this.#e.exporter_secret,e,t)}get Nt(){return this.#e.suite.AEAD.Nt}},_u=class{#e;constructor(e,t,n,r,a){this.#e=ys(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Open(e,t){Ne(e,"ciphertext"),t??=new Uint8Array,Ne(t,"aad");let n=this.#e;if(n.suite.AEAD.id===dn)throw new TypeError("Export-only AEAD cannot be used with Open");n.mutex??=new gs;let r=await n.mutex.lock();try{let a;try{a=await n.suite.AEAD.Open(n.key,fs(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e)}catch(o){throw o instanceof Es||o instanceof St?o:new Ru("AEAD decryption failed",{cause:o})}return n.seq=ms(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await ws(this.#e.suite,this.#e.exporter_secret,e,t)}},Xr=(e,t)=>{try{let n=e();if(n.type!==t)throw new Error(`Invalid "${t}" return discriminator`);return n}catch(n){throw new TypeError(`Invalid "${t}"`,{cause:n})}},Lu=class{#e;constructor(e,t,n){let r=Xr(e,"KEM"),a=Xr(t,"KDF"),o=Xr(n,"AEAD");this.#e={KEM:r,KDF:a,AEAD:o,id:Me(Uu,He(r.id,2),He(a.id,2),He(o.id,2))}}get KEM(){return{id:this.#e.KEM.id,name:this.#e.KEM.name,Nsecret:this.#e.KEM.Nsecret,Nenc:this.#e.KEM.Nenc,Npk:this.#e.KEM.Npk,Nsk:this.#e.KEM.Nsk}}get KDF(){return{id:this.#e.KDF.id,name:this.#e.KDF.name,stages:this.#e.KDF.stages,Nh:this.#e.KDF.Nh}}get AEAD(){return{id:this.#e.AEAD.id,name:this.#e.AEAD.name,Nk:this.#e.AEAD.Nk,Nn:this.#e.AEAD.Nn,Nt:this.#e.AEAD.Nt}}async GenerateKeyPair(e){return e??=!1,Qr(e),await this.#e.KEM.GenerateKeyPair(e)}async DeriveKeyPair(e,t){if(t??=!1,Qr(t),Ne(e,"ikm"),e.byteLength<this.#e.KEM.Nsk)throw new os('Insufficient "ikm" length');try{return await this.#e.KEM.DeriveKeyPair(e,t)}catch(n){throw n instanceof St?n:new os("Key derivation failed",{cause:n})}}async SerializePrivateKey(e){return Wt(e,"private",!0),await this.#e.KEM.SerializePrivateKey(e)}async SerializePublicKey(e){return Wt(e,"public",!0),await this.#e.KEM.SerializePublicKey(e)}async DeserializePrivateKey(e,t){t??=!1,Qr(t),Ne(e,"privateKey");try{if(e.byteLength!==this.#e.KEM.Nsk)throw new Error('Invalid "privateKey" length');return await this.#e.KEM.DeserializePrivateKey(e,t)}catch(n){throw n instanceof St?n:new rs("Private key deserialization failed",{cause:n})}}async DeserializePublicKey(e){Ne(e,"publicKey");try{if(e.byteLength!==this.#e.KEM.Npk)throw new Error('Invalid "publicKey" length');return await this.#e.KEM.DeserializePublicKey(e)}catch(t){throw t instanceof St?t:new rs("Public key deserialization failed",{cause:t})}}async Seal(e,t,n){if(this.#e.AEAD.id===dn)throw new TypeError("Export-only AEAD cannot be used with Seal");let{encapsulatedSecret:r,ctx:a}=await this.SetupSender(e,n),o=await a.Seal(t,n?.aad);return{encapsulatedSecret:r,ciphertext:o}}async Open(e,t,n,r){if(this.#e.AEAD.id===dn)throw new TypeError("Export-only AEAD cannot be used with Open");return await(await this.SetupRecipient(e,t,r)).Open(n,r?.aad)}async SendExport(e,t,n,r){let{encapsulatedSecret:a,ctx:o}=await this.SetupSender(e,r),i=await o.Export(t,n);return{encapsulatedSecret:a,exportedSecret:i}}async ReceiveExport(e,t,n,r,a){return await(await this.SetupRecipient(e,t,a)).Export(n,r)}async SetupSender(e,t){Wt(e,"public");let n,r;try{let u=await this.#e.KEM.Encap(e);n=u.shared_secret,r=u.enc}catch(u){throw u instanceof ns||u instanceof St?u:new Iu("Encapsulation failed",{cause:u})}let a=t?.psk?.byteLength?is:ss,{key:o,base_nonce:i,exporter_secret:c}=await ls(this.#e,a,n,t?.info,t?.psk,t?.pskId),l=new Bu(this.#e,a,o,i,c);return{encapsulatedSecret:r,ctx:l}}async SetupRecipient(e,t,n){let{skR:r,pkR:a}=this.#t(e);if(Ne(t,"encapsulatedSecret"),t.byteLength!==this.#e.KEM.Nenc)throw new as("Invalid encapsulated secret length");let o;try{o=await this.#e.KEM.Decap(t,r,a)}catch(p){throw p instanceof ns||p instanceof St?p:new as("Decapsulation failed",{cause:p})}let i=n?.psk?.byteLength?is:ss,{key:c,base_nonce:l,exporter_secret:u}=await ls(this.#e,i,o,n?.info,n?.psk,n?.pskId);return new _u(this.#e,i,c,l,u)}#t(e){return Zu(e)?{skR:e.privateKey,pkR:e.publicKey}:(Wt(e,"private"),{skR:e,pkR:void 0})}},ns=class bs extends Error{constructor(t,n){super(t,n),this.name="ValidationError",Error.captureStackTrace?.(this,bs)}},rs=class ks extends Error{constructor(t,n){super(t,n),this.name="DeserializeError",Error.captureStackTrace?.(this,ks)}},Iu=class vs extends Error{constructor(t,n){super(t,n),this.name="EncapError",Error.captureStackTrace?.(this,vs)}},as=class $s extends Error{constructor(t,n){super(t,n),this.name="DecapError",Error.captureStackTrace?.(this,$s)}},Ru=class xs extends Error{constructor(t,n){super(t,n),this.name="OpenError",Error.captureStackTrace?.(this,xs)}},Es=class js extends Error{constructor(t,n){super(t,n),this.name="MessageLimitReachedError",Error.captureStackTrace?.(this,js)}},os=class Ss extends Error{constructor(t,n){super(t,n),this.name="DeriveKeyPairError",Error.captureStackTrace?.(this,Ss)}},St=class As extends Error{constructor(t,n){super(t,n),this.name="NotSupportedError",Error.captureStackTrace?.(this,As)}},ss=0,is=1;function Me(...e){let t=e.reduce((a,{length:o})=>a+o,0),n=new Uint8Array(t),r=0;for(let a of e)n.set(a,r),r+=a.length;return n}function Fe(e,t,n){return Uint8Array.prototype.slice.call(e,t,n)}function Ce(e){let t=new Uint8Array(e.length);for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);if(r>127)throw new TypeError("Input string must contain only ASCII characters");t[n]=r}return t}var ra=Ce("HPKE-v1"),Uu=Ce("HPKE"),Ms=Ce("KEM"),Ds=Ce("sec"),Ks=Ce("secret"),Fu=Ce("key"),Hu=Ce("base_nonce"),cs=Ce("exp"),Wu=Ce("psk_id_hash"),qu=Ce("info_hash"),Ns=Ce("DeriveKeyPair");function cn(e){return Me(He(e.byteLength,2),e)}async function Wn(e,t,n,r,a,o){let i=Me(n,ra,t,cn(r),He(o,2),a);return await e.Derive(i,o)}async function Vu(e,t,n,r,a){return pt(r,"Exporter context",Fn),await Wn(e,t,n,Ds,r,a)}async function Gu(e,t,n,r,a,o){pt(a,"PSK",Fn),pt(o,"PSK ID",Fn),pt(r,"Info",Fn);let i=Me(cn(a),cn(n)),c=Me(He(t,1),cn(o),cn(r)),l=await Wn(e.KDF,e.id,i,Ks,c,e.AEAD.Nk+e.AEAD.Nn+e.KDF.Nh),u=Fe(l,0,e.AEAD.Nk),p=Fe(l,e.AEAD.Nk,e.AEAD.Nk+e.AEAD.Nn),m=Fe(l,e.AEAD.Nk+e.AEAD.Nn);return{key:u,base_nonce:p,exporter_secret:m}}var Un=65535,Fn=65535;function pt(e,t,n){if(e.byteLength>n)throw new TypeError(`${t} length must not exceed ${n} bytes`)}function Ne(e,t){if(!(e instanceof Uint8Array))throw new TypeError(`"${t}" must be Uint8Array`);if(typeof SharedArrayBuffer<"u"&&e.buffer instanceof SharedArrayBuffer)throw new TypeError(`"${t}" must not be backed by a SharedArrayBuffer`)}function Qr(e){if(typeof e!="boolean")throw new TypeError('"extractable" must be boolean')}async function Yu(e,t,n,r,a,o){pt(a,"PSK",Un),pt(o,"PSK ID",Un),pt(r,"Info",Un);let[i,c]=await Promise.all([ea(e.KDF,e.id,new Uint8Array,Wu,o),ea(e.KDF,e.id,new Uint8Array,qu,r)]),l=Me(He(t,1),i,c),u=await ea(e.KDF,e.id,n,Ks,a);if(e.AEAD.id===dn){let y=await ln(e.KDF,e.id,u,cs,l,e.KDF.Nh);return{key:new Uint8Array,base_nonce:new Uint8Array,exporter_secret:y}}let[p,m,w]=await Promise.all([ln(e.KDF,e.id,u,Fu,l,e.AEAD.Nk),ln(e.KDF,e.id,u,Hu,l,e.AEAD.Nn),ln(e.KDF,e.id,u,cs,l,e.KDF.Nh)]);return{key:p,base_nonce:m,exporter_secret:w}}async function Ju(e,t,n,r,a){return pt(r,"Exporter context",Un),await ln(e,t,n,Ds,r,a)}async function ea(e,t,n,r,a){let o=Me(ra,t,r,a);return await e.Extract(n,o)}async function ln(e,t,n,r,a,o){let i=Me(He(o,2),ra,t,r,a);return await e.Expand(n,i,o)}function Zu(e){if(!e||typeof e!="object")return!1;if("publicKey"in e&&"privateKey"in e){let t=e.publicKey;e=e.privateKey;try{if(Wt(t,"public"),Wt(e,"private"),t.algorithm.name!==e.algorithm.name)throw new TypeError("key pair algorithms do not match")}catch(n){throw new TypeError('Invalid "privateKey"',{cause:n})}return!0}return!1}function Wt(e,t,n){let r=e;if(typeof r.algorithm!="object"||typeof r.algorithm.name!="string"||typeof r.extractable!="boolean"||typeof r.type!="string"||r.type!==t)throw new TypeError(`Invalid "${t}Key"`);if(n&&r.extractable!==!0)throw new TypeError(`"${t}Key" must be extractable`)}function He(e,t){if(!Number.isSafeInteger(t)||t<=0)throw new Error("w must be a positive safe integer");if(!Number.isSafeInteger(e)||e<0)throw new Error("n must be a non-negative safe integer");let n=Math.pow(256,t);if(e>=n)throw new Error("n too large to fit in w-length byte string");let r=new Uint8Array(t),a=e;for(let o=0;o<t&&a;o++)r[t-(o+1)]=a%256,a=Math.floor(a/256);return r}function Os(e){if(e.stages===1||e.stages===2)return e.stages;throw new Error("unreachable")}async function ls(e,t,n,r,a,o){r??=new Uint8Array,Ne(r,"info"),a??=new Uint8Array,Ne(a,"psk"),o??=new Uint8Array,Ne(o,"pskId");let i=Os(e.KDF)===1?Gu:Yu;return Xu(a,o),await i(e,t,n,r,a,o)}function Xu(e,t){if(e.byteLength&&t.byteLength){if(e.byteLength<32)throw new TypeError("Insufficient PSK length");return}if(!(!e.byteLength&&!t.byteLength))throw new TypeError("Inconsistent PSK inputs")}var ta=()=>{throw new Error("unreachable")},dn=65535,Qu=2**36-31,$y=2**38-64;async function C(e,t){try{return await e(crypto.subtle)}catch(n){throw n instanceof TypeError||n instanceof DOMException&&n.name==="NotSupportedError"?new St(`${t} is unsupported in this runtime`,{cause:n}):n}}async function na(e,t,n){let r=e.get(t);if(r&&r.bytes.byteLength===t.byteLength&&r.bytes.every((i,c)=>i===t[c]))return r.key;let a=Fe(t),o={bytes:a,key:n(a)};e.set(t,o);try{return await o.key}catch(i){throw e.get(t)===o&&e.delete(t),i}}function ep(){let e;async function t(r){return await C(a=>a.importKey("raw",r,{name:"HMAC",hash:this.hash},!1,["sign"]),this.name)}let n=new WeakMap;return{stages:2,Derive:ta,async Extract(r,a){let o=r.byteLength===0?e??=await t.call(this,new ArrayBuffer(this.Nh)):await t.call(this,r);return new Uint8Array(await C(i=>i.sign("HMAC",o,a),this.name))},async Expand(r,a,o){if(r.byteLength<this.Nh)throw new Error("prk.byteLength < this.Nh");if(o>255*this.Nh)throw new Error("L must be <= 255*Nh");let i=Math.ceil(o/this.Nh),c=await na(n,r,p=>t.call(this,p)),l=new Uint8Array(i*this.Nh),u=new Uint8Array;for(let p=0;p<i;p++){let m=new Uint8Array(u.byteLength+a.byteLength+1);m.set(u),m.set(a,u.byteLength),m[u.byteLength+a.byteLength]=p+1;let w=new Uint8Array(await C(y=>y.sign("HMAC",c,m),this.name));l.set(w,p*this.Nh),u=w}return Fe(l,0,o)}}}var tp=function(){return{id:1,type:"KDF",name:"HKDF-SHA256",Nh:32,hash:"SHA-256",...ep()}};async function np(e,t,n,r){let a=r<<3,o={name:t,length:a,outputLength:a};return new Uint8Array(await C(i=>i.digest(o,n),e))}function rp(){return{stages:1,async Derive(e,t){return await np(this.name,this.algorithm,e,t)},Extract:ta,Expand:ta}}var zs=function(){return{id:17,type:"KDF",name:"SHAKE256",Nh:64,algorithm:"cSHAKE256",...rp()}};async function ap(e,t,n){if(!t.extractable)throw new TypeError('"privateKey" must be extractable or a Key Pair must be used in this runtime');return await C(async r=>{let a=await r.exportKey("jwk",t);return r.importKey("jwk",{kty:a.kty,crv:a.crv,x:a.x,y:a.y},t.algorithm,!0,n)},e)}async function aa(e,t,n){return await C(r=>r.getPublicKey?.(t,n),e)||await ap(e,t,n)}function tt(e,t){if(e.algorithm.name!==t.name)throw new TypeError(`key algorithm must be ${t.name}`);if(e.algorithm.namedCurve!==t.namedCurve)throw new TypeError(`key namedCurve must be ${t.namedCurve}`)}function ds(e){if(e[Symbol.toStringTag]!=="CryptoKey"){if(e instanceof CryptoKey)return;throw new TypeError("unexpected key constructor")}}async function op(e,t,n,r,a,o){let i=Fe(n),c=new Uint8Array(t+i.byteLength);return c.set(i),c.set(a,i.byteLength),await C(l=>l.importKey("pkcs8",c,r,o,["deriveBits"]),e)}function sp(){return{async DeriveKeyPair(e,t){let n=await Wn(this.kdf,this.suite_id,e,Ns,new Uint8Array,this.Nsk),r=await this.DeserializePrivateKey(n,t),a=["encapsulateBits"],o=await aa(this.name,r,a);return{privateKey:r,publicKey:o}},async GenerateKeyPair(e){let t=["encapsulateBits","decapsulateBits"];return await C(n=>n.generateKey(this.algorithm,e,t),this.name)},async SerializePublicKey(e){tt(e,this.algorithm),ds(e);let t="raw-public";return new Uint8Array(await C(n=>n.exportKey(t,e),this.name))},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"];return await C(r=>r.importKey(t,e,this.algorithm,!0,n),this.name)},async SerializePrivateKey(e){tt(e,this.algorithm),ds(e);let t="raw-seed";return new Uint8Array(await C(n=>n.exportKey(t,e),this.name))},async DeserializePrivateKey(e,t){let n="raw-seed",r=["decapsulateBits"];return await C(a=>a.importKey(n,e,this.algorithm,t,r),this.name)},async Encap(e){tt(e,this.algorithm);let{sharedKey:t,ciphertext:n}=await C(r=>r.encapsulateBits(this.algorithm,e),this.name);return{shared_secret:new Uint8Array(t),enc:new Uint8Array(n)}},async Decap(e,t,n){return tt(t,this.algorithm),new Uint8Array(await C(r=>r.decapsulateBits(this.algorithm,t,e),this.name))}}}function ip({id:e,name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o}){let i=zs();return i.name=t,{id:e,suite_id:Me(Ms,He(e,2)),type:"KEM",name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o,algorithm:{name:t},kdf:i,...sp()}}function cp(e){let t=new WeakMap;async function n(r){return await C(a=>a.importKey(this.keyFormat,r,this.algorithm,!1,["encrypt","decrypt"]),this.name)}return{async Seal(r,a,o,i){if(i.byteLength>e)throw new RangeError('"pt" exceeds P_MAX');let c=await na(t,r,l=>n.call(this,l));return new Uint8Array(await C(l=>l.encrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))},async Open(r,a,o,i){let c=await na(t,r,l=>n.call(this,l));return new Uint8Array(await C(l=>l.decrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))}}}var lp=function(){return{id:2,type:"AEAD",name:"AES-256-GCM",Nk:32,Nn:12,Nt:16,algorithm:"AES-GCM",keyFormat:"raw",...cp(Qu)}},sn=e=>{if(e!==ke)throw new Error("invalid invocation")},ke=Symbol(),Pe=class Ts{#e;#t;#n;#r;#a;#o;#s;static#i(t){return t.#e!==void 0}static validate(t,n){try{if(!Ts.#i(t))throw new TypeError("unexpected key constructor")}catch{throw new TypeError("unexpected key constructor")}if(n&&!t.extractable)throw new TypeError("key must be extractable")}constructor(t,n,r,a,o,i,c,l){sn(t),this.#e=n,this.#t=r,this.#n=a,this.#a=o,this.#r=i,this.#o=c,this.#s=l}get algorithm(){return{name:this.#e.name}}get extractable(){return this.#n}get type(){return this.#t}getPublicKey(t){return sn(t),this.#s}getSeed(t){return sn(t),Fe(this.#o)}getT(t){return sn(t),this.#r}getPq(t){return sn(t),this.#a}};function Ps(e,t,n){if(n.byteLength!==e+t)throw new Error("x.byteLength !== N1 + N2");let r=Fe(n,0,e),a=Fe(n,-t);return[r,a]}async function us(e,t){let n=e.pq.Nseed+e.t.Nseed<<3,r={name:"cSHAKE256",length:n,outputLength:n},a=await C(S=>S.digest(r,t),e.name),[o,i]=Ps(e.pq.Nseed,e.t.Nseed,new Uint8Array(a)),c="raw-seed",l=["decapsulateBits","encapsulateBits"],u=await C(S=>S.importKey(c,o,e.pq.algorithm,!0,[l[0]]),e.name),p=await aa(e.name,u,[l[1]]),m=e.t.RandomScalar?.(i)??i,{privateKey:w,publicKey:y}=await e.t.GetKeyPair(m);return{ek_PQ:p,ek_T:y,dk_PQ:u,dk_T:w}}async function ps(e,t,n,r,a,o){let i=new Uint8Array(await C(l=>l.exportKey("raw",a),e.name)),c=Me(t,n,r,i,o);return new Uint8Array(await C(l=>l.digest("SHA3-256",c),e.name))}async function dp(e,t,n){let r=await C(p=>p.encapsulateBits(e.pq.algorithm,t),e.name),a=new Uint8Array(r.sharedKey),o=new Uint8Array(r.ciphertext),{privateKey:i,publicKey:c}=await C(p=>p.generateKey(e.t.algorithm,!0,["deriveBits"]),e.name),l=new Uint8Array(await C(p=>p.exportKey("raw",c),e.name)),u=new Uint8Array(await C(p=>p.deriveBits({name:e.t.algorithm.name,public:n},i,e.t.Nss<<3),e.name));return[a,u,o,l]}async function up(e,t,n,r,a){let o=new Uint8Array(await C(l=>l.decapsulateBits(e.pq.algorithm,t,r),e.name)),i=await C(l=>l.importKey("raw",a,e.t.algorithm,!0,[]),e.name),c=new Uint8Array(await C(l=>l.deriveBits({name:e.t.algorithm.name,public:i},n,e.t.Nss<<3),e.name));return[o,c]}function pp(){return Object.freeze(Pe.prototype),{async DeriveKeyPair(e,t){let n=await Wn(this.kdf,this.suite_id,e,Ns,new Uint8Array,32),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await us(this,n),c=new Pe(ke,this.algorithm,"public",!0,r,a);return{privateKey:new Pe(ke,this.algorithm,"private",t,o,i,n,c),publicKey:c}},async GenerateKeyPair(e){return await this.DeriveKeyPair(crypto.getRandomValues(new Uint8Array(32)),e)},async SerializePublicKey(e){tt(e,this.algorithm),Pe.validate(e,!0);let t="raw-public",n=new Uint8Array(await C(a=>a.exportKey(t,e.getPq(ke)),this.name)),r=new Uint8Array(await C(a=>a.exportKey("raw",e.getT(ke)),this.name));return Me(n,r)},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"],r=e.subarray(0,this.pq.Npk),a=e.subarray(this.pq.Npk),[o,i]=await Promise.all([C(c=>c.importKey(t,r,this.pq.algorithm,!0,n),this.name),C(c=>c.importKey("raw",a,this.t.algorithm,!0,[]),this.name)]);return new Pe(ke,this.algorithm,"public",!0,o,i)},async SerializePrivateKey(e){return tt(e,this.algorithm),Pe.validate(e,!0),e.getSeed(ke)},async DeserializePrivateKey(e,t){let n=Fe(e),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await us(this,n),c=new Pe(ke,this.algorithm,"public",!0,r,a);return new Pe(ke,this.algorithm,"private",t,o,i,n,c)},async Encap(e){tt(e,this.algorithm),Pe.validate(e);let t=e.getPq(ke),n=e.getT(ke),[r,a,o,i]=await dp(this,t,n),c=await ps(this,r,a,i,n,this.label),l=Me(o,i);return{shared_secret:c,enc:l}},async Decap(e,t,n){tt(t,this.algorithm),Pe.validate(t),n&&(tt(n,this.algorithm),Pe.validate(n));let[r,a]=Ps(this.pq.Nct,this.t.Nct,e),o=(n??t.getPublicKey(ke)).getT(ke),i=t.getPq(ke),c=t.getT(ke),[l,u]=await up(this,i,c,r,a);return await ps(this,l,u,a,o,this.label)}}}function hp(e){let t=zs();return t.name=e.name,{...e,suite_id:Me(Ms,He(e.id,2)),type:"KEM",algorithm:{name:e.name},kdf:t,...pp()}}var fp=function(){let e="MLKEM768-X25519",t={id:25722,name:e,Nsecret:32,Nenc:1120,Npk:1216,Nsk:32};if(SubtleCrypto.supports?.("generateKey",e)??!1)return ip(t);let n=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,110,4,34,4,32);return hp({...t,pq:{algorithm:{name:"ML-KEM-768"},Nseed:64,Npk:1184,Nct:1088},t:{algorithm:{name:"X25519"},Nseed:32,Npk:32,Nss:32,Nsk:32,Nct:32,async GetKeyPair(r){let a=await op(e,this.Nsk,n,this.algorithm,r,!0),o=await aa(e,a,[]);return{privateKey:a,publicKey:o}}},label:Uint8Array.of(92,46,47,47,94,92)})};var Cs=1216,Hn=1120,Bs="MLKEM768-X25519",hs=new Map;function _s(e=fp){let t=hs.get(e)??new Lu(e,tp,lp);return hs.set(e,t),t}function Ls(){let e=globalThis.SubtleCrypto;return["encapsulateBits","decapsulateBits","getPublicKey"].every(t=>e?.supports?.(t,Bs)??!1)}async function Is(e){let t=globalThis.crypto.subtle,n=await t.importKey("raw-seed",e,{name:Bs},!1,["decapsulateBits"]),r=await t.getPublicKey(n,["encapsulateBits"]);return new Uint8Array(await t.exportKey("raw-public",r))}async function Rs(e,t,n,r){let a=_s(r),o=await a.DeserializePublicKey(e),{encapsulatedSecret:i,ciphertext:c}=await a.Seal(o,n,{info:t}),l=new Uint8Array(i.length+c.length);return l.set(i),l.set(c,i.length),l}async function Us(e,t,n,r){let a=_s(r),o=await a.DeserializePrivateKey(e,!1),i=n.subarray(0,Hn);return a.Open(o,i,n.subarray(Hn),{info:t})}var un=Cs,wp=Hn+16,gp=Ls,oa=async()=>gp()?null:import("./xwing.js");async function sa(e,t,n){if(n.length<wp)throw new I;let r=await oa();try{return await Us(e,t,n,r?.kem)}catch(a){throw new I(a)}}var Be=class e{#e;constructor(t,n){this.#e=t.slice(),this.publicKey=n}static async of(t){let n=t.slice(),r=await oa(),a=new e(n,r?r.publicKeyOf(n):await Is(n));return n.fill(0),a}open(t,n){return sa(this.#e,t,n)}wipe(){this.#e.fill(0)}};async function ht(e,t,n){if(e.length!==un)throw new N("length");let r=await oa();try{return await Rs(e,t,n,r?.kem)}catch(a){throw new N("kem",a)}}function de(e){if(!e)throw new N("form")}var te=e=>de(Number.isSafeInteger(e)&&e>=0),pn=e=>de(Number.isSafeInteger(e)&&e>=0&&e<=4294967295),At=e=>de(typeof e=="boolean"),ft=(e,t)=>n=>{de(typeof n=="string");let r=[...n].length;de(r>=e&&r<=t)},ne=e=>de(typeof e=="string"&&/^[a-z0-9][a-z0-9._-]{0,63}$/.test(e)),$e=e=>{de(typeof e=="string"&&/^\d{4}-\d{2}-\d{2}$/.test(e));let t=new Date(`${e}T00:00:00Z`);de(!e.startsWith("0000")&&!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e))},_e=e=>t=>{g(t,e??null)},xe=(...e)=>t=>de(e.includes(t)),ue=e=>t=>{t===null||e(t)},pe=(e,t=0,n=Number.MAX_SAFE_INTEGER)=>r=>{de(Array.isArray(r)&&r.length>=t&&r.length<=n),r.forEach(e)},Mt=(e,t=n=>n)=>n=>{pe(e)(n);let r=n.map(a=>g(t(a)));de(r.every((a,o)=>o===0||ye(r[o-1],a)<0))},ia=(e,t)=>n=>{de(typeof n=="object"&&n!==null&&!Array.isArray(n));for(let[r,a]of Object.entries(n))e(r),t(a)},M=e=>t=>{de(typeof t=="object"&&t!==null&&!Array.isArray(t)),de(Object.keys(t).length===Object.keys(e).length);for(let[n,r]of Object.entries(e))de(Object.hasOwn(t,n)),r(t[n])},U=_e(16),ee=_e(32),ie=xe(1),qn=M({hash:ee,number:te}),mt=e=>{te(e),de(e>=1)},Vn=M({hash:ee,version:mt});var Fs=64,yp=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,112,4,34,4,32),bp=new Uint8Array(Fs);async function Gn(e){let t=A(yp,e),n=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!0,["sign"]),{x:r}=await crypto.subtle.exportKey("jwk",n),a=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!1,["sign"]);return t.fill(0),{publicKey:g(r,32),privateKey:a}}var Hs=(e,t,n)=>J(K(`adviespunt/v1/sign/${e}`),t,n);async function re(e,t,n,r){let a=le(r),o=await crypto.subtle.sign("Ed25519",e,Hs(t,n,a));return A(Re(a),new Uint8Array(o))}var Ws=e=>A(Re(le(e)),bp);function he(e,t){let n=new Ke(e),r=n.lp(),a=n.take(Fs);n.end();let o=Ue(r);return t(o),{raw:r,body:o,signature:a}}async function fe(e,t,n,{raw:r,signature:a}){if(!await kp(e,Hs(t,n,r),a))throw new et(t)}async function kp(e,t,n){try{let r=await crypto.subtle.importKey("raw",be(e),"Ed25519",!1,["verify"]);return await crypto.subtle.verify("Ed25519",r,be(n),be(t))}catch(r){if(r instanceof T)throw r;return!1}}var We=e=>R(e);var Kt=Object.freeze(["facilitator","helper"]);var da=_e(32),ca=_e(un),vp=M({id:U,person:U,name:ft(1,200),function:ft(0,200),role:xe("facilitator","helper","coach","coordinator"),kem:ca,sign:da,active:At}),$p=M({v:ie,version:mt,history:pe(ee),author:U,day:$e,organisation:da,credentials:pe(_e()),members:Mt(vp,e=>e.id),archive:M({id:U,kem:ca,year:te}),register:M({id:U,kem:ca})}),xp=M({v:ie,what:xe("appoint","revoke"),member:U,kem:ee,sign:ee,day:$e,serial:te}),Ep=M({v:ie,what:xe("successor"),key:da,day:$e,serial:te}),Iy=M({v:ie,version:mt,hash:ee,day:$e,author:U});async function Gs(e,{portal:t,organisation:n,lastSeen:r=null}){let{directory:a,parsed:o}=await la(e);if(!b(a.organisation,n))throw new v("organisation");if(a.history.length!==a.version-1)throw new v("history");let{appointed:i}=await ua(a.credentials,t,n),c=ae(a,a.author,["facilitator"]);if(!c)throw new v("author");for(let l of gt(a,"facilitator"))if(!i.has(await Np(l)))throw new v("appointment");return await fe(c.sign,"directory",t,o),Sp(a,r),a}async function la(e){let t=he(e,$p),{body:n}=t;return{directory:{version:n.version,hash:await We(e),signed:e,history:n.history.map(Dt),author:g(n.author),day:n.day,organisation:g(n.organisation),credentials:n.credentials.map(Dt),members:n.members.map(jp),archive:{id:Dt(n.archive.id),kem:Dt(n.archive.kem),year:n.archive.year},register:{id:Dt(n.register.id),kem:Dt(n.register.kem)}},parsed:t}}var Dt=e=>g(e);function jp(e){let[t,n,r,a]=[e.id,e.person,e.kem,e.sign].map(Dt);return{...e,id:t,person:n,kem:r,sign:a}}function Sp(e,t){if(t){if(e.version<t.version)throw new v("rollback");hn(e,t)}}function hn(e,{version:t,hash:n}){let r=t===e.version?e.hash:e.history[t-1];if(!r||!b(r,n))throw new v("history")}function Ap(e,t){if(hn(t,e),!e.credentials.every((r,a)=>b(r,t.credentials[a]??Mp))||!e.members.every(r=>Dp(r,Z(t,r.id))))throw new v("taken-back")}var Mp=new Uint8Array(0),Dp=(e,t)=>t!==null&&b(e.kem,t.kem)&&b(e.sign,t.sign)&&b(e.person,t.person),Yn=class e{#e=new Map;#t;constructor(t,n=qs){this.current=t,this.#t=n}static async of(t,n=[]){let r=await Promise.all(n.map(la));for(let{directory:o}of r)hn(t,o);let a=new Map(r.map(({directory:o})=>[o.version,o.signed]));return new e(t,async o=>a.get(o)??qs())}async at(t){if(t.version>this.current.version)throw new v("directory-unknown");return hn(this.current,t),this.version(t.version)}async version(t){if(t===this.current.version)return this.current;if(t>this.current.version)throw new v("directory-unknown");let n=this.#e.get(t)??this.#n(t);return this.#e.set(t,n),n.catch(()=>this.#e.delete(t)),n}async requireContinued(t){t===null||t.version===this.current.version||Ap(await this.at(t),this.current)}async#n(t){let{directory:n}=await la(await this.#t(t));if(n.version!==t)throw new v("history");return hn(this.current,n),n}};function qs(){throw new v("directory-unknown")}var Z=(e,t)=>e.members.find(n=>b(n.id,t))??null,gt=(e,...t)=>e.members.filter(n=>n.active&&t.includes(n.role));function ae(e,t,n){let r=Z(e,t);return r?.active&&n.includes(r.role)?r:null}async function ua(e,t,n){let r=new Set,a=n;for(let[o,i]of e.entries()){let c=await Kp(a,t,i);if(c.serial!==o)throw new v("credential");let l=`${c.member} ${c.kem} ${c.sign}`;c.what==="appoint"?r.add(l):c.what==="revoke"?r.delete(l):a=g(c.key)}return{appointed:r,inForce:a,serial:e.length}}async function Kp(e,t,n){let r=he(n,a=>(a.what==="successor"?Ep:xp)(a));try{await fe(e,"credential",t,r)}catch(a){throw a instanceof et?new v("credential",a):a}return r.body}async function Np(e){let t=await qe(e);return[e.id,t.kem,t.sign].map(h).join(" ")}var Vs=new WeakMap;function qe(e){let t=Vs.get(e)??Op(e);return Vs.set(e,t),t}var Op=async e=>({kem:await R(e.kem),sign:await R(e.sign)}),Ys=async e=>({seed:e,...await Gn(e)});async function pa(e,t,n,r,a,o){let[i,c,l]=[r.id,await R(r.kem),await R(r.sign)].map(h);return re(e,"credential",t,{v:1,what:n,member:i,kem:c,sign:l,day:a,serial:o})}async function ha(e,t,n,r,a,o){let i=a?[...a.history,a.hash]:[],c=[...o.members].sort((l,u)=>ye(l.id,u.id));return re(e,"directory",t,{v:1,version:i.length+1,history:i.map(h),author:h(n),day:r,organisation:h(o.organisation),credentials:o.credentials.map(h),members:c.map(zp),archive:{id:h(o.archive.id),kem:h(o.archive.kem),year:o.archive.year},register:{id:h(o.register.id),kem:h(o.register.kem)}})}var zp=e=>({id:h(e.id),person:h(e.person),name:e.name,function:e.function,role:e.role,kem:h(e.kem),sign:h(e.sign),active:e.active}),Jn=(e,t,n,{version:r,hash:a},o)=>re(e,"freshness",t,{v:1,version:r,hash:h(a),day:o,author:h(n)}),Tp=(e,t)=>A(K("adviespunt/v1/organisation"),J(e,t));async function Js(e,t,n,r){let a=await e.open(Tp(t,n),r);if(a.length!==32)throw new I;let o=await Ys(a);if(!b(o.publicKey,n))throw new I;return o}var W=new Uint8Array(16),nt=new Uint8Array(16).fill(255),rt=new Uint8Array(0),Xs=1,mn=65536,fn=16,Pp=1024,Cp=65536,Bp=/^[a-z-]{1,32}$/;function at({portal:e,case:t,epoch:n,id:r,writer:a,kind:o}){return J(e,t,Ft(n),r,a,K(o))}function _p(e){let t=new Ke(e),[n,r,a,o,i,c]=Array.from({length:6},()=>t.lp());if(t.end(),!([n,o,i].every(u=>u.length===16)&&[0,16].includes(r.length))||a.length!==4||!Bp.test(In(c)))throw new I;return{portal:n,case:r,epoch:new Ke(a).u32(),id:o,writer:i,kind:In(c)}}function Ee(e){return Ip(()=>{let t=new Ke(e);if(t.take(1)[0]!==Xs)throw new I;let n=t.take(32),r=t.lp(),a=_p(r),o=t.take(32),i=t.rest(),c=Lp(i.length);if(c!==yn(c-8,a.kind))throw new I;return{header:a,rawHeader:r,salt:n,commitment:o,chunks:i,padded:c}})}function Lp(e){let t=Math.floor(e/(mn+fn)),n=e%(mn+fn);if(e===0||n>0&&n<=fn)throw new I;return t*mn+Math.max(0,n-fn)}function Ip(e){try{return e()}catch(t){throw t instanceof T?new I(t):t}}var wn=e=>R(e);async function je(e,t,n,r=P(32)){let a=at(t),{key:o,commitment:i}=await Qs(e,r,a,"encrypt"),c=bn(n,yn(n.length,t.kind)),l=await Promise.all(ti(c,mn).map((u,p,m)=>Rp(o,ei(p,p===m.length-1),u)));return Q(c),A(Uint8Array.of(Xs),r,Re(a),i,...l)}async function Ve(e,t,n){let r=Ee(n);if(!b(at(t),r.rawHeader))throw new I;return gn(e,r)}async function gn(e,{header:t,rawHeader:n,salt:r,commitment:a,chunks:o}){let{key:i,commitment:c}=await Qs(e,r,n,"decrypt");if(!b(c,a))throw new I;let l=ti(o,mn+fn),u=await Promise.all(l.map((p,m)=>Up(i,ei(m,m===l.length-1),p)));return Hp(A(...u),t.kind)}async function Qs(e,t,n,r){let a=await qr(e,t,A(K("adviespunt/v1/envelope"),n),64),o=await crypto.subtle.importKey("raw",a.subarray(0,32),"AES-GCM",!1,[r]),i=a.slice(32);return Q(a),{key:o,commitment:i}}function ei(e,t){return A(new Uint8Array(7),Ft(e),Uint8Array.of(t?1:0))}function ti(e,t){return Array.from({length:Math.ceil(e.length/t)},(n,r)=>e.subarray(r*t,(r+1)*t))}async function Rp(e,t,n){return new Uint8Array(await crypto.subtle.encrypt({name:"AES-GCM",iv:t},e,be(n)))}async function Up(e,t,n){try{return new Uint8Array(await crypto.subtle.decrypt({name:"AES-GCM",iv:t},e,be(n)))}catch(r){throw new I(r)}}function Fp(e){let t=Zs(e),n=Zs(t)+1,r=2**Math.max(t-n,0);return Math.ceil(e/r)*r}function Zs(e){let t=Math.round(Math.log2(e));return 2**t>e?t-1:t}function yn(e,t){return Math.max(t==="page"?Cp:Pp,Fp(8+e))}function bn(e,t){let n=new Uint8Array(t);return n.set(Vo(e.length)),n.set(e,8),n}function Hp(e,t){let n=Zn(e);if(e.length!==yn(n.length,t))throw new I;return n}function Zn(e){if(e.length<8)throw new I;let t=new DataView(e.buffer,e.byteOffset).getBigUint64(0);if(t>BigInt(e.length-8))throw new I;let n=8+Number(t);if(e.subarray(n).some(r=>r!==0))throw new I;return e.slice(8,n)}var Wp=1024;function qp(e){let t=e.replace(/[\t-\r ]+/g," ").replace(/^ | $/g,"").replace(/[A-Z]/g,n=>n.toLowerCase());if(!/^[ -~]{1,64}$/.test(t))throw new De("name");return t}function Vp(e){let t=K(e.normalize("NFKC"));if(!!/\p{Surrogate}/u.test(e)||t.length<1||t.length>Wp)throw new De("password");return t}async function kn(e,t,n,r){let a=(await R(A(K("adviespunt/v1/salt"),t,K(qp(n))))).slice(0,16),o=await Zo(Vp(r),a),[i,c,l]=await Promise.all(["locator","login","wrap"].map(u=>se(o,`${e}/${u}`)));return Q(o),{locator:i,login:c,wrapping:l}}async function Xn(e){let t=["recovery-locator","recovery-login","recovery-wrap"],[n,r,a]=await Promise.all(t.map(o=>se(e,`staff/${o}`)));return{locator:n,login:r,wrapping:a}}async function fa(e){let[t,n,r,a]=await Promise.all(["kem","sign","state","draft"].map(i=>se(e,i))),o={kem:await Be.of(t),sign:await Gn(n),stateKey:await Rn(r),draftKey:await Rn(a)};return Q(t,n,r,a),o}var ni=(e,t,n)=>({portal:e,case:rt,epoch:0,id:t,writer:n==="mailbox"?W:t,kind:"seed"}),ri=(e,t,n,r,a)=>je(e,ni(t,n,r),a);async function ai(e,t,n,r,a){let o=await Ve(e,ni(t,n,r),a);if(o.length!==32)throw new I;return o}var Gp=ia(U,M({roster:qn,read:pe(U)})),oi={v:ie,organisation:_e(32),directory:Vn,cases:Gp},Yp=M({code:U,name:ft(1,200),person:U,role:xe("facilitator","helper","coach","coordinator")}),si={mailbox:M(oi),staff:M({...oi,checkpoint:te,invitations:ia(U,Yp)})},ii=(e,t,n,r)=>({portal:e,case:rt,epoch:r,id:t,writer:n==="mailbox"?W:t,kind:"state"});async function ma(e,t,n,r,a,o){return si[r](o),je(e,ii(t,n,r,a),le(o))}async function ci(e,t,n,r,a,o){let i=Ue(await Ve(e,ii(t,n,r,a),o));return si[r](i),i}function li(e,t){let n={...e,directory:e.directory.version>=t.directory.version?e.directory:t.directory,cases:{...e.cases}};for(let[r,a]of Object.entries(t.cases))n.cases[r]=Jp(n.cases[r],a);return e.checkpoint!==void 0&&(n.checkpoint=Math.max(e.checkpoint,t.checkpoint??0)),e.invitations&&(n.invitations={...t.invitations,...e.invitations}),n}function Jp(e,t){return e?{roster:e.roster.number>=t.roster.number?e.roster:t.roster,read:[...new Set([...e.read,...t.read])]}:t}var di={},G=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function ui(){if(G==="nl")return;di=(await import(`../texts/${G}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function s(e,t={}){return Xp(di[e]??e,t)}function X(e,t,n,r={}){return s(Zp(n)?e:t,{n,...r})}function Zp(e){return e===1||G==="fr"&&e===0}function Xp(e,t){return e.replace(/\{(\w+)\}/g,(n,r)=>r in t?String(t[r]):n)}function z(e,{year:t=!1,weekday:n=!0}={}){let r={timeZone:"UTC",day:"numeric",month:"long"};return n&&(r.weekday="long"),t&&(r.year="numeric"),new Intl.DateTimeFormat(`${G}-BE`,r).format(new Date(`${e}T00:00:00Z`))}function qt(e){return new Intl.NumberFormat(`${G}-BE`).format(e)}function wa(e){return G==="nl"?e:`/${G}${e==="/"?"":e}`}async function pi(e,t,n,r){try{return await kn(e,t,n,r)}catch(a){throw a instanceof De?new j(404,"wrong-credentials"):a}}var hi=13,Qp=16,mi=1e3,fi=5,eh=90;async function wi({challenge:e,effort:t},{tell:n,signal:r}){let a=g(e).slice(hi,hi+Qp),o=Date.now(),i=c=>n(th(c,t,Date.now()-o));return n(s("Het is nu druk. Je browser rekent even, zodat niemand het adviespunt kan doen vastlopen.")),`${e}.${h(await nh(a,t,i,r))}`}function th(e,t,n){let r=Math.max(t-e,t/4),a=n/e*r/mi;return a>eh?s("Het is nu druk. Je browser rekent even: nog ongeveer {n} minuten. Wat je schreef blijft staan.",{n:Math.ceil(a/60)}):s("Het is nu druk. Je browser rekent even: nog ongeveer {n} seconden. Wat je schreef blijft staan.",{n:gi(a)})}var gi=e=>Math.max(1,Math.ceil(e/fi))*fi;function nh(e,t,n,r){let a=on("work");return new Promise((i,c)=>{let l=()=>c(new j(429,"stopped"));r.aborted&&l(),r.addEventListener("abort",l,{once:!0}),a.onerror=()=>c(new Error("work")),a.onmessage=({data:u})=>{u.nonce?i(u.nonce):n(u.tries)},a.postMessage({salt:e,effort:t})}).finally(()=>a.terminate())}function yi(e,{tell:t,signal:n}){return new Promise((r,a)=>{let o=Math.max(1,Math.ceil(e)),i=()=>{clearInterval(u),n.removeEventListener("abort",c)},c=()=>{i(),a(new j(429,"stopped"))},l=()=>{if(o<=0){i(),r();return}t(s("Het is nu heel druk. Je browser probeert het vanzelf opnieuw over ongeveer {n} seconden. Wat je schreef blijft staan.",{n:gi(o)})),o-=1},u=setInterval(l,mi);n.addEventListener("abort",c),n.aborted?c():l()})}var ga=class{constructor(t,n=rh){this.waiting=t,this.problems=n,this.headers={},this.settling=null}async until(t){for(;;){let n=this.headers;try{return await t(n)}catch(r){if(!(r instanceof j)||!this.problems.has(r.problem))throw r;await this.settle(r,n)}}}async settle(t,n){this.settling===null&&n!==this.headers||(this.settling??=this.answer(t).finally(()=>{this.settling=null,this.waiting.tell("")}),await this.settling)}async answer({problem:t,content:n}){t==="work"?this.headers={"Adviespunt-Work":await wi(n.work,this.waiting)}:await yi(Number(n?.seconds??5),this.waiting)}},rh=new Set(["work","throttled"]),ah=new Set(["work"]);var bi=(e,t)=>oh(e,new ga(t,ah));function oh(e,t){return{...e,put:(n,r)=>t.until(a=>e.put(n,r,a)),post:(n,r)=>t.until(a=>e.post(n,r,a))}}var ka=1024,sh=["facilitator","helper","coach"],ya=ue($e),ki=M({v:ie,case:U,number:te,kind:ne,urgent:At,category:ue(ne),state:ne,outcome:ue(ne),authorities:pe(ne),received:$e,feedback:ya,final:ya,closed:ya,directory:mt}),vi=({portal:e,key:t,case:n,writer:r})=>A(K("adviespunt/v1/register"),J(e,t,n,r)),$i=(e,t,n)=>A(K("adviespunt/v1/register-key"),J(e,t,n));async function va(e,t,n,r){ki(n);let a=J(t.portal,t.case),o=r?await re(r,"register",a,n):Ws(n);if(o.length+8>ka)throw new v("entry-too-long");return ht(e,vi(t),bn(o,ka))}async function xi(e,t,n,r){let a=await e.open(vi(t),n);if(a.length!==ka)throw new I;let o=he(Zn(a),ki),i=o.body;if(i.case!==h(t.case))throw new v("case");return await(b(t.writer,W)?ih(i,o.signature):ch(t,o,i,r)),i}async function ih(e,t){if(e.number!==0||t.some(n=>n!==0))throw new v("writer")}async function ch(e,t,n,r){if(n.number<1)throw new v("writer");let a=ae(await r.version(n.directory),e.writer,sh);if(!a)throw new v("writer");await fe(a.sign,"register",J(e.portal,e.case),t)}var ba=({number:e,state:t})=>e===0&&t==="withdrawn";function $a(e,t,n,r){return e.number!==n.number?e.number>n.number:ba(e)!==ba(n)?ba(e):ye(t,r)>0}var Ei=(e,t,n,r,a)=>ht(e,$i(t,n,r),a);async function ji(e,t,n,r,a,o){let i=await e.open($i(t,n,r),a);if(i.length!==32||!b((await Be.of(i)).publicKey,o))throw new I;return i}var yt=class extends Error{constructor(){super("recovery words"),this.name="WrongRecoveryWords"}};async function Qn(e,t,n,r){let{directory:a}=await e.get("/directory"),o=await Gs(g(a),{portal:t,organisation:n,lastSeen:r}),i=new Yn(o,async c=>g((await e.get(`/directory/${c}`)).directory));return await i.requireContinued(r),i}var me=e=>e.directories.current.members,ve=(e,t)=>Z(e.directories.current,g(t,16));async function xa(e,t,n=null){let{current:r}=e.directories,a=e.identity.sign.privateKey,o={...r,...t},i=await ha(a,e.portal.id,e.member,e.today,r,o),c={version:r.version+1,hash:await We(i)},l=await Jn(a,e.portal.id,e.member,c,e.today);await e.api.put("/directory",{version:c.version,directory:h(i),freshness:h(l),register_seeds:n})}async function lh(e,t){if(t===null)throw new yt;let{sealed:n}=await e.api.get("/organisation/sealed-key"),r=await Be.of(t);Q(t);try{return await Js(r,e.portal.id,e.directories.current.organisation,g(n))}catch(a){throw a instanceof T?new yt:a}finally{r.wipe()}}async function Si(e,t,n){let{credentials:r,organisation:a}=e.directories.current;if(t.length===0)return r;let{serial:o}=await ua(r,e.portal.id,a),i=await lh(e,n),c=t.map(({what:l,member:u},p)=>pa(i.privateKey,e.portal.id,l,u,e.today,o+p));return[...r,...await Promise.all(c)]}var Ai=(e,t)=>me(e).filter(n=>n.active&&b(n.person,t));function Mi(e,t){return[t,...Ai(e,t.person)].some(({role:n})=>n==="facilitator")}async function Di(e,t,n){let r=Ai(e,t.person),a=r.filter(({role:l})=>l==="facilitator").map(l=>({what:"revoke",member:l}));t.role==="facilitator"&&a.push({what:"appoint",member:t});let o=await Si(e,a,n),i=t.role==="facilitator"?await dh(e,t):null,c=me(e).map(l=>r.includes(l)?{...l,active:!1}:l);await xa(e,{credentials:o,members:[...c,t]},i)}async function Ki(e,t,n){let r=t.role==="facilitator",a=await Si(e,r?[{what:"revoke",member:t}]:[],n),o=me(e).map(l=>l===t?{...l,active:!1}:l),i=r?await hh(e,o):null,c=i?.register??e.directories.current.register;await xa(e,{credentials:a,members:o,register:c},i?.seeds??null)}async function dh(e,t){let n=await vn(e);return Promise.all(n.map(({key:r,seed:a})=>ja(e.portal.id,r,a,t)))}async function vn(e){let{keys:t}=await e.api.get("/register/key"),n=await uh(e),r=t.map(async({key:a,sealed:o})=>{let i=n.get(a);if(i===void 0)return null;let c=g(a,16),l=await ji(e.identity.kem,e.portal.id,c,e.member,g(o),i).catch(Ut);return l===null?null:{key:c,seed:l}});return(await Promise.all(r)).filter(a=>a!==null)}async function uh({directories:e}){return new Map((await Ni(e)).map(({register:t})=>[h(t.id),t.kem]))}async function Ea({directories:e}){let t=new Map((await Ni(e)).map(({archive:n})=>[h(n.id),n.year]));return ph(t)}function ph(e){let t=[...e.keys()],n=r=>t.filter(a=>e.get(a)===e.get(r));return new Map([...e].map(([r,a])=>[r,{year:a,number:n(r).indexOf(r)+1,all:n(r).length}]))}async function Ni(e){let t=e.current.history.map((n,r)=>e.version(r+1));return[...await Promise.all(t),e.current]}async function Oi(e,t,n){let{publicKey:r}=await Be.of(t);b(e.directories.current.archive.kem,r)||await xa(e,{archive:{id:P(16),kem:r,year:n}})}async function ja(e,t,n,r){let a=await Ei(r.kem,e,t,r.id,n);return{key:h(t),member:h(r.id),sealed:h(a)}}async function hh(e,t){let[n,r]=[P(16),P(32)],{publicKey:a}=await Be.of(r),o=t.filter(c=>c.active&&c.role==="facilitator"),i=await Promise.all(o.map(c=>ja(e.portal.id,n,r,c)));return{register:{id:n,kem:a},seeds:i}}var fh=7;async function zi(e){if(!["facilitator","coordinator"].includes(e.role))return!1;let{freshness:t}=await e.api.get("/directory");if(t!==null&&!mh(g(t),e))return!1;let{current:n}=e.directories,r=await Jn(e.identity.sign.privateKey,e.portal.id,e.member,n,e.today);return await e.api.put("/freshness",{freshness:h(r)}),!0}function mh(e,{directories:t,today:n}){let r=new DataView(e.buffer,e.byteOffset).getUint32(0),a=JSON.parse(new TextDecoder().decode(e.subarray(4,4+r))),o=(Date.parse(n)-Date.parse(a.day))/864e5;return a.version!==t.current.version||!(o<=fh)}var er=e=>gt(e.directories.current,"facilitator").length;var Ge=13,Ti=12,wh=2**Ge;function Pi(e){let t=[];for(let[,r,a]of e.matchAll(/(\d)([a-z]+)/g))t.push((t.at(-1)??"").slice(0,Number(r))+a);let n=Object.freeze(t);if(n.length!==wh)throw new De("list");return n}async function ot(e,t){let n=Math.ceil((8*t.length+Ti)/Ge),r=await R(A(K("adviespunt/v1/words"),t));return ar(e,A(t,r),n)}async function $n(e,t,n){let r=t.toLowerCase().split(/\s+/).filter(Boolean);if(r.length!==Math.ceil((8*n+Ti)/Ge))throw new De("length");let a=bh(r.map((o,i)=>gh(e,o,i))).slice(0,n);if(await ot(e,a)!==r.join(" "))throw new De("check");return a}function gh(e,t,n){let r=e.indexOf(t);if(r<0)throw new De("word",n);return r}function tr(e,t){return ar(e,P(Math.ceil(t*Ge/8)),t)}async function nr(e,t){return ar(e,await R(A(K("adviespunt/v1/fingerprint"),t)),6)}async function rr(e,t){return ar(e,await R(A(K("adviespunt/v1/case-name"),t)),2)}function ar(e,t,n){return Array.from({length:n},(r,a)=>e[yh(t,a*Ge)]).join(" ")}function yh(e,t){let n=0;for(let r=t;r<t+Ge;r+=1)n=n<<1|e[r>>3]>>7-(r&7)&1;return n}function bh(e){let t=new Uint8Array(Math.ceil(e.length*Ge/8));return e.forEach((n,r)=>{for(let a=0;a<Ge;a+=1){let o=r*Ge+a;t[o>>3]|=(n>>Ge-1-a&1)<<7-(o&7)}}),t}var kh=new URL("../../words/nl.txt",import.meta.url),Sa;function Ci(){return Sa??=vh().catch(e=>{throw Sa=void 0,e}),Sa}async function vh(){let e=await fetch(kh,{credentials:"omit",referrerPolicy:"no-referrer"});if(!e.ok)throw new TypeError("words");return Pi(await e.text())}function or(e){return Math.round(Date.UTC(+e.slice(0,4),+e.slice(5,7)-1,+e.slice(8,10))/864e5)}function sr({from:e,to:t,closed:n}){let r=or(`${e}-01-01`),a=or(`${t}-12-31`),o=new Set([...n].map(or)),i=new Int32Array(a-r+1),c=0;for(let u=r;u<=a;u+=1){let p=(u+4)%7;p!==0&&p!==6&&!o.has(u)&&(c+=1),i[u-r]=c}let l=u=>i[Math.min(Math.max(or(u),r),a)-r];return{between:(u,p)=>l(p)-l(u)}}var Ye=class extends Error{constructor(t){super(t),this.name="StaffRefused",this.reason=t}};async function Bi(e){let[t,n]=await Promise.all([e.get(`/organisation?language=${G}`),Ci()]);return{api:e,id:g(t.portal,16),org:t,words:n}}async function _i(e,{name:t,passphrase:n,proof:r},a){let o=await pi("staff",e.id,t,n);return Ii(e,o,r,t,a)}async function Li(e,{name:t,recovery:n,proof:r},a){return Ii(e,await Xn(n),r,t,a)}async function Ii(e,{locator:t,login:n,wrapping:r},a,o,i){if("code"in a&&!/^([0-9]{6}|[A-Za-z0-9_-]{43})$/.test(a.code))throw new j(404,"wrong-credentials");let l=await bi(e.api,i).post("/staff/session",{locator:h(t),login:h(n),...a}),u=g(l.member,16),p=await ai(r,e.id,u,"staff",g(l.seed));return Q(r),await Xo({kind:"staff",id:u,seed:p},l.tab_key),Ui(e,u,p,o)}async function Ri(e){let t=await Jr(e.api,"staff");return t===null?null:Ui(e,t.id,t.seed,"")}async function Ui(e,t,n,r){let a=await fa(n);Q(n);let[o,i]=await Promise.all([e.api.get("/staff/me"),e.api.get(`/organisation?language=${G}`)]),c=await Hi(e.id,t,a,o.state),l=await Qn(e.api,e.id,g(c.organisation,32),xh(c)),u=Z(l.current,t);if(!u?.active)throw new Ye("directory");return{portal:{...e,org:i},api:e.api,member:t,key:h(t),role:u.role,name:u.name,signInName:r,identity:a,directories:l,state:{number:o.state.number,content:c},words:e.words,today:i.day,days:await $h(e.api,i.day)}}async function $h(e,t){let n=Number(t.slice(0,4)),[r,a]=[n-6,n+1],{closed:o}=await e.get(`/calendar?from=${r}&to=${a}`);return sr({from:r,to:a,closed:o})}async function Fi(e,t){await ts(t),Ht(),e!==null&&Object.assign(e,{identity:null})}async function Hi(e,t,n,{number:r,envelope:a}){return await ci(n.stateKey,e,t,"staff",r,g(a))}var xh=({directory:e})=>({version:e.version,hash:g(e.hash)});async function bt(e,t){for(let n=0;;n+=1){let r=t(structuredClone(e.state.content));if(b(le(r),le(e.state.content))||await Eh(e,e.state.number+1,r))return;if(n===4)throw new j(409,"conflict");let a=await e.api.get("/staff/me");if(a.state.number<e.state.number)throw new Ye("older");let o=await Hi(e.portal.id,e.member,e.identity,a.state),i=li(o,{...e.state.content,invitations:{}});e.state={number:a.state.number,content:i}}}async function Eh(e,t,n){let{identity:r,portal:a,member:o}=e,i=await ma(r.stateKey,a.id,o,"staff",t,n);try{await e.api.put("/staff/state",{number:t,envelope:h(i)})}catch(c){if(c instanceof j&&c.status===409)return!1;throw c}return e.state={number:t,content:n},!0}async function st(e){let{content:t}=e.state;e.directories=await Qn(e.api,e.portal.id,g(t.organisation,32),e.directories.current),await Aa(e)}function Aa(e){let{version:t,hash:n}=e.directories.current;return bt(e,r=>({...r,directory:{version:t,hash:h(n)}}))}async function Wi(e,{name:t,passphrase:n,recovery:r}){let a=await Jr(e.api,"staff");if(a===null)throw new j(401,"signed-out");let o=qi(e.portal.id,e.member,a.seed),i={...await o(await kn("staff",e.portal.id,t,n)),recovery:r===null?null:await o(await Xn(r))};Q(a.seed),await e.api.put("/staff/credentials",i),e.signInName=t}function qi(e,t,n){return async({locator:r,login:a,wrapping:o})=>({locator:h(r),login:h(a),seed:h(await ri(o,e,t,"staff",n))})}var Vi="about:blank";function Gi(e){Vi=e??Vi}var Yi=()=>!1;function Ji(e){Yi=e,addEventListener("beforeunload",jh,{capture:!0})}function jh(e){Yi()&&e.preventDefault()}var ir=Uint8Array.of(0,97,115,109,1,0,0,0),Sh={crypto:()=>Mh(),wasm:()=>WebAssembly.instantiate(ir),workers:()=>typeof Worker=="function",signatures:()=>Dh(),drawing:()=>"createImageBitmap"in globalThis&&"HTMLDialogElement"in globalThis};async function Zi(){return(await Promise.all(Object.entries(Sh).map(async([t,n])=>await Ah(n)?[]:[t]))).flat()}async function Ah(e){try{return await e()!==!1}catch{return!1}}async function Mh(){let e=await crypto.subtle.importKey("raw",new Uint8Array(32),"HKDF",!1,["deriveBits"]),t=new Uint8Array(0),n=await crypto.subtle.deriveBits({name:"HKDF",hash:"SHA-256",salt:t,info:t},e,256),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,["encrypt"]);await crypto.subtle.encrypt({name:"AES-GCM",iv:new Uint8Array(12)},r,ir)}async function Dh(){let e=await crypto.subtle.generateKey("Ed25519",!1,["sign","verify"]),t=await crypto.subtle.sign("Ed25519",e.privateKey,ir);return crypto.subtle.verify("Ed25519",e.publicKey,t,ir)}async function Xi(e,{seals:t=!0}={}){let n=document.getElementById("app");try{await ui(),t&&await Kh(),await e(n),document.body.classList.remove("waiting","failed"),document.querySelector(".stuck-box")?.remove()}catch(r){Nh(r)}}var cr=class extends Error{constructor(t){super(t),this.name="BrowserTooOld"}};async function Kh(){let[e]=await Zi();if(e)throw new cr(e)}function Nh(e){document.body.classList.add("waiting","failed");let t=document.querySelector(".stuck-why");t&&(t.textContent=zh(e))}var Oh=new Set(["Refused","BadSignature","Malformed"]);function zh(e){if(e instanceof cr)return s("Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).",{what:e.message});if(e instanceof TypeError)return s("Een deel van de pagina is niet aangekomen.");let t=e instanceof Error?e.name:"";return t==="ApiError"?s("De server antwoordt niet zoals het hoort."):Oh.has(t)?s("De lijst van medewerkers klopt niet: iemand heeft er misschien aan gezeten. Stel hier nu geen vraag."):""}function Qi(e=document){let t=e.querySelector("h1");t instanceof HTMLElement&&(t.tabIndex=-1,t.focus({preventScroll:!0}),scrollTo(0,0))}var ec={archive:E`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":E`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":E`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"book-open":E`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,"chart-column":E`<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="M18 17V9"/><path d="M13 17V5"/><path d="M8 17v-3"/>`,check:E`<path d="M20 6 9 17l-5-5"/>`,"circle-check":E`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":E`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,clock:E`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"door-open":E`<path d="M10 21H2"/><path d="M10 3H7a2 2 0 00-2 2v16"/><path d="M14 12h.01"/><path d="M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992z"/><path d="M22 21h-3"/>`,eye:E`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":E`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,"file-text":E`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>`,flag:E`<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>`,inbox:E`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,info:E`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":E`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,keyboard:E`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":E`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,"notebook-pen":E`<path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"/><path d="M2 6h4"/><path d="M2 10h4"/><path d="M2 14h4"/><path d="M2 18h4"/><path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"/>`,pencil:E`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,printer:E`<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>`,"rotate-cw":E`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,search:E`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,send:E`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"triangle-alert":E`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,"user-plus":E`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"user-round-x":E`<path d="m16.5 16.5 5 5"/><path d="M2 21a8 8 0 0 1 11.531-7.18"/><path d="m21.5 16.5-5 5"/><circle cx="10" cy="8" r="5"/>`,users:E`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,x:E`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":E`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":E`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function k(e){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ec[e]}</svg>`}function x(e,t){return d`<div class="notice ${e}">
    ${k({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[e])}
    <div class="stack tight">${t}</div>
  </div>`}function F(e,t=""){return d`<span class="badge ${t}">${e}</span>`}var tc="absence";async function Ma(e){let{absences:t}=await e.api.get("/absences");return(await Promise.all(t.map(r=>Th(e,r)))).filter(r=>r!==null)}async function Th(e,{signed:t}){try{let n=he(g(t),()=>{}),{id:r,member:a,first:o,last:i,cover:c}=n.body,l=Z(e.directories.current,g(a,16));return l===null?null:(await fe(l.sign,tc,e.portal.id,n),{id:r,member:a,first:o,last:i,cover:c})}catch(n){if(n instanceof T)return null;throw n}}async function nc(e,{first:t,last:n,cover:r}){let a=h(P(16)),o={v:1,id:a,member:e.key,first:t,last:n,cover:r},i=await re(e.identity.sign.privateKey,tc,e.portal.id,o);await e.api.put(`/absences/${a}`,{first:t,last:n,cover:r,signed:h(i)})}var rc=(e,t)=>e.api.del(`/absences/${t}`);async function Vt(e){if(e.role==="coordinator")return new Map;let n=(await Ma(e).catch(r=>{if(r instanceof j)return[];throw r})).filter(({first:r,last:a})=>r<=e.today&&e.today<=a);return new Map(n.map(r=>[r.member,r]))}function H(e){return Se(t=>d` <div class="stack">
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
      </div>`).then(t=>t===!0)}function Se(e,{kind:t="",label:n,stays:r=!1}={}){return new Promise(a=>{let o=document.createElement("dialog");o.className=t,n===void 0?o.setAttribute("aria-labelledby","dialog-title"):o.setAttribute("aria-label",n);let i=null,c=l=>{i=l,o.close()};r&&o.addEventListener("cancel",l=>l.preventDefault()),o.addEventListener("close",()=>{o.remove(),a(i)}),oe(e(c),o),document.body.append(o),o.showModal()})}function lr(e,t){return d`<div class="field">
    <label for=${e.id}>${e.label}</label>
    ${e.hint?d`<div class="hint" id=${`${e.id}-hint`}>${e.hint}</div>`:f} ${t}
    ${ac(e)}
  </div>`}function ac(e){return d`<div id=${`${e.id}-error`} aria-live="polite">
    ${e.error?d`<p class="error">${k("triangle-alert")}<span>${e.error}</span></p>`:f}
  </div>`}var dr=e=>[e.hint?`${e.id}-hint`:"",e.error?`${e.id}-error`:""].filter(Boolean).join(" ")||f,ur=e=>t=>e.input(t.target.value);function ce(e){return lr(e,d`<input
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
      aria-describedby=${dr(e)}
      @input=${ur(e)}
    />`)}function oc(e){return lr(e,d`<div class="with-button">
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
        aria-describedby=${dr(e)}
        @input=${ur(e)}
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
    </div>`)}function it(e){return lr(e,d`<textarea
        id=${e.id}
        rows=${e.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":f}
        aria-describedby=${dr(e)}
        @input=${ur(e)}
      ></textarea>
      ${e.limit?d`<p class="hint counter">${Ph(e.value,e.limit)}</p>`:f}`)}function Ph(e,t){let n=t-[...e].length;return n<0?s("{n} tekens te veel",{n:qt(-n)}):n<t/5?s("Nog plaats voor {n} tekens",{n:qt(n)}):s("Hoogstens {n} tekens",{n:qt(t)})}function sc(e){return d`<fieldset aria-describedby=${`${e.id}-error`}>
    <legend>${e.label}</legend>
    ${e.hint?d`<div class="hint">${e.hint}</div>`:f} ${ac(e)}
    ${e.options.map((t,n)=>d`<label class="choice">
          <input
            type="radio"
            id=${n===0?e.id:`${e.id}-${n}`}
            ?checked=${t.key===e.value}
            .checked=${t.key===e.value}
            @change=${()=>e.change(t.key)}
            @keydown=${Ch}
          />
          <span>${t.label}${t.text?d`<small>${t.text}</small>`:f}</span>
        </label>`)}
  </fieldset>`}function Ch(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=e.target,r=[...n.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],a=r[(r.indexOf(n)+t+r.length)%r.length];a.focus(),a.click()}function Je(e){return d`<label class="choice">
    <input
      type="checkbox"
      id=${e.id}
      .checked=${e.checked}
      ?disabled=${e.disabled}
      @change=${t=>e.change(t.target.checked)}
    />
    <span>${e.label}${e.text?d`<small>${e.text}</small>`:f}</span>
  </label>`}function Le(e){let t=[...new Set(e.options.map(({group:r})=>r))],n=r=>e.options.filter(({group:a})=>a===r).map(({key:a,label:o})=>d`<option value=${a} ?selected=${a===e.value}>${o}</option>`);return lr(e,d`<select
      id=${e.id}
      autocomplete="off"
      ?disabled=${e.disabled}
      aria-invalid=${e.error?"true":f}
      aria-describedby=${dr(e)}
      @change=${ur(e)}
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
  </button>`}function O(e){let t=document.createElement("div");t.className="toast",t.textContent=e,cc("toasts").append(t),setTimeout(()=>t.remove(),7e3)}function ic(e){cc("sr").textContent=e}function cc(e){return document.querySelector(`[data-live="${e}"]`)}var lc=12e4,ct=class extends Error{constructor(t,n=null){super(t,{cause:n}),this.name="NoPasskey",this.reason=t}};function Ot(){let e=/^[\d.]+$|^\[/.test(location.hostname);return globalThis.PublicKeyCredential!==void 0&&isSecureContext&&!e}async function dc(e){let{challenge:t}=await e.post("/staff/challenge",{}),n=await uc(()=>navigator.credentials.get({publicKey:{challenge:g(t),allowCredentials:[],userVerification:"required",timeout:lc}})),r=n.response;return{credential:Nt(n.rawId),client_data:Nt(r.clientDataJSON),authenticator_data:Nt(r.authenticatorData),signature:Nt(r.signature)}}async function xn(e,t){let n=await uc(()=>navigator.credentials.create({publicKey:{rp:{name:t.portal},user:{id:g(e.user),name:t.person,displayName:t.person},challenge:g(e.challenge),pubKeyCredParams:e.algorithms.map(a=>({type:"public-key",alg:a})),excludeCredentials:e.known.map(a=>({type:"public-key",id:g(a)})),authenticatorSelection:{residentKey:"required",requireResidentKey:!0,userVerification:"required"},attestation:"none",timeout:lc}})),r=n.response;return{credential:Nt(n.rawId),client_data:Nt(r.clientDataJSON),attestation:Nt(r.attestationObject)}}async function uc(e){try{let t=await e();if(t instanceof PublicKeyCredential)return t}catch(t){throw t instanceof DOMException?t.name==="InvalidStateError"?new ct("known",t):new ct(t.name==="NotAllowedError"||t.name==="AbortError"?"gone":"refused",t):t}throw new ct("gone")}var Nt=e=>h(new Uint8Array(e));function pc(){let e=[],t=()=>e.at(-1)?.();return addEventListener("popstate",()=>{e.length>1&&e.pop(),t()}),{open(n){e.length>0&&history.pushState(null,""),e.push(n),t()},replace(n){e.pop(),e.push(n),t()},back(){e.length>1&&history.back()},reset(n){e.length=0,e.push(n),t()}}}async function hc(e){for(let t of document.querySelectorAll("[data-organisation]"))t.textContent=e.name;Gi(e.neutral_page);for(let t of document.querySelectorAll("[data-own]"))await Bh(t,e.texts)}async function Bh(e,t){let n=t[e.dataset.own??""];n&&(e.closest("section[hidden]")?.removeAttribute("hidden"),typeof n=="string"?e.textContent=n:(await import("./own-tree.js")).showTree(e,n))}var pr=class{constructor(t,n){this.main=t,this.portal=n,hc(n.org),this.views=pc(),this.session=null,this.screen=null,this.tabs=[],this.signInAgain=async()=>!1,this.signOut=()=>{},this.banner=f,this.keys=!0,addEventListener("keydown",r=>this.key(r))}get me(){if(this.session===null)throw new j(401,"signed-out");return this.session}open(t){let n=t(this);this.views.open(()=>this.show(n))}replace(t){let n=t(this);this.views.replace(()=>this.show(n))}reset(t){let n=t(this);this.views.reset(()=>this.show(n))}back(){this.views.back()}show(t){this.screen!==t&&this.screen?.unsent?.()&&O(s("Wat je schreef, is niet verstuurd. Het staat er nog als je terugkomt.")),this.screen=t,this.update(),Qi(this.main),t.shown?.()}update(){this.screen!==null&&oe(d`${this.frame()}${this.banner}${this.screen.render()}`,this.main)}frame(){return this.session===null||this.tabs.length===0?f:d`<nav class="staff-nav no-print" aria-label=${s("Onderdelen")}>
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
    </nav>`}async goIdle(){this.session?.identity.kem.wipe(),this.main.classList.add("away"),await this.signInAgain(),this.main.classList.remove("away")}key(t){let r=t.target.closest?.("input, textarea, select, dialog, [contenteditable]");!this.keys||r||t.ctrlKey||t.metaKey||t.altKey||this.screen?.key?.(t)}async call(t){try{return await t()}catch(n){if(!(n instanceof j))throw n;if(n.problem==="signed-out")await this.signInAgain();else if(n.problem!=="sign-in-again"||!await this.signInAgain(Da()))throw n;return t()}}},Da=()=>({why:s("Wie je toegang verandert, meldt zich eerst nog eens aan."),free:!0});function $(e){if(e instanceof ct)return _h[e.reason]();if(!(e instanceof j))return e instanceof Ye?s("De server gaf een oudere toestand dan je al zag. Er is niets veranderd. Meld je opnieuw aan; gebeurt het weer, verwittig dan de systeembeheerder en je collega’s."):s("Er ging iets mis in deze browser. Er is niets verstuurd. Laad de pagina opnieuw en probeer het nog eens.");let t=Lh[e.problem]?.();return t!==void 0?t:typeof e.detail=="string"&&e.detail!==""?e.detail:s("De server weigerde dit. Er is niets veranderd. Probeer het later opnieuw.")}var _h={gone:()=>s("Er is geen passkey gebruikt. Er is niets veranderd. Probeer het opnieuw."),known:()=>s("Op dit toestel staat al een passkey van jou. Er is niets veranderd."),refused:()=>s("Dit toestel kan hier geen passkey gebruiken. Er is niets veranderd. Neem een ander toestel.")},Lh={network:()=>s("Er is geen verbinding met de server. Wat je typte, staat hier nog. Probeer het opnieuw."),"wrong-credentials":()=>s("Deze gegevens kloppen niet samen. Kijk je naam, wachtzin en tweede factor na."),"sign-in-again":()=>s("Er is niets veranderd. Meld je hiervoor eerst opnieuw aan."),"last-factor":()=>s("Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe."),"wrong-passkey":()=>s("De server kon je passkey niet nakijken. Er is niets veranderd. Probeer het opnieuw."),"wrong-code":()=>s("Deze code klopt niet. Wacht op de volgende code in je app en typ die."),throttled:()=>s("Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw."),"signed-out":()=>s("Je bent afgemeld. Meld je opnieuw aan; wat je typte, staat hier nog."),forbidden:()=>s("Dit mag met jouw rol niet. Er is niets veranderd."),conflict:()=>s("Iemand anders was je net voor. Er is niets verloren: laad opnieuw en kijk na wat er veranderde."),full:()=>s("De server heeft geen plaats meer. Er is niets bewaard. Verwittig de systeembeheerder.")};function D(e){return d`<div role="alert">${e?x("danger",d`<p>${e}</p>`):f}</div>`}function q(e,t=null){return d`<div class="working" role="status">
    <p>${e}</p>
    ${t===null?d`<progress aria-label=${e}></progress>`:d`<progress aria-label=${e} max=${Math.max(t.all,1)} .value=${t.done}></progress>`}
  </div>`}var Ka=4,En=6,jn=e=>({portal:e.portal.org.name,person:s("medewerker")});function hr(e){return d`<div class="stack tight">
    <p>
      ${s("Scan deze code met een app voor eenmalige codes op je telefoon, bijvoorbeeld Aegis, 2FAS of Google Authenticator.")}
    </p>
    ${Ih(e.qr)}
    <details>
      <summary>${s("Kan je niet scannen? Typ de sleutel over")}</summary>
      <p class="words">${(e.secret.match(/.{1,4}/g)??[]).join(" ")}</p>
    </details>
  </div>`}var fc=new WeakMap;function Ih(e){let t=fc.get(e);if(t)return t;let n=Rh(e);return fc.set(e,n),n}function Rh(e){let t=document.createElement("canvas"),n=(e.length+2*Ka)*En;t.width=n,t.height=n,t.className="qr",t.setAttribute("role","img"),t.setAttribute("aria-label",s("QR-code van je tweede factor"));let r=t.getContext("2d");return r.fillStyle="#fff",r.fillRect(0,0,n,n),r.fillStyle="#000",e.forEach((a,o)=>{[...a].forEach((i,c)=>{i==="1"&&r.fillRect((c+Ka)*En,(o+Ka)*En,En,En)})}),t}function Sn(e){return d`<ol class="word-list">
    ${e.split(" ").map(t=>d`<li><span class="words">${t}</span></li>`)}
  </ol>`}function An(e,t,n,r=Math.random){let a=t.words.split(" "),o=Uh(a.length,r),i=!1,c=["",""],l=null,u=()=>{if(o.every((S,L)=>(c[L]??"").trim().toLowerCase()===a[S])){n();return}l=s("Dat zijn niet de woorden die daar staan. Kijk na wat je opschreef."),e.update()},p=y=>{i=y,c=["",""],l=null,e.update(),y&&document.getElementById("word-0")?.focus()},m=()=>d`<form class="stack" @submit=${Oe(u)}>
      <p>${s("Neem het papier en typ deze twee woorden over. Zo weet je zeker dat ze er goed op staan.")}</p>
      ${o.map((y,S)=>ce({id:`word-${S}`,label:s("Woord {n}",{n:y+1}),value:c[S]??"",input:L=>{c[S]=L}}))}
      ${D(l)}
      <div class="actions">
        <button type="submit" class="button primary">${s("Controleer")}</button>
        <button type="button" class="button" @click=${()=>p(!1)}>${s("Toon de woorden opnieuw")}</button>
      </div>
    </form>`,w=()=>d`${Sn(t.words)}
      <div class="actions">
        <button type="button" class="button primary" @click=${()=>p(!0)}>
          ${k("pencil")}${s("Ik heb ze opgeschreven")}
        </button>
      </div>`;return{render:()=>d`<div class="stack narrow">
        <h1>${t.title}</h1>
        <div class="stack tight">${t.text}</div>
        ${t.warning?x("warn",d`<p>${t.warning}</p>`):f} ${i?m():w()}
      </div>`}}function mc(e,t,n=1){return{title:n===1?s("De archiefsleutel van {year}",{year:t}):s("De archiefsleutel van {year}, reeks {number}",{year:t,number:n}),text:d`<p>
        ${s("Met deze 21 woorden worden later gearchiveerde dossiers geopend, op een toestel zonder portaal.")}
      </p>
      <p>
        ${s("Bewaar ze in een kluis waar ook een ander dan jij bij kan, bijvoorbeeld in een verzegelde omslag.")}
        ${n===1?s("Schrijf het jaar en de dag van vandaag op de omslag."):s("Schrijf het jaar, ‘reeks {number}’ en de dag van vandaag op de omslag.",{number:n})}
      </p>`,words:e,warning:s("Gaan deze woorden verloren, dan opent niemand nog het archief van dat jaar.")}}function Oe(e){return t=>{t.preventDefault(),e()}}function Uh(e,t){let n=Math.floor(t()*e),r=(n+1+Math.floor(t()*(e-1)))%e;return[n,r].sort((a,o)=>a-o)}function wc(e,t,n,r=null){let a=null,o=null,i="",c=!1,l=async()=>{o=null;try{a=await t()}catch(w){o=$(w)}e.update()},u=async()=>{if(!c){c=!0,o=null,e.update();try{await n(i.replace(/\s+/g,""))}catch(w){o=await p(w)??$(w)}c=!1,i="",e.update()}},p=async w=>!(w instanceof j)||w.problem!=="sign-in-again"||!await e.signInAgain(Da())?null:(await l(),s("Het duurde wat lang. Scan deze nieuwe code; de vorige geldt niet.")),m=w=>d`<form class="stack" @submit=${Oe(u)}>
      ${hr(w)}
      ${ce({id:"totp-code",label:s("Code van zes cijfers"),hint:s("De code die de app nu toont. Ze verandert elke halve minuut."),value:i,input:y=>{i=y}})}
      ${D(o)}
      <div class="actions">
        ${B({label:s("Bevestig"),busyLabel:s("Even geduld…"),busy:c,click:u,type:"submit",kind:"primary big"})}
        ${r?d`<button type="button" class="button" @click=${r}>${s("Terug")}</button>`:f}
      </div>
    </form>`;return{shown:()=>{a===null&&l()},render:()=>d`<div class="stack narrow">
        <h1>${s("Koppel je telefoon")}</h1>
        <p>${s("Bij elke aanmelding typ je naast je wachtzin een code die op je telefoon staat.")}</p>
        ${a?m(a):o?d`${D(o)}${B({label:s("Probeer opnieuw"),click:l})}`:q(s("Even geduld…"))}
      </div>`}}function bc(e,t){let n=null,r=!1,a=!1,o=null,i=async()=>{n=await e.call(()=>e.me.api.get("/staff/factors")),e.update()},c=async y=>{if(!r){r=!0,o=null,e.update();try{let S=await y();S!==null&&O(S),await i()}catch(S){o=$(S)}r=!1,e.update()}},l=()=>c(()=>Hh(e)),u=(y,S,L)=>d`<li class="row spread">
      <span>${y} <small>${S}</small></span
      ><span class="row">${L}</span>
    </li>`,p=y=>gc(n)<2?f:d`<button type="button" class="button quiet small" @click=${()=>c(y)}>${s("Verwijder")}</button>`,m=y=>u(s("Passkey {n}",{n:y.number}),Fh(y),p(()=>Wh(e,y))),w=()=>u(s("Codes op je telefoon"),s("uit een app, elke halve minuut een nieuwe"),d`<button type="button" class="button quiet small" @click=${()=>yc(e,t)}>
          ${s("Andere telefoon")}
        </button>
        ${p(()=>qh(e))}`);return()=>(a||(a=!0,i().catch(y=>{o=$(y),e.update()})),d`<section class="card stack tight">
      <h2>${s("Je tweede factor")}</h2>
      <p>${s("Bij elke aanmelding heb je naast je wachtzin één van deze nodig.")}</p>
      <ul class="people">
        ${n?.codes?w():f} ${(n?.passkeys??[]).map(m)}
      </ul>
      ${gc(n)===1?d`<p class="hint">${s("Dit is je enige. Met een tweede sta je niet buiten als je er een verliest.")}</p>`:f}
      ${D(o)}
      <div class="actions">
        ${Ot()?B({label:s("Voeg een passkey toe"),busyLabel:s("Even geduld…"),busy:r,click:l,kind:""}):f}
        ${n===null||n.codes?f:d`<button type="button" class="button" @click=${()=>yc(e,t)}>${s("Koppel een telefoon")}</button>`}
      </div>
      ${Ot()?f:d`<p class="hint">${s("In deze browser of op dit adres kan je geen passkey toevoegen.")}</p>`}
    </section>`)}var gc=e=>e===null?0:e.passkeys.length+(e.codes?1:0);function Fh({day:e,synced:t,here:n}){let r=[s("van {day}",{day:z(e,{weekday:!1})})];return r.push(t?s("op elk toestel van je wachtwoordbeheerder"):s("op één toestel")),n||r.push(s("voor een ander adres van dit adviespunt")),r.join(" · ")}async function Hh(e){let t=await e.call(()=>e.me.api.post("/staff/passkeys",{})),n=await xn(t,jn(e)),r=h(P(16));return await e.call(()=>e.me.api.put(`/staff/passkeys/${r}`,n)),s("Je passkey is toegevoegd.")}async function Wh(e,{id:t,number:n}){return await H({title:s("Passkey {n} verwijderen?",{n}),text:d`<p>${s("Je meldt je er niet meer mee aan. Verwijder ze daarna ook op je toestel.")}</p>`,yes:s("Verwijder de passkey"),danger:!0})?(await e.call(()=>e.me.api.del(`/staff/passkeys/${t}`)),s("De passkey is verwijderd.")):null}async function qh(e){return await H({title:s("De codes op je telefoon verwijderen?"),text:d`<p>
      ${s("Je meldt je daarna alleen met een passkey aan. Een code die iemand je ontfutselt, is dan niets meer waard.")}
    </p>`,yes:s("Verwijder de codes"),danger:!0})?(await e.call(()=>e.me.api.del("/staff/codes")),s("De codes gelden niet meer.")):null}function yc(e,t){e.open(n=>wc(n,()=>n.call(()=>n.me.api.post("/staff/codes",{})),async r=>{await n.me.api.put("/staff/codes",{code:r}),O(s("Je telefoon is gekoppeld.")),t()},()=>n.back()))}var kc=({state:e,answered_on:t})=>t!==null&&(e==="open"||e==="answering");var Vh={facilitator:()=>s("facilitator"),helper:()=>s("dossiermedewerker"),coach:()=>s("integriteitscoach"),coordinator:()=>s("integriteitscoördinator")},Gh={new:()=>s("nieuw"),open:()=>s("geopend, nog geen feedback"),answering:()=>s("feedback gegeven"),answered:()=>s("definitief beantwoord"),passed:()=>s("doorgegeven"),closed:()=>s("afgesloten"),withdrawn:()=>s("ingetrokken")},ze=e=>Vh[e]?.()??e,fr=e=>Gh[e]?.()??e;function Mn(e){return kc(e)?e.waits_for==="staff"?s("vervolg na het antwoord"):fr("answered"):fr(e.state)}var Yh={"":()=>s("Loopt nog"),open:()=>s("Loopt nog"),"state.withdrawn":()=>s("Ingetrokken"),"state.passed":()=>s("Doorgegeven, nog niet afgesloten"),"state.closed":()=>s("Afgesloten zonder uitkomst")},mr=(e,t)=>Yh[t.replace("state:","state.")]?.()??Y(e.outcomes,t);function wr(e){return e<0?X("{n} werkdag te laat","{n} werkdagen te laat",-e):e===0?s("vandaag de laatste dag"):X("nog {n} werkdag","nog {n} werkdagen",e)}function Y(e,t){let n=e.find(r=>r.key===t);return n?.label??n?.name??t??""}function vc(e,t){let{day:n,cover:r}=$c(e,t);return r?s("Afwezig tot en met {day}. {name} neemt over.",{day:n,name:r}):s("Afwezig tot en met {day}.",{day:n})}function gr(e,t){let{day:n,cover:r}=$c(e,t),a=ve(e,t.member)?.name??s("iemand die weg is");return r?s("{name} is afwezig tot en met {day}. {cover} neemt over.",{name:a,day:n,cover:r}):s("{name} is afwezig tot en met {day}.",{name:a,day:n})}function $c(e,{last:t,cover:n}){return{day:z(t,{weekday:!1}),cover:n===null?void 0:ve(e,n)?.name}}var Jh=7;function Na(e,t=null){return n=>{let r=Ec(n,()=>e(n));return{render:()=>d`<div class="stack narrow">
          <h1>${s("Aanmelden als medewerker")}</h1>
          <p class="lead">${s("Voor facilitatoren, integriteitscoaches en de integriteitscoördinator.")}</p>
          ${t?x("info",d`<p>${t}</p>`):f} ${r()}
          <hr />
          <p>
            <button type="button" class="button quiet" @click=${()=>n.open(ef(e))}>
              ${s("Je wachtzin kwijt? Gebruik je herstelcode")}
            </button>
          </p>
        </div>`}}}function Ec(e,t,{name:n="",update:r=()=>e.update()}={}){let a=n!=="",o={name:n,passphrase:"",code:"",resetting:!1},i=!1,c=!1,l=null,u=null,p=Dc(r),m=async L=>{if(!c){c=!0,l=null,r();try{let V=await L();e.session=await _i(e.portal,{...o,proof:V},p),o.passphrase="",t()}catch(V){u=xc(V)??u,l=xc(V)===null?$(V):null,o.code="",o.resetting=!1}c=!1,r()}},w=()=>m(async()=>({code:await Qh(e,o)})),y=()=>o.name.trim()!==""&&o.passphrase.trim()!==""?m(()=>Sc(e,u)):(l=s("Typ eerst je naam en je wachtzin. Daarna vraagt je toestel je passkey."),r()),S=L=>V=>{o[L]=V};return()=>d`<form class="stack" @submit=${Oe(w)}>
      ${a?f:ce({id:"staff-name",label:s("Naam waarmee je je aanmeldt"),value:o.name,input:S("name")})}
      ${oc({id:"staff-passphrase",label:s("Wachtzin"),hint:s("Zeven woorden met een spatie ertussen."),value:o.passphrase,input:S("passphrase"),shown:i,toggle:()=>{i=!i,r()}})}
      ${u?Zh(u):f} ${Xh(o,S("code"))}
      ${u?f:d`<p>
              <button
                type="button"
                class="button quiet"
                @click=${()=>{o.resetting=!o.resetting,o.code="",r()}}
              >
                ${o.resetting?s("Toch een code van zes cijfers"):s("Ik kreeg een code om mijn tweede factor te vernieuwen")}
              </button>
            </p>`}
      ${p.said()} ${D(l)}
      <div class="actions">
        ${B({label:s("Meld je aan"),busyLabel:s("Even geduld…"),busy:c,click:w,type:"submit",kind:"primary big"})}
        ${jc(y,u?s("Maak een passkey"):s("Gebruik een passkey"))}
      </div>
    </form>`}function jc(e,t){return Ot()?d`<button type="button" class="button big" @click=${e}>${k("key-round")} ${t}</button>`:f}async function Sc(e,t=null){return t===null?{passkey:await dc(e.portal.api)}:{new_passkey:await xn(t.passkey,jn(e))}}function Zh(e){return d`${x("good",d`<p>${s("Je code klopt. Kies nu je nieuwe tweede factor; de vorige gelden daarna niet meer.")}</p>`)}
  ${hr(e.totp)}`}function Xh(e,t){return ce({id:"staff-code",label:e.resetting?s("Code om je tweede factor te vernieuwen"):s("Code van zes cijfers"),hint:e.resetting?s("Elf woorden, die je van een facilitator kreeg."):Ac(),value:e.code,input:t})}var Ac=()=>Ot()?s("Uit de app op je telefoon. Niet nodig als je een passkey gebruikt."):s("Uit de app op je telefoon.");async function Qh(e,{code:t,resetting:n}){if(!n)return t.replace(/\s+/g,"");let r=await $n(e.portal.words,t,16).catch(()=>null);return r===null?"":h(await se(r,"staff/second-factor-reset"))}function xc(e){return e instanceof j&&e.problem==="second-factor-setup"?e.content:null}async function Mc(e,{why:t,free:n=!1}={}){let r=e.session?.signInName??"";return await Se(o=>{let i=document.createElement("div"),c=()=>oe(d`<div class="stack">
            <h2 id="dialog-title">${s("Meld je opnieuw aan")}</h2>
            <p>${t??s("Je was een tijd niet actief. Wat je typte, staat er nog.")}</p>
            ${l()}
            ${n?d`<p><button type="button" class="button quiet" @click=${()=>o(null)}>${s("Terug")}</button></p>`:f}
          </div>`,i),l=Ec(e,()=>o(!0),{name:r,update:c});return c(),d`${i}`},{stays:!n})===!0}function Dc(e){let t="";return{tell:n=>{t=n,e()},signal:new AbortController().signal,said:()=>d`<div role="status">${t?x("info",d`<p>${t}</p>`):f}</div>`}}function ef(e){return t=>{let n={name:"",words:"",code:""},r=!1,a=null,o=Dc(()=>t.update()),i=async u=>{if(!r){r=!0,a=null,t.update();try{let p=await u(),m=await $n(t.portal.words,n.words,16);t.session=await Li(t.portal,{name:n.name,recovery:m,proof:p},o),Oa(t,n.name,e)}catch(p){a=p instanceof j||p instanceof ct?$(p):s("Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.")}r=!1,t.update()}},c=()=>i(async()=>({code:n.code.replace(/\s+/g,"")})),l=u=>p=>{n[u]=p};return{render:()=>d`<form class="stack narrow" @submit=${Oe(c)}>
          <h1>${s("Aanmelden met je herstelcode")}</h1>
          <p>${s("Daarna krijg je een nieuwe wachtzin en een nieuwe herstelcode. De oude gelden dan niet meer.")}</p>
          ${ce({id:"recovery-name",label:s("Naam waarmee je je aanmeldt"),value:n.name,input:l("name")})}
          ${ce({id:"recovery-words",label:s("Herstelcode"),hint:s("Elf woorden, van het blad dat je bewaarde."),value:n.words,input:l("words")})}
          ${ce({id:"recovery-totp",label:s("Code van zes cijfers"),hint:Ac(),value:n.code,input:l("code")})}
          ${o.said()} ${D(a)}
          <div class="actions">
            ${B({label:s("Meld je aan"),busy:r,click:c,type:"submit"})}
            ${jc(()=>i(()=>Sc(t)),s("Gebruik een passkey"))}
            <button type="button" class="button" @click=${()=>t.back()}>${s("Terug")}</button>
          </div>
        </form>`}}}function Oa(e,t,n){let r=tr(e.portal.words,Jh),a=P(16);e.reset(()=>An(e,tf(r),async()=>{let o=await ot(e.portal.words,a);e.replace(()=>An(e,nf(o),()=>e.replace(rf(t,r,a,n))))}))}function tf(e){return{title:s("Je wachtzin"),text:d`<p>${s("Met je naam en deze zeven woorden meld je je aan. Alleen jij ziet ze, en alleen nu.")}</p>
      <p>${s("Leer ze van buiten of bewaar ze op papier, niet bij je telefoon.")}</p>`,words:e}}function nf(e){return{title:s("Je herstelcode"),text:d`<p>
      ${s("Vergeet je je wachtzin, dan open je met deze elf woorden toch je toegang. Schrijf ze op papier en bewaar ze achter slot.")}
    </p>`,words:e,warning:s("Wie deze woorden heeft en je tweede factor, kan zich als jou aanmelden.")}}function rf(e,t,n,r){return a=>{let o=null,i=!1,c=async()=>{i=!0,o=null,a.update();try{await a.call(()=>Wi(a.me,{name:e,passphrase:t,recovery:n})),r(a)}catch(l){o=$(l)}i=!1,a.update()};return{shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${s("Je nieuwe wachtzin wordt bewaard")}</h1>
          ${D(o)}
          ${o?B({label:s("Probeer opnieuw"),busy:i,click:c}):d`<progress aria-label=${s("Even geduld…")}></progress>`}
        </div>`}}}function Kc(e){let t=null,n=null,r=async()=>{t??=[],t=(await e.call(()=>e.me.api.get("/sessions"))).sessions,e.update()},a=async(i,c)=>{n=null;try{await e.call(()=>e.me.api.del(i)),O(c),await r()}catch(l){n=$(l),e.update()}},o=i=>d`<li class="row spread">
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
      ${D(n)}
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
    </section>`}}function yr(e){let t=null,n="",r=async()=>{try{n=await nr(e.portal.words,e.me.directories.current.organisation)}catch(l){t=$(l)}e.update()},a=e.me.role==="coordinator"?()=>f:af(e),o=of(e),i=bc(e,()=>e.reset(yr)),c=Kc(e);return{tab:"account",shown:()=>{r()},render:()=>d`<div class="stack narrow">
        <h1>${s("Mijn toegang")}</h1>
        ${D(t)}
        <dl class="facts">
          <dt>${s("Naam")}</dt>
          <dd>${e.me.name}</dd>
          <dt>${s("Rol")}</dt>
          <dd>${ze(e.me.role)}</dd>
          <dt>${s("Kenmerk van de organisatie")}</dt>
          <dd class="words">${n}</dd>
          <dt>${s("Lijst van medewerkers")}</dt>
          <dd>${s("versie {n}, nagekeken",{n:e.me.directories.current.version})}</dd>
        </dl>
        ${i()} ${c()}
        <section class="card stack tight">
          <h2>${s("Nieuwe wachtzin en herstelcode")}</h2>
          <p>${s("Doe dit als iemand je woorden kan hebben gezien. De oude gelden daarna niet meer.")}</p>
          <p><button type="button" class="button" @click=${()=>sf(e)}>${s("Maak nieuwe")}</button></p>
        </section>
        ${a()} ${o()}
      </div>`}}function af(e){let t=null,n={first:e.me.today,last:e.me.today,cover:""},r=null,a=async()=>{t??=[],t=(await e.call(()=>Ma(e.me))).filter(({member:m})=>m===e.me.key),e.update()},o=m=>{r=$(m),e.update()},i=async m=>{r=null;try{await e.call(m),await a()}catch(w){o(w)}},c=()=>{if(n.first===""||n.last<n.first){r=s("De laatste dag kan niet voor de eerste liggen. Er is niets bewaard."),e.update();return}i(()=>nc(e.me,{...n,cover:n.cover===""?null:n.cover}))},l=(m,w)=>d`<div class="field">
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
        ${z(m.last,{weekday:!1})}${m.cover?d`, ${s("{name} neemt over",{name:ve(e.me,m.cover)?.name??""})}`:f}</span
      >
      <button type="button" class="button quiet small" @click=${()=>i(()=>rc(e.me,m.id))}>
        ${s("Verwijder")}
      </button>
    </li>`;return()=>(t===null&&a().catch(o),d`<section class="card stack tight">
      <h2>${s("Afwezig")}</h2>
      <p>${s("Collega’s zien het in de lijst, in je dossiers en als ze iemand toewijzen.")}</p>
      <ul class="people">
        ${(t??[]).map(p)}
      </ul>
      <div class="two">${l("first",s("Eerste dag"))}${l("last",s("Laatste dag"))}</div>
      ${Le({id:"away-cover",label:s("Wie neemt over?"),value:n.cover,empty:s("Niemand"),options:u(),input:m=>{n.cover=m}})}
      ${D(r)}
      <div class="actions">${B({label:s("Bewaar de afwezigheid"),click:c,kind:""})}</div>
    </section>`)}function of(e){let t=null,n=null,r=!1,a=async()=>{r=!0;try{let{address:i}=await e.call(()=>e.me.api.get("/staff/notice"));t??=i??""}catch(i){n=$(i)}e.update()},o=async()=>{if(t!==null){n=null;try{await e.call(()=>e.me.api.put("/staff/notice",{address:t?.trim()?t.trim():null})),O(t?.trim()?s("Het adres is bewaard."):s("Je krijgt geen mail meer."))}catch(i){n=$(i)}e.update()}};return()=>(r||a(),d`<section class="card stack tight">
      <h2>${s("Een mail als er iets is")}</h2>
      <p>
        ${s("Hoogstens één mail per dag, altijd met dezelfde woorden: er staat iets klaar. Nooit iets over een vraag.")}
      </p>
      ${ce({id:"notice-address",label:s("Mailadres"),hint:s("Laat leeg als je geen mail wilt."),value:t??"",input:i=>{t=i}})}
      ${D(n)}
      <div class="actions">${B({label:s("Bewaar het adres"),click:o,kind:""})}</div>
    </section>`)}async function sf(e){if(!await H({title:s("Een nieuwe wachtzin en herstelcode maken?"),text:d`<p>${s("Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.")}</p>`,yes:s("Begin")}))return;let n=e.me.signInName||await cf();n&&Oa(e,n,r=>r.reset(yr))}function cf(){return Se(e=>{let t=document.createElement("div"),n="";return oe(d`<form class="stack" @submit=${Oe(()=>{n.trim()!==""&&e(n)})}>
        <h2 id="dialog-title">${s("Met welke naam meld je je aan?")}</h2>
        ${ce({id:"renew-name",label:s("Naam waarmee je je aanmeldt"),value:n,input:a=>{n=a}})}
        <div class="actions">
          <button type="button" class="button" @click=${()=>e(null)}>${s("Terug")}</button
          ><button type="submit" class="button primary">${s("Ga verder")}</button>
        </div>
      </form>`,t),d`${t}`})}var Ze=(e,t)=>se(e,`commit/${t}`);function Nc({portal:e,case:t,epoch:n,recipient:r,purpose:a}){return A(K("adviespunt/v1/key"),J(e,t,Ft(n),r,K(a)))}var Oc=(e,t,n)=>ht(e,Nc(t),n);async function za(e,t,n){let r=await e.open(Nc(t),n);if(r.length!==32)throw new I;return r}async function zc(e,t,n,r){let a=await za(e,t,r);if(!b(await Ze(a,t.purpose),n))throw new I;return a}var lf=20,df=1e5,uf=200,Gt=M({}),br=["asker"],Ta=["facilitator","helper"],zt=[...Ta,"coach"],Ie=Object.freeze({question:{writers:br,thread:"case",fields:M({excluded:Mt(U),kind:ne,name:ue(ft(1,uf)),urgent:At})},reply:{writers:[...br,...zt],thread:"case",fields:Gt},thanks:{writers:br,thread:"case",fields:Gt},feedback:{writers:zt,thread:"case",fields:Gt},final:{writers:zt,thread:"case",fields:M({referred:pe(ne)})},pass:{writers:zt,thread:"case",fields:M({authority:ne})},close:{writers:Ta,thread:"case",fields:M({outcome:ne})},withdraw:{writers:br,thread:"case",fields:Gt},recuse:{writers:["coach"],thread:"case",fields:Gt},note:{writers:zt,thread:"notes",fields:Gt},draft:{writers:zt,thread:"notes",fields:M({for:xe("feedback","reply","final")})},triage:{writers:Ta,thread:"notes",fields:M({category:ue(ne),pen:ue(U),urgent:At})},record:{writers:zt,thread:"notes",fields:M({authority:ne,day:$e})}}),Tc=M({hash:ee,id:U}),Cc=M({v:ie,counter:te,roster:qn,seen:Mt(Tc,({id:e})=>e),attachments:pe(M({family:xe("photo","document"),pages:pe(Tc,1)}),0,lf),text:ft(0,df),fields:()=>{}});function pf(e,t){if((Object.hasOwn(Ie,e)?Ie[e]:null)?.thread!==t)throw new v("kind");return e}async function Bc(e,t,n,r,a){let{id:o,writer:i,epoch:c}=n.header,l=pf(n.header.kind,t),u=he(await gn(e,n),Cc);Ie[l].fields(u.body.fields);let p=hf(u.body);if(l==="question"&&p.roster.number!==0)throw new v("roster");let m=await a(p.roster,c,i);if(!Ie[l].writers.includes(m.role))throw new v("writer");return await fe(m.sign,"message",J(n.rawHeader,await Ze(e,t)),u),{...p,id:o,key:h(o),kind:l,thread:t,writer:i,epoch:c,hash:r}}var hf=e=>({counter:e.counter,roster:{hash:g(e.roster.hash),number:e.roster.number},seen:e.seen.map(_c),attachments:e.attachments.map(ff),text:e.text,fields:e.fields}),_c=({id:e,hash:t})=>({id:g(e),hash:g(t)}),ff=({family:e,pages:t})=>({family:e,pages:t.map(_c)});function Lc(e,t){let n=new Map(e.map(o=>[h(o.hash),o])),r=new Map,a={messages:[],refused:[]};for(let o of wf(e,n)){let i=yf(o,n,r),c=bf(o,i);c?a.refused.push({message:o,reason:c}):(a.messages.push(o),r.set(h(o.hash),i))}return{...a,missing:mf(a.messages,new Set([...n.keys(),...t]))}}function mf(e,t){let n=e.flatMap(({seen:a})=>a).filter(({hash:a})=>!t.has(h(a)));return[...new Map(n.map(a=>[`${h(a.id)} ${h(a.hash)}`,a])).values()].sort((a,o)=>ye(a.id,o.id))}function wf(e,t){let n=new Set,r=[],a=e;for(;a.length>0;){let o=a.findIndex(({seen:i})=>i.every(({hash:c})=>gf(t.get(h(c)),n)));if(o<0)throw new N("circle");r.push(a[o]),n.add(a[o]),a=a.filter((i,c)=>c!==o)}return r}var gf=(e,t)=>e===void 0||t.has(e);function yf({seen:e},t,n){let r={counters:new Map,whole:!0,roster:0};for(let{hash:a}of e){let o=n.get(h(a)),i=t.get(h(a));if(r.whole&&=o?.whole??!1,!(!o||!i)){r.roster=Math.max(r.roster,o.roster,i.roster.number);for(let[c,l]of[...o.counters,[h(i.writer),i.counter]])r.counters.set(c,Math.max(l,r.counters.get(c)??l))}}return r}function bf({seen:e,counter:t,kind:n,thread:r,writer:a,roster:o},i){let c=e.length===0;if(c&&t!==0||r==="case"&&n==="question"!==c)return"seen";if(o.number<i.roster)return"roster";let l=1+(i.counters.get(h(a))??-1);return t<l||i.whole&&t!==l?"counter":null}function Ic(e){let t=new Set(e.flatMap(r=>r.seen.map(({hash:a})=>h(a))));return e.filter(({hash:r})=>!t.has(h(r))).map(({id:r,hash:a})=>({id:r,hash:a})).sort((r,a)=>ye(r.id,a.id))}var Rc=(e,t)=>1+Math.max(-1,...e.filter(n=>b(n.writer,t)).map(({counter:n})=>n));async function Uc(e,t,n,r){let a=n.kind,o=kf(r);Cc(o),Ie[a].fields(o.fields);let i=J(at(n),await Ze(e,Ie[a].thread));return je(e,n,await re(t,"message",i,o))}var kf=({counter:e,roster:t,seen:n,attachments:r,text:a,fields:o})=>({v:1,counter:e,roster:{hash:h(t.hash),number:t.number},seen:n.map(Pc),attachments:r.map(({family:i,pages:c})=>({family:i,pages:c.map(Pc)})),text:a,fields:o}),Pc=({id:e,hash:t})=>({hash:h(t),id:h(e)});var vf=16*1024*1024,$f=64e6,xf=M({height:pn,media:xe("image/webp","image/png","image/jpeg"),width:pn});function Hc({media:e,width:t,height:n,image:r}){return qc({media:e,width:t,height:n,image:r}),A(Re(le({height:n,media:e,width:t})),r)}function Wc(e){let t=new Ke(e),n=Ue(t.lp());xf(n);let r={media:n.media,width:n.width,height:n.height,image:t.rest()};return qc(r),r}function qc({media:e,width:t,height:n,image:r}){if(r.length>vf)throw new N("image-bytes");if(Gc(t,n),!Ef[e]?.(r))throw new N("image-kind")}function Vc({media:e,width:t,height:n,image:r}){let a=jf[e]?.(r)??null;if(!a)throw new N("image-kind");if(Gc(a.width,a.height),a.width!==t||a.height!==n)throw new N("image-size")}function Gc(e,t){if(e<1||t<1||e*t>$f)throw new N("image-pixels")}var Ef={"image/png":e=>kt(e,0,`PNG\r

`),"image/jpeg":e=>kt(e,0,"ÿØÿ"),"image/webp":e=>kt(e,0,"RIFF")&&kt(e,8,"WEBP")},jf={"image/png":Sf,"image/jpeg":Af,"image/webp":Df},kt=(e,t,n)=>[...n].every((r,a)=>e[t+a]===r.charCodeAt(0)),vt=e=>new DataView(e.buffer,e.byteOffset,e.length);function Sf(e){return e.length<33||!kt(e,12,"IHDR")?null:{width:vt(e).getUint32(16),height:vt(e).getUint32(20)}}function Af(e){let t=2;for(;t+9<e.length&&e[t]===255;){let n=e[t+1];if(Mf(n))return{height:vt(e).getUint16(t+5),width:vt(e).getUint16(t+7)};t+=2+vt(e).getUint16(t+2)}return null}var Mf=e=>e>=192&&e<=207&&![196,200,204].includes(e);function Df(e){return e.length<30?null:kt(e,12,"VP8X")?{width:1+Fc(e,24),height:1+Fc(e,27)}:kt(e,12,"VP8L")?Kf(vt(e).getUint32(21,!0),e[20]):!kt(e,12,"VP8 ")||e[23]!==157||e[24]!==1||e[25]!==42?null:{width:vt(e).getUint16(26,!0)&16383,height:vt(e).getUint16(28,!0)&16383}}var Kf=(e,t)=>t===47?{width:1+(e&16383),height:1+(e>>>14&16383)}:null,Fc=(e,t)=>e[t]|e[t+1]<<8|e[t+2]<<16;var lt=Object.freeze(["facilitator","helper","coach"]),Yc=new Uint8Array(32),Nf=M({id:U,kem:ee,role:xe("asker","facilitator","helper","coach","archive"),sign:ee}),Of=M({v:ie,number:te,previous:ue(ee),epoch:pn,case:ee,notes:ue(ee),directory:Vn,participants:Mt(Nf,e=>e.id),asker:ue(M({kem:_e(un),sign:_e(32)}))});async function Jc(e,t,n){let r=Ee(n),{header:a}=r;if(!(b(a.portal,t.portal)&&b(a.case,t.case)&&a.kind==="roster"))throw new v("place");let i=await gn(e,r),c=he(i,Of),l=zf(c.body,a.writer,await We(i));if(l.epoch!==a.epoch)throw new v("epoch");if(!b(l.case,await Ze(e,"case")))throw new v("commitment");return{roster:l,parsed:c,context:r.rawHeader}}function zf(e,t,n){return{number:e.number,previous:e.previous&&g(e.previous),epoch:e.epoch,case:g(e.case),notes:e.notes&&g(e.notes),directory:{version:e.directory.version,hash:g(e.directory.hash)},participants:e.participants.map(Tf),asker:e.asker&&{kem:g(e.asker.kem),sign:g(e.asker.sign)},author:t,hash:n}}var Tf=({id:e,kem:t,role:n,sign:r})=>({id:g(e),kem:g(t),role:n,sign:g(r)}),we=(e,t)=>e.participants.find(n=>b(n.id,t))??null;async function Zc({roster:e,parsed:t,context:n},r,a){Pf(e,r);let o=await a.at(e.directory);return await fe(await Bf(e,r,o),"roster",n,t),await _f(e,r,o),await Lf(e,r.at(-1)??null,o),r.length>0?Uf(e,r):Rf(e),e}function Pf(e,t){let n=t.at(-1)??null;if(e.number!==t.length)throw new v("number");if(!Cf(e.previous,n&&n.hash))throw new v("previous");if(n&&e.directory.version<n.directory.version)throw new v("directory-back")}var Cf=(e,t)=>e===null||t===null?e===t:b(e,t);async function Bf(e,t,n){let r=t.at(-1);if(!r){if(!b(e.author,W)||!e.asker)throw new v("author");return e.asker.sign}let a=we(r,e.author),o=ae(n,e.author,Kt);if(!a||!Kt.includes(a.role)||!o)throw new v("author");if(!b((await qe(o)).sign,a.sign))throw new v("author");return o.sign}async function _f(e,t,n){let r=t[0];if(r&&e.asker)throw new v("asker");let a=r?we(r,W):e.asker&&await Hf(e.asker),o=r?we(r,nt):await Wf(n);if(!Pa(we(e,W),a))throw new v("asker");if(!Pa(we(e,nt),o))throw new v("archive")}var Pa=(e,t)=>e!==null&&t!==null&&e.role===t.role&&Ca(e,t)&&b(e.id,t.id),Ca=(e,t)=>b(e.kem,t.kem)&&b(e.sign,t.sign);async function Lf(e,t,n){let r=e.participants.filter(({id:a})=>!b(a,W)&&!b(a,nt));for(let a of r)await If(a,t,n);if(!r.some(({role:a})=>Kt.includes(a)))throw new v("nobody-left")}async function If(e,t,n){let r=Z(n,e.id),a=t&&we(t,e.id);if(!r)throw new v("member");if(!Pa(a,e)){if(a&&!Ca(a,e))throw new v("keys-changed");if(!r.active||r.role!==e.role||!lt.includes(e.role))throw new v("role");if(!Ca(e,await qe(r)))throw new v("keys")}}function Rf({epoch:e,notes:t,participants:n}){if(e!==0||t||n.some(({role:r})=>r==="coach"))throw new v("first")}function Uf(e,t){let n=t[t.length-1];if(!e.notes)throw new v("notes");if(!we(e,e.author))throw new v("author-leaves");let r=n.participants.some(({id:a})=>!we(e,a));if(e.epoch===n.epoch&&!r){if(!(b(e.case,n.case)&&(!n.notes||b(e.notes,n.notes))))throw new v("epoch")}else if(e.epoch!==n.epoch+1||Ff(e,t))throw new v("epoch")}function Ff(e,t){let n=t.flatMap(({case:r,notes:a})=>a?[r,a]:[r]);return[e.case,e.notes].some(r=>r&&n.some(a=>b(r,a)))}async function Xc(e,t,n){if(t.length!==0)for(let{directory:r,participants:a}of e){let o=await n.at(r);if(a.map(({id:c})=>Z(o,c)?.person).some(c=>c&&t.includes(h(c))))throw new v("excluded")}}var Hf=async e=>({id:W,role:"asker",...await qe(e)});async function Wf({archive:e}){let{kem:t}=await qe({kem:e.kem,sign:Yc});return{id:nt,role:"archive",kem:t,sign:Yc}}async function Qc(e,t){let n=ae(e,t,lt);if(!n)throw new v("role");return{id:n.id,role:n.role,...await qe(n)}}var el=e=>[...e].sort((t,n)=>ye(t.id,n.id));function tl(e,t){let n=ae(t,e.id,lt);return n?{...e,role:n.role}:e}async function Ba(e,t,{portal:n,case:r},a,o){let i={portal:n,case:r,epoch:o.epoch,id:P(16),writer:a,kind:"roster"},c=await re(t,"roster",at(i),qf(o));return{id:i.id,envelope:await je(e,i,c),hash:await We(c)}}var qf=e=>({v:1,number:e.number,previous:e.previous&&h(e.previous),epoch:e.epoch,case:h(e.case),notes:e.notes&&h(e.notes),directory:{hash:h(e.directory.hash),version:e.directory.version},participants:e.participants.map(({id:t,kem:n,role:r,sign:a})=>({id:h(t),kem:h(n),role:r,sign:h(a)})),asker:e.asker&&{kem:h(e.asker.kem),sign:h(e.asker.sign)}});var _=class extends Error{constructor(t,n=void 0){super(`case refused: ${t}`,{cause:n}),this.name="CaseRefused",this.reason=t}};async function $t(e,t){try{return await t()}catch(n){throw n instanceof T?new _(n.reason==="directory-unknown"?"directory":e,n):n}}function dt(e,t){let n=e.get(t);if(!n)throw new _("keys");return n}var _a=({id:e,role:t})=>({id:e,role:t}),La=(e,t,n)=>r=>b(r,W)?e.kem:b(r,nt)?t.archive.kem:Z(n,r)?.kem??null;async function Ia(e,t,n){return(await Promise.all(t.map(a=>Vf(e,a,n(a.entry.id))))).flat()}async function Vf(e,{entry:t,keys:n},r){if(!r||!b(await R(r),t.kem))throw new _("keys");let a=t.id;return Promise.all(n.map(async({epoch:o,purpose:i,key:c})=>{let l=await Oc(r,{...e,epoch:o,purpose:i,recipient:a},c);return{epoch:o,purpose:i,recipient:a,sealed:l}}))}function Ra({kind:e,text:t="",fields:n={},attachments:r=[]}){return{kind:e,text:t,fields:n,attachments:r,sealed:null}}async function Ua(e,t){let{identity:n,caseKeys:r,notesKeys:a}=e.opened,{thread:o,writers:i}=Ie[t.kind];if(!i.includes(e.me.role))throw new _("role");if(o==="notes"&&t.attachments.length>0)throw new _("pages");let{epoch:c,number:l,hash:u}=e.roster,p=(o==="case"?r:a).get(c);if(!p)throw new _("notes");let m=o==="case"?e.messages:e.notes;return Gf(t,p,{place:{portal:e.portal,case:e.id},identity:n,writer:e.me.id,epoch:c,roster:{number:l,hash:u},counter:Rc(m,e.me.id),seen:Ic(m),caseKey:dt(r,c)})}async function Gf({kind:e,text:t,fields:n,attachments:r},a,o){let{place:i,identity:c,writer:l,epoch:u,roster:p,counter:m,seen:w}=o,{pages:y,attachments:S}=await Yf(o.caseKey??a,{...i,epoch:u,writer:l},r),L={...i,epoch:u,id:P(16),writer:l,kind:e},V={counter:m,roster:p,seen:w,attachments:S,text:t,fields:n},Hr=await Uc(a,c.sign.privateKey,L,V);return{id:L.id,case:i.case,kind:e,thread:Ie[e].thread,epoch:u,envelope:Hr,pages:y}}async function Yf(e,t,n){let r=n.map(({pages:i})=>Promise.all(i.map(c=>Jf(e,t,c)))),a=await Promise.all(r);return{attachments:n.map(({family:i},c)=>({family:i,pages:a[c].map(({id:l,hash:u})=>({id:l,hash:u}))})),pages:a.flat().map(({id:i,envelope:c})=>({id:i,envelope:c}))}}async function Jf(e,t,n){let r={...t,id:P(16),kind:"page"},a=await je(e,r,Hc(n));return{id:r.id,envelope:a,hash:await wn(a)}}async function Fa(e,t){let{identity:n,directories:r,rosters:a}=e.opened,o=a[a.length-1],i=Zf(e,o,t);if(i===null)return null;Xf(e,i);let c=await Qf(e,o,i),l=em(e,o,i.turns),u={number:o.number+1,previous:o.hash,epoch:l.epoch,participants:c,asker:null,case:await Ze(dt(l.caseKeys,l.epoch),"case"),notes:await Ze(dt(l.notesKeys,l.epoch),"notes"),directory:{version:r.current.version,hash:r.current.hash}},p={portal:e.portal,case:e.id},m=dt(l.caseKeys,l.epoch),w=await Ba(m,n.sign.privateKey,p,e.me.id,u),y=c.map(S=>tm(e,S,o,l));return{...w,number:u.number,epoch:l.epoch,notes:!0,participants:c.map(_a),keys:await Ia(p,y,await nm(e))}}function Zf(e,t,{add:n=[],remove:r=[],firstNotes:a=!1,turn:o=!1}){let i=[h(W),h(nt)],c=[...r.map(h),...e.departed].filter(m=>!i.includes(m)),l=t.participants.filter(({id:m})=>c.includes(h(m))),u=n.filter(m=>!we(t,m)&&!c.includes(h(m))),p=a&&!t.notes;return l.length===0&&u.length===0&&!o&&!p?null:{coming:u,leaving:l,turns:l.length>0||o}}function Xf(e,{coming:t,leaving:n}){let r=e.opened.directories.current;if(!(Kt.includes(e.me.role)&&ae(r,e.me.id,Kt)))throw new _("role");if(t.map(i=>Z(r,i)?.person).some(i=>i&&e.excluded.includes(h(i))))throw new _("excluded");if(n.some(({id:i})=>b(i,e.me.id)))throw new _("roster");if(t.length>0&&e.unreadableNotes.length>0)throw new _("notes")}async function Qf(e,t,{coming:n,leaving:r}){let a=e.opened.directories.current,o=t.participants.filter(c=>!r.includes(c)),i=$t("roster",()=>Promise.all(n.map(c=>Qc(a,c))));return el([...o.map(c=>tl(c,a)),...await i])}function em(e,t,n){let r=t.epoch+(n?1:0),[a,o]=[new Map(e.opened.caseKeys),new Map(e.opened.notesKeys)];if(n&&a.set(r,P(32)),(n||!t.notes)&&o.set(r,P(32)),!o.has(r))throw new _("notes");return{epoch:r,caseKeys:a,notesKeys:o}}function tm({opened:e},t,n,{caseKeys:r,notesKeys:a}){let o=we(n,t.id)===null,i=nl("case",r,o?null:e.caseKeys);return b(t.id,W)||i.push(...nl("notes",a,o?null:e.notesKeys)),{entry:t,keys:i}}var nl=(e,t,n)=>[...t].filter(([r])=>!n?.has(r)).map(([r,a])=>({epoch:r,purpose:e,key:a}));async function nm({opened:{rosters:e,directories:t}}){let n=e[0].asker;return La(n,await t.at(e[0].directory),t.current)}var Ha=6,rm=4;async function al(e,t,{unseen:n=!1}={}){let r=await e.get(`/cases/${h(t)}${n?"?unseen=true":""}`),a=[...r.messages,...r.notes??[]];return{fetched:am(t,r),index:r,days:new Map(a.map(o=>[o.id,o.day]))}}var am=(e,t)=>({id:e,rosters:t.rosters.map(n=>g(n)),keys:t.keys.map(om),messages:t.messages.map(rl),notes:(t.notes??[]).map(rl)}),om=({epoch:e,purpose:t,sealed:n})=>({epoch:e,purpose:t,sealed:g(n)}),rl=({envelope:e})=>g(e),Wa=new Map;function sm(e,t){let n=Wa.get(t);return!n||e&&e.roster.number>=n.number?e:{roster:n,read:e?.read??[]}}function qa({api:e,identity:t,me:n,portal:r,id:a,directories:o,lastSeen:i,unseen:c=!1}){let l=`${h(n.id)} ${h(a)}`,u=async p=>{let{fetched:m,index:w,days:y}=await al(e,a,{unseen:c}),S=await o(p),L=sm(i(),l),V=await cl({identity:t,me:n,portal:r,fetched:m,directories:S,lastSeen:L});return V.roster.number>=(Wa.get(l)?.number??0)&&Wa.set(l,V.seen.roster),{...V,index:w,days:y}};return async(p=!1)=>{try{return await u(p)}catch(m){if(m instanceof _&&m.reason==="directory"&&!p)return u(!0);throw m}}}async function ol(e,t,n=64){let r=[];for(let a=0;a<e.length;a+=n)r.push(...await Promise.all(e.slice(a,a+n).map((o,i)=>t(o,a+i))));return r}var Va=async(e,t,n,r)=>ll(t,n,r,await e.get(`/cases/${t.key}/pages/${h(r.id)}`));async function Ga(e,t,n,{register:r=async()=>null}={}){for(let a=Ha;;a-=1){let o=n.sealed?null:await cm(e,t,n);o&&(n.sealed=await im(o,n,r));let i=n.sealed;try{return await il(e,i.case,i.pages),{message:i,answer:await e.put(`/cases/${h(i.case)}/messages/${h(i.id)}`,lm(i))}}catch(c){if(!sl(c)||a<=1)throw c;n.sealed=null}}}async function im(e,t,n){let r=await Ua(e,t);return{...r,register:await n(e,r)}}async function cm(e,t,n){let r=await t();return Ie[n.kind].thread==="notes"&&!r.roster.notes?Tt(e,t,{firstNotes:!0}):r}var lm=({envelope:e,pages:t,register:n})=>({envelope:h(e),pages:t.map(({id:r})=>h(r)),register:n?{key:h(n.key),sealed:h(n.sealed)}:null}),sl=e=>e instanceof j&&e.status===409&&e.problem==="conflict";async function il(e,t,n,r=()=>{}){let a=0;await ol(n,async i=>{await e.put(`/cases/${h(t)}/pages/${h(i.id)}`,i.envelope),r(a+=1)},rm)}async function Tt(e,t,n){for(let r=Ha;;r-=1){let a=await t(r<Ha),o=await Fa(a,n);if(!o)return a;try{return await e.post(`/cases/${a.key}/rosters`,um(o)),await t()}catch(i){if(!(sl(i)||dm(i))||r<=1)throw i}}}var dm=e=>e instanceof j&&e.problem==="network",um=({number:e,envelope:t,epoch:n,notes:r,participants:a,keys:o})=>({number:e,envelope:h(t),epoch:n,notes:r,participants:a.map(({id:i,role:c})=>({id:h(i),role:c})),keys:o.map(pm)}),pm=({recipient:e,epoch:t,purpose:n,sealed:r})=>({recipient:h(e),epoch:t,purpose:n,sealed:h(r)});async function cl({identity:e,me:t,portal:n,fetched:r,directories:a,lastSeen:o}){let i={portal:n,case:r.id},c=await wm(e,t.id,i,r),l=await gm(r.rosters,c,i,a);ym(l,o),await bm(l,t.id,e);let{notesKeys:u,unreadableNotes:p}=await km(e,t.id,i,r,l),m={identity:e,directories:a,rosters:l,caseKeys:c,notesKeys:u},w=await dl("case",r.messages,i,m),y=await hm(w.messages,l,a),S=b(t.id,W)?[]:r.notes,L=await dl("notes",S,i,m),V=[...w.missing,...L.missing];return{id:r.id,key:h(r.id),portal:n,excluded:y,unreadableNotes:p,opened:m,...fm(t.id,m,w.messages),messages:w.messages,notes:L.messages,refused:[...w.refused,...L.refused],missing:[...V,...Am([...r.messages,...S],o,V)],seen:mm(l[l.length-1],[...w.messages,...L.messages],o)}}async function hm(e,t,n){let r=e.find(({kind:o})=>o==="question");if(!r)throw new _("question");let a=r.fields.excluded;return await $t("excluded",()=>Xc(t,a,n)),a}function fm(e,{rosters:t,directories:n},r){let a=t[t.length-1],{number:o,hash:i,epoch:c,notes:l,participants:u}=a,p=we(a,e);return{me:{id:e,role:p.role},roster:{number:o,hash:i,epoch:c,notes:l!==null},participants:u.map(m=>pl(m,n.current)),departed:Sm(a,r,n.current)}}var mm=({hash:e,number:t},n,r)=>({roster:{hash:h(e),number:t},read:[...new Set([...r?.read??[],...n.map(({key:a})=>a)])]});async function wm(e,t,n,r){let a=async o=>{let i=ul(r,o,"case");if(!i)throw new _("keys");return za(e.kem,{...n,epoch:o,recipient:t,purpose:"case"},i)};return $t("keys",async()=>{let o=[...new Set(r.rosters.map(c=>Ee(c).header.epoch))],i=await Promise.all(o.map(a));return new Map(o.map((c,l)=>[c,i[l]]))})}var ul=({keys:e},t,n)=>e.filter(r=>r.epoch===t&&r.purpose===n).at(-1)?.sealed??null;async function gm(e,t,n,r){let a=await $t("roster",()=>Promise.all(e.map(i=>Jc(dt(t,Ee(i).header.epoch),n,i)))),o=[];for(let i of a)o.push(await $t("roster",()=>Zc(i,o,r)));if(o.length===0)throw new _("roster");return o}function ym(e,t){if(!t)return;let{number:n,hash:r}=t.roster;if(!e[n]||h(e[n].hash)!==r)throw new _("rollback")}async function bm(e,t,n){let r=we(e[e.length-1],t),a=await qe({kem:n.kem.publicKey,sign:n.sign?.publicKey??new Uint8Array(32)});if(!r||!b(r.kem,a.kem))throw new _("me");if(b(t,W)&&!b(r.sign,a.sign))throw new _("me")}async function km(e,t,n,r,a){let o=new Map,i=[];if(b(t,W))return{notesKeys:o,unreadableNotes:i};let c=new Map(a.map(({epoch:l,notes:u})=>[l,u]));for(let[l,u]of c){if(!u)continue;let p=ul(r,l,"notes"),m={...n,epoch:l,recipient:t,purpose:"notes"},w=p&&await zc(e.kem,m,u,p).catch(Ut);w?o.set(l,w):i.push(l)}return{notesKeys:o,unreadableNotes:i}}async function dl(e,t,n,r){let a=await Promise.all(t.map(p=>$m(e,p,n,r))),o=[...new Map(a.map(p=>[p.hash,p])).values()],{candidates:i,refused:c}=vm(e,o),l=Lc(i,o.map(({hash:p})=>p)),u=l.refused.map(({message:p,reason:m})=>({key:p.key,kind:p.kind,thread:e,reason:m}));return{messages:l.messages.map(p=>jm(p,r)),refused:[...c,...u],missing:l.missing.map(({id:p})=>({key:h(p),thread:e}))}}function vm(e,t){let n=new Set,r=[],a=[];for(let{key:o,kind:i,message:c,reason:l}of t)n.has(o)?a.push({key:o,kind:i,thread:e,reason:"repeat"}):c?r.push(c):a.push({key:o,kind:i,thread:e,reason:l}),o!==""&&n.add(o);return{candidates:r,refused:a}}async function $m(e,t,n,r){let a=await wn(t),o={key:"",kind:null,hash:h(a),message:null,reason:"envelope"};try{let i=Ee(t),{header:c}=i;if(Object.assign(o,{key:h(c.id),kind:c.kind}),!b(c.portal,n.portal)||!b(c.case,n.case))throw new v("place");let l=(e==="case"?r.caseKeys:r.notesKeys).get(c.epoch);if(!l)throw new v("key");let u=await Bc(l,e,i,a,(p,m,w)=>Em(r,p,m,w));return{...o,message:u}}catch(i){return{...o,reason:xm(i)}}}function xm(e){if(!(e instanceof T))throw e;return{BadSignature:"signature",Malformed:"form",Unsealable:"envelope"}[e.name]??e.reason}async function Em({rosters:e,directories:t},n,r,a){let o=e[n.number];if(!o)throw new v("roster-withheld");if(!b(o.hash,n.hash)||o.epoch!==r)throw new v("roster");let i=we(o,a);if(!i)throw new v("writer");if(b(a,W))return{role:i.role,sign:e[0].asker.sign};let c=Z(await t.at(o.directory),a);if(!c||!b((await qe(c)).sign,i.sign))throw new v("writer");return{role:i.role,sign:c.sign}}function jm(e,{rosters:t,directories:n}){let r=we(t[e.roster.number],e.writer);if(!r)throw new _("roster");return{...e,author:pl(r,n.current)}}function pl({id:e,role:t},n){let r=Z(n,e),a=r?ae(n,e,lt)!==null:!0;return{id:e,key:h(e),role:t,name:r?.name??"",function:r?.function??"",person:r?.person??null,active:a}}function Sm(e,t,n){let r=t.filter(({kind:o,epoch:i})=>o==="recuse"&&i===e.epoch).map(({writer:o})=>h(o));return e.participants.filter(({role:o})=>o!=="asker"&&o!=="archive").filter(({id:o})=>r.includes(h(o))||!ae(n,o,lt)).map(({id:o})=>h(o))}function Am(e,t,n){let r=new Set(e.map(Mm));return(t?.read??[]).filter(o=>!r.has(o)&&!n.some(i=>i.key===o)).map(o=>({key:o,thread:null}))}function Mm(e){try{return h(Ee(e).header.id)}catch(t){return Ut(t)}}async function ll(e,t,n,r){if(!b(await wn(r),n.hash))throw new v("page");let{writer:a,epoch:o}=t,i={portal:e.portal,case:e.id,epoch:o,id:n.id,writer:a,kind:"page"},c=Wc(await Ve(dt(e.opened.caseKeys,o),i,r));return Vc(c),c}var ml={state:"new",opened:!1,feedback_on:null,answered_on:null,closed_on:null,waits_for:"staff"},Ya=({state:e,feedback_on:t},n)=>({feedback_on:t??n,state:e==="new"||e==="open"?"answering":e}),hl=(e,t)=>({...Ya(e,t),answered_on:e.answered_on??t});function Dm({state:e,feedback_on:t}){return e!=="answered"&&e!=="closed"?{waits_for:"staff"}:{waits_for:"staff",state:t===null?"open":"answering",closed_on:null}}var Km={reply:(e,t,n)=>n?Dm(e,t,n):{...Ya(e,t),waits_for:"asker"},feedback:(e,t)=>({...Ya(e,t),waits_for:e.answered_on===null?"staff":e.waits_for}),final:(e,t)=>({...hl(e,t),state:"answered",waits_for:null}),pass:(e,t)=>({...hl(e,t),state:"passed",waits_for:null,closed_on:t}),close:({state:e},t)=>({state:e==="passed"?"passed":"closed",waits_for:null,closed_on:t}),withdraw:(e,t)=>({state:"withdrawn",waits_for:null,closed_on:t})};function Nm({messages:e,notes:t},n){let r=ml;for(let{kind:a,key:o,author:i}of e){let c=i.role==="asker";c||(r=fl(r)),r={...r,...Km[a]?.(r,n.get(o)??"",c)}}return t.length>0?fl(r):r}var fl=e=>({...e,opened:!0,state:e.state==="new"?"open":e.state}),Om=["feedback_on","answered_on","closed_on"];function Ja(e,t,n){let r=Nm(e,n),a=r.opened?r:{...r,...zm(r,t)};for(let i of Om)a[i]!==null&&(a[i]=t[i]??a[i]);let o=Object.keys(ml);return{summary:{...t,...a},contradicted:o.some(i=>t[i]!==a[i])}}async function wl(e){let t=r=>({...r,...Ja(r,r.index,r.days)}),n=t(await e());return n.contradicted?t(await e()):n}function zm({state:e},{opened:t,state:n}){return{opened:t,state:e==="new"&&t&&n==="open"?"open":e}}var Tm=new Set(["passed","closed","withdrawn"]),Te=e=>Tm.has(e.summary.state),Yt=e=>e.participants.filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t})=>t);function Pt({summary:e,opened:t,coaches:n}){return e.participants.find(({id:a,active:o})=>o&&a===t?.pen)?.id??(n.length===1?n[0]??null:null)}function Dn(e){let{summary:t,coaches:n,away:r}=e;if(Te(e)||t.waits_for===null)return{who:null,keys:[],absent:[]};if(t.waits_for==="asker")return{who:"asker",keys:[],absent:[]};let a=Pt(e),o=a===null?n:[a],i=o.filter(u=>!r.has(u));if(i.length>0)return{who:"members",keys:i,absent:[]};let c=o.flatMap(u=>r.get(u)??[]),l=t.participants.filter(({id:u,active:p})=>p&&!r.has(u)&&c.some(({cover:m})=>m===u)).map(({id:u})=>u);return{who:l.length>0?"members":"facilitators",keys:l,absent:c}}function xt(e,t){let{who:n,keys:r,absent:a}=Dn(e);return n==="facilitators"&&(t.role==="facilitator"||t.role==="helper")?!0:r.includes(t.key)||a.some(({member:o})=>o===t.key)}var Pm=2;function Za(e,t,n){if(Te({summary:e})||e.answered_on!==null)return null;let r=e.feedback_on===null?"feedback":"final",a=r==="feedback"?e.feedback_by:e.answer_by,o=n.between(t,a),i=a<t;return{what:r,by:a,left:i?Math.min(o,-1):o,tone:i?"danger":o<=Pm?"warn":"good"}}function Xa(e,t){let n=a=>ae(t,g(a,16),lt)!==null,r=e.participants.map(a=>({...a,active:a.active&&(!lt.includes(a.role)||n(a.id))}));return{...e,participants:r}}async function kr(e,t,n){let r=t.map(a=>Xa(a,e.directories.current));return Promise.all(r.map(async a=>({key:a.case,name:await rr(e.words,g(a.case,16)),summary:a,line:null,opened:null,due:Za(a,e.today,e.days),coaches:Yt(a),away:n})))}var vr=e=>e.opened?.urgent??e.line?.urgent??!1,$r=e=>e.opened?.category??e.line?.category??null,Qa=e=>e.opened?.kind??e.line?.kind??null;function gl(e,t){let n=new Map(e.map(r=>[r,bl(r,t)]));return[...e].sort((r,a)=>_m(n.get(r),n.get(a)))}var Cm=["late","mine","colleagues","colleagues","asker","answered","ended"],yl=(e,t)=>Cm[Number(bl(e,t)[0])]??"ended";function bl(e,t){if(Te(e))return[6,0,Bm(e.summary.last),e.name];let n=e.due!==null&&e.due.left<0,r=e.due?.tone==="warn",a=xt(e,t)?1:e.summary.waits_for!=="staff"?e.due?4:5:r?2:3;return[n?0:a,vr(e)?0:1,e.due?.by??"9999-12-31",e.name]}var Bm=e=>99999999-Number(e.replaceAll("-",""));function _m(e,t){for(let n=0;n<e.length;n+=1){let[r,a]=[e[n],t[n]];if(!(r===void 0||a===void 0||r===a))return r<a?-1:1}return 0}function kl(e,t,n,r){let a=eo(t.query).split(" ").filter(Boolean);return e.filter(o=>{if(t.show==="mine"&&!(xt(o,n)||o.due!==null&&o.due.left<0)||t.show==="open"&&Te(o)||t.show==="waiting"&&(Te(o)||o.summary.waits_for!=="asker")||t.show==="ended"&&!Te(o)||t.category!==""&&$r(o)!==t.category||t.member!==""&&!o.coaches.includes(t.member))return!1;if(a.length===0)return!0;let i=r(o);return a.every(c=>i.includes(c))})}function eo(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}async function xr(e,t){let{summary:n,contradicted:r,days:a,...o}=await wl(Jt(e,t));return{key:t,view:o,summary:Xa(n,e.directories.current),contradicted:r,days:a}}async function xl(e,{key:t,view:n}){let r=[...vl(n.messages),...vl(n.notes)].sort(),a={number:n.roster.number,hash:h(n.roster.hash)};await bt(e,o=>({...o,cases:{...o.cases,[t]:{roster:a,read:r}}}))}var Lm=4,vl=e=>e.slice(-Lm).map(({key:t})=>t);function El(e,{key:t,view:n}){let r=new Set(e.state.content.cases[t]?.read??[]),a=[...$l(n.messages,r),...$l(n.notes,r)];return new Set(a.filter(({writer:o})=>h(o)!==e.key).map(o=>o.key))}function $l(e,t){let n=-1;return e.forEach((r,a)=>{t.has(r.key)&&(n=a)}),e.slice(n+1)}function Jt(e,t,{unseen:n=!1}={}){return qa({api:e.api,identity:e.identity,me:{id:e.member},portal:e.portal.id,id:g(t,16),directories:async r=>(r&&await st(e),e.directories),lastSeen:()=>e.state.content.cases[t]??null,unseen:n})}async function Im(e,t){t.view.roster.notes||e.role==="coach"||await Tt(e.api,Jt(e,t.key),{firstNotes:!0})}async function Ct(e,t,n){await Im(e,t),await Ga(e.api,Jt(e,t.key),n,{register:r=>Wm(e,t,r,n)})}var Bt=e=>Ra(e);function jl(e,t,...n){let r=new Set(t.excluded),a=new Set(t.participants.map(o=>o.key));return me(e).filter(o=>o.active&&n.includes(o.role)).map(o=>({member:o,key:h(o.id),reason:r.has(h(o.person))?"excluded":a.has(h(o.id))?"there":null}))}async function Sl(e,t,n){let r=n.map(a=>g(a,16));await Tt(e.api,Jt(e,t.key),{add:r})}async function Al(e,t,n){await Tt(e.api,Jt(e,t.key),{remove:[g(n,16)]})}function Ml(e,t){return t.participants.filter(({id:n,role:r})=>!["asker","archive"].includes(r)&&n!==e.key).filter(({id:n,active:r})=>!r||ve(e,n)?.active===!1).map(({id:n})=>n)}function to(e,t){let n=new Set(t.participants.map(({id:r})=>r));return me(e).filter(r=>r.active&&(r.role==="facilitator"||r.role==="helper")).map(r=>h(r.id)).filter(r=>!n.has(r))}async function Dl(e,t){let n=Jt(e,t.case,{unseen:!0}),{departed:r,excluded:a}=await n(),o=to(e,t).filter(i=>{let c=ve(e,i);return c!==null&&!a.includes(h(c.person))});return r.length===0&&o.length===0?!1:(await Tt(e.api,n,{add:o.map(i=>g(i,16))}),!0)}var Rm={feedback:"answering",final:"answered",pass:"passed",close:"closed",withdraw:"withdrawn"};function ut(e){let t=e.messages.find(({kind:r})=>r==="question"),n=e.notes.filter(({kind:r})=>r==="triage").at(-1);return{category:n?.fields.category??null,pen:n?.fields.pen??null,urgent:n?.fields.urgent??t?.fields.urgent??!1}}function Um(e,t,n,r,a){let{key:o}=t,{index:i,days:c}={index:t.summary,days:t.days,...n},{summary:l}=Ja(n,i,c),u=n.messages.find(({kind:Qe})=>Qe==="question"),p=[...n.messages,{kind:r.kind,fields:r.fields}],m=r.kind==="triage"?r.fields:ut(n),w=e.today,y=Qe=>r.kind===Qe,S=y("feedback")||y("reply")||y("final")||y("pass"),V=p.some(({kind:Qe})=>Qe==="pass")?"passed":Rm[r.kind]??Fm(l,r),Hr=p.filter(({kind:Qe})=>Qe==="close").at(-1),_n=(Qe,Uo)=>Uo===null?null:[Qe,[Uo,w].sort()[0]].sort()[1],Ln=_n(a,l.received)??w,Ro=_n(Ln,l.feedback_on??(S?w:null)),fu=_n(Ro??Ln,l.answered_on??(y("final")||y("pass")?w:null));return{v:1,case:o,number:n.messages.length+n.notes.length,kind:u?.fields.kind??"unknown",urgent:m.urgent,category:m.category,state:V,outcome:V==="closed"?Hr?.fields.outcome??null:null,authorities:Hm(p),received:Ln,feedback:Ro,final:fu,closed:_n(Ln,y("close")||y("pass")?w:l.closed_on),directory:e.directories.current.version}}function Fm(e,t){return t.kind==="reply"&&["new","open"].includes(e.state)?"answering":e.state==="new"?"open":e.state}function Hm(e){let t=e.flatMap(({kind:n,fields:r})=>n==="final"?r.referred:n==="pass"?[r.authority]:[]);return[...new Set(t)].sort()}async function Wm(e,t,n,r){let{id:a,kem:o}=e.directories.current.register,i={portal:e.portal.id,key:a,case:n.id,writer:e.member},[c]=n.opened.rosters,{day:l}=await e.directories.at(c.directory),u=Um(e,t,n,r,l);return{key:a,sealed:await va(o,i,u,e.identity.sign.privateKey)}}async function Kl(e){let t=h(e.directories.current.register.id),r=[...await vn(e)].sort((a,o)=>+(h(o.key)===t)-+(h(a.key)===t));return Promise.all(r.map(({seed:a})=>se(a,"template")))}async function Nl(e){let{templates:t}=await e.api.get("/templates");if(t.length===0)return[];let n=await Kl(e);return(await Promise.all(t.map(a=>qm(e,n,a)))).filter(a=>a!==null).sort((a,o)=>a.name.localeCompare(o.name))}async function qm(e,t,{id:n,number:r,envelope:a}){let o=g(a);for(let i of t)try{let{writer:c}=Ee(o).header,l={portal:e.portal.id,case:rt,epoch:r,id:g(n,16),writer:c,kind:"template"},{act:u,name:p,text:m}=Ue(await Ve(i,l,o));return{id:n,number:r,act:u,name:p,text:m}}catch(c){if(!(c instanceof T))throw c}return null}async function Ol(e,{id:t,number:n,act:r,name:a,text:o}){let[i]=await Kl(e);if(i===void 0)throw new T("register-key");let c=t===null?P(16):g(t,16),l=t===null?0:n+1,u={portal:e.portal.id,case:rt,epoch:l,id:c,writer:e.member,kind:"template"},p=await je(i,u,le({v:1,act:r,name:a,text:o}));await e.api.put(`/templates/${h(c)}`,{number:l,envelope:h(p)})}var zl=(e,t)=>e.api.del(`/templates/${t}`);var Zt=new WeakMap,no=new WeakMap;async function Tl(e){Zt.set(e,[]),Zt.set(e,await e.call(()=>Nl(e.me))),e.update()}function Pl(e,t,n){let r=e.me.role==="facilitator";r&&!Zt.has(e)&&Tl(e).catch(()=>{});let a=(Zt.get(e)??[]).filter(l=>l.act===t).map(({name:l,text:u})=>({name:l,text:u})),o=Gm.filter(l=>l.act===t).map(l=>({name:l.name(),text:l.text()})),i=[...a,...o];if(!ro().some(({key:l})=>l===t))return f;let c=r?d`<p>
        <button type="button" class="button quiet small" @click=${()=>e.open(Vm)}>
          ${s("Eigen voorbeeldteksten beheren")}
        </button>
      </p>`:f;return i.length===0?c:d`<details class="templates">
    <summary>${s("Begin met een voorbeeldtekst")}</summary>
    <ul class="plain">
      ${i.map(l=>d`<li><button type="button" class="button small" @click=${()=>n(l.text)}>${k("book-open")}${l.name}</button></li>`)}
    </ul>
    ${c}
  </details>`}var ro=()=>[{key:"feedback",label:s("Eerste feedback")},{key:"reply",label:s("Bericht")},{key:"final",label:s("Definitief antwoord")},{key:"pass",label:s("Doorgeven")},{key:"close",label:s("Afsluiten")}];function Vm(e){let t=()=>({id:null,number:0,act:"feedback",name:"",text:""}),n=no.get(e)??t();no.set(e,n);let r=u=>{n=u,no.set(e,n)},a=!1,o=null,i=async(u,p)=>{a=!0,o=null,e.update();try{await e.call(u),await Tl(e),r(t()),O(p)}catch(m){o=$(m)}a=!1,e.update()},c=()=>{if(n.name.trim()===""||n.text.trim()===""){o=s("Geef de tekst een naam en schrijf hem."),e.update();return}i(()=>Ol(e.me,n),s("De tekst is bewaard."))},l=async u=>{await H({title:s("‘{name}’ weggooien?",{name:u.name}),text:s("Berichten die er al mee geschreven zijn, blijven."),yes:s("Gooi weg"),danger:!0})&&await i(()=>zl(e.me,u.id),s("De tekst is weg."))};return{tab:"queue",unsent:()=>n.text.trim()!=="",render:()=>d`<div class="stack narrow">
        <p>
          <button type="button" class="button quiet" @click=${()=>e.back()}>
            ${k("arrow-left")}${s("Terug")}
          </button>
        </p>
        <h1>${s("Voorbeeldteksten")}</h1>
        <p class="hint">
          ${s("Ze zijn verzegeld zoals al wat hier geschreven wordt. Alleen facilitatoren kunnen ze openen.")}
        </p>
        ${Zt.get(e)?.length===0?d`<p class="muted">${s("Er zijn nog geen eigen teksten.")}</p>`:f}
        <ul class="cards">
          ${(Zt.get(e)??[]).map(u=>d`<li class="card row spread">
                <span
                  ><strong>${u.name}</strong
                  ><small class="muted"> ${ro().find(({key:p})=>p===u.act)?.label}</small></span
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
          ${Le({id:"template-act",label:s("Voor"),value:n.act,options:ro(),input:u=>{n.act=u}})}
          ${ce({id:"template-name",label:s("Naam"),value:n.name,input:u=>{n.name=u}})}
          ${it({id:"template-text",label:s("Tekst"),value:n.text,rows:8,input:u=>{n.text=u}})}
          ${D(o)}
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
      </div>`}}var Gm=[{act:"feedback",name:()=>s("We gaan ermee aan de slag"),text:()=>s("Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan.")},{act:"feedback",name:()=>s("We hebben nog een vraag"),text:()=>s("Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:")},{act:"final",name:()=>s("Verwijzing naar een andere dienst"),text:()=>s("We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf.")},{act:"pass",name:()=>s("Plicht om door te geven"),text:()=>s("We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kan dit bericht nog lezen tot het dossier wordt gearchiveerd.")}];var Ym=()=>({text:"",referred:new Set,authority:"",outcome:"",for:"reply",record:"",sealed:null,recordSealed:null}),Kn=4e4,ao=new WeakMap;function Bl(e){let t=ao.get(e.app)??new Map;ao.set(e.app,t);let n=t.get(e.caseKey)??new oo(e);return n.page=e,t.set(e.caseKey,n),n}var _l=e=>[...ao.get(e)?.values()??[]].some(t=>t.unsent()),Cl=["passed","closed","withdrawn"],oo=class{constructor(t){this.page=t,this.act=null,this.entries=new Map,this.error=null}get app(){return this.page.app}entry(t){let n=this.entries.get(t)??Ym();return this.entries.set(t,n),n}unsent(){return[...this.entries.values()].some(({text:t,record:n})=>t.trim()!==""||n.trim()!=="")}acts({summary:t,view:n}){let r=this.app.me.role!=="coach",{state:a}=t,o=[],i=!Cl.includes(a);return i&&t.feedback_on===null&&o.push(["feedback",s("Eerste feedback")]),i&&t.feedback_on!==null&&o.push(["reply",s("Bericht")]),i&&o.push(["final",s("Definitief antwoord")]),a==="passed"&&!n.notes.some(({kind:c})=>c==="record")&&o.push(["record",s("Vastleggen")]),o.push(["note",s("Interne nota")]),i&&o.push(["draft",s("Ontwerp")],["pass",s("Doorgeven")]),r&&i&&o.push(["close",s("Afsluiten")]),o}start(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([o])=>o),a=r.includes(t)?t:t==="reply"?r[0]:void 0;a!==void 0&&(this.choose(a),setTimeout(()=>document.getElementById("compose-text")?.focus()))}choose(t){this.act=t,this.error=null,this.page.draw()}takeOver(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([c])=>c),a=t.fields.for,o=r.includes(a)?a:r[0];if(o===void 0)return;let i=this.entry(o);i.text=i.text.trim()===""?t.text:`${i.text}

${t.text}`,i.sealed=null,this.start(o)}render(t){let n=this.acts(t);return this.act!==null&&!n.some(([r])=>r===this.act)&&(this.act=null),d`<section class="compose no-print" aria-labelledby="compose-title">
      <h2 id="compose-title">${s("Schrijf of handel af")}</h2>
      ${Cl.includes(t.summary.state)?x("info",d`<p>${Xm(t.summary.state)}</p>`):f}
      <div class="segments" role="group" aria-label=${s("Wat wil je doen?")}>
        ${n.map(([r,a])=>d`<button type="button" class="segment" aria-pressed=${String(this.act===r)} @click=${()=>this.choose(r)}>${a}</button>`)}
      </div>
      ${this.act===null?f:this.form(this.act)}
    </section>`}faultIn(t){return this.error?.field===t?this.error.says:null}form(t){let n=this.entry(t);return d`<div class="stack compose-form">
      <p class="hint">${Qm(t)}</p>
      ${this.fields(t,n)}
      ${it({id:"compose-text",label:ew(t),value:n.text,rows:t==="note"?5:9,limit:Kn,error:this.faultIn("compose-text"),input:r=>{n.text=r,n.sealed=null}})}
      ${Pl(this.app,t,r=>{n.text=n.text.trim()===""?r:`${n.text}

${r}`,n.sealed=null,this.page.draw()})}
      ${t==="pass"?this.recordField(n):f}
      <div class="actions">
        ${B({label:d`${k(["note","draft","record"].includes(t)?"notebook-pen":"send")}${tw(t)}`,busyLabel:s("Wordt verzegeld en verstuurd…"),busy:this.page.busy,click:()=>this.send(t,n),kind:t==="pass"||t==="close"?"danger primary":"primary"})}
      </div>
    </div>`}fields(t,n){let{org:r}=this.app.me.portal,a=o=>o.map(i=>({key:i.key,label:i.label??i.name}));if(t==="final")return d`<details class="referred">
        <summary>${s("Verwijs je naar een andere dienst? Duid aan welke")}</summary>
        <div class="stack tight">
          ${a(r.authorities).map(({key:o,label:i})=>Je({id:`referred-${o}`,label:i,checked:n.referred.has(o),change:c=>{n.referred[c?"add":"delete"](o),n.sealed=null}}))}
        </div>
      </details>`;if(t==="pass")return Le({id:"pass-authority",error:this.faultIn("pass-authority"),label:s("Aan welke dienst geef je door?"),value:n.authority,empty:s("Kies een dienst"),options:a(r.authorities),input:o=>this.set(n,{authority:o,recordSealed:null})});if(t==="close")return Le({id:"close-outcome",error:this.faultIn("close-outcome"),label:s("Met welke uitkomst?"),value:n.outcome,empty:s("Kies een uitkomst"),options:a(r.outcomes),input:o=>this.set(n,{outcome:o})});if(t==="draft"){let o=[{key:"reply",label:s("een bericht")},{key:"feedback",label:s("een eerste feedback")},{key:"final",label:s("een definitief antwoord")}];return Le({id:"draft-for",label:s("Ontwerp voor"),value:n.for,options:o,input:i=>this.set(n,{for:i})})}return f}set(t,n){Object.assign(t,n,{sealed:null}),this.error=null,this.page.draw()}recordField(t){return it({id:"pass-record",label:s("Wat gaf je door, en aan wie precies?"),hint:s("Dit blijft verzegeld bij het dossier, voor je collega’s. De vraagsteller ziet het niet."),value:t.record,rows:4,limit:Kn,error:this.faultIn("pass-record"),input:n=>{t.record=n,t.recordSealed=null}})}async send(t,n){if(this.error=Jm(t,n),this.error!==null){this.page.draw(),document.getElementById(this.error.field)?.focus();return}if(!await this.confirmed(t,n))return;let r=n.sealed??=Bt({kind:t,text:n.text.trim(),fields:this.fieldsOf(t,n)});await this.page.act(async o=>{t==="pass"&&await Ct(this.app.me,o,this.recordOf(n)),await Ct(this.app.me,o,r)})&&(this.entries.delete(t),this.act=null,this.page.draw(),O(nw(t)))}recordOf(t){let n={authority:t.authority,day:this.app.me.today};return t.recordSealed??=Bt({kind:"record",text:t.record.trim(),fields:n}),t.recordSealed}fieldsOf(t,n){return t!=="record"?Zm(t,n):{authority:this.page.open?.view.messages.find(({kind:a})=>a==="pass")?.fields.authority,day:this.app.me.today}}async confirmed(t,n){let{org:r}=this.app.me.portal;return t==="pass"?H({title:s("Doorgeven aan {name}?",{name:Y(r.authorities,n.authority)}),text:d`<p>${s("De vraagsteller krijgt je bericht en ziet aan welke dienst je doorgeeft.")}</p>
          <p>
            ${s("Daarmee eindigt de behandeling hier: er kan niet meer geantwoord worden. Dit kan je niet ongedaan maken.")}
          </p>
          <p>${s("Het portaal stuurt zelf niets naar die dienst: dat doe je zelf.")}</p>`,yes:s("Geef door en beëindig"),danger:!0}):t==="final"?H({title:s("Het definitieve antwoord versturen?"),text:d`<p>
          ${s("De vraagsteller leest het meteen, en je kunt het niet terugnemen. Een bericht erna sturen kan wel.")}
        </p>`,yes:s("Verstuur het antwoord")}):t==="close"?H({title:s("Dit dossier afsluiten?"),text:d`<p>
          ${s("De vraagsteller leest dat het dossier is afgesloten, met de uitkomst en wat je schreef. Antwoordt de vraagsteller toch nog, dan gaat het weer open.")}
        </p>`,yes:s("Sluit af")}):!0}};function Jm(e,t){let n=(a,o)=>({field:a,says:o});if(e==="pass"&&t.authority==="")return n("pass-authority",s("Kies eerst aan welke dienst je doorgeeft."));if(e==="close"&&t.outcome==="")return n("close-outcome",s("Kies eerst een uitkomst."));if(t.text.trim()===""&&e!=="close")return n("compose-text",s("Schrijf eerst iets."));if(e==="pass"&&t.record.trim()==="")return n("pass-record",s("Schrijf op wat je doorgeeft, en aan wie precies."));let r=()=>s("Je tekst is te lang. Hoogstens {n} tekens.",{n:qt(Kn)});return[...t.text].length>Kn?n("compose-text",r()):[...t.record].length>Kn?n("pass-record",r()):null}function Zm(e,t){return e==="final"?{referred:[...t.referred].sort()}:e==="pass"?{authority:t.authority}:e==="close"?{outcome:t.outcome}:e==="draft"?{for:t.for}:{}}function Xm(e){return e==="passed"?s("Dit dossier is doorgegeven. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):e==="withdrawn"?s("De vraagsteller trok de vraag in. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):s("Dit dossier is afgesloten. Antwoordt de vraagsteller, dan gaat het weer open.")}function Qm(e){return{feedback:s("De vraagsteller krijgt een eerste teken: de vraag is gelezen, en dit gebeurt ermee."),reply:s("Een vraag om meer uitleg of een tussentijds bericht. De vraagsteller kan antwoorden."),final:s("Je antwoord op de vraag. Is er nog geen eerste feedback, dan geldt dit ook daarvoor."),note:s("Alleen voor wie van de medewerkers aan dit dossier werkt."),draft:s("Een collega leest het na in de nota’s voor het naar de vraagsteller gaat."),pass:s("Een andere dienst neemt het over. De behandeling hier eindigt en de vraagsteller leest dat."),close:s("Het dossier is klaar. Schrijf er een slotwoord bij als je wilt."),record:s("Wat je doorgaf, staat nog niet bij dit dossier. Het blijft verzegeld, voor je collega’s.")}[e]}function ew(e){return e==="note"?s("Je nota"):e==="draft"?s("Je ontwerp"):e==="close"?s("Slotwoord aan de vraagsteller"):e==="record"?s("Wat gaf je door, en aan wie precies?"):s("Je bericht aan de vraagsteller")}function tw(e){return{feedback:s("Verstuur de eerste feedback"),reply:s("Verstuur het bericht"),final:s("Verstuur het definitieve antwoord"),note:s("Bewaar de nota"),draft:s("Leg het ontwerp voor"),pass:s("Geef door…"),close:s("Sluit af…"),record:s("Leg vast")}[e]}function nw(e){return e==="note"?s("De nota is bewaard."):e==="draft"?s("Het ontwerp staat in de nota’s."):e==="close"?s("Het dossier is afgesloten."):e==="pass"?s("Het dossier is doorgegeven."):e==="record"?s("Wat je doorgaf, is vastgelegd."):s("Je bericht is verstuurd.")}var _t=[7,15,30,60],Er="?",io=new Set(["passed","closed","withdrawn"]);function rw(e){let t=1/0,n=-1/0;for(let r of e){let a=Number(r.received.slice(0,4));a<t&&(t=a),a>n&&(n=a)}return e.length===0?[]:Array.from({length:n-t+1},(r,a)=>t+a)}function aw(e,t,n){let r=e.filter(i=>Number(i.received.slice(0,4))===t),a=new Map(n.categories.map(({key:i,group:c})=>[i,c])),o=r.reduce((i,c)=>(i[Number(c.received.slice(5,7))-1]+=1,i),new Array(12).fill(0));return{year:t,total:r.length,urgent:r.filter(i=>i.urgent).length,months:o,quarters:[0,3,6,9].map(i=>o.slice(i,i+3).reduce((c,l)=>c+l,0)),groups:Nn(r,i=>i.category===null?"":a.get(i.category)??Er),categories:Nn(r,i=>i.category??""),kinds:Nn(r,i=>i.kind),states:Nn(r,i=>i.state),outcomes:Nn(r,ow),authorities:Fl(r,i=>i.authorities),feedback:Ll(r,i=>i.feedback,n),throughput:Ll(r,i=>i.final,n),feedbackKept:Il(r,i=>i.feedback,n.promises.feedback,n),finalKept:Il(r,i=>i.final,n.promises.final,n)}}function ow(e){return e.state==="closed"&&e.outcome!==null?e.outcome:io.has(e.state)?`state:${e.state}`:""}function sw(e,t){let n=new Array(_t.length+1).fill(0);for(let r of e){if(io.has(r.state)||r.final!==null)continue;let a=t.days.between(r.received,t.today),o=_t.findIndex(i=>a<=i);n[o===-1?_t.length:o]+=1}return n}function Rl(e,t,n){let r=i=>e.find(c=>c.year===i)?.categories??new Map,[a,o]=[r(t),r(t-1)];return[...n,...iw(n,a,o)].map(i=>({category:i,count:a.get(i.key)??0,before:o.get(i.key)??0,class:jr(i.R)}))}function iw(e,...t){let n=new Set(["",...e.map(({key:a})=>a)]);return[...new Set(t.flatMap(a=>[...a.keys()]))].filter(a=>!n.has(a)).sort().map(a=>({key:a,group:Er,label:a,W:null,B:null,E:null,R:null}))}function jr(e){return e==null?null:e>400?"A":e>200?"B":e>70?"C":e>20?"D":"E"}function Ul(e,t,n){let r={...n,days:sr(t)};return{frame:r,years:rw(e).map(a=>aw(e,a,r)),age:sw(e,r)}}function Nn(e,t){return Fl(e,n=>[t(n)])}function Fl(e,t){let n=new Map;for(let r of e)for(let a of t(r))n.set(a,(n.get(a)??0)+1);return n}function Ll(e,t,n){let r=[];for(let a of e){let o=t(a);o!==null&&r.push(n.days.between(a.received,o))}return cw(r)}function cw(e){let t=Float64Array.from(e).sort();return t.length===0?{count:0,mean:null,median:null,low:null,high:null,longest:null}:{count:t.length,mean:t.reduce((n,r)=>n+r,0)/t.length,median:so(t,.5),low:so(t,.25),high:so(t,.75),longest:t[t.length-1]}}function so(e,t){let n=(e.length-1)*t,r=e[Math.floor(n)],a=e[Math.ceil(n)];return r+(a-r)*(n-Math.floor(n))}function Il(e,t,n,r){let a={kept:0,late:0,running:0};for(let o of e){let i=t(o);if(i!==null)a[r.days.between(o.received,i)<=n?"kept":"late"]+=1;else{if(io.has(o.state))continue;r.days.between(o.received,r.today)>n?a.late+=1:a.running+=1}}return a}var Hl="aggregates",lw=100,dw=(e,t)=>A(K("adviespunt/v1/aggregates"),J(e,t));async function Sr(e,t){let{org:n}=e.portal,r=t.reduce((u,{received:p})=>Math.min(u,Number(p.slice(0,4))),Number(e.today.slice(0,4))),a=Number(e.today.slice(0,4))+1,{closed:o}=await e.api.get(`/calendar?from=${r}&to=${a}`),i={today:e.today,categories:n.categories,promises:n.promises},{years:c,age:l}=Ul(t,{from:r,to:a,closed:o},i);return{day:e.today,years:c,age:l,author:e.name}}async function Ar(e,t){let n=await re(e.identity.sign.privateKey,Hl,Re(e.portal.id),pw(e,t)),r=bn(n,yn(n.length,Hl)),a=ae(e.directories.current,e.member,["facilitator"]),o=[...gt(e.directories.current,"coordinator"),...a?[a]:[]],i=await Promise.all(o.map(async({id:c,kem:l})=>({member:h(c),sealed:h(await ht(l,dw(e.portal.id,c),r))})));await e.api.put("/aggregates",{recipients:i})}async function ql(e){return(await uw(e))?.day??null}function uw(e){return e.api.get("/aggregates")}function pw(e,{day:t,years:n,age:r}){return{v:1,author:e.key,day:t,age:r,years:n.map(hw)}}function hw(e){return{...e,...Object.fromEntries(fw.map(t=>[t,[...e[t]].sort().map(([n,r])=>({key:n,count:r}))])),feedback:Wl(e.feedback),throughput:Wl(e.throughput)}}var fw=["groups","categories","kinds","states","outcomes","authorities"];function Wl({count:e,...t}){return{count:e,...Object.fromEntries(Object.entries(t).map(([n,r])=>[n,r===null?null:Math.round(r*lw)]))}}function Dr(e){let t=co(e);if(t<3)return{total:null,cells:e.map(Kr),together:null};if(e.filter(Mr).length===0)return{total:t,cells:e.map(o=>({...o})),together:null};let r=Math.min(...e.filter(o=>!Mr(o)).map(o=>o.count)),a=new Set(e.filter(o=>o.count<=r||Mr(o)).map(o=>o.key));return{total:t,cells:e.map(o=>a.has(o.key)?Kr(o):{...o}),together:co(e.filter(o=>a.has(o.key)))}}function Vl(e){let t=Dr(e.map(({key:r,parts:a})=>({key:r,count:co(a)}))),n=new Map(e.map(({key:r,parts:a})=>{let o=t.cells.find(i=>i.key===r)?.count!==null;return[r,o?Dr(a):{total:null,cells:a.map(Kr),together:null}]}));return{groups:t,parts:n}}function Gl(e){return e.map(t=>Mr(t)?Kr(t):{...t})}function Mr(e){return e.count<3}function Kr({key:e}){return{key:e,count:null}}function co(e){return e.reduce((t,n)=>t+n.count,0)}var Jl="report",mw=10,Xt="none";function Or(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"").slice(0,60)||Xt}var ww=e=>e===""?"open":e.replace(":",".");function uo(e,t){let n=Vl(gw(e,t)),r=Dr(yw(e,t)),a=n.groups.total!==null,o=Gl(e.authorities.map(({key:i})=>({key:i,count:t.authorities.get(i)??0})));return{total:n.groups.total,groups:Nr(n.groups.cells),groups_together:n.groups.together,categories:Nr([...n.parts].filter(([i])=>i!==Xt).flatMap(([,{cells:i}])=>i)),feedback:Yl(t.feedback,t.feedbackKept,a),final:Yl(t.throughput,t.finalKept,a),outcomes:Nr(r.cells),outcomes_together:r.together,authorities:Nr(o),promises:{feedback:e.promises.feedback,final:e.promises.final}}}function gw(e,t){let n=new Map;for(let{key:o,group:i}of e.categories){let c=n.get(Or(i))??[];c.push({key:o,count:t.categories.get(o)??0}),n.set(Or(i),c)}let r=new Set(e.categories.map(o=>o.key)),a=[...t.categories].filter(([o])=>!r.has(o)).reduce((o,[,i])=>o+i,0);return n.set(Xt,[{key:Xt,count:a}]),[...n].map(([o,i])=>({key:o,parts:i}))}function yw(e,t){let n=["","state:withdrawn","state:passed","state:closed",...e.outcomes.map(r=>r.key)];return[...new Set([...n,...t.outcomes.keys()])].map(r=>({key:ww(r),count:t.outcomes.get(r)??0}))}var Nr=e=>Object.fromEntries(e.map(({key:t,count:n})=>[t,n]));function Yl({count:e,mean:t},{kept:n},r){let a=i=>i>=3,o=e-n;return{mean:r&&a(e)?Math.round(t??0):null,share:e>=mw&&a(n)&&(a(o)||o===0)?bw(n,o):null}}function bw(e,t){return t===0?100:Math.min(95,Math.max(5,Math.round(20*e/(e+t))*5))}async function Zl(e,t,n){let r={v:1,year:t,author:e.key,day:e.today,numbers:n},a=await re(e.identity.sign.privateKey,Jl,e.portal.id,r);await e.api.put(`/reports/${t}`,{signed:h(a)})}var po=e=>e.api.get("/reports");async function Xl(e,t){let{reports:n}=await po(e);if(!n.some(p=>p.year===t))return null;let r=await e.api.get(`/reports/${t}`),a=he(g(r.signed),()=>{}),{author:o,numbers:i,day:c}=a.body,l=Z(e.directories.current,g(o,16));if(l?.role!=="facilitator"||a.body.year!==t)throw new j(403,"forbidden");await fe(l.sign,Jl,e.portal.id,a);let u=await kw(g(r.signed));return{year:t,day:c,author:o,presented:r.presented,numbers:i,authorName:l.name,statement:r.signed,mark:u}}var Ql=(e,t)=>b(le(e),le(t));async function kw(e){return([...(await We(e)).slice(0,8)].map(r=>r.toString(16).padStart(2,"0")).join("").match(/.{4}/g)??[]).join(" ")}var ed=(e,t,n)=>e.api.put(`/reports/${t}/presentation`,{day:n});var Lt=360,vw=30,ho=13;function It(e,t,n,r){return d`<figure class="chart stack tight">
    <figcaption><h2>${e}</h2></figcaption>
    ${t}
    <details>
      <summary>${r.table}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${e}>${fo(n)}</div>
    </details>
  </figure>`}function fo({title:e,head:t,rows:n,caption:r}){let a=t.map((l,u)=>u>0&&n.every(p=>$w(p[u]))),o=l=>a[l]?"num":"",i=(l,u)=>l===""?d`<td></td>`:d`<th scope="col" class=${o(u)}>${l}</th>`,c=(l,u)=>u===0?d`<th scope="row">${l}</th>`:d`<td class=${o(u)}>${l}</td>`;return d`<table class="numbers">
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
  </table>`}var $w=e=>typeof e=="number"||/^[\d.,–]/.test(e??"");function mo(e,t){let n=Math.max(1,...t.map(i=>Math.max(i.value,i.before??0))),r=(Lt-70)/n,a=t.reduce((i,c)=>i+td(c),4),o=0;return zr(e,a,t.map(i=>{let c=o;return o+=td(i),xw(i,c,r)}))}function td(e){return vw+(e.before===void 0||e.before===null?6:12)}function xw(e,t,n){let r=e.value*n,a=e.before!==void 0&&e.before!==null;return E`<g>
    <text class="label" x="0" y=${t+ho}>${e.label}</text>
    <rect class="bar" x="0" y=${t+18} width=${Math.max(r,e.value?1.5:0)} height="11" rx="2"></rect>
    <text class="value" x=${r+6} y=${t+28}>${e.note??e.value}</text>
    ${a?E`<rect class="before" x="0.5" y=${t+31} width=${Math.max(Number(e.before)*n,.5)} height="5"></rect>`:f}
  </g>`}function nd(e,t){let i=110/Math.max(1,...t.map(l=>Math.max(l.value,l.before??0))),c=Lt/t.length;return zr(e,150,[E`<line class="axis" x1="0" y1=${126+.5} x2=${Lt} y2=${126+.5}></line>`,...t.map((l,u)=>Ew(l,u*c,c,126,i))])}function Ew(e,t,n,r,a){let o=n*.5,i=e.before??null,c=t+n*(i===null?.25:.12);return E`<g>
    ${i===null?f:E`<rect class="before" x=${c+o+1} y=${r-i*a} width=${n*.22} height=${i*a}></rect>`}
    <rect class="bar" x=${c} y=${r-e.value*a} width=${o} height=${e.value*a} rx="1"></rect>
    <text class="value middle" x=${c+o/2} y=${r-e.value*a-4}>${e.value}</text>
    <text class="label middle" x=${t+n/2} y=${r+16}>${e.label}</text>
  </g>`}function rd(e,t,n){let r=Math.max(n.days*1.15,...t.map(({spread:c})=>c.high??0),...t.map(({spread:c})=>c.mean??0)),a=(Lt-60)/r,o=c=>46+c*a,i=28+t.length*32;return zr(e,i,[E`<line class="promise" x1=${o(n.days)} y1="18" x2=${o(n.days)} y2=${i}></line>
      <text class="label middle" x=${o(n.days)} y="12">${n.label}</text>`,...t.map(({label:c,spread:l},u)=>jw(c,l,32+u*32,o))])}function jw(e,t,n,r){let{low:a,high:o,median:i,mean:c}=t;if(a===null||o===null||i===null||c===null)return E`<text class="label" x="0" y=${n+10}>${e}</text><text class="label" x="46" y=${n+10}>–</text>`;let l=r(c);return E`<g>
    <text class="label" x="0" y=${n+10}>${e}</text>
    <rect class="range" x=${r(a)} y=${n} width=${Math.max(r(o)-r(a),2)} height="13" rx="3"></rect>
    <line class="median" x1=${r(i)} y1=${n-3} x2=${r(i)} y2=${n+16}></line>
    <path class="mean" d=${`M${l} ${n+1} l5 5.5 l-5 5.5 l-5 -5.5 z`}></path>
  </g>`}function ad(e,t){let n=t.length*40+4;return zr(e,n,t.map(({label:r,parts:a,note:o},i)=>{let c=i*40,l=a.reduce((p,m)=>p+m,0),u=0;return E`<g>
      <text class="label" x="0" y=${c+ho}>${r}</text>
      <text class="value end" x=${Lt} y=${c+ho}>${o}</text>
      ${a.map((p,m)=>{let w=l===0?0:p/l*Lt,y=u;return u+=w,E`<rect class=${`part p${m}`} x=${y+.5} y=${c+19} width=${Math.max(w-1,0)} height="14"></rect>`})}
    </g>`}))}function zr(e,t,n){return d`<svg class="plot" viewBox=${`0 0 ${Lt} ${t}`} role="img" aria-label=${e}>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5"></line>
      </pattern>
    </defs>
    ${n}
  </svg>`}var Et={width:595,height:842},Sw=new Map(Object.entries({"€":128,"‚":130,"„":132,"…":133,Š:138,Œ:140,Ž:142,"‘":145,"’":146,"“":147}).concat(Object.entries({"”":148,"•":149,"–":150,"—":151,"−":150,š:154,œ:156,ž:158,Ÿ:159}))),Aw=[278,278,355,556,556,889,667,191,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,278,278,584,584,584,556,1015,667,667,722,722,667,611,778,722,278,500,667,556,833,722,778,667,778,722,667,611,722,667,944,667,667,611,278,278,278,469,556,333,556,556,500,556,556,278,556,556,222,222,500,222,833,556,556,556,556,333,500,278,556,500,722,500,500,500,334,260,334,584],Mw=556,Dw=1.08;function go(e,t,n=!1){return[...e.normalize("NFD").replace(/\p{M}/gu,"")].reduce((o,i)=>o+(Aw[i.charCodeAt(0)-32]??Mw),0)*t*(n?Dw:1)/1e3}function Tr(e,t,n){let r=[""];for(let a of e.split(/\s+/).filter(Boolean)){let o=`${r.at(-1)} ${a}`.trim();go(o,t)<=n||r.at(-1)===""?r[r.length-1]=o:r.push(a)}return r}function Kw(e){return`<${[...e.normalize("NFC")].map(n=>{let r=Sw.get(n)??n.charCodeAt(0);return r<256&&(r>=32||r===9)?r:63}).map(n=>n.toString(16).padStart(2,"0")).join("")}>`}var wo=e=>String(Math.round(e*100)/100);function Nw(e){return e.map(({text:n,x:r,y:a,size:o,bold:i})=>`BT /${i?"B":"R"} ${wo(o)} Tf ${wo(r)} ${wo(a)} Td ${Kw(n)} Tj ET`).join(`
`)}var od=(e,t="")=>`<< ${t}/Length ${e.length} >>
stream
${e}
endstream`;function sd(e,{language:t,kept:n}){let a=e.map((c,l)=>`${6+2*l} 0 R`).join(" "),o=c=>`<< /Type /Font /Subtype /Type1 /BaseFont /${c} /Encoding /WinAnsiEncoding >>`,i=[`<< /Type /Catalog /Pages 2 0 R /Lang (${t}) /AdviespuntReport 5 0 R >>`,`<< /Type /Pages /Kids [${a}] /Count ${e.length} /MediaBox [0 0 ${Et.width} ${Et.height}] >>`,o("Helvetica"),o("Helvetica-Bold"),od(n),...e.flatMap((c,l)=>[`<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6+2*l+1} 0 R >>`,od(Nw(c))])];return Ow(i)}function Ow(e){let t=[A(K(`%PDF-1.7
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
`;return A(...t,K(i))}var ld="adviespunt-report:",Xe=52,yo=92,zw=74;function dd(e,t){let{pages:n}=Tw(e,t);return sd(n,{language:`${G}-BE`,kept:`${ld}${e.statement}`})}function Tw(e,t){for(let r=100;;r-=1){let a=new Pr(r/100);if(id(a,e,t),a.pages.length===1)return a;if(r<=zw)break}let n=new Pr(1);return id(n,e,t),n}var Pr=class{constructor(t){this.scale=t,this.room=Et.height-2*Xe,this.pages=[[]],this.used=0}down(t,n=0){this.used+(t+n)*this.scale>this.room&&(this.pages.push([]),this.used=0),this.used+=t*this.scale}put(t,n,r,{bold:a=!1,right:o=!1}={}){let i=r*this.scale,c=o?n-go(t,i,a):n;this.pages.at(-1)?.push({text:t,x:c,y:Et.height-Xe-this.used,size:i,bold:a})}paragraph(t,n,r){for(let a of Tr(t,n*this.scale,Et.width-2*Xe))this.down(r),this.put(a,Xe,n)}};function id(e,{title:t,organisation:n,notes:r,signature:a},o){e.down(16),e.put(t,Xe,16,{bold:!0}),e.down(16),e.put(n,Xe,10),e.down(4);for(let i of r)e.paragraph(i,9,12);for(let i of o)Pw(e,i);e.down(12);for(let i of a)e.paragraph(i,8,11)}function Pw(e,{title:t,head:n,rows:r}){if(r.length===0)return;e.down(24,26),e.put(t,Xe,11,{bold:!0});let a=Et.width-2*Xe-yo*(n.length-1);n.length>2&&cd(e,n,a,!0);for(let o of r)cd(e,o.map(String),a,!1)}function cd(e,[t="",...n],r,a){let o=Tr(t,9*e.scale,r-8),i=n.map(l=>Tr(l,9*e.scale*(a?1.1:1),yo-8)),c=Math.max(o.length,...i.map(l=>l.length));for(let l=0;l<c;l+=1)e.down(12,l===0?(c-1)*12:0),e.put(o[l]??"",Xe,9,{bold:a}),i.forEach((u,p)=>{let m=Et.width-Xe-yo*(i.length-1-p);e.put(u[l]??"",m,9,{bold:a,right:!0})})}function ud({title:e,organisation:t,statement:n},r){return`\uFEFF${[[e],[t],[],...r.flatMap(o=>[[o.title],o.head,...o.rows,[]]),[s("handtekening"),`${ld}${n}`]].map(o=>o.map(Cw).join(";")).join(`\r
`)}\r
`}function Cw(e){let t=String(e);return`"${(/^[=+\-@\s＝＋－＠]/.test(t)?`'${t}`:t).replaceAll('"','""')}"`}function bo(e,t,n){let r=document.createElement("a");r.href=URL.createObjectURL(new Blob([t],{type:n})),r.download=e.replace(/[^\w .-]/g,"-"),r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e3)}function Ae(e){return e===null?"–":new Intl.NumberFormat(`${G}-BE`,{maximumFractionDigits:1}).format(e)}function ko(e,t){return t===0?"–":new Intl.NumberFormat(`${G}-BE`,{style:"percent",maximumFractionDigits:0}).format(e/t)}function Bw(e){return new Intl.DateTimeFormat(`${G}-BE`,{month:"narrow",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}function _w(e){return new Intl.DateTimeFormat(`${G}-BE`,{month:"long",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}var Cr=class{constructor(t,n){this.org=t,this.draw=n,this.year=null,this.order="R"}chosen({years:t,day:n}){let r=this.year??Number(n.slice(0,4));return t.find(({year:a})=>a===r)??t.at(-1)??null}render(t){let n=this.chosen(t);if(n===null)return d`<div class="card empty stack tight">
        ${k("chart-column")}
        <h2>${s("Er zijn nog geen cijfers")}</h2>
        <p>${s("Zodra de eerste vraag binnen is, staan hier de aantallen en de termijnen.")}</p>
      </div>`;let r=t.years.find(({year:a})=>a===n.year-1)??null;return d`<div class="stack figures">
      ${this.pickYear(t,n)} ${this.headline(n,r)}
      <div class="charts">
        ${this.months(n,r)} ${this.quarters(n,r)} ${this.age(t)}
        ${this.counted(s("Vragen per groep"),"groups",t.years,n,fd)}
        ${this.counted(s("Vragen per soort"),"kinds",t.years,n,a=>Y(this.org.kinds,a))}
        ${this.counted(s("Verwezen of doorgegeven aan"),"authorities",t.years,n,a=>Y(this.org.authorities,a))}
        ${this.times(t,"feedback",s("Tijd tot de eerste feedback"),this.org.promises.feedback)}
        ${this.times(t,"throughput",s("Tijd tot het definitieve antwoord"),this.org.promises.final)}
        ${this.counted(s("Uitkomsten"),"outcomes",t.years,n,a=>mr(this.org,a))}
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
      ${r(s("Eerste feedback, gemiddeld"),s("{n} werkdagen",{n:Ae(t.feedback.mean)}),s("beloofd binnen {n}",{n:this.org.promises.feedback}))}
      ${r(s("Doorlooptijd, gemiddeld"),s("{n} werkdagen",{n:Ae(t.throughput.mean)}),s("beloofd binnen {n}",{n:this.org.promises.final}))}
      ${r(s("Antwoord binnen de termijn"),ko(t.finalKept.kept,a(t.finalKept)),X("{n} nog lopend","{n} nog lopend",t.finalKept.running))}
    </div>`}months(t,n){return this.standing(s("Vragen per maand"),"months",{short:Bw,long:_w},t,n)}quarters(t,n){let r=a=>s("K{n}",{n:a+1});return this.standing(s("Vragen per kwartaal"),"quarters",{short:r,long:r},t,n)}standing(t,n,r,a,o){let i=a[n].map((l,u)=>({index:u,value:l,before:o?.[n][u]??null})),c=i.map(l=>({...l,label:r.short(l.index)}));return It(t,d`${nd(s("{title} in {year}",{title:t,year:a.year}),c)}${hd(a,o)}`,this.table(t,a,o,i.map(l=>[r.long(l.index),l.value,l.before??0])),Qt())}counted(t,n,r,a,o){let i=[a,...r.filter(({year:w})=>w<a.year).reverse()],c=i.find(({year:w})=>w===a.year-1)??null,l=(w,y)=>w?.[n].get(y)??0,u=[...new Set(i.flatMap(w=>[...w[n].keys()]))].sort((w,y)=>l(a,y)-l(a,w)||o(w).localeCompare(o(y)));if(u.length===0)return It(t,d`<p class="muted">${s("Nog niets.")}</p>`,{title:t,head:["",""],rows:[]},Qt());let p=u.filter(w=>l(a,w)>0||l(c,w)>0).map(w=>({label:Uw(o(w)),value:l(a,w),before:c?l(c,w):null})),m=u.map(w=>[o(w),...i.map(y=>l(y,w))]);return It(t,d`${p.length>0?mo(t,p):d`<p class="muted">${s("Nog niets.")}</p>`}${hd(a,c)}`,{title:t,head:["",...i.map(({year:w})=>String(w))],rows:m},Qt())}times({years:t},n,r,a){let o=t.map(c=>({label:String(c.year),spread:c[n]})),i=[[s("aantal"),({count:c})=>c],[s("gemiddeld"),({mean:c})=>Ae(c)],[s("mediaan"),({median:c})=>Ae(c)],[s("1 op 4 binnen"),({low:c})=>Ae(c)],[s("3 op 4 binnen"),({high:c})=>Ae(c)],[s("langste"),({longest:c})=>Ae(c)]];return It(r,d`${rd(r,o,{days:a,label:s("beloofd: {n}",{n:a})})}
        <p class="hint">
          ${s("In werkdagen. Balk: de spreiding, van een kwart tot drie kwart van de vragen. Streep: de mediaan. Ruit: het gemiddelde.")}
        </p>`,pd(r,t,i,c=>c[n]),Qt())}kept({years:t},n,r,a){let o=t.map(c=>{let{kept:l,late:u,running:p}=c[n];return{label:String(c.year),parts:[l,u,p],note:s("{share} op tijd",{share:ko(l,l+u)})}}),i=[[s("op tijd"),c=>c.kept],[s("later"),c=>c.late],[s("loopt nog"),c=>c.running],[s("deel op tijd"),c=>ko(c.kept,c.kept+c.late)]];return It(r,d`${ad(r,o)}
        <p class="hint parts">
          <span><span class="swatch p0"></span>${s("binnen {n} werkdagen",{n:a})}</span>
          <span><span class="swatch p1"></span>${s("later")}</span>
          <span><span class="swatch p2"></span>${s("loopt nog")}</span>
        </p>`,pd(r,t,i,c=>c[n]),Qt())}age({age:t}){let n=s("Lopend werk naar ouderdom"),r=o=>{let i=_t[o];return i===void 0?s("meer dan {n} werkdagen",{n:_t.at(-1)??0}):o===0?s("tot {n} werkdagen",{n:i}):s("{from} tot {to} werkdagen",{from:(_t[o-1]??0)+1,to:i})},a=t.map((o,i)=>({label:r(i),value:o}));return It(n,mo(n,a),{title:n,head:[s("ouderdom"),s("aantal")],rows:t.map((o,i)=>[r(i),o])},Qt())}table(t,n,r,a){return{title:t,head:["",String(n.year),...r?[String(r.year)]:[]],rows:r?a:a.map(o=>o.slice(0,2))}}risks({years:t},n){let r=Rl(t,n.year,this.org.categories).sort(Rw(this.order)),a=Math.max(1,...r.map(({count:i})=>i)),o=[["R",s("risico")],["count",s("aantal vragen")],["moved",s("verschil met vorig jaar")],["label",s("naam")]];return d`<section class="risks stack tight" aria-labelledby="risk-title">
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
            ${r.map(i=>Lw(i,a))}
          </tbody>
        </table>
      </div>
    </section>`}};function Lw({category:e,count:t,before:n,class:r},a){let{R:o,W:i,B:c,E:l}=e,u=o===null?[]:[`W ${Ae(i)}`,`B ${Ae(c)}`,`E ${Ae(l)}`];return d`<tr>
    <th scope="row">
      ${e.label}<small class="muted"> ${[fd(e.group),...u].join(" · ")}</small>
    </th>
    <td class="num">
      ${t}<svg class="inline-bar" viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bar" x=${60-t/a*60} y="0" width=${t/a*60} height="8"></rect>
      </svg>
    </td>
    <td class="num">${n}</td>
    <td class="moved">${Iw(t-n)}</td>
    <td class="num">${Ae(o)}</td>
    <td>
      ${r===null?"–":F(r,r==="A"||r==="B"?"danger":r==="C"?"warn":"")}
    </td>
  </tr>`}function pd(e,t,n,r){let a=[...t].reverse();return{title:e,head:["",...a.map(({year:o})=>String(o))],rows:n.map(([o,i])=>[o,...a.map(c=>i(r(c)))])}}function fd(e){return e===""?s("nog niet ingedeeld"):e===Er?s("staat niet meer in de lijst"):e}function Iw(e){return e===0?d`<span class="muted">=</span>`:e>0?d`▲ +${e}`:d`▼ −${-e}`}function Rw(e){let t={R:n=>-(n.category.R??-1),class:n=>n.class??"Z",count:n=>-n.count,moved:n=>-Math.abs(n.count-n.before),label:n=>n.category.label}[e];return(n,r)=>t(n)<t(r)?-1:t(n)>t(r)?1:n.category.label.localeCompare(r.category.label)}function Uw(e){return e.length>52?`${e.slice(0,50)}…`:e}var Qt=()=>({table:s("Toon de tabel")});function hd(e,t){return t===null?f:d`<p class="hint parts">
    <span><span class="swatch now"></span>${e.year}</span>
    <span><span class="swatch before"></span>${t.year}</span>
  </p>`}function xo(e,t=null){return n=>new $o(n,e,t)}var $o=class{tab="figures";constructor(t,n,r){this.app=t,this.numbers=n;let a=n.years.map(o=>o.year).filter(o=>o<this.thisYear);this.year=r??a.at(-1)??this.thisYear,this.signed=new Map,this.error=null,this.busy=!1,this.presented=t.me.today,this.load()}get thisYear(){return Number(this.numbers.day.slice(0,4))}draw(){this.app.screen===this&&this.app.update()}async load(){let{year:t}=this;try{this.signed.set(t,await this.app.call(()=>Xl(this.app.me,t))),this.error=null}catch(n){this.error=n instanceof Error&&n.name!=="ApiError"?s("Het verslag dat de server geeft, is niet door een facilitator ondertekend. Verwittig je collega’s."):$(n)}this.draw()}choose(t){this.year=t,this.signed.has(t)||this.load(),this.draw()}async act(t,n){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),O(n),await this.load()}catch(r){this.error=$(r)}this.busy=!1,this.draw()}render(){let t=this.numbers.years.find(a=>a.year===this.year),n=this.signed.get(this.year),r=n?.numbers??(t?uo(this.app.me.portal.org,t):null);return d`<div class="stack">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${s("Terug naar de cijfers")}
        </button>
      </p>
      ${D(this.error)}
      <div class="row spread no-print">
        <div class="segments" role="group" aria-label=${s("Jaar")}>
          ${this.numbers.years.map(({year:a})=>d`<button type="button" class="segment" aria-pressed=${String(a===this.year)} @click=${()=>this.choose(a)}>${a}</button>`)}
        </div>
        ${r?this.tools(n??null):f}
      </div>
      ${r===null?d`<h1>${s("Jaarverslag")}</h1>
              <p>${s("Er zijn nog geen cijfers.")}</p>`:n===void 0&&!this.error?q(s("Even geduld…")):d`${this.standing(n??null,r)}${this.report(r,n??null)}`}
    </div>`}tools(t){return d`<div class="row">
      <button type="button" class="button" @click=${()=>print()}>${k("printer")}${s("Druk af")}</button>
      ${t===null?d`<span class="hint">${s("PDF en CSV zijn er zodra het verslag ondertekend is.")}</span>`:d`<button type="button" class="button" @click=${()=>this.save(t,"pdf")}>
                ${k("file-text")}${s("Verslag als PDF")}</button
              ><button type="button" class="button" @click=${()=>this.save(t,"csv")}>
                ${k("file-text")}${s("Cijfers als CSV")}
              </button>`}
    </div>`}save(t,n){let{org:r}=this.app.me.portal,a=gd(r,this.year,t.numbers),o={year:this.year,title:this.title(),organisation:r.name,notes:[md()],signature:wd(t),statement:t.statement},i=`${r.short_name} ${this.year}.${n}`;n==="pdf"?bo(i,dd(o,a),"application/pdf"):bo(i,ud(o,a),"text/csv")}title(){return s("Adviespunt Integriteit: jaarverslag {year}",{year:this.year})}standing(t,n){return this.year<this.thisYear?t?.presented?d`<div class="no-print">
        ${x("good",d`<p>${s("Voorgesteld op {day}. Het verslag ligt vast.",{day:z(t.presented,{year:!0})})}</p>`)}
      </div>`:d`<div class="no-print">
      ${this.app.me.role==="coordinator"?this.presenting(t):this.signing(t,n)}
    </div>`:d`<div class="no-print">
        ${x("warn",d`<p>${s("Het jaar is nog niet om: dit zijn voorlopige cijfers.")}</p>`)}
      </div>`}signing(t,n){if(t){let r=this.numbers.years.find(i=>i.year===this.year),a=r?uo(this.app.me.portal.org,r):n,o=!Ql(a,t.numbers);return x(o?"warn":"good",d`<p>
            ${s("Ondertekend door {name} op {day}. De integriteitscoördinator legt vast wanneer het is voorgesteld.",{name:t.authorName,day:z(t.day,{year:!0})})}
          </p>
          ${o?d`<p>
                    ${s("Sindsdien zijn er cijfers veranderd. Geef je een nieuw verslag, haal dan het vorige terug: wie beide heeft, kan kleine aantallen berekenen.")}
                  </p>
                  <div class="actions">${this.signButton(a,s("Onderteken opnieuw"))}</div>`:f}`)}return x("info",d`<p>
          ${s("Kijk de cijfers na. Met je handtekening leg je het verslag klaar voor de integriteitscoördinator.")}
        </p>
        <div class="actions">${this.signButton(n,s("Onderteken het verslag"))}</div>`)}signButton(t,n){return B({label:n,busy:this.busy,click:()=>this.act(()=>Zl(this.app.me,this.year,t),s("Het verslag is ondertekend."))})}presenting(t){return t===null?x("info",d`<p>${s("Een facilitator moet het verslag van dit jaar nog ondertekenen.")}</p>`):d`<div class="card stack tight">
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
    </div>`}async record(){let{presented:t,year:n}=this;if(t===""||Number(t.slice(0,4))<=n||t>this.app.me.today){this.error=s("Kies een dag na het einde van {year} en niet in de toekomst. Er is niets veranderd.",{year:n}),this.draw();return}await H({title:s("Voorgesteld op {day}?",{day:z(t,{year:!0})}),text:d`<p>
        ${s("Daarna ligt het verslag vast en kan een facilitator de dossiers van {year} archiveren. Dit kan je niet meer veranderen.",{year:n})}
      </p>`,yes:s("Leg vast")})&&await this.act(()=>ed(this.app.me,n,t),s("De dag is vastgelegd."))}report(t,n){let{org:r}=this.app.me.portal;return d`<article class="report stack">
      <header>
        <h1>${this.title()}</h1>
        <p class="muted">${r.name}</p>
      </header>
      <p>${md()}</p>
      ${gd(r,this.year,t).map(a=>d`<section>
            <h2>${a.title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${a.title}>
              ${fo({...a,caption:""})}
            </div>
          </section>`)}
      <p class="hint">
        ${n?wd(n).join(" "):s("Ontwerp van {day}, niet ondertekend.",{day:z(this.numbers.day,{year:!0})})}
      </p>
    </article>`}},md=()=>s("Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).",{n:3});function wd({authorName:e,day:t,mark:n}){return[s("Ondertekend door {name} op {day}.",{name:e,day:z(t,{year:!0})}),s("Code van de handtekening: {mark}. De systeembeheerder kijkt PDF en CSV na met: adviespunt report verify BESTAND.",{mark:n})]}var Fw=new Set(["A","B","C"]),Br=e=>e??"–";function gd(e,t,n){let r=new Map(e.categories.map(({group:a})=>[Or(a),a]));return[{title:s("Aantal vragen"),head:["",s("aantal")],rows:[[s("Vragen in {year}",{year:t}),Br(n.total)]]},vo(s("Per groep"),s("groep"),n.groups,n.groups_together,a=>a===Xt?s("zonder categorie"):String(r.get(a)??a)),Hw(e,n.categories),Ww(n),vo(s("Uitkomst"),s("uitkomst"),n.outcomes,n.outcomes_together,a=>mr(e,a)),vo(s("Verwezen of doorgegeven aan"),s("dienst"),n.authorities,null,a=>Y(e.authorities,a))]}function vo(e,t,n,r,a){let o=Object.entries(n).sort(([l,u],[p,m])=>(m??0)-(u??0)||a(l).localeCompare(a(p))),i=o.filter(([,l])=>l===null).map(([l])=>a(l)),c=o.filter(([,l])=>l!==null).map(([l,u])=>[a(l),Br(u)]);return i.length>0&&c.push([s("Samen: {names}",{names:i.join(", ")}),Br(r)]),{title:e,head:[t,s("aantal")],rows:c}}function Hw(e,t){let a=[...e.categories].sort((i,c)=>(c.R??-1)-(i.R??-1)||i.label.localeCompare(c.label)).filter(({key:i,R:c})=>Fw.has(jr(c)??"")||typeof t[i]=="number").map(({key:i,label:c,R:l})=>[c,l===null?"–":Ae(l),jr(l)??"–",Br(t[i])]),o=[s("categorie"),"R",s("klasse"),s("aantal")];return{title:s("Per categorie, naast de risicoanalyse"),head:o,rows:a}}function Ww({feedback:e,final:t,promises:n}){let r=new Intl.NumberFormat(`${G}-BE`,{style:"percent"}),a=(o,{mean:i,share:c})=>[o,i===null?"–":Ae(i),c===null?"–":r.format(c/100)];return{title:s("Termijnen, in werkdagen"),head:["",s("gemiddeld, ongeveer"),s("op tijd, van wat beantwoord is")],rows:[a(s("Eerste feedback (beloofd: {n})",{n:n.feedback}),e),a(s("Definitief antwoord (beloofd: {n})",{n:n.final}),t)]}}async function yd(e,t){let{due:n,late:r}=await po(e.me);if(n===null)return f;let a=r?s("Het jaarverslag van {year} is te laat: het moest in het eerste kwartaal worden voorgesteld.",{year:n}):s("Het jaarverslag van {year} kan worden opgemaakt. Het wordt in het eerste kwartaal voorgesteld.",{year:n});return d`<div class="banner">
    ${x(r?"danger":"info",d`<p>${a}</p>
        <p>
          <button type="button" class="button small" @click=${()=>t(n)}>${s("Naar het jaarverslag")}</button>
        </p>`)}
  </div>`}var qw=32,Eo=e=>Number(e.me.today.slice(0,4));function bd(e,t){let{year:n}=e.me.directories.current.archive,r=Eo(e),a=n<r;return d`<section class="stack tight" aria-labelledby="archive-key-title">
    <h2 id="archive-key-title">${s("De archiefsleutel")}</h2>
    <p>${s("Wat nu gevraagd wordt, gaat later open met de archiefwoorden van {year}.",{year:n})}</p>
    <p>
      ${a?s("Maak er andere voor {year}: wie de woorden van één jaar vindt, opent dan niet elk jaar.",{year:r}):s("Ben je de woorden kwijt, of heeft iemand ze gezien? Maak dan nieuwe. Wat al gevraagd is, gaat open met de vorige.")}
    </p>
    <p>
      <button type="button" class="button ${a?"primary":""}" @click=${()=>vd(e,t)}>
        ${k("key-round")}${s("Maak nieuwe archiefwoorden")}
      </button>
    </p>
  </section>`}function kd(e,t){let n=Eo(e);return e.me.directories.current.archive.year>=n?f:d`<div class="banner">
    ${x("info",d`<p>
          ${s("Voor {year} zijn er nog geen archiefwoorden. Zolang je er geen maakt, blijven die van vroeger gelden.",{year:n})}
        </p>
        <p>
          <button type="button" class="button small" @click=${()=>vd(e,t)}>
            ${s("Maak nieuwe archiefwoorden")}
          </button>
        </p>`)}
  </div>`}async function vd(e,t){let n=P(qw),r=Eo(e),a=[...(await Ea(e.me)).values()].filter(i=>i.year===r),o=mc(await ot(e.portal.words,n),r,a.length+1);e.open(i=>An(i,o,()=>i.replace(Vw(n,r,t))))}var Vw=(e,t,n)=>r=>{let a=null,o=async()=>{a=null,r.update();try{await r.call(async()=>{await st(r.me),await Oi(r.me,e,t),await st(r.me)}),Q(e),O(s("De nieuwe archiefsleutel geldt vanaf nu.")),r.reset(n),jt(r)}catch(i){a=$(i),r.update()}};return{tab:"figures",shown:()=>{o()},render:()=>d`<div class="stack narrow">
        <h1>${s("De archiefsleutel van {year}",{year:t})}</h1>
        ${a===null?q(s("De nieuwe sleutel wordt bekendgemaakt…")):d`${D(a)}
                <p>${s("De woorden op je papier gelden nog niet. Gooi ze niet weg en probeer het opnieuw.")}</p>
                <div class="actions">
                  <button type="button" class="button primary" @click=${()=>o()}>${s("Probeer opnieuw")}</button>
                </div>`}
      </div>`}};async function $d(e){let t=await Ea(e.me);return n=>{let r=t.get(n);return r===void 0?"":r.all===1?s("Gaat open met de archiefwoorden van {year}.",{year:r.year}):s("Gaat open met de archiefwoorden van {year}, reeks {number} van {all}.",{...r})}}function Ed(e,t,n){let r=null,a=null,o=({touches:u})=>{let[p,m]=u;r=u.length===1&&p?{x:p.clientX,y:p.clientY}:null,a=u.length===2&&p&&m?xd(p,m):null},i=u=>{let[p,m]=u.touches;a===null||!p||!m||(u.cancelable&&u.preventDefault(),t.pinch(xd(p,m)/a,(p.clientX+m.clientX)/2,(p.clientY+m.clientY)/2))},c=({changedTouches:[u]})=>{a!==null?t.release():r!==null&&u&&l(u.clientX-r.x,u.clientY-r.y),a=null,r=null},l=(u,p)=>{Math.abs(u)>60&&Math.abs(u)>2*Math.abs(p)&&t.sweep(u<0?1:-1)};e.addEventListener("touchstart",o,{signal:n,passive:!0}),e.addEventListener("touchmove",i,{signal:n,passive:!1}),e.addEventListener("touchend",c,{signal:n}),e.addEventListener("touchcancel",c,{signal:n})}var xd=(e,t)=>Math.max(1,Math.hypot(e.clientX-t.clientX,e.clientY-t.clientY));var jd=1.25,Gw=8,Sd=80;async function Md(e,t,{width:n,turn:r=0,watermark:a=null}={}){let o=await createImageBitmap(new Blob([t.image],{type:t.media}));try{let[i,c]=r%2===0?[o.width,o.height]:[o.height,o.width],l=(n??i)/i;e.width=Math.max(1,Math.round(i*l)),e.height=Math.max(1,Math.round(c*l));let u=e.getContext("2d");u.imageSmoothingQuality="high",u.translate(e.width/2,e.height/2),u.rotate(r*Math.PI/2),u.scale(l,l),u.drawImage(o,-o.width/2,-o.height/2),u.resetTransform(),a&&Yw(u,a)}finally{o.close()}}function Yw(e,t){let{width:n,height:r}=e.canvas,a=Math.max(14,Math.round(Math.min(n,r)/24));e.font=`600 ${a}px system-ui, sans-serif`,e.textAlign="center",e.translate(n/2,r/2),e.rotate(-Math.PI/7);let o=Math.hypot(n,r)/2,i=e.measureText(t).width+a*3;for(let c=-o,l=0;c<=o;c+=a*5,l+=1)for(let u=-o-l%2*(i/2);u<=o+i;u+=i)Jw(e,t,u,c);e.resetTransform()}function Jw(e,t,n,r){e.fillStyle="rgb(0 0 0 / 16%)",e.fillText(t,n,r),e.fillStyle="rgb(255 255 255 / 22%)",e.fillText(t,n+1,r+1)}async function Zw(e,t=0){let n=document.activeElement,r=Se(i=>Xw(i),{kind:"viewer",label:e.title}),a=document.querySelector("dialog.viewer"),o=new jo(a,e,t);await o.show(),await r,o.stop(),n instanceof HTMLElement&&n.focus()}function Xw(e){return d`<div class="viewer-bar" role="toolbar" aria-label=${s("Bekijken")}>
      ${On("before","arrow-left",s("Vorige pagina"),"←")}
      ${On("after","arrow-right",s("Volgende pagina"),"→")}
      <span class="count" data-part="count"></span>
      ${On("smaller","zoom-out",s("Kleiner"),"−")} ${On("larger","zoom-in",s("Groter"),"+")}
      ${On("turn","rotate-cw",s("Draai"),"r")}
      <button type="button" class="button square" title=${`${s("Sluit")} (Esc)`} @click=${()=>e(null)}>
        ${k("x")}<span class="sr">${s("Sluit")}</span>
      </button>
    </div>
    <div class="viewer-stage" data-part="stage" tabindex="0" role="region" aria-label=${s("Pagina")}>
      <canvas role="img"></canvas>
      <p data-part="message"></p>
    </div>`}function On(e,t,n,r){return d`<button type="button" class="button square" data-tool=${e} title=${`${n} (${r})`}>
    ${k(t)}<span class="sr">${n}</span>
  </button>`}var Qw={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},Ad=e=>Math.min(Gw,Math.max(1,e)),jo=class{constructor(t,n,r){this.dialog=t,this.album=n,this.index=r,this.zoom=1,this.turn=0,this.pinched=void 0,this.page=null,this.ticket=0,this.canvas=t.querySelector("canvas"),this.stage=t.querySelector("[data-part=stage]"),this.message=t.querySelector("[data-part=message]"),this.listen()}listen(){this.end=new AbortController;let{signal:t}=this.end;this.dialog.addEventListener("click",n=>this.press(n),{signal:t}),this.dialog.addEventListener("keydown",n=>this.key(n),{signal:t}),this.stage.addEventListener("dblclick",n=>this.around(this.zoom>1?1:2,n),{signal:t}),Ed(this.stage,{sweep:n=>this.zoom===1&&this.go(n),pinch:(n,r,a)=>this.pinch(n,{clientX:r,clientY:a}),release:()=>this.release()},t),addEventListener("resize",()=>this.draw(),{signal:t})}stop(){this.end?.abort(),this.page=null,this.canvas.width=1,this.canvas.height=1}press(t){let n=t.target.closest("[data-tool]");n instanceof HTMLElement&&this.act(n.dataset.tool??"")}act(t){t==="before"&&this.go(-1),t==="after"&&this.go(1),t==="larger"&&this.size(this.zoom*jd),t==="smaller"&&this.size(this.zoom/jd),t==="turn"&&(this.turn=(this.turn+1)%4,this.draw())}key(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let n={PageUp:"before",PageDown:"after","+":"larger","=":"larger","-":"smaller",r:"turn"};this.zoom===1&&Object.assign(n,{ArrowLeft:"before",ArrowRight:"after"});let r=n[t.key],a=Qw[t.key];r===void 0&&a===void 0||(t.preventDefault(),r!==void 0?this.act(r):a&&this.stage.scrollBy(a[0]*Sd,a[1]*Sd))}pinch(t,n){this.pinched??=this.zoom,this.around(this.pinched*t,n,{sharp:!1})}release(){this.pinched=void 0,this.size(this.zoom)}around(t,{clientX:n,clientY:r},{sharp:a=!0}={}){if(this.page===null)return;let o=this.canvas.getBoundingClientRect(),[i,c]=[(n-o.left)/o.width,(r-o.top)/o.height];this.zoom=Ad(t),this.canvas.style.width=`${Math.round(this.fitting(this.page)*this.zoom)}px`;let l=this.canvas.getBoundingClientRect();this.stage.scrollBy(l.left+i*l.width-n,l.top+c*l.height-r),a&&this.draw()}go(t){let n=this.index+t;n<0||n>=this.album.count||(this.index=n,this.zoom=1,this.turn=0,this.show())}size(t){this.zoom=Ad(t),this.draw()}async show(){let t=this.ticket+=1;this.page=null,this.canvas.hidden=!0,this.tell(s("Pagina {n} wordt geopend…",{n:this.index+1}));let n=await this.album.load(this.index).catch(()=>null);t!==this.ticket||!this.dialog.open||(this.page=n,n===null?this.tell(s("Deze pagina kan niet worden getoond. Probeer het later opnieuw.")):await this.draw())}async draw(){if(this.page===null)return;let t=Math.round(this.fitting(this.page)*this.zoom),n=Math.min(devicePixelRatio||1,2);try{await Md(this.canvas,this.page,{width:t*n,turn:this.turn,watermark:this.album.watermark})}catch{this.tell(s("Deze pagina is geen beeld dat getoond kan worden."));return}this.canvas.style.width=`${t}px`,this.canvas.hidden=!1,this.tell("")}fitting(t){let[n,r]=this.turn%2===0?[t.width,t.height]:[t.height,t.width];return Math.min(this.stage.clientWidth-16,(this.stage.clientHeight-16)*n/r,n*2)}tell(t){let n=s("{n} van {all}",{n:this.index+1,all:this.album.count}),r=this.dialog.querySelector("[data-part=count]");r&&(r.textContent=n),this.canvas.setAttribute("aria-label",`${this.album.title}, ${n}`),this.message.textContent=t,this.disable("before",this.index===0),this.disable("after",this.index===this.album.count-1),this.disable("smaller",this.zoom===1),ic(t||`${this.album.title}, ${n}`)}disable(t,n){let r=this.dialog.querySelector(`[data-tool=${t}]`);r instanceof HTMLButtonElement&&r.setAttribute("aria-disabled",String(n))}};function Dd(e){let t=document.createElement("ul");t.className="thumbs";let n=new IntersectionObserver(r=>r.forEach(a=>{a.isIntersecting&&(n.unobserve(a.target),tg(a.target,e))}));for(let r=0;r<e.count;r+=1)t.append(eg(e,r,n));return t}function eg(e,t,n){let r=document.createElement("li");return r.dataset.index=String(t),oe(d`<button type="button" class="thumb" @click=${()=>Zw(e,t)}>
      <canvas width="90" height="120" aria-hidden="true"></canvas>
      <span
        >${e.count===1?s("Bekijk groot"):s("Pagina {n}",{n:t+1})}<span class="sr"
          >, ${e.title}</span
        ></span
      >
    </button>`,r),n.observe(r),r}async function tg(e,t){let n=e.querySelector("canvas");try{await Md(n,await t.load(Number(e.dataset.index)),{width:240,watermark:t.watermark})}catch{e.querySelector(".thumb")?.append(s("Niet te tonen"))}}var ng=M({v:ie,number:te,previous:ue(ee),day:$e,member:ue(U),action:ne,subject:ue(U)});async function Kd(e){let t={lines:[],whole:!0,head:null};for(let[n,r]of e.entries()){let a=Ue(r);ng(a),t.whole&&=a.number===n&&a.previous===t.head,t.lines.push(a),t.head=h(await R(r))}return t}var _r=new WeakMap;function Nd(e,t){return So(e.app,t,`/journal?case=${t.key}`,()=>e.draw())}function So(e,t,n,r){let a=_r.get(t);return d`<details class="journal" @toggle=${i=>{i.target.open&&a===void 0&&rg(e,t,n,r)}}>
    <summary>${s("Logboek")}</summary>
    ${a===void 0||a==="loading"?d`<p class="hint">${s("Wordt opgehaald…")}</p>`:typeof a=="string"?d`<p>${a}</p>`:ag(e,a)}
  </details>`}async function rg(e,t,n,r){_r.set(t,"loading");try{let{lines:a}=await e.call(()=>e.me.api.get(n));_r.set(t,await Kd(a.map(o=>g(o))))}catch(a){_r.set(t,$(a))}r()}function ag(e,{lines:t,whole:n,head:r}){let a=o=>o===null?"":ve(e.me,o)?.name??"";return d`<div class="stack tight">
    ${n?f:x("danger",d`<p>${s("Een regel in dit logboek past niet aan de vorige: er is iets veranderd of weggelaten. Verwittig je collega’s.")}</p>`)}
    <ol class="journal-lines">
      ${t.map(o=>d`<li><small>${z(o.day,{weekday:!1})}</small> ${a(o.member)||s("de vraagsteller of het portaal")}: ${og(o.action)}${o.subject&&ve(e.me,o.subject)?d` (${a(o.subject)})`:f}</li>`)}
    </ol>
    ${r===null?f:d`<p class="hint">${s("Code van de laatste regel, om elders te noteren:")} <span class="words">${r.slice(0,16)}</span></p>`}
  </div>`}function og(e){return{receive:s("ontving de vraag"),open:s("opende het dossier"),notes:s("begon met nota’s"),assign:s("wees iemand toe"),remove:s("haalde iemand van het dossier"),feedback:s("gaf eerste feedback"),reply:s("schreef een bericht"),final:s("gaf een definitief antwoord"),pass:s("gaf het dossier door"),close:s("sloot het dossier af"),note:s("schreef een nota"),triage:s("paste de indeling aan"),draft:s("legde een ontwerp voor"),record:s("legde vast wat werd doorgegeven"),recuse:s("stapte opzij"),withdraw:s("trok de vraag in"),directory:s("veranderde de lijst van medewerkers"),invite:s("nodigde iemand uit"),cancel:s("trok een uitnodiging in"),reset:s("gaf een code voor een nieuwe tweede factor"),renew:s("stelde een nieuwe tweede factor in"),"passkey-add":s("voegde een passkey toe"),"passkey-remove":s("verwijderde een passkey"),"codes-set":s("koppelde een telefoon voor codes"),"codes-remove":s("verwijderde de codes op de telefoon"),activate:s("zette een toegang aan"),deactivate:s("zette een toegang uit")}[e]??e}var sg=()=>[["j / k",s("volgende of vorige vraag")],["Enter",s("open de vraag")],["/",s("zoek")],["u",s("terug naar de lijst")],["a",s("schrijf een antwoord")],["n",s("schrijf een nota")],["?",s("dit overzicht")],["← →  + −  r",s("bij een bijlage: andere pagina, groter of kleiner, draaien")]];function en(e){return Se(t=>d`<div class="stack">
        <h2 id="dialog-title">${s("Toetsen")}</h2>
        <dl class="facts keys">
          ${sg().map(([n,r])=>d`<dt><kbd>${n}</kbd></dt>
                <dd>${r}</dd>`)}
        </dl>
        ${Je({id:"keys-on",label:s("Gebruik deze toetsen"),text:s("Zet ze uit als je spreekt tegen je computer, of als een letter iets doet wat je niet wou. Dat geldt tot je je afmeldt."),checked:e.keys,change:n=>{e.keys=n}})}
        <div class="actions">
          <button type="button" class="button primary" autofocus @click=${()=>t(null)}>${s("Sluit")}</button>
        </div>
      </div>`)}function Od(e,t){let n=e.app.me,r=n.role!=="coach",a=new Map(t.summary.participants.map(c=>[c.id,c])),o=c=>{let l=zd(e,e.away,c);return l===null?f:d`<small>${k("door-open")}${l}</small>`},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c)).sort(ig);return d`<section class="card stack tight" aria-labelledby="people-title">
    <h2 id="people-title">${s("Wie werkt hieraan")}</h2>
    <ul class="people">
      ${i.map(c=>d`<li class="row spread">
            <span
              ><strong>${c.name||s("iemand die weg is")}</strong
              ><small>${ze(c.role)}</small>${o(c.key)}</span
            >
            ${a.get(c.key)?.active===!1?F(s("doet niet meer mee"),"warn"):f}
            ${r&&c.role==="coach"?d`<button type="button" class="button quiet small no-print" @click=${()=>ug(e,c)}>${s("Verwijder")}<span class="sr"> ${c.name}</span></button>`:f}
          </li>`)}
    </ul>
    ${cg(e,t)}
    ${r?d`<p class="no-print"><button type="button" class="button" @click=${()=>lg(e,t)}>${k("user-plus")}${s("Wijs een coach toe")}</button></p>`:f}
    ${n.role==="coach"?d`<p class="no-print"><button type="button" class="button danger small" @click=${()=>pg(e)}>${k("door-open")}${s("Stap opzij")}</button></p>`:f}
  </section>`}function ig(e,t){return e.role.localeCompare(t.role)||e.name.localeCompare(t.name)}function cg(e,{view:t}){if(t.excluded.length===0)return f;let n=me(e.app.me).filter(({person:r})=>t.excluded.includes(h(r))).map(({name:r})=>r);return d`<p class="hint">
    ${k("user-round-x")}
    ${s("De vraagsteller houdt buiten dit dossier: {names}",{names:[...new Set(n)].join(", ")||s("iemand die hier niet meer werkt")})}
  </p>`}async function lg(e,t){let n=jl(e.app.me,t.view,"coach").sort((i,c)=>i.member.name.localeCompare(c.member.name)),r=await e.app.call(()=>Vt(e.app.me)),a=new Set;await Se(i=>{let c=document.createElement("div"),l=()=>oe(d`<div class="stack">
          <h2 id="dialog-title">${s("Wijs een of meer coaches toe")}</h2>
          <p class="hint">${s("Wie je toewijst, kan het hele dossier lezen, ook wat er al geschreven is.")}</p>
          ${n.length===0?d`<p>${s("Er zijn nog geen coaches. Nodig er een uit bij ‘Medewerkers’.")}</p>`:f}
          ${n.map(({member:u,key:p,reason:m})=>Je({id:`coach-${p}`,label:u.name,text:dg(m)??zd(e,r,p)??u.function,checked:m==="there"||a.has(p),disabled:m!==null,change:w=>{a[w?"add":"delete"](p),l()}}))}
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
        </div>`,c);return l(),d`${c}`})===!0&&await e.act(i=>Sl(e.app.me,i,[...a]))&&O(s("Toegewezen."))}function zd(e,t,n){let r=t.get(n);return r?vc(e.app.me,r):null}function dg(e){return e==="there"?s("Werkt al aan dit dossier."):e==="excluded"?s("Kan niet: de vraagsteller wil deze persoon buiten het dossier houden."):null}async function ug(e,t){await H({title:s("{name} van dit dossier halen?",{name:t.name}),text:d`<p>
      ${s("{name} kan niets meer lezen van wat hierna komt. Wat al gelezen is, blijft gelezen.",{name:t.name})}
    </p>`,yes:s("Verwijder"),danger:!0})&&await e.act(r=>Al(e.app.me,r,t.key))&&O(s("{name} is verwijderd.",{name:t.name}))}async function pg(e){if(!await H({title:s("Opzij stappen?"),text:d`<p>
        ${s("Doe dit als je niet neutraal kunt zijn, bijvoorbeeld omdat je iemand kent. Een facilitator en de vraagsteller lezen dat je opzij stapt, niet waarom.")}
      </p>
      <p>
        ${s("Je ziet het dossier daarna niet meer. Dit kan je niet ongedaan maken; een facilitator kan je wel opnieuw toewijzen.")}
      </p>`,yes:s("Stap opzij"),danger:!0})||e.open===null)return;let{open:n}=e;try{await e.app.call(()=>Ct(e.app.me,n,Bt({kind:"recuse",text:"",fields:{}}))),O(s("Je bent opzij gestapt.")),e.app.back()}catch(r){e.error=$(r),e.draw()}}var tn=67,nn=65535,hg=64,Ao=16,ge={number:32,directory:36,kind:40,category:42,state:44,outcome:46,authorities:48,urgent:50},zn={received:51,feedback:55,final:59,closed:63},fg=M({v:ie,row:te,directory:mt,words:pe(ne,0,nn),lists:pe(pe(ne),0,nn),hash:ee}),Pd=e=>se(e,"checkpoint"),Cd=({portal:e,key:t,number:n},r)=>({portal:e,case:rt,epoch:n,id:t,writer:r,kind:"checkpoint"});async function Bd(e,{writer:t,...n},r,{row:a,directory:o,lines:i}){let c=Cd(n,t),{words:l,lists:u,lines:p}=wg(i),m={v:1,row:a,directory:o,words:l,lists:u,hash:h(await R(p))},w=await re(r,"checkpoint",at(c),m);return je(await Pd(e),c,A(w,p))}async function _d(e,t,n,r){let{writer:a}=Ee(n).header,o=Cd(t,a),{signed:i,lines:c}=mg(await Ve(await Pd(e),o,n)),l=he(i,fg),u=l.body,p=ae(await r.version(u.directory),a,["facilitator"]);if(!p)throw new v("writer");if(await fe(p.sign,"checkpoint",at(o),l),!b(await R(c),g(u.hash)))throw new N("lines");return{row:u.row,lines:gg(u,c)}}function mg(e){let t=new Ke(e);return t.lp(),t.take(hg),{signed:e.slice(0,t.at),lines:e.subarray(t.at)}}function wg(e){let t=e.map(({body:i,mark:c})=>({entry:i,mark:c,id:g(i.case,16)}));t.sort((i,c)=>ye(i.id,c.id));let n=new Lr(i=>i),r=new Lr(i=>i.join(" ")),a=new Uint8Array(t.length*tn),o=new DataView(a.buffer);return t.forEach(({entry:i,mark:c,id:l},u)=>{let p=u*tn;a.set(l,p),a.set(c,p+Ao),o.setUint32(p+ge.number,i.number),o.setUint32(p+ge.directory,i.directory),o.setUint16(p+ge.kind,n.of(i.kind)),o.setUint16(p+ge.category,i.category===null?nn:n.of(i.category)),o.setUint16(p+ge.state,n.of(i.state)),o.setUint16(p+ge.outcome,i.outcome===null?nn:n.of(i.outcome)),o.setUint16(p+ge.authorities,r.of(i.authorities)),o.setUint8(p+ge.urgent,i.urgent?1:0);for(let[m,w]of Object.entries(zn))o.setUint32(p+w,yg(i[m]))}),{words:n.all,lists:r.all,lines:a}}var Lr=class{constructor(t){this.nameOf=t,this.known=new Map,this.all=[]}of(t){let n=this.nameOf(t),r=this.known.get(n);if(r!==void 0)return r;if(this.all.length===nn)throw new v("too-many");return this.known.set(n,this.all.length),this.all.push(t),this.all.length-1}};function gg({words:e,lists:t},n){if(n.length%tn!==0)throw new N("lines");let r=new DataView(n.buffer,n.byteOffset,n.length),a=bg(),o=l=>Td(e,r.getUint16(l)),i=l=>r.getUint16(l)===nn?null:o(l),c=[];for(let l=0;l<n.length;l+=tn){let u=n.subarray(l,l+16);if(l>0&&ye(n.subarray(l-tn,l-tn+16),u)>=0)throw new N("order");let p=r.getUint32(l+ge.directory),m=r.getUint8(l+ge.urgent),w=a(r.getUint32(l+zn.received));if(p<1||m>1||w===null)throw new N("lines");let y={v:1,case:h(u),number:r.getUint32(l+ge.number),kind:o(l+ge.kind),urgent:m===1,category:i(l+ge.category),state:o(l+ge.state),outcome:i(l+ge.outcome),authorities:Td(t,r.getUint16(l+ge.authorities)),received:w,feedback:a(r.getUint32(l+zn.feedback)),final:a(r.getUint32(l+zn.final)),closed:a(r.getUint32(l+zn.closed)),directory:p};c.push({body:y,mark:n.slice(l+Ao,l+Ao+16)})}return c}function Td(e,t){let n=e[t];if(n===void 0)throw new N("lines");return n}var yg=e=>e===null?0:Number(e.replaceAll("-",""));function bg(){let e=new Map([[0,null]]);return t=>{let n=e.get(t);if(n!==void 0)return n;let r=String(t).padStart(8,"0"),a=`${r.slice(0,-4)}-${r.slice(-4,-2)}-${r.slice(-2)}`;return $e(a),e.set(t,a),a}}var kg=4,Ld=()=>typeof Worker<"u",Ir=class{constructor(t){this.waiting=new Map,this.asked=0;let n=Math.min(kg,navigator.hardwareConcurrency||1);this.workers=Array.from({length:n},()=>this.started(t))}started(t){let n=on("opening");return n.onmessage=({data:r})=>this.answered(r),n.onerror=()=>this.end(),n.postMessage({seed:t}),n}answered({number:t,opened:n}){let r=this.waiting.get(t);this.waiting.delete(t),n===null?r?.reject(new I):r?.resolve(n)}open(t,n){let r=this.asked;this.asked+=1;let a=this.workers[r%this.workers.length];return new Promise((o,i)=>{if(a===void 0)return i(new Error("ended"));this.waiting.set(r,{resolve:o,reject:i}),a.postMessage({number:r,info:t,sealed:n})})}end(){for(let t of this.workers)t.terminate();this.workers=[];for(let{reject:t}of this.waiting.values())t(new Error("ended"));this.waiting.clear()}};var Id=20000101,Rd={apart:64,here:12},Ud=150,vg=200,Mo=5e3,$g=async e=>(await R(e)).slice(0,16),xg=e=>({open:(t,n)=>sa(e,t,n)}),Rr=class e{constructor(t,n){this.session=t,this.seeds=new Map(n.map(({key:r,seed:a})=>[h(r),a])),this.pairs=new Map(n.map(({key:r,seed:a})=>[h(r),xg(a)])),this.held=new Map,this.opened=new Map,this.checkpoint=null,this.refused=0,this.loading=null,this.listening=new Set,this.damaged=!1}static async of(t){return new e(t,await vn(t))}line(t){return this.held.get(t)?.body??null}lines(){return[...this.held.values()].map(({body:t})=>t)}async take(t,n=()=>{}){t.length>Ud&&await this.fromCheckpoint(),await this.takeAll(t,n)}async takeAll(t,n){let r=await this.notHeld(t),a=this.openersFor(r.length);try{for(let o=0;o<r.length;o+=a.atOnce){let i=r.slice(o,o+a.atOnce);await Promise.all(i.map(({entry:c,mark:l})=>this.takeOne(c,l,a))),n({done:Math.min(o+a.atOnce,r.length),all:r.length}),await Eg()}}finally{a.end()}}async notHeld(t){return(await Promise.all(t.map(async r=>({entry:r,mark:await $g(g(r.sealed))})))).filter(({entry:r,mark:a})=>{let o=this.held.get(r.case);return o===void 0||!b(o.mark,a)})}openersFor(t){if(t<=Ud||!Ld())return{atOnce:Rd.here,of:r=>this.pairs.get(r),end(){}};let n=new Map;return{atOnce:Rd.apart,of:r=>{let a=n.get(r)??new Ir(this.seeds.get(r));return n.set(r,a),a},end:()=>{for(let r of n.values())r.end()}}}async takeOne(t,n,r){let a=[t.key,t.case,t.writer,h(n)].join(" "),o=this.opened.get(a),i=o===void 0?await this.openOne(t,r):o;if(this.opened.set(a,i),i===null)return;let c=this.held.get(t.case);(c===void 0||$a(i,n,c.body,c.mark))&&this.held.set(t.case,{body:i,mark:n})}async openOne(t,n){let r=this.seeds.has(t.key)?n.of(t.key):void 0,a={portal:this.session.portal.id,key:g(t.key,16),case:g(t.case,16),writer:g(t.writer,16)};try{if(r===void 0)throw new T("register-key");return await xi(r,a,g(t.sealed),this.session.directories)}catch(o){if(!(o instanceof T))throw o;return this.refused+=1,null}}loadAll(t=()=>{}){return this.listening.add(t),this.loading??=this.load(n=>{for(let r of this.listening)r(n)}).finally(()=>{this.loading=null,this.listening.clear()}),this.loading}async load(t){let n=await this.fromCheckpoint(),r=await this.entriesFrom(n.row,t),{number:a}=n;for(let o=0;o<r.length;o+=Mo){let i={done:o,all:r.length};await this.takeAll(r.slice(o,o+Mo),({done:l})=>t({...i,done:o+l}));let c=r[o+Mo];c?.row!==void 0&&(a=await this.keepCheckpoint(a,c.row))}return(r.length>=vg||this.damaged)&&(a=await this.keepCheckpoint(a,this.today())),await this.remember(a),this.lines()}async entriesFrom(t,n){let r=[],a=`/register?from=${t}`;for(;;){let{rows:o,next:i}=await this.session.api.get(a);if(r.push(...o),n(null),i===null)return r;a=`/register?next=${i}`}}today(){return Number(this.session.today.replaceAll("-",""))}fromCheckpoint(){return this.checkpoint??=this.readCheckpoint(),this.checkpoint.catch(()=>{this.checkpoint=null}),this.checkpoint}async readCheckpoint(){let{checkpoint:t}=await this.session.api.get("/register/checkpoint"),n=t?.number??0;if(n<(this.session.state.content.checkpoint??0))throw new Ye("older");if(!t)return{number:n,row:Id};try{return{number:n,row:await this.takeCheckpoint(n,g(t.envelope))}}catch(r){if(!(r instanceof T))throw r;return this.damaged=!0,{number:n,row:Id}}}async takeCheckpoint(t,n){let r=Ee(n).header.id,a=this.seeds.get(h(r));if(a===void 0)throw new T("register-key");let o={portal:this.session.portal.id,key:r,number:t},{row:i,lines:c}=await _d(a,o,n,this.session.directories);for(let l of c){let u=this.held.get(l.body.case);(u===void 0||$a(l.body,l.mark,u.body,u.mark))&&this.held.set(l.body.case,l)}return i}async keepCheckpoint(t,n){let{register:r,version:a}=this.session.directories.current,o=this.seeds.get(h(r.id));if(o===void 0)return t;let i=t+1,c={portal:this.session.portal.id,key:r.id,number:i,writer:this.session.member},l={row:n,directory:a,lines:[...this.held.values()]},u=await Bd(o,c,this.session.identity.sign.privateKey,l);try{return await this.session.api.put("/register/checkpoint",{number:i,row:n,envelope:h(u)}),this.checkpoint=Promise.resolve({number:i,row:n}),i}catch(p){if(p instanceof j)return t;throw p}}async remember(t){t<=(this.session.state.content.checkpoint??0)||await bt(this.session,n=>({...n,checkpoint:Math.max(n.checkpoint??0,t)}))}};function Eg(){return new Promise(e=>{setTimeout(e,0)})}var Fd=40,jg=250,Sg=150;function No(e){return new Ko(e)}var Ko=class{tab="queue";constructor(t){this.app=t,this.items=[],this.filter={query:"",show:"open",category:"",member:""},this.error=null,this.loading=!0,this.progress=null,this.rows=Fd,this.texts=new WeakMap,this.elements=new WeakMap,this.load()}get me(){return{key:this.app.me.key,role:this.app.me.role}}shown(){this.loading||this.load()}async load(){this.loading=!0,this.error=null;try{let[{cases:t},n]=await this.app.call(()=>Promise.all([this.app.me.api.get("/queue?keys=false"),Vt(this.app.me)])),r=new Map(this.items.map(a=>[a.key,a]));this.items=await kr(this.app.me,t,n);for(let a of this.items)this.keepOpened(a,r.get(a.key));this.loading=!1,this.draw(),await this.openEntries()}catch(t){this.error=$(t)}this.loading=!1,this.progress=null,this.draw()}keepOpened(t,n){t.opened=Tn(this.app).get(t.key)??n?.opened??null,t.line=n?.line??null}async openEntries(){let t=this.app.me;if(t.role!=="facilitator"||this.items.length===0)return;let[{rows:n},r]=await Promise.all([t.api.get("/register/newest"),Pn(this.app)]),a=Date.now();await r.take(n,o=>{this.progress=o;for(let i of this.items)i.line??=r.line(i.key);Date.now()-a<250||(a=Date.now(),this.draw())});for(let o of this.items)o.line=r.line(o.key)}draw(){this.app.screen===this&&this.app.update()}nameOf(t){return ve(this.app.me,t)?.name??s("iemand die weg is")}textOf(t){let n=this.texts.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.text;let r=eo(this.wordsOf(t));return this.texts.set(t,{line:t.line,opened:t.opened,text:r}),r}wordsOf(t){let{org:n}=this.app.me.portal;return[t.name,Mn(t.summary),Y(n.categories,$r(t)),Y(n.kinds,Qa(t)),...t.coaches.map(r=>this.nameOf(r)),vr(t)?s("dringend"):"",t.opened?.text??""].join(" ")}visible(){return gl(kl(this.items,this.filter,this.me,t=>this.textOf(t)),this.me)}set(t){Object.assign(this.filter,t),this.rows=Fd,this.draw()}enter(t){this.app.open(rn(t.key,t.name))}key(t){let n={j:()=>this.move(1),k:()=>this.move(-1),"/":()=>Kg(),"?":()=>en(this.app),Enter:()=>this.enterSelected(t)}[t.key];n!==void 0&&(t.key!=="Enter"&&t.preventDefault(),n())}move(t){let n=[...document.querySelectorAll(".queue-row")],r=n.indexOf(document.activeElement),a=n[Math.min(n.length-1,Math.max(0,(r===-1?t>0?-1:n.length:r)+t))];a instanceof HTMLElement&&a.focus()}enterSelected(t){if(t.target.closest("button, a, summary"))return;let n=this.visible()[0];n&&this.enter(n)}render(){return this.items.length===0&&this.loading?d`<div class="stack">
        <h1>${s("Vragen")}</h1>
        ${q(s("De vragen worden opgehaald…"))}
      </div>`:d`<div class="stack">
      <div class="row spread">
        <h1>${s("Vragen")}</h1>
        ${this.unknown?f:this.summaryLine()}
      </div>
      ${D(this.error)}
      ${this.error?d`<p><button type="button" class="button" @click=${()=>this.load()}>${s("Probeer opnieuw")}</button></p>`:f}
      ${this.unknown?f:this.items.length===0?this.empty():d`${this.tools()}${this.list()}`}
    </div>`}get unknown(){return this.items.length===0&&this.error!==null}summaryLine(){let t=this.items.filter(r=>xt(r,this.me)).length,n=this.items.filter(r=>r.due!==null&&r.due.left<0).length;return d`<p class="row" role="status">
      ${F(t===0?s("Niets wacht op jou"):X("{n} vraag wacht op jou","{n} vragen wachten op jou",t),t===0?"good":"accent")}
      ${n>0?F(d`${k("triangle-alert")}${X("{n} te laat","{n} te laat",n)}`,"danger"):f}
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
            @input=${n=>this.set({query:Hd(n)})}
        /></label>
        ${this.pick("category",s("Elke categorie"),this.categories())}
        ${this.app.me.role==="coach"?f:this.pick("member",s("Elke coach"),this.coaches())}
      </div>
      <p class="hint row">
        <span>${s("Zoeken gebeurt in deze browser: wat je typt, gaat niet naar de server.")}</span>
        <button type="button" class="button quiet small of-keys" @click=${()=>en(this.app)}>
          ${k("keyboard")}${s("Toetsen")}
        </button>
      </p>
    </div>`}categories(){return this.app.me.portal.org.categories.map(t=>({key:t.key,label:t.label}))}coaches(){return me(this.app.me).filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t,name:n})=>({key:h(t),label:n}))}pick(t,n,r){return d`<label
      ><span class="sr">${n}</span
      ><select autocomplete="off" @change=${a=>this.set({[t]:Hd(a)})}>
        <option value="">${n}</option>
        ${r.map(a=>d`<option value=${a.key} ?selected=${this.filter[t]===a.key}>${a.label}</option>`)}
      </select></label
    >`}list(){let t=this.visible();if(t.length===0)return this.nothingFound();let n=t.slice(0,this.rows);return n.length<t.length&&this.drawMoreSoon(),d`${this.progress&&this.progress.done<this.progress.all?q(s("{done} van {all} dossiers geopend",this.progress),this.progress):f}
      <ol class=${t.length>Sg?"queue many":"queue"} aria-label=${s("Vragen, wat eerst moet bovenaan")}>
        ${this.grouped(n)}
      </ol>
      ${n.length<t.length?d`<p class="hint" role="status">${s("{n} van {all} getoond…",{n:n.length,all:t.length})}</p>`:f}`}grouped(t){let n="";return t.flatMap(r=>{let a=yl(r,this.me),o=a!==n;n=a;let i=this.rowElement(r);return o?[d`<li class=${`queue-group ${a}`}><h2>${Ag(a)}</h2></li>`,i]:[i]})}drawMoreSoon(){let t=this.rows;requestAnimationFrame(()=>setTimeout(()=>{this.rows===t&&(this.rows+=jg,this.draw())}))}nothingFound(){let t=this.filter.query!==""||this.filter.category!==""||this.filter.member!=="";return d`<div class="card empty stack tight">
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
    </div>`}rowElement(t){let n=this.elements.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.element;let r=document.createElement("li");return oe(this.row(t),r),this.elements.set(t,{line:t.line,opened:t.opened,element:r}),r}row(t){let{summary:n}=t,{org:r}=this.app.me.portal,a=xt(t,this.me),o=$r(t);return d`<button
      type="button"
      class=${`queue-row ${a?"mine":""} ${t.due&&t.due.left<0?"late":""}`}
      @click=${()=>this.enter(t)}
    >
      <span class="queue-due">${Dg(t)}</span>
      <span class="queue-name"
        ><strong>${t.name}</strong>
        ${vr(t)?F(d`${k("flag")}${s("dringend")}`,"warn"):f}
        <small
          >${Y(r.kinds,Qa(t))||f}${o?d` · ${Y(r.categories,o)}`:f}</small
        ></span
      >
      <span class="queue-state"><span>${Mn(n)}</span>${this.waitsLine(t,a)}</span>
      <span class="queue-people"
        >${t.coaches.length>0?t.coaches.map(i=>this.nameOf(i)).join(", "):d`<small>${s("geen coach")}</small>`}</span
      >
      <span class="queue-day"
        ><small>${s("ontvangen {day}",{day:z(n.received,{weekday:!1})})}</small></span
      >
    </button>`}waitsLine(t,n){let{who:r,keys:a,absent:o}=Dn(t);if(r===null)return f;let i=a.map(u=>this.nameOf(u)).join(", "),c={asker:()=>s("wacht op de vraagsteller"),facilitators:()=>s("wacht op een facilitator"),members:()=>s("wacht op {names}",{names:i})},l=o.map(u=>d`<small>${gr(this.app.me,u)}</small>`);return d`<small>${n?s("wacht op jou"):c[r]()}</small>${l}`}};function Ag(e){return{late:s("Te laat"),mine:s("Wacht op jou"),colleagues:s("Wacht op een collega"),asker:s("Wacht op de vraagsteller"),answered:s("Beantwoord"),ended:s("Beëindigd")}[e]}function Mg(e){return e.answered_on!==null&&e.waits_for==="staff"&&!Te({summary:e})}function Dg({due:e,summary:t}){if(e===null)return Mg(t)?F(d`${k("inbox")}${s("nieuw bericht")}`,"accent"):F(t.answered_on&&!Te({summary:t})?s("beantwoord"):fr(t.state));let n=e.what==="feedback"?s("feedback"):s("antwoord"),r=e.tone==="good"?"":e.tone;return d`${F(d`${e.left<0?k("triangle-alert"):k("clock")}${wr(e.left)}`,r)}<small
      >${n}</small
    >`}var Hd=e=>e.target.value;function Kg(){document.getElementById("queue-search")?.focus()}var Wd=new WeakMap;function Tn(e){let t=Wd.get(e)??new Map;return Wd.set(e,t),t}var Do=new WeakMap;function Pn(e){let t=Do.get(e.me);if(t)return t;let n=Rr.of(e.me);return Do.set(e.me,n),n.catch(()=>Do.delete(e.me)),n}var Ur=new WeakMap;function qd(e,t){let n=ut(t.view),r=e.app.me.role!=="coach",a=["withdrawn"].includes(t.summary.state);return d`<section class="card stack tight" aria-labelledby="triage-title">
    <h2 id="triage-title">${s("Indeling")}</h2>
    ${r&&!a?zg(e,t,n):Ng(e,t,n)}
  </section>`}function Ng(e,t,{category:n,pen:r}){let{org:a}=e.app.me.portal,o=Vd(t,r);return d`<dl class="facts tight">
    <dt>${s("Categorie")}</dt>
    <dd>${n?Y(a.categories,n):s("nog geen")}</dd>
    <dt>${s("Schrijft het antwoord")}</dt>
    <dd>${o??s("niemand aangeduid")}</dd>
  </dl>`}function Vd({summary:e,view:t},n){let r=Pt({summary:e,opened:{pen:n},coaches:Yt(e)});return t.participants.find(({key:a})=>a===r)?.name}function Og(e){let t=Vd(e,null);return t?s("{name}, als enige coach",{name:t}):s("Niemand aangeduid")}function zg(e,t,n){let{org:r}=e.app.me.portal,a=Ur.get(e)??n,o=c=>{Ur.set(e,{...a,...c}),e.draw()},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c));return d`<div class="stack tight">
    ${Le({id:"triage-category",label:s("Categorie"),value:a.category??"",empty:s("Nog geen"),options:Tg(r.categories,a.category),input:c=>o({category:c===""?null:c})})}
    ${Le({id:"triage-pen",label:s("Wie schrijft het antwoord?"),value:i.some(({key:c})=>c===a.pen)?a.pen??"":"",empty:Og(t),options:i.map(({key:c,name:l})=>({key:c,label:l})),input:c=>o({pen:c===""?null:c})})}
    ${Je({id:"triage-urgent",label:s("Dringend"),checked:a.urgent,change:c=>o({urgent:c})})}
    ${Pg(a,n)?f:d`<div class="actions">
            ${B({label:s("Bewaar de indeling"),busy:e.busy,click:()=>Cg(e,a)})}
            <button
              type="button"
              class="button"
              @click=${()=>{Ur.delete(e),e.draw()}}
            >
              ${s("Laat zoals het was")}
            </button>
          </div>`}
  </div>`}function Tg(e,t){let n=e.map(({key:a,group:o,label:i})=>({key:a,group:o,label:i})).sort((a,o)=>a.group.localeCompare(o.group)||a.label.localeCompare(o.label));return t!==null&&!e.some(({key:a})=>a===t)?[...n,{key:t,label:s("{key} (staat niet meer in de lijst)",{key:t})}]:n}var Pg=(e,t)=>e.category===t.category&&e.pen===t.pen&&e.urgent===t.urgent;async function Cg(e,{category:t,pen:n,urgent:r}){await e.act(o=>Ct(e.app.me,o,Bt({kind:"triage",fields:{category:t,pen:n,urgent:r}})))&&(Ur.delete(e),e.draw(),O(s("De indeling is bewaard.")))}function rn(e,t){return n=>new Oo(n,e,t)}var Oo=class{tab="queue";constructor(t,n,r){this.app=t,this.caseKey=n,this.name=r,this.open=null,this.error=null,this.refused=null,this.unread=new Set,this.away=new Map,this.busy=!1,this.albums=new Map,this.composer=Bl(this),this.load()}unsent(){return this.composer.unsent()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.open===null,[n,r]=await this.app.call(()=>Promise.all([xr(this.app.me,this.caseKey),Vt(this.app.me)]));this.away=r,t&&(this.unread=El(this.app.me,n)),this.open=n,this.error=null,this.remember(n),await this.app.call(()=>xl(this.app.me,n))}catch(t){t instanceof _?this.refused=Gd(t.reason):this.error=$(t)}this.draw()}remember({view:t}){let n=t.messages[0];Tn(this.app).set(this.caseKey,{...ut(t),kind:n?.fields.kind??"",text:[...t.messages,...t.notes].map(({text:r})=>r).join(" ")})}async act(t){if(this.busy||this.open===null)return!1;let{open:n}=this;this.busy=!0,this.error=null,this.draw();let r=!1;try{await this.app.call(()=>t(n)),r=!0,await this.load()}catch(a){await this.load(),this.error=a instanceof _?Gd(a.reason):$(a)}return this.busy=!1,this.draw(),r}key(t){let n={u:()=>this.app.back(),a:()=>this.composer.start("reply"),n:()=>this.composer.start("note"),"?":()=>en(this.app)}[t.key];n!==void 0&&(t.preventDefault(),n())}render(){return d`<div class="case" @contextmenu=${Bg}>
      <p class="row spread no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${k("arrow-left")}${s("Terug naar de lijst")}
        </button>
        <button type="button" class="button quiet small of-keys" @click=${()=>en(this.app)}>
          ${k("keyboard")}${s("Toetsen")}
        </button>
      </p>
      <h1>${this.name}</h1>
      ${D(this.error)}
      ${this.refused?d`<div role="alert">
              ${x("danger",d`<p><strong>${s("Dit dossier wordt niet getoond.")}</strong></p>
                  <p>${this.refused}</p>`)}
            </div>`:this.body()}
    </div>`}body(){let{open:t}=this;return t===null?this.error?f:q(s("Het dossier wordt geopend…")):d`<div class="case-columns">
      <div class="case-main stack">
        ${this.headline(t)}${this.warnings(t)} ${this.thread(t)} ${this.composer.render(t)}
      </div>
      <aside class="case-side stack" aria-label=${s("Over dit dossier")}>
        ${this.deadlines(t)} ${qd(this,t)} ${Od(this,t)} ${this.notes(t)}
        ${Nd(this,t)}
      </aside>
    </div>`}headline(t){let{view:n,summary:r}=t,{org:a}=this.app.me.portal,o=n.messages[0],{urgent:i}=ut(n);return d`<p class="row">
        ${F(Mn(r),r.state==="new"?"accent":"")}
        ${i?F(d`${k("flag")}${s("dringend")}`,"warn"):f}
        <span class="muted">${Y(a.kinds,o?.fields.kind)}</span>
        ${this.unread.size>0?F(X("{n} nieuw bericht","{n} nieuwe berichten",this.unread.size),"accent"):f}
      </p>
      ${o?.fields.name?x("info",d`<p>${s("De vraagsteller gaf zelf een naam op: {name}. Ga er zorgvuldig mee om.",{name:o.fields.name})}</p>`):f}
      ${_g(this,t)}`}warnings({view:t,contradicted:n}){return d` ${n?x("danger",d`<p>${s("De server zegt iets anders over dit dossier dan de ondertekende berichten. Wat je hier leest, volgt de berichten. Verwittig je collega’s en de systeembeheerder.")}</p>`):f}
    ${t.missing.length>0?x("danger",d`<p>${X("Er ontbreekt {n} bericht dat andere berichten noemen. De server geeft het niet. Verwittig je collega’s en de systeembeheerder.","Er ontbreken {n} berichten die andere berichten noemen. De server geeft ze niet. Verwittig je collega’s en de systeembeheerder.",t.missing.length)}</p>`):f}
    ${t.refused.length>0?x("danger",d`<p>
                ${X("{n} bericht wordt niet getoond, omdat het niet klopt: het kan vervalst of verplaatst zijn.","{n} berichten worden niet getoond, omdat ze niet kloppen: ze kunnen vervalst of verplaatst zijn.",t.refused.length)}
              </p>
              <ul>
                ${t.refused.map(r=>d`<li>${Ig(r)}</li>`)}
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
          >${r?s("Vraagsteller"):n.author.name}${r?f:d` <small>${ze(n.author.role)}</small>`}</strong
        >
        <span class="row"
          >${Lg(n.kind)}${this.unread.has(n.key)?F(s("nieuw"),"accent"):f}<small
            class="muted"
            >${this.dayOf(t,n)}</small
          ></span
        >
      </header>
      ${n.text?d`<p class="pre" dir="auto">${n.text}</p>`:f} ${this.extras(n)}
      ${n.attachments.map((o,i)=>this.attachment(t,n,o,i))}
    </article>`}dayOf(t,n){let r=t.days.get(n.key);return r?z(r,{weekday:!1,year:r.slice(0,4)!==this.app.me.today.slice(0,4)}):""}extras({kind:t,fields:n}){let{org:r}=this.app.me.portal;return t==="final"&&n.referred.length>0?d`<p class="hint">
        ${s("Verwezen naar: {names}",{names:n.referred.map(a=>Y(r.authorities,a)).join(", ")})}
      </p>`:t==="pass"?d`<p class="hint">
        ${s("Doorgegeven aan: {name}",{name:Y(r.authorities,n.authority)})}
      </p>`:t==="close"?d`<p class="hint">${s("Uitkomst: {outcome}",{outcome:Y(r.outcomes,n.outcome)})}</p>`:t==="record"?d`<p class="hint">
        ${s("Doorgegeven aan {name} op {day}",{name:Y(r.authorities,n.authority),day:z(n.day)})}
      </p>`:t==="triage"?d`<p class="hint">${this.triageLine(n)}</p>`:f}triageLine(t){let{org:n}=this.app.me.portal,r=this.open?.view.participants.find(({key:a})=>a===t.pen)?.name;return[s("categorie: {label}",{label:t.category?Y(n.categories,t.category):s("nog geen")}),t.urgent?s("dringend"):s("niet dringend"),r?s("{name} schrijft het antwoord",{name:r}):""].filter(Boolean).join(" · ")}attachment(t,n,r,a){let o=`${r.family==="photo"?s("Foto"):s("Document")} ${a+1}`,i=`${n.key}/${a}`,c=this.albums.get(i)??this.album(t,n,r,o);return this.albums.set(i,c),d`<div class="attachment">
      <h3>${o}</h3>
      ${c}
    </div>`}album({view:t},n,r,a){let o=this.app.me;return Dd({count:r.pages.length,title:a,watermark:`${o.name} · ${o.today}`,load:i=>{let c=r.pages[i];if(c===void 0)throw new RangeError("page");return this.app.call(()=>Va(o.api,t,n,c))}})}deadlines({summary:t}){let n=this.app.me,r=Za(t,n.today,n.days),a=(o,i,c,l)=>d`<dt>${o}</dt>
        <dd>
          ${c?d`${k("check")} ${s("gegeven op {day}",{day:z(c,{weekday:!1})})}`:d`${s("uiterlijk {day}",{day:z(i,{weekday:!1})})}
                ${r?.what===l?F(wr(r.left),r.tone==="good"?"":r.tone):f}`}
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
    </section>`}};function Bg(e){e.target.closest("canvas, .thumb")&&e.preventDefault()}function _g({app:e,away:t},{summary:n,view:r}){let a={summary:n,coaches:Yt(n),opened:ut(r),away:t},{key:o,role:i}=e.me,{who:c,keys:l,absent:u}=Dn(a),p=u.map(y=>d`<p class="muted">${k("door-open")} ${gr(e.me,y)}</p>`);if(xt(a,{key:o,role:i})){let y=Pt(a)===o;return d`<p>${k("pencil")} ${y?s("Jij schrijft het antwoord."):s("Dit dossier wacht op jou.")}</p>
      ${p}`}let m=l.map(y=>ve(e.me,y)?.name??s("iemand die weg is")).join(", "),w={asker:()=>s("Nu wacht dit dossier op de vraagsteller."),facilitators:()=>s("Dit dossier wacht op een facilitator."),members:()=>s("Dit dossier wacht op {names}.",{names:m})};return c===null?f:d`<p class="muted">${k("clock")} ${w[c]()}</p>
        ${p}`}function Lg(e){let n={thanks:s("bedankt of laat iets weten"),feedback:s("eerste feedback"),final:s("definitief antwoord"),pass:s("doorgegeven"),close:s("afgesloten"),withdraw:s("ingetrokken"),recuse:s("stapte opzij"),draft:s("ontwerp"),triage:s("indeling"),record:s("vastgelegd")}[e];return n?F(n):f}function Ig({thread:e,reason:t}){let n=e==="notes"?s("in de nota’s"):s("in het gesprek"),r={signature:s("de handtekening klopt niet"),writer:s("de schrijver hoort niet bij dit dossier"),"roster-withheld":s("de server houdt een wijziging van de deelnemers achter"),repeat:s("het stond er al, met een andere inhoud"),key:s("de sleutel ervan is niet gegeven")};return`${n}: ${r[t]??s("de inhoud past niet op deze plaats")}`}function Gd(e){return`${{rollback:s("De server toont een oudere toestand dan je al zag."),directory:s("Het dossier noemt een lijst van medewerkers die niet te controleren is."),excluded:s("De vraagsteller wil iemand buiten dit dossier houden, en die staat toch bij de deelnemers."),me:s("Je staat niet meer bij de deelnemers van dit dossier."),keys:s("De sleutel van het dossier past niet."),roster:s("De lijst van deelnemers klopt niet."),question:s("De eerste vraag ontbreekt of klopt niet."),notes:s("De sleutel van de nota’s is er niet. Vraag een facilitator om eerst iets in het dossier te doen.")}[e]??s("Wat de server geeft, klopt niet.")} ${s("Er is niets verstuurd. Verwittig een facilitator als dit blijft.")}`}var Cn=e=>new zo(e),zo=class{tab="figures";constructor(t){this.app=t,this.year=Number(t.me.today.slice(0,4))-1,this.outlook=null,this.names=new Map,this.carried=new Set,this.opensWith=()=>"",this.error=null,this.busy=!1}shown(){this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{this.outlook=await this.app.call(()=>this.app.me.api.get(`/archive?year=${this.year}`)),this.outlook?.past.length&&(this.opensWith=await $d(this.app));for(let t of this.outlook?.open??[])this.names.set(t,await rr(this.app.portal.words,g(t,16)))}catch(t){this.error=$(t)}this.draw()}async act(t,n){if(!this.busy){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),O(n)}catch(r){this.error=$(r)}this.busy=!1,await this.load()}}render(){return d`<div class="stack narrow">
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
      ${D(this.error)}
      ${this.outlook===null?this.error?f:q(s("Even geduld…")):this.body(this.outlook)}
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
      ${this.past(t.past)}${bd(this.app,Cn)}`}archiveButton(t){return d`<div class="actions">
      ${B({label:d`${k("archive")}${X("Archiveer {n} dossier","Archiveer {n} dossiers",t.ready.length)}`,busyLabel:s("Wordt gearchiveerd…"),busy:this.busy,kind:"danger primary",disabled:t.presented===null||t.open.some(n=>!this.carried.has(n)),click:()=>this.archive(t)})}
    </div>`}openCases({open:t}){return d`<section class="stack tight">
      <h2>${s("Lopende dossiers")}</h2>
      <p>${s("Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.")}</p>
      ${t.map(n=>d`<div class="row">
            ${Je({id:`carry-${n}`,label:this.names.get(n)??"",text:s("gaat over naar volgend jaar"),checked:this.carried.has(n),change:r=>{this.carried[r?"add":"delete"](n),this.draw()}})}<button
              type="button"
              class="button small"
              @click=${()=>this.app.open(rn(n,this.names.get(n)??""))}
            >
              ${s("Open")}
            </button>
          </div>`)}
    </section>`}async archive({ready:t}){await H({title:X("{n} dossier van {year} archiveren?","{n} dossiers van {year} archiveren?",t.length,{year:this.year}),text:d`<p>
          ${s("Daarna opent alleen wie de archiefwoorden heeft deze dossiers nog, op een toestel zonder portaal. Dit kan je niet ongedaan maken.")}
        </p>
        <p>${s("Zeker dat de archiefwoorden veilig op papier staan?")}</p>`,yes:s("Archiveer"),danger:!0})&&await this.act(()=>this.app.me.api.post("/archive",{year:this.year,carry:[...this.carried]}),s("Het archief is gemaakt."))}past(t){return t.length===0?f:d`<section class="stack tight">
      <h2>${s("Gemaakte archieven")}</h2>
      <ul class="cards">
        ${t.map(n=>d`<li class="card stack tight">
              <div class="row spread">
                <strong>${n.year}</strong
                ><span
                  >${X("{n} dossier","{n} dossiers",n.cases)},
                  ${z(n.day,{weekday:!1,year:!0})}</span
                >
              </div>
              ${n.file?d`<p class="words small">${n.file}</p>`:f}
              <p>${this.opensWith(n.archive_key)}</p>
              ${n.hash?d`<p class="hint">${s("Kenmerk van het bestand:")} <span class="words">${n.hash}</span></p>`:f}
              ${n.step==="done"?f:d`<p>${s("Nog bezig. De server maakt het af.")}</p>`}
              ${["collected","written"].includes(n.step)?d`<p><button type="button" class="button small" @click=${()=>this.act(()=>this.app.me.api.del(`/archive/${n.id}`),s("De dossiers zijn terug."))}>${s("Maak ongedaan")}</button></p>`:f}
            </li>`)}
      </ul>
      <p class="hint">${s("De systeembeheerder geeft je het bestand van de server.")}</p>
    </section>`}};var Yd=e=>Zd(e,null),Jd=e=>t=>Zd(t,e);function Zd(e,t){let n=()=>{e.screen===p&&e.update()},r=new Cr(e.me.portal.org,n),a=null,o=null,i=0,c=!1,l=null,u=async()=>{try{let m=await Pn(e),w=await e.call(()=>m.loadAll(y=>{l=y,n()}));({refused:i,damaged:c}=m),a=await Sr(e.me,w),n(),t!==null&&e.open(xo(a,t)),await Ar(e.me,a)}catch(m){o=$(m)}n()},p={tab:"figures",shown:()=>{a===null&&u()},render:()=>d`<div class="stack">
        <div class="row spread">
          <h1>${s("Cijfers")}</h1>
          <div class="row">
            ${a?d`<button type="button" class="button" @click=${()=>e.open(xo(a))}>${k("file-text")}${s("Jaarverslag")}</button>`:f}
            <button type="button" class="button" @click=${()=>e.open(Cn)}>
              ${k("archive")}${s("Archief")}
            </button>
          </div>
        </div>
        <p class="hint">
          ${s("Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.")}
        </p>
        ${D(o)}
        ${i>0?x("warn",d`<p>${s("{n} regels van het register kloppen niet en tellen niet mee.",{n:i})}</p>`):f}
        ${c?x("warn",d`<p>${s("De samenvatting van het register die de server gaf, klopte niet. Alles is opnieuw geopend en nageteld; de cijfers hieronder zijn juist. Verwittig de systeembeheerder.")}</p>`):f}
        ${a?r.render(a):o?f:q(s("Het register wordt geopend…"),l)}
      </div>`};return p}var To=e=>se(e,"invite/id",16);async function Xd(e,t,n,r){let a=await se(e,"invite/mac");return Jo(a,J(K(`adviespunt/v1/${t}`),n,await To(e),...r))}var Po=(e,t,n)=>Xd(e,"offer",t,[n.organisation,n.person,K(n.role),K(n.name),K(n.function)]),Qd=(e,t,{member:n,kem:r,sign:a})=>Xd(e,"enrol",t,[n,r,a]);async function eu(e,t,n,r){if(!b(await Po(e,t,n),r))throw new et("offer")}async function tu(e,t,n,r){if(!b(await Qd(e,t,n),r))throw new et("enrol")}async function nu(e,t){let n=P(16),r=h(await To(n)),a=t.person??P(16),o={...t,person:a,organisation:g(e.state.content.organisation,32)};await bt(e,c=>({...c,invitations:{...c.invitations,[r]:{code:h(n),name:t.name,person:h(a),role:t.role}}}));let i=h(await Po(n,e.portal.id,o));return await e.api.post("/invitations",{id:r,person:h(a),role:t.role,name:t.name,function:t.function,mac:i}),n}async function ru(e,t){await e.api.del(`/invitations/${t}`),await au(e,t)}function au(e,t){return bt(e,n=>{let{[t]:r,...a}=n.invitations;return{...n,invitations:a}})}async function Bo(e,t){let n=e.state.content.invitations[t.id];if(n===void 0||t.enrolment===null)return"unknown";if(!(n.person===t.person&&n.role===t.role&&n.name===t.name))return"wrong";let a=g(n.code,16),{person:o,role:i,name:c,function:l}=t,p={organisation:g(e.state.content.organisation,32),person:g(o,16),role:i,name:c,function:l};try{return await eu(a,e.portal.id,p,g(t.mac)),await tu(a,e.portal.id,ou(t.enrolment),g(t.enrolment.mac)),"right"}catch(m){if(m instanceof T)return"wrong";throw m}}var ou=({member:e,kem:t,sign:n})=>({member:g(e,16),kem:g(t,1216),sign:g(n,32)}),Co=class extends Error{constructor(){super("reply"),this.name="BadReply"}};async function su(e,t,n){if(await Bo(e,t)!=="right"||t.enrolment===null)throw new Co;let{member:r,kem:a,sign:o}=ou(t.enrolment),{name:i,function:c,role:l}=t,u={id:r,person:g(t.person,16),name:i,function:c,role:l,kem:a,sign:o,active:!0};await Di(e,u,n),await au(e,t.id)}var iu=e=>e.api.get("/invitations");async function cu(e,t){let n=P(16),r=await se(n,"staff/second-factor-reset");return await e.api.post(`/staff/members/${t}/second-factor`,{code_hash:h(r)}),n}function _o(e,t){return n=>{let r={name:e?.name??"",function:e?.function??"",role:e?.role??"coach"},a=!1,o=null,i=null,c=async()=>{if(a||r.name.trim()===""||r.function.trim()===""){o=a?null:s("Vul de naam en de functie in."),n.update();return}a=!0,o=null,n.update();try{let p={name:r.name.trim(),function:r.function.trim(),role:r.role,person:e?.person??null};i=await ot(n.portal.words,await n.call(()=>nu(n.me,p)))}catch(p){o=$(p)}a=!1,n.update()},l=(p,m)=>ce({id:`invite-${p}`,label:m,value:r[p],input:w=>{r[p]=w}}),u=()=>d`<form class="stack" @submit=${Oe(c)}>
        ${e?x("info",d`<p>${s("Doe dit als {name} alles kwijt is: wachtzin, herstelcode en telefoon. De oude toegang eindigt zodra de nieuwe aangaat; de lopende dossiers komen mee.",{name:e.name})}</p>`):f}
        ${l("name",s("Naam, zoals collega’s en vraagstellers die zien"))} ${l("function",s("Functie"))}
        ${sc({id:"invite-role",label:s("Rol"),value:r.role,options:Rg().map(([p,m])=>({key:p,label:ze(p),text:m})),change:p=>{r.role=p,n.update()}})}
        ${D(o)}
        <div class="actions">
          ${B({label:s("Maak de uitnodiging"),busy:a,click:c,type:"submit"})}
          <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
        </div>
      </form>`;return{tab:"team",render:()=>d`<div class="stack narrow">
          <h1>
            ${i?s("De uitnodiging voor {name}",{name:r.name}):e?s("{name} opnieuw inschrijven",{name:e.name}):s("Nodig iemand uit")}
          </h1>
          ${i?Ug(n,r.name,i,t):u()}
        </div>`}}}var Rg=()=>[["coach",s("Leest en beantwoordt alleen de dossiers die aan haar of hem zijn toegewezen.")],["helper",s("Doet met dossiers wat een facilitator doet, maar beheert geen medewerkers of archief.")],["facilitator",s("Leest alle vragen, wijst toe, nodigt medewerkers uit. Hiervoor zijn straks de woorden van de herstelsleutel nodig.")],["coordinator",s("Ziet de cijfers en het jaarverslag, geen dossiers.")]];function Ug(e,t,n,r){return d`<p>
      ${s("Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.",{name:t})}
    </p>
    ${Sn(n)}
    <p>${s("{name} gaat ermee naar {address}.",{name:t,address:`${location.origin}/staff/join`})}</p>
    ${x("warn",d`<p>${s("Je ziet deze woorden maar één keer.")}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${()=>e.reset(r)}>${s("Ik heb ze genoteerd")}</button>
    </div>`}async function lu(e,t,n,r){let a=await ot(e.portal.words,n);await Se(o=>d`<div class="stack">
        <h2 id="dialog-title">${t}</h2>
        <p>${r}</p>
        ${Sn(a)}
        <p class="hint">${s("Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer.")}</p>
        <div class="actions">
          <button type="button" class="button primary" @click=${()=>o(!0)}>${s("Ik heb ze genoteerd")}</button>
        </div>
      </div>`,{stays:!0})}function Fr(e,t){return Se(n=>{let r=document.createElement("div"),a="",o=null,i=async()=>{try{n(await $n(e.portal.words,a,32))}catch{o=s("Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na."),c()}},c=()=>oe(d`<form class="stack" @submit=${Oe(i)}>
          <h2 id="dialog-title">${s("De herstelsleutel")}</h2>
          <p>${t}</p>
          ${it({id:"recovery-key-words",label:s("De 21 woorden"),value:a,rows:4,error:o,input:l=>{a=l}})}
          <p class="hint">${s("De woorden blijven in deze browser en worden meteen weer vergeten.")}</p>
          <div class="actions">
            <button type="button" class="button" @click=${()=>n(null)}>${s("Terug")}</button
            ><button type="submit" class="button primary">${s("Ga verder")}</button>
          </div>
        </form>`,r);return c(),d`${r}`})}function du(e,t){return n=>{let r=h(e.id),a=null,o=null,i=null,c=!1,l=async()=>{try{let{cases:w}=await n.call(()=>n.me.api.get("/queue?keys=false")),y=(await kr(n.me,w,new Map)).filter(L=>!Te(L)),S=e.role==="coach"?[]:y.filter(({coaches:L})=>!L.includes(r));for(let[L,V]of S.entries())i={done:L,all:S.length},n.update(),V.opened=await Hg(n,V.key);a=y.filter(L=>L.coaches.includes(r)||Pt(L)===r)}catch(w){o=$(w)}n.update()},u=w=>w.coaches.length===1&&w.coaches.includes(r),p=async()=>{let w=e.role==="facilitator"?await Fr(n,s("{name} is facilitator. Om dat te beëindigen is de herstelsleutel nodig.",{name:e.name})):void 0;if(!(w===null||c||!await H({title:s("De toegang van {name} uitzetten?",{name:e.name}),text:d`<p>
          ${s("{name} wordt meteen afgemeld en kan zich niet meer aanmelden. Wat al gelezen is, blijft gelezen.",{name:e.name})}
        </p>`,yes:s("Zet de toegang uit"),danger:!0}))){c=!0,o=null,n.update();try{await n.call(async()=>{let S=me(n.me).find(({id:L})=>h(L)===r);S&&await Ki(n.me,S,w??null),await st(n.me)}),O(s("De toegang is uitgezet.")),n.reset(t),Bn(n).catch(()=>{})}catch(S){o=S instanceof yt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(S)}c=!1,n.update()}},m=e.role==="facilitator"&&er(n.me)<=1;return{tab:"team",shown:()=>{l()},render:()=>d`<div class="stack narrow">
          <h1>${s("{name} gaat weg",{name:e.name})}</h1>
          ${m?x("danger",d`<p>${s("Dit is de enige facilitator. Stel eerst een ander aan.")}</p>`):f}
          ${D(o)}
          ${a===null?q(s("De lopende dossiers worden gezocht…"),i):Wg(n,e,a,u)}
          <div class="actions">
            ${B({label:s("Zet de toegang uit"),busy:c,kind:"danger primary",disabled:m||a===null||a.some(u),click:p})}
            <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
          </div>
        </div>`}}}function Fg(e,t,n){return e.coaches.includes(t)?n(e)?F(s("nog niemand anders"),"warn"):F(s("ook een ander"),"good"):F(s("heeft de pen; daarna is het aan een ander"))}async function Hg(e,t){let n=Tn(e).get(t);if(n!==void 0)return n;try{let{view:r}=await e.call(()=>xr(e.me,t));return{...ut(r),kind:"",text:""}}catch(r){if(r instanceof _)return null;throw r}}function Wg(e,t,n,r){return n.length===0?d`<p>${s("Er loopt geen dossier waaraan alleen {name} werkt.",{name:t.name})}</p>`:d`<p>
      ${X("{name} werkt aan {n} lopend dossier. Wijs eerst een ander toe waar niemand anders aan werkt.","{name} werkt aan {n} lopende dossiers. Wijs eerst een ander toe waar niemand anders aan werkt.",n.length,{name:t.name})}
    </p>
    <ul class="cards">
      ${n.map(a=>d`<li class="card row spread">
            <strong>${a.name}</strong>
            ${Fg(a,h(t.id),r)}
            <button type="button" class="button small" @click=${()=>e.open(rn(a.key,a.name))}>
              ${s("Open")}
            </button>
          </li>`)}
    </ul>`}var Rt=e=>new Lo(e),Lo=class{tab="team";constructor(t){this.app=t,this.invitations=[],this.known=new Map,this.loading=!0,this.error=null,this.busy="",this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.app.me,[n,{members:r}]=await this.app.call(()=>Promise.all([iu(t),t.api.get("/staff/members")]));this.invitations=await Promise.all(n.map(async a=>({...a,reply:await Bo(t,a)}))),this.known=new Map(r.map(a=>[a.id,a]))}catch(t){this.error=$(t)}this.loading=!1,this.draw()}async act(t,n){if(this.busy===""){this.busy=t,this.error=null,this.draw();try{await this.app.call(n),await this.load()}catch(r){this.error=r instanceof yt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(r)}this.busy="",this.draw()}}render(){return d`<div class="stack">
      <div class="row spread">
        <h1>${s("Medewerkers")}</h1>
        <button type="button" class="button primary" @click=${()=>this.app.open(_o(null,Rt))}>
          ${k("user-plus")}${s("Nodig iemand uit")}
        </button>
      </div>
      ${D(this.error)}
      ${this.loading?q(s("Even geduld…")):d`${this.open()}${this.list()}${So(this.app,this,"/journal",()=>this.draw())}`}
    </div>`}open(){return this.invitations.length===0?f:d`<section aria-labelledby="open-title" class="stack tight">
      <h2 id="open-title">${s("Uitnodigingen")}</h2>
      <ul class="cards">
        ${this.invitations.map(t=>d`<li class="card stack tight">
              <div class="row spread"><strong>${t.name}</strong>${F(ze(t.role))}</div>
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
                ${n.map(({name:r,role:a})=>d`<li>${r}, ${ze(a)}</li>`)}
              </ul>
            </details>`:f}
    </section>`}member(t){let n=h(t.id),r=this.known.get(n),a=n===this.app.me.key;return d`<div class="stack tight">
      <div class="row spread">
        <span
          ><strong>${t.name}</strong>${a?d` <small>(${s("jij")})</small>`:f}<br /><small
            class="muted"
            >${t.function}</small
          ></span
        >${F(ze(t.role),t.role==="facilitator"?"accent":"")}
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
                @click=${()=>this.app.open(_o(t,Rt))}
              >
                ${s("Schrijf opnieuw in")}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy===n)}
                @click=${()=>this.app.open(du(t,Rt))}
              >
                ${s("Zet de toegang uit")}
              </button>
            </div>`}
    </div>`}async accept(t){let n=this.app.me,r=Mi(n,{role:t.role,person:g(t.person,16)})?await Fr(this.app,s("{name} wordt facilitator. Daarvoor is de herstelsleutel van de organisatie nodig.",{name:t.name})):void 0;r!==null&&await this.act(t.id,async()=>{await su(n,t,r??null),await st(n),O(s("{name} kan zich nu aanmelden.",{name:t.name})),jt(this.app),(t.role==="facilitator"||t.role==="helper")&&Bn(this.app).catch(()=>{})})}async withdraw(t){await H({title:s("De uitnodiging van {name} intrekken?",{name:t.name}),text:d`<p>${s("De elf woorden werken daarna niet meer.")}</p>`,yes:s("Trek in")})&&await this.act(t.id,()=>ru(this.app.me,t.id))}async resetFactor(t){await H({title:s("Een nieuwe tweede factor voor {name}?",{name:t.name}),text:d`<p>
        ${s("Doe dit als de telefoon of de passkey weg is. Geef de code zelf, aan iemand die je kent. De wachtzin blijft nodig. Is de nieuwe tweede factor ingesteld, dan gelden alle vorige niet meer.")}
      </p>`,yes:s("Maak een code")})&&await this.act(h(t.id),async()=>{let r=await cu(this.app.me,h(t.id));await lu(this.app,s("Code voor {name}",{name:t.name}),r,s("Hiermee stelt {name} bij het aanmelden een nieuwe tweede factor in. De code werkt één keer.",{name:t.name}))})}};async function uu(e){try{await Aa(e.me),await zi(e.me),jt(e),(e.me.role==="facilitator"||e.me.role==="helper")&&await Bn(e),e.me.role==="facilitator"&&await Gg(e)}catch{jt(e)}}async function Bn(e){let{cases:t}=await e.me.api.get("/queue?keys=false"),n=t.filter(o=>o.state!=="withdrawn"&&qg(e,o)),r=0,a=0;for(let o of n)n.length>3&&Vg(e,r,n.length),await Dl(e.me,o).catch(()=>!1)&&(a+=1),r+=1;jt(e),a>0&&O(X("Van {n} dossier zijn de sleutels bijgewerkt.","Van {n} dossiers zijn de sleutels bijgewerkt.",a))}function qg(e,t){return Ml(e.me,t).length>0||to(e.me,t).length>0}function Vg(e,t,n){e.banner=q(s("Sleutels van dossiers worden bijgewerkt: {done} van {all}. Je kan intussen verder werken.",{done:t,all:n}),{done:t,all:n}),e.update()}async function Gg(e){if(gt(e.me.directories.current,"coordinator").length===0||await ql(e.me)===e.me.today)return;let t=await Pn(e);await Ar(e.me,await Sr(e.me,await t.loadAll()))}async function jt(e){if(e.session?.role!=="facilitator")return;let t=d`${er(e.me)<2?Yg(e):f}${kd(e,Cn)}`;e.banner=t,e.update();let n=await yd(e,r=>e.reset(Jd(r))).catch(()=>f);e.banner=d`${t}${n}`,e.update()}function Yg(e){let t=e.me.portal.org.accepts;return d`<div class="banner">
    ${x("warn",d`<p>
          <strong>${s("Je bent de enige facilitator.")}</strong>
          ${t?s("Het adviespunt is open, maar als jij uitvalt, leest niemand de vragen."):s("Vragen stellen kan pas als er een tweede is. Zo kan de vraagsteller één van beiden buiten een dossier houden, en leest iemand de vragen als jij uitvalt.")}
        </p>
        <p class="row">
          <button type="button" class="button small" @click=${()=>e.reset(Rt)}>
            ${s("Nodig een tweede facilitator uit")}
          </button>
          ${t?f:d`<button type="button" class="button small" @click=${()=>Jg(e)}>${s("Open toch al")}</button>`}
        </p>`)}
  </div>`}async function Jg(e){if(await H({title:s("Het adviespunt openen met één facilitator?"),text:d`<p>
      ${s("Een vraagsteller kan jou dan niet buiten een dossier houden: dan leest niemand de vraag. En val je uit, dan blijven vragen liggen.")}
    </p>`,yes:s("Open het adviespunt"),danger:!0})){try{await e.call(()=>e.me.api.put("/organisation/opening",{allowed:!0})),e.me.portal.org.accepts=!0,O(s("Het adviespunt is open."))}catch(n){O($(n))}jt(e)}}var Io=4;function pu(e,t){let n=e.length+2*Io;return d`<svg class="qr-drawing" viewBox="0 0 ${n} ${n}" role="img" aria-label=${t}>
    <rect width=${n} height=${n} fill="#fff"></rect>
    <path d=${Zg(e)} fill="#000"></path>
  </svg>`}function Zg(e){return e.flatMap((t,n)=>[...t.matchAll(/1+/g)].map(({0:r,index:a})=>`M${a+Io} ${n+Io}h${r.length}v1h-${r.length}z`)).join("")}var Xg={nl:"Nederlands",fr:"Français",en:"English"};function hu(e){let t=null,n="",r=null,a=null,o=async()=>{try{n=await nr(e.portal.words,e.me.directories.current.organisation),t=(await e.call(()=>e.me.api.get("/entrances"))).entrances}catch(i){a=$(i)}e.update()};return{tab:"poster",shown:()=>{t===null&&o()},render:()=>{if(t===null)return d`${D(a)}${a?f:q(s("De affiche wordt gemaakt…"))}`;let i={organisation:e.portal.org,entrances:t,words:n};return d`${Qg(i)}${ey(i)}${ny(r??ry(i),c=>{r=c})}`}}}function Qg({organisation:e}){let t=e.languages.filter(n=>n!==G);return d`<div class="stack no-print">
    <div class="row spread">
      <h1>${s("Affiche en tekst voor het intranet")}</h1>
      ${B({label:d`${k("printer")}${s("Druk de affiche af")}`,click:()=>print()})}
    </div>
    <p>
      ${s("Hang de affiche waar mensen alleen zijn en waar geen camera hangt: de kleedkamer, het toilet, de koffiehoek.")}
    </p>
    ${x("info",d`<p>${s("De zes woorden komen uit de lijst van medewerkers die jouw browser heeft nagekeken. Kijk na of ze dezelfde zijn als op je eigen papier voor je afdrukt.")}</p>`)}
    ${t.length>0?d`<p class="row">
            ${s("In een andere taal:")}
            ${t.map(n=>d`<a href=${n==="nl"?"/staff":`/${n}/staff`} lang=${n}>${Xg[n]}</a>`)}
          </p>`:f}
  </div>`}function ey({organisation:e,entrances:t,words:n}){let{feedback:r,final:a}=e.promises;return d`<article class="poster" aria-label=${s("Affiche")}>
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
    <div class="poster-ways">${t.map(ty)}</div>
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
  </article>`}function ty({address:e,onion:t,qr:n}){let r=e.replace(/^https?:\/\//,"");return d`<div class="poster-way ${t?"onion":""}">
    ${pu(n,s("QR-code van {address}",{address:r}))}
    <p>
      <span>${t?s("Of met Tor Browser:"):s("Scan, of typ over:")}</span>
      <strong class="words">${t?r:e}</strong>
    </p>
  </div>`}function ny(e,t){let n=async()=>{await navigator.clipboard.writeText(document.getElementById("intranet").value),O(s("De tekst is gekopieerd."))};return d`<section class="stack no-print" aria-labelledby="intranet-title">
    <h2 id="intranet-title">${s("Tekst voor het intranet")}</h2>
    <p>
      ${s("Zet het adres erin als tekst, niet als link: wie er op het werk op klikt, staat in de logboeken van het netwerk.")}
    </p>
    ${it({id:"intranet",label:s("De tekst"),value:e,rows:18,input:t})}
    <div class="row">
      ${B({label:d`${k("file-text")}${s("Kopieer de tekst")}`,kind:"",click:n})}
    </div>
  </section>`}function ry({organisation:e,entrances:t,words:n}){let{texts:r,promises:a}=e,o=i=>r[i]?Fo(r[i]):"";return[s("Twijfel je? Vraag raad, zonder te zeggen wie je bent."),o("start")||s("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee."),o("who"),s("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",a),o("duty"),o("advice"),[s("Zo kom je er, met je eigen toestel en je eigen internet. Typ het adres over:"),...t.map(({address:i,onion:c})=>c?s("{address} (met Tor Browser)",{address:i}):i)].join(`
`),`${s("Deze zes woorden horen bij het echte adviespunt. Zie je op de startpagina andere, stel dan geen vraag:")}
${n}`].filter(Boolean).join(`

`)}Xi(async e=>{let t=new pr(e,await Bi(an)),n=()=>{};t.signInAgain=async a=>{let o=await Mc(t,a);return n(),n=Zr(an,()=>{t.goIdle()}),o},t.signOut=()=>{n(),ly(t)},Ji(()=>t.screen?.unsent?.()===!0||_l(t)),await ay(t,()=>{n(),n=Zr(an,()=>{t.goIdle()}),sy(t)})});async function ay(e,t){if(!e.portal.org.ready){e.reset(cy);return}try{e.session=await Ri(e.portal)}catch(n){if(!(n instanceof j||n instanceof T||n instanceof Ye))throw n;e.reset(Na(t,oy(n)));return}e.session===null?e.reset(Na(t)):t()}function oy(e){return e instanceof j?s("Meld je opnieuw aan."):s("De lijst van medewerkers die de server geeft, klopt niet met wat je eerder zag. Verwittig een collega voor je verdergaat.")}function sy(e){let{role:t}=e.me;e.tabs=[],t!=="coordinator"&&e.tabs.push({key:"queue",label:s("Vragen"),icon:"inbox",open:No}),t==="facilitator"&&(e.tabs.push({key:"team",label:s("Medewerkers"),icon:"users",open:Rt}),e.tabs.push({key:"poster",label:s("Affiche"),icon:"printer",open:hu}),e.tabs.push({key:"figures",label:s("Cijfers"),icon:"chart-column",open:Yd})),e.tabs.push({key:"account",label:s("Mijn toegang"),icon:"key-round",open:yr}),e.reset(t==="coordinator"?iy:No),uu(e)}function iy(){return{tab:"reports",render:()=>d`<div class="stack narrow">
        <h1>${s("Cijfers en jaarverslag")}</h1>
        <p>${s("Als integriteitscoördinator zie je geen dossiers, wel de cijfers.")}</p>
        <p><a class="button primary" href=${wa("/reports")}>${s("Naar de cijfers")}</a></p>
      </div>`}}function cy(){return{render:()=>d`<div class="stack narrow">
        <h1>${s("Dit adviespunt is nog niet ingericht")}</h1>
        <p>${s("De systeembeheerder kreeg bij het installeren een link waarmee de eerste facilitator dat doet.")}</p>
      </div>`}}async function ly(e){await Fi(e.session,an),location.replace(wa("/staff"))}
