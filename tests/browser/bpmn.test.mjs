// Exported BPMN in bpmn-js, the viewer that other tools are built on: it opens without a warning, and every lane,
// step and way is on the canvas. The files are those that the native tests compare what is written with.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch } from "./lib/browser.mjs";

const folder = new URL("../process/snapshots/", import.meta.url);
const viewer = await fs.readFile(createRequire(import.meta.url).resolve("bpmn-js/dist/bpmn-navigated-viewer.production.min.js"), "utf8");
const files = (await fs.readdir(folder)).filter((name) => name.endsWith(".bpmn"));

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const KINDS = "participant|lane|startEvent|endEvent|userTask|serviceTask|exclusiveGateway|sequenceFlow";

test("there are files of both sides", () => assert.ok(files.length >= 4, files.join(", ")));

for (const name of files) {
  test(`${name} opens whole`, async (t) => {
    const xml = await fs.readFile(new URL(name, folder), "utf8");
    const ids = [...xml.matchAll(new RegExp(`<bpmn:(?:${KINDS}) id="([^"]+)"`, "g"))].map(([, id]) => id);
    const steps = [...xml.matchAll(/<bpmn:(?:userTask|serviceTask|exclusiveGateway) id="([^"]+)"/g)].map(([, id]) => id);
    const lanes = [...xml.matchAll(/<bpmn:lane id="([^"]+)"[^>]*>([^]*?)<\/bpmn:lane>/g)].map(([, id, inside]) => [
      id,
      [...inside.matchAll(/<bpmn:flowNodeRef>([^<]+)</g)].map(([, node]) => node),
    ]);
    assert.ok(steps.length > 0);

    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    t.after(() => page.close());
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
    await page.setContent('<div id="canvas" style="width: 1400px; height: 900px"></div>');
    await page.addScriptTag({ content: viewer });
    const { warnings, found } = await page.evaluate(async ({ xml, ids }) => {
      const viewer = new globalThis.BpmnJS({ container: "#canvas" });
      const { warnings } = await viewer.importXML(xml);
      const registry = viewer.get("elementRegistry");
      viewer.get("canvas").zoom("fit-viewport");
      const found = ids.map((id) => {
        const element = registry.get(id);
        const box = element && registry.getGraphics(element)?.getBoundingClientRect();
        const { x, y, width, height, waypoints } = element ?? {};
        return { id, x, y, width, height, points: waypoints?.length, drawn: box && box.width + box.height };
      });
      return { warnings: warnings.map(({ message }) => message), found };
    }, { xml, ids });
    assert.deepEqual(warnings, []);
    assert.deepEqual(faults, []);
    const missing = found.filter(({ drawn, width, points }) => !(drawn > 0) || !(width > 0 || points > 1));
    assert.deepEqual(missing, []);

    const by = Object.fromEntries(found.map((element) => [element.id, element]));
    for (const [lane, nodes] of lanes) {
      const band = by[lane];
      for (const node of nodes.map((id) => by[id])) {
        const inside = node.x >= band.x && node.x + node.width <= band.x + band.width && node.y >= band.y && node.y + node.height <= band.y + band.height;
        assert.ok(inside, `${node.id} lies in ${lane}`);
      }
    }
    const shapes = steps.map((id) => by[id]);
    for (const [at, one] of shapes.entries()) {
      for (const other of shapes.slice(at + 1)) {
        const apart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
        assert.ok(apart, `${one.id} and ${other.id} lie apart`);
      }
    }
  });
}
