import { Agent, request } from "node:http";

// Kept open as a browser or a proxy keeps them.
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export type Question = {
  port: number;
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
};

export type Answer = { status: number; body: Buffer };

/** Asks and reads the whole answer. */
export function ask({ port, path, method = "GET", headers, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: "127.0.0.1", port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks) }));
      answer.once("error", reject);
    });
    asked.once("error", reject);
    asked.end(body);
  });
}

/** The same, for an answer that has to be a good one: what is measured must have been done. */
export async function askWell(question: Question, status = 200): Promise<Buffer> {
  const answer = await ask(question);
  if (answer.status === status) return answer.body;
  const said = answer.body.toString("utf8").slice(0, 200);
  throw new Error(`${question.path} answered ${answer.status}: ${said}`);
}
