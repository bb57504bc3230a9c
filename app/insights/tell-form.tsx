import { useNavigate } from "@remix-run/react";
import type { JSX } from "react";
import { Button, ButtonLink } from "../ui/button.tsx";
import { LazyCombobox } from "../ui/combobox.lazy.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Section } from "../ui/page.tsx";
import { TextAreaField } from "../ui/text-field.tsx";
import type { Tellable } from "./list-tellable.server.ts";
import { type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";
import { tellingLimits } from "./telling-draft.ts";

type TellFormProps = { id: string; tellable: Tellable; answer?: TalkAnswer };

/** "Who should know?": picks colleagues who may read the insight, and sends it to them. */
export function TellForm({ id, tellable, answer }: TellFormProps): JSX.Element {
  const navigate = useNavigate();
  const {
    submit,
    pending,
    answer: here,
  } = useInPlace<TalkAnswer>({
    to: talkAddress(id),
    onDone: () => navigate(`/insights/${id}#told`, { replace: true, preventScrollReset: true }),
  });
  const { colleagues, unable } = tellable;
  const said = here ?? answer;
  const { problems = {}, sent = {} } = said?.refused?.intent === "tell" ? said.refused : {};
  return (
    <Section title="Who should know?">
      <form
        id="tell"
        method="post"
        action={`/insights/${id}?open=tell`}
        onSubmit={submit}
        className="grid max-w-measure scroll-mt-40 gap-4 outline-offset-4"
      >
        <input type="hidden" name="intent" value="tell" />
        <LazyCombobox
          name="colleagues"
          label="Whom to tell"
          hint={unable > 0 ? unableWords(unable) : undefined}
          options={colleagues.map(({ handle, name, team }) => ({
            value: handle,
            label: name,
            detail: team,
            keywords: [handle],
          }))}
          error={problems.colleagues}
          multiple
          required
        />
        <TextAreaField
          name="words"
          id="tell-words"
          label="A few words to them"
          hint="Only they and you will see these."
          rows={2}
          maxLength={tellingLimits.wordsCharacters}
          defaultValue={sent.words}
          error={problems.words}
          optional
        />
        <TalkTrouble answer={here} />
        <div className="flex flex-wrap gap-2">
          <Button pending={pending} pendingLabel="Sending…">
            Tell them
          </Button>
          <ButtonLink to={`/insights/${id}`} variant="quiet" preventScrollReset>
            Cancel
          </ButtonLink>
        </div>
      </form>
    </Section>
  );
}

function unableWords(unable: number): string {
  const who = unable === 1 ? "1 colleague may" : `${unable} colleagues may`;
  return `${who} not read this insight, because it is for one team only, and cannot be told of it.`;
}
