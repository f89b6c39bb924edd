/** Makes an element; text stays text, whatever it contains. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Makes a button. */
export function button(label: string, className: string, onClick: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: className }, [label]);
  made.addEventListener('click', onClick);
  return made;
}

/** Puts new children into the element with this id; the focus stays on a button with the same text. */
export function replaceChildren(id: string, children: readonly Node[]): void {
  const parent = document.getElementById(id);
  const focused = document.activeElement;
  const focusedText = parent?.contains(focused) ? focused?.textContent : undefined;
  parent?.replaceChildren(...children);
  if (focusedText === undefined) return;
  const again = [...(parent?.querySelectorAll('button') ?? [])].find((it) => it.textContent === focusedText);
  again?.focus();
}
