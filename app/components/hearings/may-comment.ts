import { mayComment } from '#domain/hearings/commenting.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { useHearing } from './room-context.tsx'

/**
 * Why I may not comment now; null: I may. By the rule that the server asks; observers are not in the shared list, so that
 * my own line is put into it.
 */
export function useMayComment(): Refusal | null {
  const { state, mine, connection, now } = useHearing()
  if (connection === 'offline') return refuse('connection/offline')
  if (!mine) return refuse('hearing/not-participant')
  const answer = mayComment({ ...state, participants: [mine] }, mine.personId, new Date(now()))
  return isRefusal(answer) ? answer : null
}
