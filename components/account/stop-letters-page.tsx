import type { StopClass } from '@/domain/letter/letter-budget'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'

type Props = {
  /** The letters that the link stops; null if the link is not valid. */
  letterClass: StopClass | null
  stopped: boolean
  action: string
  locale: Locale
  t: Translator
}

/** What the link at the end of a letter opens. It says nothing about whose letter it was: anybody may hold the link. */
export function StopLettersPage({ letterClass, stopped, action, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack narrow">
      <h1>{t(letterClass ? `letters.stop.${letterClass}Title` : 'letters.stop.wrongTitle')}</h1>
      {!letterClass && <p>{t('letters.stop.wrong')}</p>}
      {letterClass && stopped && (
        <p className="note ok" role="status">
          {t(`letters.stop.${letterClass}Done`)}
        </p>
      )}
      {letterClass && !stopped && (
        <>
          <p>{t(`letters.stop.${letterClass}Lead`)}</p>
          <form method="post" action={action}>
            <button type="submit" className="btn primary">
              {t('letters.stop.go')}
            </button>
          </form>
        </>
      )}
      <p>
        <a href={href(locale, '/account/letters')}>{t('letters.stop.manage')}</a>
      </p>
    </main>
  )
}
