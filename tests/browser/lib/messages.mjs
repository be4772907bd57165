// Messages that nobody should answer: generated, wrong in origin, source or shape, thrown at a frame.
import { accountName } from "./app.mjs";
import { openPortal, ready } from "./portal.mjs";
import { startHost } from "./host.mjs";

// In a page: posts `count` generated messages to a window. `right` makes them of the right shape.
function shoot([count, seed, right]) {
  let state = seed;
  const random = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[random(list.length)];
  const good = () => ({ fitproof: "message", version: 1, id: `x${random(1e6)}`, ...pick([
    { type: "init" }, { type: "init", theme: "dark" }, { type: "init", prefill: { "account.name": "Attacked" } }, { type: "save" },
    { type: "export", format: "html" }, { type: "load", case: "{}" }, { type: "configure", playbook: "{}" },
  ]) });
  const junk = [null, undefined, 0, -1, 1.5, NaN, true, "", " ", "x", [], {}, "null", "[]", "{}", "\u0000", "[".repeat(5_000), "{\"a\":".repeat(2_000), "9".repeat(400), "x".repeat(70_000)];
  const bend = (message) => {
    const name = pick(Object.keys(message));
    const bent = { ...message };
    switch (random(9)) {
      case 0: delete bent[name]; if (name === "theme" || name === "prefill") bent.version = 2; break;
      case 1: bent[name] = pick([null, 7, [], {}, "\u2028", -1, 1e300, "x".repeat(300)]); if (["playbook", "case"].includes(name)) bent[name] = 7; if (["theme", "prefill", "id"].includes(name)) bent.type = "unknown"; break;
      case 2: bent[`${name}x`] = 1; break;
      case 3: bent.version = pick([0, 2, 99, "1", 1.5, null]); break;
      case 4: bent.fitproof = pick(["case", "", null, "Message", 1]); break;
      case 5: bent.id = pick(["", "x".repeat(65), "a b", "é", 5, null, "\n"]); break;
      case 6: bent.type = pick(["", "INIT", "ready", "height", "erase", "__proto__", "constructor", 3]); break;
      case 7: return JSON.stringify(bent).slice(0, -1 - random(10));
      default: return bent; // An object instead of its text.
    }
    return JSON.stringify(bent);
  };
  const target = globalThis.target();
  for (let at = 0; at < count; at += 1) {
    const data = right ? JSON.stringify(good()) : random(5) === 0 ? pick(junk) : bend(good());
    target.postMessage(data, "*");
  }
}

// A third of each: wrong in shape from the page that began; right in shape from a frame beside it of a third origin,
// which is neither parent nor pinned; right in shape from a page that is the parent, but of another origin than the
// one that is allowed.
export async function attack(t, app, page, count, seed) {
  const third = Math.floor(count / 3);
  const rogue = await startHost(`<!DOCTYPE html><title>Rogue</title><script>
    addEventListener("message", ({ data, source }) => { if (source !== parent) (globalThis.heard ??= []).push(data); });</script>`);
  t?.after(rogue.stop);
  page.origins?.add(rogue.origin);
  // The rogue stands on the other name of this machine: a third origin beside portal and calculator.
  const { frames } = await openPortal(t, app, page, `<fitproof-calculator></fitproof-calculator><iframe id="rogue" src="${rogue.url}"></iframe>`);
  await ready(page);
  const [frame] = frames();
  const beside = page.frames().find((other) => other.url().startsWith(rogue.url));
  const name = await accountName(frame).innerText();
  const theme = await frame.evaluate(() => document.documentElement.dataset.theme ?? null);
  await page.waitForTimeout(300);
  const before = await page.evaluate(() => globalThis.heard.length);
  await page.evaluate(() => (globalThis.target = () => document.querySelector("fitproof-calculator iframe").contentWindow));
  await beside.evaluate(() => (globalThis.target = () => parent.frames[0]));
  let sent = 0;
  const volley = 500;
  for (let left = count - 2 * third; left > 0; left -= volley) {
    const size = Math.min(left, volley);
    await page.evaluate(shoot, [size, seed + sent, false]);
    sent += size;
  }
  for (let left = third; left > 0; left -= volley) {
    const size = Math.min(left, volley);
    await beside.evaluate(shoot, [size, seed + sent, true]);
    sent += size;
  }
  // An answered message would have come by now: a right one is still answered at once.
  await page.evaluate(() => document.querySelector("fitproof-calculator").export().catch(() => {}));
  const answered = (await page.evaluate(() => globalThis.heard.length)) - before - 1;
  const toRogue = await beside.evaluate(() => (globalThis.heard ?? []).length);
  let changed = Number((await accountName(frame).innerText()) !== name);
  changed += Number((await frame.evaluate(() => document.documentElement.dataset.theme ?? null)) !== theme);
  let broke = page.faults?.filter((fault) => fault.startsWith("error")).length ?? 0;

  // The allowed origin is another one: the parent itself is not heard.
  const [address, own] = [`${app.site.url}embed.html`, `${app.site.url}embed.html*`];
  await page.route(own, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('name="fitproof-hosts" content=""', 'name="fitproof-hosts" content="https://portal.example"');
    await route.fulfill({ response, body });
  });
  await page.goto("about:blank");
  const second = await openPortal(t, app, page, `<iframe id="frame" src="${address}"></iframe>`);
  await second.frames()[0].waitForSelector(".columns");
  await page.waitForFunction(() => (globalThis.heard ?? []).length === 1);
  await page.evaluate(() => (globalThis.target = () => document.querySelector("#frame").contentWindow));
  for (let left = third; left > 0; left -= volley) {
    const size = Math.min(left, volley);
    await page.evaluate(shoot, [size, seed + sent, true]);
    sent += size;
  }
  await page.waitForTimeout(500);
  const strangers = (await page.evaluate(() => globalThis.heard.length)) - 1;
  changed += Number((await accountName(second.frames()[0]).innerText()) !== name);
  broke += page.faults?.filter((fault) => fault.startsWith("error")).length ?? 0;
  await page.unroute(own);
  return { sent, answered: answered + toRogue + strangers, broke, changed };
}
