import type { ReasonFormProps } from '#app/components/ui/reason-form.tsx'
import { useKeptWords } from '#app/components/ui/use-kept-words.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import { ReasonForm } from './reason-form.tsx'
import { useHearing } from './room-context.tsx'

interface KeptReasonFormProps extends ReasonFormProps<HearingCommand> {
  /** Names the form among all of one person in the hearing. */
  readonly keep: string
}

/** Longer words: half written they outlive a reload, and the form's being taken away by what others do. */
export function KeptReasonForm({ keep, ...props }: KeptReasonFormProps) {
  const { state } = useHearing()
  return <ReasonForm {...props} kept={useKeptWords(`${state.id} ${keep}`)} />
}
