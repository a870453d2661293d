import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getSurvey, POST as postSurvey } from '@/app/[locale]/(learn)/s/[token]/route'
import { GET as getOfSeminar } from '@/app/[locale]/(learn)/seminars/[seminar]/survey/[when]/route'
import { GET as getSeminar } from '@/app/[locale]/(public)/seminars/[seminar]/route'
import { GET as getList, POST as postList } from '@/app/[locale]/(teach)/cohorts/[cohort]/surveys/route'
import { POST as postOrder } from '@/app/[locale]/(teach)/institutions/[institution]/surveys/[survey]/order/route'
import { POST as postQuestion } from '@/app/[locale]/(teach)/institutions/[institution]/surveys/[survey]/questions/[question]/route'
import {
  GET as getPage,
  POST as postDay,
} from '@/app/[locale]/(teach)/institutions/[institution]/surveys/[survey]/route'
import { POST as postWithdraw } from '@/app/[locale]/(teach)/institutions/[institution]/surveys/[survey]/withdraw/route'
import { GET as getOurs, POST as postOurs } from '@/app/[locale]/(teach)/institutions/[institution]/surveys/route'
import { fieldOf } from '@/domain/survey/survey-answers'
import { dayOf } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { db } from '@/server/db/client'
import { openSurvey } from '@/server/survey/run-surveys'
import { surveyPath } from '@/server/survey/survey-link'
import { insertPlace, makeSchool } from '@/tests/support/cohorts'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { insertRegistration, makeSeminar } from '@/tests/support/seminars'
import { insertStaff } from '@/tests/support/staff'
import {
  answerAll,
  closeOpened,
  levelAndWords,
  openedSurvey,
  questionsOf,
  surveyedCohort,
  ticketOf,
} from '@/tests/support/surveys'

beforeAll(buildAssets)

const ORIGIN = 'http://localhost:3000'
const t = translator('fr')
type Params = Record<string, string>
type Route = (request: Request, props: { params: Promise<{ locale: string } & never> }) => Promise<Response>

function call(route: unknown, params: Params, form?: [string, string][], query = '') {
  const headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }
  const request = new Request(`${ORIGIN}/fr/x${query}`, {
    ...(form && { method: 'POST', body: new URLSearchParams(form), headers }),
  })
  return (route as Route)(request, { params: Promise.resolve({ locale: 'fr', ...params }) as never })
}
const textOf = async (response: Promise<Response> | Response) =>
  (await (await response).text()).replaceAll('&nbsp;', ' ')

describe('the link of a survey', () => {
  async function linked() {
    const { school, cohort, accounts } = await surveyedCohort(2)
    const id = await openedSurvey(school, cohort)
    const { ticketId } = await ticketOf(id, accounts[0] ?? '')
    const token = (await surveyPath(id, ticketId)).slice('/s/'.length)
    await callAs(null)
    return { id, token, questions: await questionsOf(id), accounts }
  }

  it('says that an answer can be neither shown, changed nor deleted, and names nobody', async () => {
    const { token, accounts } = await linked()
    const response = await call(getSurvey, { token })
    const page = await textOf(response)

    expect(page).toContain(t('surveys.answer.anonymous'))
    expect(response.headers.get('cache-control')).toContain('no-store')
    for (const { nameLatin, email } of await db().account.findMany({ where: { id: { in: accounts } } }))
      for (const word of [nameLatin, email]) expect(page).not.toContain(word)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('accepts one answer, and then says that it was received', async () => {
    const { id, token, questions } = await linked()
    const answer = questions.flatMap((one): [string, string][] =>
      one.kind === 'scale' ? [[fieldOf(one.id), '3']] : [],
    )

    expect(await textOf(call(postSurvey, { token }, answer))).toContain(t('surveys.ends.thanks.lead'))
    expect(await textOf(call(postSurvey, { token }, answer))).toContain(t('surveys.ends.received.title'))
    expect(await textOf(call(getSurvey, { token }))).toContain(t('surveys.ends.received.title'))
    expect(await db().waitingAnswer.count({ where: { surveyId: id } })).toBe(1)
  })

  it('gives back an invalid answer with all that was ticked, and can still be used', async () => {
    const { id, token, questions } = await linked()
    const text = questions.find(({ kind }) => kind === 'text')
    const scale = questions.find(({ kind }) => kind === 'scale')
    const sent: [string, string][] = [
      [fieldOf(text?.id ?? ''), '<b>M. Alami</b> l’a dit'],
      [fieldOf(scale?.id ?? ''), '2'],
    ]
    const response = await call(postSurvey, { token }, sent)
    const page = await textOf(response)

    expect(response.status).toBe(400)
    expect(page).toContain(t('surveys.answer.problems.names', { max: 500 }))
    expect(page).toContain('&lt;b&gt;M. Alami&lt;/b&gt;')
    expect(page).toMatch(/checked="" value="2"|value="2" checked=""/)
    const empty = await call(postSurvey, { token }, [])
    expect([empty.status, (await textOf(empty)).includes(t('surveys.answer.empty'))]).toEqual([400, true])
    expect(await db().waitingAnswer.count({ where: { surveyId: id } })).toBe(0)
  })

  it('says that a survey is closed, or that a link is invalid', async () => {
    const { token } = await linked()
    await closeOpened()

    expect(await textOf(call(getSurvey, { token }))).toContain(t('surveys.ends.closed.title'))
    expect(await textOf(call(postSurvey, { token }, [['a', 'b']]))).toContain(t('surveys.ends.closed.title'))
    const bad = await call(getSurvey, { token: 'abc' })
    expect([bad.status, (await textOf(bad)).includes(t('surveys.ends.bad.title'))]).toEqual([404, true])
  })

  it('is on “my learning”', async () => {
    const { school, cohort } = await surveyedCohort(0)
    const person = await insertPerson({ locale: 'fr' })
    await insertPlace(cohort, { status: 'active', ...person })
    const id = await openedSurvey(school, cohort)
    await callAs(person.sessionId)
    const { ticketId } = await ticketOf(id, person.accountId)

    expect(await textOf(call(getLearning, {}))).toContain(`/fr${await surveyPath(id, ticketId)}`)
  })
})

it('the survey of a seminar asks the people registered for it, and is linked from its page', async () => {
  const school = await makeSchool()
  const { id: seminar } = await makeSeminar(school, {}, ['open'])
  const [hers, waits] = [await insertPerson({ locale: 'fr' }), await insertPerson({ locale: 'fr' })]
  await insertRegistration(seminar, hers, 'registered')
  await insertRegistration(seminar, waits, 'waiting')
  await callAs(school.administrator.sessionId)
  const { institutionId: institution } = school
  const made = await call(postOurs, { institution }, [
    ['kind', 'later-3'],
    ['surveyAbout', `seminar:${seminar}`],
  ])
  const survey = made.headers.get('location')?.split('/').at(-1) ?? ''
  await call(postDay, { institution, survey }, [['opensOn', dayOf(new Date())]])
  await openSurvey(survey, new Date())

  const asked = await db().surveyTicket.findMany({ where: { surveyId: survey } })
  expect(asked.map(({ accountId }) => accountId)).toEqual([hers.accountId])
  await callAs(hers.sessionId)
  const later = await call(getOfSeminar, { seminar, when: 'later' })
  expect(later.headers.get('location')).toBe(`/fr${await surveyPath(survey, asked[0]?.id ?? '')}`)
  expect((await call(getOfSeminar, { seminar, when: 'after' })).status).toBe(404)
  const link = `/fr${await surveyPath(survey, asked[0]?.id ?? '')}`
  expect(await textOf(call(getSeminar, { seminar }))).toContain(`href="${link}"`)
  await callAs(school.administrator.sessionId)
  const event = await textOf(call(getSeminar, { seminar }))
  expect(event).toContain(`href="/fr/institutions/${institution}/surveys?seminar=${seminar}"`)
  expect(event).not.toContain(link)
  const { id: another } = await makeSeminar(school, { titles: { fr: 'Un autre' } }, ['open'])
  const listed = await textOf(call(getOurs, { institution }, undefined, `?seminar=${seminar}`))
  expect(listed).toContain(`href="/fr/institutions/${institution}/surveys/${survey}"`)
  expect(listed).toMatch(
    new RegExp(`<option[^>]*(value="seminar:${seminar}" selected=""|selected="" value="seminar:${seminar}")`),
  )
  expect(await textOf(call(getOurs, { institution }, undefined, `?seminar=${another}`))).not.toContain(survey)
  await callAs(waits.sessionId)
  expect((await call(getOfSeminar, { seminar, when: 'later' })).status).toBe(404)
  expect(await textOf(call(getSeminar, { seminar }))).not.toContain('/fr/s/')
  await callAs(hers.sessionId)
  await db().surveyTicket.updateMany({ where: { surveyId: survey }, data: { spent: true } })
  expect(await textOf(call(getSeminar, { seminar }))).not.toContain('/fr/s/')
  const other = await makeSchool()
  await callAs(other.administrator.sessionId)
  const theirs = [
    ['kind', 'reaction'],
    ['surveyAbout', `seminar:${seminar}`],
  ] as [string, string][]
  expect((await call(postOurs, { institution: other.institutionId }, theirs)).status).toBe(404)
})

describe('the pages of staff', () => {
  const WORDS = {
    questionKind: 'choice',
    questionArabic: 'ما رأيكم؟',
    questionFrench: '<i>Votre avis</i> ?',
    questionEnglish: 'Your opinion?',
    optionsArabic: 'نعم\nلا',
    optionsFrench: 'oui\nnon',
    optionsEnglish: 'yes\nno',
  }
  const entries = (fields: Record<string, string>) => Object.entries(fields)

  it('lead from a template through own questions to a survey that opens', async () => {
    const { school, cohort } = await surveyedCohort(5)
    await callAs(school.administrator.sessionId)
    const { institutionId: institution } = school
    const made = await call(postList, { cohort: cohort.id }, [['kind', 'reaction']])
    const id = made.headers.get('location')?.split('/').at(-1) ?? ''
    const at = { institution, survey: id }
    expect(made.status).toBe(303)
    expect(await textOf(call(getPage, at))).toContain(`/fr/institutions/${institution}/surveys/${id}/questions/new`)

    const refused = await call(postQuestion, { ...at, question: 'new' }, entries({ ...WORDS, optionsEnglish: 'yes' }))
    expect([refused.status, (await textOf(refused)).includes(t('fields.problems.options'))]).toEqual([400, true])
    await call(postQuestion, { ...at, question: 'new' }, entries(WORDS))
    const page = await textOf(call(getPage, at))
    expect(page).toContain('&lt;i&gt;Votre avis&lt;/i&gt;')
    expect(await questionsOf(id)).toHaveLength(8)
    const own = (await questionsOf(id)).at(-1)?.id ?? ''
    await call(postOrder, at, entries({ question: own, act: 'remove' }))
    expect(await questionsOf(id)).toHaveLength(7)

    expect((await call(postDay, at, [['opensOn', '2020-01-01']])).status).toBe(400)
    expect((await call(postDay, at, [['opensOn', dayOf(new Date())]])).status).toBe(303)
    expect(await openSurvey(id, new Date())).toBe(true)
    const changed = await call(postQuestion, { ...at, question: 'new' }, entries(WORDS))
    expect(changed.status).toBe(409)
    const open = await textOf(call(getPage, at))
    expect(open).toContain(t('surveys.fewSoFar'))
    expect(open).not.toContain('questions/new')
  })

  it('show the figures to tutors, the texts only to the organiser, and nobody’s address', async () => {
    const { school, cohort, accounts } = await surveyedCohort(14)
    const tutor = await insertStaff('tutor', school.institutionId)
    await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId } })
    const id = await openedSurvey(school, cohort)
    await answerAll(id, accounts.slice(0, 12), (place, questions) =>
      levelAndWords(questions, place < 6 ? '4' : '3', place === 0 ? 'Avec Karim Benjelloun' : `<u>texte ${place}</u>`),
    )
    await callAs(tutor.sessionId)
    const at = { institution: school.institutionId, survey: id }
    expect(await textOf(call(getPage, at))).toContain(t('surveys.soFar', { answered: '12' }))
    expect(await textOf(call(getPage, at))).not.toContain(t('cohorts.learning.hidden.protects-a-group'))
    await closeOpened()

    const theirs = await textOf(call(getPage, at))
    expect(theirs).toContain(t('surveys.answers', { count: 12 }))
    expect(theirs).toContain(t('surveys.response', { rate: '86 %' }).replaceAll('\u202f', ' ').slice(0, 10))
    expect(theirs).toContain(t('surveys.textsOrganiser', { count: 12 }))
    expect(theirs).not.toContain('texte 1')
    await callAs(school.administrator.sessionId)
    const ours = await textOf(call(getPage, at))
    expect(ours).toContain('&lt;u&gt;texte 11&lt;/u&gt;')
    expect(ours).not.toContain('Benjelloun')
    expect(ours).toContain(t('surveys.withheld', { count: 1 }))
    for (const email of (await db().account.findMany({ where: { id: { in: accounts } } })).map((one) => one.email))
      expect(ours).not.toContain(email)
  })

  it('show no figure of fewer than five answers', async () => {
    const { school, cohort, accounts } = await surveyedCohort(6)
    const id = await openedSurvey(school, cohort)
    await answerAll(id, accounts.slice(0, 4), (_, questions) => levelAndWords(questions, '4', 'mot'))
    await closeOpened()
    await callAs(school.administrator.sessionId)
    const page = await textOf(call(getPage, { institution: school.institutionId, survey: id }))

    expect(page).toContain(t('surveys.fewAnswers'))
    expect(page).not.toContain(t('surveys.levels.4'))
  })

  it('are closed to another institution, and read-only for tutors', async () => {
    const { school, cohort } = await surveyedCohort(1)
    const tutor = await insertStaff('tutor', school.institutionId)
    await db().cohortTutor.create({ data: { cohortId: cohort.id, accountId: tutor.accountId } })
    const id = await openedSurvey(school, cohort)
    const other = await makeSchool()
    const at = { institution: school.institutionId, survey: id }
    const sure: [string, string][] = [['sure', 'yes']]

    await callAs(other.administrator.sessionId)
    expect((await call(getPage, at)).status).toBe(403)
    expect((await call(getPage, { institution: other.institutionId, survey: id })).status).toBe(404)
    expect((await call(postWithdraw, { institution: other.institutionId, survey: id }, sure)).status).toBe(404)
    expect((await call(getList, { cohort: cohort.id })).status).toBe(403)
    expect((await call(postOurs, { institution: school.institutionId }, [['kind', 'other']])).status).toBe(403)
    await callAs(tutor.sessionId)
    expect((await call(getPage, at)).status).toBe(200)
    expect((await call(getList, { cohort: cohort.id })).status).toBe(200)
    expect((await call(postList, { cohort: cohort.id }, [['kind', 'other']])).status).toBe(403)
    expect((await call(postWithdraw, at, sure)).status).toBe(403)
    await callAs(null)
    expect((await call(getPage, at)).status).toBe(303)
    expect(await db().surveyTicket.count({ where: { surveyId: id } })).toBe(1)
  })

  it('create a survey about a course, and withdraw it only with a tick', async () => {
    const { school } = await surveyedCohort(1)
    const { institutionId: institution, courseId } = school
    await callAs(school.administrator.sessionId)
    expect((await call(postOurs, { institution }, [['kind', 'reaction']])).status).toBe(400)
    const made = await call(postOurs, { institution }, entries({ kind: 'reaction', surveyAbout: `course:${courseId}` }))
    const survey = made.headers.get('location')?.split('/').at(-1) ?? ''
    expect(await textOf(call(getOurs, { institution }))).toContain(survey)

    expect((await call(postWithdraw, { institution, survey }, [])).status).toBe(400)
    const gone = await call(postWithdraw, { institution, survey }, [['sure', 'yes']])
    expect(gone.headers.get('location')).toBe(`/fr/institutions/${institution}/surveys?done=deleted`)
    expect((await call(getPage, { institution, survey })).status).toBe(404)
  })
})
