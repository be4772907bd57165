// How long it takes from a key to the frame that shows the changed verdict.
import { allQuestions, input, startOwn } from "./app.mjs";
import { assertClean, mounted, newPage } from "./browser.mjs";
import { timing } from "./painted.mjs";

const KEYS = 200;
const TYPED = [
  ["account.employees", "1250"],
  ["account.employees-before", "960"],
  ["account.revenue", "$64500000"],
  ["deal.transactions", "12500"],
];

// In the page: from each key to the changed verdict.
function watch() {
  let pressed = null;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  const seen = () => {
    if (pressed === null) return;
    globalThis.painted(pressed);
    pressed = null;
  };
  new MutationObserver(seen).observe(document.querySelector(".columns__verdict"), {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
}

// Each text typed and taken back, letter by letter, until there are enough keys.
function* script() {
  for (;;) {
    for (const [question, text] of TYPED) {
      for (const letter of text) yield [question, letter];
      for (const _ of text.slice(1)) yield [question, "Backspace"];
    }
  }
}

const VIEWPORT = { width: 1280, height: 900 };

export async function keys(browser, url) {
  const page = await newPage(browser, { viewport: VIEWPORT });
  await page.goto(url);
  await mounted(page);
  await startOwn(page);
  await allQuestions(page);
  const times = await typed(page, (question) => input(page, question));
  assertClean(page);
  await page.context().close();
  return times;
}

// The least that any page takes: one field, and one text that says something else on each key.
export async function leastKeys(browser) {
  const page = await newPage(browser, { viewport: VIEWPORT });
  await page.setContent('<input><p class="columns__verdict">0</p>');
  await page.evaluate(() => {
    const said = document.querySelector("p");
    document.querySelector("input").addEventListener("input", () => (said.textContent = Number(said.textContent) + 1));
  });
  const times = await typed(page, () => page.locator("input"));
  await page.context().close();
  return times;
}

async function typed(page, field) {
  const press = await timing(page, watch);
  const times = [];
  let present;
  for (const [question, key] of script()) {
    if (times.length === KEYS) break;
    if (question !== present) await field(question).focus();
    present = question;
    times.push(await press(key === "$" ? "Shift+Digit4" : key, `“${key}” at ${question} left the verdict as it was`));
  }
  return times;
}
