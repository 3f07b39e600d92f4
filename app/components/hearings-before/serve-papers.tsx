import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { isLateNotice } from '#domain/hearings/ordering.ts'
import { PaperFields } from './paper-fields.tsx'
import { PaperLinks } from './paper-links.tsx'
import { asRefusal, useForm, type Preparing } from './preparing.ts'

const FORM = 'serve-papers'

/** What went with the notice, and what follows it: after its last day a paper is late (REQ-070). */
export function ServePapers({ preparing }: { preparing: Preparing }) {
  const { t } = useTranslation(['hearing-ways', 'common'])
  const { state, choices, papers, may, now } = preparing
  const { Form, busy, errors, refusal, key } = useForm()
  const more = may['serve-papers'] === null
  const late = state.notice !== null && isLateNotice(new Date(now), state.notice.latestOn)
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">
        {t('hearing-ways:papers.title')}
      </Title>
      <PaperLinks hearingId={state.id} papers={papers} whom />
      {more ? (
        <details>
          <summary>{t('hearing-ways:papers.more')}</summary>
          <Form method="post" id={FORM} key={key}>
            <CommandField />
            <input type="hidden" name="intent" value="papers" />
            <Stack gap="sm" mt="sm">
              {late ? <Text c="var(--ochre)">{t('hearing-ways:papers.willBeLate')}</Text> : null}
              <PaperFields choices={choices} />
              {errors?.['papers'] ? (
                <Text c="var(--mantine-color-error)" size="sm" role="alert">
                  {t('hearing-ways:papers.chooseOne')}
                </Text>
              ) : null}
              <RefusalAlert refusal={refusal} />
              {choices.length > 0 ? (
                <div>
                  <LegalActButton
                    form={FORM}
                    busy={busy}
                    refusal={asRefusal(may['serve-papers'])}
                    records={t('hearing-ways:papers.records')}
                  >
                    {t('hearing-ways:papers.serve')}
                  </LegalActButton>
                </div>
              ) : null}
            </Stack>
          </Form>
        </details>
      ) : null}
    </Stack>
  )
}
