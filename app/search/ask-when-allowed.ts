const mostTries = 4;
const longestWait = 5;

/**
 * Asks what a keystroke asks. Whoever types faster than is allowed is asked to wait, and what is typed by then is asked
 * again as soon as it may be: what is shown must not stay behind it. Overtaken, it gives up.
 */
export async function askWhenAllowed<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(address, { signal, redirect: "error" });
    if (answer.ok) return await answer.json();
    const seconds = Number(answer.headers.get("Retry-After"));
    const isToWait = answer.status === 429 && seconds > 0 && seconds <= longestWait && tries < mostTries;
    if (!isToWait) throw new Error(`the search answered ${answer.status}`);
    await new Promise((waited) => setTimeout(waited, seconds * 1_000));
    signal.throwIfAborted();
  }
}
