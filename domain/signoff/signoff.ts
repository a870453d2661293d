import { z } from 'zod'
import { localeSchema } from '../locale'

export const SIGN_ROLES = ['legal', 'pedagogy', 'language'] as const

export const signSchema = z.strictObject({
  hash: z.string().min(1),
  language: localeSchema,
  role: z.enum(SIGN_ROLES),
  date: z.iso.date(),
  by: z.string().min(1),
})
export const signoffSchema = z.array(signSchema)
export type Signoff = z.infer<typeof signoffSchema>
