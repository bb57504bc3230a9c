import { z } from "zod";

const known = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/** Every time zone a library can be in, by name. */
export function timeZones(): string[] {
  return [...known].sort();
}

/** The library's own settings, each with what it is until somebody changes it. */
export const librarySettings = z.object({
  libraryName: z.string().trim().min(1).max(100).default("The Library"),
  /** The e-mail address of whoever answers questions about Corridor here; empty where nobody is named. */
  contact: z
    .union([z.literal(""), z.email("An e-mail address, such as library@example.ac.uk").max(254)])
    .default(""),
  timeZone: z
    .string()
    .refine((zone) => known.has(zone), "Not a time zone such as Europe/London")
    .default("Europe/London"),
  /** What a department is called here: special libraries say "group". */
  departmentWord: z
    .object({ one: z.string().min(1).max(40), many: z.string().min(1).max(40) })
    .default({ one: "department", many: "departments" }),
  /** When the week before is closed: ISO day (1 is Monday) and 24-hour time in the library's zone. */
  weekMoment: z
    .object({ day: z.number().int().min(1).max(7), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) })
    .default({ day: 1, time: "07:30" }),
  /** Months after which an insight of a kind is asked about; a kind without one has the usual age. */
  reviewMonths: z.record(z.string().max(40), z.number().int().min(1).max(120)).default({}),
  /** How those who have left stand beside what they wrote: under their name, or under their role. */
  leavers: z.enum(["name", "role"]).default("name"),
  demonstration: z.boolean().default(false),
});

export type LibrarySettings = z.infer<typeof librarySettings>;

/** The settings as they are kept. One that cannot be read has its usual value and is named: no page goes down with it. */
export function readSettings(rows: Record<string, unknown>): { value: LibrarySettings; wrong: string[] } {
  const read = librarySettings.safeParse(rows);
  if (read.success) return { value: read.data, wrong: [] };
  const wrong = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  const right = Object.fromEntries(Object.entries(rows).filter(([key]) => !wrong.includes(key)));
  return { value: librarySettings.parse(right), wrong };
}
