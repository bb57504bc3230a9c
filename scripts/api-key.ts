import { parseArgs } from "node:util";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const usage = 'Usage: npm run -s api-key -- --person EMAIL --name "What it is for"';

await runCommand(async () => {
  const { values } = parseArgs({ options: { person: { type: "string" }, name: { type: "string" } } });
  const { person: email, name } = values;
  if (!email || !name) throw new Error(usage);
  await withServices(async () => {
    const { mintApiKey } = await import("#app/people/mint-api-key.server.ts");
    const key = await mintApiKey({ email, name });
    if (!key) throw new Error(`Nobody here has the e-mail address ${email}.`);
    // Alone on standard output, so that it can be put into a variable.
    console.log(key);
  });
});
