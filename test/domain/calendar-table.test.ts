import { describe, expect, it } from 'vitest'
import { readTable, type TableProblem } from '#domain/calendar/table.ts'

const NOTICE = [
  '日期,安排,名称',
  '2027-01-01 ~ 2027-01-03,休,元旦',
  '2027年5月1日至2027年5月5日，休，劳动节',
  '2027/10/1..2027/10/7,off,国庆节',
  '# 调休',
  '2027-10-09,班,国庆节',
].join('\n')

const problems = (text: string): readonly TableProblem[] => {
  const read = readTable(text, 2027)
  return read.ok ? [] : read.problems
}
const withLine = (line: string) => `${NOTICE}\n${line}`

describe('the table of a year', () => {
  it('[K-09] is read as people write it, dates and ranges', () => {
    const read = readTable(`\uFEFF${NOTICE.replaceAll('\n', '\r\n')}`, 2027)
    if (!read.ok) throw new Error(JSON.stringify(read))
    expect(Object.keys(read.calendar.daysOff)).toHaveLength(15)
    expect(read.calendar.daysOff).toMatchObject({ '2027-01-02': '元旦', '2027-10-07': '国庆节' })
    expect(read.calendar.workingWeekends).toEqual({ '2027-10-09': '国庆节' })
  })

  it('[K-09] is read as JSON, as a list or as holiday-cn publishes it', () => {
    const statutory = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `2027-${day}`)
    const list = statutory.map((date) => ({ date, kind: '休', name: '节' }))
    const published = {
      year: 2027,
      days: [
        ...statutory.map((date) => ({ date, isOffDay: true, name: '节' })),
        { date: '2027-10-09', isOffDay: false, name: '节' },
      ],
    }
    expect(readTable(JSON.stringify(list), 2027).ok).toBe(true)
    expect(readTable(JSON.stringify(published), 2027)).toMatchObject({
      ok: true,
      calendar: { workingWeekends: { '2027-10-09': '节' } },
    })
  })

  it.each([
    ['2027-02-30,休', 'no-date', '2027-02-30'],
    ['2026-01-01,休', 'other-year', '2026-01-01'],
    ['2027-12-31~2028-01-01,休', 'other-year', '2028-01-01'],
    ['2027-06-09~2027-06-08,休', 'backwards', '2027-06-09 ~ 2027-06-08'],
    ['2027-06-09,也许', 'unknown-kind', '也许'],
    ['2027-10-07,休', 'twice', '2027-10-07'],
    ['2027-10-09,休', 'twice', '2027-10-09'],
    ['2027-10-11,班', 'worked-weekday', '2027-10-11'],
  ])('[K-09] the line %s is told with its number', (line, problem, about) => {
    expect(problems(withLine(line))).toEqual([{ line: 7, problem, about }])
  })

  it('[K-09] every wrong line is told, and the right ones are not taken without them', () => {
    expect(problems(`${withLine('x,休')}\n2027-06-09,?`).map(({ line }) => line)).toEqual([7, 8])
  })

  it('[K-09] half a table, no table and broken JSON are refused', () => {
    expect(problems('2027-01-01,休\n2027-05-01~2027-05-02,休')).toEqual([
      { line: null, problem: 'statutory-day-missing', about: '2027-10-01、2027-10-02、2027-10-03' },
    ])
    expect(problems('# nothing')).toEqual([{ line: null, problem: 'empty', about: '' }])
    for (const text of ['{', '{}', '[1', '{"days":1}'])
      expect(problems(text)).toEqual([{ line: null, problem: 'not-json', about: '' }])
    expect(problems('[null, 1, "x"]').map(({ problem }) => problem)).toEqual([
      'no-date',
      'no-date',
      'no-date',
    ])
  })
})
