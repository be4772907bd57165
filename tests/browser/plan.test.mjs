// The plan of a proof: criteria, prerequisites and steps typed in, the clock that watches them, all there after a reload.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, button, chapter, openProof, proof, reload, saved } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

const list = (page, title) => page.locator("section.group", { has: page.getByRole("heading", { name: title, exact: true }) });
const cards = (page, title) => list(page, title).locator(".card");
const clock = (page) => page.locator("section[aria-labelledby=clock-title]");
const add = (page, title, one) => list(page, title).getByRole("button", { name: `Add ${one}` }).click();

const open = (t, options) => openProof(app, t, "The plan", options);
const says = async (page, text) => (await chapter(page, "The plan"), clock(page).getByText(text).waitFor());

test("a plan is typed in, watched by the clock, ordered, and there after a reload", async (t) => {
  const page = await open(t);
  await answers(page, { "plan.start": "2027-03-01", "plan.end": "2027-03-12" });
  await clock(page).getByText("No legal review is planned").waitFor();
  await clock(page).getByText("No final decision meeting is booked").waitFor();

  await chapter(page, "Steps and days");
  await add(page, "Mutual decision plan", "a step");
  const step = cards(page, "Mutual decision plan").nth(0);
  await step.getByLabel("Step", { exact: true }).fill("Legal reads the terms");
  await step.getByLabel("Working days after the start").fill("2");
  await step.getByLabel("Legal review").check();
  await add(page, "Mutual decision plan", "a step");
  const meeting = cards(page, "Mutual decision plan").nth(1);
  await meeting.getByLabel("Step", { exact: true }).fill("Decide");
  await meeting.getByLabel("Working days after the start").fill("soon");
  await meeting.getByLabel("Working days after the start").blur();
  await meeting.getByText("Type a number of working days up to 500").waitFor();
  await meeting.getByLabel("Decision meeting").check();
  await meeting.getByLabel("Working days after the start").fill("8");
  await says(page, "No IT review is planned");
  assert.equal(await clock(page).getByText("No legal review is planned").count(), 0);
  assert.equal(await clock(page).getByText("No final decision meeting is booked").count(), 0);

  await chapter(page, "Steps and days");
  await add(page, "Prerequisites", "a prerequisite");
  await cards(page, "Prerequisites").nth(0).getByLabel("What", { exact: true }).fill("Access to the sandbox");
  await cards(page, "Prerequisites").nth(0).getByLabel("Available on").fill("2027-03-02");
  await chapter(page, "The plan");
  await clock(page).getByRole("button", { name: /comes after the start/ }).click();
  await cards(page, "Prerequisites").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.value), "2027-03-02", "the way to the field");

  await chapter(page, "Success criteria");
  for (const name of ["Leads reach sales", "Orders are booked"]) {
    await add(page, "Success criteria", "a success criterion");
    await cards(page, "Success criteria").last().getByLabel("Use case").fill(name);
  }
  await button(page, "Move up: “Orders are booked”").click();
  await cards(page, "Success criteria").nth(1).getByLabel("Met", { exact: true }).check();
  await saved(page);
  await reload(page);
  await proof(page, "Success criteria");
  const names = await cards(page, "Success criteria").getByLabel("Use case").evaluateAll((inputs) => inputs.map(({ value }) => value));
  assert.deepEqual(names, ["Orders are booked", "Leads reach sales"]);
  assert.ok(await cards(page, "Success criteria").nth(1).getByLabel("Met", { exact: true }).isChecked());
  await cards(page, "Success criteria").first().locator(".task__head").click();
  await button(page, "Remove: “Orders are booked”").click();
  assert.equal(await cards(page, "Success criteria").count(), 1);
  assertClean(page);
});

test("an end that moves after the agreement is told, and more than two weeks need a name", async (t) => {
  const page = await open(t, { viewport: { width: 360, height: 800 } });
  await answers(page, { "plan.start": "2027-03-01", "plan.end": "2027-03-12" });
  await page.getByLabel("Both sides have agreed to this plan").check();
  await answers(page, { "plan.end": "2027-03-19" });
  const asked = page.locator(".field__warning", { hasText: "18 days needs a special approval" });
  await asked.waitFor();
  await page.getByLabel("Who approved more than two weeks").fill("Ann Keller");
  await asked.waitFor({ state: "detached" });
  await answers(page, { "plan.end": "2027-03-26" });
  await clock(page).getByText("The end has moved 2 times").waitFor();
  assertClean(page);
});

test("a page left open notices that another day has begun", async (t) => {
  const page = await open(t, { now: "2027-03-01T12:00:00" });
  const passed = clock(page).getByText("The start has passed and the plan isn’t agreed");
  await answers(page, { "plan.start": "2027-03-01", "plan.end": "2027-03-12" });
  await clock(page).getByText("No final decision meeting is booked").waitFor();
  assert.equal(await passed.count(), 0);
  await page.clock.setFixedTime(new Date("2027-03-02T12:00:00"));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await passed.waitFor();
  assertClean(page);
});
