//! JSON as text: as people edit it, with comments in it and `{{variables}}` in place of values, as
//! Postman sends it, and as JavaScript writes it.

mod comments;
mod layout;
mod object;
mod piece;
mod stringify;
mod values;

pub(crate) use comments::{
    commented_members, comments, may_have_comments, uncommented, without_comments,
};
pub(crate) use layout::{Layout, ascii_only, compact, laid_out};
pub(crate) use object::{Member, Object};
pub(crate) use stringify::{canonical, quoted, stringify, stringify_sorted};
pub(crate) use values::{is_json, with_texts};
