// What a person does in the app, by the words on the screen and the ids of the questions.
const idOf = (question) => `q-${question.replaceAll(".", "-")}`;

// The whole field of a question, such as `account.employees`, and what stands at it.
export const field = (page, question) => page.locator(`#${idOf(question)}`);
export const input = (page, question) => page.locator(`#${idOf(question)}-input`);
export const echo = (page, question) => page.locator(`#${idOf(question)}-echo`);
export const problems = (page, question) => page.locator(`#${idOf(question)}-problems`);

// What the app says at its edges.
export const verdict = (page) => page.locator(".columns__verdict");
export const score = (page) => page.locator(".score__line");
export const keepState = (page) => page.locator(".top__keep");
export const notices = (page) => page.locator(".notices");
export const accountName = (page) => page.locator(".top__account");

export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const startOwn = (page) => button(page, "Start with your account").click();
export const pressTab = (page, name) => page.locator(".tabs__tab", { hasText: name }).click();

// A page beyond the form is fetched when it is first opened: it is there when its heading is.
export async function tab(page, name) {
  await pressTab(page, name);
  await page.locator(".tabs__tab[aria-current=page]", { hasText: name }).waitFor();
  await page.locator(".page .page__title").waitFor();
}

// A part of the page in view, which after a start comes with the account. On a phone the way there is folded.
export async function chapter(page, name) {
  const fold = page.locator(".chapters > summary");
  const item = page.locator(".chapters__item").getByText(name, { exact: true });
  await item.waitFor({ state: "attached" });
  if (!(await item.isVisible())) await fold.click();
  await item.click();
  await page.locator(".chapters__item[aria-current=true]", { hasText: name }).waitFor({ state: "attached" });
}

// A part of the proof.
export async function proof(page, name) {
  await tab(page, "Proof");
  await chapter(page, name);
}

// The text of a section of the guide, which is unfolded first.
export async function sectionText(page, name) {
  await proof(page, "The guide");
  const text = page.getByRole("textbox", { name: `Text of ${name}`, exact: true });
  if (!(await text.isVisible())) await page.locator(".task__head", { hasText: name }).click();
  return text;
}

export const allQuestions = (page) => page.getByRole("radio", { name: "All questions" }).check();

// One answer: a typed text, "yes" or "no", or the labels of what to tick.
export async function answer(page, question, said) {
  await field(page, question).waitFor({ state: "attached" });
  if (Array.isArray(said)) {
    for (const label of said) await field(page, question).getByLabel(label, { exact: true }).check();
  } else if (await input(page, question).count()) {
    await input(page, question).fill(said);
    await input(page, question).blur();
  } else {
    await field(page, question).getByRole("radio", { name: said, exact: true }).check();
  }
}

export async function answers(page, said) {
  for (const [question, text] of Object.entries(said)) await answer(page, question, text);
}

const menu = (page) => page.locator("details.menu");
export const turnMenu = async (page, open) => {
  if (((await menu(page).getAttribute("open")) !== null) !== open) await menu(page).locator("> summary").click();
};
// What it holds is fetched when it is first opened.
export async function openMenu(page) {
  await turnMenu(page, true);
  await page.locator(".menu__panel .menu__item").first().waitFor();
}
export const closeMenu = (page) => turnMenu(page, false);

export async function choose(page, item) {
  await openMenu(page);
  await page.locator(".menu__item", { hasText: item }).first().click();
}

// Another account on this device, in the menu.
export const other = (page, name) => page.locator(".menu__case", { hasText: name });

export async function openOther(page, name) {
  await openMenu(page);
  await other(page, name).first().click();
}

// Adds people, each with a name, a title, a contact and an influence.
export async function addPeople(page, people) {
  await tab(page, "People");
  for (const { name, title, contact = "", influence } of people) {
    await button(page, "Add a person").click();
    const row = page.locator(".person").last();
    await row.getByLabel("Name", { exact: true }).fill(name);
    await row.getByLabel("Title", { exact: true }).fill(title);
    await row.getByLabel("Contact", { exact: true }).fill(contact);
    if (influence) await row.getByRole("radio", { name: influence, exact: true }).check();
  }
}

// An own account with a first answer, at a part of its proof.
export async function openProof(app, t, part, options) {
  const page = await app.open(t, options);
  await startOwn(page);
  await answers(page, { "account.employees": "480" });
  await proof(page, part);
  return page;
}

// An own account with nothing but a name.
export async function openNamed(app, t, options) {
  const page = await app.open(t, options);
  await startOwn(page);
  await allQuestions(page);
  await answers(page, { "account.name": "Brackenfield Logistics" });
  return page;
}

// Loads an own account anew, and waits until what is kept has come back.
export async function reload(page) {
  await page.reload();
  await saved(page);
}

export const saved = (page) => keepState(page).filter({ hasText: "Saved on this device" }).waitFor();
