// npx prisma db seed: what the start does too, on an embedded database that runs.
import { db } from '@/server/db/client'
import { seedDemo } from '@/server/demo/seed-demo'

const { exist } = await seedDemo(new Date())
console.log(exist ? 'The demo accounts exist.' : 'There are no demo accounts.')
await db().$disconnect()
