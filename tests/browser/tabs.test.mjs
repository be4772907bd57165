// Several tabs on one device: each sees what the others saved, and no tab takes another one's work.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accountName, allQuestions, answers, button, input, keepState, notices, openMenu, openOther, other, saved, startOwn } from "./lib/app.mjs";
import { assertClean, mounted, newPage } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

// Tabs of one person: they share what the device keeps.
async function tabs(t, count, { deaf = false } = {}) {
  const context = await app.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  t.after(() => context.close());
  const open = async () => {
    const page = await newPage(app.browser, { context });
    page.setDefaultTimeout(10_000);
    if (deaf) await page.addInitScript(() => delete globalThis.BroadcastChannel);
    await page.goto(app.site.url);
    await mounted(page);
    return page;
  };
  const pages = [];
  for (let at = 0; at < count; at += 1) pages.push(await open());
  return { pages, open };
}

async function own(page, name) {
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": name });
  await saved(page);
}

const named = (page, name) => accountName(page).filter({ hasText: name }).waitFor();
const aside = async (page, name) => {
  await openMenu(page);
  await other(page, name).waitFor();
  await page.keyboard.press("Escape");
};

test("two tabs with two accounts: both stay, whoever saves last", async (t) => {
  const { pages: [one, two], open } = await tabs(t, 2);
  await own(one, "First");
  await own(two, "Second");
  await answers(one, { "account.employees": "480" });
  await saved(one);
  await answers(two, { "account.employees": "90" });
  await saved(two);
  await aside(one, "Second");
  await aside(two, "First");
  const three = await open();
  await named(three, "Second");
  await openMenu(three);
  await button(three, "New account").waitFor();
  assert.equal(await three.locator(".menu__case").count(), 1, "no stale copies");
  await openOther(three, "First");
  await allQuestions(three);
  assert.equal(await input(three, "account.employees").inputValue(), "480");
  for (const page of [one, two, three]) assertClean(page);
});

test("a tab shows what another one changed in the same account", async (t) => {
  const { pages: [one], open } = await tabs(t, 1);
  await own(one, "Shared");
  const two = await open();
  await named(two, "Shared");
  await allQuestions(two);
  await answers(one, { "account.employees": "480" });
  await saved(one);
  await notices(two).getByText("changed in another tab; you see it as it is now").waitFor();
  assert.equal(await input(two, "account.employees").inputValue(), "480");
  await answers(two, { "account.employees-before": "300" });
  await saved(two);
  await notices(one).getByText("changed in another tab; you see it as it is now").waitFor();
  assert.equal(await input(one, "account.employees-before").inputValue(), "300");
  await openMenu(one);
  await button(one, "New account").waitFor();
  assert.equal(await one.locator(".menu__case").count(), 0);
});

test("the same account changed in both, without a word between the tabs: both versions are kept", async (t) => {
  const { pages: [one], open } = await tabs(t, 1, { deaf: true });
  await own(one, "Shared");
  const two = await open();
  await named(two, "Shared");
  await allQuestions(two);
  await answers(one, { "account.name": "Shared, by one" });
  await saved(one);
  await answers(two, { "account.name": "Shared, by two" });
  await notices(two).getByText("This account was changed in another tab too.").waitFor();
  await saved(two);
  await aside(two, "Shared, by one");
  const three = await open();
  await named(three, "Shared, by two");
  await aside(three, "Shared, by one");
});

test("what is erased in one tab is gone in all, also what was being typed", async (t) => {
  const { pages: [one], open } = await tabs(t, 1);
  await own(one, "Gone");
  const two = await open();
  await named(two, "Gone");
  await allQuestions(two);
  await answers(two, { "account.employees": "480" });
  await openMenu(one);
  await button(one, "Erase everything…").click();
  await button(one, "Erase now").click();
  await notices(two).getByText("erased").waitFor();
  assert.equal(await accountName(two).innerText(), "Unnamed account");
  // Longer than any save that may still have waited.
  await two.waitForTimeout(1_000);
  const left = await two.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    return { names, local: localStorage.length, session: sessionStorage.length };
  });
  assert.deepEqual(left, { names: [], local: 0, session: 0 });
  const three = await open();
  await three.getByText("An invented example").waitFor();
});

// A record of the device, changed behind the app's back; what stands there afterwards.
const record = (page, key, change = null) => page.evaluate(([key, change]) => new Promise((resolve) => {
  indexedDB.open("fitproof").onsuccess = ({ target: { result: database } }) => {
    const records = database.transaction("records", change ? "readwrite" : "readonly").objectStore("records");
    records.getAllKeys().onsuccess = ({ target: { result: keys } }) => {
      const whole = keys.find((name) => name.startsWith(key));
      records.get(whole).onsuccess = ({ target: { result } }) => {
        const text = change ? result.replace(...change) : result;
        if (change) records.put(text, whole);
        records.transaction.oncomplete = () => (database.close(), resolve(text));
      };
    };
  };
}), [key, change]);

test("a case that a newer version wrote is listed, and left as it is also by a tab that has it open", async (t) => {
  const { pages: [one], open } = await tabs(t, 1);
  await own(one, "Later");
  const newer = await record(one, "head/", ['"version":1', '"version":99']);
  await answers(one, { "account.employees": "480" });
  await notices(one).getByText("changed in another tab too").waitFor();
  await saved(one);
  const two = await open();
  await named(two, "Later");
  await openMenu(two);
  await other(two, "Can’t be read").waitFor();
  const [file] = await Promise.all([two.waitForEvent("download"), other(two, "Can’t be read").click()]);
  assert.match(await readFile(await file.path(), "utf8"), /"version":99[^]*Later/);
  const heads = await two.evaluate(() => new Promise((resolve) => {
    indexedDB.open("fitproof").onsuccess = ({ target: { result: database } }) => {
      database.transaction("records").objectStore("records").getAll(IDBKeyRange.bound("head/", "head/~")).onsuccess = ({ target }) => resolve(target.result);
    };
  }));
  assert.ok(heads.includes(newer));
});

test("a database of a newer version is read, and never written", async (t) => {
  const { pages: [one], open } = await tabs(t, 1);
  await own(one, "Later");
  const before = await record(one, "head/");
  await one.evaluate(() => new Promise((resolve) => {
    indexedDB.open("fitproof", 9).onsuccess = ({ target: { result } }) => (result.close(), resolve());
  }));
  await one.close();
  const two = await open();
  await named(two, "Later");
  await allQuestions(two);
  await answers(two, { "account.employees": "480" });
  await notices(two).getByText("A newer version of Fitproof keeps its accounts here").waitFor();
  assert.equal(await keepState(two).innerText(), "Not saved");
  assert.equal(await record(two, "head/"), before);
  const [file] = await Promise.all([two.waitForEvent("download"), notices(two).getByRole("button", { name: "Save a case file" }).click()]);
  assert.match(await readFile(await file.path(), "utf8"), /"480"/);
});

test("what the first version kept in one record becomes a case each", async (t) => {
  const kept = await readFile(new URL("../wire/kept-v1.json", import.meta.url), "utf8");
  const device = await readFile(new URL("../wire/device-v1.json", import.meta.url), "utf8");
  const context = await app.browser.newContext({ locale: "en-US" });
  t.after(() => context.close());
  const page = await newPage(app.browser, { context });
  // A file of the site that starts nothing.
  await page.goto(new URL("privacy.html", app.site.url).href);
  await page.evaluate(([kept, device]) => new Promise((resolve) => {
    const request = indexedDB.open("fitproof", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("records");
    request.onsuccess = () => {
      const transaction = request.result.transaction("records", "readwrite");
      transaction.objectStore("records").put(kept, "accounts");
      transaction.objectStore("records").put(device, "device");
      transaction.oncomplete = () => (request.result.close(), resolve());
    };
  }), [kept.trimEnd(), device.trimEnd()]);
  await page.goto(app.site.url);
  await mounted(page);
  await named(page, "Northwind Logistics GmbH");
  await openMenu(page);
  assert.equal(await page.locator(".menu__case").count(), 3);
  assertClean(page);
});
