import type { Person } from "#app/people/person.ts";
import { notePhraseUse } from "#app/reports/note-phrase-use.server.ts";
import { benefits } from "#app/reports/phrase.ts";
import { addPhrase } from "#app/reports/save-phrase.server.ts";
import { dayIn, daysAfter } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { contacts, departmentProfiles, questionsToAsk } from "#db/schema/department-entries.server.ts";
import { someEnquiries } from "#tests/desk/some-enquiries.ts";
import { type ADepartment, aDepartment, anInsight } from "#tests/support/factories.ts";

const today = dayIn("Europe/London", new Date());
const long = "a long-winded account of everything that matters to everybody who teaches or studies here";
const roles = ["head", "library-rep", "stakeholder", "library-friend", "new-person"] as const;

/** As much about a department as anybody would ever note, all of it long. */
export async function aFullDepartment({
  department,
  person,
}: {
  department: ADepartment;
  person: Person;
}): Promise<void> {
  const by = { notedBy: person.id, editedBy: person.id, departmentId: department.id };
  const words = `${long}; ${long}; ${long}`;
  await db.insert(departmentProfiles).values({
    departmentId: department.id,
    coreBusiness: words,
    agendas: words,
    places: words,
    approach: words,
    works: words,
    worksNot: words,
    rhythm: "monthly",
    editedBy: person.id,
  });
  for (const role of roles) {
    for (const number of [1, 2, 3]) {
      const name = `Professor ${role} Featherstonehaugh-Cholmondeley ${number}`;
      await db
        .insert(contacts)
        .values({ id: newId(), ...by, name, role, does: long, worksOn: long, place: long });
    }
  }
  for (const number of [1, 2, 3, 4, 5, 6, 7])
    await db.insert(questionsToAsk).values({ id: newId(), ...by, question: `Question ${number}: ${long}?` });
  for (const kind of ["need", "problem", "interest", "win", "feedback", "question", "new-person"])
    await anInsight({
      person,
      departments: [department],
      body: `Heard ${kind}: ${long} ${long}`,
      sent: { kind },
    });
  const elsewhere = [await aDepartment(), await aDepartment()];
  for (const benefit of [...benefits, null]) {
    for (const number of [1, 2, 3]) {
      const id = newId();
      const text = `Phrase ${number} that ${benefit ?? "is an objection"}: ${long}`;
      const kind = benefit ? ("phrase" as const) : ("objection" as const);
      await addPhrase({
        person,
        id,
        draft: { kind, benefit, text, answer: benefit ? "" : `${long}, and ${long}` },
      });
      for (const { slug } of elsewhere)
        await notePhraseUse({
          person,
          id: newId(),
          phraseId: id,
          department: slug,
          worked: true,
          note: "It did",
          usedOn: today,
        });
    }
  }
  for (const ago of [0, 3, 40, 380, 800])
    await someEnquiries({ person, department, askedOn: daysAfter(today, -ago), count: ago + 1 });
}
