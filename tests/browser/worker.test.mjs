// Workers: programs of their own beside the page, fetched when first asked for, under the page's own policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { suite } from "./lib/suite.mjs";

const app = suite();
const WITHOUT_SERVICE_WORKER = { serviceWorkers: "block" };
const OURS = /\/(documents|simulate)(_loader|_bg)?-[0-9a-f]{16}\.(js|wasm)$/;

const ORDER = JSON.stringify({
  wanted: "workbook",
  name: "=Northwind & Söhne",
  today: "2026-11-23",
  version: "1",
  disclaimer: "Unofficial.",
  defaults: { currency: "EUR", horizon: "3", "discount-rate": "10", days: "220", hours: "8", "benefit-adjustment": "0", "cost-adjustment": "0", "ramp-1": "100" },
  account: {
    entries: {}, people: [], rates: {}, settings: {}, sections: {}, approvals: [],
    rows: [],
  },
});

// What a worker says to one order, from its start to its answer.
const talk = (page, worker, order) =>
  page.evaluate(
    ([name, order]) =>
      new Promise((resolve, reject) => {
        const said = [];
        const live = globalThis.fitproofWorker(name);
        live.onerror = (event) => reject(new Error(event.message ?? "it could not start"));
        live.onmessage = ({ data }) => {
          said.push(Object.keys(data).join(" "));
          if (data.ready) live.postMessage({ id: 7, order });
          if (!data.done && data.failed === undefined) return;
          live.terminate();
          resolve({ said, id: data.id, failed: data.failed, bytes: data.done && Array.from(data.done) });
        };
      }),
    [worker, order],
  );

test("no worker is fetched before it is asked for, then each of its files once", async (t) => {
  const page = await app.open(t, WITHOUT_SERVICE_WORKER);
  const fetched = [];
  page.context().on("request", (request) => OURS.test(request.url()) && fetched.push(request.url()));
  const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(before.filter((name) => OURS.test(name)), []);
  const { said, id, bytes } = await talk(page, "documents", ORDER);
  assert.equal(said[0], "ready");
  assert.ok(said.includes("id progress"), said.join(", "));
  assert.equal(id, 7);
  assert.equal(String.fromCharCode(...bytes.slice(0, 2)), "PK", "a workbook is a zip");
  const again = await talk(page, "documents", ORDER);
  assert.deepEqual(again.bytes, bytes, "the same order gives the same bytes");
  assert.equal(new Set(fetched).size, 3, fetched.join("\n"));
});

test("the entry for frames starts it too", async (t) => {
  const page = await app.open(t, WITHOUT_SERVICE_WORKER);
  await page.goto(new URL("embed.html", page.url()).href);
  await page.waitForFunction(() => globalThis.fitproofWorker);
  assert.ok((await talk(page, "documents", ORDER)).bytes.length > 1_000);
});

test("an order that can't be read is refused in a sentence", async (t) => {
  const page = await app.open(t, WITHOUT_SERVICE_WORKER);
  const { failed } = await talk(page, "documents", "{}");
  assert.match(failed, /load the page again/);
});

test("nothing but our own workers is started", async (t) => {
  const page = await app.open(t, WITHOUT_SERVICE_WORKER);
  for (const name of ["../evil", "https://evil.example/x", "Documents"]) {
    await assert.rejects(talk(page, name, ORDER), /no script of ours/);
  }
});
