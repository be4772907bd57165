// Random sequences of two to four tabs of one person in a real browser: whatever was said to be saved can be found.
import { accountName, allQuestions, answers, input, keepState, openMenu } from "../lib/app.mjs";
import { launch, mounted, newPage } from "../lib/browser.mjs";
import { startSite } from "../lib/site.mjs";

const COUNT = Number(process.argv[2] ?? 100);
const STEPS = 10;
const [browser, site] = await Promise.all([launch(), startSite({ dir: process.env.FITPROOF_DIST })]);
const totals = { sequences: 0, acknowledged: 0, lost: 0, cases: 0 };

// Every name that stands in any state of any case.
const kept = (page) => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open("fitproof").onsuccess = ({ target: { result: database } }) => {
    database.transaction("records").objectStore("records").getAll(IDBKeyRange.bound("state/", "state/~")).onsuccess = ({ target }) => {
      database.close();
      resolve(target.result.map((text) => JSON.parse(text).account.entries["account.name"]?.text));
    };
  };
}));

for (let seed = 1; seed <= COUNT; seed += 1) {
  let state = seed;
  const random = (below) => Math.floor(((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32) * below);
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 900 } });
  const deaf = random(2) === 0;
  const open = async () => {
    const page = await newPage(browser, { context });
    page.setDefaultTimeout(20_000);
    // Half of the browsers let tabs say nothing to each other.
    if (deaf) await page.addInitScript(() => delete globalThis.BroadcastChannel);
    await page.goto(site.url);
    await mounted(page);
    return page;
  };
  const pages = [];
  for (let at = 0; at < 2 + random(3); at += 1) pages.push(await open());
  const acknowledged = new Set();
  let typed = 0;
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const at = random(pages.length);
      const page = pages[at];
      switch (random(8)) {
        case 0:
          await openMenu(page);
          await page.getByRole("button", { name: "New account", exact: true }).click();
          break;
        case 1:
          await openMenu(page);
          if (await page.locator(".menu__case").count()) await page.locator(".menu__case").first().click();
          else await page.keyboard.press("Escape");
          // It comes into view once it is read.
          await page.locator(".menu[open]").waitFor({ state: "detached" });
          break;
        case 2:
          await page.close();
          pages[at] = await open();
          break;
        case 3:
          await page.keyboard.press("Escape");
          await page.locator("body").press("Control+z");
          break;
        default: {
          typed += 1;
          const name = `S${seed}T${typed}`;
          await allQuestions(page);
          await answers(page, { "account.name": name });
          // Now and then it goes on without waiting for the save.
          if (random(4) === 0) break;
          await keepState(page).filter({ hasText: "Saved on this device" }).waitFor();
          if ((await input(page, "account.name").inputValue()) === name) acknowledged.add(name);
        }
      }
    }
    await pages[0].waitForTimeout(900);
    const there = new Set(await kept(pages[0]));
    for (const name of acknowledged) {
      if (!there.has(name)) {
        totals.lost += 1;
        console.error(`sequence ${seed}: ${name} was said to be saved, and is gone`);
      }
    }
    totals.acknowledged += acknowledged.size;
    totals.cases += there.size;
    await accountName(pages[0]).waitFor();
  } catch (problem) {
    totals.lost += 1;
    console.error(`sequence ${seed}: ${String(problem.message).split("\n")[0]}`);
  }
  totals.sequences += 1;
  await context.close();
}
await browser.close();
await site.stop();
console.log(`${totals.sequences} sequences, ${totals.acknowledged} acknowledged saves, ${totals.cases} states kept, ${totals.lost} lost or stuck`);
process.exit(totals.lost > 0 || totals.acknowledged === 0 ? 1 : 0);
