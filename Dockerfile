# syntax=docker/dockerfile:1

FROM node:20-bookworm AS build
WORKDIR /huishang
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
COPY prisma ./prisma
COPY tsconfig.json prisma.config.ts ./
# better-sqlite3 is compiled here where its prebuilt binary cannot be fetched; the full image has the compiler.
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    PORT=3000 \
    HUISHANG_DATA=/data
WORKDIR /huishang
COPY --from=build /huishang/package.json ./
COPY --from=build /huishang/node_modules ./node_modules
COPY --from=build /huishang/build ./build
COPY --from=build /huishang/prisma ./prisma
COPY --from=build /huishang/scripts ./scripts
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself as the first process: it gets the stop signal and ends in order.
CMD ["node", "build/server/index.js"]
