import { lazy, Suspense, useMemo } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { TooltipLayer } from '../kit/TooltipLayer';
import { ErrorBoundary } from './ErrorBoundary';
import { Loading } from './Loading';
import { browserStorage } from './ports/browser-storage';

/** Whoever plays needs no list, and the list needs no canvas. */
const Home = lazy(async () => ({ default: (await import('./Home')).Home }));
const PlayRoute = lazy(() => import('./PlayRoute'));
const AuthorHome = lazy(() => import('./AuthorHome'));
const AuthorRoute = lazy(() => import('./AuthorRoute'));
const ConsoleRoute = lazy(() => import('./ConsoleRoute'));
const HandInRoute = lazy(() => import('./HandInRoute'));
const ReviewRoute = lazy(() => import('./ReviewRoute'));
const SandboxPages = lazy(() => import('./SandboxPages'));
const StageRoute = lazy(() => import('./StageRoute'));

/** Routes live behind `#`, so that any static host will do. */
export function App() {
  const storage = useMemo(browserStorage, []);
  return (
    <ErrorBoundary>
      <Router hook={useHashLocation}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/play/:id">{({ id }) => <PlayRoute id={id} storage={storage} />}</Route>
            <Route path="/console/:id">{({ id }) => <ConsoleRoute id={id} storage={storage} />}</Route>
            <Route path="/stage/:id">{({ id }) => <StageRoute id={id} storage={storage} />}</Route>
            <Route path="/hand-in/:payload">
              {({ payload }) => <HandInRoute payload={payload} storage={storage} />}
            </Route>
            <Route path="/sandbox/:id?">{({ id }) => <SandboxPages id={id} storage={storage} />}</Route>
            <Route path="/drawing/:payload">
              {({ payload }) => <SandboxPages payload={payload} storage={storage} />}
            </Route>
            <Route path="/review">
              <ReviewRoute storage={storage} />
            </Route>
            <Route path="/author">
              <AuthorHome storage={storage} />
            </Route>
            <Route path="/author/:id">{({ id }) => <AuthorRoute id={id} storage={storage} />}</Route>
            <Route>
              <Home storage={storage} />
            </Route>
          </Switch>
        </Suspense>
      </Router>
      <TooltipLayer />
    </ErrorBoundary>
  );
}
