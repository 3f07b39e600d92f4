import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { PastSight } from '#app/components/blocks/sight.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { ProseView } from '#app/components/editor/prose-view.tsx'
import { partInWords } from '#app/components/record/tell-case.ts'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { later } from '#app/components/ui/later.tsx'
import { ChooseVersions } from '#app/components/versions/choose-versions.tsx'
import { NOW, useVersionNames } from '#app/components/versions/names-of-versions.ts'
import { Timeline } from '#app/components/versions/timeline.tsx'
import classes from '#app/components/versions/timeline.module.css'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { bodyOfOpinion } from '#domain/dossiers/parts.ts'
import { VERSION_LABEL } from '#domain/dossiers/versions.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'

export const handle = { i18n: ['versions', 'dossiers', 'record', 'blocks'] }

const Comparison = later(async () => (await import('#app/components/versions/comparison.tsx')).default)
const forms = () => import('#app/components/versions/version-forms.tsx')
const KeepVersion = later(async () => (await forms()).KeepVersion)
const RestoreVersion = later(async () => (await forms()).RestoreVersion)

const nameOf = (params: LoaderFunctionArgs['params']) =>
  `case/${params['caseId'] ?? ''}/${params['part'] ?? ''}`

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { documents, cases } = context.services
  const name = nameOf(params)
  const { access, versions, people } = orThrow(await documents.versions(actor, name))
  const search = new URL(request.url).searchParams
  const known = (id: string | null) => id === NOW || versions.some((version) => version.id === id)
  const [asked, other] = [search.get('v'), search.get('with')]
  const shown = asked !== null && known(asked) ? asked : (versions.at(-1)?.id ?? NOW)
  const compared = other !== null && other !== shown && known(other) ? other : null
  const textOf = async (id: string) =>
    orThrow(id === NOW ? await documents.read(actor, name) : await documents.version(actor, id)).content
  const foundWith = async (id: string | null) => {
    const at = versions.find((version) => version.id === id)?.at
    return at === undefined ? null : orThrow(await cases.foundAt(actor, params['caseId'] ?? '', at))
  }
  return json({
    found: await foundWith(shown),
    otherFound: await foundWith(compared),
    ...{ part: params['part'] ?? '', access, versions, people, shown, compared },
    content: await textOf(shown),
    otherContent: compared === null ? null : await textOf(compared),
  })
}

const label = z.string().trim().min(1).max(VERSION_LABEL)
const version = z.string().min(1).max(64)
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('keep'), label }),
  z.object({ intent: z.literal('name'), version, label }),
  z.object({ intent: z.literal('restore'), version }),
])

/** Names a version; or keeps the text as it is under a name, or brings a version back, and then shows what was made. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const { documents } = context.services
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'), { errors: parsed.errors })
  const { data } = parsed
  const made =
    data.intent === 'keep'
      ? await documents.keepVersion(actor, nameOf(params), data.label)
      : data.intent === 'name'
        ? await documents.nameVersion(actor, data.version, data.label)
        : await documents.restoreVersion(actor, data.version)
  if (isRefusal(made)) return respondToRefusal(made)
  if (data.intent === 'name') return json({ ok: true })
  return redirect(`/cases/${params['caseId'] ?? ''}/versions/${params['part'] ?? ''}?v=${made.id}`)
}

export default function Versions() {
  const { part, access, versions, people, shown, compared, content, otherContent, ...facts } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation(['versions', 'dossiers', 'record'])
  const { state, names: said } = useCase()
  const names = useVersionNames(versions, people)
  const title = partInWords(part, { names: said, t, word: (_, code) => t(`dossiers:part.${code}`) })
  const back =
    bodyOfOpinion(part) === null ? `/cases/${state.id}/dossier/${part}` : `/cases/${state.id}/opinions`
  const version = versions.find(({ id }) => id === shown)
  // What was written later is what was added, whichever of the two was chosen first.
  const shownFirst = compared !== null && names.placeOf(shown) < names.placeOf(compared)
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('versions:of', { part: title })}</Title>
        <Anchor component={Link} to={back}>
          {t('versions:back')}
        </Anchor>
      </Group>
      <div className={classes.frame}>
        <Stack className={classes.text ?? ''}>
          {versions.length === 0 ? (
            <Paper>
              <EmptyState title={t('versions:none')} />
            </Paper>
          ) : (
            <Paper>
              <ChooseVersions versions={versions} names={names} shown={shown} compared={compared} />
              {version ? (
                <Text size="xs" c="dimmed" ff="monospace" mt="xs" style={{ overflowWrap: 'anywhere' }}>
                  {t('versions:hash', { hash: version.hash })}
                </Text>
              ) : null}
              {version && access === 'write' ? (
                <RestoreVersion key={shown} version={version} number={names.number(shown)} />
              ) : null}
            </Paper>
          )}
          <Paper p={{ base: 'md', sm: 'xl' }} maw={compared === null ? 900 : undefined}>
            {otherContent !== null && compared !== null ? (
              <Comparison
                key={`${shown} ${compared}`}
                before={shownFirst ? content : otherContent}
                after={shownFirst ? otherContent : content}
                beforeName={names.line(shownFirst ? shown : compared)}
                afterName={names.line(shownFirst ? compared : shown)}
                beforeFound={shownFirst ? facts.found : facts.otherFound}
                afterFound={shownFirst ? facts.otherFound : facts.found}
              />
            ) : (
              <PastSight found={facts.found}>
                <ProseView content={content} />
              </PastSight>
            )}
          </Paper>
        </Stack>
        <Stack>
          {/* What was kept is shown next, with an empty field; after a refusal the words stay. */}
          {access === 'write' ? <KeepVersion key={shown} /> : null}
          {versions.length > 0 ? <Timeline {...{ versions, names, shown, access }} /> : null}
        </Stack>
      </div>
    </Stack>
  )
}
