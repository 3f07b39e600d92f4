import { useState } from 'react'
import { useActor } from '#app/components/shell/root-data.ts'
import { keepInTab, keyOf, readKept } from './kept-in-tab.ts'

/** Null where nothing is half written. */
export type HalfWritten = readonly [string | null, (words: string | null) => void]

/**
 * What is half written in a field, kept in this tab for its writer until it is sent: others may take the form away by what they
 * do, and a reload takes it too. `of` names the field among all of his. Only in what a browser draws: the server knows of none.
 */
export function useKeptWords(of: string): HalfWritten {
  const { personId } = useActor()
  const whose = { prefix: 'half-written:', personId, of }
  const [words, setWords] = useState(() => {
    const left = readKept(globalThis.sessionStorage, keyOf(whose))['words']
    return typeof left === 'string' ? left : null
  })
  const write = (changed: string | null) => {
    keepInTab(sessionStorage, whose, changed === null ? null : { words: changed })
    setWords(changed)
  }
  return [words, write]
}
