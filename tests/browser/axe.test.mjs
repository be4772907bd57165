// No state of the page has an axe violation, in light or dark, wide or narrow; none scrolls sideways.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { allQuestions, answers, chapter, choose, openMenu, proof, sectionText, startOwn, tab } from "./lib/app.mjs";
import { axe } from "./lib/axe.mjs";
import { assertClean, mounted } from "./lib/browser.mjs";
import { typeQuillmoor } from "./lib/samples.mjs";
import { suite } from "./lib/suite.mjs";
import { PARTS } from "./lib/value.mjs";

const app = suite();

const LOOKS = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 360 },
];
const NARROWEST = 320;

// Each state follows from the one before, so that the page is filled in once.
// What the sticky top half covers would count as small.
const atTop = (page) => page.evaluate(() => scrollTo(0, 0));

const STATES = {
  "an example": () => {},
  "an empty form in 30 seconds": startOwn,
  "nobody named": (page) => tab(page, "People"),
  "an empty full form": async (page) => {
    await tab(page, "Account");
    await allQuestions(page);
  },
  "answers to correct": async (page) => {
    await answers(page, { "account.employees": "-5", "account.revenue": "60M", "account.employees-before": "0" });
    await page.locator("#q-account-stack-input").fill("HubSpot, Ledgerloom,");
    await answers(page, { "account.cloud-stack": "No" });
  },
  "an account filled in": async (page) => {
    await choose(page, "New account");
    await choose(page, "Example: A SaaS scale-up");
    await typeQuillmoor(page);
  },
  "everything folded open": (page) => page.evaluate(() => document.querySelectorAll("main details, aside details").forEach((part) => (part.open = true))),
  "three people": (page) => tab(page, "People"),
  "the deal": (page) => tab(page, "Deal"),
  "the proof, for us": async (page) => {
    await proof(page, "The plan");
    await page.getByRole("radio", { name: "PoV", exact: true }).check();
  },
  "its criteria": async (page) => {
    await chapter(page, "Success criteria");
    await page.getByRole("button", { name: "Add a success criterion" }).click();
  },
  "its steps": async (page) => {
    await chapter(page, "Steps and days");
    await page.getByRole("button", { name: "Start from these steps" }).click();
    for (const one of ["a prerequisite", "a step", "a holiday"]) await page.getByRole("button", { name: `Add ${one}` }).click();
  },
  "its readiness": async (page) => {
    await chapter(page, "Ready to start?");
    await page.locator(".point summary").first().click();
  },
  "its guide": async (page) => {
    for (const name of ["Current state", "Scope"]) await (await sectionText(page, name)).fill("Orders are typed by hand");
  },
  "what the customer is asked": (page) => chapter(page, "Ask the customer"),
  "how it ends": async (page) => {
    await chapter(page, "How it ends");
    await page.getByLabel("Extend", { exact: true }).check();
  },
  "its documents": (page) => chapter(page, "Documents"),
  "a trial alone": async (page) => {
    await chapter(page, "The plan");
    await page.getByRole("radio", { name: "Self-Service", exact: true }).check();
  },
  "a trial with help": (page) => page.getByRole("radio", { name: "Guided Trial", exact: true }).check(),
  "all of the proof again": (page) => page.getByRole("radio", { name: "PoV", exact: true }).check(),
  "the proof, for the customer": async (page) => {
    await chapter(page, "Documents");
    await page.getByRole("radio", { name: "For the customer" }).check();
  },
  ...PARTS,
  "the menu": openMenu,
  "erasing asked": (page) => choose(page, "Erase everything"),
  "the link": (page) => choose(page, "Share a link"),
  "the rules, one changed and one wrong": async (page) => {
    await choose(page, "Rules and weights");
    const weights = page.getByLabel("Weight", { exact: true });
    await weights.nth(0).fill("30");
    await weights.nth(1).fill("many");
    await weights.nth(1).blur();
  },
};

// What has changed its colours is judged when it has them.
const settle = (page) => page.evaluate(async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
});

async function judge(page, state) {
  await settle(page);
  assert.deepEqual(await axe(page), [], state);
}

async function sideways(page, state) {
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST, height });
  await settle(page);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width, height });
  assert.ok(over <= 0, `${state} scrolls ${over} px sideways`);
}

for (const { colorScheme, width } of LOOKS) {
  describe(`${colorScheme}, ${width} px`, () => {
    test("every state", async (t) => {
      const page = await app.open(t, { colorScheme, reducedMotion: "reduce", viewport: { width, height: 900 } });
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        await atTop(page);
        await judge(page, state);
        if (width === 360 && colorScheme === "light") await sideways(page, state);
      }
      assertClean(page);
    });

    test("a copy from a link", async (t) => {
      const page = await app.open(t, { colorScheme, viewport: { width, height: 900 } });
      await choose(page, "Share a link");
      const link = await page.locator("#share-link").inputValue();
      await page.goto("about:blank");
      await page.goto(link);
      await page.getByText("A copy that someone shared").waitFor();
      await judge(page, "a copy");
      assertClean(page);
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`the privacy page, ${colorScheme}`, async (t) => {
    const page = await app.open(t, { colorScheme, viewport: { width: 360, height: 900 } });
    await page.goto(`${app.site.url}privacy.html`);
    await judge(page, "privacy");
    await sideways(page, "privacy");
    assertClean(page);
  });
}

test("axe sees what is wrong", async (t) => {
  const page = await app.open(t);
  await page.evaluate(() => document.querySelector("main").append(document.createElement("button")));
  assert.match((await axe(page)).join(), /^button-name/);
});
