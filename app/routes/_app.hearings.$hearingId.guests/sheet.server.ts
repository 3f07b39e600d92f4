import { renderSVG } from 'uqr'
import { sentencesIn } from '#app/http/language.ts'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import type { Sheet } from '#app/components/invitations/invitation-sheet.tsx'
import { chineseDate } from '#domain/minutes/official-words.ts'
import { calendarDay } from '#domain/calendar/dates.ts'
import { participantOf } from '#domain/hearings/people.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { IssuedInvitation } from '#server/services/invitations.ts'

/**
 * The paper that is handed over, in Chinese like every official paper. The token stands behind `#`: browsers keep what
 * follows it to themselves, so no server, proxy, log or link preview ever has it.
 */
export async function sheetOf(
  state: HearingState,
  personId: string,
  issued: IssuedInvitation,
  origin: string,
): Promise<Sheet> {
  const zh = await sentencesIn('zh-CN', 'invitations')
  const capacity = participantOf(state, personId)?.capacity ?? 'observer'
  const address = `${origin}/invited`
  const link = `${address}#${issued.token}`
  return {
    organ: state.orderingBodyName,
    title: zh('invitations:sheet.title'),
    to: zh('invitations:sheet.to', { name: issued.name }),
    asks: zh('invitations:sheet.asks', { capacity: zh(`invitations:capacity.${capacity}`) }),
    facts: [
      [zh('invitations:sheet.hearing'), state.title],
      [zh('invitations:sheet.when'), formatDateTime(state.startsAt, 'date-time', 'zh-CN')],
      [zh('invitations:sheet.where'), state.place],
    ],
    how: zh('invitations:sheet.how'),
    scan: zh('invitations:sheet.scan'),
    type: zh('invitations:sheet.type', { address }),
    qr: `data:image/svg+xml,${encodeURIComponent(renderSVG(link, { ecc: 'M', border: 2, pixelSize: 4 }))}`,
    qrName: zh('invitations:sheet.qr'),
    code: issued.code,
    linkName: zh('invitations:sheet.link'),
    link,
    rules: zh('invitations:sheet.rules'),
    notes: [
      zh('invitations:sheet.identity'),
      ...(capacity === 'witness' ? [zh('invitations:sheet.outside')] : []),
      zh('invitations:sheet.one'),
      zh('invitations:sheet.sign'),
      zh('invitations:sheet.until', { date: chineseDate(calendarDay(lastDayOf(issued.latestAt))) }),
    ],
    date: chineseDate(calendarDay(new Date().toISOString())),
  }
}

/** Ends are midnights: the day before is the last that counts. */
function lastDayOf(end: string): string {
  return new Date(Date.parse(end) - 1).toISOString()
}
