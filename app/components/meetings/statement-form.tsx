import { Group, Radio, Stack, Text } from '@mantine/core'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StandMark } from '#app/components/ui/stand-mark.tsx'
import type { Stand } from '#domain/meetings/types.ts'
import { useAct, useMeeting } from './room-context.tsx'
import { forgetDraft, keepDraft, readDraft, STANDS } from './statement-draft.ts'
import classes from './room.module.css'

/**
 * My stand and its reason. Nothing of it leaves the browser before it is sent, least of all the chair's, whose
 * leaning must not be seen before the others have stated (F-06). Half written it is kept in this tab.
 */
export function StatementForm({ itemId, others }: { itemId: string; others: string }) {
  const { t } = useTranslation(['meetings', 'common'])
  const { state, me, may } = useMeeting()
  const { act, busy, refusal, forget } = useAct()
  const whose = { meetingId: state.id, itemId, personId: me.personId }
  // The form is made in the browser alone (`later`), so the tab's storage is there from the first.
  const [{ stand, reason }, setDraft] = useState(() => readDraft(sessionStorage, whose))
  const write = (changed: { stand?: Stand | null; reason?: string }) => {
    const draft = { stand, reason, ...changed }
    keepDraft(sessionStorage, whose, draft)
    setDraft(draft)
  }
  const [tried, setTried] = useState(false)
  const blocked = may({ type: 'state', stand: stand ?? 'FOR', reason: '—' })
  const chairWaits = blocked?.refused === 'statement/chair-last' && state.chairId === me.personId

  async function submit() {
    setTried(true)
    if (stand === null || reason.trim() === '' || exceeds(reason, REASON_LIMIT)) return
    if (await act({ type: 'state', stand, reason: reason.trim() })) forgetDraft(sessionStorage, whose)
  }

  return (
    <form
      id="own-statement"
      className={classes.ownStatement}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <h4 className={classes.partTitle}>{t('meetings:statements.mine')}</h4>
        {chairWaits ? (
          <Text c="var(--ochre)">{t('meetings:statements.chairLast', { names: others })}</Text>
        ) : null}
        <Radio.Group
          label={t('meetings:statements.stand')}
          value={stand}
          onChange={(value) => write({ stand: STANDS.find((one) => one === value) ?? null })}
          error={tried && stand === null ? t('common:invalid.required') : null}
          required
        >
          <Group gap="lg" mt={4}>
            {STANDS.map((one) => (
              <Radio key={one} value={one} label={<StandMark stand={one} />} />
            ))}
          </Group>
        </Radio.Group>
        <LimitedTextarea
          label={t('meetings:statements.reason')}
          description={t('meetings:statements.reasonHint')}
          value={reason}
          onChange={(event) => write({ reason: event.currentTarget.value })}
          error={tried && reason.trim() === '' ? t('common:invalid.required') : null}
          autosize
          minRows={3}
          limit={REASON_LIMIT}
          required
        />
        <Text c="dimmed">{t('meetings:statements.submitRecords')}</Text>
        <div>
          <ReasonedButton type="submit" refusal={blocked} busy={busy}>
            {t('meetings:statements.submit')}
          </ReasonedButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}
