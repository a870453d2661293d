import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { confirmedPersonSchema, readPerson } from '@/domain/institution/grant'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { requirePermission } from '@/server/auth/permit'
import { confirmIdentity } from '@/server/institution/confirm-identity'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; institution: string }> }

/** Confirms who somebody is, in the names that stood on the page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, institution: institutionId } = await params
  const path = `/institutions/${institutionId}/people`
  const shown = readListQuery(new URL(request.url).searchParams)
  return formPage(request, locale, path + writeListQuery(shown), async (form) => {
    await requirePermission('people:read', { institutionId })
    const { data } = confirmedPersonSchema.safeParse(readPerson(form))
    if (!data) throw new AppError('invalid-input', 'person to confirm')
    const permit = await requirePermission('identity:confirm', { institutionId, accountId: data.account })
    await confirmIdentity(permit, data, new Date())
    return seeOther(`/${locale}${path}${writeListQuery(shown, { done: 'confirmed' })}`)
  })
}
