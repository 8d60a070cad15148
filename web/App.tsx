import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { MeetupPage } from './meetups/MeetupPage.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { Frame } from './ui/Frame.tsx'
import { Loading } from './ui/Loading.tsx'
import { NotFoundPage } from './ui/NotFoundPage.tsx'
import { WelcomePage } from './welcome/WelcomePage.tsx'

// the first screens are in the first load; everything else comes when it is wanted
const CirclesPage = lazy(async () => ({ default: (await import('./circles/CirclesPage.tsx')).CirclesPage }))
const CirclePage = lazy(async () => ({ default: (await import('./circles/CirclePage.tsx')).CirclePage }))
const CircleForm = lazy(async () => ({
  default: (await import('./circles/NewCirclePage.tsx')).NewCirclePage,
}))
const InvitationPage = lazy(async () => ({
  default: (await import('./circles/InvitationPage.tsx')).InvitationPage,
}))
const RoomPage = lazy(async () => ({ default: (await import('./room/RoomPage.tsx')).RoomPage }))
const AfterPage = lazy(async () => ({ default: (await import('./meetups/AfterPage.tsx')).AfterPage }))
const AccountPage = lazy(async () => ({ default: (await import('./account/AccountPage.tsx')).AccountPage }))
const SignInPage = lazy(async () => ({ default: (await import('./account/SignInPage.tsx')).SignInPage }))
const LinkPage = lazy(async () => ({ default: (await import('./account/LinkPage.tsx')).LinkPage }))
const StewardPage = lazy(async () => ({ default: (await import('./account/StewardPage.tsx')).StewardPage }))

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
