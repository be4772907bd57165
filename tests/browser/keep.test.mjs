// The account stays on the device: through a reload, a killed browser, another account, and a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { accountName, allQuestions, answers, button, choose, input, keepState, notices, openMenu, saved, startOwn, verdict } from "./lib/app.mjs";
import { assertClean, mounted } from "./lib/browser.mjs";
import { kill, newProfile, openProfile } from "./lib/profile.mjs";
import { typeQuillmoor, whole } from "./lib/samples.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

async function reload(page) {
  await page.reload();
  await mounted(page);
}

async function type(page, name) {
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": name });
}

const named = (page, name) => accountName(page).filter({ hasText: name }).waitFor();

describe("on the device", () => {
  test("all that was typed is there after a reload", async (t) => {
    const page = await app.open(t);
    await typeQuillmoor(page);
    await saved(page);
    const before = await whole(page);
    await reload(page);
    await named(page, "Quillmoor");
    await allQuestions(page);
    assert.deepEqual(await whole(page), before);
    assert.equal(await keepState(page).innerText(), "Saved on this device");
    assertClean(page);
  });

  test("“saved” survives the death of the browser", async (t) => {
    const profile = await newProfile(t);
    const start = async () => {
      const page = await openProfile(t, profile);
      await page.goto(app.site.url);
      await mounted(page);
      return page;
    };
    const first = await start();
    await type(first, "Quillmoor");
    await saved(first);
    await kill(first, profile);
    const page = await start();
    await named(page, "Quillmoor");
    assertClean(page);
  });

  test("“saved” is said of the newest text alone, once the device has it", async (t) => {
    const page = await app.open(t);
    await page.addInitScript(() => {
      // The device is slow: a transaction is reported when the test lets it.
      globalThis.held = [];
      Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
        set(handler) {
          this.addEventListener("complete", (event) => globalThis.held.push(() => handler.call(this, event)));
        },
      });
    });
    await reload(page);
    const release = () => page.evaluate(() => globalThis.held.shift()());
    const waiting = () => page.waitForFunction(() => globalThis.held.length > 0);
    await type(page, "Quill");
    await waiting();
    assert.equal(await keepState(page).innerText(), "Saving…");
    await input(page, "account.name").fill("Quillmoor");
    // The end of the first save comes after the newer text.
    await release();
    assert.equal(await keepState(page).innerText(), "Saving…");
    await waiting();
    await release();
    await saved(page);
    await reload(page);
    await named(page, "Quillmoor");
    assertClean(page);
  });

  test("erasing leaves nothing", async (t) => {
    const page = await app.open(t);
    await typeQuillmoor(page);
    await saved(page);
    await choose(page, "Erase everything");
    await button(page, "Erase now").click();
    await notices(page).getByText("has been erased").waitFor();
    assert.doesNotMatch(await page.content(), /Quillmoor|Mira Okonjo/);
    await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
    await reload(page);
    await named(page, "Tallywren");
    assert.equal(await keepState(page).innerText(), "Example");
    assertClean(page);
  });

  test("a new account puts the old one aside, and it can be brought back", async (t) => {
    const page = await app.open(t);
    await type(page, "Quillmoor");
    await saved(page);
    await choose(page, "New account");
    await allQuestions(page);
    await answers(page, { "account.name": "Fernwick" });
    await saved(page);
    await reload(page);
    await named(page, "Fernwick");
    await choose(page, "Bring back: Quillmoor");
    await named(page, "Quillmoor");
    await saved(page);
    await choose(page, "Bring back: Fernwick");
    await named(page, "Fernwick");
    assertClean(page);
  });
});

async function saveFile(page) {
  await openMenu(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".menu__item", { hasText: "Save a case file" }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

async function openFile(page, text) {
  await openMenu(page);
  const buffer = Buffer.isBuffer(text) ? text : Buffer.from(text);
  await page.locator(".menu__file input").setInputFiles({ name: "case.json", mimeType: "application/json", buffer });
}

describe("in a file", () => {
  test("the account comes back the same", async (t) => {
    const page = await app.open(t);
    await typeQuillmoor(page);
    const before = await whole(page);
    const file = await saveFile(page);
    assert.equal(file.name, "quillmoor-software.fitproof.json");
    const other = await app.open(t);
    await openFile(other, file.text);
    await named(other, "Quillmoor");
    await saved(other);
    await allQuestions(other);
    assert.deepEqual(await whole(other), before);
    assert.equal((await saveFile(other)).text, file.text);
    assertClean(page);
    assertClean(other);
  });

  test("what is no good case file is refused, and the work stays", async (t) => {
    const page = await app.open(t);
    await typeQuillmoor(page);
    const before = await verdict(page).innerText();
    const { text } = await saveFile(page);
    const refused = [
      ["", /isn.t a Fitproof case file/],
      ["name;employees\nQuillmoor;480", /isn.t a Fitproof case file/],
      ['{"some": "json"}', /isn.t a Fitproof case file/],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x01]), /isn.t a Fitproof case file/],
      [text.slice(0, text.length / 2), /damaged or was changed/],
      [text.replace('"480"', "480"), /damaged or was changed/],
      [text.replace('"account": {', '"account": {"extra": 1,'), /damaged or was changed/],
      [text.replace(/"version": ?1\b/, '"version": 2'), /newer version of Fitproof/],
      [text + " ".repeat(8 << 20), /too large/],
      ["[".repeat(1 << 20), /isn.t a Fitproof case file/],
      ['{"fitproof":"case","version":1,"account":'.repeat(100_000), /damaged or was changed/],
    ];
    for (const [bad, sentence] of refused) {
      await openFile(page, bad);
      await notices(page).getByText(sentence).waitFor();
      assert.equal(await verdict(page).innerText(), before);
      await notices(page).getByRole("button", { name: "Dismiss" }).click();
    }
    assert.equal(await accountName(page).innerText(), "Quillmoor Software");
    assertClean(page);
  });
});
