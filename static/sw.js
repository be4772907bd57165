// Keeps whole builds for use without a network. The build step fills in the next three lines: what the
// pages need to start comes first and whole, the rest follows in the background.
const BUILD = "";
const FIRST = {};
const LATER = {};

const FILES = { ...FIRST, ...LATER };
const SCOPE = self.registration.scope;
const PREFIX = `fitproof ${SCOPE} `;
const HASHED = /-([0-9a-f]{16})\.\w+$/;
const ANSWER_WITHIN = 2000;
// A connection that says nothing must not keep a build waiting: it is tried once more.
const FETCH_WITHIN = 30_000;

const urlOf = (name) => new URL(name, SCOPE).href;
const ownCache = () => caches.open(PREFIX + BUILD);
const buildCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
let completing;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  // Only ever sent on the person's click.
  if (event.data === "change-over") self.skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
  if (event.data === "complete") event.waitUntil(complete().then((whole) => event.ports[0]?.postMessage(whole)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "POST" && request.url === urlOf("share")) return event.respondWith(shared(request));
  // Who asks for what the server has now gets no copy.
  if (!request.url.startsWith(SCOPE) || request.method !== "GET" || request.cache === "no-store") return;
  const name = request.url.slice(SCOPE.length).split(/[?#]/)[0];
  event.respondWith(request.mode === "navigate" ? page(request, name || "index.html") : asset(request, name));
});

// All or nothing: every file is fetched and verified before the first is kept.
async function install() {
  const files = await Promise.all(Object.keys(FIRST).map(async (name) => [name, await verified(name)]));
  const cache = await ownCache();
  try {
    await Promise.all(files.map(([name, response]) => cache.put(urlOf(name), response)));
  } catch (problem) {
    await caches.delete(PREFIX + BUILD);
    throw problem;
  }
}

// Fetches what is not here yet, one by one; what was interrupted goes on at the next page's start.
// True once the whole build is here.
function complete() {
  completing ??= fill().catch(() => false).finally(() => (completing = undefined));
  return completing;
}

async function fill() {
  const cache = await ownCache();
  const here = new Set((await cache.keys()).map(({ url }) => url));
  let whole = true;
  for (const name of Object.keys(FILES).filter((name) => !here.has(urlOf(name)))) {
    try {
      await cache.put(urlOf(name), await verified(name));
    } catch {
      whole = false;
    }
  }
  return whole;
}

// A file of this build from the network, or from an older build when its name tells its content.
async function verified(name) {
  const url = urlOf(name);
  const sources = HASHED.test(name)
    ? [() => kept(url), () => fetched(url, "default"), () => fetched(url, "reload")]
    : [() => fetched(url, "no-cache"), () => fetched(url, "reload")];
  for (const source of sources) {
    const proven = await source().then((response) => response?.ok && proof(response, (digest) => digest === FILES[name])).catch(() => {});
    if (proven) return proven;
  }
  throw new Error(`${name} is not what build ${BUILD} needs`);
}

const fetched = (url, cache) => fetch(url, { cache, signal: AbortSignal.timeout(FETCH_WITHIN) });

// The response once more, if its bytes are the right ones.
async function proof(response, isRight) {
  const bytes = await response.arrayBuffer();
  if (!isRight(await sha256(bytes))) return undefined;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(bytes, { headers });
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// From the caches of this app alone: other apps may live on the same origin.
async function kept(url) {
  for (const name of await buildCaches()) {
    const response = await (await caches.open(name)).match(url);
    if (response) return response;
  }
}

const own = async (name) => Object.hasOwn(FILES, name) && (await (await ownCache()).match(urlOf(name)));

// Something was shared with the installed app: a link to an account goes on as the page's fragment, a file waits for
// the page. None of it reaches the network.
async function shared(request) {
  const to = (fragment) => Response.redirect(`${SCOPE}#${fragment}`, 303);
  const given = await request.formData().catch(() => new FormData());
  const file = given.get("file");
  if (file instanceof File && file.size <= 8 * 2 ** 20) {
    const cache = await caches.open("fitproof shared");
    await cache.put(new URL("shared", SCOPE).href, new Response(file));
    return to("shared");
  }
  const words = ["url", "text", "title"].map((name) => String(given.get(name) ?? "")).join(" ");
  const link = words.match(/#(v\d+\.[\w.~-]{1,32768})/);
  return link ? to(link[1]) : Response.redirect(SCOPE, 303);
}

// A page always comes from the active build, network or not.
async function page(request, name) {
  const response = await own(name);
  if (response) return response;
  try {
    return await fetch(request);
  } catch {
    return name === "index.html" ? Response.error() : Response.redirect(SCOPE);
  }
}

// An asset named by its content belongs to one build, so an older page gets its own; what comes from
// the network under such a name is proven by it.
async function asset(request, name) {
  const hashed = name.match(HASHED)?.[1];
  const here = (await own(name)) || (hashed && (await kept(urlOf(name))));
  if (here) return here;
  try {
    if (Object.hasOwn(FILES, name)) return await keep(name);
    const fresh = await fetch(request);
    if (hashed) return (fresh.ok && (await proof(fresh, (digest) => digest.startsWith(hashed)))) || missing();
    return fresh.headers.get("content-type")?.startsWith("text/html") ? missing() : fresh;
  } catch {
    return missing();
  }
}

async function keep(name) {
  const response = await verified(name);
  // No room to keep it is no reason not to give it.
  await (await ownCache()).put(urlOf(name), response.clone()).catch(() => {});
  return response;
}

const missing = () => new Response("Not found.", { status: 404, headers: { "content-type": "text/plain" } });

// Drops the builds that no open page uses. A page that does not answer may use any: all stay.
async function tidy() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = await Promise.all(pages.filter(({ url }) => url.startsWith(SCOPE)).map(buildOf));
  if (answers.includes(undefined)) return;
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const used = [BUILD, ...answers].map((build) => PREFIX + build);
  const unused = (await buildCaches()).filter((name) => !used.includes(name));
  await Promise.all(unused.map((name) => caches.delete(name)));
}

function buildOf(client) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(resolve, ANSWER_WITHIN);
    client.postMessage("which-build", [port2]);
  });
}
