// The business case from the first figure to the papers: a textbook case to the dollar, and one from the library.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { test } from "node:test";
import zlib from "node:zlib";
import mammoth from "mammoth";
import { button, chapter, openNamed, reload, saved, sectionText } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";
import { addCard, addExample, fact, npv, openCase, saves, type } from "./lib/value.mjs";

const app = suite();

const dollars = (figure) => `$${Math.round(figure).toLocaleString("en-US")}`;
const worth = (yearly, rate, years) => Array.from({ length: years }, (_, at) => yearly / (1 + rate) ** (at + 1)).reduce((sum, one) => sum + one, 0);
const amount = async (locator) => Number((await locator.innerText()).replace(/[^\d.−-]/g, "").replace("−", "-"));

const openOwn = (t, options) => openNamed(app, t, options);

// 140,000 once and 40,000 a year against 200,000 a year for three years, at 8 %, nothing adjusted.
async function textbook(page) {
  await openCase(page);
  await chapter(page, "Settings");
  const settings = { "Discount rate": "8", "Risk adjustment of benefits": "0", "Risk adjustment of costs": "0" };
  const years = { "In use in year 1": "100", "In use in year 2": "100", "In use in year 3": "100" };
  for (const [label, text] of Object.entries({ ...settings, ...years })) await type(page, label, text);
  await chapter(page, "Benefits");
  await addCard(page, "Tools replaced", { "Cost a year": "200,000" });
  await chapter(page, "Costs");
  await addCard(page, "Implementation", { Amount: "140,000" });
  await addCard(page, "Run cost", { Amount: "40,000" });
  await chapter(page, "Result");
}

test("the textbook case comes out to the dollar, and its formula opens down to what was typed", async (t) => {
  const page = await openOwn(t);
  await textbook(page);
  const costs = 140_000 + worth(40_000, 0.08, 3);
  const expected = worth(200_000, 0.08, 3) - costs;
  assert.equal(await npv(page).innerText(), dollars(expected));
  assert.equal(await npv(page).innerText(), "$272,336");
  assert.equal(await fact(page, "Return on investment").innerText(), `${((expected / costs) * 100).toFixed(0)}%`);
  assert.equal(await fact(page, "Internal rate of return").innerText(), "100% a year");
  // 140,000 are back after 140 / 160 of the first year.
  assert.equal(await fact(page, "Pays back").first().innerText(), `after ${(12 * 140) / 160} months`);

  const hero = page.locator(".hero");
  await hero.getByText("How: net present value").click();
  await hero.locator(".formula__text", { hasText: `= ${dollars(expected)}` }).waitFor();
  // Down to a figure that was typed, and from there to its field.
  for (let deep = 0; deep < 20 && !(await hero.innerText()).includes("$200,000"); deep += 1) {
    await hero.locator(".formula:not([open]) > summary:visible").first().click();
  }
  assert.match(await hero.innerText(), /\$200,000/);
  await page.locator("td[data-label=Net] button").nth(1).click();
  await page.getByRole("heading", { name: "Net, Year 1" }).waitFor();
  assert.match(await page.locator("#chapter [aria-live=polite] > .formula__body").innerText(), /\$200,000 − \$40,000 = \$160,000/);

  await saved(page);
  await reload(page);
  await openCase(page);
  await chapter(page, "Result");
  assert.equal(await npv(page).innerText(), dollars(expected), "after a reload");
  assertClean(page);
});

test("a use case from the library: volume, released time counted by choice, how sure, what must be true, measured", async (t) => {
  const page = await openOwn(t);
  await openCase(page);
  await chapter(page, "Use cases");
  await page.getByRole("button", { name: "HR", exact: true }).click();
  assert.match(await page.locator("#chapter [role=status]").innerText(), /^\d of 19 use cases$/);
  await addExample(page, "HR onboarding: accounts for new hires");

  await chapter(page, "Processes");
  await type(page, "Volume", "400");
  await page.locator("#process-compare").getByText("steps go from 12 to 9").waitFor();

  await chapter(page, "Result");
  const without = await amount(npv(page));
  assert.ok(without < 0, "costs alone");
  const left = page.locator(".hero .left-out");
  const time = await amount(fact(page, "Released time"));
  assert.match(await left.innerText(), new RegExp(`Released time worth ${dollars(time).replace("$", "\\$")} .* until you say so`));
  await button(page, "Count released time").click();
  const counted = await amount(npv(page));
  assert.ok(Math.abs(counted - (without + time)) <= 1, `${counted} is ${without} and ${time}`);
  assert.doesNotMatch(await left.innerText(), /Released time/);
  await page.getByRole("heading", { name: "How well it is known" }).waitFor();

  await chapter(page, "Uncertainty");
  await page.locator(".fitted svg").nth(1).waitFor();
  const middle = fact(page, "Middle");
  const before = await middle.innerText();
  const slider = page.locator(".slider input").first();
  await slider.focus();
  await page.keyboard.press("Home");
  await page.getByText("With the figures that are being tried out below.").waitFor();
  await page.waitForFunction((before) => !document.querySelector(".is-old") && document.querySelectorAll(".facts__figure")[1]?.innerText !== before, before);
  await button(page, "Put them back").click();
  await page.waitForFunction((before) => document.querySelectorAll(".facts__figure")[1]?.innerText === before, before);

  await chapter(page, "What must be true");
  const rows = page.locator("#chapter tbody tr");
  assert.ok((await rows.count()) > 3);
  // At the value that is told the plan is worth nothing.
  const volume = rows.filter({ hasText: /volume/i }).first();
  const needed = (await volume.locator("td").last().innerText()).match(/at (?:least|most) ([\d.,]+)/)[1];
  await volume.getByRole("button").click();
  await page.waitForFunction(() => document.activeElement.matches("input"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(needed);
  await chapter(page, "Result");
  const even = await amount(npv(page));
  assert.ok(Math.abs(even) < Math.abs(without) / 100, `at ${needed} it is worth ${even}`);
  await chapter(page, "Processes");
  await type(page, "Volume", "400");

  await chapter(page, "Measured");
  await page.getByText("Nothing measured yet.").waitFor();
  const line = page.locator(".measured__line", { hasText: /volume/i }).first();
  await line.locator("input").fill("500");
  await line.getByText("above what was projected").waitFor();
  const [projected, measured] = await page.locator("#chapter tbody tr").first().locator("td").allInnerTexts();
  assert.ok(Number(measured.replace(/[^\d-]/g, "")) > Number(projected.replace(/[^\d-]/g, "")), `${measured} beside ${projected}`);
  assertClean(page);
});

// The entries of a zip by their names.
function unzip(bytes) {
  const entries = {};
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, comment] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((part) => bytes.readUInt16LE(at + part))];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    entries[bytes.toString("utf8", at + 46, at + 46 + name)] = bytes.readUInt16LE(at + 10) ? zlib.inflateRawSync(packed) : packed;
    at += 46 + name + extra + comment;
  }
  return entries;
}

test("the papers: summary, annex, tables, pictures, a workbook that calculates; drafts go to the guide only when asked", async (t) => {
  const page = await openOwn(t);
  await addExample(page, "HR onboarding: accounts for new hires");
  await chapter(page, "Result");
  await button(page, "Count released time").click();
  const worth = await npv(page).innerText();
  await chapter(page, "Documents");
  await page.locator(".preview", { hasText: worth.replace("-", "−") }).waitFor();
  const text = async (file) => fs.readFile(await file.path(), "utf8");

  const summary = await text(await saves(page, () => page.getByRole("button", { name: /^Web page \(HTML\).*summary/ }).click(), /business-case.*\.html$/));
  assert.ok(summary.includes(worth.replace("-", "−")) && summary.includes("<svg") && summary.includes("What must be true"));
  const annex = await text(await saves(page, () => page.getByRole("button", { name: /^Markdown.*annex/ }).click(), /annex.*\.md$/));
  assert.ok(annex.includes("÷ 60") && annex.includes("## Inputs"));
  const paper = await saves(page, () => button(page, "Word document (DOCX): summary").click(), /business-case.*\.docx$/);
  const { value: told } = await mammoth.extractRawText({ buffer: await fs.readFile(await paper.path()) });
  assert.ok(told.includes(worth.replace("-", "−")) && told.includes("What must be true") && told.includes("Cash flow"));
  const csv = await text(await saves(page, () => button(page, "All figures (CSV)").click(), /figures.*\.csv$/));
  assert.match(csv, /^\ufeffId,Input,Unit,Likely/);
  const picture = await text(await saves(page, () => button(page, "Cash flow (SVG)").click(), /cash-flow.*\.svg$/));
  assert.match(picture, /^<svg|^<\?xml/);

  const book = await saves(page, () => button(page, "Excel workbook with live formulas").click(), /\.xlsx$/);
  await page.getByText("Saved: the workbook.").waitFor();
  const entries = unzip(await fs.readFile(await book.path()));
  const sheets = Object.keys(entries).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  assert.ok(sheets.length >= 3, sheets.join());
  const all = sheets.map((name) => entries[name].toString("utf8")).join();
  assert.ok((all.match(/<f>/g) ?? []).length > 50, "formulas");
  const figure = Number(worth.replace(/[^\d]/g, ""));
  const cached = [...all.matchAll(/<f>[^<]*<\/f><v>(-?[\d.]+)<\/v>/g)].map(([, value]) => Math.round(Math.abs(Number(value))));
  assert.ok(cached.includes(figure), `${figure} is the result of a formula`);

  // Nothing is in the guide before it is put there, and then once.
  assert.equal(await (await sectionText(page, "Current state")).inputValue(), "");
  await openCase(page);
  await page.getByRole("button", { name: /^Put it there.*Current state/ }).click();
  assert.equal(await page.getByRole("button", { name: /^It is there.*Current state/ }).isDisabled(), true);
  assert.match(await (await sectionText(page, "Current state")).inputValue(), /12 steps/);
  assert.equal(await (await sectionText(page, "The gap")).inputValue(), "");
  assertClean(page);
});
