import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { MeilisearchApiError, MeilisearchRequestError } from "meilisearch";

// Put away before the engine closes them, which it does after five seconds.
const keeping = { keepAlive: true, timeout: 4_000 } as const;
const agents = { "http:": new HttpAgent(keeping), "https:": new HttpsAgent(keeping) };

export type EngineQuestion = {
  url: URL;
  /** The reader's own token, or a key. */
  token: string;
  question: object;
  timeout: number;
  /** Nobody waits for the answer any more. */
  signal?: AbortSignal;
};

/**
 * Asks a question over a connection kept open and reads the whole answer: what the engine's own client does by
 * `fetch`, which takes the processor three times as long. Its errors are the client's.
 */
export async function askQuestion<Answer>(asked: EngineQuestion): Promise<Answer> {
  const body = JSON.stringify(asked.question);
  const { status, text } = await send(asked, body).catch((error: unknown) => {
    // Closed by the engine just as we used it again: it has not seen the question.
    if (error instanceof Error && "reused" in error) return send(asked, body);
    throw error;
  });
  const answer = text === "" ? undefined : JSON.parse(text);
  if (status === 200) return answer as Answer;
  throw new MeilisearchApiError(new Response(null, { status }), answer);
}

function send(
  { url, token, timeout, signal }: EngineQuestion,
  body: string,
): Promise<{ status: number; text: string }> {
  const isSecure = url.protocol === "https:";
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    // Asked for nothing in particular, the engine compresses, and every compressed answer takes 40 ms longer.
    "accept-encoding": "identity",
  };
  const options = { method: "POST", headers, agent: agents[isSecure ? "https:" : "http:"] };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? httpsRequest : httpRequest)(url, options);
    const timer = setTimeout(() => request.destroy(new Error("the engine took too long")), timeout);
    const giveUp = (): void => void request.destroy();
    signal?.addEventListener("abort", giveUp);
    const settled = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", giveUp);
    };
    const failed = (cause: Error & { code?: string }): void => {
      settled();
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const error = new MeilisearchRequestError(url.pathname, cause);
      const reused = request.reusedSocket && cause.code === "ECONNRESET";
      reject(reused ? Object.assign(error, { reused }) : error);
    };
    request.once("error", failed);
    request.once("response", (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.once("error", failed);
      answer.once("end", () => {
        settled();
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString("utf8") });
      });
    });
    request.end(body);
  });
}
