import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditWords } from '@/components/institution/audit-words'
import { type AuditFilter, NO_FILTER } from '@/domain/audit/audit-filter'
import { translator } from '@/i18n/translator'
import { exportAudit } from '@/server/audit/export-audit'
import { readAudit, viewsOfMyRecord } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { recordAct, recordViews } from '@/server/db/audit/audit'
import { type LogQuery, logQuery } from '@/server/db/audit/audit-log'
import { db, sql } from '@/server/db/client'
import { insertPerson } from '@/tests/support/people'
import { actorNow, insertStaff, makeInstitution } from '@/tests/support/staff'

const NOW = new Date('2026-11-25T10:00:00Z')
const DAY = '2026-11-25'
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

type Place = { institutionId: string; administrator: Awaited<ReturnType<typeof insertStaff>> }
let place: Place
let shown: { accountId: string; sessionId: string }[]
let people: string[]

async function makePlace(): Promise<Place> {
  const institutionId = await makeInstitution()
  return { institutionId, administrator: await insertStaff('administrator', institutionId) }
}

async function read(filter: Partial<AuditFilter> = {}, at = place, before: string | null = null) {
  const permit = permitFor(await actorNow(at.administrator), 'audit:read', { institutionId: at.institutionId })
  return readAudit(permit, before, { ...NO_FILTER, ...filter })
}

async function openList(at: Date, subjectIds = people) {
  const { administrator, institutionId } = place
  const views = {
    act: 'certificate-viewed',
    actorId: administrator.accountId,
    subjectIds,
    institutionId,
    reason: null,
  } as const
  await recordViews(sql(), views, at, at)
}

beforeAll(async () => {
  place = await makePlace()
  shown = await Promise.all(Array.from({ length: 25 }, () => insertPerson()))
  people = shown.map(({ accountId }) => accountId)
})

describe('a list that was opened', () => {
  it('is one entry with its number of rows, and one entry in the record of each person whom it showed', async () => {
    await openList(NOW)
    await openList(minutes(60 * 24))
    const { entries } = await read({ act: 'certificate-viewed' })

    expect(entries.map(({ rows, at }) => [rows, at])).toEqual([
      [25, minutes(60 * 24)],
      [25, NOW],
    ])
    const [{ accountId, sessionId } = { accountId: '', sessionId: '' }] = shown
    const hers = await viewsOfMyRecord(
      permitFor(await actorNow({ accountId, sessionId }), 'account:read', { accountId }),
      null,
    )
    expect(hers.entries.map(({ act, subjectId }) => [act, subjectId])).toEqual([
      ['certificate-viewed', accountId],
      ['certificate-viewed', accountId],
    ])
  })

  it('is not merged with a list that another person opened, nor with that of another minute or cohort', async () => {
    const own = await makePlace()
    const second = await insertStaff('administrator', own.institutionId)
    const [subject = '', other = ''] = people
    const view = (actorId: string, subjectId: string, at: Date, reason: string) =>
      recordAct(db(), { act: 'record-viewed', actorId, subjectId, institutionId: own.institutionId, reason }, at)
    await view(own.administrator.accountId, subject, NOW, 'A')
    await view(own.administrator.accountId, other, NOW, 'A')
    await view(own.administrator.accountId, subject, NOW, 'B')
    await view(second.accountId, subject, NOW, 'A')
    await view(own.administrator.accountId, subject, minutes(1), 'A')

    expect((await read({}, own)).entries.map(({ rows }) => rows)).toEqual([1, 1, 1, 2])
  })

  it('is read in pages of whole entries', async () => {
    const own = place
    place = await makePlace()
    for (let count = 0; count < 51; count++) await openList(minutes(count), people.slice(0, 3))
    const first = await read()
    const second = await read({}, place, first.older)
    place = own

    expect([first.entries.length, second.entries.length, second.older]).toEqual([50, 1, null])
    expect([...first.entries, ...second.entries].every(({ rows }) => rows === 3)).toBe(true)
  })
})

describe('the log is narrowed', () => {
  let own: Place
  let named: string

  beforeAll(async () => {
    own = await makePlace()
    const { institutionId, administrator } = own
    const { accountId } = await insertPerson()
    named = accountId
    await db().account.update({ where: { id: named }, data: { nameArabic: 'زينب بنعلي', nameLatin: 'Zineb_Benali' } })
    await db().role.create({ data: { accountId: named, institutionId, role: 'learner', grantedAt: NOW } })
    const facts = { actorId: administrator.accountId, institutionId }
    await recordAct(db(), { ...facts, act: 'identity-confirmed', subjectId: named }, NOW)
    await recordAct(db(), { ...facts, act: 'exported', reason: '<b>رسالة</b>; =1+1' }, minutes(60 * 14))
    await recordAct(db(), { ...facts, act: 'record-viewed', subjectId: named, reason: 'A' }, minutes(60 * 30))
    await recordAct(db(), { act: 'role-declined', actorId: named, subjectId: named, institutionId }, minutes(60 * 31))
  })

  const acts = async (filter: Partial<AuditFilter>) => (await read(filter, own)).entries.map(({ act }) => act)

  it('to an act, or to everything but views', async () => {
    expect(await acts({ act: 'exported' })).toEqual(['exported'])
    expect(await acts({ act: 'without-views' })).toEqual(['role-declined', 'exported', 'identity-confirmed'])
  })

  it('to a day in Morocco', async () => {
    expect(await acts({ day: DAY })).toEqual(['identity-confirmed'])
    expect(await acts({ day: '2026-11-26' })).toEqual(['role-declined', 'record-viewed', 'exported'])
  })

  it.each(['Zineb', 'benali', 'زينب', 'Zineb_Ben', 'بنعلي زينب'])('to a person by her name: %s', async (person) => {
    expect(await acts({ person })).toEqual(['record-viewed', 'identity-confirmed'])
  })

  it('to a person by a link, and to what an administrator did', async () => {
    expect(await acts({ person: named })).toEqual(['record-viewed', 'identity-confirmed'])
    expect(await acts({ person: own.administrator.accountId, day: DAY })).toEqual(['identity-confirmed'])
  })

  it.each(['%', '_', 'nobody', "' or true --", 'Zineb%Benali'])('to nobody by %s', async (person) => {
    expect(await acts({ person: `${person}${person}` })).toEqual([])
  })

  it('never to a person who declined a role', async () => {
    expect(await acts({ person: named, act: 'role-declined' })).toEqual([])
    const [declined] = (await read({ act: 'role-declined' }, own)).entries
    expect(declined).toMatchObject({ actor: null, actorId: null, subject: null, subjectId: null })
  })

  it('to nothing of another institution, whoever is asked for', async () => {
    expect((await read({ person: named })).entries).toEqual([])
    expect((await read({ person: 'Zineb' })).entries).toEqual([])
  })

  it('to nobody if too many people have the name', async () => {
    const { institutionId } = own
    const namesakes = await Promise.all(Array.from({ length: 21 }, () => insertPerson()))
    const ids = namesakes.map(({ accountId }) => accountId)
    await db().account.updateMany({ where: { id: { in: ids } }, data: { nameLatin: 'Namesake' } })
    await db().role.createMany({
      data: ids.map((accountId) => ({ accountId, institutionId, role: 'learner', grantedAt: NOW })),
    })

    expect(await read({ person: 'Namesake' }, own)).toMatchObject({ tooMany: true, entries: [] })
  })

  it('and exported with the same filter, one entry a row, and the export is noted in the log', async () => {
    const { institutionId, administrator } = own
    const permit = permitFor(await actorNow(administrator), 'audit:export', { institutionId })
    const order = {
      filter: { ...NO_FILTER, act: 'exported' } as const,
      reason: 'Contrôle annuel',
      words: auditWords('fr', translator('fr')),
    }
    const file = await exportAudit(permit, order, minutes(60 * 40))
    const text = await textOf(file.bytes)
    const rows: string[][] = parse(text, { delimiter: ';', bom: true })

    expect(rows[0]).toHaveLength(7)
    expect(rows.slice(1).map((row) => row.slice(1))).toEqual([
      [
        translator('fr')('audit.acts.exported'),
        expect.stringContaining('Alaoui'),
        '',
        '',
        expect.any(String),
        '<b>رسالة</b>; =1+1',
      ],
    ])
    const [noted] = (await read({ act: 'audit-exported' }, own)).entries
    expect(noted).toMatchObject({ reason: 'Contrôle annuel', details: { filter: 'act=exported' } })
  })
})

async function textOf(bytes: AsyncGenerator<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

describe('with 100,000 entries', () => {
  let crowded: Place

  beforeAll(async () => {
    crowded = await makePlace()
    const { institutionId, administrator } = crowded
    const { accountId: rare } = await insertPerson()
    await db().$executeRaw`
      insert into "AuditEntry" (at, act, "actorId", "subjectId", "institutionId")
      select ${NOW}::timestamptz - make_interval(mins => 15 * (n / 25)), case when n % 50 < 48 then 'certificate-viewed' else 'member-moved' end,
        ${administrator.accountId}::uuid, null, ${institutionId}::uuid
      from generate_series(1, 100000) n`
    await recordAct(db(), { act: 'exported', actorId: rare, institutionId }, new Date('2026-01-01T10:00:00Z'))
    await db().$executeRawUnsafe('analyze "AuditEntry"')
  })

  const part = (of: Partial<LogQuery>): LogQuery => ({
    institutionId: crowded.institutionId,
    act: null,
    people: null,
    from: null,
    until: null,
    before: null,
    limit: 51,
    ...of,
  })
  const QUERIES: Record<string, () => LogQuery> = {
    'the newest': () => part({}),
    'of an act': () => part({ act: 'member-moved' }),
    'of a rare act': () => part({ act: 'exported' }),
    'of an act that never was': () => part({ act: 'platform-founded' }),
    'without views': () => part({ act: 'without-views' }),
    'of a person': () => part({ people: [crowded.administrator.accountId] }),
    'of nobody': () => part({ people: [randomUUID()] }),
    'of a day': () => part({ from: new Date('2026-11-24T23:00:00Z'), until: new Date('2026-11-25T23:00:00Z') }),
    'of the platform': () => part({ institutionId: null }),
    'of the platform, of an act': () => part({ institutionId: null, act: 'exported' }),
  }

  it.each(Object.keys(QUERIES))('reads few entries, and by an index: %s', async (name) => {
    const query = QUERIES[name]?.() ?? part({})
    const explained = await db().$queryRaw<
      { 'QUERY PLAN': [{ Plan: Plan }] }[]
    >`explain (analyze, format json) ${logQuery(query, true)}`
    const read = entriesRead(explained[0]?.['QUERY PLAN'][0].Plan)

    expect(read.sequential).toBe(0)
    expect(read.rows).toBeLessThan(20_000)
  })
})

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** The number of log entries that a query plan has read, and the number of its sequential scans of the log. */
function entriesRead(plan: Plan | undefined): { rows: number; sequential: number } {
  if (!plan) return { rows: Number.POSITIVE_INFINITY, sequential: 1 }
  const isLog = plan['Relation Name'] === 'AuditEntry'
  const own = isLog ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'] : 0
  const parts = (plan.Plans ?? []).map(entriesRead)
  return {
    rows: own + parts.reduce((sum, part) => sum + part.rows, 0),
    sequential: parts.reduce((sum, part) => sum + part.sequential, isLog && plan['Node Type'] === 'Seq Scan' ? 1 : 0),
  }
}
