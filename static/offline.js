// The page's side of working offline. Says how it stands in `fitproofOffline.state` and by the
// event "fitproof:offline":
//   pending      not known yet, or the files are being fetched
//   ready        the app starts without a network
//   update       a newer build lies ready; "fitproof:apply-update" changes over to it
//   unavailable  the browser refuses: private mode, a frame of another site, an insecure address
import { scriptUrl } from "./trust.js";

const BUILD = document.querySelector('meta[name="build"]')?.content;
const offline = (globalThis.fitproofOffline = { state: "pending" });
const workers = navigator.serviceWorker;
let registration;
let changingOver = false;

function say(state) {
  if (offline.state === state) return;
  offline.state = state;
  dispatchEvent(new CustomEvent("fitproof:offline", { detail: state }));
}

function look() {
  const { active, installing, waiting } = registration;
  if (waiting && active) say("update");
  else if (active && offline.state !== "update") say("ready");
  else if (!active && !installing && !waiting) say("unavailable");
}

function follow(worker) {
  worker?.addEventListener("statechange", look);
}

async function start() {
  try {
    registration = await workers.register(scriptUrl("sw.js"), { scope: "./", updateViaCache: "none" });
  } catch {
    return say("unavailable");
  }
  follow(registration.installing);
  follow(registration.waiting);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  look();
  registration.active?.postMessage("tidy");
  // A page left open for days asks again whenever someone comes back to it.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && navigator.onLine) registration.update().catch(() => {});
  });
}

function answer({ data, ports }) {
  if (data === "which-build") ports[0]?.postMessage(BUILD);
}

addEventListener("fitproof:apply-update", () => {
  if (offline.state !== "update") return;
  changingOver = true;
  if (registration.waiting) registration.waiting.postMessage("change-over");
  else location.reload();
});

// A build without an id is one under development: keeping its files would hide every change.
if (!BUILD || !workers) {
  say("unavailable");
} else {
  workers.addEventListener("message", answer);
  workers.startMessages();
  workers.addEventListener("controllerchange", () => {
    if (!changingOver) return;
    changingOver = false;
    location.reload();
  });
  if (document.readyState === "complete") start();
  else addEventListener("load", () => setTimeout(start), { once: true });
}
