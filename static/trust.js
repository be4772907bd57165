// The page's one Trusted Types policy: scripts that may be started are the service worker and the
// loaders of our own workers, in our own folder. The app opens a worker through `fitproofWorker`.
const BASE = new URL(".", document.baseURI);
const OURS = /^(sw|[a-z_]+_loader(-[0-9a-f]{16})?)\.js$/;

function createScriptURL(name) {
  if (!OURS.test(name)) throw new TypeError(`${name} is no script of ours`);
  return new URL(name, BASE).href;
}

const policy = globalThis.trustedTypes?.createPolicy("fitproof", { createScriptURL }) ?? { createScriptURL };

export const scriptUrl = (name) => policy.createScriptURL(name);

// `fitproofWorker("bulk")` starts the worker whose binary is called bulk. A finished build names
// its files by their content; the page says which name stands for which file.
globalThis.fitproofWorker = (name) => {
  const loader = `${name}_loader.js`;
  const listed = document.querySelector(`meta[name="asset:${CSS.escape(loader)}"]`);
  return new Worker(scriptUrl(listed?.content ?? loader), { type: "module" });
};
