// 100,000 messages that nobody should answer, thrown at the entry for frames.
import { launch, newPage } from "../lib/browser.mjs";
import { attack } from "../lib/messages.mjs";
import { startSite } from "../lib/site.mjs";

const COUNT = Number(process.argv[2] ?? 100_000);
const [browser, site] = await Promise.all([launch(), startSite({ dir: process.env.FITPROOF_DIST })]);
const totals = { sent: 0, answered: 0, broke: 0, changed: 0 };
try {
  for (let seed = 1; totals.sent < COUNT; seed += 1) {
    const page = await newPage(browser, { locale: "en-US" });
    const counts = await attack(null, { site }, page, Math.min(10_000, COUNT - totals.sent), seed * 1_000_003);
    for (const name of Object.keys(totals)) totals[name] += counts[name];
    await page.context().close();
  }
} finally {
  await browser.close();
  await site.stop();
}
console.log(`${totals.sent} messages: ${totals.answered} answered, ${totals.changed} changed something, ${totals.broke} threw`);
if (totals.answered + totals.changed + totals.broke > 0) process.exitCode = 1;
process.exit();
