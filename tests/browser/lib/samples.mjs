// An invented account with something at every kind of question, and how to type it.
import { addPeople, allQuestions, answers, field, proof, sectionText, startOwn, tab } from "./app.mjs";

export const QUILLMOOR = {
  "account.name": "Quillmoor Software",
  "account.industry": "Accounting software",
  "account.relationship": "New to Make",
  "account.employees": "480",
  "account.employees-before": "300",
  "account.revenue": "€60M",
  "account.business-model": ["Software as a service (SaaS)"],
  "account.digital-native": "Yes",
  "account.pressure": "Don’t know",
  "deal.departments": ["Marketing", "HR"],
  "deal.transactions": "1,000-9,999",
};

export const PEOPLE = [
  { name: "Mira Okonjo", title: "Head of Operations", contact: "mira@quillmoor.example", influence: "High" },
  { name: "Jonas Velde", title: "CTO", influence: "Low" },
  { name: "Priya Raman", title: "Gardener", contact: "+420 555 0100" },
];

export async function typeQuillmoor(page) {
  await startOwn(page);
  await allQuestions(page);
  await answers(page, QUILLMOOR);
  await field(page, "account.revenue").getByLabel("1 EUR in USD").fill("1.08");
  await page.locator("#q-account-stack-input").fill("HubSpot, Ledgerloom,");
  await addPeople(page, PEOPLE);
  await tab(page, "Deal");
  await answers(page, { "deal.size": "$120,000", "deal.oem": "No", "gate.champion": "Yes" });
  await proof(page, "The plan");
  await answers(page, { "plan.start": "2027-01-11", "plan.end": "2027-01-25" });
  await (await sectionText(page, "Current state")).fill("Leads are copied by hand.\nEvery day.");
  await proof(page, "How it ends");
  await page.locator(".approvals input").first().check();
  await tab(page, "Account");
}

// All that the verdict says about an account, and every text that was typed, page by page.
export async function whole(page) {
  const said = { verdict: await page.locator(".columns__verdict").textContent() };
  const typed = () => page.locator("main").evaluate((main) => [...main.querySelectorAll("input, textarea")]
    .map(({ type, checked, value }) => (["radio", "checkbox"].includes(type) ? checked : value)));
  for (const name of ["Account", "People", "Deal"]) {
    await tab(page, name);
    said[name] = await typed();
  }
  for (const part of ["The plan", "The guide", "How it ends"]) {
    await proof(page, part);
    said[part] = await typed();
  }
  await tab(page, "Account");
  return said;
}
