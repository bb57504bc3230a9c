import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { log } from "../log.server.ts";
import { claimNextImport } from "./claim-import.server.ts";
import { type Running, runImport } from "./run-import.server.ts";

const milliseconds = { look: 1_000, afterTrouble: 5_000 } as const;

/** Works on imports while this process lives, one at a time: those asked for, and those another worker has left. */
export function keepImports({ onChanged }: Pick<Running, "onChanged">): { stop(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => {};

  async function look(): Promise<void> {
    while (!signal.aborted) {
      let pause: number = milliseconds.look;
      try {
        for (let next = await claimNextImport(); next && !signal.aborted; next = await claimNextImport()) {
          const outcome = await runImport(next, { onChanged, signal });
          log().info({ importId: next.id, state: next.state, outcome }, "an import");
          if (outcome === "interrupted") return;
        }
      } catch (error) {
        pause = milliseconds.afterTrouble;
        if (isDatabaseUnavailable(error)) log().warn("imports wait for the database");
        else log().error({ err: error }, "imports could not be worked on");
      }
      if (signal.aborted) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, pause);
      });
    }
  }

  const looking = look();
  return {
    async stop() {
      ending.abort();
      clearTimeout(timer);
      wake();
      await looking;
    },
  };
}
