import { launch } from "./lib/browser.mjs"; import { keys } from "./lib/keys.mjs"; import { startSite } from "./lib/site.mjs";
const b=await launch(), s=await startSite({dir:process.argv[2]});
const t=await keys(b,s.url); const q=(v,x)=>{v=[...v].sort((a,b)=>a-b);return v[Math.ceil(v.length*x)-1].toFixed(1)};
for (const k of ["painted","worked"]) {const v=t.map(x=>x[k]);console.log(k,q(v,.5),q(v,.99),q(v,1))}
await b.close();await s.stop();
