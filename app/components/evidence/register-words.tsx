import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import type { EvidenceRegister } from '#domain/cases/evidence-types.ts'
import classes from './evidence.module.css'

/** What the register says of a piece; what it does not say is left out. */
export function RegisterWords({ register }: { register: EvidenceRegister }) {
  const { t } = useTranslation(['evidence', 'cases'])
  const { bodyName } = useCase()
  const { kind, source, collectors, collectedOn, fact, classification, readerBodyIds } = register
  const circle =
    classification === 'restricted' ? readerBodyIds.map(bodyName).join(t('cases:taking.between')) : ''
  const rows = [
    [t('evidence:kindLabel'), kind === null ? '' : t(`evidence:kind.${kind}`)],
    [t('evidence:source'), source],
    [t('evidence:collectors'), collectors],
    [t('evidence:collectedOn'), collectedOn ?? ''],
    [t('evidence:fact'), fact],
    [t('evidence:classificationLabel'), t(`evidence:classification.${classification}`)],
    [t('evidence:readers'), circle],
  ].filter(([, words]) => words !== '')
  return (
    <dl className={classes.facts}>
      {rows.map(([name, words]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
