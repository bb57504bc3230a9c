import { answerQuestion } from "#app/insights/answer-question.server.ts";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { hideComment } from "#app/insights/hide-comment.server.ts";
import { tellColleagues } from "#app/insights/tell-colleagues.server.ts";
import { thank } from "#app/insights/thank.server.ts";
import { withdrawComment } from "#app/insights/withdraw-comment.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { type ADepartment, aComment, anInsight, aPerson } from "#tests/support/factories.ts";

/** Ids of what is talked about: an insight with everything said about it, one of the reader's comments, two questions. */
export type TalkedAbout = { talked: string; remark: string; open: string; answered: string };

type Asked = { reader: Person; departments: ADepartment[] };

export async function talkedAbout({ reader, departments }: Asked): Promise<TalkedAbout> {
  const [author, other] = [await aPerson(), await aPerson({ name: "Nia Griffith-Llywelyn" })];
  const { id: talked } = await anInsight({ person: author, departments });
  const heardOn = dayIn("Europe/London", new Date());
  const voice = { words: "The very same, at the board of study.", channel: "board-of-study", heardOn };
  await corroborate({ person: other, id: talked, voice });
  for (const person of [other, reader]) await thank({ person, id: talked });
  const telling = { colleagues: [reader.handle], words: "Yours, I believe" };
  await tellColleagues({ person: other, id: talked, telling });
  const remark = await aComment({
    insightId: talked,
    person: reader,
    body: "- one\n- two, see [it](https://example.org)",
  });
  const gone = await aComment({ insightId: talked, person: reader });
  await withdrawComment({ person: reader, insightId: talked, id: gone });
  const hidden = await aComment({ insightId: talked, person: other });
  await hideComment({ person: reader, insightId: talked, id: hidden, reason: "names a student" });

  const ask = async () => (await anInsight({ person: author, departments, sent: { kind: "question" } })).id;
  const [open, answered] = [await ask(), await ask()];
  await aComment({ insightId: open, person: other });
  const commentId = await aComment({ insightId: answered, person: other });
  await answerQuestion({ person: author, id: answered, commentId });
  return { talked, remark, open, answered };
}
