import { documentPage } from '@/app/document'
import { currentReleases } from '@/server/content/releases'
import { CourseList } from '../../course-list'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => {
    const releases = await currentReleases()
    const main = (
      <main id="main" className="wrap page stack-l">
        <div className="stack">
          <h1>{t('course.list')}</h1>
          <p className="lead">{t('course.listLead')}</p>
        </div>
        <CourseList releases={releases} locale={locale} t={t} />
      </main>
    )
    return { title: t('course.list'), description: t('course.listLead'), main }
  })
}
