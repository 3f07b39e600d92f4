import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Actor, Body } from '#domain/people/actor.ts'
import { useRoleWords } from './role-words.ts'

export function OwnRoles({ actor, bodies }: { actor: Actor; bodies: readonly Body[] }) {
  const { t } = useTranslation(['auth', 'people'])
  const words = useRoleWords(bodies)
  if (actor.roles.length === 0) return <Text c="dimmed">{t('auth:account.noRoles')}</Text>
  return (
    <List>
      {actor.roles.map((held) => (
        <List.Item key={held.role + held.bodyId}>{words(held)}</List.Item>
      ))}
    </List>
  )
}
