import type { Course } from '@/domain/course/course'
import { dayOf } from '@/domain/time/day'
import { forgetNewestReleases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { beginReview } from '@/server/review/change-plan'
import { examinee, RIGHT } from './exam-room'
import { mayChange } from './people'
import { secondForms } from './second-forms'

/** A person who has passed the exam of a course with these second forms. */
export async function passed({ second = secondForms(20), ...course }: Partial<Course> = {}) {
  const her = await examinee({ course: { second, ...course } })
  await her.start()
  await her.answerAll(RIGHT)
  await her.handIn()
  forgetNewestReleases()
  return her
}

/** The same with a review under way, of which `due` questions are due today. */
export async function reviewer({ due = 3, ...course }: Partial<Course> & { due?: number } = {}) {
  const her = await passed(course)
  await beginReview(mayChange(her), her.courseId, new Date())
  const cards = await db().reviewCard.findMany({ where: { accountId: her.accountId }, orderBy: { id: 'asc' } })
  for (const { id } of cards.slice(0, due)) await dueNow(id)
  return { ...her, cards }
}

/** Makes a question due today. */
export async function dueNow(cardId: string, day = dayOf(new Date())): Promise<void> {
  await db().reviewCard.update({ where: { id: cardId }, data: { dueOn: new Date(day) } })
}
