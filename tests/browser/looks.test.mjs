// The longest that people type, in text of twice the size: nothing scrolls sideways, nothing is cut off.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addPeople, allQuestions, answers, chapter, choose, openMenu, sectionText, startOwn, tab } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";
import { PARTS } from "./lib/value.mjs";

const app = suite();

// 60 characters, with words that can't be broken where it would look best.
const NAME = "Rindfleischetikettierungsüberwachung und Söhne International";
const TITLE = "Senior Vice President of Business Process Transformation and Integration";
const PEOPLE = Array.from({ length: 12 }, (_, at) => ({
  name: `Maximiliane-Theodora von Hohenstein-Wittgenstein ${at + 1}`,
  title: `${TITLE} ${at + 1}`,
  contact: `maximiliane-theodora.hohenstein-wittgenstein-${at + 1}@rindfleischetikettierung.example`,
  influence: ["Low", "Medium", "High"][at % 3],
}));

const STATES = {
  "the form": (page) => tab(page, "Account"),
  "everything folded open": (page) => page.evaluate(() => document.querySelectorAll("main details, aside details").forEach((part) => (part.open = true))),
  "twelve people": async (page) => {
    // On a narrow screen the open verdict lies over the form.
    await page.evaluate(() => (document.querySelector(".verdict-line").open = false));
    await tab(page, "People");
  },
  "the deal": (page) => tab(page, "Deal"),
  "the proof": (page) => tab(page, "Proof"),
  "a trial with help": (page) => page.getByRole("radio", { name: "Guided Trial", exact: true }).check(),
  "all of the proof": async (page) => {
    await page.getByRole("radio", { name: "PoV", exact: true }).check();
    await answers(page, { "plan.start": "2027-03-01", "plan.end": "2027-03-15" });
  },
  "its criteria": async (page) => {
    await chapter(page, "Success criteria");
    await page.getByRole("button", { name: "Add a success criterion" }).click();
    await page.getByLabel("Use case").fill(NAME);
  },
  "what came of it": async (page) => {
    await chapter(page, "The plan");
    await answers(page, { "plan.start": "2026-01-12", "plan.end": "2026-01-26" });
    await page.locator(".next-step").getByText(`Write down what came of “${NAME}”`).waitFor();
  },
  "its steps": async (page) => {
    await answers(page, { "plan.start": "2027-03-01", "plan.end": "2027-03-15" });
    await chapter(page, "Steps and days");
    await page.getByRole("button", { name: "Start from these steps" }).click();
  },
  "its readiness": (page) => chapter(page, "Ready to start?"),
  "its guide": async (page) => (await sectionText(page, "The gap")).fill(`- ${NAME}\n- nothing`),
  "what the customer is asked": (page) => chapter(page, "Ask the customer"),
  "how it ends": async (page) => {
    await chapter(page, "How it ends");
    await page.getByLabel("Extend", { exact: true }).check();
  },
  "its timeline": (page) => chapter(page, "The plan"),
  "the proof, for the customer": async (page) => {
    await chapter(page, "Documents");
    await page.getByRole("radio", { name: "For the customer" }).check();
  },
  ...PARTS,
  "the menu": openMenu,
  "the link": (page) => choose(page, "Share a link"),
  "the rules": (page) => choose(page, "Rules and weights"),
};

async function fill(page) {
  await startOwn(page);
  await allQuestions(page);
  await answers(page, {
    "account.name": NAME,
    "account.industry": NAME,
    "account.employees": "1234567",
    "account.employees-before": "1,234,500",
    "account.revenue": "$1,234,567,890",
    "deal.transactions": "123,456,789",
  });
  await page.locator("#q-account-stack-input").fill(`Salesforce, ${NAME},`);
  await addPeople(page, PEOPLE);
  await tab(page, "Deal");
  await answers(page, { "deal.size": "$1,234,567,890" });
}

// What sticks out of the window, and whose text is cut off, by class and first words.
const wrong = (page) => page.evaluate(() => {
  const found = [];
  const say = (what, element) => found.push(`${what}: ${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`);
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls ${root.scrollWidth - root.clientWidth} px sideways`);
  for (const element of document.querySelectorAll("#app *")) {
    if (element.closest(".visually-hidden, .skip, svg, select, textarea, input") || element.checkVisibility?.() === false) continue;
    const { right, left, width } = element.getBoundingClientRect();
    const scrolls = element.parentElement.closest(".document, [tabindex='0']");
    if (width > 0 && !scrolls && (right > root.clientWidth + 1 || left < -1)) say("outside", element);
    const { overflowX, textOverflow } = getComputedStyle(element);
    const cut = ["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (cut && textOverflow !== "ellipsis") say("cut off", element);
  }
  return found.slice(0, 5);
});

for (const width of [320, 768, 1280]) {
  test(`twice the text size, ${width} px`, async (t) => {
    const page = await app.open(t, { viewport: { width, height: 900 } });
    assert.equal(NAME.length, 60);
    await fill(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(page);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.deepEqual(await wrong(page), [], state);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${width}-${state.replaceAll(/\W+/g, "-")}.png`, fullPage: state !== "everything folded open" });
    }
    assertClean(page);
  });
}
