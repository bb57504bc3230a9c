const lookedAt = 10;

/** What is relevant to a question, with how much, by id. */
export type Grades = ReadonlyMap<string, number>;

export type RankFigures = {
  /** Normalised discounted cumulative gain of the first ten: 1 when the best stand first in order. */
  ndcg: number;
  /** One over the place of the first good one. */
  mrr: number;
  /** Questions without one good answer among the first ten. */
  unanswered: number;
  questions: number;
};

export function ndcgOf(ranked: readonly string[], grades: Grades): number {
  const ideal = [...grades.values()].sort((a, b) => b - a);
  const best = gain(ideal);
  return best === 0 ? 0 : gain(ranked.map((id) => grades.get(id) ?? 0)) / best;
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, lookedAt).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);
}

/** The figures of a way of answering, from what it put where for each question. */
export function rankFigures(answers: readonly { ranked: readonly string[]; grades: Grades }[]): RankFigures {
  const places = answers.map(({ ranked, grades }) =>
    ranked.slice(0, lookedAt).findIndex((id) => (grades.get(id) ?? 0) > 0),
  );
  const mean = (values: number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    ndcg: mean(answers.map(({ ranked, grades }) => ndcgOf(ranked, grades))),
    mrr: mean(places.map((place) => (place < 0 ? 0 : 1 / (place + 1)))),
    unanswered: places.filter((place) => place < 0).length,
    questions: answers.length,
  };
}
