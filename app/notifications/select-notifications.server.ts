import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { apiKeys, people } from "#db/schema/people.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { tellings } from "#db/schema/voices.server.ts";
import { handedOverOf, type ToldHandover } from "../departments/handed-over.server.ts";
import type { Visibility } from "../insights/insight.ts";
import type { Reader } from "../insights/readable.ts";
import { excerpt } from "../text/excerpt.ts";
import { exactDate } from "../ui/dates.ts";
import { isNotificationKind } from "./notification.ts";
import type { NotificationData } from "./notification-data.ts";
import { shownTo } from "./shown.server.ts";

const firstDepartment = sql<string | null>`(
  select ${departments.name} from ${insightDepartments}
  join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
  where ${insightDepartments.insightId} = ${insights.id} order by ${insightDepartments.position} limit 1)`;

const wordsOfTelling = sql<string | null>`(
  select ${tellings.words} from ${tellings}
  where ${tellings.insightId} = ${notifications.insightId} and ${tellings.personId} = ${notifications.personId}
    and ${tellings.toldBy} = ${notifications.actorId} and ${notifications.kind} = 'told'
  order by ${tellings.toldAt} desc limit 1)`;

/** What a handover is about, for a sentence; nothing where there is none. */
const handover = sql<ToldHandover | null>`${handedOverOf(sql`${notifications.handoverId}`)}`;

/** Which department one was made a liaison of, or taken off. */
const liaison = sql<{ slug: string; name: string; looksAfter: boolean } | null>`(
  select json_build_object('slug', ${departments.slug}, 'name', ${departments.name},
    'looksAfter', ${notifications.dedupeKey} like 'liaison.added:%')
  from ${departmentLiaisons} join ${departments} on ${departments.id} = ${departmentLiaisons.departmentId}
  where ${departmentLiaisons.id} = ${notifications.liaisonId})`;

/** The API key that acts, or acted, as the reader. */
const apiKey = sql<ToldApiKey | null>`(
  select json_build_object('id', ${apiKeys.id}, 'name', ${apiKeys.name},
    'revoked', ${notifications.dedupeKey} like 'api-key.revoked:%', 'over', ${apiKeys.revokedAt} is not null)
  from ${apiKeys} where ${apiKeys.id} = ${notifications.apiKeyId})`;

/** No more of a text leaves the database than a quotation can use. */
const quotable = sql<string | null>`left(coalesce(${comments.plainText}, ${insights.plainText}), 4000)`;

const newestFirst = [desc(notifications.createdAt), desc(notifications.seq)];

type ToldApiKey = { id: string; name: string; revoked: boolean; over: boolean };

type Selection = { reader: Reader; where?: SQL; limit: number; quoteCharacters: number };

/** A person's notifications, newest first, as they may see them now, with how widely the insight may be read. */
export async function selectNotifications({
  reader,
  where,
  limit,
  quoteCharacters,
}: Selection): Promise<(NotificationData & { visibility: Visibility })[]> {
  // Chosen first, so that what is read of each is read of a page's worth, however many there are.
  const chosen = db
    .select({ id: notifications.id })
    .from(notifications)
    .leftJoin(insights, eq(insights.id, notifications.insightId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(and(shownTo(reader), where))
    .orderBy(...newestFirst)
    .limit(limit)
    .as("chosen");
  const rows = await db
    .select({
      id: notifications.id,
      seq: notifications.seq,
      kind: notifications.kind,
      insightId: insights.id,
      commentId: notifications.commentId,
      actor: people.name,
      savedSearch: savedSearches.name,
      authorId: insights.authorId,
      visibility: insights.visibility,
      handover,
      liaison,
      apiKey,
      about: firstDepartment,
      quote: quotable,
      words: wordsOfTelling,
      at: notifications.createdAt,
      readAt: notifications.readAt,
    })
    .from(chosen)
    .innerJoin(notifications, eq(notifications.id, chosen.id))
    .leftJoin(insights, eq(insights.id, notifications.insightId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(people, eq(people.id, notifications.actorId))
    .leftJoin(savedSearches, eq(savedSearches.id, notifications.savedSearchId))
    .orderBy(...newestFirst);
  return rows.flatMap(
    ({ kind, authorId, visibility, handover, liaison, apiKey, about, quote, words, readAt, ...row }) => {
      if (!isNotificationKind(kind)) return [];
      return {
        ...row,
        kind,
        visibility: visibility ?? "staff",
        handedOver: handover?.slug ?? null,
        handover: handover && { state: handover.state, until: handover.endsOn !== null },
        ofDepartment: liaison?.slug ?? null,
        looksAfter: liaison?.looksAfter ?? null,
        apiKeyId: apiKey?.id ?? null,
        keyRevoked: apiKey?.revoked ?? null,
        yours: authorId === reader.id,
        inComment: row.commentId !== null,
        about: handover?.name ?? liaison?.name ?? about ?? "",
        quote: handover
          ? handedOverWords(handover)
          : liaison
            ? liaisonWords(liaison)
            : apiKey
              ? apiKeyWords(apiKey)
              : excerpt(quote ?? "", quoteCharacters),
        words: words ?? "",
        read: readAt !== null,
      };
    },
  );
}

function handedOverWords({ from, startsOn, endsOn, state }: ToldHandover): string {
  const until = endsOn ? ` until ${exactDate(endsOn)}` : "";
  const days = `from ${exactDate(startsOn)}${until}, in place of ${from}.`;
  return state === "over" ? `It was ${days}` : `It is yours ${days} There is an order to read in.`;
}

function liaisonWords({ looksAfter }: { looksAfter: boolean }): string {
  return looksAfter
    ? "Its page is yours to keep, and questions about it come to you."
    : "Its page stays as you kept it. Follow it to go on hearing of it.";
}

function apiKeyWords({ name, revoked, over }: ToldApiKey): string {
  if (revoked) return `“${name}” opens nothing any more.`;
  if (over) return `“${name}” has been revoked since, and opens nothing any more.`;
  return `“${name}” reads what you may read, and posts in your name. If you do not know what it is for, revoke it on your account and ask an administrator.`;
}
