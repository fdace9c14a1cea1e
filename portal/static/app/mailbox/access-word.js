import{b as d,e as h,h as e,l as o,n as c,o as u,s as w,v as g,w as f,y as m,z as p}from"./icons.js";import{a as s,d as l}from"./lit-html.js";var n=class{constructor(t,r){this.changed=t,this.done=r,this.word="",this.shown=!1,this.busy=!1,this.error=""}async submit(){this.busy||(this.error=this.word.trim()===""?e("Vul het toegangswoord in."):"",this.error===""&&await this.enter(),this.changed(),this.error!==""&&f())}async enter(){this.busy=!0,this.changed();try{await d(h,this.word),this.word="",await this.done()}catch(t){this.error=p(t)}this.busy=!1}fields(t){return s`<div
      class="stack loose"
      @keydown=${r=>r.key==="Enter"&&r.target instanceof HTMLInputElement&&this.submit()}
    >
      ${w({id:"access-word",label:e("Het toegangswoord"),hint:e("Hoofdletters, spaties en streepjes maken niet uit."),value:this.word,shown:this.shown,error:this.error||null,toggle:()=>{this.shown=!this.shown,this.changed()},input:r=>{this.word=r}})}
      <div class="actions">
        ${t}
        ${g({label:s`${e("Verder")}${c("arrow-right")}`,busyLabel:e("Even geduld…"),busy:this.busy,kind:"primary big",click:()=>this.submit()})}
      </div>
    </div>`}render(){return s`<div class="stack loose">
      <div class="stack">
        <h1>${e("Eerst het toegangswoord")}</h1>
        <p class="lead">
          ${e("Wie hier werkt, kent een woord om een vraag te stellen. Het staat op de affiche of je kreeg het in een briefing.")}
        </p>
      </div>
      ${this.fields(s`<a class="button quiet" href=${o("/")}>${e("Terug")}</a>`)}
      ${u("info",s`<p>${e("Het woord zegt niet wie je bent: iedereen geeft hetzelfde woord.")}</p>
          <p>
            ${e("Stelde je hier al een vraag? Om je antwoord te lezen heb je het woord niet nodig.")}
            <a href=${o("/mailbox")}>${e("Lees je antwoord")}</a>
          </p>`)}
    </div>`}};async function z(){return await m(t=>{let r=document.createElement("div"),a=()=>l($(b,()=>t(!1)),r),b=new n(a,()=>t(!0));return a(),s`${r}`})===!0}function $(i,t){return s`<div class="stack">
    <h2 id="dialog-title">${e("Geef het toegangswoord nog eens")}</h2>
    <p>${e("Het woord is intussen veranderd, of je was lang weg. Wat je schreef staat er nog.")}</p>
    ${i.fields(s`<button type="button" class="button quiet" @click=${t}>${e("Nu niet")}</button>`)}
  </div>`}export{n as AccessWord,z as askWordAgain};
