/** No receipt is open. */
export default function NoReceipt() {
  return null;
}
