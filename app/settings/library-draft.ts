import { z } from "zod";
import { firstProblems } from "../ui/first-problems.ts";
import { type LibrarySettings, librarySettings } from "./library-settings.ts";

const { shape } = librarySettings;
const word = (error: string) =>
  z
    .string()
    .trim()
    .min(1, error)
    .max(40, "A word has at most 40 characters")
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’-]*$/u, "Letters, digits, spaces and hyphens only");

/** What the page of the library's own settings sends, field by field. */
const libraryForm = z.strictObject({
  libraryName: z
    .string()
    .trim()
    .min(1, "Enter the library's name")
    .max(100, "A name has at most 100 characters"),
  contact: z.string().trim().pipe(shape.contact.unwrap()),
  timeZone: shape.timeZone.unwrap(),
  departmentOne: word("Enter the word for one"),
  departmentMany: word("Enter the word for several"),
  weekDay: z.coerce.number("Choose a day").int("Choose a day").min(1, "Choose a day").max(7, "Choose a day"),
  weekTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time from 00:00 to 23:59"),
});

export type LibraryField = keyof z.input<typeof libraryForm>;
export type SentLibrary = Record<LibraryField, string>;
export type LibraryProblems = Partial<Record<LibraryField, string>>;

export type LibraryDraft = Pick<
  LibrarySettings,
  "libraryName" | "contact" | "timeZone" | "departmentWord" | "weekMoment"
>;

const libraryFields = Object.keys(libraryForm.shape) as LibraryField[];

/** The settings as a form sent them, or what is wrong with each field; and what was sent, to be shown again. */
export function readLibrary(value: (name: LibraryField) => string | undefined): {
  sent: SentLibrary;
  read: { draft: LibraryDraft } | { problems: LibraryProblems };
} {
  const sent = Object.fromEntries(libraryFields.map((name) => [name, value(name) ?? ""])) as SentLibrary;
  const read = libraryForm.safeParse(sent);
  if (read.success) return { sent, read: { draft: asDraft(read.data) } };
  return { sent, read: { problems: firstProblems(read.error) } };
}

function asDraft({
  libraryName,
  contact,
  timeZone,
  departmentOne,
  departmentMany,
  weekDay,
  weekTime,
}: z.output<typeof libraryForm>): LibraryDraft {
  return {
    libraryName,
    contact,
    timeZone,
    departmentWord: { one: departmentOne, many: departmentMany },
    weekMoment: { day: weekDay, time: weekTime },
  };
}

/** The settings in force as the form shows them. */
export function asSent({
  libraryName,
  contact,
  timeZone,
  departmentWord,
  weekMoment,
}: LibraryDraft): SentLibrary {
  return {
    libraryName,
    contact,
    timeZone,
    departmentOne: departmentWord.one,
    departmentMany: departmentWord.many,
    weekDay: String(weekMoment.day),
    weekTime: weekMoment.time,
  };
}
