import { parseArgs } from "node:util";
import { askSetup, type SetupAnswers, setupQuestions } from "./services/ask-setup.ts";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const options = {
  ...Object.fromEntries(Object.keys(setupQuestions).map((name) => [name, { type: "string" as const }])),
  demo: { type: "boolean" as const, default: false },
  link: { type: "boolean" as const, default: false },
};

/**
 * A library of one's own, from nothing: asked at the terminal, or given as options (`--library-name …`); with `--link` in
 * the browser, at an address for one use.
 */
await runCommand(async () => {
  const { values } = parseArgs({ options });
  await withServices(async () => {
    const { isEmptyLibrary } = await import("#db/demo/is-empty.server.ts");
    if (!(await isEmptyLibrary())) {
      throw new Error(
        "This library has people in it: it was set up before. An administrator changes it under Settings.",
      );
    }
    if (values.link) return await printLink();
    const answers = await askSetup(values as Partial<SetupAnswers>);
    await setUp(answers);
    if (values.demo) {
      const { seedDemoLibrary } = await import("#db/demo/seed-demo-library.server.ts");
      await seedDemoLibrary({ onProgress: () => {} });
    }
    console.log(
      `${answers["library-name"]} is there. ${answers.name} signs in as ${answers.email}, and invites colleagues under Settings › People.`,
    );
  });
});

async function setUp(answers: SetupAnswers): Promise<void> {
  const { readLibrary } = await import("#app/settings/library-draft.ts");
  const { setLibrary } = await import("#app/settings/set-library.server.ts");
  const { createFirstAdministrator } = await import("#app/people/create-first-administrator.server.ts");
  const sent = {
    libraryName: answers["library-name"],
    contact: "",
    timeZone: answers["time-zone"],
    departmentOne: answers["department-word"],
    departmentMany: answers["department-words"],
    weekDay: answers["week-day"],
    weekTime: answers["week-time"],
  };
  const { read } = readLibrary((name) => sent[name]);
  if ("problems" in read) {
    throw new Error(
      Object.entries(read.problems)
        .map(([name, problem]) => `${name}: ${problem}`)
        .join("\n"),
    );
  }
  const { email, name, team, password } = answers;
  const made = await createFirstAdministrator({ email, name, team, password });
  if (made.outcome === "refused") throw new Error(made.problem);
  await setLibrary({ actorId: made.id, draft: read.draft });
}

async function printLink(): Promise<void> {
  const { firstRunHours, offerFirstRun } = await import("#app/people/first-run-link.server.ts");
  const { requireSetting } = await import("#app/env.server.ts");
  const origin = requireSetting("APP_ORIGIN");
  const token = await offerFirstRun();
  if (!token) throw new Error("This library has people in it: it was set up before.");
  console.log(`${origin}/first-run/${token}`);
  console.log(`It makes this library yours, once, within ${firstRunHours} hours.`);
}
