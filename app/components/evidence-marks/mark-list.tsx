import { Anchor, Text, Title } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { placeSearch } from '#app/components/evidence/paths.ts'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { isStanding } from '#domain/cases/evidence-marks.ts'
import type { EvidenceMark, EvidencePiece, MarkPlace } from '#domain/cases/evidence-types.ts'
import { usePlaceWords } from './place-words.ts'
import classes from './marks.module.css'

interface MarkListProps {
  readonly piece: EvidencePiece
  /** The one that the address leads to. */
  readonly linked: EvidenceMark | null
  readonly onGo: () => void
}

const orderOf = (place: MarkPlace) =>
  place.kind === 'time' ? place.second : place.page * 1000 + place.zone.y

/** All marks on a piece, in the order of its pages or of its time; each leads to its place and is cited by that address. */
export function MarkList({ piece, linked, onGo }: MarkListProps) {
  const { t } = useTranslation('evidence-marks')
  const heading = useId()
  const ordered = [...piece.marks].sort((one, other) => orderOf(one.place) - orderOf(other.place))
  const standing = ordered.filter(isStanding)
  const gone = ordered.filter((mark) => !isStanding(mark))
  const rows = (marks: readonly EvidenceMark[]) =>
    marks.map((mark) => (
      <MarkRow key={mark.id} piece={piece} mark={mark} isLinked={mark === linked} onGo={onGo} />
    ))
  return (
    <section aria-labelledby={heading}>
      <Title order={3} size="h4" id={heading} mb="xs">
        {t('evidence-marks:title', { count: standing.length })}
      </Title>
      {standing.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('evidence-marks:none')}
        </Text>
      ) : (
        <ol className={classes.list}>{rows(standing)}</ol>
      )}
      {gone.length > 0 ? (
        <details className={classes.gone} open={linked !== null && !isStanding(linked)}>
          <summary>{t('evidence-marks:gone', { count: gone.length })}</summary>
          <ol className={classes.list}>{rows(gone)}</ol>
        </details>
      ) : null}
    </section>
  )
}

interface MarkRowProps {
  readonly piece: EvidencePiece
  readonly mark: EvidenceMark
  readonly isLinked: boolean
  readonly onGo: () => void
}

function MarkRow({ piece, mark, isLinked, onGo }: MarkRowProps) {
  const { t } = useTranslation('evidence-marks')
  const { me, may, personName } = useCase()
  const dateTime = useDateTime()
  const wordsOf = usePlaceWords()
  const { id: markId, number, place, note, by, at, withdrawnAt } = mark
  const withdraw = { type: 'withdraw-evidence-mark', evidenceId: piece.id, markId } as const
  const own = by === me.personId && withdrawnAt === null && may(withdraw)?.refused !== 'access/denied'
  return (
    <li className={classes.row} tabIndex={-1} data-linked={isLinked || undefined}>
      <Anchor
        component={Link}
        to={placeSearch(mark)}
        replace
        preventScrollReset
        onClick={onGo}
        {...(isLinked ? { 'aria-current': 'true' } : {})}
      >
        {t('evidence-marks:numbered', { number })} {wordsOf(place)}
      </Anchor>
      <p className={classes.note}>{note}</p>
      <Text size="sm" c="dimmed">
        {t('evidence-marks:by', { name: personName(by), date: dateTime(at) })}
        {withdrawnAt ? ` ${t('evidence-marks:withdrawnOn', { date: dateTime(withdrawnAt) })}` : ''}
      </Text>
      {own ? (
        <ActDialog
          label={t('evidence-marks:withdraw')}
          name={t('evidence-marks:withdrawOf', { number })}
          records={t('evidence-marks:withdrawRecords', { number })}
          probe={withdraw}
          command={() => withdraw}
          look={{ variant: 'default', size: 'xs' }}
        />
      ) : null}
    </li>
  )
}
