import { Form, useNavigation } from "@remix-run/react";
import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import type { Followable } from "./follow.ts";

type FollowButtonProps = {
  thing: Followable;
  following: boolean;
  /** The page to come back to: the one it stands on. */
  back: string;
  size?: "normal" | "small";
  /** The page is about something else: the button says whom it follows. */
  saysWhat?: boolean;
};

/** Follows a department, a tag or a team; pressed again, no longer. */
export function FollowButton({ thing, following, back, size, saysWhat }: FollowButtonProps): JSX.Element {
  const { formAction, formData } = useNavigation();
  const pressed =
    formAction === "/me/following" &&
    formData?.get("kind") === thing.kind &&
    formData.get("slug") === thing.slug;
  const shown = pressed ? formData.get("intent") === "follow" : following;
  const word = shown ? "Stop following" : "Follow";
  return (
    <Form method="post" action="/me/following" preventScrollReset className="contents">
      <input type="hidden" name="intent" value={shown ? "unfollow" : "follow"} />
      <input type="hidden" name="kind" value={thing.kind} />
      <input type="hidden" name="slug" value={thing.slug} />
      <input type="hidden" name="back" value={back} />
      <Button variant="secondary" size={size} icon={shown ? EyeOff : Eye}>
        {saysWhat ? `${word} ${thing.name}` : word}
        {!saysWhat && <span className="sr-only"> {thing.name}</span>}
      </Button>
    </Form>
  );
}
