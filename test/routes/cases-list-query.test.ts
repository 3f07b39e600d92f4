import { describe, expect, test } from 'vitest'
import { queryFrom, searchFor } from '#app/components/cases/list-query.ts'

const asked = (search: string) => queryFrom(new URLSearchParams(search))

describe('the address of the list of cases', () => {
  test('without anything asks for what changed last', () => {
    expect(asked('')).toEqual({ search: '', stage: null, sort: 'updated', descending: true, page: 1 })
  })

  test.each([
    ['?q=%E7%A7%9F%E9%87%91&stage=in-consultation&sort=title&page=3'],
    ['?sort=number&order=asc'],
    ['?sort=title&order=desc'],
    [''],
  ])('is kept as it is: %s', (search) => {
    const query = asked(search)
    expect(searchFor(query, { page: query.page })).toBe(search)
  })

  test('goes back to the first page when a filter changes', () => {
    expect(searchFor(asked('page=4&q=a'), { stage: 'decided' })).toBe('?q=a&stage=decided')
  })

  test.each([
    'stage=nonsense',
    'sort=1%3B+drop',
    'page=-1',
    'page=1e9',
    'page=x',
    'order=sideways&sort=number',
  ])('with nonsense (%s) is read as if it were not there', (search) => {
    const { stage, sort, page } = asked(search)
    expect({ stage, page }).toEqual({ stage: null, page: 1 })
    expect(['updated', 'number', 'title']).toContain(sort)
  })

  test('takes no novel as a search', () => {
    expect(asked(`q=${'租'.repeat(500)}`).search).toHaveLength(100)
  })
})
