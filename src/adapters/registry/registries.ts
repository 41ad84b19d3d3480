import type { ImageRegistries, RegistryAuthorization } from '../../ports.ts';
import { createImageRepository } from './repository.ts';
import { createSend, type Patience, USUAL } from './requests.ts';

/** `authorize`: what a repository of a registry wants to know before it gives or takes. */
export function createImageRegistries(
  authorize: (registry: string, repository: string) => RegistryAuthorization,
  patience: Patience = USUAL,
): ImageRegistries {
  return {
    open: ({ registry, repository }) =>
      createImageRepository(
        repository,
        createSend(registry, repository, authorize(registry, repository), patience),
        patience,
      ),
  };
}
