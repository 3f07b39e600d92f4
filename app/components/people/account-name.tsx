import { Text } from '@mantine/core'
import type { PersonRow } from '#server/services/people.ts'

/** A person as the administrators know him: by name, and by the name he signs in with. */
export function AccountName({ person }: { person: Pick<PersonRow, 'name' | 'userName'> }) {
  return (
    <div>
      <Text fw={600}>{person.name}</Text>
      <Text c="dimmed" size="xs">
        {person.userName}
      </Text>
    </div>
  )
}
