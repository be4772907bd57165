// A real nginx with the shipped configuration, at the top of a host and below a path: headers as documented, a missing
// file is a 404, and the app starts.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { assertClean, launch, mounted, newPage } from "../lib/browser.mjs";
import { DIST } from "../lib/site.mjs";

const port = await new Promise((resolve) => {
  const server = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

function version() {
  try {
    execFileSync("nginx", ["-v"], { stdio: "pipe" });
  } catch {
    if (process.getuid?.() !== 0) throw new Error("nginx is missing: install it from your system's packages, for example apt-get install nginx-light");
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "nginx-light"], { stdio: "ignore" });
  }
  return execFileSync("sh", ["-c", "nginx -v 2>&1"]).toString().trim();
}

// The configuration as it ships, with the two things that its comment says to change.
async function configured(folder, base) {
  const shipped = await readFile(path.join(DIST, "hosting/nginx.conf"), "utf8");
  const own = shipped.replace("root /var/www/fitproof;", `root ${folder}/www;`).replace("location / {", `location ${base} {`);
  assert.notEqual(own, shipped);
  await writeFile(path.join(folder, "site.conf"), own);
  const main = `worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log; daemon off; events {}
    http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fast;
      uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi; server { listen 127.0.0.1:${port}; include ${folder}/site.conf; } }`;
  await writeFile(path.join(folder, "nginx.conf"), main);
}

const names = async (folder, ending) => (await readdir(path.join(DIST, folder))).filter((name) => name.endsWith(ending));

async function check(base, browser) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "fitproof-nginx-"));
  const below = path.join(folder, "www", base);
  await mkdir(path.dirname(below.replace(/\/$/, "")), { recursive: true });
  await symlink(DIST, below.replace(/\/$/, ""));
  execFileSync("chmod", ["-R", "a+rX", folder]);
  await configured(folder, base);
  const nginx = spawn("nginx", ["-c", path.join(folder, "nginx.conf")], { stdio: "inherit" });
  const url = `http://127.0.0.1:${port}${base}`;
  const get = (name) => fetch(url + name);
  try {
    for (let tries = 0; tries < 50 && !(await get("").catch(() => null)); tries += 1) await new Promise((go) => setTimeout(go, 100));
    let checks = 0;
    const expect = async (name, type, cache) => {
      const answer = await get(name);
      assert.equal(answer.status, 200, name);
      assert.equal(answer.headers.get("content-type")?.split(";")[0], type, name);
      assert.equal(answer.headers.get("cache-control"), cache, name);
      assert.equal(answer.headers.get("x-content-type-options"), "nosniff", name);
      checks += 4;
      return answer;
    };
    for (const page of ["", "index.html", "privacy.html"]) {
      const answer = await expect(page, "text/html", "no-cache");
      assert.equal(answer.headers.get("content-security-policy"), "frame-ancestors 'self'");
      assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
      checks += 2;
    }
    const frames = await expect("embed.html", "text/html", "no-cache");
    assert.equal(frames.headers.get("content-security-policy"), "frame-ancestors 'self' https://portal.example");
    checks += 1;
    await expect("sw.js", "text/javascript", "no-cache");
    await expect("embed.js", "text/javascript", "no-cache");
    await expect("manifest.webmanifest", "application/manifest+json", "no-cache");
    await expect("icons/mark.svg", "image/svg+xml", "no-cache");
    const forever = "public, max-age=31536000, immutable";
    for (const name of await names("", ".css")) await expect(name, "text/css", forever);
    for (const name of (await names("", ".js")).filter((name) => /-[0-9a-f]{16}\./.test(name))) await expect(name, "text/javascript", forever);
    for (const name of await names("", ".wasm")) await expect(name, "application/wasm", forever);
    for (const name of await names("parts", ".wasm")) await expect(`parts/${name}`, "application/wasm", forever);
    for (const name of ["gone.wasm", "fitproof-0123456789abcdef.js", "parts/gone-0123456789abcdef.wasm", "some/page"]) {
      const answer = await get(name);
      assert.equal(answer.status, 404, name);
      assert.equal(answer.headers.get("cache-control")?.includes("immutable") ?? false, false, name);
      checks += 2;
    }
    const page = await newPage(browser, {});
    await page.goto(url);
    await mounted(page);
    await page.getByText("Ready to work offline.").waitFor();
    assertClean(page);
    await page.context().close();
    console.log(`${base}: ${checks} checks, the app starts and is ready to work offline`);
  } finally {
    nginx.kill();
    await new Promise((done) => nginx.once("exit", done));
    await rm(folder, { recursive: true, force: true });
  }
}

console.log(version());
const browser = await launch();
try {
  for (const base of ["/", "/sub/path/"]) await check(base, browser);
} finally {
  await browser.close();
}
