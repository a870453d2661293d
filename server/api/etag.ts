import 'server-only'
import { createHash } from 'node:crypto'

/** Names a body: equal bodies have equal tags. */
export function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}
