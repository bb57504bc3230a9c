import type { Person } from "../people/person.ts";
import { type EnquiryMapping, enquiryMapping } from "./enquiry-mapping.ts";
import { findImportRow } from "./find-import.server.ts";
import type { ImportView } from "./import.ts";

export type FoundEnquiryImport = ImportView & { mapping: EnquiryMapping };

/** A file of enquiries this person may see anything of; undefined as for one that is not there. */
export async function findEnquiryImport(asked: {
  person: Person;
  id: string;
}): Promise<FoundEnquiryImport | undefined> {
  const row = await findImportRow({ ...asked, subject: "enquiries" });
  return row && { ...row, mapping: enquiryMapping.parse(row.mapping) };
}
