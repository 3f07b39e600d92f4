import { Alert } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { MOST_PASTED, pasteToldBy, tellPaste } from './office-paste.ts'

/** What a paste left behind, until it is read or the next one comes. */
export function PasteNotice({ editor }: { editor: Editor }) {
  const { t } = useTranslation('writing')
  const told = useEditorState({ editor, selector: ({ editor: now }) => pasteToldBy(now.state) })
  if (!told) return null
  const isRefused = 'tooLong' in told
  return (
    <Alert
      color={isRefused ? 'cinnabar' : 'ochre'}
      variant="light"
      role="alert"
      withCloseButton
      closeButtonLabel={t('writing:paste.close')}
      onClose={() => tellPaste(editor.view, null)}
    >
      {isRefused
        ? t('writing:paste.tooLong', { most: MOST_PASTED / 10_000 })
        : [
            ...(told.images > 0 ? [t('writing:paste.images', { count: told.images })] : []),
            ...(told.comments > 0 ? [t('writing:paste.comments', { count: told.comments })] : []),
            ...(told.revisions > 0 ? [t('writing:paste.revisions')] : []),
          ].join(' ')}
    </Alert>
  )
}
