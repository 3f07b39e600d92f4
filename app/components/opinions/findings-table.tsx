import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { Wide } from '#app/components/cases/wide.tsx'
import { participatingBody, worksOn } from '#domain/cases/standing.ts'
import type { CriteriaSet, Criterion } from '#domain/criteria/types.ts'
import { matrixRow } from '#domain/criteria/matrix.ts'
import { AgreementBadge } from './agreement-badge.tsx'
import { EvidenceNames } from './evidence-names.tsx'
import { FindingDialog } from './finding-dialog.tsx'
import { SideMark } from './met-mark.tsx'
import classes from './side-by-side.module.css'

/** One set of criteria: what each department finds, side by side; the own department's column can be written. */
export function FindingsTable({ set }: { set: CriteriaSet }) {
  const { t } = useTranslation('dossiers')
  const { state, me, bodyName } = useCase()
  const [wording] = set.wordings
  const own = worksOn(me, state) ? participatingBody(me, state) : null
  const name = t(`dossiers:findings.sets.${set.id}`)
  const rows = wording.criteria.flatMap(({ id }) => matrixRow(state, id) ?? [])
  const done = rows.filter(({ missing }) => own !== null && !missing.includes(own)).length
  return (
    <Section
      title={name}
      aside={
        own === null ? null : (
          <Text size="sm" c="dimmed">
            {t('dossiers:findings.progress', { done, of: wording.criteria.length })}
          </Text>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {set.mandatory ? t('dossiers:findings.mandatory') : null}{' '}
        {t('dossiers:findings.quoted', { instrument: wording.instrument })}
      </Text>
      <Wide label={t('dossiers:findings.tables', { group: name })}>
        <table className={`${classes.table ?? ''} ${classes.wide ?? ''}`}>
          <thead>
            <tr>
              <td />
              {state.bodyIds.map((bodyId) => (
                <th key={bodyId} scope="col">
                  {bodyName(bodyId)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ criterion, cells, agreement }) => (
              <tr key={criterion.id}>
                <th scope="row">
                  <CriterionWords criterion={criterion} />
                  <div className={classes.agreement}>
                    <AgreementBadge agreement={agreement} />
                  </div>
                </th>
                {cells.map(({ bodyId, finding }) => (
                  <td key={bodyId} data-body={bodyName(bodyId)}>
                    {finding ? (
                      <>
                        <SideMark side={finding.side} />
                        <p className={classes.note}>{finding.reason}</p>
                        <EvidenceNames on={finding} />
                      </>
                    ) : bodyId === own ? null : (
                      <Text span c="dimmed">
                        {t('dossiers:findings.none')}
                      </Text>
                    )}
                    {bodyId === own ? (
                      <FindingDialog criterion={criterion.id} {...(finding ? { finding } : {})} />
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  )
}

/** The measure's own words, in Chinese as they stand; where the page is in another language, with a rendering. */
function CriterionWords({ criterion: { id, sides } }: { criterion: Criterion }) {
  const { t } = useTranslation('dossiers')
  const gloss = sides ? t(`dossiers:criterionGloss.${id}`) : ''
  return (
    <>
      {t(`dossiers:criterion.${id}`)}
      {sides ? (
        <p className={classes.sides} lang="zh-CN">
          <span>{sides.tolerable}</span>
          {' ↔ '}
          <span>{sides.punishable}</span>
        </p>
      ) : null}
      {gloss ? <p className={classes.sides}>{gloss}</p> : null}
    </>
  )
}
