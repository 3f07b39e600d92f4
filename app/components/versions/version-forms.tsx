import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { Form, useActionData, useFetcher, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { FieldErrors } from '#app/http/parse-form.ts'
import { VERSION_LABEL } from '#domain/dossiers/versions.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { DocumentVersionRow } from '#server/services/documents.ts'

interface Answered {
  readonly refusal: Refusal
  readonly errors?: FieldErrors
}

/** Keeps what the text says now under a name. */
export function KeepVersion() {
  const { t } = useTranslation('versions')
  const answered = useActionData<Answered>()
  const errorOf = useFieldErrors(answered?.errors)
  const busy = useNavigation().state !== 'idle'
  return (
    <Paper>
      <Form method="post">
        <input type="hidden" name="intent" value="keep" />
        <Stack gap="sm" align="stretch">
          <LimitedInput
            name="label"
            label={t('versions:keep.label')}
            description={t('versions:keep.hint')}
            limit={VERSION_LABEL}
            error={errorOf('label')}
            required
          />
          <Button type="submit" variant="default" loading={busy}>
            {t('versions:keep.submit')}
          </Button>
        </Stack>
      </Form>
      <RefusalAlert refusal={answered?.errors ? null : answered?.refusal} />
    </Paper>
  )
}

interface NameVersionProps {
  readonly version: DocumentVersionRow
  readonly number: string
  readonly onClose: () => void
}

/** Gives a version that is kept a name, or another one. */
export function NameVersion({ version, number, onClose }: NameVersionProps) {
  const { t } = useTranslation(['versions', 'common'])
  const announce = useAnnounce()
  const { Form, state, data } = useFetcher<Partial<Answered> & { readonly ok: boolean }>()
  const errorOf = useFieldErrors(data?.errors)
  const isDone = state === 'idle' && data?.ok === true
  const label = version.names.at(-1)?.label ?? ''
  const close = useRef(onClose)
  useEffect(() => {
    if (!isDone) return
    announce(t('versions:name.done', { number }))
    close.current()
  }, [isDone, announce, t, number])
  return (
    <Dialog opened onClose={onClose} title={t('versions:name.of', { number })}>
      <Form method="post">
        <input type="hidden" name="intent" value="name" />
        <input type="hidden" name="version" value={version.id} />
        <Stack gap="sm">
          <LimitedInput
            name="label"
            label={t('versions:keep.label')}
            description={label === '' ? t('versions:keep.hint') : t('versions:name.stays')}
            defaultValue={label}
            limit={VERSION_LABEL}
            error={errorOf('label')}
            required
            data-autofocus
          />
          <RefusalAlert refusal={data?.errors ? null : data?.refusal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={state !== 'idle'}>
              {t('versions:name.submit')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Dialog>
  )
}

/** Brings a version back, after saying what that does. */
export function RestoreVersion({ version, number }: { version: DocumentVersionRow; number: string }) {
  const { t } = useTranslation('versions')
  const dateTime = useDateTime()
  const busy = useNavigation().state !== 'idle'
  const form = `restore-${version.id}`
  return (
    <>
      <Form method="post" id={form}>
        <input type="hidden" name="intent" value="restore" />
        <input type="hidden" name="version" value={version.id} />
      </Form>
      <LegalActButton
        legal={false}
        variant="default"
        mt="sm"
        form={form}
        busy={busy}
        records={<Text span>{t('versions:restore.records', { number, at: dateTime(version.at) })}</Text>}
      >
        {t('versions:restore.act')}
      </LegalActButton>
    </>
  )
}
