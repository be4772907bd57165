// How long it takes from a step of a slider to the frame in which both pictures of the outcomes show it.
import { chapter, startOwn } from "./app.mjs";
import { assertClean, mounted, newPage } from "./browser.mjs";
import { timing } from "./painted.mjs";
import { addExample } from "./value.mjs";

// A step shows in all pictures within so many milliseconds.
export const SLIDER_AT_MOST = 50;

const STEPS = 40;

// In the page: from the key on the slider to the outcomes of the moved figure in both pictures.
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
    globalThis.painted(pressed);
    pressed = null;
  }).observe(document.querySelector("#chapter"), { subtree: true, childList: true, characterData: true, attributes: true });
}

export async function sliderSteps(browser, url) {
  const page = await newPage(browser, { viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  await mounted(page);
  await startOwn(page);
  await addExample(page, "HR onboarding: accounts for new hires");
  await chapter(page, "Result");
  await page.getByRole("radio", { name: "Cash, released time and avoided risk" }).check();
  await chapter(page, "Uncertainty");
  await page.getByText("131,072 outcomes").waitFor();
  const inputs = await page.locator("#chapter .slider").count();
  const press = await timing(page, watch);
  const times = [];
  for (let step = 0; step < STEPS; step += 1) {
    await page.locator(".slider input").nth(step % Math.min(inputs, 4)).focus();
    const complaint = `step ${step} of a slider left the pictures as they were`;
    times.push(await press(step % 8 < 4 ? "ArrowRight" : "ArrowLeft", complaint));
  }
  assertClean(page);
  await page.context().close();
  return times;
}
