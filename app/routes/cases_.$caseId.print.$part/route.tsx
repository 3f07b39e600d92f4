import '#app/components/minutes/print.css'
import { Button, Group } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SectionOnPaper } from '#app/components/writing/section-on-paper.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { wordPaper } from '#app/http/word-paper.ts'
import { bodyOfOpinion } from '#domain/dossiers/parts.ts'

export const handle = { i18n: ['writing', 'cases'], title: 'writing:print.title', bare: true }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', part = '' } = params
  const { cases, documents } = context.services
  const section = orThrow(await documents.paper(actor, `case/${caseId}/${part}`, 'printed'))
  const view = orThrow(await cases.view(actor, caseId))
  const { content, ...words } = (await wordPaper(part, section, view)).paper
  const isOpinion = bodyOfOpinion(part) !== null
  const back = `/cases/${caseId}/${isOpinion ? 'opinions' : `dossier/${part}`}`
  return json({ content, words, back })
}

export default function PrintSection() {
  const { content, words, back } = useLoaderData<typeof loader>()
  const { t } = useTranslation('common')
  return (
    <main>
      <Group className="no-print" p="md" justify="center">
        <Button component={Link} to={back} variant="default">
          {t('common:back')}
        </Button>
        <Button onClick={() => window.print()}>{t('common:print')}</Button>
      </Group>
      <SectionOnPaper content={content} words={words} />
    </main>
  )
}
