import type { IconNode } from 'lucide'
import { createElement } from 'react'

type Props = {
  node: IconNode
  /** Turns with the direction of the text: chevrons and arrows only. */
  mirrored?: boolean
}

/**
 * A drawing of the lucide set beside a text that says the same. Drawn here from the set's data: lucide-react's own
 * component is a client component, which would send every icon to the browser twice.
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
      className={mirrored ? 'icon-dir' : undefined}
      aria-hidden="true"
    >
      {node.map(([tag, attributes]) =>
        createElement(tag, { ...attributes, key: `${tag} ${JSON.stringify(attributes)}` }),
      )}
    </svg>
  )
}
