function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

export const titles = listed("dr prof professor mr mrs ms miss mx sir dame rev revd reverend canon");

/** Said of a person, these judge them. */
export const judgements = listed(`
  useless lazy rude incompetent drunk arrogant unreliable hopeless unprofessional aggressive bully bullying bullies
  obstructive stupid dishonest liar moody grumpy horrible disorganised disorganized clueless toxic nasty sloppy
  incapable careless pathetic patronising patronizing sexist racist creepy unhinged sacked suspended idiot moron
  timewaster snob manipulative vindictive paranoid cantankerous inept hostile ignorant selfish spiteful jerk
  untrustworthy unstable childish`);

/** The same when they follow "is", "was", "seems" and the like; said of a thing, they mean nothing here. */
export const judgementsOfBeing = listed(`
  difficult struggling impossible failing awful terrible chaotic weird crazy mad slow vague annoying prickly strange
  frustrating lost overwhelmed bitter cold scary negative`);

export const beings = listed(
  "is was are were seems seemed been being be looks looked sounds sounded gets got becomes became",
);

/** Struggling to find a thing is a need of theirs; struggling as such is a judgement. */
export const thingsDone = listed("to with for over");

/** What a person is, has or believes that the law protects most. */
export const sensitive = listed(`
  depressed depression anxious anxiety cancer pregnant pregnancy miscarriage menopause sick illness ill autistic autism
  adhd dyslexic dyslexia disabled disability diabetic diabetes epileptic epilepsy bipolar breakdown burnout alcoholic
  addicted addiction chemotherapy hiv dementia stroke suicidal deaf blind muslim christian catholic jewish hindu sikh
  buddhist atheist evangelical gay lesbian bisexual trans transgender queer homosexual black asian gypsy roma
  ucu unison striking picketing unionised`);

/** What joins such a word to the person rather than to their work. */
export const belongings = listed("is was has had s suffers suffering having being been been off with as got");

/** Where these stand, the sentence is about somebody's work. */
export const ofWork = listed(`
  research researches researching researcher study studies studied studying works working worked project projects book
  books paper papers module modules teaches teaching taught lecture lectures seminar seminars archive archives
  collection collections edition thesis dissertation writes writing wrote edits editing course courses review reviews
  screening data talk exhibition class theatre literature history services service support`);

/** Capitalised, and nobody's name. */
export const notNames = listed(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter welcome week term michaelmas lent trinity school schools faculty department
  departments college university library libraries institute centre center office service services team teams group
  groups building tower hall house room floor street road lane square park campus union society press journal journals
  review award prize fund trust council committee board open access study skills student students staff master masters
  phd msc ba ma bsc mba pgce foundation degree programme program project engineering science sciences arts art humanities
  social medical medicine health nursing law history english physics chemistry maths mathematics biology education
  business music drama politics philosophy economics psychology geography architecture informatics computing comp sci
  soc eng lit north south east west northern southern eastern western new old great british britain england scotland
  wales ireland london america american africa african europe european asia asian world national international royal
  formula digital learning teaching research data special collections reading list lists desk enquiry head dean
  the a an our their this that these those we they he she it i you and but or if when what who how why where some all
  both one two three no not in on at for with from by to of as is are was were my his her please could would should can
  thanks thank thanked says said asked told heard met saw everyone nobody someone anybody meanwhile apparently first
  second third last next another every each many most other dear hello best microsoft google adobe teams web word excel
  oxford cambridge york leeds bristol manchester edinburgh glasgow cardiff belfast dublin paris rome berlin`);

export const roles: readonly (readonly [word: string, role: string])[] = [
  ["head", "the head of department"],
  ["heads", "the head of department"],
  ["dean", "the dean"],
  ["chair", "the chair"],
  ["rep", "the library representative"],
  ["representative", "the library representative"],
  ["administrator", "the department's administrator"],
  ["student", "a student"],
  ["undergraduate", "a student"],
  ["postgraduate", "a postgraduate"],
  ["phd", "a postgraduate"],
  ["lecturer", "a lecturer"],
  ["professor", "a professor"],
  ["technician", "a technician"],
];
