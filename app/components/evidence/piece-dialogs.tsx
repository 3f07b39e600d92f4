import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { NativeSelect } from '#app/components/cases/fields.ts'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { useChanges } from '#app/components/ui/use-changes.ts'
import type { CaseCommand } from '#domain/cases/commands.ts'
import type { EvidencePiece } from '#domain/cases/types.ts'
import { RegisterFields } from './register-fields.tsx'

const TITLE = 200
const look = { variant: 'default', size: 'xs' } as const

/** Changes how the register describes a piece. */
export function DescribeDialog({ piece }: { piece: EvidencePiece }) {
  const { t } = useTranslation('evidence')
  const { may, view } = useCase()
  const { values, change, forget } = useChanges({ title: piece.title, ...piece.register })
  const { title, ...register } = values
  const command = (reason: string): CaseCommand => ({
    type: 'describe-evidence',
    evidenceId: piece.id,
    title: title.trim() || piece.title,
    register,
    reason,
  })
  const probe = command('—')
  if (may(probe)?.refused === 'access/denied') return null
  return (
    <ActDialog
      label={t('evidence:edit')}
      name={t('evidence:editOf', { title: piece.title })}
      records={t('evidence:editRecords', { title: piece.title })}
      reason={{ label: t('evidence:editReason'), required: true }}
      probe={probe}
      command={(reason) => (title.trim() === '' ? null : command(reason))}
      look={look}
      onDone={forget}
      fields={
        <>
          <LimitedInput
            label={t('evidence:name')}
            limit={TITLE}
            withAsterisk
            value={title}
            onChange={({ currentTarget }) => change({ title: currentTarget.value })}
          />
          <RegisterFields value={register} onChange={change} bodies={view.bodies} />
        </>
      }
    />
  )
}

/** Takes a piece back, or says which other takes its place. */
export function WithdrawDialog({ piece }: { piece: EvidencePiece }) {
  const { t } = useTranslation('evidence')
  const { may, state } = useCase()
  const [replacedBy, setReplacedBy] = useState('')
  const { id: evidenceId, title } = piece
  const probe = { type: 'withdraw-evidence', evidenceId, reason: '—' } as const
  if (may(probe)?.refused === 'access/denied') return null
  const others = state.evidence.filter(
    (other) =>
      other.id !== evidenceId &&
      other.withdrawn === null &&
      may({ ...probe, evidenceId: other.id })?.refused !== 'access/denied',
  )
  return (
    <ActDialog
      label={t('evidence:withdraw')}
      name={t('evidence:withdrawOf', { title })}
      records={t('evidence:withdrawRecords', { title })}
      reason={{ label: t('evidence:withdrawReason'), required: true }}
      probe={probe}
      command={(reason) => ({
        type: 'withdraw-evidence',
        evidenceId,
        reason,
        ...(replacedBy !== '' && { replacedBy }),
      })}
      look={look}
      fields={
        others.length === 0 ? null : (
          <NativeSelect
            label={t('evidence:withdrawInstead')}
            value={replacedBy}
            onChange={({ currentTarget }) => setReplacedBy(currentTarget.value)}
            data={[
              { value: '', label: t('evidence:withdrawPlain') },
              ...others.map((other) => ({
                value: other.id,
                label: `${t('evidence:numbered', { number: other.number })} ${other.title}`,
              })),
            ]}
          />
        )
      }
    />
  )
}
