// Twelve faults of the browser's database at every place that the app writes, at the first, second and later calls.
import { launch } from "../lib/browser.mjs";
import { AT_OPEN, FAULTS, SITES, provoke } from "../lib/faults.mjs";
import { startSite } from "../lib/site.mjs";

const CALLS = [0, 1, 2, 3];
const counts = { runs: 0, met: 0, told: 0, wrong: 0 };
const [browser, site] = await Promise.all([launch(), startSite({ dir: process.env.FITPROOF_DIST })]);
try {
  for (const fault of FAULTS) {
    for (const where of Object.keys(SITES)) {
      for (const after of AT_OPEN.has(fault) || fault === "connection lost" ? [0] : CALLS) {
        counts.runs += 1;
        try {
          const { met, told } = await provoke(browser, site.url, fault, where, after);
          counts.met += Number(met);
          counts.told += Number(told);
        } catch (problem) {
          counts.wrong += 1;
          console.error(`${fault}, ${where}, call ${after}: ${String(problem.message).split("\n")[0]}`);
        }
      }
    }
  }
} finally {
  await browser.close();
  await site.stop();
}
console.log(`${counts.runs} runs of ${FAULTS.length} faults at ${Object.keys(SITES).length} places: met ${counts.met} times, said ${counts.told} times, lost or stuck ${counts.wrong} times`);
if (counts.wrong > 0 || counts.met === 0) process.exitCode = 1;
