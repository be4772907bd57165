// The golden path: an account typed in by keyboard alone, its verdict, and a checklist out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertClean, launch, mounted, newPage } from "./lib/browser.mjs";
import { startSite } from "./lib/site.mjs";

let browser, site;
before(async () => ([browser, site] = await Promise.all([launch(), startSite()])));
after(async () => {
  await browser?.close();
  await site?.stop();
});

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  return { id: at.id, name: at.name, type: at.type, text: (at.textContent ?? "").trim(), owner: at.closest(".field")?.id ?? "" };
});

// Tabs forward until the focus is where `wanted` says; fails when it never gets there.
async function tabTo(page, wanted, what) {
  for (let step = 0; step < 250; step += 1) {
    await page.keyboard.press("Tab");
    if (wanted(await focused(page))) return;
  }
  assert.fail(`the keyboard never reached ${what}`);
}

const toField = (page, question) => {
  const id = `q-${question.replaceAll(".", "-")}`;
  return tabTo(page, (at) => at.owner === id, question);
};

async function type(page, question, text) {
  await toField(page, question);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function toButton(page, text) {
  await tabTo(page, (at) => at.type === "button" && at.text.includes(text), `the button “${text}”`);
  await page.keyboard.press("Enter");
}

// A radio group takes the focus once; arrows move inside it. From nothing chosen, Space takes the first.
async function choose(page, question, steps) {
  await toField(page, question);
  await page.keyboard.press("Space");
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowRight");
}

async function tick(page, question, label) {
  const id = `q-${question.replaceAll(".", "-")}`;
  await tabTo(page, (at) => at.owner === id && at.type === "checkbox", question);
  for (let step = 0; step < 30; step += 1) {
    const text = await page.evaluate(() => document.activeElement.closest("label")?.textContent.trim() ?? "");
    if (text.startsWith(label)) return page.keyboard.press("Space");
    await page.keyboard.press("Tab");
  }
  assert.fail(`no choice “${label}” at ${question}`);
}

const verdict = (page) => page.textContent(".columns__verdict");

test("an account typed by keyboard alone gets its verdict and a checklist", async () => {
  const page = await newPage(browser, { viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await page.goto(site.url);
  await mounted(page);
  await toButton(page, "Start with your account");
  assert.match(await verdict(page), /not enough known yet/i);

  // 30 seconds.
  await type(page, "account.employees", "480");
  await type(page, "account.employees-before", "300");
  await type(page, "account.revenue", "$64.5m");
  await tick(page, "account.business-model", "SaaS");
  await tick(page, "deal.departments", "Marketing");
  await type(page, "deal.transactions", "1.2k");
  await type(page, "deal.size", "$120,000");
  await choose(page, "deal.oem", 1);
  assert.match(await page.textContent("#q-account-employees-echo"), /480/);
  assert.match(await page.textContent("#q-account-revenue-echo"), /64,500,000/);
  assert.match(await page.textContent("#q-deal-transactions-echo"), /1,200/);
  // growth 25 + online product 15 + revenue 15 + employees 10 known met; digitally native 15 and joint 5 × 4 open.
  assert.match(await verdict(page), /65 to 100/);
  assert.match(await verdict(page), /possible, could be strong/);
  assert.match(await verdict(page), /PoV/);

  // The checklist.
  await page.keyboard.press("Control+Home");
  await page.evaluate(() => document.querySelector(".top").querySelector("summary").focus());
  await toButton(page, "Proof");
  await page.waitForSelector(".sections");
  assert.equal(await page.locator(".section").count(), 14);
  await tabTo(page, (at) => at.id === "q-section-current-state-text", "the first section");
  await page.keyboard.type("Leads are copied by hand from forms.");
  assert.match(await page.textContent(".document"), /Leads are copied by hand/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    toButton(page, "Download for Word or browser"),
  ]);
  assert.match(download.suggestedFilename(), /\.html$/);
  assertClean(page);
  await page.context().close();
});
