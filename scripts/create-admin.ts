import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const usage =
  'Usage: npm run create-admin -- --email you@library.example --name "Your Name" [--team "Your Team"]';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      email: { type: "string" },
      name: { type: "string" },
      team: { type: "string", default: "Library" },
    },
  });
  const { email, name, team } = values;
  if (!email || !name) throw new Error(usage);
  const password = await readPassword();
  await withServices(async () => {
    const { createFirstAdministrator } = await import("#app/people/create-first-administrator.server.ts");
    const outcome = await createFirstAdministrator({ email, name, team, password });
    if (outcome.outcome === "refused") throw new Error(outcome.problem);
    console.log(`${name} can sign in now as ${email}, an administrator in the team ${team}.`);
  });
});

/** From CORRIDOR_ADMIN_PASSWORD, else asked for; what is typed at a terminal is not shown. */
async function readPassword(): Promise<string> {
  const given = process.env.CORRIDOR_ADMIN_PASSWORD;
  if (given) return given;
  const prompt = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY,
  });
  process.stderr.write("A password for the administrator (12 characters or more): ");
  // Keeps the terminal from repeating what is typed.
  Object.assign(prompt, { _writeToOutput: () => {} });
  const password = await prompt.question("");
  prompt.close();
  process.stderr.write("\n");
  return password;
}
