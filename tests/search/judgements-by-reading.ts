import type { Judgement } from "./judgement.ts";

/** Questions whose answers were found by reading the demonstration's insights, all of them. */
export const judgementsByReading: readonly Judgement[] = [
  // Slips.
  {
    q: "wellbieng dogs",
    answers: {
      "wellbeing-dogs-booked": 3,
      "carpet-cleaner": 3,
      "three-dogs-timed": 3,
      "told-the-spaniel": 2,
      "dog-on-notes": 3,
      "post-it-wall": 1,
    },
  },
  { q: "handests", answers: { "five-g-ground-floor": 3 } },
  {
    q: "chemestry lab move",
    answers: {
      "chemistry-move-put-back": 3,
      "chemistry-move-this-term": 2,
      "west-wing-first-word": 2,
      "chemistry-crates": 2,
      "lab-coat-lockers": 1,
      "safety-binders": 1,
    },
  },
  { q: "surgury handbook turnaways", answers: { "surgery-second-licence": 3, "early-risers": 3 } },
  {
    q: "embagoes on theses",
    answers: { "deans-on-embargoes": 3, "embargo-birthday": 3, "agent-would-faint": 3, "thesis-or-novel": 3 },
  },
  { q: "plotter magneta", answers: { "faintly-green": 3, "plotter-heat": 1, "plotter-stops-at-six": 1 } },
  { q: "amara osie", answers: { "psychology-new-head": 3 } },
  // Two words and more, singular and plural, in any order, some that nobody wrote.
  {
    q: "therapy dogs",
    answers: {
      "wellbeing-dogs-booked": 3,
      "carpet-cleaner": 3,
      "three-dogs-timed": 3,
      "told-the-spaniel": 3,
      "dog-on-notes": 3,
      "post-it-wall": 1,
    },
  },
  {
    q: "silent floor noise",
    answers: {
      "mooters-on-silent-floor": 3,
      "choir-in-stairwell": 3,
      "mock-interviews": 3,
      "choir-in-chapel": 2,
      "harp-in-lift": 2,
      "two-fourteen-empty": 1,
      "formula-student-room": 1,
    },
  },
  {
    q: "marketing textbook open",
    answers: { "nbs-marketing-open-textbook": 3, "seventy-pound-twice": 1, "nbs-blank-module": 1 },
  },
  {
    q: "streaming licence documentary",
    answers: { "nineteen-documentaries": 3, "ppe-documentaries": 3, "one-film-three-lists": 1 },
  },
  {
    q: "who is the new head of psychology",
    answers: { "psychology-new-head": 3, "head-stepping-down": 1, "one-message-a-week": 1 },
  },
  {
    q: "copyright for filmed recitals",
    answers: {
      "filmed-recital-rights": 3,
      "streamed-recitals-anyone": 3,
      "song-translations": 2,
      "filmed-in-the-stack": 1,
      "festival-permission": 1,
    },
  },
  {
    q: "chatbot made up references",
    answers: { "ai-references-before-lunch": 3, "plausible-page-numbers": 3, "does-it-exist-page": 2 },
  },
  {
    q: "can't open our journals from a ward PC",
    answers: { "ward-pc-sign-in": 3, "wards-have-no-sound": 1, "cards-after-placement": 1 },
  },
  { q: "postgraduates depositing thesis code", answers: { "thesis-code-policy": 3, "thesis-officer": 1 } },
  {
    q: "apprentices evening outage",
    answers: { "apprentices-evening-sign-ins": 3, "ninety-apprentices": 1 },
  },
  {
    q: "module reading list late",
    answers: {
      "seventy-one-of-eighty": 2,
      "nutrition-no-code": 2,
      "robotics-nobodys-list": 2,
      "all-but-twenty-six": 2,
      "list-of-dead-modules": 2,
      "vle-template-list-links": 1,
      "english-list-pages": 1,
      "out-of-print-introduction": 1,
      "vle-frozen": 1,
    },
  },
  { q: "skip bound journals", answers: { "chemistry-crates": 3, "trust-rest-room": 1 } },
  {
    q: "asleep in the library",
    answers: { "under-tracing-paper": 3, "medieval-pillow": 3, "group-rooms-one-person": 2 },
  },
  { q: "similarity checker", answers: { "checker-down": 3, "similarity-38": 2 } },
  {
    q: "decolonising ppe first-year list",
    answers: { "ppe-list-working-group": 3, "three-hands": 3, "caribbean-fiction-forty": 1 },
  },
  {
    q: "text mining licence",
    answers: {
      "law-tribunal-judgments": 3,
      "psych-abstract-scraping": 3,
      "history-newspapers-xml": 2,
      "how-swearing-is-translated": 1,
    },
  },
  { q: "lamp 6", answers: { "lamp-six": 3, "lamp-six-out": 3 } },
  {
    q: "SPSS licence expired",
    answers: { "licence-expired-screenshot": 3, "home-use-code": 3 },
  },
  { q: "overleaf template", answers: { "latex-hand-me-downs": 3, "equations-as-pictures": 1 } },
  {
    q: "5g mast roof",
    answers: {
      "five-g-annexe-next-term": 3,
      "nowhere-for-the-mast": 3,
      "five-g-brunel-reading-week": 1,
      "masts-and-neighbours": 1,
    },
  },
  {
    q: "maths journal cancellations",
    answers: { "alphabetical-order": 3, "seat-by-the-window": 3 },
  },
  { q: "catalog links break", answers: { "trust-links-will-break": 3, "links-back-by-lunch": 3 } },
  {
    q: "dictation software pcs",
    answers: {
      "pc-fourteen": 3,
      "screen-reader-who-owns": 2,
      "carpet-strip-two": 2,
      "every-button-is-button": 2,
    },
  },
  // By nickname.
  {
    q: "med school impact case",
    answers: { "guideline-citations": 3, "impact-case-three-things": 1 },
  },
  {
    q: "B-School apprentices",
    answers: {
      "ninety-apprentices": 3,
      "apprentices-evening-sign-ins": 3,
      "apprenticeship-manager": 3,
      "friday-market-report": 3,
      "chat-on-a-saturday": 2,
      "toddler-self-issue": 2,
    },
  },
  {
    q: "rocks field trip maps anglesey",
    answers: {
      "forty-paper-maps": 3,
      "maps-in-one-lump": 3,
      "corner-with-plug": 2,
      "field-guides-to-skye": 1,
    },
  },
  {
    q: "reviews people machine screening",
    answers: {
      "ces-argue-with-machine": 3,
      "two-hundred-and-twelve": 3,
      "screening-software-thrice": 2,
      "one-licence-signed": 2,
    },
  },
  { q: "VLE team old catalogue video", answers: { "old-catalogue-video": 3 } },
  { q: "perf arts tablet scores", answers: { "scores-on-tablets": 3 } },
  {
    q: "Studio brick samples",
    answers: {
      "meaning-brick": 3,
      "borrowable-bricks": 3,
      "three-sample-shelves": 3,
      "six-kinds-of-label": 3,
      "floor-loading": 2,
      "materials-to-library": 1,
      "materials-to-workshop": 1,
      "thirty-drawers": 1,
    },
  },
  { q: "NWNL standards documents", answers: { "standards-on-a-laptop": 3, "off-the-laptop": 3 } },
  { q: "hospital library evening staff", answers: { "trust-evening-staffing": 3 } },
  {
    q: "PGCE picture books",
    answers: { "picture-books-same-village": 3, "what-children-picked": 3, "jam-mostly": 3 },
  },
  { q: "teacher training referencing guide", answers: { "same-referencing-guide": 3, "two-guides-one": 3 } },
  // People named in the texts.
  {
    q: "new library reps",
    answers: {
      "english-new-rep": 3,
      "comp-sci-new-rep": 3,
      "geology-signs": 2,
      "engineering-rep-handing-on": 2,
      "four-years-of-replies": 1,
    },
  },
  { q: "comp sci rep who", answers: { "comp-sci-new-rep": 3 } },
  { q: "Jonas Lindqvist", answers: { "comp-sci-new-rep": 3 } },
  { q: "dilys parfitt safety officer", answers: { "three-logins-and-a-photocopy": 3 } },
];
