import { commentAnchor } from "../insights/talk.ts";
import type { News } from "./notification.ts";

/** A notification as its reader sees it. */
export type NotificationData = News & {
  id: string;
  seq: number;
  insightId: string | null;
  commentId: string | null;
  /** The department a handover is about. */
  handedOver: string | null;
  /** The department that one is, or was, a liaison of. */
  ofDepartment: string | null;
  /** The API key it is about. */
  apiKeyId: string | null;
  /** The department it is about, or the first of several. */
  about: string;
  /** The beginning of the insight or the comment. */
  quote: string;
  /** What a colleague who sent it said with it. */
  words: string;
  at: Date;
  read: boolean;
};

/** Where a notification leads. */
export function addressOf({
  insightId,
  commentId,
  handedOver,
  ofDepartment,
  apiKeyId,
}: Pick<NotificationData, "insightId" | "commentId" | "handedOver" | "ofDepartment" | "apiKeyId">): string {
  if (apiKeyId) return "/me#programs";
  if (ofDepartment) return `/departments/${ofDepartment}`;
  if (handedOver) return `/departments/${handedOver}/handover`;
  return commentId ? `/insights/${insightId}#${commentAnchor(commentId)}` : `/insights/${insightId}`;
}
