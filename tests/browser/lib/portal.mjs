// A partner portal of another site with calculators in it, and what it hears.
import { startHost } from "./host.mjs";
import { mounted } from "./browser.mjs";

// `body` stands in the page; the script of the site is loaded before it.
export async function openPortal(t, app, page, body, head = "") {
  const host = await startHost(`<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Portal</title>${head}
    <script src="${app.site.url}embed.js"></script>
    <script>
      addEventListener("message", ({ data, origin }) => { (globalThis.heard ??= []).push({ data, origin }); });
      addEventListener("error", ({ message }) => { (globalThis.broke ??= []).push(message); });
    </script></head><body>${body}</body></html>`);
  t?.after(host.stop);
  page.origins?.add(host.origin).add(new URL(app.site.url).origin);
  page.setDefaultTimeout(15_000);
  await page.goto(host.url);
  const frames = () => page.frames().filter((frame) => frame.url().includes("embed.html"));
  for (const frame of frames()) await mounted(frame);
  return { host, frames };
}

export const ready = (page, count = 1) => page.waitForFunction((count) =>
  (globalThis.heard ?? []).filter(({ data }) => JSON.parse(data).type === "ready" && JSON.parse(data).reply).length >= count, count);

export const heard = (page, type) => page.evaluate((type) =>
  (globalThis.heard ?? []).map(({ data, origin }) => ({ ...JSON.parse(data), origin })).filter((message) => !type || message.type === type), type);

export const call = (page, method, ...args) => page.evaluate(([method, args]) =>
  document.querySelector("fitproof-calculator")[method](...args).then((answer) => answer, (problem) => ({ failed: problem.message })), [method, args]);
