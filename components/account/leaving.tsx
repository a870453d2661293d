import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { NameIn } from '../ui/name-in'
import { type BelongingView, Held } from './belonging-card'

const CONSEQUENCES = {
  institution: ['roles', 'places', 'identity', 'kept', 'certificates', 'back'],
  platform: ['roles', 'back'],
} as const

/** The page's title, as a key of the messages. */
export function leavingTitle(institution: BelongingView['institution']) {
  return institution ? 'myInstitutions.leave.title' : 'myInstitutions.leave.platformTitle'
}

type Props = { belonging: BelongingView; action: string; back: string; locale: Locale; t: Translator }

/** Says what leaving ends and what it keeps, and holds the button to leave. */
export function Leaving({ belonging, action, back, locale, t }: Props) {
  const { institution } = belonging
  return (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <h1>{t(leavingTitle(institution))}</h1>
        <p className="lead">{institution ? <NameIn names={institution} locale={locale} /> : t('site.name')}</p>
        <Held belonging={belonging} locale={locale} t={t} />
      </div>
      <section className="stack" aria-labelledby="consequences">
        <h2 id="consequences">{t('myInstitutions.leave.consequences')}</h2>
        <ul>
          {CONSEQUENCES[institution ? 'institution' : 'platform'].map((consequence) => (
            <li key={consequence}>{t(`myInstitutions.leave.${consequence}`)}</li>
          ))}
        </ul>
      </section>
      <form method="post" action={action} className="row">
        <button type="submit" className="btn danger">
          {t('myInstitutions.leave.button')}
        </button>
        <a className="btn" href={back}>
          {t('myInstitutions.leave.cancel')}
        </a>
      </form>
    </main>
  )
}
