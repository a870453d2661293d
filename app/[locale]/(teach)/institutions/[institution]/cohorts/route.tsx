import { documentPage } from '@/app/document'
import { CohortsPage } from '@/components/cohort/cohorts-page'
import { institutionCohorts } from '@/server/cohort/institution-cohorts'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; institution: string }> }

/** The editions of an institution; a tutor sees those that she follows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    const listed = await institutionCohorts(institution)
    return staffDocument(t('cohorts.list.title'), <CohortsPage {...listed} now={new Date()} locale={locale} t={t} />)
  })
}
