import routes from '#app/routes.ts';

export interface PaperRoute {
  /** As Remix names it: the file without its ending. */
  id: string;
  /** `/documents/:documentId` */
  path: string;
  file: string;
}

/** What the field calls a list of routes: one entry of `app/routes.ts`. */
interface Entry {
  file: string;
  path?: string | undefined;
  index?: boolean | undefined;
  children?: Entry[] | undefined;
}

function read(entries: readonly Entry[], above: string): PaperRoute[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${above}/${entry.path}` : above;
    const own = { id: entry.file.replace(/\.tsx?$/, ''), path: path || '/', file: `app/${entry.file}` };
    return [own, ...read(entry.children ?? [], path)];
  });
}

/** Every route of `app/routes.ts`, in its order. */
export async function routesOnPaper(): Promise<PaperRoute[]> {
  // Ours is a plain list; the type of the framework also allows a promise of one.
  return read((await routes) as readonly Entry[], '');
}

/** The path with its parameters filled in. */
export function filledPath(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)|\*/g, (_all, name: string | undefined) => {
    const value = params[name ?? '*'];
    if (value === undefined)
      throw new Error(`Nobody says what ${name ?? '*'} of ${path} is: add it to sample-places.ts`);
    return name ? encodeURIComponent(value) : value;
  });
}
