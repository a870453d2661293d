import { chartHtml } from '@/app/chart-html'
import { page } from '@/app/http/get-page'
import { chartSamples } from '@/components/cohort/learning/chart-samples'
import { courseSamples } from '@/components/course/course-samples'
import { examSamples } from '@/components/exam/exam-samples'
import { questionSamples } from '@/components/practice/question-samples'
import { drawingSamples } from '@/components/ui/drawing-samples'
import { lawSamples, plainSamples } from '@/components/ui/samples'
import { STYLEGUIDE_TITLE, StyleguidePage } from '@/components/ui/styleguide-page'
import { AppError } from '@/domain/errors'
import { STYLE_NAMES } from '@/server/assets'
import { currentReleases } from '@/server/content/releases'

/**
 * Every component in every state, in this language and direction, with the content of a real course. Tests and
 * reviewers use it.
 */
export const GET = page(async ({ locale, t }) => {
  const releases = await currentReleases()
  const [release] = releases
  if (!release) throw new AppError('not-found', 'no course')
  const samples = [
    ...plainSamples(release.course, locale, t),
    ...courseSamples(release, locale, t),
    ...drawingSamples(locale, t),
    ...chartSamples(chartHtml, locale, t),
    ...lawSamples(release.course, locale, t),
    ...questionSamples(
      releases.map(({ course }) => course),
      locale,
      t,
    ),
    ...examSamples(release, locale, t),
  ]
  return {
    title: STYLEGUIDE_TITLE,
    main: <StyleguidePage samples={samples} />,
    styles: STYLE_NAMES,
    index: false,
  }
})
