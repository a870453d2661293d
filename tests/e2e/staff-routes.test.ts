import type { APIRequestContext } from '@playwright/test'
import { type Actor, type Decision, decide } from '@/domain/auth/policy'
import { INSTITUTION_ROLES, PLATFORM_ROLES, type Role } from '@/domain/auth/role'
import { NO_ROLES, type RolesHeld } from '@/domain/auth/roles-held'
import { reportDay } from '@/domain/cohort/report/report-day'
import type { Scope } from '@/domain/signoff/scope'
import type { Asked, Fixtures, StaffRoute } from '../support/access/access'
import { STAFF_ROUTES } from '../support/access/declared'
import { type Answer, answerOf } from '../support/e2e/answer'
import type { Rows, Someone } from '../support/e2e/rows'
import { test as base, COURSE, expect } from '../support/e2e/test'

type Caller = { name: string; someone: Someone | null; actor: () => Actor }
type Scenario = { fixtures: Fixtures; callers: readonly Caller[] }

/** A person for each role, held in the institution under test, in another institution, or on the platform. */
async function makeScenario(rows: Rows): Promise<Scenario> {
  const [institutionId, elsewhere] = [await rows.makeInstitution(), await rows.makeInstitution()]
  const administrator = await rows.person()
  await rows.empower(administrator, institutionId, ['administrator'])
  const belonging = async (role: Role) => {
    const someone = await rows.person()
    await rows.empower(someone, institutionId, [role])
    return someone
  }
  const people = { learner: await belonging('learner'), tutor: await belonging('tutor') }
  await rows.confirmIdentity(administrator, people.learner, institutionId)

  const holding = async (role: Role, where: string | null, name: string): Promise<Caller> => {
    const someone = await rows.person()
    await rows.empower(someone, where, [role])
    return { name, someone, actor: () => actorOf(someone, rolesOf(role, where)) }
  }
  const newcomer = await rows.person()
  const unconfirmed = await rows.person({ confirmed: false })
  const callers: Caller[] = [
    { name: 'anonymous', someone: null, actor: () => ({ kind: 'anonymous' }) },
    { name: 'unconfirmed', someone: unconfirmed, actor: () => actorOf(unconfirmed, NO_ROLES) },
    { name: 'no role', someone: newcomer, actor: () => actorOf(newcomer, NO_ROLES) },
  ]
  for (const role of INSTITUTION_ROLES) {
    callers.push(await holding(role, institutionId, `${role}, own`))
    callers.push(await holding(role, elsewhere, `${role}, other`))
  }
  for (const role of PLATFORM_ROLES) callers.push(await holding(role, null, role))
  const { tutor } = people
  const actor = () => actorOf(tutor, rolesOf('tutor', institutionId))
  callers.push({ name: 'tutor, of no cohort', someone: tutor, actor })
  const follows = callers.find(({ name }) => name === 'tutor, own')?.someone
  const cohortId = await rows.makeCohort(administrator, institutionId, COURSE, follows ? [follows] : [])
  const cohort = { cohortId, institutionId, tutorIds: follows ? [follows.accountId] : [] }
  const seminarId = await rows.makeSeminar(administrator, institutionId)
  const seminar = { seminarId, institutionId, coOrganiserIds: [], tutorIds: [] }
  return { fixtures: { institutionId, cohort, seminar, ...people }, callers }
}

const test = base.extend<object, { scenario: Scenario }>({
  scenario: [async ({ rows }, use) => use(await makeScenario(rows)), { scope: 'worker' }],
})

for (const [route, row] of Object.entries(STAFF_ROUTES)) {
  test(route, async ({ request, scenario: { fixtures, callers } }) => {
    const got: Record<string, Answer> = {}
    for (const { name, someone } of callers) got[name] = await call(request, route, row, fixtures, someone)

    const expected = callers.map(({ name, actor }) => [name, answerFor(row, row.asks(fixtures), actor(), fixtures)])
    expect(got).toEqual(Object.fromEntries(expected))
  })
}

test('a person who may open any institution gets a 404 for one that does not exist', async ({ request, scenario }) => {
  const platform = scenario.callers.find(({ name }) => name === 'platform-administrator')
  for (const institutionId of ['none', '0198c0de-0000-7000-8000-000000000001']) {
    for (const [route, row] of Object.entries(STAFF_ROUTES).filter(([name]) => name.includes('[institution]'))) {
      const fixtures = { ...scenario.fixtures, institutionId }
      const answer = await call(request, route, row, fixtures, platform?.someone ?? null)
      // An act that only the institution's own administrator may do is refused before the institution is looked up.
      expect([403, 404], `${route} ${institutionId}`).toContain(answer)
    }
  }
})

/** The answer of this route according to the table of permissions. */
function answerFor(row: StaffRoute, asks: readonly Asked[], actor: Actor, fixtures: Fixtures): Answer {
  const { institutionId, cohort, seminar } = fixtures
  const refusal = asks
    .map(({ permission, target }) => decide(actor, permission, target))
    .find((decision) => decision !== 'allowed')
  if (refusal === 'forbidden' && row.hidden) return 404
  if (refusal === 'sign-in-required' && row.file) return 401
  if (refusal) return REFUSALS[refusal] ?? 0
  if (typeof row.answer === 'number') return row.answer
  return row.answer
    .replace('{institution}', institutionId)
    .replace('{cohort}', cohort.cohortId)
    .replace('{seminar}', seminar.seminarId)
    .replace('{yesterday}', reportDay(new Date()).day) as Answer
}

const REFUSALS: Partial<Record<Decision, Answer>> = {
  'sign-in-required': '303 /ar/sign-in',
  unconfirmed: 403,
  forbidden: 403,
}

/** The smallest scope with which a reviewer may open these routes. */
const SCOPE: Scope = {
  areas: ['legal'],
  parts: [`course:${COURSE}`, 'library:term'],
  languages: ['fr'],
  function: 'F',
  body: 'B',
}

function rolesOf(role: Role, institutionId: string | null): RolesHeld {
  return {
    platform: PLATFORM_ROLES.filter((one) => one === role),
    institutions: INSTITUTION_ROLES.filter((one) => one === role).map((one) => ({
      institutionId: institutionId ?? '',
      kind: 'school',
      role: one,
    })),
    proof: 'fresh',
    reviewer: role === 'reviewer' ? { scope: SCOPE, signer: 'R-2222' } : null,
    signing: true,
  }
}

function actorOf({ accountId, sessionId, confirmed, locale }: Someone, roles: RolesHeld): Actor {
  return { kind: 'person', accountId, sessionId, confirmed, locale, roles }
}

async function call(
  request: APIRequestContext,
  route: string,
  { form, query }: StaffRoute,
  fixtures: Fixtures,
  someone: Someone | null,
): Promise<Answer> {
  const [method = '', pattern = ''] = route.split(' ')
  const address = pattern
    .replace('[locale]', 'ar')
    .replace('[institution]', fixtures.institutionId)
    .replace('[cohort]', fixtures.cohort.cohortId)
    .replace('[seminar]', fixtures.seminar.seminarId)
    .replace('[account]', fixtures.learner.accountId)
    .replace('[day]', '2020-02-29')
    .replace('[table]', 'coverage')
    .replace('[act]', 'withdraw')
    .replace('[number]', '7F3K-9MPQ-2WXY-N')
    .replace('short/[kind]/[lang]', 'short/term/fr')
    .replace('new/[course]', `new/${COURSE}`)
    .replace('[kind]/[key]/[lang]', `lesson/${COURSE}~offence/fr`)
    .replace(/\[(run|member|message|thread|place|proposal)\]/, '0198c0de-0000-7000-8000-000000000001')
  const headers: Record<string, string> = someone ? { cookie: `session=${someone.cookie}` } : {}
  const body = method === 'POST' ? { form: form?.(fixtures) ?? {} } : {}
  const response = await request.fetch(`${address}${query?.(fixtures) ?? ''}`, {
    method,
    headers,
    maxRedirects: 0,
    ...body,
  })
  return answerOf(response)
}
