import{a as d,b as x,c as m,d as ae,f as Mo}from"./lit-html.js";var Do=null,Ko=()=>Do===null?{}:{"Adviespunt-Pass":Do};var K=class extends Error{constructor(t,n,r=null,a=null){super(n),this.name="ApiError",this.status=t,this.problem=n,this.detail=r,this.content=a}};function Bd(e={}){let{base:t="/api/v1",fetch:n=globalThis.fetch.bind(globalThis)}=e,r=async(a,o,i,c)=>Id(await n(t+o,Ld(a,i,c)).catch(No));return{get:a=>r("GET",a),put:(a,o,i)=>r("PUT",a,o,i).catch(c=>{if(c instanceof K&&c.problem==="network")return r("PUT",a,o,i);throw c}),post:(a,o,i)=>r("POST",a,o,i),del:a=>r("DELETE",a)}}function No(){throw new K(0,"network")}function Ld(e,t,n){let r={method:e,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...Ko(),...n}};return t===void 0?r:t instanceof FormData?{...r,body:t}:t instanceof Uint8Array?{...r,body:t,headers:{...r.headers,"Content-Type":"application/octet-stream"}}:{...r,body:JSON.stringify(t),headers:{...r.headers,"Content-Type":"application/json"}}}async function Id(e){let t=await _d(e).catch(No);if(e.ok)return t;let n=typeof t?.problem=="string"?t.problem:`http-${e.status}`;throw new K(e.status,n,t?.detail??null,t)}async function _d(e){let t=e.headers.get("Content-Type")??"";return e.status===204?null:t.startsWith("application/octet-stream")?new Uint8Array(await e.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(t)?e.json():null}var Qt=typeof location>"u"?null:Bd();var z=class extends Error{name="ProtocolError";constructor(t="",n=void 0){super(t,{cause:n}),this.reason=t}},D=class extends z{name="Malformed"},B=class extends z{name="Unsealable";constructor(t){super("unsealable",t)}},Ze=class extends z{name="BadSignature"},k=class extends z{name="Refused"},Me=class extends z{name="Unreadable"};function _t(e){if(e instanceof z)return null;throw e}var Ud=new TextEncoder,Fd=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),M=e=>Ud.encode(e);function Nn(e){try{return Fd.decode(e)}catch(t){throw new D("utf8",t)}}function j(...e){let t=new Uint8Array(e.reduce((r,a)=>r+a.length,0)),n=0;for(let r of e)t.set(r,n),n+=r.length;return t}function Ut(e){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,e),t}function Oo(e){let t=new Uint8Array(8);return new DataView(t.buffer).setBigUint64(0,BigInt(e)),t}var Ie=e=>j(Ut(e.length),e),Y=(...e)=>j(...e.map(Ie)),T=e=>crypto.getRandomValues(new Uint8Array(e));function y(e,t){if(e.length!==t.length)return!1;let n=0;for(let r=0;r<e.length;r+=1)n|=e[r]^t[r];return n===0}function X(...e){for(let t of e)t.fill(0)}function ge(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<n;r+=1)if(e[r]!==t[r])return e[r]-t[r];return e.length-t.length}var De=class{constructor(t){this.bytes=t,this.at=0}take(t){if(this.at+t>this.bytes.length)throw new D("too-short");return this.at+=t,this.bytes.slice(this.at-t,this.at)}u32(){let t=this.take(4);return new DataView(t.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new D("left-over")}};function h(e){let t="";for(let n=0;n<e.length;n+=8192)t+=String.fromCharCode(...e.subarray(n,n+8192));return btoa(t).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function w(e,t=null){if(typeof e!="string"||!/^[A-Za-z0-9_-]*$/.test(e)||e.length%4===1)throw new D("b64");let n=atob(e.replaceAll("-","+").replaceAll("_","/")),r=new Uint8Array(n.length);for(let o=0;o<r.length;o+=1)r[o]=n.charCodeAt(o);let a=e.length-e.length%4;if(h(r.subarray(a/4*3))!==e.slice(a))throw new D("b64");if(t!==null&&r.length!==t)throw new D("length");return r}var ce=e=>M(Cr(e));function Cr(e){if(e===null||typeof e=="boolean")return String(e);if(typeof e=="number")return Wd(e);if(typeof e=="string")return qd(e);if(Array.isArray(e))return`[${e.map(Cr).join(",")}]`;if(typeof e=="object")return Hd(e);throw new D("json")}function Hd(e){let t=Object.keys(e).sort();if(!t.every(n=>/^[\x00-\x7f]*$/.test(n)))throw new D("json");return`{${t.map(n=>`${JSON.stringify(n)}:${Cr(e[n])}`).join(",")}}`}function Wd(e){if(!Number.isSafeInteger(e)||e<0||Object.is(e,-0))throw new D("json");return String(e)}function qd(e){if(/\p{Surrogate}/u.test(e))throw new D("json");return JSON.stringify(e)}function _e(e){let t=Gd(Nn(e));if(typeof t!="object"||t===null||Array.isArray(t))throw new D("json");if(!y(Vd(t),e))throw new D("json");return t}function Vd(e){try{return ce(e)}catch(t){throw t instanceof RangeError?new D("json",t):t}}function Gd(e){try{return JSON.parse(e)}catch(t){throw new D("json",t)}}var Yd=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),To={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},Jd=new Uint8Array(32);async function I(e){return new Uint8Array(await crypto.subtle.digest("SHA-256",ye(e)))}async function Po(e,t){let n=await crypto.subtle.importKey("raw",ye(e),{name:"HMAC",hash:"SHA-256"},!1,["sign"]);return new Uint8Array(await crypto.subtle.sign("HMAC",n,ye(t)))}async function On(e){return e instanceof CryptoKey?e:crypto.subtle.importKey("raw",ye(e),"HKDF",!1,["deriveBits"])}async function Rr(e,t,n,r){let a={name:"HKDF",hash:"SHA-256",salt:ye(t),info:ye(n)};return new Uint8Array(await crypto.subtle.deriveBits(a,await On(e),8*r))}var oe=(e,t,n=32)=>Rr(e,Jd,M(`adviespunt/v1/${t}`),n);async function Co(e,t){try{return typeof Worker>"u"?await Zd(e,t):await Xd(e,t)}finally{X(e)}}async function Zd(e,t){let{argon2id:n}=await import("../../vendor/argon2id.js");return j(await n({...Yd,password:e,salt:t,outputType:"binary"}))}function Xd(e,t){let n=Br("argon2");return new Promise((r,a)=>{n.onmessage=({data:o})=>o.root?r(o.root):a(new Error("argon2")),n.onerror=()=>a(new Error("argon2")),n.postMessage({password:e,salt:t})}).finally(()=>n.terminate())}var zo;function Br(e){return new Worker(Qd(To[e]),{type:"module"})}function Qd(e){let t=globalThis.trustedTypes;return t?(zo??=t.createPolicy("adviespunt",{createScriptURL:eu}),zo?.createScriptURL(e)):e}function eu(e){if(!Object.values(To).includes(e))throw new TypeError("not a worker of this portal");return e}var ye=e=>e;var tu=15,nu=5,_r="k",Ir=12,Lr=6e4;async function Ro({kind:e,id:t,seed:n},r){let a=T(Ir),o=await Bo(r,"encrypt"),i=await crypto.subtle.encrypt(Lo(a,e,t),o,ye(n));sessionStorage.setItem(_r,h(j(a,new Uint8Array(i))))}async function Ur(e,t){let n=sessionStorage.getItem(_r);if(n===null)return null;let r=await ru(e);if(r===null||r.kind!==t)return null;try{return await au(w(n),r)}catch{return Ft(),null}}async function ru(e){try{return await e.get("/session")}catch(t){if(!(t instanceof K)||t.status!==401)throw t;return Ft(),null}}async function au(e,{kind:t,id:n,role:r=null,tab_key:a}){let o=w(n,16),i=await Bo(a,"decrypt"),c=Lo(e.slice(0,Ir),t,o),l=new Uint8Array(await crypto.subtle.decrypt(c,i,e.slice(Ir)));return{kind:t,id:o,role:r,seed:l}}async function Bo(e,t){let n=w(e,32),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,[t]);return X(n),r}function Lo(e,t,n){return{name:"AES-GCM",iv:e,additionalData:j(M(`adviespunt/v1/tab/${t}`),n)}}function Ft(){sessionStorage.removeItem(_r)}async function Io(e){Ft(),await e.del("/session").catch(()=>{})}function Fr(e,t){let n=Date.now(),r=n,a=()=>{n=Date.now()},o=()=>{let u=Date.now();u-n>=tu*Lr?(l(),Ft(),t()):n>r&&u-r>=nu*Lr&&(r=u,e.get("/session").catch(()=>{}))},i=["keydown","pointerdown","input","wheel"],c=setInterval(o,Lr/4),l=()=>{clearInterval(c),document.removeEventListener("visibilitychange",o);for(let u of i)removeEventListener(u,a,{capture:!0})};for(let u of i)addEventListener(u,a,{capture:!0,passive:!0});return document.addEventListener("visibilitychange",o),l}function Qo(e,t,n){let r=new Uint8Array(n);r.set(e);let a=t;for(let o=n-1;o>=0&&a>0;o--)r[o]=r[o]^a&255,a=Math.floor(a/256);return r}function ou(e){return Math.min(2**(8*e)-1,Number.MAX_SAFE_INTEGER)}function es(e,t){if(e>=t)throw new ls("Sequence number overflow");return++e}async function ts(e,t,n,r){Ke(n,"exporterContext");let a=gs(e.KDF);if(!Number.isInteger(r)||r<=0||r>65535)throw new TypeError('"L" must be a positive integer not exceeding 65535');if(a===2&&r>255*e.KDF.Nh)throw new TypeError('"L" must not exceed 255*Nh of the cipher suite KDF');return await(a===1?wu:bu)(e.KDF,e.id,t,n,r)}var ns=class{#e=Promise.resolve();async lock(){let e,t=new Promise(r=>{e=r}),n=this.#e;return this.#e=t,await n,e}};function rs(e,t,n,r,a){return{suite:e,mode:t,key:n,base_nonce:r,exporter_secret:a,max_seq:ou(e.AEAD.Nn),seq:0,mutex:void 0}}var su=class{#e;constructor(e,t,n,r,a){this.#e=rs(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Seal(e,t){Ke(e,"plaintext"),t??=new Uint8Array,Ke(t,"aad");let n=this.#e;if(n.suite.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Seal");n.mutex??=new ns;let r=await n.mutex.lock(),a;try{return a=await n.suite.AEAD.Seal(n.key,Qo(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e),n.seq=es(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await ts(this.#e.suite,this.#e.exporter_secret,e,t)}get Nt(){return this.#e.suite.AEAD.Nt}},iu=class{#e;constructor(e,t,n,r,a){this.#e=rs(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Open(e,t){Ke(e,"ciphertext"),t??=new Uint8Array,Ke(t,"aad");let n=this.#e;if(n.suite.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Open");n.mutex??=new ns;let r=await n.mutex.lock();try{let a;try{a=await n.suite.AEAD.Open(n.key,Qo(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e)}catch(o){throw o instanceof ls||o instanceof xt?o:new du("AEAD decryption failed",{cause:o})}return n.seq=es(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await ts(this.#e.suite,this.#e.exporter_secret,e,t)}},Hr=(e,t)=>{try{let n=e();if(n.type!==t)throw new Error(`Invalid "${t}" return discriminator`);return n}catch(n){throw new TypeError(`Invalid "${t}"`,{cause:n})}},cu=class{#e;constructor(e,t,n){let r=Hr(e,"KEM"),a=Hr(t,"KDF"),o=Hr(n,"AEAD");this.#e={KEM:r,KDF:a,AEAD:o,id:Se(uu,Fe(r.id,2),Fe(a.id,2),Fe(o.id,2))}}get KEM(){return{id:this.#e.KEM.id,name:this.#e.KEM.name,Nsecret:this.#e.KEM.Nsecret,Nenc:this.#e.KEM.Nenc,Npk:this.#e.KEM.Npk,Nsk:this.#e.KEM.Nsk}}get KDF(){return{id:this.#e.KDF.id,name:this.#e.KDF.name,stages:this.#e.KDF.stages,Nh:this.#e.KDF.Nh}}get AEAD(){return{id:this.#e.AEAD.id,name:this.#e.AEAD.name,Nk:this.#e.AEAD.Nk,Nn:this.#e.AEAD.Nn,Nt:this.#e.AEAD.Nt}}async GenerateKeyPair(e){return e??=!1,Wr(e),await this.#e.KEM.GenerateKeyPair(e)}async DeriveKeyPair(e,t){if(t??=!1,Wr(t),Ke(e,"ikm"),e.byteLength<this.#e.KEM.Nsk)throw new Ho('Insufficient "ikm" length');try{return await this.#e.KEM.DeriveKeyPair(e,t)}catch(n){throw n instanceof xt?n:new Ho("Key derivation failed",{cause:n})}}async SerializePrivateKey(e){return Ht(e,"private",!0),await this.#e.KEM.SerializePrivateKey(e)}async SerializePublicKey(e){return Ht(e,"public",!0),await this.#e.KEM.SerializePublicKey(e)}async DeserializePrivateKey(e,t){t??=!1,Wr(t),Ke(e,"privateKey");try{if(e.byteLength!==this.#e.KEM.Nsk)throw new Error('Invalid "privateKey" length');return await this.#e.KEM.DeserializePrivateKey(e,t)}catch(n){throw n instanceof xt?n:new Uo("Private key deserialization failed",{cause:n})}}async DeserializePublicKey(e){Ke(e,"publicKey");try{if(e.byteLength!==this.#e.KEM.Npk)throw new Error('Invalid "publicKey" length');return await this.#e.KEM.DeserializePublicKey(e)}catch(t){throw t instanceof xt?t:new Uo("Public key deserialization failed",{cause:t})}}async Seal(e,t,n){if(this.#e.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Seal");let{encapsulatedSecret:r,ctx:a}=await this.SetupSender(e,n),o=await a.Seal(t,n?.aad);return{encapsulatedSecret:r,ciphertext:o}}async Open(e,t,n,r){if(this.#e.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Open");return await(await this.SetupRecipient(e,t,r)).Open(n,r?.aad)}async SendExport(e,t,n,r){let{encapsulatedSecret:a,ctx:o}=await this.SetupSender(e,r),i=await o.Export(t,n);return{encapsulatedSecret:a,exportedSecret:i}}async ReceiveExport(e,t,n,r,a){return await(await this.SetupRecipient(e,t,a)).Export(n,r)}async SetupSender(e,t){Ht(e,"public");let n,r;try{let u=await this.#e.KEM.Encap(e);n=u.shared_secret,r=u.enc}catch(u){throw u instanceof _o||u instanceof xt?u:new lu("Encapsulation failed",{cause:u})}let a=t?.psk?.byteLength?qo:Wo,{key:o,base_nonce:i,exporter_secret:c}=await Go(this.#e,a,n,t?.info,t?.psk,t?.pskId),l=new su(this.#e,a,o,i,c);return{encapsulatedSecret:r,ctx:l}}async SetupRecipient(e,t,n){let{skR:r,pkR:a}=this.#t(e);if(Ke(t,"encapsulatedSecret"),t.byteLength!==this.#e.KEM.Nenc)throw new Fo("Invalid encapsulated secret length");let o;try{o=await this.#e.KEM.Decap(t,r,a)}catch(p){throw p instanceof _o||p instanceof xt?p:new Fo("Decapsulation failed",{cause:p})}let i=n?.psk?.byteLength?qo:Wo,{key:c,base_nonce:l,exporter_secret:u}=await Go(this.#e,i,o,n?.info,n?.psk,n?.pskId);return new iu(this.#e,i,c,l,u)}#t(e){return ku(e)?{skR:e.privateKey,pkR:e.publicKey}:(Ht(e,"private"),{skR:e,pkR:void 0})}},_o=class as extends Error{constructor(t,n){super(t,n),this.name="ValidationError",Error.captureStackTrace?.(this,as)}},Uo=class os extends Error{constructor(t,n){super(t,n),this.name="DeserializeError",Error.captureStackTrace?.(this,os)}},lu=class ss extends Error{constructor(t,n){super(t,n),this.name="EncapError",Error.captureStackTrace?.(this,ss)}},Fo=class is extends Error{constructor(t,n){super(t,n),this.name="DecapError",Error.captureStackTrace?.(this,is)}},du=class cs extends Error{constructor(t,n){super(t,n),this.name="OpenError",Error.captureStackTrace?.(this,cs)}},ls=class ds extends Error{constructor(t,n){super(t,n),this.name="MessageLimitReachedError",Error.captureStackTrace?.(this,ds)}},Ho=class us extends Error{constructor(t,n){super(t,n),this.name="DeriveKeyPairError",Error.captureStackTrace?.(this,us)}},xt=class ps extends Error{constructor(t,n){super(t,n),this.name="NotSupportedError",Error.captureStackTrace?.(this,ps)}},Wo=0,qo=1;function Se(...e){let t=e.reduce((a,{length:o})=>a+o,0),n=new Uint8Array(t),r=0;for(let a of e)n.set(a,r),r+=a.length;return n}function Ue(e,t,n){return Uint8Array.prototype.slice.call(e,t,n)}function Pe(e){let t=new Uint8Array(e.length);for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);if(r>127)throw new TypeError("Input string must contain only ASCII characters");t[n]=r}return t}var Yr=Pe("HPKE-v1"),uu=Pe("HPKE"),hs=Pe("KEM"),fs=Pe("sec"),ms=Pe("secret"),pu=Pe("key"),hu=Pe("base_nonce"),Vo=Pe("exp"),fu=Pe("psk_id_hash"),mu=Pe("info_hash"),ws=Pe("DeriveKeyPair");function tn(e){return Se(Fe(e.byteLength,2),e)}async function Cn(e,t,n,r,a,o){let i=Se(n,Yr,t,tn(r),Fe(o,2),a);return await e.Derive(i,o)}async function wu(e,t,n,r,a){return dt(r,"Exporter context",Tn),await Cn(e,t,n,fs,r,a)}async function gu(e,t,n,r,a,o){dt(a,"PSK",Tn),dt(o,"PSK ID",Tn),dt(r,"Info",Tn);let i=Se(tn(a),tn(n)),c=Se(Fe(t,1),tn(o),tn(r)),l=await Cn(e.KDF,e.id,i,ms,c,e.AEAD.Nk+e.AEAD.Nn+e.KDF.Nh),u=Ue(l,0,e.AEAD.Nk),p=Ue(l,e.AEAD.Nk,e.AEAD.Nk+e.AEAD.Nn),f=Ue(l,e.AEAD.Nk+e.AEAD.Nn);return{key:u,base_nonce:p,exporter_secret:f}}var zn=65535,Tn=65535;function dt(e,t,n){if(e.byteLength>n)throw new TypeError(`${t} length must not exceed ${n} bytes`)}function Ke(e,t){if(!(e instanceof Uint8Array))throw new TypeError(`"${t}" must be Uint8Array`);if(typeof SharedArrayBuffer<"u"&&e.buffer instanceof SharedArrayBuffer)throw new TypeError(`"${t}" must not be backed by a SharedArrayBuffer`)}function Wr(e){if(typeof e!="boolean")throw new TypeError('"extractable" must be boolean')}async function yu(e,t,n,r,a,o){dt(a,"PSK",zn),dt(o,"PSK ID",zn),dt(r,"Info",zn);let[i,c]=await Promise.all([qr(e.KDF,e.id,new Uint8Array,fu,o),qr(e.KDF,e.id,new Uint8Array,mu,r)]),l=Se(Fe(t,1),i,c),u=await qr(e.KDF,e.id,n,ms,a);if(e.AEAD.id===rn){let b=await nn(e.KDF,e.id,u,Vo,l,e.KDF.Nh);return{key:new Uint8Array,base_nonce:new Uint8Array,exporter_secret:b}}let[p,f,g]=await Promise.all([nn(e.KDF,e.id,u,pu,l,e.AEAD.Nk),nn(e.KDF,e.id,u,hu,l,e.AEAD.Nn),nn(e.KDF,e.id,u,Vo,l,e.KDF.Nh)]);return{key:p,base_nonce:f,exporter_secret:g}}async function bu(e,t,n,r,a){return dt(r,"Exporter context",zn),await nn(e,t,n,fs,r,a)}async function qr(e,t,n,r,a){let o=Se(Yr,t,r,a);return await e.Extract(n,o)}async function nn(e,t,n,r,a,o){let i=Se(Fe(o,2),Yr,t,r,a);return await e.Expand(n,i,o)}function ku(e){if(!e||typeof e!="object")return!1;if("publicKey"in e&&"privateKey"in e){let t=e.publicKey;e=e.privateKey;try{if(Ht(t,"public"),Ht(e,"private"),t.algorithm.name!==e.algorithm.name)throw new TypeError("key pair algorithms do not match")}catch(n){throw new TypeError('Invalid "privateKey"',{cause:n})}return!0}return!1}function Ht(e,t,n){let r=e;if(typeof r.algorithm!="object"||typeof r.algorithm.name!="string"||typeof r.extractable!="boolean"||typeof r.type!="string"||r.type!==t)throw new TypeError(`Invalid "${t}Key"`);if(n&&r.extractable!==!0)throw new TypeError(`"${t}Key" must be extractable`)}function Fe(e,t){if(!Number.isSafeInteger(t)||t<=0)throw new Error("w must be a positive safe integer");if(!Number.isSafeInteger(e)||e<0)throw new Error("n must be a non-negative safe integer");let n=Math.pow(256,t);if(e>=n)throw new Error("n too large to fit in w-length byte string");let r=new Uint8Array(t),a=e;for(let o=0;o<t&&a;o++)r[t-(o+1)]=a%256,a=Math.floor(a/256);return r}function gs(e){if(e.stages===1||e.stages===2)return e.stages;throw new Error("unreachable")}async function Go(e,t,n,r,a,o){r??=new Uint8Array,Ke(r,"info"),a??=new Uint8Array,Ke(a,"psk"),o??=new Uint8Array,Ke(o,"pskId");let i=gs(e.KDF)===1?gu:yu;return vu(a,o),await i(e,t,n,r,a,o)}function vu(e,t){if(e.byteLength&&t.byteLength){if(e.byteLength<32)throw new TypeError("Insufficient PSK length");return}if(!(!e.byteLength&&!t.byteLength))throw new TypeError("Inconsistent PSK inputs")}var Vr=()=>{throw new Error("unreachable")},rn=65535,$u=2**36-31,Kg=2**38-64;async function P(e,t){try{return await e(crypto.subtle)}catch(n){throw n instanceof TypeError||n instanceof DOMException&&n.name==="NotSupportedError"?new xt(`${t} is unsupported in this runtime`,{cause:n}):n}}async function Gr(e,t,n){let r=e.get(t);if(r&&r.bytes.byteLength===t.byteLength&&r.bytes.every((i,c)=>i===t[c]))return r.key;let a=Ue(t),o={bytes:a,key:n(a)};e.set(t,o);try{return await o.key}catch(i){throw e.get(t)===o&&e.delete(t),i}}function xu(){let e;async function t(r){return await P(a=>a.importKey("raw",r,{name:"HMAC",hash:this.hash},!1,["sign"]),this.name)}let n=new WeakMap;return{stages:2,Derive:Vr,async Extract(r,a){let o=r.byteLength===0?e??=await t.call(this,new ArrayBuffer(this.Nh)):await t.call(this,r);return new Uint8Array(await P(i=>i.sign("HMAC",o,a),this.name))},async Expand(r,a,o){if(r.byteLength<this.Nh)throw new Error("prk.byteLength < this.Nh");if(o>255*this.Nh)throw new Error("L must be <= 255*Nh");let i=Math.ceil(o/this.Nh),c=await Gr(n,r,p=>t.call(this,p)),l=new Uint8Array(i*this.Nh),u=new Uint8Array;for(let p=0;p<i;p++){let f=new Uint8Array(u.byteLength+a.byteLength+1);f.set(u),f.set(a,u.byteLength),f[u.byteLength+a.byteLength]=p+1;let g=new Uint8Array(await P(b=>b.sign("HMAC",c,f),this.name));l.set(g,p*this.Nh),u=g}return Ue(l,0,o)}}}var Eu=function(){return{id:1,type:"KDF",name:"HKDF-SHA256",Nh:32,hash:"SHA-256",...xu()}};async function ju(e,t,n,r){let a=r<<3,o={name:t,length:a,outputLength:a};return new Uint8Array(await P(i=>i.digest(o,n),e))}function Su(){return{stages:1,async Derive(e,t){return await ju(this.name,this.algorithm,e,t)},Extract:Vr,Expand:Vr}}var ys=function(){return{id:17,type:"KDF",name:"SHAKE256",Nh:64,algorithm:"cSHAKE256",...Su()}};async function Au(e,t,n){if(!t.extractable)throw new TypeError('"privateKey" must be extractable or a Key Pair must be used in this runtime');return await P(async r=>{let a=await r.exportKey("jwk",t);return r.importKey("jwk",{kty:a.kty,crv:a.crv,x:a.x,y:a.y},t.algorithm,!0,n)},e)}async function Jr(e,t,n){return await P(r=>r.getPublicKey?.(t,n),e)||await Au(e,t,n)}function Xe(e,t){if(e.algorithm.name!==t.name)throw new TypeError(`key algorithm must be ${t.name}`);if(e.algorithm.namedCurve!==t.namedCurve)throw new TypeError(`key namedCurve must be ${t.namedCurve}`)}function Yo(e){if(e[Symbol.toStringTag]!=="CryptoKey"){if(e instanceof CryptoKey)return;throw new TypeError("unexpected key constructor")}}async function Mu(e,t,n,r,a,o){let i=Ue(n),c=new Uint8Array(t+i.byteLength);return c.set(i),c.set(a,i.byteLength),await P(l=>l.importKey("pkcs8",c,r,o,["deriveBits"]),e)}function Du(){return{async DeriveKeyPair(e,t){let n=await Cn(this.kdf,this.suite_id,e,ws,new Uint8Array,this.Nsk),r=await this.DeserializePrivateKey(n,t),a=["encapsulateBits"],o=await Jr(this.name,r,a);return{privateKey:r,publicKey:o}},async GenerateKeyPair(e){let t=["encapsulateBits","decapsulateBits"];return await P(n=>n.generateKey(this.algorithm,e,t),this.name)},async SerializePublicKey(e){Xe(e,this.algorithm),Yo(e);let t="raw-public";return new Uint8Array(await P(n=>n.exportKey(t,e),this.name))},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"];return await P(r=>r.importKey(t,e,this.algorithm,!0,n),this.name)},async SerializePrivateKey(e){Xe(e,this.algorithm),Yo(e);let t="raw-seed";return new Uint8Array(await P(n=>n.exportKey(t,e),this.name))},async DeserializePrivateKey(e,t){let n="raw-seed",r=["decapsulateBits"];return await P(a=>a.importKey(n,e,this.algorithm,t,r),this.name)},async Encap(e){Xe(e,this.algorithm);let{sharedKey:t,ciphertext:n}=await P(r=>r.encapsulateBits(this.algorithm,e),this.name);return{shared_secret:new Uint8Array(t),enc:new Uint8Array(n)}},async Decap(e,t,n){return Xe(t,this.algorithm),new Uint8Array(await P(r=>r.decapsulateBits(this.algorithm,t,e),this.name))}}}function Ku({id:e,name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o}){let i=ys();return i.name=t,{id:e,suite_id:Se(hs,Fe(e,2)),type:"KEM",name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o,algorithm:{name:t},kdf:i,...Du()}}function Nu(e){let t=new WeakMap;async function n(r){return await P(a=>a.importKey(this.keyFormat,r,this.algorithm,!1,["encrypt","decrypt"]),this.name)}return{async Seal(r,a,o,i){if(i.byteLength>e)throw new RangeError('"pt" exceeds P_MAX');let c=await Gr(t,r,l=>n.call(this,l));return new Uint8Array(await P(l=>l.encrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))},async Open(r,a,o,i){let c=await Gr(t,r,l=>n.call(this,l));return new Uint8Array(await P(l=>l.decrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))}}}var Ou=function(){return{id:2,type:"AEAD",name:"AES-256-GCM",Nk:32,Nn:12,Nt:16,algorithm:"AES-GCM",keyFormat:"raw",...Nu($u)}},en=e=>{if(e!==be)throw new Error("invalid invocation")},be=Symbol(),Te=class bs{#e;#t;#n;#r;#a;#o;#s;static#i(t){return t.#e!==void 0}static validate(t,n){try{if(!bs.#i(t))throw new TypeError("unexpected key constructor")}catch{throw new TypeError("unexpected key constructor")}if(n&&!t.extractable)throw new TypeError("key must be extractable")}constructor(t,n,r,a,o,i,c,l){en(t),this.#e=n,this.#t=r,this.#n=a,this.#a=o,this.#r=i,this.#o=c,this.#s=l}get algorithm(){return{name:this.#e.name}}get extractable(){return this.#n}get type(){return this.#t}getPublicKey(t){return en(t),this.#s}getSeed(t){return en(t),Ue(this.#o)}getT(t){return en(t),this.#r}getPq(t){return en(t),this.#a}};function ks(e,t,n){if(n.byteLength!==e+t)throw new Error("x.byteLength !== N1 + N2");let r=Ue(n,0,e),a=Ue(n,-t);return[r,a]}async function Jo(e,t){let n=e.pq.Nseed+e.t.Nseed<<3,r={name:"cSHAKE256",length:n,outputLength:n},a=await P(R=>R.digest(r,t),e.name),[o,i]=ks(e.pq.Nseed,e.t.Nseed,new Uint8Array(a)),c="raw-seed",l=["decapsulateBits","encapsulateBits"],u=await P(R=>R.importKey(c,o,e.pq.algorithm,!0,[l[0]]),e.name),p=await Jr(e.name,u,[l[1]]),f=e.t.RandomScalar?.(i)??i,{privateKey:g,publicKey:b}=await e.t.GetKeyPair(f);return{ek_PQ:p,ek_T:b,dk_PQ:u,dk_T:g}}async function Zo(e,t,n,r,a,o){let i=new Uint8Array(await P(l=>l.exportKey("raw",a),e.name)),c=Se(t,n,r,i,o);return new Uint8Array(await P(l=>l.digest("SHA3-256",c),e.name))}async function zu(e,t,n){let r=await P(p=>p.encapsulateBits(e.pq.algorithm,t),e.name),a=new Uint8Array(r.sharedKey),o=new Uint8Array(r.ciphertext),{privateKey:i,publicKey:c}=await P(p=>p.generateKey(e.t.algorithm,!0,["deriveBits"]),e.name),l=new Uint8Array(await P(p=>p.exportKey("raw",c),e.name)),u=new Uint8Array(await P(p=>p.deriveBits({name:e.t.algorithm.name,public:n},i,e.t.Nss<<3),e.name));return[a,u,o,l]}async function Tu(e,t,n,r,a){let o=new Uint8Array(await P(l=>l.decapsulateBits(e.pq.algorithm,t,r),e.name)),i=await P(l=>l.importKey("raw",a,e.t.algorithm,!0,[]),e.name),c=new Uint8Array(await P(l=>l.deriveBits({name:e.t.algorithm.name,public:i},n,e.t.Nss<<3),e.name));return[o,c]}function Pu(){return Object.freeze(Te.prototype),{async DeriveKeyPair(e,t){let n=await Cn(this.kdf,this.suite_id,e,ws,new Uint8Array,32),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await Jo(this,n),c=new Te(be,this.algorithm,"public",!0,r,a);return{privateKey:new Te(be,this.algorithm,"private",t,o,i,n,c),publicKey:c}},async GenerateKeyPair(e){return await this.DeriveKeyPair(crypto.getRandomValues(new Uint8Array(32)),e)},async SerializePublicKey(e){Xe(e,this.algorithm),Te.validate(e,!0);let t="raw-public",n=new Uint8Array(await P(a=>a.exportKey(t,e.getPq(be)),this.name)),r=new Uint8Array(await P(a=>a.exportKey("raw",e.getT(be)),this.name));return Se(n,r)},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"],r=e.subarray(0,this.pq.Npk),a=e.subarray(this.pq.Npk),[o,i]=await Promise.all([P(c=>c.importKey(t,r,this.pq.algorithm,!0,n),this.name),P(c=>c.importKey("raw",a,this.t.algorithm,!0,[]),this.name)]);return new Te(be,this.algorithm,"public",!0,o,i)},async SerializePrivateKey(e){return Xe(e,this.algorithm),Te.validate(e,!0),e.getSeed(be)},async DeserializePrivateKey(e,t){let n=Ue(e),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await Jo(this,n),c=new Te(be,this.algorithm,"public",!0,r,a);return new Te(be,this.algorithm,"private",t,o,i,n,c)},async Encap(e){Xe(e,this.algorithm),Te.validate(e);let t=e.getPq(be),n=e.getT(be),[r,a,o,i]=await zu(this,t,n),c=await Zo(this,r,a,i,n,this.label),l=Se(o,i);return{shared_secret:c,enc:l}},async Decap(e,t,n){Xe(t,this.algorithm),Te.validate(t),n&&(Xe(n,this.algorithm),Te.validate(n));let[r,a]=ks(this.pq.Nct,this.t.Nct,e),o=(n??t.getPublicKey(be)).getT(be),i=t.getPq(be),c=t.getT(be),[l,u]=await Tu(this,i,c,r,a);return await Zo(this,l,u,a,o,this.label)}}}function Cu(e){let t=ys();return t.name=e.name,{...e,suite_id:Se(hs,Fe(e.id,2)),type:"KEM",algorithm:{name:e.name},kdf:t,...Pu()}}var Ru=function(){let e="MLKEM768-X25519",t={id:25722,name:e,Nsecret:32,Nenc:1120,Npk:1216,Nsk:32};if(SubtleCrypto.supports?.("generateKey",e)??!1)return Ku(t);let n=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,110,4,34,4,32);return Cu({...t,pq:{algorithm:{name:"ML-KEM-768"},Nseed:64,Npk:1184,Nct:1088},t:{algorithm:{name:"X25519"},Nseed:32,Npk:32,Nss:32,Nsk:32,Nct:32,async GetKeyPair(r){let a=await Mu(e,this.Nsk,n,this.algorithm,r,!0),o=await Jr(e,a,[]);return{privateKey:a,publicKey:o}}},label:Uint8Array.of(92,46,47,47,94,92)})};var vs=1216,Pn=1120,$s="MLKEM768-X25519",Xo=new Map;function xs(e=Ru){let t=Xo.get(e)??new cu(e,Eu,Ou);return Xo.set(e,t),t}function Es(){let e=globalThis.SubtleCrypto;return["encapsulateBits","decapsulateBits","getPublicKey"].every(t=>e?.supports?.(t,$s)??!1)}async function js(e){let t=globalThis.crypto.subtle,n=await t.importKey("raw-seed",e,{name:$s},!1,["decapsulateBits"]),r=await t.getPublicKey(n,["encapsulateBits"]);return new Uint8Array(await t.exportKey("raw-public",r))}async function Ss(e,t,n,r){let a=xs(r),o=await a.DeserializePublicKey(e),{encapsulatedSecret:i,ciphertext:c}=await a.Seal(o,n,{info:t}),l=new Uint8Array(i.length+c.length);return l.set(i),l.set(c,i.length),l}async function As(e,t,n,r){let a=xs(r),o=await a.DeserializePrivateKey(e,!1),i=n.subarray(0,Pn);return a.Open(o,i,n.subarray(Pn),{info:t})}var an=vs,Lu=Pn+16,Iu=Es,Zr=async()=>Iu()?null:import("./xwing.js");async function Xr(e,t,n){if(n.length<Lu)throw new B;let r=await Zr();try{return await As(e,t,n,r?.kem)}catch(a){throw new B(a)}}var Ce=class e{#e;constructor(t,n){this.#e=t.slice(),this.publicKey=n}static async of(t){let n=t.slice(),r=await Zr(),a=new e(n,r?r.publicKeyOf(n):await js(n));return n.fill(0),a}open(t,n){return Xr(this.#e,t,n)}wipe(){this.#e.fill(0)}};async function ut(e,t,n){if(e.length!==an)throw new D("length");let r=await Zr();try{return await Ss(e,t,n,r?.kem)}catch(a){throw new D("kem",a)}}function le(e){if(!e)throw new D("form")}var ee=e=>le(Number.isSafeInteger(e)&&e>=0),on=e=>le(Number.isSafeInteger(e)&&e>=0&&e<=4294967295),Et=e=>le(typeof e=="boolean"),pt=(e,t)=>n=>{le(typeof n=="string");let r=[...n].length;le(r>=e&&r<=t)},te=e=>le(typeof e=="string"&&/^[a-z0-9][a-z0-9._-]{0,63}$/.test(e)),ke=e=>{le(typeof e=="string"&&/^\d{4}-\d{2}-\d{2}$/.test(e));let t=new Date(`${e}T00:00:00Z`);le(!e.startsWith("0000")&&!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e))},Re=e=>t=>{w(t,e??null)},ve=(...e)=>t=>le(e.includes(t)),de=e=>t=>{t===null||e(t)},ue=(e,t=0,n=Number.MAX_SAFE_INTEGER)=>r=>{le(Array.isArray(r)&&r.length>=t&&r.length<=n),r.forEach(e)},jt=(e,t=n=>n)=>n=>{ue(e)(n);let r=n.map(a=>w(t(a)));le(r.every((a,o)=>o===0||ge(r[o-1],a)<0))},Qr=(e,t)=>n=>{le(typeof n=="object"&&n!==null&&!Array.isArray(n));for(let[r,a]of Object.entries(n))e(r),t(a)},S=e=>t=>{le(typeof t=="object"&&t!==null&&!Array.isArray(t)),le(Object.keys(t).length===Object.keys(e).length);for(let[n,r]of Object.entries(e))le(Object.hasOwn(t,n)),r(t[n])},_=Re(16),Q=Re(32),se=ve(1),Rn=S({hash:Q,number:ee}),ht=e=>{ee(e),le(e>=1)},Bn=S({hash:Q,version:ht});var Ms=64,_u=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,112,4,34,4,32),Uu=new Uint8Array(Ms);async function Ln(e){let t=j(_u,e),n=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!0,["sign"]),{x:r}=await crypto.subtle.exportKey("jwk",n),a=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!1,["sign"]);return t.fill(0),{publicKey:w(r,32),privateKey:a}}var Ds=(e,t,n)=>Y(M(`adviespunt/v1/sign/${e}`),t,n);async function ne(e,t,n,r){let a=ce(r),o=await crypto.subtle.sign("Ed25519",e,Ds(t,n,a));return j(Ie(a),new Uint8Array(o))}var Ks=e=>j(Ie(ce(e)),Uu);function pe(e,t){let n=new De(e),r=n.lp(),a=n.take(Ms);n.end();let o=_e(r);return t(o),{raw:r,body:o,signature:a}}async function he(e,t,n,{raw:r,signature:a}){if(!await Fu(e,Ds(t,n,r),a))throw new Ze(t)}async function Fu(e,t,n){try{let r=await crypto.subtle.importKey("raw",ye(e),"Ed25519",!1,["verify"]);return await crypto.subtle.verify("Ed25519",r,ye(n),ye(t))}catch(r){if(r instanceof z)throw r;return!1}}var He=e=>I(e);var At=Object.freeze(["facilitator","helper"]);var na=Re(32),ea=Re(an),Hu=S({id:_,person:_,name:pt(1,200),function:pt(0,200),role:ve("facilitator","helper","coach","coordinator"),kem:ea,sign:na,active:Et}),Wu=S({v:se,version:ht,history:ue(Q),author:_,day:ke,organisation:na,credentials:ue(Re()),members:jt(Hu,e=>e.id),archive:S({id:_,kem:ea,year:ee}),register:S({id:_,kem:ea})}),qu=S({v:se,what:ve("appoint","revoke"),member:_,kem:Q,sign:Q,day:ke,serial:ee}),Vu=S({v:se,what:ve("successor"),key:na,day:ke,serial:ee}),Gg=S({v:se,version:ht,hash:Q,day:ke,author:_});async function zs(e,{portal:t,organisation:n,lastSeen:r=null}){let{directory:a,parsed:o}=await ta(e);if(!y(a.organisation,n))throw new k("organisation");if(a.history.length!==a.version-1)throw new k("history");let{appointed:i}=await ra(a.credentials,t,n),c=re(a,a.author,["facilitator"]);if(!c)throw new k("author");for(let l of mt(a,"facilitator"))if(!i.has(await ep(l)))throw new k("appointment");return await he(c.sign,"directory",t,o),Yu(a,r),a}async function ta(e){let t=pe(e,Wu),{body:n}=t;return{directory:{version:n.version,hash:await He(e),signed:e,history:n.history.map(St),author:w(n.author),day:n.day,organisation:w(n.organisation),credentials:n.credentials.map(St),members:n.members.map(Gu),archive:{id:St(n.archive.id),kem:St(n.archive.kem),year:n.archive.year},register:{id:St(n.register.id),kem:St(n.register.kem)}},parsed:t}}var St=e=>w(e);function Gu(e){let[t,n,r,a]=[e.id,e.person,e.kem,e.sign].map(St);return{...e,id:t,person:n,kem:r,sign:a}}function Yu(e,t){if(t){if(e.version<t.version)throw new k("rollback");sn(e,t)}}function sn(e,{version:t,hash:n}){let r=t===e.version?e.hash:e.history[t-1];if(!r||!y(r,n))throw new k("history")}function Ju(e,t){if(sn(t,e),!e.credentials.every((r,a)=>y(r,t.credentials[a]??Zu))||!e.members.every(r=>Xu(r,J(t,r.id))))throw new k("taken-back")}var Zu=new Uint8Array(0),Xu=(e,t)=>t!==null&&y(e.kem,t.kem)&&y(e.sign,t.sign)&&y(e.person,t.person),In=class e{#e=new Map;#t;constructor(t,n=Ns){this.current=t,this.#t=n}static async of(t,n=[]){let r=await Promise.all(n.map(ta));for(let{directory:o}of r)sn(t,o);let a=new Map(r.map(({directory:o})=>[o.version,o.signed]));return new e(t,async o=>a.get(o)??Ns())}async at(t){if(t.version>this.current.version)throw new k("directory-unknown");return sn(this.current,t),this.version(t.version)}async version(t){if(t===this.current.version)return this.current;if(t>this.current.version)throw new k("directory-unknown");let n=this.#e.get(t)??this.#n(t);return this.#e.set(t,n),n.catch(()=>this.#e.delete(t)),n}async requireContinued(t){t===null||t.version===this.current.version||Ju(await this.at(t),this.current)}async#n(t){let{directory:n}=await ta(await this.#t(t));if(n.version!==t)throw new k("history");return sn(this.current,n),n}};function Ns(){throw new k("directory-unknown")}var J=(e,t)=>e.members.find(n=>y(n.id,t))??null,mt=(e,...t)=>e.members.filter(n=>n.active&&t.includes(n.role));function re(e,t,n){let r=J(e,t);return r?.active&&n.includes(r.role)?r:null}async function ra(e,t,n){let r=new Set,a=n;for(let[o,i]of e.entries()){let c=await Qu(a,t,i);if(c.serial!==o)throw new k("credential");let l=`${c.member} ${c.kem} ${c.sign}`;c.what==="appoint"?r.add(l):c.what==="revoke"?r.delete(l):a=w(c.key)}return{appointed:r,inForce:a,serial:e.length}}async function Qu(e,t,n){let r=pe(n,a=>(a.what==="successor"?Vu:qu)(a));try{await he(e,"credential",t,r)}catch(a){throw a instanceof Ze?new k("credential",a):a}return r.body}async function ep(e){let t=await We(e);return[e.id,t.kem,t.sign].map(h).join(" ")}var Os=new WeakMap;function We(e){let t=Os.get(e)??tp(e);return Os.set(e,t),t}var tp=async e=>({kem:await I(e.kem),sign:await I(e.sign)}),Ts=async e=>({seed:e,...await Ln(e)});async function aa(e,t,n,r,a,o){let[i,c,l]=[r.id,await I(r.kem),await I(r.sign)].map(h);return ne(e,"credential",t,{v:1,what:n,member:i,kem:c,sign:l,day:a,serial:o})}async function oa(e,t,n,r,a,o){let i=a?[...a.history,a.hash]:[],c=[...o.members].sort((l,u)=>ge(l.id,u.id));return ne(e,"directory",t,{v:1,version:i.length+1,history:i.map(h),author:h(n),day:r,organisation:h(o.organisation),credentials:o.credentials.map(h),members:c.map(np),archive:{id:h(o.archive.id),kem:h(o.archive.kem),year:o.archive.year},register:{id:h(o.register.id),kem:h(o.register.kem)}})}var np=e=>({id:h(e.id),person:h(e.person),name:e.name,function:e.function,role:e.role,kem:h(e.kem),sign:h(e.sign),active:e.active}),_n=(e,t,n,{version:r,hash:a},o)=>ne(e,"freshness",t,{v:1,version:r,hash:h(a),day:o,author:h(n)}),rp=(e,t)=>j(M("adviespunt/v1/organisation"),Y(e,t));async function Ps(e,t,n,r){let a=await e.open(rp(t,n),r);if(a.length!==32)throw new B;let o=await Ts(a);if(!y(o.publicKey,n))throw new B;return o}var W=new Uint8Array(16),Qe=new Uint8Array(16).fill(255),et=new Uint8Array(0),Rs=1,ln=65536,cn=16,ap=1024,op=65536,sp=/^[a-z-]{1,32}$/;function tt({portal:e,case:t,epoch:n,id:r,writer:a,kind:o}){return Y(e,t,Ut(n),r,a,M(o))}function ip(e){let t=new De(e),[n,r,a,o,i,c]=Array.from({length:6},()=>t.lp());if(t.end(),!([n,o,i].every(u=>u.length===16)&&[0,16].includes(r.length))||a.length!==4||!sp.test(Nn(c)))throw new B;return{portal:n,case:r,epoch:new De(a).u32(),id:o,writer:i,kind:Nn(c)}}function $e(e){return lp(()=>{let t=new De(e);if(t.take(1)[0]!==Rs)throw new B;let n=t.take(32),r=t.lp(),a=ip(r),o=t.take(32),i=t.rest(),c=cp(i.length);if(c!==pn(c-8,a.kind))throw new B;return{header:a,rawHeader:r,salt:n,commitment:o,chunks:i,padded:c}})}function cp(e){let t=Math.floor(e/(ln+cn)),n=e%(ln+cn);if(e===0||n>0&&n<=cn)throw new B;return t*ln+Math.max(0,n-cn)}function lp(e){try{return e()}catch(t){throw t instanceof z?new B(t):t}}var dn=e=>I(e);async function xe(e,t,n,r=T(32)){let a=tt(t),{key:o,commitment:i}=await Bs(e,r,a,"encrypt"),c=hn(n,pn(n.length,t.kind)),l=await Promise.all(Is(c,ln).map((u,p,f)=>dp(o,Ls(p,p===f.length-1),u)));return X(c),j(Uint8Array.of(Rs),r,Ie(a),i,...l)}async function qe(e,t,n){let r=$e(n);if(!y(tt(t),r.rawHeader))throw new B;return un(e,r)}async function un(e,{header:t,rawHeader:n,salt:r,commitment:a,chunks:o}){let{key:i,commitment:c}=await Bs(e,r,n,"decrypt");if(!y(c,a))throw new B;let l=Is(o,ln+cn),u=await Promise.all(l.map((p,f)=>up(i,Ls(f,f===l.length-1),p)));return hp(j(...u),t.kind)}async function Bs(e,t,n,r){let a=await Rr(e,t,j(M("adviespunt/v1/envelope"),n),64),o=await crypto.subtle.importKey("raw",a.subarray(0,32),"AES-GCM",!1,[r]),i=a.slice(32);return X(a),{key:o,commitment:i}}function Ls(e,t){return j(new Uint8Array(7),Ut(e),Uint8Array.of(t?1:0))}function Is(e,t){return Array.from({length:Math.ceil(e.length/t)},(n,r)=>e.subarray(r*t,(r+1)*t))}async function dp(e,t,n){return new Uint8Array(await crypto.subtle.encrypt({name:"AES-GCM",iv:t},e,ye(n)))}async function up(e,t,n){try{return new Uint8Array(await crypto.subtle.decrypt({name:"AES-GCM",iv:t},e,ye(n)))}catch(r){throw new B(r)}}function pp(e){let t=Cs(e),n=Cs(t)+1,r=2**Math.max(t-n,0);return Math.ceil(e/r)*r}function Cs(e){let t=Math.round(Math.log2(e));return 2**t>e?t-1:t}function pn(e,t){return Math.max(t==="page"?op:ap,pp(8+e))}function hn(e,t){let n=new Uint8Array(t);return n.set(Oo(e.length)),n.set(e,8),n}function hp(e,t){let n=Un(e);if(e.length!==pn(n.length,t))throw new B;return n}function Un(e){if(e.length<8)throw new B;let t=new DataView(e.buffer,e.byteOffset).getBigUint64(0);if(t>BigInt(e.length-8))throw new B;let n=8+Number(t);if(e.subarray(n).some(r=>r!==0))throw new B;return e.slice(8,n)}var fp=1024;function mp(e){let t=e.replace(/[\t-\r ]+/g," ").replace(/^ | $/g,"").replace(/[A-Z]/g,n=>n.toLowerCase());if(!/^[ -~]{1,64}$/.test(t))throw new Me("name");return t}function wp(e){let t=M(e.normalize("NFKC"));if(!!/\p{Surrogate}/u.test(e)||t.length<1||t.length>fp)throw new Me("password");return t}async function fn(e,t,n,r){let a=(await I(j(M("adviespunt/v1/salt"),t,M(mp(n))))).slice(0,16),o=await Co(wp(r),a),[i,c,l]=await Promise.all(["locator","login","wrap"].map(u=>oe(o,`${e}/${u}`)));return X(o),{locator:i,login:c,wrapping:l}}async function Fn(e){let t=["recovery-locator","recovery-login","recovery-wrap"],[n,r,a]=await Promise.all(t.map(o=>oe(e,`staff/${o}`)));return{locator:n,login:r,wrapping:a}}async function sa(e){let[t,n,r,a]=await Promise.all(["kem","sign","state","draft"].map(i=>oe(e,i))),o={kem:await Ce.of(t),sign:await Ln(n),stateKey:await On(r),draftKey:await On(a)};return X(t,n,r,a),o}var _s=(e,t,n)=>({portal:e,case:et,epoch:0,id:t,writer:n==="mailbox"?W:t,kind:"seed"}),Us=(e,t,n,r,a)=>xe(e,_s(t,n,r),a);async function Fs(e,t,n,r,a){let o=await qe(e,_s(t,n,r),a);if(o.length!==32)throw new B;return o}var gp=Qr(_,S({roster:Rn,read:ue(_)})),Hs={v:se,organisation:Re(32),directory:Bn,cases:gp},yp=S({code:_,name:pt(1,200),person:_,role:ve("facilitator","helper","coach","coordinator")}),Ws={mailbox:S(Hs),staff:S({...Hs,checkpoint:ee,invitations:Qr(_,yp)})},qs=(e,t,n,r)=>({portal:e,case:et,epoch:r,id:t,writer:n==="mailbox"?W:t,kind:"state"});async function ia(e,t,n,r,a,o){return Ws[r](o),xe(e,qs(t,n,r,a),ce(o))}async function Vs(e,t,n,r,a,o){let i=_e(await qe(e,qs(t,n,r,a),o));return Ws[r](i),i}function Gs(e,t){let n={...e,directory:e.directory.version>=t.directory.version?e.directory:t.directory,cases:{...e.cases}};for(let[r,a]of Object.entries(t.cases))n.cases[r]=bp(n.cases[r],a);return e.checkpoint!==void 0&&(n.checkpoint=Math.max(e.checkpoint,t.checkpoint??0)),e.invitations&&(n.invitations={...t.invitations,...e.invitations}),n}function bp(e,t){return e?{roster:e.roster.number>=t.roster.number?e.roster:t.roster,read:[...new Set([...e.read,...t.read])]}:t}var Ys={},G=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function Js(){if(G==="nl")return;Ys=(await import(`../texts/${G}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function s(e,t={}){return vp(Ys[e]??e,t)}function Z(e,t,n,r={}){return s(kp(n)?e:t,{n,...r})}function kp(e){return e===1||G==="fr"&&e===0}function vp(e,t){return e.replace(/\{(\w+)\}/g,(n,r)=>r in t?String(t[r]):n)}function N(e,{year:t=!1,weekday:n=!0}={}){let r={timeZone:"UTC",day:"numeric",month:"long"};return n&&(r.weekday="long"),t&&(r.year="numeric"),new Intl.DateTimeFormat(`${G}-BE`,r).format(new Date(`${e}T00:00:00Z`))}function Hn(e){return new Intl.NumberFormat(`${G}-BE`).format(e)}function ca(e){return G==="nl"?e:`/${G}${e==="/"?"":e}`}async function Zs(e,t,n,r){try{return await fn(e,t,n,r)}catch(a){throw a instanceof Me?new K(404,"wrong-credentials"):a}}var da=1024,$p=["facilitator","helper","coach"],la=de(ke),Xs=S({v:se,case:_,number:ee,kind:te,urgent:Et,category:de(te),state:te,outcome:de(te),authorities:ue(te),received:ke,feedback:la,final:la,closed:la,directory:ht}),Qs=({portal:e,key:t,case:n,writer:r})=>j(M("adviespunt/v1/register"),Y(e,t,n,r)),ei=(e,t,n)=>j(M("adviespunt/v1/register-key"),Y(e,t,n));async function ua(e,t,n,r){Xs(n);let a=Y(t.portal,t.case),o=r?await ne(r,"register",a,n):Ks(n);if(o.length+8>da)throw new k("entry-too-long");return ut(e,Qs(t),hn(o,da))}async function ti(e,t,n,r){let a=await e.open(Qs(t),n);if(a.length!==da)throw new B;let o=pe(Un(a),Xs),i=o.body;if(i.case!==h(t.case))throw new k("case");return await(y(t.writer,W)?xp(i,o.signature):Ep(t,o,i,r)),i}async function xp(e,t){if(e.number!==0||t.some(n=>n!==0))throw new k("writer")}async function Ep(e,t,n,r){if(n.number<1)throw new k("writer");let a=re(await r.version(n.directory),e.writer,$p);if(!a)throw new k("writer");await he(a.sign,"register",Y(e.portal,e.case),t)}function pa(e,t,n,r){return e.number!==n.number?e.number>n.number:ge(t,r)>0}var ni=(e,t,n,r,a)=>ut(e,ei(t,n,r),a);async function ri(e,t,n,r,a,o){let i=await e.open(ei(t,n,r),a);if(i.length!==32||!y((await Ce.of(i)).publicKey,o))throw new B;return i}var wt=class extends Error{constructor(){super("recovery words"),this.name="WrongRecoveryWords"}};async function Wn(e,t,n,r){let{directory:a}=await e.get("/directory"),o=await zs(w(a),{portal:t,organisation:n,lastSeen:r}),i=new In(o,async c=>w((await e.get(`/directory/${c}`)).directory));return await i.requireContinued(r),i}var fe=e=>e.directories.current.members,Ee=(e,t)=>J(e.directories.current,w(t,16));async function ha(e,t,n=null){let{current:r}=e.directories,a=e.identity.sign.privateKey,o={...r,...t},i=await oa(a,e.portal.id,e.member,e.today,r,o),c={version:r.version+1,hash:await He(i)},l=await _n(a,e.portal.id,e.member,c,e.today);await e.api.put("/directory",{version:c.version,directory:h(i),freshness:h(l),register_seeds:n})}async function jp(e,t){if(t===null)throw new wt;let{sealed:n}=await e.api.get("/organisation/sealed-key"),r=await Ce.of(t);X(t);try{return await Ps(r,e.portal.id,e.directories.current.organisation,w(n))}catch(a){throw a instanceof z?new wt:a}finally{r.wipe()}}async function ai(e,t,n){let{credentials:r,organisation:a}=e.directories.current;if(t.length===0)return r;let{serial:o}=await ra(r,e.portal.id,a),i=await jp(e,n),c=t.map(({what:l,member:u},p)=>aa(i.privateKey,e.portal.id,l,u,e.today,o+p));return[...r,...await Promise.all(c)]}var oi=(e,t)=>fe(e).filter(n=>n.active&&y(n.person,t));function si(e,t){return[t,...oi(e,t.person)].some(({role:n})=>n==="facilitator")}async function ii(e,t,n){let r=oi(e,t.person),a=r.filter(({role:l})=>l==="facilitator").map(l=>({what:"revoke",member:l}));t.role==="facilitator"&&a.push({what:"appoint",member:t});let o=await ai(e,a,n),i=t.role==="facilitator"?await Sp(e,t):null,c=fe(e).map(l=>r.includes(l)?{...l,active:!1}:l);await ha(e,{credentials:o,members:[...c,t]},i)}async function ci(e,t,n){let r=t.role==="facilitator",a=await ai(e,r?[{what:"revoke",member:t}]:[],n),o=fe(e).map(l=>l===t?{...l,active:!1}:l),i=r?await Mp(e,o):null,c=i?.register??e.directories.current.register;await ha(e,{credentials:a,members:o,register:c},i?.seeds??null)}async function Sp(e,t){let n=await mn(e);return Promise.all(n.map(({key:r,seed:a})=>fa(e.portal.id,r,a,t)))}async function mn(e){let{keys:t}=await e.api.get("/register/key"),n=await Ap(e),r=t.map(async({key:a,sealed:o})=>{let i=n.get(a);if(i===void 0)return null;let c=w(a,16),l=await ri(e.identity.kem,e.portal.id,c,e.member,w(o),i).catch(_t);return l===null?null:{key:c,seed:l}});return(await Promise.all(r)).filter(a=>a!==null)}async function Ap({directories:e}){return new Map((await di(e)).map(({register:t})=>[h(t.id),t.kem]))}async function li({directories:e}){return new Map((await di(e)).map(({archive:t})=>[h(t.id),t.year]))}async function di(e){let t=e.current.history.map((n,r)=>e.version(r+1));return[...await Promise.all(t),e.current]}async function ui(e,t,n){let{publicKey:r}=await Ce.of(t);y(e.directories.current.archive.kem,r)||await ha(e,{archive:{id:T(16),kem:r,year:n}})}async function fa(e,t,n,r){let a=await ni(r.kem,e,t,r.id,n);return{key:h(t),member:h(r.id),sealed:h(a)}}async function Mp(e,t){let[n,r]=[T(16),T(32)],{publicKey:a}=await Ce.of(r),o=t.filter(c=>c.active&&c.role==="facilitator"),i=await Promise.all(o.map(c=>fa(e.portal.id,n,r,c)));return{register:{id:n,kem:a},seeds:i}}var Dp=7;async function pi(e){if(!["facilitator","coordinator"].includes(e.role))return!1;let{freshness:t}=await e.api.get("/directory");if(t!==null&&!Kp(w(t),e))return!1;let{current:n}=e.directories,r=await _n(e.identity.sign.privateKey,e.portal.id,e.member,n,e.today);return await e.api.put("/freshness",{freshness:h(r)}),!0}function Kp(e,{directories:t,today:n}){let r=new DataView(e.buffer,e.byteOffset).getUint32(0),a=JSON.parse(new TextDecoder().decode(e.subarray(4,4+r))),o=(Date.parse(n)-Date.parse(a.day))/864e5;return a.version!==t.current.version||!(o<=Dp)}var qn=e=>mt(e.directories.current,"facilitator").length;var Ve=13,hi=12,Np=2**Ve;function fi(e){let t=[];for(let[,r,a]of e.matchAll(/(\d)([a-z]+)/g))t.push((t.at(-1)??"").slice(0,Number(r))+a);let n=Object.freeze(t);if(n.length!==Np)throw new Me("list");return n}async function nt(e,t){let n=Math.ceil((8*t.length+hi)/Ve),r=await I(j(M("adviespunt/v1/words"),t));return Jn(e,j(t,r),n)}async function wn(e,t,n){let r=t.toLowerCase().split(/\s+/).filter(Boolean);if(r.length!==Math.ceil((8*n+hi)/Ve))throw new Me("length");let a=Tp(r.map((o,i)=>Op(e,o,i))).slice(0,n);if(await nt(e,a)!==r.join(" "))throw new Me("check");return a}function Op(e,t,n){let r=e.indexOf(t);if(r<0)throw new Me("word",n);return r}function Vn(e,t){return Jn(e,T(Math.ceil(t*Ve/8)),t)}async function Gn(e,t){return Jn(e,await I(j(M("adviespunt/v1/fingerprint"),t)),6)}async function Yn(e,t){return Jn(e,await I(j(M("adviespunt/v1/case-name"),t)),2)}function Jn(e,t,n){return Array.from({length:n},(r,a)=>e[zp(t,a*Ve)]).join(" ")}function zp(e,t){let n=0;for(let r=t;r<t+Ve;r+=1)n=n<<1|e[r>>3]>>7-(r&7)&1;return n}function Tp(e){let t=new Uint8Array(Math.ceil(e.length*Ve/8));return e.forEach((n,r)=>{for(let a=0;a<Ve;a+=1){let o=r*Ve+a;t[o>>3]|=(n>>Ve-1-a&1)<<7-(o&7)}}),t}var Pp=new URL("../../words/nl.txt",import.meta.url),ma;function mi(){return ma??=Cp().catch(e=>{throw ma=void 0,e}),ma}async function Cp(){let e=await fetch(Pp,{credentials:"omit",referrerPolicy:"no-referrer"});if(!e.ok)throw new TypeError("words");return fi(await e.text())}function Zn(e){return Math.round(Date.UTC(+e.slice(0,4),+e.slice(5,7)-1,+e.slice(8,10))/864e5)}function Xn({from:e,to:t,closed:n}){let r=Zn(`${e}-01-01`),a=Zn(`${t}-12-31`),o=new Set([...n].map(Zn)),i=new Int32Array(a-r+1),c=0;for(let u=r;u<=a;u+=1){let p=(u+4)%7;p!==0&&p!==6&&!o.has(u)&&(c+=1),i[u-r]=c}let l=u=>i[Math.min(Math.max(Zn(u),r),a)-r];return{between:(u,p)=>l(p)-l(u)}}var Ge=class extends Error{constructor(t){super(t),this.name="StaffRefused",this.reason=t}};async function wi(e){let[t,n]=await Promise.all([e.get(`/organisation?language=${G}`),mi()]);return{api:e,id:w(t.portal,16),org:t,words:n}}async function gi(e,{name:t,passphrase:n,proof:r}){let a=await Zs("staff",e.id,t,n);return bi(e,a,r,t)}async function yi(e,{name:t,recovery:n,proof:r}){return bi(e,await Fn(n),r,t)}async function bi(e,{locator:t,login:n,wrapping:r},a,o){if("code"in a&&!/^([0-9]{6}|[A-Za-z0-9_-]{43})$/.test(a.code))throw new K(404,"wrong-credentials");let i=await e.api.post("/staff/session",{locator:h(t),login:h(n),...a}),c=w(i.member,16),l=await Fs(r,e.id,c,"staff",w(i.seed));return X(r),await Ro({kind:"staff",id:c,seed:l},i.tab_key),vi(e,c,l,o)}async function ki(e){let t=await Ur(e.api,"staff");return t===null?null:vi(e,t.id,t.seed,"")}async function vi(e,t,n,r){let a=await sa(n);X(n);let[o,i]=await Promise.all([e.api.get("/staff/me"),e.api.get(`/organisation?language=${G}`)]),c=await xi(e.id,t,a,o.state),l=await Wn(e.api,e.id,w(c.organisation,32),Bp(c)),u=J(l.current,t);if(!u?.active)throw new Ge("directory");return{portal:{...e,org:i},api:e.api,member:t,key:h(t),role:u.role,name:u.name,signInName:r,identity:a,directories:l,state:{number:o.state.number,content:c},words:e.words,today:i.day,days:await Rp(e.api,i.day)}}async function Rp(e,t){let n=Number(t.slice(0,4)),[r,a]=[n-6,n+1],{closed:o}=await e.get(`/calendar?from=${r}&to=${a}`);return Xn({from:r,to:a,closed:o})}async function $i(e,t){await Io(t),Ft(),e!==null&&Object.assign(e,{identity:null})}async function xi(e,t,n,{number:r,envelope:a}){return await Vs(n.stateKey,e,t,"staff",r,w(a))}var Bp=({directory:e})=>({version:e.version,hash:w(e.hash)});async function gt(e,t){for(let n=0;;n+=1){let r=t(structuredClone(e.state.content));if(y(ce(r),ce(e.state.content))||await Lp(e,e.state.number+1,r))return;if(n===4)throw new K(409,"conflict");let a=await e.api.get("/staff/me");if(a.state.number<e.state.number)throw new Ge("older");let o=await xi(e.portal.id,e.member,e.identity,a.state),i=Gs(o,{...e.state.content,invitations:{}});e.state={number:a.state.number,content:i}}}async function Lp(e,t,n){let{identity:r,portal:a,member:o}=e,i=await ia(r.stateKey,a.id,o,"staff",t,n);try{await e.api.put("/staff/state",{number:t,envelope:h(i)})}catch(c){if(c instanceof K&&c.status===409)return!1;throw c}return e.state={number:t,content:n},!0}async function rt(e){let{content:t}=e.state;e.directories=await Wn(e.api,e.portal.id,w(t.organisation,32),e.directories.current),await wa(e)}function wa(e){let{version:t,hash:n}=e.directories.current;return gt(e,r=>({...r,directory:{version:t,hash:h(n)}}))}async function Ei(e,{name:t,passphrase:n,recovery:r}){let a=await Ur(e.api,"staff");if(a===null)throw new K(401,"signed-out");let o=ji(e.portal.id,e.member,a.seed),i={...await o(await fn("staff",e.portal.id,t,n)),recovery:r===null?null:await o(await Fn(r))};X(a.seed),await e.api.put("/staff/credentials",i),e.signInName=t}function ji(e,t,n){return async({locator:r,login:a,wrapping:o})=>({locator:h(r),login:h(a),seed:h(await Us(o,e,t,"staff",n))})}var Si="about:blank";function Ai(e){Si=e??Si}var Mi=()=>!1;function Di(e){Mi=e,addEventListener("beforeunload",Ip,{capture:!0})}function Ip(e){Mi()&&e.preventDefault()}var Qn=Uint8Array.of(0,97,115,109,1,0,0,0),_p={crypto:()=>Fp(),wasm:()=>WebAssembly.instantiate(Qn),workers:()=>typeof Worker=="function",signatures:()=>Hp(),drawing:()=>"createImageBitmap"in globalThis&&"HTMLDialogElement"in globalThis};async function Ki(){return(await Promise.all(Object.entries(_p).map(async([t,n])=>await Up(n)?[]:[t]))).flat()}async function Up(e){try{return await e()!==!1}catch{return!1}}async function Fp(){let e=await crypto.subtle.importKey("raw",new Uint8Array(32),"HKDF",!1,["deriveBits"]),t=new Uint8Array(0),n=await crypto.subtle.deriveBits({name:"HKDF",hash:"SHA-256",salt:t,info:t},e,256),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,["encrypt"]);await crypto.subtle.encrypt({name:"AES-GCM",iv:new Uint8Array(12)},r,Qn)}async function Hp(){let e=await crypto.subtle.generateKey("Ed25519",!1,["sign","verify"]),t=await crypto.subtle.sign("Ed25519",e.privateKey,Qn);return crypto.subtle.verify("Ed25519",e.publicKey,t,Qn)}async function Ni(e,{seals:t=!0}={}){let n=document.getElementById("app");try{await Js(),t&&await Wp(),await e(n),document.body.classList.remove("waiting","failed"),document.querySelector(".stuck-box")?.remove()}catch(r){qp(r)}}var er=class extends Error{constructor(t){super(t),this.name="BrowserTooOld"}};async function Wp(){let[e]=await Ki();if(e)throw new er(e)}function qp(e){document.body.classList.add("waiting","failed");let t=document.querySelector(".stuck-why");t&&(t.textContent=Gp(e))}var Vp=new Set(["Refused","BadSignature","Malformed"]);function Gp(e){if(e instanceof er)return s("Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).",{what:e.message});if(e instanceof TypeError)return s("Een deel van de pagina is niet aangekomen.");let t=e instanceof Error?e.name:"";return t==="ApiError"?s("De server antwoordt niet zoals het hoort."):Vp.has(t)?s("De lijst van medewerkers klopt niet: iemand heeft er misschien aan gezeten. Stel hier nu geen vraag."):""}function Oi(e=document){let t=e.querySelector("h1");t instanceof HTMLElement&&(t.tabIndex=-1,t.focus({preventScroll:!0}),scrollTo(0,0))}var zi={archive:x`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":x`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":x`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"book-open":x`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,"chart-column":x`<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="M18 17V9"/><path d="M13 17V5"/><path d="M8 17v-3"/>`,check:x`<path d="M20 6 9 17l-5-5"/>`,"circle-check":x`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":x`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,clock:x`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"door-open":x`<path d="M10 21H2"/><path d="M10 3H7a2 2 0 00-2 2v16"/><path d="M14 12h.01"/><path d="M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992z"/><path d="M22 21h-3"/>`,eye:x`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":x`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,"file-text":x`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>`,flag:x`<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>`,inbox:x`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,info:x`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":x`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,keyboard:x`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":x`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,"notebook-pen":x`<path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"/><path d="M2 6h4"/><path d="M2 10h4"/><path d="M2 14h4"/><path d="M2 18h4"/><path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"/>`,pencil:x`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,printer:x`<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>`,"rotate-cw":x`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,search:x`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,send:x`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"triangle-alert":x`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,"user-plus":x`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"user-round-x":x`<path d="m16.5 16.5 5 5"/><path d="M2 21a8 8 0 0 1 11.531-7.18"/><path d="m21.5 16.5-5 5"/><circle cx="10" cy="8" r="5"/>`,users:x`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,x:x`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":x`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":x`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function v(e){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${zi[e]}</svg>`}function E(e,t){return d`<div class="notice ${e}">
    ${v({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[e])}
    <div class="stack tight">${t}</div>
  </div>`}function F(e,t=""){return d`<span class="badge ${t}">${e}</span>`}var Ti="absence";async function tr(e){let{absences:t}=await e.api.get("/absences");return(await Promise.all(t.map(r=>Yp(e,r)))).filter(r=>r!==null)}async function Yp(e,{signed:t}){try{let n=pe(w(t),()=>{}),{id:r,member:a,first:o,last:i,cover:c}=n.body,l=J(e.directories.current,w(a,16));return l===null?null:(await he(l.sign,Ti,e.portal.id,n),{id:r,member:a,first:o,last:i,cover:c})}catch(n){if(n instanceof z)return null;throw n}}async function Pi(e,{first:t,last:n,cover:r}){let a=h(T(16)),o={v:1,id:a,member:e.key,first:t,last:n,cover:r},i=await ne(e.identity.sign.privateKey,Ti,e.portal.id,o);await e.api.put(`/absences/${a}`,{first:t,last:n,cover:r,signed:h(i)})}var Ci=(e,t)=>e.api.del(`/absences/${t}`),Ri=(e,t,n)=>e.find(r=>r.member===t&&r.first<=n&&n<=r.last)??null;function U(e){return je(t=>d` <div class="stack">
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
      </div>`).then(t=>t===!0)}function je(e,{kind:t="",label:n,stays:r=!1}={}){return new Promise(a=>{let o=document.createElement("dialog");o.className=t,n===void 0?o.setAttribute("aria-labelledby","dialog-title"):o.setAttribute("aria-label",n);let i=null,c=l=>{i=l,o.close()};r&&o.addEventListener("cancel",l=>l.preventDefault()),o.addEventListener("close",()=>{o.remove(),a(i)}),ae(e(c),o),document.body.append(o),o.showModal()})}function nr(e,t){return d`<div class="field">
    <label for=${e.id}>${e.label}</label>
    ${e.hint?d`<div class="hint" id=${`${e.id}-hint`}>${e.hint}</div>`:m} ${t}
    ${Bi(e)}
  </div>`}function Bi(e){return d`<div id=${`${e.id}-error`} aria-live="polite">
    ${e.error?d`<p class="error">${v("triangle-alert")}<span>${e.error}</span></p>`:m}
  </div>`}var rr=e=>[e.hint?`${e.id}-hint`:"",e.error?`${e.id}-error`:""].filter(Boolean).join(" ")||m,ar=e=>t=>e.input(t.target.value);function ie(e){return nr(e,d`<input
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
      aria-invalid=${e.error?"true":m}
      aria-describedby=${rr(e)}
      @input=${ar(e)}
    />`)}function Li(e){return nr(e,d`<div class="with-button">
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
        aria-invalid=${e.error?"true":m}
        aria-describedby=${rr(e)}
        @input=${ar(e)}
      />
      <button
        type="button"
        class="button square"
        aria-pressed=${String(e.shown)}
        aria-controls=${e.id}
        @click=${e.toggle}
      >
        ${v(e.shown?"eye-off":"eye")}<span class="sr">${s("Toon wat je typt")}</span>
      </button>
    </div>`)}function at(e){return nr(e,d`<textarea
        id=${e.id}
        rows=${e.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":m}
        aria-describedby=${rr(e)}
        @input=${ar(e)}
      ></textarea>
      ${e.limit?d`<p class="hint counter">${Jp(e.value,e.limit)}</p>`:m}`)}function Jp(e,t){let n=t-[...e].length;return n<0?s("{n} tekens te veel",{n:Hn(-n)}):n<t/5?s("Nog plaats voor {n} tekens",{n:Hn(n)}):s("Hoogstens {n} tekens",{n:Hn(t)})}function Ii(e){return d`<fieldset aria-describedby=${`${e.id}-error`}>
    <legend>${e.label}</legend>
    ${e.hint?d`<div class="hint">${e.hint}</div>`:m} ${Bi(e)}
    ${e.options.map((t,n)=>d`<label class="choice">
          <input
            type="radio"
            id=${n===0?e.id:`${e.id}-${n}`}
            ?checked=${t.key===e.value}
            .checked=${t.key===e.value}
            @change=${()=>e.change(t.key)}
            @keydown=${Zp}
          />
          <span>${t.label}${t.text?d`<small>${t.text}</small>`:m}</span>
        </label>`)}
  </fieldset>`}function Zp(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=e.target,r=[...n.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],a=r[(r.indexOf(n)+t+r.length)%r.length];a.focus(),a.click()}function Ye(e){return d`<label class="choice">
    <input
      type="checkbox"
      id=${e.id}
      .checked=${e.checked}
      ?disabled=${e.disabled}
      @change=${t=>e.change(t.target.checked)}
    />
    <span>${e.label}${e.text?d`<small>${e.text}</small>`:m}</span>
  </label>`}function Be(e){return nr(e,d`<select
      id=${e.id}
      autocomplete="off"
      ?disabled=${e.disabled}
      aria-describedby=${rr(e)}
      @change=${ar(e)}
    >
      ${e.empty===void 0?m:d`<option value="" ?selected=${e.value===""}>${e.empty}</option>`}
      ${e.options.map(t=>d`<option value=${t.key} ?selected=${t.key===e.value}>${t.label}</option>`)}
    </select>`)}function C({label:e,click:t,busy:n=!1,busyLabel:r,kind:a="primary",disabled:o=!1,type:i="button"}){let c=()=>{!n&&!o&&i==="button"&&t()};return d`<button
    type=${i}
    class="button ${a}"
    aria-busy=${String(n)}
    aria-disabled=${String(n||o)}
    @click=${c}
  >
    ${n?r??e:e}
  </button>`}function O(e){let t=document.createElement("div");t.className="toast",t.textContent=e,Ui("toasts").append(t),setTimeout(()=>t.remove(),7e3)}function _i(e){Ui("sr").textContent=e}function Ui(e){return document.querySelector(`[data-live="${e}"]`)}var Fi=12e4,ot=class extends Error{constructor(t,n=null){super(t,{cause:n}),this.name="NoPasskey",this.reason=t}};function Dt(){let e=/^[\d.]+$|^\[/.test(location.hostname);return globalThis.PublicKeyCredential!==void 0&&isSecureContext&&!e}async function Hi(e){let{challenge:t}=await e.post("/staff/challenge",{}),n=await Wi(()=>navigator.credentials.get({publicKey:{challenge:w(t),allowCredentials:[],userVerification:"required",timeout:Fi}})),r=n.response;return{credential:Mt(n.rawId),client_data:Mt(r.clientDataJSON),authenticator_data:Mt(r.authenticatorData),signature:Mt(r.signature)}}async function gn(e,t){let n=await Wi(()=>navigator.credentials.create({publicKey:{rp:{name:t.portal},user:{id:w(e.user),name:t.person,displayName:t.person},challenge:w(e.challenge),pubKeyCredParams:e.algorithms.map(a=>({type:"public-key",alg:a})),excludeCredentials:e.known.map(a=>({type:"public-key",id:w(a)})),authenticatorSelection:{residentKey:"required",requireResidentKey:!0,userVerification:"required"},attestation:"none",timeout:Fi}})),r=n.response;return{credential:Mt(n.rawId),client_data:Mt(r.clientDataJSON),attestation:Mt(r.attestationObject)}}async function Wi(e){try{let t=await e();if(t instanceof PublicKeyCredential)return t}catch(t){throw t instanceof DOMException?t.name==="InvalidStateError"?new ot("known",t):new ot(t.name==="NotAllowedError"||t.name==="AbortError"?"gone":"refused",t):t}throw new ot("gone")}var Mt=e=>h(new Uint8Array(e));function qi(){let e=[],t=()=>e.at(-1)?.();return addEventListener("popstate",()=>{e.length>1&&e.pop(),t()}),{open(n){e.length>0&&history.pushState(null,""),e.push(n),t()},replace(n){e.pop(),e.push(n),t()},back(){e.length>1&&history.back()},reset(n){e.length=0,e.push(n),t()}}}async function Vi(e){for(let t of document.querySelectorAll("[data-organisation]"))t.textContent=e.name;Ai(e.neutral_page);for(let t of document.querySelectorAll("[data-own]"))await Xp(t,e.texts)}async function Xp(e,t){let n=t[e.dataset.own??""];n&&(e.closest("section[hidden]")?.removeAttribute("hidden"),typeof n=="string"?e.textContent=n:(await import("./own-tree.js")).showTree(e,n))}var or=class{constructor(t,n){this.main=t,this.portal=n,Vi(n.org),this.views=qi(),this.session=null,this.screen=null,this.tabs=[],this.signInAgain=async()=>!1,this.signOut=()=>{},this.banner=m,this.keys=!0,addEventListener("keydown",r=>this.key(r))}get me(){if(this.session===null)throw new K(401,"signed-out");return this.session}open(t){let n=t(this);this.views.open(()=>this.show(n))}replace(t){let n=t(this);this.views.replace(()=>this.show(n))}reset(t){let n=t(this);this.views.reset(()=>this.show(n))}back(){this.views.back()}show(t){this.screen=t,this.update(),Oi(this.main),t.shown?.()}update(){this.screen!==null&&ae(d`${this.frame()}${this.banner}${this.screen.render()}`,this.main)}frame(){return this.session===null||this.tabs.length===0?m:d`<nav class="staff-nav no-print" aria-label=${s("Onderdelen")}>
      <ul>
        ${this.tabs.map(t=>d`<li>
              <button
                type="button"
                class="tab"
                aria-current=${t.key===this.screen?.tab?"page":m}
                @click=${()=>this.reset(t.open)}
              >
                ${v(t.icon)}<span>${t.label}</span>
              </button>
            </li>`)}
      </ul>
      <p class="who">
        <span>${this.session.name}</span>
        <button type="button" class="button quiet" @click=${()=>this.signOut()}>
          ${v("log-out")}${s("Meld je af")}
        </button>
      </p>
    </nav>`}async goIdle(){this.session?.identity.kem.wipe(),this.main.classList.add("away"),await this.signInAgain(),this.main.classList.remove("away")}key(t){let r=t.target.closest?.("input, textarea, select, dialog, [contenteditable]");!this.keys||r||t.ctrlKey||t.metaKey||t.altKey||this.screen?.key?.(t)}async call(t){try{return await t()}catch(n){if(!(n instanceof K))throw n;if(n.problem==="signed-out")await this.signInAgain();else if(n.problem!=="sign-in-again"||!await this.signInAgain(ga()))throw n;return t()}}},ga=()=>({why:s("Wie je toegang verandert, meldt zich eerst nog eens aan."),free:!0});function $(e){if(e instanceof ot)return Qp[e.reason]();if(!(e instanceof K))return e instanceof Ge?s("De server gaf een oudere toestand dan je al zag. Er is niets veranderd. Meld je opnieuw aan; gebeurt het weer, verwittig dan de systeembeheerder en je collega’s."):s("Er ging iets mis in deze browser. Er is niets verstuurd. Laad de pagina opnieuw en probeer het nog eens.");let t=eh[e.problem]?.();return t!==void 0?t:typeof e.detail=="string"&&e.detail!==""?e.detail:s("De server weigerde dit. Er is niets veranderd. Probeer het later opnieuw.")}var Qp={gone:()=>s("Er is geen passkey gebruikt. Er is niets veranderd. Probeer het opnieuw."),known:()=>s("Op dit toestel staat al een passkey van jou. Er is niets veranderd."),refused:()=>s("Dit toestel kan hier geen passkey gebruiken. Er is niets veranderd. Neem een ander toestel.")},eh={network:()=>s("Er is geen verbinding met de server. Wat je typte, staat hier nog. Probeer het opnieuw."),"wrong-credentials":()=>s("Deze gegevens kloppen niet samen. Kijk je naam, wachtzin en tweede factor na."),"sign-in-again":()=>s("Er is niets veranderd. Meld je hiervoor eerst opnieuw aan."),"last-factor":()=>s("Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe."),"wrong-passkey":()=>s("De server kon je passkey niet nakijken. Er is niets veranderd. Probeer het opnieuw."),"wrong-code":()=>s("Deze code klopt niet. Wacht op de volgende code in je app en typ die."),throttled:()=>s("Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw."),"signed-out":()=>s("Je bent afgemeld. Meld je opnieuw aan; wat je typte, staat hier nog."),forbidden:()=>s("Dit mag met jouw rol niet. Er is niets veranderd."),conflict:()=>s("Iemand anders was je net voor. Er is niets verloren: laad opnieuw en kijk na wat er veranderde."),full:()=>s("De server heeft geen plaats meer. Er is niets bewaard. Verwittig de systeembeheerder.")};function A(e){return d`<div role="alert">${e?E("danger",d`<p>${e}</p>`):m}</div>`}function q(e,t=null){return d`<div class="working" role="status">
    <p>${e}</p>
    ${t===null?d`<progress aria-label=${e}></progress>`:d`<progress aria-label=${e} max=${Math.max(t.all,1)} .value=${t.done}></progress>`}
  </div>`}var ya=4,yn=6,bn=e=>({portal:e.portal.org.name,person:s("medewerker")});function sr(e){return d`<div class="stack tight">
    <p>
      ${s("Scan deze code met een app voor eenmalige codes op je telefoon, bijvoorbeeld Aegis, 2FAS of Google Authenticator.")}
    </p>
    ${th(e.qr)}
    <details>
      <summary>${s("Kan je niet scannen? Typ de sleutel over")}</summary>
      <p class="words">${(e.secret.match(/.{1,4}/g)??[]).join(" ")}</p>
    </details>
  </div>`}var Gi=new WeakMap;function th(e){let t=Gi.get(e);if(t)return t;let n=nh(e);return Gi.set(e,n),n}function nh(e){let t=document.createElement("canvas"),n=(e.length+2*ya)*yn;t.width=n,t.height=n,t.className="qr",t.setAttribute("role","img"),t.setAttribute("aria-label",s("QR-code van je tweede factor"));let r=t.getContext("2d");return r.fillStyle="#fff",r.fillRect(0,0,n,n),r.fillStyle="#000",e.forEach((a,o)=>{[...a].forEach((i,c)=>{i==="1"&&r.fillRect((c+ya)*yn,(o+ya)*yn,yn,yn)})}),t}function kn(e){return d`<ol class="word-list">
    ${e.split(" ").map(t=>d`<li><span class="words">${t}</span></li>`)}
  </ol>`}function vn(e,t,n,r=Math.random){let a=t.words.split(" "),o=rh(a.length,r),i=!1,c=["",""],l=null,u=()=>{if(o.every((R,H)=>(c[H]??"").trim().toLowerCase()===a[R])){n();return}l=s("Dat zijn niet de woorden die daar staan. Kijk na wat je opschreef."),e.update()},p=b=>{i=b,c=["",""],l=null,e.update(),b&&document.getElementById("word-0")?.focus()},f=()=>d`<form class="stack" @submit=${Ne(u)}>
      <p>${s("Neem het papier en typ deze twee woorden over. Zo weet je zeker dat ze er goed op staan.")}</p>
      ${o.map((b,R)=>ie({id:`word-${R}`,label:s("Woord {n}",{n:b+1}),value:c[R]??"",input:H=>{c[R]=H}}))}
      ${A(l)}
      <div class="actions">
        <button type="submit" class="button primary">${s("Controleer")}</button>
        <button type="button" class="button" @click=${()=>p(!1)}>${s("Toon de woorden opnieuw")}</button>
      </div>
    </form>`,g=()=>d`${kn(t.words)}
      <div class="actions">
        <button type="button" class="button primary" @click=${()=>p(!0)}>
          ${v("pencil")}${s("Ik heb ze opgeschreven")}
        </button>
      </div>`;return{render:()=>d`<div class="stack narrow">
        <h1>${t.title}</h1>
        <div class="stack tight">${t.text}</div>
        ${t.warning?E("warn",d`<p>${t.warning}</p>`):m} ${i?f():g()}
      </div>`}}function Yi(e,t){return{title:s("De archiefsleutel van {year}",{year:t}),text:d`<p>
        ${s("Met deze 21 woorden worden later gearchiveerde dossiers geopend, op een toestel zonder portaal.")}
      </p>
      <p>
        ${s("Bewaar ze in een kluis waar ook een ander dan jij bij kan, bijvoorbeeld in een verzegelde omslag.")}
        ${s("Schrijf het jaar en de dag van vandaag op de omslag.")}
      </p>`,words:e,warning:s("Gaan deze woorden verloren, dan opent niemand nog het archief van dat jaar.")}}function Ne(e){return t=>{t.preventDefault(),e()}}function rh(e,t){let n=Math.floor(t()*e),r=(n+1+Math.floor(t()*(e-1)))%e;return[n,r].sort((a,o)=>a-o)}function Ji(e,t,n,r=null){let a=null,o=null,i="",c=!1,l=async()=>{o=null;try{a=await t()}catch(g){o=$(g)}e.update()},u=async()=>{if(!c){c=!0,o=null,e.update();try{await n(i.replace(/\s+/g,""))}catch(g){o=await p(g)??$(g)}c=!1,i="",e.update()}},p=async g=>!(g instanceof K)||g.problem!=="sign-in-again"||!await e.signInAgain(ga())?null:(await l(),s("Het duurde wat lang. Scan deze nieuwe code; de vorige geldt niet.")),f=g=>d`<form class="stack" @submit=${Ne(u)}>
      ${sr(g)}
      ${ie({id:"totp-code",label:s("Code van zes cijfers"),hint:s("De code die de app nu toont. Ze verandert elke halve minuut."),value:i,input:b=>{i=b}})}
      ${A(o)}
      <div class="actions">
        ${C({label:s("Bevestig"),busyLabel:s("Even geduld…"),busy:c,click:u,type:"submit",kind:"primary big"})}
        ${r?d`<button type="button" class="button" @click=${r}>${s("Terug")}</button>`:m}
      </div>
    </form>`;return{shown:()=>{a===null&&l()},render:()=>d`<div class="stack narrow">
        <h1>${s("Koppel je telefoon")}</h1>
        <p>${s("Bij elke aanmelding typ je naast je wachtzin een code die op je telefoon staat.")}</p>
        ${a?f(a):o?d`${A(o)}${C({label:s("Probeer opnieuw"),click:l})}`:q(s("Even geduld…"))}
      </div>`}}function Qi(e,t){let n=null,r=!1,a=!1,o=null,i=async()=>{n=await e.call(()=>e.me.api.get("/staff/factors")),e.update()},c=async b=>{if(!r){r=!0,o=null,e.update();try{let R=await b();R!==null&&O(R),await i()}catch(R){o=$(R)}r=!1,e.update()}},l=()=>c(()=>oh(e)),u=(b,R,H)=>d`<li class="row spread">
      <span>${b} <small>${R}</small></span
      ><span class="row">${H}</span>
    </li>`,p=b=>Zi(n)<2?m:d`<button type="button" class="button quiet small" @click=${()=>c(b)}>${s("Verwijder")}</button>`,f=b=>u(s("Passkey {n}",{n:b.number}),ah(b),p(()=>sh(e,b))),g=()=>u(s("Codes op je telefoon"),s("uit een app, elke halve minuut een nieuwe"),d`<button type="button" class="button quiet small" @click=${()=>Xi(e,t)}>
          ${s("Andere telefoon")}
        </button>
        ${p(()=>ih(e))}`);return()=>(a||(a=!0,i().catch(b=>{o=$(b),e.update()})),d`<section class="card stack tight">
      <h2>${s("Je tweede factor")}</h2>
      <p>${s("Bij elke aanmelding heb je naast je wachtzin één van deze nodig.")}</p>
      <ul class="people">
        ${n?.codes?g():m} ${(n?.passkeys??[]).map(f)}
      </ul>
      ${Zi(n)===1?d`<p class="hint">${s("Dit is je enige. Met een tweede sta je niet buiten als je er een verliest.")}</p>`:m}
      ${A(o)}
      <div class="actions">
        ${Dt()?C({label:s("Voeg een passkey toe"),busyLabel:s("Even geduld…"),busy:r,click:l,kind:""}):m}
        ${n===null||n.codes?m:d`<button type="button" class="button" @click=${()=>Xi(e,t)}>${s("Koppel een telefoon")}</button>`}
      </div>
      ${Dt()?m:d`<p class="hint">${s("In deze browser of op dit adres kan je geen passkey toevoegen.")}</p>`}
    </section>`)}var Zi=e=>e===null?0:e.passkeys.length+(e.codes?1:0);function ah({day:e,synced:t,here:n}){let r=[s("van {day}",{day:N(e,{weekday:!1})})];return r.push(t?s("op elk toestel van je wachtwoordbeheerder"):s("op één toestel")),n||r.push(s("voor een ander adres van dit adviespunt")),r.join(" · ")}async function oh(e){let t=await e.call(()=>e.me.api.post("/staff/passkeys",{})),n=await gn(t,bn(e)),r=h(T(16));return await e.call(()=>e.me.api.put(`/staff/passkeys/${r}`,n)),s("Je passkey is toegevoegd.")}async function sh(e,{id:t,number:n}){return await U({title:s("Passkey {n} verwijderen?",{n}),text:d`<p>${s("Je meldt je er niet meer mee aan. Verwijder ze daarna ook op je toestel.")}</p>`,yes:s("Verwijder de passkey"),danger:!0})?(await e.call(()=>e.me.api.del(`/staff/passkeys/${t}`)),s("De passkey is verwijderd.")):null}async function ih(e){return await U({title:s("De codes op je telefoon verwijderen?"),text:d`<p>
      ${s("Je meldt je daarna alleen met een passkey aan. Een code die iemand je ontfutselt, is dan niets meer waard.")}
    </p>`,yes:s("Verwijder de codes"),danger:!0})?(await e.call(()=>e.me.api.del("/staff/codes")),s("De codes gelden niet meer.")):null}function Xi(e,t){e.open(n=>Ji(n,()=>n.call(()=>n.me.api.post("/staff/codes",{})),async r=>{await n.me.api.put("/staff/codes",{code:r}),O(s("Je telefoon is gekoppeld.")),t()},()=>n.back()))}var ec=({state:e,answered_on:t})=>t!==null&&(e==="open"||e==="answering");var ch={facilitator:()=>s("facilitator"),helper:()=>s("dossiermedewerker"),coach:()=>s("integriteitscoach"),coordinator:()=>s("integriteitscoördinator")},lh={new:()=>s("nieuw"),open:()=>s("geopend, nog geen feedback"),answering:()=>s("feedback gegeven"),answered:()=>s("definitief beantwoord"),passed:()=>s("doorgegeven"),closed:()=>s("afgesloten"),withdrawn:()=>s("ingetrokken")},Oe=e=>ch[e]?.()??e,ir=e=>lh[e]?.()??e;function $n(e){return ec(e)?e.waits_for==="staff"?s("vervolg na het antwoord"):ir("answered"):ir(e.state)}function cr(e){return e<0?Z("{n} werkdag te laat","{n} werkdagen te laat",-e):e===0?s("vandaag de laatste dag"):Z("nog {n} werkdag","nog {n} werkdagen",e)}function V(e,t){let n=e.find(r=>r.key===t);return n?.label??n?.name??t??""}var dh=7;function ba(e,t=null){return n=>{let r=nc(n,()=>e(n));return{render:()=>d`<div class="stack narrow">
          <h1>${s("Aanmelden als medewerker")}</h1>
          <p class="lead">${s("Voor facilitatoren, integriteitscoaches en de integriteitscoördinator.")}</p>
          ${t?E("info",d`<p>${t}</p>`):m} ${r()}
          <hr />
          <p>
            <button type="button" class="button quiet" @click=${()=>n.open(fh(e))}>
              ${s("Je wachtzin kwijt? Gebruik je herstelcode")}
            </button>
          </p>
        </div>`}}}function nc(e,t,{name:n="",update:r=()=>e.update()}={}){let a=n!=="",o={name:n,passphrase:"",code:"",resetting:!1},i=!1,c=!1,l=null,u=null,p=async R=>{if(!c){c=!0,l=null,r();try{let H=await R();e.session=await gi(e.portal,{...o,proof:H}),o.passphrase="",t()}catch(H){u=tc(H)??u,l=tc(H)===null?$(H):null,o.code="",o.resetting=!1}c=!1,r()}},f=()=>p(async()=>({code:await hh(e,o)})),g=()=>o.name.trim()!==""&&o.passphrase.trim()!==""?p(()=>ac(e,u)):(l=s("Typ eerst je naam en je wachtzin. Daarna vraagt je toestel je passkey."),r()),b=R=>H=>{o[R]=H};return()=>d`<form class="stack" @submit=${Ne(f)}>
      ${a?m:ie({id:"staff-name",label:s("Naam waarmee je je aanmeldt"),value:o.name,input:b("name")})}
      ${Li({id:"staff-passphrase",label:s("Wachtzin"),hint:s("Zeven woorden met een spatie ertussen."),value:o.passphrase,input:b("passphrase"),shown:i,toggle:()=>{i=!i,r()}})}
      ${u?uh(u):m} ${ph(o,b("code"))}
      ${u?m:d`<p>
              <button
                type="button"
                class="button quiet"
                @click=${()=>{o.resetting=!o.resetting,o.code="",r()}}
              >
                ${o.resetting?s("Toch een code van zes cijfers"):s("Ik kreeg een code om mijn tweede factor te vernieuwen")}
              </button>
            </p>`}
      ${A(l)}
      <div class="actions">
        ${C({label:s("Meld je aan"),busyLabel:s("Even geduld…"),busy:c,click:f,type:"submit",kind:"primary big"})}
        ${rc(g,u?s("Maak een passkey"):s("Gebruik een passkey"))}
      </div>
    </form>`}function rc(e,t){return Dt()?d`<button type="button" class="button big" @click=${e}>${v("key-round")} ${t}</button>`:m}async function ac(e,t=null){return t===null?{passkey:await Hi(e.portal.api)}:{new_passkey:await gn(t.passkey,bn(e))}}function uh(e){return d`${E("good",d`<p>${s("Je code klopt. Kies nu je nieuwe tweede factor; de vorige gelden daarna niet meer.")}</p>`)}
  ${sr(e.totp)}`}function ph(e,t){return ie({id:"staff-code",label:e.resetting?s("Code om je tweede factor te vernieuwen"):s("Code van zes cijfers"),hint:e.resetting?s("Elf woorden, die je van een facilitator kreeg."):oc(),value:e.code,input:t})}var oc=()=>Dt()?s("Uit de app op je telefoon. Niet nodig als je een passkey gebruikt."):s("Uit de app op je telefoon.");async function hh(e,{code:t,resetting:n}){if(!n)return t.replace(/\s+/g,"");let r=await wn(e.portal.words,t,16).catch(()=>null);return r===null?"":h(await oe(r,"staff/second-factor-reset"))}function tc(e){return e instanceof K&&e.problem==="second-factor-setup"?e.content:null}async function sc(e,{why:t,free:n=!1}={}){let r=e.session?.signInName??"";return await je(o=>{let i=document.createElement("div"),c=()=>ae(d`<div class="stack">
            <h2 id="dialog-title">${s("Meld je opnieuw aan")}</h2>
            <p>${t??s("Je was een tijd niet actief. Wat je typte, staat er nog.")}</p>
            ${l()}
            ${n?d`<p><button type="button" class="button quiet" @click=${()=>o(null)}>${s("Terug")}</button></p>`:m}
          </div>`,i),l=nc(e,()=>o(!0),{name:r,update:c});return c(),d`${i}`},{stays:!n})===!0}function fh(e){return t=>{let n={name:"",words:"",code:""},r=!1,a=null,o=async l=>{if(!r){r=!0,a=null,t.update();try{let u=await l(),p=await wn(t.portal.words,n.words,16);t.session=await yi(t.portal,{name:n.name,recovery:p,proof:u}),ka(t,n.name,e)}catch(u){a=u instanceof K||u instanceof ot?$(u):s("Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.")}r=!1,t.update()}},i=()=>o(async()=>({code:n.code.replace(/\s+/g,"")})),c=l=>u=>{n[l]=u};return{render:()=>d`<form class="stack narrow" @submit=${Ne(i)}>
          <h1>${s("Aanmelden met je herstelcode")}</h1>
          <p>${s("Daarna krijg je een nieuwe wachtzin en een nieuwe herstelcode. De oude gelden dan niet meer.")}</p>
          ${ie({id:"recovery-name",label:s("Naam waarmee je je aanmeldt"),value:n.name,input:c("name")})}
          ${ie({id:"recovery-words",label:s("Herstelcode"),hint:s("Elf woorden, van het blad dat je bewaarde."),value:n.words,input:c("words")})}
          ${ie({id:"recovery-totp",label:s("Code van zes cijfers"),hint:oc(),value:n.code,input:c("code")})}
          ${A(a)}
          <div class="actions">
            ${C({label:s("Meld je aan"),busy:r,click:i,type:"submit"})}
            ${rc(()=>o(()=>ac(t)),s("Gebruik een passkey"))}
            <button type="button" class="button" @click=${()=>t.back()}>${s("Terug")}</button>
          </div>
        </form>`}}}function ka(e,t,n){let r=Vn(e.portal.words,dh),a=T(16);e.reset(()=>vn(e,mh(r),async()=>{let o=await nt(e.portal.words,a);e.replace(()=>vn(e,wh(o),()=>e.replace(gh(t,r,a,n))))}))}function mh(e){return{title:s("Je wachtzin"),text:d`<p>${s("Met je naam en deze zeven woorden meld je je aan. Alleen jij ziet ze, en alleen nu.")}</p>
      <p>${s("Leer ze van buiten of bewaar ze op papier, niet bij je telefoon.")}</p>`,words:e}}function wh(e){return{title:s("Je herstelcode"),text:d`<p>
      ${s("Vergeet je je wachtzin, dan open je met deze elf woorden toch je toegang. Schrijf ze op papier en bewaar ze achter slot.")}
    </p>`,words:e,warning:s("Wie deze woorden heeft en je tweede factor, kan zich als jou aanmelden.")}}function gh(e,t,n,r){return a=>{let o=null,i=!1,c=async()=>{i=!0,o=null,a.update();try{await a.call(()=>Ei(a.me,{name:e,passphrase:t,recovery:n})),r(a)}catch(l){o=$(l)}i=!1,a.update()};return{shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${s("Je nieuwe wachtzin wordt bewaard")}</h1>
          ${A(o)}
          ${o?C({label:s("Probeer opnieuw"),busy:i,click:c}):d`<progress aria-label=${s("Even geduld…")}></progress>`}
        </div>`}}}function ic(e){let t=null,n=null,r=async()=>{t??=[],t=(await e.call(()=>e.me.api.get("/sessions"))).sessions,e.update()},a=async(i,c)=>{n=null;try{await e.call(()=>e.me.api.del(i)),O(c),await r()}catch(l){n=$(l),e.update()}},o=i=>d`<li class="row spread">
      <span>
        ${i.this?s("Deze browser"):s("Een andere browser")}
        <small>${s("aangemeld op {day}",{day:N(i.day,{weekday:!1})})}</small>
      </span>
      ${i.this?m:d`<button type="button" class="button quiet small" @click=${()=>a(`/sessions/${i.handle}`,s("Die browser is afgemeld."))}>${s("Meld daar af")}</button>`}
    </li>`;return()=>{t===null&&r().catch(c=>{n=$(c),e.update()});let i=[...t??[]].sort((c,l)=>Number(l.this)-Number(c.this));return d`<section class="card stack tight">
      <h2>${s("Waar ben je aangemeld?")}</h2>
      <ul class="people">
        ${i.map(o)}
      </ul>
      ${A(n)}
      ${i.length<3?m:d`<p>
              <button
                type="button"
                class="button"
                @click=${()=>a("/sessions",s("Je bent overal elders afgemeld."))}
              >
                ${s("Meld me overal elders af")}
              </button>
            </p>`}
      <p class="hint">${s("Herken je er een niet? Meld ze af en maak hieronder een nieuwe wachtzin.")}</p>
    </section>`}}function lr(e){let t=null,n="",r=async()=>{try{n=await Gn(e.portal.words,e.me.directories.current.organisation)}catch(l){t=$(l)}e.update()},a=e.me.role==="coordinator"?()=>m:yh(e),o=bh(e),i=Qi(e,()=>e.reset(lr)),c=ic(e);return{tab:"account",shown:()=>{r()},render:()=>d`<div class="stack narrow">
        <h1>${s("Mijn toegang")}</h1>
        ${A(t)}
        <dl class="facts">
          <dt>${s("Naam")}</dt>
          <dd>${e.me.name}</dd>
          <dt>${s("Rol")}</dt>
          <dd>${Oe(e.me.role)}</dd>
          <dt>${s("Kenmerk van de organisatie")}</dt>
          <dd class="words">${n}</dd>
          <dt>${s("Lijst van medewerkers")}</dt>
          <dd>${s("versie {n}, nagekeken",{n:e.me.directories.current.version})}</dd>
        </dl>
        ${i()} ${c()}
        <section class="card stack tight">
          <h2>${s("Nieuwe wachtzin en herstelcode")}</h2>
          <p>${s("Doe dit als iemand je woorden kan hebben gezien. De oude gelden daarna niet meer.")}</p>
          <p><button type="button" class="button" @click=${()=>kh(e)}>${s("Maak nieuwe")}</button></p>
        </section>
        ${a()} ${o()}
      </div>`}}function yh(e){let t=null,n={first:e.me.today,last:e.me.today,cover:""},r=null,a=async()=>{t??=[],t=(await e.call(()=>tr(e.me))).filter(({member:f})=>f===e.me.key),e.update()},o=f=>{r=$(f),e.update()},i=async f=>{r=null;try{await e.call(f),await a()}catch(g){o(g)}},c=()=>{if(n.first===""||n.last<n.first){r=s("De laatste dag kan niet voor de eerste liggen. Er is niets bewaard."),e.update();return}i(()=>Pi(e.me,{...n,cover:n.cover===""?null:n.cover}))},l=(f,g)=>d`<div class="field">
      <label for=${`away-${f}`}>${g}</label>
      <input
        id=${`away-${f}`}
        type="date"
        autocomplete="off"
        .value=${n[f]}
        @change=${b=>{n[f]=b.target.value}}
      />
    </div>`,u=()=>fe(e.me).filter(({active:f,role:g,id:b})=>f&&g!=="coordinator"&&h(b)!==e.me.key).map(({id:f,name:g})=>({key:h(f),label:g})),p=f=>d`<li class="row spread">
      <span
        >${N(f.first,{weekday:!1})} –
        ${N(f.last,{weekday:!1})}${f.cover?d`, ${s("{name} neemt over",{name:Ee(e.me,f.cover)?.name??""})}`:m}</span
      >
      <button type="button" class="button quiet small" @click=${()=>i(()=>Ci(e.me,f.id))}>
        ${s("Verwijder")}
      </button>
    </li>`;return()=>(t===null&&a().catch(o),d`<section class="card stack tight">
      <h2>${s("Afwezig")}</h2>
      <p>${s("Collega’s zien het als ze iemand toewijzen.")}</p>
      <ul class="people">
        ${(t??[]).map(p)}
      </ul>
      <div class="two">${l("first",s("Eerste dag"))}${l("last",s("Laatste dag"))}</div>
      ${Be({id:"away-cover",label:s("Wie neemt over?"),value:n.cover,empty:s("Niemand"),options:u(),input:f=>{n.cover=f}})}
      ${A(r)}
      <div class="actions">${C({label:s("Bewaar de afwezigheid"),click:c,kind:""})}</div>
    </section>`)}function bh(e){let t=null,n=null,r=!1,a=async()=>{r=!0;try{let{address:i}=await e.call(()=>e.me.api.get("/staff/notice"));t??=i??""}catch(i){n=$(i)}e.update()},o=async()=>{if(t!==null){n=null;try{await e.call(()=>e.me.api.put("/staff/notice",{address:t?.trim()?t.trim():null})),O(t?.trim()?s("Het adres is bewaard."):s("Je krijgt geen mail meer."))}catch(i){n=$(i)}e.update()}};return()=>(r||a(),d`<section class="card stack tight">
      <h2>${s("Een mail als er iets is")}</h2>
      <p>
        ${s("Hoogstens één mail per dag, altijd met dezelfde woorden: er staat iets klaar. Nooit iets over een vraag.")}
      </p>
      ${ie({id:"notice-address",label:s("Mailadres"),hint:s("Laat leeg als je geen mail wilt."),value:t??"",input:i=>{t=i}})}
      ${A(n)}
      <div class="actions">${C({label:s("Bewaar het adres"),click:o,kind:""})}</div>
    </section>`)}async function kh(e){if(!await U({title:s("Een nieuwe wachtzin en herstelcode maken?"),text:d`<p>${s("Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.")}</p>`,yes:s("Begin")}))return;let n=e.me.signInName||await vh();n&&ka(e,n,r=>r.reset(lr))}function vh(){return je(e=>{let t=document.createElement("div"),n="";return ae(d`<form class="stack" @submit=${Ne(()=>{n.trim()!==""&&e(n)})}>
        <h2 id="dialog-title">${s("Met welke naam meld je je aan?")}</h2>
        ${ie({id:"renew-name",label:s("Naam waarmee je je aanmeldt"),value:n,input:a=>{n=a}})}
        <div class="actions">
          <button type="button" class="button" @click=${()=>e(null)}>${s("Terug")}</button
          ><button type="submit" class="button primary">${s("Ga verder")}</button>
        </div>
      </form>`,t),d`${t}`})}var Je=(e,t)=>oe(e,`commit/${t}`);function cc({portal:e,case:t,epoch:n,recipient:r,purpose:a}){return j(M("adviespunt/v1/key"),Y(e,t,Ut(n),r,M(a)))}var lc=(e,t,n)=>ut(e,cc(t),n);async function va(e,t,n){let r=await e.open(cc(t),n);if(r.length!==32)throw new B;return r}async function dc(e,t,n,r){let a=await va(e,t,r);if(!y(await Je(a,t.purpose),n))throw new B;return a}var $h=20,xh=1e5,Eh=200,Wt=S({}),dr=["asker"],$a=["facilitator","helper"],Kt=[...$a,"coach"],Le=Object.freeze({question:{writers:dr,thread:"case",fields:S({excluded:jt(_),kind:te,name:de(pt(1,Eh)),urgent:Et})},reply:{writers:[...dr,...Kt],thread:"case",fields:Wt},thanks:{writers:dr,thread:"case",fields:Wt},feedback:{writers:Kt,thread:"case",fields:Wt},final:{writers:Kt,thread:"case",fields:S({referred:ue(te)})},pass:{writers:Kt,thread:"case",fields:S({authority:te})},close:{writers:$a,thread:"case",fields:S({outcome:te})},withdraw:{writers:dr,thread:"case",fields:Wt},recuse:{writers:["coach"],thread:"case",fields:Wt},note:{writers:Kt,thread:"notes",fields:Wt},draft:{writers:Kt,thread:"notes",fields:S({for:ve("feedback","reply","final")})},triage:{writers:$a,thread:"notes",fields:S({category:de(te),pen:de(_),urgent:Et})},record:{writers:Kt,thread:"notes",fields:S({authority:te,day:ke})}}),uc=S({hash:Q,id:_}),hc=S({v:se,counter:ee,roster:Rn,seen:jt(uc,({id:e})=>e),attachments:ue(S({family:ve("photo","document"),pages:ue(uc,1)}),0,$h),text:pt(0,xh),fields:()=>{}});function jh(e,t){if((Object.hasOwn(Le,e)?Le[e]:null)?.thread!==t)throw new k("kind");return e}async function fc(e,t,n,r,a){let{id:o,writer:i,epoch:c}=n.header,l=jh(n.header.kind,t),u=pe(await un(e,n),hc);Le[l].fields(u.body.fields);let p=Sh(u.body);if(l==="question"&&p.roster.number!==0)throw new k("roster");let f=await a(p.roster,c,i);if(!Le[l].writers.includes(f.role))throw new k("writer");return await he(f.sign,"message",Y(n.rawHeader,await Je(e,t)),u),{...p,id:o,key:h(o),kind:l,thread:t,writer:i,epoch:c,hash:r}}var Sh=e=>({counter:e.counter,roster:{hash:w(e.roster.hash),number:e.roster.number},seen:e.seen.map(mc),attachments:e.attachments.map(Ah),text:e.text,fields:e.fields}),mc=({id:e,hash:t})=>({id:w(e),hash:w(t)}),Ah=({family:e,pages:t})=>({family:e,pages:t.map(mc)});function wc(e,t){let n=new Map(e.map(o=>[h(o.hash),o])),r=new Map,a={messages:[],refused:[]};for(let o of Dh(e,n)){let i=Nh(o,n,r),c=Oh(o,i);c?a.refused.push({message:o,reason:c}):(a.messages.push(o),r.set(h(o.hash),i))}return{...a,missing:Mh(a.messages,new Set([...n.keys(),...t]))}}function Mh(e,t){let n=e.flatMap(({seen:a})=>a).filter(({hash:a})=>!t.has(h(a)));return[...new Map(n.map(a=>[`${h(a.id)} ${h(a.hash)}`,a])).values()].sort((a,o)=>ge(a.id,o.id))}function Dh(e,t){let n=new Set,r=[],a=e;for(;a.length>0;){let o=a.findIndex(({seen:i})=>i.every(({hash:c})=>Kh(t.get(h(c)),n)));if(o<0)throw new D("circle");r.push(a[o]),n.add(a[o]),a=a.filter((i,c)=>c!==o)}return r}var Kh=(e,t)=>e===void 0||t.has(e);function Nh({seen:e},t,n){let r={counters:new Map,whole:!0,roster:0};for(let{hash:a}of e){let o=n.get(h(a)),i=t.get(h(a));if(r.whole&&=o?.whole??!1,!(!o||!i)){r.roster=Math.max(r.roster,o.roster,i.roster.number);for(let[c,l]of[...o.counters,[h(i.writer),i.counter]])r.counters.set(c,Math.max(l,r.counters.get(c)??l))}}return r}function Oh({seen:e,counter:t,kind:n,thread:r,writer:a,roster:o},i){let c=e.length===0;if(c&&t!==0||r==="case"&&n==="question"!==c)return"seen";if(o.number<i.roster)return"roster";let l=1+(i.counters.get(h(a))??-1);return t<l||i.whole&&t!==l?"counter":null}function gc(e){let t=new Set(e.flatMap(r=>r.seen.map(({hash:a})=>h(a))));return e.filter(({hash:r})=>!t.has(h(r))).map(({id:r,hash:a})=>({id:r,hash:a})).sort((r,a)=>ge(r.id,a.id))}var yc=(e,t)=>1+Math.max(-1,...e.filter(n=>y(n.writer,t)).map(({counter:n})=>n));async function bc(e,t,n,r){let a=n.kind,o=zh(r);hc(o),Le[a].fields(o.fields);let i=Y(tt(n),await Je(e,Le[a].thread));return xe(e,n,await ne(t,"message",i,o))}var zh=({counter:e,roster:t,seen:n,attachments:r,text:a,fields:o})=>({v:1,counter:e,roster:{hash:h(t.hash),number:t.number},seen:n.map(pc),attachments:r.map(({family:i,pages:c})=>({family:i,pages:c.map(pc)})),text:a,fields:o}),pc=({id:e,hash:t})=>({hash:h(t),id:h(e)});var Th=16*1024*1024,Ph=64e6,Ch=S({height:on,media:ve("image/webp","image/png","image/jpeg"),width:on});function vc({media:e,width:t,height:n,image:r}){return xc({media:e,width:t,height:n,image:r}),j(Ie(ce({height:n,media:e,width:t})),r)}function $c(e){let t=new De(e),n=_e(t.lp());Ch(n);let r={media:n.media,width:n.width,height:n.height,image:t.rest()};return xc(r),r}function xc({media:e,width:t,height:n,image:r}){if(r.length>Th)throw new D("image-bytes");if(jc(t,n),!Rh[e]?.(r))throw new D("image-kind")}function Ec({media:e,width:t,height:n,image:r}){let a=Bh[e]?.(r)??null;if(!a)throw new D("image-kind");if(jc(a.width,a.height),a.width!==t||a.height!==n)throw new D("image-size")}function jc(e,t){if(e<1||t<1||e*t>Ph)throw new D("image-pixels")}var Rh={"image/png":e=>yt(e,0,`PNG\r

`),"image/jpeg":e=>yt(e,0,"ÿØÿ"),"image/webp":e=>yt(e,0,"RIFF")&&yt(e,8,"WEBP")},Bh={"image/png":Lh,"image/jpeg":Ih,"image/webp":Uh},yt=(e,t,n)=>[...n].every((r,a)=>e[t+a]===r.charCodeAt(0)),bt=e=>new DataView(e.buffer,e.byteOffset,e.length);function Lh(e){return e.length<33||!yt(e,12,"IHDR")?null:{width:bt(e).getUint32(16),height:bt(e).getUint32(20)}}function Ih(e){let t=2;for(;t+9<e.length&&e[t]===255;){let n=e[t+1];if(_h(n))return{height:bt(e).getUint16(t+5),width:bt(e).getUint16(t+7)};t+=2+bt(e).getUint16(t+2)}return null}var _h=e=>e>=192&&e<=207&&![196,200,204].includes(e);function Uh(e){return e.length<30?null:yt(e,12,"VP8X")?{width:1+kc(e,24),height:1+kc(e,27)}:yt(e,12,"VP8L")?Fh(bt(e).getUint32(21,!0),e[20]):!yt(e,12,"VP8 ")||e[23]!==157||e[24]!==1||e[25]!==42?null:{width:bt(e).getUint16(26,!0)&16383,height:bt(e).getUint16(28,!0)&16383}}var Fh=(e,t)=>t===47?{width:1+(e&16383),height:1+(e>>>14&16383)}:null,kc=(e,t)=>e[t]|e[t+1]<<8|e[t+2]<<16;var st=Object.freeze(["facilitator","helper","coach"]),Sc=new Uint8Array(32),Hh=S({id:_,kem:Q,role:ve("asker","facilitator","helper","coach","archive"),sign:Q}),Wh=S({v:se,number:ee,previous:de(Q),epoch:on,case:Q,notes:de(Q),directory:Bn,participants:jt(Hh,e=>e.id),asker:de(S({kem:Re(an),sign:Re(32)}))});async function Ac(e,t,n){let r=$e(n),{header:a}=r;if(!(y(a.portal,t.portal)&&y(a.case,t.case)&&a.kind==="roster"))throw new k("place");let i=await un(e,r),c=pe(i,Wh),l=qh(c.body,a.writer,await He(i));if(l.epoch!==a.epoch)throw new k("epoch");if(!y(l.case,await Je(e,"case")))throw new k("commitment");return{roster:l,parsed:c,context:r.rawHeader}}function qh(e,t,n){return{number:e.number,previous:e.previous&&w(e.previous),epoch:e.epoch,case:w(e.case),notes:e.notes&&w(e.notes),directory:{version:e.directory.version,hash:w(e.directory.hash)},participants:e.participants.map(Vh),asker:e.asker&&{kem:w(e.asker.kem),sign:w(e.asker.sign)},author:t,hash:n}}var Vh=({id:e,kem:t,role:n,sign:r})=>({id:w(e),kem:w(t),role:n,sign:w(r)}),me=(e,t)=>e.participants.find(n=>y(n.id,t))??null;async function Mc({roster:e,parsed:t,context:n},r,a){Gh(e,r);let o=await a.at(e.directory);return await he(await Jh(e,r,o),"roster",n,t),await Zh(e,r,o),await Xh(e,r.at(-1)??null,o),r.length>0?tf(e,r):ef(e),e}function Gh(e,t){let n=t.at(-1)??null;if(e.number!==t.length)throw new k("number");if(!Yh(e.previous,n&&n.hash))throw new k("previous");if(n&&e.directory.version<n.directory.version)throw new k("directory-back")}var Yh=(e,t)=>e===null||t===null?e===t:y(e,t);async function Jh(e,t,n){let r=t.at(-1);if(!r){if(!y(e.author,W)||!e.asker)throw new k("author");return e.asker.sign}let a=me(r,e.author),o=re(n,e.author,At);if(!a||!At.includes(a.role)||!o)throw new k("author");if(!y((await We(o)).sign,a.sign))throw new k("author");return o.sign}async function Zh(e,t,n){let r=t[0];if(r&&e.asker)throw new k("asker");let a=r?me(r,W):e.asker&&await rf(e.asker),o=r?me(r,Qe):await af(n);if(!xa(me(e,W),a))throw new k("asker");if(!xa(me(e,Qe),o))throw new k("archive")}var xa=(e,t)=>e!==null&&t!==null&&e.role===t.role&&Ea(e,t)&&y(e.id,t.id),Ea=(e,t)=>y(e.kem,t.kem)&&y(e.sign,t.sign);async function Xh(e,t,n){let r=e.participants.filter(({id:a})=>!y(a,W)&&!y(a,Qe));for(let a of r)await Qh(a,t,n);if(!r.some(({role:a})=>At.includes(a)))throw new k("nobody-left")}async function Qh(e,t,n){let r=J(n,e.id),a=t&&me(t,e.id);if(!r)throw new k("member");if(!xa(a,e)){if(a&&!Ea(a,e))throw new k("keys-changed");if(!r.active||r.role!==e.role||!st.includes(e.role))throw new k("role");if(!Ea(e,await We(r)))throw new k("keys")}}function ef({epoch:e,notes:t,participants:n}){if(e!==0||t||n.some(({role:r})=>r==="coach"))throw new k("first")}function tf(e,t){let n=t[t.length-1];if(!e.notes)throw new k("notes");if(!me(e,e.author))throw new k("author-leaves");let r=n.participants.some(({id:a})=>!me(e,a));if(e.epoch===n.epoch&&!r){if(!(y(e.case,n.case)&&(!n.notes||y(e.notes,n.notes))))throw new k("epoch")}else if(e.epoch!==n.epoch+1||nf(e,t))throw new k("epoch")}function nf(e,t){let n=t.flatMap(({case:r,notes:a})=>a?[r,a]:[r]);return[e.case,e.notes].some(r=>r&&n.some(a=>y(r,a)))}async function Dc(e,t,n){if(t.length!==0)for(let{directory:r,participants:a}of e){let o=await n.at(r);if(a.map(({id:c})=>J(o,c)?.person).some(c=>c&&t.includes(h(c))))throw new k("excluded")}}var rf=async e=>({id:W,role:"asker",...await We(e)});async function af({archive:e}){let{kem:t}=await We({kem:e.kem,sign:Sc});return{id:Qe,role:"archive",kem:t,sign:Sc}}async function Kc(e,t){let n=re(e,t,st);if(!n)throw new k("role");return{id:n.id,role:n.role,...await We(n)}}var Nc=e=>[...e].sort((t,n)=>ge(t.id,n.id));function Oc(e,t){let n=re(t,e.id,st);return n?{...e,role:n.role}:e}async function ja(e,t,{portal:n,case:r},a,o){let i={portal:n,case:r,epoch:o.epoch,id:T(16),writer:a,kind:"roster"},c=await ne(t,"roster",tt(i),of(o));return{id:i.id,envelope:await xe(e,i,c),hash:await He(c)}}var of=e=>({v:1,number:e.number,previous:e.previous&&h(e.previous),epoch:e.epoch,case:h(e.case),notes:e.notes&&h(e.notes),directory:{hash:h(e.directory.hash),version:e.directory.version},participants:e.participants.map(({id:t,kem:n,role:r,sign:a})=>({id:h(t),kem:h(n),role:r,sign:h(a)})),asker:e.asker&&{kem:h(e.asker.kem),sign:h(e.asker.sign)}});var L=class extends Error{constructor(t,n=void 0){super(`case refused: ${t}`,{cause:n}),this.name="CaseRefused",this.reason=t}};async function kt(e,t){try{return await t()}catch(n){throw n instanceof z?new L(n.reason==="directory-unknown"?"directory":e,n):n}}function it(e,t){let n=e.get(t);if(!n)throw new L("keys");return n}var Sa=({id:e,role:t})=>({id:e,role:t}),Aa=(e,t,n)=>r=>y(r,W)?e.kem:y(r,Qe)?t.archive.kem:J(n,r)?.kem??null;async function Ma(e,t,n){return(await Promise.all(t.map(a=>sf(e,a,n(a.entry.id))))).flat()}async function sf(e,{entry:t,keys:n},r){if(!r||!y(await I(r),t.kem))throw new L("keys");let a=t.id;return Promise.all(n.map(async({epoch:o,purpose:i,key:c})=>{let l=await lc(r,{...e,epoch:o,purpose:i,recipient:a},c);return{epoch:o,purpose:i,recipient:a,sealed:l}}))}function Da({kind:e,text:t="",fields:n={},attachments:r=[]}){return{kind:e,text:t,fields:n,attachments:r,sealed:null}}async function Ka(e,t){let{identity:n,caseKeys:r,notesKeys:a}=e.opened,{thread:o,writers:i}=Le[t.kind];if(!i.includes(e.me.role))throw new L("role");if(o==="notes"&&t.attachments.length>0)throw new L("pages");let{epoch:c,number:l,hash:u}=e.roster,p=(o==="case"?r:a).get(c);if(!p)throw new L("notes");let f=o==="case"?e.messages:e.notes;return cf(t,p,{place:{portal:e.portal,case:e.id},identity:n,writer:e.me.id,epoch:c,roster:{number:l,hash:u},counter:yc(f,e.me.id),seen:gc(f),caseKey:it(r,c)})}async function cf({kind:e,text:t,fields:n,attachments:r},a,o){let{place:i,identity:c,writer:l,epoch:u,roster:p,counter:f,seen:g}=o,{pages:b,attachments:R}=await lf(o.caseKey??a,{...i,epoch:u,writer:l},r),H={...i,epoch:u,id:T(16),writer:l,kind:e},lt={counter:f,roster:p,seen:g,attachments:R,text:t,fields:n},Rd=await bc(a,c.sign.privateKey,H,lt);return{id:H.id,case:i.case,kind:e,thread:Le[e].thread,epoch:u,envelope:Rd,pages:b}}async function lf(e,t,n){let r=n.map(({pages:i})=>Promise.all(i.map(c=>df(e,t,c)))),a=await Promise.all(r);return{attachments:n.map(({family:i},c)=>({family:i,pages:a[c].map(({id:l,hash:u})=>({id:l,hash:u}))})),pages:a.flat().map(({id:i,envelope:c})=>({id:i,envelope:c}))}}async function df(e,t,n){let r={...t,id:T(16),kind:"page"},a=await xe(e,r,vc(n));return{id:r.id,envelope:a,hash:await dn(a)}}async function Na(e,t){let{identity:n,directories:r,rosters:a}=e.opened,o=a[a.length-1],i=uf(e,o,t);if(i===null)return null;pf(e,i);let c=await hf(e,o,i),l=ff(e,o,i.turns),u={number:o.number+1,previous:o.hash,epoch:l.epoch,participants:c,asker:null,case:await Je(it(l.caseKeys,l.epoch),"case"),notes:await Je(it(l.notesKeys,l.epoch),"notes"),directory:{version:r.current.version,hash:r.current.hash}},p={portal:e.portal,case:e.id},f=it(l.caseKeys,l.epoch),g=await ja(f,n.sign.privateKey,p,e.me.id,u),b=c.map(R=>mf(e,R,o,l));return{...g,number:u.number,epoch:l.epoch,notes:!0,participants:c.map(Sa),keys:await Ma(p,b,await wf(e))}}function uf(e,t,{add:n=[],remove:r=[],firstNotes:a=!1,turn:o=!1}){let i=[h(W),h(Qe)],c=[...r.map(h),...e.departed].filter(f=>!i.includes(f)),l=t.participants.filter(({id:f})=>c.includes(h(f))),u=n.filter(f=>!me(t,f)&&!c.includes(h(f))),p=a&&!t.notes;return l.length===0&&u.length===0&&!o&&!p?null:{coming:u,leaving:l,turns:l.length>0||o}}function pf(e,{coming:t,leaving:n}){let r=e.opened.directories.current;if(!(At.includes(e.me.role)&&re(r,e.me.id,At)))throw new L("role");if(t.map(i=>J(r,i)?.person).some(i=>i&&e.excluded.includes(h(i))))throw new L("excluded");if(n.some(({id:i})=>y(i,e.me.id)))throw new L("roster");if(t.length>0&&e.unreadableNotes.length>0)throw new L("notes")}async function hf(e,t,{coming:n,leaving:r}){let a=e.opened.directories.current,o=t.participants.filter(c=>!r.includes(c)),i=kt("roster",()=>Promise.all(n.map(c=>Kc(a,c))));return Nc([...o.map(c=>Oc(c,a)),...await i])}function ff(e,t,n){let r=t.epoch+(n?1:0),[a,o]=[new Map(e.opened.caseKeys),new Map(e.opened.notesKeys)];if(n&&a.set(r,T(32)),(n||!t.notes)&&o.set(r,T(32)),!o.has(r))throw new L("notes");return{epoch:r,caseKeys:a,notesKeys:o}}function mf({opened:e},t,n,{caseKeys:r,notesKeys:a}){let o=me(n,t.id)===null,i=zc("case",r,o?null:e.caseKeys);return y(t.id,W)||i.push(...zc("notes",a,o?null:e.notesKeys)),{entry:t,keys:i}}var zc=(e,t,n)=>[...t].filter(([r])=>!n?.has(r)).map(([r,a])=>({epoch:r,purpose:e,key:a}));async function wf({opened:{rosters:e,directories:t}}){let n=e[0].asker;return Aa(n,await t.at(e[0].directory),t.current)}var Oa=6,gf=4;async function Pc(e,t,{unseen:n=!1}={}){let r=await e.get(`/cases/${h(t)}${n?"?unseen=true":""}`),a=[...r.messages,...r.notes??[]];return{fetched:yf(t,r),index:r,days:new Map(a.map(o=>[o.id,o.day]))}}var yf=(e,t)=>({id:e,rosters:t.rosters.map(n=>w(n)),keys:t.keys.map(bf),messages:t.messages.map(Tc),notes:(t.notes??[]).map(Tc)}),bf=({epoch:e,purpose:t,sealed:n})=>({epoch:e,purpose:t,sealed:w(n)}),Tc=({envelope:e})=>w(e),za=new Map;function kf(e,t){let n=za.get(t);return!n||e&&e.roster.number>=n.number?e:{roster:n,read:e?.read??[]}}function Ta({api:e,identity:t,me:n,portal:r,id:a,directories:o,lastSeen:i,unseen:c=!1}){let l=`${h(n.id)} ${h(a)}`,u=async p=>{let{fetched:f,index:g,days:b}=await Pc(e,a,{unseen:c}),R=await o(p),H=kf(i(),l),lt=await Lc({identity:t,me:n,portal:r,fetched:f,directories:R,lastSeen:H});return lt.roster.number>=(za.get(l)?.number??0)&&za.set(l,lt.seen.roster),{...lt,index:g,days:b}};return async(p=!1)=>{try{return await u(p)}catch(f){if(f instanceof L&&f.reason==="directory"&&!p)return u(!0);throw f}}}async function Cc(e,t,n=64){let r=[];for(let a=0;a<e.length;a+=n)r.push(...await Promise.all(e.slice(a,a+n).map((o,i)=>t(o,a+i))));return r}var Pa=async(e,t,n,r)=>Ic(t,n,r,await e.get(`/cases/${t.key}/pages/${h(r.id)}`));async function Ca(e,t,n,{register:r=async()=>null}={}){for(let a=Oa;;a-=1){let o=n.sealed?null:await $f(e,t,n);o&&(n.sealed=await vf(o,n,r));let i=n.sealed;try{return await Bc(e,i.case,i.pages),{message:i,answer:await e.put(`/cases/${h(i.case)}/messages/${h(i.id)}`,xf(i))}}catch(c){if(!Rc(c)||a<=1)throw c;n.sealed=null}}}async function vf(e,t,n){let r=await Ka(e,t);return{...r,register:await n(e,r)}}async function $f(e,t,n){let r=await t();return Le[n.kind].thread==="notes"&&!r.roster.notes?Nt(e,t,{firstNotes:!0}):r}var xf=({envelope:e,pages:t,register:n})=>({envelope:h(e),pages:t.map(({id:r})=>h(r)),register:n?{key:h(n.key),sealed:h(n.sealed)}:null}),Rc=e=>e instanceof K&&e.status===409&&e.problem==="conflict";async function Bc(e,t,n,r=()=>{}){let a=0;await Cc(n,async i=>{await e.put(`/cases/${h(t)}/pages/${h(i.id)}`,i.envelope),r(a+=1)},gf)}async function Nt(e,t,n){for(let r=Oa;;r-=1){let a=await t(r<Oa),o=await Na(a,n);if(!o)return a;try{return await e.post(`/cases/${a.key}/rosters`,jf(o)),await t()}catch(i){if(!(Rc(i)||Ef(i))||r<=1)throw i}}}var Ef=e=>e instanceof K&&e.problem==="network",jf=({number:e,envelope:t,epoch:n,notes:r,participants:a,keys:o})=>({number:e,envelope:h(t),epoch:n,notes:r,participants:a.map(({id:i,role:c})=>({id:h(i),role:c})),keys:o.map(Sf)}),Sf=({recipient:e,epoch:t,purpose:n,sealed:r})=>({recipient:h(e),epoch:t,purpose:n,sealed:h(r)});async function Lc({identity:e,me:t,portal:n,fetched:r,directories:a,lastSeen:o}){let i={portal:n,case:r.id},c=await Kf(e,t.id,i,r),l=await Nf(r.rosters,c,i,a);Of(l,o),await zf(l,t.id,e);let{notesKeys:u,unreadableNotes:p}=await Tf(e,t.id,i,r,l),f={identity:e,directories:a,rosters:l,caseKeys:c,notesKeys:u},g=await _c("case",r.messages,i,f),b=await Af(g.messages,l,a),R=y(t.id,W)?[]:r.notes,H=await _c("notes",R,i,f),lt=[...g.missing,...H.missing];return{id:r.id,key:h(r.id),portal:n,excluded:b,unreadableNotes:p,opened:f,...Mf(t.id,f,g.messages),messages:g.messages,notes:H.messages,refused:[...g.refused,...H.refused],missing:[...lt,..._f([...r.messages,...R],o,lt)],seen:Df(l[l.length-1],[...g.messages,...H.messages],o)}}async function Af(e,t,n){let r=e.find(({kind:o})=>o==="question");if(!r)throw new L("question");let a=r.fields.excluded;return await kt("excluded",()=>Dc(t,a,n)),a}function Mf(e,{rosters:t,directories:n},r){let a=t[t.length-1],{number:o,hash:i,epoch:c,notes:l,participants:u}=a,p=me(a,e);return{me:{id:e,role:p.role},roster:{number:o,hash:i,epoch:c,notes:l!==null},participants:u.map(f=>Fc(f,n.current)),departed:If(a,r,n.current)}}var Df=({hash:e,number:t},n,r)=>({roster:{hash:h(e),number:t},read:[...new Set([...r?.read??[],...n.map(({key:a})=>a)])]});async function Kf(e,t,n,r){let a=async o=>{let i=Uc(r,o,"case");if(!i)throw new L("keys");return va(e.kem,{...n,epoch:o,recipient:t,purpose:"case"},i)};return kt("keys",async()=>{let o=[...new Set(r.rosters.map(c=>$e(c).header.epoch))],i=await Promise.all(o.map(a));return new Map(o.map((c,l)=>[c,i[l]]))})}var Uc=({keys:e},t,n)=>e.filter(r=>r.epoch===t&&r.purpose===n).at(-1)?.sealed??null;async function Nf(e,t,n,r){let a=await kt("roster",()=>Promise.all(e.map(i=>Ac(it(t,$e(i).header.epoch),n,i)))),o=[];for(let i of a)o.push(await kt("roster",()=>Mc(i,o,r)));if(o.length===0)throw new L("roster");return o}function Of(e,t){if(!t)return;let{number:n,hash:r}=t.roster;if(!e[n]||h(e[n].hash)!==r)throw new L("rollback")}async function zf(e,t,n){let r=me(e[e.length-1],t),a=await We({kem:n.kem.publicKey,sign:n.sign?.publicKey??new Uint8Array(32)});if(!r||!y(r.kem,a.kem))throw new L("me");if(y(t,W)&&!y(r.sign,a.sign))throw new L("me")}async function Tf(e,t,n,r,a){let o=new Map,i=[];if(y(t,W))return{notesKeys:o,unreadableNotes:i};let c=new Map(a.map(({epoch:l,notes:u})=>[l,u]));for(let[l,u]of c){if(!u)continue;let p=Uc(r,l,"notes"),f={...n,epoch:l,recipient:t,purpose:"notes"},g=p&&await dc(e.kem,f,u,p).catch(_t);g?o.set(l,g):i.push(l)}return{notesKeys:o,unreadableNotes:i}}async function _c(e,t,n,r){let a=await Promise.all(t.map(p=>Cf(e,p,n,r))),o=[...new Map(a.map(p=>[p.hash,p])).values()],{candidates:i,refused:c}=Pf(e,o),l=wc(i,o.map(({hash:p})=>p)),u=l.refused.map(({message:p,reason:f})=>({key:p.key,kind:p.kind,thread:e,reason:f}));return{messages:l.messages.map(p=>Lf(p,r)),refused:[...c,...u],missing:l.missing.map(({id:p})=>({key:h(p),thread:e}))}}function Pf(e,t){let n=new Set,r=[],a=[];for(let{key:o,kind:i,message:c,reason:l}of t)n.has(o)?a.push({key:o,kind:i,thread:e,reason:"repeat"}):c?r.push(c):a.push({key:o,kind:i,thread:e,reason:l}),o!==""&&n.add(o);return{candidates:r,refused:a}}async function Cf(e,t,n,r){let a=await dn(t),o={key:"",kind:null,hash:h(a),message:null,reason:"envelope"};try{let i=$e(t),{header:c}=i;if(Object.assign(o,{key:h(c.id),kind:c.kind}),!y(c.portal,n.portal)||!y(c.case,n.case))throw new k("place");let l=(e==="case"?r.caseKeys:r.notesKeys).get(c.epoch);if(!l)throw new k("key");let u=await fc(l,e,i,a,(p,f,g)=>Bf(r,p,f,g));return{...o,message:u}}catch(i){return{...o,reason:Rf(i)}}}function Rf(e){if(!(e instanceof z))throw e;return{BadSignature:"signature",Malformed:"form",Unsealable:"envelope"}[e.name]??e.reason}async function Bf({rosters:e,directories:t},n,r,a){let o=e[n.number];if(!o)throw new k("roster-withheld");if(!y(o.hash,n.hash)||o.epoch!==r)throw new k("roster");let i=me(o,a);if(!i)throw new k("writer");if(y(a,W))return{role:i.role,sign:e[0].asker.sign};let c=J(await t.at(o.directory),a);if(!c||!y((await We(c)).sign,i.sign))throw new k("writer");return{role:i.role,sign:c.sign}}function Lf(e,{rosters:t,directories:n}){let r=me(t[e.roster.number],e.writer);if(!r)throw new L("roster");return{...e,author:Fc(r,n.current)}}function Fc({id:e,role:t},n){let r=J(n,e),a=r?re(n,e,st)!==null:!0;return{id:e,key:h(e),role:t,name:r?.name??"",function:r?.function??"",person:r?.person??null,active:a}}function If(e,t,n){let r=t.filter(({kind:o,epoch:i})=>o==="recuse"&&i===e.epoch).map(({writer:o})=>h(o));return e.participants.filter(({role:o})=>o!=="asker"&&o!=="archive").filter(({id:o})=>r.includes(h(o))||!re(n,o,st)).map(({id:o})=>h(o))}function _f(e,t,n){let r=new Set(e.map(Uf));return(t?.read??[]).filter(o=>!r.has(o)&&!n.some(i=>i.key===o)).map(o=>({key:o,thread:null}))}function Uf(e){try{return h($e(e).header.id)}catch(t){return _t(t)}}async function Ic(e,t,n,r){if(!y(await dn(r),n.hash))throw new k("page");let{writer:a,epoch:o}=t,i={portal:e.portal,case:e.id,epoch:o,id:n.id,writer:a,kind:"page"},c=$c(await qe(it(e.opened.caseKeys,o),i,r));return Ec(c),c}var Ff=2,Hc=new Set(["passed","closed","withdrawn"]);function Ra(e,t,n){if(Hc.has(e.state)||e.answered_on!==null)return null;let r=e.feedback_on===null?"feedback":"final",a=r==="feedback"?e.feedback_by:e.answer_by,o=n.between(t,a),i=a<t;return{what:r,by:a,left:i?Math.min(o,-1):o,tone:i?"danger":o<=Ff?"warn":"good"}}function Ba(e,t){let n=a=>re(t,w(a,16),st)!==null,r=e.participants.map(a=>({...a,active:a.active&&(!st.includes(a.role)||n(a.id))}));return{...e,participants:r}}async function ur(e,t){let n=t.map(r=>Ba(r,e.directories.current));return Promise.all(n.map(async r=>({key:r.case,name:await Yn(e.words,w(r.case,16)),summary:r,line:null,opened:null,due:Ra(r,e.today,e.days),coaches:xn(r)})))}var pr=e=>e.opened?.urgent??e.line?.urgent??!1,hr=e=>e.opened?.category??e.line?.category??null,La=e=>e.opened?.kind??e.line?.kind??null;function qt({summary:e,opened:t,coaches:n}){return e.participants.find(({id:a,active:o})=>o&&a===t?.pen)?.id??(n.length===1?n[0]??null:null)}var xn=e=>e.participants.filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t})=>t),ze=e=>Hc.has(e.summary.state);function Ot(e,t){if(e.summary.waits_for!=="staff"||ze(e))return!1;let n=qt(e);return n!==null?n===t.key:e.coaches.length>0?e.coaches.includes(t.key):t.role==="facilitator"||t.role==="helper"}function fr(e,t){if(ze(e)||e.summary.waits_for===null)return{who:null,names:[]};if(e.summary.waits_for==="asker")return{who:"asker",names:[]};let n=qt(e);return n!==null?{who:"members",names:[t(n)]}:e.coaches.length>0?{who:"members",names:e.coaches.map(t)}:{who:"facilitators",names:[]}}function Wc(e,t){let n=new Map(e.map(r=>[r,Vc(r,t)]));return[...e].sort((r,a)=>qf(n.get(r),n.get(a)))}var Hf=["late","mine","colleagues","colleagues","asker","answered","ended"],qc=(e,t)=>Hf[Number(Vc(e,t)[0])]??"ended";function Vc(e,t){if(ze(e))return[6,0,Wf(e.summary.last),e.name];let n=e.due!==null&&e.due.left<0,r=e.due?.tone==="warn",a=Ot(e,t)?1:e.summary.waits_for!=="staff"?e.due?4:5:r?2:3;return[n?0:a,pr(e)?0:1,e.due?.by??"9999-12-31",e.name]}var Wf=e=>99999999-Number(e.replaceAll("-",""));function qf(e,t){for(let n=0;n<e.length;n+=1){let[r,a]=[e[n],t[n]];if(!(r===void 0||a===void 0||r===a))return r<a?-1:1}return 0}function Gc(e,t,n,r){let a=Ia(t.query).split(" ").filter(Boolean);return e.filter(o=>{if(t.show==="mine"&&!(Ot(o,n)||o.due!==null&&o.due.left<0)||t.show==="open"&&ze(o)||t.show==="waiting"&&(ze(o)||o.summary.waits_for!=="asker")||t.show==="ended"&&!ze(o)||t.category!==""&&hr(o)!==t.category||t.member!==""&&!o.coaches.includes(t.member))return!1;if(a.length===0)return!0;let i=r(o);return a.every(c=>i.includes(c))})}function Ia(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}async function Zc(e,t){let{index:n,...r}=await Vt(e,t)(),a=new Map([...n.messages,...n.notes??[]].map(({id:o,day:i})=>[o,i]));return{key:t,view:r,summary:Ba(n,e.directories.current),days:a}}async function Xc(e,{key:t,view:n}){let r=[...Yc(n.messages),...Yc(n.notes)].sort(),a={number:n.roster.number,hash:h(n.roster.hash)};await gt(e,o=>({...o,cases:{...o.cases,[t]:{roster:a,read:r}}}))}var Vf=4,Yc=e=>e.slice(-Vf).map(({key:t})=>t);function Qc(e,{key:t,view:n}){let r=new Set(e.state.content.cases[t]?.read??[]),a=[...Jc(n.messages,r),...Jc(n.notes,r)];return new Set(a.filter(({writer:o})=>h(o)!==e.key).map(o=>o.key))}function Jc(e,t){let n=-1;return e.forEach((r,a)=>{t.has(r.key)&&(n=a)}),e.slice(n+1)}function Vt(e,t,{unseen:n=!1}={}){return Ta({api:e.api,identity:e.identity,me:{id:e.member},portal:e.portal.id,id:w(t,16),directories:async r=>(r&&await rt(e),e.directories),lastSeen:()=>e.state.content.cases[t]??null,unseen:n})}async function Gf(e,t){t.view.roster.notes||e.role==="coach"||await Nt(e.api,Vt(e,t.key),{firstNotes:!0})}async function zt(e,t,n){await Gf(e,t),await Ca(e.api,Vt(e,t.key),n,{register:r=>Qf(e,t,r,n)})}var Tt=e=>Da(e);function el(e,t,...n){let r=new Set(t.excluded),a=new Set(t.participants.map(o=>o.key));return fe(e).filter(o=>o.active&&n.includes(o.role)).map(o=>({member:o,key:h(o.id),reason:r.has(h(o.person))?"excluded":a.has(h(o.id))?"there":null}))}async function tl(e,t,n){let r=n.map(a=>w(a,16));await Nt(e.api,Vt(e,t.key),{add:r})}async function nl(e,t,n){await Nt(e.api,Vt(e,t.key),{remove:[w(n,16)]})}function _a(e,t){return t.participants.filter(({id:n,role:r})=>!["asker","archive"].includes(r)&&n!==e.key).filter(({id:n,active:r})=>!r||Ee(e,n)?.active===!1).map(({id:n})=>n)}function Ua(e,t){let n=new Set(t.participants.map(({id:r})=>r));return fe(e).filter(r=>r.active&&(r.role==="facilitator"||r.role==="helper")).map(r=>h(r.id)).filter(r=>!n.has(r))}async function rl(e,t){let n=_a(e,t),r=Vt(e,t.case,{unseen:!0}),a=new Set((await r()).excluded),o=Ua(e,t).filter(i=>{let c=Ee(e,i);return c!==null&&!a.has(h(c.person))});return n.length===0&&o.length===0?!1:(await Nt(e.api,r,{add:o.map(i=>w(i,16)),remove:n.map(i=>w(i,16))}),!0)}var Yf={feedback:"answering",final:"answered",pass:"passed",close:"closed",withdraw:"withdrawn"};function Pt(e){let t=e.messages.find(({kind:r})=>r==="question"),n=e.notes.filter(({kind:r})=>r==="triage").at(-1);return{category:n?.fields.category??null,pen:n?.fields.pen??null,urgent:n?.fields.urgent??t?.fields.urgent??!1}}function Jf(e,{key:t,summary:n},r,a){let o=r.messages.find(({kind:f})=>f==="question"),i=[...r.messages,{kind:a.kind,fields:a.fields}],c=a.kind==="triage"?a.fields:Pt(r),l=e.today,u=f=>a.kind===f,p=u("feedback")||u("reply")||u("final")||u("pass");return{v:1,case:t,number:r.messages.length+r.notes.length,kind:o?.fields.kind??"unknown",urgent:c.urgent,category:c.category,state:Yf[a.kind]??Zf(n,a),outcome:i.filter(({kind:f})=>f==="close").at(-1)?.fields.outcome??null,authorities:Xf(i),received:n.received,feedback:n.feedback_on??(p?l:null),final:n.answered_on??(u("final")||u("pass")?l:null),closed:u("close")||u("pass")?l:n.closed_on,directory:e.directories.current.version}}function Zf(e,t){return t.kind==="reply"&&["new","open"].includes(e.state)?"answering":e.state==="new"?"open":e.state}function Xf(e){let t=e.flatMap(({kind:n,fields:r})=>n==="final"?r.referred:n==="pass"?[r.authority]:[]);return[...new Set(t)].sort()}async function Qf(e,t,n,r){let{id:a,kem:o}=e.directories.current.register,i={portal:e.portal.id,key:a,case:n.id,writer:e.member},c=Jf(e,t,n,r);return{key:a,sealed:await ua(o,i,c,e.identity.sign.privateKey)}}var Ct=[7,15,30,60],mr="?",Ha=new Set(["passed","closed","withdrawn"]);function em(e){let t=1/0,n=-1/0;for(let r of e){let a=Number(r.received.slice(0,4));a<t&&(t=a),a>n&&(n=a)}return e.length===0?[]:Array.from({length:n-t+1},(r,a)=>t+a)}function tm(e,t,n){let r=e.filter(i=>Number(i.received.slice(0,4))===t),a=new Map(n.categories.map(({key:i,group:c})=>[i,c])),o=r.reduce((i,c)=>(i[Number(c.received.slice(5,7))-1]+=1,i),new Array(12).fill(0));return{year:t,total:r.length,urgent:r.filter(i=>i.urgent).length,months:o,quarters:[0,3,6,9].map(i=>o.slice(i,i+3).reduce((c,l)=>c+l,0)),groups:En(r,i=>i.category===null?"":a.get(i.category)??mr),categories:En(r,i=>i.category??""),kinds:En(r,i=>i.kind),states:En(r,i=>i.state),outcomes:En(r,nm),authorities:cl(r,i=>i.authorities),feedback:al(r,i=>i.feedback,n),throughput:al(r,i=>i.final,n),feedbackKept:ol(r,i=>i.feedback,n.promises.feedback,n),finalKept:ol(r,i=>i.final,n.promises.final,n)}}function nm(e){return e.outcome!==null?e.outcome:Ha.has(e.state)?`state:${e.state}`:""}function rm(e,t){let n=new Array(Ct.length+1).fill(0);for(let r of e){if(Ha.has(r.state)||r.final!==null)continue;let a=t.days.between(r.received,t.today),o=Ct.findIndex(i=>a<=i);n[o===-1?Ct.length:o]+=1}return n}function sl(e,t,n){let r=i=>e.find(c=>c.year===i)?.categories??new Map,[a,o]=[r(t),r(t-1)];return[...n,...am(n,a,o)].map(i=>({category:i,count:a.get(i.key)??0,before:o.get(i.key)??0,class:wr(i.R)}))}function am(e,...t){let n=new Set(["",...e.map(({key:a})=>a)]);return[...new Set(t.flatMap(a=>[...a.keys()]))].filter(a=>!n.has(a)).sort().map(a=>({key:a,group:mr,label:a,W:null,B:null,E:null,R:null}))}function wr(e){return e==null?null:e>400?"A":e>200?"B":e>70?"C":e>20?"D":"E"}function il(e,t,n){let r={...n,days:Xn(t)};return{frame:r,years:em(e).map(a=>tm(e,a,r)),age:rm(e,r)}}function En(e,t){return cl(e,n=>[t(n)])}function cl(e,t){let n=new Map;for(let r of e)for(let a of t(r))n.set(a,(n.get(a)??0)+1);return n}function al(e,t,n){let r=[];for(let a of e){let o=t(a);o!==null&&r.push(n.days.between(a.received,o))}return om(r)}function om(e){let t=Float64Array.from(e).sort();return t.length===0?{count:0,mean:null,median:null,low:null,high:null,longest:null}:{count:t.length,mean:t.reduce((n,r)=>n+r,0)/t.length,median:Fa(t,.5),low:Fa(t,.25),high:Fa(t,.75),longest:t[t.length-1]}}function Fa(e,t){let n=(e.length-1)*t,r=e[Math.floor(n)],a=e[Math.ceil(n)];return r+(a-r)*(n-Math.floor(n))}function ol(e,t,n,r){let a={kept:0,late:0,running:0};for(let o of e){let i=t(o);if(i!==null)a[r.days.between(o.received,i)<=n?"kept":"late"]+=1;else{if(Ha.has(o.state))continue;r.days.between(o.received,r.today)>n?a.late+=1:a.running+=1}}return a}var ll="aggregates",sm=100,im=(e,t)=>j(M("adviespunt/v1/aggregates"),Y(e,t));async function gr(e,t){let{org:n}=e.portal,r=t.reduce((u,{received:p})=>Math.min(u,Number(p.slice(0,4))),Number(e.today.slice(0,4))),a=Number(e.today.slice(0,4))+1,{closed:o}=await e.api.get(`/calendar?from=${r}&to=${a}`),i={today:e.today,categories:n.categories,promises:n.promises},{years:c,age:l}=il(t,{from:r,to:a,closed:o},i);return{day:e.today,years:c,age:l,author:e.name}}async function yr(e,t){let n=await ne(e.identity.sign.privateKey,ll,Ie(e.portal.id),lm(e,t)),r=hn(n,pn(n.length,ll)),a=re(e.directories.current,e.member,["facilitator"]),o=[...mt(e.directories.current,"coordinator"),...a?[a]:[]],i=await Promise.all(o.map(async({id:c,kem:l})=>({member:h(c),sealed:h(await ut(l,im(e.portal.id,c),r))})));await e.api.put("/aggregates",{recipients:i})}async function ul(e){return(await cm(e))?.day??null}function cm(e){return e.api.get("/aggregates")}function lm(e,{day:t,years:n,age:r}){return{v:1,author:e.key,day:t,age:r,years:n.map(dm)}}function dm(e){return{...e,...Object.fromEntries(um.map(t=>[t,[...e[t]].sort().map(([n,r])=>({key:n,count:r}))])),feedback:dl(e.feedback),throughput:dl(e.throughput)}}var um=["groups","categories","kinds","states","outcomes","authorities"];function dl({count:e,...t}){return{count:e,...Object.fromEntries(Object.entries(t).map(([n,r])=>[n,r===null?null:Math.round(r*sm)]))}}function kr(e){let t=Wa(e);if(t<3)return{total:null,cells:e.map(vr),together:null};if(e.filter(br).length===0)return{total:t,cells:e.map(o=>({...o})),together:null};let r=Math.min(...e.filter(o=>!br(o)).map(o=>o.count)),a=new Set(e.filter(o=>o.count<=r||br(o)).map(o=>o.key));return{total:t,cells:e.map(o=>a.has(o.key)?vr(o):{...o}),together:Wa(e.filter(o=>a.has(o.key)))}}function pl(e){let t=kr(e.map(({key:r,parts:a})=>({key:r,count:Wa(a)}))),n=new Map(e.map(({key:r,parts:a})=>{let o=t.cells.find(i=>i.key===r)?.count!==null;return[r,o?kr(a):{total:null,cells:a.map(vr),together:null}]}));return{groups:t,parts:n}}function hl(e){return e.map(t=>br(t)?vr(t):{...t})}function br(e){return e.count<3}function vr({key:e}){return{key:e,count:null}}function Wa(e){return e.reduce((t,n)=>t+n.count,0)}var ml="report",pm=10,Gt="none";function xr(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"").slice(0,60)||Gt}var hm=e=>e===""?"open":e.replace(":",".");function Va(e,t){let n=pl(fm(e,t)),r=kr(mm(e,t)),a=n.groups.total!==null,o=hl(e.authorities.map(({key:i})=>({key:i,count:t.authorities.get(i)??0})));return{total:n.groups.total,groups:$r(n.groups.cells),groups_together:n.groups.together,categories:$r([...n.parts].filter(([i])=>i!==Gt).flatMap(([,{cells:i}])=>i)),feedback:fl(t.feedback,t.feedbackKept,a),final:fl(t.throughput,t.finalKept,a),outcomes:$r(r.cells),outcomes_together:r.together,authorities:$r(o),promises:{feedback:e.promises.feedback,final:e.promises.final}}}function fm(e,t){let n=new Map;for(let{key:o,group:i}of e.categories){let c=n.get(xr(i))??[];c.push({key:o,count:t.categories.get(o)??0}),n.set(xr(i),c)}let r=new Set(e.categories.map(o=>o.key)),a=[...t.categories].filter(([o])=>!r.has(o)).reduce((o,[,i])=>o+i,0);return n.set(Gt,[{key:Gt,count:a}]),[...n].map(([o,i])=>({key:o,parts:i}))}function mm(e,t){let n=["","state:withdrawn","state:passed","state:closed",...e.outcomes.map(r=>r.key)];return[...new Set([...n,...t.outcomes.keys()])].map(r=>({key:hm(r),count:t.outcomes.get(r)??0}))}var $r=e=>Object.fromEntries(e.map(({key:t,count:n})=>[t,n]));function fl({count:e,mean:t},{kept:n},r){let a=i=>i>=3,o=e-n;return{mean:r&&a(e)?Math.round(t??0):null,share:e>=pm&&a(n)&&(a(o)||o===0)?wm(n,o):null}}function wm(e,t){return t===0?100:Math.min(95,Math.max(5,Math.round(20*e/(e+t))*5))}async function wl(e,t,n){let r={v:1,year:t,author:e.key,day:e.today,numbers:n},a=await ne(e.identity.sign.privateKey,ml,e.portal.id,r);await e.api.put(`/reports/${t}`,{signed:h(a)})}var Ga=e=>e.api.get("/reports");async function gl(e,t){let{reports:n}=await Ga(e);if(!n.some(p=>p.year===t))return null;let r=await e.api.get(`/reports/${t}`),a=pe(w(r.signed),()=>{}),{author:o,numbers:i,day:c}=a.body,l=J(e.directories.current,w(o,16));if(l?.role!=="facilitator"||a.body.year!==t)throw new K(403,"forbidden");await he(l.sign,ml,e.portal.id,a);let u=await gm(w(r.signed));return{year:t,day:c,author:o,presented:r.presented,numbers:i,authorName:l.name,statement:r.signed,mark:u}}var yl=(e,t)=>y(ce(e),ce(t));async function gm(e){return([...(await He(e)).slice(0,8)].map(r=>r.toString(16).padStart(2,"0")).join("").match(/.{4}/g)??[]).join(" ")}var bl=(e,t,n)=>e.api.put(`/reports/${t}/presentation`,{day:n});var Rt=360,ym=30,Ya=13;function vt(e,t,n,r){return d`<figure class="chart stack tight">
    <figcaption><h2>${e}</h2></figcaption>
    ${t}
    <details>
      <summary>${r.table}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${e}>${Ja(n)}</div>
    </details>
  </figure>`}function Ja({title:e,head:t,rows:n,caption:r}){let a=t.map((l,u)=>u>0&&n.every(p=>bm(p[u]))),o=l=>a[l]?"num":"",i=(l,u)=>l===""?d`<td></td>`:d`<th scope="col" class=${o(u)}>${l}</th>`,c=(l,u)=>u===0?d`<th scope="row">${l}</th>`:d`<td class=${o(u)}>${l}</td>`;return d`<table class="numbers">
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
  </table>`}var bm=e=>typeof e=="number"||/^[\d.,–]/.test(e??"");function Za(e,t){let n=Math.max(1,...t.map(i=>Math.max(i.value,i.before??0))),r=(Rt-70)/n,a=t.reduce((i,c)=>i+kl(c),4),o=0;return Er(e,a,t.map(i=>{let c=o;return o+=kl(i),km(i,c,r)}))}function kl(e){return ym+(e.before===void 0||e.before===null?6:12)}function km(e,t,n){let r=e.value*n,a=e.before!==void 0&&e.before!==null;return x`<g>
    <text class="label" x="0" y=${t+Ya}>${e.label}</text>
    <rect class="bar" x="0" y=${t+18} width=${Math.max(r,e.value?1.5:0)} height="11" rx="2"></rect>
    <text class="value" x=${r+6} y=${t+28}>${e.note??e.value}</text>
    ${a?x`<rect class="before" x="0.5" y=${t+31} width=${Math.max(Number(e.before)*n,.5)} height="5"></rect>`:m}
  </g>`}function Xa(e,t){let i=110/Math.max(1,...t.map(l=>Math.max(l.value,l.before??0))),c=Rt/t.length;return Er(e,150,[x`<line class="axis" x1="0" y1=${126+.5} x2=${Rt} y2=${126+.5}></line>`,...t.map((l,u)=>vm(l,u*c,c,126,i))])}function vm(e,t,n,r,a){let o=n*.5,i=e.before??null,c=t+n*(i===null?.25:.12);return x`<g>
    ${i===null?m:x`<rect class="before" x=${c+o+1} y=${r-i*a} width=${n*.22} height=${i*a}></rect>`}
    <rect class="bar" x=${c} y=${r-e.value*a} width=${o} height=${e.value*a} rx="1"></rect>
    <text class="value middle" x=${c+o/2} y=${r-e.value*a-4}>${e.value}</text>
    <text class="label middle" x=${t+n/2} y=${r+16}>${e.label}</text>
  </g>`}function vl(e,t,n){let r=Math.max(n.days*1.15,...t.map(({spread:c})=>c.high??0),...t.map(({spread:c})=>c.mean??0)),a=(Rt-60)/r,o=c=>46+c*a,i=28+t.length*32;return Er(e,i,[x`<line class="promise" x1=${o(n.days)} y1="18" x2=${o(n.days)} y2=${i}></line>
      <text class="label middle" x=${o(n.days)} y="12">${n.label}</text>`,...t.map(({label:c,spread:l},u)=>$m(c,l,32+u*32,o))])}function $m(e,t,n,r){let{low:a,high:o,median:i,mean:c}=t;if(a===null||o===null||i===null||c===null)return x`<text class="label" x="0" y=${n+10}>${e}</text><text class="label" x="46" y=${n+10}>–</text>`;let l=r(c);return x`<g>
    <text class="label" x="0" y=${n+10}>${e}</text>
    <rect class="range" x=${r(a)} y=${n} width=${Math.max(r(o)-r(a),2)} height="13" rx="3"></rect>
    <line class="median" x1=${r(i)} y1=${n-3} x2=${r(i)} y2=${n+16}></line>
    <path class="mean" d=${`M${l} ${n+1} l5 5.5 l-5 5.5 l-5 -5.5 z`}></path>
  </g>`}function $l(e,t){let n=t.length*40+4;return Er(e,n,t.map(({label:r,parts:a,note:o},i)=>{let c=i*40,l=a.reduce((p,f)=>p+f,0),u=0;return x`<g>
      <text class="label" x="0" y=${c+Ya}>${r}</text>
      <text class="value end" x=${Rt} y=${c+Ya}>${o}</text>
      ${a.map((p,f)=>{let g=l===0?0:p/l*Rt,b=u;return u+=g,x`<rect class=${`part p${f}`} x=${b+.5} y=${c+19} width=${Math.max(g-1,0)} height="14"></rect>`})}
    </g>`}))}function Er(e,t,n){return d`<svg class="plot" viewBox=${`0 0 ${Rt} ${t}`} role="img" aria-label=${e}>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5"></line>
      </pattern>
    </defs>
    ${n}
  </svg>`}var ct={width:595,height:842},xm=new Map(Object.entries({"€":128,"‚":130,"„":132,"…":133,Š:138,Œ:140,Ž:142,"‘":145,"’":146,"“":147}).concat(Object.entries({"”":148,"•":149,"–":150,"—":151,"−":150,š:154,œ:156,ž:158,Ÿ:159}))),Em=[278,278,355,556,556,889,667,191,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,278,278,584,584,584,556,1015,667,667,722,722,667,611,778,722,278,500,667,556,833,722,778,667,778,722,667,611,722,667,944,667,667,611,278,278,278,469,556,333,556,556,500,556,556,278,556,556,222,222,500,222,833,556,556,556,556,333,500,278,556,500,722,500,500,500,334,260,334,584],jm=556,Sm=1.08;function eo(e,t,n=!1){return[...e.normalize("NFD").replace(/\p{M}/gu,"")].reduce((o,i)=>o+(Em[i.charCodeAt(0)-32]??jm),0)*t*(n?Sm:1)/1e3}function jr(e,t,n){let r=[""];for(let a of e.split(/\s+/).filter(Boolean)){let o=`${r.at(-1)} ${a}`.trim();eo(o,t)<=n||r.at(-1)===""?r[r.length-1]=o:r.push(a)}return r}function Am(e){return`<${[...e.normalize("NFC")].map(n=>{let r=xm.get(n)??n.charCodeAt(0);return r<256&&(r>=32||r===9)?r:63}).map(n=>n.toString(16).padStart(2,"0")).join("")}>`}var Qa=e=>String(Math.round(e*100)/100);function Mm(e){return e.map(({text:n,x:r,y:a,size:o,bold:i})=>`BT /${i?"B":"R"} ${Qa(o)} Tf ${Qa(r)} ${Qa(a)} Td ${Am(n)} Tj ET`).join(`
`)}var xl=(e,t="")=>`<< ${t}/Length ${e.length} >>
stream
${e}
endstream`;function El(e,{language:t,kept:n}){let a=e.map((c,l)=>`${6+2*l} 0 R`).join(" "),o=c=>`<< /Type /Font /Subtype /Type1 /BaseFont /${c} /Encoding /WinAnsiEncoding >>`,i=[`<< /Type /Catalog /Pages 2 0 R /Lang (${t}) /AdviespuntReport 5 0 R >>`,`<< /Type /Pages /Kids [${a}] /Count ${e.length} /MediaBox [0 0 ${ct.width} ${ct.height}] >>`,o("Helvetica"),o("Helvetica-Bold"),xl(n),...e.flatMap((c,l)=>[`<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6+2*l+1} 0 R >>`,xl(Mm(c))])];return Dm(i)}function Dm(e){let t=[j(M(`%PDF-1.7
%`),Uint8Array.of(226,227,207,211,10))],n=t[0].length,a=e.map((c,l)=>{let u=n,p=M(`${l+1} 0 obj
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
`;return j(...t,M(i))}var Sl="adviespunt-report:",Ae=52,to=92,Km=.74;function Al(e,t){let n=Ae*2+Nm(e,t,1),r=Math.max(Km,Math.min(1,(ct.height-2*Ae)/(n-2*Ae))),a=new Sr(r);return Ml(a,e,t),El(a.pages,{language:`${G}-BE`,kept:`${Sl}${e.statement}`})}function Nm(e,t,n){let r=new Sr(n,1/0);return Ml(r,e,t),r.used}var Sr=class{constructor(t,n=ct.height-2*Ae){this.scale=t,this.room=n,this.pages=[[]],this.used=0}down(t,n=0){this.used+(t+n)*this.scale>this.room&&(this.pages.push([]),this.used=0),this.used+=t*this.scale}put(t,n,r,{bold:a=!1,right:o=!1}={}){let i=r*this.scale,c=o?n-eo(t,i,a):n;this.pages.at(-1)?.push({text:t,x:c,y:ct.height-Ae-this.used,size:i,bold:a})}paragraph(t,n,r){for(let a of jr(t,n*this.scale,ct.width-2*Ae))this.down(r),this.put(a,Ae,n)}};function Ml(e,{title:t,organisation:n,notes:r,signature:a},o){e.down(16),e.put(t,Ae,16,{bold:!0}),e.down(16),e.put(n,Ae,10),e.down(4);for(let i of r)e.paragraph(i,9,12);for(let i of o)Om(e,i);e.down(12);for(let i of a)e.paragraph(i,8,11)}function Om(e,{title:t,head:n,rows:r}){if(r.length===0)return;e.down(24,26),e.put(t,Ae,11,{bold:!0});let a=ct.width-2*Ae-to*(n.length-1);n.length>2&&jl(e,n,a,!0);for(let o of r)jl(e,o.map(String),a,!1)}function jl(e,[t="",...n],r,a){let o=jr(t,9*e.scale,r-8),i=n.map(l=>jr(l,9*e.scale*(a?1.1:1),to-8)),c=Math.max(o.length,...i.map(l=>l.length));for(let l=0;l<c;l+=1)e.down(12,l===0?(c-1)*12:0),e.put(o[l]??"",Ae,9,{bold:a}),i.forEach((u,p)=>{let f=ct.width-Ae-to*(i.length-1-p);e.put(u[l]??"",f,9,{bold:a,right:!0})})}function Dl({title:e,organisation:t,statement:n},r){return`\uFEFF${[[e],[t],[],...r.flatMap(o=>[[o.title],o.head,...o.rows,[]]),[s("handtekening"),`${Sl}${n}`]].map(o=>o.map(zm).join(";")).join(`\r
`)}\r
`}function zm(e){let t=String(e);return`"${(/^[=+\-@\s＝＋－＠]/.test(t)?`'${t}`:t).replaceAll('"','""')}"`}function no(e,t,n){let r=document.createElement("a");r.href=URL.createObjectURL(new Blob([t],{type:n})),r.download=e.replace(/[^\w .-]/g,"-"),r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e3)}function Lt(e){return e===null?"–":new Intl.NumberFormat(`${G}-BE`,{maximumFractionDigits:1}).format(e)}function ro(e,t){return t===0?"–":new Intl.NumberFormat(`${G}-BE`,{style:"percent",maximumFractionDigits:0}).format(e/t)}function Tm(e){return new Intl.DateTimeFormat(`${G}-BE`,{month:"narrow",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}function Pm(e){return new Intl.DateTimeFormat(`${G}-BE`,{month:"long",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}var Ar=class{constructor(t,n){this.org=t,this.draw=n,this.year=null,this.order="R"}chosen({years:t,day:n}){let r=this.year??Number(n.slice(0,4));return t.find(({year:a})=>a===r)??t.at(-1)??null}render(t){let n=this.chosen(t);if(n===null)return d`<div class="card empty stack tight">
        ${v("chart-column")}
        <h2>${s("Er zijn nog geen cijfers")}</h2>
        <p>${s("Zodra de eerste vraag binnen is, staan hier de aantallen en de termijnen.")}</p>
      </div>`;let r=t.years.find(({year:a})=>a===n.year-1)??null;return d`<div class="stack figures">
      ${this.pickYear(t,n)} ${this.headline(n,r)}
      <div class="charts">
        ${this.months(n,r)} ${this.quarters(n,r)}
        ${this.counted(s("Vragen per groep"),"groups",t.years,n,Kl)}
        ${this.counted(s("Vragen per soort"),"kinds",t.years,n,a=>V(this.org.kinds,a))}
        ${this.times(t,"feedback",s("Tijd tot de eerste feedback"),this.org.promises.feedback)}
        ${this.times(t,"throughput",s("Tijd tot het definitieve antwoord"),this.org.promises.final)}
        ${this.kept(t,"feedbackKept",s("Eerste feedback binnen de termijn"),this.org.promises.feedback)}
        ${this.kept(t,"finalKept",s("Definitief antwoord binnen de termijn"),this.org.promises.final)}
        ${this.counted(s("Uitkomsten"),"outcomes",t.years,n,a=>this.outcome(a))}
        ${this.counted(s("Verwezen of doorgegeven aan"),"authorities",t.years,n,a=>V(this.org.authorities,a))}
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
      ${r(s("Eerste feedback, gemiddeld"),s("{n} werkdagen",{n:Lt(t.feedback.mean)}),s("beloofd binnen {n}",{n:this.org.promises.feedback}))}
      ${r(s("Doorlooptijd, gemiddeld"),s("{n} werkdagen",{n:Lt(t.throughput.mean)}),s("beloofd binnen {n}",{n:this.org.promises.final}))}
      ${r(s("Antwoord binnen de termijn"),ro(t.finalKept.kept,a(t.finalKept)),Z("{n} nog lopend","{n} nog lopend",t.finalKept.running))}
    </div>`}months(t,n){let r=s("Vragen per maand"),a=t.months.map((o,i)=>({label:Tm(i),value:o,before:n?.months[i]??null}));return vt(r,d`${Xa(s("{title} in {year}",{title:r,year:t.year}),a)}${ao(t,n)}`,this.table(r,t,n,t.months.map((o,i)=>[Pm(i),o,n?.months[i]??0])),Bt())}quarters(t,n){let r=s("Vragen per kwartaal"),a=i=>s("K{n}",{n:i+1}),o=t.quarters.map((i,c)=>({label:a(c),value:i,before:n?.quarters[c]??null}));return vt(r,d`${Xa(s("{title} in {year}",{title:r,year:t.year}),o)}${ao(t,n)}`,this.table(r,t,n,t.quarters.map((i,c)=>[a(c),i,n?.quarters[c]??0])),Bt())}counted(t,n,r,a,o){let i=[a,...r.filter(({year:g})=>g<a.year).reverse()],c=i.find(({year:g})=>g===a.year-1)??null,l=(g,b)=>g?.[n].get(b)??0,u=[...new Set(i.flatMap(g=>[...g[n].keys()]))].sort((g,b)=>l(a,b)-l(a,g)||o(g).localeCompare(o(b)));if(u.length===0)return vt(t,d`<p class="muted">${s("Nog niets.")}</p>`,{title:t,head:["",""],rows:[]},Bt());let p=u.filter(g=>l(a,g)>0||l(c,g)>0).map(g=>({label:Lm(o(g)),value:l(a,g),before:c?l(c,g):null})),f=u.map(g=>[o(g),...i.map(b=>l(b,g))]);return vt(t,d`${p.length>0?Za(t,p):d`<p class="muted">${s("Nog niets.")}</p>`}${ao(a,c)}`,{title:t,head:["",...i.map(({year:g})=>String(g))],rows:f},Bt())}times({years:t},n,r,a){let o=t.map(l=>({label:String(l.year),spread:l[n]})),i=[s("jaar"),s("aantal"),s("gemiddeld"),s("mediaan"),s("een kwart binnen"),s("drie kwart binnen"),s("langste")],c=o.map(({label:l,spread:u})=>[l,u.count,...[u.mean,u.median,u.low,u.high,u.longest].map(Lt)]);return vt(r,d`${vl(r,o,{days:a,label:s("beloofd: {n}",{n:a})})}
        <p class="hint">
          ${s("In werkdagen. Balk: de spreiding, van een kwart tot drie kwart van de vragen. Streep: de mediaan. Ruit: het gemiddelde.")}
        </p>`,{title:r,head:i,rows:c},Bt())}kept({years:t},n,r,a){let o=t.map(c=>{let{kept:l,late:u,running:p}=c[n];return{label:String(c.year),parts:[l,u,p],note:s("{share} op tijd",{share:ro(l,l+u)})}}),i=t.map(c=>[String(c.year),c[n].kept,c[n].late,c[n].running,ro(c[n].kept,c[n].kept+c[n].late)]);return vt(r,d`${$l(r,o)}
        <p class="hint parts">
          <span><span class="swatch p0"></span>${s("binnen {n} werkdagen",{n:a})}</span>
          <span><span class="swatch p1"></span>${s("later")}</span>
          <span><span class="swatch p2"></span>${s("loopt nog")}</span>
        </p>`,{title:r,head:[s("jaar"),s("op tijd"),s("later"),s("loopt nog"),s("deel op tijd")],rows:i},Bt())}outcome(t){return t===""?s("loopt nog"):t==="state:withdrawn"?s("ingetrokken"):t==="state:passed"?s("doorgegeven"):t==="state:closed"?s("afgesloten zonder uitkomst"):V(this.org.outcomes,t)}age({age:t}){let n=s("Lopend werk naar ouderdom"),r=o=>{let i=Ct[o];return i===void 0?s("meer dan {n} werkdagen",{n:Ct.at(-1)??0}):o===0?s("tot {n} werkdagen",{n:i}):s("{from} tot {to} werkdagen",{from:(Ct[o-1]??0)+1,to:i})},a=t.map((o,i)=>({label:r(i),value:o}));return vt(n,Za(n,a),{title:n,head:[s("ouderdom"),s("aantal")],rows:t.map((o,i)=>[r(i),o])},Bt())}table(t,n,r,a){return{title:t,head:["",String(n.year),...r?[String(r.year)]:[]],rows:r?a:a.map(o=>o.slice(0,2))}}risks({years:t},n){let r=sl(t,n.year,this.org.categories).sort(Bm(this.order)),a=Math.max(1,...r.map(({count:i})=>i)),o=[["R",s("risico")],["count",s("aantal vragen")],["moved",s("verschil met vorig jaar")],["label",s("naam")]];return d`<section class="risks stack tight" aria-labelledby="risk-title">
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
              <th scope="col">${s("Verschil")}</th>
              <th scope="col">${s("Klasse")}</th>
              <th scope="col" class="num">R</th>
              <th scope="col" class="num">W</th>
              <th scope="col" class="num">B</th>
              <th scope="col" class="num">E</th>
            </tr>
          </thead>
          <tbody>
            ${r.map(i=>Cm(i,a))}
          </tbody>
        </table>
      </div>
    </section>`}};function Cm({category:e,count:t,before:n,class:r},a){let o=i=>i===null?"–":Lt(i);return d`<tr>
    <th scope="row">${e.label}<small class="muted"> ${Kl(e.group)}</small></th>
    <td class="num">
      ${t}<svg class="inline-bar" viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bar" x="0" y="0" width=${t/a*60} height="8"></rect>
      </svg>
    </td>
    <td class="num">${n}</td>
    <td>${Rm(t-n)}</td>
    <td>
      ${r===null?"–":F(r,r==="A"||r==="B"?"danger":r==="C"?"warn":"")}
    </td>
    <td class="num">${o(e.R)}</td>
    <td class="num">${o(e.W)}</td>
    <td class="num">${o(e.B)}</td>
    <td class="num">${o(e.E)}</td>
  </tr>`}function Kl(e){return e===""?s("nog niet ingedeeld"):e===mr?s("staat niet meer in de lijst"):e}function Rm(e){return e===0?d`<span class="muted">=</span>`:e>0?d`▲ +${e}`:d`▼ −${-e}`}function Bm(e){let t={R:n=>-(n.category.R??-1),class:n=>n.class??"Z",count:n=>-n.count,moved:n=>-Math.abs(n.count-n.before),label:n=>n.category.label}[e];return(n,r)=>t(n)<t(r)?-1:t(n)>t(r)?1:n.category.label.localeCompare(r.category.label)}function Lm(e){return e.length>52?`${e.slice(0,50)}…`:e}var Bt=()=>({table:s("Toon de tabel")});function ao(e,t){return t===null?m:d`<p class="hint parts">
    <span><span class="swatch now"></span>${e.year}</span>
    <span><span class="swatch before"></span>${t.year}</span>
  </p>`}function io(e,t=null){return n=>new so(n,e,t)}var so=class{tab="figures";constructor(t,n,r){this.app=t,this.numbers=n;let a=n.years.map(o=>o.year).filter(o=>o<this.thisYear);this.year=r??a.at(-1)??this.thisYear,this.signed=new Map,this.error=null,this.busy=!1,this.presented=t.me.today,this.load()}get thisYear(){return Number(this.numbers.day.slice(0,4))}draw(){this.app.screen===this&&this.app.update()}async load(){let{year:t}=this;try{this.signed.set(t,await this.app.call(()=>gl(this.app.me,t))),this.error=null}catch(n){this.error=n instanceof Error&&n.name!=="ApiError"?s("Het verslag dat de server geeft, is niet door een facilitator ondertekend. Verwittig je collega’s."):$(n)}this.draw()}choose(t){this.year=t,this.signed.has(t)||this.load(),this.draw()}async act(t,n){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),O(n),await this.load()}catch(r){this.error=$(r)}this.busy=!1,this.draw()}render(){let t=this.numbers.years.find(a=>a.year===this.year),n=this.signed.get(this.year),r=n?.numbers??(t?Va(this.app.me.portal.org,t):null);return d`<div class="stack">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${v("arrow-left")}${s("Terug naar de cijfers")}
        </button>
      </p>
      ${A(this.error)}
      <div class="row spread no-print">
        <div class="segments" role="group" aria-label=${s("Jaar")}>
          ${this.numbers.years.map(({year:a})=>d`<button type="button" class="segment" aria-pressed=${String(a===this.year)} @click=${()=>this.choose(a)}>${a}</button>`)}
        </div>
        ${r?this.tools(n??null):m}
      </div>
      ${r===null?d`<h1>${s("Jaarverslag")}</h1>
              <p>${s("Er zijn nog geen cijfers.")}</p>`:n===void 0&&!this.error?q(s("Even geduld…")):d`${this.standing(n??null,r)}${this.report(r,n??null)}`}
    </div>`}tools(t){return d`<div class="row">
      <button type="button" class="button" @click=${()=>print()}>${v("printer")}${s("Druk af")}</button>
      ${t===null?d`<span class="hint">${s("PDF en CSV zijn er zodra het verslag ondertekend is.")}</span>`:d`<button type="button" class="button" @click=${()=>this.save(t,"pdf")}>
                ${v("file-text")}${s("Verslag als PDF")}</button
              ><button type="button" class="button" @click=${()=>this.save(t,"csv")}>
                ${v("file-text")}${s("Cijfers als CSV")}
              </button>`}
    </div>`}save(t,n){let{org:r}=this.app.me.portal,a=zl(r,this.year,t.numbers),o={year:this.year,title:this.title(),organisation:r.name,notes:[Nl()],signature:Ol(t),statement:t.statement},i=`${r.short_name} ${this.year}.${n}`;n==="pdf"?no(i,Al(o,a),"application/pdf"):no(i,Dl(o,a),"text/csv")}title(){return s("Adviespunt Integriteit: jaarverslag {year}",{year:this.year})}standing(t,n){return this.year<this.thisYear?t?.presented?d`<div class="no-print">
        ${E("good",d`<p>${s("Voorgesteld op {day}. Het verslag ligt vast.",{day:N(t.presented,{year:!0})})}</p>`)}
      </div>`:d`<div class="no-print">
      ${this.app.me.role==="coordinator"?this.presenting(t):this.signing(t,n)}
    </div>`:d`<div class="no-print">
        ${E("warn",d`<p>${s("Het jaar is nog niet om: dit zijn voorlopige cijfers.")}</p>`)}
      </div>`}signing(t,n){if(t){let r=this.numbers.years.find(i=>i.year===this.year),a=r?Va(this.app.me.portal.org,r):n,o=!yl(a,t.numbers);return E(o?"warn":"good",d`<p>
            ${s("Ondertekend door {name} op {day}. De integriteitscoördinator legt vast wanneer het is voorgesteld.",{name:t.authorName,day:N(t.day,{year:!0})})}
          </p>
          ${o?d`<p>
                    ${s("Sindsdien zijn er cijfers veranderd. Geef je een nieuw verslag, haal dan het vorige terug: wie beide heeft, kan kleine aantallen berekenen.")}
                  </p>
                  <div class="actions">${this.signButton(a,s("Onderteken opnieuw"))}</div>`:m}`)}return E("info",d`<p>
          ${s("Kijk de cijfers na. Met je handtekening leg je het verslag klaar voor de integriteitscoördinator.")}
        </p>
        <div class="actions">${this.signButton(n,s("Onderteken het verslag"))}</div>`)}signButton(t,n){return C({label:n,busy:this.busy,click:()=>this.act(()=>wl(this.app.me,this.year,t),s("Het verslag is ondertekend."))})}presenting(t){return t===null?E("info",d`<p>${s("Een facilitator moet het verslag van dit jaar nog ondertekenen.")}</p>`):d`<div class="card stack tight">
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
        ${C({label:s("Leg de dag vast"),busy:this.busy,click:()=>this.record()})}
      </div>
    </div>`}async record(){let{presented:t,year:n}=this;if(t===""||Number(t.slice(0,4))<=n||t>this.app.me.today){this.error=s("Kies een dag na het einde van {year} en niet in de toekomst. Er is niets veranderd.",{year:n}),this.draw();return}await U({title:s("Voorgesteld op {day}?",{day:N(t,{year:!0})}),text:d`<p>
        ${s("Daarna ligt het verslag vast en kan een facilitator de dossiers van {year} archiveren. Dit kan je niet meer veranderen.",{year:n})}
      </p>`,yes:s("Leg vast")})&&await this.act(()=>bl(this.app.me,n,t),s("De dag is vastgelegd."))}report(t,n){let{org:r}=this.app.me.portal;return d`<article class="report stack">
      <header>
        <h1>${this.title()}</h1>
        <p class="muted">${r.name}</p>
      </header>
      <p>${Nl()}</p>
      ${zl(r,this.year,t).map(a=>d`<section>
            <h2>${a.title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${a.title}>
              ${Ja({...a,caption:""})}
            </div>
          </section>`)}
      <p class="hint">
        ${n?Ol(n).join(" "):s("Ontwerp van {day}, niet ondertekend.",{day:N(this.numbers.day,{year:!0})})}
      </p>
    </article>`}},Nl=()=>s("Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).",{n:3});function Ol({authorName:e,day:t,mark:n}){return[s("Ondertekend door {name} op {day}.",{name:e,day:N(t,{year:!0})}),s("Merkteken van de handtekening: {mark}. De systeembeheerder kijkt PDF en CSV na met: adviespunt report verify BESTAND.",{mark:n})]}var Im=new Set(["A","B","C"]),Mr=e=>e??"–";function zl(e,t,n){let r=new Map(e.categories.map(({group:a})=>[xr(a),a]));return[{title:s("Aantal vragen"),head:["",s("aantal")],rows:[[s("Vragen in {year}",{year:t}),Mr(n.total)]]},oo(s("Per groep"),s("groep"),n.groups,n.groups_together,a=>a===Gt?s("zonder categorie"):String(r.get(a)??a)),Um(e,n.categories),Fm(n),oo(s("Uitkomst"),s("uitkomst"),n.outcomes,n.outcomes_together,a=>_m(e,a)),oo(s("Verwezen of doorgegeven aan"),s("dienst"),n.authorities,null,a=>V(e.authorities,a))]}function oo(e,t,n,r,a){let o=Object.entries(n),i=o.filter(([,l])=>l===null).map(([l])=>a(l)),c=o.filter(([,l])=>l!==null).map(([l,u])=>[a(l),Mr(u)]);return i.length>0&&c.push([s("Samen: {names}",{names:i.join(", ")}),Mr(r)]),{title:e,head:[t,s("aantal")],rows:c}}function _m(e,t){return{open:s("loopt nog"),"state.withdrawn":s("ingetrokken"),"state.passed":s("doorgegeven"),"state.closed":s("afgesloten zonder uitkomst")}[t]??V(e.outcomes,t)}function Um(e,t){let a=[...e.categories].sort((i,c)=>(c.R??-1)-(i.R??-1)||i.label.localeCompare(c.label)).filter(({key:i,R:c})=>Im.has(wr(c)??"")||typeof t[i]=="number").map(({key:i,label:c,R:l})=>[c,l===null?"–":Lt(l),wr(l)??"–",Mr(t[i])]),o=[s("categorie"),"R",s("klasse"),s("aantal")];return{title:s("Per categorie, naast de risicoanalyse"),head:o,rows:a}}function Fm({feedback:e,final:t,promises:n}){let r=new Intl.NumberFormat(`${G}-BE`,{style:"percent"}),a=(o,{mean:i,share:c})=>[o,i===null?"–":Lt(i),c===null?"–":r.format(c/100)];return{title:s("Termijnen, in werkdagen"),head:["",s("gemiddeld, ongeveer"),s("op tijd, van wat beantwoord is")],rows:[a(s("Eerste feedback (beloofd: {n})",{n:n.feedback}),e),a(s("Definitief antwoord (beloofd: {n})",{n:n.final}),t)]}}async function Tl(e,t){let{due:n,late:r}=await Ga(e.me);if(n===null)return m;let a=r?s("Het jaarverslag van {year} is te laat: het moest in het eerste kwartaal worden voorgesteld.",{year:n}):s("Het jaarverslag van {year} kan worden opgemaakt. Het wordt in het eerste kwartaal voorgesteld.",{year:n});return d`<div class="banner">
    ${E(r?"danger":"info",d`<p>${a}</p>
        <p>
          <button type="button" class="button small" @click=${()=>t(n)}>${s("Naar het jaarverslag")}</button>
        </p>`)}
  </div>`}var Hm=32,co=e=>Number(e.me.today.slice(0,4));function Pl(e,t){let{year:n}=e.me.directories.current.archive,r=co(e),a=n<r;return d`<section class="stack tight" aria-labelledby="archive-key-title">
    <h2 id="archive-key-title">${s("De archiefsleutel")}</h2>
    <p>${s("Wat nu gevraagd wordt, gaat later open met de archiefwoorden van {year}.",{year:n})}</p>
    <p>
      ${a?s("Maak er andere voor {year}: wie de woorden van één jaar vindt, opent dan niet elk jaar.",{year:r}):s("Ben je de woorden kwijt, of heeft iemand ze gezien? Maak dan nieuwe. Wat al gevraagd is, gaat open met de vorige.")}
    </p>
    <p>
      <button type="button" class="button ${a?"primary":""}" @click=${()=>Rl(e,t)}>
        ${v("key-round")}${s("Maak nieuwe archiefwoorden")}
      </button>
    </p>
  </section>`}function Cl(e,t){let n=co(e);return e.me.directories.current.archive.year>=n?m:d`<div class="banner">
    ${E("info",d`<p>
          ${s("Voor {year} zijn er nog geen archiefwoorden. Zolang je er geen maakt, blijven die van vroeger gelden.",{year:n})}
        </p>
        <p>
          <button type="button" class="button small" @click=${()=>Rl(e,t)}>
            ${s("Maak nieuwe archiefwoorden")}
          </button>
        </p>`)}
  </div>`}async function Rl(e,t){let n=T(Hm),r=co(e),a=Yi(await nt(e.portal.words,n),r);e.open(o=>vn(o,a,()=>o.replace(Wm(n,r,t))))}var Wm=(e,t,n)=>r=>{let a=null,o=async()=>{a=null,r.update();try{await r.call(async()=>{await rt(r.me),await ui(r.me,e,t),await rt(r.me)}),X(e),O(s("De nieuwe archiefsleutel geldt vanaf nu.")),r.reset(n),$t(r)}catch(i){a=$(i),r.update()}};return{tab:"figures",shown:()=>{o()},render:()=>d`<div class="stack narrow">
        <h1>${s("De archiefsleutel van {year}",{year:t})}</h1>
        ${a===null?q(s("De nieuwe sleutel wordt bekendgemaakt…")):d`${A(a)}
                <p>${s("De woorden op je papier gelden nog niet. Gooi ze niet weg en probeer het opnieuw.")}</p>
                <div class="actions">
                  <button type="button" class="button primary" @click=${()=>o()}>${s("Probeer opnieuw")}</button>
                </div>`}
      </div>`}};async function Bl(e){let t=await li(e.me);return n=>{let r=t.get(n);return r?s("Gaat open met de archiefwoorden van {year}.",{year:r}):""}}function Il(e,t,n){let r=null,a=null,o=({touches:u})=>{let[p,f]=u;r=u.length===1&&p?{x:p.clientX,y:p.clientY}:null,a=u.length===2&&p&&f?Ll(p,f):null},i=u=>{let[p,f]=u.touches;a===null||!p||!f||(u.cancelable&&u.preventDefault(),t.pinch(Ll(p,f)/a,(p.clientX+f.clientX)/2,(p.clientY+f.clientY)/2))},c=({changedTouches:[u]})=>{a!==null?t.release():r!==null&&u&&l(u.clientX-r.x,u.clientY-r.y),a=null,r=null},l=(u,p)=>{Math.abs(u)>60&&Math.abs(u)>2*Math.abs(p)&&t.sweep(u<0?1:-1)};e.addEventListener("touchstart",o,{signal:n,passive:!0}),e.addEventListener("touchmove",i,{signal:n,passive:!1}),e.addEventListener("touchend",c,{signal:n}),e.addEventListener("touchcancel",c,{signal:n})}var Ll=(e,t)=>Math.max(1,Math.hypot(e.clientX-t.clientX,e.clientY-t.clientY));var _l=1.25,qm=8,Ul=80;async function Hl(e,t,{width:n,turn:r=0,watermark:a=null}={}){let o=await createImageBitmap(new Blob([t.image],{type:t.media}));try{let[i,c]=r%2===0?[o.width,o.height]:[o.height,o.width],l=(n??i)/i;e.width=Math.max(1,Math.round(i*l)),e.height=Math.max(1,Math.round(c*l));let u=e.getContext("2d");u.imageSmoothingQuality="high",u.translate(e.width/2,e.height/2),u.rotate(r*Math.PI/2),u.scale(l,l),u.drawImage(o,-o.width/2,-o.height/2),u.resetTransform(),a&&Vm(u,a)}finally{o.close()}}function Vm(e,t){let{width:n,height:r}=e.canvas,a=Math.max(14,Math.round(Math.min(n,r)/24));e.font=`600 ${a}px system-ui, sans-serif`,e.textAlign="center",e.translate(n/2,r/2),e.rotate(-Math.PI/7);let o=Math.hypot(n,r)/2,i=e.measureText(t).width+a*3;for(let c=-o,l=0;c<=o;c+=a*5,l+=1)for(let u=-o-l%2*(i/2);u<=o+i;u+=i)Gm(e,t,u,c);e.resetTransform()}function Gm(e,t,n,r){e.fillStyle="rgb(0 0 0 / 16%)",e.fillText(t,n,r),e.fillStyle="rgb(255 255 255 / 22%)",e.fillText(t,n+1,r+1)}async function Ym(e,t=0){let n=document.activeElement,r=je(i=>Jm(i),{kind:"viewer",label:e.title}),a=document.querySelector("dialog.viewer"),o=new lo(a,e,t);await o.show(),await r,o.stop(),n instanceof HTMLElement&&n.focus()}function Jm(e){return d`<div class="viewer-bar" role="toolbar" aria-label=${s("Bekijken")}>
      ${jn("before","arrow-left",s("Vorige pagina"),"←")}
      ${jn("after","arrow-right",s("Volgende pagina"),"→")}
      <span class="count" data-part="count"></span>
      ${jn("smaller","zoom-out",s("Kleiner"),"−")} ${jn("larger","zoom-in",s("Groter"),"+")}
      ${jn("turn","rotate-cw",s("Draai"),"r")}
      <button type="button" class="button square" title=${`${s("Sluit")} (Esc)`} @click=${()=>e(null)}>
        ${v("x")}<span class="sr">${s("Sluit")}</span>
      </button>
    </div>
    <div class="viewer-stage" data-part="stage" tabindex="0" role="region" aria-label=${s("Pagina")}>
      <canvas role="img"></canvas>
      <p data-part="message"></p>
    </div>`}function jn(e,t,n,r){return d`<button type="button" class="button square" data-tool=${e} title=${`${n} (${r})`}>
    ${v(t)}<span class="sr">${n}</span>
  </button>`}var Zm={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},Fl=e=>Math.min(qm,Math.max(1,e)),lo=class{constructor(t,n,r){this.dialog=t,this.album=n,this.index=r,this.zoom=1,this.turn=0,this.pinched=void 0,this.page=null,this.ticket=0,this.canvas=t.querySelector("canvas"),this.stage=t.querySelector("[data-part=stage]"),this.message=t.querySelector("[data-part=message]"),this.listen()}listen(){this.end=new AbortController;let{signal:t}=this.end;this.dialog.addEventListener("click",n=>this.press(n),{signal:t}),this.dialog.addEventListener("keydown",n=>this.key(n),{signal:t}),this.stage.addEventListener("dblclick",n=>this.around(this.zoom>1?1:2,n),{signal:t}),Il(this.stage,{sweep:n=>this.zoom===1&&this.go(n),pinch:(n,r,a)=>this.pinch(n,{clientX:r,clientY:a}),release:()=>this.release()},t),addEventListener("resize",()=>this.draw(),{signal:t})}stop(){this.end?.abort(),this.page=null,this.canvas.width=1,this.canvas.height=1}press(t){let n=t.target.closest("[data-tool]");n instanceof HTMLElement&&this.act(n.dataset.tool??"")}act(t){t==="before"&&this.go(-1),t==="after"&&this.go(1),t==="larger"&&this.size(this.zoom*_l),t==="smaller"&&this.size(this.zoom/_l),t==="turn"&&(this.turn=(this.turn+1)%4,this.draw())}key(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let n={PageUp:"before",PageDown:"after","+":"larger","=":"larger","-":"smaller",r:"turn"};this.zoom===1&&Object.assign(n,{ArrowLeft:"before",ArrowRight:"after"});let r=n[t.key],a=Zm[t.key];r===void 0&&a===void 0||(t.preventDefault(),r!==void 0?this.act(r):a&&this.stage.scrollBy(a[0]*Ul,a[1]*Ul))}pinch(t,n){this.pinched??=this.zoom,this.around(this.pinched*t,n,{sharp:!1})}release(){this.pinched=void 0,this.size(this.zoom)}around(t,{clientX:n,clientY:r},{sharp:a=!0}={}){if(this.page===null)return;let o=this.canvas.getBoundingClientRect(),[i,c]=[(n-o.left)/o.width,(r-o.top)/o.height];this.zoom=Fl(t),this.canvas.style.width=`${Math.round(this.fitting(this.page)*this.zoom)}px`;let l=this.canvas.getBoundingClientRect();this.stage.scrollBy(l.left+i*l.width-n,l.top+c*l.height-r),a&&this.draw()}go(t){let n=this.index+t;n<0||n>=this.album.count||(this.index=n,this.zoom=1,this.turn=0,this.show())}size(t){this.zoom=Fl(t),this.draw()}async show(){let t=this.ticket+=1;this.page=null,this.canvas.hidden=!0,this.tell(s("Pagina {n} wordt geopend…",{n:this.index+1}));let n=await this.album.load(this.index).catch(()=>null);t!==this.ticket||!this.dialog.open||(this.page=n,n===null?this.tell(s("Deze pagina kan niet worden getoond. Probeer het later opnieuw.")):await this.draw())}async draw(){if(this.page===null)return;let t=Math.round(this.fitting(this.page)*this.zoom),n=Math.min(devicePixelRatio||1,2);try{await Hl(this.canvas,this.page,{width:t*n,turn:this.turn,watermark:this.album.watermark})}catch{this.tell(s("Deze pagina is geen beeld dat getoond kan worden."));return}this.canvas.style.width=`${t}px`,this.canvas.hidden=!1,this.tell("")}fitting(t){let[n,r]=this.turn%2===0?[t.width,t.height]:[t.height,t.width];return Math.min(this.stage.clientWidth-16,(this.stage.clientHeight-16)*n/r,n*2)}tell(t){let n=s("{n} van {all}",{n:this.index+1,all:this.album.count}),r=this.dialog.querySelector("[data-part=count]");r&&(r.textContent=n),this.canvas.setAttribute("aria-label",`${this.album.title}, ${n}`),this.message.textContent=t,this.disable("before",this.index===0),this.disable("after",this.index===this.album.count-1),this.disable("smaller",this.zoom===1),_i(t||`${this.album.title}, ${n}`)}disable(t,n){let r=this.dialog.querySelector(`[data-tool=${t}]`);r instanceof HTMLButtonElement&&r.setAttribute("aria-disabled",String(n))}};function Wl(e){let t=document.createElement("ul");t.className="thumbs";let n=new IntersectionObserver(r=>r.forEach(a=>{a.isIntersecting&&(n.unobserve(a.target),Qm(a.target,e))}));for(let r=0;r<e.count;r+=1)t.append(Xm(e,r,n));return t}function Xm(e,t,n){let r=document.createElement("li");return r.dataset.index=String(t),ae(d`<button type="button" class="thumb" @click=${()=>Ym(e,t)}>
      <canvas width="90" height="120" aria-hidden="true"></canvas>
      <span
        >${e.count===1?s("Bekijk groot"):s("Pagina {n}",{n:t+1})}<span class="sr"
          >, ${e.title}</span
        ></span
      >
    </button>`,r),n.observe(r),r}async function Qm(e,t){let n=e.querySelector("canvas");try{await Hl(n,await t.load(Number(e.dataset.index)),{width:240,watermark:t.watermark})}catch{e.querySelector(".thumb")?.append(s("Niet te tonen"))}}async function ql(e){let t=h(e.directories.current.register.id),r=[...await mn(e)].sort((a,o)=>+(h(o.key)===t)-+(h(a.key)===t));return Promise.all(r.map(({seed:a})=>oe(a,"template")))}async function Vl(e){let{templates:t}=await e.api.get("/templates");if(t.length===0)return[];let n=await ql(e);return(await Promise.all(t.map(a=>ew(e,n,a)))).filter(a=>a!==null).sort((a,o)=>a.name.localeCompare(o.name))}async function ew(e,t,{id:n,number:r,envelope:a}){let o=w(a);for(let i of t)try{let{writer:c}=$e(o).header,l={portal:e.portal.id,case:et,epoch:r,id:w(n,16),writer:c,kind:"template"},{act:u,name:p,text:f}=_e(await qe(i,l,o));return{id:n,number:r,act:u,name:p,text:f}}catch(c){if(!(c instanceof z))throw c}return null}async function Gl(e,{id:t,number:n,act:r,name:a,text:o}){let[i]=await ql(e);if(i===void 0)throw new z("register-key");let c=t===null?T(16):w(t,16),l=t===null?0:n+1,u={portal:e.portal.id,case:et,epoch:l,id:c,writer:e.member,kind:"template"},p=await xe(i,u,ce({v:1,act:r,name:a,text:o}));await e.api.put(`/templates/${h(c)}`,{number:l,envelope:h(p)})}var Yl=(e,t)=>e.api.del(`/templates/${t}`);var Sn=new WeakMap;async function Zl(e){Sn.set(e,[]),Sn.set(e,await e.call(()=>Vl(e.me))),e.update()}function Xl(e,t,n){let r=e.me.role==="facilitator";r&&!Sn.has(e)&&Zl(e).catch(()=>{});let a=(Sn.get(e)??[]).filter(c=>c.act===t).map(({name:c,text:l})=>({name:c,text:l})),o=nw.filter(c=>c.act===t).map(c=>({name:c.name(),text:c.text()})),i=[...a,...o];return i.length===0&&!r?m:d`<details class="templates">
    <summary>${s("Begin met een voorbeeldtekst")}</summary>
    <ul class="plain">
      ${i.map(c=>d`<li><button type="button" class="button small" @click=${()=>n(c.text)}>${v("book-open")}${c.name}</button></li>`)}
    </ul>
    ${r?d`<p><button type="button" class="button quiet small" @click=${()=>e.open(tw)}>${s("Eigen voorbeeldteksten beheren")}</button></p>`:m}
  </details>`}var Jl=()=>[{key:"feedback",label:s("Eerste feedback")},{key:"reply",label:s("Bericht")},{key:"final",label:s("Definitief antwoord")},{key:"pass",label:s("Doorgeven")},{key:"close",label:s("Afsluiten")}];function tw(e){let t=()=>({id:null,number:0,act:"feedback",name:"",text:""}),n=t(),r=!1,a=null,o=async(l,u)=>{r=!0,a=null,e.update();try{await e.call(l),await Zl(e),n=t(),O(u)}catch(p){a=$(p)}r=!1,e.update()},i=()=>{if(n.name.trim()===""||n.text.trim()===""){a=s("Geef de tekst een naam en schrijf hem."),e.update();return}o(()=>Gl(e.me,n),s("De tekst is bewaard."))},c=async l=>{await U({title:s("‘{name}’ weggooien?",{name:l.name}),text:s("Berichten die er al mee geschreven zijn, blijven."),yes:s("Gooi weg"),danger:!0})&&await o(()=>Yl(e.me,l.id),s("De tekst is weg."))};return{tab:"queue",unsent:()=>n.text.trim()!=="",render:()=>d`<div class="stack narrow">
        <p>
          <button type="button" class="button quiet" @click=${()=>e.back()}>
            ${v("arrow-left")}${s("Terug")}
          </button>
        </p>
        <h1>${s("Voorbeeldteksten")}</h1>
        <p class="hint">
          ${s("Ze zijn verzegeld zoals al wat hier geschreven wordt. Alleen facilitatoren kunnen ze openen.")}
        </p>
        <ul class="cards">
          ${(Sn.get(e)??[]).map(l=>d`<li class="card row spread">
                <span
                  ><strong>${l.name}</strong
                  ><small class="muted"> ${Jl().find(({key:u})=>u===l.act)?.label}</small></span
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
          ${Be({id:"template-act",label:s("Voor"),value:n.act,options:Jl(),input:l=>{n.act=l}})}
          ${ie({id:"template-name",label:s("Naam"),value:n.name,input:l=>{n.name=l}})}
          ${at({id:"template-text",label:s("Tekst"),value:n.text,rows:8,input:l=>{n.text=l}})}
          ${A(a)}
          <div class="actions">
            ${C({label:s("Bewaar"),busy:r,click:i})}
            ${n.id===null?m:d`<button
                    type="button"
                    class="button"
                    @click=${()=>{n=t(),e.update()}}
                  >
                    ${s("Laat zoals het was")}
                  </button>`}
          </div>
        </section>
      </div>`}}var nw=[{act:"feedback",name:()=>s("We gaan ermee aan de slag"),text:()=>s("Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan.")},{act:"feedback",name:()=>s("We hebben nog een vraag"),text:()=>s("Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:")},{act:"final",name:()=>s("Verwijzing naar een andere dienst"),text:()=>s("We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf.")},{act:"pass",name:()=>s("Plicht om door te geven"),text:()=>s("We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kan dit bericht nog lezen tot het dossier wordt gearchiveerd.")}];var rw=()=>({text:"",referred:new Set,authority:"",outcome:"",for:"reply",record:"",sealed:null}),uo=4e4,Ql=["passed","closed","withdrawn"],Dr=class{constructor(t){this.page=t,this.act=null,this.entries=new Map,this.error=null}get app(){return this.page.app}entry(t){let n=this.entries.get(t)??rw();return this.entries.set(t,n),n}unsent(){return[...this.entries.values()].some(({text:t,record:n})=>t.trim()!==""||n.trim()!=="")}acts({summary:t}){let n=this.app.me.role!=="coach",{state:r}=t,a=[],o=!Ql.includes(r);return o&&t.feedback_on===null&&a.push(["feedback",s("Eerste feedback")]),o&&t.feedback_on!==null&&a.push(["reply",s("Bericht")]),o&&a.push(["final",s("Definitief antwoord")]),a.push(["note",s("Interne nota")]),o&&a.push(["draft",s("Ontwerp")],["pass",s("Doorgeven")]),n&&!["closed","withdrawn"].includes(r)&&a.push(["close",s("Afsluiten")]),a}start(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([o])=>o),a=r.includes(t)?t:t==="reply"?r[0]:void 0;a!==void 0&&(this.choose(a),setTimeout(()=>document.getElementById("compose-text")?.focus()))}choose(t){this.act=t,this.error=null,this.page.draw()}takeOver(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([c])=>c),a=t.fields.for,o=r.includes(a)?a:r[0];if(o===void 0)return;let i=this.entry(o);i.text=i.text.trim()===""?t.text:`${i.text}

${t.text}`,i.sealed=null,this.start(o)}render(t){let n=this.acts(t);return this.act!==null&&!n.some(([r])=>r===this.act)&&(this.act=null),d`<section class="compose no-print" aria-labelledby="compose-title">
      <h2 id="compose-title">${s("Schrijf of handel af")}</h2>
      ${Ql.includes(t.summary.state)?E("info",d`<p>${sw(t.summary.state)}</p>`):m}
      <div class="segments" role="group" aria-label=${s("Wat wil je doen?")}>
        ${n.map(([r,a])=>d`<button type="button" class="segment" aria-pressed=${String(this.act===r)} @click=${()=>this.choose(r)}>${a}</button>`)}
      </div>
      ${this.act===null?m:this.form(this.act)}
    </section>`}form(t){let n=this.entry(t);return d`<div class="stack compose-form">
      <p class="hint">${iw(t)}</p>
      ${this.fields(t,n)}
      ${at({id:"compose-text",label:cw(t),value:n.text,rows:t==="note"?5:9,limit:uo,error:this.error,input:r=>{n.text=r,n.sealed=null}})}
      ${Xl(this.app,t,r=>{n.text=n.text.trim()===""?r:`${n.text}

${r}`,n.sealed=null,this.page.draw()})}
      ${t==="pass"?this.recordField(n):m}
      <div class="actions">
        ${C({label:d`${v(t==="note"||t==="draft"?"notebook-pen":"send")}${lw(t)}`,busyLabel:s("Wordt verzegeld en verstuurd…"),busy:this.page.busy,click:()=>this.send(t,n),kind:t==="pass"||t==="close"?"danger primary":"primary"})}
      </div>
    </div>`}fields(t,n){let{org:r}=this.app.me.portal,a=o=>o.map(i=>({key:i.key,label:i.label??i.name}));if(t==="final")return d`<details class="referred">
        <summary>${s("Verwijs je naar een andere dienst? Duid aan welke")}</summary>
        <div class="stack tight">
          ${a(r.authorities).map(({key:o,label:i})=>Ye({id:`referred-${o}`,label:i,checked:n.referred.has(o),change:c=>{n.referred[c?"add":"delete"](o),n.sealed=null}}))}
        </div>
      </details>`;if(t==="pass")return Be({id:"pass-authority",label:s("Aan welke dienst geef je door?"),value:n.authority,empty:s("Kies een dienst"),options:a(r.authorities),input:o=>this.set(n,{authority:o})});if(t==="close")return Be({id:"close-outcome",label:s("Met welke uitkomst?"),value:n.outcome,empty:s("Kies een uitkomst"),options:a(r.outcomes),input:o=>this.set(n,{outcome:o})});if(t==="draft"){let o=[{key:"reply",label:s("een bericht")},{key:"feedback",label:s("een eerste feedback")},{key:"final",label:s("een definitief antwoord")}];return Be({id:"draft-for",label:s("Ontwerp voor"),value:n.for,options:o,input:i=>this.set(n,{for:i})})}return m}set(t,n){Object.assign(t,n,{sealed:null}),this.error=null,this.page.draw()}recordField(t){return at({id:"pass-record",label:s("Wat gaf je door, en aan wie precies?"),hint:s("Dit blijft verzegeld bij het dossier, voor je collega’s. De vraagsteller ziet het niet."),value:t.record,rows:4,input:n=>{t.record=n}})}async send(t,n){if(this.error=aw(t,n),this.error!==null){this.page.draw(),document.getElementById("compose-text")?.focus();return}if(!await this.confirmed(t,n))return;n.sealed??=Tt({kind:t,text:n.text.trim(),fields:ow(t,n)});let r=n.sealed;await this.page.act(async o=>{await zt(this.app.me,o,r),t==="pass"&&await this.sendRecord(o,n)})&&(this.entries.delete(t),this.act=null,this.page.draw(),O(dw(t)))}async sendRecord(t,n){let r={authority:n.authority,day:this.app.me.today};await zt(this.app.me,t,Tt({kind:"record",text:n.record.trim(),fields:r}))}async confirmed(t,n){let{org:r}=this.app.me.portal;return t==="pass"?U({title:s("Doorgeven aan {name}?",{name:V(r.authorities,n.authority)}),text:d`<p>${s("De vraagsteller krijgt je bericht en ziet aan welke dienst je doorgeeft.")}</p>
          <p>
            ${s("Daarmee eindigt de behandeling hier: er kan niet meer geantwoord worden. Dit kan je niet ongedaan maken.")}
          </p>
          <p>${s("Het portaal stuurt zelf niets naar die dienst: dat doe je zelf.")}</p>`,yes:s("Geef door en beëindig"),danger:!0}):t==="final"?U({title:s("Het definitieve antwoord versturen?"),text:d`<p>
          ${s("De vraagsteller leest het meteen, en je kunt het niet terugnemen. Een bericht erna sturen kan wel.")}
        </p>`,yes:s("Verstuur het antwoord")}):t==="close"?U({title:s("Dit dossier afsluiten?"),text:d`<p>
          ${s("De vraagsteller leest dat het dossier is afgesloten, met de uitkomst en wat je schreef. Antwoordt de vraagsteller toch nog, dan gaat het weer open.")}
        </p>`,yes:s("Sluit af")}):!0}};function aw(e,t){return e==="pass"&&t.authority===""?s("Kies eerst aan welke dienst je doorgeeft."):e==="close"&&t.outcome===""?s("Kies eerst een uitkomst."):t.text.trim()===""&&e!=="close"?s("Schrijf eerst iets."):[...t.text].length>uo?s("Je tekst is te lang. Hoogstens {n} tekens.",{n:uo}):null}function ow(e,t){return e==="final"?{referred:[...t.referred].sort()}:e==="pass"?{authority:t.authority}:e==="close"?{outcome:t.outcome}:e==="draft"?{for:t.for}:{}}function sw(e){return e==="passed"?s("Dit dossier is doorgegeven. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):e==="withdrawn"?s("De vraagsteller trok de vraag in. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):s("Dit dossier is afgesloten. Antwoordt de vraagsteller, dan gaat het weer open.")}function iw(e){return{feedback:s("De vraagsteller krijgt een eerste teken: de vraag is gelezen, en dit gebeurt ermee."),reply:s("Een vraag om meer uitleg of een tussentijds bericht. De vraagsteller kan antwoorden."),final:s("Je antwoord op de vraag. Is er nog geen eerste feedback, dan geldt dit ook daarvoor."),note:s("Alleen voor wie van de medewerkers aan dit dossier werkt."),draft:s("Een collega leest het na in de nota’s voor het naar de vraagsteller gaat."),pass:s("Een andere dienst neemt het over. De behandeling hier eindigt en de vraagsteller leest dat."),close:s("Het dossier is klaar. Schrijf er een slotwoord bij als je wilt.")}[e]}function cw(e){return e==="note"?s("Je nota"):e==="draft"?s("Je ontwerp"):e==="close"?s("Slotwoord aan de vraagsteller"):s("Je bericht aan de vraagsteller")}function lw(e){return{feedback:s("Verstuur de eerste feedback"),reply:s("Verstuur het bericht"),final:s("Verstuur het definitieve antwoord"),note:s("Bewaar de nota"),draft:s("Leg het ontwerp voor"),pass:s("Geef door…"),close:s("Sluit af…")}[e]}function dw(e){return e==="note"?s("De nota is bewaard."):e==="draft"?s("Het ontwerp staat in de nota’s."):e==="close"?s("Het dossier is afgesloten."):e==="pass"?s("Het dossier is doorgegeven."):s("Je bericht is verstuurd.")}var uw=S({v:se,number:ee,previous:de(Q),day:ke,member:de(_),action:te,subject:de(_)});async function ed(e){let t={lines:[],whole:!0,head:null};for(let[n,r]of e.entries()){let a=_e(r);uw(a),t.whole&&=a.number===n&&a.previous===t.head,t.lines.push(a),t.head=h(await I(r))}return t}var Kr=new WeakMap;function td(e,t){return po(e.app,t,`/journal?case=${t.key}`,()=>e.draw())}function po(e,t,n,r){let a=Kr.get(t);return d`<details class="journal" @toggle=${i=>{i.target.open&&a===void 0&&pw(e,t,n,r)}}>
    <summary>${s("Logboek")}</summary>
    ${a===void 0||a==="loading"?d`<p class="hint">${s("Wordt opgehaald…")}</p>`:typeof a=="string"?d`<p>${a}</p>`:hw(e,a)}
  </details>`}async function pw(e,t,n,r){Kr.set(t,"loading");try{let{lines:a}=await e.call(()=>e.me.api.get(n));Kr.set(t,await ed(a.map(o=>w(o))))}catch(a){Kr.set(t,$(a))}r()}function hw(e,{lines:t,whole:n,head:r}){let a=o=>o===null?"":Ee(e.me,o)?.name??"";return d`<div class="stack tight">
    ${n?m:E("danger",d`<p>${s("Een regel in dit logboek past niet aan de vorige: er is iets veranderd of weggelaten. Verwittig je collega’s.")}</p>`)}
    <ol class="journal-lines">
      ${t.map(o=>d`<li><small>${N(o.day,{weekday:!1})}</small> ${a(o.member)||s("de vraagsteller of het portaal")}: ${fw(o.action)}${o.subject&&Ee(e.me,o.subject)?d` (${a(o.subject)})`:m}</li>`)}
    </ol>
    ${r===null?m:d`<p class="hint">${s("Slot van het logboek, om elders te noteren:")} <span class="words">${r.slice(0,16)}</span></p>`}
  </div>`}function fw(e){return{receive:s("ontving de vraag"),open:s("opende het dossier"),notes:s("begon met nota’s"),assign:s("wees iemand toe"),remove:s("haalde iemand van het dossier"),feedback:s("gaf eerste feedback"),reply:s("schreef een bericht"),final:s("gaf een definitief antwoord"),pass:s("gaf het dossier door"),close:s("sloot het dossier af"),note:s("schreef een nota"),triage:s("paste de indeling aan"),draft:s("legde een ontwerp voor"),record:s("legde vast wat werd doorgegeven"),recuse:s("stapte opzij"),withdraw:s("trok de vraag in"),directory:s("veranderde de lijst van medewerkers"),invite:s("nodigde iemand uit"),cancel:s("trok een uitnodiging in"),reset:s("gaf een code voor een nieuwe tweede factor"),renew:s("stelde een nieuwe tweede factor in"),"passkey-add":s("voegde een passkey toe"),"passkey-remove":s("verwijderde een passkey"),"codes-set":s("koppelde een telefoon voor codes"),"codes-remove":s("verwijderde de codes op de telefoon"),activate:s("zette een toegang aan"),deactivate:s("zette een toegang uit")}[e]??e}var mw=()=>[["j / k",s("volgende of vorige vraag")],["Enter",s("open de vraag")],["/",s("zoek")],["u",s("terug naar de lijst")],["a",s("schrijf een antwoord")],["n",s("schrijf een nota")],["?",s("dit overzicht")],["← →  + −  r",s("bij een bijlage: andere pagina, groter of kleiner, draaien")]];function Yt(e){return je(t=>d`<div class="stack">
        <h2 id="dialog-title">${s("Toetsen")}</h2>
        <dl class="facts keys">
          ${mw().map(([n,r])=>d`<dt><kbd>${n}</kbd></dt>
                <dd>${r}</dd>`)}
        </dl>
        ${Ye({id:"keys-on",label:s("Gebruik deze toetsen"),text:s("Zet ze uit als je spreekt tegen je computer, of als een letter iets doet wat je niet wou. Dat geldt tot je je afmeldt."),checked:e.keys,change:n=>{e.keys=n}})}
        <div class="actions">
          <button type="button" class="button primary" autofocus @click=${()=>t(null)}>${s("Sluit")}</button>
        </div>
      </div>`)}function nd(e,t){let n=e.app.me,r=n.role!=="coach",a=new Map(t.summary.participants.map(i=>[i.id,i])),o=t.view.participants.filter(({role:i})=>!["asker","archive"].includes(i)).sort(ww);return d`<section class="card stack tight" aria-labelledby="people-title">
    <h2 id="people-title">${s("Wie werkt hieraan")}</h2>
    <ul class="people">
      ${o.map(i=>d`<li class="row spread">
            <span><strong>${i.name||s("iemand die weg is")}</strong><small>${Oe(i.role)}</small></span>
            ${a.get(i.key)?.active===!1?F(s("doet niet meer mee"),"warn"):m}
            ${r&&i.role==="coach"?d`<button type="button" class="button quiet small no-print" @click=${()=>vw(e,i)}>${s("Verwijder")}<span class="sr"> ${i.name}</span></button>`:m}
          </li>`)}
    </ul>
    ${gw(e,t)}
    ${r?d`<p class="no-print"><button type="button" class="button" @click=${()=>yw(e,t)}>${v("user-plus")}${s("Wijs een coach toe")}</button></p>`:m}
    ${n.role==="coach"?d`<p class="no-print"><button type="button" class="button danger small" @click=${()=>$w(e)}>${v("door-open")}${s("Stap opzij")}</button></p>`:m}
  </section>`}function ww(e,t){return e.role.localeCompare(t.role)||e.name.localeCompare(t.name)}function gw(e,{view:t}){if(t.excluded.length===0)return m;let n=fe(e.app.me).filter(({person:r})=>t.excluded.includes(h(r))).map(({name:r})=>r);return d`<p class="hint">
    ${v("user-round-x")}
    ${s("De vraagsteller houdt buiten dit dossier: {names}",{names:[...new Set(n)].join(", ")||s("iemand die hier niet meer werkt")})}
  </p>`}async function yw(e,t){let n=el(e.app.me,t.view,"coach").sort((c,l)=>c.member.name.localeCompare(l.member.name)),r=await e.app.call(()=>tr(e.app.me)).catch(()=>[]),a=c=>bw(e.app,Ri(r,c,e.app.me.today)),o=new Set;await je(c=>{let l=document.createElement("div"),u=()=>ae(d`<div class="stack">
          <h2 id="dialog-title">${s("Wijs een of meer coaches toe")}</h2>
          <p class="hint">${s("Wie je toewijst, kan het hele dossier lezen, ook wat er al geschreven is.")}</p>
          ${n.length===0?d`<p>${s("Er zijn nog geen coaches. Nodig er een uit bij ‘Medewerkers’.")}</p>`:m}
          ${n.map(({member:p,key:f,reason:g})=>Ye({id:`coach-${f}`,label:p.name,text:kw(g)??a(f)??p.function,checked:g==="there"||o.has(f),disabled:g!==null,change:b=>{o[b?"add":"delete"](f),u()}}))}
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
        </div>`,l);return u(),d`${l}`})===!0&&await e.act(c=>tl(e.app.me,c,[...o]))&&O(s("Toegewezen."))}function bw(e,t){if(t===null)return null;let n=t.cover===null?null:Ee(e.me,t.cover)?.name,r=N(t.last,{weekday:!1});return n?s("Afwezig tot en met {day}. {name} neemt over.",{day:r,name:n}):s("Afwezig tot en met {day}.",{day:r})}function kw(e){return e==="there"?s("Werkt al aan dit dossier."):e==="excluded"?s("Kan niet: de vraagsteller wil deze persoon buiten het dossier houden."):null}async function vw(e,t){await U({title:s("{name} van dit dossier halen?",{name:t.name}),text:d`<p>
      ${s("{name} kan niets meer lezen van wat hierna komt. Wat al gelezen is, blijft gelezen.",{name:t.name})}
    </p>`,yes:s("Verwijder"),danger:!0})&&await e.act(r=>nl(e.app.me,r,t.key))&&O(s("{name} is verwijderd.",{name:t.name}))}async function $w(e){if(!await U({title:s("Opzij stappen?"),text:d`<p>
        ${s("Doe dit als je niet onbevangen kan zijn, bijvoorbeeld omdat je iemand kent. Een facilitator en de vraagsteller lezen dat je opzij stapt, niet waarom.")}
      </p>
      <p>
        ${s("Je ziet het dossier daarna niet meer. Dit kan je niet ongedaan maken; een facilitator kan je wel opnieuw toewijzen.")}
      </p>`,yes:s("Stap opzij"),danger:!0})||e.open===null)return;let{open:n}=e;try{await e.app.call(()=>zt(e.app.me,n,Tt({kind:"recuse",text:"",fields:{}}))),O(s("Je bent opzij gestapt.")),e.app.back()}catch(r){e.error=$(r),e.draw()}}var Jt=67,Zt=65535,xw=64,ho=16,we={number:32,directory:36,kind:40,category:42,state:44,outcome:46,authorities:48,urgent:50},An={received:51,feedback:55,final:59,closed:63},Ew=S({v:se,row:ee,directory:ht,words:ue(te,0,Zt),lists:ue(ue(te),0,Zt),hash:Q}),ad=e=>oe(e,"checkpoint"),od=({portal:e,key:t,number:n},r)=>({portal:e,case:et,epoch:n,id:t,writer:r,kind:"checkpoint"});async function sd(e,{writer:t,...n},r,{row:a,directory:o,lines:i}){let c=od(n,t),{words:l,lists:u,lines:p}=Sw(i),f={v:1,row:a,directory:o,words:l,lists:u,hash:h(await I(p))},g=await ne(r,"checkpoint",tt(c),f);return xe(await ad(e),c,j(g,p))}async function id(e,t,n,r){let{writer:a}=$e(n).header,o=od(t,a),{signed:i,lines:c}=jw(await qe(await ad(e),o,n)),l=pe(i,Ew),u=l.body,p=re(await r.version(u.directory),a,["facilitator"]);if(!p)throw new k("writer");if(await he(p.sign,"checkpoint",tt(o),l),!y(await I(c),w(u.hash)))throw new D("lines");return{row:u.row,lines:Aw(u,c)}}function jw(e){let t=new De(e);return t.lp(),t.take(xw),{signed:e.slice(0,t.at),lines:e.subarray(t.at)}}function Sw(e){let t=e.map(({body:i,mark:c})=>({entry:i,mark:c,id:w(i.case,16)}));t.sort((i,c)=>ge(i.id,c.id));let n=new Nr(i=>i),r=new Nr(i=>i.join(" ")),a=new Uint8Array(t.length*Jt),o=new DataView(a.buffer);return t.forEach(({entry:i,mark:c,id:l},u)=>{let p=u*Jt;a.set(l,p),a.set(c,p+ho),o.setUint32(p+we.number,i.number),o.setUint32(p+we.directory,i.directory),o.setUint16(p+we.kind,n.of(i.kind)),o.setUint16(p+we.category,i.category===null?Zt:n.of(i.category)),o.setUint16(p+we.state,n.of(i.state)),o.setUint16(p+we.outcome,i.outcome===null?Zt:n.of(i.outcome)),o.setUint16(p+we.authorities,r.of(i.authorities)),o.setUint8(p+we.urgent,i.urgent?1:0);for(let[f,g]of Object.entries(An))o.setUint32(p+g,Mw(i[f]))}),{words:n.all,lists:r.all,lines:a}}var Nr=class{constructor(t){this.nameOf=t,this.known=new Map,this.all=[]}of(t){let n=this.nameOf(t),r=this.known.get(n);if(r!==void 0)return r;if(this.all.length===Zt)throw new k("too-many");return this.known.set(n,this.all.length),this.all.push(t),this.all.length-1}};function Aw({words:e,lists:t},n){if(n.length%Jt!==0)throw new D("lines");let r=new DataView(n.buffer,n.byteOffset,n.length),a=Dw(),o=l=>rd(e,r.getUint16(l)),i=l=>r.getUint16(l)===Zt?null:o(l),c=[];for(let l=0;l<n.length;l+=Jt){let u=n.subarray(l,l+16);if(l>0&&ge(n.subarray(l-Jt,l-Jt+16),u)>=0)throw new D("order");let p=r.getUint32(l+we.directory),f=r.getUint8(l+we.urgent),g=a(r.getUint32(l+An.received));if(p<1||f>1||g===null)throw new D("lines");let b={v:1,case:h(u),number:r.getUint32(l+we.number),kind:o(l+we.kind),urgent:f===1,category:i(l+we.category),state:o(l+we.state),outcome:i(l+we.outcome),authorities:rd(t,r.getUint16(l+we.authorities)),received:g,feedback:a(r.getUint32(l+An.feedback)),final:a(r.getUint32(l+An.final)),closed:a(r.getUint32(l+An.closed)),directory:p};c.push({body:b,mark:n.slice(l+ho,l+ho+16)})}return c}function rd(e,t){let n=e[t];if(n===void 0)throw new D("lines");return n}var Mw=e=>e===null?0:Number(e.replaceAll("-",""));function Dw(){let e=new Map([[0,null]]);return t=>{let n=e.get(t);if(n!==void 0)return n;let r=String(t).padStart(8,"0"),a=`${r.slice(0,-4)}-${r.slice(-4,-2)}-${r.slice(-2)}`;return ke(a),e.set(t,a),a}}var Kw=4,cd=()=>typeof Worker<"u",Or=class{constructor(t){this.waiting=new Map,this.asked=0;let n=Math.min(Kw,navigator.hardwareConcurrency||1);this.workers=Array.from({length:n},()=>this.started(t))}started(t){let n=Br("opening");return n.onmessage=({data:r})=>this.answered(r),n.onerror=()=>this.end(),n.postMessage({seed:t}),n}answered({number:t,opened:n}){let r=this.waiting.get(t);this.waiting.delete(t),n===null?r?.reject(new B):r?.resolve(n)}open(t,n){let r=this.asked;this.asked+=1;let a=this.workers[r%this.workers.length];return new Promise((o,i)=>{if(a===void 0)return i(new Error("ended"));this.waiting.set(r,{resolve:o,reject:i}),a.postMessage({number:r,info:t,sealed:n})})}end(){for(let t of this.workers)t.terminate();this.workers=[];for(let{reject:t}of this.waiting.values())t(new Error("ended"));this.waiting.clear()}};var ld=20000101,dd={apart:64,here:12},ud=150,Nw=200,fo=5e3,Ow=async e=>(await I(e)).slice(0,16),zw=e=>({open:(t,n)=>Xr(e,t,n)}),zr=class e{constructor(t,n){this.session=t,this.seeds=new Map(n.map(({key:r,seed:a})=>[h(r),a])),this.pairs=new Map(n.map(({key:r,seed:a})=>[h(r),zw(a)])),this.held=new Map,this.opened=new Map,this.checkpoint=null,this.refused=0,this.loading=null,this.listening=new Set,this.damaged=!1}static async of(t){return new e(t,await mn(t))}line(t){return this.held.get(t)?.body??null}lines(){return[...this.held.values()].map(({body:t})=>t)}async take(t,n=()=>{}){t.length>ud&&await this.fromCheckpoint(),await this.takeAll(t,n)}async takeAll(t,n){let r=await this.notHeld(t),a=this.openersFor(r.length);try{for(let o=0;o<r.length;o+=a.atOnce){let i=r.slice(o,o+a.atOnce);await Promise.all(i.map(({entry:c,mark:l})=>this.takeOne(c,l,a))),n({done:Math.min(o+a.atOnce,r.length),all:r.length}),await Tw()}}finally{a.end()}}async notHeld(t){return(await Promise.all(t.map(async r=>({entry:r,mark:await Ow(w(r.sealed))})))).filter(({entry:r,mark:a})=>{let o=this.held.get(r.case);return o===void 0||!y(o.mark,a)})}openersFor(t){if(t<=ud||!cd())return{atOnce:dd.here,of:r=>this.pairs.get(r),end(){}};let n=new Map;return{atOnce:dd.apart,of:r=>{let a=n.get(r)??new Or(this.seeds.get(r));return n.set(r,a),a},end:()=>{for(let r of n.values())r.end()}}}async takeOne(t,n,r){let a=[t.key,t.case,t.writer,h(n)].join(" "),o=this.opened.get(a),i=o===void 0?await this.openOne(t,r):o;if(this.opened.set(a,i),i===null)return;let c=this.held.get(t.case);(c===void 0||pa(i,n,c.body,c.mark))&&this.held.set(t.case,{body:i,mark:n})}async openOne(t,n){let r=this.seeds.has(t.key)?n.of(t.key):void 0,a={portal:this.session.portal.id,key:w(t.key,16),case:w(t.case,16),writer:w(t.writer,16)};try{if(r===void 0)throw new z("register-key");return await ti(r,a,w(t.sealed),this.session.directories)}catch(o){if(!(o instanceof z))throw o;return this.refused+=1,null}}loadAll(t=()=>{}){return this.listening.add(t),this.loading??=this.load(n=>{for(let r of this.listening)r(n)}).finally(()=>{this.loading=null,this.listening.clear()}),this.loading}async load(t){let n=await this.fromCheckpoint(),r=await this.entriesFrom(n.row,t),{number:a}=n;for(let o=0;o<r.length;o+=fo){let i={done:o,all:r.length};await this.takeAll(r.slice(o,o+fo),({done:l})=>t({...i,done:o+l}));let c=r[o+fo];c?.row!==void 0&&(a=await this.keepCheckpoint(a,c.row))}return(r.length>=Nw||this.damaged)&&(a=await this.keepCheckpoint(a,this.today())),await this.remember(a),this.lines()}async entriesFrom(t,n){let r=[],a=`/register?from=${t}`;for(;;){let{rows:o,next:i}=await this.session.api.get(a);if(r.push(...o),n(null),i===null)return r;a=`/register?next=${i}`}}today(){return Number(this.session.today.replaceAll("-",""))}fromCheckpoint(){return this.checkpoint??=this.readCheckpoint(),this.checkpoint.catch(()=>{this.checkpoint=null}),this.checkpoint}async readCheckpoint(){let{checkpoint:t}=await this.session.api.get("/register/checkpoint"),n=t?.number??0;if(n<(this.session.state.content.checkpoint??0))throw new Ge("older");if(!t)return{number:n,row:ld};try{return{number:n,row:await this.takeCheckpoint(n,w(t.envelope))}}catch(r){if(!(r instanceof z))throw r;return this.damaged=!0,{number:n,row:ld}}}async takeCheckpoint(t,n){let r=$e(n).header.id,a=this.seeds.get(h(r));if(a===void 0)throw new z("register-key");let o={portal:this.session.portal.id,key:r,number:t},{row:i,lines:c}=await id(a,o,n,this.session.directories);for(let l of c){let u=this.held.get(l.body.case);(u===void 0||pa(l.body,l.mark,u.body,u.mark))&&this.held.set(l.body.case,l)}return i}async keepCheckpoint(t,n){let{register:r,version:a}=this.session.directories.current,o=this.seeds.get(h(r.id));if(o===void 0)return t;let i=t+1,c={portal:this.session.portal.id,key:r.id,number:i,writer:this.session.member},l={row:n,directory:a,lines:[...this.held.values()]},u=await sd(o,c,this.session.identity.sign.privateKey,l);try{return await this.session.api.put("/register/checkpoint",{number:i,row:n,envelope:h(u)}),this.checkpoint=Promise.resolve({number:i,row:n}),i}catch(p){if(p instanceof K)return t;throw p}}async remember(t){t<=(this.session.state.content.checkpoint??0)||await gt(this.session,n=>({...n,checkpoint:Math.max(n.checkpoint??0,t)}))}};function Tw(){return new Promise(e=>{setTimeout(e,0)})}var pd=40,Pw=250,Cw=150;function go(e){return new wo(e)}var wo=class{tab="queue";constructor(t){this.app=t,this.items=[],this.filter={query:"",show:"open",category:"",member:""},this.error=null,this.loading=!0,this.progress=null,this.rows=pd,this.texts=new WeakMap,this.elements=new WeakMap,this.load()}get me(){return{key:this.app.me.key,role:this.app.me.role}}shown(){this.loading||this.load()}async load(){this.loading=!0,this.error=null;try{let{cases:t}=await this.app.call(()=>this.app.me.api.get("/queue?keys=false")),n=new Map(this.items.map(r=>[r.key,r]));this.items=await ur(this.app.me,t);for(let r of this.items)this.keepOpened(r,n.get(r.key));this.loading=!1,this.draw(),await this.openEntries()}catch(t){this.error=$(t)}this.loading=!1,this.progress=null,this.draw()}keepOpened(t,n){t.opened=yo(this.app).get(t.key)??n?.opened??null,t.line=n?.line??null}async openEntries(){let t=this.app.me;if(t.role!=="facilitator"||this.items.length===0)return;let[{rows:n},r]=await Promise.all([t.api.get("/register/newest"),Mn(this.app)]),a=Date.now();await r.take(n,o=>{this.progress=o;for(let i of this.items)i.line??=r.line(i.key);Date.now()-a<250||(a=Date.now(),this.draw())});for(let o of this.items)o.line=r.line(o.key)}draw(){this.app.screen===this&&this.app.update()}nameOf(t){return Ee(this.app.me,t)?.name??s("iemand die weg is")}textOf(t){let n=this.texts.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.text;let r=Ia(this.wordsOf(t));return this.texts.set(t,{line:t.line,opened:t.opened,text:r}),r}wordsOf(t){let{org:n}=this.app.me.portal;return[t.name,$n(t.summary),V(n.categories,hr(t)),V(n.kinds,La(t)),...t.coaches.map(r=>this.nameOf(r)),pr(t)?s("dringend"):"",t.opened?.text??""].join(" ")}visible(){return Wc(Gc(this.items,this.filter,this.me,t=>this.textOf(t)),this.me)}set(t){Object.assign(this.filter,t),this.rows=pd,this.draw()}enter(t){this.app.open(Xt(t.key,t.name))}key(t){let n={j:()=>this.move(1),k:()=>this.move(-1),"/":()=>Iw(),"?":()=>Yt(this.app),Enter:()=>this.enterSelected(t)}[t.key];n!==void 0&&(t.key!=="Enter"&&t.preventDefault(),n())}move(t){let n=[...document.querySelectorAll(".queue-row")],r=n.indexOf(document.activeElement),a=n[Math.min(n.length-1,Math.max(0,(r===-1?t>0?-1:n.length:r)+t))];a instanceof HTMLElement&&a.focus()}enterSelected(t){if(t.target.closest("button, a, summary"))return;let n=this.visible()[0];n&&this.enter(n)}render(){return this.items.length===0&&this.loading?d`<div class="stack">
        <h1>${s("Vragen")}</h1>
        ${q(s("De vragen worden opgehaald…"))}
      </div>`:d`<div class="stack">
      <div class="row spread">
        <h1>${s("Vragen")}</h1>
        ${this.unknown?m:this.summaryLine()}
      </div>
      ${A(this.error)}
      ${this.error?d`<p><button type="button" class="button" @click=${()=>this.load()}>${s("Probeer opnieuw")}</button></p>`:m}
      ${this.unknown?m:this.items.length===0?this.empty():d`${this.tools()}${this.list()}`}
    </div>`}get unknown(){return this.items.length===0&&this.error!==null}summaryLine(){let t=this.items.filter(r=>Ot(r,this.me)).length,n=this.items.filter(r=>r.due!==null&&r.due.left<0).length;return d`<p class="row" role="status">
      ${F(t===0?s("Niets wacht op jou"):Z("{n} vraag wacht op jou","{n} vragen wachten op jou",t),t===0?"good":"accent")}
      ${n>0?F(d`${v("triangle-alert")}${Z("{n} te laat","{n} te laat",n)}`,"danger"):m}
    </p>`}empty(){let t=this.app.me.role==="coach";return d`<div class="card empty stack tight">
      ${v("inbox")}
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
          ><span class="sr">${s("Zoek in wat je geopend hebt")}</span>${v("search")}
          <input
            id="queue-search"
            type="text"
            autocomplete="off"
            spellcheck="false"
            data-form-type="other"
            placeholder=${s("Zoek")}
            .value=${this.filter.query}
            @input=${n=>this.set({query:hd(n)})}
        /></label>
        ${this.pick("category",s("Elke categorie"),this.categories())}
        ${this.app.me.role==="coach"?m:this.pick("member",s("Elke coach"),this.coaches())}
      </div>
      <p class="hint">
        ${s("Zoeken gebeurt in deze browser: wat je typt, gaat niet naar de server.")}
        <button type="button" class="button quiet small" @click=${()=>Yt(this.app)}>
          ${v("keyboard")}${s("Toetsen")}
        </button>
      </p>
    </div>`}categories(){return this.app.me.portal.org.categories.map(t=>({key:t.key,label:t.label}))}coaches(){return fe(this.app.me).filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t,name:n})=>({key:h(t),label:n}))}pick(t,n,r){return d`<label
      ><span class="sr">${n}</span
      ><select autocomplete="off" @change=${a=>this.set({[t]:hd(a)})}>
        <option value="">${n}</option>
        ${r.map(a=>d`<option value=${a.key} ?selected=${this.filter[t]===a.key}>${a.label}</option>`)}
      </select></label
    >`}list(){let t=this.visible();if(t.length===0)return this.nothingFound();let n=t.slice(0,this.rows);return n.length<t.length&&this.drawMoreSoon(),d`${this.progress&&this.progress.done<this.progress.all?q(s("{done} van {all} dossiers geopend",this.progress),this.progress):m}
      <ol class=${t.length>Cw?"queue many":"queue"} aria-label=${s("Vragen, wat eerst moet bovenaan")}>
        ${this.grouped(n)}
      </ol>
      ${n.length<t.length?d`<p class="hint" role="status">${s("{n} van {all} getoond…",{n:n.length,all:t.length})}</p>`:m}`}grouped(t){let n="";return t.flatMap(r=>{let a=qc(r,this.me),o=a!==n;n=a;let i=this.rowElement(r);return o?[d`<li class=${`queue-group ${a}`}><h2>${Rw(a)}</h2></li>`,i]:[i]})}drawMoreSoon(){let t=this.rows;requestAnimationFrame(()=>setTimeout(()=>{this.rows===t&&(this.rows+=Pw,this.draw())}))}nothingFound(){let t=this.filter.query!==""||this.filter.category!==""||this.filter.member!=="";return d`<div class="card empty stack tight">
      ${v(t?"search":"circle-check")}
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
    </div>`}rowElement(t){let n=this.elements.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.element;let r=document.createElement("li");return ae(this.row(t),r),this.elements.set(t,{line:t.line,opened:t.opened,element:r}),r}row(t){let{summary:n}=t,{org:r}=this.app.me.portal,a=Ot(t,this.me),o=hr(t);return d`<button
      type="button"
      class=${`queue-row ${a?"mine":""} ${t.due&&t.due.left<0?"late":""}`}
      @click=${()=>this.enter(t)}
    >
      <span class="queue-due">${Lw(t)}</span>
      <span class="queue-name"
        ><strong>${t.name}</strong>
        ${pr(t)?F(d`${v("flag")}${s("dringend")}`,"warn"):m}
        <small
          >${V(r.kinds,La(t))||m}${o?d` · ${V(r.categories,o)}`:m}</small
        ></span
      >
      <span class="queue-state"><span>${$n(n)}</span><small>${this.waitsLine(t,a)}</small></span>
      <span class="queue-people"
        >${t.coaches.length>0?t.coaches.map(i=>this.nameOf(i)).join(", "):d`<small>${s("geen coach")}</small>`}</span
      >
      <span class="queue-day"
        ><small>${s("ontvangen {day}",{day:N(n.received,{weekday:!1})})}</small></span
      >
    </button>`}waitsLine(t,n){if(ze(t))return m;if(n)return s("wacht op jou");let{who:r,names:a}=fr(t,o=>this.nameOf(o));return r==="asker"?s("wacht op de vraagsteller"):r==="facilitators"?s("wacht op een facilitator"):r==="members"?s("wacht op {names}",{names:a.join(", ")}):m}};function Rw(e){return{late:s("Te laat"),mine:s("Wacht op jou"),colleagues:s("Wacht op een collega"),asker:s("Wacht op de vraagsteller"),answered:s("Beantwoord"),ended:s("Beëindigd")}[e]}function Bw(e){return e.answered_on!==null&&e.waits_for==="staff"&&!ze({summary:e})}function Lw({due:e,summary:t}){if(e===null)return Bw(t)?F(d`${v("inbox")}${s("nieuw bericht")}`,"accent"):F(t.answered_on&&!ze({summary:t})?s("beantwoord"):ir(t.state));let n=e.what==="feedback"?s("feedback"):s("antwoord"),r=e.tone==="good"?"":e.tone;return d`${F(d`${e.left<0?v("triangle-alert"):v("clock")}${cr(e.left)}`,r)}<small
      >${n}</small
    >`}var hd=e=>e.target.value;function Iw(){document.getElementById("queue-search")?.focus()}var fd=new WeakMap;function yo(e){let t=fd.get(e)??new Map;return fd.set(e,t),t}var mo=new WeakMap;function Mn(e){let t=mo.get(e.me);if(t)return t;let n=zr.of(e.me);return mo.set(e.me,n),n.catch(()=>mo.delete(e.me)),n}var Tr=new WeakMap;function md(e,t){let n=Pt(t.view),r=e.app.me.role!=="coach",a=["withdrawn"].includes(t.summary.state);return d`<section class="card stack tight" aria-labelledby="triage-title">
    <h2 id="triage-title">${s("Indeling")}</h2>
    ${r&&!a?Fw(e,t,n):_w(e,t,n)}
  </section>`}function _w(e,t,{category:n,pen:r}){let{org:a}=e.app.me.portal,o=wd(t,r);return d`<dl class="facts tight">
    <dt>${s("Categorie")}</dt>
    <dd>${n?V(a.categories,n):s("nog geen")}</dd>
    <dt>${s("Schrijft het antwoord")}</dt>
    <dd>${o??s("niemand aangeduid")}</dd>
  </dl>`}function wd({summary:e,view:t},n){let r=qt({summary:e,opened:{pen:n},coaches:xn(e)});return t.participants.find(({key:a})=>a===r)?.name}function Uw(e){let t=wd(e,null);return t?s("{name}, als enige coach",{name:t}):s("Niemand aangeduid")}function Fw(e,t,n){let{org:r}=e.app.me.portal,a=Tr.get(e)??n,o=c=>{Tr.set(e,{...a,...c}),e.draw()},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c));return d`<div class="stack tight">
    ${Be({id:"triage-category",label:s("Categorie"),value:a.category??"",empty:s("Nog geen"),options:Hw(r.categories,a.category),input:c=>o({category:c===""?null:c})})}
    ${Be({id:"triage-pen",label:s("Wie schrijft het antwoord?"),value:i.some(({key:c})=>c===a.pen)?a.pen??"":"",empty:Uw(t),options:i.map(({key:c,name:l})=>({key:c,label:l})),input:c=>o({pen:c===""?null:c})})}
    ${Ye({id:"triage-urgent",label:s("Dringend"),checked:a.urgent,change:c=>o({urgent:c})})}
    ${Ww(a,n)?m:d`<div class="actions">
            ${C({label:s("Bewaar de indeling"),busy:e.busy,click:()=>qw(e,a)})}
            <button
              type="button"
              class="button"
              @click=${()=>{Tr.delete(e),e.draw()}}
            >
              ${s("Laat zoals het was")}
            </button>
          </div>`}
  </div>`}function Hw(e,t){let n=e.map(({key:a,group:o,label:i})=>({key:a,label:`${o}: ${i}`})).sort((a,o)=>a.label.localeCompare(o.label));return t!==null&&!e.some(({key:a})=>a===t)?[...n,{key:t,label:s("{key} (staat niet meer in de lijst)",{key:t})}]:n}var Ww=(e,t)=>e.category===t.category&&e.pen===t.pen&&e.urgent===t.urgent;async function qw(e,{category:t,pen:n,urgent:r}){await e.act(o=>zt(e.app.me,o,Tt({kind:"triage",fields:{category:t,pen:n,urgent:r}})))&&(Tr.delete(e),e.draw(),O(s("De indeling is bewaard.")))}function Xt(e,t){return n=>new bo(n,e,t)}var bo=class{tab="queue";constructor(t,n,r){this.app=t,this.caseKey=n,this.name=r,this.open=null,this.error=null,this.refused=null,this.unread=new Set,this.busy=!1,this.albums=new Map,this.composer=new Dr(this),this.load()}unsent(){return this.composer.unsent()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.open===null,n=await this.app.call(()=>Zc(this.app.me,this.caseKey));t&&(this.unread=Qc(this.app.me,n)),this.open=n,this.error=null,this.remember(n),await this.app.call(()=>Xc(this.app.me,n))}catch(t){t instanceof L?this.refused=gd(t.reason):this.error=$(t)}this.draw()}remember({view:t}){let n=t.messages[0];yo(this.app).set(this.caseKey,{...Pt(t),kind:n?.fields.kind??"",text:[...t.messages,...t.notes].map(({text:r})=>r).join(" ")})}async act(t){if(this.busy||this.open===null)return!1;let{open:n}=this;this.busy=!0,this.error=null,this.draw();let r=!1;try{await this.app.call(()=>t(n)),r=!0,await this.load()}catch(a){this.error=a instanceof L?gd(a.reason):$(a)}return this.busy=!1,this.draw(),r}key(t){let n={u:()=>this.app.back(),a:()=>this.composer.start("reply"),n:()=>this.composer.start("note"),"?":()=>Yt(this.app)}[t.key];n!==void 0&&(t.preventDefault(),n())}render(){return d`<div class="case" @contextmenu=${Vw}>
      <p class="row spread no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${v("arrow-left")}${s("Terug naar de lijst")}
        </button>
        <button type="button" class="button quiet small" @click=${()=>Yt(this.app)}>
          ${v("keyboard")}${s("Toetsen")}
        </button>
      </p>
      <h1>${this.name}</h1>
      ${A(this.error)}
      ${this.refused?d`<div role="alert">
              ${E("danger",d`<p><strong>${s("Dit dossier wordt niet getoond.")}</strong></p>
                  <p>${this.refused}</p>`)}
            </div>`:this.body()}
    </div>`}body(){let{open:t}=this;return t===null?this.error?m:q(s("Het dossier wordt geopend…")):d`<div class="case-columns">
      <div class="case-main stack">
        ${this.headline(t)}${this.warnings(t)} ${this.thread(t)} ${this.composer.render(t)}
      </div>
      <aside class="case-side stack" aria-label=${s("Over dit dossier")}>
        ${this.deadlines(t)} ${md(this,t)} ${nd(this,t)} ${this.notes(t)}
        ${td(this,t)}
      </aside>
    </div>`}headline(t){let{view:n,summary:r}=t,{org:a}=this.app.me.portal,o=n.messages[0],{urgent:i}=Pt(n);return d`<p class="row">
        ${F($n(r),r.state==="new"?"accent":"")}
        ${i?F(d`${v("flag")}${s("dringend")}`,"warn"):m}
        <span class="muted">${V(a.kinds,o?.fields.kind)}</span>
        ${this.unread.size>0?F(Z("{n} nieuw bericht","{n} nieuwe berichten",this.unread.size),"accent"):m}
      </p>
      ${o?.fields.name?E("info",d`<p>${s("De vraagsteller gaf zelf een naam op: {name}. Ga er zorgvuldig mee om.",{name:o.fields.name})}</p>`):m}
      ${Gw(this.app,t)}`}warnings({view:t}){return d` ${t.missing.length>0?E("danger",d`<p>${Z("Er ontbreekt {n} bericht dat andere berichten noemen. De server geeft het niet. Verwittig je collega’s en de systeembeheerder.","Er ontbreken {n} berichten die andere berichten noemen. De server geeft ze niet. Verwittig je collega’s en de systeembeheerder.",t.missing.length)}</p>`):m}
    ${t.refused.length>0?E("danger",d`<p>
                ${Z("{n} bericht wordt niet getoond, omdat het niet klopt: het kan vervalst of verplaatst zijn.","{n} berichten worden niet getoond, omdat ze niet kloppen: ze kunnen vervalst of verplaatst zijn.",t.refused.length)}
              </p>
              <ul>
                ${t.refused.map(n=>d`<li>${Jw(n)}</li>`)}
              </ul>`):m}
    ${t.unreadableNotes.length>0?E("warn",d`<p>${s("Een deel van de nota’s kan niet worden geopend: de sleutel ervan is niet gegeven.")}</p>`):m}`}thread(t){return d`<section aria-labelledby="thread-title">
      <h2 id="thread-title" class="sr">${s("Gesprek met de vraagsteller")}</h2>
      <ol class="thread">
        ${t.view.messages.map(n=>d`<li>${this.message(t,n)}</li>`)}
      </ol>
    </section>`}message(t,n){let r=n.author.role==="asker",a=h(n.writer)===this.app.me.key;return d`<article
      class=${`message ${r?"from-asker":"from-staff"} ${a?"mine":""} ${this.unread.has(n.key)?"unread":""}`}
    >
      <header class="row spread">
        <strong
          >${r?s("Vraagsteller"):n.author.name}${r?m:d` <small>${Oe(n.author.role)}</small>`}</strong
        >
        <span class="row"
          >${Yw(n.kind)}${this.unread.has(n.key)?F(s("nieuw"),"accent"):m}<small
            class="muted"
            >${this.dayOf(t,n)}</small
          ></span
        >
      </header>
      ${n.text?d`<p class="pre" dir="auto">${n.text}</p>`:m} ${this.extras(n)}
      ${n.attachments.map((o,i)=>this.attachment(t,n,o,i))}
    </article>`}dayOf(t,n){let r=t.days.get(n.key);return r?N(r,{weekday:!1,year:r.slice(0,4)!==this.app.me.today.slice(0,4)}):""}extras({kind:t,fields:n}){let{org:r}=this.app.me.portal;return t==="final"&&n.referred.length>0?d`<p class="hint">
        ${s("Verwezen naar: {names}",{names:n.referred.map(a=>V(r.authorities,a)).join(", ")})}
      </p>`:t==="pass"?d`<p class="hint">
        ${s("Doorgegeven aan: {name}",{name:V(r.authorities,n.authority)})}
      </p>`:t==="close"?d`<p class="hint">${s("Uitkomst: {outcome}",{outcome:V(r.outcomes,n.outcome)})}</p>`:t==="record"?d`<p class="hint">
        ${s("Doorgegeven aan {name} op {day}",{name:V(r.authorities,n.authority),day:N(n.day)})}
      </p>`:t==="triage"?d`<p class="hint">${this.triageLine(n)}</p>`:m}triageLine(t){let{org:n}=this.app.me.portal,r=this.open?.view.participants.find(({key:a})=>a===t.pen)?.name;return[s("categorie: {label}",{label:t.category?V(n.categories,t.category):s("nog geen")}),t.urgent?s("dringend"):s("niet dringend"),r?s("{name} schrijft het antwoord",{name:r}):""].filter(Boolean).join(" · ")}attachment(t,n,r,a){let o=`${r.family==="photo"?s("Foto"):s("Document")} ${a+1}`,i=`${n.key}/${a}`,c=this.albums.get(i)??this.album(t,n,r,o);return this.albums.set(i,c),d`<div class="attachment">
      <h3>${o}</h3>
      ${c}
    </div>`}album({view:t},n,r,a){let o=this.app.me;return Wl({count:r.pages.length,title:a,watermark:`${o.name} · ${o.today}`,load:i=>{let c=r.pages[i];if(c===void 0)throw new RangeError("page");return this.app.call(()=>Pa(o.api,t,n,c))}})}deadlines({summary:t}){let n=this.app.me,r=Ra(t,n.today,n.days),a=(o,i,c,l)=>d`<dt>${o}</dt>
        <dd>
          ${c?d`${v("check")} ${s("gegeven op {day}",{day:N(c,{weekday:!1})})}`:d`${s("uiterlijk {day}",{day:N(i,{weekday:!1})})}
                ${r?.what===l?F(cr(r.left),r.tone==="good"?"":r.tone):m}`}
        </dd>`;return d`<section class="card stack tight" aria-labelledby="days-title">
      <h2 id="days-title">${s("Termijnen")}</h2>
      <dl class="facts tight">
        <dt>${s("Ontvangen")}</dt>
        <dd>${N(t.received,{weekday:!1,year:!0})}</dd>
        ${a(s("Eerste feedback"),t.feedback_by,t.feedback_on,"feedback")}
        ${a(s("Definitief antwoord"),t.answer_by,t.answered_on,"final")}
        ${t.closed_on?d`<dt>${s("Afgesloten")}</dt>
                <dd>${N(t.closed_on,{weekday:!1})}</dd>`:m}
      </dl>
    </section>`}notes(t){let{notes:n}=t.view;return d`<section class="card stack tight" aria-labelledby="notes-title">
      <h2 id="notes-title">${s("Interne nota’s")}</h2>
      <p class="hint">${s("De vraagsteller kan deze nota’s niet openen.")}</p>
      ${n.length===0?d`<p class="muted">${s("Nog geen nota’s.")}</p>`:d`<ol class="thread small">
              ${n.map(r=>d`<li>
                    ${this.message(t,r)}
                    ${r.kind==="draft"?d`<p><button type="button" class="button small" @click=${()=>this.composer.takeOver(r)}>${s("Neem dit ontwerp over")}</button></p>`:m}
                  </li>`)}
            </ol>`}
      <p class="no-print">
        <button type="button" class="button small" @click=${()=>this.composer.start("note")}>
          ${v("notebook-pen")}${s("Schrijf een nota")}
        </button>
      </p>
    </section>`}};function Vw(e){e.target.closest("canvas, .thumb")&&e.preventDefault()}function Gw(e,{summary:t,view:n}){let r={summary:t,coaches:xn(t),opened:Pt(n)},{key:a,role:o}=e.me;if(Ot(r,{key:a,role:o})){let u=qt(r)===a;return d`<p>${v("pencil")} ${u?s("Jij schrijft het antwoord."):s("Dit dossier wacht op jou.")}</p>`}let{who:i,names:c}=fr(r,u=>Ee(e.me,u)?.name??s("iemand die weg is")),l={asker:()=>s("Nu wacht dit dossier op de vraagsteller."),facilitators:()=>s("Dit dossier wacht op een facilitator."),members:()=>s("Dit dossier wacht op {names}.",{names:c.join(", ")})};return i===null?m:d`<p class="muted">${v("clock")} ${l[i]()}</p>`}function Yw(e){let n={thanks:s("bedankt of laat iets weten"),feedback:s("eerste feedback"),final:s("definitief antwoord"),pass:s("doorgegeven"),close:s("afgesloten"),withdraw:s("ingetrokken"),recuse:s("stapte opzij"),draft:s("ontwerp"),triage:s("indeling"),record:s("vastgelegd")}[e];return n?F(n):m}function Jw({thread:e,reason:t}){let n=e==="notes"?s("in de nota’s"):s("in het gesprek"),r={signature:s("de handtekening klopt niet"),writer:s("de schrijver hoort niet bij dit dossier"),"roster-withheld":s("de server houdt een wijziging van de deelnemers achter"),repeat:s("het stond er al, met een andere inhoud"),key:s("de sleutel ervan is niet gegeven")};return`${n}: ${r[t]??s("de inhoud past niet op deze plaats")}`}function gd(e){return`${{rollback:s("De server toont een oudere toestand dan je al zag."),directory:s("Het dossier noemt een lijst van medewerkers die niet te controleren is."),excluded:s("De vraagsteller wil iemand buiten dit dossier houden, en die staat toch bij de deelnemers."),me:s("Je staat niet meer bij de deelnemers van dit dossier."),keys:s("De sleutel van het dossier past niet."),roster:s("De lijst van deelnemers klopt niet."),question:s("De eerste vraag ontbreekt of klopt niet."),notes:s("De sleutel van de nota’s is er niet. Vraag een facilitator om eerst iets in het dossier te doen.")}[e]??s("Wat de server geeft, klopt niet.")} ${s("Er is niets verstuurd. Verwittig een facilitator als dit blijft.")}`}var Dn=e=>new ko(e),ko=class{tab="figures";constructor(t){this.app=t,this.year=Number(t.me.today.slice(0,4))-1,this.outlook=null,this.names=new Map,this.carried=new Set,this.opensWith=()=>"",this.error=null,this.busy=!1}shown(){this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{this.outlook=await this.app.call(()=>this.app.me.api.get(`/archive?year=${this.year}`)),this.outlook?.past.length&&(this.opensWith=await Bl(this.app));for(let t of this.outlook?.open??[])this.names.set(t,await Yn(this.app.portal.words,w(t,16)))}catch(t){this.error=$(t)}this.draw()}async act(t,n){if(!this.busy){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),O(n)}catch(r){this.error=$(r)}this.busy=!1,await this.load()}}render(){return d`<div class="stack narrow">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${v("arrow-left")}${s("Terug naar de cijfers")}
        </button>
      </p>
      <h1>${s("Archiveer {year}",{year:this.year})}</h1>
      <div class="row">
        <button type="button" class="button small" @click=${()=>this.turn(-1)}>${s("Vorig jaar")}</button
        ><button type="button" class="button small" @click=${()=>this.turn(1)}>${s("Volgend jaar")}</button>
      </div>
      ${A(this.error)}
      ${this.outlook===null?this.error?m:q(s("Even geduld…")):this.body(this.outlook)}
    </div>`}turn(t){this.year+=t,this.outlook=null,this.carried.clear(),this.load()}body(t){return d` <p>
        ${s("Wat je archiveert, gaat in één bestand dat alleen met de archiefwoorden opengaat. Daarna worden de sleutels op de server vernietigd: niemand leest die dossiers hier nog.")}
      </p>
      ${t.presented?d`<p>${s("Het jaarverslag is voorgesteld op {day}.",{day:N(t.presented,{year:!0})})}</p>`:E("warn",d`<p>${s("Het jaarverslag van {year} is nog niet voorgesteld. Archiveren kan pas daarna.",{year:this.year})}</p>`)}
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
                <dd>${t.others} <small class="muted">${s("een andere facilitator ziet die")}</small></dd>`:m}
      </dl>
      ${t.open.length>0?this.openCases(t):m}
      <div class="actions">
        ${C({label:d`${v("archive")}${Z("Archiveer {n} dossier","Archiveer {n} dossiers",t.ready.length)}`,busyLabel:s("Wordt gearchiveerd…"),busy:this.busy,kind:"danger primary",disabled:t.presented===null||t.ready.length===0||t.open.some(n=>!this.carried.has(n)),click:()=>this.archive(t)})}
      </div>
      ${this.past(t.past)}${Pl(this.app,Dn)}`}openCases({open:t}){return d`<section class="stack tight">
      <h2>${s("Lopende dossiers")}</h2>
      <p>${s("Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.")}</p>
      ${t.map(n=>d`<div class="row">
            ${Ye({id:`carry-${n}`,label:this.names.get(n)??"",text:s("gaat over naar volgend jaar"),checked:this.carried.has(n),change:r=>{this.carried[r?"add":"delete"](n),this.draw()}})}<button
              type="button"
              class="button small"
              @click=${()=>this.app.open(Xt(n,this.names.get(n)??""))}
            >
              ${s("Open")}
            </button>
          </div>`)}
    </section>`}async archive({ready:t}){await U({title:Z("{n} dossier van {year} archiveren?","{n} dossiers van {year} archiveren?",t.length,{year:this.year}),text:d`<p>
          ${s("Daarna opent alleen wie de archiefwoorden heeft deze dossiers nog, op een toestel zonder portaal. Dit kan je niet ongedaan maken.")}
        </p>
        <p>${s("Zeker dat de archiefwoorden veilig op papier staan?")}</p>`,yes:s("Archiveer"),danger:!0})&&await this.act(()=>this.app.me.api.post("/archive",{year:this.year,carry:[...this.carried]}),s("Het archief is gemaakt."))}past(t){return t.length===0?m:d`<section class="stack tight">
      <h2>${s("Gemaakte archieven")}</h2>
      <ul class="cards">
        ${t.map(n=>d`<li class="card stack tight">
              <div class="row spread">
                <strong>${n.year}</strong
                ><span
                  >${Z("{n} dossier","{n} dossiers",n.cases)},
                  ${N(n.day,{weekday:!1,year:!0})}</span
                >
              </div>
              ${n.file?d`<p class="words small">${n.file}</p>`:m}
              <p>${this.opensWith(n.archive_key)}</p>
              ${n.hash?d`<p class="hint">${s("Kenmerk van het bestand:")} <span class="words">${n.hash}</span></p>`:m}
              ${n.step==="done"?m:d`<p>${s("Nog bezig. De server maakt het af.")}</p>`}
              ${["collected","written"].includes(n.step)?d`<p><button type="button" class="button small" @click=${()=>this.act(()=>this.app.me.api.del(`/archive/${n.id}`),s("De dossiers zijn terug."))}>${s("Maak ongedaan")}</button></p>`:m}
            </li>`)}
      </ul>
      <p class="hint">${s("De systeembeheerder geeft je het bestand van de server.")}</p>
    </section>`}};var yd=e=>kd(e,null),bd=e=>t=>kd(t,e);function kd(e,t){let n=()=>{e.screen===p&&e.update()},r=new Ar(e.me.portal.org,n),a=null,o=null,i=0,c=!1,l=null,u=async()=>{try{let f=await Mn(e),g=await e.call(()=>f.loadAll(b=>{l=b,n()}));({refused:i,damaged:c}=f),a=await gr(e.me,g),n(),t!==null&&e.open(io(a,t)),await yr(e.me,a)}catch(f){o=$(f)}n()},p={tab:"figures",shown:()=>{a===null&&u()},render:()=>d`<div class="stack">
        <div class="row spread">
          <h1>${s("Cijfers")}</h1>
          <div class="row">
            ${a?d`<button type="button" class="button" @click=${()=>e.open(io(a))}>${v("file-text")}${s("Jaarverslag")}</button>`:m}
            <button type="button" class="button" @click=${()=>e.open(Dn)}>
              ${v("archive")}${s("Archief")}
            </button>
          </div>
        </div>
        <p class="hint">
          ${s("Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.")}
        </p>
        ${A(o)}
        ${i>0?E("warn",d`<p>${s("{n} regels van het register kloppen niet en tellen niet mee.",{n:i})}</p>`):m}
        ${c?E("warn",d`<p>${s("De samenvatting van het register die de server gaf, klopte niet. Alles is opnieuw geopend en nageteld; de cijfers hieronder zijn juist. Verwittig de systeembeheerder.")}</p>`):m}
        ${a?r.render(a):o?m:q(s("Het register wordt geopend…"),l)}
      </div>`};return p}var vo=e=>oe(e,"invite/id",16);async function vd(e,t,n,r){let a=await oe(e,"invite/mac");return Po(a,Y(M(`adviespunt/v1/${t}`),n,await vo(e),...r))}var $o=(e,t,n)=>vd(e,"offer",t,[n.organisation,n.person,M(n.role),M(n.name),M(n.function)]),$d=(e,t,{member:n,kem:r,sign:a})=>vd(e,"enrol",t,[n,r,a]);async function xd(e,t,n,r){if(!y(await $o(e,t,n),r))throw new Ze("offer")}async function Ed(e,t,n,r){if(!y(await $d(e,t,n),r))throw new Ze("enrol")}async function jd(e,t){let n=T(16),r=h(await vo(n)),a=t.person??T(16),o={...t,person:a,organisation:w(e.state.content.organisation,32)};await gt(e,c=>({...c,invitations:{...c.invitations,[r]:{code:h(n),name:t.name,person:h(a),role:t.role}}}));let i=h(await $o(n,e.portal.id,o));return await e.api.post("/invitations",{id:r,person:h(a),role:t.role,name:t.name,function:t.function,mac:i}),n}async function Sd(e,t){await e.api.del(`/invitations/${t}`),await Ad(e,t)}function Ad(e,t){return gt(e,n=>{let{[t]:r,...a}=n.invitations;return{...n,invitations:a}})}async function Eo(e,t){let n=e.state.content.invitations[t.id];if(n===void 0||t.enrolment===null)return"unknown";if(!(n.person===t.person&&n.role===t.role&&n.name===t.name))return"wrong";let a=w(n.code,16),{person:o,role:i,name:c,function:l}=t,p={organisation:w(e.state.content.organisation,32),person:w(o,16),role:i,name:c,function:l};try{return await xd(a,e.portal.id,p,w(t.mac)),await Ed(a,e.portal.id,Md(t.enrolment),w(t.enrolment.mac)),"right"}catch(f){if(f instanceof z)return"wrong";throw f}}var Md=({member:e,kem:t,sign:n})=>({member:w(e,16),kem:w(t,1216),sign:w(n,32)}),xo=class extends Error{constructor(){super("reply"),this.name="BadReply"}};async function Dd(e,t,n){if(await Eo(e,t)!=="right"||t.enrolment===null)throw new xo;let{member:r,kem:a,sign:o}=Md(t.enrolment),{name:i,function:c,role:l}=t,u={id:r,person:w(t.person,16),name:i,function:c,role:l,kem:a,sign:o,active:!0};await ii(e,u,n),await Ad(e,t.id)}var Kd=e=>e.api.get("/invitations");async function Nd(e,t){let n=T(16),r=await oe(n,"staff/second-factor-reset");return await e.api.post(`/staff/members/${t}/second-factor`,{code_hash:h(r)}),n}function jo(e,t){return n=>{let r={name:e?.name??"",function:e?.function??"",role:e?.role??"coach"},a=!1,o=null,i=null,c=async()=>{if(a||r.name.trim()===""||r.function.trim()===""){o=a?null:s("Vul de naam en de functie in."),n.update();return}a=!0,o=null,n.update();try{let p={name:r.name.trim(),function:r.function.trim(),role:r.role,person:e?.person??null};i=await nt(n.portal.words,await n.call(()=>jd(n.me,p)))}catch(p){o=$(p)}a=!1,n.update()},l=(p,f)=>ie({id:`invite-${p}`,label:f,value:r[p],input:g=>{r[p]=g}}),u=()=>d`<form class="stack" @submit=${Ne(c)}>
        ${e?E("info",d`<p>${s("Doe dit als {name} alles kwijt is: wachtzin, herstelcode en telefoon. De oude toegang eindigt zodra de nieuwe aangaat; de lopende dossiers komen mee.",{name:e.name})}</p>`):m}
        ${l("name",s("Naam, zoals collega’s en vraagstellers die zien"))} ${l("function",s("Functie"))}
        ${Ii({id:"invite-role",label:s("Rol"),value:r.role,options:Zw().map(([p,f])=>({key:p,label:Oe(p),text:f})),change:p=>{r.role=p,n.update()}})}
        ${A(o)}
        <div class="actions">
          ${C({label:s("Maak de uitnodiging"),busy:a,click:c,type:"submit"})}
          <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
        </div>
      </form>`;return{tab:"team",render:()=>d`<div class="stack narrow">
          <h1>
            ${i?s("De uitnodiging voor {name}",{name:r.name}):e?s("{name} opnieuw inschrijven",{name:e.name}):s("Nodig iemand uit")}
          </h1>
          ${i?Xw(n,r.name,i,t):u()}
        </div>`}}}var Zw=()=>[["coach",s("Leest en beantwoordt alleen de dossiers die aan haar of hem zijn toegewezen.")],["helper",s("Doet met dossiers wat een facilitator doet, maar beheert geen medewerkers of archief.")],["facilitator",s("Leest alle vragen, wijst toe, nodigt medewerkers uit. Hiervoor zijn straks de woorden van de herstelsleutel nodig.")],["coordinator",s("Ziet de cijfers en het jaarverslag, geen dossiers.")]];function Xw(e,t,n,r){return d`<p>
      ${s("Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.",{name:t})}
    </p>
    ${kn(n)}
    <p>${s("{name} gaat ermee naar {address}.",{name:t,address:`${location.origin}/staff/join`})}</p>
    ${E("warn",d`<p>${s("Je ziet deze woorden maar één keer.")}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${()=>e.reset(r)}>${s("Ik heb ze genoteerd")}</button>
    </div>`}async function Od(e,t,n,r){let a=await nt(e.portal.words,n);await je(o=>d`<div class="stack">
        <h2 id="dialog-title">${t}</h2>
        <p>${r}</p>
        ${kn(a)}
        <p class="hint">${s("Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer.")}</p>
        <div class="actions">
          <button type="button" class="button primary" @click=${()=>o(!0)}>${s("Ik heb ze genoteerd")}</button>
        </div>
      </div>`,{stays:!0})}function Pr(e,t){return je(n=>{let r=document.createElement("div"),a="",o=null,i=async()=>{try{n(await wn(e.portal.words,a,32))}catch{o=s("Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na."),c()}},c=()=>ae(d`<form class="stack" @submit=${Ne(i)}>
          <h2 id="dialog-title">${s("De herstelsleutel")}</h2>
          <p>${t}</p>
          ${at({id:"recovery-key-words",label:s("De 21 woorden"),value:a,rows:4,error:o,input:l=>{a=l}})}
          <p class="hint">${s("De woorden blijven in deze browser en worden meteen weer vergeten.")}</p>
          <div class="actions">
            <button type="button" class="button" @click=${()=>n(null)}>${s("Terug")}</button
            ><button type="submit" class="button primary">${s("Ga verder")}</button>
          </div>
        </form>`,r);return c(),d`${r}`})}function zd(e,t){return n=>{let r=h(e.id),a=null,o=null,i=!1,c=async()=>{try{let{cases:f}=await n.call(()=>n.me.api.get("/queue?keys=false"));a=(await ur(n.me,f)).filter(b=>!ze(b)&&b.coaches.includes(r))}catch(f){o=$(f)}n.update()},l=f=>f.coaches.length===1,u=async()=>{let f=e.role==="facilitator"?await Pr(n,s("{name} is facilitator. Om dat te beëindigen is de herstelsleutel nodig.",{name:e.name})):void 0;if(!(f===null||i||!await U({title:s("De toegang van {name} uitzetten?",{name:e.name}),text:d`<p>
          ${s("{name} wordt meteen afgemeld en kan zich niet meer aanmelden. Wat al gelezen is, blijft gelezen.",{name:e.name})}
        </p>`,yes:s("Zet de toegang uit"),danger:!0}))){i=!0,o=null,n.update();try{await n.call(async()=>{let b=fe(n.me).find(({id:R})=>h(R)===r);b&&await ci(n.me,b,f??null),await rt(n.me)}),O(s("De toegang is uitgezet.")),n.reset(t),Kn(n).catch(()=>{})}catch(b){o=b instanceof wt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(b)}i=!1,n.update()}},p=e.role==="facilitator"&&qn(n.me)<=1;return{tab:"team",shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${s("{name} gaat weg",{name:e.name})}</h1>
          ${p?E("danger",d`<p>${s("Dit is de enige facilitator. Stel eerst een ander aan.")}</p>`):m}
          ${A(o)}
          ${a===null?q(s("De lopende dossiers worden gezocht…")):Qw(n,e,a,l)}
          <div class="actions">
            ${C({label:s("Zet de toegang uit"),busy:i,kind:"danger primary",disabled:p||a===null||a.some(l),click:u})}
            <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
          </div>
        </div>`}}}function Qw(e,t,n,r){return n.length===0?d`<p>${s("Er loopt geen dossier waaraan alleen {name} werkt.",{name:t.name})}</p>`:d`<p>
      ${Z("{name} werkt aan {n} lopend dossier. Wijs eerst een ander toe waar niemand anders aan werkt.","{name} werkt aan {n} lopende dossiers. Wijs eerst een ander toe waar niemand anders aan werkt.",n.length,{name:t.name})}
    </p>
    <ul class="cards">
      ${n.map(a=>d`<li class="card row spread">
            <strong>${a.name}</strong>
            ${r(a)?F(s("nog niemand anders"),"warn"):F(s("ook een ander"),"good")}
            <button type="button" class="button small" @click=${()=>e.open(Xt(a.key,a.name))}>
              ${s("Open")}
            </button>
          </li>`)}
    </ul>`}var It=e=>new So(e),So=class{tab="team";constructor(t){this.app=t,this.invitations=[],this.known=new Map,this.loading=!0,this.error=null,this.busy="",this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.app.me,[n,{members:r}]=await this.app.call(()=>Promise.all([Kd(t),t.api.get("/staff/members")]));this.invitations=await Promise.all(n.map(async a=>({...a,reply:await Eo(t,a)}))),this.known=new Map(r.map(a=>[a.id,a]))}catch(t){this.error=$(t)}this.loading=!1,this.draw()}async act(t,n){if(this.busy===""){this.busy=t,this.error=null,this.draw();try{await this.app.call(n),await this.load()}catch(r){this.error=r instanceof wt?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(r)}this.busy="",this.draw()}}render(){return d`<div class="stack">
      <div class="row spread">
        <h1>${s("Medewerkers")}</h1>
        <button type="button" class="button primary" @click=${()=>this.app.open(jo(null,It))}>
          ${v("user-plus")}${s("Nodig iemand uit")}
        </button>
      </div>
      ${A(this.error)}
      ${this.loading?q(s("Even geduld…")):d`${this.open()}${this.list()}${po(this.app,this,"/journal",()=>this.draw())}`}
    </div>`}open(){return this.invitations.length===0?m:d`<section aria-labelledby="open-title" class="stack tight">
      <h2 id="open-title">${s("Uitnodigingen")}</h2>
      <ul class="cards">
        ${this.invitations.map(t=>d`<li class="card stack tight">
              <div class="row spread"><strong>${t.name}</strong>${F(Oe(t.role))}</div>
              ${this.invitationText(t)}
              <div class="actions">
                ${t.status==="enrolled"&&t.reply==="right"?C({label:s("Zet de toegang aan"),busy:this.busy===t.id,click:()=>this.accept(t)}):m}
                <button type="button" class="button" @click=${()=>this.withdraw(t)}>
                  ${s("Trek de uitnodiging in")}
                </button>
              </div>
            </li>`)}
      </ul>
    </section>`}invitationText(t){return t.status==="open"?d`<p>${s("Wacht tot {name} de elf woorden intypt op de pagina /staff/join.",{name:t.name})}</p>`:t.reply==="right"?E("good",d`<p>${s("De gegevens kwamen terug en passen bij je woorden: het is wie de woorden kreeg.")}</p>`):t.reply==="wrong"?E("danger",d`<p>
          ${s("De gegevens passen niet bij de woorden die je gaf. Zet deze toegang niet aan. Trek de uitnodiging in en spreek {name} zelf aan.",{name:t.name})}
        </p>`):d`<p>${s("Een andere facilitator maakte deze uitnodiging en moet ze zelf nakijken.")}</p>`}list(){let t=[...fe(this.app.me)].sort((r,a)=>Number(a.active)-Number(r.active)||r.name.localeCompare(a.name)),n=t.filter(({active:r})=>!r);return d`<section aria-labelledby="list-title" class="stack tight">
      <h2 id="list-title">${s("Wie werkt hier")}</h2>
      <ul class="cards">
        ${t.filter(({active:r})=>r).map(r=>d`<li class="card">${this.member(r)}</li>`)}
      </ul>
      ${n.length>0?d`<details>
              <summary>${s("Wie hier niet meer werkt ({n})",{n:n.length})}</summary>
              <ul>
                ${n.map(({name:r,role:a})=>d`<li>${r}, ${Oe(a)}</li>`)}
              </ul>
            </details>`:m}
    </section>`}member(t){let n=h(t.id),r=this.known.get(n),a=n===this.app.me.key;return d`<div class="stack tight">
      <div class="row spread">
        <span
          ><strong>${t.name}</strong>${a?d` <small>(${s("jij")})</small>`:m}<br /><small
            class="muted"
            >${t.function}</small
          ></span
        >${F(Oe(t.role),t.role==="facilitator"?"accent":"")}
      </div>
      <p class="hint">
        ${r?.seen?s("Laatst aangemeld: {day}",{day:N(r.seen,{weekday:!1})}):s("Nog niet aangemeld")}${r?.second_factor==="reset"?d` · ${s("wacht op een nieuwe tweede factor")}`:m}
      </p>
      ${a?m:d`<div class="actions">
              <button type="button" class="button small" @click=${()=>this.resetFactor(t)}>
                ${s("Vernieuw de tweede factor")}
              </button>
              <button
                type="button"
                class="button small"
                @click=${()=>this.app.open(jo(t,It))}
              >
                ${s("Schrijf opnieuw in")}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy===n)}
                @click=${()=>this.app.open(zd(t,It))}
              >
                ${s("Zet de toegang uit")}
              </button>
            </div>`}
    </div>`}async accept(t){let n=this.app.me,r=si(n,{role:t.role,person:w(t.person,16)})?await Pr(this.app,s("{name} wordt facilitator. Daarvoor is de herstelsleutel van de organisatie nodig.",{name:t.name})):void 0;r!==null&&await this.act(t.id,async()=>{await Dd(n,t,r??null),await rt(n),O(s("{name} kan zich nu aanmelden.",{name:t.name})),$t(this.app),(t.role==="facilitator"||t.role==="helper")&&Kn(this.app).catch(()=>{})})}async withdraw(t){await U({title:s("De uitnodiging van {name} intrekken?",{name:t.name}),text:d`<p>${s("De elf woorden werken daarna niet meer.")}</p>`,yes:s("Trek in")})&&await this.act(t.id,()=>Sd(this.app.me,t.id))}async resetFactor(t){await U({title:s("Een nieuwe tweede factor voor {name}?",{name:t.name}),text:d`<p>
        ${s("Doe dit als de telefoon of de passkey weg is. Geef de code zelf, aan iemand die je kent. De wachtzin blijft nodig. Is de nieuwe tweede factor ingesteld, dan gelden alle vorige niet meer.")}
      </p>`,yes:s("Maak een code")})&&await this.act(h(t.id),async()=>{let r=await Nd(this.app.me,h(t.id));await Od(this.app,s("Code voor {name}",{name:t.name}),r,s("Hiermee stelt {name} bij het aanmelden een nieuwe tweede factor in. De code werkt één keer.",{name:t.name}))})}};async function Td(e){try{await wa(e.me),await pi(e.me),$t(e),(e.me.role==="facilitator"||e.me.role==="helper")&&await Kn(e),e.me.role==="facilitator"&&await ng(e)}catch{$t(e)}}async function Kn(e){let{cases:t}=await e.me.api.get("/queue?keys=false"),n=t.filter(o=>o.state!=="withdrawn"&&eg(e,o)),r=0,a=0;for(let o of n)n.length>3&&tg(e,r,n.length),await rl(e.me,o).catch(()=>!1)&&(a+=1),r+=1;$t(e),a>0&&O(Z("Van {n} dossier zijn de sleutels bijgewerkt.","Van {n} dossiers zijn de sleutels bijgewerkt.",a))}function eg(e,t){return _a(e.me,t).length>0||Ua(e.me,t).length>0}function tg(e,t,n){e.banner=q(s("Sleutels van dossiers worden bijgewerkt: {done} van {all}. Je kan intussen verder werken.",{done:t,all:n}),{done:t,all:n}),e.update()}async function ng(e){if(mt(e.me.directories.current,"coordinator").length===0||await ul(e.me)===e.me.today)return;let t=await Mn(e);await yr(e.me,await gr(e.me,await t.loadAll()))}async function $t(e){if(e.session?.role!=="facilitator")return;let t=d`${qn(e.me)<2?rg(e):m}${Cl(e,Dn)}`;e.banner=t,e.update();let n=await Tl(e,r=>e.reset(bd(r))).catch(()=>m);e.banner=d`${t}${n}`,e.update()}function rg(e){let t=e.me.portal.org.accepts;return d`<div class="banner">
    ${E("warn",d`<p>
          <strong>${s("Je bent de enige facilitator.")}</strong>
          ${t?s("Het adviespunt is open, maar als jij uitvalt, leest niemand de vragen."):s("Vragen stellen kan pas als er een tweede is. Zo kan de vraagsteller één van beiden buiten een dossier houden, en leest iemand de vragen als jij uitvalt.")}
        </p>
        <p class="row">
          <button type="button" class="button small" @click=${()=>e.reset(It)}>
            ${s("Nodig een tweede facilitator uit")}
          </button>
          ${t?m:d`<button type="button" class="button small" @click=${()=>ag(e)}>${s("Open toch al")}</button>`}
        </p>`)}
  </div>`}async function ag(e){if(await U({title:s("Het adviespunt openen met één facilitator?"),text:d`<p>
      ${s("Een vraagsteller kan jou dan niet buiten een dossier houden: dan leest niemand de vraag. En val je uit, dan blijven vragen liggen.")}
    </p>`,yes:s("Open het adviespunt"),danger:!0})){try{await e.call(()=>e.me.api.put("/organisation/opening",{allowed:!0})),e.me.portal.org.accepts=!0,O(s("Het adviespunt is open."))}catch(n){O($(n))}$t(e)}}var Ao=4;function Pd(e,t){let n=e.length+2*Ao;return d`<svg class="qr-drawing" viewBox="0 0 ${n} ${n}" role="img" aria-label=${t}>
    <rect width=${n} height=${n} fill="#fff"></rect>
    <path d=${og(e)} fill="#000"></path>
  </svg>`}function og(e){return e.flatMap((t,n)=>[...t.matchAll(/1+/g)].map(({0:r,index:a})=>`M${a+Ao} ${n+Ao}h${r.length}v1h-${r.length}z`)).join("")}var sg={nl:"Nederlands",fr:"Français",en:"English"};function Cd(e){let t=null,n="",r=null,a=null,o=async()=>{try{n=await Gn(e.portal.words,e.me.directories.current.organisation),t=(await e.call(()=>e.me.api.get("/entrances"))).entrances}catch(i){a=$(i)}e.update()};return{tab:"poster",shown:()=>{t===null&&o()},render:()=>{if(t===null)return d`${A(a)}${a?m:q(s("De affiche wordt gemaakt…"))}`;let i={organisation:e.portal.org,entrances:t,words:n};return d`${ig(i)}${cg(i)}${dg(r??ug(i),c=>{r=c})}`}}}function ig({organisation:e}){let t=e.languages.filter(n=>n!==G);return d`<div class="stack no-print">
    <div class="row spread">
      <h1>${s("Affiche en tekst voor het intranet")}</h1>
      ${C({label:d`${v("printer")}${s("Druk de affiche af")}`,click:()=>print()})}
    </div>
    <p>
      ${s("Hang de affiche waar mensen alleen zijn en waar geen camera hangt: de kleedkamer, het toilet, de koffiehoek.")}
    </p>
    ${E("info",d`<p>${s("De zes woorden komen uit de lijst van medewerkers die jouw browser heeft nagekeken. Kijk na of ze dezelfde zijn als op je eigen papier voor je afdrukt.")}</p>`)}
    ${t.length>0?d`<p class="row">
            ${s("In een andere taal:")}
            ${t.map(n=>d`<a href=${n==="nl"?"/staff":`/${n}/staff`} lang=${n}>${sg[n]}</a>`)}
          </p>`:m}
  </div>`}function cg({organisation:e,entrances:t,words:n}){let{feedback:r,final:a}=e.promises;return d`<article class="poster" aria-label=${s("Affiche")}>
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
    <div class="poster-ways">${t.map(lg)}</div>
    <p class="poster-own">
      <strong>${s("Gebruik je eigen toestel en je eigen internet, niet het netwerk van het werk.")}</strong>
    </p>
    ${e.access_word?d`<p class="poster-word">${s("Toegangswoord:")} <span class="poster-line"></span></p>`:m}
    <section class="poster-words">
      <p>
        ${s("Is dit wel het echte adviespunt? Deze zes woorden horen erbij. Zie je er andere, stel dan geen vraag.")}
      </p>
      <p class="words">${n.split(" ").map(o=>d`<span>${o}</span> `)}</p>
    </section>
    <footer>
      <p>${s("Dit is advies, geen klokkenluidersmelding.")} <strong>${s("Is er nu gevaar? Bel 112.")}</strong></p>
    </footer>
  </article>`}function lg({address:e,onion:t,qr:n}){let r=e.replace(/^https?:\/\//,"");return d`<div class="poster-way ${t?"onion":""}">
    ${Pd(n,s("QR-code van {address}",{address:r}))}
    <p>
      <span>${t?s("Of met Tor Browser:"):s("Scan, of typ over:")}</span>
      <strong class="words">${t?r:e}</strong>
    </p>
  </div>`}function dg(e,t){let n=async()=>{await navigator.clipboard.writeText(document.getElementById("intranet").value),O(s("De tekst is gekopieerd."))};return d`<section class="stack no-print" aria-labelledby="intranet-title">
    <h2 id="intranet-title">${s("Tekst voor het intranet")}</h2>
    <p>
      ${s("Zet het adres erin als tekst, niet als link: wie er op het werk op klikt, staat in de logboeken van het netwerk.")}
    </p>
    ${at({id:"intranet",label:s("De tekst"),value:e,rows:18,input:t})}
    <div class="row">
      ${C({label:d`${v("file-text")}${s("Kopieer de tekst")}`,kind:"",click:n})}
    </div>
  </section>`}function ug({organisation:e,entrances:t,words:n}){let{texts:r,promises:a}=e,o=i=>r[i]?Mo(r[i]):"";return[s("Twijfel je? Vraag raad, zonder te zeggen wie je bent."),o("start")||s("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee."),o("who"),s("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",a),o("duty"),o("advice"),[s("Zo kom je er, met je eigen toestel en je eigen internet. Typ het adres over:"),...t.map(({address:i,onion:c})=>c?s("{address} (met Tor Browser)",{address:i}):i)].join(`
`),`${s("Deze zes woorden horen bij het echte adviespunt. Zie je op de startpagina andere, stel dan geen vraag:")}
${n}`].filter(Boolean).join(`

`)}Ni(async e=>{let t=new or(e,await wi(Qt)),n=()=>{};t.signInAgain=async a=>{let o=await sc(t,a);return n(),n=Fr(Qt,()=>{t.goIdle()}),o},t.signOut=()=>{n(),gg(t)},Di(()=>t.screen?.unsent?.()===!0),await pg(t,()=>{n(),n=Fr(Qt,()=>{t.goIdle()}),fg(t)})});async function pg(e,t){if(!e.portal.org.ready){e.reset(wg);return}try{e.session=await ki(e.portal)}catch(n){if(!(n instanceof K||n instanceof z||n instanceof Ge))throw n;e.reset(ba(t,hg(n)));return}e.session===null?e.reset(ba(t)):t()}function hg(e){return e instanceof K?s("Meld je opnieuw aan."):s("De lijst van medewerkers die de server geeft, klopt niet met wat je eerder zag. Verwittig een collega voor je verdergaat.")}function fg(e){let{role:t}=e.me;e.tabs=[],t!=="coordinator"&&e.tabs.push({key:"queue",label:s("Vragen"),icon:"inbox",open:go}),t==="facilitator"&&(e.tabs.push({key:"team",label:s("Medewerkers"),icon:"users",open:It}),e.tabs.push({key:"poster",label:s("Affiche"),icon:"printer",open:Cd}),e.tabs.push({key:"figures",label:s("Cijfers"),icon:"chart-column",open:yd})),e.tabs.push({key:"account",label:s("Mijn toegang"),icon:"key-round",open:lr}),e.reset(t==="coordinator"?mg:go),Td(e)}function mg(){return{tab:"reports",render:()=>d`<div class="stack narrow">
        <h1>${s("Cijfers en jaarverslag")}</h1>
        <p>${s("Als integriteitscoördinator zie je geen dossiers, wel de cijfers.")}</p>
        <p><a class="button primary" href=${ca("/reports")}>${s("Naar de cijfers")}</a></p>
      </div>`}}function wg(){return{render:()=>d`<div class="stack narrow">
        <h1>${s("Dit adviespunt is nog niet ingericht")}</h1>
        <p>${s("De systeembeheerder kreeg bij het installeren een link waarmee de eerste facilitator dat doet.")}</p>
      </div>`}}async function gg(e){await $i(e.session,Qt),location.replace(ca("/staff"))}
