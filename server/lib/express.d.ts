import type { Actor } from '../accounts/auth.ts'

declare global {
  namespace Express {
    interface Request {
      actor?: Actor
      id: string
    }
  }
}
