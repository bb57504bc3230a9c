import type { Person } from "#app/people/person.ts";
import { aCheckedFile, aFile, bringIn } from "./bring-in.ts";

/** Files in the states in which an import's page looks different. */
export async function someImports({ person, slug }: { person: Person; slug: string }): Promise<void> {
  const rows = [`Heard once,${slug},coffee`, "Heard of nobody,Atlantis,by pigeon", ",,", ",,coffee"];
  const file = (mark: string) =>
    `Text,Departments,Channel\n${rows.join("\n")}\nHeard ${mark},${slug},coffee\n`;
  await aFile({ person, name: "columns.csv", file: file("first") });
  await aCheckedFile({ person, name: "checked.csv", file: file("second") });
  await bringIn({ person, name: "finished.csv", file: file("third") });
}
