import { ChevronDown } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { PracticeAction, PracticeFile } from '@/domain/practice/practice-file'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'

type File = Pick<PracticeFile, 'title' | 'lead' | 'retired'> & Pick<PracticeAction, 'kind' | 'path' | 'state'>
type Props = { files: readonly File[]; locale: Locale; t: Translator }

/** The order in which a course offers its files: what she has begun, then what is new to her. */
const STATES = ['open', 'new', 'done'] as const

/**
 * One file of a course to practise with, and the others behind a fold. A file that was retired because the law changed
 * is not offered. Renders nothing if none is left.
 */
export function CoursePractice({ files, locale, t }: Props) {
  const offered = STATES.flatMap((state) => files.filter((file) => file.state === state && file.retired.length === 0))
  const [first, ...others] = offered
  if (!first) return null
  return (
    <section className="card stack-s no-print" aria-labelledby="practice">
      <h2 id="practice">{t('casework.ofCourse.title')}</h2>
      <p>
        <strong>{typeset(first.title[locale], locale)}</strong>
      </p>
      <p className="sm">{typeset(first.lead[locale], locale)}</p>
      <About file={first} t={t} />
      <p>
        <a className="btn" href={href(locale, first.path)}>
          {t('casework.ofCourse.open')}
        </a>
      </p>
      {others.length > 0 && (
        <details className="fold">
          <summary>
            <span>{t('casework.ofCourse.others', { count: others.length })}</span>
            <Icon node={ChevronDown} />
          </summary>
          <ul className="plain stack-s">
            {others.map((file) => (
              <li key={file.path}>
                <a href={href(locale, file.path)}>{typeset(file.title[locale], locale)}</a>
                <About file={file} t={t} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function About({ file: { kind, state }, t }: { file: File; t: Translator }) {
  return (
    <p className="row sm muted">
      <span>{t(`casework.kinds.${kind}.title`)}</span>
      {state !== 'new' && (
        <span className={`chip ${state === 'done' ? 'ok' : ''}`}>{t(`casework.state.${state}`)}</span>
      )}
    </p>
  )
}
