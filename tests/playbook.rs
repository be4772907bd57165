//! The playbook that ships: its shape, its schema, its content.
use fitproof::playbook::data::PlaybookData;

const SHIPPED: &str = include_str!("../playbooks/make-enterprise.json");

#[test]
fn the_shipped_playbook_is_read() {
    serde_json::from_str::<PlaybookData>(SHIPPED).expect("it has the right shape");
}

#[test]
fn the_shipped_playbook_has_no_fault() {
    let data = serde_json::from_str::<PlaybookData>(SHIPPED).expect("it has the right shape");
    assert_eq!(fitproof::playbook::check::check(&data), Vec::<String>::new());
}
