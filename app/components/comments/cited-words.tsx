import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePapers, type Cited } from '#app/components/hearings/papers-context.tsx'
import classes from './comments.module.css'

/** Title of the paper, number and first words of the paragraph; opens it there. */
export function CitedWords({ cited: { paper, paragraph, firstWords } }: { cited: Cited }) {
  const { t } = useTranslation('hearing-ways')
  const { read } = usePapers()
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={classes.cited ?? ''}
      onClick={() => read(paper.id, paragraph)}
    >
      {t(firstWords ? 'hearing-ways:papers.cited' : 'hearing-ways:papers.citedNumber', {
        title: paper.title,
        n: paragraph,
        words: firstWords,
      })}
    </Button>
  )
}
