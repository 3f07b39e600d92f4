import { Alert, Button, Text } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import type { ProseNode } from '#domain/minutes/prose.ts'
import { factsToPutBack } from '#domain/minutes/missing-facts.ts'
import { factKey, missingFacts } from '#domain/minutes/required-facts.ts'
import { useMinutes } from './minutes-context.tsx'

/**
 * A fact of the record that somebody deletes or types over is missed at once, and comes back with one press. Keeping it from
 * being deleted would refuse what else is typed over, and moving it by cut and paste, and a text whose change is refused
 * in the middle of a composition is not safe; putting it back is an edit like any other, which can be undone.
 */
export function MissingFacts({ editor }: { editor: Editor }) {
  const { t } = useTranslation(['minutes', 'meetings'])
  const { view } = useMinutes()
  const told = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const keys: string[] = []
      now.state.doc.descendants(({ type, attrs }) => {
        if (type.name === 'recordFact') keys.push(factKey({ kind: attrs['kind'], ref: attrs['ref'] }))
      })
      return keys.join('\n')
    },
  })
  const meeting = view.meeting?.state
  if (!meeting) return null
  const missing = missingFacts(new Set(told.split('\n')), meeting)
  // A text that is still on its way has nothing in it at all.
  if (missing.length === 0 || editor.isEmpty) return null

  function putBack(): void {
    if (!meeting) return
    const { state, view: shown } = editor
    const places: number[] = [0]
    state.doc.forEach((node, offset) => void places.push(offset + node.nodeSize))
    const { tr } = state
    for (const { after, fact } of factsToPutBack(state.doc.toJSON() as ProseNode, meeting, view.bodies))
      tr.insert(tr.mapping.map(places[after] ?? state.doc.content.size), state.schema.nodeFromJSON(fact))
    shown.dispatch(tr.scrollIntoView())
    editor.commands.focus(undefined, { scrollIntoView: false })
  }

  const names = missing.map(({ kind, about }) =>
    about === ''
      ? t(`minutes:factKind.${kind}`)
      : t('minutes:missingFacts.of', { kind: t(`minutes:factKind.${kind}`), about }),
  )
  return (
    <Alert color="ochre" variant="light" role="status">
      <Text size="sm">{t('minutes:missingFacts.said', { facts: names.join(t('meetings:and')) })}</Text>
      <Button variant="default" size="xs" mt="xs" onClick={putBack}>
        {t('minutes:missingFacts.putBack')}
      </Button>
    </Alert>
  )
}
