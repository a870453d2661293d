import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { drawParallelForms } from '@/domain/exam/parallel-forms'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { cohortLearning } from '@/server/cohort/learning'
import { changeCohort } from '@/server/cohort/save-cohort'
import { cohortGain } from '@/server/cohort/tests/cohort-gain'
import { placeOf } from '@/server/cohort/tests/draw-recalls'
import { currentRelease, loadRelease, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { findTestForms, insertTestForms } from '@/server/db/cohort/cohort-tests'
import { insertTaken } from '@/tests/support/cohort-exams'
import { cohortOf, draftOfCohort, makeCohort, makeSchool, type School } from '@/tests/support/cohorts'
import { bankOf, draftOf, learnerOn, publishNow, releaseNumbered, rewritten } from '@/tests/support/corrections'
import { localized, singleChoice } from '@/tests/support/course-factories'
import { NOW } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { actorNow } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const TOMORROW = new Date(Date.now() + 25 * 3_600_000)

/** A course published once, and a function that publishes a correction of it. */
async function published() {
  const draft = draftOf()
  await publishNow(draft)
  return { draft, courseId: draft.file.id }
}

describe('a correction', () => {
  it('is shown at once to learners who began before it, on the page of the lesson', async () => {
    const { draft, courseId } = await published()
    const her = await learnerOn(courseId, 1)
    const page = async () => {
      await callAs(her.sessionId)
      const response = await getLesson(new Request('http://localhost:3000/fr/x'), {
        params: Promise.resolve({ locale: 'fr', course: courseId, lesson: 'offence' }),
      })
      return response.text()
    }
    expect(await page()).toContain('texte body')

    expect(await publishNow(rewritten(draft, 'Le texte corrigé.', ['law']))).toEqual({
      status: 'published',
      number: 2,
      reach: [{ number: 1, why: null }],
    })

    expect(await page()).toContain('Le texte corrigé.')
    expect((await her.learner()).releaseId).toBe((await releaseNumbered(courseId, 2)).id)
  })

  it('is none if the release declares none, or only one that was declared before', async () => {
    const { draft, courseId } = await published()
    const first = await learnerOn(courseId, 1)
    expect(await publishNow(rewritten(draft, 'two'))).toMatchObject({ number: 2, reach: [] })
    await publishNow(rewritten(draft, 'three', ['law']))
    const second = await learnerOn(courseId, 2)
    expect(await publishNow(rewritten(draft, 'four', ['law']))).toMatchObject({ number: 4, reach: [] })

    expect(await first.reads()).toEqual({ number: 3, text: 'three' })
    expect(await second.reads()).toEqual({ number: 3, text: 'three' })
  })

  it('leads the learners of every earlier release to the last of several corrections', async () => {
    const { draft, courseId } = await published()
    await publishNow(rewritten(draft, 'two', ['law']))
    await publishNow(rewritten(draft, 'three', ['law']))
    await publishNow(rewritten(draft, 'four', ['law', 'exam']))

    for (const number of [1, 2, 3, 4]) {
      expect(await (await learnerOn(courseId, number)).reads()).toEqual({ number: 4, text: 'four' })
    }
  })

  it('does not reach a release with other lessons, and the publication says so', async () => {
    const { draft, courseId } = await published()
    const her = await learnerOn(courseId, 1)
    const [lesson] = draft.lessons
    if (!lesson) throw new Error('no lesson')
    const added = { ...lesson, file: { ...lesson.file, id: 'child' } }
    const longer = {
      ...rewritten(draft, 'two'),
      file: { ...draft.file, outline: ['offence', 'child'] },
      lessons: [lesson, added],
    }
    await publishNow(longer)
    const outcome = await publishNow(rewritten(longer, 'three', ['law']))

    expect(outcome).toMatchObject({
      number: 3,
      reach: [
        { number: 2, why: null },
        { number: 1, why: 'lessons' },
      ],
    })
    expect(await her.reads()).toEqual({ number: 1, text: 'texte body' })
  })

  it('is stored once: a second publication changes nothing', async () => {
    const { draft, courseId } = await published()
    const corrected = rewritten(draft, 'two', ['law'])
    await publishNow(corrected)

    expect(await publishNow(corrected)).toEqual({ status: 'unchanged', number: 2 })
    expect(await db().release.count({ where: { courseId } })).toBe(2)
  })

  it('reaches a learner enrolled by a server that does not know of it yet', async () => {
    const { draft, courseId } = await published()
    releases.reset()
    const known = await currentRelease(courseId)
    await publishNow(rewritten(draft, 'two', ['law']))
    expect((await currentRelease(courseId))?.number, 'as this server remembers it').toBe(known?.number)

    expect(await (await learnerOn(courseId, 1)).reads()).toMatchObject({ number: 2 })
  })

  it('leads every earlier release to the newest, however many are published at once', async () => {
    const { draft, courseId } = await published()
    const texts = ['b', 'c', 'd', 'e']
    await Promise.all(texts.map((text) => publishNow(rewritten(draft, text, [`law-${text}`]))))

    const newest = await releaseNumbered(courseId, 5)
    const rows = await db().release.findMany({ where: { courseId }, orderBy: { number: 'asc' } })
    expect(rows.map(({ correctedById }) => correctedById)).toEqual([...Array(4).fill(newest.id), null])
  })

  it('leaves what was published as it was', async () => {
    const { draft, courseId } = await published()
    const { correctedById: _, ...before } = await releaseNumbered(courseId, 1)
    await publishNow(rewritten(draft, 'two', ['law']))

    expect(await releaseNumbered(courseId, 1)).toEqual({
      ...before,
      correctedById: (await releaseNumbered(courseId, 2)).id,
    })
  })
})

describe('a learner’s progress after a correction', () => {
  it('keeps completed lessons, which are matched by their ids', async () => {
    const { draft, courseId } = await published()
    const her = await learnerOn(courseId, 1)
    await her.finish()
    await publishNow(rewritten(draft, 'two', ['law']))

    expect((await her.learner()).lessons).toMatchObject([{ lessonId: 'offence', completedAt: NOW }])
    await her.start()
    expect((await her.learner()).attempts).toHaveLength(1)
  })

  it('keeps practice answers to questions that ask the same, and drops those to rewritten ones', async () => {
    const draft = draftOf()
    const practice = ['same', 'judged', 'rewritten', 'gone'].map((id) => singleChoice({ id, correct: ['a'] }))
    const withPractice = (questions: typeof practice) => ({
      ...draft,
      lessons: draft.lessons.map((lesson) => ({ ...lesson, practice: questions })),
    })
    await publishNow(withPractice(practice))
    const her = await learnerOn(draft.file.id, 1)
    for (const { id } of practice) await her.practise(id, ['b'])
    const mended = practice.slice(0, 3).map((question) => {
      if (question.id === 'judged') return { ...question, correct: ['b'] }
      return question.id === 'rewritten' ? { ...question, stem: localized('another question') } : question
    })
    await publishNow(rewritten(withPractice(mended), 'two', ['law']))

    expect([...(await her.practised()).keys()].toSorted()).toEqual(['judged', 'same'])
    await her.practise('rewritten', ['c'])
    expect((await her.practised()).get('rewritten')?.answer).toEqual(['c'])
  })

  it('lets an exam under way end on its own questions, and its certificate name its release', async () => {
    const { draft, courseId } = await published()
    const her = await learnerOn(courseId, 1)
    await her.finish()
    await her.start()
    const questions = await her.questions()
    await her.answer(1, ['a'])
    const corrected = { ...rewritten(draft, 'two', ['law']), bank: bankOf('q', 'b') }
    await Promise.all([publishNow(corrected), her.answer(2, ['a'])])

    await her.start()
    expect(await her.questions()).toEqual(questions)
    await her.handIn()

    const { id } = await releaseNumbered(courseId, 1)
    expect(await her.attempt()).toMatchObject({ passed: true, releaseId: id })
    const [certificate] = await db().certificate.findMany({ where: { accountId: her.accountId } })
    expect(certificate?.releaseId).toBe(id)
    expect((await her.reads()).number).toBe(2)
  })

  it('draws the next attempt from the corrected questions', async () => {
    const { draft, courseId } = await published()
    const her = await learnerOn(courseId, 1)
    await her.finish()
    await her.start()
    await her.handIn()
    await publishNow({ ...rewritten(draft, 'two', ['law']), bank: bankOf('new') })
    await her.start(TOMORROW)

    expect((await her.questions()).every((id) => id.startsWith('new'))).toBe(true)
    expect(await her.attempt()).toMatchObject({ number: 2, releaseId: (await releaseNumbered(courseId, 2)).id })
  })

  it('loses no answer while corrections are published', async () => {
    const { draft, courseId } = await published()
    const people = await Promise.all(Array.from({ length: 6 }, () => learnerOn(courseId, 1)))
    for (const person of people) {
      await person.finish()
      await person.start()
    }
    await Promise.all([
      ...people.flatMap((person) => [person.answer(1, ['a']), person.answer(2, ['a'])]),
      publishNow({ ...rewritten(draft, 'two', ['law']), bank: bankOf('new', 'b') }),
      publishNow({ ...rewritten(draft, 'three', ['law', 'more']), bank: bankOf('newer', 'b') }),
    ])
    await Promise.all(people.map((person) => person.handIn()))

    for (const person of people) expect(await person.attempt()).toMatchObject({ passed: true, earned: 2 })
  })
})

describe('a cohort', () => {
  async function taught() {
    const school = await makeSchool()
    const { draft, courseId } = await published()
    releases.reset()
    const cohort = await makeCohort({ ...school, courseId })
    return { school, draft, courseId, cohort }
  }
  const readAgain = async (id: string) => {
    return cohortOf(id)
  }
  const readsFigures = async (school: School, cohort: Awaited<ReturnType<typeof readAgain>>) =>
    permitFor(await actorNow(school.administrator), 'statistics:read', targetOf(cohort))

  it('follows a correction, and keeps the release of its creation even if it is changed', async () => {
    const { school, draft, courseId, cohort } = await taught()
    await publishNow(rewritten(draft, 'two', ['law']))
    const renamed = draftOfCohort([courseId], { fields: { name: 'Renamed' } })
    const permit = permitFor(await actorNow(school.administrator), 'cohort:change', targetOf(cohort))
    await changeCohort(permit, renamed, NOW)

    expect((await readAgain(cohort.id)).releaseId).toBe((await releaseNumbered(courseId, 2)).id)
    const include = { courses: true }
    const row = await db().cohort.findUniqueOrThrow({ where: { id: cohort.id }, include })
    const releaseId = (await releaseNumbered(courseId, 1)).id
    expect(row).toMatchObject({ name: 'Renamed', courses: [{ courseId, releaseId }] })
  })

  it('keeps its tests on the release from which they were drawn', async () => {
    const { school, draft, courseId, cohort } = await taught()
    const release = await loadRelease(cohort.releaseId)
    const blueprint = { questions: 2, objectives: { qualify: 2 } }
    const forms = drawParallelForms(release.course.bank, blueprint, () => 0.5)
    if (!forms) throw new Error('no forms')
    await insertTestForms(db(), placeOf(cohort), { ...forms, releaseId: cohort.releaseId }, NOW)
    await publishNow({ ...rewritten(draft, 'two', ['law']), bank: bankOf('new') })

    const now = await readAgain(cohort.id)
    expect(await findTestForms(db(), placeOf(cohort))).toMatchObject({
      releaseId: (await releaseNumbered(courseId, 1)).id,
      before: forms.before,
    })
    const gain = await cohortGain(await readsFigures(school, now), now, NOW)
    expect(gain).toEqual({ status: 'waiting', questions: 2, isOver: false })
  })

  it('counts the exams of both releases together, but for the questions that changed', async () => {
    const { school, draft, cohort } = await taught()
    await insertTaken(cohort, { people: 12, answer: ['a'], at: '2026-11-10T10:00:00Z' })
    const bank = draft.bank.map((question) => (question.id === 'q1' ? { ...question, correct: ['b'] } : question))
    await publishNow({ ...rewritten(draft, 'two', ['law']), bank } as typeof draft)
    const now = await readAgain(cohort.id)
    await insertTaken(now, { people: 12, answer: ['b'], at: '2026-11-11T10:00:00Z' })
    await insertTaken(now, { people: 8, answer: ['a'], at: '2026-11-11T10:00:00Z' })

    const { report } = await cohortLearning(await readsFigures(school, now), now, new Date('2026-12-20T10:00:00Z'))
    const shown = (question: string) => report.questions.find(({ id }) => id === question)?.facility

    expect(report.people).toBe(32)
    expect(shown('q1')).toMatchObject({ status: 'shown', people: 20, rate: 0.6 })
  })
})
