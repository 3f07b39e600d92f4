import { Anchor, Button, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HearingStatus } from '#app/components/hearings/hearing-status.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import type { Refusal } from '#domain/record/refusal.ts'
import type { HearingOfCase } from '#server/services/hearings.ts'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'
import { HearingReport } from './hearing-report.tsx'
import { Section } from './section.tsx'

interface HearingsProps {
  readonly hearings: readonly HearingOfCase[]
  /** Why no hearing can be ordered now; null: it can. */
  readonly refusal: Refusal | null
}

/** The hearings of a case, and the way to order one for whoever orders hearings at all. */
export function Hearings({ hearings, refusal }: HearingsProps) {
  const { t } = useTranslation('hearing-ways')
  const { state } = useCase()
  const format = useDateTime()
  return (
    <Section
      title={t('hearing-ways:ofCase.title')}
      aside={<Order caseId={state.id} refusal={refusal} />}
      id="hearings"
    >
      {hearings.length === 0 ? (
        <Text c="dimmed">{t('hearing-ways:ofCase.none')}</Text>
      ) : (
        <ul className={classes.plain}>
          {hearings.map(({ id, title, startsAt, status, opens }) => (
            <li key={id} className={classes.row}>
              <span>
                {opens ? (
                  <Anchor component={Link} to={`/hearings/${id}`}>
                    {title}
                  </Anchor>
                ) : (
                  title
                )}
                <Text size="sm" c="dimmed">
                  {format(startsAt)}
                </Text>
                <HearingReport hearingId={id} />
              </span>
              <HearingStatus status={status} words="hearing-ways" />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Order({ caseId, refusal }: { caseId: string; refusal: Refusal | null }) {
  const { t } = useTranslation('hearing-ways')
  if (refusal?.refused === 'access/denied') return null
  const words = t('hearing-ways:ofCase.order')
  return refusal ? (
    <ReasonedButton variant="default" size="xs" refusal={refusal}>
      {words}
    </ReasonedButton>
  ) : (
    <Button component={Link} to={`/hearings/new?case=${caseId}`} variant="default" size="xs">
      {words}
    </Button>
  )
}
