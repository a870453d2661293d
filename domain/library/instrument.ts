import { z } from 'zod'
import { localeSchema, localizedSchema } from '../locale'

/** library/law/instruments.yaml: a code, a law, a convention, and how its articles are cited. */
export const instrumentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The prefix of the ids of its provisions: `cp` in `cp-448-1`. */
  prefix: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The word before the number: «الفصل» or «المادة», « article », "article". It is taken from the text itself. */
  unit: localizedSchema,
  /** The words after the number: «من مجموعة القانون الجنائي», « du code pénal », "of the Penal Code". */
  name: localizedSchema,
  shortName: localizedSchema,
  /** The language whose text prevails; null for treaties that are authentic in several. */
  authenticLanguage: localeSchema.nullable(),
})
export type Instrument = z.infer<typeof instrumentSchema>
