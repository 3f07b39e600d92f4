import { Anchor, Paper, Stack } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useTemplateNames } from '#app/components/templates/names.ts'
import { TemplateHistory } from '#app/components/templates/template-history.tsx'
import { TemplateWords } from '#app/components/templates/template-words.tsx'
import { later } from '#app/components/ui/later.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import classes from '#app/components/versions/timeline.module.css'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { reason } from '#domain/cases/commands.ts'
import { refuse } from '#domain/record/refusal.ts'
import { templateKey } from '#domain/templates/types.ts'
import { commandId } from '#protocol/messages.ts'

export const handle = { i18n: ['templates', 'dossiers', 'cases', 'writing'], title: 'templates:title' }

const TemplateDraft = later(
  async () => (await import('#app/components/templates/template-draft.tsx')).default,
)

const keyOf = ({ kind, part }: LoaderFunctionArgs['params']) =>
  templateKey(kind, part) ?? throwRefusal(refuse('access/not-found'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const key = keyOf(params)
  const search = new URL(request.url).searchParams
  const asked = search.get('v')
  const number = asked !== null && /^\d{1,6}$/.test(asked) ? Number(asked) : null
  const view = orThrow(await context.services.templates.view(actor, key, number))
  return json({ ...view, editing: view.mayEdit && search.has('edit') })
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('edit') }),
  z.object({ intent: z.literal('drop') }),
  z.object({ intent: z.literal('put-in-force'), reason, commandId }),
  z.object({
    intent: z.literal('put-back'),
    number: z.coerce.number().int().min(0).max(999_999),
    ...{ reason, commandId },
  }),
])

/** What the secretary does with a template; then shows what came of it. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const key = keyOf(params)
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors })
  const { templates } = context.services
  const { data } = parsed
  const act = {
    edit: () => templates.beginDraft(actor, key),
    drop: () => templates.dropDraft(actor, key),
    'put-in-force': () =>
      data.intent === 'put-in-force' ? templates.putInForce(actor, key, data.commandId, data.reason) : null,
    'put-back': () =>
      data.intent === 'put-back' ? templates.putBack(actor, key, data.commandId, data) : null,
  }[data.intent]
  const refusal = await act()
  if (refusal) return respondToRefusal(refusal)
  const page = `/templates/${key.kind}/${key.part}`
  return redirect(data.intent === 'edit' || data.intent === 'drop' ? `${page}?edit` : page)
}

export default function Template() {
  const view = useLoaderData<typeof loader>()
  const { t } = useTranslation('templates')
  const names = useTemplateNames()
  return (
    <>
      <PageHead
        title={t('templates:of', { document: names.of(view) })}
        lead={t(view.mayEdit ? 'templates:lead' : 'templates:readOnly')}
        actions={
          <Anchor component={Link} to="/templates">
            {t('templates:toList')}
          </Anchor>
        }
      />
      <div className={classes.frame}>
        <Stack className={classes.text ?? ''}>
          {view.editing && view.draft ? (
            <TemplateDraft view={view} draft={view.draft} />
          ) : (
            <TemplateWords view={view} />
          )}
        </Stack>
        <Paper>
          <TemplateHistory view={view} />
        </Paper>
      </div>
    </>
  )
}
