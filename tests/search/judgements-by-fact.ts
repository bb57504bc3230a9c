import { about, all, type Judgement, tagged } from "./judgement.ts";

/** Questions the records themselves answer: acronyms and nicknames, people, channels and months. */
export const judgementsByFact: readonly Judgement[] = [
  // Short words and acronyms, by their letters or by what they stand for.
  { q: "RDM", facts: (one) => all(tagged(one, "rdm"), 2) },
  { q: "research data management", facts: (one) => all(tagged(one, "rdm"), 2) },
  { q: "REF", facts: (one) => all(tagged(one, "ref") || /\bREF\b/.test(one.body), 2) },
  { q: "REF submision", facts: (one) => all(tagged(one, "ref"), 2) },
  { q: "research excellence framework", facts: (one) => all(tagged(one, "ref"), 2) },
  { q: "5G", facts: (one) => all(tagged(one, "private-5g") || about(one, "wireless-lab"), 2) },
  { q: "DMP", facts: (one) => all(tagged(one, "data-management-plans") || /\bDMP\b/.test(one.body), 2) },
  { q: "TDM", facts: (one) => all(tagged(one, "text-mining"), 2) },
  { q: "ILL", facts: (one) => all(tagged(one, "inter-library-loans"), 2) },
  { q: "LLM", facts: (one) => all(tagged(one, "generative-ai"), 2) },
  { q: "OER", facts: (one) => all(tagged(one, "open-textbooks"), 2) },
  // Nicknames, old names and abbreviations.
  { q: "comp sci", facts: (one) => all(about(one, "informatics"), 2) },
  { q: "geology", facts: (one) => all(about(one, "earth-sciences"), 2) },
  { q: "medics", facts: (one) => all(about(one, "medicine"), 2) },
  { q: "med school rdm", facts: (one) => all(about(one, "medicine") && tagged(one, "rdm")) },
  { q: "reding lists", facts: (one) => all(tagged(one, "reading-lists"), 2) },
  {
    q: "MFL year abroad",
    facts: (one) => all(about(one, "modern-languages") && /year.abroad/.test(one.body)),
  },
  { q: "SNM placements", facts: (one) => all(about(one, "nursing-midwifery") && tagged(one, "placements")) },
  // By person.
  {
    q: "priya chemistry",
    facts: (one) => all(one.by === "priya" && about(one, "chemistry"), one.supersededBy ? 2 : 3),
  },
  {
    q: "what did Kwame hear at board of study",
    facts: (one) => all(one.by === "kwame" && one.channel === "board-of-study"),
  },
  { q: "Mei-Ling turnaways", facts: (one) => all(one.by === "meiling" && tagged(one, "turnaways")) },
  {
    q: "sian history archives",
    facts: (one) => all(one.by === "sian" && about(one, "history") && tagged(one, "archives")),
  },
  {
    q: "rebecca visits to education",
    facts: (one) => all(one.by === "rebecca" && one.channel === "visit" && about(one, "education")),
  },
  {
    q: "tomasz halden reader keyboard",
    facts: (one) => all(one.by === "tomasz" && about(one, "halden-press"), one.supersededBy ? 2 : 3),
  },
  { q: "nkechi data clinic", facts: (one) => all(one.by === "nkechi" && /data clinic/i.test(one.body)) },
  // By channel and month.
  {
    q: "coffee {month 9}",
    facts: (one, { month }) => all(one.channel === "coffee" && one.month === month),
  },
  {
    q: "what came up at library committee in {month 10}",
    facts: (one, { month }) => all(one.channel === "library-committee" && one.month === month),
  },
  {
    q: "psychology {month 9}",
    facts: (one, { month }) => all(about(one, "psychology") && one.month === month),
  },
  {
    q: "priya corridor {month 8}",
    facts: (one, { month }) => all(one.by === "priya" && one.channel === "corridor" && one.month === month),
  },
  {
    q: "heard at the enquiry desk about noise",
    facts: (one) => all(one.channel === "enquiry-desk" && tagged(one, "noise")),
  },
  { q: "board of study law", facts: (one) => all(one.channel === "board-of-study" && about(one, "law")) },
  { q: "student partner", facts: (one) => all(one.channel === "student-partner") },
  {
    q: "ebook complaints on online chat",
    facts: (one) => all(one.channel === "online-chat" && tagged(one, "ebooks")),
  },
  {
    q: "book launch english",
    facts: (one) => all(one.channel === "book-launch" && about(one, "english")),
  },
  {
    q: "visit moorland",
    facts: (one) => all(one.channel === "visit" && about(one, "moorland-trust-library")),
  },
  // A time in words, beside others.
  {
    q: "reading lists in {month 9}",
    facts: (one, { month }) => all(tagged(one, "reading-lists") && one.month === month),
  },
  {
    q: "what did we hear about REF in {month 8}",
    facts: (one, { month }) => all(tagged(one, "ref") && one.month === month),
  },
  // One word for two and two for one; the library writes ChatGPT and e-book.
  { q: "chat gpt", facts: (one) => all(tagged(one, "generative-ai"), 2) },
  { q: "data base", facts: (one) => all(/databases?\b/i.test(one.body)) },
  { q: "note books", facts: (one) => all(/notebooks?\b/i.test(one.body)) },
  { q: "micro film", facts: (one) => all(/microfilm/i.test(one.body)) },
  {
    q: "work shop",
    facts: (one) => all(/workshops?\b/i.test(one.body) || tagged(one, "teaching-sessions"), 2),
  },
  {
    q: "openaccess authors",
    facts: (one) => all(tagged(one, "open-access"), /author/i.test(one.body) ? 3 : 1),
  },
  { q: "ebooks too expensive", facts: (one) => all(tagged(one, "ebooks"), 2) },
  // Common words beside what is meant, and forms of a single word.
  { q: "noise in the library", facts: (one) => all(tagged(one, "noise"), 2) },
  { q: "retiring", facts: (one) => all(/\bretir/i.test(one.body)) },
  { q: "opening times", facts: (one) => all(tagged(one, "opening-hours"), 2) },
];
