/** A line for whoever started the command. */
export const say = (line: string) => void process.stdout.write(`${line}\n`)

/** What held and what did not, said at once and counted at the end. */
export class Verdict {
  private passed = 0
  private failed = 0

  /** @param faults what speaks against it; the first few are shown */
  check(what: string, faults: readonly string[]): void {
    if (faults.length === 0) this.passed += 1
    else this.failed += 1
    say(`${faults.length === 0 ? '✓' : '×'} ${what}`)
    for (const fault of faults.slice(0, 5)) say(`    ${fault}`)
    if (faults.length > 5) say(`    and ${faults.length - 5} more`)
  }

  /** Ends the process. */
  conclude(summary: string): never {
    say(`\n${summary}\n${this.passed} passed, ${this.failed} failed`)
    process.exit(this.failed === 0 ? 0 : 1)
  }
}
