// How the installed app was launched: from a shortcut, with a file, or with something that was shared with it. The app
// takes what waits in `fitproofLaunched`, and hears of later ones by the event "fitproof:launched".
const most = 256 * 2 ** 20;
const waiting = (globalThis.fitproofLaunched = []);

function launched(what, file) {
  waiting.push({ what, file });
  dispatchEvent(new Event("fitproof:launched"));
}

async function start() {
  const word = location.hash.slice(1);
  if (word === "new") launched("new");
  if (word === "shared") {
    // The service worker has put it here; it is taken once.
    const cache = await caches.open("fitproof shared");
    const given = await cache.match("shared");
    await cache.delete("shared");
    if (given) launched("file", new File([await given.blob()], "shared.json"));
  }
  if (word === "new" || word === "shared") history.replaceState(null, "", location.pathname);
}

globalThis.launchQueue?.setConsumer(async ({ files }) => {
  for (const handle of files ?? []) {
    const file = await handle.getFile();
    if (file.size <= most) launched("file", file);
  }
});
start().catch(() => {});
