import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { dayIn } from "#app/settings/calendar.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { handsOf, viewFor, ways } from "#tests/support/browser-hands.ts";
import { aComment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

const browser = useBrowser();
const today = dayIn("Europe/London", new Date());

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? "");
}

test.each(ways)("one press says that I have heard it too, another takes it back, %s", async (way) => {
  const { id } = await anInsight();
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.press("I've heard this too");
  await page.getByRole("heading", { name: "Who has heard this too" }).waitFor();
  await page
    .getByText(/Heard by 2 people in 2 teams/)
    .first()
    .waitFor();
  await hands.press("You've heard this too · undo");
  await page.getByRole("button", { name: "I've heard this too" }).waitFor();
  await page.getByText("Who has heard this too").waitFor({ state: "detached" });
});

test.each(ways)("I say in which words, how and when I heard it, and change it, %s", async (way) => {
  const { id } = await anInsight();
  const person = await aPerson();
  const page = await browser.signedInAs(person, viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.follow("How did you hear it?");
  await hands.write("In your own words", "The dean said so.");
  await hands.select("How you heard it (optional)", "Coffee");
  await hands.press("Add my voice");
  const voice = page.getByRole("listitem").filter({ hasText: "The dean said so." });
  await voice.getByText("heard over coffee").waitFor();
  await hands.follow("Change what you said");
  await hands.write("In your own words", "Twice, indeed: ");
  await page.getByLabel("When you heard it").fill("2026-01-05");
  await page.getByRole("button", { name: "Add my voice" }).click();
  await page.getByText(/Twice, indeed/).waitFor();
  await page
    .getByText(/5 January/)
    .first()
    .waitFor();
  expect(today > "2026-01-05").toBe(true);
});

test.each(ways)("I comment, correct it, withdraw it and bring it back, %s", async (way) => {
  const { id } = await anInsight();
  await aComment({ insightId: id, body: "The first word." });
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.write("Add a comment", "It was said at the **board** too.");
  await hands.press("Post comment");
  const mine = page.getByRole("article", { name: /^Comment by/ }).filter({ hasText: "at the board too" });
  await mine.locator("strong").waitFor();
  if (way !== "without script") {
    await expect.poll(() => focused(page)).toBe(await mine.getAttribute("id"));
    await page.getByText("Your comment is posted.").waitFor({ state: "attached" });
    await expect.poll(() => page.getByLabel("Add a comment").inputValue()).toBe("");
  } else expect(page.url()).toContain(`#${await mine.getAttribute("id")}`);

  await hands.follow("Edit");
  await hands.write("Your comment", "Indeed. ");
  await hands.press("Save comment");
  await page.getByText(/Indeed\./).waitFor();
  await hands.press("Withdraw");
  await page.getByText("You withdrew this comment").waitFor();
  if (way !== "without script") await expect.poll(() => focused(page)).toMatch(/^comment-/);
  await hands.press("Bring it back");
  await page.getByText(/Indeed\./).waitFor();
});

test.each(ways)("whoever asked marks the answer and opens the question again, %s", async (way) => {
  const { id, person } = await anInsight({ sent: { kind: "question" } });
  await aComment({ insightId: id, body: "On the third floor." });
  const page = await browser.signedInAs(person, viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await page.getByText("This question is open.").waitFor();
  await hands.press("This answers it");
  await page.getByText("The answer", { exact: true }).waitFor();
  await page
    .getByText(/^Answered/)
    .first()
    .waitFor();
  await hands.press("Open it again");
  await page.getByText("This question is open.").waitFor();
});

test.each(ways)("I pick who should know of it, %s", async (way) => {
  const team = await aTeam();
  const { id } = await anInsight({ person: await aPerson({ team }), sent: { visibility: "team" } });
  const colleague = await aPerson({ team, name: "Noor Hassan" });
  await aPerson({ name: "Someone Elsewhere" });
  const page = await browser.signedInAs(await aPerson({ team, name: "Lena Okafor" }), viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.follow("Who should know?");
  await page.getByText(/may not read this insight, because it is for one team only/).waitFor();
  expect(await page.getByText("Someone Elsewhere").count()).toBe(0);
  await hands.pick("Whom to tell", "noor", "Noor Hassan");
  await hands.write("A few words to them", "One for you");
  await hands.press("Tell them");
  const told = page.getByRole("list", { name: "Who was told" });
  await told.getByText(/Lena Okafor told Noor Hassan/).waitFor();

  const theirs = await browser.signedInAs(colleague, viewFor[way]);
  await theirs.goto(`/insights/${id}`);
  await theirs.getByText("One for you").waitFor();
});

test.each(ways)("I thank whoever posted it, and take it back, %s", async (way) => {
  const { id } = await anInsight();
  const page = await browser.signedInAs(await aPerson(), viewFor[way]);
  const hands = handsOf(page, way);
  await page.goto(`/insights/${id}`);
  await hands.press("Thanks");
  await page.getByText("Thanked by you").waitFor();
  await hands.press("Thanked · undo");
  await page.getByRole("button", { name: "Thanks" }).waitFor();
  await page.getByText("Thanked by").waitFor({ state: "detached" });
});

test.each([true, false])("two who correct a comment at once see both, script: %s", async (javaScript) => {
  const { id } = await anInsight();
  const person = await aPerson();
  const comment = await aComment({ insightId: id, person, body: "In May." });
  const view = { javaScript, expecting: [/status of 409/] };
  const [here, there] = [await browser.signedInAs(person, view), await browser.signedInAs(person, view)];
  for (const page of [here, there]) await page.goto(`/insights/${id}?open=${comment}`);
  const rewrite = async (page: Page, text: string, button: string) => {
    await page.getByLabel("Your comment").fill(text);
    await page.getByRole("button", { name: button }).click();
  };
  await rewrite(there, "In June.", "Save comment");
  await there.locator(".prose", { hasText: "In June." }).waitFor();
  await rewrite(here, "In July.", "Save comment");
  await here.getByRole("alert").getByText("In June.").waitFor();
  expect(await here.getByLabel("Your comment").inputValue()).toBe("In July.");
  await rewrite(here, "In June or July.", "Save mine over it");
  await here.locator(".prose", { hasText: "In June or July." }).waitFor();
});

test("what is typed stays when something else on the page is pressed, and when nothing can be saved", async () => {
  const { id } = await anInsight();
  const page = await browser.signedInAs(await aPerson(), {
    expecting: [/Failed to fetch/, /ERR_FAILED/, /status of 40/],
  });
  await page.goto(`/insights/${id}`);
  const field = page.getByLabel("Add a comment");
  await field.fill("Half a thought");
  await page.getByRole("button", { name: "Thanks" }).click();
  await page.getByText("Thanked by you").waitFor();
  expect(await field.inputValue()).toBe("Half a thought");
  await page.route(/\/insights\/.*\/talk/, (route) => route.abort());
  await page.getByRole("button", { name: "Post comment" }).click();
  await page.getByText(/Not done: Corridor could not be reached/).waitFor();
  expect(await field.inputValue()).toBe("Half a thought");
  await page.unroute(/\/insights\/.*\/talk/);
  await page.getByRole("button", { name: "Post comment" }).click();
  await page
    .getByRole("article", { name: /^Comment by/ })
    .getByText("Half a thought")
    .waitFor();
});
