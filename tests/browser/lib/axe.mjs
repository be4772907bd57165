// axe-core's judgement of a page. Its source is evaluated through the debugger, which the page's
// security policy does not concern.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { createRequire } from "node:module";

const source = await fs.readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What is out of view isn't laid out, and would count as without size.
const DRAWN = ".verdict > * { content-visibility: visible !important; }";

function drawAll(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}

// The violations, each in one line with the places it concerns; empty is what we want.
export async function axe(page, options = {}) {
  if (await page.evaluate(() => globalThis.axe === undefined)) {
    await page.evaluate(`(() => { ${source} })()`);
    await page.evaluate(drawAll, DRAWN);
  }
  const { violations } = await page.evaluate(
    (options) => globalThis.axe.run(document, options),
    { runOnly: TAGS, resultTypes: ["violations"], ...options },
  );
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

// No violation in the state as it is, in light and in dark.
export async function assertAccessible(page) {
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await axe(page), [], colorScheme);
  }
}
