import { expect, test } from 'vitest'
import { addressesOf } from '#server/announce.ts'

test('the public origin is the address where there is one', () => {
  expect(addressesOf({ origin: 'https://h.example.cn', host: undefined }, 3000)).toEqual([
    'https://h.example.cn',
  ])
})

test('one host, one address', () => {
  expect(addressesOf({ origin: undefined, host: '127.0.0.1' }, 3000)).toEqual(['http://127.0.0.1:3000'])
  expect(addressesOf({ origin: undefined, host: '::1' }, 3000)).toEqual(['http://[::1]:3000'])
})

test('on every address of the machine, localhost comes first', () => {
  expect(addressesOf({ origin: undefined, host: undefined }, 3000)[0]).toBe('http://localhost:3000')
})
