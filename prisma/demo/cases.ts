import type { CaseParticulars, Stage } from '#domain/cases/types.ts'
import { prose, type ProseNode } from './prose.ts'

export interface DemoCase {
  readonly key: string
  readonly particulars: CaseParticulars
  readonly bodyIds: readonly string[]
  readonly applicantIds: readonly string[]
  /** The stages it has gone through, after `submitted`, each with its reason. */
  readonly course: readonly { readonly to: Stage; readonly reason: string }[]
  readonly texts: Readonly<Record<string, ProseNode>>
}

const threeDepartments = ['discipline', 'organization', 'political']
const accepted = { to: 'accepted', reason: '材料齐全，属于受理范围（演示）' } as const
const verifying = { to: 'in-verification', reason: '' } as const
const consulting = { to: 'in-consultation', reason: '涉及多个部门，提请会商（演示）' } as const
const untold = '（原文未述）'

/** What the source texts tell, in their words as far as possible; what they do not tell is marked. */
export const demoCases: readonly DemoCase[] = [
  {
    key: 'rent-relief',
    particulars: {
      kind: 'tolerance',
      title: '金松投资集团落实房租减免政策时少减免租金案',
      subjects: [
        {
          id: 'deng',
          kind: 'person',
          name: '邓某',
          unit: '金松投资集团',
          position: '分管负责人',
          role: 'leader',
        },
        {
          id: 'li',
          kind: 'person',
          name: '李某',
          unit: '金松投资集团所属子公司',
          position: '负责人',
          role: 'responsible',
        },
      ],
      summary:
        '专项审计发现，该公司在落实对市场主体房租减免政策时，存在少减免租金的问题，使市场主体未能充分享受政策。经调查，并非主观故意，而是对政策把握不准；未发现该公司干部职工存在以权谋私等问题。',
      situations: ['对政策把握不准，并非主观故意，未发现以权谋私'],
      source: 'audit',
      trigger: { matter: '专项审计发现少减免租金问题', organ: '', date: null },
      complexity: ['multi-department'],
    },
    bodyIds: threeDepartments,
    applicantIds: ['applicant'],
    course: [accepted, verifying, consulting],
    texts: {
      facts: prose(
        '# 基本情况',
        '市属国企金松投资集团在落实对市场主体房租减免政策时，存在少减免租金的问题，使市场主体未能充分享受政策。',
        '# 问题来源',
        '专项审计发现。',
        '# 整改情况',
        '该公司迅速组建专班，开展自查整改，在短时间内把房租减免彻底落到实处，使市场主体充分享受到了政策。',
        '# 少减免的金额、户数',
        untold,
      ),
      'applicant-statement': prose(
        '本人邓某，对少减免租金一事负有领导责任。当时对减免政策把握不准，没有谋取任何私利。问题发现后已组织专班自查整改。请组织依据办法予以考虑。（演示）',
      ),
      'verification-report': prose(
        '# 核实结论',
        '发生这一工作不力问题的原因，并非该公司主观故意，而是对政策把握不准。',
        '调查中未发现该公司干部职工存在以权谋私等问题。',
        '# 纠错情况',
        '组建专班，自查整改，房租减免已落实到位。',
      ),
      'condition-matrix': prose('各条件是否具备，见“研判”页所列；此处补充说明。（演示）'),
      'draft-decision': prose('拟对分管负责人邓某、所属子公司负责人李某予以容错减责，分别给予谈话提醒处理。'),
    },
  },
  {
    key: 'building-before-approval',
    particulars: {
      kind: 'tolerance',
      title: '某区城管局未批先建案',
      subjects: [
        { id: 'bureau', kind: 'unit', name: '某区城管局', unit: '某区', position: '', role: 'unit' },
      ],
      summary:
        '某区城管局未批先建。省纪委监委发布的典型指导案例为“对某区城管局未批先建予以容错免责案”，案情细节原文未述。',
      situations: [],
      source: 'inspection',
      trigger: { matter: '未批先建', organ: '', date: null },
      complexity: ['disputed'],
    },
    bodyIds: threeDepartments,
    applicantIds: [],
    course: [accepted, verifying, consulting],
    texts: {
      facts: prose('某区城管局未批先建。', untold),
      'verification-report': prose('核实情况待补充。（演示）'),
      'draft-decision': prose('拟对某区城管局予以容错免责。（演示）'),
    },
  },
  {
    key: 'land-policy',
    particulars: {
      kind: 'tolerance',
      title: '某区政府突破土地政策案',
      subjects: [
        { id: 'government', kind: 'unit', name: '某区政府', unit: '某区', position: '', role: 'unit' },
      ],
      summary:
        '某区政府突破土地政策。省纪委监委发布的典型指导案例为“对某区政府突破土地政策予以容错免责案”，案情细节原文未述。',
      situations: [],
      source: 'transfer',
      trigger: { matter: '突破土地政策', organ: '', date: null },
      complexity: ['major', 'complex', 'disputed'],
    },
    bodyIds: threeDepartments,
    applicantIds: [],
    course: [accepted, verifying],
    texts: { facts: prose('某区政府突破土地政策。', untold) },
  },
  {
    key: 'welfare-home',
    particulars: {
      kind: 'prefiling',
      title: '县民政局福利院工程事前报备',
      subjects: [
        { id: 'civil-affairs', kind: 'unit', name: '县民政局', unit: '县民政局', position: '', role: 'unit' },
      ],
      summary: '县民政局就福利院工程予以容错免责备案。工程的具体情况原文未述。',
      situations: [],
      source: 'prefiling',
      trigger: { matter: '', organ: '', date: null },
      complexity: [],
    },
    bodyIds: ['discipline'],
    applicantIds: [],
    course: [accepted],
    texts: { facts: prose('县民政局福利院工程，容错免责备案。', untold) },
  },
  {
    key: 'hotline-complaint',
    particulars: {
      kind: 'tolerance',
      title: '某镇干部在交通道路管理中言辞过激被投诉案',
      subjects: [
        {
          id: 'town-cadre',
          kind: 'person',
          name: '某镇干部',
          unit: '某镇',
          position: '',
          role: 'responsible',
        },
      ],
      summary:
        '某镇干部在交通道路管理中有过激言辞，被告到12345，组织部门调查核实后，认为其出发点是为维护秩序，对其约谈提醒后继续委以重任。',
      situations: ['出发点是为维护秩序'],
      source: 'hotline',
      trigger: { matter: '被告到12345', organ: '', date: null },
      complexity: [],
    },
    bodyIds: ['discipline', 'organization'],
    applicantIds: [],
    course: [],
    texts: {
      facts: prose(
        '某镇干部在交通道路管理中有过激言辞，被告到12345。组织部门调查核实后，认为其出发点是为维护秩序。',
      ),
    },
  },
  {
    key: 'clarified-judge',
    particulars: {
      kind: 'clarification',
      title: '某区法院干部魏某澄清正名',
      subjects: [
        { id: 'wei', kind: 'person', name: '魏某', unit: '某区法院', position: '法官', role: 'responsible' },
      ],
      summary: '某区法院干部魏某受到恶意诬告。区纪委监委召开澄清正名会，为其澄清正名，并发给澄清函。',
      situations: ['受到恶意诬告'],
      source: 'petition',
      trigger: { matter: '举报', organ: '', date: null },
      complexity: [],
    },
    bodyIds: ['discipline', 'political'],
    applicantIds: [],
    course: [accepted, verifying],
    texts: { facts: prose('某区法院干部魏某受到恶意诬告。诬告内容还涉及某村党支部书记、村委会主任万某。') },
  },
]
