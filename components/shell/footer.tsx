import { Ref } from '../ui/ref'

/** The national commission's free number. @see https://cnclt.justice.gov.ma/fr */
export const HOTLINE = '0800 00 47 47'

/** A page that says nothing about the reader. */
const ELSEWHERE = 'https://www.google.com/'

type Props = {
  label: string
  danger: string
  leave: string
  links: readonly { href: string; label: string }[]
  hotline: React.ReactNode
}

export function Footer({ label, danger, leave, links, hotline }: Props) {
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <strong>{danger}</strong> {hotline}
        </p>
        <nav className="row" aria-label={label}>
          {links.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
        </nav>
        <a className="btn leave" href={ELSEWHERE} rel="noreferrer" data-leave>
          {leave}
        </a>
      </div>
    </footer>
  )
}

export function Hotline() {
  return <Ref>{HOTLINE}</Ref>
}
