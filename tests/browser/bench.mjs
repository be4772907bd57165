// How fast the page is: from a key to the painted verdict, and what a visitor first sees.
import crypto from "node:crypto";
import { createRequire } from "node:module";
import fs from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import lighthouse from "lighthouse";
import { launch } from "./lib/browser.mjs";
import { keys, leastKeys } from "./lib/keys.mjs";
import { copySite } from "./lib/builds.mjs";
import { startSite } from "./lib/site.mjs";
import { SLIDER_AT_MOST, sliderSteps } from "./lib/slider.mjs";

const RUNS = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

const sorted = (values) => [...values].sort((one, other) => one - other);
const quantile = (values, share) => sorted(values)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)];
const median = (values) => quantile(values, 0.5);
const version = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// The site, and beside it the same first content in the same style without a script.
async function makeSite() {
  const copy = await copySite();
  const page = await fs.readFile(path.join(copy.dir, "index.html"), "utf8");
  const plain = page.replace(/<script\b[^]*?<\/script>/g, "").replace(/<link rel="(modulepreload|preload)"[^>]*>/g, "");
  await fs.writeFile(path.join(copy.dir, "plain.html"), plain);
  // It is kept for use without a network like the pages of the site.
  const worker = await fs.readFile(path.join(copy.dir, "sw.js"), "utf8");
  const digest = crypto.createHash("sha256").update(plain).digest("hex");
  await fs.writeFile(path.join(copy.dir, "sw.js"), worker.replace("const LATER = {", `const LATER = {\n  "plain.html": "${digest}",`));
  return copy;
}

// A phone with a slow processor on a slow line, as Lighthouse has it by default, throttled in earnest.
async function look(url, port) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: CATEGORIES, throttlingMethod: "devtools", logLevel: "error", output: "json" });
  if (lhr.runtimeError) throw new Error(`Lighthouse at ${url}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(lhr.categories[id].score * 100)]));
  return { lcp: lhr.audits["largest-contentful-paint"].numericValue, scores };
}

async function firstSight(browser, site, port) {
  const seen = { app: [], plain: [] };
  for (let run = 0; run < RUNS; run += 1) {
    seen.app.push(await look(site.url, port));
    seen.plain.push(await look(`${site.url}plain.html`, port));
  }
  const lcp = (looks) => median(looks.map(({ lcp }) => lcp));
  const [app, plain] = [lcp(seen.app), lcp(seen.plain)];
  console.log(`LCP, median of ${RUNS}: the app ${app.toFixed(0)} ms, a page without script ${plain.toFixed(0)} ms, ratio ${(app / plain).toFixed(2)}`);
  for (const id of CATEGORIES) console.log(`Lighthouse ${id}: ${median(seen.app.map(({ scores }) => scores[id]))}`);
}

// Both pages from the service worker's cache, without a network, on a processor 4 times slower.
async function offlineStart(browser, site) {
  const context = await browser.newContext({ viewport: { width: 360, height: 720 } });
  await context.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("main#main")) return;
      globalThis.usable = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => globalThis.fitproofOffline?.state === "ready");
  await context.setOffline(true);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const seen = { app: [], plain: [], usable: [] };
  const lcp = async (address) => {
    await page.goto("about:blank");
    await page.goto(address);
    await page.waitForTimeout(2_500);
    return page.evaluate(() => new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
    }));
  };
  for (let run = 0; run < RUNS; run += 1) {
    seen.app.push(await lcp(site.url));
    seen.usable.push(await page.evaluate(() => globalThis.usable));
    seen.plain.push(await lcp(`${site.url}plain.html`));
  }
  const [app, plain] = [median(seen.app), median(seen.plain)];
  console.log(`offline start, LCP, median of ${RUNS}: the app ${app.toFixed(0)} ms, a page without script ${plain.toFixed(0)} ms, ratio ${(app / plain).toFixed(2)}; to type into after ${median(seen.usable).toFixed(0)} ms`);
  await context.close();
}

// What shows at once are the outcomes that were drawn on the spot; those of the worker follow when the slider rests.
async function slider(browser, url) {
  const times = await sliderSteps(browser, url);
  for (const [what, name] of [["painted", "slider's step to both pictures painted"], ["worked", "slider's step to the end of our own work"]]) {
    const of = times.map((time) => time[what]);
    console.log(`${name}, processor 4 times slower, ${of.length} steps: median ${median(of).toFixed(1)} ms, p90 ${quantile(of, 0.9).toFixed(1)} ms, most ${Math.max(...of).toFixed(1)} ms (median at most ${SLIDER_AT_MOST})`);
  }
}

async function main() {
  const copy = await makeSite();
  const port = await freePort();
  const [browser, site] = await Promise.all([
    launch({ args: [`--remote-debugging-port=${port}`] }),
    startSite({ dir: copy.dir }),
  ]);
  try {
    console.log(`Chromium ${browser.version()}, Lighthouse ${version("lighthouse")}, playwright-core ${version("playwright-core")}, Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0].model}`);
    const times = await keys(browser, site.url);
    const least = (await leastKeys(browser)).map((time) => time.painted);
    for (const [what, name] of [["painted", "key to painted verdict"], ["worked", "key to the end of our own work"]]) {
      const of = times.map((time) => time[what]);
      console.log(`${name}, processor 4 times slower, ${of.length} keys: median ${median(of).toFixed(1)} ms, p99 ${quantile(of, 0.99).toFixed(1)} ms, most ${Math.max(...of).toFixed(1)} ms`);
    }
    console.log(`the same of a page with one field and one figure: median ${median(least).toFixed(1)} ms, p99 ${quantile(least, 0.99).toFixed(1)} ms, most ${Math.max(...least).toFixed(1)} ms`);
    await slider(browser, site.url);
    await offlineStart(browser, site);
    await firstSight(browser, site, port);
  } finally {
    await browser.close();
    await site.stop();
    await copy.remove();
  }
}

await main();
