import type { TFunction } from 'i18next'
import { formatDateTime } from '#app/components/ui/date-time.tsx'
import { actingTold } from '#domain/hearings/acting.ts'
import { paperName } from '#domain/hearings/official-names.ts'
import { actingAs, lineOf } from '#domain/hearings/people.ts'
import { isSigner } from '#domain/hearings/signing.ts'
import type { DrawnSignature } from '#domain/hearings/types.ts'
import { CAPACITY_NAMES } from '#domain/hearings/words.ts'
import type { HearingPaper } from '#server/services/hearing-papers.ts'

/** A paper as it is printed, every word of it Chinese; the browser may have loaded English alone. */
export interface PrintedPaper {
  readonly back: string
  readonly organ: string
  /** Null: nothing is final yet, or not this person's to print. */
  readonly content: string | null
  readonly title: string
  readonly signatures: readonly {
    readonly who: string
    readonly what: string
    /** Address of the picture, where it was drawn too. */
    readonly drawn: string | null
  }[]
  /** Who acted for whom since the close, and why. In a report it stands in the text. */
  readonly acting: readonly string[]
  readonly corrections: readonly { readonly who: string; readonly text: string }[]
  readonly headings: { readonly signatures: string; readonly corrections: string }
  readonly proof: string
}

const when = (moment: string) => formatDateTime(moment, 'date-time', 'zh-CN')

/** Signatures and late corrections as far as this reader sees them; of a report the chair's. */
export function printedPaper(paper: HearingPaper, say: TFunction): PrintedPaper {
  const { part, head, frozen, view } = paper
  const state = view?.shared.state
  const nameOf = (personId: string) => {
    const one = state ? lineOf(state, personId) : undefined
    if (!one || !state) return ''
    const acts = (['chair', 'recorder'] as const).find(
      (office) => actingAs(state, office)?.personId === personId,
    )
    const capacity = CAPACITY_NAMES[one.capacity]
    return `${acts ? say(`hearingsAfter:acting.as.${acts}`, { capacity }) : capacity} ${paperName(one)}`
  }
  const signed = (at: string) => say('hearingsAfter:paper.signedAt', { time: when(at) })
  const pictureOf = (one?: { readonly drawn: DrawnSignature | null }) =>
    one?.drawn ? `/hearings/${head.id}/signatures/${one.drawn.sha256}` : null
  const ofTranscript = (state?.participants ?? []).filter(isSigner).map(({ personId }) => {
    const signature = state?.transcript.signatures.find((one) => one.personId === personId)
    const what = !signature
      ? say('hearingsAfter:paper.waiting')
      : signature.signed
        ? signed(signature.at)
        : say(`hearingsAfter:paper.${signature.missing ? 'missingAt' : 'refusedAt'}`, {
            time: when(signature.at),
            reason: signature.reason,
          })
    return { who: nameOf(personId), what, drawn: pictureOf(signature) }
  })
  const report = state?.report
  const ofReport = report
    ? [{ who: nameOf(report.signedBy), what: signed(report.at), drawn: pictureOf(report) }]
    : []
  return {
    back: `/hearings/${head.id}/${part}`,
    organ: head.organ,
    content: frozen ? paper.content : null,
    title: say(`hearingsAfter:${part}.title`),
    signatures: part === 'transcript' ? ofTranscript : ofReport,
    acting: state && part === 'transcript' ? state.acting.map((one) => actingTold(state, one)) : [],
    corrections:
      part === 'transcript'
        ? (state?.transcript.lateCorrections ?? []).map(({ by, at, text }) => ({
            who: `${nameOf(by)}（${when(at)}）`,
            text,
          }))
        : [],
    headings: {
      signatures: say('hearingsAfter:paper.signatures'),
      corrections: say('hearingsAfter:paper.corrections'),
    },
    proof: frozen ? say('hearingsAfter:paper.hash', { hash: frozen.hash }) : '',
  }
}
