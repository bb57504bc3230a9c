import type { GoneQuiet } from "./gone-quiet.ts";
import type { NamesOf } from "./keep-by-stamp.ts";
import type { MinuteLine } from "./minute.ts";
import type { Rising } from "./rising.ts";
import type { SeveralPlaces } from "./several-places.ts";

/** What rules make of a week's insights, the same for everybody. */
export type IssueNews = NamesOf & {
  /** By rule; an editor's own lines take their place. */
  minute: readonly MinuteLine[];
  rising: readonly Rising[];
  several: readonly SeveralPlaces[];
  quiet: readonly GoneQuiet[];
  /** The week's numbers in a sentence. */
  numbers: string;
  /** Every insight the week is made of, for what may be told of it. */
  ids: ReadonlySet<string>;
};

export const mostNews = { rising: 5, several: 3, quiet: 5 } as const;
