import type { Clause, Rulebook } from './types.ts'

const situation = (n: string, id: number, text: string): Clause => ({
  id: `xinzhou-situation-${String(id)}`,
  place: `容错情形第${n}项`,
  text,
})

/** The one complete list that the source texts give (rows 3-05 to 3-14), verbatim but for the commas, which they have in half width. Since which day they do not tell. */
export const xinzhou: Rulebook = {
  id: 'xinzhou',
  instrument: '《忻州市支持干部改革创新合理容错实施办法(试行)》',
  versions: [
    {
      id: 'xinzhou-trial',
      name: '试行版',
      until: null,
      clauses: [
        situation(
          '一',
          1,
          '在落实党委、政府决策部署中，因政策界限不明确，在创造性开展工作中出现失误或造成负面影响和损失的',
        ),
        situation(
          '二',
          2,
          '在推进改革、体制机制创新、转型综改试验区建设中，因大胆创新、先行先试出现探索性失误或未达到预期效果的',
        ),
        situation(
          '三',
          3,
          '在推动重大项目和重点工作中，果断决策、大胆履职、创新推进，但因不可抗力或无意过失造成失误或引发矛盾的',
        ),
        situation(
          '四',
          4,
          '在服务企业、城市治理、服务群众中，因着眼于优化流程、提高效率进行容缺受理、容缺审查出现的一定失误或偏差的',
        ),
        situation(
          '五',
          5,
          '在基层治理、处置突发事件或执行其他急难险重任务中，主动揽责涉险、积极担当作为，但因不可抗力或无意过失出现失误的',
        ),
        situation(
          '六',
          6,
          '在化解矛盾纠纷、解决历史遗留问题中，因勇于破除障碍、触及固有利益，造成损失或引发信访问题的',
        ),
        situation(
          '七',
          7,
          '因国家政策调整或上级党委、政府决策部署变化，工作未达到预期效果或造成负面影响和损失的',
        ),
        situation('八', 8, '按照事发当时法律、法规规定，不应当追究责任或者应当从轻、减轻追究责任的'),
        situation('九', 9, '其他符合有关规定、可视为容错情形的'),
      ],
    },
  ],
}
