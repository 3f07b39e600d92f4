import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { pageStream } from '#app/http/page-stream.ts'

/** Long enough to cross many of the pieces that React writes, at every offset within a sign. */
const lines = Array.from(
  { length: 600 },
  (_, place) => `${'.'.repeat(place % 3)}第${place}行：容错纠错澄清正名`,
)

it('a Chinese page arrives without zero bytes and without a lost sign', async () => {
  const { pipe } = renderToPipeableStream(
    <ul>
      {lines.map((line) => (
        <li key={line} title={line}>
          {line}
        </li>
      ))}
    </ul>,
  )
  const page = await text(pipe(pageStream()))
  expect(page).not.toMatch(/[\0\uFFFD]/)
  expect(page).toBe(`<ul>${lines.map((line) => `<li title="${line}">${line}</li>`).join('')}</ul>`)
})
