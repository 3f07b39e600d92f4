import { Group, SegmentedControl, Text, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { memo, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pastSight, useSight, type Found } from '#app/components/blocks/sight.tsx'
import { blockWords } from '#app/components/blocks/words.ts'
import { parseProse } from '#app/components/editor/prose-json.ts'
import prose from '#app/components/editor/prose.module.css'
import { ChangeSteps, placeId } from './change-steps.tsx'
import { compareProse, countChanges } from './compare-prose.ts'
import { ComparedBlock } from './compared-block.tsx'
import classes from './comparison.module.css'
import { rowsOf, type Row } from './comparison-rows.ts'
import { withWords } from './with-words.ts'

interface ComparisonProps {
  readonly before: string
  readonly after: string
  readonly beforeName: string
  readonly afterName: string
  /** Findings and conditions as they stood with each of the two; null: as they stand. */
  readonly beforeFound: Found | null
  readonly afterFound: Found | null
}

/** Two columns of Chinese need the width of a desk. */
const WIDE = '(min-width: 62em)'

/** What changed between two texts, in one or side by side. Made in the browser alone: a long text costs no server anything. */
export default function Comparison(props: ComparisonProps) {
  const { before, after, beforeName, afterName, beforeFound, afterFound } = props
  const { t, i18n } = useTranslation(['versions', 'blocks'])
  const sight = useSight()
  const compared = useMemo(() => {
    const read = (content: string, found: Found | null) =>
      withWords(parseProse(content), (block) => blockWords(block, pastSight(sight, found), t, i18n.language))
    return compareProse(read(before, beforeFound), read(after, afterFound))
  }, [before, after, beforeFound, afterFound, sight, t, i18n.language])
  const rows = useMemo(() => rowsOf(compared), [compared])
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false }) ?? true
  const [view, setView] = useState<'inline' | 'sides'>('inline')
  const sides = isWide && view === 'sides'
  const places = rows.filter((row) => row.kind === 'block' && row.place !== null).length
  if (places === 0) return <Text>{t('versions:same')}</Text>
  const { added, removed } = countChanges(compared)
  return (
    <section aria-label={t('versions:comparison')}>
      <Text size="sm" role="status">
        {t('versions:changes', { places, added, removed })}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('versions:legend', { from: beforeName, to: afterName })}
      </Text>
      <Group className={classes.bar ?? ''} justify="space-between" gap="sm">
        <ChangeSteps places={places} />
        {isWide ? (
          <SegmentedControl
            size="xs"
            aria-label={t('versions:view.label')}
            value={view}
            onChange={(chosen) => setView(chosen === 'sides' ? 'sides' : 'inline')}
            data={[
              { value: 'inline', label: t('versions:view.inline') },
              { value: 'sides', label: t('versions:view.sides') },
            ]}
          />
        ) : null}
      </Group>
      {sides ? (
        <div className={classes.sides} aria-hidden>
          <Text size="sm" fw={600}>
            {t('versions:before', { name: beforeName })}
          </Text>
          <Text size="sm" fw={600}>
            {t('versions:after', { name: afterName })}
          </Text>
        </div>
      ) : null}
      <div className={`paper ${prose.prose ?? ''} ${classes.text ?? ''}`} lang="zh-CN">
        <Rows key={String(sides)} rows={rows} sides={sides} />
      </div>
    </section>
  )
}

/** Of a text of which everything changed, so many at once: the page answers in between. */
const AT_ONCE = 300

function Rows({ rows, sides }: { rows: readonly Row[]; sides: boolean }) {
  const [count, setCount] = useState(AT_ONCE)
  const isAll = count >= rows.length
  useEffect(() => {
    if (isAll) return
    const timer = setTimeout(() => setCount(count + AT_ONCE), 0)
    return () => clearTimeout(timer)
  }, [count, isAll])
  return rows.slice(0, count).map((row, index) => <ShownRow key={index} row={row} sides={sides} />)
}

const ShownRow = memo(function ShownRow({ row, sides }: { row: Row; sides: boolean }) {
  const { t, i18n } = useTranslation('versions')
  const [opened, setOpened] = useState(false)
  if (row.kind === 'fold')
    return opened ? (
      row.blocks.map((one, index) => (
        <ShownRow key={index} row={{ kind: 'block', one, place: null }} sides={sides} />
      ))
    ) : (
      <UnstyledButton className={classes.fold ?? ''} lang={i18n.language} onClick={() => setOpened(true)}>
        {t('versions:unchanged', { count: row.blocks.length })}
      </UnstyledButton>
    )
  const { one, place } = row
  const at = place === null ? {} : { id: placeId(place), tabIndex: -1 }
  return sides ? (
    <div className={classes.sides} {...at} data-place={place ?? undefined}>
      <div className={classes.side} data-side="before">
        <ComparedBlock one={one} side="before" />
      </div>
      <div className={classes.side} data-side="after">
        <ComparedBlock one={one} side="after" />
      </div>
    </div>
  ) : (
    <div className={classes.row} {...at} data-place={place ?? undefined}>
      <ComparedBlock one={one} side="both" />
    </div>
  )
})
