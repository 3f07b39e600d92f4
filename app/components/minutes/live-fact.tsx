import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { recordFact } from '#domain/minutes/facts.ts'
import { FactLines } from './fact-lines.tsx'
import { useMinutes } from './minutes-context.tsx'
import classes from './paper.module.css'

/** A fact inside the editor: rendered from the record at every change of it, never typed into. */
export function LiveFact({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('minutes')
  const { view, state } = useMinutes()
  const kind = String(node.attrs['kind'])
  const lines = view.meeting
    ? recordFact(view.meeting.state, kind, String(node.attrs['ref']), {
        bodies: view.bodies,
        details: state.details,
      })
    : []
  return (
    <NodeViewWrapper
      className={classes.liveFact}
      contentEditable={false}
      role="group"
      aria-label={t('minutes:fact.label', { kind: t(`minutes:factKind.${kind}`) })}
    >
      {lines.length > 0 ? <FactLines lines={lines} /> : <p>{t('minutes:fact.missing')}</p>}
    </NodeViewWrapper>
  )
}
