import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { heldRoleSchema, readPerson } from '@/domain/institution/grant'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { requirePermission } from '@/server/auth/permit'
import { takeRole } from '@/server/institution/change-roles'
import { seeOther } from '@/server/respond'

/** Ends a role that a button of a page of people names, and goes back to what of that page was shown. */
export async function endRole(
  request: Request,
  locale: string,
  path: string,
  institutionId: string | null,
): Promise<Response> {
  const shown = readListQuery(new URL(request.url).searchParams)
  // Who gave a code on the way comes back to the list, where the role still stands.
  const back = path + writeListQuery(shown, { again: 'end' })
  return formPage(request, locale, back, async (form) => {
    // Who may see nobody here learns nothing of who is.
    await requirePermission('people:read', { institutionId })
    const { data } = heldRoleSchema.safeParse(readPerson(form))
    if (!data) throw new AppError('invalid-input', 'role to end')
    const target = { institutionId, accountId: data.account, role: data.role }
    await takeRole(await requirePermission('role:end', target), new Date())
    return seeOther(`/${locale}${path}${writeListQuery(shown, { done: 'ended' })}`)
  })
}
