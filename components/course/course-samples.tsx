import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { HERE, type Sample } from '../ui/sample'
import { CertificateConditions } from './certificate-conditions'
import { CourseCard } from './course-card'
import { courseFacts } from './course-facts'
import { CourseOutline } from './course-outline'
import type { Release } from './course-reading'
import { Cover } from './cover'
import { PrimaryAction } from './primary-action'

export function courseSamples(release: Pick<Release, 'course'>, locale: Locale, t: Translator): Sample[] {
  const facts = courseFacts(release, locale, t)
  return [
    {
      name: 'PrimaryAction',
      states: [
        <PrimaryAction key="link" action={{ kind: 'link', href: HERE, label: t('course.takeExam') }} />,
        <PrimaryAction key="form" action={{ kind: 'form', action: HERE, label: t('course.start') }} />,
      ],
    },
    {
      name: 'CourseCard',
      states: [
        <CourseCard
          key="card"
          course={release.course.file.id}
          href={HERE}
          title={facts.title}
          kicker={t('course.kind.open', { n: 1, total: 4 })}
          state={t('course.progress', { done: 2, total: 9 })}
          summary={facts.summary}
          facts={[facts.lessons, facts.duration, facts.ending]}
        />,
      ],
    },
    {
      name: 'Cover',
      states: ['fundamentals', 'detection', 'referral', 'commission', 'awareness', null].map((course) => (
        <Cover key={course} course={course} place="top" />
      )),
    },
    { name: 'CourseOutline', states: [outline(release, locale, t), conditions(facts, t)] },
  ]
}

function outline({ course }: Pick<Release, 'course'>, locale: Locale, t: Translator) {
  const minutes = t('plural.questions', { count: 20 })
  return (
    <CourseOutline
      key="outline"
      title={t('course.outline')}
      locale={locale}
      texts={{ done: t('lesson.completed'), current: t('course.current') }}
      current={course.lessons[2]?.file.id ?? null}
      lessons={course.lessons.map(({ file }, place) => ({
        id: file.id,
        href: HERE,
        title: file.title[locale],
        abilities: file.objectives.map((objective) => objective[locale]),
        minutes: t('plural.minutes', { count: file.minutes }),
        done: place < 2,
      }))}
      exam={{ href: HERE, title: t('course.finalExam'), abilities: [], minutes, done: false }}
    />
  )
}

function conditions({ exam }: ReturnType<typeof courseFacts>, t: Translator) {
  return (
    <CertificateConditions
      key="conditions"
      title={t('course.certificateTakes')}
      rule={t('course.ownRule')}
      texts={{ done: t('course.done'), notDone: t('course.notDone') }}
      items={[
        { text: t('course.conditionLessons', { done: 5, total: 5 }), done: true },
        { text: exam?.condition ?? '', done: false },
      ]}
    />
  )
}
