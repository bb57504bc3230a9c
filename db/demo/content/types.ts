type InsightKind =
  | "observation"
  | "need"
  | "problem"
  | "interest"
  | "opportunity"
  | "behaviour"
  | "feedback"
  | "new-person"
  | "win"
  | "question";

export type DemoTeam = { slug: string; name: string };

export type DemoColleague = {
  handle: string;
  name: string;
  email: string;
  role: "assistant" | "liaison" | "editor" | "admin";
  jobTitle: string;
  /** Slug of a demonstration team. */
  team: string;
};

export type DemoDepartment = {
  slug: string;
  name: string;
  kind: "faculty" | "school" | "department" | "research-group" | "service" | "external";
  /** Slug of the department above it; always listed earlier. */
  parent?: string;
  nicknames?: readonly string[];
  oldNames?: readonly string[];
  /** Handle of the liaison who looks after it. */
  owner?: string;
  coOwners?: readonly string[];
};

export type DemoTag = { name: string; synonyms?: readonly string[] };

export type DemoInsight = {
  /** Names the insight inside the demonstration library only. */
  key: string;
  /** ISO weeks before the current one: 0 is this week. */
  weeksAgo: number;
  /** ISO day of the week it was heard: 1 is Monday. */
  weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Time of day in the library's time zone, such as "14:20". */
  time: string;
  /** Handle of the colleague who posted it. */
  by: string;
  /** Slugs of one to three departments. */
  departments: readonly string[];
  /** Slug of a channel. */
  channel: string;
  /** An observation unless said otherwise. */
  kind?: InsightKind;
  /** Reported unless said otherwise. */
  basis?: "fact" | "reported" | "opinion";
  /** All staff unless said otherwise. */
  visibility?: "staff" | "team" | "me";
  tags?: readonly string[];
  body: string;
  /** Days between hearing it and posting it, when it was not posted the same day. */
  postedDaysLater?: number;
  /** Key of the newer insight that replaces it. */
  supersededBy?: string;
};

type DemoNoted = {
  /** Slug of a department. */
  department: string;
  /** Handle of the colleague who noted it, and how many days ago. */
  by: string;
  daysAgo: number;
};

export type DemoProfile = DemoNoted & {
  rhythm: "weekly" | "fortnightly" | "monthly" | "termly" | "half-yearly" | "yearly";
  coreBusiness?: string;
  agendas?: string;
  places?: string;
  size?: string;
  systems?: string;
  approach?: string;
  works?: string;
  worksNot?: string;
};

export type DemoContact = DemoNoted & {
  name: string;
  role: "head" | "library-rep" | "library-friend" | "stakeholder" | "new-person" | "other";
  place: string;
  does: string;
  worksOn: string;
  /** Days from today, before it when negative. */
  since?: number;
  until?: number;
};

export type DemoSource = DemoNoted & {
  kind: "website" | "publication" | "list";
  name: string;
  address?: string;
  note?: string;
  subscription: "none" | "subscribed" | "asked-for" | "not-subscribed";
  turn?: string;
  everyWeeks?: number;
  checked?: readonly (readonly [daysAgo: number, by: string, found: boolean])[];
};

export type DemoSentence = DemoNoted & {
  sentence: string;
  /** Keys of insights. */
  cites: readonly string[];
};

export type DemoQuestion = DemoNoted & {
  question: string;
  /** Key of an insight. */
  answeredBy?: string;
};

export type DemoApproach = Omit<DemoNoted, "daysAgo"> & {
  madeAgo: number;
  way: "conversation" | "email" | "their-meeting" | "training" | "event" | "flyer" | "other";
  what: string;
  outcome?: "took-it-up" | "no-time" | "no-need-seen" | "not-now";
  learned?: string;
};

export type DemoNeed = DemoNoted & {
  service: string;
  state: "met" | "unmet" | "not-aware";
  note?: string;
};
