import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { useSend } from '#app/realtime/use-stream.ts'
import { useRemarks } from '#app/realtime/use-remarks.ts'
import type { RemarksSnapshot } from '#app/realtime/remarks.ts'
import type { DocumentReader } from '#protocol/messages.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import { RemarkBoard, type BoardSnapshot } from './board.ts'

interface RemarksHere {
  /** The document's name. */
  readonly name: string
  readonly board: RemarkBoard
  readonly known: RemarksSnapshot
  readonly readers: () => Promise<readonly DocumentReader[] | null>
  readonly send: (command: RemarkCommand) => Promise<Refusal | null>
}

const Context = createContext<RemarksHere | null>(null)
/** Of one command. */
const MOST_REBOUND = 200
const PASSING: readonly string[] = ['connection/offline', 'record/unavailable', 'input/too-often']
const PAUSE_MS = 5_000

/** Nobody else knows where the words went: it is said until it is heard, or refused for good. */
async function untilTaken(say: () => Promise<Refusal | null>): Promise<void> {
  for (;;) {
    const refusal = await say()
    if (!refusal || !PASSING.includes(refusal.refused)) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

const nobody = () => Promise.resolve(null)

/** Around a text and the list of remarks on it. */
export function RemarksProvider({ name, children }: { name: string; children: ReactNode }) {
  const [board] = useState(() => new RemarkBoard())
  const { snapshot: known, readers } = useRemarks(name)
  const send = useSend(`remarks/${name}`)
  const [search] = useSearchParams()
  const { t } = useTranslation('suggestions')
  const dateTime = useDateTime()
  const asked = Number(search.get('remark'))

  useEffect(() => {
    const say = ({ number, messages: [first] }: SeenRemark) =>
      first ? t('suggestions:by', { number, name: first.authorName, date: dateTime(first.at) }) : ''
    board.setRemarks(known.remarks, say)
  }, [board, known.remarks, t, dateTime])
  useEffect(() => {
    // Only an editor that may write moves words; the server refuses it of everybody else.
    board.onRebound((places) => {
      for (let at = 0; at < places.length; at += MOST_REBOUND)
        void untilTaken(() => send({ type: 'rebind', places: places.slice(at, at + MOST_REBOUND) }))
    })
  }, [board, send])
  const isThere = known.remarks.has(asked)
  useEffect(() => {
    if (isThere) board.showCard(asked)
  }, [board, asked, isThere])

  const here = useMemo(
    () => ({ name, board, known, readers: readers ?? nobody, send }),
    [name, board, known, readers, send],
  )
  return <Context.Provider value={here}>{children}</Context.Provider>
}

export function useRemarksHere(): RemarksHere {
  const here = useContext(Context)
  if (!here) throw new Error('no remarks around this')
  return here
}

/** Null where a text has no remarks. */
export function useRemarkBoard(): RemarkBoard | null {
  return useContext(Context)?.board ?? null
}

export function useBoard(): BoardSnapshot {
  const { board } = useRemarksHere()
  return useSyncExternalStore(board.subscribe, board.snapshot, board.snapshot)
}
