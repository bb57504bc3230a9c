import type { LoaderFunctionArgs } from "@remix-run/node";
import { timePassed } from "../events/time-passed.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import type { AtomFeed } from "../text/atom.ts";
import { findFeedStamp } from "../weekly/find-feed-stamp.server.ts";
import type { NamesOf } from "../weekly/keep-by-stamp.ts";
import { listFeedEntries } from "../weekly/list-feed-entries.server.ts";
import { feedAnswer, feedTag, requireFeedReader } from "./feed-answer.server.ts";

const mostWeeks = 8;

const keptMilliseconds = 60_000;

type Made = NamesOf & { stamp: string; tag: string; entries: AtomFeed["entries"] };

/** What was made last, the same for every reader: for as long as nothing of it has changed, and a minute at most. */
let kept: Made | undefined;

/**
 * An entry a week, once it is closed: all-staff insights only, whoever reads. A program that has it as it is now is told so
 * and no more, once its key has been found to open it.
 */
export async function loader({ request, context: { origin } }: LoaderFunctionArgs) {
  const { key } = await requireFeedReader(request);
  const [stamp, { libraryName }] = await Promise.all([findFeedStamp(mostWeeks), findLibrarySettings()]);
  const { tag, entries } = await made(`${stamp} ${origin} ${libraryName}`, origin);
  const feed = {
    id: `${origin}/feeds/weekly.atom`,
    title: `The weekly issue, ${libraryName}`,
    self: `${origin}/feeds/weekly.atom?key=${key}`,
    page: `${origin}/weeks`,
    updated: new Date(0),
    base: `${origin}/`,
    entries,
  };
  return feedAnswer({ request, feed, tag });
}

async function made(stamp: string, origin: string): Promise<Made> {
  if (kept?.stamp === stamp && timePassed() - kept.namesOf < keptMilliseconds) return kept;
  const { entries, namesOf } = await listFeedEntries(mostWeeks, origin);
  kept = { stamp, namesOf, entries, tag: feedTag(entries) };
  return kept;
}
