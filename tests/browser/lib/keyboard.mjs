// The app by keyboard alone: every helper presses keys and looks where the focus is.
import assert from "node:assert/strict";

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  const words = (at.closest("label") ?? at).cloneNode(true);
  words.querySelectorAll("[aria-hidden]").forEach((silent) => silent.remove());
  return {
    id: at.id,
    kind: at.type ?? at.localName,
    label: words.textContent.trim(),
    named: at.getAttribute("aria-label") ?? document.querySelector(`label[for="${at.id}"]`)?.textContent.trim(),
    field: at.closest(".field, .section")?.id ?? "",
  };
});

// Tabs forward until the focus is where `wanted` says; fails when it never gets there.
export async function tabTo(page, wanted, what) {
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (wanted(at)) return at;
  }
  assert.fail(`the keyboard never reached ${what}`);
}

const toField = (page, question) => {
  const id = `q-${question.replaceAll(".", "-")}`;
  return tabTo(page, (at) => at.field === id && at.kind !== "summary", question);
};

// Starts at the top of the page, where the first stop is the way past the menu and the verdict.
export async function skipToForm(page) {
  await toTop(page);
  await page.keyboard.press("Enter");
}

export const toTop = (page) => page.locator(".skip").focus();

export async function press(page, label) {
  await tabTo(page, (at) => ["button", "summary"].includes(at.kind) && at.label.startsWith(label), `“${label}”`);
  await page.keyboard.press("Enter");
}

export async function type(page, question, text) {
  await toField(page, question);
  await page.keyboard.type(text);
}

// In an input that has no question of its own, by its label.
export async function typeAt(page, label, text) {
  await tabTo(page, (at) => at.named === label, label);
  await page.keyboard.type(text);
}

// A group of radio buttons takes the focus once; Space takes the first, arrows move on.
export async function choose(page, question, label) {
  let at = await toField(page, question);
  await page.keyboard.press("Space");
  for (let step = 0; at.label !== label; step += 1) {
    assert.ok(step < 12, `no choice “${label}” at ${question}`);
    await page.keyboard.press("ArrowDown");
    at = await focused(page);
  }
}

// The same for a group named by its legend, below a person say.
export async function chooseAt(page, label) {
  let at = await tabTo(page, ({ kind }) => kind === "radio", label);
  for (let step = 0; at.label !== label; step += 1) {
    assert.ok(step < 12, `no choice “${label}”`);
    await page.keyboard.press("ArrowDown");
    at = await focused(page);
  }
}

export async function tick(page, question, ...labels) {
  const id = `q-${question.replaceAll(".", "-")}`;
  for (const label of labels) {
    await tabTo(page, (at) => at.field === id && at.kind === "checkbox" && at.label === label, `“${label}” at ${question}`);
    await page.keyboard.press("Space");
  }
}
