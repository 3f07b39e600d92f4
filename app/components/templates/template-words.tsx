import { Alert, Button, Group, Paper, Text, Title } from '@mantine/core'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { parseProse } from '#app/components/editor/prose-json.ts'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { later } from '#app/components/ui/later.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { Refusal } from '#domain/record/refusal.ts'
import type { TemplateView } from '#server/services/templates.ts'
import { useTemplateNames } from './names.ts'

const PutInForce = later(async () => (await import('./put-in-force.tsx')).PutInForce)

/** A version as it is read, and what the secretary may do with it. */
export function TemplateWords({ view }: { view: TemplateView }) {
  const { t } = useTranslation('templates')
  const names = useTemplateNames()
  const answered = useActionData<{ refusal?: Refusal }>()
  const busy = useNavigation().state !== 'idle'
  const { versions, shown, mayEdit, draft } = view
  const isInForce = versions.length > 0 && shown.number === versions.length
  const isEmpty = !(parseProse(shown.content).content ?? []).some(({ content = [] }) => content.length > 0)
  return (
    <>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={2} size="h4">
            {names.version(shown.number)}
          </Title>
          {isInForce ? <StatusBadge tone="good">{t('templates:inForce')}</StatusBadge> : null}
          {draft?.differs ? <StatusBadge tone="waiting">{t('templates:differs')}</StatusBadge> : null}
        </Group>
        {mayEdit ? (
          <Form method="post">
            <input type="hidden" name="intent" value="edit" />
            <Button type="submit" loading={busy}>
              {t('templates:edit')}
            </Button>
          </Form>
        ) : null}
      </Group>
      {versions.length === 0 ? <Alert variant="light">{t('templates:offer')}</Alert> : null}
      <RefusalAlert refusal={answered?.refusal} />
      <Paper p={{ base: 'md', sm: 'xl' }}>
        {isEmpty ? <Text c="dimmed">{t('templates:noWords')}</Text> : <ProseView content={shown.content} />}
      </Paper>
      {mayEdit && !isInForce ? <PutInForce key={shown.number} view={view} of={shown.number} /> : null}
    </>
  )
}
