import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { CorrectionsPage } from '@/components/course/corrections-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { permitToReadAccount } from '@/server/auth/permit'
import { currentRelease } from '@/server/content/releases'
import { myCorrections, noteCorrections } from '@/server/course/corrections'

/** The corrections of a course that were published after she had read the text. The form marks them as noted. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context<'course'>) => permitToReadAccount(caller),
  page: async ({ locale, t, params }, permit) => {
    const courses = await myCorrections(permit)
    const found = courses.find(({ release }) => release.courseId === params.course)
    if (!found && !(await currentRelease(params.course))) throw new AppError('not-found', `course ${params.course}`)
    const shown = found ? { course: found.release.course, announced: found.announced } : null
    return {
      title: t('corrections.title'),
      main: <CorrectionsPage courseId={params.course} found={shown} locale={locale} t={t} />,
      styles: ['course.css'],
      index: false,
    }
  },
  read: (sent) => sent.getAll('release').filter((id) => typeof id === 'string'),
  act: (permit, releaseIds, { params }) => noteCorrections(permit, params.course, releaseIds, new Date()),
  done: (_, { locale, params }) => href(locale, `/courses/${params.course}`),
})
