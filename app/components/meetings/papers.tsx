import { useTranslation } from 'react-i18next'
import { EXAMINATION_KINDS } from '#domain/cases/examination-types.ts'
import { HEARING_REPORT_PART, partName } from '#domain/dossiers/parts.ts'
import type { AgendaItem, Paper } from '#domain/meetings/types.ts'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

const OPINION = /^opinion-(.+)$/
const NAMED: ReadonlySet<string> = new Set([
  ...EXAMINATION_KINDS,
  'facts',
  'applicant-statement',
  'verification-report',
  'condition-matrix',
  'draft-decision',
  HEARING_REPORT_PART,
])

export function usePaperName(): (part: string) => string {
  const { t } = useTranslation('meetings')
  const { bodyName } = useMeeting()
  return (part) => {
    const bodyId = OPINION.exec(part)?.[1]
    if (bodyId) return t('meetings:part.opinion', { body: bodyName(bodyId) })
    const named = partName(part)
    return NAMED.has(named) ? t(`meetings:part.${named}`) : part
  }
}

/** The version that was pinned, not the text as it may be now; of a signed report there is no other. */
function versionPath(item: AgendaItem, paper: Paper): string {
  const hearing = REPORT.exec(paper.document)
  if (hearing) return `/hearings/${hearing[1] ?? ''}/report`
  return `/cases/${item.caseId}/versions/${paper.part}?v=${paper.versionId}`
}

const REPORT = /^hearing\/([^/]+)\/report$/

/** Opens beside the room: following a paper must not cost a speaker his place in it. */
export function Papers({ item, card = false }: { item: AgendaItem; card?: boolean }) {
  const { t } = useTranslation('meetings')
  const name = usePaperName()
  return (
    <div className={card ? classes.part : undefined}>
      <h3 className={classes.partTitle}>{t('meetings:agenda.papers')}</h3>
      {item.papers.length === 0 ? (
        <p className={classes.quiet}>{t('meetings:agenda.papersNone')}</p>
      ) : (
        <>
          <ul className={classes.papers}>
            {item.papers.map((paper) => (
              <li key={paper.versionId}>
                <a
                  href={versionPath(item, paper)}
                  target="_blank"
                  rel="noopener"
                  title={t('meetings:agenda.paperLink', { name: name(paper.part), hash: paper.hash })}
                >
                  {name(paper.part)}
                </a>{' '}
                <code className={classes.hash}>{paper.hash.slice(0, 8)}</code>{' '}
                {REPORT.test(paper.document) ? null : (
                  <a
                    href={`${versionPath(item, paper)}&with=now`}
                    target="_blank"
                    rel="noopener"
                    aria-label={t('meetings:agenda.paperSinceName', { name: name(paper.part) })}
                  >
                    {t('meetings:agenda.paperSince')}
                  </a>
                )}
              </li>
            ))}
          </ul>
          <p className={classes.quiet}>{t('meetings:agenda.papersPinned')}</p>
        </>
      )}
    </div>
  )
}
