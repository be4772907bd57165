// The customer's part: asked for by link and by file, written in a browser of their own without an account, sent back,
// and taken in section by section, with both texts in view where they differ.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answers, button, choose, keepState, notices, proof, saved, sectionText, startOwn } from "./lib/app.mjs";
import { assertAccessible } from "./lib/axe.mjs";
import { assertClean, mounted } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

const part = (page, name) => page.getByRole("textbox", { name, exact: true });
const reply = (page) => page.locator(".reply");
const section = (page, name) => reply(page).locator(".reply__section", { has: page.getByRole("heading", { name, exact: true }) });

async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

const give = (page, label, name, content) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });

async function partner(t, name = "Quillmoor") {
  const page = await app.open(t, { viewport: { width: 1280, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
  await startOwn(page);
  await page.getByRole("radio", { name: "All questions" }).check();
  await answers(page, { "account.name": name, "account.employees": "4871" });
  await proof(page, "Ask the customer");
  return page;
}

test("sent as a link, written in another browser, merged, and the same again changes nothing", async (t) => {
  const ours = await partner(t);
  await (await sectionText(ours, "Current state")).fill("They copy orders by hand.");
  await (await sectionText(ours, "The gap")).fill("No link between shop and ERP");
  await saved(ours);
  await proof(ours, "Ask the customer");
  await button(ours, "Copy the link to send").click();
  await notices(ours).getByText("The link for the customer is copied.").waitFor();
  const link = await ours.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#g1\./);
  assert.ok(link.length < 8_000);

  const theirs = await app.open(t, { viewport: { width: 360, height: 800 } });
  await theirs.goto(app.site.url + link.slice(link.indexOf("#")));
  await theirs.getByRole("heading", { name: "Your part of the proof of concept" }).waitFor();
  assert.equal(await theirs.locator(".tabs__tab").count(), 0, "nothing else of the case");
  assert.equal(await theirs.getByText("4871").count(), 0);
  assert.equal(await part(theirs, "Current state").inputValue(), "They copy orders by hand.");
  await part(theirs, "Current state").fill("Three people copy 2,400 orders a month. <b>שלום</b> 🎯");
  await part(theirs, "Future state").fill("Orders book themselves.");
  await theirs.getByLabel("These are our words").last().check();
  await theirs.getByLabel("Your name").fill("Ida Brandt");
  await saved(theirs);
  await theirs.reload();
  await mounted(theirs);
  assert.equal(await part(theirs, "Future state").inputValue(), "Orders book themselves.", "kept on their device");
  assert.equal(await theirs.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await assertAccessible(theirs);
  const back = await download(theirs, () => button(theirs, "Save the file to send back").click());
  assert.equal(back.name, "quillmoor.reply.fitproof.json");
  assert.ok(!back.text.includes("4871"), "nothing else of the case comes along");

  // Meanwhile the partner writes too.
  await (await sectionText(ours, "The gap")).fill("No link between shop and ERP, nor to the warehouse");
  await proof(ours, "Ask the customer");
  await give(ours, "Open what came back", back.name, back.text);
  await reply(ours).getByText("Ida Brandt wrote for Quillmoor").waitFor();
  await section(ours, "Current state").getByText("They changed what you sent.").waitFor();
  await section(ours, "Future state").getByText("New: nothing was here.").waitFor();
  await section(ours, "The gap").getByText("Both of you have changed it.").waitFor();
  await assertAccessible(ours);
  assert.equal(await (await sectionText(ours, "Future state")).inputValue(), "", "nothing is taken in before it is said");
  await proof(ours, "Ask the customer");
  await section(ours, "The gap").getByLabel("Keep ours").check();
  await button(ours, "Take in as chosen").click();
  await notices(ours).getByText("sections were taken in").waitFor();
  assert.equal(await (await sectionText(ours, "Current state")).inputValue(), "Three people copy 2,400 orders a month. <b>שלום</b> 🎯");
  assert.equal(await (await sectionText(ours, "The gap")).inputValue(), "No link between shop and ERP, nor to the warehouse");

  await proof(ours, "Ask the customer");
  await give(ours, "Open what came back", back.name, back.text);
  await section(ours, "The gap").getByText("Both of you have changed it.").waitFor();
  assert.equal(await section(ours, "Current state").getByText("The same on both sides.").count(), 1);
  await section(ours, "The gap").getByLabel("Keep both, ours first").check();
  await button(ours, "Take in as chosen").click();
  await notices(ours).getByText("One section was taken in.").waitFor();
  await give(ours, "Open what came back", back.name, back.text);
  await button(ours, "Take in as chosen").click();
  await notices(ours).getByText("Nothing had to change").waitFor();
  assertClean(ours);
  assertClean(theirs);
});

test("sent as a file; for another case it is noticed; the customer's own work is untouched", async (t) => {
  const ours = await partner(t);
  await (await sectionText(ours, "Current state")).fill("A draft. ".repeat(2_000));
  await saved(ours);
  await proof(ours, "Ask the customer");
  const file = await download(ours, () => button(ours, "Save the file to send").click());
  assert.equal(file.name, "quillmoor.guide.fitproof.json");

  const theirs = await app.open(t);
  await startOwn(theirs);
  await theirs.getByRole("radio", { name: "All questions" }).check();
  await answers(theirs, { "account.name": "Their own work" });
  await saved(theirs);
  await choose(theirs, "Open a case file").catch(() => {});
  await theirs.locator(".menu__file input").setInputFiles({ name: file.name, mimeType: "application/json", buffer: Buffer.from(file.text) });
  await theirs.getByRole("heading", { name: "Your part of the proof of concept" }).waitFor();
  await part(theirs, "The gap").fill("We can't see stock.");
  await saved(theirs);
  const back = await download(theirs, () => button(theirs, "Save the file to send back").click());
  await choose(theirs, "Their own work");
  await theirs.locator(".top__account", { hasText: "Their own work" }).waitFor();

  const other = await partner(t, "Hooli");
  await give(other, "Open what came back", back.name, back.text);
  await reply(other).getByText("from another case than the one in view (Hooli)").waitFor();
  assert.ok(await button(other, "Take in as chosen").isDisabled());
  await button(other, "Not now").click();
  assert.equal(await reply(other).count(), 0);
  await give(other, "Open what came back", "x.json", back.text.slice(0, -40));
  await notices(other).getByText("damaged").waitFor();
  await give(other, "Open what came back", file.name, file.text);
  await notices(other).getByText("goes to the customer").waitFor();
  assert.match(await keepState(other).innerText(), /Saved|Saving/);
  assertClean(other);
});
