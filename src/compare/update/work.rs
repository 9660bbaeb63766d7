//! One update, from what is found to the edited text.

use std::collections::BTreeSet;

use super::super::endpoints::Endpoints;
use super::super::operation::Operation;
use super::habits::Habits;
use super::orphans::is_orphan;
use super::params::{Lack, lack};
use super::places::{Places, ROOT, group_of};
use super::plan::{Added, Changed, LeftAlone, Moved, Plan, Target, Why};
use super::scripts::{Refresh, Review, review, shared};
use super::{Options, Update, UpdateError};
use crate::catalog::{Api, Endpoint, Group};
use crate::collection::Collection;
use crate::compare::Parts;
use crate::source::{Document, Edits, Pointer};
