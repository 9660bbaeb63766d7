//! Ids that stay the same when a collection is generated again.

use uuid::Uuid;

/// The UUIDv5 (RFC 9562, section 5.5) of a stable name such as `kraken-spot/AddOrder/prerequest`.
pub(crate) fn id(name: &str) -> String {
    let name = format!("countersign:{name}");
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn is_the_uuid_v5_of_the_name_as_a_url() {
        // From Python: uuid.uuid5(uuid.NAMESPACE_URL, "countersign:kraken-spot")
        assert_eq!(id("kraken-spot"), "38cb202a-1157-558e-afd3-0ebac4ca5f1a");
    }
}
