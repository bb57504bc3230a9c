import type { Question } from "./collection.ts";
import { ndcgOf, type RankFigures, rankFigures } from "./rank-figures.ts";
import type { Way } from "./ways-of-answering.ts";

export type QualityRow = { collection: string; way: string } & RankFigures;

type Measuring = {
  collection: string;
  questions: readonly Question[];
  ways: Record<string, Way>;
  /** Prints the questions the first way answers worse than so. */
  poor?: number;
};

/** Asks every question in every way, one after another. */
export async function measureQuality(measuring: Measuring): Promise<QualityRow[]> {
  const { collection, questions, ways, poor = 0 } = measuring;
  const rows: QualityRow[] = [];
  for (const [way, ask] of Object.entries(ways)) {
    const answers = [];
    for (const { q, grades } of questions) answers.push({ q, ranked: await ask(q), grades });
    if (rows.length === 0) {
      for (const { q, ranked, grades } of answers) {
        const ndcg = ndcgOf(ranked, grades);
        if (ndcg < poor) console.error(`${ndcg.toFixed(2)}  ${q}`);
      }
    }
    rows.push({ collection, way, ...rankFigures(answers) });
  }
  return rows;
}

/** The figures as a Markdown table. */
export function qualityTable(rows: readonly QualityRow[]): string {
  const head = ["collection", "way of answering", "nDCG@10", "MRR", "no good answer"];
  const cells = rows.map(({ collection, way, ndcg, mrr, unanswered, questions }) => [
    ...[collection, way, ndcg.toFixed(3), mrr.toFixed(3), `${unanswered} of ${questions}`],
  ]);
  return [head, head.map(() => "---"), ...cells].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
