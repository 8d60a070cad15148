import { Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { part } from './lib/parts.ts'
import { AfterPage, RoomPage } from './meetups/doors.ts'
import { MeetupPage } from './meetups/MeetupPage.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { Frame } from './ui/Frame.tsx'
import { Loading } from './ui/Loading.tsx'
import { NotFoundPage } from './ui/NotFoundPage.tsx'
import { WelcomePage } from './welcome/WelcomePage.tsx'

// the first screens are in the first load; everything else comes when it is wanted
const CirclesPage = part(async () => (await import('./circles/CirclesPage.tsx')).CirclesPage)
const CirclePage = part(async () => (await import('./circles/CirclePage.tsx')).CirclePage)
const CircleForm = part(async () => (await import('./circles/NewCirclePage.tsx')).NewCirclePage)
const InvitationPage = part(async () => (await import('./circles/InvitationPage.tsx')).InvitationPage)
const AccountPage = part(async () => (await import('./account/AccountPage.tsx')).AccountPage)
const SignInPage = part(async () => (await import('./account/SignInPage.tsx')).SignInPage)
const LinkPage = part(async () => (await import('./account/LinkPage.tsx')).LinkPage)
const StewardPage = part(async () => (await import('./account/StewardPage.tsx')).StewardPage)

export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/meetups/:meetupId/room" element={<RoomPage />} />
          <Route element={<Frame />}>
            <Route index element={<WelcomePage />} />
            <Route path="/circles" element={<CirclesPage />} />
            <Route path="/circles/new" element={<CircleForm />} />
            <Route path="/circles/:circleId" element={<CirclePage />} />
            <Route path="/invitation" element={<InvitationPage />} />
            <Route path="/meetups/:meetupId" element={<MeetupPage />} />
            <Route path="/meetups/:meetupId/after" element={<AfterPage />} />
            <Route path="/account" element={<AccountPage />} />
            <Route path="/account/sign-in" element={<SignInPage />} />
            <Route path="/account/link" element={<LinkPage />} />
            <Route path="/steward" element={<StewardPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  )
}
