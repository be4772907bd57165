// What can go wrong with the browser's database, forced from outside of the app; and what must hold afterwards.
import assert from "node:assert/strict";
import { accountName, allQuestions, answers, button, choose, input, keepState, notices, openMenu, openOther, saved, startOwn } from "./app.mjs";
import { mounted, newPage } from "./browser.mjs";

// In the page: `faults.arm(name, after)` lets the calls go on until `after` of its kind have passed, then goes wrong
// once, or until `faults.disarm()` where the name says so. It works on what any program calls.
export function forced() {
  const faults = (globalThis.faults = { name: null, after: 0, met: 0, lasting: false });
  faults.arm = (name, after = 0, lasting = false) => Object.assign(faults, { name, after, lasting, met: 0 });
  faults.disarm = () => (faults.name = null);
  const due = (...names) => {
    if (!names.includes(faults.name)) return false;
    if (faults.after > 0) return (faults.after -= 1), false;
    faults.met += 1;
    if (!faults.lasting) queueMicrotask(faults.disarm);
    return true;
  };
  const error = (name) => new DOMException("forced", name);
  const wrap = (target, method, change) => {
    const own = target[method];
    target[method] = function (...args) { return change(() => own.apply(this, args), this, args); };
  };
  const failing = (name) => {
    const request = Object.assign(new EventTarget(), { error: error(name), result: undefined });
    setTimeout(() => request.onerror?.(new Event("error")));
    return request;
  };
  wrap(IDBFactory.prototype, "open", (go) => {
    if (due("open refused")) return failing("UnknownError");
    if (due("open thrown")) throw error("UnknownError");
    if (due("open silent")) return new EventTarget();
    if (due("upgrade blocked")) {
      const request = new EventTarget();
      setTimeout(() => request.onblocked?.(new Event("blocked")));
      return request;
    }
    return go();
  });
  wrap(IDBDatabase.prototype, "transaction", (go) => {
    if (due("transaction refused")) throw error("UnknownError");
    return go();
  });
  wrap(IDBObjectStore.prototype, "put", (go, store) => {
    if (due("put thrown")) throw error("DataError");
    if (due("quota full")) {
      // As Chromium does: the request fails, and with it the transaction, for this reason.
      const request = go();
      Object.defineProperty(store.transaction, "error", { value: error("QuotaExceededError") });
      store.transaction.abort();
      return request;
    }
    const request = go();
    if (due("aborted")) store.transaction.abort();
    return request;
  });
  wrap(IDBObjectStore.prototype, "get", (go) => {
    if (due("read refused")) throw error("UnknownError");
    return go();
  });
  const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    get() { return complete.get.call(this); },
    set(handler) {
      // It is kept, and nobody hears of it.
      complete.set.call(this, handler && ((event) => due("never complete") || handler.call(this, event)));
    },
  });
  const result = Object.getOwnPropertyDescriptor(IDBRequest.prototype, "result");
  Object.defineProperty(IDBRequest.prototype, "result", {
    get() {
      const value = result.get.call(this);
      return typeof value === "string" && value.includes('"account"') && due("read back wrong") ? `${value} ` : value;
    },
  });
}

export const FAULTS = [
  "quota full", "open refused", "open thrown", "open silent", "upgrade blocked", "transaction refused",
  "put thrown", "aborted", "read refused", "never complete", "read back wrong", "connection lost",
];
export const AT_OPEN = new Set(["open refused", "open thrown", "open silent", "upgrade blocked"]);

export async function openPage(browser, url, context) {
  const page = await newPage(browser, { context });
  page.setDefaultTimeout(30_000);
  await page.addInitScript(forced);
  await page.goto(url);
  await mounted(page);
  return page;
}

// Everywhere that the app writes. Each begins and ends with an account in view, and gives the texts that must be
// found in it and in the others.
export const SITES = {
  async "first save"(page, arm) {
    await startOwn(page);
    await allQuestions(page);
    await arm();
    await answers(page, { "account.name": "Quillmoor" });
    return { view: "Quillmoor", others: [] };
  },
  async "next save"(page, arm) {
    await first(page);
    await arm();
    await answers(page, { "account.name": "Quillmoor Software" });
    return { view: "Quillmoor Software", others: [], kept: "Quillmoor" };
  },
  async "another account"(page, arm) {
    await first(page);
    await arm();
    await answers(page, { "account.name": "Quillmoor Software" });
    await choose(page, "New account");
    await allQuestions(page);
    await answers(page, { "account.name": "Fernwick" });
    return { view: "Fernwick", others: ["Quillmoor Software"], kept: "Quillmoor" };
  },
  async "a rate"(page, arm) {
    await first(page);
    await answers(page, { "account.revenue": "48m" });
    await page.locator("#q-account-revenue").getByRole("combobox").selectOption("EUR").catch(() => {});
    await saved(page);
    await arm();
    await answers(page, { "account.name": "Quillmoor Europe" });
    return { view: "Quillmoor Europe", others: [], kept: "Quillmoor" };
  },
  async "undo"(page, arm) {
    await first(page);
    await answers(page, { "account.name": "Quillmoor Software" });
    await saved(page);
    await arm();
    await openMenu(page);
    await button(page, "Undo").click();
    await page.keyboard.press("Escape");
    return { view: /^Quillmoor/, others: [], kept: "Quillmoor" };
  },
};

async function first(page) {
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": "Quillmoor" });
  await saved(page);
}

// One fault at one place: nothing typed is lost, and once the fault is gone everything is kept.
export async function provoke(browser, url, fault, site, after = 0) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  try {
    const page = await openPage(browser, url, context);
    const lasting = AT_OPEN.has(fault);
    const arm = () => page.evaluate(async ([fault, after, lasting]) => {
      if (lasting || fault === "connection lost") {
        // What the browser does when it is short of something: it closes the connection.
        const close = new Promise((resolve) => {
          const request = indexedDB.open("fitproof", 99);
          request.onupgradeneeded = () => request.transaction.abort();
          request.onerror = resolve;
        });
        await close;
      }
      if (fault !== "connection lost") globalThis.faults.arm(fault, after, lasting);
    }, [fault, after, lasting]);
    const expected = await SITES[site](page, arm);
    const view = typeof expected.view === "string" ? expected.view : /./;
    await accountName(page).filter({ hasText: view }).waitFor();
    // Either it is saved in spite of it, or it is said, with a way out beside it.
    const save = notices(page).getByRole("button", { name: "Save a case file" });
    const told = await Promise.race([
      save.waitFor().then(() => true, () => false),
      new Promise((resolve) => setTimeout(resolve, lasting || fault === "never complete" ? 25_000 : 2_500)).then(() => false),
    ]);
    const met = fault === "connection lost" ? 1 : await page.evaluate(() => globalThis.faults.met);
    if (told) {
      assert.equal(await keepState(page).innerText(), "Not saved");
      const [file] = await Promise.all([page.waitForEvent("download"), save.click()]);
      assert.ok(file.suggestedFilename().endsWith(".fitproof.json"));
      await page.evaluate(() => globalThis.faults.disarm());
      await notices(page).getByRole("button", { name: "Try again" }).click();
    } else {
      await page.evaluate(() => globalThis.faults.disarm());
    }
    await saved(page);
    await page.waitForTimeout(600);
    await page.waitForTimeout(600);
    const name = await accountName(page).innerText();
    await page.close();
    const again = await openPage(browser, url, context);
    await accountName(again).filter({ hasText: name }).waitFor();
    for (const other of expected.others) {
      await openOther(again, other);
      await accountName(again).filter({ hasText: other }).waitFor();
    }
    await openMenu(again);
    assert.equal(await again.locator(".menu__case").count(), expected.others.length, "no copies are made");
    return { met: met > 0, told };
  } finally {
    await context.close();
  }
}
