import { NativeSelect, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#domain/record/refusal.ts'
import type { Anchor } from '#domain/remarks/types.ts'
import { useRemarksHere } from './remarks-context.tsx'
import { WordsForm } from './words-form.tsx'
import classes from './remarks.module.css'

/** What was typed a moment ago may be on its way still: the server keeps only words that it has. */
const ON_ITS_WAY = [400, 800, 1600]
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A new remark: on the words that were selected, on a paragraph, or on the text as a whole. */
export function ComposeRemark({
  selected,
  onDone,
}: {
  /** Of the words selected when the form was opened. */
  selected: Anchor | null
  onDone: () => void
}) {
  const { t } = useTranslation('remarks')
  const { board, known, send } = useRemarksHere()
  const [block, setBlock] = useState('')
  const [blocks] = useState(() => board.text?.blocks() ?? [])

  const anchor = useMemo(
    () => selected ?? (block === '' ? null : (board.text?.anchorOfBlock(Number(block)) ?? null)),
    [selected, block, board],
  )

  async function submit(text: string, mentions: string[]): Promise<Refusal | null> {
    const command = { type: 'remark', anchor, text, mentions } as const
    let answer = await send(command)
    for (const wait of ON_ITS_WAY) {
      if (answer?.refused !== 'remark/words-gone') break
      await pause(wait)
      answer = await send(command)
    }
    return answer
  }

  return (
    <WordsForm
      form="new"
      label={t('remarks:form.new')}
      action={t('remarks:act.send')}
      about={anchor}
      submit={submit}
      onDone={onDone}
    >
      {selected ? (
        <blockquote className={classes.words}>{selected.words}</blockquote>
      ) : (
        <NativeSelect
          label={t('remarks:form.about')}
          size="xs"
          value={block}
          onChange={({ currentTarget }) => setBlock(currentTarget.value)}
          data={[
            { value: '', label: t('remarks:place.whole') },
            ...blocks.map(({ block: at, words }) => ({
              value: String(at),
              label: t('remarks:form.block', { block: at, words }),
            })),
          ]}
        />
      )}
      {known.may?.applicantReads ? (
        <Text size="xs" c="ochre">
          {t('remarks:form.applicantReads')}
        </Text>
      ) : null}
    </WordsForm>
  )
}
