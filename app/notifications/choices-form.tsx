import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/text-field.tsx";
import type { Choices } from "./choices.ts";
import { deliveryNames, kindChoices, notificationKinds } from "./notification.ts";

/** How one wants to be told of each kind. */
export function ChoicesForm({ choices }: { choices: Choices }): JSX.Element {
  const say = useOurWords();
  const pending = useNavigation().state === "submitting";
  return (
    <Form method="post" className="grid gap-6">
      <ul className="divide-y divide-line border-y border-line">
        {notificationKinds.map((kind) => (
          <li key={kind} className="row py-2">
            <label htmlFor={kind}>{say(kindChoices[kind].label)}</label>
            <Select
              id={kind}
              name={kind}
              defaultValue={choices[kind]}
              className="flex-1 basis-60 sm:max-w-60"
            >
              {kindChoices[kind].offered.map((delivery) => (
                <option key={delivery} value={delivery}>
                  {deliveryNames[delivery]}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      <div>
        <Button pending={pending} pendingLabel="Saving…">
          Save
        </Button>
      </div>
    </Form>
  );
}
