import { Anchor, Group, Text, Title } from '@mantine/core'
import { Form, Link, useActionData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LazyEditor } from '#app/components/editor/lazy-editor.tsx'
import { PresentMarks } from '#app/components/editor/present-marks.tsx'
import { UnsentNotice } from '#app/components/editor/unsent-notice.tsx'
import { usePresent } from '#app/components/editor/use-present.ts'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { later } from '#app/components/ui/later.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { SavedState } from '#app/components/ui/saved-state.tsx'
import { useLiveDocument } from '#app/realtime/use-live-document.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { templateDraft } from '#domain/templates/types.ts'
import type { TemplateView } from '#server/services/templates.ts'
import { PutInForce } from './put-in-force.tsx'

const TextTools = later(async () => (await import('#app/components/writing/text-tools.tsx')).default)

interface TemplateDraftProps {
  readonly view: TemplateView
  readonly draft: NonNullable<TemplateView['draft']>
}

/** The draft of a template: a live text that the secretaries share, and the steps that end it. */
export default function TemplateDraft({ view, draft }: TemplateDraftProps) {
  const { t } = useTranslation('templates')
  const live = useLiveDocument(templateDraft(view))
  const present = usePresent(live.awareness)
  const answered = useActionData<{ refusal?: Refusal }>()
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={2} size="h4">
            {t('templates:draft')}
          </Title>
          <PresentMarks present={present} />
        </Group>
        <Group gap="sm">
          <SavedState saved={live.saved} />
          <Anchor component={Link} to={`/templates/${view.kind}/${view.part}`} size="sm">
            {t('templates:stop')}
          </Anchor>
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {t('templates:draftMeans')}
      </Text>
      <UnsentNotice live={live} />
      {live.unsentText === null ? <RefusalAlert refusal={live.refusal} /> : null}
      <LazyEditor
        live={live.mode === null ? null : live}
        initialContent={draft.content}
        label={t('templates:draft')}
        textTools={TextTools}
      />
      <RefusalAlert refusal={answered?.refusal} />
      <PutInForce key={view.versions.length} view={view} of={null} />
      <Form method="post" id="drop-draft">
        <input type="hidden" name="intent" value="drop" />
      </Form>
      <div>
        <LegalActButton
          legal={false}
          variant="default"
          form="drop-draft"
          busy={busy}
          records={t('templates:drop.records')}
        >
          {t('templates:drop.act')}
        </LegalActButton>
      </div>
    </>
  )
}
