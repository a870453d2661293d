import { z } from 'zod'
import { ROLES, type Role } from '../auth/role'
import { emptyAsNull } from '../form/empty-as-null'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'
import { nameArabicSchema, nameLatinSchema } from '../person/person-name'

/**
 * The form that offers a role to a person. It accepts only roles that the reader of the page may offer. The names may be
 * left out: they fill in the form of a person who has no account.
 */
export function grantSchema(offered: readonly Role[]) {
  return z.object({
    email: emailSchema,
    nameArabic: emptyAsNull(nameArabicSchema).transform((name) => name ?? ''),
    nameLatin: emptyAsNull(nameLatinSchema).transform((name) => name ?? ''),
    role: z.enum(ROLES, 'choose').refine((role) => offered.includes(role), 'choose'),
  })
}

export function readGrant(form: FormData) {
  return textFields(form, ['email', 'nameArabic', 'nameLatin', 'role'])
}

/** Reads the id of a new institution, or of a person; undefined if it is malformed. */
export function readId(typed: unknown): string | undefined {
  return z.uuid().safeParse(typed).data
}

/** A role that a person holds, as a button names it. */
export const heldRoleSchema = z.object({ account: z.uuid(), role: z.enum(ROLES) })

/** A person whose identity is confirmed, with the names that were shown on the page. */
export const confirmedPersonSchema = z.object({ account: z.uuid(), nameArabic: z.string(), nameLatin: z.string() })

export function readPerson(form: FormData) {
  return textFields(form, ['account', 'role', 'nameArabic', 'nameLatin', 'reason'])
}
