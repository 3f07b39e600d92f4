import { Alert, Group, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { useKeptWords } from '#app/components/ui/use-kept-words.ts'
import { useChanges } from '#app/components/ui/use-changes.ts'
import { isStanding, leansOn } from '#domain/cases/evidence-marks.ts'
import type { Finding, FindingSide } from '#domain/cases/types.ts'
import { EvidenceChoice } from './evidence-choice.tsx'
import { MarkChoice } from './mark-choice.tsx'

const FINDING_SIDES = ['tolerable', 'punishable', 'unclear'] as const satisfies readonly FindingSide[]

interface Chosen {
  readonly side: FindingSide | null
  readonly evidenceIds: readonly string[]
  readonly markIds: readonly string[]
}

/** That a colleague recorded the same finding while this form was open: only one of the two can stand. */
function Meanwhile({ finding }: { finding: Finding | undefined }) {
  const { t } = useTranslation('dossiers')
  const { me, personName } = useCase()
  const [openedOn] = useState(finding?.at)
  if (!finding || finding.at === openedOn || finding.by === me.personId) return null
  const { by, side, reason } = finding
  return (
    <Alert color="ochre" variant="light" role="alert">
      {t('dossiers:findings.meanwhile', {
        name: personName(by),
        side: t(`dossiers:findings.side.${side}`),
        reason,
      })}
    </Alert>
  )
}

/** The own department's finding on one criterion: a side, a reason, evidence. */
export function FindingDialog({ criterion, finding }: { criterion: string; finding?: Finding }) {
  const { t } = useTranslation('dossiers')
  const { values, change, forget } = useChanges<Chosen>({
    side: finding?.side ?? null,
    evidenceIds: finding?.evidenceIds ?? [],
    markIds: finding?.markIds ?? [],
  })
  const { side, evidenceIds, markIds } = values
  const { state } = useCase()
  const kept = useKeptWords(`${state.id} finding ${criterion}`)
  // Those that still stand on what is still chosen.
  const standing = leansOn(state.evidence, { evidenceIds, markIds }).flatMap(({ mark }) =>
    mark && isStanding(mark) ? [mark.id] : [],
  )
  return (
    <ActDialog
      label={t(finding ? 'dossiers:findings.edit' : 'dossiers:findings.write')}
      name={t(finding ? 'dossiers:findings.editOf' : 'dossiers:findings.writeOf', {
        criterion: t(`dossiers:criterion.${criterion}`),
      })}
      records={t('dossiers:findings.records')}
      reason={{
        label: t('dossiers:findings.reason'),
        required: true,
        kept,
        ...(finding ? { initial: finding.reason } : {}),
      }}
      probe={{ type: 'record-finding', criterion, side: 'unclear', reason: '—', evidenceIds: [] }}
      command={(reason) =>
        side === null
          ? null
          : { type: 'record-finding', criterion, side, reason, evidenceIds, markIds: standing }
      }
      look={{ variant: 'default', size: 'xs' }}
      onDone={forget}
      fields={
        <>
          <Meanwhile finding={finding} />
          <Radio.Group
            label={t('dossiers:findings.sideLabel')}
            value={side}
            onChange={(value) => change({ side: FINDING_SIDES.find((known) => known === value) ?? null })}
            withAsterisk
          >
            <Group gap="md" mt={4}>
              {FINDING_SIDES.map((value) => (
                <Radio key={value} value={value} label={t(`dossiers:findings.side.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          <EvidenceChoice value={evidenceIds} onChange={(ids) => change({ evidenceIds: ids })} />
          <MarkChoice
            evidenceIds={evidenceIds}
            value={markIds}
            onChange={(ids) => change({ markIds: ids })}
          />
        </>
      }
    />
  )
}
