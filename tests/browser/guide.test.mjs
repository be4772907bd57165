// The guide of a proof: whose words a section holds, what lacks, what comes next, the shorter plans, how it ends, who does what.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPeople, answers, button, chapter, openProof, proof, reload, saved, sectionText, tab } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

const next = (page) => page.locator("section[aria-labelledby=next-title] p");
const section = (page, name) => page.locator(".section", { has: page.locator(".task__name", { hasText: name }) });
const group = (page, title) => page.locator("section.group", { has: page.getByRole("heading", { name: title, exact: true }) });

const open = (t, part, options) => openProof(app, t, part, options);
const printed = async (page) => (await proof(page, "Documents"), page.textContent(".document"));

// A day so many days from today, as a field takes it.
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a draft becomes the customer's words when somebody says so, and a draft again with the next key", async (t) => {
  const page = await open(t, "The guide");
  assert.match(await next(page).textContent(), /Technical discovery/);
  await sectionText(page, "The gap");
  const gap = section(page, "4. The gap");
  await gap.locator("textarea").fill("We see it late");
  await gap.getByText("Draft by the partner: not the customer’s own words yet.").waitFor();
  await gap.getByText("Write short bullets").first().waitFor();
  await gap.locator("textarea").fill("- No list of all orders\n- No alert when one is late");
  assert.equal(await gap.locator(".checks__lacks").isVisible(), false);
  await gap.getByLabel("The gap is done").check();
  await gap.getByText("It is ticked, but these are your words").waitFor();
  assert.match(await gap.locator(".task__head").textContent(), /In progress.*Draft by the partner/);

  const theirs = gap.getByRole("button", { name: "These are the customer’s words" });
  assert.ok(await theirs.isDisabled());
  await gap.getByText("Name who said it first.").waitFor();
  await gap.getByLabel("Who said it").fill("Ann Keller");
  await gap.getByLabel("When").fill(day(1));
  await gap.getByText("Choose a day that has come first.").waitFor();
  await gap.getByLabel("When").fill(day(-1));
  await theirs.click();
  await gap.getByText("Said by Ann Keller on").waitFor();
  await group(page, "What it must hold").getByText("1 of 14 complete, 0 in progress.").waitFor();
  await saved(page);
  await reload(page);
  await sectionText(page, "The gap");
  await gap.getByText("Said by Ann Keller on").waitFor();
  assert.match(await printed(page), /Written by the customer, in their own words\./);

  await sectionText(page, "The gap");
  await gap.locator("textarea").press("End");
  await gap.locator("textarea").press("x");
  await gap.getByText("Draft by the partner: not the customer’s own words yet.").waitFor();
  await group(page, "What it must hold").getByText("0 of 14 complete, 1 in progress.").waitFor();
  assert.match(await printed(page), /Draft by the partner: not the customer’s own words yet\./);
  assertClean(page);
});

test("a click after a bad entry finds its button, which moves only then", async (t) => {
  const page = await open(t, "Steps and days");
  const events = group(page, "Mutual decision plan");
  await events.getByRole("button", { name: "Add a step" }).click();
  const step = events.locator(".card").first();
  await step.getByLabel("Working days after the start").fill("soon");
  const add = events.getByRole("button", { name: "Add a step" });
  await add.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await add.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  // A slow press: whatever would move has the time to.
  await page.waitForTimeout(300);
  const pressed = await add.boundingBox();
  assert.deepEqual([pressed.x, pressed.y], [x, y], "it stays under the pointer");
  await page.mouse.up();
  await step.getByText("Type a number of working days up to 500").waitFor();
  assert.equal(await events.locator(".card").count(), 2);
  assertClean(page);
});

test("evidence stands behind a point, and what to do next is one click away", async (t) => {
  const page = await open(t, "The plan", { viewport: { width: 360, height: 800 } });
  await page.evaluate(() => (document.querySelector(".verdict-line").open = false));
  await page.getByRole("button", { name: "Go there" }).click();
  await page.locator(".tabs__tab[aria-current=page]", { hasText: "Deal" }).waitFor();
  for (const point of ["precondition.discovery", "precondition.success", "gate.size-and-type", "gate.champion", "gate.processes", "gate.stakeholders", "gate.value", "gate.pain", "gate.technical-fit"]) {
    await answers(page, { [point]: "Yes" });
  }
  await proof(page, "Ready to start?");
  assert.match(await next(page).textContent(), /Agree on the days/);
  const ready = group(page, "Ready to start?");
  await ready.getByText("Gates: 7 of 7 met, 0 with who said it").waitFor();
  const champion = ready.locator(".point", { hasText: "Champion: met" });
  await champion.locator("summary", { hasText: "Who said it, and when?" }).click();
  await champion.getByLabel("Who said it").fill("Ann Keller");
  await champion.getByLabel("When").fill(day(0));
  await ready.getByText("Gates: 7 of 7 met, 1 with who said it").waitFor();
  assert.match(await printed(page), /Champion: met \(said by Ann Keller on/);
  assertClean(page);
});

test("steps to start from are drawn on a timeline, and an extension moves the end", async (t) => {
  const page = await open(t, "The plan");
  await answers(page, { "plan.start": day(-20), "plan.end": day(-6) });
  await chapter(page, "Steps and days");
  await page.getByRole("button", { name: "Start from these steps" }).click();
  const events = group(page, "Mutual decision plan");
  assert.equal(await events.locator(".card").count(), 12);
  await chapter(page, "The plan");
  await page.locator("#days-title").scrollIntoViewIfNeeded();
  const timeline = group(page, "Timeline");
  await timeline.getByText("As a table").click();
  assert.ok((await timeline.locator("tbody tr").count()) >= 14, "steps, start and end");
  assert.match(await next(page).textContent(), /Agree on the next step/);

  await page.getByRole("button", { name: "Go there" }).click();
  const closing = page.locator("section[aria-labelledby=closing-title]");
  await closing.getByLabel("Extend", { exact: true }).check();
  await closing.getByText("An extension needs a reason").waitFor();
  await closing.getByLabel("Why", { exact: true }).fill("The legal review takes a week more");
  await closing.getByLabel("New end").fill(day(4));
  await closing.getByRole("button", { name: /^Move the end to/ }).click();
  await chapter(page, "The plan");
  await page.waitForFunction((value) => document.querySelector("#q-plan-end-input").value === value, day(4));
  await chapter(page, "How it ends");
  await closing.getByLabel("Stop", { exact: true }).check();
  await closing.getByLabel("Access, keys and accounts made for the proof are taken back").check();
  await closing.getByText("Wind down: 1 of 7").waitFor();
  const arrived = page.waitForEvent("download");
  await button(page, "Download it as Markdown").click();
  assert.match((await arrived).suggestedFilename(), /deck-outline-\d{4}-\d\d-\d\d\.md$/);
  assertClean(page);
});

test("a trial alone and a trial with help have plans of their own", async (t) => {
  const page = await open(t, "The plan", { viewport: { width: 360, height: 800 } });
  await page.evaluate(() => (document.querySelector(".verdict-line").open = false));
  await page.getByRole("radio", { name: "Self-Service", exact: true }).check();
  assert.equal(await page.locator(".section").count(), 0);
  await page.getByRole("button", { name: "Put into the plan" }).click();
  await page.getByLabel("Check-in").fill(day(400));
  await page.getByLabel("Check-in").blur();
  await page.getByText("The check-in is 400 days away").first().waitFor();
  await page.getByRole("radio", { name: "Guided Trial", exact: true }).check();
  await page.getByLabel("Scope").fill("Orders\nLeads");
  await page.getByLabel("Limits").fill("Ten hours");
  await page.getByRole("radio", { name: "For the customer" }).check();
  const document = await page.textContent(".document");
  for (const part of ["Guided trial", "Orders", "Ten hours", "What comes after"]) assert.ok(document.includes(part), part);
  await page.getByRole("radio", { name: "PoV", exact: true }).check();
  await chapter(page, "The guide");
  assert.equal(await page.locator(".section").count(), 14);
  assertClean(page);
});

test("groups are covered and parts given by keyboard, on a phone too", async (t) => {
  const page = await open(t, "The plan", { viewport: { width: 360, height: 800 } });
  await page.evaluate(() => (document.querySelector(".verdict-line").open = false));
  await addPeople(page, [
    { name: "Mira Okonjo", title: "Head of Operations", contact: "mira@example.com", influence: "High" },
    { name: "Jonas Velde", title: "CTO", contact: "jonas@example.com", influence: "High" },
  ]);
  await page.locator(".person", { hasText: "Mira Okonjo" }).getByLabel("Middle managers").check();
  await page.getByText("3 groups have nobody yet.").waitFor();
  const first = page.getByLabel("Part of Mira Okonjo in Current state");
  await first.focus();
  await page.keyboard.press("d");
  await page.getByText("Nobody decides: name one person.").waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.labels[0].textContent), "Part of Jonas Velde in Current state");
  await page.getByLabel("Part of Jonas Velde in Current state").selectOption("Decides");
  assert.equal(await page.getByText("Nobody decides: name one person.").count(), 0);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} px sideways`);
  await saved(page);
  await reload(page);
  await tab(page, "People");
  assert.equal(await first.inputValue(), "does");
  assertClean(page);
});
