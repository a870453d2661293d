import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Pair } from './pair'

/** Two columns of a table that name two people: nobody decides on what she proposed. */
type TwoPeople = readonly [proposer: string, decider: string]

/**
 * Where a decision needs two people. Some of the tables have a constraint that refuses one person in both columns, in
 * others only the code looks. Uniting the two would end in an error, or tell of a decision that nobody else has seen.
 */
export const TWO_PEOPLE = {
  CertificateProposal: [['proposedById', 'decidedById']],
  RegradeProposal: [['proposedById', 'decidedById']],
  RegionalContact: [['proposedById', 'decidedById']],
  EditorialProposal: [
    ['proposedById', 'acceptedById'],
    ['proposedById', 'decidedById'],
  ],
} as const satisfies { [Table in Prisma.ModelName]?: readonly TwoPeople[] }

/** The words come from the table above, so `Prisma.raw` is safe here. */
const pairs = Object.entries(TWO_PEOPLE).flatMap(([table, columns]) =>
  columns.map(([proposer, decider]) =>
    Prisma.raw(`select "${proposer}" as proposer, "${decider}" as decider from "${table}"`),
  ),
)

/** A condition: one of the two accounts decided on what the other proposed. */
export function decidedOnOther({ kept, other }: Pair): Prisma.Sql {
  return Prisma.sql`exists (
    select 1 from (${Prisma.join(pairs, ' union all ')}) p
    where (p.proposer = ${kept}::uuid and p.decider = ${other}::uuid)
      or (p.proposer = ${other}::uuid and p.decider = ${kept}::uuid))`
}
