import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST as postArchive } from '@/app/[locale]/(teach)/cohorts/[cohort]/archive/route'
import { GET as getCohort } from '@/app/[locale]/(teach)/cohorts/[cohort]/route'
import { GET as getSettings, POST as postSettings } from '@/app/[locale]/(teach)/cohorts/[cohort]/settings/route'
import { GET as getNew, POST as postNew } from '@/app/[locale]/(teach)/institutions/[institution]/cohorts/new/route'
import { dayOf, nextDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { cohortOf, insertParticipant, insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { publish } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
const fr = translator('fr')
const today = dayOf(new Date())
const DAYS = { startsOn: nextDay(today, 1), endsOn: nextDay(today, 60) }

type Fields = readonly (readonly [string, string])[]
const request = (path: string, fields?: Fields) =>
  new Request(
    ORIGIN + path,
    fields && { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) },
  )

async function schoolWithCohort() {
  const school = await makeSchool()
  const { courseId: other } = await publish()
  releases.reset()
  const cohort = await makeCohort(school, { fields: DAYS })
  const context = { params: Promise.resolve({ locale: 'fr', cohort: cohort.id }) }
  const path = `/fr/cohorts/${cohort.id}/settings`
  await callAs(school.administrator.sessionId)
  return {
    school,
    cohort,
    other,
    look: async () => (await getSettings(request(path), context)).text(),
    send: (fields: Fields) => postSettings(request(path, fields), context),
    archive: (fields: Fields) => postArchive(request(`/fr/cohorts/${cohort.id}/archive`, fields), context),
    see: async (query = '') => (await getCohort(request(`/fr/cohorts/${cohort.id}${query}`), context)).text(),
  }
}

/** The fields that the form of the page would send without a change. */
function fieldsIn(html: string): [string, string][] {
  const form = html.slice(html.indexOf('<form id="cohort"'), html.indexOf('</form>', html.indexOf('<form id="cohort"')))
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]): [string, string][] => {
    const name = attribute(tag, 'name')
    if (name === null || (tag.includes('type="checkbox"') && !/\bchecked\b/.test(tag))) return []
    return [[name, attribute(tag, 'value') ?? '']]
  })
  const selects = [...form.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)]
  const chosen = selects.map(([, name = '', options = '']): [string, string] => {
    const option = /<option[^>]*\bselected\b[^>]*>/.exec(options)?.[0] ?? ''
    return [name, attribute(option, 'value') ?? '']
  })
  return [...inputs, ...chosen]
}
const valuesOf = (fields: Fields, name: string) => fields.filter(([each]) => each === name).map(([, value]) => value)
const withField = (fields: Fields, name: string, value: string): Fields => [
  ...fields.filter(([each]) => each !== name),
  [name, value],
]

describe('the settings of a cohort', () => {
  it('add a course, order the courses and spread the days in the form alone, and save them at the end', async () => {
    const { cohort, other, look, send } = await schoolWithCohort()
    const added = await send([...withField(fieldsIn(await look()), 'course', other), ['act', 'add']])
    expect(added.status).toBe(200)
    const withTwo = fieldsIn(await added.text())
    expect(valuesOf(withTwo, 'courses')).toEqual([cohort.courseId, other])

    const turned = fieldsIn(await (await send([...withTwo, ['act', `up:${other}`]])).text())
    expect(valuesOf(turned, 'courses')).toEqual([other, cohort.courseId])

    const spread = await send([...turned, ['act', 'spread']])
    const html = await spread.text()
    expect(html).toContain(fr('cohorts.form.spreadDone'))
    const filled = fieldsIn(html)
    const days = filled.filter(([name]) => name.startsWith('due.')).map(([, day]) => day)
    expect(days.length).toBeGreaterThan(2)
    expect(days.every((day) => day >= DAYS.startsOn && day <= DAYS.endsOn)).toBe(true)
    // Nothing is saved before the form with the filled-in days is sent.
    expect((await cohortOf(cohort.id)).courses).toHaveLength(1)

    const saved = await send(filled)
    expect(saved.status).toBe(303)
    const { courses } = await cohortOf(cohort.id)
    expect(courses.map(({ courseId }) => courseId)).toEqual([other, cohort.courseId])
    expect(Object.keys(courses[0]?.deadlines ?? {}).length).toBeGreaterThan(0)
  })

  it('give back what was typed with the errors, and escape HTML', async () => {
    const { cohort, look, send } = await schoolWithCohort()
    const name = '<script>alert(1)</script>'
    const typed = withField(withField(fieldsIn(await look()), 'name', name), `exam.${cohort.courseId}`, '2020-01-01')
    const answer = await send(typed)
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>alert(1)')
    expect(html).toContain(fr('fields.problems.outside'))
    expect(html).toContain(`href="#cohort-exam.${cohort.courseId}"`)
  })

  it('tell an administrator that another has changed the cohort, and keep what she typed', async () => {
    const { cohort, look, send } = await schoolWithCohort()
    const mine = withField(fieldsIn(await look()), 'name', 'La mienne')
    await db().cohort.update({ where: { id: cohort.id }, data: { name: 'Entre-temps' } })
    const answer = await send(mine)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain(fr('cohorts.form.changedMeanwhile'))
    expect(html).toContain('La mienne')
    expect((await send(fieldsIn(html))).status).toBe(303)
    expect((await cohortOf(cohort.id)).name).toBe('La mienne')
  })

  it('offer no way to take out a course that was begun, and refuse it', async () => {
    const { cohort, other, look, send } = await schoolWithCohort()
    const { accountId } = await insertParticipant(cohort, { now: new Date(), daysQuiet: 0, done: true })
    await db().cohortMember.updateMany({ where: { accountId }, data: { statusSince: new Date(Date.now() - 60_000) } })
    const html = await look()
    expect(html).toContain(fr('cohorts.form.begun'))
    expect(html).not.toContain(`value="remove:${cohort.courseId}"`)
    const fields = fieldsIn(html)
    const without = [...fields.filter(([name]) => name !== 'courses'), ['courses', other]] as Fields
    const answer = await send(without)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(fr('cohorts.form.begunKept'))
  })

  it('change the seats alone, and invite a waiting person to a new seat', async () => {
    const { cohort, look, send } = await schoolWithCohort()
    await send([
      ['act', 'seats'],
      ['seats', '1'],
    ])
    await insertParticipant(cohort)
    const { id } = await insertPlace(cohort, { status: 'waiting' })
    expect(await look()).toContain(fr('cohorts.form.seatsWaiting', { count: 1 }))
    const wrong = await send([
      ['act', 'seats'],
      ['seats', 'many'],
    ])
    expect(wrong.status).toBe(400)
    const answer = await send([
      ['act', 'seats'],
      ['seats', '2'],
    ])
    expect(answer.headers.get('location')).toMatch(/settings\?saved=seats#seats$/)
    expect((await db().cohortMember.findUniqueOrThrow({ where: { id } })).status).toBe('invited')
  })

  it('restore an archived cohort, which asks for nothing while it is archived', async () => {
    const { cohort, archive, look, see } = await schoolWithCohort()
    await insertPlace(cohort, { status: 'asked' })
    await archive([['sure', 'yes']])
    const archived = await see()
    expect(archived).toContain(fr('cohorts.dashboard.overLead'))
    expect(archived).toContain(`/fr/cohorts/${cohort.id}/settings#archive`)
    expect(await look()).toContain('value="restore"')
    const back = await archive([['act', 'restore']])
    expect(back.headers.get('location')).toBe(`/fr/cohorts/${cohort.id}?done=restored`)
    expect(await see('?done=restored')).toContain(fr('cohorts.form.restored'))
    expect((await cohortOf(cohort.id)).archivedAt).toBeNull()
  })

  it('are for the administrators of the institution alone', async () => {
    const { school, send } = await schoolWithCohort()
    const others = [await insertStaff('tutor', school.institutionId), (await makeSchool()).administrator]
    for (const { sessionId } of others) {
      await callAs(sessionId)
      expect((await send([['act', 'spread']])).status).toBe(403)
    }
  })
})

describe('the next edition of a cohort', () => {
  it('has its courses in order and its deadlines at the same distance from the start, without its people', async () => {
    const { school, cohort, other } = await schoolWithCohort()
    const { institutionId } = school
    const source = await makeCohort(school, {
      courseIds: [other, cohort.courseId],
      fields: DAYS,
      deadlines: { offence: nextDay(DAYS.startsOn, 10) },
    })
    await insertParticipant(source)
    const path = `/fr/institutions/${institutionId}/cohorts/new?copy=${source.id}`
    const context = { params: Promise.resolve({ locale: 'fr', institution: institutionId }) }
    const form = fieldsIn(await (await getNew(request(path), context)).text())
    expect(valuesOf(form, 'courses')).toEqual([other, cohort.courseId])
    const next = { startsOn: nextDay(DAYS.startsOn, 100), endsOn: nextDay(DAYS.endsOn, 100) }
    const dated = withField(withField(form, 'startsOn', next.startsOn), 'endsOn', next.endsOn)
    const answer = await postNew(request(path, dated), context)
    const [, id = ''] = /cohorts\/([\w-]+)\?done=created$/.exec(answer.headers.get('location') ?? '') ?? []
    const made = await cohortOf(id)
    expect(made.courses[0]).toMatchObject({ courseId: other, deadlines: { offence: nextDay(next.startsOn, 10) } })
    expect(made.copiedFromId).toBe(source.id)
    expect(await db().cohortMember.count({ where: { cohortId: id } })).toBe(0)
  })
})
