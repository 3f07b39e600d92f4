import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Runs a program and says whether it ended well; its output is shown unless `options` says otherwise. */
export function succeeds(program: string, args: readonly string[], options: SpawnSyncOptions = {}): boolean {
  return spawnSync(program, [...args], { stdio: 'inherit', ...options }).status === 0
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of the first of these programs that the shell would find. */
export function onPath(...names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null
}

/** Debian and Ubuntu, as root only: nobody's machine is changed who did not run this as root. */
export function aptInstall(...packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || onPath('apt-get') === null) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  console.log(`installing ${packages.join(' ')}`)
  const quiet: SpawnSyncOptions = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  // An update that reaches only some of its sources may still have brought what is needed.
  succeeds('apt-get', ['update', '-q'], quiet)
  return succeeds('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], quiet)
}
