import { type JSX, useEffect, useState } from "react";
import type { OnDevice } from "./on-device.tsx";

/** Fetches what looks after this device's drafts and queue, once the page has come to rest. */
export function DeviceWatch({ writer }: { writer: string }): JSX.Element | null {
  const [parts, setParts] = useState<{ Shown: typeof OnDevice }>();
  useEffect(() => {
    const begin = () =>
      void import("./on-device.tsx").then(
        ({ OnDevice: Shown }) => setParts({ Shown }),
        // Without a connection the next page does it.
        () => {},
      );
    const waiting = setTimeout(begin, 1_000);
    return () => clearTimeout(waiting);
  }, []);
  return parts ? <parts.Shown key={writer} writer={writer} /> : null;
}
