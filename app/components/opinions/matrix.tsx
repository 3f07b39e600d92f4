import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { Wide } from '#app/components/cases/wide.tsx'
import type { Agreement } from '#domain/criteria/agreement.ts'
import { matrixOf } from '#domain/criteria/matrix.ts'
import { AgreementBadge } from './agreement-badge.tsx'
import { SideMark } from './met-mark.tsx'
import classes from './matrix.module.css'

/** Criterion × department: who said what, who has said nothing yet, where they differ. It fills itself as departments write. */
export function Matrix() {
  const { t } = useTranslation(['blocks', 'dossiers'])
  const { state, bodyName } = useCase()
  const rows = matrixOf(state)
  const count = (agreement: Agreement) => rows.filter((row) => row.agreement === agreement).length
  const [agree, differ, incomplete] = [count('agree'), count('differ'), count('incomplete')]
  return (
    <Section title={t('blocks:matrix.title')}>
      <Text size="sm" c="dimmed">
        {t('blocks:matrix.lead')}
      </Text>
      <Text size="sm" mb="sm" role="status">
        {t('blocks:matrix.summary', { of: rows.length, agree, differ, incomplete })}
      </Text>
      <Wide label={t('blocks:matrix.table')}>
        <table className={classes.matrix}>
          <caption className="visually-hidden">{t('blocks:matrix.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('blocks:matrix.criterion')}</th>
              {state.bodyIds.map((bodyId) => (
                <th key={bodyId} scope="col">
                  {bodyName(bodyId)}
                </th>
              ))}
              <th scope="col">{t('blocks:matrix.agreement')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ criterion, cells, agreement, missing }) => (
              <tr key={criterion.id}>
                <th scope="row">{t(`dossiers:criterion.${criterion.id}`)}</th>
                {cells.map(({ bodyId, finding }) => (
                  <td key={bodyId}>
                    {finding ? (
                      <SideMark side={finding.side} />
                    ) : (
                      <Text span c="dimmed">
                        {t('blocks:matrix.missing')}
                      </Text>
                    )}
                  </td>
                ))}
                <td>
                  <AgreementBadge agreement={agreement} />
                  {missing.length > 0 && missing.length < cells.length ? (
                    <span className={classes.missing}>
                      {t('blocks:finding.missing', {
                        bodies: missing.map(bodyName).join(t('dossiers:dossier.between')),
                      })}
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  )
}
