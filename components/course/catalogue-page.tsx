import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { AboutFacts, type SiteFacts } from '../ui/about-facts'
import { CourseList } from './course-list'
import type { Release } from './course-reading'
import type { Greeted } from './home-page'
import { Resume } from './resume'

type Props = {
  releases: readonly Release[]
  site: SiteFacts
  greeted: Greeted | null
  locale: Locale
  t: Translator
}

/** All courses, and who is responsible for them; a signed-in learner sees her next step first. */
export function CataloguePage({ releases, site, greeted, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <div className="stack">
        <h1>{t('course.list')}</h1>
        <p className="lead">{t('course.listLead')}</p>
      </div>
      {greeted && <Resume {...greeted} wide locale={locale} t={t} />}
      <CourseList releases={releases} mine={greeted?.courses ?? []} heading="h2" locale={locale} t={t} />
      <section className="card stack-s narrow" aria-labelledby="behind">
        <h2 id="behind">{t('about.facts')}</h2>
        <AboutFacts {...site} locale={locale} t={t} />
        <p className="link-line">
          <a href={href(locale, '/about')}>{t('nav.about')}</a>
        </p>
      </section>
    </main>
  )
}
