import 'server-only'
import { typesetPdf } from '../../typst'
import type { Logo } from './logo/read-logo'

const NAMES = { 'image/png': 'logo-0.png', 'image/svg+xml': 'logo-0.svg' } as const

/** Whether a paper can be set with a logo: a logo that breaks the paper would break every certificate of a school. */
export function isPrintable({ type, bytes }: Logo): boolean {
  const name = NAMES[type]
  try {
    typesetPdf({ template: 'certificate/logo.typ', inputs: { logo: name }, files: { [`certificate/${name}`]: bytes } })
    return true
  } catch {
    return false
  }
}
