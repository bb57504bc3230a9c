/** After everything has come back: the index anew, then whether all that must be so is so. */
export async function followRestore(): Promise<void> {
  const { reindex } = await import("#app/search/reindex.server.ts");
  const { checkInvariants } = await import("#db/check-invariants.server.ts");
  const outcome = await reindex({ evenIfCurrent: true }).catch(() => "no-engine" as const);
  if (outcome === "no-engine")
    console.error(
      "There is no search engine to fill: search answers from the database until the worker has filled one.",
    );
  const broken = await checkInvariants();
  for (const { rule, ids } of broken) console.error(`Not so: ${rule}. ${ids.join(", ")}`);
  if (broken.length > 0) process.exitCode = 1;
  else console.log("Every invariant holds.");
}
