import { z } from 'zod'
import { emailSchema } from '../account/email'
import { textFields } from '../form/form-fields'
import { ROLES, type Role } from './role'

/** Who is to be offered which role, of those that a page lets its reader offer. */
export function grantSchema(offered: readonly Role[]) {
  return z.object({
    email: emailSchema,
    role: z.enum(ROLES, 'choose').refine((role) => offered.includes(role), 'choose'),
  })
}

export function readGrant(form: FormData) {
  return textFields(form, ['email', 'role'])
}

/** The id of an institution that is being made, or of a person: anything else reads as undefined. */
export function readId(typed: unknown): string | undefined {
  return z.uuid().safeParse(typed).data
}

/** A role that she holds, as a button names it. */
export const heldRoleSchema = z.object({ account: z.uuid(), role: z.enum(ROLES) })

/** A person whose identity is confirmed, with the names that were read on the page. */
export const confirmedPersonSchema = z.object({ account: z.uuid(), nameArabic: z.string(), nameLatin: z.string() })

export function readPerson(form: FormData) {
  return textFields(form, ['account', 'role', 'nameArabic', 'nameLatin', 'reason'])
}
