import { asc, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { enquirySources } from "#db/schema/enquiries.server.ts";
import type { EnquirySource } from "./enquiry.ts";

/** Where enquiries come in, by name; the shipped ones first, in their own order. */
export function listSources(): Promise<EnquirySource[]> {
  return db
    .select({ id: enquirySources.id, name: enquirySources.name })
    .from(enquirySources)
    .orderBy(
      asc(sql`case when ${enquirySources.id}::text like '01920000-%' then ${enquirySources.id}::text end`),
      asc(enquirySources.name),
    )
    .prepare("enquiry-sources")
    .execute();
}
