import { Group, Stack, Text, Title } from '@mantine/core'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { withoutSent } from '#app/components/ui/sent.ts'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { ChangeProposal } from '#domain/minutes/types.ts'
import { ActButton } from './act-button.tsx'
import { useAct, useMinutes } from './minutes-context.tsx'

/** Changes proposed in review by those who attended, each with the secretary's answer. */
export function Proposals() {
  const { t } = useTranslation('minutes')
  const { state } = useMinutes()
  if (state.step === 'draft' || (state.step !== 'in-review' && state.proposals.length === 0)) return null
  return (
    <section aria-labelledby="proposals">
      <Title order={2} size="h4" id="proposals" mb="xs">
        {t('minutes:proposal.title')}
      </Title>
      <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
        {state.proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} />
        ))}
      </Stack>
      {state.proposals.length === 0 ? <Text c="dimmed">{t('minutes:proposal.none')}</Text> : null}
      {state.step === 'in-review' ? <NewProposal /> : null}
    </section>
  )
}

function Proposal({ proposal }: { proposal: ChangeProposal }) {
  const { t } = useTranslation('minutes')
  const { state, personName, may } = useMinutes()
  const answer = (accepted: boolean) => (note: string) =>
    ({ type: 'answer-proposal', proposalId: proposal.id, accepted, note }) as const
  return (
    <li>
      <Text size="sm" c="dimmed">
        {personName(proposal.by)} · <DateTime value={proposal.at} />
      </Text>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{proposal.text}</Text>
      {proposal.answer ? (
        <Group gap="xs">
          <StatusBadge tone={proposal.answer.accepted ? 'good' : 'neutral'}>
            {t(proposal.answer.accepted ? 'minutes:proposal.accepted' : 'minutes:proposal.declined')}
          </StatusBadge>
          <Text size="sm">{proposal.answer.note}</Text>
        </Group>
      ) : state.step === 'in-review' && may(answer(true)('')) === null ? (
        <Group mt="xs" align="flex-start">
          <ActButton
            size="xs"
            command={answer(true)}
            reason={t('minutes:proposal.note')}
            records={t('minutes:proposal.acceptRecords')}
          >
            {t('minutes:proposal.accept')}
          </ActButton>
          <ActButton
            size="xs"
            variant="default"
            command={answer(false)}
            reason={t('minutes:proposal.note')}
            records={t('minutes:proposal.declineRecords')}
          >
            {t('minutes:proposal.decline')}
          </ActButton>
        </Group>
      ) : null}
    </li>
  )
}

function NewProposal() {
  const { t } = useTranslation('minutes')
  const { may } = useMinutes()
  const { act, busy, refusal, forget } = useAct()
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '' || exceeds(text, REASON_LIMIT)) return
        void act({ type: 'propose-change', text: text.trim() }).then(
          (done) => done && setText(withoutSent(text)),
        )
      }}
    >
      <Stack gap="xs" mt="md">
        <LimitedTextarea
          label={t('minutes:proposal.label')}
          description={t('minutes:proposal.hint')}
          autosize
          minRows={2}
          limit={REASON_LIMIT}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <ReasonedButton
            type="submit"
            variant="light"
            refusal={may({ type: 'propose-change', text: '—' })}
            busy={busy}
          >
            {t('minutes:proposal.send')}
          </ReasonedButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}
