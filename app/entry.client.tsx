import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { installMessages } from './i18n/catalog.ts';

async function hydrate() {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const { messages } =
    locale === 'en' ? await import('./i18n/messages-en.ts') : await import('./i18n/messages-vi.ts');
  installMessages(locale, messages);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

void hydrate();
