import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { excerpt } from "../text/excerpt.ts";
import { readableText } from "../text/html-text.ts";
import type { Desk, DeskInsight } from "./desk-data.ts";
import { noAdditions } from "./edited-issue.ts";
import { findIssueForAll, type IssueForAll } from "./find-issue-for-all.server.ts";
import { issueFront } from "./issue-front.ts";

/** A week as its editor works on it, and the issue it is made from. */
export async function findDesk({
  person,
  monday,
}: {
  person: Person;
  monday: Day;
}): Promise<{ desk: Desk; forAll: IssueForAll }> {
  const { forAll } = await findIssueForAll({ reader: person, monday });
  const { kept, cards, news } = forAll;
  const { lead, prompt } = kept ?? noAdditions;
  const { picks, minute } = issueFront({ news, kept, cards, asEditor: true });
  const picked = new Set(picks.map(({ card }) => card.id));
  const desk = {
    version: kept?.version ?? 0,
    lead,
    prompt,
    minute,
    gone: kept?.minute ? kept.minute.length - minute.length : 0,
    picks: picks.map(({ card, sentence }) => ({ ...brief(card), sentence })),
    others: cards.filter(({ id }) => !picked.has(id)).map(brief),
    approved: kept?.approved ?? false,
    closed: kept?.closedAt != null,
  };
  return { desk, forAll };
}

function brief({ id, departments, html }: InsightCardData): DeskInsight {
  return {
    id,
    about: departments.map(({ name }) => name).join(", "),
    text: excerpt(readableText(html), 160),
  };
}
