import { z } from 'zod'
import { lineSchema } from '../form/plain-line'

/** The lifetimes of a token in days, the shortest first. */
export const TOKEN_DAYS = [30, 90, 180, 365] as const
export type TokenDays = (typeof TOKEN_DAYS)[number]
/** How many tokens of an institution may be in use at a time. */
export const MOST_TOKENS = 20
export const TOKEN_NAME_MAX = 80

const DAY_MS = 86_400_000

export function expiryAfter(now: Date, days: TokenDays): Date {
  return new Date(now.getTime() + days * DAY_MS)
}

export type TokenState = 'valid' | 'expired' | 'revoked'

export function tokenState(token: { expiresAt: Date; revokedAt: Date | null }, now: Date): TokenState {
  if (token.revokedAt) return 'revoked'
  return token.expiresAt <= now ? 'expired' : 'valid'
}

/** `id`: drawn with the form. `cohortIds`: null for all cohorts of the institution, also later ones. */
export type TokenOrder = { id: string; name: string; cohortIds: string[] | null; days: TokenDays }

export const tokenOrderSchema = z
  .object({
    id: z.uuid(),
    name: lineSchema(TOKEN_NAME_MAX),
    scope: z.enum(['all', 'chosen'], 'choose'),
    cohorts: z.array(z.uuid()),
    days: z
      .enum(TOKEN_DAYS.map(String) as [string, ...string[]], 'choose')
      .transform((typed) => Number(typed) as TokenDays),
  })
  .refine(({ scope, cohorts }) => scope === 'all' || cohorts.length > 0, { path: ['cohorts'], message: 'choose' })
  .transform(
    ({ id, name, scope, cohorts, days }): TokenOrder => ({
      id,
      name,
      days,
      cohortIds: scope === 'all' ? null : [...new Set(cohorts)],
    }),
  )
