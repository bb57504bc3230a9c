import { beforeAll, expect, test } from "vitest";
import type { FoundImport } from "#app/imports/find-import.server.ts";
import type { Person } from "#app/people/person.ts";
import { asInTable } from "#tests/security/route-matrix.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson, aTeam } from "#tests/support/factories.ts";
import { withoutChance } from "#tests/support/pages.ts";
import { bringIn, seen } from "./bring-in.ts";

const app = useApp({ worker: false, search: false });
const people = new Map<string, Person>();
const canary = "Secretword";
let found: FoundImport;

beforeAll(async () => {
  const team = await aTeam();
  for (const role of ["assistant", "liaison", "editor", "admin"] as const)
    people.set(role, await aPerson({ role }));
  people.set("mate", await aPerson({ team, role: "editor" }));
  people.set("owner", await aPerson({ team, role: "editor" }));
  const { slug } = await aDepartment();
  const file = `Text,Departments,Channel,Who may see it\nGood,${slug},coffee,me\n${canary} refused,Nowhere,coffee,me\n`;
  found = (await bringIn({ person: people.get("owner") as Person, file })).done;
});

const address = () => `/settings/import/${found.id}`;

/** Who opens what: 404 is what an import that is not there answers. */
const table: [doing: string, path: () => string, expected: Record<string, string>][] = [
  [
    "the page",
    address,
    {
      "signed-out": "in",
      assistant: "404",
      liaison: "404",
      editor: "404",
      mate: "404",
      admin: "200",
      owner: "200",
    },
  ],
  [
    "the refused rows",
    () => `${address()}/problems.csv`,
    {
      "signed-out": "in",
      assistant: "404",
      liaison: "404",
      editor: "404",
      mate: "404",
      admin: "404",
      owner: "200",
    },
  ],
];

test.each(table)("%s", async (_, path, expected) => {
  const answers: Record<string, string> = {};
  for (const who of Object.keys(expected)) {
    const client = await app.as(people.get(who));
    const answer = await client.get(path());
    answers[who] = asInTable(answer);
    if (who !== "owner") expect(answer.text, who).not.toContain(canary);
    else expect(answer.text).toContain(canary);
    if (answer.status !== 404) continue;
    const none = await client.get(path().replace(found.id, crypto.randomUUID()));
    expect(withoutChance(answer.text)).toBe(withoutChance(none.text));
  }
  expect(answers).toEqual(expected);
});

test("an administrator undoes another's import and does nothing else with it; editors nothing at all", async () => {
  for (const who of ["assistant", "liaison", "editor", "mate"]) {
    expect((await (await app.as(people.get(who))).post(address(), { intent: "undo" })).status, who).toBe(404);
  }
  const admin = await app.as(people.get("admin"));
  for (const intent of ["check", "import", "remap", "meanings"])
    expect((await admin.post(address(), { intent })).status, intent).toBe(404);
  expect((await seen(people.get("owner") as Person, found.id)).state).toBe("finished");
  expect((await admin.post(address(), { intent: "undo" })).status).toBe(302);
  expect((await seen(people.get("owner") as Person, found.id)).state).toBe("undoing");
});

test("an editor who is one no longer does not see what they brought in", async () => {
  const owner = { ...(people.get("owner") as Person), role: "liaison" as const };
  const { findImport } = await import("#app/imports/find-import.server.ts");
  expect(await findImport({ person: owner, id: found.id })).toBeUndefined();
});
