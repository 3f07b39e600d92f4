import { Button, Fieldset, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newCommandId } from '#app/realtime/command-id.ts'
import { typed } from '#app/components/ui/field-errors.ts'
import type { FormValues } from '#app/http/parse-form.ts'
import { SUBJECT_ROLES, type Subject } from '#domain/cases/types.ts'

interface SubjectFieldsProps {
  readonly values: FormValues | undefined
  readonly errorOf: (name: string) => string | null
}

interface Line {
  /** Stays with the person or unit through all amendments: outcomes hang on it. */
  readonly id: string
  readonly kind: Subject['kind']
  /** Where its first values stand in `values`; null for a line added here. */
  readonly at: number | null
}

function linesIn(values: FormValues | undefined): readonly Line[] {
  const lines: Line[] = []
  for (let at = 0; typed(values, `subjects.${String(at)}.id`) !== ''; at++)
    lines.push({
      id: typed(values, `subjects.${String(at)}.id`),
      kind: typed(values, `subjects.${String(at)}.kind`) === 'unit' ? 'unit' : 'person',
      at,
    })
  return lines
}

/** The same on server and browser, so that the first line is hydrated and not thrown away. */
const FIRST: Line = { id: 's1', kind: 'person', at: null }

/** Persons and units, any number of them; each keeps its own fields and its own errors. */
export function SubjectFields({ values, errorOf }: SubjectFieldsProps) {
  const { t } = useTranslation('cases')
  const [lines, setLines] = useState<readonly Line[]>(() => {
    const known = linesIn(values)
    return known.length > 0 ? known : [FIRST]
  })
  const list = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const add = (kind: Subject['kind']) => {
    setLines([...lines, { id: `s-${newCommandId().slice(0, 12)}`, kind, at: null }])
    // The new line's name is what one types next.
    requestAnimationFrame(() => {
      const names = list.current?.querySelectorAll<HTMLInputElement>('input[name$=".name"]')
      names?.item(names.length - 1).focus()
    })
  }
  return (
    <Stack gap="sm" ref={list} role="group" aria-describedby={hintId} aria-label={t('cases:form.subjects')}>
      <Text size="sm" c="dimmed" id={hintId}>
        {t('cases:form.subjectsHint')}
      </Text>
      {errorOf('subjects') ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errorOf('subjects')}
        </Text>
      ) : null}
      {lines.map((line, index) => (
        <SubjectLine
          key={line.id}
          line={line}
          index={index}
          values={values}
          errorOf={errorOf}
          {...(lines.length > 1 ? { onRemove: () => setLines(lines.filter((other) => other !== line)) } : {})}
        />
      ))}
      <Group gap="sm">
        <Button variant="default" size="xs" onClick={() => add('person')}>
          {t('cases:form.addPerson')}
        </Button>
        <Button variant="default" size="xs" onClick={() => add('unit')}>
          {t('cases:form.addUnit')}
        </Button>
      </Group>
    </Stack>
  )
}

interface SubjectLineProps extends SubjectFieldsProps {
  readonly line: Line
  readonly index: number
  readonly onRemove?: () => void
}

function SubjectLine({ line, index, values, errorOf, onRemove }: SubjectLineProps) {
  const { t } = useTranslation('cases')
  const name = (field: keyof Subject) => `subjects.${String(index)}.${field}`
  const first = (field: keyof Subject, otherwise = '') =>
    line.at === null ? otherwise : typed(values, `subjects.${String(line.at)}.${field}`, otherwise)
  const text = (field: 'name' | 'unit' | 'position', required = false) => (
    <LimitedInput
      name={name(field)}
      label={t(`cases:form.${field}`)}
      defaultValue={first(field)}
      limit={200}
      withAsterisk={required}
      error={errorOf(name(field))}
    />
  )
  return (
    <Fieldset
      legend={`${t('cases:form.subject', { n: index + 1 })} · ${t(`cases:subjectKind.${line.kind}`)}`}
      p="sm"
    >
      <input type="hidden" name={name('id')} value={line.id} />
      <input type="hidden" name={name('kind')} value={line.kind} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {text('name', true)}
        {text('unit')}
        {line.kind === 'person' ? text('position') : <input type="hidden" name={name('position')} value="" />}
        <NativeSelect
          name={name('role')}
          label={t('cases:form.role')}
          defaultValue={first('role', line.kind === 'unit' ? 'unit' : 'responsible')}
          data={SUBJECT_ROLES.map((role) => ({ value: role, label: t(`cases:subjectRole.${role}`) }))}
        />
      </SimpleGrid>
      {onRemove ? (
        <Button
          variant="subtle"
          color="slate"
          size="xs"
          mt="xs"
          onClick={onRemove}
          aria-label={t('cases:form.removeSubject', { name: t('cases:form.subject', { n: index + 1 }) })}
        >
          {t('common:remove')}
        </Button>
      ) : null}
    </Fieldset>
  )
}
