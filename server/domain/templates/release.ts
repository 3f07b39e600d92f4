import type { CaseKind } from '#domain/cases/types.ts'
import type { TemplateKey, TemplatePart } from './types.ts'

/** A heading of the document, with what belongs under it in a line. */
type Section = readonly [heading: string, under: string]

/** What the document is about, as the kind of case names it. */
const MATTER: Readonly<Record<CaseKind, string>> = {
  tolerance: '容错',
  clarification: '澄清正名',
  prefiling: '准予报备',
}

const facts: Readonly<Record<CaseKind, readonly Section[]>> = {
  tolerance: [
    ['一、当事人基本情况', '（姓名、单位、职务、分工，与本事项的关系。）'],
    ['二、事情经过', '（按时间顺序写明决策、实施和出现偏差的经过，注明证据编号。）'],
    ['三、造成的损失和影响', '（损失金额、已挽回金额、社会影响。）'],
    ['四、已采取的补救措施', '（何时、由谁、采取何种措施，效果如何。）'],
  ],
  clarification: [
    ['一、当事人基本情况', '（姓名、单位、职务。）'],
    ['二、反映的问题', '（来源、时间、反映的主要内容。）'],
    ['三、查核情况', '（查核的单位、方式、经过，注明证据编号。）'],
    ['四、对当事人的影响', '（造成何种影响，持续多久，范围多大。）'],
  ],
  prefiling: [
    ['一、申报单位和事项', '（单位、事项名称、主管部门。）'],
    ['二、改革或者创新的内容', '（拟采取的做法，与现行规定的关系。）'],
    ['三、可能出现的风险', '（风险点、可能的后果。）'],
    ['四、防控和纠偏措施', '（责任人、措施、时限。）'],
  ],
}

const SECTIONS: Readonly<Record<TemplatePart, (kind: CaseKind) => readonly Section[]>> = {
  facts: (kind) => facts[kind],
  'applicant-statement': (kind) => [
    ['一、陈述人', '（姓名、单位、职务、联系方式。）'],
    [`二、请求事项`, `（请求${MATTER[kind]}的具体事项。）`],
    ['三、事实和理由', '（当时的情况、考虑和做法，可附证据。）'],
  ],
  'verification-report': (kind) => [
    ['一、核实工作情况', '（承办人员、核实方式、起止时间、谈话和调阅材料情况。）'],
    ['二、核实的事实', '（逐项写明，注明证据编号；不能核实的，说明原因。）'],
    ['三、条件对照', `（对照办法规定的${MATTER[kind]}条件逐条说明。）`],
    ['四、核实结论', '（能够认定的、不能认定的、尚不清楚的。）'],
  ],
  'condition-matrix': () => [
    ['一、逐项条件', '（每项条件写明是否具备、依据和证据。）'],
    ['二、各部门研判不一致的地方', '（写明分歧和各自理由。）'],
  ],
  'draft-decision': (kind) => [
    ['一、基本事实', '（以核实报告认定的事实为限。）'],
    ['二、依据', '（办法的条款和版本。）'],
    ['三、拟作决定', `（逐名当事人写明是否${MATTER[kind]}及理由。）`],
    ['四、后续事项', '（纠错整改、影响使用、告知和送达、复核途径。）'],
  ],
  opinion: (kind) => [
    ['一、本部门意见', `（对是否${MATTER[kind]}的意见。）`],
    ['二、理由', '（事实、条款、证据。）'],
    ['三、需要说明的其他事项', '（没有的，写“无”。）'],
  ],
}

/** The words that come with the release: an offer, in nobody's name, until a secretary puts them in force. */
export function releaseTemplate({ kind, part }: TemplateKey): object {
  return {
    type: 'doc',
    content: SECTIONS[part](kind).flatMap(([heading, under]) => [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: heading }] },
      { type: 'paragraph', content: [{ type: 'text', text: under }] },
    ]),
  }
}
