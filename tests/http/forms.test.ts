import { expect, test } from "vitest";
import { field, fields, readForm } from "#app/http/form-data.server.ts";
import { pageNumber, searchParams } from "#app/http/search-params.server.ts";

const urlEncoded = "application/x-www-form-urlencoded";

function post(body: BodyInit, type?: string): Request {
  const headers = type ? { "Content-Type": type } : undefined;
  return new Request("http://localhost/x", { method: "POST", body, headers });
}

function get(query: string): Request {
  return new Request(`http://localhost/x?${query}`);
}

async function statusOf(work: () => unknown): Promise<number> {
  try {
    await work();
    return 200;
  } catch (error) {
    if (error instanceof Response) return error.status;
    throw error;
  }
}

test("fields are read as sent, single or repeated, from both kinds of form", async () => {
  const typed = "Exams moved to week 12.\r\nStudents don't know – “ask the desk” 🙂";
  const parts = new FormData();
  for (const [name, value] of [
    ["text", typed],
    ["department", "law"],
    ["department", "music"],
  ] as const) {
    parts.append(name, value);
  }
  const encoded = new URLSearchParams([...parts.entries()] as [string, string][]);
  for (const request of [
    post(parts),
    post(encoded),
    post(encoded.toString(), `${urlEncoded};charset=UTF-8`),
  ]) {
    const form = await readForm(request);
    expect(field(form, "text")).toBe(typed);
    expect(fields(form, "department")).toEqual(["law", "music"]);
    expect(field(form, "nothing")).toBeUndefined();
    expect(fields(form, "nothing")).toEqual([]);
    expect(await statusOf(() => field(form, "department"))).toBe(400);
  }
});

test.each([
  "application/json",
  "text/plain",
  "text/xml",
  "multipart/mixed; boundary=x",
  "",
  "x-www-form-urlencoded",
])("a body that is no form is refused: %s", async (type) =>
  expect(await statusOf(() => readForm(post('{"a":1}', type || undefined)))).toBe(415),
);

test("files, broken parts and too many fields are refused", async () => {
  const file = new FormData();
  file.append("text", new Blob(["x"]), "x.txt");
  expect(await statusOf(() => readForm(post(file)))).toBe(400);
  expect(await statusOf(() => readForm(post("--x\r\nnonsense", "multipart/form-data; boundary=y")))).toBe(
    400,
  );
  expect(await statusOf(() => readForm(post("x", "multipart/form-data")))).toBe(400);
  expect(await statusOf(() => readForm(post("a=b&".repeat(200), urlEncoded)))).toBe(200);
  expect(await statusOf(() => readForm(post("a=b&".repeat(201), urlEncoded)))).toBe(400);
  const start = performance.now();
  expect(await statusOf(() => readForm(post("a&".repeat(120_000), urlEncoded)))).toBe(400);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test.each([
  "__proto__",
  "__proto__[isAdmin]",
  "__proto__.isAdmin",
  "constructor.prototype.isAdmin",
  "constructor[prototype][isAdmin]",
  "tags[__proto__]",
  "tags[0].__proto__.isAdmin",
  "prototype",
  "x".repeat(101),
])("a field that would reach a prototype is refused: %s", async (name) => {
  const body = new URLSearchParams([[name, "true"]]);
  expect(await statusOf(() => readForm(post(body)))).toBe(400);
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
});

test("a field named like a method of objects is only a field", async () => {
  const form = await readForm(post(new URLSearchParams({ toString: "x", hasOwnProperty: "y" })));
  expect(field(form, "toString")).toBe("x");
  expect(field(form, "valueOf")).toBeUndefined();
});

test("what PostgreSQL cannot keep never reaches it", async () => {
  const form = await readForm(post("text=a%00b%ED%A0%80c%FF", urlEncoded));
  const text = field(form, "text") ?? "";
  expect(text).toMatch(/^ab\ufffd+c\ufffd$/);
  expect(text).not.toMatch(/\p{Surrogate}/u);
  expect(searchParams(get("q=a%00b"), { one: ["q"] }).q).toBe("ab");
});

test("only named parameters are read, each as often as it may come", async () => {
  const params = searchParams(get("q=exam&tag=a&tag=b&utm_source=mail"), {
    one: ["q", "page"],
    many: ["tag"],
  });
  expect({ ...params }).toEqual({ q: "exam", page: undefined, tag: ["a", "b"] });
  expect(Object.getPrototypeOf(params)).toBeNull();
  for (const query of ["q=a&q=b", "q[]=a", "q[a]=b", "tag[]=a", "tag=a&".repeat(51)]) {
    expect(await statusOf(() => searchParams(get(query), { one: ["q"], many: ["tag"] }))).toBe(400);
  }
});

test("pages go from 1 to 50", async () => {
  expect([undefined, "", "1", "07", "50"].map(pageNumber)).toEqual([1, 1, 1, 7, 50]);
  for (const page of ["0", "-1", "51", "1e9", "1.5", "0x2", " 2", "٣", "99999999999", "NaN", "2;drop"]) {
    expect(await statusOf(() => pageNumber(page))).toBe(400);
  }
});
