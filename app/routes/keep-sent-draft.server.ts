import { field } from "../http/form-data.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { draftFields, draftLimits, isWithinLimits } from "../insights/draft.ts";
import { isId } from "../insights/insight.ts";
import { saveDraft } from "../insights/save-draft.server.ts";
import { deviceName } from "../people/device-name.ts";

type Sent = { request: Request; form: FormData; key: string; personId: string };

/** Keeps the draft a form sent, and says whether it is kept now. */
export async function keepSentDraft({ request, form, key, personId }: Sent): Promise<Response> {
  const version = Number(field(form, "draft"));
  if (!Number.isInteger(version) || version < 1 || version > draftLimits.version) {
    badRequest("The form came without its draft's number.");
  }
  const insightId = field(form, "insight");
  if (insightId !== undefined && !isId(insightId)) badRequest("The form did not say what it corrects.");
  const fields = draftFields(form);
  if (!isWithinLimits(fields)) return Response.json({ kept: false }, { status: 413 });
  const device = deviceName(request.headers.get("User-Agent") ?? "");
  const kept = await saveDraft({ personId, key, insightId, fields, version, device });
  return Response.json({ kept });
}
