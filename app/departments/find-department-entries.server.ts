import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import {
  contacts,
  departmentNeeds,
  departmentProfiles,
  services,
} from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Contact } from "./contact.ts";
import { type DepartmentProfile, departmentColumns, isSlug } from "./find-department.server.ts";
import type { Handover } from "./handover.ts";
import { ownHandoverOf } from "./list-handovers.server.ts";
import type { Need } from "./need.ts";
import { type Profile, profileFields } from "./profile.ts";

/** What is kept of a department for everybody: its profile, who is there, and how it stands to our services. */
export type DepartmentEntries = { profile: Profile; contacts: Contact[]; needs: Need[] };

type Row = { profile: Profile | null; contacts: Contact[]; needs: Need[] };

/** What is kept of the department called `own`. */
const entryColumns = () => sql`
    (select json_build_object('version', version, 'rhythm', rhythm, 'coreBusiness', core_business, 'places', places,
        'size', size, 'agendas', agendas, 'systems', systems, 'approach', approach, 'works', works,
        'worksNot', works_not, 'edited', json_build_object('by', people.name, 'at', edited_at))
      from ${departmentProfiles} join ${people} on people.id = edited_by
      where department_id = own.id) as profile,
    (select coalesce(json_agg(json_build_object('id', ${contacts.id}, 'version', ${contacts.version},
        'name', ${contacts.name}, 'role', ${contacts.role}, 'place', place, 'does', does, 'worksOn', works_on,
        'since', since, 'until', until, 'noted', json_build_object('by', people.name, 'at', edited_at))
        order by ${contacts.role}, ${contacts.name}), '[]')
      from ${contacts} join ${people} on people.id = edited_by
      where department_id = own.id and removed_at is null) as contacts,
    (select coalesce(json_agg(json_build_object('serviceId', ${services.id}, 'service', ${services.name},
        'state', state, 'note', coalesce(note, ''), 'version', coalesce(version, 0), 'noted',
        case when state is not null then json_build_object('by', people.name, 'at', noted_at) end)
        order by ${services.position}), '[]')
      from ${services}
      left join ${departmentNeeds} on service_id = ${services.id} and department_id = own.id
      left join ${people} on people.id = noted_by
      where retired_at is null) as needs`;

const entries = preparedStatement<Row>(
  () => sql`select ${entryColumns()} from ${departments} own where own.slug = ${sql.placeholder("slug")}`,
);

const blank = Object.fromEntries(profileFields.map((field) => [field, ""]));
const noProfile = { ...blank, version: 0, rhythm: null, edited: null } as Profile;

export async function findDepartmentEntries(slug: string): Promise<DepartmentEntries | undefined> {
  if (!isSlug(slug)) return undefined;
  const [found] = await entries({ slug });
  return found && { ...found, profile: found.profile ?? noProfile };
}

export type DepartmentOverview = DepartmentProfile &
  DepartmentEntries & {
    following: boolean;
    /** By which this person has it, or is to have it. */
    handover: Handover | null;
  };

const overview = preparedStatement<
  DepartmentProfile & Row & Pick<DepartmentOverview, "following" | "handover">
>(
  () => sql`select ${departmentColumns()}, ${entryColumns()},
      exists (select from ${follows}
        where ${follows.personId} = ${sql.placeholder("personId")}::uuid and ${follows.departmentId} = own.id) as following,
      ${ownHandoverOf({ departmentId: sql`own.id`, personId: sql`${sql.placeholder("personId")}::uuid` })} as handover
    from ${departments} own where own.slug = ${sql.placeholder("slug")}`,
);

type Asked = { personId: string; slug: string };

/** A department with all that is kept of it, and whether this person follows it, in one round trip. */
export async function findDepartmentOverview({
  personId,
  slug,
}: Asked): Promise<DepartmentOverview | undefined> {
  if (!isSlug(slug)) return undefined;
  const [found] = await overview({ personId, slug });
  return found && { ...found, profile: found.profile ?? noProfile };
}
