import { Transform } from 'node:stream'

/**
 * Takes the page as React writes it. React 18 fills up a piece of 2,048 bytes with zeros where a Chinese sign no longer
 * fits (react issue 24985, mended in 19): browsers then show "��" in the middle of a word. A page never holds a zero
 * byte of its own.
 */
export function pageStream(): Transform {
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      done(null, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece)
    },
  })
}
