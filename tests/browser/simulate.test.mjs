// The simulation's worker in a real browser: the same outcomes, to the bit, as natively and in Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { suite } from "./lib/suite.mjs";

const app = suite();
// Written and checked by tests/simulate/worker.rs.
const { order, hash } = JSON.parse(readFileSync(new URL("../simulate/order.json", import.meta.url), "utf8"));

// Gives orders to a fresh worker, one after the other, and takes its answers as text.
const answers = (page, orders) =>
  page.evaluate(async (orders) => {
    const worker = globalThis.fitproofWorker("simulate");
    const heard = () => new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data), { once: true });
      worker.addEventListener("error", ({ message }) => reject(new Error(message)), { once: true });
    });
    const ready = await heard();
    if (!ready.ready) throw new Error("the worker didn't say that it listens");
    const answers = [];
    for (const [id, order] of orders.entries()) {
      const answer = heard();
      worker.postMessage({ id, order });
      const { done, failed } = await answer;
      answers.push(failed ?? new TextDecoder().decode(done));
    }
    worker.terminate();
    return answers;
  }, orders);

test("ten thousand outcomes are the same bits as natively, at once and drawn on", async (t) => {
  const page = await app.open(t);
  const fewer = { ...order, draws: 2_048 };
  const [first, whole] = await answers(page, [fewer, order].map((order) => JSON.stringify(order)));
  assert.equal(JSON.parse(first).draws, 2_048);
  assert.notEqual(JSON.parse(first).hash, hash);
  assert.equal(JSON.parse(whole).draws, 10_000);
  assert.equal(JSON.parse(whole).hash, hash);
});

test("an order that is none is refused in a sentence, and the next one is done", async (t) => {
  const page = await app.open(t);
  const [refused, whole] = await answers(page, ["{}", JSON.stringify(order)]);
  assert.match(refused, /^This part of Fitproof is of another version/);
  assert.equal(JSON.parse(whole).hash, hash);
});
