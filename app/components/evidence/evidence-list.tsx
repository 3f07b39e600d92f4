import { Anchor, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { mayOpenEvidence } from '#domain/cases/may.ts'
import type { EvidencePiece } from '#domain/cases/types.ts'
import classes from './evidence.module.css'
import { formatSize } from './format-size.ts'

export function EvidenceList() {
  const { t } = useTranslation('evidence')
  const { state } = useCase()
  const [all, setAll] = useState(false)
  const standing = state.evidence.filter(({ withdrawn }) => withdrawn === null)
  const withdrawn = state.evidence.length - standing.length
  const shown = all ? state.evidence : standing
  return (
    <Section
      title={t('evidence:list')}
      aside={
        withdrawn > 0 ? (
          <Button size="compact-sm" variant="subtle" aria-pressed={all} onClick={() => setAll(!all)}>
            {t('evidence:showWithdrawn', { count: withdrawn })}
          </Button>
        ) : null
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('evidence:lead')}
      </Text>
      {shown.length === 0 ? (
        <EmptyState title={t('evidence:emptyTitle')}>{t('evidence:emptyHint')}</EmptyState>
      ) : (
        <Table cards>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('evidence:name')}</Table.Th>
              <Table.Th>{t('evidence:size')}</Table.Th>
              <Table.Th>{t('evidence:added')}</Table.Th>
              <Table.Th>{t('evidence:sha256')}</Table.Th>
              <Table.Th>
                <span className="visually-hidden">{t('evidence:open')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((piece) => (
              <Piece key={piece.id} piece={piece} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}

function Piece({ piece }: { piece: EvidencePiece }) {
  const { t, i18n } = useTranslation('evidence')
  const { state, me, personName, may } = useCase()
  const dateTime = useDateTime()
  const { id, title, fileName, bytes, sha256, addedBy, addedAt, withdrawn } = piece
  const address = `/cases/${state.id}/evidence/${id}`
  const opens = mayOpenEvidence(me, state, { recused: false, viaMeeting: true }, id)
  const withdraw = { type: 'withdraw-evidence', evidenceId: id, reason: '—' } as const
  const uses = [...state.findings, ...state.conditions].filter(({ evidenceIds }) =>
    evidenceIds.includes(id),
  ).length
  return (
    <Table.Tr>
      <Table.Td data-label={t('evidence:name')}>
        <div>
          {opens ? (
            <Anchor
              href={address}
              target="_blank"
              rel="noopener"
              aria-label={t('evidence:openOf', { title })}
            >
              {title}
            </Anchor>
          ) : (
            title
          )}
          {fileName !== title ? (
            <Text size="sm" c="dimmed">
              {fileName}
            </Text>
          ) : null}
          {uses > 0 ? (
            <Text size="sm" c="dimmed">
              {t('evidence:usedIn', { count: uses })}
            </Text>
          ) : null}
          {withdrawn ? (
            <>
              <StatusBadge tone="waiting">{t('evidence:withdrawn')}</StatusBadge>
              <Text size="sm" c="dimmed">
                {t('evidence:withdrawnBy', {
                  name: personName(withdrawn.by),
                  date: dateTime(withdrawn.at, 'date'),
                  reason: withdrawn.reason,
                })}
              </Text>
            </>
          ) : null}
        </div>
      </Table.Td>
      <Table.Td data-label={t('evidence:size')}>{formatSize(bytes, i18n.language)}</Table.Td>
      <Table.Td data-label={t('evidence:added')}>
        {t('evidence:addedBy', { name: personName(addedBy), date: dateTime(addedAt) })}
      </Table.Td>
      <Table.Td data-label={t('evidence:sha256')}>
        <span className={classes.hash} title={`${t('evidence:sha256Means')}\n${sha256}`}>
          {sha256.slice(0, 12)}
        </span>
      </Table.Td>
      <Table.Td data-label="">
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {opens ? (
            <Anchor href={`${address}?download`} size="sm" aria-label={t('evidence:saveOf', { title })}>
              {t('evidence:save')}
            </Anchor>
          ) : null}
          {withdrawn || may(withdraw)?.refused === 'access/denied' ? null : (
            <ActDialog
              label={t('evidence:withdraw')}
              name={t('evidence:withdrawOf', { title })}
              records={t('evidence:withdrawRecords', { title })}
              reason={{ label: t('evidence:withdrawReason'), required: true }}
              probe={withdraw}
              command={(reason) => ({ type: 'withdraw-evidence', evidenceId: id, reason })}
              look={{ variant: 'default', size: 'xs' }}
            />
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
