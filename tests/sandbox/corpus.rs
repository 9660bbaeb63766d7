//! Every pre-request script of the public collections that a corpus folder holds.
