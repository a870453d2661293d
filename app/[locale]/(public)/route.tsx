import { documentPage } from '@/app/document'
import { PrimaryAction } from '@/components/course/primary-action'
import { href } from '@/components/shell/paths'
import { Text } from '@/components/ui/text'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Caller, CurrentSession } from '@/server/auth/caller'
import { permitToReadAccount } from '@/server/auth/permit'
import { currentReleases } from '@/server/content/releases'
import { myLearning } from '@/server/course/my-learning'
import { CourseList } from '../course-list'
import { Resume } from '../resume'

const AUDIENCES = ['magistrates', 'commission', 'public'] as const
const LIBRARY_PARTS = ['law', 'cases', 'glossary', 'indicators', 'referral', 'figures'] as const
const POINTS = ['law', 'practice', 'exam', 'certificate'] as const

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, caller }) => {
    const [session, releases] = await Promise.all([caller.session(), currentReleases()])
    const main = (
      <main id="main">
        {session ? await welcome(caller, session, locale, t) : <Hero locale={locale} t={t} />}
        <div className="wrap page stack-l">
          <section className="stack" aria-labelledby="courses">
            <h2 id="courses">{t('course.list')}</h2>
            <CourseList releases={releases} locale={locale} t={t} folded />
          </section>
          <section className="stack" aria-labelledby="library">
            <h2 id="library">{t('nav.library')}</h2>
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
          </section>
          <section className="stack" aria-labelledby="points">
            <h2 id="points">{t('home.whatYouGet')}</h2>
            <ul className="grid points plain">
              {POINTS.map((point) => (
                <li key={point} className="point">
                  <Text>{t(`home.point.${point}`)}</Text>
                </li>
              ))}
            </ul>
          </section>
          <section className="stack" aria-labelledby="audiences">
            <h2 id="audiences">{t('home.forWhom')}</h2>
            <div className="grid audiences">
              {AUDIENCES.map((audience) => (
                <div key={audience} className="stack-s">
                  <h3>{t(`home.audience.${audience}.title`)}</h3>
                  <p>{t(`home.audience.${audience}.text`)}</p>
                </div>
              ))}
            </div>
          </section>
        </div>
      </main>
    )
    return { title: t('home.title'), main }
  })
}

function Hero({ locale, t }: { locale: Locale; t: Translator }) {
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

/** Who has signed in knows what this is: she is led to what she does next. */
async function welcome(caller: Caller, { nameArabic, nameLatin }: CurrentSession, locale: Locale, t: Translator) {
  const permit = await permitToReadAccount(caller)
  const now = new Date()
  const { next, certificates } = await myLearning(caller, permit, now)
  const certified = certificates.some((certificate) => certificateStatus(certificate) === 'valid')
  return (
    <div className="hero welcome">
      <div className="wrap stack">
        <h1>
          {t.rich('learning.hello', {
            name: () => <bdi key="name">{locale === 'ar' ? nameArabic : nameLatin}</bdi>,
          })}
        </h1>
        <Resume next={next} certified={certified} locale={locale} t={t} now={now} />
        <p>
          <a href={href(locale, '/learning')}>{t('learning.title')}</a>
        </p>
      </div>
    </div>
  )
}
