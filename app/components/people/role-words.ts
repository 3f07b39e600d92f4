import { useTranslation } from 'react-i18next'
import type { Body, RoleHeld } from '#domain/people/actor.ts'

/** 成员（组织部）: the role, with the body it is held in. */
export function useRoleWords(bodies: readonly Body[]): (held: RoleHeld) => string {
  const { t } = useTranslation('people')
  const names = new Map(bodies.map((body) => [body.id, body.shortName]))
  return ({ role, bodyId }) => {
    const word = t(`people:role.${role}`)
    const body = names.get(bodyId)
    return body ? t('people:grant.inBody', { role: word, body }) : word
  }
}
