import { Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert, useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { namingRules } from '#domain/hearings/naming.ts'
import { active } from '#domain/hearings/people.ts'
import { CAPACITIES, type Capacity } from '#domain/hearings/types.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import classes from './before.module.css'
import { fieldOf, firstMissing, suitedFirst } from './naming.ts'
import { asRefusal, useForm, type Preparing } from './preparing.ts'

/** Names a person; what the rule says against it stands at the field before anything is sent. */
export function NamingForm({ preparing }: { preparing: Preparing }) {
  const { t } = useTranslation(['hearings-before', 'common'])
  const { state, people, may, now } = preparing
  const actor = useActor()
  const sentence = useRefusalSentence()
  const announce = useAnnounce()
  const [capacity, setCapacity] = useState<Capacity>(() => firstMissing(state))
  const [personId, setPersonId] = useState('')
  const [represents, setRepresents] = useState('')
  const [breadth, setBreadth] = useState('')
  const [find, setFind] = useState('')
  const [touched, setTouched] = useState(false)
  const person = people.find((one) => one.personId === personId)

  const added = useCallback(() => {
    const words = { name: person?.name ?? '', capacity: t(`hearings-before:capacity.${capacity}`) }
    announce(t('hearings-before:prepare.added', words))
    // There is one of each.
    if (capacity === 'chair' || capacity === 'recorder') setCapacity(firstMissing(state))
    setPersonId('')
    setBreadth('')
    setFind('')
    setTouched(false)
  }, [announce, t, person, capacity, state])
  const { Form, busy, refusal, key } = useForm(added)

  const against = (): Refusal | null => {
    const { name = '', bodyName = '' } = person ?? {}
    const answer = namingRules['name-participant'](
      state,
      {
        ...{ type: 'name-participant', personId, name, bodyName, capacity },
        ...{ represents: represents || null, breadth: breadth.trim() },
      },
      { actor, now: new Date(now), newId: () => '-', chance: () => 0.5, calendar: {} },
    )
    return isRefusal(answer) ? answer : null
  }
  const refused = may['name-participant'] === null ? against() : asRefusal(may['name-participant'])
  // What nobody has filled in or chosen yet is no fault of his; the button says it.
  const early =
    refused !== null &&
    ((fieldOf(refused) === 'breadth' && breadth === '') || (fieldOf(refused) === 'capacity' && !touched))
  const errorAt = (field: ReturnType<typeof fieldOf>) =>
    refused && fieldOf(refused) === field && !early && (field !== 'person' || personId !== '')
      ? sentence(refused)
      : null
  const groups = suitedFirst(people, capacity, find, personId)
  const sides = active(state).filter((one) => one.capacity === 'party' || one.capacity === 'third-party')

  return (
    <Form method="post" noValidate>
      <CommandField key={key} />
      <input type="hidden" name="intent" value="name" />
      <Fieldset legend={t('hearings-before:prepare.name')} mt="lg">
        <Stack>
          <div className={classes.named}>
            <NativeSelect
              name="capacity"
              label={t('hearings-before:prepare.capacity')}
              value={capacity}
              onChange={(event) => {
                setCapacity(event.currentTarget.value as Capacity)
                setTouched(true)
              }}
              data={CAPACITIES.map((value) => ({ value, label: t(`hearings-before:capacity.${value}`) }))}
              error={errorAt('capacity')}
            />
            <TextInput
              type="search"
              label={t('hearings-before:prepare.find')}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.preventDefault()
              }}
            />
            <NativeSelect
              name="personId"
              label={t('hearings-before:prepare.person')}
              value={personId}
              onChange={(event) => setPersonId(event.currentTarget.value)}
              data={[
                { value: '', label: t('hearings-before:prepare.choosePerson') },
                ...groups.map(({ suited, items }) => ({
                  group: t(suited ? 'hearings-before:prepare.suited' : 'hearings-before:prepare.others'),
                  items: items.map((one) => ({
                    value: one.personId,
                    label: [one.name, one.bodyName, one.office].filter(Boolean).join(' · '),
                  })),
                })),
              ]}
              error={errorAt('person')}
            />
          </div>
          {capacity === 'representative' ? (
            <NativeSelect
              name="represents"
              label={t('hearings-before:prepare.forWhom')}
              value={represents}
              onChange={(event) => setRepresents(event.currentTarget.value)}
              data={[
                { value: '', label: t('hearings-before:prepare.chooseForWhom') },
                ...sides.map((one) => ({ value: one.personId, label: one.name })),
              ]}
              error={errorAt('represents')}
              w="min(100%, 360px)"
            />
          ) : null}
          {capacity === 'public-seat' ? (
            <LimitedTextarea
              name="breadth"
              label={t('hearings-before:prepare.breadth')}
              description={t('hearings-before:prepare.breadthHint')}
              value={breadth}
              onChange={(event) => setBreadth(event.currentTarget.value)}
              limit={500}
              autosize
              minRows={2}
              required
              error={errorAt('breadth')}
            />
          ) : null}
          <RefusalAlert refusal={refusal} />
          <Group>
            <ReasonedButton type="submit" variant="light" busy={busy} refusal={refused}>
              {t('hearings-before:prepare.add')}
            </ReasonedButton>
          </Group>
        </Stack>
      </Fieldset>
    </Form>
  )
}
