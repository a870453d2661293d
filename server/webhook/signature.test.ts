import { expect, it } from 'vitest'
import { makeWebhookSecret, signedHeaders } from './signature'

it('signs the published example of Standard Webhooks correctly', () => {
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' }
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

  expect(signedHeaders(message, secret, new Date(1_614_265_330_000))).toEqual({
    'Webhook-Id': message.id,
    'Webhook-Timestamp': '1614265330',
    'Webhook-Signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

it('signs the time and the id too', () => {
  const secret = makeWebhookSecret()
  const sign = (id: string, seconds: number) =>
    signedHeaders({ id, body: '{}' }, secret, new Date(seconds * 1000))['Webhook-Signature']

  expect(new Set([sign('a', 1), sign('b', 1), sign('a', 2)]).size).toBe(3)
})

it('makes secrets of 32 random bytes', () => {
  const [one, other] = [makeWebhookSecret(), makeWebhookSecret()]
  expect(one).not.toBe(other)
  expect(Buffer.from(one.slice('whsec_'.length), 'base64')).toHaveLength(32)
})
