import { Anchor, Stack, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { MetMark } from '#app/components/opinions/met-mark.tsx'
import classes from './dossier.module.css'

/** Beside the sheet: what one looks at while writing. */
export function AtHand() {
  const { t } = useTranslation('dossiers')
  const { state, subjectName } = useCase()
  const evidence = state.evidence.filter(({ withdrawn }) => withdrawn === null)
  return (
    <aside aria-label={t('dossiers:dossier.aside')} className={classes.atHand}>
      <Stack gap="md">
        <div>
          <Title order={3} size="h3" mb={4}>
            {t('dossiers:dossier.evidence')}
          </Title>
          {evidence.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('dossiers:dossier.noEvidence')}
            </Text>
          ) : (
            <ul className={classes.plain}>
              {evidence.map(({ id, number, title }) => (
                <li key={id}>
                  <Text size="sm" span>
                    {t('dossiers:dossier.numbered', { number })}{' '}
                  </Text>
                  <Anchor
                    component={Link}
                    to={`/cases/${state.id}/evidence/${id}/view`}
                    reloadDocument
                    target="_blank"
                    size="sm"
                  >
                    {title}
                  </Anchor>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div>
          <Title order={3} size="h3" mb={4}>
            {t('dossiers:dossier.conditions')}
          </Title>
          {state.conditions.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('dossiers:dossier.noConditions')}
            </Text>
          ) : (
            <ul className={classes.plain}>
              {state.conditions.map(({ id, subjectId, text, met }) => (
                <li key={id}>
                  <MetMark met={met} />
                  <Text size="sm" span>
                    {' '}
                    {subjectName(subjectId)} · {text}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Stack>
    </aside>
  )
}
