import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { LimitedInput, LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useTranslation } from 'react-i18next'
import { typed, useFieldErrors } from '#app/components/ui/field-errors.ts'
import type { FieldErrors, FormValues } from '#app/http/parse-form.ts'
import { CASE_KINDS, COMPLEXITY_FLAGS, SOURCES } from '#domain/cases/types.ts'
import { Section } from './section.tsx'
import { SubjectFields } from './subject-fields.tsx'

interface ParticularsFieldsProps {
  /** What was typed, or what stands in the case. */
  readonly values: FormValues | undefined
  readonly errors: FieldErrors | undefined
}

const isTicked = (values: FormValues | undefined, name: string, value: string) => {
  const ticked = values?.[name]
  return typeof ticked === 'string' ? ticked === value : (ticked?.includes(value) ?? false)
}

/** The particulars of a case, the same for registering and amending. Uncontrolled: a refusal takes nothing away. */
export function ParticularsFields({ values, errors }: ParticularsFieldsProps) {
  const { t } = useTranslation(['cases', 'common'])
  const errorOf = useFieldErrors(errors)
  const line = (name: string, label: string, hint?: string) => (
    <LimitedInput
      name={name}
      label={label}
      {...(hint ? { description: hint } : {})}
      defaultValue={typed(values, name)}
      limit={200}
      error={errorOf(name)}
    />
  )
  return (
    <>
      <Section title={t('cases:form.basics')}>
        <Stack gap="sm">
          <NativeSelect
            name="kind"
            label={t('cases:form.kind')}
            defaultValue={typed(values, 'kind', 'tolerance')}
            data={CASE_KINDS.map((kind) => ({ value: kind, label: t(`cases:kind.${kind}`) }))}
          />
          <LimitedInput
            name="title"
            label={t('cases:form.title')}
            description={t('cases:form.titleHint')}
            defaultValue={typed(values, 'title')}
            limit={200}
            withAsterisk
            error={errorOf('title')}
          />
          <NativeSelect
            name="source"
            label={t('cases:form.source')}
            defaultValue={typed(values, 'source', 'own-application')}
            data={SOURCES.map((source) => ({ value: source, label: t(`cases:source.${source}`) }))}
          />
        </Stack>
      </Section>
      <Section title={t('cases:form.subjects')}>
        <SubjectFields values={values} errorOf={errorOf} />
      </Section>
      <Section title={t('cases:form.trigger')}>
        <Stack gap="sm">
          {line('trigger.matter', t('cases:form.matter'), t('cases:form.matterHint'))}
          {line('trigger.organ', t('cases:form.organ'))}
          <TextInput
            type="date"
            name="trigger.date"
            label={t('cases:form.date')}
            description={t('cases:form.dateHint')}
            defaultValue={typed(values, 'trigger.date')}
            error={errorOf('trigger.date')}
            maw={240}
          />
        </Stack>
      </Section>
      <Section title={t('cases:form.account')}>
        <Stack gap="sm">
          <LimitedTextarea
            name="summary"
            label={t('cases:form.summary')}
            description={t('cases:form.summaryHint')}
            defaultValue={typed(values, 'summary')}
            autosize
            minRows={4}
            limit={10_000}
            error={errorOf('summary')}
          />
          <Textarea
            name="situations"
            label={t('cases:form.situations')}
            description={t('cases:form.situationsHint')}
            defaultValue={typed(values, 'situations')}
            autosize
            minRows={2}
            error={errorOf('situations')}
          />
          <Checkbox.Group
            label={t('cases:form.complexity')}
            description={t('cases:form.complexityHint')}
            defaultValue={COMPLEXITY_FLAGS.filter((flag) => isTicked(values, 'complexity', flag))}
          >
            <Group gap="md" mt="xs">
              {COMPLEXITY_FLAGS.map((flag) => (
                <Checkbox key={flag} name="complexity" value={flag} label={t(`cases:complexity.${flag}`)} />
              ))}
            </Group>
          </Checkbox.Group>
        </Stack>
      </Section>
    </>
  )
}
