import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { RefusalAlert, useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { calendarDay, momentOf } from '#domain/calendar/dates.ts'
import { workingDaysBefore } from '#domain/calendar/working-days.ts'
import { noticeText } from '#domain/hearings/notice-text.ts'
import { isLateNotice } from '#domain/hearings/ordering.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { CountedDays } from './counted-days.tsx'
import { PaperFields } from './paper-fields.tsx'
import { asRefusal, useForm, type Preparing } from './preparing.ts'

const TEXT_LIMIT = 10_000
const FORM = 'serve-notice'

/** The notice as it will be served. Until somebody writes in it, it follows the people named. */
export function NoticeForm({ preparing }: { preparing: Preparing }) {
  const { t } = useTranslation(['hearings-before', 'hearing-ways', 'common'])
  const { state, calendar, now, may } = preparing
  const [own, setOwn] = useState<string | null>(null)
  const anew = state.status === 'postponed'
  const [day, setDay] = useState(anew ? '' : calendarDay(state.startsAt))
  const [hour, setHour] = useState('09:00')
  const { Form, busy, errors, refusal, key } = useForm()
  const sentence = useRefusalSentence()
  const fieldError = useFieldErrors(errors)
  // What the rule says of one field stands at it.
  const atReason = refusal?.refused === 'hearing/short-notice-reason' ? refusal : null
  // The time of a hearing that was not postponed is no field: then it is said above the button.
  const atTime = anew && refusal?.refused === 'hearing/time-not-ahead' ? refusal : null
  const count = state.rules.noticeWorkingDays
  const latest = day === '' ? '' : workingDaysBefore(day, count, calendar)
  const late = typeof latest === 'string' && latest !== '' && isLateNotice(new Date(now), latest)
  // Of a postponed hearing the old time would mislead.
  const startsAt = anew ? (day === '' ? '' : momentOf(day, hour)) : state.startsAt
  const generated = noticeText({ ...state, startsAt })
  const text = own ?? generated
  return (
    <Form method="post" noValidate id={FORM}>
      <CommandField key={key} />
      <input type="hidden" name="intent" value="serve" />
      <Stack>
        <Text c="dimmed" size="sm">
          {t('hearings-before:prepare.servingHint')}
        </Text>
        {anew ? (
          <Group gap="md" align="flex-start">
            <TextInput
              name="date"
              type="date"
              label={t('hearings-before:prepare.newDate')}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
              required
              error={fieldError('date') ?? (atTime ? sentence(atTime) : null)}
            />
            <TextInput
              name="time"
              type="time"
              label={t('hearings-before:prepare.newTime')}
              value={hour}
              onChange={(event) => setHour(event.currentTarget.value)}
              required
              error={fieldError('time')}
            />
          </Group>
        ) : null}
        <CountedDays {...{ day, count, calendar, now }} />
        {late || atReason ? (
          <LimitedTextarea
            name="shortReason"
            label={t('hearings-before:prepare.shortReason')}
            description={t('hearings-before:prepare.shortReasonHint')}
            limit={REASON_LIMIT}
            autosize
            minRows={2}
            required
            error={fieldError('shortReason') ?? (atReason ? sentence(atReason) : null)}
          />
        ) : null}
        <LimitedTextarea
          name="text"
          lang="zh-CN"
          label={t('hearings-before:prepare.text')}
          value={text}
          onChange={(event) => setOwn(event.currentTarget.value)}
          limit={TEXT_LIMIT}
          autosize
          minRows={12}
          maxRows={30}
          error={fieldError('text')}
        />
        {own !== null && own !== generated ? (
          <Group gap="sm">
            <Text size="sm" c="dimmed">
              {t('hearings-before:prepare.edited')}
            </Text>
            <Button variant="default" size="compact-sm" onClick={() => setOwn(null)}>
              {t('hearings-before:prepare.regenerate')}
            </Button>
          </Group>
        ) : null}
        <Title order={3} size="h4">
          {t('hearing-ways:papers.title')}
        </Title>
        <Text c="dimmed" size="sm">
          {t('hearing-ways:papers.withNotice')}
        </Text>
        <PaperFields choices={preparing.choices} />
        <RefusalAlert refusal={atReason || atTime ? null : refusal} />
        <div>
          <LegalActButton
            form={FORM}
            size="md"
            busy={busy}
            ready={!exceeds(text, TEXT_LIMIT)}
            refusal={asRefusal(may['serve-notice']) ?? (isRefusal(latest) ? latest : null)}
            records={t('hearings-before:prepare.serveRecords')}
          >
            {t('hearings-before:prepare.serve')}
          </LegalActButton>
        </div>
      </Stack>
    </Form>
  )
}
