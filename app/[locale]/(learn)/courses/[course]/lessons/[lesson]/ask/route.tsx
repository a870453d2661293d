import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AskPage } from '@/components/thread/ask-page'
import { AppError } from '@/domain/errors'
import { firstWords } from '@/domain/note/first-words'
import { readThread } from '@/domain/thread/thread'
import { typeset } from '@/i18n/typography'
import { permitToAsk } from '@/server/auth/permit'
import { passagesOf } from '@/server/content/passages'
import { readableCourse } from '@/server/course/learner-course'
import { askableCohort, askTutors } from '@/server/thread/ask'
import { readWrittenThread } from '../../../../../../thread-act'
import { lessonOf, passageOf } from '../lesson-of'

/** The number of characters of a passage that are shown: enough to tell it from the others of its lesson. */
const SHOWN = 80

/** A question to the tutors of her cohort, about a passage of a lesson or about all of it. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'course' | 'lesson'>) => {
    const permit = await permitToAsk(caller)
    const now = new Date()
    const course = await readableCourse(caller, params.course, now)
    const lesson = lessonOf(course.release, params.lesson)
    const cohort = askableCohort(course, now)
    if (!cohort) throw new AppError('not-found', 'a tutor to ask')
    return { permit, release: course.release, lesson, cohort, passages: passagesOf(course.release.course, lesson) }
  },
  page: async ({ locale, t, path, params, query }, { lesson, cohort, passages }, state) => {
    const to = href(locale, `/courses/${params.course}/lessons/${params.lesson}`)
    const asked = passages.find(({ block }) => String(block) === query.get('block'))
    const main = (
      <AskPage
        lesson={typeset(lesson.file.title[locale], locale)}
        back={{ href: asked ? `${to}#b${asked.block}` : to, label: t('notes.toLesson') }}
        cohort={cohort.name}
        passages={passages.map(({ block, words }) => ({
          value: String(block),
          label: typeset(firstWords(words[locale], SHOWN), locale),
        }))}
        block={asked ? String(asked.block) : ''}
        action={href(locale, path)}
        draft={crypto.randomUUID()}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return { title: t('threads.ask'), main, styles: ['reader.css'], index: false }
  },
  typed: (form) => ({ values: readThread(form) }),
  read: (sent, context, { passages }) => {
    const written = readWrittenThread(sent, context)
    if ('refused' in written) return written
    const { block } = readThread(sent)
    return { ...written, block: block === '' ? null : passageOf(passages, block).block }
  },
  act: ({ permit, release, lesson, cohort }, { block, ...written }) =>
    askTutors(permit, { cohortId: cohort.id, place: { release, lesson, block } }, written, new Date()),
  done: (id, { locale }) => href(locale, `/learning/messages/${id}?done=sent`),
})
