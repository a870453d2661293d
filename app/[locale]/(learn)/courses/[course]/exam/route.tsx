import { page } from '@/app/http/get-page'
import { ExamPage } from '@/components/exam/exam-page'
import { href } from '@/components/shell/paths'
import { examRuleOf } from '@/domain/course/graded'
import { casePath } from '@/domain/practice/case-path'
import { typeset } from '@/i18n/typography'
import { mayTakePart } from '@/server/course/may-take-part'
import { currentExaminee } from '@/server/exam/current-examinee'
import { firstOpenQuestion } from './first-open-question'

export const GET = page<'course'>(async ({ locale, t, caller, params }) => {
  const reader = await currentExaminee(caller, params.course, new Date())
  const { course } = reader.release
  const { learner, progress, availability, practiceLeft } = reader
  const files = (course.cases ?? []).map(({ file }) => file).filter(({ id }) => practiceLeft.includes(id))
  const main = (
    <ExamPage
      course={course}
      rule={examRuleOf(course)}
      availability={availability}
      takesPart={await mayTakePart(caller, reader)}
      resumeAt={availability.status === 'under-way' ? await firstOpenQuestion(reader) : null}
      open={course.lessons.filter((lesson) => !progress.completed.has(lesson.file.id))}
      practice={files.map((file) => ({
        id: file.id,
        href: href(locale, casePath(file)),
        title: typeset(file.title[locale], locale),
      }))}
      attempts={learner.attempts}
      path={href(locale, `/courses/${params.course}`)}
      locale={locale}
      t={t}
    />
  )
  return { title: t('exam.title'), main, index: false }
})
