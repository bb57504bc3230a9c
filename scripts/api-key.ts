import { parseArgs } from "node:util";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const usage = `Usage: npm run -s api-key -- --person EMAIL --name "What it is for"
       npm run -s api-key -- --list
       npm run -s api-key -- --revoke ID`;

const options = {
  person: { type: "string" },
  name: { type: "string" },
  list: { type: "boolean", default: false },
  revoke: { type: "string" },
} as const;

await runCommand(async () => {
  const { values } = parseArgs({ options });
  const { person: email, name, list: isList, revoke: id } = values;
  if ([isList, id, email && name].filter(Boolean).length !== 1) throw new Error(usage);
  await withServices(async () => {
    if (isList) return await list();
    if (id) return await revoke(id);
    const { mintApiKey } = await import("#app/people/mint-api-key.server.ts");
    const key = await mintApiKey({ email: email ?? "", name: name ?? "" });
    if (!key) throw new Error(`Nobody here has the e-mail address ${email}.`);
    // Alone on standard output, so that it can be put into a variable.
    console.log(key);
  });
});

/** A line a key, its parts apart by tabs. */
async function list(): Promise<void> {
  const { listApiKeys } = await import("#app/people/list-api-keys.server.ts");
  const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? "never";
  for (const { id, name, person, state, madeAt, lastUsedAt } of await listApiKeys()) {
    const facts = [state, person.name, name, `made ${day(madeAt)}`, `last used ${day(lastUsedAt)}`];
    console.log([id, ...facts].join("\t"));
  }
}

async function revoke(id: string): Promise<void> {
  const { isId } = await import("#app/insights/insight.ts");
  const { revokeApiKey } = await import("#app/people/revoke-api-key.server.ts");
  const { outcome } = isId(id) ? await revokeApiKey({ id, actorId: null }) : { outcome: "not-there" };
  if (outcome === "not-there") throw new Error(`No key has the id ${id}: --list says what there is.`);
  console.log(outcome === "revoked" ? "Revoked: it opens nothing any more." : "It was revoked before.");
}
