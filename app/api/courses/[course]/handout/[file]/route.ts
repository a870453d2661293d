import { file } from '@/app/http/file'
import { HANDOUTS } from '@/domain/course/handout'
import { AppError } from '@/domain/errors'
import { isLocale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { handoutPdf } from '@/server/course/handout/handout-pdf'
import { readableCourse } from '@/server/course/learner-course'

const place = { path: () => '/courses', name: (t: Translator) => t('nav.courses') }

/** The brochure or the poster of a course, as `brochure-ar.pdf`. */
export const GET = file<'course' | 'file'>(place, async ({ caller, params }) => {
  const [, name, language] = /^([a-z]+)-([a-z]+)\.pdf$/.exec(params.file) ?? []
  const kind = HANDOUTS.find((each) => each === name)
  if (!kind || !isLocale(language)) throw new AppError('not-found', `handout ${params.file}`)
  const { release, learner } = await readableCourse(caller, params.course, new Date())
  // Caches must not share the file of a course that is not public, or of the release that only this learner reads.
  const isForEveryone = release.course.file.access === 'public' && learner === null
  return new Response(await handoutPdf(release, kind, language), {
    headers: {
      'content-type': 'application/pdf',
      'content-language': language,
      'content-disposition': `attachment; filename="${release.courseId}-${kind}-${language}.pdf"`,
      'cache-control': isForEveryone ? 'public, max-age=3600' : 'private, no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
})
