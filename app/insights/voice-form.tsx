import { useNavigate } from "@remix-run/react";
import type { JSX } from "react";
import type { Day } from "../settings/calendar.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Section } from "../ui/page.tsx";
import { sentFields } from "../ui/sent-fields.ts";
import { SelectField, TextAreaField, TextField } from "../ui/text-field.tsx";
import { type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";
import { voiceLimits } from "./voice-limits.ts";

/** What the form of a voice begins with: what one said before, or one's usual channel and today. */
type VoiceValues = { words: string; channel: string; heardOn: Day };

export type VoiceChoices = {
  channels: { slug: string; name: string }[];
  today: Day;
  values: VoiceValues;
};

type VoiceFormProps = { id: string; choices: VoiceChoices; answer?: TalkAnswer };

/** "I've heard this too", with one's own words, how and when. */
export function VoiceForm({ id, choices, answer }: VoiceFormProps): JSX.Element {
  const navigate = useNavigate();
  const {
    submit,
    pending,
    answer: here,
  } = useInPlace<TalkAnswer>({
    to: talkAddress(id),
    onDone: () => navigate(`/insights/${id}#voices`, { replace: true, preventScrollReset: true }),
  });
  const said = here ?? answer;
  const { problems = {}, sent } = said?.refused?.intent === "corroborate-in-words" ? said.refused : {};
  const values = { ...choices.values, ...sent };
  const field = sentFields(values, problems);
  return (
    <Section title="How did you hear it?">
      <form
        method="post"
        action={`/insights/${id}?open=heard`}
        onSubmit={submit}
        className="grid max-w-measure gap-4"
      >
        <input type="hidden" name="intent" value="corroborate-in-words" />
        <TextAreaField
          {...field("words")}
          id="heard"
          label="In your own words"
          hint="Whoever may read the insight reads this with it."
          rows={2}
          maxLength={voiceLimits.wordsCharacters}
          optional
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField {...field("channel")} id="voice-channel" label="How you heard it" optional>
            <option value="">Not said</option>
            {choices.channels.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField
            {...field("heardOn")}
            id="voice-heard-on"
            type="date"
            label="When you heard it"
            max={choices.today}
          />
        </div>
        <TalkTrouble answer={here} />
        <div className="flex flex-wrap gap-2">
          <Button pending={pending} pendingLabel="Saving…">
            Add my voice
          </Button>
          <ButtonLink to={`/insights/${id}`} variant="quiet" preventScrollReset>
            Cancel
          </ButtonLink>
        </div>
      </form>
    </Section>
  );
}
