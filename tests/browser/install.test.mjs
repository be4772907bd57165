// Installed: the browser finds nothing to complain about, the app starts offline from the home screen of a phone, and
// takes what it is launched with.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { accountName, allQuestions, answers, button, notices, saved, startOwn } from "./lib/app.mjs";
import { assertClean, executablePath, flags, mounted, newPage, offlineState, watch } from "./lib/browser.mjs";
import { startHost } from "./lib/host.mjs";
import { newProfile } from "./lib/profile.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();
const CASE = new URL("../wire/case-v1.json", import.meta.url);

async function ready(t, options = {}) {
  const page = await app.open(t, options);
  await offlineState(page, "ready");
  return page;
}

test("the browser would install it, with icons, screenshots, shortcuts, files and sharing", async (t) => {
  const page = await ready(t);
  const session = await page.context().newCDPSession(page);
  const { errors, manifest, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A private window can't install anything; there is no other complaint.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  assert.ok(manifest ?? data);
  const { icons, screenshots, shortcuts } = JSON.parse(data);
  for (const { src, sizes } of [...icons, ...screenshots]) {
    const response = await page.request.get(new URL(src, app.site.url).href);
    assert.equal(response.status(), 200, src);
    if (sizes === "any") continue;
    const bytes = await response.body();
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  assert.deepEqual(screenshots.map(({ form_factor: form }) => form), ["wide", "narrow"]);
  assert.ok(shortcuts.some(({ url }) => url === "./#new"));
});

test("it starts without a network from a phone's home screen, at 360 px", async (t) => {
  const profile = await newProfile(t);
  const open = (args) => chromium.launchPersistentContext(profile, { executablePath, args: [...flags, ...args], locale: "en-US", viewport: { width: 360, height: 720 }, isMobile: true, hasTouch: true });
  const first = await open([]);
  const page = await watch(await first.newPage());
  await page.goto(app.site.url);
  await mounted(page);
  await offlineState(page, "ready");
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": "Quillmoor" });
  await saved(page);
  await first.close();
  const again = await open([`--app=${app.site.url}`]);
  t.after(() => again.close());
  await again.setOffline(true);
  const launched = again.pages()[0] ?? (await again.waitForEvent("page"));
  await launched.goto(app.site.url);
  await mounted(launched);
  await accountName(launched).filter({ hasText: "Quillmoor" }).waitFor();
  assert.ok(await launched.evaluate(() => document.documentElement.scrollWidth <= 360));
});

test("a shortcut begins a new account, also offline, and the one in work stays", async (t) => {
  const page = await ready(t);
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": "Quillmoor" });
  await saved(page);
  await page.context().setOffline(true);
  await page.goto("about:blank");
  await page.goto(`${app.site.url}#new`);
  await mounted(page);
  await page.waitForFunction(() => document.querySelector(".top__account").textContent === "Unnamed account");
  assert.equal(new URL(page.url()).hash, "");
  await page.locator("details.menu > summary").click();
  await page.locator(".menu__case", { hasText: "Quillmoor" }).waitFor();
  assertClean(page);
});

test("a file that the app is opened with comes into view, and a wrong one is refused", async (t) => {
  const page = await newPage(app.browser, { locale: "en-US" });
  t.after(() => page.context().close());
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "launchQueue", { value: { setConsumer: (consumer) => (globalThis.consumer = consumer) } });
  });
  await page.goto(app.site.url);
  await mounted(page);
  await page.waitForFunction(() => globalThis.consumer);
  const launch = (text) => page.evaluate((text) => globalThis.consumer({ files: [{ getFile: async () => new File([text], "case.json") }] }), text);
  await launch(await readFile(CASE, "utf8"));
  await accountName(page).filter({ hasText: "Northwind" }).waitFor();
  await launch("not a case");
  await notices(page).getByText("isn't a Fitproof case file").waitFor();
  await accountName(page).filter({ hasText: "Northwind" }).waitFor();
  assertClean(page);
});

test("what is shared with the app opens here, and never reaches the network", async (t) => {
  const page = await ready(t);
  const asked = [];
  page.on("request", (request) => request.method() === "POST" && !request.isNavigationRequest() && asked.push(request.url()));
  // The page's own policy lets no form go anywhere; the system's share sheet is like a form of another page.
  const sheet = await startHost(`<!DOCTYPE html><link rel="icon" href="data:,"><title>Share</title>`);
  t.after(sheet.stop);
  page.origins.add(sheet.origin);
  const share = async (fields) => {
    await page.goto(sheet.url);
    await Promise.all([page.waitForURL(`${app.site.url}**`), page.evaluate(([action, fields]) => {
      const form = Object.assign(document.createElement("form"), { method: "post", action, enctype: "multipart/form-data" });
      for (const [name, value] of Object.entries(fields)) {
        const input = Object.assign(document.createElement("input"), name === "file" ? { type: "file", name } : { name, value });
        if (name === "file") {
          const list = new DataTransfer();
          list.items.add(new File([value], "case.json", { type: "application/json" }));
          input.files = list.files;
        }
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    }, [`${app.site.url}share`, fields])]);
    await mounted(page);
  };
  const link = (await readFile(new URL("../wire/link-v1.txt", import.meta.url), "utf8")).trim().replace(/^.*#/, "");
  await share({ title: "", text: `Look: https://elsewhere.example/#${link}`, url: "" });
  await button(page, "Keep a copy").waitFor();
  await share({ file: await readFile(CASE, "utf8") });
  await accountName(page).filter({ hasText: "Northwind" }).waitFor();
  assert.equal(new URL(page.url()).hash, "");
  assert.deepEqual(await page.evaluate(() => caches.open("fitproof shared").then((cache) => cache.keys()).then((keys) => keys.length)), 0);
  await share({ text: "nothing of ours" });
  await accountName(page).waitFor();
  assert.deepEqual(asked, []);
});
