import { type ComponentType, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import { GoOnPage, ScenePage, ScenesPage } from './empathy/doors.ts'
import { Tally, together } from './empathy/together/doors.ts'
import { HelpDialog } from './help/HelpDialog.tsx'
import { loadTexts } from './lib/i18n.ts'
import { part } from './lib/parts.ts'
import { useForgetWhoLeft } from './lib/queries.ts'
import { AfterPage, RoomPage, ScreenPage } from './meetups/doors.ts'
import { MeetupPage } from './meetups/MeetupPage.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { Frame } from './ui/Frame.tsx'
import { Loading } from './ui/Loading.tsx'
import { NotFoundPage } from './ui/NotFoundPage.tsx'
import { WelcomePage } from './welcome/WelcomePage.tsx'

// the first screens are in the first load; everything else comes when it is wanted
/** A page with the texts of accounts, which begin an account from a circle's page or an invitation too. */
const accountPart = <P,>(load: () => Promise<ComponentType<P>>) =>
  part(async () => (await Promise.all([load(), loadTexts('account')]))[0])
const CirclesPage = part(async () => (await import('./circles/CirclesPage.tsx')).CirclesPage)
const CirclePage = accountPart(async () => (await import('./circles/CirclePage.tsx')).CirclePage)
const CircleForm = part(async () => (await import('./circles/NewCirclePage.tsx')).NewCirclePage)
const InvitationPage = accountPart(async () => (await import('./circles/InvitationPage.tsx')).InvitationPage)
const AccountPage = accountPart(async () => (await import('./account/AccountPage.tsx')).AccountPage)
const SignInPage = accountPart(async () => (await import('./account/SignInPage.tsx')).SignInPage)
const LinkPage = accountPart(async () => (await import('./account/LinkPage.tsx')).LinkPage)
const StewardPage = accountPart(async () => (await import('./account/StewardPage.tsx')).StewardPage)

export function App() {
  useForgetWhoLeft()
  return (
    <>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/meetups/:meetupId/room" element={<RoomPage together={together} />} />
            <Route path="/screen" element={<ScreenPage />} />
            <Route path="/scenes/:sceneId" element={<ScenePage />} />
            <Route element={<Frame />}>
              <Route index element={<WelcomePage />} />
              <Route path="/circles" element={<CirclesPage />} />
              <Route path="/circles/new" element={<CircleForm />} />
              <Route path="/circles/:circleId" element={<CirclePage />} />
              <Route path="/invitation" element={<InvitationPage />} />
              <Route path="/meetups/:meetupId" element={<MeetupPage />} />
              <Route path="/meetups/:meetupId/after" element={<AfterPage Tally={Tally} />} />
              <Route path="/scenes" element={<ScenesPage />} />
              <Route path="/scenes/go-on" element={<GoOnPage />} />
              <Route path="/account" element={<AccountPage />} />
              <Route path="/account/sign-in" element={<SignInPage />} />
              <Route path="/account/link" element={<LinkPage />} />
              <Route path="/steward" element={<StewardPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </Suspense>
      </ErrorBoundary>
      <HelpDialog />
    </>
  )
}
