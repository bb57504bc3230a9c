import { expect, test } from "vitest";
import { NotDone } from "#app/ui/not-done.tsx";
import { render } from "./render.tsx";

test.each([
  [{ unavailable: true }, "could not be reached"],
  [{ signedOut: true }, "signed out"],
  [{ tooLarge: true }, "too much"],
  [{ tooOften: 1 }, "Wait a second"],
  [{ tooOften: 40 }, "Wait 40 seconds"],
  [{ tooOften: 600 }, "Wait 10 minutes"],
] as const)("what was not done is said: %j", (answer, words) => {
  const page = render(<NotDone answer={answer} />);
  expect(page.querySelector("[role=alert]")?.textContent).toContain(words);
});

test("nothing is said when it was done", () => {
  expect(render(<NotDone answer={{}} />).querySelector("[role=alert]")).toBeNull();
});
