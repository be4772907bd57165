// A real Chromium, and pages that remember everything that went wrong in them.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  "--force-color-profile=srgb",
];

export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const flags = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;

export function launch({ args = [], ...options } = {}) {
  return chromium.launch({ executablePath, args: [...flags, ...args], ...options });
}

// A page in a context of its own (`contextOptions`), or in the one given. What it collects in
// `page.faults` must stay empty: see assertClean.
export async function newPage(browser, { context, ...contextOptions } = {}) {
  const own = context ?? (await browser.newContext(contextOptions));
  return watch(await own.newPage());
}

export async function watch(page) {
  const faults = [];
  const origins = new Set();
  Object.assign(page, { faults, origins });
  await page.exposeBinding("reportViolation", (_, text) => faults.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      globalThis.reportViolation(`${violatedDirective} ${blockedURI} ${sample}`));
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (["data:", "blob:", "about:"].includes(protocol)) return;
    if (origins.size === 0) origins.add(origin);
    if (!origins.has(origin)) faults.push(`foreign request: ${request.url()}`);
  });
  return page;
}

// Fails with the list of what went wrong. The first origin a page asked is its own; a test that
// has more (a host page, say) adds them to `page.origins` itself.
export function assertClean(page) {
  assert.deepEqual(page.faults, []);
}

// Resolves once the app has replaced the first content of the page.
export function mounted(page) {
  return page.waitForFunction(() => !document.querySelector("main.first"));
}

// How the page stands with working offline: waits until it says so.
export function offlineState(page, state, timeout = 30_000) {
  return page.waitForFunction((wanted) => globalThis.fitproofOffline?.state === wanted, state, { timeout });
}
