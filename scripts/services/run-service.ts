import { describeError } from "./run-command.ts";

/** What a service says to whoever started it, over the channel between them. */
export type ServiceNews = { ready: true; port?: number } | { failed: string };

type Service = { port?: number; stop(): Promise<void> };

const LONGEST_STOP_MS = 30_000;

/** Runs a service until it is told to stop, by a signal or by the end of whoever started it. */
export async function runService(start: () => Promise<Service>): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  let service: Service | undefined;
  let stopping = false;

  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    try {
      await service?.stop();
      process.exit(0);
    } catch (error) {
      console.error(describeError(error));
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  process.on("disconnect", () => void stop());

  try {
    service = await start();
  } catch (error) {
    const failed = describeError(error);
    console.error(failed);
    tell({ failed }, () => process.exit(1));
    return;
  }
  tell({ ready: true, port: service.port });
}

function tell(news: ServiceNews, then: () => void = () => {}): void {
  if (process.send && process.connected) process.send(news, undefined, {}, then);
  else then();
}
