import { Anchor, Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { Form, Link, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import facts from '#app/components/cases/facts.module.css'
import { Section } from '#app/components/cases/section.tsx'
import classes from '#app/components/meetings/convene.module.css'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedInput, LimitedTextarea } from '#app/components/ui/limited.tsx'
import { RefusalAlert, useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import type { FieldErrors } from '#app/http/parse-form.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import { HEARING_PRESETS, type HearingPreset } from '#domain/hearings/phases.ts'
import { platformHearingRules } from '#domain/hearings/rules.ts'
import type { Refusal, RefusalCode } from '#domain/record/refusal.ts'
import { CountedDays } from './counted-days.tsx'
import { IssueFields } from './issue-fields.tsx'
import { OpennessFields } from './openness-fields.tsx'

interface OrderFormProps {
  readonly title: string
  readonly caseId: string
  readonly bodyName: string
  readonly calendar: WorkingCalendar
  readonly now: string
  /** Of the party, which the order answers (REQ-069). */
  readonly requests: readonly {
    readonly id: string
    readonly name: string
    readonly reason: string
    readonly registered: boolean
  }[]
  readonly errors: FieldErrors | undefined
  readonly refusal: Refusal | null
}

const FIELD_OF: Partial<Record<RefusalCode, string>> = {
  'hearing/open-reason-required': 'openReason',
  'hearing/time-not-ahead': 'date',
}

/** The order of a hearing. Everything typed lives in the page, so a refusal loses nothing. */
export function OrderForm(props: OrderFormProps) {
  const { title, caseId, bodyName, calendar, now, requests, errors, refusal } = props
  const { t } = useTranslation(['hearings-before', 'hearing-ways', 'common'])
  const busy = useNavigation().state === 'submitting'
  const fieldError = useFieldErrors(errors)
  const sentence = useRefusalSentence()
  const [preset, setPreset] = useState<HearingPreset>('case')
  const [day, setDay] = useState('')
  // What the rule says of one field stands at it.
  const at = refusal ? FIELD_OF[refusal.refused] : undefined
  const errorOf = (field: string) => (refusal && field === at ? sentence(refusal) : fieldError(field))
  return (
    <Form method="post" noValidate className={classes.form}>
      <CommandField key={refusal ? JSON.stringify(errors) : 'first'} />
      <input type="hidden" name="caseId" value={caseId} />
      <Section title={t('hearings-before:new.kind')}>
        <Stack>
          <Radio.Group
            name="preset"
            aria-label={t('hearings-before:new.kind')}
            value={preset}
            onChange={(value) => setPreset(value === 'consultation' ? 'consultation' : 'case')}
          >
            <Stack gap="xs">
              {HEARING_PRESETS.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`hearings-before:preset.${value}`)}
                  description={t(`hearings-before:presetNote.${value}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <LimitedInput
            name="title"
            label={t('hearings-before:new.name')}
            description={t('hearings-before:new.nameHint')}
            defaultValue={title}
            limit={200}
            required
            error={errorOf('title')}
          />
          <LimitedTextarea
            name="reason"
            label={t('hearings-before:new.reason')}
            description={t('hearings-before:new.reasonHint')}
            limit={REASON_LIMIT}
            autosize
            minRows={2}
            required
            error={errorOf('reason')}
          />
          <Answered requests={requests} />
        </Stack>
      </Section>
      <Section title={t('hearings-before:new.issues')}>
        <Stack>
          <Text c="dimmed" size="sm">
            {t('hearings-before:new.issuesHint')}
          </Text>
          <IssueFields error={errorOf('issues')} errorOf={errorOf} />
        </Stack>
      </Section>
      <Section title={t('hearings-before:new.openness')}>
        <Stack>
          <OpennessFields preset={preset} errorOf={errorOf} />
        </Stack>
      </Section>
      <Section title={t('hearings-before:new.timeAndPlace')}>
        <Stack>
          <Group gap="md" align="flex-start">
            <TextInput
              name="date"
              type="date"
              label={t('hearings-before:new.date')}
              value={day}
              onChange={(event) => setDay(event.currentTarget.value)}
              required
              error={errorOf('date')}
            />
            <TextInput
              name="time"
              type="time"
              label={t('hearings-before:new.time')}
              defaultValue="09:00"
              required
              error={errorOf('time')}
            />
          </Group>
          <CountedDays
            day={day}
            count={platformHearingRules.noticeWorkingDays}
            calendar={calendar}
            now={now}
          />
          <LimitedInput
            name="place"
            label={t('hearings-before:new.place')}
            limit={200}
            required
            error={errorOf('place')}
          />
        </Stack>
      </Section>
      <RefusalAlert refusal={at ? null : refusal} />
      <Text c="dimmed">{t('hearings-before:new.records', { body: bodyName })}</Text>
      <Group gap="lg">
        <Button type="submit" size="md" loading={busy}>
          {t('hearings-before:new.submit')}
        </Button>
        <Anchor component={Link} to={`/cases/${caseId}`}>
          {t('hearings-before:new.cancel')}
        </Anchor>
      </Group>
    </Form>
  )
}

function Answered({ requests }: Pick<OrderFormProps, 'requests'>) {
  const { t } = useTranslation('hearing-ways')
  if (requests.length === 0) return null
  return (
    <div>
      <Text size="sm">{t('hearing-ways:right.orderAnswers')}</Text>
      <ul className={facts.list}>
        {requests.map(({ id, name, reason, registered }) => (
          <li key={id}>
            {name}: <span className={facts.note}>{reason}</span>
            {registered ? <Text size="sm">{t('hearing-ways:right.tellInWriting')}</Text> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
