import { useRouteLoaderData } from '@remix-run/react'
import type { Language } from '#app/i18n/languages.ts'
import type { Actor } from '#domain/people/actor.ts'

/** What every page knows from the root loader. */
export interface RootData {
  readonly locale: Language
  readonly actor: Actor | null
  readonly demo: boolean
  /** Of the request that loaded the document: the number an error page shows. */
  readonly requestId: string
}

/** Undefined while the root loader itself has failed. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData<RootData>('root')
}

/** The signed-in person, or null. */
export function useOptionalActor(): Actor | null {
  return useRootData()?.actor ?? null
}

/** The signed-in person; only for pages whose loader requires one. */
export function useActor(): Actor {
  const actor = useOptionalActor()
  if (!actor) throw new Error('useActor on a page without requireActor')
  return actor
}
