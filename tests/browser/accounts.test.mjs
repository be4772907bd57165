// All accounts on this device: how each stands, searched and sorted, doubled, put away, deleted and brought back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { allQuestions, answers, choose, notices, proof, saved, startOwn } from "./lib/app.mjs";
import { assertAccessible } from "./lib/axe.mjs";
import { assertClean, mounted } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

const item = (page, name) => page.locator(".accounts__item", { has: page.getByRole("button", { name, exact: true }) });
const names = (page) => page.locator(".accounts__name").allInnerTexts();
const act = (page, what, name) => page.getByRole("button", { name: `${what}: ${name}`, exact: true }).click();

async function account(page, name, said, first) {
  await (first ? startOwn(page) : choose(page, "New account"));
  await allQuestions(page);
  await answers(page, { "account.name": name, ...said });
  await savedAlone(page);
}

// Moments are kept in whole seconds: what is saved next is saved in another one.
async function savedAlone(page) {
  await saved(page);
  await page.waitForTimeout(1_100);
}

async function open(page) {
  await choose(page, "ll accounts");
  await page.getByRole("heading", { name: "Your accounts" }).waitFor();
}

test("accounts are listed with verdict and next date, found, ordered, doubled, put away, deleted and brought back", async (t) => {
  const page = await app.open(t, { viewport: { width: 360, height: 800 } });
  await account(page, "Quillmoor", { "account.employees": "480" }, true);
  await proof(page, "The plan");
  await answers(page, { "plan.start": "2031-03-03", "plan.end": "2031-03-14" });
  await savedAlone(page);
  await account(page, "Hooli", { "account.employees": "12000" });
  await account(page, "Bramble & Co", {});
  await open(page);
  await item(page, "Hooli").waitFor();
  assert.deepEqual(await names(page), ["Bramble & Co", "Hooli", "Quillmoor"], "saved last comes first");
  assert.match(await item(page, "Quillmoor").innerText(), /Next: .*2031.*Start/);
  assert.match(await item(page, "Bramble & Co").innerText(), /In view/);
  await page.getByLabel("Order by").selectOption("Name");
  assert.deepEqual(await names(page), ["Bramble & Co", "Hooli", "Quillmoor"]);
  await page.getByLabel("Order by").selectOption("Next date");
  assert.equal((await names(page))[0], "Quillmoor");
  await page.getByLabel("Search").fill("HOO");
  assert.deepEqual(await names(page), ["Hooli"]);
  await page.getByText("1 of 3 accounts").waitFor();
  await page.getByLabel("Search").fill("zzz");
  await page.getByText("No account is like that").waitFor();
  await page.getByLabel("Search").fill("");

  await act(page, "Duplicate", "Quillmoor");
  await item(page, "Quillmoor (copy)").waitFor();
  assert.match(await item(page, "Quillmoor (copy)").innerText(), /2031/);

  await act(page, "Put away", "Hooli");
  await item(page, "Hooli").waitFor({ state: "detached" });
  await page.getByLabel("Those put away (1)").check();
  assert.deepEqual(await names(page), ["Hooli"]);
  await act(page, "Bring back", "Hooli");
  await page.getByLabel("Those put away").uncheck();
  await item(page, "Hooli").waitFor();

  // The one in view, too.
  for (const name of ["Quillmoor", "Bramble & Co"]) {
    await act(page, "Delete", name);
    await item(page, name).waitFor({ state: "detached" });
    await page.getByText(`${name} is deleted.`).waitFor();
  }
  await assertAccessible(page);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await item(page, "Bramble & Co").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);

  await item(page, "Hooli").getByRole("button", { name: "Hooli", exact: true }).click();
  await page.locator(".top__account", { hasText: "Hooli" }).waitFor();
  await page.reload();
  await mounted(page);
  await open(page);
  await item(page, "Hooli").waitFor();
  assert.deepEqual((await names(page)).toSorted(), ["Bramble & Co", "Hooli", "Quillmoor (copy)"], "for good");
  assertClean(page);
});

test("the same account twice is told, in the list and where a file brings it", async (t) => {
  const page = await app.open(t);
  await account(page, "Quillmoor", { "account.employees": "480" }, true);
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "Save a case file")]);
  await choose(page, "Open a case file").catch(() => {});
  await page.locator(".menu__file input").setInputFiles(await download.path());
  await notices(page).getByText("There is another account named Quillmoor").waitFor();
  await saved(page);
  await open(page);
  await page.getByText("There is another of this name").first().waitFor();
  assert.equal(await page.getByText("There is another of this name").count(), 2);
  assertClean(page);
});
