// The start does this too: npx tsx prisma/seed.ts fills an embedded database by hand.
import { db } from '@/server/db/client'
import { seedDemo } from '@/server/demo/seed-demo'

const { exist } = await seedDemo(new Date())
console.log(exist ? 'The demo accounts exist.' : 'There are no demo accounts.')
await db().$disconnect()
