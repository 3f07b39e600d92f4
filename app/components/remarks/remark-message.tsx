import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import type { Message } from '#domain/remarks/types.ts'
import { Said } from './said.tsx'
import classes from './remarks.module.css'

interface RemarkMessageProps {
  readonly message: Message
  readonly bodyName: (bodyId: string) => string
  /** Null: not his to correct. */
  readonly correct: (() => void) | null
}

/** What one person said, and what he said before he corrected it. */
export function RemarkMessage({ message, bodyName, correct }: RemarkMessageProps) {
  const { t } = useTranslation('remarks')
  const dateTime = useDateTime()
  const { authorName, bodyId, at, text, earlier } = message
  return (
    <>
      <div className={classes.by}>
        <strong>{authorName}</strong>
        <Text span size="xs" c="dimmed">
          {bodyId === null ? '' : bodyName(bodyId)} {dateTime(at)}
        </Text>
        {correct ? (
          <Button size="compact-xs" variant="subtle" onClick={correct}>
            {t('remarks:act.correct')}
          </Button>
        ) : null}
      </div>
      {text === '' ? null : (
        <p className={classes.text}>
          <Said text={text} />
        </p>
      )}
      {earlier.length > 0 ? (
        <details className={classes.earlier}>
          <summary>{t('remarks:corrected', { count: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.at}>
                {t('remarks:until', { date: dateTime(one.at) })}{' '}
                <del>
                  <Said text={one.text} />
                </del>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
