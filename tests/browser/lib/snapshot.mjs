// Texts compared with files in `snapshots/`; with BLESS=1 the files are written anew.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";

const FOLDER = new URL("../snapshots/", import.meta.url);

export async function matchSnapshot(name, text) {
  const file = new URL(name, FOLDER);
  if (process.env.BLESS === "1") {
    await mkdir(FOLDER, { recursive: true });
    return writeFile(file, text);
  }
  const expected = await readFile(file, "utf8").catch(() => assert.fail(`no snapshot ${name}: run with BLESS=1 and read it`));
  assert.equal(text, expected, name);
}
