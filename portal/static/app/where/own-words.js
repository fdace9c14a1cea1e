import{e as a,f as b}from"./lit-html.js";export{a as ownWords,b as showTree};
