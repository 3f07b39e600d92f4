import { Visitor } from './attempts.ts'
import { setScene, type Scene } from './scene.ts'
import { openAccessSite, type AccessSite } from './site.ts'

export interface Stage {
  readonly site: AccessSite
  readonly scene: Scene
  /** Another page of this person; null: of nobody. */
  come(who: string | null): Promise<Visitor>
  /** All who have come; what a person may ask for is counted anew when all his sockets are gone. */
  leave(): void
  /** Rows of every table that an attempt could have changed; the records of access and sessions may grow. */
  stored(): Promise<string>
  close(): Promise<void>
}

/** The product with the scene set, and whoever comes to it; all of them leave with it. */
export async function openStage(): Promise<Stage> {
  const site = await openAccessSite()
  const scene = await setScene(site.app)
  const visitors: Visitor[] = []
  return {
    site,
    scene,
    async come(who) {
      const visitor = await Visitor.come(site, who)
      visitors.push(visitor)
      return visitor
    },
    leave() {
      for (const { socket } of visitors.splice(0)) socket?.disconnect()
    },
    async stored() {
      const { client } = site.database
      return JSON.stringify(
        await Promise.all([
          client.recordEntry.count(),
          client.documentUpdate.count(),
          client.documentVersion.count(),
          client.documentVersionName.count(),
          client.pollRoll.findMany({ orderBy: [{ pollId: 'asc' }, { personId: 'asc' }] }),
          client.person.findMany({ orderBy: { id: 'asc' } }),
          client.roleTerm.findMany({ orderBy: { id: 'asc' } }),
          client.body.count(),
          client.task.findMany({ orderBy: { id: 'asc' } }),
          client.caseRow.findMany({ orderBy: { id: 'asc' } }),
        ]),
      )
    },
    async close() {
      for (const { socket } of visitors) socket?.disconnect()
      await site.close()
    },
  }
}
