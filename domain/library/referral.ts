import { z } from 'zod'
import { localizedSchema } from '../locale'
import { looseDateSchema } from './decision'
import { CONFIDENCES } from './provision'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const REFERRAL_ROLES = [
  'hotline',
  'coordination',
  'justice',
  'police',
  'social',
  'health',
  'shelter',
  'legal-aid',
  'association',
  'labour',
] as const

/** library/referral/regions.yaml: the twelve regions, by their ISO number (`01` … `12`). */
export const regionSchema = z.strictObject({
  id: z.string().regex(/^(0[1-9]|1[0-2])$/),
  name: localizedSchema,
  /** For a tile of the map. */
  short: localizedSchema,
})
export type Region = z.infer<typeof regionSchema>

/** library/referral/entries.yaml: offices and associations to turn to, and how reliable each entry is. */
export const referralEntrySchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  /** `null` for the whole country. */
  region: regionSchema.shape.id.nullable(),
  /** Every court has one: people find it at their local court. */
  inCourts: z.boolean().optional(),
  roles: z.array(z.enum(REFERRAL_ROLES)).min(1),
  does: localizedSchema,
  /** National format, as dialled: `0800 00 47 47`. Only numbers that a source confirms. */
  phone: z
    .string()
    .regex(/^[0-9 ]+$/)
    .optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
  cites: z.array(z.string()).default([]),
  source: localizedSchema,
  /** The date of the source; null if it has none. */
  statedOn: looseDateSchema.nullable(),
  /** When the school or the Commission confirmed the entry; null while nobody has. */
  verifiedOn: z.iso.date().nullable(),
  confidence: z.enum(CONFIDENCES),
  lawDate: z.iso.date(),
})
export type ReferralRole = (typeof REFERRAL_ROLES)[number]
export type ReferralEntry = z.infer<typeof referralEntrySchema>
