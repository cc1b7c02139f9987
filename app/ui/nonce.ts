import { createContext, useContext } from 'react';

/** This answer's nonce, known only while the server renders; in the browser it is empty and not needed. */
const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
