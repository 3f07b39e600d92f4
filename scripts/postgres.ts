import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { aptInstall, onPath } from './commands.ts'
import { freePort } from './free-port.ts'

export interface Cluster {
  /** Of a superuser, so that tests may make databases of their own. */
  readonly url: string
  stop(): Promise<void>
}

/** No PostgreSQL, or it does not start. The message is the one line to show. */
export class NoPostgres extends Error {}

/** The folder of the newest PostgreSQL server on this machine; Debian keeps it off the PATH. */
function binaries(): string | null {
  const versions = '/usr/lib/postgresql'
  const folders = existsSync(versions) ? readdirSync(versions) : []
  const newestFirst = folders
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(versions, version, 'bin'))
  const onShellPath = onPath('initdb')
  return (
    [...newestFirst, ...(onShellPath ? [dirname(onShellPath)] : [])].find((bin) =>
      existsSync(join(bin, 'initdb')),
    ) ?? null
  )
}

/** PostgreSQL refuses to run as root: the user it brings, else nobody. Undefined where we are not root. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new NoPostgres('PostgreSQL does not run as root and there is no user postgres or nobody.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** A cluster that lives in a temporary folder on a free port and leaves nothing behind. */
export async function startCluster(): Promise<Cluster> {
  const bin = binaries() ?? (aptInstall('postgresql') ? binaries() : null)
  if (bin === null) {
    throw new NoPostgres(
      'No PostgreSQL was found: install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL.',
    )
  }
  const user = ordinaryUser()
  // Not below a TMPDIR that root alone may enter.
  const folder = mkdtempSync(join(user ? '/tmp' : tmpdir(), 'huishang-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const as = { cwd: folder, ...user }

  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    {
      ...as,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new NoPostgres(`initdb failed: ${made.error?.message ?? made.stderr}`)
  }
  const port = await freePort()
  // No fsync: a throw-away cluster need not survive the machine, and durability is not what these tests ask.
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=300',
  ]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  server.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4_000)))

  const isUp = () =>
    spawnSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)], as).status === 0
  for (let tries = 0; !isUp(); tries += 1) {
    if (server.exitCode !== null || tries > 150) {
      await end(server)
      rmSync(folder, { recursive: true, force: true })
      throw new NoPostgres(`PostgreSQL did not start: ${said.trim()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await end(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** SIGINT is PostgreSQL's fast shutdown: clients are cut off, files are left in order. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
}
