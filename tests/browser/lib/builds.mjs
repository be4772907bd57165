// Further builds of the site, made from the first, as a host would get them with the next release.
import crypto from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { DIST } from "./site.mjs";

// A copy of the finished site in a folder of its own; `remove` takes it away again.
export async function copySite(from = process.env.FITPROOF_DIST ?? DIST) {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), "fitproof-site-"));
  await fs.cp(from, dir, { recursive: true });
  return { dir, remove: () => fs.rm(dir, { recursive: true, force: true }) };
}

const digest = (bytes) => crypto.createHash("sha256").update(bytes).digest("hex");
const read = (dir, name) => fs.readFile(path.join(dir, name), "utf8");
const write = (dir, name, text) => fs.writeFile(path.join(dir, name), text);

export async function buildOf(dir) {
  return (await read(dir, "index.html")).match(/name="build" content="([^"]*)"/)[1];
}

// A custom section, which means nothing to the program.
function marked(wasm, text) {
  const body = Buffer.concat([Buffer.from([7]), Buffer.from("release"), Buffer.from(text)]);
  return Buffer.concat([wasm, Buffer.from([0, body.length]), body]);
}

// A page changed, and its policy with the scripts that stand in it.
function allowed(page, change) {
  const inline = (text) => [...text.matchAll(/<script type="module">([^]*?)<\/script>/g)].map(([, script]) => crypto.createHash("sha256").update(script).digest("base64"));
  const fresh = change(page);
  const hashes = inline(fresh);
  return inline(page).reduce((text, old, at) => text.replaceAll(old, hashes[at]), fresh);
}

// Turns the copy into build `build`: another id; a style sheet, a program and its script with other bytes and so other
// names; the old ones are gone, as on a host that keeps one release.
export async function release(dir, build) {
  const before = await buildOf(dir);
  const pages = (await fs.readdir(dir)).filter((name) => name.endsWith(".html"));
  const names = new Map();
  const rename = async (name, bytes) => {
    const fresh = name.replace(/[0-9a-f]{16}(\.\w+)$/, `${digest(bytes).slice(0, 16)}$1`);
    await fs.rm(path.join(dir, name));
    await fs.writeFile(path.join(dir, fresh), bytes);
    names.set(name, fresh);
  };
  const home = await read(dir, "index.html");
  const sheet = home.match(/[\w-]+\.css/)[0];
  await rename(sheet, (await read(dir, sheet)) + `:root{--release:${build}}`);
  const wasm = home.match(/fitproof_bg-[0-9a-f]{16}\.wasm/)[0];
  await rename(wasm, marked(await fs.readFile(path.join(dir, wasm)), build));
  const renamed = (text) => [...names].reduce((text, [old, fresh]) => text.replaceAll(old, fresh), text);
  const script = home.match(/fitproof-[0-9a-f]{16}\.js/)[0];
  await rename(script, `${renamed(await read(dir, script))}\n// ${build}\n`);
  for (const page of pages) await write(dir, page, allowed(await read(dir, page), (text) => renamed(text).replaceAll(before, build)));
  let worker = renamed(await read(dir, "sw.js")).replaceAll(before, build);
  for (const name of [...names.values(), ...pages]) {
    const bytes = await fs.readFile(path.join(dir, name));
    worker = worker.replace(new RegExp(`"${name}": "[0-9a-f]+"`), `"${name}": "${digest(bytes)}"`);
  }
  await write(dir, "sw.js", worker);
}
