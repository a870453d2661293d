import { z } from 'zod'
import { isGiven, type Texts, textsSchema } from '../text/texts'
import type { RegistrationStatus, SeminarStatus } from './seminar'

export const MATERIAL_TIMES = ['before', 'after'] as const
export type MaterialTime = (typeof MATERIAL_TIMES)[number]
/** Who may read a material: those who take part, or everybody, as with the proceedings. */
export const MATERIAL_READERS = ['registered', 'everybody'] as const
export type MaterialReaders = (typeof MATERIAL_READERS)[number]

export const MOST_MATERIALS = 40
const LONGEST_TITLE = 150

export type MaterialFields = { when: MaterialTime; openTo: MaterialReaders; titles: Texts }

const title = z.string().trim().max(LONGEST_TITLE, 'too-long')
export const materialSchema = z.object({
  when: z.enum(MATERIAL_TIMES),
  openTo: z.enum(MATERIAL_READERS),
  titleArabic: title,
  titleFrench: title,
  titleEnglish: title,
})

/** The titles that were given; null if there is none. */
export function titlesOf({ titleArabic, titleFrench, titleEnglish }: z.infer<typeof materialSchema>): Texts | null {
  const { data = {} } = textsSchema.safeParse({
    ar: titleArabic || undefined,
    fr: titleFrench || undefined,
    en: titleEnglish || undefined,
  })
  return isGiven(data) ? data : null
}

type Reader = { registration: RegistrationStatus | null }
type Held = { status: SeminarStatus; endsAt: Date }

/** Whether a material is open to a reader, whatever her roles. One for `after` stays closed until the seminar ends. */
export function isMaterialOpen(
  { when, openTo }: Pick<MaterialFields, 'when' | 'openTo'>,
  { registration }: Reader,
  { status, endsAt }: Held,
  now: Date,
): boolean {
  if (status === 'draft') return false
  if (when === 'after' && status !== 'held' && (now < endsAt || status === 'cancelled')) return false
  return openTo === 'everybody' || registration === 'registered'
}
