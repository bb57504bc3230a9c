import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { SelectField, TextField } from "../ui/text-field.tsx";
import type { ChannelProblems, SentChannel } from "./channel-draft.ts";

type ChannelFormProps = {
  id: string;
  intent: "add" | "change";
  values: SentChannel;
  problems?: ChannelProblems;
};

export function ChannelForm({ id, intent, values, problems = {} }: ChannelFormProps): JSX.Element {
  const field = sentFields(values, problems);
  return (
    <Form method="post" className="grid gap-4 sm:grid-cols-2">
      <input type="hidden" name="id" value={id} />
      <TextField id={`${id}-name`} {...field("name")} label="Name" maxLength={60} required />
      <TextField
        id={`${id}-phrase`}
        {...field("phrase")}
        label="Heard …"
        hint="As a card says it: “over coffee”, “at a board of study”."
        maxLength={60}
        required
      />
      <SelectField id={`${id}-formality`} {...field("formality")} label="Formality">
        <option value="informal">Informal</option>
        <option value="formal">Formal</option>
      </SelectField>
      <div className="flex items-end">
        <Button
          name="intent"
          value={intent}
          variant={intent === "add" ? "primary" : "secondary"}
          className="min-h-11"
        >
          {intent === "add" ? "Add channel" : "Save"}
        </Button>
      </div>
    </Form>
  );
}
