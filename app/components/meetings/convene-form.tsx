import { Anchor, Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { Form, Link, useNavigation } from '@remix-run/react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldErrors } from '#app/http/parse-form.ts'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { platformMeetingRules } from '#domain/meetings/rules.ts'
import type { MeetingGrade } from '#domain/meetings/types.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { AgendaPicker } from './agenda-picker.tsx'
import { ConvenePeople } from './convene-people.tsx'
import classes from './convene.module.css'
import type { Invitable } from './people-picker.tsx'
import type { FoundCase } from './use-case-search.ts'

interface ConveneFormProps {
  readonly me: string
  readonly people: readonly Invitable[]
  readonly found: readonly FoundCase[]
  readonly listed: FoundCase | null
  readonly errors: FieldErrors | undefined
  readonly refusal: Refusal | null
}

/** The invitation. Everything typed lives in the page, so a refusal loses nothing. */
export function ConveneForm({ me, people, found, listed, errors, refusal }: ConveneFormProps) {
  const { t } = useTranslation('meetings')
  const busy = useNavigation().state === 'submitting'
  const errorOf = useFieldErrors(errors)
  const [grade, setGrade] = useState<MeetingGrade>('major')
  const field = {
    title: t('meetings:new.name'),
    place: t('meetings:new.place'),
    date: t('meetings:new.date'),
    time: t('meetings:new.time'),
  }
  return (
    <Form method="post" noValidate className={classes.form}>
      <CommandField key={refusal ? JSON.stringify(errors) : 'first'} />
      <Part title={t('meetings:new.basics')}>
        <LimitedInput
          name="title"
          label={field.title}
          description={t('meetings:new.nameHint')}
          limit={200}
          required
          error={errorOf('title')}
        />
        <LimitedInput name="place" label={field.place} limit={200} required error={errorOf('place')} />
        <Group gap="md" align="flex-start">
          <TextInput name="date" type="date" label={field.date} required error={errorOf('date')} />
          <TextInput
            name="time"
            type="time"
            label={field.time}
            defaultValue="09:00"
            required
            error={errorOf('time')}
          />
        </Group>
        <Radio.Group
          name="grade"
          label={t('meetings:new.grade')}
          value={grade}
          onChange={(value) => setGrade(value === 'ordinary' ? 'ordinary' : 'major')}
          error={errorOf('grade')}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="major"
              label={t('meetings:grade.major')}
              description={t('meetings:gradeNote.major', platformMeetingRules.majorQuorum)}
            />
            <Radio
              value="ordinary"
              label={t('meetings:grade.ordinary')}
              description={t('meetings:gradeNote.ordinary', platformMeetingRules.ordinaryQuorum)}
            />
          </Stack>
        </Radio.Group>
      </Part>
      <Part title={t('meetings:new.agenda')} hint={t('meetings:new.agendaHint')}>
        <AgendaPicker found={found} listed={listed} error={errorOf('caseIds')} />
      </Part>
      <Part title={t('meetings:new.people')}>
        <ConvenePeople me={me} people={people} grade={grade} errorOf={errorOf} />
      </Part>
      <Missing errors={errors} />
      <RefusalAlert refusal={refusal} />
      <Group gap="lg">
        <Button type="submit" size="md" loading={busy}>
          {t('meetings:new.submit')}
        </Button>
        <Anchor component={Link} to="/meetings">
          {t('meetings:new.cancel')}
        </Anchor>
      </Group>
    </Form>
  )
}

function Part({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {hint ? <p className={classes.hint}>{hint}</p> : null}
      {children}
    </section>
  )
}

const FIELDS = [
  'title',
  'place',
  'grade',
  'caseIds',
  'memberIds',
  'chairId',
  'secretaryIds',
  'scrutineerIds',
  'attendeeIds',
  'requiredBodyIds',
] as const

/** All at once and by name: a long form must not be searched for its red lines. */
function Missing({ errors }: { errors: FieldErrors | undefined }) {
  const { t } = useTranslation('meetings')
  if (!errors) return null
  const names = FIELDS.filter((name) =>
    Object.keys(errors).some((path) => path === name || path.startsWith(`${name}.`)),
  ).map((name) => t(`meetings:new.need.${name}`))
  if ('date' in errors || 'time' in errors) names.unshift(t('meetings:new.need.startsAt'))
  if (names.length === 0) return null
  return (
    <p role="alert" className={classes.missing}>
      {t('meetings:new.missing')} {names.join(t('meetings:and'))}
    </p>
  )
}
