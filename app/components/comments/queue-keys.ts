export type QueueForm = 'answer' | 'hold' | 'strike' | 'merge'
export type QueueStep = QueueForm | 'down' | 'up' | 'admit' | 'undo'

const STEPS: Readonly<Record<string, QueueStep>> = {
  j: 'down',
  k: 'up',
  a: 'admit',
  n: 'answer',
  h: 'hold',
  s: 'strike',
  m: 'merge',
  u: 'undo',
}

export const stepFor = (key: string): QueueStep | null => STEPS[key] ?? null
