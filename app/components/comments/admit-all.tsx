import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandButton } from '#app/components/ui/command-button.tsx'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { SeenComment } from '#domain/comments/view.ts'
import { useLiveComments } from './comments-context.tsx'
import classes from './comments.module.css'

/** What stands in the list when it is pressed: what comes in while the question is asked has been read by nobody. */
export function AdmitAll({ listed }: { listed: readonly SeenComment[] }) {
  const { t } = useTranslation(['comments', 'common'])
  const { may, send } = useLiveComments()
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  if (asked === null)
    return listed.length < 2 ? null : (
      <div>
        <Button size="sm" variant="default" onClick={() => setAsked(listed.map(({ id }) => id))}>
          {t('comments:queue.admitAll', { count: listed.length })}
        </Button>
      </div>
    )
  return (
    <div role="group" aria-labelledby="admit-all">
      <p id="admit-all">{t('comments:queue.admitAllRecords', { count: asked.length })}</p>
      <div className={classes.actions}>
        <CommandButton<CommentCommand>
          may={may}
          send={send}
          size="sm"
          command={{ type: 'admit-all', commentIds: asked }}
          onDone={() => setAsked(null)}
        >
          {t('comments:queue.admitAllNow', { count: asked.length })}
        </CommandButton>
        <Button size="sm" variant="subtle" onClick={() => setAsked(null)}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
