/** Nothing more: the layout has said what is missing and what is near. */
export default function NoSuchSeries() {
  return null;
}
