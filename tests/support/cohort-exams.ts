import { randomUUID } from 'node:crypto'
import { db } from '@/server/db/client'
import type { CohortInCourse } from '@/server/db/cohort/cohorts'
import { insertAccounts } from './accounts'

type Taken = {
  people: number
  answer: string[] | null
  at: string
  certainty?: string
  locale?: string
  number?: number
}

/**
 * Inserts `people` active learners who handed in an exam in the cohort, with `answer` for q1 and the right one for q2.
 * @returns their accounts.
 */
export async function insertTaken(
  cohort: CohortInCourse,
  { people, answer, at, certainty, locale = 'fr', number = 1 }: Taken,
) {
  const rows = Array.from({ length: people }, () => ({
    account: randomUUID(),
    member: randomUUID(),
    enrolment: randomUUID(),
    attempt: randomUUID(),
  }))
  const day = new Date(at)
  const { courseId, releaseId } = cohort
  await insertAccounts(
    rows.map(({ account }) => account),
    locale,
  )
  await db().cohortMember.createMany({
    data: rows.map(({ account, member }) => ({
      id: member,
      cohortId: cohort.id,
      accountId: account,
      email: `${account}@example.ma`,
      nameArabic: '-',
      nameLatin: '-',
      function: 'judge',
      locale,
      status: 'active',
    })),
  })
  await db().memberMove.createMany({ data: rows.map(({ member }) => ({ memberId: member, to: 'active', at: day })) })
  await db().enrolment.createMany({
    data: rows.map(({ account, enrolment }) => ({ id: enrolment, accountId: account, courseId, releaseId })),
  })
  await db().attempt.createMany({
    data: rows.map(({ enrolment, attempt }) => ({
      id: attempt,
      enrolmentId: enrolment,
      releaseId,
      number,
      startedAt: day,
      handedInAt: day,
      cohortId: cohort.id,
    })),
  })
  await db().attemptQuestion.createMany({
    data: rows.flatMap(({ attempt }) => [
      {
        attemptId: attempt,
        position: 1,
        questionId: 'q1',
        order: [],
        ...(answer && { answer }),
        certainty: certainty ?? null,
      },
      { attemptId: attempt, position: 2, questionId: 'q2', order: [], answer: ['a'] },
    ]),
  })
  return rows
}
