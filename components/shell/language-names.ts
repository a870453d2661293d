import type { Locale } from '@/domain/locale'

/** Each language by its own name: who looks for hers must be able to read it. */
export const LANGUAGE_NAMES: Record<Locale, string> = { ar: 'العربية', fr: 'Français', en: 'English' }
