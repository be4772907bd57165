// The built site on a loopback address, as `cargo xtask serve` shows it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import path from "node:path";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
export const DIST = path.join(ROOT, "dist");

// Starts a server on a free port; `url` ends in a slash. XTASK names the built task runner.
export async function startSite({ dir = DIST, base = "/", frameAncestors = "*", port = 0 } = {}) {
  const serve = ["serve", "--no-build", "--port", port, "--dir", dir, "--base", base, "--frame-ancestors", frameAncestors];
  const [program, ...first] = process.env.XTASK ? [process.env.XTASK] : ["cargo", "xtask"];
  const server = spawn(program, [...first, ...serve.map(String)], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  process.once("exit", () => server.kill());
  const url = await new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (text) => {
      said += text;
      const link = said.match(/http:\/\/\S+/);
      if (link) resolve(link[0]);
    });
    server.once("error", reject);
    ended.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  // A test that fails before it stops its server must still end.
  server.unref();
  server.stdout.unref();
  const stop = () => {
    server.ref();
    server.kill();
    return ended;
  };
  return { url, port: Number(new URL(url).port), stop };
}
