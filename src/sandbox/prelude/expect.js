// What `pm.expect` adds to chai: the assertions of `pm.request.to`.
(function (kit) {
  'use strict';
  const chai = kit.requireModule('chai');

  // About responses, of which there are none here.
  const LACKING = [
    'status', 'statusCode', 'statusReason', 'statusCodeClass', 'responseTime', 'responseSize', 'success', 'error',
    'clientError', 'serverError', 'json', 'jsonBody', 'jsonSchema', 'cookies', 'withBody', 'info', 'redirection', 'accepted',
    'badRequest', 'unauthorized', 'unauthorised', 'forbidden', 'notFound', 'rateLimited',
  ];

  chai.use(({ Assertion }) => {
    Assertion.addMethod('header', function (name, ...wanted) {
      const { headers } = this._obj;
      this.assert(headers.has(name), `expected request to have header with key '${name}'`,
        `expected request to not have header with key '${name}'`);
      if (!wanted.length) { return; }
      this.assert(headers.has(name, wanted[0]), `expected '${name}' request header to be '${wanted[0]}'`,
        `expected '${name}' request header to not be '${wanted[0]}'`);
    });
    Assertion.addMethod('body', function (...wanted) {
      const text = String(kit.get(this._obj, 'body', ''));
      this.assert(wanted.length ? text === String(wanted[0]) : text !== '', 'expected request to have a body',
        'expected request to not have a body');
    });
    for (const name of LACKING) {
      if (!(name in Assertion.prototype)) { Assertion.addProperty(name, () => kit.missing(`pm.expect(…).${name}`)); }
    }
  });
  return chai.expect;
})
