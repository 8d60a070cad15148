import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Prometheus metrics: about the service, never about a person. */
export type Metrics = {
  request: (method: string, route: string, status: number, seconds: number) => void
  openRooms: (n: number) => void
  text: () => Promise<string>
  contentType: string
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'hearthside_request_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  })
  const answers = new Counter({
    name: 'hearthside_answers_total',
    help: 'Answers by status',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const rooms = new Gauge({
    name: 'hearthside_open_rooms',
    help: 'Rooms that are open now',
    registers: [registry],
  })
  return {
    request(method, route, status, took) {
      seconds.observe({ method, route }, took)
      answers.inc({ method, route, status })
    },
    openRooms: (n) => rooms.set(n),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
