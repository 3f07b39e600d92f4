import { Button, FileInput, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCase } from '#app/components/cases/case-room.tsx'
import { Section } from '#app/components/cases/section.tsx'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { useInBrowser } from '#app/components/ui/use-in-browser.ts'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import classes from './evidence.module.css'
import { RegisterFields } from './register-fields.tsx'
import { unfitOf } from './unfit.ts'
import { UploadList } from './upload-list.tsx'
import { uploadQueueOf } from './upload-queues.ts'
import { useDroppedFiles } from './use-dropped-files.ts'

/** Any number of files, described together. Without script it is a plain form for one. Key it with the case. */
export function UploadForm({ caseId, limitBytes }: { caseId: string; limitBytes: number }) {
  const { t } = useTranslation('evidence')
  const inBrowser = useInBrowser()
  const { view, me } = useCase()
  const [files, setFiles] = useState<File[]>([])
  const [title, setTitle] = useState('')
  const [register, setRegister] = useState(UNREGISTERED)
  const [missing, setMissing] = useState(false)
  const [queue] = useState(() => uploadQueueOf(me.personId, caseId))
  useEffect(() => () => queue.forgetDone(), [queue])
  const unfit = unfitOf(files, limitBytes)
  const problem = missing
    ? t('evidence:noFile')
    : unfit
      ? t(`evidence:queued.${unfit.why}`, { name: unfit.name })
      : null

  function take(chosen: File[]) {
    setFiles(chosen)
    setMissing(false)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(files.length === 0)
    if (files.length === 0 || unfit) return
    queue.add(files, { title: files.length === 1 ? title.trim() : '', register })
    setFiles([])
    setTitle('')
  }

  const isDragging = useDroppedFiles((dropped) => take([...files, ...dropped]))

  return (
    <Section title={t('evidence:upload')}>
      <form
        method="post"
        action={`/cases/${caseId}/evidence/add`}
        encType="multipart/form-data"
        onSubmit={submit}
      >
        <CommandField />
        <Stack gap="sm" className={classes.drop ?? ''} data-dragging={isDragging || undefined}>
          <LimitedInput
            name="title"
            label={t('evidence:name')}
            description={t('evidence:queued.nameOfOne')}
            value={title}
            limit={200}
            disabled={files.length > 1}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <details className={classes.more ?? ''} open>
            <summary>{t('evidence:more')}</summary>
            <RegisterFields
              value={register}
              onChange={(part) => setRegister({ ...register, ...part })}
              bodies={view.bodies}
            />
          </details>
          {/* After the fields: the server streams the file on as it comes. One, where nothing can send several. */}
          <FileInput<boolean>
            name="file"
            multiple={inBrowser}
            label={t('evidence:file')}
            description={t('evidence:limits', { megabytes: Math.floor(limitBytes / 1_048_576) })}
            placeholder={t(inBrowser ? 'evidence:queued.chooseMany' : 'evidence:choose')}
            value={files}
            onChange={(chosen) => take([chosen ?? []].flat())}
            clearable
            withAsterisk
            error={problem}
          />
          <Group gap="sm" justify="space-between">
            <Text size="sm" c="dimmed" maw={560}>
              {t('evidence:uploadRecords')} {t('evidence:queued.resumable')}
            </Text>
            <Button type="submit">{t('evidence:upload')}</Button>
          </Group>
        </Stack>
      </form>
      <UploadList queue={queue} />
    </Section>
  )
}
