import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import QRCode from 'qrcode'
import { useEffect } from 'react'
import { BigScreen } from '#app/components/meetings/screen/big-screen.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import { useRoom } from '#app/realtime/use-room.ts'

export const handle = { i18n: ['meetings', 'ballots'], title: 'meetings:screen.title', bare: true }

/** The code's dark squares as one SVG path, one unit a square; drawn by us, so no markup is trusted. */
function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const squares: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`)
    }
  }
  return { size: modules.size, path: squares.join('') }
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const view = orThrow(await context.services.meetings.view(actor, params['meetingId'] ?? '', 'screen'))
  const { id, checkInCode } = view.state
  const link = new URL(`/meetings/${id}/check-in?code=${encodeURIComponent(checkInCode)}`, request.url).href
  return json({
    view,
    code:
      checkInCode === ''
        ? null
        : {
            text: checkInCode,
            qr: qrPath(link),
            link: new URL(`/meetings/${id}/check-in`, request.url).host,
          },
    loadedAt: new Date().toISOString(),
  })
}

/** 16 : 9, one thing at a time, for the projector. Nothing private, whoever opened it. */
export default function ScreenPage() {
  const { view: initial, code, loadedAt } = useLoaderData<typeof loader>()
  const { view, connection } = useRoom<MeetingView>(`meeting/${initial.state.id}`, initial, 'screen')
  const { revalidate } = useRevalidator()
  const { checkInCode } = view.state
  useEffect(() => {
    // The picture of the code is made by the loader: a renewed code needs a new picture.
    if (checkInCode !== '' && checkInCode !== code?.text) revalidate()
  }, [checkInCode, code?.text, revalidate])
  return (
    <BigScreen
      view={view}
      code={code?.text === checkInCode ? code : null}
      connection={connection}
      loadedAt={loadedAt}
    />
  )
}
