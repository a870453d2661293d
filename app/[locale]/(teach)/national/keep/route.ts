import { formPage } from '@/app/form-page'
import { requirePermission } from '@/server/auth/permit'
import { keepFigures } from '@/server/cohort/report/kept-reports'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return formPage(request, locale, '/national', async () => {
    const permit = await requirePermission('figures:keep', { institutionId: null })
    return seeOther(`/${locale}/national/${await keepFigures(permit, new Date())}?done=kept`)
  })
}
