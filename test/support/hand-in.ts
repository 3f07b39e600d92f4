import { newCommandId, type MemberSocket } from './member-socket.ts'

interface HandedIn {
  readonly title: string
  readonly file: { readonly name: string; readonly type: string; readonly content: string | Uint8Array }
  /** What the register says of it. */
  readonly register?: Readonly<Record<string, string>>
}

/** Hands a piece of evidence in, as the form does. @returns its id */
export async function handIn(
  url: string,
  { cookie }: Pick<MemberSocket, 'cookie'>,
  caseId: string,
  { title, file, register = {} }: HandedIn,
): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ commandId: newCommandId(), title, ...register }))
    body.set(name, value)
  const content = typeof file.content === 'string' ? file.content : Uint8Array.from(file.content)
  body.set('file', new Blob([content], { type: file.type }), file.name)
  const answer = await fetch(`${url}/cases/${caseId}/evidence/add`, {
    ...{ method: 'POST', body },
    headers: { cookie, origin: url, accept: 'application/json' },
  })
  if (!answer.ok) throw new Error(`${title} was not taken: ${String(answer.status)}`)
  return ((await answer.json()) as { evidenceId: string }).evidenceId
}
