export type CircuitBreaker<Trouble> = {
  /** Why nothing should be asked now; undefined when all is well. */
  blocked(): Trouble | undefined;
  succeeded(): void;
  failed(trouble: Trouble, options?: { atOnce?: boolean }): void;
};

type Settings = {
  /** Failures in a row before it opens. */
  failures: number;
  /** Milliseconds between attempts to find the other side well again. */
  rest: number;
  /** Asks the other side something small; resolves when it is well. */
  probe: () => Promise<unknown>;
  now?: () => number;
};

/**
 * Stops asking a part that has failed several times in a row. While it is open nobody waits: the probe that may close
 * it again runs beside, never in a reader's request.
 */
export function circuitBreaker<Trouble>(settings: Settings): CircuitBreaker<Trouble> {
  const now = settings.now ?? (() => performance.now());
  let failures = 0;
  let open: { trouble: Trouble; probeAt: number } | undefined;

  function probe(): void {
    settings.probe().then(succeeded, () => {});
  }
  function succeeded(): void {
    failures = 0;
    open = undefined;
  }
  return {
    blocked() {
      if (open && now() >= open.probeAt) {
        open.probeAt = now() + settings.rest;
        probe();
      }
      return open?.trouble;
    },
    succeeded,
    failed(trouble, options) {
      failures += 1;
      if (failures >= settings.failures || options?.atOnce) {
        open = { trouble, probeAt: open?.probeAt ?? now() + settings.rest };
      }
    },
  };
}
