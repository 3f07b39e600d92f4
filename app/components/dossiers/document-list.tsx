import { Text } from '@mantine/core'
import { NavLink } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PresentMarks } from '#app/components/editor/present-marks.tsx'
import { usePresent } from '#app/components/editor/use-present.ts'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { useLiveDocument } from '#app/realtime/use-live-document.ts'
import type { DossierDocument } from '#domain/cases/types.ts'
import { partName } from '#domain/dossiers/parts.ts'
import classes from './dossier.module.css'
import { DOCUMENT_TONES } from './document-tones.ts'

/** The documents of the dossier that may be read, each with its status and who writes in it now. */
export function DocumentList({
  caseId,
  documents,
  matters,
}: {
  caseId: string
  documents: readonly DossierDocument[]
  /** By part: what the result of an examination is about, for there may be several of a kind. */
  matters: Readonly<Record<string, string>>
}) {
  const { t } = useTranslation('dossiers')
  return (
    <nav aria-label={t('dossiers:dossier.list')}>
      <ul className={classes.documents}>
        {documents.map(({ part, status }) => (
          <li key={part}>
            <NavLink
              to={`/cases/${caseId}/dossier/${part}`}
              className={classes.document ?? ''}
              preventScrollReset
            >
              <span className={classes.name}>
                {t(`dossiers:part.${partName(part)}`)}
                {matters[part] ? (
                  <Text size="sm" c="dimmed" lineClamp={2}>
                    {matters[part]}
                  </Text>
                ) : null}
              </span>
              <span className={classes.state}>
                <StatusBadge tone={DOCUMENT_TONES[status]}>{t(`dossiers:status.${status}`)}</StatusBadge>
                <WritersOf name={`case/${caseId}/${part}`} />
              </span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function WritersOf({ name }: { name: string }) {
  const { awareness } = useLiveDocument(name)
  return <PresentMarks present={usePresent(awareness)} />
}
