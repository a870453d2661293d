import { existsSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as getResult } from '@/app/[locale]/(learn)/courses/[course]/exam/result/route'
import { GET as getOne, POST as postOne } from '@/app/[locale]/(teach)/desk/platform/regrades/[regrade]/route'
import { POST as postTakeBack } from '@/app/[locale]/(teach)/desk/platform/regrades/[regrade]/take-back/route'
import { GET, POST } from '@/app/[locale]/(teach)/desk/platform/regrades/route'
import { regradeReportSchema } from '@/domain/cohort/statistics/regrade-report'
import type { Course } from '@/domain/course/course'
import { LOCALES } from '@/domain/locale'
import { RIGHT_DAYS } from '@/domain/review/review-rule'
import { dayOf, nextDay } from '@/domain/time/day'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { forgetNewestReleases, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { desk } from '@/server/desk/open-desk'
import { myProvisions } from '@/server/exam/my-provisions'
import { myWeakObjectives } from '@/server/exam/my-weak-objectives'
import { readResult } from '@/server/exam/read-result'
import { regradeExams } from '@/server/exam/regrade-exams'
import { decideRegrade, openRegrade, proposeRegrade, regradeTarget } from '@/server/exam/regrade-proposals'
import { beginReview } from '@/server/review/change-plan'
import { bankOf, draftOf, learnerOn, publishNow, rewritten } from '@/tests/support/corrections'
import { localized, provision } from '@/tests/support/course-factories'
import { holdRow, untilWaiting } from '@/tests/support/held-row'
import { callAs } from '@/tests/support/next-headers'
import { mayChange } from '@/tests/support/people'
import { secondForms } from '@/tests/support/second-forms'
import { actorNow, giveRole, insertStaff, makeInstitution, passSecondFactor } from '@/tests/support/staff'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})
beforeEach(async () => {
  await db().mail.deleteMany()
  await db().regradeProposal.updateMany({ where: { endedAt: null }, data: { endedAt: new Date() } })
})

const NOW = new Date(Date.now() + 41 * 24 * 3_600_000)
type Someone = { accountId: string; sessionId: string }
type Her = Awaited<ReturnType<typeof learnerOn>>

/** A bank of two questions, both of which each exam asks; both right answers are needed to pass. */
const twoOf = (draft: Course): Course => ({
  ...draft,
  bank: bankOf('q').slice(0, 2),
  exam: { questions: 2, passRate: 0.9, attempts: 2, coolDownHours: 24, objectives: { qualify: 2 } },
})

/** A course whose first question has a wrong key, `a`, and the function that corrects it. */
async function course(more: Partial<Course> = {}) {
  const draft = { ...twoOf(draftOf()), ...more }
  await publishNow(draft)
  const bank = draft.bank.map((question) => (question.id === 'q1' ? { ...question, correct: ['b'] } : question))
  const correct = async (change: object = {}) => {
    const corrected = bank.map((question) => (question.id === 'q1' ? { ...question, ...change } : question))
    await publishNow({ ...rewritten(draft, 'two', ['key']), bank: corrected as Course['bank'] }, 'correction')
    releases.reset()
  }
  return { draft, courseId: draft.file.id, correct }
}

/** The bank of a course with another key of its first question. */
const keyed = ({ bank }: Course, key: string) =>
  bank.map((question) => (question.id === 'q1' ? { ...question, correct: [key] } : question)) as Course['bank']

/** She hands in an exam with these answers by question id; the others are wrong. */
async function sits(her: Her, answers: Record<string, string>, { lessons = true, at = new Date() } = {}) {
  if (lessons) await her.finish()
  await her.start(at)
  await answer(her, answers)
  await her.handIn()
}

async function answer(her: Her, answers: Record<string, string>) {
  for (const [place, id] of (await her.questions()).entries()) await her.answer(place + 1, [answers[id] ?? 'c'])
}

async function propose(who: Someone, courseId: string) {
  const permit = permitFor(await actorNow(who), 'regrade:propose', {})
  return proposeRegrade(permit, { courseId, questionId: 'q1', reason: 'La clé était fausse' }, NOW)
}

async function decideAs(who: Someone, id: string, decision: 'accepted' | 'refused' = 'accepted') {
  const actor = await actorNow(who)
  const { proposal } = await openRegrade(id)
  const target = await regradeTarget(permitFor(actor, 'regrade:propose', {}), proposal)
  const permit = permitFor(actor, 'regrade:decide', target)
  return decideRegrade(permit, { id, decision, reason: decision === 'refused' ? 'Non' : null }, NOW)
}

async function resultPage({ sessionId }: Her, courseId: string, locale: string) {
  await callAs(sessionId)
  const request = new Request(`http://localhost:3000/${locale}/courses/${courseId}/exam/result`)
  return (await getResult(request, { params: Promise.resolve({ locale, course: courseId }) })).text()
}

const administrator = () => insertStaff('platform-administrator', null)
const lettersTo = ({ accountId }: Someone) => db().mail.findMany({ where: { accountId, kind: 'regraded' } })
const certificatesOf = ({ accountId }: Someone) => db().certificate.findMany({ where: { accountId } })
const resultOf = async (her: Her) => {
  const { earned, passed } = await her.attempt()
  return { earned, passed }
}

/** Corrects the key; then one administrator proposes to grade again, and another one accepts. */
async function regraded(made: Awaited<ReturnType<typeof course>>, change: object = {}) {
  await made.correct(change)
  const id = await propose(await administrator(), made.courseId)
  await decideAs(await administrator(), id)
  return id
}

describe('exams with a wrong key', () => {
  it('are graded again: a learner who is right now passes, with certificate, letter and audit entry', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    expect(await resultOf(her)).toEqual({ earned: 1, passed: false })
    await regraded(made)
    await regradeExams(NOW)

    expect(await resultOf(her)).toEqual({ earned: 2, passed: true })
    const target = { courseId: made.courseId, learnerId: her.accountId }
    const permit = permitFor(await actorNow(her), 'exam:sit', target)
    const result = await readResult(permit, await her.learner(), { status: 'passed', attemptsLeft: 1 }, null)
    expect(result?.objectives).toMatchObject([{ earned: 2, possible: 2 }])
    expect(result?.questions?.map(({ points }) => points)).toEqual([1, 1])
    const [certificate, ...more] = await certificatesOf(her)
    expect([certificate?.issuedAt, more]).toEqual([NOW, []])
    const paper = await db().paper.findUniqueOrThrow({ where: { hash: certificate?.paperHash ?? '' } })
    expect(paper.content).toMatchObject({ exam: { language: 'fr', passRate: 0.9 } })
    expect(await lettersTo(her)).toMatchObject([{ letter: { about: { regraded: 'certified' } } }])
    expect(await db().auditEntry.findMany({ where: { subjectId: her.accountId, act: 'exam-regraded' } })).toHaveLength(
      1,
    )
  })

  it('are judged by the right key wherever she is shown what to work on', async () => {
    const made = await course({ provisions: { 'cp-448-1': provision() } })
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    const permit = permitFor(await actorNow(her), 'account:read', { accountId: her.accountId })
    const weak = async () => (await myWeakObjectives(permit)).flatMap(({ objectives }) => objectives)
    expect(await weak()).toMatchObject([{ earned: 1, possible: 2 }])
    await regraded(made)
    expect(await weak()).toMatchObject([{ earned: 1, possible: 2 }])
    await regradeExams(NOW)

    expect(await weak()).toEqual([])
    // Now that she has passed, the key is open.
    const { provisions } = await myProvisions(permit, NOW)
    expect(provisions).toMatchObject([{ provision: 'cp-448-1', missed: 0, counts: [{ right: 2, missed: 0 }] }])
  })

  it('are judged by the right key when a review of the course begins', async () => {
    const made = await course({ second: secondForms(20) })
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    await regraded(made)
    await regradeExams(NOW)
    forgetNewestReleases()
    await beginReview(mayChange(her), made.courseId, NOW)

    // All of them ask again what the first question asked, so they come as late as after a right answer.
    const cards = await db().reviewCard.findMany({ where: { accountId: her.accountId } })
    const days = new Set(cards.map(({ dueOn }) => dueOn?.toISOString().slice(0, 10)))
    expect([...days]).toEqual([nextDay(dayOf(NOW), RIGHT_DAYS)])
  })

  it('take nothing away: a learner who passed by the wrong key keeps everything, and gets no letter', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'a', q2: 'a' })
    const [before] = await certificatesOf(her)
    await regraded(made)
    await regradeExams(NOW)

    expect(await resultOf(her)).toEqual({ earned: 2, passed: true })
    expect(await certificatesOf(her)).toEqual([before])
    expect(await lettersTo(her)).toEqual([])
  })

  it('give points without a pass, and no certificate before the lessons are done', async () => {
    const made = await course()
    const [half, waiting] = [await learnerOn(made.courseId, 1), await learnerOn(made.courseId, 1)]
    await sits(half, { q1: 'b', q2: 'c' })
    await sits(waiting, { q1: 'b', q2: 'a' })
    await db().lessonState.updateMany({
      where: { enrolment: { accountId: waiting.accountId } },
      data: { completedAt: null },
    })
    await regraded(made)
    await regradeExams(NOW)

    expect(await resultOf(half)).toEqual({ earned: 1, passed: false })
    expect(await lettersTo(half)).toMatchObject([{ letter: { about: { regraded: 'points' } } }])
    expect(await resultOf(waiting)).toMatchObject({ passed: true })
    expect(await certificatesOf(waiting)).toEqual([])
    expect(await lettersTo(waiting)).toMatchObject([{ letter: { about: { regraded: 'passed' } } }])
  })

  it('give an attempt back if it may have failed because of a question that is reworded now', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    await regraded(made, { stem: localized('another question') })
    await regradeExams(NOW)

    expect(await resultOf(her)).toEqual({ earned: 1, passed: false })
    expect(await lettersTo(her)).toMatchObject([{ letter: { about: { regraded: 'given-back' } } }])
    // She can start at once, although the wait after the failed attempt is not over.
    await her.start()
    expect(await her.attempt()).toMatchObject({ number: 2, handedInAt: null })
  })

  it('issue no new certificate if the first one was revoked', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    await sits(her, { q1: 'a', q2: 'a' }, { at: new Date(Date.now() + 25 * 3_600_000) })
    await db().certificate.updateMany({
      where: { accountId: her.accountId },
      data: { revokedAt: NOW, revokedReason: 'x' },
    })
    await regraded(made)
    await regradeExams(NOW)

    expect(await certificatesOf(her)).toMatchObject([{ revokedAt: NOW }])
  })

  it('that are under way are graded by the right key when they are handed in, and not a second time', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await her.finish()
    await her.start()
    await regraded(made)
    await regradeExams(NOW)
    expect(await her.attempt()).toMatchObject({ handedInAt: null })
    await answer(her, { q1: 'b', q2: 'a' })
    await her.handIn()
    await regradeExams(NOW)

    expect(await resultOf(her)).toEqual({ earned: 2, passed: true })
    expect(await certificatesOf(her)).toHaveLength(1)
    expect(await lettersTo(her)).toEqual([])
  })

  it('that are under way are given back at the hand-in like those handed in before, and the result says so', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await her.finish()
    await her.start()
    await regraded(made, { stem: localized('another question') })
    await regradeExams(NOW)
    await answer(her, { q1: 'b', q2: 'a' })
    await her.handIn()

    expect(await resultOf(her)).toEqual({ earned: 1, passed: false })
    expect(await her.attempt()).toMatchObject({ givenBack: true })
    for (const locale of LOCALES) {
      expect(await resultPage(her, made.courseId, locale)).toContain(translator(locale)('exam.result.givenBack'))
    }
    // She can start at once, although the wait after the failed attempt is not over.
    await her.start()
    expect(await her.attempt()).toMatchObject({ number: 2, handedInAt: null })
  })

  it('that are under way count if the reworded question could not have made the difference', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await her.finish()
    await her.start()
    await regraded(made, { stem: localized('another question') })
    await answer(her, { q1: 'b', q2: 'c' })
    await her.handIn()

    expect(await her.attempt()).toMatchObject({ givenBack: false })
    expect(await resultPage(her, made.courseId, 'fr')).not.toContain(translator('fr')('exam.result.givenBack'))
    await expect(her.start()).rejects.toMatchObject({ code: 'exam-cooling-down' })
  })

  it('give one certificate if an earlier one is graded again while the last one is handed in', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    await her.start(new Date(Date.now() + 25 * 3_600_000))
    await answer(her, { q1: 'a', q2: 'a' })
    await regraded(made)
    const letGo = await holdRow('Release', 'id = $1', [(await her.attempt()).releaseId])
    const job = regradeExams(NOW) // the first exam is graded; its certificate waits for the locked release
    await untilWaiting(1, job)
    const handedIn = her.handIn()
    await untilWaiting(2, handedIn)
    await letGo()

    expect(await job).toBe(true)
    await handedIn
    expect((await her.learner()).attempts.map(({ passed }) => passed)).toEqual([true, true])
    expect(await certificatesOf(her)).toMatchObject([{ issuedAt: NOW }])
  })

  it('are each graded once, though jobs run at once and one is killed half-way', async () => {
    const made = await course()
    const people = await Promise.all(Array.from({ length: 4 }, () => learnerOn(made.courseId, 1)))
    for (const person of people) await sits(person, { q1: 'b', q2: 'a' })
    const id = await regraded(made)
    const regrades = await import('@/server/db/exam/regrades')
    const original = regrades.raiseResult
    let calls = 0
    const broken = vi.spyOn(regrades, 'raiseResult').mockImplementation(async (...given) => {
      calls += 1
      if (calls === 2) throw new Error('killed')
      return original(...given)
    })
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    expect(await regradeExams(NOW)).toBe(false)
    broken.mockRestore()
    said.mockRestore()
    expect((await openRegrade(id)).proposal.endedAt).toBeNull()
    await Promise.all([regradeExams(NOW), regradeExams(NOW), regradeExams(NOW)])

    expect((await openRegrade(id)).proposal.endedAt).toEqual(NOW)
    for (const person of people) {
      expect(await resultOf(person)).toEqual({ earned: 2, passed: true })
      expect(await certificatesOf(person)).toHaveLength(1)
      expect(await lettersTo(person)).toHaveLength(1)
    }
  })
})

describe('a proposal', () => {
  it('is decided once, by a second person who has sat none of these exams', async () => {
    const made = await course()
    const [first, second, third] = [await administrator(), await administrator(), await administrator()]
    const sitter = await learnerOn(made.courseId, 1)
    await sits(sitter, { q1: 'b', q2: 'a' })
    await giveRole(sitter.accountId, 'platform-administrator', null)
    await passSecondFactor(sitter.accountId)
    await made.correct()
    await expect(propose(sitter, made.courseId)).rejects.toMatchObject({ code: 'forbidden' })
    const id = await propose(first, made.courseId)

    await expect(propose(second, made.courseId)).rejects.toMatchObject({ code: 'already-proposed' })
    await expect(decideAs(first, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decideAs(sitter, id)).rejects.toMatchObject({ code: 'forbidden' })
    const answers = await Promise.allSettled([decideAs(second, id), decideAs(third, id, 'refused')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await db().auditEntry.count({ where: { details: { path: ['proposal'], equals: id } } })).toBe(1)
  })

  it('stands on the work page of those who may decide it, until it is decided', async () => {
    const made = await course()
    const [first, second, sitter] = [await administrator(), await administrator(), await learnerOn(made.courseId, 1)]
    await sits(sitter, { q1: 'b', q2: 'a' })
    await giveRole(sitter.accountId, 'platform-administrator', null)
    await passSecondFactor(sitter.accountId)
    await made.correct()
    const id = await propose(first, made.courseId)
    const told = async (who: Someone) => {
      const { today } = await desk(permitFor(await actorNow(who), 'desk:read', {}), NOW)
      return today.filter(({ path }) => path.endsWith(id))
    }

    expect(await told(second)).toMatchObject([{ kind: 'regrade', path: `/desk/platform/regrades/${id}` }])
    expect((await told(second))[0]?.place).toMatchObject({ titles: { fr: expect.any(String) } })
    for (const who of [first, sitter, await insertStaff('support', null)]) expect(await told(who)).toEqual([])
    await decideAs(second, id)
    expect(await told(second)).toEqual([])
  })

  it('is refused if no release has corrected a key', async () => {
    const made = await course()
    await expect(propose(await administrator(), made.courseId)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows its effect as counts of people, none of fewer than five', async () => {
    const made = await course()
    for (const place of [1, 2, 3, 4, 5, 6]) {
      await sits(await learnerOn(made.courseId, 1), place === 1 ? { q1: 'b', q2: 'a' } : { q1: 'a', q2: 'a' })
    }
    await made.correct()
    const { proposal } = await openRegrade(await propose(await administrator(), made.courseId))
    const { people, effects } = regradeReportSchema.parse(proposal.effect)
    const counts = [people, ...effects.map((each) => each.people)].flatMap((cell) =>
      cell.status === 'shown' ? cell.people : [],
    )

    expect(counts.every((count) => count >= 5)).toBe(true)
    expect(effects.find(({ effect }) => effect === 'passed')?.people.status).toBe('hidden')
    expect(effects.filter((each) => each.people.status === 'shown')).toEqual([])
  })

  it('cannot be accepted once the key was corrected again, and can then be refused and made anew', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    await made.correct()
    const [first, second] = [await administrator(), await administrator()]
    const stale = await propose(first, made.courseId)
    await publishNow({ ...rewritten(made.draft, 'three', ['key']), bank: keyed(made.draft, 'c') }, 'correction')
    releases.reset()

    await expect(decideAs(second, stale)).rejects.toMatchObject({ code: 'conflict' })
    await regradeExams(NOW)
    expect(await resultOf(her)).toEqual({ earned: 1, passed: false })
    await decideAs(second, stale, 'refused')
    await decideAs(second, await propose(first, made.courseId))
    await regradeExams(NOW)
    expect(await resultOf(her)).toEqual({ earned: 1, passed: false })
  })

  it('waits for a release that is being published, and cannot be accepted if that corrects the key again', async () => {
    const made = await course()
    await made.correct()
    const [first, second] = [await administrator(), await administrator()]
    const stale = await propose(first, made.courseId)
    const release = await holdRow('Release', '"courseId" = $1 and number = 1', [made.courseId])
    const third = { ...rewritten(made.draft, 'three', ['key', 'again']), bank: keyed(made.draft, 'c') }
    const publishing = publishNow(third, 'correction')
    await untilWaiting(1, publishing)
    const deciding = decideAs(second, stale).catch(({ code }: { code: string }) => code)
    await untilWaiting(2, deciding)
    await release()

    expect(await publishing).toMatchObject({ status: 'published', number: 3 })
    expect(await deciding).toBe('conflict')
    expect((await openRegrade(stale)).proposal.decision).toBeNull()
    releases.reset()
  })

  it('is accepted once if two people accept it at once', async () => {
    const made = await course()
    await made.correct()
    const id = await propose(await administrator(), made.courseId)
    const release = await holdRow('RegradeProposal', 'id = $1', [id])
    const answers = [await administrator(), await administrator()].map((who) =>
      decideAs(who, id).catch(({ code }: { code: string }) => code),
    )
    await untilWaiting(2, Promise.all(answers))
    await release()

    expect((await Promise.all(answers)).toSorted()).toEqual(['already-decided', undefined])
  })

  it('changes nothing when it is refused', async () => {
    const made = await course()
    const her = await learnerOn(made.courseId, 1)
    await sits(her, { q1: 'b', q2: 'a' })
    await made.correct()
    await decideAs(await administrator(), await propose(await administrator(), made.courseId), 'refused')
    await regradeExams(NOW)

    expect(await resultOf(her)).toEqual({ earned: 1, passed: false })
  })
})

describe('the pages', () => {
  type Handler = (
    request: Request,
    props: { params: Promise<{ locale: string; regrade: string }> },
  ) => Promise<Response>
  async function ask(
    who: Someone | null,
    handler: unknown,
    { locale = 'fr', regrade = '', form }: { locale?: string; regrade?: string; form?: Record<string, string> } = {},
  ) {
    await callAs(who?.sessionId ?? null)
    const request = new Request(`http://localhost:3000/${locale}/x`, {
      headers: { host: 'localhost:3000' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    const response = await (handler as Handler)(request, { params: Promise.resolve({ locale, regrade }) })
    return { status: response.status, to: response.headers.get('location'), html: await response.text() }
  }

  it('lead from the form to the decision in three languages, with what was typed as text', async () => {
    const made = await course()
    await made.correct()
    const [first, second] = [await administrator(), await administrator()]
    const question = `${made.courseId}/q1`
    expect((await ask(first, GET)).html).toContain(question)
    expect((await ask(first, POST, { form: { question, reason: '' } })).status).toBe(400)
    const { to } = await ask(first, POST, { form: { question, reason: '<b>clé</b> fausse' } })
    const regrade = to?.match(/regrades\/([0-9a-f-]+)\?done=proposed$/)?.[1] ?? ''

    for (const locale of LOCALES) {
      const { status, html } = await ask(second, getOne, { locale, regrade })
      expect(status).toBe(200)
      expect(html).toContain('&lt;b&gt;clé&lt;/b&gt; fausse')
      expect(html).toContain(translator(locale)('regrade.accept'))
    }
    expect((await ask(first, getOne, { regrade })).html).not.toContain(translator('fr')('regrade.acceptLead'))
    const form = { answer: 'accepted', proposal: regrade }
    expect((await ask(first, postOne, { regrade, form })).status).toBe(403)
    expect((await ask(second, postOne, { regrade, form: { ...form, proposal: 'other' } })).status).toBe(400)
    expect((await ask(second, postTakeBack, { regrade, form: {} })).status).toBe(403)
    const answers = await Promise.all([1, 2, 3].map(() => ask(second, postOne, { regrade, form })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    expect((await ask(first, postTakeBack, { regrade, form: {} })).status).toBe(409)
  })

  it('are for the administrators of the platform alone', async () => {
    const school = await makeInstitution()
    for (const role of ['administrator', 'tutor'] as const) {
      expect((await ask(await insertStaff(role, school), GET)).status).toBe(403)
    }
    expect((await ask(await insertStaff('support', null), GET)).status).toBe(403)
    expect((await ask(null, GET)).to).toContain('/fr/sign-in')
    const form = { question: 'course/q1', reason: 'x', answer: 'accepted', proposal: 'x' }
    for (const handler of [POST, postOne, postTakeBack]) {
      for (const who of [await insertStaff('administrator', school), await insertStaff('support', null)])
        expect((await ask(who, handler, { regrade: 'x', form })).status).toBe(403)
    }
    expect((await ask(await administrator(), getOne, { regrade: "' or 1=1" })).status).toBe(404)
  })
})
