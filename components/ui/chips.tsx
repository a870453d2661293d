import { relOf } from './list-address'

export type Chip = { href: string; label: string; count: number; current: boolean }

/** Links that narrow a list, each with how many entries it shows. On a phone they are one row, which scrolls. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav aria-label={label} className="chips">
      <ul className="plain">
        {chips.map(({ href, label: name, count, current }) => (
          <li key={href}>
            <a href={href} rel={relOf(href)} aria-current={current ? 'true' : undefined}>
              {name} <span className="num">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
