import { Button, CloseButton, TextInput } from '@mantine/core'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { centsOf, lossTotals, yuanOf } from '#domain/dossiers/cents.ts'
import classes from './blocks.module.css'
import { wholeOf } from './words.ts'

/** Rows are written in place; the sums under them are nobody's to write. */
export function LiveLossTable({ node, editor, getPos }: ReactNodeViewProps) {
  const { t } = useTranslation('blocks')
  const rows = node.content.content.map(({ attrs }) => ({
    loss: wholeOf(attrs['loss']),
    recovered: wholeOf(attrs['recovered']),
  }))
  const { loss, recovered, open } = lossTotals(rows)
  function addRow() {
    const at = getPos()
    if (at === undefined) return
    const end = at + node.nodeSize - 1
    editor
      .chain()
      .insertContentAt(end, { type: 'lossRow' })
      .focus(end + 1)
      .run()
  }
  return (
    <NodeViewWrapper className={classes.block} role="group" aria-label={t('blocks:loss.label')}>
      <div
        className={`${classes.lossRow ?? ''} ${classes.lossHead ?? ''}`}
        contentEditable={false}
        aria-hidden
      >
        <span>{t('blocks:loss.what')}</span>
        <span className={classes.amount}>{t('blocks:loss.loss')}</span>
        <span className={classes.amount}>{t('blocks:loss.recovered')}</span>
      </div>
      <NodeViewContent />
      <div contentEditable={false}>
        <div className={`${classes.lossRow ?? ''} ${classes.lossSum ?? ''}`}>
          <span>{t('blocks:loss.sum')}</span>
          <span className={classes.amount}>{yuanOf(loss)}</span>
          <span className={classes.amount}>{yuanOf(recovered)}</span>
        </div>
        <div className={classes.lossRow}>
          <span>{t('blocks:loss.open')}</span>
          <span className={classes.amount}>{yuanOf(open)}</span>
        </div>
        {editor.isEditable ? (
          <Button variant="default" size="xs" onClick={addRow}>
            {t('blocks:loss.addRow')}
          </Button>
        ) : null}
      </div>
    </NodeViewWrapper>
  )
}

export function LiveLossRow({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { t } = useTranslation('blocks')
  const at = getPos()
  const n = at === undefined ? 0 : editor.state.doc.resolve(at).index() + 1
  const amount = (name: 'loss' | 'recovered') =>
    editor.isEditable ? (
      <Amount
        label={t(`blocks:loss.${name}Of`, { n })}
        cents={wholeOf(node.attrs[name])}
        onChange={(cents) => updateAttributes({ [name]: cents })}
      />
    ) : (
      <span className={classes.amount} contentEditable={false}>
        {yuanOf(wholeOf(node.attrs[name]))}
      </span>
    )
  return (
    <NodeViewWrapper className={classes.lossRow}>
      <NodeViewContent className={classes.lossWhat ?? ''} />
      {amount('loss')}
      {amount('recovered')}
      {editor.isEditable ? (
        <CloseButton
          contentEditable={false}
          aria-label={t('blocks:loss.removeRow', { n })}
          onClick={() => deleteNode()}
        />
      ) : null}
    </NodeViewWrapper>
  )
}

interface AmountProps {
  readonly label: string
  readonly cents: number
  readonly onChange: (cents: number) => void
}

/** Taken when the field is left: half an amount is another amount. */
function Amount({ label, cents, onChange }: AmountProps) {
  const { t } = useTranslation('blocks')
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? cents : centsOf(typed)
  function take() {
    if (read === null) return
    if (read !== cents) onChange(read)
    setTyped(null)
  }
  return (
    <TextInput
      contentEditable={false}
      size="xs"
      inputMode="decimal"
      aria-label={label}
      value={typed ?? yuanOf(cents)}
      error={read === null ? t('blocks:loss.bad') : null}
      styles={{ input: { textAlign: 'right' } }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
    />
  )
}
