// Files for other programs, each from the page through a reader that has nothing to do with how it was written: Word
// files by mammoth, calendars by ical.js, tables by csv-parse.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import mammoth from "mammoth";
import { addPeople, allQuestions, answer, answers, button, chapter, proof, reload, saved, sectionText, startOwn } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();
const WORKER = /\/documents(_loader|_bg)?-[0-9a-f]{16}\.(js|wasm)$/;
const NASTY = "=cmd()|' /C calc'!A0 <b>& \"שלום\" 👩‍💻, x; y";
const AUDIENCES = { partner: "For us, the partner", customer: "For the customer", registration: "For the deal registration" };

const list = (page, title) => page.locator("section.group", { has: page.getByRole("heading", { name: title, exact: true }) });

async function entry(page, title, one, said) {
  await list(page, title).getByRole("button", { name: `Add ${one}` }).click();
  const card = list(page, title).locator(".card").last();
  for (const [label, text] of Object.entries(said)) await card.getByLabel(label, { exact: true }).fill(text);
}

// An account with a plan; what is typed looks like anything but text.
async function planned(t, options) {
  // What a service worker keeps for use without a network is fetched by nobody's wish.
  const page = await app.open(t, { now: "2027-01-04T12:00:00Z", timezoneId: "America/Los_Angeles", acceptDownloads: true, serviceWorkers: "block", ...options });
  page.fetched = [];
  page.context().on("request", (request) => WORKER.test(request.url()) && page.fetched.push(request.url()));
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": "Quillmoor <b>& שלום", "account.employees": "480" });
  await addPeople(page, [{ name: "Mira Okonjo", title: "Head of Operations", contact: "+49 30 1234", influence: "High" }]);
  await proof(page, "The plan");
  await answers(page, { "plan.start": "2027-01-11", "plan.end": "2027-01-25", "plan.decision": "2027-01-22" });
  await chapter(page, "Steps and days");
  await entry(page, "Mutual decision plan", "a step", { Step: "Kick-off", Who: NASTY, "Working days after the start": "1" });
  await entry(page, "Prerequisites", "a prerequisite", { What: "-Sandbox", "Available on": "2027-01-08" });
  await chapter(page, "Success criteria");
  await entry(page, "Success criteria", "a success criterion", { "Use case": "@Orders", "Done by": "2027-01-20" });
  await (await sectionText(page, "Current state")).fill(`${NASTY}\n- second line`);
  await (await sectionText(page, "The gap")).fill("0123456789".repeat(1_000));
  await chapter(page, "Documents");
  return page;
}

const forWhom = (page, audience) => page.getByRole("radio", { name: AUDIENCES[audience] }).check();

async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const preview = async (page, what) => (await page.locator(".document").locator(what).allInnerTexts()).map(plain);
// Spaces and breaks are the reader's own.
const plain = (text) => text.replaceAll(/\s+/g, " ").trim();

describe("a Word file", () => {
  for (const audience of Object.keys(AUDIENCES)) {
    test(`holds what the preview shows, for the ${audience}`, async (t) => {
      const page = await planned(t);
      await forWhom(page, audience);
      assert.deepEqual(page.fetched, [], "nobody asked for the worker yet");
      const { name, bytes } = await download(page, "Word document (DOCX)");
      assert.match(name, new RegExp(`^quillmoor-.*-${audience}-2027-01-04\\.docx$`));
      assert.equal(new Set(page.fetched).size, 3, page.fetched.join("\n"));
      await page.getByText("Saved: the Word document.").waitFor();

      const { value, messages } = await mammoth.convertToHtml({ buffer: bytes });
      assert.deepEqual(messages.filter(({ type }) => type === "error"), []);
      const other = await page.context().newPage();
      await other.setContent(value);
      const headings = (await other.locator("h1, h2, h3").allInnerTexts()).map(plain);
      assert.deepEqual(headings, await preview(page, "h3, h4"));
      const texts = plain(await other.innerText("body"));
      for (const text of [...(await preview(page, "p")), ...(await preview(page, "td")), ...(await preview(page, "li"))]) {
        assert.ok(texts.includes(text), `${text} is missing`);
      }
      assert.equal(await other.locator("b b, i i, script, img").count(), 0);
      if (headings.length >= 8) {
        const entries = await other.locator("a[href^='#']").allInnerTexts();
        assert.deepEqual(entries.map(plain), headings, "the table of contents is there");
        for (const id of await other.locator("a[href^='#']").evaluateAll((all) => all.map((a) => a.hash.slice(1)))) {
          assert.equal(await other.locator(`[id="${id}"]`).count(), 1, `${id} leads somewhere`);
        }
      }
      await other.close();
      const again = await download(page, "Word document (DOCX)");
      assert.ok(again.bytes.equals(bytes), "the same input gives the same bytes");
      assertClean(page);
    });
  }
});

const days = (bytes) => {
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    assert.ok(event.startDate.isDate && event.endDate.isDate, "a whole day");
    assert.equal(event.startDate.zone.tzid, "floating", "in no time zone");
    assert.equal(event.endDate.subtractDate(event.startDate).toSeconds(), 86_400, "one day");
    return { uid: event.uid, day: event.startDate.toString(), name: event.summary, sequence: event.sequence, about: event.description };
  });
};

test("a calendar holds the days of the plan; a newer one moves its entries", async (t) => {
  const page = await planned(t);
  await forWhom(page, "customer");
  const first = days((await download(page, "Calendar (ICS)")).bytes);
  assert.deepEqual(
    first.map(({ day, name, sequence }) => [day, name, sequence]),
    [
      ["2027-01-08", "Available: -Sandbox (proof of concept)", 0],
      ["2027-01-11", "Start (proof of concept)", 0],
      ["2027-01-12", "Kick-off (proof of concept)", 0],
      ["2027-01-20", "Criterion due: @Orders (proof of concept)", 0],
      ["2027-01-22", "Decision meeting (proof of concept)", 0],
      ["2027-01-25", "End (proof of concept)", 0],
    ],
  );
  assert.ok(first[2].about.startsWith(`Who: ${NASTY}\nOpen\n\nJanuary 4, 2027, playbook`), first[2].about);
  assert.deepEqual(days((await download(page, "Calendar (ICS)")).bytes), first, "nothing changed, so nothing is newer");

  await chapter(page, "The plan");
  await answer(page, "plan.start", "2027-01-12");
  await saved(page);
  await reload(page);
  await proof(page, "Documents");
  await forWhom(page, "customer");
  const second = days((await download(page, "Calendar (ICS)")).bytes);
  assert.deepEqual(second.map(({ uid }) => uid).sort(), first.map(({ uid }) => uid).sort());
  assert.ok(second.every(({ sequence }) => sequence === 1));
  assert.deepEqual(
    second.filter(({ name }) => /^(Start|Kick-off)/.test(name)).map(({ day }) => day),
    ["2027-01-12", "2027-01-13"],
  );
  await forWhom(page, "registration");
  const window = days((await download(page, "Calendar (ICS)")).bytes);
  assert.deepEqual(window.map(({ name }) => name.split(" ")[0]), ["Start", "Decision", "End"]);
  assert.ok(window.every(({ sequence }) => sequence === 1));
  assertClean(page);
});

test("without a day there is no calendar, and no worker for it", async (t) => {
  const page = await app.open(t);
  await startOwn(page);
  await proof(page, "Documents");
  await button(page, "Calendar (ICS)").click();
  await page.getByText("No day is set yet, so there is nothing for a calendar").waitFor();
  assertClean(page);
});

test("the table of open tasks is strict, and nothing in it is a formula", async (t) => {
  const page = await planned(t);
  for (const audience of Object.keys(AUDIENCES)) {
    await forWhom(page, audience);
    const { name, bytes } = await download(page, "Open tasks (CSV)");
    assert.match(name, new RegExp(`-${audience}-2027-01-04-tasks\\.csv$`));
    const [head, ...rows] = parse(bytes, { bom: true, record_delimiter: "\r\n", relax_quotes: false });
    assert.deepEqual(head, ["Task", "Kind", "Who", "Due", "State"]);
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@]/);
    if (audience === "registration") continue;
    const step = rows.find(([task]) => task === "Kick-off");
    assert.deepEqual(step, ["Kick-off", "Step", `'${NASTY}`, "2027-01-12", "Open"]);
    assert.ok(rows.some(([task, kind, , due]) => task === "'-Sandbox" && kind === "Prerequisite" && due === "2027-01-08"));
    assert.equal(rows.filter(([, kind]) => kind === "Section").length, 14);
  }
  assertClean(page);
});

test("the app goes on while the worker starts, and the worker can be stopped", async (t) => {
  const page = await planned(t);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(WORKER, async (route) => {
    await held;
    // Nobody waits for it when the worker was stopped.
    await route.continue().catch(() => {});
  });
  await button(page, "Word document (DOCX)").click();
  await page.getByText("Writing the Word document…").waitFor();
  // Who goes to another part and writes there finds it in the document.
  await (await sectionText(page, "Future state")).fill("Typed meanwhile.");
  await proof(page, "Documents");
  await page.locator(".document").getByText("Typed meanwhile.").waitFor();
  await button(page, "Word document (DOCX)").click();
  await page.getByText("Writing the Word document…").waitFor();
  await button(page, "Stop").click();
  await page.getByText("Writing the Word document…").waitFor({ state: "detached" });
  // The one that was asked for first arrives all the same.
  const first = page.waitForEvent("download");
  release();
  await first;
  const { bytes } = await download(page, "Word document (DOCX)");
  assert.ok((await mammoth.extractRawText({ buffer: bytes })).value.includes("Typed meanwhile."));
  assertClean(page);
});

test("the case file is among the partner's files alone", async (t) => {
  const page = await planned(t);
  const { name, bytes } = await download(page, "Case file (JSON)");
  assert.match(name, /\.fitproof\.json$/);
  assert.equal(JSON.parse(bytes).account.entries["account.employees"].text ?? "480", "480");
  for (const audience of ["customer", "registration"]) {
    await forWhom(page, audience);
    assert.equal(await button(page, "Case file (JSON)").isVisible(), false);
    assert.equal(await button(page, "Copy the CRM note").isVisible(), false);
  }
  assertClean(page);
});

test("what is printed is the chosen document and nothing else", async (t) => {
  const page = await planned(t);
  const onScreen = await page.innerText("body");
  assert.match(onScreen, /Take it along/);
  for (const audience of Object.keys(AUDIENCES)) {
    await forWhom(page, audience);
    const document = plain(await page.innerText(".document"));
    await page.emulateMedia({ media: "print" });
    const printed = plain(await page.innerText("main"));
    assert.equal(printed, document);
    const pdf = await page.pdf();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await page.emulateMedia({ media: "screen" });
  }
  assertClean(page);
});
