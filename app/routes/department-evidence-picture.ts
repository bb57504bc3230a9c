import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "../http/problems.server.ts";
import { requireViewer } from "../http/require-person.server.ts";
import { drawEvidence } from "../reports/draw-evidence.server.ts";
import { findEvidence } from "../reports/find-evidence.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

/** A department's evidence card as a picture to save. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireViewer(request, context);
  const slug = params.slug ?? "";
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  const evidence = (await findEvidence({ slug, today })) ?? notFound();
  const picture = await drawEvidence({ evidence, today });
  return new Response(new Uint8Array(picture), {
    headers: {
      "Content-Type": "image/png",
      "Content-Length": String(picture.length),
      "Content-Disposition": `attachment; filename="evidence-${evidence.department.slug}.png"`,
      "Cache-Control": "no-store",
    },
  });
}
