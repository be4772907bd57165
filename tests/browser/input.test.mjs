// What people type: numbers in their own way, wrong answers, and texts that want to be more than text.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { accountName, addPeople, allQuestions, answer, answers, button, echo, field, input, problems, proof, reload, saved, score, sectionText, startOwn, tab } from "./lib/app.mjs";
import { assertClean } from "./lib/browser.mjs";
import { suite } from "./lib/suite.mjs";

const app = suite();

async function open(t, options) {
  const page = await app.open(t, options);
  await startOwn(page);
  await allQuestions(page);
  return page;
}

const currency = (page, question) => field(page, question).getByLabel(/^Currency of/);
const rate = (page, question, code) => field(page, question).getByLabel(`1 ${code} in USD`);

describe("a wrong answer", () => {
  const WRONG = [
    ["account.employees", "-5", "A count can't be below 0"],
    ["account.employees", "999999999999999", "This number is too large to be right"],
    ["account.employees", "9".repeat(10_000), "This is too long for a number"],
    ["account.employees", "a few", "This isn't a number"],
    ["account.employees", "480.5", "Type a whole number"],
    ["account.employees", "499-200", "The first number is larger than the second"],
    ["account.growth", "-150", "A company can't shrink by more than 100 %"],
    ["account.growth", "quite fast", "This isn't a number"],
    ["account.revenue", "64.5m", "An amount needs a currency"],
    ["account.revenue", "$-3m", "An amount can't be below 0"],
    ["account.revenue", "$ lots", "This isn't a number"],
    ["account.revenue", "€60M", "What is 1 EUR worth in USD?"],
    ["deal.transactions", "<script>", "This isn't a number"],
  ];

  test("is told at its field once that is left, and the verdict comes from the rest", async (t) => {
    const page = await open(t);
    await answers(page, { "account.business-model": ["Software as a service (SaaS)"], "account.digital-native": "Yes" });
    const judged = async () => [await page.locator(".verdict__head").innerText(), ...await page.locator(".findings__points").allTextContents()];
    const rest = await judged();
    for (const [question, typed, message] of WRONG) {
      const what = `${question}: ${typed.slice(0, 20)}`;
      await input(page, question).fill(typed);
      assert.equal(await problems(page, question).innerText(), "", `${what}: silent while it is typed`);
      assert.equal(await page.locator(".errors li").count(), 0, what);
      await input(page, question).blur();
      await problems(page, question).getByText(message).waitFor({ timeout: 3000 }).catch(() => assert.fail(what));
      assert.equal(await input(page, question).getAttribute("aria-invalid"), "true", what);
      const described = (await input(page, question).getAttribute("aria-describedby")).split(" ");
      assert.ok(described.includes(await problems(page, question).getAttribute("id")), what);
      assert.equal(await page.locator(".errors li").count(), 1, what);
      assert.deepEqual(await judged(), rest, what);
      await input(page, question).fill("");
    }
    await input(page, "account.employees").fill(" ");
    await input(page, "account.employees").blur();
    assert.equal(await page.locator(".errors li").count(), 0, "blank is no error");
    assertClean(page);
  });

  test("is listed on every page, and the list leads to the field", async (t) => {
    const page = await open(t);
    await answers(page, { "account.employees": "-5", "account.sensitive-data": "Yes" });
    await tab(page, "Deal");
    await answers(page, { "deal.size": "120,000" });
    await proof(page, "The plan");
    await answers(page, { "plan.start": "2027-02-10", "plan.end": "2027-02-01" });
    const expected = {
      "Employees: A count can't be below 0": "q-account-employees-input",
      "Deal size: An amount needs a currency": "q-deal-size-input",
      "End: The end is before the start": "q-plan-end-input",
    };
    for (const [text, id] of Object.entries(expected)) {
      await page.locator(".errors").getByRole("button", { name: text }).click();
      await page.waitForFunction((id) => document.activeElement.id === id, id);
      assert.ok(await page.evaluate(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }), `${id} is in view`);
    }
    assertClean(page);
  });

  test("that contradicts another is told, at both when neither can count", async (t) => {
    const page = await open(t);
    await answers(page, { "account.employees": "50", "deal.department-employees": "1,000+" });
    for (const question of ["account.employees", "deal.department-employees"]) {
      await problems(page, question).getByText("Fewer employees than people in those departments").waitFor();
    }
    await answer(page, "account.employees", "480");
    await problems(page, "account.employees").getByText("Fewer employees").waitFor();
    await answer(page, "deal.department-employees", "35");
    assert.equal(await page.locator(".errors li").count(), 0);
    await answers(page, { "account.employees-before": "300", "account.growth": "10" });
    await problems(page, "account.growth").getByText("The two headcounts give another growth than this rate").waitFor();
    await answer(page, "account.employees-before", "0");
    await problems(page, "account.employees-before").getByText("Growth from 0 employees has no value").waitFor();
    await page.locator("#q-account-stack-input").fill("HubSpot,");
    await answer(page, "account.cloud-stack", "No");
    await problems(page, "account.cloud-stack").getByText("names a modern cloud app, but this says no").waitFor();
    assert.equal(await page.locator(".errors li").count(), 0, "warnings are no errors");
    assertClean(page);
  });

  test("in a foreign currency counts once the rate is known", async (t) => {
    const page = await open(t);
    // 480 people, 60 % growth, SaaS: 25 + 15 + 10 of the scale-up; revenue 15, digitally native 15 and joint 20 open.
    await answers(page, {
      "account.employees": "480",
      "account.growth": "60",
      "account.business-model": ["Software as a service (SaaS)"],
      "account.revenue": "60M",
    });
    await currency(page, "account.revenue").fill("eur");
    await currency(page, "account.revenue").blur();
    await problems(page, "account.revenue").getByText("What is 1 EUR worth in USD?").waitFor();
    assert.match(await score(page).innerText(), /^50 to 100\b/);
    for (const [typed, message] of [["0", "a rate must be above 0"], ["about one", "this isn't a number"]]) {
      await rate(page, "account.revenue", "EUR").fill(typed);
      await problems(page, "account.revenue").getByText(message).waitFor();
    }
    await rate(page, "account.revenue", "EUR").fill("1.08");
    assert.equal(await echo(page, "account.revenue").innerText(), "Read as €60,000,000 = $64,800,000");
    assert.match(await score(page).innerText(), /^65 to 100\b/);
    // 100M EUR is 108M USD: near, half of 15. 120M EUR is 129.6M USD: missed.
    await answer(page, "account.revenue", "100M");
    assert.match(await score(page).innerText(), /^57\.5 to 92\.5\b/);
    await answer(page, "account.revenue", "120M");
    assert.match(await score(page).innerText(), /^50 to 85\b/);
    await answer(page, "account.revenue", "$60M");
    await problems(page, "account.revenue").getByText("The amount says USD but the currency is EUR").waitFor();
    assertClean(page);
  });
});

describe("a number", () => {
  // As typed, and as it is read back to someone from America and from Germany.
  const TYPED = [
    ["account.employees", "480", "480", "480"],
    ["account.employees", "1,200", "1,200", "1.200"],
    ["account.employees", "1.200", "1,200", "1.200"],
    ["account.employees", "1 200", "1,200", "1.200"],
    ["account.employees", "1’200", "1,200", "1.200"],
    ["account.employees", "1.2k", "1,200", "1.200"],
    ["account.employees", "1,2k", "1,200", "1.200"],
    ["account.employees", "200-499", "200 to 499", "200 to 499"],
    ["account.employees", "200 – 499", "200 to 499", "200 to 499"],
    ["account.employees", "5,000+", "5,000 or more", "5.000 or more"],
    ["account.employees", "under 50", "0 to 49", "0 to 49"],
    ["account.growth", "12.5", "12.5%", "12,5 %"],
    ["account.growth", "12,5 %", "12.5%", "12,5 %"],
    ["account.growth", "-4", "-4%", "-4 %"],
    ["account.revenue", "$1.2M", "$1,200,000", "1.200.000 $"],
    ["account.revenue", "USD 1,234.50", "$1,234.50", "1.234,50 $"],
    ["account.revenue", "1.234,50 usd", "$1,234.50", "1.234,50 $"],
    ["account.revenue", "$1.234.567", "$1,234,567", "1.234.567 $"],
    ["account.revenue", "$1.9bn", "$1,900,000,000", "1.900.000.000 $"],
    ["account.revenue", "USD 10M-50M", "$10,000,000 to $50,000,000", "10.000.000 $ to 50.000.000 $"],
  ];

  for (const [locale, column] of [["en-US", 2], ["de-DE", 3]]) {
    test(`is read the same and read back in the reader's way, ${locale}`, async (t) => {
      const page = await open(t, { locale });
      for (const row of TYPED) {
        const [question, typed] = row;
        await answer(page, question, typed);
        const said = (await echo(page, question).innerText()).replace(/\s/gu, " ").replace("−", "-");
        assert.equal(said, `Read as ${row[column]}`, typed);
        assert.equal(await input(page, question).inputValue(), typed, "what was typed stays");
      }
      assertClean(page);
    });
  }
});

describe("a text", () => {
  const TEXTS = {
    markup: `<b>bold</b><img src=x onerror="globalThis.harmed=1"><svg onload="globalThis.harmed=1">`,
    script: `<script>globalThis.harmed=1</script>"'--><script src=//evil.example/x.js></script>{{7*7}}\${7*7}`,
    emoji: "👩🏽‍💻 Ünïcødé 日本株式会社 🇨🇿 e\u0301",
    "right to left": "שלום \u202Egnp.exe مرحبا (א)",
    long: `${"long ".repeat(1999)}end.!`,
    "long word": "W".repeat(10_000),
  };

  // As pasted: where only so many letters fit, the rest is left out by the browser.
  async function paste(page, locator, text) {
    await locator.focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(text);
    return locator.inputValue();
  }

  for (const [name, text] of Object.entries(TEXTS)) {
    test(`of ${name} stays a text everywhere`, async (t) => {
      const page = await open(t);
      for (const question of ["account.name", "account.industry"]) {
        assert.equal(await paste(page, input(page, question), text), text, question);
      }
      await paste(page, input(page, "account.employees"), text);
      await paste(page, input(page, "account.revenue"), text);
      await paste(page, currency(page, "account.revenue"), text);
      await paste(page, page.locator("#q-account-stack-input"), `${text},`);
      await addPeople(page, [{ name: "", title: "" }]);
      for (const label of ["Name", "Title", "Contact"]) await paste(page, page.locator(".person").getByLabel(label, { exact: true }), text);
      await tab(page, "Deal");
      await paste(page, input(page, "deal.size"), text);
      const section = await sectionText(page, "Current state");
      assert.equal(await paste(page, section, text), text);
      await section.blur();
      await saved(page);
      assert.equal(await accountName(page).textContent(), text);
      await proof(page, "Documents");
      assert.ok((await page.locator(".document").textContent()).includes(text));
      for (const name of ["Account", "People", "Deal", "Proof"]) {
        await tab(page, name);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${name} is ${wide}px too wide`);
      }
      assert.equal(await page.evaluate(() => globalThis.harmed), undefined);
      assert.equal(await page.locator("img, body script, svg[onload]").count(), 0);
      await reload(page);
      await allQuestions(page);
      assert.equal(await input(page, "account.name").inputValue(), text);
      assert.equal(await (await sectionText(page, "Current state")).inputValue(), text);
      assertClean(page);
    });
  }

  test("that is half typed is still there after a look at another page", async (t) => {
    const page = await open(t);
    const away = async () => {
      await tab(page, "Deal");
      await tab(page, "Account");
    };
    await input(page, "account.name").pressSequentially("Quillm");
    await away();
    assert.equal(await input(page, "account.name").inputValue(), "Quillm");
    await input(page, "account.revenue").pressSequentially("12,");
    await away();
    assert.equal(await input(page, "account.revenue").inputValue(), "12,");
    await page.locator("#q-account-stack-input").pressSequentially("Ledgerloom");
    await away();
    await page.locator(".tag", { hasText: "Ledgerloom" }).waitFor();
    await page.getByRole("radio", { name: "In 30 seconds" }).check();
    assert.equal(await input(page, "account.revenue").inputValue(), "12,");
    await tab(page, "People");
    await button(page, "Add a person").click();
    await page.getByLabel("Name", { exact: true }).pressSequentially("Mira");
    await tab(page, "Deal");
    await tab(page, "People");
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Mira");
    assertClean(page);
  });
});
