// Offline, and from one build to the next: a page is always of one build, and changes on request.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { assertClean, launch, mounted, newPage, offlineState, watch } from "./lib/browser.mjs";
import { buildOf, copySite, release } from "./lib/builds.mjs";
import { startHost } from "./lib/host.mjs";
import { startSite } from "./lib/site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const shownBuild = (page) => page.getAttribute('meta[name="build"]', "content");
const shows = (page, build) => page.waitForSelector(`meta[name="build"][content="${build}"]`, { state: "attached" });
const cachesKept = (page) => page.evaluate(async () => (await caches.keys()).length);
const oneCacheKept = (page) => page.waitForFunction(async () => (await caches.keys()).length === 1);
const changeOver = (page) => page.click("text=Reload to update");

// A site and a page that is ready to work offline; both end with the test.
async function visit(t, options) {
  const site = await startSite(options);
  t.after(site.stop);
  const page = await newPage(browser);
  t.after(() => page.context().close());
  await page.goto(site.url);
  await offlineState(page, "ready");
  await page.waitForSelector(".foot__offline:has-text('Ready to work offline')");
  return { site, page };
}

// The same of a copy of the site, which can then become another build.
async function visitCopy(t) {
  const copy = await copySite();
  t.after(copy.remove);
  return { dir: copy.dir, first: await buildOf(copy.dir), ...(await visit(t, { dir: copy.dir })) };
}

describe("offline", () => {
  test("a reload works below a path with the server gone", async (t) => {
    const { site, page } = await visit(t, { base: "/sub/" });
    await site.stop();
    await page.reload();
    await mounted(page);
    await offlineState(page, "ready");
    assertClean(page);
    const missing = await page.evaluate(async () => {
      const response = await fetch("none-0123456789abcdef.js");
      return [response.status, response.headers.get("content-type")];
    });
    assert.deepEqual(missing, [404, "text/plain"]);
  });

  test("an unknown address leads to the app", async (t) => {
    const { site, page } = await visit(t, { base: "/sub/" });
    await site.stop();
    await page.goto(`${site.url}not/here`);
    await mounted(page);
    assert.equal(page.url(), site.url);
  });

  test("a frame of another site is refused, and says so", async (t) => {
    const site = await startSite();
    t.after(site.stop);
    const page = await newPage(browser);
    t.after(() => page.context().close());
    const host = await startHost(`<!DOCTYPE html><link rel="icon" href="data:,"><iframe src="${site.url}"></iframe>`);
    t.after(host.stop);
    page.origins.add(host.origin).add(new URL(site.url).origin);
    await page.goto(host.url);
    const frame = page.frames()[1];
    await frame.waitForFunction(() => globalThis.fitproofOffline?.state === "unavailable");
    await frame.waitForFunction(() => !document.querySelector("main.first"));
    assertClean(page);
  });
});

describe("a new build", () => {
  test("waits until it is asked for, and then comes whole", async (t) => {
    const { page, dir, first } = await visitCopy(t);
    const next = "00000000000000b2";
    await release(dir, next);
    await page.reload();
    await offlineState(page, "update");
    assert.equal(await shownBuild(page), first, "a reload alone changes nothing");
    let loads = 0;
    page.on("load", () => (loads += 1));
    await page.waitForTimeout(500);
    assert.equal(loads, 0, "nothing happens unasked");
    await changeOver(page);
    await shows(page, next);
    await offlineState(page, "ready");
    const style = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--release"));
    assert.equal(style.trim(), next);
    await page.waitForTimeout(500);
    assert.equal(loads, 1, "one reload");
    await oneCacheKept(page);
    await mounted(page);
    assertClean(page);
  });

  test("leaves an older page its own files until it is closed", async (t) => {
    const { page, dir, first, site } = await visitCopy(t);
    const next = "00000000000000b3";
    const older = await watch(await page.context().newPage());
    await older.goto(site.url);
    await offlineState(older, "ready");
    await release(dir, next);
    await page.reload();
    await offlineState(page, "update");
    await changeOver(page);
    await shows(page, next);
    await offlineState(page, "ready");
    assert.equal(await shownBuild(older), first, "the older page is not reloaded");
    const sheet = await older.getAttribute('link[rel="stylesheet"]', "href");
    assert.equal(await older.evaluate(async (sheet) => (await fetch(sheet)).status, sheet), 200);
    assert.equal(await cachesKept(page), 2);
    await older.close();
    await page.reload();
    await oneCacheKept(page);
    assertClean(page);
  });

  test("that is damaged is not taken", async (t) => {
    const { page, dir, first } = await visitCopy(t);
    await release(dir, "00000000000000b4");
    const worker = await readFile(`${dir}/sw.js`, "utf8");
    await writeFile(`${dir}/sw.js`, worker.replace(/("manifest.webmanifest": ")../, "$1zz"));
    const end = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
      const worker = registration.installing;
      return new Promise((resolve) => worker.addEventListener("statechange", () => resolve(worker.state)));
    });
    assert.equal(end, "redundant");
    await page.reload();
    await offlineState(page, "ready");
    assert.equal(await shownBuild(page), first);
    assert.equal(await cachesKept(page), 1);
    assertClean(page);
  });
});
