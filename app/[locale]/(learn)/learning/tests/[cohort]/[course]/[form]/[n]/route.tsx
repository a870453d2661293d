import { testQuestionPage } from '../../../../../../sit-test'
import { pathOf, requireTest } from '../place'

export const { GET, POST } = testQuestionPage({ requireTest, pathOf })
