import type { DocumentKind } from '@/domain/case/case-parts'
import { firstDecisionPath } from '@/domain/case/case-path'
import type { Locale } from '@/domain/locale'
import { type PracticeAction, type PracticeFile, stateOf } from '@/domain/practice/practice-file'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Inline } from '../../ui/inline'
import { RetiredReasons } from '../retired'
import { FileFacts } from './file-facts'

type Props = { file: PracticeFile; signedIn: boolean; locale: Locale; t: Translator }

/** A file in the list: its link leads to what it was written for, and another one to the signs that can be weighed in it. */
export function FileCard({ file, signedIn, locale, t }: Props) {
  const { title, lead, actions, face, retired } = file
  const [first, ...others] = actions
  const state = stateOf(file)
  return (
    <li className="file">
      <div className="thumb" aria-hidden="true">
        <span className={`mini ${FACES[face]}`} />
      </div>
      <div className="about">
        <h3>
          <a href={href(locale, addressOf(first, signedIn))}>{typeset(title[locale], locale)}</a>
        </h3>
        <p className="lead-in">
          <Inline source={lead[locale]} locale={locale} />
        </p>
        <p className="sm muted">
          <FileFacts file={file} locale={locale} t={t} />
        </p>
        {state !== 'new' && <p className={`state ${state}`}>{t(`casework.state.${state}`)}</p>}
        {others.map((action) => (
          <p key={action.kind} className="also">
            <a href={href(locale, action.path)}>
              {t('casework.hub.weigh')} <span className="sr">{typeset(title[locale], locale)}</span>
            </a>
          </p>
        ))}
        {retired.length > 0 && (
          <div className="sm muted">
            <span className="chip warn">{t('casework.retired.chip')}</span>
            <RetiredReasons changes={retired} locale={locale} t={t} />
          </div>
        )}
      </div>
    </li>
  )
}

/** Where a file opens: a visitor takes its first decision. */
export function addressOf({ path }: Pick<PracticeAction, 'path'>, signedIn: boolean): string {
  return signedIn ? path : firstDecisionPath(path)
}

/** The drawing of the paper by which a file is recognised. */
const FACES: Record<DocumentKind, string> = {
  report: 'mini-report',
  note: 'mini-report',
  statement: 'mini-signed',
  certificate: 'mini-signed',
  contract: 'mini-signed',
  messages: 'mini-phone',
  account: 'mini-book',
}
