import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { isPresent } from '#domain/hearings/people.ts'
import { ToTranscript } from './course.tsx'
import { CommandButton, useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

/** Before the opening: as whom I am here, the notice and its receipt, and coming in. */
export function Lobby() {
  const { t } = useTranslation('hearings')
  const { state, mine } = useHearing()
  const here = mine !== null && isPresent(mine)
  return (
    <section className={rooms.part} aria-labelledby="lobby-title">
      <h2 id="lobby-title" className={rooms.stageTitle}>
        {t('hearings:lobby.title')}
      </h2>
      <p>
        {mine
          ? t('hearings:lobby.you', { capacity: t(`hearings:capacity.${mine.capacity}`) })
          : t('hearings:now.office')}
      </p>
      <dl className={rooms.whenWhere}>
        <dt>{t('hearings:head.when')}</dt>
        <dd>
          <DateTime value={state.startsAt} />
        </dd>
        <dt>{t('hearings:head.where')}</dt>
        <dd>{state.place}</dd>
      </dl>
      {here ? <p className={rooms.good}>✓ {t('hearings:lobby.here')}</p> : null}
      {mine && !here ? <ComeIn /> : null}
      <Notice />
    </section>
  )
}

/** Also for whoever went out and comes back while it goes on. */
export function ComeIn() {
  const { t } = useTranslation('hearings')
  return (
    <div>
      <CommandButton size="lg" command={{ type: 'come-in' }}>
        {t('hearings:lobby.comeIn')}
      </CommandButton>
    </div>
  )
}

/** The notice as it was served, and that I have read it. */
export function Notice() {
  const { t } = useTranslation('hearings')
  const { state, mine } = useHearing()
  if (!state.notice) return null
  return (
    <>
      <h3 className={rooms.partTitle}>{t('hearings:lobby.notice')}</h3>
      <div
        className={classes.noticeText}
        role="region"
        aria-label={t('hearings:lobby.notice')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: a keyboard must reach it
        tabIndex={0}
      >
        {state.notice.text}
      </div>
      {state.notice.shortReason ? (
        <p className={rooms.notice}>{t('hearings:lobby.short', { reason: state.notice.shortReason })}</p>
      ) : null}
      {mine?.noticeReadAt ? (
        <p className={rooms.good}>
          ✓ {t('hearings:lobby.readAt')} <DateTime value={mine.noticeReadAt} />
        </p>
      ) : mine ? (
        <div>
          <CommandButton
            variant="light"
            command={{ type: 'read-notice' }}
            records={t('hearings:lobby.readRecords')}
          >
            {t('hearings:lobby.read')}
          </CommandButton>
        </div>
      ) : null}
    </>
  )
}

/** A witness before he is called: that he waits, and his own status; nothing of the hearing. */
export function Outside() {
  const { t } = useTranslation('hearings')
  const { state, mine } = useHearing()
  const here = mine !== null && isPresent(mine)
  const over = state.status === 'terminated' || state.status === 'cancelled' || state.status === 'finished'
  return (
    <div className={classes.outside}>
      <section className={rooms.part} aria-labelledby="outside-title">
        <h2 id="outside-title" className={rooms.stageTitle}>
          {t(mine?.releasedAt ? 'hearings:outside.released' : 'hearings:outside.title')}
        </h2>
        <p>{t(mine?.releasedAt ? 'hearings:outside.releasedAbout' : 'hearings:outside.about')}</p>
        <dl className={rooms.whenWhere}>
          <dt>{t('hearings:head.when')}</dt>
          <dd>
            <DateTime value={state.startsAt} />
          </dd>
          <dt>{t('hearings:head.where')}</dt>
          <dd>{state.place}</dd>
          <dt>{t('hearings:outside.status')}</dt>
          <dd>{t(here ? 'hearings:people.outside' : 'hearings:people.away')}</dd>
          <dt>{t('hearings:outside.identity')}</dt>
          <dd>{t(mine?.identityCheckedAt ? 'hearings:people.checked' : 'hearings:people.unchecked')}</dd>
        </dl>
        {here || over || state.status === 'closed' ? null : <ComeIn />}
        <ToTranscript />
      </section>
      <section className={rooms.part}>
        <Notice />
      </section>
    </div>
  )
}
