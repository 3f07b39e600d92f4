import { Alert, Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LiveDocumentHandle } from '#app/realtime/use-live-document.ts'

/** Words typed here that came too late (the text was frozen meanwhile): shown until they are copied or let go. */
export function UnsentNotice({ live }: { live: Pick<LiveDocumentHandle, 'unsentText' | 'discardUnsent'> }) {
  const { t } = useTranslation('dossiers')
  const { unsentText, discardUnsent } = live
  if (unsentText === null) return null
  return (
    <Alert color="ochre" variant="light" title={t('dossiers:unsent.title')} role="alert">
      <Stack gap="sm">
        <Text size="sm">{t('dossiers:unsent.why')}</Text>
        <Text
          className="paper"
          p="sm"
          mah={200}
          style={{ whiteSpace: 'pre-wrap', overflow: 'auto', background: 'var(--sheet)' }}
          tabIndex={0}
        >
          {unsentText}
        </Text>
        <Group gap="sm">
          <CopyButton value={unsentText}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {t(copied ? 'dossiers:unsent.copied' : 'dossiers:unsent.copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={discardUnsent}>
            {t('dossiers:unsent.discard')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
