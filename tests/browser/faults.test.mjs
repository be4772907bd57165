// Whatever goes wrong with what the device keeps: it is said, what was typed stays, and the next try keeps it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { accountName, allQuestions, answers, button, keepState, notices, saved, startOwn } from "./lib/app.mjs";
import { mounted, newPage } from "./lib/browser.mjs";
import { provoke } from "./lib/faults.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

describe("a fault at a save", () => {
  for (const fault of ["quota full", "aborted", "read back wrong", "upgrade blocked", "connection lost"]) {
    test(fault, async () => {
      const { met } = await provoke(app.browser, app.site.url, fault, "next save");
      assert.ok(met, "the fault was met");
    });
  }
});

test("a store that can't be opened at the start is said, and opened at the next try", async (t) => {
  const context = await app.browser.newContext({ locale: "en-US" });
  t.after(() => context.close());
  const one = await newPage(app.browser, { context });
  await one.goto(app.site.url);
  await mounted(one);
  await startOwn(one);
  await allQuestions(one);
  await answers(one, { "account.name": "Quillmoor" });
  await saved(one);
  await one.close();
  const two = await newPage(app.browser, { context });
  await two.addInitScript(() => {
    const own = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...args) {
      if (!globalThis.broken) return own.apply(this, args);
      throw new DOMException("forced", "UnknownError");
    };
    globalThis.broken = true;
  });
  await two.goto(app.site.url);
  await notices(two).getByText("The browser refused to use what is saved on this device.").waitFor();
  await two.evaluate(() => (globalThis.broken = false));
  await button(two, "Try again").click();
  await accountName(two).filter({ hasText: "Quillmoor" }).waitFor();
  assert.equal(await keepState(two).innerText(), "Saved on this device");
});

test("what the browser cleared is said, and written anew only when asked for", async (t) => {
  const page = await app.open(t);
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": "Quillmoor" });
  await saved(page);
  await page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("fitproof").onsuccess = ({ target: { result: database } }) => {
      const transaction = database.transaction("records", "readwrite");
      transaction.objectStore("records").clear();
      transaction.oncomplete = () => (database.close(), resolve());
    };
  }));
  await answers(page, { "account.name": "Quillmoor Software" });
  await notices(page).getByText("What was saved here has been cleared").waitFor();
  assert.equal(await keepState(page).innerText(), "Not saved");
  const records = () => page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("fitproof").onsuccess = ({ target: { result: database } }) => {
      database.transaction("records").objectStore("records").getAllKeys(IDBKeyRange.bound("head/", "head/~")).onsuccess = ({ target }) => (database.close(), resolve(target.result.length));
    };
  }));
  assert.equal(await records(), 0);
  await button(page, "Try again").click();
  await saved(page);
  assert.equal(await records(), 1);
});
