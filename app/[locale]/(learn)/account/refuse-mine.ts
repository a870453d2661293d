import { signInPath } from '@/app/[locale]/require-person'
import { refuseCode } from '@/app/refuse-form'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import type { ErrorCode } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'

/** Says also where to go: to the door who was signed out meanwhile, to the team who is its last administrator. What she typed stays. */
export function refuseMine(t: Translator, locale: Locale, code: ErrorCode, typed: FormState['values']): FormState {
  return refuseCode(t, code, typed, wayOut(t, locale, code))
}

function wayOut(t: Translator, locale: Locale, code: ErrorCode): FormState['wayOut'] {
  if (code === 'sign-in-required') return { href: signInPath(locale, href(locale, '/account')), label: t('nav.signIn') }
  if (code === 'last-administrator')
    return { href: href(locale, '/institutions/platform'), label: t('people.platformTitle') }
  return undefined
}
