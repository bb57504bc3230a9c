const longest = 60;

/** A column's name with the first thing that stands in it: “Date heard (03/11/2024)”. */
export function columnExample(name: string, samples: readonly (readonly string[])[], place: number): string {
  const example = samples.map((cells) => cells[place]?.trim() ?? "").find((cell) => cell !== "");
  if (!example) return name;
  const letters = [...example.replace(/\s+/g, " ")];
  const shown = letters.length > longest ? `${letters.slice(0, longest).join("")}…` : letters.join("");
  return `${name} (${shown})`;
}
