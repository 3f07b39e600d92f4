import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { CASE } from '../../support/meeting-play.ts'
import { WRITERS, type Stage } from '../../support/story-stage.ts'
import {
  choose,
  follow,
  isSaved,
  press,
  sees,
  seesNothingOf,
  type,
  writeAtEnd,
} from '../../support/story-steps.ts'

const FACTS = '案件事实正文'
const ADDED: Readonly<Record<string, string>> = {
  discipline1: '纪检监察机关补充：未发现以权谋私。',
  organization1: '组织部门补充：平时履职表现良好。',
  political1: '政法机关补充：未见违法情形。',
}

const facts = (page: Page) => page.getByRole('textbox', { name: FACTS })
const reasons = (page: Page, body: string) => page.getByRole('textbox', { name: `${body}意见的理由` })

async function fillInOpinion(desk: Page, body: string): Promise<void> {
  await follow(desk, /^部门意见/)
  await choose(desk, '对邓某', '减责')
  await choose(desk, '对李某', '减责')
  await press(desk, '添加条款')
  await desk.getByRole('textbox', { name: '条款 1' }).fill('《办法》减责情形')
  await writeAtEnd(desk, `${body}意见的理由`, `${body}的内部理由。`)
  await isSaved(desk)
}

/** Words and names of everybody in the text of everybody. */
async function seesTheOthers(stage: Stage, reader: (typeof WRITERS)[number]): Promise<void> {
  const page = stage.page(reader.who)
  for (const { who, name } of WRITERS) {
    await expect.poll(() => facts(page).textContent(), { timeout: 15_000 }).toContain(ADDED[who])
    if (who === reader.who) continue
    const here = page.getByText(new RegExp(`正在此文书中：.*${name}`))
    await here.first().waitFor({ state: 'attached' })
    // The cursor of another carries his name.
    await expect.poll(() => facts(page).textContent()).toContain(name)
  }
  await isSaved(page)
}

export function dossier(stage: Stage): void {
  describe('the dossier', () => {
    it('three departments write the facts at once and see names and words of each other', async () => {
      const first = stage.page('discipline1')
      await first.goto('/workbench')
      await first.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '案件' }).click()
      await follow(first, /金松投资集团/)
      await follow(first, /^案卷$/)
      await follow(first, /案件事实/)
      for (const who of ['organization1', 'political1'])
        await stage.page(who).goto(`/cases/${CASE}/dossier/facts`)
      // One after the other to the end of the text: an Enter in a sentence that somebody is writing would divide it.
      for (const { who } of WRITERS) await writeAtEnd(stage.page(who), FACTS, '')
      await Promise.all(WRITERS.map(({ who }) => type(stage.page(who), ADDED[who] ?? '')))
      for (const reader of WRITERS) await seesTheOthers(stage, reader)
    })

    it('opinions are sealed until they are submitted, then frozen and side by side', async () => {
      for (const { who, body } of WRITERS) await fillInOpinion(stage.page(who), body)
      for (const reader of WRITERS) {
        const page = stage.page(reader.who)
        await page.reload()
        await reasons(page, reader.body).waitFor()
        for (const { who, body } of WRITERS)
          if (who !== reader.who) await seesNothingOf(page, `${body}的内部理由`)
      }
      for (const { who } of WRITERS) {
        const desk = stage.page(who)
        await press(desk, '提交意见')
        await press(desk.getByRole('dialog', { name: '提交意见' }), '提交意见')
        await sees(desk, /已于.*提交/)
      }
      for (const { who, body } of WRITERS) {
        const page = stage.page(who)
        const table = page.getByRole('region', { name: '各部门意见对照' }).getByRole('table')
        for (const other of WRITERS) await table.getByText(`${other.body}的内部理由。`).waitFor()
        const stands = table.getByRole('row', { name: /对邓某/ })
        await stands.getByText('一致').waitFor()
        expect(await reasons(page, body).count()).toBe(0)
      }
    })
  })
}
