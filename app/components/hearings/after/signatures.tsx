import { Code, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { later } from '#app/components/ui/later.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { actingAs, isChair } from '#domain/hearings/people.ts'
import { isSigner } from '#domain/hearings/signing.ts'
import type { Participant, Signature } from '#domain/hearings/types.ts'
import { usePaper } from './paper-context.tsx'
import classes from './drawn-signature.module.css'

// The chair's alone.
const NotSigned = later(() => import('./not-signed.tsx').then((file) => file.NotSigned))

/** Who reads and signs, who has, and what exactly (F-38). */
export function Signatures() {
  const { t } = useTranslation('hearingsAfter')
  const { state, own, me, personName } = usePaper()
  const dateTime = useDateTime()
  if (!state?.transcript.frozen || own?.participant?.capacity === 'witness') return null
  const { signatures } = state.transcript
  const signers = state.participants.filter(
    (one) => isSigner(one) || signatures.some(({ personId }) => personId === one.personId),
  )
  const signed = signatures.filter((one) => one.signed).length
  const figures = { total: signers.length, signed, noted: signatures.length - signed }
  return (
    <Section title={t('hearingsAfter:signing.title')}>
      <Text size="sm" mb="sm">
        {t('hearingsAfter:signing.progress', figures)}
      </Text>
      <Table cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('hearingsAfter:signing.name')}</Table.Th>
            <Table.Th>{t('hearingsAfter:signing.capacity')}</Table.Th>
            <Table.Th>{t('hearingsAfter:signing.state')}</Table.Th>
            <Table.Th>{t('hearingsAfter:signing.hash')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {signers.map(({ personId, capacity }) => {
            const signature = signatures.find((one) => one.personId === personId)
            const time = signature ? dateTime(signature.at) : ''
            return (
              <Table.Tr key={personId}>
                <Table.Td data-label={t('hearingsAfter:signing.name')}>{personName(personId)}</Table.Td>
                <Table.Td data-label={t('hearingsAfter:signing.capacity')}>
                  <Capacity personId={personId} capacity={capacity} />
                </Table.Td>
                <Table.Td data-label={t('hearingsAfter:signing.state')}>
                  <div>
                    <StatusBadge tone={signature ? (signature.signed ? 'good' : 'neutral') : 'waiting'}>
                      {signature
                        ? t(`hearingsAfter:signing.${howOf(signature)}`, { time })
                        : t('hearingsAfter:signing.waiting')}
                    </StatusBadge>
                    {signature?.drawn ? (
                      <img
                        className={classes.picture}
                        src={`/hearings/${state.id}/signatures/${signature.drawn.sha256}`}
                        alt={t('hearingsAfter:drawn.of', { name: personName(personId) })}
                      />
                    ) : null}
                    {signature && !signature.signed && signature.reason ? (
                      <Text size="sm">{signature.reason}</Text>
                    ) : null}
                  </div>
                </Table.Td>
                <Table.Td data-label={signature?.hash ? t('hearingsAfter:signing.hash') : ''}>
                  {signature?.hash ? <Code title={signature.hash}>{signature.hash.slice(0, 12)}</Code> : null}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {state.acting.map(({ capacity, name, reason, at }) => (
        <Text size="sm" mt="sm" key={at}>
          {t(`hearingsAfter:acting.told.${capacity}`, { name, reason })}
        </Text>
      ))}
      {isChair(state, me.personId) ? (
        <NotSigned
          waiting={signers.filter(({ personId }) => !signatures.some((one) => one.personId === personId))}
        />
      ) : null}
    </Section>
  )
}

const howOf = ({ signed, missing }: Signature) => (signed ? 'signed' : missing ? 'missing' : 'refused')

/** As what he was named, and for whom he acts. */
function Capacity({ personId, capacity }: Pick<Participant, 'personId' | 'capacity'>) {
  const { t } = useTranslation('hearingsAfter')
  const { state } = usePaper()
  const words = t(`hearingsAfter:capacity.${capacity}`)
  const acts = (['chair', 'recorder'] as const).find(
    (office) => state && actingAs(state, office)?.personId === personId,
  )
  return acts ? t(`hearingsAfter:acting.as.${acts}`, { capacity: words }) : words
}
