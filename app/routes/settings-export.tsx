import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import type { JSX } from "react";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { ExportButton } from "../insights/export-button.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { canExportLibrary } from "../upkeep/policy.ts";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Take everything out · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return canExportLibrary(person) ? null : forbidden();
}

export default function TakeOut(): JSX.Element {
  return (
    <Column>
      <PageHeader
        kicker={<SettingsKicker />}
        title="Take everything out"
        lead="What your library has written is yours, in forms that other programs read."
      />
      <Section title="A spreadsheet of insights">
        <p className="mb-3 max-w-prose">
          Every insight you may read, as CSV. What is for a team that is not yours, or for one person, is not
          in it: being an administrator opens nothing. The file can be brought into another Corridor. Whoever
          takes a file out is noted in the ledger, and in every row of it.
        </p>
        <ExportButton action="/settings/export/insights.csv" label="Save all insights as CSV" />
      </Section>
      <Section title="The whole library">
        <p className="max-w-prose">
          Everything that anybody wrote, with people, departments, comments, history and files, as JSON lines,
          CSV and Markdown, is taken out at the server by whoever runs it:
        </p>
        <p className="my-3 rounded-md bg-sunken p-3 text-sm">
          <code>npm run -s export -- --to FOLDER</code>
        </p>
        <p className="max-w-prose">
          An empty Corridor takes it in again with <code>npm run -s import -- --library FOLDER</code>.
          Passwords and keys are not in it. To come back after an accident, use a backup instead.
        </p>
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
