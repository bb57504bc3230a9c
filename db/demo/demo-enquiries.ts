import { type Day, daysAfter } from "#app/settings/calendar.ts";

type DemoEnquiry = {
  askedOn: Day;
  department: string | null;
  source: string;
  kind: string;
  effort: number | null;
  count: number;
  by: string;
};

/** How many a week each department asks in a busy week of term, and how it has been changing. */
const departments: readonly [slug: string, aWeek: number, growth: number, likes: readonly string[]][] = [
  ["informatics", 9, 1.22, ["access", "data-publishing", "technical"]],
  ["engineering", 7, 0.94, ["access", "finding"]],
  ["chemistry", 6, 1.05, ["access", "research"]],
  ["earth-sciences", 4, 0.9, ["research", "data-publishing"]],
  ["mathematics", 2, 1, ["finding"]],
  ["medicine", 11, 1.1, ["research", "referencing"]],
  ["nursing-midwifery", 13, 1.3, ["referencing", "research", "library-use"]],
  ["psychology", 9, 1.08, ["research", "referencing"]],
];
const anybody = ["directional", "library-use", "technical", "finding"] as const;
const sources = ["Enquiry desk", "Enquiry desk", "Online chat", "E-mail", "Appointment"] as const;
const staff = ["callum", "grace", "dan", "owen", "meiling"] as const;

/** Two years of counts and a month, week by week: full in term, thin in the summer, none at New Year. The same each time. */
export function demoEnquiries(today: Day): DemoEnquiry[] {
  const rows: DemoEnquiry[] = [];
  let seed = 20_261_128;
  const chance = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const one = <Value>(of: readonly Value[]): Value => of[Math.floor(chance() * of.length)] as Value;
  for (let week = 110; week >= 0; week -= 1) {
    const day = (): Day => daysAfter(today, -(week * 7 + Math.floor(chance() * 5)));
    for (const [slug, aWeek, growth, likes] of departments) {
      const wanted = aWeek * seasonOf(daysAfter(today, -week * 7)) * growth ** ((110 - week) / 52 - 1);
      for (let left = Math.round(wanted * (0.7 + chance() * 0.6)); left > 0; ) {
        const count = Math.min(left, 1 + Math.floor(chance() * 3));
        const kind = chance() < 0.7 ? one(likes) : one(anybody);
        const effort = kind === "directional" ? 1 : 2 + Math.floor(chance() * chance() * 4);
        rows.push({
          askedOn: day(),
          department: slug,
          source: one(sources),
          kind,
          effort: chance() < 0.1 ? null : effort,
          count,
          by: one(staff),
        });
        left -= count;
      }
    }
    const passers = Math.round(30 * seasonOf(daysAfter(today, -week * 7)) * (0.8 + chance() * 0.4));
    if (passers > 0)
      rows.push({
        askedOn: day(),
        department: null,
        source: "Enquiry desk",
        kind: "directional",
        effort: 1,
        count: passers,
        by: one(staff),
      });
  }
  return rows;
}

/** How busy a library is in this part of the year. */
function seasonOf(day: Day): number {
  const date = day.slice(5);
  if (date >= "12-23" || date <= "01-03") return 0;
  if (date >= "09-20" && date <= "10-31") return 1.3;
  if (date >= "04-25" && date <= "05-25") return 1.15;
  if (date >= "06-15" && date <= "09-05") return 0.35;
  return 0.9;
}
