import { Group, Radio, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { NativeSelect, LimitedTextarea } from '#app/components/cases/fields.ts'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useChanges } from '#app/components/ui/use-changes.ts'
import { worksOn } from '#domain/cases/standing.ts'
import type { ConditionRow } from '#domain/cases/types.ts'
import { EvidenceChoice } from './evidence-choice.tsx'
import { EvidenceNames } from './evidence-names.tsx'
import { MetMark } from './met-mark.tsx'

const MET = ['met', 'not-met', 'unclear'] as const satisfies readonly ConditionRow['met'][]

/** The condition matrix: per person or unit, which conditions are met and by what evidence. */
export function Conditions() {
  const { t } = useTranslation('dossiers')
  const { state, me } = useCase()
  const writes = worksOn(me, state)
  return (
    <Section
      title={t('dossiers:findings.conditions')}
      aside={writes && state.subjects.length > 0 ? <ConditionDialog /> : null}
    >
      {state.conditions.length === 0 ? (
        <Text c="dimmed">{t('dossiers:findings.noConditions')}</Text>
      ) : (
        <Stack>
          {state.subjects.map(({ id, name }) => {
            const rows = state.conditions.filter(({ subjectId }) => subjectId === id)
            return rows.length === 0 ? null : (
              <Table key={id} cards>
                <caption style={{ textAlign: 'left', fontWeight: 600 }}>{name}</caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th style={{ width: '50%' }}>{t('dossiers:findings.condition')}</Table.Th>
                    <Table.Th>{t('dossiers:findings.metLabel')}</Table.Th>
                    <Table.Th>{t('dossiers:findings.evidence')}</Table.Th>
                    {writes ? (
                      <Table.Th>
                        <span className="visually-hidden">{t('dossiers:findings.editCondition')}</span>
                      </Table.Th>
                    ) : null}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.id}>
                      <Table.Td data-label={t('dossiers:findings.condition')}>{row.text}</Table.Td>
                      <Table.Td data-label={t('dossiers:findings.metLabel')}>
                        <MetMark met={row.met} />
                      </Table.Td>
                      <Table.Td data-label="">
                        {row.evidenceIds.length > 0 ? (
                          <EvidenceNames on={row} />
                        ) : (
                          <Text span size="sm" c="dimmed">
                            {t('dossiers:findings.noEvidence')}
                          </Text>
                        )}
                      </Table.Td>
                      {writes ? (
                        <Table.Td data-label="" style={{ textAlign: 'right' }}>
                          <ConditionDialog row={row} />
                        </Table.Td>
                      ) : null}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )
          })}
        </Stack>
      )}
    </Section>
  )
}

/** A row of the matrix, new without one. */
export function ConditionDialog({ row }: { row?: ConditionRow }) {
  const { t } = useTranslation('dossiers')
  const { state } = useCase()
  const { values, change, forget } = useChanges<Omit<ConditionRow, 'id'>>({
    subjectId: row?.subjectId ?? state.subjects[0]?.id ?? '',
    text: row?.text ?? '',
    met: row?.met ?? 'unclear',
    evidenceIds: row?.evidenceIds ?? [],
  })
  const { subjectId, text, met, evidenceIds } = values
  const command = {
    type: 'set-condition',
    conditionId: row?.id ?? null,
    subjectId,
    text: text.trim() || '—',
    met,
    evidenceIds,
  } as const
  return (
    <ActDialog
      label={t(row ? 'dossiers:findings.editCondition' : 'dossiers:findings.addCondition')}
      {...(row ? { name: t('dossiers:findings.editConditionOf', { text: row.text }) } : {})}
      records={t('dossiers:findings.recordsCondition')}
      probe={{ ...command, evidenceIds: [] }}
      command={() =>
        text.trim() === '' || subjectId === '' ? null : { ...command, evidenceIds: [...evidenceIds] }
      }
      look={{ variant: 'default', size: 'xs' }}
      onDone={forget}
      fields={
        <>
          <NativeSelect
            label={t('dossiers:findings.subject')}
            data={state.subjects.map(({ id, name }) => ({ value: id, label: name }))}
            value={subjectId}
            onChange={(event) => change({ subjectId: event.currentTarget.value })}
          />
          <LimitedTextarea
            label={t('dossiers:findings.conditionText')}
            autosize
            minRows={2}
            limit={1000}
            withAsterisk
            value={text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <Radio.Group
            label={t('dossiers:findings.metLabel')}
            value={met}
            onChange={(value) => change({ met: MET.find((known) => known === value) ?? 'unclear' })}
          >
            <Group gap="md" mt={4}>
              {MET.map((value) => (
                <Radio key={value} value={value} label={t(`dossiers:findings.met.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          <EvidenceChoice value={evidenceIds} onChange={(ids) => change({ evidenceIds: ids })} />
        </>
      }
    />
  )
}
