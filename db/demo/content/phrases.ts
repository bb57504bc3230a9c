/** Key phrases and objections, with where they were used: department, days ago, whether it worked, and a word. */
export type DemoPhrase = {
  by: string;
  benefit?: "saves-time" | "improves-work" | "development";
  text: string;
  answer?: string;
  daysAgo: number;
  uses: readonly [department: string, by: string, daysAgo: number, worked: boolean, note?: string][];
};

export const demoPhrases: readonly DemoPhrase[] = [
  {
    by: "priya",
    benefit: "saves-time",
    text: "Send us the module handbook as it is: we make the reading list, and you look it over.",
    daysAgo: 400,
    uses: [
      ["chemistry", "priya", 210, true, "two modules the same week"],
      ["nursing-midwifery", "kwame", 160, true],
      ["mathematics", "lukas", 90, false, "they set no reading"],
    ],
  },
  {
    by: "nkechi",
    benefit: "saves-time",
    text: "Ten minutes with us now, and the funder's data plan takes you an hour instead of a weekend.",
    daysAgo: 320,
    uses: [
      ["engineering", "mehmet", 140, true, "a fellowship bid"],
      ["earth-sciences", "mehmet", 75, true],
    ],
  },
  {
    by: "kwame",
    benefit: "improves-work",
    text: "A search we build with you can be repeated, and reviewers ask about exactly that.",
    daysAgo: 380,
    uses: [
      ["medicine", "kwame", 200, true],
      ["psychology", "rebecca", 60, true, "three doctoral students came the week after"],
    ],
  },
  {
    by: "ines",
    benefit: "improves-work",
    text: "The open copy is read four times as often, and it counts for the next assessment.",
    daysAgo: 300,
    uses: [["chemistry", "ines", 120, true]],
  },
  {
    by: "rebecca",
    benefit: "development",
    text: "Your tutors take our session once, and then teach it themselves.",
    daysAgo: 260,
    uses: [
      ["psychology", "rebecca", 130, true, "in their own induction by now"],
      ["nursing-midwifery", "kwame", 45, true],
    ],
  },
  {
    by: "sian",
    benefit: "development",
    text: "An exhibition in the library is a publication your students can show.",
    daysAgo: 200,
    uses: [["earth-sciences", "sian", 80, true, "maps on the second floor"]],
  },
  {
    by: "mehmet",
    text: "We have no time for this in the timetable.",
    answer:
      "Five minutes at the start of a lecture you give anyway; the rest is a page they open themselves.",
    daysAgo: 350,
    uses: [
      ["engineering", "mehmet", 170, true],
      ["medicine", "aoife", 100, true, "first-year anatomy"],
    ],
  },
  {
    by: "priya",
    text: "They find everything on the web.",
    answer:
      "They do. What they cannot tell is which of it you would accept: shall we show them with your own marking sheet?",
    daysAgo: 330,
    uses: [
      ["chemistry", "priya", 95, true],
      ["informatics", "priya", 240, false, "taken as a slight on the students"],
    ],
  },
  {
    by: "jonathan",
    text: "Another form to fill in.",
    answer: "Send us the accepted manuscript by mail. The form is ours.",
    daysAgo: 220,
    uses: [
      ["mathematics", "ines", 70, true],
      ["psychology", "jonathan", 55, true],
    ],
  },
];

/** What evidence cards say: the offer, and the keys of the insights they quote with the part that is quoted. */
export type DemoEvidence = {
  department: string;
  by: string;
  offer: string;
  quotes: readonly string[];
};

export const demoEvidence: readonly DemoEvidence[] = [
  {
    department: "informatics",
    by: "priya",
    offer:
      "One afternoon with the PhD students on keeping and citing software and data, in the Turing building.",
    quotes: ["comp-sci-simulation-output", "discrete-maths-notes", "robotics-has-a-list"],
  },
];
