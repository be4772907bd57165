// A link carries an account in its fragment: shown as a copy, kept only on request, refused when it is no good.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import { deflateSync, inflateSync } from "node:zlib";
import { accountName, allQuestions, answers, button, choose, closeMenu, field, keepState, notices, openMenu, openOther, saved, sectionText, startOwn, tab, verdict } from "./lib/app.mjs";
import { assertClean, mounted } from "./lib/browser.mjs";
import { PEOPLE, typeQuillmoor } from "./lib/samples.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

async function share(page, { people = false } = {}) {
  if (!(await page.locator("#share-link").isVisible())) await choose(page, "Share a link");
  await page.getByLabel("Include people and written texts").setChecked(people);
  return page.locator("#share-link").inputValue();
}

// Text that doesn't squeeze.
const noise = (length) => randomBytes(length).toString("hex").slice(0, length);

// What a fragment holds, as text.
const unfold = (link) => inflateSync(Buffer.from(new URL(link).hash.slice("#v1.".length), "base64url")).toString("utf8");
const fold = (content) => `#v1.${deflateSync(content).toString("base64url")}`;

async function start(page, name) {
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": name });
  await saved(page);
}

// Someone else's page, once it shows the account of the link.
async function follow(t, link) {
  const page = await app.open(t, { hash: new URL(link).hash });
  await keepState(page).filter({ hasText: "Read-only copy" }).waitFor();
  return page;
}

describe("a shared link", () => {
  test("shows the same verdict elsewhere, as a copy that can't be edited", async (t) => {
    const page = await app.open(t);
    await typeQuillmoor(page);
    const link = await share(page, { people: true });
    await closeMenu(page);
    const other = await follow(t, link);
    assert.equal(await keepState(other).innerText(), "Read-only copy");
    assert.equal(await accountName(other).innerText(), "Quillmoor Software");
    assert.equal(new URL(other.url()).hash, "", "the account leaves the address");
    // What a copy lacks: the controls to answer the next question on the spot.
    const heading = async (page) => page.locator(".verdict__head").innerText();
    assert.equal(await heading(other), await heading(page));
    for (const part of [".roles", ".gates", ".changes", ".engagement__line"]) {
      assert.deepEqual(await other.locator(part).allTextContents(), await page.locator(part).allTextContents(), part);
    }
    for (const name of ["Account", "People", "Deal", "Proof"]) {
      await tab(other, name);
      assert.equal(await other.locator("main :is(input:not([name=form], [name=audience]), textarea):enabled").count(), 0, name);
    }
    assert.equal(await (await sectionText(other, "Current state")).inputValue(), "Leads are copied by hand.\nEvery day.");
    assertClean(page);
    assertClean(other);
  });

  test("holds nobody's name and no written text unless asked", async (t) => {
    const page = await app.open(t);
    await typeQuillmoor(page);
    const personal = [...PEOPLE.flatMap(({ name, title, contact }) => [name, title, contact].filter(Boolean)), "copied by hand"];
    const without = unfold(await share(page));
    for (const word of personal) assert.ok(!without.includes(word), word);
    assert.ok(without.includes("Quillmoor Software"));
    const all = unfold(await share(page, { people: true }));
    for (const word of personal) assert.ok(all.includes(word), word);
    assertClean(page);
  });

  test("says how long it is, warns when that is long, and is copied", async (t) => {
    const page = await app.open(t, { permissions: ["clipboard-read", "clipboard-write"] });
    await start(page, "Quillmoor");
    const short = await share(page);
    assert.ok(short.length < 1000);
    await page.getByText(`${short.length} characters.`).waitFor();
    const warning = page.getByText("programs cut links this long");
    assert.ok(!(await warning.isVisible()));
    await button(page, "Copy link").click();
    await notices(page).getByText("The link is copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), short);
    await (await sectionText(page, "Current state")).fill(noise(2000));
    const long = await share(page, { people: true });
    await page.getByText(`${long.length} characters.`).waitFor();
    assert.ok(await warning.isVisible());
    await closeMenu(page);
    for (const name of ["Current state", "Future state", "The gap"]) await (await sectionText(page, name)).fill(noise(20_000));
    await choose(page, "Share a link");
    await page.getByText("This account is too long for a link.").waitFor();
    assert.equal(await page.locator("#share-link").count(), 0);
    assertClean(page);
  });

  test("leaves the reader's own work alone: closed it comes back, kept it is among the others", async (t) => {
    const page = await app.open(t);
    await start(page, "Fernwick");
    const other = await app.open(t);
    await start(other, "Quillmoor");
    const { hash } = new URL(await share(other));
    const go = async () => {
      await page.evaluate((hash) => { location.hash = hash; }, hash);
      await accountName(page).filter({ hasText: "Quillmoor" }).waitFor();
    };
    await go();
    await page.reload();
    await mounted(page);
    await accountName(page).filter({ hasText: "Fernwick" }).waitFor();
    await go();
    await button(page, "Close it").click();
    assert.equal(await accountName(page).innerText(), "Fernwick");
    await go();
    await button(page, "Keep a copy").click();
    await saved(page);
    await allQuestions(page);
    await answers(page, { "account.name": "Quillmoor, mine" });
    await openOther(page, "Fernwick");
    await accountName(page).filter({ hasText: "Fernwick" }).waitFor();
    assertClean(page);
  });

  test("closed by someone without work of their own, it leaves an empty form", async (t) => {
    const page = await app.open(t);
    await start(page, "Quillmoor");
    const other = await follow(t, await share(page));
    await button(other, "Close it").click();
    assert.equal(await accountName(other).innerText(), "Unnamed account");
    assert.match(await verdict(other).textContent(), /not enough known yet/i);
    assertClean(other);
  });

  test("shows markup in a text as text", async (t) => {
    const page = await app.open(t);
    const markup = `<img src=x onerror="alert(1)"><b>bold</b> {{7*7}} javascript:alert(1)`;
    await start(page, markup);
    const other = await follow(t, await share(page));
    assert.equal(await accountName(other).innerText(), markup);
    assert.equal(await field(other, "account.name").locator("input").inputValue(), markup);
    assert.equal(await other.locator("img, b:text('bold')").count(), 0);
    assertClean(other);
  });
});

describe("a link that is no good", () => {
  // Made once, from a link of the app: the rest are its broken relatives.
  const kinds = {
    "that is damaged": [(good) => good.slice(0, -9), /Part of this link is missing/],
    "that was changed on the way": [(good) => good.replace(/.{4}$/, "AAAA"), /Part of this link is missing/],
    "with letters that no link has": [(good) => `${good.slice(0, 40)}%20ü${good.slice(40)}`, /Part of this link is missing/],
    "that holds other data": [() => fold('{"hello":"world"}'), /Part of this link is missing/],
    "that holds no data": [() => "#v1.", /Part of this link is missing/],
    "of a foreign kind": [() => "#v0.eJwDAAAAAAE", /holds no Fitproof account/],
    "of a newer version": [(good) => good.replace("#v1.", "#v3."), /newer version of Fitproof/],
    "longer than any account": [(good) => good + "A".repeat(32 << 10), /too long to be a Fitproof account/],
    "that unfolds without end": [() => fold(Buffer.alloc(20 << 20, " ")), /too long to be a Fitproof account/],
    "nested without end": [() => fold("[".repeat(900_000)), /Part of this link is missing/],
  };

  test("is refused in a sentence, and the work stays", async (t) => {
    const page = await app.open(t);
    await start(page, "Fernwick");
    const good = new URL(await share(page)).hash;
    await closeMenu(page);
    for (const [name, [make, sentence]] of Object.entries(kinds)) {
      const hash = make(good);
      await page.evaluate((hash) => { location.hash = hash; }, hash);
      await notices(page).getByText(sentence).waitFor({ timeout: 5000 }).catch(() => assert.fail(`a link ${name}`));
      assert.equal(await accountName(page).innerText(), "Fernwick", name);
      assert.equal(await keepState(page).innerText(), "Saved on this device", name);
      assert.equal(new URL(page.url()).hash, "", name);
      await notices(page).getByRole("button", { name: "Dismiss" }).click();
    }
    assertClean(page);
  });

  test("is refused on arrival too, and the example stays", async (t) => {
    const page = await app.open(t, { hash: "#v3.later" });
    await notices(page).getByText(/newer version of Fitproof/).waitFor();
    assert.equal(await keepState(page).innerText(), "Example");
    assertClean(page);
  });

  test("a place in the page is no link", async (t) => {
    const page = await app.open(t, { hash: "#main" });
    assert.equal(await page.locator(".notices [role=status]").innerText(), "");
    assert.equal(await keepState(page).innerText(), "Example");
    assertClean(page);
  });
});
