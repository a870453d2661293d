import type { Locale } from '@/domain/locale'

/** Each language by its own name, so that its readers recognise it. */
export const LANGUAGE_NAMES: Record<Locale, string> = { ar: 'العربية', fr: 'Français', en: 'English' }
