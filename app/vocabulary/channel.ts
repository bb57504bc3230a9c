export const formalities = ["formal", "informal"] as const;
export type Formality = (typeof formalities)[number];

/** How something was heard. `phrase` completes "heard …": "over coffee", "at a board of study". */
export type Channel = { id: string; slug: string; name: string; phrase: string; formality: Formality };
