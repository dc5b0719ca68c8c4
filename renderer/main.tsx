import './theme/tokens.css';
import './theme/dark.css';
import './theme/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './queries.ts';
import { App } from './shell/app.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { AppStore, createAppStore } from './shell/store.ts';
import { loadFonts } from './theme/fonts.ts';
import { SCREEN_FACES } from './theme/screen-fonts.ts';

const root = createRoot(document.getElementById('root')!);

// A font that cannot be read must not keep figures from being shown.
await loadFonts(SCREEN_FACES).catch(() => undefined);

root.render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={createQueryClient()}>
        <AppStore value={createAppStore()}>
          <App />
        </AppStore>
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
);
