import type { Locale } from '@/domain/locale'
import type { CertaintyCount } from '@/domain/review/own-provisions'
import type { Translator } from '@/i18n/translator'
import { capitalise } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Text } from '../ui/text'

type Link = { title: string; href: string }
type Provision = {
  id: string
  /** Its name, and its page in the library. */
  text: { name: string; href: string }
  counts: readonly CertaintyCount[]
  sureAndWrong: number
  missed: number
  passages: readonly Link[]
}
type Props = { provisions: readonly Provision[]; locale: Locale; t: Translator }

/** What a person should review, by provision. Only she sees this page. */
export function ProvisionsPage({ provisions, locale, t }: Props) {
  const missed = provisions.filter((provision) => provision.missed > 0)
  const known = provisions.filter((provision) => provision.missed === 0)
  return (
    <main id="main" className="wrap page stack-l narrow">
      <div className="stack">
        <p className="sm">
          <a href={href(locale, '/learning')}>{t('learning.title')}</a>
        </p>
        <h1>{t('learning.provisions.title')}</h1>
        <p className="lead">{t('learning.provisions.lead')}</p>
        <p className="sm muted">{t('learning.provisions.exams')}</p>
      </div>
      {provisions.length === 0 && <p className="note">{t('learning.provisions.none')}</p>}
      {missed.length > 0 && <List provisions={missed} t={t} />}
      {known.length > 0 && (
        <details className="stack">
          <summary>{t('learning.provisions.known', { count: known.length })}</summary>
          <List provisions={known} t={t} />
        </details>
      )}
    </main>
  )
}

function List({ provisions, t }: Pick<Props, 'provisions' | 't'>) {
  return (
    <ul className="plain stack">
      {provisions.map((provision) => (
        <Item key={provision.id} provision={provision} t={t} />
      ))}
    </ul>
  )
}

function Item({ provision: { text, counts, sureAndWrong, passages }, t }: { provision: Provision; t: Translator }) {
  return (
    <li className="card stack-s">
      <h2>
        <a href={text.href}>
          <Text>{capitalise(text.name)}</Text>
        </a>
      </h2>
      {sureAndWrong > 0 && (
        <p>
          <strong>{t('exam.result.sureWrong', { count: sureAndWrong })}</strong>
        </p>
      )}
      <Counts counts={counts} caption={text.name} t={t} />
      {passages.length > 0 && (
        <p>
          {t('learning.reread')}{' '}
          {passages.map(({ title, href: to }, place) => (
            <span key={to}>
              {place > 0 && ' · '}
              <a href={to}>{title}</a>
            </span>
          ))}
        </p>
      )}
    </li>
  )
}

function Counts({ counts, caption, t }: Pick<Provision, 'counts'> & { caption: string; t: Translator }) {
  return (
    <table className="certainty-scores">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('exam.certainty')}</th>
          <th scope="col">{t('learning.provisions.right')}</th>
          <th scope="col">{t('learning.provisions.missed')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ certainty, right, missed }) => (
          <tr key={certainty}>
            <th scope="row">
              {certainty === 'not-given' ? t('learning.provisions.notGiven') : t(`exam.${certainty}`)}
            </th>
            <td className="num">{right}</td>
            <td className="num">{missed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
