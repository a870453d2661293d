import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { requirePermission } from '@/server/auth/permit'
import { takeOfferBack } from '@/server/institution/offer-role'
import { seeOther } from '@/server/respond'

/** Takes back an offer that a button of a page of people names, and goes back to what of that page was shown. */
export async function takeBackFrom(
  request: Request,
  locale: string,
  path: string,
  institutionId: string | null,
): Promise<Response> {
  const shown = readListQuery(new URL(request.url).searchParams)
  return formPage(request, locale, path + writeListQuery(shown), async (form) => {
    const permit = await requirePermission('people:read', { institutionId })
    const offer = readId(form.get('offer'))
    if (!offer) throw new AppError('invalid-input', 'offer to take back')
    await takeOfferBack(permit, offer, new Date())
    return seeOther(`/${locale}${path}${writeListQuery(shown, { done: 'offer-taken-back' })}`)
  })
}
