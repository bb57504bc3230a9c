import { createInterface } from "node:readline/promises";

/** What is asked, and what holds when nothing is said. */
export const setupQuestions = {
  "library-name": { asks: "Name of the library", usual: "" },
  "time-zone": {
    asks: "Time zone",
    usual: Intl.DateTimeFormat().resolvedOptions().timeZone || "Europe/London",
  },
  "department-word": { asks: "What you call one of the groups you serve", usual: "department" },
  "department-words": { asks: "And several of them", usual: "departments" },
  "week-day": { asks: "Day the week before is closed (1 is Monday, 7 Sunday)", usual: "1" },
  "week-time": { asks: "At what time", usual: "07:30" },
  name: { asks: "Your name", usual: "" },
  email: { asks: "Your e-mail address", usual: "" },
  team: { asks: "Your team", usual: "Library" },
} as const;

type Question = keyof typeof setupQuestions;
export type SetupAnswers = Record<Question, string> & { password: string };

/** The answers: those given, the rest asked for at a terminal; the password is not shown. */
export async function askSetup(given: Partial<Record<Question, string>>): Promise<SetupAnswers> {
  const isAsked = process.stdin.isTTY === true;
  const prompt = createInterface({ input: process.stdin, output: process.stderr, terminal: isAsked });
  try {
    const answers = {} as SetupAnswers;
    for (const [name, { asks, usual }] of Object.entries(setupQuestions)) {
      const question = name as Question;
      answers[question] = given[question] ?? (isAsked ? await ask(asks, usual) : usual);
      if (answers[question] === "") throw new Error(`--${name}: ${asks} is missing`);
    }
    answers.password = process.env.CORRIDOR_ADMIN_PASSWORD || (isAsked ? await askPassword() : "");
    if (answers.password === "") throw new Error("CORRIDOR_ADMIN_PASSWORD: is not set");
    return answers;
  } finally {
    prompt.close();
  }

  async function ask(asks: string, usual: string): Promise<string> {
    const answer = await prompt.question(usual ? `${asks} [${usual}]: ` : `${asks}: `);
    return answer.trim() || usual;
  }

  async function askPassword(): Promise<string> {
    process.stderr.write("Your password (12 characters or more): ");
    // Keeps the terminal from repeating what is typed.
    Object.assign(prompt, { _writeToOutput: () => {} });
    const password = await prompt.question("");
    process.stderr.write("\n");
    return password;
  }
}
