//! What the embedded catalogue holds.

use countersign::catalog::{Api, Catalog, Endpoint, Param};

#[test]
fn embedded_catalogue_has_no_mistakes() {
    if let Err(error) = Catalog::embedded().apis() {
        panic!("{error}");
    }
}

fn kraken_spot(look: impl FnOnce(&Api)) {
    let catalog = Catalog::embedded();
    look(catalog.api("kraken-spot").expect("the embedded catalogue has no mistakes"));
}

fn inner(param: &Param) -> impl Iterator<Item = &Param> {
    param.properties.iter().chain(param.items.iter().flat_map(|items| &items.properties))
}

fn with_inner(param: &Param) -> usize {
    1 + inner(param).map(with_inner).sum::<usize>()
}

#[test]
fn kraken_spot_has_every_endpoint_and_param() {
    kraken_spot(|api| {
        assert_eq!(api.endpoints().count(), 79);
        assert_eq!(api.endpoints().map(|endpoint| endpoint.params.len()).sum::<usize>(), 405);
        let all =
            api.endpoints().flat_map(|endpoint| &endpoint.params).map(with_inner).sum::<usize>();
        assert_eq!(all, 405 + 51);
    });
}

#[test]
fn kraken_spot_has_the_groups_of_the_documentation_in_order() {
    kraken_spot(|api| {
        let groups: Vec<_> =
            api.groups.iter().map(|group| (group.title.as_str(), group.endpoints.len())).collect();
        assert_eq!(
            groups,
            [
                ("Market Data", 12),
                ("Account Data", 20),
                ("Trading", 9),
                ("Funding (Beta)", 15),
                ("Funding (Legacy)", 10),
                ("Subaccounts", 2),
                ("Earn", 6),
                ("Transparency", 2),
                ("Affiliate reporting", 3),
            ]
        );
    });
}

#[test]
fn orders_withdrawals_and_transfers_move_money_and_nothing_else() {
    kraken_spot(|api| {
        let names: Vec<_> = api
            .endpoints()
            .filter(|endpoint| endpoint.moves_money)
            .map(|endpoint| endpoint.name.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "AddOrder",
                "AddOrderBatch",
                "AmendOrder",
                "EditOrder",
                "CancelOrder",
                "CancelAll",
                "CancelAllOrdersAfter",
                "CancelOrderBatch",
                "CreateFundingWithdrawal",
                "Withdraw",
                "WithdrawCancel",
                "WalletTransfer",
                "AccountTransfer",
                "Earn/Allocate",
                "Earn/Deallocate",
            ]
        );
    });
}

#[test]
fn every_param_has_a_meaning_and_a_value_to_show() {
    fn look(endpoint: &Endpoint, param: &Param) {
        let name = format!("{} {}", endpoint.name, param.name);
        assert!(param.summary.as_deref().is_some_and(|summary| summary.len() > 5), "{name}");
        let sample = param.sample().unwrap_or_else(|| panic!("{name} has no sample"));
        assert_eq!(param.check(&sample), Ok(()), "{name}");
        inner(param).for_each(|inner| look(endpoint, inner));
    }
    kraken_spot(|api| {
        for endpoint in api.endpoints() {
            endpoint.params.iter().for_each(|param| look(endpoint, param));
        }
    });
}

#[test]
fn every_private_endpoint_names_a_permission_and_every_endpoint_its_page() {
    kraken_spot(|api| {
        for endpoint in api.endpoints() {
            assert_eq!(endpoint.permission.is_some(), endpoint.auth.is_some(), "{}", endpoint.name);
            assert!(endpoint.docs.starts_with("https://docs.kraken.com/"), "{}", endpoint.name);
        }
    });
}
