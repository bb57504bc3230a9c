import { expect, test } from "vitest";
import { insightLimits } from "#app/insights/insight.ts";
import { searchText } from "#app/insights/search-text.ts";
import { newId } from "#db/new-id.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false });

function asFound(plainText: string): string {
  return searchText({ plainText, departmentNames: [], tagNames: [] });
}

/** As much of it as an insight may hold. */
function filled(unit: string): string {
  return unit.repeat(Math.floor(insightLimits.bodyBytes / Buffer.byteLength(unit)));
}

// The slowest of all pairs of letters, digits and marks, in PostgreSQL's parser.
const slow = ["_1", "_a", "a_", "/~", "/.", "~/", "./", "~'", "a@", "a-", "1e-", "://a.", "<a ", "&#", "é_"];

test.each(slow)(
  "nothing but letters and digits reaches the parser, not even of %s again and again",
  (unit) => {
    for (const token of asFound(filled(unit)).split(/\s/)) expect(token).toMatch(/^[\p{L}\p{N}]*$/u);
  },
);

test("an address, a path and a number are found by their words, as queries ask for them", () => {
  expect(asFound("See library.northmoor.example/open_access (1.5 GB, priya@northmoor.example)")).toBe(
    "see library northmoor example open access 1 5 gb priya northmoor example",
  );
  expect(searchText({ plainText: "Café", departmentNames: ["R&D"], tagNames: ["open-access"] })).toBe(
    "cafe\nr d\nopen access",
  );
});

test.each(["_a", "_1", "/~"])("all the text one may post made of %s is posted", async (unit) => {
  const client = await app.as(await aPerson());
  const posted = await client.post("/insights/new", {
    key: newId(),
    body: filled(unit).slice(0, 19_800),
    departments: (await aDepartment()).slug,
    channel: "coffee",
  });
  expect(posted.status).toBe(302);
});
