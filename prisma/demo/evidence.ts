import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { prismaFolder } from '../schema-source.ts'
import { actorOf, must } from './acting.ts'
import type { DemoTarget } from './index.ts'

/** Made for the demo, of nothing that exists; the letters in the PDF are of Noto Serif CJK (SIL Open Font License). */
const PIECES = [
  { key: 'meeting', title: '区政府专题会议纪要（演示）', fileName: '专题会议纪要.pdf', file: 'meeting.pdf' },
  { key: 'plan', title: '拟供地块位置示意图（演示）', fileName: '地块位置示意图.png', file: 'plan.png' },
] as const

/** What the land-policy case has to show at its hearing: a paper of three pages and a picture. */
export async function seedEvidence({ services }: DemoTarget): Promise<void> {
  for (const { key, title, fileName, file } of PIECES) {
    const stream = createReadStream(join(prismaFolder(), 'demo/evidence', file))
    const upload = { title, fileName, stream }
    must(
      await services.evidence.add(
        actorOf('secretary'),
        'case-land-policy',
        `case-land-policy-evidence-${key}`,
        upload,
      ),
    )
  }
}
