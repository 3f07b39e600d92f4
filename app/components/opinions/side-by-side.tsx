import { Anchor, Skeleton, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PastSight, type Found } from '#app/components/blocks/sight.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { Wide } from '#app/components/cases/wide.tsx'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { OutcomeBadge } from '#app/components/ui/outcome-badge.tsx'
import type { Opinion } from '#domain/cases/types.ts'
import { opinionPart } from '#domain/dossiers/parts.ts'
import { agreementOf, type Agreement } from '#domain/criteria/agreement.ts'
import { AgreementBadge } from './agreement-badge.tsx'
import classes from './side-by-side.module.css'

interface SideBySideProps {
  /** Text of each submitted opinion (ProseMirror JSON) by the id of its version. */
  readonly texts: Readonly<Record<string, string>>
  /** What the case held when each of them was submitted, where its blocks tell of it. */
  readonly found: Readonly<Record<string, Found>>
}

/** All submitted opinions, row by row: where the departments agree and where they differ. */
export function SideBySide({ texts, found }: SideBySideProps) {
  const { t } = useTranslation(['dossiers', 'common'])
  const { state, bodyName, personName } = useCase()
  const dateTime = useDateTime()
  const { opinions, subjects } = state
  const submitted = opinions.filter(({ status }) => status === 'submitted')
  const row = (name: string, agreement: Agreement | null, cell: (opinion: Opinion) => ReactNode) => (
    <tr key={name}>
      <th scope="row">
        {name}
        {agreement ? (
          <div className={classes.agreement}>
            <AgreementBadge agreement={agreement} />
          </div>
        ) : null}
      </th>
      {opinions.map((opinion) => (
        <td key={opinion.bodyId} data-body={bodyName(opinion.bodyId)}>
          {opinion.status === 'submitted' ? (
            cell(opinion)
          ) : (
            <Text span c="dimmed">
              {t('dossiers:opinions.sealedOther')}
            </Text>
          )}
        </td>
      ))}
    </tr>
  )
  return (
    <Section
      title={t('dossiers:opinions.compare')}
      aside={
        <Text size="sm" c="dimmed">
          {t('dossiers:opinions.comparing', { count: submitted.length, of: opinions.length })}
        </Text>
      }
    >
      {submitted.length === 0 ? (
        <Text c="dimmed">{t('dossiers:opinions.nobody')}</Text>
      ) : (
        <Wide label={t('dossiers:opinions.table')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <td />
                {opinions.map(({ bodyId, status }) => (
                  <th key={bodyId} scope="col">
                    {bodyName(bodyId)}
                    {status === 'submitted' ? (
                      <div>
                        <Anchor
                          component={Link}
                          to={`/cases/${state.id}/dossier/${opinionPart(bodyId)}`}
                          size="xs"
                          aria-label={`${bodyName(bodyId)} ${t('dossiers:opinions.remarks')}`}
                        >
                          {t('dossiers:opinions.remarks')}
                        </Anchor>
                      </div>
                    ) : null}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {subjects.map(({ id, name }) =>
                row(
                  t('dossiers:opinions.row.subject', { name }),
                  agreementOf(
                    opinions.map((opinion) =>
                      opinion.status === 'submitted' ? (opinion.stands[id] ?? null) : null,
                    ),
                  ),
                  ({ stands }) => (stands[id] ? <OutcomeBadge outcome={stands[id]} /> : null),
                ),
              )}
              {row(t('dossiers:opinions.row.clauses'), null, ({ clauses }) =>
                clauses.length === 0 ? (
                  <Text span c="dimmed" size="sm">
                    {t('dossiers:opinions.noClauses')}
                  </Text>
                ) : (
                  <ul>
                    {clauses.map((clause) => (
                      <li key={clause}>{clause}</li>
                    ))}
                  </ul>
                ),
              )}
              {row(t('dossiers:opinions.row.text'), null, ({ versionId }) =>
                versionId !== null && texts[versionId] !== undefined ? (
                  <PastSight found={found[versionId] ?? null}>
                    <ProseView content={texts[versionId]} />
                  </PastSight>
                ) : (
                  <Skeleton height={72} aria-label={t('common:loading')} />
                ),
              )}
              {row(t('dossiers:opinions.row.submitted'), null, ({ submittedAt, submittedBy, hash }) => (
                <Text size="sm" c="dimmed" component="div">
                  {submittedBy ? personName(submittedBy) : ''} {submittedAt ? dateTime(submittedAt) : ''}
                  <div className={classes.hash} title={hash ?? ''}>
                    {t('dossiers:opinions.frozenHash')} {hash?.slice(0, 12)}
                  </div>
                </Text>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </Section>
  )
}
