import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { href } from '../shell/paths'
import { NameIn } from '../ui/name-in'

export type InstitutionItem = Names & { id: string; kind: string; region: string; people: string }

export function InstitutionList({ items, locale }: { items: readonly InstitutionItem[]; locale: Locale }) {
  return (
    <ul className="plain people-list card">
      {items.map((item) => (
        <li key={item.id} className="entry">
          <a href={href(locale, `/institutions/${item.id}`)}>
            <NameIn names={item} locale={locale} />
          </a>
          <span className="row sm">
            <span className="chip">{item.kind}</span>
            <bdi>{item.region}</bdi>
          </span>
          <span className="sm muted">{item.people}</span>
        </li>
      ))}
    </ul>
  )
}
