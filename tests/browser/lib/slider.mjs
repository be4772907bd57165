// How long it takes from a step of a slider to the frame in which both pictures of the outcomes show it.
import { chapter, startOwn } from "./app.mjs";
import { assertClean, mounted, newPage } from "./browser.mjs";
import { addExample } from "./value.mjs";

// A step shows in all pictures within so many milliseconds.
export const SLIDER_AT_MOST = 50;

const STEPS = 40;
const SLOWER = 4;

// In the page: from the key on the slider, by the browser's own time of the event, to the first task after the frame
// that shows outcomes of the moved figure in both pictures; and to when that is worked out, before layout and paint.
function watch() {
  let pressed = null;
  let drawn = new Set();
  addEventListener("keydown", (event) => {
    pressed = event.timeStamp;
    drawn = new Set();
  }, true);
  new MutationObserver((changes) => {
    if (pressed === null) return;
    for (const { target } of changes) {
      const picture = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest(".fitted");
      if (picture) drawn.add(picture);
    }
    if (drawn.size < 2 || document.querySelector("#chapter .is-old")) return;
    const start = pressed;
    pressed = null;
    const worked = performance.now() - start;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => globalThis.painted({ painted: performance.now() - start, worked });
    requestAnimationFrame(() => port2.postMessage(null));
  }).observe(document.querySelector("#chapter"), { subtree: true, childList: true, characterData: true, attributes: true });
}

export async function sliderSteps(browser, url) {
  const page = await newPage(browser, { viewport: { width: 1280, height: 900 } });
  let painted;
  await page.exposeFunction("painted", (time) => painted(time));
  await page.goto(url);
  await mounted(page);
  await startOwn(page);
  await addExample(page, "HR onboarding: accounts for new hires");
  await chapter(page, "Result");
  await page.getByRole("radio", { name: "Cash, released time and avoided risk" }).check();
  await chapter(page, "Uncertainty");
  await page.getByText("131,072 outcomes").waitFor();
  const inputs = await page.locator("#chapter .slider").count();
  await page.evaluate(watch);
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const times = [];
  for (let step = 0; step < STEPS; step += 1) {
    await page.locator(".slider input").nth(step % Math.min(inputs, 4)).focus();
    const time = new Promise((resolve, reject) => {
      painted = resolve;
      setTimeout(() => reject(new Error(`step ${step} of a slider left the pictures as they were`)), 10_000).unref();
    });
    await page.keyboard.press(step % 8 < 4 ? "ArrowRight" : "ArrowLeft");
    times.push(await time);
  }
  assertClean(page);
  await page.context().close();
  return times;
}
