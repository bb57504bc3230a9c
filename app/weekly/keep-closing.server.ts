import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { log } from "../log.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { latestToClose } from "../settings/week-moment.ts";
import { closeWeek } from "./close-week.server.ts";
import { listWeeksToClose } from "./list-weeks-to-close.server.ts";

const lookMilliseconds = 15_000;

/** Closes every week whose moment has come; returns how many. However many do so at once, each week is closed once. */
export async function closeWeeks({ now = new Date() }: { now?: Date } = {}): Promise<number> {
  const library = await findLibrarySettings();
  let count = 0;
  for (const monday of await listWeeksToClose({ upTo: latestToClose(now, library) })) {
    const { outcome } = await closeWeek({ monday, now });
    if (outcome === "closed") count += 1;
  }
  return count;
}

/** Closes weeks at the library's moment while this process lives. */
export function keepClosing(): { stop(): Promise<void> } {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let closing = look();

  async function look(): Promise<void> {
    try {
      const weeks = await closeWeeks();
      if (weeks > 0) log().info({ weeks }, "closed");
    } catch (error) {
      if (isDatabaseUnavailable(error)) log().warn("closing the week waits for the database");
      else log().error({ err: error }, "the week could not be closed");
    }
    if (stopping) return;
    timer = setTimeout(() => {
      closing = look();
    }, lookMilliseconds);
  }

  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await closing;
    },
  };
}
