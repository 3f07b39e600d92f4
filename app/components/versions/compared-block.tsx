import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { frame, marked, ProseBlock } from '#app/components/editor/prose-view.tsx'
import type { Compared } from './compare-prose.ts'
import type { Piece } from './compare-words.ts'
import classes from './comparison.module.css'

/** Both texts in one, or what one of them said. */
export type Side = 'both' | 'before' | 'after'

const HIDDEN = { both: null, before: 'added', after: 'removed' } as const

/** A compared block as the text shows it. What changed is told by the line and by a word for who listens, not by colour alone. */
export function ComparedBlock({ one, side }: { one: Compared; side: Side }) {
  return <>{block(one, side)}</>
}

function block(one: Compared, side: Side): ReactNode {
  if (one.kind === 'same') return <ProseBlock node={one.node} />
  if (one.change === HIDDEN[side]) return null
  if (one.kind === 'atom')
    return (
      <div data-change={one.change}>
        <Said change={one.change} />
        <ProseBlock node={one.node} />
      </div>
    )
  const shape = side === 'before' && one.was ? one.was : one
  const change = one.change === 'same' ? undefined : one.change
  if (one.kind === 'parts')
    return frame(
      shape,
      one.parts.map((part, index) => <Fragment key={index}>{block(part, side)}</Fragment>),
      { change },
    )
  return frame(
    shape,
    <>
      {one.was && side !== 'before' ? <Said change="restyled" shown /> : null}
      {change && one.pieces.length === 0 ? <Empty change={change} /> : null}
      {one.pieces.map((piece, index) => (
        <Fragment key={index}>{words(piece, side)}</Fragment>
      ))}
      {!change && one.pieces.length === 0 ? <br /> : null}
    </>,
    { change },
  )
}

function words({ change, text, marks, node }: Piece, side: Side): ReactNode {
  if (change === HIDDEN[side]) return null
  const inside = node ? <LineBreak change={change} /> : marked(text, marks)
  switch (change) {
    case 'same':
      return inside
    case 'restyled':
      return side === 'before' ? (
        inside
      ) : (
        <span className={classes.restyled}>
          <Said change={change} />
          {inside}
        </span>
      )
    default: {
      const Tag = change === 'added' ? 'ins' : 'del'
      return (
        <Tag>
          <Said change={change} />
          {inside}
        </Tag>
      )
    }
  }
}

function Said({ change, shown = false }: { change: Exclude<Piece['change'], 'same'>; shown?: boolean }) {
  const { t } = useTranslation('versions')
  return shown ? (
    <span className={classes.note}>{t(`versions:${change}`)}</span>
  ) : (
    <span className="visually-hidden">{t(`versions:${change}`)} </span>
  )
}

function LineBreak({ change }: { change: Piece['change'] }) {
  const { t } = useTranslation('versions')
  return (
    <>
      {change === 'same' ? null : (
        <span role="img" aria-label={t('versions:lineBreak')}>
          ↵
        </span>
      )}
      <br />
    </>
  )
}

function Empty({ change }: { change: 'added' | 'removed' }) {
  const { t } = useTranslation('versions')
  const Tag = change === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <Said change={change} />
      <span role="img" aria-label={t('versions:empty')}>
        ¶
      </span>
    </Tag>
  )
}
