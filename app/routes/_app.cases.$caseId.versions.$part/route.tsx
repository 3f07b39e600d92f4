import { Anchor, Button, Group, NativeSelect, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData, useSubmit } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { partInWords } from '#app/components/record/tell-case.ts'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { bodyOfOpinion } from '#domain/dossiers/parts.ts'
import type { DocumentVersionRow } from '#server/services/documents.ts'

const Comparison = lazy(() => import('#app/components/dossiers/comparison.tsx'))

/** Stands for the live text among the versions. */
const NOW = 'now'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { documents } = context.services
  const part = params['part'] ?? ''
  const name = `case/${params['caseId'] ?? ''}/${part}`
  const versions = orThrow(await documents.versions(actor, name))
  const search = new URL(request.url).searchParams
  const known = (id: string | null) => id === NOW || versions.some((version) => version.id === id)
  const asked = search.get('v')
  const shown = asked !== null && known(asked) ? asked : (versions.at(-1)?.id ?? NOW)
  const other = search.get('with')
  const compared = other !== null && other !== shown && known(other) ? other : null
  const textOf = async (id: string) =>
    orThrow(id === NOW ? await documents.read(actor, name) : await documents.version(actor, id)).content
  return json({
    part,
    versions,
    shown,
    compared,
    content: await textOf(shown),
    otherContent: compared === null ? null : await textOf(compared),
  })
}

export default function Versions() {
  const { part, versions, shown, compared, content, otherContent } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['dossiers', 'record'])
  const { state, names } = useCase()
  const dateTime = useDateTime()
  const submit = useSubmit()
  const title = partInWords(part, { names, t, word: (_, code) => t(`dossiers:part.${code}`) })
  const back =
    bodyOfOpinion(part) === null ? `/cases/${state.id}/dossier/${part}` : `/cases/${state.id}/opinions`
  const nameOf = (id: string) => {
    const version = versions.find((candidate) => candidate.id === id)
    return version ? lineOf(version) : t('dossiers:versions.now')
  }
  const lineOf = ({ at, reason, by }: Pick<DocumentVersionRow, 'at' | 'reason' | 'by'>) =>
    `${dateTime(at)} ${t('dossiers:versions.line', { reason: t(`dossiers:versions.reason.${reason}`), name: names.person(by) })}`
  // What was written later is what was added, whichever of the two was chosen first.
  const placeOf = (id: string) =>
    id === NOW ? versions.length : versions.findIndex((version) => version.id === id)
  const choices = [
    ...[...versions].reverse().map((version) => ({ value: version.id, label: lineOf(version) })),
    { value: NOW, label: t('dossiers:versions.now') },
  ]
  const hash = versions.find((version) => version.id === shown)?.hash
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('dossiers:versions.of', { part: title })}</Title>
        <Anchor component={Link} to={back}>
          {t('dossiers:versions.back')}
        </Anchor>
      </Group>
      {versions.length === 0 ? (
        <Paper>
          <EmptyState title={t('dossiers:versions.none')} />
        </Paper>
      ) : (
        <Paper>
          <Form
            method="get"
            onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
          >
            <Group align="flex-end">
              <NativeSelect
                name="v"
                label={t('dossiers:versions.choose')}
                defaultValue={shown}
                data={choices}
              />
              <NativeSelect
                name="with"
                label={t('dossiers:versions.compareWith')}
                defaultValue={compared ?? ''}
                data={[{ value: '', label: t('dossiers:versions.alone') }, ...choices]}
              />
              <Button type="submit" variant="default">
                {t('dossiers:versions.compare')}
              </Button>
            </Group>
          </Form>
          {hash ? (
            <Text size="xs" c="dimmed" ff="monospace" mt="xs" style={{ overflowWrap: 'anywhere' }}>
              {t('dossiers:versions.hash', { hash })}
            </Text>
          ) : null}
        </Paper>
      )}
      <Paper p={{ base: 'md', sm: 'xl' }} maw={900}>
        {otherContent !== null && compared !== null ? (
          <Suspense fallback={<Skeleton height={320} aria-label={t('dossiers:versions.preparing')} />}>
            <Comparison
              {...(placeOf(compared) < placeOf(shown)
                ? {
                    before: otherContent,
                    after: content,
                    beforeName: nameOf(compared),
                    afterName: nameOf(shown),
                  }
                : {
                    before: content,
                    after: otherContent,
                    beforeName: nameOf(shown),
                    afterName: nameOf(compared),
                  })}
            />
          </Suspense>
        ) : (
          <ProseView content={content} />
        )}
      </Paper>
    </Stack>
  )
}
