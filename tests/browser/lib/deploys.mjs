// Deployments over a live page, as they go wrong at hosts: whatever is there half-way, a page is whole and of one
// build, and once the deployment is done the next start works.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import { mounted, newPage, offlineState } from "./browser.mjs";
import { buildOf, copySite, release } from "./builds.mjs";
import { startSite } from "./site.mjs";

const PATIENCE = 40_000;
const shownBuild = (page) => page.getAttribute('meta[name="build"]', "content");

// What each scenario leaves on the host in the middle of the deployment; `done` makes it whole.
export const SCENARIOS = {
  async "whole, at once"({ put }) {
    await put();
  },
  async "mid-load"({ put, page, url }) {
    // Files arrive slowly, and the new ones take the place of the old before all are there.
    await page.route("**/*", async (route) => {
      await new Promise((go) => setTimeout(go, 30 + Math.random() * 120));
      await route.continue().catch(() => {});
    });
    const load = page.goto(url).catch(() => {});
    await page.waitForTimeout(Math.random() * 300);
    await put();
    await load;
    await page.unroute("**/*");
  },
  async "truncated program"({ put, dir }) {
    await put();
    const wasm = (await fs.readdir(dir)).find((name) => name.endsWith(".wasm"));
    const bytes = await fs.readFile(path.join(dir, wasm));
    await fs.writeFile(path.join(dir, wasm), bytes.subarray(0, Math.floor(bytes.length * Math.random())));
  },
  async "a page instead of the program"({ put, dir }) {
    await put();
    const wasm = (await fs.readdir(dir)).find((name) => name.endsWith(".wasm"));
    await fs.writeFile(path.join(dir, wasm), "<!DOCTYPE html><title>Welcome</title><p>Welcome");
  },
  async "old and new mixed"({ put, dir, next, random }) {
    // Some files of the new build, in no order; those of the old one still there.
    const files = await fs.readdir(next);
    for (const name of files.filter(() => random() < 0.5)) await fs.cp(path.join(next, name), path.join(dir, name), { recursive: true });
    return put;
  },
  async "offline half-way"({ put, site, page, random }) {
    await put();
    const load = page.reload().catch(() => {});
    await page.waitForTimeout(random() * 400);
    await site.stop();
    await load;
    return "restart";
  },
};

// One deployment over a page that is ready to work offline, or one that has just begun to load.
export async function deploy(browser, name, seed) {
  let state = seed;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const copies = [await copySite(), await copySite()];
  const [dir, next] = copies.map((copy) => copy.dir);
  let site = await startSite({ dir });
  const context = await browser.newContext({ locale: "en-US" });
  try {
    const first = await buildOf(dir);
    const build = (0xb0000000 + seed).toString(16).padStart(16, "0");
    await release(next, build);
    const put = async () => {
      for (const file of await fs.readdir(dir)) await fs.rm(path.join(dir, file), { recursive: true, force: true });
      await fs.cp(next, dir, { recursive: true });
    };
    const page = await newPage(browser, { context });
    page.setDefaultTimeout(PATIENCE);
    const begun = name === "mid-load" && random() < 0.5;
    if (!begun) {
      await page.goto(site.url);
      await offlineState(page, "ready", PATIENCE);
    }
    const after = await SCENARIOS[name]({ put, dir, next, site, page, url: site.url, random });
    // Half-way: reload twice. The page shows the app, or says that it can't start; never nothing, never two builds.
    for (let turn = 0; turn < 2; turn += 1) {
      await page.reload().catch(() => {});
      await whole(page, [first, build], begun);
    }
    if (typeof after === "function") await after();
    else await put();
    if (after === "restart") site = await startSite({ dir, port: site.port });
    // Once it is done the next start works and finds the new build, and the page changes over to it when asked.
    await page.reload();
    await mounted(page);
    await page.waitForFunction(
      (build) => {
        const { state } = globalThis.fitproofOffline ?? {};
        return state === "update" || (state === "ready" && document.querySelector('meta[name="build"]').content === build);
      },
      build,
    );
    if ((await shownBuild(page)) !== build) {
      await page.getByRole("button", { name: "Reload to update" }).click();
      await page.waitForSelector(`meta[name="build"][content="${build}"]`, { state: "attached" });
      await mounted(page);
    }
    await offlineState(page, "ready", PATIENCE);
    await whole(page, [first, build], false);
    // And it stays.
    await page.reload();
    await mounted(page);
    await offlineState(page, "ready", PATIENCE);
    assert.equal(await shownBuild(page), build);
  } finally {
    await context.close();
    await site.stop().catch(() => {});
    for (const copy of copies) await copy.remove();
  }
}

// Something is there to read; when it is the app, all of it is of one build.
async function whole(page, builds, mayFail) {
  await page.waitForFunction(() => document.querySelector(".columns, .rescue, main.first"), undefined, { timeout: 10_000 });
  await page.waitForFunction(() => document.querySelector(".columns, .rescue"), undefined, { timeout: 5_000 }).catch(() => {});
  const seen = await page.evaluate(() => ({
    text: document.body.innerText.length,
    app: Boolean(document.querySelector(".columns")),
    build: document.querySelector('meta[name="build"]')?.content,
    release: getComputedStyle(document.documentElement).getPropertyValue("--release").trim(),
    files: performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)).filter((name) => /^(main|fitproof(_bg)?)-[0-9a-f]{16}\./.test(name)),
  }));
  assert.ok(seen.text > 50, "the page is not blank");
  if (!seen.app) {
    assert.ok(mayFail, "a device that has a build shows it");
    return;
  }
  assert.ok(builds.includes(seen.build), seen.build);
  assert.equal(seen.release, seen.build === builds[0] ? "" : seen.build, "style and page are of one build");
  const kinds = seen.files.map((name) => name.replace(/-[0-9a-f]{16}/, ""));
  assert.equal(new Set(kinds).size, new Set(seen.files).size, `one of each: ${seen.files}`);
}
