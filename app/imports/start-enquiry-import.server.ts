import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import { withoutUnseen } from "../text/clean-text.ts";
import { enquiryMapping, guessEnquiryColumns } from "./enquiry-mapping.ts";
import { columnNames } from "./import-mapping.ts";
import { recogniseDateOrder } from "./read-day.ts";
import { type Started, type Starting, takeIn } from "./start-import.server.ts";

/** Takes in a file of enquiries: it is kept, looked at, and waits for its columns to be told apart. */
export async function startEnquiryImport({
  person,
  fileName,
  chunks,
}: Pick<Starting, "person" | "fileName" | "chunks">): Promise<Started> {
  const id = newId();
  const taken = await takeIn({ id, fileName, chunks });
  if (taken.outcome === "refused") return taken;
  const { outcome: _, encoding, separator, headings, samples, ...row } = taken;
  const columns = guessEnquiryColumns(headings);
  const at = columnNames(headings).indexOf(columns.askedOn ?? "");
  const dates = recogniseDateOrder(at < 0 ? [] : samples.map((cells) => cells[at] ?? ""));
  const mapping = enquiryMapping.parse({ columns, encoding, separator, ...(dates && { dates }) });
  await db.insert(imports).values({
    id,
    personId: person.id,
    subject: "enquiries",
    ...row,
    mapping,
    state: "mapping",
    headings: headings.map(withoutUnseen),
    // It is read while its page waits: no worker takes it up.
    place: "page",
  });
  return { outcome: "started", id };
}
