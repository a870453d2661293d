import { documentPage } from '@/app/document'
import { AttemptList } from '@/components/exam/attempt-list'
import { href } from '@/components/shell/paths'
import { examRuleOf } from '@/domain/course/graded'
import { formatDate, formatOpening, formatPercent } from '@/i18n/translator'
import { mayTakePart } from '@/server/course/may-take-part'
import { currentExaminee } from '@/server/exam/current-examinee'
import { firstOpenQuestion } from './first-open-question'

type Context = { params: Promise<{ locale: string; course: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, course: courseId } = await params
  return documentPage(request, language, async ({ locale, t, caller }) => {
    const reader = await currentExaminee(caller, courseId, new Date())
    const { release, learner, progress, standing } = reader
    const takesPart = await mayTakePart(caller, reader)
    const rule = examRuleOf(release.course)
    const path = href(locale, `/courses/${courseId}`)
    const open = release.course.lessons.filter((lesson) => !progress.completed.has(lesson.file.id))
    const resumeAt = standing.status === 'under-way' ? await firstOpenQuestion(reader) : null
    const main = (
      <main id="main" className="wrap page stack-l narrow">
        <div className="stack">
          <p className="sm">
            <a href={path}>{release.course.file.title[locale]}</a>
          </p>
          <h1>{t('exam.title')}</h1>
          <p className="lead">
            {t('exam.lead', {
              questions: t('plural.questions', { count: rule.questions }),
              rate: formatPercent(rule.passRate, locale),
            })}
          </p>
          <ul>
            <li>{t('exam.how1')}</li>
            <li>{t('exam.how2')}</li>
            <li>{t('exam.how3')}</li>
            <li>{t('exam.how4')}</li>
          </ul>
          <p className="sm muted">
            {t('exam.rule', { attempts: rule.attempts, hours: t('plural.hours', { count: rule.coolDownHours }) })}{' '}
            {t('exam.attemptsLeft', { count: standing.attemptsLeft })}
          </p>
        </div>

        {resumeAt !== null && (
          <p>
            <a className="btn primary" href={`${path}/exam/${resumeAt}`}>
              {t('exam.resume', { n: resumeAt })}
            </a>
          </p>
        )}
        {!takesPart && resumeAt === null && <p className="note">{t('course.howToAsk')}</p>}
        {takesPart && standing.status === 'open' && (
          <form method="post" action={`${path}/exam/start`}>
            <button type="submit" className="btn primary">
              {t('exam.start')}
            </button>
          </form>
        )}
        {takesPart && standing.status === 'not-yet' && (
          <p className="note">{t('course.examOpensOn', { date: formatDate(standing.opensAt, locale) })}</p>
        )}
        {takesPart && standing.status === 'cooling-down' && (
          <p className="note">{t('exam.opensAt', { date: formatOpening(standing.opensAt, locale) })}</p>
        )}
        {standing.status === 'exhausted' && <p className="note">{t('exam.result.last')}</p>}
        {takesPart && standing.status === 'locked' && (
          <div className="note stack">
            <p>{t('exam.locked')}</p>
            <p className="sm">{t('exam.remaining')}</p>
            <ul>
              {open.map(({ file }) => (
                <li key={file.id}>
                  <a href={`${path}/lessons/${file.id}`}>{file.title[locale]}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {learner.attempts.length > 0 && (
          <section className="stack" aria-labelledby="earlier">
            <h2 id="earlier">{t('exam.earlier')}</h2>
            <AttemptList attempts={learner.attempts} locale={locale} t={t} resultPath={`${path}/exam/result`} />
          </section>
        )}
      </main>
    )
    return { title: t('exam.title'), main, index: false }
  })
}
