import { z } from "zod";
import { peopleFile } from "./people-file.ts";
import { type PersonDetails, readPerson } from "./person-draft.ts";

const text = z.string().max(300);
const sentPeople = z
  .array(z.strictObject({ name: text, email: text, role: text, jobTitle: text, team: text }))
  .max(peopleFile.rows);

/** The people a form sends back after they have been looked at; undefined for what is no such list. */
export function readSentPeople(json: string): PersonDetails[] | undefined {
  const people = sentPeople.safeParse(parsed(json));
  if (!people.success) return undefined;
  const read = people.data.map(readPerson);
  return read.every((one) => "details" in one) ? read.map(({ details }) => details) : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
