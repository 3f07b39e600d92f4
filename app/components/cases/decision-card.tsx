import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { OutcomeBadge } from '#app/components/ui/outcome-badge.tsx'
import type { Decision } from '#domain/cases/types.ts'
import { useCase } from './case-room.tsx'
import { Duties } from './duties.tsx'
import classes from './facts.module.css'
import { Fact } from './particulars.tsx'
import { Section } from './section.tsx'
import { VoteBar } from './vote-bar.tsx'

interface DecisionCardProps {
  readonly decision: Decision
  /** Place in the case's record of the entry that brought it; null where the viewer has no record. */
  readonly entrySeq: number | null
  /** Applicants read the decision, not the meeting. */
  readonly seesMeeting: boolean
}

/** One person's or unit's decision, with everything it rests on and everything that follows from it. */
export function DecisionCard({ decision, entrySeq, seesMeeting }: DecisionCardProps) {
  const { t } = useTranslation('cases')
  const { subjectName } = useCase()
  const dateTime = useDateTime()
  const { meetingId, minutesId, minutesNumber, minutesHash, vote } = decision
  return (
    <Section
      title={subjectName(decision.subjectId)}
      aside={
        <Group gap="xs">
          <OutcomeBadge outcome={decision.outcome} />
          <Text size="sm" c="dimmed">
            {dateTime(decision.decidedAt, 'date')}
          </Text>
        </Group>
      }
    >
      <dl className={classes.facts}>
        <Fact name={t('cases:decisions.clauses')}>
          {decision.clauses.length === 0 ? (
            <Text span c="dimmed">
              {t('cases:decisions.noClauses')}
            </Text>
          ) : (
            <ul className={classes.list}>
              {decision.clauses.map((clause) => (
                <li key={clause}>{clause}</li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('cases:decisions.vote')}>
          <VoteBar vote={vote} />
        </Fact>
        <Fact name={t('cases:decisions.measure')}>
          {decision.measure ? t(`cases:measure.${decision.measure}`) : t('cases:decisions.measureNone')}
          {decision.measureText ? <Text size="sm">{decision.measureText}</Text> : null}
        </Fact>
        <Fact name={t('cases:decisions.effects')}>
          {decision.effects.length === 0 ? (
            <Text span c="dimmed">
              {t('cases:decisions.effectsNone')}
            </Text>
          ) : (
            <ul className={classes.list}>
              {decision.effects.map((effect) => (
                <li key={effect}>{t(`cases:effect.${effect}`)}</li>
              ))}
            </ul>
          )}
        </Fact>
        {decision.shelvedUntil ? (
          <Fact name={t('cases:decisions.shelvedUntil')}>{dateTime(decision.shelvedUntil, 'date')}</Fact>
        ) : null}
        <Fact name={t('cases:duties.title')}>
          <Duties duties={decision.duties} />
        </Fact>
        <Fact name={t('cases:decisions.proof')}>
          <Stack gap={4}>
            {seesMeeting ? (
              <Anchor component={Link} to={`/minutes/${minutesId}`}>
                {t('cases:decisions.openMinutes', { number: minutesNumber })}
              </Anchor>
            ) : (
              <span>
                {t('cases:decisions.minutes')} {minutesNumber}
              </span>
            )}
            {seesMeeting ? (
              <Anchor component={Link} to={`/meetings/${meetingId}/record#poll-${vote.pollId}`}>
                {t('cases:decisions.voteRecord')}
              </Anchor>
            ) : null}
            {entrySeq !== null ? (
              <Anchor component={Link} to={`../record#entry-${String(entrySeq)}`} relative="path">
                {t('cases:decisions.caseEntry', { seq: entrySeq })}
              </Anchor>
            ) : null}
            <Text
              size="xs"
              c="dimmed"
              ff="monospace"
              title={t('cases:decisions.hashMeans')}
              style={{ overflowWrap: 'anywhere' }}
            >
              {t('cases:decisions.hash')} {minutesHash}
            </Text>
          </Stack>
        </Fact>
      </dl>
    </Section>
  )
}
