import { beforeAll, expect, it } from 'vitest'
import { GET as getFigures } from '@/app/[locale]/(teach)/cohorts/[cohort]/learning/route'
import { GET as getNation } from '@/app/[locale]/(teach)/national/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortLevels, nationLevels } from '@/server/survey/levels'
import { callAs } from '@/tests/support/next-headers'
import { actorNow, insertStaff } from '@/tests/support/staff'
import { answerAll, closeOpened, levelAndWords, openedSurvey, surveyedCohort } from '@/tests/support/surveys'

beforeAll(buildAssets)

const t = translator('fr')

/** A cohort of 20 in which `agreeing` people agree with everything, and six more do not. */
async function asked(kind: 'reaction' | 'later-3', agreeing: number, school?: Parameters<typeof surveyedCohort>[1]) {
  const made = await surveyedCohort(20, school)
  const id = await openedSurvey(made.school, made.cohort, { kind })
  await answerAll(id, made.accounts.slice(0, agreeing + 6), (place, questions) =>
    levelAndWords(questions, place < agreeing ? '4' : '2', 'mot'),
  )
  return made
}

async function textOf(response: Response): Promise<string> {
  return response.text()
}

it('the levels of a cohort show what was said, learned and reported, with the drop-out', async () => {
  const { school, cohort, accounts } = await asked('reaction', 9)
  const later = await openedSurvey(school, cohort, { kind: 'later-3' })
  await answerAll(later, accounts.slice(0, 3), (_, questions) => levelAndWords(questions, '4', 'mot'))
  await closeOpened()
  const permit = permitFor(await actorNow(school.administrator), 'statistics:read', targetOf(cohort))
  const levels = await cohortLevels(permit, cohort, new Date())

  expect(levels.reaction).toMatchObject([{ kind: 'reaction', response: { asked: 20, answered: 15 } }])
  expect(levels.reaction[0]?.statements[0]?.rate).toMatchObject({ status: 'hidden' })
  expect(levels.behaviour).toMatchObject([{ kind: 'later-3', response: null }])
  expect(levels.learning).toEqual([])
  await callAs(school.administrator.sessionId)
  const page = await textOf(
    await getFigures(new Request('http://localhost:3000/fr/x?part=levels'), {
      params: Promise.resolve({ locale: 'fr', cohort: cohort.id }),
    }),
  )
  for (const words of [t('surveys.level.behaviour'), t('surveys.level.reported'), t('surveys.level.noTests')])
    expect(page).toContain(words)
  expect(page).toContain(t('surveys.level.dropOut', { asked: '20', answered: '15', left: '5' }))
})

it('the levels of the country need three surveys of two institutions', async () => {
  const commission = await insertStaff('platform-administrator', null)
  const permit = permitFor(await actorNow(commission), 'nation:read', {})
  const first = await asked('later-3', 8)
  await asked('later-3', 10, first.school)
  await closeOpened()
  const before = (await nationLevels(permit)).behaviour[0]
  expect(before).toMatchObject({ kind: 'later-3', response: null })
  expect(before?.statements.every(({ rate }) => rate.status === 'hidden')).toBe(true)

  await asked('later-3', 14)
  await closeOpened()
  const after = (await nationLevels(permit)).behaviour[0]
  expect(after?.response).toEqual({ asked: 60, answered: 50 })
  // A survey of too few answers moves no figure of the country: the difference of two days would be about them.
  const { school, cohort, accounts } = await surveyedCohort(6)
  const few = await openedSurvey(school, cohort, { kind: 'later-3' })
  await answerAll(few, accounts.slice(0, 4), (_, questions) => levelAndWords(questions, '1', 'mot'))
  await closeOpened()
  expect((await nationLevels(permit)).behaviour[0]).toEqual(after)
  await callAs(commission.sessionId)
  const page = await textOf(
    await getNation(new Request('http://localhost:3000/fr/national'), { params: Promise.resolve({ locale: 'fr' }) }),
  )
  expect(page).toContain(t('surveys.level.dropOut', { asked: '60', answered: '50', left: '10' }))
})
