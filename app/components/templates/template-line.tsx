import { Button, Group, Text } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { XmlElement, XmlText, type Doc } from 'yjs'
import { useCase } from '#app/components/cases/case-room.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { LiveDocumentHandle } from '#app/realtime/use-live-document.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { templateOfPart } from '#domain/templates/types.ts'
import { TEXT_FIELD } from '#protocol/text-field.ts'

/** Nothing, or one paragraph without a letter. Cheap: asked at every change of the text. */
function saysNothing(doc: Doc): boolean {
  const text = doc.getXmlFragment(TEXT_FIELD)
  if (text.length > 1) return false
  const first = text.length === 1 ? text.get(0) : null
  if (!(first instanceof XmlElement)) return true
  return (
    first.nodeName === 'paragraph' &&
    first.toArray().every((inner) => inner instanceof XmlText && inner.length === 0)
  )
}

interface TemplateLineProps {
  readonly live: LiveDocumentHandle
  readonly part: string
}

/** With which template a document of the case began, and the template offered while it is empty. */
export default function TemplateLine({ live: { doc, mode }, part }: TemplateLineProps) {
  const { t } = useTranslation('templates')
  const { state } = useCase()
  const inserting = useFetcher<{ refusal?: Refusal }>()
  const template = templateOfPart(part)
  const isEmpty = useSyncExternalStore(
    (changed) => {
      doc?.on('update', changed)
      return () => doc?.off('update', changed)
    },
    () => doc !== null && saysNothing(doc),
  )
  if (!template) return null
  const taken = state.templates[template]
  const offered = mode === 'write' && isEmpty
  return (
    <>
      {taken || offered ? (
        <Group gap="sm">
          {taken ? (
            <Text size="sm" c="dimmed" title={t('templates:takenMeans')}>
              {t('templates:taken', { n: taken.number })}
            </Text>
          ) : null}
          {offered ? (
            <>
              <Text size="sm" c="dimmed">
                {t('templates:insertMeans')}
              </Text>
              <inserting.Form method="post" action={`/cases/${state.id}/dossier/${part}`}>
                <Button type="submit" size="xs" variant="default" loading={inserting.state !== 'idle'}>
                  {t('templates:insert')}
                </Button>
              </inserting.Form>
            </>
          ) : null}
        </Group>
      ) : null}
      <RefusalAlert refusal={inserting.data?.refusal} />
    </>
  )
}
