import { Route, Switch } from 'wouter';
import { HomePage } from '../home/home-page.tsx';
import { MeetingRoute } from '../meeting/meeting-route.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { SessionProvider } from './session-context.tsx';

export function App() {
  return (
    <PageBoundary>
      <SessionProvider>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/m/:id">{({ id }) => <MeetingRoute key={id} id={id} />}</Route>
          <Route component={NotFoundPage} />
        </Switch>
      </SessionProvider>
      <Toasts />
    </PageBoundary>
  );
}
