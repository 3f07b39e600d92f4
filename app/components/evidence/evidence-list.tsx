import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useKeptFocus } from '#app/components/ui/use-kept-focus.ts'
import { EVIDENCE_KINDS } from '#domain/cases/evidence-types.ts'
import type { EvidencePiece } from '#domain/cases/types.ts'
import { PieceRow } from './piece-row.tsx'

/** From so many on one looks for a piece instead of seeing it. */
const WORTH_A_FILTER = 6

const FIELDS = ['number', 'name', 'registered', 'added'] as const

/** The register of the case's evidence: every piece in the order of its number, withdrawn ones on demand. */
export function EvidenceList() {
  const { t } = useTranslation('evidence')
  const { state } = useCase()
  const list = useKeptFocus()
  const [all, setAll] = useState(false)
  const [words, setWords] = useState('')
  const [kind, setKind] = useState('')
  const withdrawn = state.evidence.filter((piece) => piece.withdrawn !== null).length
  const isFound = ({ number, title, fileName, register }: EvidencePiece) =>
    [t('evidence:numbered', { number }), title, fileName, register.source, register.collectors, register.fact]
      .join('\n')
      .toLowerCase()
      .includes(words.trim().toLowerCase())
  const standing = state.evidence.filter((piece) => all || piece.withdrawn === null)
  const shown = standing.filter((piece) => (kind === '' || piece.register.kind === kind) && isFound(piece))
  const narrowed = words.trim() !== '' || kind !== ''
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
      {state.evidence.length >= WORTH_A_FILTER ? (
        <Group gap="sm" mb="sm" align="flex-end">
          <TextInput
            label={t('evidence:filter')}
            placeholder={t('evidence:filterHint')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
            miw={280}
            maw="100%"
          />
          <NativeSelect
            label={t('evidence:filterKind')}
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value)}
            data={[
              { value: '', label: t('evidence:filterAll') },
              ...EVIDENCE_KINDS.map((one) => ({ value: one, label: t(`evidence:kind.${one}`) })),
            ]}
          />
          <Text size="sm" role="status">
            {narrowed ? t('evidence:found', { count: shown.length }) : ''}
          </Text>
        </Group>
      ) : null}
      <div ref={list} tabIndex={-1}>
        {shown.length === 0 && narrowed ? (
          <EmptyState title={t('evidence:nothingFound')} />
        ) : shown.length === 0 ? (
          <EmptyState title={t('evidence:emptyTitle')}>{t('evidence:emptyHint')}</EmptyState>
        ) : (
          <Table cards>
            <Table.Thead>
              <Table.Tr>
                {FIELDS.map((field) => (
                  <Table.Th key={field}>{t(`evidence:${field}`)}</Table.Th>
                ))}
                <Table.Th>
                  <span className="visually-hidden">{t('evidence:open')}</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((piece) => (
                <PieceRow key={piece.id} piece={piece} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </div>
    </Section>
  )
}
