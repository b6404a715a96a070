import { ledgerRoute } from "../../../_data/answer-ledger.ts";

export { preflightResponse as OPTIONS } from "../../../_http/api-response.ts";

export const GET = ledgerRoute("claims.json");
