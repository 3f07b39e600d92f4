import { Alert, Button, FileInput, Group, Progress, Stack, Text } from '@mantine/core'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { useCallback, useState, type DragEvent, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { RefusalAlert, useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import { refuse } from '#domain/record/refusal.ts'
import classes from './evidence.module.css'
import { formatSize } from './format-size.ts'
import { useUpload, type UploadState } from './use-upload.ts'

/** One file at a time, with its name. File and name stay until the server has said yes. */
export function UploadForm({ caseId, limitBytes }: { caseId: string; limitBytes: number }) {
  const { t, i18n } = useTranslation('evidence')
  const announce = useAnnounce()
  const sentence = useRefusalSentence()
  const [file, setFile] = useState<File | null>(null)
  const [title, setTitle] = useState('')
  const [missing, setMissing] = useState(false)
  const uploaded = useCallback(
    (name: string) => {
      announce(t('evidence:uploaded', { title: name }))
      setFile(null)
      setTitle('')
    },
    [announce, t],
  )
  const { state, send, stop, forget } = useUpload(caseId, uploaded)
  const sending = state.is === 'sending'
  const megabytes = Math.floor(limitBytes / 1_048_576)
  const tooLarge = file !== null && file.size > limitBytes

  const problem = missing ? t('evidence:noFile') : tooLarge ? sentence(refuse('evidence/too-large')) : null

  function take(chosen: File | null) {
    setFile(chosen)
    setMissing(false)
    if (state.is !== 'idle') forget()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(file === null)
    if (file && !tooLarge && !sending) send(file, title)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    if (!sending) take(event.dataTransfer.files[0] ?? null)
  }

  return (
    <Section title={t('evidence:upload')}>
      <form
        method="post"
        action={`/cases/${caseId}/evidence/add`}
        encType="multipart/form-data"
        onSubmit={submit}
      >
        <CommandField />
        <Stack
          gap="sm"
          onDragOver={(event) => event.preventDefault()}
          onDrop={drop}
          className={classes.drop ?? ''}
        >
          <Group align="flex-start" grow preventGrowOverflow={false} gap="md">
            <LimitedInput
              name="title"
              label={t('evidence:name')}
              description={t('evidence:nameHint')}
              value={title}
              limit={200}
              onChange={(event) => setTitle(event.currentTarget.value)}
              miw={240}
            />
            <FileInput
              name="file"
              label={t('evidence:file')}
              description={t('evidence:limits', { megabytes })}
              placeholder={t('evidence:choose')}
              value={file}
              onChange={take}
              disabled={sending}
              clearable
              withAsterisk
              error={problem}
              miw={240}
              {...(file ? { rightSectionWidth: 40 } : {})}
            />
          </Group>
          {file ? (
            <Text size="sm" c="dimmed">
              {formatSize(file.size, i18n.language)}
            </Text>
          ) : null}
          <UploadReport state={state} />
          <Group gap="sm" justify="space-between">
            <Text size="sm" c="dimmed" maw={560}>
              {t('evidence:uploadRecords')}
            </Text>
            <Group gap="sm">
              {sending ? (
                <Button variant="default" onClick={stop}>
                  {t('evidence:stop')}
                </Button>
              ) : null}
              <Button type="submit" loading={sending}>
                {t('evidence:upload')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

function UploadReport({ state }: { state: UploadState }) {
  const { t } = useTranslation('evidence')
  switch (state.is) {
    case 'idle':
      return null
    case 'sending': {
      const said =
        state.percent < 100 ? t('evidence:progress', { percent: state.percent }) : t('evidence:hashing')
      return (
        <div>
          <Progress.Root size="md">
            <Progress.Section value={state.percent} aria-label={said} />
          </Progress.Root>
          <Text size="sm" mt={4}>
            {said}
          </Text>
        </div>
      )
    }
    case 'done':
      return (
        <Alert color="pine" variant="light">
          {t('evidence:uploaded', { title: state.title })}
        </Alert>
      )
    case 'refused':
      return <RefusalAlert refusal={state.refusal} />
    default:
      return (
        <Alert color="ochre" variant="light" role="alert">
          {t(`evidence:${state.is}`)}
        </Alert>
      )
  }
}
