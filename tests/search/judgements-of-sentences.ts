import type { Judgement } from "./judgement.ts";

/** Vague questions and whole sentences, as they are pasted, with answers found by reading. */
export const judgementsOfSentences: readonly Judgement[] = [
  // Vague ones.
  {
    q: "somewhere to do a video interview",
    answers: {
      "a-room-with-a-door": 3,
      "photocopier-alcove": 3,
      "phone-interview-corners": 2,
      "mock-interviews": 1,
    },
  },
  {
    q: "what can you still use after graduation",
    answers: {
      "day-after-graduation": 3,
      "last-years-slide-said-some": 3,
      "pgce-after-you-qualify": 3,
      "what-they-keep": 3,
      "leavers-on-friday": 2,
      "dictionary-after-results": 2,
      "market-data-after": 2,
      "portfolios-vanish": 1,
      "cards-lapsed": 1,
    },
  },
  {
    q: "consent forms for interviews",
    answers: {
      "consent-forms-found": 3,
      "minidisc-mill-workers": 3,
      "raw-data-surprise": 1,
      "which-study": 1,
      "destroyed-and-kept": 1,
    },
  },
  {
    q: "students abroad ebooks blocked country",
    answers: { "blocked-abroad": 3, "databases-that-travel": 2, "film-in-salamanca": 2 },
  },
  {
    q: "company databases for job interviews",
    answers: {
      "essays-or-interviews": 3,
      "interview-databases": 3,
      "market-data-after": 2,
      "careers-weekend-reports": 1,
    },
  },
  // Sentences, as they are pasted.
  {
    q: "A student on placement told us she cannot get into the e-journals from the hospital because the firewall blocks the sign-in page. Has anyone else come across this?",
    answers: { "ward-pc-sign-in": 3, "cards-after-placement": 1, "placement-app-sign-on": 1 },
  },
  {
    q: "Chemistry say the west wing will close at the end of next term and the teaching labs will be the last to go. Do we need to find write-up space for their third-years?",
    answers: {
      "chemistry-move-put-back": 3,
      "chemistry-move-this-term": 2,
      "west-wing-first-word": 2,
      "chemistry-crates": 1,
    },
  },
  {
    q: "Is anyone else hearing that Halden's e-book package goes up nine per cent and that the nursing and law titles move into a premium tier?",
    answers: { "halden-renewal-letter": 3, "heard-it-from-halden": 3, "teach-from-something-else": 3 },
  },
  {
    q: "could the library buy data for student projects in the same way that we buy books",
    answers: { "tyre-data-cakes": 3 },
  },
  {
    q: "Professor asked whether monographs or a translation have to be deposited under the open access rule for the REF",
    answers: {
      "not-monographs-this-time": 3,
      "translation-ref": 3,
      "forty-case-notes": 2,
      "forty-one-pictures": 1,
    },
  },
  {
    q: "where can architecture students print A1 or A0 drawings after six o'clock",
    answers: {
      "taped-elevations": 3,
      "plotter-stops-at-six": 3,
      "plotter-heat": 2,
      "faintly-green": 2,
    },
  },
];
