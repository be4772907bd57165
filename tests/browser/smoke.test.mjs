// The built site stands up: it loads cleanly, from any path, and keeps to its own files.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertClean, launch, mounted, newPage } from "./lib/browser.mjs";
import { startSite } from "./lib/site.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

describe("the page", () => {
  let site;
  before(async () => (site = await startSite()));
  after(() => site?.stop());

  test("loads without a fault or a foreign request", async () => {
    const page = await newPage(browser);
    await page.goto(site.url);
    await mounted(page);
    assert.match(await page.title(), /^Fitproof/);
    await page.waitForLoadState("networkidle");
    assertClean(page);
    await page.context().close();
  });

  test("already says what it is for before the app has started", async () => {
    const page = await newPage(browser, { javaScriptEnabled: false });
    await page.goto(site.url);
    assert.equal(await page.textContent("h1"), "Fitproof");
    assert.match(await page.textContent(".lead"), /Nothing you type leaves this device/);
    assert.match(await page.textContent(".unofficial"), /not a Make product/i);
    assert.ok(await page.isVisible("noscript p"));
    await page.context().close();
  });

  test("runs no script but its own", async () => {
    const page = await newPage(browser);
    await page.goto(site.url);
    await mounted(page);
    const outcome = await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.textContent = "globalThis.broken = true";
        document.head.append(script);
      } catch (error) {
        return error.name;
      }
      return globalThis.broken ?? "blocked";
    });
    assert.equal(outcome, "TypeError", "Trusted Types refuse the text");
    await page.context().close();
  });
});

describe("the server", () => {
  let site;
  before(async () => (site = await startSite({ base: "/deep/down/" })));
  after(() => site?.stop());

  test("serves the same build below a path", async () => {
    const page = await newPage(browser);
    await page.goto(site.url);
    assert.ok(site.url.endsWith("/deep/down/"));
    await mounted(page);
    await page.waitForLoadState("networkidle");
    assertClean(page);
    await page.context().close();
  });

  test("answers a missing asset with 404, never with a page", async () => {
    for (const name of ["none-0123456789abcdef.js", "none.css", "a/b", "../Cargo.toml"]) {
      const response = await fetch(new URL(name, site.url));
      assert.equal(response.status, 404, name);
      assert.match(response.headers.get("content-type"), /^text\/plain/);
    }
  });

  test("sends the headers of a good host", async () => {
    const response = await fetch(site.url);
    const page = await response.text();
    assert.equal(response.headers.get("cache-control"), "no-cache");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.equal(response.headers.get("referrer-policy"), "no-referrer");
    assert.match(response.headers.get("content-security-policy"), /require-trusted-types-for 'script'.*frame-ancestors \*$/);
    const wasm = page.match(/[\w-]+\.wasm/)[0];
    const head = await fetch(new URL(wasm, site.url), { method: "HEAD" });
    assert.equal(head.headers.get("content-type"), "application/wasm");
    assert.match(head.headers.get("cache-control"), /immutable/);
    assert.equal((await head.arrayBuffer()).byteLength, 0);
  });
});
