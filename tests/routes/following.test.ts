import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

test("without script: followed from its page and back there, listed, stopped, and taken up again", async () => {
  const department = await aDepartment({ name: "School of Informatics", slug: "informatics" });
  const client = await app.as(await aPerson());
  const address = `/departments/${department.slug}`;
  const send = (intent: string, back: string) =>
    client.post("/me/following", { intent, kind: "department", slug: department.slug, back });

  expect((await client.get("/me/following")).text).toContain("You follow nothing yet");
  expect((await client.get(address)).text).toMatch(/name="intent" value="follow"/);
  expect((await send("follow", address)).location).toBe(address);
  expect((await client.get(address)).text).toMatch(/name="intent" value="unfollow"/);
  expect((await client.get("/me/following")).text).toContain(`href="${address}"`);

  const stopped = await send("unfollow", "/me/following");
  expect(stopped.location).toBe("/me/following?kind=department&stopped=informatics");
  const page = await client.get(stopped.location ?? "");
  expect(page.text).toContain("You no longer follow School of Informatics.");
  expect(page.text).toContain("You follow nothing yet");
  expect((await send("follow", "/me/following")).location).toBe("/me/following");
  expect((await client.get("/me/following")).text).toContain(`href="${address}"`);
});

test("one is led nowhere else, and to what there is not one is led by nothing", async () => {
  const client = await app.as(await aPerson());
  const { slug } = await aDepartment();
  const sound = { intent: "follow", kind: "department", slug };
  const away = await client.post("/me/following", { ...sound, back: "//elsewhere.example/" });
  expect(away.location).toBe("/me/following");
  for (const wrong of [
    { kind: "department", slug: "nowhere" },
    { kind: "person", slug },
    { kind: "team", slug: "\0" },
    { kind: "tag", slug: "' or 1=1" },
    { kind: "__proto__", slug },
  ])
    expect((await client.post("/me/following", { ...sound, ...wrong })).status).toBe(404);
});

test("a tag of what one may not read is followed by nobody, and looks like none", async () => {
  const author = await aPerson();
  await anInsight({ person: author, sent: { visibility: "me", tags: ["kept-close"] } });
  const [stranger, own] = [await app.as(await aPerson()), await app.as(author)];
  const form = { intent: "follow", kind: "tag", slug: "kept-close", back: "/tags/kept-close" };
  expect((await stranger.post("/me/following", form)).status).toBe(404);
  const asked = await stranger.get("/me/following?kind=tag&stopped=kept-close");
  expect(asked.text).not.toContain("You no longer follow");
  expect((await own.post("/me/following", form)).location).toBe("/tags/kept-close");
});

test("a colleague's team is followed from their page, and one's own team is not offered", async () => {
  const [reader, colleague] = [await aPerson(), await aPerson()];
  const mate = await aPerson({ team: reader.team });
  const client = await app.as(reader);
  const { slug, name } = colleague.team;
  const address = `/people/${colleague.handle}`;
  const form = { kind: "team", slug, back: address };
  expect((await client.get(address)).text).toMatch(/name="intent" value="follow".*Follow Team/s);
  expect((await client.post("/me/following", { ...form, intent: "follow" })).location).toBe(address);
  const followed = (await client.get(address)).text;
  expect(followed).toMatch(/name="intent" value="unfollow"/);
  expect(followed).toContain(`Stop following ${name}`);
  expect((await client.get("/me/following")).text).toContain(name);
  expect((await client.get(`/people/${mate.handle}`)).text).not.toContain('value="follow"');
});
