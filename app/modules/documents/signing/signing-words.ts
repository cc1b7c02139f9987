/** A position as far as a signature names it. */
export interface NamedPosition {
  id: string;
  name: string;
  unitId: string;
  isHead: boolean;
}

export interface SigningWords {
  /** Nothing, `KT.` or `TUQ.` */
  prefix: '' | 'KT.' | 'TUQ.';
  /** The position signed for, with a prefix; empty when one signs in one's own right. */
  onBehalfOf: string;
  /** The signer's own position. */
  position: string;
}

export interface SigningFacts {
  /** Positions the signer holds, the foremost first; `acting` ones by their ids. */
  own: readonly NamedPosition[];
  acting: readonly string[];
  /** The position whose authority is used: an own one, or the delegator's. */
  authority: NamedPosition | null;
  delegated: boolean;
  /** Name of the position that heads the unit of `authority`. */
  headOfUnit: string | null;
}

/**
 * How a signature names the signer (NĐ 30/2020/NĐ-CP Đ13). The head signs in their own right; a deputy, with own
 * authority or by delegation, and an acting holder sign KT. for the head; whoever else was delegated to signs TUQ.
 */
export function signingWords({ own, acting, authority, delegated, headOfUnit }: SigningFacts): SigningWords {
  const foremost = own[0]?.name ?? '';
  if (!authority) return { prefix: '', onBehalfOf: '', position: foremost };
  if (delegated) {
    const deputy = own.find((position) => position.unitId === authority.unitId);
    return {
      prefix: deputy ? 'KT.' : 'TUQ.',
      onBehalfOf: authority.name,
      position: (deputy ?? own.find((position) => position.isHead))?.name ?? foremost,
    };
  }
  if (acting.includes(authority.id)) {
    const proper = own.find((position) => !acting.includes(position.id));
    return { prefix: 'KT.', onBehalfOf: authority.name, position: proper?.name ?? '' };
  }
  if (authority.isHead || headOfUnit === null || headOfUnit === authority.name)
    return { prefix: '', onBehalfOf: '', position: authority.name };
  return { prefix: 'KT.', onBehalfOf: headOfUnit, position: authority.name };
}

/** "Chủ tịch UBND, Phó Chủ tịch UBND": what stands behind the prefix on a line of its own. */
export function positionLine({
  onBehalfOf,
  position,
}: Pick<SigningWords, 'onBehalfOf' | 'position'>): string {
  return [onBehalfOf, position].filter(Boolean).join(', ');
}
