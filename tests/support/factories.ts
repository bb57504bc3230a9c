import type { DepartmentKind, LiaisonPart } from "#app/departments/department.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { postComment } from "#app/insights/post-comment.server.ts";
import { postInsight } from "#app/insights/post-insight.server.ts";
import { createPerson } from "#app/people/create-person.server.ts";
import { hashPassword } from "#app/people/password.server.ts";
import type { Person, Role } from "#app/people/person.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentAliases, departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { teams } from "#db/schema/people.server.ts";

export type Team = Person["team"];
export type ADepartment = { id: string; slug: string; name: string };

/**
 * A few signs that stand in no other name: random ids end differently, however quickly they are made. None of them begins
 * as a word does, not even with a slip: an id's own "cade" was found by whoever looked for a café.
 */
export function tail(id: string): string {
  return id.slice(-12).replaceAll(/[a-f]/g, (letter) => "qvwxzj"[letter.charCodeAt(0) - 97] ?? "");
}

export async function aTeam(given: { name?: string } = {}): Promise<Team> {
  const id = newId();
  const team = { id, slug: `team-${tail(id)}`, name: given.name ?? `Team ${tail(id)}` };
  await db.insert(teams).values(team);
  return team;
}

type GivenPerson = {
  team?: Team;
  role?: Role;
  name?: string;
  handle?: string;
  email?: string;
  password?: string;
  demonstration?: boolean;
};

export async function aPerson(given: GivenPerson = {}): Promise<Person> {
  const team = given.team ?? (await aTeam());
  const mark = tail(newId());
  const { handle = `p${mark}`, name = `Sam ${mark}`, role = "liaison", demonstration = false } = given;
  const passwordHash = given.password ? await hashPassword(given.password) : null;
  const email = given.email ?? `${handle}@library.example`;
  const draft = { handle, name, email, role, jobTitle: "Librarian", teamId: team.id };
  const id = await runTransaction((tx) =>
    createPerson(tx, { ...draft, passwordHash, demonstration, actorId: null }),
  );
  return { id, handle, name, role, jobTitle: draft.jobTitle, team, demonstration };
}

type GivenDepartment = {
  name?: string;
  slug?: string;
  kind?: DepartmentKind;
  parent?: ADepartment;
  nicknames?: string[];
  oldNames?: string[];
  closed?: boolean;
};

export async function aDepartment(given: GivenDepartment = {}): Promise<ADepartment> {
  const id = newId();
  const { slug = `department-${tail(id)}`, kind = "school", nicknames = [], oldNames = [] } = given;
  const name = given.name ?? `Department ${tail(id)}`;
  const closedAt = given.closed ? new Date() : null;
  await db.insert(departments).values({ id, slug, name, kind, parentId: given.parent?.id, closedAt });
  const aliases = [
    ...nicknames.map((alias) => ({ id: newId(), departmentId: id, name: alias, kind: "nickname" as const })),
    ...oldNames.map((alias) => ({ id: newId(), departmentId: id, name: alias, kind: "old-name" as const })),
  ];
  if (aliases.length > 0) await db.insert(departmentAliases).values(aliases);
  return { id, slug, name };
}

export async function aLiaison(given: {
  department: ADepartment;
  person: Person;
  part?: LiaisonPart;
  from?: string;
  until?: string;
}): Promise<void> {
  const { department, person, part = "owner", from = "2024-09-01", until = null } = given;
  const row = {
    id: newId(),
    departmentId: department.id,
    personId: person.id,
    part,
    fromDate: from,
    untilDate: until,
  };
  await db.insert(departmentLiaisons).values(row);
}

type GivenInsight = {
  person?: Person;
  departments?: ADepartment[];
  /** Everything else as the posting form or the API would send it. */
  sent?: Record<string, unknown>;
  body?: string;
  postedAt?: Date;
  idempotencyKey?: string;
};

/** An insight posted by the verb itself, with its revision, ledger entry and jobs. */
export async function anInsight(
  given: GivenInsight = {},
): Promise<{ id: string; person: Person; body: string }> {
  const person = given.person ?? (await aPerson());
  const about = given.departments ?? [await aDepartment()];
  const body = given.body ?? "Heard that the reading room is loved.";
  const sent = { body, departments: about.map(({ slug }) => slug), channel: "coffee", ...given.sent };
  const read = readDraft(sent, { today: dayIn("Europe/London", new Date()) });
  if ("problems" in read) throw new Error(`this insight cannot be posted: ${JSON.stringify(read.problems)}`);
  const { idempotencyKey = newId(), postedAt } = given;
  const posted = await postInsight({ person, draft: read.draft, idempotencyKey, source: "web", postedAt });
  if (posted.outcome === "refused" || posted.outcome === "key-reused")
    throw new Error(`this insight was refused: ${JSON.stringify(posted)}`);
  return { id: posted.id, person, body };
}

/** A comment posted by the verb itself; its id. */
export async function aComment(given: {
  insightId: string;
  person?: Person;
  body?: string;
}): Promise<string> {
  const { insightId: id, body = "The same was said at the board." } = given;
  const person = given.person ?? (await aPerson());
  const posted = await postComment({ person, id, body, idempotencyKey: newId() });
  if (posted.outcome === "not-possible") throw new Error("this comment cannot be posted");
  return posted.commentId;
}
