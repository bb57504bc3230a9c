import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { CheckField, CheckGroup } from "../ui/check-field.tsx";
import type { Choices } from "./choices.ts";
import { deliveryNames, kindChoices, notificationKinds } from "./notification.ts";

/** How one wants to be told of each kind. */
export function ChoicesForm({ choices }: { choices: Choices }): JSX.Element {
  const say = useOurWords();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" className="grid gap-6">
      {notificationKinds.map((kind) => (
        <CheckGroup key={kind} legend={say(kindChoices[kind].label)}>
          <div className="flex flex-wrap gap-x-6">
            {kindChoices[kind].offered.map((delivery) => (
              <CheckField
                key={delivery}
                type="radio"
                name={kind}
                value={delivery}
                defaultChecked={choices[kind] === delivery}
                label={deliveryNames[delivery]}
              />
            ))}
          </div>
        </CheckGroup>
      ))}
      <div>
        <Button pending={pending} pendingLabel="Saving…">
          Save
        </Button>
      </div>
    </Form>
  );
}
