import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ChooseMany } from '#app/components/cases/fields.ts'
import { LimitedInput, LimitedTextarea } from '#app/components/ui/limited.tsx'
import { CLASSIFICATIONS, EVIDENCE_KINDS, type EvidenceRegister } from '#domain/cases/evidence-types.ts'
import classes from './evidence.module.css'

interface RegisterFieldsProps {
  readonly value: EvidenceRegister
  readonly onChange: (part: Partial<EvidenceRegister>) => void
  /** By id: who can be named to the circle. */
  readonly bodies: Readonly<Record<string, string>>
}

const LINE = 200
const FACT = 2_000

/** What the register says of a piece. Its fields have names, so that a form without script brings them along. */
export function RegisterFields({ value, onChange: set, bodies }: RegisterFieldsProps) {
  const { t } = useTranslation('evidence')
  return (
    <div className={classes.fields}>
      <NativeSelect
        name="kind"
        label={t('evidence:kindLabel')}
        value={value.kind ?? ''}
        onChange={({ currentTarget }) =>
          set({ kind: EVIDENCE_KINDS.find((kind) => kind === currentTarget.value) ?? null })
        }
        data={[
          { value: '', label: t('evidence:kindNone') },
          ...EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`evidence:kind.${kind}`) })),
        ]}
      />
      <NativeSelect
        name="classification"
        label={t('evidence:classificationLabel')}
        description={t('evidence:noStateSecrets')}
        value={value.classification}
        onChange={({ currentTarget }) =>
          set({ classification: CLASSIFICATIONS.find((one) => one === currentTarget.value) ?? 'internal' })
        }
        data={CLASSIFICATIONS.map((one) => ({ value: one, label: t(`evidence:classification.${one}`) }))}
      />
      <LimitedInput
        name="source"
        label={t('evidence:source')}
        description={t('evidence:sourceHint')}
        limit={LINE}
        value={value.source}
        onChange={({ currentTarget }) => set({ source: currentTarget.value })}
      />
      <LimitedInput
        name="collectors"
        label={t('evidence:collectors')}
        description={t('evidence:collectorsHint')}
        limit={LINE}
        value={value.collectors}
        onChange={({ currentTarget }) => set({ collectors: currentTarget.value })}
      />
      <TextInput
        type="date"
        name="collectedOn"
        label={t('evidence:collectedOn')}
        value={value.collectedOn ?? ''}
        onChange={({ currentTarget }) => set({ collectedOn: currentTarget.value || null })}
      />
      <LimitedTextarea
        name="fact"
        label={t('evidence:fact')}
        description={t('evidence:factHint')}
        autosize
        minRows={1}
        limit={FACT}
        value={value.fact}
        onChange={({ currentTarget }) => set({ fact: currentTarget.value })}
      />
      {value.classification === 'restricted' ? (
        <div className={classes.wholeRow}>
          <p className={classes.hint}>{t('evidence:restrictedHint')}</p>
          <ChooseMany
            label={t('evidence:readers')}
            data={Object.entries(bodies).map(([id, name]) => ({ value: id, label: name }))}
            value={value.readerBodyIds}
            onChange={(readerBodyIds) => set({ readerBodyIds })}
          />
        </div>
      ) : null}
    </div>
  )
}
