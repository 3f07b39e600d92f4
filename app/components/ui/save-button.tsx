import { Button, Group, Stack, Text, type ButtonProps } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { SAVING_REASON } from '#domain/cases/evidence-types.ts'
import { Dialog } from './dialog.tsx'
import { exceeds } from './limit.ts'
import { LimitedTextarea } from './limited.tsx'

/** Takes a file out of the system, with a reason. A plain form: the browser keeps the file and stays on the page. */
export function SaveButton({
  action,
  title,
  look,
}: {
  readonly action: string
  readonly title: string
  readonly look?: Pick<ButtonProps, 'variant' | 'size'>
}) {
  const { t } = useTranslation('common')
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')

  function submit(event: FormEvent) {
    // The field says what is wrong.
    if (reason.trim() === '' || exceeds(reason, SAVING_REASON)) event.preventDefault()
    // The answer is the file, so the page stays; a moment later the dialog has done its work.
    else setTimeout(() => setOpened(false), 0)
  }

  return (
    <>
      <Button
        variant="subtle"
        {...look}
        onClick={() => setOpened(true)}
        aria-label={t('common:saving.saveOf', { title })}
      >
        {t('common:saving.save')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('common:saving.saveOf', { title })}>
        <form method="post" action={action} onSubmit={submit}>
          <Stack>
            <Text>{t('common:saving.records')}</Text>
            <LimitedTextarea
              name="reason"
              label={t('common:saving.why')}
              description={t('common:saving.whyHint')}
              limit={SAVING_REASON}
              required
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              autosize
              minRows={2}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpened(false)}>
                {t('common:cancel')}
              </Button>
              <Button type="submit">{t('common:saving.save')}</Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  )
}
