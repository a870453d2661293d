import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getMember } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/[member]/route'
import { GET as getAct } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/act/[act]/route'
import { POST as choose } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/act/route'
import { GET as getCohortPeople } from '@/app/[locale]/(teach)/cohorts/[cohort]/people/route'
import { GET as getReminder } from '@/app/[locale]/(teach)/cohorts/[cohort]/remind/route'
import { GET as getCohort } from '@/app/[locale]/(teach)/cohorts/[cohort]/route'
import { GET as getFound } from '@/app/[locale]/(teach)/desk/find/route'
import { GET as getDesk } from '@/app/[locale]/(teach)/desk/route'
import { GET as getAudit } from '@/app/[locale]/(teach)/institutions/[institution]/audit/route'
import { GET as getPeople } from '@/app/[locale]/(teach)/institutions/[institution]/people/route'
import { LOCALES, type Locale } from '@/domain/locale'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { insertMember } from '@/server/db/cohort/cohort-members'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { insertParticipant, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertStaff } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const DAY_MS = 86_400_000
/** People of a usual list: in both scripts, in one script only, and by address alone. Each has a word of her own. */
const LISTED = [
  { nameArabic: 'مستعارة الأولى', nameLatin: 'Mostaara Oula' },
  { nameArabic: 'مستعارة الثانية', nameLatin: '' },
  { nameArabic: '', nameLatin: 'Mostaara Talita' },
  { nameArabic: '', nameLatin: '' },
]

type Params = Record<'locale' | 'institution' | 'cohort' | 'member' | 'act', string>
type Handler = (request: Request, props: { params: Promise<Params> }) => Promise<Response>

/** A school whose list, participants and staff are known by a name in one script. */
async function schoolOfOneScript() {
  const school = await makeSchool()
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
  const cohort = await makeCohort(school, { fields: { startsOn: day(-30), endsOn: day(60) } })
  const since = new Date(Date.now() - 3 * DAY_MS)
  const members = []
  for (const [place, names] of LISTED.entries()) {
    const email = `mostaara${place}@court.example`
    const person = { ...names, cohortId: cohort.id, accountId: null, email, function: 'judge', locale: 'fr' }
    members.push(await insertMember(db(), { ...person, status: 'invited' }, null, since))
  }
  for (const names of LISTED.slice(1, 3)) {
    await insertParticipant(cohort, { daysQuiet: 20, now: new Date(), ...names })
    await insertStaff('tutor', school.institutionId, names)
  }
  return { school, cohort, members: members as string[] }
}

/** Elements that hold nothing: a link, a button, a heading, a name, a heading of a row, an option or a line of a list. */
function emptyIn(html: string): string[] {
  const elements = html.matchAll(
    /<(a|button|h[1-6]|bdi|th|option|li|summary)(?=[\s>])([^>]*)>((?:(?!<\1[\s>]).)*?)<\/\1>/gs,
  )
  const holds = (inner: string, attributes: string) =>
    /<(svg|img|input)\b/.test(inner) ||
    /aria-label="[^"]+"/.test(attributes) ||
    inner.replace(/<[^>]*>/g, '').trim() !== ''
  return [...elements].filter(([, , attributes = '', inner = '']) => !holds(inner, attributes)).map(([all]) => all)
}

const blankLabels = (html: string) => html.match(/aria-label="\s*"/g) ?? []

describe.each(LOCALES)('in %s', (locale) => {
  it('no page names a person by an empty line, link, heading or label', async () => {
    const { school, cohort, members } = await schoolOfOneScript()
    const pages = await pagesOf(locale, school, cohort, members)
    for (const [name, html] of Object.entries(pages)) {
      expect([name, ...emptyIn(html), ...blankLabels(html)]).toEqual([name])
    }
    for (const name of ['found', 'members', 'asked'] as const) {
      for (const [place, { nameArabic, nameLatin }] of LISTED.entries()) {
        const [first, second] = locale === 'ar' ? [nameArabic, nameLatin] : [nameLatin, nameArabic]
        const said = first || second || `mostaara${place}@court.example`
        expect([name, pages[name]?.includes(`>${said}<`) && said]).toEqual([name, said])
      }
    }
  })
})

async function pagesOf(
  locale: Locale,
  { administrator, institutionId }: Awaited<ReturnType<typeof makeSchool>>,
  cohort: CohortInCourse,
  members: readonly string[],
) {
  await callAs(administrator.sessionId)
  const send = (handler: unknown, query: string, about: Partial<Params>, form?: FormData) => {
    const request = new Request(`http://localhost:3000/${locale}/x${query}`, {
      headers: { host: 'localhost:3000', accept: 'text/html' },
      ...(form && { method: 'POST', body: form }),
    })
    const params = { locale, institution: institutionId, cohort: cohort.id, member: '', act: '', ...about }
    return (handler as Handler)(request, { params: Promise.resolve(params) })
  }
  const get = async (handler: unknown, query = '', about: Partial<Params> = {}) => {
    const response = await send(handler, query, about)
    expect(response.status).toBe(200)
    return response.text()
  }
  const chosen = new FormData()
  chosen.set('act', 'withdraw')
  for (const member of members) chosen.append('who', member)
  const set = (await send(choose, '', {}, chosen)).headers.get('location') ?? ''
  const person = await Promise.all(members.map((member) => get(getMember, '', { member })))
  return {
    found: await get(getFound, '?q=mostaara'),
    members: await get(getCohortPeople, '?status=invited'),
    asked: await get(getAct, new URL(set, 'http://localhost').search, { act: 'withdraw' }),
    person: person.join(''),
    cohort: await get(getCohort),
    reminder: await get(getReminder, '?why=inactive'),
    desk: await get(getDesk),
    people: await get(getPeople),
    audit: await get(getAudit),
  }
}
