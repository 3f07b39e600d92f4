import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/**
 * CPU time a process has used so far, all its threads, in microseconds. By the scheduler's own count where the
 * kernel keeps it (nanoseconds), else by the clock ticks of /proc/<pid>/stat.
 */
export function cpuMicros(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    const nanos = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    )
    const sum = nanos.reduce((all, one) => all + one, 0)
    if (sum > 0) return sum / 1_000
  } catch {
    // No schedstat in this kernel.
  }
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1_000_000
}
