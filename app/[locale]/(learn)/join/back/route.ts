import { formPage } from '@/app/form-page'
import { textFields } from '@/domain/form/form-fields'
import { requirePermission } from '@/server/auth/permit'
import { takeBack } from '@/server/cohort/entry/take-back'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string }> }

/** She takes a request back. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return formPage(request, locale, '/learning', async (form) => {
    const permit = await requirePermission('cohort:join', {})
    await takeBack(permit, textFields(form, ['request']).request, new Date())
    return seeOther(`/${locale}/learning#requests`)
  })
}
