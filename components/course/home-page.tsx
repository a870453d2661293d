import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { Text } from '../ui/text'
import { CourseList } from './course-list'
import type { Release } from './course-reading'
import { PrimaryAction } from './primary-action'
import { type NextStep, Resume } from './resume'

const AUDIENCES = ['magistrates', 'commission', 'public'] as const
const LIBRARY_PARTS = ['law', 'cases', 'glossary', 'indicators', 'referral', 'figures'] as const
const POINTS = ['law', 'practice', 'exam', 'certificate'] as const

type Texts = { locale: Locale; t: Translator }
/** A signed-in reader, with what she does next. */
type Greeted = { nameArabic: string; nameLatin: string; next: NextStep; certified: boolean; now: Date }
type Props = Texts & { releases: readonly Release[]; greeted: Greeted | null }

/** What the platform is and offers; for a signed-in reader, first of all her next step. */
export function HomePage({ releases, greeted, locale, t }: Props) {
  return (
    <main id="main">
      {greeted ? <Welcome {...greeted} locale={locale} t={t} /> : <Hero locale={locale} t={t} />}
      <div className="wrap page stack-l">
        <Section id="courses" title={t('course.list')}>
          <CourseList releases={releases} locale={locale} t={t} folded />
        </Section>
        <Section id="library" title={t('nav.library')}>
          <Library locale={locale} t={t} />
        </Section>
        <Section id="points" title={t('home.whatYouGet')}>
          <ul className="grid points plain">
            {POINTS.map((point) => (
              <li key={point} className="point">
                <Text>{t(`home.point.${point}`)}</Text>
              </li>
            ))}
          </ul>
        </Section>
        <Section id="audiences" title={t('home.forWhom')}>
          <div className="grid audiences">
            {AUDIENCES.map((audience) => (
              <div key={audience} className="stack-s">
                <h3>{t(`home.audience.${audience}.title`)}</h3>
                <p>{t(`home.audience.${audience}.text`)}</p>
              </div>
            ))}
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

function Library({ locale, t }: Texts) {
  return (
    <>
      <p className="prose">
        <Text>{t('library.front.lead')}</Text>
      </p>
      <ul className="grid points plain">
        {LIBRARY_PARTS.map((part) => (
          <li key={part} className="point stack-s">
            <p>
              <a href={href(locale, `/library/${part}`)}>
                <strong>{t(`library.front.card.${part}.title`)}</strong>
              </a>
            </p>
            <p className="sm">{t(`library.front.card.${part}.text`)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Hero({ locale, t }: Texts) {
  return (
    <div className="hero">
      <div className="wrap stack">
        <h1>{t('home.title')}</h1>
        <p className="lead">
          <Text>{t('home.lead')}</Text>
        </p>
        <p className="row">
          <PrimaryAction action={{ kind: 'link', href: href(locale, '/courses'), label: t('learning.seeCourses') }} />
          <a className="btn" href={href(locale, '/sign-up')}>
            {t('nav.signUp')}
          </a>
        </p>
      </div>
    </div>
  )
}

function Welcome({ nameArabic, nameLatin, locale, t, ...step }: Greeted & Texts) {
  return (
    <div className="hero welcome">
      <div className="wrap stack">
        <h1>
          {t.rich('learning.hello', {
            name: () => <bdi key="name">{locale === 'ar' ? nameArabic : nameLatin}</bdi>,
          })}
        </h1>
        <Resume {...step} locale={locale} t={t} />
        <p>
          <a href={href(locale, '/learning')}>{t('learning.title')}</a>
        </p>
      </div>
    </div>
  )
}
