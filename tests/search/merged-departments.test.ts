import { expect, test } from "vitest";
import { mergeDepartments } from "#app/departments/merge-departments.server.ts";
import { renameDepartment } from "#app/departments/rename-department.server.ts";
import { listContacting } from "#app/insights/list-contacting.server.ts";
import { readSearch } from "#app/search/understand-request.server.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { someEnquiries } from "#tests/desk/some-enquiries.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();

const today = dayIn("Europe/London", new Date());

test("an address with what went into another, or was renamed, searches where that is now", async () => {
  const person = await aPerson({ role: "editor" });
  const [one, two, three] = [await aDepartment(), await aDepartment(), await aDepartment()];
  await mergeDepartments({ person, slug: one.slug, into: two.slug, today });
  await mergeDepartments({ person, slug: two.slug, into: three.slug, today });
  await renameDepartment({ person, slug: three.slug, name: "School of Renamed Things" });
  const departmentsOf = async (query: string) =>
    (await readSearch({ person, parameters: new URLSearchParams(query) })).departments;
  expect(await departmentsOf(`department=${one.slug}`)).toEqual([three.slug]);
  expect(await departmentsOf(`department=${two.slug}&department=${three.slug}`)).toEqual([three.slug]);
  expect(await departmentsOf("department=nowhere")).toEqual(["nowhere"]);
  expect(await departmentsOf("q=anything")).toEqual([]);
});

test("the last contact with what went into another counts for that, as far as one may read", async () => {
  const [team, person] = [await aTeam(), await aPerson({ role: "editor" })];
  const [mate, stranger] = [await aPerson({ team }), await aPerson()];
  const [one, two, three] = [await aDepartment(), await aDepartment(), await aDepartment()];
  const heard = (ago: number, visibility: string) =>
    anInsight({ person: mate, departments: [one], sent: { heardOn: daysAfter(today, -ago), visibility } });
  await heard(40, "staff");
  await heard(5, "team");
  await someEnquiries({ department: two, askedOn: daysAfter(today, -60) });
  const last = async (reader: typeof mate, { id }: typeof one) =>
    (await listContacting({ person: reader })).find((each) => each.id === id)?.lastContact;
  expect(await last(stranger, two)).toBe(daysAfter(today, -60));
  await mergeDepartments({ person, slug: one.slug, into: two.slug, today });
  expect([await last(stranger, two), await last(mate, two)]).toEqual([
    daysAfter(today, -40),
    daysAfter(today, -5),
  ]);
  expect(await last(mate, one)).toBeUndefined();
  await someEnquiries({ department: two, askedOn: daysAfter(today, -2) });
  await mergeDepartments({ person, slug: two.slug, into: three.slug, today });
  expect(await last(stranger, three)).toBe(daysAfter(today, -2));
});
