import { ReasonForm as Form, type ReasonFormProps } from '#app/components/ui/reason-form.tsx'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { useMeeting } from './room-context.tsx'

export function ReasonForm(props: ReasonFormProps<MeetingCommand>) {
  const { may, send } = useMeeting()
  return <Form {...props} may={may} send={send} />
}
