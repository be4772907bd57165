// The account stays on the device: through a reload, a killed browser, another account, and a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { accountName, allQuestions, answers, button, choose, input, keepState, notices, openMenu, openOther, saved, startOwn, verdict } from "./lib/app.mjs";
import { assertClean, mounted, offlineState } from "./lib/browser.mjs";
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

  test("who comes back sees their own account first, and no example before it", async (t) => {
    const page = await app.open(t);
    await type(page, "Quillmoor");
    await saved(page);
    await offlineState(page, "ready");
    await page.addInitScript(() => {
      globalThis.seen = new Set();
      const look = () => {
        const name = document.querySelector(".top__account");
        if (name?.checkVisibility()) globalThis.seen.add(name.textContent);
        requestAnimationFrame(look);
      };
      look();
    });
    await page.reload();
    await named(page, "Quillmoor");
    await saved(page);
    assert.deepEqual(await page.evaluate(() => [...globalThis.seen]), ["Quillmoor"]);
    assertClean(page);
  });

  test("a device that doesn’t say what it keeps holds nobody up", async (t) => {
    const page = await app.open(t);
    await offlineState(page, "ready");
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => new EventTarget();
    });
    await page.reload();
    await mounted(page);
    await startOwn(page);
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
    // What holds for all cases is kept by itself.
    await waiting();
    await release();
    await waiting();
    assert.equal(await keepState(page).innerText(), "Saving…");
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
    await openOther(page, "Quillmoor");
    await named(page, "Quillmoor");
    await saved(page);
    await openOther(page, "Fernwick");
    await named(page, "Fernwick");
    assertClean(page);
  });
});

describe("going back", () => {
  const undo = (page) => button(page, "Undo").click();
  const employees = (page) => input(page, "account.employees").inputValue();
  const step = async (page, text) => {
    await answers(page, { "account.employees": text });
    await saved(page);
  };

  test("undo and redo, through a reload", async (t) => {
    const page = await app.open(t);
    await type(page, "Quillmoor");
    for (const text of ["1", "12", "120"]) await step(page, text);
    await openMenu(page);
    await undo(page);
    await page.waitForFunction(() => document.querySelector("#q-account-employees-input").value === "12");
    await reload(page);
    await named(page, "Quillmoor");
    await allQuestions(page);
    assert.equal(await employees(page), "12");
    await openMenu(page);
    await undo(page);
    await page.waitForFunction(() => document.querySelector("#q-account-employees-input").value === "1");
    await button(page, "Redo").click();
    await page.waitForFunction(() => document.querySelector("#q-account-employees-input").value === "12");
    await page.keyboard.press("Escape");
    // By keys, where no text is being typed.
    await page.getByRole("radio", { name: "All questions" }).focus();
    await page.keyboard.press("Control+y");
    await page.waitForFunction(() => document.querySelector("#q-account-employees-input").value === "120");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => document.querySelector("#q-account-employees-input").value === "12");
    // In a text the browser's own undo holds.
    await input(page, "account.name").focus();
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(600);
    assert.equal(await employees(page), "12");
    assertClean(page);
  });

  test("what stood there an hour ago comes back, and Undo takes it away again", async (t) => {
    const page = await app.open(t);
    await page.clock.install({ time: new Date("2026-11-24T09:00:00") });
    await page.reload();
    await type(page, "Quillmoor");
    const ahead = async () => {
      await page.clock.runFor(2_000);
      await saved(page);
    };
    await answers(page, { "account.employees": "100" });
    await ahead();
    await page.clock.fastForward("01:00:00");
    await answers(page, { "account.employees": "200" });
    await ahead();
    await openMenu(page);
    await page.getByText("Earlier versions").click();
    await page.locator(".menu__versions button").first().click();
    await page.clock.runFor(2_000);
    await page.waitForFunction(() => document.querySelector("#q-account-employees-input").value === "100");
    await saved(page);
    await undo(page);
    await page.clock.runFor(2_000);
    await page.waitForFunction(() => document.querySelector("#q-account-employees-input").value === "200");
    assertClean(page);
  });

  test("thirty accounts are all there, and a clock set back hides none", async (t) => {
    const page = await app.open(t, { now: "2026-11-24T09:00:00" });
    await startOwn(page);
    await allQuestions(page);
    for (let at = 1; at <= 30; at += 1) {
      if (at === 20) await page.clock.setFixedTime(new Date("2001-01-01T09:00:00"));
      await answers(page, { "account.name": `Account ${at}` });
      await saved(page);
      if (at < 30) {
        await choose(page, "New account");
        await allQuestions(page);
      }
    }
    await reload(page);
    await named(page, "Account 30");
    await openMenu(page);
    await page.locator(".menu__case").first().waitFor();
    assert.equal(await page.locator(".menu__case").count(), 8, "the menu shows the first of the others");
    await button(page, "More: all accounts").click();
    await page.locator(".accounts__item").nth(29).waitFor();
    const names = await page.locator(".accounts__name").allInnerTexts();
    assert.deepEqual(new Set(names), new Set(Array.from({ length: 30 }, (_, at) => `Account ${at + 1}`)));
    assertClean(page);
  });
});

describe("a backup", () => {
  const save = async (page) => {
    await openMenu(page);
    const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Save a backup of all accounts").click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const opened = async (page, text) => {
    await openMenu(page);
    await page.locator(".menu__file input").setInputFiles({ name: "backup.jsonl", mimeType: "", buffer: Buffer.from(text) });
  };

  test("brings all accounts to another device, each once", async (t) => {
    const page = await app.open(t);
    await typeQuillmoor(page);
    await saved(page);
    await choose(page, "New account");
    await allQuestions(page);
    await answers(page, { "account.name": "Fernwick" });
    await saved(page);
    await openMenu(page);
    await page.getByText("No backup yet.").waitFor();
    const { name, text } = await save(page);
    assert.match(name, /^fitproof-backup-\d{4}-\d\d-\d\d\.fitproof\.jsonl$/);
    await notices(page).getByText("2 accounts saved").waitFor();
    await openMenu(page);
    await page.getByText(/Last backup: /).waitFor();

    const elsewhere = await app.open(t);
    await opened(elsewhere, text);
    await notices(elsewhere).getByText("2 accounts brought back").waitFor();
    await openOther(elsewhere, "Quillmoor");
    await named(elsewhere, "Quillmoor");
    await allQuestions(elsewhere);
    const there = await whole(elsewhere);
    await openOther(page, "Quillmoor");
    await named(page, "Quillmoor");
    await allQuestions(page);
    assert.deepEqual(there, await whole(page));
    await opened(elsewhere, text);
    await notices(elsewhere).getByText("2 were here already").waitFor();
    for (const one of [page, elsewhere]) assertClean(one);
  });

  test("takes what can be read of a damaged one, and refuses a newer one", async (t) => {
    const page = await app.open(t);
    await type(page, "Quillmoor");
    await saved(page);
    const { text } = await save(page);
    const [first, line] = text.split("\n");
    await opened(page, [first, line.replace("Quillmoor", "Fernwick"), line.slice(0, 99), "", "x".repeat(9 << 20), line].join("\n"));
    await notices(page).getByText("1 account brought back").waitFor();
    await notices(page).getByText("1 was here already. 3 couldn’t be read").waitFor();
    await opened(page, text.replace('"version":1', '"version":99'));
    await notices(page).getByText("newer version of Fitproof").waitFor();
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
    const before = await verdict(page).textContent();
    const { text } = await saveFile(page);
    const refused = [
      ["", /isn.t a Fitproof case file/],
      ["name;employees\nQuillmoor;480", /isn.t a Fitproof case file/],
      ['{"some": "json"}', /isn.t a Fitproof case file/],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x01]), /isn.t a Fitproof case file/],
      [text.slice(0, text.length / 2), /damaged or was changed/],
      [text.replace('"480"', "480"), /damaged or was changed/],
      [text.replace('"account": {', '"account": {"extra": 1,'), /damaged or was changed/],
      [text.replace(/"version": ?\d+/, '"version": 99'), /newer version of Fitproof/],
      [text + " ".repeat(8 << 20), /too large/],
      ["[".repeat(1 << 20), /isn.t a Fitproof case file/],
      ['{"fitproof":"case","version":1,"account":'.repeat(100_000), /damaged or was changed/],
    ];
    for (const [bad, sentence] of refused) {
      await openFile(page, bad);
      await notices(page).getByText(sentence).waitFor();
      assert.equal(await verdict(page).textContent(), before);
      await notices(page).getByRole("button", { name: "Dismiss" }).click();
    }
    assert.equal(await accountName(page).innerText(), "Quillmoor Software");
    assertClean(page);
  });
});
