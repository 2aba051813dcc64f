# Galley in a container. How to run it: docs/deploying.md.
# test/dockerfile.test.ts replays these steps without a container engine, and refuses a step that it does not know.

FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Nothing that runs in production has an installation script of its own, so none may run.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
# The modes are given, so that a clone made under a strict umask can be read by the user below too.
COPY --chmod=0755 package.json app.yml LICENSE ./
# Without src/sandbox and src/cli: .dockerignore holds them back.
COPY --chmod=0755 src ./src
# A new volume takes over the owner of the folder that it covers.
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME ["/data"]
EXPOSE 3000
# The first start prepares the database, which takes a while on a slow disk.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As the process itself, not below a shell or npm: SIGTERM must reach it.
CMD ["node", "src/main.ts"]
