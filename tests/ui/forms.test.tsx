import { expect, test } from "vitest";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckField, CheckGroup } from "#app/ui/check-field.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field.tsx";
import { described, render } from "./render.tsx";

test("a field's label is bound, and its hint and error are read with it, in that order", () => {
  const body = render(<TextField name="title" label="Title" hint="A few words." error="Write a title" />);
  const input = body.querySelector("input");
  expect(body.querySelector("label")?.htmlFor).toBe("title");
  expect(input?.id).toBe("title");
  expect(input?.getAttribute("aria-invalid")).toBe("true");
  expect(described(body, input)).toEqual(["A few words.", "Error: Write a title"]);
});

test("a field without hint or error points at nothing", () => {
  const input = render(<TextField name="title" label="Title" />).querySelector("input");
  expect(input?.hasAttribute("aria-describedby")).toBe(false);
  expect(input?.hasAttribute("aria-invalid")).toBe(false);
});

test("what a form library says about a field is kept, and nothing is said twice", () => {
  const body = render(
    <>
      <TextField name="a" label="A" error="Wrong" aria-describedby="a-error" />
      <TextField name="b" label="B" aria-describedby="elsewhere" />
    </>,
  );
  const [a, b] = body.querySelectorAll("input");
  expect(a?.getAttribute("aria-describedby")).toBe("a-error");
  expect(b?.getAttribute("aria-describedby")).toBe("elsewhere");
});

test("several errors of one field are all shown", () => {
  const body = render(<TextAreaField name="text" label="Text" error={["Too long", "No links here"]} />);
  expect(described(body, body.querySelector("textarea"))).toEqual(["Error: Too longError: No links here"]);
});

test("two forms on a page may hold a field of one name", () => {
  const body = render(
    <>
      <TextField name="q" id="here" label="Here" />
      <SelectField name="q" id="there" label="There">
        <option>One</option>
      </SelectField>
    </>,
  );
  expect([...body.querySelectorAll("label")].map((label) => label.htmlFor)).toEqual(["here", "there"]);
  expect([...body.querySelectorAll("input, select")].map(({ id }) => id)).toEqual(["here", "there"]);
});

test("a hidden label is still there to be read, and an optional field says so", () => {
  const body = render(<TextField name="note" label="Note" hideLabel optional />);
  expect(body.querySelector("label")?.textContent).toBe("Note (optional)");
  expect(body.querySelector("label")?.className).toBe("sr-only");
});

test("a tick box is named by the words beside it", () => {
  const body = render(
    <CheckGroup legend="Who may see it">
      <CheckField type="radio" name="who" value="all" label="All staff" hint="The usual" />
    </CheckGroup>,
  );
  expect(body.querySelector("legend")?.textContent).toBe("Who may see it");
  expect(body.querySelector("input")?.labels?.[0]?.textContent).toBe("All staffThe usual");
});

test("a pending button says so and keeps its place in the tab order", () => {
  const button = render(
    <Button pending pendingLabel="Posting…">
      Post insight
    </Button>,
  ).querySelector("button");
  expect(button?.textContent).toBe("Posting…");
  expect(button?.getAttribute("aria-disabled")).toBe("true");
  expect(button?.disabled).toBe(false);
});

test("a button submits unless told otherwise, and a link that looks like one is a link", () => {
  const body = render(
    <>
      <Button>Save</Button>
      <ButtonLink to="/weeks" variant="secondary">
        Earlier weeks
      </ButtonLink>
    </>,
  );
  expect(body.querySelector("button")?.type).toBe("submit");
  expect(body.querySelector("a")?.getAttribute("href")).toBe("/weeks");
});

test("the summary counts the errors and links to each field", () => {
  const body = render(
    <ErrorSummary
      reassurance="What you typed is still here."
      errors={[
        { id: "text", message: "Write a sentence" },
        { id: "department", message: "Choose a department" },
      ]}
    />,
  );
  const box = body.querySelector("[role=alert]");
  expect(box?.getAttribute("tabindex")).toBe("-1");
  expect(box?.textContent).toContain("2 things need your attention");
  expect([...body.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
    "#text",
    "#department",
  ]);
});

test("without errors there is no summary", () => {
  expect(render(<ErrorSummary errors={[]} />).textContent).toBe("");
});
