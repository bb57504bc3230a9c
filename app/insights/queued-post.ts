/** A form posted without a connection, as it is kept on the device until the server has said that it is saved. */
export type QueuedPost = {
  /** The id of whom it was written as: it is sent under nobody else's session. */
  writer: string;
  key: string;
  fields: [name: string, value: string][];
  at: string;
  /** Why the server would not have it. It waits to be opened in the form. */
  refused?: string;
  /** The insight that was posted earlier from the same form, in other words. */
  postedBefore?: string;
};

export type SentPost = { id: string; excerpt: string };

/** What it begins with. */
export function excerptOf({ fields }: Pick<QueuedPost, "fields">): string {
  const body = fields.find(([name]) => name === "body")?.[1].trim() ?? "";
  return body.length > 80 ? `${body.slice(0, 79)}…` : body;
}
