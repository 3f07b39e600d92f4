import { Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import before from '#app/components/hearings-before/before.module.css'
import { fieldOf } from '#app/components/hearings-before/naming.ts'
import { useForm } from '#app/components/hearings-before/preparing.ts'
import { useActor } from '#app/components/shell/root-data.ts'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { LimitedTextarea, LimitedInput } from '#app/components/ui/limited.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert, useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { namingRules } from '#domain/hearings/naming.ts'
import { active } from '#domain/hearings/people.ts'
import { GUEST_CAPACITIES } from '#domain/hearings/rules.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { Guests } from './guests.ts'

/** Names somebody without an account, by the same rules as anybody; not there for whoever may not name. */
export function GuestForm({ guests: { state, now } }: { guests: Guests }) {
  const { t } = useTranslation(['invitations', 'common'])
  const actor = useActor()
  const sentence = useRefusalSentence()
  const announce = useAnnounce()
  const [capacity, setCapacity] = useState<(typeof GUEST_CAPACITIES)[number]>('witness')
  const [name, setName] = useState('')
  const [relation, setRelation] = useState('')
  const [contact, setContact] = useState('')
  const [represents, setRepresents] = useState('')
  const [breadth, setBreadth] = useState('')
  const added = useCallback(() => {
    announce(t('invitations:name.added', { name, capacity: t(`invitations:capacity.${capacity}`) }))
    setName('')
    setRelation('')
    setContact('')
    setBreadth('')
  }, [announce, t, name, capacity])
  const { Form, busy, errors, refusal, key } = useForm(added)
  const errorOf = useFieldErrors(errors)

  const decided = namingRules['name-participant'](
    state,
    {
      ...{ type: 'name-participant', personId: '-', guest: true, capacity },
      ...{ name: name.trim(), bodyName: relation.trim() },
      ...{ represents: represents || null, breadth: breadth.trim() },
    },
    { actor, now: new Date(now), newId: () => '-', chance: () => 0.5, calendar: {} },
  )
  const refused = isRefusal(decided) ? decided : null
  if (refused?.refused === 'access/denied') return null
  // What nobody has filled in yet is no fault of his; the button says it.
  const said = (field: ReturnType<typeof fieldOf>, filled = true) =>
    refused && filled && fieldOf(refused) === field ? sentence(refused) : null
  const sides = active(state).filter((one) => one.capacity === 'party' || one.capacity === 'third-party')

  return (
    <Form method="post" noValidate>
      <CommandField key={key} />
      <input type="hidden" name="intent" value="name" />
      <Fieldset legend={t('invitations:name.title')}>
        <Stack>
          <Text c="dimmed" size="sm">
            {t('invitations:name.hint')}
          </Text>
          <div className={before.named}>
            <NativeSelect
              name="capacity"
              label={t('invitations:name.capacity')}
              value={capacity}
              onChange={(event) => setCapacity(event.currentTarget.value as typeof capacity)}
              data={GUEST_CAPACITIES.map((value) => ({ value, label: t(`invitations:capacity.${value}`) }))}
              error={said('capacity')}
            />
            <LimitedInput
              name="name"
              label={t('invitations:name.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              limit={50}
              withAsterisk
              autoComplete="off"
              error={errorOf('name') ?? said('person', name !== '')}
            />
            <LimitedInput
              name="relation"
              label={t('invitations:name.relation')}
              description={t('invitations:name.relationHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={relation}
              onChange={(event) => setRelation(event.currentTarget.value)}
              limit={100}
              autoComplete="off"
              error={errorOf('relation')}
            />
            <LimitedInput
              name="contact"
              label={t('invitations:name.contact')}
              description={t('invitations:name.contactHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={contact}
              onChange={(event) => setContact(event.currentTarget.value)}
              limit={200}
              autoComplete="off"
              error={errorOf('contact')}
            />
          </div>
          {capacity === 'representative' ? (
            <NativeSelect
              name="represents"
              label={t('invitations:name.represents')}
              value={represents}
              onChange={(event) => setRepresents(event.currentTarget.value)}
              data={[
                { value: '', label: t('invitations:name.choose') },
                ...sides.map((one) => ({ value: one.personId, label: one.name })),
              ]}
              error={said('represents', represents !== '')}
              w="min(100%, 360px)"
            />
          ) : null}
          {capacity === 'public-seat' ? (
            <LimitedTextarea
              name="breadth"
              label={t('invitations:name.breadth')}
              value={breadth}
              onChange={(event) => setBreadth(event.currentTarget.value)}
              limit={500}
              autosize
              minRows={2}
              error={said('breadth', breadth !== '')}
            />
          ) : null}
          <RefusalAlert refusal={refusal} />
          <Group>
            <ReasonedButton type="submit" variant="light" busy={busy} refusal={refused}>
              {t('invitations:name.add')}
            </ReasonedButton>
          </Group>
        </Stack>
      </Fieldset>
    </Form>
  )
}
