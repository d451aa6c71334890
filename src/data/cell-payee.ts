/**
 * Cells that name a payee. A payee must be among the people, spelt exactly so: an id that differs in case, width or a
 * look-alike letter is another id, and is reported, never merged. Rule: traps.md §9.
 */
import { didYouMean, suggest } from '../diagnostic/suggest.ts';
import type { CellReader } from './cell.ts';
import { MAX_ID, refusedId, refusedText } from './cell-text.ts';
import { Interned } from './interned.ts';
import { kept } from './kept.ts';
import { lookAlike } from './look-alike.ts';
import type { People } from './reference.ts';

export function payeeReader(people: People | undefined): CellReader {
  const plain = new Interned();
  let composed = 0;
  const accept = (cell: string): string | undefined => {
    if (refusedText(cell) !== undefined) return undefined;
    const text = cell.normalize('NFC');
    const id = people === undefined ? text : people.get(text)?.id;
    if (id === undefined || id.trim() !== id || id.length > MAX_ID) return undefined;
    if (text !== cell) composed++;
    const own = kept(id);
    plain.add(own);
    return own;
  };
  return {
    wants: people === undefined ? 'the id of a payee' : 'the id of a person',
    read: (cells, at) => plain.find(cells, at) ?? accept(cells.text(at)),
    refusal(cell) {
      const unfit = refusedText(cell) ?? (cell.trim() !== cell || cell.length > MAX_ID ? refusedId(cell) : undefined);
      if (unfit !== undefined || people === undefined) return unfit ?? refusedId(cell);
      const ids = people.all.map((person) => person.id);
      const twin = ids.find((id) => lookAlike(id) === lookAlike(cell));
      const [suggestion] = twin === undefined ? suggest(cell, ids, 1) : [twin];
      return {
        code: 'D210',
        what: twin === undefined ? 'nobody with this id among the people' : `it looks like ${twin} but is written otherwise`,
        hint: twin !== undefined ? `write ${twin} in both files` : (didYouMean(cell, ids) ?? 'add the person to the people file, or correct the id'),
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    },
    composed: () => composed,
  };
}
