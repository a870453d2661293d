import 'server-only'
import { Prisma } from '@/generated/prisma/client'

/**
 * For `l`, a letter, and `m`, the place that it is about: it was given up, no other followed it, and she still has the
 * place or waits for one. The work page counts these, and the letter about failing letters leads there.
 */
export const UNDELIVERED = Prisma.sql`(l.state = 'failed' and m.status in ('invited', 'active', 'waiting')
  and not exists (
    select 1 from "Mail" n where n."memberId" = l."memberId" and (n."createdAt", n.id) > (l."createdAt", l.id)))`
