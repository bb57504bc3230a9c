import type { Effort, EnquiryKind } from "#app/desk/enquiry.ts";
import { logEnquiry } from "#app/desk/log-enquiry.server.ts";
import type { Person } from "#app/people/person.ts";
import { newId } from "#db/new-id.server.ts";
import { type ADepartment, aPerson } from "#tests/support/factories.ts";

type Given = {
  person?: Person;
  department?: ADepartment;
  askedOn: string;
  kind?: EnquiryKind;
  effort?: Effort | null;
  count?: number;
};

/** Enquiries counted by the verb itself; the id of their row. */
export async function someEnquiries(given: Given): Promise<string> {
  const { department, askedOn, kind = "research", effort = 2, count = 1 } = given;
  const person = given.person ?? (await aPerson());
  const source = "01920000-0000-7000-8000-000000000201";
  const logged = await logEnquiry({
    person,
    draft: { askedOn, department: department?.slug ?? "", source, kind, effort, count },
    idempotencyKey: newId(),
  });
  if (logged.outcome === "refused") throw new Error(JSON.stringify(logged.problems));
  return logged.id;
}
