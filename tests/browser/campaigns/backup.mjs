// A backup as large as one may be, of many accounts: brought back one at a time, and saved again, all of it the same.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { createInterface } from "node:readline";
import { choose, notices } from "../lib/app.mjs";
import { launch, mounted, newPage } from "../lib/browser.mjs";
import { startSite } from "../lib/site.mjs";

const MOST = 256 * 2 ** 20;
const COUNT = Number(process.argv[2] ?? 1_000);
const folder = await mkdtemp(join(tmpdir(), "fitproof-backup-"));
const path = join(folder, "all.fitproof.jsonl");

const SECTIONS = ["proof.current", "proof.future", "proof.why", "proof.gap"];
const line = (number, size) => {
  const words = `${number} orders are copied by hand. ü 🎯 `;
  const text = words.repeat(Math.ceil(19_000 / words.length)).slice(0, 19_000);
  const sections = {};
  for (let at = 0; JSON.stringify(sections).length < size; at += 1) sections[`${SECTIONS[at % 4]}.${at}`] = { text, done: false };
  const entries = { "account.name": { text: `Account ${number}` }, "account.employees": { text: String(200 + number) } };
  const account = { entries, people: [], rates: {}, settings: {}, sections, approvals: [] };
  return `${JSON.stringify({ fitproof: "case", version: 1, playbook: { id: "make-enterprise", version: "2026.11" }, saved: "2026-11-25", account })}\n`;
};

const file = createWriteStream(path);
let [written, count] = [0, 0];
const put = async (text) => {
  written += Buffer.byteLength(text);
  if (!file.write(text)) await new Promise((resolve) => file.once("drain", resolve));
};
await put('{"fitproof":"backup","version":1}\n');
for (;;) {
  const next = line(count + 1, MOST / COUNT - 22_000);
  if (written + Buffer.byteLength(next) > MOST) break;
  await put(next);
  count += 1;
}
await new Promise((resolve) => file.end(resolve));

const sorted = (_, value) => (value && typeof value === "object" && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))) : value);

// The accounts of a backup, each without the day it was saved, in no order.
async function accounts(path) {
  const found = [];
  for await (const text of createInterface({ input: createReadStream(path) })) {
    const { account } = JSON.parse(text);
    if (account) found.push(createHash("sha256").update(JSON.stringify(account, sorted)).digest("hex"));
  }
  return found.toSorted();
}

const [browser, site] = await Promise.all([launch(), startSite({ dir: process.env.FITPROOF_DIST })]);
const page = await newPage(browser, { viewport: { width: 1280, height: 900 }, locale: "en-US" });
page.setDefaultTimeout(1_800_000);
await page.goto(site.url);
await mounted(page);
const began = Date.now();
await choose(page, "Open a case file").catch(() => {});
await page.locator(".menu__file input").setInputFiles(path);
await notices(page).getByText("brought back from the backup").waitFor();
const told = (await notices(page).innerText()).split("\n").find((line) => line.includes("brought back"));
const restored = Date.now();
await choose(page, "ll accounts");
await page.locator(".accounts__item").nth(count - 1).waitFor();
const listed = Date.now();
const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "Save a backup of all accounts")]);
const again = join(folder, "again.jsonl");
await download.saveAs(again);
const saved = Date.now();
const [before, after] = [await accounts(path), await accounts(again)];
const same = before.length === after.length && before.every((hash, at) => hash === after[at]);
const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
console.log(`${megabytes(written)} MiB, ${count} accounts: brought back in ${restored - began} ms, listed in ${listed - restored} ms, saved again (${megabytes((await stat(again)).size)} MiB) in ${saved - listed} ms; ${same ? "all the same" : "NOT the same"}. Said: ${told}`);
await browser.close();
await site.stop();
await rm(folder, { recursive: true });
if (!same || !told.startsWith(`${count} accounts brought back`)) process.exit(1);
