// When the program itself breaks: what was typed is shown to be safe, can be taken along, and the app goes on in a
// fresh instance without loading the page anew. Loaded first, and depends on nothing.
(() => {
  let snapshot = { text: "", name: "" };
  let untaken = false;
  // A start that still succeeds within so many milliseconds was not hurt by what went wrong beside it.
  const PATIENCE = 1000;
  let runs = 0;
  let started = false;
  let panel;
  // The field in use when it broke: the newest text in it may not have been handed over.
  let last = {};
  let retyped;

  // The app hands over its last state here, as a case file's text, and takes it back when it starts again.
  // What a fresh instance shows before it has taken it back is no state of the user's.
  globalThis.fitproofSnapshot = (text, name) => untaken || (snapshot = { text, name });
  globalThis.fitproofResume = () => {
    const text = untaken ? snapshot.text : "";
    if (untaken) setTimeout(retype);
    untaken = false;
    return text;
  };
  addEventListener("TrunkApplicationStarted", () => {
    started = true;
    if (panel) close();
  }, { once: true });

  const element = (name, text, set = {}) => Object.assign(document.createElement(name), { textContent: text }, set);
  const button = (text, onclick, kind = "") => element("button", text, { type: "button", className: `button ${kind}`, onclick });

  // Once the fresh instance shows what it took back. Never the same text twice: it may be what the program broke at.
  function retype() {
    const field = last.id && document.getElementById(last.id);
    field?.focus();
    if (!field || !last.value || last.value === field.value || last.value === retyped) return;
    field.value = retyped = last.value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(snapshot.text);
      panel.querySelector("[role=status]").textContent = "Copied.";
    } catch {
      const area = element("textarea", snapshot.text, { className: "area", rows: 6, readOnly: true, ariaLabel: "Your data" });
      panel.append(area);
      area.select();
    }
  }

  function save() {
    const link = element("a", "", { href: URL.createObjectURL(new Blob([snapshot.text], { type: "application/json" })), download: snapshot.name });
    document.body.append(link);
    link.click();
    link.remove();
  }

  async function resume() {
    const place = element("div", "", { id: "app" });
    const script = document.querySelector('link[rel="modulepreload"]').href;
    const program = document.querySelector('link[rel="preload"]').href;
    runs += 1;
    untaken = true;
    close();
    document.getElementById("app").replaceWith(place);
    try {
      const { default: start } = await import(`${script}?run=${runs}`);
      await start({ module_or_path: program });
    } catch (problem) {
      show(problem);
    }
  }

  function close() {
    panel.remove();
    panel = undefined;
    document.getElementById("app").inert = false;
  }

  function show(problem) {
    if (panel) return;
    // What the broken program was doing with the store can't end any more.
    globalThis.fitproofUnlock?.();
    console.error(problem);
    const { id, value } = document.activeElement ?? {};
    last = { id, value };
    const words = started
      ? ["Something in Fitproof broke.", snapshot.text ? "What you typed is safe. Go on with it, or take it along first." : "Go on, and the page starts afresh."]
      : ["Fitproof couldn’t start.", globalThis.WebAssembly ? "Check the network, then load the page again." : "This browser is too old for it: please update the browser."];
    const actions = element("div", "", { className: "cluster" });
    actions.append(started ? button("Resume", resume, "button--primary") : button("Load again", () => location.reload(), "button--primary"));
    if (snapshot.text) actions.append(button("Copy my data", copy), button("Save my data", save));
    panel = element("div", "", { className: "rescue", role: "alertdialog", tabIndex: -1, ariaLabel: words[0] });
    const status = element("p", "", { role: "status" });
    panel.append(element("h2", words[0]), element("p", words[1]), actions, status);
    document.getElementById("app").inert = true;
    document.body.append(panel);
    // After the key that it may have broken at has done its own.
    setTimeout(() => panel?.focus());
  }

  const broken = (problem) => problem instanceof WebAssembly.RuntimeError;

  // Every way into the program is watched: once it has broken, its timers and listeners reach it no more.
  const ENTRY = /^(wasm_bindgen__|main$|__wbindgen_(start|destroy_closure)$)/;
  const watched = (load) => async (...given) => {
    const loaded = await load.apply(WebAssembly, given);
    if (!loaded.instance) return loaded;
    let dead = false;
    const exports = { ...loaded.instance.exports };
    for (const name of Object.keys(exports).filter((name) => ENTRY.test(name))) {
      const call = exports[name];
      exports[name] = (...args) => {
        if (dead) return undefined;
        try {
          return call(...args);
        } catch (problem) {
          dead = broken(problem);
          // Told here, because not everyone who calls in lets it through.
          if (dead) show(problem);
          throw problem;
        }
      };
    }
    return { module: loaded.module, instance: { exports } };
  };
  for (const load of globalThis.WebAssembly ? ["instantiate", "instantiateStreaming"] : []) {
    if (WebAssembly[load]) WebAssembly[load] = watched(WebAssembly[load]);
  }

  // The program didn't arrive, or isn't one; other refusals at the start are none of ours.
  const unfit = (problem) => problem instanceof TypeError || problem instanceof WebAssembly.CompileError || problem instanceof WebAssembly.LinkError;
  const judge = (problem) => {
    if (broken(problem)) show(problem);
    else if (!started && unfit(problem)) setTimeout(() => started || show(problem), PATIENCE);
  };

  // A start that is refused ends its script: browsers tell that as an error or as a rejection.
  addEventListener("error", ({ target, error }) => {
    if (target instanceof HTMLScriptElement && !started) show(`${target.src || "The app"} could not be loaded.`);
    else judge(error);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => judge(reason));
  if (!globalThis.WebAssembly) document.addEventListener("DOMContentLoaded", () => show("There is no WebAssembly."));
})();
