import { hasWordsEnough, type SimilarInsight, similarLimits } from "#app/insights/similar-insight.ts";
import type { Person } from "#app/people/person.ts";
import { askSimilar } from "./ask-similar.server.ts";
import { likeness, tellingWords } from "./likeness.ts";
import { readSimilar } from "./read-similar.server.ts";

type Asked = { person: Person; text: string; departments: readonly string[]; today?: Date };

const recentDays = 90;
// What is much less alike than the most alike is passed over: three are the most, not the number to fill.
const besideTheBest = 0.6;

/**
 * What colleagues noted that resembles a text being written, at most three: those of the last 90 days first, the most
 * alike first among them. The engine only proposes: what is shown is read from PostgreSQL under the person's own rule,
 * and weighed by what stands there. Nothing while the engine is away or takes longer than a keystroke may.
 */
export async function findSimilarInsights({
  person,
  text,
  departments,
  today = new Date(),
}: Asked): Promise<SimilarInsight[]> {
  if (!hasWordsEnough(text)) return [];
  const words = tellingWords(text.slice(0, similarLimits.characters));
  if (words.length === 0) return [];
  const proposed = await askSimilar({ person, words });
  if (proposed.ids.length === 0) return [];
  const rows = await readSimilar({ person, ids: proposed.ids });
  const recent = new Date(today.getTime() - recentDays * 86_400_000).toISOString().slice(0, 10);
  const { weights } = proposed;
  const compared = rows.map((row) => ({ row, like: likeness({ ...row, words, weights, departments }) }));
  const best = Math.max(...compared.map(({ like }) => like));
  return compared
    .filter(({ like }) => like > 0 && like >= best * besideTheBest)
    .map((one) => ({ ...one, isRecent: (one.row.lastHeardOn ?? one.row.heardOn) >= recent }))
    .sort((a, b) => Number(b.isRecent) - Number(a.isRecent) || b.like - a.like)
    .slice(0, similarLimits.offered)
    .map(({ row }) => row.shown);
}
