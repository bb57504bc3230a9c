type ApiProblem = {
  status: number;
  title: string;
  detail?: string;
  problems?: object;
  retryAfter?: number;
  /** Methods there are, when another was tried. */
  allow?: string;
};

/** An answer that says what is wrong, in the form of RFC 9457. */
export function apiProblem({ status, title, detail, problems, retryAfter, allow }: ApiProblem): Response {
  const headers = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  const challenge = status === 401 ? { "WWW-Authenticate": "Bearer" } : undefined;
  const wait = retryAfter === undefined ? undefined : { "Retry-After": String(retryAfter) };
  const methods = allow === undefined ? undefined : { Allow: allow };
  const body = JSON.stringify({ type: "about:blank", status, title, detail, problems });
  return new Response(body, { status, headers: { ...headers, ...challenge, ...wait, ...methods } });
}
