import { expect, test } from "vitest";
import { useBrowser } from "#tests/support/browser.ts";
import { expectHeading, handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();

const body = "The nursing students want evening workshops on systematic reviews.";

async function aLibrary() {
  const midwifery = await aDepartment({ name: "School of Nursing and Midwifery", nicknames: ["Midwives"] });
  const law = await aDepartment({ name: "Law School" });
  await anInsight({ departments: [midwifery], body, sent: { kind: "need" } });
  await anInsight({ departments: [law], body: "Law want workshops on statutes." });
}

test.each(ways)("what colleagues know is found by a misspelt word and by a nickname, %s", async (way) => {
  await aLibrary();
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto("/");

  await hands.search("sistematic reviews");
  const found = page.getByRole("article", { name: "School of Nursing" }).first();
  await found.waitFor();
  expect(await found.innerText()).toContain("systematic reviews");

  await hands.search("midwives workshops");
  expect(await page.getByRole("article").first().innerText()).toContain("Nursing");
});

test.each(ways)("a search is narrowed, and its address opens the same for a colleague, %s", async (way) => {
  await aLibrary();
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto("/search?q=workshops");
  await page.getByRole("article", { name: "Law School" }).first().waitFor();

  if (way === "on a phone") await hands.unfold("Filters");
  await hands.follow(/^Need \d/);
  await page.getByRole("link", { name: "Remove filter: Need" }).waitFor();
  expect(await page.getByRole("article", { name: "Law School" }).count()).toBe(0);

  const colleague = await browser.signedInAs(await aPerson(), viewFor[way]);
  await colleague.goto(page.url());
  expect(await colleague.getByRole("article").allInnerTexts()).toEqual(
    await page.getByRole("article").allInnerTexts(),
  );

  await hands.follow("Remove filter: Need");
  await page.getByRole("article", { name: "Law School" }).first().waitFor();
});

test.each(ways)("a department's page tells all that is known, and is searched within, %s", async (way) => {
  await aLibrary();
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto("/departments");
  await hands.follow("School of Nursing and Midwifery");
  await expectHeading(page, "School of Nursing and Midwifery");
  await page.getByRole("article").getByText(body).waitFor();

  await hands.write("Search within School of Nursing and Midwifery", "evening");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Remove filter: School of Nursing and Midwifery" }).waitFor();
  expect(await page.getByRole("article").first().innerText()).toContain("evening");
});

test("an insight is found by the very first search after it is saved", async () => {
  const person = await aPerson();
  const page = await browser.signedInAs(person);
  await page.goto("/search?q=quokka");
  await page.getByText("Nothing found").waitFor();
  await anInsight({ body: "Zoology keeps a quokka in the seminar room." });
  // In the answer itself: nothing is waited for, and nothing asked twice.
  const answer = await page.reload();
  expect(await answer?.text()).toContain("in the seminar room");
  await page.getByRole("article").waitFor();
});
