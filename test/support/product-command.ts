import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Ended {
  readonly code: number | null
  readonly said: string
  readonly complained: string
}

/**
 * A command of the built product, as `npm run` starts it, without npm around it so that a signal reaches it.
 * @param killAt ends it without warning when it has said a line that begins so
 */
export function runCommand(
  name: 'backup' | 'restore' | 'record-verify' | 'evidence-verify',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  killAt?: string,
): Promise<Ended> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const program = join(import.meta.dirname, `../../build/server/${name}.js`)
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...inherited, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, complained] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (killAt !== undefined && said.split('\n').some((line) => line.startsWith(killAt)))
      child.kill('SIGKILL')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text))
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code) => done({ code, said, complained }))
  })
}
