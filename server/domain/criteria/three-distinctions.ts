import type { CriteriaSet } from './types.ts'

const first = {
  id: 'distinction-1',
  name: '推进改革中的失误与明知故犯',
  sides: {
    tolerable: '干部在推进改革中因缺乏经验、先行先试出现的失误和错误',
    punishable: '明知故犯的违纪违法行为',
  },
} as const

/** 三个区分开来, verbatim in both wordings (rows 3-02, 3-03, 3-04, 4-26; REQ-185, REQ-187). */
export const threeDistinctions: CriteriaSet = {
  id: 'three-distinctions',
  name: '三个区分开来',
  mandatory: true,
  wordings: [
    {
      key: 'xinzhou',
      instrument: '《忻州市支持干部改革创新合理容错实施办法(试行)》',
      criteria: [
        first,
        {
          id: 'distinction-2',
          name: '探索性试验与明令禁止后我行我素',
          sides: {
            tolerable: '上级尚无明确限制的探索性试验中的失误和错误',
            punishable: '上级明令禁止后依然我行我素的违纪违法行为',
          },
        },
        {
          id: 'distinction-3',
          name: '推动发展与谋取私利',
          sides: { tolerable: '为推动发展的无意过失', punishable: '为谋取私利的违纪违法行为' },
        },
      ],
    },
    {
      key: 'wendeng',
      instrument: '《关于建立健全容错纠错机制激励干部改革创新担当作为的实施办法(试行)》',
      criteria: [
        first,
        {
          id: 'distinction-2',
          name: '探索性实验与明令禁止后我行我素',
          sides: {
            tolerable: '上级尚无明确限制的探索性实验中的失误和错误',
            punishable: '上级明令禁止后依然我行我素的违纪违法行为',
          },
        },
        {
          id: 'distinction-3',
          name: '推动改革与谋取私利',
          sides: { tolerable: '为推动改革的无意过失', punishable: '为谋取私利的故意行为' },
        },
      ],
    },
  ],
}
