import type { JSX } from "react";
import { MadeByServer, type ServerPiece } from "../ui/server-markup.tsx";
import { useVoiceInPlace } from "./voice-in-place.ts";

type CardsInPlaceProps = {
  piece: ServerPiece;
  className?: string;
  /** An insight that stands on the page already. */
  without?: string;
};

/** Cards as the server has drawn them: their script is never sent, and their text once. */
export function CardsInPlace(props: CardsInPlaceProps): JSX.Element {
  return (
    <div onSubmit={useVoiceInPlace()}>
      <MadeByServer {...props} />
    </div>
  );
}
