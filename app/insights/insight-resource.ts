import type { Person } from "../people/person.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import type { InsightDraft } from "./insight-draft.ts";

/** An insight as the API gives it: what a card shows, with the text as it was typed. */
export type InsightResource = {
  id: string;
  url: string;
  body: string;
  kind: string;
  basis: string;
  visibility: string;
  heardOn: string;
  postedAt: Date;
  editedAt: Date | null;
  channel: string;
  departments: { slug: string; name: string }[];
  tags: string[];
  author: { handle: string; name: string };
  team: { slug: string; name: string };
  supersededBy: string | null;
  /** Distinct people and teams who heard it, its author among them. */
  voices: number;
  teams: number;
  comments: number;
};

/** What of a card the API gives. */
type ShownFields = Omit<
  InsightCardData,
  | "channel"
  | "departments"
  | "files"
  | "seq"
  | "html"
  | "lastHeardOn"
  | "answered"
  | "readerVoice"
  | "reviewOn"
  | "stillTrue"
> & {
  channel: { slug: string };
  departments: readonly { slug: string; name: string }[];
};

type JustPosted = {
  person: Person;
  draft: InsightDraft;
  id: string;
  postedAt: Date;
  words: {
    departments: readonly { slug: string; name: string }[];
    tags: { name: string }[];
    newTags: string[];
  };
};

/** What was posted this moment, as a card would show it, without reading it again. */
export function justPosted({ person, draft, id, postedAt, words }: JustPosted): ShownFields {
  const { kind, basis, visibility, heardOn, channel } = draft;
  return {
    id,
    kind,
    basis,
    visibility,
    heardOn,
    postedAt,
    editedAt: null,
    supersededById: null,
    author: person,
    team: person.team,
    channel: { slug: channel },
    departments: words.departments,
    voices: 1,
    voiceTeams: 1,
    comments: 0,
    tags: [...words.tags.map(({ name }) => name), ...words.newTags].sort(),
  };
}

/** A card and its text as a resource; `origin` makes its address whole. */
export function insightResource(
  card: ShownFields,
  { body, origin }: { body: string; origin: string },
): InsightResource {
  const { id, kind, basis, visibility, heardOn, postedAt, editedAt, tags, team } = card;
  return {
    id,
    url: `${origin}/insights/${id}`,
    body,
    kind,
    basis,
    visibility,
    heardOn,
    postedAt,
    editedAt,
    channel: card.channel.slug,
    departments: card.departments.map(({ slug, name }) => ({ slug, name })),
    tags,
    author: { handle: card.author.handle, name: card.author.name },
    team: { slug: team.slug, name: team.name },
    supersededBy: card.supersededById,
    voices: card.voices,
    teams: card.voiceTeams,
    comments: card.comments,
  };
}
