// Parts of the program that are fetched when they are first needed, and what is said when they don't arrive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, notices, pressTab, tab, turnMenu, verdict } from "./lib/app.mjs";
import { mounted, newPage } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();
const PART = /\/parts\/(?!soon\/).*\.wasm$/;
// The verdict's details and what keeps accounts come by themselves, right after the page is shown.
const SOON = /\/parts\/soon\/.*\.wasm$/;
const WITHOUT_WORKER = { serviceWorkers: "block" };

test("the first load holds no part; a page's part is fetched once, when it is opened", async (t) => {
  const page = await app.open(t, WITHOUT_WORKER);
  const fetched = [];
  page.on("request", (request) => PART.test(request.url()) && fetched.push(request.url()));
  const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.equal(before.filter((name) => PART.test(name)).length, 0, before.join("\n"));
  const program = before.filter((name) => name.endsWith(".wasm"));
  assert.ok(program.length >= 1, before.join("\n"));
  const holds = (name, text) =>
    page.evaluate(async ([name, text]) => new TextDecoder("latin1").decode(await (await fetch(name)).arrayBuffer()).includes(text), [name, text]);
  for (const name of program) {
    assert.ok(!(await holds(name, "use-case.hr-onboarding")), `${name} holds the library of use cases`);
  }
  await tab(page, "Proof");
  await page.getByRole("heading", { level: 1, name: /^The (trial|proof of concept)$/ }).waitFor();
  const once = fetched.length;
  assert.ok(once >= 1);
  await tab(page, "People");
  await page.getByRole("heading", { name: "The people" }).waitFor();
  assert.equal(fetched.length, once, "the other pages came with it");
});

test("a part that can't be fetched is said, the account stays, and opening it again tries again", async (t) => {
  const page = await app.open(t, WITHOUT_WORKER);
  await button(page, "Start with your account").click();
  await page.locator("#q-account-employees-input").fill("480");
  await page.route(PART, (route) => route.abort());
  await pressTab(page, "People");
  await page.getByText("This part of Fitproof couldn’t be fetched.").waitFor();
  await turnMenu(page, true);
  await page.locator("details.menu").getByText("couldn’t be fetched").waitFor();
  await page.keyboard.press("Escape");
  await page.unroute(PART);
  await button(page, "Back to the account").click();
  assert.equal(await page.locator("#q-account-employees-input").inputValue(), "480");
  await tab(page, "People");
  await page.getByRole("heading", { name: "The people" }).waitFor();
});

test("without what comes next there is a verdict, and nothing is called saved; once it arrives, all is there", async (t) => {
  const page = await newPage(app.browser, { viewport: { width: 1280, height: 900 }, locale: "en-US", ...WITHOUT_WORKER });
  t.after(() => page.context().close());
  await page.route(SOON, (route) => route.abort());
  await page.goto(app.site.url);
  await mounted(page);
  await notices(page).getByText("This part of Fitproof couldn’t be fetched.").waitFor();
  await button(page, "Start with your account").click();
  await page.locator("#q-account-employees-input").fill("480");
  await page.locator(".verdict__head").waitFor();
  await verdict(page).getByText("This part of Fitproof couldn’t be fetched.").waitFor();
  assert.equal(await verdict(page).getByRole("heading", { name: "People to find" }).count(), 0);
  assert.equal(await page.getByText("Saved on this device").count(), 0);
  await page.locator(".top__keep").filter({ hasText: "Not saved" }).waitFor();
  await page.unroute(SOON);
  await button(page, "Try again").click();
  await page.getByText("Saved on this device").waitFor();
  await verdict(page).getByRole("heading", { name: "People to find" }).waitFor();
  assert.equal(await verdict(page).getByText("couldn’t be fetched").count(), 0);
  await page.reload();
  await mounted(page);
  await page.waitForFunction(() => document.querySelector("#q-account-employees-input")?.value === "480");
});

test("the verdict's sections stand once and in order, as they come and after an answer", async (t) => {
  const page = await app.open(t);
  const titles = () => page.locator(".verdict > *").evaluateAll((parts) => parts.map((part) => part.querySelector("h2, h3, summary")?.textContent ?? ""));
  const below = ["Ask next", "Engagement", "", "People to find", "What would change it", "Watch out", "Every finding", "Context, never scored", ""];
  await verdict(page).getByRole("heading", { name: "People to find" }).waitFor();
  assert.deepEqual(await titles(), ["Fast-growing scale-up", ...below], "no gates stand between it and a trial");
  await page.locator("#q-account-employees-input").fill("241");
  await page.locator("#q-account-employees-echo").getByText("241").waitFor();
  assert.deepEqual(await titles(), ["Fast-growing scale-up", ...below]);
});

test("the menu closes by Escape, by a click elsewhere and by a choice, and the focus is not lost", async (t) => {
  const page = await app.open(t);
  const isOpen = () => page.locator("details.menu").evaluate(({ open }) => open);
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const summary = page.locator("#menu");
  await summary.focus();
  await page.keyboard.press("Enter");
  await button(page, "New account").focus();
  await page.keyboard.press("Escape");
  assert.equal(await isOpen(), false);
  assert.equal(await focused(), "menu");
  await page.keyboard.press("Enter");
  await button(page, "New account").waitFor();
  await page.locator(".top__brand").click();
  assert.equal(await isOpen(), false);
  await summary.focus();
  await page.keyboard.press("Enter");
  await button(page, "Rules and weights").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Rules and weights" }).waitFor();
  assert.equal(await isOpen(), false);
  assert.equal(await focused(), "menu");
});
