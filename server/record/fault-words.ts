import type { Break, Fault } from './chain.ts'

const WORDS: Readonly<Record<Fault, string>> = {
  'seq-gap': 'no entry stands at this place, or another one was put in: the numbers are not consecutive',
  'previous-hash': 'it does not follow the entry before it',
  hash: 'it was changed: its content does not give its hash',
  'head-missing': 'the stream has no head: the record of its length was removed',
  'head-behind': 'the stream has more entries than its head says: one was added past the product',
  'tail-missing': 'this entry and whatever followed were removed from the end of the stream',
  'head-hash': 'it is not the last entry that was written: the end of the stream was replaced',
}

/** Where the record is broken and how, as a sentence for the console. */
export function wordsFor({ stream, seq, fault }: Break): string {
  return `${stream} entry ${seq}: ${WORDS[fault]}.`
}
