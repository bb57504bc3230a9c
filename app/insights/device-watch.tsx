import { type JSX, useEffect, useState } from "react";
import type { OnDevice } from "./on-device.tsx";

/** Long enough for everything the page itself wants. */
const restMs = 3_000;

/** Fetches what looks after this device's drafts and queue, once the page has come to rest. */
export function DeviceWatch({ writer }: { writer: string }): JSX.Element | null {
  const [parts, setParts] = useState<{ Shown: typeof OnDevice }>();
  useEffect(() => {
    // What keeps a form is wanted when there is no connection to fetch it by.
    const begin = () =>
      void Promise.all([import("./on-device.tsx"), import("./queue-form.ts")]).then(
        ([{ OnDevice: Shown }]) => setParts({ Shown }),
        // Without a connection the next page does it.
        () => {},
      );
    const waiting = setTimeout(begin, restMs);
    return () => clearTimeout(waiting);
  }, []);
  return parts ? <parts.Shown key={writer} writer={writer} /> : null;
}
