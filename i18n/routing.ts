import { defineRouting } from 'next-intl/routing'
import { LOCALES } from '@/domain/locale'

/** Every page lives under its language. A person's last choice is remembered only by the address itself. */
export const routing = defineRouting({
  locales: LOCALES,
  defaultLocale: 'ar',
  localePrefix: 'always',
  localeCookie: false,
})
