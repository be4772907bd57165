// The program itself breaks: what was typed is shown to be safe, and the app goes on without loading the page anew.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accountName, allQuestions, answers, button, input, saved, score, startOwn } from "./lib/app.mjs";
import { mounted, newPage } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

// Every call into the program goes through its exports: `trap.on` makes the next call of one of a kind fail as a
// panic does. Callbacks of the program reach it by its table, through exports too.
function trapped() {
  const trap = (globalThis.trap = { on: null, calls: {} });
  const wrap = (exports) => {
    const wrapped = Object.create(null);
    for (const [name, value] of Object.entries(exports)) {
      wrapped[name] = typeof value !== "function" ? value : (...args) => {
        trap.calls[name] = (trap.calls[name] ?? 0) + 1;
        if (trap.on?.test(name)) {
          trap.on = null;
          trap.at = performance.now();
          throw new WebAssembly.RuntimeError(`unreachable (forced in ${name})`);
        }
        return value(...args);
      };
    }
    return wrapped;
  };
  const own = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...args) => {
    const { instance, module } = await own.apply(WebAssembly, args);
    return { module, instance: { exports: wrap(instance.exports), __proto__: WebAssembly.Instance.prototype } };
  };
  new MutationObserver(() => {
    if (trap.at && document.querySelector(".rescue")) {
      trap.shown = performance.now() - trap.at;
      delete trap.at;
    }
  }).observe(document, { subtree: true, childList: true });
}

async function open(t) {
  const context = await app.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US", permissions: ["clipboard-read", "clipboard-write"] });
  t.after(() => context.close());
  const page = await newPage(app.browser, { context });
  page.setDefaultTimeout(10_000);
  await page.addInitScript(trapped);
  await page.goto(app.site.url);
  await mounted(page);
  await page.evaluate(() => (globalThis.sameDocument = true));
  return page;
}

const panel = (page) => page.getByRole("alertdialog");

for (const kind of ["invoke", "closure"]) {
  test(`a trap in ${kind}: told at once, nothing lost, working again on the same page`, async (t) => {
    const page = await open(t);
    await startOwn(page);
    await allQuestions(page);
    await answers(page, { "account.name": "Quillmoor", "account.employees": "480" });
    await saved(page);
    await answers(page, { "account.employees-before": "300" });
    const names = await page.evaluate(() => Object.keys(globalThis.trap.calls));
    assert.ok(names.some((name) => name.includes(kind)) || kind === "closure", names.join(" "));
    await page.evaluate((kind) => (globalThis.trap.on = kind === "closure" ? /^(?!__wbindgen|__externref)/ : /invoke/), kind);
    await page.keyboard.press("Tab");
    await panel(page).waitFor();
    const shown = await page.evaluate(() => globalThis.trap.shown);
    // Whether that is within the half second it may take, the campaign with traps tells, on a machine of its own.
    assert.ok(Number.isFinite(shown));
    t.diagnostic(`the panel stood after ${shown} ms`);
    // The focus comes after the key that the program broke at has done its own.
    await page.waitForFunction(() => document.activeElement?.role === "alertdialog");
    await button(page, "Copy my data").click();
    await panel(page).getByText("Copied.").waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Quillmoor[^]*480|480[^]*Quillmoor/);
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save my data").click()]);
    assert.match(download.suggestedFilename(), /^quillmoor\.fitproof\.json$/);
    assert.match(await readFile(await download.path(), "utf8"), /"fitproof": ?"case"/);
    await button(page, "Resume").click();
    await accountName(page).filter({ hasText: "Quillmoor" }).waitFor();
    assert.equal(await panel(page).count(), 0);
    assert.equal(await input(page, "account.employees-before").inputValue(), "300");
    await answers(page, { "account.revenue": "$64.5m" });
    await saved(page);
    assert.match(await score(page).innerText(), /to/);
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true, "not loaded anew");
  });
}

test("a program that can't be loaded is told, with what to do", async (t) => {
  const page = await newPage(app.browser, { serviceWorkers: "block" });
  t.after(() => page.context().close());
  await page.route(/fitproof_bg-.*\.wasm$/, (route) => route.abort());
  await page.goto(app.site.url);
  await panel(page).getByText("Fitproof couldn’t start.").waitFor();
  await page.unroute(/fitproof_bg-.*\.wasm$/);
  await button(page, "Load again").click();
  await mounted(page);
});

test("a script that can't be loaded is told too", async (t) => {
  const page = await newPage(app.browser, { serviceWorkers: "block" });
  t.after(() => page.context().close());
  await page.route(/\/fitproof-[0-9a-f]+\.js$/, (route) => route.abort());
  await page.goto(app.site.url);
  await panel(page).getByText("Fitproof couldn’t start.").waitFor();
});

test("the text being typed as it breaks is there again, whichever way the program was called", async (t) => {
  const named = async (page) => (await page.evaluate(() => Object.keys(globalThis.trap.calls))).filter((name) => name.includes("invoke"));
  const ways = await named(await open(t));
  let broke = 0;
  for (const way of ways) {
    const page = await open(t);
    await startOwn(page);
    await allQuestions(page);
    await answers(page, { "account.name": "Quillmoor" });
    await saved(page);
    // Every timer has run: the next call is the typing's own.
    await page.waitForTimeout(1200);
    await page.evaluate((name) => (globalThis.trap.on = new RegExp(`^${name}$`)), way);
    await input(page, "account.name").fill("Quillmoor Software");
    if (!(await panel(page).waitFor({ timeout: 1500 }).then(() => true, () => false))) continue;
    broke += 1;
    await button(page, "Resume").click();
    await accountName(page).filter({ hasText: "Quillmoor Software" }).waitFor();
    assert.equal(await input(page, "account.name").inputValue(), "Quillmoor Software");
  }
  assert.ok(broke >= 2, `typing called the program in ${broke} ways`);
});
