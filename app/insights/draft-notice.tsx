import type { JSX, MouseEvent } from "react";
import { Notice } from "../ui/notice.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { draftAddress } from "./draft.ts";
import type { Keeping, Restored } from "./form-in-hand.ts";

type DraftNoticeProps = {
  inHand: Keeping["inHand"];
  /** Something else that was begun, while this form is being written in. */
  other?: Restored;
  insightId?: string;
  onAfresh(restored: Restored): void;
  onBack(aside: Restored): void;
};

/** Where the words in this form come from, if not from this very moment. */
export function DraftNotice(props: DraftNoticeProps): JSX.Element | null {
  const { inHand, other, insightId, onAfresh, onBack } = props;
  const { restored, aside } = inHand ?? {};
  if (restored) {
    const afresh = insightId ? `/insights/${insightId}/edit` : "/insights/new";
    return (
      <Notice
        title={<>Restored what you were writing {where(restored)}.</>}
        action={
          <a href={afresh} onClick={instead(() => onAfresh(restored))} className="link">
            Start afresh
          </a>
        }
      />
    );
  }
  if (aside) {
    return (
      <Notice
        tone="done"
        title="Started afresh."
        action={
          <button type="button" onClick={() => onBack(aside)} className="link">
            Bring back what I was writing
          </button>
        }
      />
    );
  }
  if (inHand?.queued) {
    return (
      <Notice tone="done" title="Kept on this device. It will be sent when you are connected again.">
        You can write the next one.
      </Notice>
    );
  }
  if (!other) return null;
  return (
    <Notice
      title={<>You also began to write something {where(other)}.</>}
      action={
        <a href={draftAddress(other)} target="_blank" rel="noopener" className="link">
          Open it in a new tab
        </a>
      }
    />
  );
}

function where({ here, device, savedAt }: Restored): JSX.Element {
  return (
    <>
      {here ? "on this device" : `on ${device ?? "another device"}`}, <TimeAgo at={savedAt} />
    </>
  );
}

function instead(act: () => void) {
  return (event: MouseEvent) => {
    event.preventDefault();
    act();
  };
}
