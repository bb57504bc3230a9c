import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { changeWords } from "./change-words.ts";
import type { Compared } from "./enquiry-figures.ts";
import { rowsAddress } from "./rows-address.ts";

type PeriodLineProps = { period: "month" | "year"; slug?: string; compared: Compared };

/** "62 in the past month, 8 more than in the month before (15%)." */
export function PeriodLine({ period, slug, compared: { now, change } }: PeriodLineProps): JSX.Element {
  return (
    <li>
      <Link
        to={rowsAddress({ department: slug, period: now })}
        prefetch="none"
        className="link font-semibold"
      >
        {now.total.toLocaleString("en-GB")}
      </Link>{" "}
      {now.total === 1 ? "enquiry" : "enquiries"} in the past {period}, {changeWords(change, period)}.
    </li>
  );
}
