/** What an editor of the demonstration added to an issue; insights by their keys. */
export type DemoIssue = {
  weeksAgo: number;
  by: string;
  lead: string;
  /** Where the editor wrote "in one minute" anew: each line with what it was made of. */
  minute?: readonly (readonly [text: string, ...keys: string[]])[];
  prompt: string;
  picks: readonly (readonly [key: string, why: string])[];
};

export const demoIssues: readonly DemoIssue[] = [
  {
    weeksAgo: 0,
    by: "helen",
    lead: "Halden’s premium tier is still the talk of two departments, and both heard of it from Halden first. If you have a Nursing or Law reading list in your care, say something to somebody before the end of the month.\n\nElsewhere: a textbook nobody has to buy any more, and four dogs.",
    minute: [
      [
        "Nursing are downloading chapters already: the premium tier reached them before our letter did.",
        "heard-it-from-halden",
      ],
      [
        "A small victory: NBS’s 340 marketing students have nothing to buy this year.",
        "nbs-marketing-open-textbook",
      ],
      [
        "Chatbot citations at the desk and at a research seminar: two departments ask us the same question.",
        "ai-references-before-lunch",
        "seminar-citing-models",
      ],
      [
        "Asked of colleagues: who looks after the screen readers on the second floor?",
        "screen-reader-who-owns",
      ],
    ],
    prompt: "What did you hear about Halden’s premium tier?",
    picks: [
      [
        "ai-references-before-lunch",
        "Eleven before lunch is a pattern. English and Study Skills would both like a page to send people to.",
      ],
      ["five-g-ground-floor", "They offer us something in return, which does not happen every week."],
      [
        "pgce-after-you-qualify",
        "The same question reached the desk from Careers: one page would answer both.",
      ],
    ],
  },
  {
    weeksAgo: 1,
    by: "helen",
    lead: "Halden’s letter came, and it is as we feared: 9.4 per cent, with the titles Nursing and Law use most set apart. Five of you heard of it in four places before it had been opened. We answer together, by the end of the month.",
    prompt: "What do departments say when they can’t have the e-book they taught from?",
    picks: [
      [
        "halden-renewal-letter",
        "The figures, and the date by which we have to answer. Please add who you have told.",
      ],
      [
        "teach-from-something-else",
        "The other side of it: a lecturer who had four other titles ready by the landing.",
      ],
      ["notebooks-yes", "A policy changed because four of us wrote in. It can be done."],
    ],
  },
  {
    weeksAgo: 2,
    by: "helen",
    lead: "A week of moves that did not happen. Chemistry keep their benches, the workshop building lost a floor, and the materials collection is coming to us after all.",
    minute: [
      [
        "Medicine pay for no open access until the new budget year; four authors have asked us what now.",
        "payments-announced",
      ],
      ["Forty metres of materials are coming to the library after all.", "materials-to-library"],
      [
        "A small victory: the robotics MSc has one reading list, and it took flapjacks.",
        "robotics-has-a-list",
      ],
    ],
    prompt: "What did you hear about e-books with one reader at a time?",
    picks: [
      [
        "payments-announced",
        "Whoever works with Medicine will be asked this. The wording we agreed is in the comments.",
      ],
      ["same-referencing-guide", "Two guides, one corridor apart: just what this page is for."],
    ],
  },
];
