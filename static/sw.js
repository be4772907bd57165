// Keeps whole builds for use without a network. The build step fills in the next two lines.
const BUILD = "";
const FILES = {};

const SCOPE = self.registration.scope;
const PREFIX = `fitproof ${SCOPE} `;
const HASHED = /-[0-9a-f]{16}\.\w+$/;
const ANSWER_WITHIN = 2000;

const urlOf = (name) => new URL(name, SCOPE).href;
const ownCache = () => caches.open(PREFIX + BUILD);
const buildCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  // Only ever sent on the person's click.
  if (event.data === "change-over") self.skipWaiting();
  if (event.data === "tidy") event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  const name = request.url.slice(SCOPE.length).split(/[?#]/)[0];
  event.respondWith(request.mode === "navigate" ? page(request, name || "index.html") : asset(request, name));
});

// All or nothing: every file is fetched and verified before the first is kept.
async function install() {
  const files = await Promise.all(Object.entries(FILES).map(async ([name, digest]) => [name, await verified(name, digest)]));
  const cache = await ownCache();
  try {
    await Promise.all(files.map(([name, response]) => cache.put(urlOf(name), response)));
  } catch (problem) {
    await caches.delete(PREFIX + BUILD);
    throw problem;
  }
}

// A file whose name tells its content may come from an older build or the browser's own cache.
async function verified(name, digest) {
  const url = urlOf(name);
  const sources = HASHED.test(name)
    ? [() => kept(url), () => fetch(url), () => fetch(url, { cache: "reload" })]
    : [() => fetch(url, { cache: "no-cache" }), () => fetch(url, { cache: "reload" })];
  for (const source of sources) {
    const response = await source();
    if (!response?.ok) continue;
    const bytes = await response.arrayBuffer();
    if ((await sha256(bytes)) !== digest) continue;
    const headers = new Headers(response.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    return new Response(bytes, { headers });
  }
  throw new Error(`${name} is not what build ${BUILD} needs`);
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

// A page always comes from the active build, network or not.
async function page(request, name) {
  const response = Object.hasOwn(FILES, name) && (await (await ownCache()).match(urlOf(name)));
  if (response) return response;
  try {
    return await fetch(request);
  } catch {
    return name === "index.html" ? Response.error() : Response.redirect(SCOPE);
  }
}

// An asset named by its content belongs to one build, so an older page gets its own.
async function asset(request, name) {
  const url = urlOf(name);
  const response = (Object.hasOwn(FILES, name) && (await (await ownCache()).match(url))) || (HASHED.test(name) && (await kept(url)));
  if (response) return response;
  const missing = () => new Response("Not found.", { status: 404, headers: { "content-type": "text/plain" } });
  try {
    const fresh = await fetch(request);
    return fresh.headers.get("content-type")?.startsWith("text/html") ? missing() : fresh;
  } catch {
    return missing();
  }
}

// Drops the builds that no open page uses. A page that does not answer may use any: all stay.
async function tidy() {
  const own = PREFIX + BUILD;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const answers = await Promise.all(pages.filter(({ url }) => url.startsWith(SCOPE)).map(buildOf));
  if (answers.includes(undefined)) return;
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const used = [own, ...answers.map((build) => PREFIX + build)];
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
