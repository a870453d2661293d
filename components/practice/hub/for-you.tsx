import { ChevronRight } from 'lucide'
import type { Locale } from '@/domain/locale'
import { stateOf } from '@/domain/practice/practice-file'
import type { Suggestion } from '@/domain/practice/suggest-file'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Icon } from '../../ui/icon'
import { Inline } from '../../ui/inline'
import { setText } from '../../ui/text'
import { addressOf } from './file-card'
import { FileFacts } from './file-facts'
import { reasonOf } from './suggestion-reason'

/** The beginning of the first paper of a file, which lies beside the suggestion on a wide screen. */
export type FirstPaper = { title: string; text: string }
type Props = {
  suggestion: Suggestion
  paper: FirstPaper | null
  /** The address of another suggestion; null if there is only one. */
  another: string | null
  signedIn: boolean
  locale: Locale
  t: Translator
}

/** One file, with the reason why it is suggested. */
export function ForYou({ suggestion, paper, another, signedIn, locale, t }: Props) {
  const { file, because } = suggestion
  const open = signedIn && stateOf(file) === 'open'
  const [first] = file.actions
  const action = file.actions.find(({ state }) => state === 'open') ?? first
  return (
    <section className="foryou" aria-labelledby="for-you">
      <div className="body">
        <p className="kicker">{t('casework.hub.forYou')}</p>
        <h2 id="for-you">{typeset(file.title[locale], locale)}</h2>
        <p>
          <Inline source={file.lead[locale]} locale={locale} />
        </p>
        <p className="sm muted">{reasonOf(because, locale, t)}</p>
        <p className="sm muted">
          <FileFacts file={file} locale={locale} t={t} />
          <Belongs suggestion={suggestion} locale={locale} t={t} />
        </p>
        <p className="row">
          <a className="btn primary" href={href(locale, addressOf(action, signedIn))}>
            {t(open ? 'casework.hub.goOn' : 'casework.hub.open')}
            <Icon node={ChevronRight} mirrored />
          </a>
          {another && (
            <a className="tap" href={another}>
              {t('casework.hub.other')}
            </a>
          )}
        </p>
      </div>
      {paper && (
        <div className="face" aria-hidden="true">
          <div className="file-paper">
            <p className="file-paper-head">
              <span className="stamp">{t('casework.stamp')}</span>
              <b>{typeset(paper.title, locale)}</b>
            </p>
            <p>{setText(typeset(paper.text, locale), locale)}</p>
          </div>
        </div>
      )}
    </section>
  )
}

/** The course of the file, and its lesson if the reason has not named one already. */
function Belongs({ suggestion: { file, because }, locale, t }: Pick<Props, 'suggestion' | 'locale' | 't'>) {
  const lesson = 'lesson' in because ? undefined : file.lessons[0]
  return (
    <>
      {file.course && ` · ${t('casework.hub.course', { course: typeset(file.course.title[locale], locale) })}`}
      {lesson && ` · ${t('casework.hub.lesson', { lesson: typeset(lesson.title[locale], locale) })}`}
    </>
  )
}
