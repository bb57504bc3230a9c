import { type Contact, isThere } from "../departments/contact.ts";
import type { DepartmentKind, DepartmentName, LiaisonPart } from "../departments/department.ts";
import type { Need } from "../departments/need.ts";
import type { Profile } from "../departments/profile.ts";
import type { EnquiryFigures } from "../desk/enquiry-figures.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { excerpt } from "../text/excerpt.ts";
import type { HeardThing } from "./list-last-things.server.ts";
import type { Phrase } from "./phrase.ts";
import { type PhrasesFor, phrasesFor } from "./phrases-for.ts";

/** A person on a line: who, and what is worth knowing before one meets them. */
export type Met = { name: string; role: Contact["role"]; about: string };

/**
 * Where something stands: on paper, which leaves the room, only what all staff may read; so that there are as many of
 * those, the paper may have some for which a screen has no place.
 */
export type Placed<Thing> = Thing & { on: "both" | "screen" | "paper" };

/** Everything worth knowing before one knocks, short enough for one page. */
export type Briefing = {
  department: {
    slug: string;
    name: string;
    kind: DepartmentKind;
    parent: string | null;
    mergedInto: DepartmentName | null;
  };
  liaisons: { name: string; part: LiaisonPart }[];
  meet: Met[];
  friends: Met[];
  newPeople: Placed<Met & { insightId: string | null }>[];
  careAbout: { label: string; text: string }[];
  unmet: string[];
  last: Placed<HeardThing>[];
  toAsk: string[];
  asked: Placed<HeardThing>[];
  figures: EnquiryFigures;
  phrases: PhrasesFor;
  approach: { label: string; text: string }[];
  notToRepeat: string[];
};

/** So much of each stands on the page, in entries and in characters. */
const most = { meet: 4, friends: 2, newPeople: 3, last: 5, toAsk: 5, asked: 2, notToRepeat: 2 } as const;
const letters = { name: 60, about: 60, paragraph: 140, heard: 125, line: 110, answer: 160 } as const;

type Known = {
  department: {
    slug: string;
    name: string;
    kind: DepartmentKind;
    parent: { name: string } | null;
    mergedInto: DepartmentName | null;
    liaisons: { name: string; part: LiaisonPart }[];
    profile: Profile;
    contacts: readonly Contact[];
    needs: readonly Need[];
  };
  heard: readonly HeardThing[];
  knowledge: { questions: readonly { question: string; answers: readonly unknown[] }[] };
  figures: EnquiryFigures;
  phrases: readonly Phrase[];
  today: Day;
};

/** What is known of a department, cut to what one page holds. */
export function briefingOf(known: Known): Briefing {
  const { department, heard, figures, today } = known;
  const { slug, name, kind, parent, mergedInto, liaisons, profile, needs } = department;
  const there = department.contacts.filter((contact) => isThere(contact, today));
  const recently = daysAfter(today, -365);
  const isNew = ({ role, since }: Contact) => role === "new-person" || (since !== null && since > recently);
  const ofRole = (...roles: Contact["role"][]) => there.filter(({ role }) => roles.includes(role)).map(met);
  const phrases = phrasesFor(known.phrases, slug, { each: 2, objections: 2, ...letters });
  const meet = ofRole("head", "library-rep", "stakeholder").slice(0, most.meet);
  const friends = ofRole("library-friend").slice(0, most.friends);
  const isNamed = (name: string) => [...meet, ...friends].some((each) => each.name === name);
  return {
    department: { slug, name, kind, parent: parent?.name ?? null, mergedInto },
    liaisons: liaisons.map(({ name, part }) => ({ name, part })),
    meet,
    friends,
    newPeople: [
      ...there
        .filter((contact) => isNew(contact) && !isNamed(met(contact).name))
        .map((contact) => ({ ...met(contact), insightId: null, on: "both" as const })),
      ...heard
        .filter(({ kind, heardOn }) => kind === "new-person" && heardOn > recently)
        .filter(({ text }) => !there.some(({ name }) => text.includes(name)))
        .map(({ id, text, visibility }) => ({
          name: excerpt(text, letters.line),
          role: "new-person" as const,
          about: "",
          insightId: id,
          on: visibility === "staff" ? ("both" as const) : ("screen" as const),
        })),
    ].slice(0, most.newPeople),
    careAbout: said([
      ["Core business", profile.coreBusiness],
      ["This year", profile.agendas],
    ]),
    unmet: needs
      .filter(({ state }) => state === "unmet")
      .slice(0, 3)
      .map(({ service, note }) => excerpt(note ? `${service}: ${note}` : service, letters.line)),
    last: placed(
      heard.filter(({ kind }) => kind !== "question"),
      most.last,
    ),
    toAsk: known.knowledge.questions
      .filter(({ answers }) => answers.length === 0)
      .slice(0, most.toAsk)
      .map(({ question }) => excerpt(question, letters.line)),
    asked: placed(
      heard.filter(({ kind, answered }) => kind === "question" && !answered),
      most.asked,
    ),
    figures,
    phrases,
    approach: said([
      ["They like", profile.approach],
      ["Works here", profile.works],
    ]),
    notToRepeat: [profile.worksNot, ...phrases.notHere.map((text) => `“${text}”`)]
      .filter((text) => text !== "")
      .slice(0, most.notToRepeat)
      .map((text) => excerpt(text, letters.paragraph)),
  };
}

function met({ name, role, place, does, worksOn }: Contact): Met {
  // Where they sit comes first: it is what one needs at the door, and what is cut off comes last.
  const about = [place, does, worksOn && `works on ${worksOn}`].filter(Boolean).join(", ");
  return { name: excerpt(name, letters.name), role, about: excerpt(about, letters.about) };
}

function said(parts: readonly [label: string, text: string][]): { label: string; text: string }[] {
  return parts
    .filter(([, text]) => text !== "")
    .map(([label, text]) => ({ label, text: excerpt(text, letters.paragraph) }));
}

/** The first of them, and so many on paper as well. */
function placed(things: readonly HeardThing[], most: number): Placed<HeardThing>[] {
  const onScreen = new Set(things.slice(0, most));
  const onPaper = new Set(things.filter(({ visibility }) => visibility === "staff").slice(0, most));
  return things
    .filter((thing) => onScreen.has(thing) || onPaper.has(thing))
    .map((thing) => ({
      ...thing,
      text: excerpt(thing.text, letters.heard),
      on: onScreen.has(thing) ? (onPaper.has(thing) ? "both" : "screen") : "paper",
    }));
}
