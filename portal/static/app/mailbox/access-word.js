import{a as m}from"./problems.js";import{K as t,O as o,S as w,U as a,V as h,Z as f,b as c,ba as p,ca as b,e as u,ea as $}from"./fields.js";import{a as i,c as n,d as g}from"./lit-html.js";var d=class{constructor(e,s){this.changed=e,this.done=s,this.word="",this.shown=!1,this.busy=!1,this.stop=new AbortController,this.waiting="",this.error=""}wait(e){this.waiting=e,this.changed()}async submit(){this.busy||(this.error=this.word.trim()===""?t("Vul het toegangswoord in."):"",this.error===""&&await this.enter(),this.changed(),this.error!==""&&b())}async enter(){this.busy=!0,this.stop=new AbortController,this.changed();try{await c(w(u,{tell:e=>this.wait(e),signal:this.stop.signal}),this.word),this.word="",await this.done()}catch(e){this.error=m(e)}this.busy=!1}fields(e){return i`<div
      class="stack loose"
      @keydown=${s=>s.key==="Enter"&&s.target instanceof HTMLInputElement&&this.submit()}
    >
      ${f({id:"access-word",label:t("Het toegangswoord"),hint:t("Hoofdletters, spaties en streepjes maken niet uit."),value:this.word,shown:this.shown,error:this.error||null,toggle:()=>{this.shown=!this.shown,this.changed()},input:s=>{this.word=s}})}
      <div role="status">${this.waiting?h("info",i`<p>${this.waiting}</p>`):n}</div>
      ${this.waiting?i`<div class="row"><button type="button" class="button" @click=${()=>this.stop.abort()}>${a("circle-x")}${t("Stop")}</button></div>`:n}
      <div class="actions">
        ${e}
        ${p({label:i`${t("Verder")}${a("arrow-right")}`,busyLabel:t("Even geduld…"),busy:this.busy,kind:"primary big",click:()=>this.submit()})}
      </div>
    </div>`}render(){return i`<div class="stack loose">
      <div class="stack">
        <h1>${t("Eerst het toegangswoord")}</h1>
        <p class="lead">
          ${t("Wie hier werkt, kent een woord om een vraag te stellen. Het staat op de affiche of je kreeg het in een briefing.")}
        </p>
      </div>
      ${this.fields(i`<a class="button quiet" href=${o("/")}>${t("Terug")}</a>`)}
      ${h("info",i`<p>${t("Het woord zegt niet wie je bent: iedereen geeft hetzelfde woord.")}</p>
          <p>
            ${t("Stelde je hier al een vraag? Om je antwoord te lezen heb je het woord niet nodig.")}
            <a href=${o("/mailbox")}>${t("Lees je antwoord")}</a>
          </p>`)}
    </div>`}};async function W(){return await $(e=>{let s=document.createElement("div"),l=()=>g(y(v,()=>e(!1)),s),v=new d(l,()=>e(!0));return l(),i`${s}`})===!0}function y(r,e){return i`<div class="stack">
    <h2 id="dialog-title">${t("Geef het toegangswoord nog eens")}</h2>
    <p>${t("Het woord is intussen veranderd, of je was lang weg. Wat je schreef staat er nog.")}</p>
    ${r.fields(i`<button type="button" class="button quiet" @click=${e}>${t("Nu niet")}</button>`)}
  </div>`}export{d as AccessWord,W as askWordAgain};
