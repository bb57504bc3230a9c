import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { linkOn } from "#tests/people/people.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aDepartment } from "#tests/support/factories.ts";
import { keyOf } from "#tests/support/pages.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const password = "a long way from the desk";
const run = promisify(execFile);

const setUp = (...more: string[]) =>
  run(
    process.execPath,
    [
      "scripts/setup.ts",
      ...["--library-name", "Bell Chambers Library", "--time-zone", "Europe/Dublin"],
      ...["--department-word", "practice group", "--department-words", "practice groups"],
      ...["--week-day", "5", "--week-time", "16:00"],
      ...["--name", "Ruth Bell", "--email", "ruth@bell.example", "--team", "Enquiries"],
      ...more,
    ],
    {
      env: {
        ...process.env,
        DATABASE_URL: app.database.url,
        MEILISEARCH: "off",
        CORRIDOR_ADMIN_PASSWORD: password,
      },
    },
  );

async function join(admin: Client, name: string): Promise<Client> {
  const email = `${name.toLowerCase()}@bell.example`;
  const sent = {
    intent: "invite",
    id: crypto.randomUUID(),
    name,
    email,
    role: "liaison",
    jobTitle: "",
    team: "Enquiries",
  };
  const path = linkOn(await admin.post("/settings/people", sent));
  const colleague = await app.as();
  expect((await colleague.post(path, { next: `${name} and twelve sparrows` })).location).toBe("/");
  return colleague;
}

test("from nothing to two invited colleagues who read each other, on an empty library of their own", async () => {
  await expect(setUp("--week-day", "9")).rejects.toThrow("Choose a day");
  const { stdout } = await setUp();
  expect(stdout).toContain("Bell Chambers Library is there. Ruth Bell signs in as ruth@bell.example");
  await expect(setUp()).rejects.toThrow("it was set up before");

  const admin = await app.as();
  expect((await admin.post("/sign-in", { email: "ruth@bell.example", password, to: "/" })).location).toBe(
    "/",
  );
  expect((await admin.get("/settings/library")).text).toContain('value="Bell Chambers Library"');
  const [ann, bob] = [await join(admin, "Ann"), await join(admin, "Bob")];
  const { slug } = await aDepartment({ name: "Shipping law" });
  const post = async (client: Client, body: string) => {
    const key = keyOf((await client.get("/insights/new")).text);
    return client.post("/insights/new", { key, body, departments: slug, channel: "coffee" });
  };
  expect((await post(ann, "They want the tide tables online, @bob")).status).toBe(302);
  expect((await post(bob, "The tide tables are on their way, @ann")).status).toBe(302);
  expect((await bob.get("/")).text).toContain("They want the tide tables online");
  expect((await ann.get("/")).text).toContain("The tide tables are on their way");
  expect((await ann.get("/search?q=tide+tables")).text).toContain("on their way");
  expect((await ann.get("/departments")).text).toContain("Practice groups");
}, 180_000);
