/** An error whose message is meant for the person who started the service: what happened and what to do. */
export class PlainError extends Error {
  override readonly name = 'PlainError'
}
