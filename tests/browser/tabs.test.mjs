// Several tabs on one device: each sees what the others saved, and no tab takes another one's work.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accountName, allQuestions, answers, button, choose, input, keepState, notices, openMenu, saved, startOwn } from "./lib/app.mjs";
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
  await button(page, `Bring back: ${name}`).waitFor();
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
  assert.equal(await three.getByRole("button", { name: /^Bring back/ }).count(), 1, "no stale copies");
  await choose(three, "Bring back: First");
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
  assert.equal(await one.getByRole("button", { name: /^Bring back/ }).count(), 0);
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

test("a store that a newer version wrote is left as it is", async (t) => {
  const { pages: [one], open } = await tabs(t, 1);
  await own(one, "Later");
  const write = (from, to) => one.evaluate(([from, to]) => new Promise((resolve) => {
    indexedDB.open("fitproof").onsuccess = ({ target: { result: database } }) => {
      const records = database.transaction("records", "readwrite").objectStore("records");
      records.get("accounts").onsuccess = ({ target: { result } }) => {
        const text = result.replace(from, to);
        records.put(text, "accounts").onsuccess = () => (database.close(), resolve(text));
      };
    };
  }), [from, to]);
  const newer = await write('"version":1', '"version":2');
  await one.close();
  const two = await open();
  await notices(two).getByText("saved here by a newer version").waitFor();
  await startOwn(two);
  await answers(two, { "account.employees": "480" });
  await two.waitForTimeout(1_000);
  assert.equal(await keepState(two).innerText(), "Not kept");
  const there = await two.evaluate(() => new Promise((resolve) => {
    indexedDB.open("fitproof").onsuccess = ({ target: { result: database } }) => {
      database.transaction("records").objectStore("records").get("accounts").onsuccess = ({ target }) => resolve(target.result);
    };
  }));
  assert.equal(there, newer);
});
