// Any origin will do: a path that leaves this one would leave ours.
const origin = "http://corridor.invalid";
const longest = 2_000;

/**
 * `to` when it is an address on this site, else `fallback`. One leading slash, no backslash, no control or white
 * space; still on this site after URL parsing, and again after what the parser made of it is parsed once more.
 */
export function safeRedirect(to: unknown, fallback: string): string {
  if (typeof to !== "string" || to.length > longest || !isPlainPath(to)) return fallback;
  const once = onSite(to);
  if (once === undefined || !isPlainPath(once)) return fallback;
  return onSite(once) === once ? once : fallback;
}

function isPlainPath(path: string): boolean {
  return /^\/(?!\/)[^\\\p{Cc}\p{Z}\p{Cf}\p{Cs}]*$/u.test(path) && !/^\/(%2f|%5c|%09|%0a|%0d)/i.test(path);
}

function onSite(path: string): string | undefined {
  if (!URL.canParse(path, origin)) return undefined;
  const url = new URL(path, origin);
  return url.origin === origin && !url.username ? url.pathname + url.search + url.hash : undefined;
}
