import type { InputHTMLAttributes } from "react";

/** One line of the form of a decision. */
export function DeskField({
  id,
  label,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & { readonly id: string; readonly label: string }) {
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input id={id} {...input} />
    </p>
  );
}
