import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { networkInterfaces } from 'node:os'
import type { Env } from './env.ts'

/** Where the product can be opened: the public origin, else this machine's addresses. */
export function addressesOf(env: Pick<Env, 'origin' | 'host'>, port: number): readonly string[] {
  if (env.origin !== undefined) return [env.origin]
  const everywhere = env.host === undefined || env.host === '0.0.0.0' || env.host === '::'
  if (!everywhere) return [`http://${env.host?.includes(':') ? `[${env.host}]` : env.host}:${port}`]
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
  return ['localhost', ...others.map((address) => address.address)].map((host) => `http://${host}:${port}`)
}

/** What `npm run demo` tells the person at the console: where to go and as whom. */
export async function demoNotice(addresses: readonly string[]): Promise<string> {
  const { demoPeople } = await import('../prisma/demo/people.ts')
  const width = Math.max(...demoPeople.map((person) => person.userName.length))
  return [
    '',
    '会商 Huishang (demo)',
    ...addresses.map((address) => `  ${address}`),
    '',
    `Accounts, password of all: ${DEMO_PASSWORD}`,
    ...demoPeople.map(({ userName, name, office }) => `  ${userName.padEnd(width)}  ${name}  ${office}`),
    '',
  ].join('\n')
}
