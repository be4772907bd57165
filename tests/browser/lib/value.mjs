// What a person does in the business case, by the words on the screen.
import assert from "node:assert/strict";
import { button, chapter, pressTab } from "./app.mjs";

export async function openCase(page) {
  await pressTab(page, "Value");
  await page.locator("#chapter").waitFor();
}

export const figure = (card, label) => card.getByLabel(label, { exact: true });
export const benefits = (page) => page.locator("#chapter > section > .value-cards > .value-card");

async function added(page, name, count) {
  await button(page, name).click();
  return page.locator("#chapter .value-card").nth(count);
}

// A benefit or a cost of a kind, with its figures by their labels. The part it belongs to is in view.
export async function addCard(page, kind, figures) {
  const cards = page.locator("#chapter .value-cards > .value-card");
  const card = await added(page, kind, await cards.count());
  for (const [label, text] of Object.entries(figures)) {
    await figure(card, label).fill(text);
    await figure(card, label).blur();
  }
  return card;
}

export async function type(page, label, text) {
  const input = page.locator("#chapter").getByLabel(label, { exact: true });
  await input.fill(text);
  await input.blur();
}

// A fact of the result by its name.
export const fact = (page, name) => page.locator(".facts__one", { has: page.locator("dt", { hasText: new RegExp(`^${name}`) }) }).locator(".facts__figure");
export const npv = (page) => page.locator(".hero__figure");

// The worked example of the library, with two costs and all sums counted.
export async function addExample(page, name = "HR onboarding") {
  await openCase(page);
  await chapter(page, "Use cases");
  await page.locator(".value-card", { has: page.getByRole("heading", { name, exact: true }) }).getByRole("button", { name: /^Add to the case/ }).click();
  await page.getByText("In this case").first().waitFor();
  await chapter(page, "Costs");
  await addCard(page, "Implementation", { Amount: "12,000" });
  await addCard(page, "Subscription", { Amount: "9,600" });
}

export async function saves(page, press, pattern) {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  assert.match(file.suggestedFilename(), pattern);
  return file;
}

// Every part of the business case one after the other, with something in each; each follows from the one before.
export const PARTS = {
  "the library of use cases": async (page) => {
    await openCase(page);
    await chapter(page, "Use cases");
    await page.locator("#chapter details summary").first().click();
  },
  "a process, one step opened": async (page) => {
    await addExample(page, "HR onboarding: accounts for new hires");
    await chapter(page, "Processes");
    await page.getByRole("button", { name: "More details of step 4" }).click();
  },
  "a process, its side after": (page) => page.getByRole("radio", { name: /^After/ }).check(),
  "benefits, one with a range and a fault": async (page) => {
    await chapter(page, "Benefits");
    const card = await addCard(page, "Errors avoided", { Volume: "2,400", "Error rate": "140" });
    await card.getByText("Range, evidence, source of Volume").click();
    await card.getByLabel("Low", { exact: true }).first().fill("2,000");
    await card.getByLabel("High", { exact: true }).first().fill("3,000");
    await figure(card, "Error rate").fill("4");
    await figure(card, "Share of errors avoided").fill("-5");
    await figure(card, "Share of errors avoided").blur();
  },
  costs: (page) => chapter(page, "Costs"),
  settings: (page) => chapter(page, "Settings"),
  "the result, a formula opened": async (page) => {
    await chapter(page, "Result");
    await page.locator(".hero").getByText("How: net present value").click();
  },
  "the result with released time": async (page) => {
    await button(page, "Count released time").click();
    await page.locator("td[data-label=Net] button").nth(1).click();
  },
  uncertainty: async (page) => {
    await chapter(page, "Uncertainty");
    await page.locator(".sliders").waitFor();
  },
  "what must be true": (page) => chapter(page, "What must be true"),
  measured: async (page) => {
    await chapter(page, "Measured");
    await page.locator(".measured__line input").first().fill("500");
  },
  documents: (page) => chapter(page, "Documents"),
};
