/** A CSV file to save. */
export function csvAnswer(file: string | ReadableStream, name: string): Response {
  return fileAnswer(file, name, "text/csv");
}

/** A file of text to save. */
export function fileAnswer(file: string | ReadableStream, name: string, type: string): Response {
  return new Response(file, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
