// A second build of the site, made from the first, as a host would get it with the next release.
import crypto from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { DIST } from "./site.mjs";

// A copy of the finished site in a folder of its own; `remove` takes it away again.
export async function copySite() {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), "fitproof-site-"));
  await fs.cp(DIST, dir, { recursive: true });
  return { dir, remove: () => fs.rm(dir, { recursive: true, force: true }) };
}

const digest = (bytes) => crypto.createHash("sha256").update(bytes).digest("hex");
const read = (dir, name) => fs.readFile(path.join(dir, name), "utf8");
const write = (dir, name, text) => fs.writeFile(path.join(dir, name), text);

export async function buildOf(dir) {
  return (await read(dir, "index.html")).match(/name="build" content="([^"]*)"/)[1];
}

// Turns the copy into build `build`: another id, and a style sheet with other bytes and so another
// name; the old one is gone, as on a host that keeps one release.
export async function release(dir, build) {
  const before = await buildOf(dir);
  const page = await read(dir, "index.html");
  const sheet = page.match(/[\w-]+\.css/)[0];
  const css = (await read(dir, sheet)) + `:root{--release:${build}}`;
  const fresh = sheet.replace(/[0-9a-f]{16}\.css$/, `${digest(css).slice(0, 16)}.css`);
  await fs.rm(path.join(dir, sheet));
  await write(dir, fresh, css);
  const nextPage = page.replaceAll(before, build).replaceAll(sheet, fresh);
  await write(dir, "index.html", nextPage);
  const worker = (await read(dir, "sw.js"))
    .replaceAll(before, build)
    .replace(new RegExp(`"${sheet}": "[0-9a-f]+"`), `"${fresh}": "${digest(css)}"`)
    .replace(/"index.html": "[0-9a-f]+"/, `"index.html": "${digest(nextPage)}"`);
  await write(dir, "sw.js", worker);
}
