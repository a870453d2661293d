import type { Context } from '@/app/http/context'
import { form, type Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import type { StaffDone } from '@/components/ui/staff-page'
import type { Role } from '@/domain/auth/role'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { grantSchema, heldRoleSchema, readGrant, readId, readPerson } from '@/domain/institution/grant'
import { readListQuery, writeListQuery } from '@/domain/institution/list-query'
import { type Permit, permitFor, requirePermission } from '@/server/auth/permit'
import { revokeRole } from '@/server/institution/change-roles'
import { offerRole, resendOffer, withdrawOffer } from '@/server/institution/offer-role'

type Granted = { permit: Permit<'people:read'>; offered: readonly Role[] }
type Offer = { email: string; role: Role; nameArabic: string; nameLatin: string; typed: ReturnType<typeof readGrant> }

const PROBLEMS = { own: 'own-account', held: 'role-held' } as const

/** The address of the page of an institution's people or, for null, of the platform's staff. */
export function peoplePath(institutionId: string | null): string {
  return institutionId === null ? '/institutions/platform' : `/institutions/${institutionId}/people`
}

/** The same with the reader's filters and the notice about the last action. */
export function peopleAddress(
  { locale, query }: Pick<Context, 'locale' | 'query'>,
  institutionId: string | null,
  done: StaffDone,
): string {
  return href(locale, peoplePath(institutionId)) + writeListQuery(readListQuery(query), { done })
}

/** The offered role and address. Only a role that the reader may offer is accepted. */
export function readOffer(sent: FormData, { t }: Pick<Context, 't'>, { offered }: Granted): Offer | Refused {
  const typed = readGrant(sent)
  const { data, error } = grantSchema(offered).safeParse(typed)
  return data ? { ...data, typed } : { refused: refuseFields(t, fieldProblems(error), typed) }
}

export async function offerRoleFrom(
  { permit }: Granted,
  { typed, ...wanted }: Offer,
  { locale, t }: Pick<Context, 'locale' | 't'>,
): Promise<Refused | null> {
  const { status } = await offerRole(permit, { ...wanted, locale }, new Date())
  return status === 'offered' ? null : { refused: refuseFields(t, { email: PROBLEMS[status] }, typed) }
}

type OfPeople<P extends string> = (context: Context<P>) => string | null

/** Checks the permission to read the people first, so that a refusal reveals nothing about them. */
function readPeople<P extends string>(of: OfPeople<P>) {
  return (context: Context<P>) => requirePermission(context.caller, 'people:read', { institutionId: of(context) })
}

/**
 * The POST of the buttons that end a role. @param of the institution whose people the page lists; null for the
 * platform.
 */
export function endRoleForm<P extends string = never>(of: OfPeople<P>) {
  return form({
    // If a person must give a code first, she returns to the list. It says that the role has not been ended yet.
    back: (context) => peoplePath(of(context)) + writeListQuery(readListQuery(context.query), { again: 'end' }),
    permit: readPeople(of),
    read: readHeldRole,
    act: ({ actor, target: { institutionId } }: Permit<'people:read'>, { account, role }) =>
      revokeRole(permitFor(actor, 'role:end', { institutionId, accountId: account, role }), new Date()),
    done: (_, context) => peopleAddress(context, of(context), 'ended'),
  })
}

/** The POST of the buttons that withdraw an offer. @param of as for `endRoleForm`. */
export function takeBackForm<P extends string = never>(of: OfPeople<P>) {
  return form({
    back: (context) => peoplePath(of(context)) + writeListQuery(readListQuery(context.query)),
    permit: readPeople(of),
    read: readOfferId,
    act: (permit: Permit<'people:read'>, offer) => withdrawOffer(permit, offer, new Date()),
    done: (_, context) => peopleAddress(context, of(context), 'offer-taken-back'),
  })
}

/** The POST of the buttons that send the letter about an offer again. @param of as for `endRoleForm`. */
export function resendForm<P extends string = never>(of: OfPeople<P>) {
  return form({
    back: (context) => peoplePath(of(context)) + writeListQuery(readListQuery(context.query)),
    permit: readPeople(of),
    read: readOfferId,
    act: (permit: Permit<'people:read'>, offer, { locale }) => resendOffer(permit, offer, locale, new Date()),
    done: (_, context) => `${peopleAddress(context, of(context), 'offer-sent-again')}#offers`,
  })
}

/** @throws {AppError} invalid-input */
function readHeldRole(sent: FormData) {
  const { data } = heldRoleSchema.safeParse(readPerson(sent))
  if (!data) throw new AppError('invalid-input', 'role to end')
  return data
}

/** @throws {AppError} invalid-input */
function readOfferId(sent: FormData): string {
  const offer = readId(sent.get('offer'))
  if (!offer) throw new AppError('invalid-input', 'offer of the button')
  return offer
}
