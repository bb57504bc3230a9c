import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { aPdf } from "#tests/files/samples.ts";
import { type SentPart, sendForm } from "#tests/files/sending.ts";
import { useApp } from "#tests/support/app.ts";
import { type ADepartment, aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, settings: { WRITES_PER_MINUTE: "10000" } });
let person: Person;
let department: ADepartment;
const pdf: SentPart = { name: "Minutes.pdf", bytes: aPdf() };

beforeAll(async () => {
  person = await aPerson();
  department = await aDepartment();
  // Somewhere for them to have arrived.
  await sendForm(app, { person, path: "/files", parts: [pdf] });
});

const form = (more: Record<string, string | string[]> = {}) => ({
  key: crypto.randomUUID(),
  body: "A poster on the second floor.",
  departments: department.slug,
  channel: "coffee",
  filesShown: "1",
  ...more,
});

function incoming(): string[] {
  return readdirSync(join(process.env.FILES_DIR ?? "", "incoming"));
}

/** It is cleared away when the answer has been sent. */
async function nothingIncoming(): Promise<void> {
  await expect.poll(() => incoming()).toEqual([]);
}

test("from somebody signed out nothing is written, and the words are read", async () => {
  const answer = await sendForm(app, { path: "/insights/new", fields: form(), parts: [pdf] });
  expect(answer.status).toBe(401);
  await nothingIncoming();
  expect((await sendForm(app, { path: "/files", parts: [pdf] })).status).toBe(401);
});

test("files at any other address are refused as before", async () => {
  const answer = await sendForm(app, { person, path: "/me", fields: { intent: "x" }, parts: [pdf] });
  expect(answer.status).toBe(400);
  const large = await sendForm(app, {
    person,
    path: "/me",
    parts: [{ ...pdf, bytes: Buffer.alloc(300_000) }],
  });
  expect(large.status).toBe(413);
});

test("a form's words have the limit they always had, whatever files may weigh", async () => {
  const answer = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ body: "x".repeat(257 * 1024) }),
  });
  expect(answer.status).toBe(413);
  const many = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ tags: Array(201).fill("a") }),
  });
  expect(many.status).toBe(400);
  const reserved = await sendForm(app, {
    person,
    path: "/insights/new",
    fields: form({ "__proto__[x]": "1" }),
  });
  expect(reserved.status).toBe(400);
});

async function raw(
  headers: Record<string, string>,
  write: (send: (bytes: Buffer) => Promise<void>) => Promise<void>,
) {
  const { cookies } = await app.as(person);
  const { hostname, port } = new URL(app.origin);
  return new Promise<{ status: number }>((resolve, reject) => {
    const sending = httpRequest({
      hostname,
      port,
      path: "/insights/new",
      method: "POST",
      headers: {
        "content-type": "multipart/form-data; boundary=b",
        "sec-fetch-site": "same-origin",
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...headers,
      },
    });
    sending.once("response", (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0 });
    });
    sending.once("error", reject);
    const send = (bytes: Buffer) =>
      new Promise<void>((sent) => {
        if (sending.destroyed || sending.write(bytes)) sent();
        else sending.once("drain", sent).once("close", sent);
      });
    write(send).then(() => sending.end(), reject);
  });
}

const head = (name: string) =>
  Buffer.from(`--b\r\ncontent-disposition: form-data; name="upload"; filename="${name}"\r\n\r\n`);

test("51 MB in all are the most, counted as they come", async () => {
  const answer = await raw({ "transfer-encoding": "chunked" }, async (send) => {
    for (let at = 0; at < 6; at++) {
      await send(head(`${at}.pdf`));
      for (let piece = 0; piece < 10; piece++) await send(Buffer.alloc(1024 * 1024, "%"));
      await send(Buffer.from("\r\n"));
    }
  });
  expect(answer.status).toBe(413);
  expect((await raw({ "content-length": String(60 * 1024 * 1024) }, async () => {})).status).toBe(413);
  await nothingIncoming();
});

test("a form broken off in the middle is no form, and leaves nothing", async () => {
  const { status } = await raw({}, async (send) => {
    await send(head("half.pdf"));
    await send(aPdf({ bytes: 200_000 }));
  });
  expect(status).toBe(400);
  await nothingIncoming();
});

const [attach, detach] = ["mount", "umount"] as const;
const mayMount = process.platform === "linux" && process.getuid?.() === 0;

test.runIf(mayMount)(
  "on a full disk the file is refused in words, the text stays, and posting goes on",
  async () => {
    const place = process.env.FILES_DIR ?? "";
    execFileSync(attach, ["-t", "tmpfs", "-o", "size=1m", "none", place]);
    try {
      const large = { name: "large.pdf", bytes: aPdf({ bytes: 3_000_000 }) };
      const answer = await sendForm(app, { person, path: "/insights/new", fields: form(), parts: [large] });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("“large.pdf” could not be kept, as the server has no room left");
      expect(answer.text).toContain("A poster on the second floor.");
      // Room for it to arrive, but none to keep it beside.
      const middle = { name: "middle.pdf", bytes: aPdf({ bytes: 700_000 }) };
      const alone = await sendForm(app, { person, path: "/files", parts: [middle] });
      expect([alone.status, alone.text.includes("no room left")]).toEqual([507, true]);
      expect((await sendForm(app, { person, path: "/insights/new", fields: form() })).status).toBe(302);
      expect(
        (await sendForm(app, { person, path: "/files", parts: [{ name: "s.pdf", bytes: aPdf() }] })).status,
      ).toBe(201);
    } finally {
      // What came last may be cleared away yet.
      execFileSync(detach, ["-l", place]);
    }
  },
);

test("a form that is none of its own account is refused, and the process goes on", async () => {
  const fatal: unknown[] = [];
  const hear = (error: unknown) => fatal.push(error);
  process.on("uncaughtExceptionMonitor", hear);
  const headless = ["no colon", 'Content-Disposition: form-data; name="a\0"', ": x", "Content-Type"];
  for (const line of headless) {
    const { status } = await raw({ "transfer-encoding": "chunked" }, (send) =>
      send(Buffer.from(`--b\r\n${line}\r\n\r\nx\r\n--b--\r\n`)),
    );
    expect(status, line).toBe(400);
  }
  process.off("uncaughtExceptionMonitor", hear);
  expect(fatal).toEqual([]);
});
