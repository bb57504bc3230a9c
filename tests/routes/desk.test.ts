import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false });

const source = "01920000-0000-7000-8000-000000000201";
const keyIn = (html: string) => /name="key" value="([^"]+)"/.exec(html)?.[1] ?? "";

test("save and next keeps what was chosen; what was counted can be taken back and put back", async () => {
  const client = await app.as(await aPerson({ role: "assistant" }));
  const department = await aDepartment({ name: "Department of Questions" });
  const page = await client.get("/desk");
  expect(page.text).toContain("Nothing today yet");
  const sent = {
    intent: "log",
    key: keyIn(page.text),
    department: department.slug,
    source,
    kind: "referencing",
    effort: "4",
    count: "3",
  };
  const saved = await client.post("/desk", sent);
  expect(saved.status).toBe(302);
  expect((await client.post("/desk", sent)).location).toBe(saved.location);
  const next = await client.get(saved.location!.replace(/#.*/, ""));
  expect(next.text).toContain("3 today");
  expect(next.text).toMatch(/<input[^>]*value="referencing"[^>]*checked|checked[^>]*value="referencing"/);
  expect(next.text).toMatch(/<option[^>]*(value="[^"]*" )?selected[^>]*>Department of Questions/);
  const id = /name="id" value="([^"]+)"/.exec(next.text)?.[1] ?? "";
  expect((await client.post("/desk", { intent: "take-back", id })).status).toBe(302);
  const gone = await client.get("/desk");
  expect(gone.text).toContain("Nothing today yet");
  expect(gone.text).toContain("Put back");
  await client.post("/desk", { intent: "put-back", id });
  expect((await client.get("/desk")).text).toContain("3 today");
  const stranger = await app.as(await aPerson());
  expect((await stranger.post("/desk", { intent: "take-back", id })).status).toBe(404);
});

test("what is wrong stands beside its field with what was chosen; a new place is added once", async () => {
  const client = await app.as(await aPerson());
  const answer = await client.post("/desk", {
    intent: "log",
    key: crypto.randomUUID(),
    source,
    kind: "",
    effort: "5",
    count: "12",
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Choose what it was about");
  expect(answer.text).toContain('value="12"');
  for (const name of ["Law  library desk", "law library desk"])
    expect((await client.post("/desk", { intent: "add-source", name })).status).toBe(302);
  const page = await client.get("/desk");
  expect(page.text.match(/>Law library desk</gi)).toHaveLength(1);
  expect((await client.post("/desk", { intent: "add-source", name: " " })).status).toBe(400);
});

test("the rows behind a figure are listed and saved as a file no spreadsheet runs", async () => {
  const person = await aPerson();
  const client = await app.as(person);
  const department = await aDepartment({ name: "=Formulae and Sums" });
  await client.post("/desk", { intent: "add-source", name: "+44 telephone" });
  const page = await client.get("/desk");
  const telephone = /<option[^>]*value="([^"]+)"[^>]*>\+44 telephone/.exec(page.text)?.[1] ?? "";
  for (const kind of ["research", "research", "access"]) {
    const sent = { intent: "log", key: crypto.randomUUID(), source: telephone, kind, effort: "" };
    expect((await client.post("/desk", { ...sent, department: department.slug })).status).toBe(302);
  }
  const rows = await client.get(`/desk/enquiries?department=${department.slug}&kind=research`);
  expect(rows.text).toContain("2 enquiries in 2 rows");
  const address = `/desk/enquiries.csv?department=${department.slug}`;
  expect((await client.get(address)).status, "an address takes no file out").toBe(405);
  const file = await client.post(address, {});
  expect(file.headers.get("content-type")).toContain("text/csv");
  expect(file.text.trim().split("\r\n")).toHaveLength(4);
  expect(file.text).toContain(`"'=Formulae and Sums","'+44 telephone"`);
  const noted = await db.select().from(events).where(eq(events.actorId, person.id));
  expect(noted.filter(({ name }) => name === "enquiries.exported")).toMatchObject([
    { fields: ["department"] },
  ]);
  for (const wrong of ["kind=nothing", "from=tomorrow", "before=x", "department=A%20B", "kind=a&kind=b"])
    expect((await client.get(`/desk/enquiries?${wrong}`)).status, wrong).toBe(400);
});

test("enquiries are taken out by a form of ours, ten files an hour", async () => {
  const client = await app.as(await aPerson({ role: "editor" }));
  for (const path of ["/desk/enquiries", "/desk/import"])
    expect((await client.get(path)).text, path).toContain('method="post" action="/desk/enquiries.csv"');
  for (let number = 0; number < 10; number += 1)
    expect((await client.post("/desk/enquiries.csv", {})).status).toBe(200);
  expect((await client.post("/desk/enquiries.csv", {})).status).toBe(429);
});
