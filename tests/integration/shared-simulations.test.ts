import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/practice/seats/[run]/route'
import { GET as getStart } from '@/app/[locale]/(learn)/practice/simulations/[case]/route'
import { GET as getCohort, POST as postCohort } from '@/app/[locale]/(teach)/cohorts/[cohort]/simulations/route'
import { documentsOf, partsOf, wordsOf } from '@/domain/case/case-text'
import { translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { buildAssets } from '@/scripts/build-assets'
import { exportMyData } from '@/server/account/my-data'
import { db, sql } from '@/server/db/client'
import { deleteEndedShared } from '@/server/db/retention/expired'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayRead } from '@/tests/support/people'
import { nightReport, publishCase } from '@/tests/support/simulations'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const SITE = 'http://localhost:3000'
const t = translator('fr')
const flat = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, '')

type Someone = { accountId: string; sessionId: string }

/** A cohort with a tutor and two people, for which a file is open. */
async function group() {
  const file = await publishCase()
  const school = await makeSchool()
  const tutor = await insertStaff('tutor', school.institutionId)
  const cohort = await makeCohort(school, { tutorIds: [tutor.accountId] })
  const [prosecutor, judge] = [
    await insertParticipant(cohort, { nameLatin: 'Amina Tazi' }),
    await insertParticipant(cohort, { nameLatin: 'Omar Alami' }),
  ]
  await callAs(tutor.sessionId)
  const path = `/fr/cohorts/${cohort.id}/simulations`
  const props = { params: Promise.resolve({ locale: 'fr', cohort: cohort.id }) }
  const body = new URLSearchParams({ case: file.caseId })
  const opened = await postCohort(new Request(SITE + path, { method: 'POST', body, headers: { origin: SITE } }), props)
  expect(opened.status).toBe(303)
  const run = await db().sharedRun.findFirstOrThrow({ where: { cohortId: cohort.id } })
  const ofRun = { params: Promise.resolve({ locale: 'fr', run: run.id }) }
  const here = `/fr/practice/seats/${run.id}`
  expect(opened.headers.get('location')).toBe(here)
  const as = async <T>({ sessionId }: Someone, ask: () => Promise<T>) => {
    await callAs(sessionId)
    return ask()
  }
  const see = (who: Someone) => as(who, () => GET(new Request(SITE + here), ofRun))
  const send = (who: Someone, fields: Record<string, string>, query = '') =>
    as(who, () =>
      POST(
        new Request(SITE + here + query, {
          method: 'POST',
          body: new URLSearchParams(fields),
          headers: { origin: SITE },
        }),
        ofRun,
      ),
    )
  return {
    ...file,
    school,
    cohort,
    tutor,
    prosecutor,
    judge,
    runId: run.id,
    here,
    see,
    send,
    take: (who: Someone, seat: string) => send(who, { act: 'take', seat, told: 'yes' }),
    decide: (who: Someone, number: number, choice: string) =>
      send(who, { run: run.id, choice, confirm: 'yes' }, `?step=${number}`),
    open: (who: Someone, id: string) =>
      as(who, () => {
        const sent = new URLSearchParams({ case: id })
        return postCohort(new Request(SITE + path, { method: 'POST', body: sent, headers: { origin: SITE } }), props)
      }),
    list: (who: Someone) => as(who, () => getCohort(new Request(SITE + path), props)),
    steps: () => db().sharedStep.findMany({ where: { runId: run.id }, orderBy: { number: 'asc' } }),
    seats: () => db().sharedSeat.findMany({ where: { runId: run.id }, orderBy: { seat: 'asc' } }),
  }
}

const BEFORE_JUDGE = ['identify', 'at-six', 'custody-rights', 'shelter', 'seal']
const leadsTo = (answer: Response) => [answer.status, answer.headers.get('location')]

describe('a shared simulation', () => {
  it('tells each person what others will see before she joins, and takes nobody who has not confirmed it', async () => {
    const { prosecutor, see, send, seats, take } = await group()
    expect(flat(await (await see(prosecutor)).text())).toContain(flat(t('casework.simulation.group.told')))
    const refused = await send(prosecutor, { act: 'take', seat: 'prosecutor' })
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining(t('casework.simulation.group.tickTold')),
    ])
    expect(await seats()).toEqual([])
    expect((await take(prosecutor, 'prosecutor')).status).toBe(303)
    expect(await seats()).toMatchObject([{ seat: 'prosecutor', accountId: prosecutor.accountId }])
  })

  it('is not opened for a file whose law has changed', async () => {
    const g = await group()
    const retired = nightReport()
    await publishCase({ ...retired, file: { ...retired.file, lawDate: '2025-01-01' } })
    expect((await g.open(g.tutor, retired.file.id)).status).toBe(404)
    expect(await (await g.list(g.tutor)).text()).not.toContain(retired.file.id)
    expect(await db().sharedRun.count({ where: { cohortId: g.cohort.id } })).toBe(1)
  })

  it('lets only the seat whose turn it is decide, once, and passes the turn on', async () => {
    const g = await group()
    await g.take(g.prosecutor, 'prosecutor')
    await g.take(g.judge, 'juvenile-judge')
    expect(leadsTo(await g.decide(g.judge, 1, 'begging'))).toEqual([303, `${g.here}?said=stands`])
    expect(leadsTo(await g.decide(g.tutor, 1, 'begging'))).toEqual([303, `${g.here}?said=stands`])
    for (const [place, choice] of BEFORE_JUDGE.entries())
      expect(leadsTo(await g.decide(g.prosecutor, place + 1, choice))).toEqual([303, g.here])
    expect(leadsTo(await g.decide(g.prosecutor, 6, 'place'))).toEqual([303, `${g.here}?said=stands`])
    expect(await (await g.see(g.prosecutor)).text()).not.toContain('name="choice"')
    expect(await (await g.see(g.judge)).text()).toContain('value="place"')
    await Promise.all(['place', 'defer'].map((choice) => g.decide(g.judge, 6, choice)))
    expect(await g.steps()).toHaveLength(6)
    expect(leadsTo(await g.decide(g.judge, 1, 'begging'))).toEqual([303, `${g.here}?said=stands`])
  })

  it('shows everybody the same open documents and decisions, and none that is not open', async () => {
    const g = await group()
    await g.take(g.prosecutor, 'prosecutor')
    await g.decide(g.prosecutor, 1, 'identify')
    const open = ['call-note', 'finding']
    const decided = g.file.nodes[0]?.choices.find(({ id }) => id === 'identify')?.text.fr ?? ''
    expect(decided).not.toBe('')
    for (const who of [g.prosecutor, g.judge, g.tutor]) {
      const page = flat(await (await g.see(who)).text())
      expect(page).toContain(flat(typeset(decided, 'fr')))
      for (const { id, blocks } of documentsOf(g, 'fr')) {
        const words = flat(wordsOf(blocks.flatMap(partsOf))).slice(0, 40)
        if (open.includes(id)) expect(page).toContain(words)
        else expect(page).not.toContain(words)
      }
    }
  })

  it('is not found by others: another school, its tutor, an administrator, a withdrawn member', async () => {
    const g = await group()
    const other = await group()
    const administrator = await insertStaff('administrator', g.school.institutionId)
    await db().cohortMember.updateMany({
      where: { cohortId: g.cohort.id, accountId: g.judge.accountId },
      data: { status: 'withdrawn' },
    })
    for (const who of [await insertPerson(), other.prosecutor, other.tutor, administrator, g.judge]) {
      expect((await g.see(who)).status).toBe(404)
      expect((await g.take(who, 'prosecutor')).status).toBe(404)
    }
    expect((await g.list(other.tutor)).status).toBe(403)
    expect((await g.list(g.prosecutor)).status).toBe(403)
    expect(await g.seats()).toEqual([])
  })

  it('gives a seat to one of two people, and none to a tutor, who can free a seat', async () => {
    const g = await group()
    await Promise.all([g.take(g.prosecutor, 'prosecutor'), g.take(g.judge, 'prosecutor')])
    expect(await g.seats()).toHaveLength(1)
    expect(leadsTo(await g.take(g.tutor, 'juvenile-judge'))).toEqual([303, `${g.here}?said=taken`])
    await g.send(await insertPerson(), { act: 'leave', seat: 'prosecutor' })
    expect(await g.seats()).toHaveLength(1)
    await g.send(g.tutor, { act: 'leave', seat: 'prosecutor' })
    expect(await g.seats()).toEqual([])
  })

  it('keeps a seat from whoever would take it, until its person leaves it, and its decisions for good', async () => {
    const g = await group()
    const other = await group()
    await g.take(g.prosecutor, 'prosecutor')
    await g.decide(g.prosecutor, 1, 'identify')
    await g.send(g.judge, { act: 'leave', seat: 'prosecutor' })
    expect(leadsTo(await g.take(g.judge, 'prosecutor'))).toEqual([303, `${g.here}?said=taken`])
    for (const seat of ['', 'tutor', 'constructor', "prosecutor' or true"]) await g.take(g.judge, seat)
    // A person of another cohort, who names this run and her own seat in hers.
    await other.take(other.prosecutor, 'prosecutor')
    const sent: Record<string, string>[] = [
      { act: 'leave', seat: 'prosecutor' },
      { run: g.runId, choice: 'at-six', confirm: 'yes' },
    ]
    for (const fields of sent) expect((await g.send(other.prosecutor, fields, '?step=2')).status).toBe(404)
    expect(await g.seats()).toMatchObject([{ seat: 'prosecutor', accountId: g.prosecutor.accountId }])

    await g.send(g.prosecutor, { act: 'leave', seat: 'prosecutor' })
    expect(leadsTo(await g.decide(g.prosecutor, 2, 'at-six'))).toEqual([303, `${g.here}?said=stands`])
    const back = [g.take(g.prosecutor, 'prosecutor'), g.take(g.prosecutor, 'prosecutor')]
    expect((await Promise.all(back)).map(({ status }) => status)).toEqual([303, 303])
    expect(await g.seats()).toHaveLength(1)
    await Promise.all(['at-six', 'at-six'].map((choice) => g.decide(g.prosecutor, 2, choice)))
    expect(await g.steps()).toMatchObject([{ choice: 'identify' }, { choice: 'at-six' }])
  })

  it('invites its people on the page of the file', async () => {
    const g = await group()
    await callAs(g.prosecutor.sessionId)
    const props = { params: Promise.resolve({ locale: 'fr', case: g.caseId }) }
    const page = await getStart(new Request(`${SITE}/fr/practice/simulations/${g.caseId}`), props)
    expect(await page.text()).toContain(g.here)
  })
})

describe('the debrief of a group', () => {
  it('is opened by the tutor alone, ends the decisions, names seats and no person, and enters no record', async () => {
    const g = await group()
    await g.take(g.prosecutor, 'prosecutor')
    await g.decide(g.prosecutor, 1, 'identify')
    expect((await g.send(g.prosecutor, { act: 'debrief', confirm: 'yes' })).status).toBe(403)
    expect((await g.send(g.tutor, { act: 'debrief' })).status).toBe(400)
    expect((await g.send(g.tutor, { act: 'debrief', confirm: 'yes' })).status).toBe(303)
    expect((await g.decide(g.prosecutor, 2, 'at-six')).status).toBe(303)
    expect(await g.steps()).toHaveLength(1)
    for (const who of [g.prosecutor, g.judge, g.tutor]) {
      const page = await (await g.see(who)).text()
      expect(page).toContain(t('casework.simulation.debrief.where'))
      expect(page).not.toContain('Tazi')
    }
    expect(await db().practiceDone.count({ where: { accountId: g.prosecutor.accountId } })).toBe(0)
    expect(await db().auditEntry.count({ where: { subjectId: g.prosecutor.accountId } })).toBe(0)
  })

  it('is followed a day later by the deletion of the whole run', async () => {
    const g = await group()
    await g.take(g.prosecutor, 'prosecutor')
    await g.decide(g.prosecutor, 1, 'identify')
    await g.send(g.tutor, { act: 'debrief', confirm: 'yes' })
    await deleteEndedShared(sql())
    expect(await g.steps()).toHaveLength(1)
    const debriefAt = new Date(Date.now() - 86_400_000 - 60_000)
    await db().sharedRun.update({ where: { id: g.runId }, data: { debriefAt } })
    await deleteEndedShared(sql())
    expect([await g.steps(), await g.seats()]).toEqual([[], []])
    expect((await g.see(g.prosecutor)).status).toBe(404)
  })
})

it('exports her seat and decisions, and frees the seat when her account is deleted', async () => {
  const g = await group()
  await g.take(g.prosecutor, 'prosecutor')
  await g.decide(g.prosecutor, 1, 'identify')
  const data = JSON.stringify(await exportMyData(mayRead(g.prosecutor)))
  expect(data).toContain('"SharedSeat"')
  expect(data).toContain('identify')
  await db().account.delete({ where: { id: g.prosecutor.accountId } })
  expect(await g.seats()).toEqual([])
  expect((await g.take(g.judge, 'prosecutor')).status).toBe(303)
  expect((await g.decide(g.judge, 2, 'at-six')).headers.get('location')).toBe(g.here)
})
