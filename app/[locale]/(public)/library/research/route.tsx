import { page } from '@/app/http/get-page'
import { ResearchPage } from '@/components/library/research-page'
import { references } from '@/domain/library/reference'
import { dayOf } from '@/domain/time/day'
import { library } from '@/server/content/library'
import { env } from '@/server/env'
import { publicCalls } from '@/server/research/calls'
import { citedProceedings } from '@/server/seminar/proceedings'

/** What a researcher needs: figures that can be cited, calls, and the bibliography of the library. */
export const GET = page(async ({ locale, t }) => {
  const now = new Date()
  const about = {
    references: [...references(library()), ...(await citedProceedings(now))],
    calls: await publicCalls(now),
    today: dayOf(now),
    origin: env().publicUrl,
  }
  return {
    title: t('library.research.title'),
    description: t('library.research.lead'),
    main: <ResearchPage {...about} locale={locale} t={t} />,
    styles: ['library.css'] as const,
  }
})
