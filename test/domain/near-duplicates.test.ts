import { expect, it } from 'vitest'
import { nearDuplicates, similarity } from '../../app/components/comments/near-duplicates.ts'

const comment = (id: string, text: string) => ({ id, text })

it('[Q-11] the same words with other blanks and marks are the same, and words that share nothing are not alike', () => {
  expect(similarity('补偿款何时到账？', ' 补偿款,何时 到账 ')).toBe(1)
  expect(similarity('补偿款何时到账？', '会议室在哪里')).toBe(0)
  expect(similarity('？！', '。。')).toBe(0)
  expect(similarity('好', '好。')).toBe(1)
})

it('[Q-11] likeness does not hang on who is asked first', () => {
  const [one, other] = ['土地补偿款什么时候能发下来', '土地补偿款什么时候发']
  expect(similarity(one, other)).toBe(similarity(other, one))
  expect(similarity('哈哈哈哈', '哈哈')).toBeLessThan(1)
})

it('[Q-11] nearly the same questions are suggested, the nearest first, three at most, never itself', () => {
  const asked = comment('1', '土地补偿款什么时候能发下来')
  const near = nearDuplicates(asked, [
    asked,
    comment('2', '请问土地补偿款到底什么时候发'),
    comment('3', '停车位不够用'),
    comment('4', '土地补偿款什么时候能发下来？'),
    comment('5', '土地补偿款什么时候能发'),
    comment('6', '土地补偿款什么时候可以发下来'),
  ])
  expect(near.map(({ id }) => id)).toEqual(['4', '5', '6'])
})
