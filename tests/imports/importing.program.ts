// A process that brings a file in, to be killed: `importing.program.ts PERSON-EMAIL FILE`, or as a worker without either.
import { importInTerminal } from "#app/imports/import-in-terminal.server.ts";
import { keepImports } from "#app/imports/keep-imports.server.ts";
import { findPersonByEmail } from "#app/people/find-person-by-email.server.ts";
import { closeApp } from "#scripts/services/close-app.ts";

const [email, file] = process.argv.slice(2);
const tell = (news: object) => process.send?.(news);

if (email && file) {
  const person = await findPersonByEmail(email);
  if (!person) throw new Error("nobody here has that address");
  const onProgress = (rows: number) => tell({ rows });
  const done = await importInTerminal({
    person,
    file,
    dryRun: false,
    running: { onProgress },
    onChecked: () => tell({ checked: true }),
  });
  tell({ done: done.id });
  await closeApp();
  process.disconnect?.();
} else {
  keepImports({ onChanged: async (ids) => tell({ posted: ids.length }) });
}
