// 50 deployments over a live page, as they go wrong at hosts.
import { launch } from "../lib/browser.mjs";
import { SCENARIOS, deploy } from "../lib/deploys.mjs";

const COUNT = Number(process.argv[2] ?? 50);
const names = Object.keys(SCENARIOS);
const counts = Object.fromEntries(names.map((name) => [name, 0]));
let wrong = 0;
const browser = await launch();
try {
  for (let at = 0; at < COUNT; at += 1) {
    const name = names[at % names.length];
    try {
      await deploy(browser, name, at + 1);
      counts[name] += 1;
    } catch (problem) {
      wrong += 1;
      console.error(`${name}, seed ${at + 1}: ${String(problem.message).split("\n").slice(0, 3).join(" ")}`);
    }
  }
} finally {
  await browser.close();
}
console.log(Object.entries(counts).map(([name, count]) => `${name}: ${count}`).join(", "));
console.log(`${COUNT} deployments, ${wrong} times blank, mixed or stuck`);
process.exit(wrong > 0 ? 1 : 0);
