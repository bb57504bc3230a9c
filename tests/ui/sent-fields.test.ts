import { expect, test } from "vitest";
import { sentFields } from "#app/ui/sent-fields.ts";

test("a field has its own name, what was sent of it, and what is wrong with that", () => {
  const field = sentFields({ email: "nobody", team: "Law" }, { email: "This is no address" });
  expect(field("email")).toEqual({ name: "email", defaultValue: "nobody", error: "This is no address" });
  expect(field("team")).toEqual({ name: "team", defaultValue: "Law", error: undefined });
});
