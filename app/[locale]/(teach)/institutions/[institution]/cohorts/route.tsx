import { documentPage } from '@/app/document'
import { CohortTable } from '@/components/cohort/cohort-table'
import { href } from '@/components/shell/paths'
import { Scrolling } from '@/components/ui/scrolling'
import { phaseOf } from '@/domain/cohort/phase'
import { formatLooseDate } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { institutionCohorts } from '@/server/cohort/institution-cohorts'

type Context = { params: Promise<{ locale: string; institution: string }> }

/** The editions of an institution; a tutor sees those that she follows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: institutionId } = await params
  return documentPage(request, language, async ({ locale, t }) => {
    const { institution, cohorts, mayCreate } = await institutionCohorts(institutionId)
    const now = new Date()
    const path = href(locale, `/institutions/${institutionId}`)
    const main = (
      <main id="main" className="wrap page stack">
        <p className="sm">
          <a href={path}>
            <bdi>{locale === 'ar' ? institution.nameArabic : institution.nameLatin}</bdi>
          </a>
        </p>
        <div className="row between">
          <h1>{t('cohorts.list.title')}</h1>
          {mayCreate && (
            <a className="btn primary" href={`${path}/cohorts/new`}>
              {t('cohorts.list.new')}
            </a>
          )}
        </div>
        {cohorts.length === 0 && (
          <p className="note">{t(mayCreate ? 'cohorts.list.none' : 'cohorts.list.noneTutor')}</p>
        )}
        {cohorts.length > 0 && (
          <Scrolling>
            <CohortTable
              caption={t('cohorts.list.title')}
              headings={{
                name: t('cohorts.list.name'),
                course: t('cohorts.list.course'),
                days: t('cohorts.list.days'),
                state: t('cohorts.list.state'),
              }}
              rows={cohorts.map(({ cohort, title }) => {
                const phase = phaseOf(cohort, now)
                return {
                  id: cohort.id,
                  href: href(locale, `/cohorts/${cohort.id}`),
                  name: cohort.name,
                  course: typeset(title[locale], locale),
                  days: t('cohorts.list.from', {
                    start: formatLooseDate(cohort.startsOn, locale),
                    end: formatLooseDate(cohort.endsOn, locale),
                  }),
                  phase,
                  state: t(`cohorts.list.${phase}`),
                }
              })}
            />
          </Scrolling>
        )}
      </main>
    )
    return { title: t('cohorts.list.title'), main, staff: true, index: false }
  })
}
