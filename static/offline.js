// The page's side of working offline. Says how it stands in `fitproofOffline.state` and by the
// event "fitproof:offline":
//   pending      not known yet, or files are still being fetched
//   ready        the app works without a network, with all its parts
//   update       a newer build lies ready; "fitproof:apply-update" changes over to it
//   unavailable  the browser refuses (private mode, a frame of another site, an insecure address), or the host ended it
import { scriptUrl } from "./trust.js";

const BUILD = document.querySelector('meta[name="build"]')?.content;
const offline = (globalThis.fitproofOffline = { state: "pending" });
const workers = navigator.serviceWorker;
let registration;
let changingOver = false;
// The host took the service worker away: nothing is looked for any more.
let ended = false;
let timer;
let pause = 4_000;
const LONGEST_PAUSE = 300_000;
const ANSWER_WITHIN = 10_000;

function say(state) {
  if (offline.state === state) return;
  offline.state = state;
  dispatchEvent(new CustomEvent("fitproof:offline", { detail: state }));
}

// The build in use is whole before the page is called ready, and the one that waits before it is offered. What couldn't
// be fetched is tried again: a host may be in the middle of a deployment.
async function look() {
  const { active, installing, waiting } = registration;
  const next = waiting && active && (await ask(waiting, "complete"));
  const whole = active && (await ask(active, "complete"));
  if (ended) return;
  if (next === "gone" || whole === "gone") return leave();
  if (next && registration.waiting) say("update");
  else if (whole && offline.state !== "update") say("ready");
  else if (!active && !installing && !waiting) say("unavailable");
  if (active ? (waiting ? !next : !whole) : !installing) later();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(retry, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE);
}

async function retry() {
  if (ended) return;
  const { active, installing, waiting } = registration;
  if (!active && !installing && !waiting) await join().catch(() => {});
  look();
}

async function join() {
  attend(await workers.register(scriptUrl("sw.js"), { scope: "./", updateViaCache: "none" }));
}

function attend(found) {
  registration = found;
  follow(registration.installing);
  follow(registration.waiting);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

function ask(worker, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    // One that was ended meanwhile never answers.
    setTimeout(resolve, ANSWER_WITHIN);
    worker.postMessage(question, [port2]);
  });
}

function follow(worker) {
  worker?.addEventListener("statechange", look);
}

async function start() {
  try {
    await join();
  } catch {
    const found = await workers.getRegistration().catch(() => {});
    if (!found) return say("unavailable");
    attend(found);
  }
  look();
  registration.active?.postMessage("tidy");
  if (registration.active) registration.update().catch(leaveIfToldTo);
  // A page left open for days asks again whenever someone comes back to it.
  document.addEventListener("visibilitychange", () => !document.hidden && again());
  addEventListener("online", again);
}

function again() {
  if (!navigator.onLine || ended) return;
  look();
  registration.update().catch(leaveIfToldTo);
}

// A host that took the service worker away, and still serves the page, wants it gone from here too.
async function leaveIfToldTo() {
  const status = async (name) => (await fetch(name, { method: "HEAD", cache: "no-store" })).status;
  try {
    if (![404, 410].includes(await status("sw.js")) || (await status("./")) !== 200) return;
  } catch {
    return;
  }
  end();
  await registration.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(`fitproof ${registration.scope} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  leave();
}

function end() {
  ended = true;
  clearTimeout(timer);
}

function hear({ data, ports }) {
  if (data === "which-build") ports[0]?.postMessage(BUILD);
  if (data === "gone") leave();
}

function leave() {
  end();
  say("unavailable");
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
  workers.addEventListener("message", hear);
  workers.startMessages();
  workers.addEventListener("controllerchange", () => {
    if (!changingOver) return;
    changingOver = false;
    location.reload();
  });
  if (document.readyState === "complete") start();
  else addEventListener("load", () => setTimeout(start), { once: true });
}
