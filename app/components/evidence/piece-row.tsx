import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { SaveButton } from '#app/components/ui/save-button.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { mayOpenEvidence } from '#domain/cases/may.ts'
import type { EvidencePiece } from '#domain/cases/types.ts'
import classes from './evidence.module.css'
import { formatSize } from './format-size.ts'
import { DescribeDialog, WithdrawDialog } from './piece-dialogs.tsx'
import { RegisterWords } from './register-words.tsx'
import { WithdrawnWords } from './withdrawn-words.tsx'

/** A piece in the register, with what leans on it and how it was described before. */
export function PieceRow({ piece }: { piece: EvidencePiece }) {
  const { t, i18n } = useTranslation('evidence')
  const { state, me, personName } = useCase()
  const dateTime = useDateTime()
  const { id, number, title, fileName, bytes, sha256, addedBy, addedAt, withdrawn, register, changes } = piece
  const address = `/cases/${state.id}/evidence/${id}`
  const opens = mayOpenEvidence(me, state, { recused: false, viaMeeting: true }, id)
  return (
    <Table.Tr tabIndex={-1}>
      <Table.Td data-label={t('evidence:number')}>{t('evidence:numbered', { number })}</Table.Td>
      <Table.Td data-label={t('evidence:name')}>
        <div>
          {opens ? (
            <Anchor component={Link} to={`${address}/view`} aria-label={t('evidence:openOf', { title })}>
              {title}
            </Anchor>
          ) : (
            title
          )}
          <Text size="sm" c="dimmed">
            {fileName !== title ? `${fileName} · ` : ''}
            {formatSize(bytes, i18n.language)}
          </Text>
          <Supports evidenceId={id} />
          <WithdrawnWords piece={piece} />
        </div>
      </Table.Td>
      <Table.Td data-label={t('evidence:registered')}>
        <div>
          <RegisterWords register={register} />
          {changes.length > 0 ? (
            <details className={classes.more ?? ''}>
              <summary>{t('evidence:history', { count: changes.length })}</summary>
              <ol className={classes.plain}>
                {changes.map((change) => (
                  <li key={change.at}>
                    <Text size="sm">
                      {t('evidence:changedBy', {
                        date: dateTime(change.at),
                        name: personName(change.by),
                        reason: change.reason,
                      })}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {t('evidence:before')}
                      {change.title}
                    </Text>
                    <RegisterWords register={change.register} />
                  </li>
                ))}
              </ol>
            </details>
          ) : null}
        </div>
      </Table.Td>
      <Table.Td data-label={t('evidence:added')}>
        <div>
          {t('evidence:addedBy', { name: personName(addedBy), date: dateTime(addedAt) })}
          <br />
          <span className={classes.hash} title={`${t('evidence:sha256Means')}\n${sha256}`}>
            {sha256.slice(0, 12)}
          </span>
        </div>
      </Table.Td>
      <Table.Td data-label="">
        <Group gap="xs" justify="flex-end">
          {opens ? <SaveButton action={address} title={title} look={{ size: 'xs' }} /> : null}
          {withdrawn ? null : (
            <>
              <DescribeDialog piece={piece} />
              <WithdrawDialog piece={piece} />
            </>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

/** What leans on a piece: rows of the condition matrix and findings, where they are written. */
function Supports({ evidenceId }: { evidenceId: string }) {
  const { t } = useTranslation('evidence')
  const { state, subjectName } = useCase()
  const conditions = state.conditions.filter(({ evidenceIds }) => evidenceIds.includes(evidenceId))
  const findings = state.findings.filter(({ evidenceIds }) => evidenceIds.includes(evidenceId))
  if (conditions.length + findings.length === 0) return null
  return (
    <details className={classes.more ?? ''}>
      <summary>{t('evidence:usedIn', { count: conditions.length + findings.length })}</summary>
      <ul className={classes.plain}>
        {conditions.map(({ id, subjectId, text }) => (
          <li key={id}>
            <Text size="sm">
              {t('evidence:supportsCondition', { subject: subjectName(subjectId), text })}
            </Text>
          </li>
        ))}
        {findings.map((finding) => (
          <FindingWords key={`${finding.criterion} ${finding.bodyId}`} {...finding} />
        ))}
      </ul>
    </details>
  )
}

function FindingWords({ criterion, bodyId }: { criterion: string; bodyId: string }) {
  const { t } = useTranslation('evidence')
  const { bodyName } = useCase()
  return (
    <li>
      <Text size="sm">
        {t('evidence:supportsFinding', {
          body: bodyName(bodyId),
          criterion: t(`evidence:criterion.${criterion}`),
        })}
      </Text>
    </li>
  )
}
