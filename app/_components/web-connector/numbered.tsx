/** The number of a mark in the picture, before the words that it belongs to. */
export function Numbered({ number }: { number: number }) {
  return (
    <span className="mr-1.5 inline-grid size-4 place-items-center rounded-full bg-accent align-text-bottom font-semibold text-2xs text-on-accent leading-none">
      {number}
    </span>
  );
}
