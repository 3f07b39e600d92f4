import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { EvidenceMark } from '#app/components/blocks/marks.tsx'
import { useSight } from '#app/components/blocks/sight.tsx'
import { withReferences, type Reference } from './references.ts'
import classes from './remarks.module.css'

function useParts(text: string): readonly (string | Reference)[] {
  const caseId = useSight()?.view.state.id ?? null
  return useMemo(() => withReferences(text, caseId), [text, caseId])
}

/** What was said; evidence that its words lead to is named as in a text, to each reader as he may see it. */
export function Said({ text }: { text: string }) {
  const parts = useParts(text)
  return (
    <>{parts.map((part, at) => (typeof part === 'string' ? part : <EvidenceMark key={at} attrs={part} />))}</>
  )
}

/** While it is written: how it will read, where that is not how it was typed. */
export function SaidSoFar({ text }: { text: string }) {
  const { t } = useTranslation('remarks')
  if (useParts(text).every((part) => typeof part === 'string')) return null
  return (
    <p className={classes.text}>
      {t('remarks:form.shownAs')} <Said text={text} />
    </p>
  )
}
