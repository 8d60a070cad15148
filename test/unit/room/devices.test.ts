import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { devicesFrom, pickDevice, troubleOf } from '../../../web/room/devices.ts'

describe('a device that fails', () => {
  const failing: [name: string, message: string, permission: PermissionState | undefined, why: string][] = [
    ['NotAllowedError', 'Permission denied', 'denied', 'denied'],
    ['NotAllowedError', 'Permission denied', undefined, 'denied'],
    ['NotAllowedError', 'Permission dismissed', 'prompt', 'dismissed'],
    ['NotAllowedError', 'Permission denied by system', 'granted', 'system'],
    ['SecurityError', '', undefined, 'policy'],
    ['NotFoundError', '', undefined, 'none'],
    ['NotReadableError', 'Could not start video source', undefined, 'busy'],
    ['AbortError', '', undefined, 'busy'],
    ['OverconstrainedError', '', undefined, 'unfit'],
    ['TypeError', '', undefined, 'unknown'],
  ]
  it.each(failing)(
    'with %s “%s” while permission is %s is explained as %s',
    (name, message, permission, why) => {
      expect(troubleOf(new DOMException(message, name), true, permission)).toBe(why)
    },
  )

  it('on an address without https is explained by that, whatever the browser says', () => {
    for (const [name] of failing) expect(troubleOf(new DOMException('', name), false)).toBe('insecure')
  })

  it('with something that is no error at all is still explained', () => {
    fc.assert(
      fc.property(fc.anything(), (thrown) => {
        expect(troubleOf(thrown, true)).toBeTypeOf('string')
      }),
    )
  })
})

describe('remembered choices', () => {
  it('survive whatever stands in the storage', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const [kind, id] of Object.entries(devicesFrom(text))) {
          expect(['audioinput', 'videoinput', 'audiooutput']).toContain(kind)
          expect(id).toBeTypeOf('string')
        }
      }),
    )
    expect(devicesFrom('{"audioinput":"a","videoinput":3,"other":"x"}')).toEqual({ audioinput: 'a' })
    expect(devicesFrom(null)).toEqual({})
  })

  it('pick only what is plugged in, of the same kind', () => {
    const device = fc.record({
      kind: fc.constantFrom('audioinput', 'videoinput', 'audiooutput'),
      deviceId: fc.stringMatching(/^[a-c]{0,1}$/),
    })
    fc.assert(
      fc.property(fc.array(device), fc.option(fc.string(), { nil: undefined }), (there, wanted) => {
        const picked = pickDevice('audioinput', there, wanted)
        const possible = there
          .filter((d) => d.kind === 'audioinput' && d.deviceId !== '')
          .map((d) => d.deviceId)
        if (picked === undefined) expect(possible).toEqual([])
        else expect(possible).toContain(picked)
        if (wanted !== undefined && possible.includes(wanted)) expect(picked).toBe(wanted)
      }),
    )
  })
})
