import { lazy } from 'react';
import type { TextStorage } from './ports/storage';

const SandboxHome = lazy(() => import('./SandboxHome'));
const SandboxRoute = lazy(() => import('./SandboxRoute'));
const DrawingRoute = lazy(() => import('./DrawingRoute'));

interface Props {
  /** of the drawing that is open. */
  readonly id?: string | undefined;
  /** a drawing that came in a link. */
  readonly payload?: string | undefined;
  readonly storage: TextStorage;
}

/** The pages of the sandbox: its list, one drawing, and one that came as a link. */
export default function SandboxPages({ id, payload, storage }: Props) {
  if (payload !== undefined) return <DrawingRoute payload={payload} storage={storage} />;
  return id === undefined ? <SandboxHome storage={storage} /> : <SandboxRoute id={id} storage={storage} />;
}
