import type { EnquiryKind } from "./enquiry.ts";
import type { Period } from "./period.ts";

type Rows = { department?: string; kind?: EnquiryKind; period?: Period };

/** Where the rows behind a figure are listed. */
export function rowsAddress({ department, kind, period }: Rows, path = "/desk/enquiries"): string {
  const query = new URLSearchParams({
    ...(department && { department }),
    ...(kind && { kind }),
    ...(period && { from: period.from, to: period.to }),
  });
  return query.size > 0 ? `${path}?${query}` : path;
}
