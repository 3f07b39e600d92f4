import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LimitedTextarea } from '#app/components/cases/fields.ts'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import type { Passage } from '#domain/hearings/types.ts'
import { usePaper } from './paper-context.tsx'

/** Everybody's words as they were written down, and who has confirmed his own (REQ-079). */
export function Passages() {
  const { t } = useTranslation('hearingsAfter')
  const { state, me, personName } = usePaper()
  const dateTime = useDateTime()
  const passages = state?.passages ?? []
  return (
    <Section title={t('hearingsAfter:passages.title')}>
      {passages.length === 0 ? (
        <Text c="dimmed">{t('hearingsAfter:passages.none')}</Text>
      ) : (
        <Table cards>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('hearingsAfter:passages.who')}</Table.Th>
              <Table.Th>{t('hearingsAfter:passages.text')}</Table.Th>
              <Table.Th>{t('hearingsAfter:passages.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {passages.map((passage) => (
              <Table.Tr key={passage.id}>
                <Table.Td data-label={t('hearingsAfter:passages.who')} style={{ whiteSpace: 'nowrap' }}>
                  {personName(passage.personId)}
                </Table.Td>
                <Table.Td data-label={t('hearingsAfter:passages.text')}>
                  <PassageWords passage={passage} />
                  {passage.personId === me.personId ? <OwnPassage passage={passage} /> : null}
                </Table.Td>
                <Table.Td data-label={t('hearingsAfter:passages.state')}>
                  {passage.confirmedAt ? (
                    <StatusBadge tone="good">
                      {t('hearingsAfter:passages.confirmed', { time: dateTime(passage.confirmedAt, 'time') })}
                    </StatusBadge>
                  ) : (
                    <StatusBadge tone="waiting">{t('hearingsAfter:passages.waiting')}</StatusBadge>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

export function PassageWords({ passage }: { passage: Pick<Passage, 'text' | 'corrections'> }) {
  return (
    <div lang="zh-CN">
      <Text style={{ whiteSpace: 'pre-wrap' }}>{passage.text}</Text>
      {passage.corrections.map(({ at, text }) => (
        <Text key={at} size="sm" pl="md" mt={4} style={{ borderLeft: '2px solid var(--line)' }}>
          {text}
        </Text>
      ))}
    </div>
  )
}

/** One's own words: confirmed, or corrected beneath, until the transcript is frozen. */
function OwnPassage({ passage }: { passage: Passage }) {
  const { t } = useTranslation('hearingsAfter')
  const { may, send } = usePaper()
  const { act, busy, refusal, forget } = useActWith(send)
  const [text, setText] = useState('')
  if (passage.confirmedAt !== null || may('correct-passage') !== null) return null
  return (
    <Stack gap="xs" mt="xs">
      <div>
        <LegalActButton
          legal={false}
          size="xs"
          records={t('hearingsAfter:passages.confirmRecords')}
          refusal={may('confirm-passage')}
          busy={busy}
          onAct={() => void act({ type: 'confirm-passage', passageId: passage.id })}
        >
          {t('hearingsAfter:passages.confirm')}
        </LegalActButton>
      </div>
      <LimitedTextarea
        id={`correct-${passage.id}`}
        label={t('hearingsAfter:passages.correct')}
        description={t('hearingsAfter:passages.correctHint')}
        autosize
        minRows={1}
        limit={REASON_LIMIT}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() === '' || exceeds(text, REASON_LIMIT) ? null : (
        <div>
          <LegalActButton
            legal={false}
            size="xs"
            variant="default"
            records={t('hearingsAfter:passages.correctHint')}
            refusal={may('correct-passage')}
            busy={busy}
            onAct={() =>
              void act({ type: 'correct-passage', passageId: passage.id, text: text.trim() }).then(
                (done) => done && setText(''),
              )
            }
          >
            {t('hearingsAfter:passages.send')}
          </LegalActButton>
        </div>
      )}
      <RefusalAlert refusal={refusal} onClose={forget} />
    </Stack>
  )
}
