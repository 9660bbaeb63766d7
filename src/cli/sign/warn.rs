//! What is likely a slip, although it can be signed.

use super::SignArgs;
use super::choose::Choice;
use crate::signing::{BodyFormat, NonceError, NoncePlace, nonce_in_body};

/// One line for each slip.
pub(super) fn warnings(args: &SignArgs, choice: &Choice<'_>, body: &[u8]) -> Vec<String> {
    let found =
        [guessed(args, choice), nonce(args, choice, body), ending(args, body), fragment(args)];
    found.into_iter().flatten().collect()
}

fn guessed(args: &SignArgs, choice: &Choice<'_>) -> Option<String> {
    choice.is_guess.then(|| {
        format!(
            "the catalogue has no endpoint `{} {}`; signed with the recipe `{}` of the nearest path",
            choice.method, args.path, choice.name
        )
    })
}

fn nonce(args: &SignArgs, choice: &Choice<'_>, body: &[u8]) -> Option<String> {
    let given = args.nonce.as_deref();
    if let Some(given) = given.filter(|given| !is_number(given)) {
        return Some(format!("the nonce is `{given}`, expected a whole number below 2^64"));
    }
    let Some(NoncePlace::Body(field)) = &choice.recipe.nonce else { return None };
    match (nonce_in_body(body, BodyFormat::guess(body), field), given) {
        (Ok(found), Some(given)) if found != given => Some(format!(
            "the nonce in the body is `{found}`, but --nonce is `{given}`; the api refuses that"
        )),
        (Ok(_), _) => None,
        (Err(NonceError::Missing { .. }), Some(_)) if body.is_empty() => {
            Some(format!("there is no body; the api reads the nonce from its field `{field}`"))
        }
        (Err(error), _) => Some(error.to_string()),
    }
}

fn is_number(nonce: &str) -> bool {
    nonce.parse::<u64>().is_ok() && !nonce.starts_with('+')
}

/// Editors end files with a line break, which nobody sends.
fn ending(args: &SignArgs, body: &[u8]) -> Option<String> {
    let ends = args.body_file.is_some() && body.ends_with(b"\n");
    ends.then(|| "the body ends with a line break, which is signed with it".to_owned())
}

fn fragment(args: &SignArgs) -> Option<String> {
    args.path
        .contains('#')
        .then(|| "`#` and what follows it is never sent, so not signed".to_owned())
}
