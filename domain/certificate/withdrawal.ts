import { z } from 'zod'
import { isPlain } from '../form/plain-line'
import { nameArabicSchema, nameLatinSchema } from '../person/person-name'
import { readCertificateNumber } from './certificate-number'

const NUMBER_PROBLEMS = {
  mistyped: 'One character of the number is wrong. Check the number.',
  malformed: 'Name the certificate by its number of 13 characters: XXXX-XXXX-XXXX-X.',
} as const

const numberSchema = z.string().transform((typed, context) => {
  const reading = readCertificateNumber(typed)
  if (reading.status === 'well-formed') return reading.number
  context.addIssue({ code: 'custom', message: NUMBER_PROBLEMS[reading.status] })
  return z.NEVER
})

const reasonSchema = z
  .string('Say why: --reason "…".')
  .trim()
  .min(1, 'Say why: --reason "…".')
  .max(500, 'The reason has at most 500 characters.')
  .refine(isPlain, 'The reason holds signs that are not allowed.')

const named = <T extends z.ZodType>(option: string, schema: T) =>
  z.string().transform((typed, context) => {
    const { data, error } = schema.safeParse(typed)
    if (error) context.addIssue({ code: 'custom', message: `${option} is not a name that a certificate can carry.` })
    return data as z.output<T>
  })

/** The input of the command line: revoke a certificate, or replace it. The messages are for the operator. */
export const withdrawalSchema = z.discriminatedUnion(
  'command',
  [
    z.strictObject({
      command: z.literal('supersede'),
      number: numberSchema,
      reason: reasonSchema,
      nameArabic: named('--name-ar', nameArabicSchema).optional(),
      nameLatin: named('--name-latin', nameLatinSchema).optional(),
    }),
    z.strictObject({
      command: z.literal('revoke'),
      number: numberSchema,
      reason: reasonSchema,
      nameArabic: z.undefined('A revoked certificate gets no name.').optional(),
      nameLatin: z.undefined('A revoked certificate gets no name.').optional(),
    }),
  ],
  'Say what to do: supersede or revoke.',
)
