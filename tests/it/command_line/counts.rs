//! Counting: fields, measures, order.

use super::place::Place;
use serde_json::json;

#[test]
fn needs_are_counted_by_one_field_in_the_order_of_the_vocabulary() {
    let place = Place::new();
    let by = |field: &str| place.run(&["count", "--by", field, "--format", "json"]).json();
    assert_eq!(
        by("chapter"),
        [
            json!({"chapter": "II", "value": 1}),
            json!({"chapter": "V", "value": 2}),
            json!({"chapter": null, "value": 2})
        ]
    );
    assert_eq!(
        by("priority"),
        [
            json!({"priority": "high", "value": 1}),
            json!({"priority": "medium", "value": 1}),
            json!({"priority": "low", "value": 1}),
            json!({"priority": "none", "value": 1})
        ]
    );
    assert_eq!(by("cycle")[0], json!({"cycle": 1, "value": 2}));
    assert_eq!(by("article")[0], json!({"article": 8, "value": 1}));
    assert_eq!(by("region")[0], json!({"region": "African", "value": 2}));
    assert_eq!(by("state")[0], json!({"state": "Bhutan", "value": 2}));
    assert_eq!(
        by("focal"),
        [json!({"focal": "fp-gh", "value": 1}), json!({"focal": null, "value": 3})]
    );
}

#[test]
fn fields_are_crossed() {
    let rows = Place::new().run(&["count", "--by", "region,response", "--format", "csv"]);
    assert_eq!(
        rows.done(),
        "region,response,value\r\nAfrican,unmet,1\r\nAfrican,,1\r\nAsia-Pacific,under way,1\r\n\
         Asia-Pacific,,1\r\n"
    );
}

#[test]
fn states_and_reviews_are_measures() {
    let place = Place::new();
    let counted = |args: &[&str]| {
        let all = [&["count", "--format", "json"], args].concat();
        place.run(&all).json()
    };
    assert_eq!(
        counted(&["--by", "cycle", "--measure", "states"]),
        [json!({"cycle": 1, "value": 1}), json!({"cycle": 2, "value": 1})],
        "States with needs"
    );
    assert_eq!(
        counted(&["cycle:1", "--by", "review", "--measure", "reviews"]),
        [
            json!({"review": "executive-summary", "value": 1}),
            json!({"review": "country-report", "value": 1})
        ],
        "also the review without a need"
    );
    assert_eq!(
        counted(&["cycle:1", "--by", "chapter", "--measure", "reviews"]),
        [
            json!({"chapter": "II", "value": 1}),
            json!({"chapter": "V", "value": 1}),
            json!({"chapter": null, "value": 1})
        ]
    );
    assert_eq!(
        counted(&["cycle:1", "--by", "state,group", "--measure", "reviews"]),
        [
            json!({"state": "Ghana", "group": null, "value": 1}),
            json!({"state": "Kenya", "group": null, "value": 1})
        ]
    );
}

#[test]
fn a_field_that_cannot_be_counted_by_is_refused_with_the_nearest() {
    let place = Place::new();
    let refused = |by: &str| place.run(&["count", "--by", by]).failed(2).to_owned();
    assert!(refused("chaptre").contains("“chapter”"));
    assert!(refused("identified").contains("identified"));
    assert!(refused("state,state").contains("once"));
    assert!(refused("ch").contains("changed"));
}
