import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { useFactReading } from './use-fact-reading.tsx'

/** A fact inside the editor: rendered from the record at every change of it, never typed into. */
export function LiveFact({ node }: ReactNodeViewProps) {
  const { t } = useTranslation('minutes')
  const read = useFactReading()
  const kind = t(`minutes:factKind.${String(node.attrs['kind'])}`)
  return (
    <NodeViewWrapper contentEditable={false} role="group" aria-label={t('minutes:fact.label', { kind })}>
      {read({ kind: node.attrs['kind'], ref: node.attrs['ref'] })}
    </NodeViewWrapper>
  )
}
