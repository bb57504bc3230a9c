/** Words that open a door, and words one hears at it with what to answer. */
export const phraseKinds = ["phrase", "objection"] as const;

/** What a phrase says the library is good for. */
export const benefits = ["saves-time", "improves-work", "development"] as const;
