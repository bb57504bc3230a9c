import { asc, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { services } from "#db/schema/department-entries.server.ts";
import type { Service } from "./service.ts";

/** Every service in the library's order, those no longer offered at the end. */
export function listServices(): Promise<Service[]> {
  return db
    .select({
      id: services.id,
      name: services.name,
      retired: sql<boolean>`${services.retiredAt} is not null`,
    })
    .from(services)
    .orderBy(sql`${services.retiredAt} is not null`, asc(services.position), asc(services.name));
}
