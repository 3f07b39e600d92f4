import type { BodyKind, Role } from '#domain/people/actor.ts'

/** Names, posts and offices are invented for the demo (演示); the user names are those of the README. */

export const demoJurisdiction = {
  id: 'demo',
  name: '演示市',
  caseMark: '容错',
  minutesMark: '纪要',
} as const

export interface DemoBody {
  readonly id: string
  readonly name: string
  readonly shortName: string
  readonly kind: BodyKind
}

export const demoBodies: readonly DemoBody[] = [
  { id: 'discipline', name: '演示市纪委监委', shortName: '纪委监委', kind: 'discipline' },
  { id: 'organization', name: '演示市委组织部', shortName: '组织部', kind: 'organization' },
  { id: 'political', name: '演示市委政法委', shortName: '政法委', kind: 'political-legal' },
  {
    id: 'coordination',
    name: '演示市容错纠错工作协调小组办公室',
    shortName: '协调小组办公室',
    kind: 'coordination',
  },
  { id: 'committee', name: '演示市委', shortName: '市委', kind: 'party-committee' },
  { id: 'audit', name: '演示市审计局', shortName: '审计局', kind: 'invited' },
  { id: 'district', name: '某区政府', shortName: '某区政府', kind: 'unit' },
  { id: 'jinsong', name: '金松投资集团', shortName: '金松集团', kind: 'unit' },
  { id: 'public', name: '社会人士', shortName: '社会', kind: 'unit' },
]

export interface DemoPerson {
  readonly userName: string
  readonly name: string
  readonly bodyId: string | null
  readonly office: string
  readonly roles: readonly Role[]
}

const person = (
  userName: string,
  name: string,
  bodyId: string | null,
  office: string,
  ...roles: Role[]
): DemoPerson => ({
  userName,
  name,
  bodyId,
  office,
  roles,
})

export const demoPeople: readonly DemoPerson[] = [
  person('secretary', '周敏', 'coordination', '秘书（演示）', 'secretary'),
  person('secretary2', '林涛', 'coordination', '秘书（演示）', 'secretary'),
  person('chair', '陈立', 'discipline', '副书记、协调小组组长（演示）', 'member'),
  person('discipline1', '王建国', 'discipline', '案件审理室主任（演示）', 'member'),
  person('discipline2', '李红', 'discipline', '第三纪检监察室主任（演示）', 'member'),
  person('discipline3', '赵强', 'discipline', '第三纪检监察室干部（演示）', 'member'),
  person('organization1', '孙丽', 'organization', '副部长（演示）', 'member'),
  person('organization2', '钱伟', 'organization', '干部科科长（演示）', 'member'),
  person('organization3', '吴霞', 'organization', '干部监督科科长（演示）', 'member'),
  person('political1', '郑刚', 'political', '副书记（演示）', 'member'),
  person('political2', '冯雪', 'political', '执法监督科科长（演示）', 'member'),
  person('political3', '褚亮', 'political', '法治科科长（演示）', 'member'),
  person('audit1', '卫东', 'audit', '企业审计科科长（演示）', 'member'),
  person('applicant', '邓某', 'jinsong', '负责人', 'applicant'),
  person('hearing-chair', '蒋平', 'coordination', '听证主持人（演示）', 'hearing-chair'),
  person('hearing-member1', '沈洁', 'coordination', '听证员（演示）', 'hearing-member'),
  person('hearing-member2', '韩松', 'coordination', '听证员（演示）', 'hearing-member'),
  person('hearing-member3', '唐敏', 'coordination', '听证员（演示）', 'hearing-member'),
  person('recorder', '杨柳', 'coordination', '听证记录员（演示）', 'recorder'),
  person('investigator', '朱峰', 'discipline', '调查人员（演示）', 'investigator'),
  person('party', '金阳', 'district', '当事单位负责人（演示）', 'applicant'),
  person('representative', '魏宁', 'public', '委托代理人、律师（演示）', 'third-party'),
  person('third-party', '秦岚', 'public', '第三人（演示）', 'third-party'),
  person('witness', '尤静', 'public', '证人（演示）', 'witness'),
  person('expert', '许文', 'public', '专家（演示）', 'expert'),
  person('public-seat', '潘越', 'public', '公众代表（演示）', 'observer'),
  person('observer1', '何苗', 'public', '旁听人（演示）', 'observer'),
  person('observer2', '吕明', 'public', '旁听人（演示）', 'observer'),
  person('observer3', '施雨', 'public', '旁听人（演示）', 'observer'),
  person('leader', '张正', 'committee', '签发人（演示）', 'leader'),
  person('sysadmin', '孔安', null, '系统管理员（演示）', 'system-administrator'),
  person('secadmin', '曹宁', null, '安全管理员（演示）', 'security-administrator'),
  person('auditor', '严谨', null, '审计管理员（演示）', 'audit-administrator'),
]
