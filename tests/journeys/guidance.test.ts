import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { useBrowser, type View } from "#tests/support/browser.ts";
import { expectFocus } from "#tests/support/browser-keys.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { openCaptureBox } from "./capture-box.ts";

const browser = useBrowser();
const noted = "The mooting room printer jams whenever a moot is on";
const typed = "They say the printer in the mooting room jams";
let law: ADepartment;

beforeAll(async () => {
  law = await aDepartment({ name: "Law School", nicknames: ["Law"] });
});

let last: { person: Person; id: string } | undefined;

/** An insight of a colleague's, and nothing else like it. */
async function aNotedInsight(): Promise<string> {
  if (last) await withdrawInsight(last);
  const person = await aPerson({ name: "Priya Shah" });
  const { id } = await anInsight({ person, departments: [law], body: noted });
  last = { person, id };
  return id;
}

async function writing(view: View = {}): Promise<Page> {
  const page = await browser.signedInAs(await aPerson(), view);
  await page.goto("/insights/new");
  await text(page).click();
  return page;
}

const text = (page: Page) => page.getByLabel("What did you hear?");
const similar = (page: Page) => page.getByRole("region", { name: "Colleagues already noted" });

/** Types until the worker has told the engine of it: each letter asks again. */
async function typeUntilFound(page: Page): Promise<void> {
  await page.keyboard.type(typed);
  await expect
    .poll(
      async () => {
        if (await similar(page).isVisible()) return true;
        await page.keyboard.type(".");
        return similar(page)
          .waitFor({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
}

test.each([
  ["with the mouse", {}],
  ["on a phone", { width: 390 }],
] as const)(
  "what a colleague noted is offered while one writes, and heard too with one press, %s",
  async (_, view) => {
    const id = await aNotedInsight();
    const page = await writing(view);
    const before = await text(page).boundingBox();
    const button = await page.getByRole("button", { name: "Post insight" }).boundingBox();
    await typeUntilFound(page);
    await expectFocus(text(page));
    expect(await text(page).boundingBox()).toMatchObject({ x: before?.x, y: before?.y });
    expect((await page.getByRole("button", { name: "Post insight" }).boundingBox())?.y).toBe(button?.y);
    const said = () => page.getByRole("status").allInnerTexts();
    await expect.poll(said).toContain("1 colleague's insight looks similar: see beneath the form.");
    await expectAccessible(page);

    const written = await text(page).inputValue();
    await similar(page).getByRole("button", { name: "I've heard this too" }).click();
    await page.getByText("Your voice is added").waitFor();
    await expect.poll(() => text(page).inputValue()).toBe("");
    const [voice] = await db.select().from(corroborations).where(eq(corroborations.insightId, id));
    expect(voice).toMatchObject({ words: written, withdrawnAt: null });

    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Your voice is added").waitFor({ state: "hidden" });
    await expect.poll(() => text(page).inputValue()).toBe(written);
    const taken = () => db.select().from(corroborations).where(eq(corroborations.insightId, id));
    await expect.poll(taken).not.toMatchObject([{ withdrawnAt: null }]);
  },
);

test("by keyboard alone one comes to it from the text, and it is the same in the box on the first page", async () => {
  await aNotedInsight();
  const page = await browser.signedInAs(await aPerson());
  await page.goto("/");
  await openCaptureBox(page);
  await page.getByRole("button", { name: "Post insight" }).waitFor();
  await typeUntilFound(page);
  await page.getByRole("button", { name: "1 colleague's insight looks similar" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Your voice is added").waitFor();
});

test("a text only for me keeps its words to itself, and stays", async () => {
  const id = await aNotedInsight();
  const page = await writing();
  await page.locator("summary", { hasText: "More" }).click();
  await page.getByLabel("Who may see it").selectOption("me");
  await text(page).focus();
  await typeUntilFound(page);
  const said = await text(page).inputValue();
  await similar(page).getByRole("button", { name: "I've heard this too" }).click();
  await page.getByText("Your voice is added").waitFor();
  expect(await text(page).inputValue()).toBe(said);
  const [voice] = await db.select().from(corroborations).where(eq(corroborations.insightId, id));
  expect(voice?.words).toBe("");
});

test("a named person with a judgement is noticed kindly, the role written instead with one press, or left", async () => {
  const page = await writing({ width: 390 });
  await page.keyboard.type("The students say Dr Smith is lazy. Ms Baptiste is rude.");
  await page.getByText("“Dr Smith” is named here, with “lazy”. All staff will see this").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Write “a member of the department”" }).click();
  expect(await text(page).inputValue()).toBe(
    "The students say a member of the department is lazy. Ms Baptiste is rude.",
  );
  await page.getByText("“Ms Baptiste” is named here, with “rude”").waitFor();
  await page.getByRole("button", { name: "Leave it" }).click();
  await page.getByText("You may want to look at this again.").waitFor({ state: "hidden" });
  await page.keyboard.press("End");
  await page.keyboard.type(" Really.");
  await page.locator("summary", { hasText: "More" }).click();
  await page.getByLabel("Who may see it").selectOption("team");
  expect(await page.getByText("You may want to look at this again.").count()).toBe(0);
});

test("without script nothing stands in the way of posting; a named person is pointed out with what was saved", async () => {
  const page = await browser.signedInAs(await aPerson(), { javaScript: false });
  await page.goto("/insights/new?template=visit-report");
  expect(await text(page).inputValue()).toContain("What they asked for:");
  await text(page).fill("Dr Smith is lazy, they say.");
  await page.getByLabel("Department").first().selectOption({ label: "Law School" });
  await page.getByLabel("How was it heard?").first().selectOption({ label: "Coffee" });
  await page.getByRole("button", { name: "Post insight" }).click();
  await page.getByText("Posted. Thank you.").waitFor();
  expect(await page.getByText("“Dr Smith” is named here").isVisible()).toBe(true);
  await page.getByRole("link", { name: "Edit it" }).click();
  expect(await text(page).inputValue()).toBe("Dr Smith is lazy, they say.");
});

test("three questions and templates are written into the text, beneath what stands there, and undone like typing", async () => {
  const page = await writing();
  await page.locator("summary", { hasText: "Help me write" }).click();
  await page.getByRole("button", { name: "These three questions" }).click();
  await expectFocus(text(page));
  await page.keyboard.type("A lift.");
  expect(await text(page).inputValue()).toBe("What did you hear? A lift.\nSo what? \nWho should know? ");
  await page.getByRole("button", { name: "Complaint heard at the desk" }).click();
  expect(await text(page).inputValue()).toMatch(
    /^What did you hear\? A lift\.[\s\S]*\n\nWhat went wrong: \n/,
  );
  await expect.poll(() => page.locator("select[name=kind]").inputValue()).toBe("problem");
  await page.keyboard.press("Control+z");
  expect(await text(page).inputValue()).toBe("What did you hear? A lift.\nSo what? \nWho should know? ");
});

test("how sure it is: reported unless an arrow or a tap says otherwise", async () => {
  const page = await writing({ width: 390 });
  const radio = (name: string) => page.getByRole("radio", { name: new RegExp(name) });
  expect(await radio("Reported").isChecked()).toBe(true);
  await radio("Fact").tap();
  await expect.poll(() => radio("Fact").isChecked()).toBe(true);
  await radio("Fact").press("ArrowRight");
  expect(await radio("Opinion").isChecked()).toBe(true);
});
