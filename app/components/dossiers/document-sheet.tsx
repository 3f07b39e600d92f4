import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { LazyEditor } from '#app/components/editor/lazy-editor.tsx'
import { PresentMarks } from '#app/components/editor/present-marks.tsx'
import { UnsentNotice } from '#app/components/editor/unsent-notice.tsx'
import { usePresent } from '#app/components/editor/use-present.ts'
import { useRemarkBoard } from '#app/components/remarks/remarks-context.tsx'
import { Suggesting } from '#app/components/suggestions/suggesting.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { later } from '#app/components/ui/later.tsx'
import { SavedState } from '#app/components/ui/saved-state.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { useLiveDocument } from '#app/realtime/use-live-document.ts'
import type { DossierDocument } from '#domain/cases/types.ts'
import { leadsWork, isApplicant } from '#domain/cases/standing.ts'
import { bodyOfOpinion, partName } from '#domain/dossiers/parts.ts'
import { DOCUMENT_TONES } from './document-tones.ts'

const TemplateLine = later(async () => (await import('#app/components/templates/template-line.tsx')).default)
const TextTools = later(async () => (await import('#app/components/writing/text-tools.tsx')).default)

interface DocumentSheetProps {
  readonly document: DossierDocument
  readonly access: 'write' | 'read'
  /** The text as the server had it when the page was made. */
  readonly content: string | null
}

/** One document of the dossier: its state, what may be done with it, and the sheet itself. */
export function DocumentSheet({ document, access, content }: DocumentSheetProps) {
  const { t } = useTranslation('dossiers')
  const { state, bodyName } = useCase()
  const live = useLiveDocument(`case/${state.id}/${document.part}`)
  const present = usePresent(live.awareness)
  const board = useRemarkBoard()
  const bodyId = bodyOfOpinion(document.part)
  const name =
    bodyId === null
      ? t(`dossiers:part.${partName(document.part)}`)
      : t('dossiers:opinions.ownOf', { body: bodyName(bodyId) })
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <Title order={2}>{name}</Title>
          <StatusBadge tone={DOCUMENT_TONES[document.status]}>
            {t(`dossiers:status.${document.status}`)}
          </StatusBadge>
          <PresentMarks present={present} />
        </Group>
        <Group gap="sm">
          {access === 'write' ? <SavedState saved={live.saved} /> : null}
          <Anchor component={Link} to={`/cases/${state.id}/versions/${document.part}`} size="sm">
            {t('dossiers:dossier.versions')}
          </Anchor>
          {document.status === 'pinned' && document.versionId !== null ? (
            <Anchor
              component={Link}
              to={`/cases/${state.id}/versions/${document.part}?v=${document.versionId}&with=now`}
              size="sm"
            >
              {t('dossiers:dossier.sincePinned')}
            </Anchor>
          ) : null}
          <SheetActs document={document} name={name} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {access === 'write' || document.status !== 'open'
          ? t(`dossiers:statusMeans.${document.status}`)
          : t('dossiers:dossier.readOnly')}
      </Text>
      <TemplateLine live={live} part={document.part} />
      <UnsentNotice live={live} />
      {live.unsentText === null ? <RefusalAlert refusal={live.refusal} /> : null}
      <Suggesting
        live={live}
        label={t('dossiers:dossier.sheet', { part: name })}
        isWriter={access === 'write'}
      >
        <LazyEditor
          live={live.mode === null ? null : live}
          initialContent={content}
          label={t('dossiers:dossier.sheet', { part: name })}
          remarks={board}
          textTools={TextTools}
          ofCase
        />
      </Suggesting>
    </Stack>
  )
}

function SheetActs({ document: { part, status }, name }: { document: DossierDocument; name: string }) {
  const { t } = useTranslation('dossiers')
  const { state, me } = useCase()
  if (bodyOfOpinion(part) !== null) return null
  const own = part === 'applicant-statement' && isApplicant(me, state)
  if (!own && !leadsWork(me, state)) return null
  return status === 'submitted' ? (
    own ? null : (
      <ActDialog
        label={t('dossiers:dossier.reopen')}
        records={t('dossiers:dossier.reopenRecords', { part: name })}
        reason={{ label: t('dossiers:dossier.reopenReason'), required: true }}
        probe={{ type: 'reopen-document', part, reason: '—' }}
        command={(reason) => ({ type: 'reopen-document', part, reason })}
        look={{ variant: 'default' }}
      />
    )
  ) : (
    <ActDialog
      label={t('dossiers:dossier.submit')}
      records={t('dossiers:dossier.submitRecords', { part: name })}
      probe={{ type: 'submit-document', part }}
      command={() => ({ type: 'submit-document', part })}
      look={{ variant: 'outline' }}
    />
  )
}
