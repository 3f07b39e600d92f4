import { Anchor, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import facts from '#app/components/cases/facts.module.css'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { ServedPaper } from '#domain/hearings/types.ts'

interface PaperLinksProps {
  readonly hearingId: string
  readonly papers: readonly ServedPaper[]
  /** Also to whom each went: for who prepares the hearing. */
  readonly whom?: boolean
}

/** The papers that were served, each to open. */
export function PaperLinks({ hearingId, papers, whom = false }: PaperLinksProps) {
  const { t } = useTranslation('hearing-ways')
  const format = useDateTime()
  if (papers.length === 0) return <Text c="dimmed">{t('hearing-ways:papers.none')}</Text>
  return (
    <ul className={facts.plain}>
      {papers.map(({ id, title, hash, servedAt, late, readers }) => (
        <li key={id}>
          <Anchor component={Link} to={`/hearings/${hearingId}/papers/${id}`} lang="zh-CN">
            {title}
          </Anchor>{' '}
          {late ? <StatusBadge tone="waiting">{t('hearing-ways:papers.late')}</StatusBadge> : null}
          <Text size="sm" c="dimmed">
            {t('hearing-ways:papers.served', { date: format(servedAt), hash: hash.slice(0, 12) })}
          </Text>
          {whom ? (
            <Text size="sm" c="dimmed">
              {['conduct', ...readers].map((one) => t(`hearing-ways:papers.reader.${one}`)).join(' · ')}
            </Text>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
