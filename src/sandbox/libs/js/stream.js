// Streams carry nothing in a sandbox without files and network: only the shapes are there.
(function (load) {
  "use strict";
  const EventEmitter = load("events");
  const { inherits } = load("util");
  function Stream() {
    EventEmitter.call(this);
  }
  inherits(Stream, EventEmitter);
  Stream.Stream = Stream;
  return Stream;
});
