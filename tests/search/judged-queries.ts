/** What a new colleague would try against the demonstration library, and a piece of an insight that answers it. */
export const judgedQueries: readonly [query: string, answer: RegExp][] = [
  // Short words and acronyms, by their letters or by what they stand for.
  ["RDM", /lab notebooks|[Dd]ata clinic|depositing code/],
  ["REF", /REF (box files|people|output)|mock REF/],
  ["5G", /5G lab need somewhere busy to test handsets/],
  ["DMP", /Neither had heard of a DMP/],
  ["TDM", /text-mining on ten years of tribunal judgments/],
  ["ILL", /ILL requests from History/],
  ["LLM", /chatbot/],
  ["research excellence framework", /REF (came|is|box)/],
  // Nicknames and old names.
  ["comp sci", /Comp Sci/],
  ["geology", /Geology still call themselves Geology/],
  ["medics", /medics/i],
  // Slips, from four letters on.
  ["reding lists", /reading[ -]list/],
  ["wellbieng dogs", /dogs are booked for exam fortnight/],
  ["REF submision", /mock REF|REF box files/],
  ["handests", /test handsets indoors/],
  // Two words and more, singular and plural, in any order.
  ["therapy dogs", /[Tt]he dogs|dogs for PGRs|enormous dog|Dogs on Wednesday/],
  ["silent floor noise", /Law mooters/],
  ["chemistry lab move", /lab move is/],
  ["marketing textbook open", /£62 marketing textbook for an open one/],
  ["streaming licence documentary", /nineteen documentaries/],
  // Sentences.
  ["who is the new head of psychology", /Dr Amara Osei starts as head of Psychology/],
  ["copyright for filmed recitals", /student recital is filmed/],
  ["chatbot made up references", /citations a chatbot had made up/],
  ["can't open our journals from a ward PC", /who can't open our e-journals from a ward PC/],
  // A first word that nobody wrote.
  ["postgraduates depositing thesis code", /depositing code alongside a thesis/],
];
