import type { IconNode } from 'lucide'
import { createElement } from 'react'

type Props = {
  node: IconNode
  /** Mirrors the icon with the direction of the text: for chevrons and arrows only. */
  mirrored?: boolean
}

/**
 * A drawing of the lucide set, beside a text that says the same. It is drawn here from the set's data: the component of
 * lucide-react is a client component, which would send every icon to the browser twice.
 */
export function Icon({ node, mirrored = false }: Props) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={mirrored ? 'icon icon-dir' : 'icon'}
      aria-hidden="true"
    >
      {node.map(([tag, attributes]) =>
        createElement(tag, { ...attributes, key: `${tag} ${JSON.stringify(attributes)}` }),
      )}
    </svg>
  )
}
