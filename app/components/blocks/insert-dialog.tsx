import { Button, Group, Stack, Text } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { NativeSelect, TextInput } from '#app/components/cases/fields.ts'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { FocusWhenItComes } from '#app/components/ui/focus-when-it-comes.tsx'
import { calendarDay } from '#domain/calendar/dates.ts'
import { criteriaSets } from '#domain/criteria/sets.ts'
import { citable } from '#domain/rulebooks/cite.ts'
import { isBlockAttribute } from '#protocol/block-attributes.ts'
import type { BlockName } from '#protocol/block-names.ts'
import { ConditionFields } from './condition-fields.tsx'
import { EvidenceFields } from './evidence-fields.tsx'
import type { Insertable } from './insertable.ts'

type Attrs = Readonly<Record<string, unknown>>
/** What has to be chosen before it stands; a table of losses is filled in where it stands. */
export type Asked = Exclude<Insertable, 'lossTable'>

interface InsertDialogProps {
  readonly kind: Asked
  readonly onInsert: (attrs: Attrs) => void
  readonly onClose: () => void
}

export function InsertDialog({ kind, onInsert, onClose }: InsertDialogProps) {
  const { t } = useTranslation('blocks')
  const [attrs, setAttrs] = useState<Attrs | null>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    // A dialog is a child of the page's tree: its submit must not reach a form around the text.
    event.stopPropagation()
    const given = Object.entries(attrs ?? {}).filter(([, value]) => value !== null)
    const isWhole = given.length > 0 && given.every(([name, value]) => isAttribute(kind, name, value))
    if (isWhole) onInsert(Object.fromEntries(given))
  }

  return (
    <Dialog opened onClose={onClose} title={t(`blocks:kind.${kind}`)}>
      <FocusWhenItComes />
      {kind === 'conditionRow' ? (
        <ConditionFields onChoose={(conditionId) => onInsert({ conditionId })} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <Fields kind={kind} onChange={setAttrs} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('blocks:cancel')}
              </Button>
              <Button type="submit" disabled={attrs === null}>
                {t('blocks:insert')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  )
}

const isAttribute: (kind: BlockName, name: string, value: unknown) => boolean = isBlockAttribute

interface FieldsProps {
  /** Null while something is missing. */
  readonly onChange: (attrs: Attrs | null) => void
}

function Fields({ kind, ...rest }: FieldsProps & { kind: Exclude<Asked, 'conditionRow'> }) {
  switch (kind) {
    case 'evidenceRef':
      return <EvidenceFields {...rest} />
    case 'clauseRef':
      return <ClauseFields {...rest} />
    case 'personRef':
      return <PersonFields {...rest} />
    case 'dueDay':
      return <DayFields {...rest} />
    case 'finding':
      return <CriterionFields {...rest} />
  }
}

const NOTHING = { value: '', label: '—' }

function ClauseFields({ onChange }: FieldsProps) {
  const { t } = useTranslation('blocks')
  const [chosen, setChosen] = useState('')
  const clauses = citable(calendarDay(new Date().toISOString()))
  const found = clauses.find(({ clause }) => clause.id === chosen)
  if (clauses.length === 0) return <Text>{t('blocks:clause.none')}</Text>
  return (
    <>
      <NativeSelect
        label={t('blocks:clause.choose')}
        data-autofocus
        data={[
          NOTHING,
          ...clauses.map(({ rulebook, clause }) => ({
            value: clause.id,
            label: `${rulebook.instrument}${clause.place}`,
          })),
        ]}
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          setChosen(value)
          const now = clauses.find(({ clause }) => clause.id === value)
          onChange(now ? { clauseId: value, version: now.version.id } : null)
        }}
      />
      {found ? (
        <Text size="sm" lang="zh-CN">
          {found.clause.text}
        </Text>
      ) : null}
    </>
  )
}

function PersonFields({ onChange }: FieldsProps) {
  const { t } = useTranslation('blocks')
  const { state, view } = useCase()
  const [chosen, setChosen] = useState('')
  return (
    <NativeSelect
      label={t('blocks:person.choose')}
      data-autofocus
      data={[
        NOTHING,
        {
          group: t('blocks:person.subjects'),
          items: state.subjects.map(({ id, name }) => ({ value: `subject ${id}`, label: name })),
        },
        {
          group: t('blocks:person.people'),
          items: Object.entries(view.people).map(([id, name]) => ({ value: `person ${id}`, label: name })),
        },
      ]}
      value={chosen}
      onChange={({ currentTarget: { value } }) => {
        setChosen(value)
        const [kind, personId] = value.split(' ')
        onChange(value === '' ? null : { kind, personId })
      }}
    />
  )
}

function DayFields({ onChange }: FieldsProps) {
  const { t } = useTranslation('blocks')
  const [day, setDay] = useState('')
  return (
    <TextInput
      type="date"
      label={t('blocks:day.choose')}
      data-autofocus
      value={day}
      onChange={({ currentTarget: { value } }) => {
        setDay(value)
        onChange(value === '' ? null : { day: value })
      }}
    />
  )
}

function CriterionFields({ onChange }: FieldsProps) {
  const { t } = useTranslation(['blocks', 'dossiers'])
  const [criterion, setCriterion] = useState('')
  return (
    <>
      <NativeSelect
        label={t('blocks:finding.choose')}
        data-autofocus
        data={[
          NOTHING,
          ...criteriaSets.map((set) => ({
            group: t(`dossiers:findings.sets.${set.id}`),
            items: set.wordings[0].criteria.map(({ id }) => ({
              value: id,
              label: t(`dossiers:criterion.${id}`),
            })),
          })),
        ]}
        value={criterion}
        onChange={({ currentTarget: { value } }) => {
          setCriterion(value)
          onChange(value === '' ? null : { criterion: value })
        }}
      />
      <Text size="sm" c="dimmed">
        {t('blocks:finding.open')}
      </Text>
    </>
  )
}
