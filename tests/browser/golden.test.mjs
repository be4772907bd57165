// The golden path: an account typed by keyboard alone, its verdict at every step, and a checklist out.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { echo, score, verdict } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { choose, chooseAt, press, skipToForm, tabTo, tick, toTop, type, typeAt } from "./lib/keyboard.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

// The weights of the rules, as the domain reference gives them.
const SCALE_UP = { growth: 25, product: 15, revenue: 15, native: 15, employees: 10 };
const FRONT_OFFICE = { employees: 20, office: 20, revenue: 15, volume: 15, pressure: 10 };
const JOINT = 4;
const sum = (...points) => points.reduce((total, each) => total + each, 0);

// What is out of view isn't laid out, and has no text to see.
const inView = (element) => new Promise((resolve) => {
  element.scrollIntoView({ block: "nearest" });
  requestAnimationFrame(() => requestAnimationFrame(resolve));
});
const text = async (locator) => (await locator.evaluate(inView), await locator.innerText()).replace(/\s+/g, " ").trim();

// Everything the page reads out, in order.
async function listen(page) {
  await page.evaluate(() => {
    globalThis.announced = [];
    const output = document.querySelector("output[aria-live=polite]");
    new MutationObserver(() => globalThis.announced.push(output.textContent))
      .observe(output, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => globalThis.announced.splice(0));
}

async function inThirtySeconds(page) {
  await press(page, "Start with your account");
  assert.match(await text(verdict(page)), /not enough known yet/i);
  await skipToForm(page);
  await type(page, "account.employees", "480");
  await type(page, "account.employees-before", "300");
  await type(page, "account.revenue", "$64.5m");
  await tick(page, "account.business-model", "Software as a service (SaaS)");
  await tick(page, "deal.departments", "Marketing");
  await type(page, "deal.transactions", "1.2k");
  await type(page, "deal.size", "$120,000");
  await choose(page, "deal.oem", "No");

  assert.equal(await text(echo(page, "account.employees")), "Read as 480");
  assert.equal(await text(echo(page, "account.revenue")), "Read as $64,500,000");
  assert.equal(await text(echo(page, "deal.transactions")), "Read as 1,200");
  assert.equal(await text(echo(page, "deal.size")), "Read as $120,000");
  // Growth is (480 − 300) / 300 = 60 %. Open: digitally native and the five joint characteristics.
  const low = sum(SCALE_UP.growth, SCALE_UP.product, SCALE_UP.revenue, SCALE_UP.employees);
  const high = sum(low, SCALE_UP.native, 5 * JOINT);
  assert.equal(await text(score(page)), `${low} to ${high} possible, could be strong`);
  assert.match(await text(verdict(page)), new RegExp(`${low} of 100 points known`));
  // As a front office: too small in people and revenue; pressure and the joint ones open.
  const rival = sum(FRONT_OFFICE.office, FRONT_OFFICE.volume);
  const most = sum(rival, FRONT_OFFICE.pressure, 5 * JOINT);
  const known = 100 - FRONT_OFFICE.pressure - 5 * JOINT;
  assert.match(await text(verdict(page)), new RegExp(`${rival} to ${most}: weak, could be possible \\(${known} of 100 known\\)`));
  // Above $100,000: a proof of value, never without its gates.
  assert.match(await text(verdict(page)), /PoV, 0 of 7 met, 7 not asked/);
}

async function inFull(page) {
  await skipToForm(page);
  await tabTo(page, (at) => at.label === "In 30 seconds", "the length of the form");
  await page.keyboard.press("ArrowDown");
  await type(page, "account.name", "Quillmoor Software");
  await type(page, "account.industry", "Accounting software");
  await choose(page, "account.relationship", "New to Make");
  await choose(page, "account.digital-native", "Yes");
  await choose(page, "account.pressure", "No");
  await type(page, "account.stack", "HubSpot,Ledgerloom,");
  await choose(page, "account.prototyping", "Yes");
  await choose(page, "account.online-presence", "Yes");
  await choose(page, "account.critical-processes", "Don’t know");
  await choose(page, "account.drive", "Yes");
  assert.equal(await page.textContent(".top__account"), "Quillmoor Software");
  assert.deepEqual(await page.locator(".tag").allInnerTexts().then((tags) => tags.map((tag) => tag.split("\n")[0])), ["HubSpot", "Ledgerloom"]);
  // HubSpot answers the cloud stack; new critical processes stay open.
  const low = 100 - JOINT;
  assert.equal(await text(score(page)), `${low} to 100 strong`);
  const rival = sum(FRONT_OFFICE.office, FRONT_OFFICE.volume, 4 * JOINT);
  assert.match(await text(verdict(page)), new RegExp(`${rival} to ${rival + JOINT}: possible`));
}

async function people(page) {
  await toTop(page);
  await press(page, "People");
  await press(page, "Add a person");
  await skipToForm(page);
  await typeAt(page, "Name", "Mira Okonjo");
  await typeAt(page, "Title", "Head of Operations");
  await typeAt(page, "Contact", "mira@quillmoor.example");
  await chooseAt(page, "High");
  await press(page, "Add a person");
  await skipToForm(page);
  await tabTo(page, (at) => at.named === "Contact", "the end of the first person");
  await typeAt(page, "Name", "Jonas Velde");
  await typeAt(page, "Title", "CTO");
  const roles = await text(page.locator(".roles"));
  assert.match(roles, /Champion Mira Okonjo covered/i);
  assert.match(roles, /Decision maker Jonas Velde covered/i);
}

async function deal(page) {
  await toTop(page);
  await press(page, "Deal");
  await skipToForm(page);
  await choose(page, "deal.poc-type", "That it pays (value)");
  for (const point of ["discovery", "success"]) await choose(page, `precondition.${point}`, "Yes");
  for (const point of ["size-and-type", "champion", "processes", "stakeholders"]) await choose(page, `gate.${point}`, "Yes");
  await choose(page, "gate.value", "No");
  await choose(page, "gate.pain", "Yes");
  assert.match(await text(verdict(page)), /PoV, 5 of 7 met, 1 not asked/);
}

async function proof(page) {
  await toTop(page);
  await press(page, "Proof");
  await skipToForm(page);
  await type(page, "plan.start", "01112027");
  await type(page, "plan.end", "01252027");
  await toTop(page);
  await press(page, "The guide");
  assert.equal(await page.locator(".section").count(), 14);
  await press(page, "1. Current state");
  await tabTo(page, (at) => at.kind === "textarea" && at.named === "Text of Current state", "the first section");
  await page.keyboard.type("Leads are copied by hand.");
  await toTop(page);
  await press(page, "Documents");
  assert.match(await page.textContent(".document"), /Leads are copied by hand\./);
  const arrived = page.waitForEvent("download");
  await press(page, "Web page (HTML)");
  const download = await arrived;
  assert.match(download.suggestedFilename(), /^quillmoor-software-proof-of-concept-partner-\d{4}-\d\d-\d\d\.html$/);
  const document = await readFile(await download.path(), "utf8");
  for (const part of ["Leads are copied by hand.", "96 to 100: strong", "PoV, 5 of 7 met, 1 not asked", "January 25, 2027"]) {
    assert.ok(document.includes(part), part);
  }
}

test("an account typed by keyboard alone gets its verdict and a checklist", async (t) => {
  const page = await app.open(t);
  await inThirtySeconds(page);
  await inFull(page);
  await people(page);
  await deal(page);
  await proof(page);
  assertClean(page);
});

test("the verdict is read out once typing pauses, and not while the page loads", async (t) => {
  const page = await app.open(t);
  const announced = await listen(page);
  await page.waitForTimeout(1200);
  assert.deepEqual(await announced(), []);
  await press(page, "Start with your account");
  await skipToForm(page);
  for (const [question, typed] of [["account.employees", "480"], ["account.employees-before", "300"], ["account.revenue", "$64.5m"]]) {
    await type(page, question, typed);
  }
  await page.waitForFunction(() => globalThis.announced.length > 0);
  await page.waitForTimeout(1200);
  const first = await announced();
  await type(page, "deal.size", "$36,000");
  await page.waitForFunction(() => globalThis.announced.length > 0);
  const second = await announced();
  assert.ok(first.length <= 2 && second.length === 1, `${first.length} and ${second.length} announcements`);
  assert.match(second[0], /^50 to 100: possible, could be strong.*Guided Trial/);
  assertClean(page);
});
