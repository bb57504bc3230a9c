import { expect, test } from "vitest";
import { isUniqueViolation } from "#db/errors.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment } from "#tests/support/factories.ts";

useDatabase();

/** What a database's refusal is called: the constraint that refused. */
function refusedBy(constraint: string) {
  return expect.objectContaining({ cause: expect.objectContaining({ constraint_name: constraint }) });
}

test.each(["new", "all", "briefing", "evidence", "search", "Informatics", "a b", "-a", ""])(
  "no department can have the slug %j",
  async (slug) => {
    await expect(aDepartment({ slug })).rejects.toEqual(refusedBy("departments_slug_usable"));
  },
);

test("two departments cannot share a slug, and the refusal can be told from others", async () => {
  const { slug } = await aDepartment({ slug: "informatics" });
  const refusal = await aDepartment({ slug }).catch((error: unknown) => error);
  expect(isUniqueViolation(refusal, "departments_slug_unique")).toBe(true);
  expect(isUniqueViolation(refusal, "people_email_key")).toBe(false);
});
