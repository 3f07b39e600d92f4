import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { receiveUpload, type Upload } from '#app/http/receive-upload.server.ts'

const BOUNDARY = 'boundary'
const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (fileName: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/plain\r\n\r\n`
const END = `\r\n--${BOUNDARY}--\r\n`

/** A request whose body comes in these pieces; a function waits or throws in between. */
function request(pieces: AsyncIterable<string> | Iterable<string>): Request {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      try {
        for await (const piece of pieces) controller.enqueue(encoder.encode(piece))
        controller.close()
      } catch (error) {
        controller.error(error)
      }
    },
  })
  return new Request('http://localhost/cases/1/evidence/add', {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
    body,
    // Node asks for it wherever a body is a stream; the DOM's types do not know it yet.
    ...({ duplex: 'half' } as object),
  })
}

const readAll = async ({ fields, fileName, stream }: Upload) => ({
  title: fields.get('title')?.[0],
  fileName,
  words: await text(stream),
})

describe('an uploaded piece of evidence', () => {
  test('arrives with its fields and its Chinese name', async () => {
    const answer = await receiveUpload(
      request([field('title', '审计报告'), fileHead('审计 报告.txt'), '少减免', '租金', END]),
      readAll,
    )
    expect(answer).toEqual({ title: '审计报告', fileName: '审计 报告.txt', words: '少减免租金' })
  })

  test('flows on while it still arrives', async () => {
    let sent = false
    async function* slowly() {
      yield field('title', 't') + fileHead('a.txt') + 'first'.repeat(20)
      await pause(30)
      sent = true
      yield `last${END}`
    }
    const answer = await receiveUpload(request(slowly()), async ({ stream }) => {
      await once(stream, 'data')
      const early = !sent
      stream.resume()
      await once(stream, 'end')
      return early
    })
    expect(answer).toBe(true)
  })

  test('that is refused is read to the end, so that the sender hears why', async () => {
    let asked = 0
    async function* large() {
      yield field('title', 't') + fileHead('a.txt')
      for (; asked < 200; asked++) yield 'x'.repeat(16_384)
      yield END
    }
    const answer = await receiveUpload(request(large()), () =>
      Promise.resolve<Refusal>(refuse('evidence/too-large')),
    )
    expect(answer).toEqual({ refused: 'evidence/too-large' })
    expect(asked).toBe(200)
  })

  test('that breaks off is no piece of evidence', async () => {
    async function* broken() {
      yield field('title', 't') + fileHead('a.txt') + 'half'
      await pause(10)
      throw new Error('the line is cut')
    }
    const answer = await receiveUpload(request(broken()), readAll)
    expect(isRefusal(answer)).toBe(true)
  })

  test.each([
    ['without an end', [field('title', 't'), fileHead('a.txt'), 'half']],
    ['without a file', [field('title', 't'), `--${BOUNDARY}--\r\n`]],
    ['without form', ['nonsense']],
  ])('%s is refused', async (_, pieces) => {
    expect(isRefusal(await receiveUpload(request(pieces), readAll))).toBe(true)
  })

  test('loses the folders in its name', async () => {
    const answer = await receiveUpload(request([fileHead('..\\..\\etc/passwd'), 'x', END]), readAll)
    expect(answer).toMatchObject({ fileName: 'passwd' })
  })
})
