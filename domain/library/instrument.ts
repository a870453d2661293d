import { z } from 'zod'
import { localeSchema, localizedSchema } from '../locale'

/** library/law/instruments.yaml: a code, a law, a convention, and how its articles are cited. */
export const instrumentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** How the ids of its provisions begin: `cp` in `cp-448-1`. */
  prefix: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The word before the number: «الفصل» or «المادة», « article », "article". Taken from the text itself. */
  unit: localizedSchema,
  /** What follows the number: «من مجموعة القانون الجنائي», « du code pénal », "of the Penal Code". */
  name: localizedSchema,
  shortName: localizedSchema,
  /** The language whose wording prevails; null for treaties that were made in several. */
  authenticLanguage: localeSchema.nullable(),
})
export type Instrument = z.infer<typeof instrumentSchema>
