import { Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { calendarDay } from '#domain/calendar/dates.ts'
import type { HearingRight } from '#domain/cases/types.ts'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import { NativeSelect, TextInput } from './fields.ts'

/** A party who has no account asked on paper or by word of mouth; the office enters it (REQ-069). */
export function RegisterRequest({ right: { toldOn, latestOn, requests } }: { right: HearingRight }) {
  const { t } = useTranslation(['hearing-ways', 'cases'])
  const { state } = useCase()
  const format = useDateTime()
  const [subjectId, setSubjectId] = useState('')
  // Not today's by itself: it is this day that decides whether the request came in time.
  const [receivedOn, setReceivedOn] = useState('')
  const asked = new Set(requests.map(({ registeredFor }) => registeredFor?.subjectId))
  const left = state.subjects.filter(({ id }) => !asked.has(id))
  const today = calendarDay(new Date().toISOString())
  const until = today < latestOn ? today : latestOn
  const outside = receivedOn !== '' && (receivedOn < toldOn || receivedOn > until)
  const command = { type: 'register-hearing-request' } as const
  return (
    <ActDialog
      label={t('hearing-ways:right.register')}
      records={t('hearing-ways:right.registerRecords')}
      fields={
        <Stack gap="sm">
          <NativeSelect
            label={t('hearing-ways:right.registerFor')}
            data={[
              { value: '', label: t('cases:form.choose') },
              ...left.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={subjectId}
            onChange={(event) => setSubjectId(event.currentTarget.value)}
            withAsterisk
          />
          <TextInput
            type="date"
            label={t('hearing-ways:right.receivedOn')}
            description={t('hearing-ways:right.receivedOnHint', {
              from: format(toldOn),
              until: format(latestOn),
            })}
            value={receivedOn}
            min={toldOn}
            max={until}
            error={outside ? t('hearing-ways:right.receivedOutside') : null}
            onChange={(event) => setReceivedOn(event.currentTarget.value)}
            withAsterisk
          />
        </Stack>
      }
      reason={{ label: t('hearing-ways:right.registerReason'), required: true }}
      look={{ variant: 'default', size: 'xs' }}
      probe={{
        ...command,
        subjectId: (left[0] ?? state.subjects[0])?.id ?? '',
        receivedOn: toldOn,
        reason: '—',
      }}
      command={(reason) =>
        subjectId === '' || receivedOn === '' ? null : { ...command, subjectId, receivedOn, reason }
      }
      onDone={() => {
        setSubjectId('')
        setReceivedOn('')
      }}
    />
  )
}
