import type { Element } from 'hast'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'

/** What a drawing is made of: the blocks after its description, and the attribute that places them. */
export type Parts = { blocks: readonly Element[]; places: unknown; locale: Locale; t: Translator }
