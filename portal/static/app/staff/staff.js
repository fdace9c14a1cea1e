import{a as d,b as x,c as m,d as re,f as jo}from"./lit-html.js";var So=null,Ao=()=>So===null?{}:{"Adviespunt-Pass":So};var K=class extends Error{constructor(t,n,r=null,a=null){super(n),this.name="ApiError",this.status=t,this.problem=n,this.detail=r,this.content=a}};function Md(e={}){let{base:t="/api/v1",fetch:n=globalThis.fetch.bind(globalThis)}=e,r=async(a,o,i,c)=>Nd(await n(t+o,Kd(a,i,c)).catch(Do));return{get:a=>r("GET",a),put:(a,o,i)=>r("PUT",a,o,i).catch(c=>{if(c instanceof K&&c.problem==="network")return r("PUT",a,o,i);throw c}),post:(a,o,i)=>r("POST",a,o,i),del:a=>r("DELETE",a)}}function Do(){throw new K(0,"network")}function Kd(e,t,n){let r={method:e,credentials:"same-origin",cache:"no-store",redirect:"error",referrerPolicy:"no-referrer",headers:{...Ao(),...n}};return t===void 0?r:t instanceof FormData?{...r,body:t}:t instanceof Uint8Array?{...r,body:t,headers:{...r.headers,"Content-Type":"application/octet-stream"}}:{...r,body:JSON.stringify(t),headers:{...r.headers,"Content-Type":"application/json"}}}async function Nd(e){let t=await Od(e).catch(Do);if(e.ok)return t;let n=typeof t?.problem=="string"?t.problem:`http-${e.status}`;throw new K(e.status,n,t?.detail??null,t)}async function Od(e){let t=e.headers.get("Content-Type")??"";return e.status===204?null:t.startsWith("application/octet-stream")?new Uint8Array(await e.arrayBuffer()):/^application\/([a-z.]+\+)?json\b/.test(t)?e.json():null}var Qt=typeof location>"u"?null:Md();var O=class extends Error{name="ProtocolError";constructor(t="",n=void 0){super(t,{cause:n}),this.reason=t}},M=class extends O{name="Malformed"},C=class extends O{name="Unsealable";constructor(t){super("unsealable",t)}},Ze=class extends O{name="BadSignature"},k=class extends O{name="Refused"},De=class extends O{name="Unreadable"};function Lt(e){if(e instanceof O)return null;throw e}var zd=new TextEncoder,Td=new TextDecoder("utf-8",{fatal:!0,ignoreBOM:!0}),A=e=>zd.encode(e);function Mn(e){try{return Td.decode(e)}catch(t){throw new M("utf8",t)}}function j(...e){let t=new Uint8Array(e.reduce((r,a)=>r+a.length,0)),n=0;for(let r of e)t.set(r,n),n+=r.length;return t}function It(e){let t=new Uint8Array(4);return new DataView(t.buffer).setUint32(0,e),t}function Mo(e){let t=new Uint8Array(8);return new DataView(t.buffer).setBigUint64(0,BigInt(e)),t}var Le=e=>j(It(e.length),e),J=(...e)=>j(...e.map(Le)),L=e=>crypto.getRandomValues(new Uint8Array(e));function y(e,t){if(e.length!==t.length)return!1;let n=0;for(let r=0;r<e.length;r+=1)n|=e[r]^t[r];return n===0}function ae(...e){for(let t of e)t.fill(0)}function we(e,t){let n=Math.min(e.length,t.length);for(let r=0;r<n;r+=1)if(e[r]!==t[r])return e[r]-t[r];return e.length-t.length}var Me=class{constructor(t){this.bytes=t,this.at=0}take(t){if(this.at+t>this.bytes.length)throw new M("too-short");return this.at+=t,this.bytes.slice(this.at-t,this.at)}u32(){let t=this.take(4);return new DataView(t.buffer).getUint32(0)}lp(){return this.take(this.u32())}rest(){return this.take(this.bytes.length-this.at)}end(){if(this.at!==this.bytes.length)throw new M("left-over")}};function h(e){let t="";for(let n=0;n<e.length;n+=8192)t+=String.fromCharCode(...e.subarray(n,n+8192));return btoa(t).replaceAll("+","-").replaceAll("/","_").replace(/=+$/,"")}function g(e,t=null){if(typeof e!="string"||!/^[A-Za-z0-9_-]*$/.test(e)||e.length%4===1)throw new M("b64");let n=atob(e.replaceAll("-","+").replaceAll("_","/")),r=new Uint8Array(n.length);for(let o=0;o<r.length;o+=1)r[o]=n.charCodeAt(o);let a=e.length-e.length%4;if(h(r.subarray(a/4*3))!==e.slice(a))throw new M("b64");if(t!==null&&r.length!==t)throw new M("length");return r}var ce=e=>A(Tr(e));function Tr(e){if(e===null||typeof e=="boolean")return String(e);if(typeof e=="number")return Cd(e);if(typeof e=="string")return Rd(e);if(Array.isArray(e))return`[${e.map(Tr).join(",")}]`;if(typeof e=="object")return Pd(e);throw new M("json")}function Pd(e){let t=Object.keys(e).sort();if(!t.every(n=>/^[\x00-\x7f]*$/.test(n)))throw new M("json");return`{${t.map(n=>`${JSON.stringify(n)}:${Tr(e[n])}`).join(",")}}`}function Cd(e){if(!Number.isSafeInteger(e)||e<0||Object.is(e,-0))throw new M("json");return String(e)}function Rd(e){if(/\p{Surrogate}/u.test(e))throw new M("json");return JSON.stringify(e)}function Ie(e){let t=Ld(Mn(e));if(typeof t!="object"||t===null||Array.isArray(t))throw new M("json");if(!y(Bd(t),e))throw new M("json");return t}function Bd(e){try{return ce(e)}catch(t){throw t instanceof RangeError?new M("json",t):t}}function Ld(e){try{return JSON.parse(e)}catch(t){throw new M("json",t)}}var Id=Object.freeze({iterations:3,memorySize:65536,parallelism:1,hashLength:32}),No={argon2:new URL("../client/worker-argon2.js",import.meta.url).href,work:new URL("../client/worker-work.js",import.meta.url).href,opening:new URL("../client/worker-opening.js",import.meta.url).href},Ud=new Uint8Array(32);async function I(e){return new Uint8Array(await crypto.subtle.digest("SHA-256",ye(e)))}async function Oo(e,t){let n=await crypto.subtle.importKey("raw",ye(e),{name:"HMAC",hash:"SHA-256"},!1,["sign"]);return new Uint8Array(await crypto.subtle.sign("HMAC",n,ye(t)))}async function Kn(e){return e instanceof CryptoKey?e:crypto.subtle.importKey("raw",ye(e),"HKDF",!1,["deriveBits"])}async function Pr(e,t,n,r){let a={name:"HKDF",hash:"SHA-256",salt:ye(t),info:ye(n)};return new Uint8Array(await crypto.subtle.deriveBits(a,await Kn(e),8*r))}var oe=(e,t,n=32)=>Pr(e,Ud,A(`adviespunt/v1/${t}`),n);async function zo(e,t){try{return typeof Worker>"u"?await _d(e,t):await Fd(e,t)}finally{ae(e)}}async function _d(e,t){let{argon2id:n}=await import("../../vendor/argon2id.js");return j(await n({...Id,password:e,salt:t,outputType:"binary"}))}function Fd(e,t){let n=Cr("argon2");return new Promise((r,a)=>{n.onmessage=({data:o})=>o.root?r(o.root):a(new Error("argon2")),n.onerror=()=>a(new Error("argon2")),n.postMessage({password:e,salt:t})}).finally(()=>n.terminate())}var Ko;function Cr(e){return new Worker(Hd(No[e]),{type:"module"})}function Hd(e){let t=globalThis.trustedTypes;return t?(Ko??=t.createPolicy("adviespunt",{createScriptURL:qd}),Ko?.createScriptURL(e)):e}function qd(e){if(!Object.values(No).includes(e))throw new TypeError("not a worker of this portal");return e}var ye=e=>e;var Wd=15,Vd=5,Lr="k",Br=12,Rr=6e4;async function To({kind:e,id:t,seed:n},r){let a=L(Br),o=await Po(r,"encrypt"),i=await crypto.subtle.encrypt(Co(a,e,t),o,ye(n));sessionStorage.setItem(Lr,h(j(a,new Uint8Array(i))))}async function Ir(e,t){let n=sessionStorage.getItem(Lr);if(n===null)return null;let r=await Gd(e);if(r===null||r.kind!==t)return null;try{return await Jd(g(n),r)}catch{return Ut(),null}}async function Gd(e){try{return await e.get("/session")}catch(t){if(!(t instanceof K)||t.status!==401)throw t;return Ut(),null}}async function Jd(e,{kind:t,id:n,role:r=null,tab_key:a}){let o=g(n,16),i=await Po(a,"decrypt"),c=Co(e.slice(0,Br),t,o),l=new Uint8Array(await crypto.subtle.decrypt(c,i,e.slice(Br)));return{kind:t,id:o,role:r,seed:l}}async function Po(e,t){let n=g(e,32),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,[t]);return ae(n),r}function Co(e,t,n){return{name:"AES-GCM",iv:e,additionalData:j(A(`adviespunt/v1/tab/${t}`),n)}}function Ut(){sessionStorage.removeItem(Lr)}async function Ro(e){Ut(),await e.del("/session").catch(()=>{})}function Ur(e,t){let n=Date.now(),r=n,a=()=>{n=Date.now()},o=()=>{let u=Date.now();u-n>=Wd*Rr?(l(),Ut(),t()):n>r&&u-r>=Vd*Rr&&(r=u,e.get("/session").catch(()=>{}))},i=["keydown","pointerdown","input","wheel"],c=setInterval(o,Rr/4),l=()=>{clearInterval(c),document.removeEventListener("visibilitychange",o);for(let u of i)removeEventListener(u,a,{capture:!0})};for(let u of i)addEventListener(u,a,{capture:!0,passive:!0});return document.addEventListener("visibilitychange",o),l}function Yo(e,t,n){let r=new Uint8Array(n);r.set(e);let a=t;for(let o=n-1;o>=0&&a>0;o--)r[o]=r[o]^a&255,a=Math.floor(a/256);return r}function Yd(e){return Math.min(2**(8*e)-1,Number.MAX_SAFE_INTEGER)}function Zo(e,t){if(e>=t)throw new ss("Sequence number overflow");return++e}async function Xo(e,t,n,r){Ke(n,"exporterContext");let a=fs(e.KDF);if(!Number.isInteger(r)||r<=0||r>65535)throw new TypeError('"L" must be a positive integer not exceeding 65535');if(a===2&&r>255*e.KDF.Nh)throw new TypeError('"L" must not exceed 255*Nh of the cipher suite KDF');return await(a===1?iu:du)(e.KDF,e.id,t,n,r)}var Qo=class{#e=Promise.resolve();async lock(){let e,t=new Promise(r=>{e=r}),n=this.#e;return this.#e=t,await n,e}};function es(e,t,n,r,a){return{suite:e,mode:t,key:n,base_nonce:r,exporter_secret:a,max_seq:Yd(e.AEAD.Nn),seq:0,mutex:void 0}}var Zd=class{#e;constructor(e,t,n,r,a){this.#e=es(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Seal(e,t){Ke(e,"plaintext"),t??=new Uint8Array,Ke(t,"aad");let n=this.#e;if(n.suite.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Seal");n.mutex??=new Qo;let r=await n.mutex.lock(),a;try{return a=await n.suite.AEAD.Seal(n.key,Yo(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e),n.seq=Zo(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await Xo(this.#e.suite,this.#e.exporter_secret,e,t)}get Nt(){return this.#e.suite.AEAD.Nt}},Xd=class{#e;constructor(e,t,n,r,a){this.#e=es(e,t,n,r,a)}get mode(){return this.#e.mode}get seq(){return this.#e.seq}async Open(e,t){Ke(e,"ciphertext"),t??=new Uint8Array,Ke(t,"aad");let n=this.#e;if(n.suite.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Open");n.mutex??=new Qo;let r=await n.mutex.lock();try{let a;try{a=await n.suite.AEAD.Open(n.key,Yo(n.base_nonce,n.seq,n.suite.AEAD.Nn),t,e)}catch(o){throw o instanceof ss||o instanceof kt?o:new tu("AEAD decryption failed",{cause:o})}return n.seq=Zo(n.seq,n.max_seq),a}finally{r()}}async Export(e,t){return await Xo(this.#e.suite,this.#e.exporter_secret,e,t)}},_r=(e,t)=>{try{let n=e();if(n.type!==t)throw new Error(`Invalid "${t}" return discriminator`);return n}catch(n){throw new TypeError(`Invalid "${t}"`,{cause:n})}},Qd=class{#e;constructor(e,t,n){let r=_r(e,"KEM"),a=_r(t,"KDF"),o=_r(n,"AEAD");this.#e={KEM:r,KDF:a,AEAD:o,id:Se(nu,_e(r.id,2),_e(a.id,2),_e(o.id,2))}}get KEM(){return{id:this.#e.KEM.id,name:this.#e.KEM.name,Nsecret:this.#e.KEM.Nsecret,Nenc:this.#e.KEM.Nenc,Npk:this.#e.KEM.Npk,Nsk:this.#e.KEM.Nsk}}get KDF(){return{id:this.#e.KDF.id,name:this.#e.KDF.name,stages:this.#e.KDF.stages,Nh:this.#e.KDF.Nh}}get AEAD(){return{id:this.#e.AEAD.id,name:this.#e.AEAD.name,Nk:this.#e.AEAD.Nk,Nn:this.#e.AEAD.Nn,Nt:this.#e.AEAD.Nt}}async GenerateKeyPair(e){return e??=!1,Fr(e),await this.#e.KEM.GenerateKeyPair(e)}async DeriveKeyPair(e,t){if(t??=!1,Fr(t),Ke(e,"ikm"),e.byteLength<this.#e.KEM.Nsk)throw new Uo('Insufficient "ikm" length');try{return await this.#e.KEM.DeriveKeyPair(e,t)}catch(n){throw n instanceof kt?n:new Uo("Key derivation failed",{cause:n})}}async SerializePrivateKey(e){return _t(e,"private",!0),await this.#e.KEM.SerializePrivateKey(e)}async SerializePublicKey(e){return _t(e,"public",!0),await this.#e.KEM.SerializePublicKey(e)}async DeserializePrivateKey(e,t){t??=!1,Fr(t),Ke(e,"privateKey");try{if(e.byteLength!==this.#e.KEM.Nsk)throw new Error('Invalid "privateKey" length');return await this.#e.KEM.DeserializePrivateKey(e,t)}catch(n){throw n instanceof kt?n:new Lo("Private key deserialization failed",{cause:n})}}async DeserializePublicKey(e){Ke(e,"publicKey");try{if(e.byteLength!==this.#e.KEM.Npk)throw new Error('Invalid "publicKey" length');return await this.#e.KEM.DeserializePublicKey(e)}catch(t){throw t instanceof kt?t:new Lo("Public key deserialization failed",{cause:t})}}async Seal(e,t,n){if(this.#e.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Seal");let{encapsulatedSecret:r,ctx:a}=await this.SetupSender(e,n),o=await a.Seal(t,n?.aad);return{encapsulatedSecret:r,ciphertext:o}}async Open(e,t,n,r){if(this.#e.AEAD.id===rn)throw new TypeError("Export-only AEAD cannot be used with Open");return await(await this.SetupRecipient(e,t,r)).Open(n,r?.aad)}async SendExport(e,t,n,r){let{encapsulatedSecret:a,ctx:o}=await this.SetupSender(e,r),i=await o.Export(t,n);return{encapsulatedSecret:a,exportedSecret:i}}async ReceiveExport(e,t,n,r,a){return await(await this.SetupRecipient(e,t,a)).Export(n,r)}async SetupSender(e,t){_t(e,"public");let n,r;try{let u=await this.#e.KEM.Encap(e);n=u.shared_secret,r=u.enc}catch(u){throw u instanceof Bo||u instanceof kt?u:new eu("Encapsulation failed",{cause:u})}let a=t?.psk?.byteLength?Fo:_o,{key:o,base_nonce:i,exporter_secret:c}=await qo(this.#e,a,n,t?.info,t?.psk,t?.pskId),l=new Zd(this.#e,a,o,i,c);return{encapsulatedSecret:r,ctx:l}}async SetupRecipient(e,t,n){let{skR:r,pkR:a}=this.#t(e);if(Ke(t,"encapsulatedSecret"),t.byteLength!==this.#e.KEM.Nenc)throw new Io("Invalid encapsulated secret length");let o;try{o=await this.#e.KEM.Decap(t,r,a)}catch(p){throw p instanceof Bo||p instanceof kt?p:new Io("Decapsulation failed",{cause:p})}let i=n?.psk?.byteLength?Fo:_o,{key:c,base_nonce:l,exporter_secret:u}=await qo(this.#e,i,o,n?.info,n?.psk,n?.pskId);return new Xd(this.#e,i,c,l,u)}#t(e){return uu(e)?{skR:e.privateKey,pkR:e.publicKey}:(_t(e,"private"),{skR:e,pkR:void 0})}},Bo=class ts extends Error{constructor(t,n){super(t,n),this.name="ValidationError",Error.captureStackTrace?.(this,ts)}},Lo=class ns extends Error{constructor(t,n){super(t,n),this.name="DeserializeError",Error.captureStackTrace?.(this,ns)}},eu=class rs extends Error{constructor(t,n){super(t,n),this.name="EncapError",Error.captureStackTrace?.(this,rs)}},Io=class as extends Error{constructor(t,n){super(t,n),this.name="DecapError",Error.captureStackTrace?.(this,as)}},tu=class os extends Error{constructor(t,n){super(t,n),this.name="OpenError",Error.captureStackTrace?.(this,os)}},ss=class is extends Error{constructor(t,n){super(t,n),this.name="MessageLimitReachedError",Error.captureStackTrace?.(this,is)}},Uo=class cs extends Error{constructor(t,n){super(t,n),this.name="DeriveKeyPairError",Error.captureStackTrace?.(this,cs)}},kt=class ls extends Error{constructor(t,n){super(t,n),this.name="NotSupportedError",Error.captureStackTrace?.(this,ls)}},_o=0,Fo=1;function Se(...e){let t=e.reduce((a,{length:o})=>a+o,0),n=new Uint8Array(t),r=0;for(let a of e)n.set(a,r),r+=a.length;return n}function Ue(e,t,n){return Uint8Array.prototype.slice.call(e,t,n)}function Pe(e){let t=new Uint8Array(e.length);for(let n=0;n<e.length;n++){let r=e.charCodeAt(n);if(r>127)throw new TypeError("Input string must contain only ASCII characters");t[n]=r}return t}var Vr=Pe("HPKE-v1"),nu=Pe("HPKE"),ds=Pe("KEM"),us=Pe("sec"),ps=Pe("secret"),ru=Pe("key"),au=Pe("base_nonce"),Ho=Pe("exp"),ou=Pe("psk_id_hash"),su=Pe("info_hash"),hs=Pe("DeriveKeyPair");function tn(e){return Se(_e(e.byteLength,2),e)}async function Tn(e,t,n,r,a,o){let i=Se(n,Vr,t,tn(r),_e(o,2),a);return await e.Derive(i,o)}async function iu(e,t,n,r,a){return ct(r,"Exporter context",On),await Tn(e,t,n,us,r,a)}async function cu(e,t,n,r,a,o){ct(a,"PSK",On),ct(o,"PSK ID",On),ct(r,"Info",On);let i=Se(tn(a),tn(n)),c=Se(_e(t,1),tn(o),tn(r)),l=await Tn(e.KDF,e.id,i,ps,c,e.AEAD.Nk+e.AEAD.Nn+e.KDF.Nh),u=Ue(l,0,e.AEAD.Nk),p=Ue(l,e.AEAD.Nk,e.AEAD.Nk+e.AEAD.Nn),f=Ue(l,e.AEAD.Nk+e.AEAD.Nn);return{key:u,base_nonce:p,exporter_secret:f}}var Nn=65535,On=65535;function ct(e,t,n){if(e.byteLength>n)throw new TypeError(`${t} length must not exceed ${n} bytes`)}function Ke(e,t){if(!(e instanceof Uint8Array))throw new TypeError(`"${t}" must be Uint8Array`);if(typeof SharedArrayBuffer<"u"&&e.buffer instanceof SharedArrayBuffer)throw new TypeError(`"${t}" must not be backed by a SharedArrayBuffer`)}function Fr(e){if(typeof e!="boolean")throw new TypeError('"extractable" must be boolean')}async function lu(e,t,n,r,a,o){ct(a,"PSK",Nn),ct(o,"PSK ID",Nn),ct(r,"Info",Nn);let[i,c]=await Promise.all([Hr(e.KDF,e.id,new Uint8Array,ou,o),Hr(e.KDF,e.id,new Uint8Array,su,r)]),l=Se(_e(t,1),i,c),u=await Hr(e.KDF,e.id,n,ps,a);if(e.AEAD.id===rn){let b=await nn(e.KDF,e.id,u,Ho,l,e.KDF.Nh);return{key:new Uint8Array,base_nonce:new Uint8Array,exporter_secret:b}}let[p,f,w]=await Promise.all([nn(e.KDF,e.id,u,ru,l,e.AEAD.Nk),nn(e.KDF,e.id,u,au,l,e.AEAD.Nn),nn(e.KDF,e.id,u,Ho,l,e.KDF.Nh)]);return{key:p,base_nonce:f,exporter_secret:w}}async function du(e,t,n,r,a){return ct(r,"Exporter context",Nn),await nn(e,t,n,us,r,a)}async function Hr(e,t,n,r,a){let o=Se(Vr,t,r,a);return await e.Extract(n,o)}async function nn(e,t,n,r,a,o){let i=Se(_e(o,2),Vr,t,r,a);return await e.Expand(n,i,o)}function uu(e){if(!e||typeof e!="object")return!1;if("publicKey"in e&&"privateKey"in e){let t=e.publicKey;e=e.privateKey;try{if(_t(t,"public"),_t(e,"private"),t.algorithm.name!==e.algorithm.name)throw new TypeError("key pair algorithms do not match")}catch(n){throw new TypeError('Invalid "privateKey"',{cause:n})}return!0}return!1}function _t(e,t,n){let r=e;if(typeof r.algorithm!="object"||typeof r.algorithm.name!="string"||typeof r.extractable!="boolean"||typeof r.type!="string"||r.type!==t)throw new TypeError(`Invalid "${t}Key"`);if(n&&r.extractable!==!0)throw new TypeError(`"${t}Key" must be extractable`)}function _e(e,t){if(!Number.isSafeInteger(t)||t<=0)throw new Error("w must be a positive safe integer");if(!Number.isSafeInteger(e)||e<0)throw new Error("n must be a non-negative safe integer");let n=Math.pow(256,t);if(e>=n)throw new Error("n too large to fit in w-length byte string");let r=new Uint8Array(t),a=e;for(let o=0;o<t&&a;o++)r[t-(o+1)]=a%256,a=Math.floor(a/256);return r}function fs(e){if(e.stages===1||e.stages===2)return e.stages;throw new Error("unreachable")}async function qo(e,t,n,r,a,o){r??=new Uint8Array,Ke(r,"info"),a??=new Uint8Array,Ke(a,"psk"),o??=new Uint8Array,Ke(o,"pskId");let i=fs(e.KDF)===1?cu:lu;return pu(a,o),await i(e,t,n,r,a,o)}function pu(e,t){if(e.byteLength&&t.byteLength){if(e.byteLength<32)throw new TypeError("Insufficient PSK length");return}if(!(!e.byteLength&&!t.byteLength))throw new TypeError("Inconsistent PSK inputs")}var qr=()=>{throw new Error("unreachable")},rn=65535,hu=2**36-31,bw=2**38-64;async function z(e,t){try{return await e(crypto.subtle)}catch(n){throw n instanceof TypeError||n instanceof DOMException&&n.name==="NotSupportedError"?new kt(`${t} is unsupported in this runtime`,{cause:n}):n}}async function Wr(e,t,n){let r=e.get(t);if(r&&r.bytes.byteLength===t.byteLength&&r.bytes.every((i,c)=>i===t[c]))return r.key;let a=Ue(t),o={bytes:a,key:n(a)};e.set(t,o);try{return await o.key}catch(i){throw e.get(t)===o&&e.delete(t),i}}function fu(){let e;async function t(r){return await z(a=>a.importKey("raw",r,{name:"HMAC",hash:this.hash},!1,["sign"]),this.name)}let n=new WeakMap;return{stages:2,Derive:qr,async Extract(r,a){let o=r.byteLength===0?e??=await t.call(this,new ArrayBuffer(this.Nh)):await t.call(this,r);return new Uint8Array(await z(i=>i.sign("HMAC",o,a),this.name))},async Expand(r,a,o){if(r.byteLength<this.Nh)throw new Error("prk.byteLength < this.Nh");if(o>255*this.Nh)throw new Error("L must be <= 255*Nh");let i=Math.ceil(o/this.Nh),c=await Wr(n,r,p=>t.call(this,p)),l=new Uint8Array(i*this.Nh),u=new Uint8Array;for(let p=0;p<i;p++){let f=new Uint8Array(u.byteLength+a.byteLength+1);f.set(u),f.set(a,u.byteLength),f[u.byteLength+a.byteLength]=p+1;let w=new Uint8Array(await z(b=>b.sign("HMAC",c,f),this.name));l.set(w,p*this.Nh),u=w}return Ue(l,0,o)}}}var mu=function(){return{id:1,type:"KDF",name:"HKDF-SHA256",Nh:32,hash:"SHA-256",...fu()}};async function gu(e,t,n,r){let a=r<<3,o={name:t,length:a,outputLength:a};return new Uint8Array(await z(i=>i.digest(o,n),e))}function wu(){return{stages:1,async Derive(e,t){return await gu(this.name,this.algorithm,e,t)},Extract:qr,Expand:qr}}var ms=function(){return{id:17,type:"KDF",name:"SHAKE256",Nh:64,algorithm:"cSHAKE256",...wu()}};async function yu(e,t,n){if(!t.extractable)throw new TypeError('"privateKey" must be extractable or a Key Pair must be used in this runtime');return await z(async r=>{let a=await r.exportKey("jwk",t);return r.importKey("jwk",{kty:a.kty,crv:a.crv,x:a.x,y:a.y},t.algorithm,!0,n)},e)}async function Gr(e,t,n){return await z(r=>r.getPublicKey?.(t,n),e)||await yu(e,t,n)}function Xe(e,t){if(e.algorithm.name!==t.name)throw new TypeError(`key algorithm must be ${t.name}`);if(e.algorithm.namedCurve!==t.namedCurve)throw new TypeError(`key namedCurve must be ${t.namedCurve}`)}function Wo(e){if(e[Symbol.toStringTag]!=="CryptoKey"){if(e instanceof CryptoKey)return;throw new TypeError("unexpected key constructor")}}async function bu(e,t,n,r,a,o){let i=Ue(n),c=new Uint8Array(t+i.byteLength);return c.set(i),c.set(a,i.byteLength),await z(l=>l.importKey("pkcs8",c,r,o,["deriveBits"]),e)}function ku(){return{async DeriveKeyPair(e,t){let n=await Tn(this.kdf,this.suite_id,e,hs,new Uint8Array,this.Nsk),r=await this.DeserializePrivateKey(n,t),a=["encapsulateBits"],o=await Gr(this.name,r,a);return{privateKey:r,publicKey:o}},async GenerateKeyPair(e){let t=["encapsulateBits","decapsulateBits"];return await z(n=>n.generateKey(this.algorithm,e,t),this.name)},async SerializePublicKey(e){Xe(e,this.algorithm),Wo(e);let t="raw-public";return new Uint8Array(await z(n=>n.exportKey(t,e),this.name))},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"];return await z(r=>r.importKey(t,e,this.algorithm,!0,n),this.name)},async SerializePrivateKey(e){Xe(e,this.algorithm),Wo(e);let t="raw-seed";return new Uint8Array(await z(n=>n.exportKey(t,e),this.name))},async DeserializePrivateKey(e,t){let n="raw-seed",r=["decapsulateBits"];return await z(a=>a.importKey(n,e,this.algorithm,t,r),this.name)},async Encap(e){Xe(e,this.algorithm);let{sharedKey:t,ciphertext:n}=await z(r=>r.encapsulateBits(this.algorithm,e),this.name);return{shared_secret:new Uint8Array(t),enc:new Uint8Array(n)}},async Decap(e,t,n){return Xe(t,this.algorithm),new Uint8Array(await z(r=>r.decapsulateBits(this.algorithm,t,e),this.name))}}}function vu({id:e,name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o}){let i=ms();return i.name=t,{id:e,suite_id:Se(ds,_e(e,2)),type:"KEM",name:t,Nsecret:n,Nenc:r,Npk:a,Nsk:o,algorithm:{name:t},kdf:i,...ku()}}function $u(e){let t=new WeakMap;async function n(r){return await z(a=>a.importKey(this.keyFormat,r,this.algorithm,!1,["encrypt","decrypt"]),this.name)}return{async Seal(r,a,o,i){if(i.byteLength>e)throw new RangeError('"pt" exceeds P_MAX');let c=await Wr(t,r,l=>n.call(this,l));return new Uint8Array(await z(l=>l.encrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))},async Open(r,a,o,i){let c=await Wr(t,r,l=>n.call(this,l));return new Uint8Array(await z(l=>l.decrypt({name:this.algorithm,iv:a,additionalData:o},c,i),this.name))}}}var xu=function(){return{id:2,type:"AEAD",name:"AES-256-GCM",Nk:32,Nn:12,Nt:16,algorithm:"AES-GCM",keyFormat:"raw",...$u(hu)}},en=e=>{if(e!==be)throw new Error("invalid invocation")},be=Symbol(),Te=class gs{#e;#t;#n;#r;#a;#o;#s;static#i(t){return t.#e!==void 0}static validate(t,n){try{if(!gs.#i(t))throw new TypeError("unexpected key constructor")}catch{throw new TypeError("unexpected key constructor")}if(n&&!t.extractable)throw new TypeError("key must be extractable")}constructor(t,n,r,a,o,i,c,l){en(t),this.#e=n,this.#t=r,this.#n=a,this.#a=o,this.#r=i,this.#o=c,this.#s=l}get algorithm(){return{name:this.#e.name}}get extractable(){return this.#n}get type(){return this.#t}getPublicKey(t){return en(t),this.#s}getSeed(t){return en(t),Ue(this.#o)}getT(t){return en(t),this.#r}getPq(t){return en(t),this.#a}};function ws(e,t,n){if(n.byteLength!==e+t)throw new Error("x.byteLength !== N1 + N2");let r=Ue(n,0,e),a=Ue(n,-t);return[r,a]}async function Vo(e,t){let n=e.pq.Nseed+e.t.Nseed<<3,r={name:"cSHAKE256",length:n,outputLength:n},a=await z(P=>P.digest(r,t),e.name),[o,i]=ws(e.pq.Nseed,e.t.Nseed,new Uint8Array(a)),c="raw-seed",l=["decapsulateBits","encapsulateBits"],u=await z(P=>P.importKey(c,o,e.pq.algorithm,!0,[l[0]]),e.name),p=await Gr(e.name,u,[l[1]]),f=e.t.RandomScalar?.(i)??i,{privateKey:w,publicKey:b}=await e.t.GetKeyPair(f);return{ek_PQ:p,ek_T:b,dk_PQ:u,dk_T:w}}async function Go(e,t,n,r,a,o){let i=new Uint8Array(await z(l=>l.exportKey("raw",a),e.name)),c=Se(t,n,r,i,o);return new Uint8Array(await z(l=>l.digest("SHA3-256",c),e.name))}async function Eu(e,t,n){let r=await z(p=>p.encapsulateBits(e.pq.algorithm,t),e.name),a=new Uint8Array(r.sharedKey),o=new Uint8Array(r.ciphertext),{privateKey:i,publicKey:c}=await z(p=>p.generateKey(e.t.algorithm,!0,["deriveBits"]),e.name),l=new Uint8Array(await z(p=>p.exportKey("raw",c),e.name)),u=new Uint8Array(await z(p=>p.deriveBits({name:e.t.algorithm.name,public:n},i,e.t.Nss<<3),e.name));return[a,u,o,l]}async function ju(e,t,n,r,a){let o=new Uint8Array(await z(l=>l.decapsulateBits(e.pq.algorithm,t,r),e.name)),i=await z(l=>l.importKey("raw",a,e.t.algorithm,!0,[]),e.name),c=new Uint8Array(await z(l=>l.deriveBits({name:e.t.algorithm.name,public:i},n,e.t.Nss<<3),e.name));return[o,c]}function Su(){return Object.freeze(Te.prototype),{async DeriveKeyPair(e,t){let n=await Tn(this.kdf,this.suite_id,e,hs,new Uint8Array,32),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await Vo(this,n),c=new Te(be,this.algorithm,"public",!0,r,a);return{privateKey:new Te(be,this.algorithm,"private",t,o,i,n,c),publicKey:c}},async GenerateKeyPair(e){return await this.DeriveKeyPair(crypto.getRandomValues(new Uint8Array(32)),e)},async SerializePublicKey(e){Xe(e,this.algorithm),Te.validate(e,!0);let t="raw-public",n=new Uint8Array(await z(a=>a.exportKey(t,e.getPq(be)),this.name)),r=new Uint8Array(await z(a=>a.exportKey("raw",e.getT(be)),this.name));return Se(n,r)},async DeserializePublicKey(e){let t="raw-public",n=["encapsulateBits"],r=e.subarray(0,this.pq.Npk),a=e.subarray(this.pq.Npk),[o,i]=await Promise.all([z(c=>c.importKey(t,r,this.pq.algorithm,!0,n),this.name),z(c=>c.importKey("raw",a,this.t.algorithm,!0,[]),this.name)]);return new Te(be,this.algorithm,"public",!0,o,i)},async SerializePrivateKey(e){return Xe(e,this.algorithm),Te.validate(e,!0),e.getSeed(be)},async DeserializePrivateKey(e,t){let n=Ue(e),{ek_PQ:r,ek_T:a,dk_PQ:o,dk_T:i}=await Vo(this,n),c=new Te(be,this.algorithm,"public",!0,r,a);return new Te(be,this.algorithm,"private",t,o,i,n,c)},async Encap(e){Xe(e,this.algorithm),Te.validate(e);let t=e.getPq(be),n=e.getT(be),[r,a,o,i]=await Eu(this,t,n),c=await Go(this,r,a,i,n,this.label),l=Se(o,i);return{shared_secret:c,enc:l}},async Decap(e,t,n){Xe(t,this.algorithm),Te.validate(t),n&&(Xe(n,this.algorithm),Te.validate(n));let[r,a]=ws(this.pq.Nct,this.t.Nct,e),o=(n??t.getPublicKey(be)).getT(be),i=t.getPq(be),c=t.getT(be),[l,u]=await ju(this,i,c,r,a);return await Go(this,l,u,a,o,this.label)}}}function Au(e){let t=ms();return t.name=e.name,{...e,suite_id:Se(ds,_e(e.id,2)),type:"KEM",algorithm:{name:e.name},kdf:t,...Su()}}var Du=function(){let e="MLKEM768-X25519",t={id:25722,name:e,Nsecret:32,Nenc:1120,Npk:1216,Nsk:32};if(SubtleCrypto.supports?.("generateKey",e)??!1)return vu(t);let n=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,110,4,34,4,32);return Au({...t,pq:{algorithm:{name:"ML-KEM-768"},Nseed:64,Npk:1184,Nct:1088},t:{algorithm:{name:"X25519"},Nseed:32,Npk:32,Nss:32,Nsk:32,Nct:32,async GetKeyPair(r){let a=await bu(e,this.Nsk,n,this.algorithm,r,!0),o=await Gr(e,a,[]);return{privateKey:a,publicKey:o}}},label:Uint8Array.of(92,46,47,47,94,92)})};var ys=1216,zn=1120,bs="MLKEM768-X25519",Jo=new Map;function ks(e=Du){let t=Jo.get(e)??new Qd(e,mu,xu);return Jo.set(e,t),t}function vs(){let e=globalThis.SubtleCrypto;return["encapsulateBits","decapsulateBits","getPublicKey"].every(t=>e?.supports?.(t,bs)??!1)}async function $s(e){let t=globalThis.crypto.subtle,n=await t.importKey("raw-seed",e,{name:bs},!1,["decapsulateBits"]),r=await t.getPublicKey(n,["encapsulateBits"]);return new Uint8Array(await t.exportKey("raw-public",r))}async function xs(e,t,n,r){let a=ks(r),o=await a.DeserializePublicKey(e),{encapsulatedSecret:i,ciphertext:c}=await a.Seal(o,n,{info:t}),l=new Uint8Array(i.length+c.length);return l.set(i),l.set(c,i.length),l}async function Es(e,t,n,r){let a=ks(r),o=await a.DeserializePrivateKey(e,!1),i=n.subarray(0,zn);return a.Open(o,i,n.subarray(zn),{info:t})}var an=ys,Ku=zn+16,Nu=vs,Jr=async()=>Nu()?null:import("./xwing.js");async function Yr(e,t,n){if(n.length<Ku)throw new C;let r=await Jr();try{return await Es(e,t,n,r?.kem)}catch(a){throw new C(a)}}var Fe=class e{#e;constructor(t,n){this.#e=t.slice(),this.publicKey=n}static async of(t){let n=t.slice(),r=await Jr(),a=new e(n,r?r.publicKeyOf(n):await $s(n));return n.fill(0),a}open(t,n){return Yr(this.#e,t,n)}wipe(){this.#e.fill(0)}};async function lt(e,t,n){if(e.length!==an)throw new M("length");let r=await Jr();try{return await xs(e,t,n,r?.kem)}catch(a){throw new M("kem",a)}}function le(e){if(!e)throw new M("form")}var Q=e=>le(Number.isSafeInteger(e)&&e>=0),on=e=>le(Number.isSafeInteger(e)&&e>=0&&e<=4294967295),vt=e=>le(typeof e=="boolean"),dt=(e,t)=>n=>{le(typeof n=="string");let r=[...n].length;le(r>=e&&r<=t)},ee=e=>le(typeof e=="string"&&/^[a-z0-9][a-z0-9._-]{0,63}$/.test(e)),ke=e=>{le(typeof e=="string"&&/^\d{4}-\d{2}-\d{2}$/.test(e));let t=new Date(`${e}T00:00:00Z`);le(!e.startsWith("0000")&&!Number.isNaN(t.getTime())&&t.toISOString().startsWith(e))},Ce=e=>t=>{g(t,e??null)},ve=(...e)=>t=>le(e.includes(t)),de=e=>t=>{t===null||e(t)},ue=(e,t=0,n=Number.MAX_SAFE_INTEGER)=>r=>{le(Array.isArray(r)&&r.length>=t&&r.length<=n),r.forEach(e)},$t=(e,t=n=>n)=>n=>{ue(e)(n);let r=n.map(a=>g(t(a)));le(r.every((a,o)=>o===0||we(r[o-1],a)<0))},Zr=(e,t)=>n=>{le(typeof n=="object"&&n!==null&&!Array.isArray(n));for(let[r,a]of Object.entries(n))e(r),t(a)},S=e=>t=>{le(typeof t=="object"&&t!==null&&!Array.isArray(t)),le(Object.keys(t).length===Object.keys(e).length);for(let[n,r]of Object.entries(e))le(Object.hasOwn(t,n)),r(t[n])},U=Ce(16),X=Ce(32),se=ve(1),Pn=S({hash:X,number:Q}),ut=e=>{Q(e),le(e>=1)},Cn=S({hash:X,version:ut});var js=64,Ou=Uint8Array.of(48,46,2,1,0,48,5,6,3,43,101,112,4,34,4,32),zu=new Uint8Array(js);async function Rn(e){let t=j(Ou,e),n=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!0,["sign"]),{x:r}=await crypto.subtle.exportKey("jwk",n),a=await crypto.subtle.importKey("pkcs8",t,"Ed25519",!1,["sign"]);return t.fill(0),{publicKey:g(r,32),privateKey:a}}var Ss=(e,t,n)=>J(A(`adviespunt/v1/sign/${e}`),t,n);async function te(e,t,n,r){let a=ce(r),o=await crypto.subtle.sign("Ed25519",e,Ss(t,n,a));return j(Le(a),new Uint8Array(o))}var As=e=>j(Le(ce(e)),zu);function pe(e,t){let n=new Me(e),r=n.lp(),a=n.take(js);n.end();let o=Ie(r);return t(o),{raw:r,body:o,signature:a}}async function he(e,t,n,{raw:r,signature:a}){if(!await Tu(e,Ss(t,n,r),a))throw new Ze(t)}async function Tu(e,t,n){try{let r=await crypto.subtle.importKey("raw",ye(e),"Ed25519",!1,["verify"]);return await crypto.subtle.verify("Ed25519",r,ye(n),ye(t))}catch(r){if(r instanceof O)throw r;return!1}}var He=e=>I(e);var Et=Object.freeze(["facilitator","helper"]);var ea=Ce(32),Xr=Ce(an),Pu=S({id:U,person:U,name:dt(1,200),function:dt(0,200),role:ve("facilitator","helper","coach","coordinator"),kem:Xr,sign:ea,active:vt}),Cu=S({v:se,version:ut,history:ue(X),author:U,day:ke,organisation:ea,credentials:ue(Ce()),members:$t(Pu,e=>e.id),archive:S({id:U,kem:Xr,year:Q}),register:S({id:U,kem:Xr})}),Ru=S({v:se,what:ve("appoint","revoke"),member:U,kem:X,sign:X,day:ke,serial:Q}),Bu=S({v:se,what:ve("successor"),key:ea,day:ke,serial:Q}),Rw=S({v:se,version:ut,hash:X,day:ke,author:U});async function Ks(e,{portal:t,organisation:n,lastSeen:r=null}){let{directory:a,parsed:o}=await Qr(e);if(!y(a.organisation,n))throw new k("organisation");if(a.history.length!==a.version-1)throw new k("history");let{appointed:i}=await ta(a.credentials,t,n),c=ne(a,a.author,["facilitator"]);if(!c)throw new k("author");for(let l of ht(a,"facilitator"))if(!i.has(await qu(l)))throw new k("appointment");return await he(c.sign,"directory",t,o),Iu(a,r),a}async function Qr(e){let t=pe(e,Cu),{body:n}=t;return{directory:{version:n.version,hash:await He(e),signed:e,history:n.history.map(xt),author:g(n.author),day:n.day,organisation:g(n.organisation),credentials:n.credentials.map(xt),members:n.members.map(Lu),archive:{id:xt(n.archive.id),kem:xt(n.archive.kem),year:n.archive.year},register:{id:xt(n.register.id),kem:xt(n.register.kem)}},parsed:t}}var xt=e=>g(e);function Lu(e){let[t,n,r,a]=[e.id,e.person,e.kem,e.sign].map(xt);return{...e,id:t,person:n,kem:r,sign:a}}function Iu(e,t){if(t){if(e.version<t.version)throw new k("rollback");sn(e,t)}}function sn(e,{version:t,hash:n}){let r=t===e.version?e.hash:e.history[t-1];if(!r||!y(r,n))throw new k("history")}function Uu(e,t){if(sn(t,e),!e.credentials.every((r,a)=>y(r,t.credentials[a]??_u))||!e.members.every(r=>Fu(r,Y(t,r.id))))throw new k("taken-back")}var _u=new Uint8Array(0),Fu=(e,t)=>t!==null&&y(e.kem,t.kem)&&y(e.sign,t.sign)&&y(e.person,t.person),Bn=class e{#e=new Map;#t;constructor(t,n=Ds){this.current=t,this.#t=n}static async of(t,n=[]){let r=await Promise.all(n.map(Qr));for(let{directory:o}of r)sn(t,o);let a=new Map(r.map(({directory:o})=>[o.version,o.signed]));return new e(t,async o=>a.get(o)??Ds())}async at(t){if(t.version>this.current.version)throw new k("directory-unknown");return sn(this.current,t),this.version(t.version)}async version(t){if(t===this.current.version)return this.current;if(t>this.current.version)throw new k("directory-unknown");let n=this.#e.get(t)??this.#n(t);return this.#e.set(t,n),n.catch(()=>this.#e.delete(t)),n}async requireContinued(t){t===null||t.version===this.current.version||Uu(await this.at(t),this.current)}async#n(t){let{directory:n}=await Qr(await this.#t(t));if(n.version!==t)throw new k("history");return sn(this.current,n),n}};function Ds(){throw new k("directory-unknown")}var Y=(e,t)=>e.members.find(n=>y(n.id,t))??null,ht=(e,...t)=>e.members.filter(n=>n.active&&t.includes(n.role));function ne(e,t,n){let r=Y(e,t);return r?.active&&n.includes(r.role)?r:null}async function ta(e,t,n){let r=new Set,a=n;for(let[o,i]of e.entries()){let c=await Hu(a,t,i);if(c.serial!==o)throw new k("credential");let l=`${c.member} ${c.kem} ${c.sign}`;c.what==="appoint"?r.add(l):c.what==="revoke"?r.delete(l):a=g(c.key)}return{appointed:r,inForce:a,serial:e.length}}async function Hu(e,t,n){let r=pe(n,a=>(a.what==="successor"?Bu:Ru)(a));try{await he(e,"credential",t,r)}catch(a){throw a instanceof Ze?new k("credential",a):a}return r.body}async function qu(e){let t=await qe(e);return[e.id,t.kem,t.sign].map(h).join(" ")}var Ms=new WeakMap;function qe(e){let t=Ms.get(e)??Wu(e);return Ms.set(e,t),t}var Wu=async e=>({kem:await I(e.kem),sign:await I(e.sign)}),Ns=async e=>({seed:e,...await Rn(e)});async function na(e,t,n,r,a,o){let[i,c,l]=[r.id,await I(r.kem),await I(r.sign)].map(h);return te(e,"credential",t,{v:1,what:n,member:i,kem:c,sign:l,day:a,serial:o})}async function ra(e,t,n,r,a,o){let i=a?[...a.history,a.hash]:[],c=[...o.members].sort((l,u)=>we(l.id,u.id));return te(e,"directory",t,{v:1,version:i.length+1,history:i.map(h),author:h(n),day:r,organisation:h(o.organisation),credentials:o.credentials.map(h),members:c.map(Vu),archive:{id:h(o.archive.id),kem:h(o.archive.kem),year:o.archive.year},register:{id:h(o.register.id),kem:h(o.register.kem)}})}var Vu=e=>({id:h(e.id),person:h(e.person),name:e.name,function:e.function,role:e.role,kem:h(e.kem),sign:h(e.sign),active:e.active}),Ln=(e,t,n,{version:r,hash:a},o)=>te(e,"freshness",t,{v:1,version:r,hash:h(a),day:o,author:h(n)}),Gu=(e,t)=>j(A("adviespunt/v1/organisation"),J(e,t));async function Os(e,t,n,r){let a=await e.open(Gu(t,n),r);if(a.length!==32)throw new C;let o=await Ns(a);if(!y(o.publicKey,n))throw new C;return o}var q=new Uint8Array(16),Qe=new Uint8Array(16).fill(255),et=new Uint8Array(0),Ts=1,ln=65536,cn=16,Ju=1024,Yu=65536,Zu=/^[a-z-]{1,32}$/;function tt({portal:e,case:t,epoch:n,id:r,writer:a,kind:o}){return J(e,t,It(n),r,a,A(o))}function Xu(e){let t=new Me(e),[n,r,a,o,i,c]=Array.from({length:6},()=>t.lp());if(t.end(),!([n,o,i].every(u=>u.length===16)&&[0,16].includes(r.length))||a.length!==4||!Zu.test(Mn(c)))throw new C;return{portal:n,case:r,epoch:new Me(a).u32(),id:o,writer:i,kind:Mn(c)}}function $e(e){return ep(()=>{let t=new Me(e);if(t.take(1)[0]!==Ts)throw new C;let n=t.take(32),r=t.lp(),a=Xu(r),o=t.take(32),i=t.rest(),c=Qu(i.length);if(c!==pn(c-8,a.kind))throw new C;return{header:a,rawHeader:r,salt:n,commitment:o,chunks:i,padded:c}})}function Qu(e){let t=Math.floor(e/(ln+cn)),n=e%(ln+cn);if(e===0||n>0&&n<=cn)throw new C;return t*ln+Math.max(0,n-cn)}function ep(e){try{return e()}catch(t){throw t instanceof O?new C(t):t}}var dn=e=>I(e);async function xe(e,t,n,r=L(32)){let a=tt(t),{key:o,commitment:i}=await Ps(e,r,a,"encrypt"),c=hn(n,pn(n.length,t.kind)),l=await Promise.all(Rs(c,ln).map((u,p,f)=>tp(o,Cs(p,p===f.length-1),u)));return ae(c),j(Uint8Array.of(Ts),r,Le(a),i,...l)}async function We(e,t,n){let r=$e(n);if(!y(tt(t),r.rawHeader))throw new C;return un(e,r)}async function un(e,{header:t,rawHeader:n,salt:r,commitment:a,chunks:o}){let{key:i,commitment:c}=await Ps(e,r,n,"decrypt");if(!y(c,a))throw new C;let l=Rs(o,ln+cn),u=await Promise.all(l.map((p,f)=>np(i,Cs(f,f===l.length-1),p)));return ap(j(...u),t.kind)}async function Ps(e,t,n,r){let a=await Pr(e,t,j(A("adviespunt/v1/envelope"),n),64),o=await crypto.subtle.importKey("raw",a.subarray(0,32),"AES-GCM",!1,[r]),i=a.slice(32);return ae(a),{key:o,commitment:i}}function Cs(e,t){return j(new Uint8Array(7),It(e),Uint8Array.of(t?1:0))}function Rs(e,t){return Array.from({length:Math.ceil(e.length/t)},(n,r)=>e.subarray(r*t,(r+1)*t))}async function tp(e,t,n){return new Uint8Array(await crypto.subtle.encrypt({name:"AES-GCM",iv:t},e,ye(n)))}async function np(e,t,n){try{return new Uint8Array(await crypto.subtle.decrypt({name:"AES-GCM",iv:t},e,ye(n)))}catch(r){throw new C(r)}}function rp(e){let t=zs(e),n=zs(t)+1,r=2**Math.max(t-n,0);return Math.ceil(e/r)*r}function zs(e){let t=Math.round(Math.log2(e));return 2**t>e?t-1:t}function pn(e,t){return Math.max(t==="page"?Yu:Ju,rp(8+e))}function hn(e,t){let n=new Uint8Array(t);return n.set(Mo(e.length)),n.set(e,8),n}function ap(e,t){let n=In(e);if(e.length!==pn(n.length,t))throw new C;return n}function In(e){if(e.length<8)throw new C;let t=new DataView(e.buffer,e.byteOffset).getBigUint64(0);if(t>BigInt(e.length-8))throw new C;let n=8+Number(t);if(e.subarray(n).some(r=>r!==0))throw new C;return e.slice(8,n)}var op=1024;function sp(e){let t=e.replace(/[\t-\r ]+/g," ").replace(/^ | $/g,"").replace(/[A-Z]/g,n=>n.toLowerCase());if(!/^[ -~]{1,64}$/.test(t))throw new De("name");return t}function ip(e){let t=A(e.normalize("NFKC"));if(!!/\p{Surrogate}/u.test(e)||t.length<1||t.length>op)throw new De("password");return t}async function fn(e,t,n,r){let a=(await I(j(A("adviespunt/v1/salt"),t,A(sp(n))))).slice(0,16),o=await zo(ip(r),a),[i,c,l]=await Promise.all(["locator","login","wrap"].map(u=>oe(o,`${e}/${u}`)));return ae(o),{locator:i,login:c,wrapping:l}}async function Un(e){let t=["recovery-locator","recovery-login","recovery-wrap"],[n,r,a]=await Promise.all(t.map(o=>oe(e,`staff/${o}`)));return{locator:n,login:r,wrapping:a}}async function aa(e){let[t,n,r,a]=await Promise.all(["kem","sign","state","draft"].map(i=>oe(e,i))),o={kem:await Fe.of(t),sign:await Rn(n),stateKey:await Kn(r),draftKey:await Kn(a)};return ae(t,n,r,a),o}var Bs=(e,t,n)=>({portal:e,case:et,epoch:0,id:t,writer:n==="mailbox"?q:t,kind:"seed"}),Ls=(e,t,n,r,a)=>xe(e,Bs(t,n,r),a);async function Is(e,t,n,r,a){let o=await We(e,Bs(t,n,r),a);if(o.length!==32)throw new C;return o}var cp=Zr(U,S({roster:Pn,read:ue(U)})),Us={v:se,organisation:Ce(32),directory:Cn,cases:cp},lp=S({code:U,name:dt(1,200),person:U,role:ve("facilitator","helper","coach","coordinator")}),_s={mailbox:S(Us),staff:S({...Us,checkpoint:Q,invitations:Zr(U,lp)})},Fs=(e,t,n,r)=>({portal:e,case:et,epoch:r,id:t,writer:n==="mailbox"?q:t,kind:"state"});async function oa(e,t,n,r,a,o){return _s[r](o),xe(e,Fs(t,n,r,a),ce(o))}async function Hs(e,t,n,r,a,o){let i=Ie(await We(e,Fs(t,n,r,a),o));return _s[r](i),i}function qs(e,t){let n={...e,directory:e.directory.version>=t.directory.version?e.directory:t.directory,cases:{...e.cases}};for(let[r,a]of Object.entries(t.cases))n.cases[r]=dp(n.cases[r],a);return e.checkpoint!==void 0&&(n.checkpoint=Math.max(e.checkpoint,t.checkpoint??0)),e.invitations&&(n.invitations={...t.invitations,...e.invitations}),n}function dp(e,t){return e?{roster:e.roster.number>=t.roster.number?e.roster:t.roster,read:[...new Set([...e.read,...t.read])]}:t}var Ws={},V=typeof document>"u"?"nl":document.documentElement.lang||"nl";async function Vs(){if(V==="nl")return;Ws=(await import(`../texts/${V}-${document.documentElement.dataset.page}.js`).catch(()=>({default:{}}))).default}function s(e,t={}){return pp(Ws[e]??e,t)}function Z(e,t,n,r={}){return s(up(n)?e:t,{n,...r})}function up(e){return e===1||V==="fr"&&e===0}function pp(e,t){return e.replace(/\{(\w+)\}/g,(n,r)=>r in t?String(t[r]):n)}function N(e,{year:t=!1,weekday:n=!0}={}){let r={timeZone:"UTC",day:"numeric",month:"long"};return n&&(r.weekday="long"),t&&(r.year="numeric"),new Intl.DateTimeFormat(`${V}-BE`,r).format(new Date(`${e}T00:00:00Z`))}function _n(e){return new Intl.NumberFormat(`${V}-BE`).format(e)}function sa(e){return V==="nl"?e:`/${V}${e==="/"?"":e}`}async function Gs(e,t,n,r){try{return await fn(e,t,n,r)}catch(a){throw a instanceof De?new K(404,"wrong-credentials"):a}}var ca=1024,hp=["facilitator","helper","coach"],ia=de(ke),Js=S({v:se,case:U,number:Q,kind:ee,urgent:vt,category:de(ee),state:ee,outcome:de(ee),authorities:ue(ee),received:ke,feedback:ia,final:ia,closed:ia,directory:ut}),Ys=({portal:e,key:t,case:n,writer:r})=>j(A("adviespunt/v1/register"),J(e,t,n,r)),Zs=(e,t,n)=>j(A("adviespunt/v1/register-key"),J(e,t,n));async function la(e,t,n,r){Js(n);let a=J(t.portal,t.case),o=r?await te(r,"register",a,n):As(n);if(o.length+8>ca)throw new k("entry-too-long");return lt(e,Ys(t),hn(o,ca))}async function Xs(e,t,n,r){let a=await e.open(Ys(t),n);if(a.length!==ca)throw new C;let o=pe(In(a),Js),i=o.body;if(i.case!==h(t.case))throw new k("case");return await(y(t.writer,q)?fp(i,o.signature):mp(t,o,i,r)),i}async function fp(e,t){if(e.number!==0||t.some(n=>n!==0))throw new k("writer")}async function mp(e,t,n,r){if(n.number<1)throw new k("writer");let a=ne(await r.version(n.directory),e.writer,hp);if(!a)throw new k("writer");await he(a.sign,"register",J(e.portal,e.case),t)}function da(e,t,n,r){return e.number!==n.number?e.number>n.number:we(t,r)>0}var Qs=(e,t,n,r,a)=>lt(e,Zs(t,n,r),a);async function ei(e,t,n,r,a,o){let i=await e.open(Zs(t,n,r),a);if(i.length!==32||!y((await Fe.of(i)).publicKey,o))throw new C;return i}var ft=class extends Error{constructor(){super("recovery words"),this.name="WrongRecoveryWords"}};async function Fn(e,t,n,r){let{directory:a}=await e.get("/directory"),o=await Ks(g(a),{portal:t,organisation:n,lastSeen:r}),i=new Bn(o,async c=>g((await e.get(`/directory/${c}`)).directory));return await i.requireContinued(r),i}var fe=e=>e.directories.current.members,Ee=(e,t)=>Y(e.directories.current,g(t,16));async function ti(e,t,n=null){let{current:r}=e.directories,a=e.identity.sign.privateKey,o={...r,...t},i=await ra(a,e.portal.id,e.member,e.today,r,o),c={version:r.version+1,hash:await He(i)},l=await Ln(a,e.portal.id,e.member,c,e.today);await e.api.put("/directory",{version:c.version,directory:h(i),freshness:h(l),register_seeds:n})}async function gp(e,t){if(t===null)throw new ft;let{sealed:n}=await e.api.get("/organisation/sealed-key"),r=await Fe.of(t);ae(t);try{return await Os(r,e.portal.id,e.directories.current.organisation,g(n))}catch(a){throw a instanceof O?new ft:a}finally{r.wipe()}}async function ni(e,t,n){let{credentials:r,organisation:a}=e.directories.current;if(t.length===0)return r;let{serial:o}=await ta(r,e.portal.id,a),i=await gp(e,n),c=t.map(({what:l,member:u},p)=>na(i.privateKey,e.portal.id,l,u,e.today,o+p));return[...r,...await Promise.all(c)]}var ri=(e,t)=>fe(e).filter(n=>n.active&&y(n.person,t));function ai(e,t){return[t,...ri(e,t.person)].some(({role:n})=>n==="facilitator")}async function oi(e,t,n){let r=ri(e,t.person),a=r.filter(({role:l})=>l==="facilitator").map(l=>({what:"revoke",member:l}));t.role==="facilitator"&&a.push({what:"appoint",member:t});let o=await ni(e,a,n),i=t.role==="facilitator"?await wp(e,t):null,c=fe(e).map(l=>r.includes(l)?{...l,active:!1}:l);await ti(e,{credentials:o,members:[...c,t]},i)}async function si(e,t,n){let r=t.role==="facilitator",a=await ni(e,r?[{what:"revoke",member:t}]:[],n),o=fe(e).map(l=>l===t?{...l,active:!1}:l),i=r?await bp(e,o):null,c=i?.register??e.directories.current.register;await ti(e,{credentials:a,members:o,register:c},i?.seeds??null)}async function wp(e,t){let n=await mn(e);return Promise.all(n.map(({key:r,seed:a})=>ua(e.portal.id,r,a,t)))}async function mn(e){let{keys:t}=await e.api.get("/register/key"),n=await yp(e),r=t.map(async({key:a,sealed:o})=>{let i=n.get(a);if(i===void 0)return null;let c=g(a,16),l=await ei(e.identity.kem,e.portal.id,c,e.member,g(o),i).catch(Lt);return l===null?null:{key:c,seed:l}});return(await Promise.all(r)).filter(a=>a!==null)}async function yp({directories:e}){let t=e.current.history.map((r,a)=>e.version(a+1)),n=[...await Promise.all(t),e.current];return new Map(n.map(({register:r})=>[h(r.id),r.kem]))}async function ua(e,t,n,r){let a=await Qs(r.kem,e,t,r.id,n);return{key:h(t),member:h(r.id),sealed:h(a)}}async function bp(e,t){let[n,r]=[L(16),L(32)],{publicKey:a}=await Fe.of(r),o=t.filter(c=>c.active&&c.role==="facilitator"),i=await Promise.all(o.map(c=>ua(e.portal.id,n,r,c)));return{register:{id:n,kem:a},seeds:i}}var kp=7;async function ii(e){if(!["facilitator","coordinator"].includes(e.role))return!1;let{freshness:t}=await e.api.get("/directory");if(t!==null&&!vp(g(t),e))return!1;let{current:n}=e.directories,r=await Ln(e.identity.sign.privateKey,e.portal.id,e.member,n,e.today);return await e.api.put("/freshness",{freshness:h(r)}),!0}function vp(e,{directories:t,today:n}){let r=new DataView(e.buffer,e.byteOffset).getUint32(0),a=JSON.parse(new TextDecoder().decode(e.subarray(4,4+r))),o=(Date.parse(n)-Date.parse(a.day))/864e5;return a.version!==t.current.version||!(o<=kp)}var Hn=e=>ht(e.directories.current,"facilitator").length;var Ve=13,ci=12,$p=2**Ve;function li(e){let t=[];for(let[,r,a]of e.matchAll(/(\d)([a-z]+)/g))t.push((t.at(-1)??"").slice(0,Number(r))+a);let n=Object.freeze(t);if(n.length!==$p)throw new De("list");return n}async function jt(e,t){let n=Math.ceil((8*t.length+ci)/Ve),r=await I(j(A("adviespunt/v1/words"),t));return Gn(e,j(t,r),n)}async function gn(e,t,n){let r=t.toLowerCase().split(/\s+/).filter(Boolean);if(r.length!==Math.ceil((8*n+ci)/Ve))throw new De("length");let a=jp(r.map((o,i)=>xp(e,o,i))).slice(0,n);if(await jt(e,a)!==r.join(" "))throw new De("check");return a}function xp(e,t,n){let r=e.indexOf(t);if(r<0)throw new De("word",n);return r}function qn(e,t){return Gn(e,L(Math.ceil(t*Ve/8)),t)}async function Wn(e,t){return Gn(e,await I(j(A("adviespunt/v1/fingerprint"),t)),6)}async function Vn(e,t){return Gn(e,await I(j(A("adviespunt/v1/case-name"),t)),2)}function Gn(e,t,n){return Array.from({length:n},(r,a)=>e[Ep(t,a*Ve)]).join(" ")}function Ep(e,t){let n=0;for(let r=t;r<t+Ve;r+=1)n=n<<1|e[r>>3]>>7-(r&7)&1;return n}function jp(e){let t=new Uint8Array(Math.ceil(e.length*Ve/8));return e.forEach((n,r)=>{for(let a=0;a<Ve;a+=1){let o=r*Ve+a;t[o>>3]|=(n>>Ve-1-a&1)<<7-(o&7)}}),t}var Sp=new URL("../../words/nl.txt",import.meta.url),pa;function di(){return pa??=Ap().catch(e=>{throw pa=void 0,e}),pa}async function Ap(){let e=await fetch(Sp,{credentials:"omit",referrerPolicy:"no-referrer"});if(!e.ok)throw new TypeError("words");return li(await e.text())}function Jn(e){return Math.round(Date.UTC(+e.slice(0,4),+e.slice(5,7)-1,+e.slice(8,10))/864e5)}function Yn({from:e,to:t,closed:n}){let r=Jn(`${e}-01-01`),a=Jn(`${t}-12-31`),o=new Set([...n].map(Jn)),i=new Int32Array(a-r+1),c=0;for(let u=r;u<=a;u+=1){let p=(u+4)%7;p!==0&&p!==6&&!o.has(u)&&(c+=1),i[u-r]=c}let l=u=>i[Math.min(Math.max(Jn(u),r),a)-r];return{between:(u,p)=>l(p)-l(u)}}var Ge=class extends Error{constructor(t){super(t),this.name="StaffRefused",this.reason=t}};async function ui(e){let[t,n]=await Promise.all([e.get(`/organisation?language=${V}`),di()]);return{api:e,id:g(t.portal,16),org:t,words:n}}async function pi(e,{name:t,passphrase:n,proof:r}){let a=await Gs("staff",e.id,t,n);return fi(e,a,r,t)}async function hi(e,{name:t,recovery:n,proof:r}){return fi(e,await Un(n),r,t)}async function fi(e,{locator:t,login:n,wrapping:r},a,o){if("code"in a&&!/^([0-9]{6}|[A-Za-z0-9_-]{43})$/.test(a.code))throw new K(404,"wrong-credentials");let i=await e.api.post("/staff/session",{locator:h(t),login:h(n),...a}),c=g(i.member,16),l=await Is(r,e.id,c,"staff",g(i.seed));return ae(r),await To({kind:"staff",id:c,seed:l},i.tab_key),gi(e,c,l,o)}async function mi(e){let t=await Ir(e.api,"staff");return t===null?null:gi(e,t.id,t.seed,"")}async function gi(e,t,n,r){let a=await aa(n);ae(n);let[o,i]=await Promise.all([e.api.get("/staff/me"),e.api.get(`/organisation?language=${V}`)]),c=await yi(e.id,t,a,o.state),l=await Fn(e.api,e.id,g(c.organisation,32),Mp(c)),u=Y(l.current,t);if(!u?.active)throw new Ge("directory");return{portal:{...e,org:i},api:e.api,member:t,key:h(t),role:u.role,name:u.name,signInName:r,identity:a,directories:l,state:{number:o.state.number,content:c},words:e.words,today:i.day,days:await Dp(e.api,i.day)}}async function Dp(e,t){let n=Number(t.slice(0,4)),[r,a]=[n-6,n+1],{closed:o}=await e.get(`/calendar?from=${r}&to=${a}`);return Yn({from:r,to:a,closed:o})}async function wi(e,t){await Ro(t),Ut(),e!==null&&Object.assign(e,{identity:null})}async function yi(e,t,n,{number:r,envelope:a}){return await Hs(n.stateKey,e,t,"staff",r,g(a))}var Mp=({directory:e})=>({version:e.version,hash:g(e.hash)});async function mt(e,t){for(let n=0;;n+=1){let r=t(structuredClone(e.state.content));if(y(ce(r),ce(e.state.content))||await Kp(e,e.state.number+1,r))return;if(n===4)throw new K(409,"conflict");let a=await e.api.get("/staff/me");if(a.state.number<e.state.number)throw new Ge("older");let o=await yi(e.portal.id,e.member,e.identity,a.state),i=qs(o,{...e.state.content,invitations:{}});e.state={number:a.state.number,content:i}}}async function Kp(e,t,n){let{identity:r,portal:a,member:o}=e,i=await oa(r.stateKey,a.id,o,"staff",t,n);try{await e.api.put("/staff/state",{number:t,envelope:h(i)})}catch(c){if(c instanceof K&&c.status===409)return!1;throw c}return e.state={number:t,content:n},!0}async function Ft(e){let{content:t}=e.state;e.directories=await Fn(e.api,e.portal.id,g(t.organisation,32),e.directories.current),await ha(e)}function ha(e){let{version:t,hash:n}=e.directories.current;return mt(e,r=>({...r,directory:{version:t,hash:h(n)}}))}async function bi(e,{name:t,passphrase:n,recovery:r}){let a=await Ir(e.api,"staff");if(a===null)throw new K(401,"signed-out");let o=ki(e.portal.id,e.member,a.seed),i={...await o(await fn("staff",e.portal.id,t,n)),recovery:r===null?null:await o(await Un(r))};ae(a.seed),await e.api.put("/staff/credentials",i),e.signInName=t}function ki(e,t,n){return async({locator:r,login:a,wrapping:o})=>({locator:h(r),login:h(a),seed:h(await Ls(o,e,t,"staff",n))})}var vi="about:blank";function $i(e){vi=e??vi}var xi=()=>!1;function Ei(e){xi=e,addEventListener("beforeunload",Np,{capture:!0})}function Np(e){xi()&&e.preventDefault()}var Zn=Uint8Array.of(0,97,115,109,1,0,0,0),Op={crypto:()=>Tp(),wasm:()=>WebAssembly.instantiate(Zn),workers:()=>typeof Worker=="function",signatures:()=>Pp(),drawing:()=>"createImageBitmap"in globalThis&&"HTMLDialogElement"in globalThis};async function ji(){return(await Promise.all(Object.entries(Op).map(async([t,n])=>await zp(n)?[]:[t]))).flat()}async function zp(e){try{return await e()!==!1}catch{return!1}}async function Tp(){let e=await crypto.subtle.importKey("raw",new Uint8Array(32),"HKDF",!1,["deriveBits"]),t=new Uint8Array(0),n=await crypto.subtle.deriveBits({name:"HKDF",hash:"SHA-256",salt:t,info:t},e,256),r=await crypto.subtle.importKey("raw",n,"AES-GCM",!1,["encrypt"]);await crypto.subtle.encrypt({name:"AES-GCM",iv:new Uint8Array(12)},r,Zn)}async function Pp(){let e=await crypto.subtle.generateKey("Ed25519",!1,["sign","verify"]),t=await crypto.subtle.sign("Ed25519",e.privateKey,Zn);return crypto.subtle.verify("Ed25519",e.publicKey,t,Zn)}async function Si(e,{seals:t=!0}={}){let n=document.getElementById("app");try{await Vs(),t&&await Cp(),await e(n),document.body.classList.remove("waiting","failed"),document.querySelector(".stuck-box")?.remove()}catch(r){Rp(r)}}var Xn=class extends Error{constructor(t){super(t),this.name="BrowserTooOld"}};async function Cp(){let[e]=await ji();if(e)throw new Xn(e)}function Rp(e){document.body.classList.add("waiting","failed");let t=document.querySelector(".stuck-why");t&&(t.textContent=Lp(e))}var Bp=new Set(["Refused","BadSignature","Malformed"]);function Lp(e){if(e instanceof Xn)return s("Deze browser mist iets dat nodig is om je vraag te verzegelen ({what}).",{what:e.message});if(e instanceof TypeError)return s("Een deel van de pagina is niet aangekomen.");let t=e instanceof Error?e.name:"";return t==="ApiError"?s("De server antwoordt niet zoals het hoort."):Bp.has(t)?s("De lijst van medewerkers klopt niet: iemand heeft er misschien aan gezeten. Stel hier nu geen vraag."):""}function Ai(e=document){let t=e.querySelector("h1");t instanceof HTMLElement&&(t.tabIndex=-1,t.focus({preventScroll:!0}),scrollTo(0,0))}var Di={archive:x`<rect width="20" height="5" x="2" y="3" rx="1"/><path d="M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8"/><path d="M10 12h4"/>`,"arrow-left":x`<path d="m12 19-7-7 7-7"/><path d="M19 12H5"/>`,"arrow-right":x`<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>`,"book-open":x`<path d="M12 5v16"/><path d="M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"/>`,"chart-column":x`<path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="M18 17V9"/><path d="M13 17V5"/><path d="M8 17v-3"/>`,check:x`<path d="M20 6 9 17l-5-5"/>`,"circle-check":x`<circle cx="12" cy="12" r="10"/><path d="m16 9-5.5 5.5L8 12"/>`,"circle-x":x`<circle cx="12" cy="12" r="10"/><path d="m15 9-6 6"/><path d="m9 9 6 6"/>`,clock:x`<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>`,"door-open":x`<path d="M10 21H2"/><path d="M10 3H7a2 2 0 00-2 2v16"/><path d="M14 12h.01"/><path d="M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992z"/><path d="M22 21h-3"/>`,eye:x`<path d="M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"/><circle cx="12" cy="12" r="3"/>`,"eye-off":x`<path d="M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49"/><path d="M14.084 14.158a3 3 0 0 1-4.242-4.242"/><path d="M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143"/><path d="m2 2 20 20"/>`,"file-text":x`<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"/><path d="M14 2v5a1 1 0 0 0 1 1h5"/><path d="M10 9H8"/><path d="M16 13H8"/><path d="M16 17H8"/>`,flag:x`<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>`,inbox:x`<polyline points="22 12 16 12 14 15 10 15 8 12 2 12"/><path d="M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/>`,info:x`<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>`,"key-round":x`<path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"/><circle cx="16.5" cy="7.5" r=".5" fill="currentColor"/>`,keyboard:x`<path d="M10 8h.01"/><path d="M12 12h.01"/><path d="M14 8h.01"/><path d="M16 12h.01"/><path d="M18 8h.01"/><path d="M6 8h.01"/><path d="M7 16h10"/><path d="M8 12h.01"/><rect width="20" height="16" x="2" y="4" rx="2"/>`,"log-out":x`<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>`,"notebook-pen":x`<path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"/><path d="M2 6h4"/><path d="M2 10h4"/><path d="M2 14h4"/><path d="M2 18h4"/><path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"/>`,pencil:x`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,printer:x`<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/><path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/><rect x="6" y="14" width="12" height="8" rx="1"/>`,"rotate-cw":x`<path d="M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"/><path d="M21 3v5h-5"/>`,search:x`<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>`,send:x`<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/><path d="m21.854 2.147-10.94 10.939"/>`,"triangle-alert":x`<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>`,"user-plus":x`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><circle cx="9" cy="7" r="4"/><line x1="19" x2="19" y1="8" y2="14"/><line x1="22" x2="16" y1="11" y2="11"/>`,"user-round-x":x`<path d="m16.5 16.5 5 5"/><path d="M2 21a8 8 0 0 1 11.531-7.18"/><path d="m21.5 16.5-5 5"/><circle cx="10" cy="8" r="5"/>`,users:x`<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/><path d="M16 3.128a4 4 0 0 1 0 7.744"/><path d="M22 21v-2a4 4 0 0 0-3-3.87"/><circle cx="9" cy="7" r="4"/>`,x:x`<path d="M18 6 6 18"/><path d="m6 6 12 12"/>`,"zoom-in":x`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="11" x2="11" y1="8" y2="14"/><line x1="8" x2="14" y1="11" y2="11"/>`,"zoom-out":x`<circle cx="11" cy="11" r="8"/><line x1="21" x2="16.65" y1="21" y2="16.65"/><line x1="8" x2="14" y1="11" y2="11"/>`};function v(e){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${Di[e]}</svg>`}function E(e,t){return d`<div class="notice ${e}">
    ${v({info:"info",warn:"triangle-alert",danger:"circle-x",good:"circle-check"}[e])}
    <div class="stack tight">${t}</div>
  </div>`}function F(e,t=""){return d`<span class="badge ${t}">${e}</span>`}var Mi="absence";async function Qn(e){let{absences:t}=await e.api.get("/absences");return(await Promise.all(t.map(r=>Ip(e,r)))).filter(r=>r!==null)}async function Ip(e,{signed:t}){try{let n=pe(g(t),()=>{}),{id:r,member:a,first:o,last:i,cover:c}=n.body,l=Y(e.directories.current,g(a,16));return l===null?null:(await he(l.sign,Mi,e.portal.id,n),{id:r,member:a,first:o,last:i,cover:c})}catch(n){if(n instanceof O)return null;throw n}}async function Ki(e,{first:t,last:n,cover:r}){let a=h(L(16)),o={v:1,id:a,member:e.key,first:t,last:n,cover:r},i=await te(e.identity.sign.privateKey,Mi,e.portal.id,o);await e.api.put(`/absences/${a}`,{first:t,last:n,cover:r,signed:h(i)})}var Ni=(e,t)=>e.api.del(`/absences/${t}`),Oi=(e,t,n)=>e.find(r=>r.member===t&&r.first<=n&&n<=r.last)??null;function _(e){return je(t=>d` <div class="stack">
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
      </div>`).then(t=>t===!0)}function je(e,{kind:t="",label:n,stays:r=!1}={}){return new Promise(a=>{let o=document.createElement("dialog");o.className=t,n===void 0?o.setAttribute("aria-labelledby","dialog-title"):o.setAttribute("aria-label",n);let i=null,c=l=>{i=l,o.close()};r&&o.addEventListener("cancel",l=>l.preventDefault()),o.addEventListener("close",()=>{o.remove(),a(i)}),re(e(c),o),document.body.append(o),o.showModal()})}function er(e,t){return d`<div class="field">
    <label for=${e.id}>${e.label}</label>
    ${e.hint?d`<div class="hint" id=${`${e.id}-hint`}>${e.hint}</div>`:m} ${t}
    ${zi(e)}
  </div>`}function zi(e){return d`<div id=${`${e.id}-error`} aria-live="polite">
    ${e.error?d`<p class="error">${v("triangle-alert")}<span>${e.error}</span></p>`:m}
  </div>`}var tr=e=>[e.hint?`${e.id}-hint`:"",e.error?`${e.id}-error`:""].filter(Boolean).join(" ")||m,nr=e=>t=>e.input(t.target.value);function ie(e){return er(e,d`<input
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
      aria-describedby=${tr(e)}
      @input=${nr(e)}
    />`)}function Ti(e){return er(e,d`<div class="with-button">
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
        aria-describedby=${tr(e)}
        @input=${nr(e)}
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
    </div>`)}function nt(e){return er(e,d`<textarea
        id=${e.id}
        rows=${e.rows??10}
        autocomplete="off"
        dir="auto"
        data-form-type="other"
        .value=${e.value}
        ?disabled=${e.disabled}
        aria-invalid=${e.error?"true":m}
        aria-describedby=${tr(e)}
        @input=${nr(e)}
      ></textarea>
      ${e.limit?d`<p class="hint counter">${Up(e.value,e.limit)}</p>`:m}`)}function Up(e,t){let n=t-[...e].length;return n<0?s("{n} tekens te veel",{n:_n(-n)}):n<t/5?s("Nog plaats voor {n} tekens",{n:_n(n)}):s("Hoogstens {n} tekens",{n:_n(t)})}function Pi(e){return d`<fieldset aria-describedby=${`${e.id}-error`}>
    <legend>${e.label}</legend>
    ${e.hint?d`<div class="hint">${e.hint}</div>`:m} ${zi(e)}
    ${e.options.map((t,n)=>d`<label class="choice">
          <input
            type="radio"
            id=${n===0?e.id:`${e.id}-${n}`}
            ?checked=${t.key===e.value}
            .checked=${t.key===e.value}
            @change=${()=>e.change(t.key)}
            @keydown=${_p}
          />
          <span>${t.label}${t.text?d`<small>${t.text}</small>`:m}</span>
        </label>`)}
  </fieldset>`}function _p(e){let t={ArrowDown:1,ArrowRight:1,ArrowUp:-1,ArrowLeft:-1}[e.key];if(t===void 0)return;e.preventDefault();let n=e.target,r=[...n.closest("fieldset")?.querySelectorAll("input[type=radio]")??[]],a=r[(r.indexOf(n)+t+r.length)%r.length];a.focus(),a.click()}function Je(e){return d`<label class="choice">
    <input
      type="checkbox"
      id=${e.id}
      .checked=${e.checked}
      ?disabled=${e.disabled}
      @change=${t=>e.change(t.target.checked)}
    />
    <span>${e.label}${e.text?d`<small>${e.text}</small>`:m}</span>
  </label>`}function Re(e){return er(e,d`<select
      id=${e.id}
      autocomplete="off"
      ?disabled=${e.disabled}
      aria-describedby=${tr(e)}
      @change=${nr(e)}
    >
      ${e.empty===void 0?m:d`<option value="" ?selected=${e.value===""}>${e.empty}</option>`}
      ${e.options.map(t=>d`<option value=${t.key} ?selected=${t.key===e.value}>${t.label}</option>`)}
    </select>`)}function T({label:e,click:t,busy:n=!1,busyLabel:r,kind:a="primary",disabled:o=!1,type:i="button"}){let c=()=>{!n&&!o&&i==="button"&&t()};return d`<button
    type=${i}
    class="button ${a}"
    aria-busy=${String(n)}
    aria-disabled=${String(n||o)}
    @click=${c}
  >
    ${n?r??e:e}
  </button>`}function R(e){let t=document.createElement("div");t.className="toast",t.textContent=e,Ri("toasts").append(t),setTimeout(()=>t.remove(),7e3)}function Ci(e){Ri("sr").textContent=e}function Ri(e){return document.querySelector(`[data-live="${e}"]`)}var Bi=12e4,rt=class extends Error{constructor(t,n=null){super(t,{cause:n}),this.name="NoPasskey",this.reason=t}};function At(){let e=/^[\d.]+$|^\[/.test(location.hostname);return globalThis.PublicKeyCredential!==void 0&&isSecureContext&&!e}async function Li(e){let{challenge:t}=await e.post("/staff/challenge",{}),n=await Ii(()=>navigator.credentials.get({publicKey:{challenge:g(t),allowCredentials:[],userVerification:"required",timeout:Bi}})),r=n.response;return{credential:St(n.rawId),client_data:St(r.clientDataJSON),authenticator_data:St(r.authenticatorData),signature:St(r.signature)}}async function wn(e,t){let n=await Ii(()=>navigator.credentials.create({publicKey:{rp:{name:t.portal},user:{id:g(e.user),name:t.person,displayName:t.person},challenge:g(e.challenge),pubKeyCredParams:e.algorithms.map(a=>({type:"public-key",alg:a})),excludeCredentials:e.known.map(a=>({type:"public-key",id:g(a)})),authenticatorSelection:{residentKey:"required",requireResidentKey:!0,userVerification:"required"},attestation:"none",timeout:Bi}})),r=n.response;return{credential:St(n.rawId),client_data:St(r.clientDataJSON),attestation:St(r.attestationObject)}}async function Ii(e){try{let t=await e();if(t instanceof PublicKeyCredential)return t}catch(t){throw t instanceof DOMException?t.name==="InvalidStateError"?new rt("known",t):new rt(t.name==="NotAllowedError"||t.name==="AbortError"?"gone":"refused",t):t}throw new rt("gone")}var St=e=>h(new Uint8Array(e));function Ui(){let e=[],t=()=>e.at(-1)?.();return addEventListener("popstate",()=>{e.length>1&&e.pop(),t()}),{open(n){e.length>0&&history.pushState(null,""),e.push(n),t()},replace(n){e.pop(),e.push(n),t()},back(){e.length>1&&history.back()},reset(n){e.length=0,e.push(n),t()}}}async function _i(e){for(let t of document.querySelectorAll("[data-organisation]"))t.textContent=e.name;$i(e.neutral_page);for(let t of document.querySelectorAll("[data-own]"))await Fp(t,e.texts)}async function Fp(e,t){let n=t[e.dataset.own??""];n&&(e.closest("section[hidden]")?.removeAttribute("hidden"),typeof n=="string"?e.textContent=n:(await import("./own-tree.js")).showTree(e,n))}var rr=class{constructor(t,n){this.main=t,this.portal=n,_i(n.org),this.views=Ui(),this.session=null,this.screen=null,this.tabs=[],this.signInAgain=async()=>!1,this.signOut=()=>{},this.banner=m,this.keys=!0,addEventListener("keydown",r=>this.key(r))}get me(){if(this.session===null)throw new K(401,"signed-out");return this.session}open(t){let n=t(this);this.views.open(()=>this.show(n))}replace(t){let n=t(this);this.views.replace(()=>this.show(n))}reset(t){let n=t(this);this.views.reset(()=>this.show(n))}back(){this.views.back()}show(t){this.screen=t,this.update(),Ai(this.main),t.shown?.()}update(){this.screen!==null&&re(d`${this.frame()}${this.banner}${this.screen.render()}`,this.main)}frame(){return this.session===null||this.tabs.length===0?m:d`<nav class="staff-nav no-print" aria-label=${s("Onderdelen")}>
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
    </nav>`}async goIdle(){this.session?.identity.kem.wipe(),this.main.classList.add("away"),await this.signInAgain(),this.main.classList.remove("away")}key(t){let r=t.target.closest?.("input, textarea, select, dialog, [contenteditable]");!this.keys||r||t.ctrlKey||t.metaKey||t.altKey||this.screen?.key?.(t)}async call(t){try{return await t()}catch(n){if(!(n instanceof K))throw n;if(n.problem==="signed-out")await this.signInAgain();else if(n.problem!=="sign-in-again"||!await this.signInAgain(fa()))throw n;return t()}}},fa=()=>({why:s("Wie je toegang verandert, meldt zich eerst nog eens aan."),free:!0});function $(e){if(e instanceof rt)return Hp[e.reason]();if(!(e instanceof K))return e instanceof Ge?s("De server gaf een oudere toestand dan je al zag. Er is niets veranderd. Meld je opnieuw aan; gebeurt het weer, verwittig dan de systeembeheerder en je collega’s."):s("Er ging iets mis in deze browser. Er is niets verstuurd. Laad de pagina opnieuw en probeer het nog eens.");let t=qp[e.problem]?.();return t!==void 0?t:typeof e.detail=="string"&&e.detail!==""?e.detail:s("De server weigerde dit. Er is niets veranderd. Probeer het later opnieuw.")}var Hp={gone:()=>s("Er is geen passkey gebruikt. Er is niets veranderd. Probeer het opnieuw."),known:()=>s("Op dit toestel staat al een passkey van jou. Er is niets veranderd."),refused:()=>s("Dit toestel kan hier geen passkey gebruiken. Er is niets veranderd. Neem een ander toestel.")},qp={network:()=>s("Er is geen verbinding met de server. Wat je typte, staat hier nog. Probeer het opnieuw."),"wrong-credentials":()=>s("Deze gegevens kloppen niet samen. Kijk je naam, wachtzin en tweede factor na."),"sign-in-again":()=>s("Er is niets veranderd. Meld je hiervoor eerst opnieuw aan."),"last-factor":()=>s("Dit is je enige tweede factor. Er is niets veranderd. Voeg eerst een andere toe."),"wrong-passkey":()=>s("De server kon je passkey niet nakijken. Er is niets veranderd. Probeer het opnieuw."),"wrong-code":()=>s("Deze code klopt niet. Wacht op de volgende code in je app en typ die."),throttled:()=>s("Te veel pogingen. Wacht een paar minuten en probeer dan opnieuw."),"signed-out":()=>s("Je bent afgemeld. Meld je opnieuw aan; wat je typte, staat hier nog."),forbidden:()=>s("Dit mag met jouw rol niet. Er is niets veranderd."),conflict:()=>s("Iemand anders was je net voor. Er is niets verloren: laad opnieuw en kijk na wat er veranderde."),full:()=>s("De server heeft geen plaats meer. Er is niets bewaard. Verwittig de systeembeheerder.")};function D(e){return d`<div role="alert">${e?E("danger",d`<p>${e}</p>`):m}</div>`}function G(e,t=null){return d`<div class="working" role="status">
    <p>${e}</p>
    ${t===null?d`<progress aria-label=${e}></progress>`:d`<progress aria-label=${e} max=${Math.max(t.all,1)} .value=${t.done}></progress>`}
  </div>`}var ma=4,yn=6,bn=e=>({portal:e.portal.org.name,person:s("medewerker")});function ar(e){return d`<div class="stack tight">
    <p>
      ${s("Scan deze code met een app voor eenmalige codes op je telefoon, bijvoorbeeld Aegis, 2FAS of Google Authenticator.")}
    </p>
    ${Wp(e.qr)}
    <details>
      <summary>${s("Kan je niet scannen? Typ de sleutel over")}</summary>
      <p class="words">${(e.secret.match(/.{1,4}/g)??[]).join(" ")}</p>
    </details>
  </div>`}var Fi=new WeakMap;function Wp(e){let t=Fi.get(e);if(t)return t;let n=Vp(e);return Fi.set(e,n),n}function Vp(e){let t=document.createElement("canvas"),n=(e.length+2*ma)*yn;t.width=n,t.height=n,t.className="qr",t.setAttribute("role","img"),t.setAttribute("aria-label",s("QR-code van je tweede factor"));let r=t.getContext("2d");return r.fillStyle="#fff",r.fillRect(0,0,n,n),r.fillStyle="#000",e.forEach((a,o)=>{[...a].forEach((i,c)=>{i==="1"&&r.fillRect((c+ma)*yn,(o+ma)*yn,yn,yn)})}),t}function kn(e){return d`<ol class="word-list">
    ${e.split(" ").map(t=>d`<li><span class="words">${t}</span></li>`)}
  </ol>`}function ga(e,t,n,r=Math.random){let a=t.words.split(" "),o=Gp(a.length,r),i=!1,c=["",""],l=null,u=()=>{if(o.every((P,H)=>(c[H]??"").trim().toLowerCase()===a[P])){n();return}l=s("Dat zijn niet de woorden die daar staan. Kijk na wat je opschreef."),e.update()},p=b=>{i=b,c=["",""],l=null,e.update(),b&&document.getElementById("word-0")?.focus()},f=()=>d`<form class="stack" @submit=${Ne(u)}>
      <p>${s("Neem het papier en typ deze twee woorden over. Zo weet je zeker dat ze er goed op staan.")}</p>
      ${o.map((b,P)=>ie({id:`word-${P}`,label:s("Woord {n}",{n:b+1}),value:c[P]??"",input:H=>{c[P]=H}}))}
      ${D(l)}
      <div class="actions">
        <button type="submit" class="button primary">${s("Controleer")}</button>
        <button type="button" class="button" @click=${()=>p(!1)}>${s("Toon de woorden opnieuw")}</button>
      </div>
    </form>`,w=()=>d`${kn(t.words)}
      <div class="actions">
        <button type="button" class="button primary" @click=${()=>p(!0)}>
          ${v("pencil")}${s("Ik heb ze opgeschreven")}
        </button>
      </div>`;return{render:()=>d`<div class="stack narrow">
        <h1>${t.title}</h1>
        <div class="stack tight">${t.text}</div>
        ${t.warning?E("warn",d`<p>${t.warning}</p>`):m} ${i?f():w()}
      </div>`}}function Ne(e){return t=>{t.preventDefault(),e()}}function Gp(e,t){let n=Math.floor(t()*e),r=(n+1+Math.floor(t()*(e-1)))%e;return[n,r].sort((a,o)=>a-o)}function Hi(e,t,n,r=null){let a=null,o=null,i="",c=!1,l=async()=>{o=null;try{a=await t()}catch(w){o=$(w)}e.update()},u=async()=>{if(!c){c=!0,o=null,e.update();try{await n(i.replace(/\s+/g,""))}catch(w){o=await p(w)??$(w)}c=!1,i="",e.update()}},p=async w=>!(w instanceof K)||w.problem!=="sign-in-again"||!await e.signInAgain(fa())?null:(await l(),s("Het duurde wat lang. Scan deze nieuwe code; de vorige geldt niet.")),f=w=>d`<form class="stack" @submit=${Ne(u)}>
      ${ar(w)}
      ${ie({id:"totp-code",label:s("Code van zes cijfers"),hint:s("De code die de app nu toont. Ze verandert elke halve minuut."),value:i,input:b=>{i=b}})}
      ${D(o)}
      <div class="actions">
        ${T({label:s("Bevestig"),busyLabel:s("Even geduld…"),busy:c,click:u,type:"submit",kind:"primary big"})}
        ${r?d`<button type="button" class="button" @click=${r}>${s("Terug")}</button>`:m}
      </div>
    </form>`;return{shown:()=>{a===null&&l()},render:()=>d`<div class="stack narrow">
        <h1>${s("Koppel je telefoon")}</h1>
        <p>${s("Bij elke aanmelding typ je naast je wachtzin een code die op je telefoon staat.")}</p>
        ${a?f(a):o?d`${D(o)}${T({label:s("Probeer opnieuw"),click:l})}`:G(s("Even geduld…"))}
      </div>`}}function Vi(e,t){let n=null,r=!1,a=!1,o=null,i=async()=>{n=await e.call(()=>e.me.api.get("/staff/factors")),e.update()},c=async b=>{if(!r){r=!0,o=null,e.update();try{let P=await b();P!==null&&R(P),await i()}catch(P){o=$(P)}r=!1,e.update()}},l=()=>c(()=>Yp(e)),u=(b,P,H)=>d`<li class="row spread">
      <span>${b} <small>${P}</small></span
      ><span class="row">${H}</span>
    </li>`,p=b=>qi(n)<2?m:d`<button type="button" class="button quiet small" @click=${()=>c(b)}>${s("Verwijder")}</button>`,f=b=>u(s("Passkey {n}",{n:b.number}),Jp(b),p(()=>Zp(e,b))),w=()=>u(s("Codes op je telefoon"),s("uit een app, elke halve minuut een nieuwe"),d`<button type="button" class="button quiet small" @click=${()=>Wi(e,t)}>
          ${s("Andere telefoon")}
        </button>
        ${p(()=>Xp(e))}`);return()=>(a||(a=!0,i().catch(b=>{o=$(b),e.update()})),d`<section class="card stack tight">
      <h2>${s("Je tweede factor")}</h2>
      <p>${s("Bij elke aanmelding heb je naast je wachtzin één van deze nodig.")}</p>
      <ul class="people">
        ${n?.codes?w():m} ${(n?.passkeys??[]).map(f)}
      </ul>
      ${qi(n)===1?d`<p class="hint">${s("Dit is je enige. Met een tweede sta je niet buiten als je er een verliest.")}</p>`:m}
      ${D(o)}
      <div class="actions">
        ${At()?T({label:s("Voeg een passkey toe"),busyLabel:s("Even geduld…"),busy:r,click:l,kind:""}):m}
        ${n===null||n.codes?m:d`<button type="button" class="button" @click=${()=>Wi(e,t)}>${s("Koppel een telefoon")}</button>`}
      </div>
      ${At()?m:d`<p class="hint">${s("In deze browser of op dit adres kan je geen passkey toevoegen.")}</p>`}
    </section>`)}var qi=e=>e===null?0:e.passkeys.length+(e.codes?1:0);function Jp({day:e,synced:t,here:n}){let r=[s("van {day}",{day:N(e,{weekday:!1})})];return r.push(t?s("op elk toestel van je wachtwoordbeheerder"):s("op één toestel")),n||r.push(s("voor een ander adres van dit adviespunt")),r.join(" · ")}async function Yp(e){let t=await e.call(()=>e.me.api.post("/staff/passkeys",{})),n=await wn(t,bn(e)),r=h(L(16));return await e.call(()=>e.me.api.put(`/staff/passkeys/${r}`,n)),s("Je passkey is toegevoegd.")}async function Zp(e,{id:t,number:n}){return await _({title:s("Passkey {n} verwijderen?",{n}),text:d`<p>${s("Je meldt je er niet meer mee aan. Verwijder ze daarna ook op je toestel.")}</p>`,yes:s("Verwijder de passkey"),danger:!0})?(await e.call(()=>e.me.api.del(`/staff/passkeys/${t}`)),s("De passkey is verwijderd.")):null}async function Xp(e){return await _({title:s("De codes op je telefoon verwijderen?"),text:d`<p>
      ${s("Je meldt je daarna alleen met een passkey aan. Een code die iemand je ontfutselt, is dan niets meer waard.")}
    </p>`,yes:s("Verwijder de codes"),danger:!0})?(await e.call(()=>e.me.api.del("/staff/codes")),s("De codes gelden niet meer.")):null}function Wi(e,t){e.open(n=>Hi(n,()=>n.call(()=>n.me.api.post("/staff/codes",{})),async r=>{await n.me.api.put("/staff/codes",{code:r}),R(s("Je telefoon is gekoppeld.")),t()},()=>n.back()))}var Gi=({state:e,answered_on:t})=>t!==null&&(e==="open"||e==="answering");var Qp={facilitator:()=>s("facilitator"),helper:()=>s("dossiermedewerker"),coach:()=>s("integriteitscoach"),coordinator:()=>s("integriteitscoördinator")},eh={new:()=>s("nieuw"),open:()=>s("geopend, nog geen feedback"),answering:()=>s("feedback gegeven"),answered:()=>s("definitief beantwoord"),passed:()=>s("doorgegeven"),closed:()=>s("afgesloten"),withdrawn:()=>s("ingetrokken")},Oe=e=>Qp[e]?.()??e,or=e=>eh[e]?.()??e;function vn(e){return Gi(e)?e.waits_for==="staff"?s("vervolg na het antwoord"):or("answered"):or(e.state)}function sr(e){return e<0?Z("{n} werkdag te laat","{n} werkdagen te laat",-e):e===0?s("vandaag de laatste dag"):Z("nog {n} werkdag","nog {n} werkdagen",e)}function W(e,t){let n=e.find(r=>r.key===t);return n?.label??n?.name??t??""}var th=7;function wa(e,t=null){return n=>{let r=Yi(n,()=>e(n));return{render:()=>d`<div class="stack narrow">
          <h1>${s("Aanmelden als medewerker")}</h1>
          <p class="lead">${s("Voor facilitatoren, integriteitscoaches en de integriteitscoördinator.")}</p>
          ${t?E("info",d`<p>${t}</p>`):m} ${r()}
          <hr />
          <p>
            <button type="button" class="button quiet" @click=${()=>n.open(oh(e))}>
              ${s("Je wachtzin kwijt? Gebruik je herstelcode")}
            </button>
          </p>
        </div>`}}}function Yi(e,t,{name:n="",update:r=()=>e.update()}={}){let a=n!=="",o={name:n,passphrase:"",code:"",resetting:!1},i=!1,c=!1,l=null,u=null,p=async P=>{if(!c){c=!0,l=null,r();try{let H=await P();e.session=await pi(e.portal,{...o,proof:H}),o.passphrase="",t()}catch(H){u=Ji(H)??u,l=Ji(H)===null?$(H):null,o.code="",o.resetting=!1}c=!1,r()}},f=()=>p(async()=>({code:await ah(e,o)})),w=()=>o.name.trim()!==""&&o.passphrase.trim()!==""?p(()=>Xi(e,u)):(l=s("Typ eerst je naam en je wachtzin. Daarna vraagt je toestel je passkey."),r()),b=P=>H=>{o[P]=H};return()=>d`<form class="stack" @submit=${Ne(f)}>
      ${a?m:ie({id:"staff-name",label:s("Naam waarmee je je aanmeldt"),value:o.name,input:b("name")})}
      ${Ti({id:"staff-passphrase",label:s("Wachtzin"),hint:s("Zeven woorden met een spatie ertussen."),value:o.passphrase,input:b("passphrase"),shown:i,toggle:()=>{i=!i,r()}})}
      ${u?nh(u):m} ${rh(o,b("code"))}
      ${u?m:d`<p>
              <button
                type="button"
                class="button quiet"
                @click=${()=>{o.resetting=!o.resetting,o.code="",r()}}
              >
                ${o.resetting?s("Toch een code van zes cijfers"):s("Ik kreeg een code om mijn tweede factor te vernieuwen")}
              </button>
            </p>`}
      ${D(l)}
      <div class="actions">
        ${T({label:s("Meld je aan"),busyLabel:s("Even geduld…"),busy:c,click:f,type:"submit",kind:"primary big"})}
        ${Zi(w,u?s("Maak een passkey"):s("Gebruik een passkey"))}
      </div>
    </form>`}function Zi(e,t){return At()?d`<button type="button" class="button big" @click=${e}>${v("key-round")} ${t}</button>`:m}async function Xi(e,t=null){return t===null?{passkey:await Li(e.portal.api)}:{new_passkey:await wn(t.passkey,bn(e))}}function nh(e){return d`${E("good",d`<p>${s("Je code klopt. Kies nu je nieuwe tweede factor; de vorige gelden daarna niet meer.")}</p>`)}
  ${ar(e.totp)}`}function rh(e,t){return ie({id:"staff-code",label:e.resetting?s("Code om je tweede factor te vernieuwen"):s("Code van zes cijfers"),hint:e.resetting?s("Elf woorden, die je van een facilitator kreeg."):Qi(),value:e.code,input:t})}var Qi=()=>At()?s("Uit de app op je telefoon. Niet nodig als je een passkey gebruikt."):s("Uit de app op je telefoon.");async function ah(e,{code:t,resetting:n}){if(!n)return t.replace(/\s+/g,"");let r=await gn(e.portal.words,t,16).catch(()=>null);return r===null?"":h(await oe(r,"staff/second-factor-reset"))}function Ji(e){return e instanceof K&&e.problem==="second-factor-setup"?e.content:null}async function ec(e,{why:t,free:n=!1}={}){let r=e.session?.signInName??"";return await je(o=>{let i=document.createElement("div"),c=()=>re(d`<div class="stack">
            <h2 id="dialog-title">${s("Meld je opnieuw aan")}</h2>
            <p>${t??s("Je was een tijd niet actief. Wat je typte, staat er nog.")}</p>
            ${l()}
            ${n?d`<p><button type="button" class="button quiet" @click=${()=>o(null)}>${s("Terug")}</button></p>`:m}
          </div>`,i),l=Yi(e,()=>o(!0),{name:r,update:c});return c(),d`${i}`},{stays:!n})===!0}function oh(e){return t=>{let n={name:"",words:"",code:""},r=!1,a=null,o=async l=>{if(!r){r=!0,a=null,t.update();try{let u=await l(),p=await gn(t.portal.words,n.words,16);t.session=await hi(t.portal,{name:n.name,recovery:p,proof:u}),ya(t,n.name,e)}catch(u){a=u instanceof K||u instanceof rt?$(u):s("Deze herstelcode klopt niet. Typ de elf woorden in hun volgorde.")}r=!1,t.update()}},i=()=>o(async()=>({code:n.code.replace(/\s+/g,"")})),c=l=>u=>{n[l]=u};return{render:()=>d`<form class="stack narrow" @submit=${Ne(i)}>
          <h1>${s("Aanmelden met je herstelcode")}</h1>
          <p>${s("Daarna krijg je een nieuwe wachtzin en een nieuwe herstelcode. De oude gelden dan niet meer.")}</p>
          ${ie({id:"recovery-name",label:s("Naam waarmee je je aanmeldt"),value:n.name,input:c("name")})}
          ${ie({id:"recovery-words",label:s("Herstelcode"),hint:s("Elf woorden, van het blad dat je bewaarde."),value:n.words,input:c("words")})}
          ${ie({id:"recovery-totp",label:s("Code van zes cijfers"),hint:Qi(),value:n.code,input:c("code")})}
          ${D(a)}
          <div class="actions">
            ${T({label:s("Meld je aan"),busy:r,click:i,type:"submit"})}
            ${Zi(()=>o(()=>Xi(t)),s("Gebruik een passkey"))}
            <button type="button" class="button" @click=${()=>t.back()}>${s("Terug")}</button>
          </div>
        </form>`}}}function ya(e,t,n){let r=qn(e.portal.words,th),a=L(16);e.reset(()=>ga(e,sh(r),async()=>{let o=await jt(e.portal.words,a);e.replace(()=>ga(e,ih(o),()=>e.replace(ch(t,r,a,n))))}))}function sh(e){return{title:s("Je wachtzin"),text:d`<p>${s("Met je naam en deze zeven woorden meld je je aan. Alleen jij ziet ze, en alleen nu.")}</p>
      <p>${s("Leer ze van buiten of bewaar ze op papier, niet bij je telefoon.")}</p>`,words:e}}function ih(e){return{title:s("Je herstelcode"),text:d`<p>
      ${s("Vergeet je je wachtzin, dan open je met deze elf woorden toch je toegang. Schrijf ze op papier en bewaar ze achter slot.")}
    </p>`,words:e,warning:s("Wie deze woorden heeft en je tweede factor, kan zich als jou aanmelden.")}}function ch(e,t,n,r){return a=>{let o=null,i=!1,c=async()=>{i=!0,o=null,a.update();try{await a.call(()=>bi(a.me,{name:e,passphrase:t,recovery:n})),r(a)}catch(l){o=$(l)}i=!1,a.update()};return{shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${s("Je nieuwe wachtzin wordt bewaard")}</h1>
          ${D(o)}
          ${o?T({label:s("Probeer opnieuw"),busy:i,click:c}):d`<progress aria-label=${s("Even geduld…")}></progress>`}
        </div>`}}}function tc(e){let t=null,n=null,r=async()=>{t??=[],t=(await e.call(()=>e.me.api.get("/sessions"))).sessions,e.update()},a=async(i,c)=>{n=null;try{await e.call(()=>e.me.api.del(i)),R(c),await r()}catch(l){n=$(l),e.update()}},o=i=>d`<li class="row spread">
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
      ${D(n)}
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
    </section>`}}function ir(e){let t=null,n="",r=async()=>{try{n=await Wn(e.portal.words,e.me.directories.current.organisation)}catch(l){t=$(l)}e.update()},a=e.me.role==="coordinator"?()=>m:lh(e),o=dh(e),i=Vi(e,()=>e.reset(ir)),c=tc(e);return{tab:"account",shown:()=>{r()},render:()=>d`<div class="stack narrow">
        <h1>${s("Mijn toegang")}</h1>
        ${D(t)}
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
          <p><button type="button" class="button" @click=${()=>uh(e)}>${s("Maak nieuwe")}</button></p>
        </section>
        ${a()} ${o()}
      </div>`}}function lh(e){let t=null,n={first:e.me.today,last:e.me.today,cover:""},r=null,a=async()=>{t??=[],t=(await e.call(()=>Qn(e.me))).filter(({member:f})=>f===e.me.key),e.update()},o=f=>{r=$(f),e.update()},i=async f=>{r=null;try{await e.call(f),await a()}catch(w){o(w)}},c=()=>{if(n.first===""||n.last<n.first){r=s("De laatste dag kan niet voor de eerste liggen. Er is niets bewaard."),e.update();return}i(()=>Ki(e.me,{...n,cover:n.cover===""?null:n.cover}))},l=(f,w)=>d`<div class="field">
      <label for=${`away-${f}`}>${w}</label>
      <input
        id=${`away-${f}`}
        type="date"
        autocomplete="off"
        .value=${n[f]}
        @change=${b=>{n[f]=b.target.value}}
      />
    </div>`,u=()=>fe(e.me).filter(({active:f,role:w,id:b})=>f&&w!=="coordinator"&&h(b)!==e.me.key).map(({id:f,name:w})=>({key:h(f),label:w})),p=f=>d`<li class="row spread">
      <span
        >${N(f.first,{weekday:!1})} –
        ${N(f.last,{weekday:!1})}${f.cover?d`, ${s("{name} neemt over",{name:Ee(e.me,f.cover)?.name??""})}`:m}</span
      >
      <button type="button" class="button quiet small" @click=${()=>i(()=>Ni(e.me,f.id))}>
        ${s("Verwijder")}
      </button>
    </li>`;return()=>(t===null&&a().catch(o),d`<section class="card stack tight">
      <h2>${s("Afwezig")}</h2>
      <p>${s("Collega’s zien het als ze iemand toewijzen.")}</p>
      <ul class="people">
        ${(t??[]).map(p)}
      </ul>
      <div class="two">${l("first",s("Eerste dag"))}${l("last",s("Laatste dag"))}</div>
      ${Re({id:"away-cover",label:s("Wie neemt over?"),value:n.cover,empty:s("Niemand"),options:u(),input:f=>{n.cover=f}})}
      ${D(r)}
      <div class="actions">${T({label:s("Bewaar de afwezigheid"),click:c,kind:""})}</div>
    </section>`)}function dh(e){let t=null,n=null,r=!1,a=async()=>{r=!0;try{let{address:i}=await e.call(()=>e.me.api.get("/staff/notice"));t??=i??""}catch(i){n=$(i)}e.update()},o=async()=>{if(t!==null){n=null;try{await e.call(()=>e.me.api.put("/staff/notice",{address:t?.trim()?t.trim():null})),R(t?.trim()?s("Het adres is bewaard."):s("Je krijgt geen mail meer."))}catch(i){n=$(i)}e.update()}};return()=>(r||a(),d`<section class="card stack tight">
      <h2>${s("Een mail als er iets is")}</h2>
      <p>
        ${s("Hoogstens één mail per dag, altijd met dezelfde woorden: er staat iets klaar. Nooit iets over een vraag.")}
      </p>
      ${ie({id:"notice-address",label:s("Mailadres"),hint:s("Laat leeg als je geen mail wilt."),value:t??"",input:i=>{t=i}})}
      ${D(n)}
      <div class="actions">${T({label:s("Bewaar het adres"),click:o,kind:""})}</div>
    </section>`)}async function uh(e){if(!await _({title:s("Een nieuwe wachtzin en herstelcode maken?"),text:d`<p>${s("Neem papier en een pen. Je noteert eerst zeven, dan elf woorden.")}</p>`,yes:s("Begin")}))return;let n=e.me.signInName||await ph();n&&ya(e,n,r=>r.reset(ir))}function ph(){return je(e=>{let t=document.createElement("div"),n="";return re(d`<form class="stack" @submit=${Ne(()=>{n.trim()!==""&&e(n)})}>
        <h2 id="dialog-title">${s("Met welke naam meld je je aan?")}</h2>
        ${ie({id:"renew-name",label:s("Naam waarmee je je aanmeldt"),value:n,input:a=>{n=a}})}
        <div class="actions">
          <button type="button" class="button" @click=${()=>e(null)}>${s("Terug")}</button
          ><button type="submit" class="button primary">${s("Ga verder")}</button>
        </div>
      </form>`,t),d`${t}`})}var Ye=(e,t)=>oe(e,`commit/${t}`);function nc({portal:e,case:t,epoch:n,recipient:r,purpose:a}){return j(A("adviespunt/v1/key"),J(e,t,It(n),r,A(a)))}var rc=(e,t,n)=>lt(e,nc(t),n);async function ba(e,t,n){let r=await e.open(nc(t),n);if(r.length!==32)throw new C;return r}async function ac(e,t,n,r){let a=await ba(e,t,r);if(!y(await Ye(a,t.purpose),n))throw new C;return a}var hh=20,fh=1e5,mh=200,Ht=S({}),cr=["asker"],ka=["facilitator","helper"],Dt=[...ka,"coach"],Be=Object.freeze({question:{writers:cr,thread:"case",fields:S({excluded:$t(U),kind:ee,name:de(dt(1,mh)),urgent:vt})},reply:{writers:[...cr,...Dt],thread:"case",fields:Ht},thanks:{writers:cr,thread:"case",fields:Ht},feedback:{writers:Dt,thread:"case",fields:Ht},final:{writers:Dt,thread:"case",fields:S({referred:ue(ee)})},pass:{writers:Dt,thread:"case",fields:S({authority:ee})},close:{writers:ka,thread:"case",fields:S({outcome:ee})},withdraw:{writers:cr,thread:"case",fields:Ht},recuse:{writers:["coach"],thread:"case",fields:Ht},note:{writers:Dt,thread:"notes",fields:Ht},draft:{writers:Dt,thread:"notes",fields:S({for:ve("feedback","reply","final")})},triage:{writers:ka,thread:"notes",fields:S({category:de(ee),pen:de(U),urgent:vt})},record:{writers:Dt,thread:"notes",fields:S({authority:ee,day:ke})}}),oc=S({hash:X,id:U}),ic=S({v:se,counter:Q,roster:Pn,seen:$t(oc,({id:e})=>e),attachments:ue(S({family:ve("photo","document"),pages:ue(oc,1)}),0,hh),text:dt(0,fh),fields:()=>{}});function gh(e,t){if((Object.hasOwn(Be,e)?Be[e]:null)?.thread!==t)throw new k("kind");return e}async function cc(e,t,n,r,a){let{id:o,writer:i,epoch:c}=n.header,l=gh(n.header.kind,t),u=pe(await un(e,n),ic);Be[l].fields(u.body.fields);let p=wh(u.body);if(l==="question"&&p.roster.number!==0)throw new k("roster");let f=await a(p.roster,c,i);if(!Be[l].writers.includes(f.role))throw new k("writer");return await he(f.sign,"message",J(n.rawHeader,await Ye(e,t)),u),{...p,id:o,key:h(o),kind:l,thread:t,writer:i,epoch:c,hash:r}}var wh=e=>({counter:e.counter,roster:{hash:g(e.roster.hash),number:e.roster.number},seen:e.seen.map(lc),attachments:e.attachments.map(yh),text:e.text,fields:e.fields}),lc=({id:e,hash:t})=>({id:g(e),hash:g(t)}),yh=({family:e,pages:t})=>({family:e,pages:t.map(lc)});function dc(e,t){let n=new Map(e.map(o=>[h(o.hash),o])),r=new Map,a={messages:[],refused:[]};for(let o of kh(e,n)){let i=$h(o,n,r),c=xh(o,i);c?a.refused.push({message:o,reason:c}):(a.messages.push(o),r.set(h(o.hash),i))}return{...a,missing:bh(a.messages,new Set([...n.keys(),...t]))}}function bh(e,t){let n=e.flatMap(({seen:a})=>a).filter(({hash:a})=>!t.has(h(a)));return[...new Map(n.map(a=>[`${h(a.id)} ${h(a.hash)}`,a])).values()].sort((a,o)=>we(a.id,o.id))}function kh(e,t){let n=new Set,r=[],a=e;for(;a.length>0;){let o=a.findIndex(({seen:i})=>i.every(({hash:c})=>vh(t.get(h(c)),n)));if(o<0)throw new M("circle");r.push(a[o]),n.add(a[o]),a=a.filter((i,c)=>c!==o)}return r}var vh=(e,t)=>e===void 0||t.has(e);function $h({seen:e},t,n){let r={counters:new Map,whole:!0,roster:0};for(let{hash:a}of e){let o=n.get(h(a)),i=t.get(h(a));if(r.whole&&=o?.whole??!1,!(!o||!i)){r.roster=Math.max(r.roster,o.roster,i.roster.number);for(let[c,l]of[...o.counters,[h(i.writer),i.counter]])r.counters.set(c,Math.max(l,r.counters.get(c)??l))}}return r}function xh({seen:e,counter:t,kind:n,thread:r,writer:a,roster:o},i){let c=e.length===0;if(c&&t!==0||r==="case"&&n==="question"!==c)return"seen";if(o.number<i.roster)return"roster";let l=1+(i.counters.get(h(a))??-1);return t<l||i.whole&&t!==l?"counter":null}function uc(e){let t=new Set(e.flatMap(r=>r.seen.map(({hash:a})=>h(a))));return e.filter(({hash:r})=>!t.has(h(r))).map(({id:r,hash:a})=>({id:r,hash:a})).sort((r,a)=>we(r.id,a.id))}var pc=(e,t)=>1+Math.max(-1,...e.filter(n=>y(n.writer,t)).map(({counter:n})=>n));async function hc(e,t,n,r){let a=n.kind,o=Eh(r);ic(o),Be[a].fields(o.fields);let i=J(tt(n),await Ye(e,Be[a].thread));return xe(e,n,await te(t,"message",i,o))}var Eh=({counter:e,roster:t,seen:n,attachments:r,text:a,fields:o})=>({v:1,counter:e,roster:{hash:h(t.hash),number:t.number},seen:n.map(sc),attachments:r.map(({family:i,pages:c})=>({family:i,pages:c.map(sc)})),text:a,fields:o}),sc=({id:e,hash:t})=>({hash:h(t),id:h(e)});var jh=16*1024*1024,Sh=64e6,Ah=S({height:on,media:ve("image/webp","image/png","image/jpeg"),width:on});function mc({media:e,width:t,height:n,image:r}){return wc({media:e,width:t,height:n,image:r}),j(Le(ce({height:n,media:e,width:t})),r)}function gc(e){let t=new Me(e),n=Ie(t.lp());Ah(n);let r={media:n.media,width:n.width,height:n.height,image:t.rest()};return wc(r),r}function wc({media:e,width:t,height:n,image:r}){if(r.length>jh)throw new M("image-bytes");if(bc(t,n),!Dh[e]?.(r))throw new M("image-kind")}function yc({media:e,width:t,height:n,image:r}){let a=Mh[e]?.(r)??null;if(!a)throw new M("image-kind");if(bc(a.width,a.height),a.width!==t||a.height!==n)throw new M("image-size")}function bc(e,t){if(e<1||t<1||e*t>Sh)throw new M("image-pixels")}var Dh={"image/png":e=>gt(e,0,`PNG\r

`),"image/jpeg":e=>gt(e,0,"ÿØÿ"),"image/webp":e=>gt(e,0,"RIFF")&&gt(e,8,"WEBP")},Mh={"image/png":Kh,"image/jpeg":Nh,"image/webp":zh},gt=(e,t,n)=>[...n].every((r,a)=>e[t+a]===r.charCodeAt(0)),wt=e=>new DataView(e.buffer,e.byteOffset,e.length);function Kh(e){return e.length<33||!gt(e,12,"IHDR")?null:{width:wt(e).getUint32(16),height:wt(e).getUint32(20)}}function Nh(e){let t=2;for(;t+9<e.length&&e[t]===255;){let n=e[t+1];if(Oh(n))return{height:wt(e).getUint16(t+5),width:wt(e).getUint16(t+7)};t+=2+wt(e).getUint16(t+2)}return null}var Oh=e=>e>=192&&e<=207&&![196,200,204].includes(e);function zh(e){return e.length<30?null:gt(e,12,"VP8X")?{width:1+fc(e,24),height:1+fc(e,27)}:gt(e,12,"VP8L")?Th(wt(e).getUint32(21,!0),e[20]):!gt(e,12,"VP8 ")||e[23]!==157||e[24]!==1||e[25]!==42?null:{width:wt(e).getUint16(26,!0)&16383,height:wt(e).getUint16(28,!0)&16383}}var Th=(e,t)=>t===47?{width:1+(e&16383),height:1+(e>>>14&16383)}:null,fc=(e,t)=>e[t]|e[t+1]<<8|e[t+2]<<16;var at=Object.freeze(["facilitator","helper","coach"]),kc=new Uint8Array(32),Ph=S({id:U,kem:X,role:ve("asker","facilitator","helper","coach","archive"),sign:X}),Ch=S({v:se,number:Q,previous:de(X),epoch:on,case:X,notes:de(X),directory:Cn,participants:$t(Ph,e=>e.id),asker:de(S({kem:Ce(an),sign:Ce(32)}))});async function vc(e,t,n){let r=$e(n),{header:a}=r;if(!(y(a.portal,t.portal)&&y(a.case,t.case)&&a.kind==="roster"))throw new k("place");let i=await un(e,r),c=pe(i,Ch),l=Rh(c.body,a.writer,await He(i));if(l.epoch!==a.epoch)throw new k("epoch");if(!y(l.case,await Ye(e,"case")))throw new k("commitment");return{roster:l,parsed:c,context:r.rawHeader}}function Rh(e,t,n){return{number:e.number,previous:e.previous&&g(e.previous),epoch:e.epoch,case:g(e.case),notes:e.notes&&g(e.notes),directory:{version:e.directory.version,hash:g(e.directory.hash)},participants:e.participants.map(Bh),asker:e.asker&&{kem:g(e.asker.kem),sign:g(e.asker.sign)},author:t,hash:n}}var Bh=({id:e,kem:t,role:n,sign:r})=>({id:g(e),kem:g(t),role:n,sign:g(r)}),me=(e,t)=>e.participants.find(n=>y(n.id,t))??null;async function $c({roster:e,parsed:t,context:n},r,a){Lh(e,r);let o=await a.at(e.directory);return await he(await Uh(e,r,o),"roster",n,t),await _h(e,r,o),await Fh(e,r.at(-1)??null,o),r.length>0?Wh(e,r):qh(e),e}function Lh(e,t){let n=t.at(-1)??null;if(e.number!==t.length)throw new k("number");if(!Ih(e.previous,n&&n.hash))throw new k("previous");if(n&&e.directory.version<n.directory.version)throw new k("directory-back")}var Ih=(e,t)=>e===null||t===null?e===t:y(e,t);async function Uh(e,t,n){let r=t.at(-1);if(!r){if(!y(e.author,q)||!e.asker)throw new k("author");return e.asker.sign}let a=me(r,e.author),o=ne(n,e.author,Et);if(!a||!Et.includes(a.role)||!o)throw new k("author");if(!y((await qe(o)).sign,a.sign))throw new k("author");return o.sign}async function _h(e,t,n){let r=t[0];if(r&&e.asker)throw new k("asker");let a=r?me(r,q):e.asker&&await Gh(e.asker),o=r?me(r,Qe):await Jh(n);if(!va(me(e,q),a))throw new k("asker");if(!va(me(e,Qe),o))throw new k("archive")}var va=(e,t)=>e!==null&&t!==null&&e.role===t.role&&$a(e,t)&&y(e.id,t.id),$a=(e,t)=>y(e.kem,t.kem)&&y(e.sign,t.sign);async function Fh(e,t,n){let r=e.participants.filter(({id:a})=>!y(a,q)&&!y(a,Qe));for(let a of r)await Hh(a,t,n);if(!r.some(({role:a})=>Et.includes(a)))throw new k("nobody-left")}async function Hh(e,t,n){let r=Y(n,e.id),a=t&&me(t,e.id);if(!r)throw new k("member");if(!va(a,e)){if(a&&!$a(a,e))throw new k("keys-changed");if(!r.active||r.role!==e.role||!at.includes(e.role))throw new k("role");if(!$a(e,await qe(r)))throw new k("keys")}}function qh({epoch:e,notes:t,participants:n}){if(e!==0||t||n.some(({role:r})=>r==="coach"))throw new k("first")}function Wh(e,t){let n=t[t.length-1];if(!e.notes)throw new k("notes");if(!me(e,e.author))throw new k("author-leaves");let r=n.participants.some(({id:a})=>!me(e,a));if(e.epoch===n.epoch&&!r){if(!(y(e.case,n.case)&&(!n.notes||y(e.notes,n.notes))))throw new k("epoch")}else if(e.epoch!==n.epoch+1||Vh(e,t))throw new k("epoch")}function Vh(e,t){let n=t.flatMap(({case:r,notes:a})=>a?[r,a]:[r]);return[e.case,e.notes].some(r=>r&&n.some(a=>y(r,a)))}async function xc(e,t,n){if(t.length!==0)for(let{directory:r,participants:a}of e){let o=await n.at(r);if(a.map(({id:c})=>Y(o,c)?.person).some(c=>c&&t.includes(h(c))))throw new k("excluded")}}var Gh=async e=>({id:q,role:"asker",...await qe(e)});async function Jh({archive:e}){let{kem:t}=await qe({kem:e.kem,sign:kc});return{id:Qe,role:"archive",kem:t,sign:kc}}async function Ec(e,t){let n=ne(e,t,at);if(!n)throw new k("role");return{id:n.id,role:n.role,...await qe(n)}}var jc=e=>[...e].sort((t,n)=>we(t.id,n.id));function Sc(e,t){let n=ne(t,e.id,at);return n?{...e,role:n.role}:e}async function xa(e,t,{portal:n,case:r},a,o){let i={portal:n,case:r,epoch:o.epoch,id:L(16),writer:a,kind:"roster"},c=await te(t,"roster",tt(i),Yh(o));return{id:i.id,envelope:await xe(e,i,c),hash:await He(c)}}var Yh=e=>({v:1,number:e.number,previous:e.previous&&h(e.previous),epoch:e.epoch,case:h(e.case),notes:e.notes&&h(e.notes),directory:{hash:h(e.directory.hash),version:e.directory.version},participants:e.participants.map(({id:t,kem:n,role:r,sign:a})=>({id:h(t),kem:h(n),role:r,sign:h(a)})),asker:e.asker&&{kem:h(e.asker.kem),sign:h(e.asker.sign)}});var B=class extends Error{constructor(t,n=void 0){super(`case refused: ${t}`,{cause:n}),this.name="CaseRefused",this.reason=t}};async function yt(e,t){try{return await t()}catch(n){throw n instanceof O?new B(n.reason==="directory-unknown"?"directory":e,n):n}}function ot(e,t){let n=e.get(t);if(!n)throw new B("keys");return n}var Ea=({id:e,role:t})=>({id:e,role:t}),ja=(e,t,n)=>r=>y(r,q)?e.kem:y(r,Qe)?t.archive.kem:Y(n,r)?.kem??null;async function Sa(e,t,n){return(await Promise.all(t.map(a=>Zh(e,a,n(a.entry.id))))).flat()}async function Zh(e,{entry:t,keys:n},r){if(!r||!y(await I(r),t.kem))throw new B("keys");let a=t.id;return Promise.all(n.map(async({epoch:o,purpose:i,key:c})=>{let l=await rc(r,{...e,epoch:o,purpose:i,recipient:a},c);return{epoch:o,purpose:i,recipient:a,sealed:l}}))}function Aa({kind:e,text:t="",fields:n={},attachments:r=[]}){return{kind:e,text:t,fields:n,attachments:r,sealed:null}}async function Da(e,t){let{identity:n,caseKeys:r,notesKeys:a}=e.opened,{thread:o,writers:i}=Be[t.kind];if(!i.includes(e.me.role))throw new B("role");if(o==="notes"&&t.attachments.length>0)throw new B("pages");let{epoch:c,number:l,hash:u}=e.roster,p=(o==="case"?r:a).get(c);if(!p)throw new B("notes");let f=o==="case"?e.messages:e.notes;return Xh(t,p,{place:{portal:e.portal,case:e.id},identity:n,writer:e.me.id,epoch:c,roster:{number:l,hash:u},counter:pc(f,e.me.id),seen:uc(f),caseKey:ot(r,c)})}async function Xh({kind:e,text:t,fields:n,attachments:r},a,o){let{place:i,identity:c,writer:l,epoch:u,roster:p,counter:f,seen:w}=o,{pages:b,attachments:P}=await Qh(o.caseKey??a,{...i,epoch:u,writer:l},r),H={...i,epoch:u,id:L(16),writer:l,kind:e},it={counter:f,roster:p,seen:w,attachments:P,text:t,fields:n},Dd=await hc(a,c.sign.privateKey,H,it);return{id:H.id,case:i.case,kind:e,thread:Be[e].thread,epoch:u,envelope:Dd,pages:b}}async function Qh(e,t,n){let r=n.map(({pages:i})=>Promise.all(i.map(c=>ef(e,t,c)))),a=await Promise.all(r);return{attachments:n.map(({family:i},c)=>({family:i,pages:a[c].map(({id:l,hash:u})=>({id:l,hash:u}))})),pages:a.flat().map(({id:i,envelope:c})=>({id:i,envelope:c}))}}async function ef(e,t,n){let r={...t,id:L(16),kind:"page"},a=await xe(e,r,mc(n));return{id:r.id,envelope:a,hash:await dn(a)}}async function Ma(e,t){let{identity:n,directories:r,rosters:a}=e.opened,o=a[a.length-1],i=tf(e,o,t);if(i===null)return null;nf(e,i);let c=await rf(e,o,i),l=af(e,o,i.turns),u={number:o.number+1,previous:o.hash,epoch:l.epoch,participants:c,asker:null,case:await Ye(ot(l.caseKeys,l.epoch),"case"),notes:await Ye(ot(l.notesKeys,l.epoch),"notes"),directory:{version:r.current.version,hash:r.current.hash}},p={portal:e.portal,case:e.id},f=ot(l.caseKeys,l.epoch),w=await xa(f,n.sign.privateKey,p,e.me.id,u),b=c.map(P=>of(e,P,o,l));return{...w,number:u.number,epoch:l.epoch,notes:!0,participants:c.map(Ea),keys:await Sa(p,b,await sf(e))}}function tf(e,t,{add:n=[],remove:r=[],firstNotes:a=!1,turn:o=!1}){let i=[h(q),h(Qe)],c=[...r.map(h),...e.departed].filter(f=>!i.includes(f)),l=t.participants.filter(({id:f})=>c.includes(h(f))),u=n.filter(f=>!me(t,f)&&!c.includes(h(f))),p=a&&!t.notes;return l.length===0&&u.length===0&&!o&&!p?null:{coming:u,leaving:l,turns:l.length>0||o}}function nf(e,{coming:t,leaving:n}){let r=e.opened.directories.current;if(!(Et.includes(e.me.role)&&ne(r,e.me.id,Et)))throw new B("role");if(t.map(i=>Y(r,i)?.person).some(i=>i&&e.excluded.includes(h(i))))throw new B("excluded");if(n.some(({id:i})=>y(i,e.me.id)))throw new B("roster");if(t.length>0&&e.unreadableNotes.length>0)throw new B("notes")}async function rf(e,t,{coming:n,leaving:r}){let a=e.opened.directories.current,o=t.participants.filter(c=>!r.includes(c)),i=yt("roster",()=>Promise.all(n.map(c=>Ec(a,c))));return jc([...o.map(c=>Sc(c,a)),...await i])}function af(e,t,n){let r=t.epoch+(n?1:0),[a,o]=[new Map(e.opened.caseKeys),new Map(e.opened.notesKeys)];if(n&&a.set(r,L(32)),(n||!t.notes)&&o.set(r,L(32)),!o.has(r))throw new B("notes");return{epoch:r,caseKeys:a,notesKeys:o}}function of({opened:e},t,n,{caseKeys:r,notesKeys:a}){let o=me(n,t.id)===null,i=Ac("case",r,o?null:e.caseKeys);return y(t.id,q)||i.push(...Ac("notes",a,o?null:e.notesKeys)),{entry:t,keys:i}}var Ac=(e,t,n)=>[...t].filter(([r])=>!n?.has(r)).map(([r,a])=>({epoch:r,purpose:e,key:a}));async function sf({opened:{rosters:e,directories:t}}){let n=e[0].asker;return ja(n,await t.at(e[0].directory),t.current)}var Ka=6,cf=4;async function Mc(e,t,{unseen:n=!1}={}){let r=await e.get(`/cases/${h(t)}${n?"?unseen=true":""}`),a=[...r.messages,...r.notes??[]];return{fetched:lf(t,r),index:r,days:new Map(a.map(o=>[o.id,o.day]))}}var lf=(e,t)=>({id:e,rosters:t.rosters.map(n=>g(n)),keys:t.keys.map(df),messages:t.messages.map(Dc),notes:(t.notes??[]).map(Dc)}),df=({epoch:e,purpose:t,sealed:n})=>({epoch:e,purpose:t,sealed:g(n)}),Dc=({envelope:e})=>g(e),Na=new Map;function uf(e,t){let n=Na.get(t);return!n||e&&e.roster.number>=n.number?e:{roster:n,read:e?.read??[]}}function Oa({api:e,identity:t,me:n,portal:r,id:a,directories:o,lastSeen:i,unseen:c=!1}){let l=`${h(n.id)} ${h(a)}`,u=async p=>{let{fetched:f,index:w,days:b}=await Mc(e,a,{unseen:c}),P=await o(p),H=uf(i(),l),it=await zc({identity:t,me:n,portal:r,fetched:f,directories:P,lastSeen:H});return it.roster.number>=(Na.get(l)?.number??0)&&Na.set(l,it.seen.roster),{...it,index:w,days:b}};return async(p=!1)=>{try{return await u(p)}catch(f){if(f instanceof B&&f.reason==="directory"&&!p)return u(!0);throw f}}}async function Kc(e,t,n=64){let r=[];for(let a=0;a<e.length;a+=n)r.push(...await Promise.all(e.slice(a,a+n).map((o,i)=>t(o,a+i))));return r}var za=async(e,t,n,r)=>Tc(t,n,r,await e.get(`/cases/${t.key}/pages/${h(r.id)}`));async function Ta(e,t,n,{register:r=async()=>null}={}){for(let a=Ka;;a-=1){let o=n.sealed?null:await hf(e,t,n);o&&(n.sealed=await pf(o,n,r));let i=n.sealed;try{return await Oc(e,i.case,i.pages),{message:i,answer:await e.put(`/cases/${h(i.case)}/messages/${h(i.id)}`,ff(i))}}catch(c){if(!Nc(c)||a<=1)throw c;n.sealed=null}}}async function pf(e,t,n){let r=await Da(e,t);return{...r,register:await n(e,r)}}async function hf(e,t,n){let r=await t();return Be[n.kind].thread==="notes"&&!r.roster.notes?Mt(e,t,{firstNotes:!0}):r}var ff=({envelope:e,pages:t,register:n})=>({envelope:h(e),pages:t.map(({id:r})=>h(r)),register:n?{key:h(n.key),sealed:h(n.sealed)}:null}),Nc=e=>e instanceof K&&e.status===409&&e.problem==="conflict";async function Oc(e,t,n,r=()=>{}){let a=0;await Kc(n,async i=>{await e.put(`/cases/${h(t)}/pages/${h(i.id)}`,i.envelope),r(a+=1)},cf)}async function Mt(e,t,n){for(let r=Ka;;r-=1){let a=await t(r<Ka),o=await Ma(a,n);if(!o)return a;try{return await e.post(`/cases/${a.key}/rosters`,gf(o)),await t()}catch(i){if(!(Nc(i)||mf(i))||r<=1)throw i}}}var mf=e=>e instanceof K&&e.problem==="network",gf=({number:e,envelope:t,epoch:n,notes:r,participants:a,keys:o})=>({number:e,envelope:h(t),epoch:n,notes:r,participants:a.map(({id:i,role:c})=>({id:h(i),role:c})),keys:o.map(wf)}),wf=({recipient:e,epoch:t,purpose:n,sealed:r})=>({recipient:h(e),epoch:t,purpose:n,sealed:h(r)});async function zc({identity:e,me:t,portal:n,fetched:r,directories:a,lastSeen:o}){let i={portal:n,case:r.id},c=await vf(e,t.id,i,r),l=await $f(r.rosters,c,i,a);xf(l,o),await Ef(l,t.id,e);let{notesKeys:u,unreadableNotes:p}=await jf(e,t.id,i,r,l),f={identity:e,directories:a,rosters:l,caseKeys:c,notesKeys:u},w=await Pc("case",r.messages,i,f),b=await yf(w.messages,l,a),P=y(t.id,q)?[]:r.notes,H=await Pc("notes",P,i,f),it=[...w.missing,...H.missing];return{id:r.id,key:h(r.id),portal:n,excluded:b,unreadableNotes:p,opened:f,...bf(t.id,f,w.messages),messages:w.messages,notes:H.messages,refused:[...w.refused,...H.refused],missing:[...it,...Of([...r.messages,...P],o,it)],seen:kf(l[l.length-1],[...w.messages,...H.messages],o)}}async function yf(e,t,n){let r=e.find(({kind:o})=>o==="question");if(!r)throw new B("question");let a=r.fields.excluded;return await yt("excluded",()=>xc(t,a,n)),a}function bf(e,{rosters:t,directories:n},r){let a=t[t.length-1],{number:o,hash:i,epoch:c,notes:l,participants:u}=a,p=me(a,e);return{me:{id:e,role:p.role},roster:{number:o,hash:i,epoch:c,notes:l!==null},participants:u.map(f=>Rc(f,n.current)),departed:Nf(a,r,n.current)}}var kf=({hash:e,number:t},n,r)=>({roster:{hash:h(e),number:t},read:[...new Set([...r?.read??[],...n.map(({key:a})=>a)])]});async function vf(e,t,n,r){let a=async o=>{let i=Cc(r,o,"case");if(!i)throw new B("keys");return ba(e.kem,{...n,epoch:o,recipient:t,purpose:"case"},i)};return yt("keys",async()=>{let o=[...new Set(r.rosters.map(c=>$e(c).header.epoch))],i=await Promise.all(o.map(a));return new Map(o.map((c,l)=>[c,i[l]]))})}var Cc=({keys:e},t,n)=>e.filter(r=>r.epoch===t&&r.purpose===n).at(-1)?.sealed??null;async function $f(e,t,n,r){let a=await yt("roster",()=>Promise.all(e.map(i=>vc(ot(t,$e(i).header.epoch),n,i)))),o=[];for(let i of a)o.push(await yt("roster",()=>$c(i,o,r)));if(o.length===0)throw new B("roster");return o}function xf(e,t){if(!t)return;let{number:n,hash:r}=t.roster;if(!e[n]||h(e[n].hash)!==r)throw new B("rollback")}async function Ef(e,t,n){let r=me(e[e.length-1],t),a=await qe({kem:n.kem.publicKey,sign:n.sign?.publicKey??new Uint8Array(32)});if(!r||!y(r.kem,a.kem))throw new B("me");if(y(t,q)&&!y(r.sign,a.sign))throw new B("me")}async function jf(e,t,n,r,a){let o=new Map,i=[];if(y(t,q))return{notesKeys:o,unreadableNotes:i};let c=new Map(a.map(({epoch:l,notes:u})=>[l,u]));for(let[l,u]of c){if(!u)continue;let p=Cc(r,l,"notes"),f={...n,epoch:l,recipient:t,purpose:"notes"},w=p&&await ac(e.kem,f,u,p).catch(Lt);w?o.set(l,w):i.push(l)}return{notesKeys:o,unreadableNotes:i}}async function Pc(e,t,n,r){let a=await Promise.all(t.map(p=>Af(e,p,n,r))),o=[...new Map(a.map(p=>[p.hash,p])).values()],{candidates:i,refused:c}=Sf(e,o),l=dc(i,o.map(({hash:p})=>p)),u=l.refused.map(({message:p,reason:f})=>({key:p.key,kind:p.kind,thread:e,reason:f}));return{messages:l.messages.map(p=>Kf(p,r)),refused:[...c,...u],missing:l.missing.map(({id:p})=>({key:h(p),thread:e}))}}function Sf(e,t){let n=new Set,r=[],a=[];for(let{key:o,kind:i,message:c,reason:l}of t)n.has(o)?a.push({key:o,kind:i,thread:e,reason:"repeat"}):c?r.push(c):a.push({key:o,kind:i,thread:e,reason:l}),o!==""&&n.add(o);return{candidates:r,refused:a}}async function Af(e,t,n,r){let a=await dn(t),o={key:"",kind:null,hash:h(a),message:null,reason:"envelope"};try{let i=$e(t),{header:c}=i;if(Object.assign(o,{key:h(c.id),kind:c.kind}),!y(c.portal,n.portal)||!y(c.case,n.case))throw new k("place");let l=(e==="case"?r.caseKeys:r.notesKeys).get(c.epoch);if(!l)throw new k("key");let u=await cc(l,e,i,a,(p,f,w)=>Mf(r,p,f,w));return{...o,message:u}}catch(i){return{...o,reason:Df(i)}}}function Df(e){if(!(e instanceof O))throw e;return{BadSignature:"signature",Malformed:"form",Unsealable:"envelope"}[e.name]??e.reason}async function Mf({rosters:e,directories:t},n,r,a){let o=e[n.number];if(!o)throw new k("roster-withheld");if(!y(o.hash,n.hash)||o.epoch!==r)throw new k("roster");let i=me(o,a);if(!i)throw new k("writer");if(y(a,q))return{role:i.role,sign:e[0].asker.sign};let c=Y(await t.at(o.directory),a);if(!c||!y((await qe(c)).sign,i.sign))throw new k("writer");return{role:i.role,sign:c.sign}}function Kf(e,{rosters:t,directories:n}){let r=me(t[e.roster.number],e.writer);if(!r)throw new B("roster");return{...e,author:Rc(r,n.current)}}function Rc({id:e,role:t},n){let r=Y(n,e),a=r?ne(n,e,at)!==null:!0;return{id:e,key:h(e),role:t,name:r?.name??"",function:r?.function??"",person:r?.person??null,active:a}}function Nf(e,t,n){let r=t.filter(({kind:o,epoch:i})=>o==="recuse"&&i===e.epoch).map(({writer:o})=>h(o));return e.participants.filter(({role:o})=>o!=="asker"&&o!=="archive").filter(({id:o})=>r.includes(h(o))||!ne(n,o,at)).map(({id:o})=>h(o))}function Of(e,t,n){let r=new Set(e.map(zf));return(t?.read??[]).filter(o=>!r.has(o)&&!n.some(i=>i.key===o)).map(o=>({key:o,thread:null}))}function zf(e){try{return h($e(e).header.id)}catch(t){return Lt(t)}}async function Tc(e,t,n,r){if(!y(await dn(r),n.hash))throw new k("page");let{writer:a,epoch:o}=t,i={portal:e.portal,case:e.id,epoch:o,id:n.id,writer:a,kind:"page"},c=gc(await We(ot(e.opened.caseKeys,o),i,r));return yc(c),c}var Tf=2,Bc=new Set(["passed","closed","withdrawn"]);function Pa(e,t,n){if(Bc.has(e.state)||e.answered_on!==null)return null;let r=e.feedback_on===null?"feedback":"final",a=r==="feedback"?e.feedback_by:e.answer_by,o=n.between(t,a),i=a<t;return{what:r,by:a,left:i?Math.min(o,-1):o,tone:i?"danger":o<=Tf?"warn":"good"}}function Ca(e,t){let n=a=>ne(t,g(a,16),at)!==null,r=e.participants.map(a=>({...a,active:a.active&&(!at.includes(a.role)||n(a.id))}));return{...e,participants:r}}async function lr(e,t){let n=t.map(r=>Ca(r,e.directories.current));return Promise.all(n.map(async r=>({key:r.case,name:await Vn(e.words,g(r.case,16)),summary:r,line:null,opened:null,due:Pa(r,e.today,e.days),coaches:$n(r)})))}var dr=e=>e.opened?.urgent??e.line?.urgent??!1,ur=e=>e.opened?.category??e.line?.category??null,Ra=e=>e.opened?.kind??e.line?.kind??null;function qt({summary:e,opened:t,coaches:n}){return e.participants.find(({id:a,active:o})=>o&&a===t?.pen)?.id??(n.length===1?n[0]??null:null)}var $n=e=>e.participants.filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t})=>t),ze=e=>Bc.has(e.summary.state);function Kt(e,t){if(e.summary.waits_for!=="staff"||ze(e))return!1;let n=qt(e);return n!==null?n===t.key:e.coaches.length>0?e.coaches.includes(t.key):t.role==="facilitator"||t.role==="helper"}function pr(e,t){if(ze(e)||e.summary.waits_for===null)return{who:null,names:[]};if(e.summary.waits_for==="asker")return{who:"asker",names:[]};let n=qt(e);return n!==null?{who:"members",names:[t(n)]}:e.coaches.length>0?{who:"members",names:e.coaches.map(t)}:{who:"facilitators",names:[]}}function Lc(e,t){let n=new Map(e.map(r=>[r,Uc(r,t)]));return[...e].sort((r,a)=>Rf(n.get(r),n.get(a)))}var Pf=["late","mine","colleagues","colleagues","asker","answered","ended"],Ic=(e,t)=>Pf[Number(Uc(e,t)[0])]??"ended";function Uc(e,t){if(ze(e))return[6,0,Cf(e.summary.last),e.name];let n=e.due!==null&&e.due.left<0,r=e.due?.tone==="warn",a=Kt(e,t)?1:e.summary.waits_for!=="staff"?e.due?4:5:r?2:3;return[n?0:a,dr(e)?0:1,e.due?.by??"9999-12-31",e.name]}var Cf=e=>99999999-Number(e.replaceAll("-",""));function Rf(e,t){for(let n=0;n<e.length;n+=1){let[r,a]=[e[n],t[n]];if(!(r===void 0||a===void 0||r===a))return r<a?-1:1}return 0}function _c(e,t,n,r){let a=Ba(t.query).split(" ").filter(Boolean);return e.filter(o=>{if(t.show==="mine"&&!(Kt(o,n)||o.due!==null&&o.due.left<0)||t.show==="open"&&ze(o)||t.show==="waiting"&&(ze(o)||o.summary.waits_for!=="asker")||t.show==="ended"&&!ze(o)||t.category!==""&&ur(o)!==t.category||t.member!==""&&!o.coaches.includes(t.member))return!1;if(a.length===0)return!0;let i=r(o);return a.every(c=>i.includes(c))})}function Ba(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}async function qc(e,t){let{index:n,...r}=await Wt(e,t)(),a=new Map([...n.messages,...n.notes??[]].map(({id:o,day:i})=>[o,i]));return{key:t,view:r,summary:Ca(n,e.directories.current),days:a}}async function Wc(e,{key:t,view:n}){let r=[...Fc(n.messages),...Fc(n.notes)].sort(),a={number:n.roster.number,hash:h(n.roster.hash)};await mt(e,o=>({...o,cases:{...o.cases,[t]:{roster:a,read:r}}}))}var Bf=4,Fc=e=>e.slice(-Bf).map(({key:t})=>t);function Vc(e,{key:t,view:n}){let r=new Set(e.state.content.cases[t]?.read??[]),a=[...Hc(n.messages,r),...Hc(n.notes,r)];return new Set(a.filter(({writer:o})=>h(o)!==e.key).map(o=>o.key))}function Hc(e,t){let n=-1;return e.forEach((r,a)=>{t.has(r.key)&&(n=a)}),e.slice(n+1)}function Wt(e,t,{unseen:n=!1}={}){return Oa({api:e.api,identity:e.identity,me:{id:e.member},portal:e.portal.id,id:g(t,16),directories:async r=>(r&&await Ft(e),e.directories),lastSeen:()=>e.state.content.cases[t]??null,unseen:n})}async function Lf(e,t){t.view.roster.notes||e.role==="coach"||await Mt(e.api,Wt(e,t.key),{firstNotes:!0})}async function Nt(e,t,n){await Lf(e,t),await Ta(e.api,Wt(e,t.key),n,{register:r=>Hf(e,t,r,n)})}var Ot=e=>Aa(e);function Gc(e,t,...n){let r=new Set(t.excluded),a=new Set(t.participants.map(o=>o.key));return fe(e).filter(o=>o.active&&n.includes(o.role)).map(o=>({member:o,key:h(o.id),reason:r.has(h(o.person))?"excluded":a.has(h(o.id))?"there":null}))}async function Jc(e,t,n){let r=n.map(a=>g(a,16));await Mt(e.api,Wt(e,t.key),{add:r})}async function Yc(e,t,n){await Mt(e.api,Wt(e,t.key),{remove:[g(n,16)]})}function La(e,t){return t.participants.filter(({id:n,role:r})=>!["asker","archive"].includes(r)&&n!==e.key).filter(({id:n,active:r})=>!r||Ee(e,n)?.active===!1).map(({id:n})=>n)}function Ia(e,t){let n=new Set(t.participants.map(({id:r})=>r));return fe(e).filter(r=>r.active&&(r.role==="facilitator"||r.role==="helper")).map(r=>h(r.id)).filter(r=>!n.has(r))}async function Zc(e,t){let n=La(e,t),r=Wt(e,t.case,{unseen:!0}),a=new Set((await r()).excluded),o=Ia(e,t).filter(i=>{let c=Ee(e,i);return c!==null&&!a.has(h(c.person))});return n.length===0&&o.length===0?!1:(await Mt(e.api,r,{add:o.map(i=>g(i,16)),remove:n.map(i=>g(i,16))}),!0)}var If={feedback:"answering",final:"answered",pass:"passed",close:"closed",withdraw:"withdrawn"};function zt(e){let t=e.messages.find(({kind:r})=>r==="question"),n=e.notes.filter(({kind:r})=>r==="triage").at(-1);return{category:n?.fields.category??null,pen:n?.fields.pen??null,urgent:n?.fields.urgent??t?.fields.urgent??!1}}function Uf(e,{key:t,summary:n},r,a){let o=r.messages.find(({kind:f})=>f==="question"),i=[...r.messages,{kind:a.kind,fields:a.fields}],c=a.kind==="triage"?a.fields:zt(r),l=e.today,u=f=>a.kind===f,p=u("feedback")||u("reply")||u("final")||u("pass");return{v:1,case:t,number:r.messages.length+r.notes.length,kind:o?.fields.kind??"unknown",urgent:c.urgent,category:c.category,state:If[a.kind]??_f(n,a),outcome:i.filter(({kind:f})=>f==="close").at(-1)?.fields.outcome??null,authorities:Ff(i),received:n.received,feedback:n.feedback_on??(p?l:null),final:n.answered_on??(u("final")||u("pass")?l:null),closed:u("close")||u("pass")?l:n.closed_on,directory:e.directories.current.version}}function _f(e,t){return t.kind==="reply"&&["new","open"].includes(e.state)?"answering":e.state==="new"?"open":e.state}function Ff(e){let t=e.flatMap(({kind:n,fields:r})=>n==="final"?r.referred:n==="pass"?[r.authority]:[]);return[...new Set(t)].sort()}async function Hf(e,t,n,r){let{id:a,kem:o}=e.directories.current.register,i={portal:e.portal.id,key:a,case:n.id,writer:e.member},c=Uf(e,t,n,r);return{key:a,sealed:await la(o,i,c,e.identity.sign.privateKey)}}var Tt=[7,15,30,60],hr="?",_a=new Set(["passed","closed","withdrawn"]);function qf(e){let t=1/0,n=-1/0;for(let r of e){let a=Number(r.received.slice(0,4));a<t&&(t=a),a>n&&(n=a)}return e.length===0?[]:Array.from({length:n-t+1},(r,a)=>t+a)}function Wf(e,t,n){let r=e.filter(i=>Number(i.received.slice(0,4))===t),a=new Map(n.categories.map(({key:i,group:c})=>[i,c])),o=r.reduce((i,c)=>(i[Number(c.received.slice(5,7))-1]+=1,i),new Array(12).fill(0));return{year:t,total:r.length,urgent:r.filter(i=>i.urgent).length,months:o,quarters:[0,3,6,9].map(i=>o.slice(i,i+3).reduce((c,l)=>c+l,0)),groups:xn(r,i=>i.category===null?"":a.get(i.category)??hr),categories:xn(r,i=>i.category??""),kinds:xn(r,i=>i.kind),states:xn(r,i=>i.state),outcomes:xn(r,Vf),authorities:nl(r,i=>i.authorities),feedback:Xc(r,i=>i.feedback,n),throughput:Xc(r,i=>i.final,n),feedbackKept:Qc(r,i=>i.feedback,n.promises.feedback,n),finalKept:Qc(r,i=>i.final,n.promises.final,n)}}function Vf(e){return e.outcome!==null?e.outcome:_a.has(e.state)?`state:${e.state}`:""}function Gf(e,t){let n=new Array(Tt.length+1).fill(0);for(let r of e){if(_a.has(r.state)||r.final!==null)continue;let a=t.days.between(r.received,t.today),o=Tt.findIndex(i=>a<=i);n[o===-1?Tt.length:o]+=1}return n}function el(e,t,n){let r=i=>e.find(c=>c.year===i)?.categories??new Map,[a,o]=[r(t),r(t-1)];return[...n,...Jf(n,a,o)].map(i=>({category:i,count:a.get(i.key)??0,before:o.get(i.key)??0,class:fr(i.R)}))}function Jf(e,...t){let n=new Set(["",...e.map(({key:a})=>a)]);return[...new Set(t.flatMap(a=>[...a.keys()]))].filter(a=>!n.has(a)).sort().map(a=>({key:a,group:hr,label:a,W:null,B:null,E:null,R:null}))}function fr(e){return e==null?null:e>400?"A":e>200?"B":e>70?"C":e>20?"D":"E"}function tl(e,t,n){let r={...n,days:Yn(t)};return{frame:r,years:qf(e).map(a=>Wf(e,a,r)),age:Gf(e,r)}}function xn(e,t){return nl(e,n=>[t(n)])}function nl(e,t){let n=new Map;for(let r of e)for(let a of t(r))n.set(a,(n.get(a)??0)+1);return n}function Xc(e,t,n){let r=[];for(let a of e){let o=t(a);o!==null&&r.push(n.days.between(a.received,o))}return Yf(r)}function Yf(e){let t=Float64Array.from(e).sort();return t.length===0?{count:0,mean:null,median:null,low:null,high:null,longest:null}:{count:t.length,mean:t.reduce((n,r)=>n+r,0)/t.length,median:Ua(t,.5),low:Ua(t,.25),high:Ua(t,.75),longest:t[t.length-1]}}function Ua(e,t){let n=(e.length-1)*t,r=e[Math.floor(n)],a=e[Math.ceil(n)];return r+(a-r)*(n-Math.floor(n))}function Qc(e,t,n,r){let a={kept:0,late:0,running:0};for(let o of e){let i=t(o);if(i!==null)a[r.days.between(o.received,i)<=n?"kept":"late"]+=1;else{if(_a.has(o.state))continue;r.days.between(o.received,r.today)>n?a.late+=1:a.running+=1}}return a}var rl="aggregates",Zf=100,Xf=(e,t)=>j(A("adviespunt/v1/aggregates"),J(e,t));async function mr(e,t){let{org:n}=e.portal,r=t.reduce((u,{received:p})=>Math.min(u,Number(p.slice(0,4))),Number(e.today.slice(0,4))),a=Number(e.today.slice(0,4))+1,{closed:o}=await e.api.get(`/calendar?from=${r}&to=${a}`),i={today:e.today,categories:n.categories,promises:n.promises},{years:c,age:l}=tl(t,{from:r,to:a,closed:o},i);return{day:e.today,years:c,age:l,author:e.name}}async function gr(e,t){let n=await te(e.identity.sign.privateKey,rl,Le(e.portal.id),em(e,t)),r=hn(n,pn(n.length,rl)),a=ne(e.directories.current,e.member,["facilitator"]),o=[...ht(e.directories.current,"coordinator"),...a?[a]:[]],i=await Promise.all(o.map(async({id:c,kem:l})=>({member:h(c),sealed:h(await lt(l,Xf(e.portal.id,c),r))})));await e.api.put("/aggregates",{recipients:i})}async function ol(e){return(await Qf(e))?.day??null}function Qf(e){return e.api.get("/aggregates")}function em(e,{day:t,years:n,age:r}){return{v:1,author:e.key,day:t,age:r,years:n.map(tm)}}function tm(e){return{...e,...Object.fromEntries(nm.map(t=>[t,[...e[t]].sort().map(([n,r])=>({key:n,count:r}))])),feedback:al(e.feedback),throughput:al(e.throughput)}}var nm=["groups","categories","kinds","states","outcomes","authorities"];function al({count:e,...t}){return{count:e,...Object.fromEntries(Object.entries(t).map(([n,r])=>[n,r===null?null:Math.round(r*Zf)]))}}function yr(e){let t=Fa(e);if(t<3)return{total:null,cells:e.map(br),together:null};if(e.filter(wr).length===0)return{total:t,cells:e.map(o=>({...o})),together:null};let r=Math.min(...e.filter(o=>!wr(o)).map(o=>o.count)),a=new Set(e.filter(o=>o.count<=r||wr(o)).map(o=>o.key));return{total:t,cells:e.map(o=>a.has(o.key)?br(o):{...o}),together:Fa(e.filter(o=>a.has(o.key)))}}function sl(e){let t=yr(e.map(({key:r,parts:a})=>({key:r,count:Fa(a)}))),n=new Map(e.map(({key:r,parts:a})=>{let o=t.cells.find(i=>i.key===r)?.count!==null;return[r,o?yr(a):{total:null,cells:a.map(br),together:null}]}));return{groups:t,parts:n}}function il(e){return e.map(t=>wr(t)?br(t):{...t})}function wr(e){return e.count<3}function br({key:e}){return{key:e,count:null}}function Fa(e){return e.reduce((t,n)=>t+n.count,0)}var ll="report",rm=10,Vt="none";function vr(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"").slice(0,60)||Vt}var am=e=>e===""?"open":e.replace(":",".");function qa(e,t){let n=sl(om(e,t)),r=yr(sm(e,t)),a=n.groups.total!==null,o=il(e.authorities.map(({key:i})=>({key:i,count:t.authorities.get(i)??0})));return{total:n.groups.total,groups:kr(n.groups.cells),groups_together:n.groups.together,categories:kr([...n.parts].filter(([i])=>i!==Vt).flatMap(([,{cells:i}])=>i)),feedback:cl(t.feedback,t.feedbackKept,a),final:cl(t.throughput,t.finalKept,a),outcomes:kr(r.cells),outcomes_together:r.together,authorities:kr(o),promises:{feedback:e.promises.feedback,final:e.promises.final}}}function om(e,t){let n=new Map;for(let{key:o,group:i}of e.categories){let c=n.get(vr(i))??[];c.push({key:o,count:t.categories.get(o)??0}),n.set(vr(i),c)}let r=new Set(e.categories.map(o=>o.key)),a=[...t.categories].filter(([o])=>!r.has(o)).reduce((o,[,i])=>o+i,0);return n.set(Vt,[{key:Vt,count:a}]),[...n].map(([o,i])=>({key:o,parts:i}))}function sm(e,t){let n=["","state:withdrawn","state:passed","state:closed",...e.outcomes.map(r=>r.key)];return[...new Set([...n,...t.outcomes.keys()])].map(r=>({key:am(r),count:t.outcomes.get(r)??0}))}var kr=e=>Object.fromEntries(e.map(({key:t,count:n})=>[t,n]));function cl({count:e,mean:t},{kept:n},r){let a=i=>i>=3,o=e-n;return{mean:r&&a(e)?Math.round(t??0):null,share:e>=rm&&a(n)&&(a(o)||o===0)?im(n,o):null}}function im(e,t){return t===0?100:Math.min(95,Math.max(5,Math.round(20*e/(e+t))*5))}async function dl(e,t,n){let r={v:1,year:t,author:e.key,day:e.today,numbers:n},a=await te(e.identity.sign.privateKey,ll,e.portal.id,r);await e.api.put(`/reports/${t}`,{signed:h(a)})}var Wa=e=>e.api.get("/reports");async function ul(e,t){let{reports:n}=await Wa(e);if(!n.some(p=>p.year===t))return null;let r=await e.api.get(`/reports/${t}`),a=pe(g(r.signed),()=>{}),{author:o,numbers:i,day:c}=a.body,l=Y(e.directories.current,g(o,16));if(l?.role!=="facilitator"||a.body.year!==t)throw new K(403,"forbidden");await he(l.sign,ll,e.portal.id,a);let u=await cm(g(r.signed));return{year:t,day:c,author:o,presented:r.presented,numbers:i,authorName:l.name,statement:r.signed,mark:u}}var pl=(e,t)=>y(ce(e),ce(t));async function cm(e){return([...(await He(e)).slice(0,8)].map(r=>r.toString(16).padStart(2,"0")).join("").match(/.{4}/g)??[]).join(" ")}var hl=(e,t,n)=>e.api.put(`/reports/${t}/presentation`,{day:n});var Pt=360,lm=30,Va=13;function bt(e,t,n,r){return d`<figure class="chart stack tight">
    <figcaption><h2>${e}</h2></figcaption>
    ${t}
    <details>
      <summary>${r.table}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${e}>${Ga(n)}</div>
    </details>
  </figure>`}function Ga({title:e,head:t,rows:n,caption:r}){let a=t.map((l,u)=>u>0&&n.every(p=>dm(p[u]))),o=l=>a[l]?"num":"",i=(l,u)=>l===""?d`<td></td>`:d`<th scope="col" class=${o(u)}>${l}</th>`,c=(l,u)=>u===0?d`<th scope="row">${l}</th>`:d`<td class=${o(u)}>${l}</td>`;return d`<table class="numbers">
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
  </table>`}var dm=e=>typeof e=="number"||/^[\d.,–]/.test(e??"");function Ja(e,t){let n=Math.max(1,...t.map(i=>Math.max(i.value,i.before??0))),r=(Pt-70)/n,a=t.reduce((i,c)=>i+fl(c),4),o=0;return $r(e,a,t.map(i=>{let c=o;return o+=fl(i),um(i,c,r)}))}function fl(e){return lm+(e.before===void 0||e.before===null?6:12)}function um(e,t,n){let r=e.value*n,a=e.before!==void 0&&e.before!==null;return x`<g>
    <text class="label" x="0" y=${t+Va}>${e.label}</text>
    <rect class="bar" x="0" y=${t+18} width=${Math.max(r,e.value?1.5:0)} height="11" rx="2"></rect>
    <text class="value" x=${r+6} y=${t+28}>${e.note??e.value}</text>
    ${a?x`<rect class="before" x="0.5" y=${t+31} width=${Math.max(Number(e.before)*n,.5)} height="5"></rect>`:m}
  </g>`}function Ya(e,t){let i=110/Math.max(1,...t.map(l=>Math.max(l.value,l.before??0))),c=Pt/t.length;return $r(e,150,[x`<line class="axis" x1="0" y1=${126+.5} x2=${Pt} y2=${126+.5}></line>`,...t.map((l,u)=>pm(l,u*c,c,126,i))])}function pm(e,t,n,r,a){let o=n*.5,i=e.before??null,c=t+n*(i===null?.25:.12);return x`<g>
    ${i===null?m:x`<rect class="before" x=${c+o+1} y=${r-i*a} width=${n*.22} height=${i*a}></rect>`}
    <rect class="bar" x=${c} y=${r-e.value*a} width=${o} height=${e.value*a} rx="1"></rect>
    <text class="value middle" x=${c+o/2} y=${r-e.value*a-4}>${e.value}</text>
    <text class="label middle" x=${t+n/2} y=${r+16}>${e.label}</text>
  </g>`}function ml(e,t,n){let r=Math.max(n.days*1.15,...t.map(({spread:c})=>c.high??0),...t.map(({spread:c})=>c.mean??0)),a=(Pt-60)/r,o=c=>46+c*a,i=28+t.length*32;return $r(e,i,[x`<line class="promise" x1=${o(n.days)} y1="18" x2=${o(n.days)} y2=${i}></line>
      <text class="label middle" x=${o(n.days)} y="12">${n.label}</text>`,...t.map(({label:c,spread:l},u)=>hm(c,l,32+u*32,o))])}function hm(e,t,n,r){let{low:a,high:o,median:i,mean:c}=t;if(a===null||o===null||i===null||c===null)return x`<text class="label" x="0" y=${n+10}>${e}</text><text class="label" x="46" y=${n+10}>–</text>`;let l=r(c);return x`<g>
    <text class="label" x="0" y=${n+10}>${e}</text>
    <rect class="range" x=${r(a)} y=${n} width=${Math.max(r(o)-r(a),2)} height="13" rx="3"></rect>
    <line class="median" x1=${r(i)} y1=${n-3} x2=${r(i)} y2=${n+16}></line>
    <path class="mean" d=${`M${l} ${n+1} l5 5.5 l-5 5.5 l-5 -5.5 z`}></path>
  </g>`}function gl(e,t){let n=t.length*40+4;return $r(e,n,t.map(({label:r,parts:a,note:o},i)=>{let c=i*40,l=a.reduce((p,f)=>p+f,0),u=0;return x`<g>
      <text class="label" x="0" y=${c+Va}>${r}</text>
      <text class="value end" x=${Pt} y=${c+Va}>${o}</text>
      ${a.map((p,f)=>{let w=l===0?0:p/l*Pt,b=u;return u+=w,x`<rect class=${`part p${f}`} x=${b+.5} y=${c+19} width=${Math.max(w-1,0)} height="14"></rect>`})}
    </g>`}))}function $r(e,t,n){return d`<svg class="plot" viewBox=${`0 0 ${Pt} ${t}`} role="img" aria-label=${e}>
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" y1="0" x2="0" y2="5"></line>
      </pattern>
    </defs>
    ${n}
  </svg>`}var st={width:595,height:842},fm=new Map(Object.entries({"€":128,"‚":130,"„":132,"…":133,Š:138,Œ:140,Ž:142,"‘":145,"’":146,"“":147}).concat(Object.entries({"”":148,"•":149,"–":150,"—":151,"−":150,š:154,œ:156,ž:158,Ÿ:159}))),mm=[278,278,355,556,556,889,667,191,333,333,389,584,278,333,278,278,556,556,556,556,556,556,556,556,556,556,278,278,584,584,584,556,1015,667,667,722,722,667,611,778,722,278,500,667,556,833,722,778,667,778,722,667,611,722,667,944,667,667,611,278,278,278,469,556,333,556,556,500,556,556,278,556,556,222,222,500,222,833,556,556,556,556,333,500,278,556,500,722,500,500,500,334,260,334,584],gm=556,wm=1.08;function Xa(e,t,n=!1){return[...e.normalize("NFD").replace(/\p{M}/gu,"")].reduce((o,i)=>o+(mm[i.charCodeAt(0)-32]??gm),0)*t*(n?wm:1)/1e3}function xr(e,t,n){let r=[""];for(let a of e.split(/\s+/).filter(Boolean)){let o=`${r.at(-1)} ${a}`.trim();Xa(o,t)<=n||r.at(-1)===""?r[r.length-1]=o:r.push(a)}return r}function ym(e){return`<${[...e.normalize("NFC")].map(n=>{let r=fm.get(n)??n.charCodeAt(0);return r<256&&(r>=32||r===9)?r:63}).map(n=>n.toString(16).padStart(2,"0")).join("")}>`}var Za=e=>String(Math.round(e*100)/100);function bm(e){return e.map(({text:n,x:r,y:a,size:o,bold:i})=>`BT /${i?"B":"R"} ${Za(o)} Tf ${Za(r)} ${Za(a)} Td ${ym(n)} Tj ET`).join(`
`)}var wl=(e,t="")=>`<< ${t}/Length ${e.length} >>
stream
${e}
endstream`;function yl(e,{language:t,kept:n}){let a=e.map((c,l)=>`${6+2*l} 0 R`).join(" "),o=c=>`<< /Type /Font /Subtype /Type1 /BaseFont /${c} /Encoding /WinAnsiEncoding >>`,i=[`<< /Type /Catalog /Pages 2 0 R /Lang (${t}) /AdviespuntReport 5 0 R >>`,`<< /Type /Pages /Kids [${a}] /Count ${e.length} /MediaBox [0 0 ${st.width} ${st.height}] >>`,o("Helvetica"),o("Helvetica-Bold"),wl(n),...e.flatMap((c,l)=>[`<< /Type /Page /Parent 2 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents ${6+2*l+1} 0 R >>`,wl(bm(c))])];return km(i)}function km(e){let t=[j(A(`%PDF-1.7
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
`;return j(...t,A(i))}var kl="adviespunt-report:",Ae=52,Qa=92,vm=.74;function vl(e,t){let n=Ae*2+$m(e,t,1),r=Math.max(vm,Math.min(1,(st.height-2*Ae)/(n-2*Ae))),a=new Er(r);return $l(a,e,t),yl(a.pages,{language:`${V}-BE`,kept:`${kl}${e.statement}`})}function $m(e,t,n){let r=new Er(n,1/0);return $l(r,e,t),r.used}var Er=class{constructor(t,n=st.height-2*Ae){this.scale=t,this.room=n,this.pages=[[]],this.used=0}down(t,n=0){this.used+(t+n)*this.scale>this.room&&(this.pages.push([]),this.used=0),this.used+=t*this.scale}put(t,n,r,{bold:a=!1,right:o=!1}={}){let i=r*this.scale,c=o?n-Xa(t,i,a):n;this.pages.at(-1)?.push({text:t,x:c,y:st.height-Ae-this.used,size:i,bold:a})}paragraph(t,n,r){for(let a of xr(t,n*this.scale,st.width-2*Ae))this.down(r),this.put(a,Ae,n)}};function $l(e,{title:t,organisation:n,notes:r,signature:a},o){e.down(16),e.put(t,Ae,16,{bold:!0}),e.down(16),e.put(n,Ae,10),e.down(4);for(let i of r)e.paragraph(i,9,12);for(let i of o)xm(e,i);e.down(12);for(let i of a)e.paragraph(i,8,11)}function xm(e,{title:t,head:n,rows:r}){if(r.length===0)return;e.down(24,26),e.put(t,Ae,11,{bold:!0});let a=st.width-2*Ae-Qa*(n.length-1);n.length>2&&bl(e,n,a,!0);for(let o of r)bl(e,o.map(String),a,!1)}function bl(e,[t="",...n],r,a){let o=xr(t,9*e.scale,r-8),i=n.map(l=>xr(l,9*e.scale*(a?1.1:1),Qa-8)),c=Math.max(o.length,...i.map(l=>l.length));for(let l=0;l<c;l+=1)e.down(12,l===0?(c-1)*12:0),e.put(o[l]??"",Ae,9,{bold:a}),i.forEach((u,p)=>{let f=st.width-Ae-Qa*(i.length-1-p);e.put(u[l]??"",f,9,{bold:a,right:!0})})}function xl({title:e,organisation:t,statement:n},r){return`\uFEFF${[[e],[t],[],...r.flatMap(o=>[[o.title],o.head,...o.rows,[]]),[s("handtekening"),`${kl}${n}`]].map(o=>o.map(Em).join(";")).join(`\r
`)}\r
`}function Em(e){let t=String(e);return`"${(/^[=+\-@\s＝＋－＠]/.test(t)?`'${t}`:t).replaceAll('"','""')}"`}function eo(e,t,n){let r=document.createElement("a");r.href=URL.createObjectURL(new Blob([t],{type:n})),r.download=e.replace(/[^\w .-]/g,"-"),r.click(),setTimeout(()=>URL.revokeObjectURL(r.href),1e3)}function Rt(e){return e===null?"–":new Intl.NumberFormat(`${V}-BE`,{maximumFractionDigits:1}).format(e)}function to(e,t){return t===0?"–":new Intl.NumberFormat(`${V}-BE`,{style:"percent",maximumFractionDigits:0}).format(e/t)}function jm(e){return new Intl.DateTimeFormat(`${V}-BE`,{month:"narrow",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}function Sm(e){return new Intl.DateTimeFormat(`${V}-BE`,{month:"long",timeZone:"UTC"}).format(new Date(Date.UTC(2024,e,1)))}var jr=class{constructor(t,n){this.org=t,this.draw=n,this.year=null,this.order="R"}chosen({years:t,day:n}){let r=this.year??Number(n.slice(0,4));return t.find(({year:a})=>a===r)??t.at(-1)??null}render(t){let n=this.chosen(t);if(n===null)return d`<div class="card empty stack tight">
        ${v("chart-column")}
        <h2>${s("Er zijn nog geen cijfers")}</h2>
        <p>${s("Zodra de eerste vraag binnen is, staan hier de aantallen en de termijnen.")}</p>
      </div>`;let r=t.years.find(({year:a})=>a===n.year-1)??null;return d`<div class="stack figures">
      ${this.pickYear(t,n)} ${this.headline(n,r)}
      <div class="charts">
        ${this.months(n,r)} ${this.quarters(n,r)}
        ${this.counted(s("Vragen per groep"),"groups",t.years,n,El)}
        ${this.counted(s("Vragen per soort"),"kinds",t.years,n,a=>W(this.org.kinds,a))}
        ${this.times(t,"feedback",s("Tijd tot de eerste feedback"),this.org.promises.feedback)}
        ${this.times(t,"throughput",s("Tijd tot het definitieve antwoord"),this.org.promises.final)}
        ${this.kept(t,"feedbackKept",s("Eerste feedback binnen de termijn"),this.org.promises.feedback)}
        ${this.kept(t,"finalKept",s("Definitief antwoord binnen de termijn"),this.org.promises.final)}
        ${this.counted(s("Uitkomsten"),"outcomes",t.years,n,a=>this.outcome(a))}
        ${this.counted(s("Verwezen of doorgegeven aan"),"authorities",t.years,n,a=>W(this.org.authorities,a))}
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
      ${r(s("Eerste feedback, gemiddeld"),s("{n} werkdagen",{n:Rt(t.feedback.mean)}),s("beloofd binnen {n}",{n:this.org.promises.feedback}))}
      ${r(s("Doorlooptijd, gemiddeld"),s("{n} werkdagen",{n:Rt(t.throughput.mean)}),s("beloofd binnen {n}",{n:this.org.promises.final}))}
      ${r(s("Antwoord binnen de termijn"),to(t.finalKept.kept,a(t.finalKept)),Z("{n} nog lopend","{n} nog lopend",t.finalKept.running))}
    </div>`}months(t,n){let r=s("Vragen per maand"),a=t.months.map((o,i)=>({label:jm(i),value:o,before:n?.months[i]??null}));return bt(r,d`${Ya(s("{title} in {year}",{title:r,year:t.year}),a)}${no(t,n)}`,this.table(r,t,n,t.months.map((o,i)=>[Sm(i),o,n?.months[i]??0])),Ct())}quarters(t,n){let r=s("Vragen per kwartaal"),a=i=>s("K{n}",{n:i+1}),o=t.quarters.map((i,c)=>({label:a(c),value:i,before:n?.quarters[c]??null}));return bt(r,d`${Ya(s("{title} in {year}",{title:r,year:t.year}),o)}${no(t,n)}`,this.table(r,t,n,t.quarters.map((i,c)=>[a(c),i,n?.quarters[c]??0])),Ct())}counted(t,n,r,a,o){let i=[a,...r.filter(({year:w})=>w<a.year).reverse()],c=i.find(({year:w})=>w===a.year-1)??null,l=(w,b)=>w?.[n].get(b)??0,u=[...new Set(i.flatMap(w=>[...w[n].keys()]))].sort((w,b)=>l(a,b)-l(a,w)||o(w).localeCompare(o(b)));if(u.length===0)return bt(t,d`<p class="muted">${s("Nog niets.")}</p>`,{title:t,head:["",""],rows:[]},Ct());let p=u.filter(w=>l(a,w)>0||l(c,w)>0).map(w=>({label:Km(o(w)),value:l(a,w),before:c?l(c,w):null})),f=u.map(w=>[o(w),...i.map(b=>l(b,w))]);return bt(t,d`${p.length>0?Ja(t,p):d`<p class="muted">${s("Nog niets.")}</p>`}${no(a,c)}`,{title:t,head:["",...i.map(({year:w})=>String(w))],rows:f},Ct())}times({years:t},n,r,a){let o=t.map(l=>({label:String(l.year),spread:l[n]})),i=[s("jaar"),s("aantal"),s("gemiddeld"),s("mediaan"),s("een kwart binnen"),s("drie kwart binnen"),s("langste")],c=o.map(({label:l,spread:u})=>[l,u.count,...[u.mean,u.median,u.low,u.high,u.longest].map(Rt)]);return bt(r,d`${ml(r,o,{days:a,label:s("beloofd: {n}",{n:a})})}
        <p class="hint">
          ${s("In werkdagen. Balk: de spreiding, van een kwart tot drie kwart van de vragen. Streep: de mediaan. Ruit: het gemiddelde.")}
        </p>`,{title:r,head:i,rows:c},Ct())}kept({years:t},n,r,a){let o=t.map(c=>{let{kept:l,late:u,running:p}=c[n];return{label:String(c.year),parts:[l,u,p],note:s("{share} op tijd",{share:to(l,l+u)})}}),i=t.map(c=>[String(c.year),c[n].kept,c[n].late,c[n].running,to(c[n].kept,c[n].kept+c[n].late)]);return bt(r,d`${gl(r,o)}
        <p class="hint parts">
          <span><span class="swatch p0"></span>${s("binnen {n} werkdagen",{n:a})}</span>
          <span><span class="swatch p1"></span>${s("later")}</span>
          <span><span class="swatch p2"></span>${s("loopt nog")}</span>
        </p>`,{title:r,head:[s("jaar"),s("op tijd"),s("later"),s("loopt nog"),s("deel op tijd")],rows:i},Ct())}outcome(t){return t===""?s("loopt nog"):t==="state:withdrawn"?s("ingetrokken"):t==="state:passed"?s("doorgegeven"):t==="state:closed"?s("afgesloten zonder uitkomst"):W(this.org.outcomes,t)}age({age:t}){let n=s("Lopend werk naar ouderdom"),r=o=>{let i=Tt[o];return i===void 0?s("meer dan {n} werkdagen",{n:Tt.at(-1)??0}):o===0?s("tot {n} werkdagen",{n:i}):s("{from} tot {to} werkdagen",{from:(Tt[o-1]??0)+1,to:i})},a=t.map((o,i)=>({label:r(i),value:o}));return bt(n,Ja(n,a),{title:n,head:[s("ouderdom"),s("aantal")],rows:t.map((o,i)=>[r(i),o])},Ct())}table(t,n,r,a){return{title:t,head:["",String(n.year),...r?[String(r.year)]:[]],rows:r?a:a.map(o=>o.slice(0,2))}}risks({years:t},n){let r=el(t,n.year,this.org.categories).sort(Mm(this.order)),a=Math.max(1,...r.map(({count:i})=>i)),o=[["R",s("risico")],["count",s("aantal vragen")],["moved",s("verschil met vorig jaar")],["label",s("naam")]];return d`<section class="risks stack tight" aria-labelledby="risk-title">
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
            ${r.map(i=>Am(i,a))}
          </tbody>
        </table>
      </div>
    </section>`}};function Am({category:e,count:t,before:n,class:r},a){let o=i=>i===null?"–":Rt(i);return d`<tr>
    <th scope="row">${e.label}<small class="muted"> ${El(e.group)}</small></th>
    <td class="num">
      ${t}<svg class="inline-bar" viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bar" x="0" y="0" width=${t/a*60} height="8"></rect>
      </svg>
    </td>
    <td class="num">${n}</td>
    <td>${Dm(t-n)}</td>
    <td>
      ${r===null?"–":F(r,r==="A"||r==="B"?"danger":r==="C"?"warn":"")}
    </td>
    <td class="num">${o(e.R)}</td>
    <td class="num">${o(e.W)}</td>
    <td class="num">${o(e.B)}</td>
    <td class="num">${o(e.E)}</td>
  </tr>`}function El(e){return e===""?s("nog niet ingedeeld"):e===hr?s("staat niet meer in de lijst"):e}function Dm(e){return e===0?d`<span class="muted">=</span>`:e>0?d`▲ +${e}`:d`▼ −${-e}`}function Mm(e){let t={R:n=>-(n.category.R??-1),class:n=>n.class??"Z",count:n=>-n.count,moved:n=>-Math.abs(n.count-n.before),label:n=>n.category.label}[e];return(n,r)=>t(n)<t(r)?-1:t(n)>t(r)?1:n.category.label.localeCompare(r.category.label)}function Km(e){return e.length>52?`${e.slice(0,50)}…`:e}var Ct=()=>({table:s("Toon de tabel")});function no(e,t){return t===null?m:d`<p class="hint parts">
    <span><span class="swatch now"></span>${e.year}</span>
    <span><span class="swatch before"></span>${t.year}</span>
  </p>`}function oo(e,t=null){return n=>new ao(n,e,t)}var ao=class{tab="figures";constructor(t,n,r){this.app=t,this.numbers=n;let a=n.years.map(o=>o.year).filter(o=>o<this.thisYear);this.year=r??a.at(-1)??this.thisYear,this.signed=new Map,this.error=null,this.busy=!1,this.presented=t.me.today,this.load()}get thisYear(){return Number(this.numbers.day.slice(0,4))}draw(){this.app.screen===this&&this.app.update()}async load(){let{year:t}=this;try{this.signed.set(t,await this.app.call(()=>ul(this.app.me,t))),this.error=null}catch(n){this.error=n instanceof Error&&n.name!=="ApiError"?s("Het verslag dat de server geeft, is niet door een facilitator ondertekend. Verwittig je collega’s."):$(n)}this.draw()}choose(t){this.year=t,this.signed.has(t)||this.load(),this.draw()}async act(t,n){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),R(n),await this.load()}catch(r){this.error=$(r)}this.busy=!1,this.draw()}render(){let t=this.numbers.years.find(a=>a.year===this.year),n=this.signed.get(this.year),r=n?.numbers??(t?qa(this.app.me.portal.org,t):null);return d`<div class="stack">
      <p class="no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${v("arrow-left")}${s("Terug naar de cijfers")}
        </button>
      </p>
      ${D(this.error)}
      <div class="row spread no-print">
        <div class="segments" role="group" aria-label=${s("Jaar")}>
          ${this.numbers.years.map(({year:a})=>d`<button type="button" class="segment" aria-pressed=${String(a===this.year)} @click=${()=>this.choose(a)}>${a}</button>`)}
        </div>
        ${r?this.tools(n??null):m}
      </div>
      ${r===null?d`<h1>${s("Jaarverslag")}</h1>
              <p>${s("Er zijn nog geen cijfers.")}</p>`:n===void 0&&!this.error?G(s("Even geduld…")):d`${this.standing(n??null,r)}${this.report(r,n??null)}`}
    </div>`}tools(t){return d`<div class="row">
      <button type="button" class="button" @click=${()=>print()}>${v("printer")}${s("Druk af")}</button>
      ${t===null?d`<span class="hint">${s("PDF en CSV zijn er zodra het verslag ondertekend is.")}</span>`:d`<button type="button" class="button" @click=${()=>this.save(t,"pdf")}>
                ${v("file-text")}${s("Verslag als PDF")}</button
              ><button type="button" class="button" @click=${()=>this.save(t,"csv")}>
                ${v("file-text")}${s("Cijfers als CSV")}
              </button>`}
    </div>`}save(t,n){let{org:r}=this.app.me.portal,a=Al(r,this.year,t.numbers),o={year:this.year,title:this.title(),organisation:r.name,notes:[jl()],signature:Sl(t),statement:t.statement},i=`${r.short_name} ${this.year}.${n}`;n==="pdf"?eo(i,vl(o,a),"application/pdf"):eo(i,xl(o,a),"text/csv")}title(){return s("Adviespunt Integriteit: jaarverslag {year}",{year:this.year})}standing(t,n){return this.year<this.thisYear?t?.presented?d`<div class="no-print">
        ${E("good",d`<p>${s("Voorgesteld op {day}. Het verslag ligt vast.",{day:N(t.presented,{year:!0})})}</p>`)}
      </div>`:d`<div class="no-print">
      ${this.app.me.role==="coordinator"?this.presenting(t):this.signing(t,n)}
    </div>`:d`<div class="no-print">
        ${E("warn",d`<p>${s("Het jaar is nog niet om: dit zijn voorlopige cijfers.")}</p>`)}
      </div>`}signing(t,n){if(t){let r=this.numbers.years.find(i=>i.year===this.year),a=r?qa(this.app.me.portal.org,r):n,o=!pl(a,t.numbers);return E(o?"warn":"good",d`<p>
            ${s("Ondertekend door {name} op {day}. De integriteitscoördinator legt vast wanneer het is voorgesteld.",{name:t.authorName,day:N(t.day,{year:!0})})}
          </p>
          ${o?d`<p>
                    ${s("Sindsdien zijn er cijfers veranderd. Geef je een nieuw verslag, haal dan het vorige terug: wie beide heeft, kan kleine aantallen berekenen.")}
                  </p>
                  <div class="actions">${this.signButton(a,s("Onderteken opnieuw"))}</div>`:m}`)}return E("info",d`<p>
          ${s("Kijk de cijfers na. Met je handtekening leg je het verslag klaar voor de integriteitscoördinator.")}
        </p>
        <div class="actions">${this.signButton(n,s("Onderteken het verslag"))}</div>`)}signButton(t,n){return T({label:n,busy:this.busy,click:()=>this.act(()=>dl(this.app.me,this.year,t),s("Het verslag is ondertekend."))})}presenting(t){return t===null?E("info",d`<p>${s("Een facilitator moet het verslag van dit jaar nog ondertekenen.")}</p>`):d`<div class="card stack tight">
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
        ${T({label:s("Leg de dag vast"),busy:this.busy,click:()=>this.record()})}
      </div>
    </div>`}async record(){let{presented:t,year:n}=this;if(t===""||Number(t.slice(0,4))<=n||t>this.app.me.today){this.error=s("Kies een dag na het einde van {year} en niet in de toekomst. Er is niets veranderd.",{year:n}),this.draw();return}await _({title:s("Voorgesteld op {day}?",{day:N(t,{year:!0})}),text:d`<p>
        ${s("Daarna ligt het verslag vast en kan een facilitator de dossiers van {year} archiveren. Dit kan je niet meer veranderen.",{year:n})}
      </p>`,yes:s("Leg vast")})&&await this.act(()=>hl(this.app.me,n,t),s("De dag is vastgelegd."))}report(t,n){let{org:r}=this.app.me.portal;return d`<article class="report stack">
      <header>
        <h1>${this.title()}</h1>
        <p class="muted">${r.name}</p>
      </header>
      <p>${jl()}</p>
      ${Al(r,this.year,t).map(a=>d`<section>
            <h2>${a.title}</h2>
            <div class="scroll" tabindex="0" role="region" aria-label=${a.title}>
              ${Ga({...a,caption:""})}
            </div>
          </section>`)}
      <p class="hint">
        ${n?Sl(n).join(" "):s("Ontwerp van {day}, niet ondertekend.",{day:N(this.numbers.day,{year:!0})})}
      </p>
    </article>`}},jl=()=>s("Dit verslag bevat alleen aantallen. Een aantal onder {n} wordt niet getoond, en ook niets waaruit het te berekenen is (‘–’).",{n:3});function Sl({authorName:e,day:t,mark:n}){return[s("Ondertekend door {name} op {day}.",{name:e,day:N(t,{year:!0})}),s("Merkteken van de handtekening: {mark}. De systeembeheerder kijkt PDF en CSV na met: adviespunt report verify BESTAND.",{mark:n})]}var Nm=new Set(["A","B","C"]),Sr=e=>e??"–";function Al(e,t,n){let r=new Map(e.categories.map(({group:a})=>[vr(a),a]));return[{title:s("Aantal vragen"),head:["",s("aantal")],rows:[[s("Vragen in {year}",{year:t}),Sr(n.total)]]},ro(s("Per groep"),s("groep"),n.groups,n.groups_together,a=>a===Vt?s("zonder categorie"):String(r.get(a)??a)),zm(e,n.categories),Tm(n),ro(s("Uitkomst"),s("uitkomst"),n.outcomes,n.outcomes_together,a=>Om(e,a)),ro(s("Verwezen of doorgegeven aan"),s("dienst"),n.authorities,null,a=>W(e.authorities,a))]}function ro(e,t,n,r,a){let o=Object.entries(n),i=o.filter(([,l])=>l===null).map(([l])=>a(l)),c=o.filter(([,l])=>l!==null).map(([l,u])=>[a(l),Sr(u)]);return i.length>0&&c.push([s("Samen: {names}",{names:i.join(", ")}),Sr(r)]),{title:e,head:[t,s("aantal")],rows:c}}function Om(e,t){return{open:s("loopt nog"),"state.withdrawn":s("ingetrokken"),"state.passed":s("doorgegeven"),"state.closed":s("afgesloten zonder uitkomst")}[t]??W(e.outcomes,t)}function zm(e,t){let a=[...e.categories].sort((i,c)=>(c.R??-1)-(i.R??-1)||i.label.localeCompare(c.label)).filter(({key:i,R:c})=>Nm.has(fr(c)??"")||typeof t[i]=="number").map(({key:i,label:c,R:l})=>[c,l===null?"–":Rt(l),fr(l)??"–",Sr(t[i])]),o=[s("categorie"),"R",s("klasse"),s("aantal")];return{title:s("Per categorie, naast de risicoanalyse"),head:o,rows:a}}function Tm({feedback:e,final:t,promises:n}){let r=new Intl.NumberFormat(`${V}-BE`,{style:"percent"}),a=(o,{mean:i,share:c})=>[o,i===null?"–":Rt(i),c===null?"–":r.format(c/100)];return{title:s("Termijnen, in werkdagen"),head:["",s("gemiddeld, ongeveer"),s("op tijd, van wat beantwoord is")],rows:[a(s("Eerste feedback (beloofd: {n})",{n:n.feedback}),e),a(s("Definitief antwoord (beloofd: {n})",{n:n.final}),t)]}}async function Dl(e,t){let{due:n,late:r}=await Wa(e.me);if(n===null)return m;let a=r?s("Het jaarverslag van {year} is te laat: het moest in het eerste kwartaal worden voorgesteld.",{year:n}):s("Het jaarverslag van {year} kan worden opgemaakt. Het wordt in het eerste kwartaal voorgesteld.",{year:n});return d`<div class="banner">
    ${E(r?"danger":"info",d`<p>${a}</p>
        <p>
          <button type="button" class="button small" @click=${()=>t(n)}>${s("Naar het jaarverslag")}</button>
        </p>`)}
  </div>`}function Kl(e,t,n){let r=null,a=null,o=({touches:u})=>{let[p,f]=u;r=u.length===1&&p?{x:p.clientX,y:p.clientY}:null,a=u.length===2&&p&&f?Ml(p,f):null},i=u=>{let[p,f]=u.touches;a===null||!p||!f||(u.preventDefault(),t.pinch(Ml(p,f)/a,(p.clientX+f.clientX)/2,(p.clientY+f.clientY)/2))},c=({changedTouches:[u]})=>{a!==null?t.release():r!==null&&u&&l(u.clientX-r.x,u.clientY-r.y),a=null,r=null},l=(u,p)=>{Math.abs(u)>60&&Math.abs(u)>2*Math.abs(p)&&t.sweep(u<0?1:-1)};e.addEventListener("touchstart",o,{signal:n,passive:!0}),e.addEventListener("touchmove",i,{signal:n,passive:!1}),e.addEventListener("touchend",c,{signal:n}),e.addEventListener("touchcancel",c,{signal:n})}var Ml=(e,t)=>Math.max(1,Math.hypot(e.clientX-t.clientX,e.clientY-t.clientY));var Nl=1.25,Pm=8,Ol=80;async function Tl(e,t,{width:n,turn:r=0,watermark:a=null}={}){let o=await createImageBitmap(new Blob([t.image],{type:t.media}));try{let[i,c]=r%2===0?[o.width,o.height]:[o.height,o.width],l=(n??i)/i;e.width=Math.max(1,Math.round(i*l)),e.height=Math.max(1,Math.round(c*l));let u=e.getContext("2d");u.imageSmoothingQuality="high",u.translate(e.width/2,e.height/2),u.rotate(r*Math.PI/2),u.scale(l,l),u.drawImage(o,-o.width/2,-o.height/2),u.resetTransform(),a&&Cm(u,a)}finally{o.close()}}function Cm(e,t){let{width:n,height:r}=e.canvas,a=Math.max(14,Math.round(Math.min(n,r)/24));e.font=`600 ${a}px system-ui, sans-serif`,e.textAlign="center",e.translate(n/2,r/2),e.rotate(-Math.PI/7);let o=Math.hypot(n,r)/2,i=e.measureText(t).width+a*3;for(let c=-o,l=0;c<=o;c+=a*5,l+=1)for(let u=-o-l%2*(i/2);u<=o+i;u+=i)Rm(e,t,u,c);e.resetTransform()}function Rm(e,t,n,r){e.fillStyle="rgb(0 0 0 / 16%)",e.fillText(t,n,r),e.fillStyle="rgb(255 255 255 / 22%)",e.fillText(t,n+1,r+1)}async function Bm(e,t=0){let n=document.activeElement,r=je(i=>Lm(i),{kind:"viewer",label:e.title}),a=document.querySelector("dialog.viewer"),o=new so(a,e,t);await o.show(),await r,o.stop(),n instanceof HTMLElement&&n.focus()}function Lm(e){return d`<div class="viewer-bar" role="toolbar" aria-label=${s("Bekijken")}>
      ${En("before","arrow-left",s("Vorige pagina"),"←")}
      ${En("after","arrow-right",s("Volgende pagina"),"→")}
      <span class="count" data-part="count"></span>
      ${En("smaller","zoom-out",s("Kleiner"),"−")} ${En("larger","zoom-in",s("Groter"),"+")}
      ${En("turn","rotate-cw",s("Draai"),"r")}
      <button type="button" class="button square" title=${`${s("Sluit")} (Esc)`} @click=${()=>e(null)}>
        ${v("x")}<span class="sr">${s("Sluit")}</span>
      </button>
    </div>
    <div class="viewer-stage" data-part="stage" tabindex="0" role="region" aria-label=${s("Pagina")}>
      <canvas role="img"></canvas>
      <p data-part="message"></p>
    </div>`}function En(e,t,n,r){return d`<button type="button" class="button square" data-tool=${e} title=${`${n} (${r})`}>
    ${v(t)}<span class="sr">${n}</span>
  </button>`}var Im={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},zl=e=>Math.min(Pm,Math.max(1,e)),so=class{constructor(t,n,r){this.dialog=t,this.album=n,this.index=r,this.zoom=1,this.turn=0,this.pinched=void 0,this.page=null,this.ticket=0,this.canvas=t.querySelector("canvas"),this.stage=t.querySelector("[data-part=stage]"),this.message=t.querySelector("[data-part=message]"),this.listen()}listen(){this.end=new AbortController;let{signal:t}=this.end;this.dialog.addEventListener("click",n=>this.press(n),{signal:t}),this.dialog.addEventListener("keydown",n=>this.key(n),{signal:t}),this.stage.addEventListener("dblclick",n=>this.around(this.zoom>1?1:2,n),{signal:t}),Kl(this.stage,{sweep:n=>this.zoom===1&&this.go(n),pinch:(n,r,a)=>this.pinch(n,{clientX:r,clientY:a}),release:()=>this.release()},t),addEventListener("resize",()=>this.draw(),{signal:t})}stop(){this.end?.abort(),this.page=null,this.canvas.width=1,this.canvas.height=1}press(t){let n=t.target.closest("[data-tool]");n instanceof HTMLElement&&this.act(n.dataset.tool??"")}act(t){t==="before"&&this.go(-1),t==="after"&&this.go(1),t==="larger"&&this.size(this.zoom*Nl),t==="smaller"&&this.size(this.zoom/Nl),t==="turn"&&(this.turn=(this.turn+1)%4,this.draw())}key(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let n={PageUp:"before",PageDown:"after","+":"larger","=":"larger","-":"smaller",r:"turn"};this.zoom===1&&Object.assign(n,{ArrowLeft:"before",ArrowRight:"after"});let r=n[t.key],a=Im[t.key];r===void 0&&a===void 0||(t.preventDefault(),r!==void 0?this.act(r):a&&this.stage.scrollBy(a[0]*Ol,a[1]*Ol))}pinch(t,n){this.pinched??=this.zoom,this.around(this.pinched*t,n,{sharp:!1})}release(){this.pinched=void 0,this.size(this.zoom)}around(t,{clientX:n,clientY:r},{sharp:a=!0}={}){if(this.page===null)return;let o=this.canvas.getBoundingClientRect(),[i,c]=[(n-o.left)/o.width,(r-o.top)/o.height];this.zoom=zl(t),this.canvas.style.width=`${Math.round(this.fitting(this.page)*this.zoom)}px`;let l=this.canvas.getBoundingClientRect();this.stage.scrollBy(l.left+i*l.width-n,l.top+c*l.height-r),a&&this.draw()}go(t){let n=this.index+t;n<0||n>=this.album.count||(this.index=n,this.zoom=1,this.turn=0,this.show())}size(t){this.zoom=zl(t),this.draw()}async show(){let t=this.ticket+=1;this.page=null,this.canvas.hidden=!0,this.tell(s("Pagina {n} wordt geopend…",{n:this.index+1}));let n=await this.album.load(this.index).catch(()=>null);t!==this.ticket||!this.dialog.open||(this.page=n,n===null?this.tell(s("Deze pagina kan niet worden getoond. Probeer het later opnieuw.")):await this.draw())}async draw(){if(this.page===null)return;let t=Math.round(this.fitting(this.page)*this.zoom),n=Math.min(devicePixelRatio||1,2);try{await Tl(this.canvas,this.page,{width:t*n,turn:this.turn,watermark:this.album.watermark})}catch{this.tell(s("Deze pagina is geen beeld dat getoond kan worden."));return}this.canvas.style.width=`${t}px`,this.canvas.hidden=!1,this.tell("")}fitting(t){let[n,r]=this.turn%2===0?[t.width,t.height]:[t.height,t.width];return Math.min(this.stage.clientWidth-16,(this.stage.clientHeight-16)*n/r,n*2)}tell(t){let n=s("{n} van {all}",{n:this.index+1,all:this.album.count}),r=this.dialog.querySelector("[data-part=count]");r&&(r.textContent=n),this.canvas.setAttribute("aria-label",`${this.album.title}, ${n}`),this.message.textContent=t,this.disable("before",this.index===0),this.disable("after",this.index===this.album.count-1),this.disable("smaller",this.zoom===1),Ci(t||`${this.album.title}, ${n}`)}disable(t,n){let r=this.dialog.querySelector(`[data-tool=${t}]`);r instanceof HTMLButtonElement&&r.setAttribute("aria-disabled",String(n))}};function Pl(e){let t=document.createElement("ul");t.className="thumbs";let n=new IntersectionObserver(r=>r.forEach(a=>{a.isIntersecting&&(n.unobserve(a.target),_m(a.target,e))}));for(let r=0;r<e.count;r+=1)t.append(Um(e,r,n));return t}function Um(e,t,n){let r=document.createElement("li");return r.dataset.index=String(t),re(d`<button type="button" class="thumb" @click=${()=>Bm(e,t)}>
      <canvas width="90" height="120" aria-hidden="true"></canvas>
      <span
        >${e.count===1?s("Bekijk groot"):s("Pagina {n}",{n:t+1})}<span class="sr"
          >, ${e.title}</span
        ></span
      >
    </button>`,r),n.observe(r),r}async function _m(e,t){let n=e.querySelector("canvas");try{await Tl(n,await t.load(Number(e.dataset.index)),{width:240,watermark:t.watermark})}catch{e.querySelector(".thumb")?.append(s("Niet te tonen"))}}async function Cl(e){let t=h(e.directories.current.register.id),r=[...await mn(e)].sort((a,o)=>+(h(o.key)===t)-+(h(a.key)===t));return Promise.all(r.map(({seed:a})=>oe(a,"template")))}async function Rl(e){let{templates:t}=await e.api.get("/templates");if(t.length===0)return[];let n=await Cl(e);return(await Promise.all(t.map(a=>Fm(e,n,a)))).filter(a=>a!==null).sort((a,o)=>a.name.localeCompare(o.name))}async function Fm(e,t,{id:n,number:r,envelope:a}){let o=g(a);for(let i of t)try{let{writer:c}=$e(o).header,l={portal:e.portal.id,case:et,epoch:r,id:g(n,16),writer:c,kind:"template"},{act:u,name:p,text:f}=Ie(await We(i,l,o));return{id:n,number:r,act:u,name:p,text:f}}catch(c){if(!(c instanceof O))throw c}return null}async function Bl(e,{id:t,number:n,act:r,name:a,text:o}){let[i]=await Cl(e);if(i===void 0)throw new O("register-key");let c=t===null?L(16):g(t,16),l=t===null?0:n+1,u={portal:e.portal.id,case:et,epoch:l,id:c,writer:e.member,kind:"template"},p=await xe(i,u,ce({v:1,act:r,name:a,text:o}));await e.api.put(`/templates/${h(c)}`,{number:l,envelope:h(p)})}var Ll=(e,t)=>e.api.del(`/templates/${t}`);var jn=new WeakMap;async function Ul(e){jn.set(e,[]),jn.set(e,await e.call(()=>Rl(e.me))),e.update()}function _l(e,t,n){let r=e.me.role==="facilitator";r&&!jn.has(e)&&Ul(e).catch(()=>{});let a=(jn.get(e)??[]).filter(c=>c.act===t).map(({name:c,text:l})=>({name:c,text:l})),o=qm.filter(c=>c.act===t).map(c=>({name:c.name(),text:c.text()})),i=[...a,...o];return i.length===0&&!r?m:d`<details class="templates">
    <summary>${s("Begin met een voorbeeldtekst")}</summary>
    <ul class="plain">
      ${i.map(c=>d`<li><button type="button" class="button small" @click=${()=>n(c.text)}>${v("book-open")}${c.name}</button></li>`)}
    </ul>
    ${r?d`<p><button type="button" class="button quiet small" @click=${()=>e.open(Hm)}>${s("Eigen voorbeeldteksten beheren")}</button></p>`:m}
  </details>`}var Il=()=>[{key:"feedback",label:s("Eerste feedback")},{key:"reply",label:s("Bericht")},{key:"final",label:s("Definitief antwoord")},{key:"pass",label:s("Doorgeven")},{key:"close",label:s("Afsluiten")}];function Hm(e){let t=()=>({id:null,number:0,act:"feedback",name:"",text:""}),n=t(),r=!1,a=null,o=async(l,u)=>{r=!0,a=null,e.update();try{await e.call(l),await Ul(e),n=t(),R(u)}catch(p){a=$(p)}r=!1,e.update()},i=()=>{if(n.name.trim()===""||n.text.trim()===""){a=s("Geef de tekst een naam en schrijf hem."),e.update();return}o(()=>Bl(e.me,n),s("De tekst is bewaard."))},c=async l=>{await _({title:s("‘{name}’ weggooien?",{name:l.name}),text:s("Berichten die er al mee geschreven zijn, blijven."),yes:s("Gooi weg"),danger:!0})&&await o(()=>Ll(e.me,l.id),s("De tekst is weg."))};return{tab:"queue",unsent:()=>n.text.trim()!=="",render:()=>d`<div class="stack narrow">
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
          ${(jn.get(e)??[]).map(l=>d`<li class="card row spread">
                <span
                  ><strong>${l.name}</strong
                  ><small class="muted"> ${Il().find(({key:u})=>u===l.act)?.label}</small></span
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
          ${Re({id:"template-act",label:s("Voor"),value:n.act,options:Il(),input:l=>{n.act=l}})}
          ${ie({id:"template-name",label:s("Naam"),value:n.name,input:l=>{n.name=l}})}
          ${nt({id:"template-text",label:s("Tekst"),value:n.text,rows:8,input:l=>{n.text=l}})}
          ${D(a)}
          <div class="actions">
            ${T({label:s("Bewaar"),busy:r,click:i})}
            ${n.id===null?m:d`<button
                    type="button"
                    class="button"
                    @click=${()=>{n=t(),e.update()}}
                  >
                    ${s("Laat zoals het was")}
                  </button>`}
          </div>
        </section>
      </div>`}}var qm=[{act:"feedback",name:()=>s("We gaan ermee aan de slag"),text:()=>s("Dank je voor je vraag. We hebben ze gelezen en bekijken ze nu. Een integriteitscoach werkt aan een antwoord. Hebben we nog iets nodig, dan vragen we het hier. Kom terug op de dag die je bij je vraag ziet staan.")},{act:"feedback",name:()=>s("We hebben nog een vraag"),text:()=>s("Dank je voor je vraag. Om je goed te kunnen raden, weten we graag iets meer. Schrijf alleen wat je zelf wilt vertellen, en geen namen als dat niet nodig is. Onze vraag:")},{act:"final",name:()=>s("Verwijzing naar een andere dienst"),text:()=>s("We hebben je vraag bekeken. Voor wat je beschrijft, is een andere dienst beter geplaatst dan wij. We raden je aan daar contact op te nemen. Wat je hier schreef, geven we niet door: dat beslis je zelf.")},{act:"pass",name:()=>s("Plicht om door te geven"),text:()=>s("We hebben je vraag gelezen. Wat je beschrijft, moeten we doorgeven aan de dienst die bevoegd is. Dat hebben we gedaan. Daarmee eindigt de behandeling in dit adviespunt. Je kan dit bericht nog lezen tot het dossier wordt gearchiveerd.")}];var Wm=()=>({text:"",referred:new Set,authority:"",outcome:"",for:"reply",record:"",sealed:null}),io=4e4,Fl=["passed","closed","withdrawn"],Ar=class{constructor(t){this.page=t,this.act=null,this.entries=new Map,this.error=null}get app(){return this.page.app}entry(t){let n=this.entries.get(t)??Wm();return this.entries.set(t,n),n}unsent(){return[...this.entries.values()].some(({text:t,record:n})=>t.trim()!==""||n.trim()!=="")}acts({summary:t}){let n=this.app.me.role!=="coach",{state:r}=t,a=[],o=!Fl.includes(r);return o&&t.feedback_on===null&&a.push(["feedback",s("Eerste feedback")]),o&&t.feedback_on!==null&&a.push(["reply",s("Bericht")]),o&&a.push(["final",s("Definitief antwoord")]),a.push(["note",s("Interne nota")]),o&&a.push(["draft",s("Ontwerp")],["pass",s("Doorgeven")]),n&&!["closed","withdrawn"].includes(r)&&a.push(["close",s("Afsluiten")]),a}start(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([o])=>o),a=r.includes(t)?t:t==="reply"?r[0]:void 0;a!==void 0&&(this.choose(a),setTimeout(()=>document.getElementById("compose-text")?.focus()))}choose(t){this.act=t,this.error=null,this.page.draw()}takeOver(t){let{open:n}=this.page;if(n===null)return;let r=this.acts(n).map(([c])=>c),a=t.fields.for,o=r.includes(a)?a:r[0];if(o===void 0)return;let i=this.entry(o);i.text=i.text.trim()===""?t.text:`${i.text}

${t.text}`,i.sealed=null,this.start(o)}render(t){let n=this.acts(t);return this.act!==null&&!n.some(([r])=>r===this.act)&&(this.act=null),d`<section class="compose no-print" aria-labelledby="compose-title">
      <h2 id="compose-title">${s("Schrijf of handel af")}</h2>
      ${Fl.includes(t.summary.state)?E("info",d`<p>${Jm(t.summary.state)}</p>`):m}
      <div class="segments" role="group" aria-label=${s("Wat wil je doen?")}>
        ${n.map(([r,a])=>d`<button type="button" class="segment" aria-pressed=${String(this.act===r)} @click=${()=>this.choose(r)}>${a}</button>`)}
      </div>
      ${this.act===null?m:this.form(this.act)}
    </section>`}form(t){let n=this.entry(t);return d`<div class="stack compose-form">
      <p class="hint">${Ym(t)}</p>
      ${this.fields(t,n)}
      ${nt({id:"compose-text",label:Zm(t),value:n.text,rows:t==="note"?5:9,limit:io,error:this.error,input:r=>{n.text=r,n.sealed=null}})}
      ${_l(this.app,t,r=>{n.text=n.text.trim()===""?r:`${n.text}

${r}`,n.sealed=null,this.page.draw()})}
      ${t==="pass"?this.recordField(n):m}
      <div class="actions">
        ${T({label:d`${v(t==="note"||t==="draft"?"notebook-pen":"send")}${Xm(t)}`,busyLabel:s("Wordt verzegeld en verstuurd…"),busy:this.page.busy,click:()=>this.send(t,n),kind:t==="pass"||t==="close"?"danger primary":"primary"})}
      </div>
    </div>`}fields(t,n){let{org:r}=this.app.me.portal,a=o=>o.map(i=>({key:i.key,label:i.label??i.name}));if(t==="final")return d`<details class="referred">
        <summary>${s("Verwijs je naar een andere dienst? Duid aan welke")}</summary>
        <div class="stack tight">
          ${a(r.authorities).map(({key:o,label:i})=>Je({id:`referred-${o}`,label:i,checked:n.referred.has(o),change:c=>{n.referred[c?"add":"delete"](o),n.sealed=null}}))}
        </div>
      </details>`;if(t==="pass")return Re({id:"pass-authority",label:s("Aan welke dienst geef je door?"),value:n.authority,empty:s("Kies een dienst"),options:a(r.authorities),input:o=>this.set(n,{authority:o})});if(t==="close")return Re({id:"close-outcome",label:s("Met welke uitkomst?"),value:n.outcome,empty:s("Kies een uitkomst"),options:a(r.outcomes),input:o=>this.set(n,{outcome:o})});if(t==="draft"){let o=[{key:"reply",label:s("een bericht")},{key:"feedback",label:s("een eerste feedback")},{key:"final",label:s("een definitief antwoord")}];return Re({id:"draft-for",label:s("Ontwerp voor"),value:n.for,options:o,input:i=>this.set(n,{for:i})})}return m}set(t,n){Object.assign(t,n,{sealed:null}),this.error=null,this.page.draw()}recordField(t){return nt({id:"pass-record",label:s("Wat gaf je door, en aan wie precies?"),hint:s("Dit blijft verzegeld bij het dossier, voor je collega’s. De vraagsteller ziet het niet."),value:t.record,rows:4,input:n=>{t.record=n}})}async send(t,n){if(this.error=Vm(t,n),this.error!==null){this.page.draw(),document.getElementById("compose-text")?.focus();return}if(!await this.confirmed(t,n))return;n.sealed??=Ot({kind:t,text:n.text.trim(),fields:Gm(t,n)});let r=n.sealed;await this.page.act(async o=>{await Nt(this.app.me,o,r),t==="pass"&&await this.sendRecord(o,n)})&&(this.entries.delete(t),this.act=null,this.page.draw(),R(Qm(t)))}async sendRecord(t,n){let r={authority:n.authority,day:this.app.me.today};await Nt(this.app.me,t,Ot({kind:"record",text:n.record.trim(),fields:r}))}async confirmed(t,n){let{org:r}=this.app.me.portal;return t==="pass"?_({title:s("Doorgeven aan {name}?",{name:W(r.authorities,n.authority)}),text:d`<p>${s("De vraagsteller krijgt je bericht en ziet aan welke dienst je doorgeeft.")}</p>
          <p>
            ${s("Daarmee eindigt de behandeling hier: er kan niet meer geantwoord worden. Dit kan je niet ongedaan maken.")}
          </p>
          <p>${s("Het portaal stuurt zelf niets naar die dienst: dat doe je zelf.")}</p>`,yes:s("Geef door en beëindig"),danger:!0}):t==="final"?_({title:s("Het definitieve antwoord versturen?"),text:d`<p>
          ${s("De vraagsteller leest het meteen, en je kunt het niet terugnemen. Een bericht erna sturen kan wel.")}
        </p>`,yes:s("Verstuur het antwoord")}):t==="close"?_({title:s("Dit dossier afsluiten?"),text:d`<p>
          ${s("De vraagsteller leest dat het dossier is afgesloten, met de uitkomst en wat je schreef. Antwoordt de vraagsteller toch nog, dan gaat het weer open.")}
        </p>`,yes:s("Sluit af")}):!0}};function Vm(e,t){return e==="pass"&&t.authority===""?s("Kies eerst aan welke dienst je doorgeeft."):e==="close"&&t.outcome===""?s("Kies eerst een uitkomst."):t.text.trim()===""&&e!=="close"?s("Schrijf eerst iets."):[...t.text].length>io?s("Je tekst is te lang. Hoogstens {n} tekens.",{n:io}):null}function Gm(e,t){return e==="final"?{referred:[...t.referred].sort()}:e==="pass"?{authority:t.authority}:e==="close"?{outcome:t.outcome}:e==="draft"?{for:t.for}:{}}function Jm(e){return e==="passed"?s("Dit dossier is doorgegeven. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):e==="withdrawn"?s("De vraagsteller trok de vraag in. Er kan niet meer geantwoord worden; nota’s kunnen nog wel."):s("Dit dossier is afgesloten. Antwoordt de vraagsteller, dan gaat het weer open.")}function Ym(e){return{feedback:s("De vraagsteller krijgt een eerste teken: de vraag is gelezen, en dit gebeurt ermee."),reply:s("Een vraag om meer uitleg of een tussentijds bericht. De vraagsteller kan antwoorden."),final:s("Je antwoord op de vraag. Is er nog geen eerste feedback, dan geldt dit ook daarvoor."),note:s("Alleen voor wie van de medewerkers aan dit dossier werkt."),draft:s("Een collega leest het na in de nota’s voor het naar de vraagsteller gaat."),pass:s("Een andere dienst neemt het over. De behandeling hier eindigt en de vraagsteller leest dat."),close:s("Het dossier is klaar. Schrijf er een slotwoord bij als je wilt.")}[e]}function Zm(e){return e==="note"?s("Je nota"):e==="draft"?s("Je ontwerp"):e==="close"?s("Slotwoord aan de vraagsteller"):s("Je bericht aan de vraagsteller")}function Xm(e){return{feedback:s("Verstuur de eerste feedback"),reply:s("Verstuur het bericht"),final:s("Verstuur het definitieve antwoord"),note:s("Bewaar de nota"),draft:s("Leg het ontwerp voor"),pass:s("Geef door…"),close:s("Sluit af…")}[e]}function Qm(e){return e==="note"?s("De nota is bewaard."):e==="draft"?s("Het ontwerp staat in de nota’s."):e==="close"?s("Het dossier is afgesloten."):e==="pass"?s("Het dossier is doorgegeven."):s("Je bericht is verstuurd.")}var eg=S({v:se,number:Q,previous:de(X),day:ke,member:de(U),action:ee,subject:de(U)});async function Hl(e){let t={lines:[],whole:!0,head:null};for(let[n,r]of e.entries()){let a=Ie(r);eg(a),t.whole&&=a.number===n&&a.previous===t.head,t.lines.push(a),t.head=h(await I(r))}return t}var Dr=new WeakMap;function ql(e,t){return co(e.app,t,`/journal?case=${t.key}`,()=>e.draw())}function co(e,t,n,r){let a=Dr.get(t);return d`<details class="journal" @toggle=${i=>{i.target.open&&a===void 0&&tg(e,t,n,r)}}>
    <summary>${s("Logboek")}</summary>
    ${a===void 0||a==="loading"?d`<p class="hint">${s("Wordt opgehaald…")}</p>`:typeof a=="string"?d`<p>${a}</p>`:ng(e,a)}
  </details>`}async function tg(e,t,n,r){Dr.set(t,"loading");try{let{lines:a}=await e.call(()=>e.me.api.get(n));Dr.set(t,await Hl(a.map(o=>g(o))))}catch(a){Dr.set(t,$(a))}r()}function ng(e,{lines:t,whole:n,head:r}){let a=o=>o===null?"":Ee(e.me,o)?.name??"";return d`<div class="stack tight">
    ${n?m:E("danger",d`<p>${s("Een regel in dit logboek past niet aan de vorige: er is iets veranderd of weggelaten. Verwittig je collega’s.")}</p>`)}
    <ol class="journal-lines">
      ${t.map(o=>d`<li><small>${N(o.day,{weekday:!1})}</small> ${a(o.member)||s("de vraagsteller of het portaal")}: ${rg(o.action)}${o.subject&&Ee(e.me,o.subject)?d` (${a(o.subject)})`:m}</li>`)}
    </ol>
    ${r===null?m:d`<p class="hint">${s("Slot van het logboek, om elders te noteren:")} <span class="words">${r.slice(0,16)}</span></p>`}
  </div>`}function rg(e){return{receive:s("ontving de vraag"),open:s("opende het dossier"),notes:s("begon met nota’s"),assign:s("wees iemand toe"),remove:s("haalde iemand van het dossier"),feedback:s("gaf eerste feedback"),reply:s("schreef een bericht"),final:s("gaf een definitief antwoord"),pass:s("gaf het dossier door"),close:s("sloot het dossier af"),note:s("schreef een nota"),triage:s("paste de indeling aan"),draft:s("legde een ontwerp voor"),record:s("legde vast wat werd doorgegeven"),recuse:s("stapte opzij"),withdraw:s("trok de vraag in"),directory:s("veranderde de lijst van medewerkers"),invite:s("nodigde iemand uit"),cancel:s("trok een uitnodiging in"),reset:s("gaf een code voor een nieuwe tweede factor"),renew:s("stelde een nieuwe tweede factor in"),"passkey-add":s("voegde een passkey toe"),"passkey-remove":s("verwijderde een passkey"),"codes-set":s("koppelde een telefoon voor codes"),"codes-remove":s("verwijderde de codes op de telefoon"),activate:s("zette een toegang aan"),deactivate:s("zette een toegang uit")}[e]??e}var ag=()=>[["j / k",s("volgende of vorige vraag")],["Enter",s("open de vraag")],["/",s("zoek")],["u",s("terug naar de lijst")],["a",s("schrijf een antwoord")],["n",s("schrijf een nota")],["?",s("dit overzicht")],["← →  + −  r",s("bij een bijlage: andere pagina, groter of kleiner, draaien")]];function Gt(e){return je(t=>d`<div class="stack">
        <h2 id="dialog-title">${s("Toetsen")}</h2>
        <dl class="facts keys">
          ${ag().map(([n,r])=>d`<dt><kbd>${n}</kbd></dt>
                <dd>${r}</dd>`)}
        </dl>
        ${Je({id:"keys-on",label:s("Gebruik deze toetsen"),text:s("Zet ze uit als je spreekt tegen je computer, of als een letter iets doet wat je niet wou. Dat geldt tot je je afmeldt."),checked:e.keys,change:n=>{e.keys=n}})}
        <div class="actions">
          <button type="button" class="button primary" autofocus @click=${()=>t(null)}>${s("Sluit")}</button>
        </div>
      </div>`)}function Wl(e,t){let n=e.app.me,r=n.role!=="coach",a=new Map(t.summary.participants.map(i=>[i.id,i])),o=t.view.participants.filter(({role:i})=>!["asker","archive"].includes(i)).sort(og);return d`<section class="card stack tight" aria-labelledby="people-title">
    <h2 id="people-title">${s("Wie werkt hieraan")}</h2>
    <ul class="people">
      ${o.map(i=>d`<li class="row spread">
            <span><strong>${i.name||s("iemand die weg is")}</strong><small>${Oe(i.role)}</small></span>
            ${a.get(i.key)?.active===!1?F(s("doet niet meer mee"),"warn"):m}
            ${r&&i.role==="coach"?d`<button type="button" class="button quiet small no-print" @click=${()=>dg(e,i)}>${s("Verwijder")}<span class="sr"> ${i.name}</span></button>`:m}
          </li>`)}
    </ul>
    ${sg(e,t)}
    ${r?d`<p class="no-print"><button type="button" class="button" @click=${()=>ig(e,t)}>${v("user-plus")}${s("Wijs een coach toe")}</button></p>`:m}
    ${n.role==="coach"?d`<p class="no-print"><button type="button" class="button danger small" @click=${()=>ug(e)}>${v("door-open")}${s("Stap opzij")}</button></p>`:m}
  </section>`}function og(e,t){return e.role.localeCompare(t.role)||e.name.localeCompare(t.name)}function sg(e,{view:t}){if(t.excluded.length===0)return m;let n=fe(e.app.me).filter(({person:r})=>t.excluded.includes(h(r))).map(({name:r})=>r);return d`<p class="hint">
    ${v("user-round-x")}
    ${s("De vraagsteller houdt buiten dit dossier: {names}",{names:[...new Set(n)].join(", ")||s("iemand die hier niet meer werkt")})}
  </p>`}async function ig(e,t){let n=Gc(e.app.me,t.view,"coach").sort((c,l)=>c.member.name.localeCompare(l.member.name)),r=await e.app.call(()=>Qn(e.app.me)).catch(()=>[]),a=c=>cg(e.app,Oi(r,c,e.app.me.today)),o=new Set;await je(c=>{let l=document.createElement("div"),u=()=>re(d`<div class="stack">
          <h2 id="dialog-title">${s("Wijs een of meer coaches toe")}</h2>
          <p class="hint">${s("Wie je toewijst, kan het hele dossier lezen, ook wat er al geschreven is.")}</p>
          ${n.length===0?d`<p>${s("Er zijn nog geen coaches. Nodig er een uit bij ‘Medewerkers’.")}</p>`:m}
          ${n.map(({member:p,key:f,reason:w})=>Je({id:`coach-${f}`,label:p.name,text:lg(w)??a(f)??p.function,checked:w==="there"||o.has(f),disabled:w!==null,change:b=>{o[b?"add":"delete"](f),u()}}))}
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
        </div>`,l);return u(),d`${l}`})===!0&&await e.act(c=>Jc(e.app.me,c,[...o]))&&R(s("Toegewezen."))}function cg(e,t){if(t===null)return null;let n=t.cover===null?null:Ee(e.me,t.cover)?.name,r=N(t.last,{weekday:!1});return n?s("Afwezig tot en met {day}. {name} neemt over.",{day:r,name:n}):s("Afwezig tot en met {day}.",{day:r})}function lg(e){return e==="there"?s("Werkt al aan dit dossier."):e==="excluded"?s("Kan niet: de vraagsteller wil deze persoon buiten het dossier houden."):null}async function dg(e,t){await _({title:s("{name} van dit dossier halen?",{name:t.name}),text:d`<p>
      ${s("{name} kan niets meer lezen van wat hierna komt. Wat al gelezen is, blijft gelezen.",{name:t.name})}
    </p>`,yes:s("Verwijder"),danger:!0})&&await e.act(r=>Yc(e.app.me,r,t.key))&&R(s("{name} is verwijderd.",{name:t.name}))}async function ug(e){if(!await _({title:s("Opzij stappen?"),text:d`<p>
        ${s("Doe dit als je niet onbevangen kan zijn, bijvoorbeeld omdat je iemand kent. Een facilitator en de vraagsteller lezen dat je opzij stapt, niet waarom.")}
      </p>
      <p>
        ${s("Je ziet het dossier daarna niet meer. Dit kan je niet ongedaan maken; een facilitator kan je wel opnieuw toewijzen.")}
      </p>`,yes:s("Stap opzij"),danger:!0})||e.open===null)return;let{open:n}=e;try{await e.app.call(()=>Nt(e.app.me,n,Ot({kind:"recuse",text:"",fields:{}}))),R(s("Je bent opzij gestapt.")),e.app.back()}catch(r){e.error=$(r),e.draw()}}var Jt=67,Yt=65535,pg=64,lo=16,ge={number:32,directory:36,kind:40,category:42,state:44,outcome:46,authorities:48,urgent:50},Sn={received:51,feedback:55,final:59,closed:63},hg=S({v:se,row:Q,directory:ut,words:ue(ee,0,Yt),lists:ue(ue(ee),0,Yt),hash:X}),Gl=e=>oe(e,"checkpoint"),Jl=({portal:e,key:t,number:n},r)=>({portal:e,case:et,epoch:n,id:t,writer:r,kind:"checkpoint"});async function Yl(e,{writer:t,...n},r,{row:a,directory:o,lines:i}){let c=Jl(n,t),{words:l,lists:u,lines:p}=mg(i),f={v:1,row:a,directory:o,words:l,lists:u,hash:h(await I(p))},w=await te(r,"checkpoint",tt(c),f);return xe(await Gl(e),c,j(w,p))}async function Zl(e,t,n,r){let{writer:a}=$e(n).header,o=Jl(t,a),{signed:i,lines:c}=fg(await We(await Gl(e),o,n)),l=pe(i,hg),u=l.body,p=ne(await r.version(u.directory),a,["facilitator"]);if(!p)throw new k("writer");if(await he(p.sign,"checkpoint",tt(o),l),!y(await I(c),g(u.hash)))throw new M("lines");return{row:u.row,lines:gg(u,c)}}function fg(e){let t=new Me(e);return t.lp(),t.take(pg),{signed:e.slice(0,t.at),lines:e.subarray(t.at)}}function mg(e){let t=e.map(({body:i,mark:c})=>({entry:i,mark:c,id:g(i.case,16)}));t.sort((i,c)=>we(i.id,c.id));let n=new Mr(i=>i),r=new Mr(i=>i.join(" ")),a=new Uint8Array(t.length*Jt),o=new DataView(a.buffer);return t.forEach(({entry:i,mark:c,id:l},u)=>{let p=u*Jt;a.set(l,p),a.set(c,p+lo),o.setUint32(p+ge.number,i.number),o.setUint32(p+ge.directory,i.directory),o.setUint16(p+ge.kind,n.of(i.kind)),o.setUint16(p+ge.category,i.category===null?Yt:n.of(i.category)),o.setUint16(p+ge.state,n.of(i.state)),o.setUint16(p+ge.outcome,i.outcome===null?Yt:n.of(i.outcome)),o.setUint16(p+ge.authorities,r.of(i.authorities)),o.setUint8(p+ge.urgent,i.urgent?1:0);for(let[f,w]of Object.entries(Sn))o.setUint32(p+w,wg(i[f]))}),{words:n.all,lists:r.all,lines:a}}var Mr=class{constructor(t){this.nameOf=t,this.known=new Map,this.all=[]}of(t){let n=this.nameOf(t),r=this.known.get(n);if(r!==void 0)return r;if(this.all.length===Yt)throw new k("too-many");return this.known.set(n,this.all.length),this.all.push(t),this.all.length-1}};function gg({words:e,lists:t},n){if(n.length%Jt!==0)throw new M("lines");let r=new DataView(n.buffer,n.byteOffset,n.length),a=yg(),o=l=>Vl(e,r.getUint16(l)),i=l=>r.getUint16(l)===Yt?null:o(l),c=[];for(let l=0;l<n.length;l+=Jt){let u=n.subarray(l,l+16);if(l>0&&we(n.subarray(l-Jt,l-Jt+16),u)>=0)throw new M("order");let p=r.getUint32(l+ge.directory),f=r.getUint8(l+ge.urgent),w=a(r.getUint32(l+Sn.received));if(p<1||f>1||w===null)throw new M("lines");let b={v:1,case:h(u),number:r.getUint32(l+ge.number),kind:o(l+ge.kind),urgent:f===1,category:i(l+ge.category),state:o(l+ge.state),outcome:i(l+ge.outcome),authorities:Vl(t,r.getUint16(l+ge.authorities)),received:w,feedback:a(r.getUint32(l+Sn.feedback)),final:a(r.getUint32(l+Sn.final)),closed:a(r.getUint32(l+Sn.closed)),directory:p};c.push({body:b,mark:n.slice(l+lo,l+lo+16)})}return c}function Vl(e,t){let n=e[t];if(n===void 0)throw new M("lines");return n}var wg=e=>e===null?0:Number(e.replaceAll("-",""));function yg(){let e=new Map([[0,null]]);return t=>{let n=e.get(t);if(n!==void 0)return n;let r=String(t).padStart(8,"0"),a=`${r.slice(0,-4)}-${r.slice(-4,-2)}-${r.slice(-2)}`;return ke(a),e.set(t,a),a}}var bg=4,Xl=()=>typeof Worker<"u",Kr=class{constructor(t){this.waiting=new Map,this.asked=0;let n=Math.min(bg,navigator.hardwareConcurrency||1);this.workers=Array.from({length:n},()=>this.started(t))}started(t){let n=Cr("opening");return n.onmessage=({data:r})=>this.answered(r),n.onerror=()=>this.end(),n.postMessage({seed:t}),n}answered({number:t,opened:n}){let r=this.waiting.get(t);this.waiting.delete(t),n===null?r?.reject(new C):r?.resolve(n)}open(t,n){let r=this.asked;this.asked+=1;let a=this.workers[r%this.workers.length];return new Promise((o,i)=>{if(a===void 0)return i(new Error("ended"));this.waiting.set(r,{resolve:o,reject:i}),a.postMessage({number:r,info:t,sealed:n})})}end(){for(let t of this.workers)t.terminate();this.workers=[];for(let{reject:t}of this.waiting.values())t(new Error("ended"));this.waiting.clear()}};var Ql=20000101,ed={apart:64,here:12},td=150,kg=200,uo=5e3,vg=async e=>(await I(e)).slice(0,16),$g=e=>({open:(t,n)=>Yr(e,t,n)}),Nr=class e{constructor(t,n){this.session=t,this.seeds=new Map(n.map(({key:r,seed:a})=>[h(r),a])),this.pairs=new Map(n.map(({key:r,seed:a})=>[h(r),$g(a)])),this.held=new Map,this.opened=new Map,this.checkpoint=null,this.refused=0,this.loading=null,this.listening=new Set,this.damaged=!1}static async of(t){return new e(t,await mn(t))}line(t){return this.held.get(t)?.body??null}lines(){return[...this.held.values()].map(({body:t})=>t)}async take(t,n=()=>{}){t.length>td&&await this.fromCheckpoint(),await this.takeAll(t,n)}async takeAll(t,n){let r=await this.notHeld(t),a=this.openersFor(r.length);try{for(let o=0;o<r.length;o+=a.atOnce){let i=r.slice(o,o+a.atOnce);await Promise.all(i.map(({entry:c,mark:l})=>this.takeOne(c,l,a))),n({done:Math.min(o+a.atOnce,r.length),all:r.length}),await xg()}}finally{a.end()}}async notHeld(t){return(await Promise.all(t.map(async r=>({entry:r,mark:await vg(g(r.sealed))})))).filter(({entry:r,mark:a})=>{let o=this.held.get(r.case);return o===void 0||!y(o.mark,a)})}openersFor(t){if(t<=td||!Xl())return{atOnce:ed.here,of:r=>this.pairs.get(r),end(){}};let n=new Map;return{atOnce:ed.apart,of:r=>{let a=n.get(r)??new Kr(this.seeds.get(r));return n.set(r,a),a},end:()=>{for(let r of n.values())r.end()}}}async takeOne(t,n,r){let a=[t.key,t.case,t.writer,h(n)].join(" "),o=this.opened.get(a),i=o===void 0?await this.openOne(t,r):o;if(this.opened.set(a,i),i===null)return;let c=this.held.get(t.case);(c===void 0||da(i,n,c.body,c.mark))&&this.held.set(t.case,{body:i,mark:n})}async openOne(t,n){let r=this.seeds.has(t.key)?n.of(t.key):void 0,a={portal:this.session.portal.id,key:g(t.key,16),case:g(t.case,16),writer:g(t.writer,16)};try{if(r===void 0)throw new O("register-key");return await Xs(r,a,g(t.sealed),this.session.directories)}catch(o){if(!(o instanceof O))throw o;return this.refused+=1,null}}loadAll(t=()=>{}){return this.listening.add(t),this.loading??=this.load(n=>{for(let r of this.listening)r(n)}).finally(()=>{this.loading=null,this.listening.clear()}),this.loading}async load(t){let n=await this.fromCheckpoint(),r=await this.entriesFrom(n.row,t),{number:a}=n;for(let o=0;o<r.length;o+=uo){let i={done:o,all:r.length};await this.takeAll(r.slice(o,o+uo),({done:l})=>t({...i,done:o+l}));let c=r[o+uo];c?.row!==void 0&&(a=await this.keepCheckpoint(a,c.row))}return(r.length>=kg||this.damaged)&&(a=await this.keepCheckpoint(a,this.today())),await this.remember(a),this.lines()}async entriesFrom(t,n){let r=[],a=`/register?from=${t}`;for(;;){let{rows:o,next:i}=await this.session.api.get(a);if(r.push(...o),n(null),i===null)return r;a=`/register?next=${i}`}}today(){return Number(this.session.today.replaceAll("-",""))}fromCheckpoint(){return this.checkpoint??=this.readCheckpoint(),this.checkpoint.catch(()=>{this.checkpoint=null}),this.checkpoint}async readCheckpoint(){let{checkpoint:t}=await this.session.api.get("/register/checkpoint"),n=t?.number??0;if(n<(this.session.state.content.checkpoint??0))throw new Ge("older");if(!t)return{number:n,row:Ql};try{return{number:n,row:await this.takeCheckpoint(n,g(t.envelope))}}catch(r){if(!(r instanceof O))throw r;return this.damaged=!0,{number:n,row:Ql}}}async takeCheckpoint(t,n){let r=$e(n).header.id,a=this.seeds.get(h(r));if(a===void 0)throw new O("register-key");let o={portal:this.session.portal.id,key:r,number:t},{row:i,lines:c}=await Zl(a,o,n,this.session.directories);for(let l of c){let u=this.held.get(l.body.case);(u===void 0||da(l.body,l.mark,u.body,u.mark))&&this.held.set(l.body.case,l)}return i}async keepCheckpoint(t,n){let{register:r,version:a}=this.session.directories.current,o=this.seeds.get(h(r.id));if(o===void 0)return t;let i=t+1,c={portal:this.session.portal.id,key:r.id,number:i,writer:this.session.member},l={row:n,directory:a,lines:[...this.held.values()]},u=await Yl(o,c,this.session.identity.sign.privateKey,l);try{return await this.session.api.put("/register/checkpoint",{number:i,row:n,envelope:h(u)}),this.checkpoint=Promise.resolve({number:i,row:n}),i}catch(p){if(p instanceof K)return t;throw p}}async remember(t){t<=(this.session.state.content.checkpoint??0)||await mt(this.session,n=>({...n,checkpoint:Math.max(n.checkpoint??0,t)}))}};function xg(){return new Promise(e=>{setTimeout(e,0)})}var nd=40,Eg=250,jg=150;function fo(e){return new ho(e)}var ho=class{tab="queue";constructor(t){this.app=t,this.items=[],this.filter={query:"",show:"open",category:"",member:""},this.error=null,this.loading=!0,this.progress=null,this.rows=nd,this.texts=new WeakMap,this.elements=new WeakMap,this.load()}get me(){return{key:this.app.me.key,role:this.app.me.role}}shown(){this.loading||this.load()}async load(){this.loading=!0,this.error=null;try{let{cases:t}=await this.app.call(()=>this.app.me.api.get("/queue?keys=false")),n=new Map(this.items.map(r=>[r.key,r]));this.items=await lr(this.app.me,t);for(let r of this.items)this.keepOpened(r,n.get(r.key));this.loading=!1,this.draw(),await this.openEntries()}catch(t){this.error=$(t)}this.loading=!1,this.progress=null,this.draw()}keepOpened(t,n){t.opened=mo(this.app).get(t.key)??n?.opened??null,t.line=n?.line??null}async openEntries(){let t=this.app.me;if(t.role!=="facilitator"||this.items.length===0)return;let[{rows:n},r]=await Promise.all([t.api.get("/register/newest"),An(this.app)]),a=Date.now();await r.take(n,o=>{this.progress=o;for(let i of this.items)i.line??=r.line(i.key);Date.now()-a<250||(a=Date.now(),this.draw())});for(let o of this.items)o.line=r.line(o.key)}draw(){this.app.screen===this&&this.app.update()}nameOf(t){return Ee(this.app.me,t)?.name??s("iemand die weg is")}textOf(t){let n=this.texts.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.text;let r=Ba(this.wordsOf(t));return this.texts.set(t,{line:t.line,opened:t.opened,text:r}),r}wordsOf(t){let{org:n}=this.app.me.portal;return[t.name,vn(t.summary),W(n.categories,ur(t)),W(n.kinds,Ra(t)),...t.coaches.map(r=>this.nameOf(r)),dr(t)?s("dringend"):"",t.opened?.text??""].join(" ")}visible(){return Lc(_c(this.items,this.filter,this.me,t=>this.textOf(t)),this.me)}set(t){Object.assign(this.filter,t),this.rows=nd,this.draw()}enter(t){this.app.open(Zt(t.key,t.name))}key(t){let n={j:()=>this.move(1),k:()=>this.move(-1),"/":()=>Mg(),"?":()=>Gt(this.app),Enter:()=>this.enterSelected(t)}[t.key];n!==void 0&&(t.key!=="Enter"&&t.preventDefault(),n())}move(t){let n=[...document.querySelectorAll(".queue-row")],r=n.indexOf(document.activeElement),a=n[Math.min(n.length-1,Math.max(0,(r===-1?t>0?-1:n.length:r)+t))];a instanceof HTMLElement&&a.focus()}enterSelected(t){if(t.target.closest("button, a, summary"))return;let n=this.visible()[0];n&&this.enter(n)}render(){return this.items.length===0&&this.loading?d`<div class="stack">
        <h1>${s("Vragen")}</h1>
        ${G(s("De vragen worden opgehaald…"))}
      </div>`:d`<div class="stack">
      <div class="row spread">
        <h1>${s("Vragen")}</h1>
        ${this.unknown?m:this.summaryLine()}
      </div>
      ${D(this.error)}
      ${this.error?d`<p><button type="button" class="button" @click=${()=>this.load()}>${s("Probeer opnieuw")}</button></p>`:m}
      ${this.unknown?m:this.items.length===0?this.empty():d`${this.tools()}${this.list()}`}
    </div>`}get unknown(){return this.items.length===0&&this.error!==null}summaryLine(){let t=this.items.filter(r=>Kt(r,this.me)).length,n=this.items.filter(r=>r.due!==null&&r.due.left<0).length;return d`<p class="row" role="status">
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
            @input=${n=>this.set({query:rd(n)})}
        /></label>
        ${this.pick("category",s("Elke categorie"),this.categories())}
        ${this.app.me.role==="coach"?m:this.pick("member",s("Elke coach"),this.coaches())}
      </div>
      <p class="hint">
        ${s("Zoeken gebeurt in deze browser: wat je typt, gaat niet naar de server.")}
        <button type="button" class="button quiet small" @click=${()=>Gt(this.app)}>
          ${v("keyboard")}${s("Toetsen")}
        </button>
      </p>
    </div>`}categories(){return this.app.me.portal.org.categories.map(t=>({key:t.key,label:t.label}))}coaches(){return fe(this.app.me).filter(({role:t,active:n})=>t==="coach"&&n).map(({id:t,name:n})=>({key:h(t),label:n}))}pick(t,n,r){return d`<label
      ><span class="sr">${n}</span
      ><select autocomplete="off" @change=${a=>this.set({[t]:rd(a)})}>
        <option value="">${n}</option>
        ${r.map(a=>d`<option value=${a.key} ?selected=${this.filter[t]===a.key}>${a.label}</option>`)}
      </select></label
    >`}list(){let t=this.visible();if(t.length===0)return this.nothingFound();let n=t.slice(0,this.rows);return n.length<t.length&&this.drawMoreSoon(),d`${this.progress&&this.progress.done<this.progress.all?G(s("{done} van {all} dossiers geopend",this.progress),this.progress):m}
      <ol class=${t.length>jg?"queue many":"queue"} aria-label=${s("Vragen, wat eerst moet bovenaan")}>
        ${this.grouped(n)}
      </ol>
      ${n.length<t.length?d`<p class="hint" role="status">${s("{n} van {all} getoond…",{n:n.length,all:t.length})}</p>`:m}`}grouped(t){let n="";return t.flatMap(r=>{let a=Ic(r,this.me),o=a!==n;n=a;let i=this.rowElement(r);return o?[d`<li class=${`queue-group ${a}`}><h2>${Sg(a)}</h2></li>`,i]:[i]})}drawMoreSoon(){let t=this.rows;requestAnimationFrame(()=>setTimeout(()=>{this.rows===t&&(this.rows+=Eg,this.draw())}))}nothingFound(){let t=this.filter.query!==""||this.filter.category!==""||this.filter.member!=="";return d`<div class="card empty stack tight">
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
    </div>`}rowElement(t){let n=this.elements.get(t);if(n!==void 0&&n.line===t.line&&n.opened===t.opened)return n.element;let r=document.createElement("li");return re(this.row(t),r),this.elements.set(t,{line:t.line,opened:t.opened,element:r}),r}row(t){let{summary:n}=t,{org:r}=this.app.me.portal,a=Kt(t,this.me),o=ur(t);return d`<button
      type="button"
      class=${`queue-row ${a?"mine":""} ${t.due&&t.due.left<0?"late":""}`}
      @click=${()=>this.enter(t)}
    >
      <span class="queue-due">${Dg(t)}</span>
      <span class="queue-name"
        ><strong>${t.name}</strong>
        ${dr(t)?F(d`${v("flag")}${s("dringend")}`,"warn"):m}
        <small
          >${W(r.kinds,Ra(t))||m}${o?d` · ${W(r.categories,o)}`:m}</small
        ></span
      >
      <span class="queue-state"><span>${vn(n)}</span><small>${this.waitsLine(t,a)}</small></span>
      <span class="queue-people"
        >${t.coaches.length>0?t.coaches.map(i=>this.nameOf(i)).join(", "):d`<small>${s("geen coach")}</small>`}</span
      >
      <span class="queue-day"
        ><small>${s("ontvangen {day}",{day:N(n.received,{weekday:!1})})}</small></span
      >
    </button>`}waitsLine(t,n){if(ze(t))return m;if(n)return s("wacht op jou");let{who:r,names:a}=pr(t,o=>this.nameOf(o));return r==="asker"?s("wacht op de vraagsteller"):r==="facilitators"?s("wacht op een facilitator"):r==="members"?s("wacht op {names}",{names:a.join(", ")}):m}};function Sg(e){return{late:s("Te laat"),mine:s("Wacht op jou"),colleagues:s("Wacht op een collega"),asker:s("Wacht op de vraagsteller"),answered:s("Beantwoord"),ended:s("Beëindigd")}[e]}function Ag(e){return e.answered_on!==null&&e.waits_for==="staff"&&!ze({summary:e})}function Dg({due:e,summary:t}){if(e===null)return Ag(t)?F(d`${v("inbox")}${s("nieuw bericht")}`,"accent"):F(t.answered_on&&!ze({summary:t})?s("beantwoord"):or(t.state));let n=e.what==="feedback"?s("feedback"):s("antwoord"),r=e.tone==="good"?"":e.tone;return d`${F(d`${e.left<0?v("triangle-alert"):v("clock")}${sr(e.left)}`,r)}<small
      >${n}</small
    >`}var rd=e=>e.target.value;function Mg(){document.getElementById("queue-search")?.focus()}var ad=new WeakMap;function mo(e){let t=ad.get(e)??new Map;return ad.set(e,t),t}var po=new WeakMap;function An(e){let t=po.get(e.me);if(t)return t;let n=Nr.of(e.me);return po.set(e.me,n),n.catch(()=>po.delete(e.me)),n}var Or=new WeakMap;function od(e,t){let n=zt(t.view),r=e.app.me.role!=="coach",a=["withdrawn"].includes(t.summary.state);return d`<section class="card stack tight" aria-labelledby="triage-title">
    <h2 id="triage-title">${s("Indeling")}</h2>
    ${r&&!a?Og(e,t,n):Kg(e,t,n)}
  </section>`}function Kg(e,t,{category:n,pen:r}){let{org:a}=e.app.me.portal,o=sd(t,r);return d`<dl class="facts tight">
    <dt>${s("Categorie")}</dt>
    <dd>${n?W(a.categories,n):s("nog geen")}</dd>
    <dt>${s("Schrijft het antwoord")}</dt>
    <dd>${o??s("niemand aangeduid")}</dd>
  </dl>`}function sd({summary:e,view:t},n){let r=qt({summary:e,opened:{pen:n},coaches:$n(e)});return t.participants.find(({key:a})=>a===r)?.name}function Ng(e){let t=sd(e,null);return t?s("{name}, als enige coach",{name:t}):s("Niemand aangeduid")}function Og(e,t,n){let{org:r}=e.app.me.portal,a=Or.get(e)??n,o=c=>{Or.set(e,{...a,...c}),e.draw()},i=t.view.participants.filter(({role:c})=>!["asker","archive"].includes(c));return d`<div class="stack tight">
    ${Re({id:"triage-category",label:s("Categorie"),value:a.category??"",empty:s("Nog geen"),options:zg(r.categories,a.category),input:c=>o({category:c===""?null:c})})}
    ${Re({id:"triage-pen",label:s("Wie schrijft het antwoord?"),value:i.some(({key:c})=>c===a.pen)?a.pen??"":"",empty:Ng(t),options:i.map(({key:c,name:l})=>({key:c,label:l})),input:c=>o({pen:c===""?null:c})})}
    ${Je({id:"triage-urgent",label:s("Dringend"),checked:a.urgent,change:c=>o({urgent:c})})}
    ${Tg(a,n)?m:d`<div class="actions">
            ${T({label:s("Bewaar de indeling"),busy:e.busy,click:()=>Pg(e,a)})}
            <button
              type="button"
              class="button"
              @click=${()=>{Or.delete(e),e.draw()}}
            >
              ${s("Laat zoals het was")}
            </button>
          </div>`}
  </div>`}function zg(e,t){let n=e.map(({key:a,group:o,label:i})=>({key:a,label:`${o}: ${i}`})).sort((a,o)=>a.label.localeCompare(o.label));return t!==null&&!e.some(({key:a})=>a===t)?[...n,{key:t,label:s("{key} (staat niet meer in de lijst)",{key:t})}]:n}var Tg=(e,t)=>e.category===t.category&&e.pen===t.pen&&e.urgent===t.urgent;async function Pg(e,{category:t,pen:n,urgent:r}){await e.act(o=>Nt(e.app.me,o,Ot({kind:"triage",fields:{category:t,pen:n,urgent:r}})))&&(Or.delete(e),e.draw(),R(s("De indeling is bewaard.")))}function Zt(e,t){return n=>new go(n,e,t)}var go=class{tab="queue";constructor(t,n,r){this.app=t,this.caseKey=n,this.name=r,this.open=null,this.error=null,this.refused=null,this.unread=new Set,this.busy=!1,this.albums=new Map,this.composer=new Ar(this),this.load()}unsent(){return this.composer.unsent()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.open===null,n=await this.app.call(()=>qc(this.app.me,this.caseKey));t&&(this.unread=Vc(this.app.me,n)),this.open=n,this.error=null,this.remember(n),await this.app.call(()=>Wc(this.app.me,n))}catch(t){t instanceof B?this.refused=id(t.reason):this.error=$(t)}this.draw()}remember({view:t}){let n=t.messages[0];mo(this.app).set(this.caseKey,{...zt(t),kind:n?.fields.kind??"",text:[...t.messages,...t.notes].map(({text:r})=>r).join(" ")})}async act(t){if(this.busy||this.open===null)return!1;let{open:n}=this;this.busy=!0,this.error=null,this.draw();let r=!1;try{await this.app.call(()=>t(n)),r=!0,await this.load()}catch(a){this.error=a instanceof B?id(a.reason):$(a)}return this.busy=!1,this.draw(),r}key(t){let n={u:()=>this.app.back(),a:()=>this.composer.start("reply"),n:()=>this.composer.start("note"),"?":()=>Gt(this.app)}[t.key];n!==void 0&&(t.preventDefault(),n())}render(){return d`<div class="case" @contextmenu=${Cg}>
      <p class="row spread no-print">
        <button type="button" class="button quiet" @click=${()=>this.app.back()}>
          ${v("arrow-left")}${s("Terug naar de lijst")}
        </button>
        <button type="button" class="button quiet small" @click=${()=>Gt(this.app)}>
          ${v("keyboard")}${s("Toetsen")}
        </button>
      </p>
      <h1>${this.name}</h1>
      ${D(this.error)}
      ${this.refused?d`<div role="alert">
              ${E("danger",d`<p><strong>${s("Dit dossier wordt niet getoond.")}</strong></p>
                  <p>${this.refused}</p>`)}
            </div>`:this.body()}
    </div>`}body(){let{open:t}=this;return t===null?this.error?m:G(s("Het dossier wordt geopend…")):d`<div class="case-columns">
      <div class="case-main stack">
        ${this.headline(t)}${this.warnings(t)} ${this.thread(t)} ${this.composer.render(t)}
      </div>
      <aside class="case-side stack" aria-label=${s("Over dit dossier")}>
        ${this.deadlines(t)} ${od(this,t)} ${Wl(this,t)} ${this.notes(t)}
        ${ql(this,t)}
      </aside>
    </div>`}headline(t){let{view:n,summary:r}=t,{org:a}=this.app.me.portal,o=n.messages[0],{urgent:i}=zt(n);return d`<p class="row">
        ${F(vn(r),r.state==="new"?"accent":"")}
        ${i?F(d`${v("flag")}${s("dringend")}`,"warn"):m}
        <span class="muted">${W(a.kinds,o?.fields.kind)}</span>
        ${this.unread.size>0?F(Z("{n} nieuw bericht","{n} nieuwe berichten",this.unread.size),"accent"):m}
      </p>
      ${o?.fields.name?E("info",d`<p>${s("De vraagsteller gaf zelf een naam op: {name}. Ga er zorgvuldig mee om.",{name:o.fields.name})}</p>`):m}
      ${Rg(this.app,t)}`}warnings({view:t}){return d` ${t.missing.length>0?E("danger",d`<p>${Z("Er ontbreekt {n} bericht dat andere berichten noemen. De server geeft het niet. Verwittig je collega’s en de systeembeheerder.","Er ontbreken {n} berichten die andere berichten noemen. De server geeft ze niet. Verwittig je collega’s en de systeembeheerder.",t.missing.length)}</p>`):m}
    ${t.refused.length>0?E("danger",d`<p>
                ${Z("{n} bericht wordt niet getoond, omdat het niet klopt: het kan vervalst of verplaatst zijn.","{n} berichten worden niet getoond, omdat ze niet kloppen: ze kunnen vervalst of verplaatst zijn.",t.refused.length)}
              </p>
              <ul>
                ${t.refused.map(n=>d`<li>${Lg(n)}</li>`)}
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
          >${Bg(n.kind)}${this.unread.has(n.key)?F(s("nieuw"),"accent"):m}<small
            class="muted"
            >${this.dayOf(t,n)}</small
          ></span
        >
      </header>
      ${n.text?d`<p class="pre" dir="auto">${n.text}</p>`:m} ${this.extras(n)}
      ${n.attachments.map((o,i)=>this.attachment(t,n,o,i))}
    </article>`}dayOf(t,n){let r=t.days.get(n.key);return r?N(r,{weekday:!1,year:r.slice(0,4)!==this.app.me.today.slice(0,4)}):""}extras({kind:t,fields:n}){let{org:r}=this.app.me.portal;return t==="final"&&n.referred.length>0?d`<p class="hint">
        ${s("Verwezen naar: {names}",{names:n.referred.map(a=>W(r.authorities,a)).join(", ")})}
      </p>`:t==="pass"?d`<p class="hint">
        ${s("Doorgegeven aan: {name}",{name:W(r.authorities,n.authority)})}
      </p>`:t==="close"?d`<p class="hint">${s("Uitkomst: {outcome}",{outcome:W(r.outcomes,n.outcome)})}</p>`:t==="record"?d`<p class="hint">
        ${s("Doorgegeven aan {name} op {day}",{name:W(r.authorities,n.authority),day:N(n.day)})}
      </p>`:t==="triage"?d`<p class="hint">${this.triageLine(n)}</p>`:m}triageLine(t){let{org:n}=this.app.me.portal,r=this.open?.view.participants.find(({key:a})=>a===t.pen)?.name;return[s("categorie: {label}",{label:t.category?W(n.categories,t.category):s("nog geen")}),t.urgent?s("dringend"):s("niet dringend"),r?s("{name} schrijft het antwoord",{name:r}):""].filter(Boolean).join(" · ")}attachment(t,n,r,a){let o=`${r.family==="photo"?s("Foto"):s("Document")} ${a+1}`,i=`${n.key}/${a}`,c=this.albums.get(i)??this.album(t,n,r,o);return this.albums.set(i,c),d`<div class="attachment">
      <h3>${o}</h3>
      ${c}
    </div>`}album({view:t},n,r,a){let o=this.app.me;return Pl({count:r.pages.length,title:a,watermark:`${o.name} · ${o.today}`,load:i=>{let c=r.pages[i];if(c===void 0)throw new RangeError("page");return this.app.call(()=>za(o.api,t,n,c))}})}deadlines({summary:t}){let n=this.app.me,r=Pa(t,n.today,n.days),a=(o,i,c,l)=>d`<dt>${o}</dt>
        <dd>
          ${c?d`${v("check")} ${s("gegeven op {day}",{day:N(c,{weekday:!1})})}`:d`${s("uiterlijk {day}",{day:N(i,{weekday:!1})})}
                ${r?.what===l?F(sr(r.left),r.tone==="good"?"":r.tone):m}`}
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
    </section>`}};function Cg(e){e.target.closest("canvas, .thumb")&&e.preventDefault()}function Rg(e,{summary:t,view:n}){let r={summary:t,coaches:$n(t),opened:zt(n)},{key:a,role:o}=e.me;if(Kt(r,{key:a,role:o})){let u=qt(r)===a;return d`<p>${v("pencil")} ${u?s("Jij schrijft het antwoord."):s("Dit dossier wacht op jou.")}</p>`}let{who:i,names:c}=pr(r,u=>Ee(e.me,u)?.name??s("iemand die weg is")),l={asker:()=>s("Nu wacht dit dossier op de vraagsteller."),facilitators:()=>s("Dit dossier wacht op een facilitator."),members:()=>s("Dit dossier wacht op {names}.",{names:c.join(", ")})};return i===null?m:d`<p class="muted">${v("clock")} ${l[i]()}</p>`}function Bg(e){let n={thanks:s("bedankt of laat iets weten"),feedback:s("eerste feedback"),final:s("definitief antwoord"),pass:s("doorgegeven"),close:s("afgesloten"),withdraw:s("ingetrokken"),recuse:s("stapte opzij"),draft:s("ontwerp"),triage:s("indeling"),record:s("vastgelegd")}[e];return n?F(n):m}function Lg({thread:e,reason:t}){let n=e==="notes"?s("in de nota’s"):s("in het gesprek"),r={signature:s("de handtekening klopt niet"),writer:s("de schrijver hoort niet bij dit dossier"),"roster-withheld":s("de server houdt een wijziging van de deelnemers achter"),repeat:s("het stond er al, met een andere inhoud"),key:s("de sleutel ervan is niet gegeven")};return`${n}: ${r[t]??s("de inhoud past niet op deze plaats")}`}function id(e){return`${{rollback:s("De server toont een oudere toestand dan je al zag."),directory:s("Het dossier noemt een lijst van medewerkers die niet te controleren is."),excluded:s("De vraagsteller wil iemand buiten dit dossier houden, en die staat toch bij de deelnemers."),me:s("Je staat niet meer bij de deelnemers van dit dossier."),keys:s("De sleutel van het dossier past niet."),roster:s("De lijst van deelnemers klopt niet."),question:s("De eerste vraag ontbreekt of klopt niet."),notes:s("De sleutel van de nota’s is er niet. Vraag een facilitator om eerst iets in het dossier te doen.")}[e]??s("Wat de server geeft, klopt niet.")} ${s("Er is niets verstuurd. Verwittig een facilitator als dit blijft.")}`}var cd=e=>new wo(e),wo=class{tab="figures";constructor(t){this.app=t,this.year=Number(t.me.today.slice(0,4))-1,this.outlook=null,this.names=new Map,this.carried=new Set,this.error=null,this.busy=!1}shown(){this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{this.outlook=await this.app.call(()=>this.app.me.api.get(`/archive?year=${this.year}`));for(let t of this.outlook?.open??[])this.names.set(t,await Vn(this.app.portal.words,g(t,16)))}catch(t){this.error=$(t)}this.draw()}async act(t,n){if(!this.busy){this.busy=!0,this.error=null,this.draw();try{await this.app.call(t),R(n)}catch(r){this.error=$(r)}this.busy=!1,await this.load()}}render(){return d`<div class="stack narrow">
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
      ${D(this.error)}
      ${this.outlook===null?this.error?m:G(s("Even geduld…")):this.body(this.outlook)}
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
        ${T({label:d`${v("archive")}${Z("Archiveer {n} dossier","Archiveer {n} dossiers",t.ready.length)}`,busyLabel:s("Wordt gearchiveerd…"),busy:this.busy,kind:"danger primary",disabled:t.presented===null||t.ready.length===0||t.open.some(n=>!this.carried.has(n)),click:()=>this.archive(t)})}
      </div>
      ${this.past(t.past)}`}openCases({open:t}){return d`<section class="stack tight">
      <h2>${s("Lopende dossiers")}</h2>
      <p>${s("Sluit ze af, of duid aan dat ze overgaan naar het volgende jaar.")}</p>
      ${t.map(n=>d`<div class="row">
            ${Je({id:`carry-${n}`,label:this.names.get(n)??"",text:s("gaat over naar volgend jaar"),checked:this.carried.has(n),change:r=>{this.carried[r?"add":"delete"](n),this.draw()}})}<button
              type="button"
              class="button small"
              @click=${()=>this.app.open(Zt(n,this.names.get(n)??""))}
            >
              ${s("Open")}
            </button>
          </div>`)}
    </section>`}async archive({ready:t}){await _({title:Z("{n} dossier van {year} archiveren?","{n} dossiers van {year} archiveren?",t.length,{year:this.year}),text:d`<p>
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
              ${n.hash?d`<p class="hint">${s("Kenmerk van het bestand:")} <span class="words">${n.hash}</span></p>`:m}
              ${n.step==="done"?m:d`<p>${s("Nog bezig. De server maakt het af.")}</p>`}
              ${["collected","written"].includes(n.step)?d`<p><button type="button" class="button small" @click=${()=>this.act(()=>this.app.me.api.del(`/archive/${n.id}`),s("De dossiers zijn terug."))}>${s("Maak ongedaan")}</button></p>`:m}
            </li>`)}
      </ul>
      <p class="hint">${s("De systeembeheerder geeft je het bestand van de server.")}</p>
    </section>`}};var ld=e=>ud(e,null),dd=e=>t=>ud(t,e);function ud(e,t){let n=()=>{e.screen===p&&e.update()},r=new jr(e.me.portal.org,n),a=null,o=null,i=0,c=!1,l=null,u=async()=>{try{let f=await An(e),w=await e.call(()=>f.loadAll(b=>{l=b,n()}));({refused:i,damaged:c}=f),a=await mr(e.me,w),n(),t!==null&&e.open(oo(a,t)),await gr(e.me,a)}catch(f){o=$(f)}n()},p={tab:"figures",shown:()=>{a===null&&u()},render:()=>d`<div class="stack">
        <div class="row spread">
          <h1>${s("Cijfers")}</h1>
          <div class="row">
            ${a?d`<button type="button" class="button" @click=${()=>e.open(oo(a))}>${v("file-text")}${s("Jaarverslag")}</button>`:m}
            <button type="button" class="button" @click=${()=>e.open(cd)}>
              ${v("archive")}${s("Archief")}
            </button>
          </div>
        </div>
        <p class="hint">
          ${s("Alles wordt in deze browser berekend. De server ziet geen enkel cijfer over de inhoud.")}
        </p>
        ${D(o)}
        ${i>0?E("warn",d`<p>${s("{n} regels van het register kloppen niet en tellen niet mee.",{n:i})}</p>`):m}
        ${c?E("warn",d`<p>${s("De samenvatting van het register die de server gaf, klopte niet. Alles is opnieuw geopend en nageteld; de cijfers hieronder zijn juist. Verwittig de systeembeheerder.")}</p>`):m}
        ${a?r.render(a):o?m:G(s("Het register wordt geopend…"),l)}
      </div>`};return p}var yo=e=>oe(e,"invite/id",16);async function pd(e,t,n,r){let a=await oe(e,"invite/mac");return Oo(a,J(A(`adviespunt/v1/${t}`),n,await yo(e),...r))}var bo=(e,t,n)=>pd(e,"offer",t,[n.organisation,n.person,A(n.role),A(n.name),A(n.function)]),hd=(e,t,{member:n,kem:r,sign:a})=>pd(e,"enrol",t,[n,r,a]);async function fd(e,t,n,r){if(!y(await bo(e,t,n),r))throw new Ze("offer")}async function md(e,t,n,r){if(!y(await hd(e,t,n),r))throw new Ze("enrol")}async function gd(e,t){let n=L(16),r=h(await yo(n)),a=t.person??L(16),o={...t,person:a,organisation:g(e.state.content.organisation,32)};await mt(e,c=>({...c,invitations:{...c.invitations,[r]:{code:h(n),name:t.name,person:h(a),role:t.role}}}));let i=h(await bo(n,e.portal.id,o));return await e.api.post("/invitations",{id:r,person:h(a),role:t.role,name:t.name,function:t.function,mac:i}),n}async function wd(e,t){await e.api.del(`/invitations/${t}`),await yd(e,t)}function yd(e,t){return mt(e,n=>{let{[t]:r,...a}=n.invitations;return{...n,invitations:a}})}async function vo(e,t){let n=e.state.content.invitations[t.id];if(n===void 0||t.enrolment===null)return"unknown";if(!(n.person===t.person&&n.role===t.role&&n.name===t.name))return"wrong";let a=g(n.code,16),{person:o,role:i,name:c,function:l}=t,p={organisation:g(e.state.content.organisation,32),person:g(o,16),role:i,name:c,function:l};try{return await fd(a,e.portal.id,p,g(t.mac)),await md(a,e.portal.id,bd(t.enrolment),g(t.enrolment.mac)),"right"}catch(f){if(f instanceof O)return"wrong";throw f}}var bd=({member:e,kem:t,sign:n})=>({member:g(e,16),kem:g(t,1216),sign:g(n,32)}),ko=class extends Error{constructor(){super("reply"),this.name="BadReply"}};async function kd(e,t,n){if(await vo(e,t)!=="right"||t.enrolment===null)throw new ko;let{member:r,kem:a,sign:o}=bd(t.enrolment),{name:i,function:c,role:l}=t,u={id:r,person:g(t.person,16),name:i,function:c,role:l,kem:a,sign:o,active:!0};await oi(e,u,n),await yd(e,t.id)}var vd=e=>e.api.get("/invitations");async function $d(e,t){let n=L(16),r=await oe(n,"staff/second-factor-reset");return await e.api.post(`/staff/members/${t}/second-factor`,{code_hash:h(r)}),n}function $o(e,t){return n=>{let r={name:e?.name??"",function:e?.function??"",role:e?.role??"coach"},a=!1,o=null,i=null,c=async()=>{if(a||r.name.trim()===""||r.function.trim()===""){o=a?null:s("Vul de naam en de functie in."),n.update();return}a=!0,o=null,n.update();try{let p={name:r.name.trim(),function:r.function.trim(),role:r.role,person:e?.person??null};i=await jt(n.portal.words,await n.call(()=>gd(n.me,p)))}catch(p){o=$(p)}a=!1,n.update()},l=(p,f)=>ie({id:`invite-${p}`,label:f,value:r[p],input:w=>{r[p]=w}}),u=()=>d`<form class="stack" @submit=${Ne(c)}>
        ${e?E("info",d`<p>${s("Doe dit als {name} alles kwijt is: wachtzin, herstelcode en telefoon. De oude toegang eindigt zodra de nieuwe aangaat; de lopende dossiers komen mee.",{name:e.name})}</p>`):m}
        ${l("name",s("Naam, zoals collega’s en vraagstellers die zien"))} ${l("function",s("Functie"))}
        ${Pi({id:"invite-role",label:s("Rol"),value:r.role,options:Ig().map(([p,f])=>({key:p,label:Oe(p),text:f})),change:p=>{r.role=p,n.update()}})}
        ${D(o)}
        <div class="actions">
          ${T({label:s("Maak de uitnodiging"),busy:a,click:c,type:"submit"})}
          <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
        </div>
      </form>`;return{tab:"team",render:()=>d`<div class="stack narrow">
          <h1>
            ${i?s("De uitnodiging voor {name}",{name:r.name}):e?s("{name} opnieuw inschrijven",{name:e.name}):s("Nodig iemand uit")}
          </h1>
          ${i?Ug(n,r.name,i,t):u()}
        </div>`}}}var Ig=()=>[["coach",s("Leest en beantwoordt alleen de dossiers die aan haar of hem zijn toegewezen.")],["helper",s("Doet met dossiers wat een facilitator doet, maar beheert geen medewerkers of archief.")],["facilitator",s("Leest alle vragen, wijst toe, nodigt medewerkers uit. Hiervoor zijn straks de woorden van de herstelsleutel nodig.")],["coordinator",s("Ziet de cijfers en het jaarverslag, geen dossiers.")]];function Ug(e,t,n,r){return d`<p>
      ${s("Geef {name} deze elf woorden zelf, op papier of aan de telefoon. Niet per mail: wie ze heeft, kan zich als {name} inschrijven.",{name:t})}
    </p>
    ${kn(n)}
    <p>${s("{name} gaat ermee naar {address}.",{name:t,address:`${location.origin}/staff/join`})}</p>
    ${E("warn",d`<p>${s("Je ziet deze woorden maar één keer.")}</p>`)}
    <div class="actions">
      <button type="button" class="button primary" @click=${()=>e.reset(r)}>${s("Ik heb ze genoteerd")}</button>
    </div>`}async function xd(e,t,n,r){let a=await jt(e.portal.words,n);await je(o=>d`<div class="stack">
        <h2 id="dialog-title">${t}</h2>
        <p>${r}</p>
        ${kn(a)}
        <p class="hint">${s("Geef ze op papier of aan de telefoon, niet per mail. Je ziet ze maar één keer.")}</p>
        <div class="actions">
          <button type="button" class="button primary" @click=${()=>o(!0)}>${s("Ik heb ze genoteerd")}</button>
        </div>
      </div>`,{stays:!0})}function zr(e,t){return je(n=>{let r=document.createElement("div"),a="",o=null,i=async()=>{try{n(await gn(e.portal.words,a,32))}catch{o=s("Dit zijn geen 21 woorden van een sleutel. Kijk de spelling en de volgorde na."),c()}},c=()=>re(d`<form class="stack" @submit=${Ne(i)}>
          <h2 id="dialog-title">${s("De herstelsleutel")}</h2>
          <p>${t}</p>
          ${nt({id:"recovery-key-words",label:s("De 21 woorden"),value:a,rows:4,error:o,input:l=>{a=l}})}
          <p class="hint">${s("De woorden blijven in deze browser en worden meteen weer vergeten.")}</p>
          <div class="actions">
            <button type="button" class="button" @click=${()=>n(null)}>${s("Terug")}</button
            ><button type="submit" class="button primary">${s("Ga verder")}</button>
          </div>
        </form>`,r);return c(),d`${r}`})}function Ed(e,t){return n=>{let r=h(e.id),a=null,o=null,i=!1,c=async()=>{try{let{cases:f}=await n.call(()=>n.me.api.get("/queue?keys=false"));a=(await lr(n.me,f)).filter(b=>!ze(b)&&b.coaches.includes(r))}catch(f){o=$(f)}n.update()},l=f=>f.coaches.length===1,u=async()=>{let f=e.role==="facilitator"?await zr(n,s("{name} is facilitator. Om dat te beëindigen is de herstelsleutel nodig.",{name:e.name})):void 0;if(!(f===null||i||!await _({title:s("De toegang van {name} uitzetten?",{name:e.name}),text:d`<p>
          ${s("{name} wordt meteen afgemeld en kan zich niet meer aanmelden. Wat al gelezen is, blijft gelezen.",{name:e.name})}
        </p>`,yes:s("Zet de toegang uit"),danger:!0}))){i=!0,o=null,n.update();try{await n.call(async()=>{let b=fe(n.me).find(({id:P})=>h(P)===r);b&&await si(n.me,b,f??null),await Ft(n.me)}),R(s("De toegang is uitgezet.")),n.reset(t),Dn(n).catch(()=>{})}catch(b){o=b instanceof ft?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(b)}i=!1,n.update()}},p=e.role==="facilitator"&&Hn(n.me)<=1;return{tab:"team",shown:()=>{c()},render:()=>d`<div class="stack narrow">
          <h1>${s("{name} gaat weg",{name:e.name})}</h1>
          ${p?E("danger",d`<p>${s("Dit is de enige facilitator. Stel eerst een ander aan.")}</p>`):m}
          ${D(o)}
          ${a===null?G(s("De lopende dossiers worden gezocht…")):_g(n,e,a,l)}
          <div class="actions">
            ${T({label:s("Zet de toegang uit"),busy:i,kind:"danger primary",disabled:p||a===null||a.some(l),click:u})}
            <button type="button" class="button" @click=${()=>n.back()}>${s("Terug")}</button>
          </div>
        </div>`}}}function _g(e,t,n,r){return n.length===0?d`<p>${s("Er loopt geen dossier waaraan alleen {name} werkt.",{name:t.name})}</p>`:d`<p>
      ${Z("{name} werkt aan {n} lopend dossier. Wijs eerst een ander toe waar niemand anders aan werkt.","{name} werkt aan {n} lopende dossiers. Wijs eerst een ander toe waar niemand anders aan werkt.",n.length,{name:t.name})}
    </p>
    <ul class="cards">
      ${n.map(a=>d`<li class="card row spread">
            <strong>${a.name}</strong>
            ${r(a)?F(s("nog niemand anders"),"warn"):F(s("ook een ander"),"good")}
            <button type="button" class="button small" @click=${()=>e.open(Zt(a.key,a.name))}>
              ${s("Open")}
            </button>
          </li>`)}
    </ul>`}var Bt=e=>new xo(e),xo=class{tab="team";constructor(t){this.app=t,this.invitations=[],this.known=new Map,this.loading=!0,this.error=null,this.busy="",this.load()}draw(){this.app.screen===this&&this.app.update()}async load(){try{let t=this.app.me,[n,{members:r}]=await this.app.call(()=>Promise.all([vd(t),t.api.get("/staff/members")]));this.invitations=await Promise.all(n.map(async a=>({...a,reply:await vo(t,a)}))),this.known=new Map(r.map(a=>[a.id,a]))}catch(t){this.error=$(t)}this.loading=!1,this.draw()}async act(t,n){if(this.busy===""){this.busy=t,this.error=null,this.draw();try{await this.app.call(n),await this.load()}catch(r){this.error=r instanceof ft?s("Dat zijn niet de woorden van de herstelsleutel. Er is niets veranderd."):$(r)}this.busy="",this.draw()}}render(){return d`<div class="stack">
      <div class="row spread">
        <h1>${s("Medewerkers")}</h1>
        <button type="button" class="button primary" @click=${()=>this.app.open($o(null,Bt))}>
          ${v("user-plus")}${s("Nodig iemand uit")}
        </button>
      </div>
      ${D(this.error)}
      ${this.loading?G(s("Even geduld…")):d`${this.open()}${this.list()}${co(this.app,this,"/journal",()=>this.draw())}`}
    </div>`}open(){return this.invitations.length===0?m:d`<section aria-labelledby="open-title" class="stack tight">
      <h2 id="open-title">${s("Uitnodigingen")}</h2>
      <ul class="cards">
        ${this.invitations.map(t=>d`<li class="card stack tight">
              <div class="row spread"><strong>${t.name}</strong>${F(Oe(t.role))}</div>
              ${this.invitationText(t)}
              <div class="actions">
                ${t.status==="enrolled"&&t.reply==="right"?T({label:s("Zet de toegang aan"),busy:this.busy===t.id,click:()=>this.accept(t)}):m}
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
                @click=${()=>this.app.open($o(t,Bt))}
              >
                ${s("Schrijf opnieuw in")}
              </button>
              <button
                type="button"
                class="button danger small"
                aria-busy=${String(this.busy===n)}
                @click=${()=>this.app.open(Ed(t,Bt))}
              >
                ${s("Zet de toegang uit")}
              </button>
            </div>`}
    </div>`}async accept(t){let n=this.app.me,r=ai(n,{role:t.role,person:g(t.person,16)})?await zr(this.app,s("{name} wordt facilitator. Daarvoor is de herstelsleutel van de organisatie nodig.",{name:t.name})):void 0;r!==null&&await this.act(t.id,async()=>{await kd(n,t,r??null),await Ft(n),R(s("{name} kan zich nu aanmelden.",{name:t.name})),Xt(this.app),(t.role==="facilitator"||t.role==="helper")&&Dn(this.app).catch(()=>{})})}async withdraw(t){await _({title:s("De uitnodiging van {name} intrekken?",{name:t.name}),text:d`<p>${s("De elf woorden werken daarna niet meer.")}</p>`,yes:s("Trek in")})&&await this.act(t.id,()=>wd(this.app.me,t.id))}async resetFactor(t){await _({title:s("Een nieuwe tweede factor voor {name}?",{name:t.name}),text:d`<p>
        ${s("Doe dit als de telefoon of de passkey weg is. Geef de code zelf, aan iemand die je kent. De wachtzin blijft nodig. Is de nieuwe tweede factor ingesteld, dan gelden alle vorige niet meer.")}
      </p>`,yes:s("Maak een code")})&&await this.act(h(t.id),async()=>{let r=await $d(this.app.me,h(t.id));await xd(this.app,s("Code voor {name}",{name:t.name}),r,s("Hiermee stelt {name} bij het aanmelden een nieuwe tweede factor in. De code werkt één keer.",{name:t.name}))})}};async function jd(e){try{await ha(e.me),await ii(e.me),Xt(e),(e.me.role==="facilitator"||e.me.role==="helper")&&await Dn(e),e.me.role==="facilitator"&&await qg(e)}catch{Xt(e)}}async function Dn(e){let{cases:t}=await e.me.api.get("/queue?keys=false"),n=t.filter(o=>o.state!=="withdrawn"&&Fg(e,o)),r=0,a=0;for(let o of n)n.length>3&&Hg(e,r,n.length),await Zc(e.me,o).catch(()=>!1)&&(a+=1),r+=1;Xt(e),a>0&&R(Z("Van {n} dossier zijn de sleutels bijgewerkt.","Van {n} dossiers zijn de sleutels bijgewerkt.",a))}function Fg(e,t){return La(e.me,t).length>0||Ia(e.me,t).length>0}function Hg(e,t,n){e.banner=G(s("Sleutels van dossiers worden bijgewerkt: {done} van {all}. Je kan intussen verder werken.",{done:t,all:n}),{done:t,all:n}),e.update()}async function qg(e){if(ht(e.me.directories.current,"coordinator").length===0||await ol(e.me)===e.me.today)return;let t=await An(e);await gr(e.me,await mr(e.me,await t.loadAll()))}async function Xt(e){if(e.session?.role!=="facilitator")return;let t=Hn(e.me)<2?Wg(e):m;e.banner=t,e.update();let n=await Dl(e,r=>e.reset(dd(r))).catch(()=>m);e.banner=d`${t}${n}`,e.update()}function Wg(e){let t=e.me.portal.org.accepts;return d`<div class="banner">
    ${E("warn",d`<p>
          <strong>${s("Je bent de enige facilitator.")}</strong>
          ${t?s("Het adviespunt is open, maar als jij uitvalt, leest niemand de vragen."):s("Vragen stellen kan pas als er een tweede is. Zo kan de vraagsteller één van beiden buiten een dossier houden, en leest iemand de vragen als jij uitvalt.")}
        </p>
        <p class="row">
          <button type="button" class="button small" @click=${()=>e.reset(Bt)}>
            ${s("Nodig een tweede facilitator uit")}
          </button>
          ${t?m:d`<button type="button" class="button small" @click=${()=>Vg(e)}>${s("Open toch al")}</button>`}
        </p>`)}
  </div>`}async function Vg(e){if(await _({title:s("Het adviespunt openen met één facilitator?"),text:d`<p>
      ${s("Een vraagsteller kan jou dan niet buiten een dossier houden: dan leest niemand de vraag. En val je uit, dan blijven vragen liggen.")}
    </p>`,yes:s("Open het adviespunt"),danger:!0})){try{await e.call(()=>e.me.api.put("/organisation/opening",{allowed:!0})),e.me.portal.org.accepts=!0,R(s("Het adviespunt is open."))}catch(n){R($(n))}Xt(e)}}var Eo=4;function Sd(e,t){let n=e.length+2*Eo;return d`<svg class="qr-drawing" viewBox="0 0 ${n} ${n}" role="img" aria-label=${t}>
    <rect width=${n} height=${n} fill="#fff"></rect>
    <path d=${Gg(e)} fill="#000"></path>
  </svg>`}function Gg(e){return e.flatMap((t,n)=>[...t.matchAll(/1+/g)].map(({0:r,index:a})=>`M${a+Eo} ${n+Eo}h${r.length}v1h-${r.length}z`)).join("")}var Jg={nl:"Nederlands",fr:"Français",en:"English"};function Ad(e){let t=null,n="",r=null,a=null,o=async()=>{try{n=await Wn(e.portal.words,e.me.directories.current.organisation),t=(await e.call(()=>e.me.api.get("/entrances"))).entrances}catch(i){a=$(i)}e.update()};return{tab:"poster",shown:()=>{t===null&&o()},render:()=>{if(t===null)return d`${D(a)}${a?m:G(s("De affiche wordt gemaakt…"))}`;let i={organisation:e.portal.org,entrances:t,words:n};return d`${Yg(i)}${Zg(i)}${Qg(r??ew(i),c=>{r=c})}`}}}function Yg({organisation:e}){let t=e.languages.filter(n=>n!==V);return d`<div class="stack no-print">
    <div class="row spread">
      <h1>${s("Affiche en tekst voor het intranet")}</h1>
      ${T({label:d`${v("printer")}${s("Druk de affiche af")}`,click:()=>print()})}
    </div>
    <p>
      ${s("Hang de affiche waar mensen alleen zijn en waar geen camera hangt: de kleedkamer, het toilet, de koffiehoek.")}
    </p>
    ${E("info",d`<p>${s("De zes woorden komen uit de lijst van medewerkers die jouw browser heeft nagekeken. Kijk na of ze dezelfde zijn als op je eigen papier voor je afdrukt.")}</p>`)}
    ${t.length>0?d`<p class="row">
            ${s("In een andere taal:")}
            ${t.map(n=>d`<a href=${n==="nl"?"/staff":`/${n}/staff`} lang=${n}>${Jg[n]}</a>`)}
          </p>`:m}
  </div>`}function Zg({organisation:e,entrances:t,words:n}){let{feedback:r,final:a}=e.promises;return d`<article class="poster" aria-label=${s("Affiche")}>
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
    <div class="poster-ways">${t.map(Xg)}</div>
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
  </article>`}function Xg({address:e,onion:t,qr:n}){let r=e.replace(/^https?:\/\//,"");return d`<div class="poster-way ${t?"onion":""}">
    ${Sd(n,s("QR-code van {address}",{address:r}))}
    <p>
      <span>${t?s("Of met Tor Browser:"):s("Scan, of typ over:")}</span>
      <strong class="words">${t?r:e}</strong>
    </p>
  </div>`}function Qg(e,t){let n=async()=>{await navigator.clipboard.writeText(document.getElementById("intranet").value),R(s("De tekst is gekopieerd."))};return d`<section class="stack no-print" aria-labelledby="intranet-title">
    <h2 id="intranet-title">${s("Tekst voor het intranet")}</h2>
    <p>
      ${s("Zet het adres erin als tekst, niet als link: wie er op het werk op klikt, staat in de logboeken van het netwerk.")}
    </p>
    ${nt({id:"intranet",label:s("De tekst"),value:e,rows:18,input:t})}
    <div class="row">
      ${T({label:d`${v("file-text")}${s("Kopieer de tekst")}`,kind:"",click:n})}
    </div>
  </section>`}function ew({organisation:e,entrances:t,words:n}){let{texts:r,promises:a}=e,o=i=>r[i]?jo(r[i]):"";return[s("Twijfel je? Vraag raad, zonder te zeggen wie je bent."),o("start")||s("Een kennis in een dossier, een geschenk, een regel die niet duidelijk is, iets wat wringt: een integriteitscoach denkt met je mee."),o("who"),s("Binnen {feedback} werkdagen een eerste reactie, binnen {final} werkdagen een antwoord.",a),o("duty"),o("advice"),[s("Zo kom je er, met je eigen toestel en je eigen internet. Typ het adres over:"),...t.map(({address:i,onion:c})=>c?s("{address} (met Tor Browser)",{address:i}):i)].join(`
`),`${s("Deze zes woorden horen bij het echte adviespunt. Zie je op de startpagina andere, stel dan geen vraag:")}
${n}`].filter(Boolean).join(`

`)}Si(async e=>{let t=new rr(e,await ui(Qt)),n=()=>{};t.signInAgain=async a=>{let o=await ec(t,a);return n(),n=Ur(Qt,()=>{t.goIdle()}),o},t.signOut=()=>{n(),sw(t)},Ei(()=>t.screen?.unsent?.()===!0),await tw(t,()=>{n(),n=Ur(Qt,()=>{t.goIdle()}),rw(t)})});async function tw(e,t){if(!e.portal.org.ready){e.reset(ow);return}try{e.session=await mi(e.portal)}catch(n){if(!(n instanceof K||n instanceof O||n instanceof Ge))throw n;e.reset(wa(t,nw(n)));return}e.session===null?e.reset(wa(t)):t()}function nw(e){return e instanceof K?s("Meld je opnieuw aan."):s("De lijst van medewerkers die de server geeft, klopt niet met wat je eerder zag. Verwittig een collega voor je verdergaat.")}function rw(e){let{role:t}=e.me;e.tabs=[],t!=="coordinator"&&e.tabs.push({key:"queue",label:s("Vragen"),icon:"inbox",open:fo}),t==="facilitator"&&(e.tabs.push({key:"team",label:s("Medewerkers"),icon:"users",open:Bt}),e.tabs.push({key:"poster",label:s("Affiche"),icon:"printer",open:Ad}),e.tabs.push({key:"figures",label:s("Cijfers"),icon:"chart-column",open:ld})),e.tabs.push({key:"account",label:s("Mijn toegang"),icon:"key-round",open:ir}),e.reset(t==="coordinator"?aw:fo),jd(e)}function aw(){return{tab:"reports",render:()=>d`<div class="stack narrow">
        <h1>${s("Cijfers en jaarverslag")}</h1>
        <p>${s("Als integriteitscoördinator zie je geen dossiers, wel de cijfers.")}</p>
        <p><a class="button primary" href=${sa("/reports")}>${s("Naar de cijfers")}</a></p>
      </div>`}}function ow(){return{render:()=>d`<div class="stack narrow">
        <h1>${s("Dit adviespunt is nog niet ingericht")}</h1>
        <p>${s("De systeembeheerder kreeg bij het installeren een link waarmee de eerste facilitator dat doet.")}</p>
      </div>`}}async function sw(e){await wi(e.session,Qt),location.replace(sa("/staff"))}
