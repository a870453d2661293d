import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { AppError } from '@/domain/errors'
import { confirmedPersonSchema, readPerson } from '@/domain/institution/grant'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { confirmIdentity } from '@/server/institution/confirm-identity'
import { peopleAddress, peoplePath } from '../../../people-forms'

/** Confirms the identity of a person under the names that the page showed. */
export const POST = form({
  back: ({ params, query }) => peoplePath(params.institution) + writeListQuery(readListQuery(query)),
  permit: async ({ caller, params: { institution: institutionId } }: Context<'institution'>) => ({
    actor: (await requirePermission(caller, 'people:read', { institutionId })).actor,
    institutionId,
  }),
  read: readConfirmed,
  act: ({ actor, institutionId }, person) =>
    confirmIdentity(
      permitFor(actor, 'identity:confirm', { institutionId, accountId: person.account }),
      person,
      new Date(),
    ),
  done: (_, context) => peopleAddress(context, context.params.institution, 'confirmed'),
})

/** @throws {AppError} invalid-input */
function readConfirmed(sent: FormData) {
  const { data } = confirmedPersonSchema.safeParse(readPerson(sent))
  if (!data) throw new AppError('invalid-input', 'person to confirm')
  return data
}
