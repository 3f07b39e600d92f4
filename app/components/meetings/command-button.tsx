import { CommandButton as Button, type CommandButtonProps } from '#app/components/ui/command-button.tsx'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { useMeeting } from './room-context.tsx'

export function CommandButton(props: CommandButtonProps<MeetingCommand>) {
  const { may, send } = useMeeting()
  return <Button {...props} may={may} send={send} />
}
