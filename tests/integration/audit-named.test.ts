import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { auditWords } from '@/components/institution/audit-words'
import { auditItems } from '@/components/ui/audit-items'
import { NO_FILTER } from '@/domain/audit/audit-filter'
import { translator } from '@/i18n/translator'
import { readAudit } from '@/server/audit/read-audit'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { runImports, startImport } from '@/server/cohort/import/run-import'
import { validateImport } from '@/server/cohort/import/validate-import'
import { changeSeats } from '@/server/cohort/save-cohort'
import { recordAct } from '@/server/db/audit/audit'
import { db } from '@/server/db/client'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { insertPlace, makeCohort, makeSchool, mayEnrol, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { makeSeminar } from '@/tests/support/seminars'
import { actorNow, insertStaff } from '@/tests/support/staff'

const t = translator('fr')
const LATER = new Date(NOW.getTime() + 60_000)

async function logOf(school: School, filter: Partial<typeof NO_FILTER> = {}) {
  const { institutionId, administrator } = school
  const permit = permitFor(await actorNow(administrator), 'audit:read', { institutionId })
  return (await readAudit(permit, null, { ...NO_FILTER, ...filter })).entries
}

/** The newest entry of an act, as the page tells it. */
async function told(school: School, act: (typeof NO_FILTER)['act']) {
  const entries = await logOf(school, { act })
  const [item] = auditItems(entries.slice(0, 1), { about: true, institution: false }, 'fr', t)
  const facts = (item?.facts ?? []).map(({ label, value }) => [label, textIn(renderToStaticMarkup(value))])
  return { count: entries.length, act: item?.act, facts: Object.fromEntries(facts) }
}
const textIn = (html: string) => html.replace(/<[^>]*>/g, '')

/** Takes a list of this many people in. */
async function takeIn(school: School, cohort: CohortRow, people: number, name = 'liste.csv') {
  const rows = Array.from({ length: people }, (_, place) => `${cohort.id}-${place}@court.example`)
  const file = { name, bytes: new TextEncoder().encode(`email\n${rows.join('\n')}\n`) }
  const permit = await mayEnrol(school, cohort)
  const checked = await validateImport(permit, file, NOW)
  if (checked.status !== 'checked') throw new Error(checked.status)
  await startImport(permit, checked.runId, NOW)
  await runImports(() => NOW)
}

describe('the log of an institution', () => {
  it('tells an import as one line with its file and its numbers, and each person if it is asked for', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 70 } })
    await takeIn(school, cohort, 77)

    const acts = (await logOf(school)).map(({ act }) => act)
    expect(acts.toSorted()).toEqual(['cohort-created', 'list-checked', 'list-taken-in'])
    const { act, facts } = await told(school, 'list-taken-in')
    expect(act).toBe(t('audit.takenIn', { file: 'liste.csv', invited: 70, waiting: 7 }))
    expect(facts[t('audit.cohort')]).toBe(cohort.name)

    const moves = await logOf(school, { act: 'member-moved' })
    expect(moves.reduce((sum, { rows }) => sum + rows, 0)).toBe(77)
    expect(moves.length).toBeLessThanOrEqual(4)
  })

  it('folds what raising the number of seats did to several people, also in entries from before imports were named', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school, { fields: { seats: 1 } })
    await takeIn(school, cohort, 9)
    const permit = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort))
    await changeSeats(permit, 9, LATER)

    const seats = await told(school, 'member-moved')
    expect(seats.facts).toMatchObject({
      [t('audit.people')]: t('audit.peopleCount', { count: 8 }),
      [t('audit.cohort')]: cohort.name,
      [t('audit.change')]: t('audit.fromTo', {
        from: t('cohorts.statuses.waiting'),
        to: t('cohorts.statuses.invited'),
      }),
    })

    const older = await makeSchool()
    for (const memberId of Array.from({ length: 5 }, () => crypto.randomUUID())) {
      const details = { cohortId: cohort.id, memberId, from: null, to: 'invited' }
      const facts = { actorId: older.administrator.accountId, institutionId: older.institutionId, details }
      await recordAct(db(), { act: 'member-moved', ...facts }, NOW)
    }
    expect((await logOf(older)).map(({ rows }) => rows)).toEqual([5])
  })

  it('names the person, the cohort, the seminar and the host of a webhook', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const { id: memberId } = await insertPlace(cohort, { status: 'invited' })
    const by = { actorId: school.administrator.accountId, institutionId: school.institutionId }
    const details = { cohortId: cohort.id, memberId, from: 'waiting', to: 'invited' }
    await recordAct(db(), { act: 'member-moved', ...by, details }, NOW)
    await recordAct(db(), { act: 'webhook-added', ...by, details: { webhook: 'gone', host: 'sih.example.ma' } }, NOW)
    const seminar = await makeSeminar(school)
    await recordAct(db(), { act: 'seminar-held', ...by, details: { seminar: seminar.id } }, NOW)
    await recordAct(db(), { act: 'cohort-changed', ...by, details: { cohortId: 'not an id' } }, NOW)

    const moved = await told(school, 'member-moved')
    expect(moved.facts).toMatchObject({ [t('audit.about')]: 'Amina Tazi', [t('audit.cohort')]: cohort.name })
    expect((await told(school, 'webhook-added')).facts[t('audit.host')]).toBe('sih.example.ma')
    expect((await told(school, 'seminar-held')).facts[t('audit.seminar')]).not.toBe('')
    expect((await told(school, 'cohort-changed')).facts).not.toHaveProperty(t('audit.cohort'))

    const [entry] = await logOf(school, { act: 'member-moved' })
    expect(entry && auditWords('fr', t).line(entry).join(';')).toContain(`Amina Tazi · ${cohort.name}`)
  })

  it('names nobody with a place in the log of the platform', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const { id: memberId } = await insertPlace(cohort, { status: 'invited' })
    const details = { cohortId: cohort.id, memberId, from: null, to: 'invited' }
    const by = { actorId: school.administrator.accountId, institutionId: school.institutionId }
    await recordAct(db(), { act: 'member-moved', ...by, details }, LATER)
    const platform = await insertStaff('platform-administrator', null)
    const permit = permitFor(await actorNow(platform), 'audit:read', { institutionId: null })
    const { entries } = await readAudit(permit, null, { ...NO_FILTER, act: 'member-moved' })

    expect(entries[0]?.named).toMatchObject({ cohort: { name: cohort.name }, member: null })
  })
})
