import type postgres from "postgres";

const mostTexts = 400;
const longestText = 8_000;

/**
 * Has what is asked for again and again prepared by PostgreSQL from the second time on. Drizzle's statements are otherwise
 * parsed anew at each run, and described in a round trip of their own. How many are kept has an end, as a list written
 * out makes another text for each of its lengths.
 */
export function preparingRepeated(sql: postgres.Sql): postgres.Sql {
  const asked = new Set<string>();
  const isRepeated = (text: string): boolean => {
    if (asked.has(text)) return true;
    if (asked.size < mostTexts && text.length <= longestText && text.startsWith("select ")) asked.add(text);
    return false;
  };
  const unsafe: postgres.Sql["unsafe"] = (text, params, options) =>
    sql.unsafe(text, params, { ...options, prepare: options?.prepare || isRepeated(text) });
  return new Proxy(sql, { get: (target, name) => (name === "unsafe" ? unsafe : Reflect.get(target, name)) });
}
