import 'server-only'
import { passagesOf } from '@/server/content/passages'
import { addAct } from './act'
import type { MadeCohort } from './cohort-plan'
import { daysAfter, type TableBatch } from './table-batch'

const TEXTS = {
  ar: {
    subject: 'حصة للأسئلة قبل الامتحان',
    text: 'تُعقد حصة للأسئلة **قبل فتح الامتحان**.\n\n- المرجو إتمام الدروس الثلاثة الأولى\n- يمكن طرح الأسئلة على المؤطر من نهاية كل درس',
  },
  fr: {
    subject: 'Séance de questions avant l’examen',
    text: 'Une séance de questions a lieu **avant l’ouverture de l’examen**.\n\n- Merci de terminer les trois premières leçons\n- Une question peut être posée au tuteur à la fin de chaque leçon',
  },
}
const QUESTION = 'هل تُعتمد هذه العناصر مجتمعة أم يكفي بعضها؟'
const ANSWER = 'تجدون الجواب مفصلا في الدرس الموالي، مع النص الكامل للمقتضى. لا تترددوا في العودة إلي بعد قراءته.'

/** An announcement of a tutor to a cohort, and a question by a person who signs in to the demo, with its answer. */
export function addWords(batch: TableBatch, cohort: MadeCohort): void {
  const { staff, guests = [] } = cohort
  const [tutor] = staff.tutors
  const [asker] = guests
  if (!tutor || !asker) return
  announce(batch, cohort, tutor.accountId)
  ask(batch, cohort, { asker: asker.accountId, tutor: tutor.accountId })
}

function announce(
  { tables, rng, now, ...rest }: TableBatch,
  { id: cohortId, institution }: MadeCohort,
  authorId: string,
) {
  const at = daysAfter(now, -3)
  const id = rng.uuid(at)
  const times = { createdAt: at, changedAt: at, dueAt: at, sentAt: at, withdrawnAt: null }
  const row = { id, cohortId, authorId, audience: 'everybody', texts: JSON.stringify(TEXTS), state: 'sent', version: 1 }
  tables.Announcement.push({ ...row, ...times })
  const people = tables.CohortMember.filter((place) => place.cohortId === cohortId && place.status === 'active')
  for (const { id: memberId = null } of people)
    tables.AnnouncementRecipient.push({ announcementId: id, memberId, fate: 'letter' })
  const details = { cohortId, announcementId: id, dueAt: at.toISOString() }
  const act = { act: 'announcement-sent', at, actorId: authorId, institutionId: institution.id, details } as const
  addAct({ tables, rng, now, ...rest }, act)
}

function ask(
  { tables, rng, now }: TableBatch,
  { id: cohortId, release: { id: releaseId, course } }: MadeCohort,
  { asker, tutor }: { asker: string; tutor: string },
): void {
  const [lesson] = course.lessons
  const passage = lesson && passagesOf(course, lesson)[1]
  if (!passage) return
  const [asked, answered] = [daysAfter(now, -2), daysAfter(now, -1)]
  const id = rng.uuid(asked)
  tables.TutorThread.push({
    id,
    cohortId,
    accountId: asker,
    courseId: course.file.id,
    lessonId: lesson.file.id,
    releaseId,
    passage: passage.block,
    hash: passage.hash,
    section: passage.section && JSON.stringify(passage.section.title),
    words: JSON.stringify(passage.words),
    createdAt: asked,
    lastAt: answered,
  })
  const message = (authorId: string, fromLearner: boolean, text: string, at: Date) =>
    tables.ThreadMessage.push({ id: rng.uuid(at), threadId: id, authorId, fromLearner, text, at })
  message(asker, true, QUESTION, asked)
  message(tutor, false, ANSWER, answered)
  tables.ThreadRead.push({ threadId: id, accountId: tutor, readAt: answered })
}
