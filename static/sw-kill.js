// The way out of a bad release: a host that puts this file in the place of sw.js takes the copies off every
// visitor's device and lets each page come from the network again. What people typed is not touched.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
// A page that came too late to be told asks, and has brought the registration back by then.
self.addEventListener("message", (event) => event.waitUntil(leave().then(() => event.ports[0]?.postMessage("gone"))));

async function leave() {
  const mine = `fitproof ${self.registration.scope} `;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(mine)).map((name) => caches.delete(name)));
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  await self.registration.unregister();
  pages.filter(({ url }) => url.startsWith(self.registration.scope)).forEach((page) => page.postMessage("gone"));
}
