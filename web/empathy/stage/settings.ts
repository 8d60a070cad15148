/** What a person has chosen for every scene; the page keeps it, the stage only reads. */
export type StageSettings = {
  /** less motion: nothing moves but what must */
  still: boolean
  /** strong outlines and plain colours */
  contrast: boolean
  /** metres by which the seat is higher than usual */
  height: number
  /** where captions are in the headset: after the head with a little lag, fixed before the eyes, at who speaks, or with the last ones beside */
  captions: 'follow' | 'locked' | 'speaker' | 'history'
  /** in the headset, looking at a button for a second and a half presses it */
  dwell: boolean
  /** the flat view turns with the phone; ask with `askForGyroscope` first */
  gyroscope: boolean
}

/** What went otherwise than planned; the page says it in words and offers what there is. */
export type Trouble =
  | 'no webgl'
  | 'context lost'
  | 'context back'
  | 'no headset'
  | 'xr ended'
  | 'slow'
  | 'scene failed'
