// npx prisma db seed: what the start does too, on an embedded database that runs.

import { seedDemo } from '@/demo/seed-demo'
import { closeDatabase } from '@/server/db/client'

const { exist } = await seedDemo(new Date())
console.log(exist ? 'The demo accounts exist.' : 'There are no demo accounts.')
await closeDatabase()
