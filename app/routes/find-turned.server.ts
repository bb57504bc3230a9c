import type { AppLoadContext } from "@remix-run/server-runtime";
import { takeNotice } from "../http/notice.server.ts";
import { drawPosted } from "../insights/draw-cards.server.tsx";
import { findJustPosted, findUndone } from "../insights/find-just-posted.server.ts";
import { findLookAgain } from "../insights/find-look-again.server.ts";
import type { Turned } from "../insights/use-posting-turn.ts";
import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

type Asked = { request: Request; person: Person; context: AppLoadContext };

/** What the page's notice is about: the insight just posted, or the text of one just taken back. */
export async function findTurned({ request, person, context }: Asked): Promise<Turned | undefined> {
  const { notice } = takeNotice(request);
  if (!notice?.subjectId) return undefined;
  const asked = { person, id: notice.subjectId };
  const turn = `${notice.code} ${notice.subjectId}`;
  if (notice.code === "insight-posted") {
    const [justPosted, lookAgain] = await Promise.all([
      findJustPosted(asked),
      findLookAgain({ authorId: person.id, id: asked.id }),
    ]);
    if (!justPosted) return { turn };
    const today = dayIn((await findLibrarySettings()).timeZone, new Date());
    return { turn, justPosted: drawPosted({ insight: justPosted, context, today }), lookAgain };
  }
  if (notice.code === "insight-undone") {
    const values = await findUndone(asked);
    return { turn, undone: values && { id: asked.id, values } };
  }
  return undefined;
}
