export const insightKinds = [
  "observation",
  "need",
  "problem",
  "interest",
  "opportunity",
  "behaviour",
  "feedback",
  "new-person",
  "win",
  "question",
] as const;
export type InsightKind = (typeof insightKinds)[number];

export const insightKindNames: Record<InsightKind, string> = {
  observation: "Observation",
  need: "Need",
  problem: "Problem",
  interest: "Interest",
  opportunity: "Opportunity",
  behaviour: "Behaviour",
  feedback: "Feedback",
  "new-person": "New person",
  win: "Small victory",
  question: "Question to colleagues",
};

export const bases = ["reported", "fact", "opinion"] as const;
export type Basis = (typeof bases)[number];

export const basisNames: Record<Basis, string> = {
  reported: "Reported: someone told us",
  fact: "Fact: seen or documented",
  opinion: "Opinion: a view, ours or theirs",
};

export const visibilities = ["staff", "team", "me"] as const;
export type Visibility = (typeof visibilities)[number];

export const visibilityNames: Record<Visibility, string> = {
  staff: "All staff",
  team: "My team",
  me: "Only me",
};

export const insightSources = ["web", "api", "import", "mail", "desk", "demo"] as const;
export type InsightSource = (typeof insightSources)[number];

/** Limits of one insight: bytes of UTF-8 for the text, counts for the rest. */
export const insightLimits = { bodyBytes: 20_000, departments: 10, tags: 12, reasonCharacters: 300 } as const;

/** Whether a text from an address or a form can be the id of anything. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
