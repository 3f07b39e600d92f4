import type { Page } from 'playwright-core'
import { CASE } from '../test/support/meeting-play.ts'
import { MemberSocket, newCommandId } from '../test/support/member-socket.ts'
import { goToEnd, press, type } from '../test/support/story-steps.ts'

/** A picture of the dossier: who looks at which of its pages. */
interface DossierShot {
  readonly name: string
  readonly who: string
  readonly path: string
  readonly ready?: (page: Page) => Promise<void>
}

const FINDINGS = [
  ['discipline1', 'distinction-3', 'tolerable', '未见以权谋私。'],
  ['organization1', 'distinction-3', 'tolerable', '未见个人得利。'],
  ['political1', 'distinction-3', 'punishable', '部分减免对象与其有关联，须查明。'],
  ['discipline1', 'distinction-2', 'unclear', '政策文本前后不一，待核实。'],
] as const
/** Thousandths of the page. */
const ZONE = { x: 120, y: 180, width: 560, height: 120 }
const path = (tab: string) => `/cases/${CASE}${tab}`
const VERSIONS = path('/versions/facts')

/** Suggestions, findings, versions and evidence of the demo's first case, made as people make them, and photographed. */
export async function dossierPictures(
  url: string,
  pageOf: (who: string) => Promise<Page>,
  take: (shot: DossierShot) => Promise<void>,
): Promise<void> {
  const wang = await MemberSocket.connect(url, 'discipline1')
  await wang.writeParagraph(`case/${CASE}/facts`, '金松投资集团当年减免租金，涉及十二户。')
  const keeping = await pageOf('discipline1')
  await keeping.goto(VERSIONS)
  await keeping.getByLabel('版本名称').fill('征求意见稿')
  await press(keeping, '留存版本')
  await keeping.getByText('征求意见稿').first().waitFor()
  await wang.writeParagraph(`case/${CASE}/facts`, '另有三户在复核后补减，金额 12,000 元。')
  await keeping.goto(VERSIONS)
  const compared = await keeping
    .getByRole('link', { name: /^与当前比较/ })
    .first()
    .getAttribute('href')
  await take({ name: 'dossier-versions', who: 'discipline1', path: VERSIONS })
  await take({
    ...{ name: 'dossier-comparison', who: 'organization1' },
    path: new URL(compared ?? '', url + VERSIONS).href.replace(url, ''),
    ready: (page) => page.locator('ins').first().waitFor(),
  })

  const suggesting = await pageOf('organization1')
  await suggesting.goto(path('/dossier/facts'))
  await press(suggesting, '修订模式')
  await suggesting.getByRole('button', { name: '退出修订' }).waitFor()
  await goToEnd(suggesting, '案件事实正文')
  await type(suggesting, '户数以审计报告为准。')
  await press(suggesting, '提出修订（1）')
  await take({
    ...{ name: 'dossier-revisions', who: 'discipline1', path: path('/dossier/facts') },
    ready: (page) => page.locator('[role=textbox] ins').first().waitFor(),
  })

  for (const [who, criterion, side, reason] of FINDINGS) {
    const member = await MemberSocket.connect(url, who)
    await member.must('room/command', {
      ...{ stream: `case/${CASE}`, commandId: newCommandId() },
      command: { type: 'record-finding', criterion, side, reason, evidenceIds: [] },
    })
    member.disconnect()
  }
  await take({ name: 'dossier-matrix', who: 'secretary', path: path('/findings') })
  await take({ name: 'dossier-evidence', who: 'secretary', path: '/cases/case-land-policy/evidence' })

  const register = await pageOf('discipline1')
  await register.goto('/cases/case-land-policy/evidence')
  const piece = (await register.getByRole('link', { name: /^打开/ }).first().getAttribute('href')) ?? ''
  await wang.must('room/command', {
    ...{ stream: 'case/case-land-policy', commandId: newCommandId() },
    command: {
      ...{ type: 'mark-evidence', evidenceId: piece.split('/').at(-2) ?? '' },
      ...{ place: { kind: 'zone', page: 1, zone: ZONE }, note: '会议集体研究的记载' },
    },
  })
  await take({
    ...{ name: 'dossier-mark', who: 'secretary', path: piece },
    ready: (page) => page.locator('canvas[data-page]').waitFor(),
  })
  await take({ name: 'dossier-templates', who: 'secretary', path: '/templates' })
  await take({ name: 'dossier-template', who: 'secretary', path: '/templates/tolerance/facts' })
  await take({ name: 'dossier-search', who: 'discipline1', path: `/search?q=${encodeURIComponent('租金')}` })
  wang.disconnect()
}
