import { createElement, Fragment } from 'react'
import type { LawStore } from '@/domain/library/library'
import { libraryPath } from '@/domain/library/library-path'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeMark } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { href } from '../shell/paths'
import { citationName } from '../ui/citation-name'
import { CiteLink } from '../ui/cite-link'

type Props = { cites: readonly string[]; store: LawStore; locale: Locale }

/** Later than any version: a cited provision is named whether or not it is in force. */
const ANY_DATE = '9999-12-31'

/** The citations of a point in short after its words: `448-1 para. 2 · 448-4`. */
export function ShortCites({ cites, store, locale }: Props) {
  return createElement(
    Fragment,
    null,
    ...cites.map((id, place) => (
      <Fragment key={id}>
        {place > 0 && ' ·'}
        <ShortCite id={id} store={store} locale={locale} />
      </Fragment>
    )),
  )
}

function ShortCite({ id, store, locale }: { id: string } & Omit<Props, 'cites'>) {
  const path = libraryPath(store, id)
  const name = citationName(store, id, locale)
  if (!path || !name) return null
  const cited = resolveCitation(store, id, ANY_DATE)
  const mark = cited && writeMark(cited, locale)
  return (
    <>
      {' '}
      <span className={mark === null ? undefined : 'short-cite'}>
        <CiteLink id={id} href={href(locale, path)} words={mark ?? name} name={name} />
      </span>
    </>
  )
}
