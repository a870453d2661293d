import { randomUUID } from 'node:crypto'
import { sendDueAnnouncements } from '@/server/announcement/send-due-announcements'
import { keepDraft, sendAnnouncement } from '@/server/announcement/write-announcement'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { currentRelease } from '@/server/content/releases'
import { answerThread } from '@/server/thread/answer'
import { askTutors } from '@/server/thread/ask'
import { cohortOf } from '../cohorts'
import { actorNow } from '../staff'

type Someone = { accountId: string; sessionId: string }

/** What a learner asks a tutor of her cohort about the first lesson, with the answer. @returns the id of the thread. */
export async function askTutor(her: Someone, tutor: Someone, cohortId: string, courseId: string): Promise<string> {
  const release = await currentRelease(courseId)
  const lesson = release?.course.lessons[0]
  if (!release || !lesson) throw new Error(`${courseId} has no lesson`)
  const cohort = await cohortOf(cohortId)
  const asks = permitFor(await actorNow(her), 'thread:write', { accountId: her.accountId })
  const question = { draft: randomUUID(), threadText: 'هل يكفي هذا الدليل؟\nEt à défaut ?' }
  const id = await askTutors(asks, { cohortId, place: { release, lesson, block: 1 } }, question, new Date())
  const permit = permitFor(await actorNow(tutor), 'cohort:answer', targetOf(cohort))
  await answerThread({ cohort, permit }, id, { draft: randomUUID(), threadText: 'راجعوا الدرس الثاني.' }, new Date())
  return id
}

/** A message to a cohort in two languages. @returns its id. */
export async function announce(by: Someone, cohortId: string, state: 'draft' | 'sent'): Promise<string> {
  const permit = permitFor(await actorNow(by), 'cohort:announce', targetOf(await cohortOf(cohortId)))
  const texts = {
    ar: {
      subject: 'ندوة',
      text: 'تنعقد الندوة يوم **الخميس**.\n\n- المرجو إتمام الدرس الأول\n- [البرنامج](https://example.ma)',
    },
    fr: { subject: 'Séminaire', text: 'Le séminaire se tient **jeudi**.' },
  }
  const id = randomUUID()
  await keepDraft(permit, id, { audience: 'everybody', texts, to: [] }, new Date())
  if (state === 'draft') return id
  await sendAnnouncement(permit, id, { version: 1, at: null }, new Date())
  await sendDueAnnouncements(new Date())
  return id
}
