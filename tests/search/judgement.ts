import type { DemoInsight } from "#db/demo/content/types.ts";

/** 3: what was asked for. 2: answers it too. 1: of use to whoever asks. What is not named answers nothing. */
export type Grade = 1 | 2 | 3;

/** An insight of the demonstration with the words people have for when it was heard. */
export type Heard = DemoInsight & {
  /** "november 2026" */
  month: string;
};

export type Judgement = {
  /** As a librarian types it. `{month 8}` stands for the name of the month that lies eight weeks back. */
  q: string;
} & (
  | {
      /** Judged one by one, by reading: grades by the keys of the demonstration's insights. */
      answers: Readonly<Record<string, Grade>>;
    }
  | {
      /** Judged by what the records say: who posted it, where it was heard, what it is tagged with. */
      facts: (insight: Heard, asked: { month: string }) => Grade | 0;
    }
);

/** Either every answer or none: for questions about facts. */
export function all(holds: boolean, grade: Grade = 3): Grade | 0 {
  return holds ? grade : 0;
}

export function tagged(insight: DemoInsight, tag: string): boolean {
  return insight.tags?.includes(tag) ?? false;
}

export function about(insight: DemoInsight, department: string): boolean {
  return insight.departments.includes(department);
}
