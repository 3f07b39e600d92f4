import { Group, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { isStanding, leansOn } from '#domain/cases/evidence-marks.ts'
import type { Finding, FindingSide } from '#domain/cases/types.ts'
import { EvidenceChoice } from './evidence-choice.tsx'
import { MarkChoice } from './mark-choice.tsx'

const FINDING_SIDES = ['tolerable', 'punishable', 'unclear'] as const satisfies readonly FindingSide[]

/** The own department's finding on one criterion: a side, a reason, evidence. */
export function FindingDialog({ criterion, finding }: { criterion: string; finding?: Finding }) {
  const { t } = useTranslation('dossiers')
  const [side, setSide] = useState<FindingSide | null>(finding?.side ?? null)
  const [markIds, setMarkIds] = useState<string[]>([...(finding?.markIds ?? [])])
  const [evidenceIds, setEvidenceIds] = useState<string[]>([...(finding?.evidenceIds ?? [])])
  const { state } = useCase()
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
        ...(finding ? { initial: finding.reason } : {}),
      }}
      probe={{ type: 'record-finding', criterion, side: 'unclear', reason: '—', evidenceIds: [] }}
      command={(reason) =>
        side === null
          ? null
          : { type: 'record-finding', criterion, side, reason, evidenceIds, markIds: standing }
      }
      look={{ variant: 'default', size: 'xs' }}
      fields={
        <>
          <Radio.Group
            label={t('dossiers:findings.sideLabel')}
            value={side}
            onChange={(value) => setSide(FINDING_SIDES.find((known) => known === value) ?? null)}
            withAsterisk
          >
            <Group gap="md" mt={4}>
              {FINDING_SIDES.map((value) => (
                <Radio key={value} value={value} label={t(`dossiers:findings.side.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          <EvidenceChoice value={evidenceIds} onChange={setEvidenceIds} />
          <MarkChoice evidenceIds={evidenceIds} value={markIds} onChange={setMarkIds} />
        </>
      }
    />
  )
}
