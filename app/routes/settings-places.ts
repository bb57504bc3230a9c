import { canHandOver, canKeepServices, canKeepStructure } from "../departments/policy.ts";
import { canImport } from "../imports/policy.ts";
import { canSetReviewAges } from "../insights/review-age-policy.ts";
import { canKeepTemplates } from "../insights/template-policy.ts";
import type { Person } from "../people/person.ts";
import { canManageApiKeys, canManagePeople } from "../people/policy.ts";
import type { Place } from "../settings/place-list.tsx";
import { canChangeLibrary } from "../settings/policy.ts";
import { canExportLibrary, canSeeSystem } from "../upkeep/policy.ts";
import { canKeepVocabulary } from "../vocabulary/policy.ts";

export type SettingsGroup = { title: string; places: Place[] };

type Offered = Place & { may: (person: Person) => boolean };

/** Every page of settings, under what it is about. A new one is a line here. */
const groups: { title: string; places: Offered[] }[] = [
  {
    title: "The library and its people",
    places: [
      {
        to: "/settings/library",
        label: "The library",
        about: "Its name, time zone, words, and when a week is closed",
        may: canChangeLibrary,
      },
      {
        to: "/settings/departments",
        label: "Departments",
        about: "Add, rename, move, merge, split and close them",
        may: canKeepStructure,
      },
      {
        to: "/settings/handovers",
        label: "Hand over",
        about: "When a liaison leaves or is away: who looks after their departments",
        may: canHandOver,
      },
      {
        to: "/settings/services",
        label: "Services",
        about: "What the library offers, that the needs of departments are told against",
        may: canKeepServices,
      },
      {
        to: "/settings/people",
        label: "People",
        about: "Invite colleagues, change their role or team, let somebody in no longer",
        may: canManagePeople,
      },
      {
        to: "/settings/teams",
        label: "Teams",
        about: "Who works together",
        may: canManagePeople,
      },
      {
        to: "/settings/mail",
        label: "Mail",
        about: "Whether Corridor can send mail, and a mail to try it",
        may: canManagePeople,
      },
    ],
  },
  {
    title: "Insights",
    places: [
      {
        to: "/settings/tags",
        label: "Tags",
        about: "Rename, merge, synonyms; how often each is used and when last",
        may: canKeepVocabulary,
      },
      {
        to: "/settings/words",
        label: "Words",
        about: "What means the same in a search, acronyms too, and what was searched for in vain",
        may: canKeepVocabulary,
      },
      {
        to: "/settings/channels",
        label: "Channels",
        about: "How things are heard, and in what order they are offered",
        may: canKeepVocabulary,
      },
      {
        to: "/settings/templates",
        label: "Templates",
        about: "Beginnings that the posting form offers",
        may: canKeepTemplates,
      },
      {
        to: "/settings/review",
        label: "When to ask again",
        about: "How soon somebody is asked whether an insight is still true",
        may: canSetReviewAges,
      },
    ],
  },
  {
    title: "In and out",
    places: [
      {
        to: "/settings/import",
        label: "Bring in what exists",
        about: "A spreadsheet of insights, checked before and undone after",
        may: canImport,
      },
      {
        to: "/settings/export",
        label: "Take everything out",
        about: "All insights as a spreadsheet, and the whole library in plain forms",
        may: canExportLibrary,
      },
      {
        to: "/settings/api-keys",
        label: "API keys",
        about: "Which programs post and read here, as whom, and when last",
        may: canManageApiKeys,
      },
    ],
  },
  {
    title: "Running it",
    places: [
      {
        to: "/settings/system",
        label: "How it runs",
        about: "Search, jobs, mail, the last backup and disks, and what to see to",
        may: canSeeSystem,
      },
    ],
  },
];

/** The pages of settings this person may open. */
export function settingsFor(person: Person): SettingsGroup[] {
  return groups
    .map(({ title, places }) => ({
      title,
      places: places.filter(({ may }) => may(person)).map(({ to, label, about }) => ({ to, label, about })),
    }))
    .filter(({ places }) => places.length > 0);
}
