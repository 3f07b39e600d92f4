import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { useKeptFocus } from '#app/components/ui/use-kept-focus.ts'
import { refuse } from '#domain/record/refusal.ts'
import { DecideAll } from '#app/components/suggestions/decide-all.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { ComposeRemark } from './compose-remark.tsx'
import { doingIn, leftOf } from './half-written.ts'
import { cardId, RemarkCard } from './remark-card.tsx'
import { useBoard, useRemarksHere } from './remarks-context.tsx'
import { shownRemarks, STATES, type Filter } from './shown.ts'
import classes from './remarks.module.css'

/** Cards drawn at once; a text with two thousand remarks must not be slow to type in. */
const STEP = 40

/** The remarks on a text in its order, filtered by body and state, with the form for a new one. */
export function RemarksList({
  bodyName,
  onGo,
}: {
  bodyName: (bodyId: string) => string
  onGo: (number: number) => void
}) {
  const { t } = useTranslation('remarks')
  const { board, known, name } = useRemarksHere()
  const { personId } = useActor()
  const { places, looked, hasSelection, active, composing, wantsCard } = useBoard()
  const [filter, setFilter] = useState<Filter>({ state: 'open', bodyId: '' })
  const [most, setMost] = useState(STEP)

  const all = useMemo(() => [...known.remarks.values()], [known.remarks])
  // Somebody else may settle what is being answered: the card stays until it is sent or given up.
  const writing = doingIn(leftOf(sessionStorage, { personId, name }))
  const also = [active ?? 0, ...writing.keys()].join()
  const shown = useMemo(
    () => shownRemarks(all, { ...filter, also: also.split(',').map(Number) }, places, looked),
    [all, filter, also, places, looked],
  )
  useEffect(() => {
    const half = leftOf(sessionStorage, { personId, name }).new
    if (half && !board.snapshot().composing) board.compose(true, half.about)
  }, [board, personId, name])
  const bodies = useMemo(() => [...new Set(all.flatMap(({ messages }) => messages[0]?.bodyId ?? []))], [all])
  const at = shown.findIndex(({ number }) => number === active)
  const visible = shown.slice(0, Math.max(most, at + 1))

  useEffect(() => {
    if (!wantsCard || active === null) return
    const card = document.getElementById(cardId(active))
    if (!card) return
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest' })
    board.cardShown()
  })

  const silenced = known.may?.silenced ?? null
  const list = useKeptFocus()
  return (
    <div ref={list} tabIndex={-1} className={classes.list}>
      {composing ? (
        <ComposeRemark selected={composing.selected} onDone={() => board.compose(false)} />
      ) : (
        <ReasonedButton
          variant={hasSelection ? 'filled' : 'default'}
          size="xs"
          refusal={silenced === null ? null : refuse(silenced)}
          onClick={() => board.compose(true)}
        >
          {t(hasSelection ? 'remarks:act.newOnSelection' : 'remarks:act.new')}
        </ReasonedButton>
      )}
      {all.length > 0 ? (
        <Group gap="xs" grow wrap="nowrap">
          <NativeSelect
            size="xs"
            aria-label={t('remarks:filter.state')}
            value={filter.state}
            onChange={({ currentTarget }) =>
              setFilter({ ...filter, state: STATES.find((one) => one === currentTarget.value) ?? 'open' })
            }
            data={STATES.map((value) => ({
              value,
              label: t(`remarks:state.${value}`, {
                count: shownRemarks(all, { ...filter, state: value }, places, looked).length,
              }),
            }))}
          />
          <NativeSelect
            size="xs"
            aria-label={t('remarks:filter.body')}
            value={filter.bodyId}
            onChange={({ currentTarget }) => setFilter({ ...filter, bodyId: currentTarget.value })}
            data={[
              { value: '', label: t('remarks:filter.allBodies') },
              ...bodies.map((value) => ({ value, label: bodyName(value) })),
            ]}
          />
        </Group>
      ) : null}
      <DecideAll />
      <RefusalAlert refusal={known.refusal} />
      {shown.length === 0 && known.may ? (
        <Text size="sm" c="dimmed">
          {t(all.length === 0 ? 'remarks:none' : 'remarks:noneHere')}
        </Text>
      ) : null}
      <ol className={classes.cards}>
        {visible.map((remark) => (
          <RemarkCard
            key={remark.number}
            remark={remark}
            bodyName={bodyName}
            onGo={onGo}
            left={writing.get(remark.number)}
          />
        ))}
      </ol>
      {visible.length < shown.length ? (
        <Button variant="default" size="xs" onClick={() => setMost(visible.length + STEP)}>
          {t('remarks:more', { count: shown.length - visible.length })}
        </Button>
      ) : null}
    </div>
  )
}
