// In a partner portal of another site: the element, the frame, and what the two tell each other.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { accountName, allQuestions, answers, button, field, input, keepState, notices, saved, startOwn } from "./lib/app.mjs";
import { axe } from "./lib/axe.mjs";
import { assertClean, mounted, newPage } from "./lib/browser.mjs";
import { attack } from "./lib/messages.mjs";
import { call, heard, openPortal, ready } from "./lib/portal.mjs";
import { newProfile, openProfile } from "./lib/profile.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();
const SANDBOX = "allow-scripts allow-same-origin allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox";

async function blocked(t, options = {}) {
  const page = await newPage(app.browser, { viewport: { width: 1280, height: 900 }, locale: "en-US", ...options });
  t.after(() => page.context().close());
  return page;
}

const CASE = new URL("../wire/case-v1.json", import.meta.url);
const PLAYBOOK = new URL("../../playbooks/make-enterprise.json", import.meta.url);

describe("the element", () => {
  test("begins, follows the height of its content, takes no focus, and tells the verdict", async (t) => {
    const page = await blocked(t, { viewport: { width: 640, height: 900 } });
    const { frames } = await openPortal(t, app, page, `<input id="own" autofocus><fitproof-calculator prefill='{"account.name":"Quillmoor","account.employees":"480"}'></fitproof-calculator>`);
    await ready(page);
    const [frame] = frames();
    await accountName(frame).filter({ hasText: "Quillmoor" }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "own");
    await allQuestions(frame);
    assert.equal(await input(frame, "account.employees").inputValue(), "480");
    const heights = async () => ({
      frame: await page.evaluate(() => document.querySelector("iframe").getBoundingClientRect().height),
      content: await frame.evaluate(() => document.querySelector("#app").getBoundingClientRect().height),
      bars: await frame.evaluate(() => document.documentElement.scrollHeight > document.documentElement.clientHeight),
    });
    const settle = async () => {
      await page.waitForTimeout(500);
      const before = await heights();
      await page.waitForTimeout(700);
      const after = await heights();
      assert.deepEqual(after, before, "it neither grows nor shrinks by itself");
      assert.ok(Math.abs(after.frame - after.content) <= 1, JSON.stringify(after));
      assert.equal(after.bars, false);
      return after.frame;
    };
    const tall = await settle();
    await frame.locator(".columns__form").getByRole("radio").first().check();
    const low = await settle();
    assert.ok(low < tall, `${low} after ${tall}`);
    const results = await heard(page, "result");
    assert.equal(results.at(-1).account, "Quillmoor");
    assert.match(results.at(-1).summary, /\w/);
    await allQuestions(frame);
    await answers(frame, { "account.growth": "60" });
    await page.waitForFunction(() => globalThis.heard.some(({ data }) => JSON.parse(data).type === "change"));
    assertClean(page);
  });

  test("loads, saves and exports on request; each answer names its question", async (t) => {
    const page = await blocked(t);
    const { frames } = await openPortal(t, app, page, `<fitproof-calculator></fitproof-calculator>`);
    await ready(page);
    const text = await readFile(CASE, "utf8");
    assert.match((await call(page, "save")).failed, /no account in view/);
    const loaded = await call(page, "load", text);
    assert.equal(loaded.type, "ready");
    await accountName(frames()[0]).filter({ hasText: "Northwind" }).waitFor();
    const kept = await call(page, "save");
    assert.match(kept.name, /^northwind.*\.fitproof\.json$/);
    assert.deepEqual(JSON.parse(kept.case).account, JSON.parse(text).account);
    const html = await call(page, "export");
    assert.match(html.name, /\.html$/);
    assert.match(html.text, /Northwind/);
    const markdown = await call(page, "export", "markdown", "partner");
    assert.match(markdown.text, /^# /m);
    assert.match((await call(page, "load", text.slice(0, 90))).failed, /damaged/);
    await accountName(frames()[0]).filter({ hasText: "Northwind" }).waitFor();
    assertClean(page);
  });

  test("takes a playbook by configure alone, and refuses a wrong one with the reason", async (t) => {
    const page = await blocked(t);
    const { frames } = await openPortal(t, app, page, `<fitproof-calculator></fitproof-calculator>`);
    await ready(page);
    const playbook = await readFile(PLAYBOOK, "utf8");
    const other = playbook.replace(/"title": "[^"]+"/, '"title": "Northern partners"');
    assert.equal((await call(page, "configure", other)).type, "ready");
    await frames()[0].getByText("Rules: Northern partners").waitFor();
    for (const bad of ["", "{}", other.slice(0, 5_000), other.replace('"weight": 25', '"weight": 26'), "x".repeat(9 << 20)]) {
      const answer = await Promise.race([call(page, "configure", bad), new Promise((go) => setTimeout(go, 1_500, { failed: "dropped" }))]);
      assert.ok(answer.failed, bad.slice(0, 20));
    }
    await frames()[0].getByText("Rules: Northern partners").waitFor();
    assertClean(page);
  });

  test("shows itself as asked: theme, language of numbers, the verdict alone, read-only", async (t) => {
    const page = await blocked(t, { viewport: { width: 320, height: 800 } });
    const { frames } = await openPortal(t, app, page,
      `<fitproof-calculator theme="dark" locale="de-DE" view="verdict" prefill='{"account.name":"Quillmoor","account.employees":"1480","account.growth":"60","account.revenue":"$64.5m","account.business-model":"saas"}'></fitproof-calculator>`,
      "<style>:root { color-scheme: dark; background: #111 } body { margin: 0 }</style>");
    await ready(page);
    const [frame] = frames();
    const dark = await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    assert.equal(await frame.locator(".columns__form").isVisible(), false);
    await frame.locator(".score__line").waitFor();
    assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= 320));
    await page.evaluate(() => {
      const element = document.querySelector("fitproof-calculator");
      element.setAttribute("view", "read-only");
      element.setAttribute("theme", "light");
    });
    await frame.locator(".columns__form").waitFor();
    await allQuestions(frame);
    assert.equal(await input(frame, "account.name").isDisabled(), true);
    assert.equal(await frame.locator("#q-account-employees-echo").innerText().then((text) => text.includes("1.480")), true);
    assert.notEqual(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme), dark);
    assertClean(page);
  });

  test("two on one page share nothing; with a key, storage keeps each", async (t) => {
    const page = await openProfile(t, await newProfile(t));
    const body = `<fitproof-calculator key="deal-1"></fitproof-calculator><fitproof-calculator key="deal-2"></fitproof-calculator>`;
    const { frames } = await openPortal(t, app, page, body);
    await ready(page, 2);
    for (const [at, name] of ["First", "Second"].entries()) {
      await startOwn(frames()[at]);
      await allQuestions(frames()[at]);
      await answers(frames()[at], { "account.name": name });
      await saved(frames()[at]);
    }
    await page.reload();
    for (const frame of frames()) await mounted(frame);
    await accountName(frames()[0]).filter({ hasText: "First" }).waitFor();
    await accountName(frames()[1]).filter({ hasText: "Second" }).waitFor();
    assert.equal((await heard(page)).every(({ origin }) => origin === new URL(app.site.url).origin), true);
    assertClean(page);
  });

  test("without storage it says so, and hands the case to the page around it", async (t) => {
    const page = await blocked(t);
    const { frames } = await openPortal(t, app, page, `<fitproof-calculator></fitproof-calculator>`);
    await ready(page);
    const [frame] = frames();
    await startOwn(frame);
    await allQuestions(frame);
    await answers(frame, { "account.name": "Quillmoor" });
    assert.equal(await keepState(frame).innerText(), "Not kept");
    assert.ok(await button(frame, "Open in its own tab").isVisible());
    await button(frame, "Save to this page").click();
    await page.waitForFunction(() => globalThis.heard.some(({ data }) => JSON.parse(data).type === "save"));
    assert.match((await heard(page, "save"))[0].case, /Quillmoor/);
    assertClean(page);
  });
});

test("a plain sandboxed frame works, and axe finds nothing in it", async (t) => {
  const page = await blocked(t);
  const { frames } = await openPortal(t, app, page, `<main><h1>Portal</h1><iframe title="Fitproof" sandbox="${SANDBOX}" src="${app.site.url}embed.html#theme=light" width="900" height="700"></iframe></main>`);
  const [frame] = frames();
  await startOwn(frame);
  await allQuestions(frame);
  await answers(frame, { "account.name": "Quillmoor" });
  await frame.locator(".line__words").waitFor();
  assert.deepEqual(await axe(frame), []);
  // Nobody has begun: only "ready" was told, with nothing of the case in it.
  assert.deepEqual((await heard(page)).map(({ type }) => type), ["ready"]);
  assert.equal(await notices(frame).getByText("keeps nothing").isVisible(), true);
  assert.ok(await field(frame, "account.name").isVisible());
  assertClean(page);
});

test("a plain frame takes its first answers from its address", async (t) => {
  const page = await blocked(t);
  const prefill = encodeURIComponent(JSON.stringify({ "account.name": "Müller & Söhne", "account.employees": "480" }));
  const { frames } = await openPortal(t, app, page, `<iframe title="Fitproof" src="${app.site.url}embed.html#theme=dark&prefill=${prefill}" width="900" height="700"></iframe>`);
  const [frame] = frames();
  await accountName(frame).filter({ hasText: "Müller & Söhne" }).waitFor();
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), "dark");
  await allQuestions(frame);
  assert.equal(await input(frame, "account.employees").inputValue(), "480");
  assertClean(page);
});

test("first answers that are no JSON are passed over, and the element begins all the same", async (t) => {
  const page = await blocked(t);
  const { frames } = await openPortal(t, app, page, `<fitproof-calculator theme="dark" prefill="{nonsense"></fitproof-calculator>`);
  await ready(page);
  assert.equal(await frames()[0].evaluate(() => document.documentElement.dataset.theme), "dark");
  // Numbers and lists are as good as texts.
  await page.evaluate(() => document.querySelector("fitproof-calculator").setAttribute("prefill", '{"account.name":"Acme","account.employees":480,"account.business-model":["saas"]}'));
  await accountName(frames()[0]).filter({ hasText: "Acme" }).waitFor();
  assert.equal(await input(frames()[0], "account.employees").inputValue(), "480");
  assert.equal(await frames()[0].getByLabel("Software as a service (SaaS)").isChecked(), true);
  assert.deepEqual(await page.evaluate(() => globalThis.broke ?? []), []);
  assert.deepEqual(page.faults.filter((fault) => !fault.startsWith("console: prefill:")), []);
  assert.equal(page.faults.length, 1, "the page's owner is told once");
});

test("what is wrong in origin, source or shape is dropped without an answer", async (t) => {
  const page = await blocked(t);
  const { sent, answered, broke, changed } = await attack(t, app, page, 2_000, 1);
  assert.deepEqual({ sent, answered, broke, changed }, { sent: 2_000, answered: 0, broke: 0, changed: 0 });
  assertClean(page);
});

test("the page for portal owners: a live demo from a second origin", async (t) => {
  const page = await blocked(t);
  page.setDefaultTimeout(15_000);
  page.origins.add(new URL(app.site.url.replace("127.0.0.1", "localhost")).origin).add(new URL(app.site.url).origin);
  await page.goto(`${app.site.url}portal.html`);
  const log = page.locator("#log");
  await log.getByText("type: result").first().waitFor();
  const frame = page.frames().find((other) => other.url().includes("embed.html"));
  assert.notEqual(new URL(frame.url()).origin, new URL(page.url()).origin);
  await accountName(frame).filter({ hasText: "Quillmoor Software" }).waitFor();
  await button(page, "Ask for the case").click();
  await log.getByText("name: quillmoor-software.fitproof.json").waitFor();
  await page.getByLabel("Theme").selectOption("dark");
  await frame.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  await page.getByLabel("Theme").selectOption("light");
  assert.deepEqual(await axe(page), []);
  await page.setViewportSize({ width: 320, height: 700 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), "nothing scrolls sideways");
  assertClean(page);
});
