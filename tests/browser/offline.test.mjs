// Offline, and from one build to the next: a page is always of one build, and changes on request.
import assert from "node:assert/strict";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { assertClean, launch, mounted, newPage, offlineState, watch } from "./lib/browser.mjs";
import { buildOf, copySite, release } from "./lib/builds.mjs";
import { deploy } from "./lib/deploys.mjs";
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

// The names of one tier of the build in a folder: `FIRST` or `LATER`.
async function tier(dir, name) {
  const worker = await readFile(`${dir}/sw.js`, "utf8");
  const lines = worker.split(`const ${name} = {`)[1].split("};")[0];
  return [...lines.matchAll(/"([^"]+)": "/g)].map(([, file]) => file);
}

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
    // Whether there is a newer build is asked of the server alone.
    assert.deepEqual(page.faults.filter((fault) => !fault.endsWith("/sub/sw.js")), []);
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

describe("the rest of a build", () => {
  test("follows in the background, and goes on where it stopped; only then is the page ready", async (t) => {
    const copy = await copySite();
    t.after(copy.remove);
    const later = await tier(copy.dir, "LATER");
    const absent = later.at(-1);
    await rename(`${copy.dir}/${absent}`, `${copy.dir}/.absent`);
    const site = await startSite({ dir: copy.dir });
    t.after(site.stop);
    const page = await newPage(browser);
    t.after(() => page.context().close());
    await page.goto(site.url);
    const all = (await tier(copy.dir, "FIRST")).length + later.length;
    await page.waitForFunction(async (wanted) => {
      const [name] = await caches.keys();
      return name && (await (await caches.open(name)).keys()).length === wanted;
    }, all - 1);
    await page.waitForTimeout(300);
    assert.equal(await page.evaluate(() => globalThis.fitproofOffline.state), "pending");
    assert.doesNotMatch(await page.innerText(".foot__offline"), /Ready/);
    await rename(`${copy.dir}/.absent`, `${copy.dir}/${absent}`);
    await page.reload();
    await offlineState(page, "ready");
    await site.stop();
    const given = await page.evaluate(async (name) => (await fetch(name)).status, absent);
    assert.equal(given, 200);
  });

  test("that couldn’t be fetched is tried again without a new visit", async (t) => {
    const copy = await copySite();
    t.after(copy.remove);
    const absent = (await tier(copy.dir, "LATER")).at(-1);
    await rename(`${copy.dir}/${absent}`, `${copy.dir}/.absent`);
    const site = await startSite({ dir: copy.dir });
    t.after(site.stop);
    const page = await newPage(browser);
    t.after(() => page.context().close());
    const asked = page.context().waitForEvent("response", (response) => response.url().endsWith(absent) && response.status() === 404);
    await page.goto(site.url);
    await asked;
    assert.equal(await page.evaluate(() => globalThis.fitproofOffline.state), "pending");
    await rename(`${copy.dir}/.absent`, `${copy.dir}/${absent}`);
    await offlineState(page, "ready");
  });

  test("is proven before a page gets it", async (t) => {
    const { page, dir } = await visitCopy(t);
    const [style] = (await tier(dir, "FIRST")).filter((name) => name.endsWith(".css"));
    // What the device lost comes from the network again, unless it is something else by now.
    const lose = (name) => page.evaluate(async (name) => {
      for (const cache of await caches.keys()) await (await caches.open(cache)).delete(name);
      const answer = await fetch(name);
      return [answer.status, (await answer.text()).includes("Welcome")];
    }, name);
    assert.deepEqual(await lose(style), [200, false]);
    await writeFile(`${dir}/${style}`, "<!DOCTYPE html><p>Welcome");
    const [status, welcome] = await lose(style);
    // The browser's own cache may still have the right bytes.
    assert.ok([200, 404].includes(status) && !welcome, `${status} ${welcome}`);
  });
});

describe("a host that takes the service worker away", () => {
  const count = (page) => page.evaluate(async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  // The page may learn a moment before the browser has taken everything away.
  const isGone = (page) =>
    page.waitForFunction(async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length);

  test("with the file made for it", async (t) => {
    const { page, dir } = await visitCopy(t);
    await copyFile(`${dir}/sw-kill.js`, `${dir}/sw.js`);
    await page.reload();
    await offlineState(page, "unavailable");
    await isGone(page);
    await mounted(page);
    // What the page was fetching when it was loaded anew is broken off.
    assert.deepEqual(page.faults.filter((fault) => !fault.includes("Failed to fetch")), []);
  });

  test("by leaving nothing in its place", async (t) => {
    const { page, dir } = await visitCopy(t);
    await rm(`${dir}/sw.js`);
    await page.reload();
    await offlineState(page, "unavailable");
    await isGone(page);
  });

  test("does not lose the page when all of the site is gone for a while", async (t) => {
    const { page, dir, first } = await visitCopy(t);
    await rename(dir, `${dir}-away`);
    t.after(() => rm(`${dir}-away`, { recursive: true, force: true }));
    await page.reload();
    await offlineState(page, "ready");
    await page.waitForTimeout(1000);
    assert.deepEqual(await count(page), [1, 1]);
    assert.equal(await shownBuild(page), first);
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
    await writeFile(`${dir}/sw.js`, worker.replace(/("index.html": ")../, "$1zz"));
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

describe("a deployment that goes wrong", () => {
  for (const name of ["truncated program", "old and new mixed", "offline half-way"]) {
    test(name, () => deploy(browser, name, 7));
  }
});
