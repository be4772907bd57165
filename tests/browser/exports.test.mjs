// What leaves the page: files, clipboard, note and e-mail, for both audiences, byte by byte.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { addPeople, allQuestions, answers, button, notices, proof, sectionText, startOwn, tab } from "./lib/app.mjs";
import { assertClean, newPage } from "./lib/browser.mjs";
import { matchSnapshot } from "./lib/snapshot.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

// Words that stand nowhere but in what a customer must not see.
const SECRET = { size: "137,911", influence: /influence/i, score: /\bscore\b|\bstrong\b|\bweak\b|could be|\d of \d/i };

async function account(page) {
  await startOwn(page);
  await allQuestions(page);
  await answers(page, {
    "account.name": "Quillmoor & <b>Söhne</b>",
    "account.employees": "480",
    "account.employees-before": "300",
    "account.revenue": "$64.5m",
    "account.business-model": ["Software as a service (SaaS)"],
    "account.digital-native": "Yes",
    "deal.departments": ["Marketing"],
    "deal.transactions": "1.2k",
  });
  await addPeople(page, [
    { name: "Mira Okonjo", title: "Head of Operations", contact: "mira@quillmoor.example", influence: "High" },
    { name: "Jonas Velde", title: "CTO", influence: "Low" },
  ]);
  await tab(page, "Deal");
  await answers(page, { "deal.size": `$${SECRET.size}`, "deal.oem": "No", "gate.champion": "Yes", "gate.value": "No" });
  await proof(page, "The plan");
  await answers(page, { "plan.start": "2027-01-11", "plan.end": "2027-01-25", "plan.decision": "2027-01-22" });
  await (await sectionText(page, "Current state")).fill("Leads are copied by hand.\nIt takes 3 hours <i>a day</i> | “every” day.");
  await (await sectionText(page, "The gap")).fill("- no link between shop & CRM\n* nobody knows # of errors");
  await (await sectionText(page, "Current state")).focus();
  await page.getByRole("checkbox", { name: "Current state is done" }).check();
  await proof(page, "Ready to start?");
  await page.locator(".point input[type=checkbox]").first().check();
  await proof(page, "Documents");
}

const forCustomer = (page) => page.getByRole("radio", { name: "For the customer" }).check();

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  const path = `${await file.path()}-${file.suggestedFilename()}`;
  await file.saveAs(path);
  return { name: file.suggestedFilename(), path, text: await readFile(path, "utf8") };
}

async function copied(page, name, said) {
  await button(page, name).click();
  await notices(page).getByText(said).waitFor();
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const texts = item.types.map(async (type) => [type, await (await item.getType(type)).text()]);
    return Object.fromEntries(await Promise.all(texts));
  });
}

const open = (t) => app.open(t, { now: "2027-01-04T12:00:00Z", timezoneId: "UTC", acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });

for (const audience of ["partner", "customer"]) {
  describe(`for the ${audience}`, () => {
    test("files and clipboard hold the checklist", async (t) => {
      const page = await open(t);
      await account(page);
      if (audience === "customer") await forCustomer(page);
      const html = await download(page, "Web page (HTML)");
      const markdown = await download(page, "Markdown");
      assert.equal(html.name, `quillmoor-b-soehne-b-proof-of-concept-${audience}-2027-01-04.html`);
      const rich = await copied(page, "Copy as rich text", "copied with its formatting");
      const plain = await copied(page, "Copy as Markdown", "copied as Markdown");
      assert.equal(plain["text/plain"], markdown.text);
      await matchSnapshot(`${audience}.html`, html.text);
      await matchSnapshot(`${audience}.md`, markdown.text);
      await matchSnapshot(`${audience}-rich.html`, rich["text/html"]);
      await matchSnapshot(`${audience}-rich.txt`, rich["text/plain"]);
      if (audience === "customer") {
        for (const text of [html.text, markdown.text, rich["text/html"], rich["text/plain"], await page.innerText(".document")]) {
          assert.ok(!text.includes(SECRET.size), "no deal size");
          assert.doesNotMatch(text, SECRET.score);
          assert.doesNotMatch(text, SECRET.influence);
        }
      }
      await opensElsewhere(t, page, html.path);
      assertClean(page);
    });
  });
}

// The file in a browser of its own: the headings of the preview, no script, nobody's text as markup.
async function opensElsewhere(t, page, path) {
  const preview = await page.locator(".document").locator("h2, h3, h4").allInnerTexts();
  const other = await newPage(app.browser);
  t.after(() => other.context().close());
  await other.goto(pathToFileURL(path).href, { waitUntil: "load" });
  const headings = await other.locator("h1, h2, h3").allInnerTexts();
  assert.deepEqual(headings, preview);
  assert.ok(headings[0].includes("Quillmoor & <b>Söhne</b>"));
  assert.equal(await other.locator("script, b b, i").count(), 0);
  assertClean(other);
}

test("the note for the CRM has five lines, and the e-mail names no figure of ours", async (t) => {
  const page = await open(t);
  await account(page);
  const note = (await copied(page, "Copy the CRM note", "CRM note is copied"))["text/plain"];
  assert.equal(note.split("\n").length, 5);
  await matchSnapshot("crm-note.txt", note);
  const email = (await copied(page, "Copy the e-mail to the champion", "e-mail draft is copied"))["text/plain"];
  assert.ok(!email.includes(SECRET.size));
  assert.doesNotMatch(email, SECRET.score);
  await matchSnapshot("email.txt", email);
  assertClean(page);
});
