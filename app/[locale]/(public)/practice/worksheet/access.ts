import type { ReaderAccess } from '@/tests/support/access/access'
import { page } from '@/tests/support/access/addresses'
import { anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  public: true,
  states: {
    worksheet: page('/practice/worksheet'),
    'worksheet, half filled': {
      ...page('/practice/worksheet'),
      act: async (sheet) => {
        await sheet.locator('[name="child"][value="doubt"]').check({ force: true })
        for (const mark of ['present', 'unasked'])
          await sheet
            .locator(`[value="${mark}"]`)
            .nth(mark === 'present' ? 8 : 9)
            .check({ force: true })
        await sheet.locator('details.dimension summary').first().click()
      },
    },
  },
}
