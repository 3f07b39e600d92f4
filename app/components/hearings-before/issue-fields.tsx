import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { ISSUE_LIMIT, MOST_ISSUES } from '#domain/hearings/rules.ts'
import classes from './before.module.css'

interface IssueFieldsProps {
  readonly error: string | null
  readonly errorOf: (field: string) => string | null
}

/** Issues one by one, in the order in which they will be heard. */
export function IssueFields({ error, errorOf }: IssueFieldsProps) {
  const { t } = useTranslation('hearings-before')
  const [lines, setLines] = useState<readonly number[]>([0])
  const next = useRef(1)
  const list = useRef<HTMLOListElement>(null)
  const focusLast = () =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus())
  return (
    <>
      <ol className={classes.issues} ref={list}>
        {lines.map((line, index) => (
          <li key={line} className={classes.issue}>
            <LimitedTextarea
              name="issues"
              label={t('hearings-before:new.issue', { n: index + 1 })}
              limit={ISSUE_LIMIT}
              autosize
              minRows={1}
              required={index === 0}
              error={errorOf(`issues.${index}`) ?? (index === 0 ? error : null)}
            />
            {lines.length > 1 ? (
              <Button
                variant="subtle"
                aria-label={t('hearings-before:new.removeIssue', { n: index + 1 })}
                onClick={() => {
                  setLines(lines.filter((other) => other !== line))
                  focusLast()
                }}
              >
                {t('common:remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {lines.length < MOST_ISSUES ? (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setLines([...lines, next.current])
              next.current += 1
              focusLast()
            }}
          >
            {t('hearings-before:new.addIssue')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
