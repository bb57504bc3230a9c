import type { AppLoadContext } from "@remix-run/server-runtime";
import {
  type DepartmentOverview,
  findDepartmentOverview,
} from "../departments/find-department-entries.server.ts";
import type { EnquiryFigures } from "../desk/enquiry-figures.ts";
import { findEnquiryFigures } from "../desk/find-enquiry-figures.server.ts";
import { keepAnswers } from "../http/kept-answers.server.ts";
import { drawCards } from "../insights/draw-cards.server.tsx";
import { findKnowledge, type Knowledge } from "../insights/find-knowledge.server.ts";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { listDepartmentInsights } from "../insights/list-insight-cards.server.ts";
import { listDepartmentQuestions } from "../insights/list-open-questions.server.ts";
import type { Person } from "../people/person.ts";
import { type Day, dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { excerpt } from "../text/excerpt.ts";
import { readableText } from "../text/html-text.ts";
import { givePiece } from "../ui/draw-piece.server.tsx";
import type { ServerPiece } from "../ui/server-markup.tsx";

/** The latest insight in a line. */
export type LatestLine = { id: string; text: string; by: string; heardOn: Day };

type Found = {
  department: DepartmentOverview;
  /** The page's own cards, and the open questions shown apart from them. */
  count: { cards: number; questions: number };
  latest: LatestLine | undefined;
  /** The next page's cursor. */
  older: number | undefined;
  /** On the first page only. */
  known: Knowledge | undefined;
  figures: EnquiryFigures | undefined;
};

export type DepartmentPage = Found & Record<"cards" | "questions", ServerPiece>;

type Drawn = Found & { drawn: Record<"cards" | "questions", Buffer> };

type Asked = { person: Person; slug: string; cursor: number | undefined; freshOn: Day | null };

const pages = keepAnswers<Drawn | undefined>({ most: 60 });

/** A department's page with what the server draws of it; undefined without such a department. */
export async function findDepartmentPage({
  context,
  ...asked
}: Asked & { context: AppLoadContext }): Promise<DepartmentPage | undefined> {
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const { person, slug, cursor, freshOn } = asked;
  const found = await pages({
    context,
    person,
    key: [today, freshOn, cursor, slug].join(" "),
    make: async () => ({ value: await draw({ ...asked, today }) }),
  });
  if (!found) return undefined;
  const { drawn, ...page } = found;
  return {
    ...page,
    cards: givePiece(context, { name: "cards", markup: drawn.cards }),
    questions: givePiece(context, { name: "open-questions", markup: drawn.questions }),
  };
}

async function draw({
  person,
  slug,
  cursor,
  freshOn,
  today,
}: Asked & { today: Day }): Promise<Drawn | undefined> {
  const first = cursor === undefined;
  const [department, { cards, older }, questions, known, figures] = await Promise.all([
    findDepartmentOverview({ personId: person.id, slug }),
    listDepartmentInsights({ person, slug, before: cursor, freshOn }),
    first ? listDepartmentQuestions(person, slug) : [],
    first ? findKnowledge({ person, slug }) : undefined,
    first ? findEnquiryFigures({ slug, today }) : undefined,
  ]);
  if (!department) return undefined;
  const isOpen = ({ id }: InsightCardData) => questions.some((question) => question.id === id);
  return {
    department,
    count: { cards: cards.length, questions: questions.length },
    latest: cards[0] && lineOf(cards[0]),
    older,
    known,
    figures,
    drawn: {
      cards: drawCards({ cards: cards.filter((card) => !isOpen(card)), today }),
      questions: drawCards({ cards: questions, today }),
    },
  };
}

function lineOf({ id, html, author, heardOn }: InsightCardData): LatestLine {
  return { id, text: excerpt(readableText(html), 110), by: author.name, heardOn };
}
