import { Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { ActButton } from './act-button.tsx'
import { useMinutes } from './minutes-context.tsx'

/** 会签: one line per department, with what it answered; the department's own people answer here. */
export function Countersignatures() {
  const { t } = useTranslation('minutes')
  const { state, bodyName, personName } = useMinutes()
  if (state.step === 'draft' || state.step === 'in-review') return null
  // Readers who had no part in the minutes are not told how they came about.
  if (state.step === 'issued' && state.countersignatures.length === 0) return null
  return (
    <section aria-labelledby="countersign">
      <Title order={2} size="h4" id="countersign" mb="xs">
        {t('minutes:countersign.title')}
      </Title>
      <div className="wide">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('minutes:countersign.body')}</Table.Th>
              <Table.Th>{t('minutes:countersign.answer')}</Table.Th>
              <Table.Th>{t('minutes:countersign.by')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {state.bodyIds.map((bodyId) => {
              const given = state.countersignatures.find((signature) => signature.bodyId === bodyId)
              return (
                <Table.Tr key={bodyId}>
                  <Table.Td>{bodyName(bodyId)}</Table.Td>
                  <Table.Td>
                    {given ? (
                      <>
                        <StatusBadge tone={given.agreed ? 'good' : 'waiting'}>
                          {t(given.agreed ? 'minutes:countersign.agreed' : 'minutes:countersign.refused')}
                        </StatusBadge>
                        {given.reason ? <Text size="sm">{given.reason}</Text> : null}
                      </>
                    ) : (
                      <Text c="dimmed">{t('minutes:countersign.waiting')}</Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {given ? (
                      <>
                        {personName(given.by)} <DateTime value={given.at} />
                      </>
                    ) : null}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      {state.step === 'countersigning' ? <OwnAnswer /> : null}
    </section>
  )
}

function OwnAnswer() {
  const { t } = useTranslation('minutes')
  const { state, me, bodyName } = useMinutes()
  const mine = me.bodyId !== null && state.bodyIds.includes(me.bodyId)
  const given = state.countersignatures.some((signature) => signature.bodyId === me.bodyId)
  if (!mine || given || !me.bodyId) return null
  const body = bodyName(me.bodyId)
  return (
    <Group mt="sm" align="flex-start">
      <ActButton
        color="pine"
        command={() => ({ type: 'countersign', agreed: true, reason: '' })}
        records={t('minutes:countersign.agreeRecords', { body })}
      >
        {t('minutes:countersign.agree')}
      </ActButton>
      <ActButton
        variant="default"
        command={(reason) => ({ type: 'countersign', agreed: false, reason })}
        reason={t('minutes:countersign.refuseReason')}
        records={t('minutes:countersign.refuseRecords', { body })}
      >
        {t('minutes:countersign.refuse')}
      </ActButton>
    </Group>
  )
}
