// A browser with a profile on disk, as a person's is: Playwright's own contexts forget, and block more.
import { mkdir, mkdtemp, readlink, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { executablePath, flags, watch } from "./browser.mjs";

// A folder for a profile, in which a frame of another site may store, as in most browsers. It ends with the test.
export async function newProfile(t) {
  const profile = await mkdtemp(path.join(os.tmpdir(), "fitproof-profile-"));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  await mkdir(path.join(profile, "Default"));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  await writeFile(path.join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  return profile;
}

// A page of a browser that runs with this profile.
export async function openProfile(t, profile) {
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: flags, locale: "en-US" });
  t.after(() => context.close().catch(() => {}));
  const page = await watch(await context.newPage());
  page.setDefaultTimeout(15_000);
  return page;
}

// Ends the browser of a page as a power cut does. The lock in the profile names its process.
export async function kill(page, profile) {
  const pid = Number((await readlink(path.join(profile, "SingletonLock"))).split("-").at(-1));
  const gone = new Promise((resolve) => page.context().once("close", resolve));
  process.kill(pid, "SIGKILL");
  await gone;
}
