import { formPage } from '@/app/form-page'
import { keepFigures } from '@/server/cohort/report/kept-reports'
import { openInstitution } from '@/server/institution/open-institution'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: id } = await params
  const path = `/institutions/${id}/report`
  return formPage(request, locale, path, async () => {
    const { permit } = await openInstitution('figures:keep', id)
    return seeOther(`/${locale}${path}/${await keepFigures(permit, new Date())}?done=kept`)
  })
}
