import type { Operation } from "../operation.ts";

const limit = 5000;

/** How many requests are left; they are counted, but nobody is ever stopped here. */
export const rateLimit: Operation = {
  rest: [
    {
      scope: "anybody",
      id: "rate-limit/get",
      method: "GET",
      path: "/rate_limit",
      act: (call) => {
        const used = call.world.requestsUsed;
        const reset = Math.floor(Date.now() / 1000) + 3600;
        const rate = { limit, used, remaining: limit - used, reset };
        return { status: 200, body: { resources: { core: rate, graphql: rate, search: rate }, rate } };
      },
    },
  ],
};
