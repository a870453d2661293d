import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { AboutFacts, type SiteFacts } from '../ui/about-facts'
import { CourseList } from './course-list'
import type { MyCourseReading, Release } from './course-reading'
import { CourseRows } from './course-rows'
import { Greeting, Hero } from './home-front'
import { HomeLibrary, type LibraryCounts } from './home-library'
import { type NextStep, Resume } from './resume'

/** A signed-in reader, with her courses and what she does next. */
export type Greeted = {
  nameArabic: string
  nameLatin: string
  courses: readonly MyCourseReading[]
  next: NextStep
  certified: boolean
  now: Date
}
type Props = {
  releases: readonly Release[]
  /** How many entries each part of the library has. */
  counts: LibraryCounts
  site: SiteFacts
  /** The form that verifies a certificate. */
  verify: ReactNode
  greeted: Greeted | null
  /** The file with which the page opens for a reader who is signed out; null if no course has one. */
  opening: ReactNode
  locale: Locale
  t: Translator
}

/**
 * A file to open at once, then what the platform offers and who is responsible for it; a signed-in reader sees her next
 * step first.
 */
export function HomePage({ releases, counts, site, verify, greeted, opening, locale, t }: Props) {
  const texts = { locale, t }
  return (
    <main id="main">
      {greeted ? <Greeting {...greeted} {...texts} /> : (opening ?? <Hero {...texts} />)}
      <div className="wrap page stack-l">
        {greeted && <Resume {...greeted} {...texts} wide />}
        <Section id="courses" title={t('course.list')}>
          {greeted ? (
            <CourseList releases={releases} mine={greeted.courses} {...texts} />
          ) : (
            <CourseRows releases={releases} {...texts} />
          )}
        </Section>
        <Section id="library" title={t('home.library')}>
          <HomeLibrary counts={counts} {...texts} />
        </Section>
        <Section id="behind" title={t('home.behind')}>
          <div className="grid trust">
            <div className="card stack-s">
              <h3>{t('about.facts')}</h3>
              <AboutFacts {...site} {...texts} />
              <p className="link-line">
                <a href={href(locale, '/about')}>{t('nav.about')}</a>
              </p>
            </div>
            <div className="card stack-s">
              <h3>{t('verify.title')}</h3>
              <p className="sm muted">{t('verify.lead')}</p>
              {verify}
            </div>
          </div>
        </Section>
      </div>
    </main>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
