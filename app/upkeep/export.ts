import { z } from "zod";

export const exportFormat = "corridor-export";
export const exportVersion = 1;
export const manifestName = "manifest.json";

/** What an export says of itself: written last, so that half an export has none. */
export const exportManifest = z.object({
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  madeAt: z.string(),
  corridor: z.string(),
  library: z.string(),
  migrations: z.array(z.object({ hash: z.string(), createdAt: z.number() })),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256: z.string() }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.array(z.object({ name: z.string(), id: z.string(), small: z.boolean(), sha256: z.string() })),
});
export type ExportManifest = z.infer<typeof exportManifest>;

const readMe = `# What is in this folder

- \`insights.csv\`: every insight, for a spreadsheet, and for bringing into another Corridor
- \`departments.csv\`, \`people.csv\`: who and what they are about
- \`insights/\`: the same texts as Markdown, a file for each department
- \`files/\`: pictures and documents, under their ids
- \`rows/\`: everything, a file for each table, one JSON object a line
- \`manifest.json\`: counts and digests of all of it

Insights for a team or for one person are in it: each says who may see it. Keep this folder as safe as the library itself.
Passwords and keys are not in it. An empty Corridor takes all of it in with \`npm run -s import -- --library FOLDER\`.
`;

/** What stands in the folder for whoever opens it in ten years. */
export function exportReadMe(): string {
  return readMe;
}
