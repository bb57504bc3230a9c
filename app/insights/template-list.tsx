import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { KeptTemplate, SentTemplate, TemplateProblems } from "./template.ts";
import { TemplateForm } from "./template-form.tsx";

type TemplateListProps = {
  templates: readonly KeptTemplate[];
  channels: { slug: string; name: string }[];
  /** Of the one that was refused: its fields as they were typed. */
  refused?: { id: string; problems: TemplateProblems; sent: SentTemplate };
};

/** The templates in their order, each to be changed, moved, and offered or not. */
export function TemplateList({ templates, channels, refused }: TemplateListProps): JSX.Element {
  return (
    <ol className="grid gap-3">
      {templates.map((template, place) => {
        const { id, name, body, kind, channel, retired } = template;
        const wrong = refused?.id === id ? refused : undefined;
        return (
          <li key={id} id={id} className="grid gap-2 rounded-md border border-line bg-surface p-4">
            <div className="flex flex-wrap items-center gap-2">
              <h3 className="basis-full font-medium sm:mr-auto sm:basis-auto">
                {name} {retired && <Badge>No longer offered</Badge>}
              </h3>
              {place > 0 && <Turn id={id} name={name} intent="up" />}
              {place < templates.length - 1 && <Turn id={id} name={name} intent="down" />}
              <Turn id={id} name={name} intent={retired ? "offer" : "retire"} />
            </div>
            <p className="max-w-measure whitespace-pre-line text-sm text-soft">{body}</p>
            <Disclosure
              summary={
                <span className="text-sm">
                  Change <VisuallyHidden>{name}</VisuallyHidden>
                </span>
              }
              open={wrong !== undefined}
            >
              <TemplateForm
                id={id}
                hidden={{ intent: "change", id }}
                values={wrong?.sent ?? { name, body, kind: kind ?? "", channel: channel ?? "" }}
                problems={wrong?.problems}
                channels={channels}
                submitLabel="Save changes"
              />
            </Disclosure>
          </li>
        );
      })}
    </ol>
  );
}

const words = { up: "Move up", down: "Move down", retire: "Offer no longer", offer: "Offer again" } as const;
const icons = { up: ArrowUp, down: ArrowDown } as const;

function Turn({ id, name, intent }: { id: string; name: string; intent: keyof typeof words }): JSX.Element {
  return (
    <form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      <Button
        variant="quiet"
        size="small"
        icon={intent === "up" || intent === "down" ? icons[intent] : undefined}
      >
        {words[intent]} <VisuallyHidden>{name}</VisuallyHidden>
      </Button>
    </form>
  );
}
