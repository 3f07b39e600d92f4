import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { Fold } from '#app/components/meetings/fold.tsx'
import rooms from '#app/components/meetings/room.module.css'
import type { Passage } from '#domain/hearings/types.ts'
import { KeptReasonForm, PassageForm } from './forms.ts'
import { CommandButton, useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

const CORRECTION_LIMIT = 2000
/** The whole is in the transcript; here stands what was said last. */
const NEWEST = 20

/** What was said, as the recorder writes it; each his own to confirm, or to correct by an addition (REQ-079). */
export function PassagesPanel() {
  const { t } = useTranslation('hearings')
  const { state, own, mine } = useHearing()
  const recorder = mine?.capacity === 'recorder'
  const open = own.passages.filter((one) => one.confirmedAt === null)
  const others = state.passages.filter((one) => !open.some(({ id }) => id === one.id))
  const shown = others.slice(-NEWEST).reverse()
  if (shown.length === 0 && !recorder) return null
  return (
    <section aria-labelledby="passages-title" className={rooms.part}>
      <h3 id="passages-title" className={rooms.partTitle}>
        {t('hearings:passages.title')}
      </h3>
      {recorder && state.status === 'open' ? <PassageForm /> : null}
      {shown.length > 0 ? (
        <ol className={classes.list}>
          {shown.map((passage) => (
            <li key={passage.id}>
              <Words passage={passage} />
            </li>
          ))}
        </ol>
      ) : null}
      {others.length > NEWEST ? (
        <p className={rooms.quiet}>{t('hearings:passages.newest', { count: NEWEST })}</p>
      ) : null}
    </section>
  )
}

function Words({ passage }: { passage: Passage }) {
  const { t } = useTranslation('hearings')
  const { personName, own, state } = useHearing()
  const mine = passage.personId === own.personId
  const writable = own.may['correct-passage'] === null && state.transcript.frozen === null
  return (
    <>
      <div className={classes.stand}>
        <strong>{personName(passage.personId)}</strong>
        <span className={passage.confirmedAt ? rooms.good : rooms.quiet}>
          {t(`hearings:phase.${passage.phase}`)} · <DateTime value={passage.at} form="time" /> ·{' '}
          {passage.confirmedAt ? `✓ ${t('hearings:passages.confirmed')}` : t('hearings:passages.waits')}
        </span>
      </div>
      <p className={classes.said}>{passage.text}</p>
      {passage.corrections.map((one) => (
        <p key={one.at} className={rooms.correction}>
          {t('hearings:passages.corrected', { name: personName(one.by), text: one.text })}
        </p>
      ))}
      {mine && passage.confirmedAt && writable ? <Correct passage={passage} /> : null}
    </>
  )
}

/** My own words wait for me: nothing on the page is more urgent to me, so they stand first. */
export function OfferedPassages() {
  const { t } = useTranslation('hearings')
  const { own } = useHearing()
  const open = own.passages.filter((one) => one.confirmedAt === null)
  if (open.length === 0) return null
  return (
    <section aria-label={t('hearings:passages.mine')} className={classes.offered}>
      {open.map((passage) => (
        <Offered key={passage.id} passage={passage} />
      ))}
    </section>
  )
}

function Offered({ passage }: { passage: Passage }) {
  const { t } = useTranslation('hearings')
  return (
    <div className={`${rooms.part} ${classes.mineFirst}`}>
      <p>{t('hearings:passages.offered')}</p>
      <Words passage={passage} />
      <div className={classes.actions}>
        <CommandButton command={{ type: 'confirm-passage', passageId: passage.id }}>
          {t('hearings:passages.confirm')}
        </CommandButton>
      </div>
      <Correct passage={passage} />
    </div>
  )
}

function Correct({ passage }: { passage: Passage }) {
  const { t } = useTranslation('hearings')
  return (
    <Fold title={t('hearings:passages.correct')}>
      <KeptReasonForm
        label={t('hearings:passages.correction')}
        hint={t('hearings:passages.correctionHint')}
        submit={t('hearings:passages.correctSubmit')}
        limit={CORRECTION_LIMIT}
        keep={`correction of ${passage.id}`}
        command={(text) => ({ type: 'correct-passage', passageId: passage.id, text })}
      />
    </Fold>
  )
}
