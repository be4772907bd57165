// How long it takes from a key to the frame that shows the changed verdict.
import { allQuestions, input, startOwn } from "./app.mjs";
import { assertClean, mounted, newPage } from "./browser.mjs";

const KEYS = 200;
const SLOWER = 4;
const TYPED = [
  ["account.employees", "1250"],
  ["account.employees-before", "960"],
  ["account.revenue", "$64500000"],
  ["deal.transactions", "12500"],
];

// In the page: from each key, by the browser's own time of the event, to the first task after the frame that shows
// the changed verdict; and to the end of our own work, before style, layout and paint.
function watch() {
  let pressed = null;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), true);
  const seen = () => {
    if (pressed === null) return;
    const start = pressed;
    pressed = null;
    const worked = performance.now() - start;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => globalThis.painted({ painted: performance.now() - start, worked });
    requestAnimationFrame(() => port2.postMessage(null));
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
  let painted;
  await page.exposeFunction("painted", (time) => painted(time));
  await page.evaluate(watch);
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const times = [];
  let present;
  for (const [question, key] of script()) {
    if (times.length === KEYS) break;
    if (question !== present) await field(question).focus();
    present = question;
    const time = new Promise((resolve, reject) => {
      painted = resolve;
      setTimeout(() => reject(new Error(`“${key}” at ${question} left the verdict as it was`)), 10_000).unref();
    });
    await page.keyboard.press(key === "$" ? "Shift+Digit4" : key);
    times.push(await time);
  }
  return times;
}
