import { ReasonForm as Form, type ReasonFormProps } from '#app/components/ui/reason-form.tsx'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import { useHearing } from './room-context.tsx'

export function ReasonForm(props: ReasonFormProps<HearingCommand>) {
  const { may, send } = useHearing()
  return <Form {...props} may={may} send={send} />
}
