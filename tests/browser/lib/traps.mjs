// Makes a chosen way into the program fail as a trap does, on the next call or a later one.
import { mounted, newPage } from "./browser.mjs";

// Stands before the page's own supervisor, so that a forced trap comes from where a real one would.
function wrap() {
  const state = (globalThis.traps = { names: new Set(), calls: {}, armed: undefined, at: undefined });
  const real = { instantiate: WebAssembly.instantiate, instantiateStreaming: WebAssembly.instantiateStreaming };
  const trapping = (name, call) => (...given) => {
    state.calls[name] = (state.calls[name] ?? 0) + 1;
    if (state.armed && name.includes(state.armed.name) && --state.armed.after <= 0) {
      state.armed = undefined;
      state.at = performance.now();
      // What a person had typed by then; what a script puts into the dead page afterwards is nobody's.
      state.text = document.getElementById("q-account-name-input")?.value;
      throw new WebAssembly.RuntimeError("unreachable, forced by a test");
    }
    return call(...given);
  };
  for (const [method, load] of Object.entries(real)) {
    WebAssembly[method] = async (...given) => {
      const loaded = await load.apply(WebAssembly, given);
      if (!loaded.instance) return loaded;
      const exports = { ...loaded.instance.exports };
      if (!exports.__wbindgen_start) return loaded;
      for (const [name, value] of Object.entries(exports)) {
        if (typeof value !== "function" || name.startsWith("__wasm_split")) continue;
        state.names.add(name);
        exports[name] = trapping(name, value);
      }
      return { module: loaded.module, instance: { exports } };
    };
  }
  new MutationObserver(() => {
    if (state.at !== undefined && state.shown === undefined && document.querySelector(".rescue")) state.shown = performance.now();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

export async function openArmed(browser, url) {
  const page = await newPage(browser, { viewport: { width: 1280, height: 900 }, locale: "en-US" });
  page.setDefaultTimeout(15_000);
  await page.addInitScript(wrap);
  await page.goto(url);
  await mounted(page);
  return page;
}

export const entries = (page) => page.evaluate(() => [...globalThis.traps.names]);
export const calls = (page) => page.evaluate(() => globalThis.traps.calls);

// The `after`-th call from now into an export whose name holds `name` traps.
export const arm = (page, name, after = 1) => page.evaluate(([name, after]) => {
  Object.assign(globalThis.traps, { armed: { name, after }, at: undefined, shown: undefined, text: undefined });
}, [name, after]);
export const disarm = (page) => page.evaluate(() => (globalThis.traps.armed = undefined));

// Waits for the panel; how long after the trap it stood, or nothing when no trap came.
export async function panel(page, timeout) {
  try {
    await page.waitForFunction(() => globalThis.traps.shown !== undefined, undefined, { timeout });
  } catch {
    await disarm(page);
    return undefined;
  }
  return page.evaluate(() => ({ after: globalThis.traps.shown - globalThis.traps.at, text: globalThis.traps.text }));
}

export async function resume(page) {
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  await page.locator(".rescue").waitFor({ state: "detached" });
}
