import { useNavigate } from "@remix-run/react";
import type { JSX } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Notice } from "../ui/notice.tsx";
import { TextAreaField } from "../ui/text-field.tsx";
import { PostsWithKeys } from "./posts-with-keys.tsx";
import { commentAnchor, type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";

type CommentEditFormProps = {
  /** The insight's. */
  id: string;
  comment: { id: string; body: string; version: number };
  answer?: TalkAnswer;
};

/** Corrects one's own comment where it stands; when it was changed meanwhile, shows both and overwrites neither. */
export function CommentEditForm({ id, comment, answer }: CommentEditFormProps): JSX.Element {
  const navigate = useNavigate();
  const place = `/insights/${id}#${commentAnchor(comment.id)}`;
  const {
    submit,
    pending,
    answer: here,
  } = useInPlace<TalkAnswer>({
    to: talkAddress(id),
    onDone: () => navigate(place, { replace: true, preventScrollReset: true }),
  });
  const said = here ?? answer;
  const conflict = said?.conflict?.commentId === comment.id ? said.conflict : undefined;
  const refused = said?.refused?.intent === "edit-comment" ? said.refused : undefined;
  return (
    <form
      method="post"
      action={`/insights/${id}?open=${comment.id}`}
      onSubmit={submit}
      className="grid max-w-measure gap-3"
    >
      <PostsWithKeys>
        {conflict && (
          <Notice tone="error" title="This comment was changed while you were editing">
            <p>Nothing is overwritten. Saved meanwhile:</p>
            <p className="mt-2 whitespace-pre-wrap">{conflict.saved}</p>
          </Notice>
        )}
        <input type="hidden" name="intent" value="edit-comment" />
        <input type="hidden" name="comment" value={comment.id} />
        <input type="hidden" name="version" value={conflict?.version ?? comment.version} />
        <TextAreaField
          name="body"
          id="edit-comment"
          label="Your comment"
          rows={2}
          defaultValue={conflict?.mine ?? refused?.sent.body ?? comment.body}
          error={refused?.problems.body}
        />
        <TalkTrouble answer={here} />
        <div className="flex flex-wrap gap-2">
          <Button size="small" pending={pending} pendingLabel="Saving…">
            {conflict ? "Save mine over it" : "Save comment"}
          </Button>
          <ButtonLink to={place} variant="quiet" size="small" preventScrollReset>
            Cancel
          </ButtonLink>
        </div>
      </PostsWithKeys>
    </form>
  );
}
