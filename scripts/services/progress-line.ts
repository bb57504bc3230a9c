const millisecondsBetween = 200;
const millisecondsInFile = 5_000;

/** One line on the terminal that is written over; where the output is kept in a file, a line every few seconds. */
export function progressLine(): { show(words: string): void; end(): void } {
  const isTerminal = process.stderr.isTTY === true;
  let shownAt = 0;
  let width = 0;
  return {
    show(words) {
      const now = Date.now();
      if (now - shownAt < (isTerminal ? millisecondsBetween : millisecondsInFile)) return;
      shownAt = now;
      if (!isTerminal) return void process.stderr.write(`${words}\n`);
      process.stderr.write(`\r${words.padEnd(width)}`);
      width = words.length;
    },
    end() {
      if (isTerminal && width > 0) process.stderr.write(`\r${" ".repeat(width)}\r`);
    },
  };
}
