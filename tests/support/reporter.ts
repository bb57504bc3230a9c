import type { Reporter, SerializedError, TestModule } from "vitest/node";

const mostDiffCharacters = 2_000;

type Counts = { passed: number; failed: number; skipped: number };

/**
 * Says `tests: N passed, N failed` as the very last line, and lets no run with a failure exit 0. What fails is named with
 * its reason at once: a run that is broken off has told it too.
 */
export default class ClosingLine implements Reporter {
  onInit(): void {
    // Replaced by the counts at the end of the run; a run that never gets there has failed.
    this.#closing = { passed: 0, failed: 1, skipped: 0 };
    process.once("exit", () => this.#close());
  }

  onTestModuleEnd(module: TestModule): void {
    for (const error of module.errors()) tell(module.relativeModuleId, error);
    for (const test of module.children.allTests("failed"))
      for (const error of test.result().errors ?? [])
        tell(`${module.relativeModuleId} > ${test.fullName}`, error);
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<SerializedError>): void {
    this.#closing = countTests(modules, errors.length);
  }

  #closing: Counts = { passed: 0, failed: 1, skipped: 0 };

  #close(): void {
    const { passed, failed, skipped } = this.#closing;
    process.stdout.write(
      `tests: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`,
    );
    if (failed > 0) process.exitCode = 1;
  }
}

function tell(where: string, { message, stack = "", diff = "" }: SerializedError): void {
  const place = stack.split("\n").slice(1, 4);
  console.log(
    [`failed: ${where}`, `  ${message}`, ...place, String(diff).slice(0, mostDiffCharacters)].join("\n"),
  );
}

function countTests(modules: ReadonlyArray<TestModule>, errors: number): Counts {
  const counts: Counts = { passed: 0, failed: errors, skipped: 0 };
  for (const module of modules) {
    const failedBefore = counts.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") counts.passed += 1;
      else if (state === "failed") counts.failed += 1;
      else counts.skipped += 1;
    }
    // A file that could not be loaded, or whose hooks failed, has no failed test to count.
    if (!module.ok() && counts.failed === failedBefore) counts.failed += 1;
  }
  return counts;
}
