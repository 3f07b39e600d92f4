import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { owes } from '#domain/cases/project.ts'
import type { Actor, RoleHeld } from '#domain/people/actor.ts'
import { TO_WRITERS } from '#domain/tasks/types.ts'
import type { CaseQuery } from '#server/services/cases.ts'
import { createCaseList } from '#server/store/cases.ts'
import { createMeetingList, createRecusalStore } from '#server/store/meetings.ts'
import { createTaskStore } from '#server/store/tasks.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

interface CaseLine {
  readonly title: string
  readonly bodyIds: readonly string[]
  readonly personIds?: readonly string[]
  readonly stage?: string
}

const CASES: Readonly<Record<string, CaseLine>> = {
  rent: { title: '疫情期间减免租金', bodyIds: ['discipline', 'organization'], personIds: ['applicant_1'] },
  road: { title: '农村公路 50%_提前开工', bodyIds: ['discipline'], stage: 'accepted' },
  pond: {
    ...{ title: '鱼塘清退 A\\B', bodyIds: ['organization', owes('jinsong')], personIds: ['applicantX1'] },
  },
}

function actor(personId: string, bodyId: string | null, ...roles: RoleHeld[]): Actor {
  return { personId, name: personId, bodyId, bodyName: bodyId, roles }
}

describe.each(KINDS)('lists on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
    await database.client.caseRow.createMany({
      data: Object.entries(CASES).map(([id, line], index) => ({
        ...{
          id,
          jurisdictionId: 'j',
          number: `容错〔2026〕${String(index + 1)}号`,
          year: 2026,
          ordinal: index + 1,
          kind: 'tolerance',
        },
        ...{
          title: line.title,
          stage: line.stage ?? 'submitted',
          subjects: '邓某',
          registeredAt: '',
          updatedAt: `2026-01-0${String(3 - index)}`,
        },
        ...{ bodyIds: JSON.stringify(line.bodyIds), personIds: JSON.stringify(line.personIds ?? []) },
        searchText: `容错〔2026〕${String(index + 1)}号\n${line.title}\n邓某`.toLowerCase(),
      })),
    })
    await database.client.recusalRow.create({
      data: { id: 'recusal', meetingId: 'spring', itemId: 'i', caseId: 'rent', personId: 'recused' },
    })
    const meeting = (
      id: string,
      startsAt: string,
      status: string,
      personIds: string[],
      caseIds: string[],
    ) => {
      return {
        id,
        title: id,
        place: '三楼',
        startsAt,
        status,
        grade: 'major',
        chairId: 'chair',
        minutesId: null,
        personIds: JSON.stringify(personIds),
        caseIds: JSON.stringify(caseIds),
      }
    }
    await database.client.meetingRow.createMany({
      data: [
        meeting('spring', '2026-03-01', 'open', ['chair', 'recused', 'a_b'], ['rent', 'road']),
        meeting('autumn', '2026-09-01', 'convened', ['chair'], ['pond']),
        meeting('winter', '2026-12-01', 'cancelled', ['aXb'], ['pond']),
      ],
    })
  })
  afterAll(() => database.close())

  const everything = { all: true, bodyId: null, personId: 'secretary' }
  async function find(
    query: Partial<CaseQuery> = {},
    visible: Parameters<ReturnType<typeof createCaseList>['list']>[1] = everything,
  ) {
    const all: CaseQuery = { search: '', stage: null, sort: 'number', descending: false, page: 1, ...query }
    const { rows, total } = await createCaseList(database).list(all, visible)
    expect(total).toBe(rows.length)
    return rows.map(({ id }) => id)
  }

  it('[R-40] hold what the person may see', async () => {
    expect(await find()).toEqual(['rent', 'road', 'pond'])
    expect(await find({}, { all: false, bodyId: 'organization', personId: 'x' })).toEqual(['rent', 'pond'])
    expect(await find({}, { all: false, bodyId: null, personId: 'applicant_1' })).toEqual(['rent'])
    expect(await find({}, { all: false, bodyId: 'organ', personId: 'x' })).toEqual([])
    // Ids are compared to the letter: neither as patterns nor without regard to capitals.
    expect(await find({}, { all: false, bodyId: 'ORGANIZATION', personId: 'APPLICANT_1' })).toEqual([])
    expect(await find({}, { all: false, bodyId: null, personId: '%' })).toEqual([])
  })

  it('[R-40] hold no case from which the person is recused, whoever he is', async () => {
    expect(await find({}, { all: true, bodyId: null, personId: 'recused' })).toEqual(['road', 'pond'])
    expect(await find({}, { all: false, bodyId: 'organization', personId: 'recused' })).toEqual(['pond'])
    expect(await find({ search: '租金' }, { all: true, bodyId: null, personId: 'recused' })).toEqual([])
  })

  it('[C-45] find for a body that owes a correction its case by number and title, and tell it nothing else', async () => {
    const jinsong = { all: false, bodyId: 'jinsong', personId: 'x' }
    expect(await find({}, jinsong)).toEqual(['pond'])
    for (const search of ['鱼塘', '3号', 'a\\b']) expect(await find({ search }, jinsong)).toEqual(['pond'])
    // Whose decision it was and what it was about would be guessed word by word.
    expect(await find({ search: '邓某' }, jinsong)).toEqual([])
    const all: CaseQuery = { search: '', stage: null, sort: 'number', descending: false, page: 1 }
    const { rows } = await createCaseList(database).list(all, jinsong)
    expect(rows.map(({ title, subjects }) => [title, subjects])).toEqual([['鱼塘清退 A\\B', '']])
  })

  it('[R-41] find words as parts, and signs of patterns as themselves', async () => {
    expect(await find({ search: '租金' })).toEqual(['rent'])
    expect(await find({ search: ' 〔2026〕2号 ' })).toEqual(['road'])
    expect(await find({ search: '邓某 鱼塘' })).toEqual(['pond'])
    expect(await find({ search: '邓某 火车' })).toEqual([])
    expect(await find({ search: '50%_' })).toEqual(['road'])
    expect(await find({ search: '%' })).toEqual(['road'])
    expect(await find({ search: '_' })).toEqual(['road'])
    expect(await find({ search: 'a\\b' })).toEqual(['pond'])
    expect(await find({ search: `'; DROP TABLE "CaseRow"; --` })).toEqual([])
  })

  it('[R-41] sort, filter and page', async () => {
    expect(await find({ sort: 'updated', descending: true })).toEqual(['rent', 'road', 'pond'])
    expect(await find({ sort: 'updated' })).toEqual(['pond', 'road', 'rent'])
    expect(await find({ descending: true })).toEqual(['pond', 'road', 'rent'])
    expect(await find({ stage: 'accepted' })).toEqual(['road'])
    const list = createCaseList(database)
    const beyond = await list.list(
      { search: '', stage: null, sort: 'title', descending: false, page: 9 },
      everything,
    )
    expect(beyond).toMatchObject({ rows: [], total: 3 })
  })

  it('[R-42] hold the meetings a person takes part in, newest first', async () => {
    const meetings = createMeetingList(database)
    const ids = async (visible: { all: boolean; personId: string }) =>
      (await meetings.list(visible)).map(({ id }) => id)
    expect(await ids({ all: true, personId: 'secretary' })).toEqual(['winter', 'autumn', 'spring'])
    expect(await ids({ all: false, personId: 'chair' })).toEqual(['autumn', 'spring'])
    expect(await ids({ all: false, personId: 'a_b' })).toEqual(['spring'])
    const [spring] = await meetings.list({ all: false, personId: 'a_b' })
    expect(spring?.cases.map(({ title }) => title)).toEqual([CASES['rent']?.title, CASES['road']?.title])
    const [recused] = await meetings.list({ all: false, personId: 'recused' })
    expect(recused?.cases.map(({ title }) => title)).toEqual([CASES['road']?.title])
  })

  it('[R-42] name who takes part in a meeting on a case, and who is recused from it', async () => {
    const recusals = createRecusalStore(database)
    expect(await recusals.participantsOfCase('rent')).toEqual(['chair', 'recused', 'a_b'])
    expect(await recusals.participantsOfCase('pond')).toEqual(['chair'])
    expect(await recusals.participantsOfCase('re')).toEqual([])
    expect(await recusals.recusedFromCase('rent')).toEqual(['recused'])
    expect(await recusals.recusedFromCase('road')).toEqual([])
    expect((await recusals.closedCases()).get('recused')).toEqual(['rent'])
    expect((await recusals.closedCases()).get('nobody')).toBeUndefined()
  })

  it('[R-43] bring a task to whom it is addressed', async () => {
    const task = (id: string, over: object) => ({
      id,
      stream: 'case/rent',
      kind: 'k',
      subject: '/cases/rent',
      title: id,
      openedAt: '2026-01-01',
      ...over,
    })
    await database.client.task.createMany({
      data: [
        task('person', { personId: 'anna', dueAt: '2026-02-02' }),
        task('other', { personId: 'bo' }),
        task('role', { role: 'secretary' }),
        task('body', { bodyId: 'discipline', dueAt: '2026-02-01' }),
        task('role-in-body', { bodyId: 'discipline', role: 'leader' }),
        task('elsewhere', { bodyId: 'organization', role: 'leader', subject: '/cases/rent?tab=opinions' }),
        task('alike', { bodyId: 'organization', subject: '/cases/rental' }),
      ],
    })
    const tasks = createTaskStore(database)
    const titles = async (who: Actor) => (await tasks.tasksFor(who)).map(({ title }) => title)
    const leader = { role: 'leader', bodyId: 'discipline' } as const
    expect(await titles(actor('anna', 'discipline', leader))).toEqual(['body', 'person', 'role-in-body'])
    expect(await titles(actor('carl', null, { role: 'secretary', bodyId: 'coordination' }))).toEqual(['role'])
    expect(await titles(actor('dora', 'discipline', { role: 'witness', bodyId: 'discipline' }))).toEqual([])
    const recused = actor('recused', 'organization', { role: 'leader', bodyId: 'organization' })
    expect(await titles(recused)).toEqual(['alike'])
  })

  it('[D-129] hands out the lines for writers of texts to who works in the case, and to nobody else', async () => {
    await database.client.task.createMany({
      data: ['rent', 'pond'].map((id) => ({
        ...{ id: `writers-${id}`, stream: `remarks/case/${id}/facts`, kind: 'decide-suggestions' },
        ...{ bodyId: TO_WRITERS, subject: `/cases/${id}/dossier/facts?suggestions=2`, title: id },
        openedAt: '2026-02-01',
      })),
    })
    const tasks = createTaskStore(database)
    const lines = async (who: Actor) =>
      (await tasks.tasksFor(who))
        .filter(({ kind: of }) => of === 'decide-suggestions')
        .map(({ title }) => title)
    const member = (personId: string, bodyId: string) => actor(personId, bodyId, { role: 'member', bodyId })
    expect(await lines(member('anna', 'discipline'))).toEqual(['rent'])
    expect(await lines(member('otto', 'organization'))).toEqual(['pond', 'rent'])
    expect(await lines(member('recused', 'organization'))).toEqual(['pond'])
    expect(await lines(actor('applicant_1', 'unit'))).toEqual(['rent'])
    expect(await lines(member('nobody', 'audit'))).toEqual([])
    expect(await lines(actor('carl', null, { role: 'secretary', bodyId: 'coordination' }))).toEqual([
      'pond',
      'rent',
    ])
    await database.client.task.deleteMany({ where: { bodyId: TO_WRITERS } })
  })
})
