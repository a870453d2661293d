// npx prisma db seed: fills a running embedded database with the demo, as the start does.

import { seedDemo } from '@/demo/seed-demo'
import { closeDatabase } from '@/server/db/client'

const { exist } = await seedDemo(new Date())
console.log(exist ? 'The demo accounts exist.' : 'There are no demo accounts.')
await closeDatabase()
