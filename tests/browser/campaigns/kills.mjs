// The browser is killed at random moments around saves: every save that was acknowledged is there at the next start.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { accountName, button, input } from "../lib/app.mjs";
import { executablePath, flags, mounted } from "../lib/browser.mjs";
import { kill } from "../lib/profile.mjs";
import { startSite } from "../lib/site.mjs";

const KILLS = Number(process.argv[2] ?? 200);
// Typing goes on for at most so many milliseconds before the kill; a save follows 250 ms after the last key.
const LONGEST = 1_500;

const numberOf = (name) => Number(name.match(/^Case (\d+)$/)?.[1] ?? 0);

async function start(profile, url, acknowledge) {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: flags, locale: "en-US" });
  const page = await context.newPage();
  await page.exposeFunction("acknowledged", acknowledge);
  await page.goto(url);
  await mounted(page);
  return page;
}

// In the page: every time that "saved" is said, of which text it is said.
function watch() {
  const keep = document.querySelector(".top__keep");
  const told = () => keep.textContent === "Saved on this device" && globalThis.acknowledged(document.querySelector(".top__account").textContent);
  new MutationObserver(told).observe(keep, { subtree: true, childList: true, characterData: true });
}

async function main() {
  const profile = await mkdtemp(path.join(os.tmpdir(), "fitproof-kills-"));
  const site = await startSite({});
  const counts = { kills: 0, acknowledged: 0, lost: 0, newer: 0 };
  let last = 0;
  let typed = 0;
  try {
    for (let at = 0; at < KILLS; at += 1) {
      const page = await start(profile, site.url, (name) => {
        counts.acknowledged += 1;
        last = Math.max(last, numberOf(name));
      });
      if (at > 0 && last > 0) {
        await accountName(page).filter({ hasText: /^Case / }).waitFor({ timeout: 10_000 });
        const there = numberOf(await accountName(page).innerText());
        if (there < last) {
          counts.lost += 1;
          console.error(`kill ${at}: ${there} is there, ${last} was acknowledged`);
        }
        if (there > last) counts.newer += 1;
      } else if (await button(page, "Start with your account").count()) {
        await button(page, "Start with your account").click();
        await page.getByRole("radio", { name: "All questions" }).check();
      }
      await page.evaluate(watch);
      const until = Date.now() + Math.random() * LONGEST;
      while (Date.now() < until) {
        typed += 1;
        await input(page, "account.name").fill(`Case ${typed}`);
        await page.waitForTimeout(Math.random() * 450);
      }
      await kill(page, profile);
      counts.kills += 1;
    }
  } finally {
    await site.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`${counts.kills} kills, ${counts.acknowledged} acknowledged saves, ${counts.lost} lost; ${counts.newer} times a save was there before it was acknowledged`);
  if (counts.lost > 0 || counts.acknowledged === 0) process.exitCode = 1;
}

await main();
