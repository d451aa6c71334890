/**
 * A form of an id in which ids that a reader takes for the same are equal: case, width and letters of other alphabets
 * that look like Latin ones. Only for warnings and hints; ids are never merged. Rule: traps.md §9.
 */

/** Cyrillic and Greek letters (lower case) and what they look like. */
const LATIN = new Map(
  Object.entries({
    а: 'a', в: 'b', с: 'c', е: 'e', ѕ: 's', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', т: 't', у: 'y', х: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w',
    α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x', ı: 'i', ɡ: 'g', ѵ: 'v',
  }),
);

/** Equal for two ids that look alike. The characters counted are those after full-width forms became plain ones. */
export function lookAlike(id: string): string {
  let form = '';
  for (const character of id.normalize('NFKC').toLowerCase().normalize('NFKC')) form += LATIN.get(character) ?? character;
  return form;
}
