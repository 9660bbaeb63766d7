# A static program in an image with nothing else in it:
#
#     docker build --tag countersign .
#     docker run --rm --network none --volume "$PWD:/work:ro" countersign validate .
FROM rust:1-alpine AS build
# The headers of Linux are for mimalloc.
RUN apk add --no-cache musl-dev linux-headers
WORKDIR /src
COPY . .
RUN cargo build --release --locked && strip target/release/countersign

FROM scratch
COPY --from=build /src/target/release/countersign /countersign
WORKDIR /work
ENTRYPOINT ["/countersign"]
