import { Button, Checkbox } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#domain/people/actor.ts'
import { byBody } from './by-body.ts'
import classes from './convene.module.css'

/** Somebody of the directory who can be invited. */
export interface Invitable {
  readonly personId: string
  readonly name: string
  readonly bodyId: string
  readonly bodyName: string
  readonly office: string
  readonly roles: readonly Role[]
}

interface PeoplePickerProps {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly people: readonly Invitable[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
  readonly error: string | null
  /** Words to look for; who does not match is hidden, and stays chosen. */
  readonly filter?: string
}

/** People by department, each a box to tick; the whole department by one press. */
export function PeoplePicker({
  name,
  label,
  hint,
  people,
  chosen,
  onChoose,
  error,
  filter = '',
}: PeoplePickerProps) {
  const { t } = useTranslation('meetings')
  const titleId = useId()
  const hintId = useId()
  const matches = (person: Invitable) =>
    `${person.name} ${person.bodyName}`.toLowerCase().includes(filter.trim().toLowerCase())
  const toggle = (personId: string, on: boolean) =>
    onChoose(on ? [...chosen, personId] : chosen.filter((id) => id !== personId))
  return (
    <fieldset className={classes.picker} aria-describedby={hintId}>
      <legend id={titleId} className={classes.legend}>
        {label} <span className={classes.hint}>{t('meetings:new.chosen', { count: chosen.length })}</span>
      </legend>
      <p id={hintId} className={classes.hint}>
        {hint}
      </p>
      {error ? <p className={classes.error}>{error}</p> : null}
      <div className={classes.bodies}>
        {byBody(people).map(([bodyId, members]) => {
          const ids = members.map((member) => member.personId)
          const all = ids.every((id) => chosen.includes(id))
          return (
            <div
              key={bodyId}
              className={classes.body}
              hidden={!people.some((person) => person.bodyId === bodyId && matches(person))}
            >
              <Button
                variant="subtle"
                size="compact-sm"
                aria-pressed={all}
                onClick={() =>
                  onChoose(all ? chosen.filter((id) => !ids.includes(id)) : [...new Set([...chosen, ...ids])])
                }
              >
                {t('meetings:new.allOf', { body: members[0]?.bodyName ?? '' })}
              </Button>
              {people
                .filter((person) => person.bodyId === bodyId)
                .map((person) => (
                  <div key={person.personId} hidden={!matches(person)}>
                    <Checkbox
                      name={name}
                      value={person.personId}
                      label={person.name}
                      description={person.office}
                      checked={chosen.includes(person.personId)}
                      onChange={(event) => toggle(person.personId, event.currentTarget.checked)}
                    />
                  </div>
                ))}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
