import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

type Props = {
  enrolled: boolean
  /** A course that anybody reads: of somebody who is not enrolled nothing is stored. */
  isPublic: boolean
  signedIn: boolean
  /** The address of this page, to which she comes back from signing in. */
  here: string
  locale: Locale
  t: Translator
}

/**
 * How a reader has her answers stored: the link to sign in, and the words with which the script of the page tells her
 * that her session has ended. Without these words the server takes her for somebody whose answers are not stored.
 */
export function KeepAnswers({ enrolled, isPublic, signedIn, here, locale, t }: Props) {
  const signIn = `${href(locale, '/sign-in')}?next=${encodeURIComponent(here)}`
  return (
    <>
      {!enrolled && !isPublic && (
        <p className="sm muted no-print">
          <a href={signIn}>{t('lesson.signInToKeep')}</a>
        </p>
      )}
      {signedIn && (enrolled || !isPublic) && (
        <template data-signed-out>
          {t('exam.waiting.lead')}{' '}
          <a href={signIn} target="_blank" rel="noopener">
            {t('exam.waiting.signIn')}
          </a>
        </template>
      )}
    </>
  )
}
