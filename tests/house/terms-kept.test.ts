import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ExpiringKind, TERM_KINDS, type TermKind, termsOf } from '@/domain/account/terms'
import { deletedTables } from '@/server/db/retention/expired'
import { PERSONAL_DATA } from '@/server/db/retention/personal-data'

const TERMS = termsOf({ letterDays: 1, unclaimedDays: 1, answerYears: 1, auditYears: 1 })
const isExpiring = (kind: TermKind): kind is ExpiringKind => typeof TERMS[kind] === 'object'

/** For each table, the tables whose deleted rows take its own along. */
const PARENTS = new Map(
  [...readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+) \{([^}]*)\}/gm)].map(([, table, fields]) => [
    table,
    [...(fields ?? '').matchAll(/^\s+\w+\s+(\w+)\??\s+@relation\([^\n]*onDelete: Cascade/gm)].map(
      ([, parent]) => parent,
    ),
  ]),
)

/** Tables with a term of this kind from which no job deletes. */
function kept(promised: Readonly<Record<string, { term: TermKind }>>, kind: ExpiringKind): string[] {
  const deleted = new Set(deletedTables(kind))
  const goes = (table: string | undefined): boolean =>
    table !== undefined && (deleted.has(table) || (PARENTS.get(table) ?? []).some(goes))
  return Object.keys(promised).filter((table) => promised[table]?.term === kind && !goes(table))
}

describe('a table whose data has a term', () => {
  it.each(TERM_KINDS.filter(isExpiring))('is one from which the nightly job deletes: %s', (kind) => {
    expect(kept(PERSONAL_DATA, kind)).toEqual([])
  })

  it('is found if no job deletes from it', () => {
    expect(kept({ Account: { term: 'list' }, ImportRow: { term: 'list' } }, 'list')).toEqual(['Account'])
  })
})
