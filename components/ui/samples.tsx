import type { Course } from '@/domain/course/course'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import { resolveCitation } from '@/domain/library/resolve-citation'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { LawBlock } from './law-block'
import { LawChanged } from './law-changed'
import { ProgressBar } from './progress-bar'
import { ReviewState } from './review-state'
import { HERE, type Sample } from './sample'

/** Earlier than every dated change of the law in the library. */
const LONG_AGO = '1900-01-01'
const TONES = ['', 'ok', 'warn', 'bad', 'care', 'src']

export function plainSamples(course: Course, locale: Locale, t: Translator): Sample[] {
  return [
    {
      name: 'Button',
      states: [
        <p key="all" className="row">
          {['primary', '', 'danger', 'link'].map((kind) => (
            <a key={kind} className={`btn ${kind}`} href={HERE}>
              {t('course.start')}
            </a>
          ))}
        </p>,
      ],
    },
    {
      name: 'Chip',
      states: [
        <p key="all" className="row">
          {TONES.map((tone) => (
            <span key={tone} className={`chip ${tone}`}>
              {t('course.awaitingReview')}
            </span>
          ))}
        </p>,
      ],
    },
    {
      name: 'Note',
      states: TONES.slice(0, 5).map((tone) => (
        <p key={tone} className={`note ${tone}`}>
          {t('errors.exam-locked')}
        </p>
      )),
    },
    {
      name: 'ProgressBar',
      states: [0, 2, 5].map((value) => (
        <ProgressBar key={value} label={t('course.progress', { done: value, total: 5 })} value={value} max={5} />
      )),
    },
    { name: 'ReviewState', states: [<ReviewState key="waiting" parts={course.lessons} locale={locale} t={t} />] },
  ]
}

export function lawSamples(course: Course, locale: Locale, t: Translator): Sample[] {
  const law = (id: string) => resolveCitation(course, id, course.file.lawDate) ?? []
  const changesOf = (cites: readonly string[]) =>
    outdatedCitations(cites, course, { lawDate: LONG_AGO, signedOn: null }, locale)
  return [
    {
      name: 'LawBlock',
      states: ['cp-448-1#2', 'cp-448-4', 'cpp-82-5-1#4', 'cp-62'].map((id) => (
        <LawBlock key={id} cited={[law(id)].flat()} locale={locale} t={t} id={`sample-law-${id.replace('#', '-')}`} />
      )),
    },
    {
      name: 'LawChanged',
      states: [['cpp-82-5-1#4'], Object.keys(course.provisions)].map((cites) => (
        <LawChanged key={cites[0]} changes={changesOf(cites)} locale={locale} t={t} />
      )),
    },
  ]
}
