import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const browser = useBrowser();
let person: Person;

beforeAll(async () => {
  person = await aPerson({ role: "editor" });
  await aDepartment({ name: "Informatics", slug: "informatics" });
});

const rows = (mark: string) =>
  Buffer.from(
    [
      "Note;Unit;Heard",
      `${mark} wants one page on a phone;Informatics;3/11/2023`,
      `${mark} asks for text mining;Dept of CS;4/11/2023`,
      `${mark} never was;Atlantis;5/11/2023`,
      "",
    ].join("\n"),
  );

test.each([
  ["with script", true],
  ["without script", false],
])(
  "a file of notes is brought in and taken back %s",
  async (_, javaScript) => {
    const mark = javaScript ? "Scripted" : "Plain";
    const page = await browser.signedInAs(person, { javaScript, expecting: [/status of 400/] });
    /** Without script the page is asked again by its link, as a reader would. */
    const until = async (words: RegExp) => {
      const there = page.getByText(words).first();
      if (javaScript) return there.waitFor();
      const again = page.getByRole("link", { name: "Look again" });
      const lookAgain = async () => {
        await there.or(again).first().waitFor();
        if (await there.isVisible()) return true;
        const loaded = page.waitForEvent("load");
        await again.click();
        await loaded;
        return false;
      };
      await expect.poll(lookAgain, { timeout: 40_000 }).toBe(true);
    };

    await page.goto("/settings/import");
    await page
      .getByLabel("File", { exact: true })
      .setInputFiles({ name: "notes.csv", mimeType: "text/csv", buffer: rows(mark) });
    await page.getByRole("button", { name: "Look at the file" }).click();

    await page.getByLabel("Text", { exact: true }).selectOption("Note");
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByRole("alert").getByText("Choose a column, or one department").waitFor();
    await page.getByLabel("Text", { exact: true }).selectOption("Note");
    await page.getByLabel("Departments", { exact: true }).selectOption("Unit");
    await page.getByLabel("Date heard", { exact: true }).selectOption("Heard");
    await page.getByLabel("Use the channel").selectOption({ index: 1 });
    await page.getByRole("button", { name: "Check the file" }).click();

    await until(/Checked, nothing posted yet/);
    await page.getByText("1 would be brought in, 2 refused").waitFor();
    await page.getByLabel("Dept of CS").selectOption("informatics");
    await page.getByRole("button", { name: "Check again with these" }).click();
    await until(/2 would be brought in, 1 refused/);
    await page.getByRole("button", { name: "Bring in 2 insights" }).click();
    await until(/2 brought in, 1 refused/);
    await page.getByText("“Atlantis” is no department here").waitFor();

    await page.goto("/departments/informatics");
    await page.getByText(`${mark} asks for text mining`).first().waitFor();
    await page.goto("/settings/import");
    await page
      .getByRole("link", { name: /notes\.csv/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Undo this import" }).click();
    await until(/2 withdrawn/);
    await page.goto("/departments/informatics");
    expect(await page.getByText(`${mark} asks for text mining`).count()).toBe(0);
  },
  90_000,
);
