import { Alert, Anchor, Code, List, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { useMinutes } from './minutes-context.tsx'

/** What issuing did: number, signer, hash, and the cases where the decisions now stand. */
export function IssuedNote() {
  const { t } = useTranslation('minutes')
  const { state, view, personName } = useMinutes()
  if (state.step !== 'issued' || !state.issuedAt) return null
  const titles = new Map(
    view.meeting?.state.items.map((item) => [item.caseId, `${item.caseNumber} ${item.caseTitle}`]),
  )
  return (
    <Alert color="cinnabar" variant="outline" title={t('minutes:issued.title', { number: state.number })}>
      <Text>
        {t('minutes:issued.by', { person: personName(state.signedBy ?? '') })}{' '}
        <DateTime value={state.issuedAt} />
      </Text>
      <Text size="sm">
        {t('minutes:issued.hash')} <Code style={{ overflowWrap: 'anywhere' }}>{state.frozen?.hash}</Code>
      </Text>
      <Text mt="xs">{t('minutes:issued.cases')}</Text>
      <List>
        {state.caseIds.map((caseId) => (
          <List.Item key={caseId}>
            <Anchor component={Link} to={`/cases/${caseId}/decisions`}>
              {titles.get(caseId) ?? t('minutes:issued.case')}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
