// A browser and a site for all tests of a file; both end with the file.
import { after, before } from "node:test";
import { launch, mounted, newPage } from "./browser.mjs";
import { DIST, startSite } from "./site.mjs";

// `browser` and `site` are filled in before the first test. FITPROOF_DIST names another built site.
export function suite({ args, ...options } = {}) {
  const dir = process.env.FITPROOF_DIST ?? DIST;
  const suite = {
    // A page of its own context that shows the app; the context ends with the test. Its clock stands at `now`: set here,
    // because one that is set in a running page forgets the timers it has.
    async open(t, { hash = "", now, ...contextOptions } = {}) {
      const page = await newPage(suite.browser, { viewport: { width: 1280, height: 900 }, locale: "en-US", ...contextOptions });
      t.after(() => page.context().close());
      page.setDefaultTimeout(15_000);
      if (now) await page.clock.setFixedTime(new Date(now));
      await page.goto(suite.site.url + hash);
      await mounted(page);
      return page;
    },
  };
  before(async () => {
    [suite.browser, suite.site] = await Promise.all([launch({ args }), startSite({ dir, ...options })]);
  });
  after(async () => {
    await suite.browser?.close();
    await suite.site?.stop();
  });
  return suite;
}
