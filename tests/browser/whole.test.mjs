// The whole way of a proof: planned, sent, written by the customer in a browser of their own, merged, closed, taken along.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import mammoth from "mammoth";
import { answers, button, chapter, notices, openNamed, proof, saved, sectionText } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const WORDS = "Three people copy 2,400 orders a month.";
const FORMATS = ["Word document (DOCX)", "Calendar (ICS)", "Open tasks (CSV)", "Web page (HTML)", "Markdown"];

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function plan(page) {
  await proof(page, "The plan");
  await answers(page, { "plan.start": day(-10), "plan.end": day(2) });
  await chapter(page, "Steps and days");
  await button(page, "Start from these steps").click();
  await chapter(page, "Success criteria");
  await button(page, "Add a success criterion").click();
  await page.getByLabel("Use case").fill("Orders reach the warehouse");
  await page.getByLabel("Target").fill("2 minutes");
  await (await sectionText(page, "Scope")).fill("- 80 orders a day\n- A temporary sandbox, not for production");
}

async function send(page) {
  await chapter(page, "Ask the customer");
  await button(page, "Copy the link to send").click();
  await notices(page).getByText("The link for the customer is copied.").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function write(page, link) {
  await page.goto(app.site.url + link.slice(link.indexOf("#")));
  await page.getByRole("textbox", { name: "Current state", exact: true }).fill(WORDS);
  await page.getByLabel("These are our words").first().check();
  await page.getByLabel("Your name").fill("Ida Brandt");
  await saved(page);
  return download(page, "Save the file to send back");
}

async function merge(page, { name, bytes }) {
  await page.getByLabel("Open what came back").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
  await button(page, "Take in as chosen").click();
  assert.equal(await (await sectionText(page, "Current state")).inputValue(), WORDS);
  await page.getByText("Said by Ida Brandt on").first().waitFor();
}

async function close(page) {
  await chapter(page, "Success criteria");
  await page.locator(".task__head", { hasText: "Orders reach the warehouse" }).click();
  await page.getByLabel("Met", { exact: true }).check();
  await chapter(page, "How it ends");
  await page.getByText("1 met, 0 not met, 0 open.").waitFor();
  await page.getByLabel("Buy", { exact: true }).check();
  for (const one of await page.locator(".approvals input").all()) await one.check();
  await page.getByText("Wind down: 7 of 7").waitFor();
}

test("a proof from its plan to its end, with the customer's words in every document that is theirs to see", async (t) => {
  const ours = await openNamed(app, t, { acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });
  await plan(ours);
  const link = await send(ours);
  const theirs = await app.open(t, { acceptDownloads: true });
  await merge(ours, await write(theirs, link));
  await close(ours);
  await chapter(ours, "Documents");
  for (const [audience, label] of [["partner", "For us, the partner"], ["customer", "For the customer"], ["registration", "For the deal registration"]]) {
    await ours.getByRole("radio", { name: label }).check();
    // Chromium drops, without a word, what is more than ten files within a second.
    await ours.waitForTimeout(1_000);
    for (const format of FORMATS) {
      const { name, bytes } = await download(ours, format);
      assert.match(name, /^brackenfield-logistics-/, format);
      assert.ok(bytes.length > 100, `${format} for the ${audience}`);
      const text = format.startsWith("Word") ? (await mammoth.extractRawText({ buffer: bytes })).value : bytes.toString("utf8");
      const isWhole = ["Word document (DOCX)", "Web page (HTML)", "Markdown"].includes(format);
      if (isWhole) assert.equal(text.includes(WORDS), audience !== "registration", `${format} for the ${audience}`);
    }
  }
  await ours.getByRole("radio", { name: "For us, the partner" }).check();
  assert.equal(JSON.parse((await download(ours, "Case file (JSON)")).bytes).fitproof, "case");
  assertClean(ours);
  assertClean(theirs);
});
