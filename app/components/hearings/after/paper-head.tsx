import { Anchor, Group } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { usePaper } from './paper-context.tsx'

/** Head of a transcript's or report's page, with the ways to the other paper and to print. */
export function PaperHead() {
  const { t } = useTranslation('hearingsAfter')
  const { paper, state, own } = usePaper()
  const { part, head, frozen, access } = paper
  const inTribunal = ['chair', 'member', 'recorder'].includes(own?.participant?.capacity ?? '')
  const finished = head.status === 'finished' && (paper.view === null || state?.report)
  const other = part === 'report' || finished || inTribunal
  return (
    <PageHead
      title={`${t(`hearingsAfter:${part}.title`)} · ${head.title}`}
      overline={head.caseNumber}
      lead={t(`hearingsAfter:${part}.lead`)}
      actions={
        <Group gap="md">
          {paper.view ? (
            <Anchor component={Link} to={`/hearings/${head.id}`}>
              {t('hearingsAfter:toHearing')}
            </Anchor>
          ) : null}
          {other && access !== null ? (
            <Anchor
              component={Link}
              to={`/hearings/${head.id}/${part === 'report' ? 'transcript' : 'report'}`}
            >
              {t(part === 'report' ? 'hearingsAfter:toTranscript' : 'hearingsAfter:toReport')}
            </Anchor>
          ) : null}
          {frozen && access !== null ? (
            <Anchor component={Link} to={`/hearings/${head.id}/${part}/print`}>
              {t('hearingsAfter:print')}
            </Anchor>
          ) : null}
        </Group>
      }
    />
  )
}
