import { relOf } from './list-address'

export type ActiveFilter = { href: string; label: string }
type Props = {
  label: string
  /** Screen readers read this before the name of each filter. */
  remove: string
  filters: readonly ActiveFilter[]
}

/** The active filters, each with a link that removes it. On paper they say what the list shows. */
export function ActiveFilters({ label, remove, filters }: Props) {
  if (filters.length === 0) return null
  return (
    <ul className="plain active-filters" aria-label={label}>
      {filters.map((filter) => (
        <li key={filter.href}>
          <a href={filter.href} rel={relOf(filter.href)}>
            <span className="sr">{remove} </span>
            {filter.label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
