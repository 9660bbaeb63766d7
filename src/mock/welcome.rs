//! The page at `/`.

use crate::catalog::Api;

/// What the server is and how to use it, as plain text.
pub(super) fn page(api: &Api) -> String {
    format!(
        "This is countersign's mock of {name} ({title}), with {count} endpoints.\n\
         It is not the exchange: nothing is traded, nothing is stored.\n\
         \n\
         To try a Postman collection against it, set in its environment:\n\
         \n\
         base_url    the address of this page, without a slash at the end\n\
         api_key     the key that was printed when the mock started\n\
         api_secret  the secret that was printed with it\n\
         \n\
         Then send a request. Those with a valid key, signature and nonce, and with the params that\n\
         the documentation asks for, get the documented example for an answer; the others get the\n\
         error that the exchange would give, and the mock's terminal says why.\n\
         \n\
         The documentation of the API: {docs}\n",
        name = api.name,
        title = api.title,
        count = api.endpoints().count(),
        docs = api.docs,
    )
}
