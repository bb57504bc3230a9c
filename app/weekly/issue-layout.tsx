import type { JSX, ReactNode } from "react";
import { MadeByServer, type ServerPiece } from "../ui/server-markup.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import type { Grouping } from "./weekly-issue-data.ts";

type IssueLayoutProps = {
  by: Grouping;
  /** What stands before the insights, what of it is for this reader, and what is in it. */
  pieces: Record<"front" | "yours" | "contents", ServerPiece>;
  /** The insights. */
  children: ReactNode;
};

const column = "min-w-0 max-w-column print:max-w-none @min-[56rem]:col-start-1";

/**
 * An issue under its name: its front and its insights in one column. What is for its reader stands beside them where
 * there is room, over the contents, and between the two where there is not.
 */
export function IssueLayout({ by, pieces, children }: IssueLayoutProps): JSX.Element {
  return (
    <div className="@container">
      <div
        {...linksInPlace}
        className="issue @min-[56rem]:grid @min-[56rem]:grid-cols-[minmax(0,1fr)_15rem] @min-[56rem]:grid-rows-[auto_1fr] @min-[56rem]:gap-x-12 print:block"
        data-by={by}
      >
        <div className={column}>
          <MadeByServer piece={pieces.front} className="mb-12 empty:hidden" />
        </div>
        <div className="text-sm @min-[56rem]:col-start-2 @min-[56rem]:row-span-2 @min-[56rem]:row-start-1 print:hidden">
          <MadeByServer piece={pieces.yours} className="mb-8 grid gap-6 empty:hidden" />
          <MadeByServer piece={pieces.contents} className="contents @max-[56rem]:hidden" />
        </div>
        <div className={column}>{children}</div>
      </div>
    </div>
  );
}
