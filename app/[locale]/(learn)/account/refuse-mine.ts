import { signInPath } from '@/app/[locale]/require-person'
import { refuseCode } from '@/app/refuse-form'
import { href } from '@/components/shell/paths'
import type { FormState } from '@/components/ui/form-state'
import type { ErrorCode } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'

/** Who was signed out meanwhile is led back here; what she typed stays. */
export function refuseMine(t: Translator, locale: Locale, code: ErrorCode, typed: FormState['values']): FormState {
  const back = { href: signInPath(locale, href(locale, '/account')), label: t('nav.signIn') }
  return refuseCode(t, code, typed, code === 'sign-in-required' ? back : undefined)
}
