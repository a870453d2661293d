import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '@/domain/certificate/match-name'
import { type PeopleQuery, readPeopleQuery } from '@/domain/cohort/people-query'
import type { Locale } from '@/domain/locale'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortPeople } from '@/server/cohort/people/cohort-people'
import { database, db, sql } from '@/server/db/client'
import { insertMember } from '@/server/db/cohort/cohort-members'
import type { CohortRow } from '@/server/db/cohort/cohorts'
import { insertParticipant, insertPlace, makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { NOW } from '@/tests/support/exam-room'
import { hearStatements } from '@/tests/support/heard-statements'
import { actorNow } from '@/tests/support/staff'

type Named = { nameArabic?: string; nameLatin?: string; email: string; institution?: string; statusSince?: Date }

async function list(cohort: CohortRow, people: readonly Named[]) {
  for (const { statusSince = NOW, nameArabic = '', nameLatin = '', institution = '', email } of people) {
    const facts = { nameArabic, nameLatin, institution, email, function: 'judge', locale: 'fr', accountId: null }
    await insertMember(db(), { ...facts, cohortId: cohort.id, status: 'invited' }, null, statusSince)
  }
}

async function find(school: School, cohort: CohortRow, query: string, locale: Locale = 'fr') {
  const permit = permitFor(await actorNow(school.administrator), 'cohort:read', targetOf(cohort))
  return cohortPeople(permit, cohort, readPeopleQuery(new URLSearchParams(query)) as PeopleQuery, locale, NOW)
}
const emails = ({ people }: { people: readonly { email: string }[] }) => people.map(({ email }) => email)

const PEOPLE: Named[] = [
  { email: 'o.zaki@court.example', nameArabic: 'أُسامة الزّاكي', nameLatin: 'Oussama Zaki', institution: 'Rabat' },
  { email: 'a_benali@court.example', nameArabic: 'عبد الله بن علي', nameLatin: 'Abdellah Benali' },
  { email: 'e.cherif@court.example', nameArabic: 'إيمان الشريف', nameLatin: 'Éloïse Chérif', institution: 'Fès' },
  { email: 'nobody@court.example' },
]

describe('a search in a cohort', () => {
  it.each([
    ['without accents', 'eloise', ['e.cherif@court.example']],
    ['with other accents', 'Eloïsé CHERIF', ['e.cherif@court.example']],
    ['without hamza and tashkeel', 'اسامه الزاكي', ['o.zaki@court.example']],
    ['with a space that print does not show', 'عبدالله', ['a_benali@court.example']],
    ['by a part of a name in the other script', 'zak', ['o.zaki@court.example']],
    ['by words in any order', 'benali abdellah', ['a_benali@court.example']],
    ['by an address', 'nobody@court', ['nobody@court.example']],
    ['by an address with a sign that patterns use', 'a_benali', ['a_benali@court.example']],
    ['for markup', '<script>', []],
    ['for a sign alone', '%', []],
    ['for the other sign alone', '_', []],
  ])('works %s', async (_, typed, found) => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await list(cohort, PEOPLE)

    expect(emails(await find(school, cohort, `?q=${encodeURIComponent(typed)}`))).toEqual(found)
  })

  it('finds somebody by the name of her account as soon as she changes it, and nobody of another cohort', async () => {
    const school = await makeSchool()
    const [cohort, other] = [await makeCohort(school), await makeCohort(school)]
    const her = await insertParticipant(cohort, { nameLatin: 'Salma Mrabet' })
    await insertParticipant(other, { nameLatin: 'Salma Mrabet' })

    expect(emails(await find(school, cohort, '?q=mrabet'))).toEqual([her.email])
    await db().account.update({ where: { id: her.accountId }, data: { nameLatin: 'Salma Idrissi' } })
    expect(emails(await find(school, cohort, '?q=idrissi'))).toEqual([her.email])
    expect(emails(await find(school, cohort, '?q=mrabet'))).toEqual([])
  })

  it('counts what it finds, and gives the last page if a later one is asked for', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await list(
      cohort,
      Array.from({ length: 51 }, (_, n) => ({
        email: `p${String(n).padStart(2, '0')}@court.example`,
        nameLatin: 'Tazi',
      })),
    )
    await list(cohort, PEOPLE)

    const page = await find(school, cohort, '?q=tazi&page=9')
    expect(page).toMatchObject({ found: 51, places: { from: 51, to: 51, before: 1, after: null } })
    expect(page.people).toHaveLength(1)
    expect(page.statuses).toEqual({ invited: 55 })
  })
})

describe('the order of a cohort’s people', () => {
  it('is by name in the script of the page, whatever the accents', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    await list(cohort, PEOPLE)

    expect(emails(await find(school, cohort, ''))).toEqual([1, 2, 3, 0].map((place) => PEOPLE[place]?.email))
    expect(emails(await find(school, cohort, '', 'ar')).slice(1)).toEqual(
      [0, 2, 1].map((place) => PEOPLE[place]?.email),
    )
  })

  it('can be by court or by the last change', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
    await list(
      cohort,
      PEOPLE.map((person, place) => ({ ...person, statusSince: later([2, 0, 3, 1][place] ?? 0) })),
    )
    const first = async (query: string) => emails(await find(school, cohort, query))[0]

    expect(await first('?sort=court')).toBe('e.cherif@court.example')
    expect(await first('?sort=newest')).toBe('e.cherif@court.example')
    expect(await first('?sort=oldest')).toBe('a_benali@court.example')
  })

  it('is by the time of arrival for requests', async () => {
    const school = await makeSchool()
    const cohort = await makeCohort(school)
    const late = await insertPlace(cohort, { status: 'asked' })
    const early = await insertPlace(cohort, { status: 'asked', waitsSince: new Date(NOW.getTime() - 3_600_000) })

    const { people } = await find(school, cohort, '?status=asked')
    expect(people.map(({ id }) => id)).toEqual([early.id, late.id])
  })
})

it('filters active members by situation', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  await insertParticipant(cohort)
  const quiet = await insertParticipant(cohort, { daysQuiet: 20 })
  await insertPlace(cohort, { status: 'invited' })

  expect(emails(await find(school, cohort, '?status=inactive'))).toEqual([quiet.email])
})

it('asks the database as often for many people as for few', async () => {
  const school = await makeSchool()
  const cohort = await makeCohort(school)
  await list(cohort, PEOPLE)
  const given = database()
  let asked = 0
  database.set(
    hearStatements(() => {
      asked += 1
    }),
  )
  const permit = permitFor(await actorNow(school.administrator), 'cohort:read', targetOf(cohort))
  const query = readPeopleQuery(new URLSearchParams('?q=court'))
  const queries = async () => {
    asked = 0
    await cohortPeople(permit, cohort, query, 'fr', NOW)
    return asked
  }
  const few = await queries()
  await list(
    cohort,
    Array.from({ length: 60 }, (_, n) => ({ email: `p${n}@court.example` })),
  )
  const many = await queries()
  await database().close()
  database.set(given)

  expect([few, many]).toEqual([2, 2])
})

it('compares names in the database as the platform does', async () => {
  const letter = fc.constantFrom(...'أإآٱاىیيئؤءةهكڭگڤپچ éÉœŒßÀøØAzZ0-’.,،َّـ', '\u200F', '\uFEFB', '\u0301')
  const someName = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''))
  await fc.assert(
    fc.asyncProperty(fc.array(someName, { minLength: 30, maxLength: 30 }), async (names) => {
      const rows = await sql().$queryRaw<{ folded: string }[]>`
        select fold_name(n.name) as folded from unnest(${names}::text[]) with ordinality as n(name, place) order by place`
      expect(rows.map(({ folded }) => folded)).toEqual(names.map(foldName))
    }),
    { numRuns: 30 },
  )
})
