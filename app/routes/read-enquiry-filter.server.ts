import { enquiryKinds } from "../desk/enquiry.ts";
import type { EnquiryFilter } from "../desk/list-enquiries.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { isDay } from "../settings/calendar.ts";

/** Which enquiries an address asks for; a day or a cursor that is none is a 400, and an unknown kind or department. */
export function readEnquiryFilter(request: Request): EnquiryFilter {
  const sent = searchParams(request, { one: ["department", "kind", "from", "to", "before"] });
  const kind = enquiryKinds.find((each) => each === sent.kind);
  if (sent.kind && !kind) badRequest("There is no such kind of enquiry.");
  const department = sent.department || undefined;
  if (department && !/^[a-z0-9-]{1,80}$/.test(department)) badRequest("There is no such department.");
  return { department, kind, from: readDay(sent.from), to: readDay(sent.to), before: readPlace(sent.before) };
}

function readDay(sent: string | undefined): string | undefined {
  if (!sent) return undefined;
  return isDay(sent) ? sent : badRequest("That is no day.");
}

function readPlace(sent: string | undefined): EnquiryFilter["before"] {
  if (!sent) return undefined;
  const [askedOn = "", seq = ""] = sent.split(".");
  if (!isDay(askedOn) || !/^\d{1,15}$/.test(seq)) return badRequest("That address could not be read.");
  return { askedOn, seq: Number(seq) };
}
