import { page } from '@/app/http/get-page'
import { ExamPage } from '@/components/exam/exam-page'
import { href } from '@/components/shell/paths'
import { examRuleOf } from '@/domain/course/graded'
import { typeset } from '@/i18n/typography'
import { mayTakePart } from '@/server/course/may-take-part'
import { namedPractice } from '@/server/course/named-practice'
import { hasOpenedBank } from '@/server/editorial/open-bank'
import { currentExaminee } from '@/server/exam/current-examinee'
import { firstOpenQuestion } from './first-open-question'

export const GET = page<'course'>(async ({ locale, t, caller, params }) => {
  const now = new Date()
  const reader = await currentExaminee(caller, params.course, now)
  const { course } = reader.release
  const { learner, progress, availability, practiceLeft } = reader
  const left = namedPractice(practiceLeft, course.cases ?? [], { locale, now })
  const main = (
    <ExamPage
      course={course}
      rule={examRuleOf(course)}
      availability={availability}
      takesPart={await mayTakePart(caller, reader)}
      bankOpened={await hasOpenedBank(reader)}
      resumeAt={availability.status === 'under-way' ? await firstOpenQuestion(reader) : null}
      open={course.lessons.filter((lesson) => !progress.completed.has(lesson.file.id))}
      practice={left.map(({ ref, title, path }) => ({
        id: ref,
        href: href(locale, path),
        title: typeset(title[locale], locale),
      }))}
      attempts={learner.attempts}
      path={href(locale, `/courses/${params.course}`)}
      locale={locale}
      t={t}
    />
  )
  return { title: t('exam.title'), main, index: false }
})
