import { page } from '@/app/http/get-page'
import { BriefPage } from '@/components/library/brief-page'
import { AppError } from '@/domain/errors'
import { lookUp } from '@/domain/library/library'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { lessonsTeaching } from '@/server/library/lessons-teaching'

/** One brief. */
export const GET = page<'id'>(async ({ locale, t, params: { id } }) => {
  const store = library()
  const brief = lookUp(store.briefs, id)
  if (!brief) throw new AppError('not-found', `brief ${id}`)
  const lessons = await lessonsTeaching(brief)
  return {
    // A checklist may have the same title.
    title: typeset(t('library.briefs.titleFor', { title: brief.title[locale] }), locale),
    description: typeset(brief.lead[locale], locale),
    main: <BriefPage brief={brief} store={store} lessons={lessons} locale={locale} t={t} />,
    styles: ['library.css', 'brief.css'] as const,
  }
})
