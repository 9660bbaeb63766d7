// Members that Postman's libraries have and ours lack, as listed in its two sandboxes.
(function (newman) {
  "use strict";
  const whole = (library) => library;
  return {
    __proto__: null,
    ajv: [
      {
        label: "ajv",
        part: whole,
        names: "$dataMetaSchema",
      },
      {
        label: "ajv#",
        part: (library) => library.prototype,
        names: "_addSchema _compile compileAsync validateKeyword",
      },
    ].filter(Boolean),
    buffer: [
      newman && {
        label: "Buffer",
        part: (library) => library.Buffer,
        names: "TYPED_ARRAY_SUPPORT",
      },
      newman && {
        label: "Buffer#",
        part: (library) => library.Buffer.prototype,
        names: "_isBuffer",
      },
      !newman && {
        label: "Buffer#",
        part: (library) => library.Buffer.prototype,
        names:
          "asciiSlice base64Slice base64urlSlice latin1Slice hexSlice ucs2Slice utf8Slice asciiWrite " +
          "base64Write base64urlWrite latin1Write hexWrite ucs2Write utf8Write",
      },
      !newman && {
        label: "buffer",
        part: whole,
        names: "File Blob resolveObjectURL",
      },
    ].filter(Boolean),
    chai: [
      {
        label: "chai.Assertion#",
        part: (library) => library.Assertion.prototype,
        names:
          "by postmanRequest postmanResponse postmanRequestOrResponse statusCodeClass info success " +
          "redirection clientError serverError error statusCode statusReason accepted withoutContent " +
          "badRequest unauthorised unauthorized forbidden notFound notAcceptable rateLimited status " +
          "header withBody json body jsonBody responseTime responseSize jsonSchema",
      },
      {
        label: "chai.assert",
        part: (library) => library.assert,
        names:
          "deepStrictEqual notDeepInclude nestedInclude notNestedInclude deepNestedInclude " +
          "notDeepNestedInclude ownInclude notOwnInclude deepOwnInclude notDeepOwnInclude " +
          "notPropertyVal deepPropertyVal notDeepPropertyVal ownProperty notOwnProperty " +
          "ownPropertyVal notOwnPropertyVal deepOwnPropertyVal notDeepOwnPropertyVal " +
          "notNestedProperty nestedPropertyVal notNestedPropertyVal deepNestedPropertyVal " +
          "notDeepNestedPropertyVal doesNotHaveAnyKeys doesNotHaveAllKeys hasAnyDeepKeys " +
          "hasAllDeepKeys containsAllDeepKeys doesNotHaveAnyDeepKeys doesNotHaveAllDeepKeys operator " +
          "approximately notSameMembers notSameDeepMembers sameOrderedMembers notSameOrderedMembers " +
          "sameDeepOrderedMembers notSameDeepOrderedMembers notIncludeMembers includeDeepMembers " +
          "notIncludeDeepMembers includeOrderedMembers notIncludeOrderedMembers " +
          "includeDeepOrderedMembers notIncludeDeepOrderedMembers changes changesBy doesNotChange " +
          "changesButNotBy increases increasesBy doesNotIncrease increasesButNotBy decreases " +
          "decreasesBy doesNotDecrease doesNotDecreaseBy decreasesButNotBy ifError isExtensible " +
          "isNotExtensible isSealed isNotSealed isFrozen isNotFrozen extensible notExtensible sealed " +
          "notSealed frozen notFrozen empty notEmpty",
      },
      {
        label: "chai.util",
        part: (library) => library.util,
        names:
          "expectTypes getMessage getActual transferFlags getPathInfo hasProperty getName " +
          "overwriteProperty overwriteMethod overwriteChainableMethod compareByInspect " +
          "getOwnEnumerablePropertySymbols getOwnEnumerableProperties checkError proxify " +
          "addLengthGuard isProxyEnabled isNaN getOperator",
      },
    ].filter(Boolean),
    lodash: [
      {
        label: "lodash",
        part: whole,
        names:
          "inherit args ensureEncoded assignLocked assignHidden createDefined mergeDefined getOwn " +
          "cloneElement inSuperChain randomString choose",
      },
      {
        label: "lodash#",
        part: (library) => library.prototype,
        names:
          "inherit args ensureEncoded assignLocked assignHidden createDefined mergeDefined getOwn " +
          "cloneElement inSuperChain randomString choose",
      },
    ].filter(Boolean),
    moment: [
      {
        label: "moment",
        part: whole,
        names:
          "createFromInputFallback defineLocale updateLocale relativeTimeRounding " +
          "relativeTimeThreshold calendarFormat",
      },
      {
        label: "moment#",
        part: (library) => library.fn,
        names: "invalidAt parsingFlags eraName eraNarrow eraAbbr eraYear",
      },
      {
        label: "moment.duration#",
        part: (library) => library.duration.fn,
        names: "_bubble",
      },
    ].filter(Boolean),
    stream: [
      {
        label: "stream",
        part: whole,
        names: "Readable Writable Duplex Transform PassThrough",
      },
    ].filter(Boolean),
    timers: [
      {
        label: "timers",
        part: whole,
        names: "enroll unenroll active _unrefActive",
      },
    ].filter(Boolean),
    tv4: [
      {
        label: "tv4",
        part: whole,
        names:
          "setErrorReporter language addLanguage defineKeyword defineError normSchema resolveUrl " + "getDocumentUri",
      },
    ].filter(Boolean),
    xml2js: [
      {
        label: "xml2js.Parser#",
        part: (library) => library.Parser.prototype,
        names: "processAsync assignOrPush reset",
      },
    ].filter(Boolean),
  };
});
