/**
 * Prisma's adapter cuts a script at every semicolon, also at those inside a function's body. PostgreSQL takes a script whole,
 * as the native engine sends it: then it also stands or falls as one.
 */
export function sendWholeScripts(factory) {
  for (const method of ['connect', 'connectToShadowDb']) {
    const original = factory[method].bind(factory)
    factory[method] = async () => withWholeScripts(await original())
  }
  return factory
}

function withWholeScripts(connection) {
  const { onError } = connection
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script)
    } catch (error) {
      onError.call(connection, error)
    }
  }
  return connection
}
