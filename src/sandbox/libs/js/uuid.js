// What Postman calls `uuid` is a function that makes version 4 identifiers, with itself as `v4`.
(function () {
  "use strict";
  function digit(place) {
    const random = (Math.random() * 16) | 0;
    return (place === "x" ? random : (random & 3) | 8).toString(16);
  }
  const make = () => "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, digit);
  const uuid = () => make();
  uuid.v4 = () => make();
  return uuid;
});
