import { describe, expect, test } from "vitest";
import { ownLibrary } from "#tests/people/own-library.ts";
import { linkOn } from "#tests/people/people.ts";
import { type Client, clientOf } from "#tests/support/client.ts";
import { keyOf } from "#tests/support/pages.ts";
import { startInstance } from "./instance.ts";
import { aTemporaryFolder } from "./temporary-folder.ts";

async function join(origin: string, admin: Client, name: string): Promise<Client> {
  const email = `${name.toLowerCase()}@bell.example`;
  const person = { name, email, role: "liaison", jobTitle: "", team: "Enquiries" };
  const invited = await admin.post("/settings/people", {
    intent: "invite",
    id: crypto.randomUUID(),
    ...person,
  });
  const colleague = await clientOf({ origin });
  const link = linkOn(invited);
  expect((await colleague.post(link, { next: `${name} and twelve sparrows` })).location).toBe("/");
  expect((await (await clientOf({ origin })).get(link)).status, "a second time").toBe(404);
  return colleague;
}

async function post(colleague: Client, department: string, body: string): Promise<void> {
  const key = keyOf((await colleague.get("/insights/new")).text);
  const posted = await colleague.post("/insights/new", {
    key,
    body,
    departments: department,
    channel: "coffee",
  });
  expect(posted.status).toBe(302);
}

// What runs is read from /proc.
describe.skipIf(process.platform !== "linux")("npm start -- --empty", () => {
  test("from nothing to two invited colleagues who post to each other, are told, and find it; and it stays theirs", async () => {
    const dataFolder = aTemporaryFolder();
    // Another start at the same time may be about to take the usual port.
    const instance = await startInstance(dataFolder, { PORT: "0" }, ["--empty"]);
    expect(instance.said()).not.toContain("demonstration");
    const [, path = ""] =
      /Make this library yours: http\S+?(\/first-run\/[\w-]+)/.exec(instance.said()) ?? [];
    const origin = instance.url;
    const admin = await clientOf({ origin });
    expect((await admin.post(path, ownLibrary)).location).toBe("/");
    const group = { id: crypto.randomUUID(), kind: "department", parent: "", nicknames: "Shipping" };
    expect((await admin.post("/settings/departments", { ...group, name: "Maritime law" })).status).toBe(302);

    const [ann, bob] = [await join(origin, admin, "Ann"), await join(origin, admin, "Bob")];
    await post(ann, "maritime-law", "They want the tide tables online, @bob");
    await post(bob, "maritime-law", "The tide tables are on their way, @ann");
    expect((await bob.get("/")).text).toContain("They want the tide tables online");
    await expect
      .poll(async () => (await ann.get("/search?q=tide+tabels")).text, { timeout: 60_000 })
      .toContain("on their way");
    for (const [one, words] of [
      [ann, "Bob"],
      [bob, "Ann"],
    ] as const)
      await expect
        .poll(async () => (await one.get("/notifications")).text, { timeout: 60_000 })
        .toMatch(new RegExp(`${words}.{0,200}mentioned`, "s"));

    expect(await instance.end("SIGINT")).toBe(0);
    const again = await startInstance(dataFolder, { PORT: "0" });
    expect(again.said()).not.toMatch(/demonstration|first-run/i);
    expect((await (await clientOf({ origin: again.url })).get("/sign-in")).text).toContain(
      "Bell Chambers Library",
    );
    expect(await again.end("SIGINT")).toBe(0);
  }, 400_000);
});
