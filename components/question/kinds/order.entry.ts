import { orderInPlace } from './order-in-place'

orderInPlace()
