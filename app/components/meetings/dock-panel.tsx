import { NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasEnded, openPoll, unannouncedPoll } from '#domain/meetings/items.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import { CommandButton } from './command-button.tsx'
import { numberOf } from './next-step.ts'
import { Fold } from './fold.tsx'
import { ReasonForm } from './reason-form.tsx'
import { ActingChairForm, HandOverForm } from './hand-over-form.tsx'
import { useMeeting } from './room-context.tsx'
import { VoidForm } from './void-form.tsx'
import classes from './dock.module.css'

/** Everything lawful besides the next step; each act says what it does before it does it. */
export function DockPanel() {
  const { t } = useTranslation('meetings')
  const { state, me, item } = useMeeting()
  const chair = state.chairId === me.personId
  const poll = openPoll(state) ?? unannouncedPoll(state)
  return (
    <div className={classes.panel}>
      {chair && item && !poll && (item.phase === 'statements' || item.phase === 'voting') ? (
        <BackTo item={item} />
      ) : null}
      {chair && state.status === 'open' && !item ? <OtherItem /> : null}
      {chair && poll ? <VoidForm key={poll.id} poll={poll} /> : null}
      {chair ? <DeferItem /> : null}
      {chair && state.status === 'open' ? (
        <Fold title={t('meetings:dock.adjourn')}>
          <ReasonForm
            label={t('meetings:dock.adjournReason')}
            submit={t('meetings:dock.adjourn')}
            command={(reason) => ({ type: 'adjourn', reason })}
          />
        </Fold>
      ) : null}
      {chair ? (
        <div id="dock-hand-over">
          <Fold title={t('meetings:dock.handOver')}>
            <HandOverForm />
          </Fold>
        </div>
      ) : (
        <Fold title={t('meetings:dock.acting')}>
          <ActingChairForm />
        </Fold>
      )}
      <CheckInCode />
      {state.status === 'convened' ? (
        <Fold title={t('meetings:dock.cancel')}>
          <ReasonForm
            label={t('meetings:dock.cancelReason')}
            hint={t('meetings:dock.cancelRecords')}
            submit={t('meetings:dock.cancel')}
            color="cinnabar"
            command={(reason) => ({ type: 'cancel', reason })}
          />
        </Fold>
      ) : null}
      {chair && (state.status === 'open' || state.status === 'adjourned') ? (
        <div>
          <CommandButton
            variant="default"
            command={{ type: 'close' }}
            records={t('meetings:dock.closeRecords')}
          >
            {t('meetings:dock.close')}
          </CommandButton>
        </div>
      ) : null}
    </div>
  )
}

function BackTo({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  return (
    <div className={classes.row}>
      <CommandButton variant="default" command={{ type: 'enter-phase', phase: 'questions' }}>
        {t('meetings:dock.questions')}
      </CommandButton>
      {item.phase === 'voting' ? (
        <CommandButton variant="default" command={{ type: 'enter-phase', phase: 'statements' }}>
          {t('meetings:dock.statements')}
        </CommandButton>
      ) : null}
    </div>
  )
}

/** Any pending item, with who presents it. */
function OtherItem() {
  const { t } = useTranslation('meetings')
  const { state } = useMeeting()
  const pending = state.items.filter((item) => !hasEnded(item))
  const [itemId, setItemId] = useState(pending[0]?.id ?? '')
  const [presenterId, setPresenterId] = useState('')
  if (pending.length === 0) return null
  const chosen = pending.some((item) => item.id === itemId) ? itemId : (pending[0]?.id ?? '')
  return (
    <Fold title={t('meetings:agenda.choose')}>
      <Stack gap="sm">
        <NativeSelect
          label={t('meetings:agenda.title')}
          value={chosen}
          onChange={(event) => setItemId(event.currentTarget.value)}
          data={pending.map((item) => ({
            value: item.id,
            label: `${t('meetings:agenda.itemN', { n: numberOf(state, item.id) })} ${item.caseTitle}`,
          }))}
        />
        <NativeSelect
          label={t('meetings:agenda.presenter')}
          value={presenterId}
          onChange={(event) => setPresenterId(event.currentTarget.value)}
          data={[
            { value: '', label: t('meetings:agenda.presenterNone') },
            ...[...state.membersDue, ...state.attendees].map((person) => ({
              value: person.personId,
              label: `${person.name}（${person.bodyName}）`,
            })),
          ]}
        />
        <div>
          <CommandButton
            variant="light"
            command={{
              type: 'open-item',
              itemId: chosen,
              presenterId: presenterId === '' ? null : presenterId,
            }}
          >
            {t('meetings:dock.openItem', { n: numberOf(state, chosen) })}
          </CommandButton>
        </div>
      </Stack>
    </Fold>
  )
}

function DeferItem() {
  const { t } = useTranslation('meetings')
  const { state, item } = useMeeting()
  const open = state.items.filter((one) => !hasEnded(one))
  const [itemId, setItemId] = useState('')
  const chosen = open.some((one) => one.id === itemId) ? itemId : (item?.id ?? open[0]?.id ?? '')
  if (open.length === 0) return null
  return (
    <div id="dock-defer">
      <Fold title={t('meetings:agenda.defer')}>
        <ReasonForm
          label={t('meetings:agenda.deferReason')}
          hint={t('meetings:agenda.deferRecords')}
          submit={t('meetings:agenda.deferItem', { n: numberOf(state, chosen) })}
          command={(reason) => ({ type: 'defer-item', itemId: chosen, reason })}
        >
          {open.length > 1 ? (
            <NativeSelect
              label={t('meetings:agenda.title')}
              value={chosen}
              onChange={(event) => setItemId(event.currentTarget.value)}
              data={open.map((one) => ({
                value: one.id,
                label: `${t('meetings:agenda.itemN', { n: numberOf(state, one.id) })} ${one.caseTitle}`,
              }))}
            />
          ) : null}
        </ReasonForm>
      </Fold>
    </div>
  )
}

function CheckInCode() {
  const { t } = useTranslation('meetings')
  const { state } = useMeeting()
  if (state.checkInCode === '') return null
  return (
    <div className={classes.row}>
      <span>{t('meetings:checkIn.currentCode', { code: state.checkInCode })}</span>
      <CommandButton variant="default" command={{ type: 'renew-code' }}>
        {t('meetings:checkIn.renew')}
      </CommandButton>
    </div>
  )
}
