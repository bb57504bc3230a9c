import { type JSX, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { TextAreaField } from "../ui/text-field.tsx";
import { focusOn } from "../ui/use-hash-focus.ts";
import type { InsightKind } from "./insight.ts";
import { PostingKeys, PostsWithKeys } from "./posts-with-keys.tsx";
import { commentAnchor, type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";

type CommentFormProps = { id: string; kind: InsightKind; idempotencyKey: string; answer?: TalkAnswer };

/** Where a comment is written. What is typed stays until it is posted, and a posted one has the focus. */
export function CommentForm({ id, kind, idempotencyKey, answer }: CommentFormProps): JSX.Element {
  const { submit, pending, answer: here } = useInPlace<TalkAnswer>({ to: talkAddress(id) });
  const form = useRef<HTMLFormElement>(null);
  const [key, setKey] = useState(idempotencyKey);
  const done = here?.done;
  useEffect(() => {
    if (!done?.commentId) return;
    form.current?.reset();
    if (done.key) setKey(done.key);
    focusOn(commentAnchor(done.commentId));
  }, [done]);
  const said = here ?? answer;
  const refused = said?.refused?.intent === "comment" ? said.refused : undefined;
  return (
    <form
      ref={form}
      id="comment"
      method="post"
      action={`/insights/${id}#comment`}
      onSubmit={submit}
      className="mt-6 print:hidden"
    >
      <PostsWithKeys>
        <input type="hidden" name="intent" value="comment" />
        <input type="hidden" name="key" value={key} />
        <TextAreaField
          name="body"
          id="comment-body"
          label={kind === "question" ? "Answer or comment" : "Add a comment"}
          rows={2}
          defaultValue={refused?.sent.body}
          error={refused?.problems.body}
        />
        <TalkTrouble answer={here} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button variant="secondary" pending={pending} pendingLabel="Posting…">
            Post comment
          </Button>
          <PostingKeys />
        </div>
      </PostsWithKeys>
      <LiveRegion>{done ? "Your comment is posted." : ""}</LiveRegion>
    </form>
  );
}
