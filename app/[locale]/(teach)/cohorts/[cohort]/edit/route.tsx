import { CohortForm } from '@/app/[locale]/(teach)/cohort-form'
import { readCohortForm } from '@/app/[locale]/(teach)/read-cohort-form'
import { type DocumentContext, documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { Name } from '@/components/ui/name'
import { PlainForm } from '@/components/ui/plain-form'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { cohortChoices } from '@/server/cohort/cohort-choices'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { changeCohort } from '@/server/cohort/save-cohort'
import { type LoadedRelease, loadRelease } from '@/server/content/releases'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; cohort: string }> }
type Given = { cohortId: string; state?: FormState; tutorIds?: readonly string[] }

const stepsOf = ({ course }: LoadedRelease) => [...course.file.outline, ...(course.exam ? ['exam'] : [])]

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort } = await params
  return documentPage(request, locale, (context) => editPage(context, { cohortId: cohort }))
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, cohort: cohortId } = await params
  return formPage(request, locale, `/cohorts/${cohortId}/edit`, async (form) => {
    const { cohort, permit } = await requireCohort('cohort:change', cohortId)
    const release = await loadRelease(cohort.releaseId)
    const t = translator(isLocale(locale) ? locale : 'ar')
    const read = readCohortForm(form, stepsOf(release), cohort.copiedFromId, t)
    if (read.status === 'wrong') {
      const { state, tutorIds } = read
      return documentPage(request, locale, async (context) => ({
        ...(await editPage(context, { cohortId, state, tutorIds })),
        status: 400,
      }))
    }
    await changeCohort(permit, read.draft, new Date())
    return seeOther(`${href(isLocale(locale) ? locale : 'ar', `/cohorts/${cohortId}/edit`)}?saved=1`)
  })
}

async function editPage({ locale, t, query }: DocumentContext, { cohortId, state, tutorIds }: Given) {
  const { cohort, permit } = await requireCohort('cohort:change', cohortId)
  const [choices, release] = await Promise.all([cohortChoices(permit), loadRelease(cohort.releaseId)])
  const path = href(locale, `/cohorts/${cohort.id}`)
  const saved: FormState = query.has('saved') ? { ...UNTOUCHED, done: t('cohorts.form.saved') } : UNTOUCHED
  const texts = { problems: t('errors.title'), optional: t('fields.optional') }
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <p className="sm">
            <a href={path}>
              <Name>{cohort.name}</Name>
            </a>
          </p>
          <h1>{t('cohorts.form.editTitle')}</h1>
          <p>{typeset(release.course.file.title[locale], locale)}</p>
          {cohort.archivedAt ? (
            <p className="note">{t('cohorts.form.closed')}</p>
          ) : (
            <CohortForm
              action={`${path}/edit`}
              values={{ ...cohort, tutorIds: tutorIds ?? cohort.tutorIds }}
              choices={choices}
              release={release}
              state={state ?? saved}
              submit={t('cohorts.form.save')}
              locale={locale}
              t={t}
            />
          )}
        </div>
        {!cohort.archivedAt && (
          <section className="stack" aria-labelledby="archive">
            <h2 id="archive">{t('cohorts.form.archive')}</h2>
            <p>{t('cohorts.form.archiveLead')}</p>
            <PlainForm
              id="archiving"
              action={`${path}/archive`}
              fields={[{ kind: 'tick', name: 'sure', label: t('cohorts.form.archiveTick') }]}
              state={query.has('unsure') ? { ...UNTOUCHED, problem: t('cohorts.form.archiveNeeded') } : UNTOUCHED}
              texts={texts}
              submit={t('cohorts.form.archive')}
              look="danger"
            />
          </section>
        )}
      </div>
    </main>
  )
  return { title: t('cohorts.form.editTitle'), main, staff: true, index: false }
}
