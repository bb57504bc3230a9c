import { expect, test } from "vitest";
import { type SignInAnswer, SignInForm } from "#app/people/sign-in-form.tsx";
import { render } from "#tests/ui/render.tsx";

function said(answer: SignInAnswer): string[] {
  const page = render(<SignInForm to="/" answer={answer} />);
  return [...page.querySelectorAll("[role=alert]")].map(({ textContent }) => textContent ?? "");
}

test.each([
  [{ unavailable: true }, "Nobody can sign in just now"],
  [{ signedOut: true }, "You have been signed out"],
  [{ tooLarge: true }, "that was too much at once"],
] as const)("why nobody was signed in is said: %j", (answer, words) => {
  expect(said(answer).join()).toContain(words);
});

test("nothing is said before anything went wrong", () => expect(said({})).toEqual([]));
