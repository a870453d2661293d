import type { ComponentProps } from 'react'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { NumberForm } from './number-form'

type Props = Omit<ComponentProps<typeof NumberForm>, 'action'> & { locale: Locale; t: Translator }

/** Where a registrar types the number of a certificate. */
export function VerifyPage({ locale, ...form }: Props) {
  const { t } = form
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('verify.title')}</h1>
      <p className="lead">{t('verify.lead')}</p>
      <NumberForm {...form} action={href(locale, '/verify')} />
    </main>
  )
}

/** The same after a number that no certificate has. */
export function UnknownNumberPage({ locale, ...form }: Props) {
  const { t } = form
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t('verify.resultTitle')}</h1>
      <NumberForm {...form} action={href(locale, '/verify')} />
    </main>
  )
}
