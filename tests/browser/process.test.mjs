// The editor of a process: by keyboard alone, by touch on a phone; pictures and BPMN out, BPMN of ours and of others in.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { test } from "node:test";
import { button, chapter, openNamed, reload, saved } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { press, tabTo, toTop } from "./lib/keyboard.mjs";
import { suite } from "./lib/suite.mjs";
import { addExample, openCase, saves } from "./lib/value.mjs";

const app = suite();

const names = (page) => page.locator(".steps .step__head input").evaluateAll((inputs) => inputs.map(({ value }) => value));
const focusedLabel = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.querySelector(`label[for="${document.activeElement.id}"]`)?.textContent.trim());
const toButton = (page, label) => tabTo(page, (at) => at.kind === "button" && at.named === label, label);
const toInput = (page, label) => tabTo(page, (at) => at.named === label, label);

const open = (t, options) => openNamed(app, t, options);

test("by keyboard alone: lanes, steps, order, undo and redo", async (t) => {
  const page = await open(t);
  const { keyboard } = page;
  await toTop(page);
  await press(page, "Value");
  await page.locator("#chapter").waitFor();
  await press(page, "Processes");
  await press(page, "Add a process");
  await page.waitForFunction(() => document.activeElement.matches(".process__about input"));
  await keyboard.type("Claims");

  // A new process begins with one lane and one step; Enter in a name adds the next.
  await toInput(page, "Name of lane 1");
  await keyboard.type("Claims desk");
  await keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.matches(".parts__row:nth-child(2) input"));
  await keyboard.type("Claims system");

  await toInput(page, "Name of step 1");
  for (const [at, name] of ["Read the letter", "Type it in", "Approve"].entries()) {
    await page.waitForFunction((at) => document.activeElement.closest(".steps > li") === document.querySelectorAll(".steps > li")[at], at);
    await keyboard.type(name);
    if (at < 2) await keyboard.press("Enter");
  }
  assert.deepEqual(await names(page), ["Read the letter", "Type it in", "Approve"]);

  // The focus goes along with what is moved, and stays where it is at the end.
  await toTop(page);
  await toButton(page, "Move step 3 up");
  await keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Move step 2 up");
  await keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Move step 1 up");
  await keyboard.press("Enter");
  assert.deepEqual(await names(page), ["Approve", "Read the letter", "Type it in"]);
  assert.equal(await focusedLabel(page), "Move step 1 up");
  await keyboard.press("Tab");
  assert.equal(await focusedLabel(page), "Move step 1 down");
  await keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Move step 2 down");
  assert.deepEqual(await names(page), ["Read the letter", "Approve", "Type it in"]);

  await toTop(page);
  await toInput(page, "Lane of step 3");
  await keyboard.press("End");
  const lane = page.getByLabel("Lane of step 3");
  assert.equal(await lane.evaluate((select) => select.selectedOptions[0].textContent), "Claims system");
  await keyboard.press("Tab");
  await keyboard.type("12");
  await page.locator("#process-compare td[data-label=Before]", { hasText: "12 min" }).first().waitFor();
  await page.locator(".process__picture svg", { hasText: /Claims\s*system/ }).waitFor();

  // Undo and redo by their buttons, which keep the focus.
  await toTop(page);
  await press(page, "Undo");
  await page.waitForFunction(() => document.querySelectorAll("#process-compare td[data-label=Before]")[2].textContent.match(/12\smin/) === null);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Undo");
  await keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Redo");
  await keyboard.press("Enter");
  await page.locator("#process-compare td[data-label=Before]", { hasText: "12 min" }).first().waitFor();

  await toTop(page);
  await toButton(page, "Remove step 2");
  await keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".steps > li").length === 2);
  assert.deepEqual(await names(page), ["Read the letter", "Type it in"]);
  await page.waitForFunction(() => document.activeElement.matches(".steps > li:nth-child(2) .step__head input"));
  await saved(page);
  await reload(page);
  await openCase(page);
  await chapter(page, "Processes");
  assert.deepEqual(await names(page), ["Read the letter", "Type it in"]);
  assertClean(page);
});

test("by touch at 360 px: before is copied to after and shortened", async (t) => {
  const page = await open(t, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await addExample(page, "HR onboarding: accounts for new hires");
  await chapter(page, "Processes");
  const sentence = page.locator("#process-compare p").first();
  assert.match(await sentence.innerText(), /^Minutes count, not boxes: steps go from 12 to 9/);
  await page.locator("#process-side-after label").tap();
  await page.waitForFunction(() => document.querySelectorAll(".steps > li").length === 9);
  await page.getByRole("button", { name: "Remove step 9" }).tap();
  await page.getByRole("button", { name: "Move step 1 down" }).tap();
  await page.waitForFunction(() => document.querySelectorAll(".steps > li").length === 8);
  assert.match(await sentence.innerText(), /steps go from 12 to 8/);
  const small = await page.locator(".process button:visible").evaluateAll((buttons) => buttons.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 24).length);
  assert.equal(small, 0, "nothing is smaller than a finger hits");
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${over} px sideways`);
  assertClean(page);
});

const FOREIGN = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d">
  <bpmn:process id="p" name="Parcel returns">
    <bpmn:startEvent id="s"/><bpmn:userTask id="a" name="Open the parcel"/><bpmn:boundaryEvent id="b" attachedToRef="a"/>
    <bpmn:serviceTask id="c" name="Refund"/><bpmn:endEvent id="e"/>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="c"/>
    <bpmn:sequenceFlow id="f3" sourceRef="c" targetRef="e"/>
  </bpmn:process>
</bpmn:definitions>`;
const BOMB = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">&b;</definitions>';

test("pictures and BPMN go out; BPMN comes back whole, that of others with what was left out, harm not at all", async (t) => {
  const page = await open(t);
  await addExample(page, "HR onboarding: accounts for new hires");
  await chapter(page, "Processes");
  const before = await names(page);
  assert.equal(before.length, 12);
  const exchange = page.locator("#process-exchange");
  const press = (label) => () => exchange.getByRole("button", { name: label }).click();

  const svg = await saves(page, press(/SVG/), /^brackenfield.*before\.svg$/);
  assert.match(await fs.readFile(await svg.path(), "utf8"), /<svg[^]*Greenhouse/);
  const png = await fs.readFile(await (await saves(page, press(/PNG/), /before\.png$/)).path());
  assert.deepEqual([...png.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.ok(png.readUInt32BE(16) >= 1000, "as wide as a page");
  const bpmn = await (await saves(page, press(/BPMN/), /before\.bpmn$/)).path();

  const give = (name, text) => page.locator("#process-open").setInputFiles({ name, mimeType: "text/xml", buffer: Buffer.from(text) });
  const report = page.locator(".process__report");
  await give("ours.bpmn", await fs.readFile(bpmn, "utf8"));
  await report.getByText("The whole file was read.").waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".process__list .chip").length === 2);
  assert.deepEqual(await names(page), before);
  const again = await saves(page, press(/BPMN/), /before\.bpmn$/);
  const steps = (text) => [...text.matchAll(/<bpmn:(?:userTask|serviceTask|exclusiveGateway) [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual(steps(await fs.readFile(await again.path(), "utf8")), steps(await fs.readFile(bpmn, "utf8")));

  await give("foreign.bpmn", FOREIGN);
  await report.getByText("This was left out").waitFor();
  assert.match(await report.innerText(), /1 boundary event was left out/);
  assert.deepEqual(await names(page), ["Open the parcel", "Refund"]);

  for (const [name, text, said] of [["bomb.bpmn", BOMB, /declares a document type/], ["words.bpmn", "dear sir", /not well-formed XML/]]) {
    await give(name, text);
    await report.locator(".field__error").filter({ hasText: said }).waitFor();
    assert.match(await report.innerText(), /Nothing was changed/);
    assert.equal(await page.locator(".process__list .chip").count(), 3);
  }
  await button(page, "Put this note away").click();
  assertClean(page);
});
