import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import { requirePermission } from '@/server/auth/permit'
import { openHeld } from '@/server/certificate/held'
import { takeBack } from '@/server/certificate/propose'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; institution: string; number: string }> }

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution, number } = await params
  const path = `/institutions/${institution}/certificates/${number}`
  return formPage(request, locale, path, async (form) => {
    const { target } = await openHeld(institution, number)
    const permit = await requirePermission('certificate:propose', target)
    const proposal = readId(form.get('proposal'))
    if (!proposal) throw new AppError('invalid-input', 'proposal to take back')
    await takeBack(permit, proposal, new Date())
    return seeOther(`/${locale}${path}?done=taken-back`)
  })
}
